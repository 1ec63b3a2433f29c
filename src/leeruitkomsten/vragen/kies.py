"""Filters: one value or several per keyword; every value is known, or one error names all that are not.

To add a filter: say in `EIGENSCHAP` where a criterium has that property, in `raamwerk._per_soort` which values exist, and give
`Vragen.kies` a keyword for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar, cast

from ..fouten import OnbekendeCode
from ..record import Reeks
from ..register import bestaat, onbekend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model import Leeruitkomst, Succescriterium
    from ..register import Bekend

T = TypeVar("T")
EenOfMeer: TypeAlias = T | Iterable[T] | None
"""One value, several, or `None` for no demand."""
Eisen = Mapping[str, frozenset[object]]
"""Per keyword the values of which an item must have one."""

EIGENSCHAP: dict[str, Callable[[Any], object]] = {
    "leerlijn": attrgetter("leerlijn"),
    "niveau": attrgetter("niveau"),
    "leeruitkomst": attrgetter("leeruitkomst"),
    "rij": lambda criterium: f"{criterium.leerlijn}.{criterium.rij}",
}


def eisen(bekend: Bekend, gevraagd: Mapping[str, object]) -> Eisen:
    """Return the values asked for per keyword; keywords that are `None` ask nothing.

    Raises:
        OnbekendeCode: a value does not exist; the error names all that do not, in their order.
    """
    geeist = {soort: waarden(waarde) for soort, waarde in gevraagd.items() if waarde is not None}
    fouten = [
        onbekend(bekend[soort], soort, waarde)
        for soort, alle in geeist.items()
        for waarde in alle
        if not bestaat(bekend[soort], waarde)
    ]
    if fouten:
        raise OnbekendeCode.samen(fouten)
    return {soort: frozenset(alle) for soort, alle in geeist.items()}


def waarden(gegeven: object) -> tuple[object, ...]:
    """Return one value or several as a tuple; a text is one value."""
    if isinstance(gegeven, str) or not isinstance(gegeven, Iterable):
        return (gegeven,)
    return tuple(cast("Iterable[object]", gegeven))


def voldoet(item: Succescriterium | Leeruitkomst, geeist: Eisen) -> bool:
    """Say whether an item meets every demand."""
    return all(EIGENSCHAP[soort](item) in waarden for soort, waarden in geeist.items())


def kies(criteria: Iterable[Succescriterium], geeist: Eisen) -> Reeks[Succescriterium]:
    """Return the criteria that meet every demand, in their order."""
    return Reeks(criterium for criterium in criteria if voldoet(criterium, geeist))
