"""Word documents from outside: fields and paragraphs are read, and what is too large, too deep or no document is refused."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile
from time import process_time

import pytest

from leeruitkomsten import OngeldigPortfolio, VerkeerdType
from leeruitkomsten.bestanden import wordbestand
from leeruitkomsten.bestanden.wordbestand import lees_word
from leeruitkomsten.bestanden.worddelen import Alinea, Beeld, Wordveld, bladwijzer, naam_van

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="urn:m"'


def word(binnen: str, soort: str = "document", **delen: str) -> bytes:
    """A document with this in its text, and other parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as map_:
        map_.writestr(f"word/{soort}.xml", f"<w:{soort} {W}><w:body>{binnen}</w:body></w:{soort}>")
        map_.writestr("word/styles.xml", f"<w:styles {W}><w:t>niets</w:t></w:styles>")
        map_.writestr("word/glossary/document.xml", "geen xml")
        for naam, deel in delen.items():
            map_.writestr(f"word/{naam}.xml", deel)
    return uit.getvalue()


def p(binnen: str) -> str:
    return f"<w:p>{binnen}</w:p>"


def t(tekst: str) -> str:
    return f"<w:r><w:t>{tekst}</w:t></w:r>"


def veld(binnen: str, tag: str = "a b", extra: str = "") -> str:
    naam = f'<w:tag w:val="{tag}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr><w:alias w:val='x'/>{naam}{extra}</w:sdtPr><w:sdtContent>{binnen}</w:sdtContent></w:sdt>"


MERK = f'<w:bookmarkStart w:id="1" w:name="{bladwijzer("feedback WP2.1a")}"/>'
TELLER = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
OPEN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
GELEZEN: dict[str, tuple[str, list[object]]] = {
    "a paragraph": (p(t("een") + t(" twee")), [Alinea("tekst", "een twee", False)]),
    "breaks": (p("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r>"), [Alinea("tekst", "a\nb\tc-", False)]),
    "a field on a line": (p(t("voor ") + veld(t("in")) + t(" na")), [Wordveld("a b", "in", False), Alinea("tekst", "voor  na", True)]),
    "a field of lines": (veld(p(t("een")) + p("") + p(t("twee"))), [Wordveld("a b", "een\n\ntwee", False)]),
    "an example": (p(veld(t("typ"), extra="<w:showingPlcHdr/>")), [Wordveld("a b", "typ", True)]),
    "no example any more": (p(veld(t("typ"), extra="<w:showingPlcHdr w:val='0'/>")), [Wordveld("a b", "typ", False)]),
    "a bookmark within": (p(veld(MERK + t("x"), tag="")), [Wordveld("feedback WP2.1a", "x", False)]),
    "a bookmark before": (p(MERK + veld(t("x"), tag="")), [Wordveld("feedback WP2.1a", "x", False)]),
    "a bookmark beside a tag": (p(MERK + veld(MERK + t("x"))), [Wordveld("a b", "x", False)]),
    "a bookmark of an earlier line": (p(MERK) + p(veld(t("x"), tag="")), [Alinea("tekst", "x", True)]),
    "a bookmark of Word": (p('<w:bookmarkStart w:name="_GoBack"/>' + veld(t("x"), tag="")), [Alinea("tekst", "x", True)]),
    "a field within a field": (p(veld(t("a") + veld(t("b"), tag="c") + veld(t("d"), tag=""))), [Wordveld("c", "b", False), Wordveld("a b", "ad", False)]),
    "a number of a page": (p(t("blad ") + TELLER.format("PAGE", t("3")) + f"<w:fldSimple w:instr='NUMPAGES'>{t('5')}</w:fldSimple>"), [Alinea("tekst", "blad", False)]),
    "another answer": (p(TELLER.format("DATE", t("vandaag")) + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), [Alinea("tekst", "vandaag", False)]),
    "what was taken out": (p(f"<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:moveFrom>{t('daar')}</w:moveFrom><w:ins>{t('erbij')}</w:ins>"), [Alinea("tekst", "erbij", False)]),
    "a box": (p(t("om") + f"<m:Choice><w:txbxContent>{p(t('in'))}</w:txbxContent></m:Choice><m:Fallback><w:txbxContent>{p(veld(t('in')))}</w:txbxContent></m:Fallback>"), [Alinea("tekst", "in", False), Alinea("tekst", "om", False)]),
    "letters of a font of symbols": (p("<w:r><w:sym w:char='2713'/><w:sym w:char='x'/></w:r>"), [Alinea("tekst", "✓\ufffd", False)]),
    "instructions of nothing": (p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + t("x")), [Alinea("tekst", "x", False)]),
    "a number of a page that is not closed": (p(t("blad ") + OPEN.format("PAGE") + t("3")) + p(t("verder") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), [Alinea("tekst", "blad 3", False), Alinea("tekst", "verder", False)]),
    "a number within a number": (p(t("a") + TELLER.format("PAGE", t("1") + TELLER.format("DATE", t("2")) + t("3")) + t("b")), [Alinea("tekst", "ab", False)]),
    "a number in what is not closed": (p(OPEN.format("DATE") + t("a") + TELLER.format("PAGE", t("1"))) + p(t("b")), [Alinea("tekst", "a", False), Alinea("tekst", "b", False)]),
    "what is not closed in a number": (p(f"<w:fldSimple w:instr='PAGE'>{t('1')}{OPEN.format('DATE')}{t('2')}</w:fldSimple>{t('b')}"), [Alinea("tekst", "b", False)]),
    "an end of what was not begun so": (p(f"<w:fldSimple w:instr='PAGE'><w:r><w:fldChar w:fldCharType='end'/></w:r>{t('1')}</w:fldSimple>{t('b')}"), [Alinea("tekst", "b", False)]),
    "an end outside any line": ("<w:r><w:fldChar w:fldCharType='end'/></w:r>" + p(t("b")), [Alinea("tekst", "b", False)]),
    "instructions in pieces": (p(TELLER.format("NUM</w:instrText></w:r><w:r><w:instrText>PAGES \n \\* Arabic", t("7")) + t("x")), [Alinea("tekst", "x", False)]),
    "what stands where it cannot": ("<w:sdtPr><w:tag w:val='a'/><w:showingPlcHdr/><w:p/></w:sdtPr>" + p(veld(t("x"), extra="<w:p/><w:sdt/><w:fldSimple/><m:Fallback/>")), [Wordveld("a b", "x", False)]),
    "letters that only a font knows": (p("<w:r><w:sym w:char='F0FC'/><w:sym w:char='D800'/><w:sym w:char='FFFFFFFFFFFFFFFFF'/></w:r>"), [Alinea("tekst", "\ufffd" * 3, False)]),
    "letters of no line": (t("x") + p(t("y")), [Alinea("tekst", "y", False)]),
}  # fmt: skip


