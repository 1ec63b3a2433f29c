"""Days and periods as SQL: which day a cell says, in which period that is, and how masks grow from period to period.

Evidence gets the columns `gebrek`, why its day does not count (0 where it does), and `nummer`, that of its period (null where it
has none). Masks get a line for each period, with `nummer`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..datums import PATRONEN
from ..periodes import MEESTE_PERIODES, PER_JAAR, TE_VEEL, Indeling
from .plan import FOUTE_DAG, GEEN_DAG, LATER, WIT
from .sql_maskers import met_bits, sleutels, wie_op_lijst
from .sql_taal import Taal
from .tijd import Dagsoort, Tijd, grenzen
from .vraag import Vraag

_LENGTE = 10
"""Of a day in ISO text."""


def in_tijd(taal: Taal, tijd: Tijd, soort: Dagsoort, uit: str) -> str:
    """Return evidence with its periods: of evidence with the column `datum`, which holds this soort."""
    met_dag = f"(SELECT *, {_dag(taal, tijd, soort)} AS dag FROM {uit}) AS met_dag"
    wit = f" OR trim(BOTH {taal.tekst(WIT)} FROM datum) = ''" if soort == "tekst" else ""
    einde = tijd.indeling.einde
    later = f" WHEN dag > DATE '{einde}' THEN {LATER}" if einde else ""
    # A day that Python does not have is none; nor is infinity.
    geldig = f"coalesce(dag BETWEEN DATE '{date.min}' AND DATE '{date.max}', FALSE)"
    gebrek = f"CASE WHEN datum IS NULL{wit} THEN {GEEN_DAG} WHEN NOT {geldig} THEN {FOUTE_DAG}{later} ELSE 0 END"
    met_gebrek = f"(SELECT *, CAST({gebrek} AS BIGINT) AS gebrek FROM {met_dag}) AS met_gebrek"
    return f"(SELECT *, CASE WHEN gebrek = 0 THEN {_nummer(taal, tijd.indeling)} END AS nummer FROM {met_gebrek}) AS bewijs"


def _dag(taal: Taal, tijd: Tijd, soort: Dagsoort) -> str:
    if soort == "dag":
        return "CAST(datum AS DATE)"
    iso = f"left(datum, {_LENGTE})"
    if tijd.vorm == "dd-mm-jjjj":
        patroon = taal.tekst(PATRONEN[tijd.vorm])
        jaar, maand, dag = (f"regexp_extract(datum, {patroon}, {plaats})" for plaats in (3, 2, 1))
        iso = f"concat({jaar}, '-', lpad({maand}, 2, '0'), '-', lpad({dag}, 2, '0'))"
    return f"CASE WHEN {taal.heel('datum', PATRONEN[tijd.vorm])} THEN try_cast({iso} AS DATE) END"


def _nummer(taal: Taal, indeling: Indeling) -> str:
    """Return the number of the period of `dag`, as `Indeling.nummer` gives it."""
    if indeling.stap is None:
        return _in_tabel(list(grenzen(indeling)))
    if indeling.stap == "week":
        return f"CAST(floor({taal.dagnummer('dag')} / 7) AS INT)"
    deel = "month(dag)" if indeling.stap == "maand" else "quarter(dag)"
    return f"CAST(year(dag) * {PER_JAAR[indeling.stap]} + {deel} - 1 AS INT)"


def _in_tabel(periodes: Sequence[tuple[int, date]]) -> str:
    """Return the number of the first of these periods that ends with `dag` or later, found by halves."""
    if len(periodes) == 1:
        return str(periodes[0][0])
    midden = len(periodes) // 2
    eerder, later = _in_tabel(periodes[:midden]), _in_tabel(periodes[midden:])
    return f"CASE WHEN dag <= DATE '{periodes[midden - 1][1]}' THEN {eerder} ELSE {later} END"


def _laatste_dag(indeling: Indeling) -> str:
    """Return the last day of the period with a `nummer`, as `Indeling.periode` gives it."""
    if indeling.stap is None:
        dagen = (f"WHEN {nummer} THEN DATE '{dag}'" for nummer, dag in grenzen(indeling))
        return f"CASE nummer {' '.join(dagen)} END"
    if indeling.stap == "week":
        heel = f"DATE '{date.min}' + CAST(7 * nummer + 6 AS INT)"
    else:
        per_jaar = PER_JAAR[indeling.stap]
        jaar, maand = (
            f"CAST(floor(nummer / {per_jaar}) AS INT)",
            f"CAST((nummer % {per_jaar} + 1) * {12 // per_jaar} AS INT)",
        )
        heel = f"last_day(make_date({jaar}, {maand}, 1))"
    return heel if indeling.tot is None else f"least({heel}, DATE '{indeling.tot}')"


def bereik(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return a table of one line, the numbers `eerste` and `laatste` of the periods of evidence; an error where they are too many.

    They come from the evidence and not from its masks, which an engine might work out once more for it.
    """
    indeling = vraag.indeling
    if indeling.stap is None:
        return vast(0, indeling.hoogste())
    laatste = "max(nummer)" if indeling.tot is None else str(indeling.nummer(indeling.tot))
    te_veel = taal.tekst(f"het bewijs loopt over veel jaren: {TE_VEEL}")
    te_ver = f"{laatste} - min(nummer) >= {MEESTE_PERIODES}"
    tot = f"CASE WHEN {te_ver} THEN {taal.fout}({te_veel}) ELSE {laatste} END"
    op_lijst = "" if vraag.rooster is None else f" AND {wie_op_lijst(vraag, taal, 'bewijs')}"
    bron = f"{uit} {met_bits(vraag.plan, taal)} WHERE m0 IS NOT NULL{op_lijst}"
    return f"(SELECT min(nummer) AS eerste, {tot} AS laatste FROM {bron}) AS bereik"


