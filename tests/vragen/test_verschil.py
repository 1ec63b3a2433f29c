"""Word differences."""

from __future__ import annotations

import importlib
import itertools
from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen.verschil import tekstverschil, woorden

module = importlib.import_module("leeruitkomsten.vragen.verschil")


def test_the_examples() -> None:
    assert str(lu.verschil("WP2.6a", "WP3.6a")).startswith(
        "Je weegt in [-standaardsituaties-] {+complexe situaties+} verschillende "
    )
    assert str(lu.verschil("WD3.4a", "WD4.4a")).endswith("te versterken {+en te differentiëren+}.")


def test_leeruitkomsten_have_texts_too(kader: Raamwerk) -> None:
    gevonden = lu.verschil("WP2", "WP3")
    assert gevonden.toegepast_op(kader["WP2"].tekst) == kader["WP3"].tekst
    assert str(gevonden).endswith("in je klassen in [-standaardsituaties-] {+complexe situaties+}.")


@pytest.mark.parametrize(
    ("van", "naar", "tekst"),
    [
        ("", "", ""),
        ("a", "a", "a"),
        ("", "Een begin.", "{+Een begin.+}"),
        ("Een eind.", "", "[-Een eind.-]"),
        ("een twee", "een drie twee", "een {+drie+} twee"),
        ("de les", "de les.", "de les{+.+}"),
        ("collega's", "collega’s", "[-collega's-]{+collega’s+}"),
        ("de collega’s", "de collega’n", "de [-collega’s-] {+collega’n+}"),
        ("a-b", "a-c", "a-[-b-]{+c+}"),
        ("a b", "a  b", "a [-b-]  {+b+}"),
        ("stil (heel) stil", "stil", "stil [-(heel) stil-]"),
    ],
)
def test_the_signs(van: str, naar: str, tekst: str) -> None:
    gevonden = tekstverschil(van, naar)
    assert str(gevonden) == tekst
    assert gevonden.toegepast_op(van) == naar


@given(st.text(), st.text())
def test_applied_to_the_one_it_gives_the_other_to_the_letter(van: str, naar: str) -> None:
    assert tekstverschil(van, naar).toegepast_op(van) == naar


WOORDEN = st.lists(st.sampled_from(["Je", " leest", " een", " boek", ".", ",", " (school)", " niet-", "  "])).map(
    "".join
)


@given(WOORDEN, WOORDEN)
def test_the_pieces_of_each_side_are_its_text(van: str, naar: str) -> None:
    delen = tekstverschil(van, naar).delen
    assert "".join(tekst for soort, tekst in delen if soort != "nieuw") == van
    assert "".join(tekst for soort, tekst in delen if soort != "vervalt") == naar
    assert all(tekst for _, tekst in delen)
    assert {soort for soort, _ in delen} <= {"gelijk", "nieuw", "vervalt"}


@given(WOORDEN)
def test_a_text_and_itself_do_not_differ(tekst: str) -> None:
    assert tekstverschil(tekst, tekst).delen == ((("gelijk", tekst),) if tekst else ())


def test_it_belongs_to_one_text(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="dit verschil hoort bij een andere tekst"):
        kader.verschil("WP2.6a", "WP3.6a").toegepast_op("Je weegt.")


def test_codes_without_a_text_are_named() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verschil("WP", "EvL2")
    assert [(f.code, f.soort) for f in (fout.value, *fout.value.verder)] == [
        ("WP", "ander_soort"),
        ("EvL2", "ander_soort"),
    ]
    assert str(fout.value).startswith("'WP' is geen leeruitkomst of succescriterium van dit raamwerk: ")


@pytest.mark.parametrize("naam", ["van", "naar"])
def test_what_is_no_text_is_given_back_by_its_name(naam: str) -> None:
    gegeven: Any = {"van": "a", "naar": "b", naam: 3}
    with pytest.raises(lu.VerkeerdType) as fout:
        lu.tekstverschil(**gegeven)
    assert fout.value.gegevens == {naam: 3}


