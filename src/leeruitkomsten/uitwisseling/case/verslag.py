"""What becomes of a CASE file that says more than a framework, or less: counted by kind, and faults named by kind too.

What is left out, filled in or changed is never silent: it stands in `bron.verantwoording` of the framework that comes of it.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from ...fouten import Bevinding
from ...velden import LANGSTE_TEKST, tekstfout
from ...zinnen import citaat, eerste_van

if TYPE_CHECKING:
    from collections.abc import Iterable

_MEESTE_SOORTEN = 100
"""How many kinds are told apart; what is of yet another kind is counted together."""
_MEESTE_GELIJK = 5
"""How many faults of one kind are named one by one."""
_MEESTE_TEKENS = 64
"""How many marks may stand on one letter, for a text to be put in another Unicode form: that takes their square in time."""
_GENOEMD = 20
ZONDER_NAAM = "de namen van niveaus, die het pakket niet noemt"
_BLIJFT = "\u200c\u200d"


class Verslag:
    """What was left out (`niet overgenomen`), filled in (`aangevuld`), changed (`gewijzigd`) and kept elsewhere, by kind."""

    def __init__(self) -> None:
        self._over: Counter[str] = Counter()
        self._gewijzigd: Counter[str] = Counter()
        self._zinnen: list[tuple[str, str]] = []

    def over(self, wat: str, keer: int = 1) -> None:
        """Count what has no place in a framework."""
        _tel(self._over, wat, keer)

    def gewijzigd(self, wat: str) -> None:
        """Count a change in a text."""
        _tel(self._gewijzigd, wat, 1)

    def zin(self, bij: str, tekst: str) -> None:
        """Add a sentence of its own, whole: cut only where no framework can have so long a text."""
        if tekst := schoon(tekst[:LANGSTE_TEKST]):
            self._zinnen.append((bij, tekst))

    def noem(self, bij: str, wat: str, delen: list[str]) -> None:
        """Add a sentence that names parts, the first twenty of them; none where there are none."""
        if delen:
            self.zin(bij, f"{wat}: {eerste_van(delen, _GENOEMD, rest=' en nog {} andere')}")

    def noten(self) -> list[dict[str, str]]:
        """Return all of it as the remarks of a framework."""
        geteld = [
            *(("niet overgenomen", f"{keer} × {wat}") for wat, keer in self._over.items()),
            *(("gewijzigd", f"{wat}: in {keer} {_mv(keer)}") for wat, keer in self._gewijzigd.items()),
        ]
        return [{"bij": bij, "tekst": schoon(tekst)} for bij, tekst in (*self._zinnen, *geteld)]


def _tel(teller: Counter[str], wat: str, keer: int) -> None:
    teller[wat if wat in teller or len(teller) < _MEESTE_SOORTEN else "wat van nog andere soort is"] += keer


def _mv(keer: int) -> str:
    return "tekst" if keer == 1 else "teksten"


def schoon(tekst: str) -> str:
    """Return a text as a framework has it: one line, in NFC, without characters that are not seen.

    What can be no text of a framework even then (it is too long, or has characters of nobody) comes back as it was.

    >>> schoon(" Je\\u00a0leest\\nen\\u200b telt.")
    'Je leest en telt.'
    """
    if not tekst or len(tekst) > LANGSTE_TEKST or tekstfout(tekst) is None:
        return tekst
    gezien = (t for t in tekst if t in _BLIJFT or t.isspace() or unicodedata.category(t) not in ("Cc", "Cf"))
    regel = " ".join("".join(gezien).split())
    op_elkaar = itertools.groupby(regel, lambda t: unicodedata.combining(t) > 0)
    if any(teken and sum(1 for _ in groep) > _MEESTE_TEKENS for teken, groep in op_elkaar):
        return tekst
    regel = unicodedata.normalize("NFC", regel)
    return tekst if regel and tekstfout(regel) else regel


def gegroepeerd(fouten: Iterable[Bevinding]) -> list[Bevinding]:
    """Return faults with those that say the same of many places in one: the first place, and how many others there are."""
    groepen: dict[tuple[str, str, str], list[Bevinding]] = {}
    for fout in fouten:
        groepen.setdefault((re.sub(r"\[[0-9]+\]", "[]", fout.pad), fout.soort, fout.reden), []).append(fout)
    uit: list[Bevinding] = []
    for gelijk in groepen.values():
        if len(gelijk) <= _MEESTE_GELIJK:
            uit += gelijk
        else:
            eerste, laatste = min(gelijk, key=_nummers), max(gelijk, key=_nummers)
            meer = f" (en op nog {len(gelijk) - 1} plaatsen, tot en met {laatste.pad})"
            uit.append(eerste._replace(reden=eerste.reden + meer))
    return uit


def _nummers(fout: Bevinding) -> list[int]:
    return [int(nummer) for nummer in re.findall(r"\[([0-9]+)\]", fout.pad)]


def aantallen(namen: Iterable[str], meeste: int = 5) -> str:
    """Return how often each name stands there, the first ones by name.

    >>> aantallen(["Domain", "Domain", ""])
    "2 × 'Domain' en 1 zonder type"
    """
    geteld = Counter(namen)
    delen = [f"{keer} × {citaat(naam)}" if naam else f"{keer} zonder type" for naam, keer in geteld.items()]
    if len(delen) > meeste:
        delen = [*delen[: meeste - 1], f"nog {len(delen) - meeste + 1} types"]
    *eerst, laatste = delen
    return f"{', '.join(eerst)} en {laatste}" if eerst else laatste
