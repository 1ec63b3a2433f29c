"""The words that sheets share, whether they are drawn as HTML or as a Word document."""

from __future__ import annotations

from ..eenheid import EvL
from ..model import Niveau
from ..raamwerk import Raamwerk
from ..rijnamen import rijnaamvoet  # noqa: F401  # pyright: ignore[reportUnusedImport]  # templates find it here
from ..schermtaal import Spreek

AANGETOOND, NOG = "aangetoond", "nog aan te tonen"
TEKEN = {AANGETOOND: "●", NOG: "○"}
"""How a sheet marks a criterium: told apart by shape, so that a print in black and white tells as much."""


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


def naam_en_versie(spreek: Spreek, raamwerk: Raamwerk) -> str:
    """Return which framework this is, in which version.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> naam_en_versie(spreker("en"), lu.laad())
    'Leeruitkomsten van het werkplekleren, version 1.0'
    """
    return spreek("vel.raamwerk", naam=raamwerk.naam, versie=raamwerk.versie)


def voet(spreek: Spreek, raamwerk: Raamwerk) -> str:
    """Return which framework and edition a sheet is of: what fits on the line below each.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> voet(spreker("nl"), lu.laad())
    'Leeruitkomsten van het werkplekleren, versie 1.0, 24 november 2026'
    """
    return spreek("vel.voet", naam=raamwerk.naam, uitgave=uitgave(spreek, raamwerk))


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


def begeleiding(spreek: Spreek, raamwerk: Raamwerk, niveau: Niveau) -> str:
    """Return the begeleiding of a niveau as a line of its own; only a source that says so gives it as a guideline.

    Of a framework that states none at any niveau it is empty: such a source leaves nothing out.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> begeleiding(spreker("nl"), lu.laad(), lu.niveau(1)), begeleiding(spreker("en"), lu.laad(), lu.niveau(4))
    ('Begeleiding: niet vermeld', 'Guidance (as a guideline): zelfstandig')
    """
    if not any(een.begeleiding for een in raamwerk.niveaus):
        return ""
    if niveau.begeleiding is None:
        return spreek("begeleiding_niet_vermeld")
    noten = (noot.tekst.casefold() for noot in raamwerk.inleiding if noot.bij == "begeleiding")
    richtlijn = any("als richtlijn" in tekst for tekst in noten)
    zeg = "begeleiding_richtlijn" if richtlijn else "begeleiding"
    return spreek(zeg, begeleiding=niveau.begeleiding)


def literatuur(raamwerk: Raamwerk) -> tuple[str, ...]:
    """Return what the source says of the use of literature; a framework may say nothing.

    >>> import leeruitkomsten as lu
    >>> literatuur(lu.laad())
    ('Bij het aantonen van de leeruitkomsten maak je gebruik van literatuur ter onderbouwing van je handelen.',)
    """
    return tuple(noot.tekst for noot in raamwerk.inleiding if noot.bij == "literatuur")


def formuliertitel(spreek: Spreek, raamwerk: Raamwerk, evl: EvL) -> str:
    """Return what the form of an EvL is called.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> formuliertitel(spreker("nl"), lu.laad(), lu.evl(2))
    'EvL2 Verdiepingsfase – Leeruitkomsten van het werkplekleren, versie 1.0'
    """
    return f"{evl.code} {evl.niveau.fase} – {naam_en_versie(spreek, raamwerk)}"


def overzichttitel(spreek: Spreek, raamwerk: Raamwerk, evl: EvL) -> str:
    """Return what the overview of an EvL is called.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> overzichttitel(spreker("nl"), lu.laad(), lu.evl(2))
    'Overzicht EvL2 Verdiepingsfase – Leeruitkomsten van het werkplekleren, versie 1.0'
    """
    return f"{spreek('overzicht')} {formuliertitel(spreek, raamwerk, evl)}"


def wie_regel(spreek: Spreek, wie: str) -> str:
    """Return whose a sheet is, for its margin: the name, or room to write one.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> wie_regel(spreker("nl"), "Sanne"), wie_regel(spreker("nl"), "")
    ('Student: Sanne', 'Student: ………………………………………')
    """
    return f"{spreek('vel.student')}: {wie or '…' * 15}"


def fase(spreek: Spreek, evl: EvL) -> str:
    """Return which phase an EvL is of. English says what an EvL is besides: no reader of it knows the word.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> fase(spreker("nl"), lu.evl(2)), fase(spreker("en"), lu.evl(2))
    ('Verdiepingsfase (niveau 2)', 'Unit of learning outcomes, level 2: Verdiepingsfase')
    """
    return spreek("vel.fase", fase=evl.niveau.fase, nummer=evl.niveau.nummer)


def kolommen(spreek: Spreek) -> tuple[str, ...]:
    """Return the columns of a form.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> kolommen(spreker("en"))
    ('Success criterion', 'Evidence', 'Feedback', 'Feedforward')
    """
    return (spreek("vel.succescriterium"), spreek("vel.bewijs"), spreek("vel.feedback"), spreek("vel.feedforward"))


def gegevens(spreek: Spreek) -> tuple[str, ...]:
    """Return what is asked at the head of a form, before the names of who guides the student.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> gegevens(spreker("nl"))
    ('Student', 'School of werkplek', 'Datum')
    """
    return (spreek("vel.student"), spreek("vel.werkplek"), spreek("vel.datum"))


def ondertekening(spreek: Spreek) -> tuple[str, ...]:
    """Return the columns of the signatures; the one before the last is for a pen, in Word too.

    >>> from leeruitkomsten.schermtaal import spreker
    >>> ondertekening(spreker("nl"))
    ('Wie', 'Naam', 'Handtekening', 'Datum')
    """
    return (spreek("vel.wie"), spreek("vel.naam"), spreek("vel.handtekening"), spreek("vel.datum"))
