"""Periods: each day is in one, each follows the one before, and a table of one's own is held to that too."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten import OngeldigeVraag
from leeruitkomsten.periodes import MEESTE_PERIODES, STAPPEN, Indeling, Periode

TABEL = {"blok 1": "2026-11-13", "blok 2": date(2027, 2, 5)}
EINDEN = (Periode("blok 1", date(2026, 11, 13)), Periode("blok 2", date(2027, 2, 5)))


def namen(stap: Any, eerste: str, laatste: str, tot: Any = None) -> list[tuple[str, str]]:
    return [
        (naam, str(dag))
        for naam, dag in periodes(Indeling.van(stap, tot), date.fromisoformat(eerste), date.fromisoformat(laatste))
    ]


def periodes(indeling: Indeling, eerste: date, laatste: date) -> list[Periode]:
    return [*map(indeling.periode, indeling.reeks(indeling.nummer(eerste), indeling.nummer(laatste)))]


def test_months_quarters_and_weeks_end_with_their_last_day() -> None:
    assert namen("maand", "2027-12-31", "2028-02-01") == [
        ("december 2027", "2027-12-31"), ("januari 2028", "2028-01-31"), ("februari 2028", "2028-02-29"),
    ]  # fmt: skip
    assert namen("kwartaal", "2026-11-24", "2027-04-01") == [
        ("kwartaal 4 van 2026", "2026-12-31"), ("kwartaal 1 van 2027", "2027-03-31"), ("kwartaal 2 van 2027", "2027-06-30"),
    ]  # fmt: skip
    assert namen("week", "2026-12-27", "2027-01-04") == [
        ("week 52 van 2026", "2026-12-27"), ("week 53 van 2026", "2027-01-03"), ("week 1 van 2027", "2027-01-10"),
    ]  # fmt: skip


def test_the_last_period_ends_with_the_last_day_that_counts() -> None:
    assert namen("maand", "2026-10-01", "2026-10-02", "2026-11-24") == [
        ("oktober 2026", "2026-10-31"),
        ("november 2026", "2026-11-24"),
    ]
    assert namen(TABEL, "2026-10-01", "2026-10-02", "2026-11-24") == [
        ("blok 1", "2026-11-13"),
        ("blok 2", "2026-11-24"),
    ]
    assert namen(TABEL, "2026-10-01", "2026-10-02", "2026-11-13") == [("blok 1", "2026-11-13")]
    assert namen(TABEL, "2026-10-01", "2026-10-02", "2028-01-01") == [
        ("blok 1", "2026-11-13"),
        ("blok 2", "2027-02-05"),
    ]


def test_the_periods_of_a_table_are_all_there() -> None:
    indeling = Indeling.van(TABEL)
    assert tuple(map(indeling.periode, indeling.reeks(None, None))) == EINDEN
    assert [*Indeling.van("maand").reeks(None, None)] == []


def test_of_which_days_there_is_no_period() -> None:
    assert Indeling.van("maand").einde is None
    assert Indeling.van("maand", "2026-11-24").einde == date(2026, 11, 24)
    assert Indeling.van(TABEL).einde == date(2027, 2, 5)
    assert Indeling.van(TABEL, "2026-11-24").einde == date(2026, 11, 24)
    assert Indeling.van(TABEL, "2028-11-24").einde == date(2027, 2, 5)


@given(st.dates(), st.sampled_from(STAPPEN))
def test_every_day_is_in_the_period_that_ends_next(dag: date, stap: str) -> None:
    indeling = Indeling.van(stap)
    nummer = indeling.nummer(dag)
    einde = indeling.periode(nummer).laatste_dag
    assert dag <= einde
    assert einde == date.max or indeling.nummer(einde + timedelta(1)) == nummer + 1
    assert nummer == indeling.nummer(date.min) or indeling.periode(nummer - 1).laatste_dag < dag


@given(st.dates(date(2000, 1, 1), date(2019, 1, 1)), st.integers(0, 7000), st.sampled_from(STAPPEN))
def test_periods_follow_each_other_without_a_gap(eerste: date, dagen: int, stap: str) -> None:
    laatste = min(eerste + timedelta(dagen), date(2019, 1, 1))
    indeling = Indeling.van(stap)
    reeks = periodes(indeling, eerste, laatste)
    assert reeks[0].laatste_dag >= eerste
    assert reeks[-1].laatste_dag >= laatste
    assert all(
        indeling.nummer(een + timedelta(1)) == indeling.nummer(ander) for (_, een), (_, ander) in pairwise(reeks)
    )
    assert len({naam for naam, _ in reeks}) == len(reeks)


@pytest.mark.parametrize(
    "tabel",
    [
        TABEL, [*TABEL.items()], tuple(TABEL.items()), iter(TABEL.items()), [["blok 1", "2026-11-13"], ["blok 2", "2027-02-05"]],
        pd.DataFrame({"naam": [*TABEL], "tot": pd.to_datetime(["2026-11-13", "2027-02-05"])}),
        pl.DataFrame({"naam": [*TABEL], "tot": [dag for _, dag in EINDEN]}),
    ],
)  # fmt: skip
def test_a_table_of_periods_may_be_of_several_kinds(tabel: Any) -> None:
    assert Indeling.van(tabel).tabel == EINDEN


@pytest.mark.parametrize(
    ("stap", "zin"),
    [
        ("dag", "stap='dag' kan niet; kies uit: 'week', 'maand' of 'kwartaal'"),
        (3, "stap=3 kan niet; kies uit: 'week', 'maand', 'kwartaal' of 'een tabel van namen met hun laatste dag'"),
        (b"maand", "stap=b'maand' kan niet"),
        ([], "een tabel van periodes heeft er 1 tot en met 1000, deze heeft er 0"),
        ({"blok 1": "13-11-2026"}, "periode 1: hier hoort een naam met een laatste dag (jjjj-mm-dd), er staat 'blok 1' met '13-11-2026'"),
        ({1: "2026-11-13"}, "periode 1: hier hoort een naam"),
        ({" ": "2026-11-13"}, "periode 1: hier hoort een naam"),
        (["blok 1"], "periode 1: hier hoort een naam met een laatste dag (jjjj-mm-dd), er staat None met None"),
        ([("a", "2026-11-13", "x")], "periode 1: hier hoort een naam"),
        ([("a", "2026-11-13"), ("a", "2026-11-14")], "er zijn twee periodes met de naam 'a'"),
        ([("a", "2026-11-13"), ("b", "2026-11-13")], "'b' eindigt op 2026-11-13, niet na 'a' (2026-11-13); geef de periodes op volgorde"),
    ],
)  # fmt: skip
def test_what_are_no_periods_is_refused(stap: Any, zin: str) -> None:
    with pytest.raises(OngeldigeVraag) as fout:
        Indeling.van(stap)
    assert zin in str(fout.value)


def test_every_fault_in_a_table_of_periods_is_named() -> None:
    with pytest.raises(OngeldigeVraag) as fout:
        Indeling.van([("a", "x"), ("b", "y")])
    assert len(fout.value.verder) == 1


def test_a_date_with_a_digit_too_many_makes_no_thousands_of_periods() -> None:
    indeling = Indeling.van("maand")
    laatste = date(2026, 11, 24)
    assert len(periodes(indeling, date(2026 - 83, 8, 1), laatste)) == MEESTE_PERIODES
    with pytest.raises(
        OngeldigeVraag, match="van november 206 tot en met november 2026: dat zijn meer dan 1000 periodes"
    ):
        periodes(indeling, date(206, 11, 24), laatste)
    with pytest.raises(OngeldigeVraag, match="deze heeft er 1001"):
        Indeling.van([(str(nummer), date.fromordinal(nummer)) for nummer in range(1, MEESTE_PERIODES + 2)])


def test_a_day_that_counts_last_is_a_day() -> None:
    with pytest.raises(OngeldigeVraag, match="tot='morgen' is geen dag"):
        Indeling.van("maand", "morgen")
