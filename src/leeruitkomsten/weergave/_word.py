"""The same sheets as Word documents: the matrix to print or adapt, the form to fill in by typing."""

from __future__ import annotations

import functools
import io
import itertools
import re
import string
from collections.abc import Iterable
from typing import Any

import attrs

from ..bestanden.worddelen import bladwijzer
from ..bewijs import Portfolio
from ..fouten import onderdeel
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, ongevuld
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_raamwerk
from ._bladen import bladen_van
from ._dossier import van_student
from ._matrix import gekozen, titel_van
from ._rollen import rollen_van
from ._runs import Woordtaal
from ._sjabloon import gevuld
from ._vergelijking import gegevens_van
from ._vergelijking import titel_van as titel_van_vergelijking
from ._woorden import fase, formuliertitel, wie_regel

A3, A4 = (420, 297), (297, 210)
"""Width and height of a sheet on its side, in millimetres."""
RAND = 11
RIJKOLOM = 26
"""How wide the column with the codes of the rows is, in millimetres: "Leeruitkomst" and "Succescriteria" fit in it."""
VRAAGKOLOM = 45
"""How wide the column is that says what is asked, or who signs, in millimetres."""
HANDTEKENINGKOLOM, DATUMKOLOM = 80, 40
"""How wide the columns for a signature and its date are, in millimetres; the name gets the rest."""
DELEN = (26, 20, 27, 27)
"""How wide the columns of a form are, as parts of a hundred."""
LEEG = "\u2003" * 8
"""What stands in a field until somebody types: white space, wide enough to click on."""
_BLIJFT = {"styles", "settings", "theme"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# XML has no place for these, not even escaped; a framework that was checked may hold U+FFFE and U+FFFF.
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Before 1980 a zip has no dates; the date of the framework stands in the properties of the document.
_ZIPDATUM = (1980, 1, 1, 0, 0, 0)


@attrs.frozen
class Vel:
    """The sheets of a document: width and height in millimetres, and what stands above each: whose it is, of which EvL."""

    maat: tuple[int, int]
    wie: str = ""
    waarvan: str = ""


def matrix_docx(
    raamwerk: Raamwerk,
    leerlijn: str | None = None,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | None = None,
    schermtaal: Schermtaal = "nl",
) -> bytes:
    """Return a leerlijn, or each of them, as a Word document on A3, landscape: the table that `matrix` has.

    The head of the table comes back on each page and a row stays whole. The head of each page says whose it is, its foot has
    version, date and page number; the source stands at the end. Headings, table heads and languages are marked as such, for
    screen readers; texts of a language that is written from right to left run that way, and so do the columns that hold them. The
    same framework gives the same bytes, under one release of python-docx: dates are those of the framework.

    Args:
        raamwerk: the framework. The two characters that no XML can hold (U+FFFE and U+FFFF) come out as U+FFFD.
        leerlijn: code of one leerlijn; all of them, each from a new page, when it is left out.
        voortgang: what a student has shown of this framework, as in `matrix`.
        portfolio: the same with student, day, evidence and notes, as in `matrix`.
        schermtaal: the language of the document: what stands around the texts is in it, `nl` or `en`.

    Raises:
        OnbekendeCode: the framework has no such leerlijn, or the portfolio has a code that it does not have.
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, or `portfolio` no `Portfolio`.
        OngeldigeVraag: `voortgang` or `portfolio` is of another framework, or of another version of it, or both are given; or
            there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> matrix_docx(lu.laad(), "WPO")[:2]
    b'PK'
    """
    lijnen = gekozen(raamwerk, leerlijn)
    taal = Woordtaal(schermtaal, raamwerk.taal)
    bladen = [blad for lijn in lijnen for blad in bladen_van(raamwerk, lijn)]
    titel = titel_van(taal.zeg, raamwerk, leerlijn)
    stand, dossier = van_student(raamwerk, voortgang, portfolio, taal.zeg)
    vel = Vel(A3, wie_regel(taal.zeg, dossier.wie) if dossier else "")
    return document_van(
        raamwerk,
        taal,
        titel,
        vel,
        "matrix.xml",
        bladen=bladen,
        stand=stand,
        dossier=dossier,
        breedtes_van=functools.partial(_kolommen, A3, RIJKOLOM),
    )


def _kolommen(maat: tuple[int, int], eerste: int, aantal: int) -> list[int]:
    """Return how wide the columns of a matrix with so many niveaus are: that of the rows, then as wide as each other."""
    return twips([eerste, *[(maat[0] - 2 * RAND - eerste) / aantal] * aantal])


def formulier_docx(
    raamwerk: Raamwerk,
    niveau: int | str,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | None = None,
    rollen: Iterable[str] | None = None,
    schermtaal: Schermtaal = "nl",
) -> bytes:
    """Return the form of an EvL as a Word document on A4, landscape, to fill in by typing: the parts that `formulier` has.

    Each place to fill in is a field that says what belongs there (a content control); a day is picked from a calendar. The same
    input gives the same bytes, under one release of python-docx.

    Args:
        raamwerk: the framework. The two characters that no XML can hold (U+FFFE and U+FFFF) come out as U+FFFD.
        niveau: number of the niveau, or code of the EvL.
        voortgang: what a student has shown of this framework, as in `formulier`.
        portfolio: the same with student, day, evidence and notes, as in `formulier`; below what there is stands a field for more.
        rollen: names of the roles of who guides the student, in order, as in `formulier`.
        schermtaal: the language of the document: what stands around the texts is in it, `nl` or `en`.

    Raises:
        OnbekendeCode: the framework has no such niveau, or the portfolio has a code that it does not have.
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, `portfolio` no `Portfolio`, or `rollen` are no texts.
        OngeldigeVraag: `voortgang` or `portfolio` is of another framework, or of another version of it, or both are given; a
            role is empty, longer than 50 characters, or there already; or there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> formulier_docx(lu.laad(), 2)[:2]
    b'PK'
    """
    evl = eis_raamwerk(raamwerk).evl(niveau)
    breed = A4[0] - 2 * RAND
    rest = breed - VRAAGKOLOM
    maten = {
        "breedtes": twips([breed * deel / 100 for deel in DELEN]),
        "velden": twips([VRAAGKOLOM, rest]),
        "gesprek": twips([breed / 2, breed / 2]),
        "ondertekening": twips([VRAAGKOLOM, rest - HANDTEKENINGKOLOM - DATUMKOLOM, HANDTEKENINGKOLOM, DATUMKOLOM]),
    }
    taal = Woordtaal(schermtaal, raamwerk.taal)
    stand, dossier = van_student(raamwerk, voortgang, portfolio, taal.zeg)
    wie = rollen_van(taal.zeg, raamwerk, rollen)
    titel = formuliertitel(taal.zeg, raamwerk, evl)
    van_wie = wie_regel(taal.zeg, dossier.wie if dossier else "")
    vel = Vel(A4, f"{van_wie} – {evl.code} ", fase(taal.spreek, evl))
    inhoud = {"evl": evl, "stand": stand, "dossier": dossier, "rollen": wie}
    return document_van(raamwerk, taal, titel, vel, "formulier.xml", **inhoud, **maten)


NAAMKOLOM = 38
"""How wide the column with the codes and names of the rows is beside cells of codes alone, in millimetres."""
WIJZIGINGKOLOM, WAARKOLOM = 55, 50
"""How wide the columns are that say what happened and to what, in millimetres; the text gets the rest."""


def vergelijking_docx(oud: Raamwerk, nieuw: Raamwerk, *, schermtaal: Schermtaal = "nl") -> bytes:
    """Return what changed from one framework to another as a Word document on A4, landscape: what `vergelijking` has.

    The same frameworks give the same bytes, under one release of python-docx.

    Args:
        oud: the framework as it was.
        nieuw: the framework as it is. The two characters that no XML can hold (U+FFFE and U+FFFF) come out as U+FFFD.
        schermtaal: the language of the document: what stands around the texts is in it, `nl` or `en`.

    Raises:
        VerkeerdType: one of the two is no framework.
        OngeldigeVraag: there is no such `schermtaal`.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> vergelijking_docx(lu.laad(), lu.laad(errata=True))[:2]
    b'PK'
    """
    taal = Woordtaal(schermtaal, getattr(nieuw, "taal", "nl"))
    inhoud = gegevens_van(oud, nieuw, taal.zeg)
    maten = {
        "breedtes_van": functools.partial(_kolommen, A4, NAAMKOLOM),
        "regelbreedtes": twips([WIJZIGINGKOLOM, WAARKOLOM, A4[0] - 2 * RAND - WIJZIGINGKOLOM - WAARKOLOM]),
    }
    titel = titel_van_vergelijking(taal.zeg, oud, nieuw)
    return document_van(nieuw, taal, titel, Vel(A4), "vergelijking.xml", **inhoud, **maten)


def twips(millimeters: list[float]) -> list[int]:
    """Return lengths as Word counts them, in twentieths of a point."""
    return [round(lengte / 25.4 * 72 * 20) for lengte in millimeters]


def _docx() -> Any:
    with onderdeel("weergave", "Word"):
        import docx
    return docx


def document_van(raamwerk: Raamwerk, taal: Woordtaal, titel: str, vel: Vel, sjabloon: str, **gegevens: object) -> bytes:
    """Return a document of sheets of this size, in which a template says what stands."""
    document = _docx().Document()
    _uitgekleed(document)
    document.styles.element[:] = _xml("stijlen.xml", taal, punt=10 if vel.maat == A4 else 11)
    document.settings.element[:] = _xml("instellingen.xml", taal)
    document.element.body[:] = [*_xml(sjabloon, taal, kader=raamwerk, **gegevens), *document.element.body[-1:]]
    _vel(document.sections[0], vel, raamwerk, taal)
    _eigenschappen(document, titel, raamwerk.datum, taal)
    eerst = io.BytesIO()
    document.save(eerst)
    return _vast(eerst)


def _xml(sjabloon: str, taal: Woordtaal, **gegevens: Any) -> list[Any]:
    """Return the elements that a template makes of these data, in these languages."""
    from docx.oxml import parse_xml

    hulp = {"leeg": LEEG, "bladwijzer": bladwijzer, "volgnummer": itertools.count(1).__next__}
    binnen = _NIET_IN_XML.sub("\ufffd", gevuld(sjabloon, spreek=taal.spreek, taal=taal, **hulp, **gegevens))
    return list(parse_xml(f"<w:body {_W}>{binnen}</w:body>"))


def _uitgekleed(document: Any) -> None:
    """Take out of the template of python-docx what is not its styles, settings and theme: a preview, spare parts."""
    for van, soorten in (
        (document.part.rels, _BLIJFT),
        (document.part.package.rels, {"officeDocument", "core-properties"}),
    ):
        for naam, rel in list(van.items()):
            if rel.reltype.rpartition("/")[2] not in soorten:
                del van[naam]


def _vel(sectie: Any, vel: Vel, raamwerk: Raamwerk, taal: Woordtaal) -> None:
    """Set the size of the sheets, and what stands above and below each."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Mm

    sectie.orientation = WD_ORIENTATION.LANDSCAPE
    sectie.page_width, sectie.page_height = map(Mm, vel.maat)
    sectie.left_margin = sectie.right_margin = Mm(RAND)
    sectie.top_margin, sectie.bottom_margin = Mm(15), Mm(15)
    sectie.header_distance = sectie.footer_distance = Mm(7)
    breed = twips([vel.maat[0] - 2 * RAND])[0]
    for rand, sjabloon in ((sectie.header, "kopregel.xml"), (sectie.footer, "voetregel.xml")):
        rand.is_linked_to_previous = False
        inhoud = {"kader": raamwerk, "breed": breed, "vel": vel, "bladnummer": _bladnummer(taal)}
        rand.part.element[:] = _xml(sjabloon, taal, **inhoud)


def _bladnummer(taal: Woordtaal) -> list[tuple[str, str]]:
    """Return which sheet of how many this is: words, each with the field of Word that counts after them."""
    tellers = {"nummer": "PAGE", "aantal": "NUMPAGES"}
    delen = string.Formatter().parse(ongevuld("vel.blad", taal.schermtaal))
    return [(vast, tellers[naam or ""]) for vast, naam, _, _ in delen]


def _eigenschappen(document: Any, titel: str, datum: str, taal: Woordtaal) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    eigenschappen = document.core_properties
    eigenschappen.title, eigenschappen.language = _NIET_IN_XML.sub("\ufffd", titel)[:255], taal.document
    eigenschappen.author = eigenschappen.comments = ""
    # Written here: of a year before 1000 python-docx makes a year of fewer than four digits, which is no date.
    kern = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for moment in kern.iter(qn("dcterms:created"), qn("dcterms:modified")):
        moment.text = f"{datum}T00:00:00Z"


def _vast(eerst: io.BytesIO) -> bytes:
    """Return a document as bytes that depend on what is in it, and on nothing else."""
    import zipfile

    uit = io.BytesIO()
    # Not compressed: compressors differ from machine to machine.
    with zipfile.ZipFile(eerst) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            deel = zipfile.ZipInfo(naam, _ZIPDATUM)
            deel.create_system = 3  # on Windows it would say so
            nieuw.writestr(deel, oud.read(naam))
    return uit.getvalue()
