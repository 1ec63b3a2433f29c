"""Who was counted, in words: students, or whatever the column holds that was counted by."""

from __future__ import annotations

from ..schermtaal import Spreek
from ._stijl import aantal


def zijn_studenten(per: str | None) -> bool:
    """Say whether those counted by a column are called students; a class is none.

    >>> zijn_studenten("studentnummer"), zijn_studenten("klas"), zijn_studenten(None)
    (True, False, False)
    """
    return per is not None and per.casefold().startswith("student")


def genoemd(spreek: Spreek, getal: int, per: str | None) -> str:
    """Return how many were counted, as they are called.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> genoemd(spreker("nl"), 286, "student"), genoemd(spreker("nl"), 3, "klas"), genoemd(spreker("nl"), 24, None)
    ('286 studenten', '3 × klas', 'alle 24')
    """
    if zijn_studenten(per):
        return aantal(spreek, getal, "grafiek.een_student", "grafiek.studenten")
    return spreek("grafiek.alle", aantal=getal) if per is None else spreek("grafiek.maal", aantal=getal, per=per)
