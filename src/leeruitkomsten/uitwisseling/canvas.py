"""Canvas: the outcomes CSV that "Importeren" on the page Leerdoelen (Outcomes) takes, and that of rubrics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ..fouten import OngeldigeVraag, weiger
from ..model import Leerlijn, Leeruitkomst
from ..raamwerk import Raamwerk
from ..zinnen import opsomming as opgesomd
from . import rubrics
from .csvtekst import csv_bytes, onschadelijk, te_lang
from .ids import id_van, naamruimtefouten
from .opties import CanvasCriteria, CanvasSoort
from .schaal import SCHAAL, maak_schaal, schaalfouten
from .teksten import WORTEL, alineas, gevuld, kort, naam_van, opsomming, over

KOLOMMEN = (
    "vendor_guid", "object_type", "title", "description", "display_name", "parent_guids", "calculation_method",
    "mastery_points", "workflow_state", "ratings",
)  # fmt: skip
SOORTEN = {
    "leerdoelen": ("criteria", "evl", "schaal", "aangetoond", "naamruimte"),
    "rubric-evl": ("schaal",),
    "rubric-leerlijn": (),
}
"""Which options go with which kind of file only."""
LANGSTE_TITEL = 255
LANGSTE_OMSCHRIJVING = 64 * 1024 - 1

Cijfers: TypeAlias = tuple[str, tuple[str, ...]]
"""The points from which an outcome counts as mastered, and the cells of its ratings."""


def schrijf(
    raamwerk: Raamwerk,
    *,
    soort: CanvasSoort = "leerdoelen",
    criteria: CanvasCriteria = "lijst",
    evl: bool = True,
    schaal: Sequence[str] = SCHAAL,
    aangetoond: Sequence[str] | None = None,
    naamruimte: str | None = None,
) -> bytes:
    """Return the outcomes of a framework as Canvas imports them, or its rubrics.

    One group holds a group per leerlijn and a group per EvL; each leeruitkomst is an outcome in both. Its id is the sleutel, `_`
    and its code: ids are unique in a whole Canvas, and two frameworks may share codes.

    Args:
        raamwerk: the framework.
        soort: `leerdoelen`: the outcomes; `rubric-evl`: a rubric per EvL, with the succescriteria on the scale; `rubric-leerlijn`:
            a rubric per leerlijn, with its rows from niveau to niveau; see `rubrics.schrijf`.
        criteria: `lijst`: the succescriteria are a list in the description of their leeruitkomst; `uitkomsten`: they
            are outcomes of their own, in a group per leeruitkomst and in their EvL.
        evl: whether there are groups for the EvLs.
        schaal: the ratings, from low to high; the lowest has 0 points, each next one more. `()` leaves the scale to Canvas.
        aangetoond: the ratings that count as mastery: the highest, one or more; without it the last.
        naamruimte: goes before every id, where one Canvas has the same framework twice.

    The importer asks: names of columns to the letter, `ratings` last and then blank cells; ids of at most 255 characters
    without whitespace or colon; titles of at most 255; descriptions (HTML) of at most 65 535; parents in an earlier row;
    points that are whole numbers and do not go up; nothing in the cells of ratings of a group.

    A title is the code and the text; one that does not fit ends in "…", and the description has the whole text. A
    description begins with a tag and a title with a code, so no spreadsheet takes them for a formula; the name of the
    framework and the texts of ratings get an apostrophe in front if they begin like one.

    Raises:
        OngeldigeVraag: a description is too long; all are named.

    >>> import leeruitkomsten as lu
    >>> print(schrijf(lu.laad()).decode().splitlines()[2])
    werkplekleren_WP,group,WP Pedagogische leerlijn,<p>Pedagogische leerlijn</p>,,werkplekleren_leeruitkomsten,,,active,,,,
    """
    if soort != "leerdoelen":
        return rubrics.schrijf(raamwerk, soort, schaal)
    cijfers = cijfers_van(schaal, aangetoond)
    regels = [*rijen(raamwerk, criteria, cijfers, evl=evl, naamruimte=naamruimte)]
    weiger(te_lang((f"{regel[0]}, omschrijving", regel[3], LANGSTE_OMSCHRIJVING) for regel in regels))
    # Every row reaches the column `ratings`, and blank cells stay unquoted: Canvas reads "" as a rating without points.
    return csv_bytes([[*KOLOMMEN, *[""] * (len(cijfers[1]) - 1)], *regels])


def rijen(
    raamwerk: Raamwerk, criteria: CanvasCriteria, cijfers: Cijfers, *, evl: bool, naamruimte: str | None
) -> Iterator[list[str]]:
    """Yield a row per group and outcome, by the columns: the groups come first."""
    blad = _Blad(raamwerk, naamruimte, *cijfers)
    yield from _groepen(blad, raamwerk, evl)
    yield from _uitkomsten(blad, raamwerk, evl, criteria == "uitkomsten")


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what Canvas would refuse of options that are of the right type; those that are not are left out."""
    schaal, aangetoond = opties.get("schaal", SCHAAL), opties.get("aangetoond")
    if schaal or opties.get("soort") == "rubric-evl":
        eigen = [*schaalfouten(opties)]
        yield from eigen
        if aangetoond and not eigen and {*schaal[-len({*aangetoond}) :]} != {*aangetoond}:
            reden = f"aangetoond: in Canvas tellen de hoogste waarden van de schaal, niet {opgesomd(aangetoond)}"
            yield OngeldigeVraag("opties_samen", reden, {"aangetoond": aangetoond, "schaal": schaal})
    elif aangetoond is not None:
        reden = "aangetoond: zonder schaal bepaalt Canvas zelf wat telt"
        yield OngeldigeVraag("opties_samen", reden, {"aangetoond": aangetoond, "schaal": schaal})
    yield from naamruimtefouten(opties)


