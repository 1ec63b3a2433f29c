"""Search."""

from __future__ import annotations

import attrs
import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen import zoek as zoeken
from leeruitkomsten.zinnen import citaat


def codes(tekst: str, **waar: object) -> list[str]:
    return [treffer.code for treffer in lu.zoek(tekst, **waar)]


def test_outcomes_and_criteria_come_in_source_order() -> None:
    assert codes("reflecteert methodisch") == ["WPI3", "WPI4"]
    gevonden = lu.zoek("leerlingen")
    assert [treffer.item for treffer in gevonden] == sorted(treffer.item for treffer in gevonden)
    assert {type(treffer.item).__name__ for treffer in gevonden} == {"Leeruitkomst", "Succescriterium"}


def test_a_word_is_found_wherever_it_stands(kader: Raamwerk) -> None:
    for woord in ("feedback", "leerling", "visie"):
        met = [r.code for u in kader.leeruitkomsten for r in (u, *u.succescriteria) if woord in r.tekst.casefold()]
        assert codes(woord) == met
        assert met


def test_case_accents_and_apostrophes_do_not_count() -> None:
    assert codes("CREEERT") == codes("creëert") == ["WP2", "WP3", "WP4"]
    assert codes("collega's") == codes("collega’s") == codes("COLLEGA´S") == codes("collega`s")
    assert len(codes("collega's")) == 11
    assert codes("orienteert") == ["WD1.4a", "WPO1", "WPI1.5b"]


@pytest.mark.parametrize("zoekterm", ["verbaal", "nonverbaal", "(non)verbaal", "NONVERBAAL"])
def test_round_brackets_may_be_left_out(zoekterm: str) -> None:
    assert "WPI2.5a" in codes(zoekterm)


@pytest.mark.parametrize(
    ("zoekterm", "code", "fragmenten"),
    [
        ("nonverbaal", "WPI2.5a", ("(non)verbaal",)),
        ("verbaal", "WPI2.5a", ("verbaal",)),
        ("(non)verbaal", "WPI2.5a", ("(non)verbaal",)),
        ("lesvoorbereiding", "WD1.1b", ("les(voorbereiding)",)),
        ("voorbereiding", "WD1.1b", ("voorbereiding",)),
        ('"school- en vaktaal"', "WD2.2a", ("(school- en vak)taal",)),
        ("collega's", "WPO1.2a", ("collega’s",)),
        ("orienteert", "WPO1", ("oriënteert",)),
        ("je", "WPO1", ("Je", "je")),
        ("school organisatie", "WPO1.1a", ("school", "organisatie")),
        ("schoolorg olorganisatie", "WPO1", ("schoolorganisatie",)),
    ],
)
def test_fragments_are_pieces_of_the_text_as_it_stands(zoekterm: str, code: str, fragmenten: tuple[str, ...]) -> None:
    treffer = next(t for t in lu.zoek(zoekterm) if t.code == code)
    assert treffer.fragmenten == fragmenten
    assert "".join(tekst for _, tekst in treffer.delen) == treffer.item.tekst


def test_all_words_must_occur_and_a_phrase_as_a_whole() -> None:
    assert codes("feedback taak") == codes("taak feedback") == ["WD3.3b", "WD4.3b"]
    assert codes('"gerichte feedback"') == codes("“gerichte  feedback”") == ["WD3.3b", "WD4.3b"]
    assert codes('"feedback gerichte"') == []
    assert codes("feedback gerichte") == ["WD3.3b", "WD4.3b"]
    assert codes('"gerichte feedback" modus') == ["WD4.3b"]


@pytest.mark.parametrize("tekst", ["", "  ", '""', "\u0301", "\n\t"])
def test_without_words_nothing_is_found(tekst: str) -> None:
    assert lu.zoek(tekst) == ()


