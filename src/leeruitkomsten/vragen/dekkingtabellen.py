"""What a curriculum covers as flat tables: a line per row, or per module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import Succescriterium
from ..plat import ModuledekkingRegel, RijdekkingRegel
from ..record import vlak
from .aandachtspunt import Aandachtspunt
from .koppelingen import Module
from .onbekende_koppeling import OnbekendeKoppeling
from .rijvolgorde import Rijvolgorde

Paren = Sequence[tuple[Succescriterium, tuple[Module, ...]]]
"""The succescriteria in source order, each with its modules in their order."""


def per_rij(paren: Paren, volgorde: Iterable[Rijvolgorde], punten: Sequence[Aandachtspunt]) -> list[RijdekkingRegel]:
    """Return a line per row, by leerlijn and number: also of those that no module touches."""
    gedekt: dict[str, list[bool]] = {}
    rang = {lijn: plek for plek, lijn in enumerate(dict.fromkeys(criterium.leerlijn for criterium, _ in paren))}
    for criterium, modules in sorted(paren, key=lambda paar: (rang[paar[0].leerlijn], _nummer(paar[0].rij))):
        gedekt.setdefault(criterium.rij, []).append(bool(modules))
    geraakt = {rij.rij: rij for rij in volgorde}
    return [
        {
            "rij": rij,
            "leerlijn": rij.partition(".")[0],
            "aantal": sum(delen),
            "totaal": len(delen),
            "eerste": geraakt[rij].eerste if rij in geraakt else None,
            "laatste": geraakt[rij].laatste if rij in geraakt else None,
            "omgekeerd": _verdiepingen(punten, rij, "omgekeerd"),
            "zonder_basis": _verdiepingen(punten, rij, "zonder_basis"),
        }
        for rij, delen in gedekt.items()
    ]


def _nummer(rij: str) -> int:
    return int(rij.partition(".")[2])


def _verdiepingen(punten: Iterable[Aandachtspunt], rij: str, soort: str) -> str | None:
    codes: str | None = vlak(tuple(dict.fromkeys(p.verdieping for p in punten if (p.rij, p.soort) == (rij, soort))))
    return codes


def per_module(
    paren: Paren, modules: Sequence[Module], onbekend: Iterable[OnbekendeKoppeling], zonder_codes: Sequence[Module]
) -> list[ModuledekkingRegel]:
    """Return a line per module, in their order."""
    eigen: dict[Module, list[Succescriterium]] = {module: [] for module in modules}
    alleen: Counter[Module] = Counter()
    for criterium, door in paren:
        for module in door:
            eigen[module].append(criterium)
        alleen.update(door[:1] if len(door) == 1 else ())
    vreemd = Counter(koppeling.module for koppeling in onbekend)
    return [
        {
            "module": module,
            "nummer": nummer,
            "aantal": len(eigen[module]),
            "totaal": len(paren),
            "alleen_hier": alleen[module],
            "leeruitkomsten": vlak(tuple(dict.fromkeys(c.leeruitkomst for c in eigen[module]))),
            "succescriteria": vlak(tuple(c.code for c in eigen[module])),
            "onbekend": vreemd[module],
            "zonder_codes": module in zonder_codes,
        }
        for nummer, module in enumerate(modules, 1)
    ]
