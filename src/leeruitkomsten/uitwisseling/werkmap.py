"""The framework as an Excel workbook: a sheet per leerlijn as the document has it, and a list of everything, to edit."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import canonicalize

from ..bestanden.als_tabel import Cellen, lijst, matrix, vervallen
from ..fouten import onderdeel, weiger
from ..raamwerk import Raamwerk
from .csvtekst import onschadelijk, te_lang

GRENS = 32_767
"""How many characters Excel takes in a cell."""
ALLES = "Alle criteria"
VERVALLEN = "Vervallen"
"""The sheets with all criteria and with the codes that ended; the others have the code of a leerlijn for name."""
_TEKENCODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BREEDTES = {
    "code": 12, "leerlijn": 9, "naam": 16, "omschrijving": 30, "niveau": 8, "fase": 16, "begeleiding": 16, "leeruitkomst": 60,
    "rij": 13, "rijnaam": 24, "naam_uit_bron": 9, "notatie": 12, "criterium": 90, "opvolgers": 24, "sinds": 9, "reden": 60,
    "kolom": 16, "uitleg": 110,
}  # fmt: skip
_BREEDTE, _BLADBREEDTE = 44, 180
_VERWIJZING = re.compile("&#([0-9]{3,7});")
# Before 1980 a zip has no dates; the date of the framework stands in the properties of the document.
_ZIPDATUM = (1980, 1, 1, 0, 0, 0)


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
        _vul(_blad(boek, code, breedtes, kolommen=randen), rijen, randen)
    lijstblad(boek, ALLES, alle)
    lijstblad(boek, VERVALLEN, einden)
    boek.properties.title, boek.properties.creator = str(raamwerk), "leeruitkomsten"
    return vast(boek, datetime.datetime.fromisoformat(raamwerk.datum))


def lijstblad(boek: Any, naam: str, rijen: list[Cellen]) -> None:
    """Add a sheet to edit, with a filter."""
    blad = _blad(boek, naam, [_BREEDTES[str(kolom)] for kolom in rijen[0]], kolommen=1)
    blad.auto_filter.ref = f"A1:{_kolomletter(len(rijen[0]))}{len(rijen)}"
    _vul(blad, rijen, 1)


def nieuwe_werkmap() -> Any:
    """Return a workbook without sheets, to which lines are added from top to bottom."""
    with onderdeel("excel", "een Excel-bestand"):
        import openpyxl
    return openpyxl.Workbook(write_only=True)


def _gevuld(bladen: Iterable[tuple[str, list[Cellen]]]) -> Iterator[tuple[str, str, int]]:
    """Yield every cell, where it stands, and how much goes in."""
    for naam, rijen in bladen:
        for nummer, rij in enumerate(rijen, 1):
            for kolom, cel in enumerate(rij, 1):
                yield f"blad {naam}, regel {nummer}, kolom {kolom}", _excel(str(cel)), GRENS


def _excel(tekst: str) -> str:
    """Return a text as a workbook holds it: Excel reads `_x0041_` as the letter A, so the first stroke is written as a code."""
    return _TEKENCODE.sub("_x005F_", tekst)


def _kolombreedte(raamwerk: Raamwerk) -> int:
    """Return how wide a niveau is: what one page has room for, but not too narrow to read."""
    return min(_BREEDTE, max(_BLADBREEDTE // len(raamwerk.niveaus), _BREEDTE // 2))


def _blad(boek: Any, naam: str, breedtes: Iterable[int], *, kolommen: int) -> Any:
    """Return a new sheet with a head and first columns that stay in view, to be printed on A4, landscape."""
    blad = boek.create_sheet(naam)
    for nummer, breedte in enumerate(breedtes, 1):
        blad.column_dimensions[_kolomletter(nummer)].width = breedte
    blad.freeze_panes = f"{_kolomletter(kolommen + 1)}2"
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", 9
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    blad.oddFooter.left.text, blad.oddFooter.right.text = "&A", "&P / &N"
    return blad


def _kolomletter(nummer: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(nummer))


def _vul(blad: Any, rijen: Iterable[Cellen], randen: int) -> None:
    """Write lines of cells: the first in bold, and so are the columns at the edge."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    # One cell per style, filled again and again: looking a style up is what makes openpyxl slow.
    stijlen: dict[tuple[bool, bool], Any] = {}
    for vet in (False, True):
        for formule in (False, True):
            cel = stijlen[vet, formule] = WriteOnlyCell(blad)
            cel.font, cel.alignment = Font(bold=vet), Alignment(wrap_text=True, vertical="top")
            cel.quotePrefix = formule

    def gevuld(rij: Cellen, *, kop: bool) -> Iterator[Any]:
        for plaats, waarde in enumerate(rij):
            tekst = waarde if isinstance(waarde, str) else ""
            cel = stijlen[kop or plaats < randen, onschadelijk(tekst) != tekst]
            cel.value = _excel(tekst) or waarde
            if tekst:
                cel.data_type = "s"  # openpyxl takes what begins with = for a formula
            yield None if waarde == "" else cel

    for nummer, rij in enumerate(rijen):
        blad.append(gevuld(rij, kop=nummer == 0))


def vast(boek: Any, dag: datetime.datetime) -> bytes:
    """Return a workbook as bytes that depend on what is in it, and on nothing else."""
    from openpyxl.writer.excel import ExcelWriter

    eerst, uit = io.BytesIO(), io.BytesIO()
    boek.properties.created = boek.properties.modified = dag
    ExcelWriter(
        boek, zipfile.ZipFile(eerst, "w")
    ).save()  # what `save` does, but for putting the clock in the properties
    with zipfile.ZipFile(eerst) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            deel = zipfile.ZipInfo(naam, _ZIPDATUM)
            deel.create_system = 3  # on Windows it would say so
            nieuw.writestr(deel, _een_spelling(oud.read(naam).decode()).encode())
    return uit.getvalue()


def _een_spelling(xml: str) -> str:
    """Return XML in one spelling: openpyxl writes another where lxml is installed."""
    # The rows of a sheet are the bulk of it; there, only references to characters and the end of an empty element differ.
    begin, open_, rest = xml.partition("<sheetData>")
    rijen, sluit, einde = rest.partition("</sheetData>")
    heel = canonicalize(begin + open_ + sluit + einde)
    return heel.replace(open_, open_ + _VERWIJZING.sub(_teken, rijen).replace(" />", "/>"), 1) if open_ else heel


def _teken(verwijzing: re.Match[str]) -> str:
    return chr(int(verwijzing[1]))
