"""Checks of codes that come from elsewhere: a spreadsheet, a portfolio. They report, and repair what was asked to be repaired."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from ..identiteit import Kenmerk
from ..oordeel import Codeboek, Controle
from ..plat import HerstelDict, ReparatieDict
from ..record import Reeks, Regel, Uitkomst
from ..tabel import Cel, Tabel
from ..zinnen import citaat
from .kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..plat import ControleDict, ControleRegel, ControlesDict


@attrs.frozen(repr=False, eq=False)
class Reparatie(Regel):
    """One code that was put right: its place in the list (from 0), what stood there (`van`) and what stands there now (`naar`)."""

    plaats: int
    van: str
    naar: str

    KOP = ("Plaats", "Van", "Naar")

    if TYPE_CHECKING:

        def als_dict(self) -> ReparatieDict: ...

    def __str__(self) -> str:
        return f"{citaat(self.van)} is nu {citaat(self.naar)}"

    def _regel(self) -> tuple[Cel, ...]:
        return (str(self.plaats), self.van if self.van.isprintable() else citaat(self.van), self.naar)

    def records(self) -> list[ReparatieDict]:
        return [{"plaats": self.plaats, "van": self.van, "naar": self.naar}]


class Herstel(Uitkomst[Any]):
    """The codes that were checked, in their order, with the safe repairs carried out and nothing else changed.

    It is a tuple of codes; drawn, and as plain data, it shows what was repaired.

    Attributes:
        reparaties: tuple of `Reparatie`, which codes were repaired.
        kenmerk: of the framework that they were held against.
    """

    reparaties: Reeks[Reparatie]
    kenmerk: Kenmerk

    HERKOMST = ("reparaties", "kenmerk")

    def __str__(self) -> str:
        return str(self.reparaties)

    def __repr__(self) -> str:
        return f"<{len(self)} codes, {len(self.reparaties)} hersteld>"

    def __getitem__(self, plek: Any, /) -> Any:
        """Return a code, or of a slice the same with the repairs in it, at their new places."""
        gevonden = super().__getitem__(plek)
        if not isinstance(plek, slice):
            return gevonden
        nieuw = {oud: plaats for plaats, oud in enumerate(range(len(self))[plek])}
        reparaties = (Reparatie(nieuw[r.plaats], r.van, r.naar) for r in self.reparaties if r.plaats in nieuw)
        return Herstel(gevonden, reparaties=Reeks(sorted(reparaties, key=lambda r: r.plaats)), kenmerk=self.kenmerk)

    def _tabel(self) -> Tabel:
        """Return a table with a line per repair, in order."""
        return self.reparaties._tabel()

    def als_dict(self) -> HerstelDict:
        """Return the codes, the repairs and the origin, ready for `json.dumps`."""
        return {"kenmerk": self.kenmerk.als_dict(), "codes": list(self), "reparaties": self.reparaties.als_dicts()}

    def als_dicts(self) -> list[ReparatieDict]:
        """Return the repairs as plain dicts, in order."""
        return self.reparaties.als_dicts()

    def records(self) -> list[ReparatieDict]:
        """Return one flat dict per repair, in order."""
        return self.reparaties.records()


class Controles(Uitkomst[Controle]):
    """A judgement per code, in the order given.

    Attributes:
        kenmerk: of the framework that they were held against.
    """

    kenmerk: Kenmerk

    if TYPE_CHECKING:

        def als_dict(self) -> ControlesDict: ...
        def als_dicts(self) -> list[ControleDict]: ...
        def records(self) -> list[ControleRegel]: ...

    def hersteld(self) -> Herstel:
        """Return the codes with the safe repairs carried out: another spelling of exactly one code becomes that code.

        Nothing else changes. A code that ended stays, even with one successor: what followed it need not mean the same.

        >>> import leeruitkomsten as lu
        >>> herstel = lu.controleer(["wp 2", "WP2.4a", "WP9"]).hersteld()
        >>> list(herstel)
        ['WP2', 'WP2.4a', 'WP9']
        >>> print(herstel)
        'wp 2' is nu 'WP2'
        """
        reparaties = Reeks(
            Reparatie(plaats, str(gevonden.code), gevonden.suggesties[0])
            for plaats, gevonden in enumerate(self)
            if gevonden.soort == "schrijfwijze"
        )
        nieuw = {reparatie.plaats: reparatie.naar for reparatie in reparaties}
        codes = (nieuw.get(plaats, gevonden.code) for plaats, gevonden in enumerate(self))
        return Herstel(codes, reparaties=reparaties, _kenmerk=lambda: self.kenmerk)


def controleer(codeboek: Codeboek, codes: object, kenmerk: Callable[[], Kenmerk]) -> Controles:
    """Judge every code, in the order given; a single code may stand by itself. The kenmerk is asked for when it is read."""
    gezien: dict[str, Controle] = {}
    gevonden: list[Controle] = []
    for code in waarden(codes):
        if not isinstance(code, str):
            gevonden.append(codeboek.oordeel(code))
            continue
        if code not in gezien:
            gezien[code] = codeboek.oordeel(code)
        gevonden.append(gezien[code])
    return Controles(gevonden, _kenmerk=kenmerk)
