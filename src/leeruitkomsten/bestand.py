"""The data file: what must stand in it, checked by cattrs before any record is made of it.

The classes here are the file's shape, key by key; the records of `model` are what `bouwen` makes of it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs
import cattrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from .bouwen import bouw
from .fouten import Fout, OngeldigRaamwerk, citaat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .raamwerk import Raamwerk

FORMAAT = 1
"""The version of the file's shape."""


@attrs.frozen
class _Noot:
    bij: str
    tekst: str


@attrs.frozen
class _Bron:
    titel: str
    sha256: str
    verwijzingen: tuple[str, ...]
    verantwoording: tuple[_Noot, ...]
    op_inhoud_geplaatst: tuple[_Noot, ...]


@attrs.frozen
class _Niveau:
    nummer: int
    fase: str
    begeleiding: str | None


@attrs.frozen
class _Succescriterium:
    code: str
    tekst: str


@attrs.frozen
class _Leeruitkomst:
    code: str
    tekst: str
    succescriteria: tuple[_Succescriterium, ...]


@attrs.frozen
class _Leerlijn:
    code: str
    naam: str
    leeruitkomsten: tuple[_Leeruitkomst, ...]


@attrs.frozen
class _Erratum:
    code: str
    veld: str
    staat: str
    bedoeld: str
    reden: str


@attrs.frozen
class _Raamwerk:
    formaat: int
    naam: str
    versie: str
    datum: str
    bron: _Bron
    inleiding: tuple[_Noot, ...]
    niveaus: tuple[_Niveau, ...]
    leerlijnen: tuple[_Leerlijn, ...]
    errata: tuple[_Erratum, ...]


def uit_gegevens(gegevens: object) -> Raamwerk:
    """Return the framework that plain data describe, once their shape has been checked.

    Raises:
        OngeldigRaamwerk: a key is missing or unknown, or a value is of the wrong kind; every fault is named.
    """
    try:
        _lezer().structure(gegevens, _Raamwerk)
    except (cattrs.BaseValidationError, _Verwacht) as fout:
        raise OngeldigRaamwerk(tuple(_fouten(fout, ""))) from None
    return bouw(gegevens)  # type: ignore[arg-type]  # its shape was checked


class _Verwacht(Exception):
    """A value is of another kind than the file's shape asks."""

    def __init__(self, soort: str, waarde: object) -> None:
        super().__init__(f"hier hoort {soort}, er staat {citaat(waarde)}")


def _lezer() -> cattrs.Converter:
    """Return a converter that takes every value as it is, and says so when it is of another kind."""
    lezer = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    lezer.register_structure_hook(str, lambda waarde, _: _als(str, "tekst", waarde))
    lezer.register_structure_hook(int, lambda waarde, _: _als(int, "een geheel getal", waarde))
    lezer.register_structure_hook_factory(attrs.has, functools.partial(_object, lezer))
    lezer.register_structure_hook_factory(_is_lijst, functools.partial(_lijst, lezer))
    return lezer


def _is_lijst(soort: Any) -> bool:
    return get_origin(soort) is tuple


def _als(klasse: type, soort: str, waarde: Any) -> Any:
    if type(waarde) is not klasse:
        raise _Verwacht(soort, waarde)
    return waarde


def _object(lezer: cattrs.Converter, klasse: Any) -> Callable[[Any, Any], object]:
    lees_velden: Callable[[Any, Any], object] = make_dict_structure_fn(klasse, lezer, _cattrs_forbid_extra_keys=True)

    def lees(waarde: Any, soort: Any) -> object:
        return lees_velden(_als(dict, "een object", waarde), soort)

    return lees


def _lijst(lezer: cattrs.Converter, lijst: Any) -> Callable[[Any, Any], object]:
    element = get_args(lijst)[0]
    lees_element = lezer.get_structure_hook(element)

    def lees(waarde: Any, _: Any) -> object:
        gelezen: list[object] = []
        fouten: list[Exception] = []
        for plaats, deel in enumerate(_als(list, "een lijst", waarde)):
            try:
                gelezen.append(lees_element(deel, element))
            except (cattrs.BaseValidationError, _Verwacht) as fout:
                fout.add_note(cattrs.IterableValidationNote("", plaats, element))
                fouten.append(fout)
        if fouten:
            raise IterableValidationError("", fouten, lijst)  # pyright: ignore[reportCallIssue]  # cattrs adds one
        return tuple(gelezen)

    return lees


def _fouten(fout: BaseException, pad: str) -> Iterator[Fout]:
    """Walk the tree of errors that cattrs gives, and say each leaf in Dutch with its path."""
    if isinstance(fout, IterableValidationError):
        for deel, noot in fout.group_exceptions()[0]:
            yield from _fouten(deel, f"{pad}[{noot.index}]")
    elif isinstance(fout, ClassValidationError):
        met_veld, zonder_veld = fout.group_exceptions()
        for deel, veld in met_veld:
            yield from _fouten(deel, f"{pad}.{veld.name}".lstrip("."))
        for deel in zonder_veld:
            yield from _fouten(deel, pad)
    elif isinstance(fout, ForbiddenExtraKeysError):
        for naam in sorted(fout.extra_fields):
            yield Fout(f"{pad}.{naam}".lstrip("."), "deze sleutel is onbekend")
    elif isinstance(fout, KeyError):
        yield Fout(pad, "deze sleutel ontbreekt")
    else:
        yield Fout(pad or "het bestand", str(fout))
