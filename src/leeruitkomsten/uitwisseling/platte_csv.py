"""The framework as one flat CSV file, a line per succescriterium: for a spreadsheet, a data frame or any program."""

from __future__ import annotations

import codecs

from ..raamwerk import Raamwerk
from .csvtekst import csv_bytes, onschadelijk
from .opties import Scheiding

KOP = ("code", "leerlijn", "niveau", "fase", "leeruitkomst", "rij", "letter", "tekst")
"""The columns: the keys of `Raamwerk.records()`."""


def schrijf(raamwerk: Raamwerk, *, scheiding: Scheiding = ",", bom: bool = False) -> bytes:
    """Return one line per succescriterium, with the columns of `Raamwerk.records()`.

    Lines end in CR LF and only cells that need quotes have them. Everything else stands there to the letter, but for one
    thing: a text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-` or `@`) has an apostrophe in front.

    The texts of the leeruitkomsten, the begeleiding and the names of the leerlijnen are not in it: a line has their codes.

    Args:
        raamwerk: the framework.
        scheiding: what stands between two cells: a comma, a semicolon (what a Dutch Excel opens) or a tab.
        bom: begin with a byte order mark, without which Excel takes UTF-8 for something else.

    >>> import leeruitkomsten as lu
    >>> print(schrijf(lu.laad(), scheiding=";").decode().splitlines()[1])
    WP1.1a;WP;1;Oriëntatiefase;WP1;1;a;Je legt contact met leerlingen voor, tijdens en buiten de les.
    """
    fasen = {niveau.nummer: onschadelijk(niveau.fase) for niveau in raamwerk.niveaus}
    # Of all cells only these two can begin like a formula: codes begin with a capital, numbers with a digit.
    rijen = [
        (c.code, c.leerlijn, str(c.niveau), fasen[c.niveau], c.leeruitkomst, str(c.rij), c.letter, onschadelijk(c.tekst))
        for c in raamwerk.succescriteria
    ]  # fmt: skip
    return (codecs.BOM_UTF8 if bom else b"") + csv_bytes([KOP, *rijen], scheiding)
