"""Who counts in a table of evidence, and until when: the options that every count of a table has, and what they ask for."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from ..cohort.vraag import Omgang
from ..datums import DATUMVORMEN
from ..zinnen import citaat
from .bewijs import lees_bewijs
from .nederlands import gegeven, vraagfout

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..datums import Datumvorm

VAN_TABEL = ("per", "criterium", "blad", "onbekend", "studenten", "groep", "datum", "datumvorm")
"""The options that only a table has."""


class Wie(NamedTuple):
    """What a command is told about whom it counts: names of columns, files, and days.

    Attributes:
        per, criterium, datum: the columns with the student, the code and the day.
        datumvorm: how text says a day.
        onbekend: what is done with lines that cannot be counted.
        studenten: the file with who counts; `None` for those who have evidence.
        groep: the column with the group of each; `None` for no groups.
        momenten: the last days that count; more than one where a command shows them beside each other.
        blad: the sheet of a workbook.
    """

    per: str
    criterium: str
    datum: str
    datumvorm: Datumvorm
    onbekend: Omgang
    studenten: str | None
    groep: str | None
    momenten: tuple[str, ...]
    blad: str | None

    @property
    def tot(self) -> str | None:
        """The last day that counts; `None` where every day does."""
        if len(self.momenten) > 1:
            raise vraagfout("geef --tot één keer")
        return self.momenten[0] if self.momenten else None

    @property
    def laat_weg(self) -> bool:
        """Whether lines may be left out of the count, so that it must be said which."""
        return self.onbekend == "apart" or bool(self.momenten)

    @property
    def _groepen(self) -> tuple[str, ...]:
        return () if self.groep is None else (self.groep,)

    def lees(self, bestand: str, *, met_dag: bool) -> tuple[Any, tuple[str, ...]]:
        """Return the columns of a table of evidence that are asked for, and what was passed over or filled in."""
        groepen = () if self.studenten is not None else self._groepen
        dagen = (self.datum,) if met_dag else ()
        return lees_bewijs(bestand, self.per, *groepen, self.criterium, *dagen, blad=self.blad, datums=dagen)

    def lijst(self) -> Any:
        """Return the list of who counts, with their groups; `None` where there is none."""
        return None if self.studenten is None else lees_bewijs(self.studenten, self.per, *self._groepen)[0]

    def vraag(self, *, tot: str | None = None, met_dag: bool) -> dict[str, Any]:
        """Return what a count of `cohort` is asked; `met_dag` where days matter."""
        tijd = {"datum": self.datum, "datumvorm": self.datumvorm, "tot": tot} if met_dag else {}
        kolommen = {"per": self.per, "criterium": self.criterium, "groep": self._groepen}
        return {**kolommen, "onbekend": self.onbekend, **tijd}


PER = click.option(
    "--per", metavar="KOLOM", default="student", help="Hoe de kolom met de student heet (anders: student)."
)
CRITERIUM = click.option(
    "--criterium", metavar="KOLOM", default="criterium", help="Hoe de kolom met codes heet (anders: criterium)."
)
BLAD = click.option("--blad", metavar="BLAD", help="Lees alleen dit blad van een Excel-bestand.")
NIVEAU = click.option(
    "--niveau", metavar="NIVEAU", help="Tel alleen dit niveau: een getal, een code als EvL2, of de naam ervan."
)


def omgang(ctx: click.Context, _: click.Parameter, waarde: str) -> str:
    """Return the value of `--onbekend`; used as its callback."""
    if waarde not in get_args(Omgang):
        raise click.UsageError(f"--onbekend {citaat(waarde)} kan niet; kies uit: {', '.join(get_args(Omgang))}", ctx)
    return waarde


_OPTIES = (
    PER,
    click.option(
        "--studenten", metavar="LIJST", help="Een tabel met wie er meetelt, ook zonder bewijs (een regel per student)."
    ),
    click.option(
        "--groep", metavar="KOLOM",
        help="Tel per groep: de mediaan en de kwartielen, nooit wie; de kolom staat in LIJST, of anders in BESTAND.",
    ),
    click.option(
        "--onbekend", metavar="KEUZE", default="fout", callback=omgang,
        help="Regels zonder code of dag, of met een die niet bestaat, of van wie niet op de lijst staat: fout (zo is het zonder "
        "deze optie) of apart (niet meetellen).",
    ),
    click.option("--tot", "momenten", metavar="DATUM", multiple=True, help="De laatste dag die meetelt, zoals 2026-11-24."),
    click.option("--datum", metavar="KOLOM", default="datum", help="Hoe de kolom met de dag heet (anders: datum)."),
    click.option(
        "--datumvorm", metavar="VORM", default=DATUMVORMEN[0], help=f"Hoe tekst een dag noemt: {' of '.join(DATUMVORMEN)}."
    ),
)  # fmt: skip


def met_wie(opdracht: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say who counts, as its argument `wie`; `--criterium` and `--blad` it has already."""

    @functools.wraps(opdracht)
    def met_opties(**opties: Any) -> int:
        wie = Wie(**{naam: opties.pop(naam) for naam in Wie._fields})
        return opdracht(wie=wie, **opties)

    for optie in reversed(_OPTIES):
        optie(met_opties)
    return met_opties


def geen_tabel(bestand: str, *opties: str) -> None:
    """Refuse options that only a table has: one that does nothing would hide a mistake."""
    if erbij := gegeven(*opties):
        raise vraagfout(f"{citaat(bestand)} is geen tabel; laat {', '.join(erbij)} weg")