@pytest.mark.parametrize("tekst", [None, 3, b"feedback", ["feedback"]])
def test_what_is_no_text_is_refused_in_dutch(tekst: object) -> None:
    with pytest.raises(lu.VerkeerdType) as fout:
        lu.zoek(tekst)
    assert fout.value.gegevens == {"tekst": tekst}
    assert str(fout.value) == f"zoek vraagt om tekst, niet om {citaat(tekst)}"


@pytest.mark.parametrize("haken", ["“%s”", "„%s”", "«%s»", '"%s"'])
def test_every_kind_of_double_quote_makes_a_phrase(haken: str) -> None:
    assert codes(haken % "feedback op taak") == ["WD3.3b", "WD4.3b"]
    assert codes(haken % "taak feedback") == []


@pytest.mark.parametrize("apostrof", "'’‘ʼ´`")
def test_every_kind_of_apostrophe_is_one(apostrof: str) -> None:
    assert len(codes(f"collega{apostrof}s")) == 11


def test_all_that_is_found_is_shown_and_a_word_asked_twice_counts_once() -> None:
    treffer = next(t for t in lu.zoek("leerlingen Leerlingen") if t.code == "WP3.4a")
    assert treffer.termen == ("leerlingen",)
    assert len(next(t for t in lu.zoek("hen") if t.code == "WP3.4a").fragmenten) == 2
    assert len(next(t for t in lu.zoek("je") if t.code == "WP2.1a").fragmenten) == 1


def test_a_phrase_that_is_not_closed_runs_to_the_end() -> None:
    assert codes('"feedback') == codes("feedback") != []
    assert codes('modus "gerichte feedback') == ["WD4.3b"]
    assert codes('modus "feedback gerichte') == codes('"feedback gerichte') == []


@pytest.mark.parametrize(
    ("woord", "begin"),
    [("communiceren", "communice"), ("Communicéérden", "communiceer"), ("groepsprocesxyz", "groepsproces"), ("x" * 9_000, None),
     ("commu", "commu"), ("comma", None), ("commune", "commun"), ("gedrax", "gedra")],
)  # fmt: skip
def test_a_word_that_stands_nowhere_is_found_by_its_beginning(kader: Raamwerk, woord: str, begin: str | None) -> None:
    items = [item for uitkomst in kader.leeruitkomsten for item in (uitkomst, *uitkomst.succescriteria)]
    hoort = [item.code for item in items if begin is not None and begin in zoeken.vouw(item.tekst)]
    gevonden = lu.zoek(woord)
    assert [treffer.code for treffer in gevonden] == hoort
    kort = begin is not None and begin != woord
    assert {treffer.bij_begin for treffer in gevonden} == (
        {((zoeken.vouw(woord), begin),)} if kort else {()} if hoort else set()
    )


def test_a_beginning_is_said_below_the_table_and_only_words_have_one() -> None:
    treffers = lu.zoek("communiceren leerlingen")
    assert str(treffers._tabel()).endswith("'communiceren' staat in geen tekst: gezocht is op het begin, 'communice'")
    assert treffers[0].als_dict()["bij_begin"] == {"communiceren": "communice"}
    assert "communice" in treffers[0].fragmenten
    assert lu.zoek("feedb4ck") == lu.zoek('"feedback opx"') == lu.zoek("WP2.4aa") == ()


def test_niveau_and_leerlijn_narrow_the_search() -> None:
    assert codes("feedback", leerlijn="WD") == ["WD2.3b", "WD3.3b", "WD4.3b"]
    assert codes("feedback", niveau=[1, 2]) == ["WD2.3b", "WPI1.3a", "WPI2.3a"]
    assert codes("feedback", niveau=2, leerlijn=["WPI"]) == ["WPI2.3a"]
    with pytest.raises(OnbekendeCode):
        lu.zoek("feedback", leerlijn="wd", niveau=9)


def test_the_same_search_gives_the_same_answer_twice() -> None:
    assert lu.zoek("feedback") == lu.zoek("feedback") != lu.zoek("visie")


