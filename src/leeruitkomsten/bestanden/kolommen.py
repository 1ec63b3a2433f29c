"""The columns of a table that becomes a framework, in its two layouts: which heads are one, and what is wrong with a head."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..fouten import Bevinding, citaat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tabelbestand import Inhoud

NIVEAU = re.compile(r"(?:niveau\s+)?([1-9])(?![0-9])\b[\s.:–-]*(.*)", re.IGNORECASE | re.DOTALL)
_ANDER_NIVEAU = re.compile(r"(?:niveau\s+)?[0-9]+\b.*", re.IGNORECASE | re.DOTALL)
LIJST = ("leerlijn", "niveau", "rij", "criterium")
MATRIX = ("leerlijn", "rij")
EXTRA = ("naam", "fase", "begeleiding", "leeruitkomst")
"""What a list may have besides."""
MEESTE_KOLOMMEN = 50
_PLAT = {"tekst", "letter"}
"""What the flat table of an export has, in which a criterium is a code, and a list has not."""
_LIJKT = 0.75


def kolomnaam(cel: str) -> str:
    """Return the name of a column: white space does not count, nor do capitals, but for the phase of a niveau."""
    naam = " ".join(cel.split())
    return naam if NIVEAU.fullmatch(naam) else naam.casefold()


def is_lijst(namen: list[str]) -> bool:
    """Say whether these columns are those of a list."""
    return set(LIJST) <= set(namen) and not set(namen) >= _PLAT


def is_kop(cellen: list[str]) -> bool:
    """Say whether cells are the head of a framework, as a list or as a matrix."""
    namen = [kolomnaam(cel) for cel in cellen]
    return is_lijst(namen) or (set(MATRIX) <= set(namen) and any(map(NIVEAU.fullmatch, namen)))


def kopfouten(namen: list[str], waar: str) -> Iterator[Bevinding]:
    """Yield what is wrong with a head that is one."""
    if len(namen) > MEESTE_KOLOMMEN:
        reden = f"er zijn {len(namen)} kolommen, ten hoogste {MEESTE_KOLOMMEN} mogen er zijn"
        yield Bevinding(waar, "te_groot", reden)
        return
    niveaus = {naam for naam in namen if NIVEAU.fullmatch(naam)}
    bekend = {*LIJST, *EXTRA, *niveaus} if is_lijst(namen) else {*MATRIX, "naam", *niveaus}
    for naam in namen:
        if naam and naam not in bekend:
            meer = "; een niveau heeft een nummer van 1 tot en met 9" if _ANDER_NIVEAU.fullmatch(naam) else ""
            yield Bevinding(waar, "onbekende_kolom", f"kolom {citaat(naam)} is onbekend{meer}")
    for naam, keren in Counter(namen).items():
        if naam in bekend and keren > 1:
            yield Bevinding(waar, "dubbele_kolom", f"kolom {citaat(naam)} staat er meer dan eens")
    per_niveau = Counter(vorm[1] for naam in niveaus if (vorm := NIVEAU.fullmatch(naam)))
    for nummer, keren in sorted(per_niveau.items()):
        if keren > 1:
            yield Bevinding(waar, "dubbele_kolom", f"niveau {nummer} heeft meer dan één kolom")


def geen_kop(inhoud: Inhoud) -> Iterator[Bevinding]:
    """Yield, of a file without any table of a framework, what was read as the head of each sheet and what it lacks."""
    for blad in inhoud.zonder if not inhoud.tabellen else ():
        if not blad.regels:
            continue
        regel = blad.regels[0]
        namen = [kolomnaam(cel) for cel in regel.cellen]
        gelezen = ", ".join(citaat(cel) for cel in regel.cellen[:8] if cel)
        mist = kop_mist(namen, in_csv=not blad.naam)
        yield Bevinding(blad.waar(regel.nummer), "geen_kolom", f"{mist} (als kop gelezen: {gelezen})")


def kop_mist(namen: list[str], *, in_csv: bool = True) -> str:
    """Say which columns a head lacks, and which of its names may have been meant."""
    if set(namen) >= {*LIJST, *_PLAT}:
        plat = "dit is de platte tabel van een export, met codes waar teksten horen"
        return f"{plat}; lees het JSON-bestand, of de bladen per leerlijn"
    if in_csv and len(namen) == 1 and len(namen[0].split()) > 1:
        return "scheid de kolommen met een puntkomma, een komma of een tab"
    mist = [naam for naam in LIJST if naam not in namen]
    bedoeld = [(naam, get_close_matches(naam, namen, 1, _LIJKT)) for naam in mist]
    lijkt = "".join(f"; {citaat(ander)} lijkt op {citaat(naam)}" for naam, anderen in bedoeld for ander in anderen)
    return f"in een lijst ontbreekt {', '.join(map(citaat, mist))}, in een matrix de kolommen van de niveaus ('1 …'){lijkt}"
