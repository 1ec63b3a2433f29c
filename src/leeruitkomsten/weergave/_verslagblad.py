"""A report as a workbook: a sheet per table, with what was counted above it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..fouten import OngeldigeVraag
from ..schermtaal import Spreek
from ..uitwisseling.rijhoogte import MEESTE_REGELS, aantal_regels
from ..uitwisseling.werkblad import REGELS, Stijl, Waarde, Werkblad, in_cel, nieuwe_werkmap, vast
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
    for deel in verslag.delen:
        _blad(boek, verslag, deel, zeg)
    boek.properties.title, boek.properties.creator = in_cel(verslag.titel), "leeruitkomsten"
    return vast(boek, dag)


def _blad(boek: object, verslag: Verslag, deel: Deel, zeg: Spreek) -> None:
    if len(deel.rijen) > REGELS - _KOPREGEL:
        reden = f"blad {deel.naam}: {len(deel.rijen)} regels zijn meer dan er op een blad van Excel passen"
        raise OngeldigeVraag("past_niet", reden, {"blad": deel.naam, "regels": len(deel.rijen)})
    breedtes = [kolom.breedte for kolom in deel.kolommen]
    blad = Werkblad(boek, deel.naam, breedtes, kop=_KOPREGEL)
    blad.over(verslag.titel, "titel")
    blad.over(" ".join((*verslag.geteld, *([deel.voet] if deel.voet else []))), "zin")
    blad.kop([kolom.naam for kolom in deel.kolommen])
    stijlen: list[Stijl] = [_STIJL[kolom.soort] for kolom in deel.kolommen]
    for rij in deel.rijen:
        for waarden in _passend(rij, breedtes):
            blad.rij(waarden, stijlen)
    if deel.rijen:
        blad.filter()
    else:
        blad.over(zeg("verslag.niets"), "zin")


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
