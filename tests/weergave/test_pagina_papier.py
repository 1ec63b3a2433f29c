"""What comes out of the printer: the sheet that belongs to the view, at the push of its button or with Ctrl+P."""

from __future__ import annotations

import attrs
import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import Openen
from leeruitkomsten.plat import Notitiesoort
from leeruitkomsten.weergave import formulier, matrix, pagina
from weergave.bladen import gedrukt, maten, pdf_van, zonder_wit
from weergave.paginahulp import focus, ga, met_voortgang, sanne, stand, verpakt, zichtbaar

A3_LIGGEND, A4_LIGGEND, A4 = (420, 297), (297, 210), (210, 297)


def druk(pagina: Page, knop: str) -> PdfReader:
    """Press a button to print, and give what the printer gets then."""
    pagina.evaluate("window.print = () => { document.documentElement.dataset.gedrukt = 'ja'; }")
    pagina.get_by_role("button", name=knop, exact=True).click()
    assert pagina.get_attribute("html", "data-gedrukt") == "ja"
    return pdf_van(pagina)


@pytest.mark.dagelijks("light")
@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_each_button_prints_the_sheets_that_python_makes(openen: Openen, kader: lu.Raamwerk, kleur: str) -> None:
    voortgang = stand() if kleur == "dark" else None
    pagina = openen(met_voortgang() if voortgang else verpakt(), color_scheme=kleur)
    for lijn in kader.leerlijnen[:2]:
        ga(pagina, lijn.code)
        op_papier = druk(pagina, f"Matrix {lijn.code} afdrukken")
        assert (maten(op_papier), len(op_papier.pages)) == ({A3_LIGGEND}, 1)
        assert gedrukt(op_papier) == gedrukt(pdf_van(openen(matrix(kader, lijn.code, voortgang), naam="matrix.html")))
    ga(pagina, "EvL2")
    op_papier = druk(pagina, "Formulier EvL2 afdrukken")
    assert maten(op_papier) == {A4_LIGGEND}
    bladen = gedrukt(op_papier)
    # Every sheet says whose it is, of which EvL, and which of how many: from the page too.
    assert bladen == gedrukt(pdf_van(openen(formulier(kader, 2, voortgang), naam="formulier.html")))
    for nummer, blad in enumerate(bladen, 1):
        assert f"Student: {'…' * 15} – EvL2 Verdiepingsfase (niveau 2) – {kader}" in blad
        assert f"blad {nummer} van {len(bladen)}" in blad
    assert [criterium.code for criterium in kader.evl(2).succescriteria if criterium.code not in "".join(bladen)] == []


def met_alles() -> lu.Portfolio:
    """The portfolio of Sanne, and notes of each kind in each kind of place."""
    codes = ("WP2.4a", "WPI2.1a", "WP2", "EvL2")
    soorten: tuple[Notitiesoort, ...] = ("feedback", "feedforward", "afspraak")
    erbij = [
        lu.Notitie(code, soort, f"{soort} <b>\nover {code}", "2026-11-20", "wie") for code in codes for soort in soorten
    ]
    return attrs.evolve(sanne(), notities=[*sanne().notities, *erbij])


def test_with_a_portfolio_the_sheets_are_those_that_python_fills_in(openen: Openen, kader: lu.Raamwerk) -> None:
    van_haar = met_alles()
    pagina_ = openen(pagina(kader, portfolio=van_haar))
    for code, knop, maak in (
        ("EvL2", "Formulier EvL2 afdrukken", lambda: formulier(kader, 2, portfolio=van_haar)),
        ("WP", "Matrix WP afdrukken", lambda: matrix(kader, "WP", portfolio=van_haar)),
    ):
        ga(pagina_, code)
        op_papier = gedrukt(druk(pagina_, knop))
        assert op_papier == gedrukt(pdf_van(openen(maak(), naam=f"{code}.html")))
        assert all(van_haar.student in blad for blad in op_papier)
    # What is added in the page is on the sheet, and of a portfolio that is closed nothing stays.
    ga(pagina_, "portfolio")
    pagina_.click("[data-weg='bewijs 1']")
    pagina_.evaluate("window.confirm = () => true")
    ga(pagina_, "EvL2")
    assert "map 3" not in " ".join(gedrukt(pdf_van(pagina_)))
    ga(pagina_, "portfolio")
    pagina_.click("#sluit-portfolio")
    ga(pagina_, "EvL2")
    assert gedrukt(pdf_van(pagina_)) == gedrukt(pdf_van(openen(formulier(kader, 2), naam="leeg.html")))


