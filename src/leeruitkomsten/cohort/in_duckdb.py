"""Evidence in DuckDB: a relation, a file that it scans, and large frames of pandas and PyArrow, which it reads in place."""

from __future__ import annotations

import glob
import gzip
import os
from pathlib import Path
from typing import Any

from ..fouten import OngeldigeVraag, citaat, onderdeel
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
        return tabel.fetchall()  # type: ignore[no-any-return]  # DuckDB's own


class DuckdbMotor(InDuckdb):
    """A relation in, a relation out."""

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
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


def scan(pad: str | os.PathLike[str], verbinding: Any = None) -> Any:
    """Return a file, or all that a pattern with `*` stands for, as a relation that has still to be read.

    A CSV file is read as text throughout: a student number keeps its leading zeros.

    Raises:
        OngeldigeVraag: the name does not end in `.parquet` or `.csv` (`.csv.gz`).
        FileNotFoundError: there is no such file.
        OntbrekendOnderdeel: DuckDB is not installed.
    """
    bestand = os.fspath(pad)
    if "://" not in bestand and not Path(bestand).exists() and not glob.glob(bestand, recursive=True):
        raise FileNotFoundError(2, f"{citaat(bestand)} bestaat niet", bestand)
    bron = verbinding or duckdb().default_connection()
    einde = Path(bestand.removesuffix(".gz")).suffix.casefold()
    if einde == ".parquet":
        return bron.read_parquet(bestand)
    if einde == ".csv":
        # Said and not guessed: a line that begins with # is a line, and a single quote is a letter.
        scheiding = None if "://" in bestand else _scheiding(bestand)
        return bron.read_csv(
            bestand, sep=scheiding, all_varchar=True, header=True, comment="", quotechar='"', escapechar='"'
        )
    raise OngeldigeVraag("ongeldige_waarde", f"{citaat(bestand)} is geen .parquet of .csv", {"pad": bestand})


def _scheiding(bestand: str) -> str:
    """Return what parts the columns: what the first line has most of."""
    eerste = bestand if Path(bestand).exists() else min(glob.glob(bestand, recursive=True))
    with (gzip.open if eerste[-3:] == ".gz" else open)(eerste, "rb") as tekst:
        kop = tekst.readline()
    return max(",;\t|", key=lambda teken: kop.count(teken.encode()))
