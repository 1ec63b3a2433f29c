"""Working in the page: a portfolio is opened, added to and saved, and nothing of it is lost in silence or leaves the page."""

from __future__ import annotations

import copy
import datetime
import functools
import json
import operator
from pathlib import Path
from typing import Any

import attrs
import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import Openen, bezwaren
from leeruitkomsten import Bewijs, Notitie, Portfolio
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal
from leeruitkomsten.weergave import formulier_docx, lees_formulier, pagina
from schermwoorden import OP_DE_PAGINA, vreemd
from weergave.paginahulp import ga, sanne, van_sanne, verpakt, zichtbaar
from weergave.portfolios import willekeurig

VANDAAG = datetime.date.today().isoformat()


def leeg(openen: Openen) -> Page:
    blad = openen(verpakt())
    ga(blad, "portfolio")
    return blad


def kies(blad: Page, inhoud: bytes) -> None:
    blad.set_input_files("#bestand", {"name": "p.json", "mimeType": "application/json", "buffer": inhoud})


def bewaard(blad: Page) -> bytes:
    """What the page saves."""
    with blad.expect_download() as gevangen:
        blad.click("#opslaan")
    return Path(gevangen.value.path()).read_bytes()


def geopend(blad: Page, portfolio: Portfolio) -> None:
    kies(blad, lu.schrijf_portfolio(portfolio))
    blad.wait_for_function("naam => document.getElementById('portfolio').textContent === naam", arg=portfolio.student)


@pytest.mark.dagelijks("0")
@pytest.mark.parametrize("eerste", range(0, 40, 8))
def test_a_file_comes_back_to_the_letter(openen: Openen, eerste: int) -> None:
    blad = leeg(openen)
    for zaad in range(eerste, eerste + 8):  # a page may save no more than ten files within a second
        portfolio = willekeurig(zaad)
        geopend(blad, portfolio)
        assert bewaard(blad) == lu.schrijf_portfolio(portfolio)
    geopend(blad, sanne())
    assert bewaard(blad) == lu.schrijf_portfolio(sanne())
    assert blad.evaluate("localStorage.length") == 0
    assert "Opgeslagen als portfolio-sanne-b-de-vries-b.json" in blad.inner_text("#bewaarstand")


def test_from_page_to_word_and_back_nothing_changes(openen: Openen) -> None:
    blad = leeg(openen)
    kader = lu.laad()
    for zaad in range(100, 104):
        niveau = zaad % 4 + 1
        portfolio = willekeurig(zaad, niveau)
        geopend(blad, portfolio)
        van_pagina = lu.lees_portfolio(bewaard(blad))
        gelezen = lees_formulier(formulier_docx(kader, niveau, portfolio=van_pagina))
        assert gelezen == (portfolio, ())
        kies(blad, lu.schrijf_portfolio(attrs.evolve(gelezen.portfolio, student=f"terug {zaad}")))
        blad.get_by_role("heading", name=f"terug {zaad}").wait_for()
        assert lu.lees_portfolio(bewaard(blad)) == attrs.evolve(portfolio, student=f"terug {zaad}")


def test_a_file_of_the_first_shape_is_read_as_python_reads_it(openen: Openen) -> None:
    kader = lu.laad()
    oud = {
        "formaat": 1, "raamwerk": kader.naam, "versie": "1.0", "student": "s12", "bewijs": [
            {"criterium": "WP1.1a", "verwijzing": "https://x.example/a", "datum": "2026-11-24"},
            {"criterium": "WP1.2a", "verwijzing": "map 3", "datum": "2026-11-20"},
        ],
    }  # fmt: skip
    blad = leeg(openen)
    kies(blad, json.dumps(oud).encode())
    blad.get_by_role("heading", name="s12").wait_for()
    assert bewaard(blad) == lu.schrijf_portfolio(lu.lees_portfolio(json.dumps(oud).encode()))


def vul(blad: Page, code: str, wat: str, **velden: str) -> None:
    blad.click(f"[data-toevoegen='{code}']")
    blad.select_option("#wat", wat)
    for naam, waarde in velden.items():
        blad.fill(f"#invullen [name={naam}]", waarde)
    blad.click("#invullen .klaar")


