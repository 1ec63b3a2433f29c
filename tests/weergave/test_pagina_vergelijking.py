"""What changed since the edition before, as a view of the page: the marks and words of the sheet, with links, and its paper."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

import leeruitkomsten as lu
from kijken import Nu, Openen, bezwaren
from leeruitkomsten import Raamwerk, VerkeerdType
from leeruitkomsten.cli import start
from leeruitkomsten.weergave import pagina, vergelijking
from weergave.bladen import boom, gedrukt, maten, pdf_van, tekst
from weergave.paginahulp import focus, ga, zichtbaar
from weergave.test_vergelijking import merken, paar

__all__ = ["paar"]
A4_LIGGEND = (297, 210)


@functools.cache
def met_vorige(paar: tuple[Raamwerk, Raamwerk]) -> str:
    """The page of the next edition, with what changed since the one before."""
    oud, nieuw = paar
    return pagina(nieuw, vorige=oud)


def test_the_view_says_what_the_sheet_says_and_links_to_what_there_is(paar: tuple[Raamwerk, Raamwerk]) -> None:
    blad, vel = boom(met_vorige(paar)), vergelijking(*paar)
    [blik] = blad.xpath("//section[@aria-labelledby='vergelijking']")
    cellen = [(li.get("class"), tekst(li)) for li in blik.xpath(".//section[not(@class)]//tbody//td//li")]
    assert cellen == merken(vel)
    regels, op_vel = (
        [tekst(tr) for tr in bron.xpath(".//section[@class='wijzigingen']//tbody/tr")] for bron in (blik, boom(vel))
    )
    assert regels == op_vel
    links = {a.text: a.get("href") for a in blik.xpath(".//a[@class='code']")}
    assert links == {code: f"#{code}" for code in ("A1", "A2", "A1.1a", "A2.1a", "A2.2a", "A2.2b", "A2.4a")}
    assert {b.text for b in blik.xpath(".//b[@class='code']")} == {"A1.2a", "A1.3a", "A1.2a → A2.2a"}


def test_a_page_without_an_edition_before_has_no_such_view(kader: Raamwerk) -> None:
    html = pagina(kader)
    assert 'id="vergelijking"' not in html
    assert "return toonVergelijking();" in html
    assert "function toonVergelijking" not in html
    with pytest.raises(VerkeerdType):
        pagina(kader, vorige="1.0")  # type: ignore[arg-type]  # on purpose


def test_the_view_has_an_address_and_codes_lead_to_their_places(
    paar: tuple[Raamwerk, Raamwerk], openen: Openen, axe: str
) -> None:
    blad = openen(met_vorige(paar))
    blad.get_by_role("navigation").get_by_role("link", name="Wat er verandert").click()
    assert (zichtbaar(blad), focus(blad)) == (["vergelijking"], "vergelijking")
    assert blad.title().startswith("Wat er verandert")
    opgevolgd = blad.locator("section.blik:not([hidden]) td", has_text="opgevolgd door").first
    assert opgevolgd.is_visible()
    for width in (320, 1280):
        blad.set_viewport_size({"width": width, "height": 900})
        assert blad.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    blad.locator("section.blik:not([hidden]) a.code", has_text="A2.4a").first.click()
    assert (zichtbaar(blad), focus(blad)) == (["A"], "A2.4a")
    blad.evaluate("document.getElementById('afdruk').remove()")
    ga(blad, "vergelijking")
    assert bezwaren(blad, axe) == []
    blad.emulate_media(color_scheme="dark")
    assert bezwaren(blad, axe, runOnly=["color-contrast"]) == []


def test_its_sheet_is_printed_with_its_signs(
    paar: tuple[Raamwerk, Raamwerk], openen: Openen, nu: Nu, tmp_path: Path
) -> None:
    oud, nieuw = paar
    assert nu(tmp_path, pagina(nieuw, nieuw.voortgang([]), vorige=oud)) == []
    blad = openen(met_vorige(paar))
    ga(blad, "vergelijking")
    pdf = pdf_van(blad)
    op_papier = " ".join(gedrukt(pdf))
    assert maten(pdf) == {A4_LIGGEND}
    for zin in ("Wat er verandert", "± A1.1a", "− A1.3a opgevolgd door A1.1a, A2.2a", "+ A2.4a", "→ verplaatst"):
        assert zin in op_papier


def test_the_command_line_makes_it(kader: Raamwerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert start(["pagina", "--raamwerk", "1.0+errata", "--vorige", "1.0", "-o", "p.html"]) == 0
    assert Path("p.html").read_text("utf-8") == pagina(lu.laad(errata=True), vorige=kader)
