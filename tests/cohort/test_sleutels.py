"""Keys keep what they are, of whatever type and under whatever name; so do counts."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from leeruitkomsten import OngeldigBewijs, cohort

CODES = ["WP1.1a", "WP1.1a", "WP2.1a"]
GROOT = 2**53 + 1
FRAMES = ["pandas", "pandas groot"]
TABELLEN = ["pyarrow", "pyarrow groot"]


@pytest.fixture(params=FRAMES)
def frame_van(request: pytest.FixtureRequest, kies: Any) -> None:
    """Frames of pandas, small and large."""
    kies(request.param)


@pytest.fixture(params=TABELLEN)
def tabel_van(request: pytest.FixtureRequest, kies: Any) -> None:
    """Tables of PyArrow, small and large."""
    kies(request.param)


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize(
    "soort", ["int8", "int64", "uint64", "Int64", "UInt8", "object", "int32[pyarrow]", "uint64[pyarrow]"]
)
def test_whole_numbers_of_pandas_keep_their_type(soort: str) -> None:
    sleutels = pd.Series([100, 7, 7]).astype(soort)
    antwoord = cohort.voortgang(pd.DataFrame({"student": sleutels, "criterium": CODES}), per="student")
    assert antwoord["student"].dtype == sleutels.dtype
    assert antwoord["student"].tolist() == [7, 7, 100]
    breed = cohort.voortgang(pd.DataFrame({"student": sleutels, "criterium": CODES}), per="student", breed=True)
    assert breed["student"].dtype == sleutels.dtype


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize("soort", ["str", "string", "string[pyarrow]", "object", "large_string[pyarrow]"])
def test_texts_of_pandas_keep_their_type(soort: str) -> None:
    kolommen = {"student": ["b", "007", "007"], "criterium": CODES}
    frame = pd.DataFrame(
        {naam: pd.Series(kolom, dtype="object").astype(pandas_type(soort)) for naam, kolom in kolommen.items()}
    )
    antwoord = cohort.voortgang(frame, per="student")
    assert antwoord["student"].dtype == frame["student"].dtype
    assert antwoord["student"].tolist() == ["007", "007", "b"]


def pandas_type(soort: str) -> Any:
    return {
        "string[pyarrow]": pd.ArrowDtype(pa.string()),
        "large_string[pyarrow]": pd.ArrowDtype(pa.large_string()),
    }.get(soort, soort)


@pytest.mark.usefixtures("frame_van")
def test_large_numbers_in_a_column_of_objects_lose_nothing() -> None:
    sleutels = [1] * 2500 + [GROOT, GROOT - 1]
    frame = pd.DataFrame({"student": pd.Series(sleutels, dtype="object"), "criterium": ["WP1.1a"] * len(sleutels)})
    assert cohort.voortgang(frame, per="student")["student"].tolist() == [1, GROOT - 1, GROOT]
    frame.loc[3, "student"] = None
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang(frame, per="student")
    assert fout.value.leeg == (("student", 1),)


@pytest.mark.usefixtures("frame_van")
def test_an_empty_cell_among_many_texts_is_found() -> None:
    sleutels: list[Any] = [None] * 2500 + ["x"]
    frame = pd.DataFrame({"student": pd.Series(sleutels, dtype="object"), "criterium": ["WP1.1a"] * len(sleutels)})
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang(frame, per="student")
    assert fout.value.leeg == (("student", 2500),)


@pytest.mark.usefixtures("frame_van")
def test_categories_of_pandas_count_as_their_values() -> None:
    frame = pd.DataFrame({"student": ["b", "a", "a"], "criterium": CODES}).astype("category")
    antwoord = cohort.voortgang(frame, per="student")
    assert antwoord["student"].tolist() == ["a", "a", "b"]
    assert antwoord["leeruitkomst"].tolist() == ["WP1", "WP2", "WP1"]
    getallen = frame.assign(student=pd.Categorical([GROOT, GROOT - 1, GROOT - 1], categories=[GROOT, 5, GROOT - 1]))
    assert cohort.voortgang(getallen, per="student")["student"].tolist() == [GROOT - 1, GROOT - 1, GROOT]


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize("sleutels", [[1, None, 2], ["a", None, "b"]])
def test_an_empty_cell_among_categories_is_refused_by_name(sleutels: list[Any]) -> None:
    soort = pd.CategoricalDtype([sleutel for sleutel in sleutels if sleutel is not None])
    frame = pd.DataFrame({"student": pd.Series(sleutels, dtype="object").astype(soort), "criterium": CODES})
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang(frame, per="student")
    assert fout.value.leeg == (("student", 1),)


@pytest.mark.usefixtures("frame_van")
def test_an_index_does_not_matter() -> None:
    frame = pd.DataFrame({"student": ["b", "a", "a"], "criterium": CODES}, index=[5, 5, 1])
    antwoord = cohort.voortgang(frame, per="student")
    assert antwoord.index.tolist() == list(range(len(antwoord)))
    assert antwoord["aangetoond"].tolist() == [1, 1, 1]


@pytest.mark.usefixtures("frame_van")
def test_a_subclass_of_a_frame_is_a_frame() -> None:
    klasse = type("Eigen", (pd.DataFrame,), {})
    antwoord = cohort.voortgang(klasse({"student": ["a"], "criterium": ["WP1.1a"]}), per="student")
    assert antwoord.to_dict("list") == {"student": ["a"], "leeruitkomst": ["WP1"], "aangetoond": [1], "totaal": [4]}


def test_columns_that_are_not_named_by_text_are_not_found() -> None:
    frame = pd.DataFrame({5: ["x"], "criterium": ["WP1.1a"]})
    with pytest.raises(ValueError, match="geen kolom '5'"):
        cohort.voortgang(frame, per="5")


@pytest.mark.usefixtures("tabel_van")
@pytest.mark.parametrize(
    "soort",
    [pa.int8(), pa.int32(), pa.uint64(), pa.dictionary(pa.int8(), pa.int64()), pa.dictionary(pa.int8(), pa.int16())],
    ids=str,
)
def test_whole_numbers_of_pyarrow_keep_their_type(soort: Any) -> None:
    dictionary = pa.types.is_dictionary(soort)
    kaal = pa.array([100, 7, 7], soort.value_type if dictionary else soort)
    tabel = pa.table({"student": kaal.dictionary_encode() if dictionary else kaal, "criterium": CODES})
    antwoord = cohort.voortgang(tabel, per="student")
    assert antwoord["student"].to_pylist() == [7, 7, 100]
    assert antwoord.schema.field("student").type == kaal.type


@pytest.mark.usefixtures("tabel_van")
def test_the_largest_number_of_64_bits_is_a_key() -> None:
    tabel = pa.table({"student": pa.array([2**64 - 1, 2**64 - 2], pa.uint64()), "criterium": CODES[:2]})
    assert cohort.voortgang(tabel, per="student")["student"].to_pylist() == [2**64 - 2, 2**64 - 1]


TEKSTEN = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]


@pytest.mark.usefixtures("tabel_van")
@pytest.mark.parametrize("soort", [*TEKSTEN, pa.dictionary(pa.int8(), pa.large_string())], ids=str)
def test_texts_of_pyarrow_count_in_every_form(soort: Any) -> None:
    tabel = pa.table({"student": pa.array(["b", "é", "é"]).cast(soort), "criterium": pa.array(CODES).cast(soort)})
    tabel = pa.concat_tables([tabel.slice(0, 1), tabel.slice(1)])
    antwoord = cohort.voortgang(tabel, per="student")
    assert antwoord["student"].to_pylist() == ["b", "é", "é"]
    assert antwoord["leeruitkomst"].to_pylist() == ["WP1", "WP1", "WP2"]


@pytest.mark.parametrize("lui", [False, True])
@pytest.mark.parametrize("soort", [pl.Int8, pl.UInt64, pl.Int64, pl.Categorical, pl.Enum(["100", "7"]), pl.String])
def test_every_type_of_polars_counts(soort: Any, lui: bool) -> None:
    getal = soort in (pl.Int8, pl.UInt64, pl.Int64)
    sleutels = pl.Series([100, 7, 7]) if getal else pl.Series(["100", "7", "7"])
    codes = pl.Series(CODES).cast(pl.String if getal else pl.Categorical)
    frame = pl.DataFrame({"student": sleutels.cast(soort), "criterium": codes})
    antwoord = cohort.voortgang(frame.lazy() if lui else frame, per="student").lazy().collect()
    assert antwoord.schema["student"] == (soort if getal else pl.String)
    assert sorted(antwoord["student"].to_list()) == sorted([7, 7, 100] if getal else ["7", "7", "100"])


@pytest.mark.parametrize("soort", ["TINYINT", "UBIGINT", "INTEGER", "VARCHAR", "ENUM('7', '100')"])
def test_every_type_of_duckdb_counts(soort: str) -> None:
    relatie = duckdb.connect().sql(
        f"SELECT CAST(unnest(['100', '7', '7']) AS {soort}) AS student, unnest(['WP1.1a', 'WP1.1a', 'WP2.1a']) AS criterium"
    )
    antwoord = cohort.voortgang(relatie, per="student")
    assert str(antwoord.types[0]) == ("VARCHAR" if soort[:4] == "ENUM" else soort)
    assert sorted(map(str, antwoord.df()["student"])) == ["100", "7", "7"]


def test_codes_of_an_enum_count_in_duckdb() -> None:
    relatie = duckdb.connect().sql("SELECT 1 AS student, CAST('WP1.1a' AS ENUM('WP1.1a', 'b')) AS criterium")
    assert cohort.voortgang(relatie, per="student").fetchall() == [(1, "WP1", 1, 4)]


@pytest.mark.parametrize("soort", ["tinyint", "smallint", "int", "bigint", "varchar(9)"])
def test_every_type_of_spark_is_taken_and_kept(spark: Any, soort: str) -> None:
    leeg = spark.createDataFrame([], "student string, criterium string").selectExpr(
        f"CAST(student AS {soort}) AS student", "criterium"
    )
    antwoord = cohort.voortgang(leeg, per="student")
    assert antwoord.dtypes[0] == leeg.dtypes[0]
    assert antwoord.dtypes[1:] == [("leeruitkomst", "string"), ("aangetoond", "bigint"), ("totaal", "bigint")]


def test_a_list_takes_whole_numbers_of_any_size_and_kind() -> None:
    import numpy as np

    regels = [{"student": sleutel, "criterium": "WP1.1a"} for sleutel in (2**70, np.int64(5), 5)]
    assert [regel["student"] for regel in cohort.voortgang(tuple(regels), per="student")] == [5, 2**70]  # type: ignore[arg-type]


def test_nan_in_a_list_is_an_empty_cell() -> None:
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang([{"student": float("nan"), "criterium": float("nan")}], per="student")
    assert fout.value.leeg == (("student", 1), ("criterium", 1))
