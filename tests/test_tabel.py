"""Drawing: one table for a notebook, a terminal and print, with every text escaped."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.tabel import Tabel
from test_model import resultaten

TOEGESTAAN = {"table", "caption", "thead", "tbody", "tr", "th", "td", "br", "ins", "del", "mark", "b", "p", "small"}


class Lezer(HTMLParser):
    """Collects the tags and the text of a piece of HTML."""

    def __init__(self, tekst: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributen: set[str] = set()
        self.tekst = ""
        self.feed(tekst)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributen |= {naam for naam, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.tekst += data


def tekenbaar(kader: Raamwerk) -> list[object]:
    return [
        *(r for r in resultaten(kader) if hasattr(r, "_repr_html_")),
        kader.bron, kader.errata, kader.inleiding, kader.niveaus, kader.succescriteria, kader.vervallen,
    ]  # fmt: skip


def test_every_record_and_result_draws_itself_as_one_sound_table(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        lezer = Lezer(ding._repr_html_())  # type: ignore[attr-defined]
        assert lezer.tags.count("table") == 1
        assert set(lezer.tags) <= TOEGESTAAN
        assert lezer.attributen <= {"style", "scope"}
        assert not lezer.open


def test_tables_say_what_is_what(kader: Raamwerk) -> None:
    assert kader.errata.tabel().rijen[2] == ("WPI3.5b", "gedag", "gedrag", "Er ontbreekt een letter.")  # type: ignore[attr-defined]
    assert [rij[0] for rij in kader.bron.tabel().rijen][-2:] == ["WPI1.5b", "WPI4.5a"]
    assert kader.tabel().kop == ("Leerlijn", "1 Oriëntatiefase", "2 Verdiepingsfase", "3 Visiefase", "4 Afstudeerfase")
    assert kader.rij("WP.4").tabel().titel == "Rij WP.4"
    assert [rij[1:] for rij in kader.controleer(["WP2", "wp2", "WP\x1b"]).tabel().rijen] == [
        ("ja", "", ""),
        ("nee", "hoofdletters, witruimte of leestekens kloppen niet", "WP2"),
        ("nee", "hoofdletters, witruimte of leestekens kloppen niet", "WP"),
    ]
    assert kader.controleer("WP\x1b").tabel().rijen[0][0] == r"'WP\x1b'"


def test_drawing_twice_gives_the_same(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        assert ding._repr_html_() == ding._repr_html_()  # type: ignore[attr-defined]


def test_the_cells_of_a_row_are_as_many_as_the_names_above(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        tabel = ding.tabel()  # type: ignore[attr-defined]
        assert {len(rij) for rij in tabel.rijen} <= {len(tabel.kop) or 1}, ding


def test_the_matrix_of_a_leerlijn_shows_outcomes_on_top_and_empty_cells(kader: Raamwerk) -> None:
    tabel = kader.leerlijn("WP").tabel()
    assert tabel._repr_html_() == kader.leerlijn("WP")._repr_html_()
    assert tabel.kop == ("Rij", "WP1", "WP2", "WP3", "WP4")
    assert [rij[0] for rij in tabel.rijen] == ["Leeruitkomst", "WP.1", "WP.2", "WP.3", "WP.4", "WP.5", "WP.6"]
    tekst = Lezer(tabel.html()).tekst
    for record in (*kader.leerlijn("WP").leeruitkomsten, *kader.kies(leerlijn="WP")):
        assert tekst.count(record.tekst) == 1
    assert tabel.html().count(">–</td>") == 2


def test_a_verdieping_marks_the_words_that_differ_and_calls_the_pairs_a_suggestion(kader: Raamwerk) -> None:
    tekst = kader.verdieping("WP2", "WP3")._repr_html_()
    assert "<b>WP2.4b</b> Je <del>herkent</del> en begeleidt" in tekst
    assert "<b>WP3.4b</b> Je <ins>stuurt</ins> en begeleidt" in tekst
    assert "een suggestie" in tekst
    assert tekst.count("<br>") == 6


def test_text_and_html_say_the_same(kader: Raamwerk) -> None:
    for stap in kader.verdieping("WPO1", "WPO4"):
        tekst = Lezer(stap._repr_html_()).tekst
        for c in (*stap.van, *stap.naar):
            assert f"{c.code} {c.tekst}" in re.sub(r"\s+", " ", tekst)


def test_search_marks_what_was_found(kader: Raamwerk) -> None:
    assert "<mark>(non)verbaal</mark>" in kader.zoek("nonverbaal")._repr_html_()


def test_markup_in_a_framework_is_shown_and_never_runs(klein: Raamwerk) -> None:
    dingen: list[object] = [
        klein,
        *(klein[code] for code in klein),
        klein.verdieping(1, 3),
        klein.zoek("i"),
        klein.bron,
    ]
    dingen += [klein.errata, klein.niveaus, klein.controleer(["<img>"]), klein.verschil("A1.4a", "A2.4a")]
    for ding in dingen:
        lezer = Lezer(ding._repr_html_())  # type: ignore[attr-defined]
        assert set(lezer.tags) <= TOEGESTAAN
    assert "<script>alert(1)</script>" in Lezer(klein["PED1.1a"]._repr_html_()).tekst


LASTIG = st.text(st.sampled_from("<>&\"'/ ab")) | st.text()


@given(LASTIG, LASTIG, LASTIG, LASTIG)
def test_no_text_becomes_markup(titel: str, kop: str, cel: str, voet: str) -> None:
    tabel = Tabel(titel, (kop,), ((cel,), (((("nieuw", cel), ("gelijk", kop)),),)), voet)
    zonder_eigen = re.sub(r"</?(table|caption|thead|tbody|tr|th|td|br|ins|p|small)\b[^<>]*>", "", tabel.html())
    assert "<" not in zonder_eigen
    for tekst in (titel, kop, cel, voet):
        assert html.escape(tekst) in tabel.html().replace("<ins>", "").replace("</ins>", "") or not tekst


@given(st.text())
def test_codes_and_searches_of_others_are_escaped(tekst: str) -> None:
    for ding in (lu.controleer([tekst]), lu.zoek(tekst)):
        assert set(Lezer(ding._repr_html_()).tags) <= TOEGESTAAN


@pytest.mark.parametrize("leeg", [lu.zoek("qqq"), lu.kies(niveau=[])])
def test_an_empty_result_says_so(leeg: object) -> None:
    assert ">leeg<" in leeg._repr_html_()  # type: ignore[attr-defined]
    assert str(leeg) == ""
