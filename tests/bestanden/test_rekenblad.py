"""Spreadsheets: a file as sheets of rows of text."""

from __future__ import annotations

import datetime
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from leeruitkomsten import OngeldigRaamwerk
from leeruitkomsten.bestanden import rekenblad
from leeruitkomsten.bestanden.rekenblad import bladen


def csv_van(plek: Path, inhoud: bytes) -> list[list[str]]:
    pad = plek / "x.csv"
    pad.write_bytes(inhoud)
    [(naam, rijen)] = bladen(pad)
    assert naam == ""
    return rijen


def reden(pad: Path) -> str:
    with pytest.raises(OngeldigRaamwerk) as fout:
        bladen(pad)
    [bevinding] = fout.value.bevindingen
    assert bevinding.pad == "het bestand"
    return bevinding.reden


def test_cells_are_in_nfc_with_single_spaces_and_their_line_breaks(tmp_path: Path) -> None:
    rijen = csv_van(
        tmp_path, 'a,"  twee   woorden  ",e\u0301e\u0301n\r\n"een\r\n  twee\n\n",,\u00a0x\u00a0\r\n'.encode()
    )
    assert rijen == [["a", "twee woorden", "één"], ["een\ntwee", "", "x"]]


@pytest.mark.parametrize(
    ("inhoud", "rijen"),
    [
        (b"a,b;c,d\n1,2;3,4\n", [["a", "b;c", "d"], ["1", "2;3", "4"]]),
        (b"a;b,c;d\n1;2,3;4\n", [["a", "b,c", "d"], ["1", "2,3", "4"]]),
        (b"a;b,c\n", [["a;b", "c"]]),  # as many of each: a comma
        (b"\n;;\na;b\n1,5;2,5,0\n", [[], ["", "", ""], ["a", "b"], ["1,5", "2,5,0"]]),
        (b",,,\na;b\n", [[",,,"], ["a", "b"]]),
        (b"\t\na;b\n", [[""], ["a", "b"]]),
        (b" \na;b\n", [[""], ["a", "b"]]),
        ("\ufeffa;b\n".encode(), [["a", "b"]]),
        (b"", []),
    ],
)
def test_the_head_of_a_csv_decides_what_parts_its_columns(
    inhoud: bytes, rijen: list[list[str]], tmp_path: Path
) -> None:
    assert csv_van(tmp_path, inhoud) == rijen