@pytest.mark.parametrize(
    ("van", "naar", "delen"),
    [
        # What both begin and end with may not be the same word twice.
        ("Je leest leest", "Je leest", [("gelijk", "Je leest"), ("vervalt", " leest")]),
        ("Je leest", "Je leest leest", [("gelijk", "Je leest"), ("nieuw", " leest")]),
        ("a a a", "a a", [("gelijk", "a a"), ("vervalt", " a")]),
        ("a b a", "a", [("gelijk", "a"), ("vervalt", " b a")]),
        ("een. twee.", "een.", [("gelijk", "een."), ("vervalt", " twee.")]),
        # Equal in the middle, and at both ends.
        (
            "een twee drie vier vijf",
            "een 2 drie 4 vijf",
            [
                ("gelijk", "een"),
                ("vervalt", " twee"),
                ("nieuw", " 2"),
                ("gelijk", " drie"),
                ("vervalt", " vier"),
                ("nieuw", " 4"),
                ("gelijk", " vijf"),
            ],
        ),
        # White space is of the word after it, and at the end a piece of its own.
        ("Je leest. ", "Je leest.", [("gelijk", "Je leest."), ("vervalt", " ")]),
        ("Je leest", "Je leest\n ", [("gelijk", "Je leest"), ("nieuw", "\n ")]),
        (" ", "", [("vervalt", " ")]),
        (" Je", "Je", [("vervalt", " Je"), ("nieuw", "Je")]),
    ],
)
def test_the_pieces(van: str, naar: str, delen: list[tuple[str, str]]) -> None:
    gevonden = tekstverschil(van, naar)
    assert (gevonden.van, gevonden.naar) == (van, naar)
    assert gevonden.delen == tuple(delen)


def test_a_text_in_words() -> None:
    tekst = "Zo'n dag, 's avonds: collega’s' les-2 \n"
    assert woorden(tekst) == (
        "Zo'n", " dag", ",", " '", "s", " avonds", ":", " collega’s", "'", " les", "-", "2", " \n",
    )  # fmt: skip
    assert woorden("") == ()
    assert woorden(tekst) is woorden(tekst)


def test_a_word_that_returns_often_is_compared_like_any_other() -> None:
    vaak = " de" * 250
    assert tekstverschil(f"a{vaak} z", f"b{vaak} y").delen == (
        ("vervalt", "a"),
        ("nieuw", "b"),
        ("gelijk", vaak),
        ("vervalt", " z"),
        ("nieuw", " y"),
    )


def test_it_applies_to_its_own_text_alone() -> None:
    gevonden = tekstverschil("Je leest een boek.", "Je schrijft een boek.")
    assert gevonden.toegepast_op("Je leest een boek.") == "Je schrijft een boek."
    for tekst in ("", "Je schrijft een boek.", "Je leest een boek", "Je leest een boek. "):
        with pytest.raises(lu.OngeldigeVraag, match=r"^dit verschil hoort bij een andere tekst$") as fout:
            gevonden.toegepast_op(tekst)
        assert (fout.value.soort, fout.value.gegevens) == ("andere_tekst", {"tekst": tekst})


def test_it_draws_itself_as_one_cell() -> None:
    tabel = tekstverschil("Je leest.", "Je schrijft.")._tabel()
    assert tabel.kop == ("Verschil",)
    assert tabel.rijen == (((((("gelijk", "Je"), ("vervalt", " leest"), ("nieuw", " schrijft"), ("gelijk", "."))),),),)
    assert str(tekstverschil("Je leest.", "Je schrijft.")) == "Je [-leest-] {+schrijft+}."


VEEL = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", "."]), max_size=30).map(" ".join)


@pytest.mark.parametrize("werk", [0, 1])
@given(van=VEEL, naar=VEEL)
def test_long_texts_are_divided_into_parts_and_still_give_both_to_the_letter(werk: int, van: str, naar: str) -> None:
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(module, "_WERK", werk)
        gevonden = tekstverschil(van, naar)
    assert "".join(tekst for soort, tekst in gevonden.delen if soort != "nieuw") == van
    assert "".join(tekst for soort, tekst in gevonden.delen if soort != "vervalt") == naar
    assert all(tekst for _, tekst in gevonden.delen)
    assert all(een[0] != ander[0] for een, ander in itertools.pairwise(gevonden.delen))


