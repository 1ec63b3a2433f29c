"""The shape of a data file, key by key, checked by cattrs; and the JSON Schema that says the same.

The classes here are the file's; the records of `model` are what `bouwen` makes of it. How the parts must hang together
(codes and their places, errata and their texts) stands in `samenhang`.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NewType, cast, get_args, get_origin, get_type_hints

import attrs
import cattrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from .bouwen import FORMAAT
from .fouten import Fout, citaat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

HOOGSTE_NIVEAU = 9
_MEESTE_PER_LIJST = 1000
"""Of a list in which more elements than this are wrong, the rest is not looked at: the file is of another kind."""

Formaat = NewType("Formaat", int)
Nummer = NewType("Nummer", int)
Tekst = NewType("Tekst", str)
Versie = NewType("Versie", str)
Datum = NewType("Datum", str)
Sha256 = NewType("Sha256", str)
Veld = NewType("Veld", str)

_SCHEMA: dict[Any, dict[str, object]] = {
    Formaat: {"const": FORMAAT},
    Nummer: {"type": "integer", "minimum": 1, "maximum": HOOGSTE_NIVEAU},
    Tekst: {"type": "string", "minLength": 1},
    Versie: {"type": "string", "pattern": r"^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$"},
    Datum: {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Sha256: {"type": "string", "pattern": r"^([0-9a-f]{64})?$"},
    Veld: {"enum": ["naam", "tekst"]},
}


@attrs.frozen
class _Noot:
    bij: Tekst
    tekst: Tekst


@attrs.frozen
class _Bron:
    titel: Tekst
    sha256: Sha256
    verwijzingen: tuple[Tekst, ...]
    verantwoording: tuple[_Noot, ...]
    op_inhoud_geplaatst: tuple[_Noot, ...]


@attrs.frozen
class _Niveau:
    nummer: Nummer
    fase: Tekst
    begeleiding: Tekst | None


@attrs.frozen
class _Succescriterium:
    code: Tekst
    tekst: Tekst


@attrs.frozen
class _Leeruitkomst:
    code: Tekst
    tekst: Tekst
    succescriteria: tuple[_Succescriterium, ...]


@attrs.frozen
class _Leerlijn:
    code: Tekst
    naam: Tekst
    leeruitkomsten: tuple[_Leeruitkomst, ...]


@attrs.frozen
class _Erratum:
    code: Tekst
    veld: Veld
    staat: Tekst
    bedoeld: Tekst
    reden: Tekst


@attrs.frozen
class _Vervallen:
    code: Tekst
    opvolgers: tuple[Tekst, ...]
    sinds: Versie
    reden: Tekst


@attrs.frozen
class _Raamwerk:
    formaat: Formaat
    naam: Tekst
    versie: Versie
    datum: Datum
    bron: _Bron
    inleiding: tuple[_Noot, ...]
    niveaus: tuple[_Niveau, ...]
    leerlijnen: tuple[_Leerlijn, ...]
    errata: tuple[_Erratum, ...]
    vervallen: tuple[_Vervallen, ...]


SLEUTELS = tuple(veld.name for veld in attrs.fields(_Raamwerk))
"""The keys of the file, in its order."""


def vormfouten(gegevens: object) -> list[Fout]:
    """Return every fault in the shape of plain data, with its path; an empty list when there is none."""
    try:
        _lezer().structure(gegevens, _Raamwerk)
    except (cattrs.BaseValidationError, _Verwacht) as fout:
        return list(_fouten(fout, ""))
    return []


def schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a data file, made from the classes above."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Raamwerk",
        "description": "Een raamwerk van leeruitkomsten, zoals leeruitkomsten.lees het leest.",
        **_schema(_Raamwerk),
    }


def _schema(soort: Any) -> dict[str, object]:
    if soort in _SCHEMA:
        return _SCHEMA[soort]
    if get_origin(soort) is tuple:
        return {"type": "array", "items": _schema(get_args(soort)[0])}
    if not attrs.has(soort):
        return {"anyOf": [_schema(get_args(soort)[0]), {"type": "null"}]}
    velden = get_type_hints(soort)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(velden),
        "properties": {naam: _schema(veld) for naam, veld in velden.items()},
    }


class MetDubbeleSleutels(dict[str, object]):
    """An object of a JSON file in which a key stands more than once: `dubbel` says which."""

    dubbel: tuple[str, ...] = ()


class _Verwacht(Exception):
    """A value is not what the file's shape asks; the text says what is wrong, in Dutch."""


def staat(waarde: object) -> str:
    """Return a value as a message quotes it: as JSON says it."""
    return json.dumps(waarde) if waarde is None or isinstance(waarde, bool) else citaat(waarde)


def tekstfout(tekst: str) -> str:
    """Return what is wrong with a text of a framework; an empty string when nothing is.

    A text is one line in Unicode NFC, with single spaces within and none around it; no control or direction characters.
    """
    if not tekst:
        return "deze tekst is leeg"
    if not tekst.isprintable():
        for teken in tekst:
            if teken not in _MAG and unicodedata.category(teken) in _MAG_NIET:
                return f"het teken U+{ord(teken):04X} mag niet in een tekst staan"
    if tekst[0] == " " or tekst[-1] == " " or "  " in tekst:
        return f"er staat een spatie te veel in {citaat(tekst)}"
    return "" if unicodedata.is_normalized("NFC", tekst) else f"de tekst staat niet in Unicode NFC: {citaat(tekst)}"


