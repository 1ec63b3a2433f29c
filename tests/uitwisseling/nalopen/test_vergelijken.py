"""Whether a system still says what the framework says: equal where nothing was changed, and each change found, for every format."""

from __future__ import annotations

import copy
import json
import re
from typing import Any, get_args

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import Afwijking, Naloop, opties_van, schrijf, vergelijk
from leeruitkomsten.uitwisseling.opties import Naloopbaar
from uitwisseling.nalopen import systemen
from uitwisseling.nalopen.systemen import SYSTEMEN
from uitwisseling.vijandig import MET_BACKSLASH, met_tekst, vijandig

VIJANDIG = vijandig(MET_BACKSLASH)
OUD, NIEUW = "Je moedigt aan en je motiveert", "Je moedigt af en je motiveert"


@pytest.fixture(params=SYSTEMEN)
def systeem(request: pytest.FixtureRequest) -> str:
    """Every system."""
    return str(request.param)


def voer_uit(systeem: str, kader: Raamwerk, **opties: Any) -> tuple[str, bytes]:
    formaat, maak = SYSTEMEN[systeem]
    return formaat, maak(kader, **opties)


def soorten(naloop: Naloop) -> list[tuple[str, str | None]]:
    return [(een.soort, een.code) for een in naloop]


def test_there_is_a_system_for_every_format() -> None:
    assert {formaat for formaat, _ in SYSTEMEN.values()} == {*get_args(Naloopbaar)}


def test_what_was_not_changed_is_equal(systeem: str, elk: Raamwerk) -> None:
    formaat, uitvoer = voer_uit(systeem, elk)
    naloop = vergelijk(elk, uitvoer, formaat)
    assert [*naloop] == []
    assert naloop.gelijk
    assert str(naloop) == f"gelijk: {naloop.nagelopen} nagelopen in {formaat}, tegen {elk.kenmerk}"
    assert naloop.nagelopen >= len(elk.succescriteria)


def test_a_hostile_framework_is_equal_too(systeem: str) -> None:
    formaat, uitvoer = voer_uit(systeem, VIJANDIG)
    assert [*vergelijk(VIJANDIG, uitvoer, formaat)] == []


@pytest.mark.parametrize(
    "tekst", ["–", "-", "n.v.t.", "#REF!", "WP1.1a", "<li>WP1.1a x</li>", "…", "~~weg~~", "يقرأ نصًا", "x" * 10_000]
)
def test_a_text_that_reads_like_something_else_is_equal(systeem: str, tekst: str) -> None:
    anders = met_tekst(VIJANDIG, 0, tekst)
    formaat, uitvoer = voer_uit(systeem, anders)
    assert [*vergelijk(anders, uitvoer, formaat)] == []


def test_one_word_that_changed_is_found(systeem: str, kader: Raamwerk) -> None:
    anders = met_tekst(
        kader, 1, "Je versterkt slecht gedrag en spreekt leerlingen aan op ongewenst gedrag en ordeverstoringen."
    )
    formaat, uitvoer = voer_uit(systeem, anders)
    naloop = vergelijk(kader, uitvoer, formaat)
    assert soorten(naloop) == [("andere_tekst", "WP2.1a")]
    assert "versterkt [-goed-] {+slecht+} gedrag" in str(naloop)
    assert naloop[0].waar


@pytest.mark.parametrize("nummer", range(6))
def test_one_letter_is_found_in_hostile_texts_too(systeem: str, nummer: int) -> None:
    uitkomst = VIJANDIG.leeruitkomsten[nummer]
    criterium = uitkomst.succescriteria[0]
    formaat, uitvoer = voer_uit(systeem, met_tekst(VIJANDIG, nummer, f"{criterium.tekst} x"))
    assert soorten(vergelijk(VIJANDIG, uitvoer, formaat)) == [("andere_tekst", criterium.code)]


