"""The grammar of codes."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten import Code, OnbekendeCode, OngeldigeVraag, Raamwerk, codes


@pytest.mark.parametrize(
    ("code", "delen"),
    [
        ("WP", Code("leerlijn", "WP")),
        ("WP2", Code("leeruitkomst", "WP", 2)),
        ("WP12", Code("leeruitkomst", "WP", 12)),
        ("WP.4", Code("rij", "WP", None, 4)),
        ("WP2.4", Code("cel", "WP", 2, 4)),
        ("WP2.4a", Code("succescriterium", "WP", 2, 4, "a")),
        ("WP2.4aa", Code("succescriterium", "WP", 2, 4, "aa")),
        ("WPO2.27z", Code("succescriterium", "WPO", 2, 27, "z")),
        ("EvL2", Code("evl", None, 2)),
        ("EvL12", Code("evl", None, 12)),
        ("ABCDEFGH99.9999zzz", Code("succescriterium", "ABCDEFGH", 99, 9999, "zzz")),
        ("EVLA1", Code("leeruitkomst", "EVLA", 1)),
        ("EV1", Code("leeruitkomst", "EV", 1)),
    ],
)
def test_each_form_is_taken_apart(code: str, delen: Code) -> None:
    assert codes.ontleed(code) == codes.als_code(code) == delen
    assert str(delen) == code
    assert codes.soort_van(code) == delen.soort
    assert codes.is_code(code)


def test_every_code_parses_and_prints_back_to_itself(elk: Raamwerk) -> None:
    for code in elk:
        assert str(codes.ontleed(code)) == code


def test_a_prefix_is_no_match(kader: Raamwerk) -> None:
    van_wp = [u for u in kader.leeruitkomsten if codes.ontleed(u.code).leerlijn == "WP"]
    assert [u.code for u in van_wp] == ["WP1", "WP2", "WP3", "WP4"]


FOUT = [
    "", " ", "wp2", "Wp2", "WP 2", " WP2", "WP2 ", "WP2\n", "WP-2", "WP100", "WP0", "WP02", "WP2.0a", "WP2.04a", "WP2.4A",
    "WP2.4aaaa", "WP.4a", "WP2.a", "WP.", "WP2.", "2", "2.4a", ".4", "evl2", "EVL2", "EVL", "EVL.4", "EvL", "EvL0", "EvL100", "WP٢", "WP２",
    "WP2.4ª", "ＷＰ2", "WРI2", "WP2.99999a", "ABCDEFGHI1", "WP2,4a", "WP2.4a.b", "EvL2.1",
]  # fmt: skip


@pytest.mark.parametrize("code", FOUT)
def test_what_is_not_exactly_a_form_is_refused(code: str) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        codes.ontleed(code)
    assert (fout.value.code, fout.value.gevraagd, fout.value.soort) == (code, "code", "onbekend")
    assert codes.als_code(code) is None
    assert codes.soort_van(code) is None
    assert not codes.is_code(code)


@pytest.mark.parametrize("geen", [None, 2, b"WP2", ["WP2"], 2.0])
def test_what_is_no_text_has_no_form(geen: object) -> None:
    assert codes.als_code(geen) is None
    assert not codes.is_code(geen)
    with pytest.raises(OnbekendeCode):
        codes.ontleed(geen)


def test_the_highest_numbers_are_those_of_the_grammar() -> None:
    hoogste = f"WP{codes.HOOGSTE_NIVEAU}.{codes.HOOGSTE_RIJ}{codes.letter(codes.HOOGSTE_LETTER)}"
    assert str(codes.ontleed(hoogste)) == hoogste
    assert not codes.is_code(f"WP{codes.HOOGSTE_NIVEAU + 1}")
    assert not codes.is_code(f"WP.{codes.HOOGSTE_RIJ + 1}")


@given(st.text())
def test_what_parses_prints_back_to_itself(tekst: str) -> None:
    try:
        delen = codes.ontleed(tekst)
    except OnbekendeCode:
        return
    assert str(delen) == tekst


def test_as_plain_data() -> None:
    assert codes.ontleed("WP2.4a").als_dict() == {
        "soort": "succescriterium",
        "leerlijn": "WP",
        "niveau": 2,
        "rij": 4,
        "letter": "a",
    }
    assert codes.ontleed("EvL3").als_dict() == {
        "soort": "evl",
        "leerlijn": None,
        "niveau": 3,
        "rij": None,
        "letter": None,
    }


@pytest.mark.parametrize(
    ("code", "boven"),
    [
        ("WP", ()),
        ("EvL2", ()),
        ("WP2", ("EvL2", "WP")),
        ("WP.4", ("WP",)),
        ("WP2.4", ("WP.4", "WP2", "EvL2", "WP")),
        ("WP2.4a", ("WP2.4", "WP.4", "WP2", "EvL2", "WP")),
    ],
)
def test_what_a_code_is_a_part_of(code: str, boven: tuple[str, ...]) -> None:
    assert codes.ontleed(code).omvattend() == boven


def test_letters_go_on_as_the_columns_of_a_spreadsheet() -> None:
    een, twee, drie = (map("".join, itertools.product(string.ascii_lowercase, repeat=n)) for n in (1, 2, 3))
    alle = [*een, *twee, *drie]
    assert [codes.letter(nummer) for nummer in range(1, codes.HOOGSTE_LETTER + 1)] == alle
    assert [codes.nummer(letter) for letter in alle] == list(range(1, codes.HOOGSTE_LETTER + 1))


@pytest.mark.parametrize("nummer", [0, -1, 18279])
def test_only_these_numbers_have_a_letter(nummer: int) -> None:
    with pytest.raises(OngeldigeVraag, match="van 1 tot en met 18278") as fout:
        codes.letter(nummer)
    assert (fout.value.soort, fout.value.gegevens) == ("ongeldige_waarde", {"nummer": nummer})


@pytest.mark.parametrize("letter", ["", "A", "aaaa", "1", "é", "a "])
def test_only_these_letters_have_a_number(letter: str) -> None:
    with pytest.raises(OngeldigeVraag, match="is geen letter van a tot en met zzz") as fout:
        codes.nummer(letter)
    assert (fout.value.soort, fout.value.gegevens) == ("ongeldige_waarde", {"letter": letter})


@pytest.mark.parametrize(
    ("einde", "delen"),
    [
        ("4a", (4, 1)),
        ("9999zzz", (9999, 26 + 26**2 + 26**3)),
        ("4", None),
        ("a", None),
        ("04a", None),
        ("4A", None),
        ("99999a", None),
        ("1aaaaaaaaa", None),
    ],
)
def test_the_end_of_the_code_of_a_criterium(einde: str, delen: tuple[int, int] | None) -> None:
    assert codes.rij_en_letter(einde) == delen


def test_a_whole_number_of_any_kind_is_one() -> None:
    import numpy as np

    assert codes.is_getal(3)
    assert codes.is_getal(np.int64(3))
    assert not any(map(codes.is_getal, (True, 2.0, "2", None, np.array([1]))))


def test_the_highest_niveau_is_that_of_the_grammar() -> None:
    assert codes.soort_van(f"WP{codes.HOOGSTE_NIVEAU}") == "leeruitkomst"
    assert codes.soort_van(f"WP{codes.HOOGSTE_NIVEAU + 1}") is None
