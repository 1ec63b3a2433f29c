"""Two editions laid over each other: each change with its sign, its codes and its words, in HTML, in Word and on paper."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

import leeruitkomsten as lu
from conftest import RAAMWERKEN, gegevens
from kijken import Nu, Openen, bezwaren
from leeruitkomsten import OngeldigeVraag, Raamwerk, VerkeerdType
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal, spreker
from leeruitkomsten.weergave import vergelijking, vergelijking_docx
from leeruitkomsten.weergave._wijzigingen import TEKENS, regel_van, tellingen, vellen
from schermwoorden import vreemd
from test_vormen import raamwerken
from uitwisseling.vijandig import vijandig
from weergave.bladen import boom, gedrukt, maten, pdf_van, tekst
from weergave.test_vellen_talen import gezegd, in_delen

OUD = {
    "A1.1a": "Je leest een boek.", "A1.2a": "Je telt.", "A1.3a": "Niemand kookt <b>soep</b>.", "A2.1a": "Je vraagt goed door.",
    "A2.2b": "Je ruimt de werkplaats netjes op.",
}  # fmt: skip
NIEUW = {
    "A1.1a": "Je leest een verhaal.", "A2.2a": "Je telt.", "A2.1a": "Je vraagt goed door.",
    "A2.2b": "Samen maken jullie er iets van.", "A2.4a": "Je <script>bouwt</script> \"zelf\".",
}  # fmt: skip


def editie(criteria: dict[str, str], versie: str, **rest: Any) -> Raamwerk:
    """A framework of two niveaus with these criteria."""
    velden = gegevens(["A"], 2, criteria, **{"errata": [], "vervallen": [], **rest})
    velden["versie"] = versie
    return bouw(velden)


@pytest.fixture(scope="module")
def paar() -> tuple[Raamwerk, Raamwerk]:
    """An edition and the next: something of every kind happened."""
    einde = [{"code": "A1.3a", "sinds": "2", "opvolgers": ["A1.1a", "A2.2a"], "reden": "samen"}]
    return editie(OUD, "1"), editie(NIEUW, "2", vervallen=einde)


def merken(html: str) -> list[tuple[str, str]]:
    """The codes in the matrices: what happened to each, and what a screen reader says."""
    return [
        (li.get("class"), tekst(li))
        for tabel in boom(html).xpath("//section[not(@class)]//tbody")
        for li in tabel.xpath(".//td//li")
    ]


def test_every_place_has_its_sign_and_what_it_leads_to(paar: tuple[Raamwerk, Raamwerk]) -> None:
    gezien = merken(vergelijking(*paar))
    assert [(soort, zin) for soort, zin in gezien if soort != "gelijk"] == [
        ("gewijzigd", "±gewijzigd: A1.1a"),
        ("verplaatst", "→verplaatst of hernummerd: A1.2a nu A2.2a"),
        ("verplaatst", "→verplaatst of hernummerd: A2.2a was A1.2a"),
        ("gewijzigd", "±gewijzigd: A2.2b"),
        ("vervallen", "−vervallen: A1.3a opgevolgd door A1.1a, A2.2a"),
        ("toegevoegd", "+toegevoegd: A2.4a"),
    ]
    assert ("gelijk", "A2.1a") in gezien


def test_every_change_is_a_line_with_its_words(paar: tuple[Raamwerk, Raamwerk]) -> None:
    blad = boom(vergelijking(*paar))
    regels = [[tekst(td) for td in tr.xpath("./td")] for tr in blad.xpath("//section[@class='wijzigingen']//tbody/tr")]
    assert regels == [
        ["±gewijzigd", "A1.1a succescriterium", "Je leest een vervalt: boek toegevoegd: verhaal."],
        ["→verplaatst of hernummerd", "A1.2a → A2.2a succescriterium", "Je telt."],
        ["±gewijzigd", "A2.2b succescriterium", "was: Je ruimt de werkplaats netjes op. wordt: Samen maken jullie er iets van."],
        ["+toegevoegd", "A2.4a succescriterium", 'Je <script>bouwt</script> "zelf".'],
        ["−vervallen opgevolgd door A1.1a, A2.2a", "A1.3a succescriterium", "Niemand kookt <b>soep</b>."],
    ]  # fmt: skip
    assert [tekst(li) for li in blad.xpath("//ul[@class='legenda']/li")] == [
        "+1 toegevoegd", "±2 gewijzigd", "→1 verplaatst of hernummerd", "−1 vervallen", "zonder teken: gelijk gebleven",
    ]  # fmt: skip
    assert blad.xpath("//script | //td//b[text()='soep']") == []


def test_word_has_the_same(paar: tuple[Raamwerk, Raamwerk]) -> None:
    document = docx.Document(io.BytesIO(vergelijking_docx(*paar)))
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (297, 210)
    matrix, lijst = document.tables
    cellen = {alinea.text for rij in matrix.rows for cel in rij.cells for alinea in cel.paragraphs}
    assert {
        "± A1.1a", "→ A1.2a nu A2.2a", "→ A2.2a was A1.2a", "± A2.2b", "− A1.3a opgevolgd door A1.1a, A2.2a", "+ A2.4a", "A2.1a",
    } <= cellen  # fmt: skip
    regels = [[cel.text for cel in rij.cells] for rij in lijst.rows]
    assert regels == [
        ["Wijziging", "Waar", "Tekst"],
        ["± gewijzigd", "A1.1a\nsuccescriterium", "Je leest een boek verhaal."],
        ["→ verplaatst of hernummerd", "A1.2a → A2.2a\nsuccescriterium", "Je telt."],
        ["± gewijzigd", "A2.2b\nsuccescriterium", "was:\nJe ruimt de werkplaats netjes op.\nwordt:\nSamen maken jullie er iets van."],
        ["+ toegevoegd", "A2.4a\nsuccescriterium", 'Je <script>bouwt</script> "zelf".'],
        ["− vervallen\nopgevolgd door A1.1a, A2.2a", "A1.3a\nsuccescriterium", "Niemand kookt <b>soep</b>."],
    ]  # fmt: skip
    runs = {run.text: run._r.rPr for run in lijst.rows[1].cells[2].paragraphs[0].runs}
    assert runs["boek"].find(qn("w:strike")) is not None
    assert runs["verhaal"].find(qn("w:u")).get(qn("w:val")) == "single"
    assert vergelijking_docx(*paar) == vergelijking_docx(*paar)


def test_words_that_moved_and_guesses_are_said(kader: Raamwerk) -> None:
    oud = editie(
        {"A1.1a": "Je past zo nodig je eigen aanpak aan.", "A1.2a": "Je maakt samen met anderen een mooi plan."}, "1"
    )
    nieuw = editie(
        {"A1.1a": "Je past je eigen aanpak aan zo nodig.", "A2.2c": "Je maakt samen met anderen een goed plan."}, "2"
    )
    html = vergelijking(oud, nieuw)
    assert '<u><span class="stil">hierheen verplaatst: </span>zo nodig</u>' in html
    assert '<s><span class="stil">van hier verplaatst: </span>zo nodig</s>' in html
    assert ("gewijzigd", "±gewijzigd: A1.2a misschien nu A2.2c") in merken(html)
    assert "misschien: voor 88% dezelfde woorden" in html
    runs = docx.Document(io.BytesIO(vergelijking_docx(oud, nieuw))).tables[1].rows[1].cells[2].paragraphs[0].runs
    lijnen = {run.text: run._r.rPr.find(qn("w:u")).get(qn("w:val")) for run in runs if "zo nodig" in run.text}
    assert lijnen == {"zo nodig": "dotted"}
    assert kader is not oud


def test_all_that_can_change_has_a_word(paar: tuple[Raamwerk, Raamwerk]) -> None:
    velden = gegevens(["B"], 3, {"B3.1a": "Iets."}, errata=[], vervallen=[])
    velden |= {
        "sleutel": "ander",
        "naam": "Anders",
        "taal": "en",
        "uitgever": "Wij",
        "licentie": "CC0-1.0",
        "versie": "9",
    }
    velden["niveaus"][0] |= {"fase": "Begin", "begeleiding": "veel"}
    velden["leerlijnen"][0] |= {"omschrijving": "Wat."}
    ander = bouw(velden)
    for schermtaal in SCHERMTALEN:
        zeg = spreker(schermtaal)
        for oud, nieuw in ((paar[0], ander), (ander, paar[0])):
            wijzigingen = lu.vergelijk(oud, nieuw)
            assert all(regel_van(w, zeg).wat for w in wijzigingen)
            soorten = {code for vel in vellen(oud, nieuw, wijzigingen, zeg) for code in [vel.lijn.merk.soort]}
            assert soorten == {"toegevoegd", "vervallen"}
            assert sum(tellingen(wijzigingen).values()) == len(wijzigingen)
    html = vergelijking(paar[0], ander)
    assert "+ " not in TEKENS
    assert "uitgever van raamwerk" in boom(html).text_content()


def test_nothing_changed_is_said(kader: Raamwerk) -> None:
    html = vergelijking(kader, kader)
    assert "Er zijn geen verschillen." in html
    assert {soort for soort, _ in merken(html)} == {"gelijk"}
    assert "Wijzigingen" not in html
    assert "Er zijn geen verschillen." in [
        p.text for p in docx.Document(io.BytesIO(vergelijking_docx(kader, kader))).paragraphs
    ]


PAREN = [("verpakt", "klein"), ("klein", "ladder"), ("ladder", "breed"), ("breed", "verpakt")]


@pytest.mark.dagelijks("ladder-breed")
@pytest.mark.parametrize(("een", "ander"), PAREN, ids=["-".join(p) for p in PAREN])
def test_frameworks_of_every_shape_have_every_code_and_every_change(een: str, ander: str) -> None:
    oud, nieuw = RAAMWERKEN[een], RAAMWERKEN[ander]
    html = vergelijking(oud, nieuw)
    codes = [b.text for b in boom(html).xpath("//section[not(@class)]//tbody//tr[not(@class)]//b")]
    assert len(codes) == len(set(codes))
    assert set(codes) == {c.code for kader in (oud, nieuw) for c in kader.succescriteria}
    assert len(boom(html).xpath("//section[@class='wijzigingen']//tbody/tr")) == len(lu.vergelijk(oud, nieuw))
    document = docx.Document(io.BytesIO(vergelijking_docx(oud, nieuw)))
    titels = [t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for t in document.tables]
    assert len(set(titels)) == len(titels)


@settings(max_examples=3)
@given(raamwerken(), raamwerken())
def test_any_two_frameworks(oud: Raamwerk, nieuw: Raamwerk) -> None:
    html = vergelijking(oud, nieuw)
    assert [c.code for kader in (oud, nieuw) for c in kader.succescriteria if c.code not in html] == []
    assert vergelijking_docx(oud, nieuw)[:2] == b"PK"


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_no_word_of_the_other_language(schermtaal: Schermtaal, paar: tuple[Raamwerk, Raamwerk]) -> None:
    breed = RAAMWERKEN["breed"]
    oud, nieuw = paar if schermtaal == "nl" else (breed, RAAMWERKEN["ladder"])
    alles = [*gezegd(vergelijking(oud, nieuw, schermtaal=schermtaal))]
    alles += in_delen(vergelijking_docx(oud, nieuw, schermtaal=schermtaal))
    assert vreemd(alles, schermtaal) == set()


def test_another_language_and_what_is_no_framework_are_refused(kader: Raamwerk) -> None:
    fout: Any = "fr"
    for maak in (vergelijking, vergelijking_docx):
        with pytest.raises(OngeldigeVraag, match="kies nl of en"):
            maak(kader, kader, schermtaal=fout)
        for paar in ((3, kader), (kader, 3)):
            een: Any = paar
            with pytest.raises(VerkeerdType, match="vergelijk vraagt om twee raamwerken"):
                maak(*een)


def test_it_prints_on_a4_and_nobody_needs_its_colours(
    openen: Openen, axe: str, paar: tuple[Raamwerk, Raamwerk]
) -> None:
    blad = openen(vergelijking(*paar), width=1280)
    assert bezwaren(blad, axe) == []
    blad.emulate_media(color_scheme="dark")
    assert bezwaren(blad, axe, runOnly=["color-contrast"]) == []
    pdf = pdf_van(blad)
    assert maten(pdf) == {(297, 210)}
    eerste, laatste = gedrukt(pdf)
    assert all(teken in eerste for teken in TEKENS.values())
    assert "opgevolgd door A1.1a, A2.2a" in laatste


@pytest.mark.grondig
def test_the_html_checker_has_nothing_to_say(nu: Nu, tmp_path: Path, paar: tuple[Raamwerk, Raamwerk]) -> None:
    erg = vijandig()
    paginas = [vergelijking(*paar), vergelijking(RAAMWERKEN["ladder"], RAAMWERKEN["breed"]), vergelijking(paar[0], erg)]
    assert nu(tmp_path, *paginas, vergelijking(erg, paar[0], schermtaal="en")) == []
