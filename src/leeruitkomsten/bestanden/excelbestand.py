"""Excel workbooks, read as large as they are and no larger: every sheet, merged cells filled in, and per cell what is no text.

openpyxl reads the cells. What it does not tell in its fast way of reading is looked up in the XML of the sheet itself: which cells
are merged, which lines are hidden, and which cells hold a formula that was never worked out. What it would pass over there, as
it comes twice or in another order, is refused.
"""

from __future__ import annotations

import io
import re
import threading
import warnings
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast
from xml.etree.ElementTree import Element, iterparse, parse

from ..fouten import onderdeel
from ..zinnen import citaat
from .blad import Blad, Regel, cel_van
from .bron import WERKMAP
from .csvbestand import GeenTabel

if TYPE_CHECKING:
    from ..velden import Gebrek

UITGEPAKT = WERKMAP
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
_RUIMTE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_V, _IS, _F, _T, _R = (f"{{{_RUIMTE}}}{naam}" for naam in ("v", "is", "f", "t", "r"))
_VLAK, _IN_CELLEN = {"worksheet", "sheetData"}, {"row", "c", "v", "is", "f"}
_WAAR = ("1", "true")
_LETTER = re.compile("_x(?![dD][89a-fA-F])([0-9a-fA-F]{4})_")
"""How a workbook writes a letter that XML cannot hold, such as the line end of Windows; an underscore that might begin one, too."""
_NIET_GETOOND = re.compile(r'\[[^\]<=>]*\]|_.|\*.|\\ |" *"')
"""What takes room or gives colour in a number format, and shows nothing else."""


