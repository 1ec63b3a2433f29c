"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw

WORTEL = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def kader() -> Raamwerk:
    """The packaged framework."""
    return lu.laad()


@pytest.fixture(scope="session")
def wortel() -> Path:
    """The folder with README.md and docs/."""
    return WORTEL


@pytest.fixture(scope="session")
def klein() -> Raamwerk:
    """A framework of another shape: two leerlijnen, three niveaus, every kind of step, and markup in each text."""
    teksten = {
        "A1.1a": "gelijk", "A1.2a": "weg", "A1.4a": "<b>eerst</b>", "A2.1a": "gelijk", "A2.3a": "nieuw",
        "A2.4a": "<i>later</i>", "A3.27z": "\"aan\" & 'uit'", "PED1.1a": "<script>alert(1)</script>",
    }  # fmt: skip
    return bouw(
        {
            "naam": "<Klein>",
            "versie": "0.1",
            "datum": "2026-01-01",
            "bron": {
                "titel": "<t>", "sha256": "", "verwijzingen": ["<v>"], "verantwoording": [{"bij": "<b>", "tekst": "<t>"}],
                "op_inhoud_geplaatst": [],
            },
            "inleiding": [],
            "niveaus": [{"nummer": n, "fase": f"<fase {n}>", "begeleiding": "<zelf>" if n > 1 else None} for n in (1, 2, 3)],
            "leerlijnen": [
                {
                    "code": lijn,
                    "naam": f"<{lijn}>",
                    "leeruitkomsten": [
                        {
                            "code": f"{lijn}{n}",
                            "tekst": f"<uitkomst {n}>",
                            "succescriteria": [
                                {"code": code, "tekst": tekst}
                                for code, tekst in teksten.items()
                                if code.startswith(f"{lijn}{n}.")
                            ],
                        }
                        for n in (1, 2, 3)
                    ],
                }
                for lijn in ("PED", "A")
            ],
            "vervallen": [],
            "errata": [{"code": "A1", "veld": "tekst", "staat": "<u", "bedoeld": "<U", "reden": "<r>"}],
        }
    )  # fmt: skip
