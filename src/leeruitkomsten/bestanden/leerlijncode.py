"""A code to propose for a leerlijn that a table calls by its name."""

from __future__ import annotations

import string
import unicodedata
from typing import TYPE_CHECKING

from .. import codes

if TYPE_CHECKING:
    from collections.abc import Container

_KORT = 3


def voorstel(naam: str, bezet: Container[str]) -> str:
    """Return a code for a leerlijn: the first letters of its words, or the first three of its only word, that is not taken.

    >>> voorstel("Technical skills", ()), voorstel("écriture", ())
    ('TS', 'ECR')
    """
    letters = unicodedata.normalize("NFKD", naam).upper()
    woorden = "".join(teken if teken in string.ascii_uppercase else " " * teken.isspace() for teken in letters).split()
    kort = "".join(woord[0] for woord in woorden)[:8] if len(woorden) > 1 else "".join(woorden)[:_KORT]
    anders = (f"{kort[:7]}{letter}" for letter in string.ascii_uppercase)
    return next((code for code in (kort, *anders) if codes.soort_van(code) == "leerlijn" and code not in bezet), "WP")
