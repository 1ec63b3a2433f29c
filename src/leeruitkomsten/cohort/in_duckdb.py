"""Evidence in DuckDB: a relation, and large frames of pandas and PyArrow, which it reads in place."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..fouten import onderdeel
from . import sql_maskers
from .in_sql import SqlMotor
from .rooster import Celsoort, Rooster
from .sql_taal import DUCKDB
from .tijd import Dagsoort
from .vraag import Dagtype, Kolomtype, Vraag

_GETALLEN = {
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
}  # fmt: skip


def soort_van(soort: str) -> Celsoort | None:
    """Return of a type of DuckDB whether it is `tekst`, `getal` (of at most 64 bits) or `kommagetal`; else `None`."""
    if soort in ("VARCHAR", '"NULL"') or soort.partition("(")[0] == "ENUM":
        return "tekst"
    if soort in _GETALLEN:
        return "getal"
    return "kommagetal" if soort.partition("(")[0] in ("FLOAT", "DOUBLE", "DECIMAL") else None


def dagsoort_van(soort: str) -> Dagsoort | None:
    """Return of a type of DuckDB whether it is `tekst` or `dag`; else `None`."""
    if soort_van(soort) == "tekst":
        return "tekst"
    return "dag" if soort == "DATE" or soort.startswith("TIMESTAMP") else None


class InDuckdb(SqlMotor):
    """What is asked of DuckDB, whatever the evidence is in."""

    taal = DUCKDB

    def als_tabel(self, rooster: Rooster) -> Any:
        # PyArrow comes with the same extra; it has no types of its own.
        pa = import_module("pyarrow")
        kolommen = zip(sql_maskers.sleutels(self.vraag), rooster.kolommen.items(), strict=False)
        soorten = {"tekst": pa.string(), "getal": None}
        return pa.table({s: pa.array(cellen, soorten[rooster.soorten[naam]]) for s, (naam, cellen) in kolommen})

    def stel(self, query: str, bron: Any) -> Any:
        leeruitkomsten_studenten = self.lijst  # noqa: F841  # pyright: ignore[reportUnusedVariable]  # DuckDB finds it, as `LIJST`
        return bron.query(DUCKDB.bron, query)

    def reken(self, tabel: Any) -> Any:
        return tabel.materialize()

    def rijen(self, tabel: Any) -> list[tuple[Any, ...]]:
        return tabel.fetchall()


class DuckdbMotor(InDuckdb):
    """A relation in, a relation out."""

    def __init__(self, bewijs: Any, vraag: Vraag, opmerkingen: tuple[str, ...] = ()) -> None:
        self.opmerkingen = opmerkingen
        vraag.in_tabel(bewijs.columns)
        types = dict(zip(bewijs.columns, map(str, bewijs.types), strict=True))
        *sleutels, code = (
            Kolomtype(soort_van(types[naam]), types[naam]) for naam in (*vraag.in_bewijs, vraag.criterium)
        )
        dag = None if vraag.tijd is None else Dagtype(dagsoort_van(types[vraag.tijd.kolom]), types[vraag.tijd.kolom])
        vraag.typen(sleutels, code, dag)
        soorten: list[Celsoort | None] = [sleutel.soort for sleutel in sleutels]
        namen = [
            "STRING" if soort == "tekst" else types[naam] for naam, soort in zip(vraag.in_bewijs, soorten, strict=True)
        ]
        super().__init__(bewijs, sql_maskers.bewijs(vraag, DUCKDB, soorten, dag and dag.soort), vraag, namen, dag)


def duckdb() -> Any:
    """Return the module DuckDB.

    Raises:
        OntbrekendOnderdeel: it is not installed; the text names the extra.
    """
    with onderdeel("cohort", "bestanden en grote tabellen"):
        import duckdb
    return duckdb
