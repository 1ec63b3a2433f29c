"""The words of SQL in which DuckDB and Spark differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

LIJST = "leeruitkomsten_studenten"
"""How DuckDB finds the list of students: by the name of a variable of Python."""


@attrs.frozen
class Taal:
    """In what the two differ.

    Attributes:
        fout: the function that ends a query with an error.
        voorbeeld: an aggregate that gives one of the codes of which `m0` is null, as a number.
        getoond: that code, of the column `voorbeeld`, as text.
        aanhaling: what stands around the name of a column.
        letters: how some letters are written in a text.
        bron: how a query calls the table that it is asked of.
        lijst: how it calls the list of students.
        bits: makes a table of codes and their bits, given as lines of words.
        regels: makes columns with these names of lines that each line becomes, given as pieces of SQL.
        kwantiel: the function for a quantile, in proportion between two numbers.
        heel: says whether a column of text is, as a whole, of a pattern.
        dagnummer: how many days a date is after 1 January of the year 1.
        nummers: makes a line of each line for every number from one to another.
    """

    fout: str
    voorbeeld: str
    getoond: str
    aanhaling: str
    letters: Mapping[str, str]
    bron: str
    lijst: str
    bits: Callable[[Sequence[Sequence[str]]], str]
    regels: Callable[[Sequence[str], Sequence[Sequence[str]]], str]
    kwantiel: str
    heel: Callable[[str, str], str]
    dagnummer: Callable[[str], str]
    nummers: Callable[[str, str], str]

    def tekst(self, tekst: str) -> str:
        """Return a text as a literal."""
        return "'" + "".join(self.letters.get(teken, teken) for teken in tekst) + "'"

    def naam(self, kolom: str) -> str:
        """Return the name of a column."""
        return self.aanhaling + kolom.replace(self.aanhaling, 2 * self.aanhaling) + self.aanhaling


def _duckdb_bits(regels: Sequence[Sequence[str]]) -> str:
    # One text instead of hundreds of numbers: DuckDB takes longer to read a query than to count a million lines.
    kolommen = (f"CAST(deel[{plek}] AS BIGINT) AS m{plek - 2}" for plek in range(2, len(regels[0]) + 1))
    tekst = "|".join(" ".join(regel) for regel in regels)
    return (
        f"(SELECT deel[1] AS code, {', '.join(kolommen)} FROM "
        f"(SELECT string_split(unnest(string_split('{tekst}', '|')), ' ') AS deel) AS gesplitst) AS codes"
    )


def _duckdb_regels(namen: Sequence[str], regels: Sequence[Sequence[str]]) -> str:
    kolommen = zip(namen, zip(*regels, strict=True), strict=True)
    return ", ".join(f"unnest([{', '.join(waarden)}]) AS {naam}" for naam, waarden in kolommen)


def _spark_bits(regels: Sequence[Sequence[str]]) -> str:
    namen = ", ".join(f"m{kolom}" for kolom in range(len(regels[0]) - 1))
    getallen = ", ".join(f"CAST(m{kolom} AS BIGINT) AS m{kolom}" for kolom in range(len(regels[0]) - 1))
    waarden = ", ".join(f"('{code}', {', '.join(bits)})" for code, *bits in regels)
    return f"(SELECT code, {getallen} FROM (VALUES {waarden}) AS ruw(code, {namen})) AS codes"


def _spark_regels(namen: Sequence[str], regels: Sequence[Sequence[str]]) -> str:
    waarden = ", ".join(", ".join(regel) for regel in regels)
    return f"stack({len(regels)}, {waarden}) AS ({', '.join(namen)})"


# Texts cannot be kept per key outside of memory, so both keep the first bytes of a code as a number: fifteen, and seven. By CASE
# and not by FILTER, which would have it worked out for every line: half as much again as all the rest at 10⁶ lines.
_VIJFTIEN_BYTES = "CAST('0x' || left(hex(nullif(code, '')), 30) AS UHUGEINT)"
DUCKDB = Taal(
    "error",
    f"min(CASE WHEN m0 IS NULL THEN {_VIJFTIEN_BYTES} END)",
    "TRY(decode(unhex(hex(voorbeeld))))",
    '"',
    {"'": "''"},
    "bron",
    LIJST,
    _duckdb_bits,
    _duckdb_regels,
    "quantile_cont",
    lambda kolom, patroon: f"regexp_full_match({kolom}, '{patroon}')",
    lambda dag: f"({dag} - DATE '0001-01-01')",
    lambda van, tot: f"unnest(generate_series({van}, {tot}))",
)
# In Spark a text would make all evidence be sorted, too: 2.7 times as slow.
_ZEVEN_BYTES = "CAST(conv(hex(substring(encode(code, 'UTF-8'), 1, 7)), 16, 10) AS BIGINT)"
SPARK = Taal(
    "raise_error",
    f"min(CASE WHEN m0 IS NULL AND code <> '' THEN {_ZEVEN_BYTES} END)",
    "CAST(unhex(hex(voorbeeld)) AS STRING)",
    "`",
    # Spark would look up ${name} in its settings, and puts a table in the place of {name}.
    {"'": "''", "\\": r"\\", "$": r"\u0024", "{": "{{", "}": "}}"},
    "{bron}",
    "{lijst}",
    _spark_bits,
    _spark_regels,
    "percentile",
    # Not up to $: to Java a text ends before its last line end too. Braces stand there twice, as in every text for Spark.
    lambda kolom, patroon: rf"({kolom} RLIKE '^(?:{patroon.replace('{', '{{').replace('}', '}}')})\\z')",
    lambda dag: f"datediff({dag}, DATE '0001-01-01')",
    lambda van, tot: f"explode(sequence({van}, {tot}))",
)
