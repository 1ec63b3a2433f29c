"""A file held against the records that it becomes: structured by cattrs once, with every fault in Dutch and its path.

What a record looks like in a file stands in its class alone: which fields are given, of which kind each is, and which may be
left out. From the same classes comes the JSON Schema.
"""

from __future__ import annotations

import functools
import heapq
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, cast, get_args

import attrs
import cattrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from ..fouten import Bevinding, Bevindingsoort
from ..record import Bouwsteen
from ..velden import Soort, element_van, hints_van, soort_van_veld, staat
from ..zinnen import citaat, eerste_van
from .jsonbestand import MetDubbeleSleutels

_MEESTE_PER_LIJST = 1000
"""Of a list in which, with all that is in it, more faults than this were found, the rest is not looked at."""

Hook: TypeAlias = Callable[[Any, Any], Any]


def structureer(gegevens: object, klasse: type[Bouwsteen]) -> tuple[tuple[Any, ...], list[Bevinding]]:
    """Return the values of the fields of a record that plain data describe, and every fault in their shape.

    Where there are faults there are no values. How the parts hang together is not looked at, so the record itself is not made yet.
    The key `formaat` may stand beside the fields.
    """
    try:
        return _object(_lezer(), klasse, lambda *waarden: waarden, ("formaat",))(gegevens, klasse), []
    except (cattrs.BaseValidationError, _Verwacht) as fout:
        return (), list(_fouten(fout, ""))


class _Verwacht(Exception):
    """A value is not what the file's shape asks; `soort` and `reden` say what is wrong, as those of a `Bevinding`."""

    def __init__(self, soort: Bevindingsoort, reden: str) -> None:
        super().__init__(reden)
        self.soort: Bevindingsoort = soort
        self.reden = reden


@functools.cache
def _lezer() -> cattrs.Converter:
    """Return a converter that takes every value as it is, and says so when it is of another kind."""
    lezer = cattrs.Converter(detailed_validation=True)
    lezer.register_structure_hook(bool, _van_soort(bool))
    lezer.register_structure_hook_factory(_heeft_soort, _van_soort)
    lezer.register_structure_hook_factory(attrs.has, functools.partial(_record, lezer))
    lezer.register_structure_hook_factory(_is_lijst, functools.partial(_lijst, lezer))
    return lezer


def _van_soort(hint: Any) -> Hook:
    return _waarde(cast("Soort", soort_van_veld(hint)))


def _record(lezer: cattrs.Converter, klasse: Any) -> Hook:
    return _object(lezer, klasse, klasse._vertrouwd)


def _heeft_soort(hint: Any) -> bool:
    return soort_van_veld(hint) is not None


def _is_lijst(hint: Any) -> bool:
    return element_van(hint) is not None


def _waarde(soort: Soort) -> Hook:
    gebrek = soort.gebrek

    def lees(waarde: Any, _: Any) -> Any:
        if gevonden := gebrek(waarde):
            raise _Verwacht(*gevonden)
        return waarde

    return lees


def _object(lezer: cattrs.Converter, klasse: Any, maak: Callable[..., Any], ook: tuple[str, ...] = ()) -> Hook:
    """Return what makes a record of an object of a file; the keys in `ook` may stand there besides."""
    hints = hints_van(klasse)
    standaard = {veld.name: veld.default for veld in attrs.fields(klasse)}
    velden = [(naam, hint, lezer.get_structure_hook(hint), standaard[naam]) for naam, hint in hints.items()]
    mag = {*hints, *ook}

    def lees(waarde: Any, _: Any) -> Any:
        if not isinstance(waarde, dict):
            raise _Verwacht("verkeerd_type", f"hier hoort een object, er staat {staat(waarde)}")
        gegeven = cast("dict[str, object]", waarde)
        fouten: list[Exception] = []
        if isinstance(waarde, MetDubbeleSleutels):
            reden = f"sleutel {_opsomming(waarde.dubbel)} staat er meer dan eens"
            fouten.append(_Verwacht("dubbele_sleutel", reden))
        waarden: list[object] = []
        for naam, hint, hook, anders in velden:
            try:
                deel = gegeven[naam] if anders is attrs.NOTHING else gegeven.get(naam, anders)
                waarden.append(deel if deel is anders else hook(deel, hint))
            except (KeyError, cattrs.BaseValidationError, _Verwacht) as fout:
                fout.add_note(cattrs.AttributeValidationNote("", naam, hint))
                fouten.append(fout)
        if not gegeven.keys() <= mag:
            fouten.append(ForbiddenExtraKeysError(None, klasse, set(gegeven.keys() - mag)))
        if fouten:
            raise ClassValidationError("", fouten, klasse)  # pyright: ignore[reportCallIssue]  # cattrs adds one
        return maak(*waarden)

    return lees


