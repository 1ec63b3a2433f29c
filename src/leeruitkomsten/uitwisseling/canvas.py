"""Canvas: the outcomes CSV that "Importeren" on the page Leerdoelen (Outcomes) takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from ..fouten import OngeldigeVraag, weiger
from ..model import Leerlijn, Leeruitkomst
from ..raamwerk import Raamwerk
from ..zinnen import citaat
from .csvtekst import csv_bytes, onschadelijk, te_lang
from .opties import Criteria
from .teksten import WORTEL, alineas, gevuld, kort, naam_van, opsomming, over

KOLOMMEN = (
    "vendor_guid", "object_type", "title", "description", "display_name", "parent_guids", "calculation_method",
    "mastery_points", "workflow_state", "ratings",
)  # fmt: skip
RATINGS = ((1, "Aangetoond"), (0, "Nog niet aangetoond"))
LANGSTE_ID = LANGSTE_TITEL = 255
LANGSTE_OMSCHRIJVING = 64 * 1024 - 1
_VOORVOEGSEL = re.compile("[A-Za-z][A-Za-z0-9._-]*")


def schrijf(
    raamwerk: Raamwerk,
    *,
    criteria: Criteria = "lijst",
    evl: bool = True,
    ratings: Sequence[tuple[int, str]] = RATINGS,
    mastery_points: int = 1,
    voorvoegsel: str = "",
) -> bytes:
    """Return the outcomes of a framework as Canvas imports them.

    One group holds a group per leerlijn and a group per EvL; each leeruitkomst is an outcome in both. Its id is its code.

    Args:
        raamwerk: the framework.
        criteria: `"lijst"`: the succescriteria are a list in the description of their leeruitkomst; `"uitkomsten"`: they
            are outcomes of their own, in a group per leeruitkomst and in their EvL.
        evl: whether there are groups for the EvLs.
        ratings: pairs of points and text, the most points first; `()` leaves the scale to Canvas.
        mastery_points: the points of the rating from which an outcome counts as mastered.
        voorvoegsel: goes before every id: ids are unique in a whole Canvas, so two frameworks need one.

    The importer asks: names of columns to the letter, `ratings` last and then blank cells; ids of at most 255 characters
    without whitespace or colon; titles of at most 255; descriptions (HTML) of at most 65 535; parents in an earlier row;
    points that are whole numbers and do not go up; nothing in the cells of ratings of a group.

    A title is the code and the text; one that does not fit ends in "…", and the description has the whole text. A
    description begins with a tag and a title with a code, so no spreadsheet takes them for a formula; the name of the
    framework and the texts of ratings get an apostrophe in front if they begin like one.

    Raises:
        OngeldigeVraag: a description or id is too long; all are named.

    >>> import leeruitkomsten as lu
    >>> for regel in schrijf(lu.laad()).decode().splitlines()[2:4]:
    ...     print(regel)
    WP,group,WP Pedagogische leerlijn,<p>Pedagogische leerlijn</p>,,leeruitkomsten,,,active,,,,
    WD,group,WD Vakdidactische/didactische leerlijn,<p>Vakdidactische/didactische leerlijn</p>,,leeruitkomsten,,,active,,,,
    """
    schaal = tuple(cel for punten, tekst in ratings for cel in (str(punten), onschadelijk(tekst)))
    blad = _Blad(voorvoegsel, str(mastery_points) if ratings else "", schaal)
    los = criteria == "uitkomsten"
    rijen = [*_groepen(blad, raamwerk, evl), *_uitkomsten(blad, raamwerk, evl, los)]
    ids = ((rij[0], rij[0], LANGSTE_ID) for rij in rijen)
    weiger(te_lang([*ids, *((f"{rij[0]}, omschrijving", rij[3], LANGSTE_OMSCHRIJVING) for rij in rijen)]))
    # Every row reaches the column `ratings`, and blank cells stay unquoted: Canvas reads "" as a rating without points.
    return csv_bytes([[*KOLOMMEN, *[""] * (len(schaal) - 1)], *rijen])


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what Canvas would refuse of options that are of the right type; those that are not are left out."""
    ratings = opties.get("ratings", ())
    if not all(map(_is_rating, ratings)):
        yield OngeldigeVraag("ongeldige_waarde", "ratings: elk een geheel getal en een tekst", {"ratings": ratings})
    else:
        punten = [paar[0] for paar in ratings]
        if punten != sorted(punten, reverse=True):
            yield OngeldigeVraag("ongeldige_waarde", "ratings: de meeste punten eerst", {"ratings": ratings})
        elif punten and "mastery_points" in opties and opties["mastery_points"] not in punten:
            grens = opties["mastery_points"]
            reden = f"mastery_points: een van de punten van ratings, niet {citaat(grens)}"
            yield OngeldigeVraag("opties_samen", reden, {"mastery_points": grens, "ratings": ratings})
    voorvoegsel = opties.get("voorvoegsel", "")
    if voorvoegsel and not _VOORVOEGSEL.fullmatch(voorvoegsel):
        reden = f"voorvoegsel: een letter en dan letters, cijfers, '.', '_' of '-', niet {citaat(voorvoegsel)}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"voorvoegsel": voorvoegsel})


def _is_rating(paar: object) -> bool:
    # Canvas drops the thousands separator of its language first: in Dutch 1.5 would become 15.
    delen = [*cast("list[object]", paar)] if isinstance(paar, list | tuple) else []
    return [*map(type, delen)] == [int, str] and delen[1] != ""


@attrs.frozen
class _Blad:
    """What every row shares: the prefix of ids, the points for mastery, and the cells of the ratings."""

    voorvoegsel: str
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
        return code and self.voorvoegsel + code


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
