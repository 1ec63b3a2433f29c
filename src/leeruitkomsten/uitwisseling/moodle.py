"""Moodle: the CSV that "Import competency framework" (`tool_lpimportcsv`) takes, and that of grade outcomes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..fouten import OngeldigeVraag, weiger
from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from . import beoordeling
from .csvtekst import csv_bytes, met_backslash, onschadelijk, php_html, te_lang
from .ids import id_van, naamruimtefouten
from .opties import CompletionRule, MoodleSoort, RuleOutcome, Scheiding
from .schaal import SCHAAL, Schaal, maak_schaal, schaalfouten
from .teksten import alineas, gevuld, kort, naam_van, over, zonder_tags

KOLOMMEN = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
)  # fmt: skip
"""Moodle goes by position; the names are those that it writes itself."""

SOORTEN = {
    "raamwerk": ("evl", "completion_rule", "ruleoutcome", "aangetoond", "standaard", "scheiding"),
    "beoordeling": (),
}
"""Which options go with which kind of file only."""
LANGSTE_NAAM = 100
_HTML = "1"
_REGEL = "core_competency\\competency_rule_all"
_GEEN_REGEL = ("", "", "")


def schrijf(
    raamwerk: Raamwerk,
    *,
    soort: MoodleSoort = "raamwerk",
    evl: bool = True,
    completion_rule: CompletionRule | None = None,
    ruleoutcome: RuleOutcome | None = None,
    schaal: Sequence[str] = SCHAAL,
    aangetoond: Sequence[str] | None = None,
    standaard: str | None = None,
    scheiding: Scheiding = ",",
    naamruimte: str | None = None,
) -> bytes:
    """Return a framework as Moodle imports competency frameworks, or its criteria as the outcomes of a gradebook.

    The leerlijnen are the top level, with their leeruitkomsten and under those the succescriteria. Id numbers are the sleutel,
    `_` and the code, so that two frameworks on a site never share one; that of the framework ends in its version.

    Args:
        raamwerk: the framework.
        soort: `raamwerk`: the competency framework, for an administrator; `beoordeling`: the succescriteria as grade outcomes,
            which a teacher imports in a course; see `beoordeling.schrijf`. With that only `schaal` and `naamruimte` go.
        evl: whether there is a competency `EvL`, with one for each EvL that is cross-referenced with its leeruitkomsten.
        completion_rule: `"all"`: when all criteria of a leeruitkomst are proficient, Moodle does `ruleoutcome`. `None`
            leaves that to people.
        ruleoutcome: 1 attaches evidence, 2 (as without it) marks the leeruitkomst as complete, 3 recommends it for review;
            only together with `completion_rule`.
        schaal: the values that a rating can have, from low to high; a scale in use cannot be changed in Moodle.
        aangetoond: those of them that are proficient; without it the last.
        standaard: the value that a rule, an activity or a course gives by itself; without it the lowest that is proficient.
        scheiding: what stands between the cells: a comma, a semicolon (which the form of a Dutch Moodle proposes) or a tab.
        naamruimte: goes before every id number, where one site has the same framework twice.

    The importer asks: 14 columns, by position; one row that is the framework, with a scale; every parent in the file; an
    id number and a short name in each row. It strips tags from those two and cuts them at 100 characters. It reads with
    PHP's `fgetcsv`, for which a backslash before a quote hides the end of a cell: in a description such a quote is `&quot;`.

    A short name is the code and the text, `<` and `>` as ‹ and ›; one that does not fit ends in "…". The description has
    the whole text, to the letter. It begins with a tag and a short name with a code, so no spreadsheet takes them for a
    formula; the name of the framework gets an apostrophe in front if it begins like one.

    Raises:
        OngeldigeVraag: the id number of the framework is too long, or a name has a backslash at its end or before a quote; all
            are named.

    >>> import leeruitkomsten as lu
    >>> print(schrijf(lu.laad(), scheiding=";").decode().splitlines()[2])
    ;werkplekleren_WP;WP Pedagogische leerlijn;<p>Pedagogische leerlijn</p>;1;;;;;;;;;
    """
    if soort == "beoordeling":
        return beoordeling.schrijf(raamwerk, schaal, naamruimte)
    regel = (_REGEL, str(ruleoutcome or 2), "null") if completion_rule else _GEEN_REGEL
    waarden = maak_schaal(schaal, aangetoond, standaard)
    regels = [*rijen(raamwerk, waarden, evl=evl, naamruimte=naamruimte, regel=regel)]
    van = "het id van het raamwerk (naamruimte, sleutel en versie)"
    weiger([*te_lang([(van, regels[0][1], LANGSTE_NAAM)]), *met_backslash(regels, 1)])
    return csv_bytes([list(KOLOMMEN), *regels], scheiding)


def rijen(
    raamwerk: Raamwerk, schaal: Schaal, *, evl: bool, naamruimte: str | None, regel: Sequence[str] = _GEEN_REGEL
) -> Iterator[list[str]]:
    """Yield the row of the framework, then one per competency, by the columns: parents come first."""
    blad = _Blad(raamwerk, naamruimte, regel)
    yield blad.kop(schaal)
    yield from blad.leerlijnen()
    yield from blad.evls() if evl else ()


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what Moodle would refuse of options that are of the right type; those that are not are left out."""
    if opties.get("ruleoutcome") is not None and opties.get("completion_rule", "all") is None:
        samen = {naam: opties.get(naam) for naam in ("ruleoutcome", "completion_rule")}
        yield OngeldigeVraag("opties_samen", "ruleoutcome: alleen samen met completion_rule='all'", samen)
    # A scale is one text in Moodle, with commas between its values; tags are stripped from them.
    yield from schaalfouten(opties, ",<>")
    yield from naamruimtefouten(opties)