@pytest.mark.parametrize("wat", GELEZEN)
def test_what_stands_in_it(wat: str) -> None:
    binnen, gelezen = GELEZEN[wat]
    assert lees_word(word(binnen)) == gelezen


def test_every_part_that_people_type_in() -> None:
    delen = {
        naam: f"<w:{naam} {W}>{p(t(naam))}</w:{naam}>" for naam in ("hdr", "ftr", "footnotes", "endnotes", "comments")
    }
    inhoud = word(p(t("x")), **delen)
    met_beeld = io.BytesIO(inhoud)
    with zipfile.ZipFile(met_beeld, "a") as map_:
        map_.writestr("word/media/a.png", b"")
    assert [*lees_word(met_beeld.getvalue())][1:] == [
        Alinea("kop of voet", "hdr", False),
        Alinea("kop of voet", "ftr", False),
        Alinea("voetnoot", "footnotes", False),
        Alinea("voetnoot", "endnotes", False),
        Alinea("opmerking", "comments", False),
        Beeld("word/media/a.png"),
    ]


def test_every_part_that_is_not_read_is_named() -> None:
    anders = [
        "word/diagrams/data1.xml",
        "word/charts/chart1.xml",
        "word/ink/ink1.xml",
        "word/afchunk.htm",
        "word/x.xml",
    ]
    gewoon = ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/app.xml", "word/", "word/people.xml"]  # fmt: skip
    uit = io.BytesIO(word(p(t("x"))))
    with zipfile.ZipFile(uit, "a") as map_:
        for naam in gewoon + anders:
            map_.writestr(naam, "<x/>")
    assert lees_word(uit.getvalue()) == [Alinea("tekst", "x", False), *map(Beeld, anders)]


def test_it_may_be_in_utf_16() -> None:
    anders = f"<w:hdr {W}>{p(t('één'))}</w:hdr>".encode("utf-16")
    uit = io.BytesIO(word(p(t("x"))))
    with zipfile.ZipFile(uit, "a") as map_:
        map_.writestr("word/header1.xml", anders)
    assert lees_word(uit.getvalue())[1] == Alinea("kop of voet", "één", False)


