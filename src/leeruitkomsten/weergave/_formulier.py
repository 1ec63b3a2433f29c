"""The form: one EvL to write on, by hand. It asks for evidence and feedback per criterium, and adds nothing up."""

from __future__ import annotations

from ..raamwerk import Raamwerk
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk
from ._sjabloon import css_tekst, vul
from ._stand import getoond
from ._woorden import formuliertitel


def paginavoet(raamwerk: Raamwerk) -> str:
    """Return the CSS by which every page of a form says of which framework and version it is."""
    return f"@page formulier {{ @bottom-left {{ content: {css_tekst(str(raamwerk))}; }} }}"


def formulier(raamwerk: Raamwerk, niveau: int | str, voortgang: Voortgang | None = None) -> str:
    """Return the form of an EvL as an HTML document to print on A4, landscape, and to fill in by hand.

    Under each leeruitkomst a table has a line per criterium, with room for evidence (bewijs), feedback and feedforward. The
    form has no sum and no judgement: those are for people. The document needs nothing from elsewhere and runs nothing.

    Args:
        raamwerk: the framework.
        niveau: number of the niveau, or code of the EvL.
        voortgang: what a student has shown of this framework. The column of the evidence then says of each criterium
            that it was shown, or is still to be shown if its niveau is counted; what was shown of other niveaus stands in one line.

    Raises:
        OnbekendeCode: the framework has no such niveau.
        VerkeerdType: this is no framework, or `voortgang` is no `Voortgang`.
        OngeldigeVraag: `voortgang` is of another framework, or of another version of it.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = formulier(lu.laad(), 2)
    >>> all(criterium.tekst in html for criterium in lu.evl(2).leeruitkomsten[2].succescriteria)
    True
    """
    evl = eis_raamwerk(raamwerk).evl(niveau)
    stand = getoond(raamwerk, voortgang)
    return vul(
        "formulier.html",
        stijlen=("blad.css", "druk.css"),
        extra=paginavoet(raamwerk),
        titel=formuliertitel(raamwerk, evl),
        kader=raamwerk,
        evl=evl,
        stand=stand,
    )
