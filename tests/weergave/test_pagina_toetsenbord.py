"""The page by keyboard, and the buttons that copy an address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from kijken import Openen
from weergave.paginahulp import focus, ga, met_voortgang, van_sanne, verpakt, zichtbaar


def test_what_was_chosen_has_a_button_that_copies_its_address(openen: Openen) -> None:
    blad = openen(verpakt(), permissions=["clipboard-read", "clipboard-write"])
    knop = blad.locator("#kopieer")
    for code in ("WP", "WP2.4a", "WP3.2", "WD2", "WP.4", "EvL2"):
        ga(blad, code)
        assert knop.count() == 1
        knop.click()
        blad.get_by_text(f"Link naar {code} gekopieerd.", exact=True).wait_for()
        assert blad.evaluate("navigator.clipboard.readText()") == f"{blad.url.partition('#')[0]}#{code}"
    assert blad.get_attribute("#gezegd", "role") == "status"


def test_no_button_stands_between_a_code_and_its_sentence(openen: Openen) -> None:
    blad = openen(met_voortgang())
    for anker in ("WP2.4a", "WD2", "EvL2", "WP.4", "verdieping-2-3-WP", "zoek=feedback"):
        ga(blad, anker)
        assert blad.locator("main .bij button").count() == 0
    ga(blad, "WP2.4a")
    assert blad.locator("[id='WP2.4a'] > p + #kopieer").count() == 1


def test_the_first_criterium_is_within_forty_stops(openen: Openen) -> None:
    blad = openen(van_sanne())
    for anker, eerste in (("WP", "WP1.1a"), ("WP.4", "WP1.4a"), ("verdieping-2-3-WP", "WP2.1a"), ("EvL2", "WP2.1a")):
        ga(blad, anker)
        blad.evaluate("() => { document.activeElement.blur(); document.getElementById('overslaan').focus(); }")
        for _ in range(39):
            blad.keyboard.press("Tab")
            if blad.evaluate("document.activeElement.textContent") == eerste:
                break
        else:
            pytest.fail(f"{anker}: {eerste} is not within forty stops")


def test_where_the_clipboard_is_refused_the_old_way_is_taken_or_the_address_shown(openen: Openen) -> None:
    blad = openen(verpakt(), permissions=["clipboard-read", "clipboard-write"])
    blad.evaluate("window.lees = navigator.clipboard.readText.bind(navigator.clipboard)")
    blad.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    knop = blad.get_by_role("button", name="kopieer link naar WP", exact=True)
    knop.focus()
    blad.keyboard.press("Enter")
    blad.get_by_text("Link naar WP gekopieerd.", exact=True).wait_for()
    assert blad.evaluate("lees()") == blad.url + "#WP"
    assert knop.evaluate("k => k === document.activeElement")
    blad.evaluate("document.execCommand = () => false")
    blad.keyboard.press("Enter")
    blad.wait_for_selector("#venster[open]")
    assert blad.input_value("#adres") == blad.url + "#WP"
    assert blad.evaluate("getSelection().toString()") == blad.url + "#WP"
    blad.keyboard.press("Escape")
    assert not blad.is_visible("#venster")
    assert knop.evaluate("k => k === document.activeElement")


# --- by keyboard


def tab_naar(blad: Page, tekst: str) -> None:
    """Press Tab until something with this text has the focus."""
    for _ in range(150):
        blad.keyboard.press("Tab")
        if str(blad.evaluate("document.activeElement.textContent")).strip().startswith(tekst):
            return
    pytest.fail(f"no {tekst} within 150 tabs")


def test_all_of_it_goes_by_keyboard(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.evaluate("window.print = () => { document.body.dataset.gedrukt = document.title; }")
    blad.keyboard.press("Tab")
    sla_over = blad.locator("#overslaan")
    assert (sla_over.bounding_box() or {})["y"] >= 0
    blad.keyboard.press("Enter")
    assert focus(blad) == "inhoud"
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.closest('main') !== null")
    blad.evaluate("document.activeElement.blur()")
    while focus(blad) != "zoekveld":
        blad.keyboard.press("Shift+Tab")
    blad.keyboard.type("groepsdynamiek")
    blad.keyboard.press("Enter")
    assert focus(blad) == "gevonden"
    tab_naar(blad, "WP4.4b")
    blad.keyboard.press("Enter")
    blad.wait_for_function("() => document.activeElement.id === 'WP4.4b'")
    blad.keyboard.press("Tab")  # on, from the place itself
    assert blad.evaluate("document.activeElement.closest('[id]').id") == "WP4.4b"
    while focus(blad) != "zoekveld":
        blad.keyboard.press("Shift+Tab")
    blad.keyboard.type("x")
    blad.keyboard.press("Escape")
    blad.wait_for_function("() => document.activeElement.id === 'zoekveld'")  # the browser goes back in its own time
    assert zichtbaar(blad) == ["WP"]
    tab_naar(blad, "WD")
    blad.keyboard.press("Enter")
    blad.wait_for_function("() => document.activeElement.id === 'WD'")
    tab_naar(blad, "Matrix WD afdrukken")
    blad.keyboard.press("Enter")
    assert blad.get_attribute("body", "data-gedrukt") == f"WD – {lu.laad().naam}"
    tab_naar(blad, "WD.2")
    blad.keyboard.press("Enter")
    blad.wait_for_function("() => document.activeElement.id === 'rij'")
    assert "WD.2" in blad.inner_text("#rij")


STOP = """() => { const e = document.activeElement; if (e === document.body) return null;
  const v = e.getBoundingClientRect(); const s = getComputedStyle(e);
  const raak = document.elementFromPoint(v.x + Math.min(v.width, innerWidth) / 2, v.y + Math.min(v.height, innerHeight) / 2);
  return {wat: e.outerHTML.slice(0, 90), rand: s.outlineStyle + parseFloat(s.outlineWidth), door: Number(s.opacity),
          raak: e.contains(raak) || v.height > innerHeight}; }"""


def test_every_stop_of_the_tab_key_is_seen_and_the_last_leads_out(openen: Openen) -> None:
    blad = openen(met_voortgang())
    gezien = {"Tab": 0, "Shift+Tab": 0}
    for toets in gezien:
        for _ in range(500):
            blad.keyboard.press(toets)
            stop = blad.evaluate(STOP)
            if stop is None:
                break
            gezien[toets] += 1
            assert (stop["rand"], stop["door"], stop["raak"]) == ("solid3", 1, True), stop
        else:
            pytest.fail("the Tab key never leaves the page")
    assert min(gezien.values()) > 50
