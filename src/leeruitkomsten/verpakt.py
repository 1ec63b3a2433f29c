"""The framework that comes with the package, read by the package's own loader: from a folder, a wheel or a zip."""

from __future__ import annotations

import functools
import json
import os

from .bouwen import bouw, met_errata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .raamwerk import Raamwerk

VERSIE = "1.0"
"""The version of the packaged framework: of its data, not of this package."""


def laad(*, errata: bool = False) -> Raamwerk:
    """Return the packaged framework, to the letter of the source document; every call gives the same object.

    With `errata=True` the known slips (`laad().errata`) are corrected; its version then ends in `+errata`.

    >>> laad()
    <Raamwerk 1.0: 16 leeruitkomsten, 101 succescriteria>
    """
    return _laad(VERSIE, errata)


@functools.cache
def _laad(versie: str, errata: bool) -> Raamwerk:
    gegevens = lees_gegevens(versie)
    return bouw(met_errata(gegevens) if errata else gegevens)


def lees_gegevens(versie: str) -> dict[str, Any]:
    """Return the data file of a packaged version as plain data."""
    pad = os.path.join(os.path.dirname(__file__), "data", f"werkplekleren-{versie}.json")
    lader: Any = __spec__.loader
    return json.loads(lader.get_data(pad))  # type: ignore[no-any-return]
