"""Keys and codes of other types are refused, with the reason."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from cohort.conftest import Motor
from leeruitkomsten import cohort

KOMMA = "In een kommagetal gaan cijfers verloren"
GEEN = r"Een sleutel is tekst of een geheel getal van hoogstens 64 bits\.(\n|$)"
WAARDEN: dict[str, tuple[list[Any], str]] = {
    "float": ([1.0, 2.5], KOMMA), "bool": ([True, False], GEEN), "decimal": ([Decimal(1), Decimal(2)], ""),
    "date": ([datetime.date(2026, 1, 1)] * 2, GEEN), "bytes": ([b"a", b"b"], GEEN),
}  # fmt: skip


@pytest.mark.parametrize("soort", WAARDEN)
def test_keys_that_are_neither_text_nor_whole_are_refused_with_the_reason(soort: str) -> None:
    waarden, reden = WAARDEN[soort]
    codes = ["WP1.1a", "WP1.1a"]
    arrow = pa.table({"student": waarden, "criterium": codes})
    tabellen = [
        [{"student": waarde, "criterium": "WP1.1a"} for waarde in waarden],
        pd.DataFrame({"student": waarden, "criterium": codes}),
        pd.DataFrame({"student": pd.Series(waarden, dtype=object), "criterium": codes}),
        arrow,
        pl.DataFrame(arrow),
        pl.LazyFrame(arrow),
        duckdb.connect().from_arrow(arrow),
    ]
    for tabel in tabellen:
        with pytest.raises(TypeError, match=f"'student' heeft het type (?s:.*){reden}"):
            cohort.voortgang(tabel, per="student")


@pytest.mark.parametrize("soort", ["double", "float", "decimal(10,0)", "boolean", "date", "binary", "array<string>"])
def test_spark_refuses_such_keys_without_computing(spark: Any, soort: str) -> None:
    leeg = spark.createDataFrame([], f"student {soort}, criterium string")
    reden = KOMMA if soort in ("double", "float", "decimal(10,0)") else GEEN
    with pytest.raises(TypeError, match=f"'student' heeft het type .*{reden}"):
        cohort.voortgang(leeg, per="student")


def test_numbers_that_became_floats_by_an_empty_cell_are_refused_by_name() -> None:
    frame = pd.DataFrame({"nummer": [2**53 + 1, None], "criterium": ["WP1.1a"] * 2})
    with pytest.raises(
        TypeError, match=r"'nummer' heeft het type float64\. .*lees die kolom in als tekst of als Int64"
    ):
        cohort.voortgang(frame, per="nummer")
    objecten = pd.DataFrame({"nummer": pd.Series([1, 2.5], dtype=object), "criterium": ["WP1.1a"] * 2})
    with pytest.raises(TypeError, match=KOMMA):
        cohort.voortgang(objecten, per="nummer")


CATEGORIEEN: dict[str, Any] = {
    "interval": pd.interval_range(0, 2), "float64": [1.5, 2.5], "bool": [True, False], "datetime64": pd.date_range("2026-01-01", periods=2),
}  # fmt: skip


@pytest.mark.parametrize("gat", [False, True])
@pytest.mark.parametrize("soort", CATEGORIEEN)
def test_categories_that_are_neither_text_nor_whole_are_refused(soort: str, gat: bool) -> None:
    sleutels = pd.Categorical.from_codes([0, -1 if gat else 1], categories=pd.Index(CATEGORIEEN[soort]))
    with pytest.raises(TypeError, match="'student' heeft het type "):
        cohort.voortgang(pd.DataFrame({"student": sleutels, "criterium": ["WP1.1a"] * 2}), per="student")


def test_what_pyarrow_has_in_yet_another_form_is_refused_by_name() -> None:
    paren: list[tuple[pa.Array, str]] = [
        (pa.RunEndEncodedArray.from_arrays([1, 2], ["a", "b"]), "run_end_encoded"), (pa.array([b"a", b"b"]), "binary"),
        (pa.array([b"a", b"b"]).dictionary_encode(), "binary"), (pa.array([["a"], ["b"]]), "list<"),
    ]  # fmt: skip
    for sleutels, soort in paren:
        tabel = pa.table({"student": sleutels, "criterium": ["WP1.1a"] * 2})
        for een in (tabel, tabel.to_batches()[0], tabel.to_pandas(types_mapper=pd.ArrowDtype)):
            with pytest.raises(TypeError, match=f"'student' heeft het type .*{soort}"):
                cohort.voortgang(een, per="student")


def test_a_reader_that_is_gone_once_read_is_refused_with_what_to_do() -> None:
    lezer = pa.table({"student": ["x"], "criterium": ["WP1.1a"]}).to_reader()
    with pytest.raises(
        TypeError, match=r"een RecordBatchReader van PyArrow .* geef de hele tabel, die \.read_all\(\) maakt"
    ):
        cohort.voortgang(lezer, per="student")
    assert cohort.voortgang(lezer.read_all(), per="student").to_pylist()[0]["aangetoond"] == 1


def test_keys_of_more_than_one_type_are_refused() -> None:
    for waarden, getoond in (([1, "1"], "int en str"), ([1, True], "bool en int"), ([1, 2.5], "float en int")):
        with pytest.raises(TypeError, match=getoond):
            cohort.voortgang([{"student": w, "criterium": "WP1.1a"} for w in waarden], per="student")
        frame = pd.DataFrame({"student": pd.Series(waarden, dtype=object), "criterium": ["WP1.1a"] * 2})
        with pytest.raises(TypeError, match="object"):
            cohort.voortgang(frame, per="student")


def test_codes_that_are_not_text_are_refused(snel: Motor) -> None:
    if snel.naam == "csv":
        pytest.skip("a CSV file has text only")
    tabel = snel.maak([(1, "WP1.1a")], ("criterium", "student"))
    with pytest.raises(TypeError, match=r"'criterium' heeft het type .*codes zijn tekst"):
        cohort.voortgang(tabel, per="student")


def test_codes_that_are_not_text_are_refused_by_spark_and_in_a_list(spark: Any) -> None:
    with pytest.raises(TypeError, match="codes zijn tekst"):
        cohort.voortgang(spark.createDataFrame([], "student string, criterium int"), per="student")
    with pytest.raises(TypeError, match="het type int en list; codes zijn tekst"):
        cohort.voortgang([{"student": 1, "criterium": ["WP1.1a"]}, {"student": 1, "criterium": 2}], per="student")
