"""What type checkers believe of `leeruitkomsten.cohort`: the answer is of the kind that was given; runs as a program too."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Literal, assert_type, cast

import duckdb
import pandas as pd
import polars as pl
from duckdb import DuckDBPyRelation

import leeruitkomsten as lu
from leeruitkomsten import cohort
from leeruitkomsten.cohort.soorten import Frame

regels = [{"student": 1, "criterium": "WP1.1a"}]
pad = Path(tempfile.mkdtemp(), "bewijs.csv")
pad.write_text("student,criterium\n1,WP1.1a\n", encoding="utf-8")
eenheid: Literal["evl", "criterium"] = "evl"

uit_lijst = cohort.voortgang(regels, per="student")
assert_type(uit_lijst, list[dict[str, Any]])
assert_type(cohort.voortgang(tuple(regels), per="student", eenheid=eenheid), list[dict[str, Any]])
assert_type(cohort.voortgang([], per="student", breed=True), list[dict[str, Any]])
assert_type(cohort.per_criterium(regels, per="student", onbekend="apart"), list[dict[str, Any]])
assert_type(cohort.onbekende_codes(regels, per="student", raamwerk=lu.laad()), list[dict[str, Any]])
assert_type(cohort.tel(regels, per="student"), cohort.Telling[list[dict[str, Any]]])
assert_type(cohort.tel(regels, per="student").per_criterium(), list[dict[str, Any]])

uit_bestand = cohort.voortgang(pad, per="student")
assert_type(uit_bestand, DuckDBPyRelation)
assert_type(cohort.voortgang(str(pad), per="student", breed=True), DuckDBPyRelation)
assert_type(cohort.per_criterium(pad, per="student"), DuckDBPyRelation)
assert_type(cohort.onbekende_codes(pad, per="student"), DuckDBPyRelation)
assert_type(cohort.tel(pad, per="student"), cohort.Telling[DuckDBPyRelation])
assert_type(cohort.tel(pad, per="student").voortgang(eenheid="evl"), DuckDBPyRelation)

assert_type(cohort.voortgang(duckdb.read_csv(pad), per="student"), DuckDBPyRelation)
assert_type(cohort.voortgang(pd.DataFrame(regels), per="student"), pd.DataFrame)
assert_type(cohort.voortgang(pl.DataFrame(regels), per="student"), pl.DataFrame)
assert_type(cohort.per_criterium(pl.LazyFrame(regels), per="student"), pl.LazyFrame)
assert_type(cohort.onbekende_codes(pl.LazyFrame(regels), per="student"), pl.LazyFrame)
assert_type(cohort.tel(pl.LazyFrame(regels), per="student"), cohort.Telling[pl.LazyFrame])
assert_type(cohort.tel(pl.LazyFrame(regels), per="student").voortgang(), pl.LazyFrame)


def van_beide(bewijs: pd.DataFrame | str) -> pd.DataFrame | DuckDBPyRelation:
    """Return the answer for what may be a frame or a path."""
    return cohort.voortgang(bewijs, per="student")


def van_elk(bewijs: Frame) -> set[type]:
    """Return the types of all answers to a table."""
    telling = cohort.tel(bewijs, per="student")
    los = [vraag(bewijs, per="student") for vraag in (cohort.voortgang, cohort.per_criterium, cohort.onbekende_codes)]
    return {
        type(antwoord)
        for antwoord in (*los, telling.voortgang(), telling.voortgang(breed=True), telling.per_criterium())
    }


assert van_elk(cast(Frame, regels)) == van_elk(cast(Frame, tuple(regels))) == {list}
assert (
    van_elk(cast(Frame, pad)) == van_elk(cast(Frame, str(pad))) == van_elk(duckdb.read_csv(pad)) == {DuckDBPyRelation}
)
assert van_elk(pd.DataFrame(regels)) == {pd.DataFrame}
assert van_elk(pl.DataFrame(regels)) == {pl.DataFrame}
assert van_elk(pl.LazyFrame(regels)) == {pl.LazyFrame}
assert {type(regel) for regel in uit_lijst} == {dict}