def vast(eerste: int | None, laatste: int | None) -> str:
    """Return the same where the numbers are known; `None` where there are no periods."""
    van, tot = ("CAST(NULL AS INT)" if nummer is None else nummer for nummer in (eerste, laatste))
    return f"(SELECT {van} AS eerste, {tot} AS laatste) AS bereik"


def uitersten(uit: str) -> str:
    """Return the query for the numbers of the first and the last period of masks in which there is evidence that counts."""
    return f"SELECT min(nummer), max(nummer) FROM {uit}"


def gegroeid(vraag: Vraag, taal: Taal, uit: str, bereik: str) -> str:
    """Return masks by the end of each period, with its last day as `periode`: of masks with the periods in which they were shown.

    Between two periods in which somebody shows something their masks stay as they are, so that each line becomes as many as there
    are periods before the next; the first of somebody reaches back to the first of all.
    """
    namen, m = ", ".join(sleutels(vraag)), [f"m{kolom}" for kolom in range(vraag.plan.aantal)]
    samen = ", ".join(f"bit_or({kolom}) OVER wie AS {kolom}" for kolom in m)
    dan = "lead(nummer) OVER wie AS volgende, row_number() OVER wie AS rang"
    # Masks without a period come first: they are of lines that do not count, and say that somebody is there.
    wie = f"WINDOW wie AS (PARTITION BY {namen} ORDER BY nummer NULLS FIRST)"
    stappen = f"SELECT {namen}, nummer AS sinds, {samen}, {dan} FROM {uit} {wie}"
    van_tot = "CASE WHEN rang = 1 THEN eerste ELSE sinds END AS van, coalesce(volgende - 1, laatste) AS tot"
    met_einde = f"SELECT {namen}, sinds, {', '.join(m)}, {van_tot} FROM ({stappen}) AS stappen CROSS JOIN {bereik}"
    kolommen = f"{namen}, sinds, {', '.join(m)}, {taal.nummers('van', 'tot')} AS nummer"
    los = f"SELECT {kolommen} FROM ({met_einde}) AS van_tot WHERE van <= tot"
    masker = ", ".join(f"CASE WHEN nummer >= sinds THEN {kolom} ELSE 0 END AS {kolom}" for kolom in m)
    heel = f"SELECT {namen}, {_laatste_dag(vraag.indeling)} AS periode, {masker} FROM ({los}) AS los"
    return f"({heel}) AS gegroeid"


def geen_dag(taal: Taal, uit: str) -> str:
    """Return the query for what stands where a day belongs, with its number of lines; last how many lines are too late."""
    staat = "CAST(datum AS STRING) AS staat, count(*) AS regels, 0 AS plek"
    fout = f"SELECT {staat} FROM {uit} WHERE gebrek = {FOUTE_DAG} GROUP BY datum"
    later = f"SELECT NULL AS staat, count(*) AS regels, 1 AS plek FROM {uit} WHERE gebrek = {LATER}"
    return f"SELECT staat, regels FROM ({fout} UNION ALL {later}) AS alle ORDER BY plek, regels DESC, staat"
