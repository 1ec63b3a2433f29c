"""Periods that follow each other: weeks, months and quarters, or those of a table with the last day of each.

A period ends with its last day, which counts; the next one begins the day after.
"""

from __future__ import annotations

import bisect
import calendar
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Literal, NamedTuple, TypeAlias, cast, get_args

import attrs

from .datums import dag_van, eis_dag
from .fouten import OngeldigeVraag, weiger
from .zinnen import citaat

Periodestap: TypeAlias = Literal["week", "maand", "kwartaal"]
"""Periods of the calendar; a week begins on Monday."""
STAPPEN: tuple[Periodestap, ...] = get_args(Periodestap)
Periodetabel: TypeAlias = Mapping[str, date | str] | Iterable[tuple[str, date | str]]
"""Periods of one's own, in order: the name of each with its last day. A frame of pandas or Polars with two columns is one too."""
MEESTE_PERIODES = 1000
"""More than these is no question about education but a date with a digit too many, such as 0206-11-24."""
TE_VEEL = f"dat zijn meer dan {MEESTE_PERIODES} periodes; klopt een datum niet, of is stap te klein?"
"""What is said of them."""
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
PER_JAAR = {"maand": 12, "kwartaal": 4}
_DAGEN, _PAAR = 7, 2


class Periode(NamedTuple):
    """A period: its name, and the last day that belongs to it."""

    naam: str
    laatste_dag: date


@attrs.frozen
class Indeling:
    """How days are divided over periods.

    Attributes:
        stap: the periods of the calendar that were asked for; `None` where there is a table.
        tabel: the periods of the table, in order; else none.
        tot: the last day that counts, with which the last period ends; `None` for no such day.
    """

    stap: Periodestap | None
    tabel: tuple[Periode, ...]
    tot: date | None

    @classmethod
    def van(cls, stap: object, tot: object = None) -> Indeling:
        """Return the division that is asked for.

        Raises:
            OngeldigeVraag: there are no such periods, those of a table do not follow each other, or `tot` is no day.
        """
        dag = None if tot is None else eis_dag(tot, "tot")
        if isinstance(stap, str):
            if stap not in STAPPEN:
                raise OngeldigeVraag.keuze("stap", stap, STAPPEN)
            return cls(stap, (), dag)
        return cls(None, _tabel(stap), dag)

    def nummer(self, dag: date) -> int:
        """Return the number of the period that a day belongs to: one higher for each next period.

        Days after the last period of a table have the number that would follow.
        """
        if self.stap is None:
            return bisect.bisect_left(self.tabel, dag, key=lambda periode: periode.laatste_dag)
        if self.stap == "week":
            return (dag.toordinal() - 1) // _DAGEN
        per_jaar = PER_JAAR[self.stap]
        return dag.year * per_jaar + (dag.month - 1) * per_jaar // 12

    def periode(self, nummer: int) -> Periode:
        """Return the period with a number; one that `tot` falls in ends there."""
        heel = self._heel(nummer)
        return heel if self.tot is None else heel._replace(laatste_dag=min(self.tot, heel.laatste_dag))

    def _heel(self, nummer: int) -> Periode:
        if self.stap is None:
            return self.tabel[nummer]
        if self.stap == "week":
            zondag = date.fromordinal(min((nummer + 1) * _DAGEN, date.max.toordinal()))
            jaar, week, _ = zondag.isocalendar()
            return Periode(f"week {week} van {jaar}", zondag)
        jaar, deel = divmod(nummer, PER_JAAR[self.stap])
        maand = (deel + 1) * 12 // PER_JAAR[self.stap]
        naam = f"{_MAANDEN[maand - 1]} {jaar}" if self.stap == "maand" else f"kwartaal {deel + 1} van {jaar}"
        return Periode(naam, date(jaar, maand, calendar.monthrange(jaar, maand)[1]))

    def reeks(self, eerste: int | None, laatste: int | None) -> range:
        """Return the numbers of the periods from the first to the last in which there is evidence: those without any too.

        Those of a table are all there, up to `tot`; others run on to the one that `tot` falls in. Where no evidence counts there
        are none.

        Raises:
            OngeldigeVraag: they are more than `MEESTE_PERIODES`.
        """
        if self.stap is None:
            return range(self.hoogste() + 1)
        if eerste is None or laatste is None:
            return range(0)
        nummers = range(eerste, (laatste if self.tot is None else self.nummer(self.tot)) + 1)
        if len(nummers) > MEESTE_PERIODES:
            van, naar = (self.periode(nummer).naam for nummer in (nummers[0], nummers[-1]))
            reden = f"het bewijs loopt van {van} tot en met {naar}: {TE_VEEL}"
            raise OngeldigeVraag("past_niet", reden, {"eerste": van, "laatste": naar, "periodes": len(nummers)})
        return nummers

    def hoogste(self) -> int:
        """Return the number of the last period of the table that is asked for: the one that `tot` falls in, or the last."""
        alle = len(self.tabel) - 1
        return alle if self.tot is None else min(self.nummer(self.tot), alle)

    @property
    def einde(self) -> date | None:
        """The last day of which evidence has a period; `None` where every day has one."""
        laatste = self.tabel[-1].laatste_dag if self.tabel else None
        return min((dag for dag in (self.tot, laatste) if dag), default=None)


