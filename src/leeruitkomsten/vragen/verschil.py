"""What changes between two texts, in words and punctuation."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

import attrs

from ..fouten import OngeldigeVraag, eis_type
from ..plat import VerschilRegel
from ..record import Regel
from ..register import Register, bestaat
from ..tabel import Cel, Deel, leesbaar

# A word with its inner apostrophes, or a punctuation mark, each with the white space before it: joined again, the pieces
# are the text to the letter.
_WOORD = re.compile(r"\s*+(?:\w++(?:['’]\w++)*+|[^\w\s])|\s+$")


@attrs.frozen(repr=False, eq=False)
class Verschil(Regel):
    """The word differences from one text to another.

    Attributes:
        van, naar: both texts, to the letter.
        delen: tuple of `(soort, tekst)` in reading order; soort is `gelijk`, `vervalt` (in `van` only) or `nieuw` (in
            `naar` only). The pieces of one side, joined, are its text to the letter.

    >>> str(tekstverschil("Je leest een boek.", "Je leest een goed boek!"))
    'Je leest een {+goed+} boek[-.-]{+!+}'
    """

    van: str
    naar: str
    delen: tuple[Deel, ...]

    KOP = ("Verschil",)

    def toegepast_op(self, tekst: str) -> str:
        """Return what becomes of `tekst`, which must be `van` to the letter.

        Raises:
            OngeldigeVraag: the text is another one than this difference was made from.
        """
        if tekst != "".join(deel for soort, deel in self.delen if soort != "nieuw"):
            raise OngeldigeVraag("andere_tekst", "dit verschil hoort bij een andere tekst", {"tekst": tekst})
        return "".join(deel for soort, deel in self.delen if soort != "vervalt")

    def __str__(self) -> str:
        return leesbaar(self.delen)

    def _regel(self) -> tuple[Cel, ...]:
        return ((self.delen,),)

    def records(self) -> list[VerschilRegel]:
        """Return one flat dict: van, naar, and verschil as `str()` has it."""
        return [{"van": self.van, "naar": self.naar, "verschil": str(self)}]


@functools.lru_cache(maxsize=512)
def woorden(tekst: str) -> tuple[str, ...]:
    """Return a text in words and punctuation marks, each with the white space before it.

    Kept for a while: one text is compared with several others, of the niveaus below it and above.
    """
    return tuple(_WOORD.findall(tekst))


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
    """Return the word differences from `van` to `naar`, any two texts.

    What both texts begin and end with is equal and set aside first; `difflib.SequenceMatcher` compares what is left.

    Raises:
        VerkeerdType: one of them is no text.
    """
    eis_type(van, str, "tekst", "van")
    eis_type(naar, str, "tekst", "naar")
    oud, nieuw = woorden(van), woorden(naar)
    begin = _aantal_gelijk(oud, nieuw)
    einde = min(_aantal_gelijk(reversed(oud), reversed(nieuw)), len(oud) - begin, len(nieuw) - begin)
    oud_tot, nieuw_tot = len(oud) - einde, len(nieuw) - einde
    midden = SequenceMatcher(None, oud[begin:oud_tot], nieuw[begin:nieuw_tot], autojunk=False).get_matching_blocks()
    gelijk = [(0, 0, begin), *((begin + i, begin + j, n) for i, j, n in midden), (oud_tot, nieuw_tot, einde)]
    delen: list[Deel] = []
    i = j = 0
    for oud_vanaf, nieuw_vanaf, aantal in gelijk:
        if i < oud_vanaf:
            delen.append(("vervalt", "".join(oud[i:oud_vanaf])))
        if j < nieuw_vanaf:
            delen.append(("nieuw", "".join(nieuw[j:nieuw_vanaf])))
        i, j = oud_vanaf + aantal, nieuw_vanaf + aantal
        if aantal:
            delen.append(("gelijk", "".join(oud[oud_vanaf:i])))
    return Verschil(van, naar, tuple(delen))


def _aantal_gelijk(een: Iterable[str], ander: Iterable[str]) -> int:
    aantal = 0
    for woord, tegen in zip(een, ander, strict=False):
        if woord != tegen:
            break
        aantal += 1
    return aantal
