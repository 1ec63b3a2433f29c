"""The sheets of a matrix: a leerlijn with so many niveaus beside each other that their texts can be read."""

from __future__ import annotations

import itertools

import attrs

from ..model import Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ._dossier import Dossier
from ._stand import Getoond

MEESTE = 6
"""How many niveaus stand beside each other at most: on A3 a column is then 6 cm wide, for letters of 11 points."""


@attrs.frozen
class Blad:
    """A leerlijn at some of its niveaus, or at all.

    Attributes:
        leerlijn: the leerlijn.
        niveaus: tuple of the niveaus that stand here, from low to high.
        deel: whether there are others, so that the sheet says which these are.
        eerste: whether it is the first sheet of the leerlijn.
        weggelaten: whether some niveaus stand on no sheet, because nothing is asked there.
    """

    leerlijn: Leerlijn
    niveaus: tuple[Niveau, ...]
    deel: bool
    eerste: bool
    weggelaten: bool

    @property
    def code(self) -> str:
        """What tells the sheet apart from others of the framework: `WP`, or from the second one on `WP-7`."""
        return self.leerlijn.code if self.eerste else f"{self.leerlijn.code}-{self.niveaus[0].nummer}"

    @property
    def uitkomsten(self) -> tuple[Leeruitkomst, ...]:
        """The leeruitkomsten of these niveaus."""
        return self.leerlijn.leeruitkomsten[self._van : self._tot]

    @property
    def rijen(self) -> list[tuple[Rij, tuple[tuple[Succescriterium, ...], ...]]]:
        """The rows of the leerlijn, all of them, each with its cells at these niveaus."""
        return [(rij, rij.cellen[self._van : self._tot]) for rij in self.leerlijn.rijen]

    def zegt_van_uitkomsten(self, stand: Getoond | None = None, dossier: Dossier | None = None) -> bool:
        """Say whether the line of the leeruitkomsten holds anything: a text, a code of the source, a note, a count."""
        return any(
            u.tekst or u.notatie or (stand and stand.telling(u)) or (dossier and dossier.heeft_notities(u.code))
            for u in self.uitkomsten
        )

    @property
    def _van(self) -> int:
        return self.niveaus[0].nummer - 1

    @property
    def _tot(self) -> int:
        return self.niveaus[-1].nummer


def bladen_van(raamwerk: Raamwerk, leerlijn: Leerlijn) -> tuple[Blad, ...]:
    """Return the sheets of a leerlijn, at least one; niveaus at which it asks nothing stand on none if that saves a sheet.

    >>> import leeruitkomsten as lu
    >>> [len(blad.niveaus) for blad in bladen_van(lu.laad(), lu.leerlijn("WP"))]
    [4]
    """
    alle = groepen(len(raamwerk.niveaus))
    gevuld = [groep for groep in alle if any(not leerlijn.leeruitkomsten[n].leeg for n in groep)] or alle[:1]
    return tuple(
        Blad(
            leerlijn,
            raamwerk.niveaus[groep.start : groep.stop],
            deel=len(alle) > 1,
            eerste=groep is gevuld[0],
            weggelaten=len(gevuld) < len(alle),
        )
        for groep in gevuld
    )


def groepen(aantal: int) -> list[range]:
    """Return which niveaus, counted from 0, stand together: groups as large as each other, or one less.

    >>> groepen(4), groepen(15)
    ([range(0, 4)], [range(0, 5), range(5, 10), range(10, 15)])
    """
    hoeveel = -(-aantal // MEESTE)
    grenzen = [aantal * n // hoeveel for n in range(hoeveel + 1)]
    return [range(van, tot) for van, tot in itertools.pairwise(grenzen)]
