"""The words of a text, and which of them two texts have in common, in order."""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

# A word with its inner apostrophes, or a punctuation mark, each with the white space before it: joined again, the pieces
# are the text to the letter.
_WOORD = re.compile(r"\s*+(?:\w++(?:['’]\w++)*+|[^\w\s])|\s+$")
_LETTER = re.compile(r"\w")
_EERSTE_TEKEN = "\u0300"
"""No character before this one is a mark on the letter before it."""
_WERK = 500
"""How much work, for each word, a comparison of all words with all words may be; of larger texts the parts are compared."""
_DIEPST = 8
"""How often a part is divided into parts, at most."""


@functools.lru_cache(maxsize=512)
def woorden(tekst: str) -> tuple[str, ...]:
    """Return a text in words and punctuation marks, each with the white space before it.

    Kept for a while: one text is compared with several others, of the niveaus below it and above.
    """
    if tekst.isascii():
        return tuple(_WOORD.findall(tekst))
    tekens = sorted(t for t in set(tekst) if t >= _EERSTE_TEKEN and unicodedata.category(t).startswith("M"))
    return tuple(_woord_met("".join(tekens)).findall(tekst))


@functools.lru_cache(maxsize=64)
def _woord_met(tekens: str) -> re.Pattern[str]:
    """Return the pattern of a word in which these marks belong to it: without them an Arabic word would end at each vowel."""
    if not tekens:
        return _WOORD
    return re.compile(rf"\s*+(?:[\w{tekens}]++(?:['’][\w{tekens}]++)*+|[^\w\s{tekens}])|\s+$")


Blok: TypeAlias = tuple[int, int, int]
"""Equal words: from where in the one text, from where in the other, and how many."""


def gelijke_blokken(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> list[Blok]:
    """Return the words that two texts have in common, in order; the last block is empty, and stands at the end of both.

    What both begin and end with is set aside first; `difflib.SequenceMatcher` compares what is left. Where that is long, the
    words that stand there once in both divide it into parts, which are compared in the same way; without such words those do
    that stand there for the same time. So a long text takes time by its length.
    """
    return [*(blok for blok in _gelijk(oud, nieuw) if blok[2]), (len(oud), len(nieuw), 0)]


def _gelijk(oud: tuple[str, ...], nieuw: tuple[str, ...], diepte: int = 0) -> list[Blok]:
    """Return these blocks; those at the ends may be empty."""
    begin = _aantal_gelijk(oud, nieuw)
    einde = min(_aantal_gelijk(reversed(oud), reversed(nieuw)), len(oud) - begin, len(nieuw) - begin)
    oud_tot, nieuw_tot = len(oud) - einde, len(nieuw) - einde
    midden = _midden(oud[begin:oud_tot], nieuw[begin:nieuw_tot], diepte)
    return [(0, 0, begin), *((begin + i, begin + j, n) for i, j, n in midden), (oud_tot, nieuw_tot, einde)]


def _midden(oud: tuple[str, ...], nieuw: tuple[str, ...], diepte: int) -> Iterable[Blok]:
    if _is_klein(oud, nieuw):
        return SequenceMatcher(None, oud, nieuw, autojunk=False).get_matching_blocks()
    vast = _vaste_punten(oud, nieuw) if diepte < _DIEPST else []
    blokken: list[Blok] = []
    van, vanaf = 0, 0
    for plek, tegen in [*vast, (len(oud), len(nieuw))] if vast else ():
        stuk = _gelijk(oud[van:plek], nieuw[vanaf:tegen], diepte + 1)
        blokken += [(van + i, vanaf + j, aantal) for i, j, aantal in stuk]
        blokken.append((plek, tegen, int(plek < len(oud))))
        van, vanaf = plek + 1, tegen + 1
    return _aaneen(blokken)


def _is_klein(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> bool:
    """Say whether `difflib` can compare them soon: it goes through all pairs of equal words, for each equal part once more."""
    mag, kortste = _WERK * (len(oud) + len(nieuw)), min(len(oud), len(nieuw))
    if len(oud) * len(nieuw) * kortste <= mag:
        return True
    keren = Counter(nieuw)
    return sum(keren[woord] for woord in oud) * kortste <= mag


def _aaneen(blokken: list[Blok]) -> Iterator[Blok]:
    """Yield blocks of equal words, those that follow each other in both texts as one."""
    van, vanaf, totaal = 0, 0, 0
    for i, j, aantal in blokken:
        if (i, j) == (van + totaal, vanaf + totaal):
            totaal += aantal
        elif aantal:
            yield (van, vanaf, totaal)
            van, vanaf, totaal = i, j, aantal
    yield (van, vanaf, totaal)


def _vaste_punten(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the words stand that both texts have once: the most of them that stand in the same order.

    Where there are none, a word is the same as in the other text if it stands there for the same time.
    """
    in_oud, in_nieuw = Counter(oud), Counter(nieuw)
    waar = {woord: plek for plek, woord in enumerate(_geteld(nieuw))}
    alle = [(plek, waar[woord]) for plek, woord in enumerate(_geteld(oud)) if woord in waar]
    paren = [paar for paar in alle if in_oud[oud[paar[0]]] == in_nieuw[oud[paar[0]]] == 1] or alle
    # The longest rising series: of each length the lowest end so far, and of each pair the one before it.
    einden: list[int] = []
    laatste: list[int] = []
    vorige: list[int] = []
    for nummer, (_, tegen) in enumerate(paren):
        lengte = bisect_left(einden, tegen)
        vorige.append(laatste[lengte - 1] if lengte else -1)
        einden[lengte : lengte + 1] = [tegen]
        laatste[lengte : lengte + 1] = [nummer]
    reeks: list[tuple[int, int]] = []
    nummer = laatste[-1] if laatste else -1
    while nummer >= 0:
        reeks.append(paren[nummer])
        nummer = vorige[nummer]
    return reeks[::-1]


def aantal_woorden(stukken: Iterable[str]) -> int:
    """Count words, and no punctuation."""
    return sum(stuk[-1].isalnum() or _LETTER.search(stuk) is not None for stuk in stukken)


def _geteld(stukken: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield each word with how often it stood there so far."""
    keren: Counter[str] = Counter()
    for woord in stukken:
        keren[woord] += 1
        yield woord, keren[woord]


def _aantal_gelijk(een: Iterable[str], ander: Iterable[str]) -> int:
    aantal = 0
    for woord, tegen in zip(een, ander, strict=False):
        if woord != tegen:
            break
        aantal += 1
    return aantal
