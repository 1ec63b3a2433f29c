"""A cohort: what counting costs, against queries written by hand for the same engine, and against counting otherwise.

Every figure is the median over rounds of the ratio within a round, in which all that is compared takes turns, in another
order each time. All use two threads, and every answer is computed in full: see `bewijs`.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, process_time

import duckdb
from uitslag import meld

import bewijs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

RONDES = 21
SECONDEN = [30]
"""So long the rounds of one comparison take together, if there are three of them."""
HEEL_GROOT, IN_GEHEUGEN, TE_TOETSEN = 5 * 10**7, 10**7, 10**6
KLOK: list[Callable[[], float]] = [perf_counter]
"""What says the time: the clock, or the processor where `--processor` asks for it."""
MB, KRAP = 450, "120MB"
# The peak is that of the process alone: in ru_maxrss is that of the process which started it.
PIEK = f"""
import sys, duckdb
from leeruitkomsten import cohort
duckdb.execute("SET threads = {bewijs.THREADS}")
if sys.argv[3:]:
    duckdb.execute(f"SET memory_limit = '{{sys.argv[3]}}'")
cohort.voortgang(sys.argv[1], per="student").to_parquet(sys.argv[2])
print(next(regel for regel in open("/proc/self/status") if regel.startswith("VmHWM")).split()[1])
"""
KOUD = """
import sys
from time import perf_counter
def keer():
    begin = perf_counter()
    {}
    return perf_counter() - begin
