"""Word documents, read back: the same tables, fields to type in, heads that are heads, Dutch, and the same bytes each time."""

from __future__ import annotations

import datetime
import io
import re
import sys
import zipfile
from typing import Any

import docx
import pytest
from attrs import evolve
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from conftest import RAAMWERKEN
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.weergave import _word as word
from leeruitkomsten.weergave._formulier import formulier
from leeruitkomsten.weergave._word import formulier_docx, matrix_docx
from uitwisseling.vijandig import met_tekst, vijandig
from weergave.bladen import begeleid, boom, gevraagd, halverwege, op, regel, vellen

CRITERIUMKOP = ["Succescriterium", "Bewijs", "Feedback", "Feedforward"]


def gelezen(inhoud: bytes) -> Document:
    return docx.Document(io.BytesIO(inhoud))


def koppen(document: Document, stijl: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == stijl]


def rij_van(rij: _Row) -> list[str]:
    return [cel.text for cel in rij.cells]


def tabellen(document: Document) -> list[list[list[str]]]:
    return [[rij_van(rij) for rij in tabel.rows] for tabel in document.tables]


def test_the_matrix_reads_back_as_the_table_of_the_document(elk: Raamwerk) -> None:
    document = gelezen(matrix_docx(elk))
    assert koppen(document, "Heading 1") == [naam for _, naam, _ in vellen(elk)]
    for tabel, (lijn, _, niveaus) in zip(tabellen(document), vellen(elk), strict=True):
        kop, *rijen = tabel
        assert kop == ["Rij", *(f"Niveau {n.nummer} {n.fase}\n{begeleid(elk, n)}".rstrip() for n in niveaus)]
        # A line that would hold codes alone is left out.
        if any(u.tekst or u.notatie for u in lijn.leeruitkomsten):
            uitkomsten, *rijen = rijen
            assert uitkomsten == ["Leeruitkomst", *map(regel, op(niveaus, lijn.leeruitkomsten))]
        leeg = [["Succescriteria", *["geen succescriteria"] * len(niveaus)]]
        koppen_ = ["\n".join(filter(None, [r.code, r.naam])) for r in lijn.rijen]
        cellen = [["\n".join(map(regel, cel)) or "–" for cel in op(niveaus, r.cellen)] for r in lijn.rijen]
        assert rijen == ([[k, *c] for k, c in zip(koppen_, cellen, strict=True)] or leeg)


def test_an_omschrijving_stands_once_under_the_first_heading_of_its_leerlijn(elk: Raamwerk) -> None:
    gewoon = [p.text for p in gelezen(matrix_docx(elk)).paragraphs]
    for lijn in elk.leerlijnen:
        eerste = next(naam for ander, naam, _ in vellen(elk) if ander is lijn)
        if lijn.omschrijving:
            assert gewoon[gewoon.index(eerste) + 1] == lijn.omschrijving
            assert gewoon.count(lijn.omschrijving) == 1


def test_one_leerlijn_is_a_document_of_its_own(kader: Raamwerk) -> None:
    for lijn in kader.leerlijnen:
        document = gelezen(matrix_docx(kader, lijn.code))
        assert koppen(document, "Heading 1") == [str(lijn)]
        assert document.core_properties.title == f"{lijn} – {kader}"


def test_each_leerlijn_but_the_first_begins_a_page(kader: Raamwerk) -> None:
    document = gelezen(matrix_docx(kader))
    *bladen, (bron, _) = [(p.text, p.paragraph_format.page_break_before) for p in document.paragraphs if p.text]
    assert bron.startswith(f"{kader.naam}, versie 1.0, 24 november 2026. Bron: ")
    assert bladen[::2] == list(zip(map(str, kader.leerlijnen), [None, True, True, True], strict=True))
    # Below each table stands whose the names of its rows are.
    assert bladen[1::2] == [("De namen van de rijen zijn van dit pakket, niet van de bron.", None)] * 4


def velden(element: Any) -> list[str]:
    return [str(alias.get(qn("w:val"))) for alias in element.iter(qn("w:alias"))]


