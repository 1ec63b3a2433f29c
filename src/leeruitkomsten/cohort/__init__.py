"""Voortgang and dekking of a whole cohort: one table of evidence, a line for each time that a student shows a criterium.

The table may be a list of dicts, what `lees_tabel` gives, a frame of pandas or Polars (eager or lazy), a Table or RecordBatch of
PyArrow, a relation of DuckDB, a DataFrame of Spark, a Dataset of PyArrow, or the path of a Parquet, CSV or Excel file. The answer
is of the same kind (of what `lees_tabel` gives: a list of dicts; of a path or a Dataset: a relation of DuckDB), and lazy where the
engine is lazy. Answers of lazy engines have no order; the others are sorted by key and in source order. All give the same numbers.

Threads may count at once: a path or a Dataset is read in a connection of its own each time, a cursor of DuckDB's default
connection.

The engines come with the extra `cohort`; small tables need none.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

import attrs

from ..identiteit import Kenmerk
from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from ..record import Reeks
from . import soorten
from .motoren import Motor, kies_motor
from .plan import Geteld
from .soorten import Frame, Pad, Regels
from .vraag import Omgang, SoortEenheid, Vraag
from .weggelaten import Weggelaten

__all__ = ["Telling", "Weggelaten", "dekking", "onbekende_codes", "tel", "voortgang"]

T = TypeVar("T")
F = TypeVar("F", bound=Frame)


@overload
def voortgang(
    bewijs: Regels,
    *,
    per: str,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> list[dict[str, Any]]: ...
@overload
def voortgang(
    bewijs: Pad,
    *,
    per: str,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> soorten.DuckDBPyRelation: ...
@overload
def voortgang(
    bewijs: F,
    *,
    per: str,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> F: ...
def voortgang(
    bewijs: Pad | Regels | Frame,
    *,
    per: str,
    criterium: str = "criterium",
    eenheid: SoortEenheid = "leeruitkomst",
    breed: bool = False,
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per student how many criteria of each leeruitkomst have been shown.

    Args:
        bewijs: the evidence, one line for each piece: a list of dicts, the `Tabelinhoud` that `lees_tabel` gives, a DataFrame of
            pandas, Polars or Spark, a LazyFrame, a Table, RecordBatch or Dataset of PyArrow, a relation of DuckDB, or the path of a
            Parquet, CSV or Excel file (with `*` for several, or a list of paths), which asks for DuckDB. Other columns do not
            matter. A criterium counts once per student, however many lines it has.
        per: name of the column with the student, or whatever the count is kept for: text, or whole numbers of at most 64
            bits. Categories count as their values.
        criterium: name of the column with codes of succescriteria (text).
        eenheid: count per `leeruitkomst`, per `evl` or per `succescriterium`.
        breed: give one line per student with a column for each unit, instead of the long form. `grafiek.heatmap` takes what
            `dekking` gives, and not this.
        onbekend: `fout` refuses codes that the framework does not have, and empty cells in their place (of white space too);
            `apart` leaves such lines out of the count. `tel(…).weggelaten` says which and how many they were, and
            `onbekende_codes` lists the codes. A student who has no other codes then has shown nothing.
        raamwerk: the framework; the packaged one when it is left out.

    Returns:
        A table of the kind that was given (of a `Tabelinhoud`: a list of dicts; of a path or a Dataset: a relation of DuckDB).
        Long: the columns `per`, `eenheid`, `aangetoond` and `totaal`, a line for each unit of which at least one criterium has
        been shown. Wide: `per` and a column per unit, in source order. Counts are 64-bit whole numbers.

    Raises:
        OngeldigBewijs: a cell is empty, or (an `OnbekendBewijs`, which is an `OnbekendeCode` too) a code is unknown; it says
            in how many lines, with examples. A lazy engine raises it when it computes: Polars this error, DuckDB and Spark
            an error of their own with a text that names the student, a code and the number of lines.
        GeenKolom: there is no such column or more than one.
        OngeldigeVraag: `per` has the name of another column of the answer, a keyword
            has a value that does not exist, a file is no Parquet, CSV or Excel, or the framework has no succescriteria.
        OngeldigBestand: a file cannot be read as it stands; `.bevindingen` says why, by line and column.
        VerkeerdType: keys or codes are of a type that cannot be counted (floats lose digits), or the table is of an unknown kind
            or a RecordBatchReader, which is gone once it has been read, or `raamwerk` is no framework.
        FileNotFoundError: there is no such file.
        OntbrekendOnderdeel: the engine is not installed.

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": "WP1.1a"}, {"student": 12, "criterium": "WP1.1a"}]
    >>> cohort.voortgang(bewijs, per="student")
    [{'student': 12, 'leeruitkomst': 'WP1', 'aangetoond': 1, 'totaal': 4}]
    """
    motor = kies_motor(bewijs, Vraag.van(per, criterium, onbekend, raamwerk))
    motor.vraag.uitkomst(eenheid=eenheid, breed=breed)
    return motor.voortgang(motor.lui(), eenheid, breed=breed)


