"""Whether a screen speaks one language: which words of the table in the other language stand in its texts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from leeruitkomsten.schermtaal import SCHERMTALEN, WOORDEN

_GEEN_WOORD = {"type", "field", "test", "labelExpr", "$schema", "schermtaal"}
"""Keys of a chart whose value nobody reads."""


@functools.cache
def stukken(taal: str) -> dict[str, str]:
    """The pieces of the sentences of a language, between what is filled in, that no sentence of the other language has; by word."""
    hier = SCHERMTALEN.index(taal)
    elders = " ".join(zin for zinnen in WOORDEN.values() for plaats, zin in enumerate(zinnen) if plaats != hier)
    alle = {
        stuk.strip(" .,:;·–()“”"): woord
        for woord, zinnen in WOORDEN.items()
        for stuk in re.split(r"\{[a-z_]+\}", zinnen[hier])
    }
    return {stuk: woord for stuk, woord in alle.items() if len(stuk) > 2 and not _staat(stuk, elders)}


def _staat(stuk: str, tekst: str) -> bool:
    # Most pieces stand nowhere in it, which is seen far sooner without a pattern.
    return stuk in tekst and re.search(rf"(?<!\w){re.escape(stuk)}(?!\w)", tekst) is not None


def vreemd(teksten: Iterator[str] | list[str], schermtaal: str) -> set[str]:
    """What texts say in another language than that of the screen: the words of the table that it is of."""
    (ander,) = set(SCHERMTALEN) - {schermtaal}
    alles = "\n".join(teksten)
    assert alles
    return {woord for stuk, woord in stukken(ander).items() if _staat(stuk, alles)}


def in_grafiek(deel: Any) -> Iterator[str]:
    """Everything that a chart says, or may say when somebody points at it."""
    for sleutel, waarde in deel.items() if isinstance(deel, dict) else enumerate(deel):
        if isinstance(waarde, str) and sleutel not in _GEEN_WOORD:
            yield waarde
        elif isinstance(waarde, dict | list):
            yield from in_grafiek(waarde)


OP_DE_PAGINA = """() => [...document.querySelectorAll('body, [aria-label]')].flatMap(e => [
  e.getAttribute('aria-label') ?? '', e === document.body ? document.title + '\\n' + [...e.querySelectorAll('*')].filter(
    d => !d.closest('script, template')).flatMap(d => [...d.childNodes]).filter(k => k.nodeName === '#text')
    .map(k => k.textContent).join('\\n') : ''])"""
"""Everything that a page says, what is hidden included; in a browser."""
