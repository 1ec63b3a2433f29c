"""For everyone, on every screen: axe-core, widths, targets, headings, in every view, light and dark."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import Openen, bezwaren
from leeruitkomsten.weergave import pagina
from weergave.paginahulp import ga, met_voortgang, zichtbaar

BEELDEN = {
    "matrix": "WP2.4a", "gevonden": "zoek=feedback&niveau=2", "rij": "WP.4", "verdieping": "verdieping-2-3-WP", "evl": "EvL2",
    "voortgang": "voortgang", "onbekend": "WP99",
}  # fmt: skip
TE_BREED = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def blad(openen: Openen) -> Page:
    return openen(met_voortgang())


@pytest.mark.dagelijks("voortgang")
@pytest.mark.parametrize("beeld", BEELDEN)
def test_axe_has_no_remarks(blad: Page, axe: str, beeld: str) -> None:
    # What is not shown is not looked at, but would be walked through.
    blad.evaluate("document.getElementById('afdruk').remove()")
    ga(blad, BEELDEN[beeld])
    assert bezwaren(blad, axe) == []
    blad.emulate_media(color_scheme="dark")
    assert bezwaren(blad, axe, runOnly=["color-contrast"]) == []
    blad.set_viewport_size({"width": 360, "height": 800})
    assert bezwaren(blad, axe, rules={"color-contrast": {"enabled": False}}) == []


def test_no_view_is_wider_than_the_screen(blad: Page) -> None:
    for anker in BEELDEN.values():
        ga(blad, anker)
        for width in (320, 360, 704, 960, 1280, 2560):
            blad.set_viewport_size({"width": width, "height": 900})
            assert blad.evaluate(TE_BREED) <= 0, (anker, width)


def test_nine_niveaus_scroll_within_their_region(openen: Openen) -> None:
    groot = RAAMWERKEN["groot"]
    blad = openen(pagina(groot, groot.voortgang(["Z2.1a"], niveau=2)))
    for width in (360, 1280):
        blad.set_viewport_size({"width": width, "height": 900})
        for anker in ("Z9.27z", "ABCDEFGH9.9999", "Z.27", "EvL9", "voortgang", "verdieping-1-9"):
            ga(blad, anker)
            assert blad.evaluate(TE_BREED) <= 0, (anker, width)
            if "." in anker and anker != "Z.27":
                vak = blad.locator(f"[id='{anker}']").bounding_box()
                assert vak
                assert 0 <= vak["x"] <= vak["x"] + min(vak["width"], 200) <= width


@pytest.mark.parametrize("width", [360, 1280, 2560])
def test_the_text_of_a_chosen_criterium_is_in_sight(blad: Page, width: int) -> None:
    blad.set_viewport_size({"width": width, "height": 800})
    for code in ("WPI4.5b", "WP1.1a", "WD3.3b"):
        ga(blad, code)
        vak = blad.locator(f"[id='{code}'] > p").bounding_box()
        assert vak
        assert 0 <= vak["x"] <= vak["x"] + vak["width"] <= width
        assert 0 <= vak["y"] <= vak["y"] + vak["height"] <= 800
        links = blad.evaluate(
            "code => { const v = document.getElementById(code).querySelector('p').getBoundingClientRect();"
            " return document.elementFromPoint(v.left + 2, v.top + 5).closest('li')?.id; }",
            code,
        )
        assert links == code  # no heading that stays put lies over it


def test_targets_are_large_enough(blad: Page) -> None:
    klein = """[...document.querySelectorAll('a, button, select, input, summary')].filter(e => e.checkVisibility()).map(e => {
      const v = e.getBoundingClientRect(); return [e.outerHTML.slice(0, 80), v.width, v.height]; }).filter(([, b, h]) => b < 24 || h < 24)"""
    for width in (360, 1280):
        blad.set_viewport_size({"width": width, "height": 800})
        for anker in BEELDEN.values():
            ga(blad, anker)
            assert blad.evaluate(klein) == [], anker


def test_what_can_be_pressed_stays_free_of_its_neighbours(blad: Page) -> None:
    """Nothing that is shown lies over something else that can be pressed."""
    over = """() => { const alle = [...document.querySelectorAll('a, button, select, input, summary')]
        .filter(e => e.checkVisibility({opacityProperty: true}) && e.closest('#overslaan') === null);
      const vak = e => e.getBoundingClientRect();
      return alle.flatMap((een, i) => alle.slice(i + 1).filter(ander => !een.contains(ander) && !ander.contains(een)
        && vak(een).left < vak(ander).right - 1 && vak(ander).left < vak(een).right - 1
        && vak(een).top < vak(ander).bottom - 1 && vak(ander).top < vak(een).bottom - 1)
        .map(ander => een.outerHTML.slice(0, 60) + ' / ' + ander.outerHTML.slice(0, 60))); }"""
    for width in (360, 1280):
        blad.set_viewport_size({"width": width, "height": 800})
        for anker in BEELDEN.values():
            ga(blad, anker)
            assert blad.evaluate(over) == [], (anker, width)


def test_landmarks_headings_and_table_heads(blad: Page) -> None:
    assert blad.evaluate("document.documentElement.lang") == "nl"
    for naam in ("banner", "search", "navigation", "main"):
        assert blad.get_by_role(naam).count() == 1
    for anker in BEELDEN.values():
        ga(blad, anker)
        niveaus = blad.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4')].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
        )
        assert niveaus[0] == 1
        assert niveaus.count(1) == niveaus.count(2) == 1
        assert all(later - eerder <= 1 for eerder, later in itertools.pairwise(niveaus))
        assert blad.locator("main th:not([scope])").count() == 0
        assert zichtbaar(blad)


def test_a_phone_scrolls_the_matrix_within_its_own_region(blad: Page) -> None:
    blad.set_viewport_size({"width": 360, "height": 800})
    ga(blad, "WD")
    blad.select_option("#niveau", "")
    vak = blad.get_by_role("region", name="Matrix WD")
    vak.focus()
    blad.keyboard.press("ArrowRight")
    blad.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert vak.evaluate("v => v === document.activeElement")
    assert blad.evaluate("scrollX") == 0


def test_a_row_is_called_by_its_code_and_name_and_a_table_by_its_leerlijn(blad: Page) -> None:
    for lijn in lu.laad().leerlijnen:
        ga(blad, lijn.code)
        tabel = blad.get_by_role("table", name=f"{lijn.code} {lijn.naam}", exact=True)
        assert tabel.count() == 1
        for rij in lijn.rijen:
            assert tabel.get_by_role("rowheader", name=f"{rij.code} {rij.naam}", exact=True).count() == 1