_MAG = " \u200c\u200d"
_MAG_NIET = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}


def _tekst(waarde: Any, _: Any) -> str:
    if type(waarde) is not str:
        raise _Verwacht(f"hier hoort tekst, er staat {staat(waarde)}")
    if fout := tekstfout(waarde):
        raise _Verwacht(fout)
    return waarde


def _patroon(schema: Mapping[str, object], wat: str, waarde: Any, _: Any) -> str:
    if type(waarde) is not str or not re.fullmatch(str(schema["pattern"])[1:-1], waarde):
        raise _Verwacht(f"hier hoort {wat}, er staat {staat(waarde)}")
    return waarde


def _datum(waarde: Any, _: Any) -> str:
    try:
        goed = type(waarde) is str and datetime.date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        goed = False
    if not goed:
        raise _Verwacht(f"hier hoort een datum (jjjj-mm-dd), er staat {staat(waarde)}")
    return str(waarde)


def _een_van(mogelijk: tuple[object, ...], wat: str, waarde: Any, _: Any) -> Any:
    if type(waarde) not in (int, str) or waarde not in mogelijk:
        raise _Verwacht(f"hier hoort {wat}, er staat {staat(waarde)}")
    return waarde


@functools.cache
def _lezer() -> cattrs.Converter:
    """Return a converter that takes every value as it is, and says so when it is of another kind."""
    lezer = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    een_van, patroon = functools.partial(functools.partial, _een_van), functools.partial(functools.partial, _patroon)
    hooks: dict[Any, Callable[[Any, Any], Any]] = {
        Tekst: _tekst,
        Datum: _datum,
        Formaat: een_van((FORMAAT,), f"het getal {FORMAAT}"),
        Nummer: een_van(tuple(range(1, HOOGSTE_NIVEAU + 1)), f"een niveau (1 tot en met {HOOGSTE_NIVEAU})"),
        Veld: een_van(("naam", "tekst"), "'naam' of 'tekst'"),
        Versie: patroon(_SCHEMA[Versie], "een versie, zoals '1.0'"),
        Sha256: patroon(_SCHEMA[Sha256], "een SHA-256 (64 hexadecimale cijfers), of niets tussen de aanhalingstekens"),
    }
    for soort, hook in hooks.items():
        lezer.register_structure_hook(soort, hook)
    lezer.register_structure_hook_factory(attrs.has, functools.partial(_object, lezer))
    lezer.register_structure_hook_factory(_is_lijst, functools.partial(_lijst, lezer))
    return lezer


def _is_lijst(soort: Any) -> bool:
    return get_origin(soort) is tuple


def _object(lezer: cattrs.Converter, klasse: Any) -> Callable[[Any, Any], object]:
    lees_velden: Callable[[Any, Any], object] = make_dict_structure_fn(klasse, lezer, _cattrs_forbid_extra_keys=True)

    def lees(waarde: Any, soort: Any) -> object:
        if type(waarde) is MetDubbeleSleutels:
            fouten: list[Exception] = [
                _Verwacht(f"sleutel {' en '.join(map(citaat, waarde.dubbel))} staat er meer dan eens")
            ]
            try:
                lees_velden(dict(waarde), soort)
            except cattrs.BaseValidationError as fout:
                fouten.append(fout)
            raise ClassValidationError("", fouten, klasse)  # pyright: ignore[reportCallIssue]  # cattrs adds one
        if type(waarde) is not dict:
            raise _Verwacht(f"hier hoort een object, er staat {staat(waarde)}")
        return lees_velden(cast("dict[str, object]", waarde), soort)

    return lees


def _lijst(lezer: cattrs.Converter, lijst: Any) -> Callable[[Any, Any], object]:
    element = get_args(lijst)[0]
    lees_element = lezer.get_structure_hook(element)

    def lees(waarde: Any, _: Any) -> object:
        gelezen: list[object] = []
        fouten: list[Exception] = []
        if type(waarde) is not list:
            raise _Verwacht(f"hier hoort een lijst, er staat {staat(waarde)}")
        for plaats, deel in enumerate(cast("list[object]", waarde)):
            try:
                gelezen.append(lees_element(deel, element))
            except (cattrs.BaseValidationError, _Verwacht) as fout:
                fout.add_note(cattrs.IterableValidationNote("", plaats, element))
                fouten.append(fout)
                if len(fouten) > _MEESTE_PER_LIJST:
                    break
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
            yield from _fouten(deel, _stap(pad, veld.name))
        for deel in zonder_veld:
            yield from _fouten(deel, pad)
    elif isinstance(fout, ForbiddenExtraKeysError):
        for naam in sorted(fout.extra_fields):
            yield Fout(_stap(pad, naam), "deze sleutel is onbekend")
    elif isinstance(fout, KeyError):
        yield Fout(pad, "deze sleutel ontbreekt")
    else:
        yield Fout(pad or "het bestand", str(fout))


def _stap(pad: str, naam: str) -> str:
    """Return the path of a key; one that is no plain word is quoted, so that it can be seen."""
    if not naam.isidentifier() or citaat(naam) != f"'{naam}'":
        return f"{pad}[{citaat(naam)}]"
    return f"{pad}.{naam}" if pad else naam
