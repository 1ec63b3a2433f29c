"""Keys keep what they are, of whatever type and under whatever name; so do counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from leeruitkomsten import OngeldigBewijs, cohort

CODES = ["WP1.1a", "WP1.1a", "WP2.1a"]
GROOT = 2**53 + 1
FRAMES = ["pandas", "pandas groot"]
TABELLEN = ["pyarrow", "pyarrow groot"]
BATCHES = ["batch", "batch groot"]


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


def weergaven(waarden: list[str | None]) -> pa.Array:
    """A dictionary of string views, which PyArrow has but cannot make of strings."""
    uniek = list(dict.fromkeys(waarden))
    return pa.DictionaryArray.from_arrays(
        pa.array(map(uniek.index, waarden), pa.int8()), pa.array(uniek, pa.string_view())
    )


VORMEN: dict[str, Callable[[list[str | None]], pa.Array]] = {
    "string": lambda waarden: pa.array(waarden, pa.string()),
    "large_string": lambda waarden: pa.array(waarden, pa.large_string()),
    "string_view": lambda waarden: pa.array(waarden, pa.string_view()),
    "dictionary": lambda waarden: pa.array(waarden, pa.string()).dictionary_encode(),
    "dictionary van large_string": lambda waarden: pa.array(waarden, pa.large_string()).dictionary_encode(),
    "dictionary van string_view": weergaven,
    # An empty cell may be one of the values instead of none of them.
    "dictionary met null": lambda waarden: pa.array(waarden).dictionary_encode(null_encoding="encode"),
}


def in_pandas(kolom: pa.Array) -> pd.Series:
    return pa.table({"kolom": kolom}).to_pandas(types_mapper=pd.ArrowDtype)["kolom"]


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize("vorm", VORMEN)
def test_texts_of_pyarrow_in_a_frame_of_pandas_count_in_every_form(vorm: str) -> None:
    sleutels, codes = VORMEN[vorm](["b", "é", "é", "é"]), VORMEN[vorm]([*CODES, None])
    frame = pd.DataFrame({"student": in_pandas(sleutels), "criterium": in_pandas(codes)}).set_index(
        pd.Index([5, 5, 1, 0])
    )
    antwoord = cohort.voortgang(frame, per="student", onbekend="apart")
    assert list(zip(antwoord["student"], antwoord["leeruitkomst"], strict=True)) == [
        ("b", "WP1"),
        ("é", "WP1"),
        ("é", "WP2"),
    ]
    assert isinstance(antwoord["student"].dtype, pd.ArrowDtype)
    assert cohort.tel(frame, per="student", onbekend="apart").weggelaten.leeg == 1


@pytest.mark.usefixtures("frame_van")
def test_numbers_of_pyarrow_in_a_dictionary_of_pandas_lose_nothing() -> None:
    sleutels = pa.array([GROOT, GROOT - 1, GROOT - 1]).dictionary_encode()
    frame = pd.DataFrame({"student": in_pandas(sleutels), "criterium": CODES})
    assert cohort.voortgang(frame, per="student")["student"].tolist() == [GROOT - 1, GROOT - 1, GROOT]


@pytest.mark.usefixtures("frame_van")
def test_a_column_of_pandas_that_holds_nothing_is_empty() -> None:
    frame = pd.DataFrame({"student": ["x", "x"], "criterium": in_pandas(pa.nulls(2))})
    assert cohort.tel(frame, per="student", onbekend="apart").weggelaten.leeg == 2
    assert cohort.voortgang(frame, per="student", onbekend="apart", breed=True)["WP1"].tolist() == [0]


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize("soort", ["str", "object", "string", "string[pyarrow]", pd.ArrowDtype(pa.string())], ids=str)
def test_categories_count_whatever_they_are_of(soort: Any) -> None:
    categorieen = [pd.Index(waarden, dtype=soort) for waarden in (["c", "b", "a"], [*reversed(CODES[1:]), "WP3.1a"])]
    sleutels, codes = ([2, 1, 1, 1], [1, 1, 0, -1])
    frame = pd.DataFrame(
        {
            "student": pd.Categorical.from_codes(sleutels, categories=categorieen[0], ordered=True),
            "criterium": pd.Categorical.from_codes(codes, categories=categorieen[1]),
        }
    )
    antwoord = cohort.voortgang(frame, per="student", onbekend="apart")
    assert list(zip(antwoord["student"], antwoord["leeruitkomst"], strict=True)) == [
        ("a", "WP1"),
        ("b", "WP1"),
        ("b", "WP2"),
    ]
    assert cohort.tel(frame, per="student", onbekend="apart").weggelaten.leeg == 1


@pytest.mark.usefixtures("frame_van")
@pytest.mark.parametrize("waarden", [[1, 2], ["a", "b"], pd.Index([2**64 - 1, 1], dtype="uint64")], ids=str)
def test_an_empty_cell_among_categories_is_refused_by_name(waarden: Any) -> None:
    sleutels = pd.Categorical.from_codes([0, -1, 1], categories=waarden)
    frame = pd.DataFrame({"student": sleutels, "criterium": CODES})
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang(frame, per="student")
    assert fout.value.leeg == (("student", 1),)


@pytest.mark.usefixtures("frame_van")
def test_categories_of_empty_cells_alone_are_empty_cells() -> None:
    leeg = pd.Categorical([None, None])
    for sleutels, codes, hoort in ((leeg, CODES[:2], "student"), (["a", "b"], leeg, "criterium")):
        with pytest.raises(OngeldigBewijs) as fout:
            cohort.voortgang(pd.DataFrame({"student": sleutels, "criterium": codes}), per="student")
        assert fout.value.leeg == ((hoort, 2),)


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


@pytest.mark.parametrize("naam", [*TABELLEN, *BATCHES, "dataset"])
@pytest.mark.parametrize("vorm", VORMEN)
def test_texts_of_pyarrow_count_in_every_form_and_kind(naam: str, vorm: str, kies: Any) -> None:
    kies(naam)
    kolommen = {"student": VORMEN[vorm](["b", "é", "é", "é"]), "criterium": VORMEN[vorm]([*CODES, None])}
    maak: dict[str, Callable[[Any], Any]] = {"batch": pa.record_batch, "dataset": lambda k: ds.dataset(pa.table(k))}
    tabel = maak.get(naam.split(maxsplit=1)[0], pa.table)(kolommen)
    antwoord = cohort.voortgang(tabel, per="student", onbekend="apart")
    if naam == "dataset":
        assert [str(soort) for soort in antwoord.types] == ["VARCHAR", "VARCHAR", "BIGINT", "BIGINT"]
        antwoord = antwoord.order("student, leeruitkomst").to_arrow_table()
    else:
        assert type(antwoord) is type(tabel)
        assert antwoord.schema.types == [pa.string(), pa.string(), pa.int64(), pa.int64()]
    assert antwoord.to_pydict() == {
        "student": ["b", "é", "é"], "leeruitkomst": ["WP1", "WP1", "WP2"], "aangetoond": [1, 1, 1], "totaal": [4, 4, 9],
    }  # fmt: skip
    assert cohort.tel(tabel, per="student", onbekend="apart").weggelaten.leeg == 1


def test_pieces_with_dictionaries_of_their_own_count(kies: Any) -> None:
    delen = [pa.table({naam: pa.array(k).dictionary_encode() for naam, k in (("student", s), ("criterium", c))})
             for s, c in ((["a", "b"], CODES[:2]), (["b", "a"], CODES[1:]))]  # fmt: skip
    samen = [
        pa.concat_tables(delen),
        ds.dataset([ds.dataset(deel) for deel in delen]),
        pa.concat_batches([deel.to_batches()[0] for deel in delen]),
    ]
    for naam in ("pyarrow", "pyarrow groot"):
        kies(naam)
        for tabel in samen:
            assert sorted(map(tuple, (rij.values() for rij in als_rijen(cohort.voortgang(tabel, per="student"))))) == [
                ("a", "WP1", 1, 4), ("a", "WP2", 1, 9), ("b", "WP1", 1, 4),
            ]  # fmt: skip


def als_rijen(antwoord: Any) -> list[dict[str, Any]]:
    rijen: list[dict[str, Any]] = (
        antwoord.to_arrow_table() if hasattr(antwoord, "to_arrow_table") else antwoord
    ).to_pylist()
    return rijen


def test_a_dataset_is_scanned_when_its_lines_are_asked_for(tmp_path: Path) -> None:
    pq.write_table(pa.table({"student": ["x"], "criterium": ["WP1.1a"], "ander": [1]}), tmp_path / "a.parquet")
    telling = cohort.tel(ds.dataset(tmp_path), per="student")
    antwoord = cohort.voortgang(ds.dataset(tmp_path), per="student")
    assert antwoord.fetchall() == [("x", "WP1", 1, 4)]
    (tmp_path / "a.parquet").unlink()
    with pytest.raises(duckdb.InvalidInputException, match="No such file"):
        antwoord.fetchall()
    assert telling.voortgang().fetchall() == [("x", "WP1", 1, 4)]


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
    assert [regel["student"] for regel in cohort.voortgang(tuple(regels), per="student")] == [5, 2**70]


def test_nan_in_a_list_is_an_empty_cell() -> None:
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.voortgang([{"student": float("nan"), "criterium": float("nan")}], per="student")
    assert fout.value.leeg == (("student", 1), ("criterium", 1))
