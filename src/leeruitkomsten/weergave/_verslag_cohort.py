"""The report of a cohort: what each student has shown, how many have shown each criterium, and which fewest have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..cohort import Telling, Weggelaten
from ..eenheid import EvL
from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..vragen.moduletabel import als_moduletabel
from ._verslagdeel import Cel, Deel, Kolom, Verslag, punten

MINST = 20
"""How many of the criteria that fewest have shown a report has, of each group."""


def verslag_van_telling(raamwerk: Raamwerk, telling: Telling[Any], zeg: Spreek) -> Verslag:
    """Return the report of a cohort."""
    per_evl = _antwoord(telling.voortgang(eenheid="evl", breed=True))
    per_uitkomst = _antwoord(telling.voortgang(eenheid="leeruitkomst", breed=True))
    spreiding = _antwoord(telling.spreiding(eenheid="evl"))
    minst = _antwoord(telling.minst_aangetoond(aantal=MINST))
    delen = [
        _per_student(raamwerk.evls, per_evl, zeg),
        *(_van_evl(raamwerk, evl, per_uitkomst, zeg) for evl in raamwerk.evls if evl.succescriteria),
        *([_spreiding(raamwerk, spreiding, zeg)] if spreiding.sleutels(_VAN_SPREIDING) else []),
        _aantallen(zeg("succescriteria"), raamwerk, _antwoord(telling.per_criterium()), zeg),
        _aantallen(zeg("verslag.minst"), raamwerk, minst, zeg, minst_eerst=True),
        *([_weggelaten(telling.weggelaten, zeg)] if telling.weggelaten.regels else []),
    ]
    aantallen = {"totaal": telling.totaal, "zonder": telling.zonder_bewijs}
    noemer = zeg("verslag.op_lijst", **aantallen) if telling.met_lijst else zeg("verslag.zonder_lijst", **aantallen)
    return Verslag(zeg("verslag.cohort"), (noemer, zeg("geen_oordeel")), tuple(delen))


_VAN_SPREIDING = ("evl", "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")


class _Antwoord(NamedTuple):
    """A table that an engine gave: the names of its columns, and its lines."""

    namen: Sequence[str]
    regels: Sequence[tuple[Any, ...]]

    def sleutels(self, andere: Iterable[str]) -> list[str]:
        """Return the columns that say of whom, or of which group, a line is: all but these."""
        return [naam for naam in self.namen if naam not in andere]

    def uit(self, namen: Iterable[str]) -> list[tuple[Any, ...]]:
        """Return the cells of these columns, sorted."""
        plaatsen = [self.namen.index(naam) for naam in namen] if self.namen else []
        return sorted(tuple(regel[plaats] for plaats in plaatsen) for regel in self.regels)


def _antwoord(tabel: Any) -> _Antwoord:
    """Return a table of any kind."""
    if hasattr(tabel, "toLocalIterator"):  # Spark
        return _Antwoord(tabel.columns, [tuple(regel) for regel in tabel.toLocalIterator()])
    gelezen: Any = als_moduletabel(tabel)
    return _Antwoord([*map(str, gelezen.namen)], [tuple(regel) for regel in gelezen.regels])


def _sleutelkolommen(namen: Iterable[str]) -> list[Kolom]:
    return [Kolom(naam, 22, "woord") for naam in namen]


def _tekst(sleutel: Iterable[object]) -> tuple[Cel, ...]:
    """Return a key as cells: a number of a student is a name, and not to be counted with."""
    return tuple(map(str, sleutel))


def _tellers(eenheden: Iterable[EvL | Leeruitkomst], zeg: Spreek) -> list[Kolom]:
    return [
        Kolom(zeg("verslag.teller", code=eenheid.code, totaal=len(eenheid.succescriteria)), 14, "getal")
        for eenheid in eenheden
    ]


def _per_student(evls: Sequence[EvL], antwoord: _Antwoord, zeg: Spreek) -> Deel:
    """Return a table with a line per student and a column per EvL, and all of them together."""
    eenheden = [evl for evl in evls if evl.code in antwoord.namen]
    codes = [evl.code for evl in eenheden]
    sleutels = antwoord.sleutels(codes)
    totaal = sum(len(evl.succescriteria) for evl in evls)
    samen = Kolom(zeg("verslag.samen", totaal=totaal), 16, "getal")
    rijen: list[tuple[Cel, ...]] = []
    for regel in antwoord.uit((*sleutels, *codes)):
        aantallen = regel[len(sleutels) :]
        rijen.append((*_tekst(regel[: len(sleutels)]), *aantallen, sum(aantallen)))
    kolommen = (*_sleutelkolommen(sleutels), *_tellers(eenheden, zeg), samen)
    return Deel(zeg("verslag.per_student"), kolommen, rijen)


def _van_evl(raamwerk: Raamwerk, evl: EvL, antwoord: _Antwoord, zeg: Spreek) -> Deel:
    """Return a table with a line per student and a column per leeruitkomst of one EvL."""
    sleutels = antwoord.sleutels([uitkomst.code for uitkomst in raamwerk.leeruitkomsten])
    uitkomsten = [uitkomst for uitkomst in evl.leeruitkomsten if uitkomst.code in antwoord.namen]
    regels = antwoord.uit((*sleutels, *(uitkomst.code for uitkomst in uitkomsten)))
    rijen = [(*_tekst(regel[: len(sleutels)]), *regel[len(sleutels) :]) for regel in regels]
    return Deel(evl.code, (*_sleutelkolommen(sleutels), *_tellers(uitkomsten, zeg)), rijen)


def _spreiding(raamwerk: Raamwerk, antwoord: _Antwoord, zeg: Spreek) -> Deel:
    """Return a table with a line per group and EvL: how far its students are, and nobody's name."""
    sleutels = antwoord.sleutels(_VAN_SPREIDING)
    kolommen = (
        *_sleutelkolommen(sleutels),
        Kolom(zeg("verslag.evl"), 12, "code"),
        Kolom(zeg("verslag.studenten"), 12, "getal"),
        Kolom(zeg("verslag.eerste_kwartiel"), 16, "getal"),
        Kolom(zeg("verslag.mediaan"), 12, "getal"),
        Kolom(zeg("verslag.derde_kwartiel"), 16, "getal"),
        Kolom(zeg("verslag.van"), 8, "getal"),
    )
    plaats = {evl.code: nummer for nummer, evl in enumerate(raamwerk.evls)}
    aantal = len(sleutels)
    regels = sorted(antwoord.uit((*sleutels, *_VAN_SPREIDING)), key=lambda r: (r[:aantal], plaats[r[aantal]]))
    rijen = [(*_tekst(regel[:aantal]), *regel[aantal:]) for regel in regels]
    return Deel(zeg("verslag.per_groep"), kolommen, rijen, zeg("verslag.kwartielen"))


