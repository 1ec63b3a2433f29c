"""A table by place: leerlijnen, niveaus and rows as they were found, and the codes that follow from where each thing stands.

Trees and rubrics of foreign make come together here. What ended has a code as well, behind those that live.
"""

from __future__ import annotations

import itertools
import string
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

import attrs

from ... import codes
from ...codes import HOOGSTE_LETTER, HOOGSTE_NIVEAU, HOOGSTE_RIJ
from ...velden import MEESTE_UITKOMSTEN
from ...zinnen import citaat
from .verslag import schoon
from .vorm import Vorm

Deel = dict[str, Any]


@attrs.define
class Punt:
    """A criterium: its niveau and row, by what tells them apart (`None` where nothing does), what it says, and where it stands."""

    niveau: Hashable
    rij: Hashable
    tekst: str
    notatie: str
    pad: str


@attrs.define
class Uitkomst:
    """What is said of a leerlijn at a niveau."""

    tekst: str
    notatie: str
    pad: str


@attrs.define
class Lijn:
    """A leerlijn as it was found: its parts, and what ended of them."""

    naam: str
    omschrijving: str
    notatie: str
    pad: str
    punten: list[Punt] = attrs.field(factory=list[Punt])
    uitkomsten: dict[Hashable, Uitkomst] = attrs.field(factory=dict[Hashable, Uitkomst])
    rijen: dict[Hashable, str] = attrs.field(factory=dict[Hashable, str])
    """Rows that have a place of their own, each with its name; in their order."""
    code: str = ""


