"""Drawing: one table for a notebook, a terminal and print, with every text escaped."""

from __future__ import annotations

import copy
import html
import pickle
import re
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from IPython.lib.pretty import pretty

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk
from leeruitkomsten.record import Reeks
from leeruitkomsten.tabel import Cel, Tabel, met_tekens, pagina, regels
from test_model import resultaten

TOEGESTAAN = {
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "ins",
    "del",
    "mark",
    "b",
    "p",
    "small",
    "span",
}


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


def attribuutnamen(tekst: str) -> set[str]:
    """The names of all attributes in a piece of HTML."""
    return Lezer(tekst).attributen


def woorden(cel: Cel) -> list[str]:
    """The lines of a cell as they are to be read; of an empty one a dash."""
    regels = [cel] if isinstance(cel, str) else ["".join(tekst for _, tekst in delen) for delen in cel]
    return regels if any(regels) else ["–"]


def test_every_record_and_result_draws_itself_as_one_sound_table(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        lezer = Lezer(ding._repr_html_())
        assert lezer.tags.count("table") == 1
        assert set(lezer.tags) <= TOEGESTAAN
        assert lezer.attributen <= {"style", "scope", "lang", "dir"}
        assert not lezer.open


def test_tables_say_what_is_what(kader: Raamwerk) -> None:
    assert kader.errata._tabel().rijen[2][1:] == ("gedag", "gedrag", "Er ontbreekt een letter.")
    assert [rij[0] for rij in kader.bron._tabel().rijen][-2:] == ["WPI1.5b", "WPI4.5a"]
    assert kader._tabel().kop == ("Leerlijn", "1 Oriëntatiefase", "2 Verdiepingsfase", "3 Visiefase", "4 Afstudeerfase")
    assert kader.rij("WP.4")._tabel().titel == "Rij WP.4: Motivatie en groepsprocessen (naam van dit pakket)"
    assert [rij[1:] for rij in kader.controleer(["WP2", "wp2", "WP\x1b"])._tabel().rijen] == [
        ("goed", "", ""),
        ("schrijfwijze", "hoofdletters, witruimte of leestekens kloppen niet", "WP2"),
        ("schrijfwijze", "hoofdletters, witruimte of leestekens kloppen niet", "WP"),
    ]
    assert kader.controleer("WP\x1b")._tabel().rijen[0][0] == r"'WP\x1b'"


def test_drawing_twice_gives_the_same(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        assert ding._repr_html_() == ding._repr_html_()


def test_the_cells_of_a_row_are_as_many_as_the_names_above(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        tabel = ding._tabel()
        assert {len(rij) for rij in tabel.rijen} <= {len(tabel.kop) or 1}, ding


def test_the_matrix_of_a_leerlijn_shows_outcomes_on_top_and_empty_cells(kader: Raamwerk) -> None:
    tabel = kader.leerlijn("WP")._tabel()
    assert tabel._repr_html_() == kader.leerlijn("WP")._repr_html_()
    assert tabel.kop == ("Rij", "WP1", "WP2", "WP3", "WP4")
    assert [woorden(rij[0])[0] for rij in tabel.rijen] == [
        "Leeruitkomst",
        "WP.1",
        "WP.2",
        "WP.3",
        "WP.4",
        "WP.5",
        "WP.6",
    ]
    tekst = Lezer(tabel.html()).tekst
    for record in (*kader.leerlijn("WP").leeruitkomsten, *kader.kies(leerlijn="WP")):
        assert tekst.count(record.tekst) == 1
    assert tabel.html().count(">–</td>") == 2


def test_a_verdieping_marks_the_words_that_differ_and_calls_the_pairs_a_suggestion(kader: Raamwerk) -> None:
    tekst = kader.verdieping("WP2", "WP3")._repr_html_()
    assert "<b>WP2.4b</b> Je <del>herkent</del> en begeleidt" in tekst
    assert "<b>WP3.4b</b> Je <ins>stuurt</ins> en begeleidt" in tekst
    assert "een suggestie" in tekst
    assert tekst.count("<br>") == 3 * 2 + 6 + 1  # rows of two pairs, the name of each row, and the line below the table


def test_text_and_html_say_the_same(kader: Raamwerk) -> None:
    for stap in kader.verdieping("WPO1", "WPO4"):
        tekst = Lezer(stap._repr_html_()).tekst
        for c in (*stap.van, *stap.naar):
            assert f"{c.code} {c.tekst}" in re.sub(r"\s+", " ", tekst)


def test_search_marks_what_was_found(kader: Raamwerk) -> None:
    assert re.search("<mark[^>]*>\\(non\\)verbaal</mark>", kader.zoek("nonverbaal")._repr_html_())


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
        lezer = Lezer(ding._repr_html_())
        assert set(lezer.tags) <= TOEGESTAAN
    assert "<script>alert(1)</script>" in Lezer(klein["PED1.1a"]._repr_html_()).tekst


LASTIG = st.text(st.sampled_from("<>&\"'/ ab")) | st.text()


@given(LASTIG, LASTIG, LASTIG, LASTIG)
def test_no_text_becomes_markup(titel: str, kop: str, cel: str, voet: str) -> None:
    tabel = Tabel(titel, (kop,), ((cel,), (((("nieuw", cel), ("gelijk", kop)),),)), voet)
    zonder_eigen = re.sub(r"</?(table|caption|thead|tbody|tr|th|td|br|ins|p|small)\b[^<>]*>", "", tabel.html())
    assert "<" not in zonder_eigen
    for tekst in (titel, kop, cel, voet):
        assert html.escape(tekst) in re.sub("</?ins>|<br>", "", tabel.html())


@given(st.text())
def test_codes_and_searches_of_others_are_escaped(tekst: str) -> None:
    for ding in (lu.controleer([tekst]), lu.zoek(tekst)):
        assert set(Lezer(ding._repr_html_()).tags) <= TOEGESTAAN


@pytest.mark.parametrize("leeg", [lu.zoek("qqq"), lu.kies(niveau=[])])
def test_an_empty_result_says_so(leeg: object) -> None:
    assert ">leeg<" in leeg._repr_html_()
    assert str(leeg) == ""


HAKEN = re.compile(r"\{\+|\+\}|\[-|-\]|[«»]")


def test_a_terminal_shows_every_text(elk: Raamwerk) -> None:
    for ding in tekenbaar(elk):
        tabel = ding._tabel()
        tekst = HAKEN.sub("", pretty(ding))
        assert tekst == HAKEN.sub("", str(tabel))
        regels = {regel for rij in tabel.rijen for cel in rij for regel in woorden(cel)}
        for deel in (tabel.titel, *regels, *tabel.voet.split("\n")):
            assert HAKEN.sub("", deel) in tekst
        assert all(naam in tekst for naam in tabel.kop[1:])


def test_a_terminal_says_what_is_marked(kader: Raamwerk) -> None:
    stap, verschil = kader.verdieping("WP2", "WP3")[3], kader.verschil("WP2.4b", "WP3.4b")
    assert str(verschil) == "Je [-herkent-] {+stuurt+} en begeleidt groepsprocessen."
    assert pretty(verschil).splitlines()[-1] == str(verschil)
    regels = pretty(stap).splitlines()
    assert regels[:3] == ["Rij: WP.4", f"     {stap.rij_naam}", "Soort: verdiept"]
    assert "     WP2.4b Je [-herkent-] en begeleidt groepsprocessen." in regels
    assert "      WP3.4b Je {+stuurt+} en begeleidt groepsprocessen." in regels
    assert "«(non)verbaal»" in pretty(kader.zoek("nonverbaal"))


def test_what_fits_on_a_line_stands_in_columns_in_a_terminal(kader: Raamwerk) -> None:
    boven, *onder = pretty(kader.niveaus).splitlines()
    for regel, niveau in zip(onder, kader.niveaus, strict=True):
        assert regel[0] == str(niveau.nummer)
        assert regel[boven.index("Fase") :].split("  ")[0] == niveau.fase
        assert regel[boven.index("Begeleiding") :] == (niveau.begeleiding or "niet vermeld")


def test_what_does_not_fit_stands_below_the_head_of_its_row_in_a_terminal(kader: Raamwerk) -> None:
    titel, *regels = pretty(kader.leerlijn("WPO")).splitlines()
    assert titel == "WPO Professionele omgeving"
    *regels, voet = regels
    assert [regel for regel in regels if regel[0] != " "] == [
        "Leeruitkomst", "WPO.1", "School en omgeving", "WPO.2", "Communicatie en samenwerking", "WPO.3", "Niet-lesgebonden taken",
    ]  # fmt: skip
    assert regels[regels.index("WPO.3") + 2 :] == [f"  WPO{n}: {kader[f'WPO{n}.3a']}" for n in (1, 2, 3, 4)]
    assert voet == "De namen van de rijen zijn van dit pakket, niet van de bron."


def test_within_a_list_a_terminal_shows_the_short_line(kader: Raamwerk) -> None:
    for ding in (kader, kader["WP2"], kader.niveaus):
        assert pretty([ding]) == f"[{ding!r}]"
        assert pretty({"a": ding}) == f"{{'a': {ding!r}}}"


def test_no_text_of_another_commands_a_terminal() -> None:
    for teken in "\x1b\n\r\x0b\x0c\x1c\x1d\x1e\x85":
        vals = f"a{teken}Onbekend: verzonnen"
        dekking = lu.dekking({vals: ["WP1.1a", "x"]})
        for ding in (dekking, dekking.onbekend, dekking.volgorde):
            assert all(teken.isprintable() or teken == "\n" for teken in pretty(ding))
            assert not re.search("^Onbekend: verzonnen", pretty(ding), re.MULTILINE)
            assert f"a\\x{ord(teken):02x}Onbekend: verzonnen" in pretty(ding)


@given(LASTIG, LASTIG)
@example("\x0b", "\u2028x\x85")
@example("a\r\nb", "\r")
def test_a_row_of_markdown_is_one_line(kop: str, cel: str) -> None:
    tabel = Tabel("", (kop,), ((cel,), (((("nieuw", cel), ("gelijk", kop)),),)))
    assert len(tabel.markdown().splitlines()) == 4


def test_a_table_draws_itself_in_a_terminal(kader: Raamwerk) -> None:
    assert pretty(kader["WP2"]._tabel()) == pretty(kader["WP2"])


def test_a_table_without_rows_shows_an_empty_one() -> None:
    tabel = Tabel("", ("Code", "Tekst"), ())
    assert str(tabel).split() == ["Code", "Tekst", "–", "–"]
    assert tabel.html().count(">–</td>") == 2
    assert str(Tabel("", (), ())) == "–"


def test_a_table_without_a_head_is_its_lines_in_a_terminal() -> None:
    twee = ((("gelijk", "een"),), (("gelijk", "twee"),))
    assert str(Tabel("titel", (), ((twee,), ("drie",)))).splitlines() == ["titel", "een", "twee", "drie"]


def test_the_lines_of_a_remark_stay_lines(kader: Raamwerk) -> None:
    dekking = kader.dekking({"een": ["x"], "twee": ["y"]})
    regels = [f"Onbekend: {koppeling}" for koppeling in dekking.onbekend]
    assert len(regels) == 2
    assert pretty(dekking).splitlines()[-2:] == regels
    assert dekking._tabel().markdown().splitlines()[-2:] == regels
    assert "<br>\n".join(map(html.escape, regels)) in dekking._repr_html_()


# A table with all that a table may have, and how each way of drawing it looks in full.
REGELS = ((("gelijk", "a & "), ("nieuw", "  b")), (("vervalt", "c"), ("gevonden", " d"), ("anders", ' "e"')))
VOL = Tabel(
    "Titel <1>",
    ("Code", "Tekst|"),
    ((((("code", "WP1"),),), REGELS), ("WP2", ((("nieuw", " "),), (("gelijk", ""),)))),
    "Voet_1\nVoet <2>",
)
LINKS = "text-align:left;vertical-align:top;padding:2px 8px"


def test_all_of_a_table_in_html() -> None:
    assert VOL.html().split("\n") == [
        '<table lang="nl">',
        f'<caption style="{LINKS};font-weight:bold">Titel &lt;1&gt;</caption>',
        f'<thead><tr><th scope="col" style="{LINKS}">Code</th><th scope="col" style="{LINKS}">Tekst|</th></tr></thead>',
        "<tbody>",
        f'<tr><th scope="row" style="{LINKS};font-weight:normal"><b>WP1</b></th>'
        f'<td style="{LINKS}">a &amp;   <ins>b</ins><br><del>c</del>'
        ' <mark style="background:#fd6;color:#000;font-weight:bold">d</mark> &quot;e&quot;</td></tr>',
        f'<tr><th scope="row" style="{LINKS};font-weight:normal">WP2</th><td style="{LINKS}"> <ins></ins><br></td></tr>',
        "</tbody></table>",
        '<p lang="nl"><small>Voet_1<br>',
        "Voet &lt;2&gt;</small></p>",
    ]


def test_what_a_table_does_not_have_is_not_in_its_html() -> None:
    assert Tabel("", (), (("",),)).html().split("\n") == [
        '<table lang="nl">', "<tbody>", f'<tr><td style="{LINKS}">–</td></tr>', "</tbody></table>",
    ]  # fmt: skip
    # One row, or one column, is not headed by its first cell.
    assert "row" not in Tabel("", ("a", "b"), (("1", "2"),)).html()
    assert "row" not in Tabel("", ("a",), (("1",), ("2",))).html()
    assert Tabel("", ("a", "b"), (("1", "2"), ("3", "4"))).html().count('scope="row"') == 2


def test_all_of_a_table_in_markdown() -> None:
    assert VOL.markdown().split("\n") == [
        "**Titel &lt;1&gt;**",
        "",
        r"| Code | Tekst\| |",
        "|---|---|",
        '| **WP1** | a &amp;   **b**<br>~~c~~ **d** "e" |',
        "| WP2 |  <br> |",
        "",
        r"Voet\_1",
        "Voet &lt;2&gt;",
    ]
    assert Tabel("", (), (("",),)).markdown() == "|  |\n|---|\n| – |"


def test_marks_of_markdown_stand_close_to_the_words_and_signs_are_escaped() -> None:
    tabel = Tabel("", ("k",), ((((("nieuw", " a b\r\n"), ("gelijk", "\\`*_{}[]#|~"), ("vervalt", "\u2028")),),),))
    assert tabel.markdown().split("\n")[2] == r"|  **a b** \\\`\*\_\{\}\[\]\#\|\~  |"


def test_all_of_a_table_in_a_terminal() -> None:
    assert str(VOL).split("\n") == [
        "Titel <1>",
        "WP1",
        "  Tekst|: a &   {+b+}",
        '          [-c-] «d» "e"',
        "WP2",
        "  Tekst|:  ",
        "          ",
        "Voet_1",
        "Voet <2>",
    ]


def test_one_row_in_a_terminal_names_each_of_its_columns() -> None:
    tabel = Tabel("", ("Code", "Tekst"), (("WP1", REGELS),))
    assert str(tabel).split("\n") == ["Code: WP1", "Tekst: a &   {+b+}", '       [-c-] «d» "e"']


def test_columns_in_a_terminal_are_as_wide_as_their_longest_cell() -> None:
    assert str(Tabel("t\nu", ("A", "Beta", "C"), (("een", "", "x"), ("1", "2", "")), "v")).split("\n") == [
        "t",
        "u",
        "A    Beta  C",
        "een  –     x",
        "1    2     –",
        "v",
    ]


@pytest.mark.parametrize(("breed", "in_kolommen"), [(71, True), (72, True), (73, False)])
def test_the_last_column_begins_within_72_signs(breed: int, in_kolommen: bool) -> None:
    los = Tabel("", ("A", "B", "C"), (("x" * (breed - 1), "y", "z" * 200),))
    assert str(los).startswith(f"A{' ' * breed}B" if in_kolommen else "A: x")


def test_what_commands_a_terminal_is_shown_and_nothing_else_is() -> None:
    getoond = str(Tabel("\x00\x1f ~\x7f\x80\x9f\xa0é", ("k\tx",), (("a\nb\x1b",),), "v\x85"))
    assert getoond.split("\n") == [r"\x00\x1f ~\x7f\x80\x9f" + "\xa0é", r"k\x09x", r"a\x0ab\x1b", r"v\x85"]


def test_the_signs_of_a_piece_of_text() -> None:
    assert met_tekens("nieuw", "  a b ") == ("  ", "{+a b +}")
    assert met_tekens("vervalt", "a") == ("", "[-a-]")
    assert met_tekens("gevonden", "a") == ("", "«a»")
    assert met_tekens("gelijk", " a") == (" ", "a")
    assert met_tekens("nieuw", " ") == (" ", "")


def test_the_lines_of_a_cell() -> None:
    leeg = ((("gelijk", "–"),),)
    assert regels("") == regels(()) == regels(((),)) == regels(((("nieuw", ""),),)) == leeg
    assert regels("a\nb") == ((("gelijk", "a\nb"),),)
    half = ((("gelijk", ""),), (("nieuw", "a"),))
    assert regels(half) is half


def test_a_table_may_be_drawn_by_its_notebook() -> None:
    assert VOL._repr_html_() == VOL.html()
    assert pretty(VOL) == str(VOL)
    assert Tabel("", (), ()).voet == ""


def test_a_page_of_tables() -> None:
    tabel = Tabel("", (), (("a",),))
    assert pagina("Van <a>", [tabel, tabel]) == (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Van &lt;a&gt;</title>\n'
        '<meta name="viewport" content="width=device-width">\n<style>'
        ":root{color-scheme:light dark}body{background:Canvas;color:CanvasText;font-family:sans-serif;line-height:1.4;margin:1rem}"
        "table{border-collapse:collapse}thead th,tbody tr{border-bottom:1px solid}"
        "</style>\n</head>\n<body>\n<main>\n<h1>Van &lt;a&gt;</h1>\n"
        f"{tabel.html()}\n{tabel.html()}\n</main>\n</body>\n</html>\n"
    )


def test_every_record_can_be_a_line_among_its_like(kader: Raamwerk) -> None:
    breed = RAAMWERKEN["breed"].leerlijnen[0]
    assert [rij[1:] for rij in breed.rijnamen._tabel().rijen] == [("<ours>", "nee"), ("<the source's>", "ja")]
    assert str(breed.rijnamen) == "QR.1 <ours>\nQR.2 <the source's>"
    merk, bron = kader.kenmerk, kader.bron
    assert Reeks((merk,))._tabel().kop == ("Raamwerk", "Versie", "Sleutel", "Vingerafdruk")
    assert Reeks((merk,))._tabel().rijen == ((kader.naam, "1.0", merk.sleutel, kader.vingerafdruk),)
    assert Reeks((bron,))._tabel().rijen == ((bron.titel, "; ".join(bron.verwijzingen)),)
    tweemaal = [lu.Bewijs("WP1.1a", "een", "2026-01-01"), lu.Bewijs("WP1.1a", "twee", "2026-01-02")]
    portfolio = lu.Portfolio(merk, "s12", Reeks(tweemaal))
    assert Reeks((portfolio,))._tabel().rijen == (("s12", "", "2", "1", "0", str(merk)),)


@pytest.mark.parametrize("naam", ["ladder", "breed", "verpakt"])
def test_a_table_says_in_which_language_its_texts_are(naam: str) -> None:
    kader = RAAMWERKEN[naam]
    rij = kader.rijen[0]
    stappen = kader.verdieping(1, 2)
    anders = attrs.evolve(kader, niveaus=[attrs.evolve(niveau, fase=f"{niveau.fase}2") for niveau in kader.niveaus])
    wijzigingen = lu.vergelijk(kader, anders)
    for ding in (
        kader, kader.leerlijnen[0], kader.leeruitkomsten[0], rij, kader.evls[0], kader.succescriteria[:2], stappen, stappen[0],
        kader.zoek(kader.succescriteria[0].tekst.split()[0]), kader.voortgang([]), rij.cellen[0],
        kader.niveaus, kader.niveaus[0], wijzigingen, wijzigingen[1:], wijzigingen[0], pickle.loads(pickle.dumps(wijzigingen[0])),
    ):  # fmt: skip
        html = ding._repr_html_()
        assert html.startswith(f'<table lang="{kader.taal}">'), ding
        eigen = ' lang="nl"' if kader.taal != "nl" else ""
        assert ("<thead>" in html) == (not eigen)
        assert f"<thead{eigen}>" in html
        assert ("text-align:start" in html) == (' dir="auto"' in html) == bool(eigen)
    titel = kader.voortgang([])._repr_html_().partition("<caption")[2].partition(">")[0]
    assert (' lang="nl"' in titel) == (kader.taal != "nl")


def test_records_keep_the_language_of_their_own_framework() -> None:
    kader = RAAMWERKEN["ladder"]
    anders = attrs.evolve(kader, taal="en")
    for _ in range(2):
        for eigen, taal in ((kader, "ar"), (anders, "en"), (pickle.loads(pickle.dumps(anders)), "en")):
            assert {
                r._taal for r in (*eigen.leerlijnen, *eigen.leeruitkomsten, *eigen.succescriteria, *eigen.rijen)
            } == {taal}
    uitkomst = attrs.evolve(kader.leeruitkomsten[0])
    lijn = attrs.evolve(anders.leerlijnen[0], leeruitkomsten=[uitkomst, *anders.leerlijnen[0].leeruitkomsten[1:]])
    samen = attrs.evolve(anders, leerlijnen=[lijn, *anders.leerlijnen[1:]])
    assert {c._taal for c in samen.succescriteria} == {"en"}
    assert {c._taal for c in kader.succescriteria} == {"ar"}
    assert [c.plaats for c in samen.succescriteria] == [c.plaats for c in kader.succescriteria]


def test_our_words_among_texts_in_another_language_are_dutch() -> None:
    kader = RAAMWERKEN["ladder"]
    for ding, woorden in (
        (kader.niveaus[0], "niet vermeld"), (kader.verdieping(1, 2)[0], "verdiept"), (kader.voortgang([]), "0 van 1"),
        (Reeks([lu.Rijnaam("TECH.1", "كتابة", uit_bron=True)._in_taal("ar")]), "ja"),
        (lu.Erratum("TECH1.1a", "tekst", "x", "y", "een letter")._in_taal("ar"), "een letter"),
        (lu.vergelijk(kader, attrs.evolve(kader, naam="Nieuw"))[0], "naam gewijzigd"),
        (lu.vergelijk(kader, attrs.evolve(kader, naam="Nieuw"))[0], "raamwerk"),
    ):  # fmt: skip
        assert f'<span lang="nl">{woorden}</span>' in ding._repr_html_()
        assert "<span" not in str(ding._tabel()) + ding._tabel().markdown()
    assert 'lang="nl">niet vermeld' not in RAAMWERKEN["verpakt"].niveaus[0]._repr_html_()
    assert '<caption lang="nl"' in kader.evls[0]._repr_html_()


def test_what_ended_is_in_the_language_of_the_old_framework_and_the_rest_in_that_of_the_new() -> None:
    kader = RAAMWERKEN["ladder"]
    lijn, uitkomst = kader.leerlijnen[0], kader.leerlijnen[0].leeruitkomsten[0]
    korter = attrs.evolve(
        lijn, rijnamen=[], leeruitkomsten=[attrs.evolve(uitkomst, succescriteria=[]), *lijn.leeruitkomsten[1:]]
    )
    engels = attrs.evolve(kader, taal="en", leerlijnen=[korter, *kader.leerlijnen[1:]])
    talen = {(w.wat, w.soort): w._taal for w in lu.vergelijk(kader, engels)}
    assert (talen["succescriterium", "vervallen"], talen["raamwerk", "gewijzigd"]) == ("ar", "en")


def test_niveaus_and_names_of_rows_keep_the_language_of_their_own_framework() -> None:
    kader = RAAMWERKEN["ladder"]
    for eerst, dan in (("ar", "en"), ("nl", "ar")):
        een = attrs.evolve(kader, taal=eerst)
        ander = attrs.evolve(een, taal=dan)
        assert copy.copy(ander.niveaus[0])._taal == dan
        for eigen, taal in ((een, eerst), (ander, dan), (pickle.loads(pickle.dumps(een)), eerst)):
            assert {r._taal for r in (*eigen.niveaus, *(n for lijn in eigen.leerlijnen for n in lijn.rijnamen))} == {
                taal
            }
        assert een.niveaus == ander.niveaus