@pytest.mark.parametrize(("inhoud", "regel"), [(b'a,"b"c\n', 1), (b'a,b\nc,"b"c\n', 2)])
def test_what_is_no_csv_says_where(inhoud: bytes, regel: int, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(inhoud)
    assert reden(tmp_path / "x.csv") == f"is geen goede CSV (bij regel {regel})"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rekenblad.GRENS == 10_000_000
    pad = tmp_path / "x.csv"
    pad.write_bytes(b"a,b\nc,d\n")
    monkeypatch.setattr(rekenblad, "GRENS", 8)
    assert bladen(pad) == [("", [["a", "b"], ["c", "d"]])]
    monkeypatch.setattr(rekenblad, "GRENS", 7)
    assert reden(pad) == "is groter dan 7 bytes"


def werkmap(pad: Path, rijen: list[list[Any]], vervang: dict[bytes, bytes] | None = None) -> Path:
    """Write a workbook of one sheet, and set other bytes in that sheet's XML."""
    boek = openpyxl.Workbook()
    blad: Any = boek.active
    blad.title = "Tabel"
    for rij in rijen:
        blad.append(rij)
    boek.save(pad)
    with zipfile.ZipFile(pad) as heel:
        delen = {naam: heel.read(naam) for naam in heel.namelist()}
    with zipfile.ZipFile(pad, "w") as uit:
        for naam, inhoud in delen.items():
            for van, naar in (vervang or {}).items() if naam.endswith("sheet1.xml") else ():
                assert van in inhoud
                inhoud = inhoud.replace(van, naar)  # noqa: PLW2901
            uit.writestr(naam, inhoud)
    return pad


def test_cells_of_a_workbook_are_what_a_reader_sees(tmp_path: Path) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a", None, " b  c "], [1, 2.0, 1.5], ["een\n twee"]])
    assert bladen(pad) == [("Tabel", [["a", "", "b c"], ["1", "2", "1.5"], ["een\ntwee"]])]


def test_what_is_no_text_or_number_is_named_by_cell(tmp_path: Path) -> None:
    rij = [*[None] * 25, datetime.date(2026, 11, 24), True]
    pad = werkmap(tmp_path / "x.xlsx", [["a"], rij])
    with pytest.raises(OngeldigRaamwerk) as fout:
        bladen(pad)
    zin = "hier hoort tekst of een geheel getal, er staat {}; maak er tekst van"
    assert [tuple(b) for b in fout.value.bevindingen] == [
        ("blad 'Tabel', regel 2, kolom Z", "verkeerd_type", zin.format("'2026-11-24 00:00:00'")),
        ("blad 'Tabel', regel 2, kolom AA", "verkeerd_type", zin.format("'True'")),
    ]


def test_a_formula_that_was_never_worked_out_is_named(tmp_path: Path) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a", "=1+2"], ["b", None]])
    with pytest.raises(OngeldigRaamwerk) as fout:
        bladen(pad)
    [bevinding] = fout.value.bevindingen
    assert (bevinding.pad, bevinding.soort) == ("blad 'Tabel', regel 1, kolom B", "leeg")
    assert bevinding.reden == "de formule heeft geen opgeslagen antwoord; open en bewaar het bestand in Excel"


def test_the_answer_of_a_formula_may_be_the_empty_text(tmp_path: Path) -> None:
    leeg = {b'<c r="B1"><f>': b'<c r="B1" t="str"><f>'}
    assert bladen(werkmap(tmp_path / "x.xlsx", [["a", '=IF(A1="a","",A1)']], leeg)) == [("Tabel", [["a", ""]])]


def test_a_sheet_is_as_large_as_its_cells_and_not_as_it_says(tmp_path: Path) -> None:
    rijen = [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]
    pad = werkmap(tmp_path / "x.xlsx", rijen, {b'<dimension ref="A1:C3"': b'<dimension ref="A1:B2"'})
    assert bladen(pad) == [("Tabel", rijen)]


def test_a_workbook_is_bounded_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a", "b"]] * 10)
    with monkeypatch.context() as klein:
        klein.setattr(rekenblad, "CELLEN", 30)
        assert len(bladen(pad)[0][1]) == 10
        klein.setattr(rekenblad, "CELLEN", 29)
        assert reden(pad) == "heeft meer dan 29 cellen"
    monkeypatch.setattr(rekenblad, "UITGEPAKT", 1000)
    assert reden(pad) == "is uitgepakt groter dan 1000 bytes"


def test_one_cell_in_the_last_corner_does_not_take_memory(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0]["A1"] = "a"
    boek.worksheets[0]["XFD2000"] = "z"
    boek.save(tmp_path / "x.xlsx")
    ((_, rijen),) = bladen(tmp_path / "x.xlsx")
    assert (rijen[0], rijen[1], len(rijen), rijen[-1][-1]) == (["a"], [], 2000, "z")


def test_of_a_formula_its_outcome_is_read(tmp_path: Path) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["=1+2"]], {b"<v></v>": b"<v>3.0</v>"})
    assert bladen(pad) == [("Tabel", [["3"]])]


def test_every_sheet_is_read_in_order(tmp_path: Path) -> None:
    pad = werkmap(tmp_path / "x.xlsx", [["a"]])
    boek = openpyxl.load_workbook(pad)
    boek.create_sheet("Voor", 0).append(["b"])
    boek.create_sheet("Leeg")
    boek.save(pad)
    assert [(naam, [rij for rij in rijen if any(rij)]) for naam, rijen in bladen(pad)] == [
        ("Voor", [["b"]]),
        ("Tabel", [["a"]]),
        ("Leeg", []),
    ]


def test_without_openpyxl_a_workbook_says_what_to_install_and_a_csv_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "x.xlsx").write_bytes(b"PK")
    with pytest.raises(ImportError, match=r"^Voor een Excel-bestand ") as fout:
        bladen(tmp_path / "x.xlsx")
    assert "leeruitkomsten[excel]" in str(fout.value)
    assert csv_van(tmp_path, b"a\n") == [["a"]]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    for naam in ("x.csv", "x.xlsx"):
        with pytest.raises(FileNotFoundError):
            bladen(tmp_path / naam)