def lees_excel(inhoud: bytes) -> list[Blad]:
    """Return the sheets of a workbook.

    Raises:
        GeenTabel: it is no workbook, or one that is too large.
        OntbrekendOnderdeel: the extra `excel` is not installed.
    """
    with onderdeel("excel", "een Excel-bestand"):
        from openpyxl.reader.excel import ExcelReader
        from openpyxl.xml.constants import SHARED_STRINGS
    # openpyxl warns of what it passes over, such as a list to choose from: none of that is in a cell.
    with _WAARSCHUWT, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as map_:
                if sum(deel.file_size for deel in map_.infolist()) > UITGEPAKT:
                    raise GeenTabel.bestand(f"is uitgepakt groter dan {UITGEPAKT} bytes", "te_groot")
                lezer: Any = ExcelReader(io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
                lezer.read_manifest()
                lezer.read_workbook()
                met_antwoord = _is_uitgerekend(map_, lezer.parser.workbook_part_name)
                delen: Any = lezer.parser.find_sheets()
                # Before openpyxl reads: of a sheet that does not say how large it is, it goes through all of it.
                gemerkt = [
                    _gemerkt(map_, rel.target, met_antwoord=met_antwoord)
                    for _, rel in delen
                    if "chartsheet" not in rel.Type
                ]
                lezer.read()
                teksten = _teksten(map_, lezer.package.find(SHARED_STRINGS))
                if not gemerkt:
                    raise GeenTabel.bestand("heeft geen blad met cellen", "leeg")
                return list(_bladen(lezer.wb.worksheets, gemerkt, teksten))
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


Plek: TypeAlias = tuple[int, int]
"""A line and a column, both from 1."""


class _Cel(NamedTuple):
    """What stands in a cell, and what is wrong with it."""

    tekst: str
    gebrek: Gebrek | None = None


def _te_veel_regels() -> GeenTabel:
    return GeenTabel.bestand(f"heeft meer dan {REGELS} regels; bewaar het als CSV", "te_groot")


class _Gemerkt(NamedTuple):
    """What the XML of a sheet says besides: which formulas have no answer, which ranges are merged, which lines are hidden."""

    zonder_antwoord: set[Plek]
    samengevoegd: list[str]
    verborgen: set[int]


def _bladen(bladen: list[Any], gemerkt: list[_Gemerkt], teksten: list[str]) -> Iterator[Blad]:
    ruimte = _Ruimte()
    for blad, merk in zip(bladen, gemerkt, strict=True):
        blad._shared_strings = teksten
        cellen = dict(_cellen(blad, merk.zonder_antwoord, ruimte))
        gevuld = dict(_gevuld(cellen, merk.samengevoegd, ruimte))
        regels = list(_regels(cellen, gevuld, merk.verborgen, ruimte))
        yield Blad(blad.title, regels, blad.sheet_state != "visible")


def _is_uitgerekend(map_: zipfile.ZipFile, deel: str) -> bool:
    """Say whether formulas have their answers: who writes a workbook may leave them to Excel, and put noughts meanwhile."""
    with map_.open(deel) as xml:
        boek = parse(xml).getroot()  # noqa: S314  # what is unpacked is bounded, and expat bounds entities
    _eis_ruimte(boek.tag)
    rekenwijze = boek.find(f"{{{_RUIMTE}}}calcPr")
    return rekenwijze is None or rekenwijze.get("fullCalcOnLoad") not in _WAAR


def _teksten(map_: zipfile.ZipFile, deel: Any) -> list[str]:
    """Return the texts that the cells refer to by number, to the letter, without how they are pronounced."""
    teksten: list[str] = []
    if deel is not None:
        with map_.open(deel.PartName[1:]) as xml:
            for _, tekst in iterparse(xml):  # noqa: S314  # what is unpacked is bounded
                if tekst.tag == f"{{{_RUIMTE}}}si":
                    teksten.append("".join(t.text or "" for t in (*tekst.iterfind(_T), *tekst.iterfind(f"{_R}/{_T}"))))
                    tekst.clear()
    return teksten


def _gemerkt(map_: zipfile.ZipFile, deel: str, *, met_antwoord: bool) -> _Gemerkt:
    with map_.open(deel) as xml:
        return _gemerkt_in(xml, met_antwoord=met_antwoord)


def _gemerkt_in(xml: IO[bytes], *, met_antwoord: bool) -> _Gemerkt:
    gemerkt = _Gemerkt(set(), [], set())
    regel = kolom = gevuld = 0
    heeft_iets = in_cellen = False
    for soort, deel in iterparse(xml, ("start", "end")):  # noqa: S314  # what is unpacked is bounded, and expat bounds entities
        naam = deel.tag.rpartition("}")[2]
        if naam in _VLAK or (in_cellen and naam in _IN_CELLEN):
            _eis_ruimte(deel.tag)
        if naam == "sheetData":
            in_cellen = soort == "start"
        elif naam == "mergeCell" and soort == "end":
            gemerkt.samengevoegd.append(deel.get("ref", ""))
        elif naam == "row" and in_cellen and soort == "start":
            regel, kolom = _volgende(deel, (regel + 1, 0)), 0
            if deel.get("hidden") in _WAAR:
                gemerkt.verborgen.add(regel)
        elif naam == "c" and in_cellen and soort == "end":
            kolom = _kolom(deel, (regel, kolom + 1))
            heeft_iets = heeft_iets or len(deel) > 0
            # The answer may be the empty text.
            leeg = not met_antwoord or (not deel.findtext(_V) and deel.get("t") != "str")
            if leeg and deel.find(_F) is not None:
                gemerkt.zonder_antwoord.add((regel, kolom))
        elif naam == "row" and in_cellen:
            deel.clear()
            gevuld, heeft_iets = gevuld + heeft_iets, False
            if gevuld > REGELS:  # seen here, before any cell is kept
                raise _te_veel_regels()
    return gemerkt


def _volgende(rij: Element, plek: Plek) -> int:
    """Return the number of a line, which is `plek` or further down."""
    regel = int(rij.get("r", plek[0]))
    if regel < plek[0]:
        raise GeenTabel.bestand(
            f"heeft regel {regel} na regel {plek[0] - 1}; open en bewaar het in Excel", "verkeerde_volgorde"
        )
    return regel


def _kolom(cel: Element, plek: Plek) -> int:
    """Return the column of a cell, which is `plek` or further on in that line, and holds one thing of the kind that it says."""
    from openpyxl.utils.cell import coordinate_to_tuple

    waar = cel.get("r")
    regel, kolom = coordinate_to_tuple(waar) if waar else plek
    soort = cel.get("t", "n")
    waarden = [deel for deel in cel if deel.tag == _IS or (deel.tag == _V and deel.text)]
    goed = all((deel.tag == _IS) == (soort == "inlineStr") for deel in waarden) and len(waarden) <= 1
    if soort == "s":
        goed = goed and all((deel.text or "").isdecimal() for deel in waarden)
    if regel != plek[0] or kolom < plek[1] or not goed:
        raise GeenTabel.bestand(f"heeft iets dat niet past in cel {waar}; open en bewaar het in Excel")
    return kolom


def _eis_ruimte(tag: str) -> None:
    """Raise where an element of a workbook is of another kind of XML, which openpyxl passes over."""
    if not tag.startswith(f"{{{_RUIMTE}}}"):
        raise GeenTabel.bestand("is een Excel-werkmap van een ander soort ('Strict'); bewaar het als gewone .xlsx")


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
        return _Cel(cel_van(_LETTER.sub(lambda code: chr(int(code[1], 16)), waarde)))
    heel = not isinstance(waarde, bool) and isinstance(waarde, int | float) and float(waarde).is_integer()
    if not heel or "%" in cel.number_format:
        reden = f"hier hoort tekst of een geheel getal, er staat {citaat(_getoond(cel))}; maak er tekst van"
        return _Cel(str(waarde), ("verkeerd_type", reden))
    return _getal(int(waarde), cel.number_format)


def _getal(getal: int, opmaak: str) -> _Cel:
    nullen = _nullen(opmaak)
    if abs(getal) >= HEEL_TOT:
        reden = f"van een getal met 16 cijfers of meer raakt Excel de laatste kwijt, er staat {getal}; typ het over als tekst"
    elif nullen is None:
        reden = f"{citaat(str(getal))} wordt anders getoond (als {citaat(opmaak)}); maak er tekst van"
    else:
        return _Cel(str(getal).zfill(nullen))
    return _Cel(str(getal), ("verkeerd_type", reden))


def _nullen(opmaak: str) -> int | None:
    """Return how many digits a whole number is shown with at least; `None` where it is shown otherwise than by its digits."""
    vorm = _NIET_GETOOND.sub("", opmaak.partition(";")[0]).strip()
    if vorm.casefold() in ("general", "@") or re.fullmatch(r"[#,]*[#0]?(\.[0#?]+)?", vorm):
        return 0
    return len(vorm) if set(vorm) == {"0"} else None  # a student number has its leading zeros


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

    if not cellen:
        return
    laatste_regel = max(regel for regel, _ in cellen)
    laatste_kolom = max(kolom for _, kolom in cellen)
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


def _regels(cellen: dict[Plek, _Cel], gevuld: dict[Plek, str], verborgen: set[int], ruimte: _Ruimte) -> Iterator[Regel]:
    per_regel: dict[int, dict[int, _Cel]] = {}
    for (regel, kolom), cel in cellen.items():
        per_regel.setdefault(regel, {})[kolom - 1] = cel
    for nummer, rij in sorted(per_regel.items()):
        ruimte.leg(max(rij) + 1)
        teksten = [rij.get(plaats, _NIETS).tekst for plaats in range(max(rij) + 1)]
        gebreken = {plaats: cel.gebrek for plaats, cel in rij.items() if cel.gebrek}
        samen = {plaats: gevuld[nummer, plaats + 1] for plaats in sorted(rij) if (nummer, plaats + 1) in gevuld}
        yield Regel(nummer, teksten, gebreken, samen, nummer in verborgen)
