"""What all charts share: colours that everyone can tell apart, ink that can be read on them, captions, and the look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..fouten import OngeldigeVraag, onderdeel
from ..raamwerk import Raamwerk
from ..schermtaal import SCHERMTALEN, Schermtaal, Spreek, schermtaal_van
from ..zelfde import eis_raamwerk

AANDEEL = {
    "0%": "#ffffff",
    "1–24%": "#deebf7",
    "25–49%": "#9ecae1",
    "50–74%": "#6baed6",
    "75–99%": "#2171b5",
    "100%": "#08306b",
}
"""Shares, from none to all: steps of Blues of ColorBrewer 2.0 (one hue, ever darker, marked there as colour-blind safe)."""
BLAUW, GROEN, ORANJE = "#56b4e9", "#009e73", "#e69f00"
"""Of the palette of Okabe and Ito (Color Universal Design, 2008), made for every kind of colour vision."""
GRIJS, LIJN, TEKST, STIL = "#d4d4d4", "#8c8c8c", "#222222", "#595959"
WIT, ZWART = "#ffffff", "#000000"

_LETTER = 6.0
"""How wide a letter of the caption is at least, in pixels."""


def altair() -> Any:
    """Return the module Altair.

    Raises:
        OntbrekendOnderdeel: it is not installed; the text names the extra.
    """
    with onderdeel("grafiek", "grafieken"):
        import altair
    return altair


def om_te_tekenen(raamwerk: object) -> Raamwerk:
    """Return a framework that has something to draw.

    Raises:
        VerkeerdType: it is no framework.
        OngeldigeVraag: it has no succescriteria.
    """
    kader = eis_raamwerk(raamwerk)
    if not kader.succescriteria:
        raise OngeldigeVraag("niets_te_tellen", f"{kader} heeft geen succescriteria: er is niets te tekenen")
    return kader


def percentage(deel: int, geheel: int) -> int:
    """Return a share in whole percents; 0 is none and 100 all, and nothing between is rounded to either.

    >>> percentage(5, 8), percentage(1, 1000), percentage(999, 1000)
    (63, 1, 99)
    """
    if deel in (0, geheel):
        return 100 * deel // geheel
    return min(99, max(1, (200 * deel + geheel) // (2 * geheel)))


def klasse(procent: int) -> str:
    """Return the class of `AANDEEL` for whole percents.

    >>> klasse(0), klasse(24), klasse(25), klasse(100)
    ('0%', '1–24%', '25–49%', '100%')
    """
    return [*AANDEEL][0 if procent == 0 else 5 if procent == 100 else 1 + procent // 25]  # noqa: PLR2004  # all of it


def inkt(kleur: str) -> str:
    """Return black or white, whichever stands out more on a colour (relative luminance and contrast as in WCAG 2).

    >>> inkt("#ffffff"), inkt("#08306b")
    ('#000000', '#ffffff')
    """
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    rood, groen, blauw = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in delen)  # noqa: PLR2004  # sRGB
    licht = 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
    return ZWART if (licht + 0.05) ** 2 > 1.05 * 0.05 else WIT


def aantal(spreek: Spreek, getal: int, enkel: str = "grafiek.een_criterium", meer: str = "grafiek.criteria") -> str:
    """Return a number with its noun, of which the table has one word for one and another for more.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> aantal(spreker("nl"), 1), aantal(spreker("en"), 2)
    ('1 succescriterium', '2 success criteria')
    """
    return spreek(enkel if getal == 1 else meer, aantal=getal)


def breek(tekst: str, letters: int, regels: int) -> list[str]:
    """Return a text in lines of at most so many letters; what does not fit in so many lines ends in `…`.

    >>> breek("een heel lang verhaal", 10, 2)
    ['een heel', 'lang…']
    """
    return textwrap.wrap(tekst, letters, max_lines=regels, placeholder="…") or [""]


def kop(begin: str, naam: str, letters: int) -> str:
    """Return the heading of a column: what is unique about it on the first line, its name below."""
    return "\n".join([begin, *breek(naam, letters, 3)])


def niveaukoppen(spreek: Spreek, raamwerk: Raamwerk) -> dict[int, str]:
    """Return per niveau the heading of its column, from low to high."""
    return {n.nummer: kop(spreek("niveau", nummer=n.nummer), n.fase, 15) for n in raamwerk.niveaus}


REGELS = "split(datum.label, '\\n')"
"""The expression by which Vega draws a heading in lines. Expressions are fixed: no text of a framework is ever part of one."""


class Bijschrift(NamedTuple):
    """What stands above a chart, and the remarks below it."""

    titel: str
    opmerkingen: Iterable[str]


def in_stijl(grafiek: Any, spreek: Spreek, raamwerk: Raamwerk, bijschrift: Bijschrift, breedte: int) -> Any:
    """Return a chart with its title, caption and description, on a white ground of its own.

    The caption has the remarks, then the name, version and date of the framework, in lines that fit `breedte` (pixels).
    """
    titel, opmerkingen = bijschrift
    letters = max(60, int(breedte / _LETTER))
    alinea = " ".join(zin for zin in opmerkingen if zin)
    zinnen = [*([alinea] if alinea else []), _uitgave(spreek, raamwerk)]
    onder = [regel for zin in zinnen for regel in breek(zin, letters, 6)]
    grafiek = grafiek.properties(
        title={"text": breek(titel, letters * 3 // 4, 3), "subtitle": onder},
        description=" ".join([f"{titel}.", *zinnen]),
    )
    taal = schermtaal_van(spreek)
    if taal != SCHERMTALEN[0]:
        grafiek = grafiek.properties(usermeta={SCHERMTAAL: taal})
    return grafiek.configure(**_HUISSTIJL, locale={"number": _GETALLEN[taal]})


def _uitgave(spreek: Spreek, raamwerk: Raamwerk) -> str:
    return spreek("grafiek.raamwerk", naam=raamwerk.naam, versie=raamwerk.versie, datum=raamwerk.datum)


SCHERMTAAL = "schermtaal"
"""Where a chart says in which language it speaks, among what it carries for others (`usermeta`); Dutch is not said."""
_GETALLEN: Mapping[Schermtaal, Mapping[str, Any]] = {
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
}
"""How numbers are written."""


_HUISSTIJL: dict[str, Any] = {
    "background": WIT,
    "padding": 12,
    "font": "Arial, 'Liberation Sans', Helvetica, sans-serif",
    # Marks say what they show; what Vega would say of axes, titles and legends is its own English.
    "title": {
        "anchor": "start", "frame": "bounds", "fontSize": 15, "subtitleFontSize": 12, "color": TEKST, "subtitleColor": STIL,
        "subtitlePadding": 4, "subtitleLineHeight": 16, "offset": 14, "aria": False,
    },
    "axis": {
        "labelColor": TEKST, "titleColor": STIL, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "aria": False,
    },
    "legend": {
        "labelColor": TEKST, "titleColor": STIL, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "symbolType": "square", "symbolSize": 170, "symbolStrokeColor": LIJN, "symbolStrokeWidth": 1, "labelLimit": 260,
        "aria": False,
    },
    "header": {"labelColor": TEKST, "labelFontSize": 12, "titleColor": STIL},
    "view": {"stroke": None},
}  # fmt: skip
