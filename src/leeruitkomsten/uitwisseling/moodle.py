"""Moodle: the CSV that "Import competency framework" (`tool_lpimportcsv`) takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..fouten import OngeldigeVraag, weiger
from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from ..zinnen import citaat
from .csvtekst import csv_bytes, onschadelijk, te_lang
from .opties import CompletionRule, Delimiter, RuleOutcome
from .teksten import WORTEL, alineas, gevuld, kort, naam_van, over, zonder_tags

KOLOMMEN = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
)  # fmt: skip
"""Moodle goes by position; the names are those that it writes itself."""

SCHEIDING: Mapping[Delimiter, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
SCHAAL = "Nog niet aangetoond,Aangetoond"
LANGSTE_NAAM = 100
_HTML = "1"
_REGEL = "core_competency\\competency_rule_all"
_IDNUMBER = re.compile("[A-Za-z][A-Za-z0-9._+-]*")
_GEEN_REGEL = ("", "", "")


def schrijf(
    raamwerk: Raamwerk,
    *,
    evl: bool = True,
    completion_rule: CompletionRule | None = None,
    ruleoutcome: RuleOutcome | None = None,
    delimiter: Delimiter = "comma",
    idnumber: str | None = None,
) -> bytes:
    """Return a framework as Moodle imports competency frameworks.

    The leerlijnen are the top level, with their leeruitkomsten and under those the succescriteria. Id numbers are codes.

    Args:
        raamwerk: the framework.
        evl: whether there is a competency `EvL`, with one for each EvL that is cross-referenced with its leeruitkomsten.
        completion_rule: `"all"`: when all criteria of a leeruitkomst are proficient, Moodle does `ruleoutcome`. `None`
            leaves that to people.
        ruleoutcome: 1 attaches evidence, 2 (as without it) marks the leeruitkomst as complete, 3 recommends it for review;
            only together with `completion_rule`.
        delimiter: `"comma"`, `"semicolon"` or `"tab"`; the form of a Dutch Moodle proposes the semicolon.
        idnumber: of the framework, unique on a site; without one `leeruitkomsten-` and the version of the data.

    The importer asks: 14 columns, by position; one row that is the framework, with a scale; every parent in the file; an
    id number and a short name in each row. It strips tags from those two and cuts them at 100 characters. It reads with
    PHP's `fgetcsv`, for which a backslash before a quote hides the end of a cell.

    A short name is the code and the text, `<` and `>` as ‹ and ›; one that does not fit ends in "…". The description has
    the whole text, to the letter. It begins with a tag and a short name with a code, so no spreadsheet takes them for a
    formula; the name of the framework gets an apostrophe in front if it begins like one.

    Raises:
        OngeldigeVraag: an id number is too long, or a cell has a backslash at its end or before a quote; all are named.

    >>> import leeruitkomsten as lu
    >>> print(schrijf(lu.laad(), delimiter="semicolon").decode().splitlines()[2])
    ;WP;WP Pedagogische leerlijn;<p>Pedagogische leerlijn</p>;1;;;;;;;;;
    """
    kenmerk = f"{WORTEL}-{raamwerk.versie}" if idnumber is None else idnumber
    regel = (_REGEL, str(ruleoutcome or 2), "null") if completion_rule else _GEEN_REGEL
    rijen = [_raamwerk(raamwerk, kenmerk), *_leerlijnen(raamwerk, regel), *(_evls(raamwerk) if evl else ())]
    weiger([*te_lang((rij[1], rij[1], LANGSTE_NAAM) for rij in rijen), *_met_backslash(rijen)])
    return csv_bytes([list(KOLOMMEN), *rijen], SCHEIDING[delimiter])


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what Moodle would refuse of options that are of the right type; those that are not are left out."""
    if opties.get("ruleoutcome") is not None and opties.get("completion_rule", "all") is None:
        samen = {naam: opties.get(naam) for naam in ("ruleoutcome", "completion_rule")}
        yield OngeldigeVraag("opties_samen", "ruleoutcome: alleen samen met completion_rule='all'", samen)
    idnumber = opties.get("idnumber")
    if idnumber is not None and not _IDNUMBER.fullmatch(idnumber):
        reden = f"idnumber: een letter en dan letters, cijfers, '.', '_', '+' of '-', niet {citaat(idnumber)}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"idnumber": idnumber})


def _raamwerk(raamwerk: Raamwerk, kenmerk: str) -> list[str]:
    # The id of the scale is Moodle's own; items count from 1, and the second one is the proficient one.
    schaal = [
        {"scaleid": "1"},
        {"id": 1, "scaledefault": 1, "proficient": 0},
        {"id": 2, "scaledefault": 0, "proficient": 1},
    ]
    naam = kort(zonder_tags(onschadelijk(str(raamwerk))), LANGSTE_NAAM)
    cijfers = json.dumps(schaal, separators=(",", ":"))
    return ["", kenmerk, naam, over(raamwerk), _HTML, SCHAAL, cijfers, *[""] * 5, "1", "domain,outcome,indicator"]


def _competentie(
    plek: tuple[str, str], tekst: str, omschrijving: str = "", regel: Sequence[str] = _GEEN_REGEL, verwant: str = ""
) -> list[str]:
    ouder, code = plek
    naam = kort(zonder_tags(f"{code} {tekst}"), LANGSTE_NAAM)
    return [ouder, code, naam, omschrijving or alineas(tekst), _HTML, "", "", *regel, verwant, "", "", ""]


def _leerlijnen(raamwerk: Raamwerk, regel: Sequence[str]) -> Iterator[list[str]]:
    for lijn in raamwerk.leerlijnen:
        yield _competentie(("", lijn.code), lijn.naam, alineas(lijn.naam, lijn.omschrijving))
        for uitkomst in gevuld(lijn.leeruitkomsten):
            yield from _uitkomst(uitkomst, naam_van(raamwerk, uitkomst), regel)


def _uitkomst(uitkomst: Leeruitkomst, naam: str, regel: Sequence[str]) -> Iterator[list[str]]:
    # A rule looks at children: without them there is nothing that could make it come true.
    eigen = regel if uitkomst.succescriteria else _GEEN_REGEL
    yield _competentie((uitkomst.leerlijn, uitkomst.code), naam, alineas(uitkomst.tekst), regel=eigen)
    for criterium in uitkomst.succescriteria:
        yield _competentie((uitkomst.code, criterium.code), criterium.tekst)


def _evls(raamwerk: Raamwerk) -> Iterator[list[str]]:
    # No leerlijn can have this code: the grammar keeps it free.
    yield _competentie(("", "EvL"), "Eenheden van leeruitkomsten")
    for evl in raamwerk.evls:
        verwant = ",".join(uitkomst.code for uitkomst in gevuld(evl.leeruitkomsten))
        yield _competentie(("EvL", evl.code), evl.niveau.fase, alineas(str(evl.niveau)), verwant=verwant)


def _met_backslash(rijen: Iterable[list[str]]) -> Iterator[OngeldigeVraag]:
    for rij in rijen:
        for cel in rij:
            if cel[-1:] == "\\" or '\\"' in cel:
                verkeerd = "Moodle leest een backslash aan het eind of vóór een aanhalingsteken verkeerd"
                yield OngeldigeVraag("past_niet", f"{rij[1]}: {verkeerd}: {citaat(cel)}", {"waar": rij[1]})
