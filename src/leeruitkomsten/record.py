"""What records and results have in common: equality, plain data, and one table by which they draw themselves.

`Tabel` itself is imported when something is drawn: a program that only computes never loads it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import Annotated, Any, ClassVar, Self, SupportsIndex, TypeAlias, TypeVar, cast, overload

import attrs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fouten import Bevinding
    from .tabel import Cel, Tabel

_LANGSTE_REPR = 60

# What a field of a framework may hold: its type, and which of the kinds of `velden` it is.
Tekst: TypeAlias = Annotated[str, "tekst"]
TekstOfLeeg: TypeAlias = Annotated[str, "tekst of leeg"]
Leerlijncode: TypeAlias = Annotated[str, "leerlijn"]
Leeruitkomstcode: TypeAlias = Annotated[str, "leeruitkomst"]
Criteriumcode: TypeAlias = Annotated[str, "succescriterium"]
Rijcode: TypeAlias = Annotated[str, "rij"]
Niveaunummer: TypeAlias = Annotated[int, "niveau"]
Sleutel: TypeAlias = Annotated[str, "sleutel"]
Versie: TypeAlias = Annotated[str, "versie"]
Datum: TypeAlias = Annotated[str, "datum"]
Taal: TypeAlias = Annotated[str, "taal"]


class Uitgesteld:
    """A module of this package that is imported when something in it is asked for: for types, which an answer does without.

    `typing.get_type_hints` finds them in it, as a type checker does in the module itself.
    """

    def __init__(self, naam: str) -> None:
        self._naam = naam

    def __getattr__(self, naam: str) -> Any:
        from importlib import import_module

        return getattr(import_module(f".{self._naam}", __package__), naam)


def druk(ding: Record | Reeks[Any], drukker: Any, _kring: bool) -> None:
    """Give IPython the whole table as text; for what stands in a list or dict, the short line.

    It is the `_repr_pretty_` of every class with a `__repr__` of its own: IPython takes the first of the two it comes upon.
    """
    alleen = len(drukker.stack) == 1
    drukker.text(str(ding._tabel()) if alleen else repr(ding))


_namen: dict[type, tuple[tuple[str, ...], ...]] = {}


def namen_van(klasse: type) -> tuple[tuple[str, ...], ...]:
    """Return names of a record class: what is given, what counts for equality, and what is given with what follows from it."""
    if klasse not in _namen:
        velden: tuple[Any, ...] = attrs.fields(klasse)
        gegeven, gelijk = (tuple(v.name for v in velden if getattr(v, eis)) for eis in ("init", "eq"))
        _namen[klasse] = (gegeven, gelijk, (*gegeven, *getattr(klasse, "AFGELEID", ())))
    return _namen[klasse]


class Record:
    """An immutable attrs object: equal to another of its class with equal fields, and drawn as a table.

    Equality and hash stand here once: attrs would write and compile them for every class at import, which makes up a
    third of all that importing this package adds to importing attrs.
    """

    __slots__ = ("__weakref__", "_hash")
    _hash: int

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or all(getattr(self, n) == getattr(other, n) for n in namen_van(self.__class__)[1])

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            waarden = (getattr(self, naam) for naam in namen_van(self.__class__)[1])
            object.__setattr__(self, "_hash", hash((self.__class__, *waarden)))
            return self._hash

    def __reduce__(self) -> tuple[object, ...]:
        # By what was given, through the constructor: what follows from it is worked out anew, and what is wrong is refused.
        return (self.__class__, tuple(getattr(self, naam) for naam in namen_van(self.__class__)[0]))

    def __repr__(self) -> str:
        tekst = str(self).partition("\n")[0]
        kort = tekst if len(tekst) <= _LANGSTE_REPR else tekst[: _LANGSTE_REPR - 1].rstrip() + "…"
        return f"<{self.__class__.__name__} {kort}>"

    def _tabel(self) -> Tabel:
        """Return the table by which notebook and terminal draw this."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return self._tabel().html()

    _repr_pretty_ = druk

    def als_dict(self) -> Mapping[str, Any]:
        """Return the fields as plain `dict`, `list`, `str`, `int`, `bool` and `None`, ready for `json.dumps`."""
        return {naam: plat(getattr(self, naam)) for naam in namen_van(self.__class__)[2]}

    def records(self) -> list[Any]:
        """Return this as flat dicts, one or more: `pandas.DataFrame` takes them as they are.

        Several values in one field are one text, parted by commas; an empty field is `None`.
        """
        return [{naam: vlak(getattr(self, naam)) for naam in namen_van(self.__class__)[2]}]


def plat(waarde: object) -> object:
    """Return a value as plain data: records as dicts, tuples as lists, the rest as it is."""
    if isinstance(waarde, tuple):
        return [plat(deel) for deel in cast("tuple[object, ...]", waarde)]
    return waarde.als_dict() if isinstance(waarde, Record) else waarde


