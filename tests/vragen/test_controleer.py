"""Checks of codes from elsewhere."""

from __future__ import annotations

import attrs
import pytest

import leeruitkomsten as lu
from leeruitkomsten import Bevinding, Raamwerk

VORM = "hoofdletters, witruimte of leestekens kloppen niet"
TEKEN = "een teken lijkt op het juiste, maar is een ander"
ONBEKEND = "deze code bestaat niet"


@pytest.mark.parametrize(
    ("code", "bevinding"),
    [
        ("WP2", Bevinding("WP2", True, None, "")),
        ("WP2.4", Bevinding("WP2.4", True, None, "")),
        ("wp 2", Bevinding("wp 2", False, "WP2", VORM)),
        (" WP2", Bevinding(" WP2", False, "WP2", VORM)),
        ("WPl1", Bevinding("WPl1", False, "WPI1", TEKEN)),
        ("WP22", Bevinding("WP22", False, "WP2.2", ONBEKEND)),
        ("iets", Bevinding("iets", False, None, ONBEKEND)),
        ("", Bevinding("", False, None, ONBEKEND)),
        (3, Bevinding(3, False, None, "een code moet tekst zijn")),
        (None, Bevinding(None, False, None, "een code moet tekst zijn")),
    ],
)
def test_each_code_gets_its_finding(code: object, bevinding: Bevinding) -> None:
    assert lu.controleer([code]) == (bevinding,)  # type: ignore[list-item]


def test_findings_come_in_the_order_given_one_per_code() -> None:
    codes = ["WP2", "x", "WP2", "x"]
    assert [bevinding.code for bevinding in lu.controleer(iter(codes))] == codes


def test_one_code_may_stand_by_itself() -> None:
    assert lu.controleer("WP2") == lu.controleer(["WP2"])
    assert lu.controleer([]) == ()


def test_every_code_of_the_framework_is_good(elk: Raamwerk) -> None:
    assert all(bevinding.goed for bevinding in elk.controleer(elk))


def test_what_is_not_text_is_reported_even_when_it_cannot_be_hashed() -> None:
    assert lu.controleer([["WP2"]])[0].reden == "een code moet tekst zijn"  # type: ignore[list-item]


def test_a_finding_is_a_sentence() -> None:
    assert str(lu.controleer(["WP2", "wp2", "x"])) == (
        f"'WP2' is goed\n'wp2': {VORM}; bedoelde je 'WP2'?\n'x': {ONBEKEND}"
    )


def test_an_ended_code_points_to_the_first_of_its_followers_that_exists(klein: Raamwerk) -> None:
    keten = (("A1.7z", ("Z9.9z", "A1.8z")), ("A1.8z", ("A1.7z", "A1.9z")), ("A1.9z", ("A1.1a",)), ("A2.9z", ("A2.9z",)))
    kader = attrs.evolve(klein, vervallen=tuple(lu.Vervallen(oud, nieuw, "0.1", "proef") for oud, nieuw in keten))
    assert [bevinding.suggestie for bevinding in kader.controleer(["A1.7z", "A1.9z", "A2.9z"])] == [
        "A1.1a",
        "A1.1a",
        None,
    ]
