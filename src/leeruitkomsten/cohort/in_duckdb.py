"""Evidence in DuckDB: a relation, and large frames of pandas and PyArrow, which it reads in place."""

from __future__ import annotations

from typing import Any

from ..fouten import onderdeel
from . import sql
from .in_sql import SqlMotor
from .sql import DUCKDB
from .vraag import Celsoort, Vraag

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


class InDuckdb(SqlMotor):
    """What is asked of DuckDB, whatever the evidence is in."""

    taal = DUCKDB

    def stel(self, query: str, bron: Any) -> Any:
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
        soorten = dict(zip(bewijs.columns, map(str, bewijs.types), strict=True))
        sleutel, code = soorten[vraag.per], soorten[vraag.criterium]
        vraag.typen((soort_van(sleutel), sleutel), (soort_van(code), code))
        super().__init__(bewijs, sql.bewijs(vraag, DUCKDB, sleutel_is_tekst=soort_van(sleutel) == "tekst"), vraag)


def duckdb() -> Any:
    """Return the module DuckDB.

    Raises:
        OntbrekendOnderdeel: it is not installed; the text names the extra.
    """
    with onderdeel("cohort", "bestanden en grote tabellen"):
        import duckdb
    return duckdb