def vlak(waarde: object) -> Any:
    """Return a value as it stands in one cell of a table: several values as one text, none as `None`, the rest as it is."""
    return ", ".join(map(str, cast("tuple[object, ...]", waarde))) or None if isinstance(waarde, tuple) else waarde


class Bouwsteen(Record):
    """A record that a framework or another file is made of: it checks itself when it is made, whoever makes it.

    Raises:
        OngeldigBestand: of the kind that `ONGELDIG` names: what is given has another type or form, or its parts disagree; every
            fault is named.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]
    """The names of what is given, in order; attrs fills it in."""
    ONGELDIG = "OngeldigRaamwerk"

    def __attrs_post_init__(self) -> None:
        from .velden import veldfouten

        gevonden = veldfouten(self) or self._gebreken()
        if gevonden:
            from . import fouten

            klasse: type[fouten.OngeldigBestand] = getattr(fouten, self.ONGELDIG)
            raise klasse.van(gevonden)
        self._leid_af()

    @classmethod
    def _vertrouwd(cls, *waarden: object) -> Self:
        """Return a record of values that have been checked: this is the short way, for files and the packaged data."""
        zelf, zet = object.__new__(cls), object.__setattr__
        for naam, waarde in zip(cls.__match_args__, waarden, strict=True):
            zet(zelf, naam, waarde)
        zelf._leid_af()
        return zelf

    @classmethod
    def _alle_vertrouwd(cls, *kolommen: list[Any]) -> list[Self]:
        """Return a record per line of these columns, one column per field that is given: `_vertrouwd` of many at once.

        A list of a file is made a field at a time, for that takes half of what it takes a record at a time.
        """
        zelf = [*map(object.__new__, repeat(cls, len(kolommen[0])))]
        if zelf:
            zet_kolommen(zelf, cls.__match_args__, kolommen)
            cls._leid_alle_af(zelf)
        return zelf

    def _gebreken(self) -> list[Bevinding]:
        """Return how the parts of this record disagree: one finding per fault."""
        return []

    def _leid_af(self) -> None:
        """Work out the fields that follow from the others."""

    @classmethod
    def _leid_alle_af(cls, records: list[Any]) -> None:
        """Work them out of many records at once."""
        for record in records:
            record._leid_af()

    def _als_gegevens(self) -> dict[str, Any]:
        """Return what was given, in the shape of the file: what has its default is left out."""
        klasse: Any = self.__class__
        velden: tuple[Any, ...] = attrs.fields(klasse)
        gegeven = ((veld, getattr(self, veld.name)) for veld in velden if veld.init)
        return {veld.name: gegevens_van(waarde) for veld, waarde in gegeven if waarde != veld.default}


def zet_kolommen(records: list[Any], namen: Iterable[str], kolommen: Iterable[Iterable[object]]) -> None:
    """Set fields of one record or more, of one class: of each field its column, with a value per record."""
    for naam, kolom in zip(namen, kolommen, strict=True):
        zet: Callable[[Any, object], None] = getattr(records[0].__class__, naam).__set__
        deque(map(zet, records, kolom), 0)


def gegevens_van(waarde: object) -> object:
    """Return a value as a file has it: records by what was given, tuples as lists, the rest as it is."""
    if isinstance(waarde, tuple):
        return [gegevens_van(deel) for deel in cast("tuple[object, ...]", waarde)]
    return waarde._als_gegevens() if isinstance(waarde, Bouwsteen) else waarde


class Regel(Record):
    """A record or result that is one line in a table of its like."""

    __slots__ = ()
    KOP: tuple[str, ...] = ()

    @property
    def _taal(self) -> str:
        """The language of the texts in its line (BCP 47); Dutch where nothing says that it is another."""
        return "nl"

    def _voet(self) -> str:
        """Return the remark that belongs below a table with this line; empty when there is none."""
        return ""

    def _regel(self) -> tuple[Cel, ...]:
        """Return the cells of this line, one for each column of `KOP`."""
        raise NotImplementedError

    def _tabel(self) -> Tabel:
        """Return a table of this one line."""
        return Reeks((self,))._tabel()


class InTaal(Regel):
    """A record that keeps in which language its texts are: that of the framework that it is a part of, or is about."""

    __slots__ = ("_eigen_taal",)
    _eigen_taal: str

    @property
    def _taal(self) -> str:
        return getattr(self, "_eigen_taal", super()._taal)

    def _in_taal(self, taal: str) -> Self:
        """Return the record with texts in this language: a copy, if they are in another one already."""
        eigen = getattr(self, "_eigen_taal", None)
        if eigen == taal:
            return self
        zelf = self if eigen is None else self.__class__(*(getattr(self, n) for n in namen_van(self.__class__)[0]))
        object.__setattr__(zelf, "_eigen_taal", taal)
        return zelf

    def __reduce__(self) -> tuple[object, ...]:
        return (_in_taal, (*super().__reduce__(), self._taal))


def _in_taal(klasse: type[InTaal], gegeven: tuple[Any, ...], taal: str) -> InTaal:
    return klasse(*gegeven)._in_taal(taal)


R_co = TypeVar("R_co", bound=Regel, covariant=True)


class Reeks(tuple[R_co, ...]):
    """A tuple of records or results that draws itself, whole or sliced; in everything else it is a tuple.

    `str()` gives one sentence per item, each on a line; `repr()` is one short line.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, plek: SupportsIndex, /) -> R_co: ...
        @overload
        def __getitem__(self, plek: slice, /) -> Reeks[R_co]: ...

    def __getitem__(self, plek: Any, /) -> Any:
        """Return an item, or of a slice a `Reeks` again."""
        gevonden = cast("Any", super().__getitem__(plek))
        return Reeks(gevonden) if isinstance(plek, slice) else gevonden

    def __repr__(self) -> str:
        soorten = sorted({item.__class__.__name__ for item in self})
        return f"<{len(self)} × {' of '.join(soorten)}>" if self else "<leeg>"

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _tabel(self) -> Tabel:
        """Return one table with a line per item, in order."""
        from .tabel import Tabel

        if not self:
            return Tabel("", (), (("leeg",),))
        voet = next((voet for item in self if (voet := item._voet())), "")
        return Tabel("", self[0].KOP, tuple(item._regel() for item in self), voet, self[0]._taal)

    def _repr_html_(self) -> str:
        return self._tabel().html()

    _repr_pretty_ = druk

    def als_dict(self) -> Mapping[str, Any]:
        """Return the items as `regels`, ready for `json.dumps`."""
        return {"regels": self.als_dicts()}

    def als_dicts(self) -> list[Any]:
        """Return the items as plain dicts, in order, ready for `json.dumps`."""
        return [item.als_dict() for item in self]

    def records(self) -> list[Any]:
        """Return one flat dict per item or more, in order: `pandas.DataFrame` takes them as they are."""
        return [regel for item in self for regel in item.records()]


