"""The grammar of codes, and suggestions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten import Code, OnbekendeCode, Raamwerk, codes, laad


@pytest.mark.parametrize(
    ("code", "delen"),
    [
        ("WP", Code("leerlijn", "WP")),
        ("WP2", Code("leeruitkomst", "WP", 2)),
        ("WP.4", Code("rij", "WP", None, 4)),
        ("WP2.4", Code("cel", "WP", 2, 4)),
        ("WP2.4a", Code("succescriterium", "WP", 2, 4, "a")),
        ("WPO2.27z", Code("succescriterium", "WPO", 2, 27, "z")),
        ("EvL2", Code("evl", None, 2)),
        ("ABCDEFGH9.9999z", Code("succescriterium", "ABCDEFGH", 9, 9999, "z")),
        ("EVLA1", Code("leeruitkomst", "EVLA", 1)),
    ],
)
def test_each_form_is_taken_apart(code: str, delen: Code) -> None:
    assert codes.ontleed(code) == delen
    assert str(delen) == code


def test_every_code_parses_and_prints_back_to_itself(elk: Raamwerk) -> None:
    for code in elk:
        assert str(codes.ontleed(code)) == code


def test_a_prefix_is_no_match(kader: Raamwerk) -> None:
    van_wp = [u for u in kader.leeruitkomsten if codes.ontleed(u.code).leerlijn == "WP"]
    assert [u.code for u in van_wp] == ["WP1", "WP2", "WP3", "WP4"]


FOUT = [
    "", " ", "wp2", "Wp2", "WP 2", " WP2", "WP2 ", "WP2\n", "WP-2", "WP22", "WP0", "WP2.0a", "WP2.04a", "WP2.4A",
    "WP2.4aa", "WP2.a", "WP.", "WP2.", "2", "2.4a", ".4", "evl2", "EVL2", "EvL", "EvL0", "EvL12", "WP٢", "WP２", "WP2.4ª",
    "ＷＰ2", "WРI2", "WP2.99999a", "ABCDEFGHI1", "WP2,4a", "WP2.4a.b", "EvL2.1",
]  # fmt: skip


@pytest.mark.parametrize("code", FOUT)
def test_what_is_not_exactly_a_form_is_refused(code: str) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        codes.ontleed(code)
    assert (fout.value.code, fout.value.soort) == (code, "code")


@given(st.text())
def test_what_parses_prints_back_to_itself(tekst: str) -> None:
    try:
        delen = codes.ontleed(tekst)
    except OnbekendeCode:
        return
    assert str(delen) == tekst


@pytest.mark.parametrize(
    ("gegeven", "bedoeld"),
    [
        ("wp 2", "WP2"),
        ("WPl1", "WPI1"),
        ("WP02", "WPO2"),
        ("WPo2", "WPO2"),
        ("WРI2", "WPI2"),
        ("EVL 2", "EvL2"),
        ("evll", "EvL1"),
        ("WP2.4A", "WP2.4a"),
        ("WP2,4a", "WP2.4a"),
        ("WP_2.4a", "WP2.4a"),
        ("WP٢", "WP2"),
        ("ＷＰ２", "WP2"),
        ("\tWPI3.5b ", "WPI3.5b"),
        ("WP–2", "WP2"),
        ("WP2\u200b", "WP2"),
        ("\ufeffWP2", "WP2"),
        ("WP2;", "WP2"),
        ("WP2.", "WP2"),
        ("EVl2", "EvL2"),
        ("WР2", "WP2"),
        ("WΡΟ2", "WPO2"),
        ("WPI|", "WPI1"),
    ],
)
def test_the_code_that_was_meant_is_the_only_suggestion(gegeven: str, bedoeld: str, kader: Raamwerk) -> None:
    assert codes.Spelling(kader).suggesties(gegeven) == (bedoeld,)


def test_near_spellings_are_suggested_the_nearest_first() -> None:
    assert codes.Spelling(["WPI2", "WP2", "WD2"]).suggesties("WP22") == ("WP2",)
    assert codes.Spelling(laad()).suggesties("WP2.4d")[:2] == ("WP2.4", "WP2.4a")


@pytest.mark.parametrize("gegeven", [None, 3, b"WP2", "", "?" * 41, "iets heel anders"])
def test_what_is_near_nothing_gets_no_suggestion(gegeven: object, kader: Raamwerk) -> None:
    assert codes.Spelling(kader).suggesties(gegeven) == ()


def test_at_most_three_look_alikes_are_suggested() -> None:
    assert codes.Spelling(["AIII", "AIIl", "AIl1", "AI11"]).suggesties("A1I|") == ("AIII", "AIIl", "AIl1")


def test_at_most_three_are_suggested() -> None:
    assert codes.Spelling(f"WP2.1{letter}" for letter in "abcdef").suggesties("WP2.1x") == (
        "WP2.1a",
        "WP2.1b",
        "WP2.1c",
    )


def test_uuids_are_fixed_for_good() -> None:
    # Worked out with sha1sum, by the rule of RFC 9562 section 5.5.
    assert str(codes.uuid("WP2")) == "65dbe963-5bad-5fc2-a84f-328aee31c37a"
    assert codes.uuid("WP2").version == 5
    assert len({codes.uuid(code) for code in laad()}) == len(laad())
