"""The table that `cohort.per_criterium` gives, of whatever engine, read as one count per succescriterium and held to its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard, cast

import attrs

from ..codes import is_getal
from ..cohort import Telling
from ..fouten import GeenKolom, OngeldigeVraag, VerkeerdType, eis_kolommen
from ..raamwerk import Raamwerk
from ..vragen.moduletabel import is_lijst_van_dicts
from ..zelfde import eis_zelfde
from ..zinnen import citaat
from ._stijl import altair

KOLOMMEN = ("criterium", "aangetoond", "totaal")


@attrs.frozen
class Cohortstand:
    """How many have shown each succescriterium.

    Attributes:
        per_code: by code.
        aantal: how many were counted.
        per: the column that they were counted by, as far as it is known; what it holds need not be students.
        lijst: whether there was a list of who counts; `None` where that is not known.
    """

    per_code: Mapping[str, int]
    aantal: int
    per: str | None
    lijst: Lijst | None


class Lijst(NamedTuple):
    """Whether there was a list of who counts, and how many of those on it have no evidence."""

    er_is: bool
    zonder_bewijs: int


def lees(raamwerk: Raamwerk, tabel: Any, per: str | None) -> Cohortstand:
    """Return the counts of a table.

    Args:
        raamwerk: the framework that was counted.
        tabel: what `cohort.per_criterium` gives, or a `cohort.Telling`: a list of dicts, a frame of pandas, Polars or Spark, a
            table of PyArrow, a relation of DuckDB; with the columns of `KOLOMMEN`, a line for each succescriterium, in any order.
        per: the column that was counted by; a `Telling` knows its own.

    Raises:
        VerkeerdType: it is no such table.
        GeenKolom: columns are missing, or are there twice.
        OngeldigeVraag: the `Telling` is of another framework, or of another version (a table does not say of which it is). Or a
            code is none of this framework, or lines do not add up; the error names every fault.
    """
    lijst: Lijst | None = None
    if isinstance(tabel, Telling):
        telling = cast("Telling[object]", tabel)
        eis_zelfde(raamwerk, telling.kenmerk, "telling", telling.leeruitkomsten)
        per, lijst = telling.per[-1], Lijst(telling.met_lijst, telling.zonder_bewijs)
        tabel = telling.per_criterium()
    regels = list(_regels(tabel))
    fouten = [*_codes(raamwerk, [regel[0] for regel in regels]), *_getallen(regels)]
    if fouten:
        reden = "\n".join(
            ["deze tabel is geen telling per criterium van een cohort:", *(f"- {fout}" for fout in fouten)]
        )
        raise OngeldigeVraag("ongeldige_regel", reden, {"fouten": tuple(fouten)})
    return Cohortstand({code: int(getoond) for code, getoond, _ in regels}, int(regels[0][2]), per, lijst)


def _regels(tabel: Any) -> Iterator[tuple[Any, ...]]:
    if is_lijst_van_dicts(tabel):
        namen = [*dict.fromkeys(naam for regel in tabel for naam in regel)] if tabel else list(KOLOMMEN)
        eis_kolommen(KOLOMMEN, namen)
        return (tuple(regel.get(naam) for naam in KOLOMMEN) for regel in tabel)
    frame, namen = uit_frame(tabel, "een Voortgang of een tabel van cohort.per_criterium")
    eis_kolommen(KOLOMMEN, namen)
    import narwhals

    gekozen = frame.select(*KOLOMMEN)
    return iter((gekozen.collect() if isinstance(frame, narwhals.LazyFrame) else gekozen).rows())


def tel_regels(frame: Any, kolommen: Sequence[str]) -> Counter[tuple[Any, ...]]:
    """Return how many lines a frame of Narwhals has of each that is different in these columns; its engine adds them up."""
    import narwhals

    samen = frame.select(*kolommen).group_by(*kolommen).agg(narwhals.len().alias("_keren"))
    regels = (samen.collect() if isinstance(samen, narwhals.LazyFrame) else samen).rows()
    return Counter({tuple(regel[:-1]): regel[-1] for regel in regels})


def uit_frame(tabel: Any, wat: str) -> tuple[Any, list[str]]:
    """Return a frame of any engine as one of Narwhals, and the names of its columns; `wat` is what should have been given.

    Raises:
        VerkeerdType: it is no frame.
        GeenKolom: two columns have the same name.
    """
    # Narwhals comes with Altair, and reads whatever Altair reads.
    altair()
    import narwhals
    from narwhals.exceptions import DuplicateError

    try:
        frame: Any = narwhals.from_native(tabel)
        return frame, frame.collect_schema().names()
    except TypeError:
        soort = type(tabel).__name__
        raise VerkeerdType(f"deze grafiek toont {wat}, niet {citaat(soort)}", {"tabel": soort}) from None
    except DuplicateError:
        kolommen = tuple(tabel.column_names if hasattr(tabel, "column_names") else tabel.columns)
        dubbel = tuple(naam for naam, keren in Counter(kolommen).items() if keren > 1)
        raise GeenKolom((), dubbel, kolommen) from None


def _codes(raamwerk: Raamwerk, codes: list[object]) -> Iterator[str]:
    tekst = [code for code in codes if isinstance(code, str)]
    yield from (
        f"regel {nummer}: hier hoort een code, er staat {_cel(code)}"
        for nummer, code in enumerate(codes, 1)
        if not isinstance(code, str)
    )
    yield from map(str, raamwerk.register.vreemd("succescriterium", tekst).values())
    yield from (f"{citaat(code)} staat er {keren} keer" for code, keren in Counter(tekst).items() if keren > 1)
    er_is = set(tekst)
    mist = [c.code for c in raamwerk.succescriteria if c.code not in er_is]
    if mist:
        yield f"er is geen regel voor {', '.join(mist)}"


def _getallen(regels: list[tuple[Any, ...]]) -> Iterator[str]:
    goed: list[tuple[int, int]] = []
    for nummer, (code, getoond, totaal) in enumerate(regels, 1):
        bij = citaat(code) if isinstance(code, str) else f"regel {nummer}"
        geen = [f"{naam} is {_cel(w)}" for naam, w in (("aangetoond", getoond), ("totaal", totaal)) if not _telt(w)]
        if geen:
            yield f"{bij}: {' en '.join(geen)}; hier hoort een geheel getal van 0 of meer"
            continue
        goed.append((int(getoond), int(totaal)))
        if getoond > totaal:
            yield f"{bij}: {getoond} aangetoond is meer dan het totaal van {totaal}"
    totalen = sorted({totaal for _, totaal in goed})
    if len(totalen) > 1:
        yield f"het totaal is niet overal gelijk: {', '.join(map(str, totalen))}"
    if totalen == [0]:
        yield "het totaal is 0: er is niemand geteld"


def _telt(waarde: object) -> TypeGuard[int]:
    return is_getal(waarde) and cast("int", waarde) >= 0


def _cel(waarde: object) -> str:
    """Return a cell as it can stand in a message; numbers of NumPy as plain ones."""
    gewoon: object = cast("Any", waarde).tolist() if hasattr(waarde, "tolist") else waarde
    return "leeg" if _is_leeg(gewoon) else citaat(gewoon)


def _is_leeg(waarde: object) -> bool:
    try:
        return waarde is None or bool(waarde != waarde)  # noqa: PLR0124  # NaN is unequal to itself
    except (TypeError, ValueError):  # the NA of pandas does not say whether it is, nor does a column of several numbers
        return repr(waarde) == "<NA>"
