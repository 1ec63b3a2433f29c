"""Found at a glance: where things stand on a screen, how large their letters are, and how long their lines."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from kijken import Openen, bezwaren
from leeruitkomsten.weergave import formulier, matrix, overzicht
from weergave.paginahulp import ga, met_voortgang, van_sanne, verpakt

BEELDEN = ("WP", "WP2.4a", "zoek=feedback", "WP.4", "verdieping-2-3-WP", "verdieping-1-4-WP-alle", "EvL2", "portfolio")
LETTERS = """() => [...new Set([...document.querySelectorAll('body *')].filter(e => e.checkVisibility({visibilityProperty: true})
  && [...e.childNodes].some(k => k.nodeType === 3 && k.data.trim())).map(e => getComputedStyle(e))
  .map(s => `${s.fontSize} ${s.fontFamily}`))]"""
REGELS = """() => { const bereik = document.createRange();
  return [...document.querySelectorAll('main p, main li')].filter(e => e.checkVisibility() && !e.closest('.stil')).flatMap(e =>
    [...e.childNodes].filter(k => k.nodeType === 3 && k.data.length > 75).map(k => {
      const regels = new Map();
      for (const woord of k.data.matchAll(/\\S+\\s*/g)) {
        bereik.setStart(k, woord.index); bereik.setEnd(k, woord.index + 1);
        const hoog = Math.round(bereik.getBoundingClientRect().top);
        regels.set(hoog, (regels.get(hoog) ?? '') + woord[0]);
      }
      return [Math.max(...[...regels.values()].map(r => r.trimEnd().length)), k.data];
    })).sort((een, ander) => ander[0] - een[0])[0]; }"""


def boven(blad: Page, wat: str) -> dict[str, Any]:
    """Where something that is seen stands."""
    vak = blad.locator(wat).locator("visible=true").first.bounding_box()
    assert vak
    return dict(vak)


def test_at_1280_the_first_row_of_criteria_is_above_the_fold(openen: Openen, kader: lu.Raamwerk) -> None:
    blad = openen(verpakt(), width=1280, height=800)
    for lijn in kader.leerlijnen:
        ga(blad, lijn.code)
        assert blad.evaluate("scrollY") == 0
        assert boven(blad, f"[aria-labelledby={lijn.code}] thead")["y"] < 220  # the controls, and no more
        rij = boven(blad, f"[aria-labelledby={lijn.code}] tbody tr:nth-child(2)")
        eerste = boven(blad, f"[aria-labelledby={lijn.code}] tbody tr:nth-child(2) li")
        assert eerste["y"] + eerste["height"] <= 800, (lijn, rij)


def test_an_address_of_a_view_opens_at_the_top_of_the_page(openen: Openen) -> None:
    blad = openen(verpakt())
    adres = blad.url
    for anker in ("WD", "EvL2"):
        blad.goto("about:blank")
        blad.goto(f"{adres}#{anker}")
        blad.wait_for_timeout(50)
        assert blad.evaluate("scrollY") == 0


def test_on_a_phone_the_content_begins_within_the_first_third(openen: Openen) -> None:
    blad = openen(verpakt(), width=360, height=740)
    assert boven(blad, "#WP1 > p")["y"] < 740 / 3
    blad.fill("#zoekveld", "feedback")
    veld, treffer = boven(blad, "#zoekveld"), boven(blad, "#treffers > li")
    assert treffer["y"] - veld["y"] - veld["height"] < 80  # the count and the two choices
    assert boven(blad, "#treffers > li p")["y"] < 740 / 3
    assert not blad.is_visible("nav")
    blad.fill("#zoekveld", "")
    blad.wait_for_selector("nav", state="visible")


@pytest.mark.parametrize("breed", [360, 1280, 1920])
def test_three_sizes_of_one_family(openen: Openen, breed: int) -> None:
    blad = openen(van_sanne(), width=breed)
    gevonden: set[str] = set()
    for anker in BEELDEN:
        ga(blad, anker)
        gevonden |= set(blad.evaluate(LETTERS))
        if anker == "portfolio":
            blad.click("[data-toevoegen='WP2.4a']")
            gevonden |= set(blad.evaluate(LETTERS))
    maten = {letter.partition(" ")[0] for letter in gevonden}
    assert len(maten) == 3, gevonden
    assert min(float(maat.removesuffix("px")) for maat in maten) >= 13
    assert len({letter.partition(" ")[2] for letter in gevonden}) == 1


def test_page_and_sheets_have_one_family_and_one_set_of_colours(openen: Openen, kader: lu.Raamwerk) -> None:
    hoe = """wat => { const s = getComputedStyle(document.querySelector(wat)), grond = getComputedStyle(document.documentElement);
      return [s.fontFamily, s.color, grond.backgroundColor, getComputedStyle(document.querySelector(`${wat} .code`)).color]; }"""
    for kleur in ("light", "dark"):
        pagina = openen(verpakt(), color_scheme=kleur).evaluate(hoe, "[aria-labelledby=WP] h2")
        for html in (matrix(kader, "WP"), formulier(kader, 2), overzicht(kader, 2)):
            assert openen(html, naam="vel.html", color_scheme=kleur).evaluate(hoe, ".druk") == pagina


@pytest.mark.parametrize("breed", [768, 1280, 2560])
def test_lines_have_at_most_75_letters(openen: Openen, breed: int) -> None:
    blad = openen(van_sanne(), width=breed)
    for anker in BEELDEN:
        ga(blad, anker)
        blad.evaluate("document.querySelector('footer details').open = true")
        langste = blad.evaluate(REGELS)
        assert langste is None or langste[0] <= 75, (anker, langste)
    ga(blad, "WP")
    blad.select_option("#niveau", "4")
    assert blad.evaluate(REGELS)[0] <= 75


def test_a_matrix_that_goes_on_fades_until_its_end(openen: Openen) -> None:
    blad = openen(verpakt(), width=768, height=1024)
    vervaagt = "r => getComputedStyle(r).maskImage !== 'none'"
    rooster = blad.locator("[aria-labelledby=WP] .rooster")
    assert rooster.evaluate(vervaagt)
    rooster.evaluate("r => r.scrollTo({left: r.scrollWidth})")
    blad.wait_for_function(f"() => !({vervaagt})(document.querySelector('[aria-labelledby=WP] .rooster'))")
    blad.set_viewport_size({"width": 1280, "height": 800})
    assert not rooster.evaluate(vervaagt)


def test_nothing_hidden_takes_room(openen: Openen) -> None:
    blad = openen(verpakt())
    for anker in BEELDEN[:-1]:
        ga(blad, anker)
        vakken = blad.evaluate(
            """() => [...document.querySelectorAll('main *, header *')].filter(e => e.checkVisibility() && e.closest('.stil') === null
              && !e.checkVisibility({opacityProperty: true, visibilityProperty: true})).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert vakken == []
    assert blad.locator("main :is(p, ul, div):empty:visible").evaluate_all(
        "leeg => leeg.filter(e => e.getBoundingClientRect().height > 1).map(e => e.outerHTML)"
    ) == []  # fmt: skip


