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
from weergave.bladen import gedrukt, pdf_van, zonder_wit
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
    nu = klein_portfolio(kader)
    toen = attrs.evolve(nu, student="rr", bewijs=[attrs.evolve(nu.bewijs[0], titel="xx xx")], notities=[], datum=None)
    blad = openen(pagina(kader, portfolio=[toen, nu], schermtaal=schermtaal))
    blad.click("#vergelijk summary")
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


def vorige() -> Portfolio:
    """The portfolio of Sanne some weeks before: one piece has gone since then, one was worded otherwise."""
    nu = sanne()
    verdwenen = Bewijs("WP1.2a", "Logboek <b>week 1</b>", "2026-09-10", rol="student")
    anders = attrs.evolve(nu.bewijs[1], titel="Video")
    oud = Notitie("WP2", "afspraak", "Kom in oktober terug.", "2026-09-30")
    return attrs.evolve(nu, bewijs=[nu.bewijs[0], verdwenen, anders], notities=[oud], datum="2026-11-05")


def veranderd(blad: Page) -> dict[str, list[str]]:
    """What the page says has changed: by code, of each piece what became of it and what it is."""
    regels: list[tuple[str, list[str]]] = blad.locator("#veranderingen > li").evaluate_all(
        "alle => alle.map(li => [li.querySelector('.code').textContent, [...li.querySelectorAll('.stukken > li')]"
        ".map(stuk => `${stuk.querySelector('.wat').className.slice(4)}: ${(stuk.querySelector('.notitietekst') ??"
        " stuk.querySelector('b')).textContent}`)])"
    )
    return dict(regels)


TOEN_EN_NU = {
    "WP1.2a": ["weg: Logboek <b>week 1</b>"],
    "WP2": ["nieuw: Bespreek de regels voordat de les begint.", "weg: Kom in oktober terug."],
    "WP2.4a": [
        "nieuw: Video van een les",
        "nieuw: https://voorbeeld.example/film",
        "weg: Video",
        "nieuw: Je houdt rekening met elkaar.\n\n Ga zo door.",
    ],
    "WD2.1a": ['nieuw: Lesplan <i>schuin</i> & "meer"'],
    "EvL2": ["nieuw: <img src=x onerror=alert(1)>"],
}


def test_beside_an_earlier_file_it_says_what_came_what_was_there_and_what_has_gone(openen: Openen) -> None:
    blad = openen(pagina(lu.laad(), portfolio=[vorige(), sanne()]))
    assert blad.inner_text("#veranderkop") == "Veranderd sinds 5 november 2026"
    assert blad.inner_text("#veranderd-som") == "Erbij gekomen: 3 × bewijs en 3 × notitie; verdwenen: 3."
    assert veranderd(blad) == TOEN_EN_NU
    zinnen = blad.locator("#veranderingen .bij .waar").all_inner_texts()
    assert zinnen == ["toen aangetoond, nu niet meer", "toen nog niet aangetoond, nu wel"]
    assert blad.is_hidden("#andere-student")
    assert blad.locator("#veranderingen button").count() == 0  # what has gone cannot be edited
    papier = zonder_wit("".join(gedrukt(pdf_van(blad))))
    for zin in (
        "Veranderd sinds 5 november 2026",
        "− verdwenen Logboek <b>week 1</b>",
        "toen aangetoond, nu niet meer",
    ):
        assert zonder_wit(zin) in papier
    blad.click("#niet-vergelijken")
    assert blad.is_hidden("#veranderd")
    assert blad.evaluate("document.activeElement.textContent") == "Vergelijk met eerder"


def test_an_earlier_file_is_opened_in_the_page_and_what_is_added_counts(openen: Openen) -> None:
    blad = openen(van_sanne())
    bestand = {"name": "p.json", "mimeType": "application/json"}

    def open_vroeger(inhoud: bytes) -> None:
        blad.set_input_files("#vroeger", {**bestand, "buffer": inhoud})

    open_vroeger(b"[]")
    blad.wait_for_selector("#portfoliofout:not([hidden])")
    assert blad.is_hidden("#veranderd")
    blad.evaluate(
        "() => { const mee = new DataTransfer(); mee.items.add(new File([new Uint8Array(10_000_001)], 'p.json'));"
        " const veld = document.getElementById('vroeger'); veld.files = mee.files;"
        " veld.dispatchEvent(new Event('change')); veld.dispatchEvent(new Event('change')); }"
    )  # the second time nothing is chosen
    blad.wait_for_function("document.getElementById('portfoliofout').textContent.includes('te groot')")
    ander = attrs.evolve(vorige(), student="Sam", datum=None)
    open_vroeger(lu.schrijf_portfolio(ander))
    blad.wait_for_selector("#veranderd:not([hidden])")
    assert blad.is_hidden("#portfoliofout")
    assert blad.inner_text("#veranderkop") == "Veranderd sinds het eerdere bestand"
    assert blad.inner_text("#andere-student") == "Let op: het eerdere bestand is van Sam."
    assert veranderd(blad) == TOEN_EN_NU
    blad.select_option("#portfolioniveau", "")
    blad.click("[data-weg='bewijs 0']")
    assert veranderd(blad)["WP1.1a"] == ["weg: Lesbezoek 3"]
    assert lu.lees_portfolio(lu.schrijf_portfolio(ander)) == ander


