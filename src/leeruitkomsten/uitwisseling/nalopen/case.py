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
from ..case.rubrieken import Rubrieken
from ..case.vorm import Item, Vorm
from ..ids import nummering
from ..teksten import gevuld, naam_van
from .deel import Deel, Gelezen
from .gelezen_tekst import op_een_regel
from .jsonvorm import eis_gaaf, lees_json
from .rubric import eigen_velden, velden_per_lijn

als_tekst = op_een_regel


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the items and rubrics of a framework say, by their codes: only identifiers follow from an option."""
    nummer = nummering(raamwerk.sleutel, opties["naamruimte"])
    delen = [*_eigen_delen(raamwerk)]
    return Gelezen(delen, nummers={deel.id: str(nummer(deel.id)) for deel in delen})


def _eigen_delen(raamwerk: Raamwerk) -> Iterator[Deel]:
    evls = {evl.niveau.nummer: evl.code for evl in raamwerk.evls}
    fasen = [niveau.fase for niveau in raamwerk.niveaus]
    for lijn in raamwerk.leerlijnen:
        yield Deel(lijn.code, {"tekst": lijn.naam, **eigen_velden(lijn, fasen)}, ())
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
    rubrieken = Rubrieken(vorm, pakket)
    per_lijn = velden_per_lijn(boom, rubrieken)
    delen = [
        Deel(
            item.code,
            {**_velden(item), **per_lijn.get(item.identifier, [{}])[-1]},
            (*_ouder(boom, item), *sorted(evls[item.identifier])),
            item.pad,
        )
        for item in boom.levend()
    ]
    nummers = {item.code: item.identifier for item in boom.levend()}
    bij_lijn = sum(map(len, per_lijn.values()))
    opmerkingen = _opmerkingen(boom, los=rubrieken.aantal - bij_lijn, dubbel=bij_lijn - len(per_lijn))
    return Gelezen(delen, "", tuple(opmerkingen), nummers=nummers)


def _velden(item: Item) -> dict[str, str]:
    notitie = item.notitie.removeprefix(BEGELEIDING)
    return {"tekst": item.tekst or item.kort, **({"begeleiding": notitie} if notitie else {})}


def _ouder(boom: Boom, item: Item) -> Iterator[str]:
    ouder = boom.ouder(item)
    if ouder:
        yield ouder.code or ouder.identifier


def _opmerkingen(boom: Boom, *, los: int, dubbel: int) -> Iterator[str]:
    if boom.beeindigd:
        yield f"items die volgens het pakket beëindigd of vervangen zijn, en niet meetellen: {len(boom.beeindigd)}"
    if los:
        yield f"rubrics die bij geen leerlijn horen, en niet zijn nagelopen: {los}"
    if dubbel:
        yield f"rubrics van een leerlijn die verderop nog een rubric heeft, en niet zijn nagelopen: {dubbel}"
