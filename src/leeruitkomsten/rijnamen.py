"""Names of rows (rijen) on a screen: which of them the source gave, and which this package did."""

from __future__ import annotations

from .model import Rij
from .schermtaal import Spreek


def rijnaamvoet(spreek: Spreek, rijen: tuple[Rij, ...]) -> str:
    """Return the remark for a table in which these rows are named: whose names they are; empty when they are the source's.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> rijnaamvoet(spreker("en"), lu.leerlijn("WP").rijen)
    'The names of the rows were given by this package, not by the source.'
    """
    eigen = [rij.code for rij in rijen if rij.naam and not rij.naam_uit_bron]
    if eigen and any(rij.naam_uit_bron for rij in rijen):
        return spreek("rijnaam_van", codes=", ".join(eigen))
    return spreek("rijnamen") if eigen else ""
