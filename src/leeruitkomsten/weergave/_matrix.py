"""The matrix: a leerlijn on one sheet, as the document has it, with or without what a student has shown of it."""

from __future__ import annotations

import functools

from ..bewijs import Portfolio
from ..model import Leerlijn
from ..raamwerk import Raamwerk
from ..rijnamen import rijnaamvoet
from ..schermtaal import Schermtaal, Spreek, spreker
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk
from ._dossier import van_student
from ._paginavoet import paginavoet
from ._scherm import Scherm
from ._sjabloon import vul
from ._woorden import naam_en_versie


def gekozen(raamwerk: Raamwerk, leerlijn: str | None) -> tuple[Leerlijn, ...]:
    """Return the one leerlijn that is asked for, or all of them.

    Raises:
        VerkeerdType: this is no framework.
        OnbekendeCode: it has no such leerlijn.
    """
    kader = eis_raamwerk(raamwerk)
    return kader.leerlijnen if leerlijn is None else (kader.leerlijn(leerlijn),)


def titel_van(spreek: Spreek, raamwerk: Raamwerk, leerlijn: str | None) -> str:
    """Return what a document of these leerlijnen is called."""
    kader = naam_en_versie(spreek, raamwerk)
    return kader if leerlijn is None else f"{raamwerk.leerlijn(leerlijn)} – {kader}"


def matrix(
    raamwerk: Raamwerk,
    leerlijn: str | None = None,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | None = None,
    schermtaal: Schermtaal = "nl",
) -> str:
    """Return a leerlijn as an HTML document to print on A3, landscape: a column per niveau, the rows aligned.

    On top stand the niveaus with their begeleiding and the leeruitkomsten; below, a line per row with the criteria of each
    cell; a cell in which nothing is asked shows a dash. More than six niveaus stand on several sheets, each with the rows. The
    document needs nothing from elsewhere and runs nothing.

    Args:
        raamwerk: the framework.
        leerlijn: code of one leerlijn; all of them, a sheet each, when it is left out.
        voortgang: what a student has shown of this framework. Each criterium that was shown, or that is still to be shown
            of the niveau that is counted, gets a mark, and each leeruitkomst that is counted how many of how many.
        portfolio: the same by what a student's portfolio holds, with name and day on each sheet, and with each criterium its
            evidence and the notes about it; those about a leeruitkomst stand with that. Not together with `voortgang`.
        schermtaal: the language of what stands around the texts, `nl` or `en`. The texts keep that of the framework (`taal`), are
            marked as such, and run in its direction.

    Raises:
        OnbekendeCode: the framework has no such leerlijn, or the portfolio has a code that it does not have.
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, or `portfolio` no `Portfolio`.
        OngeldigeVraag: `voortgang` or `portfolio` is of another framework, or of another version of it, or both are given;
            or there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = matrix(lu.laad(), "WPO")
    >>> html.count("<td>"), "Je benoemt relevante zaken binnen en buiten de schoolsetting." in html
    (16, True)
    """
    lijnen = gekozen(raamwerk, leerlijn)
    scherm = Scherm(schermtaal, raamwerk.taal)
    stand, dossier = van_student(raamwerk, voortgang, portfolio, scherm.zeg)
    return vul(
        "matrix.html",
        stijlen=("blad.css", "druk.css"),
        extra=paginavoet(scherm.zeg, raamwerk, dossier=dossier, soort="matrix") if dossier else "",
        scherm=scherm,
        titel=titel_van(scherm.zeg, raamwerk, leerlijn),
        kader=raamwerk,
        leerlijnen=lijnen,
        stand=stand,
        dossier=dossier,
    )


def matrix_markdown(raamwerk: Raamwerk, leerlijn: str | None = None, *, schermtaal: Schermtaal = "nl") -> str:
    """Return the same as a Markdown page: title, version and source, the niveaus with fase and begeleiding, and the table.

    The tables are those of GitHub (pipes); markup in a text is escaped, so that it is read as it was written.

    Args:
        raamwerk: the framework.
        leerlijn: code of one leerlijn; all of them when it is left out.
        schermtaal: the language of what stands around the texts, `nl` or `en`.

    Raises:
        OnbekendeCode: the framework has no such leerlijn.
        VerkeerdType: this is no framework.
        OngeldigeVraag: there is no such `schermtaal`.

    >>> import leeruitkomsten as lu
    >>> regels = matrix_markdown(lu.laad(), "WPO").splitlines()
    >>> [regel for regel in regels if "#" in regel]
    ['# **Leeruitkomsten van het werkplekleren**', '## **Niveaus**', '## **WPO Professionele omgeving**']
    """
    from ..uitwisseling.markdown import pagina_van

    lijnen, spreek = gekozen(raamwerk, leerlijn), spreker(schermtaal)
    return pagina_van(raamwerk, lijnen, spreek, functools.partial(rijnaamvoet, spreek))
