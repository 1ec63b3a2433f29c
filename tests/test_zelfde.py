"""In what something counted with one framework differs from another."""

from __future__ import annotations

import attrs

from leeruitkomsten import Raamwerk
from leeruitkomsten.zelfde import verschillen
from test_vergelijking import raamwerk


def anders(hier: dict[str, str], daar: dict[str, str], codes: list[str], niveau: int | None = None) -> list[str]:
    """The differences of a small framework with a voortgang of another."""
    return list(verschillen(raamwerk(hier).leeruitkomsten, raamwerk(daar).voortgang(codes, niveau)))


def test_nothing_differs_from_the_framework_that_counted(elk: Raamwerk) -> None:
    alle = [criterium.code for criterium in elk.succescriteria]
    for niveau in (None, *(n.nummer for n in elk.niveaus)):
        assert not list(verschillen(elk.leeruitkomsten, elk.voortgang(alle, niveau)))


BASIS = {"A1.1a": "Je leest.", "A1.2a": "Je telt.", "A2.1a": "Je rekent.", "A2.2a": "Je schrijft."}


def test_each_kind_of_difference_is_one_line_with_all_codes() -> None:
    een = BASIS | {"A1.1a": "Je leest veel."}
    assert anders(BASIS, een, []) == ["luidt in dit raamwerk anders: A1.1a"]
    assert anders(BASIS, een | {"A2.1a": "x"}, []) == ["luiden in dit raamwerk anders: A1.1a, A2.1a"]
    minder = {code: tekst for code, tekst in BASIS.items() if code != "A1.2a"}
    assert anders(minder, BASIS, []) == ["bestaat niet in dit raamwerk: A1.2a"]
    assert anders(BASIS, minder, []) == ["ontbreekt in de voortgang: A1.2a"]
    assert anders({"A1.1a": "Je leest."}, BASIS, []) == ["bestaan niet in dit raamwerk: A1.2a, A2.1a, A2.2a"]
    assert anders(BASIS, {"A1.3a": "x", "A2.1a": "y"}, []) == [
        "bestaat niet in dit raamwerk: A1.3a",
        "luidt in dit raamwerk anders: A2.1a",
        "ontbreken in de voortgang: A1.1a, A1.2a, A2.2a",
    ]


def test_only_of_what_was_counted_or_shown_anything_can_differ() -> None:
    daar = {"A1.1a": "Je leest.", "A1.2a": "Je telt.", "A2.1a": "anders"}
    assert anders(BASIS, daar, [], 1) == []
    assert anders(BASIS, daar, ["A2.1a"], 1) == ["luidt in dit raamwerk anders: A2.1a"]
    assert anders({"A2.1a": "anders"}, daar, ["A1.1a", "A1.2a"], 2) == ["bestaan niet in dit raamwerk: A1.1a, A1.2a"]
    assert anders(BASIS, daar, [], 2) == ["luidt in dit raamwerk anders: A2.1a", "ontbreekt in de voortgang: A2.2a"]


def test_a_leeruitkomst_is_compared_too(klein: Raamwerk) -> None:
    uitkomst = klein.leeruitkomsten[0]
    anders_ = attrs.evolve(uitkomst, tekst=f"{uitkomst.tekst}!")
    stand = klein.voortgang([])
    assert list(verschillen((anders_, *klein.leeruitkomsten[1:]), stand)) == [
        f"luidt in dit raamwerk anders: {uitkomst.code}"
    ]
