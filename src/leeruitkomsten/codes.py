"""The grammar of codes. What a wrong code may have meant is judged in `oordeel`.

Codes of leerlijnen and leeruitkomsten stand in the source document; those of rijen, cellen, criteria and EvLs are given
here. A code is promised for good: never reused, never shifted. It is read by full match only: WP is a prefix of WPO.

| soort | form | example |
|---|---|---|
| `leerlijn` | 1 to 8 capitals A-Z, not EVL | `WP` |
| `leeruitkomst` | leerlijn + niveau 1-99 | `WP2` |
| `rij` | leerlijn + `.` + row number 1-9999 | `WP.4` |
| `cel` | leeruitkomst + `.` + row number | `WP2.4` |
| `succescriterium` | cel + letter: a to z, then aa, ab … to zzz | `WP2.4a` |
| `evl` | `EvL` + niveau | `EvL2` |
"""

from __future__ import annotations

import functools
import re
from typing import get_args

import attrs

from .fouten import OnbekendeCode, OngeldigeVraag
from .plat import CodeDict, Plek
from .plat import Codesoort as Soort
from .zinnen import citaat

SOORTEN: tuple[Soort, ...] = get_args(Soort)

HOOGSTE_NIVEAU = 99
HOOGSTE_RIJ = 9999
MEESTE_LETTERS = 3
HOOGSTE_LETTER = 26 + 26**2 + 26**3
"""The number of the last letter, `zzz`: how many criteria a cell can have."""

_RIJCIJFERS = len(str(HOOGSTE_RIJ))
_NIVEAU, _RIJ, _LETTER = "[1-9][0-9]?", f"[1-9][0-9]{{0,{_RIJCIJFERS - 1}}}", f"[a-z]{{1,{MEESTE_LETTERS}}}"
# A letter stands behind a cel only, never behind a rij: the last group asks whether there was a niveau.
_CODE = re.compile(
    f"EvL({_NIVEAU})|(?!EVL(?![A-Z]))([A-Z]{{1,8}})({_NIVEAU})?(?:[.]({_RIJ})(?(3)({_LETTER})?))?",
)
_LIJN = "(?!EVL(?![A-Z]))[A-Z]{1,8}"
VORM: dict[Soort, re.Pattern[str]] = {
    "leerlijn": re.compile(_LIJN),
    "leeruitkomst": re.compile(f"{_LIJN}{_NIVEAU}"),
    "rij": re.compile(f"{_LIJN}[.]{_RIJ}"),
    "succescriterium": re.compile(f"{_LIJN}{_NIVEAU}[.]{_RIJ}{_LETTER}"),
}
"""What a code of each soort that a framework states looks like, whole: to see at a glance that one is well formed."""
ZONDER_LEERLIJN = re.compile(f"{_NIVEAU}(?:[.]{_RIJ}(?:{_LETTER})?)?|[.]{_RIJ}")
"""What a code looks like whose leerlijn was left out."""
_RIJ_EN_LETTER = re.compile(f"({_RIJ})({_LETTER})")
_LANGSTE_EINDE = _RIJCIJFERS + MEESTE_LETTERS


@attrs.frozen
class Code:
    """A code taken apart. `str()` gives the code back; parts that a form does not have are `None`.

    >>> Code("succescriterium", "WP", 2, 4, "a").als_dict()["rij"]
    4
    """

    soort: Soort
    leerlijn: str | None = None
    niveau: int | None = None
    rij: int | None = None
    letter: str | None = None

    def __str__(self) -> str:
        begin = "EvL" if self.soort == "evl" else self.leerlijn or ""
        niveau = "" if self.niveau is None else str(self.niveau)
        rij = "" if self.rij is None else f".{self.rij}"
        return f"{begin}{niveau}{rij}{self.letter or ''}"

    def als_dict(self) -> CodeDict:
        """Return the parts as plain data, ready for `json.dumps`."""
        return {
            "soort": self.soort,
            "leerlijn": self.leerlijn,
            "niveau": self.niveau,
            "rij": self.rij,
            "letter": self.letter,
        }

    def omvattend(self) -> tuple[str, ...]:
        """Return the codes that this one is a part of, the nearest first.

        >>> Code("succescriterium", "WP", 2, 4, "a").omvattend()
        ('WP2.4', 'WP.4', 'WP2', 'EvL2', 'WP')
        """
        lijn, niveau, rij = str(self.leerlijn), self.niveau, self.rij
        boven: dict[Soort, tuple[str, ...]] = {
            "leerlijn": (),
            "evl": (),
            "leeruitkomst": (f"EvL{niveau}", lijn),
            "rij": (lijn,),
            "cel": (f"{lijn}.{rij}", f"{lijn}{niveau}", f"EvL{niveau}", lijn),
            "succescriterium": (f"{lijn}{niveau}.{rij}", f"{lijn}.{rij}", f"{lijn}{niveau}", f"EvL{niveau}", lijn),
        }
        return boven[self.soort]


