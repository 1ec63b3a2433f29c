"""Draw the pictures of `docs/weergave.md`, sheets as Chromium prints them: `python docs/beelden/weergave.py`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk, weergave
from leeruitkomsten.bestanden.raamwerkbestand import schrijf

HIER = Path(__file__).parent
PUNTEN_PER_MM = 96 / 25.4
RAND = "body { margin: 11mm; }"


def volgende(kader: Raamwerk) -> Raamwerk:
    """Return a next edition that nobody made: something of every kind happened in WP."""
    velden: dict[str, Any] = json.loads(schrijf(kader))
    cellen = {u["code"]: u["succescriteria"] for lijn in velden["leerlijnen"] for u in lijn["leeruitkomsten"]}
    per_code = {c["code"]: c for cel in cellen.values() for c in cel}
    velden |= {"versie": "2.0", "datum": "2027-09-01", "errata": []}
    velden["vervallen"] = [
        {"code": "WP3.5b", "sinds": "2.0", "opvolgers": ["WP3.5a", "WP4.5b"], "reden": "elders opgenomen"}
    ]
    per_code["WP2.4b"]["tekst"] = "Je stuurt en begeleidt groepsprocessen."
    per_code["WP1.2a"]["tekst"] = "Je legt leerlingen samen met de docent uit wat er van hen verwacht wordt."
    per_code["WPI2.3a"]["tekst"] = per_code["WPI3.3a"]["tekst"]
    cellen["WP3"].remove(per_code["WP3.5b"])
    cellen["WP2"].remove(per_code["WP2.1b"])
    cellen["WP1"].insert(1, {**per_code["WP2.1b"], "code": "WP1.1b"})
    cellen["WP2"].append(
        {**per_code["WP2.6a"], "code": "WP2.6b", "tekst": "Je bespreekt een lastige keuze met een collega."}
    )
    return lu.lees(json.dumps(velden).encode())


def main() -> None:
    """Write pictures of the matrix of WP on A3, of the first page of the form of EvL2, and of two editions, on A4."""
    kader = lu.laad()
    getoond = [c.code for c in kader.evl(2).succescriteria][:9:2]
    verschil = weergave.vergelijking(kader, volgende(kader))
    bladen = {
        "matrix-WP.png": (weergave.matrix(kader, "WP"), 420, 297, ".matrix"),
        "formulier-EvL2.png": (
            weergave.formulier(kader, 2, kader.voortgang(getoond, niveau=2)),
            297,
            210,
            ".criteria tbody tr:nth-child(5)",
        ),
        "vergelijking.png": (verschil, 297, 210, "section"),
        "vergelijking-woorden.png": (verschil, 297, 210, ".wijzigingen"),
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
            boven = pagina.evaluate("deel => document.querySelector(deel).getBoundingClientRect().top", tot)
            begin = boven - 12 if naam == "vergelijking-woorden.png" else 0
            vak = {"x": 0, "y": begin, "width": maat["width"], "height": onder + 2 - begin}
            pagina.screenshot(path=HIER / naam, clip=vak, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