def test_the_form_reads_back_with_every_criterium_once(elk: Raamwerk) -> None:
    for evl in elk.evls:
        document = gelezen(formulier_docx(elk, evl.code))
        assert koppen(document, "Heading 1") == [f"{evl.code} {evl.niveau.fase} (niveau {evl.niveau.nummer})"]
        assert koppen(document, "Heading 2") == list(map(regel, gevraagd(evl)))
        gegevens, *criteria, gesprek, tekenen = document.tables
        # The roles of teacher education are those of the packaged framework only.
        rollen = ["Werkplekbegeleider", "Instituutsopleider"] if elk is RAAMWERKEN["verpakt"] else ["Begeleider"]
        assert [rij[0] for rij in map(rij_van, gegevens.rows)] == ["Student", "School of werkplek", "Datum", *rollen]
        assert [[rij_van(rij) for rij in tabel.rows] for tabel in criteria] == [
            [CRITERIUMKOP, *([regel(c), "", "", ""] for c in u.succescriteria)]
            for u in evl.leeruitkomsten
            if u.succescriteria
        ]
        assert [rij_van(rij) for rij in gesprek.rows] == [["Indruk", "Afspraken"], ["", ""]]
        assert [rij_van(rij)[0] for rij in tekenen.rows] == ["Wie", "Student", *rollen]
        leeg = sum(p.text == "geen succescriteria" for p in document.paragraphs)
        assert leeg == (sum(not u.succescriteria for u in gevraagd(evl)) if gevraagd(evl) else 1)
        # Where the source has no text for a leeruitkomst, the form says which leerlijn it is of.
        lijnen = [elk.leerlijn(u.leerlijn) for u in gevraagd(evl) if not u.tekst]
        assert koppen(document, "Kolomregel") == [t for lijn in lijnen for t in (lijn.naam, lijn.omschrijving)]


def test_the_form_is_called_the_same_in_word_and_on_the_screen(elk: Raamwerk) -> None:
    for evl in elk.evls:
        (op_scherm,) = boom(formulier(elk, evl.code)).iter("title")
        assert gelezen(formulier_docx(elk, evl.code)).core_properties.title == op_scherm.text
        assert op_scherm.text == f"{evl.code} {evl.niveau.fase} – {elk}"


def test_each_place_to_type_is_a_field_that_says_what_belongs_there(kader: Raamwerk) -> None:
    document = gelezen(formulier_docx(kader, 2))
    gegevens, *criteria, gesprek, tekenen = document.tables
    assert velden(gesprek._tbl) == ["Indruk", "Afspraken"]
    assert velden(gegevens._tbl) == [rij_van(rij)[0] for rij in gegevens.rows]
    titels = [f"{kolom} {c.code}" for c in kader.evl(2).succescriteria for kolom in CRITERIUMKOP[1:]]
    assert [veld for tabel in criteria for veld in velden(tabel._tbl)] == titels
    assert velden(tekenen._tbl) == [f"{w} {rij_van(rij)[0]}" for rij in tekenen.rows[1:] for w in ("Naam", "Datum")]
    # Word takes no titles above 64 characters.
    soorten = {
        sdt.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")): sdt.find(qn("w:sdtPr"))
        for sdt in document.element.iter(qn("w:sdt"))
    }
    dagen = {naam for naam, soort in soorten.items() if soort.find(qn("w:date")) is not None}
    assert dagen == {"Datum", *(f"Datum {rij_van(rij)[0]}" for rij in tekenen.rows[1:])}
    # Of a field of plain text LibreOffice 7.4 moves the line ends to before it; of one of rich text they stay.
    assert not any(soort.find(qn("w:text")) is not None for soort in soorten.values())
    assert max(map(len, velden(document.element))) <= 64


def test_an_empty_field_prints_nothing_and_is_no_text_whatever_saves_it(kader: Raamwerk) -> None:
    # LibreOffice writes what stands in an empty field as if somebody had typed it.
    for taal in ("nl", "en"):
        document = gelezen(formulier_docx(kader, 2, schermtaal=taal))
        inhoud = ["".join(deel.itertext()) for deel in document.element.iter(qn("w:sdtContent"))]
        assert len(inhoud) > 3 * len(kader.evl(2).succescriteria)
        assert {deel.strip() for deel in inhoud} == {""}
        assert min(map(len, inhoud)) > 1
        tags = [str(tag.get(qn("w:val"))) for tag in document.element.iter(qn("w:tag"))]
        # By these a program finds what was typed, whatever the language of the screen.
        assert len(set(tags)) == len(tags)
        assert {"student", "datum", "bewijs WP2.1a", "feedforward WPI2.5a", "feedback EvL2", "afspraak EvL2"} <= set(
            tags
        )


def test_the_form_says_begeleiding_and_literature(kader: Raamwerk, klein: Raamwerk) -> None:
    (literatuur,) = (noot.tekst for noot in kader.inleiding if noot.bij == "literatuur")
    gewoon = [p.text for p in gelezen(formulier_docx(kader, 1)).paragraphs]
    assert gewoon[1:3] == ["Begeleiding: niet vermeld", literatuur]
    gewoon = [p.text for p in gelezen(formulier_docx(klein, 2)).paragraphs]
    assert gewoon[1:3] == ["Begeleiding: <zelf>", "PED2 <uitkomst PED2>"]


