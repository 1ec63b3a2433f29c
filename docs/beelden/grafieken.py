"""Make the pictures of docs/grafiek.md: `python docs/beelden/grafieken.py`. Students and curriculum are invented."""

from __future__ import annotations

import random
import struct
import zlib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

import leeruitkomsten as lu
from leeruitkomsten import cohort, grafiek

HIER = Path(__file__).parent
KADER = lu.laad()
KANS = {1: 0.95, 2: 0.7, 3: 0.35, 4: 0.08}
"""How likely it is that a student has shown a succescriterium, per niveau."""
MODULES = {
    "Stage 1": ["WP1", "WD1", "WPO1", "WPI1"],
    "Vakdidactiek 1": ["WD1.1a", "WD2.1a", "WD2.1b", "WD2.2a", "WD2.6a"],
    "Stage 2": ["WP2", "WD2.1a", "WD2.1b", "WD2.3a", "WD2.3b", "WPO2", "WPI2"],
    "Onderzoek in de school": ["WPI3", "WPO3.1a", "WD3.3a", "WD3.3b"],
    "Stage 3": ["WP3", "WD3", "WPI3.1a", "WPI3.1b"],
    "Afstuderen": ["WP4", "WD4.1a", "WD4.2a", "WPO4.2a", "WPO4.2b", "WPI4"],
}


def getoond_door(student: int) -> list[str]:
    """Return what an invented student has shown, the same each time: nearly all of niveau 1, and ever less of the next."""
    toeval = random.Random(student)
    return [c.code for c in KADER.succescriteria if toeval.random() < KANS[c.niveau]]


def dag_van(student: int, code: str) -> str:
    """Return the invented day of a piece of evidence: of a higher niveau later in the year."""
    begin = date(2026, 9, 7) + timedelta(days=70 * (KADER[code].niveau - 1))
    return (begin + timedelta(days=random.Random(f"{student} {code}").randrange(110))).isoformat()


def bewijs(tot: int, vanaf: int = 0) -> list[dict[str, str | int]]:
    """Return the evidence of students by their numbers."""
    return [
        {"student": s, "criterium": code, "datum": dag_van(s, code)}
        for s in range(vanaf, tot)
        for code in getoond_door(s)
    ]


def klas(vanaf: int, tot: int) -> cohort.Telling[list[dict[str, Any]]]:
    """Return the count of a class."""
    return cohort.tel(bewijs(tot, vanaf), per="student", studenten=range(vanaf, tot))


def _deel(soort: bytes, inhoud: bytes) -> bytes:
    return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))


def krimp(png: bytes) -> bytes:
    """Return the same picture with a table of its colours: point for point the same, in a quarter of the bytes."""
    breedte, hoogte = struct.unpack(">II", png[16:24])
    plek, delen = 8, b""
    while plek < len(png):
        lengte, soort = struct.unpack(">I4s", png[plek : plek + 8])
        delen += png[plek + 8 : plek + 8 + lengte] if soort == b"IDAT" else b""
        plek += 12 + lengte
    regels = np.frombuffer(zlib.decompress(delen), np.uint8).reshape(hoogte, 1 + 4 * breedte)
    if (regels[:, 0] != 1).any():
        raise ValueError("each line holds the differences with the point before it")
    punten = np.cumsum(regels[:, 1:].reshape(hoogte, breedte, 4), axis=1, dtype=np.uint8)[..., :3]
    kleuren, nummers = np.unique(punten.reshape(-1, 3), axis=0, return_inverse=True)
    if len(kleuren) > 256:  # noqa: PLR2004  # what a byte can number
        raise ValueError("a table of colours holds 256")
    beeld = np.zeros((hoogte, 1 + breedte), np.uint8)
    beeld[:, 1:] = nummers.reshape(hoogte, breedte)
    kop = struct.pack(">IIBBBBB", breedte, hoogte, 8, 3, 0, 0, 0)
    inhoud = zlib.compress(beeld.tobytes(), 9)
    delen_ = ((b"IHDR", kop), (b"PLTE", kleuren.tobytes()), (b"IDAT", inhoud), (b"IEND", b""))
    return png[:8] + b"".join(_deel(soort, deel) for soort, deel in delen_)


def hoofd() -> None:
    """Write all pictures beside this file."""
    getoond = getoond_door(3)
    grafieken = {
        "student": grafiek.heatmap(KADER, KADER.voortgang(getoond)),
        "niveau": grafiek.heatmap(KADER, KADER.voortgang(getoond, niveau=2)),
        "naast": grafiek.heatmap(KADER, {"2A": klas(0, 24), "2B": klas(24, 45)}),
        "groei": grafiek.groei(KADER, cohort.groei(bewijs(24), per="student", eenheid="evl"), per="student"),
        "cohort": grafiek.heatmap(KADER, cohort.tel(bewijs(24), per="student", studenten=range(26))),
        "aantallen": grafiek.aantallen(KADER),
        "opbouw": grafiek.opbouw(KADER),
        "rij": grafiek.opbouw(KADER, "WP.4"),
        "dekking": grafiek.dekking(KADER, KADER.dekking(MODULES)),
    }
    for naam, tekening in grafieken.items():
        pad = HIER / f"grafiek-{naam}.png"
        pad.write_bytes(krimp(grafiek.bewaar(tekening, pad)))


if __name__ == "__main__":
    hoofd()
