"""A new framework from a CASE package: what `leeruitkomsten nieuw` does where it is given JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from ..fouten import OngeldigeVraag, OngeldigRaamwerk
from ..zinnen import citaat
from .leveren import lever_raamwerk
from .lezen import lees_bytes, zeg
from .nederlands import gegeven, vraagfout

if TYPE_CHECKING:
    from ..uitwisseling.opties import Itemsoort
    from .leveren import Bestemming


def is_pakket(bestand: str) -> bool:
    """Say whether a file is JSON, by the end of its name."""
    return Path(bestand).suffix.casefold() == ".json"


def eis_datum(datum: str | None, typen: tuple[str, ...]) -> None:
    """Refuse a table without a date, which it does not say itself, or with options of a package."""
    if typen:
        raise vraagfout("--type is voor een CASE-pakket (JSON); een tabel heeft geen types")
    if datum is None:
        opdracht = click.get_current_context()
        [optie] = [deel for deel in opdracht.command.params if deel.name == "datum"]
        raise click.MissingParameter(ctx=opdracht, param=optie)


def uit_pakket(bestand: str, doel: Bestemming, typen: tuple[str, ...], **over: Any) -> int:
    """Make a framework of a package, and say what was left out, filled in or changed."""
    from ..uitwisseling import lees

    if over.pop("blad", None) is not None:
        raise vraagfout("--blad is voor een tabel (Excel)")
    kop = {
        naam: waarde for naam, waarde in over.items() if gegeven(naam)
    }  # what a table needs for want of better it says itself
    inhoud = lees_bytes(bestand)
    try:
        kader = lees(inhoud, "case", typen=_typen(typen), **kop)
    except OngeldigRaamwerk as fout:
        click.echo(f"{bestand}: {fout}", err=True)
        return 1
    except OngeldigeVraag as fout:
        raise vraagfout(str(fout)) from fout
    zeg(bestand, map(str, kader.bron.verantwoording))
    lever_raamwerk(doel, kader)
    return 0


def _typen(paren: tuple[str, ...]) -> dict[str, Itemsoort]:
    """Return what each type is, of options such as `Competency=succescriterium`; what it may be the reader says."""
    typen: dict[str, Itemsoort] = {}
    for paar in paren:
        naam, is_, soort = paar.rpartition("=")
        if not is_ or not naam:
            reden = f"--type hoort als TYPE=SOORT, zoals Competency=succescriterium; er staat {citaat(paar)}"
            raise vraagfout(reden)
        typen[naam] = cast("Itemsoort", soort)
    return typen