def test_what_is_typed_is_what_python_reads(openen: Openen) -> None:
    blad = leeg(openen)
    blad.fill("#studentnaam", "  Sanne\u00a0 de  Vries ")
    blad.click("#nieuw button")
    assert blad.inner_text("#portfolio") == "Sanne de Vries"
    vul(
        blad,
        "WP1.1a",
        "bewijs",
        titel="  Le\u0301s\u200b  3\t",
        datum="2026-11-24",
        verwijzing="https://x.example/3",
        soort="video",
    )
    vul(blad, "WP1.1a", "bewijs", titel="Verslag", datum="2026-11-25")
    vul(
        blad,
        "WP1.1a",
        "feedforward",
        tekst="  Een\u00a0regel\n\n  en nog een. \n",
        datum="2026-11-26",
        rol=" begeleider ",
    )
    vul(blad, "WP1", "feedback", tekst="Goed bezig", datum="2026-11-26")
    vul(blad, "EvL1", "afspraak", tekst="12 december", datum="2026-11-26")
    assert blad.inner_text("#portfoliokaarten a[href='#WP1']") == "1 van 4"
    assert blad.evaluate("document.activeElement.dataset.toevoegen") == "EvL1"
    bestand = bewaard(blad)
    gelezen = lu.lees_portfolio(bestand)
    assert gelezen == Portfolio(
        lu.laad().kenmerk,
        "Sanne de Vries",
        [
            Bewijs("WP1.1a", "L\u00e9s 3", "2026-11-24", "https://x.example/3", soort="video"),
            Bewijs("WP1.1a", "Verslag", "2026-11-25"),
        ],
        [
            Notitie("WP1.1a", "feedforward", "Een regel\n\n  en nog een.", "2026-11-26", "begeleider"),
            Notitie("WP1", "feedback", "Goed bezig", "2026-11-26"),
            Notitie("EvL1", "afspraak", "12 december", "2026-11-26"),
        ],
        VANDAAG,
    )
    assert bestand == lu.schrijf_portfolio(gelezen)


def test_what_is_there_is_edited_removed_and_put_back(openen: Openen) -> None:
    blad = openen(pagina(lu.laad(), portfolio=sanne()))
    blad.click("[data-wijzig='bewijs 1']")
    assert blad.input_value("#titel") == "Video van een les"
    blad.fill("#titel", "Video van twee lessen")
    blad.fill("#verwijzing", "")
    blad.click("#invullen .klaar")
    blad.click("[data-wijzig='notities 0']")
    assert blad.locator("#wat option:not([disabled])").all_text_contents() == ["Feedback", "Feedforward", "Afspraak"]
    blad.select_option("#wat", "feedforward")
    blad.click("#invullen .klaar")
    blad.click("[data-weg='notities 1']")
    blad.click("[data-weg='bewijs 2']")
    blad.keyboard.press("Enter")  # the button that puts it back has the focus
    blad.click("[data-weg='bewijs 3']")
    blad.click("[data-toevoegen='WP2']")
    blad.click("[data-terug]")  # the form that was asked for goes, and can be asked for again
    assert blad.locator("#portfolio-inhoud > #invullen[hidden]").count() == 1
    oud = sanne()
    nieuw = lu.lees_portfolio(bewaard(blad))
    bewijs = attrs.evolve(oud.bewijs[1], titel="Video van twee lessen", verwijzing=None)
    assert list(nieuw.bewijs) == [oud.bewijs[0], bewijs, *oud.bewijs[2:]]
    assert list(nieuw.notities) == [attrs.evolve(oud.notities[0], soort="feedforward"), oud.notities[2]]


def test_what_is_not_filled_in_is_asked_for(openen: Openen, gezegd: list[str]) -> None:
    blad = leeg(openen)
    blad.fill("#studentnaam", " \u200b ")
    blad.click("#nieuw button")
    assert blad.is_visible("#portfolio-openen")
    geopend(blad, sanne())
    vul(blad, "WP2.4a", "bewijs", titel=" \u200b ")
    assert blad.evaluate("document.getElementById('titel').validationMessage").startswith("Vul dit in")
    vol = "blad => { const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented; }"
    assert blad.evaluate(vol)
    blad.click("[data-toevoegen='WP2']")  # asks, and is told to stay
    blad.select_option("#portfolioniveau", "3")
    blad.click("#sluit-portfolio")
    blad.click("[data-weg='bewijs 1']")
    assert [regel.partition(":")[0] for regel in gezegd] == ["dialog"] * 4
    gezegd.clear()
    assert (blad.input_value("#titel"), blad.input_value("#portfolioniveau")) == (" \u200b ", "2")
    blad.fill("#titel", "x")
    blad.fill("#wanneer", "")
    blad.click("#invullen .klaar")
    assert blad.evaluate("document.getElementById('wanneer').validationMessage") == "Vul een datum in."
    blad.click("#annuleer")
    assert not blad.evaluate(vol)
    assert blad.evaluate("document.activeElement.dataset.toevoegen") == "WP2.4a"
    blad.click("#sluit-portfolio")
    assert blad.is_visible("#portfolio-openen")
    assert blad.locator("main .merk").count() == 0


