"""The commands that count: voortgang of a student or a group, dekking of a curriculum."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

import leeruitkomsten as lu
from bewijs import CELLEN
from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk, cohort
from leeruitkomsten.cli import start

BEWIJS = [("12", "WP1.1a"), ("12", "WP1.1a"), ("12", "WPI4.5b"), ("006", "WD2.3b"), ("7", "WP1.2a"), ("12", "WP1.4a")]
GETELD = [("006", "WD2", "1"), ("12", "WP1", "2"), ("12", "WPI4", "1"), ("7", "WP1", "1")]
TOTAAL = {
    f"{lijn}{niveau}": str(sum(int(rij.split("|")[niveau - 1]) for rij in rijen))
    for lijn, rijen in CELLEN.items()
    for niveau in range(1, 5)
}
MODULES = [("Stage 2", "WP2"), ("Stage 1", "WP1.1a"), ("Stage 1", "WP2.1a")]
Uitvoer, Aap = pytest.CaptureFixture[str], pytest.MonkeyPatch


def schrijf(pad: str, regels: list[tuple[str, ...]], kop: str = "student,criterium", codering: str = "utf-8") -> None:
    """A CSV file, with the separator of its header."""
    Path(pad).write_text("\n".join([kop, *map((";" if ";" in kop else ",").join, regels), ""]), codering)


def werkmap(pad: str, *regels: tuple[object, ...]) -> None:
    boek = openpyxl.Workbook()
    for regel in regels:
        boek.worksheets[0].append(regel)
    boek.save(pad)


def parquet(pad: str, waarden: str) -> None:
    duckdb.sql(f"SELECT * FROM (VALUES {waarden}) AS bewijs(Student, criterium)").write_parquet(pad)


@pytest.fixture(autouse=True)
def map_met_bestanden(tmp_path: Path, monkeypatch: Aap) -> None:
    """The same evidence in every kind of table, modules, and a portfolio."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    schrijf("komma.csv", BEWIJS)
    schrijf("punt.csv", [("x", *regel) for regel in BEWIJS], "extra;Student;CRITERIUM", "utf-8-sig")
    parquet("tekst.parquet", ", ".join(map(str, BEWIJS)))
    werkmap("boek.xlsx", ("Student", "x", "Criterium"), *((s, 1, c) for s, c in BEWIJS), (None, None, None))
    schrijf("modules.csv", MODULES, "Module,criterium")
    werkmap("modules.xlsx", ("module", "criterium"), *MODULES)
    bewijs = [lu.Bewijs(code, "lesbezoek", "2026-11-24") for student, code in BEWIJS if student == "12"]
    lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "12", bewijs), "Portfolio.JSON")
    lu.schrijf(RAAMWERKEN["klein"], "klein.json")


def vraag(capsys: Uitvoer, *argumenten: str) -> tuple[int, str, str]:
    code = start(list(argumenten))
    uit = capsys.readouterr()
    return code, uit.out, uit.err


def goed(capsys: Uitvoer, *argumenten: str) -> str:
    code, uit, fout = vraag(capsys, *argumenten)
    assert (code, fout) == (0, "")
    return uit


def tabel(uit: str) -> list[tuple[str, ...]]:
    """The lines of a CSV file."""
    return [tuple(regel) for regel in csv.reader(io.StringIO(uit))]


def op_scherm(uit: str) -> list[list[str]]:
    """The lines of a table of single words on a screen, below its header and without the remark."""
    return [regel.split() for regel in uit.partition("──── \n")[2].splitlines() if regel.strip()][:-1]


@pytest.mark.parametrize("bestand", ["komma.csv", "punt.csv", "tekst.parquet", "boek.xlsx"])
def test_every_kind_of_table_gives_the_same_numbers(bestand: str, capsys: Uitvoer) -> None:
    kop, *regels = tabel(goed(capsys, "voortgang", bestand, "--csv"))
    assert kop == ("student", "leeruitkomst", "aangetoond", "totaal")
    assert regels == [(*regel, TOTAAL[regel[1]]) for regel in GETELD]
    als_json = json.loads(goed(capsys, "voortgang", bestand, "--json"))
    verwacht = cohort.voortgang([{"student": s, "criterium": c} for s, c in BEWIJS], per="student")
    studenten = {"totaal": 3, "zonder_bewijs": 0, "met_lijst": False}
    assert als_json == {
        "kenmerk": lu.laad().kenmerk.als_dict(), "studenten": studenten, "opmerkingen": [], "regels": verwacht,
    }  # fmt: skip
    assert tabel(goed(capsys, "voortgang", bestand, "--csv", "--niveau", "1"))[1:] == [regels[1], regels[3]]
    assert goed(capsys, "voortgang", bestand, "--niveau", "EvL1") == goed(capsys, "voortgang", bestand, "--niveau", "1")
    parquet("getal.parquet", "(12, 'WP1.1a'), (7, 'WP2.1a'), (9007199254740993, 'WP1.1a')")
    als_json = json.loads(goed(capsys, "voortgang", "getal.parquet", "--json"))
    assert [regel["student"] for regel in als_json["regels"]] == [7, 12, 9007199254740993]
    assert "1 van 20" in goed(capsys, "voortgang", "getal.parquet", "--student", "12", "--niveau", "1")


