"""Voortgang of a whole cohort: one table of evidence, a line for each time that a student shows a criterium.

The table may be a list of dicts, what `lees_tabel` gives, a frame of pandas or Polars (eager or lazy), a Table or RecordBatch of
PyArrow, a relation of DuckDB, a DataFrame of Spark, a Dataset of PyArrow, or the path of a Parquet, CSV or Excel file. The answer
is of the same kind (of what `lees_tabel` gives: a list of dicts; of a path or a Dataset: a relation of DuckDB), and lazy where the
engine is lazy. Answers of lazy engines have no order; the others are sorted by key and in source order. All give the same numbers.

Who has no evidence is not in the evidence: a list of students (`studenten`) makes everybody count.

Threads may count at once: a path or a Dataset is read in a connection of its own each time, a cursor of DuckDB's default
connection.

The engines come with the extra `cohort`; small tables need none.
"""

from __future__ import annotations

from typing import Any, TypeVar, Unpack, overload

import attrs

from ..datums import DagOfTekst, Datumvorm
from ..periodes import Periodestap, Periodetabel
from ..raamwerk import Raamwerk
from . import soorten
from .lijst import Studenten, lees_rooster
from .motoren import kies_motor
from .opties import BijnaOpties, GroeiOpties, MinstOpties, Opties, SpreidingOpties, VoortgangOpties
from .plan import SoortEenheid
from .soorten import Frame, Pad, Regels
from .telling import Telling
from .tijd import Tijd
from .vraag import Kolommen, Omgang, Vraag
from .weggelaten import Weggelaten

__all__ = [
    "Telling",
    "Weggelaten",
    "bijna_rond",
    "groei",
    "minst_aangetoond",
    "onbekende_codes",
    "per_criterium",
    "spreiding",
    "tel",
    "voortgang",
]

F = TypeVar("F", bound=Frame)


