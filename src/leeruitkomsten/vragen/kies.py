"""Filters: one value or several per keyword; every value is known, or one error names all that are not.

To add a filter: a keyword here and in `Raamwerk.kies`, named as the field of a succescriterium that it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import TypeAlias, TypeVar, cast

from ..fouten import OnbekendeCode, VerkeerdType
from ..model import Leeruitkomst, Succescriterium
from ..record import Reeks
from ..register import Register, bestaat

T = TypeVar("T")
EenOfMeer: TypeAlias = T | Iterable[T] | None
"""One value, several, or `None` for no demand."""
Eisen: TypeAlias = Mapping[str, frozenset[object]]
"""Per keyword the values of which an item must have one."""


def kies(
    register: Register,
    *,
    leerlijn: EenOfMeer[str] = None,
    niveau: EenOfMeer[int] = None,
    leeruitkomst: EenOfMeer[str] = None,
    rij: EenOfMeer[str] = None,
) -> Reeks[Succescriterium]:
    """Return the criteria that meet every demand, in source order."""
    geeist = eisen(register, {"leerlijn": leerlijn, "niveau": niveau, "leeruitkomst": leeruitkomst, "rij": rij})
    return Reeks(criterium for criterium in register.succescriteria if voldoet(criterium, geeist))


def eisen(register: Register, gevraagd: Mapping[str, object]) -> Eisen:
    """Return the values asked for per keyword; keywords that are `None` ask nothing.

    Raises:
        OnbekendeCode: a value does not exist; the error names all that do not, in their order.
    """
    geeist = {soort: waarden(waarde) for soort, waarde in gevraagd.items() if waarde is not None}
    fouten = [
        register.onbekend(soort, waarde)
        for soort, alle in geeist.items()
        for waarde in alle
        if not bestaat(register.bekend(soort), waarde)
    ]
    if fouten:
        raise OnbekendeCode.samen(fouten)
    return {soort: frozenset(alle) for soort, alle in geeist.items()}


def waarden(gegeven: object) -> tuple[object, ...]:
    """Return one value or several as a tuple; a text is one value.

    Raises:
        VerkeerdType: it is a dict or a data frame, of which only the keys or the names of the columns would be seen.
    """
    if wat := _geen_lijst(gegeven):
        reden = f"{wat} is geen lijst van codes; geef de codes zelf, zoals een lijst of een kolom (tabel['criterium'])"
        if wat == "een tabel":
            reden += "; een tabel van meer studenten telt cohort.voortgang(tabel, per='student')"
        raise VerkeerdType(reden, {"codes": gegeven})
    if isinstance(gegeven, str) or not isinstance(gegeven, Iterable):
        return (gegeven,)
    return tuple(cast("Iterable[object]", gegeven))


def _geen_lijst(gegeven: object) -> str:
    if isinstance(gegeven, Mapping):
        return "een dict"
    return "een tabel" if hasattr(gegeven, "columns") or hasattr(gegeven, "regels") else ""


def voldoet(item: Succescriterium | Leeruitkomst, geeist: Eisen) -> bool:
    """Say whether an item meets every demand."""
    return all(attrgetter(soort)(item) in waarden for soort, waarden in geeist.items())
