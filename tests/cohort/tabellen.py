"""The kinds of table that evidence comes in, each made from the same lines and read back to the same lines."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from leeruitkomsten import Raamwerk
from leeruitkomsten.bestanden.blad import cel_van
from leeruitkomsten.cohort import Weggelaten

Regels: TypeAlias = Sequence[tuple[Any, ...]]
Antwoord: TypeAlias = tuple[list[str], list[tuple[Any, ...]]]
KOLOMMEN = ("student", "criterium")


@attrs.frozen
class Gereedschap:
    """What making a table may need: a place for files, and a function that gives the Spark session."""

    plek: Callable[[str], Path]
    spark: Callable[[], Any]


@attrs.frozen
class Soort:
    """One kind of table: `maak` makes it of lines, `lees` gives its columns and lines, `typen` the types of its columns."""

    naam: str
    maak: Callable[[Gereedschap, Regels, Sequence[str]], Any]
    lees: Callable[[Any], Antwoord]
    typen: Callable[[Any], list[str]]
    lui: bool = False
    groot: bool = False
    sleutel: Callable[[Any], Any] = lambda sleutel: sleutel


def in_bestand(sleutel: Any) -> Any:
    """A key as a file has it: white space around it does not count."""
    return cel_van(sleutel) if isinstance(sleutel, str) else sleutel


def arrow(regels: Regels, kolommen: Sequence[str]) -> pa.Table:
    def soort(kolom: Sequence[Any]) -> Any:
        return pa.int64() if getal(kolom) else pa.date32() if dag(kolom) else pa.string()

    return pa.table({naam: pa.array(kolom, soort(kolom)) for naam, kolom in los(regels, kolommen)})


def los(regels: Regels, kolommen: Sequence[str]) -> list[tuple[str, list[Any]]]:
    return [(naam, [regel[plaats] for regel in regels]) for plaats, naam in enumerate(kolommen)]


def getal(kolom: Sequence[Any]) -> bool:
    return any(isinstance(cel, int) for cel in kolom)


def dag(kolom: Sequence[Any]) -> bool:
    return any(isinstance(cel, datetime.date) for cel in kolom)


def _lijst(_: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    return [{"ook": 1.5} | dict(zip(kolommen, regel, strict=True)) for regel in regels]


def _pandas(_: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    def kolom(cellen: list[Any]) -> pd.Series:
        if dag(cellen):
            return pd.Series(cellen, dtype="datetime64[s]")
        return pd.Series(cellen, dtype=("Int64" if None in cellen else "int64") if getal(cellen) else "str")

    return pd.DataFrame({naam: kolom(cellen) for naam, cellen in los(regels, kolommen)})


def _polars(_: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    return pl.DataFrame(arrow(regels, kolommen))


def _duckdb(_: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    return duckdb.connect().from_arrow(arrow(regels, kolommen))


def _parquet(gereedschap: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    pad = gereedschap.plek("parquet")
    pq.write_table(arrow(regels, kolommen), pad)
    return pad


def _csv(gereedschap: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    pad = gereedschap.plek("csv")
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand).writerows([kolommen, *regels])
    return str(pad)


def _batch(_: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    tabel = arrow(regels, kolommen)
    return pa.record_batch([kolom.combine_chunks() for kolom in tabel.columns], schema=tabel.schema)


def _dataset(gereedschap: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    """A folder of two files."""
    map_ = gereedschap.plek("map")
    map_.mkdir()
    helft = len(regels) // 2
    tabel = arrow(regels, kolommen)
    for naam, deel in (("een", tabel.slice(0, helft)), ("twee", tabel.slice(helft))):
        pq.write_table(deel, map_ / f"{naam}.parquet")
    return ds.dataset(map_)


def _spark(gereedschap: Gereedschap, regels: Regels, kolommen: Sequence[str]) -> Any:
    from pyspark.sql import types as t

    def soort(kolom: Sequence[Any]) -> Any:
        return t.LongType() if getal(kolom) else t.DateType() if dag(kolom) else t.StringType()

    soorten = ((naam, soort(kolom)) for naam, kolom in los(regels, kolommen))
    schema = t.StructType([t.StructField(naam, soort) for naam, soort in soorten])
    return gereedschap.spark().createDataFrame(list(regels), schema).repartition(3)


def _lees_lijst(tabel: Any) -> Antwoord:
    assert type(tabel) is list
    namen = list(tabel[0]) if tabel else []
    assert all(list(regel) == namen for regel in tabel)
    return namen, [tuple(regel.values()) for regel in tabel]


def _lees_pandas(tabel: Any) -> Antwoord:
    assert type(tabel) is pd.DataFrame
    assert list(tabel.index) == list(range(len(tabel)))
    return list(tabel.columns), list(zip(*(tabel[kolom].tolist() for kolom in tabel.columns), strict=True))


def _lees_polars(tabel: Any) -> Antwoord:
    assert type(tabel) is pl.DataFrame
    return tabel.columns, tabel.rows()


def _lees_polars_lui(tabel: Any) -> Antwoord:
    assert type(tabel) is pl.LazyFrame
    schema, antwoord = tabel.collect_schema(), tabel.collect(engine="streaming")
    assert schema == antwoord.schema
    return antwoord.columns, antwoord.rows()


def _lees_arrow(tabel: Any) -> Antwoord:
    assert type(tabel) is pa.Table
    tabel.validate(full=True)
    return tabel.column_names, list(zip(*(kolom.to_pylist() for kolom in tabel.columns), strict=True))


def _lees_batch(tabel: Any) -> Antwoord:
    assert type(tabel) is pa.RecordBatch
    return _lees_arrow(pa.Table.from_batches([tabel]))


def _lees_duckdb(tabel: Any) -> Antwoord:
    assert type(tabel) is duckdb.DuckDBPyRelation
    return tabel.columns, tabel.fetchall()


def _lees_spark(tabel: Any) -> Antwoord:
    from pyspark.sql import DataFrame

    assert isinstance(tabel, DataFrame)
    return tabel.columns, [tuple(rij) for rij in tabel.collect()]


def _typen_lijst(tabel: Any) -> list[str]:
    return [{int: "getal", str: "tekst", datetime.date: "dag"}[type(waarde)] for waarde in tabel[0].values()]


def _gewoon(typen: Sequence[Any]) -> list[str]:
    namen = {"int64": "getal", "bigint": "getal", "str": "tekst", "string": "tekst", "varchar": "tekst"}
    return [namen.get(str(soort).casefold(), str(soort)) for soort in typen]


def _typen_duckdb(tabel: Any) -> list[str]:
    return _gewoon(tabel.types)


def _typen_spark(tabel: Any) -> list[str]:
    return _gewoon([soort for _, soort in tabel.dtypes])


PANDAS = Soort("pandas", _pandas, _lees_pandas, lambda tabel: _gewoon(tabel.dtypes))
ARROW = Soort(
    "pyarrow", lambda _, regels, kolommen: arrow(regels, kolommen), _lees_arrow, lambda t: _gewoon(t.schema.types)
)
BATCH = attrs.evolve(ARROW, naam="batch", maak=_batch, lees=_lees_batch)
SOORTEN = {
    soort.naam: soort
    for soort in (
        Soort("lijst", _lijst, _lees_lijst, _typen_lijst),
        PANDAS,
        attrs.evolve(PANDAS, naam="pandas groot", groot=True),
        Soort("polars", _polars, _lees_polars, lambda tabel: _gewoon(tabel.dtypes)),
        Soort(
            "polars lui",
            lambda *alle: _polars(*alle).lazy(),
            _lees_polars_lui,
            lambda tabel: _gewoon(tabel.collect_schema().dtypes()),
            lui=True,
        ),
        ARROW,
        attrs.evolve(ARROW, naam="pyarrow groot", groot=True),
        BATCH,
        attrs.evolve(BATCH, naam="batch groot", groot=True),
        Soort("dataset", _dataset, _lees_duckdb, _typen_duckdb, lui=True),
        Soort("duckdb", _duckdb, _lees_duckdb, _typen_duckdb, lui=True),
        Soort("parquet", _parquet, _lees_duckdb, _typen_duckdb, lui=True, sleutel=in_bestand),
        Soort("csv", _csv, _lees_duckdb, _typen_duckdb, lui=True, sleutel=lambda sleutel: in_bestand(str(sleutel))),
        Soort("spark", _spark, _lees_spark, _typen_spark, lui=True),
    )
}
SNEL = [naam for naam in SOORTEN if naam != "spark"]


@attrs.frozen
class Orakel:
    """What the answers must be, by sets of codes."""

    kader: Raamwerk
    regels: Regels

    @property
    def getoond(self) -> dict[Any, set[str]]:
        bekend = {c.code for c in self.kader.succescriteria}
        per: dict[Any, set[str]] = {sleutel: set() for sleutel in sorted({sleutel for sleutel, _ in self.regels})}
        for sleutel, code in self.regels:
            if code in bekend:
                per[sleutel].add(code)
        return per

    def eenheden(self, eenheid: str) -> dict[str, set[str]]:
        if eenheid == "criterium":
            return {c.code: {c.code} for c in self.kader.succescriteria}
        groepen = self.kader.evls if eenheid == "evl" else self.kader.leeruitkomsten
        return {groep.code: {c.code for c in groep.succescriteria} for groep in groepen}

    def lang(self, eenheid: str) -> list[tuple[Any, ...]]:
        return [
            (sleutel, naam, len(codes & deel), len(deel))
            for sleutel, codes in self.getoond.items()
            for naam, deel in self.eenheden(eenheid).items()
            if codes & deel
        ]

    def breed(self, eenheid: str) -> list[tuple[Any, ...]]:
        delen = self.eenheden(eenheid).values()
        return [(sleutel, *(len(codes & deel) for deel in delen)) for sleutel, codes in self.getoond.items()]

    def per_criterium(self) -> list[tuple[Any, ...]]:
        alle = self.getoond.values()
        return [(c.code, sum(c.code in codes for codes in alle), len(alle)) for c in self.kader.succescriteria]

    def onbekende_codes(self) -> list[tuple[Any, ...]]:
        bekend = {c.code for c in self.kader.succescriteria}
        geteld = Counter(code for _, code in self.regels if code and code.strip() and code not in bekend)
        return sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0]))

    def weggelaten(self) -> Weggelaten:
        leeg = sum(1 for _, code in self.regels if not (code and code.strip()))
        return Weggelaten(self.kader.kenmerk, len(self.regels), leeg, tuple(self.onbekende_codes()))
