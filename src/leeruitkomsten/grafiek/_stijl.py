"""What all charts share: colours that everyone can tell apart, ink that can be read on them, captions, and the look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import attrs

from ..fouten import OngeldigeVraag, eis_type, onderdeel
from ..raamwerk import Raamwerk
from ..schermtaal import SCHERMTALEN, Schermtaal, Spreek, schermtaal_van, spreker
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

LETTER, VET = 6.3, 7.2
"""How wide a letter of 12 pixels is, in pixels: on average in words, and at most of what is bold or digits."""
PAGINA = (1130, 760)
"""How wide and high a chart may be, in pixels: what A4 lying down has, within margins of 15 mm, with letters of 12 at 8 points."""
_RAND = 12


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
    """Return a text in lines of at most so many letters, broken at words; what does not fit ends in `…`.

    >>> breek("een heel lang verhaal", 10, 2), breek("Oriëntatiefase", 8, 2)
    (['een heel', 'lang…'], ['Oriënta…'])
    """
    woorden = " ".join(woord if len(woord) <= letters else f"{woord[: letters - 1]}…" for woord in tekst.split())
    return textwrap.wrap(woorden, letters, max_lines=regels, placeholder="…", break_on_hyphens=False) or [""]


REGELS = "split(datum.label, '\\n')"
"""The expression by which Vega draws a heading in lines. Expressions are fixed: no text of a framework is ever part of one."""


class Bijschrift(NamedTuple):
    """What stands above a chart, and the remarks below it."""

    titel: str
    opmerkingen: Iterable[str]


@attrs.frozen
class Stijl:
    """In which words a chart speaks, and what its maker wants above it: a title and a line below that, of their own."""

    spreek: Spreek
    titel: str | None
    ondertitel: str | None

    @classmethod
    def van(cls, schermtaal: Schermtaal, titel: str | None, ondertitel: str | None) -> Stijl:
        """Return the style that is asked for.

        Raises:
            OngeldigeVraag: there is no such `schermtaal`.
            VerkeerdType: a title is no text.
        """
        for naam, tekst in (("titel", titel), ("ondertitel", ondertitel)):
            if tekst is not None:
                eis_type(tekst, str, "tekst", naam)
        return cls(spreker(schermtaal), titel, ondertitel)


_LETTERS = (105, 170)
"""How long a line of the caption is at least and at most."""


def in_stijl(grafiek: Any, stijl: Stijl, raamwerk: Raamwerk, bijschrift: Bijschrift, breedte: float) -> Any:
    """Return a chart with its title, caption and description, on a white ground of its own.

    The caption has the remarks, then the name, version and date of the framework, in lines that fit `breedte` (pixels). Under a
    title of one's own it begins with what is drawn.
    """
    titel, opmerkingen = bijschrift
    if stijl.titel is not None:
        titel, opmerkingen = stijl.titel, [f"{titel}.", *opmerkingen]
    letters = min(_LETTERS[1], max(_LETTERS[0], int(breedte / LETTER)))
    alinea = " ".join(zin for zin in opmerkingen if zin)
    zinnen = [*([alinea] if alinea else []), _uitgave(stijl.spreek, raamwerk)]
    onder = [regel for zin in zinnen for regel in breek(zin, letters, 6)]
    eigen = [] if stijl.ondertitel is None else [stijl.ondertitel]
    boven = [regel for zin in eigen for regel in breek(zin, letters, 2)]
    grafiek = grafiek.properties(
        title={"text": breek(titel, letters * 3 // 4, 2), "subtitle": [*boven, *onder]},
        description=" ".join([f"{titel}.", *eigen, *zinnen]),
    )
    taal = schermtaal_van(stijl.spreek)
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
    "padding": _RAND,
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
