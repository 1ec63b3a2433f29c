"""The shape of the files, key by key, and the JSON Schema that says the same.

The classes here are the files'; the records of `model` are what `bouwen` makes of it. `vormcontrole` holds a file against
them; how the parts must hang together (codes and their places, errata and their texts) stands in `samenhang`.
"""

from __future__ import annotations

from typing import Any, NewType, get_args, get_origin, get_type_hints

import attrs

from ..bouwen import FORMAAT

HOOGSTE_NIVEAU = 9

Formaat = NewType("Formaat", int)
Nummer = NewType("Nummer", int)
Tekst = NewType("Tekst", str)
Versie = NewType("Versie", str)
Datum = NewType("Datum", str)
Sha256 = NewType("Sha256", str)
Veld = NewType("Veld", str)

SCHEMA: dict[Any, dict[str, object]] = {
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
class Raamwerkbestand:
    """The file as a whole."""

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


@attrs.frozen
class _Bewijs:
    criterium: Tekst
    verwijzing: Tekst
    datum: Datum


@attrs.frozen
class Portfoliobestand:
    """A portfolio as a whole: the evidence of one student."""

    formaat: Formaat
    raamwerk: Tekst
    versie: Versie
    student: Tekst
    bewijs: tuple[_Bewijs, ...]


def sleutels(bestand: Any) -> tuple[str, ...]:
    """Return the keys of a kind of file, in its order."""
    return tuple(veld.name for veld in attrs.fields(bestand))


_BESTANDEN = {
    Raamwerkbestand: ("Raamwerk", "Een raamwerk van leeruitkomsten, zoals leeruitkomsten.lees het leest."),
    Portfoliobestand: ("Portfolio", "Het bewijs van één student, zoals leeruitkomsten.lees_portfolio het leest."),
}


def schema(bestand: Any = Raamwerkbestand) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a kind of file, made from its class."""
    titel, uitleg = _BESTANDEN[bestand]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titel,
        "description": uitleg,
        **_van(bestand),
    }


def _van(soort: Any) -> dict[str, object]:
    if soort in SCHEMA:
        return SCHEMA[soort]
    if get_origin(soort) is tuple:
        return {"type": "array", "items": _van(get_args(soort)[0])}
    if not attrs.has(soort):
        return {"anyOf": [_van(get_args(soort)[0]), {"type": "null"}]}
    velden = get_type_hints(soort)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(velden),
        "properties": {naam: _van(veld) for naam, veld in velden.items()},
    }
