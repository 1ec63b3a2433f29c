"""The command line, in Dutch: a file for each kind of command; what they print: `scherm`, `leveren`, `nederlands`."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING

import click

from . import bestanden as bestanden  # these add their commands to the others
from . import bladen as bladen
from . import dekken as dekken
from . import groei as groei
from . import nalopen as nalopen
from . import tekenen as tekenen
from . import tellen as tellen
from . import uitvoer as uitvoer
from .leveren import schrijffout
from .nederlands import Inhoudsfout, foutmelding
from .opdrachten import leeruitkomsten
from .scherm import Dicht

if TYPE_CHECKING:
    from typing import TextIO

FOUT = 2
ONDERBROKEN = 130


def start(argumenten: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 something in a file must be corrected, 2 the question cannot be.

    A line, a code or a day in a file that is checked, counted or drawn, and a portfolio that cannot count, are 1, in each command
    the same; an option, a column that is not there and a file that cannot be read as what it should be are 2.

    Without a standard output, as under pythonw, an answer cannot be given (2), and a file is written in silence; what would go to
    an error output that is not there is not said.
    """
    with contextlib.redirect_stdout(sys.stdout or Dicht()), contextlib.redirect_stderr(sys.stderr or io.StringIO()):
        for stroom in (sys.stdout, sys.stderr):
            if isinstance(stroom, io.TextIOWrapper):
                stroom.reconfigure(errors="backslashreplace")  # no letter is lost
        return _eindig(argumenten)


def _eindig(argumenten: list[str]) -> int:
    try:
        return _antwoord(argumenten)
    except (BrokenPipeError, SystemExit):  # the reader has seen enough; click then asks to exit
        _laat_los(sys.stdout)
        return 0
    except click.Abort:
        return _meld("Afgebroken.", ONDERBROKEN)
    except Inhoudsfout as fout:
        return _meld(fout.message, fout.exit_code)
    except click.ClickException as fout:
        return _meld(foutmelding(fout), FOUT)
    except OSError as fout:
        _laat_los(sys.stdout)
        return _meld(f"Fout: schrijven lukt niet: {schrijffout(fout)}", FOUT)


def _antwoord(argumenten: list[str]) -> int:
    try:
        uitkomst = leeruitkomsten.main(argumenten, prog_name="leeruitkomsten", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as hulp:
        click.echo(hulp.format_message())
        return 0
    sys.stdout.flush()
    return int(uitkomst or 0)


def _meld(zin: str, uitgang: int) -> int:
    try:
        click.echo(zin, err=True)
    except OSError:  # nobody reads it; the exit code still says it
        _laat_los(sys.stderr)
    return uitgang


def _laat_los(stroom: TextIO) -> None:
    """Let what Python still has to write at its end go nowhere: it would fail again, and change the exit code."""
    with contextlib.suppress(OSError):
        nummer = stroom.fileno()
        nergens = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nergens, nummer)
        os.close(nergens)
