"""Getting about in the page: addresses, rows, niveaus, the back button, copying, and all of it by keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.codes import soort_van
from leeruitkomsten.weergave import pagina
from uitwisseling.vijandig import vijandig
from weergave.paginahulp import focus, ga, met_voortgang, regels, verpakt, zichtbaar

# A browser lets a page change its address some two hundred times in a row.
HELFT = 110
BEZOEK = """async codes => {
  const uit = [];
  for (const code of codes) {
    await new Promise(klaar => { addEventListener('hashchange', klaar, {once: true}); location.hash = code; });
    const plaats = document.activeElement;
    const vak = plaats.getBoundingClientRect();
    uit.push({
      code,
      blik: [...document.querySelectorAll('.blik')].filter(b => !b.hidden).map(b => b.querySelector('h2').id),
      focus: plaats.id,
      gekozen: [...document.querySelectorAll("[aria-current='true']")].map(e => e.id),
      tekst: plaats.innerText,
      gezien: plaats.checkVisibility() && vak.top < innerHeight && vak.bottom > 0 && vak.left < innerWidth && vak.right > 0,
    });
  }
  return uit;
}"""


@pytest.mark.parametrize("deel", [0, 1, 2])
def test_every_code_has_an_address_that_shows_it(openen: Openen, kader: Raamwerk, deel: int) -> None:
    codes = list(kader)[deel * HELFT : (deel + 1) * HELFT]
    lijn_van = {code: code.rstrip("0123456789") for code in (re.split(r"\.", c)[0] for c in kader)}
    for bezoek in openen(verpakt(), width=[1280, 360, 820][deel]).evaluate(BEZOEK, codes):
        code, soort = bezoek["code"], soort_van(bezoek["code"])
        assert bezoek["gezien"], code
        if soort == "rij":
            assert (bezoek["blik"], bezoek["focus"]) == (["rij"], "rij")
            assert code in bezoek["tekst"]
        elif soort in ("leerlijn", "evl"):
            assert (bezoek["blik"], bezoek["focus"], bezoek["gekozen"]) == ([code], code, [])
        else:
            assert (bezoek["blik"], bezoek["focus"]) == ([lijn_van[code.partition(".")[0]]], code)
            assert bezoek["gekozen"] == [code]
            record = kader[code]
            for item in record if isinstance(record, tuple) else [record]:
                assert item.tekst in bezoek["tekst"]


def test_the_address_of_a_criterium_opens_the_file_there(openen: Openen) -> None:
    blad = openen(verpakt()).context.new_page()
    adres = blad.context.pages[0].url
    for code in ("WP2.4a", "EvL2", "WP.4"):
        blad.goto("about:blank")
        blad.goto(f"{adres}#{code}")
        assert focus(blad) == {"WP2.4a": "WP2.4a", "EvL2": "EvL2", "WP.4": "rij"}[code]
        assert blad.title() == f"{'Rij ' if code == 'WP.4' else ''}{code} – {lu.laad().naam}"
    assert zichtbaar(blad) == ["rij"]


def test_it_begins_with_the_first_leerlijn(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    assert (zichtbaar(blad), blad.title(), focus(blad)) == (["WP"], kader.naam, "")
    assert blad.locator("nav [aria-current]").inner_text().split()[0] == "WP"
    for tekst in (
        "Matrix WP afdrukken",
        kader.naam,
        "Zoek in leeruitkomsten",
        *(lijn.naam for lijn in kader.leerlijnen),
    ):
        vak = blad.get_by_text(tekst).first.bounding_box()
        assert vak
        assert vak["y"] + vak["height"] < 400, tekst


def test_an_unknown_address_is_said_clearly(openen: Openen) -> None:
    blad = openen(verpakt())
    for anker in (
        "WP99",
        "wp2",
        "x%E0%A4%A",
        "constructor",
        "__proto__",
        "<img src=x>",
        "verdieping-x",
        "voortgang",
        "inhoud",
    ):
        ga(blad, anker)
        assert (zichtbaar(blad), focus(blad)) == (["WP"], "melding")
        assert "is geen code van dit raamwerk" in blad.inner_text("#melding")
        assert blad.locator("#melding a").all_inner_texts() == (["WP2"] if anker == "wp2" else [])
    ga(blad, "WD")
    assert not blad.is_visible("#melding")


def test_a_code_that_ended_names_what_follows_it(openen: Openen, klein: Raamwerk) -> None:
    blad = openen(pagina(klein))
    (einde,) = klein.vervallen
    ga(blad, einde.code)
    assert f"{einde.code} is vervallen sinds versie {einde.sinds}" in blad.inner_text("#melding")
    assert blad.locator("#melding a").all_inner_texts() == [code for code in einde.opvolgers if code in klein]


def test_back_goes_back(openen: Openen) -> None:
    blad = openen(verpakt())
    for anker in ("WD", "WP.4", "EvL2"):
        ga(blad, anker)
    for hoort in (["rij"], ["WD"], ["WP"]):
        blad.go_back()
        blad.wait_for_function("hoort => document.getElementById(hoort).checkVisibility()", arg=hoort[0])
        assert zichtbaar(blad) == hoort


def test_one_niveau_can_be_chosen(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.select_option("#niveau", "3")
    assert not blad.is_visible("#WP2")
    assert blad.is_visible("#WP3\\.4a")
    ga(blad, "WD")
    assert blad.locator("[aria-labelledby=WD] thead th:visible").all_inner_texts() == ["Rij", "Niveau 3 Visiefase"]
    ga(blad, "WP2.4a")
    assert (blad.is_visible("#WP2\\.4a"), blad.input_value("#niveau")) == (True, "")


# --- what deepens


def leesbaar(delen: list[list[str]]) -> str:
    """The pieces of a text as `str(verschil(…))` has them."""
    teken = {"gelijk": "{}", "nieuw": "{{+{}+}}", "vervalt": "[-{}-]"}
    return "".join(teken[soort].format(tekst) for soort, tekst in delen)


@pytest.mark.parametrize("welk", ["verpakt", "klein", "groot"])
def test_a_row_is_followed_with_the_words_that_differ(openen: Openen, welk: str) -> None:
    kader = RAAMWERKEN[welk]
    blad = openen(pagina(kader))
    for rij in kader.rijen:
        ga(blad, rij.code)
        kolommen = blad.locator("#rij-inhoud .kolom")
        assert kolommen.count() == len(kader.niveaus)
        teksten = kolommen.all_inner_texts()
        vorig: tuple[lu.Succescriterium, ...] = ()
        for nummer, cel in enumerate(rij.cellen, 1):
            staat = regels(blad, f"#rij-inhoud .kolom:nth-child({nummer}) li")
            gekoppeld = bool(cel) and len(cel) == len(vorig)
            hoort = (
                [str(kader.verschil(een.code, c.code)) for een, c in zip(vorig, cel, strict=True)]
                if gekoppeld
                else [c.tekst for c in cel]
            )
            assert [(code, leesbaar(delen)) for code, delen in staat] == [
                (c.code, t) for c, t in zip(cel, hoort, strict=True)
            ]
            gelijk = [c.tekst for c in cel] == [c.tekst for c in vorig]
            assert ("dat is een suggestie" in teksten[nummer - 1]) == (gekoppeld and not gelijk)
            assert ("Het aantal criteria verschilt" in teksten[nummer - 1]) == bool(cel and vorig and not gekoppeld)
            assert ("Deze rij vraagt hier niets." in teksten[nummer - 1]) == (not cel)
            vorig = cel or vorig


@pytest.mark.parametrize("welk", ["verpakt", "klein"])
def test_what_deepens_between_any_two_niveaus(openen: Openen, welk: str) -> None:
    kader = RAAMWERKEN[welk]
    blad = openen(pagina(kader))
    paren = [(n, m) for m in range(2, len(kader.niveaus) + 1) for n in range(1, m)]
    for van, naar in paren:
        ga(blad, f"verdieping-{van}-{naar}")
        staat: list[Any] = blad.evaluate(
            """() => [...document.querySelectorAll('.stap')].map(stap => [
              stap.querySelector('.code').textContent, stap.querySelector('.soort').textContent.split(',')[0]])"""
        )
        hoort = kader.verdieping(van, naar)
        assert staat == [[stap.rij, stap.soort] for stap in hoort]
        kanten = regels(blad, ".stap li")
        verwacht: list[tuple[str, str]] = []
        for stap in hoort:
            delen = [kader.verschil(een.code, ander.code).delen for een, ander in stap.paren]
            for kant, weg in ((stap.van, "nieuw"), (stap.naar, "vervalt")):
                for plaats, criterium in enumerate(kant):
                    eigen = (
                        [deel for deel in delen[plaats] if deel[0] != weg] if delen else [("gelijk", criterium.tekst)]
                    )
                    verwacht.append((criterium.code, "".join(tekst for _, tekst in eigen)))
        assert [(code, "".join(tekst for _, tekst in delen)) for code, delen in kanten] == verwacht
        samen = blad.inner_text("#samenvatting")
        assert f"{len(hoort)} rij" in samen
        assert all(f"{sum(s.soort == soort for s in hoort)} {soort}" in samen for soort in {s.soort for s in hoort})
        assert ("suggestie" in samen) == any(stap.paren for stap in hoort)


def test_the_higher_niveau_stays_the_higher_one(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.click("text=Wat verdiept er?")
    keuzes = lambda: (blad.input_value("#van"), blad.input_value("#naar"))  # noqa: E731
    assert keuzes() == ("1", "2")
    blad.select_option("#van", "3")
    assert keuzes() == ("3", "4")
    blad.select_option("#naar", "2")
    assert keuzes() == ("1", "2")
    blad.select_option("#in-leerlijn", "WD")
    assert blad.locator("#verdiepingen h3").all_inner_texts() == ["WD Vakdidactische/didactische leerlijn"]
    assert blad.evaluate("location.hash") == "#verdieping-1-2-WD"
    ga(blad, "verdieping-9-9-QQ")
    assert keuzes() == ("1", "2")
    ga(blad, "verdieping-4-1")
    assert keuzes() == ("1", "2")


def test_differences_are_heard_as_well_as_seen(openen: Openen) -> None:
    blad = openen(verpakt())
    ga(blad, "WP.4")
    assert blad.locator("#rij-inhoud del").first.text_content() == "vervalt: herkent"
    assert blad.locator("#rij-inhoud ins").nth(3).text_content() == "toegevoegd: stuurt"
    streep = "e => getComputedStyle(e).textDecorationLine"
    assert blad.locator("#rij-inhoud del").first.evaluate(streep) == "line-through"
    assert blad.locator("#rij-inhoud ins").first.evaluate(streep) == "underline"


# --- copying


def test_each_code_has_a_button_that_copies_its_address(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt(), permissions=["clipboard-read", "clipboard-write"])
    knoppen = set(blad.evaluate("[...document.querySelectorAll('[data-kopieer]')].map(k => k.dataset.kopieer)"))
    assert set(kader) == knoppen
    blad.hover("#WP2\\.4a")
    blad.click("#WP2\\.4a .kopieer")
    blad.get_by_text("Link naar WP2.4a gekopieerd.", exact=True).wait_for()
    assert blad.evaluate("navigator.clipboard.readText()") == blad.url.partition("#")[0] + "#WP2.4a"
    assert blad.get_attribute("#gezegd", "role") == "status"


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
    assert (focus(blad), zichtbaar(blad)) == ("zoekveld", ["WP"])
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
    assert min(gezien.values()) > 80


# --- others


def test_nothing_becomes_global_and_the_policy_holds(openen: Openen, gezegd: list[str]) -> None:
    leeg = openen("<!doctype html><title>leeg</title>", naam="leeg.html")
    namen = "Object.getOwnPropertyNames(window).sort()"
    blad = openen(verpakt())
    assert set(blad.evaluate(namen)) <= set(leeg.evaluate(namen))
    assert gezegd == []
    blad.evaluate(
        "document.body.append(document.createElement('img')); document.querySelector('body > img').src = 'x.png'"
    )
    blad.evaluate("document.querySelector('h1').setAttribute('style', 'color: red')")
    assert blad.locator("h1").evaluate("h1 => getComputedStyle(h1).color") != "rgb(255, 0, 0)"
    assert (
        blad.evaluate(
            "(() => { try { document.body.innerHTML = '<b>'; return 'gezet'; } catch (e) { return e.name; } })()"
        )
        == "TypeError"
    )
    assert (
        blad.evaluate(
            "(() => { const s = document.createElement('script'); s.append('window.raak = 1');"
            " document.body.append(s); return window.raak ?? 'geen'; })()"
        )
        == "geen"
    )
    blad.wait_for_timeout(50)
    for geweigerd in ("x.png", "inline style", "TrustedHTML", "TrustedScript"):
        assert any(geweigerd in regel for regel in gezegd), geweigerd
    gezegd.clear()


@pytest.mark.parametrize("welk", [*RAAMWERKEN, "vijandig"])
def test_hostile_frameworks_run_nothing_and_show_their_texts(openen: Openen, welk: str) -> None:
    kader = RAAMWERKEN.get(welk) or vijandig()
    blad = openen(pagina(kader, kader.voortgang([c.code for c in kader.succescriteria][:1])))
    assert blad.inner_text("h1") == kader.naam
    ankers = [
        *(x.code for x in kader.leerlijnen),
        kader.evls[-1].code,
        *(r.code for r in kader.rijen[:6]),
        "voortgang",
    ]
    for anker in [*ankers, *(["verdieping-1-2"] if len(kader.niveaus) > 1 else [])]:
        ga(blad, anker)
        assert len(zichtbaar(blad)) == 1
    assert blad.locator("main :is(script, style, i, img)").count() == 0
    for uitkomst in kader.leeruitkomsten[:8]:
        for item in (uitkomst, *uitkomst.succescriteria[:3]):
            assert blad.locator(f"[id='{item.code}'] > p").first.text_content() == item.tekst


def test_without_javascript_everything_can_be_read(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt(), java_script_enabled=False)
    assert blad.locator("noscript").inner_text().count("JavaScript") == 1
    for item in (*kader.leeruitkomsten, *kader.succescriteria):
        assert blad.locator(f"[id='{item.code}']").is_visible()
    assert blad.locator("button:visible, input:visible, select:visible").count() == 0


def test_light_and_dark_can_be_chosen(openen: Openen) -> None:
    blad = openen(verpakt())
    papier = "getComputedStyle(document.documentElement).backgroundColor"
    licht = blad.evaluate(papier)
    blad.click("#kleur")
    donker = blad.evaluate(papier)
    assert (licht != donker, blad.get_attribute("#kleur", "aria-pressed")) == (True, "true")
    blad.click("#kleur")
    assert blad.evaluate(papier) == licht
    blad.emulate_media(color_scheme="dark")
    assert blad.evaluate(papier) == licht
    ander = openen(verpakt(), color_scheme="dark")
    assert (ander.evaluate(papier), ander.get_attribute("#kleur", "aria-pressed")) == (donker, "true")


def test_nothing_moves(openen: Openen) -> None:
    blad = openen(verpakt(), reduced_motion="reduce")
    bewegend = """[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
      return s.animationName !== 'none' || parseFloat(s.transitionDuration) || s.scrollBehavior === 'smooth'; }).length"""
    assert blad.evaluate(bewegend) == 0
