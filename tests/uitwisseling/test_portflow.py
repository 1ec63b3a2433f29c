"""Portflow: the documented columns, two levels, and nothing lost of the texts."""

from __future__ import annotations

import csv
import io

import pytest

from conftest import RAAMWERKEN, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.vijandig import vijandig

KADERS = {**RAAMWERKEN, "vijandig": vijandig()}
Doelen = list[dict[str, str]]


def doelen(kader: Raamwerk) -> Doelen:
    return list(csv.DictReader(io.StringIO(schrijf(kader, "portflow").decode(), ""), strict=True))


@pytest.fixture(params=KADERS)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework of the tests, and the hostile one."""
    return KADERS[str(request.param)]


def test_the_columns_are_the_documented_ones(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "portflow")
    assert inhoud.splitlines()[0] == b"sourced_id,name,nickname,description,parent_goal_id"
    assert inhoud[:3] != b"\xef\xbb\xbf"
    assert len(doelen(kader)) == 20


def test_there_are_two_levels_and_parents_stand_first(elk: Raamwerk) -> None:
    gezien: set[str] = set()
    for doel in doelen(elk):
        assert doel["sourced_id"] not in gezien
        if doel["parent_goal_id"]:
            assert elk.leerlijn(doel["parent_goal_id"]).code in gezien
            assert elk.leeruitkomst(doel["sourced_id"]).leerlijn == doel["parent_goal_id"]
        else:
            assert elk.leerlijn(doel["sourced_id"])
        gezien.add(doel["sourced_id"])
    assert len(gezien) == len(elk.leerlijnen) + len(met_inhoud(elk))


def test_every_criterium_stands_in_the_description_of_its_leeruitkomst(elk: Raamwerk) -> None:
    per_code = {doel["sourced_id"]: doel for doel in doelen(elk)}
    geplaatst = 0
    for uitkomst in met_inhoud(elk):
        regels = per_code[uitkomst.code]["description"].split("\n")
        tekst = regels.pop(0).removeprefix("'") if uitkomst.tekst else ""
        punten = regels
        assert tekst == uitkomst.tekst
        assert punten == [f"• {criterium}" for criterium in uitkomst.succescriteria]
        geplaatst += len(punten)
    assert geplaatst == len(elk.succescriteria)


def test_names_tell_goals_apart(elk: Raamwerk) -> None:
    namen = [doel["nickname"] for doel in doelen(elk)]
    assert len(set(namen)) == len(namen)
    assert all(doel["nickname"].split()[0] == doel["sourced_id"] for doel in doelen(elk))


def test_no_cell_begins_like_a_formula() -> None:
    assert not [cel for doel in doelen(vijandig()) for cel in doel.values() if cel[:1] in ("=", "+", "-", "@")]


def test_the_module_says_what_was_not_verified() -> None:
    from leeruitkomsten.uitwisseling import portflow

    uitleg = str(portflow.__doc__)
    assert "Not verified" in uitleg
    for punt in ("parent_goal_id", "nickname", "separator", "encoding", "HTML", "how long", "second import"):
        assert punt in uitleg
