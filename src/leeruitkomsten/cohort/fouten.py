"""What is wrong with a table of evidence, as one error that names every fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..fouten import Datumfout, OnbekendBewijs, OngeldigBewijs, OngeldigeVraag
from .plan import LATER
from .rooster import GENOEMD, meer_groepen, noem_alle
from .vraag import Vraag

EIGEN_RAAMWERK = "Zijn de codes van een ander raamwerk, geef dat dan met raamwerk=."
MEER_GROEPEN = (
    " heeft meer dan één waarde in de kolom {groep}; geef met studenten= een lijst waarop ieder één keer staat"
)
NIET_OP_LIJST = " heeft bewijs en staat niet bij studenten; met onbekend='apart' telt die niet mee"
"""What lazy engines say, after a name."""


def fout_in_bewijs(
    vraag: Vraag,
    leeg: Sequence[int],
    onbekend: Sequence[tuple[str, int]],
    geen_dag: Sequence[tuple[str, int]],
    later: int,
) -> OngeldigBewijs:
    """Return the error.

    Args:
        vraag: what was asked.
        leeg: in how many lines each of its `kolommen` is empty.
        onbekend: pairs of an unknown code and its number of lines, most first.
        geen_dag: pairs of what stands where a day belongs and its number of lines, most first.
        later: how many lines are of after the last day that counts.

    Where unknown codes are set apart, only keys and days can be at fault.
    """
    namen = vraag.in_bewijs if vraag.apart else vraag.kolommen
    kolommen = tuple((naam, n) for naam, n in zip(namen, leeg, strict=False) if n)
    datums = _datumfout(vraag, geen_dag, later)
    if vraag.apart or not onbekend:
        return OngeldigBewijs(kolommen, datums)
    genoemd = onbekend[:GENOEMD]
    fouten = vraag.kader.register.vreemd("succescriterium", [code for code, _ in genoemd])
    voorbeelden = tuple((fouten[code], regels) for code, regels in genoemd)
    return OnbekendBewijs(kolommen, voorbeelden, len(onbekend), sum(regels for _, regels in onbekend), datums)


def _datumfout(vraag: Vraag, geen_dag: Sequence[tuple[str, int]], later: int) -> Datumfout | None:
    te_laat = later if vraag.weigert & LATER else 0
    if vraag.tijd is None or not (geen_dag or te_laat):
        return None
    regels = sum(aantal for _, aantal in geen_dag)
    einde = str(vraag.tijd.indeling.einde) if te_laat else None
    return Datumfout(vraag.tijd.kolom, vraag.tijd.vorm, tuple(geen_dag[:GENOEMD]), regels, te_laat, einde)


class Personen(NamedTuple):
    """Some persons, by their keys, and how many there are."""

    eerste: Sequence[Sequence[Any]]
    aantal: int


def fout_in_personen(vraag: Vraag, meer: Personen, buiten: Personen) -> None:
    """Do nothing when everybody is on the list of students, and of one group.

    Args:
        vraag: what was asked; where it sets apart, those who are not on the list are not at fault.
        meer: who stands in more than one group.
        buiten: who is not on the list.

    Raises:
        OngeldigeVraag: there are such; it names some and says how many.
    """
    if meer.aantal:
        reden = meer_groepen(vraag.per, vraag.wie[len(vraag.per) :], meer.eerste, meer.aantal)
        raise OngeldigeVraag("ongeldige_regel", reden, {"wie": tuple(meer.eerste), "aantal": meer.aantal})
    if buiten.aantal and not vraag.apart:
        reden = (
            f"van wie niet bij studenten staat, is er wel bewijs: {noem_alle(vraag.per, *buiten)}; zet ze op de lijst, of geef "
            "onbekend='apart': dan tellen ze niet mee, en zegt tel(…).weggelaten hoeveel het er zijn"
        )
        raise OngeldigeVraag("ongeldige_regel", reden, {"wie": tuple(buiten.eerste), "aantal": buiten.aantal})
