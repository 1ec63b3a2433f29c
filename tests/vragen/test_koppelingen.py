"""The links of a curriculum as they are given: a mapping, pairs, or a data frame of two columns."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten.vragen.koppelingen import codes_in, lees_plan

PER_MODULE = {"Stage 2": ["WP2.1a", "zomaar", "WD2"], "Stage 1": ["WP1", "WP2.1a"]}
PAREN = [(module, code) for module, codes in PER_MODULE.items() for code in codes]
MODULES, CODES = zip(*PAREN, strict=True)
NAAM = "een module is een naam of een geheel getal, niet"
RAAD = "; zet de module op elke regel"
PAAR = "hier hoort een module met een code, er staat"


def gelezen_uit(koppelingen: Any) -> dict[Any, list[object]]:
    return lees_plan(koppelingen).codes


@pytest.mark.parametrize(
    "koppelingen",
    [
        OrderedDict(PER_MODULE), MappingProxyType(PER_MODULE), PER_MODULE.items(), {m: iter(c) for m, c in PER_MODULE.items()},
        {m: dict.fromkeys(c).keys() for m, c in PER_MODULE.items()}, {m: pd.Series(c) for m, c in PER_MODULE.items()},
        PAREN, tuple(PAREN), iter(PAREN), [list(paar) for paar in PAREN], zip(MODULES, CODES, strict=True),
        pd.DataFrame(PAREN), pd.DataFrame({"module": MODULES, "code": CODES}, index=[9, 8, 7, 7, 7]),
        pd.DataFrame({"module": MODULES, "code": CODES}).astype("category"),
        pd.DataFrame({"module": MODULES, "code": CODES}).convert_dtypes(),
        pl.DataFrame({"module": MODULES, "code": CODES}), pl.DataFrame(PAREN, schema=["code", "module"], orient="row"),
    ],
)  # fmt: skip
def test_every_form_gives_the_same(koppelingen: Any) -> None:
    assert lu.dekking(koppelingen) == lu.dekking(PER_MODULE)


def test_modules_and_codes_stay_in_the_order_given() -> None:
    gelezen = gelezen_uit([("b", "y"), ("a", "x"), ("b", "x"), ("a", "w")])
    assert list(gelezen.items()) == [("b", ["y", "x"]), ("a", ["x", "w"])]


@given(st.lists(st.tuples(st.sampled_from(["b", "a", 2, "2"]), st.sampled_from(["WP1", "WP1.1a", "WD2", "x"]))))
def test_pairs_and_the_mapping_that_they_make_are_equal(paren: list[tuple[Any, str]]) -> None:
    per: dict[Any, list[str]] = {}
    for module, code in paren:
        per.setdefault(module, []).append(code)
    assert lu.dekking(paren) == lu.dekking(per)
    assert lu.dekking(iter(paren)) == lu.dekking(per)


def test_a_line_of_a_table_may_hold_several_codes() -> None:
    codes = [["WP1.1a", "WP1.2a"], ["WD2", "WP2"], []]
    heel = lu.dekking(dict(zip("abc", codes, strict=True)))
    assert lu.dekking(zip("abc", codes, strict=True)) == heel
    assert lu.dekking(pd.DataFrame({"module": list("abc"), "codes": codes})) == heel
    assert lu.dekking(pl.DataFrame({"module": list("abc"), "codes": codes})) == heel


def test_a_cell_of_a_data_frame_may_be_an_array_as_parquet_gives_it() -> None:
    tabel = pd.DataFrame({"module": ["a", "b"], "codes": [np.array(["WP1.1a", "WD2"]), np.array([], dtype=str)]})
    assert lu.dekking(tabel) == lu.dekking({"a": ["WP1.1a", "WD2"], "b": []})


def test_a_code_given_twice_to_one_module_counts_once() -> None:
    for vaker in (["WP1.1a", "WP1.1a"], ["WP1", "WP1.1a"], ["WP1.1a", "WP1"]):
        assert lu.dekking({"Stage": vaker}).dubbel == ()
    assert [c.code for c in lu.dekking([("a", "WP1.1a"), ("b", "WP1.1a"), ("a", "WP1.1a")]).dubbel] == ["WP1.1a"]


def test_modules_without_codes_and_an_empty_curriculum_are_answers_too() -> None:
    dekking = lu.dekking({"leeg": [], "Stage": "WP1", "niets": ()})
    assert dekking.modules == ("leeg", "Stage", "niets")
    assert str(dekking) == "4 van 101 succescriteria gedekt door 3 modules, 2 modules zonder codes"
    assert dekking.zonder_codes == ("leeg", "niets")
    for leeg in ({}, []):
        assert lu.dekking(leeg).ongedekt == lu.laad().succescriteria
        assert (lu.dekking(leeg).modules, lu.dekking(leeg).volgorde) == ((), ())


def test_unknown_codes_are_kept_with_their_module_and_what_was_meant() -> None:
    plan: dict[Any, Any] = {"a": ["wp1.1a", "WP1.1a", "zomaar"], 2: "WPl1", "c": [None, 3, "WP1.9"]}
    dekking = lu.dekking(plan)
    assert [(k.module, k.code) for k in dekking.onbekend] == [
        ("a", "wp1.1a"), ("a", "zomaar"), (2, "WPl1"), ("c", "3"), ("c", "WP1.9"),
    ]  # fmt: skip
    assert [k.suggesties for k in dekking.onbekend][:4] == [("WP1.1a",), (), ("WPI1",), ()]
    assert all(k.reden for k in dekking.onbekend)
    assert {code: door for code, door in dekking.per_criterium.items() if door} == {"WP1.1a": ("a",)}


@pytest.mark.parametrize("code", ["WP9", "WP.9", "WP1.9", "EvL9", "–", 1, 1.5, True, b"WP1", ["WP1"], {}, {"WP1"}])
def test_what_is_no_code_covers_nothing_and_is_not_lost(code: object) -> None:
    dekking = lu.dekking({"a": ["WP1.1a", code]})
    assert [k.module for k in dekking.onbekend] == ["a"]
    assert len(dekking.ongedekt) == 100
    hash(dekking)


def test_one_code_may_stand_by_itself_and_a_module_without_codes_stays() -> None:
    assert gelezen_uit({"a": "WP1", "b": [], 3: iter(())}) == {"a": ["WP1"], "b": [], 3: []}


@pytest.mark.parametrize("soort", [np.int8, np.int64, np.uint16])
def test_a_whole_number_of_any_kind_is_the_module_with_that_number(soort: Callable[[int], Any]) -> None:
    gelezen = gelezen_uit([(soort(3), "WP1"), (3, "WP2"), ("3", "WP3")])
    assert gelezen == {3: ["WP1", "WP2"], "3": ["WP3"]}
    assert [type(module) for module in gelezen] == [int, str]


def test_numbers_in_a_data_frame_are_modules() -> None:
    for kolom in (pd.Series([1, 0]), pd.Series([1, 0], dtype="Int64"), pd.Series([1, 0], dtype="uint8")):
        assert lu.dekking(pd.DataFrame({"m": kolom, "c": ["WP1", "WP2"]})).modules == (1, 0)
    assert lu.dekking(pl.DataFrame({"m": [-1, 0], "c": ["WP1", "WP2"]})).modules == (-1, 0)


NAAMLOOS = [None, "", " \t", float("nan"), 1.0, True, False, np.float64(2), np.bool_(True), b"a", ("a",), pd.NA, pd.NaT]


@pytest.mark.parametrize("naam", NAAMLOOS)
def test_a_module_without_a_name_or_whole_number_is_refused(naam: object) -> None:
    with pytest.raises(ValueError, match=rf"^regel 2: {NAAM} "):
        lu.dekking([("a", "WP1"), (naam, "WP1"), ("b", "WP1")])
    with pytest.raises(ValueError, match=rf"^module 2: {NAAM} "):
        lu.dekking({"a": "WP1", naam: "WP1"})


def test_a_list_as_module_is_refused() -> None:
    with pytest.raises(ValueError, match=rf"^regel 1: {NAAM} een lijst$"):
        lu.dekking([(["a"], "WP1")])


def fout_bij(koppelingen: Any) -> list[str]:
    with pytest.raises(ValueError) as fout:  # noqa: PT011  # the whole sentence is compared
        lu.dekking(koppelingen)
    return str(fout.value).splitlines()


def test_every_line_at_fault_is_named() -> None:
    lijnen: list[Any] = ["ab", ("a", "WP1"), ("a",), ("a", "WP1", "WP2"), None, (None, "WP1"), 3, {"a": "WP1"}, ("", 1)]
    assert fout_bij(lijnen) == [
        f"regel 1: {PAAR} 'ab'",
        f"regel 3: {PAAR} een lijst",
        f"regel 4: {PAAR} een lijst",
        f"regel 5: {PAAR} None",
        f"regel 6: {NAAM} None{RAAD}",
        f"regel 7: {PAAR} 3",
        f"regel 8: {PAAR} een dict; maak er een paar van: (module, code)",
        f"regel 9: {NAAM} ''",
    ]
    assert fout_bij({"": "WP1", "a": "WP1", 2.0: []}) == [f"module 1: {NAAM} ''", f"module 3: {NAAM} 2.0"]


@pytest.mark.parametrize(
    ("tabel", "regels"),
    [
        (pd.DataFrame({"m": ["a", None, float("nan"), ""], "c": ["WP1"] * 4}), [2, 3, 4]),
        (pd.DataFrame({"m": ["a", None, "b"], "c": ["WP1"] * 3}).convert_dtypes(), [2]),
        (pd.DataFrame({"m": pd.Series([1, None, 3], dtype="Int64"), "c": ["WP1"] * 3}), [2]),
        (pd.DataFrame({"m": [1.0, 2.0], "c": ["WP1"] * 2}), [1, 2]),
        (pd.DataFrame({"m": [True, False], "c": ["WP1"] * 2}), [1, 2]),
        (pl.DataFrame({"m": ["a", None, ""], "c": ["WP1"] * 3}), [2, 3]),
        (pl.DataFrame({"m": [1, None], "c": ["WP1"] * 2}), [2]),
        (pl.DataFrame({"m": [1.0, float("nan")], "c": ["WP1"] * 2}), [1, 2]),
        (pl.DataFrame({"m": [True], "c": ["WP1"]}), [1]),
    ],
)
def test_every_line_of_a_data_frame_at_fault_is_named(tabel: Any, regels: list[int]) -> None:
    assert [zin.partition(":")[0] for zin in fout_bij(tabel)] == [f"regel {nummer}" for nummer in regels]


@pytest.mark.parametrize("leeg", [None, float("nan"), pd.NA, pd.NaT])
def test_a_module_that_is_an_empty_cell_is_none_whatever_pandas_has_there(leeg: object) -> None:
    tabel = pd.DataFrame({"m": pd.Series(["a", leeg], dtype="object"), "c": ["WP1"] * 2})
    assert fout_bij(tabel) == [f"regel 2: {NAAM} None{RAAD}"]


def test_a_line_at_fault_is_given_back_with_its_place() -> None:
    lijnen: list[Any] = [("a", "WP1"), "ab", ("", "WP1")]
    with pytest.raises(lu.OngeldigeVraag) as fout:
        lu.dekking(lijnen)
    assert [(een.soort, een.gegevens) for een in (fout.value, *fout.value.verder)] == [
        ("ongeldige_regel", {"waar": "regel 2", "staat": "ab"}),
        ("ongeldige_regel", {"waar": "regel 3", "module": ""}),
    ]


@pytest.mark.parametrize("leeg", [None, float("nan"), pd.NA])
def test_an_empty_code_in_a_data_frame_is_no_code_and_its_module_stays(leeg: object) -> None:
    tabel = pd.DataFrame({"m": ["a", "b"], "c": pd.Series(["WP1", leeg], dtype="object")})
    dekking = lu.dekking(tabel)
    assert (dekking.modules, dekking.zonder_codes, dekking.onbekend) == (("a", "b"), ("b",), ())
    assert dekking == lu.dekking(pl.DataFrame({"m": ["a", "b"], "c": ["WP1", None]}))
    assert dekking == lu.dekking([("a", "WP1"), ("b", None)])


@pytest.mark.parametrize(
    "leeg", [[], (), {}, pd.DataFrame({"m": [], "c": []}), pl.DataFrame({"m": [], "c": []}), iter(())]
)
def test_no_lines_are_no_modules(leeg: Any) -> None:
    assert lu.dekking(leeg).modules == ()


@pytest.mark.parametrize("geen_tabel", ["WP1", "", b"WP1", None, 3, 2.5, True, object(), len])
def test_what_is_no_table_is_a_type_error(geen_tabel: Any) -> None:
    zin = "^dekking vraagt per module om zijn codes, of om een tabel, niet om "
    with pytest.raises(lu.VerkeerdType, match=zin) as fout:
        lu.dekking(geen_tabel)
    assert fout.value.gegevens == {"koppelingen": geen_tabel}
    assert str(fout.value).endswith("lees je eerst met lees_tabel") == isinstance(geen_tabel, str)


@pytest.mark.parametrize("koppelingen", [PER_MODULE, PAREN, iter(PAREN)])
def test_columns_are_of_a_table_only(koppelingen: Any) -> None:
    with pytest.raises(
        lu.OngeldigeVraag, match=r"^alleen een tabel heeft kolommen: laat module=, volgorde= weg$"
    ) as fout:
        lu.dekking(koppelingen, module="vak", volgorde="blok")
    assert (fout.value.soort, fout.value.gegevens) == ("onbekende_optie", {"module": "vak", "volgorde": "blok"})


@pytest.mark.parametrize(
    ("cel", "codes"),
    [
        ("WP1.1a, WD2", ["WP1.1a", "WD2"]), ("WP1,WD2;EvL1", ["WP1", "WD2", "EvL1"]), ("WP1\r\n\r\nWD2\n", ["WP1", "WD2"]),
        (" WP1 ", ["WP1"]), ("\u00a0WP1;\u00a0", ["WP1"]), ("WP1\u2028WD2\x0bWD3", ["WP1", "WD2", "WD3"]), ("WP2,4a", ["WP2,4a"]),
        ("WP2.4a,2b", ["WP2.4a", "2b"]), ("WP1 en WD2", ["WP1 en WD2"]), (", ;", [", ;".strip()]), ("", []), (" \n", []), (None, []),
        (float("nan"), []), (pd.NA, []), (pd.NaT, []), (["WP1", None, "", "WD2, WD3"], ["WP1", "WD2, WD3"]), (3, [3]),
    ],
)  # fmt: skip
def test_a_text_has_codes_parted_by_comma_semicolon_or_line(cel: object, codes: list[object]) -> None:
    assert codes_in(cel) == codes


def test_several_codes_in_a_cell_are_the_same_as_a_list_of_them() -> None:
    for cel in ("WP1.1a, WD2; EvL1", "WP1.1a;\nWD2\nEvL1\n"):
        assert lu.dekking({"a": cel}) == lu.dekking([("a", cel)]) == lu.dekking({"a": ["WP1.1a", "WD2", "EvL1"]})