def test_what_went_and_what_came_is_found(systeem: str, kader: Raamwerk) -> None:
    gegevens: Any = kader.als_dict()
    criteria = gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"]
    weg = criteria.pop()
    criteria.append({**weg, "code": "WP2.99a", "tekst": "Je doet iets nieuws."})
    gegevens |= {"errata": [], "bron": {**gegevens["bron"], "op_inhoud_geplaatst": []}}
    formaat, uitvoer = voer_uit(systeem, lu.lees(json.dumps(gegevens).encode()))
    naloop = vergelijk(kader, uitvoer, formaat)
    assert soorten(naloop) == [("ontbreekt", weg["code"]), ("onbekend", "WP2.99a")]
    assert naloop[0].hier
    assert naloop[0].hier.endswith(weg["tekst"])
    assert naloop[1].daar
    assert "Je doet iets nieuws." in naloop[1].daar
    assert str(naloop[0]) == f"{weg['code']} ontbreekt daar: {naloop[0].hier}"


def test_a_file_without_anything_of_the_framework_is_refused(systeem: str, klein: Raamwerk, kader: Raamwerk) -> None:
    anders = lu.lees(lu.schrijf(klein).replace(b'"PED', b'"QQ').replace(b'"A', b'"QZ'))
    formaat, uitvoer = voer_uit(systeem, anders)
    with pytest.raises(lu.OngeldigBestand, match="van dit raamwerk") as fout:
        vergelijk(kader, uitvoer, formaat)
    assert [b.soort for b in fout.value.bevindingen] == ["ander_raamwerk"]


@pytest.mark.parametrize(
    ("systeem", "opties"),
    [
        ("canvas", {"criteria": "uitkomsten"}),
        ("canvas", {"evl": False}),
        ("moodle", {"evl": False}),
        ("mahara", {"criteria": "lijst"}),
        ("mahara", {"criteria": "elementen"}),
        ("brightspace", {"criteria": "geen"}),
        ("moodle", {"naamruimte": "pabo", "scheiding": ";"}),
    ],
)
def test_the_options_of_the_import_are_those_of_the_comparison(
    systeem: str, opties: dict[str, Any], kader: Raamwerk
) -> None:
    formaat, uitvoer = voer_uit(systeem, kader, **opties)
    naloop = vergelijk(kader, uitvoer, formaat, **opties)
    assert naloop.gelijk, str(naloop)
    assert opties.keys() <= opties_van(formaat).keys()


def test_ids_with_something_ahead_are_reported_as_codes(kader: Raamwerk) -> None:
    uitvoer = systemen.canvas(kader, naamruimte="pabo")
    naloop = vergelijk(lu.laad(errata=True), uitvoer, "canvas", naamruimte="pabo")
    assert soorten(naloop) == [("andere_tekst", code) for code in ("WP2.5b", "WD1.6a", "WPI3.5b", "WPI4.5b")]
    with pytest.raises(lu.OngeldigBestand, match="'pabo_werkplekleren_"):
        vergelijk(kader, uitvoer, "canvas")


def test_in_canvas_things_of_others_do_not_count_and_are_told_of(kader: Raamwerk) -> None:
    assert vergelijk(kader, systemen.canvas(kader), "canvas").opmerkingen == (
        "niet van dit raamwerk, en niet nagelopen: 3",
    )


def test_what_an_admin_put_under_our_group_is_unknown(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.canvas(kader))
    bij = dict(zip(systemen.CANVAS_KOP, ["9", "canvas_outcome:9", "outcome", "Nieuw", "<p>Van ons</p>"], strict=False))
    regels.append([bij.get(naam, "werkplekleren_WP" if naam == "parent_guids" else "") for naam in systemen.CANVAS_KOP])
    weg = [{**dict(zip(systemen.CANVAS_KOP, rij, strict=False))}.get("vendor_guid") for rij in regels].index(
        "werkplekleren_WP2"
    )
    regels[weg][systemen.CANVAS_KOP.index("workflow_state")] = "deleted"
    naloop = vergelijk(kader, systemen.als_csv(regels), "canvas")
    assert [een for een in soorten(naloop) if een[0] != "ontbreekt"] == [("onbekend", "canvas_outcome:9")]
    assert ("ontbreekt", "WP2") in soorten(naloop)
    assert "in Canvas verwijderd, en hier niet meegeteld: 1" in naloop.opmerkingen
    assert re.fullmatch(r"'canvas_outcome:9' kent dit raamwerk niet \(regel \d+\): Van ons", str(naloop[-1]))


