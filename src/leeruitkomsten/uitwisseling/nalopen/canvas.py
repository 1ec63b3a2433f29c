"""Canvas: the outcomes CSV that *Export* on the page Outcomes (Leerdoelen) gives, or the report *Outcome Export* of an account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...bestanden.blad import Regel, naam_van
from ...bestanden.bron import Bron
from ...bestanden.kop import kies_kolommen
from ...raamwerk import Raamwerk
from ..canvas import KOLOMMEN as EIGEN_KOLOMMEN
from ..canvas import rijen
from .csvregels import csvregels
from .deel import Deel, Gelezen, delen_van
from .gelezen_tekst import zoals_html

KOLOMMEN = ("vendor_guid", "object_type", "title", "description", "parent_guids", "workflow_state")
als_tekst = zoals_html


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    eigen_rijen = rijen(raamwerk, opties["criteria"], evl=opties["evl"], naamruimte=opties["naamruimte"])
    return _gelezen(Regel(0, [*EIGEN_KOLOMMEN]), (Regel(0, rij) for rij in eigen_rijen))


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return what stands in a file."""
    return _gelezen(*csvregels(bron, grens, _is_kop, len(KOLOMMEN)))


def _gelezen(kop: Regel, regels: Iterable[Regel]) -> Gelezen:
    """Return the groups and outcomes; ours stand under one group, and any other of the account beside it."""
    plaatsen = [*kies_kolommen(kop.cellen, KOLOMMEN, "de kop (regel 1)").values()]
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
            delen += delen_van(guid, titel, omschrijving, tuple(ouders.split()), f"regel {regel.nummer}")
    verwijderd = (f"in Canvas verwijderd, en hier niet meegeteld: {weg}",) if weg else ()
    return Gelezen(delen, wortel, verwijderd)


def _is_kop(cellen: list[str]) -> bool:
    return {"vendor_guid", "title"} <= {*map(naam_van, cellen)}
