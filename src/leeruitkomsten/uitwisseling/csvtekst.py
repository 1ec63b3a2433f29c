"""CSV as importers want it: UTF-8 without BOM, lines that end in CR LF, quotes only where they are needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ..fouten import OngeldigeVraag
from ..zinnen import citaat

_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rijen: Iterable[Sequence[str]], scheiding: str = ",") -> bytes:
    """Return rows of cells as the bytes of a CSV file."""
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL).writerows(rijen)
    return uit.getvalue().encode()


def onschadelijk(cel: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: what begins like one gets an apostrophe in front.

    >>> onschadelijk("=1+1"), onschadelijk("Je kijkt.")
    ("'=1+1", 'Je kijkt.')
    """
    return f"'{cel}" if cel[:1] in _FORMULE else cel


def te_lang(teksten: Iterable[tuple[str, str, int]]) -> Iterator[OngeldigeVraag]:
    """Yield every text that is longer than its importer takes: of triples of where, text and limit."""
    for waar, tekst, grens in teksten:
        if len(tekst) > grens:
            reden = f"{waar}: {citaat(tekst)} telt {len(tekst)} tekens, er passen er {grens}"
            yield OngeldigeVraag("past_niet", reden, {"waar": waar, "lengte": len(tekst), "grens": grens})
