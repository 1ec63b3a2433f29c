"""Two beside each other, each with its name: those of a dict, or two groups of a table or a `Telling`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ..cohort import Telling
from ..fouten import OngeldigeVraag
from ..vragen.groei import Groei
from ..vragen.voortgang import Voortgang
from ..zinnen import opsomming
from ._tabellen import Groep, lees_kolommen, verdeel

_NAAST = 2


def naast_elkaar(
    gegeven: object, groep: str | None = None, naast: Sequence[str] | None = None
) -> list[tuple[str, Any]]:
    """Return what a chart is given with its name: one without a name, or two of a dict, or of the groups of a table.

    Args:
        gegeven: what is to be shown.
        groep: the column of a table with the group of each line; a `Telling` knows its own.
        naast: the names of the two groups; `None` where there are no others.

    Raises:
        OngeldigeVraag: they are not two, a name is no text, or there are no such groups.
        GeenKolom: a table has no such column.
    """
    if isinstance(gegeven, Telling) and groep is None:
        telling = cast("Telling[object]", gegeven)
        if telling.groep:
            sleutels = dict.fromkeys(lees_kolommen(telling.per_criterium(), telling.groep))
            van = {" · ".join(map(str, sleutel)): Groep(telling, sleutel) for sleutel in sleutels}
            return [(naam, van[naam]) for naam in _twee([*van], naast)]
    elif groep is not None and not isinstance(gegeven, Telling | Voortgang | Groei | Mapping):
        return _van_tabel(gegeven, groep, naast)
    if naast is not None or groep is not None:
        reden = "groep= en naast= zijn voor een tabel met groepen, en naast= ook voor een telling met groep=; hier zijn ze niet"
        raise OngeldigeVraag("opties_samen", reden, {"groep": groep, "naast": naast})
    if not isinstance(gegeven, Mapping):
        return [("", gegeven)]
    samen: Mapping[Any, Any] = gegeven  # pyright: ignore[reportUnknownVariableType]  # of anything
    if len(samen) != _NAAST or not all(isinstance(naam, str) and naam.strip() for naam in samen):
        reden = "geef er twee om naast elkaar te zetten, elk met een naam: {'2A': …, '2B': …}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"namen": tuple(map(str, samen))})
    return [*samen.items()]


def _van_tabel(tabel: Any, groep: str, naast: Sequence[str] | None) -> list[tuple[str, Any]]:
    """Return the lines of two groups of a table, of its own kind, by the names of the groups."""
    per_groep = verdeel(tabel, groep)
    return [(naam, per_groep[naam]()) for naam in _twee(sorted(per_groep), naast)]


def _twee(namen: Sequence[str], naast: Sequence[str] | None) -> Sequence[str]:
    """Return the names of the two groups that are chosen, or of the only two that there are.

    Raises:
        OngeldigeVraag: there are no such two; the error says which there are.
    """
    gekozen = namen if naast is None else naast
    if len(gekozen) == _NAAST == len({*gekozen}) and {*gekozen} <= {*namen}:
        return gekozen
    er_zijn = opsomming(namen) if namen else "geen groepen"
    reden = f"twee groepen staan naast elkaar; kies met naast twee van {er_zijn}"
    raise OngeldigeVraag("onbekende_keuze", reden, {"naast": naast, "mogelijk": tuple(namen)})
