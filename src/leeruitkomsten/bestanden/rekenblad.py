"""Spreadsheets: a CSV or Excel file as sheets of rows of text."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from ..fouten import Bevinding, OngeldigRaamwerk, onderdeel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from ..fouten import Bevindingsoort

    Blad = tuple[str, list[list[str]]]
    """The name of a sheet (empty for CSV, which has none) and its rows."""

GRENS = 10_000_000
"""The largest spreadsheet that is read, in bytes."""


def bladen(pad: Path) -> list[Blad]:
    """Return the sheets of a file; cells in Unicode NFC with single spaces, in which line breaks stay.

    Raises:
        OngeldigRaamwerk: the name does not end in `.csv` or `.xlsx`, or the file is larger than 10 MB, is not UTF-8, not
            CSV, or not an Excel workbook.
        OSError: the file cannot be read.
        OntbrekendOnderdeel: an Excel file, and the extra `excel` is not installed.
    """
    if pad.suffix.casefold() not in (".csv", ".xlsx"):
        raise _ongeldig("is geen .csv of .xlsx; bewaar het als een van die twee")
    laad_werkmap = _openpyxl() if pad.suffix.casefold() == ".xlsx" else None
    with pad.open("rb") as bestand:
        inhoud = bestand.read(GRENS + 1)
    if len(inhoud) > GRENS:
        raise _ongeldig(f"is groter dan {GRENS} bytes", "te_groot")
    return [("", _csv(inhoud))] if laad_werkmap is None else _excel(inhoud, laad_werkmap)


def _csv(inhoud: bytes) -> list[list[str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _ongeldig(
            "is geen UTF-8; bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"
        ) from None
    kop = next((regel for regel in tekst.splitlines() if regel.strip(" ,;\t")), "")
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    lezer = csv.reader(io.StringIO(tekst, ""), delimiter=scheiding, strict=True)
    try:
        return [[_schoon(cel) for cel in rij] for rij in lezer]
    except csv.Error:
        raise _ongeldig(f"is geen goede CSV (bij regel {lezer.line_num})") from None


def _openpyxl() -> Callable[..., Workbook]:
    with onderdeel("excel", "een Excel-bestand"):
        from openpyxl import load_workbook
    return load_workbook


def _excel(inhoud: bytes, laad_werkmap: Callable[..., Workbook]) -> list[Blad]:
    try:
        werkmap = laad_werkmap(io.BytesIO(inhoud), read_only=True, data_only=True)
        return [
            (blad.title, [[_schoon(_excelcel(cel)) for cel in rij] for rij in blad.iter_rows(values_only=True)])
            for blad in werkmap.worksheets
        ]
    except Exception as fout:  # openpyxl lets through whatever zip and XML meet in a file from outside
        raise _ongeldig("is geen Excel-werkmap (.xlsx)") from fout


def _excelcel(waarde: object) -> str:
    if waarde is None:
        return ""
    return str(int(waarde)) if isinstance(waarde, float) and waarde.is_integer() else str(waarde)


def _schoon(cel: str) -> str:
    """Return a cell in Unicode NFC, with single spaces; line breaks stay, they may part bullets."""
    regels = (" ".join(regel.split()) for regel in unicodedata.normalize("NFC", cel).splitlines())
    return "\n".join(regels).strip()


def _ongeldig(reden: str, soort: Bevindingsoort = "onleesbaar") -> OngeldigRaamwerk:
    return OngeldigRaamwerk((Bevinding("het bestand", soort, reden),))
