"""The words that sheets share, whether they are drawn as HTML or as a Word document."""

from __future__ import annotations

from ..eenheid import EvL
from ..model import NIET_VERMELD, Niveau
from ..raamwerk import Raamwerk

AANGETOOND, NOG = "aangetoond", "nog aan te tonen"
TEKEN = {AANGETOOND: "●", NOG: "○"}
"""How a sheet marks a criterium: told apart by shape, so that a print in black and white tells as much."""
NIETS_GEVRAAGD = "niets gevraagd"
GEEN_CRITERIA = "geen succescriteria"
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
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def dag(datum: str) -> str:
    """Return a date (ISO 8601) as it is written on paper.

    >>> dag("2024-02-09")
    '9 februari 2024'
    """
    jaar, maand, nummer = datum.split("-")
    return f"{int(nummer)} {MAANDEN[int(maand) - 1]} {jaar}"


def uitgave(raamwerk: Raamwerk) -> str:
    """Return which edition of a framework this is.

    >>> import leeruitkomsten as lu
    >>> uitgave(lu.laad())
    'versie 1.0, 24 november 2026'
    """
    return f"versie {raamwerk.versie}, {dag(raamwerk.datum)}"


def herkomst(raamwerk: Raamwerk) -> str:
    """Return which framework and edition a sheet is of, and what that was made from.

    >>> import leeruitkomsten as lu
    >>> print(herkomst(lu.laad()).partition(", dat")[0])
    Leeruitkomsten van het werkplekleren, versie 1.0, 24 november 2026. Bron: het document “Leeruitkomsten”
    """
    werken = "; ".join(raamwerk.bron.verwijzingen)
    verwijst = f", dat verwijst naar {werken}" if werken else ""
    return f"{raamwerk.naam}, {uitgave(raamwerk)}. Bron: het document “{raamwerk.bron.titel}”{verwijst}."


def begeleiding(raamwerk: Raamwerk, niveau: Niveau) -> str:
    """Return the begeleiding of a niveau as a line of its own; only a source that says so gives it as a guideline.

    >>> import leeruitkomsten as lu
    >>> begeleiding(lu.laad(), lu.niveau(1)), begeleiding(lu.laad(), lu.niveau(4))
    ('Begeleiding: niet vermeld', 'Begeleiding (als richtlijn): zelfstandig')
    """
    noten = (noot.tekst.casefold() for noot in raamwerk.inleiding if noot.bij == "begeleiding")
    hoe = " (als richtlijn)" if niveau.begeleiding and any("als richtlijn" in tekst for tekst in noten) else ""
    return f"Begeleiding{hoe}: {niveau.begeleiding or NIET_VERMELD}"


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
