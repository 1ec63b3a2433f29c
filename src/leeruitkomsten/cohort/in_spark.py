"""Evidence in Spark: a DataFrame in, a DataFrame out, computed by the cluster when its user asks for rows."""

from __future__ import annotations

from typing import Any

from .in_sql import SqlMotor
from .sql import SPARK
from .vraag import Celsoort, Vraag

_SOORTEN: dict[str, Celsoort] = {
    "string": "tekst", "void": "tekst", "tinyint": "getal", "smallint": "getal", "int": "getal", "bigint": "getal",
    "float": "kommagetal", "double": "kommagetal",
}  # fmt: skip


def soort_van(soort: str) -> Celsoort | None:
    """Return of a type of Spark whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
    basis = soort.partition("(")[0]
    met_maat: dict[str, Celsoort] = {"decimal": "kommagetal", "varchar": "tekst", "char": "tekst"}
    return met_maat.get(basis) or _SOORTEN.get(soort)


class SparkMotor(SqlMotor):
    """A Spark DataFrame in, a Spark DataFrame out."""

    taal = SPARK

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        from pyspark.sql import functions as f

        vraag.in_tabel(bewijs.columns)
        soorten = dict(bewijs.dtypes)
        sleutel, code = soorten[vraag.per], soorten[vraag.criterium]
        vraag.typen((soort_van(sleutel), sleutel), (soort_van(code), code))
        self.sessie = bewijs.sparkSession
        # By its own functions and not in SQL: there ${name} in the name of a column would be looked up in the settings.
        per, criterium = (f.col("`" + kolom.replace("`", "``") + "`") for kolom in (vraag.per, vraag.criterium))
        super().__init__(bewijs.select(per.alias("sleutel"), criterium.cast("string").alias("code")), SPARK.bron, vraag)

    def stel(self, query: str, bron: Any) -> Any:
        return self.sessie.sql(query, bron=bron)

    def reken(self, tabel: Any) -> Any:
        return tabel.localCheckpoint(eager=True)

    def rijen(self, tabel: Any) -> list[tuple[Any, ...]]:
        return [tuple(rij) for rij in tabel.collect()]

    def in_sql(self, namen: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"kolom{plaats}" for plaats in range(len(namen)))

    def geef(self, tabel: Any, namen: tuple[str, ...], *, met_sleutel: bool) -> Any:
        return tabel.toDF(*namen)
