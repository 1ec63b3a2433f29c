"""The framework as an Excel workbook: a sheet per leerlijn as the document has it, and one with all succescriteria."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import canonicalize

from ..fouten import onderdeel, weiger
from ..model import Leerlijn
from ..raamwerk import Raamwerk
from .csvtekst import onschadelijk, te_lang
from .platte_csv import KOP, regels

Rij = Iterable[str | int]

GRENS = 32_767
"""How many characters Excel takes in a cell."""
ALLES = "Alle criteria"
"""The sheet with all criteria; the others have the code of a leerlijn for name."""
_PUNT = "• "
_TEKENCODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RANDEN = {"leerlijn": 9, "naam": 16, "rij": 13}
_BREEDTES = (15, 10, 8, 18, 13, 9, 32, 7, 12, 100)  # of the columns in KOP
_ALLEEN_PLAT = [KOP.index(naam) for naam in ("rij_naam", "notatie")]
_BREEDTE, _BLADBREEDTE = 44, 180
_VERWIJZING = re.compile("&#([0-9]{3,7});")
# Before 1980 a zip has no dates; the date of the framework stands in the properties of the document.
_ZIPDATUM = (1980, 1, 1, 0, 0, 0)


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return a workbook with the matrix of each leerlijn, ready to print, and a flat sheet to filter.

    A matrix has a column per niveau, the leeruitkomsten on top, a line per row with a bullet per criterium, and the
    begeleiding below, if the framework states any. The head stays in view and comes back on every page; pages are A4,
    landscape, as wide as one page. `uit_tabel` reads these sheets back, and passes over the flat one: it numbers the bullets
    anew, and gives rows no name. The flat sheet has the columns of the format `csv`.

    Every text is stored as text, so that none is run as a formula; one that looks like a formula is marked as quoted, for
    the day that somebody edits it. Nothing is put in front of it. The same framework gives the same bytes, under one
    release of openpyxl: dates are those of the framework, and the parts are not compressed, since compressors differ.

    Not in it: the introduction, errata, codes that ended, the source, and the omschrijvingen of the leerlijnen.

    Raises:
        OntbrekendOnderdeel: the extra `excel` is not installed.
        OngeldigeVraag: a cell would hold more than 32,767 characters; the error names each.

    >>> import leeruitkomsten as lu
    >>> schrijf(lu.laad())[:2]
    b'PK'
    """
    boek = _openpyxl().Workbook(write_only=True)
    matrices = [(lijn.code, list(_matrix(raamwerk, lijn))) for lijn in raamwerk.leerlijnen]
    platte_regels = list(regels(raamwerk))
    weiger(te_lang([*_gevuld(matrices), *_alleen_plat(platte_regels)]))
    for code, rijen in matrices:
        breedtes = [*_RANDEN.values(), *[_kolombreedte(raamwerk)] * len(raamwerk.niveaus)]
        _vul(_blad(boek, code, breedtes, kolommen=len(_RANDEN)), rijen, len(_RANDEN))
    plat = _blad(boek, ALLES, _BREEDTES, kolommen=1)
    plat.auto_filter.ref = f"A1:{_kolomletter(len(KOP))}{len(platte_regels) + 1}"
    _vul(plat, [KOP, *platte_regels], 1)
    boek.properties.title, boek.properties.creator = str(raamwerk), "leeruitkomsten"
    return _vast(boek, datetime.datetime.fromisoformat(raamwerk.datum))


def _openpyxl() -> Any:
    with onderdeel("excel", "een Excel-bestand"):
        import openpyxl
    return openpyxl


def _matrix(raamwerk: Raamwerk, lijn: Leerlijn) -> Iterator[Sequence[str | int]]:
    """Yield the lines of one leerlijn, head first, in the layout that `uit_tabel` reads."""
    yield (*_RANDEN, *(f"Niveau {niveau.nummer}: {niveau.fase}" for niveau in raamwerk.niveaus))
    yield (lijn.code, lijn.naam, "leeruitkomst", *(uitkomst.tekst for uitkomst in lijn.leeruitkomsten))
    for rij in lijn.rijen:
        yield (lijn.code, "", rij.nummer, *("\n".join(_PUNT + c.tekst for c in cel) for cel in rij.cellen))
    if any(niveau.begeleiding for niveau in raamwerk.niveaus):
        yield (lijn.code, "", "begeleiding", *(niveau.begeleiding or "" for niveau in raamwerk.niveaus))


def _gevuld(matrices: Iterable[tuple[str, list[Sequence[str | int]]]]) -> Iterator[tuple[str, str, int]]:
    """Yield every cell with text, where it stands, and how much goes in: a matrix has each text of the framework."""
    for code, rijen in matrices:
        for nummer, rij in enumerate(rijen, 1):
            for kolom, cel in enumerate(rij, 1):
                yield f"blad {code}, regel {nummer}, kolom {kolom}", _excel(str(cel)), GRENS


def _alleen_plat(platte_regels: Iterable[tuple[str | int, ...]]) -> Iterator[tuple[str, str, int]]:
    """Yield, in the same way, the cells of the flat sheet whose texts stand in no matrix."""
    for nummer, regel in enumerate(platte_regels, 2):
        for kolom in _ALLEEN_PLAT:
            yield f"blad {ALLES}, regel {nummer}, kolom {kolom + 1}", _excel(str(regel[kolom])), GRENS


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


def _vul(blad: Any, rijen: Iterable[Rij], randen: int) -> None:
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

    def gevuld(rij: Rij, *, kop: bool) -> Iterator[Any]:
        for plaats, waarde in enumerate(rij):
            tekst = waarde if isinstance(waarde, str) else ""
            cel = stijlen[kop or plaats < randen, onschadelijk(tekst) != tekst]
            cel.value = _excel(tekst) or waarde
            if tekst:
                cel.data_type = "s"  # openpyxl takes what begins with = for a formula
            yield None if waarde == "" else cel

    for nummer, rij in enumerate(rijen):
        blad.append(gevuld(rij, kop=nummer == 0))


def _vast(boek: Any, dag: datetime.datetime) -> bytes:
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
