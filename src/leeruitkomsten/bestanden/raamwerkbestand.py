"""A framework in a file: read and checked to the last fault, written so that two editions compare line by line."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

from ..bouwen import bouw, gegevens_van
from ..fouten import OngeldigRaamwerk
from ..identiteit import canoniek
from ..samenhang import samenhangfouten
from .bewaren import bewaar
from .bron import GRENS
from .jsonbestand import Jsonbestand
from .vorm import Raamwerkbestand, sleutels
from .vormcontrole import vormfouten

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..raamwerk import Raamwerk
    from .bewaren import Doel
    from .bron import Bron

_BESTAND = Jsonbestand(OngeldigRaamwerk, sleutels(Raamwerkbestand))


def lees(bron: Bron, *, grens: int = GRENS) -> Raamwerk:
    """Read a framework of one's own, and check it.

    Args:
        bron: a path, an open file (text or binary), or the bytes of a JSON file. Its shape: `docs/eigen-raamwerk.md`.
        grens: the largest size that is accepted, in bytes (of an open text file in characters).

    Raises:
        OngeldigRaamwerk: the file is not a sound framework; `.bevindingen` names every fault with its path (at most 100,
            and `.meer` says how many others there are). Nothing is loaded.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> lu.lees(lu.schrijf(lu.laad())) == lu.laad()
    True
    """
    with _zonder_opruimen():
        return uit_gegevens(_BESTAND.lees(bron, grens))


def uit_gegevens(gegevens: object) -> Raamwerk:
    """Return the framework that plain data describe (what `json.load` gives), once they have been checked.

    Raises:
        OngeldigRaamwerk: as for `lees`.
    """
    with _zonder_opruimen():
        fouten = [*vormfouten(gegevens, Raamwerkbestand), *samenhangfouten(gegevens)]
        if fouten:
            raise _BESTAND.ongeldig(fouten)
        return bouw(gegevens)  # type: ignore[arg-type]  # its shape was checked


@contextlib.contextmanager
def _zonder_opruimen() -> Generator[None]:
    """Keep the garbage collector from going through all records again and again while they are made: none is garbage."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def schrijf(raamwerk: Raamwerk, doel: Doel | None = None) -> bytes:
    """Return a framework as the bytes of a JSON file, and write them to `doel` if there is one.

    The same framework gives the same bytes: keys in a fixed order, one criterium per line, UTF-8. A path is written as a
    whole or not at all: whatever goes wrong, the old file is there or the new one.

    Args:
        raamwerk: the framework.
        doel: a path, or an open file (text or binary); nothing is written when it is left out.

    Raises:
        OngeldigRaamwerk: the framework, made by hand, could not be read back; nothing is written.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> lu.schrijf(lu.laad()).decode().splitlines()[2]
    ' "naam": "Leeruitkomsten van het werkplekleren",'
    """
    gegevens = gegevens_van(raamwerk)
    uit_gegevens(gegevens)
    return bewaar(canoniek(gegevens), doel)
