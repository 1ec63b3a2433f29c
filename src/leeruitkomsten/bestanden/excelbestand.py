"""Excel workbooks, read as large as they are and no larger: every sheet, merged cells filled in, and per cell what is no text.

openpyxl reads the cells. What it does not tell in its fast way of reading is looked up in the XML of the sheet itself: which cells
are merged, and which hold a formula that was never worked out.
"""

from __future__ import annotations

import io
import threading
import warnings
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast
from xml.etree.ElementTree import iterparse

from ..fouten import citaat, onderdeel
from .blad import Blad, Regel, cel_van
from .csvbestand import GeenTabel

if TYPE_CHECKING:
    from ..velden import Gebrek

UITGEPAKT = 100_000_000
"""So many bytes may a workbook hold when it is unpacked."""
REGELS = 100_000
"""So many lines that hold anything may a workbook have, all sheets together."""
KOLOMMEN = 1_000
"""So many columns may a line have, up to the last that holds anything."""
CELLEN = 2_000_000
"""So many cells may be merged or read, all sheets together."""
PLEKKEN = 20_000_000
"""So many cells may the lines have together, up to the last of each that holds anything: empty ones take memory there too."""
HEEL_TOT = 10**15
"""From here on Excel keeps no number to the last digit: it has fifteen."""

_WAARSCHUWT = threading.Lock()


