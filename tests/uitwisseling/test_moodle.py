"""Moodle: what PHP's fgetcsv reads of it is what the framework says, and the importer's tree has every row."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RAAMWERKEN, heet, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from leeruitkomsten.velden import tekstfout
from uitwisseling.test_canvas import anders_gestart, lees_met, platte_tekst, vijandig

SCHEIDING = {"comma": ",", "semicolon": ";", "tab": "\t"}
OPTIES: list[dict[str, Any]] = [
    {},
    {"evl": False, "delimiter": "semicolon"},
    {"completion_rule": "all", "delimiter": "tab"},
    {"completion_rule": "all", "ruleoutcome": 3, "idnumber": "pabo-2026"},
]


def met_php(inhoud: bytes, opties: dict[str, Any]) -> dict[str, Any]:
    return lees_met("php", "moodle.php", inhoud, SCHEIDING[opties.get("delimiter", "comma")])


def bedoeld(kader: Raamwerk, opties: dict[str, Any]) -> dict[str, tuple[str, int]]:
    """Under what each competency stands, and how deep."""
    evl = opties.get("evl", True)
    return {
        **{lijn.code: ("", 1) for lijn in kader.leerlijnen},
        **{uitkomst.code: (uitkomst.leerlijn, 2) for uitkomst in met_inhoud(kader)},
        **{criterium.code: (criterium.leeruitkomst, 3) for criterium in kader.succescriteria},
        **({"EvL": ("", 1)} if evl else {}),
        **({deel.code: ("EvL", 2) for deel in kader.evls} if evl else {}),
    }


def test_every_row_is_placed(elk: Raamwerk) -> None:
    for opties in OPTIES:
        gelezen = met_php(schrijf(elk, "moodle", **opties), opties)
        plaatsen = {code: (rij["onder"], rij["diepte"]) for code, rij in gelezen["geplaatst"].items()}
        assert plaatsen == bedoeld(elk, opties)
        assert gelezen["rijen"] == len(plaatsen) + 1
        assert gelezen["raamwerk"]["id"] == opties.get("idnumber", f"leeruitkomsten-{elk.versie}")
        assert gelezen["raamwerk"]["schaal"] == ["Nog niet aangetoond", "Aangetoond"]
        assert gelezen["raamwerk"]["soorten"] == ["domain", "outcome", "indicator"]
        for evl in elk.evls if opties.get("evl", True) else ():
            assert gelezen["geplaatst"][evl.code]["verwant"] == [
                u.code for u in met_inhoud(elk) if u.niveau == evl.niveau.nummer
            ]


def test_the_packaged_framework_has_the_rows_of_the_source(kader: Raamwerk) -> None:
    aantallen = [met_php(schrijf(kader, "moodle", evl=evl), {})["rijen"] for evl in (True, False)]
    assert aantallen == [1 + 4 + 16 + 101 + 5, 1 + 4 + 16 + 101]


def test_rules_stand_on_leeruitkomsten_with_criteria_only(elk: Raamwerk) -> None:
    for opties, gevolg in ((OPTIES[0], ""), (OPTIES[2], "2"), (OPTIES[3], "3")):
        geplaatst = met_php(schrijf(elk, "moodle", **opties), opties)["geplaatst"]
        met = {code: rij["gevolg"] for code, rij in geplaatst.items() if rij["regel"]}
        vol = [u.code for u in elk.leeruitkomsten if u.succescriteria]
        assert met == (dict.fromkeys(vol, gevolg) if gevolg else {})
        assert {rij["regel"] for rij in geplaatst.values()} <= {"", "core_competency\\competency_rule_all"}


@pytest.mark.parametrize("delimiter", SCHEIDING)
def test_the_texts_arrive_to_the_letter(delimiter: str) -> None:
    for kader in (vijandig(), *RAAMWERKEN.values()):
        inhoud = schrijf(kader, "moodle", delimiter=delimiter)
        gelezen = met_php(inhoud, {"delimiter": delimiter})["geplaatst"]
        for rij in list(csv.reader(io.StringIO(inhoud.decode(), newline=""), delimiter=SCHEIDING[delimiter]))[2:]:
            assert [gelezen[rij[1]][veld] for veld in ("onder", "naam", "omschrijving")] == [rij[0], *rij[2:4]]
            assert not [cel for cel in rij if cel[:1] in ("=", "+", "-", "@")]
        for deel in (*met_inhoud(kader), *kader.succescriteria):
            assert platte_tekst(gelezen[deel.code]["omschrijving"]) == [heet(kader, deel)]
            heel = f"{deel.code} {heet(kader, deel)}".replace("<", "‹").replace(">", "›")
            naam = gelezen[deel.code]["naam"]
            assert naam == heel or (len(heel) > 100 and heel.find(naam.removesuffix("…")) == 0)


TEKST = st.text(st.sampled_from("ab \\\"',;<>&=é😀\u200d"), min_size=1, max_size=130).filter(lambda t: not tekstfout(t))


@settings(max_examples=25)
@given(teksten=st.lists(TEKST, min_size=1, max_size=26))
def test_what_is_not_refused_arrives_whole(teksten: list[str]) -> None:
    kader = maak(["A"], 1, {f"A1.1{chr(97 + nummer)}": tekst for nummer, tekst in enumerate(teksten)})
    try:
        inhoud = schrijf(kader, "moodle")
    except ValueError as fout:
        geweigerd = {regel.partition(":")[0] for regel in str(fout).splitlines()}
        assert geweigerd
        assert all("\\" in criterium.tekst for criterium in kader.succescriteria if criterium.code in geweigerd)
        kader = maak(["A"], 1, {c.code: c.tekst for c in kader.succescriteria if c.code not in geweigerd})
        inhoud = schrijf(kader, "moodle")
    gelezen = met_php(inhoud, {})
    assert gelezen["rijen"] == len(bedoeld(kader, {})) + 1
    for criterium in kader.succescriteria:
        assert platte_tekst(gelezen["geplaatst"][criterium.code]["omschrijving"]) == [criterium.tekst]


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        ("WP,WP2,", "WQ,WP2,", "WP2 has no place"),
        ("\r\n,WD,", "\r\n,WP,", "WP twice"),
        ("WP1,WP1.3a,WP1.3a ", "WP1,WP1.3a,<b>", "does not arrive whole"),
        ("WP1,WP1.3a,WP1.3a ", "WP1,WP1.3a," + "x" * 100, "does not arrive whole"),
        ('""scaledefault"":1', '""scaledefault"":0', "no default"),
        (",,,,,,1,", ",,,,,,,", "0 rows are the framework"),
        ('"WP1,WD1,WPO1,WPI1"', "WP9", "EvL1 refers to WP9"),
        (",1,,,,,,,,,\r\n", ",1,,,,,,,,\r\n", "has 13 cells"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "moodle").decode()
    assert goed in inhoud
    with pytest.raises(AssertionError, match=fout):
        met_php(inhoud.replace(goed, kapot, 1).encode(), {})


def test_a_backslash_that_hides_a_quote_is_refused_by_its_code() -> None:
    fout = "Moodle leest een backslash aan het eind of vóór een aanhalingsteken verkeerd"
    with pytest.raises(ValueError, match=f"^A1.1a: {fout}: .*\nA1.1c: {fout}: [^\n]*$"):
        schrijf(maak(["A"], 1, {"A1.1a": 'een \\" hier', "A1.1b": "\\ goed", "A1.1c": "eind \\"}), "moodle")


@pytest.mark.parametrize(
    ("opties", "fout"),
    [
        ({"completion_rule": "points"}, "completion_rule: hier hoort 'all' of None, er staat 'points'"),
        ({"ruleoutcome": 3}, "ruleoutcome: alleen samen met completion_rule='all'"),
        (
            {"completion_rule": "all", "ruleoutcome": 0},
            "ruleoutcome: hier hoort 1, 2, 3 of None, er staat 0",
        ),
        ({"completion_rule": "all", "ruleoutcome": True}, "ruleoutcome: .* er staat True"),
        ({"delimiter": ";"}, "delimiter: hier hoort 'comma', 'semicolon' of 'tab', er staat ';'"),
        ({"idnumber": "1.0"}, "idnumber: een letter .* niet '1.0'"),
        ({"idnumber": "a,b", "delimiter": "x"}, "delimiter: (.|\n)*idnumber: "),
        ({"idnumber": "a" * 101}, "telt 101 tekens, er passen er 100"),
    ],
)
def test_what_moodle_would_refuse_is_refused(kader: Raamwerk, opties: dict[str, Any], fout: str) -> None:
    with pytest.raises(ValueError, match=fout):
        schrijf(kader, "moodle", **opties)


def test_the_bytes_do_not_depend_on_the_machine(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "moodle")
    assert anders_gestart("moodle") == [inhoud, inhoud]
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == 1 + 127
