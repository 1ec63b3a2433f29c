"""Files that a command is given: read, or refused in one Dutch sentence."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..bestanden.codelijst import lees_codelijst
from ..bestanden.portfolio import lees_portfolio
from ..bestanden.raamwerkbestand import lees
from ..fouten import Fout, citaat
from ..identiteit import MET_ERRATA
from ..tabel import ZICHTBAAR
from ..verpakt import laad, versies

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from ..raamwerk import Raamwerk


def lees_raamwerk(bestand: str) -> Raamwerk:
    """Return the framework in a file, or the packaged one of this version (`1.0`, `1.0+errata`)."""
    if bestand.removesuffix(MET_ERRATA) in versies():
        return laad(bestand)
    geen_tabel(bestand)
    with in_bestand(bestand):
        return lees(lees_bytes(bestand))


@contextmanager
def in_bestand(bestand: str) -> Generator[None]:
    """Say of which file it is what is wrong, where that is found inside this context."""
    try:
        yield
    except Fout as fout:
        raise click.UsageError(f"{citaat(bestand)}: {fout}", click.get_current_context()) from fout


def geen_tabel(bestand: str) -> None:
    """Refuse a table, by the end of its name, and say what to do."""
    if Path(bestand).suffix.casefold() in (".csv", ".xlsx", ".xls", ".ods"):
        reden = f"{citaat(bestand)} is een tabel; maak er eerst een raamwerk van met: leeruitkomsten nieuw"
        raise click.UsageError(reden, click.get_current_context())


def lees_codes(bestand: str, raamwerk: Raamwerk, *, blad: str | None = None) -> list[str]:
    """Return the codes of one student or list: a portfolio (JSON), a table with a column `criterium`, or a text.

    What was passed over or filled in is said on standard error.
    """
    with in_bestand(bestand):
        if bestand.casefold().endswith(".json"):
            return list(lees_portfolio(lees_bytes(bestand), raamwerk).codes)
        try:
            lijst = lees_codelijst(lees_bytes(bestand) if bestand == "-" else bestand, blad=blad)
        except OSError as fout:
            raise bestandsfout(bestand, fout) from fout
    zeg(bestand, lijst.opmerkingen)
    return lijst.codes


def zeg(bestand: str, opmerkingen: Iterable[str]) -> None:
    """Say on standard error how a file was read."""
    for zin in opmerkingen:
        click.echo(f"{citaat(bestand)}: {zin}".translate(ZICHTBAAR), err=True)


def lees_bytes(bestand: str) -> bytes:
    """Return what is in a file; `-` is standard input."""
    if bestand == "-" and sys.stdin is None:
        raise click.UsageError("er is geen standaardinvoer", click.get_current_context())
    try:
        return sys.stdin.buffer.read() if bestand == "-" else Path(bestand).read_bytes()
    except OSError as fout:
        raise bestandsfout(bestand, fout) from fout


def bestandsfout(bestand: str, fout: OSError) -> click.UsageError:
    """Return the error for a file that cannot be read or written."""
    reden = "bestaat niet" if isinstance(fout, FileNotFoundError) else "is niet te lezen of te schrijven"
    return click.UsageError(f"{citaat(bestand)} {reden}", click.get_current_context())
