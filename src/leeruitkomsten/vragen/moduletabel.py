"""A module plan as a table of any kind: the place and the cells of each of its lines, of the columns that are asked for.

Frames are known by what they can do, and not by their class: no package is loaded to find out that it was not used.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple, Protocol, TypeGuard, cast

from ..fouten import OngeldigeVraag, eis_kolommen

_GEWOON = ("module", "criterium")
"""What the columns are called when nobody says so; a table of two columns needs no names."""
_LEEG_IN_PANDAS = ("NAType", "NaTType")


class Frame(Protocol):
    """What has columns: a frame of pandas or Polars, a table of PyArrow, a relation of DuckDB."""

    @property
    def columns(self) -> Any:
        """The columns, or their names."""
        ...


class Gelezen(Protocol):
    """What `lees_tabel` gives."""

    @property
    def regels(self) -> Sequence[Mapping[str, Any]]:
        """The lines, as dicts."""
        ...

    @property
    def waar(self) -> Sequence[str]:
        """Where each of them stands."""
        ...


class Kolommen(NamedTuple):
    """What the columns of a table are called; `None` where that was not said."""

    module: str | None = None
    criterium: str | None = None
    volgorde: str | None = None

    def plaatsen(self, namen: Sequence[object]) -> list[int]:
        """Return where the columns stand among these: module, criterium and, where it was asked for, volgorde.

        Raises:
            GeenKolom: one is not there, or more than once.
            OngeldigeVraag: two of them are the same column.
        """
        gevraagd = [
            self.module or _GEWOON[0],
            self.criterium or _GEWOON[1],
            *([self.volgorde] if self.volgorde else []),
        ]
        if self == Kolommen() and len(namen) == len(_GEWOON) and not {*_GEWOON} <= {*namen}:
            return [0, 1]
        if len({*gevraagd}) < len(gevraagd):
            reden = f"{' en '.join(self._fields[: len(gevraagd)])} zijn verschillende kolommen"
            raise OngeldigeVraag("naam_bezet", reden, dict(zip(self._fields, gevraagd, strict=False)))
        eis_kolommen(gevraagd, namen)
        return [[*namen].index(naam) for naam in gevraagd]


class Moduletabel(NamedTuple):
    """The names of the columns of a table, its lines, and where these stand."""

    namen: Sequence[object]
    regels: Iterable[Sequence[object]]
    waar: Iterable[str]

    def lijnen(self, kolommen: Kolommen) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Yield where each line stands, in Dutch, with its cells in the columns that are asked for."""
        if not self.namen:  # lines that name their cells: without a line nobody knows what they would be
            return
        plaatsen = kolommen.plaatsen(self.namen)
        for waar, regel in zip(self.waar, self.regels, strict=False):
            yield waar, tuple(regel[plaats] for plaats in plaatsen)


def als_moduletabel(gegeven: Any) -> Moduletabel | None:
    """Return any kind of table as one; `None` for what is none.

    It takes a list of dicts, a data frame of pandas or Polars (eager or lazy), a table of PyArrow, a relation of DuckDB, and what
    `lees_tabel` gives.
    """
    if hasattr(gegeven, "collect_schema") and hasattr(gegeven, "collect"):
        gegeven = gegeven.collect()
    if hasattr(gegeven, "regels") and hasattr(gegeven, "waar"):
        return _van_dicts(gegeven.regels, gegeven.waar)
    if is_lijst_van_dicts(gegeven):
        return _van_dicts(gegeven, _regels())
    frame = _frame(gegeven)
    return None if frame is None else Moduletabel(*frame, _regels())


def _frame(gegeven: Any) -> tuple[Sequence[object], Iterable[Sequence[object]]] | None:
    """Return the names of the columns of a frame, and its lines; `None` for what is no frame."""
    if hasattr(gegeven, "itertuples"):
        # NaN, NaT and NA are what pandas has for an empty cell.
        met_leeg = gegeven.astype(object).where(gegeven.notna(), None)
        return [*gegeven.columns], met_leeg.itertuples(index=False, name=None)
    if hasattr(gegeven, "iter_rows"):
        return gegeven.columns, gegeven.iter_rows()
    if hasattr(gegeven, "column_names"):
        return gegeven.column_names, zip(*(kolom.to_pylist() for kolom in gegeven.columns), strict=True)
    return (gegeven.columns, gegeven.fetchall()) if hasattr(gegeven, "fetchall") else None


def is_lijst_van_dicts(gegeven: object) -> TypeGuard[Sequence[Mapping[Any, Any]]]:
    """Say whether a table is a list of dicts."""
    return isinstance(gegeven, list | tuple) and all(
        isinstance(regel, Mapping) for regel in cast("Sequence[object]", gegeven)
    )


def _van_dicts(regels: Sequence[Mapping[object, object]], waar: Iterable[str]) -> Moduletabel:
    """Return lines that name their cells; one that lacks a name is empty there."""
    namen = list(dict.fromkeys(naam for regel in regels for naam in regel))
    return Moduletabel(namen, ([regel.get(naam) for naam in namen] for regel in regels), waar)


def _regels() -> Iterator[str]:
    return (f"regel {nummer}" for nummer in count(1))


def is_leeg(cel: object) -> bool:
    """Say whether this is an empty cell: nothing, or white space."""
    return not cel.strip() if isinstance(cel, str) else ontbreekt(cel)


def ontbreekt(cel: object) -> bool:
    """Say whether a cell holds no value at all: none, or what a column of numbers or pandas has for that."""
    is_nan = isinstance(cel, float) and math.isnan(cel)
    return cel is None or is_nan or type(cel).__name__ in _LEEG_IN_PANDAS