def test_marks_on_a_form_are_explained(kader: Raamwerk) -> None:
    zin = "● aangetoond, ○ nog aan te tonen. Dit overzicht telt wat is aangetoond; het is geen oordeel."
    assert [p.text for p in gelezen(formulier_docx(kader, 1, kader.voortgang([]))).paragraphs].count(zin) == 1


@pytest.mark.parametrize("geteld", [None, 1, 2])
def test_the_form_shows_what_was_shown(klein: Raamwerk, geteld: int | None) -> None:
    toch = {c.code for c in klein.succescriteria[::2]}
    document = gelezen(formulier_docx(klein, 2, halverwege(klein, geteld)))
    nog = "○ nog aan te tonen\n" if geteld in (None, 2) else ""
    gezien = [rij_van(rij)[:2] for tabel in document.tables[1:-2] for rij in tabel.rows[1:]]
    assert gezien == [[regel(c), "● aangetoond\n" if c.code in toch else nog] for c in klein.evl(2).succescriteria]
    elders = ", ".join(c.code for c in klein.succescriteria if c.code in toch and c.niveau != 2)
    assert f"Aangetoond van andere niveaus: {elders}." in [p.text for p in document.paragraphs]


def alle(kader: Raamwerk) -> dict[str, bytes]:
    return {
        "matrix": matrix_docx(kader),
        "leerlijn": matrix_docx(kader, kader.leerlijnen[0].code),
        "formulier": formulier_docx(kader, 1, halverwege(kader)),
    }


