"""Addresses within the page: every code has one, the history is that of the reader, and what is shown is what it says."""

from __future__ import annotations

import re

import pytest

import leeruitkomsten as lu
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.codes import soort_van
from leeruitkomsten.weergave import pagina
from weergave.paginahulp import focus, ga, verpakt, zichtbaar

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


@pytest.mark.dagelijks("1")
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
        "Zoek in de teksten",
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
        assert ("Bedoel je misschien WP2?" in blad.inner_text("#melding")) == (anker == "wp2")
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


def test_a_phone_shows_one_niveau_at_a_time_until_all_are_asked_for(openen: Openen) -> None:
    blad = openen(verpakt(), width=360, height=740)
    assert (blad.input_value("#niveau"), blad.is_visible("#WP2")) == ("1", False)
    ga(blad, "WD3.4a")
    assert blad.is_visible("#WD3\\.4a")
    blad.select_option("#niveau", "")
    ga(blad, "WPO")
    assert (blad.input_value("#niveau"), blad.is_visible("#WPO4")) == ("", True)


def test_a_place_that_is_hidden_by_a_choice_is_no_longer_the_address(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    ga(blad, "WP2.4a")
    blad.select_option("#niveau", "2")
    assert blad.evaluate("location.hash") == "#WP2.4a"
    blad.select_option("#niveau", "3")
    assert (blad.evaluate("location.hash"), blad.title()) == ("#WP", f"WP – {kader.naam}")
    assert blad.locator("[aria-current='true']").count() == 0
    ga(blad, "WP2.4a")
    assert (focus(blad), blad.is_visible("#WP2\\.4a"), blad.input_value("#niveau")) == ("WP2.4a", True, "")
