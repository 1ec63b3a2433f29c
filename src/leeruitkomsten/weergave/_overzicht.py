"""The overview: one EvL on one sheet of A4, for who guides a student and has five minutes."""

from __future__ import annotations

from ..bewijs import Portfolio
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk
from ._dossier import van_student
from ._paginavoet import paginavoet
from ._scherm import Scherm
from ._sjabloon import vul
from ._woorden import overzichttitel


def overzicht(
    raamwerk: Raamwerk,
    niveau: int | str,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | None = None,
    schermtaal: Schermtaal = "nl",
) -> str:
    """Return an EvL as an HTML document to print on one sheet of A4, landscape: what it is, and what it asks.

    A column per leerlijn has the leeruitkomst and below it the criteria. The packaged framework fits on one sheet, in letters of 8
    points or larger; a framework of one's own with more or longer texts goes on on a next one. The document needs nothing from
    elsewhere and runs nothing.

    Args:
        raamwerk: the framework.
        niveau: number of the niveau, or code of the EvL.
        voortgang: what a student has shown of this framework: a mark with each criterium that was shown or is still to be shown.
        portfolio: the same by what a student's portfolio holds, with name and day. Evidence and notes are for the form. Not
            together with `voortgang`.
        schermtaal: the language of what stands around the texts, `nl` or `en`.

    Raises:
        OnbekendeCode: the framework has no such niveau, or the portfolio has a code that it does not have.
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, or `portfolio` no `Portfolio`.
        OngeldigeVraag: `voortgang` or `portfolio` is of another framework, or of another version of it, or both are given;
            or there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = overzicht(lu.laad(), 2)
    >>> all(criterium.tekst in html for criterium in lu.evl(2).leeruitkomsten[2].succescriteria)
    True
    """
    evl = eis_raamwerk(raamwerk).evl(niveau)
    scherm = Scherm(schermtaal, raamwerk.taal)
    stand, dossier = van_student(raamwerk, voortgang, portfolio, scherm.zeg)
    return vul(
        "overzicht.html",
        stijlen=("blad.css", "druk.css", "overzicht.css"),
        extra=paginavoet(scherm.zeg, raamwerk, evl, dossier, soort="overzicht"),
        scherm=scherm,
        titel=overzichttitel(scherm.zeg, raamwerk, evl),
        kader=raamwerk,
        evl=evl,
        stand=stand,
        dossier=dossier,
    )
