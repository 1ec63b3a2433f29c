"""What is read: a path, an open file or bytes, up to a size that is given beforehand."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, TypeAlias

from ..codes import is_getal
from ..fouten import VerkeerdType
from ..zinnen import citaat

if TYPE_CHECKING:
    from collections.abc import Iterator

Bron: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[str] | IO[bytes]
"""A path, an open file (text or binary), or bytes."""

GRENS = 10_000_000
"""The largest file that is read without asking for more, in bytes; the packaged framework takes 35 thousand."""

WERKMAP = 100_000_000
"""The largest workbook that is read, in bytes: it need not be packed, and no more than this may be in it."""
ZIP = b"PK\x03\x04"
"""How a workbook begins."""


def lees_bytes(bron: Bron, grens: int) -> bytes:
    """Return what stands there; of what is larger than `grens` bytes just enough to see that it is.

    Raises:
        VerkeerdType: it is nothing that can be read, or `grens` is no whole number.
    """
    if not is_getal(grens):
        reden = f"grens= is een geheel getal (bytes), geen {citaat(grens)}"
        raise VerkeerdType(reden, {"grens": grens})
    if isinstance(bron, bytes | bytearray | memoryview):
        return bytes(bron)
    if isinstance(bron, str | os.PathLike):
        with open(bron, "rb") as bestand:
            return bestand.read(grens + 1)
    if not hasattr(bron, "read"):
        reden = f"hier hoort een pad, een open bestand of bytes, er staat {citaat(bron)}"
        raise VerkeerdType(reden, {"bron": bron})
    return b"".join(_delen(bron, grens + 1))


def lees_tabelbytes(bron: Bron) -> bytes:
    """Return what stands there, up to `GRENS` bytes or of a workbook `WERKMAP`; of what is larger just enough to see that it is.

    Raises:
        VerkeerdType: it is nothing that can be read.
    """
    if isinstance(bron, str | os.PathLike):
        with open(bron, "rb") as bestand:
            return lees_tabelbytes(bestand)
    begin = lees_bytes(bron, GRENS)
    if isinstance(bron, bytes | bytearray | memoryview) or len(begin) <= GRENS or not begin.startswith(ZIP):
        return begin
    return begin + lees_bytes(bron, WERKMAP - len(begin))


def _delen(bestand: IO[str] | IO[bytes], hoogstens: int) -> Iterator[bytes]:
    """Yield what an open file gives, up to its end: a pipe gives at a time what has come in so far."""
    while hoogstens and (deel := bestand.read(hoogstens)):
        hoogstens -= len(deel)
        yield deel.encode("utf-8", "surrogatepass") if isinstance(deel, str) else deel
