"""The framework file itself, in JSON: for another checkout, another program, or the archive; `lees` gives it back whole."""

from __future__ import annotations

from ..identiteit import canoniek
from ..raamwerk import Raamwerk


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return the file of a framework, as `leeruitkomsten.schrijf` does: nothing is lost.

    Its schema is `raamwerk.schema.json`, which stands on the site of the docs.

    >>> import leeruitkomsten as lu
    >>> lu.lees(schrijf(lu.laad())) == lu.laad()
    True
    """
    return canoniek(raamwerk.als_dict())
