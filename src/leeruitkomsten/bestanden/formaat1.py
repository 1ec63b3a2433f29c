"""The first shape of the files, before a framework had a key: read for good, as what the second says of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard, cast

from ..fouten import Bevinding, Bevindingsoort
from ..identiteit import FORMAAT, sleutel_van
from ..velden import staat
from .jsonbestand import met_dubbele

NIEUW = ("sleutel", "taal", "uitgever", "licentie")
"""What the second shape has besides."""


def ander_formaat(gegevens: object) -> Iterator[Bevinding]:
    """Yield what is wrong with the number of the shape that plain data say they have."""
    if not isinstance(gegevens, dict):
        return
    if "formaat" not in gegevens:
        yield Bevinding("formaat", "ontbreekt", "deze sleutel ontbreekt")
        return
    formaat = cast("dict[str, object]", gegevens)["formaat"]
    if type(formaat) is not int or formaat not in (1, FORMAAT):
        soort: Bevindingsoort = "verkeerde_waarde" if type(formaat) is int else "verkeerd_type"
        reden = f"hier hoort het getal {FORMAAT} (of 1, van vroeger), er staat {staat(formaat)}"
        yield Bevinding("formaat", soort, reden)


def is_formaat_1(gegevens: object) -> TypeGuard[dict[str, Any]]:
    """Say whether plain data are a file that says that it has the first shape."""
    formaat = cast("dict[str, object]", gegevens).get("formaat") if isinstance(gegevens, dict) else None
    return type(formaat) is int and formaat == 1


def vernieuwd(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a framework in the first shape as one in the second. What is wrong with it stays wrong."""
    nieuw = {"sleutel": sleutel_van(gegevens.get("naam")), "taal": "nl"}
    return met_dubbele(gegevens, {**gegevens, **nieuw, "uitgever": None, "licentie": None})


def te_nieuw(gegevens: dict[str, Any]) -> Iterator[Bevinding]:
    """Yield the keys that a file in the first shape cannot have."""
    for naam in NIEUW:
        if naam in gegevens:
            yield Bevinding(naam, "onbekende_sleutel", "deze sleutel hoort bij formaat 2; zet 'formaat' op 2")
