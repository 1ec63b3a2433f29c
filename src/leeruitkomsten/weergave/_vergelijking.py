"""Two editions of a framework on one sheet: what was added, changed, moved and ended, in the matrix and in words."""

from __future__ import annotations

from typing import Any

from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, Spreek
from ..vergelijking import vergelijk
from ._scherm import Scherm
from ._sjabloon import vul
from ._wijzigingen import SOORTEN, TEKENS, regel_van, tellingen, vellen
from ._woorden import naam_en_versie


def titel_van(spreek: Spreek, oud: Raamwerk, nieuw: Raamwerk) -> str:
    """Return what a document about these two is called."""
    return spreek("verschil.titel", van=naam_en_versie(spreek, oud), naar=naam_en_versie(spreek, nieuw))


def gegevens_van(oud: Raamwerk, nieuw: Raamwerk, zeg: Spreek) -> dict[str, Any]:
    """Return what both kinds of documents draw: sheets, lines and counts, in the words of the screen."""
    wijzigingen = vergelijk(oud, nieuw)
    return {
        "oud": oud,
        "vellen": vellen(oud, nieuw, wijzigingen, zeg),
        "regels": [regel_van(wijziging, zeg) for wijziging in wijzigingen],
        "tellingen": tellingen(wijzigingen),
        "tekens": TEKENS,
        "soorten": SOORTEN,
    }


def vergelijking(oud: Raamwerk, nieuw: Raamwerk, *, schermtaal: Schermtaal = "nl") -> str:
    """Return what changed from one framework to another as an HTML document to print on A4, landscape.

    On top stands the matrix of both, laid over each other: each code with a sign and a colour where it was added (+), changed
    (±), moved or renumbered (→) or ended (−), and with the code that it had or that follows it. Below stands each change with
    its text, the words that differ marked; texts that differ much stand whole, below each other. More than six niveaus stand on
    several sheets. The document needs nothing from elsewhere and runs nothing.

    Args:
        oud: the framework as it was.
        nieuw: the framework as it is.
        schermtaal: the language of what stands around the texts, `nl` or `en`.

    Raises:
        VerkeerdType: one of the two is no framework.
        OngeldigeVraag: there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = vergelijking(lu.laad(), lu.laad(errata=True))
    >>> html.count('<span class="merk gewijzigd">'), "<ins>" in html
    (4, True)
    """
    scherm = Scherm(schermtaal, getattr(nieuw, "taal", "nl"))
    inhoud = gegevens_van(oud, nieuw, scherm.zeg)
    return vul(
        "vergelijking.html",
        stijlen=("blad.css", "druk.css", "vergelijking.css"),
        scherm=scherm,
        toen=Scherm(schermtaal, oud.taal),
        titel=titel_van(scherm.zeg, oud, nieuw),
        kader=nieuw,
        **inhoud,
    )