def ontleed(code: str) -> Code:
    """Take a code apart. This looks at its form only: no framework need have it.

    Raises:
        OnbekendeCode: this has none of the six forms.

    >>> ontleed("WPO2.4a").leerlijn
    'WPO'
    """
    if (delen := als_code(code)) is None:
        raise OnbekendeCode(code, "code")
    return delen


def als_code(code: object) -> Code | None:
    """Take a code apart, as `ontleed` does; `None` for what has none of the six forms."""
    gevonden = _CODE.fullmatch(code) if isinstance(code, str) else None
    if gevonden is None:
        return None
    evl, lijn, niveau, rij, letter = gevonden.groups()
    if evl:
        return Code("evl", None, int(evl))
    return Code(_soort(niveau, rij, letter), lijn, _getal(niveau), _getal(rij), letter)


def plek(code: str | None) -> Plek:
    """Return what a code is of and what it is a part of, under the names that tables have for it; of what is no code, nothing.

    >>> plek("WP2.4a")["rij"]
    'WP.4'
    """
    delen = als_code(code)
    lijn, niveau, rij = (delen.leerlijn, delen.niveau, delen.rij) if delen else (None, None, None)
    return {
        "criterium": code if delen and delen.soort == "succescriterium" else None,
        "leeruitkomst": f"{lijn}{niveau}" if lijn and niveau else None,
        "leerlijn": lijn,
        "rij": f"{lijn}.{rij}" if rij else None,
        "niveau": niveau,
    }


def _getal(cijfers: str | None) -> int | None:
    return None if cijfers is None else int(cijfers)


def _soort(niveau: str | None, rij: str | None, letter: str | None) -> Soort:
    if rij is None:
        return "leerlijn" if niveau is None else "leeruitkomst"
    if niveau is None:
        return "rij"
    return "cel" if letter is None else "succescriterium"


def soort_van(code: str) -> Soort | None:
    """Return which of the six forms a text has; `None` when it has none."""
    gevonden = _CODE.fullmatch(code)
    if gevonden is None:
        return None
    return "evl" if gevonden[1] else _soort(*gevonden.group(3, 4, 5))


def is_code(gegeven: object) -> bool:
    """Say whether this is a text that has one of the six forms."""
    return isinstance(gegeven, str) and _CODE.fullmatch(gegeven) is not None


def is_getal(gegeven: object) -> bool:
    """Say whether this is a whole number of any kind (NumPy's too); `True` and `2.0` are not."""
    soort = gegeven.__class__
    return hasattr(soort, "__index__") and soort is not bool and soort.__hash__ is not None


def letter(nummer: int) -> str:
    """Return the letter of the criterium with this number in its cel: 1 is a, 26 z, 27 aa, 18278 zzz.

    Raises:
        OngeldigeVraag: no letter has this number.

    >>> letter(1), letter(26), letter(27)
    ('a', 'z', 'aa')
    """
    if not 1 <= nummer <= HOOGSTE_LETTER:
        reden = f"een letter heeft een nummer van 1 tot en met {HOOGSTE_LETTER}, niet {citaat(nummer)}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"nummer": nummer})
    letters = ""
    while nummer:
        nummer, plaats = divmod(nummer - 1, 26)
        letters = chr(ord("a") + plaats) + letters
    return letters


def nummer(letter: str) -> int:
    """Return the number of a letter: `nummer(letter(n))` is n. By it letters are put in order, z before aa.

    Raises:
        OngeldigeVraag: this is no letter of a criterium.

    >>> nummer("a"), nummer("z"), nummer("aa")
    (1, 26, 27)
    """
    if not (letter.isascii() and letter.isalpha() and letter.islower() and len(letter) <= MEESTE_LETTERS):
        raise OngeldigeVraag(
            "ongeldige_waarde", f"{citaat(letter)} is geen letter van a tot en met zzz", {"letter": letter}
        )
    return functools.reduce(lambda eerder, teken: eerder * 26 + ord(teken) - ord("a") + 1, letter, 0)


def rij_en_letter(einde: str) -> tuple[int, int] | None:
    """Return the numbers of row and letter at the end of a criterium code, behind the dot; `None` when it has another form.

    By them criteria are in order within their leeruitkomst: z before aa.

    >>> rij_en_letter("4a"), rij_en_letter("4aa")
    ((4, 1), (4, 27))
    """
    return _rij_en_letter(einde) if len(einde) <= _LANGSTE_EINDE else None


@functools.lru_cache(maxsize=1024)
def _rij_en_letter(einde: str) -> tuple[int, int] | None:
    gevonden = _RIJ_EN_LETTER.fullmatch(einde)
    return (int(gevonden[1]), nummer(gevonden[2])) if gevonden else None
