"""What was left out of a count: how many lines of how many, and why."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..identiteit import Kenmerk
from ..plat import WeggelatenDict, WeggelatenRegel
from ..record import Record
from ..zinnen import citaat
from .plan import is_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Tabel

_GENOEMD = 5


@attrs.frozen(repr=False, eq=False)
class Weggelaten(Record):
    """Which lines of the evidence do not count, since unknown codes were set apart.

    Attributes:
        kenmerk: which framework was counted with.
        regels_totaal: how many lines the evidence has.
        leeg: how many of them have no code: the cell is empty, or holds white space only.
        onbekend: tuple of pairs, a code that the framework does not have and its number of lines, most first.

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": code} for code in ("WP1.1a", "wp1.2a", "", None)]
    >>> weggelaten = cohort.tel(bewijs, per="student", onbekend="apart").weggelaten
    >>> weggelaten.regels, weggelaten.leeg, weggelaten.onbekend
    (3, 2, (('wp1.2a', 1),))
    >>> print(weggelaten)
    3 van 4 regels tellen niet mee: 1 met een code die niet bestaat ('wp1.2a' 1 ×), 2 zonder code
    """

    kenmerk: Kenmerk
    regels_totaal: int
    leeg: int
    onbekend: tuple[tuple[str, int], ...]

    @classmethod
    def van(cls, kenmerk: Kenmerk, totaal: int, codes: Iterable[tuple[str | None, int]]) -> Weggelaten:
        """Return what was left out, of `totaal` lines: `codes` are what stood there, each with its number of lines."""
        leeg, onbekend = 0, list[tuple[str, int]]()
        for code, regels in codes:
            if is_code(code):
                onbekend.append((code, regels))
            else:
                leeg += regels
        onbekend.sort(key=lambda paar: (-paar[1], paar[0]))
        return cls(kenmerk, totaal, leeg, tuple(onbekend))

    @property
    def regels(self) -> int:
        """How many lines do not count."""
        return self.leeg + self.regels_onbekend

    @property
    def regels_onbekend(self) -> int:
        """How many lines have a code that the framework does not have."""
        return sum(regels for _, regels in self.onbekend)

    def als_dict(self) -> WeggelatenDict:
        """Return kenmerk, regels_totaal, regels, leeg, and onbekend with `criterium` and `regels`, ready for `json.dumps`."""
        return {
            "kenmerk": self.kenmerk.als_dict(),
            "regels_totaal": self.regels_totaal,
            "regels": self.regels,
            "leeg": self.leeg,
            "onbekend": [{"criterium": code, "regels": regels} for code, regels in self.onbekend],
        }

    def records(self) -> list[WeggelatenRegel]:
        """Return one flat dict per unknown code, most lines first, and one for empty cells (`criterium` is `None`) if any."""
        onbekend: list[WeggelatenRegel] = [
            {"criterium": code, "regels": regels, "reden": "onbekend"} for code, regels in self.onbekend
        ]
        return [*onbekend, {"criterium": None, "regels": self.leeg, "reden": "leeg"}] if self.leeg else onbekend

    def __str__(self) -> str:
        totaal = f"{_getal(self.regels_totaal)} {'regel' if self.regels_totaal == 1 else 'regels'}"
        if not self.regels:
            return f"niets weggelaten van {totaal}"
        telt = "telt" if self.regels == 1 else "tellen"
        return f"{_getal(self.regels)} van {totaal} {telt} niet mee: {', '.join(self._redenen())}"

    def _redenen(self) -> list[str]:
        redenen: list[str] = []
        if self.onbekend:
            meer = len(self.onbekend) - _GENOEMD
            genoemd = [f"{citaat(code)} {_getal(regels)} ×" for code, regels in self.onbekend[:_GENOEMD]]
            rest = f" en nog {_getal(meer)} andere" if meer > 0 else ""
            redenen.append(f"{_getal(self.regels_onbekend)} met een code die niet bestaat ({', '.join(genoemd)}{rest})")
        if self.leeg:
            redenen.append(f"{_getal(self.leeg)} zonder code")
        return redenen

    def _tabel(self) -> Tabel:
        """Return a table with a line per unknown code, and one for empty cells."""
        from ..tabel import Tabel

        rijen = [(citaat(code), _getal(regels)) for code, regels in self.onbekend]
        leeg = [("(leeg)", _getal(self.leeg))] if self.leeg else []
        return Tabel(str(self), ("Code", "Regels"), (*rijen, *leeg))


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")
