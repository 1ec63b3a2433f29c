"""Pieces of sentences: quotes, lists of them, what was meant."""

from __future__ import annotations

from leeruitkomsten.zinnen import bedoeld, citaat, en_nog, kies_uit, meest_gelijk, opsomming


def test_a_quote_is_short_and_on_one_line() -> None:
    assert citaat("a\nb\x1b[31m\u202e") == r"'a\nb\x1b[31m\u202e'"
    assert len(citaat("x" * 10_000)) == 60
    assert citaat(10**6000) == citaat(-(10**50)) == "een zeer groot getal"
    assert citaat(10**50 - 1) == "9" * 50
    assert citaat([[["x"]]]) == citaat(("x",)) == citaat({"x"}) == "een lijst"
    assert citaat({}) == "een object"
    assert citaat(None) == "None"
    assert citaat("twee  spaties") == "'twee  spaties'"


def test_what_cannot_describe_itself_is_named_by_its_class() -> None:
    class Stuk:
        def __repr__(self) -> str:
            raise RuntimeError

    class Lang:
        def __repr__(self) -> str:
            return "een\n regel"

    assert citaat(Stuk()) == "een Stuk"
    assert citaat(Lang()) == "een regel"


def test_words_in_a_row() -> None:
    assert opsomming(["a"]) == "'a'"
    assert opsomming(["a", 2], "of") == "'a' of 2"
    assert opsomming(["a", "b", "c"]) == "'a', 'b' en 'c'"


def test_what_was_meant_in_words() -> None:
    assert bedoeld("onbekend", ()) == bedoeld("vervallen", ()) == ""
    assert bedoeld("onbekend", ("a",)) == "; bedoelde je 'a'?"
    assert bedoeld("onbekend", tuple("abcdef")) == "; bedoelde je 'a', 'b', 'c', 'd', 'e' of 'f'?"
    assert bedoeld("onbekend", tuple("abcdefg")) == "; bedoelde je 'a', 'b', 'c', 'd', 'e' of een van 2 andere?"
    assert bedoeld("vervallen", tuple("abcdefg")) == "; opgevolgd door 'a', 'b', 'c', 'd', 'e', 'f' en 'g'"


def test_how_many_more_there_are() -> None:
    assert en_nog(0) == []
    assert en_nog(2) == ["- en nog 2 andere"]


def test_a_choice_that_there_is_not_is_near_one_that_there_is() -> None:
    assert kies_uit("moodel", ("canvas", "moodle")) == "; bedoelde je 'moodle'? Kies uit: canvas, moodle"
    assert kies_uit("klas", ("student", "groep")) == "; kies uit: student, groep"
    assert kies_uit("mm-dd-jjjj", ("dd-mm-jjjj",)) == "; kies uit: dd-mm-jjjj"
    assert kies_uit("MOODLE ", ["moodle"], "'moodle'") == "; bedoelde je 'moodle'? Kies uit: 'moodle'"
    assert meest_gelijk(7, ["7"]) is None
    assert meest_gelijk("criteruim", [7, "Criterium", "datum"]) == "Criterium"
    assert meest_gelijk("x" * 100_000, ["criterium"]) is None
