"""What a portfolio holds, as sheets ask for it: the evidence and notes of each code, in words. Nothing is added up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import attrs

from ..bewijs import Portfolio
from ..fouten import OngeldigeVraag, eis_type
from ..plat import Codesoort, Notitiesoort
from ._stand import Getoond, getoond
from ._woorden import dag

if TYPE_CHECKING:
    from ..raamwerk import Raamwerk
    from ..schermtaal import Spreek

__all__ = ["DEELSOORTEN", "NOTITIECODES", "NOTITIESOORTEN", "Dossier", "Stuk", "van_student"]

NOTITIESOORTEN: tuple[Notitiesoort, ...] = get_args(Notitiesoort)
NOTITIECODES: tuple[Codesoort, ...] = ("succescriterium", "leeruitkomst", "evl")
"""Of what notes may be."""

Deelsoort: TypeAlias = Literal["dag", "soort", "rol", "waar"]
DEELSOORTEN: tuple[Deelsoort, ...] = get_args(Deelsoort)
"""What may stand below a piece on a sheet, in this order."""


class Stuk(NamedTuple):
    """A piece of evidence or a note on a sheet: what it is called or says, and below it when, of what kind, by whom and where.

    `nummer` is its place in the list of the portfolio, from 1; `delen` are what stands below, each with what it is.
    """

    tekst: str
    nummer: int
    dag: str
    delen: tuple[tuple[Deelsoort, str], ...]

    @property
    def bij(self) -> str:
        """What stands below, on one line."""
        return ", ".join(deel for _, deel in self.delen)


@attrs.frozen
class Dossier:
    """What a portfolio holds, as sheets ask for it.

    Attributes:
        student: whose it is.
        datum: the day on which it was like this, in words; empty where the portfolio does not say.
        dag: the same day, ISO 8601.
        per_code: what there is, in the order of the file, by code and soort: `bewijs` or that of a note.
    """

    student: str
    datum: str
    dag: str
    per_code: Mapping[tuple[str, str], tuple[Stuk, ...]]

    def bewijs(self, code: str) -> tuple[Stuk, ...]:
        """Return the evidence for a criterium."""
        return self.per_code.get((code, "bewijs"), ())

    def notities(self, code: str, soort: Notitiesoort) -> tuple[Stuk, ...]:
        """Return what was said about a criterium, a leeruitkomst or an EvL."""
        return self.per_code.get((code, soort), ())

    def heeft_notities(self, code: str) -> bool:
        """Say whether anything was said about a code."""
        return any((code, soort) in self.per_code for soort in NOTITIESOORTEN)

    @property
    def wie(self) -> str:
        """The student and the day, on one line."""
        return ", ".join(filter(None, (self.student, self.datum)))


def van_student(
    raamwerk: Raamwerk, voortgang: object, portfolio: Portfolio | None, spreek: Spreek
) -> tuple[Getoond | None, Dossier | None]:
    """Return what a student has shown and, of a portfolio, what it holds: `None` and `None` where neither was given.

    Raises:
        VerkeerdType: `voortgang` is no `Voortgang`, or `portfolio` no `Portfolio`.
        OngeldigeVraag: they are both given, or what is given is of another framework or version.
        OnbekendeCode: the portfolio has a code that the framework does not have.
    """
    if portfolio is None:
        return getoond(raamwerk, voortgang, spreek), None
    if voortgang is not None:
        reden = "geef voortgang= of portfolio=, niet beide: een portfolio zegt zelf wat er is aangetoond"
        raise OngeldigeVraag("opties_samen", reden, {"voortgang": voortgang, "portfolio": portfolio})
    eis_type(portfolio, Portfolio, "een Portfolio", "portfolio")
    return getoond(raamwerk, raamwerk.voortgang(portfolio), spreek), _dossier(raamwerk, portfolio, spreek)


def _dossier(raamwerk: Raamwerk, portfolio: Portfolio, spreek: Spreek) -> Dossier:
    soorten = "succescriterium, leeruitkomst of evl"
    bekend = {code for soort in NOTITIECODES for code in raamwerk.register.bekend(soort)}
    if vreemd := [notitie.code for notitie in portfolio.notities if notitie.code not in bekend]:
        raise raamwerk.register.onbekend(soorten, *vreemd)
    per_code: dict[tuple[str, str], list[Stuk]] = {}
    for nummer, bewijs in enumerate(portfolio.bewijs, 1):
        delen = _delen(dag(spreek, bewijs.datum), bewijs.soort, bewijs.rol, bewijs.verwijzing)
        stuk = Stuk(bewijs.titel, nummer, bewijs.datum, delen)
        per_code.setdefault((bewijs.criterium, "bewijs"), []).append(stuk)
    for nummer, notitie in enumerate(portfolio.notities, 1):
        delen = _delen(dag(spreek, notitie.datum), None, notitie.rol, None)
        stuk = Stuk(notitie.tekst, nummer, notitie.datum, delen)
        per_code.setdefault((notitie.code, notitie.soort), []).append(stuk)
    datum = dag(spreek, portfolio.datum) if portfolio.datum else ""
    vast = {plaats: tuple(stukken) for plaats, stukken in per_code.items()}
    return Dossier(portfolio.student, datum, portfolio.datum or "", vast)


def _delen(*delen: str | None) -> tuple[tuple[Deelsoort, str], ...]:
    return tuple((soort, deel) for soort, deel in zip(DEELSOORTEN, delen, strict=True) if deel)
