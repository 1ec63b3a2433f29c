"""Spreadsheets: a CSV or Excel file as sheets of rows of text."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

from ..fouten import Bevinding, OngeldigRaamwerk, citaat, onderdeel
from .bron import GRENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from openpyxl import Workbook

    from ..fouten import Bevindingsoort

    Blad = tuple[str, list[list[str]]]
    """The name of a sheet (empty for CSV, which has none) and its rows."""

UITGEPAKT = 200_000_000
"""So many bytes may a workbook hold when it is unpacked."""
CELLEN = 5_000_000
"""So many cells may a workbook have, those between its first and its last included."""


def bladen(pad: Path) -> list[Blad]:
    """Return the sheets of a file; cells in Unicode NFC with single spaces, in which line breaks stay.

    Raises:
        OngeldigRaamwerk: the name does not end in `.csv` or `.xlsx`, or the file is larger than 10 MB, is not UTF-8, not
            CSV, or not an Excel workbook, or one that is too large when unpacked; or cells hold what is no text or number, or a
            formula that was never worked out: each of those is named.
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
    fouten: list[Bevinding] = []
    gelezen: list[Blad] = []
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as map_:
            if sum(deel.file_size for deel in map_.infolist()) > UITGEPAKT:
                raise _ongeldig(f"is uitgepakt groter dan {UITGEPAKT} bytes", "te_groot")
        # What a cell holds, and beside it the formula that it comes from.
        waarden, formules = (laad_werkmap(io.BytesIO(inhoud), read_only=True, data_only=wat) for wat in (True, False))
        over = CELLEN
        for blad, formuleblad in zip(waarden.worksheets, formules.worksheets, strict=True):
            rijen: list[list[str]] = []
            for deel in (blad, formuleblad):
                deel.reset_dimensions()  # writers may say that a sheet is smaller than it is
            paren = zip(blad.iter_rows(), formuleblad.iter_rows(values_only=True), strict=True)
            for nummer, (rij, formulerij) in enumerate(paren, 1):
                over -= len(rij) + 1
                if over < 0:
                    raise _ongeldig(f"heeft meer dan {CELLEN} cellen", "te_groot")
                cellen = list(zip(rij, formulerij, strict=True))
                fouten += _geen_tekst(f"blad {citaat(blad.title)}, regel {nummer}", cellen)
                rijen.append([_schoon(_excelcel(cel.value)) for cel in rij])
            gelezen.append((blad.title, rijen))
    except OngeldigRaamwerk:
        raise
    except Exception as fout:  # openpyxl lets through whatever zip and XML meet in a file from outside
        raise _ongeldig("is geen Excel-werkmap (.xlsx)") from fout
    if fouten:
        raise OngeldigRaamwerk.van(fouten)
    return gelezen


def _geen_tekst(waar: str, cellen: Sequence[tuple[Any, object]]) -> Iterator[Bevinding]:
    """Yield the cells of a line whose text is not plain: dates, truth values, and formulas without an answer."""
    for plaats, (cel, formule) in enumerate(cellen):
        waarde = cel.value
        plek = f"{waar}, kolom {_kolom(plaats)}"
        if waarde is None and formule is not None and cel.data_type != "str":  # an answer may be the empty text
            yield Bevinding(
                plek, "leeg", "de formule heeft geen opgeslagen antwoord; open en bewaar het bestand in Excel"
            )
        elif not isinstance(waarde, str | int | float | None) or isinstance(waarde, bool):
            reden = f"hier hoort tekst of een geheel getal, er staat {citaat(str(waarde))}; maak er tekst van"
            yield Bevinding(plek, "verkeerd_type", reden)


def _kolom(plaats: int) -> str:
    """Return what Excel calls a column, which has a place from 0."""
    letters = ""
    plaats += 1
    while plaats:
        plaats, rest = divmod(plaats - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


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
