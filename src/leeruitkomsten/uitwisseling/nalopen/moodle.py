"""Moodle: the CSV that *Export competency framework* gives. Columns are named in the language of the site; rows have no order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, cast

from ...bestanden.blad import Regel
from ...bestanden.bron import Bron
from ...fouten import Bevinding, OngeldigBestand
from ...raamwerk import Raamwerk
from ..case.vorm import als_object
from ..moodle import KOLOMMEN, rijen
from ..schaal import maak_schaal
from .csvregels import csvregels
from .deel import EVL, Deel, Gelezen
from .gelezen_tekst import zoals_html

als_tekst = zoals_html
_OUDER, _ID, _NAAM, _OMSCHRIJVING, _WAARDEN, _INSTELLING, _VERWANT, _IS_RAAMWERK = 0, 1, 2, 3, 5, 6, 10, 12
_BETEKENT = {"proficient": "aangetoond", "scaledefault": "standaard"}
"""What the settings of a value are called as options of the exporter."""
_ONWAAR = ("0", "", "False", "None")
_NODIG = _IS_RAAMWERK + 1
_NEE = ("", "0")


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    schaal = maak_schaal(opties["schaal"], opties["aangetoond"], opties["standaard"])
    kop, *leden = rijen(raamwerk, schaal, evl=opties["evl"], naamruimte=opties["naamruimte"])
    return _gelezen(Regel(0, kop), [Regel(0, rij) for rij in leden])


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return the competencies of the one framework in a file."""
    kop, regels = csvregels(bron, grens, _is_kop, _OMSCHRIJVING)
    if not _is_kop(kop.cellen):
        reden = f"een uitvoer van Moodle heeft er {len(KOLOMMEN)} kolommen, er zijn er {len(kop.cellen)}"
        raise OngeldigBestand((Bevinding(f"regel {kop.nummer}", "geen_kolom", reden),))
    raamwerken = [regel for regel in regels if regel.cel(_IS_RAAMWERK) not in _NEE]
    if len(raamwerken) != 1:
        reden = f"hier hoort één raamwerk in, er staan er {len(raamwerken)}"
        raise OngeldigBestand((Bevinding("het bestand", "verkeerd_aantal", reden),))
    return _gelezen(raamwerken[0], [regel for regel in regels if regel.cel(_IS_RAAMWERK) in _NEE])


def _gelezen(raamwerk: Regel, leden: list[Regel]) -> Gelezen:
    evls = _evls(leden)
    delen = [
        Deel(
            regel.cel(_ID),
            {"naam": regel.cel(_NAAM), "tekst": regel.cel(_OMSCHRIJVING), "schaal": _schaal(regel)},
            (*filter(None, [regel.cel(_OUDER)]), *sorted(evls.get(regel.cel(_ID), ()))),
            f"regel {regel.nummer}",
        )
        for regel in leden
    ]
    return Gelezen(delen, schaal=(_schaal(raamwerk), f"regel {raamwerk.nummer}"))


def _schaal(regel: Regel) -> str:
    """Return a scale in words: its values, each with what it means; nothing of a competency that has none of its own."""
    if not regel.cel(_WAARDEN):
        return ""
    with suppress(ValueError, RecursionError):
        cijfers: object = json.loads(regel.cel(_INSTELLING))
        lijst = cast("list[object]", cijfers) if isinstance(cijfers, list) else []
        per_waarde = {str(een.get("id")): een for een in map(als_object, lijst)}
        waarden = enumerate(regel.cel(_WAARDEN).split(","), 1)
        return ", ".join(_waarde(waarde.strip(), per_waarde.get(str(nummer), {})) for nummer, waarde in waarden)
    return f"{regel.cel(_WAARDEN)} {regel.cel(_INSTELLING)}"


def _waarde(waarde: str, cijfer: Mapping[str, object]) -> str:
    betekent = [naam for veld, naam in _BETEKENT.items() if str(cijfer.get(veld, 0)) not in _ONWAAR]
    return f"{waarde} ({' en '.join(betekent)})" if betekent else waarde


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
