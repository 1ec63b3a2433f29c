"""Web addresses that ids are put behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fouten import OngeldigeVraag
from ..zinnen import citaat

_WEBADRES = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?#?"
)


def adresfouten(base_uri: str, einden: str = "/") -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with a web address that ids are to be put behind, which ends in one of `einden` or in neither."""
    goed = _WEBADRES.fullmatch(base_uri)
    if not goed or (base_uri[-1] == "#" and "#" not in einden):
        iets_als = "geef iets als 'https://voorbeeld.nl/leeruitkomsten/'"
        reden = f"base_uri={citaat(base_uri)} is geen begin van een webadres; {iets_als}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"base_uri": base_uri})


def basis(base_uri: str, einden: str = "/") -> str:
    """Return a web address that an id can be put behind: where it has none of the `einden`, it gets a slash.

    >>> basis("https://voorbeeld.nl/lu")
    'https://voorbeeld.nl/lu/'
    """
    return base_uri if base_uri[-1] in einden else f"{base_uri}/"