@attrs.frozen
class _Blad:
    """What the rows of a framework share."""

    raamwerk: Raamwerk
    naamruimte: str | None
    regel: Sequence[str]

    def kop(self, schaal: Schaal) -> list[str]:
        """Return the row that is the framework itself."""
        naam = kort(zonder_tags(onschadelijk(str(self.raamwerk))), LANGSTE_NAAM)
        cijfers = json.dumps(_instelling(schaal), separators=(",", ":"))
        soorten = "domain,outcome,indicator"
        kenmerk, tekst = self._id(self.raamwerk.versie), php_html(over(self.raamwerk))
        return ["", kenmerk, naam, tekst, _HTML, ",".join(schaal.waarden), cijfers, *[""] * 5, "1", soorten]

    def leerlijnen(self) -> Iterator[list[str]]:
        """Yield the rows of the tree."""
        for lijn in self.raamwerk.leerlijnen:
            yield self._competentie(("", lijn.code), lijn.naam, alineas(lijn.naam, lijn.omschrijving))
            for uitkomst in gevuld(lijn.leeruitkomsten):
                yield from self._uitkomst(uitkomst)

    def _uitkomst(self, uitkomst: Leeruitkomst) -> Iterator[list[str]]:
        # A rule looks at children: without them there is nothing that could make it come true.
        regel = self.regel if uitkomst.succescriteria else _GEEN_REGEL
        naam = naam_van(self.raamwerk, uitkomst)
        yield self._competentie((uitkomst.leerlijn, uitkomst.code), naam, alineas(uitkomst.tekst), regel=regel)
        for criterium in uitkomst.succescriteria:
            yield self._competentie((uitkomst.code, criterium.code), criterium.tekst)

    def evls(self) -> Iterator[list[str]]:
        """Yield the rows of the EvLs, under one that no leerlijn can share its code with: the grammar keeps it free."""
        yield self._competentie(("", "EvL"), "Eenheden van leeruitkomsten")
        for evl in self.raamwerk.evls:
            verwant = ",".join(self._id(uitkomst.code) for uitkomst in gevuld(evl.leeruitkomsten))
            yield self._competentie(("EvL", evl.code), evl.niveau.fase, alineas(str(evl.niveau)), verwant=verwant)

    def _competentie(
        self,
        plek: tuple[str, str],
        tekst: str,
        omschrijving: str = "",
        regel: Sequence[str] = _GEEN_REGEL,
        verwant: str = "",
    ) -> list[str]:
        ouder, code = plek
        naam, heel = kort(zonder_tags(f"{code} {tekst}"), LANGSTE_NAAM), php_html(omschrijving or alineas(tekst))
        return [ouder and self._id(ouder), self._id(code), naam, heel, _HTML, "", "", *regel, verwant, "", "", ""]

    def _id(self, code: str) -> str:
        return id_van(self.raamwerk, code, self.naamruimte)


def _instelling(schaal: Schaal) -> list[dict[str, str] | dict[str, int]]:
    """Return what Moodle does with each value: the id of the scale is its own, values count from 1."""
    return [
        {"scaleid": "1"},
        *(
            {
                "id": nummer + 1,
                "scaledefault": int(nummer == schaal.standaard),
                "proficient": int(nummer in schaal.aangetoond),
            }
            for nummer in range(len(schaal.waarden))
        ),
    ]
