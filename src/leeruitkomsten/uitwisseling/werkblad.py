"""Sheets of an Excel workbook, laid out to be read and printed: letters, lines, a head that stays, rows as high as what they hold.

Every text is stored as text, so that none is run as a formula; one that looks like a formula is marked as quoted, for the day that
somebody edits it. What is written depends on what is in it, and on nothing else.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, Literal
from xml.etree.ElementTree import canonicalize

from ..bestanden.blad import kolomletters
from ..fouten import onderdeel
from .csvtekst import onschadelijk
from .rijhoogte import LETTER, PUNTEN, rijhoogte

Stijl = Literal["titel", "zin", "kop", "vet", "getal", "gewoon"]
"""How a cell looks: a title and a sentence above a table, its head, and its cells: in bold, a count, or neither."""
Waarde = str | int | float | None
"""What a cell holds."""
GRENS = 32_767
"""How many characters Excel takes in a cell."""
REGELS = 1_048_576
"""How many lines Excel takes on a sheet."""
_TITELPUNTEN = 14
_LIJN, _GRIJS, _KOPKLEUR = "FFB5B5B5", "FF444444", "FFEDEDED"
# Excel reads `_x0041_` as the letter A, so that what reads so in a text, and what XML has no place for, is written as such a code.
_GECODEERD = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VERWIJZING = re.compile("&#([0-9]{3,7});")
# Said of a height, this would keep a row from growing with what somebody types in it.
_VASTE_HOOGTE = re.compile('(<row [^>]*?) customHeight="1"')
_LEGE_CEL = re.compile("(<c [^<>]*)></c>")
# Before 1980 a zip has no dates; the date of the framework stands in the properties of the document.
_ZIPDATUM = (1980, 1, 1, 0, 0, 0)


def nieuwe_werkmap() -> Any:
    """Return a workbook without sheets, to which lines are added from top to bottom.

    Raises:
        OntbrekendOnderdeel: the extra `excel` is not installed.
    """
    with onderdeel("excel", "een Excel-bestand"):
        import openpyxl
        from openpyxl.styles import Font
    boek: Any = openpyxl.Workbook(write_only=True)
    # The widths of columns are counted in digits of this font.
    boek._named_styles["Normal"].font = Font(LETTER, PUNTEN)
    return boek


class Werkblad:
    """A sheet that is written from top to bottom, to be printed on A4, landscape, as wide as one page."""

    def __init__(self, boek: Any, naam: str, breedtes: Sequence[int], *, kop: int = 1, kolommen: int = 0) -> None:
        """Begin a sheet.

        Args:
            boek: the workbook.
            naam: what the sheet is called.
            breedtes: how wide the columns are, in characters.
            kop: the number of the line with the head. What stands down to there stays in view; the head comes back on every page.
            kolommen: how many columns stay in view too.
        """
        self._blad = boek.create_sheet(naam)
        self._breedtes = breedtes
        self._nummer = 0
        self._hoofd = kop
        self._cellen: dict[tuple[Stijl, bool], Any] = {}
        for nummer, breedte in enumerate(breedtes, 1):
            self._blad.column_dimensions[kolomletters(nummer - 1)].width = breedte
        self._blad.freeze_panes = f"{kolomletters(kolommen)}{kop + 1}"
        self._op_papier()

    def _op_papier(self) -> None:
        blad = self._blad
        blad.print_title_rows = f"{self._hoofd}:{self._hoofd}"
        blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", 9
        blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
        blad.sheet_properties.pageSetUpPr.fitToPage = True
        marges = blad.page_margins
        marges.left = marges.right = 0.4
        marges.top, marges.bottom, marges.header, marges.footer = 0.5, 0.6, 0.25, 0.3
        blad.oddFooter.left.text, blad.oddFooter.right.text = "&A", "&P / &N"

    def over(self, tekst: str, stijl: Stijl) -> None:
        """Add a line with one text over all columns."""
        self._nummer += 1
        letters = _TITELPUNTEN / PUNTEN if stijl == "titel" else 1
        hoog = rijhoogte([(tekst, sum(self._breedtes) / letters, stijl == "titel")]) * letters
        if len(self._breedtes) > 1:
            self._blad.merged_cells.add(f"A{self._nummer}:{kolomletters(len(self._breedtes) - 1)}{self._nummer}")
        self._voeg_toe([tekst], [stijl], hoog)

    def kop(self, namen: Sequence[str]) -> None:
        """Add the head of the table."""
        stijlen: list[Stijl] = ["kop" for _ in namen]
        self.rij(namen, stijlen)

    def rij(self, waarden: Sequence[Waarde], stijlen: Sequence[Stijl]) -> None:
        """Add a line of cells, as high as what it holds."""
        self._nummer += 1
        maten = zip(waarden, self._breedtes, stijlen, strict=True)
        hoog = rijhoogte((_tekst(waarde), breed, stijl in ("kop", "vet")) for waarde, breed, stijl in maten)
        self._voeg_toe(waarden, stijlen, hoog)

    def filter(self) -> None:
        """Give the table a filter, from its head to its last line."""
        self._blad.auto_filter.ref = f"A{self._hoofd}:{kolomletters(len(self._breedtes) - 1)}{self._nummer}"

    def _voeg_toe(self, waarden: Sequence[Waarde], stijlen: Sequence[Stijl], hoog: float) -> None:
        self._blad.row_dimensions[self._nummer].height = hoog
        self._blad.append(self._gevuld(waarden, stijlen))
        del self._blad.row_dimensions[self._nummer]

    def _gevuld(self, waarden: Sequence[Waarde], stijlen: Sequence[Stijl]) -> Iterator[Any]:
        for waarde, stijl in zip(waarden, stijlen, strict=True):
            tekst = waarde if isinstance(waarde, str) else ""
            cel = self._cel(stijl, formule=onschadelijk(tekst) != tekst)
            cel.value = in_cel(tekst) if tekst else None if waarde == "" else waarde
            if tekst:
                cel.data_type = "s"  # openpyxl takes what begins with = for a formula
            yield cel

    def _cel(self, stijl: Stijl, *, formule: bool) -> Any:
        """Return the one cell of a style, which is filled again and again: looking a style up is what makes openpyxl slow."""
        if (stijl, formule) not in self._cellen:
            self._cellen[stijl, formule] = self._nieuwe_cel(stijl, formule=formule)
        return self._cellen[stijl, formule]

    def _nieuwe_cel(self, stijl: Stijl, *, formule: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        cel = WriteOnlyCell(self._blad)
        punten = _TITELPUNTEN if stijl == "titel" else PUNTEN
        kleur = _GRIJS if stijl == "zin" else None
        cel.font = Font(LETTER, punten, bold=stijl in ("titel", "kop", "vet"), color=kleur)
        kant = "center" if stijl == "getal" else "left" if stijl == "vet" else None
        cel.alignment = Alignment(horizontal=kant, vertical="top", wrap_text=True)
        if stijl not in ("titel", "zin"):
            lijn = Side("thin", _LIJN)
            onder = Side("medium", _GRIJS) if stijl == "kop" else lijn
            cel.border = Border(left=lijn, right=lijn, top=lijn, bottom=onder)
        if stijl == "kop":
            cel.fill = PatternFill("solid", _KOPKLEUR)
        cel.quotePrefix = formule
        return cel


def in_cel(tekst: str) -> str:
    """Return a text as a workbook holds it.

    >>> in_cel("_x0041_ is geen A"), in_cel("een\\x07bel")
    ('_x005F_x0041_ is geen A', 'een_x0007_bel')
    """
    return _GECODEERD.sub(lambda teken: f"_x{ord(teken[0]):04X}_", tekst)


def _tekst(waarde: Waarde) -> str:
    return "" if waarde is None else str(waarde)


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
    rijen = _LEGE_CEL.sub(r"\1/>", _VASTE_HOOGTE.sub(r"\1", rijen))
    return heel.replace(open_, open_ + _VERWIJZING.sub(_teken, rijen).replace(" />", "/>"), 1) if open_ else heel


def _teken(verwijzing: re.Match[str]) -> str:
    return chr(int(verwijzing[1]))
