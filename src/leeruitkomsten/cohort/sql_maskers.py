"""The masks of evidence as SQL, in words that DuckDB and Spark share but for a few, which stand in `Taal`.

A query is asked of one table (`Taal.bron`). Masks have the columns `s0`, `s1` … for their keys and `m0`, `m1` … for each column of
the plan; evidence has its keys and `code`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .fouten import EIGEN_RAAMWERK, MEER_GROEPEN, NIET_OP_LIJST
from .plan import GEBREKEN, GEEN_DAG, LATER, LEEG, ONBEKEND, WIT, Plan
from .rooster import Celsoort
from .sql_taal import Taal
from .tijd import Dagsoort
from .vraag import Vraag


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
    """Return the query for the masks of evidence, in which the bits of `GEBREKEN` say what was wrong.

    Its column `regels` has the number of lines. Where what is not known is set apart there is a line of its own for each key and
    code that does not count, with that code as `vreemd` (an empty cell as an empty text); for lines that count it is null.
    """
    namen, groepen = _groepeer(vraag)
    kolommen = f"{namen}, {_maskerkolommen(vraag, taal)}, count(*) AS regels{_gemist(vraag)}"
    if vraag.apart:
        vreemd = "CASE WHEN m0 IS NULL THEN coalesce(code, '') END"
        kolommen, groepen = f"{kolommen}, {vreemd} AS vreemd", f"{groepen}, {vreemd}"
    return f"SELECT {kolommen} FROM {uit} {met_bits(vraag.plan, taal)} GROUP BY {groepen}"


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
    zonder_code = f"CASE WHEN {is_leeg(taal)} THEN {LEEG} ELSE {ONBEKEND} END"
    eerste, rest = f"coalesce(m0, {zonder_code})", "m{}"
    if vraag.tijd is not None:
        eerste = f"CASE WHEN gebrek = 0 THEN {eerste} WHEN m0 IS NULL THEN gebrek | {zonder_code} ELSE gebrek END"
        rest = "CASE WHEN gebrek = 0 THEN m{} END"
    overige = (f"coalesce(bit_or({rest.format(kolom)}), 0) AS m{kolom}" for kolom in range(1, vraag.plan.aantal))
    return ", ".join([f"bit_or({eerste}) AS m0", *overige])


def is_leeg(taal: Taal) -> str:
    """Return whether the cell of a code is empty, of white space too."""
    return f"(code IS NULL OR trim(BOTH {taal.tekst(WIT)} FROM code) = '')"


def met_bits(plan: Plan, taal: Taal) -> str:
    """Return what gives evidence the bits of its codes, as `m0`, `m1` …; null where a code does not count."""
    regels = [(code, *map(str, plan.kolommen(bit))) for code, bit in plan.bit.items()]
    return f"LEFT JOIN {taal.bits(regels)} USING (code)"


def _namen(plan: Plan, letter: str) -> str:
    return ", ".join(f"{letter}{kolom}" for kolom in range(plan.aantal))


def lege(vraag: Vraag, taal: Taal, uit: str) -> str:
    """Return the query for the numbers of lines without each key, without a code, and where time matters without a day."""
    leeg = [*(f"{sleutel} IS NULL" for sleutel in in_bewijs(vraag)), is_leeg(taal)]
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
