"""A table that came in, as it was read: sheets of lines of cells, each with its place in the file.

What a cell may hold, and which texts stand for an empty one, is decided here for every kind of file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import attrs

from ..zinnen import citaat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..velden import Gebrek

LEEG = ("", "-", "–", "—", "n.v.t.", "n.v.t", "nvt")
"""What stands for an empty cell, in small letters. Anything near it is a text like any other."""
FORMULEFOUT = r"#(?:[A-Z0-9/]+[!?]|N/[AB])"
"""What a spreadsheet writes for a formula that fails, in English or Dutch: `#REF!`, `#VERW!`, `#N/A`, `#N/B`."""
FORMULE = r"=.+"
"""A formula itself, where what comes out of it belongs."""
ALS_FORMULE = "is een formule en niet wat eruit komt"
VERVORMD = (
    (r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}", "is een getal waarvan Excel cijfers heeft weggelaten"),
    (r"#{2,}", "staat er omdat de kolom te smal was"),
    (FORMULE, ALS_FORMULE),
    (r'"[^"]*"', "heeft nog aanhalingstekens om zich heen"),
)
"""Texts that a spreadsheet or an export makes of others, as patterns of both Python and DuckDB; and what that is, in Dutch."""
ONZICHTBAAR = (
    "[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Letters that nobody sees and that make another text of one that looks the same, as a pattern of both."""
BEDORVEN = "^(?:" + "|".join((FORMULEFOUT, *(vorm for vorm, _ in VERVORMD))) + f")$|{ONZICHTBAAR}"
"""All of these as one pattern."""
BIJNA_LEEG = (
    ".", "..", "...", "…", "?", "??", "???", "/", "--", "---", "geen", "invullen", "leeg", "na", "n/a", "nan", "nihil", "niets",
    "niet van toepassing", "nog in te vullen", "nog invullen", "nog niets", "none", "null", "tbd", "todo", "volgt", "xxx",
)  # fmt: skip
"""What may be meant for an empty cell, or not: where a text of a framework belongs it is a question to the person who wrote it."""


def cel_van(tekst: str) -> str:
    """Return a cell: in Unicode NFC, without white space around it; what stands for an empty cell is empty."""
    if not tekst:  # as most cells are in some tables
        return tekst
    cel = unicodedata.normalize("NFC", tekst).strip()
    return "" if cel.lower() in LEEG else cel


def bedorven(cel: str) -> Gebrek | None:
    """Return why a cell of text can be nobody's name or code: a failed formula, digits lost, letters that nobody sees."""
    if cel.isalnum():
        return None
    if re.fullmatch(FORMULEFOUT, cel):
        return "verkeerde_waarde", f"de formule geeft een fout: {cel}"
    for vorm, wat in VERVORMD:
        if re.fullmatch(vorm, cel):
            return "verkeerde_waarde", f"{citaat(cel)} {wat}"
    if onzichtbaar := None if cel.isprintable() else re.search(ONZICHTBAAR, cel):
        return (
            "verkeerde_vorm",
            f"{citaat(cel)} heeft een onzichtbaar teken (U+{ord(onzichtbaar[0]):04X}); haal het weg",
        )
    return None


def naam_van(cel: str) -> str:
    """Return the name of a column: white space and capitals do not count, nor does the mark with which a file begins."""
    return " ".join(cel.replace("\ufeff", "").split()).casefold()


class Regel(NamedTuple):
    """One line of a table: its number in the file (from 1), its cells, and for each column what is wrong with the cell."""

    nummer: int
    cellen: list[str]
    gebreken: Mapping[int, Gebrek] = {}
    """By the place of a column, from 0."""
    samengevoegd: Mapping[int, str] = {}
    """For cells that are merged with others, the range, such as `A2:A5`; each has the text of the first."""
    verborgen: bool = False
    """Whether Excel does not show it, by hand or by a filter."""
    breed: int = 0
    """How many cells it has in a CSV file, empty ones at its end included."""
    open_einde: bool = False
    """Whether it is the last of a CSV file, and has no line end."""

    def cel(self, plaats: int) -> str:
        """Return the cell at a place; a line may be shorter than the head."""
        return self.cellen[plaats] if plaats < len(self.cellen) else ""

    def eigen(self) -> Iterator[str]:
        """Yield the cells that hold anything of their own: of merged ones the first."""
        return (cel for plaats, cel in enumerate(self.cellen) if cel and plaats not in self.samengevoegd)


@attrs.frozen(eq=False)
class Blad:
    """One sheet; a CSV file is one without a name.

    Attributes:
        naam: of the sheet.
        regels: the lines that hold anything, from top to bottom.
        verborgen: whether Excel does not show it.
    """

    naam: str
    regels: Sequence[Regel]
    verborgen: bool = False

    def waar(self, nummer: int) -> str:
        """Return the place of a line, in Dutch."""
        return f"{self}, regel {nummer}" if self.naam else f"regel {nummer}"

    def opmerkingen(self) -> Iterator[str]:
        """Yield what a reader should know of the sheet, in Dutch, where it is read."""
        if self.verborgen:
            yield f"{self} is verborgen en telt wel mee"

    def __str__(self) -> str:
        return f"blad {citaat(self.naam)}" if self.naam else "het bestand"


def kolomletters(plaats: int) -> str:
    """Return what a spreadsheet calls a column, which has a place from 0: A, B, … Z, AA."""
    voor, letter = divmod(plaats, 26)
    return (kolomletters(voor - 1) if voor else "") + chr(ord("A") + letter)
