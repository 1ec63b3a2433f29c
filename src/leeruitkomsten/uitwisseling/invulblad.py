"""A table to fill in, for a framework of one's own: the columns, what each holds, and a small example that reads as it is."""

from __future__ import annotations

import codecs
import datetime

from ..bestanden.kolommen import UITLEG
from ..fouten import OngeldigeVraag
from ..zinnen import citaat
from .csvtekst import csv_bytes
from .opties import Sjabloonsoort
from .werkblad import nieuwe_werkmap, vast
from .werkmap import lijstblad

_NIET_ZELF = ("code", "naam_uit_bron")
"""What only the tables of an export have."""
KOLOMMEN = tuple(naam for naam in UITLEG if naam not in _NIET_ZELF)
_VOORBEELD: tuple[dict[str, str | int], ...] = (
    {
        "leerlijn": "TW", "naam": "Technisch werk", "omschrijving": "Wat je maakt, en hoe.", "niveau": 1, "fase": "Junior",
        "begeleiding": "met hulp", "leeruitkomst": "Je maakt onderdelen naar voorbeeld.", "rij": 1, "rijnaam": "Bouwen",
        "notatie": "1.1", "criterium": "Je bouwt een onderdeel na.",
    },
    {
        "leerlijn": "TW", "niveau": 2, "fase": "Medior", "rij": 1, "rijnaam": "Bouwen", "notatie": "1.2",
        "criterium": "Je bouwt een onderdeel zelf.",
    },
    {"leerlijn": "TW", "niveau": 2, "rij": 2, "rijnaam": "Testen", "criterium": "Je test wat je maakt."},
    {"leerlijn": "SW", "naam": "Samenwerken", "niveau": 1, "rij": 1, "rijnaam": "Overleg", "criterium": "Je vraagt om hulp."},
)  # fmt: skip

_DAG = datetime.datetime(2026, 1, 1)
"""The same template has the same bytes: it has no clock."""


def soort_van(bestand: str) -> Sjabloonsoort:
    """Return what a template of this name is.

    Raises:
        OngeldigeVraag: it has another name.
    """
    naam = bestand.casefold()
    if not naam.endswith((".csv", ".xlsx")):
        reden = f"een sjabloon is een .xlsx of een .csv, niet {citaat(bestand)}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"bestand": bestand})
    return "xlsx" if naam.endswith(".xlsx") else "csv"


def invulblad(soort: Sjabloonsoort) -> bytes:
    """Return a list to fill in: a workbook with a second sheet that explains the columns, or a CSV file for a Dutch Excel."""
    regels: list[tuple[str | int, ...]] = [tuple(regel.get(naam, "") for naam in KOLOMMEN) for regel in _VOORBEELD]
    if soort == "csv":
        return codecs.BOM_UTF8 + csv_bytes([KOLOMMEN, *(tuple(map(str, regel)) for regel in regels)], ";")
    boek = nieuwe_werkmap()
    lijstblad(boek, "Tabel", [KOLOMMEN, *regels])
    lijstblad(boek, "Uitleg", [("kolom", "uitleg"), *((naam, UITLEG[naam]) for naam in KOLOMMEN)])
    boek.properties.title, boek.properties.creator = "Een tabel om in te vullen", "leeruitkomsten"
    return vast(boek, _DAG)
