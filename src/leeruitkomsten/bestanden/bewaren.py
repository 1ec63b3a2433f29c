"""Writing: bytes to a path, as a whole or not at all, or into what is no file of its own: a pipe, a device, an open file."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import secrets
import stat
from typing import IO, Any, TypeAlias, cast

from ..fouten import VerkeerdType
from ..zinnen import citaat

Doel: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]
"""A path, or an open file (text or binary)."""

_BINAIR = getattr(os, "O_BINARY", 0)
_MEESTE_LINKS = 40
_STAAT_VAST = frozenset({errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EROFS})
"""What the system says of a file that is mounted by itself, or in whose folder nothing may be made: it cannot be replaced."""


def bewaar(inhoud: bytes, doel: Doel | None, *, overschrijf: bool = True) -> bytes:
    """Write bytes to a path, as a whole or not at all, or to an open file (text or binary); and return them.

    A link stays a link: what it points to is written. A pipe, a device or an open file (`/dev/stdout`, `/dev/fd/3`) is written
    into, and never replaced. A file that cannot be replaced, as it is mounted by itself, nothing may be made in its folder, or it
    has other names too (hard links), is written where it stands; if that fails, what stood there is put back.

    Args:
        inhoud: what is written.
        doel: where to; `None` is nowhere.
        overschrijf: whether a file that holds something else may be replaced. An empty one always may.

    Raises:
        VerkeerdType: it is nothing that can be written to.
        FileExistsError: the file holds something else, and `overschrijf` is `False`.
        OSError: the path cannot be written.
    """
    if isinstance(doel, str | os.PathLike):
        _op_pad(os.fspath(doel), inhoud, overschrijf=overschrijf)
    elif doel is not None:
        _in_bestand(doel, inhoud)
    return inhoud


def _op_pad(pad: str, inhoud: bytes, *, overschrijf: bool) -> None:
    if (nummer := nummer_van(pad)) is not None:
        _stort(os.dup(nummer), inhoud)
        return
    if os.path.basename(pad) in ("", os.curdir, os.pardir):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), pad)
    try:
        wat = os.stat(pad)
    except FileNotFoundError:
        pass
    else:
        if not stat.S_ISREG(wat.st_mode):
            # A terminal that is written to does not become the one that steers this process.
            _stort(os.open(pad, os.O_WRONLY | _BINAIR | getattr(os, "O_NOCTTY", 0)), inhoud)
            return
        if not overschrijf and wat.st_size and _iets_anders(pad, inhoud, wat.st_size):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), pad)
    _vervang(os.path.realpath(pad), inhoud)


def nummer_van(pad: str) -> int | None:
    """Return the number of the open file of this process that a path names, as `/dev/stdout` and `/dev/fd/3` do."""
    mappen = {os.path.realpath(map_) for map_ in ("/dev/fd", "/proc/self/fd")}
    for _ in range(_MEESTE_LINKS):
        map_, naam = os.path.split(pad)
        if naam.isdecimal() and os.path.realpath(map_) in mappen:
            return int(naam)
        try:
            pad = os.path.join(map_, os.readlink(pad))
        except (OSError, ValueError):  # no link; what else is wrong with it is said when it is written
            return None
    return None


def _stort(nummer: int, inhoud: bytes) -> None:
    """Write into an open file, from where it stands, and close it."""
    with os.fdopen(nummer, "wb") as bestand:
        bestand.write(inhoud)


def _iets_anders(pad: str, inhoud: bytes, grootte: int) -> bool:
    if grootte != len(inhoud):
        return True
    with open(pad, "rb") as bestand:
        return bestand.read() != inhoud


def _vervang(echt: str, inhoud: bytes) -> None:
    """Put a new file in the place of the old one, in one step; where that cannot be, write into the old one.

    A file that has other names too (hard links) is written into as well: those would go on with what stood there.
    """
    with contextlib.suppress(FileNotFoundError):
        if os.stat(echt).st_nlink > 1:
            _ter_plaatse(echt, inhoud)
            return
    try:
        _wissel(echt, inhoud)
    except OSError as fout:
        if fout.errno not in _STAAT_VAST or not os.path.isfile(echt):
            # By its own name, not that of what was made beside it.
            raise OSError(fout.errno, fout.strerror, echt) if fout.filename else fout from None
        _ter_plaatse(echt, inhoud)


def _wissel(echt: str, inhoud: bytes) -> None:
    """Write beside the file, to the disk, then put the new one in its place in one step."""
    # A short name of its own: the one of the file may be as long as the system allows.
    tijdelijk = os.path.join(os.path.dirname(echt), f".{secrets.token_hex(5)}~")
    # A new file gets the rights that the system gives one; a file that is there keeps its own.
    nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINAIR, 0o666)
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


def _ter_plaatse(echt: str, inhoud: bytes) -> None:
    """Write into a file that stays where it is, and put back what stood there if that fails."""
    with open(echt, "r+b", buffering=0) as bestand:
        _wacht_op_beurt(bestand)
        oud = bestand.readall()
        try:
            _zet(bestand, inhoud)
        except BaseException:
            with contextlib.suppress(OSError):
                _zet(bestand, oud)
            raise


def _wacht_op_beurt(bestand: io.FileIO) -> None:
    """Let who writes into the same file at once come one after the other, where the system can: else their bytes would mix."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(bestand, fcntl.LOCK_EX)


def _zet(bestand: io.FileIO, inhoud: bytes) -> None:
    bestand.seek(0)
    rest = memoryview(inhoud)
    while rest:
        rest = rest[bestand.write(rest) :]
    bestand.truncate()
    os.fsync(bestand.fileno())


def _in_bestand(doel: IO[str] | IO[bytes], inhoud: bytes) -> None:
    if not hasattr(doel, "write"):
        raise VerkeerdType(f"hier hoort een pad of een open bestand, er staat {citaat(doel)}", {"doel": doel})
    # What wraps a text file, as a temporary one does, is no text file itself, but has its encoding.
    als_tekst = isinstance(doel, io.TextIOBase) or hasattr(doel, "encoding")
    cast("IO[Any]", doel).write(inhoud.decode() if als_tekst else inhoud)
