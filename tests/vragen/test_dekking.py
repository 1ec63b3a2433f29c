"""What a curriculum covers: which modules, which criteria, how often, and in which order."""

from __future__ import annotations

import json
import pickle
from typing import Any

import attrs
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Dekking, OnbekendeKoppeling, Raamwerk, Rijvolgorde, Stand
from test_tabel import TOEGESTAAN, Lezer
from test_vergelijking import raamwerk

KADER = lu.laad()
NAMEN = ["Stage 1", "Stage 2", "b", "a", 10, 9, "<i>", "10"]
PLAN: dict[Any, Any] = {"Stage": ["A2.1a", "A1.4a"], 7: "A1", "Slot": ["A1.1a", "A1.1a", "PED1.1a"]}


def codes_van(criteria: Any) -> list[str]:
    return [c.code for c in criteria]


@st.composite
def plannen(draw: st.DrawFn, kader: Raamwerk) -> dict[Any, list[str]]:
    codes = [*codes_van(kader.succescriteria), *codes_van(kader.leeruitkomsten)]
    namen = draw(st.lists(st.sampled_from(NAMEN), unique=True))
    return {naam: draw(st.lists(st.sampled_from(codes))) for naam in namen}


def test_each_criterium_has_its_modules_in_their_order(klein: Raamwerk) -> None:
    dekking = klein.dekking(PLAN)
    assert dekking.modules == ("Stage", 7, "Slot")
    assert dekking.leeruitkomsten == klein.leeruitkomsten
    assert list(dekking.per_criterium.items()) == [
        ("PED1.1a", ("Slot",)),
        ("A1.1a", (7, "Slot")), ("A1.2a", (7,)), ("A1.4a", ("Stage", 7)),
        ("A2.1a", ("Stage",)), ("A2.3a", ()), ("A2.4a", ()),
        ("A3.27z", ()),
    ]  # fmt: skip


def test_gaps_and_overlap_stand_in_source_order(klein: Raamwerk) -> None:
    dekking = klein.dekking(PLAN)
    assert codes_van(dekking.ongedekt) == ["A2.3a", "A2.4a", "A3.27z"]
    assert codes_van(dekking.dubbel) == ["A1.1a", "A1.4a"]
    assert dekking.onbekend == ()


def test_it_counts_per_leeruitkomst_leerlijn_and_niveau(klein: Raamwerk) -> None:
    dekking = klein.dekking(PLAN)
    assert list(dekking.per_leeruitkomst.items()) == [
        ("PED1", (1, 1)), ("PED2", (0, 0)), ("PED3", (0, 0)), ("A1", (3, 3)), ("A2", (1, 3)), ("A3", (0, 1)),
    ]  # fmt: skip
    assert list(dekking.per_leerlijn.items()) == [("PED", (1, 1)), ("A", (4, 7))]
    assert list(dekking.per_niveau.items()) == [(1, (4, 4)), (2, (1, 3)), (3, (0, 1))]


def test_a_leeruitkomst_stands_for_all_of_its_criteria() -> None:
    heel = lu.dekking({"Stage 1": "WPO1"})
    assert heel == lu.dekking({"Stage 1": ["WPO1.1a", "WPO1.2a", "WPO1.2b", "WPO1.3a"]})
    assert {code: deel for code, deel in heel.per_leeruitkomst.items() if deel.aantal} == {"WPO1": (4, 4)}
    assert dict(heel.per_leerlijn) == {"WP": (0, 30), "WD": (0, 30), "WPO": (4, 16), "WPI": (0, 25)}
    assert dict(heel.per_niveau) == {1: (4, 20), 2: (0, 27), 3: (0, 27), 4: (0, 27)}


def test_each_touched_row_knows_its_first_and_last_module_and_those_of_each_niveau(klein: Raamwerk) -> None:
    assert list(klein.dekking(PLAN).volgorde) == [
        Rijvolgorde("PED.1", "Slot", "Slot", (("Slot",), (), ()), ()),
        Rijvolgorde("A.1", "Stage", "Slot", ((7, "Slot"), ("Stage",), ()), ((1, 2),)),
        Rijvolgorde("A.2", 7, 7, ((7,), (), ()), ()),
        Rijvolgorde("A.4", "Stage", 7, (("Stage", 7), (), ()), ()),
    ]


