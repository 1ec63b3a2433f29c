"""From niveau to niveau: the steps of a row, and how many of its words go, stay and come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..progressie import Verdieping
from ..woordverschil import verschil, woorden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Rij, Succescriterium

_NAAM = {"vervalt": "vervallen", "gelijk": "gebleven", "nieuw": "nieuw"}


def stappen(rij: Rij) -> Iterator[tuple[int, Verdieping]]:
    """Yield each niveau at which a row asks something, with the step to it from the niveau before at which it does.

    The first step has nothing to come from: its `van` is empty.
    """
    vorige: tuple[Succescriterium, ...] = ()
    for niveau, cel in enumerate(rij.cellen, 1):
        if cel:
            yield niveau, Verdieping(rij.code, vorige, cel)
            vorige = cel


def woordentelling(stap: Verdieping) -> dict[str, int]:
    """Return how many words of a step are `vervallen`, `gebleven` and `nieuw`; punctuation does not count.

    Suggested pairs are compared one by one; where there are none, all criteria of one cell with all of the other.
    """
    paren = [(laag.tekst, hoog.tekst) for laag, hoog in stap.paren] or [(samen(stap.van), samen(stap.naar))]
    geteld = dict.fromkeys(_NAAM.values(), 0)
    for laag, hoog in paren:
        for soort, tekst in verschil(laag, hoog).delen:
            geteld[_NAAM[soort]] += sum(any(teken.isalnum() for teken in woord) for woord in woorden(tekst))
    return geteld


def samen(cel: Sequence[Succescriterium]) -> str:
    """Return the texts of a cell as one."""
    return " ".join(c.tekst for c in cel)
