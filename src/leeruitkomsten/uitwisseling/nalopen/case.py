"""CASE: a package of any server, 1.0 or 1.1, in a wrapper or not; besides codes, texts and places nothing of it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from ... import codes
from ...bestanden.bron import Bron
from ...raamwerk import Raamwerk
from ..case.boom import Boom
from ..case.delen import BEGELEIDING
from ..case.vorm import Item, Vorm
from ..teksten import gevuld, naam_van
from .deel import Deel, Gelezen
from .gelezen_tekst import op_een_regel
from .jsonvorm import eis_gaaf, lees_json

als_tekst = op_een_regel


def eigen(raamwerk: Raamwerk, _opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the items of a framework say, by their codes: no option changes that."""
    return Gelezen([*_eigen_delen(raamwerk)])


def _eigen_delen(raamwerk: Raamwerk) -> Iterator[Deel]:
    evls = {evl.niveau.nummer: evl.code for evl in raamwerk.evls}
    for lijn in raamwerk.leerlijnen:
        yield Deel(lijn.code, {"tekst": lijn.naam}, ())
        for uitkomst in gevuld(lijn.leeruitkomsten):
            velden = {"tekst": naam_van(raamwerk, uitkomst)}
            yield Deel(uitkomst.code, velden, (lijn.code, evls[uitkomst.niveau]))
            onder = (uitkomst.code,)
            for criterium in uitkomst.succescriteria:
                yield Deel(criterium.code, {"tekst": criterium.tekst}, onder)
    for evl in raamwerk.evls:
        yield Deel(evl.code, {"tekst": evl.niveau.fase, "begeleiding": evl.niveau.begeleiding or ""}, ())


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return the items of a package that did not end."""
    vorm = Vorm()
    pakket = vorm.pakket(lees_json(bron, grens))
    document = vorm.document(pakket)
    boom = Boom(vorm, str(document.get("identifier", "")).lower(), vorm.items(pakket), vorm.banden(pakket))
    eis_gaaf(vorm)
    evls: dict[str, list[str]] = defaultdict(list)
    for band in boom.banden:
        evl = boom.items[band.naar].code
        if band.soort == "isPartOf" and codes.soort_van(evl) == "evl":
            evls[band.van].append(evl)
    delen = [
        Deel(item.code, _velden(item), (*_ouder(boom, item), *sorted(evls[item.identifier])), item.pad)
        for item in boom.levend()
    ]
    return Gelezen(delen, "", tuple(_opmerkingen(vorm, pakket, boom)))


def _velden(item: Item) -> dict[str, str]:
    notitie = item.notitie.removeprefix(BEGELEIDING)
    return {"tekst": item.tekst or item.kort, **({"begeleiding": notitie} if notitie else {})}


def _ouder(boom: Boom, item: Item) -> Iterator[str]:
    ouder = boom.ouder(item)
    if ouder:
        yield ouder.code or ouder.identifier


def _opmerkingen(vorm: Vorm, pakket: Mapping[str, Any], boom: Boom) -> Iterator[str]:
    if boom.beeindigd:
        yield f"items die volgens het pakket beëindigd of vervangen zijn, en niet meetellen: {len(boom.beeindigd)}"
    if rubrieken := len(vorm.lijst(dict(pakket), "CFRubrics")):
        yield f"rubrics, die niet zijn nagelopen: {rubrieken}"