@pytest.mark.parametrize("bestand", ["komma.csv", "boek.xlsx"])
def test_a_group_on_the_screen_has_a_line_per_student(bestand: str, capsys: Uitvoer) -> None:
    uit = goed(capsys, "voortgang", bestand)
    assert op_scherm(uit) == [["006", *"0100"], ["12", *"2001"], ["7", *"1000"]]
    per_evl = [sum(int(aantal) for code, aantal in TOTAAL.items() if code[-1] == str(n)) for n in range(1, 5)]
    assert all(f"EvL{n} (van {aantal})" in uit for n, aantal in enumerate(per_evl, 1))
    assert uit.endswith("\nDit overzicht telt wat is aangetoond; het is geen oordeel.\n")
    uit = goed(capsys, "voortgang", bestand, "--niveau", "2")
    assert op_scherm(uit) == [["006", *"0100"], ["12", *"0000"], ["7", *"0000"]]
    plekken = [uit.index(f"{lijn}2 (van {TOTAAL[f'{lijn}2']})") for lijn in CELLEN]
    assert plekken == sorted(plekken)


@pytest.mark.parametrize("bestand", ["komma.csv", "tekst.parquet"])
def test_everybody_on_the_list_counts(bestand: str, capsys: Uitvoer) -> None:
    schrijf("klas.csv", [("9", "2A"), ("12", "2B"), ("7", "2A"), ("006", "2A")], "student,klas")
    uit = goed(capsys, "voortgang", bestand, "--studenten", "klas.csv")
    assert uit.startswith("Van 4 op de lijst van studenten, van wie 1 zonder bewijs\n")
    assert op_scherm(uit) == [["006", *"0100"], ["12", *"2001"], ["7", *"1000"], ["9", *"0000"]]
    alle = tabel(goed(capsys, "voortgang", bestand, "--studenten", "klas.csv", "--csv", "--nullen", "--niveau", "1"))
    assert len(alle) == 1 + 4 * 4
    als_json = json.loads(goed(capsys, "voortgang", bestand, "--studenten", "klas.csv", "--json", "--nullen"))
    assert als_json["studenten"] == {"totaal": 4, "zonder_bewijs": 1, "met_lijst": True}
    assert len(als_json["regels"]) == 4 * 16


@pytest.mark.parametrize("bestand", ["komma.csv", "tekst.parquet"])
def test_a_group_has_its_median_and_nobody_is_named(bestand: str, capsys: Uitvoer) -> None:
    schrijf("klas.csv", [("9", "2A"), ("12", "2B"), ("7", "2A"), ("006", "2A")], "student,klas")
    opties = ("voortgang", bestand, "--studenten", "klas.csv", "--groep", "klas")
    uit = goed(capsys, *opties)
    assert op_scherm(uit)[0] == ["2A", "EvL1", "3", "0", "0", "tot", "0,5", "20"]
    assert op_scherm(uit)[4] == ["2B", "EvL1", "1", "2", "2", "tot", "2", "20"]
    als_csv = tabel(goed(capsys, *opties, "--csv", "--niveau", "1"))
    assert als_csv[0] == ("klas", "leeruitkomst", "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")
    assert [regel[:2] for regel in als_csv[1:]] == [(k, f"{lijn}1") for k in ("2A", "2B") for lijn in CELLEN]
    als_json = json.loads(goed(capsys, *opties, "--json"))
    assert als_json["regels"][0] == {
        "klas": "2A", "evl": "EvL1", "studenten": 3, "kwartiel_1": 0.0, "mediaan": 0.0, "kwartiel_3": 0.5, "totaal": 20,
    }  # fmt: skip
    assert als_json["studenten"]["totaal"] == 4


def test_a_list_is_of_a_table_and_of_all(capsys: Uitvoer) -> None:
    schrijf("klas.csv", [("12", "2A")], "student,klas")
    for argumenten, zin in (
        (("komma.csv", "--student", "12", "--nullen"), "--student toont één student; laat --nullen weg"),
        (("Portfolio.JSON", "--studenten", "klas.csv"), "is geen tabel; laat --studenten weg"),
        (("komma.csv", "--studenten", "klas.csv"), "van wie niet bij studenten staat, is er wel bewijs: student '006'"),
        (("komma.csv", "--studenten", "klas.csv", "--groep", "school"), "geen kolom 'school'"),
        (("komma.csv", "--groep", "klas"), "geen kolom 'klas'"),
    ):
        code, uit, fout = vraag(capsys, "voortgang", *argumenten)
        assert (code, uit) == (2, "")
        assert zin in fout
    code, uit, fout = vraag(capsys, "voortgang", "komma.csv", "--studenten", "klas.csv", "--onbekend", "apart")
    assert op_scherm(uit) == [["12", *"2001"]]
    assert "van 2 studenten buiten de lijst" in fout


