"""What the page keeps to: its policy, any framework, no JavaScript, light and dark, and nothing that moves."""

from __future__ import annotations

import pytest

from conftest import RAAMWERKEN
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.weergave import pagina
from uitwisseling.vijandig import vijandig
from weergave.paginahulp import ga, verpakt, zichtbaar


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


@pytest.mark.dagelijks("vijandig")
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
        for item in (*([uitkomst] if uitkomst.tekst else []), *uitkomst.succescriteria[:3]):
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
