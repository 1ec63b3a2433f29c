"""A form that was filled in with Word, read back into a portfolio by the command that makes forms."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from ..bestanden.portfolio import schrijf_portfolio
from ..datums import dag_van
from ..fouten import OngeldigPortfolio
from ..tabel import ZICHTBAAR
from ..verpakt import laad
from ..weergave import Ingevuld, lees_formulier
from ..zinnen import citaat
from .leveren import Bestemming, vorm_van
from .lezen import inhoud_van, lees_bytes, lees_portfoliobestand, lees_raamwerk
from .nederlands import gegeven, vraagfout

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..bewijs import Portfolio
    from ..raamwerk import Raamwerk

_HOORT_NIET = {"niveau": "NIVEAU", "rollen": "--rol", "voortgang": "--voortgang"}
"""What says how a form is made; a form that is read says it itself."""


def leest_ook(opdracht: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command that makes a form the options to read one that was filled in."""

    @click.option("--lees", "ingevuld", metavar="WORDBESTAND", help="Lees een ingevuld formulier (.docx) terug.")
    @click.option("--dag", metavar="DATUM", help="Van welke dag het ingevulde is; anders die op het formulier.")
    @functools.wraps(opdracht)
    def kies(*, ingevuld: str | None, dag: str | None, **argumenten: Any) -> Any:
        if ingevuld is not None:
            return _lees(ingevuld, dag, **argumenten)
        if dag is not None:
            raise vraagfout("--dag hoort bij --lees: het zegt van welke dag het ingevulde is")
        if argumenten["niveau"] is None:
            raise vraagfout("geef een NIVEAU, of met --lees een ingevuld formulier")
        return opdracht(**argumenten)

    return kies


def _lees(
    ingevuld: str,
    dag: str | None,
    *,
    uit: str | None,
    overschrijf: bool,
    als_json: bool,
    raamwerk: str | None,
    portfolio: str | None,
    **anders: Any,
) -> int:
    """Write the portfolio of a form, and name on standard error what has no place in it; 1 where somebody must look at that."""
    if te_veel := [naam for optie, naam in _HOORT_NIET.items() if anders[optie]] + gegeven("schermtaal"):
        raise vraagfout(f"--lees leest een formulier; laat {' en '.join(te_veel)} weg")
    if dag is not None and dag_van(dag) is None:
        raise vraagfout(f"--dag: {citaat(dag)} is geen dag; geef een datum, zoals 2026-11-24")
    doel = Bestemming.van(uit, overschrijf, als_json)
    if doel.uit is not None:
        vorm_van(doel.uit, (".json",))
    kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
    bestaand = None if portfolio is None else lees_portfoliobestand(portfolio, kader)
    gelezen = _ingevuld(ingevuld, kader, bestaand, dag)
    erbij = {
        "bewijs": len(gelezen.portfolio.bewijs) - (len(bestaand.bewijs) if bestaand else 0),
        "notities": len(gelezen.portfolio.notities) - (len(bestaand.notities) if bestaand else 0),
    }
    for los in gelezen.niet_geplaatst:
        click.echo(f"niet in het portfolio: {los}".translate(ZICHTBAAR), err=True)
    wat = f": {gelezen.portfolio.student}, erbij: {erbij['bewijs']} × bewijs, {erbij['notities']} × notitie"
    niet = [los._asdict() for los in gelezen.niet_geplaatst]
    doel.lever(schrijf_portfolio(gelezen.portfolio), wat.translate(ZICHTBAAR), {**erbij, "niet_geplaatst": niet})
    return 1 if any(los.soort != "geen_plaats" for los in gelezen.niet_geplaatst) else 0


def _ingevuld(bestand: str, kader: Raamwerk, bestaand: Portfolio | None, dag: str | None) -> Ingevuld:
    """Return what a form says.

    Raises:
        Inhoudsfout: something that was filled in must be corrected.
        UsageError: the file cannot be read as a form of this framework.
    """
    inhoud = lees_bytes(bestand)
    with inhoud_van(bestand):
        try:
            return lees_formulier(inhoud, kader, portfolio=bestaand, dag=dag)
        except OngeldigPortfolio as fout:
            if any(bevinding.pad == "het bestand" for bevinding in fout.bevindingen):
                raise vraagfout(f"{citaat(bestand)}: {fout}") from fout
            raise
