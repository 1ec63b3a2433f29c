"""Brightspace: the outcome sets of its API as JSON (`GET /d2l/api/le/…/lo/outcomeSets/`): one, or a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from ... import codes
from ...bestanden.bron import Bron
from ...raamwerk import Raamwerk
from ..case.vorm import Vorm, als_object
from ..opties import BrightspaceCriteria
from ..teksten import alineas, gevuld, naam_van
from .deel import Deel, Gelezen
from .gelezen_tekst import zoals_html
from .jsonvorm import eis_gaaf, lees_json, vorm_van

als_tekst = zoals_html


def eigen(raamwerk: Raamwerk, opties: Mapping[str, Any], _: frozenset[str]) -> Gelezen:
    """Return what an outcome set is to say of a framework."""
    return verwacht(raamwerk, **opties)


def verwacht(raamwerk: Raamwerk, *, criteria: BrightspaceCriteria = "uitkomsten") -> Gelezen:
    """Return the leerlijnen, the leeruitkomsten under them, and under these the succescriteria, unless there are to be none.

    No file is written for Brightspace: this is how its outcomes are put in by hand, or by its own template.
    """
    delen: list[Deel] = []
    for lijn in raamwerk.leerlijnen:
        delen.append(_verwacht(lijn.code, lijn.naam))
        for uitkomst in gevuld(lijn.leeruitkomsten):
            delen.append(_verwacht(uitkomst.code, naam_van(raamwerk, uitkomst), lijn.code))
            if criteria == "uitkomsten":
                delen += (_verwacht(c.code, c.tekst, uitkomst.code) for c in uitkomst.succescriteria)
    return Gelezen(delen)


def _verwacht(code: str, tekst: str, *ouders: str) -> Deel:
    return Deel(code, {"tekst": alineas(tekst)}, ouders)


def lees(bron: Bron, grens: int) -> Gelezen:
    """Return what the sets in a file say."""
    gegevens = lees_json(bron, grens)
    vorm = vorm_van(gegevens)
    sets = (
        als_object(gegevens).get("Objects", [gegevens]) if not isinstance(gegevens, list) else cast("object", gegevens)
    )
    delen: list[Deel] = []
    for plaats, waarde in enumerate(vorm.lijst({"sets": sets}, "sets")):
        pad = f"[{plaats}]"
        een = vorm.deel(waarde, pad)
        if isinstance(waarde, dict) and "Outcomes" not in waarde:
            vorm.fout(f"{pad}.Outcomes", "ontbreekt", "deze sleutel ontbreekt; elke set van Brightspace heeft hem")
        groep = str(een.get("Name") or een.get("OutcomeSetId") or pad)
        delen += _delen(vorm, een, pad, groep)
    eis_gaaf(vorm)
    return Gelezen(delen)


def _delen(vorm: Vorm, een: dict[str, Any], pad: str, groep: str) -> Iterator[Deel]:
    """Yield the outcomes of a set, each before those under it; a file may be deep, so what is to be done stands in a list."""
    stapel = [(een, "Outcomes", pad, "")]
    while stapel:
        boven, naam, hier, ouder = stapel.pop()
        onder: list[tuple[dict[str, Any], str, str, str]] = []
        for plaats, waarde in enumerate(vorm.lijst(boven, naam, hier)):
            waar = f"{hier}.{naam}[{plaats}]"
            doel = vorm.deel(waarde, waar)
            code, tekst = _code_en_tekst(vorm, doel, waar)
            yield Deel(code, {"tekst": tekst}, tuple(filter(None, [ouder])), waar, groep)
            onder.append((doel, "Children", waar, code or waar))
        stapel += reversed(onder)


def _code_en_tekst(vorm: Vorm, doel: dict[str, Any], waar: str) -> tuple[str, str]:
    """Return the short code of an outcome and its text; many put the code ahead of the text, instead or as well."""
    code, tekst = (vorm.woord(doel, veld, waar, moet=False) for veld in ("ShortCode", "Description"))
    eerste, _, rest = tekst.partition(" ")
    voorop = eerste.rstrip(":")
    if (code and rest and voorop == code) or (not code and codes.als_code(voorop)):
        return voorop, rest
    return code, tekst
