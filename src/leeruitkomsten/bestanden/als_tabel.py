"""A framework as the lines of the tables that `uit_tabel` reads: the list, the matrices, and the codes that ended.

What is written here is read back to the letter: a text that a reader of tables would take for an empty cell, a failed formula or a
bullet has a bullet in front, and `ontdaan` takes that off again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from .blad import BIJNA_LEEG, FORMULE, FORMULEFOUT, cel_van
from .kolommen import UITLEG, VERVALLEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Leerlijn, Leeruitkomst, Niveau
    from ..raamwerk import Raamwerk

Cellen: TypeAlias = tuple[str | int, ...]

PUNT = "• "
"""What stands ahead of a criterium in a cell that may hold several."""
# A minus, asterisk or o is a bullet only where white space follows it: -1 is a number.
PUNTVORM = re.compile(r"^(?:[•·▪●○‣]\s*|[*–o-](?:\s+|$))")


def lijst(raamwerk: Raamwerk) -> Iterator[Cellen]:
    """Yield the lines of the list, head first: one per succescriterium, and ahead of these one per leeruitkomst that says anything.

    The first lines name every niveau, and the first line of a leerlijn says what it is called.
    """
    yield tuple(UITLEG)
    for plaats, lijn in enumerate(raamwerk.leerlijnen):
        namen = {naam.rij: naam for naam in lijn.rijnamen}
        for uitkomst, niveau in zip(lijn.leeruitkomsten, raamwerk.niveaus, strict=True):
            eerste = niveau.nummer == 1
            if uitkomst.tekst or uitkomst.notatie or eerste or not plaats:
                yield _uitkomstregel(lijn, uitkomst, niveau, begeleiding=not plaats, naam=eerste)
            for c in uitkomst.succescriteria:
                naam = namen.get(c.rij)
                rij = int(c.rij[len(lijn.code) + 1 :])
                rijnaam = letterlijk(naam.naam) if naam else ""
                uit_bron = "nee" if naam and not naam.uit_bron else ""
                eind = (rij, rijnaam, uit_bron, letterlijk(c.notatie), als_punt(c.tekst))
                yield (c.code, lijn.code, "", "", niveau.nummer, letterlijk(niveau.fase), "", "", *eind)


def _uitkomstregel(lijn: Leerlijn, uitkomst: Leeruitkomst, niveau: Niveau, *, begeleiding: bool, naam: bool) -> Cellen:
    return (
        uitkomst.code,
        lijn.code,
        letterlijk(lijn.naam) if naam else "",
        letterlijk(lijn.omschrijving) if naam else "",
        niveau.nummer,
        letterlijk(niveau.fase),
        letterlijk(niveau.begeleiding) if begeleiding else "",
        letterlijk(uitkomst.tekst),
        "",
        "",
        "",
        letterlijk(uitkomst.notatie),
        "",
    )


def matrix(raamwerk: Raamwerk, lijn: Leerlijn) -> Iterator[Cellen]:
    """Yield the lines of one leerlijn as the document has it, head first; names of rows where the source gives any."""
    benoemd = any(naam.uit_bron for naam in lijn.rijnamen)
    koppen = (f"Niveau {niveau.nummer}: {niveau.fase}" for niveau in raamwerk.niveaus)
    tussen: Cellen = ("",) if benoemd else ()
    yield ("leerlijn", "naam", "rij", *(["rijnaam"] if benoemd else []), *koppen)
    yield (lijn.code, lijn.naam, "leeruitkomst", *tussen, *(uitkomst.tekst for uitkomst in lijn.leeruitkomsten))
    for rij in lijn.rijen:
        rijnaam: Cellen = ((rij.naam or "") if rij.naam_uit_bron else "",) if benoemd else ()
        yield (lijn.code, "", rij.nummer, *rijnaam, *("\n".join(PUNT + c.tekst for c in cel) for cel in rij.cellen))
    if any(niveau.begeleiding for niveau in raamwerk.niveaus):
        yield (lijn.code, "", "begeleiding", *tussen, *(niveau.begeleiding or "" for niveau in raamwerk.niveaus))


def vervallen(raamwerk: Raamwerk) -> Iterator[Cellen]:
    """Yield the lines of the codes that ended, head first."""
    yield tuple(VERVALLEN)
    for einde in raamwerk.vervallen:
        yield (einde.code, ", ".join(einde.opvolgers), einde.sinds, letterlijk(einde.reden))


def letterlijk(tekst: str | None) -> str:
    """Return a text as a cell has it, so that `ontdaan` gives it back; nothing for what is not there."""
    return f"{PUNT}{tekst}" if tekst and _verward(tekst) else tekst or ""


def ontdaan(tekst: str) -> str:
    """Return the text that a cell stands for: without the bullet that keeps it from being taken for something else."""
    rest = tekst.removeprefix(PUNT)
    return rest if rest != tekst and _verward(rest) else tekst


def als_punt(tekst: str) -> str:
    """Return the text of a criterium as a cell of its own has it: with a bullet where it has to be told that it is one."""
    return f"{PUNT}{tekst}" if PUNTVORM.match(tekst) else letterlijk(tekst)


def _verward(tekst: str) -> bool:
    """Say whether a text by itself would be taken for something else, or for one that has a bullet because of that."""
    kaal = tekst
    while kaal.startswith(PUNT):
        kaal = kaal.removeprefix(PUNT)
    formule = re.fullmatch(f"{FORMULEFOUT}|{FORMULE}", kaal) is not None
    return not cel_van(kaal) or kaal.casefold() in BIJNA_LEEG or formule
