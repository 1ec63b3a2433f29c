"""How codes are misspelled: what a text comes down to, what it looks like, and how far it is from the codes that exist."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

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


@functools.lru_cache(maxsize=256)  # a wrong code is looked at from several sides, one after the other
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


_Rij: TypeAlias = dict[int, int]
"""Places in the tree, and how far each is from what was read of a text; what is too far away is not there."""
_MEESTE_STANDEN = 500_000
"""So many places are remembered, with the lines that they stand in; then the memory begins anew."""


class _Stand:
    """What is known after some characters of a text: a line of the table of distances, over all beginnings at once.

    The same few lines come back after most beginnings, and each is worked out once: a thousand wrong codes that begin alike cost
    little more than one.

    Attributes:
        rij: the places in the tree that are near enough, with their distances.
        wissel: by character, the places where two that changed places lead to when it comes next.
        verder: the line that follows, by the next character.
    """

    __slots__ = ("rij", "verder", "wissel")

    def __init__(self, rij: _Rij, wissel: dict[str, _Rij]) -> None:
        self.rij, self.wissel = rij, wissel
        self.verder: dict[str, _Stand] = {}

    @property
    def sleutel(self) -> object:
        """What makes this line another than the next."""
        return frozenset(self.rij.items()), frozenset((t, *p) for t, rij in self.wissel.items() for p in rij.items())


class _Automaat:
    """The texts of a tree that are at most so far from another, found a character at a time."""

    def __init__(self, takken: list[dict[str, int]], tekens: frozenset[str], grens: int) -> None:
        self._takken, self._tekens, self._grens = takken, tekens, grens
        self._vergeet()

    def _vergeet(self) -> None:
        self._begin = _Stand(self._met_wat_ontbreekt({0: 0}), {})
        self._standen: dict[object, _Stand] = {}
        self._omvang = 0

    def lees(self, tekst: str) -> _Rij:
        """Return the places in the tree that are near enough to a text, with their distances."""
        stand = self._begin
        for teken in tekst:
            # Signs that no text has are all the same.
            bekend = teken if teken in self._tekens else ""
            stand = stand.verder.get(bekend) or self._verder(stand, bekend)
            if not stand.rij and not stand.wissel:
                break
        return stand.rij

    def _verder(self, stand: _Stand, teken: str) -> _Stand:
        volgende = _Stand(self._volgende_rij(stand, teken), self._wissels(stand.rij, teken))
        bekend = self._standen.setdefault(volgende.sleutel, volgende)
        stand.verder[teken] = bekend
        self._omvang += 1 + (len(bekend.rij) if bekend is volgende else 0)
        if self._omvang > _MEESTE_STANDEN:
            self._vergeet()
        return bekend

    def _volgende_rij(self, stand: _Stand, teken: str) -> _Rij:
        takken, grens = self._takken, self._grens
        rij: _Rij = {**stand.wissel.get(teken, {})}
        for plaats, afstand in stand.rij.items():
            if afstand < grens:  # another character, or one too many
                for verder in takken[plaats].values():
                    rij[verder] = min(rij.get(verder, grens), afstand + 1)
                rij[plaats] = min(rij.get(plaats, grens), afstand + 1)
            gelijk = takken[plaats].get(teken)
            if gelijk is not None:
                rij[gelijk] = min(rij.get(gelijk, grens), afstand)
        return self._met_wat_ontbreekt(rij)

    def _wissels(self, rij: _Rij, teken: str) -> dict[str, _Rij]:
        wissel: dict[str, _Rij] = {}
        for plaats, afstand in rij.items():
            if afstand < self._grens:
                for eerste, tussen in self._takken[plaats].items():
                    verder = self._takken[tussen].get(teken)
                    if verder is not None and eerste != teken:
                        wissel.setdefault(eerste, {})[verder] = afstand + 1
        return wissel

    def _met_wat_ontbreekt(self, rij: _Rij) -> _Rij:
        """Add the places that are reached when characters are left out; nearer ones first."""
        for afstand in range(self._grens):
            for plaats in [plaats for plaats, hier in rij.items() if hier == afstand]:
                for verder in self._takken[plaats].values():
                    rij[verder] = min(rij.get(verder, afstand + 1), afstand + 1)
        return rij


class Nabij:
    """Texts, and which of them are nearest to another: by characters left out, added, replaced or changed places.

    They stand in a tree, a branch for each beginning, which is gone through once for all texts that begin alike.
    """

    def __init__(self, teksten: Iterable[str]) -> None:
        self._takken: list[dict[str, int]] = [{}]
        self._einden: dict[int, str] = {}
        for tekst in teksten:
            plaats = 0
            for teken in tekst:
                if teken not in self._takken[plaats]:
                    self._takken[plaats][teken] = len(self._takken)
                    self._takken.append({})
                plaats = self._takken[plaats][teken]
            self._einden[plaats] = tekst
        self._tekens = frozenset(teken for tak in self._takken for teken in tak)
        self._automaten: dict[int, _Automaat] = {}

    def dichtst_bij(self, tekst: str, grens: int) -> list[str]:
        """Return all other texts at the smallest distance, when that is at most `grens`; in no order.

        >>> sorted(Nabij(["wp1", "wp2", "wpi1"]).dichtst_bij("wp3", 2))
        ['wp1', 'wp2']
        """
        for afstand in range(1, grens + 1):
            if afstand not in self._automaten:
                self._automaten[afstand] = _Automaat(self._takken, self._tekens, afstand)
            rij = self._automaten[afstand].lees(tekst)
            if gevonden := [self._einden[plaats] for plaats in rij if plaats in self._einden]:
                return gevonden
        return []
