"""Sheets in two languages around texts of any: every word of its own, the texts marked, in either direction."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from conftest import RAAMWERKEN
from kijken import Nu, Openen, bezwaren
from leeruitkomsten import OngeldigeVraag, Raamwerk
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal, richting
from leeruitkomsten.weergave import formulier, formulier_docx, matrix, matrix_docx, matrix_markdown, pagina
from schermwoorden import stukken, vreemd
from weergave.bladen import boom, gedrukt, halverwege, pdf_van, tekst

LADDER = RAAMWERKEN["ladder"]
DOCUMENTTAAL = {"nl": "nl-NL", "en": "en-GB"}


def op_papier(kader: Raamwerk, schermtaal: Schermtaal) -> list[str]:
    """The HTML sheets of a framework, with and without what was shown."""
    stand = halverwege(kader, 1)
    return [
        matrix(kader, schermtaal=schermtaal),
        matrix(kader, kader.leerlijnen[0].code, stand, schermtaal=schermtaal),
        formulier(kader, 1, schermtaal=schermtaal),
        formulier(kader, kader.niveaus[-1].nummer, stand, schermtaal=schermtaal),
    ]


def in_word(kader: Raamwerk, schermtaal: Schermtaal) -> list[bytes]:
    """The Word documents of a framework."""
    return [
        matrix_docx(kader, schermtaal=schermtaal),
        formulier_docx(kader, 1, halverwege(kader, 1), schermtaal=schermtaal),
    ]


def gezegd(html: str) -> Iterator[str]:
    """Everything that a sheet says: texts, what a screen reader says for them, and what its margins say."""
    for deel in boom(html).iter():
        tekst_ = "\n".join(re.findall(r'"([^"]*)"', deel.text)) if deel.tag == "style" else deel.text
        yield from filter(None, (deel.get("aria-label"), tekst_, deel.tail))


def in_delen(inhoud: bytes) -> Iterator[str]:
    """Everything that a Word document says: texts, titles of fields and tables, title and head and foot."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        for naam in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"):
            for deel in etree.fromstring(pakket.read(naam)).iter():
                yield deel.text or ""
                if etree.QName(deel).localname in {"alias", "tag", "tblCaption"}:
                    yield str(deel.get(qn("w:val")))


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_no_sheet_has_a_word_of_the_other_language(schermtaal: Schermtaal) -> None:
    kader = RAAMWERKEN["breed" if schermtaal == "en" else "klein"]
    alles: list[str] = [deel for html in op_papier(kader, schermtaal) for deel in gezegd(html)]
    alles += [deel for inhoud in in_word(kader, schermtaal) for deel in in_delen(inhoud)]
    alles.append(matrix_markdown(kader, schermtaal=schermtaal))
    assert vreemd(alles, schermtaal) == set()
    eigen = {woord for stuk, woord in stukken(schermtaal).items() if stuk in "\n".join(alles)}
    assert len({woord for woord in eigen if woord.startswith("vel.")}) > 15  # what is looked for can be found


def test_the_words_of_a_sheet_of_the_packaged_framework_in_english(kader: Raamwerk) -> None:
    stand = kader.voortgang(["WP2.1a", "WP1.1a"], 2)
    (blad,) = boom(formulier(kader, 2, stand, schermtaal="en")).find_class("formulier")
    assert tekst(blad.xpath(".//h1")[0]) == "EvL2 Unit of learning outcomes, level 2: Verdiepingsfase"
    assert [tekst(p) for p in blad.xpath("./p")][::2] == [
        "Guidance (as a guideline): proactieve begeleiding",
        "● shown, ○ still to be shown (counted: level 2). This overview counts what has been shown; it is not a judgement.",
    ]
    assert [tekst(th) for th in blad.xpath("(.//thead)[1]//th")] == [
        "Success criterion", "Evidence", "Feedback", "Feedforward",
    ]  # fmt: skip
    assert [tekst(th) for th in blad.find_class("tekenen")[0].xpath("./thead//th")] == [
        "Who", "Name", "Signature", "Date",
    ]  # fmt: skip
    assert "Also shown, at other levels: WP1.1a." in tekst(blad)
    assert "version 1.0, 24 November 2026. Source: the document “Leeruitkomsten”, which refers to NVAO" in tekst(blad)
    html = matrix(kader, "WP", stand, schermtaal="en")
    (blad,) = boom(html).find_class("matrix")
    assert [tekst(th) for th in blad.xpath(".//thead//th")[:2]] == [
        "Row",
        "Level 1: Oriëntatiefase Guidance: not stated",
    ]
    assert [tekst(deel) for deel in blad.find_class("telling")] == ["1 of 9 shown"]
    assert "<title>WP Pedagogische leerlijn – Leeruitkomsten van het werkplekleren, version 1.0</title>" in html


