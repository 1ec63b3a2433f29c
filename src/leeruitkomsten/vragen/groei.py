"""Groei (growth): what one student had shown by the end of each period; a criterium counts from its first day on.

It counts, and does not judge: evidence that is made once stays, so that the line never falls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..fouten import OngeldigeVraag
from ..identiteit import Kenmerk
from ..model import Succescriterium
from ..periodes import Indeling
from ..plat import GroeistapDict, GroeistapRegel
from ..record import Reeks, Regel, Uitkomst
from ..register import Register
from .stand import Stand
from .voortgang import GEEN_OORDEEL, Voortgang, gedateerd, tot_en_met

if TYPE_CHECKING:
    from ..plat import GroeiDict
    from ..tabel import Cel, Tabel


@attrs.frozen(repr=False, eq=False)
class Groeistap(Regel):
    """What had been shown by the end of one period.

    Attributes:
        naam: of the period, such as `november 2026`.
        periode: its last day (ISO 8601), which counts.
        voortgang: the `Voortgang` by the end of that day, as `voortgang(…, tot=…)` gives it.
        nieuw: tuple of the succescriteria that are counted and were shown for the first time in this period, in source order.
    """

    naam: str
    periode: str
    voortgang: Voortgang
    nieuw: Reeks[Succescriterium]

    KOP = ("Periode", "Tot en met", "Aangetoond", "Nieuw")

    @property
    def stand(self) -> Stand:
        """How many succescriteria had been shown, of how many that are counted."""
        return self.voortgang.stand

    def als_dict(self) -> GroeistapDict:
        """Return naam, periode, counts in all, per leeruitkomst and per EvL, and nieuw as codes, ready for `json.dumps`."""
        return {
            "naam": self.naam,
            "periode": self.periode,
            "aangetoond": self.stand.aantal,
            "totaal": self.stand.totaal,
            "per_leeruitkomst": {code: stand.als_dict() for code, stand in self.voortgang.per_leeruitkomst.items()},
            "per_evl": {code: stand.als_dict() for code, stand in self.voortgang.per_evl.items()},
            "nieuw": [criterium.code for criterium in self.nieuw],
        }

    def records(self) -> list[GroeistapRegel]:
        """Return one flat dict per leeruitkomst, in source order; `periode` is its last day."""
        per_leeruitkomst = self.voortgang.per_leeruitkomst
        return [
            {
                "periode": self.periode,
                "naam": self.naam,
                "leeruitkomst": uitkomst.code,
                "leerlijn": uitkomst.leerlijn,
                "niveau": uitkomst.niveau,
                "aangetoond": per_leeruitkomst[uitkomst.code].aantal,
                "totaal": per_leeruitkomst[uitkomst.code].totaal,
            }
            for uitkomst in self.voortgang.leeruitkomsten
        ]

    def __str__(self) -> str:
        erbij = f", {len(self.nieuw)} erbij" if self.nieuw else ""
        return f"{self.naam} (tot en met {self.periode}): {self.stand} succescriteria aangetoond{erbij}"

    def _voet(self) -> str:
        return GEEN_OORDEEL

    def _regel(self) -> tuple[Cel, ...]:
        return (self.naam, self.periode, str(self.stand), ", ".join(criterium.code for criterium in self.nieuw))


class Groei(Uitkomst[Groeistap]):
    """The growth of one student: a `Groeistap` per period, from the first to the last.

    Attributes:
        kenmerk: which framework was counted with.
        student: whose it is.
        tot: the last day that counts (ISO 8601); `None` where every day does.
        na_tot: how many pieces of evidence do not count, since they are of after that day.
    """

    kenmerk: Kenmerk
    student: str
    tot: str | None
    na_tot: int

    HERKOMST = ("kenmerk", "student", "tot", "na_tot")

    def _tabel(self) -> Tabel:
        """Return a table with a line per period, in order."""
        tabel = super()._tabel()
        if not self.na_tot:
            return attrs.evolve(tabel, titel=self.student)
        later = f"Niet meegeteld: {self.na_tot} × bewijs van na {self.tot}."
        return attrs.evolve(tabel, titel=self.student, voet=f"{later} {tabel.voet}".rstrip())

    if TYPE_CHECKING:

        def als_dict(self) -> GroeiDict: ...
        def als_dicts(self) -> list[GroeistapDict]: ...
        def records(self) -> list[GroeistapRegel]: ...


def groei(register: Register, portfolio: object, stap: object, niveau: object = None, tot: object = None) -> Groei:
    """Count what a portfolio had shown by the end of each period.

    Raises:
        VerkeerdType: this is no portfolio.
        OnbekendeCode: it has a code that is no succescriterium of this framework, or there is no such niveau.
        OngeldigeVraag: it is of another framework or version; there are no such periods, they are too many, or evidence is of
            after the last one of a table; or `tot` is no day.
    """
    indeling = Indeling.van(stap, tot)
    nummer: int | None = None if niveau is None else register.vind("evl", niveau).niveau.nummer
    bewijs = gedateerd(register, portfolio)
    einde = indeling.einde
    geteld = [(dag, code) for dag, code in bewijs if einde is None or dag <= einde]
    na_tot = len(bewijs) - len(geteld)
    if na_tot and indeling.tot is None:
        reden = f"{na_tot} × bewijs is van na de laatste periode ({einde}); geef tot om dat niet mee te tellen"
        raise OngeldigeVraag("past_niet", reden, {"laatste_dag": str(einde), "bewijs": na_tot})
    nummers = [indeling.nummer(dag) for dag, _ in geteld]
    stappen: list[Groeistap] = []
    eerder: frozenset[str] = frozenset()
    for naam, dag in map(indeling.periode, indeling.reeks(min(nummers, default=None), max(nummers, default=None))):
        voortgang = tot_en_met(register, bewijs, nummer, dag)
        nieuw = Reeks(criterium for criterium in voortgang.aangetoond if criterium.code not in eerder)
        eerder = frozenset(criterium.code for criterium in voortgang.aangetoond)
        stappen.append(Groeistap(naam, dag.isoformat(), voortgang, nieuw))
    student: str = getattr(portfolio, "student", "")
    dag_tot = None if indeling.tot is None else indeling.tot.isoformat()
    return Groei(stappen, kenmerk=register.kenmerk, student=student, tot=dag_tot, na_tot=na_tot)
