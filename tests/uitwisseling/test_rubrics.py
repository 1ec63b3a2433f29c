"""Canvas rubrics: what Ruby's own csv reads of it is what the framework says, and breaks none of the importer's rules."""

from __future__ import annotations

import csv
import io
from typing import Any

import attrs
import pytest

from conftest import RAAMWERKEN, heet, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.test_canvas import lees_met
from uitwisseling.vijandig import vijandig

ALLE = {**RAAMWERKEN, "vijandig": vijandig()}
Rubrics = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=ALLE)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework of the tests, and the hostile one."""
    return ALLE[str(request.param)]


def met_ruby(inhoud: bytes) -> Rubrics:
    """The rubrics by the code that their names begin with."""
    gelezen: Rubrics = lees_met("ruby", "rubrics.rb", inhoud)["rubrics"]
    per_code = {naam.split(" ")[0]: criteria for naam, criteria in gelezen.items()}
    assert len(per_code) == len(gelezen)
    return per_code


def namen(criterium: dict[str, Any], heel: str, van: str) -> None:
    """Name and description say it all: a name that is cut is whole in the description."""
    gekort = len(heel) > 255
    assert criterium["naam"] == heel or (gekort and heel.find(criterium["naam"].removesuffix("…")) == 0)
    assert criterium["omschrijving"] == (f"{heel}\n{van}" if gekort else van)


def test_an_evl_has_each_criterium_on_the_scale(elk: Raamwerk) -> None:
    gelezen = met_ruby(schrijf(elk, "canvas", soort="rubric-evl"))
    bedoeld = {
        evl.code: [(f"{d.code} {heet(elk, d)}", f"{u.code} {heet(elk, u)}") for u in evl.leeruitkomsten if u in met_inhoud(elk)
                   for d in (u.succescriteria or (u,))]
        for evl in elk.evls
    }  # fmt: skip
    assert {code: len(criteria) for code, criteria in gelezen.items()} == {c: len(d) for c, d in bedoeld.items() if d}
    for code, criteria in gelezen.items():
        for criterium, (heel, van) in zip(criteria, bedoeld[code], strict=True):
            namen(criterium, heel, van)
            assert [(w["naam"], w["omschrijving"], w["punten"]) for w in criterium["waarden"]] == [
                ("Aangetoond", None, 1.0), ("Nog niet aangetoond", None, 0.0)
            ]  # fmt: skip


def test_a_leerlijn_has_each_row_by_niveau(elk: Raamwerk) -> None:
    gelezen = met_ruby(schrijf(elk, "canvas", soort="rubric-leerlijn"))
    for lijn in elk.leerlijnen:
        criteria = gelezen.get(lijn.code, [])
        assert len(criteria) == (len(lijn.rijen) or bool([u for u in met_inhoud(elk) if u.leerlijn == lijn.code]))
        for criterium, rij in zip(criteria, lijn.rijen, strict=False):
            namen(criterium, f"{rij.code} {rij.benaming}".rstrip(), str(lijn))
            bedoeld = {n: cel for n, cel in enumerate(rij.cellen, 1) if cel}
            assert [(w["naam"], w["punten"], w["omschrijving"].split("\n")) for w in criterium["waarden"]] == [
                (f"{n} {elk.niveau(n).fase}", n, [*map(str, bedoeld[n])]) for n in sorted(bedoeld, reverse=True)
            ]


def test_a_leerlijn_without_rows_has_its_leeruitkomsten() -> None:
    kader = RAAMWERKEN["zonder criteria"]
    [criterium] = met_ruby(schrijf(kader, "canvas", soort="rubric-leerlijn"))["A"]
    assert criterium["naam"] == str(kader.leerlijn("A"))
    assert [w["omschrijving"] for w in criterium["waarden"]] == [str(kader.leeruitkomst(c)) for c in ("A2", "A1")]


def test_the_packaged_framework_has_the_criteria_and_rows_of_the_source(kader: Raamwerk) -> None:
    aantallen = [
        [len(criteria) for criteria in met_ruby(schrijf(kader, "canvas", soort=soort)).values()]
        for soort in ("rubric-evl", "rubric-leerlijn")
    ]
    assert aantallen == [[20, 27, 27, 27], [6, 6, 3, 5]]


def test_titles_name_the_framework_and_fit(kader: Raamwerk) -> None:
    titels = {rij["Rubric Name"] for rij in als_rijen(schrijf(kader, "canvas", soort="rubric-evl"))}
    assert "EvL2 Verdiepingsfase (Leeruitkomsten van het werkplekleren, versie 1.0)" in titels
    lang = attrs.evolve(kader, naam="Zeer " * 80 + "lang")
    assert {*met_ruby(schrijf(lang, "canvas", soort="rubric-leerlijn"))} == {"WP", "WD", "WPO", "WPI"}


def als_rijen(inhoud: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(inhoud.decode(), ""), strict=True)]


def test_the_scale_is_the_one_asked_for(kader: Raamwerk) -> None:
    gelezen = met_ruby(schrijf(kader, "canvas", soort="rubric-evl", schaal=["Nee", "Deels", "=Ja"]))
    assert [(w["naam"], w["punten"]) for w in gelezen["EvL1"][0]["waarden"]] == [("'=Ja", 2), ("Deels", 1), ("Nee", 0)]


@pytest.mark.parametrize("soort", ["rubric-evl", "rubric-leerlijn"])
def test_there_is_no_mark_at_the_front_no_formula_and_a_comma(elk: Raamwerk, soort: str) -> None:
    inhoud = schrijf(elk, "canvas", soort=soort)
    assert inhoud.startswith(b"Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,")
    assert not [
        cel for rij in csv.reader(io.StringIO(inhoud.decode(), "")) for cel in rij if cel[:1] in ("=", "+", "-", "@")
    ]


@pytest.mark.parametrize("soort", ["rubric-evl", "rubric-leerlijn"])
def test_nothing_makes_no_rubric(soort: str) -> None:
    gegevens = maak(["A"], 1, {"A1.1a": "enige"}).als_dict()
    gegevens["leerlijnen"][0]["leeruitkomsten"][0] |= {"tekst": "", "succescriteria": []}
    with pytest.raises(ValueError, match=r"^er is niets om een rubric van te maken$"):
        schrijf(bouw(gegevens), "canvas", soort=soort)


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        (",1,Nog niet", ",,Nog niet", "Aangetoond without points"),
        ("Rubric Name", "\ufeffRubric Name", "a rubric without name"),
        (",WP1.3a Je herkent verschillen tussen leerlingen.,", ",,", "a criterion without name"),
        ("Aangetoond,,1,Nog niet aangetoond,,0", ",,,,,", "no ratings"),
        ("Aangetoond,,1,Nog niet aangetoond", "Aangetoond,,1,Aangetoond", "a name twice"),
        (",,1,Nog niet aangetoond,,0", ",,0,Nog niet aangetoond,,1", "points go up"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "canvas", soort="rubric-evl").decode()
    assert goed in inhoud
    with pytest.raises(AssertionError, match=fout):
        met_ruby(inhoud.replace(goed, kapot, 1).encode())
