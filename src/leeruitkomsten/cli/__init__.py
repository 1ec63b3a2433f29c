"""The command line, in Dutch: `opdrachten`, `bestanden`, `tellen`, `uitvoer` and `bladen` are its commands, `scherm` its output."""

from __future__ import annotations

import io
import os
import sys

import click

from . import bestanden as bestanden  # these add their commands to the others
from . import bladen as bladen
from . import tellen as tellen
from . import uitvoer as uitvoer
from .nederlands import foutmelding
from .opdrachten import leeruitkomsten

FOUT = 2
ONDERBROKEN = 130


def start(argumenten: list[str]) -> int:  # one for each way a command ends
    """Run one command and return its exit code: 0 done, 1 something to correct was found, 2 the question was wrong."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")
    try:
        uitkomst = leeruitkomsten.main(argumenten, prog_name="leeruitkomsten", standalone_mode=False)
        sys.stdout.flush()
        return int(uitkomst or 0)
    except (BrokenPipeError, SystemExit):
        # The reader has seen enough (click then asks to exit); what Python still has to write at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except click.exceptions.NoArgsIsHelpError as hulp:
        click.echo(hulp.format_message())
        return 0
    except click.Abort:
        return _meld("Afgebroken.", ONDERBROKEN)
    except click.ClickException as fout:
        return _meld(foutmelding(fout), FOUT)
    except OSError as fout:
        return _meld(f"Fout: schrijven lukt niet ({fout.strerror})", FOUT)


def _meld(zin: str, uitgang: int) -> int:
    click.echo(zin, err=True)
    return uitgang
