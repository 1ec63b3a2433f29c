"""Everything in a framework that has a code, by that code; and what is said of a code that it does not have.

The questions of `vragen` are put to a register, and the framework has one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any, cast

from .model import EvL
from .record import Reeks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fouten import OnbekendeCode
    from .herkomst import Vervallen
    from .identiteit import Kenmerk
    from .model import Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
    from .vragen.zoek import Zoekindex


class Register:
    """The records of a framework, flat and by code.

    What was worked out before is kept: the data cannot change. Each memory is replaced as a whole and never changed, and only by
    `onthoud`, so that everything reachable from a framework stays immutable.

    Attributes:
        niveaus, leerlijnen, leeruitkomsten, succescriteria, rijen, evls: the records, in source order.
        alle: every code with what it stands for: its record, of a cel its criteria.
        bekend: for each soort of code what exists, by code (of a niveau its number; an EvL has both).
        vervallen: the codes that ended, by code.
    """

    __slots__ = (
        "_kenmerk", "_velden", "alle", "bekend", "evls", "leerlijnen", "leeruitkomsten", "niveaus", "rijen", "succescriteria",
        "verdiepingen", "vervallen", "zoekindex",
    )  # fmt: skip

    niveaus: Reeks[Niveau]
    leerlijnen: Reeks[Leerlijn]
    leeruitkomsten: Reeks[Leeruitkomst]
    succescriteria: Reeks[Succescriterium]
    rijen: Reeks[Rij]
    evls: Reeks[EvL]
    alle: Mapping[str, Any]
    bekend: Mapping[str, Mapping[Any, Any]]
    vervallen: Mapping[str, Vervallen]
    verdiepingen: Mapping[tuple[object, object], Any]
    zoekindex: Zoekindex | None
    _velden: Mapping[str, Any]
    _kenmerk: Kenmerk | None

    def __init__(self, velden: Mapping[str, Any], vingerafdruk: str | None = None) -> None:
        """Index the records of a framework, given as its fields by name; its fingerprint is worked out when it is asked for."""
        leerlijnen: Reeks[Leerlijn] = velden["leerlijnen"]
        leeruitkomsten = Reeks(u for lijn in leerlijnen for u in lijn.leeruitkomsten)
        per_niveau = zip(*(lijn.leeruitkomsten for lijn in leerlijnen), strict=True)
        evls = Reeks(EvL.vertrouwd(n, Reeks(uit)) for n, uit in zip(velden["niveaus"], per_niveau, strict=True))
        self.onthoud("_velden", velden)
        self.onthoud("niveaus", velden["niveaus"])
        self.onthoud("leerlijnen", leerlijnen)
        self.onthoud("leeruitkomsten", leeruitkomsten)
        self.onthoud("succescriteria", Reeks(c for u in leeruitkomsten for c in u.succescriteria))
        self.onthoud("rijen", Reeks(rij for lijn in leerlijnen for rij in lijn.rijen))
        self.onthoud("evls", evls)
        bekend = self._per_soort()
        alle: dict[str, Any] = {}
        for soort in ("leerlijn", "leeruitkomst", "succescriterium", "rij", "cel"):
            alle |= bekend[soort]
        self.onthoud("alle", MappingProxyType(alle | {evl.code: evl for evl in evls}))
        self.onthoud("bekend", MappingProxyType({soort: MappingProxyType(codes) for soort, codes in bekend.items()}))
        self.onthoud("vervallen", MappingProxyType({einde.code: einde for einde in velden["vervallen"]}))
        self.onthoud("verdiepingen", MappingProxyType({}))
        self.onthoud("zoekindex", None)
        self.onthoud("_kenmerk", None if vingerafdruk is None else self._maak_kenmerk(vingerafdruk))

    def __setattr__(self, naam: str, waarde: object) -> None:
        raise AttributeError(f"{naam!r} van een register ligt vast")

    def __delattr__(self, naam: str) -> None:
        self.__setattr__(naam, None)

    def onthoud(self, naam: str, waarde: object) -> None:
        """Keep what was worked out: an immutable object in the place of what stood there."""
        object.__setattr__(self, naam, waarde)

    def _per_soort(self) -> dict[str, dict[Any, Any]]:
        return {
            "leerlijn": {leerlijn.code: leerlijn for leerlijn in self.leerlijnen},
            "leeruitkomst": {uitkomst.code: uitkomst for uitkomst in self.leeruitkomsten},
            "succescriterium": {criterium.code: criterium for criterium in self.succescriteria},
            "rij": {rij.code: rij for rij in self.rijen},
            "cel": {f"{r.leerlijn}{n}.{r.nummer}": cel for r in self.rijen for n, cel in enumerate(r.cellen, 1)},
            "evl": {naam: evl for evl in self.evls for naam in (evl.niveau.nummer, evl.code)},
            "niveau": {niveau.nummer: niveau for niveau in self.niveaus},
        }

    @property
    def kenmerk(self) -> Kenmerk:
        """Which framework this is of."""
        if self._kenmerk is None:
            from .identiteit import bestandsvorm, vingerafdruk

            self.onthoud("_kenmerk", self._maak_kenmerk(vingerafdruk(bestandsvorm(self._velden))))
        return cast("Kenmerk", self._kenmerk)

    def _maak_kenmerk(self, vingerafdruk: str) -> Kenmerk:
        from .identiteit import Kenmerk

        return Kenmerk.vertrouwd(self._velden["sleutel"], self._velden["naam"], self._velden["versie"], vingerafdruk)

    def vind(self, soort: str, code: object) -> Any:
        """Return the record of this soort with this code.

        Raises:
            OnbekendeCode: there is none.
        """
        bestaand = self.bekend[soort]
        if code.__class__ is str or bestaat(bestaand, code):
            gevonden = bestaand.get(code)
            if gevonden is not None:
                return gevonden
        raise self.onbekend(soort, code)

    def onbekend(self, soort: str, *gegeven: object) -> OnbekendeCode:
        """Return the error for those of some codes (at least one) that do not exist as this soort."""
        from .codes import Spelling
        from .fouten import OnbekendeCode

        bestaand = self.bekend.get(soort, self.alle)
        codes = {str(code): code for code in bestaand}
        spelling = Spelling(codes)
        return OnbekendeCode.samen(
            OnbekendeCode(code, soort, tuple(codes[naam] for naam in spelling.suggesties(code)))
            for code in gegeven
            if not bestaat(bestaand, code)
        )

    def vreemd(self, soort: str, codes: Iterable[str]) -> dict[str, OnbekendeCode]:
        """Return, for each of some codes that does not exist as this soort, the error that says so."""
        bestaand = self.bekend[soort]
        return {code: self.onbekend(soort, code) for code in dict.fromkeys(codes) if code not in bestaand}

    def staat_voor(self, code: str) -> tuple[Succescriterium, ...]:
        """Return the criteria that an existing code stands for: of a criterium itself, of all else what it holds."""
        if code in self.bekend["succescriterium"]:
            return (self.bekend["succescriterium"][code],)
        if code in self.bekend["cel"]:
            return tuple(self.bekend["cel"][code])
        if code in self.bekend["rij"]:
            return tuple(c for cel in self.bekend["rij"][code].cellen for c in cel)
        if code in self.bekend["leerlijn"]:
            return tuple(c for u in self.bekend["leerlijn"][code].leeruitkomsten for c in u.succescriteria)
        return tuple(self.alle[code].succescriteria)


def is_getal(gegeven: object) -> bool:
    """Say whether this is a whole number of any kind (NumPy's too); `True` and `2.0` are not."""
    soort = gegeven.__class__
    return hasattr(soort, "__index__") and soort is not bool and soort.__hash__ is not None


def bestaat(bestaand: Container[object], gegeven: object) -> bool:
    """Say whether `gegeven` is one of `bestaand`: a text or a whole number, and exactly that one."""
    return (isinstance(gegeven, str) or is_getal(gegeven)) and gegeven in bestaand