def _aantallen(naam: str, raamwerk: Raamwerk, antwoord: _Antwoord, zeg: Spreek, *, minst_eerst: bool = False) -> Deel:
    """Return how many have shown each criterium, in source order or the least shown first."""
    geteld = ("criterium", "aangetoond", "totaal")
    sleutels = antwoord.sleutels((*geteld, "tekst"))
    kolommen = (
        *_sleutelkolommen(sleutels),
        Kolom(zeg("vel.succescriterium"), 90, "tekst"),
        Kolom(zeg("aangetoond").capitalize(), 14, "getal"),
        Kolom(zeg("verslag.van_studenten"), 14, "getal"),
    )
    plaats = {c.code: nummer for nummer, c in enumerate(raamwerk.succescriteria)}
    aantal = len(sleutels)

    def volgorde(regel: tuple[Any, ...]) -> tuple[Any, ...]:
        return (regel[:aantal], regel[aantal + 1] if minst_eerst else 0, plaats[regel[aantal]])

    rijen: list[tuple[Cel, ...]] = [
        (*_tekst(regel[:aantal]), punten([raamwerk.succescriterium(regel[aantal])]), *regel[aantal + 1 :])
        for regel in sorted(antwoord.uit((*sleutels, *geteld)), key=volgorde)
    ]
    return Deel(naam, kolommen, rijen)


def _weggelaten(weggelaten: Weggelaten, zeg: Spreek) -> Deel:
    """Return which lines of the evidence do not count, and why."""
    redenen = {
        "onbekend": zeg("verslag.code_onbekend"),
        "leeg": zeg("verslag.zonder_code"),
        "niet_op_lijst": zeg("verslag.niet_op_lijst"),
        "later": zeg("verslag.later"),
        "zonder_datum": zeg("verslag.zonder_datum"),
    }
    kolommen = (
        Kolom(zeg("verslag.reden"), 50, "woord"),
        Kolom(zeg("verslag.code"), 40, "woord"),
        Kolom(zeg("verslag.regels"), 12, "getal"),
    )
    rijen: list[tuple[Cel, ...]] = [
        (redenen[regel["reden"]], regel["criterium"], regel["regels"]) for regel in weggelaten.records()
    ]
    return Deel(zeg("verslag.niet_geteld"), kolommen, rijen)
