"""The plan as SQL, in words that DuckDB and Spark share but for a few, which stand in `Taal`.

A query is asked of one table (`Taal.bron`). Masks have the columns `sleutel` and `m0`, `m1` … for each column of the
plan; evidence has `sleutel` and `code`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from .fouten import EIGEN_RAAMWERK, MEER_GROEPEN, NIET_OP_LIJST
from .plan import GEBREKEN, GEEN_DAG, LATER, LEEG, ONBEKEND, WIT, Eenheid, Plan
from .rooster import Celsoort
from .tijd import Dagsoort
from .vraag import Vraag

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


def bewijs(vraag: Vraag, taal: Taal, soorten: Sequence[Celsoort | None], dag: Dagsoort | None = None) -> str:
    """Return the evidence: the columns that are asked for, by their names here.

    `soorten` says of the keys what they hold, and `dag` of the column with days.
    """
    kolommen = [
        f"{f'CAST({taal.naam(naam)} AS STRING)' if soort == 'tekst' else taal.naam(naam)} AS {sleutel}"
        for naam, sleutel, soort in zip(vraag.in_bewijs, in_bewijs(vraag), soorten, strict=True)
    ]
    kolommen.append(f"CAST({taal.naam(vraag.criterium)} AS STRING) AS code")
    if vraag.tijd is not None:
        datum = taal.naam(vraag.tijd.kolom)
        kolommen.append(f"{f'CAST({datum} AS STRING)' if dag == 'tekst' else datum} AS datum")
    return f"(SELECT {', '.join(kolommen)} FROM {taal.bron}) AS bewijs"


def sleutels(vraag: Vraag) -> list[str]:
    """Return how the columns of keys are called in a query."""
    return [f"s{plaats}" for plaats in range(len(vraag.sleutels))]


def in_bewijs(vraag: Vraag) -> list[str]:
    """Return those that the evidence has."""
    return [f"s{plaats}" for plaats in vraag.plaatsen(vraag.in_bewijs)]


def _groepen(vraag: Vraag) -> str:
    """Return the columns for which masks of the evidence are kept: its keys, and the number of the period where that is asked."""
    return ", ".join([*in_bewijs(vraag), *(["nummer"] if vraag.per_periode else [])])


def _groepeer(vraag: Vraag) -> tuple[str, str]:
    """Return these as expressions with their names, and without: lines with another code have no period."""
    nummer = "CASE WHEN m0 IS NOT NULL THEN nummer END"
    delen = [nummer] if vraag.per_periode else []
    return (
        ", ".join([*in_bewijs(vraag), *(f"{een} AS nummer" for een in delen)]),
        ", ".join([*in_bewijs(vraag), *delen]),
    )


def groepering(vraag: Vraag) -> list[str]:
    """Return those by which answers are grouped."""
    return [f"s{plaats}" for plaats in vraag.plaatsen(vraag.groepering)]


def _per(vraag: Vraag) -> list[str]:
    return sleutels(vraag)[: len(vraag.per)]


def _wie(vraag: Vraag) -> list[str]:
    return sleutels(vraag)[: len(vraag.wie)]


def maskers(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the masks of evidence, in which the bits `LEEG` and `ONBEKEND` say what was wrong.

    Its column `regels` has the number of lines.
    """
    namen, groepen = _groepeer(vraag)
    kolommen = f"{namen}, {_maskerkolommen(vraag, taal)}, count(*) AS regels{_gemist(vraag)}"
    return f"SELECT {kolommen} FROM {uit} {met_bits(vraag.plan, taal)} GROUP BY {groepen}"