class Uitkomst(Reeks[R_co]):
    """A `Reeks` that says what it was worked out from: what is given by name beside its items.

    It is equal to another of its class with equal items that was worked out from the same; to any other tuple with equal items
    as well, as tuples are.
    """

    HERKOMST: tuple[str, ...] = ("kenmerk",)
    """What says what it was worked out from, by name."""

    def __new__(cls, items: Iterable[R_co] = (), /, **herkomst: object) -> Self:
        """Return the items with their origin, which cannot be changed afterwards.

        What is given with an underscore before its name is a function: it is called when that part of the origin is asked for.
        """
        zelf = super().__new__(cls, items)
        zelf.__dict__.update(herkomst)
        return zelf

    def __getattr__(self, naam: str) -> Any:
        later = self.__dict__.get(f"_{naam}")
        if later is None:
            raise AttributeError(f"een {self.__class__.__name__} heeft geen {naam!r}")
        return self.__dict__.setdefault(naam, later())

    def _herkomst(self) -> dict[str, Any]:
        return {naam: getattr(self, naam) for naam in self.HERKOMST}

    def __setattr__(self, naam: str, waarde: object) -> None:
        raise AttributeError(f"{naam!r} van een {self.__class__.__name__} ligt vast")

    def __delattr__(self, naam: str) -> None:
        self.__setattr__(naam, None)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, plek: SupportsIndex, /) -> R_co: ...
        @overload
        def __getitem__(self, plek: slice, /) -> Self: ...

    def __getitem__(self, plek: Any, /) -> Any:
        """Return an item, or of a slice the same with the same origin."""
        gevonden = cast("Any", super().__getitem__(plek))
        return self.__class__(gevonden, **self._herkomst()) if isinstance(plek, slice) else gevonden

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Uitkomst) and self is not other:
            anders: Any = other  # pyright: ignore[reportUnknownVariableType]  # the same
            if anders.__class__ is not self.__class__ or anders._herkomst() != self._herkomst():
                return False
        return super().__eq__(other)  # pyright: ignore[reportUnknownArgumentType]  # narrowed to a Uitkomst of it knows not what

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    def __reduce__(self) -> tuple[object, ...]:
        return (_uitkomst, (self.__class__, tuple(self), self._herkomst()))

    def als_dict(self) -> Mapping[str, Any]:
        """Return the origin by name, and the items as `regels`, ready for `json.dumps`."""
        return {**{naam: plat(waarde) for naam, waarde in self._herkomst().items()}, "regels": self.als_dicts()}


def _uitkomst(klasse: type[Uitkomst[Any]], items: tuple[Any, ...], herkomst: dict[str, object]) -> Uitkomst[Any]:
    return klasse(items, **herkomst)
