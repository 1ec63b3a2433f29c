"""The search of the page is `zoek`: the same codes and the same marked pieces, whatever is typed."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.vragen.zoek import vouw
from leeruitkomsten.weergave import pagina
from leeruitkomsten.weergave._sjabloon import tekst_van
from uitwisseling.vijandig import TEKSTEN, met_tekst, vijandig
from weergave.paginahulp import ga, regels, verpakt, zichtbaar

LASTIG = [
    "Straße STRASSE strasse ẞ", "ﬁets ﬂes ﬀ", "İstanbul ıs Istanbul", "Σίσυφος ΣΊΣΥΦΟΣ σίσυφος", "ŉ dag ǰ ΐ", "⁽hoog⁾ Ⅳ ǆ ᴬ ½",
    "à̖ é e\u0301 ñ Ç ø Ø đ", "Ꭰ ꭰ ꮣ Ꮳ", "❤️ 👩🏽‍🏫 👍🏿", "क्षि নি ไทยกำ", "한국어 각", "A\u0345 ᾳ ᾼ ͅ", "(non)verbaal (a(b)c) ) (", "collega’s collega's collega‘s ʼt ´t `t",
    "¨ a¨b ¯", "x\u00a0y\u2003z\u3000w", "“lang” citaat „laag” «guil»", "ſ K Å Ω µ ϐ ϕ ς", "ﷺ ﷽", "\u0378 \U0001e922 \U00010400 \U000118a0", "ⓐ Ａ １",
]  # fmt: skip
TYPT = ["feedback", '"feedback op taak"', "feedback taak", "(non)verbaal", "nonverbaal", "(NON)VERBAAL", "verbaal", "collega's", "collega’s",
        "COLLEGA´S", "reflectéér", "oriëntatie", '"', '""', "“", '"je', 'je"', '« je »', "(", ")", "()", "a", "e", ".", ",", "je je", "JE Je jE",
        "ß", "ẞ", "ss", "İ", "i", "ı", "ﬁ", "fi", "ς", "Σ", "σ", "😀", "\u200d", "\ufe0f", "x" * 300, "\u0301", "e\u0301", "k\u0301", "¨", "<script>",
        "</p>", "&amp;", "constructor", "__proto__", "toString", "$&", "\\", "[a-z]", "de  het", "de\u00a0het", "\ufeffje", "1", "２",
        "communiceren", "COMMUNICÉREN feedback", "zzzzzzzz", "leerlingxyz WPI", "feedb4ck", "leer", "leerl", "gedragsregelsx"]  # fmt: skip


def lastig() -> Raamwerk:
    """A framework whose first criteria are full of what is folded in another way."""
    kader = vijandig()
    for nummer in range(6):
        kader = met_tekst(kader, nummer, " / ".join(LASTIG[nummer * 4 : nummer * 4 + 4]))
    return kader


def vragen(teksten: list[str], aantal: int) -> list[str]:
    """Queries made of the texts: words, pieces, phrases, several of them; other case, accents, apostrophes, brackets."""
    lot = random.Random(20)
    gemaakt: list[str] = []
    verander = [
        str, str, str.upper, str.lower, str.swapcase, str.casefold, lambda t: unicodedata.normalize("NFD", t),
        lambda t: unicodedata.normalize("NFKC", t), lambda t: t.replace("'", "’"), lambda t: re.sub("[()]", "", t),
        lambda t: f'"{t}"', lambda t: f"„{t}”", lambda t: f"({t})", lambda t: t.replace("e", "é"), lambda t: f" {t}  ", lambda t: t + "😀",
    ]  # fmt: skip
    while len(gemaakt) < aantal:
        stukken: list[str] = []
        for _ in range(lot.choice([1, 1, 1, 2, 3])):
            tekst = lot.choice(teksten)
            begin = lot.randrange(len(tekst))
            stuk = lot.choice(tekst.split()) if lot.random() < 0.5 else tekst[begin : begin + lot.randrange(1, 14)]
            stukken.append(lot.choice(verander)(stuk))
        vraag = " ".join(stukken)
        if vraag.strip() and not re.search(r"[\r\n]", vraag):  # a field for search has one line
            gemaakt.append(vraag)
    return gemaakt


def gevonden(blad: Page, alle: list[str]) -> list[Any]:
    """What the page shows for each query, typed into its field."""
    uit: list[Any] = blad.evaluate(
        """alle => alle.map(vraag => {
          const veld = document.getElementById('zoekveld');
          veld.value = vraag;
          veld.dispatchEvent(new InputEvent('input', {bubbles: true}));
          return [...document.querySelectorAll('#treffers > li')].map(li => [
            li.querySelector('.code').textContent,
            [...li.querySelector('p').childNodes].map(k => [k.nodeName === 'MARK' ? 'gevonden' : 'gelijk', k.textContent])]);
        })""",
        alle,
    )
    return uit


@pytest.mark.dagelijks("lastig")
@pytest.mark.parametrize("kader", [lu.laad(), lastig()], ids=["verpakt", "lastig"])
def test_it_finds_and_marks_what_zoek_finds(openen: Openen, kader: Raamwerk) -> None:
    teksten = [item.tekst for item in (*kader.leeruitkomsten, *kader.succescriteria)]
    alle = [*TYPT, *(woord for tekst in LASTIG for woord in tekst.split()), *vragen([*teksten, *LASTIG], 200)]
    verwacht = [[[t.code, [list(deel) for deel in t.delen]] for t in kader.zoek(vraag)] for vraag in alle]
    assert sum(map(bool, verwacht)) > len(alle) / 3
    for vraag, hoort, staat in zip(alle, verwacht, gevonden(openen(pagina(kader)), alle), strict=True):
        assert staat == hoort, vraag


def test_it_says_what_was_found_by_its_beginning(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.fill("#zoekveld", "communiceren")
    codes = [t.code for t in lu.zoek("communice")]
    assert [code for code, _ in regels(blad, "#treffers > li")] == codes
    gezegd = "“communiceren” staat in geen tekst; gezocht is op het begin, “communice”."
    assert blad.inner_text("#aantal") == f"{gezegd} {len(codes)} gevonden."


def test_every_character_is_folded_alike(openen: Openen) -> None:
    """Two characters are one to the page if they are one to `vouw`, and grow or vanish alike: those of this Unicode."""
    tekens = [chr(punt) for punt in range(0x20000) if unicodedata.category(chr(punt)) not in ("Cn", "Cs")]
    leeg = openen("<!doctype html><title>leeg</title>", naam="leeg.html")
    code = tekst_van("pagina_zoeken.js")
    daar: list[str] = leeg.evaluate(f"tekens => {{ {code}; return tekens.map(vouw); }}", tekens)
    hier = [vouw(teken) for teken in tekens]
    assert len(set(hier)) == len(set(daar)) == len(set(zip(hier, daar, strict=True)))
    assert [len(een) for een in hier] == [len(een) for een in daar]


def test_leerlijn_and_niveau_narrow_it(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    blad.fill("#zoekveld", "leerling")
    assert zichtbaar(blad) == ["gevonden"]
    for lijn in ("", *(leerlijn.code for leerlijn in kader.leerlijnen)):
        for niveau in (None, 1, 4):
            blad.select_option("#leerlijn", lijn)
            blad.select_option("#niveau", str(niveau or ""))
            hoort = [t.code for t in kader.zoek("leerling", leerlijn=lijn or None, niveau=niveau)]
            assert [code for code, _ in regels(blad, "#treffers > li")] == hoort
            in_alle = len(kader.zoek("leerling"))
            waarin = (f" op niveau {niveau}" if niveau else "") + (f" in {lijn}" if lijn else "")
            gezegd = f"{len(hoort)} gevonden{waarin}" if hoort else f"Niets gevonden{waarin}"
            van = (
                f" (van {in_alle})."
                if hoort and waarin
                else f". In alle leerlijnen en niveaus: {in_alle}."
                if waarin
                else "."
            )
            assert blad.locator("#aantal").inner_text().removesuffix(" zoek overal") == gezegd + van
    adres = blad.evaluate("location.hash")
    assert adres == "#zoek=leerling&leerlijn=WPI&niveau=4"
    ander = blad.context.new_page()
    ander.goto(blad.url.partition("#")[0] + adres)
    assert ander.input_value("#zoekveld") == "leerling"
    assert regels(ander, "#treffers > li") == regels(blad, "#treffers > li")


def test_what_was_found_leads_to_its_place_and_back(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.click("nav >> text=Professionele omgeving")
    blad.keyboard.press("Escape")
    assert zichtbaar(blad) == ["WPO"]
    blad.locator("#zoekveld").press_sequentially("groepsproces")
    codes = [code for code, _ in regels(blad, "#treffers > li")]
    assert codes == [t.code for t in lu.zoek("groepsproces")]
    blad.click(f"#treffers >> text={codes[-1]}")
    blad.locator("#WP").wait_for()  # the page follows an address a moment after it changed
    assert (zichtbaar(blad), blad.input_value("#zoekveld"), blad.inner_text("#aantal")) == (["WP"], "", "")
    assert blad.evaluate("document.activeElement.id") == codes[-1]
    blad.go_back()
    blad.wait_for_function("() => document.getElementById('zoekveld').value === 'groepsproces'")
    assert [code for code, _ in regels(blad, "#treffers > li")] == codes
    blad.go_back()
    blad.wait_for_function("() => location.hash === '#WPO'")
    assert zichtbaar(blad) == ["WPO"]


def test_escape_or_an_empty_field_ends_it(openen: Openen) -> None:
    blad = openen(verpakt())
    ga(blad, "EvL3")
    blad.fill("#zoekveld", "visie")
    assert zichtbaar(blad) == ["gevonden"]
    blad.keyboard.press("Escape")
    blad.wait_for_function("() => location.hash === '#EvL3'")
    assert (zichtbaar(blad), blad.input_value("#zoekveld")) == (["EvL3"], "")
    assert blad.evaluate("document.activeElement.id") == "zoekveld"
    blad.fill("#zoekveld", "zzz")
    assert "Niets gevonden" in blad.inner_text("#aantal")
    blad.fill("#zoekveld", "   ")
    blad.wait_for_function("() => location.hash === '#EvL3'")
    assert (zichtbaar(blad), blad.inner_text("#aantal")) == (["EvL3"], "")


def test_who_types_a_code_is_led_to_it(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    blad.fill("#zoekveld", " wp2.4A")
    ((code, delen),) = regels(blad, "#treffers > li")
    assert (code, "".join(tekst for _, tekst in delen)) == ("WP2.4a", kader.succescriterium("WP2.4a").tekst)
    blad.click("#aantal >> text=WP2.4a")
    blad.wait_for_function("() => document.activeElement.id === 'WP2.4a'")
    assert (zichtbaar(blad), blad.inner_text("#aantal")) == (["WP"], "")


def test_hostile_texts_are_found_as_they_are(openen: Openen) -> None:
    blad = openen(pagina(vijandig()))
    for code, tekst in TEKSTEN.items():
        ((_, delen),) = [lijn for lijn in gevonden(blad, [tekst])[0] if lijn[0] == code] or [(code, None)]
        hoort = [t for t in vijandig().zoek(tekst) if t.code == code]
        assert delen == (list(map(list, hoort[0].delen)) if hoort else None)
    assert blad.locator("main script, main b, main i").count() == 0


def test_a_search_begins_in_everything_and_gives_the_niveau_back(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    blad.select_option("#niveau", "1")
    blad.fill("#zoekveld", "groepsdynamiek")
    assert [code for code, _ in regels(blad, "#treffers > li")] == [t.code for t in kader.zoek("groepsdynamiek")]
    assert blad.input_value("#niveau") == ""
    blad.keyboard.press("Escape")
    blad.wait_for_function("() => location.hash === ''")
    assert blad.input_value("#niveau") == "1"
    assert not blad.is_visible("#WP2")


def test_a_search_that_was_narrowed_says_so_and_can_be_widened(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(verpakt())
    alle = [t.code for t in kader.zoek("groepsdynamiek")]
    (zonder, *_) = (n.nummer for n in kader.niveaus if not kader.zoek("groepsdynamiek", niveau=n.nummer))
    ga(blad, f"zoek=groepsdynamiek&niveau={zonder}")
    assert f"Niets gevonden op niveau {zonder}. In alle leerlijnen en niveaus: {len(alle)}." in blad.inner_text(
        "#aantal"
    )
    blad.get_by_role("button", name="zoek overal").click()
    assert [code for code, _ in regels(blad, "#treffers > li")] == alle
    assert (blad.inner_text("#aantal"), blad.evaluate("document.activeElement.id")) == (
        f"{len(alle)} gevonden.",
        "gevonden",
    )
    assert blad.evaluate("location.hash") == "#zoek=groepsdynamiek"


@pytest.mark.parametrize("anker", ["zoek=", "zoek=%20", "zoek=&niveau=2"])
def test_an_address_that_searches_for_nothing_is_the_beginning(openen: Openen, anker: str) -> None:
    blad = openen(verpakt())
    ga(blad, anker)
    assert (zichtbaar(blad), blad.title(), blad.inner_text("#aantal")) == (["WP"], lu.laad().naam, "")
    blad.fill("#zoekveld", "feedback")
    assert zichtbaar(blad) == ["gevonden"]


def test_a_search_that_ended_leaves_nothing_in_the_history(openen: Openen) -> None:
    blad = openen(verpakt())
    ga(blad, "WD")
    ga(blad, "EvL3")
    blad.fill("#zoekveld", "visie")
    blad.keyboard.press("Escape")
    blad.wait_for_function("() => location.hash === '#EvL3'")
    blad.go_back()
    blad.wait_for_function("() => location.hash === '#WD'")
    assert zichtbaar(blad) == ["WD"]


def test_who_types_on_while_a_search_ends_searches_on(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.fill("#zoekveld", "visie")
    blad.evaluate("""() => { const veld = document.getElementById('zoekveld');
      for (const tekst of ['', 'feedback']) { veld.value = tekst; veld.dispatchEvent(new InputEvent('input', {bubbles: true})); } }""")
    blad.wait_for_function("() => location.hash === '#zoek=feedback'")
    assert (zichtbaar(blad), blad.input_value("#zoekveld")) == (["gevonden"], "feedback")
    assert [code for code, _ in regels(blad, "#treffers > li")] == [t.code for t in lu.zoek("feedback")]


def test_escape_ends_a_search_that_the_page_was_opened_with(openen: Openen) -> None:
    blad = openen(verpakt())
    ga(blad, "zoek=visie")
    blad.keyboard.press("Escape")
    assert (zichtbaar(blad), blad.evaluate("[location.hash, document.activeElement.id]")) == (
        ["WP"],
        ["#WP", "zoekveld"],
    )
