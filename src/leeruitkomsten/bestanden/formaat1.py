"""The first shape of the files, before a framework had a key: read for good, as what the second says of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard, cast

from ..fouten import Bevinding
from ..identiteit import sleutel_van
from .jsonbestand import met_dubbele

NIEUW = ("sleutel", "taal", "uitgever", "licentie")
"""What the second shape has besides."""


def is_formaat_1(gegevens: object) -> TypeGuard[dict[str, Any]]:
    """Say whether plain data are a file that says that it has the first shape."""
    formaat = cast("dict[str, object]", gegevens).get("formaat") if isinstance(gegevens, dict) else None
    return type(formaat) is int and formaat == 1


def vernieuwd(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a framework in the first shape as one in the second. What is wrong with it stays wrong."""
    naam = gegevens.get("naam")
    nieuw = {"sleutel": sleutel_van(naam) if isinstance(naam, str) else "onbekend", "taal": "nl"}
    return met_dubbele(gegevens, {**gegevens, "formaat": 2, **nieuw, "uitgever": None, "licentie": None})


def te_nieuw(gegevens: dict[str, Any]) -> Iterator[Bevinding]:
    """Yield the keys that a file in the first shape cannot have."""
    for naam in NIEUW:
        if naam in gegevens:
            yield Bevinding(naam, "verkeerde_waarde", "deze sleutel hoort bij formaat 2; zet 'formaat' op 2")
