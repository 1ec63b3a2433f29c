"""Tables of evidence of every kind, and one Spark session for all tests."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from cohort.tabellen import KOLOMMEN, SOORTEN, Antwoord, Gereedschap, Regels, Soort

# A question to Spark takes a second; the others are counted as a frame or a relation that every day has.
TRAAG = ("spark", "batch", "batch groot", "dataset", "pyarrow groot")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A local Spark; where there is no Java the test is skipped, but not in CI."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        reden = "Spark needs Java"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reden)
    from pyspark.sql import SparkSession

    bouwer = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    # The first compiler of the JVM only: queries here are short. What it saves has not been measured.
    bouwer = bouwer.config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    # Nor is a query that runs once compiled to bytecode, or planned anew while it runs.
    bouwer = bouwer.config("spark.sql.codegen.wholeStage", "false").config("spark.sql.adaptive.enabled", "false")
    bouwer = bouwer.config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    bouwer = bouwer.config("spark.sql.shuffle.partitions", "2").config("spark.driver.bindAddress", "127.0.0.1")
    sessie = bouwer.config("spark.driver.host", "127.0.0.1").getOrCreate()
    sessie.sparkContext.setLogLevel("OFF")
    yield sessie
    sessie.stop()


@pytest.fixture(scope="session")
def gereedschap(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Gereedschap:
    map_, nummers = tmp_path_factory.mktemp("bewijs"), itertools.count()

    def plek(einde: str) -> Path:
        return map_ / f"{next(nummers)}.{einde}"

    return Gereedschap(plek, lambda: request.getfixturevalue("spark"))


@attrs.frozen
class Motor:
    """One kind of table, ready to be made and read."""

    soort: Soort
    gereedschap: Gereedschap

    @property
    def naam(self) -> str:
        return self.soort.naam

    @property
    def lui(self) -> bool:
        return self.soort.lui

    def maak(self, regels: Regels, kolommen: Sequence[str] = KOLOMMEN) -> Any:
        return self.soort.maak(self.gereedschap, regels, kolommen)

    def lees(self, tabel: Any) -> Antwoord:
        """The columns and lines of an answer, computed."""
        return self.soort.lees(tabel)

    def sleutels(self, regels: Regels) -> Regels:
        """The lines with keys as this kind of table holds them: text in a CSV file."""
        return [(self.soort.sleutel(sleutel), code) for sleutel, code in regels]


@pytest.fixture
def kies(gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Motor]:
    """A function from the name of a kind of table to that kind; large frames are those above no lines at all."""

    def _kies(naam: str) -> Motor:
        if SOORTEN[naam].groot:
            monkeypatch.setattr("leeruitkomsten.cohort.in_frames.KLEIN", -1)
        return Motor(SOORTEN[naam], gereedschap)

    return _kies


ELKE = [pytest.param(naam, marks=pytest.mark.grondig) if naam in TRAAG else naam for naam in SOORTEN]


@pytest.fixture(params=ELKE)
def motor(request: pytest.FixtureRequest, kies: Callable[[str], Motor]) -> Motor:
    """Every kind of table."""
    return kies(str(request.param))


@pytest.fixture(params=[soort for naam, soort in zip(SOORTEN, ELKE, strict=True) if naam != "spark"])
def snel(request: pytest.FixtureRequest, kies: Callable[[str], Motor]) -> Motor:
    """Every kind of table but that of Spark, of which a question takes a second."""
    return kies(str(request.param))
