"""Moodle: the CSV that *Export competency framework* gives. Columns are named in the language of the site; rows have no order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ...bestanden.blad import Regel
from ...bestanden.bron import Bron
from ...fouten import Bevinding, OngeldigBestand
from ...raamwerk import Raamwerk
from ..moodle import KOLOMMEN, competenties
from .csvregels import csvregels
from .deel import EVL, Deel, Gelezen
from .gelezen_tekst import zoals_html

als_tekst = zoals_html
_OUDER, _ID, _NAAM, _OMSCHRIJVING, _VERWANT, _IS_RAAMWERK = 0, 1, 2, 3, 10, 12
_NODIG = _IS_RAAMWERK + 1
_NEE = ("", "0")


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    rijen = competenties(raamwerk, opties["evl"], opties["naamruimte"])
    return _gelezen([Regel(0, rij) for rij in rijen])


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return the competencies of the one framework in a file."""
    kop, regels = csvregels(bron, grens, _is_kop, _OMSCHRIJVING)
    if not _is_kop(kop.cellen):
        reden = f"een uitvoer van Moodle heeft er {len(KOLOMMEN)} kolommen, er zijn er {len(kop.cellen)}"
        raise OngeldigBestand((Bevinding(f"regel {kop.nummer}", "geen_kolom", reden),))
    leden = [regel for regel in regels if regel.cel(_IS_RAAMWERK) in _NEE]
    if len(regels) - len(leden) != 1:
        reden = f"hier hoort één raamwerk in, er staan er {len(regels) - len(leden)}"
        raise OngeldigBestand((Bevinding("het bestand", "verkeerd_aantal", reden),))
    return _gelezen(leden)


def _gelezen(leden: list[Regel]) -> Gelezen:
    evls = _evls(leden)
    return Gelezen([
        Deel(
            regel.cel(_ID),
            {"naam": regel.cel(_NAAM), "tekst": regel.cel(_OMSCHRIJVING)},
            (*filter(None, [regel.cel(_OUDER)]), *sorted(evls.get(regel.cel(_ID), ()))),
            f"regel {regel.nummer}",
        )
        for regel in leden
    ])  # fmt: skip


def _is_kop(cellen: list[str]) -> bool:
    return len(cellen) >= _NODIG


def _evls(regels: Iterable[Regel]) -> Mapping[str, set[str]]:
    """Return which EvLs a competency is cross-referenced with. Moodle says each cross-reference on both sides, we on one."""
    evls: dict[str, set[str]] = defaultdict(set)
    for regel in regels:
        for verwant in filter(None, regel.cel(_VERWANT).split(",")):
            for evl, lid in ((regel.cel(_ID), verwant), (verwant, regel.cel(_ID))):
                if EVL.search(evl):
                    evls[lid].add(evl)
    return evls
