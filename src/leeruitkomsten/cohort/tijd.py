"""When evidence is of: in which column its day stands, how, and over which periods the days are divided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, TypeAlias

import attrs

from ..datums import DATUMVORMEN, Datumvorm, dag_van, eis_dag
from ..fouten import OngeldigeVraag
from ..periodes import Indeling, Periode
from ..vragen.moduletabel import ontbreekt
from .plan import FOUTE_DAG, GEEN_DAG, LATER, is_code

Dagsoort: TypeAlias = Literal["tekst", "dag"]
"""What cells may hold that say when evidence is of: text, or a date, with or without a time."""


@attrs.frozen
class Tijd:
    """The part of a question that is about time.

    Attributes:
        kolom: name of the column with the days.
        vorm: how text says them.
        indeling: the periods; of a count by the end of one day that one period.
        per_periode: whether masks are kept for each period.
    """

    kolom: str
    vorm: Datumvorm
    indeling: Indeling
    per_periode: bool

    @classmethod
    def tot_en_met(cls, kolom: str, vorm: Datumvorm, tot: Any) -> Tijd:
        """Return what a count by the end of one day asks; of `None` every day counts.

        Raises:
            OngeldigeVraag: it is no day, or days are not written so.
        """
        dag = None if tot is None else eis_dag(tot, "tot")
        return cls(kolom, eis_vorm(vorm), Indeling(None, (Periode("", dag or date.max),), dag), per_periode=False)

    @classmethod
    def per_stap(cls, kolom: str, vorm: Datumvorm, stap: Any, tot: Any) -> Tijd:
        """Return what a count by the end of each period asks.

        Raises:
            OngeldigeVraag: there are no such periods, `tot` is no day, or days are not written so.
        """
        return cls(kolom, eis_vorm(vorm), Indeling.van(stap, tot), per_periode=True)

    def moment(self, cel: object) -> tuple[int, int]:
        """Return the number of the period that a cell is of, and the bit that says why it is of none; 0 where it is of one."""
        if ontbreekt(cel) or (isinstance(cel, str) and not is_code(cel)):
            return -1, GEEN_DAG
        dag = dag_van(cel, self.vorm)
        if dag is None:
            return -1, FOUTE_DAG
        einde = self.indeling.einde
        return (-1, LATER) if einde is not None and dag > einde else (self.indeling.nummer(dag), 0)

    @property
    def weigert_later(self) -> bool:
        """Whether evidence of after the last period is refused: nobody said that it should not count."""
        return self.indeling.tot is None


def eis_vorm(vorm: Datumvorm) -> Datumvorm:
    """Return a form of dates, or raise `OngeldigeVraag` where it is none."""
    if vorm not in DATUMVORMEN:
        raise OngeldigeVraag.keuze("datumvorm", vorm, DATUMVORMEN)
    return vorm


def grenzen(indeling: Indeling) -> Iterator[tuple[int, date]]:
    """Yield the number of each period of a table that is asked for, with its last day."""
    yield from ((nummer, indeling.periode(nummer).laatste_dag) for nummer in range(indeling.hoogste() + 1))
