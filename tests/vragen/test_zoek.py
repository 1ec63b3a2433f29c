"""Search."""

from __future__ import annotations

import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen import zoek as zoeken


def codes(tekst: str, **waar: object) -> list[str]:
    return [treffer.code for treffer in lu.zoek(tekst, **waar)]  # type: ignore[arg-type]


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
    with pytest.raises(TypeError, match="zoek vraagt om tekst, niet om "):
        lu.zoek(tekst)  # type: ignore[arg-type]


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


@pytest.mark.parametrize("haak", ['"', "“", "„", "«"])
def test_a_quote_that_does_not_close_makes_a_phrase_to_the_end(haak: str) -> None:
    assert codes(f"{haak}gerichte feedback") == codes('"gerichte feedback"') == ["WD3.3b", "WD4.3b"]
    assert codes(f"{haak}feedback gerichte") == []
    assert codes(f"modus {haak}gerichte feedback") == ["WD4.3b"]


@pytest.mark.parametrize(
    ("term", "code"), [("WP2.4a", "WP2.4a"), ("wp2", "WP2"), ("LO-<2>", "QR2"), ("1.2.28", "QR11.2ab")]
)
def test_a_code_finds_itself_also_one_that_the_source_gives(term: str, code: str, elk: Raamwerk) -> None:
    assert [t.code for t in elk.zoek(term)] == ([code] if code in elk else [])


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
        }
    ]
