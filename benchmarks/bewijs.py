"""Evidence for the benchmark of cohorts, and all that counts it: the package, and queries written by hand.

Import this before any engine: it gives all of them the same two threads, and Polars reads theirs once, at import.
"""

from __future__ import annotations

import os

THREADS = 2
os.environ["POLARS_MAX_THREADS"] = str(THREADS)
if hasattr(os, "sched_setaffinity"):  # also for connections that the package opens, and for the processes started here
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:THREADS])

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

import leeruitkomsten as lu
from leeruitkomsten import cohort

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import Any

    import pandas as pd

PER_STUDENT, KOLOMMEN = 40, ["student", "criterium"]
# Which student a line is of is drawn, so they come in random order. Two lines in three draw from all codes and the third from
# the first half: of all lines about 20 % says nothing new. There is a column that is not needed, as in any such file.
REGELS = """
SELECT 's' || lpad(CAST(hash(i) % $studenten AS VARCHAR), 8, '0') AS student,
       DATE '2024-09-01' + CAST(hash(i + 1000000007) % 300 AS INTEGER) AS datum,
       $codes[1 + CAST(hash(i + 2000000011) % CASE WHEN i % 3 = 0 THEN $helft ELSE $alle END AS INTEGER)] AS criterium
FROM range($regels) AS getallen(i)
"""
uitkomst_van = {c.code: c.leeruitkomst for c in lu.laad().succescriteria}
bits = {code: (1 << plaats & (1 << 63) - 1, 1 << plaats >> 63) for plaats, code in enumerate(uitkomst_van)}
TABELLEN: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = {
    "codes": (["criterium", "lo", "hi"], [(code, *bit) for code, bit in bits.items()]),
    "uitkomsten": (
        ["leeruitkomst", "totaal", "elo", "ehi"],
        [
            (u.code, len(u.succescriteria), *(sum(bits[c.code][helft] for c in u.succescriteria) for helft in (0, 1)))
            for u in lu.laad().leeruitkomsten
        ],
    ),
    "uitkomst_van": (["criterium", "leeruitkomst"], [*uitkomst_van.items()]),
}
MET_DE_HAND = """
SELECT student, leeruitkomst, CAST(bit_count(lo & elo) + bit_count(hi & ehi) AS BIGINT) AS aangetoond, totaal
FROM (SELECT student, bit_or(lo) AS lo, bit_or(hi) AS hi FROM {} JOIN codes USING (criterium) GROUP BY student) AS maskers
CROSS JOIN uitkomsten WHERE lo & elo <> 0 OR hi & ehi <> 0
"""
# The same with what `cohort` promises: who has no key or a code that does not exist ends the query, which says in how many lines
# and gives one of them.
MET_DEZELFDE_BELOFTEN = """
SELECT student, leeruitkomst, CAST(bit_count(lo & elo) + bit_count(hi & ehi) AS BIGINT) AS aangetoond, totaal
FROM (
    SELECT student, lo, hi FROM (
        SELECT student, bit_or(lo) AS lo, bit_or(hi) AS hi, count(*) FILTER (WHERE lo IS NULL) AS fout,
            min(CASE WHEN lo IS NULL THEN CAST('0x' || left(hex(nullif(criterium, '')), 30) AS UHUGEINT) END) AS voorbeeld
        FROM {} LEFT JOIN codes USING (criterium) GROUP BY student
    ) AS groepen
    WHERE CASE WHEN student IS NOT NULL AND fout = 0 THEN TRUE
        ELSE error(concat(student, ': ', fout, ' regels, zoals ', coalesce(TRY(decode(unhex(hex(voorbeeld)))), ''))) END
) AS maskers CROSS JOIN uitkomsten WHERE lo & elo <> 0 OR hi & ehi <> 0
"""
# As many lines as growth by month has, of which nothing is counted: what writing them out takes.
ZOVEEL_REGELS = """
SELECT student, DATE '2024-09-30' + CAST(nummer AS INTEGER) AS periode, leeruitkomst, nummer AS aangetoond, totaal
FROM studenten CROSS JOIN (SELECT unnest(range(10)) AS nummer) AS periodes CROSS JOIN uitkomsten
"""
DISTINCT = """
SELECT student, leeruitkomst, count(*) AS aangetoond FROM (SELECT DISTINCT student, criterium FROM {}) AS paren
JOIN uitkomst_van USING (criterium) GROUP BY student, leeruitkomst
"""
COUNT_DISTINCT = """
SELECT student, leeruitkomst, count(DISTINCT criterium) AS aangetoond FROM {} JOIN uitkomst_van USING (criterium)
GROUP BY student, leeruitkomst
"""


