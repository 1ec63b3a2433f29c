"""Days: what is one, and what is none."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten import OngeldigeVraag
from leeruitkomsten.datums import DATUMVORMEN, PATRONEN, Datumvorm, dag_van, eis_dag

DAG = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    "waarde",
    [
        DAG, datetime.datetime(2026, 11, 24, 23, 59), pd.Timestamp("2026-11-24 23:59"), pd.Timestamp("2026-11-24 00:30", tz="Asia/Tokyo"),
        "2026-11-24", "2026-11-24T23:59", "2026-11-24 00:00:00", "2026-11-24T10:15:30.123456",
    ],
)  # fmt: skip
def test_dates_and_iso_text_are_days_whatever_the_time(waarde: Any) -> None:
    assert dag_van(waarde) == DAG
    assert type(dag_van(waarde)) is datetime.date


@pytest.mark.parametrize("tekst", ["24-11-2026", "24-11-2026 10:15"])
def test_the_day_stands_first_where_that_was_said(tekst: str) -> None:
    assert dag_van(tekst, "dd-mm-jjjj") == DAG
    assert dag_van(tekst) is None
    assert dag_van("1-9-2026", "dd-mm-jjjj") == datetime.date(2026, 9, 1)


@pytest.mark.parametrize("vorm", DATUMVORMEN)
@pytest.mark.parametrize(
    "waarde",
    [
        "", " ", "gisteren", "24/11/2026", "11-24-2026", "2026-13-01", "2026-02-30", "0000-01-01", "2026-1-1", "20261124", "2026-11-24Z",
        "2026-11-24T25:00", "2026-11-24T10:15+01:00", "2026-11-24 ", " 2026-11-24", "2026-11-24\n", "٢٠٢٦-١١-٢٤", "31-9-2026", "1-1-26",
        "0-1-2026", "1-1-0000", 20261124, 46350.0, None, True, b"2026-11-24", datetime.time(10, 15), pd.NaT, float("nan"), ["2026-11-24"],
    ],
)  # fmt: skip
def test_anything_else_is_no_day(vorm: Datumvorm, waarde: Any) -> None:
    assert dag_van(waarde, vorm) is None


@given(st.dates(), st.times())
def test_every_day_comes_back(dag: datetime.date, tijd: datetime.time) -> None:
    assert dag_van(dag.isoformat()) == dag_van(datetime.datetime.combine(dag, tijd)) == dag
    assert dag_van(f"{dag}T{tijd}") == dag
    assert dag_van(f"{dag.day}-{dag.month}-{dag.year:04}", "dd-mm-jjjj") == dag


@given(st.text("0123456789-T:. ", max_size=19))
def test_what_is_a_day_has_the_form_of_one(tekst: str) -> None:
    for vorm in DATUMVORMEN:
        if dag_van(tekst, vorm) is not None:
            assert re.fullmatch(PATRONEN[vorm], tekst)


def test_a_keyword_that_is_no_day_is_named() -> None:
    assert eis_dag("2026-11-24", "tot") == eis_dag(DAG, "tot") == DAG
    with pytest.raises(
        OngeldigeVraag, match="tot='24-11-2026' is geen dag; geef een datum, zoals '2026-11-24'"
    ) as fout:
        eis_dag("24-11-2026", "tot")
    assert (fout.value.soort, fout.value.gegevens) == ("ongeldige_waarde", {"tot": "24-11-2026"})
