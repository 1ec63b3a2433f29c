"""Names of rows (rijen) on a screen: which of them the source gave, and which this package did."""

from __future__ import annotations

from .model import Rij
from .model import rijnaamvoet as voet_in_het_nederlands
from .schermtaal import Spreek


def rijnaamvoet(spreek: Spreek, rijen: tuple[Rij, ...]) -> str:
    """Return the remark for a table in which these rows are named: whose names they are; empty when they are the source's.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> rijnaamvoet(spreker("en"), lu.leerlijn("WP").rijen)
    'The names of the rows were given by this package, not by the source.'
    """
    return voet_in_het_nederlands(rijen, spreek("rijnamen"), spreek("rijnaam_van", codes="{codes}"))
