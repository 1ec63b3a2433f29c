"""What comes out of the printer: the sheet that belongs to the view, at the push of its button or with Ctrl+P."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

import leeruitkomsten as lu
from kijken import Openen
from leeruitkomsten.weergave import formulier, matrix
from weergave.bladen import gedrukt, maten, pdf_van
from weergave.paginahulp import focus, ga, met_voortgang, stand, verpakt, zichtbaar

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
    # A form of its own says in its foot whose it is and of which EvL; a page holds forms of several.
    alleen = gedrukt(pdf_van(openen(formulier(kader, 2, voortgang), naam="formulier.html")))
    assert bladen == [re.sub(r"Student: …+ – EvL2 Verdiepingsfase \(niveau 2\) – ", "", blad) for blad in alleen]
    assert [criterium.code for criterium in kader.evl(2).succescriteria if criterium.code not in "".join(bladen)] == []


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
