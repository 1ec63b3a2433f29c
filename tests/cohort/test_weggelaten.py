"""What was left out of a count is said: of the lines that were counted, and of no others."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import attrs
import duckdb
import polars as pl
import pytest

from leeruitkomsten import cohort, laad
from leeruitkomsten.cohort import Weggelaten

BEWIJS = {"student": ["x", "y", "y", "z", "z"], "criterium": ["WP1.1a", "wp1.1a", None, "weg", "wp1.1a"]}
KENMERK = laad().kenmerk


def weggelaten(totaal: int, leeg: int, *onbekend: tuple[str, int]) -> Weggelaten:
    return Weggelaten(KENMERK, totaal, leeg, onbekend)


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        (weggelaten(0, 0), "niets weggelaten van 0 regels"),
        (weggelaten(1, 0), "niets weggelaten van 1 regel"),
        (weggelaten(1, 1), "1 van 1 regel telt niet mee: 1 zonder code"),
        (weggelaten(2, 0, ("b", 1)), "1 van 2 regels telt niet mee: 1 met een code die niet bestaat ('b' 1 ×)"),
        (
            weggelaten(16_111, 14, ("wp1.1a", 1250), ("b", 50)),
            "1.314 van 16.111 regels tellen niet mee: 1.300 met een code die niet bestaat ('wp1.1a' 1.250 ×, 'b' 50 ×), "
            "14 zonder code",
        ),
        (
            weggelaten(9, 0, *((code, 1) for code in "abcdefg")),
            "7 van 9 regels tellen niet mee: 7 met een code die niet bestaat ('a' 1 ×, 'b' 1 ×, 'c' 1 ×, 'd' 1 ×, 'e' 1 × "
            "en nog 2 andere)",
        ),
    ],
)
def test_it_says_in_one_sentence_how_much_and_why(wat: Weggelaten, zin: str) -> None:
    assert str(wat) == zin


def test_it_is_plain_data_in_the_order_of_how_often() -> None:
    wat = cohort.tel(pl.DataFrame(BEWIJS), per="student", onbekend="apart").weggelaten
    assert (wat.regels_totaal, wat.regels, wat.regels_onbekend, wat.leeg) == (5, 4, 3, 1)
    assert wat.als_dict() == {
        "kenmerk": KENMERK.als_dict(), "regels_totaal": 5, "regels": 4, "leeg": 1,
        "onbekend": [{"criterium": "wp1.1a", "regels": 2}, {"criterium": "weg", "regels": 1}],
        "buiten": 0, "studenten_buiten": 0, "later": 0, "zonder_datum": 0,
    }  # fmt: skip
    assert wat.records() == [
        {"criterium": "wp1.1a", "regels": 2, "reden": "onbekend"},
        {"criterium": "weg", "regels": 1, "reden": "onbekend"},
        {"criterium": None, "regels": 1, "reden": "leeg"},
    ]
    assert weggelaten(2, 0, ("b", 1)).records() == [{"criterium": "b", "regels": 1, "reden": "onbekend"}]


def test_it_is_a_value_that_cannot_be_changed() -> None:
    een, ander = weggelaten(5, 1, ("b", 2)), weggelaten(5, 1, ("b", 2))
    assert (een, hash(een)) == (ander, hash(ander))
    assert een != weggelaten(6, 1, ("b", 2))
    assert pickle.loads(pickle.dumps(een)) == een
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        een.leeg = 0  # what is to be refused


def test_it_draws_itself() -> None:
    wat = weggelaten(5000, 1200, ("<b>", 2))
    assert wat._repr_html_().count("&lt;b&gt;") == 2
    assert "(leeg)</th><td" in wat._repr_html_()
    assert "1.200" in wat._repr_html_()
    assert repr(weggelaten(1, 0)) == "<Weggelaten niets weggelaten van 1 regel>"


@pytest.mark.parametrize("einde", ["parquet", "csv"])
def test_a_file_need_not_be_there_any_more(einde: str, tmp_path: Path) -> None:
    pad = tmp_path / f"bewijs.{einde}"
    frame = pl.DataFrame(BEWIJS)
    frame.write_csv(pad) if einde == "csv" else frame.write_parquet(pad)
    telling = cohort.tel(pad, per="student", onbekend="apart")
    pad.unlink()
    assert telling.weggelaten == weggelaten(5, 1, ("wp1.1a", 2), ("weg", 1))


@pytest.mark.parametrize("omgang", ["fout", "apart"])
def test_a_lazyframe_is_gone_through_once(omgang: Any) -> None:
    keren: list[int] = []

    def geteld(frame: pl.DataFrame) -> pl.DataFrame:
        keren.append(1)
        return frame

    bewijs = BEWIJS if omgang == "apart" else {"student": ["x"], "criterium": ["WP1.1a"]}
    telling = cohort.tel(pl.LazyFrame(bewijs).map_batches(geteld), per="student", onbekend=omgang)
    assert telling.weggelaten.regels_totaal == len(bewijs["student"])
    assert telling.voortgang().collect().height == 1
    assert keren == [1]


def test_it_is_of_the_lines_that_were_counted_where_each_reading_gives_others() -> None:
    bron = "SELECT i AS student, CASE WHEN random() < 0.5 THEN 'WP1.1a' ELSE 'weg' END AS criterium FROM range(500) AS t(i)"
    telling = cohort.tel(duckdb.connect().sql(bron), per="student", onbekend="apart")
    getoond = len(telling.voortgang().fetchall())
    assert telling.weggelaten == weggelaten(500, 0, ("weg", 500 - getoond))


def test_spark_says_it_too(spark: Any) -> None:
    regels = list(zip(*BEWIJS.values(), strict=True))
    tabel = spark.createDataFrame([*regels, ("z", " \u3000")], "student string, criterium string")
    telling = cohort.tel(tabel, per="student", onbekend="apart")
    assert telling.weggelaten == weggelaten(6, 2, ("wp1.1a", 2), ("weg", 1))
    assert sorted(tuple(rij) for rij in telling.voortgang(eenheid="evl", breed=True).collect()) == [
        ("x", 1, 0, 0, 0), ("y", 0, 0, 0, 0), ("z", 0, 0, 0, 0),
    ]  # fmt: skip
