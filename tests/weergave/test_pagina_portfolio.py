"""The page of one student: evidence, notes, counts and growth; what is drawn is the portfolio, and nothing else."""

from __future__ import annotations

import attrs
import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import Openen, bezwaren
from leeruitkomsten import Bewijs, Notitie, Portfolio
from leeruitkomsten.bouwen import bouw, met_errata
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal
from leeruitkomsten.weergave import pagina
from schermwoorden import OP_DE_PAGINA, vreemd
from weergave.paginahulp import ga, sanne, van_sanne, zichtbaar


def klein_portfolio(kader: lu.Raamwerk) -> Portfolio:
    """A portfolio with everything in it, in no language."""
    code = kader.succescriteria[0].code
    bewijs = [Bewijs(code, "xx", "2026-01-02", "https://xx.example", "yy", "zz"), Bewijs(code, "xx", "2026-05-06")]
    notities = [Notitie(code, soort, "xx", "2026-01-02", "yy") for soort in ("feedback", "feedforward", "afspraak")]
    return Portfolio(kader.kenmerk, "qq", bewijs, notities, "2026-05-07")


STUKKEN = "[data-bij='{}'] > .stukken > li"


def stukken(blad: Page, code: str) -> list[str]:
    """The texts of the pieces at a code, without the buttons that each has."""
    gevonden: list[str] = blad.locator(STUKKEN.format(code)).evaluate_all(
        "alle => alle.map(li => { const zonder = li.cloneNode(true); zonder.querySelector('.knoppen').remove();"
        " li.parentElement.append(zonder); const tekst = zonder.innerText; zonder.remove(); return tekst; })"
    )
    return gevonden


def test_it_opens_with_the_student_and_draws_each_piece_at_its_code(openen: Openen) -> None:
    blad = openen(van_sanne())
    assert zichtbaar(blad) == ["portfolio"]
    assert (blad.inner_text("#portfolio"), blad.title()) == (
        "Sanne <b>de Vries</b>",
        f"Sanne <b>de Vries</b> – {lu.laad().naam}",
    )
    assert blad.inner_text("#portfoliodatum") == "Stand op 28 november 2026"
    assert blad.input_value("#portfolioniveau") == "2"
    assert stukken(blad, "WP2.4a") == [
        "Video van een les\n2 november 2026 · student · video\nmap 3",
        "https://voorbeeld.example/film\n12 november 2026",
        "Feedback\n24 november 2026 · werkplekbegeleider\nJe houdt rekening met elkaar.\n\n Ga zo door.",
    ]
    assert stukken(blad, "WP2")[0].startswith("Feedforward\n")
    assert stukken(blad, "EvL2") == ["Afspraak\n24 november 2026\n<img src=x onerror=alert(1)>"]
    blad.select_option("#portfolioniveau", "")
    assert blad.locator("#portfoliodelen .stukken > li").count() == len(sanne().bewijs) + len(sanne().notities)


def test_only_an_address_of_the_web_is_a_link(openen: Openen) -> None:
    blad = openen(van_sanne())
    blad.select_option("#portfolioniveau", "")
    links = blad.evaluate("[...document.querySelectorAll('.stukken a')].map(a => [a.href, a.rel, a.textContent])")
    assert {href for href, _, _ in links} == {"https://voorbeeld.example/film", "https://portfolio.example/lesbezoek-3"}
    assert {rel for _, rel, _ in links} == {"noreferrer noopener"}
    assert "javascript:alert(1)" in blad.inner_text(STUKKEN.format("WD2.1a"))


