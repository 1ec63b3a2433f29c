"""What cannot be counted is refused, with every fault, in each engine's way."""

from __future__ import annotations

import pickle
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from cohort.conftest import Motor
from cohort.tabellen import Regels
from leeruitkomsten import OnbekendBewijs, OnbekendeCode, OngeldigBewijs, cohort

FOUT: Regels = [
    ("x", "WP1.1a"), ("y", "wp1.1a"), ("y", "wp1.1a"), ("y", "WP1.1"), ("y", "b"), ("y", "c"), ("y", "d"), ("y", "e"),
]  # fmt: skip
MOTORFOUT = {
    "duckdb": duckdb.InvalidInputException,
    "dataset": duckdb.InvalidInputException,
    "parquet": duckdb.InvalidInputException,
    "csv": duckdb.InvalidInputException,
}


def motorfout(motor: Motor) -> type[Exception]:
    if motor.naam == "spark":
        from pyspark.errors import PySparkException

        return PySparkException
    return MOTORFOUT[motor.naam]


def weigert_bij_het_rekenen(motor: Motor, tabel: Any, woorden: list[str]) -> None:
    """A lazy engine has an error of its own, raised when it computes, that names these."""
    for vraag in (cohort.voortgang, cohort.per_criterium):
        if vraag is cohort.per_criterium and motor.naam == "spark":
            continue
        antwoord = vraag(tabel, per="student")
        with pytest.raises(motorfout(motor)) as fout:
            motor.lees(antwoord)
        assert all(woord in str(fout.value) for woord in woorden), str(fout.value)


def fouten(motor: Motor, tabel: Any, **rest: Any) -> list[OngeldigBewijs]:
    """The error of each question that raises one of this library."""
    gevonden = []
    for vraag in (
        (cohort.tel,) if motor.naam in {*MOTORFOUT, "spark"} else (cohort.tel, cohort.voortgang, cohort.per_criterium)
    ):
        with pytest.raises(OngeldigBewijs) as fout:
            motor.lees(vraag(tabel, per="student", **rest))
        gevonden.append(fout.value)
    return gevonden


def test_unknown_codes_are_refused_with_a_sample_and_a_count(motor: Motor) -> None:
    tabel = motor.maak(FOUT)
    for fout in fouten(motor, tabel):
        assert isinstance(fout, OnbekendBewijs)
        assert isinstance(fout, OnbekendeCode)
        assert [(een.code, regels) for een, regels in fout.voorbeelden] == [
            ("wp1.1a", 2), ("WP1.1", 1), ("b", 1), ("c", 1), ("d", 1),
        ]  # fmt: skip
        assert (fout.codes, fout.regels, fout.leeg) == (6, 7, ())
        assert (fout.code, fout.gevraagd, fout.soort) == ("wp1.1a", "succescriterium", "schrijfwijze")
        assert fout.suggesties == ("WP1.1a",)
        assert [een.code for een in fout.verder] == ["WP1.1", "b", "c", "d"]
        assert "'wp1.1a' is geen succescriterium van dit raamwerk; bedoelde je 'WP1.1a'" in str(fout)
        assert "en nog 1 andere" in str(fout)
        assert pickle.loads(pickle.dumps(fout)) == fout
    if motor.naam in {*MOTORFOUT, "spark"}:
        weigert_bij_het_rekenen(motor, tabel, ["student", "'y'", "7 regel(s)", "'b'", "1.0"])


def test_a_successor_is_named_where_a_code_has_ended(snel: Motor, klein: Any) -> None:
    with pytest.raises(OnbekendBewijs) as fout:
        cohort.tel(snel.maak([("x", "A1.9z")]), per="student", raamwerk=klein)
    assert fout.value.voorbeelden[0][0].code == "A1.9z"


def test_empty_cells_are_refused_by_column(motor: Motor) -> None:
    for leeg, regels in (
        ((("student", 2),), [(None, "WP1.1a"), (None, "WP1.1a"), ("x", "WP1.1a")]),
        ((("criterium", 1),), [("x", None), ("y", "WP1.1a")]),
        ((("student", 1), ("criterium", 2)), [(None, None), ("y", None)]),
    ):
        if motor.naam == "csv" and (None, None) in regels:
            continue  # a line without anything is no line there
        tabel = motor.maak(regels)
        for fout in fouten(motor, tabel):
            assert (type(fout), fout.leeg) == (OngeldigBewijs, leeg)
            assert all(f"{kolom!r} is leeg in {n} regel" in str(fout) for kolom, n in leeg)
        if motor.naam in {*MOTORFOUT, "spark"} and len(leeg) == 1:
            weigert_bij_het_rekenen(motor, tabel, [f"kolom '{leeg[0][0]}'", "leeg"])


def test_an_empty_key_is_refused_where_codes_are_set_apart_too(motor: Motor) -> None:
    tabel = motor.maak([("x", None), (None, "WP1.1a"), (None, "onbekend"), ("z", "WP1.1a")])
    for fout in fouten(motor, tabel, onbekend="apart"):
        assert (type(fout), fout.leeg) == (OngeldigBewijs, (("student", 2),))
    if motor.naam in {*MOTORFOUT, "spark"}:
        with pytest.raises(motorfout(motor), match=r"kolom 'student' is ergens leeg"):
            motor.lees(cohort.voortgang(tabel, per="student", onbekend="apart"))


def test_every_fault_stands_in_one_error(snel: Motor) -> None:
    with pytest.raises(OnbekendBewijs) as fout:
        cohort.tel(snel.maak([("x", None), (None, "onbekend"), ("z", "WP1.1a")]), per="student")
    assert fout.value.leeg == (("student", 1), ("criterium", 1))
    assert (fout.value.codes, fout.value.regels) == (1, 1)


