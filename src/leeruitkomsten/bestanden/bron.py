"""What is read: a path, an open file or bytes, up to a size that is given beforehand."""

from __future__ import annotations

import os
from typing import IO, TypeAlias

from ..codes import is_getal
from ..fouten import VerkeerdType, citaat

Bron: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[str] | IO[bytes]
"""A path, an open file (text or binary), or bytes."""

GRENS = 10_000_000
"""The largest file that is read without asking for more, in bytes; the packaged framework takes 35 thousand."""


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
    gelezen = bron.read(grens + 1)
    return gelezen.encode("utf-8", "surrogatepass") if isinstance(gelezen, str) else gelezen