def schrijf(folder: Path, regels: int, studenten: int | None = None) -> str:
    """Write a file of so many lines, unless it is there, and return its path. It is the same in every run."""
    studenten = studenten or max(1, regels // PER_STUDENT)
    bestand = folder / f"bewijs-{regels}-{studenten}.parquet"
    if not bestand.exists():
        aantallen = {"regels": regels, "studenten": studenten, "alle": len(bits), "helft": len(bits) // 2}
        duckdb.sql(REGELS, params=aantallen | {"codes": [*bits]}).to_parquet(str(bestand))
    return str(bestand)


def kleine_tabellen(tabel: str) -> Iterable[str]:
    """Return the statements that make the small tables, in words that DuckDB and Spark share."""
    for naam, (kolommen, regels) in TABELLEN.items():
        # A number in a list of values is an integer where it fits, and would make the masks too narrow.
        rijen = (
            "(" + ", ".join(repr(w) if isinstance(w, str) else f"CAST({w} AS BIGINT)" for w in r) + ")" for r in regels
        )
        waarden = f"(VALUES {', '.join(rijen)}) AS t({', '.join(kolommen)})"
        yield f"CREATE OR REPLACE TEMPORARY {tabel} {naam} AS SELECT * FROM {waarden}"  # noqa: S608  # its own codes


def klassen(pad: str) -> pa.Table:
    """Return a list of students: those of the evidence, in forty classes."""
    vraag = (
        f"SELECT student, 'k' || hash(student) % 40 AS klas FROM (SELECT DISTINCT student FROM read_parquet('{pad}'))"  # noqa: S608  # its own path
    )
    return duckdb.sql(vraag).to_arrow_table()


def met_lijst(lees: Callable[[], Any], haal: Callable[[Any], Any], lijst: pa.Table) -> dict[str, Callable[[], Any]]:
    """Return voortgang alone, with a list of students, and what is asked of groups."""
    opties: dict[str, Any] = {"per": "student", "studenten": lijst}
    return {
        "voortgang": lambda: haal(cohort.voortgang(lees(), per="student")),
        "met lijst": lambda: haal(cohort.voortgang(lees(), **opties)),
        "spreiding": lambda: (haal(cohort.spreiding(lees(), groep="klas", **opties)), None)[1],
        "per_criterium": lambda: (haal(cohort.per_criterium(lees(), groep="klas", **opties)), None)[1],
    }


def met_duckdb(pad: str) -> dict[str, Callable[[], Any]]:
    """Return what DuckDB can do with a file; answers are fetched into a table of PyArrow."""
    bron = f"read_parquet('{pad}')"
    duckdb.execute(f"CREATE OR REPLACE TEMPORARY TABLE studenten AS SELECT DISTINCT student FROM {bron}")  # noqa: S608  # its own path
    return {
        "cohort": lambda: cohort.voortgang(duckdb.read_parquet(pad), per="student").to_arrow_table(),
        "groei": lambda: cohort.groei(duckdb.read_parquet(pad), per="student", breed=True).to_arrow_table(),
        "groei, lang": lambda: cohort.groei(duckdb.read_parquet(pad), per="student").to_arrow_table(),
        "zoveel regels": lambda: duckdb.sql(ZOVEEL_REGELS).to_arrow_table(),
        "met de hand": lambda: duckdb.sql(MET_DE_HAND.format(bron)).to_arrow_table(),
        "dezelfde beloften": lambda: duckdb.sql(MET_DEZELFDE_BELOFTEN.format(bron)).to_arrow_table(),
        "distinct": lambda: duckdb.sql(DISTINCT.format(bron)).to_arrow_table(),
    } | geteld(lambda: cohort.tel(duckdb.read_parquet(pad), per="student"), lambda tabel: tabel.to_arrow_table())


def met_polars(pad: str) -> dict[str, Callable[[], Any]]:
    """Return what Polars can do with a file; answers are collected by its streaming engine."""
    codes, uitkomsten, van = (pl.LazyFrame(regels, namen, orient="row") for namen, regels in TABELLEN.values())
    bitten = (pl.col("lo") & pl.col("elo")).bitwise_count_ones() + (pl.col("hi") & pl.col("ehi")).bitwise_count_ones()

    def met_de_hand() -> pl.DataFrame:
        groepen = pl.scan_parquet(pad).join(codes, on="criterium").group_by("student")
        paren = groepen.agg(pl.col("lo", "hi").bitwise_or()).join(uitkomsten, how="cross")
        lang = paren.select("student", "leeruitkomst", bitten.cast(pl.Int64).alias("aangetoond"), "totaal")
        return lang.filter(pl.col("aangetoond") > 0).collect(engine="streaming")

    def n_unique() -> pl.DataFrame:
        groepen = pl.scan_parquet(pad).join(van, on="criterium").group_by("student", "leeruitkomst")
        return groepen.agg(aangetoond=pl.col("criterium").n_unique()).collect(engine="streaming")

    return {
        "cohort": lambda: cohort.voortgang(pl.scan_parquet(pad), per="student").collect(engine="streaming"),
        "groei": lambda: cohort.groei(pl.scan_parquet(pad), per="student", breed=True).collect(engine="streaming"),
        "groei, lang": lambda: cohort.groei(pl.scan_parquet(pad), per="student").collect(engine="streaming"),
        "met de hand": met_de_hand,
        "n_unique": n_unique,
    } | geteld(lambda: cohort.tel(pl.scan_parquet(pad), per="student"), lambda tabel: tabel.collect(engine="streaming"))


def geteld(tel: Callable[[], Any], haal: Callable[[Any], Any]) -> dict[str, Callable[[], Any]]:
    """Return the pass alone, and the pass with all that is asked of it, in the long form and in the wide."""

    def alles(*, breed: bool) -> None:
        telling = tel()
        for eenheid in ("leeruitkomst", "evl"):
            haal(telling.voortgang(eenheid=eenheid, breed=breed))
        haal(telling.per_criterium())

    return {
        "tel": lambda: (tel(), None)[1],
        "tel, lang": lambda: alles(breed=False),
        "tel, breed": lambda: alles(breed=True),
    }


def met_frames(pad: str) -> dict[str, Callable[[], Any]]:
    """Return what can be done with the file in memory, as a table of PyArrow and as a frame of pandas, and by pandas alone."""
    tabel = pq.read_table(pad)
    frame = tabel.to_pandas()

    def drop_duplicates(regels: pd.DataFrame) -> pd.DataFrame:
        paren = regels[KOLOMMEN].drop_duplicates()
        groepen = paren.assign(leeruitkomst=paren["criterium"].map(uitkomst_van)).groupby(["student", "leeruitkomst"])
        return groepen.size().reset_index(name="aangetoond")

    return {
        "pyarrow": lambda: cohort.voortgang(tabel, per="student"),
        "pandas": lambda: cohort.voortgang(frame, per="student"),
        "drop_duplicates": lambda: drop_duplicates(frame),
        "drop_duplicates, bestand": lambda: drop_duplicates(pq.read_table(pad, columns=KOLOMMEN).to_pandas()),
    }


def met_spark(pad: str, sessie: Any) -> dict[str, Callable[[], Any]]:
    """Return what Spark can do with a file; answers are written to nowhere."""
    bron = f"parquet.`{pad}`"

    def schrijf_weg(frame: Any) -> None:
        frame.write.format("noop").mode("overwrite").save()

    def tabel(query: str) -> pa.Table:
        return sessie.sql(query.format(bron)).toArrow()

    for opdracht in kleine_tabellen("VIEW"):
        sessie.sql(opdracht)
    return {
        "cohort": lambda: schrijf_weg(cohort.voortgang(sessie.read.parquet(pad), per="student")),
        "met de hand": lambda: schrijf_weg(sessie.sql(MET_DE_HAND.format(bron))),
        "countDistinct": lambda: schrijf_weg(sessie.sql(COUNT_DISTINCT.format(bron))),
        "antwoord van cohort": lambda: cohort.voortgang(sessie.read.parquet(pad), per="student").toArrow(),
        "antwoord met de hand": lambda: tabel(MET_DE_HAND),
        "antwoord van countDistinct": lambda: tabel(COUNT_DISTINCT),
    }


duckdb.execute(f"SET threads = {THREADS}")
pa.set_cpu_count(THREADS)
for _opdracht in kleine_tabellen("TABLE"):
    duckdb.execute(_opdracht)
