"""What is too much for one sheet in parts that each fit on one: leerlijnen with their rows, niveaus, modules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from ..codes import is_getal
from ..fouten import OngeldigeVraag
from ..model import Leerlijn, Leeruitkomst, Niveau, Rij
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek

MEESTE_RIJEN, MEESTE_NIVEAUS = 40, 15
"""How many rows with their headings, and how many niveaus, have room on a sheet."""

T = TypeVar("T")
R = TypeVar("R", Rij, Leeruitkomst)


@attrs.frozen
class Lijndeel(Generic[R]):
    """A leerlijn, with those of its rows or leeruitkomsten that stand in a part."""

    lijn: Leerlijn
    rijen: tuple[R, ...]


@attrs.frozen
class Deel:
    """The rows by leerlijn, and the niveaus, that stand on one sheet."""

    lijnen: tuple[Lijndeel[Rij], ...]
    niveaus: tuple[Niveau, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """The rows of all its leerlijnen."""
        return tuple(rij for deel in self.lijnen for rij in deel.rijen)


def delen_van(raamwerk: Raamwerk) -> list[Deel]:
    """Return the parts of a chart with all rows and niveaus of a framework; one where all fits on a sheet."""
    niveaus = stukken(raamwerk.niveaus, MEESTE_NIVEAUS)
    bladen = per_blad([Lijndeel(lijn, tuple(lijn.rijen)) for lijn in raamwerk.leerlijnen], MEESTE_RIJEN)
    return [Deel(lijnen, deze) for lijnen in bladen for deze in niveaus]


def per_blad(lijnen: Sequence[Lijndeel[R]], meest: int) -> list[tuple[Lijndeel[R], ...]]:
    """Return leerlijnen by sheet, of at most so many rows with the headings; one that is longer is divided."""
    bladen: list[list[Lijndeel[R]]] = [[]]
    vol = 0
    for deel in (Lijndeel(een.lijn, rijen) for een in lijnen for rijen in stukken(een.rijen, meest - 1)):
        hoog = 1 + len(deel.rijen)
        if vol + hoog > meest:
            bladen.append([])
            vol = 0
        bladen[-1].append(deel)
        vol += hoog
    return [tuple(blad) for blad in bladen]


def stukken(alle: Sequence[T], meest: int) -> list[tuple[T, ...]]:
    """Return a sequence in pieces of about the same length, none longer than this; an empty one as one piece.

    >>> stukken("abcdefg", 5)
    [('a', 'b', 'c', 'd'), ('e', 'f', 'g')]
    """
    aantal = max(1, -(-len(alle) // meest))
    lengte = -(-len(alle) // aantal)
    return [tuple(alle[nr * lengte : (nr + 1) * lengte]) for nr in range(aantal)]


def kies_deel(delen: Sequence[T], gevraagd: int | None) -> T:
    """Return the part that is asked for, or the only one.

    Raises:
        OngeldigeVraag: all does not fit on one sheet, and no part is asked for; or there is no such part.
    """
    if gevraagd is None:
        if len(delen) == 1:
            return delen[0]
        reden = f"dit past niet op één blad; kies met deel een van de {len(delen)} delen (1 tot en met {len(delen)})"
        raise OngeldigeVraag("past_niet", reden, {"delen": len(delen)})
    if not is_getal(gevraagd) or not 1 <= gevraagd <= len(delen):
        raise OngeldigeVraag.keuze("deel", gevraagd, range(1, len(delen) + 1))
    return delen[gevraagd - 1]


def deelzin(spreek: Spreek, delen: Sequence[object], gevraagd: int | None) -> Iterator[str]:
    """Yield which part of how many this is, where there are more."""
    if len(delen) > 1:
        yield spreek("grafiek.deel", nummer=gevraagd, aantal=len(delen))
