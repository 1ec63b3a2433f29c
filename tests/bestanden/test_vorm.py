"""A file held against the records that it becomes: every fault with its path, and nothing dropped in silence."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN, gegevens
from leeruitkomsten import OngeldigRaamwerk, Raamwerk, Succescriterium
from leeruitkomsten.bestanden.jsonbestand import MetDubbeleSleutels
from leeruitkomsten.bestanden.portfolio import portfolioschema
from leeruitkomsten.bestanden.raamwerkbestand import raamwerkschema, uit_gegevens
from leeruitkomsten.bestanden.vorm import _in_een_keer, structureer

BREED = RAAMWERKEN["breed"]


def bevindingen(data: object) -> list[tuple[str, str]]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(data)
    return [(bevinding.pad, bevinding.soort) for bevinding in fout.value.bevindingen]


def objecten(deel: Any, pad: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object in plain data, with its path."""
    if isinstance(deel, dict):
        return [(pad, deel), *(o for naam, d in deel.items() for o in objecten(d, f"{pad}.{naam}" if pad else naam))]
    return [o for n, d in enumerate(deel) for o in objecten(d, f"{pad}[{n}]")] if isinstance(deel, list) else []


def test_what_is_sound_becomes_records_once(elk: Raamwerk) -> None:
    waarden, fouten = structureer(elk.als_dict(), Raamwerk)
    assert fouten == []
    assert Raamwerk._vertrouwd(*waarden) == elk


@pytest.mark.parametrize("nummer", range(0, len(objecten(BREED.als_dict())), 7))
def test_an_unknown_key_is_named_wherever_it_stands(nummer: int) -> None:
    data = copy.deepcopy(BREED.als_dict())
    pad, deel = objecten(data)[nummer]
    deel["kleur"] = "rood"
    assert bevindingen(data) == [(f"{pad}.kleur" if pad else "kleur", "onbekende_sleutel")]


def test_what_is_no_list_or_object_has_its_soort() -> None:
    data = gegevens(["A"], 1, {"A1.1a": "x"}) | {"leerlijnen": {}, "bron": [], "errata": [], "vervallen": []}
    assert bevindingen(data) == [("bron", "verkeerd_type"), ("leerlijnen", "verkeerd_type")]


@pytest.mark.parametrize("weglaten", ["notatie", "omschrijving", "rijnamen"])
def test_an_unknown_key_is_named_in_the_place_of_one_that_may_be_left_out(weglaten: str) -> None:
    data = gegevens(["A"], 1, {"A1.1a": "x"})
    uitkomst = data["leerlijnen"][0]["leeruitkomsten"][0]
    for deel in (data["leerlijnen"][0], uitkomst, uitkomst["succescriteria"][0]):
        deel[f"{weglaten}x"] = "x"
    assert [soort for _, soort in bevindingen(data)] == ["onbekende_sleutel"] * 3


@pytest.mark.parametrize("sleutel", [0, None, 1.5, ("a",), b"x", True, "\ud800", "a b", ""])
def test_a_key_of_any_kind_is_a_finding(sleutel: object) -> None:
    data: dict[Any, Any] = gegevens(["A"], 1, {"A1.1a": "x"})
    data[sleutel] = 1
    data["bron"][sleutel] = data["bron"]["zomaar"] = 1
    gevonden = bevindingen(data)
    assert [soort for _, soort in gevonden] == ["onbekende_sleutel"] * 3
    assert all(pad.isprintable() for pad, _ in gevonden)
    assert bevindingen({0: 1})


def test_all_faults_come_at_once() -> None:
    data = gegevens(["A"], 2, {"A1.1a": "goed", "A1.2a": " fout", "A1.2b": "goed", "A2.1a": "goed"})
    criteria = data["leerlijnen"][0]["leeruitkomsten"][0]["succescriteria"]
    criteria[2]["code"] = "A1.1a"
    del data["datum"]
    data["errata"][0]["staat"] = "nergens"
    plek = "leerlijnen[0].leeruitkomsten[0].succescriteria"
    assert bevindingen(data) == [
        ("datum", "ontbreekt"), (f"{plek}[1].tekst", "verkeerde_vorm"), (f"{plek}[2].code", "dubbel"), ("errata[0].staat", "verkeerd_aantal"),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["wp2.1a", "B1.1a", "A1.1", "", "A1.01a", "A2.1a", "A1.1a"])
def test_a_faulty_code_is_one_finding(code: str) -> None:
    data = gegevens(["A"], 2, {"A1.1a": "x", "A1.2a": "y", "A2.1a": "z"})
    data["leerlijnen"][0]["leeruitkomsten"][0]["succescriteria"][1]["code"] = code
    assert [pad for pad, _ in bevindingen(data)] == ["leerlijnen[0].leeruitkomsten[0].succescriteria[1].code"]


