"""What was left out of a count: how many lines of how many, and why."""

from __future__ import annotations

import attrs

from ..identiteit import Kenmerk
from ..plat import WeggelatenDict, WeggelatenRegel
from ..record import Record
from ..zinnen import citaat
from .plan import Geteld, is_code
from .rooster import GENOEMD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Tabel


@attrs.frozen(repr=False, eq=False)
class Weggelaten(Record):
    """Which lines of the evidence do not count, since unknown codes were set apart.

    Attributes:
        kenmerk: which framework was counted with.
        regels_totaal: how many lines the evidence has.
        leeg: how many of them have no code: the cell is empty, or holds white space only.
        onbekend: tuple of pairs, a code that the framework does not have and its number of lines, most first.
        buiten: how many lines would have counted, but are of who is not on the list of students.
        studenten_buiten: how many those are.
        later: how many lines with a code that counts are of after the last day that does.
        zonder_datum: how many of them say no day.

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
    buiten: int = 0
    studenten_buiten: int = 0
    later: int = 0
    zonder_datum: int = 0

    @classmethod
    def van(cls, kenmerk: Kenmerk, geteld: Geteld) -> Weggelaten:
        """Return what was left out of a count."""
        leeg, onbekend = 0, list[tuple[str, int]]()
        for code, regels in geteld.apart:
            if is_code(code):
                onbekend.append((code, regels))
            else:
                leeg += regels
        onbekend.sort(key=lambda paar: (-paar[1], paar[0]))
        studenten, buiten = geteld.buiten
        return cls(kenmerk, geteld.regels, leeg, tuple(onbekend), buiten, studenten, geteld.later, geteld.zonder_datum)

    @property
    def regels(self) -> int:
        """How many lines do not count."""
        return self.leeg + self.regels_onbekend + self.buiten + self.later + self.zonder_datum

    @property
    def regels_onbekend(self) -> int:
        """How many lines have a code that the framework does not have."""
        return sum(regels for _, regels in self.onbekend)

    def als_dict(self) -> WeggelatenDict:
        """Return the fields by name, and `regels`; `onbekend` with `criterium` and `regels`; ready for `json.dumps`."""
        return {
            "kenmerk": self.kenmerk.als_dict(),
            "regels_totaal": self.regels_totaal,
            "regels": self.regels,
            "leeg": self.leeg,
            "onbekend": [{"criterium": code, "regels": regels} for code, regels in self.onbekend],
            "buiten": self.buiten,
            "studenten_buiten": self.studenten_buiten,
            "later": self.later,
            "zonder_datum": self.zonder_datum,
        }

    def records(self) -> list[WeggelatenRegel]:
        """Return one flat dict per reason: each unknown code, most lines first, empty cells, who is not on the list, and days.

        `criterium` is `None` where the reason is no code; a reason without lines is left out.
        """
        onbekend: list[WeggelatenRegel] = [
            {"criterium": code, "regels": regels, "reden": "onbekend"} for code, regels in self.onbekend
        ]
        rest: list[WeggelatenRegel] = [
            {"criterium": None, "regels": self.leeg, "reden": "leeg"},
            {"criterium": None, "regels": self.buiten, "reden": "niet_op_lijst"},
            {"criterium": None, "regels": self.later, "reden": "later"},
            {"criterium": None, "regels": self.zonder_datum, "reden": "zonder_datum"},
        ]
        return [*onbekend, *(regel for regel in rest if regel["regels"])]

    def __str__(self) -> str:
        totaal = f"{_getal(self.regels_totaal)} {'regel' if self.regels_totaal == 1 else 'regels'}"
        if not self.regels:
            return f"niets weggelaten van {totaal}"
        telt = "telt" if self.regels == 1 else "tellen"
        return f"{_getal(self.regels)} van {totaal} {telt} niet mee: {', '.join(self._redenen())}"

    def _redenen(self) -> list[str]:
        redenen: list[str] = []
        if self.onbekend:
            meer = len(self.onbekend) - GENOEMD
            genoemd = [f"{citaat(code)} {_getal(regels)} ×" for code, regels in self.onbekend[:GENOEMD]]
            rest = f" en nog {_getal(meer)} andere" if meer > 0 else ""
            redenen.append(f"{_getal(self.regels_onbekend)} met een code die niet bestaat ({', '.join(genoemd)}{rest})")
        if self.leeg:
            redenen.append(f"{_getal(self.leeg)} zonder code")
        if self.studenten_buiten:
            wie = f"{_getal(self.studenten_buiten)} {'student' if self.studenten_buiten == 1 else 'studenten'}"
            redenen.append(f"{_getal(self.buiten)} van {wie} buiten de lijst")
        if self.later:
            redenen.append(f"{_getal(self.later)} van later")
        if self.zonder_datum:
            redenen.append(f"{_getal(self.zonder_datum)} zonder datum")
        return redenen

    def _tabel(self) -> Tabel:
        """Return a table with a line per unknown code, and one for empty cells."""
        from ..tabel import Tabel

        rijen = [(citaat(code), _getal(regels)) for code, regels in self.onbekend]
        rest = (
            ("(leeg)", self.leeg),
            ("(niet op de lijst van studenten)", self.buiten),
            ("(van later)", self.later),
            ("(zonder datum)", self.zonder_datum),
        )
        return Tabel(
            str(self), ("Code", "Regels"), (*rijen, *((wat, _getal(regels)) for wat, regels in rest if regels))
        )


def noemer(totaal: int, zonder: int, *, met_lijst: bool) -> str:
    """Return in Dutch how many count, and how that is known.

    >>> noemer(286, 6, met_lijst=True)
    'van 286 op de lijst van studenten, van wie 6 zonder bewijs'
    >>> noemer(280, 0, met_lijst=False)
    'van 280 met bewijs; zonder lijst van studenten telt niet mee wie niets heeft'
    """
    if met_lijst:
        return f"van {_getal(totaal)} op de lijst van studenten, van wie {_getal(zonder) if zonder else 'niemand'} zonder bewijs"
    return f"van {_getal(totaal)} met bewijs; zonder lijst van studenten telt niet mee wie niets heeft"


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")
