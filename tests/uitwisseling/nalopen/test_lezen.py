"""The readers of what systems export: what is no such file is refused with all that is wrong, and nothing is dropped in silence."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf, vergelijk
from leeruitkomsten.uitwisseling.nalopen.gelezen_tekst import op_een_regel, zoals_html, zonder_punten
from uitwisseling.nalopen import systemen

CANVAS = "vendor_guid,object_type,title,description,parent_guids,workflow_state\n"
MOODLE = ",".join(systemen.MOODLE_KOP) + "\n"
RAAMWERKRIJ = ",x,X,,1,,,,,,,,1,\n"


def js(ding: object) -> bytes:
    return json.dumps(ding).encode()


def standaard(**velden: object) -> dict[str, object]:
    return {"framework": {"standards": [{"shortname": "WP", "standardid": 1, **velden}]}}


GEEN_UITVOER: list[tuple[str, bytes, list[tuple[str, str]]]] = [
    ("canvas", b"", [("het bestand", "leeg")]),
    ("canvas", "\ufeff\n\n".encode(), [("het bestand", "leeg")]),
    ("canvas", b"\xff\xfe", [("het bestand", "onleesbaar")]),
    ("canvas", (CANVAS + 'WP,group,"x').encode(), [("regel 2", "onleesbaar")]),
    ("canvas", (CANVAS + "WP,group,x").encode(), [("regel 2", "ontbreekt")]),
    ("moodle", b"a,b\n", [("regel 1", "geen_kolom")]),
    ("moodle", MOODLE.encode(), [("het bestand", "verkeerd_aantal")]),
    ("moodle", (MOODLE + RAAMWERKRIJ * 2).encode(), [("het bestand", "verkeerd_aantal")]),
    ("case", b"[]", [("het bestand", "verkeerd_type")]),
    ("case", b"{}", [("CFDocument", "ontbreekt")]),
    ("case", b'{"CFDocument": {}, "CFDocument": {}}', [("het bestand", "dubbele_sleutel")]),
    ("mahara", b"{", [("het bestand", "onleesbaar")]),
    ("mahara", b"{}", [("framework", "ontbreekt")]),
    ("mahara", b"[]", [("het bestand", "verkeerd_type"), ("framework", "ontbreekt")]),
    ("mahara", js(standaard(name=3)), [("framework.standards[0].name", "verkeerd_type")]),
    ("mahara", js({"framework": {"standards": {"a": 1}}}), [("framework.standards", "verkeerd_type")]),
    ("mahara", b'{"framework": {}, "framework": {}}', [("het bestand", "dubbele_sleutel")]),
    ("brightspace", b"3", [("[0]", "verkeerd_type")]),
    ("brightspace", b'[{"Name": "x"}, 3]', [("[0].Outcomes", "ontbreekt"), ("[1]", "verkeerd_type")]),
    ("brightspace", b'{"Objects": 3}', [("sets", "verkeerd_type")]),
    ("brightspace", b'{"Outcomes": [{"ShortCode": 3}]}', [("[0].Outcomes[0].ShortCode", "verkeerd_type")]),
    ("brightspace", b'{"Outcomes": [], "Outcomes": []}', [("het bestand", "dubbele_sleutel")]),
    ("csv", b"", [("het bestand", "geen_kolom")]),
    ("csv", b"criterium;naam\n", [("het bestand", "geen_kolom")]),
    ("csv", b'criterium,tekst\nWP1.1a,"x', [("regel 2", "onleesbaar")]),
    ("csv", b"criterium,tekst\nWP1.1a,x,los\n", [("regel 2, kolom C", "niet_opgenomen")]),
]


@pytest.mark.parametrize(("formaat", "inhoud", "verwacht"), GEEN_UITVOER)
def test_what_is_no_export_is_refused_with_all_that_is_wrong(
    formaat: Any, inhoud: bytes, verwacht: list[tuple[str, str]], kader: Raamwerk
) -> None:
    with pytest.raises(lu.OngeldigBestand) as fout:
        vergelijk(kader, inhoud, formaat)
    gevonden = [(b.pad, b.soort) for b in fout.value.bevindingen]
    assert set(verwacht) <= set(gevonden)


@pytest.mark.parametrize("formaat", ["canvas", "moodle", "case", "mahara", "brightspace"])
def test_a_file_that_is_too_large_is_not_read(formaat: Any, kader: Raamwerk) -> None:
    with pytest.raises(lu.OngeldigBestand, match="groter dan 10 bytes") as fout:
        vergelijk(kader, b" " * 11, formaat, grens=10)
    assert fout.value.bevindingen[0].soort == "te_groot"


def test_a_column_that_is_not_there_is_named(kader: Raamwerk) -> None:
    with pytest.raises(lu.GeenKolom, match="heeft geen kolom 'workflow_state'"):
        vergelijk(kader, CANVAS.replace(",workflow_state", "").encode(), "canvas")
    with pytest.raises(lu.GeenKolom, match="rij"):
        vergelijk(kader, b"criterium,tekst,rij,rij\nWP1.1a,x,WP.1,WP.1\n", "csv")


def test_a_path_an_open_file_and_bytes_are_read_alike(kader: Raamwerk, tmp_path: Path) -> None:
    for formaat, naam in (("moodle", "m.csv"), ("case", "c.json"), ("csv", "t.csv"), ("xlsx", "t.xlsx")):
        vorm: Any = formaat
        inhoud = schrijf(kader, vorm, tmp_path / naam)
        assert vergelijk(kader, tmp_path / naam, vorm) == vergelijk(kader, inhoud, vorm)
        with (tmp_path / naam).open("rb") as bestand:
            assert vergelijk(kader, bestand, vorm).gelijk
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(schrijf(kader, "csv")))
    assert vergelijk(kader, tmp_path / "t.csv.gz", "csv").gelijk


@pytest.mark.parametrize("scheiding", [",", ";", "\t"])
def test_moodle_and_canvas_may_part_cells_by_any_sign(scheiding: str, kader: Raamwerk) -> None:
    for formaat, uitvoer in (("moodle", systemen.moodle(kader)), ("canvas", systemen.canvas(kader))):
        vorm: Any = formaat
        anders = systemen.als_csv(systemen.rijen(uitvoer), scheiding)
        assert vergelijk(kader, b"\xef\xbb\xbf" + anders, vorm).gelijk


@pytest.mark.parametrize("scheiding", [",", "\t"])
def test_white_space_ahead_of_the_head_takes_time_by_its_length(scheiding: str, kader: Raamwerk) -> None:
    inhoud = systemen.als_csv(systemen.rijen(systemen.canvas(kader)), scheiding)
    wit = (b" " * 100_000 + b"\n") * 10  # taken up again at each space, this is minutes of work
    assert vergelijk(kader, wit + inhoud, "canvas").gelijk
    with pytest.raises(lu.OngeldigBestand) as fout:
        vergelijk(kader, b" \n" * 500_000, "canvas")
    assert fout.value.bevindingen[0].soort == "leeg"


def test_a_head_of_many_cells_takes_time_by_its_length(kader: Raamwerk) -> None:
    kop = ",".join(map(str, range(100_000)))  # each looked for in the line that it stands in, this is minutes of work
    with pytest.raises(lu.GeenKolom):
        vergelijk(kader, kop.encode() + b"\n", "canvas")


def test_a_framework_exported_with_another_delimiter_is_compared_all_the_same(kader: Raamwerk) -> None:
    assert vergelijk(kader, systemen.moodle(kader), "moodle").gelijk
    assert vergelijk(kader, schrijf(kader, "csv", scheiding=";", bom=True), "csv", scheiding=";", bom=True).gelijk


def test_mahara_of_an_older_shape_is_read(kader: Raamwerk) -> None:
    inhoud = json.loads(schrijf(kader, "mahara", criteria="elementen"))
    raamwerk = inhoud["framework"]
    for standaard_ in raamwerk["standards"]:
        onder = [deel for deel in raamwerk["standardelements"] if deel["standardid"] == standaard_["standardid"]]
        standaard_["standardelement"] = onder
    del raamwerk["standardelements"]
    assert vergelijk(kader, js(inhoud), "mahara", criteria="elementen").gelijk


def test_what_hangs_under_nothing_known_is_in_another_place(kader: Raamwerk) -> None:
    inhoud = json.loads(schrijf(kader, "mahara"))
    inhoud["framework"]["standardelements"][0]["standardid"] = 99
    [een] = vergelijk(kader, js(inhoud), "mahara")
    assert (een.soort, een.code, een.hier, een.daar) == ("andere_plaats", "WP1", "WP", "")
    pakket = json.loads(schrijf(kader, "case"))
    [lijn] = [item for item in pakket["CFItems"] if item["humanCodingScheme"] == "WPI"]
    del lijn["humanCodingScheme"]
    naloop = vergelijk(kader, js(pakket), "case")
    assert (naloop[-1].soort, naloop[-1].code) == ("zonder_code", None)
    assert {een.daar.partition(",")[0] for een in naloop if een.soort == "andere_plaats" and een.daar} == {
        lijn["identifier"]
    }


def test_a_package_tells_of_what_ended_and_of_rubrics(kader: Raamwerk) -> None:
    pakket = json.loads(schrijf(kader, "case"))
    [item] = [item for item in pakket["CFItems"] if item["humanCodingScheme"] == "WP1.1a"]
    item["statusEndDate"] = "2020-01-01"
    pakket["CFRubrics"] = [{"identifier": item["identifier"], "uri": "x", "lastChangeDateTime": "2020-01-01T00:00:00Z"}]
    naloop = vergelijk(kader, js(pakket), "case")
    assert [(een.soort, een.code) for een in naloop] == [("ontbreekt", "WP1.1a")]
    assert naloop.opmerkingen == (
        "items die volgens het pakket beëindigd of vervangen zijn, en niet meetellen: 1",
        "rubrics die bij geen leerlijn horen, en niet zijn nagelopen: 1",
    )


@pytest.mark.parametrize("om", [lambda sets: sets, lambda sets: {"Objects": sets, "Next": None}, lambda sets: sets[1]])
def test_brightspace_gives_one_set_a_list_or_a_page(om: Any, kader: Raamwerk) -> None:
    assert vergelijk(kader, js(om(json.loads(systemen.brightspace(kader)))), "brightspace").gelijk


def test_the_code_may_stand_ahead_of_the_text_in_brightspace(kader: Raamwerk) -> None:
    sets = json.loads(systemen.brightspace(kader))

    def zet_om(doelen: list[dict[str, Any]], *, kort: bool) -> None:
        for doel in doelen:
            doel["Description"] = f"{doel['ShortCode']}: {doel['Description']}"
            if not kort:
                doel["ShortCode"] = None
            zet_om(doel["Children"], kort=not kort)

    zet_om(sets[1]["Outcomes"], kort=True)
    assert vergelijk(kader, js(sets), "brightspace").gelijk
    sets[1]["Outcomes"].append({"Description": "Zelf bedacht"})
    naloop = vergelijk(kader, js(sets), "brightspace")
    assert [(een.soort, een.daar, een.waar) for een in naloop] == [
        ("zonder_code", "Zelf bedacht", ("[1].Outcomes[4]",))
    ]
    assert naloop.opmerkingen == ("niet van dit raamwerk, en niet nagelopen: 2",)


def test_a_deep_file_takes_time_by_its_length(kader: Raamwerk) -> None:
    doel: dict[str, Any] = {"ShortCode": "WP"}
    for _ in range(400):
        doel = {"ShortCode": "WP", "Children": [doel]}
    assert vergelijk(kader, js({"Outcomes": [doel]}), "brightspace")[0].soort == "dubbel"


def test_the_list_of_the_workbook_may_be_edited(kader: Raamwerk) -> None:
    def wijzig(blad: Any) -> None:
        kop = [cel.value for cel in blad[1]]
        for rij in blad.iter_rows(min_row=2):
            van = dict(zip(kop, rij, strict=True))
            if van["code"].value == "WP2.1a":
                van["criterium"].value = "Iets anders."
                van["rij"].value = 2
            elif van["code"].value == "WP2.1b":
                van["code"].value = None
            elif van["code"].value == "WD1":
                van["naam"].value, van["leeruitkomst"].value = "Vakdidactiek", None

    naloop = vergelijk(kader, systemen.werkmap(kader, wijzig), "xlsx")
    assert [(een.soort, een.code, een.veld) for een in naloop] == [
        ("andere_tekst", "WP2.1a", "tekst"),
        ("andere_plaats", "WP2.1a", None),
        ("ontbreekt", "WP2.1b", None),
        ("andere_tekst", "WD1", "naam"),
        ("andere_tekst", "WD1", "leeruitkomst"),
        ("zonder_code", None, None),
    ]
    assert (naloop[1].hier, naloop[1].daar) == ("WP2, WP.1", "WP2, WP.2")
    assert naloop.opmerkingen == ("niet nagelopen: blad 'WP', blad 'WD', blad 'WPO', blad 'WPI', blad 'Vervallen'",)


def test_a_formula_in_the_workbook_is_no_text(kader: Raamwerk) -> None:
    def wijzig(blad: Any) -> None:
        blad["M4"].value = "=1+1"

    with pytest.raises(lu.OngeldigBestand, match="blad 'Alle criteria', regel 4, kolom 'criterium'"):
        vergelijk(kader, systemen.werkmap(kader, wijzig), "xlsx")


def test_columns_that_are_not_there_or_not_ours_are_told_of(kader: Raamwerk) -> None:
    kop, *regels = systemen.rijen(schrijf(kader, "csv"))
    gekozen = [kop.index(naam) for naam in ("tekst", "criterium")]
    klein = [[*(rij[plaats] for plaats in gekozen), "x"] for rij in regels]
    naloop = vergelijk(kader, systemen.als_csv([["Titel"], ["Tekst", "CRITERIUM", "bij"], *klein]), "csv")
    assert naloop.gelijk
    assert naloop.opmerkingen == (
        "regel 1: boven de kop staat 'Titel'; dat telt niet mee",
        "het bestand: deze kolommen zijn niet nagelopen: bij",
        "deze kolommen zijn er niet overal, en zijn niet nagelopen: leerlijn, niveau, fase, leeruitkomst, rij, rij_naam, letter, notatie",
    )  # fmt: skip


def test_a_flat_table_and_a_list_in_one_workbook_cannot_be_told_apart(kader: Raamwerk) -> None:
    def wijzig(blad: Any) -> None:
        ander = blad.parent.create_sheet("Plat")
        ander.append(["criterium", "tekst"])
        ander.append(["WP1.1a", "x"])

    with pytest.raises(lu.OngeldigBestand, match="heeft een platte tabel en een lijst"):
        vergelijk(kader, systemen.werkmap(kader, wijzig), "xlsx")


def test_a_text_is_what_a_person_reads() -> None:
    assert zoals_html("a < b &amp;&lt; <3 <b>c") == "a < b &< <3 c"
    assert zoals_html('<img alt="(y)"/><IMG ALT=\'z\'><img src="x">') == "(y)z"
    assert op_een_regel("e\u0301\u00ad\n\u00a0x") == "\u00e9 x"
    assert op_een_regel("e\u0301" * 60_000) == "e\u0301" * 60_000
    assert zonder_punten("<ul><li>A1.1a x <b>y</b><li>B1.1a z</li></ul>") == (
        "<ul><li>A1.1a x <b>y</b></ul>",
        [("B1.1a", "z")],
    )


@pytest.mark.parametrize("deel", ["<", "<li>A1.1a ", "<li>A1.1a <b", "<a <", "&", "<img alt="])
def test_a_hostile_text_takes_time_by_its_length(deel: str) -> None:
    """Nothing is asserted of time: a reader that took the square of the length would not end."""
    tekst = deel * 200_000
    assert zoals_html(tekst) is not None
    assert zonder_punten(tekst)[0]
