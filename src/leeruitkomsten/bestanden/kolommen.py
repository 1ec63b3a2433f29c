"""The columns of a table that becomes a framework, in its two layouts."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ..fouten import citaat

NIVEAU = re.compile(r"(?:niveau\s+)?([1-9])\b[\s.:–-]*(.*)", re.IGNORECASE | re.DOTALL)
LIJST = ("leerlijn", "niveau", "rij", "criterium")
MATRIX = ("leerlijn", "rij")
EXTRA = ("naam", "fase", "begeleiding", "leeruitkomst")
"""What a list may have besides."""


def kop_mist(namen: list[str]) -> str:
    """Say which columns a head lacks, and which of its names may have been meant."""
    if len(namen) == 1 and len(namen[0].split()) > 1:
        return "scheid de kolommen met ; of ,"
    mist = [naam for naam in LIJST if naam not in namen]
    bedoeld = [(naam, get_close_matches(naam, namen, 1)) for naam in mist]
    lijkt = "".join(f"; {citaat(ander)} lijkt op {citaat(naam)}" for naam, anderen in bedoeld for ander in anderen)
    return f"in een lijst ontbreekt {', '.join(map(citaat, mist))}, in een matrix de kolommen van de niveaus ('1 …'){lijkt}"
