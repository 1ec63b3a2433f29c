"""Growth of one portfolio: what had been shown by the end of each period, and voortgang by one day."""

from __future__ import annotations

import json
import pickle
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Groei, OnbekendeCode, OngeldigeVraag, Portfolio, Raamwerk, VerkeerdType
from leeruitkomsten.vragen.voortgang import GEEN_OORDEEL

KADER = lu.laad()
CODES = [c.code for c in KADER.succescriteria]
BEWIJS = [
    ("WP2.1a", "2026-11-30"),
    ("WP1.1a", "2026-09-02"),
    ("WP1.1a", "2026-11-01"),
    ("WP1.2a", "2026-09-30"),
    ("WPO1.1a", "2026-12-01"),
]
BLOKKEN = {"blok 1": "2026-11-13", "blok 2": "2027-02-05"}


def portfolio(bewijs: Any = BEWIJS, kader: Raamwerk = KADER) -> Portfolio:
    return Portfolio(kader.kenmerk, "s12", [lu.Bewijs(code, "les", dag) for code, dag in bewijs])


def kort(groei: Groei) -> list[tuple[str, str, int, list[str]]]:
    return [(stap.naam, stap.periode, stap.stand.aantal, [c.code for c in stap.nieuw]) for stap in groei]


def test_a_criterium_counts_from_its_first_day_on() -> None:
    assert kort(lu.groei(portfolio())) == [
        ("september 2026", "2026-09-30", 2, ["WP1.1a", "WP1.2a"]),
        ("oktober 2026", "2026-10-31", 2, []),
        ("november 2026", "2026-11-30", 3, ["WP2.1a"]),
        ("december 2026", "2026-12-31", 4, ["WPO1.1a"]),
    ]
    assert kort(lu.groei(portfolio(), stap="kwartaal")) == [
        ("kwartaal 3 van 2026", "2026-09-30", 2, ["WP1.1a", "WP1.2a"]),
        ("kwartaal 4 van 2026", "2026-12-31", 4, ["WP2.1a", "WPO1.1a"]),
    ]
    assert kort(lu.groei(portfolio(), stap=BLOKKEN)) == [
        ("blok 1", "2026-11-13", 2, ["WP1.1a", "WP1.2a"]),
        ("blok 2", "2027-02-05", 4, ["WP2.1a", "WPO1.1a"]),
    ]


def test_one_niveau_is_counted_by_itself() -> None:
    groei = lu.groei(portfolio(), niveau=2)
    assert kort(groei)[2] == ("november 2026", "2026-11-30", 1, ["WP2.1a"])
    assert groei[2].stand == (1, 27)
    assert [c.code for c in groei[2].voortgang.eerder] == ["WP1.1a", "WP1.2a"]


def test_later_evidence_does_not_count_and_that_is_said() -> None:
    groei = lu.groei(portfolio(), tot="2026-11-30")
    assert kort(groei)[-1][:3] == ("november 2026", "2026-11-30", 3)
    assert (groei.tot, groei.na_tot) == ("2026-11-30", 1)
    assert "Niet meegeteld: 1 × bewijs van na 2026-11-30." in str(groei._tabel())
    assert kort(lu.groei(portfolio(), tot=date(2027, 1, 8)))[-1] == ("januari 2027", "2027-01-08", 4, [])
    assert kort(lu.groei(portfolio(), stap=BLOKKEN, tot="2026-11-30"))[-1] == ("blok 2", "2026-11-30", 3, ["WP2.1a"])
    assert lu.groei(portfolio(), tot="2026-09-01") == ()
    assert lu.groei(portfolio(), tot="2026-09-01").na_tot == 5


def test_evidence_after_the_last_period_of_a_table_is_not_left_out_unasked() -> None:
    kort_blok = {"blok 1": "2026-11-13"}
    with pytest.raises(
        OngeldigeVraag, match=r"2 × bewijs is van na de laatste periode \(2026-11-13\); geef tot"
    ) as fout:
        lu.groei(portfolio(), stap=kort_blok)
    assert (fout.value.soort, fout.value.gegevens) == ("past_niet", {"laatste_dag": "2026-11-13", "bewijs": 2})
    groei = lu.groei(portfolio(), stap=kort_blok, tot="2026-12-31")
    assert (len(groei), groei.na_tot) == (1, 2)


def test_an_empty_portfolio_has_no_periods_but_those_of_a_table() -> None:
    assert lu.groei(portfolio([])) == ()
    assert str(lu.groei(portfolio([]))._tabel()).split() == ["s12", "leeg"]
    assert [stap[2] for stap in kort(lu.groei(portfolio([]), stap=BLOKKEN))] == [0, 0]


