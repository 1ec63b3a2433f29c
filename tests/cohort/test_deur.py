"""Which engines are loaded, what a path is, and what is said where an engine is not installed."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

import leeruitkomsten as lu
from leeruitkomsten import cohort

CSV = "student,criterium\n007,WP1.1a\n007,WP1.2a\n8,WP1.1a\n"
LANG = [("007", "WP1", 2, 4), ("8", "WP1", 1, 4)]
MAAK = {
    "lijst": 'bewijs = [{"student": 1, "criterium": "WP1.1a"}]',
    "pandas": 'import pandas; bewijs = pandas.DataFrame({"student": [1], "criterium": ["WP1.1a"]})',
    "pyarrow": 'import pyarrow; bewijs = pyarrow.table({"student": [1], "criterium": ["WP1.1a"]})',
}


@pytest.mark.parametrize("soort", MAAK)
def test_small_tables_load_no_engine(soort: str) -> None:
    programma = f"""
import sys
{MAAK[soort]}
eerst = set(sys.modules)
import leeruitkomsten as lu
from leeruitkomsten import cohort
for vraag in (cohort.voortgang, cohort.per_criterium, cohort.onbekende_codes, cohort.tel):
    vraag(bewijs, per="student")
nieuw = {{naam.partition(".")[0] for naam in set(sys.modules) - eerst}}
geladen = {{naam.partition(".")[0] for naam in sys.modules}}
assert not nieuw & {{"duckdb", "_duckdb", "polars", "pyspark", "pyarrow", "pandas", "narwhals"}}, nieuw
assert not geladen & {{"duckdb", "_duckdb", "polars", "pyspark"}}, geladen
"""
    subprocess.run([sys.executable, "-c", programma], check=True)


def test_importing_the_door_loads_no_engine() -> None:
    programma = "import sys; from leeruitkomsten import cohort; print(*sys.modules)"
    uitvoer = subprocess.run([sys.executable, "-c", programma], check=True, capture_output=True, text=True).stdout
    assert not {"duckdb", "polars", "pyspark", "pandas", "pyarrow"} & {
        naam.partition(".")[0] for naam in uitvoer.split()
    }


@pytest.mark.parametrize("soort", ["pandas", "pyarrow", "pad"])
def test_what_needs_duckdb_names_the_extra_where_it_is_not_installed(
    soort: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kolommen = {"student": ["x"], "criterium": ["WP1.1a"]}
    (tmp_path / "bewijs.csv").write_text(CSV, encoding="utf-8")
    bewijs: Any = {"pandas": pd.DataFrame(kolommen), "pyarrow": pa.table(kolommen), "pad": tmp_path / "bewijs.csv"}[
        soort
    ]
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setattr("leeruitkomsten.cohort.in_frames.KLEIN", 0)
    with pytest.raises(ImportError, match=r'pip install "leeruitkomsten\[cohort\]"'):
        cohort.voortgang(bewijs, per="student")


def test_a_table_that_was_read_first_needs_no_engine_and_gives_a_list(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bewijs.csv").write_text(f"Groep A\n{CSV}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(lu.OntbrekendOnderdeel) as fout:
        cohort.voortgang(tmp_path / "bewijs.csv", per="student")
    (raad,) = fout.value.__notes__
    assert f"geef lees_tabel({str(tmp_path / 'bewijs.csv')!r}"[:40] in raad
    tabel = lu.lees_tabel(tmp_path / "bewijs.csv", "student", "criterium")
    assert [tuple(regel.values()) for regel in cohort.voortgang(tabel, per="student")] == LANG
    assert cohort.per_criterium(tabel, per="student")[0] == {"criterium": "WP1.1a", "aangetoond": 2, "totaal": 2}
    assert cohort.onbekende_codes(tabel, per="student") == []
    telling = cohort.tel(tabel, per="student")
    assert telling.opmerkingen == ("regel 1: boven de kop staat 'Groep A'; dat telt niet mee",)
    assert telling.voortgang() == cohort.voortgang(tabel.records(), per="student")


def test_a_frame_is_small_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"student": ["x", "y"], "criterium": ["WP1.1a"] * 2})
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setattr("leeruitkomsten.cohort.in_frames.KLEIN", 2)
    assert len(cohort.voortgang(frame, per="student")) == 2
    monkeypatch.setattr("leeruitkomsten.cohort.in_frames.KLEIN", 1)
    with pytest.raises(ImportError):
        cohort.voortgang(frame, per="student")


@pytest.mark.parametrize("naam", ["bewijs.csv", "BEWIJS.CSV", "bewijs.csv.gz", "it's [1].csv", "é {x}.csv"])
@pytest.mark.parametrize("als", [str, Path])
def test_a_csv_file_is_text_throughout(tmp_path: Path, naam: str, als: Any) -> None:
    inhoud = CSV.encode()
    (tmp_path / naam).write_bytes(gzip.compress(inhoud) if naam.endswith(".gz") else inhoud)
    assert sorted(cohort.voortgang(als(tmp_path / naam), per="student").fetchall()) == LANG


@pytest.mark.parametrize(
    "tekst", [CSV.replace(",", ";"), CSV.replace(",", "\t"), "\ufeff" + CSV, CSV.replace("\n", "\r\n")]
)
def test_a_csv_file_of_a_spreadsheet_is_read(tmp_path: Path, tekst: str) -> None:
    (tmp_path / "bewijs.csv").write_bytes(tekst.encode())
    assert sorted(cohort.voortgang(tmp_path / "bewijs.csv", per="student").fetchall()) == LANG


def test_a_pattern_stands_for_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "2.csv").write_text("student,criterium\n8,WP1.1a\n8,WP1.2a\n", encoding="utf-8")
    antwoord = cohort.voortgang(str(tmp_path / "*.csv"), per="student")
    assert sorted(antwoord.fetchall()) == [("007", "WP1", 2, 4), ("8", "WP1", 2, 4)]


def test_a_csv_file_without_lines_has_its_columns(tmp_path: Path) -> None:
    pad = tmp_path / "bewijs.csv"
    pad.write_text("student,criterium\n", encoding="utf-8")
    assert cohort.voortgang(pad, per="student").fetchall() == []


@pytest.mark.parametrize("naam", ["bewijs.txt", "bewijs", "bewijs.xls", "csv"])
def test_other_files_are_refused(tmp_path: Path, naam: str) -> None:
    (tmp_path / naam).write_text(CSV, encoding="utf-8")
    with pytest.raises(ValueError, match=r"is geen \.parquet, \.csv of \.xlsx"):
        cohort.voortgang(tmp_path / naam, per="student")


@pytest.mark.parametrize("naam", ["weg.csv", "weg.parquet", "weg"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, naam: str) -> None:
    with pytest.raises(FileNotFoundError, match="bestaat niet") as fout:
        cohort.voortgang(tmp_path / naam, per="student")
    assert fout.value.filename == os.fspath(tmp_path / naam)


def test_no_line_of_a_csv_file_is_passed_over(tmp_path: Path) -> None:
    twee = "student,criterium\ns1,WP1.1a\nstudent,criterium,opm\ns2,WP2.1a,x\ns3,WP2.1a,y\n"  # two exports in one file
    (tmp_path / "x.csv").write_text(twee, encoding="utf-8")
    with pytest.raises(lu.OngeldigBestand) as fout:
        cohort.voortgang(tmp_path / "x.csv", per="student")
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == ["regel 3", "regel 4, kolom C"]
    assert fout.value.bevindingen[1].reden.endswith(", en nog in 1 andere")
    (tmp_path / "x.csv").write_text("student,criterium\ns1,WP1.1a\ns2\n", encoding="utf-8")
    with pytest.raises(lu.OngeldigBewijs, match="de kolom 'criterium' is leeg in 1 regel"):
        cohort.tel(tmp_path / "x.csv", per="student")


def test_a_column_that_stands_there_twice_is_refused_and_one_without_a_name_is_not(tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_text("student;criterium;;\n7;WP1.1a;;\n", encoding="utf-8")
    assert cohort.voortgang(pad, per="student").fetchall() == [("7", "WP1", 1, 4)]
    pad.write_text("student,criterium,criterium\n7,WP1.1a,WP1.2a\n", encoding="utf-8")
    with pytest.raises(lu.GeenKolom) as fout:
        cohort.voortgang(pad, per="student")
    assert fout.value.dubbel == ("criterium",)


def test_parquet_may_have_an_address(tmp_path: Path) -> None:
    duckdb.sql("SELECT '007' AS student, 'WP1.1a' AS criterium").write_parquet(str(tmp_path / "x.parquet"))
    assert cohort.voortgang(f"file://{tmp_path}/x.parquet", per="student").fetchall() == [("007", "WP1", 1, 4)]


def test_an_error_about_a_table_that_was_read_says_where_its_lines_stand() -> None:
    regels = "s1,\n,WP1.1a\n" + "s1,weg\n" * 7
    tabel = lu.lees_tabel(f"student,criterium\n{regels}".encode(), "student", "criterium")
    for vraag in (cohort.voortgang, cohort.tel):
        with pytest.raises(lu.OnbekendBewijs) as fout:
            vraag(tabel, per="student")
        assert fout.value.__notes__ == [
            "'student' is leeg: regel 3",
            "'criterium' is leeg: regel 2",
            "'weg': regel 4, regel 5, regel 6, regel 7, regel 8 en nog 2",
        ]
    with pytest.raises(lu.OngeldigBewijs) as fout:
        cohort.tel(tabel, per="student", onbekend="apart")
    assert fout.value.__notes__ == ["'student' is leeg: regel 3"]
    with pytest.raises(lu.OngeldigBewijs) as fout:
        cohort.tel(tabel.records(), per="student")
    assert not hasattr(fout.value, "__notes__")
    regels = "s1,WP1.1a,24/11/2026\ns1,WP1.1a,2026-11-24\ns1,WP1.1a,\ns2,WP1.1a,morgen\ns2,WP1.2a,24/11/2026\n"
    tabel = lu.lees_tabel(f"student,criterium,datum\n{regels}".encode(), "student", "criterium", "datum")
    for vraag in (cohort.groei, lambda tabel, per: cohort.tel(tabel, per=per, tot="2026-12-31")):
        with pytest.raises(lu.OngeldigBewijs) as fout:
            vraag(tabel, per="student")
        assert fout.value.__notes__ == [
            "'datum' is leeg: regel 4",
            "'24/11/2026': regel 2, regel 6",
            "'morgen': regel 5",
        ]
