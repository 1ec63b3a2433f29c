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


@functools.cache
def sanne() -> lu.Portfolio:
    """A portfolio with everything that one can have, and with texts that would be markup elsewhere."""
    bewijs = [
        lu.Bewijs(
            "WP1.1a", "Lesbezoek 3", "2026-09-24", "https://portfolio.example/lesbezoek-3", "begeleider", "observatie"
        ),
        lu.Bewijs("WP2.4a", "Video van een les", "2026-11-02", "map 3", "student", "video"),
        lu.Bewijs("WP2.4a", "https://voorbeeld.example/film", "2026-11-12", "https://voorbeeld.example/film"),
        lu.Bewijs("WD2.1a", 'Lesplan <i>schuin</i> & "meer"', "2026-11-12", "javascript:alert(1)"),
    ]
    notities = [
        lu.Notitie(
            "WP2.4a", "feedback", "Je houdt rekening met elkaar.\n\n Ga zo door.", "2026-11-24", "werkplekbegeleider"
        ),
        lu.Notitie("WP2", "feedforward", "Bespreek de regels voordat de les begint.", "2026-11-24", "begeleider"),
        lu.Notitie("EvL2", "afspraak", "<img src=x onerror=alert(1)>", "2026-11-24"),
    ]
    return lu.Portfolio(lu.laad().kenmerk, "Sanne <b>de Vries</b>", bewijs, notities, "2026-11-28")


@functools.cache
def van_sanne() -> str:
    return pagina(lu.laad(), portfolio=sanne())


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
          const tekst = deel => [...deel.childNodes].filter(k => k.className !== 'stil').map(k => k.textContent).join('');
          const delen = [...li.querySelector('p').childNodes].filter(k => k.textContent)
            .map(k => [k.nodeName === 'MARK' ? 'gevonden' : k.dataset?.soort ?? 'gelijk', k.nodeName === '#text' ? k.textContent : tekst(k)]);
          return [li.querySelector('.code').textContent, delen];
        })""",
        waar,
    )
    return gevonden