def test_rows_have_their_names_in_every_grid_and_it_is_said_whose_these_are(openen: Openen, kader: lu.Raamwerk) -> None:
    blad = openen(met_voortgang())
    for anker, koppen in (
        ("WP", ".rooster tbody th"),
        ("voortgang", ".kaart tbody th"),
        ("verdieping-2-3", ".stapkop"),
    ):
        ga(blad, anker)
        alle = blad.locator(f".blik:not([hidden]) {koppen}").all_text_contents()
        rijen = kader.leerlijn("WP").rijen if anker == "WP" else kader.rijen
        for rij in rijen:
            assert any(rij.code in kop and str(rij.naam) in kop for kop in alle), (anker, rij)
        namen = blad.locator(f".blik:not([hidden]) {koppen} .rijnaam")
        assert set(namen.evaluate_all("n => n.map(e => getComputedStyle(e, '::after').content.slice(0, 3))")) == {'"*"'}
        assert "*\N{NO-BREAK SPACE}De namen van de rijen zijn van dit pakket" in blad.inner_text(".blik:not([hidden])")


def test_forced_colours_tell_what_was_chosen(openen: Openen, axe: str) -> None:
    blad = openen(van_sanne(), forced_colors="active")
    for anker in BEELDEN:
        ga(blad, anker)
        gronden = blad.eval_on_selector_all(
            "nav a", "links => links.map(l => [l.hasAttribute('aria-current'), getComputedStyle(l).backgroundColor])"
        )
        gekozen = {grond for hier, grond in gronden if hier}
        if anker != "zoek=feedback":
            assert len(gekozen) == 1
            assert gekozen.isdisjoint({grond for hier, grond in gronden if not hier})
    ga(blad, "WP.4")
    blad.evaluate("document.getElementById('afdruk').remove()")
    assert bezwaren(blad, axe) == []


