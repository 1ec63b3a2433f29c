"""Canvas: the CSV that "Import Rubrics" takes: the succescriteria of an EvL to rate, or the rows of a leerlijn by niveau."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ..fouten import OngeldigeVraag
from ..raamwerk import Raamwerk
from .csvtekst import csv_bytes, onschadelijk
from .teksten import gevuld, kort, naam_van

VAST = ("Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range")
WAARDE = ("Rating Name", "Rating Description", "Rating Points")
"""The columns of one rating, as often as there are."""
LANGSTE_TITEL = 255

Regel = list[str]


def schrijf(raamwerk: Raamwerk, soort: Literal["rubric-evl", "rubric-leerlijn"], schaal: Sequence[str]) -> bytes:
    """Return a line per criterion of a rubric.

    Of an EvL each succescriterium is a criterion (and each leeruitkomst that has none), rated on the scale: the lowest value has 0
    points. Of a leerlijn each row is one, and its ratings are its niveaus, with what the row asks there; their points are the
    numbers of the niveaus, no marks. A leerlijn without rows has one criterion, of its leeruitkomsten.

    The importer asks: commas, no byte order mark (with it every rubric is nameless), a name for rubric and criterion, points for
    every rating that has a name. It skips a rating without one: a niveau at which a row asks nothing is left out. Titles have at
    most 255 characters; one that does not fit ends in "…", and then the description has the whole text.

    Raises:
        OngeldigeVraag: there is nothing to make a rubric of.

    >>> import leeruitkomsten as lu
    >>> regels = schrijf(lu.laad(), "rubric-evl", ["Nog niet aangetoond", "Aangetoond"]).decode().splitlines()
    >>> len(regels), regels[1].rpartition(",false,")[2]
    (102, 'Aangetoond,,1,Nog niet aangetoond,,0')
    """
    regels = [*(_van_evls(raamwerk, schaal) if soort == "rubric-evl" else _van_leerlijnen(raamwerk))]
    if not regels:
        raise OngeldigeVraag("past_niet", "er is niets om een rubric van te maken", {"soort": soort})
    breedte = max(map(len, regels))
    kop = [*VAST, *WAARDE * ((breedte - len(VAST)) // len(WAARDE))]
    return csv_bytes([kop, *(regel + [""] * (breedte - len(regel)) for regel in regels)])


def _van_evls(raamwerk: Raamwerk, schaal: Sequence[str]) -> Iterator[Regel]:
    waarden = [
        cel for punten in reversed(range(len(schaal))) for cel in (onschadelijk(schaal[punten]), "", str(punten))
    ]
    for evl in raamwerk.evls:
        titel = _titel(raamwerk, evl.code, evl.niveau.fase)
        for uitkomst in gevuld(evl.leeruitkomsten):
            eigen = f"{uitkomst.code} {naam_van(raamwerk, uitkomst)}"
            for criterium in uitkomst.succescriteria or (None,):
                yield [titel, *_namen(eigen if criterium is None else str(criterium), eigen), "false", *waarden]


def _van_leerlijnen(raamwerk: Raamwerk) -> Iterator[Regel]:
    for lijn in raamwerk.leerlijnen:
        titel = _titel(raamwerk, lijn.code, lijn.naam)
        for rij in lijn.rijen:
            per_niveau = [(n, "\n".join(map(str, cel))) for n, cel in enumerate(rij.cellen, 1) if cel]
            yield [
                titel,
                *_namen(f"{rij.code} {rij.benaming}".rstrip(), str(lijn)),
                "false",
                *_niveaus(raamwerk, per_niveau),
            ]
        if not lijn.rijen and (uitkomsten := gevuld(lijn.leeruitkomsten)):
            per_niveau = [(u.niveau, f"{u.code} {naam_van(raamwerk, u)}") for u in uitkomsten]
            yield [titel, *_namen(str(lijn), str(lijn)), "false", *_niveaus(raamwerk, per_niveau)]


def _niveaus(raamwerk: Raamwerk, per_niveau: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the cells of the ratings, the highest niveau first."""
    for nummer, tekst in reversed(per_niveau):
        yield from (kort(f"{nummer} {raamwerk.niveau(nummer).fase}", LANGSTE_TITEL), tekst, str(nummer))


def _titel(raamwerk: Raamwerk, code: str, naam: str) -> str:
    return kort(f"{code} {naam} ({raamwerk})", LANGSTE_TITEL)


def _namen(heel: str, van: str) -> tuple[str, str]:
    """Return the name of a criterion, and its description: what it belongs to, after the whole text where the name is cut."""
    naam = kort(heel, LANGSTE_TITEL)
    return naam, van if naam == heel else f"{heel}\n{van}"