def test_folding_letter_by_letter_is_folding_the_whole(kader: Raamwerk) -> None:
    for record in (*kader.leeruitkomsten, *kader.succescriteria):
        assert "".join(map(zoeken.vouw, record.tekst)) == zoeken.vouw(record.tekst)


def test_what_is_found_can_be_handed_to_a_program() -> None:
    assert str(lu.zoek("nonverbaal")) == str(lu.succescriterium("WPI2.5a"))
    assert lu.zoek("nonverbaal").als_dicts() == [
        {
            "code": "WPI2.5a",
            "tekst": "Je experimenteert met professioneel (non)verbaal gedrag en reflecteert hierop.",
            "fragmenten": ["(non)verbaal"],
            "bij_begin": {},
        }
    ]


def treffer(tekst: str, *termen: str) -> zoeken.Treffer:
    """What a search for these terms, folded, shows of this text."""
    return zoeken.Treffer(attrs.evolve(lu.succescriterium("WP1.1a"), tekst=tekst), termen)


@pytest.mark.parametrize(
    ("tekst", "termen", "delen"),
    [
        ("Je leest.", ["leest"], "Je «leest»."),
        ("Je leest.", ["je", "."], "«Je» leest«.»"),
        ("Je leest.", ["schrijft"], "Je leest."),
        ("aaa b", ["aa"], "«aaa» b"),  # occurrences that overlap
        ("Lees en lees", ["lees"], "«Lees» en «lees»"),
        ("lezen en spreken", ["zen", "en"], "le«zen» «en» sprek«en»"),
        ("eenheid", ["een", "heid"], "«eenheid»"),
        ("ﬁets", ["iets"], "«ﬁets»"),  # one letter that is folded into two
        ("ﬁets", ["f"], "«ﬁ»ets"),
        ("Straße", ["ss"], "Stra«ß»e"),
        ("créëer", ["reeer"], "c«réëer»"),
        # A bracket that is half found is taken in; one that is not, is not.
        ("(non)verbaal", ["non)v"], "«(non)v»erbaal"),
        ("les(voor)", ["s(v"], "le«s(v»oor)"),
        ("les(v)oor", ["s(v"], "le«s(v)»oor"),
        ("x (a)", ["a)"], "x «(a)»"),
        ("(a) x", ["(a"], "«(a)» x"),
        ("(a)", ["a"], "(«a»)"),
        ("a) x", ["a)"], "«a)» x"),
        ("x (a", ["(a"], "x «(a»"),
        ("b a) x", ["a)"], "b «a)» x"),
        ("les (X)", ["(x"], "les «(X)»"),
        ("(a)X", ["ax"], "«(a)X»"),
        ("a(b(c", ["bc"], "a(«b(c»"),
        ("((a))", ["(a)"], "(«(a)»)"),
    ],
)
def test_what_is_found_is_marked_to_the_letter(tekst: str, termen: list[str], delen: str) -> None:
    gevonden = treffer(tekst, *termen)
    assert "".join(f"«{stuk}»" if soort == "gevonden" else stuk for soort, stuk in gevonden.delen) == delen
    assert {soort for soort, _ in gevonden.delen} <= {"gevonden", "gelijk"}
    assert all(stuk for _, stuk in gevonden.delen)


@pytest.mark.parametrize(
    ("tekst", "gevouwen"),
    [
        ("", ""),
        ("A`B'C", "a'b'c"),
        ("É`’‘ʼ´x", "e'''''x"),
        ("Straße", "strasse"),
        ("ﬁets", "fiets"),
        ("Ĳs", "ijs"),
        ("ÀÇÑ", "acn"),
    ],
)
def test_folding(tekst: str, gevouwen: str) -> None:
    assert zoeken.vouw(tekst) == gevouwen


