"""Moodle: what PHP's fgetcsv reads of it is what the framework says, and the importer's tree has every row."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RAAMWERKEN, heet, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from leeruitkomsten.velden import tekstfout
from uitwisseling.test_canvas import anders_gestart, lees_met, platte_tekst, vijandig

SCHEIDING = (",", ";", "\t")
OPTIES: list[dict[str, Any]] = [
    {},
    {"evl": False, "scheiding": ";"},
    {"completion_rule": "all", "scheiding": "\t"},
    {"completion_rule": "all", "ruleoutcome": 3, "naamruimte": "pabo-2026"},
]


def met_php(inhoud: bytes, opties: dict[str, Any]) -> dict[str, Any]:
    return lees_met("php", "moodle.php", inhoud, opties.get("scheiding", ","))


def voor(kader: Raamwerk, opties: dict[str, Any]) -> str:
    """What every id number begins with."""
    return f"{opties['naamruimte']}_{kader.sleutel}_" if "naamruimte" in opties else f"{kader.sleutel}_"


def bedoeld(kader: Raamwerk, opties: dict[str, Any]) -> dict[str, tuple[str, int]]:
    """Under what each competency stands, and how deep."""
    evl = opties.get("evl", True)
    plaatsen = {
        **{lijn.code: ("", 1) for lijn in kader.leerlijnen},
        **{uitkomst.code: (uitkomst.leerlijn, 2) for uitkomst in met_inhoud(kader)},
        **{criterium.code: (criterium.leeruitkomst, 3) for criterium in kader.succescriteria},
        **({"EvL": ("", 1)} if evl else {}),
        **({deel.code: ("EvL", 2) for deel in kader.evls} if evl else {}),
    }
    begin = voor(kader, opties)
    return {begin + code: (ouder and begin + ouder, diepte) for code, (ouder, diepte) in plaatsen.items()}


def test_every_row_is_placed(elk: Raamwerk) -> None:
    for opties in OPTIES:
        begin = voor(elk, opties)
        gelezen = met_php(schrijf(elk, "moodle", **opties), opties)
        plaatsen = {code: (rij["onder"], rij["diepte"]) for code, rij in gelezen["geplaatst"].items()}
        assert plaatsen == bedoeld(elk, opties)
        assert gelezen["rijen"] == len(plaatsen) + 1
        assert gelezen["raamwerk"]["id"] == begin + elk.versie
        assert gelezen["raamwerk"]["schaal"] == ["Nog niet aangetoond", "Aangetoond"]
        assert gelezen["raamwerk"]["soorten"] == ["domain", "outcome", "indicator"]
        for evl in elk.evls if opties.get("evl", True) else ():
            assert gelezen["geplaatst"][begin + evl.code]["verwant"] == [
                begin + u.code for u in met_inhoud(elk) if u.niveau == evl.niveau.nummer
            ]


@pytest.mark.parametrize(
    ("opties", "waarden", "bekwaam", "vanzelf"),
    [
        ({}, ["Nog niet aangetoond", "Aangetoond"], [2], 2),
        ({"schaal": ["Nee", "Deels", "Ja"]}, ["Nee", "Deels", "Ja"], [3], 3),
        ({"schaal": ["Nee", "Deels", "Ja"], "aangetoond": ["Ja", "Deels"]}, ["Nee", "Deels", "Ja"], [2, 3], 2),
        ({"schaal": ["Nee", "Ja", "n.v.t."], "aangetoond": ["Ja"]}, ["Nee", "Ja", "n.v.t."], [2], 2),
        ({"schaal": ["Nee", "Ja", "Zeker"], "aangetoond": ["Ja", "Zeker"], "standaard": "Zeker"}, ["Nee", "Ja", "Zeker"], [2, 3], 3),
        ({"schaal": ["-", "=1"], "standaard": "-"}, ["'-", "'=1"], [2], 1),
    ],
)  # fmt: skip
def test_what_moodle_gives_by_itself_is_proficient(
    kader: Raamwerk, opties: dict[str, Any], waarden: list[str], bekwaam: list[int], vanzelf: int
) -> None:
    """Whoever shows all is rated by `scaledefault`: on a value that is not proficient nobody would ever be."""
    gelezen = met_php(schrijf(kader, "moodle", **opties), {})["raamwerk"]
    assert gelezen["schaal"] == waarden
    _, *regels = gelezen["instelling"]
    assert [regel["id"] for regel in regels] == [*range(1, len(waarden) + 1)]
    assert [regel["id"] for regel in regels if regel["proficient"]] == bekwaam
    assert [regel["id"] for regel in regels if regel["scaledefault"]] == [vanzelf]


def test_the_packaged_framework_has_the_rows_of_the_source(kader: Raamwerk) -> None:
    aantallen = [met_php(schrijf(kader, "moodle", evl=evl), {})["rijen"] for evl in (True, False)]
    assert aantallen == [1 + 4 + 16 + 101 + 5, 1 + 4 + 16 + 101]


def test_rules_stand_on_leeruitkomsten_with_criteria_only(elk: Raamwerk) -> None:
    for opties, gevolg in ((OPTIES[0], ""), (OPTIES[2], "2"), (OPTIES[3], "3")):
        geplaatst = met_php(schrijf(elk, "moodle", **opties), opties)["geplaatst"]
        met = {code: rij["gevolg"] for code, rij in geplaatst.items() if rij["regel"]}
        vol = [voor(elk, opties) + u.code for u in elk.leeruitkomsten if u.succescriteria]
        assert met == (dict.fromkeys(vol, gevolg) if gevolg else {})
        assert {rij["regel"] for rij in geplaatst.values()} <= {"", "core_competency\\competency_rule_all"}


@pytest.mark.parametrize("scheiding", SCHEIDING)
def test_the_texts_arrive_to_the_letter(scheiding: str) -> None:
    for kader in (vijandig(), *RAAMWERKEN.values()):
        inhoud = schrijf(kader, "moodle", scheiding=scheiding)
        gelezen = met_php(inhoud, {"scheiding": scheiding})["geplaatst"]
        for rij in list(csv.reader(io.StringIO(inhoud.decode(), newline=""), delimiter=scheiding))[2:]:
            assert [gelezen[rij[1]][veld] for veld in ("onder", "naam", "omschrijving")] == [rij[0], *rij[2:4]]
            assert not [cel for cel in rij if cel[:1] in ("=", "+", "-", "@")]
        for deel in (*met_inhoud(kader), *kader.succescriteria):
            eigen = gelezen[f"{kader.sleutel}_{deel.code}"]
            assert platte_tekst(eigen["omschrijving"]) == [heet(kader, deel)]
            heel = f"{deel.code} {heet(kader, deel)}".replace("<", "‹").replace(">", "›")
            naam = eigen["naam"]
            assert naam == heel or (len(heel) > 100 and heel.find(naam.removesuffix("…")) == 0)


TEKST = st.text(st.sampled_from("ab \\\"',;<>&=é😀\u200d"), min_size=1, max_size=130).filter(lambda t: not tekstfout(t))


@settings(max_examples=25)
@given(teksten=st.lists(TEKST, min_size=1, max_size=26))
def test_what_is_not_refused_arrives_whole(teksten: list[str]) -> None:
    kader = maak(["A"], 1, {f"A1.1{chr(97 + nummer)}": tekst for nummer, tekst in enumerate(teksten)})
    try:
        inhoud = schrijf(kader, "moodle")
    except ValueError as fout:
        geweigerd = {regel.partition(":")[0].partition("_")[2] for regel in str(fout).splitlines()}
        assert geweigerd
        assert all("\\" in criterium.tekst for criterium in kader.succescriteria if criterium.code in geweigerd)
        kader = maak(["A"], 1, {c.code: c.tekst for c in kader.succescriteria if c.code not in geweigerd})
        inhoud = schrijf(kader, "moodle")
    gelezen = met_php(inhoud, {})
    assert gelezen["rijen"] == len(bedoeld(kader, {})) + 1
    for criterium in kader.succescriteria:
        assert platte_tekst(gelezen["geplaatst"][f"{kader.sleutel}_{criterium.code}"]["omschrijving"]) == [
            criterium.tekst
        ]


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        ("p_WP,p_WP2,", "p_WQ,p_WP2,", "WP2 has no place"),
        ("\r\n,p_WD,", "\r\n,p_WP,", "WP twice"),
        ("p_WP1,p_WP1.3a,WP1.3a ", "p_WP1,p_WP1.3a,<b>", "does not arrive whole"),
        ("p_WP1,p_WP1.3a,WP1.3a ", "p_WP1,p_WP1.3a," + "x" * 100, "does not arrive whole"),
        ('""scaledefault"":1', '""scaledefault"":0', "no default"),
        (",,,,,,1,", ",,,,,,,", "0 rows are the framework"),
        ('"p_WP1,p_WD1,p_WPO1,p_WPI1"', "p_WP9", "EvL1 refers to p_WP9"),
        (",1,,,,,,,,,\r\n", ",1,,,,,,,,\r\n", "has 13 cells"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "moodle").decode().replace("werkplekleren_", "p_")
    assert goed in inhoud
    with pytest.raises(AssertionError, match=fout):
        met_php(inhoud.replace(goed, kapot, 1).encode(), {})


def test_a_backslash_that_hides_a_quote_is_refused_by_its_code() -> None:
    fout = "Moodle leest een backslash aan het eind of vóór een aanhalingsteken verkeerd"
    with pytest.raises(ValueError, match=f"^klein_A1.1a: {fout}: .*\nklein_A1.1c: {fout}: [^\n]*$"):
        schrijf(maak(["A"], 1, {"A1.1a": 'een \\" hier', "A1.1b": "\\ goed", "A1.1c": "eind \\"}), "moodle")


@pytest.mark.parametrize(
    ("opties", "fout"),
    [
        ({"completion_rule": "points"}, r"completion_rule: hier hoort 'all' of niets \(None\), er staat 'points'"),
        ({"ruleoutcome": 3}, "ruleoutcome: alleen samen met completion_rule='all'"),
        (
            {"completion_rule": "all", "ruleoutcome": 0},
            r"ruleoutcome: hier hoort 1, 2, 3 of niets \(None\), er staat 0",
        ),
        ({"completion_rule": "all", "ruleoutcome": True}, "ruleoutcome: .* er staat True"),
        ({"scheiding": "semicolon"}, "scheiding: hier hoort ',', ';' of .*, er staat 'semicolon'"),
        ({"naamruimte": "a_b"}, "naamruimte: hier hoort een letter of cijfer .* er staat 'a_b'"),
        ({"naamruimte": "a" * 41}, "naamruimte: .* ten hoogste 40 samen"),
        ({"naamruimte": "a,b", "scheiding": "x"}, "scheiding: (.|\n)*naamruimte: "),
        ({"schaal": ["Ja"]}, "schaal: hier horen ten minste twee waarden, van laag naar hoog, geen 1"),
        ({"schaal": ["Ja", "Ja"]}, "schaal: elke waarde mag er één keer staan"),
        ({"schaal": ["Nee, nog niet", "Ja"]}, "schaal: in een waarde kan geen ',' staan: 'Nee, nog niet'"),
        ({"schaal": ["<b>", "Ja"]}, "schaal: in een waarde kan geen '<' staan"),
        ({"schaal": ["", "Ja "]}, "schaal: deze tekst is leeg\nschaal: er staat een spatie te veel"),
        ({"schaal": ["Nee", 3]}, "schaal: hier hoort een lijst van teksten, er staat een lijst"),
        ({"schaal": "Nee,Ja"}, "schaal: hier hoort een lijst van teksten, er staat 'Nee,Ja'"),
        ({"aangetoond": []}, "aangetoond: hier hoort ten minste één waarde van de schaal"),
        (
            {"aangetoond": ["Ja"], "standaard": "Nee"},
            "aangetoond: op de schaal staat geen 'Ja'; wel: 'Nog niet aangetoond', 'Aangetoond'\nstandaard: op de schaal staat geen 'Nee'",
        ),
        (
            {"soort": "beoordeling", "evl": False, "scheiding": ";"},
            "evl: hoort bij soort='raamwerk', niet bij 'beoordeling'\nscheiding: ",
        ),
    ],
)
def test_what_moodle_would_refuse_is_refused(kader: Raamwerk, opties: dict[str, Any], fout: str) -> None:
    with pytest.raises(ValueError, match=fout):
        schrijf(kader, "moodle", **opties)


def test_the_bytes_do_not_depend_on_the_machine(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "moodle")
    assert anders_gestart("moodle") == [inhoud, inhoud]
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == 1 + 127


def test_a_version_that_does_not_fit_in_an_id_number_is_named_as_such(kader: Raamwerk) -> None:
    lang = attrs.evolve(kader, sleutel="s" * 40, versie="1." + "0" * 60)
    wat = r"het id van het raamwerk \(naamruimte, sleutel en versie\): 's{40}_1.0.* telt 103 tekens, er passen er 100"
    with pytest.raises(ValueError, match=f"^{wat}$"):
        schrijf(lang, "moodle")
    past = attrs.evolve(kader, sleutel="s" * 40, versie="1." + "0" * 57)
    assert len(met_php(schrijf(past, "moodle"), {})["raamwerk"]["id"]) == 100


def test_codes_can_be_read_off_id_numbers(elk: Raamwerk) -> None:
    for opties in OPTIES:
        geplaatst = met_php(schrijf(elk, "moodle", **opties), opties)["geplaatst"]
        codes = [nummer.rpartition("_")[2] for nummer in geplaatst]
        assert set(codes) >= {deel.code for deel in (*met_inhoud(elk), *elk.succescriteria)}
        assert len({*codes}) == len(codes)


def test_the_script_of_the_page_is_php(wortel: Path, tmp_path: Path) -> None:
    """Only that it can be read: nobody has run it, and the page says so."""
    [script] = re.findall(
        r"```php\n(.*?)```", (wortel / "docs" / "uitwisseling" / "moodle.md").read_text("utf-8"), re.DOTALL
    )
    (tmp_path / "lees.php").write_text(
        "<?php token_get_all(stream_get_contents(STDIN), TOKEN_PARSE); echo json_encode(['fouten' => []]);", "utf-8"
    )
    assert lees_met("php", str(tmp_path / "lees.php"), script.encode()) == {"fouten": []}
    with pytest.raises(AssertionError, match="Parse error"):
        lees_met("php", str(tmp_path / "lees.php"), script.replace("{", "", 1).encode())
