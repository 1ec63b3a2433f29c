"""How high a row of a sheet must be to show all that is in it: a file has to say so, since not every program works it out.

Lines are broken as a spreadsheet breaks them, by the widths of Arial (and of Liberation Sans, which has the same).
"""

from __future__ import annotations

import functools
import math
import unicodedata
from collections.abc import Iterable

LETTER, PUNTEN = "Arial", 10
"""The letters of a sheet: a font that every office has, or one as wide, and their size in points."""
HOOGSTE = 409.0
"""How high a row can be, in points: Excel has no higher ones."""
_REGEL, _WIT = 12.75, 3.0
"""How high a line of these letters is, and the white around them, in points."""
MEESTE_REGELS = int((HOOGSTE - _WIT) / _REGEL)
"""How many lines a row can show."""
_PIXELS, _RAND = 7, 6
"""How wide a character of a column width is, and what of a column is not for letters, in pixels."""
_EM = PUNTEN * 96 / 72
_RUIM, _VET = 1.03, 1.08
"""How much wider letters may come out on a screen, and how much wider bold ones are."""
_EERSTE, _BREED, _ANDERS = 32, 1000, 750
_BREEDTES = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
"""How wide the letters from a space to a tilde are, in thousandths of their size."""


def rijhoogte(cellen: Iterable[tuple[str, float, bool]]) -> float:
    """Return how high a row is, in points: of each cell its text, the width of its column in characters, and whether it is bold.

    >>> rijhoogte([("Je kijkt.", 20, False)]), rijhoogte([("Je kijkt, en je ziet wat er gebeurt.", 20, False)])
    (15.75, 28.5)
    """
    regels = max((aantal_regels(tekst, breedte, vet=vet) for tekst, breedte, vet in cellen), default=1)
    return min(regels * _REGEL + _WIT, HOOGSTE)


def aantal_regels(tekst: str, breedte: float, *, vet: bool = False) -> int:
    """Return over how many lines a text runs in a column of so many characters.

    >>> aantal_regels("• een\\n• twee", 20), aantal_regels("x" * 50, 20)
    (2, 3)
    """
    ruimte = (breedte * _PIXELS - _RAND) / (_EM * _RUIM * (_VET if vet else 1)) * _BREED
    return sum(_in_alinea(alinea, ruimte) for alinea in tekst.split("\n"))


def _in_alinea(alinea: str, ruimte: float) -> int:
    """Return how many lines a paragraph takes: words go on while they fit, and one that never fits is broken."""
    regels, gevuld = 1, 0.0
    spatie = _letterbreedte(" ")
    for woord in alinea.split(" "):
        lang = sum(map(_letterbreedte, woord))
        if gevuld and gevuld + spatie + lang > ruimte:
            regels, gevuld = regels + 1, 0.0
        gevuld += lang + (spatie if gevuld else 0)
        if gevuld > ruimte:
            # The letter that does not fit goes to the next line whole.
            kort = max(ruimte - _ANDERS, _ANDERS)
            over = math.ceil(gevuld / kort) - 1
            regels, gevuld = regels + over, gevuld - over * kort
    return regels


@functools.lru_cache(maxsize=1024)
def _letterbreedte(letter: str) -> int:
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _BREED
    plaats = ord(unicodedata.normalize("NFD", letter)[0]) - _EERSTE
    return _BREEDTES[plaats] if 0 <= plaats < len(_BREEDTES) else _ANDERS
