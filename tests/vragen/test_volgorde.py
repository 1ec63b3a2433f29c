"""The order of modules by a column: numbers, dates and periods; what can be ordered in more than one way is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

import leeruitkomsten as lu
from leeruitkomsten.vragen.volgorde import plaatsen
from leeruitkomsten.zinnen import citaat


def geordend(*waarden: Any) -> list[Any]:
    """The values, each once, as the modules that have them come."""
    return [waarden[module] for module in plaatsen((f"regel {n}", n, waarde) for n, waarde in enumerate(waarden))]


@pytest.mark.parametrize(
    "op_volgorde",
    [
        [1, 2, 10], [1.5, 2, 10.25], ["1", "2", "10"], [np.int64(-2), np.int8(1)], [np.float64(0.5), 1], [1, "2", 3.0],
        ["1.2", "1.10", "2.1"], ["Blok 1", "blok  2", "BLOK 10"], ["P1", "P2"], ["jaar 1.4", "jaar 2.1"], ["2025-2026", "2026-2027"],
        ["2026-09-01", dt.date(2026, 9, 2), dt.datetime(2026, 10, 1, 12, 0), pd.Timestamp("2027-01-01")],
        ["semester 1", "semester 2"],
    ],
)  # fmt: skip
def test_what_is_a_number_a_date_or_a_period_is_ordered(op_volgorde: list[Any]) -> None:
    assert geordend(*op_volgorde) == op_volgorde
    assert geordend(*op_volgorde[::-1]) == op_volgorde


def fout_bij(*regels: tuple[str, Any]) -> list[str]:
    with pytest.raises(lu.OngeldigeVraag) as fout:
        plaatsen((f"regel {n}", module, waarde) for n, (module, waarde) in enumerate(regels, 1))
    assert fout.value.soort == "ongeldige_regel"
    return str(fout.value).splitlines()


HOE = "de volgorde is een getal, een datum als jjjj-mm-dd, of een periode als 1.2 of blok 3, niet"


@pytest.mark.parametrize(
    "waarde", ["01-09-2026", "1/9/2026", "1.9.2026", "blok 1 jaar 2", "herfst", "1e jaar", "9" * 30, True, [1], "-1"]
)
def test_what_has_no_one_order_is_refused(waarde: Any) -> None:
    assert fout_bij(("a", 1), ("b", waarde)) == [f"regel 2: {HOE} {citaat(waarde)}"]


def test_every_line_at_fault_is_named() -> None:
    assert fout_bij(("a", "blok 1"), ("b", "jaar 1"), ("a", "blok 2"), ("c", None), ("c", " ")) == [
        "regel 2: 'jaar 1' is niet te ordenen met 'blok 1'",
        "regel 3: module 'a' staat op 'blok 2', en eerder op 'blok 1'",
        "regel 4: hier staat geen volgorde van 'c'",
    ]


def test_one_line_of_a_module_says_its_moment() -> None:
    assert plaatsen([("", "b", None), ("", "a", 1), ("", "b", "2"), ("", "b", float("nan")), ("", "c", 2.0)]) == {
        "a": 0,
        "b": 1,
        "c": 1,
    }


def test_of_two_modules_of_the_same_moment_neither_comes_first() -> None:
    regels = [
        {"m": "A", "c": "WP3.4b", "p": "1.2"},
        {"m": "B", "c": "WP2.4a", "p": "1.2"},
        {"m": "C", "c": "WP1.4a", "p": "1.1"},
    ]
    dekking = lu.dekking(regels, module="m", criterium="c", volgorde="p")
    assert dekking.modules == ("C", "A", "B")
    assert (dekking.omgekeerd, dekking.volgorde[0].omgekeerd) == ((), ())
    zonder = lu.dekking(regels, module="m", criterium="c")
    assert zonder.modules == ("A", "B", "C")
    assert len(zonder.omgekeerd) == 3