class Plaatsing:
    """Gives everything its code, and the table its shape as plain data.

    Attributes:
        paden: where the parts of the data file stand in the CASE file, by their paths.
        codes: the code of what stands at a path of the CASE file.
        nummers: the number of each niveau, by what tells it apart.
    """

    def __init__(self, vorm: Vorm, lijnen: list[Lijn], niveaus: list[tuple[Hashable, str, str | None]]) -> None:
        """Place leerlijnen on niveaus: what tells a niveau apart, its name, and its begeleiding; from low to high."""
        self._vorm = vorm
        self._lijnen = lijnen
        self._niveaus = niveaus
        self.nummers = {sleutel: nummer for nummer, (sleutel, *_) in enumerate(niveaus, 1)}
        self.paden: dict[str, str] = {}
        self.codes: dict[str, str] = {}

    def gegevens(self) -> Deel:
        """Return niveaus and leerlijnen as the data file has them; nothing where they are too many."""
        aantal = len(self._niveaus)
        if aantal > HOOGSTE_NIVEAU or aantal * len(self._lijnen) > MEESTE_UITKOMSTEN:
            reden = f"{len(self._lijnen)} leerlijnen × {aantal} niveaus; dat zijn er te veel"
            self._vorm.fout("CFItems", "te_groot", reden)
            return {}
        self._geef_codes()
        niveaus = [
            {"nummer": nummer, "fase": fase, "begeleiding": begeleiding}
            for nummer, (_, fase, begeleiding) in enumerate(self._niveaus, 1)
        ]
        leerlijnen = [self._leerlijn(lijn, plaats) for plaats, lijn in enumerate(self._lijnen)]
        return {} if self._vorm.fouten else {"niveaus": niveaus, "leerlijnen": leerlijnen}

    def _geef_codes(self) -> None:
        """Give each leerlijn its code: its own where each has one that can be, else A, B, C."""
        eigen = [lijn.notatie for lijn in self._lijnen]
        if all(codes.soort_van(code) == "leerlijn" for code in eigen) and len({*eigen}) == len(eigen):
            gegeven = iter(eigen)
        else:
            gegeven = leerlijncodes()
            delen = [(lijn, code) for lijn, code in zip(self._lijnen, leerlijncodes(), strict=False) if lijn.notatie]
            zinnen = [f"{code} is {citaat(schoon(lijn.notatie))}" for lijn, code in delen]
            self._vorm.verslag.noem("code in het pakket", "van leerlijnen", zinnen)
        for lijn in self._lijnen:
            lijn.code = next(gegeven)
            self.codes[lijn.pad] = lijn.code

    def _leerlijn(self, lijn: Lijn, plaats: int) -> Deel:
        pad = f"leerlijnen[{plaats}]"
        self.paden[pad] = lijn.pad
        rijen, per_uitkomst = self._rijen(lijn), dict[int, list[tuple[int, int, Punt]]]()
        in_cel: Counter[tuple[int, int]] = Counter()
        for punt, rij in zip(lijn.punten, rijen, strict=True):
            niveau = self.nummers[punt.niveau]
            in_cel[niveau, rij] += 1
            per_uitkomst.setdefault(niveau, []).append((rij, in_cel[niveau, rij], punt))
        if max(rijen, default=0) > HOOGSTE_RIJ or max(in_cel.values(), default=0) > HOOGSTE_LETTER:
            self._vorm.fout(lijn.pad, "te_groot", f"{len(lijn.punten)} criteria; dat zijn er te veel voor één leerlijn")
            return {}
        gebruikt = {*rijen}
        namen = [
            {"rij": f"{lijn.code}.{nummer}", "naam": naam, "uit_bron": True}
            for nummer, naam in enumerate(lijn.rijen.values(), 1)
            if naam and nummer in gebruikt
        ]
        if leeg := sum(bool(naam) for naam in lijn.rijen.values()) - len(namen):
            self._vorm.verslag.over("naam van een rij zonder succescriteria", leeg)
        uitkomsten = [
            self._uitkomst(lijn, nummer, sorted(per_uitkomst.get(nummer, ()), key=lambda p: p[:2]), pad)
            for nummer in self.nummers.values()
        ]
        return {
            "code": lijn.code,
            "naam": lijn.naam,
            **({"omschrijving": lijn.omschrijving} if lijn.omschrijving else {}),
            "leeruitkomsten": uitkomsten,
            **({"rijnamen": namen} if namen else {}),
        }

    def _rijen(self, lijn: Lijn) -> list[int]:
        """Return the number of the row of each criterium.

        Where nothing gives a row, one niveau has a row for each; on more niveaus all are in one row, for which belongs to which
        is not known.
        """
        genummerd = {sleutel: nummer for nummer, sleutel in enumerate(lijn.rijen, 1)}
        los = sum(punt.rij is None for punt in lijn.punten)
        elk = len(self._niveaus) == 1 and len(genummerd) + los <= HOOGSTE_RIJ
        volgende = itertools.count(len(genummerd) + 1)
        rest = len(genummerd) + 1
        return [
            genummerd[punt.rij] if punt.rij is not None else next(volgende) if elk else rest for punt in lijn.punten
        ]

    def _uitkomst(self, lijn: Lijn, niveau: int, punten: list[tuple[int, int, Punt]], boven: str) -> Deel:
        code, pad = f"{lijn.code}{niveau}", f"{boven}.leeruitkomsten[{niveau - 1}]"
        uitkomst = lijn.uitkomsten.get(self._niveaus[niveau - 1][0])
        criteria: list[Deel] = []
        for plaats, (rij, nummer, punt) in enumerate(punten):
            eigen = f"{code}.{rij}{codes.letter(nummer)}"
            self.codes[punt.pad] = eigen
            self.paden[f"{pad}.succescriteria[{plaats}]"] = punt.pad
            criteria.append({"code": eigen, "tekst": punt.tekst, **_notatie(punt.notatie)})
        if uitkomst:
            self.codes[uitkomst.pad] = code
            self.paden[pad] = uitkomst.pad
        tekst, notatie = (uitkomst.tekst, uitkomst.notatie) if uitkomst else ("", "")
        return {"code": code, "tekst": tekst, **_notatie(notatie), "succescriteria": criteria}


def _notatie(code: str) -> Deel:
    return {"notatie": schoon(code)} if schoon(code) else {}


def leerlijncodes() -> Iterator[str]:
    """Return codes for leerlijnen by place: A to Z, then AA; as many as are asked for.

    >>> [*itertools.islice(leerlijncodes(), 25, 28)]
    ['Z', 'AA', 'AB']
    """
    van_lengte = (itertools.product(string.ascii_uppercase, repeat=lengte) for lengte in itertools.count(1))
    return itertools.filterfalse({"EVL"}.__contains__, map("".join, itertools.chain.from_iterable(van_lengte)))
