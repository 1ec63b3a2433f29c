"""The plan: one bitmask per student (sleutel), in which every succescriterium has a bit.

Evidence for the same criterium sets the same bit, so that duplicates count once; what has been shown of a leeruitkomst is
the number of bits that the mask and that of the leeruitkomst share. Bits follow source order and belong to one framework: a
mask is never given away. Two bits stand apart, for lines without a code and for codes that the framework does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeGuard

import attrs

from ..raamwerk import Raamwerk

LEEG, ONBEKEND = 1, 2
"""The bits that say: a line has no code; a line has a code that the framework does not have."""
_EERSTE = 2
BREEDTE = 63
"""Bits per column of whole numbers: the sign bit of 64 is left alone, since Spark has signed numbers only."""
WIT = "".join(teken for teken in map(chr, range(0x3001)) if teken.isspace())
"""All white space: what `str.strip` takes away. Engines are told it letter by letter, since each would know another."""


def is_code(cel: str | None) -> TypeGuard[str]:
    """Return whether a cell holds anything: empty are `None`, and text that is white space and nothing else."""
    return cel is not None and bool(cel.strip())


class Geteld(NamedTuple):
    """Evidence that has been counted.

    Attributes:
        maskers: the masks, the engine's own.
        regels: how many lines there were.
        apart: what stood in lines that do not count, and in how many of them; `None` is an empty cell.
    """

    maskers: Any
    regels: int
    apart: Sequence[tuple[str | None, int]]


@attrs.frozen
class Eenheid:
    """What is counted together: a leeruitkomst, an EvL, one criterium. Its mask, and how many criteria it has."""

    code: str
    masker: int
    totaal: int


@attrs.frozen
class Plan:
    """Where each criterium of a framework has its bit, and the masks of what is counted together.

    Attributes:
        versie: of the framework.
        bit: per code of a succescriterium its mask of one bit, in source order.
        eenheden: per soort (`leeruitkomst`, `evl`, `succescriterium`) what is counted together, in source order.
        aantal: how many columns of `BREEDTE` bits a mask takes.
    """

    versie: str
    bit: dict[str, int]
    eenheden: dict[str, tuple[Eenheid, ...]]
    aantal: int

    @classmethod
    def van(cls, kader: Raamwerk) -> Plan:
        """Return the plan of a framework."""
        bit = {criterium.code: 1 << plaats for plaats, criterium in enumerate(kader.succescriteria, _EERSTE)}

        def eenheid(code: str, criteria: Iterable[str]) -> Eenheid:
            masker = sum(bit[criterium] for criterium in criteria)
            return Eenheid(code, masker, masker.bit_count())

        eenheden = {
            "leeruitkomst": tuple(eenheid(u.code, (c.code for c in u.succescriteria)) for u in kader.leeruitkomsten),
            "evl": tuple(eenheid(evl.code, (c.code for c in evl.succescriteria)) for evl in kader.evls),
            "succescriterium": tuple(eenheid(code, (code,)) for code in bit),
        }
        return cls(kader.versie, bit, eenheden, -(-(len(bit) + _EERSTE) // BREEDTE))

    def kolommen(self, masker: int) -> tuple[int, ...]:
        """Return a mask as the numbers that stand in its columns."""
        return tuple(masker >> BREEDTE * kolom & (1 << BREEDTE) - 1 for kolom in range(self.aantal))
