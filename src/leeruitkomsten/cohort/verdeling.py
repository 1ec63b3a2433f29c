"""How numbers are spread, where it is known how many there are of each: the quartiles, as `spreiding` has them."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from itertools import accumulate


def kwartielen(keren: Mapping[int, int]) -> tuple[float, float, float]:
    """Return the quartiles of numbers, each so many times there, in proportion between two of them.

    >>> kwartielen({1: 1, 4: 1}), kwartielen({1: 2, 3: 1})
    ((1.75, 2.5, 3.25), (1.0, 1.0, 2.0))
    """
    getallen = sorted(keren)
    tot = [*accumulate(keren[getal] for getal in getallen)]

    def kwartiel(kwart: int) -> float:
        heel, rest = divmod((tot[-1] - 1) * kwart, 4)
        laag, hoog = (getallen[bisect.bisect_right(tot, plek)] for plek in (heel, heel + (rest > 0)))
        return laag + (hoog - laag) * rest / 4

    return kwartiel(1), kwartiel(2), kwartiel(3)
