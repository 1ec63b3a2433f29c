"""Charts that draw themselves in a notebook from what they carry: Altair's own fetch Vega from the network."""

from __future__ import annotations

from typing import Any, cast

from ._bewaar import inhoud
from ._stijl import altair

_EIGEN: dict[type, type] = {}
"""Per kind of chart of Altair, the same that draws itself as a drawing."""
_STANDAARD = "default"


def om_te_tonen(grafiek: Any) -> Any:
    """Return the same chart; a notebook shows its drawing, unless its reader has switched on a renderer of Altair."""
    soort: type[Any] = grafiek.__class__
    object.__setattr__(grafiek, "__class__", _eigen(soort))  # a chart keeps what is set on it as its own
    return grafiek


def _eigen(soort: type) -> type:
    if soort not in _EIGEN:
        _EIGEN[soort] = type(soort.__name__, (soort,), {"_repr_mimebundle_": _mimebundel, "__doc__": soort.__doc__})
    return _EIGEN[soort]


def _mimebundel(grafiek: Any, *args: Any, **kwds: Any) -> object:
    renderers = altair().renderers
    if renderers.active != _STANDAARD:
        return cast("Any", type(grafiek).__mro__[1])._repr_mimebundle_(grafiek, *args, **kwds)
    return {"image/svg+xml": inhoud(grafiek, "svg", None).decode(), "text/plain": grafiek.description}