@overload
def voortgang(bewijs: Regels, **opties: Unpack[VoortgangOpties]) -> list[dict[str, Any]]: ...
@overload
def voortgang(bewijs: Pad, **opties: Unpack[VoortgangOpties]) -> soorten.DuckDBPyRelation: ...
@overload
def voortgang(bewijs: F, **opties: Unpack[VoortgangOpties]) -> F: ...
def voortgang(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    nullen: bool = False,
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per student how many criteria of each leeruitkomst have been shown.

    Args:
        bewijs: the evidence, one line for each piece: a list of dicts, the `Tabelinhoud` that `lees_tabel` gives, a DataFrame of
            pandas, Polars or Spark, a LazyFrame, a Table, RecordBatch or Dataset of PyArrow, a relation of DuckDB, or the path of a
            Parquet, CSV or Excel file (with `*` for several, or a list of paths), which asks for DuckDB. Other columns do not
            matter. A criterium counts once per student, however many lines it has.
        per: name of the column with the student, or whatever the count is kept for; or the names of several, such as
            `["opleiding", "student"]`. They hold text, or whole numbers of at most 64 bits. Categories count as their values.
        studenten: who counts, also without any evidence: a list or a column with what `per` holds, or a table of any kind with
            the columns of `per` (and of `groep`). It is read at once; who stands there twice counts once. Without it only those
            count who are in the evidence.
        groep: name of the column, or of several, that says of which class, school or year somebody is: in the list of students,
            or without one in the evidence, where everybody then must be of one group. It stands beside `per` in the answer.
        rol: name of the column that says who showed or confirmed it, in words of your own (student, begeleider): each rol is
            counted apart, never together with another. Who was not in a rol has shown nothing in it.
        criterium: name of the column with codes of succescriteria (text).
        eenheid: count per `leeruitkomst`, `evl`, `criterium`, `leerlijn`, `niveau` or `rij`.
        breed: give one line per student with a column for each unit, instead of the long form. `grafiek.heatmap` takes what
            `per_criterium` gives, and not this.
        nullen: give a line in the long form for each unit of everybody, also where nothing of it has been shown. Without it a mean
            over lines is one over those who have shown something.
        onbekend: `fout` refuses codes that the framework does not have, empty cells in their place (of white space too), and
            evidence of who is not among `studenten`; `apart` leaves such lines out of the count. `tel(…).weggelaten` says which
            and how many they were, and `onbekende_codes` lists the codes. A student who has no other codes then has shown nothing.
        datum: name of the column with the day of the evidence (dates, moments or text), where days matter; `datum` if only `tot` is
            given. What is no day is refused, and an empty cell as `onbekend` says: no day is ever guessed.
        datumvorm: how text says a day: `jjjj-mm-dd` (ISO 8601, a time may follow), or `dd-mm-jjjj`.
        tot: the last day that counts: a date, or text as `2026-11-24`. What is of after it is left out, and `tel(…).weggelaten`
            says how much.
        raamwerk: the framework; the packaged one when it is left out.

    Returns:
        A table of the kind that was given (of a `Tabelinhoud`: a list of dicts; of a path or a Dataset: a relation of DuckDB).
        Long: the columns of `per`, of `groep` and of `rol`, the unit by its own name (`leeruitkomst` …, a code; of a niveau its
        number), `aangetoond` and `totaal`, a line for each unit of which at least one criterium has been shown. Wide: these keys
        and a column per unit, in source order. Counts are 64-bit whole numbers.

    Raises:
        OngeldigBewijs: a cell is empty, or (an `OnbekendBewijs`, which is an `OnbekendeCode` too) a code is unknown; it says
            in how many lines, with examples. A lazy engine raises it when it computes: Polars this error, DuckDB and Spark
            an error of their own with a text that names the student, a code and the number of lines.
        GeenKolom: there is no such column or more than one.
        OngeldigeVraag: a key has the name of another column of the answer, a keyword has a value that does not exist, somebody
            is not on the list of students or in two groups (lazy engines say it as they say the above), an empty cell on that
            list, a file is no Parquet, CSV or Excel, or the framework has no succescriteria.
        OngeldigBestand: a file cannot be read as it stands; `.bevindingen` says why, by line and column.
        VerkeerdType: keys or codes are of a type that cannot be counted (floats lose digits) or not of that on the list of
            students, or the table is of an unknown kind or a RecordBatchReader, which is gone once it has been read, or `raamwerk`
            is no framework.
        FileNotFoundError: there is no such file.
        OntbrekendOnderdeel: the engine is not installed.

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": "WP1.1a"}, {"student": 12, "criterium": "WP1.1a"}]
    >>> cohort.voortgang(bewijs, per="student")
    [{'student': 12, 'leeruitkomst': 'WP1', 'aangetoond': 1, 'totaal': 4}]
    >>> cohort.voortgang(bewijs, per="student", studenten=[12, 13], eenheid="leerlijn", breed=True)[1]
    {'student': 13, 'WP': 0, 'WD': 0, 'WPO': 0, 'WPI': 0}
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    vraag.uitkomst(eenheid=eenheid, breed=breed)
    motor = kies_motor(bewijs, vraag)
    return motor.voortgang(motor.lui(), eenheid, breed=breed, nullen=nullen)


@overload
def groei(bewijs: Pad, **opties: Unpack[GroeiOpties]) -> soorten.DuckDBPyRelation: ...
@overload
def groei(bewijs: Regels, **opties: Unpack[GroeiOpties]) -> list[dict[str, Any]]: ...
@overload
def groei(bewijs: F, **opties: Unpack[GroeiOpties]) -> F: ...
def groei(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    stap: Periodestap | Periodetabel = "maand",
    tot: DagOfTekst | None = None,
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per student what had been shown by the end of each period; a criterium counts from its first day on.

    The arguments are those of `voortgang` with the same name, and the day of each line matters; so are the errors. Two differ:

    - `stap` is `week` (from Monday), `maand` or `kwartaal`; or periods of your own, in order: a dict or pairs of a name and the
      last day that belongs to it, or a frame with these two columns.
    - `tot` is the last day that counts; the last period ends with it. Without it every day does.

    Returns:
        A table of the kind that was given, with a line for every student, every period and every unit, also where nothing had been
        shown. The keys, `periode` (its last day, a date), the unit, `aangetoond` (up to that day) and `totaal`; wide: the keys,
        `periode` and a column per unit. Periods run from that of the first evidence that counts to that of the last, or of
        `tot`; those of a table are all there, up to `tot`. Where no evidence counts there are none but those of a table.

    Raises:
        OngeldigBewijs: besides what `voortgang` refuses, evidence is of after the last period of a table, and no `tot` says to
            leave it out.
        OngeldigeVraag: there are no such periods, or more than 1000 (then a date has a digit too many).

    >>> from leeruitkomsten import cohort
    >>> dagen = {"WP1.1a": "2026-09-30", "WP1.2a": "2026-11-24"}
    >>> bewijs = [{"student": 12, "criterium": code, "datum": dag} for code, dag in dagen.items()]
    >>> for regel in cohort.groei(bewijs, per="student", eenheid="evl"):
    ...     if regel["evl"] == "EvL1":
    ...         print(regel["periode"], regel["aangetoond"], "van", regel["totaal"])
    2026-09-30 1 van 20
    2026-10-31 1 van 20
    2026-11-30 2 van 20
    """
    tijd = Tijd.per_stap(datum or "datum", datumvorm, stap, tot)
    vraag = _vraag(per, studenten, groep, rol, criterium, tijd, onbekend, raamwerk)
    vraag.uitkomst(eenheid=eenheid, breed=breed)
    return kies_motor(bewijs, vraag).groei(eenheid, breed=breed)


@overload
def per_criterium(bewijs: Regels, **opties: Unpack[Opties]) -> list[dict[str, Any]]: ...
@overload
def per_criterium(bewijs: Pad, **opties: Unpack[Opties]) -> soorten.DuckDBPyRelation: ...
@overload
def per_criterium(bewijs: F, **opties: Unpack[Opties]) -> F: ...
def per_criterium(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per criterium how many students have shown it.

    The arguments are those of `voortgang` with the same name; so are the errors.

    Returns:
        A table of the kind that was given, with a line for every criterium in source order (also those that nobody has shown),
        of each group and rol, sorted. The columns of `groep` and `rol`, and `criterium`, `aangetoond` and `totaal`: the number of
        students (of the group).

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": "WP1.1a"}, {"student": 13, "criterium": "WP1.2a"}]
    >>> cohort.per_criterium(bewijs, per="student")[0]
    {'criterium': 'WP1.1a', 'aangetoond': 1, 'totaal': 2}
    >>> klas = [{"student": 12, "klas": "2A"}, {"student": 13, "klas": "2A"}, {"student": 14, "klas": "2A"}]
    >>> cohort.per_criterium(bewijs, per="student", studenten=klas, groep="klas")[0]
    {'klas': '2A', 'criterium': 'WP1.1a', 'aangetoond': 1, 'totaal': 3}
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    vraag.per_criterium()
    motor = kies_motor(bewijs, vraag)
    return motor.per_criterium(motor.lui())


@overload
def spreiding(bewijs: Regels, **opties: Unpack[SpreidingOpties]) -> list[dict[str, Any]]: ...
@overload
def spreiding(bewijs: Pad, **opties: Unpack[SpreidingOpties]) -> soorten.DuckDBPyRelation: ...
@overload
def spreiding(bewijs: F, **opties: Unpack[SpreidingOpties]) -> F: ...
def spreiding(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per group how far its students are: the median and quartiles of how many criteria they have shown, and nobody's name.

    The arguments are those of `voortgang` with the same name; so are the errors. Without `groep` all are one group.

    Returns:
        A table of the kind that was given, with a line for each group (and rol) and unit: the columns of `groep` and `rol`, the
        unit by its own name, `studenten` (how many there are, also those who have shown nothing), `kwartiel_1`, `mediaan`,
        `kwartiel_3` (64-bit floats, in proportion between two numbers) and `totaal`: how many criteria the unit has. Without
        students there are no lines.

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": "WP1.1a"}, {"student": 13, "criterium": "WP1.2a"}]
    >>> cohort.spreiding(bewijs, per="student", studenten=[12, 13, 14], eenheid="evl")[0]["mediaan"]
    1.0
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    vraag.spreiding(eenheid)
    motor = kies_motor(bewijs, vraag)
    return motor.spreiding(motor.lui(), eenheid)


@overload
def bijna_rond(bewijs: Regels, **opties: Unpack[BijnaOpties]) -> list[dict[str, Any]]: ...
@overload
def bijna_rond(bewijs: Pad, **opties: Unpack[BijnaOpties]) -> soorten.DuckDBPyRelation: ...
@overload
def bijna_rond(bewijs: F, **opties: Unpack[BijnaOpties]) -> F: ...
def bijna_rond(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    evl: str | int | None = None,
    hoogstens: int = 2,
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Return who has shown all criteria of an EvL but a few, and which are left.

    Of the EvL with the code or number `evl` (of all when it is left out) at most `hoogstens` criteria may be left; who has shown
    all has none left, and is there too. The other arguments are those of `voortgang` with the same name; so are the errors.

    Returns:
        A table of the kind that was given, with a line for each student and EvL: the columns of `per`, `groep` and `rol`, `evl`,
        `aangetoond`, `totaal` and `nog_aan_te_tonen`: the codes in source order, with a comma between them. Sorted by key, never
        by how much somebody has shown.

    Raises:
        OnbekendeCode: there is no such EvL.

    >>> from leeruitkomsten import cohort, laad
    >>> bewijs = [{"student": 12, "criterium": c.code} for c in laad().evl(1).succescriteria[1:]]
    >>> cohort.bijna_rond(bewijs, per="student", evl=1)
    [{'student': 12, 'evl': 'EvL1', 'aangetoond': 19, 'totaal': 20, 'nog_aan_te_tonen': 'WP1.1a'}]
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    vraag.bijna(hoogstens)
    vraag.evls(evl)
    motor = kies_motor(bewijs, vraag)
    return motor.bijna_rond(motor.lui(), evl, hoogstens)


@overload
def minst_aangetoond(bewijs: Regels, **opties: Unpack[MinstOpties]) -> list[dict[str, Any]]: ...
@overload
def minst_aangetoond(bewijs: Pad, **opties: Unpack[MinstOpties]) -> soorten.DuckDBPyRelation: ...
@overload
def minst_aangetoond(bewijs: F, **opties: Unpack[MinstOpties]) -> F: ...
def minst_aangetoond(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    evl: str | int | None = None,
    aantal: int = 10,
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Return the criteria that fewest students have shown, with their texts.

    There are `aantal` of each group, of the EvL with the code or number `evl` (of all when it is left out); of those that as many
    have shown the first in source order. The other arguments are those of `voortgang` with the same name; so are the errors.

    Returns:
        A table of the kind that was given: the columns of `groep` and `rol`, `criterium`, `tekst`, `aangetoond` and `totaal`, as
        `per_criterium` has them, the least shown first.

    Raises:
        OnbekendeCode: there is no such EvL.

    >>> from leeruitkomsten import cohort
    >>> cohort.minst_aangetoond([{"student": 12, "criterium": "WP1.1a"}], per="student", aantal=1)[0]["criterium"]
    'WP1.2a'
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    vraag.minst(aantal)
    vraag.criteria_van(evl)
    motor = kies_motor(bewijs, vraag)
    return motor.minst_aangetoond(motor.lui(), evl, aantal)


@overload
def onbekende_codes(
    bewijs: Regels, *, per: Kolommen, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> list[dict[str, Any]]: ...
@overload
def onbekende_codes(
    bewijs: Pad, *, per: Kolommen, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> soorten.DuckDBPyRelation: ...
@overload
def onbekende_codes(
    bewijs: F, *, per: Kolommen, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> F: ...
def onbekende_codes(
    bewijs: Pad | Regels | Frame, *, per: Kolommen, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> Any:
    """Return the codes that the framework does not have, each with the number of its lines.

    The arguments are those of `voortgang` with the same name; so are the errors, but for those of lines: empty cells do not
    count here.

    Returns:
        A table of the kind that was given, the most frequent code first, with the columns `criterium` (by its own name) and
        `regels`.

    >>> from leeruitkomsten import cohort
    >>> cohort.onbekende_codes([{"student": 12, "criterium": "wp1.1a"}], per="student")
    [{'criterium': 'wp1.1a', 'regels': 1}]
    """
    return kies_motor(bewijs, Vraag.van(per, criterium, "apart", raamwerk)).onbekende_codes()


@overload
def tel(bewijs: Regels, **opties: Unpack[Opties]) -> Telling[list[dict[str, Any]]]: ...
@overload
def tel(bewijs: Pad, **opties: Unpack[Opties]) -> Telling[soorten.DuckDBPyRelation]: ...
@overload
def tel(bewijs: F, **opties: Unpack[Opties]) -> Telling[F]: ...
def tel(
    bewijs: Pad | Regels | Frame,
    *,
    per: Kolommen,
    studenten: Studenten | None = None,
    groep: Kolommen = (),
    rol: str | None = None,
    criterium: str = "criterium",
    datum: str | None = None,
    datumvorm: Datumvorm = "jjjj-mm-dd",
    tot: DagOfTekst | None = None,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Telling[Any]:
    """Go through the evidence once, now, and keep what every answer needs: one line per student, however much evidence.

    The arguments are those of `voortgang` with the same name. A lazy engine computes here, so that all engines raise the
    same errors, those of `voortgang`. Spark keeps the lines on its workers until the `Telling` is gone.

    >>> from leeruitkomsten import cohort
    >>> telling = cohort.tel([{"student": 12, "criterium": "WP1.1a"}], per="student", studenten=[12, 13])
    >>> telling.voortgang(eenheid="evl")
    [{'student': 12, 'evl': 'EvL1', 'aangetoond': 1, 'totaal': 20}]
    >>> telling.noemer
    'van 2 op de lijst van studenten, van wie 1 zonder bewijs'
    """
    vraag = _vraag(per, studenten, groep, rol, criterium, _tot(datum, datumvorm, tot), onbekend, raamwerk)
    motor = kies_motor(bewijs, vraag)
    return Telling(motor, motor.tel())


def _vraag(  # noqa: PLR0917  # in the order in which every count names them
    per: Kolommen,
    studenten: Studenten | None,
    groep: Kolommen,
    rol: str | None,
    criterium: str,
    tijd: Tijd | None,
    onbekend: Omgang,
    raamwerk: Raamwerk | None,
) -> Vraag:
    """Return what is asked, with its list of students if there is one."""
    vraag = Vraag.van(per, criterium, onbekend, raamwerk, groep=groep, rol=rol, tijd=tijd)
    return vraag if studenten is None else attrs.evolve(vraag, rooster=lees_rooster(studenten, vraag.per, vraag.wie))


def _tot(datum: str | None, datumvorm: Datumvorm, tot: DagOfTekst | None) -> Tijd | None:
    return None if datum is None and tot is None else Tijd.tot_en_met(datum or "datum", datumvorm, tot)


def __dir__() -> list[str]:
    return [*__all__]
