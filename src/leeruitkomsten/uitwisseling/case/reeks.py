"""Names in several series merged into one order that all of them follow."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

H = TypeVar("H", bound=Hashable)


def samengevoegd(reeksen: Iterable[Sequence[H]]) -> list[H] | None:
    """Return all names in an order that every series follows, as they first stand; `None` where two contradict each other.

    >>> samengevoegd([["laag", "hoog"], ["laag", "midden", "hoog"]])
    ['laag', 'midden', 'hoog']
    >>> samengevoegd([["laag", "hoog"], ["hoog", "laag"]])
    """
    eerst: dict[H, int] = {}
    na: dict[H, dict[H, None]] = {}
    voor: dict[H, int] = {}
    for reeks in reeksen:
        for naam in reeks:
            eerst.setdefault(naam, len(eerst))
        for een, ander in pairwise(reeks):
            if ander not in na.setdefault(een, {}):
                na[een][ander] = None
                voor[ander] = voor.get(ander, 0) + 1
    namen = [*eerst]
    klaar = [eerst[naam] for naam in namen if not voor.get(naam)]
    heapq.heapify(klaar)
    uit: list[H] = []
    while klaar:
        naam = namen[heapq.heappop(klaar)]
        uit.append(naam)
        for ander in na.get(naam, ()):
            voor[ander] -= 1
            if not voor[ander]:
                heapq.heappush(klaar, eerst[ander])
    return uit if len(uit) == len(namen) else None
