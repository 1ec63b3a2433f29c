"""Mahara: what PHP's json_decode reads of it is what the framework says, and the importer's tree has every element."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import RAAMWERKEN, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.test_canvas import VIJANDIG, anders_gestart, lees_met, platte_tekst, vijandig


def met_php(inhoud: bytes) -> dict[str, Any]:
    return lees_met("php", "mahara.php", inhoud)


SOORTEN = ("lijst", "elementen")


def kaal(kenmerk: str) -> str:
    """The code in an id."""
    return kenmerk.rpartition("_")[2]


def test_every_element_is_placed(elk: Raamwerk) -> None:
    for criteria in SOORTEN:
        los = elk.succescriteria if criteria == "elementen" else ()
        gelezen = met_php(schrijf(elk, "mahara", criteria=criteria))
        assert {kaal(code): kaal(rij["onder"]) for code, rij in gelezen["geplaatst"].items()} == {
            **{uitkomst.code: uitkomst.leerlijn for uitkomst in met_inhoud(elk)},
            **{criterium.code: criterium.leeruitkomst for criterium in los},
        }
        assert all(code.startswith(f"{elk.sleutel}_") for code in gelezen["geplaatst"])
        assert gelezen["rijen"] == len(gelezen["geplaatst"])
        assert gelezen["standaarden"] == [lijn.code for lijn in elk.leerlijnen]
        assert gelezen["standen"] == ["begun", "incomplete", "partialcomplete", "completed"]


def test_a_leeruitkomst_can_have_evidence(elk: Raamwerk) -> None:
    """What has elements below it is a heading: unless somebody asks for that, no leeruitkomst is one."""
    gelezen = met_php(schrijf(elk, "mahara"))
    koppen = {rij["onder"] for rij in gelezen["geplaatst"].values()} - {*gelezen["standaarden"]}
    assert koppen == set()
    assert {kaal(code) for code in gelezen["geplaatst"]} == {uitkomst.code for uitkomst in met_inhoud(elk)}


def test_the_texts_arrive_to_the_letter() -> None:
    # JSON knows no trouble with backslashes: nothing is refused.
    met_backslash = maak(["A"], 1, {**VIJANDIG, "A1.2a": 'een \\" hier', "A1.2b": "eind \\"})
    for kader in (vijandig(), met_backslash, *RAAMWERKEN.values()):
        for criteria in SOORTEN:
            los = criteria == "elementen"
            geplaatst = met_php(schrijf(kader, "mahara", criteria=criteria))["geplaatst"]
            gelezen = {kaal(code): rij for code, rij in geplaatst.items()}
            for uitkomst in met_inhoud(kader):
                tekst = [uitkomst.tekst] if uitkomst.tekst else []
                evl = kader.evls[uitkomst.niveau - 1]
                punten = [] if los else [str(criterium) for criterium in uitkomst.succescriteria]
                assert platte_tekst(gelezen[uitkomst.code]["omschrijving"]) == [*tekst, str(evl), *punten]
            for criterium in kader.succescriteria if los else ():
                assert platte_tekst(gelezen[criterium.code]["omschrijving"]) == [criterium.tekst]
                heel, naam = criterium.tekst.replace("<", "‹").replace(">", "›"), gelezen[criterium.code]["naam"]
                assert naam == heel or (len(heel) > 255 and heel.find(naam.removesuffix("…")) == 0)


def test_every_description_that_the_database_would_cut_is_named() -> None:
    """65,535 bytes, not characters: é is two of them."""
    teksten = {f"A1.1{letter}": "é" * 5000 for letter in "abcdefg"} | {"A2.1a": "x"}
    with pytest.raises(ValueError, match=r"^A1, omschrijving: '<p>.* telt 7\d{4} bytes, er passen er 65535$"):
        schrijf(maak(["A"], 2, teksten), "mahara")
    assert met_php(schrijf(maak(["A"], 2, teksten), "mahara", criteria="elementen"))["rijen"] == 2 + 8
    inleiding = [{"bij": "x", "tekst": "é" * 9000}] * 4
    gegevens = maak(["A"], 2, {**teksten, "A1.1a": "y"}).als_dict() | {"inleiding": inleiding}
    with pytest.raises(ValueError, match=r"^het raamwerk, omschrijving: (.|\n)*$"):
        schrijf(bouw(gegevens), "mahara")


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        ('"parentelementid": "p_WP1"', '"parentelementid": "p_WP9"', "WP1.1a has no parent"),
        ('"elementid": "p_WP1.2a"', '"elementid": "p_WP1.1a"', "WP1.1a twice"),
        ('"shortname": "WP1"', f'"shortname": "{"x" * 101}"', "shortname of x"),
        ('"selfassess": false', '"selfassess": "no"', "selfassess"),
        ('"standardid": 4,', '"standardid": "4",', "WPI1.1a has no parent"),
        ('"standardid": 4}', '"standardid": "4"}', "WPI1 has no place"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "mahara", criteria="elementen").decode().replace("werkplekleren_", "p_")
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
