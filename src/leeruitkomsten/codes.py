"""The grammar of codes, and the code that somebody meant.

Codes of leerlijnen and leeruitkomsten stand in the source document; those of rijen, cellen, criteria and EvLs are given
here. A code is promised for good: never reused, never shifted. It is read by full match only: WP is a prefix of WPO.

| soort | form | example |
|---|---|---|
| `leerlijn` | 1 to 8 capitals A-Z, not EVL | `WP` |
| `leeruitkomst` | leerlijn + niveau 1-9 | `WP2` |
| `rij` | leerlijn + `.` + row number 1-9999 | `WP.4` |
| `cel` | leeruitkomst + `.` + row number | `WP2.4` |
| `succescriterium` | cel + letter a-z | `WP2.4a` |
| `evl` | `EvL` + niveau | `EvL2` |
"""

from __future__ import annotations

import functools
import re
import unicodedata
import uuid as _uuid

import attrs

from .fouten import OnbekendeCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LEERLIJN, _NIVEAU, _RIJ = "(?P<leerlijn>(?!EVL(?![A-Z]))[A-Z]{1,8})", "(?P<niveau>[1-9])", "(?P<rij>[1-9][0-9]{0,3})"
_VORMEN = {
    soort: re.compile(vorm)
    for soort, vorm in {
        "leerlijn": _LEERLIJN,
        "leeruitkomst": _LEERLIJN + _NIVEAU,
        "rij": rf"{_LEERLIJN}\.{_RIJ}",
        "cel": rf"{_LEERLIJN}{_NIVEAU}\.{_RIJ}",
        "succescriterium": rf"{_LEERLIJN}{_NIVEAU}\.{_RIJ}(?P<letter>[a-z])",
        "evl": "EvL" + _NIVEAU,
    }.items()
}
_NAAMRUIMTE = _uuid.UUID("52eec819-e18c-4adc-b30b-a7589e692936")


@attrs.frozen
class Code:
    """A code taken apart. `str()` gives the code back; parts that a form does not have are `None`."""

    soort: str
    leerlijn: str | None = None
    niveau: int | None = None
    rij: int | None = None
    letter: str | None = None

    def __str__(self) -> str:
        begin = "EvL" if self.soort == "evl" else self.leerlijn or ""
        niveau = "" if self.niveau is None else str(self.niveau)
        rij = "" if self.rij is None else f".{self.rij}"
        return f"{begin}{niveau}{rij}{self.letter or ''}"


def ontleed(code: str) -> Code:
    """Take a code apart. This looks at its form only: no framework need have it.

    Raises:
        OnbekendeCode: the text has none of the six forms.

    >>> ontleed("WPO2.4a").leerlijn
    'WPO'
    """
    for soort, vorm in _VORMEN.items():
        if gevonden := vorm.fullmatch(code):
            deel = gevonden.groupdict().get
            return Code(soort, deel("leerlijn"), _getal(deel("niveau")), _getal(deel("rij")), deel("letter"))
    raise OnbekendeCode(code, "code")


def soort_van(code: str) -> str | None:
    """Return which of the six forms a text has; `None` when it has none."""
    return next((soort for soort, vorm in _VORMEN.items() if vorm.fullmatch(code)), None)


def is_code(gegeven: object) -> bool:
    """Say whether this is a text that has one of the six forms."""
    return isinstance(gegeven, str) and soort_van(gegeven) is not None


_LANGSTE_EINDE = 5
_RIJ_EN_LETTER = re.compile("([1-9][0-9]{0,3})([a-z])")


def rij_en_letter(einde: str) -> tuple[int, str] | None:
    """Return the row number and letter at the end of a criterium code, behind the dot; `None` when it has another form."""
    return _rij_en_letter(einde) if len(einde) <= _LANGSTE_EINDE else None


@functools.lru_cache(maxsize=1024)
def _rij_en_letter(einde: str) -> tuple[int, str] | None:
    gevonden = _RIJ_EN_LETTER.fullmatch(einde)
    return (int(gevonden[1]), gevonden[2]) if gevonden else None


def _getal(cijfers: str | None) -> int | None:
    return None if cijfers is None else int(cijfers)


def uuid(code: str) -> _uuid.UUID:
    """Return the UUID (version 5) of a code: the same on every machine, for good.

    >>> uuid("WP2").version
    5
    """
    return _uuid.uuid5(_NAAMRUIMTE, code)


# What is easily mistaken, in small letters: l, i and | for 1, o for 0; Cyrillic and Greek letters for Latin ones.
_LIJKT_OP = str.maketrans("li|oавеікмнорстхεβιορ", "1110abe1kmh0pctxeb10p")
_LANGSTE_CODE = 40
_NABIJ = 0.8
_MEESTE = 3


def vlak(code: str) -> str:
    """Return a code without case, padding, dashes and compatibility forms, a comma as a dot."""
    delen: list[str] = []
    for teken in unicodedata.normalize("NFKC", code).replace(",", "."):
        if not teken.isspace() and teken != "_" and unicodedata.category(teken) not in ("Pd", "Cf", "Cc"):
            delen.append(str(unicodedata.decimal(teken, teken)))
    return "".join(delen).rstrip(".;:").casefold()


def silhouet(code: str) -> str:
    """Return what a code looks like at a glance: codes that are easily mistaken for each other have one silhouette."""
    return vlak(code).translate(_LIJKT_OP)


class Spelling:
    """The codes that exist, by how they look: made once, asked for every code that does not exist."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._codes = tuple(codes)
        self._per_vorm: dict[Callable[[str], str], dict[str, list[str]]] = {}
        for vorm in (vlak, silhouet):
            per_beeld = self._per_vorm[vorm] = {}
            for code in self._codes:
                per_beeld.setdefault(vorm(code), []).append(code)

    def suggesties(self, gegeven: object) -> tuple[str, ...]:
        """Return the codes that `gegeven` may have meant, the likeliest first, at most three.

        First those that differ in case, padding or punctuation only, else look-alikes (l for I, O for 0, Cyrillic
        letters), else near spellings. Empty when nothing comes close. A suggestion is never acted upon.

        >>> Spelling(["WP1", "WPI1"]).suggesties("WPl1")
        ('WPI1',)
        """
        if not isinstance(gegeven, str) or not 0 < len(gegeven) <= _LANGSTE_CODE:
            return ()
        for vorm, per_beeld in self._per_vorm.items():
            if gevonden := per_beeld.get(vorm(gegeven)):
                return tuple(gevonden[:_MEESTE])
        return self._nabij(vlak(gegeven))

    def _nabij(self, gegeven: str) -> tuple[str, ...]:
        from difflib import SequenceMatcher

        vergelijker = SequenceMatcher(None, "", gegeven, autojunk=False)
        gewogen: list[tuple[float, int, str]] = []
        for plaats, (beeld, codes) in enumerate(self._per_vorm[vlak].items()):
            vergelijker.set_seq1(beeld)
            if vergelijker.real_quick_ratio() >= _NABIJ and vergelijker.quick_ratio() >= _NABIJ:
                gelijkenis = vergelijker.ratio()
                gewogen += ((-gelijkenis, plaats, code) for code in codes if gelijkenis >= _NABIJ)
        return tuple(code for _, _, code in sorted(gewogen)[:_MEESTE])