def test_what_counts_may_end_on_a_day(capsys: Uitvoer, kader: Raamwerk) -> None:
    schrijf("d.csv", [("a", "WP1.1a", "30-9-2026"), ("a", "WP1.2a", "1-11-2026")], "student,criterium,dag")
    opties = ["--tot", "2026-10-31", "--datum", "dag", "--datumvorm", "dd-mm-jjjj"]
    code, uit, fout = vraag(capsys, "voortgang", "d.csv", *opties)
    assert (code, op_scherm(uit)) == (0, [["a", *"1000"]])
    assert fout == "Let op: 'd.csv': 1 van 2 regels telt niet mee: 1 van later\n"
    als_json = json.loads(vraag(capsys, "voortgang", "d.csv", *opties, "--json")[1])
    assert als_json["weggelaten"]["later"] == 1
    stukken = [lu.Bewijs("WP1.1a", "les", "2026-09-30"), lu.Bewijs("WP1.2a", "les", "2026-11-01")]
    portfolio = lu.Portfolio(kader.kenmerk, "a", stukken)
    lu.schrijf_portfolio(portfolio, "p.json")
    geteld = json.loads(goed(capsys, "voortgang", "p.json", "--tot", "2026-10-31", "--json"))
    assert geteld == kader.voortgang(portfolio, tot="2026-10-31").als_dict()


@pytest.mark.parametrize("bestand", ["komma.csv", "tekst.parquet", "boek.xlsx", "Portfolio.JSON"])
def test_one_student_is_shown_as_the_library_does(bestand: str, capsys: Uitvoer, kader: Raamwerk) -> None:
    wie, getoond = [] if bestand == "Portfolio.JSON" else ["--student", "12"], {"WP1": "2", "WPI4": "1"}
    for niveau, op_niveau in ((None, []), (1, ["--niveau", "1"])):
        stand = kader.voortgang({"WP1.1a", "WP1.4a", "WPI4.5b"}, niveau)
        bij = {"opmerkingen": []} if wie else {}
        assert json.loads(goed(capsys, "voortgang", bestand, *wie, *op_niveau, "--json")) == {**stand.als_dict(), **bij}
        regels = [(c, getoond.get(c, "0"), n) for c, n in TOTAAL.items() if niveau is None or c[-1] == "1"]
        als_csv = tabel(goed(capsys, "voortgang", bestand, *wie, *op_niveau, "--csv"))
        assert als_csv == [("leeruitkomst", "aangetoond", "totaal"), *regels]
    uit = goed(capsys, "voortgang", bestand, *wie, "--niveau", "1")
    assert uit.startswith("EvL1: 2 van 20 succescriteria aangetoond\n")
    assert all(deel in uit for deel in ("WP1.2a Je", "latere fasen: WPI4.5b."))
    assert "WP1.1a" not in uit


def test_columns_may_have_other_names(capsys: Uitvoer) -> None:
    schrijf("b.csv", [("o'brien", "WP1.1a", "x")], 'Stu"dent nummer ,Wat,student')
    opties = ["--per", 'stu"dent nummer', "--criterium", "wat"]
    assert tabel(goed(capsys, "voortgang", "b.csv", *opties, "--csv"))[1] == ("o'brien", "WP1", "1", "4")
    assert "1 van 101" in goed(capsys, "voortgang", "b.csv", *opties, "--student", "o'brien")
    schrijf("m.csv", [("a", "WP1"), ("b", "WP1.1a")], "Vak,Wat")
    regels = tabel(goed(capsys, "dekking", "m.csv", "--module", "vak", "--criterium", "WAT", "--csv"))
    assert [(regel[0], regel[-1]) for regel in regels[1:3]] == [("WP1.1a", "a"), ("WP1.1a", "b")]