def test_what_was_said_at_a_leeruitkomst_without_criteria_is_on_the_sheets(openen: Openen, klein: lu.Raamwerk) -> None:
    zonder = next(u for u in klein.leeruitkomsten if u.tekst and not u.succescriteria)
    soorten: tuple[Notitiesoort, ...] = ("feedback", "feedforward", "afspraak")
    gezegd = [lu.Notitie(zonder.code, soort, f"{soort} van toen", "2026-11-20") for soort in soorten]
    van_haar = lu.Portfolio(klein.kenmerk, "Sanne", [], gezegd)
    pagina_ = openen(pagina(klein, portfolio=van_haar))
    evl = f"EvL{zonder.niveau}"
    ga(pagina_, evl)
    op_papier = gedrukt(druk(pagina_, f"Formulier {evl} afdrukken"))
    assert op_papier == gedrukt(pdf_van(openen(formulier(klein, zonder.niveau, portfolio=van_haar), naam="f.html")))
    assert all(zonder_wit(notitie.tekst) in zonder_wit("".join(op_papier)) for notitie in gezegd)


def test_an_evl_is_printed_on_one_a4_with_the_name_of_the_student(openen: Openen, kader: lu.Raamwerk) -> None:
    pagina_ = openen(pagina(kader, portfolio=sanne()))
    for evl in kader.evls:
        ga(pagina_, evl.code)
        op_papier = druk(pagina_, f"EvL{evl.niveau.nummer} op één A4 afdrukken")
        assert (maten(op_papier), len(op_papier.pages)) == ({A4_LIGGEND}, 1)
        (blad,) = map(zonder_wit, gedrukt(op_papier))
        assert all(zonder_wit(record.tekst) in blad for u in evl.leeruitkomsten for record in (u, *u.succescriteria))
        assert blad.count(zonder_wit(sanne().student)) == 2  # at the head, and in the margin
        assert zonder_wit(f"{evl.code} {evl.niveau.fase} (niveau {evl.niveau.nummer})") in blad
    assert len(pdf_van(pagina_).pages) > 1  # Ctrl+P gives the form again
    pagina_.get_by_role("button", name="EvL4 op één A4 afdrukken").click()
    ga(pagina_, "WP")
    assert maten(pdf_van(pagina_)) == {A3_LIGGEND}


def test_of_a_matrix_the_niveau_that_was_chosen_is_printed(openen: Openen, kader: lu.Raamwerk) -> None:
    pagina_ = openen(verpakt())
    pagina_.select_option("#niveau", "3")
    (blad,) = gedrukt(pdf_van(pagina_))
    assert [c.niveau for c in kader.leerlijn("WP").leeruitkomsten[2].succescriteria if c.code not in blad] == []
    assert not any(c.code in blad for c in kader.succescriteria if c.niveau != 3)
    pagina_.select_option("#niveau", "")
    assert all(c.code in "".join(gedrukt(pdf_van(pagina_))) for c in kader.kies(leerlijn="WP"))


@pytest.mark.grondig
def test_of_more_niveaus_than_a_sheet_has_the_one_that_was_chosen_is_printed(openen: Openen) -> None:
    pagina_ = openen(pagina(RAAMWERKEN["breed"]))
    pagina_.select_option("#niveau", "8")
    (blad,) = gedrukt(pdf_van(pagina_))
    assert "QR8.1a" in blad
    assert "QR2.1a" not in blad


def test_the_screen_stays_as_it_was(openen: Openen) -> None:
    pagina = openen(verpakt())
    ga(pagina, "WP2.4a")
    pagina.select_option("#niveau", "2")
    voor = (zichtbaar(pagina), pagina.url, pagina.evaluate("[scrollX, scrollY]"))
    had = focus(pagina)
    beeld = pagina.screenshot()
    assert maten(pdf_van(pagina)) == {A3_LIGGEND}
    assert (zichtbaar(pagina), pagina.url, pagina.evaluate("[scrollX, scrollY]")) == voor
    assert pagina.screenshot() == beeld
    assert focus(pagina) == had == "WP2.4a"


@pytest.mark.parametrize(
    ("anker", "knop", "titel"),
    [
        ("WP.4", "Rij afdrukken", "WP.4 door de niveaus"),
        ("verdieping-2-3-WP", "Verdieping afdrukken", "Wat verdiept er van niveau 2 naar niveau 3?"),
        ("zoek=feedback", "Zoekresultaten afdrukken", "Zoekresultaten voor: feedback"),
        ("voortgang", "Voortgang afdrukken", "geen oordeel"),
    ],
)
def test_other_views_print_themselves(openen: Openen, anker: str, knop: str, titel: str) -> None:
    pagina = openen(met_voortgang(), color_scheme="dark")
    ga(pagina, anker)
    op_papier = druk(pagina, knop)
    assert maten(op_papier) == {A4}
    tekst = " ".join(gedrukt(op_papier))
    assert titel in tekst
    assert lu.laad().naam in tekst
    assert "afdrukken" not in tekst
    assert "kopieer" not in tekst
    pagina.emulate_media(media="print")
    assert pagina.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 254, 251)"


def test_without_javascript_all_sheets_come_out(openen: Openen, kader: lu.Raamwerk) -> None:
    pdf = pdf_van(openen(verpakt(), java_script_enabled=False))
    assert maten(pdf) == {A3_LIGGEND, A4_LIGGEND}
    matrices = len(kader.leerlijnen)
    breed = [blad.mediabox.width for blad in pdf.pages]
    assert len(set(breed[:matrices])) == len(set(breed[matrices:])) == 1
    assert breed[0] > breed[matrices]
