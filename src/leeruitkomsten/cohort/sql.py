"""The plan as SQL, in words that DuckDB and Spark share but for a few, which stand in `Taal`.

A query is asked of one table (`Taal.bron`). Masks have the columns `sleutel` and `m0`, `m1` … for each column of the
plan; evidence has `sleutel` and `code`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import attrs

from .plan import LEEG, ONBEKEND, WIT, Eenheid, Plan
from .vraag import Vraag


class Telregel(NamedTuple):
    """A line that a query gives for each line it goes through, as three pieces of SQL."""

    eenheid: str
    aangetoond: str
    totaal: str


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
        bits: makes a table of codes and their bits, given as lines of words.
        regels: makes the columns `eenheid`, `aangetoond` and `totaal` of lines that each line becomes.
    """

    fout: str
    voorbeeld: str
    getoond: str
    aanhaling: str
    letters: Mapping[str, str]
    bron: str
    bits: Callable[[Sequence[Sequence[str]]], str]
    regels: Callable[[Sequence[Telregel]], str]

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


def _duckdb_regels(regels: Sequence[Telregel]) -> str:
    kolommen = zip(Telregel._fields, zip(*regels, strict=True), strict=True)
    return ", ".join(f"unnest([{', '.join(waarden)}]) AS {naam}" for naam, waarden in kolommen)


def _spark_bits(regels: Sequence[Sequence[str]]) -> str:
    namen = ", ".join(f"m{kolom}" for kolom in range(len(regels[0]) - 1))
    getallen = ", ".join(f"CAST(m{kolom} AS BIGINT) AS m{kolom}" for kolom in range(len(regels[0]) - 1))
    waarden = ", ".join(f"('{code}', {', '.join(bits)})" for code, *bits in regels)
    return f"(SELECT code, {getallen} FROM (VALUES {waarden}) AS ruw(code, {namen})) AS codes"


def _spark_regels(regels: Sequence[Telregel]) -> str:
    waarden = ", ".join(", ".join(regel) for regel in regels)
    return f"stack({len(regels)}, {waarden}) AS (eenheid, aangetoond, totaal)"


# Texts cannot be kept per key outside of memory, so both keep the first bytes of a code as a number: fifteen, and seven.
_VIJFTIEN_BYTES = "CAST('0x' || left(hex(nullif(code, '')), 30) AS UHUGEINT)"
DUCKDB = Taal(
    "error",
    f"min({_VIJFTIEN_BYTES}) FILTER (WHERE m0 IS NULL)",
    "TRY(decode(unhex(hex(voorbeeld))))",
    '"',
    {"'": "''"},
    "bron",
    _duckdb_bits,
    _duckdb_regels,
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
    _spark_bits,
    _spark_regels,
)


def bewijs(vraag: Vraag, taal: Taal, *, sleutel_is_tekst: bool) -> str:
    """Return the evidence: the two columns that are asked for, by their names here."""
    sleutel, code = taal.naam(vraag.per), taal.naam(vraag.criterium)
    als_tekst = f"CAST({sleutel} AS STRING)" if sleutel_is_tekst else sleutel
    return f"(SELECT {als_tekst} AS sleutel, CAST({code} AS STRING) AS code FROM {taal.bron}) AS bewijs"


def maskers(plan: Plan, taal: Taal, uit: str) -> str:
    """Return the query for the masks of evidence, in which the bits `LEEG` and `ONBEKEND` say what was wrong.

    Its column `regels` has the number of lines.
    """
    kolommen = f"sleutel, {_maskerkolommen(plan, taal)}, count(*) AS regels"
    return f"SELECT {kolommen} FROM {uit} {_met_bits(plan, taal)} GROUP BY sleutel"