def _tabel(gegeven: object) -> tuple[Periode, ...]:
    """Return the periods of a table, which follow each other."""
    fouten: list[OngeldigeVraag] = []
    periodes: list[Periode] = []
    for nummer, paar in enumerate(_paren(gegeven), 1):
        delen: tuple[Any, ...] = tuple(cast("Iterable[Any]", paar)) if isinstance(paar, tuple | list) else ()
        naam, dag = delen if len(delen) == _PAAR else (None, None)
        laatste_dag = dag_van(dag)
        if not isinstance(naam, str) or not naam.strip() or laatste_dag is None:
            hoort = "hier hoort een naam met een laatste dag (jjjj-mm-dd)"
            reden = f"periode {nummer}: {hoort}, er staat {citaat(naam)} met {citaat(dag)}"
            gegevens = {"periode": nummer, "naam": naam, "laatste_dag": dag}
            fouten.append(OngeldigeVraag("ongeldige_regel", reden, gegevens))
        else:
            periodes.append(Periode(naam, laatste_dag))
    weiger(fouten)
    weiger(_niet_op_volgorde(periodes))
    if not 0 < len(periodes) <= MEESTE_PERIODES:
        reden = f"een tabel van periodes heeft er 1 tot en met {MEESTE_PERIODES}, deze heeft er {len(periodes)}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"periodes": len(periodes)})
    return tuple(periodes)


def _niet_op_volgorde(periodes: list[Periode]) -> Iterator[OngeldigeVraag]:
    namen: set[str] = set()
    for naam, _ in periodes:
        if naam in namen:
            yield OngeldigeVraag("ongeldige_regel", f"er zijn twee periodes met de naam {citaat(naam)}", {"naam": naam})
        namen.add(naam)
    for vorige, volgende in pairwise(periodes):
        if volgende.laatste_dag <= vorige.laatste_dag:
            reden = (
                f"{citaat(volgende.naam)} eindigt op {volgende.laatste_dag}, niet na {citaat(vorige.naam)} ({vorige.laatste_dag}); "
                "geef de periodes op volgorde"
            )
            yield OngeldigeVraag(
                "ongeldige_regel", reden, {"naam": volgende.naam, "laatste_dag": str(volgende.laatste_dag)}
            )


def _paren(gegeven: Any) -> Iterable[object]:
    if hasattr(gegeven, "itertuples"):
        return cast("Iterable[object]", gegeven.itertuples(index=False, name=None))
    if hasattr(gegeven, "iter_rows"):
        return cast("Iterable[object]", gegeven.iter_rows())
    if isinstance(gegeven, Mapping):
        return cast("Mapping[object, object]", gegeven).items()
    if isinstance(gegeven, Iterable) and not isinstance(gegeven, bytes):
        return cast("Iterable[object]", gegeven)
    raise OngeldigeVraag.keuze("stap", gegeven, (*STAPPEN, "een tabel van namen met hun laatste dag"))