def anders(**velden: Any) -> bytes:
    gegevens = json.loads(lu.schrijf_portfolio(sanne()))
    kenmerk = gegevens["kenmerk"] | {k: w for k, w in velden.items() if k in gegevens["kenmerk"]}
    return json.dumps(gegevens | velden.get("deel", {}) | {"kenmerk": kenmerk}).encode()


SLEEP = """async bestanden => { const gezegd = [];
  const fout = document.getElementById('portfoliofout');
  for (const bestand of bestanden) {
    const mee = new DataTransfer();
    mee.items.add(new File([new Uint8Array(bestand)], 'p.json'));
    fout.textContent = '';
    for (const soort of ['dragover', 'drop']) {
      const sleep = new DragEvent(soort, {dataTransfer: mee, cancelable: true, bubbles: true});
      document.querySelector('h1').dispatchEvent(sleep);
      if (!sleep.defaultPrevented) throw new Error(soort);
    }
    for (let keer = 0; keer < 100 && !fout.textContent; keer++) await new Promise(klaar => setTimeout(klaar, 5));
    gezegd.push(fout.textContent);
  }
  for (const soort of ['dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(soort, {dataTransfer: new DataTransfer(), bubbles: true}));
  }
  return gezegd; }"""
"""Drop files on the heading one by one, each its bytes or how many: what is said of each. A drop without one is the browser's."""
BEWIJS = {"criterium": "WP1.1a", "titel": "x", "datum": "2026-01-01"}
NOTITIE = {"code": "WP1", "soort": "feedback", "tekst": "x", "datum": "2026-01-01"}
GEWEIGERD = {
    "a page": (b"<html>", "geen portfoliobestand"),
    "a list": (b"[]", "geen portfoliobestand"),
    "nothing": (b"null", "geen portfoliobestand"),
    "no utf-8": (b'{"student": "\xff"}', "geen portfoliobestand"),
    "a mark": (b"\xef\xbb\xbf" + lu.schrijf_portfolio(sanne()), "geen portfoliobestand"),
    "another framework": (anders(sleutel="ander", naam="Ander <b>kader</b>"), "een ander raamwerk: Ander <b>kader</b>, versie 1.0"),
    "another version": (anders(versie="2.0"), "hoort bij versie 2.0 van het raamwerk, deze pagina bij versie 1.0"),
    "other contents": (anders(vingerafdruk="0" * 64), "dezelfde versie, maar met andere teksten of codes"),
    "another first shape": (
        json.dumps({"formaat": 1, "raamwerk": "Ander", "versie": "1.0", "student": "s", "bewijs": [None]}).encode(),
        "een ander raamwerk: Ander",
    ),
    "an older version": (
        json.dumps({"formaat": 1, "raamwerk": lu.laad().naam, "versie": "0.9", "student": "s", "bewijs": [None]}).encode(),
        "hoort bij versie 0.9",
    ),
    "a next shape": (anders(deel={"formaat": 3}), "bij portfolio.formaat"),
    "a key too many": (anders(deel={"oordeel": "goed"}), "bij portfolio.oordeel"),
    "a prototype": (anders()[:-1] + b', "__proto__": {"x": 1}}', "bij portfolio.__proto__"),
    "a code that is not": (anders(deel={"bewijs": [BEWIJS | {"criterium": "WP9.9z"}]}), "bij bewijs[0].criterium"),
    "a property": (anders(deel={"bewijs": [BEWIJS | {"criterium": "constructor"}]}), "bij bewijs[0].criterium"),
    "evidence of a leeruitkomst": (anders(deel={"bewijs": [BEWIJS, BEWIJS | {"criterium": "WP1"}]}), "bij bewijs[1].criterium"),
    "a note of a row": (anders(deel={"notities": [NOTITIE | {"code": "WP.1"}]}), "bij notities[0].code"),
    "another note": (anders(deel={"notities": [NOTITIE | {"soort": "oordeel"}]}), "bij notities[0].soort"),
    "no such day": (anders(deel={"datum": "2026-02-30"}), "bij portfolio.datum"),
    "the year nought": (anders(deel={"datum": "0000-01-01"}), "bij portfolio.datum"),
    "a number": (anders(deel={"bewijs": [BEWIJS | {"titel": 3}]}), "bij bewijs[0].titel"),
    "two spaces": (anders(deel={"bewijs": [BEWIJS | {"titel": "a  b"}]}), "bij bewijs[0].titel"),
    "a line": (anders(deel={"student": "a\nb"}), "bij portfolio.student"),
    "no canonical form": (anders(deel={"student": "e\u0301"}), "bij portfolio.student"),
    "another direction": (anders(deel={"student": "a\u202eb"}), "bij portfolio.student"),
    "half a character": (anders(deel={"student": "\ud800"}), "bij portfolio.student"),
    "too long a text": (anders(deel={"notities": [NOTITIE | {"tekst": "x" * 10_001}]}), "bij notities[0].tekst"),
    "no object": (anders(deel={"bewijs": ["WP1.1a"]}), "bij bewijs[0]"),
}  # fmt: skip