def test_two_days_of_one_portfolio_are_compared(openen: Openen) -> None:
    blad = openen(van_sanne())
    blad.click("#vergelijk summary")
    blad.fill("#toen", "2026-11-02")
    assert blad.inner_text("#veranderkop") == "Veranderd sinds 2 november 2026"
    assert veranderd(blad)["WP2.4a"][:2] == ["was: Video van een les", "nieuw: https://voorbeeld.example/film"]
    assert blad.inner_text("#veranderd-som").endswith("verdwenen: 0.")
    blad.fill("#toen", "2026-10-01")
    blad.fill("#tot", "2026-11-02")
    assert veranderd(blad) == {"WP2.4a": ["nieuw: Video van een les"]}
    blad.fill("#toen", "2026-11-02")
    blad.fill("#tot", "2026-11-03")
    assert blad.inner_text("#veranderd-som") == "Er is niets veranderd."
    blad.set_input_files(
        "#bestand", {"name": "p.json", "mimeType": "application/json", "buffer": lu.schrijf_portfolio(vorige())}
    )
    blad.wait_for_selector("#veranderd", state="hidden")  # another portfolio is compared with nothing yet
    assert blad.input_value("#toen") == ""


@pytest.mark.parametrize(
    ("schermtaal", "ontbreekt", "omgekeerd"),
    [
        ("nl", "De eerste dag ontbreekt: vul ook “Met hoe het was op” in.",
         "De eerste dag (2 november 2026) is later dan de laatste (1 oktober 2026). Verwissel ze."),
        ("en", "The first day is missing: fill in “With how it was on” as well.",
         "The first day (2 November 2026) is later than the last (1 October 2026). Swap them."),
    ],
)  # fmt: skip
def test_days_that_cannot_be_compared_are_told_of(
    openen: Openen, schermtaal: Schermtaal, ontbreekt: str, omgekeerd: str
) -> None:
    blad = openen(pagina(lu.laad(), portfolio=sanne(), schermtaal=schermtaal))
    blad.click("#vergelijk summary")
    blad.fill("#tot", "2026-10-01")
    assert (blad.inner_text("#dagenfout"), blad.is_hidden("#veranderd")) == (ontbreekt, True)
    blad.fill("#toen", "2026-11-02")
    assert (blad.inner_text("#dagenfout"), blad.is_hidden("#veranderd")) == (omgekeerd, True)
    blad.fill("#tot", "2026-11-02")  # one and the same day is from and up to that day
    assert (blad.inner_text("#dagenfout"), blad.is_hidden("#veranderd")) == ("", False)
    assert veranderd(blad) == {}
    blad.fill("#toen", "")
    assert blad.inner_text("#dagenfout") == ontbreekt
    blad.fill("#tot", "")
    assert (blad.inner_text("#dagenfout"), blad.is_hidden("#veranderd")) == ("", True)


@pytest.mark.parametrize(
    ("schermtaal", "zin"),
    [
        ("nl", "Geef het eerdere portfolio als eerder bestand: dat bestand is van 28 november 2026, dit portfolio van 5 november 2026."),
        ("en", "Give the earlier portfolio as the earlier file: that file is of 28 November 2026, this portfolio of 5 November 2026."),
    ],
)  # fmt: skip
def test_an_earlier_file_that_is_later_is_refused(openen: Openen, schermtaal: Schermtaal, zin: str) -> None:
    blad = openen(pagina(lu.laad(), portfolio=vorige(), schermtaal=schermtaal))
    blad.click("#vergelijk summary")
    bestand = {"name": "p.json", "mimeType": "application/json", "buffer": lu.schrijf_portfolio(sanne())}
    blad.set_input_files("#vroeger", bestand)
    blad.wait_for_selector("#portfoliofout:not([hidden])")
    assert (blad.inner_text("#portfoliofout"), blad.is_hidden("#veranderd")) == (zin, True)
    for datum in (vorige().datum, None):  # of the same day, or of none that is known
        blad.set_input_files("#vroeger", bestand | {"buffer": lu.schrijf_portfolio(attrs.evolve(sanne(), datum=datum))})
        blad.wait_for_selector("#portfoliofout", state="hidden")
        assert blad.is_visible("#veranderd")
        blad.click("#niet-vergelijken")


def test_more_than_two_or_the_later_one_first_is_refused() -> None:
    kader = lu.laad()
    assert pagina(kader, portfolio=[sanne()]) == van_sanne()
    for portfolios, zin in (([sanne()] * 3, "hier zijn het er 3"), ([], "hier zijn het er 0")):
        with pytest.raises(lu.OngeldigeVraag, match=zin):
            pagina(kader, portfolio=portfolios)
    with pytest.raises(lu.OngeldigeVraag, match="het eerste is van 2026-11-28, het tweede van 2026-11-05"):
        pagina(kader, portfolio=[sanne(), vorige()])
    with pytest.raises(lu.VerkeerdType):
        pagina(kader, portfolio=["sanne.json"])  # type: ignore[list-item]  # what is refused
    with pytest.raises(lu.OngeldigPortfolio, match=r"bewijs\[0\]"):
        pagina(kader, portfolio=[attrs.evolve(sanne(), bewijs=[Bewijs("WP9.9z", "x", "2026-11-01")]), sanne()])
