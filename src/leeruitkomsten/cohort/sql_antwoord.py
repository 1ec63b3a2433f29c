"""What is asked of masks, and which codes are unknown, as SQL: each answer with the names of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .plan import Eenheid, Plan
from .sql_maskers import groepering, is_leeg, met_bits, sleutels
from .sql_taal import Taal
from .vraag import Vraag


def gesorteerd(vraag: Vraag, uit: str) -> str:
    """Return masks in the order of their keys, and of their periods."""
    return f"(SELECT * FROM {uit} ORDER BY {', '.join(_begin(vraag))}) AS gesorteerd"


def _begin(vraag: Vraag) -> list[str]:
    """Return the columns of masks with which a line of an answer begins."""
    return [*sleutels(vraag), *(["periode"] if vraag.per_periode else [])]


def lang(vraag: Vraag, taal: Taal, uit: str, namen: Sequence[str], eenheden: Iterable[Eenheid], *, nullen: bool) -> str:
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


def minst_aangetoond(
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


def spreiding(
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
        f"WHERE m0 IS NULL AND NOT {is_leeg(taal)} GROUP BY code ORDER BY count(*) DESC, code"
    )
