"""The command line: `leeruitkomsten`, or `python -m leeruitkomsten`."""

from __future__ import annotations

import sys


def hoofd() -> None:
    """Run the command line, or say in Dutch which extra is missing."""
    try:
        import click as _click
        import rich as _rich
    except ImportError:
        from .fouten import OntbrekendOnderdeel

        sys.exit(str(OntbrekendOnderdeel("cli", "de opdrachtregel")))
    del _click, _rich
    from .cli import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    hoofd()