def test_another_place_is_found_in_moodle(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    op_id = {rij[1].rpartition("_")[2]: rij for rij in regels}
    op_id["WP2.1a"][0] = "werkplekleren_WP3"
    op_id["WD"][0] = "werkplekleren_WP"
    op_id["EvL1"][10] = op_id["WPI1"][10] = ""
    naloop = vergelijk(kader, systemen.als_csv(regels), "moodle")
    assert soorten(naloop) == [("andere_plaats", code) for code in ("WP2.1a", "WD", "WPI1")]
    eerste, tweede, derde = map(str, naloop)
    assert re.fullmatch(r"WP2\.1a staat daar onder WP3, hier onder WP2 \(regel \d+\)", eerste)
    assert "WD staat daar onder WP, hier onder bovenaan" in tweede
    assert "WPI1 staat daar onder WPI, hier onder WPI, EvL1" in derde


def test_twice_and_without_a_code_is_found(kader: Raamwerk) -> None:
    regels = systemen.rijen(schrijf(kader, "moodle"))
    code = regels[5][1].rpartition("_")[2]
    regels += [[*regels[5]], ["werkplekleren_WP", "", "Los", "<p>Zonder code</p>", *[""] * 10]]
    naloop = vergelijk(kader, systemen.als_csv(regels), "moodle")
    assert soorten(naloop) == [("dubbel", code), ("zonder_code", None)]
    assert [een.waar for een in naloop] == [("regel 6", "regel 129"), ("regel 130",)]
    assert str(naloop[0]) == f"{code} staat daar meer dan eens (regel 6 en regel 129)"
    assert str(naloop[1]) == "regel 130 heeft geen code: Zonder code"


def test_short_names_may_be_shorter_but_not_others(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    op_id = {rij[1].rpartition("_")[2]: rij for rij in regels}
    heel = op_id["WP2.1a"][2]
    for kort in (heel[:40], f"{heel[:40]}…", f"{heel[:40]}...", "WP2.1a"):
        op_id["WP2.1a"][2] = kort
        assert vergelijk(kader, systemen.als_csv(regels), "moodle").gelijk, kort
    assert len(heel) < 100
    for anders in (
        "",
        heel.replace("Je", "U"),
        "…",
        f"{heel} Niet.",
        f"{heel[:40]} niet…",
        heel.removeprefix("WP2.1a "),
    ):
        op_id["WP2.1a"][2] = anders
        [een] = vergelijk(kader, systemen.als_csv(regels), "moodle")
        assert (een.soort, een.veld, een.code) == ("andere_tekst", "naam", "WP2.1a")
        assert een._regel()[0] == "andere naam"


def test_a_text_that_the_database_cut_off_is_no_difference(kader: Raamwerk) -> None:
    lang = met_tekst(kader, 0, "Je leest één boek. " * 3000 + "Altijd.")
    inhoud = json.loads(schrijf(lang, "mahara", criteria="elementen"))
    [deel] = [d for d in inhoud["framework"]["standardelements"] if d["shortname"] == "WP1.1a"]
    deel["description"] = deel["description"].replace("é", "&eacute;")[:65_535]
    for lengte in (65_535, 65_533):
        deel["description"] = deel["description"][:lengte]
        assert vergelijk(lang, json.dumps(inhoud).encode(), "mahara", criteria="elementen").gelijk
    deel["description"] = deel["description"][:1000]
    [een] = vergelijk(lang, json.dumps(inhoud).encode(), "mahara", criteria="elementen")
    assert (een.soort, een.veld) == ("andere_tekst", "tekst")


def test_html_is_read_as_text(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    op_id = {rij[1].rpartition("_")[2]: rij for rij in regels}
    tekst = kader["WP2.1a"].tekst
    eerste, rest = tekst.split(" ", 1)
    for html in (
        tekst,
        f"<p dir='ltr'><span style=\"color:red\">{tekst}</span></p>",
        f"<div>{eerste}&nbsp;{rest}<br></div>",
        f'{eerste}<br />{rest}<img src="x.png" alt="">',
        f"<!-- x --><b>{eerste[0]}</b>{eerste[1:]}\n{rest}\u200b",
    ):
        op_id["WP2.1a"][3] = html
        assert vergelijk(kader, systemen.als_csv(regels), "moodle").gelijk, html
    op_id["WP2.1a"][3] = f'<p>{tekst} <img src="y" alt="(y)"></p>'
    assert "{+(y)+}" in str(vergelijk(kader, systemen.als_csv(regels), "moodle"))


def test_a_new_scale_of_begeleiding_is_found_in_case_and_a_server_without_it_is_not_wrong(kader: Raamwerk) -> None:
    pakket = json.loads(schrijf(kader, "case"))
    [evl] = [item for item in pakket["CFItems"] if item["humanCodingScheme"] == "EvL2"]
    evl["notes"] = evl["notes"].replace("proactieve", "reactieve")
    [een] = vergelijk(kader, json.dumps(pakket).encode(), "case")
    assert (een.code, een.veld, een.hier, een.daar) == (
        "EvL2", "begeleiding", "proactieve begeleiding", "reactieve begeleiding",
    )  # fmt: skip
    del evl["notes"]
    assert vergelijk(kader, json.dumps(pakket).encode(), "case").gelijk


def test_it_can_be_asked_of_frameworks_only_in_formats_and_with_options_that_exist(kader: Raamwerk) -> None:
    geen: Any = "kader"
    with pytest.raises(lu.VerkeerdType, match="hier hoort een Raamwerk"):
        vergelijk(geen, b"", "case")
    for vreemd in ("skos", "", "CASE"):
        vorm: Any = vreemd
        with pytest.raises(lu.OngeldigeVraag, match=r"[Kk]ies uit: 'canvas', 'moodle', 'case', 'brightspace'"):
            vergelijk(kader, b"", vorm)
    with pytest.raises(lu.OngeldigeVraag, match="brightspace kent de optie 'kleur' niet; wel: criteria"):
        vergelijk(kader, b"", "brightspace", kleur=1)
    with pytest.raises(lu.OngeldigeVraag, match="criteria: hier hoort 'uitkomsten' of 'geen', er staat 'ja'"):
        vergelijk(kader, b"", "brightspace", criteria="ja")
    with pytest.raises(lu.OngeldigeVraag, match="canvas kent de optie 'x' niet"):
        vergelijk(kader, b"", "canvas", x=1)
    with pytest.raises(lu.OngeldigeVraag, match="soort: alleen 'raamwerk' kan nagelopen worden, niet 'beoordeling'"):
        vergelijk(kader, b"", "moodle", soort="beoordeling")


def test_an_answer_is_drawn_and_sliced_and_tells_what_it_was_held_against(kader: Raamwerk) -> None:
    naloop = vergelijk(lu.laad(errata=True), schrijf(kader, "csv"), "csv")
    assert naloop[:1].kenmerk == naloop.kenmerk == lu.laad(errata=True).kenmerk
    getekend = str(naloop._tabel())
    assert "afwijkingen: 4; 101 nagelopen in csv" in getekend
    assert "[-gedrag-] {+gedag+}" in getekend
    assert "<del>" in naloop._repr_html_()
    gelijk = vergelijk(kader, schrijf(kader, "csv"), "csv")
    assert str(gelijk._tabel()).startswith("gelijk: 101 nagelopen in csv")
    assert gelijk != naloop
    assert gelijk.records() == []
    regel = naloop.records()[0]
    assert (regel["code"], regel["criterium"], regel["rij"], regel["niveau"]) == ("WP2.5b", "WP2.5b", "WP.5", 2)


@pytest.mark.parametrize(
    ("soort", "regel"),
    [
        ("ontbreekt", ("ontbreekt", "WP1", "", "x")),
        ("onbekend", ("hier onbekend", "WP1", "", "x")),
        ("andere_plaats", ("andere plaats", "WP1", "", "daar onder bovenaan, hier onder x")),
        ("zonder_code", ("zonder code", "WP1", "", "x")),
        ("dubbel", ("dubbel", "WP1", "", "x")),
    ],
)
def test_each_kind_has_its_line(soort: Any, regel: tuple[str, ...]) -> None:
    hier = None if soort in ("onbekend", "zonder_code") else "x"
    daar = None if hier else "x"
    een: Any = Afwijking(soort, "WP1", None, hier, daar)
    assert een._regel() == regel


def test_a_short_name_may_be_as_long_as_the_text_but_goes_on_as_that_does(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    [rij] = [rij for rij in regels if rij[1] == "werkplekleren_WP2"]
    assert rij[2].endswith("…")
    rij[2] = f"WP2 {kader['WP2'].tekst}"
    assert vergelijk(kader, systemen.als_csv(regels), "moodle").gelijk
    rij[2] += " Of niet."
    assert soorten(vergelijk(kader, systemen.als_csv(regels), "moodle")) == [("andere_tekst", "WP2")]


ANDERS = " anders"
MOODLE_TELT = {
    "WP2.1a": ["Bovenliggend ID-nummer", "ID-nummer", "Korte naam", "Beschrijving", "Schaalwaarden", "Is framework"],
    "EvL2": ["Bovenliggend ID-nummer", "ID-nummer", "Korte naam", "Beschrijving", "Schaalwaarden", "Is framework"],
    "1.0": ["Schaalwaarden", "Schaalconfiguratie"],
}  # fmt: skip
CANVAS_TELT = {
    "WP2": ["vendor_guid", "title", "description", "mastery_points", "ratings"],
    "EvL2": ["vendor_guid", "title", "description"],
    "leeruitkomsten": [],
}


def wat_telt(kader: Raamwerk, formaat: Any, regels: list[list[str]], rij: list[str], scheiding: str = ",") -> list[str]:
    """The columns in which another word of a line is found, or leads to a refusal."""
    telt: list[str] = []
    for plaats, naam in enumerate(regels[0]):
        if plaats < len(rij):
            was, rij[plaats] = rij[plaats], rij[plaats] + ANDERS
            try:
                gelijk = vergelijk(kader, systemen.als_csv(regels, scheiding), formaat).gelijk
            except lu.OngeldigBestand:
                gelijk = False
            rij[plaats] = was
            if not gelijk:
                telt.append(naam)
    return telt


@pytest.mark.parametrize("code", MOODLE_TELT)
def test_every_column_of_moodle_that_says_something_counts(code: str, kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    [rij] = [rij for rij in regels if rij[1] == f"werkplekleren_{code}"]
    assert wat_telt(kader, "moodle", regels, rij) == MOODLE_TELT[code]


@pytest.mark.parametrize("code", CANVAS_TELT)
def test_every_column_of_canvas_that_says_something_counts(code: str, kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.canvas(kader))
    [rij] = [rij for rij in regels if rij[1] == f"werkplekleren_{code}"]
    assert wat_telt(kader, "canvas", regels, rij) == CANVAS_TELT[code]


def test_every_column_of_our_table_counts(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.platte_csv(kader), ";")
    rij = regels[-1]
    assert "WP1.1a" in rij
    assert wat_telt(kader, "csv", regels, rij, ";") == [naam for naam in regels[0] if naam != "opmerking"]


def test_another_niveau_in_the_table_is_said_in_dutch(kader: Raamwerk) -> None:
    uitvoer = schrijf(kader, "csv").replace(b"WP1.1a,WP,1,", b"WP1.1a,WP,3,")
    assert [*map(str, vergelijk(kader, uitvoer, "csv"))] == [
        "het niveau van WP1.1a is daar anders (regel 2): [-1-]{+3+}"
    ]


def test_a_leerlijn_with_half_its_name_in_our_workbook_is_found(kader: Raamwerk) -> None:
    for anders in ("Pedagogische", "Je", "WP"):

        def wijzig(blad: Any, anders: str = anders) -> None:
            kop = [cel.value for cel in blad[1]]
            assert blad.cell(2, kop.index("naam") + 1).value == "Pedagogische leerlijn"
            blad.cell(2, kop.index("naam") + 1).value = anders

        [een] = vergelijk(kader, systemen.werkmap(kader, wijzig), "xlsx")
        assert (een.soort, een.veld, een.daar) == ("andere_tekst", "naam", anders)


@pytest.mark.parametrize("systeem", ["moodle", "canvas", "csv", "brightspace", "mahara", "opensalt"])
def test_two_texts_that_changed_places_are_both_found(systeem: str, kader: Raamwerk) -> None:
    een, ander = kader["WP2.1a"].tekst, kader["WP2.2a"].tekst
    formaat, uitvoer = voer_uit(systeem, kader)
    tekst = uitvoer.decode("utf-8-sig").replace(een, "\0").replace(ander, een).replace("\0", ander)
    gevonden = {code for _, code in soorten(vergelijk(kader, tekst.encode(), formaat))}
    assert gevonden - {"WP"} == {"WP2.1a", "WP2.2a"}


def test_another_scale_is_found(kader: Raamwerk) -> None:
    regels = systemen.rijen(schrijf(kader, "moodle"))
    assert '"id":2,"scaledefault":1,"proficient":1' in regels[1][6]
    for was, wordt in (
        ('"id":1,"scaledefault":0,"proficient":0', '"id":"1","scaledefault":"1","proficient":"1"'),
        ('"id":2,"scaledefault":1', '"id":2'),
        ("[", "{"),
    ):  # fmt: skip
        anders = [regels[0], [*regels[1][:6], regels[1][6].replace(was, wordt), *regels[1][7:]], *regels[2:]]
        [een] = vergelijk(kader, systemen.als_csv(anders), "moodle")
        assert (een.soort, een.code, een.veld) == ("andere_tekst", None, "schaal")
        assert str(een).startswith("de schaal is daar anders (regel 2): ")
        assert een.hier == "Nog niet aangetoond, Aangetoond (aangetoond en standaard)"
        assert een.records()[0]["criterium"] is None


def test_a_scale_that_was_asked_for_is_the_one_expected(kader: Raamwerk) -> None:
    schaal: dict[str, Any] = {"schaal": ["Nee", "Deels", "Ja"], "aangetoond": ["Deels", "Ja"]}
    for formaat, uitvoer in (
        ("moodle", systemen.moodle(kader, **schaal, standaard="Ja")),
        ("canvas", systemen.canvas(kader, **schaal)),
    ):
        vorm: Any = formaat
        bij = {"standaard": "Ja"} if formaat == "moodle" else {}
        assert vergelijk(kader, uitvoer, vorm, **schaal, **bij).gelijk
        assert {een.veld for een in vergelijk(kader, uitvoer, vorm)} == {"schaal"}
    assert vergelijk(kader, systemen.canvas(kader), "canvas", schaal=()).gelijk


def test_canvas_with_the_scale_of_the_account_is_told_of(kader: Raamwerk) -> None:
    plaats = systemen.CANVAS_KOP.index("mastery_points")
    regels = [rij[:plaats] for rij in systemen.rijen(systemen.canvas(kader))]
    naloop = vergelijk(kader, systemen.als_csv(regels), "canvas")
    assert naloop.gelijk
    assert "de schaal staat niet in het bestand, en is niet nagelopen" in naloop.opmerkingen


def test_a_state_of_mahara_with_another_name_is_found(kader: Raamwerk) -> None:
    inhoud = json.loads(systemen.mahara(kader))
    inhoud["framework"]["evidencestatuses"][3]["completed"] = "Voldoende"
    [een] = vergelijk(kader, json.dumps(inhoud).encode(), "mahara")
    assert (een.veld, een.waar) == ("schaal", ("framework.evidencestatuses",))
    del inhoud["framework"]["evidencestatuses"]
    inhoud["framework"]["standardelements"][0]["parentelementid"] = None
    assert vergelijk(kader, json.dumps(inhoud).encode(), "mahara").gelijk


def test_a_link_among_things_of_others_is_no_other_place(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.canvas(kader))
    [rij] = [rij for rij in regels if rij[1] == "werkplekleren_WP2"]
    ouders = systemen.CANVAS_KOP.index("parent_guids")
    rij[ouders] += " elders"
    assert vergelijk(kader, systemen.als_csv(regels), "canvas").gelijk
    rij[ouders] = "elders"
    [een] = vergelijk(kader, systemen.als_csv(regels), "canvas")
    assert (een.soort, een.hier, een.daar) == ("andere_plaats", "WP, EvL2", "elders")
    rij[ouders] = "werkplekleren_WP werkplekleren_EvL3"
    [een] = vergelijk(kader, systemen.als_csv(regels), "canvas")
    assert een.daar == "WP, EvL3"


def test_words_that_are_struck_through_are_no_words_like_others(kader: Raamwerk) -> None:
    regels = systemen.rijen(systemen.moodle(kader))
    [rij] = [rij for rij in regels if rij[1] == "werkplekleren_WP2.1a"]
    rij[3] = rij[3].replace("goed", "<s>goed</s>")
    [een] = vergelijk(kader, systemen.als_csv(regels), "moodle")
    assert een.daar
    assert "~~goed~~" in een.daar


def test_points_may_be_laid_out_by_hand(kader: Raamwerk) -> None:
    uitvoer = schrijf(kader, "canvas").decode()
    for hand in ("<li><p>WP2.1a ", "<li class=x> <strong>WP2.1a</strong> ", "<li>WP2.1a&nbsp;", "<li><b>WP2.1a</b>"):
        anders = uitvoer.replace("<li>WP2.1a ", hand)
        assert anders != uitvoer
        assert vergelijk(kader, anders.encode(), "canvas").gelijk, hand


def test_a_text_that_only_looks_cut_off_is_found(kader: Raamwerk) -> None:
    lang = met_tekst(kader, 0, "Je leest een boek. " * 3448 + "Altijd, altijd")
    inhoud = json.loads(schrijf(lang, "mahara", criteria="elementen"))
    [deel] = [d for d in inhoud["framework"]["standardelements"] if d["shortname"] == "WP1.1a"]
    assert 65_531 < len(deel["description"]) <= 65_535
    deel["description"] = deel["description"].replace("Altijd", "Nooit!")
    [een] = vergelijk(lang, json.dumps(inhoud).encode(), "mahara", criteria="elementen")
    assert (een.soort, een.veld) == ("andere_tekst", "tekst")


def test_a_rubric_that_says_something_else_than_the_tree_is_found(kader: Raamwerk) -> None:
    def met(wijzig: Any) -> Naloop:
        pakket = json.loads(schrijf(kader, "case"))
        wijzig(pakket["CFRubrics"][0]["CFRubricCriteria"])
        return vergelijk(kader, json.dumps(pakket).encode(), "case")

    def woord(criteria: Any) -> None:
        niveau = criteria[1]["CFRubricCriterionLevels"][0]
        niveau["description"] = niveau["description"].replace("Je ", "U ", 1)

    [een] = met(woord)
    assert (een.soort, een.code, een.veld) == ("andere_tekst", "WP", "rubric (rij 2)")
    assert "[-Je-] {+U+}" in str(een)
    [een] = met(lambda criteria: criteria[2].update(description="Anders"))
    assert (een.veld, een.daar) == ("rubric (naam van rij 3)", "Anders")
    assert [een.daar for een in met(lambda criteria: criteria.pop())] == ["5 rijen"]
    assert met(lambda criteria: criteria.reverse()).gelijk


def test_of_two_rubrics_of_a_leerlijn_the_last_is_compared_and_that_is_told(kader: Raamwerk) -> None:
    pakket = json.loads(schrijf(kader, "case"))
    oud, ander = copy.deepcopy(pakket["CFRubrics"][0]), copy.deepcopy(pakket["CFRubrics"][1])
    oud["CFRubricCriteria"][2]["description"] = "Van vroeger"
    for criterium in ander["CFRubricCriteria"]:
        criterium["CFItemURI"]["identifier"] = "0" * 32
    zin = "rubrics van een leerlijn die verderop nog een rubric heeft, en niet zijn nagelopen: 1"
    naloop = vergelijk(kader, json.dumps(pakket | {"CFRubrics": [oud, *pakket["CFRubrics"]]}).encode(), "case")
    assert (naloop.gelijk, naloop.opmerkingen) == (True, (zin,))
    rubrics = [*pakket["CFRubrics"], oud, ander]
    naloop = vergelijk(kader, json.dumps(pakket | {"CFRubrics": rubrics}).encode(), "case")
    assert [(een.code, een.daar) for een in naloop] == [("WP", "Van vroeger")]
    assert naloop.opmerkingen == ("rubrics die bij geen leerlijn horen, en niet zijn nagelopen: 1", zin)


def test_an_evl_that_got_a_begeleiding_is_found(klein: Raamwerk) -> None:
    pakket = json.loads(schrijf(klein, "case"))
    evls = [item for item in pakket["CFItems"] if item["CFItemType"] == "EvL" and "notes" not in item]
    evls[0]["notes"] = "Begeleiding: dagelijks"
    [een] = vergelijk(klein, json.dumps(pakket).encode(), "case")
    assert (een.veld, een.hier, een.daar) == ("begeleiding", "", "dagelijks")


def test_codes_that_changed_places_with_their_texts_have_other_addresses(kader: Raamwerk) -> None:
    pakket = json.loads(schrijf(kader, "case", rubrieken=False))
    een, ander = (next(i for i in pakket["CFItems"] if i["humanCodingScheme"] == code) for code in ("WP2.1a", "WP2.1b"))
    for veld in ("humanCodingScheme", "fullStatement"):
        een[veld], ander[veld] = ander[veld], een[veld]
    naloop = vergelijk(kader, json.dumps(pakket).encode(), "case")
    assert [(een.soort, een.code, een.veld) for een in naloop] == [
        ("andere_tekst", code, "identifier") for code in ("WP2.1a", "WP2.1b")
    ]
    assert naloop[0].hier == str(kader.uuid("WP2.1a"))
    assert naloop[0].daar == str(kader.uuid("WP2.1b"))


def test_a_package_of_another_namespace_says_the_same_and_that_is_told(kader: Raamwerk) -> None:
    uitvoer = schrijf(kader, "case", naamruimte="pabo-b")
    naloop = vergelijk(kader, uitvoer, "case", naamruimte="pabo-a")
    assert naloop.gelijk
    assert "adressen in badges leiden er niet heen" in naloop.opmerkingen[-1]
    assert vergelijk(kader, uitvoer, "case", naamruimte="pabo-b").opmerkingen == ()


def test_an_item_without_a_code_of_ours_stands_in_no_row_of_a_rubric(kader: Raamwerk) -> None:
    pakket = json.loads(schrijf(kader, "case"))
    [item] = [item for item in pakket["CFItems"] if item["humanCodingScheme"] == "WP2.1a"]
    item["humanCodingScheme"] = "eigen"
    naloop = vergelijk(kader, json.dumps(pakket).encode(), "case")
    assert soorten(naloop) == [("ontbreekt", "WP2.1a"), ("onbekend", "eigen")]
