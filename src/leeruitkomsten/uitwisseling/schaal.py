"""The scale on which people rate in another system: its values, which of them mean aangetoond, and the one given by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..fouten import OngeldigeVraag
from ..velden import tekstfout
from ..zinnen import citaat, opsomming
from .csvtekst import onschadelijk

SCHAAL = ("Nog niet aangetoond", "Aangetoond")
"""From low to high."""
_MINSTE = 2


class Schaal(NamedTuple):
    """A scale; values are known by their place, from 0."""

    waarden: tuple[str, ...]
    aangetoond: frozenset[int]
    standaard: int


def maak_schaal(waarden: Sequence[str], aangetoond: Sequence[str] | None, standaard: str | None = None) -> Schaal:
    """Return a scale: without `aangetoond` its last value means that, without `standaard` the lowest of those is given.

    >>> maak_schaal(("Nee", "Deels", "Ja"), None)
    Schaal(waarden=('Nee', 'Deels', 'Ja'), aangetoond=frozenset({2}), standaard=2)
    """
    goed = frozenset(map(waarden.index, waarden[-1:] if aangetoond is None else aangetoond))
    return Schaal(tuple(map(onschadelijk, waarden)), goed, min(goed) if standaard is None else waarden.index(standaard))


def schaalfouten(opties: Mapping[str, Any], zonder: str = "") -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with the options of a scale that are of the right type; the others are not in them.

    `zonder` are the characters that no value may have.
    """
    if "schaal" not in opties:
        return
    waarden = [*opties["schaal"]]
    for reden in _gebreken(waarden, zonder):
        yield OngeldigeVraag("ongeldige_waarde", f"schaal: {reden}", {"schaal": opties["schaal"]})
    for naam in ("aangetoond", "standaard"):
        gegeven = opties.get(naam)
        genoemd = [gegeven] if isinstance(gegeven, str) else [] if gegeven is None else [*gegeven]
        samen = {naam: gegeven, "schaal": opties["schaal"]}
        if gegeven is not None and not genoemd:
            yield OngeldigeVraag("ongeldige_waarde", f"{naam}: hier hoort ten minste één waarde van de schaal", samen)
        if vreemd := [waarde for waarde in genoemd if waarde not in waarden]:
            reden = f"{naam}: op de schaal staat geen {opsomming(vreemd, 'of')}; wel: {', '.join(map(citaat, waarden))}"
            yield OngeldigeVraag("opties_samen", reden, samen)


def _gebreken(waarden: Sequence[str], zonder: str) -> Iterator[str]:
    if len(waarden) < _MINSTE:
        yield f"hier horen ten minste twee waarden, van laag naar hoog, geen {len(waarden)}"
    if len({*waarden}) < len(waarden):
        yield "elke waarde mag er één keer staan"
    for waarde in waarden:
        if (gebrek := tekstfout(waarde)) is not None:
            yield gebrek[1]
        elif teken := next((teken for teken in zonder if teken in waarde), ""):
            yield f"in een waarde kan geen {citaat(teken)} staan: {citaat(waarde)}"
