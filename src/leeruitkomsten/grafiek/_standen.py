"""What a heatmap shows: the voortgang of one student, or how many students of a cohort have shown each succescriterium."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import attrs

from ..model import Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from ..vragen.voortgang import GEEN_OORDEEL, Voortgang
from ..zelfde import eis_zelfde
from ._stijl import aantal, klasse, percentage
from ._tabellen import Cohortstand, lees


class Beeld(Protocol):
    """What has been shown, of any group of criteria."""

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
        """Return a count as it stands in a cell."""
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

    voortgang: Voortgang
    getoond: frozenset[str]
    niveaus: frozenset[int]

    legenda = "Deel van de succescriteria"

    @property
    def titel(self) -> str:
        niveau = self.voortgang.niveau
        return "Aangetoonde succescriteria" + ("" if niveau is None else f" van niveau {niveau}")

    @property
    def opmerkingen(self) -> Sequence[str]:
        delen = (("eerdere", self.voortgang.eerder), ("latere", self.voortgang.later))
        ook = " en ".join(f"{aantal(len(deel))} van {welke} niveaus" for welke, deel in delen if deel)
        niet = "Grijs: dit niveau is niet meegeteld." if self.voortgang.niveau is not None else ""
        uitleg = "In elk vak: hoeveel van hoeveel succescriteria zijn aangetoond."
        return [uitleg, niet, f"Ook aangetoond: {ook}." if ook else "", GEEN_OORDEEL]

    def tel(self, criteria: Sequence[Succescriterium]) -> tuple[int, int]:
        return sum(c.code in self.getoond for c in criteria), len(criteria)

    def tekst(self, deel: int, geheel: int) -> str:
        return f"{deel}/{geheel}"

    def zin(self, criteria: Sequence[Succescriterium]) -> str:
        deel, geheel = self.tel(criteria)
        return f"{deel} van {aantal(geheel)} aangetoond"

    def per_criterium(self, criteria: Sequence[Succescriterium]) -> str:
        return ", ".join(f"{c.code} {'aangetoond' if c.code in self.getoond else 'nog niet'}" for c in criteria)


@attrs.frozen
class VanCohort:
    """Of a cohort: which share of the students, on average over the criteria."""

    stand: Cohortstand
    niveaus: frozenset[int]

    legenda = "Deel van de studenten"
    titel = "Aangetoonde succescriteria in het cohort"

    @property
    def opmerkingen(self) -> Sequence[str]:
        studenten = aantal(self.stand.studenten, "student", "studenten")
        wat = "In elk vak: welk deel van de studenten een succescriterium heeft aangetoond, gemiddeld over de succescriteria."
        return [f"{wat} Geteld: {studenten}.", GEEN_OORDEEL]

    def tel(self, criteria: Sequence[Succescriterium]) -> tuple[int, int]:
        return sum(self.stand.per_code[c.code] for c in criteria), self.stand.studenten * len(criteria)

    def tekst(self, deel: int, geheel: int) -> str:
        procent = percentage(deel, geheel)
        if procent == 1 and deel * 100 < geheel:
            return "<1%"
        return ">99%" if procent == 99 and deel * 100 > 99 * geheel else f"{procent}%"  # noqa: PLR2004  # short of all

    def zin(self, criteria: Sequence[Succescriterium]) -> str:
        gemiddeld = "gemiddeld " if len(criteria) > 1 else ""
        studenten = aantal(self.stand.studenten, "student", "studenten")
        return f"{aantal(len(criteria))}, {gemiddeld}door {self.tekst(*self.tel(criteria))} van {studenten} aangetoond"

    def per_criterium(self, criteria: Sequence[Succescriterium]) -> str:
        return ", ".join(f"{c.code} {self.stand.per_code[c.code]}" for c in criteria)


def kleurklasse(beeld: Beeld, criteria: Sequence[Succescriterium]) -> str:
    """Return the class of a group of criteria, by the share that has been shown."""
    return klasse(percentage(*beeld.tel(criteria)))


def lees_beeld(raamwerk: Raamwerk, voortgang: Any) -> Beeld:
    """Return what is to be shown.

    Raises:
        VerkeerdType: it is neither a `Voortgang` nor a table of counts.
        OngeldigeVraag: it is of another framework, or another version; the error names both. Or the table has faults.
    """
    if not isinstance(voortgang, Voortgang):
        return VanCohort(lees(raamwerk, voortgang), frozenset(n.nummer for n in raamwerk.niveaus))
    geteld: tuple[Leeruitkomst | Succescriterium, ...] = (
        *voortgang.leeruitkomsten,
        *voortgang.eerder,
        *voortgang.later,
    )
    eis_zelfde(raamwerk, voortgang.kenmerk, "voortgang", geteld)
    getoond = frozenset(c.code for c in voortgang.aangetoond)
    return VanStudent(voortgang, getoond, frozenset(u.niveau for u in voortgang.leeruitkomsten))
