"""All pages of a framework in OOAPI, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf


def bladen(kader: Raamwerk, **opties: Any) -> Iterator[bytes]:
    """Yield page after page, until one says that there are no more."""
    nummer, meer = 1, True
    while meer:
        blad = schrijf(kader, "ooapi", pageNumber=nummer, **opties)
        yield blad
        nummer, meer = nummer + 1, json.loads(blad)["hasNextPage"]
