"""What a field of a framework may hold: one rule per kind, for records that are made and for files that are read.

Which field is of which kind stands in the records themselves: `Annotated[str, "tekst"]` is a text by the rule of `tekst`.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Annotated, Any, NamedTuple, TypeAlias, cast, get_args, get_origin, get_type_hints

from . import codes
from .codes import HOOGSTE_NIVEAU
from .fouten import Bevinding, Bevindingsoort
from .plat import Codesoort, Erratumveld, Notitiesoort
from .zinnen import citaat

VERSIE = r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}"
DATUM = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SHA256 = r"([0-9a-f]{64})?"
VINGERAFDRUK = "[0-9a-f]{64}"
SLEUTEL = r"[a-z0-9-]{2,40}"
LANGSTE_TEKST = 10_000
"""How many characters one text of a framework may have, at most: some three pages."""
MEESTE_UITKOMSTEN = 100_000
"""So many leeruitkomsten may leerlijnen × niveaus of another format make, empty ones too: a small file must not become huge."""
TAAL = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"


Gebrek: TypeAlias = tuple[Bevindingsoort, str]
"""What is wrong with a value: the soort and the sentence of a `Bevinding`."""


class Soort(NamedTuple):
    """A kind of field: what is wrong with a value (`None` when nothing is), and how a JSON Schema says it.

    Of many values at once `alle_gaaf` says whether nothing is wrong with any of them; `False` means look again, one by one.
    """

    gebrek: Callable[[Any], Gebrek | None]
    schema: dict[str, object]
    alle_gaaf: Callable[[list[Any]], bool] = lambda _: False


def staat(waarde: object) -> str:
    """Return a value as a message quotes it: as JSON says it."""
    return json.dumps(waarde) if waarde is None or isinstance(waarde, bool) else citaat(waarde)


def tekstfout(tekst: str) -> Gebrek | None:
    """Return what is wrong with a text of a framework; `None` when nothing is.

    A text is one line in Unicode NFC of at most 10,000 characters, with single spaces within and none around it; no control or
    direction characters.
    """
    if not tekst:
        return "leeg", "deze tekst is leeg"
    if len(tekst) > LANGSTE_TEKST:
        return "te_groot", f"deze tekst heeft {len(tekst)} tekens, dat mogen er ten hoogste {LANGSTE_TEKST} zijn"
    if gebrek := _tekenfout(tekst, _MAG):
        return gebrek
    if tekst[0] == " " or tekst[-1] == " " or "  " in tekst:
        return "verkeerde_vorm", f"er staat een spatie te veel in {citaat(tekst)}"
    return None


def _tekenfout(tekst: str, mag: str) -> Gebrek | None:
    """Return which character may not stand in a text, or that it is no Unicode NFC."""
    if not tekst.isprintable():
        for teken in tekst:
            if teken not in mag and unicodedata.category(teken) in _MAG_NIET:
                return "verkeerde_vorm", f"het teken U+{ord(teken):04X} mag niet in een tekst staan"
    if tekst.isascii() or unicodedata.is_normalized("NFC", tekst):
        return None
    return "verkeerde_vorm", f"de tekst staat niet in Unicode NFC: {citaat(tekst)}"


def _regels(waarde: Any) -> Gebrek | None:
    """Return what is wrong with a text that people typed: it may have lines and spaces as they like, but for those around it."""
    if type(waarde) is not str:
        return _hoort("tekst", waarde)
    if not waarde or len(waarde) > LANGSTE_TEKST:
        return tekstfout(waarde)
    if waarde[0] in _WIT or waarde[-1] in _WIT:
        return "verkeerde_vorm", f"er staat wit om {citaat(waarde)}"
    return _tekenfout(waarde, _MAG + "\n")


def _teksten_gaaf(teksten: list[Any]) -> bool:
    samen = _samen(teksten)
    if not samen or not all(teksten) or max(map(len, teksten)) > LANGSTE_TEKST or not _afdrukbaar(samen):
        return False
    if "  " in samen or " " in {tekst[0] for tekst in teksten} | {tekst[-1] for tekst in teksten}:
        return False
    return samen.isascii() or unicodedata.is_normalized("NFC", samen)


def _afdrukbaar(samen: str) -> bool:
    """Say what `isprintable` says; of ASCII, which most texts are, three times as fast."""
    if not samen.isascii():
        return samen.isprintable()
    return len(samen.encode().translate(None, _STUURTEKENS)) == len(samen)


def _samen(waarden: list[Any]) -> str:
    """Return texts as one; nothing where one of them is no text, or has in it what stands between."""
    samen = _TUSSEN.join(waarden) if {*map(type, waarden)} == {str} else ""
    return samen if samen.count(_TUSSEN) == len(waarden) - 1 else ""


_TUSSEN = "|"  # no letter or mark goes together with it
_STUURTEKENS = bytes([*range(32), 127])
_MAG = " \u200c\u200d"
_WIT = " \n"
_MAG_NIET = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}


def _hoort(wat: str, waarde: Any, anders: Bevindingsoort = "verkeerde_vorm", soort: type = str) -> Gebrek:
    """Return that something else belongs here: of another type, or of the right type and wrong in another way."""
    # A text of NumPy or of an enumeration looks right: then its type is what is wrong.
    van = f" van het type {type(waarde).__name__}" if isinstance(waarde, str) and type(waarde) is not str else ""
    return anders if type(waarde) is soort else "verkeerd_type", f"hier hoort {wat}, er staat {staat(waarde)}{van}"


def _tekst(waarde: Any) -> Gebrek | None:
    return tekstfout(waarde) if type(waarde) is str else _hoort("tekst", waarde)


def _tekst_of_leeg(waarde: Any) -> Gebrek | None:
    return None if type(waarde) is str and not waarde else _tekst(waarde)


def _patroon(patroon: str, wat: str) -> Soort:
    vorm = re.compile(patroon)

    def gebrek(waarde: Any) -> Gebrek | None:
        goed = type(waarde) is str and vorm.fullmatch(waarde)
        return None if goed else _hoort(wat, waarde)

    return Soort(gebrek, {"type": "string", "pattern": f"^{patroon}$"})


def _datum(waarde: Any) -> Gebrek | None:
    try:
        goed = type(waarde) is str and datetime.date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        goed = False
    return None if goed else _hoort("een datum (jjjj-mm-dd)", waarde)


def _niveau(waarde: Any) -> Gebrek | None:
    goed = type(waarde) is int and 1 <= waarde <= HOOGSTE_NIVEAU
    return None if goed else _hoort(f"een niveau (1 tot en met {HOOGSTE_NIVEAU})", waarde, "verkeerde_waarde", int)


def _waar(waarde: Any) -> Gebrek | None:
    return None if type(waarde) is bool else _hoort("true of false", waarde, soort=bool)


def een_van(mogelijk: tuple[str, ...], wat: str, schema: dict[str, object]) -> Soort:
    """Return the kind of a field that has one of these texts."""

    def gebrek(waarde: Any) -> Gebrek | None:
        goed = type(waarde) is str and waarde in mogelijk
        return None if goed else _hoort(wat, waarde, "verkeerde_waarde")

    return Soort(gebrek, schema)


def _codesoort(soort: Codesoort, wat: str, voorbeeld: str) -> Soort:
    heeft_vorm = codes.VORM[soort].fullmatch
    een = f"(?:{codes.VORM[soort].pattern})"
    hebben_vorm = re.compile(rf"{een}(?:\{_TUSSEN}{een})*").fullmatch

    def gebrek(waarde: Any) -> Gebrek | None:
        goed = type(waarde) is str and heeft_vorm(waarde)
        return None if goed else _hoort(f"de code van {wat}, zoals {citaat(voorbeeld)}", waarde)

    def alle_gaaf(waarden: list[Any]) -> bool:
        return hebben_vorm(_samen(waarden)) is not None

    return Soort(gebrek, {"type": "string", "minLength": 1}, alle_gaaf)


_VELDEN = get_args(Erratumveld)
_NOTITIES = get_args(Notitiesoort)
_TEKST: dict[str, object] = {"type": "string", "minLength": 1, "maxLength": LANGSTE_TEKST}
SOORTEN = {
    "tekst": Soort(_tekst, _TEKST, _teksten_gaaf),
    "tekst of leeg": Soort(_tekst_of_leeg, {"type": "string", "maxLength": LANGSTE_TEKST}),
    "tekst van meer regels": Soort(_regels, _TEKST),
    "code": Soort(_tekst, _TEKST, _teksten_gaaf),
    "leerlijn": _codesoort("leerlijn", "een leerlijn (1 tot en met 8 hoofdletters)", "WP"),
    "leeruitkomst": _codesoort("leeruitkomst", "een leeruitkomst", "WP2"),
    "succescriterium": _codesoort("succescriterium", "een succescriterium", "WP2.4a"),
    "rij": _codesoort("rij", "een rij", "WP.4"),
    "niveau": Soort(_niveau, {"type": "integer", "minimum": 1, "maximum": HOOGSTE_NIVEAU}),
    "sleutel": _patroon(SLEUTEL, "een sleutel (2 tot en met 40 kleine letters, cijfers of streepjes)"),
    "versie": _patroon(VERSIE, "een versie, zoals '1.0'"),
    "datum": Soort(_datum, {"type": "string", "format": "date", "pattern": f"^{DATUM}$"}),
    "taal": _patroon(TAAL, "een taal volgens BCP 47, zoals 'nl' of 'en-GB'"),
    "sha256": _patroon(SHA256, "een SHA-256 (64 hexadecimale cijfers), of niets tussen de aanhalingstekens"),
    "vingerafdruk": _patroon(VINGERAFDRUK, "een vingerafdruk (64 hexadecimale cijfers)"),
    "erratumveld": een_van(_VELDEN, "'naam' of 'tekst'", {"enum": list(_VELDEN)}),
    "notitiesoort": een_van(_NOTITIES, "'feedback', 'feedforward' of 'afspraak'", {"enum": list(_NOTITIES)}),
    "bool": Soort(_waar, {"type": "boolean"}),
}


def soort_van_veld(hint: Any) -> Soort | None:
    """Return the kind of a field by its type; `None` when it is a record, a list or may be absent."""
    if hint is bool:
        return SOORTEN["bool"]
    if get_origin(hint) is Annotated:
        return SOORTEN[hint.__metadata__[0]]
    return None


@functools.cache
def hints_van(klasse: Any) -> dict[str, Any]:
    """Return the types of the fields that are given, with their kinds, by name."""
    hints = get_type_hints(klasse, include_extras=True)
    return {naam: hints[naam] for naam in klasse.__match_args__}


def element_van(hint: Any) -> Any:
    """Return of what a field is a series (`Reeks[X]`, `tuple[X, ...]`); `None` when it is none."""
    reeks = get_origin(hint)
    return get_args(hint)[0] if isinstance(reeks, type) and issubclass(reeks, tuple) else None


def veldfouten(steen: Any) -> list[Bevinding]:
    """Hold a record that was just made against its own types: a finding per fault. A list becomes the tuple that belongs there."""
    gevonden: list[Bevinding] = []
    for naam, hint in hints_van(steen.__class__).items():
        waarde = getattr(steen, naam)
        if element_van(hint) is not None and isinstance(waarde, list | tuple):
            waarde = _reeks(hint, cast("list[object]", waarde))
            object.__setattr__(steen, naam, waarde)
        gevonden += _gebreken(hint, waarde, naam)
    return gevonden


def _reeks(hint: Any, waarde: list[object]) -> tuple[object, ...]:
    binnen = element_van(hint)
    delen = (
        _reeks(binnen, cast("list[object]", d)) if element_van(binnen) and isinstance(d, list | tuple) else d
        for d in waarde
    )
    reeks: type[tuple[object, ...]] = get_origin(hint)
    return reeks(delen)


def _gebreken(hint: Any, waarde: object, pad: str) -> Iterator[Bevinding]:
    """Yield what is wrong with a value by the type of its field."""
    binnen = element_van(hint)
    soort = soort_van_veld(hint)
    if soort is not None:
        if gebrek := soort.gebrek(waarde):
            yield Bevinding(pad, *gebrek)
    elif binnen is not None:
        if not isinstance(waarde, tuple):
            yield Bevinding(pad, *_hoort("een lijst", waarde, soort=tuple))
            return
        for plaats, deel in enumerate(cast("tuple[object, ...]", waarde)):
            yield from _gebreken(binnen, deel, f"{pad}[{plaats}]")
    elif isinstance(hint, type):
        if type(waarde) is not hint:
            yield Bevinding(pad, *_hoort(f"een {hint.__name__}", waarde, soort=hint))
    elif waarde is not None:  # what may be absent: X | None
        yield from _gebreken(get_args(hint)[0], waarde, pad)
