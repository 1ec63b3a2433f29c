"""The errors of this library. They carry data; their text is Dutch, for the person who made the mistake."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LANGSTE_CITAAT = 60
_ZEER_GROOT = 10**50


def citaat(waarde: object) -> str:
    """Return `waarde` as it can stand in a message: quoted, escaped, on one line and never long.

    >>> citaat("WP22")
    "'WP22'"
    """
    if isinstance(waarde, (list, tuple, set, frozenset)):
        return "een lijst"
    if isinstance(waarde, dict):
        return "een object"
    if isinstance(waarde, int) and abs(waarde) >= _ZEER_GROOT:
        return "een zeer groot getal"
    tekst = repr(waarde[:LANGSTE_CITAAT] if isinstance(waarde, (str, bytes)) else waarde)
    return tekst if len(tekst) <= LANGSTE_CITAAT else tekst[: LANGSTE_CITAAT - 1] + "…"


class _Fout(Exception):
    """An error that is equal to another with the same data, and survives pickling."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Fout) or other.__class__ is not self.__class__:
            return NotImplemented
        return self.args == other.args

    def __hash__(self) -> int:
        return hash((self.__class__, str(self)))


class OnbekendeCode(_Fout, KeyError):
    """A code that the framework does not have.

    Attributes:
        code: what was asked for, as it was given (usually `str`; a niveau is an `int`).
        soort: what it was taken for, in Dutch: `leerlijn`, `niveau`, `leeruitkomst`, `rij`, `succescriterium`, `evl`,
            `code` (any of these), `succescriterium, cel of rij` or `leeruitkomst of succescriterium`.
        suggesties: tuple of codes that may have been meant, the likeliest first; may be empty.
        verder: tuple of `OnbekendeCode`, the other unknown codes of the same call.

    All four stand in `args` as well.

    >>> str(OnbekendeCode("WP22", "leeruitkomst", ("WP2",)))
    "'WP22' is geen leeruitkomst van dit raamwerk; bedoelde je 'WP2'?"
    """

    def __init__(
        self,
        code: object,
        soort: str,
        suggesties: tuple[object, ...] = (),
        verder: tuple[OnbekendeCode, ...] = (),
    ) -> None:
        super().__init__(code, soort, suggesties, verder)
        self.code = code
        self.soort = soort
        self.suggesties = suggesties
        self.verder = verder

    @classmethod
    def samen(cls, onbekend: Iterable[OnbekendeCode]) -> OnbekendeCode:
        """Return one error that names all of `onbekend` (at least one), in their order."""
        eerste, *rest = onbekend
        return cls(eerste.code, eerste.soort, eerste.suggesties, tuple(rest))

    def __str__(self) -> str:
        soort = {"evl": "EvL"}.get(self.soort, self.soort)
        zin = f"{citaat(self.code)} is geen {soort} van dit raamwerk"
        if self.suggesties:
            zin += f"; bedoelde je {' of '.join(map(citaat, self.suggesties))}?"
        return "\n".join([zin, *map(str, self.verder)])


class Fout(NamedTuple):
    """One fault in a file: where (`pad`, such as `leerlijnen[0].code`) and what is wrong there (`reden`, Dutch)."""

    pad: str
    reden: str

    def __str__(self) -> str:
        los = self.reden.partition(" ")[0] in ("is", "begint", "heeft")
        return f"{self.pad} {self.reden}" if los else f"{self.pad}: {self.reden}"


class OngeldigBestand(_Fout, ValueError):
    """A file that cannot be used as it stands; nothing of it is loaded.

    Attributes:
        bevindingen: tuple of `Fout`, the faults found with their paths, in the order of the file, at most 100.
        meer: how many other faults there are.
    """

    def __init__(self, bevindingen: tuple[Fout, ...], meer: int = 0) -> None:
        super().__init__(bevindingen, meer)
        self.bevindingen = bevindingen
        self.meer = meer

    def __str__(self) -> str:
        aantal = len(self.bevindingen) + self.meer
        kop = "er is 1 fout:" if aantal == 1 else f"er zijn {aantal} fouten:"
        rest = [f"- en nog {self.meer} andere"] if self.meer else []
        return "\n".join([kop, *(f"- {bevinding}" for bevinding in self.bevindingen), *rest])


class OngeldigRaamwerk(OngeldigBestand):
    """A framework that cannot be used as it stands."""


class OngeldigPortfolio(OngeldigBestand):
    """A portfolio that cannot be used as it stands, or that belongs to another version of the framework."""


class OngeldigBewijs(_Fout, ValueError):
    """A table of evidence with lines that cannot be counted. Where codes are the fault it is an `OnbekendBewijs`.

    Attributes:
        leeg: tuple of pairs: name of a column, and in how many lines it is empty; columns without empty cells are left out.
    """

    def __init__(self, leeg: tuple[tuple[str, int], ...]) -> None:
        super().__init__(leeg)
        self.leeg = leeg

    def __str__(self) -> str:
        return "\n".join(f"de kolom {citaat(kolom)} is leeg in {_regels(regels)}" for kolom, regels in self.leeg)


class OnbekendBewijs(OngeldigBewijs, OnbekendeCode):
    """A table of evidence with codes that the framework does not have; an `OnbekendeCode` too.

    Attributes:
        leeg: as for `OngeldigBewijs`.
        voorbeelden: tuple of pairs: an `OnbekendeCode`, and in how many lines it stands; the most frequent first, at most 5.
        codes, regels: how many different codes are unknown, and in how many lines there is one.
        code, soort, suggesties, verder: of the examples, as for `OnbekendeCode`.
    """

    def __init__(
        self,
        leeg: tuple[tuple[str, int], ...],
        voorbeelden: tuple[tuple[OnbekendeCode, int], ...],
        codes: int,
        regels: int,
    ) -> None:
        eerste, *rest = (fout for fout, _ in voorbeelden)
        OnbekendeCode.__init__(self, eerste.code, eerste.soort, eerste.suggesties, tuple(rest))
        self.args = (leeg, voorbeelden, codes, regels)
        self.leeg, self.voorbeelden, self.codes, self.regels = leeg, voorbeelden, codes, regels

    def __str__(self) -> str:
        kop = f"in {_regels(self.regels)} staat een code die het raamwerk niet heeft:"
        genoemd = [f"- {fout} ({regels} ×)" for fout, regels in self.voorbeelden]
        meer = self.codes - len(self.voorbeelden)
        rest = [f"- en nog {meer} andere"] if meer else []
        return "\n".join([*([OngeldigBewijs.__str__(self)] if self.leeg else []), kop, *genoemd, *rest])


def _regels(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"
