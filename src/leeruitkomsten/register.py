"""Everything in a framework that has a code, by that code; and what is said of a code that it does not have.

The questions of `vragen` are put to a register, and the framework has one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from .record import Reeks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .eenheid import EvL
    from .fouten import OnbekendeCode
    from .herkomst import Vervallen
    from .identiteit import Kenmerk
    from .model import Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
    from .oordeel import Codeboek

_NIETS: Mapping[Any, Any] = MappingProxyType({})


class Register:
    """The records of a framework, flat and by code.

    What was worked out before is kept: the data cannot change. Each memory is replaced as a whole and never changed, and only by
    `onthoud`, so that everything reachable from a framework stays immutable.

    Attributes:
        niveaus, leerlijnen: the records, in source order.
        verdiepingen, zoekindex: what was worked out before.
    """

    __slots__ = ("_bekend", "_velden", "_vingerafdruk", "leerlijnen", "niveaus", "verdiepingen", "zoekindex")

    niveaus: Reeks[Niveau]
    leerlijnen: Reeks[Leerlijn]
    verdiepingen: Mapping[tuple[object, object], Any]
    zoekindex: Any
    _bekend: Mapping[str, Any]
    _velden: Callable[[], Mapping[str, Any]]
    _vingerafdruk: str | None

    def __init__(
        self,
        niveaus: Reeks[Niveau],
        leerlijnen: Reeks[Leerlijn],
        velden: Callable[[], Mapping[str, Any]],
        vingerafdruk: str | None = None,
    ) -> None:
        """Take the records of a framework; its other fields, by name, and its fingerprint are asked for when they are needed."""
        self.onthoud("niveaus", niveaus)
        self.onthoud("leerlijnen", leerlijnen)
        self.onthoud("verdiepingen", _NIETS)
        self.onthoud("zoekindex", None)
        self.onthoud("_bekend", _NIETS)
        self.onthoud("_velden", velden)
        self.onthoud("_vingerafdruk", vingerafdruk)

    def __setattr__(self, naam: str, waarde: object) -> None:
        raise AttributeError(f"{naam!r} van een register ligt vast")

    def __delattr__(self, naam: str) -> None:
        self.__setattr__(naam, None)

    def onthoud(self, naam: str, waarde: object) -> None:
        """Keep what was worked out: an immutable object, in the place of what stood there."""
        object.__setattr__(self, naam, waarde)

    def bekend(self, soort: str) -> Mapping[Any, Any]:
        """Return what exists of a soort of code, by code (of a niveau by its number, of an EvL by both), in source order.

        The soort `code` is all of them: every code with what it stands for, its record or of a cel its criteria.
        """
        try:
            gevonden: Mapping[Any, Any] = self._bekend[soort]
        except KeyError:
            gevonden = self._onthoud(soort, MappingProxyType(getattr(self, f"_per_{soort}")()))
        return gevonden

    def _onthoud(self, naam: str, waarde: Any) -> Any:
        self.onthoud("_bekend", MappingProxyType({**self._bekend, naam: waarde}))
        return waarde

    def _reeks(self, naam: str, records: Callable[[], Iterable[Any]]) -> Reeks[Any]:
        reeks: Reeks[Any] = self._bekend[naam] if naam in self._bekend else self._onthoud(naam, Reeks(records()))
        return reeks

    @property
    def leeruitkomsten(self) -> Reeks[Leeruitkomst]:
        """All leeruitkomsten, in source order."""
        return self._reeks("leeruitkomsten", lambda: (u for lijn in self.leerlijnen for u in lijn.leeruitkomsten))

    @property
    def succescriteria(self) -> Reeks[Succescriterium]:
        """All succescriteria, in source order."""
        return self._reeks("succescriteria", lambda: (c for u in self.leeruitkomsten for c in u.succescriteria))

    @property
    def rijen(self) -> Reeks[Rij]:
        """All rows, by leerlijn and number."""
        return self._reeks("rijen", lambda: (rij for lijn in self.leerlijnen for rij in lijn.rijen))

    @property
    def evls(self) -> Reeks[EvL]:
        """The EvLs, from low to high."""
        return self._reeks("evls", self._maak_evls)

    def _maak_evls(self) -> Iterator[EvL]:
        from .eenheid import EvL

        per_niveau = zip(*(lijn.leeruitkomsten for lijn in self.leerlijnen), strict=True)
        for niveau, uitkomsten in zip(self.niveaus, per_niveau, strict=True):
            yield EvL._vertrouwd(niveau, Reeks(uitkomsten))

    def _per_leerlijn(self) -> dict[str, Leerlijn]:
        return {lijn.code: lijn for lijn in self.leerlijnen}

    def _per_leeruitkomst(self) -> dict[str, Leeruitkomst]:
        return {uitkomst.code: uitkomst for uitkomst in self.leeruitkomsten}

    def _per_succescriterium(self) -> dict[str, Succescriterium]:
        return {criterium.code: criterium for criterium in self.succescriteria}

    def _per_rij(self) -> dict[str, Rij]:
        return {rij.code: rij for rij in self.rijen}

    def _per_cel(self) -> dict[str, Reeks[Succescriterium]]:
        return {r.celcode(n): cel for r in self.rijen for n, cel in enumerate(r.cellen, 1)}

    def _per_evl(self) -> dict[int | str, EvL]:
        return {naam: evl for evl in self.evls for naam in (evl.niveau.nummer, evl.code)}

    def _per_niveau(self) -> dict[int, Niveau]:
        return {niveau.nummer: niveau for niveau in self.niveaus}

    def _per_code(self) -> dict[str, Any]:
        soorten = ("leerlijn", "leeruitkomst", "succescriterium", "rij", "cel")
        alle = {code: record for soort in soorten for code, record in self.bekend(soort).items()}
        return alle | {evl.code: evl for evl in self.evls}

    @property
    def alle(self) -> Mapping[str, Any]:
        """Every code with what it stands for, in source order per soort."""
        return self.bekend("code")

    @property
    def vervallen(self) -> Mapping[str, Vervallen]:
        """The codes that ended, by code."""
        return self.bekend("vervallen")

    def _per_vervallen(self) -> dict[str, Vervallen]:
        return {vervallen.code: vervallen for vervallen in self._velden()["vervallen"]}

    def _per_opvolging(self) -> Mapping[str, tuple[str, ...]]:
        from .herkomst import Opvolging

        return Opvolging(self.vervallen, self.alle.keys())

    @property
    def kenmerk(self) -> Kenmerk:
        """Which framework this is of."""
        kenmerk: Kenmerk = (
            self._bekend["kenmerk"] if "kenmerk" in self._bekend else self._onthoud("kenmerk", self._maak_kenmerk())
        )
        return kenmerk

    def geef_kenmerk(self) -> Kenmerk:
        """Return the kenmerk: what was worked out holds on to this, and asks when it is asked itself."""
        return self.kenmerk

    def _maak_kenmerk(self) -> Kenmerk:
        from .identiteit import Kenmerk, bestandsvorm, vingerafdruk

        velden = self._velden()
        afdruk = self._vingerafdruk or vingerafdruk(bestandsvorm(velden))
        return Kenmerk._vertrouwd(velden["sleutel"], velden["naam"], velden["versie"], afdruk)

    def vind(self, soort: str, code: object) -> Any:
        """Return the record of this soort with this code.

        Raises:
            OnbekendeCode: there is none.
        """
        bestaand = self.bekend(soort)
        if code.__class__ is str or bestaat(bestaand, code):
            gevonden = bestaand.get(code)
            if gevonden is not None:
                return gevonden
        raise self.onbekend(soort, code)

    @property
    def codeboek(self) -> Codeboek:
        """The one judgement of codes."""
        boek: Codeboek = (
            self._bekend["codeboek"] if "codeboek" in self._bekend else self._onthoud("codeboek", self._maak_codeboek())
        )
        return boek

    def _maak_codeboek(self) -> Codeboek:
        from .codes import SOORTEN
        from .oordeel import Codeboek

        vervallen = self.bekend("vervallen")
        notaties: dict[str, list[str]] = {}
        records: tuple[Leeruitkomst | Succescriterium, ...] = (*self.leeruitkomsten, *self.succescriteria)
        for record in records:
            if record.notatie is not None:
                notaties.setdefault(record.notatie, []).append(record.code)
        return Codeboek(
            {soort: [code for code in self.bekend(soort) if isinstance(code, str)] for soort in SOORTEN},
            opvolgers=self.bekend("opvolging"),
            sinds={code: record.sinds for code, record in vervallen.items()},
            notaties={notatie: tuple(codes) for notatie, codes in notaties.items()},
            namen={lijn.code: lijn.naam for lijn in self.leerlijnen}
            | {rij.code: rij.naam for rij in self.rijen if rij.naam},
            fasen=[niveau.fase for niveau in self.niveaus],
        )

    def opvolgers(self, code: str) -> tuple[str, ...]:
        """Return the living codes that follow a code, each once; a code that lives is its own.

        Successors that ended in their turn are followed as well, in the order in which they stand.
        """
        if code in self.alle:
            return (code,)
        volgers: tuple[str, ...] = self.bekend("opvolging").get(code, ())
        return volgers

    def onbekend(self, soort: str, *gegeven: object) -> OnbekendeCode:
        """Return the error for those of some codes (at least one) that do not exist as this soort."""
        delen: Any = tuple(soort.replace(" of ", ", ").split(", "))
        return self.codeboek.onbekend(None if soort == "code" else delen[0] if len(delen) == 1 else delen, *gegeven)

    def vreemd(self, soort: str, codes: Iterable[str]) -> dict[str, OnbekendeCode]:
        """Return, for each of some codes that does not exist as this soort, the error that says so."""
        bestaand = self.bekend(soort)
        return {code: self.onbekend(soort, code) for code in dict.fromkeys(codes) if code not in bestaand}

    def staat_voor(self, code: str) -> tuple[Succescriterium, ...]:
        """Return the criteria that an existing code stands for: of a criterium itself, of all else what it holds."""
        if code in self.bekend("succescriterium"):
            return (self.bekend("succescriterium")[code],)
        if code in self.bekend("cel"):
            return tuple(self.bekend("cel")[code])
        if code in self.bekend("rij"):
            return tuple(c for cel in self.bekend("rij")[code].cellen for c in cel)
        if code in self.bekend("leerlijn"):
            return tuple(c for u in self.bekend("leerlijn")[code].leeruitkomsten for c in u.succescriteria)
        return tuple(self.alle[code].succescriteria)


def bestaat(bestaand: Container[object], gegeven: object) -> bool:
    """Say whether `gegeven` is one of `bestaand`: a text or a whole number, and exactly that one."""
    if isinstance(gegeven, str):
        return gegeven in bestaand
    from .codes import is_getal

    return is_getal(gegeven) and gegeven in bestaand
