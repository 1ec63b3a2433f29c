"""A report as a workbook: a sheet per table, with what was counted above it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..fouten import OngeldigeVraag, weiger
from ..schermtaal import Spreek
from ..uitwisseling.csvtekst import te_lang
from ..uitwisseling.rijhoogte import MEESTE_REGELS, aantal_regels
from ..uitwisseling.werkblad import GRENS, REGELS, Stijl, Waarde, Werkblad, in_cel, nieuwe_werkmap, vast
from ._verslagdeel import Cel, Deel, Kolomsoort, Verslag

_STIJL: dict[Kolomsoort, Stijl] = {"code": "vet", "tekst": "gewoon", "woord": "gewoon", "getal": "getal"}
_KOPREGEL = 3


def als_werkmap(verslag: Verslag, dag: datetime.datetime, zeg: Spreek) -> bytes:
    """Return a report as the bytes of a workbook.

    Raises:
        OntbrekendOnderdeel: the extra `excel` is not installed.
        OngeldigeVraag: more goes in than Excel takes in a cell or on a sheet.
    """
    boek = nieuwe_werkmap()
    bladen = [_Blad(deel, *_regels(verslag, deel, zeg)) for deel in verslag.delen]
    # Looked at before anything is written: a sheet that was begun must be ended.
    weiger([*_te_veel(bladen), *te_lang(_cellen(bladen))])
    for blad in bladen:
        _schrijf(boek, blad)
    boek.properties.title, boek.properties.creator = in_cel(verslag.titel), "leeruitkomsten"
    return vast(boek, dag)


class _Blad(NamedTuple):
    """A table, what stands above it, its lines as a sheet has them, and what stands below."""

    deel: Deel
    boven: tuple[str, str]
    rijen: list[list[Waarde]]
    onder: str


def _regels(verslag: Verslag, deel: Deel, zeg: Spreek) -> tuple[tuple[str, str], list[list[Waarde]], str]:
    zinnen = " ".join((*verslag.geteld, *([deel.voet] if deel.voet else [])))
    breedtes = [kolom.breedte for kolom in deel.kolommen]
    rijen = [waarden for rij in deel.rijen for waarden in _passend(rij, breedtes)]
    return (verslag.titel, zinnen), rijen, "" if rijen else zeg("verslag.niets")


def _te_veel(bladen: Iterable[_Blad]) -> Iterator[OngeldigeVraag]:
    for blad in bladen:
        if (aantal := len(blad.rijen)) > REGELS - _KOPREGEL:
            reden = f"blad {blad.deel.naam}: {aantal} regels zijn meer dan er op een blad van Excel passen"
            yield OngeldigeVraag("past_niet", reden, {"blad": blad.deel.naam, "regels": aantal})


def _cellen(bladen: Iterable[_Blad]) -> Iterator[tuple[str, str, int]]:
    """Yield every text, where it stands, and how much goes in."""
    for blad in bladen:
        regels: list[list[Waarde]] = [[tekst] for tekst in blad.boven]
        regels.append([kolom.naam for kolom in blad.deel.kolommen])
        for nummer, rij in enumerate((*regels, *blad.rijen), 1):
            for cel in rij:
                if isinstance(cel, str):
                    yield f"blad {blad.deel.naam}, regel {nummer}", in_cel(cel), GRENS


def _schrijf(boek: object, blad: _Blad) -> None:
    kolommen = blad.deel.kolommen
    werkblad = Werkblad(boek, blad.deel.naam, [kolom.breedte for kolom in kolommen], kop=_KOPREGEL)
    titel, zin = blad.boven
    werkblad.over(titel, "titel")
    werkblad.over(zin, "zin")
    werkblad.kop([kolom.naam for kolom in kolommen])
    stijlen: list[Stijl] = [_STIJL[kolom.soort] for kolom in kolommen]
    for rij in blad.rijen:
        werkblad.rij(rij, stijlen)
    if blad.onder:
        werkblad.over(blad.onder, "zin")
    else:
        werkblad.filter()


def _passend(rij: Sequence[Cel], breedtes: Sequence[int]) -> Iterator[list[Waarde]]:
    """Yield a line of cells, or several where the criteria in a cell are more than one row can show."""
    stukken = [list(_stukken(cel, breedte)) for cel, breedte in zip(rij, breedtes, strict=True)]
    for nummer, waarden in enumerate(zip_longest(*stukken)):
        # What goes on says of what it is the rest, and counts nothing twice.
        yield list(waarden) if nummer == 0 else [_eerste(rij), *waarden[1:]]


def _stukken(cel: Cel, breedte: int) -> Iterator[Waarde]:
    """Yield what a cell says, in pieces that a row can show."""
    if not isinstance(cel, tuple):
        yield cel
        return
    deel: list[str] = []
    hoog = 0
    for punt in cel:
        tekst = f"• {punt}" if len(cel) > 1 else str(punt)
        regels = aantal_regels(tekst, breedte)
        if deel and hoog + regels > MEESTE_REGELS:
            yield "\n".join(deel)
            deel, hoog = [], 0
        deel.append(tekst)
        hoog += regels
    yield "\n".join(deel)


def _eerste(rij: Sequence[Cel]) -> Waarde:
    eerste = rij[0]
    return eerste[0].code if isinstance(eerste, tuple) else eerste
