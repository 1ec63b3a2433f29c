"""The form: one EvL to write on, by hand. It asks for evidence and feedback per criterium, and adds nothing up."""

from __future__ import annotations

from collections.abc import Iterable

from ..bewijs import Portfolio
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk
from ._dossier import van_student
from ._paginavoet import paginavoet
from ._rollen import rollen_van
from ._scherm import Scherm
from ._sjabloon import vul
from ._woorden import formuliertitel


def formulier(
    raamwerk: Raamwerk,
    niveau: int | str,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | None = None,
    rollen: Iterable[str] | None = None,
    schermtaal: Schermtaal = "nl",
) -> str:
    """Return the form of an EvL as an HTML document to print on A4, landscape, and to fill in by hand.

    Under each leeruitkomst a table has a line per criterium, with room for evidence (bewijs), feedback and feedforward. The
    form has no sum and no judgement: those are for people. The document needs nothing from elsewhere and runs nothing.

    Args:
        raamwerk: the framework.
        niveau: number of the niveau, or code of the EvL.
        voortgang: what a student has shown of this framework. The column of the evidence then says of each criterium
            that it was shown, or is still to be shown if its niveau is counted; what was shown of other niveaus stands in one line.
        portfolio: what a student has shown and what was said of it: student and day stand at the head and on each sheet, the
            evidence and the notes (feedback, feedforward, afspraak) each in its place. Not together with `voortgang`.
        rollen: names of the roles of who guides the student, in order, such as `["Mentor"]`: each has a line at the head and at
            the signatures. Without it, those of a teacher programme for the packaged framework (werkplekbegeleider and
            instituutsopleider), and for any other "Begeleider".
        schermtaal: the language of what stands around the texts, `nl` or `en`. The texts keep that of the framework (`taal`), are
            marked as such, and run in its direction; `rollen` stand as they were given.

    Raises:
        OnbekendeCode: the framework has no such niveau, or the portfolio has a code that it does not have.
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, `portfolio` no `Portfolio`, or `rollen` are no texts.
        OngeldigeVraag: `voortgang` or `portfolio` is of another framework, or of another version of it, or both are given; a
            role is empty, longer than 50 characters, or there already; or there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = formulier(lu.laad(), 2)
    >>> all(criterium.tekst in html for criterium in lu.evl(2).leeruitkomsten[2].succescriteria)
    True
    >>> "Mentor" in formulier(lu.laad(), 2, rollen=["Mentor"], schermtaal="en")
    True
    """
    evl = eis_raamwerk(raamwerk).evl(niveau)
    scherm = Scherm(schermtaal, raamwerk.taal)
    stand, dossier = van_student(raamwerk, voortgang, portfolio, scherm.zeg)
    return vul(
        "formulier.html",
        stijlen=("blad.css", "druk.css"),
        extra=paginavoet(scherm.zeg, raamwerk, evl, dossier),
        scherm=scherm,
        titel=formuliertitel(scherm.zeg, raamwerk, evl),
        kader=raamwerk,
        evl=evl,
        stand=stand,
        dossier=dossier,
        rollen=rollen_van(scherm.zeg, raamwerk, rollen),
    )
