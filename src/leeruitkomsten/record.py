"""What records and results have in common: equality, plain data, and one table by which they draw themselves.

`Tabel` itself is imported when something is drawn: a program that only computes never loads it.
"""

from __future__ import annotations

from typing import TypeVar, cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from attrs import Attribute

    from .tabel import Cel, Tabel

_LANGSTE_REPR = 60


def druk(ding: Record | Reeks[Any], drukker: Any, _kring: bool) -> None:
    """Give IPython the whole table as text; for what stands in a list or dict, the short line.

    It is the `_repr_pretty_` of every class with a `__repr__` of its own: IPython takes the first of the two it comes upon.
    """
    alleen = len(drukker.stack) == 1
    drukker.text(str(ding.tabel()) if alleen else repr(ding))


class Record:
    """An immutable attrs object: equal to another of its class with equal fields, and drawn as a table.

    Equality and hash stand here once: attrs would write and compile them for every class at import, which makes up a
    third of all that importing this package adds to importing attrs.
    """

    __slots__ = ()

    def _velden(self) -> dict[str, Any]:
        velden: tuple[Attribute[Any], ...] = getattr(self, "__attrs_attrs__")  # noqa: B009  # set by attrs
        return {veld.name: getattr(self, veld.name) for veld in velden if veld.eq}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or self._velden() == other._velden()

    def __hash__(self) -> int:
        return hash((self.__class__, *self._velden().values()))

    def __repr__(self) -> str:
        tekst = str(self).partition("\n")[0]
        kort = tekst if len(tekst) <= _LANGSTE_REPR else tekst[: _LANGSTE_REPR - 1].rstrip() + "…"
        return f"<{self.__class__.__name__} {kort}>"

    def tabel(self) -> Tabel:
        """Return the table by which notebook and terminal draw this."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return self.tabel().html()

    _repr_pretty_ = druk

    def als_dict(self) -> dict[str, object]:
        """Return the fields as plain `dict`, `list`, `str`, `int`, `bool` and `None`, ready for `json.dumps`."""
        return {naam: _plat(waarde) for naam, waarde in self._velden().items()}


def _plat(waarde: object) -> object:
    if isinstance(waarde, tuple):
        return [_plat(deel) for deel in cast("tuple[object, ...]", waarde)]
    return waarde.als_dict() if isinstance(waarde, Record) else waarde


class Regel(Record):
    """A record or result that is one line in a table of its like."""

    __slots__ = ()
    KOP: tuple[str, ...] = ()

    def voet(self) -> str:
        """Return the remark that belongs below a table with this line; empty when there is none."""
        return ""

    def cellen(self) -> tuple[Cel, ...]:
        """Return the cells of this line, one for each column of `KOP`."""
        raise NotImplementedError

    def tabel(self) -> Tabel:
        """Return a table of this one line."""
        return Reeks((self,)).tabel()


R_co = TypeVar("R_co", bound=Regel, covariant=True)


class Reeks(tuple[R_co, ...]):
    """A tuple of records or results that draws itself; in everything else it is a tuple.

    `str()` gives one sentence per item, each on a line; `repr()` is one short line.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        soorten = sorted({item.__class__.__name__ for item in self})
        return f"<{len(self)} × {' of '.join(soorten)}>" if self else "<leeg>"

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def tabel(self) -> Tabel:
        """Return one table with a line per item, in order."""
        from .tabel import Tabel

        if not self:
            return Tabel("", (), (("leeg",),))
        voet = next((voet for item in self if (voet := item.voet())), "")
        return Tabel("", self[0].KOP, tuple(item.cellen() for item in self), voet)

    def _repr_html_(self) -> str:
        return self.tabel().html()

    _repr_pretty_ = druk

    def als_dicts(self) -> list[dict[str, object]]:
        """Return the items as plain dicts, in order, ready for `json.dumps`."""
        return [item.als_dict() for item in self]
