"""What is asked of a table of evidence: which columns, of which framework, and what to do with codes it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, get_args

import attrs

from ..fouten import OngeldigeVraag, VerkeerdType, eis_kolommen, weiger
from ..raamwerk import Raamwerk
from ..verpakt import laad
from ..zelfde import eis_raamwerk
from ..zinnen import citaat
from .plan import Plan

SoortEenheid: TypeAlias = Literal["leeruitkomst", "evl", "succescriterium"]
"""What is counted together."""
EENHEDEN: tuple[SoortEenheid, ...] = get_args(SoortEenheid)
Omgang: TypeAlias = Literal["fout", "apart"]
"""What is done with codes that the framework does not have; `apart` does the same with empty cells."""
Celsoort: TypeAlias = Literal["tekst", "getal", "kommagetal"]
"""What cells may hold that are keys or codes, or look like them; whole numbers are of at most 64 bits."""
_SLEUTEL = "Een sleutel is tekst of een geheel getal van hoogstens 64 bits."
_KOMMAGETAL = (
    f"{_SLEUTEL} In een kommagetal gaan cijfers verloren (9007199254740993 wordt …992). Een kolom met nummers wordt in pandas "
    "kommagetallen zodra er een lege cel in staat; lees die kolom in als tekst of als Int64."
)


@attrs.frozen
class Vraag:
    """The question, checked as far as it can be without the table.

    Attributes:
        kader: the framework.
        plan: its bits.
        per: name of the column with the keys (students).
        criterium: name of the column with the codes.
        apart: whether empty cells and codes that the framework does not have are set apart; else they are refused.
    """

    kader: Raamwerk
    plan: Plan
    per: str
    criterium: str
    apart: bool

    @classmethod
    def van(cls, per: str, criterium: str, onbekend: Omgang, raamwerk: Raamwerk | None) -> Vraag:
        """Return the question.

        Raises:
            VerkeerdType: `raamwerk` is no framework.
            OngeldigeVraag: everything else that is wrong with it.
        """
        kader = laad() if raamwerk is None else eis_raamwerk(raamwerk)
        fouten = list(geen_van(onbekend, Omgang, "onbekend"))
        if per == criterium:
            reden = f"per en criterium zijn twee verschillende kolommen, niet allebei {citaat(per)}"
            fouten.append(OngeldigeVraag("opties_samen", reden, {"per": per, "criterium": criterium}))
        if not kader.succescriteria:
            fouten.append(
                OngeldigeVraag("niets_te_tellen", f"{kader} heeft geen succescriteria: er is niets te tellen")
            )
        weiger(fouten)
        return cls(kader, Plan.van(kader), per, criterium, onbekend == "apart")

    def in_tabel(self, kolommen: Sequence[object]) -> None:
        """Raise `GeenKolom` where the table has no such column, or more than one; the error names both columns if need be."""
        eis_kolommen((self.per, self.criterium), kolommen)

    def typen(self, sleutel: tuple[Celsoort | None, object], code: tuple[Celsoort | None, object]) -> None:
        """Raise `VerkeerdType` unless keys are `tekst` or `getal`, and codes `tekst`.

        Each is given as what it is (`None` for anything else) and how the engine calls that.
        """
        fouten: list[str] = []
        if sleutel[0] not in ("tekst", "getal"):
            reden = _KOMMAGETAL if sleutel[0] == "kommagetal" else _SLEUTEL
            fouten.append(f"de kolom {citaat(self.per)} heeft het type {sleutel[1]}. {reden}")
        if code[0] != "tekst":
            fouten.append(f"de kolom {citaat(self.criterium)} heeft het type {code[1]}; codes zijn tekst")
        if fouten:
            raise VerkeerdType("\n".join(fouten), {self.per: sleutel[1], self.criterium: code[1]})

    def uitkomst(self, *, eenheid: SoortEenheid, breed: bool) -> tuple[str, ...]:
        """Return the column names of an answer, or raise `OngeldigeVraag` where the key would have the name of another."""
        weiger(geen_van(eenheid, SoortEenheid, "eenheid"))
        codes = tuple(deel.code for deel in self.plan.eenheden[eenheid])
        return _zonder_naamgenoot(self.per, *(codes if breed else (eenheid, "aangetoond", "totaal")))

    def onbekende(self) -> tuple[str, ...]:
        """Return the column names of a table of unknown codes, or raise `OngeldigeVraag` where both would have one name."""
        return _zonder_naamgenoot(self.criterium, "regels")


def _zonder_naamgenoot(kolom: str, *andere: str) -> tuple[str, ...]:
    if kolom in andere:
        reden = f"geef de kolom {citaat(kolom)} een andere naam: het antwoord heeft er ook een die zo heet"
        raise OngeldigeVraag("naam_bezet", reden, {"kolom": kolom})
    return (kolom, *andere)


def geen_van(gegeven: object, soort: object, naam: str) -> Iterator[OngeldigeVraag]:
    """Yield that `gegeven` is none of the values that a keyword takes, if so; `soort` is the `Literal` that has them."""
    mogelijk = get_args(soort)
    if gegeven not in mogelijk:
        yield OngeldigeVraag.keuze(naam, gegeven, mogelijk)
