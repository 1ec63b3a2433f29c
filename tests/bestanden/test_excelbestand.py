"""Excel workbooks: what a reader sees, as large as it is, and what is no text named by its cell."""

from __future__ import annotations

import datetime
import io
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet.datavalidation import DataValidation
from python_calamine import CalamineWorkbook

from bestanden.werkmappen import samengevoegd
from leeruitkomsten.bestanden import excelbestand
from leeruitkomsten.bestanden.csvbestand import GeenTabel
from leeruitkomsten.bestanden.excelbestand import lees_excel

GEBREK = "hier hoort tekst of een geheel getal, er staat {}; maak er tekst van"


def werkmap(pad: Path, rijen: list[list[Any]], vervang: dict[bytes, bytes] | None = None) -> Path:
    """Write a workbook of one sheet, and set other bytes in that sheet's XML."""
    boek = openpyxl.Workbook()
    blad: Any = boek.active
    blad.title = "Tabel"
    for rij in rijen:
        blad.append(rij)
    boek.calculation.fullCalcOnLoad = False  # as Excel leaves it, which worked out all formulas
    boek.save(pad)
    with zipfile.ZipFile(pad) as heel:
        delen = {naam: heel.read(naam) for naam in heel.namelist()}
    with zipfile.ZipFile(pad, "w") as uit:
        for naam, inhoud in delen.items():
            for van, naar in (vervang or {}).items() if naam.endswith("sheet1.xml") else ():
                assert van in inhoud
                inhoud = inhoud.replace(van, naar)  # noqa: PLW2901  # the same part, spoiled
            uit.writestr(naam, inhoud)
    return pad


def regels(pad: Path) -> list[tuple[int, list[str]]]:
    [blad] = lees_excel(pad.read_bytes())
    assert blad.naam == "Tabel"
    return [(regel.nummer, regel.cellen) for regel in blad.regels]


def geweigerd(pad: Path) -> str:
    with pytest.raises(GeenTabel) as fout:
        lees_excel(pad.read_bytes())
    [bevinding] = fout.value.bevindingen
    assert (bevinding.pad, bevinding.soort) == ("het bestand", "te_groot")
    return bevinding.reden


