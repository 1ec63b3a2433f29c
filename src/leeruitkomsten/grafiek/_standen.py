"""What a heatmap shows: the voortgang of one student, or how many students of a cohort have shown each succescriterium."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import attrs

from ..model import Succescriterium
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_zelfde_voortgang
from ._raster import aandelen
from ._stijl import aantal, klasse, percentage
from ._tabellen import Cohortstand, lees
from ._wie import genoemd, zijn_studenten

_AAN, _NOG, _STIP = "●", "○", "·"
"""A criterium that has been shown, one that is still to be shown, and one of a niveau that was not asked."""
_MEESTE_STIPPEN = 8
"""More criteria in a cell than this are counted, not drawn one by one."""


class Beeld(Protocol):
    """What has been shown, of any group of criteria."""

    @property
    def spreek(self) -> Spreek:
        """What says it in words."""
        ...

    @property
    def titel(self) -> str:
        """What the chart is about."""
        ...

    @property
    def legenda(self) -> str:
        """What the colours stand for."""
        ...

    @property
    def opmerkingen(self) -> Sequence[str]:
        """What must be said with it."""
        ...

    @property
    def niveaus(self) -> frozenset[int]:
        """The niveaus that are counted."""
        ...

    def tel(self, criteria: Sequence[Succescriterium]) -> tuple[int, int]:
        """Return how much has been shown, of how much."""
        ...

    def tekst(self, deel: int, geheel: int) -> str:
        """Return a count as it stands in a heading."""
        ...

    def celtekst(self, criteria: Sequence[Succescriterium]) -> str:
        """Return what stands in the cell of these criteria."""
        ...

    def kleuren(self, cellen: Sequence[Sequence[Succescriterium]]) -> dict[str, str]:
        """Return the classes of shares that can occur in these cells, with their colours."""
        ...

    def zin(self, criteria: Sequence[Succescriterium]) -> str:
        """Return the same as a sentence."""
        ...

    def per_criterium(self, criteria: Sequence[Succescriterium]) -> str:
        """Return the count of each criterium."""
        ...


@attrs.frozen
class VanStudent:
    """Of one student: how many of the criteria."""

    spreek: Spreek
    voortgang: Voortgang
    getoond: frozenset[str]
    niveaus: frozenset[int]

    @property
    def legenda(self) -> str:
        return self.spreek("grafiek.deel_criteria")

    @property
    def titel(self) -> str:
        niveau = self.voortgang.niveau
        return (
            self.spreek("grafiek.aangetoond")
            if niveau is None
            else self.spreek("grafiek.aangetoond_niveau", nummer=niveau)
        )

    @property
    def opmerkingen(self) -> Sequence[str]:
        spreek, niveau = self.spreek, self.voortgang.niveau
        delen = (("grafiek.van_eerdere", self.voortgang.eerder), ("grafiek.van_latere", self.voortgang.later))
        ook = [spreek(woord, criteria=aantal(spreek, len(deel))) for woord, deel in delen if deel]
        wat = spreek("grafiek.beide", een=ook[0], ander=ook[1]) if len(ook) > 1 else "".join(ook)
        uitleg = spreek("grafiek.uitleg_student", aan=_AAN, nog=_NOG)
        niet = spreek("grafiek.niet_gevraagd", nummer=niveau, stip=_STIP) if niveau is not None else ""
        zin = spreek("grafiek.ook_aangetoond", wat=wat) if ook else ""
        return [uitleg, niet, zin]

    def tel(self, criteria: Sequence[Succescriterium]) -> tuple[int, int]:
        return sum(c.code in self.getoond for c in criteria), len(criteria)

    def tekst(self, deel: int, geheel: int) -> str:
        return f"{deel}/{geheel}"

    def celtekst(self, criteria: Sequence[Succescriterium]) -> str:
        if len(criteria) > _MEESTE_STIPPEN:
            return self.tekst(*self.tel(criteria))
        nog = _NOG if criteria[0].niveau in self.niveaus else _STIP
        return "".join(_AAN if c.code in self.getoond else nog for c in criteria)

    def kleuren(self, cellen: Sequence[Sequence[Succescriterium]]) -> dict[str, str]:
        return aandelen(len(cel) for cel in cellen if cel and cel[0].niveau in self.niveaus)

    def zin(self, criteria: Sequence[Succescriterium]) -> str:
        deel, geheel = self.tel(criteria)
        woord = "grafiek.van_aangetoond" if criteria[0].niveau in self.niveaus else "grafiek.ook_van_aangetoond"
        return self.spreek(woord, deel=deel, criteria=aantal(self.spreek, geheel))

    def per_criterium(self, criteria: Sequence[Succescriterium]) -> str:
        woorden = {True: "grafiek.wel", False: "grafiek.nog_niet"}
        return ", ".join(self.spreek(woorden[c.code in self.getoond], code=c.code) for c in criteria)


@attrs.frozen
class VanCohort:
    """Of a cohort: which share of those who were counted, on average over the criteria."""

    spreek: Spreek
    stand: Cohortstand
    niveaus: frozenset[int]

    @property
    def legenda(self) -> str:
        return self.spreek("grafiek.deel_studenten" if zijn_studenten(self.stand.per) else "grafiek.deel_geteld")

    @property
    def titel(self) -> str:
        return self.spreek("grafiek.cohort")

    @property
    def opmerkingen(self) -> Sequence[str]:
        return [self.spreek("grafiek.uitleg_cohort", wie=self.legenda[0].lower() + self.legenda[1:]), self._noemer]

    @property
    def _wie(self) -> str:
        return genoemd(self.spreek, self.stand.aantal, self.stand.per)

    @property
    def _noemer(self) -> str:
        """What every share is a share of, and how that is known."""
        lijst = self.stand.lijst
        if lijst is None:
            return self.spreek("grafiek.noemer", wie=self._wie)
        if not lijst.er_is:
            return self.spreek("grafiek.noemer_zonder_lijst", wie=self._wie)
        return self.spreek("grafiek.noemer_lijst", wie=self._wie, zonder=lijst.zonder_bewijs)

    def tel(self, criteria: Sequence[Succescriterium]) -> tuple[int, int]:
        return sum(self.stand.per_code[c.code] for c in criteria), self.stand.aantal * len(criteria)

    def tekst(self, deel: int, geheel: int) -> str:
        procent = percentage(deel, geheel)
        if procent == 1 and deel * 100 < geheel:
            return "<1%"
        return ">99%" if procent == 99 and deel * 100 > 99 * geheel else f"{procent}%"  # noqa: PLR2004  # short of all

    def celtekst(self, criteria: Sequence[Succescriterium]) -> str:
        return self.tekst(*self.tel(criteria))

    def kleuren(self, cellen: Sequence[Sequence[Succescriterium]]) -> dict[str, str]:
        return aandelen(self.stand.aantal * len(cel) for cel in cellen)

    def zin(self, criteria: Sequence[Succescriterium]) -> str:
        woord = "grafiek.gemiddeld_door" if len(criteria) > 1 else "grafiek.door"
        deel = self.tekst(*self.tel(criteria))
        return self.spreek(woord, criteria=aantal(self.spreek, len(criteria)), deel=deel, wie=self._wie)

    def per_criterium(self, criteria: Sequence[Succescriterium]) -> str:
        return ", ".join(f"{c.code} {self.stand.per_code[c.code]}" for c in criteria)


def kleurklasse(beeld: Beeld, criteria: Sequence[Succescriterium]) -> str:
    """Return the class of a group of criteria, by the share that has been shown."""
    return klasse(percentage(*beeld.tel(criteria)))


def lees_beeld(raamwerk: Raamwerk, voortgang: Any, per: str | None, spreek: Spreek) -> Beeld:
    """Return what is to be shown, in words of the screen.

    Raises:
        VerkeerdType: it is neither a `Voortgang` nor a table of counts.
        OngeldigeVraag: it is of another framework, or another version; the error names both. Or the table has faults.
    """
    if not isinstance(voortgang, Voortgang):
        return VanCohort(spreek, lees(raamwerk, voortgang, per), frozenset(n.nummer for n in raamwerk.niveaus))
    eis_zelfde_voortgang(raamwerk, voortgang)
    getoond = frozenset(c.code for c in (*voortgang.aangetoond, *voortgang.eerder, *voortgang.later))
    return VanStudent(spreek, voortgang, getoond, frozenset(u.niveau for u in voortgang.leeruitkomsten))