def maskers_en_vreemd(plan: Plan, taal: Taal, uit: str) -> str:
    """Return the query for the masks, in a line of its own for each key and code that does not count.

    That code stands in the column `vreemd`, an empty cell as an empty text; for lines that count it is null.
    """
    vreemd = "CASE WHEN m0 IS NULL THEN coalesce(code, '') END"
    kolommen = f"sleutel, {_maskerkolommen(plan, taal)}, count(*) AS regels, {vreemd} AS vreemd"
    return f"SELECT {kolommen} FROM {uit} {_met_bits(plan, taal)} GROUP BY sleutel, {vreemd}"


def vreemd(uit: str) -> str:
    """Return the query for what does not count in such masks, each with its number of lines; null is all that counts."""
    return f"SELECT vreemd, CAST(sum(regels) AS BIGINT) FROM {uit} GROUP BY vreemd"


def samengenomen(plan: Plan, uit: str) -> str:
    """Return the query for such masks with one line per key."""
    kolommen = ", ".join(f"bit_or(m{kolom}) AS m{kolom}" for kolom in range(plan.aantal))
    return f"SELECT sleutel, {kolommen}, CAST(sum(regels) AS BIGINT) AS regels FROM {uit} GROUP BY sleutel"


def maskers_zonder_fouten(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the masks that ends in an error at the first key of which a line cannot be counted."""
    plan = vraag.plan
    geteld = "" if vraag.apart else f", count(*) FILTER (WHERE m0 IS NULL) AS onbekend, {taal.voorbeeld} AS voorbeeld"
    kolommen = f"sleutel, {_maskerkolommen(plan, taal)}{geteld}"
    groepen = f"SELECT {kolommen} FROM {uit} {_met_bits(plan, taal)} GROUP BY sleutel"
    fout = 0 if vraag.apart else LEEG | ONBEKEND
    return (
        f"SELECT sleutel, {_namen(plan, 'm')} FROM ({groepen}) AS groepen WHERE CASE "
        f"WHEN sleutel IS NOT NULL AND m0 & {fout} = 0 THEN TRUE ELSE {taal.fout}({_reden(vraag, taal)}) END"
    )


def _reden(vraag: Vraag, taal: Taal) -> str:
    """Return what is wrong with the evidence of one key, as an expression."""
    per, criterium = taal.tekst(vraag.per), taal.tekst(vraag.criterium)
    wie = f"concat('bij ', {per}, ' ''', CAST(sleutel AS STRING), '''')"
    redenen = [f"WHEN sleutel IS NULL THEN concat('de kolom ''', {per}, ''' is ergens leeg')"]
    if not vraag.apart:
        leeg = f"concat({wie}, ' is de kolom ''', {criterium}, ''' ergens leeg')"
        onbekend = (
            f"concat({wie}, ' staat in ', CAST(onbekend AS STRING), ' regel(s) een code die raamwerk ', "
            f"{taal.tekst(vraag.plan.versie)}, ' niet heeft, zoals ''', coalesce({taal.getoond}, ''), "
            "'''; cohort.onbekende_codes geeft ze alle')"
        )
        redenen.append(f"WHEN m0 & {LEEG} <> 0 THEN {leeg} ELSE {onbekend}")
    return f"CASE {' '.join(redenen)} END"


def _maskerkolommen(plan: Plan, taal: Taal) -> str:
    eerste = f"bit_or(coalesce(m0, CASE WHEN {_is_leeg(taal)} THEN {LEEG} ELSE {ONBEKEND} END)) AS m0"
    rest = (f"coalesce(bit_or(m{kolom}), 0) AS m{kolom}" for kolom in range(1, plan.aantal))
    return ", ".join([eerste, *rest])


def _is_leeg(taal: Taal) -> str:
    return f"(code IS NULL OR trim(BOTH {taal.tekst(WIT)} FROM code) = '')"


def _met_bits(plan: Plan, taal: Taal) -> str:
    regels = [(code, *map(str, plan.kolommen(bit))) for code, bit in plan.bit.items()]
    return f"LEFT JOIN {taal.bits(regels)} USING (code)"


def _namen(plan: Plan, letter: str) -> str:
    return ", ".join(f"{letter}{kolom}" for kolom in range(plan.aantal))


def gesorteerd(uit: str) -> str:
    """Return masks in the order of their keys."""
    return f"(SELECT * FROM {uit} ORDER BY sleutel) AS gesorteerd"


def lang(plan: Plan, taal: Taal, uit: str, namen: Sequence[str], eenheden: Iterable[Eenheid]) -> str:
    """Return the query with a line per key and unit of which something has been shown."""
    regels = [
        Telregel(taal.tekst(deel.code), _geteld(plan, deel.masker), f"CAST({deel.totaal} AS BIGINT)")
        for deel in eenheden
    ]
    sleutel, eenheid, aangetoond, totaal = map(taal.naam, namen)
    return (
        f"SELECT sleutel AS {sleutel}, eenheid AS {eenheid}, aangetoond AS {aangetoond}, totaal AS {totaal} FROM "
        f"(SELECT sleutel, {taal.regels(regels)} FROM {uit}) AS geteld WHERE aangetoond > 0"
    )


def breed(plan: Plan, taal: Taal, uit: str, namen: Sequence[str], eenheden: Iterable[Eenheid]) -> str:
    """Return the query with a line per key and a column per unit."""
    sleutel, *rest = map(taal.naam, namen)
    kolommen = (f"{_geteld(plan, deel.masker)} AS {naam}" for deel, naam in zip(eenheden, rest, strict=True))
    return f"SELECT {', '.join([f'sleutel AS {sleutel}', *kolommen])} FROM {uit}"


def _geteld(plan: Plan, masker: int) -> str:
    delen = [f"bit_count(m{kolom} & {deel})" for kolom, deel in enumerate(plan.kolommen(masker)) if deel]
    return f"CAST({' + '.join(delen) or '0'} AS BIGINT)"


def dekking(plan: Plan, taal: Taal, uit: str, namen: Sequence[str]) -> str:
    """Return the query with a line per succescriterium: how many keys have shown it, of how many; in source order."""
    geteld: list[str] = []
    regels: list[Telregel] = []
    for plaats, (code, masker) in enumerate(plan.bit.items()):
        kolom, bit = next((kolom, bit) for kolom, bit in enumerate(plan.kolommen(masker)) if bit)
        geteld.append(f"coalesce(count_if(m{kolom} & {bit} <> 0), 0) AS k{plaats}")
        regels.append(Telregel(taal.tekst(code), f"CAST(k{plaats} AS BIGINT)", "CAST(sleutels AS BIGINT)"))
    eenheid, aangetoond, totaal = map(taal.naam, namen)
    return (
        f"SELECT eenheid AS {eenheid}, aangetoond AS {aangetoond}, totaal AS {totaal} FROM (SELECT {taal.regels(regels)} "
        f"FROM (SELECT count(*) AS sleutels, {', '.join(geteld)} FROM {uit}) AS samen) AS los"
    )


def onbekende_codes(plan: Plan, taal: Taal, uit: str, namen: Sequence[str]) -> str:
    """Return the query for the codes that the framework does not have, each with its number of lines, most first."""
    code, regels = map(taal.naam, namen)
    return (
        f"SELECT code AS {code}, count(*) AS {regels} FROM {uit} {_met_bits(plan, taal)} "
        f"WHERE m0 IS NULL AND NOT {_is_leeg(taal)} GROUP BY code ORDER BY count(*) DESC, code"
    )


def lege(taal: Taal, uit: str) -> str:
    """Return the query for the numbers of lines without a key, and without a code."""
    return f"SELECT count(*) FILTER (WHERE sleutel IS NULL), count(*) FILTER (WHERE {_is_leeg(taal)}) FROM {uit}"


def gevonden(uit: str) -> str:
    """Return the query for how many masks have no key, how many say that a line cannot be counted, and how many lines it were."""
    fout = f"count_if(m0 & {LEEG | ONBEKEND} <> 0)"
    return f"SELECT count_if(sleutel IS NULL), {fout}, CAST(coalesce(sum(regels), 0) AS BIGINT) FROM {uit}"
