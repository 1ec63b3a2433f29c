"""The proof: walk the data in the reading order of the source, and consume the source to its last token.

`bewijs(kader)` returns nothing when the data are the source to the letter, and raises `BronFout` with one sentence for a
curator when they are not. What the layout of the source means is written down here, and nowhere in the package.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from leeruitkomsten import Leerlijn, Raamwerk

BRON = Path(__file__).parent / "bron" / "leeruitkomsten.txt"
SHA256 = "3bffb59c224d6d25380a85317a843468b50a56ba5e91a6a0a1d47190849f5c58"

# Bullets per cell, niveau 1 to 4, as they stand in the document: counted there, row by row.
CELLEN = {
    "WP": ["1|2|2|1", "1|1|1|1", "1|1|1|1", "1|2|2|2", "0|2|2|2", "0|1|1|1"],
    "WD": ["3|3|2|1", "1|1|1|1", "1|2|2|2", "1|1|1|1", "0|0|1|1", "1|1|1|1"],
    "WPO": ["1|1|1|1", "2|2|1|3", "1|1|1|1"],
    "WPI": ["1|2|2|2", "1|1|1|1", "1|1|1|1", "0|1|1|1", "2|1|2|2"],
}
# One row runs over a page: first what is on the one page, then the rest. A half text breaks off after the words given.
PAGINAGRENS = {
    "WD.3": ["WD1.3a", "WD2.3a", "WD3.3a", "WD3.3b<je stelt hierbij", "WD4.3a", "WD2.3b", ">WD3.3b", "WD4.3b"],
}
EINDE_CEL = "⏎"
LEEG = "␣"


class BronFout(AssertionError):
    """The data are not what the source says."""


def tokens() -> list[str]:
    """Return the words of the source; a space-only line is `⏎`, a space that stands for an empty first cell is `␣`."""
    tekst = unicodedata.normalize("NFC", BRON.read_bytes().decode("utf-8"))
    afgebroken = "niet-\n\nlesgebonden"
    assert tekst.count(afgebroken) == 1
    tekst = tekst.replace(afgebroken, "niet-lesgebonden")
    woorden: list[str] = []
    for regel in tekst.split("\n"):
        if regel.isspace():
            woorden.append(EINDE_CEL)
        elif inspringing := re.match(r"( +)•", regel):
            woorden += [LEEG] * len(inspringing[1])
        woorden += regel.split()
    return woorden


class Lezer:
    """The source, read from left to right; end-of-cell marks may only stand where a text has ended."""

    def __init__(self) -> None:
        self.rest = tokens()[::-1]

    def lees(self, tekst: str, van: str) -> None:
        """Consume a text; `van` says whose it is."""
        for woord in tekst.split():
            staat = self.rest.pop() if self.rest else "het einde"
            if staat != woord:
                raise BronFout(f"{van}: the data say {woord!r} where the source says {staat!r}; correct data/")

    def sla_over(self) -> None:
        """Consume the end-of-cell marks that follow a text."""
        while self.rest and self.rest[-1] == EINDE_CEL:
            self.rest.pop()


def bewijs(kader: Raamwerk) -> None:
    """Raise `BronFout` unless the data are the source to the letter, in its order, nothing missing and nothing added."""
    lezer = Lezer()
    lezer.lees(kader.bron.titel, "bron.titel")
    for noot in kader.inleiding:
        lezer.lees(noot.tekst, f"inleiding, {noot.bij}")
    if [lijn.code for lijn in kader.leerlijnen] != list(CELLEN):
        raise BronFout(f"the source has the leerlijnen {', '.join(CELLEN)}, in this order; correct data/")
    for lijn in kader.leerlijnen:
        _leerlijn(lezer, kader, lijn)
    if lezer.rest:
        raise BronFout(f"the source goes on with {' '.join(lezer.rest[:-8:-1])!r}, which the data do not have")


def _leerlijn(lezer: Lezer, kader: Raamwerk, lijn: Leerlijn) -> None:
    lezer.sla_over()
    lezer.lees(lijn.naam, f"{lijn.code}, naam")
    for niveau, uitkomst in zip(kader.niveaus, lijn.leeruitkomsten, strict=True):
        lezer.lees(f"Niveau {niveau.nummer} ({uitkomst.code}) - {niveau.fase}", f"{uitkomst.code}, kop")
    lezer.lees("Leeruitkomst", f"{lijn.code}, kop")
    for uitkomst in lijn.leeruitkomsten:
        lezer.lees(uitkomst.tekst, uitkomst.code)
        lezer.sla_over()
    lezer.lees("Succescriteria", f"{lijn.code}, kop")
    if len(lijn.rijen) != len(CELLEN[lijn.code]):
        raise BronFout(f"{lijn.code}: the source has {len(CELLEN[lijn.code])} rows, the data {len(lijn.rijen)}")
    for rij, aantallen in zip(lijn.rijen, CELLEN[lijn.code], strict=True):
        staat = "|".join(str(len(cel)) for cel in rij.cellen)
        if staat != aantallen:
            raise BronFout(f"{rij.code}: bullets per cell are {aantallen} in the source, {staat} in the data")
        lege = re.match("(0[|])*", aantallen)
        lezer.lees(" ".join(LEEG * (len(lege[0]) // 2) if lege else ""), f"{rij.code}, empty cells ahead")
        for code, tekst in _punten(kader, rij.code):
            lezer.lees(tekst, code)
            lezer.sla_over()


def _punten(kader: Raamwerk, rij: str) -> Iterator[tuple[str, str]]:
    volgorde = PAGINAGRENS.get(rij) or [c.code for cel in kader.rij(rij).cellen for c in cel]
    for stap in volgorde:
        code, _, tot = stap.lstrip(">").partition("<")
        tekst = kader.succescriterium(code).tekst
        if tot:
            yield code, f"• {tekst.partition(tot)[0]}{tot}"
        elif stap.startswith(">"):
            breuk = next(stap.partition("<")[2] for stap in volgorde if stap.startswith(f"{code}<"))
            yield code, tekst.partition(breuk)[2]
        else:
            yield code, f"• {tekst}"
