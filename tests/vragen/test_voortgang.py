"""Progress of one portfolio: counted per leeruitkomst and EvL, without an order and without a judgement."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk, Stand, Voortgang
from leeruitkomsten.vragen.voortgang import GEEN_OORDEEL
from test_tabel import TOEGESTAAN, Lezer
from test_vergelijking import raamwerk

KADER = lu.laad()
CODES = [c.code for c in KADER.succescriteria]
NIVEAUS = st.none() | st.integers(1, 4)
PORTFOLIO = ["WD2.1a", "WP1.2a", "WP1.1a", "WPO1.2b", "WP4.4b", "WP1.1a"]


def codes_van(criteria: Iterable[Any]) -> list[str]:
    return [c.code for c in criteria]


def onbekende(codes: Any, kader: Raamwerk = KADER) -> list[OnbekendeCode]:
    with pytest.raises(OnbekendeCode) as fout:
        kader.voortgang(codes)
    return [fout.value, *fout.value.verder]


def test_one_niveau_is_counted_per_leeruitkomst_and_as_evl() -> None:
    stand = lu.voortgang(PORTFOLIO, niveau=1)
    assert stand.niveau == 1
    assert codes_van(stand.leeruitkomsten) == ["WP1", "WD1", "WPO1", "WPI1"]
    assert list(stand.per_leeruitkomst.items()) == [
        ("WP1", (2, 4)),
        ("WD1", (0, 7)),
        ("WPO1", (1, 4)),
        ("WPI1", (0, 5)),
    ]
    assert dict(stand.per_evl) == {"EvL1": (3, 20)}


def test_all_niveaus_are_counted_when_none_is_asked_for() -> None:
    stand = lu.voortgang(PORTFOLIO)
    assert stand.niveau is None
    assert stand.leeruitkomsten == KADER.leeruitkomsten
    assert list(stand.per_leeruitkomst) == codes_van(KADER.leeruitkomsten)
    assert {code: deel for code, deel in stand.per_leeruitkomst.items() if deel.aantal} == {
        "WP1": (2, 4), "WP4": (1, 8), "WD2": (1, 8), "WPO1": (1, 4),
    }  # fmt: skip
    assert list(stand.per_evl.items()) == [("EvL1", (3, 20)), ("EvL2", (1, 27)), ("EvL3", (0, 27)), ("EvL4", (1, 27))]
    assert (stand.eerder, stand.later) == ((), ())


def test_what_is_shown_and_still_to_be_shown_stand_in_source_order() -> None:
    stand = lu.voortgang(PORTFOLIO, niveau=1)
    assert codes_van(stand.aangetoond) == ["WP1.1a", "WP1.2a", "WPO1.2b"]
    assert codes_van(stand.nog_aan_te_tonen) == [
        "WP1.3a", "WP1.4a",
        "WD1.1a", "WD1.1b", "WD1.1c", "WD1.2a", "WD1.3a", "WD1.4a", "WD1.6a",
        "WPO1.1a", "WPO1.2a", "WPO1.3a",
        "WPI1.1a", "WPI1.2a", "WPI1.3a", "WPI1.5a", "WPI1.5b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("niveau", "eerder", "later"),
    [
        (1, [], ["WP4.4b", "WD2.1a"]),
        (2, ["WP1.1a", "WP1.2a", "WPO1.2b"], ["WP4.4b"]),
        (3, ["WP1.1a", "WP1.2a", "WD2.1a", "WPO1.2b"], ["WP4.4b"]),
        (4, ["WP1.1a", "WP1.2a", "WD2.1a", "WPO1.2b"], []),
    ],
)
def test_what_was_shown_of_other_phases_is_kept_beside(niveau: int, eerder: list[str], later: list[str]) -> None:
    stand = lu.voortgang(PORTFOLIO, niveau)
    assert (codes_van(stand.eerder), codes_van(stand.later)) == (eerder, later)


def test_outcomes_without_criteria_are_0_of_0(klein: Raamwerk) -> None:
    stand = klein.voortgang(["A2.4a"], niveau=2)
    assert {code: str(deel) for code, deel in stand.per_leeruitkomst.items()} == {"PED2": "0 van 0", "A2": "1 van 3"}
    leeg = raamwerk({}).voortgang([])
    assert dict(leeg.per_evl) == {"EvL1": (0, 0), "EvL2": (0, 0)}
    assert leeg._tabel().rijen[0][1] == "0 van 0"


@given(st.data())
def test_every_criterium_is_in_the_place_that_its_niveau_gives_it(elk: Raamwerk, data: st.DataObject) -> None:
    alle = list(elk.succescriteria)
    gegeven = data.draw(st.lists(st.sampled_from(codes_van(alle)) if alle else st.nothing()))
    niveau = data.draw(st.none() | st.sampled_from([n.nummer for n in elk.niveaus]))
    stand = elk.voortgang(gegeven, niveau)
    binnen = [c for c in alle if niveau is None or c.niveau == niveau]
    getoond = [c for c in alle if c.code in gegeven]
    assert list(stand.aangetoond) == [c for c in binnen if c in getoond]
    assert list(stand.nog_aan_te_tonen) == [c for c in binnen if c not in getoond]
    assert list(stand.eerder) == [c for c in getoond if niveau is not None and c.niveau < niveau]
    assert list(stand.later) == [c for c in getoond if niveau is not None and c.niveau > niveau]
    assert sorted([*stand.aangetoond, *stand.eerder, *stand.later]) == getoond


@given(st.data())
def test_counts_agree_with_the_criteria_and_add_up_to_the_evl(elk: Raamwerk, data: st.DataObject) -> None:
    alle = codes_van(elk.succescriteria)
    gegeven = set(data.draw(st.lists(st.sampled_from(alle) if alle else st.nothing())))
    stand = elk.voortgang(gegeven)
    for uitkomst in elk.leeruitkomsten:
        eigen = set(codes_van(uitkomst.succescriteria))
        assert stand.per_leeruitkomst[uitkomst.code] == (len(eigen & gegeven), len(eigen))
    assert list(stand.per_evl) == codes_van(elk.evls)
    for evl in elk.evls:
        delen = [stand.per_leeruitkomst[u.code] for u in evl.leeruitkomsten]
        assert stand.per_evl[evl.code] == (sum(d.aantal for d in delen), sum(d.totaal for d in delen))
        eigen_evl = elk.voortgang(gegeven, evl.niveau.nummer)
        assert dict(eigen_evl.per_evl) == {evl.code: stand.per_evl[evl.code]}
        assert all(stand.per_leeruitkomst[code] == deel for code, deel in eigen_evl.per_leeruitkomst.items())


@given(st.lists(st.sampled_from(CODES)), st.randoms(use_true_random=False), NIVEAUS)
def test_order_and_repetition_of_evidence_make_no_difference(codes: list[str], toeval: Any, niveau: int | None) -> None:
    vaker = [*codes, *codes[::2]]
    toeval.shuffle(vaker)
    assert lu.voortgang(vaker, niveau) == lu.voortgang(codes, niveau)


@pytest.mark.parametrize(
    "vorm",
    [tuple, set, frozenset, iter, lambda codes: dict.fromkeys(codes).keys(), pd.Series, np.array],
)
def test_any_iterable_of_codes_will_do(vorm: Callable[[list[str]], Any]) -> None:
    assert lu.voortgang(vorm(PORTFOLIO), 2) == lu.voortgang(PORTFOLIO, 2)


def test_one_code_may_stand_by_itself_and_no_code_is_no_evidence() -> None:
    assert lu.voortgang("WP1.1a") == lu.voortgang(["WP1.1a"])
    assert lu.voortgang([]).aangetoond == ()
    assert len(lu.voortgang([]).nog_aan_te_tonen) == 101


def test_every_unknown_code_is_named_once_with_what_was_meant() -> None:
    fouten = onbekende(["wp1.1a", "WP1.1a", "WPl1.1a", "zomaar", "WP1", "zomaar"])
    assert [f.code for f in fouten] == ["wp1.1a", "WPl1.1a", "zomaar", "WP1"]
    assert {f.gevraagd for f in fouten} == {"succescriterium"}
    assert [f.soort for f in fouten] == ["schrijfwijze", "schrijfwijze", "onbekend", "ander_soort"]
    assert [f.suggesties for f in fouten[:3]] == [("WP1.1a",), ("WPI1.1a",), ()]


@pytest.mark.parametrize("code", ["WP", "WP1", "WP.1", "WP1.1", "EvL1", "", None, 3, 1.0, True, b"WP1.1a", ("WP1.1a",)])
def test_what_is_no_criterium_is_unknown(code: object) -> None:
    assert [f.code for f in onbekende([code, "WP1.1a"])] == [code]
    if not isinstance(code, (bytes, tuple)):
        assert [f.code for f in onbekende(code)] == [code]


@pytest.mark.parametrize("code", [["WP1.1a"], {"WP1.1a"}, {}, (["WP1.1a"],)])
def test_unknown_codes_are_all_named_when_one_cannot_be_hashed(code: object) -> None:
    fouten = onbekende(["zomaar", code, "WP1.1a", "wp1.1a"])
    assert fouten[0].code == "zomaar"
    assert fouten[1].code is code
    assert [(f.code, f.suggesties) for f in fouten[2:]] == [("wp1.1a", ("WP1.1a",))]


def test_an_ended_code_suggests_all_that_follow_it() -> None:
    vervallen = {"A1.8a": ["A1.9a"], "A1.9a": ["A2.1a", "A1.1a"], "A1.7a": []}
    kader = raamwerk({"A1.1a": "Je leest.", "A2.1a": "Je rekent."}, vervallen=vervallen)
    fouten = onbekende(["A1.8a", "A1.7a"], kader)
    assert [(f.code, f.suggesties) for f in fouten] == [("A1.8a", ("A2.1a", "A1.1a")), ("A1.7a", ())]


@pytest.mark.parametrize("niveau", [0, 5, -1, True, False, 2.0, "2", "EvL5", "evl2", [2], float("nan")])
def test_an_unknown_niveau_is_refused(niveau: Any) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.voortgang([], niveau)
    assert fout.value.gevraagd == "evl"
    assert fout.value.code is niveau


@pytest.mark.parametrize("niveau", [1, 2, 3, 4])
def test_a_niveau_is_given_by_its_number_or_by_the_code_of_its_evl(niveau: int) -> None:
    assert lu.voortgang(PORTFOLIO, f"EvL{niveau}") == lu.voortgang(PORTFOLIO, niveau)


def test_a_whole_number_of_any_kind_is_a_niveau() -> None:
    stand = lu.voortgang(PORTFOLIO, np.int64(2))
    assert stand == lu.voortgang(PORTFOLIO, 2)
    assert type(stand.niveau) is int


def test_plain_data_goes_through_json(klein: Raamwerk) -> None:
    stand = klein.voortgang(["A3.27z", "A1.2a", "A2.3a"], niveau=2)
    gegevens: dict[str, Any] = stand.als_dict()
    assert json.loads(json.dumps(gegevens)) == gegevens
    assert list(gegevens) == [
        "kenmerk", "niveau", "per_leeruitkomst", "per_evl", "aangetoond", "nog_aan_te_tonen", "eerder", "later",
        "tot", "na_tot",
    ]  # fmt: skip
    assert gegevens["kenmerk"] == klein.kenmerk.als_dict()
    assert gegevens["niveau"] == 2
    assert gegevens["per_leeruitkomst"]["A2"] == {"aantal": 1, "totaal": 3}
    assert gegevens["per_evl"] == {"EvL2": {"aantal": 1, "totaal": 3}}
    codes = {deel: [c["code"] for c in gegevens[deel]] for deel in list(gegevens)[4:8]}
    assert codes == {
        "aangetoond": ["A2.3a"], "nog_aan_te_tonen": ["A2.1a", "A2.4a"], "eerder": ["A1.2a"], "later": ["A3.27z"],
    }  # fmt: skip


def test_it_is_one_immutable_value() -> None:
    stand = lu.voortgang(PORTFOLIO, 2)
    assert isinstance(stand, Voortgang)
    assert len({stand, lu.voortgang(reversed(PORTFOLIO), 2), pickle.loads(pickle.dumps(stand))}) == 1
    assert stand != lu.voortgang(PORTFOLIO, 1)
    assert stand != lu.voortgang(PORTFOLIO[1:], 2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        stand.niveau = 1
    for tellingen in (stand.per_leeruitkomst, stand.per_evl):
        assert type(tellingen) is dict
        assert pickle.loads(pickle.dumps(tellingen)) == tellingen
    stand.per_leeruitkomst["WP2"] = Stand(9, 9)
    assert stand.per_leeruitkomst["WP2"] == (0, 9)


def test_it_says_of_which_framework_it_is(kader: Raamwerk) -> None:
    verbeterd = lu.laad(errata=True)
    stand, ander = (k.voortgang(["WP1.1a"], 1) for k in (kader, verbeterd))
    assert (stand.kenmerk, ander.kenmerk) == (kader.kenmerk, verbeterd.kenmerk)
    assert stand.aangetoond == ander.aangetoond
    assert stand != ander


def test_its_records_are_a_table_with_a_line_per_criterium(kader: Raamwerk) -> None:
    stand = lu.voortgang(PORTFOLIO, 2)
    frame = pd.DataFrame(stand.records())
    assert list(frame.columns) == [
        "criterium", "leerlijn", "leeruitkomst", "rij", "niveau", "letter", "notatie", "tekst", "aangetoond", "meegeteld",
    ]  # fmt: skip
    geteld = frame[frame["meegeteld"]]
    assert list(geteld["criterium"]) == codes_van(kader.kies(niveau=2))
    assert list(geteld[geteld["aangetoond"]]["criterium"]) == ["WD2.1a"]
    elders = frame[~frame["meegeteld"]]
    assert list(elders["criterium"]) == ["WP1.1a", "WP1.2a", "WP4.4b", "WPO1.2b"]
    assert elders["aangetoond"].all()
    assert list(frame["criterium"]) == [c.code for c in kader.succescriteria if c.code in set(frame["criterium"])]
    assert set(frame["rij"]) <= {rij.code for rij in kader.rijen}


def test_it_says_in_dutch_how_many_of_how_many() -> None:
    assert str(Stand(2, 9)) == "2 van 9"
    assert str(lu.voortgang(PORTFOLIO, 1)) == "EvL1: 3 van 20 succescriteria aangetoond"
    assert str(lu.voortgang(PORTFOLIO)) == "alle niveaus: 5 van 101 succescriteria aangetoond"


def test_the_table_has_a_line_per_leeruitkomst_and_names_the_other_phases(klein: Raamwerk) -> None:
    tabel = klein.voortgang(["A3.27z", "A1.4a", "A1.2a", "A2.3a"], niveau=2)._tabel()
    assert tabel.kop == ("Leeruitkomst", "Aangetoond", "Nog aan te tonen")
    assert [(rij[0][0][0][1], rij[1]) for rij in tabel.rijen] == [("PED2", "0 van 0"), ("A2", "1 van 3")]
    assert tabel.rijen[0][2] == ()
    regels = ["".join(tekst for _, tekst in regel) for regel in tabel.rijen[1][2]]
    assert regels == ["A2.1a gelijk", "A2.4a <i>later</i>"]
    assert "eerdere fasen: A1.2a, A1.4a." in tabel.voet
    assert "latere fasen: A3.27z." in tabel.voet
    assert "fasen" not in klein.voortgang([], 2)._tabel().voet


def test_markup_in_a_text_is_shown_and_never_runs(klein: Raamwerk) -> None:
    lezer = Lezer(klein.voortgang([])._repr_html_())
    assert set(lezer.tags) <= TOEGESTAAN
    assert "<script>alert(1)</script>" in lezer.tekst


@pytest.mark.parametrize("codes", [[], PORTFOLIO, CODES])
@pytest.mark.parametrize("niveau", [None, 1, 2, 3, 4])
def test_it_never_judges_and_never_gives_a_percentage(codes: list[str], niveau: int | None) -> None:
    stand = lu.voortgang(codes, niveau)
    for tekst in (
        str(stand),
        repr(stand),
        stand._repr_html_(),
        stand._tabel().markdown(),
        json.dumps(stand.als_dict()),
    ):
        assert not [woord for woord in ("behaald", "%", "procent") if woord in tekst.lower()]


def test_every_overview_says_that_it_is_no_judgement(klein: Raamwerk) -> None:
    assert all(klein.voortgang([], niveau)._tabel().voet.endswith(GEEN_OORDEEL) for niveau in (None, 1, 2, 3))


@pytest.mark.parametrize("anders", [{"sleutel": "hs-x"}, {"versie": "9"}, {"naam": "Anders"}])
def test_a_portfolio_of_another_framework_is_not_counted(kader: Raamwerk, anders: dict[str, str]) -> None:
    ander = attrs.evolve(kader, **anders)
    portfolio = lu.Portfolio(ander.kenmerk, "s1", [lu.Bewijs("WP1.1a", "verslag", "2026-11-24")])
    with pytest.raises(lu.OngeldigeVraag, match="dit portfolio hoort bij") as fout:
        kader.voortgang(portfolio)
    assert (fout.value.soort, fout.value.gegevens) == (
        "ander_raamwerk",
        {"portfolio": ander.kenmerk, "raamwerk": kader.kenmerk},
    )
    assert ander.voortgang(portfolio).kenmerk == ander.kenmerk


def test_errata_make_no_other_version_of_a_portfolio(kader: Raamwerk) -> None:
    verbeterd = lu.laad(errata=True)
    portfolio = lu.Portfolio(verbeterd.kenmerk, "s1", [lu.Bewijs("WP1.1a", "verslag", "2026-11-24")])
    assert [c.code for c in kader.voortgang(portfolio).aangetoond] == ["WP1.1a"]


def test_of_a_dict_or_a_frame_nothing_is_counted() -> None:
    """Of a dict only the keys would be seen, whatever it says of them; of a frame only the names of its columns."""
    frame = pd.DataFrame({"criterium": ["WP1.1a"]})
    for vraag in (lu.voortgang, lu.controleer, lambda codes: lu.kies(leerlijn=codes)):
        for gegeven, wat in (({"WP1.1a": False}, "een dict"), (frame, "een tabel")):
            with pytest.raises(lu.VerkeerdType, match=f"^{wat} is geen lijst van codes; geef de codes zelf"):
                vraag(gegeven)
    assert [c.code for c in lu.voortgang(frame["criterium"]).aangetoond] == ["WP1.1a"]
    for gegeven in (frame, lu.lees_tabel(b"criterium\nWP1.1a\n", "criterium")):
        with pytest.raises(
            lu.VerkeerdType, match=r"een tabel van meer studenten telt cohort\.voortgang\(tabel, per='student'\)$"
        ):
            lu.voortgang(gegeven)  # type: ignore[arg-type]  # what is refused