@pytest.mark.parametrize(("pad", "waarde"), [("code", "A2"), ("code", "a1"), ("code", "")])
def test_a_faulty_code_of_a_leeruitkomst_is_one_finding(pad: str, waarde: str) -> None:
    data = gegevens(["A"], 1, {})
    data["errata"] = data["vervallen"] = []
    data["leerlijnen"][0]["leeruitkomsten"][0][pad] = waarde
    assert [p for p, _ in bevindingen(data)] == ["leerlijnen[0].leeruitkomsten[0].code"]


def test_an_optional_field_may_be_null_and_is_left_out_in_what_is_written() -> None:
    data = gegevens(["A"], 1, {"A1.1a": "x"})
    data["leerlijnen"][0] |= {"omschrijving": None, "rijnamen": []}
    data["leerlijnen"][0]["leeruitkomsten"][0]["succescriteria"][0]["notatie"] = None
    kader = uit_gegevens(data)
    assert b"notatie" not in lu.schrijf(kader)
    assert b"rijnamen" not in lu.schrijf(kader)
    assert lu.lees(lu.schrijf(kader)) == kader


GAAF = [{"code": "A1.1a", "tekst": "Je leest."}, {"tekst": "Je schrijft.", "code": "A1.1b"}]


def test_a_list_of_which_each_has_what_it_must_have_becomes_records_at_once() -> None:
    gemaakt = _in_een_keer(Succescriterium)(GAAF)
    assert gemaakt == [Succescriterium("A1.1a", "Je leest."), Succescriterium("A1.1b", "Je schrijft.")]


@pytest.mark.parametrize(
    "ander",
    [
        {"code": "A1.2a"}, {"code": "A1.2a", "naam": "x"}, {"code": "A1.2a", "tekst": "x", "notatie": None},
        {"code": "A1.2a", "tekst": " x"}, {"code": 3, "tekst": "x"}, MetDubbeleSleutels(code="A1.2a", tekst="x"), ["A1.2a", "x"],
    ],
)  # fmt: skip
def test_where_one_of_a_list_is_another_each_is_looked_at(ander: object) -> None:
    assert _in_een_keer(Succescriterium)([*GAAF, ander]) is None
    assert _in_een_keer(Succescriterium)([ander, *GAAF]) is None


@pytest.mark.parametrize("soort", [str, lu.Leeruitkomst, lu.Leerlijn])
def test_what_has_parts_of_its_own_or_none_is_looked_at_one_by_one(soort: type) -> None:
    assert _in_een_keer(soort)([]) is None
    assert _in_een_keer(soort)(["x"]) is None


@pytest.mark.parametrize(("naam", "gemaakt"), [("raamwerk", raamwerkschema()), ("portfolio", portfolioschema())])
def test_the_schema_is_the_one_that_comes_with_the_package(naam: str, gemaakt: dict[str, object]) -> None:
    bestand = Path(lu.__file__).parent / "data" / f"{naam}.schema.json"
    assert gemaakt == json.loads(bestand.read_text("utf-8"))


def test_of_a_list_with_more_than_a_thousand_faults_the_rest_is_not_looked_at() -> None:
    leeg: list[dict[str, object]] = [{} for _ in range(600)]
    _, fouten = structureer(gegevens(["A"], 1, {"A1.1a": "x"}) | {"errata": leeg}, Raamwerk)
    # Each lacks its five keys: after two hundred of them there are a thousand faults, and no more than that.
    assert [fout.pad for fout in fouten if fout.pad.startswith("errata")][::5] == [
        f"errata[{n}].code" for n in range(201)
    ]
    assert len(fouten) == 1005


@pytest.mark.parametrize(
    ("aantal", "genoemd"),
    [(1, "'a'"), (2, "'a' en 'b'"), (3, "'a' en 'b' en 'c'"), (5, "'a' en 'b' en 'c' en nog 2 andere")],
)
def test_of_keys_that_stand_twice_three_are_named(aantal: int, genoemd: str) -> None:
    data = MetDubbeleSleutels(gegevens(["A"], 1, {"A1.1a": "x"}))
    data.dubbel = tuple("abcde"[:aantal])
    _, fouten = structureer(data, Raamwerk)
    assert [tuple(fout) for fout in fouten] == [
        ("het bestand", "dubbele_sleutel", f"sleutel {genoemd} staat er meer dan eens")
    ]


@pytest.mark.parametrize(
    ("sleutel", "pad"),
    [
        ("kleur", "kleur"), ("a b", "['a b']"), ("", "['']"), ("1a", "['1a']"), (0, "[0]"), (None, "[None]"), ("é", "é"),
        ("a\u200db", "['a\\u200db']"),
    ],
)  # fmt: skip
def test_a_key_that_is_no_plain_word_is_quoted_in_its_path(sleutel: object, pad: str) -> None:
    data: dict[Any, Any] = gegevens(["A"], 1, {"A1.1a": "x"})
    data[sleutel] = 1
    data["bron"][sleutel] = 1
    binnen = f"bron{pad}" if pad[0] == "[" else f"bron.{pad}"
    assert {fout.pad for fout in structureer(data, Raamwerk)[1]} == {pad, binnen}
