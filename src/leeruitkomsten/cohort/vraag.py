"""What is asked of a table of evidence: which columns, of which framework, and what to do with codes it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

import attrs

from ..codes import is_getal
from ..fouten import OngeldigeVraag, VerkeerdType, eis_kolommen, weiger
from ..periodes import Indeling
from ..raamwerk import Raamwerk
from ..verpakt import laad
from ..zelfde import eis_raamwerk
from ..zinnen import citaat
from .plan import FOUTE_DAG, GEEN_DAG, LATER, LEEG, ONBEKEND, Eenheid, Plan, SoortEenheid
from .rooster import Celsoort, Rooster
from .tijd import Dagsoort, Tijd

Omgang: TypeAlias = Literal["fout", "apart"]
"""What is done with what is not known: codes that the framework does not have, empty cells in their place, students who are not
on the list."""
Kolommen: TypeAlias = str | Sequence[str]
"""The name of a column, or the names of several."""
_SLEUTEL = "Een sleutel is tekst of een geheel getal van hoogstens 64 bits."
_KOMMAGETAL = (
    f"{_SLEUTEL} In een kommagetal gaan cijfers verloren (9007199254740993 wordt …992). Een kolom met nummers wordt in pandas "
    "kommagetallen zodra er een lege cel in staat; lees die kolom in als tekst of als Int64."
)
_BITS = {"tinyint": "int8", "smallint": "int16", "integer": "int32", "int": "int32", "bigint": "int64"}


class Kolomtype(NamedTuple):
    """Of what type the column of a table is: `None` for anything that cannot be a key or a code; and how the engine calls it."""

    soort: Celsoort | None
    naam: object


class Dagtype(NamedTuple):
    """Of what type the column with days is: `None` for anything that cannot say a day; and how the engine calls it."""

    soort: Dagsoort | None
    naam: object


@attrs.frozen
class Vraag:
    """The question, checked as far as it can be without the table.

    Attributes:
        plan: the bits of the framework.
        per: names of the columns that say whose the evidence is.
        groep: names of the columns by which is grouped.
        rol: name of the column that says who it is of, or who confirmed it; `None` where that does not matter.
        criterium: name of the column with the codes.
        apart: whether what is not known is set apart; else it is refused.
        rooster: who counts; `None` without a list of students.
        tijd: what is asked about time; `None` where days do not matter.
    """

    plan: Plan
    per: tuple[str, ...]
    groep: tuple[str, ...]
    rol: str | None
    criterium: str
    apart: bool
    rooster: Rooster | None
    tijd: Tijd | None

    @classmethod
    def van(
        cls,
        per: Kolommen,
        criterium: str = "criterium",
        onbekend: Omgang = "fout",
        raamwerk: Raamwerk | None = None,
        *,
        groep: Kolommen = (),
        rol: str | None = None,
        tijd: Tijd | None = None,
    ) -> Vraag:
        """Return the question.

        Raises:
            VerkeerdType: `raamwerk` is no framework.
            OngeldigeVraag: everything else that is wrong with it.
        """
        kader = laad() if raamwerk is None else eis_raamwerk(raamwerk)
        vraag = cls(Plan.van(kader), _namen(per), _namen(groep), rol, criterium, onbekend == "apart", None, tijd)
        fouten = list(geen_van(onbekend, Omgang, "onbekend"))
        if not vraag.per:
            fouten.append(OngeldigeVraag("ontbrekende_optie", "per noemt geen kolom: van wie is het bewijs?"))
        fouten += vraag._twee_keer()
        if not kader.succescriteria:
            fouten.append(
                OngeldigeVraag("niets_te_tellen", f"{kader} heeft geen succescriteria: er is niets te tellen")
            )
        weiger(fouten)
        return vraag

    def _twee_keer(self) -> Iterator[OngeldigeVraag]:
        opties = [*(("per", naam) for naam in self.per), *(("groep", naam) for naam in self.groep)]
        opties += [*([("rol", self.rol)] if self.rol is not None else []), ("criterium", self.criterium)]
        opties += [] if self.tijd is None else [("datum", self.tijd.kolom)]
        for plaats, (optie, naam) in enumerate(opties):
            for andere, zelfde in opties[:plaats]:
                if naam == zelfde and (andere, optie) != ("per", "groep"):
                    reden = f"{andere} en {optie} zijn twee verschillende kolommen, niet allebei {citaat(naam)}"
                    yield OngeldigeVraag("opties_samen", reden, {andere: naam, optie: naam})

    @property
    def kader(self) -> Raamwerk:
        """The framework."""
        return self.plan.kader

    @property
    def wie(self) -> tuple[str, ...]:
        """The columns that say of whom something is: `per`, and the groups that are not among them."""
        return (*self.per, *(naam for naam in self.groep if naam not in self.per))

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The columns that masks are kept for, with which a line of an answer about persons begins."""
        return (*self.wie, *self._rollen)

    @property
    def in_bewijs(self) -> tuple[str, ...]:
        """Which of these the evidence has: with a list of students that says of which group they are."""
        return self.sleutels if self.rooster is None else (*self.per, *self._rollen)

    @property
    def groepering(self) -> tuple[str, ...]:
        """The columns with which a line of an answer about groups begins."""
        return (*self.groep, *self._rollen)

    @property
    def _rollen(self) -> tuple[str, ...]:
        return () if self.rol is None else (self.rol,)

    def plaatsen(self, namen: Iterable[str]) -> tuple[int, ...]:
        """Return which of the keys have these names."""
        return tuple(self.sleutels.index(naam) for naam in namen)

    @property
    def kolommen(self) -> tuple[str, ...]:
        """All columns of the evidence that are asked for: keys, that of the codes, and where time matters that of the days."""
        return (*self.in_bewijs, self.criterium, *self.datums)

    @property
    def datums(self) -> tuple[str, ...]:
        """The columns that hold days."""
        return () if self.tijd is None else (self.tijd.kolom,)

    @property
    def indeling(self) -> Indeling:
        """The periods that are asked for; only where time matters."""
        return cast("Tijd", self.tijd).indeling

    @property
    def per_periode(self) -> bool:
        """Whether masks are kept for each period."""
        return self.tijd is not None and self.tijd.per_periode

    @property
    def weigert(self) -> int:
        """The bits of lines that are refused; those of other lines that do not count are told of."""
        weigert = FOUTE_DAG | (0 if self.apart else LEEG | ONBEKEND | GEEN_DAG)
        return weigert | (LATER if self.tijd is not None and self.tijd.weigert_later else 0)

    @property
    def soorten_op_lijst(self) -> Mapping[str, Celsoort]:
        """What the columns of the list of students hold, if there is one."""
        return {} if self.rooster is None else self.rooster.soorten

    @property
    def een_groep_elk(self) -> bool:
        """Whether the evidence has to say of everybody that they are of one group."""
        return self.rooster is None and len(self.wie) > len(self.per)

    @property
    def aan_te_vullen(self) -> bool:
        """Whether there may be lines of an answer that the evidence has none for."""
        return self.rooster is not None or self.rol is not None

    def in_tabel(self, kolommen: Sequence[object]) -> None:
        """Raise `GeenKolom` where the table has no such column, or more than one; the error names all columns if need be."""
        eis_kolommen(self.kolommen, kolommen)

    def typen(self, sleutels: Sequence[Kolomtype], code: Kolomtype, dag: Dagtype | None = None) -> None:
        """Raise `VerkeerdType` unless each column is of a type that can be counted.

        Keys (`in_bewijs`) are `tekst` or `getal`, as on the list of students, and codes `tekst`; where time matters, days are
        dates or `tekst`.
        """
        fouten: list[str] = []
        for naam, (soort, type_) in zip(self.in_bewijs, sleutels, strict=True):
            if soort not in ("tekst", "getal", "leeg"):
                reden = _KOMMAGETAL if soort == "kommagetal" else _SLEUTEL
                fouten.append(f"de kolom {citaat(naam)} heeft het type {type_}. {reden}")
            elif self.rooster is not None and naam in self.per:
                fouten += self.rooster.past_niet(naam, soort, bereik(str(type_)))
        if code.soort not in ("tekst", "leeg"):
            fouten.append(f"de kolom {citaat(self.criterium)} heeft het type {code.naam}; codes zijn tekst")
        if dag is not None and dag.soort is None:
            naam = citaat(self.kolommen[-1])
            fouten.append(f"de kolom {naam} heeft het type {dag.naam}; een dag is een datum, of tekst die er een noemt")
        if fouten:
            alle = (*sleutels, code, *(() if dag is None else (dag,)))
            raise VerkeerdType(
                "\n".join(fouten),
                # Of days in a list no type is given.
                {naam: een.naam for naam, een in zip(self.kolommen, alle, strict=False)},
            )

    def uitkomst(self, *, eenheid: SoortEenheid, breed: bool) -> tuple[str, ...]:
        """Return the column names of an answer, or raise `OngeldigeVraag` where a key would have the name of another."""
        weiger(geen_van(eenheid, SoortEenheid, "eenheid"))
        namen = (deel.naam for deel in self.plan.eenheden(eenheid))
        periode = ("periode",) if self.per_periode else ()
        return zonder_naamgenoot(self.sleutels, *periode, *(namen if breed else (eenheid, "aangetoond", "totaal")))

    def per_criterium(self) -> tuple[str, ...]:
        """Return the column names of an answer per criterium, or raise `OngeldigeVraag` as `uitkomst` does."""
        return zonder_naamgenoot(self.groepering, "criterium", "aangetoond", "totaal")

    def minst(self, aantal: int) -> tuple[str, ...]:
        """Return the column names of the criteria shown least, or raise `OngeldigeVraag` as `uitkomst` does."""
        weiger(te_laag("aantal", aantal, 1))
        return zonder_naamgenoot(self.groepering, "criterium", "tekst", "aangetoond", "totaal")

    def spreiding(self, eenheid: SoortEenheid) -> tuple[str, ...]:
        """Return the column names of a spread, or raise `OngeldigeVraag` as `uitkomst` does."""
        weiger(geen_van(eenheid, SoortEenheid, "eenheid"))
        return zonder_naamgenoot(self.groepering, eenheid, "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")

    def bijna(self, hoogstens: int) -> tuple[str, ...]:
        """Return the column names of who has nearly all, or raise `OngeldigeVraag` as `uitkomst` does."""
        weiger(te_laag("hoogstens", hoogstens, 0))
        return zonder_naamgenoot(self.sleutels, "evl", "aangetoond", "totaal", "nog_aan_te_tonen")

    def criteria_van(self, evl: str | int | None) -> tuple[str, ...]:
        """Return the codes of the criteria of this EvL, or of all; raises as `Raamwerk.evl` does."""
        criteria = self.kader.succescriteria if evl is None else self.kader.evl(evl).succescriteria
        return tuple(criterium.code for criterium in criteria)

    def evls(self, evl: str | int | None) -> tuple[Eenheid, ...]:
        """Return this EvL, or all; raises as `Raamwerk.evl` does."""
        code = None if evl is None else self.kader.evl(evl).code
        return tuple(een for een in self.plan.eenheden("evl") if code in (None, een.code))

    def onbekende(self) -> tuple[str, ...]:
        """Return the column names of a table of unknown codes, or raise `OngeldigeVraag` where both would have one name."""
        return zonder_naamgenoot((self.criterium,), "regels")


