"""Texts as importers take them: short, as HTML, and without what they would strip."""

from __future__ import annotations

import html
from collections.abc import Iterable

from ..model import Leeruitkomst
from ..raamwerk import Raamwerk

WORTEL = "leeruitkomsten"
"""The id of the group that holds all others: too long to be the code of a leerlijn."""
_GEEN_TAGS = str.maketrans("<>", "‹›")


def kort(tekst: str, grens: int) -> str:
    """Return a text that fits: one that is longer ends at a word, with "…" behind it.

    >>> kort("WP1 Je onderhoudt een relatie.", 22)
    'WP1 Je onderhoudt een…'
    """
    if len(tekst) <= grens:
        return tekst
    heel = tekst[:grens].rpartition(" ")[0]
    # Where the last word fills half of the room, what is left of it says more than the words before.
    return f"{heel if len(heel) > grens // 2 else tekst[: grens - 1]}…"


def alineas(*teksten: str | None) -> str:
    """Return texts as paragraphs of HTML; one that the framework does not have is left out.

    Only `&`, `<` and `>` are escaped: what cleans HTML in another system writes quotes back as they were, and then takes the
    text for a changed one.

    >>> alineas('=1+1 & "meer"', None)
    '<p>=1+1 &amp; "meer"</p>'
    """
    return "".join(f"<p>{html.escape(tekst, quote=False)}</p>" for tekst in teksten if tekst)


def gevuld(uitkomsten: Iterable[Leeruitkomst]) -> tuple[Leeruitkomst, ...]:
    """Return the leeruitkomsten that are something: one that is `leeg` is a place, no thing to show, to rate or to refer to."""
    return tuple(uitkomst for uitkomst in uitkomsten if not uitkomst.leeg)


def naam_van(raamwerk: Raamwerk, uitkomst: Leeruitkomst) -> str:
    """Return what a leeruitkomst is called where a name must stand: its text, or where it has none its leerlijn and fase."""
    return uitkomst.tekst or f"{raamwerk.leerlijn(uitkomst.leerlijn).naam}, {raamwerk.niveau(uitkomst.niveau).fase}"


def opsomming(punten: Iterable[object]) -> str:
    """Return points as a list of HTML; nothing when there are none."""
    regels = "".join(f"<li>{html.escape(str(punt), quote=False)}</li>" for punt in punten)
    return f"<ul>{regels}</ul>" if regels else ""


def over(raamwerk: Raamwerk) -> str:
    """Return as HTML what framework this is: its name, version, date, source, and what the source says ahead of it."""
    return alineas(f"{raamwerk} ({raamwerk.datum})", str(raamwerk.bron), *map(str, raamwerk.inleiding))


def zonder_tags(tekst: str) -> str:
    """Return a text in which nothing is a tag: Moodle strips tags from a name, and all that follows a lone `<`.

    >>> zonder_tags("<b>eerst</b>")
    '‹b›eerst‹/b›'
    """
    return tekst.translate(_GEEN_TAGS)
