"""A count as a workbook or as a Word document, laid out to be read: each table says what was counted, and what was left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import attrs

from ..cohort import Telling, Weggelaten
from ..datums import eis_dag
from ..fouten import VerkeerdType
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, Spreek, spreker
from ..vragen.dekking import Dekking
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk, eis_zelfde, eis_zelfde_voortgang
from ..zinnen import citaat
from ._runs import Woordtaal
from ._verslag_cohort import verslag_van_telling
from ._verslag_dekking import verslag_van_dekking
from ._verslag_voortgang import verslag_van_voortgang
from ._verslagdeel import Verslag
from ._woorden import dag as op_papier
from ._word import A4, RAND, Vel, document_van, twips


def verslag_xlsx(
    raamwerk: Raamwerk,
    geteld: Voortgang | Dekking | Telling[Any],
    *,
    van: str | None = None,
    dag: str | None = None,
    weggelaten: Weggelaten | None = None,
    schermtaal: Schermtaal = "nl",
) -> bytes:
    """Return a count as an Excel workbook to be read and printed: a sheet per table, A4, landscape, as wide as one page.

    Each sheet says above its table with which framework was counted, of how many, and what was left out; the head stays in view and
    comes back on every page. A cell with several criteria has a line with a bullet, code and text for each, and a row is as high as
    what it holds: more than a row can show goes on in the next. Numbers are numbers; every text is stored as text.
    The same input gives the same bytes, under one release of openpyxl.

    Args:
        raamwerk: the framework that was counted with.
        geteld: what `voortgang`, `dekking` or `cohort.tel` gives.
        van: of whom or what it is (a student, a programme, a group), for the title.
        dag: the day of the count (`yyyy-mm-dd`), to stand with it; no date when it is left out.
        weggelaten: what was left out of the evidence of a voortgang, as a `Telling` says it; that of a `Telling` itself is known.
        schermtaal: the language of what stands around the texts, `nl` or `en`.

    Raises:
        VerkeerdType: this is no framework, or no count.
        OngeldigeVraag: the count is of another framework or another version; `dag` is no date; or there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `excel` is not installed.

    >>> import leeruitkomsten as lu
    >>> verslag_xlsx(lu.laad(), lu.voortgang(["WP1.1a"], niveau=1))[:2]
    b'PK'
    """
    from ._verslagblad import als_werkmap

    zeg = spreker(schermtaal)
    verslag = _verslag(raamwerk, geteld, zeg, _Bij(van, dag, weggelaten))
    return als_werkmap(verslag, datetime.datetime.combine(eis_dag(dag or raamwerk.datum, "dag"), datetime.time()), zeg)


def verslag_docx(
    raamwerk: Raamwerk,
    geteld: Voortgang | Dekking | Telling[Any],
    *,
    van: str | None = None,
    dag: str | None = None,
    weggelaten: Weggelaten | None = None,
    schermtaal: Schermtaal = "nl",
) -> bytes:
    """Return a count as a Word document on A4, landscape: the tables of `verslag_xlsx`, one below the other.

    The head of a table comes back on each page, and a row stays whole. Arguments and errors are those of `verslag_xlsx`, but that
    the extra is `weergave`. The same input gives the same bytes, under one release of python-docx.

    >>> import leeruitkomsten as lu
    >>> verslag_docx(lu.laad(), lu.dekking({"Stage": ["WP1"]}))[:2]
    b'PK'
    """
    taal = Woordtaal(schermtaal, eis_raamwerk(raamwerk).taal)
    verslag = _verslag(raamwerk, geteld, taal.spreek, _Bij(van, dag, weggelaten))
    breedtes = [_breedtes([kolom.breedte for kolom in deel.kolommen]) for deel in verslag.delen]
    return document_van(raamwerk, taal, str(verslag.titel), Vel(A4), "verslag.xml", verslag=verslag, breedtes=breedtes)


def _breedtes(delen: list[int]) -> list[int]:
    """Return how wide the columns of a table are that has the width of a sheet, in proportion."""
    breed = A4[0] - 2 * RAND
    return twips([breed * deel / sum(delen) for deel in delen])


class _Bij(NamedTuple):
    """What a report is told beside the count."""

    van: str | None
    dag: str | None
    weggelaten: Weggelaten | None


def _verslag(raamwerk: Raamwerk, geteld: object, zeg: Spreek, bij: _Bij) -> Verslag:
    eis_raamwerk(raamwerk)
    if isinstance(geteld, Voortgang):
        eis_zelfde_voortgang(raamwerk, geteld)
        verslag = verslag_van_voortgang(geteld, zeg)
    elif isinstance(geteld, Dekking):
        eis_zelfde(raamwerk, geteld.kenmerk, "dekking", geteld.leeruitkomsten)
        verslag = verslag_van_dekking(raamwerk, geteld, zeg)
    elif isinstance(geteld, Telling):
        telling = cast("Telling[object]", geteld)
        eis_zelfde(raamwerk, telling.kenmerk, "telling", telling.leeruitkomsten)
        verslag = verslag_van_telling(raamwerk, telling, zeg)
        bij = bij._replace(weggelaten=telling.weggelaten)
    else:
        reden = f"hier hoort wat voortgang(…), dekking(…) of cohort.tel(…) geeft, er staat {citaat(geteld)}"
        raise VerkeerdType(reden, {"geteld": geteld})
    titel = f"{verslag.titel}: {bij.van}" if bij.van else verslag.titel
    vooraf = _vooraf(raamwerk, zeg, bij.dag)
    buiten = [] if bij.weggelaten is None else [_weggelaten(bij.weggelaten, zeg)]
    return attrs.evolve(verslag, titel=titel, geteld=(*vooraf, *verslag.geteld[:-1], *buiten, verslag.geteld[-1]))


def _vooraf(raamwerk: Raamwerk, zeg: Spreek, dag: str | None) -> Iterator[str]:
    """Yield which framework was counted with, and on which day where that was given."""
    kenmerk = raamwerk.kenmerk
    yield zeg(
        "verslag.raamwerk",
        naam=kenmerk.naam,
        versie=kenmerk.versie,
        sleutel=kenmerk.sleutel,
        vingerafdruk=kenmerk.vingerafdruk,
    )
    if dag is not None:
        yield zeg("verslag.dag", dag=op_papier(zeg, eis_dag(dag, "dag").isoformat()))


def _weggelaten(weggelaten: Weggelaten, zeg: Spreek) -> str:
    return zeg("verslag.weggelaten", regels=weggelaten.regels, totaal=weggelaten.regels_totaal)
