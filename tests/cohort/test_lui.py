"""What is lazy is computed when its user asks for it; a Telling goes through the evidence once."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from cohort.conftest import Motor
from leeruitkomsten import cohort, laad

BEWIJS = {"student": ["x", "x", "y"], "criterium": ["WP1.1a", "WP1.2a", "WP1.1a"]}
LANG = [("x", "WP1", 2, 4), ("y", "WP1", 1, 4)]
VRAGEN: list[Callable[[Any], Any]] = [
    lambda tabel: cohort.voortgang(tabel, per="student"),
    lambda tabel: cohort.voortgang(tabel, per="student", breed=True),
    lambda tabel: cohort.per_criterium(tabel, per="student"),
    lambda tabel: cohort.onbekende_codes(tabel, per="student"),
]


def stuk(_: pl.DataFrame) -> pl.DataFrame:
    raise RuntimeError("boem")


@pytest.mark.parametrize("vraag", VRAGEN)
def test_a_lazyframe_is_not_computed_at_the_call(vraag: Callable[[Any], Any]) -> None:
    antwoord = vraag(pl.LazyFrame(BEWIJS).map_batches(stuk))
    with pytest.raises(RuntimeError, match="boem"):
        antwoord.collect()


@pytest.mark.parametrize("vraag", VRAGEN)
def test_a_relation_is_not_computed_at_the_call(vraag: Callable[[Any], Any]) -> None:
    bron = "SELECT CASE WHEN i >= 0 THEN error('boem') ELSE 'x' END AS student, 'WP1.1b' AS criterium FROM range(3) AS t(i)"
    antwoord = vraag(duckdb.connect().sql(bron).filter("student <> ''"))
    with pytest.raises(duckdb.InvalidInputException, match="boem"):
        antwoord.fetchall()


def test_a_dataframe_of_spark_is_not_computed_at_the_call(spark: Any) -> None:
    bron = "SELECT raise_error('boem') AS student, concat('WP1.1', id) AS criterium FROM range(3)"
    tabel = spark.sql(bron).selectExpr("CAST(student AS STRING) AS student", "criterium")
    antwoord = [vraag(tabel) for vraag in VRAGEN]
    with pytest.raises(Exception, match="boem"):
        antwoord[0].collect()


def test_spark_moves_the_evidence_over_the_cluster_once(spark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = spark.createDataFrame(
        [("x", "WP1.1a", datetime.date(2026, 11, 24))], "student STRING, criterium STRING, datum DATE"
    )
    for antwoord in (cohort.voortgang(tabel, per="student"), cohort.groei(tabel, per="student")):
        antwoord.explain()
        # What has not run yet stands there once; numbers, such as the first period, are sent to all (Broadcast) or to one.
        assert len(re.findall(r"Exchange (?:hash|range)partitioning", capsys.readouterr().out)) == 1


@pytest.mark.parametrize("vraag", VRAGEN)
def test_a_file_is_read_when_its_lines_are_asked_for(vraag: Callable[[Any], Any], tmp_path: Path) -> None:
    pad = tmp_path / "bewijs.parquet"
    pl.DataFrame(BEWIJS).write_parquet(pad)
    antwoord = vraag(pad)
    pad.unlink()
    with pytest.raises(duckdb.IOException):
        antwoord.fetchall()


def test_a_lazyframe_is_gone_through_once_for_all_answers() -> None:
    keren: list[int] = []

    def geteld(frame: pl.DataFrame) -> pl.DataFrame:
        keren.append(1)
        return frame

    tabel = pl.LazyFrame(BEWIJS).map_batches(geteld)
    telling = cohort.tel(tabel, per="student")
    assert keren == [1]
    assert telling.voortgang().sort("student").collect().rows() == LANG
    assert telling.per_criterium().collect().rows()[:2] == [("WP1.1a", 2, 2), ("WP1.2a", 1, 2)]
    assert keren == [1]
    assert cohort.voortgang(tabel, per="student").sort("student").collect().rows() == LANG
    assert keren == [1, 1]


def test_a_telling_of_a_file_no_longer_needs_it(tmp_path: Path) -> None:
    pad = tmp_path / "bewijs.parquet"
    pl.DataFrame(BEWIJS).write_parquet(pad)
    telling = cohort.tel(pad, per="student")
    pad.unlink()
    assert sorted(telling.voortgang().fetchall()) == LANG
    assert telling.per_criterium().fetchall()[:2] == [("WP1.1a", 2, 2), ("WP1.2a", 1, 2)]


def test_a_telling_of_spark_no_longer_needs_the_evidence(spark: Any, tmp_path: Path) -> None:
    map_ = tmp_path / "bewijs"
    map_.mkdir()
    pl.DataFrame(BEWIJS).write_parquet(map_ / "deel.parquet")
    telling = cohort.tel(spark.read.parquet(str(map_)), per="student")
    shutil.rmtree(map_)
    assert sorted(tuple(rij) for rij in telling.voortgang().collect()) == LANG


@pytest.mark.parametrize("motor", ["auto", "in-memory", "streaming"])
def test_any_engine_of_polars_collects_the_answer(motor: Any) -> None:
    antwoord = cohort.voortgang(pl.LazyFrame(BEWIJS), per="student")
    assert antwoord.sort("student").collect(engine=motor).rows() == LANG
    assert antwoord.filter(pl.col("student") == "y").collect(engine=motor).rows() == LANG[1:]
    assert antwoord.select(pl.col("aangetoond").sum()).collect(engine=motor).item() == 3


def test_lazy_answers_stand_apart_from_each_other() -> None:
    verbinding = duckdb.connect()
    bronnen = [verbinding.sql(f"SELECT '{naam}' AS student, 'WP1.1a' AS criterium") for naam in "ab"]
    lui = [cohort.voortgang(bron, per="student") for bron in bronnen]
    geteld = [cohort.tel(bron, per="student") for bron in bronnen]
    assert [antwoord.fetchall()[0][0] for antwoord in lui] == ["a", "b"]
    assert [telling.voortgang().fetchall()[0][0] for telling in geteld] == ["a", "b"]
    samen = lui[0].set_alias("een").join(lui[1].set_alias("ander"), "een.student <> ander.student")
    assert len(samen.fetchall()) == 1


@pytest.mark.parametrize("naam", ["bewijs", "maskers", "codes", "eenheden", "samen"])
def test_tables_of_the_user_are_left_alone(naam: str) -> None:
    verbinding = duckdb.connect()
    verbinding.execute(f"CREATE TABLE {naam} AS SELECT 'mijn' AS sleutel, 'WP2.1a' AS code, 0 AS m0, 0 AS m1")
    verbinding.execute(
        "CREATE TABLE t AS SELECT unnest(['x', 'x', 'y']) AS student, unnest($1) AS criterium", [BEWIJS["criterium"]]
    )
    tabel = verbinding.table("t")
    telling = cohort.tel(tabel, per="student")
    assert sorted(cohort.voortgang(tabel, per="student").fetchall()) == LANG
    assert sorted(telling.voortgang().fetchall()) == LANG
    assert telling.per_criterium().fetchall()[0] == ("WP1.1a", 2, 2)
    assert verbinding.sql("SELECT table_name FROM information_schema.tables ORDER BY 1").fetchall() == sorted(
        [(naam,), ("t",)]
    )
    assert verbinding.table(naam).fetchall() == [("mijn", "WP2.1a", 0, 0)]


def test_a_table_named_as_one_of_the_query_can_be_the_evidence() -> None:
    verbinding = duckdb.connect()
    verbinding.execute("CREATE TABLE bewijs AS SELECT 'x' AS student, 'WP1.1a' AS criterium")
    assert cohort.voortgang(verbinding.table("bewijs"), per="student").fetchall() == [("x", "WP1", 1, 4)]


def test_a_telling_says_of_what_it_is(snel: Motor) -> None:
    telling = cohort.tel(snel.maak([("x", "WP1.1a")]), per="student")
    assert repr(telling) == "<Telling per student, werkplekleren 1.0>"
    assert telling.kenmerk == laad().kenmerk
    assert telling.leeruitkomsten == laad().leeruitkomsten
