"""Tables that a command is given: what they need, and the progress bar before which they are counted."""

from __future__ import annotations

import sys
import threading
from unittest.mock import Mock

import click
import duckdb
import pytest

from leeruitkomsten import cohort
from leeruitkomsten.cli import bewijs, wie
from leeruitkomsten.cohort import in_bestand
from test_cli_tellen import Aap, Uitvoer, goed, map_met_bestanden, vraag, wat_niet_te_tellen_is, werkmap

__all__ = ["map_met_bestanden"]


@pytest.mark.parametrize("opdracht", ["voortgang", "dekking --module student"])
@pytest.mark.parametrize("bestand", ["tekst.parquet", "*.csv"])
def test_without_duckdb_it_says_what_to_install(opdracht: str, bestand: str, capsys: Uitvoer, monkeypatch: Aap) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    code, uit, fout = vraag(capsys, *opdracht.split(), bestand)
    assert (code, uit) == (2, "")
    assert 'pip install "leeruitkomsten[cohort]"' in fout


@pytest.mark.parametrize("opdracht", ["voortgang boek.xlsx", "dekking modules.xlsx", "voortgang komma.csv"])
def test_a_small_table_needs_no_duckdb(opdracht: str, capsys: Uitvoer, monkeypatch: Aap) -> None:
    gewoon = goed(capsys, *opdracht.split())
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert goed(capsys, *opdracht.split()) == gewoon


@pytest.mark.parametrize(
    ("kop", "zin"),
    [
        (("student", "student", "criterium"), "heeft meer dan één kolom 'student'"),
        (
            ("Student", "STUDENT", "criterium"),
            "heeft meer dan één kolom 'student'. De kolommen zijn: 'Student', 'STUDENT' en 'criterium'.",
        ),
    ],
)
def test_a_column_that_stands_twice_is_refused(kop: tuple[str, ...], zin: str, capsys: Uitvoer) -> None:
    werkmap("dubbel.xlsx", kop, ("12", "13", "WP1.1a"))
    code, uit, fout = vraag(capsys, "voortgang", "dubbel.xlsx")
    assert (code, uit) == (2, "")
    assert zin in fout


def kijk(monkeypatch: Aap) -> None:
    """Let somebody look at stderr."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


@pytest.mark.parametrize(("vragen", "uitgang"), [
    ("voortgang komma.csv", 0), ("voortgang tekst.parquet --student 12", 0), ("dekking modules.csv", 0),
    ("voortgang fout.csv", 1),
])  # fmt: skip
def test_a_bar_is_for_a_terminal_only_and_changes_no_answer_or_error(
    vragen: str, uitgang: int, capsys: Uitvoer, monkeypatch: Aap
) -> None:
    wat_niet_te_tellen_is()
    monkeypatch.setattr(in_bestand, "GRENS", 0)
    monkeypatch.setattr(in_bestand, "_BEGIN", 1000)
    code, uit, fout = vraag(capsys, *vragen.split())
    assert (code, bool(fout)) == (uitgang, uitgang > 0)
    kijk(monkeypatch)
    met_balk = vraag(capsys, *vragen.split())
    assert met_balk[:2] == (code, uit)
    assert "Tellen" in met_balk[2]
    assert met_balk[2].endswith(f"\x1b[2K{fout}")


@pytest.mark.parametrize("opdracht", ["voortgang laat.csv", "dekking laat.csv --module student"])
def test_what_is_wrong_deep_in_a_large_file_has_its_line(opdracht: str, capsys: Uitvoer, monkeypatch: Aap) -> None:
    wat_niet_te_tellen_is()
    monkeypatch.setattr(in_bestand, "GRENS", 0)
    monkeypatch.setattr(in_bestand, "_BEGIN", 1000)
    assert vraag(capsys, *opdracht.split())[::2] == (
        2,
        f"Fout: 'laat.csv': er is 1 fout:\n- regel 60002 is geen UTF-8\nZie: leeruitkomsten {opdracht.split(maxsplit=1)[0]} --help\n",
    )


def test_interrupting_it_stops_the_count(capsys: Uitvoer, monkeypatch: Aap) -> None:
    gestopt, verbinding = threading.Event(), Mock()
    verbinding.query_progress.side_effect = KeyboardInterrupt
    verbinding.interrupt.side_effect = gestopt.set
    monkeypatch.setattr(duckdb, "default_connection", lambda: verbinding)
    monkeypatch.setattr(wie, "lees_bewijs", lambda *_, **__: (object(), ()))
    monkeypatch.setattr(cohort, "tel", lambda *_, **__: gestopt.wait(60))
    kijk(monkeypatch)
    code, uit, fout = vraag(capsys, "voortgang", "komma.csv")
    assert (code, uit) == (130, "")
    assert fout.endswith("Afgebroken.\n")
    assert gestopt.is_set()


def test_what_duckdb_finds_while_it_counts_is_said_in_dutch() -> None:
    def werk() -> None:
        raise duckdb.Error("CSV Error on Line: 7")

    zin = r"'x\.csv': er is 1 fout:\n- regel 7 heeft meer of minder kolommen dan de kop"
    with click.Context(click.Command("voortgang")).scope(), pytest.raises(click.UsageError, match=zin):
        bewijs.reken("x.csv", object(), werk)