@overload
def dekking(
    bewijs: Regels,
    *,
    per: str,
    criterium: str = "criterium",
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> list[dict[str, Any]]: ...
@overload
def dekking(
    bewijs: Pad, *, per: str, criterium: str = "criterium", onbekend: Omgang = "fout", raamwerk: Raamwerk | None = None
) -> soorten.DuckDBPyRelation: ...
@overload
def dekking(
    bewijs: F, *, per: str, criterium: str = "criterium", onbekend: Omgang = "fout", raamwerk: Raamwerk | None = None
) -> F: ...
def dekking(
    bewijs: Pad | Regels | Frame,
    *,
    per: str,
    criterium: str = "criterium",
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Any:
    """Count per succescriterium how many students have shown it.

    The arguments are those of `voortgang` with the same name; so are the errors.

    Returns:
        A table of the kind that was given, with a line for every succescriterium in source order (also those that nobody has
        shown) and the columns `succescriterium`, `aangetoond` and `totaal`: the number of students in the table.

    >>> from leeruitkomsten import cohort
    >>> bewijs = [{"student": 12, "criterium": "WP1.1a"}, {"student": 13, "criterium": "WP1.2a"}]
    >>> cohort.dekking(bewijs, per="student")[0]
    {'succescriterium': 'WP1.1a', 'aangetoond': 1, 'totaal': 2}
    """
    motor = kies_motor(bewijs, Vraag.van(per, criterium, onbekend, raamwerk))
    return motor.dekking(motor.lui())


@overload
def onbekende_codes(
    bewijs: Regels, *, per: str, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> list[dict[str, Any]]: ...
@overload
def onbekende_codes(
    bewijs: Pad, *, per: str, criterium: str = "criterium", raamwerk: Raamwerk | None = None
) -> soorten.DuckDBPyRelation: ...
@overload
def onbekende_codes(bewijs: F, *, per: str, criterium: str = "criterium", raamwerk: Raamwerk | None = None) -> F: ...
def onbekende_codes(
    bewijs: Pad | Regels | Frame, *, per: str, criterium: str = "criterium", raamwerk: Raamwerk | None = None
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

    def voortgang(self, *, eenheid: SoortEenheid = "leeruitkomst", breed: bool = False) -> T:
        """Return what `cohort.voortgang` returns, for these keywords; raises `OngeldigeVraag` as that does."""
        return self._motor.voortgang(self._geteld.maskers, eenheid, breed=breed)

    def dekking(self) -> T:
        """Return what `cohort.dekking` returns."""
        return self._motor.dekking(self._geteld.maskers)

    @property
    def kenmerk(self) -> Kenmerk:
        """Which framework was counted with, and exactly which contents it had."""
        return self._motor.vraag.kader.kenmerk

    @property
    def opmerkingen(self) -> tuple[str, ...]:
        """What was passed over or filled in while a file was read (sheets, titles, merged cells), in Dutch; nothing of a frame."""
        return self._motor.opmerkingen

    @property
    def weggelaten(self) -> Weggelaten:
        """What was left out of the count and why, of the very lines that were counted; nothing, unless `onbekend="apart"`."""
        return Weggelaten.van(self.kenmerk, self._geteld.regels, self._geteld.apart)

    @property
    def leeruitkomsten(self) -> Reeks[Leeruitkomst]:
        """The leeruitkomsten that were counted, all those of the framework in source order."""
        return self._motor.vraag.kader.leeruitkomsten

    def __repr__(self) -> str:
        kenmerk = self.kenmerk
        return f"<Telling per {self._motor.vraag.per}, {kenmerk.sleutel} {kenmerk.versie}>"


@overload
def tel(
    bewijs: Regels,
    *,
    per: str,
    criterium: str = "criterium",
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Telling[list[dict[str, Any]]]: ...
@overload
def tel(
    bewijs: Pad, *, per: str, criterium: str = "criterium", onbekend: Omgang = "fout", raamwerk: Raamwerk | None = None
) -> Telling[soorten.DuckDBPyRelation]: ...
@overload
def tel(
    bewijs: F, *, per: str, criterium: str = "criterium", onbekend: Omgang = "fout", raamwerk: Raamwerk | None = None
) -> Telling[F]: ...
def tel(
    bewijs: Pad | Regels | Frame,
    *,
    per: str,
    criterium: str = "criterium",
    onbekend: Omgang = "fout",
    raamwerk: Raamwerk | None = None,
) -> Telling[Any]:
    """Go through the evidence once, now, and keep what every answer needs: one line per student, however much evidence.

    The arguments are those of `voortgang` with the same name. A lazy engine computes here, so that all engines raise the
    same errors, those of `voortgang`. Spark keeps the lines on its workers until the `Telling` is gone.

    >>> from leeruitkomsten import cohort
    >>> telling = cohort.tel([{"student": 12, "criterium": "WP1.1a"}], per="student")
    >>> telling.voortgang(eenheid="evl")
    [{'student': 12, 'evl': 'EvL1', 'aangetoond': 1, 'totaal': 20}]
    """
    motor = kies_motor(bewijs, Vraag.van(per, criterium, onbekend, raamwerk))
    return Telling(motor, motor.tel())
