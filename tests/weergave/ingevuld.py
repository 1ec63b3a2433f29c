"""Forms as Word leaves them behind: with something typed in a field, beside one, or in a part of its own."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

XML = "{http://www.w3.org/XML/1998/namespace}space"


def typ(formulier: bytes, velden: Mapping[str, str], anders: Callable[[Any], None] = lambda _: None) -> bytes:
    """Type in the fields of a form, by name; `anders` does something else to the document."""

    def vul(document: Any) -> None:
        for naam, tekst in velden.items():
            (veld,) = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt) == naam]
            for merk in [*veld.iter(qn("w:showingPlcHdr"))]:
                merk.getparent().remove(merk)
            inhoud = veld.find(qn("w:sdtContent"))
            inhoud[:] = [deel for regel in tekst.split("\n") for deel in (run("br"), run("t", regel))][1:]
        anders(document)

    return met_deel(formulier, "word/document.xml", vul)


def naam_van(sdt: Any) -> str:
    """The name of a field."""
    return str(sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")))


def run(naam: str, tekst: str | None = None, **waarden: str) -> Any:
    """A run with one thing in it."""
    element = etree.Element(qn("w:r"))
    binnen = etree.SubElement(
        element, qn(f"w:{naam}"), {qn(f"w:{sleutel}"): waarde for sleutel, waarde in waarden.items()}
    )
    binnen.text = tekst
    if tekst is not None:
        binnen.set(XML, "preserve")
    return element


def alinea(*delen: Any) -> Any:
    """A paragraph of these runs."""
    element = etree.Element(qn("w:p"))
    element.extend(copy.deepcopy(deel) for deel in delen)
    return element


def met_deel(formulier: bytes, naam: str, doe: Callable[[Any], None] | bytes) -> bytes:
    """The document with a part that is changed, or that is new."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(formulier)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for deel in oud.namelist():
            inhoud = oud.read(deel)
            if deel == naam and not isinstance(doe, bytes):
                boom = etree.fromstring(inhoud)
                doe(boom)
                inhoud = etree.tostring(boom)
            if deel != naam or not isinstance(doe, bytes):
                nieuw.writestr(deel, inhoud)
        if isinstance(doe, bytes):
            nieuw.writestr(naam, doe)
    return uit.getvalue()
