"""Voortgang (progress): what one student has shown of the framework, and what is still to be shown.

It counts, and does not judge: whether a phase is completed is for an examiner. A criterium counts once, however much
evidence there is for it. Learning is route-independent (the source asks no order), so what was shown of other phases is
kept beside, never held against anyone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

import attrs

from ..model import Leeruitkomst, Succescriterium, criteriumregels
from ..record import Record, Reeks
from .kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..fouten import OnbekendeCode
    from ..tabel import Cel, Tabel


GEEN_OORDEEL = "Dit overzicht telt wat is aangetoond; het is geen oordeel."
"""What stands with every overview of what has been shown."""


class Stand(NamedTuple):
    """How many succescriteria have been shown, of how many. `str()` is "2 van 9"."""

    aangetoond: int
    totaal: int

    def __str__(self) -> str:
        return f"{self.aangetoond} van {self.totaal}"


@attrs.frozen(repr=False, eq=False)
class Voortgang(Record):
    """What has been shown of the leeruitkomsten of one niveau, or of all of them.

    Attributes:
        niveau: the niveau that was asked for; `None` for all.
        leeruitkomsten: tuple of the leeruitkomsten that are counted, in source order.
        aangetoond, nog_aan_te_tonen: tuples of their succescriteria, shown and still to be shown, in source order.
        eerder, later: tuples of succescriteria shown of earlier and of later niveaus, in source order; empty when all niveaus
            are counted.
    """

    niveau: int | None
    leeruitkomsten: tuple[Leeruitkomst, ...]
    aangetoond: Reeks[Succescriterium]
    nog_aan_te_tonen: Reeks[Succescriterium]
    eerder: Reeks[Succescriterium]
    later: Reeks[Succescriterium]

    @property
    def per_leeruitkomst(self) -> Mapping[str, Stand]:
        """The `Stand` (aangetoond, totaal) of each leeruitkomst, by its code, in source order."""
        getoond = dict.fromkeys([uitkomst.code for uitkomst in self.leeruitkomsten], 0)
        for criterium in self.aangetoond:
            getoond[criterium.leeruitkomst] += 1
        return MappingProxyType({u.code: Stand(getoond[u.code], len(u.succescriteria)) for u in self.leeruitkomsten})

    @property
    def per_evl(self) -> Mapping[str, Stand]:
        """The `Stand` of each EvL, by its code, from the lowest niveau up."""
        totaal = dict.fromkeys(sorted({uitkomst.niveau for uitkomst in self.leeruitkomsten}), 0)
        getoond = totaal.copy()
        for uitkomst in self.leeruitkomsten:
            totaal[uitkomst.niveau] += len(uitkomst.succescriteria)
        for criterium in self.aangetoond:
            getoond[criterium.niveau] += 1
        return MappingProxyType({f"EvL{niveau}": Stand(getoond[niveau], aantal) for niveau, aantal in totaal.items()})

    def als_dict(self) -> dict[str, object]:
        """Return niveau, per_leeruitkomst, per_evl and the criteria of each kind, ready for `json.dumps`."""
        return {
            "niveau": self.niveau,
            "per_leeruitkomst": {code: stand._asdict() for code, stand in self.per_leeruitkomst.items()},
            "per_evl": {code: stand._asdict() for code, stand in self.per_evl.items()},
            "aangetoond": self.aangetoond.als_dicts(),
            "nog_aan_te_tonen": self.nog_aan_te_tonen.als_dicts(),
            "eerder": self.eerder.als_dicts(),
            "later": self.later.als_dicts(),
        }

    def __str__(self) -> str:
        wat = "alle niveaus" if self.niveau is None else f"EvL{self.niveau}"
        stand = Stand(len(self.aangetoond), len(self.aangetoond) + len(self.nog_aan_te_tonen))
        return f"{wat}: {stand} succescriteria aangetoond"

    def tabel(self) -> Tabel:
        """Return a table with a line per leeruitkomst: how many of how many, and what is still to be shown."""
        from ..tabel import Tabel

        nog: dict[str, list[Succescriterium]] = {u.code: [] for u in self.leeruitkomsten}
        for criterium in self.nog_aan_te_tonen:
            nog[criterium.leeruitkomst].append(criterium)
        rijen: list[tuple[Cel, ...]] = [
            (((("code", code),),), str(stand), criteriumregels(tuple(nog[code])))
            for code, stand in self.per_leeruitkomst.items()
        ]
        delen = (("eerdere", self.eerder), ("latere", self.later))
        ook = [f"Al aangetoond van {fasen} fasen: {', '.join(c.code for c in deel)}." for fasen, deel in delen if deel]
        voet = " ".join([*ook, GEEN_OORDEEL])
        return Tabel(str(self), ("Leeruitkomst", "Aangetoond", "Nog aan te tonen"), tuple(rijen), voet)


def voortgang(
    leeruitkomsten: tuple[Leeruitkomst, ...],
    bestaand: Mapping[str, Succescriterium],
    codes: object,
    niveau: int | None,
    onbekend: Callable[..., OnbekendeCode],
) -> Voortgang:
    """Divide the criteria of a framework over what has been shown and what has not.

    `onbekend` makes the error for the codes that do not exist.
    """
    gegeven = waarden(codes)
    if not _bestaan(gegeven, bestaand):
        raise onbekend(bestaand, "succescriterium", *{repr(code): code for code in gegeven}.values())
    getoond = frozenset(gegeven)
    binnen = leeruitkomsten if niveau is None else tuple(u for u in leeruitkomsten if u.niveau == niveau)
    criteria = [c for u in binnen for c in u.succescriteria]
    aangetoond = [c for c in criteria if c.code in getoond]
    elders: list[Succescriterium] = []
    if niveau is not None and len(aangetoond) < len(getoond):
        elders = [c for c in bestaand.values() if c.code in getoond and c.niveau != niveau]
    return Voortgang(
        niveau,
        binnen,
        Reeks(aangetoond),
        Reeks([c for c in criteria if c.code not in getoond]),
        Reeks([c for c in elders if c.niveau < (niveau or 0)]),
        Reeks([c for c in elders if c.niveau > (niveau or 0)]),
    )


def _bestaan(codes: Iterable[object], bestaand: Mapping[str, object]) -> bool:
    try:
        return frozenset(codes) <= bestaand.keys()
    except TypeError:  # what cannot be hashed is no code
        return False
