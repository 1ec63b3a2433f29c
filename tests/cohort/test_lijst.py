"""The list of students, of whatever kind it is: who counts, and what is said of who does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pytest

import leeruitkomsten as lu
from cohort.conftest import Motor
from leeruitkomsten import OngeldigBewijs, OngeldigeVraag, VerkeerdType, cohort
from leeruitkomsten.cohort.lijst import lees_rooster

BEWIJS = [{"student": 1, "criterium": "WP1.1a"}]
KLAS = [{"student": nummer, "klas": klas} for nummer, klas in ((2, "B"), (1, "A"), (2, "B"))]
FRAME = pd.DataFrame(KLAS)
TABELLEN: dict[str, Any] = {
    "dicts": KLAS,
    "pandas": FRAME,
    "polars": pl.DataFrame(KLAS),
    "polars lui": pl.LazyFrame(KLAS),
    "pyarrow": pa.Table.from_pylist(KLAS),
    "batch": pa.RecordBatch.from_pylist(KLAS),
    "dataset": ds.dataset(pa.Table.from_pylist(KLAS)),
    "duckdb": duckdb.connect().from_arrow(pa.Table.from_pylist(KLAS)),
}
KOLOMMEN: dict[str, Any] = {
    "lijst": [2, 1, 2],
    "tuple": (2, 1),
    "set": {1, 2},
    "keys": {2: "B", 1: "A"}.keys(),
    "generator": (nummer for nummer in (2, 1)),
    "Series van pandas": FRAME["student"],
    "met een index": pd.Series([2, 1], index=[7, 7], dtype="Int64"),
    "categorieën": pd.Series([2, 1], dtype="category"),
    "Series van Polars": pl.Series([2, 1]),
    "Array": pa.array([2, 1]),
    "ChunkedArray": pa.chunked_array([[2], [1]]),
    "NumPy": np.array([2, 1]),
}


@pytest.mark.parametrize("soort", [*TABELLEN, *KOLOMMEN])
def test_a_list_may_be_of_any_kind(soort: str) -> None:
    lijst = (TABELLEN | KOLOMMEN)[soort]
    antwoord = cohort.voortgang(BEWIJS, per="student", studenten=lijst, eenheid="evl", breed=True)
    assert [(regel["student"], regel["EvL1"]) for regel in antwoord] == [(1, 1), (2, 0)]


@pytest.mark.parametrize("soort", TABELLEN)
def test_a_table_says_of_which_group_everybody_is(soort: str) -> None:
    antwoord = cohort.per_criterium(BEWIJS, per="student", studenten=TABELLEN[soort], groep="klas")
    assert [tuple(regel.values()) for regel in antwoord if regel["criterium"] == "WP1.1a"] == [
        ("A", "WP1.1a", 1, 1),
        ("B", "WP1.1a", 0, 1),
    ]


@pytest.mark.parametrize("naam", ["klas.csv", "klas.parquet"])
def test_a_list_may_be_a_file(tmp_path: Path, naam: str) -> None:
    pad = tmp_path / naam
    klas = pl.DataFrame(KLAS).cast(pl.String)
    (klas.write_csv if naam == "klas.csv" else klas.write_parquet)(pad)
    bewijs = [{"student": "1", "criterium": "WP1.1a"}]
    assert cohort.tel(bewijs, per="student", studenten=pad).noemer == (
        "van 2 op de lijst van studenten, van wie 1 zonder bewijs"
    )
    gelezen = lu.lees_tabel(tmp_path / "klas.csv", "student") if naam == "klas.csv" else [{"student": "1"}]
    assert cohort.tel(bewijs, per="student", studenten=gelezen).totaal == (2 if naam == "klas.csv" else 1)


def test_a_list_may_be_of_spark(spark: Any) -> None:
    lijst = spark.createDataFrame([("B", 2), ("A", 1)], "klas string, student int")
    assert lees_rooster(lijst, ["student"], ["student", "klas"]).regels == [(2, "B"), (1, "A")]
    tabel = spark.createDataFrame([(1, "WP1.1a"), (3, "WP1.1a")], "student int, criterium string")
    with pytest.raises(OngeldigeVraag, match="is er wel bewijs: student 3; zet ze"):
        cohort.tel(tabel, per="student", studenten=lijst)
    with pytest.raises(Exception, match="student '3' heeft bewijs en staat niet bij studenten"):
        cohort.voortgang(tabel, per="student", studenten=lijst).collect()


def test_who_is_not_on_the_list_is_named(snel: Motor) -> None:
    tabel = snel.maak([(nummer, "WP1.1a") for nummer in range(1, 9)])
    lijst = snel.maak([(1,)], ("student",))
    with pytest.raises(OngeldigeVraag) as fout:
        cohort.tel(tabel, per="student", studenten=lijst)
    assert fout.value.gegevens["aantal"] == 7
    tekst = snel.naam == "csv"
    genoemd = "; ".join(f"student {str(n) if not tekst else repr(str(n))}" for n in range(2, 7))
    assert f"is er wel bewijs: {genoemd}; en nog 2; zet ze op de lijst" in str(fout.value)
    with pytest.raises(Exception, match="niet bij studenten"):
        snel.lees(cohort.voortgang(tabel, per="student", studenten=lijst))
    telling = cohort.tel(tabel, per="student", studenten=lijst, onbekend="apart")
    assert (telling.totaal, telling.weggelaten.buiten, telling.weggelaten.studenten_buiten) == (1, 7, 7)
    assert str(telling.weggelaten) == "7 van 8 regels tellen niet mee: 7 van 7 studenten buiten de lijst"
    assert telling.weggelaten.records() == [{"criterium": None, "regels": 7, "reden": "niet_op_lijst"}]
    assert "niet op de lijst van studenten" in telling.weggelaten._repr_html_()
    assert len(snel.lees(cohort.voortgang(tabel, per="student", studenten=lijst, onbekend="apart"))[1]) == 1


def test_one_student_outside_the_list_is_one() -> None:
    telling = cohort.tel(BEWIJS, per="student", studenten=[2], onbekend="apart")
    assert str(telling.weggelaten) == "1 van 1 regel telt niet mee: 1 van 1 student buiten de lijst"
    assert telling.noemer == "van 1 op de lijst van studenten, van wie 1 zonder bewijs"


def test_an_empty_list_leaves_nobody() -> None:
    assert cohort.tel([], per="student", studenten=[]).noemer == (
        "van 0 op de lijst van studenten, van wie niemand zonder bewijs"
    )
    assert cohort.voortgang([], per="student", studenten=pl.DataFrame({"student": []}, {"student": pl.Int64})) == []
    alleen_kop = lu.lees_tabel(b"student,klas\n", "student", "klas")
    assert cohort.voortgang([], per="student", studenten=alleen_kop, groep="klas") == []


@pytest.mark.parametrize(
    ("lijst", "soort", "zin"),
    [
        ([1, None], OngeldigeVraag, "bij studenten is de kolom 'student' leeg in 1 regel$"),
        (pd.Series([1.0, None, None]), OngeldigeVraag, "leeg in 2 regels"),
        (pd.Series([pd.NA, 1], dtype="Int64"), OngeldigeVraag, "leeg in 1 regel"),
        ([1.0], VerkeerdType, "het type float; een sleutel is tekst of een geheel getal"),
        ([1, "1"], VerkeerdType, "het type int en str"),
        ([("x",)], VerkeerdType, "het type tuple"),
        (["1"], VerkeerdType, "in het bewijs getallen en bij studenten tekst: zo is niemand te vinden"),
        (3, VerkeerdType, "studenten is een lijst, een kolom of een tabel met wie er meetelt, geen int"),
        (b"12", VerkeerdType, "geen bytes"),
        ([{"naam": 1}], lu.GeenKolom, "studenten heeft geen kolom 'student'"),
        (pl.DataFrame({"naam": [1]}), lu.GeenKolom, "studenten heeft geen kolom 'student'"),
        ("klas.csv", FileNotFoundError, "bestaat niet"),
    ],
)
def test_what_is_no_list_of_students_is_refused(lijst: Any, soort: type[Exception], zin: str) -> None:
    with pytest.raises(soort, match=zin):
        cohort.voortgang(BEWIJS, per="student", studenten=lijst)


def test_a_list_without_groups_cannot_say_of_which_group_somebody_is() -> None:
    with pytest.raises(VerkeerdType, match="hier hoort een tabel met de kolommen 'student', 'klas'"):
        cohort.voortgang(
            [{"student": 1, "klas": "A", "criterium": "WP1.1a"}], per="student", studenten=[1], groep="klas"
        )
    twee = [{"student": 1, "klas": "A"}, {"student": 1, "klas": "B"}]
    with pytest.raises(OngeldigeVraag, match="student 1: meer dan één waarde in de kolom 'klas'") as fout:
        cohort.voortgang(BEWIJS, per="student", studenten=twee, groep="klas")
    assert fout.value.gegevens["wie"] == ((1,),)


@pytest.mark.parametrize("soort", ["int8", "uint8"])
def test_a_number_that_does_not_fit_the_column_is_named(soort: str) -> None:
    frame = pd.DataFrame({"student": pd.Series([7], dtype=soort), "criterium": ["WP1.1a"]})
    for bewijs in (frame, pa.Table.from_pandas(frame), pl.from_pandas(frame), duckdb.from_df(frame)):
        with pytest.raises(VerkeerdType, match="het getal 300 bij studenten past niet in de kolom 'student'"):
            cohort.voortgang(bewijs, per="student", studenten=[7, 300])
        cohort.tel(bewijs, per="student", studenten=[7, 100])


def test_a_key_of_white_space_or_quotes_is_found() -> None:
    namen = ["O'Brien", 'zei "ja"', "${x}{y}", " x", "é"]
    bewijs = pa.table({"student": namen, "criterium": ["WP1.1a"] * len(namen)})
    for tabel in (bewijs, duckdb.connect().from_arrow(bewijs)):
        assert cohort.tel(tabel, per="student", studenten=namen).totaal == len(namen)


def test_an_answer_with_a_list_can_be_asked_further() -> None:
    verbinding = duckdb.connect()
    tabel = verbinding.sql("SELECT 1 AS student, 'WP1.1a' AS criterium")
    antwoord = cohort.voortgang(tabel, per="student", studenten=[1, 2], nullen=True)
    assert antwoord.filter("student = 2").aggregate("sum(totaal)").fetchall() == [(101,)]
    assert antwoord.query("a", "SELECT count(*) FROM a").fetchall() == [(32,)]
    assert verbinding.sql("SHOW TABLES").fetchall() == []


@pytest.mark.parametrize("dtype", [None, "str", "float64"])
def test_evidence_without_lines_has_keys_as_on_the_list(dtype: Any, kies: Any) -> None:
    leeg = pd.DataFrame({"student": pd.Series([], dtype=dtype), "criterium": pd.Series([], dtype="str")})
    for naam in ("pandas", "pandas groot"):
        kies(naam)
        antwoord = cohort.voortgang(leeg, per="student", studenten=[8, 7], eenheid="evl", breed=True)
        assert antwoord["student"].tolist() == [7, 8]
        assert antwoord["student"].dtype == "int64"
    assert [r["student"] for r in cohort.voortgang([], per="student", studenten=["x"], breed=True)] == ["x"]


def test_an_empty_cell_in_the_evidence_is_no_student() -> None:
    with pytest.raises(OngeldigBewijs):
        cohort.voortgang([{"student": None, "criterium": "WP1.1a"}], per="student", studenten=[1])