ONZIN: list[Any] = [None, True, 2, " x", [], {}]


def verminkt() -> dict[str, bytes]:
    """Files with something else at one place: a value of another type or form, a key that is gone, extra, or there twice."""
    gegevens = json.loads(lu.schrijf_portfolio(sanne()))
    oud = {"formaat": 1, "raamwerk": lu.laad().naam, "versie": "1.0", "student": "s", "bewijs": [{"criterium": "WP1.1a", "verwijzing": "map 3", "datum": "2026-11-24"}]}  # fmt: skip
    bestanden: dict[str, bytes] = {}
    for vorm, heel in (("2", gegevens), ("1", oud)):
        delen = [(), ("kenmerk",), ("bewijs", 0), ("notities", 0)] if vorm == "2" else [(), ("bewijs", 0)]
        for pad in delen:
            deel = functools.reduce(operator.getitem, pad, heel)
            for sleutel in [*deel, "erbij", *("titel", "notities", "kenmerk", "datum")[: 4 * (vorm == "1")]]:
                waar = f"{vorm} {pad} {sleutel}"
                for onzin in ONZIN:
                    bestanden[f"{waar} = {onzin!r}"] = met_deel(heel, pad, {**deel, sleutel: onzin})
                bestanden[f"{waar} weg"] = met_deel(heel, pad, {k: w for k, w in deel.items() if k != sleutel})
                tekst = json.dumps(heel)
                begin = json.dumps(deel)
                dubbel = f"{{{json.dumps(sleutel)}: {json.dumps(deel.get(sleutel, 3))}, {begin[1:]}"
                bestanden[f"{waar} {'twee keer' if sleutel in deel else 'erbij'}"] = tekst.replace(
                    begin, dubbel, 1
                ).encode()
    bestanden["2.0"] = json.dumps(gegevens | {"formaat": 2.0}).encode()
    bestanden["escaped twice"] = (
        json.dumps(gegevens).replace('{"formaat"', '{"\\u0066ormaat": 2, "formaat"', 1).encode()
    )
    bestanden["braces in a text"] = json.dumps(gegevens | {"student": '{"a": [1], "a": "\\": }'}).encode()
    return bestanden


def met_deel(heel: Any, pad: tuple[Any, ...], deel: Any) -> bytes:
    """The file with another part at a place."""
    anders = copy.deepcopy(heel)
    if not pad:
        return json.dumps(deel).encode()
    functools.reduce(operator.getitem, pad[:-1], anders)[pad[-1]] = deel
    return json.dumps(anders).encode()


KIES = """async bestanden => { const uit = []; const veld = document.getElementById('bestand');
  const fout = document.getElementById('portfoliofout'); const kop = document.getElementById('portfolio');
  for (const bestand of bestanden) {
    fout.textContent = ''; kop.textContent = '';
    const mee = new DataTransfer();
    mee.items.add(new File([new Uint8Array(bestand)], 'p.json'));
    veld.files = mee.files; veld.dispatchEvent(new Event('change'));
    while (!fout.textContent && !kop.textContent) await new Promise(klaar => { const { port1, port2 } = new MessageChannel();
      port1.onmessage = klaar; port2.postMessage(0); });
    uit.push(fout.textContent || null);
  }
  return uit; }"""
