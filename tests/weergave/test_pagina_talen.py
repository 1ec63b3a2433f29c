"""The page in two languages around texts of any: every word of its own, the texts marked, in either direction."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN, gegevens, maak
from kijken import Nu, Openen, bezwaren
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal, richting
from leeruitkomsten.weergave import pagina
from schermwoorden import OP_DE_PAGINA, stukken, vreemd
from weergave.bladen import boom, tekst
from weergave.paginahulp import ga, verpakt, zichtbaar

TE_BREED = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def met_stand(kader: Raamwerk, schermtaal: Schermtaal) -> str:
    return pagina(kader, kader.voortgang([kader.succescriteria[0].code], niveau=1), schermtaal=schermtaal)


def loop(blad: Page, kader: Raamwerk) -> Any:
    """Go to each kind of view, and give what the page says there."""
    eerste = kader.succescriteria[0].code
    ankers = [
        kader.leerlijnen[0].code, eerste, kader.rijen[0].code, "EvL1", "voortgang", "verdieping-1-2", "ZZZ9", kader.leerlijnen[0].code + "1.9z",
        f"zoek={eerste}", "zoek=qqqq", "zoek=e", "zoek=qqqq&niveau=2", "zoek=e&niveau=1&leerlijn=" + kader.leerlijnen[0].code,
    ]  # fmt: skip
    for anker in ankers:
        ga(blad, anker)
        yield from blad.evaluate(OP_DE_PAGINA)


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_a_page_has_no_word_of_the_other_language(openen: Openen, schermtaal: Schermtaal) -> None:
    kader = RAAMWERKEN["breed" if schermtaal == "en" else "klein"]
    blad = openen(met_stand(kader, schermtaal))
    gezegd = [*loop(blad, kader)]
    assert vreemd(gezegd, schermtaal) == set()
    eigen = {woord for stuk, woord in stukken(schermtaal).items() if stuk in "\n".join(gezegd)}
    assert len(eigen) > 60  # what is looked for can be found


def test_a_page_says_its_language_and_marks_texts_of_another(elk: Raamwerk) -> None:
    for schermtaal in SCHERMTALEN:
        blad = boom(met_stand(elk, schermtaal) if elk.succescriteria else pagina(elk, schermtaal=schermtaal))
        assert blad.get("lang") == schermtaal
        scherm = blad.xpath("//*[@id='inhoud']")[0]
        anders = elk.taal != schermtaal
        talen = {deel.get("lang") for deel in scherm.iter() if deel.get("lang")}
        assert talen == ({elk.taal} if anders else set())
        for deel in scherm.xpath(
            ".//li[@data-code]/p | .//p[@class='omschrijving'] | .//td[@data-code]/p[not(@class)]"
        ):
            assert deel.get("lang") == (elk.taal if anders else None)
            assert deel.get("dir") == ("rtl" if richting(elk.taal) == "rtl" else None)


def test_the_packaged_framework_in_dutch_says_so_once() -> None:
    assert verpakt().count(" lang=") == 1
    assert " dir=" not in verpakt()


def test_what_the_script_draws_is_marked_too(openen: Openen) -> None:
    ladder = RAAMWERKEN["ladder"]
    blad = openen(met_stand(ladder, "en"))
    for anker, waar in (("TECH.1", "#rij-inhoud"), ("verdieping-1-2", "#verdiepingen"), ("zoek=TECH1.1a", "#treffers")):
        ga(blad, anker)
        teksten = blad.locator(f"{waar} li p")
        assert teksten.count() > 0
        assert set(teksten.evaluate_all("delen => delen.map(p => `${p.lang} ${p.dir}`)")) == {"ar rtl"}
    ga(blad, "verdieping-1-2")
    assert blad.locator(".eerder .stil").first.evaluate("deel => `${deel.lang} ${deel.dir}`") == "en ltr"
    assert blad.locator("#rij-inhoud, #verdiepingen").locator("h3 [lang=ar][dir=auto]").count() > 0


def test_texts_from_right_to_left_begin_on_the_right(openen: Openen) -> None:
    """The text stands at the right of its cell, and its full stop at the left of the text; a label in Latin letters stays whole."""
    blad = openen(met_stand(RAAMWERKEN["ladder"], "en"))
    for width in (360, 1280):
        blad.set_viewport_size({"width": width, "height": 800})
        ga(blad, "TECH1.1a")
        plek = blad.locator("[id='TECH1.1a'] > p").evaluate(
            """p => { const bereik = document.createRange(); const knoop = p.firstChild; const vak = (van, tot) => {
              bereik.setStart(knoop, van); bereik.setEnd(knoop, tot); return bereik.getBoundingClientRect(); };
              const n = knoop.length, om = p.getBoundingClientRect();
              return [om.right - vak(0, 1).right, vak(0, 1).left - vak(n - 1, n).right]; }"""
        )
        assert abs(plek[0]) < 2
        if width == 360:
            continue  # the text takes two lines, and one niveau at a time has no head
        assert plek[1] > 0
        blad.select_option("#niveau", "")
        fase = blad.locator("[aria-labelledby=TECH] th[data-niveau='4'] .fase").evaluate(
            """deel => { const knoop = deel.querySelector('span').firstChild, bereik = document.createRange();
              return [0, 2].map(i => { bereik.setStart(knoop, i); bereik.setEnd(knoop, i + 1);
                return bereik.getBoundingClientRect().left; }); }"""
        )
        assert fase[0] < fase[1]  # C2+, not +C2


def test_columns_run_as_the_texts_do(openen: Openen) -> None:
    """The first column stands at the right; what the screen says in it is read from the left, and stands at the right too."""
    kader = RAAMWERKEN["ladder"]
    blad = openen(met_stand(kader, "en"))
    links = "delen => delen.map(deel => Math.round(deel.getBoundingClientRect().left))"
    richting_ = "delen => delen.map(deel => [getComputedStyle(deel).direction, getComputedStyle(deel).textAlign])"
    rij = next(rij for rij in kader.rijen if sum(map(bool, rij.cellen)) > 1)
    een, ander = [niveau for niveau, cel in enumerate(rij.cellen, 1) if cel][:2]
    for adres, koppen in (
        (rij.leerlijn, f"[aria-labelledby={rij.leerlijn}] thead th"),
        ("voortgang", ".kaart >> nth=0 >> thead th"),
        (rij.code, "#rij-inhoud .kolommen > section"),
        (f"verdieping-{een}-{ander}", ".stap >> nth=0 >> :scope > div"),
    ):
        ga(blad, adres)
        delen = blad.locator(koppen)
        plaatsen = delen.evaluate_all(links)
        assert len(plaatsen) > 1, adres
        assert plaatsen == sorted(plaatsen, reverse=True), adres
        assert {kant for kant, _ in delen.evaluate_all(richting_)} == {"ltr"}
    assert blad.locator("[aria-labelledby=EvL1] .kolommen[dir=rtl] > section[dir=ltr]").count() == 1
    ga(blad, rij.leerlijn)
    cellen = blad.locator(f"[aria-labelledby={rij.leerlijn}] :is(th, td)").evaluate_all(richting_)
    assert {tuple(cel) for cel in cellen} == {("ltr", "right")}
    blad.set_viewport_size({"width": 360, "height": 800})
    rooster, kop = (
        blad.locator(f"[aria-labelledby={rij.leerlijn}] {wat}").first.evaluate("d => d.getBoundingClientRect().right")
        for wat in (".rooster", "th[scope=row]")
    )
    assert abs(rooster - kop) < 20  # on a telephone the head of a row stays in sight, at the right


@pytest.mark.parametrize(
    ("schermtaal", "uitleg"),
    [("nl", "Eenheden van leeruitkomsten (EvL):"), ("en", "Units of learning outcomes (EvL):")],
)
def test_what_an_evl_is_is_said_once_ahead_of_them(kader: Raamwerk, schermtaal: Schermtaal, uitleg: str) -> None:
    scherm = boom(pagina(kader, schermtaal=schermtaal))
    (evls,) = (ul for ul in scherm.xpath("//nav//ul") if ul.find_class("wat"))
    assert [tekst(li) for li in evls][:2] == [uitleg, "EvL1 Oriëntatiefase"]
    assert [tekst(p).count("EvL") for p in scherm.find_class("inleiding")] == [0] * 2 * len(kader.evls)


@pytest.mark.parametrize("schermtaal", ["fr", "", "EN", None, 3])
def test_another_language_is_refused(kader: Raamwerk, schermtaal: Any) -> None:
    with pytest.raises(lu.OngeldigeVraag, match="schermtaal: kies nl of en"):
        pagina(kader, schermtaal=schermtaal)


@pytest.mark.dagelijks("ladder")
@pytest.mark.parametrize("naam", ["breed", "ladder", "verpakt"])
def test_axe_has_no_remarks_about_an_english_page(openen: Openen, axe: str, naam: str) -> None:
    kader = RAAMWERKEN[naam]
    blad = openen(met_stand(kader, "en"))
    blad.evaluate("document.getElementById('afdruk').remove()")
    for anker in (kader.leerlijnen[0].code, kader.rijen[0].code, "verdieping-1-2", "voortgang", "zoek=1"):
        ga(blad, anker)
        assert bezwaren(blad, axe) == [], anker
    blad.set_viewport_size({"width": 360, "height": 800})
    assert bezwaren(blad, axe, rules={"color-contrast": {"enabled": False}}) == []


def test_the_checker_of_html_has_no_remarks(nu: Nu, tmp_path: Any) -> None:
    paginas = [met_stand(RAAMWERKEN[naam], taal) for naam in ("breed", "ladder") for taal in SCHERMTALEN]
    assert nu(tmp_path, *paginas) == []


# --- frameworks of other shapes


def test_what_has_no_text_leaves_no_empty_line() -> None:
    kader = RAAMWERKEN["ladder"]
    scherm = boom(met_stand(kader, "nl")).xpath("//*[@id='inhoud']")[0]
    assert [
        deel
        for deel in scherm.xpath(".//section//p[not(@id) and not(contains(@class, 'op-papier'))]")
        if not tekst(deel)
    ] == []
    assert scherm.find_class("uitkomsten") == []
    for lijn in kader.leerlijnen:
        (blik,) = scherm.xpath(f"section[@aria-labelledby='{lijn.code}']")
        assert [tekst(p) for p in blik.find_class("omschrijving")] == [lijn.omschrijving]
        assert [th.get("id") for th in blik.xpath(".//thead/tr/th[@id]")] == [u.code for u in lijn.leeruitkomsten]
    evl = scherm.xpath("section[@aria-labelledby='EvL3']")[0]
    assert [tekst(kop) for kop in evl.iter("h3")] == ["LEAD3 <LEAD>"]


def test_an_evl_in_which_nothing_is_asked_says_so() -> None:
    velden = gegevens(["A"], 2, {"A1.1a": "Je doet dit."}, errata=[], vervallen=[])
    for uitkomst in velden["leerlijnen"][0]["leeruitkomsten"]:
        uitkomst["tekst"] = ""
    for niveau, leeg in ((1, []), (2, ["geen succescriteria"])):
        (evl,) = boom(pagina(bouw(velden))).xpath(f"//section[@aria-labelledby='EvL{niveau}']")
        assert [tekst(deel) for deel in evl.find_class("leeg")] == leeg
        assert len(evl.xpath(".//h3")) == 1 - len(leeg)


def test_a_leeruitkomst_without_text_stands_by_its_code_where_others_have_one() -> None:
    velden = RAAMWERKEN["klein"].als_dict()
    velden["leerlijnen"][1]["leeruitkomsten"][1]["tekst"] = ""
    blad = boom(pagina(bouw(velden)))
    (vak,) = blad.xpath("//td[@id='A2']")
    assert tekst(vak) == "A2"
    assert vak.xpath("p") == []


def test_names_of_rows_are_marked_where_they_are_ours(openen: Openen) -> None:
    blad = openen(pagina(RAAMWERKEN["breed"]))
    ga(blad, "QR")
    namen = blad.locator("[aria-labelledby=QR] .rijnaam")
    assert namen.all_inner_texts() == ["<ours>", "<the source's>"]
    assert "De naam van QR.1 is van dit pakket, niet van de bron." in blad.inner_text("[aria-labelledby=QR] caption")
    assert "van dit pakket" not in str(blad.text_content("[aria-labelledby=EV] caption"))
    for code, naam in (("QR.1", "<ours> (naam van dit pakket)"), ("QR.2", "<the source's>")):
        ga(blad, code)
        assert naam in blad.inner_text("#rij-inhoud")
    assert "naam van dit pakket" not in blad.inner_text("#rij-inhoud")


def test_a_code_of_the_source_stands_beside_ours(openen: Openen) -> None:
    blad = openen(pagina(RAAMWERKEN["ladder"]))
    ga(blad, "TECH4.1a")
    assert blad.inner_text("[id='TECH4.1a'] .notatie") == "T-4.1"
    blad.fill("#zoekveld", "T-4.1")
    assert blad.locator("#treffers .notatie").all_inner_texts() == ["T-4.1"]


@pytest.mark.dagelijks("99")
@pytest.mark.parametrize("niveaus", [15, 99])
def test_many_niveaus_stay_within_the_screen(openen: Openen, axe: str, niveaus: int) -> None:
    kader = maak(["A", "B"], niveaus, {f"A{n}.1a": f"Je doet {n}." for n in range(1, niveaus + 1)})
    blad = openen(met_stand(kader, "nl"))
    for width in (360, 1280):
        blad.set_viewport_size({"width": width, "height": 900})
        for anker in (
            "A",
            f"A{niveaus}.1a",
            f"A{niveaus}",
            "A.1",
            f"EvL{niveaus}",
            "voortgang",
            f"verdieping-1-{niveaus}",
        ):
            ga(blad, anker)
            assert blad.evaluate(TE_BREED) <= 0, (anker, width)
            assert zichtbaar(blad)
        assert blad.evaluate("document.querySelector('nav').getBoundingClientRect().height") < 300
        assert blad.locator("nav").get_by_text("Wat verdiept er?").is_visible()
        assert blad.locator(".stap").count() == 1
        assert blad.input_value("#naar") == str(niveaus)
    blad.evaluate("document.getElementById('afdruk').remove()")
    assert bezwaren(blad, axe, runOnly=["scrollable-region-focusable", "list", "listitem"]) == []
