"""Writing: bytes to a path, as a whole or not at all, or to an open file."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import stat
from typing import IO, Any, TypeAlias, cast

from ..fouten import VerkeerdType, citaat

Doel: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]
"""A path, or an open file (text or binary)."""


def bewaar(inhoud: bytes, doel: Doel | None) -> bytes:
    """Write bytes to a path, as a whole or not at all, or to an open file (text or binary); and return them.

    Raises:
        VerkeerdType: it is nothing that can be written to.
    """
    if isinstance(doel, str | os.PathLike):
        _vervang(os.fspath(doel), inhoud)
    elif doel is not None:
        _in_bestand(doel, inhoud)
    return inhoud


def _vervang(pad: str, inhoud: bytes) -> None:
    """Write beside the file, to the disk, then put the new one in its place in one step."""
    echt = os.path.realpath(pad)
    tijdelijk = os.path.join(os.path.dirname(echt), f".{os.path.basename(echt)}.{secrets.token_hex(8)}")
    # A new file gets the rights that the system gives one; a file that is there keeps its own.
    nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        with contextlib.suppress(FileNotFoundError):
            os.chmod(tijdelijk, stat.S_IMODE(os.stat(echt).st_mode))
        os.replace(tijdelijk, echt)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(tijdelijk)
        raise


def _in_bestand(doel: IO[str] | IO[bytes], inhoud: bytes) -> None:
    if not hasattr(doel, "write"):
        raise VerkeerdType(f"hier hoort een pad of een open bestand, er staat {citaat(doel)}", {"doel": doel})
    als_tekst = isinstance(doel, io.TextIOBase)
    cast("IO[Any]", doel).write(inhoud.decode() if als_tekst else inhoud)
