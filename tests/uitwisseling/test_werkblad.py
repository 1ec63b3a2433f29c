"""Sheets to be read: rows as high as what they hold, lines around cells, and text that stays text."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

import leeruitkomsten as lu
from leeruitkomsten.uitwisseling import schrijf
from leeruitkomsten.uitwisseling.rijhoogte import aantal_regels
from leeruitkomsten.uitwisseling.werkblad import Werkblad, in_cel, nieuwe_werkmap, vast
from uitwisseling.vijandig import vijandig

DAG = datetime.datetime(2024, 2, 29)
VREEMD = [
    "=1+1",
    "+x",
    "-x",
    "@x",
    "\tx",
    "een\x07bel",
    "\ufffe",
    "a\rb",
    "_x0041_",
    "<b>&amp;</b>",
    'customHeight="1"',
]


def gelezen(inhoud: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(inhoud))


def regels_nodig(blad: Any, cel: Any) -> int:
    """Over how many lines a cell of one column runs."""
    return aantal_regels(
        str(cel.value).replace("_x005F_", "_"), blad.column_dimensions[cel.column_letter].width, vet=cel.font.bold
    )


@pytest.mark.parametrize("kader", [lu.laad(), vijandig()], ids=["gewoon", "vijandig"])
def test_every_row_of_an_export_says_how_high_it_is_and_shows_all_of_its_cells(kader: lu.Raamwerk) -> None:
    inhoud = schrijf(kader, "xlsx")
    for blad in gelezen(inhoud):
        for rij in blad.iter_rows():
            hoog = blad.row_dimensions[rij[0].row].height
            nodig = max(regels_nodig(blad, cel) for cel in rij if cel.value is not None)
            assert hoog >= min(12 * nodig, 409), (blad.title, rij[0].row)
            assert all(cel.border.left.style == cel.border.bottom.style == "thin" or rij[0].row == 1 for cel in rij)
            assert {cel.font.name for cel in rij} == {"Arial"}
    # A row whose height is fixed would not grow with what somebody types in it.
    with zipfile.ZipFile(io.BytesIO(inhoud)) as delen:
        bladen = [delen.read(naam).decode() for naam in delen.namelist() if naam.startswith("xl/worksheets/sheet")]
    rijen = [rij for blad in bladen for rij in re.findall("<row [^>]*>", blad)]
    assert rijen
    assert not [rij for rij in rijen if "customHeight" in rij or " ht=" not in rij]


def test_every_text_stays_text_and_comes_back_to_the_letter() -> None:
    boek = nieuwe_werkmap()
    blad = Werkblad(boek, "Blad", [20, 20])
    blad.kop(["tekst", "getal"])
    for nummer, tekst in enumerate(VREEMD):
        blad.rij([tekst, nummer], ["gewoon", "getal"])
    blad.filter()
    inhoud = vast(boek, DAG)
    _, *rijen = CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_name("Blad").to_python()
    assert [rij[1] for rij in rijen] == [float(nummer) for nummer in range(len(VREEMD))]
    # Calamine leaves the code of what is no character, which Excel reads.
    assert [rij[0].replace("_xFFFE_", "\ufffe") for rij in rijen] == VREEMD
    gewoon = gelezen(inhoud)["Blad"]
    assert [cel.data_type for cel in gewoon["A"]] == ["s"] * (1 + len(VREEMD))
    assert [cel.quotePrefix for cel in gewoon["A"]][1:] == [tekst[0] in "=+-@\t\r" for tekst in VREEMD]
    assert gewoon.auto_filter.ref == f"A1:B{1 + len(VREEMD)}"


def test_what_xml_has_no_place_for_is_written_as_excel_writes_it() -> None:
    assert in_cel("a\x00b\ufffec\ud800d\re") == "a_x0000_b_xFFFE_c_xD800_d_x000D_e"
    assert in_cel("gewoon\tmet\nregels 😀") == "gewoon\tmet\nregels 😀"


def test_a_line_over_all_columns_is_one_cell_and_the_head_below_it_stays_in_view() -> None:
    boek = nieuwe_werkmap()
    blad = Werkblad(boek, "Blad", [10, 10, 10], kop=3)
    blad.over("Een titel", "titel")
    blad.over("een zin " * 20, "zin")
    blad.kop(["a", "b", "c"])
    smal = Werkblad(boek, "Smal", [10])
    smal.over("Een titel", "titel")
    terug = gelezen(vast(boek, DAG))
    assert [str(deel) for deel in terug["Blad"].merged_cells.ranges] == ["A1:C1", "A2:C2"]
    assert not terug["Smal"].merged_cells.ranges
    assert terug["Blad"].freeze_panes == "A4"
    assert terug["Blad"].print_title_rows == "$3:$3"
    assert terug["Blad"].row_dimensions[2].height > 5 * 12