def _namen(kolommen: Kolommen) -> tuple[str, ...]:
    # A name may be anything: what is none of the table's is said by the table.
    return tuple(kolommen) if isinstance(kolommen, list | tuple) else (cast("str", kolommen),)


def zonder_naamgenoot(eerst: tuple[str, ...], *andere: str) -> tuple[str, ...]:
    """Return all names, or raise `OngeldigeVraag` where one stands in both."""
    for kolom in eerst:
        if kolom in andere:
            reden = f"geef de kolom {citaat(kolom)} een andere naam: het antwoord heeft er ook een die zo heet"
            raise OngeldigeVraag("naam_bezet", reden, {"kolom": kolom})
    return (*eerst, *andere)


def bereik(soort: str) -> tuple[int, int] | None:
    """Return the least and the largest whole number of a type, as an engine calls it; `None` where it has no such bounds.

    >>> bereik("UInt8"), bereik("int16[pyarrow]"), bereik("VARCHAR")
    ((0, 255), (-32768, 32767), None)
    """
    naam = soort.lower().removesuffix("[pyarrow]")
    zonder, plus = naam.removeprefix("u"), naam.startswith("u")
    gevonden = re.fullmatch(r"int(8|16|32|64)", _BITS.get(zonder, zonder))
    if gevonden is None:
        return None
    bits = int(gevonden[1])
    return (0, (1 << bits) - 1) if plus else (-(1 << bits - 1), (1 << bits - 1) - 1)


def te_laag(naam: str, gegeven: object, minstens: int) -> Iterator[OngeldigeVraag]:
    """Yield that `gegeven` is no whole number of at least so much, if so."""
    if not is_getal(gegeven) or cast("int", gegeven) < minstens:
        reden = f"{naam} is een geheel getal van {minstens} of meer, niet {citaat(gegeven)}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {naam: gegeven})


def geen_van(gegeven: object, soort: object, naam: str) -> Iterator[OngeldigeVraag]:
    """Yield that `gegeven` is none of the values that a keyword takes, if so; `soort` is the `Literal` that has them."""
    mogelijk = get_args(soort)
    if gegeven not in mogelijk:
        yield OngeldigeVraag.keuze(naam, gegeven, mogelijk)
