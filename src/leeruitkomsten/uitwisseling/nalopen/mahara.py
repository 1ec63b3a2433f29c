"""Mahara: the `.matrix` of SmartEvidence. Its ids may be those of the database, so a thing is known by its short name: our code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...bestanden.bron import Bron
from ...raamwerk import Raamwerk
from ..case.vorm import Vorm
from ..mahara import standaarden_en_elementen
from .deel import Deel, Gelezen, delen_van
from .gelezen_tekst import zoals_html
from .jsonvorm import eis_gaaf, lees_json, vorm_van

als_tekst = zoals_html


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what the exporter writes for a framework."""
    return Gelezen([*_delen(Vorm(), {"framework": standaarden_en_elementen(raamwerk, opties["criteria"])})])


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return what stands in a file."""
    gegevens = lees_json(bron, grens)
    vorm = vorm_van(gegevens)
    daar = Gelezen([*_delen(vorm, gegevens)])
    eis_gaaf(vorm)
    return daar


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
        boven = codes.get(_plek(element, "parentelementid"), str(element.get("parentelementid", "")))
        yield from _deel(vorm, element, pad, tuple(filter(None, [boven])))


def _objecten(vorm: Vorm, van: dict[str, Any], naam: str, pad: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for plaats, waarde in enumerate(vorm.lijst(van, naam, pad)):
        hier = f"{pad}.{naam}[{plaats}]"
        yield hier, vorm.deel(waarde, hier)


def _plek(deel: Mapping[str, Any], ouder: str) -> tuple[str, str]:
    """Return by what an element is pointed at; without an element, the standard is."""
    return str(deel.get("standardid", "")), str(deel.get(ouder, ""))


def _deel(vorm: Vorm, deel: dict[str, Any], pad: str, ouders: tuple[str, ...]) -> Iterator[Deel]:
    naam, tekst, code = (vorm.woord(deel, veld, pad, moet=False) for veld in ("name", "description", "shortname"))
    return delen_van(code, naam, tekst, ouders, pad)
