"""Mahara: the `.matrix` of SmartEvidence. Its ids may be those of the database, so a thing is known by its short name: our code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...bestanden.bron import Bron
from ...raamwerk import Raamwerk
from ..case.vorm import Vorm, als_object
from ..mahara import STANDEN, standaarden_en_elementen
from .deel import Deel, Gelezen, delen_van
from .gelezen_tekst import zoals_html
from .jsonvorm import eis_gaaf, lees_json, vorm_van

als_tekst = zoals_html


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    inhoud = {"framework": standaarden_en_elementen(raamwerk, opties["criteria"])}
    return Gelezen([*_delen(Vorm(), inhoud)], schaal=(_schaal(STANDEN.values()), ""))


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return what stands in a file."""
    gegevens = lees_json(bron, grens)
    vorm = vorm_van(gegevens)
    delen = [*_delen(vorm, gegevens)]
    pad = "framework.evidencestatuses"
    standen = vorm.lijst(als_object(als_object(gegevens).get("framework")), "evidencestatuses", "framework")
    eis_gaaf(vorm)
    namen = [str(naam) for stand in standen for naam in als_object(stand).values()]
    return Gelezen(delen, schaal=(_schaal(namen), pad))


def _schaal(standen: Iterable[str]) -> str:
    return ", ".join(standen)


def _delen(vorm: Vorm, gegevens: object) -> Iterator[Deel]:
    """Yield the standards, and the elements that stand under them or under each other."""
    om = vorm.deel(gegevens, "")
    if "framework" not in om:
        vorm.fout("framework", "ontbreekt", "deze sleutel ontbreekt; een .matrix van Mahara heeft hem")
    inhoud = vorm.deel(om.get("framework", {}), "framework")
    standaarden = [*_objecten(vorm, inhoud, "standards", "framework")]
    elementen = [*_objecten(vorm, inhoud, "standardelements", "framework")]
    for pad, standaard in standaarden:  # as older files have them
        elementen += _objecten(vorm, standaard, "standardelement", pad)
    codes: dict[tuple[str, str], str] = {}
    for lijst in (standaarden, elementen):
        for pad, deel in lijst:
            codes[_plek(deel, "elementid")] = vorm.woord(deel, "shortname", pad, moet=False)
    for pad, standaard in standaarden:
        yield from _deel(vorm, standaard, pad, ())
    for pad, element in elementen:
        boven = codes.get(_plek(element, "parentelementid"), _tekst(element, "parentelementid"))
        yield from _deel(vorm, element, pad, tuple(filter(None, [boven])))


def _objecten(vorm: Vorm, van: dict[str, Any], naam: str, pad: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for plaats, waarde in enumerate(vorm.lijst(van, naam, pad)):
        hier = f"{pad}.{naam}[{plaats}]"
        yield hier, vorm.deel(waarde, hier)


def _plek(deel: Mapping[str, Any], ouder: str) -> tuple[str, str]:
    """Return by what an element is pointed at; without an element, the standard is."""
    return _tekst(deel, "standardid"), _tekst(deel, ouder)


def _tekst(deel: Mapping[str, Any], veld: str) -> str:
    waarde = deel.get(veld)
    return "" if waarde is None else str(waarde)


def _deel(vorm: Vorm, deel: dict[str, Any], pad: str, ouders: tuple[str, ...]) -> Iterator[Deel]:
    naam, tekst, code = (vorm.woord(deel, veld, pad, moet=False) for veld in ("name", "description", "shortname"))
    return delen_van(Deel(code, {"naam": naam, "tekst": tekst}, ouders, pad))
