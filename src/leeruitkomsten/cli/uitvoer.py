"""The command that writes a framework in the format of another system."""

from __future__ import annotations

from typing import Any

import click

from .. import uitwisseling
from ..fouten import OngeldigeVraag
from ..verpakt import laad
from .leveren import Bestemming, met_doel, niet_op_scherm
from .lezen import lees_raamwerk
from .nederlands import vraagfout
from .opdrachten import leeruitkomsten

_GEEN_TEKST = ("xlsx",)


@leeruitkomsten.command(
    "exporteer",
    voorbeeld='leeruitkomsten exporteer csv -o criteria.csv --optie "scheiding=;"',
    help=f"""Schrijf het raamwerk als bestand voor een ander systeem.

    FORMAAT is een van: {", ".join(uitwisseling.formaten())}. Zonder -o komt het bestand op de standaarduitvoer.
    """,
)
@click.argument("formaat", metavar="FORMAAT")
@click.option("--optie", "opties", metavar="NAAM=WAARDE", multiple=True, help="Een keuze van het formaat; mag vaker.")
@click.option("--raamwerk", metavar="RAAMWERK", help="Schrijf een eigen raamwerk (JSON).")
@met_doel("Schrijf naar dit bestand.")
def exporteer(*, formaat: Any, doel: Bestemming, opties: tuple[str, ...], raamwerk: str | None) -> None:
    """Write a framework in a format, to a file or to standard output."""
    if doel.uit is None and formaat in _GEEN_TEKST:
        niet_op_scherm(f"{formaat} is geen tekst", "geef met -o een bestand op, of stuur het door met | of >")
    try:
        gekozen = uitwisseling.lees_opties(formaat, opties)
        kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
        inhoud = uitwisseling.schrijf(kader, formaat, **gekozen)
    except OngeldigeVraag as fout:  # the help says what can be asked
        raise vraagfout(str(fout)) from fout
    zin = f" is geschreven ({formaat}, raamwerk {kader.versie})"
    doel.lever(inhoud, zin, {"formaat": formaat, "bytes": len(inhoud)})
