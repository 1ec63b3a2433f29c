"""Filters."""

from __future__ import annotations

import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk


def test_without_keywords_all_criteria_come(kader: Raamwerk) -> None:
    assert kader.kies() == kader.succescriteria


def test_keywords_narrow_together_and_values_widen(kader: Raamwerk) -> None:
    gekozen = lu.kies(leerlijn="WP", niveau=[2, 3])
    assert list(gekozen) == [c for c in kader.succescriteria if c.leerlijn == "WP" and c.niveau in (2, 3)]
    assert len(gekozen) == 18
    assert [c.code for c in lu.kies(rij=["WP.4", "WPI.4"], niveau=2)] == ["WP2.4a", "WP2.4b", "WPI2.4a"]
    assert [c.code for c in lu.kies(leeruitkomst={"WPO3"})] == ["WPO3.1a", "WPO3.2a", "WPO3.3a"]


def test_any_iterable_is_several_values() -> None:
    assert lu.kies(niveau=range(1, 3)) == lu.kies(niveau=(n for n in (2, 1))) == lu.kies(niveau=[1, 2, 2])


def test_nothing_is_a_fine_answer() -> None:
    assert lu.kies(leerlijn="WP", leeruitkomst="WD1") == ()
    assert lu.kies(niveau=[]) == ()
    assert lu.kies(niveau=1, rij="WP.5") == ()


def test_a_code_of_one_leerlijn_never_takes_in_another() -> None:
    assert {c.leerlijn for c in lu.kies(leerlijn="WP")} == {"WP"}
    assert {c.leeruitkomst for c in lu.kies(leeruitkomst="WP1")} == {"WP1"}


def test_one_error_names_every_unknown_value() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.kies(leerlijn=["WP", "wd"], niveau=(5, 2, "3"), rij=2.5, leeruitkomst=["WPl1", ["WP2"]])
    alle = (fout.value, *fout.value.verder)
    assert [(f.code, f.gevraagd, f.suggesties) for f in alle] == [
        ("wd", "leerlijn", ("WD",)),
        (5, "niveau", ()),
        ("3", "niveau", (3,)),
        ("WPl1", "leeruitkomst", ("WPI1",)),
        (["WP2"], "leeruitkomst", ()),
        (2.5, "rij", ()),
    ]
    assert str(fout.value).splitlines() == [
        "'wd' is geen leerlijn van dit raamwerk; bedoelde je 'WD'?",
        "5 is geen niveau van dit raamwerk: dit raamwerk gaat tot en met niveau 4",
        "'3' is geen niveau van dit raamwerk; bedoelde je 3?",
        "'WPl1' is geen leeruitkomst van dit raamwerk; bedoelde je 'WPI1'?",
        "een lijst is geen leeruitkomst van dit raamwerk: een code moet tekst zijn",
        "2.5 is geen rij van dit raamwerk: een code moet tekst zijn",
    ]
