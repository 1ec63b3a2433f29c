"""Checks of codes that come from elsewhere: a spreadsheet, a portfolio. They report; they never repair."""

from __future__ import annotations

import math
from typing import cast

import attrs

from ..codes import Spelling, silhouet, vlak
from ..fouten import citaat
from ..record import Reeks, Regel
from ..register import Register
from .kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..herkomst import Vervallen
    from ..tabel import Cel


@attrs.frozen(repr=False, eq=False)
class Bevinding(Regel):
    """What was found of one code.

    Attributes:
        code: the code as it was given; what is neither text nor number is described.
        goed: whether the framework has exactly this code.
        suggestie: the code that was probably meant, or the first successor of one that ended; `None` when the code is
            good or nothing comes close.
        reden: what is wrong, in Dutch; empty when the code is good.
    """

    code: str | float | None
    goed: bool
    suggestie: str | None
    reden: str

    KOP = ("Code", "Goed", "Reden", "Suggestie")

    def __str__(self) -> str:
        if self.goed:
            return f"{citaat(self.code)} is goed"
        bedoeld = f"; bedoelde je {citaat(self.suggestie)}?" if self.suggestie else ""
        return f"{citaat(self.code)}: {self.reden}{bedoeld}"

    def regel(self) -> tuple[Cel, ...]:
        code = self.code if isinstance(self.code, str) and self.code.isprintable() else citaat(self.code)
        return (code, "ja" if self.goed else "nee", self.reden, self.suggestie or "")


def controleer(register: Register, codes: object) -> Reeks[Bevinding]:
    """Say of every code whether the framework has it, in the order given; a single code may stand by itself."""
    spelling = Spelling(register.alle)
    return Reeks([_bevinding(register.alle, register.vervallen, spelling, code) for code in waarden(codes)])


def _bevinding(
    bestaand: Collection[str], vervallen: Mapping[str, Vervallen], spelling: Spelling, code: object
) -> Bevinding:
    if not isinstance(code, str):
        getal = isinstance(code, int) or (isinstance(code, float) and math.isfinite(code))
        plat = cast("float | None", code) if code is None or getal else citaat(code)
        return Bevinding(plat, False, None, "een code moet tekst zijn")
    if code in bestaand:
        return Bevinding(code, True, None, "")
    if code in vervallen:
        return Bevinding(
            code,
            False,
            _opvolger(code, bestaand, vervallen),
            f"deze code is vervallen sinds versie {vervallen[code].sinds}",
        )
    bedoeld = next(iter(spelling.suggesties(code)), None)
    return Bevinding(code, False, bedoeld, _reden(code, bedoeld))


def _opvolger(code: str, bestaand: Collection[str], vervallen: Mapping[str, Vervallen]) -> str | None:
    """Return the first code that exists among those that followed one that ended, and those that followed them."""
    gevolgd = [code]
    for eerder in gevolgd:
        if eerder in bestaand:
            return eerder
        if eerder in vervallen:
            gevolgd += [later for later in vervallen[eerder].opvolgers if later not in gevolgd]
    return None


def _reden(code: str, bedoeld: str | None) -> str:
    if bedoeld is None:
        return "deze code bestaat niet"
    if vlak(code) == vlak(bedoeld):
        return "hoofdletters, witruimte of leestekens kloppen niet"
    if silhouet(code) == silhouet(bedoeld):
        return "een teken lijkt op het juiste, maar is een ander"
    return "deze code bestaat niet"
