"""Rubrics of CASE: what stands in them besides the tree, as texts of their leerlijn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ... import codes
from ...model import Leerlijn
from ..case.boom import Boom
from ..case.rubrieken import Rubrieken
from ..case.vorm import Item
from .gelezen_tekst import op_een_regel

_NAAM, _TEKST = "rubric (naam van rij {})", "rubric (rij {})"


def eigen_velden(lijn: Leerlijn, fasen: Sequence[str]) -> dict[str, str]:
    """Return what a rubric of a leerlijn says: how many rows it has, and of each by its number its name and its text."""
    velden = {"rubric": _aantal(len(lijn.rijen))}
    for rij in lijn.rijen:
        cellen = zip(fasen, ([c.tekst for c in cel] for cel in rij.cellen), strict=True)
        velden |= {_NAAM.format(rij.nummer): rij.benaming or rij.code, _TEKST.format(rij.nummer): _rij(cellen)}
    return velden


def velden_per_lijn(boom: Boom, rubrieken: Rubrieken) -> dict[str, list[dict[str, str]]]:
    """Return the same of the rubrics of a package in their order, by the identifier of the leerlijn that each is of.

    What the tree of the package says as well is left out: where that differs from ours, it is told of the tree.
    """
    fasen = {item.code: item.tekst for item in boom.levend() if codes.soort_van(item.code) == "evl"}
    per_lijn = defaultdict[str, list[dict[str, str]]](list)
    for lijn, rijen in rubrieken.per_lijn():
        if lijn in boom.items:
            eigen = [(naam, _rij((fase, [tekst]) for fase, tekst in treden)) for naam, treden in rijen]
            per_lijn[lijn].append(_velden(eigen, _rijen(boom, boom.items[lijn], fasen)))
    return per_lijn


def _velden(rijen: Sequence[tuple[str, str]], boom: Mapping[int, str]) -> dict[str, str]:
    evenveel = len(rijen) == len(boom)
    velden = {} if evenveel else {"rubric": _aantal(len(rijen))}
    nummers = defaultdict[str, list[int]](list)
    for nummer, tekst in boom.items():
        nummers[tekst].append(nummer)
    for plaats, (naam, tekst) in enumerate(rijen):
        if nummers[tekst]:
            velden[_NAAM.format(nummers[tekst].pop(0))] = naam
        else:
            # A row that says something else than the tree is the row in its place.
            nummer = [*boom][plaats] if evenveel else plaats + 1
            velden |= {_NAAM.format(nummer): naam, _TEKST.format(nummer): tekst}
    return velden


def _rijen(boom: Boom, lijn: Item, fasen: Mapping[str, str]) -> dict[int, str]:
    """Return what the criteria under a leerlijn say in each row by its number, in the order of the rows."""
    rijen: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for uitkomst in boom.onder(lijn):
        for criterium in boom.onder(uitkomst):
            deel = codes.als_code(criterium.code)
            if deel and deel.rij and deel.niveau and criterium.identifier not in boom.beeindigd:
                rijen[deel.rij][deel.niveau].append(criterium.tekst)
    return {
        rij: _rij((fasen.get(f"EvL{niveau}", ""), teksten) for niveau, teksten in sorted(cellen.items()))
        for rij, cellen in sorted(rijen.items())
    }


def _rij(cellen: Iterable[tuple[str, Sequence[str]]]) -> str:
    return op_een_regel("; ".join(f"{fase}: {' '.join(teksten)}" for fase, teksten in cellen if teksten))


def _aantal(rijen: int) -> str:
    return f"{rijen} rijen"