@pytest.mark.parametrize(
    ("plan", "omgekeerd"),
    [
        ({"a": "WP2.4a", "b": "WP3.4a"}, ()),
        ({"a": "WP3.4a", "b": "WP2.4a"}, ((2, 3),)),
        ({"a": ["WP3.4a", "WP2.4a"]}, ()),
        ({"a": "WP3.4a", "b": ["WP2.4a", "WP3.4b"]}, ((2, 3),)),
        ({"a": ["WP2.4a", "WP3.4a"], "b": "WP2.4b"}, ()),
        ({"a": "WP4.4a", "b": "WP1.4a"}, ((1, 4),)),
        ({"a": "WP4.4a", "b": "WP1.4a", "c": "WP2.4a"}, ((1, 4), (2, 4))),
        ({"a": "WP4.4a", "b": "WP2.4a", "c": "WP1.4a"}, ((1, 2), (1, 4), (2, 4))),
        ({"a": "WP3.4a"}, ()),
    ],
)
def test_a_deepening_before_its_foundation_shows_up(plan: dict[str, Any], omgekeerd: tuple[Any, ...]) -> None:
    dekking = lu.dekking(plan)
    assert [(rij.rij, rij.omgekeerd) for rij in dekking.volgorde] == [("WP.4", omgekeerd)]
    per_rij = [punt for punt in dekking.omgekeerd if punt.diepte == "rij"]
    assert [(punt.rij, punt.basisniveau, punt.niveau) for punt in per_rij] == [("WP.4", *paar) for paar in omgekeerd]


def test_an_ended_code_is_unknown_and_suggests_what_follows_it() -> None:
    kader = raamwerk({"A1.1a": "Je leest."}, vervallen={"A1.9a": ["A1.1a"]})
    vervallen = OnbekendeKoppeling("a", "A1.9a", "vervallen", ("A1.1a",), "deze code is vervallen sinds versie 2.0")
    assert kader.dekking({"a": "A1.9a"}).onbekend == (vervallen,)


@given(st.data())
def test_it_agrees_with_a_plain_count(elk: Raamwerk, data: st.DataObject) -> None:
    plan = data.draw(plannen(elk))
    dekking = elk.dekking(plan)
    door = {
        c.code: tuple(m for m, codes in plan.items() if c.code in codes or c.leeruitkomst in codes)
        for c in elk.succescriteria
    }
    assert list(dekking.per_criterium.items()) == list(door.items())
    assert codes_van(dekking.ongedekt) == [code for code, modules in door.items() if len(modules) == 0]
    assert codes_van(dekking.dubbel) == [code for code, modules in door.items() if len(modules) >= 2]
    gedekt = {code for code, modules in door.items() if modules}
    assert gedekt.isdisjoint(codes_van(dekking.ongedekt))
    assert len(gedekt) + len(dekking.ongedekt) == len(elk.succescriteria)
    for naam in ("leeruitkomst", "leerlijn", "niveau"):
        for sleutel, telling in getattr(dekking, f"per_{naam}").items():
            eigen = {c.code for c in elk.succescriteria if getattr(c, naam) == sleutel}
            assert telling == (len(eigen & gedekt), len(eigen))
    assert list(dekking.per_leeruitkomst) == codes_van(elk.leeruitkomsten)
    assert list(dekking.per_leerlijn) == codes_van(elk.leerlijnen)
    assert list(dekking.per_niveau) == [n.nummer for n in elk.niveaus]


@given(st.data())
def test_the_order_of_each_row_agrees_with_the_modules_of_its_criteria(elk: Raamwerk, data: st.DataObject) -> None:
    plan = data.draw(plannen(elk))
    namen = list(plan)
    dekking = elk.dekking(plan)
    geraakt: dict[str, dict[int, set[int]]] = {}
    for c in elk.succescriteria:
        plekken = {namen.index(module) for module in dekking.per_criterium[c.code]}
        geraakt.setdefault(c.rij, {}).setdefault(c.niveau, set()).update(plekken)
    assert [r.rij for r in dekking.volgorde] == [r.code for r in elk.rijen if any(geraakt[r.code].values())]
    for rij in dekking.volgorde:
        plekken_per_niveau = [sorted(geraakt[rij.rij].get(n.nummer, ())) for n in elk.niveaus]
        alle = sorted(plek for plekken in plekken_per_niveau for plek in plekken)
        assert (rij.eerste, rij.laatste) == (namen[alle[0]], namen[alle[-1]])
        assert rij.per_niveau == tuple(tuple(namen[plek] for plek in plekken) for plekken in plekken_per_niveau)
        begin = {niveau: plekken[0] for niveau, plekken in enumerate(plekken_per_niveau, 1) if plekken}
        assert rij.omgekeerd == tuple((i, j) for i in begin for j in begin if i < j and begin[j] < begin[i])


