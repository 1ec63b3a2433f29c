"""Mahara: what PHP's json_decode reads of it is what the framework says, and the importer's tree has every element."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import RAAMWERKEN, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.test_canvas import VIJANDIG, anders_gestart, lees_met, platte_tekst, vijandig


def met_php(inhoud: bytes) -> dict[str, Any]:
    return lees_met("php", "mahara.php", inhoud)


def test_every_element_is_placed(elk: Raamwerk) -> None:
    for criteria in (True, False):
        gelezen = met_php(schrijf(elk, "mahara", criteria=criteria))
        assert {code: rij["onder"] for code, rij in gelezen["geplaatst"].items()} == {
            **{uitkomst.code: uitkomst.leerlijn for uitkomst in met_inhoud(elk)},
            **{criterium.code: criterium.leeruitkomst for criterium in (elk.succescriteria if criteria else ())},
        }
        assert gelezen["rijen"] == len(gelezen["geplaatst"])
        assert gelezen["standaarden"] == [lijn.code for lijn in elk.leerlijnen]
        assert gelezen["standen"] == ["begun", "incomplete", "partialcomplete", "completed"]


def test_the_texts_arrive_to_the_letter() -> None:
    # JSON knows no trouble with backslashes: nothing is refused.
    met_backslash = maak(["A"], 1, {**VIJANDIG, "A1.2a": 'een \\" hier', "A1.2b": "eind \\"})
    for kader in (vijandig(), met_backslash, *RAAMWERKEN.values()):
        for criteria in (True, False):
            gelezen = met_php(schrijf(kader, "mahara", criteria=criteria))["geplaatst"]
            for uitkomst in met_inhoud(kader):
                tekst = [uitkomst.tekst] if uitkomst.tekst else []
                evl = kader.evls[uitkomst.niveau - 1]
                punten = [] if criteria else [str(criterium) for criterium in uitkomst.succescriteria]
                assert platte_tekst(gelezen[uitkomst.code]["omschrijving"]) == [*tekst, str(evl), *punten]
            for criterium in kader.succescriteria if criteria else ():
                assert platte_tekst(gelezen[criterium.code]["omschrijving"]) == [criterium.tekst]
                heel, naam = criterium.tekst.replace("<", "‹").replace(">", "›"), gelezen[criterium.code]["naam"]
                assert naam == heel or (len(heel) > 255 and heel.find(naam.removesuffix("…")) == 0)


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        ('"parentelementid": "WP1"', '"parentelementid": "WP9"', "WP1.1a has no parent"),
        ('"elementid": "WP1.2a"', '"elementid": "WP1.1a"', "WP1.1a twice"),
        ('"shortname": "WP1"', f'"shortname": "{"x" * 101}"', "shortname of x"),
        ('"selfassess": false', '"selfassess": "no"', "selfassess"),
        ('"standardid": 4,', '"standardid": "4",', "WPI1.1a has no parent"),
        ('"standardid": 4}', '"standardid": "4"}', "WPI1 has no place"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "mahara").decode()
    assert goed in inhoud
    with pytest.raises(AssertionError, match=fout):
        met_php(inhoud.replace(goed, kapot, 1).encode())


def test_who_may_use_it_and_assess_is_asked(kader: Raamwerk) -> None:
    raamwerk = json.loads(schrijf(kader, "mahara", institution="hogeschool", selfassess=True))["framework"]
    assert (raamwerk["institution"], raamwerk["selfassess"]) == ("hogeschool", True)
    assert raamwerk["name"] == str(kader)
    with pytest.raises(ValueError, match="institution: de korte naam van een instelling"):
        schrijf(kader, "mahara", institution="")


def test_the_bytes_do_not_depend_on_the_machine(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "mahara")
    assert anders_gestart("mahara") == [inhoud, inhoud]
    assert b"\r" not in inhoud
