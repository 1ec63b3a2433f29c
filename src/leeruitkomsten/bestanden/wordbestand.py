"""Word documents, read as large as they are and no larger: what stands in each field (content control), and all other text.

Only text is read, part by part, and no tree is built. A document that declares a type of its own (DOCTYPE) is refused: no program
that writes them does, and entities are declared there.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, XMLParser

from ..fouten import Bevinding, Bevindingsoort, OngeldigPortfolio
from .bron import GRENS, WERKMAP, Bron, lees_bytes
from .worddelen import Alinea, Beeld, Deel, Stuk, Wordveld, naam_van

if TYPE_CHECKING:
    from collections.abc import Generator

XML = GRENS
"""So many bytes may the parts with text hold together, unpacked; pictures are not read."""
DIEPTE = 1_000
"""So deep may elements stand within each other, and what is worked out by Word."""

_DELEN: dict[str, Deel] = {
    "document": "tekst", "hdr": "kop of voet", "ftr": "kop of voet", "footnotes": "voetnoot", "endnotes": "voetnoot",
    "comments": "opmerking",
}  # fmt: skip
"""The parts that people type in, by the element that each begins with."""
_ZONDER_TEKST = re.compile(
    r"\[Content_Types\]\.xml|.*/|(.*/)?_rels/.*|(docProps|docMetadata|customXml|customUI|_xmlsignatures|word/(theme|fonts|glossary))/.*"
    r"|word/(styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|comments(Extended|Ids|Extensible)|customizations"
    r"|intelligence2?)\.xml"
)
"""The parts that every document has, and in which nobody types or draws."""
# What a zip that is none, or is damaged or locked, makes its reader say.
_ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_WIT = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
# What was moved away or stands there a second time for older programs.
_OVER = {"moveFrom", "Fallback"}
_ONZE = re.compile("_[a-z][0-9A-Za-z_]*")
"""A bookmark of a field; those of Word itself (`_GoBack`, `_Toc…`) have a capital."""


def lees_word(bron: Bron) -> list[Stuk]:
    """Return what a Word document (.docx) says, in its order, and behind that what is no text.

    Raises:
        OngeldigPortfolio: it is no Word document, or one that is too large.
        VerkeerdType: `bron` is nothing that can be read.
        OSError: the file cannot be opened or read.
    """
    inhoud = lees_bytes(bron, WERKMAP)
    if len(inhoud) > WERKMAP:
        raise _geweigerd(f"is groter dan {WERKMAP} bytes", "te_groot")
    stukken: list[Stuk] = []
    beelden: list[Beeld] = []
    ruimte = XML
    with _als_zip():
        map_ = zipfile.ZipFile(io.BytesIO(inhoud))
    namen = map_.namelist()
    if len({*namen}) < len(namen):
        raise _geweigerd("heeft een deel twee keer")
    for deel in map_.infolist():
        gelezen = None
        if _met_tekst(deel.filename):
            xml = _uitgepakt(map_, deel, ruimte)
            ruimte -= len(xml)
            gelezen = _stukken(xml)
        if gelezen is not None:
            stukken += gelezen
        elif not _ZONDER_TEKST.fullmatch(deel.filename):
            beelden.append(Beeld(deel.filename))
    if not stukken:
        raise _geweigerd("is geen Word-document (.docx) met tekst")
    return [*stukken, *beelden]


@contextmanager
def _als_zip() -> Generator[None]:
    """Refuse what is no zip, or a damaged one."""
    try:
        yield
    except _ZIPFOUTEN as fout:
        raise _geweigerd("is geen Word-document (.docx)") from fout


def _uitgepakt(map_: zipfile.ZipFile, deel: zipfile.ZipInfo, ruimte: int) -> bytes:
    """Return what is in a part. What it says of its own size counts for nothing, and of other packings no bit is unpacked."""
    if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _geweigerd("is ingepakt zoals Word dat niet doet")
    with _als_zip(), map_.open(deel) as stroom:
        xml = lees_bytes(stroom, ruimte)
    if len(xml) > ruimte:
        raise _geweigerd(f"heeft uitgepakt meer dan {XML} bytes tekst", "te_groot")
    return xml


def _geweigerd(reden: str, soort: Bevindingsoort = "onleesbaar") -> OngeldigPortfolio:
    return OngeldigPortfolio.van([Bevinding("het bestand", soort, reden)])


def _met_tekst(naam: str) -> bool:
    """Say whether a part may be one that people type in: which it is, its first element says."""
    return naam.startswith("word/") and naam.endswith(".xml") and naam.count("/") == 1


class _AnderDeel(Exception):
    """A part that nobody types in."""


def _stukken(xml: bytes) -> list[Wordveld | Alinea] | None:
    """Return what a part says; `None` for one that nobody types in."""
    lezer = _Lezer()
    letters = "utf-16" if xml.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) else "utf-8"  # there are no others in a document
    ontleder = XMLParser(target=lezer, encoding=letters)  # noqa: S314  # no tree, no DOCTYPE, and what is unpacked is bounded
    try:
        ontleder.feed(xml)
        ontleder.close()
    except _AnderDeel:
        return None
    except ParseError as fout:
        raise _geweigerd("heeft een deel dat geen goede XML is") from fout
    return lezer.stukken


class _Veld:
    """A field that is being read; one without a name is none of ours, and its text is that of what it stands in."""

    def __init__(self, naam: str, om: _Veld | None) -> None:
        self.naam = naam
        self.voorbeeld = False
        self.tekst: list[str] = []
        self.doel: list[str] | None = om.doel if om else None
        self.begonnen = False
        self.heet(naam)

    def heet(self, naam: str) -> None:
        """Take a name, if there is one."""
        if naam:
            self.naam, self.doel = naam, self.tekst


class _Alinea:
    """A paragraph that is being read."""

    def __init__(self, codes: int) -> None:
        self.tekst: list[str] = []
        self.met_velden = False
        self.codes = codes
        """How many codes were open around it."""


class _Code:
    """What is worked out by Word, such as the number of a page: a number that is complete is no text of anybody."""

    def __init__(self, om: _Code | None, instructie: str | None = None) -> None:
        self.enkel = instructie is not None
        self.instructie = [instructie or ""]
        self._om = om if om and om.telt else None
        self._telt: bool | None = None
        self._geschreven: list[tuple[list[str], int]] = self._om._geschreven if self._om else []

    @property
    def telt(self) -> bool:
        """Whether this numbers pages, or stands in what does; its first words say so, and it is asked behind those."""
        if self._telt is None:
            eerste = "".join(self.instructie).split(None, 1)[:1]
            self._telt = self._om is not None or eerste in (["PAGE"], ["NUMPAGES"])
        return self._telt

    def schrijft(self, doel: list[str]) -> None:
        """Know what is written next as the number, and not as a text."""
        self._geschreven.append((doel, len(doel)))

    def sluit(self) -> None:
        """Take back the number."""
        if self.telt and self._om is None:
            for doel, plek in self._geschreven:
                doel[plek] = ""


class _Lezer:
    """Takes the events of one part, and keeps what it says."""

    def __init__(self) -> None:
        self.stukken: list[Wordveld | Alinea] = []
        self._deel: Deel = "tekst"
        self._open: list[str] = []
        self._velden: list[_Veld] = []
        self._alineas: list[_Alinea] = []
        self._over = 0
        self._merk = ""
        self._codes: list[_Code] = []

    def doctype(self, *_: object) -> None:
        """Refuse a type of its own."""
        raise _geweigerd("heeft een DOCTYPE")

    def start(self, tag: str, waarden: dict[str, str]) -> None:
        """Begin an element."""
        naam = tag.rpartition("}")[2]
        gegeven = {sleutel.rpartition("}")[2]: waarde for sleutel, waarde in waarden.items()}
        if not self._open:
            if naam not in _DELEN:
                raise _AnderDeel
            self._deel = _DELEN[naam]
        if self._open[-1:] == ["sdtPr"]:
            self._gegeven(naam, gegeven.get("val"))
            naam = ""  # it is nothing else, whatever it is called
        self._over += naam in _OVER
        if naam == "p":
            self._begin_alinea()
        elif naam == "bookmarkStart":
            self._bladwijzer(gegeven.get("name", ""))
        elif naam == "sdt":
            self._begin_veld()
        elif naam == "fldSimple":
            self._begin_code(gegeven.get("instr", ""))
        elif naam == "fldChar" and gegeven.get("fldCharType") == "begin":
            self._begin_code()
        elif naam == "fldChar" and gegeven.get("fldCharType") == "end":
            self._sluit_code()
        elif naam == "sym":
            self._schrijf(_letter(gegeven.get("char", "")))
        elif naam in _WIT and self._open[-1:] == ["r"]:
            self._schrijf(_WIT[naam])
        self._open.append(naam)
        if max(len(self._open), len(self._codes)) > DIEPTE:
            raise _geweigerd("is te diep genest", "te_diep")

    def data(self, tekst: str) -> None:
        """Take letters."""
        if self._open[-1] == "t":
            self._schrijf(tekst)
        elif self._open[-1] == "instrText" and self._codes:
            self._codes[-1].instructie.append(tekst)

    def end(self, _: str) -> None:
        """End an element."""
        naam = self._open.pop()
        self._over -= naam in _OVER
        if naam == "p":
            alinea = self._alineas.pop()
            del self._codes[alinea.codes :]  # not closed where it began: then its text is a text
            if tekst := "".join(alinea.tekst).strip():
                self._bewaar(Alinea(self._deel, tekst, alinea.met_velden))
        elif naam == "sdt":
            veld = self._velden.pop()
            if veld.naam:
                self._bewaar(Wordveld(veld.naam, "".join(veld.tekst), veld.voorbeeld))
        elif naam == "fldSimple":
            while not self._codes[-1].enkel:  # begun in it, and not closed
                self._codes.pop()
            self._codes.pop().sluit()

    def _bewaar(self, stuk: Wordveld | Alinea) -> None:
        if not self._over:
            self.stukken.append(stuk)

    def _begin_alinea(self) -> None:
        self._merk = ""
        self._alineas.append(_Alinea(len(self._codes)))
        for veld in self._velden[-1:]:
            if veld.begonnen:
                veld.tekst.append("\n")
            veld.begonnen = True

    def _begin_veld(self) -> None:
        self._velden.append(_Veld(self._merk, self._velden[-1] if self._velden else None))
        self._merk = ""
        for alinea in self._alineas[-1:]:
            alinea.met_velden = True

    def _begin_code(self, instructie: str | None = None) -> None:
        self._codes.append(_Code(self._codes[-1] if self._codes else None, instructie))

    def _sluit_code(self) -> None:
        """Close the code that was begun last, in the same paragraph."""
        buiten = self._alineas[-1].codes if self._alineas else 0
        if len(self._codes) > buiten and not self._codes[-1].enkel:
            self._codes.pop().sluit()

    def _gegeven(self, naam: str, waarde: str | None) -> None:
        """Take what a field says of itself."""
        for veld in self._velden[-1:]:
            if naam == "tag":
                veld.heet(waarde or "")
            elif naam == "showingPlcHdr":
                veld.voorbeeld = waarde not in ("0", "false", "off")

    def _bladwijzer(self, merk: str) -> None:
        """Take a bookmark, which LibreOffice moves to just within the field that it stood before."""
        if not _ONZE.fullmatch(merk):
            return
        if self._velden and not self._velden[-1].naam:
            self._velden[-1].heet(naam_van(merk))
        else:
            self._merk = naam_van(merk)

    def _schrijf(self, tekst: str) -> None:
        doel = self._velden[-1].doel if self._velden else None
        if doel is None and self._alineas:
            doel = self._alineas[-1].tekst
        if doel is None or self._over:
            return
        if self._codes and self._codes[-1].telt:
            self._codes[-1].schrijft(doel)
        doel.append(tekst)


def _letter(code: str) -> str:
    """Return a letter of a font of symbols; for one that only the font knows, as F0FC in Wingdings, that something stood there."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if unicodedata.category(letter) in ("Co", "Cs") else letter
