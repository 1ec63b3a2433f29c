"""Writing: bytes to a path as a whole or not at all, or to an open file; plain data as canonical JSON."""

from __future__ import annotations

import contextlib
import io
import json
import os
import secrets
import stat
from typing import IO, TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

Doel: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]
"""A path, or an open file (text or binary)."""


def json_bytes(gegevens: Any) -> bytes:
    """Return plain data as canonical JSON, so that two editions compare line by line.

    Keys keep their order; an object that holds no list or other object stands on one line; UTF-8.
    """
    return f"{_regels(gegevens, 0)}\n".encode()


def bewaar(inhoud: bytes, doel: Doel | None) -> bytes:
    """Write bytes to a path, as a whole or not at all, or to an open file (text or binary); and return them."""
    if isinstance(doel, str | os.PathLike):
        _vervang(os.fspath(doel), inhoud)
    elif doel is not None:
        _in_bestand(doel, inhoud)
    return inhoud


def _regels(waarde: Any, diepte: int) -> str:
    """Return canonical JSON: an object that holds no list or other object stands on one line."""
    if not isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    if isinstance(waarde, dict):
        velden = cast("dict[str, Any]", waarde)
        if not any(isinstance(deel, dict | list) for deel in velden.values()):
            return json.dumps(velden, ensure_ascii=False)
        regels = [f'"{naam}": {_regels(deel, diepte + 1)}' for naam, deel in velden.items()]
        begin, einde = "{}"
    else:
        regels = [_regels(deel, diepte + 1) for deel in cast("Iterable[Any]", waarde)]
        begin, einde = "[]"
    inspringing = "\n" + " " * (diepte + 1)
    binnen = f"{inspringing}{f',{inspringing}'.join(regels)}\n{' ' * diepte}" if regels else ""
    return begin + binnen + einde


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
    als_tekst = isinstance(doel, io.TextIOBase)
    cast("IO[Any]", doel).write(inhoud.decode() if als_tekst else inhoud)
