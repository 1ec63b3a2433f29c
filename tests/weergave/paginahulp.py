"""What the tests of the page share: the pages themselves, and how to ask one what it shows."""

from __future__ import annotations

import functools
from typing import Any

from playwright.sync_api import Page

import leeruitkomsten as lu
from leeruitkomsten.weergave import pagina

GETOOND = {"WP1.1a", "WP2.1a", "WP2.1b", "WP2.4a", "WD2.1a", "WD3.1a", "WPI2.5a", "WPO2.2a"}
"""Shown in the tests: whole cells and parts of cells of niveau 2, and something of the niveaus before and after it."""


@functools.cache
def stand() -> lu.Voortgang:
    return lu.voortgang(GETOOND, niveau=2)


@functools.cache
def verpakt() -> str:
    return pagina(lu.laad())


@functools.cache
def met_voortgang() -> str:
    return pagina(lu.laad(), stand())


def ga(blad: Page, anker: str) -> None:
    """Go to an address within the page, as a link does, and wait until the page followed."""
    blad.evaluate(
        "anker => new Promise(klaar => {"
        " if (location.hash === '#' + anker) return klaar();"
        " addEventListener('hashchange', () => klaar(), {once: true}); location.hash = anker; })",
        anker,
    )


def zichtbaar(blad: Page) -> list[str]:
    """The ids of the views that are shown."""
    gevonden: list[str] = blad.evaluate(
        "[...document.querySelectorAll('.blik')].filter(b => b.checkVisibility()).map(b => b.querySelector('h2').id)"
    )
    return gevonden


def focus(blad: Page) -> str:
    """The id of what has the focus."""
    return str(blad.evaluate("document.activeElement.id"))


def regels(blad: Page, waar: str) -> list[Any]:
    """The lines of a list: code, and the text in pieces, each with what it is."""
    gevonden: list[Any] = blad.evaluate(
        """waar => [...document.querySelectorAll(waar)].map(li => {
          const soort = {MARK: 'gevonden', INS: 'nieuw', DEL: 'vervalt', U: 'hierheen', S: 'vandaan'};
          const tekst = deel => [...deel.childNodes].filter(k => k.className !== 'stil').map(k => k.textContent).join('');
          const delen = [...li.querySelector('p').childNodes].filter(k => k.textContent)
            .map(k => [soort[k.nodeName] ?? 'gelijk', k.nodeName === '#text' ? k.textContent : tekst(k)]);
          return [li.querySelector('.code').textContent, delen];
        })""",
        waar,
    )
    return gevonden
