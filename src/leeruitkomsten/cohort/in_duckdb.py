"""Evidence in DuckDB: a relation, a file that it scans, and large frames of pandas and PyArrow, which it reads in place."""

from __future__ import annotations

import csv
import glob
import gzip
import os
from pathlib import Path
from typing import Any

from ..fouten import GeenKolom, OngeldigeVraag, citaat, onderdeel
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

    A CSV file is read as text throughout: a student number keeps its leading zeros. Its first line has the names of its columns;
    a line with more or fewer of them is an error when it is read.

    It is read in a connection of its own, which lives as long as the relation: a connection answers one question at a time, and
    threads may ask several. Settings and secrets of DuckDB's default connection hold for it, unless `verbinding` is given.

    Raises:
        GeenKolom: a CSV file has two columns of one name.
        OngeldigeVraag: the name does not end in `.parquet` or `.csv` (`.csv.gz`), a head is not to be read, or several CSV files
            have different heads.
        FileNotFoundError: there is no such file.
        OntbrekendOnderdeel: DuckDB is not installed.
    """
    bestand = os.fspath(pad)
    if "://" not in bestand and not Path(bestand).exists() and not glob.glob(bestand, recursive=True):
        raise FileNotFoundError(2, f"{citaat(bestand)} bestaat niet", bestand)
    bron = verbinding or duckdb().default_connection().cursor()
    einde = Path(bestand.removesuffix(".gz")).suffix.casefold()
    if einde == ".parquet":
        return bron.read_parquet(bestand)
    if einde == ".csv":
        return bron.read_csv(bestand, **(_in_een_adres() if "://" in bestand else _zoals_de_kop(bestand)))
    raise OngeldigeVraag("ongeldige_waarde", f"{citaat(bestand)} is geen .parquet of .csv", {"pad": bestand})


# Said and not guessed: a line that begins with # is a line, a single quote is a letter, and the head is the first line.
_GEZEGD: dict[str, Any] = {"header": True, "comment": "", "quotechar": '"', "escapechar": '"'}


def _in_een_adres() -> dict[str, Any]:
    """Return how DuckDB reads CSV from elsewhere, whose head is not looked at beforehand."""
    return {**_GEZEGD, "all_varchar": True}


def _zoals_de_kop(bestand: str) -> dict[str, Any]:
    """Return how DuckDB reads CSV whose columns are those of its head: a line with more or fewer of them is an error.

    Raises:
        GeenKolom: a column stands there twice.
        OngeldigeVraag: a head cannot be read, or files that are read as one have other heads.
    """
    paden = [bestand] if Path(bestand).exists() else sorted(glob.glob(bestand, recursive=True))
    scheiding, kop = _kop(paden[0])
    for pad in paden[1:]:
        if _kop(pad) != (scheiding, kop):
            reden = f"de kop van {citaat(Path(pad).name)} is een andere dan die van {citaat(Path(paden[0]).name)}"
            raise OngeldigeVraag("ongeldige_waarde", reden, {"pad": pad})
    dubbel = tuple(naam for naam in dict.fromkeys(kop) if naam and kop.count(naam) > 1)
    if dubbel:
        raise GeenKolom((), dubbel, tuple(kop), citaat(Path(paden[0]).name))
    kolommen = {naam or f"kolom {plaats}": "VARCHAR" for plaats, naam in enumerate(kop, 1)}
    return {**_GEZEGD, "sep": scheiding, "auto_detect": False, "columns": kolommen}


def _kop(pad: str) -> tuple[str, list[str]]:
    """Return what parts the columns, which is what the first line has most of, and the names of the columns."""
    with (gzip.open if pad[-3:] == ".gz" else open)(pad, "rb") as bestand:
        eerste = bestand.readline()
    scheiding = max(",;\t|", key=lambda teken: eerste.count(teken.encode()))
    try:
        regels = list(csv.reader([eerste.decode("utf-8-sig")], delimiter=scheiding, strict=True))
        return scheiding, regels[0] if regels else []
    except (UnicodeDecodeError, csv.Error):
        reden = f"de kop van {citaat(Path(pad).name)} is niet te lezen; is het een CSV-bestand in UTF-8?"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"pad": pad}) from None
