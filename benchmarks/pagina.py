"""The page with a portfolio of 1,000 pieces of evidence, in Chromium: whether it opens and is typed in as the empty page is.

Every figure is the ratio of two best times from one run, both sides in turn.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from uitslag import meld

import leeruitkomsten as lu
from leeruitkomsten import weergave

RONDES, STUKKEN = 15, 1_000
OPENEN = "performance.getEntriesByType('navigation')[0].domComplete - performance.getEntriesByType('navigation')[0].responseEnd"
TYPEN = """() => { const veld = document.getElementById('zoekveld'), begin = performance.now();
  for (const vraag of ['f', 'fe', 'fee', 'feed', 'feedb', 'feedba', 'feedbac', 'feedback']) {
    veld.value = vraag; veld.dispatchEvent(new Event('input')); document.body.getBoundingClientRect(); }
  return performance.now() - begin; }"""


def vol() -> lu.Portfolio:
    """Return a portfolio with evidence of every criterium, ten times over."""
    kader = lu.laad()
    codes = [criterium.code for criterium in kader.succescriteria]
    bewijs = [
        lu.Bewijs(codes[n % len(codes)], f"Bewijs {n}", "2026-11-12", f"https://portfolio.example/{n}")
        for n in range(STUKKEN)
    ]
    return lu.Portfolio(kader.kenmerk, "Veel", bewijs)


def tijden(blad: Page, adressen: list[str], meting: str, anker: str) -> list[float]:
    """Return the best time of a measurement on each of the pages, all in turn."""
    beste = [float("inf")] * len(adressen)
    for _ in range(RONDES):
        for plaats, adres in enumerate(adressen):
            blad.goto("about:blank")
            blad.goto(f"{adres}#{anker}")
            beste[plaats] = min(beste[plaats], blad.evaluate(meting))
    return beste


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    kader = lu.laad()
    paginas = [weergave.pagina(kader), weergave.pagina(kader, portfolio=vol()), weergave.pagina(kader)]
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as playwright:
        adressen: list[str] = []
        for nummer, html in enumerate(paginas):
            bestand = Path(map_) / f"{nummer}.html"
            bestand.write_text(html, "utf-8")
            adressen.append(bestand.as_uri())
        programma = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=programma, args=["--no-sandbox"])
        blad = chromium.new_page()
        uitslagen: list[bool] = []
        for wat, meting, anker, hoogstens in (("openen", OPENEN, "portfolio", 1.5), ("typen", TYPEN, "WP", 1.5)):
            leeg, met, weer = tijden(blad, adressen, meting, anker)
            uitslagen.append(meld(f"{wat}: {STUKKEN} bewijzen / leeg", met / leeg, hoogstens=hoogstens))
            meld(f"{wat}: controle", weer / leeg)
        chromium.close()
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
