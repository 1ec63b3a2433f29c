"""A portfolio on paper: student, day, evidence and notes, each in its place, on screen, in print and in Word alike."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from attrs import evolve
from docx.oxml.ns import qn

from kijken import Openen
from leeruitkomsten import Bewijs, Notitie, OnbekendeCode, OngeldigeVraag, Portfolio, Raamwerk, VerkeerdType
from leeruitkomsten.weergave import formulier, formulier_docx, matrix, matrix_docx
from weergave.bladen import boom, gedrukt, pdf_van, tekst, zonder_wit

LESPLAN = "<b>Lesplan</b> poëzie"
WAAR = "https://portfolio.example/sanne/lesplan"
MAKEN: list[Callable[..., Any]] = [
    lambda kader, **anders: matrix(kader, "WP", **anders),
    lambda kader, **anders: matrix_docx(kader, "WP", **anders),
    lambda kader, **anders: formulier(kader, 2, **anders),
    lambda kader, **anders: formulier_docx(kader, 2, **anders),
]


@pytest.fixture
def sanne(kader: Raamwerk) -> Portfolio:
    """A portfolio with something of each kind, in each kind of place."""
    bewijs = [
        Bewijs("WP2.1a", LESPLAN, "2026-11-03", WAAR, "student", "lesplan"),
        Bewijs("WP2.1a", "Video van de les", "2026-11-10"),
        Bewijs("WP1.1a", "Lesbezoek 1", "2026-09-12"),
    ]
    notities = [
        Notitie("WP2.1a", "feedback", "Rustig.\nSterk begin.", "2026-11-10", "werkplekbegeleider"),
        Notitie("WP2.1a", "feedforward", "Laat ze reageren.", "2026-11-10"),
        Notitie("WP2.1a", "afspraak", "Een les met tweetallen.", "2026-11-10"),
        Notitie("WP2", "feedback", "Steviger dan in september.", "2026-11-20"),
        Notitie("EvL2", "feedback", "Zichtbare groei.", "2026-11-24"),
        Notitie("EvL2", "feedforward", "Kijk bij een collega.", "2026-11-24"),
        Notitie("EvL2", "afspraak", "In januari verder.", "2026-11-24"),
    ]
    return Portfolio(kader.kenmerk, "Sanne <de> Vries", bewijs, notities, "2026-11-24")


CEL = [
    "WP2.1a Je versterkt goed gedrag en spreekt leerlingen aan op ongewenst gedrag en ordeverstoringen.",
    f"● aangetoond {LESPLAN} 3 november 2026, lesplan, student, {WAAR} Video van de les 10 november 2026",
    "Rustig. Sterk begin. 10 november 2026, werkplekbegeleider",
    "Laat ze reageren. 10 november 2026 Afspraak: Een les met tweetallen. 10 november 2026",
]


def test_a_form_has_everything_under_its_own_heading(kader: Raamwerk, sanne: Portfolio) -> None:
    html = boom(formulier(kader, 2, portfolio=sanne))
    (gegevens,) = html.find_class("gegevens")
    assert tekst(gegevens).startswith("StudentSanne <de> Vries School of werkplek Datum24 november 2026 ")
    (rij,) = [rij for rij in html.iter("tr") if tekst(rij).startswith("WP2.1a ")]
    assert [tekst(cel) for cel in rij] == CEL
    uitkomst = html.find_class("uitkomst")[0]
    assert [tekst(p) for p in uitkomst.xpath("./p")] == ["Feedback: Steviger dan in september. 20 november 2026"]
    (gesprek,) = html.find_class("gesprek")
    assert [tekst(cel) for cel in gesprek.iter("td")] == [
        "Zichtbare groei. 24 november 2026",
        "Feedforward: Kijk bij een collega. 24 november 2026 In januari verder. 24 november 2026",
    ]
    assert "Aangetoond van andere niveaus: WP1.1a." in tekst(html)


def test_a_matrix_has_it_with_each_criterium_and_leeruitkomst(kader: Raamwerk, sanne: Portfolio) -> None:
    html = boom(matrix(kader, "WP", portfolio=sanne))
    (wie,) = html.find_class("wie")
    assert [tekst(deel) for deel in wie] == ["Student: Sanne <de> Vries", "Datum: 24 november 2026"]
    assert [tekst(deel) for deel in html.find_class("gezegd")] == [
        "Feedback: Steviger dan in september. 20 november 2026",
        "Lesbezoek 1 12 september 2026",
        f"{LESPLAN} 3 november 2026, lesplan, student, {WAAR} Video van de les 10 november 2026 "
        "Feedback: Rustig. Sterk begin. 10 november 2026, werkplekbegeleider "
        "Feedforward: Laat ze reageren. 10 november 2026 Afspraak: Een les met tweetallen. 10 november 2026",
    ]
    # Without a day none is asked for: who the sheet is of is known.
    kaal = boom(matrix(kader, "WP", portfolio=evolve(sanne, datum=None)))
    assert [tekst(regel) for regel in kaal.find_class("wie")] == ["Student: Sanne <de> Vries"]


def met_velden(cel: Any) -> str:
    """What a cell of a Word document says, its fields included."""
    delen = cel._tc.iter(qn("w:t"), qn("w:br"), qn("w:p"))
    return " ".join("".join(deel.text if deel.tag == qn("w:t") else " " for deel in delen).split())


def test_word_has_the_same(kader: Raamwerk, sanne: Portfolio) -> None:
    document = docx.Document(io.BytesIO(formulier_docx(kader, 2, portfolio=sanne)))
    rijen = [rij for tabel in document.tables for rij in tabel.rows]
    (rij,) = [rij for rij in rijen if rij.cells[0].text.startswith("WP2.1a ")]
    assert [met_velden(cel) for cel in rij.cells] == CEL
    assert document.sections[0].header.paragraphs[0].text == (
        f"Student: Sanne <de> Vries, 24 november 2026 – EvL2 Verdiepingsfase (niveau 2)\t{kader.naam}"
    )
    vel = docx.Document(io.BytesIO(matrix_docx(kader, "WP", portfolio=sanne)))
    cellen = [" ".join(cel.text.split()) for rij in vel.tables[0].rows for cel in rij.cells]
    (cel,) = [cel for cel in cellen if "WP2.1a" in cel]
    assert cel.startswith(f"● {CEL[0]} {CEL[1].removeprefix('● aangetoond ')} Feedback: {CEL[2]} Feedforward: {CEL[3]}")
    (uitkomst,) = [cel for cel in cellen if cel.startswith("WP2 ")]
    assert uitkomst.endswith("1 van 9 aangetoond Feedback: Steviger dan in september. 20 november 2026")


def test_every_printed_sheet_says_whose_it_is_and_of_which_evl(
    openen: Openen, kader: Raamwerk, sanne: Portfolio
) -> None:
    for html, wat in (
        (
            formulier(kader, 2, portfolio=sanne),
            "Sanne <de> Vries, 24 november 2026 – EvL2 Verdiepingsfase (niveau 2) – ",
        ),
        (formulier(kader, 2), "…………… – EvL2 Verdiepingsfase (niveau 2) – "),
        (matrix(kader, "WP", portfolio=sanne), "Sanne <de> Vries, 24 november 2026 – "),
    ):
        bladen = gedrukt(pdf_van(openen(html)))
        for nummer, blad in enumerate(bladen, 1):
            assert zonder_wit(f"{wat}{kader}") in zonder_wit(blad)
            assert f"blad {nummer} van {len(bladen)}" in blad


@pytest.mark.parametrize("maak", MAKEN)
def test_it_has_to_be_a_portfolio_of_this_framework_and_alone(
    maak: Callable[..., Any], kader: Raamwerk, klein: Raamwerk, sanne: Portfolio
) -> None:
    with pytest.raises(OngeldigeVraag, match="dit portfolio hoort bij 'klein'"):
        maak(kader, portfolio=Portfolio(klein.kenmerk, "s", []))
    with pytest.raises(OngeldigeVraag, match="geef voortgang= of portfolio=, niet beide") as fout:
        maak(kader, voortgang=kader.voortgang([]), portfolio=sanne)
    assert fout.value.soort == "opties_samen"
    with pytest.raises(VerkeerdType, match="hier hoort een Portfolio"):
        maak(kader, portfolio={"student": "s"})
    with pytest.raises(OnbekendeCode, match=r"'WP9\.1a'"):
        maak(kader, portfolio=evolve(sanne, notities=[Notitie("WP9.1a", "feedback", "x", "2026-11-24")]))


def test_a_note_about_a_leeruitkomst_without_a_text_has_a_place(elk: Raamwerk) -> None:
    for uitkomst in elk.leeruitkomsten:
        if uitkomst.succescriteria:
            notitie = Notitie(uitkomst.code, "afspraak", "Samen verder.", "2026-11-24")
            html = boom(matrix(elk, uitkomst.leerlijn, portfolio=Portfolio(elk.kenmerk, "Sam", [], [notitie])))
            (gezegd,) = html.find_class("gezegd")
            assert tekst(gezegd) == "Afspraak: Samen verder. 24 november 2026"
