"""In which order the modules of a curriculum come to a row, niveau by niveau."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import attrs

from ..model import Rij
from ..plat import RijvolgordeDict, RijvolgordeRegel
from ..record import Regel, vlak
from .koppelingen import Module, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel


@attrs.frozen(repr=False, eq=False)
class Rijvolgorde(Regel):
    """In which order modules touch one row.

    Attributes:
        rij: code of the row, such as `WP.4`.
        eerste, laatste: the first and the last module that work on the row, in the order of the curriculum.
        per_niveau: tuple with, for each niveau, a tuple of the modules that work on the row there, in that order.
        omgekeerd: tuple of pairs of niveaus (lower, higher), where the higher one comes up in an earlier module than the
            lower one: a deepening before its foundation.
    """

    rij: str
    eerste: Module
    laatste: Module
    per_niveau: tuple[tuple[Module, ...], ...]
    omgekeerd: tuple[tuple[int, int], ...]

    KOP = ("Rij", "Eerste", "Laatste", "Per niveau", "Omgekeerd")

    if TYPE_CHECKING:

        def als_dict(self) -> RijvolgordeDict: ...

    def _omgekeerd(self) -> Iterator[str]:
        for laag, hoog in self.omgekeerd:
            yield f"niveau {hoog} ({self.per_niveau[hoog - 1][0]}) komt vóór niveau {laag} ({self.per_niveau[laag - 1][0]})"

    def __str__(self) -> str:
        return f"{self.rij}: " + ("; ".join(self._omgekeerd()) or f"van {self.eerste} tot en met {self.laatste}")

    def _regel(self) -> tuple[Cel, ...]:
        niveaus = tuple(
            (("gelijk", f"{niveau}: {', '.join(map(str, modules)) or '–'}"),)
            for niveau, modules in enumerate(self.per_niveau, 1)
        )
        omgekeerd = tuple((("gelijk", zin),) for zin in self._omgekeerd())
        return (((("code", self.rij),),), str(self.eerste), str(self.laatste), niveaus, omgekeerd or "")

    def records(self) -> list[RijvolgordeRegel]:
        """Return one flat dict per niveau: rij, niveau, modules, and omgekeerd_met (the higher niveaus that come before it)."""
        return [
            {
                "rij": self.rij,
                "niveau": niveau,
                "modules": vlak(modules),
                "omgekeerd_met": vlak(tuple(hoog for laag, hoog in self.omgekeerd if laag == niveau)),
            }
            for niveau, modules in enumerate(self.per_niveau, 1)
        ]


def rijvolgorde(rij: Rij, gedekt_door: Mapping[str, tuple[Module, ...]], plan: Plan) -> Rijvolgorde | None:
    """Return in which order modules touch a row; `None` for one that none of them touches."""
    per_niveau = tuple(plan.op_volgorde(module for c in cel for module in gedekt_door[c.code]) for cel in rij.cellen)
    alle = plan.op_volgorde(module for modules in per_niveau for module in modules)
    if not alle:
        return None
    geraakt = [(niveau, plan.plaats[modules[0]]) for niveau, modules in enumerate(per_niveau, 1) if modules]
    omgekeerd = tuple(
        (laag, hoog)
        for (laag, plek_laag), (hoog, plek_hoog) in itertools.combinations(geraakt, 2)
        if plek_hoog < plek_laag
    )
    return Rijvolgorde(rij.code, alle[0], alle[-1], per_niveau, omgekeerd)
