"""Texts as a person reads them: without the tags of HTML, whatever way its characters are written, on one line."""

from __future__ import annotations

import html
import re
import unicodedata

from ...codes import VORM

# A tag ends where the next one begins at the latest, so that a file full of lone signs takes time by its length.
_TAG = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*|!)([^<>]*)>")
# A point ends where the next one begins at the latest, for the same reason.
_TUSSEN = r"\s|&nbsp;|<(?!/?li\b)[^<>]*>"
_PUNT = re.compile(
    rf"<li(?:\s[^<>]*)?>(?:{_TUSSEN})*+({VORM['succescriterium'].pattern})(?:{_TUSSEN})++([^<]*+(?:<(?!/?li\b)[^<]*+)*+)</li>"
)
_IN_DE_REGEL = {
    "a", "abbr", "b", "code", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u",
}  # fmt: skip
"""Tags within a word or line; any other ends a line."""
_DOORGEHAALD = {"s", "del", "strike"}
"""Words within these are there to be seen as taken back: they are no words like others."""
_ALT = re.compile(r"""\balt=("[^"]*"|'[^']*')""", re.IGNORECASE)
_ONGEZIEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_LANGSTE = 100_000
"""Up to so many characters a text is put in one Unicode form: that takes the square of the marks on one letter in time."""


def zoals_html(tekst: str) -> str:
    """Return what HTML says.

    >>> zoals_html("<p>Je leest &quot;veel&quot;&nbsp;en <b>graag</b>.</p>\\n<p>Altijd.</p>")
    'Je leest "veel" en graag. Altijd.'
    """
    return op_een_regel(html.unescape(_TAG.sub(_zonder, tekst)))


def zonder_punten(tekst: str) -> tuple[str, list[tuple[str, str]]]:
    """Return HTML without the points of lists that begin with the code of a succescriterium, and these as code and text.

    >>> zonder_punten("<p>Je leest.</p><ul><li>A1.1a Je telt.</li><li>Los.</li></ul>")
    ('<p>Je leest.</p><ul><li>Los.</li></ul>', [('A1.1a', 'Je telt.')])
    """
    if "<li" not in tekst:
        return tekst, []
    delen: list[str] = _PUNT.split(tekst)  # what stands around the points, with the code and the text of each between
    return "".join(delen[::3]), [*zip(delen[1::3], delen[2::3], strict=True)]


def op_een_regel(tekst: str) -> str:
    """Return a text on one line, in one Unicode form, without what is not seen."""
    regel = " ".join(tekst.translate(_ONGEZIEN).split())
    return unicodedata.normalize("NFC", regel) if len(regel) <= _LANGSTE else regel


def _zonder(tag: re.Match[str]) -> str:
    naam = tag[1].lstrip("/").casefold()
    if naam == "img" and (alt := _ALT.search(tag[2])):  # filters turn signs such as (y) into pictures
        return alt[1][1:-1]
    if naam in _DOORGEHAALD:
        return "~~"
    return "" if naam in _IN_DE_REGEL else " "
