"""Which engine counts which kind of table. Kinds are known by name, so that none is imported to ask."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from ..fouten import VerkeerdType
from .plan import Geteld
from .vraag import SoortEenheid, Vraag


class Motor(Protocol):
    """What every engine can do; masks are the engine's own."""

    vraag: Vraag

    def lui(self) -> Any:
        """Return the masks: to be computed later where the engine is lazy."""

    def tel(self) -> Geteld:
        """Return the masks, computed, and what was left out of them, all from one pass; or raise `OngeldigBewijs`."""
        ...

    def voortgang(self, maskers: Any, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what has been shown per key and unit."""

    def dekking(self, maskers: Any) -> Any:
        """Return per succescriterium how many keys have shown it."""

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have."""


def kies_motor(bewijs: Any, vraag: Vraag) -> Motor:
    """Return the engine for a table.

    Raises:
        VerkeerdType: the table is of a kind that none of them knows, is gone once it has been read, or has columns that cannot be
            counted.
        GeenKolom: it has no such columns.
        OntbrekendOnderdeel: the engine is not installed.
    """
    for klasse in type(bewijs).__mro__:
        maak = _MOTOREN.get((klasse.__module__.partition(".")[0], klasse.__name__))
        if maak and klasse.__module__.partition(".")[2].partition(".")[0] != "pandas":
            return maak(bewijs, vraag)
    if _is_pad(bewijs):
        return _bestand(bewijs, vraag)
    if _is_lijst(bewijs):
        from .in_python import LijstMotor

        return LijstMotor(bewijs, vraag)
    raise VerkeerdType(
        f"een {type(bewijs).__name__} is geen tabel die hier geteld kan worden; wel: een lijst van dicts, een DataFrame "
        "(pandas, Polars, Spark), een LazyFrame, een Table, RecordBatch of Dataset van PyArrow, een relatie van DuckDB, of het "
        "pad van een bestand (.parquet of .csv)",
        {"bewijs": type(bewijs).__name__},
    )


def _is_pad(bewijs: Any) -> bool:
    return isinstance(bewijs, str | os.PathLike)


def _is_lijst(bewijs: Any) -> bool:
    return isinstance(bewijs, list | tuple) and all(
        isinstance(regel, Mapping) for regel in cast("list[object]", bewijs)
    )


def _bestand(bewijs: str | os.PathLike[str], vraag: Vraag) -> Motor:
    from .in_bestand import relatie
    from .in_duckdb import DuckdbMotor

    gelezen = relatie(bewijs, vraag.per, vraag.criterium)
    return DuckdbMotor(gelezen.tabel, vraag, gelezen.opmerkingen)


def _duckdb(bewijs: object, vraag: Vraag) -> Motor:
    from .in_duckdb import DuckdbMotor

    return DuckdbMotor(bewijs, vraag)


def _dataset(bewijs: Any, vraag: Vraag) -> Motor:
    from .in_duckdb import DuckdbMotor, duckdb

    vraag.in_tabel(bewijs.schema.names)
    return DuckdbMotor(duckdb().default_connection().cursor().from_arrow(bewijs), vraag)


def _eenmalig(bewijs: object, _: Vraag) -> Motor:
    raise VerkeerdType(
        f"een {type(bewijs).__name__} van PyArrow is op zodra hij gelezen is; geef de hele tabel, die .read_all() maakt",
        {"bewijs": type(bewijs).__name__},
    )


def _pandas(bewijs: object, vraag: Vraag) -> Motor:
    from .in_frames import pandas_motor

    return pandas_motor(bewijs, vraag)


def _arrow(bewijs: object, vraag: Vraag) -> Motor:
    from .in_frames import arrow_motor

    return arrow_motor(bewijs, vraag)


def _batch(bewijs: object, vraag: Vraag) -> Motor:
    from .in_frames import batch_motor

    return batch_motor(bewijs, vraag)


def _polars(bewijs: object, vraag: Vraag) -> Motor:
    from .in_polars import PolarsFrameMotor

    return PolarsFrameMotor(bewijs, vraag)


def _polars_lui(bewijs: object, vraag: Vraag) -> Motor:
    from .in_polars import PolarsMotor

    return PolarsMotor(bewijs, vraag)


def _spark(bewijs: object, vraag: Vraag) -> Motor:
    from .in_spark import SparkMotor

    return SparkMotor(bewijs, vraag)


_MOTOREN: dict[tuple[str, str], Callable[[object, Vraag], Motor]] = {
    ("pandas", "DataFrame"): _pandas,
    ("pyarrow", "Table"): _arrow,
    ("pyarrow", "RecordBatch"): _batch,
    ("pyarrow", "Dataset"): _dataset,
    ("pyarrow", "RecordBatchReader"): _eenmalig,
    ("polars", "DataFrame"): _polars,
    ("polars", "LazyFrame"): _polars_lui,
    ("duckdb", "DuckDBPyRelation"): _duckdb,
    ("_duckdb", "DuckDBPyRelation"): _duckdb,
    ("pyspark", "DataFrame"): _spark,
}