def test_cells_are_what_a_reader_sees_and_empty_lines_are_none(tmp_path: Path) -> None:
    rijen = [["a", None, " b  c "], [], [1, 2.0, None, None], ["een\n twee", "–", "N.v.t."], [None, " "]]
    assert regels(werkmap(tmp_path / "x.xlsx", rijen)) == [
        (1, ["a", "", "b  c"]), (3, ["1", "2"]), (4, ["een\n twee"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("waarde", "opmaak", "soort", "reden"),
    [
        (datetime.date(2026, 11, 24), None, "verkeerd_type", GEBREK.format("'2026-11-24'")),
        (datetime.datetime(2026, 11, 24, 9, 30), None, "verkeerd_type", GEBREK.format("'2026-11-24 09:30:00'")),
        (True, None, "verkeerd_type", GEBREK.format("'WAAR'")),
        (False, None, "verkeerd_type", GEBREK.format("'ONWAAR'")),
        (12.5, None, "verkeerd_type", GEBREK.format("'12,5'")),
        (0.75, "0%", "verkeerd_type", GEBREK.format("'75%'")),
        (1, "0%", "verkeerd_type", GEBREK.format("'100%'")),
        (
            10**15,
            None,
            "verkeerd_type",
            f"van een getal met 16 cijfers of meer raakt Excel de laatste kwijt, er staat {10**15}; typ het over als tekst",
        ),
        ("#N/A", None, "verkeerde_waarde", "de formule geeft een fout: #N/A"),
    ],
)
def test_what_is_no_text_or_whole_number_is_said_of_the_cell(
    waarde: Any, opmaak: str | None, soort: str, reden: str, tmp_path: Path
) -> None:
    boek = openpyxl.Workbook()
    cel: Any = boek.worksheets[0]["B2"]
    cel.value = waarde
    cel.number_format = opmaak or cel.number_format
    boek.save(tmp_path / "x.xlsx")
    [blad] = lees_excel((tmp_path / "x.xlsx").read_bytes())
    assert [(regel.nummer, dict(regel.gebreken)) for regel in blad.regels] == [(2, {1: (soort, reden)})]
    assert blad.regels[0].cel(0) == ""
    assert blad.regels[0].cel(1) not in ("", "None")  # a cell at fault is no empty one


def test_a_number_has_the_zeros_that_it_is_shown_with(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for nummer, (waarde, opmaak) in enumerate([(7, "000"), (10**15 - 1, "General"), (1234, "#,##0"), (-5, "0")], 1):
        cel = boek.worksheets[0].cell(nummer, 1, waarde)
        cel.number_format = opmaak
    boek.save(tmp_path / "x.xlsx")
    [blad] = lees_excel((tmp_path / "x.xlsx").read_bytes())
    assert [regel.cellen for regel in blad.regels] == [["007"], [str(10**15 - 1)], ["1234"], ["-5"]]


def test_a_formula_that_was_never_worked_out_is_named(tmp_path: Path) -> None:
    [blad] = lees_excel(werkmap(tmp_path / "x.xlsx", [["a", "=1+2"], ["b", None]]).read_bytes())
    reden = "de formule heeft geen opgeslagen antwoord; open en bewaar het bestand in Excel"
    assert [dict(regel.gebreken) for regel in blad.regels] == [{1: ("leeg", reden)}, {}]
    zonder_plek = {b'<c r="B1"><f>': b"<c><f>", b'<row r="1"': b"<row", b'<row r="2"': b"<row"}
    [blad] = lees_excel(werkmap(tmp_path / "x.xlsx", [["a", "=1+2"], ["b", None]], zonder_plek).read_bytes())
    assert [dict(regel.gebreken) for regel in blad.regels] == [{1: ("leeg", reden)}, {}]


def test_of_a_formula_its_outcome_is_read_which_may_be_the_empty_text(tmp_path: Path) -> None:
    assert regels(werkmap(tmp_path / "x.xlsx", [["=1+2"]], {b"<v></v>": b"<v>3.0</v>"})) == [(1, ["3"])]
    leeg = {b'<c r="B1"><f>': b'<c r="B1" t="str"><f>'}
    assert regels(werkmap(tmp_path / "x.xlsx", [["a", '=IF(A1="a","",A1)']], leeg)) == [(1, ["a"])]


def test_a_sheet_is_as_large_as_its_cells_and_not_as_it_says(tmp_path: Path) -> None:
    rijen = [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]
    pad = werkmap(tmp_path / "x.xlsx", rijen, {b'<dimension ref="A1:C3"': b'<dimension ref="A1:B2"'})
    assert [cellen for _, cellen in regels(pad)] == rijen


def test_what_stands_in_merged_cells_stands_in_each_of_them(tmp_path: Path) -> None:
    rijen = [["a", "b"], [None, "c"], [None, "d"], ["e", None]]
    [blad] = lees_excel(samengevoegd(rijen, "A1:A3", "A4:B4", "C1:C4", "D9:E9"))
    assert [regel.cellen for regel in blad.regels] == [["a", "b"], ["a", "c"], ["a", "d"], ["e", "e"]]
    assert [dict(regel.samengevoegd) for regel in blad.regels] == [{}, {0: "A1:A3"}, {0: "A1:A3"}, {1: "A4:B4"}]


def test_cells_that_are_merged_to_the_edge_of_the_sheet_go_no_further_than_the_table(tmp_path: Path) -> None:
    [blad] = lees_excel(samengevoegd([["titel"], ["a", "b"]], "A1:XFD1"))
    assert [regel.cellen for regel in blad.regels] == [["titel", "titel"], ["a", "b"]]


def test_every_sheet_is_read_in_order_and_says_whether_it_is_hidden(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(werkmap(tmp_path / "x.xlsx", [["a"]]))
    boek.create_sheet("Voor", 0).append(["b"])
    boek.create_sheet("Weg").sheet_state = "veryHidden"
    boek.create_chartsheet("Grafiek").add_chart(BarChart())
    boek.save(tmp_path / "x.xlsx")
    bladen = lees_excel((tmp_path / "x.xlsx").read_bytes())
    assert [(blad.naam, blad.verborgen, len(blad.regels)) for blad in bladen] == [
        ("Voor", False, 1), ("Tabel", False, 1), ("Weg", True, 0),
    ]  # fmt: skip


def test_a_workbook_is_bounded_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a", "b"]] * 10)
    for naam, past, reden in (
        ("REGELS", 10, "heeft meer dan 9 regels; bewaar het als CSV"),
        ("CELLEN", 20, "heeft meer dan 19 cellen"),
        ("KOLOMMEN", 2, "heeft meer dan 1 kolommen"),
    ):
        with monkeypatch.context() as klein:
            klein.setattr(excelbestand, naam, past)
            assert len(regels(pad)) == 10
            klein.setattr(excelbestand, naam, past - 1)
            assert geweigerd(pad) == reden
    monkeypatch.setattr(excelbestand, "UITGEPAKT", 1000)
    assert geweigerd(pad) == "is uitgepakt groter dan 1000 bytes"


def test_empty_cells_before_the_last_of_a_line_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ver = werkmap(tmp_path / "x.xlsx", [["a", None, None, "b"]] * 5)
    samen = tmp_path / "samen.xlsx"
    samen.write_bytes(samengevoegd([[None, None, None, "b"], *[["a"]] * 4], "D1:D5"))
    for pad in (ver, samen):
        monkeypatch.setattr(excelbestand, "PLEKKEN", 20)
        assert len(regels(pad)) == 5
        monkeypatch.setattr(excelbestand, "PLEKKEN", 19)
        assert geweigerd(pad).startswith("heeft regels van meer dan 19 cellen samen, de lege meegeteld")


def test_the_lines_of_all_sheets_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boek = openpyxl.load_workbook(werkmap(tmp_path / "x.xlsx", [["a"]] * 6))
    meer = boek.create_sheet("Meer")
    for _ in range(6):
        meer.append(["b"])
    boek.save(tmp_path / "x.xlsx")
    monkeypatch.setattr(excelbestand, "REGELS", 12)
    assert [len(blad.regels) for blad in lees_excel((tmp_path / "x.xlsx").read_bytes())] == [6, 6]
    monkeypatch.setattr(excelbestand, "REGELS", 11)
    assert geweigerd(tmp_path / "x.xlsx") == "heeft meer dan 11 regels; bewaar het als CSV"


def test_merged_cells_are_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "x.xlsx"
    pad.write_bytes(samengevoegd([["a", "b"], *[[None, "c"]] * 9], "A1:A10"))
    monkeypatch.setattr(excelbestand, "CELLEN", 21)
    monkeypatch.setattr(excelbestand, "REGELS", 10)  # what is filled in makes no new lines
    assert len(regels(pad)) == 10
    monkeypatch.setattr(excelbestand, "CELLEN", 20)
    assert geweigerd(pad) == "heeft meer dan 20 cellen"


def test_a_formatted_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0].title = "Tabel"
    boek.worksheets[0]["A1"] = "a"
    boek.worksheets[0]["XFD1048576"].number_format = "0.00"
    boek.save(tmp_path / "x.xlsx")
    assert regels(tmp_path / "x.xlsx") == [(1, ["a"])]


def test_what_openpyxl_passes_over_is_no_warning(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0].title = "Tabel"
    boek.worksheets[0].append(["a"])
    boek.worksheets[0].add_data_validation(DataValidation("list", formula1='"x,y"'))
    boek.save(tmp_path / "x.xlsx")
    uitbreiding = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    pad = _anders(tmp_path / "x.xlsx", {b"</worksheet>": uitbreiding}, weg="xl/styles.xml")
    with warnings.catch_warnings(record=True) as gezegd:
        warnings.simplefilter("always")
        openpyxl.load_workbook(pad)
    assert gezegd
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert regels(pad) == [(1, ["a"])]


def _anders(pad: Path, vervang: dict[bytes, bytes], weg: str) -> Path:
    """The same workbook with other bytes in its first sheet, and the styles of one that has none."""
    with zipfile.ZipFile(pad) as heel:
        delen = {naam: heel.read(naam) for naam in heel.namelist()}
    for van, naar in vervang.items():
        delen["xl/worksheets/sheet1.xml"] = delen["xl/worksheets/sheet1.xml"].replace(van, naar)
    delen[weg] = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    with zipfile.ZipFile(pad, "w") as uit:
        for naam, inhoud in delen.items():
            uit.writestr(naam, inhoud)
    return pad


KAPOT: dict[str, Callable[[bytes], bytes]] = {
    "no zip": lambda _: b"x",
    "the end of a zip": lambda inhoud: inhoud[:-30],
    "half of a zip": lambda inhoud: inhoud[: len(inhoud) // 2],
}


@pytest.mark.parametrize("hoe", KAPOT)
def test_what_is_no_workbook_is_said(hoe: str, tmp_path: Path) -> None:
    with pytest.raises(GeenTabel) as fout:
        lees_excel(KAPOT[hoe](werkmap(tmp_path / "x.xlsx", [["a"]]).read_bytes()))
    assert [tuple(bevinding) for bevinding in fout.value.bevindingen] == [
        ("het bestand", "onleesbaar", "is geen Excel-werkmap (.xlsx)")
    ]


def test_without_openpyxl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in [naam for naam in sys.modules if naam.partition(".")[0] == "openpyxl"]:
        monkeypatch.setitem(sys.modules, naam, None)
    with pytest.raises(ImportError, match=r"^Voor een Excel-bestand ") as fout:
        lees_excel(b"PK")
    assert "leeruitkomsten[excel]" in str(fout.value)


WAARDEN = ["tekst", " met  wit ", "é", 1, 12, 2.0, None, "", "'s", "a\nb", 0, -3]


def test_another_reader_sees_the_same_cells(tmp_path: Path) -> None:
    rijen = [[WAARDEN[(rij * 5 + kolom * 7) % len(WAARDEN)] for kolom in range(6)] for rij in range(30)]
    pad = werkmap(tmp_path / "x.xlsx", [["kop"] * 6, *rijen])
    ander = (
        CalamineWorkbook.from_filelike(io.BytesIO(pad.read_bytes()))
        .get_sheet_by_name("Tabel")
        .to_python(skip_empty_area=False)
    )
    hunne = [[str(int(cel)) if isinstance(cel, float) else str(cel).strip() for cel in rij] for rij in ander]
    onze = dict(regels(pad))
    assert [[*onze.get(nummer, []), *[""] * 6][:6] for nummer in range(1, len(hunne) + 1)] == hunne


@pytest.mark.parametrize("eerste", [b"<row>", b'<row r="1">'])
@pytest.mark.parametrize("tweede", [b"<row>", b'<row r="2">', b'<row r="5">'])
def test_a_formula_in_a_cell_that_does_not_say_its_place_stands_after_the_one_before(
    eerste: bytes, tweede: bytes, tmp_path: Path
) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a", "b"], ["c", "=1+2"]])
    with zipfile.ZipFile(pad) as heel:
        delen = {naam: heel.read(naam) for naam in heel.namelist()}
    blad = delen["xl/worksheets/sheet1.xml"]
    begin, einde = blad.index(b"<sheetData>"), blad.index(b"</sheetData>")
    cellen = b'<c t="inlineStr"><is><t>a</t></is></c>', b"<c><f>1+2</f><v></v></c>"
    rijen = eerste + cellen[0] * 2 + b"</row>" + tweede + cellen[0] + cellen[1] + b"</row>"
    delen["xl/worksheets/sheet1.xml"] = blad[:begin] + b"<sheetData>" + rijen + blad[einde:]
    with zipfile.ZipFile(pad, "w") as uit:
        for naam, inhoud in delen.items():
            uit.writestr(naam, inhoud)
    [blad_] = lees_excel(pad.read_bytes())
    nummer = 5 if b"5" in tweede else 2
    assert [(regel.nummer, sorted(regel.gebreken)) for regel in blad_.regels] == [(1, []), (nummer, [1])]


def test_a_workbook_of_too_many_lines_is_refused_before_its_cells_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a"]] * 5 + [[None]] * 5 + [["b"]] * 5)
    monkeypatch.setattr(excelbestand, "REGELS", 10)
    assert len(regels(pad)) == 10
    monkeypatch.setattr(excelbestand, "REGELS", 9)
    monkeypatch.setattr(ExcelReader, "read", lambda _: pytest.fail("openpyxl reads"))
    assert geweigerd(pad) == "heeft meer dan 9 regels; bewaar het als CSV"


def test_a_workbook_of_charts_alone_has_no_cells() -> None:
    boek = openpyxl.Workbook()
    boek.create_chartsheet("Grafiek").add_chart(BarChart())
    boek.remove(boek["Sheet"])
    uit = io.BytesIO()
    boek.save(uit)
    with pytest.raises(GeenTabel) as fout:
        lees_excel(uit.getvalue())
    assert [(bevinding.soort, bevinding.reden) for bevinding in fout.value.bevindingen] == [
        ("leeg", "heeft geen blad met cellen")
    ]
