"""The reports that the commands that count make: of a student, of a group and of a curriculum, as Excel and as Word."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

import leeruitkomsten as lu
from leeruitkomsten import cohort
from leeruitkomsten.cli import start
from leeruitkomsten.weergave import verslag_docx, verslag_xlsx

Uitvoer, Aap = pytest.CaptureFixture[str], pytest.MonkeyPatch
KADER = lu.laad()


@pytest.fixture(autouse=True)
def map_met_bestanden(tmp_path: Path, monkeypatch: Aap) -> None:
    """Evidence of a group, who is in it, a plan and the codes of one student."""
    monkeypatch.chdir(tmp_path)
    Path("bewijs.csv").write_text("student,criterium\n007,WP1.1a\n007,WP1.2a\n8,WD2.1a\n8,wd2.1b\n", "utf-8")
    Path("klas.csv").write_text("student,klas\n007,A\n8,B\n9,B\n", "utf-8")
    Path("plan.csv").write_text('module,criterium\nStage,"WP1, WD9"\nReflectie,\n', "utf-8")
    Path("codes.txt").write_text("WP1.1a\nWP2.1a\n", "utf-8")


def doe(*opdracht: str) -> int:
    return start([*opdracht])


def titel(pad: str) -> Any:
    """What stands on top of a workbook or a Word document."""
    if pad.endswith(".docx"):
        return docx.Document(pad).paragraphs[0].text
    return openpyxl.load_workbook(io.BytesIO(Path(pad).read_bytes())).worksheets[0]["A1"].value


def test_a_report_of_one_student_is_what_python_makes(capsys: Uitvoer) -> None:
    opties = ("--onbekend", "apart", "--student", "8", "--niveau", "2", "--dag", "2026-11-24")
    assert doe("voortgang", "bewijs.csv", *opties, "--xlsx", "s.xlsx", "--docx", "s.docx") == 0
    uit, fout = capsys.readouterr()
    assert uit == "s.xlsx is geschreven\ns.docx is geschreven\n"
    assert "1 van 2 regels telt niet mee" in fout
    regels = [{"student": "8", "criterium": "WD2.1a"}, {"student": "8", "criterium": "wd2.1b"}]
    weggelaten = cohort.tel(regels, per="student", onbekend="apart").weggelaten
    bij: Any = {"van": "8", "dag": "2026-11-24", "weggelaten": weggelaten}
    stand = KADER.voortgang(["WD2.1a"], 2)
    assert Path("s.xlsx").read_bytes() == verslag_xlsx(KADER, stand, **bij)
    assert Path("s.docx").read_bytes() == verslag_docx(KADER, stand, **bij)


def test_a_report_of_codes_has_the_name_that_is_given() -> None:
    assert doe("voortgang", "codes.txt", "--xlsx", "c.xlsx") == 0
    assert titel("c.xlsx") == "Voortgang"
    assert doe("voortgang", "codes.txt", "--docx", "c.docx", "--van", "Noor", "--schermtaal", "en") == 0
    assert titel("c.docx") == "Progress: Noor"


def test_a_report_of_a_portfolio_has_the_name_of_its_student() -> None:
    kenmerk = KADER.kenmerk.als_dict()
    Path("p.json").write_text(
        str({"formaat": 2, "kenmerk": kenmerk, "student": "Noor", "bewijs": []}).replace("'", '"'), "utf-8"
    )
    assert doe("voortgang", "p.json", "--xlsx", "p.xlsx") == 0
    assert titel("p.xlsx") == "Voortgang: Noor"


def test_a_report_of_a_group_is_what_python_makes(capsys: Uitvoer) -> None:
    opties = ("--onbekend", "apart", "--studenten", "klas.csv", "--groep", "klas")
    assert doe("voortgang", "bewijs.csv", *opties, "--xlsx", "g.xlsx", "--van", "2026") == 0
    assert capsys.readouterr().out == "g.xlsx is geschreven\n"
    tabel, lijst = lu.lees_tabel("bewijs.csv", "student", "criterium"), lu.lees_tabel("klas.csv", "student", "klas")
    telling = cohort.tel(tabel, per="student", studenten=lijst, groep="klas", onbekend="apart")
    assert Path("g.xlsx").read_bytes() == verslag_xlsx(KADER, telling, van="2026")


def test_a_report_of_a_curriculum_says_what_does_not_count_and_fails_on_codes_that_do_not_exist(
    capsys: Uitvoer,
) -> None:
    assert doe("dekking", "plan.csv", "--docx", "d.docx") == 1
    uit, fout = capsys.readouterr()
    assert uit == "d.docx is geschreven\n"
    assert "Modules zonder codes: Reflectie." in fout
    assert "WD9" in fout
    assert titel("d.docx") == "Dekking van een programma"


@pytest.mark.parametrize(
    ("opties", "reden"),
    [
        (["--xlsx", "a.csv"], "eindigt hier op .xlsx"),
        (["--docx", "a.xlsx"], "eindigt hier op .docx"),
        (["--xlsx", "a.xlsx", "--csv"], "laat --csv en --json weg"),
        (["--xlsx", "a.xlsx", "--docx", "a.docx", "--json"], "--xlsx en --docx"),
        (["--dag", "2026-11-24"], "--dag hoort bij --xlsx of --docx"),
        (["--overschrijf", "--van", "x"], "--overschrijf en --van"),
        (["--xlsx", "a.xlsx", "--dag", "gisteren"], "dag='gisteren' is geen dag"),
        (["--xlsx", "a.xlsx", "--schermtaal", "de"], "schermtaal"),
        (["--xlsx", "a.xlsx", "--niveau", "2"], "laat --niveau weg"),
        (["--xlsx", "bestaat.xlsx"], "bestaat al"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(opties: list[str], reden: str, capsys: Uitvoer) -> None:
    Path("bestaat.xlsx").write_text("van een ander", "utf-8")
    assert doe("voortgang", "bewijs.csv", "--onbekend", "apart", *opties) == 2
    assert reden in capsys.readouterr().err
    assert not Path("a.xlsx").exists()
    assert Path("bestaat.xlsx").read_text("utf-8") == "van een ander"