@given(plannen(KADER), st.randoms(use_true_random=False))
def test_the_order_of_codes_within_a_module_makes_no_difference(plan: dict[Any, list[str]], toeval: Any) -> None:
    geschud = {module: [*codes, *codes[:1]] for module, codes in plan.items()}
    for codes in geschud.values():
        toeval.shuffle(codes)
    assert lu.dekking(geschud) == lu.dekking(plan)


@given(plannen(KADER))
def test_a_curriculum_given_backwards_is_its_mirror(plan: dict[Any, list[str]]) -> None:
    heen, terug = lu.dekking(plan), lu.dekking(dict(reversed(plan.items())))
    assert terug.modules == heen.modules[::-1]
    assert dict(terug.per_criterium) == {code: door[::-1] for code, door in heen.per_criterium.items()}
    assert (terug.ongedekt, terug.dubbel) == (heen.ongedekt, heen.dubbel)
    assert terug.per_leeruitkomst == heen.per_leeruitkomst
    for een, ander in zip(heen.volgorde, terug.volgorde, strict=True):
        assert (ander.rij, ander.eerste, ander.laatste) == (een.rij, een.laatste, een.eerste)
        assert ander.per_niveau == tuple(modules[::-1] for modules in een.per_niveau)
        if een.eerste != een.laatste and all(len(modules) < 2 for modules in een.per_niveau):
            assert bool({*een.omgekeerd, *ander.omgekeerd})
            assert not {*een.omgekeerd} & {*ander.omgekeerd}


def test_plain_data_goes_through_json(klein: Raamwerk) -> None:
    gegevens: dict[str, Any] = klein.dekking({"Stage": ["A2.1a", "x"], 7: ["A1.1a", None], "Leeg": " "}).als_dict()
    assert json.loads(json.dumps(gegevens)) == gegevens
    assert gegevens["modules"] == ["Stage", 7, "Leeg"]
    assert (gegevens["per_criterium"]["A2.1a"], gegevens["per_criterium"]["A2.3a"]) == (["Stage"], [])
    assert gegevens["per_leeruitkomst"]["A1"] == {"aantal": 1, "totaal": 3}
    assert gegevens["per_leerlijn"] == {"PED": {"aantal": 0, "totaal": 1}, "A": {"aantal": 2, "totaal": 7}}
    assert gegevens["per_niveau"]["2"] == {"aantal": 1, "totaal": 3}
    assert gegevens["ongedekt"] == ["PED1.1a", "A1.2a", "A1.4a", "A2.3a", "A2.4a", "A3.27z"]
    assert gegevens["dubbel"] == []
    assert gegevens["volgorde"] == [
        {"rij": "A.1", "eerste": "Stage", "laatste": 7, "per_niveau": [[7], ["Stage"], []], "omgekeerd": [[1, 2]]}
    ]
    assert [(k["module"], k["code"]) for k in gegevens["onbekend"]] == [("Stage", "x")]
    assert gegevens["zonder_codes"] == ["Leeg"]
    assert gegevens["omgekeerd"][1] == {
        "soort": "omgekeerd", "diepte": "paar", "rij": "A.1", "verdieping": "A2.1a", "module": "Stage",
        "basis": "A1.1a", "basismodule": 7, "niveau": 2, "basisniveau": 1,
    }  # fmt: skip


@pytest.mark.parametrize("code", ["zomaar", None, 3, float("nan"), float("inf"), ["WP1"]])
def test_it_is_one_immutable_value_whatever_the_codes_were(code: Any) -> None:
    def maak() -> Dekking:
        return lu.dekking({"a": ["WP1", pickle.loads(pickle.dumps(code))], 2: "WP2.1a"})

    dekking = maak()
    assert len({dekking, maak(), pickle.loads(pickle.dumps(dekking))}) == 1
    assert json.dumps(dekking.als_dict(), allow_nan=False)
    assert dekking != lu.dekking({2: "WP2.1a", "a": ["WP1", code]})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        dekking.modules = ()
    for telling in (dekking.per_leeruitkomst, dekking.per_leerlijn, dekking.per_niveau, dekking.per_criterium):
        assert type(telling) is dict
        assert pickle.loads(pickle.dumps(telling)) == telling


def test_it_says_of_which_framework_it_is(kader: Raamwerk) -> None:
    een, ander = (k.dekking({"a": "WP1.1a"}) for k in (kader, lu.laad(errata=True)))
    assert (een.kenmerk, ander.kenmerk) == (kader.kenmerk, lu.laad(errata=True).kenmerk)
    assert een != ander
    assert een.als_dict()["kenmerk"] == kader.kenmerk.als_dict()


