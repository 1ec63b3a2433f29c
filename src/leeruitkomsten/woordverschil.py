"""What changes between two texts, in words and punctuation."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import attrs

from .record import Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Deel

# A word (with its inner apostrophes) or a punctuation mark, each with the white space before it: joined again, the
# pieces are the text to the letter.
_WOORD = re.compile(r"\s*(?:\w+(?:['’]\w+)*|[^\w\s])|\s+$")
_TEKEN = {"vervalt": ("[-", "-]"), "nieuw": ("{+", "+}")}


@attrs.frozen(repr=False, eq=False)
class Verschil(Regel):
    """The word differences from one text to another.

    Attributes:
        van, naar: both texts, to the letter.
        delen: tuple of `(soort, tekst)` in reading order; soort is `gelijk`, `vervalt` (in `van` only) or `nieuw` (in
            `naar` only). The pieces of one side, joined, are its text to the letter.

    >>> str(verschil("Je leest een boek.", "Je leest een goed boek!"))
    'Je leest een {+goed+} boek[-.-]{+!+}'
    """

    van: str
    naar: str
    delen: tuple[Deel, ...]

    KOP = ("Verschil",)

    def toegepast_op(self, tekst: str) -> str:
        """Return what becomes of `tekst`, which must be `van` to the letter.

        Raises:
            ValueError: the text is another one than this difference was made from.
        """
        if tekst != "".join(deel for soort, deel in self.delen if soort != "nieuw"):
            raise ValueError("dit verschil hoort bij een andere tekst")
        return "".join(deel for soort, deel in self.delen if soort != "vervalt")

    def __str__(self) -> str:
        return "".join(map(_leesbaar, self.delen))

    def cellen(self) -> tuple[Cel, ...]:
        return ((self.delen,),)


def _leesbaar(deel: Deel) -> str:
    soort, tekst = deel
    if soort == "gelijk":
        return tekst
    woorden = tekst.lstrip()
    begin, eind = _TEKEN[soort]
    return f"{tekst[: len(tekst) - len(woorden)]}{begin}{woorden}{eind}"


def verschil(van: str, naar: str) -> Verschil:
    """Return the word differences from `van` to `naar`, any two texts.

    What both texts begin and end with is set aside first: it is equal, and what is left is compared by
    `difflib.SequenceMatcher`.
    """
    oud, nieuw = _WOORD.findall(van), _WOORD.findall(naar)
    begin = _gelijk_begin(oud, nieuw)
    eind = _gelijk_begin(oud[begin:][::-1], nieuw[begin:][::-1])
    midden_oud, midden_nieuw = oud[begin : len(oud) - eind], nieuw[begin : len(nieuw) - eind]
    delen: list[Deel] = [("gelijk", "".join(oud[:begin]))]
    if midden_oud and midden_nieuw:
        stappen = SequenceMatcher(None, midden_oud, midden_nieuw, autojunk=False).get_opcodes()
    else:
        stappen = [("replace", 0, len(midden_oud), 0, len(midden_nieuw))]
    for stap, i, j, k, m in stappen:
        if stap == "equal":
            delen.append(("gelijk", "".join(midden_oud[i:j])))
        else:
            delen += [("vervalt", "".join(midden_oud[i:j])), ("nieuw", "".join(midden_nieuw[k:m]))]
    delen.append(("gelijk", "".join(oud[len(oud) - eind :])))
    return Verschil(van, naar, tuple(deel for deel in delen if deel[1]))


def _gelijk_begin(een: list[str], ander: list[str]) -> int:
    aantal = 0
    for woord, tegen in zip(een, ander, strict=False):
        if woord != tegen:
            break
        aantal += 1
    return aantal
