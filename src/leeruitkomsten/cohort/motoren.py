"""Which engine counts which kind of table. Kinds are known by name, so that none is imported to ask."""

from __future__ import annotations

import os
from typing import Any, Protocol, TypeGuard, cast

from ..fouten import OntbrekendOnderdeel, VerkeerdType
from ..vragen.moduletabel import is_lijst_van_dicts
from ..zinnen import citaat
from .plan import Geteld, SoortEenheid
from .soorten import Pad
from .vraag import Vraag


class Motor(Protocol):
    """What every engine can do; masks are the engine's own."""

    vraag: Vraag
    opmerkingen: tuple[str, ...]
    """What was passed over or filled in while a file was read, in Dutch."""

    def lui(self) -> Any:
        """Return the masks: to be computed later where the engine is lazy."""

    def tel(self) -> Geteld:
        """Return the masks, computed, and what was left out of them, all from one pass; or raise `OngeldigBewijs`."""
        ...

    def voortgang(self, maskers: Any, eenheid: SoortEenheid, *, breed: bool, nullen: bool) -> Any:
        """Return what has been shown per key and unit."""

    def groei(self, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what had been shown per key and unit by the end of each period."""

    def per_criterium(self, maskers: Any) -> Any:
        """Return per group and criterium how many have shown it."""

    def minst_aangetoond(self, maskers: Any, evl: str | int | None, aantal: int) -> Any:
        """Return per group the criteria that fewest have shown, with their texts."""

    def spreiding(self, maskers: Any, eenheid: SoortEenheid) -> Any:
        """Return per group and unit how many there are, and the quartiles of what they have shown."""

    def bijna_rond(self, maskers: Any, evl: str | int | None, hoogstens: int) -> Any:
        """Return who has shown all of an EvL but at most so many criteria, and which."""

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
        pakket, _, module = klasse.__module__.partition(".")
        # A frame of pandas that Spark keeps for itself is none of either.
        if module.partition(".")[0] != "pandas" and (motor := _naar_soort(pakket, klasse.__name__, bewijs, vraag)):
            return motor
    if _is_pad(bewijs):
        return _van_bestand(bewijs, vraag)
    if is_lijst_van_dicts(bewijs):
        from .in_python import LijstMotor

        return LijstMotor(bewijs, vraag)
    raise VerkeerdType(
        f"een {type(bewijs).__name__} is geen tabel die hier geteld kan worden; wel: een lijst van dicts, wat lees_tabel geeft, "
        "een DataFrame (pandas, Polars, Spark), een LazyFrame, een Table, RecordBatch of Dataset van PyArrow, een relatie van "
        "DuckDB, of het pad van een bestand (.parquet, .csv of .xlsx) of een lijst daarvan",
        {"bewijs": type(bewijs).__name__},
    )


def _is_pad(bewijs: object) -> TypeGuard[Pad]:
    """Say whether this is a path, or a list of one or more."""
    paden = cast("list[object]", bewijs) if isinstance(bewijs, list | tuple) else [bewijs]
    return bool(paden) and all(isinstance(pad, str | os.PathLike) for pad in paden)


def _naar_soort(pakket: str, soort: str, bewijs: Any, vraag: Vraag) -> Motor | None:  # noqa: PLR0911  # one for each kind
    """Return the engine for a class of a package, of which these are the names; `None` where it is no table."""
    match pakket, soort:
        case "leeruitkomsten", "Tabelinhoud":
            from .in_python import LijstMotor

            return LijstMotor(bewijs.regels, vraag, bewijs.opmerkingen, bewijs.waar)
        case "pandas", "DataFrame":
            from .in_frames import pandas_motor

            return pandas_motor(bewijs, vraag)
        case "pyarrow", "Table" | "RecordBatch" | "Dataset" | "RecordBatchReader":
            return _van_pyarrow(soort, bewijs, vraag)
        case "polars", "DataFrame":
            from .in_polars import PolarsFrameMotor

            return PolarsFrameMotor(bewijs, vraag)
        case "polars", "LazyFrame":
            from .in_polars import PolarsMotor

            return PolarsMotor(bewijs, vraag)
        case "duckdb" | "_duckdb", "DuckDBPyRelation":
            from .in_duckdb import DuckdbMotor

            return DuckdbMotor(bewijs, vraag)
        case "pyspark", "DataFrame":
            from .in_spark import SparkMotor

            return SparkMotor(bewijs, vraag)
        case _:
            return None


def _van_pyarrow(soort: str, bewijs: Any, vraag: Vraag) -> Motor:
    from .in_duckdb import DuckdbMotor, duckdb
    from .in_frames import arrow_motor, batch_motor
    from .sql_taal import DUCKDB

    match soort:
        case "Table":
            return arrow_motor(bewijs, vraag)
        case "RecordBatch":
            return batch_motor(bewijs, vraag)
        case "Dataset":
            vraag.in_tabel(bewijs.schema.names)
            relatie = duckdb().default_connection().cursor().from_arrow(bewijs)
            # Names that differ in capitals only are one to DuckDB, which gives the second another: what is asked for goes by place.
            plekken = ((bewijs.schema.names.index(naam), naam) for naam in dict.fromkeys(vraag.kolommen))
            kolommen = [f"{DUCKDB.naam(relatie.columns[plek])} AS {DUCKDB.naam(naam)}" for plek, naam in plekken]
            return DuckdbMotor(relatie.project(", ".join(kolommen)), vraag)
        case _:
            raise VerkeerdType(
                f"een {type(bewijs).__name__} van PyArrow is op zodra hij gelezen is; geef de hele tabel, die .read_all() maakt",
                {"bewijs": type(bewijs).__name__},
            )


def _van_bestand(pad: Pad, vraag: Vraag) -> Motor:
    # Always by DuckDB: what comes back must not depend on the size of a file, nor on what is installed.
    from .in_bestand import relatie
    from .in_duckdb import DuckdbMotor

    try:
        gelezen = relatie(pad, *vraag.kolommen, datums=vraag.datums)
    except OntbrekendOnderdeel as fout:
        datums = "".join(f", datums=[{citaat(naam)}]" for naam in vraag.datums)
        fout.add_note(
            f"Een CSV of Excel van hoogstens 10 MB kan zonder: geef lees_tabel({_getoond(pad)}, "
            f"{', '.join(map(citaat, vraag.kolommen))}{datums}) in plaats van het pad, en er komt een lijst terug."
        )
        raise
    return DuckdbMotor(gelezen.tabel, vraag, gelezen.opmerkingen)


def _getoond(pad: Pad) -> str:
    return citaat(os.fspath(pad)) if isinstance(pad, str | os.PathLike) else "elk pad"
