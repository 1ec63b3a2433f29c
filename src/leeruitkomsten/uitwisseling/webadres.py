"""Web addresses that ids are put behind."""

from __future__ import annotations

import re

from ..fouten import citaat

_WEBADRES = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?#?"
)


def basis(base_uri: object, einden: str = "/") -> str:
    """Return a web address that an id can be put behind: where it has none of the `einden`, it gets a slash.

    Raises:
        ValueError: it is no web address, or one that nothing can be put behind.

    >>> basis("https://voorbeeld.nl/lu")
    'https://voorbeeld.nl/lu/'
    """
    goed = isinstance(base_uri, str) and _WEBADRES.fullmatch(base_uri)
    if not goed or (goed[0][-1] == "#" and "#" not in einden):
        raise ValueError(
            f"base_uri={citaat(base_uri)} is geen begin van een webadres; geef iets als 'https://voorbeeld.nl/leeruitkomsten/'"
        )
    return goed[0] if goed[0][-1] in einden else f"{goed[0]}/"
