"""How codes are misspelled: what a text comes down to, what it looks like, and how far it is from the codes that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias, cast

_OM_DE_CODE = " \t\r\n\v\f,;:'\"()[]{}<>‘’“”„«»`·*_-"
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

    def dichtst_bij(self, tekst: str, grens: int) -> list[str]:
        """Return all other texts at the smallest distance, when that is at most `grens`; in no order.

        >>> sorted(Nabij(["wp1", "wp2", "wpi1"]).dichtst_bij("wp3", 2))
        ['wp1', 'wp2']
        """
        for afstand in range(1, grens + 1):
            if gevonden := self._binnen(tekst, afstand):
                return gevonden
        return []

    def _binnen(self, tekst: str, grens: int) -> list[str]:
        gevonden: list[str] = []
        begin = [min(plaats, grens + 1) for plaats in range(len(tekst) + 1)]
        stapel: list[tuple[_Knoop, int, str, list[int], list[int]]] = [(self._wortel, 1, "", begin, begin)]
        while stapel:
            knoop, diepte, vorig_teken, voorvorige, vorige = stapel.pop()
            for teken, verder in knoop.items():
                if isinstance(verder, str):
                    if vorige[-1] <= grens:
                        gevonden.append(verder)
                    continue
                rij = _rij(tekst, grens, diepte, vorig_teken + teken, (voorvorige, vorige))
                # Two that changed places cost one together: after the first of them they are further apart.
                if min(rij) <= grens or (teken in tekst and min(vorige) < grens):
                    stapel.append((verder, diepte + 1, teken, vorige, rij))
        return gevonden


def _rij(tekst: str, grens: int, diepte: int, tekens: str, eerder: tuple[list[int], list[int]]) -> list[int]:
    """Return the next line of the table of distances: one for each beginning of `tekst`, more than `grens` is one more.

    `tekens` has the last two characters of the branch, of which `diepte` were gone through. What lies further than `grens` from
    the diagonal is too far away as it is.
    """
    voorvorige, vorige = eerder
    rij = [grens + 1] * len(vorige)
    if diepte <= grens:
        rij[0] = diepte
    for plaats in range(max(diepte - grens - 1, 0), min(diepte + grens, len(tekst))):
        stap = vorige[plaats] + (tekens[-1] != tekst[plaats])
        stap = min(stap, rij[plaats] + 1, vorige[plaats + 1] + 1)
        if plaats and diepte > 1 and tekst[plaats - 1 : plaats + 1] == tekens[::-1]:
            stap = min(stap, voorvorige[plaats - 1] + 1)
        rij[plaats + 1] = min(stap, grens + 1)
    return rij
