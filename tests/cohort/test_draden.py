"""Threads that count files at once do not stand in each other's way."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from conftest import GRONDIG
from leeruitkomsten import cohort
from leeruitkomsten.cohort import in_bestand

DRADEN, KEREN = 8, 10 if GRONDIG else 2
BEWIJS = {"student": ["x", "x", "y", "z"] * 500, "criterium": ["WP1.1a", "WP1.2a", "WP1.1a", "weg"] * 500}
LANG = [("x", "WP1", 2, 4), ("y", "WP1", 1, 4)]


@pytest.fixture(params=["csv", "csv groot", "parquet"])
def pad(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    soort, _, groot = request.param.partition(" ")
    if groot:
        monkeypatch.setattr(in_bestand, "GRENS", -1)
    gekozen = tmp_path / f"bewijs.{soort}"
    frame = pl.DataFrame(BEWIJS)
    frame.write_csv(gekozen) if soort == "csv" else frame.write_parquet(gekozen)
    return gekozen


def per_draad(taak: Callable[[int], Any]) -> list[Any]:
    """What all threads gave, each of them `KEREN` times, who began at the same time."""
    samen = threading.Barrier(DRADEN)

    def draad(_: int) -> list[Any]:
        samen.wait()
        return [taak(keer) for keer in range(KEREN)]

    with ThreadPoolExecutor(DRADEN) as draden:
        return [antwoord for antwoorden in draden.map(draad, range(DRADEN)) for antwoord in antwoorden]


@pytest.mark.dagelijks("csv groot")
def test_threads_count_a_file_at_once(pad: Path) -> None:
    def taak(keer: int) -> Any:
        if keer % 2:
            telling = cohort.tel(pad, per="student", onbekend="apart")
            assert telling.per_criterium().fetchall()[0] == ("WP1.1a", 2, 3)
            assert telling.weggelaten.onbekend == (("weg", 500),)
            return sorted(telling.voortgang().fetchall())
        return sorted(cohort.voortgang(pad, per="student", onbekend="apart").fetchall())

    assert per_draad(taak) == [LANG] * DRADEN * KEREN


def test_threads_may_be_the_first_to_ask_for_duckdb(pad: Path) -> None:
    programma = f"""
from concurrent.futures import ThreadPoolExecutor
from leeruitkomsten import cohort
def taak(_):
    return sorted(cohort.voortgang({str(pad)!r}, per="student", onbekend="apart").fetchall())
with ThreadPoolExecutor({DRADEN}) as draden:
    assert list(draden.map(taak, range({DRADEN}))) == [{LANG!r}] * {DRADEN}
"""
    subprocess.run([sys.executable, "-c", programma], check=True)


def test_an_answer_keeps_its_connection(pad: Path) -> None:
    antwoord = cohort.voortgang(pad, per="student", onbekend="apart")
    breed = cohort.tel(pad, per="student", onbekend="apart").voortgang(breed=True)
    gc.collect()
    assert sorted(antwoord.filter("aangetoond > 1").fetchall()) == LANG[:1]
    assert [len(tabel.fetchall()) for tabel in (antwoord, breed)] == [2, 3]


def test_a_file_is_counted_while_the_users_own_connection_is_busy(pad: Path) -> None:
    duckdb.execute("SELECT * FROM range(100_000)")
    assert sorted(cohort.voortgang(pad, per="student", onbekend="apart").fetchall()) == LANG
    assert len(duckdb.fetchall()) == 100_000


def test_settings_of_the_users_connection_hold(pad: Path) -> None:
    duckdb.execute("CREATE MACRO mijn_zeven() AS 7")
    try:
        antwoord = cohort.voortgang(pad, per="student", onbekend="apart")
        assert antwoord.project("mijn_zeven()").fetchall() == [(7,)] * 2
    finally:
        duckdb.execute("DROP MACRO mijn_zeven")


def test_a_relation_stays_in_the_connection_it_came_from() -> None:
    verbinding = duckdb.connect()
    verbinding.execute("CREATE TABLE t AS SELECT 'x' AS student, 'WP1.1a' AS criterium")
    antwoord = cohort.voortgang(verbinding.table("t"), per="student").set_alias("antwoord")
    assert antwoord.join(verbinding.table("t"), "student").fetchall() == [("x", "WP1", 1, 4, "WP1.1a")]
