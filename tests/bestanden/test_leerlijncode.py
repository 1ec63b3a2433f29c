"""A code to propose for a leerlijn."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.leerlijncode import voorstel


@pytest.mark.parametrize(
    ("naam", "bezet", "code"),
    [
        ("Technical skills", (), "TS"),
        ("Technical skills", ("TS",), "TSA"),
        ("Technical skills", ("TS", "TSA"), "TSB"),
        ("écriture", (), "ECR"),
        ("a b c d e f g h i j", (), "ABCDEFGH"),
        ("a b c d e f g h i j", ("ABCDEFGH",), "ABCDEFGA"),
        ("evenwicht van leven", (), "EVLA"),
        ("42", (), "A"),
        ("日本", (), "A"),
    ],
)
def test_a_proposal_is_short_and_free(naam: str, bezet: tuple[str, ...], code: str) -> None:
    assert voorstel(naam, bezet) == code
