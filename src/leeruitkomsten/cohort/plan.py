"""The plan: one bitmask per student (sleutel), in which every succescriterium has a bit.

Evidence for the same criterium sets the same bit, so that duplicates count once; what has been shown of a leeruitkomst is
the number of bits that the mask and that of the leeruitkomst share. Bits follow source order and belong to one framework: a
mask is never given away. Some bits stand apart: they say why a line does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple, TypeAlias, TypeGuard, get_args

import attrs

from ..model import Succescriterium
from ..raamwerk import Raamwerk

SoortEenheid: TypeAlias = Literal["leeruitkomst", "evl", "criterium", "leerlijn", "niveau", "rij"]
"""What is counted together."""
EENHEDEN: tuple[SoortEenheid, ...] = get_args(SoortEenheid)
LEEG, ONBEKEND, LATER, GEEN_DAG, FOUTE_DAG = (1 << plaats for plaats in range(5))
"""The bits that say of a line: it has no code; one that the framework does not have; it is of after the last day that counts; it
says no day; it says something else than a day."""
GEBREKEN = LEEG | ONBEKEND | LATER | GEEN_DAG | FOUTE_DAG
_EERSTE = GEBREKEN.bit_length()
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
        maskers: the masks, the engine's own: a line for everybody who counts, and for each rol where that was asked.
        totaal: how many they are who count.
        zonder: how many of them have no evidence that counts; who has none at all is known by a list of students only.
        regels: how many lines there were.
        apart: what stood in lines that do not count, and in how many of them; `None` is an empty cell.
        buiten: how many are not on the list of students, and in how many lines that would have counted.
        later: how many lines with a code that counts are of after the last day that does.
        zonder_datum: how many of them say no day.
    """

    maskers: Any
    totaal: int
    zonder: int
    regels: int
    apart: Sequence[tuple[str | None, int]]
    buiten: tuple[int, int]
    later: int
    zonder_datum: int


@attrs.frozen
class Eenheid:
    """What is counted together: a leeruitkomst, an EvL, a rij, one criterium.

    Attributes:
        code: its code; of a niveau its number.
        naam: what its column is called in the wide form.
        masker: its bits.
        totaal: how many criteria it has.
    """

    code: str | int
    naam: str
    masker: int
    totaal: int


@attrs.frozen
class Plan:
    """Where each criterium of a framework has its bit, and the masks of what is counted together.

    Attributes:
        kader: the framework.
        bit: per code of a succescriterium its mask of one bit, in source order.
        aantal: how many columns of `BREEDTE` bits a mask takes.
    """

    kader: Raamwerk
    bit: dict[str, int]
    aantal: int

    @classmethod
    def van(cls, kader: Raamwerk) -> Plan:
        """Return the plan of a framework."""
        bit = {criterium.code: 1 << plaats for plaats, criterium in enumerate(kader.succescriteria, _EERSTE)}
        return cls(kader, bit, -(-(len(bit) + _EERSTE) // BREEDTE))

    def eenheden(self, soort: SoortEenheid) -> tuple[Eenheid, ...]:
        """Return what is counted together, in source order."""
        return tuple(self._eenheid(*delen) for delen in self._delen(soort))

    def _delen(self, soort: SoortEenheid) -> Iterator[tuple[str | int, str, Iterable[Succescriterium]]]:
        """Yield of each unit its code, the name of its column, and its criteria."""
        kader = self.kader
        match soort:
            case "criterium":
                yield from ((criterium.code, criterium.code, (criterium,)) for criterium in kader.succescriteria)
            case "niveau":
                nummers = ((evl.niveau.nummer, evl) for evl in kader.evls)
                yield from ((nummer, f"niveau {nummer}", evl.succescriteria) for nummer, evl in nummers)
            case "rij":
                yield from ((rij.code, rij.code, chain.from_iterable(rij.cellen)) for rij in kader.rijen)
            case "leerlijn":
                for lijn in kader.leerlijnen:
                    yield lijn.code, lijn.code, chain.from_iterable(u.succescriteria for u in lijn.leeruitkomsten)
            case _:
                groepen = kader.evls if soort == "evl" else kader.leeruitkomsten
                yield from ((groep.code, groep.code, groep.succescriteria) for groep in groepen)

    def _eenheid(self, code: str | int, naam: str, criteria: Iterable[Succescriterium]) -> Eenheid:
        masker = sum(self.bit[criterium.code] for criterium in criteria)
        return Eenheid(code, naam, masker, masker.bit_count())

    def kolommen(self, masker: int) -> tuple[int, ...]:
        """Return a mask as the numbers that stand in its columns."""
        return tuple(masker >> BREEDTE * kolom & (1 << BREEDTE) - 1 for kolom in range(self.aantal))

    def criteria(self, eenheid: Eenheid) -> dict[str, int]:
        """Return the bits of the criteria of a unit, by code."""
        return {code: bit for code, bit in self.bit.items() if bit & eenheid.masker}
