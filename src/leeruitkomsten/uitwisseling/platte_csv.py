"""The framework as one flat CSV file, a line per succescriterium: for a spreadsheet, a data frame or any program."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from ..raamwerk import Raamwerk
from .csvtekst import csv_bytes, onschadelijk
from .opties import Scheiding

KOP = (
    "criterium", "leerlijn", "niveau", "fase", "leeruitkomst", "rij", "rij_naam", "letter", "notatie", "tekst",
)  # fmt: skip
"""The columns: the keys of `Raamwerk.records()`, and the name of the row."""


def schrijf(raamwerk: Raamwerk, *, scheiding: Scheiding = ",", bom: bool = False) -> bytes:
    """Return one line per succescriterium, with the columns of `Raamwerk.records()`, and `rij_naam`.

    What stands in `criterium`, `leerlijn`, `leeruitkomst` and `rij` are codes. `rij_naam` is the name of the row; behind one that
    the source does not give stands that it is of this package. `notatie` is the code that the source gives to the criterium.

    Lines end in CR LF and only cells that need quotes have them. Everything else stands there to the letter, but for one
    thing: a text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-` or `@`) has an apostrophe in front.

    The texts of the leeruitkomsten, the begeleiding and the names and omschrijvingen of the leerlijnen are not in it: a line has
    their codes.

    Args:
        raamwerk: the framework.
        scheiding: what stands between two cells: a comma, a semicolon (what a Dutch Excel opens) or a tab.
        bom: begin with a byte order mark, without which Excel takes UTF-8 for something else.

    >>> import leeruitkomsten as lu
    >>> schrijf(lu.laad(), scheiding=";").decode().splitlines()[1][:78]
    'WP1.1a;WP;1;Oriëntatiefase;WP1;WP.1;Contact en gedrag (naam van dit pakket);a;'
    """
    rijen = ([onschadelijk(str(cel)) for cel in regel] for regel in regels(raamwerk))
    return (codecs.BOM_UTF8 if bom else b"") + csv_bytes([KOP, *rijen], scheiding)


def regels(raamwerk: Raamwerk) -> Iterator[tuple[str | int, ...]]:
    """Yield a line per succescriterium, in source order, with a cell for each column of `KOP`; empty where there is nothing.

    >>> import leeruitkomsten as lu
    >>> next(regels(lu.laad()))[:6]
    ('WP1.1a', 'WP', 1, 'Oriëntatiefase', 'WP1', 'WP.1')
    """
    fasen = {niveau.nummer: niveau.fase for niveau in raamwerk.niveaus}
    namen = {rij.code: rij.benaming for rij in raamwerk.rijen}
    for c in raamwerk.succescriteria:
        eigen = (c.code, c.leerlijn, c.niveau, fasen[c.niveau], c.leeruitkomst)
        yield (*eigen, c.rij, namen[c.rij], c.letter, c.notatie or "", c.tekst)
