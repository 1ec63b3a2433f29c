"""The words that sheets share, whether they are drawn as HTML or as a Word document."""

from __future__ import annotations

from ..eenheid import EvL
from ..model import Niveau
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek

AANGETOOND, NOG = "aangetoond", "nog aan te tonen"
TEKEN = {AANGETOOND: "●", NOG: "○"}
"""How a sheet marks a criterium: told apart by shape, so that a print in black and white tells as much."""
KOLOMMEN = ("Succescriterium", "Bewijs", "Feedback", "Feedforward")
"""The columns of a form."""
PERSONEN = ("Student", "Werkplekbegeleider", "Instituutsopleider")
"""Who signs a form."""
GEGEVENS = ("Student", "School of werkplek", "Datum", "Werkplekbegeleider", "Instituutsopleider")
"""What is asked at the head of a form: on paper three lines on the left, the others beside them."""
HANDTEKENING = "Handtekening"
"""The one column of the signatures that is for a pen, in Word too."""
ONDERTEKENING = ("Wie", "Naam", HANDTEKENING, "Datum")
"""The columns of the signatures."""


def dag(spreek: Spreek, datum: str) -> str:
    """Return a date (ISO 8601) as it is written on paper.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> dag(spreker("nl"), "2024-02-09"), dag(spreker("en"), "2024-02-09")
    ('9 februari 2024', '9 February 2024')
    """
    jaar, maand, nummer = datum.split("-")
    return spreek("datum", dag=int(nummer), maand=spreek("maanden").split()[int(maand) - 1], jaar=jaar)


def uitgave(spreek: Spreek, raamwerk: Raamwerk) -> str:
    """Return which edition of a framework this is.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> uitgave(spreker("nl"), lu.laad())
    'versie 1.0, 24 november 2026'
    """
    return spreek("uitgave", versie=raamwerk.versie, dag=dag(spreek, raamwerk.datum))


def herkomst(spreek: Spreek, raamwerk: Raamwerk) -> str:
    """Return which framework and edition a sheet is of, and what that was made from.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> print(herkomst(spreker("nl"), lu.laad()).partition(", dat")[0])
    Leeruitkomsten van het werkplekleren, versie 1.0, 24 november 2026. Bron: het document “Leeruitkomsten”
    """
    delen = {"naam": raamwerk.naam, "uitgave": uitgave(spreek, raamwerk), "titel": raamwerk.bron.titel}
    werken = "; ".join(raamwerk.bron.verwijzingen)
    return spreek("herkomst_verwijst", **delen, werken=werken) if werken else spreek("herkomst", **delen)


def begeleiding(spreek: Spreek, niveau: Niveau) -> str:
    """Return the begeleiding of a niveau as a line of its own.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> begeleiding(spreker("nl"), lu.niveau(1)), begeleiding(spreker("en"), lu.niveau(4))
    ('Begeleiding: niet vermeld', 'Guidance (as a guideline): zelfstandig')
    """
    if niveau.begeleiding is None:
        return spreek("begeleiding_niet_vermeld")
    return spreek("begeleiding", begeleiding=niveau.begeleiding)


def literatuur(raamwerk: Raamwerk) -> tuple[str, ...]:
    """Return what the source says of the use of literature; a framework may say nothing.

    >>> import leeruitkomsten as lu
    >>> literatuur(lu.laad())
    ('Bij het aantonen van de leeruitkomsten maak je gebruik van literatuur ter onderbouwing van je handelen.',)
    """
    return tuple(noot.tekst for noot in raamwerk.inleiding if noot.bij == "literatuur")


def formuliertitel(raamwerk: Raamwerk, evl: EvL) -> str:
    """Return what the form of an EvL is called.

    >>> import leeruitkomsten as lu
    >>> formuliertitel(lu.laad(), lu.evl(2))
    'EvL2 Verdiepingsfase – Leeruitkomsten van het werkplekleren, versie 1.0'
    """
    return f"{evl.code} {evl.niveau.fase} – {raamwerk}"


def fase(evl: EvL) -> str:
    """Return which phase an EvL is of.

    >>> import leeruitkomsten as lu
    >>> fase(lu.evl(2))
    'Verdiepingsfase (niveau 2)'
    """
    return f"{evl.niveau.fase} (niveau {evl.niveau.nummer})"
