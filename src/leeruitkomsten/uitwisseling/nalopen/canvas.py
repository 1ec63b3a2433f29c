"""Canvas: the outcomes CSV that *Export* on the page Outcomes (Leerdoelen) gives, or the report *Outcome Export* of an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...bestanden.blad import Regel, naam_van
from ...bestanden.bron import Bron
from ...bestanden.kop import kies_kolommen
from ...raamwerk import Raamwerk
from ..canvas import KOLOMMEN as EIGEN_KOLOMMEN
from ..canvas import cijfers_van, rijen
from .csvregels import csvregels
from .deel import Deel, Gelezen, delen_van
from .gelezen_tekst import zoals_html

KOLOMMEN = ("vendor_guid", "object_type", "title", "description", "parent_guids", "workflow_state")
CIJFERS = ("mastery_points", "ratings")
"""The columns of the scale, which not every report has; the ratings go on behind the last."""
als_tekst = zoals_html


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    cijfers = cijfers_van(opties["schaal"], opties["aangetoond"])
    eigen_rijen = rijen(raamwerk, opties["criteria"], cijfers, evl=opties["evl"], naamruimte=opties["naamruimte"])
    return _gelezen(Regel(0, [*EIGEN_KOLOMMEN]), (Regel(0, rij) for rij in eigen_rijen))


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return what stands in a file."""
    return _gelezen(*csvregels(bron, grens, _is_kop, len(KOLOMMEN)))


def _gelezen(kop: Regel, regels: Iterable[Regel]) -> Gelezen:
    """Return the groups and outcomes; ours stand under one group, and any other of the account beside it."""
    plaatsen = [*kies_kolommen(kop.cellen, KOLOMMEN, "de kop (regel 1)").values()]
    namen = [*map(naam_van, kop.cellen)]
    cijfers = [namen.index(naam) for naam in CIJFERS if naam in namen]
    delen: list[Deel] = []
    wortel = ""
    weg = 0
    for regel in regels:
        guid, soort, titel, omschrijving, ouders, stand = map(regel.cel, plaatsen)
        if stand == "deleted":
            weg += 1
        elif not wortel and soort == "group" and not ouders:
            wortel = guid
        else:
            schaal = _schaal(regel, *cijfers) if len(cijfers) == len(CIJFERS) else {}
            velden = {"naam": titel, "tekst": omschrijving, **schaal}
            delen += delen_van(Deel(guid, velden, tuple(ouders.split()), f"regel {regel.nummer}"))
    opmerkingen = [f"in Canvas verwijderd, en hier niet meegeteld: {weg}"] if weg else []
    if len(cijfers) < len(CIJFERS):
        opmerkingen.append("de schaal staat niet in het bestand, en is niet nagelopen")
    return Gelezen(delen, wortel, tuple(opmerkingen))


def _schaal(regel: Regel, beheerst: int, cijfers: int) -> dict[str, str]:
    """Return the ratings of an outcome in words, from low to high; nothing where Canvas has those of the account instead."""
    cellen = regel.cellen[cijfers:]
    paren = [f"{tekst} ({_getal(punten)})" for punten, tekst in zip(cellen[::2], cellen[1::2], strict=False) if punten]
    vanaf = regel.cel(beheerst)
    return {"schaal": f"{', '.join(reversed(paren))}; beheerst vanaf {_getal(vanaf)}"} if paren and vanaf else {}


def _getal(tekst: str) -> str:
    """Return points as we write them: Canvas may write `1.0`, or with a comma."""
    return re.sub(r"[.,]0+$", "", tekst)


def _is_kop(cellen: list[str]) -> bool:
    return {"vendor_guid", "title"} <= {*map(naam_van, cellen)}
