"""Rubrics of a CASE file as a table: a leerlijn is a rubric, a row one of its criteria, a niveau one of the levels of those."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

import attrs

from .plaatsing import Lijn, Plaatsing, Punt
from .reeks import samengevoegd
from .vorm import Deel, Item, Vorm, naam_van_link

_BEHEER = {"@context", "type", "uri", "identifier", "lastChangeDateTime", "rubricId", "rubricCriterionId"}
_RUBRIC = _BEHEER | {"title", "description", "CFRubricCriteria"}
_CRITERIUM = _BEHEER | {"category", "description", "CFItemURI", "position", "CFRubricCriterionLevels"}
_NIVEAU = _BEHEER | {"description", "quality", "score", "position"}


@attrs.frozen
class Trede:
    """A level of a criterium: what it is called, what it says, its score where it has one, and where it stands."""

    naam: str
    tekst: str
    score: float | None
    pad: str


class Rubrieken:
    """Reads rubrics into leerlijnen; its faults go to `vorm`.

    Attributes:
        aantal: how many there are.
        paden: where the parts of the data file stand in the CASE file.
    """

    def __init__(self, vorm: Vorm, pakket: Deel) -> None:
        self._vorm = vorm
        self._lijst = vorm.lijst(pakket, "CFRubrics")
        self.aantal = len(self._lijst)
        self.paden: dict[str, str] = {}

    def gegevens(self, items: Mapping[str, Item]) -> Deel:
        """Return niveaus, leerlijnen and ended codes (none) as the data file has them; nothing where a fault is in the way."""
        gelezen = [self._lees(waarde, f"CFRubrics[{n}]", items) for n, waarde in enumerate(self._lijst)]
        niveaus = (
            {} if self._vorm.fouten else self._niveaus([reeks for _, rijen in gelezen for reeks in rijen.values()])
        )
        if self._vorm.fouten:
            return {}
        per_naam = {naam: n for n, naam in enumerate(niveaus)}
        for lijn, rijen in gelezen:
            for rij, treden in rijen.items():
                lijn.punten += [
                    Punt(per_naam[_sleutel(trede, n)], rij, trede.tekst, "", trede.pad)
                    for n, trede in enumerate(treden, 1)
                    if trede.tekst
                ]
        plaatsing = Plaatsing(
            self._vorm, [lijn for lijn, _ in gelezen], [(n, naam, None) for n, naam in enumerate(niveaus.values())]
        )
        delen = plaatsing.gegevens()
        self.paden = plaatsing.paden
        if delen:
            self._vorm.verslag.zin("aangevuld", "de codes, naar de plaats in het pakket")
            return {**delen, "vervallen": []}
        return {}

    def _lees(self, waarde: object, pad: str, items: Mapping[str, Item]) -> tuple[Lijn, dict[Hashable, list[Trede]]]:
        """Return a rubric as a leerlijn, and the levels of its criteria by where those stand."""
        rubric = self._vorm.deel(waarde, pad, _RUBRIC, " (CFRubric)")
        titel = self._vorm.tekst(rubric, "title", pad, moet=not rubric.get("description"))
        uitleg = self._vorm.tekst(rubric, "description", pad, moet=False)
        lijn = Lijn(titel or uitleg, uitleg if titel else "", "", pad)
        rijen: dict[Hashable, list[Trede]] = {}
        for criterium, eigen in self._delen(rubric, "CFRubricCriteria", pad, _CRITERIUM, " (CFRubricCriterion)"):
            lijn.rijen[eigen] = self._rijnaam(criterium, eigen, items)
            rijen[eigen] = [
                self._trede(trede, bij)
                for trede, bij in self._delen(
                    criterium, "CFRubricCriterionLevels", eigen, _NIVEAU, " (CFRubricCriterionLevel)"
                )
            ]
        return lijn, rijen

    def _delen(self, van: Deel, naam: str, pad: str, mag: set[str], wat: str) -> Iterator[tuple[Deel, str]]:
        """Yield the parts of a list with their paths, by their positions; those without one behind, in the order of the file."""
        delen: list[tuple[tuple[int, float], Deel, str]] = []
        for plaats, waarde in enumerate(self._vorm.lijst(van, naam, pad)):
            eigen = f"{pad}.{naam}[{plaats}]"
            deel = self._vorm.deel(waarde, eigen, mag, wat)
            positie = self._vorm.getal(deel, "position", eigen)
            delen.append(((1, plaats) if positie is None else (0, positie), deel, eigen))
        yield from ((deel, eigen) for _, deel, eigen in sorted(delen, key=lambda d: d[0]))

    def _rijnaam(self, criterium: Deel, pad: str, items: Mapping[str, Item]) -> str:
        """Return what a row is called: the description of the criterium, its category, or the item that it is about."""
        uitleg = self._vorm.tekst(criterium, "description", pad, moet=False)
        groep = self._vorm.tekst(criterium, "category", pad, moet=False)
        item = items.get(naam_van_link(criterium.get("CFItemURI")).lower())
        if uitleg and groep:
            self._vorm.verslag.over("category (CFRubricCriterion)")
        if item is not None and (uitleg or groep):
            self._vorm.verslag.over("CFItemURI (CFRubricCriterion)")
        return uitleg or groep or (item.tekst if item else "")

    def _trede(self, trede: Deel, pad: str) -> Trede:
        naam, tekst = (self._vorm.tekst(trede, veld, pad, moet=False) for veld in ("quality", "description"))
        return Trede(naam, tekst, self._vorm.getal(trede, "score", pad), pad)

    def _niveaus(self, rijen: list[list[Trede]]) -> dict[Hashable, str]:
        """Return the niveaus by what tells them apart, from low to high, each with its name: by score, or else as they stand."""
        for treden in rijen:
            scores = [trede.score for trede in treden if trede.score is not None]
            if len({*scores}) == len(treden):
                treden.sort(key=lambda trede: trede.score or 0)
            elif scores:
                self._vorm.verslag.over("score die niet bij elk niveau van een criterium een andere is", len(scores))
        if any(trede.score is not None for treden in rijen for trede in treden):
            zin = "de niveaus staan van laag naar hoog, naar hun score; de score zelf heeft geen plaats"
            self._vorm.verslag.zin("gewijzigd", zin)
        reeksen = [[_sleutel(trede, n) for n, trede in enumerate(treden, 1)] for treden in rijen]
        namen = samengevoegd(reeksen) if all(len({*reeks}) == len(reeks) for reeks in reeksen) else None
        if namen is None:
            reden = "de niveaus (quality) staan niet bij elk criterium in dezelfde volgorde, of een staat er twee keer"
            self._vorm.fout("CFRubrics", "tegenspraak", reden)
        elif not namen:
            self._vorm.fout("CFRubrics", "leeg", "geen criterium heeft niveaus (CFRubricCriterionLevels)")
        return {naam: naam if isinstance(naam, str) else f"niveau {naam}" for naam in namen or ()}


def _sleutel(trede: Trede, nummer: int) -> Hashable:
    return trede.naam or nummer
