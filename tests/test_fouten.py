"""Errors carry data, are equal when it is, and speak Dutch."""

from __future__ import annotations

import pickle

import pytest

from leeruitkomsten import Fout, OnbekendeCode, OngeldigRaamwerk
from leeruitkomsten.fouten import citaat

FOUTEN = [
    OnbekendeCode("WP22", "leeruitkomst", ("WP2",), (OnbekendeCode(9, "niveau"),)),
    OngeldigRaamwerk((Fout("naam", "deze sleutel ontbreekt"), Fout("bron", "x"))),
]


@pytest.mark.parametrize("fout", FOUTEN)
def test_errors_survive_pickling_and_are_equal_to_their_copy(fout: Exception) -> None:
    kopie = pickle.loads(pickle.dumps(fout))
    assert kopie == fout
    assert hash(kopie) == hash(fout)
    assert str(kopie) == str(fout)
    assert vars(kopie) == vars(fout)


def test_errors_with_other_data_differ() -> None:
    assert OnbekendeCode("a", "code") != OnbekendeCode("b", "code")
    assert OnbekendeCode("a", "code") != KeyError("a", "code", (), ())
    assert FOUTEN[0] != FOUTEN[1]
    assert OnbekendeCode(("a",), "code") != OnbekendeCode(("b",), "code")
    assert isinstance(hash(OnbekendeCode(["a"], "code")), int)


def test_kinds() -> None:
    assert isinstance(FOUTEN[0], KeyError)
    assert isinstance(FOUTEN[1], ValueError)


def test_sentences() -> None:
    assert str(FOUTEN[0]) == (
        "'WP22' is geen leeruitkomst van dit raamwerk; bedoelde je 'WP2'?\n9 is geen niveau van dit raamwerk"
    )
    assert str(OnbekendeCode("EvL9", "evl", ("EvL1", "EvL2"))) == (
        "'EvL9' is geen EvL van dit raamwerk; bedoelde je 'EvL1' of 'EvL2'?"
    )
    assert str(FOUTEN[1]) == "er zijn 2 fouten:\n- naam: deze sleutel ontbreekt\n- bron: x"
    assert str(OngeldigRaamwerk((Fout("a", "b"),))) == "er is 1 fout:\n- a: b"


def test_a_quote_is_short_and_on_one_line() -> None:
    assert citaat("a\nb\x1b[31m\u202e") == r"'a\nb\x1b[31m\u202e'"
    assert len(citaat("x" * 10_000)) == 60
    assert citaat(10**6000) == citaat(-(10**50)) == "een zeer groot getal"
    assert citaat(10**50 - 1) == "9" * 50
    assert citaat([[["x"]]]) == citaat(("x",)) == citaat({"x"}) == "een lijst"
    assert citaat({}) == "een object"
    assert citaat(None) == "None"
