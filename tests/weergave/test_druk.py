"""On paper and on screens, in a real browser: sheets that fit, nothing cut, nothing lost, and nothing that runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from conftest import RAAMWERKEN
from kijken import STIJLREGELS, Nu, Openen, bezwaren
from leeruitkomsten import Raamwerk
from leeruitkomsten.weergave._formulier import formulier
from leeruitkomsten.weergave._matrix import matrix
from leeruitkomsten.weergave._sjabloon import tekst_van
from uitwisseling.vijandig import vijandig
from weergave.bladen import gedrukt, halverwege, maten, op, pdf_van, regel, vellen, vlak, zonder_wit

A3, A4 = (420, 297), (297, 210)
VERKLEIND = 297 / 420
"""What becomes of a length on A3 when the sheet is printed on A4."""
LEESBAAR = 7.0
"""The smallest letters on A4, in points."""
LIJNEN = ("WP", "WD", "WPO", "WPI")
VIJANDIG = vijandig()


@pytest.mark.dagelijks("WP")
@pytest.mark.parametrize("code", LIJNEN)
@pytest.mark.parametrize("met_stand", [False, True])
def test_a_leerlijn_is_one_sheet_with_all_that_is_in_it(
    openen: Openen, kader: Raamwerk, code: str, met_stand: bool
) -> None:
    pagina = openen(matrix(kader, code, halverwege(kader) if met_stand else None))
    pdf = pdf_van(pagina)
    assert maten(pdf) == {A3}
    (blad,) = gedrukt(pdf)
    lijn = kader.leerlijn(code)
    op_papier = zonder_wit(blad)
    for tekst in (
        *map(regel, (c for u in lijn.leeruitkomsten for c in u.succescriteria)),
        *map(regel, lijn.leeruitkomsten),
        str(lijn), kader.naam, "versie 1.0, 24 november 2026", kader.bron.titel, *kader.bron.verwijzingen,
        "blad 1 van 1", *(n.fase for n in kader.niveaus), *(f"{rij.code}{rij.naam}" for rij in lijn.rijen),
    ):  # fmt: skip
        assert zonder_wit(tekst) in op_papier, tekst


@pytest.mark.dagelijks("WP")
@pytest.mark.parametrize("code", LIJNEN)
def test_the_same_sheet_fits_on_a4(openen: Openen, kader: Raamwerk, code: str) -> None:
    pdf = pdf_van(openen(matrix(kader, code)), format="A4", landscape=True)
    assert maten(pdf) == {A4}
    (blad,) = gedrukt(pdf)
    criteria = [c for u in kader.leerlijn(code).leeruitkomsten for c in u.succescriteria]
    assert [c.code for c in criteria if zonder_wit(regel(c)) not in zonder_wit(blad)] == []


def letters(pagina: Any, binnen: str) -> float:
    """The size in points of the smallest letters on paper."""
    pagina.emulate_media(media="print")
    kleinste: float = pagina.evaluate(
        """binnen => Math.min(...[...document.querySelectorAll(binnen)]
          .filter(e => [...e.childNodes].some(k => k.nodeType === 3 && k.data.trim()))
          .map(e => parseFloat(getComputedStyle(e).fontSize))) * 0.75""",
        binnen,
    )
    return kleinste


def test_letters_can_be_read_on_a4_too(openen: Openen, kader: Raamwerk) -> None:
    pagina = openen(matrix(kader, None, halverwege(kader)))
    assert letters(pagina, ".matrix *") * VERKLEIND >= LEESBAAR
    assert letters(pagina, ".matrix li") * VERKLEIND >= 11 * VERKLEIND
    assert letters(openen(formulier(kader, 2)), ".formulier *") >= 9
    # What stands in the margin of the page is no element.
    (rand,) = re.findall(r"^@page matrix \{.*?font: ([0-9.]+)pt.*?^\}", tekst_van("druk.css"), re.DOTALL | re.MULTILINE)
    assert float(rand) * VERKLEIND >= LEESBAAR


def test_all_leerlijnen_are_numbered_sheets(openen: Openen, kader: Raamwerk) -> None:
    pdf = pdf_van(openen(matrix(kader)))
    assert maten(pdf) == {A3}
    for nummer, (blad, lijn) in enumerate(zip(gedrukt(pdf), kader.leerlijnen, strict=True), 1):
        assert blad.count(str(lijn)) == 1
        assert f"blad {nummer} van 4" in blad


def beloofd(wortel: Path) -> list[int]:
    """How many sheets the form of each EvL takes, as the docs say."""
    uitleg = vlak((wortel / "docs" / "vellen.md").read_text("utf-8"))
    (gezegd,) = re.findall(r"A4 liggend: EvL1 vraagt (\w+) vellen, de andere (\w+)\.", uitleg)
    eerste, andere = (("een", "twee", "drie", "vier", "vijf", "zes", "zeven").index(woord) + 1 for woord in gezegd)
    return [eerste, andere, andere, andere]


@pytest.mark.dagelijks("4")
@pytest.mark.parametrize("niveau", [1, 2, 3, 4])
def test_a_form_has_as_many_pages_as_the_docs_say_and_each_criterium_once(
    openen: Openen, kader: Raamwerk, wortel: Path, niveau: int
) -> None:
    evl = kader.evl(niveau)
    bladen = beloofd(wortel)[niveau - 1]
    for stand in (None, halverwege(kader)):
        pdf = pdf_van(openen(formulier(kader, niveau, stand)))
        assert maten(pdf) == {A4}
        gezien = gedrukt(pdf)
        assert len(gezien) == bladen
        for nummer, blad in enumerate(gezien, 1):
            assert f"blad {nummer} van {bladen}" in blad
            assert str(kader) in blad
            assert {"Bewijs", "Feedback", "Feedforward"} <= set(blad.split()) or "Handtekening" in blad
        # A sheet is 210 mm high, 24 of them white, and a line at least 22.
        for blad in map(zonder_wit, gezien):
            assert sum(zonder_wit(regel(c)) in blad for c in evl.succescriteria) <= (210 - 24) // 22
        heel = zonder_wit("".join(gezien))
        assert [c.code for c in evl.succescriteria if heel.count(zonder_wit(regel(c))) != 1] == []


@pytest.mark.parametrize("niveau", [1, 2, 3, 4])
def test_a_heading_stays_with_its_first_line_and_a_line_on_its_page(
    openen: Openen, kader: Raamwerk, niveau: int
) -> None:
    bladen = [zonder_wit(blad) for blad in gedrukt(pdf_van(openen(formulier(kader, niveau))))]
    for uitkomst in kader.evl(niveau).leeruitkomsten:
        kop, eerste = zonder_wit(regel(uitkomst)), zonder_wit(regel(uitkomst.succescriteria[0]))
        assert [kop in blad for blad in bladen] == [eerste in blad for blad in bladen]
    for criterium in kader.evl(niveau).succescriteria:
        assert sum(zonder_wit(regel(criterium)) in blad for blad in bladen) == 1
    (einde,) = [blad for blad in bladen if "Handtekening" in blad]
    assert all(wie in einde for wie in ("Student", "Werkplekbegeleider", "Instituutsopleider"))


def test_there_is_room_to_write(openen: Openen, kader: Raamwerk) -> None:
    pagina = openen(formulier(kader, 2), width=1032, height=700)
    pagina.emulate_media(media="print")
    vakken = pagina.evaluate(
        """() => [...document.querySelectorAll('.criteria td')].map(td => td.getBoundingClientRect())
          .map(vak => [vak.width, vak.height].map(px => px / 96 * 25.4))"""
    )
    assert len(vakken) == 3 * len(kader.evl(2).succescriteria)
    assert min(hoog for _, hoog in vakken) >= 20
    assert min(breed for breed, _ in vakken) >= 45


def test_own_frameworks_flow_on_with_their_heads(openen: Openen) -> None:
    bladen = gedrukt(pdf_van(openen(matrix(VIJANDIG, "WP"))))
    assert len(bladen) > 1
    for nummer, blad in enumerate(bladen, 1):
        assert f"blad {nummer} van {len(bladen)}" in blad
        assert "Niveau 1" in blad
        assert "versie 1.0, 29 februari 2024" in blad


def test_a_row_that_fits_is_not_broken(openen: Openen, kader: Raamwerk) -> None:
    # Longer texts, as a framework of one's own may have.
    groot = matrix(kader, "WD").replace("<ul>", "<ul><li>" + "lang " * 60 + "</li>")
    bladen = [zonder_wit(blad) for blad in gedrukt(pdf_van(openen(groot)))]
    assert len(bladen) > 1
    for rij in kader.leerlijn("WD").rijen:
        op = {n for cel in rij.cellen for c in cel for n, blad in enumerate(bladen) if zonder_wit(regel(c)) in blad}
        assert len(op) == 1, rij.code


def test_print_is_dark_on_white_whatever_the_screen(openen: Openen, kader: Raamwerk) -> None:
    for html in (matrix(kader, "WP", halverwege(kader)), formulier(kader, 2)):
        pagina = openen(html, color_scheme="dark")
        op_scherm = pagina.evaluate("getComputedStyle(document.querySelector('.druk')).color")
        pagina.emulate_media(media="print", color_scheme="dark")
        kleuren = pagina.evaluate(
            """() => [...document.querySelectorAll('html, body, .druk, .druk *')].map(e => getComputedStyle(e))
              .map(stijl => [stijl.color, stijl.backgroundColor])"""
        )
        assert {inkt for inkt, _ in kleuren} <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
        assert {papier for _, papier in kleuren} == {"rgba(0, 0, 0, 0)"}
        assert op_scherm not in {inkt for inkt, _ in kleuren}


def te_breed(pagina: Page, *breedtes: int) -> list[int]:
    """The widths of a window at which the page scrolls sideways."""
    uit = []
    for breed in breedtes:
        pagina.set_viewport_size({"width": breed, "height": 800})
        assert pagina.evaluate("innerWidth") == breed
        if pagina.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            uit.append(breed)
    return uit


@pytest.mark.dagelijks("breed", "klein")
def test_no_screen_is_too_narrow(openen: Openen, elk: Raamwerk) -> None:
    for html in (matrix(elk), formulier(elk, 1, halverwege(elk))):
        assert te_breed(openen(html), 360, 1280, 2560) == []


def test_no_text_makes_a_screen_too_narrow(openen: Openen) -> None:
    for html in (matrix(VIJANDIG), formulier(VIJANDIG, 2)):
        assert te_breed(openen(html), 360, 1280) == []


def test_a_wide_table_moves_by_keyboard_within_its_own_region(openen: Openen, kader: Raamwerk) -> None:
    pagina = openen(matrix(kader, "WP"), width=360)
    pagina.keyboard.press("Tab")
    gezien = pagina.evaluate("[document.activeElement.className, document.activeElement.getAttribute('role')]")
    assert gezien == ["schuif", "region"]
    pagina.keyboard.press("ArrowRight")
    pagina.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert pagina.evaluate("document.scrollingElement.scrollLeft") == 0


@pytest.mark.dagelijks("360")
@pytest.mark.parametrize("breed", [360, 1280])
def test_axe_has_nothing_against_them(openen: Openen, axe: str, kader: Raamwerk, breed: int) -> None:
    stand = halverwege(kader, 2)
    for html in (matrix(kader), matrix(kader, "WD", stand), formulier(kader, 1), formulier(kader, 2, stand)):
        pagina = openen(html, width=breed)
        assert bezwaren(pagina, axe) == []
        pagina.emulate_media(color_scheme="dark")
        assert bezwaren(pagina, axe, runOnly=STIJLREGELS) == []


@pytest.mark.dagelijks("breed")
def test_axe_has_nothing_against_other_frameworks(openen: Openen, axe: str, elk: Raamwerk) -> None:
    for html in (matrix(elk), formulier(elk, 1)):
        assert bezwaren(openen(html), axe) == []


@pytest.mark.grondig
def test_the_html_checker_has_nothing_to_say(nu: Nu, tmp_path: Path, kader: Raamwerk, klein: Raamwerk) -> None:
    paginas = [
        html
        for k in (kader, klein, VIJANDIG)
        for html in (
            matrix(k),
            matrix(k, k.leerlijnen[0].code, halverwege(k)),
            formulier(k, 1),
            formulier(k, 2, halverwege(k)),
        )
    ]
    assert nu(tmp_path, *paginas) == []


@pytest.mark.dagelijks("vijandig")
@pytest.mark.parametrize("k", [*RAAMWERKEN.values(), VIJANDIG], ids=[*RAAMWERKEN, "vijandig"])
def test_what_a_text_says_is_read_and_not_run(openen: Openen, k: Raamwerk) -> None:
    pagina = openen(matrix(k, None, halverwege(k)))
    gezien = pagina.evaluate("[...document.querySelectorAll('.matrix li')].map(li => li.textContent)")
    # Of many niveaus, sheet by sheet.
    verwacht = [
        regel(c) for lijn, _, niveaus in vellen(k) for r in lijn.rijen for cel in op(niveaus, r.cellen) for c in cel
    ]
    assert [vlak(t).partition(": ")[2] for t in gezien] == [vlak(t) for t in verwacht]
    for evl in k.evls[:2]:
        pagina = openen(formulier(k, evl.code))
        gezien = pagina.evaluate("[...document.querySelectorAll('.criteria tbody th')].map(th => th.textContent)")
        assert gezien == [regel(c) for c in evl.succescriteria]
