"""Days and periods in Polars: which day a cell says, in which period that is, and how masks grow from period to period."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..datums import PATRONEN
from ..periodes import PER_JAAR, Indeling
from .plan import FOUTE_DAG, GEEN_DAG, LATER, WIT
from .tijd import Dagsoort, Tijd, grenzen

_LENGTE, _WEEK = 10, 7


def in_tijd(tijd: Tijd, soort: Dagsoort, bewijs: Any) -> Any:
    """Return evidence with `gebrek`, why its day does not count (0 where it does), and `nummer`, that of its period."""
    import polars as pl

    datum, dag, gebrek = pl.col("datum"), pl.col("dag"), pl.col("gebrek")
    if soort == "tekst":
        bewijs = bewijs.with_columns(datum.cast(pl.String))
    leeg = datum.is_null() if soort == "dag" else datum.str.strip_chars(WIT).fill_null("") == ""
    einde = tijd.indeling.einde
    later = pl.lit(False) if einde is None else dag > einde
    gebreken = (
        pl.when(leeg)
        .then(GEEN_DAG)
        .when(~dag.is_between(date.min, date.max).fill_null(False))
        .then(FOUTE_DAG)
        .when(later)
        .then(LATER)
        .otherwise(0)
    )
    met_dag = bewijs.with_columns(dag=_dag(tijd, soort)).with_columns(gebrek=gebreken.cast(pl.Int64))
    return met_dag.with_columns(nummer=pl.when(gebrek == 0).then(_nummer(tijd.indeling)))


def _dag(tijd: Tijd, soort: Dagsoort) -> Any:
    import polars as pl

    datum = pl.col("datum")
    if soort == "dag":
        return datum.dt.date()
    patroon = f"^(?:{PATRONEN[tijd.vorm]})$"
    iso = datum.str.head(_LENGTE)
    if tijd.vorm == "dd-mm-jjjj":
        dag, maand, jaar = (datum.str.extract(patroon, plaats) for plaats in (1, 2, 3))
        iso = pl.concat_str(jaar, pl.lit("-"), maand.str.zfill(2), pl.lit("-"), dag.str.zfill(2))
    return pl.when(datum.str.contains(patroon)).then(iso).str.to_date("%Y-%m-%d", strict=False)


def _nummer(indeling: Indeling) -> Any:
    """Return the number of the period of `dag`, as `Indeling.nummer` gives it."""
    import polars as pl

    dag = pl.col("dag").dt
    if indeling.stap is None:
        einden = pl.Series([einde for _, einde in grenzen(indeling)], dtype=pl.Date)
        return pl.lit(einden).search_sorted(pl.col("dag"), side="left").cast(pl.Int32)
    if indeling.stap == "week":
        return ((pl.col("dag").cast(pl.Int32) - (date.min - date(1970, 1, 1)).days) // _WEEK).cast(pl.Int32)
    deel = dag.month() if indeling.stap == "maand" else dag.quarter()
    return dag.year().cast(pl.Int32) * PER_JAAR[indeling.stap] + deel.cast(pl.Int32) - 1


def geen_dag(bewijs: Any) -> tuple[list[tuple[str, int]], int]:
    """Return what stands where a day belongs, with its number of lines, most first; and how many lines are too late."""
    import polars as pl

    fout = bewijs.filter(pl.col("gebrek") == FOUTE_DAG).group_by(pl.col("datum").cast(pl.String))
    geteld = fout.agg(regels=pl.len()).sort("regels", "datum", descending=[True, False])
    later = bewijs.select((pl.col("gebrek") == LATER).sum())
    return geteld.collect(engine="streaming").rows(), later.collect(engine="streaming").item()


def gegroeid(indeling: Indeling, allen: Any, erbij: Any, samen: list[str], m: list[str]) -> Any:
    """Return the masks of everybody by the end of each period, with its last day as `periode`.

    Args:
        indeling: the periods.
        allen: the keys of everybody who counts.
        erbij: masks of what was shown in each period, with its `nummer`.
        samen: the keys that both have.
        m: the columns of masks.
    """
    import polars as pl

    eerste, laatste = erbij.select(pl.col("nummer").min().alias("min"), pl.col("nummer").max().alias("max")).row(0)
    nummers = indeling.reeks(eerste, laatste)
    dagen = pl.Series([indeling.periode(nummer).laatste_dag for nummer in nummers], dtype=pl.Date)
    # Everybody has as many lines, in the order of the periods.
    regel = pl.select(pl.int_range(len(allen) * len(nummers))).to_series()
    plaats = (regel % len(nummers)).cast(pl.Int32)
    heel = allen[regel // len(nummers)].with_columns(
        plaats=plaats, nummer=plaats + nummers.start, periode=dagen[plaats.cast(pl.UInt32)]
    )
    heel = heel.join(erbij, on=[*samen, "nummer"], how="left", maintain_order="left").with_columns(
        pl.col(m).fill_null(0)
    )
    ver = 1
    while ver < len(nummers):  # what stood so many periods before is taken along, twice as far each time
        eerder = (pl.when(pl.col("plaats") >= ver).then(pl.col(kolom).shift(ver)).otherwise(0) for kolom in m)
        heel = heel.with_columns(pl.col(kolom) | wat for kolom, wat in zip(m, eerder, strict=True))
        ver *= 2
    return heel.select(*allen.columns, "periode", *m)