@pytest.mark.parametrize("namen", [["#12", "12", "13"], ["'q'", "12"], ["a,b", 'zei "ja"']])
def test_no_sign_in_a_name_of_a_csv_file_loses_anything(namen: list[str], capsys: Uitvoer) -> None:
    with open("b.csv", "w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand).writerows([("student", "criterium"), *((naam, "WP1.1a") for naam in namen)])
    assert [regel[0] for regel in tabel(goed(capsys, "voortgang", "b.csv", "--csv"))[1:]] == namen


def test_a_framework_of_ones_own_is_counted_by(capsys: Uitvoer, klein: Raamwerk) -> None:
    bewijs = [("x", "A1.1a"), ("x", "A2.4a"), ("y", "PED1.1a")]
    schrijf("b.csv", bewijs)
    assert op_scherm(goed(capsys, "voortgang", "b.csv", "--raamwerk", "klein.json")) == [[*"x110"], [*"y100"]]
    uit = goed(capsys, "voortgang", "b.csv", "--raamwerk", "klein.json", "--niveau", "2")
    assert op_scherm(uit) == [[*"x01"], [*"y00"]]
    assert "PED2 (van 0)" in uit
    dekking = goed(capsys, "dekking", "b.csv", "--module", "student", "--raamwerk", "klein.json", "--json")
    assert json.loads(dekking) == {**klein.dekking(bewijs).als_dict(), "opmerkingen": []}


@pytest.mark.parametrize("naam", ["verpakt", "klein", "groot"])
def test_any_framework_is_shown_within_80_columns(naam: str, capsys: Uitvoer) -> None:
    kader, wie = RAAMWERKEN[naam], "studentnummer " * 9
    lu.schrijf(kader, "kader.json")
    schrijf("b.csv", [(wie, criterium.code) for criterium in kader.succescriteria[:200]])
    for opdracht in (["voortgang"], ["voortgang", "--niveau", "1"], ["dekking", "--module", "student"]):
        uit = goed(capsys, *opdracht, "b.csv", "--raamwerk", "kader.json")
        assert max(map(len, uit.splitlines())) <= 80


@pytest.mark.parametrize(("aantal", "rest"), [(100, 0), (101, 1), (103, 3)])
def test_more_than_a_hundred_students_are_cut_on_the_screen_only(aantal: int, rest: int, capsys: Uitvoer) -> None:
    wie = [f"s{nummer:03}" for nummer in range(aantal)]
    schrijf("b.csv", [(student, "WP1.1a") for student in reversed(wie)])
    uit = goed(capsys, "voortgang", "b.csv")
    assert [woord for woord in uit.split() if woord in wie] == wie[:100]
    assert (f"\nEn nog {rest}; --csv geeft van allen wat is aangetoond. " in uit) == ("nog" in uit) == (rest > 0)
    assert [regel[0] for regel in tabel(goed(capsys, "voortgang", "b.csv", "--csv"))[1:]] == wie
    assert len(json.loads(goed(capsys, "voortgang", "b.csv", "--json"))["regels"]) == aantal


def wat_niet_te_tellen_is() -> None:
    """Files in which something is wrong, each by its name."""
    for naam in ("kapot.parquet", "kapot.xlsx", "kapot.json", "kapot.doc"):
        Path(naam).write_text("{", "utf-8")
    Path("leeg.csv").touch()
    werkmap("leeg.xlsx")
    schrijf("latin.csv", [("zoë", "WP1.1a")], codering="latin-1")
    schrijf("laat.csv", [*BEWIJS * 10_000, ("zoë", "WP1.1a")], codering="latin-1")
    schrijf("samen.csv", [("1", "WP1.1a"), ("student", "criterium", "opm"), ("2", "WP2.1a", "x"), ("3", "WP2.1a", "y")])
    schrijf("twee.csv", [("1", "WP1.1a", "WP1.2a")], "student,criterium,criterium")
    schrijf("deel1.csv", BEWIJS)
    schrijf("deel2.csv", [("1", "WP1.1a", "x")])
    schrijf("half1.csv", BEWIJS, "student,code")
    werkmap("breder.xlsx", ("student", "criterium"), ("1", "WP1.1a"), ("2", "WP1.1a", "verdwaald"))
    schrijf("studnet.csv", BEWIJS, "studnet,criterium")
    schrijf("evl.csv", BEWIJS, "EvL1,criterium")
    schrijf("fout.csv", [("1", "wp1.2a"), ("2", "wp1.2a"), ("1", "WP1")])
    schrijf("loos.csv", [("Stage 2", "WP2"), (" ", "WP3")], "vak,criterium")
    schrijf("gaten.csv", [("", "WP1.1a"), ("1", ""), ("2", "")])
    werkmap("gaten.xlsx", ("student", "criterium"), (None, "WP1.1a"), (1, None), (2, " "))
    parquet("komma.parquet", "(1.5, 'WP1.1a')")
    lu.schrijf(RAAMWERKEN["zonder criteria"], "zonder.json")


KOLOMMEN = "De kolommen zijn: 'studnet' en 'criterium'.\n"
LEEG = "de kolom 'student' is leeg in 1 regel\nde kolom 'criterium' is leeg in 2 regels\n"


@pytest.mark.parametrize(("argumenten", "uitgang", "zin"), [
    *((naam, 2, f"'{naam}' bestaat niet\n") for naam in ("weg.csv", "weg.parquet", "weg.xlsx", "weg.json")),
    ("kapot.parquet", 2, "'kapot.parquet': er is 1 fout:\n- het bestand is beschadigd, of geen Parquet\n"),
    ("deel*.csv", 2, "'deel*.csv', in 'deel2.csv': er is 1 fout:\n- regel 2, kolom C: 'x' staat in een kolom zonder naam\n"),
    ("half*.csv", 2, "'half*.csv', in 'half1.csv' heeft geen kolom 'criterium'. De kolommen zijn: 'student' en 'code'.\n"),
    ("latin.csv", 2, "'latin.csv': er is 1 fout:\n- het bestand is geen UTF-8 (regel 2); bewaar het in Excel als 'CSV UTF-8"),
    ("laat.csv", 2, "'laat.csv': er is 1 fout:\n- het bestand is geen UTF-8 (regel 60002); "),
    ("samen.csv", 2, "'samen.csv': er zijn 2 fouten:\n- regel 3: hier staat nog een kop, na die van regel 1; zijn het twee tabellen"
     " onder elkaar?\n- regel 4, kolom C: 'x' staat in een kolom zonder naam, en nog in 1 andere\n"),
    ("twee.csv", 2, "'twee.csv' heeft meer dan één kolom 'criterium'. De kolommen zijn: 'student', 'criterium' en 'criterium'.\n"),
    ("breder.xlsx", 2, "'breder.xlsx': er is 1 fout:\n- blad 'Sheet', regel 3, kolom C: 'verdwaald' staat in een kolom zonder naam\n"),
    *((naam, 2, f"'{naam}' is geen .csv, .parquet of .xlsx") for naam in ("kapot.doc", ".")),
    ("kapot.xlsx", 2, "'kapot.xlsx': er is 1 fout:\n- het bestand is geen Excel-werkmap (.xlsx)\n"),
    *((naam, 2, f"'{naam}': er is 1 fout:\n- het bestand heeft geen enkele regel\n") for naam in ("leeg.xlsx", "leeg.csv")),
    ("komma.csv --criterium code", 2, "heeft geen kolom 'code'"),
    ("studnet.csv", 2, f"'studnet.csv' heeft geen kolom 'student'; bedoelde je 'studnet'? {KOLOMMEN}"),
    ("studnet.csv --per zzz", 2, f"'studnet.csv' heeft geen kolom 'zzz'. {KOLOMMEN}"),
    *((f"{naam} --student 07", 2, f"'{naam}' heeft geen student '07'\n") for naam in ("komma.csv", "boek.xlsx")),
    ("komma.csv --csv --json", 2, "kies --csv of --json, niet allebei\n"),
    ("komma.csv --module criterium", 2, "module en criterium zijn twee verschillende kolommen\n"),
    ("Portfolio.JSON --student 7", 2, "'Portfolio.JSON' is het portfolio van '12', niet van '7'\n"),
    ("Portfolio.JSON --onbekend apart", 2, "'Portfolio.JSON' is geen tabel; laat --onbekend weg\n"),
    ("codes.txt --per wie --criterium x --blad y", 2, "'codes.txt' is geen tabel; laat --per, --criterium, --blad weg\n"),
    ("komma.csv --datum dag", 2, "--datum hoort bij --tot\n"),
    ("codes.txt --tot 2026-10-31", 2, "--tot kan niet: in 'codes.txt' staan geen dagen\n"),
    ("codes.txt --student 12", 2, "'codes.txt' is geen tabel; laat --student weg\n"),
    ("komma.csv --onbekend weg", 2, "--onbekend 'weg' kan niet; kies uit: fout, apart\n"),
    ("gaten.csv --onbekend apart", 1, "'gaten.csv': de kolom 'student' is leeg in 1 regel\n"),
    ("komma.csv --niveau x", 2, "'x' is geen EvL van dit raamwerk"), ("komma.csv --niveau 7 --csv", 2, "7 is geen EvL"),
    ("komma.csv --raamwerk weg.json", 2, "'weg.json' bestaat niet\n"), ("evl.csv --per EvL1", 2, "'EvL1' een andere naam"),
    ("komma.csv --per criterium", 2, "twee verschillende kolommen"), ("komma.csv --raamwerk zonder.json", 2, "er is niets te tellen"),
    ("komma.parquet", 2, "heeft het type DECIMAL(2,1). Een sleutel is tekst of een geheel getal"),
    ("fout.csv", 1, "'fout.csv': in 3 regels staat een code die het raamwerk niet heeft:\n"
     "- 'wp1.2a' is geen succescriterium van dit raamwerk; bedoelde je 'WP1.2a'? (2 ×)\n- 'WP1' is geen"),
    ("fout.csv", 1, "\n'wp1.2a': regel 2, regel 3\n'WP1': regel 4\nMet --onbekend apart telt wat niet klopt niet mee.\n"),
    ("gaten.csv", 1, "\n'student' is leeg: regel 2\n'criterium' is leeg: regel 3, regel 4\nZet op elke regel waar die bij hoort"),
    ("gaten.csv", 1, f"'gaten.csv': {LEEG}"), ("gaten.xlsx", 1, f"'gaten.xlsx': {LEEG}"),
    ("loos.csv --module vak", 1, "'loos.csv': de kolom 'vak' is leeg: regel 3; zet de module op elke regel, ook als die dezelfde is als erboven\n"),
    ("kapot.json", 1, "'kapot.json': er is 1 fout:\n- het bestand is geen goede JSON (regel 1, kolom 2)\n"),
    ("Portfolio.JSON --raamwerk klein.json", 1, "'Portfolio.JSON': er is 1 fout:\n- kenmerk.sleutel: dit portfolio hoort bij 'werkplekleren'"),
])  # fmt: skip
def test_what_cannot_be_counted_is_said_in_dutch(argumenten: str, uitgang: int, zin: str, capsys: Uitvoer) -> None:
    wat_niet_te_tellen_is()
    code, uit, fout = vraag(capsys, "dekking" if "--module" in argumenten else "voortgang", *argumenten.split())
    assert (code, uit) == (uitgang, "")
    assert fout.startswith("Fout: ") == (uitgang == 2)
    assert zin in fout


@pytest.mark.parametrize("bestand", ["modules.csv", "modules.xlsx"])
def test_a_curriculum_is_shown_as_the_library_does(bestand: str, capsys: Uitvoer, kader: Raamwerk) -> None:
    als_json = json.loads(goed(capsys, "dekking", bestand, "--json"))
    assert als_json == {**kader.dekking(MODULES).als_dict(), "opmerkingen": []}
    paren = [(c.code, "Stage 2" * (c.leeruitkomst == "WP2")) for c in kader.succescriteria]
    paren[0] = ("WP1.1a", "Stage 1")
    paren.insert(paren.index(("WP2.1a", "Stage 2")) + 1, ("WP2.1a", "Stage 1"))
    regels = tabel(goed(capsys, "dekking", bestand, "--csv"))
    assert [(regel[0], regel[-1]) for regel in regels] == [("criterium", "module"), *paren]
    uit = goed(capsys, "dekking", bestand)
    assert uit.startswith("10 van 101 succescriteria gedekt door 2 modules\n")
    assert "WP.1: niveau 2 (Stage 2) komt vóór niveau 1 (Stage 1)" in " ".join(uit.split())


PLANREGELS = [
    ("Plan 2026",), (), ("Blok", "Module ", "Docent", "Criterium"), (2, "Stage 2 ", "x", "WP2.1a;\nWP2.1b "), (1, "Stage 1", "y", "WP3.1a, WP1.1a"),
    (3, "Reflectie", "z", " "),
]  # fmt: skip


def test_a_plan_as_people_make_it_is_counted_as_the_library_does(capsys: Uitvoer, kader: Raamwerk) -> None:
    werkmap("plan.xlsx", *PLANREGELS)
    plan = kader.dekking({"Stage 1": "WP3.1a, WP1.1a", "Stage 2": "WP2.1a, WP2.1b", "Reflectie": []})
    code, uit, fout = vraag(capsys, "dekking", "plan.xlsx", "--volgorde", "blok", "--json")
    assert code == 0
    gegevens = json.loads(uit)
    assert gegevens["opmerkingen"] == fout.splitlines()
    assert {**gegevens, "opmerkingen": []} == {**plan.als_dict(), "opmerkingen": []}
    woorden = " ".join(vraag(capsys, "dekking", "plan.xlsx", "--volgorde", "blok")[1].split())
    assert woorden.startswith("4 van 101 succescriteria gedekt door 3 modules, 1 module zonder codes ")
    assert "Een verdieping komt vóór haar basis: WP.1: niveau 3 (Stage 1) komt vóór niveau 2 (Stage 2)." in woorden
    assert "Modules zonder codes: Reflectie." in woorden
    for per in ("criterium", "rij", "module"):
        code, uit, fout = vraag(capsys, "dekking", "plan.xlsx", "--volgorde", "blok", "--csv", "--per", per)
        regels: list[Any] = plan.records(per)
        assert (code, fout.splitlines()[-1]) == (0, "Modules zonder codes: Reflectie.")
        als_tekst = [tuple("" if cel is None else str(cel) for cel in regel.values()) for regel in regels]
        assert tabel(uit) == [tuple(regels[0]), *als_tekst]


def test_an_empty_plan_as_csv_has_a_head(capsys: Uitvoer) -> None:
    schrijf("leeg.csv", [], "module,criterium")
    assert tabel(goed(capsys, "dekking", "leeg.csv", "--csv", "--per", "module"))[0][:2] == ("module", "nummer")


@pytest.mark.parametrize(("opties", "zin"), [
    ("--per klas --csv", "--per 'klas' kan niet; kies uit: criterium, rij, module"), ("--per rij", "--per hoort bij --csv"),
    ("--volgorde jaar", "geen kolom 'jaar'"),
])  # fmt: skip
def test_what_cannot_be_asked_of_a_plan_is_refused(opties: str, zin: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "dekking", "modules.csv", *opties.split())
    assert (code, uit) == (2, "")
    assert zin in fout


def test_an_order_that_is_none_is_refused_by_line(capsys: Uitvoer) -> None:
    schrijf("m.csv", [("a", "WP1", "1"), ("b", "WP2", "herfst")], "module,criterium,blok")
    code, uit, fout = vraag(capsys, "dekking", "m.csv", "--volgorde", "blok")
    assert (code, uit) == (1, "")
    assert fout.startswith("'m.csv': regel 3: de volgorde is een getal, een datum")


def test_a_code_that_covers_nothing_is_named_below_the_table(capsys: Uitvoer) -> None:
    schrijf("m.csv", [*MODULES, ("Stage 3", "wp2")], "module,criterium")
    for vorm in ([], ["--csv"], ["--json"]):
        code, uit, fout = vraag(capsys, "dekking", "m.csv", *vorm)
        assert (code, "bedoelde je 'WP2'?" in fout) == (1, vorm == ["--csv"])
        assert "WPI4.5b" in uit
    woorden = " ".join(vraag(capsys, "dekking", "m.csv")[1].split())
    assert "Stage 3: 'wp2': hoofdletters, witruimte of leestekens kloppen niet; bedoelde je 'WP2'?" in woorden


def test_what_a_module_is_called_never_steers_the_terminal(capsys: Uitvoer) -> None:
    schrijf("m.csv", [("St\x1b[2J", "WP2"), ("St\x1b[2J", "WD9")], "module,criterium")
    assert "\x1b" not in vraag(capsys, "dekking", "m.csv")[1]


def test_lines_without_a_student_are_said_beside_the_answer_of_one(capsys: Uitvoer) -> None:
    schrijf("half.csv", [("12", "WP1.1a"), ("", "WP1.2a"), ("", "WP1.3a")])
    werkmap("half.xlsx", ("student", "criterium"), ("12", "WP1.1a"), (None, "WP1.2a"), (None, "WP1.3a"))
    for naam in ("half.csv", "half.xlsx"):
        code, uit, fout = vraag(capsys, "voortgang", naam, "--student", "12")
        assert (code, fout) == (0, f"Let op: bij 2 van de regels in '{naam}' staat geen student.\n")
        assert "1 van 101 succescriteria aangetoond" in uit


APART = [("12", "WP1.1a"), ("12", "wp1.2a"), ("7", ""), ("12", " "), ("7", "wp1.2a"), ("8", "weg"), ("12", "WP1.1a")]
ZIN = "6 van 8 regels tellen niet mee: 3 met een code die niet bestaat ('wp1.2a' 2 ×, 'weg' 1 ×), 3 zonder code"


@pytest.mark.parametrize("bestand", ["apart.csv", "apart.parquet", "apart.xlsx"])
def test_what_is_set_apart_is_said_and_its_students_count(bestand: str, capsys: Uitvoer) -> None:
    regels = [*APART, ("9", None)]
    schrijf("apart.csv", [(student, code or "") for student, code in regels])
    parquet("apart.parquet", ", ".join(f"('{s}', {'NULL' if c is None else repr(c)})" for s, c in regels))
    werkmap("apart.xlsx", ("student", "criterium"), *regels)
    assert vraag(capsys, "voortgang", bestand)[0] == 1
    assert vraag(capsys, "voortgang", bestand, "--onbekend", "fout")[0] == 1
    code, uit, fout = vraag(capsys, "voortgang", bestand, "--onbekend", "apart")
    assert (code, fout) == (0, f"Let op: '{bestand}': {ZIN}\n")
    assert op_scherm(uit) == [["12", *"1000"], ["7", *"0000"], ["8", *"0000"], ["9", *"0000"]]
    code, uit, fout = vraag(capsys, "voortgang", bestand, "--onbekend", "apart", "--csv")
    assert (code, fout) == (0, f"Let op: '{bestand}': {ZIN}\n")
    assert tabel(uit)[1:] == [("12", "WP1", "1", TOTAAL["WP1"])]
    als_json = json.loads(vraag(capsys, "voortgang", bestand, "--onbekend", "apart", "--json")[1])
    telling = cohort.tel([{"student": s, "criterium": c} for s, c in regels], per="student", onbekend="apart")
    assert list(als_json) == ["kenmerk", "studenten", "weggelaten", "opmerkingen", "regels"]
    assert als_json["weggelaten"] == telling.weggelaten.als_dict()
    assert als_json["weggelaten"]["onbekend"] == [
        {"criterium": "wp1.2a", "regels": 2},
        {"criterium": "weg", "regels": 1},
    ]


def test_of_one_student_the_lines_of_that_student_are_said(capsys: Uitvoer, kader: Raamwerk) -> None:
    schrijf("apart.csv", APART)
    code, uit, fout = vraag(capsys, "voortgang", "apart.csv", "--onbekend", "apart", "--student", "7")
    zin = "2 van 2 regels tellen niet mee: 1 met een code die niet bestaat ('wp1.2a' 1 ×), 1 zonder code"
    assert (code, fout) == (0, f"Let op: 'apart.csv', student '7': {zin}\n")
    assert "0 van 101 succescriteria aangetoond" in uit
    als_json = json.loads(
        vraag(capsys, "voortgang", "apart.csv", "--onbekend", "apart", "--student", "12", "--json")[1]
    )
    weggelaten = als_json.pop("weggelaten")
    assert als_json == {**kader.voortgang(["WP1.1a"]).als_dict(), "opmerkingen": []}
    assert [weggelaten[deel] for deel in ("regels", "regels_totaal", "leeg")] == [2, 4, 1]
    assert (
        "heeft geen student '99'"
        in vraag(capsys, "voortgang", "apart.csv", "--onbekend", "apart", "--student", "99")[2]
    )


def test_nothing_is_said_where_nothing_was_left_out(capsys: Uitvoer) -> None:
    als_json = json.loads(goed(capsys, "voortgang", "komma.csv", "--onbekend", "apart", "--json"))
    assert als_json["weggelaten"]["regels_totaal"] == len(BEWIJS)
    assert als_json["weggelaten"]["regels"] == 0


def test_a_text_has_the_codes_of_one_student(capsys: Uitvoer) -> None:
    Path("codes.txt").write_text("WP1.1a\nWP1.4a\n", "utf-8")
    assert "2 van 101" in goed(capsys, "voortgang", "codes.txt")


def test_standard_input_is_a_table(capsys: Uitvoer, monkeypatch: Aap) -> None:
    invoer = io.TextIOWrapper(io.BytesIO(b"Titel\nstudent;criterium\n7;WP1.1a\n"))
    monkeypatch.setattr("sys.stdin", invoer)
    code, uit, fout = vraag(capsys, "voortgang", "-", "--csv")
    assert (code, fout) == (0, "'-': regel 1: boven de kop staat 'Titel'; dat telt niet mee\n")
    assert tabel(uit)[1:] == [("7", "WP1", "1", "4")]


def test_a_sheet_may_be_chosen(capsys: Uitvoer) -> None:
    boek = openpyxl.Workbook()
    for naam, student in (("A", "s1"), ("B", "s2")):
        blad = boek.create_sheet(naam)
        blad.append(["student", "criterium"])
        blad.append([student, "WP1.1a"])
    boek.save("groepen.xlsx")
    code, uit, fout = vraag(capsys, "voortgang", "groepen.xlsx", "--csv")
    assert (code, fout) == (0, "'groepen.xlsx': blad 'Sheet' is leeg\n")
    assert [regel[0] for regel in tabel(uit)[1:]] == ["s1", "s2"]
    assert [regel[0] for regel in tabel(goed(capsys, "voortgang", "groepen.xlsx", "--csv", "--blad", "B"))[1:]] == [
        "s2"
    ]
    code, uit, fout = vraag(capsys, "dekking", "groepen.xlsx", "--module", "student", "--blad", "C")
    assert (code, uit) == (2, "")
    assert "het bestand heeft geen blad 'C'; er zijn: 'Sheet', 'A', 'B'" in fout


def test_a_module_without_a_name_is_refused_in_a_large_file_too(capsys: Uitvoer) -> None:
    parquet("vak.parquet", "('a', 'WP1.1a'), (NULL, 'WP1.2a')")
    code, uit, fout = vraag(capsys, "dekking", "vak.parquet", "--module", "student")
    assert (code, uit) == (1, "")
    assert "een module is een naam of een geheel getal, niet None" in fout


@pytest.mark.parametrize("codering", ["ascii", "cp1252"])
def test_no_letter_of_a_student_is_lost_whatever_the_output_can_show(codering: str) -> None:
    Path("z.csv").write_text("student,criterium\nZoë,WP1.1a\nŁuk,WP1.1a\n", "utf-8")
    omgeving = {**os.environ, "PYTHONIOENCODING": codering, "PYTHONUTF8": "0"}
    opdracht = [sys.executable, "-m", "leeruitkomsten", "voortgang", "z.csv"]
    als_csv = subprocess.run([*opdracht, "--csv"], env=omgeving, capture_output=True, check=True).stdout
    assert [regel.split(",")[0] for regel in als_csv.decode().splitlines()] == ["student", "Zoë", "Łuk"]
    scherm = subprocess.run(opdracht, env=omgeving, capture_output=True, check=True).stdout.decode(codering)
    assert "?" not in scherm
    assert r"\u0141uk" in scherm


def test_what_was_passed_over_is_told_to_programs_too(capsys: Uitvoer) -> None:
    Path("titel.csv").write_text("Overzicht\nstudent,module,criterium\ns1,m,WP1.1a\n", "utf-8")
    zin = "'titel.csv': regel 1: boven de kop staat 'Overzicht'; dat telt niet mee"
    for opdracht in (["voortgang"], ["voortgang", "--student", "s1"], ["dekking"]):
        assert json.loads(vraag(capsys, *opdracht, "titel.csv", "--json")[1])["opmerkingen"] == [zin]
