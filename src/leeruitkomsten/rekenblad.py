"""Spreadsheets: a CSV or Excel file as sheets of rows of text."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING

from .fouten import Fout, OngeldigRaamwerk

if TYPE_CHECKING:
    from pathlib import Path

    Blad = tuple[str, list[list[str]]]
    """The name of a sheet (empty for CSV, which has none) and its rows."""


def bladen(pad: Path) -> list[Blad]:
    """Return the sheets of a file; cells in Unicode NFC with single spaces, in which line breaks stay.

    Raises:
        OngeldigRaamwerk: the file is not UTF-8, not CSV, or not an Excel workbook.
        OSError: the file cannot be read.
        ImportError: an Excel file, and the extra `excel` is not installed.
    """
    return _excel(pad) if pad.suffix.casefold() == ".xlsx" else [("", _csv(pad.read_bytes()))]


def _csv(inhoud: bytes) -> list[list[str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        reden = "is geen UTF-8; bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"
        raise OngeldigRaamwerk((Fout("het bestand", reden),)) from None
    kop = tekst.partition("\n")[0]
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    try:
        return [
            [_schoon(cel) for cel in rij]
            for rij in csv.reader(io.StringIO(tekst, ""), delimiter=scheiding, strict=True)
        ]
    except csv.Error as fout:
        raise OngeldigRaamwerk((Fout("het bestand", f"is geen goede CSV ({fout})"),)) from None


def _excel(pad: Path) -> list[Blad]:
    try:
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise ImportError("Een Excel-bestand lezen vraagt om een extra: pip install 'leeruitkomsten[excel]'") from None
    try:
        werkmap = openpyxl.load_workbook(pad, read_only=True, data_only=True)
    except (ValueError, KeyError, zipfile.BadZipFile, InvalidFileException):
        raise OngeldigRaamwerk((Fout("het bestand", "is geen Excel-werkmap (.xlsx)"),)) from None
    try:
        return [
            (blad.title, [[_schoon(_excelcel(cel)) for cel in rij] for rij in blad.iter_rows(values_only=True)])
            for blad in werkmap.worksheets
        ]
    finally:
        werkmap.close()


def _excelcel(waarde: object) -> str:
    if waarde is None:
        return ""
    return str(int(waarde)) if isinstance(waarde, float) and waarde.is_integer() else str(waarde)


def _schoon(cel: str) -> str:
    """Return a cell in Unicode NFC, with single spaces; line breaks stay, they may part bullets."""
    regels = (" ".join(regel.split()) for regel in unicodedata.normalize("NFC", cel).splitlines())
    return "\n".join(regels).strip()
