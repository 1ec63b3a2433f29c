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

_VERSIES = ("1.0",)


def versies() -> tuple[str, ...]:
    """Return the versions of the framework that come with this package, the oldest first.

    >>> versies()
    ('1.0',)
    """
    return _VERSIES


def laad(versie: str | None = None, *, errata: bool = False) -> Raamwerk:
    """Return the packaged framework, to the letter of the source document; every call gives the same object.

    Args:
        versie: one of `versies()`; the newest when it is left out. This is the version of the data, not of the package.
        errata: correct the known slips (`laad().errata`); the version of what you get then ends in `+errata`.

    Raises:
        ValueError: the package has no such version.

    >>> laad()
    <Raamwerk 1.0: 16 leeruitkomsten, 101 succescriteria>
    """
    gevraagd = _VERSIES[-1] if versie is None else versie
    if gevraagd not in _VERSIES:
        raise ValueError(f"versie {gevraagd!r} zit niet in dit pakket; kies uit: {', '.join(_VERSIES)}")
    return _laad(gevraagd, errata)


@functools.cache
def _laad(versie: str, errata: bool) -> Raamwerk:
    gegevens = lees_gegevens(versie)
    return bouw(met_errata(gegevens) if errata else gegevens)


def lees_gegevens(versie: str) -> dict[str, Any]:
    """Return the data file of a packaged version as plain data."""
    pad = os.path.join(os.path.dirname(__file__), "data", f"werkplekleren-{versie}.json")
    lader: Any = __spec__.loader
    return json.loads(lader.get_data(pad))  # type: ignore[no-any-return]