def cijfers_van(waarden: Sequence[str], aangetoond: Sequence[str] | None) -> Cijfers:
    """Return the points from which an outcome counts as mastered, and the cells of the ratings, the most points first."""
    if not waarden:
        return "", ()
    schaal = maak_schaal(waarden, aangetoond)
    paren = reversed([*enumerate(schaal.waarden)])
    return str(min(schaal.aangetoond)), tuple(cel for punten, tekst in paren for cel in (str(punten), tekst))


@attrs.frozen
class _Blad:
    """What every row shares: what ids begin with, the points for mastery, and the cells of the ratings."""

    raamwerk: Raamwerk
    naamruimte: str | None
    beheerst: str
    schaal: tuple[str, ...]

    def groep(self, code: str, titel: str, omschrijving: str, ouder: str) -> list[str]:
        """Return the row of a group; Canvas wants its cells of ratings blank."""
        ids = (self._id(code), self._id(ouder))
        leeg = [""] * max(1, len(self.schaal))
        return [ids[0], "group", kort(titel, LANGSTE_TITEL), omschrijving, "", ids[1], "", "", "active", *leeg]

    def uitkomst(self, code: str, tekst: str, omschrijving: str, ouders: Sequence[str]) -> list[str]:
        """Return the row of an outcome; `active` brings back one that was removed after an earlier import."""
        titel, waar = kort(f"{code} {tekst}", LANGSTE_TITEL), " ".join(map(self._id, ouders))
        vast = [self._id(code), "outcome", titel, omschrijving, code, waar, "highest", self.beheerst, "active"]
        return [*vast, *(self.schaal or ("",))]

    def _id(self, code: str) -> str:
        return code and id_van(self.raamwerk, code, self.naamruimte)


def _groepen(blad: _Blad, raamwerk: Raamwerk, evl: bool) -> Iterator[list[str]]:
    yield blad.groep(WORTEL, onschadelijk(str(raamwerk)), over(raamwerk), "")
    for lijn in raamwerk.leerlijnen:
        yield blad.groep(lijn.code, str(lijn), alineas(lijn.naam, lijn.omschrijving), WORTEL)
    for eenheid in raamwerk.evls if evl else ():
        titel = f"{eenheid.code} {eenheid.niveau.fase}"
        yield blad.groep(eenheid.code, titel, alineas(str(eenheid.niveau)), WORTEL)


def _uitkomsten(blad: _Blad, raamwerk: Raamwerk, evl: bool, los: bool) -> Iterator[list[str]]:
    for lijn in raamwerk.leerlijnen:
        for uitkomst in gevuld(lijn.leeruitkomsten):
            eenheid = [raamwerk.evls[uitkomst.niveau - 1].code] if evl else []
            lijst = "" if los else opsomming(uitkomst.succescriteria)
            naam, omschrijving = naam_van(raamwerk, uitkomst), alineas(uitkomst.tekst) + lijst
            yield blad.uitkomst(uitkomst.code, naam, omschrijving, [lijn.code, *eenheid])
            if los and uitkomst.succescriteria:
                yield from _criteria(blad, lijn, uitkomst, eenheid)


def _criteria(blad: _Blad, lijn: Leerlijn, uitkomst: Leeruitkomst, eenheid: Sequence[str]) -> Iterator[list[str]]:
    # An outcome cannot stand under an outcome: the criteria get a group beside theirs.
    groep = f"{uitkomst.code}-succescriteria"
    yield blad.groep(groep, f"{uitkomst.code} Succescriteria", alineas(uitkomst.tekst), lijn.code)
    for criterium in uitkomst.succescriteria:
        yield blad.uitkomst(criterium.code, criterium.tekst, alineas(criterium.tekst), [groep, *eenheid])
