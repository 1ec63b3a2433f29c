"""Reading sheets back, as HTML, as PDF and as a Word document: what the tests hold against the framework."""

from __future__ import annotations

import io
import re
from typing import Any

import lxml.html
from playwright.sync_api import Page
from pypdf import PdfReader

from leeruitkomsten import EvL, Leerlijn, Leeruitkomst, Niveau, Raamwerk, Succescriterium, Voortgang

MENSENWOORDEN = re.compile(
    r"behaal|behald|gehaald|geslaagd|score|toets|valide|voldoende|cijfer",  # onvoldoende and gevalideerd hold one of these
    re.IGNORECASE,
)
"""The words that belong to people who judge: nothing that the library makes says them of itself."""


def boom(html: str) -> Any:
    """A document as a tree."""
    return lxml.html.document_fromstring(html)


def tekst(element: Any) -> str:
    """What an element says, white space folded."""
    return vlak(element.text_content())


def vlak(tekst: str) -> str:
    """A text with its white space folded."""
    return " ".join(tekst.split())


def regel(record: Leeruitkomst | Succescriterium) -> str:
    """A leeruitkomst or criterium as a sheet has it: its code, that of the source where it gives one, and its text."""
    notatie = "" if record.notatie is None else f" ({record.notatie})"
    return f"{record.code}{notatie} {record.tekst}".rstrip()


def begeleid(kader: Raamwerk, niveau: Niveau) -> str:
    """The line of the begeleiding of a niveau: of these frameworks only the packaged one says that it is a guideline.

    Of one that states none at any niveau there is no such line.
    """
    if not any(een.begeleiding for een in kader.niveaus):
        return ""
    if niveau.begeleiding is None:
        return "Begeleiding: niet vermeld"
    hoe = "Als richtlijn" if kader.sleutel == "werkplekleren" else "Begeleiding"
    return f"{hoe}: {niveau.begeleiding}"


VELLEN = {9: [(1, 4), (5, 9)], 12: [(1, 6), (7, 12)], 15: [(1, 5), (6, 10), (11, 15)]}
"""Which niveaus stand together on a sheet, from the first to the last, by how many there are; of fewer all do."""


def vellen(kader: Raamwerk) -> list[tuple[Leerlijn, str, tuple[Niveau, ...]]]:
    """The sheets of the matrix of a framework: the leerlijn, what the sheet is called, and the niveaus on it."""
    delen = VELLEN.get(len(kader.niveaus))
    if delen is None:
        return [(lijn, str(lijn), kader.niveaus) for lijn in kader.leerlijnen]
    return [
        (lijn, f"{lijn}, niveaus {van} tot en met {tot}", kader.niveaus[van - 1 : tot])
        for lijn in kader.leerlijnen
        for van, tot in delen
    ]


def op(niveaus: tuple[Niveau, ...], van: Any) -> list[Any]:
    """What stands at these niveaus, of something that has a part for each."""
    return [van[niveau.nummer - 1] for niveau in niveaus]


def gevraagd(evl: EvL) -> list[Leeruitkomst]:
    """The leeruitkomsten of an EvL that ask something: a form has no place for the others."""
    return [uitkomst for uitkomst in evl.leeruitkomsten if not uitkomst.leeg]


def pdf_van(pagina: Page, **opties: Any) -> PdfReader:
    """What the browser prints."""
    return PdfReader(io.BytesIO(pagina.pdf(**opties or {"prefer_css_page_size": True})))


def maten(pdf: PdfReader) -> set[tuple[int, int]]:
    """The sizes of the sheets of a PDF: width and height in whole millimetres."""
    return {(round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pdf.pages}


def gedrukt(pdf: PdfReader) -> list[str]:
    """What each sheet of a PDF says. The source breaks a line after a hyphen only where the text has one, so no word is lost."""
    return [vlak(p.extract_text()) for p in pdf.pages]


def zonder_wit(tekst: str) -> str:
    """A text without white space: where lines end on paper is not part of it."""
    return re.sub(r"\s", "", tekst)


def halverwege(kader: Raamwerk, niveau: int | None = None) -> Voortgang:
    """The progress of a student who showed every other criterium of the framework."""
    return kader.voortgang([c.code for c in kader.succescriteria][::2], niveau)