@pytest.mark.parametrize("code", ["WP", "WP.1", "WP2.1", "EvL1", "WP2", "WP2.1a"])
def test_any_code_stands_for_the_criteria_that_it_holds(code: str, kader: Raamwerk) -> None:
    gevraagd = {
        "WP": {"leerlijn": "WP"},
        "WP.1": {"rij": "WP.1"},
        "WP2.1": {"rij": "WP.1", "niveau": 2},
        "EvL1": {"niveau": 1},
        "WP2": {"leeruitkomst": "WP2"},
    }
    hoort = [c.code for c in kader.kies(**gevraagd[code])] if code in gevraagd else [code]
    dekking = kader.dekking({"a": code})
    assert [c for c, door in dekking.per_criterium.items() if door] == hoort
    assert dekking.onbekend == ()


def test_its_records_are_a_table_with_a_line_per_criterium_and_module(klein: Raamwerk) -> None:
    frame = pd.DataFrame(klein.dekking(PLAN).records())
    assert list(frame.columns) == [
        "criterium", "leerlijn", "leeruitkomst", "rij", "niveau", "letter", "notatie", "tekst", "module",
    ]  # fmt: skip
    assert list(zip(frame["criterium"], frame["module"], strict=True)) == [
        ("PED1.1a", "Slot"), ("A1.1a", 7), ("A1.1a", "Slot"), ("A1.2a", 7), ("A1.4a", "Stage"), ("A1.4a", 7),
        ("A2.1a", "Stage"), ("A2.3a", None), ("A2.4a", None), ("A3.27z", None),
    ]  # fmt: skip


def test_a_count_and_a_single_module_read_well() -> None:
    assert str(Stand(7, 9)) == "7 van 9"
    assert str(lu.dekking({"Stage": "WP1"})) == "4 van 101 succescriteria gedekt door 1 module"


def test_it_says_in_dutch_what_is_covered_reversed_and_unknown() -> None:
    dekking = lu.dekking({"Stage 2A": ["WP3.4b", "WPl2", "zomaar"], 22: ["WP2.4a", "WP1.1a"]})
    assert str(dekking) == "3 van 101 succescriteria gedekt door 2 modules, 2 codes onbekend"
    assert str(dekking.volgorde) == "WP.1: van 22 tot en met 22\nWP.4: niveau 3 (Stage 2A) komt vóór niveau 2 (22)"
    assert str(dekking.onbekend) == (
        "Stage 2A: 'WPl2': een teken lijkt op het juiste, maar is een ander; bedoelde je 'WPI2'?\n"
        "Stage 2A: 'zomaar': leerlijn ZOMAAR bestaat niet"
    )


def test_tables_show_gaps_overlap_order_and_what_is_unknown(klein: Raamwerk) -> None:
    dekking = klein.dekking({**PLAN, "Extra": "x"})
    tabel = dekking._tabel()
    assert tabel.kop == ("Leeruitkomst", "Gedekt", "Ongedekt", "Meer dan eens")
    assert [(rij[0][0][0][1], *rij[1:]) for rij in tabel.rijen] == [
        ("PED1", "1 van 1", "", ""), ("PED2", "0 van 0", "", ""), ("PED3", "0 van 0", "", ""),
        ("A1", "3 van 3", "", "A1.1a, A1.4a"), ("A2", "1 van 3", "A2.3a, A2.4a", ""), ("A3", "0 van 1", "A3.27z", ""),
    ]  # fmt: skip
    assert "A.1: niveau 2 (Stage) komt vóór niveau 1 (7)" in tabel.voet
    assert "Extra: 'x': leerlijn X bestaat niet" in tabel.voet
    tekst = Lezer(dekking.volgorde._repr_html_()).tekst
    assert all(deel in tekst for deel in ("A.1", "1: 7, Slot", "2: Stage", "3: –", "niveau 2 (Stage)"))
    assert dekking.onbekend._tabel().kop == ("Module", "Code", "Reden", "Suggesties")
    assert dekking.onbekend._tabel().rijen == (("Extra", "'x'", "leerlijn X bestaat niet", ""),)


@given(st.text(min_size=1).filter(str.strip) | st.sampled_from(["<script>alert(1)</script>", "<b>&amp;"]))
def test_markup_in_a_module_or_code_is_shown_and_never_runs(naam: str) -> None:
    dekking = lu.dekking({naam: ["WP3.4b", naam], f"{naam}!": "WP2.4a"})
    for ding in (dekking, dekking.volgorde, dekking.onbekend, dekking.omgekeerd):
        lezer = Lezer(ding._repr_html_())
        assert set(lezer.tags) <= TOEGESTAAN
        assert not lezer.open


