"""Evidence in Spark: a DataFrame in, a DataFrame out, computed by the cluster when its user asks for rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import sql_maskers
from .in_sql import SqlMotor
from .rooster import Celsoort, Rooster
from .sql_taal import SPARK
from .tijd import Dagsoort
from .vraag import Dagtype, Kolomtype, Vraag

_SOORTEN: dict[str, Celsoort] = {
    "string": "tekst", "void": "tekst", "tinyint": "getal", "smallint": "getal", "int": "getal", "bigint": "getal",
    "float": "kommagetal", "double": "kommagetal",
}  # fmt: skip


def soort_van(soort: str) -> Celsoort | None:
    """Return of a type of Spark whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
    basis = soort.partition("(")[0]
    met_maat: dict[str, Celsoort] = {"decimal": "kommagetal", "varchar": "tekst", "char": "tekst"}
    return met_maat.get(basis) or _SOORTEN.get(soort)


def dagsoort_van(soort: str) -> Dagsoort | None:
    """Return of a type of Spark whether it is `tekst` or `dag`; else `None`."""
    if soort_van(soort) == "tekst":
        return "tekst"
    return "dag" if soort in ("date", "timestamp", "timestamp_ntz") else None


class SparkMotor(SqlMotor):
    """A Spark DataFrame in, a Spark DataFrame out."""

    taal = SPARK

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        from pyspark.sql import functions as f

        vraag.in_tabel(bewijs.columns)
        types = dict(bewijs.dtypes)
        *sleutels, code = (
            Kolomtype(soort_van(types[naam]), types[naam]) for naam in (*vraag.in_bewijs, vraag.criterium)
        )
        dag = None if vraag.tijd is None else Dagtype(dagsoort_van(types[vraag.tijd.kolom]), types[vraag.tijd.kolom])
        vraag.typen(sleutels, code, dag)
        self.sessie = bewijs.sparkSession
        # By its own functions and not in SQL: there ${name} in the name of a column would be looked up in the settings.
        kolommen = {naam: f.col("`" + naam.replace("`", "``") + "`") for naam in vraag.kolommen}
        gekozen = [
            kolommen[naam].alias(s) for naam, s in zip(vraag.in_bewijs, sql_maskers.in_bewijs(vraag), strict=True)
        ]
        gekozen.append(kolommen[vraag.criterium].cast("string").alias("code"))
        if vraag.tijd is not None:
            datum = kolommen[vraag.tijd.kolom]
            gekozen.append((datum.cast("string") if dag and dag.soort == "tekst" else datum).alias("datum"))
        super().__init__(bewijs.select(*gekozen), SPARK.bron, vraag, [types[naam] for naam in vraag.in_bewijs], dag)

    def als_tabel(self, rooster: Rooster) -> Any:
        soorten = {"tekst": "string", "getal": "bigint"}
        kolommen = zip(sql_maskers.sleutels(self.vraag), rooster.soorten.values(), strict=False)
        schema = ", ".join(f"{sleutel} {soorten[soort]}" for sleutel, soort in kolommen)
        return self.sessie.createDataFrame(rooster.regels, schema)

    def stel(self, query: str, bron: Any) -> Any:
        lijst = {} if self.lijst is None else {"lijst": self.lijst}
        return self.sessie.sql(query, bron=bron, **lijst)

    def reken(self, tabel: Any) -> Any:
        return tabel.localCheckpoint(eager=True)

    def rijen(self, tabel: Any) -> list[tuple[Any, ...]]:
        return [tuple(rij) for rij in tabel.collect()]

    def in_sql(self, namen: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"kolom{plaats}" for plaats in range(len(namen)))

    def geef(self, tabel: Any, namen: tuple[str, ...], sleutels: Sequence[str]) -> Any:
        return tabel.toDF(*namen)
