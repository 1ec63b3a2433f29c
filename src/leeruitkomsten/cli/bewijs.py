"""Tables that a command is given (CSV, Parquet, Excel): their columns found, counted behind a progress bar."""

from __future__ import annotations

import csv
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from ..bestanden.lees_tabel import lees_tabel
from ..bestanden.tabelinhoud import Tabelinhoud
from ..cohort.in_bestand import is_groot, onleesbaar, relatie, soort_bestand
from ..cohort.in_duckdb import duckdb
from ..cohort.sql_taal import DUCKDB
from ..fouten import Fout, GeenKolom
from ..tabel import ZICHTBAAR
from ..zinnen import citaat
from .lezen import bestandsfout, lees_bytes
from .nederlands import vraagfout
from .scherm import zet_op_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")
Rij = dict[str, Any]


def lees_bewijs(
    bestand: str, *gevraagd: str, blad: str | None = None, datums: Sequence[str] = ()
) -> tuple[Any, tuple[str, ...]]:
    """Return of a table the columns that are asked for: a `Tabelinhoud`, or of what is large a relation of DuckDB.

    What was passed over or filled in is said on standard error, and returned.
    """
    if bestand != "-" and not soort_bestand(bestand):
        raise vraagfout(f"{citaat(bestand)} is geen .csv, .parquet of .xlsx")
    try:
        if bestand == "-" or _klein(bestand):
            bron = lees_bytes(bestand) if bestand == "-" else bestand
            tabel: Any = lees_tabel(bron, *gevraagd, blad=blad, datums=datums)
            opmerkingen = tuple(f"{citaat(bestand)}: {zin}" for zin in tabel.opmerkingen)
        else:  # in the connection whose progress `reken` shows
            verbinding = duckdb().default_connection()
            tabel, opmerkingen = relatie(bestand, *gevraagd, blad=blad, datums=datums, verbinding=verbinding)
        for zin in opmerkingen:
            click.echo(zin.translate(ZICHTBAAR), err=True)
        return tabel, opmerkingen
    except GeenKolom as fout:
        raise GeenKolom(fout.gevraagd, fout.dubbel, fout.kolommen, _waar(bestand, fout)) from None
    except Fout as fout:
        raise vraagfout(f"{_waar(bestand, fout)}: {fout}") from fout
    except OSError as fout:
        raise bestandsfout(bestand, fout) from fout


def _waar(bestand: str, fout: Fout) -> str:
    """Return which file an error is about; where the name is a pattern, in which of its files."""
    noten: list[str] = [] if Path(bestand).exists() else getattr(fout, "__notes__", [])
    return ", ".join([citaat(bestand), *noten])


def _klein(bestand: str) -> bool:
    """Say whether a table is read without an engine; a pattern stands for several, which may be large together."""
    soort = soort_bestand(bestand)
    return Path(bestand).exists() and (soort == ".xlsx" or (soort == ".csv" and not is_groot(bestand)))


def reken(bestand: str, tabel: Any, werk: Callable[[], T]) -> T:
    """Do work on a table, behind a progress bar when somebody is looking and it may take long."""
    if isinstance(tabel, Tabelinhoud):
        return werk()
    import duckdb

    try:
        if not sys.stderr.isatty():
            return werk()
        return _met_balk(werk, duckdb.default_connection())
    except duckdb.Error as fout:  # in what is read only now: the lines of Parquet
        raise vraagfout(f"{citaat(bestand)}: {onleesbaar(bestand, fout)}") from fout


def _met_balk(werk: Callable[[], T], verbinding: Any) -> T:
    uitkomst: list[T] = []
    fouten: list[BaseException] = []

    def taak() -> None:
        try:
            uitkomst.append(werk())
        except BaseException as fout:  # raised again in the thread that asked
            fouten.append(fout)

    verbinding.execute("SET enable_progress_bar = true")
    verbinding.execute("SET enable_progress_bar_print = false")
    draad = threading.Thread(target=taak, daemon=True)
    kolommen = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolommen, console=Console(stderr=True), transient=True) as balk:
        stap = balk.add_task("Tellen", total=100)
        draad.start()
        try:
            while draad.is_alive():
                draad.join(0.1)
                balk.update(stap, completed=max(0, verbinding.query_progress()))
        except KeyboardInterrupt:
            verbinding.interrupt()
            raise
    if fouten:
        raise fouten[0]
    return uitkomst[0]


def van_student(tabel: Any, per: str, student: str) -> Any:
    """Return the lines of one student, as text has it."""
    if isinstance(tabel, Tabelinhoud):
        deel = [(regel, waar) for regel, waar in zip(tabel.regels, tabel.waar, strict=True) if regel[per] == student]
        return Tabelinhoud(tuple(regel for regel, _ in deel), tuple(waar for _, waar in deel), tabel.opmerkingen)
    return tabel.filter(f"CAST({DUCKDB.naam(per)} AS VARCHAR) = {DUCKDB.tekst(student)}")


def zonder(tabel: Any, kolom: str) -> int:
    """Return how many lines of a table have nothing in a column."""
    if isinstance(tabel, Tabelinhoud):
        return len(tabel.leeg(kolom))
    return len(tabel.filter(f"{DUCKDB.naam(kolom)} IS NULL"))


def rijen(antwoord: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the lines of a table, sorted by its first column, without holding them all."""
    if isinstance(antwoord, list):
        yield from (tuple(rij.values()) for rij in cast("list[Rij]", antwoord))
        return
    yield from antwoord.order(DUCKDB.naam(antwoord.columns[0])).iter_rows()


def toon_csv(kop: tuple[str, ...], regels: Iterable[tuple[Any, ...]]) -> None:
    """Print lines as CSV."""
    zet_op_utf8()
    schrijver = csv.writer(sys.stdout, lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(regels)
