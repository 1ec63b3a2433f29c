"""The first shape of the files, before a framework had a key: read for good, as what the second says of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..fouten import Bevinding
from ..identiteit import sleutel_van
from .jsonbestand import MetDubbeleSleutels

NIEUW = ("sleutel", "taal", "uitgever", "licentie")
"""What the second shape has besides."""


def vernieuwd(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a framework in the first shape as one in the second. What is wrong with it stays wrong."""
    naam = gegevens.get("naam")
    nieuw = {"sleutel": sleutel_van(naam) if isinstance(naam, str) else "onbekend", "taal": "nl"}
    vernieuwd = MetDubbeleSleutels({**gegevens, "formaat": 2, **nieuw, "uitgever": None, "licentie": None})
    if not isinstance(gegevens, MetDubbeleSleutels):
        return dict(vernieuwd)
    vernieuwd.dubbel = gegevens.dubbel
    return cast("dict[str, Any]", vernieuwd)


def te_nieuw(gegevens: dict[str, Any]) -> Iterator[Bevinding]:
    """Yield the keys that a file in the first shape cannot have."""
    for naam in NIEUW:
        if naam in gegevens:
            yield Bevinding(naam, "verkeerde_waarde", "deze sleutel hoort bij formaat 2; zet 'formaat' op 2")
