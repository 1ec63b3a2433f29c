"""Take the pictures of the page for the docs: `python docs/beelden/pagina.py`, with Debian's Chromium."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import leeruitkomsten as lu
from leeruitkomsten.weergave import pagina

HIER = Path(__file__).parent
GETOOND = ["WP1.1a", "WP2.1a", "WP2.1b", "WP2.4a", "WD2.1a", "WD2.3b", "WPO2.2a", "WPI2.5a"]
BEWIJS = [
    lu.Bewijs("WP1.1a", "Lesbezoek", "2026-09-24", rol="werkplekbegeleider", soort="observatie"),
    lu.Bewijs("WP2.1a", "Video van een les", "2026-11-02", "https://portfolio.example/les", "student", "video"),
    lu.Bewijs("WD2.1b", "Lesplan breuken", "2026-11-12", "https://portfolio.example/lesplan", "student", "lesplan"),
]
NOTITIES = [
    lu.Notitie("WP2.1a", "feedback", "Je blijft rustig en benoemt wat goed gaat.", "2026-11-24", "werkplekbegeleider"),
    lu.Notitie("EvL2", "afspraak", "Volgend gesprek in januari.", "2026-11-24", "instituutsopleider"),
]
BEELDEN = {
    "pagina-matrix": ("", 1280, 800, "light"),
    "pagina-rij": ("#WP.4", 1280, 800, "light"),
    "pagina-verdieping": ("#verdieping-2-3-WPO", 1280, 800, "dark"),
    "pagina-voortgang": ("#voortgang", 1280, 800, "light"),
    "pagina-portfolio": ("#portfolio", 1280, 800, "light"),
    "pagina-telefoon": ("#WP3.4a", 390, 780, "light"),
}


def neem(map_: Path) -> None:
    """Write a PNG for each of the pictures into `map_`."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as tijdelijk:
        bestand = Path(tijdelijk) / "pagina.html"
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for naam, (anker, breed, hoog, kleur) in BEELDEN.items():
            stand = lu.voortgang(GETOOND, niveau=2) if "voortgang" in naam else None
            sanne = lu.Portfolio(lu.laad().kenmerk, "Sanne de Vries", BEWIJS, NOTITIES, "2026-11-28")
            bestand.write_text(pagina(lu.laad(), stand, portfolio=sanne if "portfolio" in naam else None), "utf-8")
            blad = chromium.new_page(viewport={"width": breed, "height": hoog}, color_scheme=kleur)
            blad.goto(bestand.as_uri() + anker)
            blad.screenshot(path=map_ / f"{naam}.png")
            blad.close()
        chromium.close()


if __name__ == "__main__":
    neem(Path(sys.argv[1]) if len(sys.argv) > 1 else HIER)
