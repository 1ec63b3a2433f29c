"""Rubrics of a CASE file as a table: a leerlijn is a rubric, a row one of its criteria, a niveau one of the levels of those."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

import attrs

from ... import codes
from .plaatsing import Lijn, Plaatsing, Punt
from .reeks import samengevoegd
from .rubrics import rijnaam
from .verslag import ZONDER_NAAM, schoon
from .vorm import Deel, Item, Vorm, naam_van_link

Tabel = tuple[tuple[tuple[str, str, object], ...], ...]

_BEHEER = {"@context", "type", "uri", "identifier", "lastChangeDateTime", "rubricId", "rubricCriterionId"}
_RUBRIC = _BEHEER | {"title", "description", "CFRubricCriteria"}
_CRITERIUM = _BEHEER | {"category", "description", "CFItemURI", "position", "CFRubricCriterionLevels"}
_NIVEAU = _BEHEER | {"description", "quality", "score", "position"}


@attrs.define
class Trede:
    """A level of a criterium: what it is called, what it says, its score and position where it has them, and where it stands.

    Its niveau is that of all levels with its `sleutel`: its name, as long as nothing else is said.
    """

    naam: str
    tekst: str
    score: float | None
    positie: float | None
    pad: str
    sleutel: Hashable


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
                    Punt(per_naam[trede.sleutel], rij, trede.tekst, "", trede.pad) for trede in treden if trede.tekst
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

    def houd_tegen(self, niveaus: list[Deel], leerlijnen: list[Deel], *, namen: bool) -> None:
        """Hold the rubrics against a tree with the codes of a framework, and count those that say something else.

        Those that say the same give its rows their names, if `namen` says that the package has them nowhere else.
        """
        fasen = {niveau["nummer"]: niveau["fase"] for niveau in niveaus}
        boom: dict[tuple[str, Tabel], list[Deel]] = {}
        for lijn in leerlijnen:
            boom.setdefault((lijn["naam"], _tabel_van(lijn, fasen)), []).append(lijn)
        for plaats, waarde in enumerate(self._lijst):
            pad = f"CFRubrics[{plaats}]"
            rubric = self._vorm.deel(waarde, pad, _RUBRIC, " (CFRubric)")
            criteria = [*self._delen(rubric, "CFRubricCriteria", pad, _CRITERIUM, " (CFRubricCriterion)")]
            tabel = tuple(tuple(map(_in_woorden, self._treden(deel, eigen))) for deel, eigen in criteria)
            lijnen = boom.get((_kaal(rubric, "title"), tabel))
            if not lijnen:
                self._vorm.verslag.over("CFRubric")
            elif (lijn := lijnen.pop(0)) and namen:
                _geef_namen(lijn, [_kaal(deel, "description") for deel, _ in criteria])

    def per_lijn(self) -> Iterator[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
        """Yield the identifier of the item that all criteria of a rubric lead to, and each with its levels, as they stand there."""
        for plaats, waarde in enumerate(self._lijst):
            pad = f"CFRubrics[{plaats}]"
            criteria = [*self._delen(self._vorm.deel(waarde, pad), "CFRubricCriteria", pad)]
            lijnen = {naam_van_link(deel.get("CFItemURI")).lower() for deel, _ in criteria}
            if len(lijnen) == 1:
                yield (
                    lijnen.pop(),
                    [
                        (_kaal(deel, "description"), [_in_woorden(trede)[:2] for trede in self._treden(deel, eigen)])
                        for deel, eigen in criteria
                    ],
                )

    def _lees(self, waarde: object, pad: str, items: Mapping[str, Item]) -> tuple[Lijn, dict[Hashable, list[Trede]]]:
        """Return a rubric as a leerlijn, and the levels of its criteria by where those stand."""
        rubric = self._vorm.deel(waarde, pad, _RUBRIC, " (CFRubric)")
        titel = self._vorm.tekst(rubric, "title", pad, moet=not rubric.get("description"))
        uitleg = self._vorm.tekst(rubric, "description", pad, moet=False)
        lijn = Lijn(titel or uitleg, uitleg if titel else "", "", pad)
        rijen: dict[Hashable, list[Trede]] = {}
        for criterium, eigen in self._delen(rubric, "CFRubricCriteria", pad, _CRITERIUM, " (CFRubricCriterion)"):
            lijn.rijen[eigen] = self._rijnaam(criterium, eigen, items)
            rijen[eigen] = [self._trede(trede, bij) for trede, bij in self._treden(criterium, eigen)]
        return lijn, rijen

    def _treden(self, criterium: Deel, pad: str) -> Iterator[tuple[Deel, str]]:
        return self._delen(criterium, "CFRubricCriterionLevels", pad, _NIVEAU, " (CFRubricCriterionLevel)")

    def _delen(
        self, van: Deel, naam: str, pad: str, mag: set[str] | None = None, wat: str = ""
    ) -> Iterator[tuple[Deel, str]]:
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
        if item is None and "CFItemURI" in criterium:
            self._vorm.verslag.over("CFItemURI (CFRubricCriterion) naar een item buiten dit pakket")
        if item is not None and (uitleg or groep):
            self._vorm.verslag.over("CFItemURI (CFRubricCriterion)")
        return uitleg or groep or (item.tekst if item else "")

    def _trede(self, trede: Deel, pad: str) -> Trede:
        naam, tekst = (self._vorm.tekst(trede, veld, pad, moet=False) for veld in ("quality", "description"))
        score, positie = (self._vorm.getal(trede, veld, pad) for veld in ("score", "position"))
        return Trede(naam, tekst, score, positie, pad, naam)

    def _niveaus(self, rijen: list[list[Trede]]) -> dict[Hashable, str]:
        """Return the niveaus by what tells them apart, from low to high, each with its name; every level hears which it is."""
        rijen = [treden for treden in rijen if treden]
        op_score = [self._op_score(treden) for treden in rijen]
        if any(op_score):
            zin = "de niveaus staan van laag naar hoog, naar het veld 'score'; dat veld zelf heeft geen plaats"
            self._vorm.verslag.zin("gewijzigd", zin)
        alle = [trede for treden in rijen for trede in treden]
        scores = {trede.naam: trede.score for trede in alle if trede.naam}
        vast = all(op_score) and all(scores[trede.naam] == trede.score for trede in alle if trede.naam)
        if any(not trede.naam for trede in alle) and not _geef_sleutels(rijen, vast, any(op_score), scores):
            reden = "niet elk niveau heeft een naam (quality), en het veld 'score' zegt niet van elk welk niveau het is"
            raad = "geef elk niveau een quality, of elk een 'score' die overal bij dezelfde quality hoort"
            self._vorm.fout("CFRubrics", "tegenspraak", f"{reden}; {raad}")
            return {}
        reeksen = [[trede.sleutel for trede in treden] for treden in rijen]
        namen = samengevoegd(reeksen) if all(len({*reeks}) == len(reeks) for reeks in reeksen) else None
        if namen is None:
            reden = "de niveaus (quality) staan niet bij elk criterium in dezelfde volgorde, of een staat er twee keer"
            self._vorm.fout("CFRubrics", "tegenspraak", reden)
        elif not namen:
            self._vorm.fout("CFRubrics", "leeg", "geen criterium heeft niveaus (CFRubricCriterionLevels)")
        elif vast:
            # Rows that share no level do not say which is the lower one; their scores do.
            namen = [*dict.fromkeys(trede.sleutel for trede in sorted(alle, key=_score))]
        elif not scores:
            # So do the positions of levels that have nothing else.
            namen = [*dict.fromkeys(trede.sleutel for trede in sorted(alle, key=_positie))]
        return self._met_namen(namen or [], {trede.sleutel: trede.naam for trede in alle if trede.naam})

    def _met_namen(self, namen: list[Hashable], heten: Mapping[Hashable, str]) -> dict[Hashable, str]:
        """Return niveaus with their names; those that the package does not name are called by their number, and told of."""
        niveaus = {naam: heten.get(naam) or f"niveau {nummer}" for nummer, naam in enumerate(namen, 1)}
        self._vorm.verslag.noem("aangevuld", ZONDER_NAAM, [fase for naam, fase in niveaus.items() if naam not in heten])
        return niveaus

    def _op_score(self, treden: list[Trede]) -> bool:
        """Put the levels of a criterium in the order of their scores, where each has another; say whether that is so."""
        scores = [trede.score for trede in treden if trede.score is not None]
        if len({*scores}) == len(treden):
            treden.sort(key=_score)
            return True
        if scores:
            self._vorm.verslag.over(
                "veld 'score' dat niet bij elk niveau van een criterium iets anders zegt", len(scores)
            )
        return False


def _tabel_van(lijn: Deel, fasen: Mapping[int, str]) -> Tabel:
    """Return what a rubric of a leerlijn says: for each row, for each niveau at which it asks something, name and text."""
    return tuple(
        tuple((fasen[niveau], schoon("\n".join(teksten)), None) for niveau, teksten in cellen.items())
        for _, cellen in sorted(_cellen(lijn).items())
    )


def _cellen(lijn: Deel) -> dict[int, dict[int, list[str]]]:
    """Return the texts of a leerlijn by row and niveau."""
    rijen: dict[int, dict[int, list[str]]] = {}
    for niveau, uitkomst in enumerate(lijn["leeruitkomsten"], 1):
        for criterium in uitkomst["succescriteria"]:
            rij = codes.ontleed(criterium["code"]).rij or 0
            rijen.setdefault(rij, {}).setdefault(niveau, []).append(criterium["tekst"])
    return rijen


def _in_woorden(trede: tuple[Deel, str]) -> tuple[str, str, object]:
    return _kaal(trede[0], "quality"), _kaal(trede[0], "description"), trede[0].get("score")


def _geef_namen(lijn: Deel, benamingen: list[str]) -> None:
    rijen = (f"{lijn['code']}.{nummer}" for nummer in sorted(_cellen(lijn)))
    if namen := [*filter(None, map(rijnaam, benamingen, rijen))]:
        lijn["rijnamen"] = namen


def _kaal(deel: Deel, veld: str) -> str:
    """Return a text as a framework has it, of what is none an empty one."""
    tekst = deel.get(veld)
    return schoon(tekst) if isinstance(tekst, str) else ""


def _geef_sleutels(rijen: list[list[Trede]], vast: bool, met_scores: bool, scores: Mapping[str, float | None]) -> bool:
    """Tell levels of which some have no name apart by their scores, or by their positions where nothing has name or score.

    Those are the numbers that the package gives, where each level has one; else the places in the order of each criterium.
    Say whether that can be done: where names and scores do not go together nothing says which niveau a level is.
    """
    if vast and len({*scores.values()}) == len(scores):
        for treden in rijen:
            for trede in treden:
                trede.sleutel = trede.score
        return True
    genummerd = all(len({*(t.positie for t in treden)} - {None}) == len(treden) for treden in rijen)
    for treden in rijen:
        for plaats, trede in enumerate(treden, 1):
            trede.positie = trede.positie if genummerd else plaats
            trede.sleutel = trede.positie
    return not scores and not met_scores


def _score(trede: Trede) -> float:
    return trede.score or 0


def _positie(trede: Trede) -> float:
    return trede.positie or 0