def verpakt(inhoud: bytes, manier: int) -> bytes:
    """A document that is packed in another way, and says that it is small."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", manier) as map_:
        map_.writestr("word/document.xml", inhoud)
    return uit.getvalue().replace(struct.pack("<L", len(inhoud)), struct.pack("<L", 100))


@pytest.mark.parametrize("manier", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
def test_what_says_that_it_is_small_takes_no_more_than_it_may(manier: int) -> None:
    bom = verpakt(bytes(50_000_000), manier)
    tracemalloc.start()
    with pytest.raises(OngeldigPortfolio, match=r"geen Word-document|ingepakt zoals Word dat niet doet"):
        lees_word(bom)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert piek < 25_000_000


def test_what_is_not_closed_takes_no_more_time_for_each_text() -> None:
    heel = word(p(OPEN.format("DATE") * 900 + t("x") * 20_000))
    begin = process_time()
    assert lees_word(heel) == [Alinea("tekst", "x" * 20_000, False)]
    assert process_time() - begin < 5


def test_a_damaged_document_is_refused_and_nothing_else() -> None:
    heel, dobbel = word(p(t("tekst " * 50)), anders=f"<w:hdr {W}>{p(t('x'))}</w:hdr>"), random.Random(1)
    for _ in range(300):
        stuk = bytearray(heel)
        for _ in range(dobbel.randint(1, 4)):
            stuk[dobbel.randrange(len(stuk))] = dobbel.randrange(256)
        try:
            assert lees_word(bytes(stuk[: dobbel.choice([len(stuk), dobbel.randrange(len(stuk))])]))
        except OngeldigPortfolio as fout:
            assert {b.pad for b in fout.bevindingen} == {"het bestand"}


def test_a_mistake_of_ours_is_not_called_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def mis(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(wordbestand, "_letter", mis)
    with pytest.raises(RuntimeError):
        lees_word(word(p("<w:r><w:sym w:char='2713'/></w:r>")))


def dubbel() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as map_:
        map_.writestr("word/document.xml", f"<w:document {W}/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            map_.writestr("word/document.xml", f"<w:document {W}/>")
    return uit.getvalue()


def entiteiten(deel: str) -> bytes:
    return word("", anders=f"<!DOCTYPE w:document [{deel}]><w:document {W}>{p(t('&a;'))}</w:document>")


GEWEIGERD = {
    "nothing": (b"", "onleesbaar", "geen Word-document"),
    "a text": (b"PK\x03\x04 en dan niets", "onleesbaar", "geen Word-document"),
    "no xml": (word("", anders="<a"), "onleesbaar", "geen goede XML"),
    "without text": (word(""), "onleesbaar", "geen Word-document .* met tekst"),
    "a bomb": (word(p(t("x" * 10_000_001))), "te_groot", "uitgepakt meer dan"),
    "entities": (entiteiten('<!ENTITY a "b">'), "onleesbaar", "DOCTYPE"),
    "a file from elsewhere": (entiteiten('<!ENTITY a SYSTEM "file:///etc/passwd">'), "onleesbaar", "DOCTYPE"),
    "two parts that are a bomb together": (word(p(t("x" * 6_000_000)), hdr=f"<w:hdr {W}>{p(t('x' * 6_000_000))}</w:hdr>"), "te_groot", "uitgepakt meer dan 10000000 bytes"),
    "letters of another kind": (word("", anders="<?xml version='1.0' encoding='hex'?><a/>"), "onleesbaar", "geen Word-document .* met tekst"),
    "too deep": (word("<w:p>" * 1_000), "te_diep", "te diep genest"),
    "too many numbers that are not closed": (word(p(OPEN.format("PAGE") * 1_001)), "te_diep", "te diep genest"),
}  # fmt: skip


@pytest.mark.parametrize("wat", GEWEIGERD)
def test_what_is_no_document_is_refused(wat: str) -> None:
    inhoud, soort, zin = GEWEIGERD[wat]
    with pytest.raises(OngeldigPortfolio, match=zin) as gevangen:
        lees_word(inhoud)
    assert [b.soort for b in gevangen.value.bevindingen] == [soort]


def test_a_part_that_is_there_twice_is_refused() -> None:
    with pytest.raises(OngeldigPortfolio, match="een deel twee keer"):
        lees_word(dubbel())


def test_it_is_read_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    inhoud = word(p(t("x")))
    monkeypatch.setattr(wordbestand, "WERKMAP", len(inhoud))
    assert lees_word(io.BytesIO(inhoud)) == [Alinea("tekst", "x", False)]
    monkeypatch.setattr(wordbestand, "WERKMAP", len(inhoud) - 1)
    with pytest.raises(OngeldigPortfolio, match="groter dan"):
        lees_word(io.BytesIO(inhoud))
    with pytest.raises(VerkeerdType):
        lees_word(3)  # type: ignore[arg-type]  # what is refused


def test_a_bookmark_has_the_name_of_its_field() -> None:
    for naam in ("student", "begeleider 2", "feedforward LEERLIJN99.10aa 99999 dag"):
        assert naam_van(bladwijzer(naam)) == naam
        assert len(bladwijzer(naam)) <= 40
