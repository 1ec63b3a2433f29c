"""A count as a report: tables to be read, with what was counted, for a workbook and for Word alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

import attrs

from ..model import Leeruitkomst, Succescriterium

Kolomsoort = Literal["code", "tekst", "woord", "getal"]
"""What a column holds: codes, texts of the framework, words of who counts (a module, a student) or of the screen, or numbers."""


class Punt(NamedTuple):
    """A record of the framework in a cell: its code, that of the source where it gives one, its text, and what is said of it."""

    code: str
    notatie: str | None
    tekst: str
    bij: str = ""

    def __str__(self) -> str:
        notatie, bij = (f"({deel})" if deel else "" for deel in (self.notatie, self.bij))
        return " ".join(deel for deel in (self.code, notatie, self.tekst, bij) if deel)


Cel: TypeAlias = str | int | float | tuple[Punt, ...] | None
"""What a cell of a report holds; several records each on a line of its own."""


class Kolom(NamedTuple):
    """A column: what it is called, how wide it is in characters, and what it holds."""

    naam: str
    breedte: int
    soort: Kolomsoort


@attrs.frozen
class Deel:
    """A table of a report.

    Attributes:
        naam: what it is called, in at most 31 characters: the name of a sheet.
        kolommen: its columns.
        rijen: its lines, a cell for each column.
        voet: what is to be known of it besides; may be empty.
    """

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: Sequence[tuple[Cel, ...]]
    voet: str = ""


@attrs.frozen
class Verslag:
    """What is reported of a count.

    Attributes:
        titel: what it is of.
        geteld: sentences that say what was counted: which framework, of how many, what was left out.
        delen: its tables.
    """

    titel: str
    geteld: tuple[str, ...]
    delen: tuple[Deel, ...]


def punten(records: Iterable[Succescriterium | Leeruitkomst]) -> tuple[Punt, ...]:
    """Return records of the framework as a cell."""
    return tuple(Punt(record.code, record.notatie, record.tekst) for record in records)


def per_uitkomst(criteria: Iterable[Succescriterium]) -> dict[str, list[Succescriterium]]:
    """Return criteria by the code of their leeruitkomst."""
    verdeeld: dict[str, list[Succescriterium]] = {}
    for criterium in criteria:
        verdeeld.setdefault(criterium.leeruitkomst, []).append(criterium)
    return verdeeld