keren = [keer() for _ in range(6)]
print(keren[0] / sorted(keren[1:])[2])
"""
EERSTE_VRAAG = {
    "DuckDB": 'from leeruitkomsten import cohort; cohort.voortgang(sys.argv[1], per="student").to_arrow_table()',
    "Polars": "import polars as pl; from leeruitkomsten import cohort; "
    'cohort.voortgang(pl.scan_parquet(sys.argv[1]), per="student").collect(engine="streaming")',
}


def bezig(wat: str = "") -> None:
    """Say on a terminal what is running."""
    if sys.stderr.isatty():
        print(f"\r\033[K{wat}", end="", file=sys.stderr, flush=True)


def lijn(wat: str, verhouding: float, **grens: float | None) -> bool:
    """Print the line of a figure in the place of what was running."""
    bezig()
    return meld(wat, verhouding, **grens)


def getal(aantal: int) -> str:
    """Return a number with dots."""
    return f"{aantal:,}".replace(",", ".")


def een_keer(wat: str, doe: Callable[[], Any]) -> tuple[float, str | None]:
    """Return how long something takes, and of a table what is in it: the number of lines, and what they add up to."""
    bezig(wat)
    gc.collect()
    begin = KLOK[0]()
    tabel = doe()
    duur = KLOK[0]() - begin
    inhoud = None if tabel is None else duckdb.sql("SELECT count(*), sum(aangetoond) FROM tabel").fetchall()
    return duur, str(inhoud) if inhoud else None


class Ronden:
    """Rounds in which all sides took turns: as many as fit in the time. Each side runs once before."""

    def __init__(self, wat: str, kanten: dict[str, Callable[[], Any]], minstens: int = 3) -> None:
        warm = {naam: een_keer(f"{wat}: {naam}, vooraf", doe) for naam, doe in kanten.items()}
        if len({inhoud for _, inhoud in warm.values()} - {None}) > 1:
            raise SystemExit(f"{wat}: niet alle kanten vinden hetzelfde, de verhouding zou niets zeggen: {warm}")
        aantal = max(minstens, min(RONDES, int(SECONDEN[0] / sum(duur for duur, _ in warm.values()))))
        self.tijden: list[dict[str, float]] = []
        for ronde in range(1, aantal + 1):
            namen = random.sample(sorted(kanten), len(kanten))
            self.tijden.append(
                {naam: een_keer(f"{wat}: {naam}, ronde {ronde} van {aantal}", kanten[naam])[0] for naam in namen}
            )

    def verhouding(self, een: str, *andere: str) -> float:
        """Return the median over the rounds of the time of one side over that of the other, or of the others together."""
        return statistics.median(tijden[een] / sum(tijden[ander] for ander in andere) for tijden in self.tijden)

    def duur(self, naam: str) -> float:
        """Return the median time of one side."""
        return statistics.median(tijden[naam] for tijden in self.tijden)


def zonder_tellen(doe: Callable[[], Any]) -> Callable[[], None]:
    """Return the same work without its answer: of tables with other columns `Ronden` cannot say whether they are the same."""
    return lambda: (doe(), None)[1]


def tegen_de_hand(pad: str, aantal: int, duren: dict[tuple[str, int], float]) -> Iterator[bool]:
    """Compare with the best query for the same engine, and frames in memory with Polars."""
    d, p = bewijs.met_duckdb(pad), bewijs.met_polars(pad)
    kanten = {f"DuckDB {naam}": d[naam] for naam in ("cohort", "met de hand")}
    kanten |= {f"Polars {naam}": p[naam] for naam in ("cohort", "met de hand")} | {"controle": d["met de hand"]}
    kanten["DuckDB dezelfde beloften"] = d["dezelfde beloften"]
    frames = bewijs.met_frames(pad) if aantal <= IN_GEHEUGEN else {}
    kanten |= {naam: frames[naam] for naam in ("pandas", "pyarrow") if frames}
    ronden = Ronden(f"met de hand, {getal(aantal)}", kanten)
    yield lijn(
        f"{getal(aantal)}: DuckDB met de hand / zichzelf (controle)",
        ronden.verhouding("controle", "DuckDB met de hand"),
    )
    for motor in ("DuckDB", "Polars"):
        duren[motor, aantal] = ronden.duur(f"{motor} cohort")
        figuur = ronden.verhouding(f"{motor} cohort", f"{motor} met de hand")
        yield lijn(f"  {motor}: cohort.voortgang / met de hand", figuur, hoogstens=1.15)
    figuur = ronden.verhouding("DuckDB cohort", "DuckDB dezelfde beloften")
    yield lijn("  DuckDB: cohort.voortgang / met de hand, met dezelfde beloften", figuur, hoogstens=1.15)
    for soort in ("pandas", "pyarrow") if frames else ():
        figuur = ronden.verhouding(soort, "Polars cohort")
        yield lijn(f"  {soort}, in het geheugen / Polars cohort.voortgang", figuur, hoogstens=1.8)
    if frames:
        kanten = {"pandas": frames["pandas"], "DuckDB": d["cohort"], "in het geheugen": frames["drop_duplicates"]}
        kanten |= {"bestand": frames["drop_duplicates, bestand"]}
        ronden = Ronden(f"drop_duplicates, {getal(aantal)}", kanten, 1)
        for waar, tegen in (("in het geheugen", "pandas"), ("bestand", "DuckDB")):
            figuur = ronden.verhouding(waar, tegen)
            yield lijn(f"  pandas drop_duplicates / cohort: {tegen}, {waar}", figuur, minstens=10)


def tegen_anders(pad: str, aantal: int) -> Iterator[bool]:
    """Compare with counting distinct pairs, and all that can be asked of a count with the count alone."""
    duckdb_kanten = bewijs.met_duckdb(pad)
    zoveel_regels = duckdb_kanten["zoveel regels"]
    for motor, kanten, anders in (
        ("DuckDB", duckdb_kanten, "distinct"),
        ("Polars", bewijs.met_polars(pad), "n_unique"),
    ):
        ronden = Ronden(f"{motor} {anders}, {getal(aantal)}", {naam: kanten[naam] for naam in ("cohort", anders)}, 1)
        yield lijn(f"  {motor} {anders} / cohort.voortgang", ronden.verhouding(anders, "cohort"), minstens=3)
        # A line per student and month, of which an answer has ten times as many: a table says how much is in it by `aangetoond`.
        per_maand = {naam: zonder_tellen(kanten[naam]) for naam in ("cohort", "groei")}
        if aantal <= TE_TOETSEN:
            per_maand |= {"lang": zonder_tellen(kanten["groei, lang"]), "regels": zonder_tellen(zoveel_regels)}
        ronden = Ronden(f"{motor} groei, {getal(aantal)}", per_maand, 1)
        yield lijn(
            f"  {motor}: cohort.groei per maand, breed / cohort.voortgang",
            ronden.verhouding("groei", "cohort"),
            hoogstens=2.0,
        )
        if aantal <= TE_TOETSEN:
            figuur = ronden.verhouding("lang", "cohort", "regels")
            yield lijn(f"  {motor}: lang / voortgang en zoveel regels schrijven", figuur, hoogstens=2.0)
        vormen = {naam: kanten[naam] for naam in ("tel", "tel, breed", "tel, lang")}
        ronden = Ronden(f"{motor} tel, {getal(aantal)}", vormen)
        for vorm in ("breed", "lang"):
            figuur = ronden.verhouding(f"tel, {vorm}", "tel")
            yield lijn(f"  {motor}: tel, alles gevraagd ({vorm}) / tel alleen", figuur, hoogstens=1.1)


def met_lijst(pad: str, aantal: int) -> Iterator[bool]:
    """Compare a list of students, and groups, with voortgang alone."""
    lijst = bewijs.klassen(pad)
    for motor, kanten in (
        ("DuckDB", bewijs.met_lijst(lambda: duckdb.read_parquet(pad), lambda tabel: tabel.to_arrow_table(), lijst)),
        (
            "Polars",
            bewijs.met_lijst(lambda: bewijs.pl.scan_parquet(pad), lambda t: t.collect(engine="streaming"), lijst),
        ),
    ):
        ronden = Ronden(f"{motor} met een lijst, {getal(aantal)}", kanten)
        for wat in ("met lijst", "spreiding", "per_criterium"):
            yield lijn(f"  {motor}: {wat} / voortgang", ronden.verhouding(wat, "voortgang"), hoogstens=1.2)


def in_spark(pad: str, aantal: int, sessie: Any) -> Iterator[bool]:
    """Compare with the best query for Spark, and with countDistinct."""
    kanten = bewijs.met_spark(pad, sessie)
    if aantal <= TE_TOETSEN:
        antwoorden = {een_keer(f"Spark: {naam}", doe)[1] for naam, doe in kanten.items() if naam.startswith("antwoord")}
        if len(antwoorden) > 1:
            raise SystemExit(f"Spark: niet alle kanten vinden hetzelfde, de verhouding zou niets zeggen: {antwoorden}")
    ronden = Ronden(f"Spark, {getal(aantal)}", {naam: kanten[naam] for naam in ("cohort", "met de hand")})
    figuur = ronden.verhouding("cohort", "met de hand")
    yield lijn("  Spark: cohort.voortgang / met de hand", figuur, hoogstens=1.1)
    ronden = Ronden(f"Spark, {getal(aantal)}", {naam: kanten[naam] for naam in ("cohort", "countDistinct")}, 1)
    yield lijn("  Spark countDistinct / cohort.voortgang", ronden.verhouding("countDistinct", "cohort"), minstens=2)


def apart(programma: str, *gegeven: str) -> float:
    """Run a program in a fresh interpreter and return the number it prints, or infinity where it fails."""
    bezig("een apart proces")
    opdracht = [sys.executable, "-P", "-c", programma, *gegeven]
    klaar = subprocess.run(opdracht, cwd=Path(gegeven[0]).parent, capture_output=True, text=True, check=False)
    if klaar.returncode:
        bezig()
        print(klaar.stderr.strip().rpartition("\n")[2], file=sys.stderr)
        return math.inf
    return float(klaar.stdout)


def piek(pad: str, *grens: str) -> float:
    """Return the most memory, in MB, that a fresh process needs to write the answer to a file."""
    return apart(PIEK, pad, f"{pad}.antwoord.parquet", *grens) * 1024 / 10**6


def geheugen(pad: str, aantal: int) -> Iterator[bool]:
    """Measure how much memory DuckDB needs for a path."""
    yield lijn("  DuckDB, een pad: MB hoogstens in gebruik", piek(pad), hoogstens=MB if aantal >= HEEL_GROOT else None)
    yield lijn(f"  hetzelfde met SET memory_limit = '{KRAP}'", piek(pad, KRAP), hoogstens=MB)


def over_maten(folder: Path, maten: list[int], duren: dict[tuple[str, int], float]) -> Iterator[bool]:
    """Compare the smallest with the largest: time and memory; and start cold."""
    klein, groot = min(maten), max(maten)
    for motor in ("DuckDB", "Polars") if klein < groot else ():
        macht = math.log(duren[motor, groot] / duren[motor, klein]) / math.log(groot / klein)
        yield lijn(f"{motor}: macht van {getal(klein)} naar {getal(groot)}", macht, hoogstens=1.1)
    pieken = [piek(bewijs.schrijf(folder, regels, groot // 400)) for regels in (groot, groot // 10)]
    yield lijn("DuckDB: geheugen met tien keer zoveel regels per student", pieken[0] / pieken[1])
    pad = bewijs.schrijf(folder, klein)
    for motor, vraag in EERSTE_VRAAG.items():
        figuur = statistics.median(apart(KOUD.format(vraag), pad) for _ in range(5))
        yield lijn(f"{motor}: eerste vraag, met importeren / latere, {getal(klein)}", figuur)


def spark_sessie(folder: Path) -> Any:
    """Return a session of Spark, or `None` where it cannot run."""
    if not (find_spec("pyspark") and (os.environ.get("JAVA_HOME") or shutil.which("java"))):
        print("zonder Spark: pyspark of Java ontbreekt", flush=True)
        return None
    from pyspark.sql import SparkSession

    bezig("Spark start")
    bouwer = SparkSession.builder.master(f"local[{bewijs.THREADS}]").config("spark.ui.enabled", "false")
    bouwer = bouwer.config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "4g")
    sessie = bouwer.config("spark.local.dir", str(folder)).getOrCreate()
    sessie.sparkContext.setLogLevel("ERROR")
    return sessie


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    lezer = argparse.ArgumentParser(description="Een cohort tellen, als verhouding tot hoe het ook kan.")
    lezer.add_argument("--regels", type=int, nargs="+", default=[10**6, 10**7], help="aantallen regels bewijs")
    lezer.add_argument("--zonder-spark", action="store_true", help="sla Spark over")
    lezer.add_argument("--processor", action="store_true", help="meet tijd van de processor: het is druk op de machine")
    lezer.add_argument("--seconden", type=int, default=SECONDEN[0], help="zo lang duren de ronden van één vergelijking")
    gegeven = lezer.parse_args()
    SECONDEN[0] = gegeven.seconden
    if gegeven.processor:
        KLOK[0] = process_time  # of this process, so that it says nothing of Spark
    uitslagen: list[bool] = []
    duren: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as naam:
        folder = Path(naam)
        sessie = None if gegeven.zonder_spark or gegeven.processor else spark_sessie(folder)
        for aantal in sorted(set(gegeven.regels)):
            bezig(f"bewijs schrijven, {getal(aantal)}")
            pad = bewijs.schrijf(folder, aantal)
            uitslagen += tegen_de_hand(pad, aantal, duren)
            uitslagen += tegen_anders(pad, aantal)
            uitslagen += met_lijst(pad, aantal)
            uitslagen += in_spark(pad, aantal, sessie) if sessie else ()
            uitslagen += geheugen(pad, aantal)
        uitslagen += over_maten(folder, gegeven.regels, duren)
        if sessie:
            sessie.stop()
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
