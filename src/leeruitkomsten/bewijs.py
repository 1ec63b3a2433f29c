"""The evidence of one student, and what people said of it: the records of a portfolio, however it came here."""

from __future__ import annotations

from typing import Annotated

import attrs

from .identiteit import Kenmerk
from .plat import BewijsDict, BewijsRegel, NotitieDict, Notitiesoort, PortfolioDict
from .record import Bouwsteen, Criteriumcode, Datum, Reeks, Regel, Tekst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Tabel


@attrs.frozen(repr=False, eq=False)
class Bewijs(Bouwsteen, Regel):
    """One piece of evidence.

    Attributes:
        criterium: code of the succescriterium that it shows.
        titel: what it is called.
        datum: the day of the evidence, ISO 8601.
        verwijzing: where it is to be found, such as an address; `None` where that is not said.
        rol: who brought it or confirms it, in one's own words: student, begeleider, examinator; `None` where that is not said.
        soort: what kind of evidence it is, in one's own words: lesplan, video, feedback; `None` where that is not said.
    """

    criterium: Criteriumcode
    titel: Tekst
    datum: Datum
    verwijzing: Tekst | None = None
    rol: Tekst | None = None
    soort: Tekst | None = None

    ONGELDIG = "OngeldigPortfolio"
    KOP = ("Criterium", "Titel", "Datum", "Verwijzing", "Rol", "Soort")

    if TYPE_CHECKING:

        def als_dict(self) -> BewijsDict: ...
        def records(self) -> list[BewijsDict]: ...

    def __str__(self) -> str:
        return f"{self.criterium} {self.titel} ({self.datum})"

    def _regel(self) -> tuple[Cel, ...]:
        anders = (self.verwijzing or "", self.rol or "", self.soort or "")
        return (((("code", self.criterium),),), self.titel, self.datum, *anders)


@attrs.frozen(repr=False, eq=False)
class Notitie(Bouwsteen, Regel):
    """What was said or agreed about a succescriterium, a leeruitkomst or an EvL. It is a text of people, and no verdict.

    Attributes:
        code: of a succescriterium, a leeruitkomst or an EvL.
        soort: `feedback`, `feedforward` or `afspraak`.
        tekst: what was said; it may have several lines.
        datum: the day, ISO 8601.
        rol: who says it, in one's own words; `None` where that is not said.
    """

    code: Tekst
    soort: Annotated[Notitiesoort, "notitiesoort"]
    tekst: Annotated[str, "tekst van meer regels"]
    datum: Datum
    rol: Tekst | None = None

    ONGELDIG = "OngeldigPortfolio"
    KOP = ("Code", "Soort", "Tekst", "Datum", "Rol")

    if TYPE_CHECKING:

        def als_dict(self) -> NotitieDict: ...
        def records(self) -> list[NotitieDict]: ...

    def __str__(self) -> str:
        return f"{self.code} {self.soort} ({self.datum}): {' '.join(self.tekst.split())}"

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.soort, self.tekst, self.datum, self.rol or "")


@attrs.frozen(repr=False, eq=False)
class Portfolio(Bouwsteen, Regel):
    """The evidence of one student, and what was said about it.

    Attributes:
        kenmerk: of the framework that the codes are of.
        student: whose evidence it is, in the words of the portfolio software.
        bewijs: tuple of `Bewijs`, in the order of the file; a criterium may have several.
        notities: tuple of `Notitie`, in the order of the file.
        datum: the day on which it was like this, ISO 8601; `None` where that is not said.
    """

    kenmerk: Kenmerk
    student: Tekst
    bewijs: Reeks[Bewijs]
    notities: Reeks[Notitie] = Reeks()
    datum: Datum | None = None

    ONGELDIG = "OngeldigPortfolio"
    KOP = ("Student", "Datum", "Bewijs", "Succescriteria", "Notities", "Raamwerk")

    if TYPE_CHECKING:

        def als_dict(self) -> PortfolioDict: ...

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the criteria for which there is evidence, each once, in the order of the file."""
        return tuple(dict.fromkeys(bewijs.criterium for bewijs in self.bewijs))

    def _regel(self) -> tuple[Cel, ...]:
        aantallen = (str(len(self.bewijs)), str(len(self.codes)), str(len(self.notities)))
        return (self.student, self.datum or "", *aantallen, str(self.kenmerk))

    def records(self) -> list[BewijsRegel]:
        """Return one flat dict per piece of evidence, for a data frame or `cohort`; notes have `.notities.records()`.

        Keys: student, criterium, titel, datum, verwijzing, rol, soort.
        """
        return [{"student": self.student, **bewijs.als_dict()} for bewijs in self.bewijs]

    def __str__(self) -> str:
        notities = f", {len(self.notities)} × notitie" if self.notities else ""
        return f"{self.student}: {len(self.bewijs)} × bewijs voor {len(self.codes)} succescriteria{notities}"

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        return Tabel(str(self), Bewijs.KOP, tuple(bewijs._regel() for bewijs in self.bewijs), str(self.kenmerk))
