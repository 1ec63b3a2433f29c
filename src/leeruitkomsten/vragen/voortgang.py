"""Voortgang (progress): what one student has shown of the framework, and what is still to be shown.

It counts, and does not judge: whether a phase is completed is for an examiner. A criterium counts once, however much
evidence there is for it. Learning is route-independent (the source asks no order), so what was shown of other phases is
kept beside, never held against anyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from ..datums import eis_dag
from ..fouten import VerkeerdType
from ..identiteit import Kenmerk, codes_van
from ..model import Leeruitkomst, Succescriterium, criteriumregels
from ..plat import VoortgangDict, VoortgangRegel
from ..record import Record, Reeks
from ..register import Register
from ..zinnen import citaat
from .kies import waarden
from .stand import Stand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel, Tabel

GEEN_OORDEEL = "Dit overzicht telt wat is aangetoond; het is geen oordeel."
"""What stands with every overview of what has been shown."""


@attrs.frozen(repr=False, eq=False)
class Voortgang(Record):
    """What has been shown of the leeruitkomsten of one niveau, or of all of them.

    Attributes:
        kenmerk: which framework was counted with.
        niveau: the niveau that was asked for; `None` for all.
        leeruitkomsten: tuple of the leeruitkomsten that are counted, in source order.
        aangetoond, nog_aan_te_tonen: tuples of their succescriteria, shown and still to be shown, in source order.
        eerder, later: tuples of succescriteria shown of earlier and of later niveaus, in source order; empty when all niveaus
            are counted.
        tot: the last day that counts (ISO 8601); `None` where every day does.
        na_tot: how many pieces of evidence do not count, since they are of after that day.
    """

    kenmerk: Kenmerk
    niveau: int | None
    leeruitkomsten: Reeks[Leeruitkomst]
    aangetoond: Reeks[Succescriterium]
    nog_aan_te_tonen: Reeks[Succescriterium]
    eerder: Reeks[Succescriterium]
    later: Reeks[Succescriterium]
    tot: str | None = None
    na_tot: int = 0

    @property
    def per_leeruitkomst(self) -> dict[str, Stand]:
        """The `Stand` (aantal, totaal) of each leeruitkomst, by its code, in source order."""
        getoond = dict.fromkeys([uitkomst.code for uitkomst in self.leeruitkomsten], 0)
        for criterium in self.aangetoond:
            getoond[criterium.leeruitkomst] += 1
        return {u.code: Stand(getoond[u.code], len(u.succescriteria)) for u in self.leeruitkomsten}

    @property
    def per_evl(self) -> dict[str, Stand]:
        """The `Stand` of each EvL, by its code, from the lowest niveau up."""
        totaal = dict.fromkeys(sorted({uitkomst.niveau for uitkomst in self.leeruitkomsten}), 0)
        getoond = totaal.copy()
        for uitkomst in self.leeruitkomsten:
            totaal[uitkomst.niveau] += len(uitkomst.succescriteria)
        for criterium in self.aangetoond:
            getoond[criterium.niveau] += 1
        return {f"EvL{niveau}": Stand(getoond[niveau], aantal) for niveau, aantal in totaal.items()}

    def als_dict(self) -> VoortgangDict:
        """Return kenmerk, niveau, counts, the criteria of each kind, tot and na_tot, ready for `json.dumps`."""
        return {
            "kenmerk": self.kenmerk.als_dict(),
            "niveau": self.niveau,
            "per_leeruitkomst": {code: stand.als_dict() for code, stand in self.per_leeruitkomst.items()},
            "per_evl": {code: stand.als_dict() for code, stand in self.per_evl.items()},
            "aangetoond": self.aangetoond.als_dicts(),
            "nog_aan_te_tonen": self.nog_aan_te_tonen.als_dicts(),
            "eerder": self.eerder.als_dicts(),
            "later": self.later.als_dicts(),
            "tot": self.tot,
            "na_tot": self.na_tot,
        }

    def records(self) -> list[VoortgangRegel]:
        """Return one flat dict per succescriterium, in source order: what its own has, with aangetoond and meegeteld.

        Those of other niveaus are there when they have been shown; they are not counted (`meegeteld` is `False`).
        """
        getoond = {c.code for c in self.aangetoond}
        geteld = [c for u in self.leeruitkomsten for c in u.succescriteria]
        regels = [
            (c, meegeteld is False or c.code in getoond, meegeteld)
            for deel, meegeteld in ((self.eerder, False), (geteld, True), (self.later, False))
            for c in deel
        ]
        return [
            {**c.records()[0], "aangetoond": aangetoond, "meegeteld": meegeteld}
            for c, aangetoond, meegeteld in sorted(regels, key=lambda regel: regel[0].plaats)
        ]

    def __str__(self) -> str:
        wat = "alle niveaus" if self.niveau is None else f"EvL{self.niveau}"
        stand = Stand(len(self.aangetoond), len(self.aangetoond) + len(self.nog_aan_te_tonen))
        return f"{wat}: {stand} succescriteria aangetoond{f' tot en met {self.tot}' if self.tot else ''}"

    def _tabel(self) -> Tabel:
        """Return a table with a line per leeruitkomst: how many of how many, and what is still to be shown."""
        from ..tabel import Onze, Tabel

        nog: dict[str, list[Succescriterium]] = {u.code: [] for u in self.leeruitkomsten}
        for criterium in self.nog_aan_te_tonen:
            nog[criterium.leeruitkomst].append(criterium)
        rijen: list[tuple[Cel, ...]] = [
            (((("code", code),),), Onze(str(stand)), criteriumregels(tuple(nog[code])))
            for code, stand in self.per_leeruitkomst.items()
        ]
        delen = (("eerdere", self.eerder), ("latere", self.later))
        ook = [f"Al aangetoond van {fasen} fasen: {', '.join(c.code for c in deel)}." for fasen, deel in delen if deel]
        if self.na_tot:
            ook.append(f"Niet meegeteld: {self.na_tot} × bewijs van na {self.tot}.")
        voet = " ".join([*ook, GEEN_OORDEEL])
        kop = ("Leeruitkomst", "Aangetoond", "Nog aan te tonen")
        taal = self.leeruitkomsten[0]._taal
        return Tabel(str(self), kop, tuple(rijen), voet, taal, titel_taal="nl")


def voortgang(register: Register, codes: object, niveau: object = None, tot: object = None) -> Voortgang:
    """Divide the criteria of a framework over what has been shown and what has not.

    Args:
        register: of the framework.
        codes: of criteria that have been shown, or a portfolio.
        niveau: number or EvL to count alone; `None` for all.
        tot: the last day that counts, of a portfolio; `None` for all.

    Raises:
        OnbekendeCode: a code is no succescriterium of this framework, or there is no such niveau.
        OngeldigeVraag: a portfolio is of another framework or version, or `tot` is no day.
        VerkeerdType: `tot` is given for codes, which have no date.
    """
    nummer: int | None = None if niveau is None else register.vind("evl", niveau).niveau.nummer
    if tot is None:
        return _verdeeld(register, _eis_bekend(register, codes_van(codes, register.geef_kenmerk)), nummer)
    return tot_en_met(register, gedateerd(register, codes), nummer, eis_dag(tot, "tot"))


def gedateerd(register: Register, portfolio: object) -> list[tuple[date, str]]:
    """Return the day and the criterium of each piece of evidence in a portfolio, the first day first.

    Raises:
        VerkeerdType: this is no portfolio: codes by themselves have no date.
        OngeldigeVraag: it is of another framework or version.
        OnbekendeCode: it has a code that is no succescriterium of this framework.
    """
    codes = codes_van(portfolio, register.geef_kenmerk)
    bewijs: Any = getattr(portfolio, "bewijs", None)
    if codes is portfolio or bewijs is None:
        reden = f"hier hoort een Portfolio, waarin elk bewijs een datum heeft; er staat {citaat(portfolio)}"
        raise VerkeerdType(reden, {"portfolio": portfolio})
    _eis_bekend(register, codes)
    return sorted((date.fromisoformat(een.datum), een.criterium) for een in bewijs)


def tot_en_met(register: Register, bewijs: list[tuple[date, str]], nummer: int | None, dag: date) -> Voortgang:
    """Return the voortgang by the end of a day, of evidence with its days."""
    getoond = frozenset(code for van, code in bewijs if van <= dag)
    later = sum(van > dag for van, _ in bewijs)
    return attrs.evolve(_verdeeld(register, getoond, nummer), tot=dag.isoformat(), na_tot=later)


def _eis_bekend(register: Register, codes: object) -> frozenset[object] | frozenset[str]:
    """Return codes of criteria, each once.

    Raises:
        OnbekendeCode: one of them is no succescriterium of this framework.
    """
    gegeven = waarden(codes)
    if not _bestaan(gegeven, register.bekend("succescriterium")):
        raise register.onbekend("succescriterium", *{repr(code): code for code in gegeven}.values())
    return frozenset(gegeven)


def _verdeeld(register: Register, getoond: frozenset[object] | frozenset[str], nummer: int | None) -> Voortgang:
    """Return what has been shown and what has not, of codes that exist: of one niveau, or of all."""
    alle = register.leeruitkomsten
    binnen = alle if nummer is None else Reeks(u for u in alle if u.niveau == nummer)
    criteria = [c for u in binnen for c in u.succescriteria]
    aangetoond = [c for c in criteria if c.code in getoond]
    elders: list[Succescriterium] = []
    if nummer is not None and len(aangetoond) < len(getoond):
        elders = [c for c in register.succescriteria if c.code in getoond and c.niveau != nummer]
    return Voortgang(
        register.kenmerk,
        nummer,
        binnen,
        Reeks(aangetoond),
        Reeks([c for c in criteria if c.code not in getoond]),
        Reeks([c for c in elders if c.niveau < (nummer or 0)]),
        Reeks([c for c in elders if c.niveau > (nummer or 0)]),
    )


def _bestaan(codes: Iterable[object], bestaand: Mapping[str, object]) -> bool:
    try:
        return frozenset(codes) <= bestaand.keys()
    except TypeError:  # what cannot be hashed is no code
        return False