def maskers_en_vreemd(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the masks, in a line of its own for each key and code that does not count.

    That code stands in the column `vreemd`, an empty cell as an empty text; for lines that count it is null.
    """
    namen, groepen = _groepeer(vraag)
    vreemd = "CASE WHEN m0 IS NULL THEN coalesce(code, '') END"
    kolommen = f"{namen}, {_maskerkolommen(vraag, taal)}, count(*) AS regels{_gemist(vraag)}, {vreemd} AS vreemd"
    return f"SELECT {kolommen} FROM {uit} {met_bits(vraag.plan, taal)} GROUP BY {groepen}, {vreemd}"


def vreemd(uit: str) -> str:
    """Return the query for what does not count in such masks, each with its number of lines; null is all that counts."""
    return f"SELECT vreemd, CAST(sum(regels) AS BIGINT) FROM {uit} GROUP BY vreemd"


def samengenomen(vraag: Vraag, uit: str) -> str:
    """Return the query for such masks with one line per key; `regels` is of lines that count."""
    namen = _groepen(vraag)
    kolommen = ", ".join(f"bit_or(m{kolom}) AS m{kolom}" for kolom in range(vraag.plan.aantal))
    telt = "regels" if vraag.tijd is None else "regels - later - zonder_datum"
    tellen_mee = f"CAST(coalesce(sum({telt}) FILTER (WHERE vreemd IS NULL), 0) AS BIGINT)"
    return f"SELECT {namen}, {kolommen}, {tellen_mee} AS regels FROM {uit} GROUP BY {namen}"


def _gemist(vraag: Vraag) -> str:
    """Return the columns with how many lines have a code that counts, and no day that does."""
    telt = ((LATER, "later"), (GEEN_DAG, "zonder_datum")) if vraag.tijd is not None else ()
    return "".join(f", count(*) FILTER (WHERE m0 IS NOT NULL AND gebrek = {gebrek}) AS {naam}" for gebrek, naam in telt)


def maskers_zonder_fouten(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the masks that ends in an error at the first key of which a line cannot be counted."""
    plan = vraag.plan
    namen, groepen_van = _groepeer(vraag)
    geteld = "" if vraag.apart else f", count(*) FILTER (WHERE m0 IS NULL) AS onbekend, {taal.voorbeeld} AS voorbeeld"
    geteld += "" if vraag.tijd is None else f", count(*) FILTER (WHERE gebrek & {vraag.weigert} <> 0) AS zonder_dag"
    kolommen = f"{namen}, {_maskerkolommen(vraag, taal)}{geteld}"
    groepen = f"SELECT {kolommen} FROM {uit} {met_bits(plan, taal)} GROUP BY {groepen_van}"
    goed = " AND ".join(f"{sleutel} IS NOT NULL" for sleutel in in_bewijs(vraag))
    return (
        f"SELECT {_groepen(vraag)}, {_namen(plan, 'm')} FROM ({groepen}) AS groepen WHERE CASE "
        f"WHEN {goed} AND m0 & {vraag.weigert} = 0 THEN TRUE ELSE {taal.fout}({_reden(vraag, taal)}) END"
    )


def _reden(vraag: Vraag, taal: Taal) -> str:
    """Return what is wrong with the evidence of one key, as an expression."""
    criterium = taal.tekst(vraag.criterium)
    wie = _wie_in_tekst(taal, vraag.in_bewijs, in_bewijs(vraag))
    redenen = [
        f"WHEN {sleutel} IS NULL THEN concat('de kolom ''', {taal.tekst(naam)}, ''' is ergens leeg')"
        for naam, sleutel in zip(vraag.in_bewijs, in_bewijs(vraag), strict=True)
    ]
    if not vraag.apart:
        leeg = f"concat('bij ', {wie}, ' is de kolom ''', {criterium}, ''' ergens leeg')"
        onbekend = (
            f"concat('bij ', {wie}, ' staat in ', CAST(onbekend AS STRING), ' regel(s) een code die raamwerk ', "
            f"{taal.tekst(vraag.kader.versie)}, ' niet heeft, zoals ''', coalesce({taal.getoond}, ''), "
            f"'''; cohort.onbekende_codes geeft ze alle. {taal.tekst(EIGEN_RAAMWERK)[1:-1]}')"
        )
        redenen += [f"WHEN m0 & {LEEG} <> 0 THEN {leeg}", f"WHEN m0 & {ONBEKEND} <> 0 THEN {onbekend}"]
    if vraag.tijd is not None:
        later = f" regel(s) van na de laatste periode ({vraag.tijd.indeling.einde}); geef tot om die niet mee te tellen"
        geen = f" geen datum ({vraag.tijd.vorm}); cohort.tel zegt wat er staat"
        hoeveel = f"concat('bij ', {wie}, ': ', CAST(zonder_dag AS STRING), "
        redenen += [f"WHEN m0 & {LATER} <> 0 THEN {hoeveel}{taal.tekst(later)})"]
        redenen += [
            f"ELSE {hoeveel}' keer staat in de kolom ''', {taal.tekst(vraag.tijd.kolom)}, '''', {taal.tekst(geen)})"
        ]
    return f"CASE {' '.join(redenen)} END"


def _wie_in_tekst(taal: Taal, namen: Sequence[str], kolommen: Sequence[str]) -> str:
    delen = (
        f"concat({taal.tekst(naam)}, ' ''', CAST({kolom} AS STRING), '''')"
        for naam, kolom in zip(namen, kolommen, strict=True)
    )
    return f"concat_ws(', ', {', '.join(delen)})"


def met_een_groep(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for masks that ends in an error at the first who stands in more than one group."""
    goed, naar = _in_een_groep(vraag)
    wie = _wie_in_tekst(taal, vraag.per, _per(vraag))
    reden = f"concat({wie}, {taal.tekst(MEER_GROEPEN.format(groep=' en '.join(vraag.wie[len(vraag.per) :])))})"
    kolommen = f"{_groepen(vraag)}, {_namen(vraag.plan, 'm')}"
    return (
        f"SELECT {kolommen} FROM (SELECT *, {goed} AS een FROM {uit} {naar}) AS groepen "
        f"WHERE CASE WHEN een THEN TRUE ELSE {taal.fout}({reden}) END"
    )


def meer_groepen(vraag: Vraag, uit: str) -> str:
    """Return the query for who stands in more than one group."""
    per, groep = ", ".join(_per(vraag)), _wie(vraag)[len(vraag.per) :]
    meer = " OR ".join(f"min({sleutel}) <> max({sleutel})" for sleutel in groep)
    return f"SELECT {per}, sum(regels) AS regels FROM {uit} GROUP BY {per} HAVING {meer}"


def _in_een_groep(vraag: Vraag) -> tuple[str, str]:
    groep = _wie(vraag)[len(vraag.per) :]
    goed = " AND ".join(f"min({sleutel}) OVER wie = max({sleutel}) OVER wie" for sleutel in groep)
    return goed, f"WINDOW wie AS (PARTITION BY {', '.join(_per(vraag))})"


def buiten(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for who is not on the list of students, and in how many lines; `uit` is masks with `regels`."""
    per = ", ".join(f"maskers.{sleutel}" for sleutel in _per(vraag))
    samen = " AND ".join(f"lijst.{sleutel} = maskers.{sleutel}" for sleutel in _per(vraag))
    return (
        f"SELECT {per}, CAST(sum(regels) AS BIGINT) AS regels FROM {uit} AS maskers LEFT JOIN {taal.lijst} AS lijst ON {samen} "
        f"WHERE lijst.s0 IS NULL GROUP BY {per}"
    )


def wie_op_lijst(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return what is true of a line of `uit` of somebody who is on the list of students."""
    samen = " AND ".join(f"lijst.{sleutel} = {uit}.{sleutel}" for sleutel in _per(vraag))
    return f"EXISTS (SELECT 1 FROM {taal.lijst} AS lijst WHERE {samen})"


def samengevat(query: str) -> str:
    """Return the query for how many lines another one gives, and what their `regels` add up to."""
    return f"SELECT count(*), CAST(coalesce(sum(regels), 0) AS BIGINT) FROM ({query}) AS alle"


def genoemd(vraag: Vraag, query: str, aantal: int) -> str:
    """Return the query for the first persons of another one."""
    per = ", ".join(_per(vraag))
    return f"SELECT {per} FROM ({query}) AS alle ORDER BY {per} LIMIT {aantal}"


def aangevuld(vraag: Vraag, taal: Taal, uit: str, soorten: Mapping[str, str]) -> str:
    """Return the query for the masks of everybody who counts, and of each rol.

    It ends in an error at the first who is not on the list of students, unless these are set apart. `soorten` are the types of
    keys, as the engine calls them.
    """
    allen = (
        f"SELECT DISTINCT {', '.join(_wie(vraag))} FROM maskers"
        if vraag.rooster is None
        else f"SELECT * FROM {taal.lijst}"
    )
    if vraag.rol is not None:
        rol = sleutels(vraag)[-1]
        allen = f"SELECT * FROM ({allen}) AS personen CROSS JOIN (SELECT DISTINCT {rol} FROM maskers) AS rollen"
    kolommen = [f"CAST(allen.{s} AS {soorten[s]}) AS {s}" for s in sleutels(vraag)]
    kolommen += [f"coalesce(maskers.m{kolom}, 0) AS m{kolom}" for kolom in range(vraag.plan.aantal)]
    kolommen += ["maskers.nummer"] if vraag.per_periode else []
    samen = " AND ".join(f"allen.{sleutel} = maskers.{sleutel}" for sleutel in in_bewijs(vraag))
    wie = _wie_in_tekst(taal, vraag.per, [f"maskers.{sleutel}" for sleutel in _per(vraag)])
    reden = f"concat({wie}, {taal.tekst(NIET_OP_LIJST)})"
    weigert = vraag.rooster is not None and not vraag.apart
    goed = f"WHERE CASE WHEN allen.s0 IS NOT NULL THEN TRUE ELSE {taal.fout}({reden}) END" if weigert else ""
    return (
        f"WITH maskers AS (SELECT * FROM {uit}) SELECT {', '.join(kolommen)} FROM ({allen}) AS allen "
        f"{'FULL' if weigert else 'LEFT'} JOIN maskers ON {samen} {goed}"
    )


def _maskerkolommen(vraag: Vraag, taal: Taal) -> str:
    zonder_code = f"CASE WHEN {_is_leeg(taal)} THEN {LEEG} ELSE {ONBEKEND} END"
    eerste, rest = f"coalesce(m0, {zonder_code})", "m{}"
    if vraag.tijd is not None:
        eerste = f"CASE WHEN gebrek = 0 THEN {eerste} WHEN m0 IS NULL THEN gebrek | {zonder_code} ELSE gebrek END"
        rest = "CASE WHEN gebrek = 0 THEN m{} END"
    overige = (f"coalesce(bit_or({rest.format(kolom)}), 0) AS m{kolom}" for kolom in range(1, vraag.plan.aantal))
    return ", ".join([f"bit_or({eerste}) AS m0", *overige])


def _is_leeg(taal: Taal) -> str:
    return f"(code IS NULL OR trim(BOTH {taal.tekst(WIT)} FROM code) = '')"


def met_bits(plan: Plan, taal: Taal) -> str:
    """Return what gives evidence the bits of its codes, as `m0`, `m1` …; null where a code does not count."""
    regels = [(code, *map(str, plan.kolommen(bit))) for code, bit in plan.bit.items()]
    return f"LEFT JOIN {taal.bits(regels)} USING (code)"


def _namen(plan: Plan, letter: str) -> str:
    return ", ".join(f"{letter}{kolom}" for kolom in range(plan.aantal))


def gesorteerd(vraag: Vraag, uit: str) -> str:
    """Return masks in the order of their keys, and of their periods."""
    return f"(SELECT * FROM {uit} ORDER BY {', '.join(_begin(vraag))}) AS gesorteerd"


def _begin(vraag: Vraag) -> list[str]:
    """Return the columns of masks with which a line of an answer begins."""
    return [*sleutels(vraag), *(["periode"] if vraag.per_periode else [])]


def lang(  # what an answer is of
    vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], eenheden: Iterable[Eenheid], *, nullen: bool
) -> str:
    """Return the query with a line per key and unit; unless `nullen`, of which something has been shown."""
    alle = _begin(vraag)
    per_eenheid = _per_eenheid(vraag.plan, taal, uit, _met_komma(alle), eenheden)
    return f"SELECT {_als(alle, taal, namen)} FROM ({per_eenheid}) AS geteld{'' if nullen else ' WHERE aangetoond > 0'}"


def _per_eenheid(plan: Plan, taal: Taal, uit: str, namen: str, eenheden: Iterable[Eenheid]) -> str:
    regels = [
        (_code(taal, deel.code), _geteld(plan, deel.masker), f"CAST({deel.totaal} AS BIGINT)") for deel in eenheden
    ]
    return f"SELECT {namen}{taal.regels(('eenheid', 'aangetoond', 'totaal'), regels)} FROM {uit}"


def _code(taal: Taal, code: str | int) -> str:
    return f"CAST({code} AS BIGINT)" if isinstance(code, int) else taal.tekst(code)


def breed(vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], eenheden: Iterable[Eenheid]) -> str:
    """Return the query with a line per key and a column per unit."""
    geteld = (_geteld(vraag.plan, deel.masker) for deel in eenheden)
    kolommen = zip((*_begin(vraag), *geteld), map(taal.naam, namen), strict=True)
    return f"SELECT {', '.join(f'{wat} AS {naam}' for wat, naam in kolommen)} FROM {uit}"


def _geteld(plan: Plan, masker: int) -> str:
    delen = [f"bit_count(m{kolom} & {deel})" for kolom, deel in enumerate(plan.kolommen(masker)) if deel]
    return f"CAST({' + '.join(delen) or '0'} AS BIGINT)"


def per_criterium(vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str]) -> str:
    """Return the query with a line per group and criterium: how many have shown it, of how many; in source order."""
    return f"SELECT {_als(groepering(vraag), taal, namen)} FROM ({_per_criterium(vraag, taal, uit)}) AS los"


def _per_criterium(vraag: Vraag, taal: Taal, uit: str, **ook: Sequence[str]) -> str:
    """Return that query, with columns as they are called here; each line has more columns if these are given."""
    geteld: list[str] = []
    regels: list[tuple[str, ...]] = []
    for plaats, (code, masker) in enumerate(vraag.plan.bit.items()):
        kolom, bit = next((kolom, bit) for kolom, bit in enumerate(vraag.plan.kolommen(masker)) if bit)
        geteld.append(f"coalesce(count_if(m{kolom} & {bit} <> 0), 0) AS k{plaats}")
        meer = (waarden[plaats] for waarden in ook.values())
        regels.append((taal.tekst(code), *meer, f"CAST(k{plaats} AS BIGINT)", "CAST(personen AS BIGINT)"))
    groep = groepering(vraag)
    per_groep = f"GROUP BY {', '.join(groep)} ORDER BY {', '.join(groep)}" if groep else ""
    samen = f"SELECT {_met_komma(groep)}count(*) AS personen, {', '.join(geteld)} FROM {uit} {per_groep}"
    return f"SELECT {_met_komma(groep)}{taal.regels(('eenheid', *ook, 'aangetoond', 'totaal'), regels)} FROM ({samen}) AS samen"


def _met_komma(namen: Iterable[str]) -> str:
    return "".join(f"{naam}, " for naam in namen)


def _als(sleutels: Sequence[str], taal: Taal, namen: Sequence[str], *andere: str) -> str:
    """Return the columns of an answer under their names: keys, the unit, and others."""
    kolommen = (*sleutels, "eenheid", *(andere or ("aangetoond", "totaal")))
    return ", ".join(f"{kolom} AS {taal.naam(naam)}" for kolom, naam in zip(kolommen, namen, strict=True))


def minst_aangetoond(  # what an answer is of
    vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], gevraagd: Sequence[str], *, aantal: int
) -> str:
    """Return the query for the criteria that fewest of each group have shown; of as many the first in source order."""
    criteria = vraag.kader.succescriteria
    per_criterium = _per_criterium(
        vraag, taal, uit, tekst=[taal.tekst(c.tekst) for c in criteria], plaats=[str(n) for n in range(len(criteria))]
    )
    groep = groepering(vraag)
    delen = f"PARTITION BY {', '.join(groep)} " if groep else ""
    rang = f"row_number() OVER ({delen}ORDER BY aangetoond, plaats) AS rang"
    kolommen = _als(groep, taal, namen, "tekst", "aangetoond", "totaal")
    van_evl = f"WHERE eenheid IN ({', '.join(map(taal.tekst, gevraagd))})"
    return (
        f"SELECT {kolommen} FROM (SELECT *, {rang} FROM ({per_criterium}) AS los {van_evl}) AS op_rang "
        f"WHERE rang <= {aantal} ORDER BY {_met_komma(groep)}rang"
    )


def spreiding(  # what an answer is of
    vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], eenheden: Sequence[Eenheid], *, op_volgorde: bool
) -> str:
    """Return the query with a line per group and unit: how many there are, and the quartiles of what they have shown."""
    groep = groepering(vraag)
    per_eenheid = _per_eenheid(vraag.plan, taal, uit, _met_komma(groep), eenheden)
    kwartielen = (f"{taal.kwantiel}(aangetoond, {deel})" for deel in (0.25, 0.5, 0.75))
    kolommen = _als(groep, taal, namen, "count(*)", *kwartielen, "totaal")
    codes = ", ".join(_code(taal, deel.code) for deel in eenheden)
    volgorde = f" ORDER BY {_met_komma(groep)}list_position([{codes}], eenheid)" if op_volgorde else ""
    return f"SELECT {kolommen} FROM ({per_eenheid}) AS los GROUP BY {_met_komma(groep)}eenheid, totaal{volgorde}"


def bijna_rond(  # noqa: PLR0917  # what an answer is of
    vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], evls: Sequence[Eenheid], hoogstens: int
) -> str:
    """Return the query for who has shown all of an EvL but at most so many criteria, and which."""
    kolommen = (*sleutels(vraag), *(f"m{kolom}" for kolom in range(vraag.plan.aantal)))
    per_evl = _per_eenheid(vraag.plan, taal, uit, _met_komma(kolommen), evls)
    nog = " ".join(f"WHEN {_code(taal, een.code)} THEN {_nog(vraag.plan, taal, een)}" for een in evls)
    gevraagd = _als(sleutels(vraag), taal, namen, "aangetoond", "totaal", f"CASE eenheid {nog} END")
    return f"SELECT {gevraagd} FROM ({per_evl}) AS los WHERE totaal - aangetoond <= {hoogstens}"


def _nog(plan: Plan, taal: Taal, evl: Eenheid) -> str:
    codes: list[str] = []
    for code, masker in plan.criteria(evl).items():
        delen = enumerate(plan.kolommen(masker))
        codes += [f"CASE WHEN m{kolom} & {bit} = 0 THEN {taal.tekst(code)} END" for kolom, bit in delen if bit]
    return f"concat_ws(', ', {', '.join(codes)})"


def onbekende_codes(plan: Plan, taal: Taal, uit: str, namen: Sequence[str]) -> str:
    """Return the query for the codes that the framework does not have, each with its number of lines, most first."""
    code, regels = map(taal.naam, namen)
    return (
        f"SELECT code AS {code}, count(*) AS {regels} FROM {uit} {met_bits(plan, taal)} "
        f"WHERE m0 IS NULL AND NOT {_is_leeg(taal)} GROUP BY code ORDER BY count(*) DESC, code"
    )


def lege(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the numbers of lines without each key, without a code, and where time matters without a day."""
    leeg = [*(f"{sleutel} IS NULL" for sleutel in in_bewijs(vraag)), _is_leeg(taal)]
    leeg += [] if vraag.tijd is None else [f"gebrek = {GEEN_DAG}"]
    return f"SELECT {', '.join(f'count(*) FILTER (WHERE {een})' for een in leeg)} FROM {uit}"


def gevonden(vraag: Vraag, uit: str) -> str:
    """Return the query for how many masks have no key, how many say that a line cannot be counted, and how many lines it were.

    Where time matters also how many with a code that counts are of after the last day, and how many say no day.
    """
    fout = f"count_if(m0 & {vraag.weigert} <> 0)"
    leeg = " OR ".join(f"{sleutel} IS NULL" for sleutel in in_bewijs(vraag))
    namen = ("regels", *(() if vraag.tijd is None else ("later", "zonder_datum")))
    regels = ", ".join(f"CAST(coalesce(sum({naam}), 0) AS BIGINT)" for naam in namen)
    return f"SELECT count_if({leeg}), {fout}, {regels} FROM {uit}"


def personen(vraag: Vraag, uit: str) -> str:
    """Return the query for how many count, and how many of them have no evidence that counts."""
    niets = " AND ".join(f"m{kolom} & {-1 if kolom else ~GEBREKEN} = 0" for kolom in range(vraag.plan.aantal))
    if vraag.rol is None:
        return f"SELECT count(*), count_if({niets}) FROM {uit}"
    per = ", ".join(_per(vraag))
    return f"SELECT count(*), count_if(niets) FROM (SELECT {per}, bool_and({niets}) AS niets FROM {uit} GROUP BY {per}) AS elk"
