"""Draw the pictures of `docs/weergave.md`, sheets as Chromium prints them: `python docs/beelden/weergave.py`."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

import leeruitkomsten as lu
from leeruitkomsten import weergave

HIER = Path(__file__).parent
PUNTEN_PER_MM = 96 / 25.4
RAND = "body { margin: 11mm; }"


def main() -> None:
    """Write a picture of the matrix of WP on A3, and of the first page of the form of EvL2 on A4."""
    kader = lu.laad()
    getoond = [c.code for c in kader.evl(2).succescriteria][:9:2]
    bladen = {
        "matrix-WP.png": (weergave.matrix(kader, "WP"), 420, 297, ".matrix"),
        "formulier-EvL2.png": (
            weergave.formulier(kader, 2, kader.voortgang(getoond, niveau=2)),
            297,
            210,
            ".criteria tbody tr:nth-child(5)",
        ),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for naam, (html, breed, hoog, tot) in bladen.items():
            maat = {"width": round(breed * PUNTEN_PER_MM), "height": round(hoog * PUNTEN_PER_MM)}
            # The margins of the paper are no part of the page in a browser: here the body has them.
            pagina = browser.new_context(viewport=maat, bypass_csp=True).new_page()
            pagina.set_content(html)
            pagina.add_style_tag(content=RAND)
            pagina.emulate_media(media="print")
            onder = pagina.evaluate("deel => document.querySelector(deel).getBoundingClientRect().bottom", tot)
            vak = {"x": 0, "y": 0, "width": maat["width"], "height": onder + 2}
            pagina.screenshot(path=HIER / naam, clip=vak)
        browser.close()


if __name__ == "__main__":
    main()
