"""Start-up: what importing the package costs, and the first question, against importing what it builds on.

Every figure is a ratio to `import attrs, json`, each run in a fresh interpreter. The clock runs inside that interpreter
and around the statement alone, so the start of Python itself is not in it.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys

from uitslag import meld

BASIS = "import attrs, json"
# What is measured, with the most it may cost. The basis against itself shows how far the figures can be trusted.
GRENZEN = {
    f"{BASIS}  # controle": None,
    "import leeruitkomsten": 0.33,
    'import leeruitkomsten as lu; lu.verdieping("WP2", "WP3")': 1.20,
}
OPDRACHTEN = (BASIS, *GRENZEN)
RONDES = 40
KLOK = "import time; begin = time.perf_counter()\n{}\nprint(time.perf_counter() - begin)"
VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def draai(programma: str, *vooraf: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter that may keep its bytecode: compiling is not what is measured."""
    over = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    opdracht = [*vooraf, sys.executable, "-P", "-c", programma]
    return subprocess.run(opdracht, env=over | omgeving, capture_output=True, text=True, check=True)


def tijd(opdracht: str) -> float:
    """Return the seconds one statement takes in a fresh interpreter."""
    return float(draai(KLOK.format(opdracht)).stdout)


def instructies(opdracht: str) -> int:
    """Return the number of instructions a whole interpreter needs that runs one statement."""
    geteld = re.search(r"I\s+refs:\s+([\d,]+)", draai(opdracht, *VALGRIND, PYTHONHASHSEED="0").stderr)
    if geteld is None:
        raise SystemExit("valgrind geeft geen aantal instructies")
    return int(geteld[1].replace(",", ""))


def in_tijd() -> list[float]:
    """Return the ratios in time: the median over rounds of the ratio within a round.

    Each round runs every statement once, and starts with another one: none has a fixed place after another.
    """
    rondes: list[list[float]] = []
    for ronde in range(RONDES):
        plaatsen = [(ronde + stap) % len(OPDRACHTEN) for stap in range(len(OPDRACHTEN))]
        gemeten = {plaats: tijd(OPDRACHTEN[plaats]) for plaats in plaatsen}
        rondes.append([gemeten[plaats] / gemeten[0] for plaats in range(1, len(OPDRACHTEN))])
    return [statistics.median(verhoudingen) for verhoudingen in zip(*rondes, strict=True)]


def in_instructies() -> list[float]:
    """Return the ratios in instructions, each counted once, without those of an interpreter that does nothing."""
    leeg = instructies("pass")
    basis, *andere = (instructies(opdracht) - leeg for opdracht in OPDRACHTEN)
    return [geteld / basis for geteld in andere]


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    lezer = argparse.ArgumentParser(description="Starttijd, als verhouding tot `import attrs, json`.")
    lezer.add_argument("--instructies", action="store_true", help="tel instructies met valgrind in plaats van tijd")
    meet = in_instructies if lezer.parse_args().instructies else in_tijd
    for opdracht in OPDRACHTEN:
        draai(opdracht)  # once ahead of all: the bytecode is written, the files are in memory
    uitslagen = [
        meld(wat, verhouding, hoogstens=grens) for (wat, grens), verhouding in zip(GRENZEN.items(), meet(), strict=True)
    ]
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
