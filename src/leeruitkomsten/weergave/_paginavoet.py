"""The margin of every printed page: whose it is, of which EvL, and of which framework."""

from __future__ import annotations

from ..eenheid import EvL
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ._dossier import Dossier
from ._sjabloon import css_tekst
from ._woorden import fase, naam_en_versie, wie_regel


def paginavoet(
    spreek: Spreek, raamwerk: Raamwerk, evl: EvL | None = None, dossier: Dossier | None = None, soort: str = "formulier"
) -> str:
    """Return the CSS by which every page of a form, or of another soort of sheet, says whose it is, of which EvL and framework.

    Of a form that is still empty it has room for the name. Of several forms in one document it says neither name nor EvL.
    """
    delen = [f"{evl.code} {fase(spreek, evl)}"] if evl else []
    if evl or dossier:
        delen.insert(0, wie_regel(spreek, dossier.wie if dossier else ""))
    delen.append(naam_en_versie(spreek, raamwerk))
    return f"@page {soort} {{ @bottom-left {{ content: {css_tekst(' – '.join(delen))}; }} }}"
