"""Search: words and phrases in the texts of leeruitkomsten and succescriteria, whatever their case and accents."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from ..fouten import VerkeerdType
from ..model import Leeruitkomst, Succescriterium
from ..plat import TrefferDict, TrefferRegel
from ..record import Reeks, Regel
from ..register import Register
from ..tabel import Cel, Deel
from ..zinnen import citaat
from .kies import EenOfMeer, Eisen, eisen, voldoet

Item: TypeAlias = Leeruitkomst | Succescriterium

_TERM = re.compile(r'["“”„«»]([^"“”„«»]+)(?:["“”„«»]|$)|([^\s"“”„«»]+)')
_APOSTROF = str.maketrans("’‘ʼ´`", "'''''")
_HAAKJES = str.maketrans("", "", "()")
KORTSTE_BEGIN = 5
"""A word that stands nowhere is found by its beginning, if so many letters of it do."""


def zoek(
    register: Register, tekst: str, *, leerlijn: EenOfMeer[str] = None, niveau: EenOfMeer[int] = None
) -> Reeks[Treffer]:
    """Find the leeruitkomsten and succescriteria with every word of `tekst`, in source order.

    Raises:
        OnbekendeCode: a leerlijn or niveau does not exist in this framework.
        VerkeerdType: `tekst` is no text.
    """
    if not isinstance(tekst, str):  # most users have no type checker
        raise VerkeerdType(f"zoek vraagt om tekst, niet om {citaat(tekst)}", {"tekst": tekst})
    index: Zoekindex | None = register.zoekindex
    if index is None:
        index = Zoekindex.van(register.leeruitkomsten)
        register.onthoud("zoekindex", index)
    return index.zoek(tekst, eisen(register, {"leerlijn": leerlijn, "niveau": niveau}))


def vouw(tekst: str) -> str:
    """Return a text as search compares it: without case and accents, every apostrophe straight.

    >>> vouw("Collega’s: Oriëntatie")
    "collega's: orientatie"
    """
    if tekst.isascii():
        return tekst.replace("`", "'").lower()
    los = unicodedata.normalize("NFKD", tekst.translate(_APOSTROF))
    return "".join(teken for teken in los if not unicodedata.combining(teken)).casefold()


@attrs.frozen(repr=False, eq=False)
class Treffer(Regel):
    """A leeruitkomst or succescriterium in which every search term occurs.

    Attributes:
        item: the `Leeruitkomst` or `Succescriterium`.
        termen: tuple of the search terms, folded.
        bij_begin: tuple of pairs: a word that stands in no text, and the beginning of it by which this was found.
    """

    item: Item
    termen: tuple[str, ...]
    bij_begin: tuple[tuple[str, str], ...] = ()

    KOP = ("Code", "Tekst")

    @property
    def code(self) -> str:
        """The code of the item."""
        return self.item.code

    @property
    def delen(self) -> tuple[Deel, ...]:
        """The text in pieces `(soort, tekst)`, soort `gevonden` or `gelijk`; joined they are the text to the letter."""
        return _delen(self.item.tekst, self.termen)

    @property
    def fragmenten(self) -> tuple[str, ...]:
        """The pieces of the text that were found, as they stand there, in reading order."""
        return tuple(tekst for soort, tekst in self.delen if soort == "gevonden")

    @property
    def _taal(self) -> str:
        return self.item._taal

    def __str__(self) -> str:
        return str(self.item)

    def _voet(self) -> str:
        return "; ".join(
            f"{woord!r} staat in geen tekst: gezocht is op het begin, {begin!r}" for woord, begin in self.bij_begin
        )

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), (self.delen,))

    def als_dict(self) -> TrefferDict:
        """Return code, tekst, fragmenten and bij_begin, ready for `json.dumps`."""
        return {
            "code": self.code,
            "tekst": self.item.tekst,
            "fragmenten": list(self.fragmenten),
            "bij_begin": dict(self.bij_begin),
        }

    def records(self) -> list[TrefferRegel]:
        """Return one flat dict: criterium and rij (`None` for a leeruitkomst), leeruitkomst, leerlijn, niveau, tekst, fragmenten.

        The fragments are one text, parted by " … ".
        """
        item = self.item
        criterium = item if isinstance(item, Succescriterium) else None
        return [
            {
                "criterium": criterium.code if criterium else None,
                "leeruitkomst": criterium.leeruitkomst if criterium else item.code,
                "leerlijn": item.leerlijn,
                "rij": criterium.rij if criterium else None,
                "niveau": item.niveau,
                "tekst": item.tekst,
                "fragmenten": " … ".join(self.fragmenten),
            }
        ]


@attrs.frozen(repr=False, eq=False)
class Zoekindex:
    """The texts of a framework as search compares them, made once: folded text and item, in source order.

    A text with round brackets is there with and without them: "(non)verbaal" is found by both spellings.
    """

    hooibergen: tuple[tuple[str, frozenset[str], Item], ...]

    @classmethod
    def van(cls, leeruitkomsten: Iterable[Leeruitkomst]) -> Zoekindex:
        """Return the index over these leeruitkomsten and their criteria."""
        items: list[Item] = []
        for uitkomst in leeruitkomsten:
            items += (uitkomst, *uitkomst.succescriteria)
        return cls(tuple((_hooiberg(vouw(item.tekst)), _namen(item), item) for item in items))

    def zoek(self, tekst: str, geeist: Eisen) -> Reeks[Treffer]:
        """Find the items that meet the demands and have every term of `tekst`; without terms nothing is found."""
        gevraagd = [" ".join(vouw(zin or woord).split()) for zin, woord in _TERM.findall(tekst)]
        woorden = tuple(dict.fromkeys(filter(None, gevraagd)))
        if not woorden:
            return Reeks()
        begin = {woord: kort for woord in woorden if (kort := self._begin(woord)) != woord}
        termen = tuple(dict.fromkeys(begin.get(woord, woord) for woord in woorden))
        gevonden = self.hooibergen
        for term in termen:
            gevonden = tuple(deel for deel in gevonden if term in deel[0] or term in deel[1])
        return Reeks(
            [
                Treffer(item, termen, tuple(begin.items()))
                for _, _, item in gevonden
                if not geeist or voldoet(item, geeist)
            ]
        )

    def _begin(self, term: str) -> str:
        """Return a term as it is looked for: a word that stands nowhere as the longest beginning of it that does."""
        if len(term) <= KORTSTE_BEGIN or not term.isalpha() or self._staat_ergens(term):
            return term
        lengtes = range(KORTSTE_BEGIN, len(term))
        # The longer a beginning, the fewer texts have it: halving finds the longest that is left, of a word of any length.
        te_lang = bisect.bisect_left(lengtes, True, key=lambda lengte: not self._staat_ergens(term[:lengte]))
        return term[: lengtes[te_lang - 1]] if te_lang else term

    def _staat_ergens(self, term: str) -> bool:
        return any(term in hooiberg or term in namen for hooiberg, namen, _ in self.hooibergen)


def _namen(item: Item) -> frozenset[str]:
    """Return by which codes an item is found: its own, and that of the source."""
    return frozenset(vouw(code) for code in (item.code, item.notatie) if code is not None)


def _hooiberg(gevouwen: str) -> str:
    kaal = gevouwen.translate(_HAAKJES)
    return gevouwen if kaal == gevouwen else f"{gevouwen}\n{kaal}"


def _delen(tekst: str, termen: tuple[str, ...]) -> tuple[Deel, ...]:
    gevonden = bytearray(len(tekst))
    for zonder in ("", "()"):
        gevouwen, herkomst = _met_herkomst(tekst, zonder)
        for term in termen:
            start = gevouwen.find(term)
            while start >= 0:
                van, tot = _met_haakje(tekst, herkomst[start], herkomst[start + len(term) - 1] + 1)
                gevonden[van:tot] = b"\1" * (tot - van)
                start = gevouwen.find(term, start + 1)
    delen: list[Deel] = []
    for stuk in re.finditer(rb"\x01+|\x00+", gevonden):
        soort = "gevonden" if stuk[0][0] else "gelijk"
        delen.append((soort, tekst[stuk.start() : stuk.end()]))
    return tuple(delen)


def _met_herkomst(tekst: str, zonder: str) -> tuple[str, list[int]]:
    """Fold a text without the characters of `zonder`, and say for each folded character where it came from."""
    gevouwen = [(deel, plaats) for plaats, teken in enumerate(tekst) if teken not in zonder for deel in vouw(teken)]
    return "".join(deel for deel, _ in gevouwen), [plaats for _, plaats in gevouwen]


def _met_haakje(tekst: str, van: int, tot: int) -> tuple[int, int]:
    """Take in the bracket that a found piece only half holds: "(non)verbaal", not "non)verbaal"."""
    stuk = tekst[van:tot]
    if stuk.count(")") > stuk.count("(") and tekst[van - 1 : van] == "(":
        van -= 1
    elif stuk.count("(") > stuk.count(")") and tekst[tot : tot + 1] == ")":
        tot += 1
    return van, tot
