"""The framework as an Excel workbook: a sheet per leerlijn as the document has it, and a list of everything, to edit."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from ..bestanden.als_tabel import Cellen, lijst, matrix, vervallen
from ..fouten import weiger
from ..raamwerk import Raamwerk
from .csvtekst import te_lang
from .werkblad import GRENS, Stijl, Werkblad, in_cel, nieuwe_werkmap, vast

ALLES = "Alle criteria"
VERVALLEN = "Vervallen"
"""The sheets with all criteria and with the codes that ended; the others have the code of a leerlijn for name."""
_BREEDTES = {
    "code": 12, "leerlijn": 9, "naam": 16, "omschrijving": 24, "niveau": 8, "fase": 16, "begeleiding": 16, "leeruitkomst": 44,
    "rij": 13, "rijnaam": 20, "naam_uit_bron": 9, "notatie": 12, "criterium": 64, "opvolgers": 24, "sinds": 9, "reden": 60,
    "kolom": 16, "uitleg": 110,
}  # fmt: skip
_BREEDTE, _SMALSTE, _BLADBREEDTE = 30, 22, 120
"""How wide the column of a niveau is at most and at least, and all of them together: what A4 has room for."""


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return a workbook with the matrix of each leerlijn, ready to print, and a list of everything, to edit and to filter.

    A matrix has a column per niveau, the leeruitkomsten on top, a line per row with a bullet per criterium, and the
    begeleiding below, if the framework states any. The head stays in view and comes back on every page; pages are A4,
    landscape, as wide as one page.

    The list (`Alle criteria`) has a line per succescriterium with its code, and one per leeruitkomst that says anything: each text,
    name and notatie of the framework is in it. `uit_tabel` reads it back whole, also when it was edited for the next version; it
    passes over the matrices, which show the same. A third sheet (`Vervallen`) has the codes that ended.

    Every text is stored as text, so that none is run as a formula; one that looks like a formula is marked as quoted, for
    the day that somebody edits it. In the list, a text that its reader would take for an empty cell or a bullet has a bullet in
    front. The same framework gives the same bytes, under one release of openpyxl: dates are those of the framework, and the parts
    are not compressed, since compressors differ.

    Not in it: the introduction, errata, and the source.

    Raises:
        OntbrekendOnderdeel: the extra `excel` is not installed.
        OngeldigeVraag: a cell would hold more than 32,767 characters; the error names each.

    >>> import leeruitkomsten as lu
    >>> schrijf(lu.laad())[:2]
    b'PK'
    """
    boek = nieuwe_werkmap()
    matrices = [(lijn.code, list(matrix(raamwerk, lijn))) for lijn in raamwerk.leerlijnen]
    alle, einden = list(lijst(raamwerk)), list(vervallen(raamwerk))
    # A criterium that is too long is so in its matrix as well: there it is named.
    kort = [rij[:-1] for rij in alle]
    weiger(te_lang(_gevuld([*matrices, (ALLES, kort), (VERVALLEN, einden)])))
    for code, rijen in matrices:
        randen = len(rijen[0]) - len(raamwerk.niveaus)
        breedtes = [_BREEDTES[str(naam)] for naam in rijen[0][:randen]]
        breedtes += [_kolombreedte(raamwerk)] * len(raamwerk.niveaus)
        _vul(Werkblad(boek, code, breedtes, kolommen=randen), rijen, randen)
    lijstblad(boek, ALLES, alle)
    lijstblad(boek, VERVALLEN, einden)
    boek.properties.title, boek.properties.creator = str(raamwerk), "leeruitkomsten"
    return vast(boek, datetime.datetime.fromisoformat(raamwerk.datum))


def lijstblad(boek: Any, naam: str, rijen: list[Cellen]) -> None:
    """Add a sheet to edit, with a filter."""
    breedtes = [_BREEDTES[str(kolom)] for kolom in rijen[0]]
    blad = Werkblad(boek, naam, breedtes, kolommen=1)
    _vul(blad, rijen, 1)
    blad.filter()


def _gevuld(bladen: Iterable[tuple[str, list[Cellen]]]) -> Iterator[tuple[str, str, int]]:
    """Yield every cell, where it stands, and how much goes in."""
    for naam, rijen in bladen:
        for nummer, rij in enumerate(rijen, 1):
            for kolom, cel in enumerate(rij, 1):
                yield f"blad {naam}, regel {nummer}, kolom {kolom}", in_cel(str(cel)), GRENS


def _kolombreedte(raamwerk: Raamwerk) -> int:
    """Return how wide a niveau is: what one page has room for, but not too narrow to read."""
    return min(_BREEDTE, max(_BLADBREEDTE // len(raamwerk.niveaus), _SMALSTE))


def _vul(blad: Werkblad, rijen: Iterable[Cellen], randen: int) -> None:
    """Write lines of cells: the first is the head, and the columns at the edge are in bold."""
    kop, *rest = rijen
    blad.kop([str(cel) for cel in kop])
    for rij in rest:
        stijlen: list[Stijl] = ["vet" if plaats < randen else "gewoon" for plaats in range(len(rij))]
        blad.rij(rij, stijlen)