def lees_excel(inhoud: bytes) -> list[Blad]:
    """Return the sheets of a workbook.

    Raises:
        GeenTabel: it is no workbook, or one that is too large.
        OntbrekendOnderdeel: the extra `excel` is not installed.
    """
    with onderdeel("excel", "een Excel-bestand"):
        from openpyxl.reader.excel import ExcelReader
    # openpyxl warns of what it passes over, such as a list to choose from: none of that is in a cell.
    with _WAARSCHUWT, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as map_:
                if sum(deel.file_size for deel in map_.infolist()) > UITGEPAKT:
                    raise GeenTabel.bestand(f"is uitgepakt groter dan {UITGEPAKT} bytes", "te_groot")
                lezer = ExcelReader(io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
                lezer.read_manifest()
                lezer.read_workbook()
                delen: Any = lezer.parser.find_sheets()
                # Before openpyxl reads: of a sheet that does not say how large it is, it goes through all of it.
                gemerkt = {blad.name: _gemerkt(map_, rel.target) for blad, rel in delen if "chartsheet" not in rel.Type}
                lezer.read()
                return list(_bladen(lezer.wb.worksheets, gemerkt))
        except GeenTabel:
            raise
        except Exception as fout:  # openpyxl lets through whatever zip and XML meet in a file from outside
            raise GeenTabel.bestand("is geen Excel-werkmap (.xlsx)") from fout


class _Ruimte:
    """What may still be read."""

    def __init__(self) -> None:
        self.regels, self.cellen, self.plekken = REGELS, CELLEN, PLEKKEN

    def neem(self, regels: int, cellen: int, kolommen: int = 0) -> None:
        """Take up room, or raise."""
        if kolommen > KOLOMMEN:
            raise GeenTabel.bestand(f"heeft meer dan {KOLOMMEN} kolommen", "te_groot")
        self.regels -= regels
        self.cellen -= cellen
        if self.regels < 0:
            raise _te_veel_regels()
        if self.cellen < 0:
            raise GeenTabel.bestand(f"heeft meer dan {CELLEN} cellen", "te_groot")

    def leg(self, plekken: int) -> None:
        """Take up room for a line, its empty cells included, or raise."""
        self.plekken -= plekken
        if self.plekken < 0:
            reden = f"heeft regels van meer dan {PLEKKEN} cellen samen, de lege meegeteld; zet de kolommen naast elkaar"
            raise GeenTabel.bestand(reden, "te_groot")


Plek = tuple[int, int]
"""A line and a column, both from 1."""


class _Cel(NamedTuple):
    """What stands in a cell, and what is wrong with it."""

    tekst: str
    gebrek: Gebrek | None = None


def _te_veel_regels() -> GeenTabel:
    return GeenTabel.bestand(f"heeft meer dan {REGELS} regels; bewaar het als CSV", "te_groot")


class _Gemerkt(NamedTuple):
    """What the XML of a sheet says besides: where formulas stand without an answer, and which ranges are merged."""

    zonder_antwoord: set[Plek]
    samengevoegd: list[str]


def _bladen(bladen: list[Any], gemerkt: dict[str, _Gemerkt]) -> Iterator[Blad]:
    ruimte = _Ruimte()
    for blad in bladen:
        cellen = dict(_cellen(blad, gemerkt[blad.title].zonder_antwoord, ruimte))
        gevuld = dict(_gevuld(cellen, gemerkt[blad.title].samengevoegd, ruimte))
        yield Blad(blad.title, list(_regels(cellen, gevuld, ruimte)), blad.sheet_state != "visible")


def _gemerkt(map_: zipfile.ZipFile, deel: str) -> _Gemerkt:
    with map_.open(deel) as xml:
        return _gemerkt_in(xml)


def _gemerkt_in(xml: IO[bytes]) -> _Gemerkt:
    from openpyxl.utils.cell import coordinate_to_tuple

    gemerkt = _Gemerkt(set(), [])
    regel = kolom = gevuld = 0
    heeft_iets = False
    for soort, deel in iterparse(xml, ("start", "end")):  # noqa: S314  # what is unpacked is bounded, and expat bounds entities
        naam = deel.tag.rpartition("}")[2]
        if soort == "start" and naam == "row":
            regel, kolom = int(deel.get("r", regel + 1)), 0
        elif soort == "end" and naam == "c":
            plek = deel.get("r")
            regel, kolom = coordinate_to_tuple(plek) if plek else (regel, kolom + 1)
            heeft_iets = heeft_iets or len(deel) > 0
            # The answer may be the empty text.
            if deel.find("{*}f") is not None and not deel.findtext("{*}v") and deel.get("t") != "str":
                gemerkt.zonder_antwoord.add((regel, kolom))
        elif soort == "end" and naam == "mergeCell":
            gemerkt.samengevoegd.append(deel.get("ref", ""))
        elif soort == "end" and naam == "row":
            deel.clear()
            gevuld, heeft_iets = gevuld + heeft_iets, False
            if gevuld > REGELS:  # seen here, before any cell is kept
                raise _te_veel_regels()
    return gemerkt


def _cellen(blad: Any, zonder_antwoord: set[Plek], ruimte: _Ruimte) -> Iterator[tuple[Plek, _Cel]]:
    """Yield the cells that hold anything, by place."""
    blad.reset_dimensions()  # writers may say that a sheet is smaller than it is
    for regel, rij in enumerate(blad.iter_rows(), 1):
        gelezen = [
            ((regel, kolom), cel)
            for kolom, gegeven in enumerate(rij, 1)
            if (cel := _cel(gegeven, zonder_antwoord=(regel, kolom) in zonder_antwoord)) != _NIETS
        ]
        if gelezen:
            ruimte.neem(1, len(gelezen), gelezen[-1][0][1])
            yield from gelezen


def _cel(cel: Any, *, zonder_antwoord: bool) -> _Cel:
    waarde = cel.value
    if zonder_antwoord:
        reden = "de formule heeft geen opgeslagen antwoord; open en bewaar het bestand in Excel"
        return _Cel("", ("leeg", reden))
    if waarde is None:
        return _NIETS
    if cel.data_type == "e":
        return _Cel(str(waarde), ("verkeerde_waarde", f"de formule geeft een fout: {waarde}"))
    if isinstance(waarde, str):
        return _Cel(cel_van(waarde))
    heel = not isinstance(waarde, bool) and isinstance(waarde, int | float) and float(waarde).is_integer()
    if heel and abs(waarde) < HEEL_TOT and "%" not in cel.number_format:
        nullen = cel.number_format if set(cel.number_format) == {"0"} else ""
        return _Cel(str(int(waarde)).zfill(len(nullen)))  # shown with leading zeros: a student number has them
    if heel and abs(waarde) >= HEEL_TOT:
        reden = f"van een getal met 16 cijfers of meer raakt Excel de laatste kwijt, er staat {int(waarde)}; typ het over als tekst"
    else:
        reden = f"hier hoort tekst of een geheel getal, er staat {citaat(_getoond(cel))}; maak er tekst van"
    return _Cel(str(waarde), ("verkeerd_type", reden))


def _getoond(cel: Any) -> str:
    """Return what stands in a cell that is no text, as a spreadsheet in Dutch has it."""
    waarde = cel.value
    if isinstance(waarde, bool):
        return "WAAR" if waarde else "ONWAAR"
    if not isinstance(waarde, int | float):
        return str(waarde).removesuffix(" 00:00:00")
    deel = f"{waarde * 100:.15g}%" if "%" in cel.number_format else str(waarde)
    return deel.replace(".", ",")


_NIETS = _Cel("")


def _gevuld(cellen: dict[Plek, _Cel], bereiken: list[str], ruimte: _Ruimte) -> Iterator[tuple[Plek, str]]:
    """Put what stands in the first of some merged cells in the others, and yield those with their range."""
    from openpyxl.utils.cell import range_boundaries

    laatste_regel = max((regel for regel, _ in cellen), default=0)
    laatste_kolom = max((kolom for _, kolom in cellen), default=0)
    for bereik in bereiken:
        links, boven, rechts, onder = cast("tuple[int, int, int, int]", range_boundaries(bereik))
        eerste = cellen.get((boven, links))
        if eerste is None:
            continue
        for regel in range(boven, min(onder, laatste_regel) + 1):
            ruimte.neem(0, min(rechts, laatste_kolom) - links + 1)
            for kolom in range(links, min(rechts, laatste_kolom) + 1):
                if (regel, kolom) not in cellen:
                    cellen[regel, kolom] = eerste
                    yield (regel, kolom), bereik


def _regels(cellen: dict[Plek, _Cel], gevuld: dict[Plek, str], ruimte: _Ruimte) -> Iterator[Regel]:
    per_regel: dict[int, dict[int, _Cel]] = {}
    for (regel, kolom), cel in cellen.items():
        per_regel.setdefault(regel, {})[kolom - 1] = cel
    for nummer, rij in sorted(per_regel.items()):
        ruimte.leg(max(rij) + 1)
        teksten = [rij.get(plaats, _NIETS).tekst for plaats in range(max(rij) + 1)]
        gebreken = {plaats: cel.gebrek for plaats, cel in rij.items() if cel.gebrek}
        samen = {plaats: gevuld[nummer, plaats + 1] for plaats in sorted(rij) if (nummer, plaats + 1) in gevuld}
        yield Regel(nummer, teksten, gebreken, samen)
