"""How codes are misspelled: what a text comes down to, what it looks like, and how far it is from the codes that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias, cast

_OM_DE_CODE = " \t\r\n\v\f,;:'\"()[]{}<>‘’“”„«»`·•▪●○‣*_-"
"""What may stand around a code without meaning anything; a dot may too, but only behind it: `.4` is half of a code."""
_TUSSEN = re.compile(r"(?!(?<=[0-9])[.][0-9])[\s.,_-]+")
"""What stands between two parts, but for the one dot that a code has there itself."""
_ANDERE_CODE = re.compile(r"\n|,\s")
"""Between two codes, never within one."""
_PUNT = re.compile("[.,]")
_ONZICHTBAAR = ("Cf", "Cc")
_MIN = "−"

# What is easily mistaken, in small letters: l, i and | for 1, o for 0; Cyrillic, Greek and dotless letters for Latin ones.
_LIJKT_OP = str.maketrans(
    "li|oıӏавеікмнорстхуѕјԁԝαβεζηικμνορτυχ",
    "11101" + "1abe1kmh0pctxysjdw" + "abezh1kmn0ptyx",
)


def vlak(tekst: str) -> str:
    """Return what a text comes down to: small letters, one dot where a code has one, nothing around it.

    White space, hyphens, dashes and underscores between two numbers are a dot, elsewhere they are nothing. A comma is a dot,
    unless white space follows it: then another code begins. A second dot, between a number and a letter, is nothing.
    Compatibility forms (full-width, superscript) and digits of other scripts are plain ones.

    >>> vlak(" WP2–4A. "), vlak("WP-2"), vlak("wp 2,4 a"), vlak("WP.4")
    ('wp2.4a', 'wp2', 'wp2.4a', 'wp.4')
    """
    if not (tekst.isascii() and tekst.isprintable()):
        tekst = "".join(map(_gewoon, unicodedata.normalize("NFKC", tekst)))
    kaal = tekst.strip(_OM_DE_CODE).rstrip(_OM_DE_CODE + ".").casefold()
    return _TUSSEN.sub(_scheiding, kaal)


def _gewoon(teken: str) -> str:
    soort = unicodedata.category(teken)
    if soort == "Pd" or teken == _MIN:
        return "-"
    if soort == "Nd":
        return str(unicodedata.decimal(teken))
    if teken.isspace():
        return " " if soort == "Zs" else "\n"
    return "" if soort in _ONZICHTBAAR else teken


def _scheiding(gevonden: re.Match[str]) -> str:
    tussen, tekst = gevonden[0], gevonden.string
    if _ANDERE_CODE.search(tussen):
        return ";"
    naar_getal = tekst[gevonden.end() : gevonden.end() + 1].isdigit()
    ervoor = tekst[: gevonden.start()]
    uit_getal = ervoor[-1:].isdigit()
    if "." in tussen or "," in tussen:
        # A code has one dot: a second one, ahead of its letter, is a habit.
        return "" if uit_getal and not naar_getal and _PUNT.search(ervoor) else "."
    return "." if uit_getal and naar_getal else ""


def silhouet(beeld: str) -> str:
    """Return what a text that `vlak` gave looks like at a glance: what is easily mistaken for each other has one silhouette.

    >>> silhouet("wpl1") == silhouet("wpi1")
    True
    """
    return beeld.translate(_LIJKT_OP)


_Knoop: TypeAlias = "dict[str, _Knoop | str]"
_EINDE = ""
_VERST = 3
"""The largest distance that is asked for."""
_BREED = 2 * _VERST + 1
_TE_VER = _VERST + 1
_VENSTER = (1 << _BREED + 2) - 1


class _Stand:
    """What is known halfway down the tree: a line of the table of distances, and the one above it.

    Only what lies at most `_VERST` from the diagonal is there, counted from the diagonal: the same few lines come back in every
    text, so that each is worked out once.

    Attributes:
        rij: the distances to the beginnings of the text; what is too far is `_TE_VER`.
        nog: the smallest distance at which anything may follow.
        verder: what follows, by where the next character of the branch stands in the text.
    """

    __slots__ = ("_eerder", "_tekens", "nog", "rij", "verder")

    def __init__(self, eerder: tuple[int, ...], rij: tuple[int, ...], tekens: int) -> None:
        self._eerder, self.rij, self._tekens = eerder, rij, tekens
        # Two that changed places cost one together: after the first of them they are further apart.
        wissel = (afstand + 1 for plek, afstand in enumerate(eerder) if tekens >> plek + 2 & 1)
        self.nog = min(*rij, *wissel)
        self.verder: dict[int, _Stand] = {}

    def volgende(self, tekens: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        """Return what comes one character further down: a bit of `tekens` says that it stands at that place of the text."""
        rij: list[int] = []
        for plek, schuin in enumerate(self.rij):
            stap = schuin + (not tekens >> plek + 1 & 1)
            stap = min(stap, _TE_VER, *(afstand + 1 for afstand in (*rij[-1:], *self.rij[plek + 1 : plek + 2])))
            if tekens >> plek & 1 and self._tekens >> plek + 2 & 1:
                stap = min(stap, self._eerder[plek] + 1)
            rij.append(stap)
        return (self.rij, tuple(rij), tekens)


class Nabij:
    """Texts, and which of them are nearest to another: by characters left out, added, replaced or changed places.

    They stand in a tree, a branch for each beginning, so that a beginning that is too far away is left with all that follows.
    """

    def __init__(self, teksten: Iterable[str]) -> None:
        self._wortel: _Knoop = {}
        for tekst in teksten:
            knoop = self._wortel
            for teken in tekst:
                knoop = cast("_Knoop", knoop.setdefault(teken, {}))  # only the end is text
            knoop[_EINDE] = tekst
        ver = (_TE_VER,) * _BREED
        self._begin = _Stand(ver, (*ver[:_VERST], *range(_TE_VER)), 0)
        self._standen: dict[object, _Stand] = {}

    def dichtst_bij(self, tekst: str, grens: int) -> list[str]:
        """Return all other texts at the smallest distance, when that is at most `grens`, 3 at most; in no order.

        >>> sorted(Nabij(["wp1", "wp2", "wpi1"]).dichtst_bij("wp3", 2))
        ['wp1', 'wp2']
        """
        for afstand in range(1, grens + 1):
            if gevonden := self._binnen(tekst, afstand):
                return gevonden
        return []

    def _binnen(self, tekst: str, grens: int) -> list[str]:
        gevonden: list[str] = []
        waar: dict[str, int] = {}
        for plaats, teken in enumerate(tekst):
            waar[teken] = waar.get(teken, 0) | 1 << plaats + _TE_VER
        buurt = [{_EINDE, *tekst[max(n - _TE_VER, 0) : n + _TE_VER + 1]} for n in range(len(tekst) + _TE_VER)]
        stapel: list[tuple[_Knoop, int, _Stand]] = [(self._wortel, 0, self._begin)]
        while stapel:
            knoop, diepte, stand = stapel.pop()
            # Where any other character is one too many, only those of the text itself are looked for.
            anders = stand.verder.get(0) or self._verder(stand, 0)
            tekens_hier = knoop if anders.nog <= grens else buurt[diepte] & knoop.keys()
            for teken in tekens_hier:
                verder = knoop[teken]
                if isinstance(verder, str):
                    plek = len(tekst) - diepte + _VERST
                    if 0 <= plek < _BREED and stand.rij[plek] <= grens:
                        gevonden.append(verder)
                    continue
                tekens = waar.get(teken, 0) >> diepte & _VENSTER
                volgende = stand.verder.get(tekens) or self._verder(stand, tekens)
                if volgende.nog <= grens:
                    stapel.append((verder, diepte + 1, volgende))
        return gevonden

    def _verder(self, stand: _Stand, tekens: int) -> _Stand:
        volgende = stand.volgende(tekens)
        return stand.verder.setdefault(tekens, self._standen.setdefault(volgende, _Stand(*volgende)))
