"""The words of a text, and those that two texts have in common."""

from __future__ import annotations

import importlib
import itertools
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten.vragen.woordblokken import gelijke_blokken, woorden

module = importlib.import_module("leeruitkomsten.vragen.woordblokken")


def gelijk(van: str, naar: str) -> list[str]:
    """The pieces that two texts have in common, to the letter."""
    oud, nieuw = woorden(van), woorden(naar)
    blokken = gelijke_blokken(oud, nieuw)
    assert blokken[-1] == (len(oud), len(nieuw), 0)
    assert all(aantal for _, _, aantal in blokken[:-1])
    for (i, j, aantal), (verder_i, verder_j, _) in itertools.pairwise([(0, 0, 0), *blokken]):
        assert i + aantal <= verder_i
        assert j + aantal <= verder_j
    assert all(oud[i : i + aantal] == nieuw[j : j + aantal] for i, j, aantal in blokken)
    return ["".join(oud[i : i + aantal]) for i, _, aantal in blokken[:-1]]


def test_a_text_in_words() -> None:
    tekst = "Zo'n dag, 's avonds: collega’s' les-2 \n"
    assert woorden(tekst) == (
        "Zo'n", " dag", ",", " '", "s", " avonds", ":", " collega’s", "'", " les", "-", "2", " \n",
    )  # fmt: skip
    assert woorden("") == ()
    assert woorden(tekst) is woorden(tekst)


def test_a_word_that_returns_often_is_compared_like_any_other() -> None:
    vaak = " de" * 250
    assert gelijk(f"a{vaak} z", f"b{vaak} y") == [vaak]


VEEL = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", "."]), max_size=30).map(" ".join)


@pytest.mark.parametrize("werk", [0, 1])
@given(van=VEEL, naar=VEEL)
def test_long_texts_are_divided_into_parts_and_what_is_equal_is_so_to_the_letter(
    werk: int, van: str, naar: str
) -> None:
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(module, "_WERK", werk)
        gevonden = gelijk(van, naar)
    assert all(gevonden)
    assert gelijk(van, van) == ([van] if van else [])


def test_two_long_texts_are_compared_by_the_words_that_both_have_once(monkeypatch: pytest.MonkeyPatch) -> None:
    vergeleken: list[int] = []

    def tel(_: None, oud: tuple[str, ...], nieuw: tuple[str, ...], *, autojunk: bool) -> SequenceMatcher[str]:
        vergeleken.append(len(oud) * len(nieuw))
        return SequenceMatcher(None, oud, nieuw, autojunk=autojunk)

    monkeypatch.setattr(module, "SequenceMatcher", tel)
    oud = [woord for n in range(8000) for woord in (f"eigen{n}", "de")]
    nieuw = [f"ander{n}" if woord.startswith("eigen") and n % 100 == 0 else woord for n, woord in enumerate(oud)]
    gevonden = gelijk(" ".join(oud), " ".join(nieuw))
    anders = sum(een != ander for een, ander in zip(oud, nieuw, strict=True))
    assert sum(len(woorden(stuk)) for stuk in gevonden) == len(oud) - anders
    assert sum(vergeleken) <= 16_000


def test_words_that_return_are_paired_in_their_order() -> None:
    oud, nieuw = "je leert " * 2000, "je leest en leert " * 2000
    assert "".join(gelijk(oud, nieuw)) == oud


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


def test_short_texts_keep_the_longest_part_that_both_have_and_long_ones_the_words_that_they_have_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    van, naar = "a p p p q b", "a q p p p b"
    assert gelijk(van, naar) == ["a", " p p p", " b"]
    monkeypatch.setattr(module, "_WERK", 0)
    assert gelijk(van, naar) == ["a", " q", " b"]


@pytest.mark.parametrize(("diepst", "samen"), [(0, []), (1, [" m"]), (2, [" w", " m", " w"]), (8, [" w", " m", " w"])])
def test_a_part_is_divided_again_but_not_without_end(
    diepst: int, samen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WERK", 0)
    monkeypatch.setattr(module, "_DIEPST", diepst)
    assert gelijk("1 w 2 m 3 w 4", "5 w 6 m 7 w 8") == samen


@pytest.mark.parametrize(("naar", "samen"), [("b c d a e", [" b c d", " e"]), ("a d b c e", [" a", " b c", " e"])])
def test_of_words_that_changed_places_the_longest_row_stays(
    naar: str, samen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WERK", 0)
    assert gelijk("1 a b c d e 2", f"3 {naar} 4") == samen
