"""The command line, in Dutch: `opdrachten` and `bestanden` are its commands, `scherm` its output."""

from __future__ import annotations

import io
import os
import sys

import click

from ..fouten import OnbekendeCode
from . import bestanden as bestanden  # adds its commands to the others
from .nederlands import foutmelding
from .opdrachten import leeruitkomsten

FOUT = 2


def start(argumenten: list[str]) -> int:
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
        click.echo("Afgebroken.", err=True)
        return 130
    except click.ClickException as fout:
        click.echo(foutmelding(fout), err=True)
        return FOUT
    except OnbekendeCode as fout:
        click.echo(f"Fout: {fout}", err=True)
        return FOUT