def test_a_hit_draws_its_code_and_its_text() -> None:
    gevonden = treffer("Je leest.", "leest")
    tabel = gevonden._tabel()
    assert tabel.kop == ("Code", "Tekst")
    assert tabel.rijen == ((((("code", "WP1.1a"),),), ((("gelijk", "Je "), ("gevonden", "leest"), ("gelijk", ".")),)),)
    assert gevonden.code == "WP1.1a"


def test_an_item_without_brackets_is_searched_as_it_stands(klein: Raamwerk) -> None:
    assert [t.code for t in klein.zoek('"ge lijk"')] == []
    assert [t.code for t in klein.zoek("gelijk")] == ["A1.1a", "A2.1a"]
    assert [t.code for t in klein.zoek("gelijk", niveau=2)] == ["A2.1a"]
    assert [t.code for t in klein.zoek("gelijk", leerlijn="PED")] == []
    assert [t.termen for t in klein.zoek("\"AAN\"  'uit' aan")] == [("aan", "'uit'")]
    assert [t.termen for t in klein.zoek("'uit' AAN aan")] == [("'uit'", "aan")]


def test_a_code_finds_itself_and_nothing_like_it(kader: Raamwerk) -> None:
    assert codes("WP2") == codes("wp2") == ["WP2"]
    assert codes("WP2.4a") == ["WP2.4a"]
    assert codes("WP2.4") == codes("WP") == codes("EvL2") == []
    assert codes("WP2.4a groepsprocessen") == []
    assert "groepsprocessen" in kader["WP2.4b"].tekst
    assert codes("WP2.4b groepsprocessen") == ["WP2.4b"]
    [zelf] = lu.zoek("WP2.4a")
    assert (zelf.fragmenten, zelf.delen) == ((), (("gelijk", kader["WP2.4a"].tekst),))


def test_the_code_that_a_source_gives_is_found() -> None:
    eigen = attrs.evolve(lu.leeruitkomst("WP1"), notatie="LO-4")
    index = zoeken.Zoekindex.van([eigen, lu.leeruitkomst("WP2")])
    assert [treffer.code for treffer in index.zoek("lo-4", ())] == ["WP1"]
    assert [treffer.code for treffer in index.zoek("lo-", ())] == []
    assert [treffer.code for treffer in index.zoek("none", ())] == []


def test_hits_are_flat_records(kader: Raamwerk) -> None:
    gevonden = lu.zoek('"WPO1"').records() + lu.zoek("nonverbaal").records()
    assert gevonden == [
        {
            "criterium": None,
            "leeruitkomst": "WPO1",
            "leerlijn": "WPO",
            "rij": None,
            "niveau": 1,
            "tekst": kader["WPO1"].tekst,
            "fragmenten": "",
        },
        {
            "criterium": "WPI2.5a",
            "leeruitkomst": "WPI2",
            "leerlijn": "WPI",
            "rij": "WPI.5",
            "niveau": 2,
            "tekst": kader["WPI2.5a"].tekst,
            "fragmenten": "(non)verbaal",
        },
    ]
    [zin] = treffer("Je leest en leert.", "leest", "leert").records()
    assert zin["fragmenten"] == "leest … leert"


@pytest.mark.parametrize(
    ("term", "code"), [("WP2.4a", "WP2.4a"), ("wp2", "WP2"), ("LO-<2>", "QR2"), ("1.2.28", "QR11.2ab")]
)
def test_a_code_finds_itself_in_any_framework_that_has_it(term: str, code: str, elk: Raamwerk) -> None:
    assert [t.code for t in elk.zoek(term)] == ([code] if code in elk else [])


def test_the_index_is_made_once_and_kept(kader: Raamwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    vers = attrs.evolve(kader)
    assert vers.register.zoekindex is None
    vers.zoek("feedback")
    index = vers.register.zoekindex
    assert index is not None
    vers.zoek("leerling")
    assert vers.register.zoekindex is index
