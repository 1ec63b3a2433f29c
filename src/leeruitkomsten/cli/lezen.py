"""Files that a command is given: read, or refused in one Dutch sentence."""

from __future__ import annotations

import errno
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ..bestanden import bron
from ..bestanden.codelijst import lees_codelijst
from ..bestanden.portfolio import lees_portfolio
from ..bestanden.raamwerkbestand import lees
from ..bestanden.tabelbestand import is_tabel
from ..fouten import Fout
from ..identiteit import MET_ERRATA
from ..tabel import ZICHTBAAR
from ..verpakt import laad, versies
from ..zinnen import citaat
from .nederlands import vraagfout

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from ..bewijs import Portfolio
    from ..raamwerk import Raamwerk


def lees_raamwerk(bestand: str) -> Raamwerk:
    """Return the framework in a file, or the packaged one of this version (`1.0`, `1.0+errata`)."""
    if bestand.removesuffix(MET_ERRATA) in versies():
        return laad(bestand)
    if is_tabel(bestand):
        raise vraagfout(f"{citaat(bestand)} is een tabel; maak er eerst een raamwerk van met: leeruitkomsten nieuw")
    with in_bestand(bestand):
        return lees(lees_bytes(bestand))


@contextmanager
def in_bestand(bestand: str) -> Generator[None]:
    """Say of which file it is what is wrong, where that is found inside this context."""
    try:
        yield
    except Fout as fout:
        raise vraagfout(f"{citaat(bestand)}: {fout}") from fout


def lees_portfoliobestand(bestand: str, raamwerk: Raamwerk) -> Portfolio:
    """Return the portfolio in a file, which must be of this framework."""
    with in_bestand(bestand):
        return lees_portfolio(lees_bytes(bestand), raamwerk)


def lees_codes(bestand: str, raamwerk: Raamwerk, *, blad: str | None = None, van_een: bool = True) -> list[str]:
    """Return the codes in a portfolio (JSON), a table with a column `criterium`, or a text; with `van_een` those of one student.

    What was passed over or filled in is said on standard error.
    """
    with in_bestand(bestand):
        if bestand.casefold().endswith(".json"):
            return list(lees_portfolio(lees_bytes(bestand), raamwerk).codes)
        try:
            lijst = lees_codelijst(lees_bytes(bestand) if bestand == "-" else bestand, blad=blad, van_een=van_een)
        except OSError as fout:
            raise bestandsfout(bestand, fout) from fout
    zeg(bestand, lijst.opmerkingen)
    return lijst.codes


def zeg(bestand: str, opmerkingen: Iterable[str]) -> None:
    """Say on standard error how a file was read."""
    for zin in opmerkingen:
        click.echo(f"{citaat(bestand)}: {zin}".translate(ZICHTBAAR), err=True)


def lees_bytes(bestand: str) -> bytes:
    """Return what is in a file, or in `-` (standard input); of what is too large just enough for its reader to say so."""
    if bestand == "-" and sys.stdin is None:
        raise vraagfout("er is geen standaardinvoer")
    try:
        return bron.lees_tabelbytes(sys.stdin.buffer if bestand == "-" else bestand)
    except OSError as fout:
        raise bestandsfout(bestand, fout) from fout


_REDENEN = {
    errno.ENOENT: "bestaat niet",
    errno.ENOTDIR: "bestaat niet: wat er als map staat is een bestand",
    errno.EISDIR: "is een map",
    errno.EACCES: "is niet te lezen: dat mag niet",
    errno.ENAMETOOLONG: "is niet te lezen: de naam is te lang",
}


def bestandsfout(bestand: str, fout: OSError) -> click.UsageError:
    """Return the error for a file that cannot be read: why, where that is a reason that we know."""
    reden = _REDENEN.get(fout.errno or 0, f"is niet te lezen: {fout.strerror or 'onbekende reden'}")
    return vraagfout(f"{citaat(bestand)} {reden}")
