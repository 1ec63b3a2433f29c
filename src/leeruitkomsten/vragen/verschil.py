"""What changes between two texts, in words and punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import accumulate, groupby
from typing import Any, TypeAlias

import attrs

from ..fouten import OngeldigeVraag, eis_type
from ..plat import VerschilDict, VerschilRegel
from ..record import Regel
from ..register import Register, bestaat
from ..tabel import Cel, Deel, Tabel, Tekstregel, leesbaar
from .woordblokken import Blok, aantal_woorden, gelijke_blokken, woorden

Woorden: TypeAlias = tuple[str, ...]

AANDEEL = 0.3
"""Where both texts have less than this share of all their words in common, they stand whole, side by side."""
_KLEIN = 3
"""An equal piece of more words than this is always left as it is."""
_KORT = 4
"""Words of fewer letters together, such as en, je and de, are never said to have moved."""
VAN_ALLEEN = ("vervalt", "vandaan")
NAAR_ALLEEN = ("nieuw", "hierheen")
"""The kinds of pieces that only one of the two texts has at that place."""


@attrs.frozen(repr=False, eq=False)
class Verschil(Regel):
    """The word differences from one text to another.

    Attributes:
        van, naar: both texts, to the letter.
        delen: tuple of `(soort, tekst)` in reading order; soort is `gelijk`, `vervalt` (in `van` only), `nieuw` (in
            `naar` only), `vandaan` (of `van`, and elsewhere in `naar`) or `hierheen` (of `naar`, and elsewhere in `van`).
            The pieces of one side, joined, are its text to the letter.
        naast_elkaar: what follows from these, see below.

    >>> str(tekstverschil("Je leest een boek.", "Je leest een goed boek!"))
    'Je leest een {+goed+} boek[-.-]{+!+}'
    >>> str(tekstverschil("Je past zo nodig je aanpak aan.", "Je past je aanpak aan zo nodig."))
    'Je past [~zo nodig~] je aanpak aan {~zo nodig~}.'
    """

    van: str
    naar: str
    delen: tuple[Deel, ...]

    KOP = ("Verschil",)

    @property
    def naast_elkaar(self) -> bool:
        """Whether both texts stand whole, one after the other, for what they have in common would chop them up, or is nothing."""
        return [soort for soort, _ in self.delen] == ["vervalt", "nieuw"]

    def als_dict(self) -> VerschilDict:
        """Return van, naar, naast_elkaar, and delen as lists of two texts, ready for `json.dumps`."""
        delen = [[soort, tekst] for soort, tekst in self.delen]
        return {"van": self.van, "naar": self.naar, "delen": delen, "naast_elkaar": self.naast_elkaar}

    def toegepast_op(self, tekst: str) -> str:
        """Return what becomes of `tekst`, which must be `van` to the letter.

        Raises:
            OngeldigeVraag: the text is another one than this difference was made from.
        """
        if tekst != "".join(deel for soort, deel in self.delen if soort not in NAAR_ALLEEN):
            raise OngeldigeVraag("andere_tekst", "dit verschil hoort bij een andere tekst", {"tekst": tekst})
        return "".join(deel for soort, deel in self.delen if soort not in VAN_ALLEEN)

    def __str__(self) -> str:
        return " ".join(map(leesbaar, self._regels()))

    def _regels(self) -> tuple[Tekstregel, ...]:
        """Return it as the lines of a cell: the marked text, or two whole texts below each other unless they are short."""
        lang = max(aantal_woorden(woorden(self.van)), aantal_woorden(woorden(self.naar))) > _KLEIN
        return tuple((deel,) for deel in self.delen) if lang and self.naast_elkaar else (self.delen,)

    def _regel(self) -> tuple[Cel, ...]:
        return (self._regels(),)

    def _tabel(self) -> Tabel:
        """Return one cell with the words marked, or both texts whole in a cell each."""
        if not self.naast_elkaar:
            return Regel._tabel(self)
        return Tabel("", ("Van", "Naar"), ((self.van, self.naar),))

    def records(self) -> list[VerschilRegel]:
        """Return one flat dict: van, naar, and verschil as `str()` has it."""
        return [{"van": self.van, "naar": self.naar, "verschil": str(self)}]


def verschil(register: Register, van: object, naar: object) -> Verschil:
    """Return the word differences between the texts of two succescriteria or leeruitkomsten, given by code.

    Raises:
        OnbekendeCode: a code has no text in this framework; the error names both if neither has.
    """
    alle: Mapping[Any, Any] = register.alle
    een, ander = (getattr(alle[code] if bestaat(alle, code) else None, "tekst", None) for code in (van, naar))
    if een is None or ander is None:
        raise register.onbekend("leeruitkomst of succescriterium", van, naar)
    return tekstverschil(een, ander)


def tekstverschil(van: str, naar: str) -> Verschil:
    """Return the word differences from `van` to `naar`, any two texts, as a person would mark them.

    The words are compared in their order, and then made to be read. Words that left one place and stand in another have moved:
    they are not lost. An equal piece of at most three words between two differences that are as long or longer is taken up
    in what differs, so that no sentence is cut around 'en', 'je' or 'de'. Where less than 30 % of all words of the two texts is
    left in common (a word of both counts for both), they stand whole, `naast_elkaar`, unless one of them only adds to the other.

    Raises:
        VerkeerdType: one of them is no text.
    """
    eis_type(van, str, "tekst", "van")
    eis_type(naar, str, "tekst", "naar")
    oud, nieuw = woorden(van), woorden(naar)
    alle = gelijke_blokken(oud, nieuw)
    verhuisd = _verhuisd(oud, nieuw, alle)
    gelijk = _leesbaar(oud, nieuw, alle, verhuisd)
    verhuisd = _elders(verhuisd, gelijk)
    samen = [woord for i, _, aantal in gelijk for woord in oud[i : i + aantal]] + [oud[plek] for plek in verhuisd]
    delen = tuple(_delen(oud, nieuw, gelijk, verhuisd))
    weinig = 2 * aantal_woorden(samen) < AANDEEL * (aantal_woorden(oud) + aantal_woorden(nieuw))
    if weinig and {"vervalt", "nieuw"} <= {soort for soort, _ in delen}:
        return Verschil(van, naar, (("vervalt", van), ("nieuw", naar)))
    return Verschil(van, naar, delen)


def _gaten(blokken: Iterable[Blok]) -> Iterator[tuple[range, range]]:
    """Yield what stands before each equal block, in the one text and in the other; either may be empty."""
    i = j = 0
    for vanaf, tegen, aantal in blokken:
        yield range(i, vanaf), range(j, tegen)
        i, j = vanaf + aantal, tegen + aantal


def _verhuisd(oud: Woorden, nieuw: Woorden, blokken: list[Blok]) -> dict[int, int]:
    """Return where the words that moved stand in the one text, and where in the other.

    They are found by a word that stands once in all that differs of both texts, with the equal words around it.
    """
    gaten = [*_gaten(blokken)]
    weg = {plek: oud[plek].lstrip() for gat, _ in gaten for plek in gat}
    hier = {plek: nieuw[plek].lstrip() for _, gat in gaten for plek in gat}
    keren = Counter(weg.values()), Counter(hier.values())
    eenmalig = {woord: plek for plek, woord in hier.items() if keren[0][woord] == keren[1][woord] == 1}
    verhuisd: dict[int, int] = {}
    tot = 0
    for plek, woord in weg.items():
        if plek < tot or woord not in eenmalig:
            continue
        tegen = eenmalig[woord] - plek
        van, tot = plek, plek + 1
        while van - 1 in weg and van - 1 not in verhuisd and weg[van - 1] == hier.get(van - 1 + tegen):
            van -= 1
        while tot in weg and weg[tot] == hier.get(tot + tegen):
            tot += 1
        stukken = [weg[waar] for waar in range(van, tot)]
        if sum(map(len, stukken)) >= _KORT and aantal_woorden(stukken):
            verhuisd |= {waar: waar + tegen for waar in range(van, tot)}
            for waar in range(van, tot):
                del hier[waar + tegen]
    return verhuisd


def _leesbaar(oud: Woorden, nieuw: Woorden, blokken: list[Blok], verhuisd: Mapping[int, int]) -> list[Blok]:
    """Return the equal blocks but for the small ones between two differences that are as long or longer.

    A difference is as long as the longer of its two sides, in characters; words that moved are not in it. Between two that only
    add, or only leave out, a piece stays: one of the texts reads on there. Between one that adds and one that leaves out only a few
    letters are small: nothing was replaced.
    """
    lengte = _lengtes(oud, verhuisd.keys()), _lengtes(nieuw, {*verhuisd.values()})

    def anders(vorige: Blok, volgende: Blok) -> int:
        weg = lengte[0][volgende[0]] - lengte[0][vorige[0] + vorige[2]]
        return max(weg, lengte[1][volgende[1]] - lengte[1][vorige[1] + vorige[2]])

    def leest_door(vorige: Blok, volgende: Blok, aantal: int) -> bool:
        """Say whether only these words stand between two blocks in one of the texts."""
        meer = vorige[2] + aantal
        return volgende[0] - vorige[0] == meer or volgende[1] - vorige[1] == meer

    def eenzijdig(vorige: Blok, volgende: Blok) -> bool:
        """Say whether one of the texts has nothing between two blocks."""
        return volgende[0] == vorige[0] + vorige[2] or volgende[1] == vorige[1] + vorige[2]

    over: list[Blok] = [(0, 0, 0)]
    for blok in blokken:
        while len(over) > 1:
            vorige, (van, _, aantal) = over[-2:]
            eigen = lengte[0][van + aantal] - lengte[0][van]
            los = eenzijdig(vorige, over[-1]) and eenzijdig(over[-1], blok)
            lang = eigen > (2 * _KORT if los else min(anders(vorige, over[-1]), anders(over[-1], blok)))
            if lang or leest_door(vorige, blok, aantal) or aantal_woorden(oud[van : van + aantal]) > _KLEIN:
                break
            over.pop()
        over.append(blok)
    return over[1:]


def _lengtes(stukken: Woorden, verhuisd: Container[int]) -> list[int]:
    """Return how many characters stand before each word, and in all; words that moved do not count."""
    return [0, *accumulate(0 if plek in verhuisd else len(stuk) for plek, stuk in enumerate(stukken))]


def _elders(verhuisd: Mapping[int, int], blokken: list[Blok]) -> dict[int, int]:
    """Return what moved to another difference: within one, both texts stand whole as it is."""
    return {
        plek: verhuisd[plek]
        for weg, hier in _gaten(blokken)
        for plek in weg
        if plek in verhuisd and verhuisd[plek] not in hier
    }


def _delen(oud: Woorden, nieuw: Woorden, blokken: list[Blok], verhuisd: Mapping[int, int]) -> Iterator[Deel]:
    """Yield the pieces in reading order: of each difference what stood there, then what stands there now."""
    hierheen = {*verhuisd.values()}
    for (weg, hier), (plek, _, aantal) in zip(_gaten(blokken), blokken, strict=True):
        for elders, plekken in groupby(weg, verhuisd.__contains__):
            yield "vandaan" if elders else "vervalt", "".join(oud[waar] for waar in plekken)
        for elders, plekken in groupby(hier, hierheen.__contains__):
            yield "hierheen" if elders else "nieuw", "".join(nieuw[waar] for waar in plekken)
        if aantal:
            yield "gelijk", "".join(oud[plek : plek + aantal])
