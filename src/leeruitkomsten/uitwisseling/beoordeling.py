"""Moodle: the CSV that "Import outcomes" of a gradebook takes: the succescriteria as outcomes that a teacher rates in a course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fouten import weiger
from ..raamwerk import Raamwerk
from .csvtekst import csv_bytes, met_backslash, onschadelijk, php_html, te_lang
from .ids import id_van
from .teksten import alineas, gevuld, kort, naam_van, zonder_tags

KOLOMMEN = (
    "outcome_name", "outcome_shortname", "outcome_description", "scale_name", "scale_items", "scale_description",
)  # fmt: skip
LANGSTE_NAAM = 255
LANGSTE_REGEL = 8191
"""In bytes: what the importer reads at once."""


def schrijf(raamwerk: Raamwerk, schaal: Sequence[str], naamruimte: str | None) -> bytes:
    """Return a line per succescriterium, and one per leeruitkomst that has none; there are always semicolons between the cells.

    The importer asks: these columns; a name, a short name and a scale in each line, of at most 8191 bytes. An outcome whose
    short name is there already is skipped, so short names are ids. A scale of the same name and values is used again.

    Raises:
        OngeldigeVraag: a line is too long, or a name has a backslash at its end or before a quote; all are named.

    >>> import leeruitkomsten as lu
    >>> print(schrijf(lu.laad(), ["Nee", "Ja"], None).decode().splitlines()[1].partition("</p>")[2])
    ;Nee – Ja;Nee,Ja;Van laag naar hoog.
    """
    waarden = [*map(onschadelijk, schaal)]
    vast = [kort(" – ".join(waarden), LANGSTE_NAAM), ",".join(waarden), "Van laag naar hoog."]
    rijen = [
        [
            kort(zonder_tags(f"{code} {tekst}"), LANGSTE_NAAM),
            id_van(raamwerk, code, naamruimte),
            php_html(alineas(tekst)),
            *vast,
        ]
        for code, tekst in _te_tonen(raamwerk)
    ]
    regels = ((f"{rij[1]}, de regel", csv_bytes([rij], ";").decode(), LANGSTE_REGEL) for rij in rijen)
    weiger([*met_backslash(rijen, 1), *te_lang(regels, in_bytes=True)])
    return csv_bytes([KOLOMMEN, *rijen], ";")


def _te_tonen(raamwerk: Raamwerk) -> Iterator[tuple[str, str]]:
    """Yield code and text of what a student shows."""
    for uitkomst in gevuld(raamwerk.leeruitkomsten):
        if not uitkomst.succescriteria:
            yield uitkomst.code, naam_van(raamwerk, uitkomst)
        for criterium in uitkomst.succescriteria:
            yield criterium.code, criterium.tekst
