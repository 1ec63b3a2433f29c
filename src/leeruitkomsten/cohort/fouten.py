"""What is wrong with a table of evidence, as one error that names every fault."""

from __future__ import annotations

from collections.abc import Sequence

from ..fouten import OnbekendBewijs, OngeldigBewijs
from .vraag import Vraag

_VOORBEELDEN = 5


def fout_in_bewijs(vraag: Vraag, leeg: Sequence[int], onbekend: Sequence[tuple[str, int]]) -> OngeldigBewijs:
    """Return the error.

    Args:
        vraag: what was asked.
        leeg: in how many lines the key and the code are empty.
        onbekend: pairs of an unknown code and its number of lines, most first.

    Where unknown codes are set apart, only the key can be at fault.
    """
    if vraag.apart:
        return OngeldigBewijs(((vraag.per, leeg[0]),))
    kolommen = tuple((naam, n) for naam, n in zip((vraag.per, vraag.criterium), leeg, strict=True) if n)
    if not onbekend:
        return OngeldigBewijs(kolommen)
    genoemd = onbekend[:_VOORBEELDEN]
    fouten = vraag.kader.register.vreemd("succescriterium", [code for code, _ in genoemd])
    voorbeelden = tuple((fouten[code], regels) for code, regels in genoemd)
    return OnbekendBewijs(kolommen, voorbeelden, len(onbekend), sum(regels for _, regels in onbekend))