def test_markup_in_a_module_is_shown_as_text() -> None:
    dekking = lu.dekking({"<script>": ["WP3.4b", "<i>x"], "<b>&amp;": "WP2.4a"})
    for ding in (dekking, dekking.volgorde):
        tekst = Lezer(ding._repr_html_()).tekst
        assert "niveau 3 (<script>) komt vóór niveau 2 (<b>&amp;)" in tekst
    for ding in (dekking, dekking.onbekend):
        assert "'<i>x'" in Lezer(ding._repr_html_()).tekst


def test_a_row_is_a_line_with_the_modules_of_each_niveau(klein: Raamwerk) -> None:
    dekking = klein.dekking(PLAN)
    tabel = dekking.volgorde._tabel()
    assert tabel.kop == ("Rij", "Eerste", "Laatste", "Per niveau", "Omgekeerd")
    per_niveau = ((("gelijk", "1: 7, Slot"),), (("gelijk", "2: Stage"),), (("gelijk", "3: –"),))
    rij = next(rij for rij in tabel.rijen if rij[0] == ((("code", "A.1"),),))
    assert rij[1:4] == ("Stage", "Slot", per_niveau)


@pytest.mark.parametrize(
    ("code", "staat", "reden"),
    [
        (3, "3", "een code moet tekst zijn"),
        ("A2.2", "A2.2", "in A2.2 staat geen succescriterium"), ("PED2", "PED2", "in PED2 staat geen succescriterium"),
    ],
)  # fmt: skip
def test_what_adds_nothing_is_named_with_its_reason(code: Any, staat: str, reden: str, klein: Raamwerk) -> None:
    (gevonden,) = klein.dekking([("Stage", code)]).onbekend
    assert (gevonden.module, gevonden.code, gevonden.reden, gevonden.suggesties) == ("Stage", staat, reden, ())
    assert gevonden.soort == "onbekend"


def test_suggestions_for_unknown_codes_are_worked_out_when_they_are_read(gezocht: list[str]) -> None:
    gevonden = lu.dekking({"a": [f"WP2.{rij}x" for rij in range(10, 2000)]})
    assert (len(gevonden.onbekend), gezocht) == (1990, [])
    assert gevonden.onbekend[1].suggesties is gevonden.onbekend[1].suggesties
    assert gezocht == ["wp2.11x"]


def test_a_row_has_a_line_per_niveau_with_what_comes_before_it() -> None:
    [rij] = lu.dekking({"a": "WP4.4a", "b": ["WP2.4a", "WP2.4b"], "c": "WP1.4a", "d": "WP1.4a"}).volgorde
    assert rij.records() == [
        {"rij": "WP.4", "niveau": 1, "modules": "c, d", "omgekeerd_met": "2, 4"},
        {"rij": "WP.4", "niveau": 2, "modules": "b", "omgekeerd_met": "4"},
        {"rij": "WP.4", "niveau": 3, "modules": None, "omgekeerd_met": None},
        {"rij": "WP.4", "niveau": 4, "modules": "a", "omgekeerd_met": None},
    ]


@pytest.mark.parametrize(("aantal", "meer"), [(100, []), (101, ["1"]), (1234, ["1134"])])
def test_of_very_many_wrong_codes_the_first_are_drawn_and_the_others_counted(
    kader: Raamwerk, gezocht: list[str], aantal: int, meer: list[str]
) -> None:
    dekking = kader.dekking({"Stage": [f"WP1.{n}a" for n in range(10, 10 + aantal)]})
    andere = [f"en nog {n} andere; met --json of .onbekend staan ze er alle" for n in meer]
    zinnen = dekking.onbekend_in_zinnen()
    assert zinnen[:1] == ["Stage: 'WP1.10a': WP heeft geen rij 10; bedoelde je 'WP1.1a'?"]
    assert zinnen[100:] == andere
    assert dekking._tabel().voet.split("\n")[-len(zinnen) :] == [f"Onbekend: {zin}" for zin in zinnen]
    assert len({*gezocht}) == 100
    assert len(dekking.als_dict()["onbekend"]) == aantal


def test_in_one_line_unknown_codes_are_counted_too() -> None:
    """Nothing covered by a code that is not there is no answer by itself."""
    assert str(lu.dekking({"a": ["WP1, WP2"]})) == "0 van 101 succescriteria gedekt door 1 module, 1 code onbekend"
    assert (
        str(lu.dekking({"a": ["WP1", "x", "y"]})) == "4 van 101 succescriteria gedekt door 1 module, 2 codes onbekend"
    )