def test_what_was_shown_is_counted_as_python_counts_it(openen: Openen) -> None:
    blad = openen(van_sanne())
    voortgang = lu.voortgang(sanne())
    for code, stand in voortgang.per_leeruitkomst.items():
        assert blad.inner_text(f"#portfoliokaarten a[href='#{code}']") == str(stand)
        assert blad.text_content(f"[id='{code}'] > .telling") == f"{stand} aangetoond"
        assert blad.text_content(f":has(> [id='EvL{code[-1]}-{code}']) > .telling") == f"{stand} aangetoond"
    merken = dict(
        blad.evaluate(
            "[...document.querySelectorAll('main td li')].map(li => [li.id, li.querySelector('.merk').textContent])"
        )
    )
    codes = {c.code for c in voortgang.aangetoond}
    assert merken == {
        c.code: "● aangetoond" if c.code in codes else "○ nog aan te tonen" for c in lu.laad().succescriteria
    }
    assert blad.evaluate("[...document.querySelectorAll('td:is(.vol, .deels)')].map(td => td.id + td.className)") == [
        "WP1.1vol", "WP2.4deels", "WD2.1deels",
    ]  # fmt: skip
    op_papier = "[...document.querySelectorAll('#afdruk .matrix .teken')].map(t => t.textContent).join('')"
    assert (blad.evaluate(op_papier).count("●"), blad.evaluate(op_papier).count("○")) == (3, 98)
    groei = blad.locator("#portfoliokaarten table").nth(1).locator("tbody tr").all_inner_texts()
    stappen = [stap for stap in lu.groei(sanne()) if stap.nieuw]
    assert groei == [
        f"{naam} 2026\t+{len(stap.nieuw)}\t{len(stap.voortgang.aangetoond)}"
        for naam, stap in zip(("september", "november"), stappen, strict=True)
    ]


def test_a_portfolio_of_something_else_is_refused() -> None:
    kader = lu.laad()
    volgende = attrs.evolve(kader, versie="2.0")
    for ander in (
        volgende.kenmerk,
        attrs.evolve(kader.kenmerk, sleutel="ander"),
        attrs.evolve(kader.kenmerk, vingerafdruk="0" * 64),
    ):
        with pytest.raises(lu.OngeldigPortfolio, match="kenmerk"):
            pagina(kader, portfolio=Portfolio(ander, "s1", []))
    with pytest.raises(lu.OngeldigPortfolio, match=r"bewijs\[0\]\.criterium"):
        pagina(kader, portfolio=Portfolio(kader.kenmerk, "s1", [Bewijs("WP9.9z", "x", "2026-11-01")]))
    with pytest.raises(lu.VerkeerdType):
        pagina(kader, portfolio={"student": "s1"})  # type: ignore[arg-type]  # what is refused
    with pytest.raises(lu.OngeldigeVraag, match="niet beide") as gevangen:
        pagina(kader, lu.voortgang([]), portfolio=sanne())
    assert gevangen.value.soort == "opties_samen"


def test_errata_make_no_other_framework(openen: Openen) -> None:
    kader = lu.laad()
    verbeterd = bouw(met_errata(kader.als_dict()))
    for hier, daar in ((kader, verbeterd), (verbeterd, kader)):
        html = pagina(hier, portfolio=Portfolio(daar.kenmerk, "s1", [Bewijs("WP2.4a", "x", "2026-11-01")]))
        assert openen(html).inner_text("#portfolio") == "s1"


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_it_speaks_one_language_and_axe_has_no_remarks(openen: Openen, axe: str, schermtaal: Schermtaal) -> None:
    kader = RAAMWERKEN["breed" if schermtaal == "en" else "klein"]
    blad = openen(pagina(kader, portfolio=klein_portfolio(kader), schermtaal=schermtaal))
    assert vreemd(blad.evaluate(OP_DE_PAGINA), schermtaal) == set()
    blad.evaluate("document.getElementById('afdruk').remove()")
    if schermtaal == "nl":  # the same elements in either language
        assert bezwaren(blad, axe, ".blik:not([hidden])") == []
        blad.emulate_media(color_scheme="dark")
        assert bezwaren(blad, axe, ".blik:not([hidden])", runOnly=["color-contrast"]) == []
    for width in (320, 360, 768, 1280):
        blad.set_viewport_size({"width": width, "height": 900})
        assert blad.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width


def test_without_a_portfolio_it_is_the_explorer(openen: Openen) -> None:
    blad = openen(pagina(lu.laad()))
    ga(blad, "portfolio")
    assert blad.locator("main .merk").count() == 0