"""Open files one by one: what is said of each, or nothing of one that is open."""


@pytest.mark.dagelijks("0")
@pytest.mark.parametrize("deel", range(3))  # a file of each kind comes up in each
def test_the_page_is_as_strict_as_python(openen: Openen, deel: int) -> None:
    blad = leeg(openen)
    bestanden = {"heel": lu.schrijf_portfolio(sanne())} | dict([*verminkt().items()][deel::3])
    gezegd = dict(zip(bestanden, blad.evaluate(KIES, [list(inhoud) for inhoud in bestanden.values()]), strict=True))
    anders: list[str] = []
    for naam, inhoud in bestanden.items():
        try:
            lu.lees_portfolio(inhoud)
        except lu.OngeldigPortfolio as fout:
            if gezegd[naam] is None:
                anders.append(f"{naam}: {fout}")
        else:
            if gezegd[naam] is not None:
                anders.append(f"{naam}: de pagina zegt {gezegd[naam]}")
    assert "\n".join(anders) == ""
    dubbel = {naam: zin for naam, zin in gezegd.items() if naam.endswith("twee keer")}
    assert dubbel
    assert all("twee keer" in zin for zin in dubbel.values())
    assert gezegd["heel"] is None
    assert 1 <= sum(zin is None for zin in gezegd.values()) < len(gezegd) / 2


def test_what_is_no_portfolio_of_this_framework_is_refused_with_what_to_do(openen: Openen) -> None:
    blad = leeg(openen)
    geopend(blad, sanne())
    bestanden = [list(inhoud) for inhoud, _ in GEWEIGERD.values()]
    gezegd = dict(zip(GEWEIGERD, blad.evaluate(SLEEP, bestanden), strict=True))
    for naam, (inhoud, zin) in GEWEIGERD.items():
        assert zin in gezegd[naam], naam
        with pytest.raises(lu.OngeldigPortfolio):
            lu.lees_portfolio(inhoud)
    assert blad.is_visible("#portfoliofout")
    assert blad.locator("#portfoliofout *").count() == 0
    assert "te groot" in blad.evaluate(SLEEP, [10_000_001])[0]
    assert blad.inner_text("#portfolio") == sanne().student  # what was open stays open
    geopend(blad, willekeurig(1))
    assert blad.is_hidden("#portfoliofout")


@pytest.mark.parametrize("veld", ["bestand", "vroeger"])
def test_a_file_that_cannot_be_read_is_told_of(openen: Openen, veld: str) -> None:
    blad = openen(van_sanne())
    blad.evaluate(
        "() => { Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('x', 'NotReadableError')); }"
    )
    inhoud = lu.schrijf_portfolio(sanne())
    blad.set_input_files(f"#{veld}", {"name": "p.json", "mimeType": "application/json", "buffer": inhoud})
    blad.wait_for_selector("#portfoliofout:not([hidden])")
    zin = "Dit bestand is niet te lezen: het is verplaatst, veranderd of afgeschermd. Kies het opnieuw."
    assert (blad.inner_text("#portfoliofout"), blad.inner_text("#portfolio")) == (zin, sanne().student)


def test_a_file_may_be_dropped_anywhere(openen: Openen) -> None:
    blad = openen(verpakt())
    assert blad.evaluate(SLEEP, [list(lu.schrijf_portfolio(sanne()))]) == [""]
    blad.wait_for_function("naam => document.getElementById('portfolio').textContent === naam", arg=sanne().student)
    assert zichtbaar(blad) == ["portfolio"]