def test_a_sheet_says_its_language_and_marks_texts_of_another(elk: Raamwerk) -> None:
    for schermtaal in SCHERMTALEN:
        anders, rechts = elk.taal != schermtaal, richting(elk.taal) == "rtl"
        for html in op_papier(elk, schermtaal):
            blad = boom(html)
            assert blad.get("lang") == schermtaal
            talen = {deel.get("lang") for deel in blad.xpath("//body//*[@lang]")}
            assert talen - {schermtaal} == ({elk.taal} if anders else set())
            assert bool(blad.xpath("//@dir")) == rechts
            teksten = blad.xpath("//td[ul] | //table[@class='criteria']/tbody//th | //p[@class='omschrijving']")
            for deel in teksten:
                assert deel.get("lang") == (elk.taal if anders else None)
                assert deel.get("dir") == ("rtl" if rechts else None)
            # Words of the screen within them are marked back.
            for deel in blad.xpath("//td[ul]//span[@class='stil'] | //*[@class='telling']"):
                assert [eigen.get("lang") for eigen in deel] == ([schermtaal] if anders else [])
                assert [eigen.get("dir") for eigen in deel] == (["ltr" if rechts else None] if anders else [])


def test_columns_of_texts_from_right_to_left_begin_at_the_right(openen: Openen) -> None:
    pagina = openen(matrix(LADDER, "TECH", LADDER.voortgang(["TECH1.1a"]), schermtaal="en"))
    pagina.emulate_media(media="print")
    links = "delen => delen.map(deel => Math.round(deel.getBoundingClientRect().left))"
    koppen = pagina.locator("thead th").evaluate_all(links)
    assert koppen == sorted(koppen, reverse=True)
    # The mark stands before the code, the code before the text.
    teken, code = (pagina.locator(f"li >> nth=0 >> {deel}").evaluate_all(links)[0] for deel in (".teken", ".code"))
    assert teken > code
    rechts = "delen => delen.map(deel => [getComputedStyle(deel).direction, getComputedStyle(deel).textAlign])"
    assert {tuple(stijl) for stijl in pagina.locator("tbody td").evaluate_all(rechts)} == {("rtl", "start")}
    assert {tuple(stijl) for stijl in pagina.locator("thead th[dir]").evaluate_all(rechts)} == {("ltr", "right")}
    (blad,) = gedrukt(pdf_van(pagina))
    assert "Level 1: A0" in blad
    assert "1 of 1 shown" in blad
    assert "page 1 of 1" in blad


def runs(deel: Any) -> list[tuple[str, str | None, bool]]:
    """The runs of a paragraph: what each says, its own language, and whether it runs from right to left."""
    uit = []
    for run in deel.iter(qn("w:r")):
        talen = [lang.get(qn("w:bidi")) for lang in run.iter(qn("w:lang"))]
        zegt = "".join(t.text or "" for t in run.iter(qn("w:t")))
        uit.append((zegt, talen[0] if talen else None, run.find(f".//{qn('w:rtl')}") is not None))
    return uit


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_a_word_document_says_its_language(elk: Raamwerk, schermtaal: Schermtaal) -> None:
    for inhoud in in_word(elk, schermtaal):
        document = docx.Document(io.BytesIO(inhoud))
        assert document.core_properties.language == DOCUMENTTAAL[schermtaal]
        (basis,) = document.styles.element.iter(qn("w:lang"))
        assert basis.get(qn("w:val")) == DOCUMENTTAAL[schermtaal]
        assert basis.get(qn("w:bidi")) == (elk.taal if richting(elk.taal) == "rtl" else "ar-SA")
        delen = [document.element, document.sections[0].header._element, document.sections[0].footer._element]
        gemerkt = {taal for deel in delen for _, taal, _ in runs(deel) if taal}
        assert gemerkt == ({elk.taal} if elk.taal != schermtaal else set())
        (komma,) = document.settings.element.iter(qn("w:decimalSymbol"))
        assert komma.get(qn("w:val")) == ("," if schermtaal == "nl" else ".")


def test_word_runs_texts_from_right_to_left_and_words_of_the_screen_not() -> None:
    document = docx.Document(io.BytesIO(matrix_docx(LADDER, "TECH", schermtaal="en")))
    (tabel,) = document.tables
    assert tabel._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    kop, rij = tabel.rows
    naar_rechts = [cel.paragraphs[0]._p.pPr.find(qn("w:jc")).get(qn("w:val")) for cel in kop.cells]
    assert naar_rechts == ["right"] * 5
    assert runs(kop.cells[4].paragraphs[0]._p) == [("Level 4: ", None, False), ("C2+", "ar", False)]
    criterium = rij.cells[1].paragraphs[0]._p
    assert criterium.pPr.find(qn("w:bidi")) is not None
    assert runs(criterium) == [("TECH1.1a", None, False), (" يكتب <نصًا> قصيرًا.", "ar", True)]
    assert runs(rij.cells[0].paragraphs[1]._p) == [("كتابة", "ar", True)]
    assert [p.text for p in rij.cells[3].paragraphs] == ["–"]
    # Letters of Arabic have a size and a weight of their own.
    for stijl in ("Heading1", "Rijcode"):
        (deel,) = document.styles.element.xpath(f"w:style[@w:styleId='{stijl}']")
        maten = [deel.find(f".//{qn(naam)}").get(qn("w:val")) for naam in ("w:sz", "w:szCs")]
        assert maten[0] == maten[1]


