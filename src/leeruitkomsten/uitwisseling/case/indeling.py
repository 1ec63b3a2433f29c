"""What each item of a tree is in a framework: by its code, by what is said of its type, or by its layer where that is plain.

Nothing is guessed: where a tree can be read in more than one way, the fault is a question, with what can be answered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

from ... import codes
from ...fouten import OngeldigeVraag
from ...zinnen import citaat, opsomming
from ..opties import Itemsoort
from .boom import Boom
from .delen import TYPES
from .verslag import aantallen
from .vorm import Item, Vorm

SOORTEN: tuple[Itemsoort, ...] = get_args(Itemsoort)
RUBRIC = "CFRubric"
"""The name by which `typen` says whether rubrics are read."""
PER_DIEPTE: tuple[Itemsoort, ...] = ("leerlijn", "leeruitkomst", "succescriterium")
_TITELS: dict[str, Itemsoort] = {
    TYPES["leerlijn"].titel.casefold(): "leerlijn",
    TYPES["leeruitkomst"].titel.casefold(): "leeruitkomst",
    TYPES["succescriterium"].titel.casefold(): "succescriterium",
    TYPES["evl"].titel.casefold(): "evl",
}
_WOORD = "(?i:niveau|level|fase|phase|stage|trede|stap|step)"
_TYPE = re.compile(rf"\b{_WOORD}\b")
"""The words by which the type of an item says that it is a niveau."""
_NAAM = re.compile(
    rf"{_WOORD}[ -](?:[0-9]{{1,2}}[A-Za-z]?|[A-Z][0-9]?[+]?|[IVX]{{2,4}})(?: ?[:.(]| [-\u2013\u2014] |$)"
)
"""How an item calls itself a niveau: such a word and a number or letter, and no sentence that goes on (`Step back and reflect`)."""
_LAGEN = "leerlijn, leeruitkomst voor elk niveau, succescriterium"


def eis_typen(typen: Mapping[str, str]) -> None:
    """Do nothing when types are read as what can be.

    Raises:
        OngeldigeVraag: one is not.
    """
    for naam, soort in typen.items():
        mogelijk = ("leerlijn", "overslaan") if naam == RUBRIC else SOORTEN
        if soort not in mogelijk:
            raise OngeldigeVraag.keuze(f"typen[{citaat(naam)}]", soort, mogelijk)


def soort_van_type(item: Item, diepte: int, typen: Mapping[str, str]) -> str | None:
    """Return what the reader, or else the type itself, says that an item is."""
    return typen.get(item.itemtype) or typen.get(f"laag {diepte}") or _TITELS.get(item.itemtype.casefold())


def is_eigen(boom: Boom, typen: Mapping[str, str]) -> bool:
    """Say whether the codes are those of a framework, each of the soort of its layer; some may have none, or another."""
    onder: Counter[bool] = Counter()
    bewijs = False
    for item in boom.levend():
        diepte = boom.diepte[item.identifier]
        if diepte > len(PER_DIEPTE):
            return False
        evl = diepte == 1 and (codes.soort_van(item.code) == "evl" or soort_van_type(item, diepte, typen) == "evl")
        hoort = "evl" if evl else PER_DIEPTE[diepte - 1]
        gezegd = typen.get(item.itemtype) or typen.get(f"laag {diepte}")
        past = codes.soort_van(item.code) == hoort
        if gezegd not in (None, hoort) or (hoort == "leerlijn" and item.code and not past):
            return False
        if item.code and not evl:
            onder[past] += 1
            # Two layers with codes such as A and A1 may as well be those of a list: the third, or a type, says that they are ours.
            bewijs = bewijs or (past and (diepte == len(PER_DIEPTE) or _TITELS.get(item.itemtype.casefold()) == hoort))
    return bewijs and onder[True] > onder[False]


def noem_onbekende(vorm: Vorm, boom: Boom, typen: Mapping[str, str]) -> None:
    """Name types that no item has: a slip of the pen would else do nothing, in silence."""
    bestaand = {item.itemtype for item in boom.items.values() if item.itemtype}
    lagen = {f"laag {diepte}" for diepte in boom.diepte.values()}
    for naam in typen:
        if naam not in bestaand | lagen | {RUBRIC}:
            wel = f"; er zijn: {opsomming(sorted(bestaand)[:20])}" if bestaand else ""
            vorm.fout("typen", "bestaat_niet", f"geen item heeft het type {citaat(naam)}{wel}")


class Indeling:
    """What each item is, by its identifier: an `Itemsoort`, for a tree of foreign make.

    Attributes:
        soort: by identifier, of items that are a part of the tree.
    """

    def __init__(self, vorm: Vorm, boom: Boom, typen: Mapping[str, str]) -> None:
        self._vorm = vorm
        self._boom = boom
        self._typen = typen
        self.soort: dict[str, str] = {}
        laag = self._lagen()
        levend = [i.identifier for i in boom.levend() if i.identifier in laag]
        self.lagen = max((laag[i] for i in levend), default=0)
        midden = "niveau" if self.lagen == 3 and self._zijn_niveaus([i for i in levend if laag[i] == 2]) else None  # noqa: PLR2004  # leerlijn, …, criterium
        self._open: list[str] = []
        for identifier, diepte in laag.items():
            soort = self.soort.get(identifier) or self._naar_laag(diepte, midden)
            if soort is None and identifier not in boom.beeindigd:
                self._open.append(identifier)
            self.soort[identifier] = soort or ""
        self.vraag = self._vraag(laag) if self._open else ""

    def _lagen(self) -> dict[str, int]:
        """Return the layer of each item that is read, from 1; note of the others that they are passed over."""
        boom, lagen = self._boom, dict[str, int]()
        onder: dict[str, int] = {}
        for identifier, diepte in boom.diepte.items():
            item = boom.items[identifier]
            ouder = boom.ouder(item)
            hier = onder[ouder.identifier] if ouder else 0
            gezegd = soort_van_type(item, diepte, self._typen)
            if gezegd is None and diepte == 1 and codes.soort_van(item.code) == "evl":
                gezegd = "evl"
            if gezegd:
                self.soort[identifier] = gezegd
            if gezegd in ("overslaan", "evl"):
                onder[identifier] = hier
            else:
                onder[identifier] = lagen[identifier] = hier + 1
        return lagen

    def _naar_laag(self, laag: int, midden: str | None) -> str | None:
        """Return what an item is by its layer alone, where that is plain."""
        if self.lagen <= 1:
            return None
        if laag == 1:
            return "leerlijn"
        return "succescriterium" if laag == self.lagen else midden

    def _zijn_niveaus(self, midden: list[str]) -> bool:
        """Say whether the middle layer names niveaus by its own words, `Level 2`, each once under a leerlijn."""
        items = [self._boom.items[identifier] for identifier in midden if not self.soort.get(identifier)]
        per_lijn: set[tuple[str, str]] = set()
        for item in items:
            ouder = self._boom.ouder(item)
            per_lijn.add((ouder.identifier if ouder else "", naam_van_niveau(item)))
        noemt = all(map(_TYPE.search, (item.itemtype for item in items))) or all(
            _NAAM.match(naam_van_niveau(item)) for item in items
        )
        return noemt and len(per_lijn) == len(midden)

    def _vraag(self, laag: Mapping[str, int]) -> str:
        """Return what is asked: how many layers there are, what is in them, and what can be done."""
        per_laag: dict[int, list[str]] = {}
        for item in self._boom.levend():
            if item.identifier in laag:
                per_laag.setdefault(self._boom.diepte[item.identifier], []).append(item.itemtype)
        delen = "; ".join(f"laag {n}: {aantallen(namen)}" for n, namen in [*per_laag.items()][:10])
        eerste = self._boom.items[self._open[0]]
        type_ = eerste.itemtype or f"laag {self._boom.diepte[eerste.identifier]}"
        if self.lagen == 3:  # noqa: PLR2004  # as above
            kop = f"deze boom heeft 3 lagen ({delen}), en wat {citaat(type_)} in een raamwerk is staat er niet bij"
            keus = "een leeruitkomst voor elk niveau, de naam van een niveau, of een rij"
            return f"{kop}: {keus}. {_raad(type_, 'leeruitkomst')}"
        soort = "succescriterium" if self.lagen == 1 else "overslaan"
        return f"deze boom heeft {lagen_in_woorden(self.lagen)}; een raamwerk heeft er 3: {_LAGEN} ({delen}). {_raad(type_, soort)}"


def lagen_in_woorden(aantal: int) -> str:
    """Return how many layers there are, in words."""
    return "1 laag" if aantal == 1 else f"{aantal} lagen"


def _raad(type_: str, soort: str) -> str:
    """Return what can be done: what to say of a type, in Python and on the command line."""
    in_python, op_regel = f"typen={{{citaat(type_)}: {citaat(soort)}}}", f"--type {citaat(f'{type_}={soort}')}"
    keuzen = f"{', '.join(SOORTEN[:-1])} of {SOORTEN[-1]}"
    return f"Zeg wat elk type is met typen, bijvoorbeeld {in_python}, op de opdrachtregel {op_regel}; kies uit {keuzen}"


def naam_van_niveau(item: Item) -> str:
    """Return what a niveau is called by the item that names it: its short name, or its statement."""
    return item.kort or item.tekst


def noem_types(vorm: Vorm, types: Iterable[str]) -> None:
    """Count the names of types, which a framework has no place for."""
    for naam in types:
        if naam and naam.casefold() not in _TITELS:
            vorm.verslag.over(f"CFItemType {citaat(naam)}")