def test_a_column_without_any_code_is_empty(snel: Motor) -> None:
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.tel(snel.maak([("x", None), ("y", None)]), per="student")
    assert fout.value.leeg == (("criterium", 2),)


def test_codes_of_the_null_type_of_spark_are_empty(spark: Any) -> None:
    relatie = duckdb.connect().sql("SELECT 'x' AS student, NULL AS criterium")
    tabellen = [
        pa.table({"student": ["x"], "criterium": pa.nulls(1)}),
        pl.DataFrame({"student": ["x"], "criterium": [None]}),
        pd.DataFrame({"student": ["x"], "criterium": [None]}),
        relatie,
        spark.sql("SELECT 'x' AS student, NULL AS criterium"),
    ]
    for tabel in tabellen:
        with pytest.raises(OngeldigBewijs) as fout:
            cohort.tel(tabel, per="student")
        assert fout.value.leeg == (("criterium", 1),)


def test_an_empty_text_is_a_key(snel: Motor) -> None:
    if snel.naam in ("csv", "parquet"):
        pytest.skip("an empty text and an empty cell are the same in a file")
    assert snel.lees(cohort.voortgang(snel.maak([("", "WP1.1a")]), per="student"))[1] == [("", "WP1", 1, 4)]


@pytest.mark.dagelijks("lijst", "polars", "duckdb")
@pytest.mark.parametrize("wit", ["", " ", "\t\u2028\u3000\x85"])
def test_white_space_is_an_empty_cell_and_not_an_unknown_code(motor: Motor, wit: str) -> None:
    tabel = motor.maak([("x", wit), ("x", wit), ("y", "WP1.1a")])
    for fout in fouten(motor, tabel):
        assert (type(fout), fout.leeg) == (OngeldigBewijs, (("criterium", 2),))
    if motor.naam in {*MOTORFOUT, "spark"}:
        weigert_bij_het_rekenen(motor, tabel, ["'x'", "kolom 'criterium' ergens leeg"])
    assert motor.lees(cohort.onbekende_codes(tabel, per="student"))[1] == []


def test_a_column_that_is_not_there_is_refused_with_those_that_are(motor: Motor) -> None:
    tabel = motor.maak([("x", "WP1.1a")])
    with pytest.raises(ValueError, match="'studnt'") as fout:
        cohort.voortgang(tabel, per="studnt")
    assert "'student'" in str(fout.value)
    assert "'criterium'" in str(fout.value)
    with pytest.raises(ValueError, match="'code'") as fout:
        cohort.voortgang(tabel, per="student", criterium="code")
    assert "'student'" in str(fout.value)
    assert "'criterium'" in str(fout.value)


def test_a_line_without_a_column_is_named() -> None:
    regels = [{"student": 1, "criterium": "WP1.1a"}, {"datum": 2}]
    with pytest.raises(ValueError, match="in regel 2 ontbreekt 'student' en 'criterium'"):
        cohort.voortgang(regels, per="student")


@pytest.mark.parametrize(
    ("kolom", "keuze"),
    [
        ("totaal", {}), ("aangetoond", {}), ("leeruitkomst", {}), ("evl", {"eenheid": "evl"}),
        ("WP1", {"breed": True}), ("EvL1", {"breed": True, "eenheid": "evl"}),
    ],
)  # fmt: skip
def test_a_key_named_as_a_column_of_the_answer_is_refused(snel: Motor, kolom: str, keuze: dict[str, Any]) -> None:
    tabel = snel.maak([("x", "WP1.1a")], (kolom, "criterium"))
    with pytest.raises(ValueError, match=f"'{kolom}' een andere naam"):
        cohort.voortgang(tabel, per=kolom, **keuze)
    with pytest.raises(ValueError, match=f"'{kolom}' een andere naam"):
        cohort.tel(tabel, per=kolom).voortgang(**keuze)


def test_codes_named_as_the_other_column_of_the_answer_are_refused(snel: Motor) -> None:
    with pytest.raises(ValueError, match="'regels' een andere naam"):
        cohort.onbekende_codes(snel.maak([("x", "b")], ("student", "regels")), per="student", criterium="regels")


def test_values_of_keywords_are_checked_before_the_table(snel: Motor) -> None:
    tabel = snel.maak([("x", "onbekend")])
    with pytest.raises(ValueError, match="onbekend='weg' kan niet; kies uit: 'fout' of 'apart'"):
        cohort.tel(tabel, per="student", onbekend="weg")
    with pytest.raises(ValueError, match="eenheid='cel' kan niet; kies uit: 'leeruitkomst'"):
        cohort.voortgang(tabel, per="student", eenheid="cel")
    with pytest.raises(ValueError, match="twee verschillende kolommen"):
        cohort.per_criterium(tabel, per="criterium")


@pytest.mark.parametrize("bewijs", [None, 3, {"student": ["x"]}, [("x", "WP1.1a")], iter(()), b"pad", pd.Series([1])])
def test_other_kinds_of_table_are_refused(bewijs: Any) -> None:
    with pytest.raises(TypeError, match=f"een {type(bewijs).__name__} is geen tabel"):
        cohort.voortgang(bewijs, per="student")


def test_pandas_on_spark_is_refused() -> None:
    klasse = type("DataFrame", (), {"__module__": "pyspark.pandas.frame"})
    with pytest.raises(TypeError, match="een DataFrame is geen tabel"):
        cohort.voortgang(klasse(), per="student")
