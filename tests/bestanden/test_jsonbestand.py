"""JSON files, read with care."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.jsonbestand import Jsonbestand, MetDubbeleSleutels, met_dubbele
from leeruitkomsten.fouten import Bevinding, OngeldigRaamwerk

SOORT = Jsonbestand(OngeldigRaamwerk, ("naam", "lijst"))


@pytest.mark.parametrize(("inhoud", "soort"), [
    (b"", "onleesbaar"), (b"\xef\xbb\xbf{}", "onleesbaar"), (b"\xff", "onleesbaar"), (b"[NaN]", "onleesbaar"), (b"{", "onleesbaar"),
    (b"1" * 5000, "onleesbaar"), (b"[" * 9000, "te_diep"), (b" " * 10_001, "te_groot"),
])  # fmt: skip
def test_what_is_wrong_with_one_as_json_is_one_finding(inhoud: bytes, soort: str) -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        SOORT.lees(inhoud, 10_000)
    assert [(bevinding.pad, bevinding.soort) for bevinding in fout.value.bevindingen] == [("het bestand", soort)]


def test_keys_that_stand_twice_are_remembered_and_the_last_one_counts() -> None:
    gelezen = SOORT.lees(b'{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}', 100)
    assert isinstance(gelezen, MetDubbeleSleutels)
    assert (gelezen, gelezen.dubbel) == ({"a": 3, "b": {"c": 2}}, ("a",))
    anders = met_dubbele(gelezen, {"x": 1})
    assert isinstance(anders, MetDubbeleSleutels)
    assert (anders, anders.dubbel) == ({"x": 1}, ("a",))
    assert type(met_dubbele({}, {"x": 1})) is dict


def test_findings_stand_in_the_order_of_the_file_each_once() -> None:
    paden = ["zomaar", "aap[0]", "lijst[10].x", "lijst[2].x", "naam", "lijst[2].b", "naam"]
    fout = SOORT.ongeldig([Bevinding(pad, "leeg", "reden") for pad in paden])
    assert [bevinding.pad for bevinding in fout.bevindingen] == [
        "naam",
        "lijst[2].b",
        "lijst[2].x",
        "lijst[10].x",
        "aap[0]",
        "zomaar",
    ]
    assert fout.meer == 0
    veel = SOORT.ongeldig([Bevinding(f"lijst[{n}]", "leeg", "reden") for n in range(130)])
    assert (len(veel.bevindingen), veel.meer) == (100, 30)


def test_a_file_may_be_as_large_as_its_bound() -> None:
    assert SOORT.lees(b" " * 9 + b"1", 10) == 1
