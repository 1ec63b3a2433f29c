"""Checks of codes that come from elsewhere: a spreadsheet, a portfolio. They report; they never repair."""

from __future__ import annotations

import attrs

from .codes import silhouet, suggesties, vlak
from .fouten import citaat
from .kiezen import waarden
from .record import Reeks, Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from .tabel import Cel


@attrs.frozen(repr=False, eq=False)
class Bevinding(Regel):
    """What was found of one code.

    Attributes:
        code: the code as it was given.
        goed: whether the framework has exactly this code.
        suggestie: the code that was probably meant; `None` when the code is good or nothing comes close.
        reden: what is wrong, in Dutch; empty when the code is good.
    """

    code: object
    goed: bool
    suggestie: str | None
    reden: str

    KOP = ("Code", "Goed", "Reden", "Suggestie")

    def __str__(self) -> str:
        if self.goed:
            return f"{citaat(self.code)} is goed"
        bedoeld = f"; bedoelde je {citaat(self.suggestie)}?" if self.suggestie else ""
        return f"{citaat(self.code)}: {self.reden}{bedoeld}"

    def cellen(self) -> tuple[Cel, ...]:
        return (str(self.code), "ja" if self.goed else "nee", self.reden, self.suggestie or "")


def controleer(bestaand: Collection[str], codes: object) -> Reeks[Bevinding]:
    """Say of every code whether it is one of `bestaand`, in the order given; a single code may stand by itself."""
    return Reeks(_bevinding(bestaand, code) for code in waarden(codes))


def _bevinding(bestaand: Collection[str], code: object) -> Bevinding:
    if not isinstance(code, str):
        return Bevinding(code, False, None, "een code is tekst")
    if code in bestaand:
        return Bevinding(code, True, None, "")
    bedoeld = next(iter(suggesties(code, bestaand)), None)
    return Bevinding(code, False, bedoeld, _reden(code, bedoeld))


def _reden(code: str, bedoeld: str | None) -> str:
    if bedoeld is None:
        return "deze code bestaat niet"
    if vlak(code) == vlak(bedoeld):
        return "hoofdletters, witruimte of leestekens kloppen niet"
    if silhouet(code) == silhouet(bedoeld):
        return "een teken lijkt op het goede, maar is het niet"
    return "deze code bestaat niet"
