"""Output: a table for people, or JSON for programs."""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import sys
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..record import Record, Reeks, Uitkomst
from ..tabel import ZICHTBAAR, Cel, Tabel, met_tekens, regels

_STIJL = {
    "nieuw": "green",
    "vervalt": "red",
    "hierheen": "cyan",
    "vandaan": "cyan",
    "gevonden": "bold yellow",
    "code": "bold",
}


def toon(resultaat: Record | Reeks[Any], *, als_json: bool, leeg: str = "Niets gevonden.") -> None:
    """Print a record or a result, or `leeg` where there is none. Colour is for a terminal only; signs say it as well.

    As JSON a result that knows which framework it is of says so (`kenmerk`), and has its lines as `regels`.
    """
    if als_json:
        toon_json(resultaat.als_dict() if isinstance(resultaat, Record | Uitkomst) else resultaat.als_dicts())
    elif isinstance(resultaat, Reeks) and not resultaat:
        click.echo(leeg)
    else:
        teken(resultaat._tabel())


def toon_json(gegevens: object, *, err: bool = False) -> None:
    """Print plain data as JSON; where the output is not UTF-8, with escapes, so that no letter is lost."""
    stroom = sys.stderr if err else sys.stdout
    utf8 = codecs.lookup(stroom.encoding or "utf-8").name == "utf-8"
    click.echo(json.dumps(gegevens, ensure_ascii=not utf8, indent=2), err=err)


def zet_op_utf8() -> None:
    """Have what programs read come out in UTF-8, whatever the system says: elsewhere two students may get the same name."""
    stroom: Any = sys.stdout
    if isinstance(stroom, io.TextIOWrapper) and not stroom.isatty():
        stroom.reconfigure(encoding="utf-8")


class Dicht(io.StringIO):
    """What stands for a standard output that is closed: an answer that is printed on it would be lost, and is an error."""

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


SMALST = 60
LANGSTE_WOORD = 14


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # rich would end the program here; the command line does that, without calling it a failure.
        raise BrokenPipeError


def teken(tabel: Tabel) -> None:
    """Draw a table as wide as the terminal, at least 60 columns; 80 where there is none."""
    console = _Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, SMALST)
    if tabel.titel:
        console.print(Text(_veilig(tabel.titel), style="bold"))
    beeld = Table(box=box.SIMPLE_HEAD, show_header=bool(tabel.kop), pad_edge=False, leading=1)
    for plaats, naam in enumerate(tabel.kop or ("",)):
        woorden = " ".join(map(str, (naam, *(_cel(rij[0]) for rij in tabel.rijen)))).split() if plaats == 0 else [""]
        beeld.add_column(Text(_veilig(naam)), overflow="fold", min_width=min(max(map(len, woorden)), LANGSTE_WOORD))
    for rij in tabel.rijen:
        beeld.add_row(*map(_cel, rij))
    console.print(beeld)
    if tabel.voet:
        console.print(Text(_veilig(tabel.voet), style="italic"))


def _cel(cel: Cel) -> Text:
    return Text("\n").join(_tekst(tekst) for tekst in regels(cel))


def _tekst(delen: tuple[tuple[str, str], ...]) -> Text:
    tekst = Text()
    for soort, ruw in delen:
        wit, woorden = met_tekens(soort, _veilig(ruw))
        tekst.append(wit)
        tekst.append(woorden, style=_STIJL.get(soort))
    return tekst


def _veilig(tekst: str) -> str:
    return "\n".join(regel.translate(ZICHTBAAR) for regel in tekst.split("\n"))
