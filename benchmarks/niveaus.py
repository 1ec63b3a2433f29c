"""A framework as others have it, 10,000 criteria over 15 niveaus without outcomes: whether what is done with it stays linear.

Every figure is the ratio of two best times from one run, both sides in turn: 10,000 criteria to twice the time of 5,000.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import attrs
from bestand import tekst, verhouding
from uitslag import meld

import leeruitkomsten as lu
from leeruitkomsten import uitwisseling, weergave
from leeruitkomsten.bouwen import bouw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from leeruitkomsten import Raamwerk

NIVEAUS, RIJEN, LINEAIR, GRENS = 15, 34, 1.3, 10**9
FORMATEN = ("case", "csv", "moodle", "xlsx")


def maak(aantal: int) -> Raamwerk:
    """Return a framework of so many criteria: leerlijnen of 34 rows and 15 niveaus, a criterium in each cell."""
    lijnen: list[dict[str, Any]] = []
    over = aantal
    while over:
        code = f"L{chr(65 + len(lijnen) // 26)}{chr(65 + len(lijnen) % 26)}"
        rijen = min(RIJEN, -(-over // NIVEAUS))
        uitkomsten: list[dict[str, Any]] = []
        for niveau in range(1, NIVEAUS + 1):
            hier = min(rijen, over)
            over -= hier
            criteria = [{"code": f"{code}{niveau}.{rij}a", "tekst": tekst()} for rij in range(1, hier + 1)]
            uitkomsten.append({"code": f"{code}{niveau}", "tekst": "", "succescriteria": criteria})
        lijnen.append({"code": code, "naam": f"Lijn {code}", "omschrijving": tekst(), "leeruitkomsten": uitkomsten})
    niveaus = [{"nummer": n, "fase": f"F{n}", "begeleiding": None} for n in range(1, NIVEAUS + 1)]
    return bouw(lu.laad().als_dict() | {"niveaus": niveaus, "leerlijnen": lijnen, "errata": [], "vervallen": []})


def gewijzigd(kader: Raamwerk) -> Raamwerk:
    """Return the framework in which every fortieth criterium says something else."""
    gegevens: dict[str, Any] = kader.als_dict() | {"versie": "2.0"}
    alle = [c for lijn in gegevens["leerlijnen"] for u in lijn["leeruitkomsten"] for c in u["succescriteria"]]
    for criterium in alle[::40]:
        criterium["tekst"] = tekst(criterium["tekst"])
    return bouw(gegevens)


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    kaders = [maak(5_000), maak(10_000)]
    inhoud = list(map(lu.schrijf, kaders))
    werk: dict[str, list[Callable[[], object]]] = {
        "lees": [partial(lu.lees, deel, grens=GRENS) for deel in inhoud],
        "schrijf": [partial(lu.schrijf, kader) for kader in kaders],
        "Raamwerk(...)": [partial(attrs.evolve, kader) for kader in kaders],
        "vergelijk, 2,5 % anders": [partial(lu.vergelijk, kader, gewijzigd(kader)) for kader in kaders],
        "verdieping(1, 15)": [partial(kader.verdieping, 1, NIVEAUS) for kader in kaders],
        **{f"exporteer {naam}": [partial(uitwisseling.schrijf, kader, naam) for kader in kaders] for naam in FORMATEN},
        "matrix": [partial(weergave.matrix, kader) for kader in kaders],
        "pagina": [partial(weergave.pagina, kader) for kader in kaders],
    }
    uitslagen = [
        meld(f"{wat}: 10.000 / twee keer 5.000", verhouding(groot, klein) / 2, hoogstens=LINEAIR)
        for wat, (klein, groot) in werk.items()
    ]
    groottes = [len(weergave.pagina(kader)) for kader in kaders]
    uitslagen.append(meld("pagina, tekens: 10.000 / twee keer 5.000", groottes[1] / groottes[0] / 2, hoogstens=1.05))
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
