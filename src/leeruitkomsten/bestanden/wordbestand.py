"""Word documents, read as large as they are and no larger: what stands in each field (content control), and all other text.

Only text is read, part by part, and no tree is built. A document that declares a type of its own (DOCTYPE) is refused: no program
that writes them does, and entities are declared there.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import ParseError, XMLParser

from ..fouten import Bevinding, Bevindingsoort, OngeldigPortfolio
from .bron import GRENS, WERKMAP, Bron, lees_bytes
from .worddelen import Alinea, Beeld, Deel, Stuk, Wordveld, naam_van

XML = GRENS
"""So many bytes may the parts with text hold together, unpacked; pictures are not read."""
DIEPTE = 1_000
"""So deep may elements stand within each other."""

_DELEN: dict[str, Deel] = {
    "document": "tekst", "hdr": "kop of voet", "ftr": "kop of voet", "footnotes": "voetnoot", "endnotes": "voetnoot",
    "comments": "opmerking",
}  # fmt: skip
"""The parts that people type in, by the element that each begins with."""
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
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as map_:
            delen = map_.infolist()
            if len({deel.filename for deel in delen}) < len(delen):
                raise _geweigerd("heeft een deel twee keer")
            xml = [deel for deel in delen if _met_tekst(deel.filename)]
            if sum(deel.file_size for deel in xml) > XML:
                raise _geweigerd(f"heeft uitgepakt meer dan {XML} bytes tekst", "te_groot")
            for deel in xml:
                stukken += _stukken(map_.read(deel))
    except OngeldigPortfolio:
        raise
    except Exception as fout:  # zip lets through whatever it meets in a file from outside
        raise _geweigerd("is geen Word-document (.docx)") from fout
    if not stukken:
        raise _geweigerd("is geen Word-document (.docx) met tekst")
    beelden = (deel.filename for deel in delen if deel.filename.startswith(("word/media/", "word/embeddings/")))
    return [*stukken, *map(Beeld, beelden)]


def _geweigerd(reden: str, soort: Bevindingsoort = "onleesbaar") -> OngeldigPortfolio:
    return OngeldigPortfolio.van([Bevinding("het bestand", soort, reden)])


def _met_tekst(naam: str) -> bool:
    """Say whether a part may be one that people type in: which it is, its first element says."""
    return naam.startswith("word/") and naam.endswith(".xml") and naam.count("/") == 1


class _AnderDeel(Exception):
    """A part that nobody types in."""


def _stukken(xml: bytes) -> list[Wordveld | Alinea]:
    lezer = _Lezer()
    ontleder = XMLParser(target=lezer)  # noqa: S314  # no tree, no DOCTYPE, and what is unpacked is bounded
    try:
        ontleder.feed(xml)
        ontleder.close()
    except _AnderDeel:
        return []
    except ParseError as fout:
        raise _geweigerd("heeft een deel dat geen goede XML is") from fout
    return lezer.stukken


class _Veld:
    """A field that is being read; one without a name is none of ours, and its text is that of its paragraph."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.voorbeeld = False
        self.tekst: list[str] = []
        self.begonnen = False


class _Alinea:
    """A paragraph that is being read."""

    def __init__(self) -> None:
        self.tekst: list[str] = []
        self.met_velden = False


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
        self._codes: list[str] = []
        """What is worked out by Word, such as the number of a page: its instructions, the innermost last."""

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
        self._over += naam in _OVER
        if self._open[-1:] == ["sdtPr"]:
            self._gegeven(naam, gegeven.get("val"))
        elif naam == "p":
            self._begin_alinea()
        elif naam == "bookmarkStart":
            self._bladwijzer(gegeven.get("name", ""))
        elif naam == "sdt":
            self._begin_veld()
        elif naam == "fldSimple":
            self._codes.append(gegeven.get("instr", ""))
        elif naam == "fldChar" and gegeven.get("fldCharType") == "begin":
            self._codes.append("")
        elif naam == "fldChar" and gegeven.get("fldCharType") == "end":
            del self._codes[-1:]
        elif naam == "sym":
            self._schrijf(_letter(gegeven.get("char", "")))
        elif naam in _WIT and self._open[-1:] == ["r"]:
            self._schrijf(_WIT[naam])
        self._open.append(naam)
        if len(self._open) > DIEPTE:
            raise _geweigerd("is te diep genest", "te_diep")

    def data(self, tekst: str) -> None:
        """Take letters."""
        if self._open[-1] == "t":
            self._schrijf(tekst)
        elif self._open[-1] == "instrText" and self._codes:
            self._codes[-1] += tekst

    def end(self, _: str) -> None:
        """End an element."""
        naam = self._open.pop()
        self._over -= naam in _OVER
        if naam == "p":
            alinea = self._alineas.pop()
            if tekst := "".join(alinea.tekst).strip():
                self._bewaar(Alinea(self._deel, tekst, alinea.met_velden))
        elif naam == "sdt":
            veld = self._velden.pop()
            if veld.naam:
                self._bewaar(Wordveld(veld.naam, "".join(veld.tekst), veld.voorbeeld))
        elif naam == "fldSimple":
            self._codes.pop()

    def _bewaar(self, stuk: Wordveld | Alinea) -> None:
        if not self._over:
            self.stukken.append(stuk)

    def _begin_alinea(self) -> None:
        self._merk = ""
        self._alineas.append(_Alinea())
        for veld in self._velden[-1:]:
            if veld.begonnen:
                veld.tekst.append("\n")
            veld.begonnen = True

    def _begin_veld(self) -> None:
        self._velden.append(_Veld(self._merk))
        self._merk = ""
        for alinea in self._alineas[-1:]:
            alinea.met_velden = True

    def _gegeven(self, naam: str, waarde: str | None) -> None:
        """Take what a field says of itself."""
        veld = self._velden[-1]
        if naam == "tag":
            veld.naam = waarde or veld.naam
        elif naam == "showingPlcHdr":
            veld.voorbeeld = waarde not in ("0", "false", "off")

    def _bladwijzer(self, merk: str) -> None:
        """Take a bookmark, which LibreOffice moves to just within the field that it stood before."""
        if not _ONZE.fullmatch(merk):
            return
        if self._velden and not self._velden[-1].naam:
            self._velden[-1].naam = naam_van(merk)
        else:
            self._merk = naam_van(merk)

    def _schrijf(self, tekst: str) -> None:
        if self._over or any(code.split()[:1] in (["PAGE"], ["NUMPAGES"]) for code in self._codes):
            return
        bij_naam = [veld.tekst for veld in self._velden if veld.naam]
        for doel in [*(alinea.tekst for alinea in self._alineas[-1:]), *bij_naam][-1:]:
            doel.append(tekst)


def _letter(code: str) -> str:
    """Return a letter of a font of symbols; Word gives those a place of their own (F000 and on)."""
    try:
        return chr(int(code, 16))
    except ValueError:
        return "\ufffd"