def test_a_draft_is_kept_told_of_and_cleared(openen: Openen) -> None:
    blad = leeg(openen)
    geopend(blad, sanne())
    assert (blad.inner_text("#bewaarstand"), blad.evaluate("localStorage.length")) == ("", 0)
    vul(blad, "WP2.4b", "bewijs", titel="Nog een", datum="2026-11-30")
    assert blad.inner_text("#bewaarstand") == "Nog niet opgeslagen als bestand. Er staat een concept in deze browser."
    # As after a crash: another page of the same file, in the same browser.
    ander = blad.context.new_page()
    ander.goto(blad.url)
    regel = ander.locator("#concepten li")
    assert regel.inner_text().startswith(f"In deze browser staat een concept van {sanne().student} dat niet")
    geopend(ander, sanne())
    vul(ander, "WP2.4a", "feedback", tekst="Van een ander", datum="2026-11-30")
    assert blad.evaluate("localStorage.length") == 2  # neither is written over the other
    ander.click("#wis-concept")
    assert ander.inner_text("#bewaarstand").startswith("Het concept is gewist. Wat je hier ziet")
    assert ander.is_hidden("#wis-concept")
    derde = blad.context.new_page()
    derde.goto(blad.url)
    derde.click("[data-verder]")
    assert stuk_van(derde) == ["Nog een"]
    bestand = bewaard(derde)
    assert lu.lees_portfolio(bestand).bewijs[-1] == Bewijs("WP2.4b", "Nog een", "2026-11-30")
    assert derde.evaluate("localStorage.length") == 0
    vul(derde, "WP2.4b", "bewijs", titel="En nog een")
    vierde = blad.context.new_page()
    vierde.goto(blad.url)
    vierde.click("[data-wis]")
    assert vierde.locator("#concepten li").count() == 0
    assert vierde.inner_text("#gezegd") == f"Het concept van {sanne().student} is gewist."
    assert vierde.evaluate("localStorage.length") == 0


def stuk_van(blad: Page) -> list[str]:
    return blad.locator("[data-bij='WP2.4b'] > .stukken b").all_inner_texts()


def test_a_browser_that_keeps_nothing_is_told_of(openen: Openen) -> None:
    blad = leeg(openen)
    blad.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('nee'); }})"
    )
    blad.reload()
    geopend(blad, sanne())
    vul(blad, "WP2.4b", "bewijs", titel="Nog een")
    assert "deze browser bewaart geen concept: sla het op voordat je weggaat" in blad.inner_text("#bewaarstand")
    assert lu.lees_portfolio(bewaard(blad)).bewijs[-1].titel == "Nog een"


def test_a_thousand_pieces_of_evidence_can_be_worked_with(openen: Openen) -> None:
    kader = lu.laad()
    bewijs = [Bewijs(c.code, f"stuk {n}", "2026-11-01") for n in range(10) for c in kader.succescriteria]
    blad = openen(pagina(kader, portfolio=Portfolio(kader.kenmerk, "s1", bewijs)))
    blad.select_option("#portfolioniveau", "")
    assert blad.locator("#portfoliodelen .stukken > li").count() == len(bewijs)
    vul(blad, "WP4.1a", "bewijs", titel="erbij")
    assert len(lu.lees_portfolio(bewaard(blad)).bewijs) == len(bewijs) + 1


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_every_state_speaks_one_language_and_axe_has_no_remarks(
    openen: Openen, axe: str, schermtaal: Schermtaal
) -> None:
    kader = RAAMWERKEN["breed" if schermtaal == "en" else "klein"]
    code = kader.succescriteria[0].code
    blad = openen(pagina(kader, schermtaal=schermtaal))
    blad.evaluate("document.getElementById('afdruk').remove()")
    gezegd: list[str] = []

    def kijk() -> None:
        gezegd.extend(blad.evaluate(OP_DE_PAGINA))
        if schermtaal == "nl":  # the same elements in either language
            assert bezwaren(blad, axe, ".blik:not([hidden])") == []
            blad.emulate_media(color_scheme="dark")
            assert bezwaren(blad, axe, ".blik:not([hidden])", runOnly=["color-contrast"]) == []
            blad.emulate_media(color_scheme="light")
        blad.set_viewport_size({"width": 320, "height": 800})
        assert blad.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        blad.set_viewport_size({"width": 1280, "height": 800})

    ga(blad, "portfolio")
    kies(blad, b"{}")
    blad.wait_for_selector("#portfoliofout:not([hidden])")
    kijk()
    blad.fill("#studentnaam", "xx")
    blad.click("#nieuw button")
    blad.click(f"[data-toevoegen='{code}']")
    kijk()
    blad.fill("#titel", "xx")
    blad.click("#invullen .klaar")
    vul(blad, code, "feedback", tekst="yy")
    kijk()
    blad.click("[data-weg='bewijs 0']")
    kijk()
    bewaard(blad)
    gezegd.extend(blad.evaluate(OP_DE_PAGINA))
    assert vreemd(gezegd, schermtaal) == set()