def _in_een_keer(klasse: Any) -> Callable[[list[Any]], list[Any] | None]:
    """Return what makes records of all objects of a list: of a list in which each has what it must have, sound, and nothing else.

    Most lists of a file are such: a criterium has its code and its text. `None` means look again, one by one.
    """
    velden: tuple[Any, ...] = attrs.fields(klasse) if attrs.has(klasse) else ()
    hints = hints_van(klasse) if velden else {}
    moet = {
        veld.name: soort_van_veld(hints[veld.name]) for veld in velden if veld.init and veld.default is attrs.NOTHING
    }
    soorten = [soort for soort in moet.values() if soort is not None]
    standaard = {veld.name: veld.default for veld in velden if veld.init}
    maak_alle: Callable[..., list[Any]] = getattr(klasse, "_alle_vertrouwd", list)

    def lees(objecten: list[Any]) -> list[Any] | None:
        if {*map(type, objecten)} != {dict} or {*map(len, objecten)} != {len(moet)}:
            return None
        try:
            kolommen = {naam: [deel[naam] for deel in objecten] for naam in moet}
        except KeyError:
            return None
        if not all(soort.alle_gaaf(kolom) for soort, kolom in zip(soorten, kolommen.values(), strict=True)):
            return None
        alle = [kolommen.get(naam, [anders] * len(objecten)) for naam, anders in standaard.items()]
        return maak_alle(*alle)

    return lees if len(soorten) == len(moet) > 0 else lambda _: None


def _lijst(lezer: cattrs.Converter, lijst: Any) -> Hook:
    element = element_van(lijst)
    lees_element, lees_alle = lezer.get_structure_hook(element), _in_een_keer(element)
    soort: Any = lijst.__origin__

    def lees(waarde: Any, _: Any) -> object:
        gelezen: list[object] = []
        fouten: list[Exception] = []
        aantal = 0
        if type(waarde) is not list:
            raise _Verwacht("verkeerd_type", f"hier hoort een lijst, er staat {staat(waarde)}")
        if (records := lees_alle(cast("list[Any]", waarde))) is not None:  # type: ignore[redundant-cast]  # pyright needs it
            return soort(records)
        for plaats, deel in enumerate(cast("list[object]", waarde)):
            try:
                gelezen.append(lees_element(deel, element))
            except (cattrs.BaseValidationError, _Verwacht) as fout:
                fout.add_note(cattrs.IterableValidationNote("", plaats, element))
                fouten.append(fout)
                aantal += _aantal(fout)
                if aantal > _MEESTE_PER_LIJST:
                    break
        if fouten:
            raise IterableValidationError("", fouten, lijst)  # pyright: ignore[reportCallIssue]  # cattrs adds one
        return soort(gelezen)

    return lees


def _aantal(fout: BaseException) -> int:
    """Return how many faults there are in the tree of errors that cattrs gives."""
    if isinstance(fout, BaseExceptionGroup):
        return sum(map(_aantal, cast("BaseExceptionGroup[BaseException]", fout).exceptions))
    return 1


def _fouten(fout: BaseException, pad: str) -> Iterator[Bevinding]:
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
        for naam in heapq.nsmallest(_MEESTE_PER_LIJST, fout.extra_fields, key=_stap_van_sleutel):
            yield Bevinding(_stap(pad, naam), "onbekende_sleutel", "deze sleutel is onbekend")
    elif isinstance(fout, KeyError):
        yield Bevinding(pad, "ontbreekt", "deze sleutel ontbreekt")
    else:
        verwacht = cast("_Verwacht", fout)
        yield Bevinding(pad or "het bestand", verwacht.soort, verwacht.reden)


def _stap(pad: str, naam: object) -> str:
    """Return the path of a key; one that is no plain word, or no text at all, is quoted, so that it can be seen."""
    if not isinstance(naam, str) or not naam.isidentifier() or citaat(naam) != f"'{naam}'":
        return f"{pad}[{citaat(naam)}]"
    return f"{pad}.{naam}" if pad else naam


_stap_van_sleutel = functools.partial(_stap, "")


def _opsomming(namen: tuple[str, ...]) -> str:
    return eerste_van([*map(citaat, namen)], 3, tussen=" en ", rest=" en nog {} andere")


def schema(klasse: type[Bouwsteen], formaat: int, titel: str, uitleg: str) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a kind of file, made from the class of the record that it becomes."""
    vorm = _schema_van(klasse)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titel,
        "description": uitleg,
        **vorm,
        "required": ["formaat", *vorm["required"]],
        "properties": {"formaat": {"const": formaat}, **vorm["properties"]},
    }


def _schema_van(hint: Any) -> dict[str, Any]:
    soort = soort_van_veld(hint)
    if soort is not None:
        return soort.schema
    binnen = element_van(hint)
    if binnen is not None:
        return {"type": "array", "items": _schema_van(binnen)}
    if not attrs.has(hint):
        return {"anyOf": [_schema_van(get_args(hint)[0]), {"type": "null"}]}
    velden = hints_van(hint)
    verplicht = {veld.name for veld in attrs.fields(hint) if veld.default is attrs.NOTHING}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [naam for naam in velden if naam in verplicht],
        "properties": {naam: _schema_van(veld) for naam, veld in velden.items()},
    }
