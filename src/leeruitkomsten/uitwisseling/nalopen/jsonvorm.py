"""A JSON file of a system: read with care, and taken apart by the means of CASE, which note each fault with its path."""

from __future__ import annotations

from ...bestanden.bron import Bron
from ...bestanden.jsonbestand import Jsonbestand
from ...fouten import OngeldigBestand
from ..case.verslag import gegroepeerd
from ..case.vorm import Vorm, dubbele_sleutels

_BESTAND = Jsonbestand(OngeldigBestand, ("het bestand",))


def lees_json(bron: Bron, grens: int) -> object:
    """Return what a file says.

    Raises:
        OngeldigBestand: it is no JSON, or too large.
    """
    return _BESTAND.lees(bron, grens)


def vorm_van(gegevens: object) -> Vorm:
    """Return what takes plain data apart: it has noted each key that stands there twice."""
    vorm = Vorm()
    vorm.fouten += dubbele_sleutels(gegevens)
    return vorm


def eis_gaaf(vorm: Vorm) -> None:
    """Do nothing when no fault was noted.

    Raises:
        OngeldigBestand: some were; it names them.
    """
    if vorm.fouten:
        raise _BESTAND.ongeldig(gegroepeerd(vorm.fouten))
