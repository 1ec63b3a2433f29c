"""The records of a framework: immutable, hashable, picklable, and sorted in the order of the source.

They nest downwards (a leerlijn holds its leeruitkomsten, a leeruitkomst its succescriteria) and refer upwards by code.
A record does not check itself: `leeruitkomsten.bestand` checks what comes from outside before any record is made.
"""

from __future__ import annotations

import functools

import attrs

from .record import Record, Reeks, Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .tabel import Cel, Tabel

NIET_VERMELD = "niet vermeld"
"""How a begeleiding is shown of which the source says nothing (never "geen": that would be a claim)."""


@functools.total_ordering
class Geordend:
    """Records that sort in source order: a leerlijn before its leeruitkomsten, a leeruitkomst before its criteria.

    A leerlijn, its leeruitkomsten and their criteria sort together, as they stand in one table; a `Rij`, a `Niveau` and
    an `EvL` each sort among their like.
    """

    __slots__ = ()
    ORDE = "tabel"

    def sleutel(self) -> tuple[int, ...]:
        """Return the key by which the record sorts among its like."""
        raise NotImplementedError

    def __lt__(self, other: object) -> bool:
        if isinstance(other, Geordend) and other.ORDE == self.ORDE:
            return self.sleutel() < other.sleutel()
        return NotImplemented


class Geplaatst(Geordend):
    """Records with a place in the table of the source: `plaats`, numbers counted from 1."""

    __slots__ = ()
    if TYPE_CHECKING:
        plaats: tuple[int, ...]

    def sleutel(self) -> tuple[int, ...]:
        """Return `plaats`."""
        return self.plaats


def _plaats() -> Any:
    return attrs.field(default=(), eq=False)


@attrs.frozen(repr=False, eq=False)
class Niveau(Regel, Geordend):
    """One niveau (level): its number, the phase it stands for, and the begeleiding (guidance) that the source states.

    `begeleiding` is `None` where the source says nothing; it is shown as "niet vermeld".
    """

    nummer: int
    fase: str
    begeleiding: str | None

    KOP = ("Niveau", "Fase", "Begeleiding")
    ORDE = "niveau"

    def sleutel(self) -> tuple[int, ...]:
        return (self.nummer,)

    def __str__(self) -> str:
        return f"niveau {self.nummer} ({self.fase}), begeleiding: {self.begeleiding or NIET_VERMELD}"

    def cellen(self) -> tuple[Cel, ...]:
        return (str(self.nummer), self.fase, self.begeleiding or NIET_VERMELD)


@attrs.frozen(repr=False, eq=False)
class Succescriterium(Regel, Geplaatst):
    """One succescriterium (success criterion).

    `leerlijn` and `leeruitkomst` are codes, `niveau` and `rij` whole numbers. `plaats` is its place in the table:
    number of the leerlijn in its framework, niveau, rij, number of the letter, each counted from 1.
    """

    code: str
    tekst: str
    leerlijn: str
    leeruitkomst: str
    niveau: int
    rij: int
    plaats: tuple[int, ...] = _plaats()

    KOP = ("Code", "Succescriterium")

    @property
    def letter(self) -> str:
        """The letter of the bullet within its cell."""
        return self.code[-1]

    def __str__(self) -> str:
        return f"{self.code} {self.tekst}"

    def cellen(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.tekst)


@attrs.frozen(repr=False, eq=False)
class Leeruitkomst(Record, Geplaatst):
    """One leeruitkomst (learning outcome) with its succescriteria, by rij and letter."""

    code: str
    tekst: str
    leerlijn: str
    niveau: int
    succescriteria: tuple[Succescriterium, ...]
    plaats: tuple[int, ...] = _plaats()

    def __str__(self) -> str:
        return f"{self.code} {self.tekst}"

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        return Tabel(str(self), Succescriterium.KOP, tuple(c.cellen() for c in self.succescriteria))


def criteriumregels(criteria: tuple[Succescriterium, ...]) -> Cel:
    """Return a cell with one line per criterium, its code in front."""
    return tuple((("code", c.code), ("gelijk", f" {c.tekst}")) for c in criteria)


def benoemd(record: Leerlijn | Leeruitkomst) -> Cel:
    """Return a cell with the code of a record, and its name or text."""
    tekst = record.naam if isinstance(record, Leerlijn) else record.tekst
    return ((("code", record.code), ("gelijk", f" {tekst}")),)


@attrs.frozen(repr=False, eq=False)
class Rij(Record, Geplaatst):
    """One row of a leerlijn: what it asks at each niveau.

    `cellen` has one tuple of succescriteria for each niveau of the framework, in order; an empty cell is `()`.
    """

    code: str
    leerlijn: str
    nummer: int
    cellen: tuple[tuple[Succescriterium, ...], ...]
    plaats: tuple[int, ...] = _plaats()

    ORDE = "rij"

    @property
    def begint_op(self) -> int:
        """The first niveau at which the row asks something."""
        return next(niveau for niveau, cel in enumerate(self.cellen, 1) if cel)

    @property
    def eindigt_op(self) -> int:
        """The last niveau at which the row asks something."""
        return max(niveau for niveau, cel in enumerate(self.cellen, 1) if cel)

    def __str__(self) -> str:
        cellen = (f"{self.leerlijn}{n}: {' / '.join(map(str, cel)) or '–'}" for n, cel in enumerate(self.cellen, 1))
        return "\n".join([f"{self.code}, niveau {self.begint_op} tot en met {self.eindigt_op}", *cellen])

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        kop = tuple(f"{self.leerlijn}{niveau}" for niveau in range(1, len(self.cellen) + 1))
        return Tabel(f"Rij {self.code}", kop, (tuple(map(criteriumregels, self.cellen)),))


@attrs.frozen(repr=False, eq=False)
class Leerlijn(Record, Geplaatst):
    """One leerlijn (strand): its leeruitkomsten by niveau, and the same criteria by rij."""

    code: str
    naam: str
    leeruitkomsten: tuple[Leeruitkomst, ...]
    rijen: tuple[Rij, ...]
    plaats: tuple[int, ...] = _plaats()

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"

    def tabel(self) -> Tabel:
        """Return the matrix as the document has it: the leeruitkomsten on top, the rows aligned below."""
        from .tabel import Tabel

        uitkomsten: tuple[Cel, ...] = ("Leeruitkomst", *(u.tekst for u in self.leeruitkomsten))
        rijen = tuple((((("code", rij.code),),), *map(criteriumregels, rij.cellen)) for rij in self.rijen)
        return Tabel(str(self), ("Rij", *(u.code for u in self.leeruitkomsten)), (uitkomsten, *rijen))


@attrs.frozen(repr=False, eq=False)
class EvL(Record, Geordend):
    """One EvL (eenheid van leeruitkomsten): the leeruitkomsten of one niveau, one from each leerlijn, in order."""

    code: str
    niveau: Niveau
    leeruitkomsten: tuple[Leeruitkomst, ...]

    ORDE = "evl"

    def sleutel(self) -> tuple[int, ...]:
        return self.niveau.sleutel()

    @property
    def succescriteria(self) -> tuple[Succescriterium, ...]:
        """All succescriteria of this niveau, in source order."""
        return Reeks(c for u in self.leeruitkomsten for c in u.succescriteria)

    def __str__(self) -> str:
        return f"{self.code}, {self.niveau}"

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        rijen = tuple((benoemd(u), criteriumregels(u.succescriteria)) for u in self.leeruitkomsten)
        return Tabel(str(self), ("Leeruitkomst", "Succescriteria"), rijen)
