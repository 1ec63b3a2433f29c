"""Portfolios with any texts that people type, for whatever reads and writes them."""

from __future__ import annotations

import datetime
import random
from typing import Any

import leeruitkomsten as lu
from leeruitkomsten import Bewijs, Notitie, Portfolio

TEKENS = "aéß漢ı  \"'\\/<>&{}`$%#;\u200d\u200c\U0001f469\U0001f3fd\u0301ﬁ\u2028\u202e\u00a0\t" + "\x7f"
"""Of every kind that a text may have, and of kinds that it may not."""


def willekeurig(zaad: int) -> Portfolio:
    """A portfolio with texts of any characters that a text may have."""
    kans = random.Random(zaad)
    kader = lu.laad()

    def tekst(regels: bool = False) -> str:
        while True:
            gekozen = "".join(kans.choices(TEKENS + "\n" * regels, k=kans.randint(1, 30)))
            try:
                Notitie("EvL1", "feedback", gekozen, "2026-01-01", None if regels else gekozen)
            except lu.OngeldigPortfolio:
                continue
            return gekozen

    def misschien(iets: str) -> str | None:
        return kans.choice([iets, None])

    def dag() -> str:
        return datetime.date.fromordinal(kans.randint(1, 3_652_059)).isoformat()

    criteria, codes = [c.code for c in kader.succescriteria], ["EvL3", "WP2", "WPO1.1a"]
    bewijs = [
        Bewijs(kans.choice(criteria), tekst(), dag(), misschien(tekst()), misschien(tekst()), misschien(tekst()))
        for _ in range(kans.randint(0, 5))
    ]
    soorten: Any = ("feedback", "feedforward", "afspraak")
    notities = [
        Notitie(kans.choice(codes), kans.choice(soorten), tekst(regels=True), dag(), misschien(tekst()))
        for _ in range(kans.randint(0, 3))
    ]
    return Portfolio(kader.kenmerk, f"{zaad} {tekst()}", bewijs, notities, misschien(dag()))
