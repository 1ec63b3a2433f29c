"""Where a curriculum does not follow the build-up of the framework: a deepening before its foundation, or without it.

It informs: a curriculum may have its reasons. Both are looked for at two depths. By row the foundation is what the row asks at any
lower niveau; by pair it is the criterium that stands in the same place of a lower cel with as many criteria. The source links no
criteria: a pair is a suggestion, by their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import attrs

from ..codes import als_code
from ..model import Rij
from ..plat import AandachtspuntDict, Aandachtspuntsoort, Diepte
from ..record import Regel
from ..zinnen import opsomming
from .koppelingen import Module, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel

PAAR_IS_SUGGESTIE = "Paren zijn gekoppeld op de volgorde van de criteria in hun cel; dat is een suggestie."
"""What stands below every table with a pair in it."""
_PAAR = "paar (suggestie)"


@attrs.frozen(repr=False, eq=False)
class Aandachtspunt(Regel):
    """A deepening that a curriculum teaches before its foundation, or without it.

    Attributes:
        soort: `omgekeerd`, the foundation comes up in a later module; `zonder_basis`, it comes up in none.
        diepte: `rij`, by the niveaus of a row; `paar`, by two criteria that are a pair by their order, which is a suggestion.
        rij: code of the row, such as `WP.4`.
        verdieping: code of the deepening: of a cel (`WP3.4`), in a pair of a criterium (`WP3.4b`).
        module: the first module that works on it.
        basis: code of the foundation, of the same kind.
        basismodule: the first module that works on that; `None` where none does.
        niveau, basisniveau: the niveaus of the two.
    """

    soort: Aandachtspuntsoort
    diepte: Diepte
    rij: str
    verdieping: str
    module: Module
    basis: str
    basismodule: Module | None

    AFGELEID = ("niveau", "basisniveau")
    KOP = ("Rij", "Diepte", "Verdieping", "In", "Basis", "In", "Wat")

    if TYPE_CHECKING:

        def als_dict(self) -> AandachtspuntDict: ...
        def records(self) -> list[AandachtspuntDict]: ...

    @property
    def niveau(self) -> int:
        """The niveau of the deepening."""
        return _niveau(self.verdieping)

    @property
    def basisniveau(self) -> int:
        """The niveau of the foundation, a lower one."""
        return _niveau(self.basis)

    def __str__(self) -> str:
        return f"{self.rij}: {self.zin}"

    @property
    def zin(self) -> str:
        """What is to be seen, in Dutch, without the row."""
        per_rij = self.diepte == "rij"
        hoog, laag = (
            (f"niveau {n}" for n in (self.niveau, self.basisniveau)) if per_rij else (self.verdieping, self.basis)
        )
        zin = f"{hoog} ({self.module}) komt vóór {laag} ({self.basismodule})"
        if self.soort == "zonder_basis":
            zin = f"{hoog} ({self.module}) heeft geen basis: {laag} komt in geen module voor"
        return zin if per_rij else f"{_PAAR}: {zin}"

    def _voet(self) -> str:
        return PAAR_IS_SUGGESTIE if self.diepte == "paar" else ""

    def _regel(self) -> tuple[Cel, ...]:
        rij, hoog, laag = ((((("code", code),),)) for code in (self.rij, self.verdieping, self.basis))
        basismodule = "–" if self.basismodule is None else str(self.basismodule)
        return (rij, self.diepte, hoog, str(self.module), laag, basismodule, self.soort.replace("_", " "))


def _niveau(code: str) -> int:
    gelezen: Any = als_code(code)
    niveau: int = gelezen.niveau
    return niveau


def aandachtspunten(rij: Rij, gedekt_door: Mapping[str, tuple[Module, ...]], plan: Plan) -> Iterator[Aandachtspunt]:
    """Yield what there is of one row: for every two niveaus, from low to high, first by row and then by pair."""
    gevuld = [(niveau, cel) for niveau, cel in enumerate(rij.cellen, 1) if cel]
    eerste = {c.code: gedekt_door[c.code][0] for _, cel in gevuld for c in cel if gedekt_door[c.code]}
    for (laag, onder), (hoog, boven) in combinations(gevuld, 2):
        basis, verdieping = (
            plan.op_volgorde(eerste[c.code] for c in cel if c.code in eerste) for cel in (onder, boven)
        )
        codes = (rij.celcode(hoog), rij.celcode(laag))
        yield from _punt("rij", rij.code, codes, (verdieping, basis), plan)
        if len(onder) == len(boven):
            for lager, hoger in zip(onder, boven, strict=True):
                modules = (gedekt_door[hoger.code][:1], gedekt_door[lager.code][:1])
                yield from _punt("paar", rij.code, (hoger.code, lager.code), modules, plan)


def _punt(
    diepte: Diepte,
    rij: str,
    codes: tuple[str, str],
    modules: tuple[tuple[Module, ...], tuple[Module, ...]],
    plan: Plan,
) -> Iterator[Aandachtspunt]:
    """Yield what is to be said of a deepening and its foundation, of which the first module is given where there is one."""
    verdieping, basis = modules
    if not verdieping:
        return
    if not basis:
        yield Aandachtspunt("zonder_basis", diepte, rij, codes[0], verdieping[0], codes[1], None)
    elif plan.plaats[verdieping[0]] < plan.plaats[basis[0]]:
        yield Aandachtspunt("omgekeerd", diepte, rij, codes[0], verdieping[0], codes[1], basis[0])


def in_het_kort(punten: Iterable[Aandachtspunt]) -> list[str]:
    """Return a sentence per row for points of one soort: what its niveaus say, and pairs only of niveaus that do not say it."""
    per_rij: dict[str, list[Aandachtspunt]] = {}
    for punt in punten:
        per_rij.setdefault(punt.rij, []).append(punt)
    return [f"{rij}: {'; '.join(_delen(alle))}" for rij, alle in per_rij.items()]


def _delen(punten: list[Aandachtspunt]) -> Iterator[str]:
    breed = [punt for punt in punten if punt.diepte == "rij"]
    zonder: dict[int, list[int]] = {}
    for punt in breed:
        if punt.soort == "omgekeerd":
            yield punt.zin
        else:
            zonder.setdefault(punt.niveau, []).append(punt.basisniveau)
    for basis in dict.fromkeys(map(tuple, zonder.values())):
        hoog = [niveau for niveau, lagere in zonder.items() if tuple(lagere) == basis]
        yield f"niveau {opsomming(hoog)} zonder niveau {opsomming(basis)}"
    gezegd = {(punt.niveau, punt.basisniveau) for punt in breed}
    yield from (p.zin for p in punten if p.diepte == "paar" and (p.niveau, p.basisniveau) not in gezegd)
