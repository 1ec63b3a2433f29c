"""What a Word document holds, piece by piece, and what its fields are called: for who writes a form and for who reads one."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Deel: TypeAlias = Literal["tekst", "kop of voet", "voetnoot", "opmerking"]
"""Where in a document a text stands."""


class Wordveld(NamedTuple):
    """A field: its name, what is typed in it, and whether the program says that this is an example (a placeholder)."""

    naam: str
    tekst: str
    voorbeeld: bool


class Alinea(NamedTuple):
    """A paragraph outside fields, and whether fields stand in it too."""

    deel: Deel
    tekst: str
    met_velden: bool


class Beeld(NamedTuple):
    """A picture or another file within the document, by its name there."""

    naam: str


Stuk: TypeAlias = Wordveld | Alinea | Beeld
"""What a document holds, piece by piece."""


def bladwijzer(naam: str) -> str:
    """Return the name of a field as that of a bookmark, of letters, digits and underscores; Word hides those with one in front.

    >>> bladwijzer("feedback WP2.1a"), naam_van("_feedback_WP2__1a")
    ('_feedback_WP2__1a', 'feedback WP2.1a')
    """
    return "_" + naam.replace(".", "__").replace(" ", "_")


def naam_van(merk: str) -> str:
    """Return the name of a field by its bookmark."""
    return merk.removeprefix("_").replace("__", ".").replace("_", " ")