def test_fields_among_texts_from_right_to_left_are_typed_that_way() -> None:
    document = docx.Document(io.BytesIO(formulier_docx(LADDER, 1, LADDER.voortgang(["TECH1.1a"]), schermtaal="en")))
    gegevens, criteria, gesprek, tekenen = document.tables
    visueel = [t._tbl.tblPr.find(qn("w:bidiVisual")) is not None for t in (gegevens, criteria, gesprek, tekenen)]
    assert visueel == [False, True, False, False]
    velden = [sdt.getparent() for sdt in criteria._tbl.iter(qn("w:sdt"))]
    assert len(velden) == 3
    assert all(veld.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for veld in velden)


def test_no_paragraph_of_a_framework_without_outcomes_is_empty_or_ends_in_a_space() -> None:
    for inhoud in in_word(LADDER, "nl"):
        document = docx.Document(io.BytesIO(inhoud))
        alineas = [p for tabel in document.tables for rij in tabel.rows for cel in rij.cells for p in cel.paragraphs]
        for alinea in [*alineas, *document.paragraphs]:
            assert alinea.text == alinea.text.strip()
        leeg = [
            p
            for p in document.paragraphs
            if not p.text and not (p.style and p.style.name in {"header", "Tussenregel", "Header"})
        ]
        assert leeg == []
    for html in op_papier(LADDER, "nl"):
        for deel in boom(html).xpath("//p[not(@class='wie')] | //li | //h1 | //h2 | //td[@class='leeg']"):
            assert tekst(deel)


@pytest.mark.parametrize("maak", [matrix, matrix_docx, matrix_markdown])
def test_another_language_is_refused(maak: Any, kader: Raamwerk) -> None:
    with pytest.raises(OngeldigeVraag, match="schermtaal: kies nl of en, niet 'fr'"):
        maak(kader, "WP", schermtaal="fr")


@pytest.mark.parametrize("maak", [formulier, formulier_docx])
def test_another_language_of_a_form_is_refused(maak: Any, kader: Raamwerk) -> None:
    with pytest.raises(OngeldigeVraag, match="schermtaal: kies nl of en, niet 'fr'"):
        maak(kader, 1, schermtaal="fr")


def test_markdown_in_english(kader: Raamwerk) -> None:
    nederlands, engels = (matrix_markdown(kader, "WP", schermtaal=taal).splitlines() for taal in SCHERMTALEN)
    anders = [(een, ander) for een, ander in zip(nederlands, engels, strict=True) if een != ander]
    assert [ander.split(" | ")[0] for _, ander in anders] == [
        "| Version", "## **Levels**", "| Level", "| 1", "| Row", "| Learning outcome",
        "The names of the rows were given by this package, not by the source.",
    ]  # fmt: skip
    assert "| 1 | Oriëntatiefase | not stated |" in engels


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_guidance_that_the_source_nowhere_states_is_not_spoken_of(kader: Raamwerk, schermtaal: Schermtaal) -> None:
    for bron, hoort in ((RAAMWERKEN["ladder"], False), (kader, True)):
        word = [matrix_docx(bron, schermtaal=schermtaal), formulier_docx(bron, 1, schermtaal=schermtaal)]
        alles = [
            tekst(boom(matrix(bron, schermtaal=schermtaal))),
            tekst(boom(formulier(bron, 1, schermtaal=schermtaal))),
            tekst(boom(pagina(bron, schermtaal=schermtaal))),
            matrix_markdown(bron, schermtaal=schermtaal),
            *("".join(docx.Document(io.BytesIO(inhoud)).element.itertext()) for inhoud in word),
        ]
        gezegd = {"nl": "Begeleiding", "en": "Guidance"}[schermtaal]
        assert [gezegd in een for een in alles] == [hoort] * len(alles)


@pytest.mark.dagelijks("en")
@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_axe_has_nothing_against_texts_of_another_language(openen: Openen, axe: str, schermtaal: Schermtaal) -> None:
    for html in op_papier(LADDER, schermtaal):
        assert bezwaren(openen(html), axe) == []


@pytest.mark.grondig
def test_the_html_checker_has_nothing_to_say(nu: Nu, tmp_path: Any) -> None:
    paginas = [html for naam in ("ladder", "breed", "verpakt") for html in op_papier(RAAMWERKEN[naam], "en")]
    assert nu(tmp_path, *paginas) == []


def test_on_a_narrow_screen_columns_from_right_to_left_begin_in_sight(openen: Openen) -> None:
    for html in op_papier(LADDER, "en"):
        pagina = openen(html, width=500)
        for tabel in pagina.locator(".schuif[dir=rtl] table").all():
            begin = tabel.locator("th").first.evaluate("th => th.getBoundingClientRect().right")
            assert 0 < begin <= 500
