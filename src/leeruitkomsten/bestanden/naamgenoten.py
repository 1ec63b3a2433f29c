"""Names that may be meant for one: what differs only in white space, in capitals or in leading zeros; and lines that add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..codes import soort_van
from ..fouten import Bevinding
from ..zinnen import citaat, eerste_van
from .kop import GENOEMD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_OPTELLING = re.compile(r"(?:sub|eind)?tota(?:al|len)\b.*", re.IGNORECASE | re.DOTALL)
"""What stands in the place of a name where a line adds up others."""


class Naamgenoten(NamedTuple):
    """The different texts in one column, each with where it stands first."""

    kolom: str
    waar: Mapping[str, str]

    def fouten(self) -> Iterator[Bevinding]:
        """Yield the names that look the same as one before, and count as another: nobody sees white space."""
        for eerste, cel in self._paren(ruim_op):
            reden = f"{citaat(cel)} verschilt alleen in witruimte van {citaat(eerste)} ({self.waar[eerste]}); schrijf ze gelijk"
            yield Bevinding(f"{self.waar[cel]}, kolom {citaat(self.kolom)}", "tegenspraak", reden)

    def opmerkingen(self) -> Iterator[str]:
        """Yield which names count apart though they may be one, and which lines may add up others."""
        paren = [
            f"{citaat(cel)} ({self.waar[cel]}) en {citaat(eerste)} ({self.waar[eerste]})"
            for eerste, cel in self._paren(_eender)
        ]
        if paren:
            yield (
                f"kolom {citaat(self.kolom)}: namen die alleen in hoofdletters of voorloopnullen verschillen tellen als twee: "
                f"{eerste_van(paren, GENOEMD)}"
            )
        for cel, waar in self.waar.items():
            if _OPTELLING.fullmatch(cel):
                zin = f"{citaat(cel)} in kolom {citaat(self.kolom)} telt mee als een naam"
                yield f"{waar}: {zin}; is het een optelling, haal die regel dan weg"

    def _paren(self, vorm: Callable[[str], str]) -> Iterator[tuple[str, str]]:
        """Yield of names with one form the first and each other; none of a column with codes, which are judged one by one."""
        per_vorm: dict[str, str] = {}
        paren = [(eerste, cel) for cel in self.waar if (eerste := per_vorm.setdefault(vorm(cel), cel)) is not cel]
        if paren and not any(soort_van(cel) == "succescriterium" for cel in self.waar):
            yield from paren


def ruim_op(cel: str) -> str:
    """Return a text with one space for all white space within."""
    return " ".join(cel.split())


def _eender(cel: str) -> str:
    return (cel.lstrip("0") or "0") if cel.isdecimal() else ruim_op(cel).casefold()