def test_sheets_lie_on_their_side_and_tell_their_edition_and_page(kader: Raamwerk) -> None:
    for soort, inhoud in alle(kader).items():
        (sectie,) = gelezen(inhoud).sections
        assert sectie.orientation == WD_ORIENTATION.LANDSCAPE
        maat = (round(sectie.page_width.mm), round(sectie.page_height.mm))
        assert maat == ((297, 210) if soort == "formulier" else (420, 297))
        van_wie = "Student: ……………………………………… – EvL1 Oriëntatiefase (niveau 1)\t" if soort == "formulier" else ""
        assert [p.text for p in sectie.header.paragraphs] == [f"{van_wie}{kader.naam}"]
        # What does not fit on one line of A4 stands at the end of the document.
        (voet,) = sectie.footer.paragraphs
        assert voet.text == f"{kader.naam}, versie {kader.versie}, 24 november 2026\tblad  van "
        bron = f"Bron: het document “{kader.bron.titel}”, dat verwijst naar {'; '.join(kader.bron.verwijzingen)}."
        assert gelezen(inhoud).paragraphs[-1].text == f"{kader.naam}, versie {kader.versie}, 24 november 2026. {bron}"
        assert [v.get(qn("w:instr")) for v in voet._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_rows_stay_whole_and_heads_come_back(kader: Raamwerk) -> None:
    for inhoud in alle(kader).values():
        for tabel in gelezen(inhoud).tables:
            assert all(rij._tr.trPr.find(qn("w:cantSplit")) is not None for rij in tabel.rows)
            kop = [rij._tr.trPr.find(qn("w:tblHeader")) is not None for rij in tabel.rows]
            met_kop = tabel._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
            assert kop == [met_kop, *[False] * (len(tabel.rows) - 1)]
            assert met_kop or titel(tabel) == "Gegevens"


def titel(tabel: Table) -> str:
    return str(tabel._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")))


def test_tables_have_a_title_and_columns_as_wide_as_the_sheet(elk: Raamwerk) -> None:
    for inhoud in alle(elk).values():
        document = gelezen(inhoud)
        (sectie,) = document.sections
        ruimte = sectie.page_width - sectie.left_margin - sectie.right_margin
        titels = [titel(tabel) for tabel in document.tables]
        assert len(set(titels)) == len(titels)
        for tabel in document.tables:
            breed = sum(kolom.width or 0 for kolom in tabel.columns)
            assert abs(breed - ruimte) < ruimte / 1000


def test_it_is_dutch_and_every_style_in_it_exists(kader: Raamwerk) -> None:
    for inhoud in alle(kader).values():
        document = gelezen(inhoud)
        assert document.core_properties.language == "nl-NL"
        assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
        bestaand = {s.get(qn("w:styleId")) for s in document.styles.element.iter(qn("w:style"))}
        delen = [document.element, document.sections[0].header._element, document.sections[0].footer._element]
        soorten = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        gebruikt = {str(s.get(qn("w:val"))) for deel in delen for s in deel.iter(*soorten)}
        assert gebruikt <= bestaand
        basis = {str(s.get(qn("w:val"))) for s in document.styles.element.iter(qn("w:basedOn"), qn("w:next"))}
        assert basis <= bestaand


def test_it_says_nothing_of_who_made_it_or_when(kader: Raamwerk) -> None:
    for inhoud in alle(kader).values():
        eigen = gelezen(inhoud).core_properties
        assert (eigen.author, eigen.last_modified_by, eigen.comments) == ("", "", "")
        assert {eigen.created, eigen.modified} == {datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)}
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert pakket.testzip() is None
            assert set(pakket.namelist()) == {
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml",
                "word/settings.xml", "word/theme/theme1.xml", "word/header1.xml", "word/footer1.xml",
                "word/_rels/document.xml.rels",
            }  # fmt: skip
            for naam in pakket.namelist():
                etree.fromstring(pakket.read(naam))


@pytest.mark.parametrize("datum", ["0001-01-01", "0999-12-31", "1000-01-01", "9999-12-31"])
def test_any_date_of_a_framework_is_a_date_of_the_document(kader: Raamwerk, datum: str) -> None:
    for inhoud in alle(evolve(kader, datum=datum)).values():
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            kern = etree.fromstring(pakket.read("docProps/core.xml"))
        momenten = [el.text for naam in ("created", "modified") for el in kern.iter(f"{{*}}{naam}")]
        assert momenten == [f"{datum}T00:00:00Z"] * 2


@pytest.mark.parametrize("woord", ["Leeruitkomst", "Succescriteria"])
def test_the_first_column_is_wide_enough_for_its_words(woord: str) -> None:
    # Advance widths of Arial, in thousandths of an em; letters of 10 points, 4.5 points of white on each side.
    breed = {
        "L": 556,
        "S": 667,
        "e": 556,
        "u": 556,
        "a": 556,
        "o": 556,
        "r": 333,
        "i": 222,
        "t": 278,
        "k": 500,
        "c": 500,
        "s": 500,
        "m": 833,
    }
    punten = sum(breed[letter] for letter in woord) / 1000 * 10 + 2 * 4.5
    assert punten / 72 * 25.4 < word.RIJKOLOM


def test_the_same_framework_gives_the_same_bytes(elk: Raamwerk) -> None:
    assert alle(elk) == alle(elk)


def test_any_text_comes_through_to_the_letter() -> None:
    kader = vijandig()
    cellen = {alinea.text for p in gelezen(matrix_docx(kader)).tables for alinea in alineas(p)}
    assert {regel(c) for c in kader.succescriteria} | set(map(regel, kader.leeruitkomsten)) <= cellen
    (sectie,) = gelezen(matrix_docx(kader)).sections
    assert sectie.header.paragraphs[0].text == kader.naam


def alineas(tabel: Table) -> list[Paragraph]:
    return [alinea for rij in tabel.rows for cel in rij.cells for alinea in cel.paragraphs]


@pytest.mark.parametrize("teken", ["\ufffe", "\uffff", "\x00", "\x0b", "\ud800"])
def test_what_xml_cannot_hold_comes_out_as_a_mark(kader: Raamwerk, teken: str) -> None:
    anders = met_tekst(kader, 0, f"een {teken} twee")
    for document in (gelezen(matrix_docx(anders, "WP")), gelezen(formulier_docx(anders, 1))):
        assert "WP1.1a een \ufffd twee" in [alinea.text for tabel in document.tables for alinea in alineas(tabel)]


@pytest.mark.parametrize("lang", [255, 256, 5000])
def test_a_long_title_is_cut_where_the_properties_end(kader: Raamwerk, lang: int) -> None:
    anders = evolve(kader, naam="n" * lang)
    assert gelezen(matrix_docx(anders)).core_properties.title == str(anders)[:255]


def test_an_unknown_code_is_refused(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode, match="'WPX' is geen leerlijn"):
        matrix_docx(kader, "WPX")
    with pytest.raises(OnbekendeCode, match="5 is geen EvL"):
        formulier_docx(kader, 5)


def test_progress_has_to_be_of_this_framework(kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(ValueError, match="van een ander raamwerk"):
        formulier_docx(kader, 1, klein.voortgang([]))
    with pytest.raises(TypeError, match="hier hoort wat voortgang"):
        formulier_docx(kader, 1, {"WP1.1a"})


def test_without_its_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch, kader: Raamwerk) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    for maak in (lambda: matrix_docx(kader), lambda: formulier_docx(kader, 1)):
        with pytest.raises(ImportError, match=re.escape('pip install "leeruitkomsten[weergave]"')):
            maak()