def test_nothing_moves_by_itself(openen: Openen) -> None:
    """So who asks for less motion has none."""
    beweegt = """[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s => s.transitionDuration !== '0s'
      || s.animationName !== 'none' || s.scrollBehavior !== 'auto').length"""
    assert openen(verpakt()).evaluate(beweegt) == 0


@pytest.mark.parametrize(("zoom", "breed", "hoog"), [(200, 640, 400), (400, 320, 200)])
def test_enlarged_nothing_is_lost(openen: Openen, zoom: int, breed: int, hoog: int) -> None:
    """A screen of 1280 × 800 that is enlarged is one of fewer pixels: all can still be read and pressed, without sideways scrolling."""
    blad = openen(van_sanne(), width=breed, height=hoog)
    for anker in BEELDEN:
        ga(blad, anker)
        assert blad.evaluate("document.documentElement.scrollWidth") <= breed, (zoom, anker)
        buiten = blad.evaluate(
            """() => [...document.querySelectorAll('a, button, select, input')].filter(e => e.checkVisibility()
              && !e.closest('.rooster, #portfoliokaarten, #overslaan')).filter(e => { const v = e.getBoundingClientRect();
                return v.left < -1 || v.right > innerWidth + 1; }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert buiten == [], (zoom, anker)


def test_what_is_read_aloud_comes_in_the_order_of_the_screen(openen: Openen) -> None:
    """From top to bottom, and within a line from left to right: what can be reached by Tab in that order."""
    for breed in (360, 1280):
        blad = openen(verpakt(), width=breed)
        plekken = blad.evaluate(
            """() => [...document.querySelectorAll('.kop :is(h1, input, button, a)')].filter(e => e.checkVisibility())
              .map(e => e.getBoundingClientRect()).map(v => [v.top + v.height / 2, v.left])"""
        )
        for (hoog, links), (lager, verder) in itertools.pairwise(plekken):
            assert lager > hoog + 8 or (abs(lager - hoog) <= 8 and verder > links), (breed, plekken)


def test_counts_are_said(openen: Openen) -> None:
    blad = openen(verpakt())
    for wat in ("#aantal", "#samenvatting", "#bewaarstand", "#gezegd"):
        assert blad.get_attribute(wat, "role") == "status"
    assert blad.locator("[role=status] p, p [role=status]").count() == 0


@pytest.mark.parametrize("vraag", ['"feedback', '"je geeft', "w" * 100, '"' + "w" * 100, '"', "“”"])
def test_odd_questions_are_answered(openen: Openen, kader: lu.Raamwerk, vraag: str) -> None:
    blad = openen(verpakt(), width=360, height=740)
    blad.fill("#zoekveld", vraag)
    assert blad.locator("#treffers > li").count() == len(kader.zoek(vraag))
    assert blad.inner_text("#aantal")
    assert blad.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_has_no_remarks_on_all_niveaus_beside_each_other(openen: Openen, axe: str) -> None:
    blad = openen(verpakt())
    blad.evaluate("document.getElementById('afdruk').remove()")
    ga(blad, "verdieping-1-4-WP-alle")
    assert bezwaren(blad, axe) == []
