"""The page as a file: what stands in it, for whom, and how large it is."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from conftest import maak
from kijken import Nu
from leeruitkomsten import Raamwerk
from leeruitkomsten.weergave import pagina
from leeruitkomsten.weergave._pagina import celstand
from uitwisseling.vijandig import vijandig
from weergave.bladen import MENSENWOORDEN, boom, tekst
from weergave.paginahulp import met_voortgang, stand, van_sanne, verpakt


def op_het_scherm(html: str) -> str:
    return html.partition('id="inhoud"')[2].partition('id="afdruk"')[0]


@pytest.mark.parametrize("niveau", [None, 1, 2, 3, 4])
def test_it_stays_within_300_kilobytes(kader: Raamwerk, niveau: int | None) -> None:
    codes = [c.code for c in kader.succescriteria]
    for getoond in ([], codes[::2], codes):
        assert len(pagina(kader, kader.voortgang(getoond, niveau)).encode()) < 300_000


def test_with_what_works_on_a_portfolio_it_stays_within_350_kilobytes() -> None:
    assert len(verpakt().encode()) < len(van_sanne().encode()) < 350_000


def test_every_code_is_an_address_once(elk: Raamwerk) -> None:
    ids = re.findall(r' id="([^"]*)"', pagina(elk))
    assert len(ids) == len(set(ids))
    assert set(elk) <= set(ids)


def test_every_text_stands_in_it_on_the_screen_and_on_paper(kader: Raamwerk) -> None:
    scherm = op_het_scherm(verpakt())
    papier = verpakt().partition('id="afdruk"')[2].partition('id="gegevens"')[0]
    for item in (*kader.leeruitkomsten, *kader.succescriteria):
        tekst = item.tekst.replace("&", "&amp;").replace("'", "&#39;")
        assert scherm.count(tekst) >= 2, item
        assert papier.count(tekst) >= 2, item


def test_it_says_which_framework_this_is(kader: Raamwerk) -> None:
    for bijschrift in re.findall(r"<caption>(.*?)</caption>", op_het_scherm(verpakt()), re.DOTALL):
        for deel in (kader.naam, f"versie {kader.versie}", "24 november 2026", *kader.bron.verwijzingen):
            assert deel in bijschrift


def test_a_slip_in_the_source_stands_as_it_is_with_a_note(kader: Raamwerk) -> None:
    scherm = op_het_scherm(verpakt())
    for erratum in kader.errata:
        plaatsen = [deel.partition("</li>")[0] for deel in scherm.split(f'data-code="{erratum.code}"')[1:]]
        zin = f"In de bron staat “{erratum.staat}”; bedoeld is “{erratum.bedoeld}”. {erratum.reden}"
        assert [zin in deel for deel in plaatsen] == [True, True]
        assert erratum.staat in kader[erratum.code].tekst
    assert "In de bron staat" not in op_het_scherm(pagina(lu.laad(errata=True)))


def test_an_evl_says_its_guidance_and_the_rule_about_literature(kader: Raamwerk) -> None:
    scherm = op_het_scherm(verpakt())
    for evl in kader.evls:
        deel = scherm.partition(f'<section class="blik evl" aria-labelledby="{evl.code}">')[2].partition(
            '<section class="blik'
        )[0]
        assert (evl.niveau.begeleiding or "Begeleiding: niet vermeld") in deel
        assert ("Als richtlijn" in deel) == (evl.niveau.begeleiding is not None)
        assert "maak je gebruik van literatuur" in deel
        assert deel.count("<h3") == len(kader.leerlijnen)


def test_the_words_that_belong_to_people_are_not_used(klein: Raamwerk) -> None:
    for html in (pagina(klein), pagina(klein, klein.voortgang({"A1.1a"}))):
        assert not MENSENWOORDEN.search(html)


def test_the_same_bytes_each_time() -> None:
    opdracht = (
        "import hashlib, leeruitkomsten as lu; from leeruitkomsten.weergave import pagina;"
        "v = lu.voortgang({'WP2.1a', 'WP1.1a', 'WD2.1b'}, niveau=2);"
        "print(hashlib.sha256(pagina(lu.laad(), v).encode()).hexdigest())"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    hier = pagina(lu.laad(), lu.voortgang(["WP1.1a", "WD2.1b", "WP2.1a"], niveau=2))
    assert klaar.stdout.strip() == hashlib.sha256(hier.encode()).hexdigest()


def test_nothing_in_it_is_a_script_or_style_but_its_own(elk: Raamwerk) -> None:
    for html in (pagina(elk), pagina(vijandig())):
        assert len(re.findall(r"<script|<style", html)) == 2
        assert not re.search(r"<[^>]* (on\w+|style|src)=", html)


# --- what a student has shown


def test_only_what_is_counted_is_marked(kader: Raamwerk) -> None:
    stand_ = stand()
    scherm = op_het_scherm(met_voortgang())
    merk = {
        code: re.findall(r'<span class="merk"><span aria-hidden="true">(.)</span> ([a-z ]+)</span>', deel)
        for code, deel in re.findall(r'<li id="([^"]+)".*?<div class="bij">(.*?)</div>', scherm, re.DOTALL)
    }
    getoond = {c.code for c in (*stand_.eerder, *stand_.aangetoond, *stand_.later)}
    nog = {c.code for c in stand_.nog_aan_te_tonen}
    assert set(merk) == {c.code for c in kader.succescriteria}
    for code, gevonden in merk.items():
        assert gevonden == (
            [("●", "aangetoond")] if code in getoond else [("○", "nog aan te tonen")] if code in nog else []
        )
    assert "Dit overzicht telt wat is aangetoond; het is geen oordeel." in scherm
    for uitkomst, telling in stand_.per_leeruitkomst.items():
        assert f"{telling} aangetoond" in scherm.partition(f'id="{uitkomst}"')[2].partition("</td>")[0]


def test_without_voortgang_nothing_is_marked() -> None:
    assert "●" not in op_het_scherm(verpakt())
    assert "Voortgang" not in op_het_scherm(verpakt())


def test_the_overview_counts_each_cell(kader: Raamwerk) -> None:
    overzicht = op_het_scherm(met_voortgang()).partition('aria-labelledby="voortgang"')[2]
    vakken = dict(re.findall(r'<a href="#([A-Z]+\d\.\d+)">(.*?)</a>', overzicht))
    stand_ = stand()
    gezien = {c.code for c in (*stand_.eerder, *stand_.aangetoond, *stand_.later)}
    nog = {c.code for c in stand_.nog_aan_te_tonen}
    for code in kader:
        if "." in code and code[-1].isdigit() and not code.partition(".")[0].isalpha():
            codes = {c.code for c in kader[code]}
            if codes & (gezien | nog):
                tekens = re.findall("[●○]", vakken.pop(code))
                assert (tekens.count("●"), tekens.count("○")) == (len(codes & gezien), len(codes & nog))
    assert not vakken


@pytest.mark.parametrize("niveau", [None, 2])
def test_the_overview_says_together_how_many_of_how_many(klein: Raamwerk, niveau: int | None) -> None:
    stand_ = klein.voortgang({"A2.1a", "PED1.1a"}, niveau)
    overzicht = boom(pagina(klein, stand_)).xpath("//section[@aria-labelledby='voortgang']")[0]
    for tabel, lijn in zip(overzicht.xpath(".//table"), klein.leerlijnen, strict=True):
        for vak, uitkomst in zip(tabel.xpath("tfoot//td"), lijn.leeruitkomsten, strict=True):
            geteld = niveau in (None, uitkomst.niveau)
            telling = str(stand_.per_leeruitkomst[uitkomst.code]) if geteld else "niet geteld"
            assert tekst(vak) == (telling if uitkomst.succescriteria else "–niets gevraagd")
            assert ("–" in vak.text_content()) == (not uitkomst.succescriteria)


def test_a_leerlijn_without_criteria_says_so_in_the_overview() -> None:
    kader = maak(["A", "LEEG"], 2, {"A1.1a": "eerst"})
    overzicht = boom(pagina(kader, kader.voortgang([]))).xpath("//section[@aria-labelledby='voortgang']")[0]
    assert [tekst(vak) for vak in overzicht.xpath(".//table[caption='LEEG <LEEG>']/tbody//td")] == [
        "geen succescriteria"
    ]


def test_the_legend_says_what_is_counted_in_one_way() -> None:
    legendas = [tekst(p) for p in boom(met_voortgang()).xpath("//main//p[@class='legenda']")]
    assert {t for t in legendas if "niveau 2" in t} == {
        "● aangetoond, ○ nog aan te tonen (geteld: niveau 2). Dit overzicht telt wat is aangetoond; het is geen oordeel."
    }


@pytest.mark.parametrize(
    ("codes", "niveau", "cel", "verwacht"),
    [
        (["WP2.1a", "WP2.1b"], 2, "WP2.1", ("vol", "2 van 2")),
        (["WP2.1a"], 2, "WP2.1", ("deels", "1 van 2")),
        ([], 2, "WP2.1", ("geen", "0 van 2")),
        (["WP2.1a"], 3, "WP2.1", ("elders", "1 aangetoond")),
        (["WP2.1a", "WP2.1b"], 3, "WP2.1", ("elders", "2 aangetoond")),
        ([], 3, "WP2.1", ("", "")),
        ([], None, "WP1.5", ("", "")),
    ],
)
def test_what_is_said_of_a_cell(
    kader: Raamwerk, codes: list[str], niveau: int | None, cel: str, verwacht: tuple[str, str]
) -> None:
    from leeruitkomsten.weergave._stand import getoond

    assert celstand(kader[cel], getoond(kader, kader.voortgang(codes, niveau=niveau))) == verwacht
    assert celstand(kader[cel], None) == ("", "")


def test_a_voortgang_of_something_else_is_refused(kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(ValueError, match="ander raamwerk"):
        pagina(kader, klein.voortgang({"A1.1a"}))
    with pytest.raises(TypeError, match="voortgang"):
        pagina(kader, {"WP1.1a"})


@given(st.sets(st.sampled_from([c.code for c in lu.laad().succescriteria])), st.sampled_from([None, 1, 2, 3, 4]))
def test_of_every_cell_as_much_is_said_as_was_shown(codes: set[str], niveau: int | None) -> None:
    from leeruitkomsten.weergave._stand import getoond

    kader = lu.laad()
    hoe = getoond(kader, kader.voortgang(codes, niveau=niveau))
    for rij in kader.rijen:
        for nummer, cel in enumerate(rij.cellen, 1):
            soort, woorden = celstand(cel, hoe)
            aantal = sum(c.code in codes for c in cel)
            geteld = bool(cel) and niveau in (None, nummer)
            assert bool(soort) == bool(woorden) == bool(geteld or aantal)
            # What the legend says is counted, and no other, is said as so many of so many.
            assert woorden == (f"{aantal} van {len(cel)}" if geteld else f"{aantal} aangetoond" if aantal else "")
            assert (soort == "elders") == bool(aantal and not geteld)
            assert (soort == "geen") == (geteld and not aantal)


def test_the_checker_of_html_has_no_remarks(nu: Nu, tmp_path: Path, klein: Raamwerk) -> None:
    assert nu(tmp_path, verpakt(), met_voortgang(), pagina(vijandig()), pagina(klein, klein.voortgang([]))) == []


def test_what_it_needs_is_named(monkeypatch: pytest.MonkeyPatch, kader: Raamwerk) -> None:
    from leeruitkomsten.weergave import _sjabloon as sjabloon

    sjabloon.omgeving.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"leeruitkomsten\[weergave\]"):
        pagina(kader)
    monkeypatch.setitem(sys.modules, "markupsafe", None)
    with pytest.raises(ImportError, match=r"leeruitkomsten\[weergave\]"):
        pagina(kader, schermtaal="en")
