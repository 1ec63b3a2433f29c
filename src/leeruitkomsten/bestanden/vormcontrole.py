"""A data file held against its shape by cattrs: every fault, in Dutch, with its path."""

from __future__ import annotations

import datetime
import functools
import heapq
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin, get_type_hints

import attrs
import cattrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from ..bouwen import FORMAAT
from ..fouten import Fout, citaat
from .vorm import HOOGSTE_NIVEAU, SCHEMA, Datum, Formaat, Nummer, Sha256, Tekst, Veld, Versie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MEESTE_PER_LIJST = 1000
"""Of a list in which more elements than this are wrong, the rest is not looked at: the file is of another kind."""


def vormfouten(gegevens: object, bestand: type) -> list[Fout]:
    """Return every fault in the shape of plain data as this kind of file, with its path; an empty list when there is none."""
    try:
        _lezer().structure(gegevens, bestand)
    except (cattrs.BaseValidationError, _Verwacht) as fout:
        return list(_fouten(fout, ""))
    return []


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
        Versie: patroon(SCHEMA[Versie], "een versie, zoals '1.0'"),
        Sha256: patroon(SCHEMA[Sha256], "een SHA-256 (64 hexadecimale cijfers), of niets tussen de aanhalingstekens"),
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
    velden = get_type_hints(klasse)
    namen = velden.keys() if set(velden.values()) == {Tekst} else None

    def lees(waarde: object, soort: Any) -> object:
        # By far the most objects hold sound texts and nothing else: those need no more than this.
        if type(waarde) is dict and waarde.keys() == namen and _alles_tekst(cast("dict[str, object]", waarde)):
            return cast("object", waarde)
        if isinstance(waarde, MetDubbeleSleutels):
            fouten: list[Exception] = [_Verwacht(f"sleutel {_opsomming(waarde.dubbel)} staat er meer dan eens")]
            try:
                lees_velden(dict(waarde), soort)
            except cattrs.BaseValidationError as fout:
                fouten.append(fout)
            raise ClassValidationError("", fouten, klasse)  # pyright: ignore[reportCallIssue]  # cattrs adds one
        if isinstance(waarde, dict):
            return lees_velden(cast("dict[str, object]", waarde), soort)
        raise _Verwacht(f"hier hoort een object, er staat {staat(waarde)}")

    return lees


def _alles_tekst(waarde: dict[str, object]) -> bool:
    """Say whether all values are texts in which `tekstfout` finds nothing, at a glance: `False` means look again."""
    for tekst in waarde.values():
        if type(tekst) is not str or not tekst.isprintable() or tekst != tekst.strip() or "  " in tekst or not tekst:
            return False
        if not tekst.isascii() and not unicodedata.is_normalized("NFC", tekst):
            return False
    return True


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
        for naam in heapq.nsmallest(_MEESTE_PER_LIJST, fout.extra_fields):
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


def _opsomming(namen: tuple[str, ...]) -> str:
    meer = f" en nog {len(namen) - 3} andere" if len(namen) > 3 else ""  # noqa: PLR2004  # the first three are enough
    return " en ".join(map(citaat, namen[:3])) + meer
