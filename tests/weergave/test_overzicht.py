"""The overview of an EvL: one sheet of A4 that says what an EvL is, with all that is asked, in letters that can be read."""

from __future__ import annotations

import pytest

from kijken import STIJLREGELS, Openen, bezwaren
from leeruitkomsten import Bewijs, OnbekendeCode, OngeldigeVraag, Portfolio, Raamwerk
from leeruitkomsten.weergave import overzicht
from uitwisseling.vijandig import vijandig
from weergave.bladen import MENSENWOORDEN, boom, gedrukt, gevraagd, halverwege, maten, pdf_van, regel, tekst, zonder_wit
from weergave.test_druk import A4, letters, te_breed

KOLOMMEN = [
    "Pedagogische leerlijn",
    "Vakdidactische/didactische leerlijn",
    "Professionele omgeving",
    "Professionele identiteit",
]


@pytest.mark.dagelijks("4")
@pytest.mark.parametrize("niveau", [1, 2, 3, 4])
def test_an_evl_is_one_sheet_with_all_that_is_in_it_in_letters_that_can_be_read(
    openen: Openen, kader: Raamwerk, niveau: int
) -> None:
    evl = kader.evl(niveau)
    for stand in (None, halverwege(kader)):
        pagina = openen(overzicht(kader, niveau, stand))
        pdf = pdf_van(pagina)
        assert maten(pdf) == {A4}
        (blad,) = gedrukt(pdf)
        for deel in (*map(regel, evl.leeruitkomsten), *map(regel, evl.succescriteria), *KOLOMMEN, kader.bron.titel):
            assert zonder_wit(deel) in zonder_wit(blad), deel
        assert "blad 1 van 1" in blad
        assert f"{evl.code} {evl.niveau.fase} (niveau {niveau}) – {kader}" in blad
        assert letters(pagina, ".overzicht *") >= 8


def test_it_says_what_an_evl_is_in_both_languages_and_judges_nothing(kader: Raamwerk) -> None:
    assert "Een Eenheid van Leeruitkomsten (EvL) is wat een student op één niveau laat zien" in tekst(
        boom(overzicht(kader, 2))
    )
    engels = boom(overzicht(kader, 2, schermtaal="en"))
    assert "A unit of learning outcomes (EvL) is what a student shows at one level" in tekst(engels)
    assert {el.get("lang") for el in engels.find_class("uitkomst")} == {"nl"}
    (uitleg,) = boom(overzicht(kader, 2)).find_class("uitleg")
    assert not MENSENWOORDEN.search(tekst(uitleg))


def test_it_says_whose_it_is_and_what_she_has_shown(openen: Openen, kader: Raamwerk) -> None:
    sanne = Portfolio(kader.kenmerk, "Sanne <de> Vries", [Bewijs("WP2.1a", "Lesplan", "2026-11-03")], [], "2026-11-24")
    html = overzicht(kader, 2, portfolio=sanne)
    assert [tekst(p) for p in boom(html).find_class("wie")] == ["Sanne <de> Vries, 24 november 2026"]
    getoond = [tekst(li) for li in boom(html).iter("li") if "●" in tekst(li)]
    assert getoond == [f"● aangetoond: {regel(kader.succescriterium('WP2.1a'))}"]
    (blad,) = gedrukt(pdf_van(openen(html)))
    assert "Student: Sanne <de> Vries, 24 november 2026 – EvL2" in blad
    with pytest.raises(OngeldigeVraag, match="niet beide"):
        overzicht(kader, 2, halverwege(kader), portfolio=sanne)


def test_any_framework_has_one(elk: Raamwerk) -> None:
    for evl in elk.evls:
        html = boom(overzicht(elk, evl.code))
        assert [tekst(p) for p in html.find_class("uitkomst")] == list(map(regel, gevraagd(evl)))
        criteria = [tekst(li) for li in html.iter("li") if tekst(li) != "geen succescriteria"]
        assert criteria == list(map(regel, evl.succescriteria))
    with pytest.raises(OnbekendeCode):
        overzicht(elk, 100)


def test_a_screen_reads_it_too(openen: Openen, axe: str, kader: Raamwerk) -> None:
    pagina = openen(overzicht(kader, 4, halverwege(kader)))
    assert bezwaren(pagina, axe) == []
    pagina.emulate_media(color_scheme="dark")
    assert bezwaren(pagina, axe, runOnly=STIJLREGELS) == []
    assert te_breed(pagina, 360, 1280) == []
    assert te_breed(openen(overzicht(vijandig(), 2)), 360, 1280) == []
