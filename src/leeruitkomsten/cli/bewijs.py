"""Tables that a command is given (CSV, Parquet, Excel): their columns found, counted behind a progress bar."""

from __future__ import annotations

import csv
import re
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from ..bestanden.rekenblad import bladen
from ..cohort.in_duckdb import duckdb, scan
from ..cohort.sql import DUCKDB
from ..fouten import Fout, GeenKolom, OngeldigRaamwerk, citaat
from .lezen import bestandsfout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
Rij = dict[str, Any]
_SOORTEN = (".csv", ".parquet", ".xlsx")


def lees_tabel(bestand: str, *gevraagd: str) -> Any:
    """Return of a table the columns that are asked for, under these names: a relation of DuckDB, or a list of dicts.

    Capitals in the names of columns do not count.
    """
    einde = Path(bestand.removesuffix(".gz")).suffix.casefold()
    if einde not in _SOORTEN:
        raise _vraagfout(f"{citaat(bestand)} is geen {', '.join(_SOORTEN[:-1])} of {_SOORTEN[-1]}")
    try:
        # In the connection whose progress `reken` shows.
        tabel = _werkmap(bestand) if einde == ".xlsx" else scan(bestand, duckdb().default_connection())
    except OngeldigRaamwerk as fout:
        raise _vraagfout(f"{citaat(bestand)}: {fout}") from fout
    except (click.UsageError, Fout):
        raise
    except OSError as fout:
        raise bestandsfout(bestand, fout) from fout
    except Exception as fout:  # whatever DuckDB finds in a file from outside
        raise _onleesbaar(bestand) from fout
    kolommen = list(cast("list[Rij]", tabel)[0]) if isinstance(tabel, list) else cast("list[str]", tabel.columns)
    gevonden = _kolommen(bestand, gevraagd, kolommen)
    if isinstance(tabel, list):
        regels = cast("list[Rij]", tabel)
        return [{vraag: regel[kolom] for vraag, kolom in gevonden.items()} for regel in regels[1:]]
    return tabel.project(
        ", ".join(f"{DUCKDB.naam(kolom)} AS {DUCKDB.naam(vraag)}" for vraag, kolom in gevonden.items())
    )


def _werkmap(bestand: str) -> list[Rij]:
    """Return the lines of the first sheet that holds any, the names of its columns first."""
    for _, rijen in bladen(Path(bestand)):
        gevuld = [rij for rij in rijen if any(rij)]
        if gevuld:
            kop, *rest = gevuld
            dubbel = sorted({naam for naam in kop if naam and kop.count(naam) > 1})
            if dubbel:
                raise GeenKolom((), tuple(dubbel), tuple(kop), citaat(bestand))
            if any(cel for rij in rest for cel in rij[len(kop) :]):
                raise _vraagfout(f"in {citaat(bestand)} staat iets in een kolom zonder naam")
            cellen = ([cel or None for cel in rij] + [None] * (len(kop) - len(rij)) for rij in (kop, *rest))
            return [dict(zip(kop, rij, strict=False)) for rij in cellen]
    raise _vraagfout(f"in {citaat(bestand)} staat geen enkele regel")


def _kolommen(bestand: str, gevraagd: tuple[str, ...], kolommen: list[str]) -> dict[str, str]:
    """Return which column each name means: the one that is called so, or the only one that is but for its capitals."""
    gelijk = {
        naam: [naam] if naam in kolommen else [k for k in kolommen if k.casefold().strip() == naam.casefold()]
        for naam in gevraagd
    }
    mist = tuple(naam for naam, namen in gelijk.items() if not namen)
    dubbel = tuple(naam for naam, namen in gelijk.items() if len(namen) > 1)
    if mist or dubbel:
        raise GeenKolom(mist, dubbel, tuple(kolommen), citaat(bestand))
    return {naam: namen[0] for naam, namen in gelijk.items()}


def reken(bestand: str, tabel: Any, werk: Callable[[], T]) -> T:
    """Do work on a table, behind a progress bar when somebody is looking and it may take long."""
    if isinstance(tabel, list):
        return werk()
    import duckdb

    try:
        if not sys.stderr.isatty():
            return werk()
        return _met_balk(werk, duckdb.default_connection())
    except duckdb.Error as fout:
        raise _onleesbaar(bestand, str(fout)) from fout


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
    if isinstance(tabel, list):
        return [regel for regel in cast("list[Rij]", tabel) if regel[per] == student]
    return tabel.filter(f"CAST({DUCKDB.naam(per)} AS VARCHAR) = {DUCKDB.tekst(student)}")


def zonder(tabel: Any, kolom: str) -> int:
    """Return how many lines of a table have nothing in a column."""
    if isinstance(tabel, list):
        return sum(regel[kolom] is None for regel in cast("list[Rij]", tabel))
    return len(tabel.filter(f"{DUCKDB.naam(kolom)} IS NULL"))


def regels(tabel: Any) -> list[tuple[Any, ...]]:
    """Return the lines of a small table, in its own order."""
    if isinstance(tabel, list):
        return [tuple(regel.values()) for regel in cast("list[Rij]", tabel)]
    return cast("list[tuple[Any, ...]]", tabel.fetchall())


def rijen(antwoord: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the lines of a table, sorted by its first column, without holding them all."""
    if isinstance(antwoord, list):
        yield from regels(cast("list[Rij]", antwoord))
        return
    yield from antwoord.order(DUCKDB.naam(antwoord.columns[0])).iter_rows()


def toon_csv(kop: tuple[str, ...], regels: Iterable[tuple[Any, ...]]) -> None:
    """Print lines as CSV."""
    schrijver = csv.writer(sys.stdout, lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(regels)


def _onleesbaar(bestand: str, fout: str = "") -> click.UsageError:
    """Return the error for what DuckDB cannot read; of CSV it says at which line."""
    if regel := re.search(r"CSV Error on Line: (\d+)", fout):
        wat = (
            "is geen UTF-8"
            if "utf-8" in fout.lower()
            else "heeft meer of minder kolommen dan de kop, of is geen goede CSV"
        )
        return _vraagfout(f"{citaat(bestand)}: regel {regel[1]} {wat}")
    return _vraagfout(f"{citaat(bestand)} is niet te lezen; is het een CSV-bestand in UTF-8, of Parquet?")


def _vraagfout(reden: str) -> click.UsageError:
    return click.UsageError(reden, click.get_current_context())
