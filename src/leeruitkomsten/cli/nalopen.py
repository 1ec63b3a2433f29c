"""The command that asks whether another system still says what the framework says: for people, and for a check every night."""

from __future__ import annotations

from typing import Any, get_args

import click

from .. import uitwisseling
from ..fouten import OngeldigeVraag
from ..uitwisseling.opties import Naloopbaar
from ..verpakt import laad
from ..zinnen import citaat
from .lezen import in_bestand, lees_bytes, lees_raamwerk
from .nederlands import vraagfout
from .opdrachten import leeruitkomsten
from .scherm import teken, toon_json


def _naloopbaar(_ctx: click.Context, _: click.Parameter, waarde: str) -> str:
    """Return a format that can be held against a framework; used as the callback of an argument."""
    if waarde not in get_args(Naloopbaar):
        raise vraagfout(f"{citaat(waarde)} kan niet nagelopen worden; kies uit: {', '.join(get_args(Naloopbaar))}")
    return waarde


@leeruitkomsten.command(
    "nalopen",
    voorbeeld="leeruitkomsten nalopen moodle uitvoer.csv",
    help=f"""Loop na of een ander systeem nog zegt wat het raamwerk zegt.

    FORMAAT is een van: {", ".join(get_args(Naloopbaar))}. BESTAND is wat dat systeem uitvoert, of een van onze
    tabellen nadat iemand erin gewerkt heeft; - leest het van de standaardinvoer. De uitgangscode is 0 als alles gelijk is, 1 als
    er iets afwijkt, en 2 als het bestand niet gelezen kan worden.
    """,
)
@click.argument("formaat", metavar="FORMAAT", callback=_naloopbaar)
@click.argument("bestand", metavar="BESTAND")
@click.option("--raamwerk", metavar="RAAMWERK", help="Vergelijk met een eigen raamwerk (JSON).")
@click.option(
    "--optie", "opties", metavar="NAAM=WAARDE", multiple=True,
    help="Een keuze waarmee het bestand destijds is geschreven; mag vaker.",
)  # fmt: skip
@click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
def nalopen(formaat: Any, bestand: str, *, raamwerk: str | None, opties: tuple[str, ...], als_json: bool) -> int:
    """Hold a file of a system against a framework, and print in what they differ."""
    try:
        gekozen = uitwisseling.lees_opties(formaat, opties)
    except OngeldigeVraag as fout:
        raise vraagfout(str(fout)) from fout
    kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
    inhoud = lees_bytes(bestand)
    with in_bestand(bestand):
        naloop = uitwisseling.vergelijk(kader, inhoud, formaat, **gekozen)
    if als_json:
        toon_json(naloop.als_dict())
    else:
        teken(naloop._tabel())
    return 0 if naloop.gelijk else 1
