"""Exchange (uitwisseling): the framework in the formats that other systems import, and back from CASE.

Each format has a module of its own: a pure function from `Raamwerk` to the bytes of one file, with what the importer asks and
what is lost in its docstring. The same framework gives the same bytes on every run and machine: dates come from the framework,
ids from its codes. How an administrator does the import stands in the docs, a page per system.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..bestanden.bewaren import bewaar
from ..bestanden.bron import GRENS
from ..fouten import citaat

if TYPE_CHECKING:
    from ..bestanden.bewaren import Doel
    from ..bestanden.bron import Bron
    from ..raamwerk import Raamwerk

__all__ = ["formaten", "lees", "opties_van", "schrijf"]

_MODULE = {
    "canvas": "canvas",
    "moodle": "moodle",
    "case": "case.schrijven",
    "ooapi": "ooapi",
    "skos": "skos",
    "mahara": "mahara",
    "portflow": "portflow",
    "openbadges": "openbadges",
    "csv": "platte_csv",
    "xlsx": "werkmap",
    "markdown": "markdown",
}
"""For each format the module that writes it."""


def formaten() -> tuple[str, ...]:
    """Return the formats that `schrijf` knows.

    >>> formaten()[:3]
    ('canvas', 'moodle', 'case')
    """
    return tuple(_MODULE)


def opties_van(formaat: str) -> dict[str, Any]:
    """Return the options of a format by name, each with its value when nobody asks for another.

    Raises:
        ValueError: there is no such format.

    >>> opties_van("case")
    {'versie': '1.1', 'base_uri': None, 'precedes_criteria': False}
    """
    delen = inspect.signature(_module(formaat).schrijf).parameters.items()
    return {naam: deel.default for naam, deel in delen if deel.kind is deel.KEYWORD_ONLY}


def schrijf(raamwerk: Raamwerk, formaat: str, doel: Doel | None = None, **opties: Any) -> bytes:
    """Return a framework as the bytes of a file that another system imports, and write them to `doel` if there is one.

    Args:
        raamwerk: the framework.
        formaat: one of `formaten()`.
        doel: a path, which is written as a whole or not at all, or an open file (text or binary).
        opties: what the format can be asked; its docs page lists them.

    Raises:
        ValueError: there is no such format or option, or the framework does not fit the format: the error names every
            text that is too long, or every id that the importer would refuse. Nothing is written.
        ImportError: the format needs an extra that is not installed; the text names it.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> schrijf(lu.laad(), "csv").decode().splitlines()[0]
    'criterium,leerlijn,niveau,fase,leeruitkomst,rij,rij_naam,letter,notatie,tekst'
    """
    kent = opties_van(formaat)
    vreemd = [optie for optie in opties if optie not in kent]
    geen_keus = [
        f"{naam}: hier hoort True of False, er staat {citaat(waarde)}"
        for naam, waarde in opties.items()
        if isinstance(kent.get(naam), bool) and not isinstance(waarde, bool)
    ]
    if geen_keus:
        raise ValueError("\n".join(geen_keus))
    if vreemd:
        wel = f"wel: {', '.join(kent)}" if kent else "er zijn er geen"
        raise ValueError(f"{formaat} kent de optie {' en '.join(map(citaat, vreemd))} niet; {wel}")
    return bewaar(_module(formaat).schrijf(raamwerk, **opties), doel)


def lees(formaat: str, bron: Bron, *, grens: int = GRENS) -> Raamwerk:
    """Read a framework that another system wrote; only CASE (1.0 and 1.1) can be read back.

    Args:
        formaat: `case`.
        bron: a path, an open file (text or binary), or the bytes of the file.
        grens: the largest size that is accepted, in bytes.

    Raises:
        ValueError: the format cannot be read.
        OngeldigRaamwerk: the file is not sound, or has parts that have no place in a framework; `.bevindingen` names each.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> lees("case", schrijf(lu.laad(), "case")) == lu.laad()
    True
    """
    if formaat != "case":
        raise ValueError(f"{citaat(formaat)} kan niet gelezen worden; alleen 'case'")
    from .case.lezen import lees as lees_case

    return lees_case(bron, grens)


def _module(formaat: str) -> Any:
    if formaat not in _MODULE:
        raise ValueError(f"{citaat(formaat)} is geen formaat; kies uit: {', '.join(_MODULE)}")
    return import_module(f".{_MODULE[formaat]}", __name__)
