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


def php_html(html: str) -> str:
    r"""Return HTML in which no backslash stands before a quote: for PHP's `fgetcsv` that hides the end of a cell.

    >>> php_html(r'<p>een pad\"en meer</p>')
    '<p>een pad\\&quot;en meer</p>'
    """
    return html.replace('\\"', "\\&quot;")


def met_backslash(rijen: Iterable[Sequence[str]], waar: int) -> Iterator[OngeldigeVraag]:
    """Yield every cell that PHP's `fgetcsv` misreads, with a backslash at its end or before a quote.

    `waar` is the column that says of which row it is.
    """
    for rij in rijen:
        for cel in rij:
            if cel[-1:] == "\\" or '\\"' in cel:
                verkeerd = "Moodle leest een backslash aan het eind of vóór een aanhalingsteken verkeerd"
                yield OngeldigeVraag("past_niet", f"{rij[waar]}: {verkeerd}: {citaat(cel)}", {"waar": rij[waar]})


def te_lang(teksten: Iterable[tuple[str, str, int]], *, in_bytes: bool = False) -> Iterator[OngeldigeVraag]:
    """Yield every text that is longer than its importer takes: of triples of where, text and limit, in characters or bytes."""
    eenheid = "bytes" if in_bytes else "tekens"
    for waar, tekst, grens in teksten:
        lengte = len(tekst.encode() if in_bytes else tekst)
        if lengte > grens:
            reden = f"{waar}: {citaat(tekst)} telt {lengte} {eenheid}, er passen er {grens}"
            yield OngeldigeVraag("past_niet", reden, {"waar": waar, "lengte": lengte, "grens": grens})
