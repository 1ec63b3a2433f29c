"""Columns may have any name that the answer does not need."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pytest

from cohort.conftest import Motor
from leeruitkomsten import GeenKolom, cohort

NAMEN = [
    "a\"b'c", "a.b c", "a\\b", "a`b", "{a}", "${a}", "@bron@", "*", "^.*$", "a\nb;--", "sleutel", "code", "m0", "bewijs",
]  # fmt: skip


@pytest.mark.dagelijks(*NAMEN[:2], *NAMEN[-5:-3])
@pytest.mark.parametrize("naam", NAMEN)
def test_columns_may_have_any_name(snel: Motor, naam: str) -> None:
    if snel.naam == "csv" and naam == "a\nb;--":
        pytest.skip("what parts columns and lines cannot stand in a name of a CSV file")
    kolommen = (naam, f"{naam}2")
    antwoord = cohort.voortgang(snel.maak([("x", "WP1.1a")], kolommen), per=naam, criterium=f"{naam}2")
    assert snel.lees(antwoord) == ([naam, "leeruitkomst", "aangetoond", "totaal"], [("x", "WP1", 1, 4)])
    tabel = snel.maak([("x", "fout")], kolommen)
    assert snel.lees(cohort.onbekende_codes(tabel, per=naam, criterium=f"{naam}2"))[0] == [f"{naam}2", "regels"]


def test_columns_of_spark_may_have_any_name(spark: Any) -> None:
    per, criterium = "a\"b.c d\\e`f{g}'h${i}[j]", "{bewijs} `.` :x"
    tabel = spark.createDataFrame([("it's {x} ${y} \\", "WP1.1a")], [per, criterium])
    antwoord = cohort.voortgang(tabel, per=per, criterium=criterium)
    assert antwoord.columns == [per, "leeruitkomst", "aangetoond", "totaal"]
    assert [tuple(rij) for rij in antwoord.collect()] == [("it's {x} ${y} \\", "WP1", 1, 4)]


@pytest.mark.parametrize("per", ["a\"b.c d\\e`f{g}'h", "${i}"])
def test_spark_names_the_column_as_it_is(spark: Any, per: str) -> None:
    antwoord = cohort.voortgang(spark.createDataFrame([("it's {x} ${y} \\", "b")], [per, "criterium"]), per=per)
    with pytest.raises(Exception, match="1 regel") as fout:
        antwoord.collect()
    assert f"bij {per} 'it's {{x}} ${{y}} \\'" in str(fout.value)


@pytest.mark.dagelijks("pandas", "polars lui", "duckdb")
@pytest.mark.dagelijks("WP1")
@pytest.mark.parametrize("kolom", ["aangetoond", "totaal", "regels", "WP1"])
def test_counts_stay_counts_whatever_the_columns_of_the_table_are_called(snel: Motor, kolom: str) -> None:
    typen = snel.soort.typen
    for tabel, namen in (
        (snel.maak([("x", "WP1.1a"), ("x", "fout")], (kolom, "criterium")), {"per": kolom}),
        (snel.maak([("x", "WP1.1a"), ("x", "fout")], ("student", kolom)), {"per": "student", "criterium": kolom}),
    ):
        telling = cohort.tel(tabel, onbekend="apart", **namen)
        assert snel.lees(telling.per_criterium())[1][0] == ("WP1.1a", 1, 1)
        assert typen(telling.per_criterium()) == ["tekst", "getal", "getal"]
        if kolom not in ("aangetoond", "totaal") or namen["per"] == "student":
            assert typen(telling.voortgang()) == ["tekst", "tekst", "getal", "getal"]
        if kolom != "WP1" or namen["per"] == "student":
            assert typen(telling.voortgang(breed=True)) == ["tekst", *["getal"] * 16]
        if namen.get("criterium") != "regels":
            assert typen(cohort.onbekende_codes(tabel, **namen)) == ["tekst", "getal"]


@pytest.mark.parametrize("kolom", ["evl", "rij"])
def test_numbers_stay_numbers_under_the_name_of_another_unit(snel: Motor, kolom: str) -> None:
    antwoord = cohort.voortgang(snel.maak([(7, "WP1.1a")], (kolom, "criterium")), per=kolom)
    assert snel.lees(antwoord)[1] == [("7" if snel.naam == "csv" else 7, "WP1", 1, 4)]


@pytest.mark.parametrize(("kolom", "breed"), [("Totaal", False), ("wp1", True)])
def test_names_that_differ_in_capitals_only_do_not_mix(kies: Any, kolom: str, breed: bool) -> None:
    for naam in ("pandas groot", "pyarrow groot"):
        motor = kies(naam)
        tabel = motor.maak([("x", "WP1.1a")], (kolom, "criterium"))
        namen, regels = motor.lees(cohort.voortgang(tabel, per=kolom, breed=breed))
        assert namen[0] == kolom
        assert ("WP1" if breed else "totaal") in namen
        assert regels[0][:2] == (("x", 1) if breed else ("x", "WP1"))


def test_a_column_that_stands_twice_is_refused() -> None:
    frame = pd.DataFrame([["a", "b", "WP1.1a"]], columns=["student", "student", "criterium"])
    for tabel in (frame, pa.Table.from_arrays([pa.array(["a"])] * 3, ["student", "student", "criterium"])):
        with pytest.raises(ValueError, match="meer dan één kolom 'student'"):
            cohort.voortgang(tabel, per="student")


def test_a_dataset_may_have_names_that_differ_in_capitals_only() -> None:
    tabel = pa.table({"Student": ["y"], "student": ["x"], "Criterium": ["weg"], "criterium": ["WP1.1a"]})
    assert cohort.voortgang(ds.dataset(tabel), per="student").fetchall() == [("x", "WP1", 1, 4)]
    assert cohort.voortgang(ds.dataset(tabel), per="Student").columns[0] == "Student"


def test_every_engine_says_which_column_it_does_not_have(motor: Motor) -> None:
    tabel = motor.maak([("x", "WP1.1a")], ("student", "criteruim"))
    with pytest.raises(GeenKolom) as fout:
        cohort.voortgang(tabel, per="klas")
    assert fout.value.gevraagd == ("klas", "criterium")
    assert fout.value.nabij == {"criterium": "criteruim"}
