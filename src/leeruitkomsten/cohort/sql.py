"""The plan as SQL, in words that DuckDB and Spark share. `@bewijs@` and `@maskers@` stand for the tables it is asked of.

Evidence has the columns `sleutel` and `code`; masks have `sleutel` and `m0`, `m1` … for each column of the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .plan import LEEG, ONBEKEND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .plan import Eenheid, Plan
    from .vraag import Vraag


@attrs.frozen
class Taal:
    """In what the two differ.

    Attributes:
        fout: the function that ends a query with an error.
        voorbeeld: an aggregate that gives one of the codes of which `m0` is null.
        streep: how a backslash is written in a text.
    """

    fout: str
    voorbeeld: str
    streep: str

    def tekst(self, tekst: str) -> str:
        """Return a text as a literal."""
        return "'" + tekst.replace("\\", self.streep).replace("'", "''") + "'"


DUCKDB = Taal("error", "min(code) FILTER (WHERE m0 IS NULL)", "\\")
# A text as aggregate makes Spark sort all evidence (2.7 times as slow), so it keeps the first seven bytes as a number.
_ZEVEN_BYTES = "CAST(conv(hex(substring(encode(code, 'UTF-8'), 1, 7)), 16, 10) AS BIGINT)"
SPARK = Taal(
    "raise_error",
    f"CAST(unhex(hex(min(CASE WHEN m0 IS NULL AND code <> '' THEN {_ZEVEN_BYTES} END))) AS STRING)",
    "\\\\",
)


def maskers(plan: Plan) -> str:
    """Return the query for the masks, in which the bits `LEEG` and `ONBEKEND` say what was wrong."""
    return f"SELECT sleutel, {_maskerkolommen(plan)} FROM {_met_bits(plan)} GROUP BY sleutel"


def maskers_zonder_fouten(vraag: Vraag, taal: Taal) -> str:
    """Return the query for the masks that ends in an error at the first key of which a line cannot be counted."""
    per, criterium = (taal.tekst(kolom) for kolom in (vraag.per, vraag.criterium))
    wie = f"concat('bij ', {per}, ' ''', CAST(sleutel AS STRING), '''')"
    versie = taal.tekst(vraag.plan.versie)
    leeg = f"concat({wie}, ' is de kolom ''', {criterium}, ''' leeg in ', CAST(leeg AS STRING), ' regel(s)')"
    onbekend = (
        f"concat({wie}, ' staat in ', CAST(onbekend AS STRING), ' regel(s) een code die raamwerk ', {versie}, "
        "' niet heeft, zoals ''', coalesce(voorbeeld, ''), '''; cohort.onbekende_codes geeft ze alle')"
    )
    redenen = [
        f"WHEN sleutel IS NULL THEN concat('de kolom ''', {per}, ''' is ergens leeg')",
        f"WHEN leeg > 0 THEN {leeg}",
    ]
    geteld = ["count(*) FILTER (WHERE code IS NULL) AS leeg"]
    if not vraag.apart:
        redenen.append(f"WHEN onbekend > 0 THEN {onbekend}")
        geteld.append("count(*) FILTER (WHERE code IS NOT NULL AND m0 IS NULL) AS onbekend")
        geteld.append(f"{taal.voorbeeld} AS voorbeeld")
    goed = "sleutel IS NOT NULL AND leeg = 0" + ("" if vraag.apart else " AND onbekend = 0")
    groepen = f"SELECT sleutel, {_maskerkolommen(vraag.plan)}, {', '.join(geteld)} FROM {_met_bits(vraag.plan)} GROUP BY sleutel"
    namen = ", ".join(f"m{kolom}" for kolom in range(vraag.plan.aantal))
    return (
        f"SELECT sleutel, {namen} FROM ({groepen}) AS groepen "
        f"WHERE CASE WHEN {goed} THEN TRUE ELSE {taal.fout}(CASE {' '.join(redenen)} END) END"
    )


def _maskerkolommen(plan: Plan) -> str:
    eerste = f"bit_or(coalesce(m0, CASE WHEN code IS NULL THEN {LEEG} ELSE {ONBEKEND} END)) AS m0"
    rest = (f"coalesce(bit_or(m{kolom}), 0) AS m{kolom}" for kolom in range(1, plan.aantal))
    return ", ".join([eerste, *rest])


def _met_bits(plan: Plan) -> str:
    regels = (f"('{code}', {_bigints(plan.kolommen(bit))})" for code, bit in plan.bit.items())
    namen = ", ".join(f"m{kolom}" for kolom in range(plan.aantal))
    return f"@bewijs@ LEFT JOIN (VALUES {', '.join(regels)}) AS codes(code, {namen}) USING (code)"


def _bigints(getallen: Iterable[int]) -> str:
    return ", ".join(f"CAST({getal} AS BIGINT)" for getal in getallen)


def lang(plan: Plan, eenheden: tuple[Eenheid, ...], *, op_volgorde: bool) -> str:
    """Return the query with a line per key and unit of which something has been shown."""
    regels = (
        f"('{deel.code}', {plaats}, {_bigints((deel.totaal, *plan.kolommen(deel.masker)))})"
        for plaats, deel in enumerate(eenheden)
    )
    namen = ", ".join(f"e{kolom}" for kolom in range(plan.aantal))
    geteld = " + ".join(f"bit_count(m{kolom} & e{kolom})" for kolom in range(plan.aantal))
    volgorde = " ORDER BY sleutel, plaats" if op_volgorde else ""
    return (
        "SELECT sleutel, eenheid, aangetoond, totaal FROM ("
        f"SELECT sleutel, eenheid, plaats, CAST({geteld} AS BIGINT) AS aangetoond, totaal FROM @maskers@ "
        f"CROSS JOIN (VALUES {', '.join(regels)}) AS eenheden(eenheid, plaats, totaal, {namen})"
        f") AS geteld WHERE aangetoond > 0{volgorde}"
    )


def breed(plan: Plan, eenheden: tuple[Eenheid, ...], *, op_volgorde: bool) -> str:
    """Return the query with a line per key and a column `k0`, `k1` … per unit."""
    kolommen = (f"CAST({_geteld(plan, deel.masker)} AS BIGINT) AS k{plaats}" for plaats, deel in enumerate(eenheden))
    volgorde = " ORDER BY sleutel" if op_volgorde else ""
    return f"SELECT {', '.join(['sleutel', *kolommen])} FROM @maskers@{volgorde}"


def _geteld(plan: Plan, masker: int) -> str:
    delen = [f"bit_count(m{kolom} & {deel})" for kolom, deel in enumerate(plan.kolommen(masker)) if deel]
    return " + ".join(delen) or "0"


def dekking(plan: Plan) -> str:
    """Return the query with a line per succescriterium: how many keys have shown it, of how many; in source order."""
    criteria = plan.eenheden["succescriterium"]
    geteld: list[str] = []
    for plaats, deel in enumerate(criteria):
        kolom, bit = next((kolom, bit) for kolom, bit in enumerate(plan.kolommen(deel.masker)) if bit)
        geteld.append(f"count(*) FILTER (WHERE m{kolom} & {bit} <> 0) AS k{plaats}")
    namen = ", ".join(f"k{plaats}" for plaats in range(len(criteria)))
    codes = ", ".join(f"('k{plaats}', {plaats}, '{deel.code}')" for plaats, deel in enumerate(criteria))
    return (
        f"SELECT code, CAST(aangetoond AS BIGINT) AS aangetoond, CAST(totaal AS BIGINT) AS totaal FROM ("
        f"SELECT * FROM (SELECT count(*) AS totaal, {', '.join(geteld)} FROM @maskers@) AS samen "
        f"UNPIVOT (aangetoond FOR naam IN ({namen}))) AS los "
        f"JOIN (VALUES {codes}) AS codes(naam, plaats, code) USING (naam) ORDER BY plaats"
    )


def onbekende_codes(plan: Plan) -> str:
    """Return the query for the codes that the framework does not have, each with its number of lines, most first."""
    return (
        f"SELECT code, count(*) AS regels FROM {_met_bits(plan)} WHERE m0 IS NULL AND code IS NOT NULL "
        "GROUP BY code ORDER BY regels DESC, code"
    )


LEGE = "SELECT count(*) FILTER (WHERE sleutel IS NULL), count(*) FILTER (WHERE code IS NULL) FROM @bewijs@"
ER_IS_IETS = (
    f"SELECT count(*) FILTER (WHERE sleutel IS NULL OR m0 & {LEEG} <> 0), count(*) FILTER (WHERE m0 & {ONBEKEND} <> 0) "
    "FROM @maskers@"
)
