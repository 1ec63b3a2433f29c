"""The command that shows growth: of one portfolio, and of a table of a group."""

from __future__ import annotations

import csv
import io
import json

import duckdb
import pytest

import leeruitkomsten as lu
from leeruitkomsten.cli import groei
from test_cli_tellen import Aap, Uitvoer, goed, schrijf, vraag

KOP = "student,criterium,datum"
BEWIJS = [("b", "WP2.1a", "2026-11-01"), ("a", "WP1.1a", "2026-09-30"), ("a", "WP1.2a", "2026-11-24")]
STANDEN = [("a", "2026-09-30", 1), ("a", "2026-12-31", 2), ("b", "2026-09-30", 0), ("b", "2026-12-31", 1)]


@pytest.fixture(autouse=True)
def bestanden(tmp_path: object, monkeypatch: Aap) -> None:
    """The same evidence in a portfolio, as text and as dates."""
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    schrijf("bewijs.csv", BEWIJS, KOP)
    duckdb.sql("SELECT student, criterium, CAST(datum AS DATE) AS datum FROM 'bewijs.csv'").write_parquet(
        "bewijs.parquet"
    )
    bewijs = [lu.Bewijs(code, "les", dag) for student, code, dag in BEWIJS if student == "a"]
    lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "sanne", bewijs), "sanne.json")


def test_a_portfolio_has_a_line_per_period(capsys: Uitvoer) -> None:
    uit = goed(capsys, "groei", "sanne.json")
    assert [regel.split()[:3] for regel in uit.splitlines() if "2026-" in regel] == [
        ["september", "2026", "2026-09-30"], ["oktober", "2026", "2026-10-31"], ["november", "2026", "2026-11-30"],
    ]  # fmt: skip
    assert "geen oordeel" in uit
    kwartaal = goed(capsys, "groei", "sanne.json", "--stap", "kwartaal", "--niveau", "EvL1", "--csv")
    assert [r for r in csv.reader(io.StringIO(kwartaal)) if r[1] == "WP1"] == [
        ["2026-09-30", "WP1", "1", "4"], ["2026-12-31", "WP1", "2", "4"],
    ]  # fmt: skip
    plat = json.loads(goed(capsys, "groei", "sanne.json", "--tot", "2026-10-15", "--json"))
    assert (plat["student"], plat["tot"], plat["na_tot"], len(plat["regels"])) == ("sanne", "2026-10-15", 1, 2)


@pytest.mark.parametrize("bestand", ["bewijs.csv", "bewijs.parquet"])
def test_a_group_has_a_line_per_student(bestand: str, capsys: Uitvoer) -> None:
    uit = goed(capsys, "groei", bestand, "--stap", "kwartaal")
    assert [regel.split() for regel in uit.splitlines() if regel.strip()[:1] in ("a", "b")] == [
        ["a", "1", "2"],
        ["b", "0", "1"],
    ]
    assert "2026-09-30   2026-12-31" in uit
    assert "Aangetoonde succescriteria, van 101" in uit
    regels = [*csv.DictReader(io.StringIO(goed(capsys, "groei", bestand, "--stap", "kwartaal", "--csv")))]
    assert len(regels) == 2 * 2 * 16
    for wie, dag, aantal in STANDEN:
        assert sum(int(r["aangetoond"]) for r in regels if (r["student"], r["periode"]) == (wie, dag)) == aantal
    plat = json.loads(goed(capsys, "groei", bestand, "--stap", "kwartaal", "--json", "--niveau", "2"))
    assert [(r["student"], r["periode"], r["aangetoond"]) for r in plat["regels"] if r["leeruitkomst"] == "WP2"] == [
        (wie, dag, int((wie, dag) == ("b", "2026-12-31"))) for wie, dag, _ in STANDEN
    ]


def test_what_is_left_out_is_said(capsys: Uitvoer) -> None:
    schrijf("vuil.csv", [*BEWIJS, ("c", "weg", "2026-11-01"), ("c", "WP1.1a", "")], KOP)
    code, uit, fout = vraag(capsys, "groei", "vuil.csv", "--tot", "2026-11-10", "--onbekend", "apart")
    assert code == 0
    assert [regel.split() for regel in uit.splitlines() if regel.strip()[:1] == "c"] == [["c", "0", "0", "0"]]
    assert fout == (
        "Let op: 'vuil.csv': 3 van 5 regels tellen niet mee: 1 met een code die niet bestaat ('weg' 1 ×), 1 van later, 1 zonder datum\n"
    )


def test_dates_may_have_the_day_first_where_that_is_said(capsys: Uitvoer) -> None:
    schrijf("nl.csv", [("a", "WP1.1a", "30-9-2026")], KOP)
    code, uit, fout = vraag(capsys, "groei", "nl.csv")
    assert (code, uit) == (1, "")
    assert "in de kolom 'datum' hoort een datum (jjjj-mm-dd); in 1 regel staat iets anders: '30-9-2026' (1 ×)" in fout
    assert "2026-09-30" in goed(capsys, "groei", "nl.csv", "--datumvorm", "dd-mm-jjjj")


def test_no_more_students_are_shown_than_fit(capsys: Uitvoer, monkeypatch: Aap) -> None:
    monkeypatch.setattr(groei, "MEEST_GETOOND", 1)
    uit = goed(capsys, "groei", "bewijs.csv")
    assert "En nog 1; --csv geeft ze allemaal." in uit


@pytest.mark.parametrize(("vragen", "zin"), [
    (["bewijs.csv", "--stap", "jaar"], "stap='jaar' kan niet; kies uit: 'week', 'maand' of 'kwartaal'"),
    (["sanne.json", "--tot", "24-11-2026"], "'sanne.json': tot='24-11-2026' is geen dag"),
    (["bewijs.csv", "--datum", "dag"], "geen kolom 'dag'"),
    (["sanne.json", "--datum", "dag"], "'sanne.json' is geen tabel; laat --datum weg"),
    (["bewijs.txt"], "is geen .csv, .parquet of .xlsx"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused(vragen: list[str], zin: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "groei", *vragen)
    assert (code, uit) == (2, "")
    assert zin in fout


def test_a_portfolio_of_another_framework_is_refused(capsys: Uitvoer) -> None:
    kenmerk = {**lu.laad().kenmerk.als_dict(), "versie": "9"}
    portfolio = lu.Portfolio(lu.Kenmerk(**kenmerk), "s1", [])
    lu.schrijf_portfolio(portfolio, "ander.json")
    code, uit, fout = vraag(capsys, "groei", "ander.json")
    assert (code, uit) == (1, "")
    assert "versie" in fout


def test_a_day_of_another_age_is_no_damage(capsys: Uitvoer) -> None:
    duckdb.sql(
        "SELECT 'a' AS student, unnest(['WP1.1a', 'WP1.2a']) AS criterium, unnest([DATE '0206-11-24', DATE '2026-11-24']) AS datum"
    ).write_parquet("oud.parquet")
    code, uit, fout = vraag(capsys, "groei", "oud.parquet")
    assert (code, uit) == (2, "")
    assert "het bestand heeft bewijs over veel jaren: dat zijn meer dan 1000 periodes" in fout
    assert "beschadigd" not in fout
