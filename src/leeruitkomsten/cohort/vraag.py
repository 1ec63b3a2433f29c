"""What is asked of a table of evidence: which columns, of which framework, and what to do with codes it does not have."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Literal, TypeAlias, get_args

import attrs

from ..fouten import citaat
from ..raamwerk import Raamwerk
from ..verpakt import laad
from .plan import Plan

SoortEenheid: TypeAlias = Literal["leeruitkomst", "evl", "succescriterium"]
"""What is counted together."""
EENHEDEN: tuple[SoortEenheid, ...] = get_args(SoortEenheid)
Omgang: TypeAlias = Literal["fout", "apart"]
"""What is done with codes that the framework does not have."""
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
        apart: whether codes that the framework does not have are set apart; else they are refused.
    """

    kader: Raamwerk
    plan: Plan
    per: str
    criterium: str
    apart: bool

    @classmethod
    def van(cls, per: str, criterium: str, onbekend: Omgang, raamwerk: Raamwerk | None) -> Vraag:
        """Return the question, or raise `ValueError`."""
        een_van(onbekend, Omgang, "onbekend")
        if per == criterium:
            raise ValueError(f"per en criterium zijn twee verschillende kolommen, niet allebei {citaat(per)}")
        kader = laad() if raamwerk is None else raamwerk
        if not kader.succescriteria:
            raise ValueError(f"{kader} heeft geen succescriteria: er is niets te tellen")
        return cls(kader, Plan.van(kader), per, criterium, onbekend == "apart")

    def in_tabel(self, kolommen: Sequence[object]) -> None:
        """Raise `ValueError` where the table has no such column, or more than one; the error names both columns if need be."""
        fouten: list[str] = []
        for naam in (self.per, self.criterium):
            if naam not in kolommen:
                nabij = get_close_matches(naam, [kolom for kolom in kolommen if isinstance(kolom, str)], 1)
                bedoeld = f"; bedoelde je {citaat(nabij[0])}?" if nabij else "."
                fouten.append(f"de tabel heeft geen kolom {citaat(naam)}{bedoeld}")
            elif kolommen.count(naam) > 1:
                fouten.append(f"de tabel heeft meer dan één kolom {citaat(naam)}.")
        if fouten:
            raise ValueError(f"{' '.join(fouten)} De kolommen zijn: {', '.join(map(citaat, kolommen))}.")

    def typen(self, sleutel: tuple[Celsoort | None, object], code: tuple[Celsoort | None, object]) -> None:
        """Raise `TypeError` unless keys are `tekst` or `getal`, and codes `tekst`.

        Each is given as what it is (`None` for anything else) and how the engine calls that.
        """
        fouten: list[str] = []
        if sleutel[0] not in ("tekst", "getal"):
            reden = _KOMMAGETAL if sleutel[0] == "kommagetal" else _SLEUTEL
            fouten.append(f"de kolom {citaat(self.per)} heeft het type {sleutel[1]}. {reden}")
        if code[0] != "tekst":
            fouten.append(f"de kolom {citaat(self.criterium)} heeft het type {code[1]}; codes zijn tekst")
        if fouten:
            raise TypeError("\n".join(fouten))

    def uitkomst(self, *, eenheid: SoortEenheid, breed: bool) -> tuple[str, ...]:
        """Return the column names of an answer, or raise `ValueError` where the key would have the name of another."""
        een_van(eenheid, SoortEenheid, "eenheid")
        codes = tuple(deel.code for deel in self.plan.eenheden[eenheid])
        return _zonder_naamgenoot(self.per, *(codes if breed else (eenheid, "aangetoond", "totaal")))

    def onbekende(self) -> tuple[str, ...]:
        """Return the column names of a table of unknown codes, or raise `ValueError` where both would have one name."""
        return _zonder_naamgenoot(self.criterium, "regels")


def _zonder_naamgenoot(kolom: str, *andere: str) -> tuple[str, ...]:
    if kolom in andere:
        raise ValueError(f"geef de kolom {citaat(kolom)} een andere naam: het antwoord heeft er ook een die zo heet")
    return (kolom, *andere)


def een_van(gegeven: object, soort: object, naam: str) -> None:
    """Raise `ValueError` unless `gegeven` is one of the values that a keyword takes; `soort` is the `Literal` that has them."""
    mogelijk = get_args(soort)
    if gegeven not in mogelijk:
        raise ValueError(f"{naam}={citaat(gegeven)} kan niet; kies uit: {', '.join(map(repr, mogelijk))}")
