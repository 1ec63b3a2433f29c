"""The command that writes a framework in the format of another system."""

from __future__ import annotations

from typing import Any

import click

from .. import uitwisseling
from ..fouten import OngeldigeVraag, weiger
from ..verpakt import laad
from ..zinnen import citaat
from .leveren import Bestemming, met_doel, niet_op_scherm
from .lezen import lees_raamwerk
from .nederlands import getal_of_code, vraagfout
from .opdrachten import leeruitkomsten

_WAAR = {"ja": True, "true": True, "nee": False, "false": False}
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
        gekozen = opties_uit(formaat, opties)
        kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
        inhoud = uitwisseling.schrijf(kader, formaat, **gekozen)
    except OngeldigeVraag as fout:  # the help says what can be asked
        raise vraagfout(str(fout)) from fout
    zin = f" is geschreven ({formaat}, raamwerk {kader.versie})"
    doel.lever(inhoud, zin, {"formaat": formaat, "bytes": len(inhoud)})


def opties_uit(formaat: Any, opties: tuple[str, ...]) -> dict[str, Any]:
    """Return the options of a format by name; what they mean is seen by what they are when nobody asks."""
    anders = uitwisseling.opties_van(formaat)
    gekozen: dict[str, Any] = {}
    fouten: list[OngeldigeVraag] = []
    for optie in opties:
        naam, is_, waarde = optie.partition("=")
        if not is_ or not naam:
            fouten.append(_ongeldig(f"een optie is NAAM=WAARDE, er staat {citaat(optie)}", optie=optie))
        elif naam in gekozen:
            fouten.append(_ongeldig(f"de optie {citaat(naam)} staat er meer dan eens", optie=optie))
        else:
            gekozen[naam] = _waarde(waarde, anders.get(naam))
            if gekozen[naam] is None:
                reden = f"de optie {citaat(naam)} is {_wat_hoort(anders[naam])}, niet {citaat(waarde)}"
                fouten.append(_ongeldig(reden, **{naam: waarde}))
    weiger(fouten)
    return gekozen


def _waarde(waarde: str, anders: object) -> bool | int | str | None:
    """Return what a value means; `None` where it cannot be meant."""
    if isinstance(anders, bool):
        return _WAAR.get(waarde.casefold())
    if isinstance(anders, int):
        gelezen = getal_of_code(waarde)
        return None if isinstance(gelezen, str) else gelezen
    return None if isinstance(anders, tuple) else waarde


def _wat_hoort(anders: object) -> str:
    if isinstance(anders, bool):
        return "ja of nee"
    return "een geheel getal" if isinstance(anders, int) else "een lijst, die alleen vanuit Python kan"


def _ongeldig(reden: str, **gegeven: str) -> OngeldigeVraag:
    return OngeldigeVraag("ongeldige_waarde", reden, gegeven)