def test_what_is_asked_of_something_else_than_a_portfolio_is_refused(klein: Raamwerk) -> None:
    for gegeven in ({"WP1.1a"}, "WP1.1a", None, 3, lu.voortgang([])):
        with pytest.raises(VerkeerdType, match="hier hoort een Portfolio, waarin elk bewijs een datum heeft"):
            lu.groei(gegeven)
        with pytest.raises(VerkeerdType, match="hier hoort een Portfolio"):
            lu.voortgang(gegeven, tot="2026-11-24")
    for vraag in (klein.groei, lambda p: klein.voortgang(p, tot="2026-11-24")):
        with pytest.raises(OngeldigeVraag) as ander:
            vraag(portfolio())
        assert ander.value.soort == "ander_raamwerk"
        with pytest.raises(OnbekendeCode, match=r"'WP1\.1a'"):
            vraag(portfolio([("WP1.1a", "2026-11-24")], klein))
    with pytest.raises(OngeldigeVraag, match="stap='jaar' kan niet"):
        lu.groei(portfolio(), stap="jaar")
    with pytest.raises(OnbekendeCode):
        lu.groei(portfolio(), niveau=9)
    for vraag in (lu.groei, lu.voortgang):
        with pytest.raises(OngeldigeVraag, match="tot='24-11-2026' is geen dag"):
            vraag(portfolio(), tot="24-11-2026")


def test_voortgang_by_a_day_says_which_and_what_it_left_out() -> None:
    stand = lu.voortgang(portfolio(), tot="2026-11-30")
    assert [c.code for c in stand.aangetoond] == ["WP1.1a", "WP1.2a", "WP2.1a"]
    assert (stand.tot, stand.na_tot) == ("2026-11-30", 1)
    assert str(stand) == "alle niveaus: 3 van 101 succescriteria aangetoond tot en met 2026-11-30"
    assert stand._tabel().voet == f"Niet meegeteld: 1 × bewijs van na 2026-11-30. {GEEN_OORDEEL}"
    assert (stand.als_dict()["tot"], stand.als_dict()["na_tot"]) == ("2026-11-30", 1)
    alles = lu.voortgang(portfolio(), tot=date(2026, 12, 1))
    assert alles.na_tot == 0
    assert attrs.evolve(alles, tot=None) == lu.voortgang(portfolio())


def test_it_draws_itself_and_gives_plain_data() -> None:
    groei = lu.groei(portfolio(), stap="kwartaal")
    assert str(groei).splitlines() == [
        "kwartaal 3 van 2026 (tot en met 2026-09-30): 2 van 101 succescriteria aangetoond, 2 erbij",
        "kwartaal 4 van 2026 (tot en met 2026-12-31): 4 van 101 succescriteria aangetoond, 2 erbij",
    ]
    tabel = groei._tabel()
    assert (tabel.titel, tabel.kop, tabel.voet) == ("s12", lu.Groeistap.KOP, GEEN_OORDEEL)
    assert tabel.rijen[1] == ("kwartaal 4 van 2026", "2026-12-31", "4 van 101", "WP2.1a, WPO1.1a")
    plat = groei.als_dict()
    assert json.loads(json.dumps(plat)) == plat
    assert (plat["student"], plat["tot"], plat["na_tot"]) == ("s12", None, 0)
    assert plat["regels"][1]["nieuw"] == ["WP2.1a", "WPO1.1a"]
    assert plat["regels"][1]["per_evl"]["EvL1"] == {"aantal": 3, "totaal": 20}
    frame = pd.DataFrame(groei.records())
    assert len(frame) == 2 * 16
    assert frame.query("leeruitkomst == 'WP1'")[["periode", "aangetoond", "totaal"]].values.tolist() == [
        ["2026-09-30", 2, 4],
        ["2026-12-31", 2, 4],
    ]
    assert pickle.loads(pickle.dumps(groei)) == groei
    assert groei[:1].student == "s12"
    assert groei != lu.groei(attrs.evolve(portfolio(), student="s13"), stap="kwartaal")


@given(
    st.lists(st.tuples(st.sampled_from(CODES), st.dates(date(2026, 8, 1), date(2027, 8, 1)).map(str)), max_size=40),
    st.sampled_from(["week", "maand", "kwartaal"]),
    st.none() | st.dates(date(2026, 7, 1), date(2027, 9, 1)),
)
def test_it_is_what_a_plain_count_of_first_days_gives_and_never_falls(
    bewijs: list[tuple[str, str]], stap: Any, tot: date | None
) -> None:
    groei = lu.groei(portfolio(bewijs), stap=stap, tot=tot)
    eerste: dict[str, str] = {}
    for code, dag in bewijs:
        eerste[code] = min(dag, eerste.get(code, dag))
    for een in groei:
        getoond = {code for code, dag in eerste.items() if dag <= een.periode and (tot is None or dag <= str(tot))}
        assert {c.code for c in een.voortgang.aangetoond} == getoond
        assert een.voortgang == lu.voortgang(portfolio(bewijs), tot=een.periode)
    assert all(vorig.stand.aantal <= stap.stand.aantal for vorig, stap in pairwise(groei))
    assert all(vorig.periode < stap.periode for vorig, stap in pairwise(groei))
    geteld = [dag for _, dag in bewijs if tot is None or dag <= str(tot)]
    assert bool(groei) == bool(geteld)
    if geteld:
        eind = str(tot or max(geteld))
        assert min(geteld) <= groei[0].periode
        assert groei[-1].periode >= eind
        assert date.fromisoformat(groei[0].periode) - date.fromisoformat(min(geteld)) < timedelta(92)
        assert date.fromisoformat(groei[-1].periode) - date.fromisoformat(eind) < timedelta(92)
    assert sorted(c.code for een in groei for c in een.nieuw) == sorted(
        {c for c, d in bewijs if tot is None or d <= str(tot)}
    )
    assert lu.groei(portfolio(bewijs[::-1]), stap=stap, tot=tot) == groei
