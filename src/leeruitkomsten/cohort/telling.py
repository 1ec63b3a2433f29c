"""Evidence that has been counted, and what it answers."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from ..identiteit import Kenmerk
from ..model import Leeruitkomst
from ..record import Reeks
from .motoren import Motor
from .plan import Geteld, SoortEenheid
from .weggelaten import Weggelaten, noemer

T = TypeVar("T")


@attrs.frozen(repr=False, eq=False)
class Telling(Generic[T]):
    """Evidence that has been counted: every answer comes from the one pass that `tel` made.

    >>> from leeruitkomsten import cohort
    >>> cohort.tel([{"student": 12, "criterium": "WP1.1a"}], per="student")
    <Telling per student, werkplekleren 1.0>
    >>> print(cohort.tel([{"student": 12, "criterium": ""}], per="student", onbekend="apart").weggelaten)
    1 van 1 regel telt niet mee: 1 zonder code
    """

    _motor: Motor
    _geteld: Geteld

    def voortgang(self, *, eenheid: SoortEenheid = "leeruitkomst", breed: bool = False, nullen: bool = False) -> T:
        """Return what `cohort.voortgang` returns, for these keywords; raises `OngeldigeVraag` as that does."""
        return self._motor.voortgang(self._geteld.maskers, eenheid, breed=breed, nullen=nullen)

    def per_criterium(self) -> T:
        """Return what `cohort.per_criterium` returns."""
        return self._motor.per_criterium(self._geteld.maskers)

    def minst_aangetoond(self, *, evl: str | int | None = None, aantal: int = 10) -> T:
        """Return what `cohort.minst_aangetoond` returns, for these keywords; raises as that does."""
        return self._motor.minst_aangetoond(self._geteld.maskers, evl, aantal)

    def spreiding(self, *, eenheid: SoortEenheid = "leeruitkomst") -> T:
        """Return what `cohort.spreiding` returns, for this keyword; raises `OngeldigeVraag` as that does."""
        return self._motor.spreiding(self._geteld.maskers, eenheid)

    def bijna_rond(self, *, evl: str | int | None = None, hoogstens: int = 2) -> T:
        """Return what `cohort.bijna_rond` returns, for these keywords; raises as that does."""
        return self._motor.bijna_rond(self._geteld.maskers, evl, hoogstens)

    @property
    def kenmerk(self) -> Kenmerk:
        """Which framework was counted with, and exactly which contents it had."""
        return self._motor.vraag.kader.kenmerk

    @property
    def per(self) -> tuple[str, ...]:
        """The columns that say who was counted."""
        return self._motor.vraag.per

    @property
    def totaal(self) -> int:
        """How many students count; those on the list, and without one those in the evidence."""
        return self._geteld.totaal

    @property
    def zonder_bewijs(self) -> int:
        """How many of them have no evidence that counts. Who has none at all is known where there was a list of students."""
        return self._geteld.zonder

    @property
    def met_lijst(self) -> bool:
        """Whether there was a list of students (`studenten`)."""
        return self._motor.vraag.rooster is not None

    @property
    def noemer(self) -> str:
        """What every share of this count is a share of, in Dutch."""
        return noemer(self.totaal, self.zonder_bewijs, met_lijst=self.met_lijst)

    @property
    def opmerkingen(self) -> tuple[str, ...]:
        """What was passed over or filled in while a file was read (sheets, titles, merged cells), in Dutch; nothing of a frame."""
        return self._motor.opmerkingen

    @property
    def weggelaten(self) -> Weggelaten:
        """What was left out of the count and why (with `onbekend="apart"` or `tot`), of the very lines that were counted."""
        return Weggelaten.van(self.kenmerk, self._geteld)

    @property
    def leeruitkomsten(self) -> Reeks[Leeruitkomst]:
        """The leeruitkomsten that were counted, all those of the framework in source order."""
        return self._motor.vraag.kader.leeruitkomsten

    def __repr__(self) -> str:
        kenmerk = self.kenmerk
        return f"<Telling per {', '.join(self._motor.vraag.per)}, {kenmerk.sleutel} {kenmerk.versie}>"