def test_two_long_texts_are_compared_by_the_words_that_both_have_once(monkeypatch: pytest.MonkeyPatch) -> None:
    vergeleken: list[int] = []

    def tel(_: None, oud: tuple[str, ...], nieuw: tuple[str, ...], *, autojunk: bool) -> SequenceMatcher[str]:
        vergeleken.append(len(oud) * len(nieuw))
        return SequenceMatcher(None, oud, nieuw, autojunk=autojunk)

    monkeypatch.setattr(module, "SequenceMatcher", tel)
    oud = [woord for n in range(8000) for woord in (f"eigen{n}", "de")]
    nieuw = [f"ander{n}" if woord.startswith("eigen") and n % 100 == 0 else woord for n, woord in enumerate(oud)]
    gevonden = tekstverschil(" ".join(oud), " ".join(nieuw))
    assert gevonden.toegepast_op(" ".join(oud)) == " ".join(nieuw)
    assert sum(soort == "nieuw" for soort, _ in gevonden.delen) == 160
    assert sum(vergeleken) <= 16_000


def test_words_that_return_are_paired_in_their_order() -> None:
    oud, nieuw = "je leert " * 2000, "je leest en leert " * 2000
    gevonden = tekstverschil(oud, nieuw)
    assert gevonden.toegepast_op(oud) == nieuw
    assert {tekst for soort, tekst in gevonden.delen if soort == "nieuw"} == {" leest en"}
    assert not any(soort == "vervalt" for soort, _ in gevonden.delen)


@pytest.mark.parametrize(
    ("tekst", "hoort"),
    [
        ("يكتب نصًا طويلًا.", ("يكتب", " نصًا", " طويلًا", ".")),
        ("שָׁלוֹם עוֹלָם", ("שָׁלוֹם", " עוֹלָם")),
        ("हिन्दी में", ("हिन्दी", " में")),
        ("q\u0303a's é", ("q\u0303a's", " é")),
        ("één – “twee”", ("één", " –", " “", "twee", "”")),
    ],
)
def test_marks_on_letters_belong_to_their_word(tekst: str, hoort: tuple[str, ...]) -> None:
    assert woorden(tekst) == hoort
    assert "".join(hoort) == tekst


def test_it_is_a_flat_record_with_both_texts() -> None:
    assert tekstverschil("Je leest.", "Je schrijft.").records() == [
        {"van": "Je leest.", "naar": "Je schrijft.", "verschil": "Je [-leest-] {+schrijft+}."}
    ]


def test_short_texts_keep_the_longest_part_that_both_have_and_long_ones_the_words_that_they_have_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    van, naar = "a p p p q b", "a q p p p b"
    assert str(tekstverschil(van, naar)) == "a {+q+} p p p [-q-] b"
    monkeypatch.setattr(module, "_WERK", 0)
    assert str(tekstverschil(van, naar)) == "a [-p p p-] q {+p p p+} b"


@pytest.mark.parametrize(("diepst", "gelijk"), [(0, []), (1, [" m"]), (2, [" w", " m", " w"]), (8, [" w", " m", " w"])])
def test_a_part_is_divided_again_but_not_without_end(
    diepst: int, gelijk: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WERK", 0)
    monkeypatch.setattr(module, "_DIEPST", diepst)
    delen = tekstverschil("1 w 2 m 3 w 4", "5 w 6 m 7 w 8").delen
    assert [tekst for soort, tekst in delen if soort == "gelijk"] == gelijk


@pytest.mark.parametrize(("naar", "gelijk"), [("b c d a e", [" b c d", " e"]), ("a d b c e", [" a", " b c", " e"])])
def test_of_words_that_changed_places_the_longest_row_stays(
    naar: str, gelijk: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WERK", 0)
    delen = tekstverschil("1 a b c d e 2", f"3 {naar} 4").delen
    assert [tekst for soort, tekst in delen if soort == "gelijk"] == gelijk


@pytest.mark.parametrize(("van", "naar"), [("WP", "WP2"), ("WP2", "WP")])
def test_of_two_codes_only_the_one_without_a_text_is_named(van: str, naar: str) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verschil(van, naar)
    assert (fout.value.code, fout.value.verder) == ("WP", ())
