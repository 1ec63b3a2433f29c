"""Packages of others: as servers write them, and as they must be said to be before they can be read."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten import OngeldigeVraag, OngeldigRaamwerk, Raamwerk
from leeruitkomsten.uitwisseling import lees, schrijf
from leeruitkomsten.uitwisseling.case.vorm import TALEN, taal_van
from uitwisseling.case import pakketten
from uitwisseling.case.pakketten import LADDER, VAARDIGHEDEN, band, ergens, item, link, nummer, pakket

Deel = dict[str, Any]


def gelezen(uit: Deel, **opties: Any) -> Raamwerk:
    """What a package is read as: it can be written, and comes back equal."""
    kader = lees(json.dumps(uit).encode(), "case", **opties)
    for versie in ("1.1", "1.0"):
        assert lees(schrijf(kader, "case", versie=versie), "case") == kader
    assert lu.lees(lu.schrijf(kader)) == kader
    return kader


def fouten(uit: Deel, **opties: Any) -> list[str]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(json.dumps(uit).encode(), "case", **opties)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def noten(kader: Raamwerk) -> list[str]:
    return [str(noot) for noot in kader.bron.verantwoording]


def inhoud(kader: Raamwerk) -> list[str]:
    """What a framework says: its criteria, each with the code of the source."""
    return [f"{c.code} {c.notatie or '-'} {c.tekst}" for c in kader.succescriteria]


CRITERIA = ["A1.1a C.1.1 Writes small changes.", "A1.2a C.1.2 Reviews changes.", "B1.1a T.1.1 Asks for help."]
CODES = "code in het pakket: van leerlijnen: A is 'C.1', B is 'T.1'"
PLAATS = "aangevuld: de codes, naar de plaats in het pakket"
NIVEAU_1 = "aangevuld: de namen van niveaus, die het pakket niet noemt: niveau 1"
VERSIE = "aangevuld: de versie: 1.0"
NL = "aangevuld: de taal van het raamwerk: 'nl'"
MAKER = "maker: Workshop"


# As servers write them.


def test_a_package_of_opensalt_is_read_and_what_was_left_out_is_counted() -> None:
    kader = gelezen(pakketten.opensalt())
    assert inhoud(kader) == CRITERIA
    assert [(lijn.code, lijn.naam, lijn.omschrijving) for lijn in kader.leerlijnen] == [
        ("A", "Craft", None),
        ("B", "Team", None),
    ]
    assert {uitkomst.tekst for uitkomst in kader.leeruitkomsten} == {""}
    assert [kader.naam, kader.versie, kader.datum, kader.taal, kader.uitgever, kader.licentie] == [
        "Engineering ladder", "1.0", "2025-03-04", "en", None, "CC BY 4.0",
    ]  # fmt: skip
    assert kader.bron.verwijzingen == ("https://ladder.example.org",)
    assert [str(noot) for noot in kader.inleiding] == ["beschrijving: What engineers do. Written anew."]
    assert noten(kader) == [
        MAKER, VERSIE, NIVEAU_1, CODES, PLAATS,
        "niet overgenomen: 1 × subject (CFDocument)",
        "niet overgenomen: 5 × educationLevel",
        "niet overgenomen: 5 × listEnumeration",
        "niet overgenomen: 1 × conceptKeywords",
        "niet overgenomen: 1 × exactMatchOf",
        "niet overgenomen: 1 × licenseText (CFLicense)",
        "niet overgenomen: 1 × CFConcepts",
        "niet overgenomen: 1 × CFSubjects",
        "niet overgenomen: 1 × notes",
        "niet overgenomen: 3 × CFItemType 'Competency'",
        "gewijzigd: witruimte, regeleinden en tekens die niet te zien zijn: in 1 tekst",
    ]  # fmt: skip


def test_a_package_of_compeito_is_read_out_of_its_wrapper() -> None:
    kader = gelezen(pakketten.compeito())
    assert inhoud(kader) == CRITERIA
    assert [kader.versie, kader.taal, kader.uitgever, kader.licentie] == ["2025", "en", "Workshop", None]
    assert noten(kader) == [MAKER, NIVEAU_1, CODES, PLAATS, "niet overgenomen: 5 × educationLevel"]


def test_a_package_of_opencase_has_no_codes() -> None:
    kader = gelezen(pakketten.opencase())
    assert inhoud(kader) == [
        regel.replace("C.1.1", "-").replace("C.1.2", "-").replace("T.1.1", "-") for regel in CRITERIA
    ]
    assert noten(kader) == [MAKER, VERSIE, NIVEAU_1, PLAATS]


def test_the_order_of_the_file_does_not_matter() -> None:
    uit = pakketten.opensalt()
    uit["CFItems"].reverse()
    uit["CFAssociations"].reverse()
    assert inhoud(gelezen(uit)) == CRITERIA


def test_items_without_any_parent_hang_under_the_document() -> None:
    uit = pakketten.opensalt()
    document = uit["CFDocument"]["identifier"]
    uit["CFAssociations"] = [b for b in uit["CFAssociations"] if b["destinationNodeURI"]["identifier"] != document]
    assert inhoud(gelezen(uit)) == CRITERIA


# What is said of the framework.


def test_who_reads_it_says_what_it_is_called() -> None:
    kop = {"naam": "Ladder", "versie": "3", "datum": "2026-01-01", "sleutel": "shop-ladder", "taal": "en-GB", "uitgever": "Shop", "licentie": "CC0"}  # fmt: skip
    kader = gelezen(pakket(VAARDIGHEDEN, lastChangeDateTime=None), **kop)
    assert {naam: getattr(kader, naam) for naam in kop} == kop
    assert VERSIE not in noten(kader)
    assert gelezen(pakket(VAARDIGHEDEN), naam="Ladder").sleutel == "ladder"
    assert fouten(pakket(VAARDIGHEDEN), taal="Engels!") == ["taal: hier hoort een taal volgens BCP 47, zoals 'nl' of 'en-GB', er staat 'Engels!'"]  # fmt: skip
    eigen = lees(schrijf(lu.laad(), "case"), "case", naam="Van ons", taal="nl-NL")
    assert (eigen.naam, eigen.taal, eigen.sleutel) == ("Van ons", "nl-NL", "werkplekleren")


@pytest.mark.parametrize(
    ("document", "licentie"),
    [
        ({"licenseURI": link("CFLicenses", "CC BY 4.0")}, "CC BY 4.0"),
        ({"licenseURI": {"uri": "https://x.example.org/l"}}, "https://x.example.org/l"),
        ({"licenseURI": {"title": "Named", "identifier": nummer("CC0"), "uri": "u"}}, "CC0"),
        ({"licenseURI": "CC BY"}, None),
    ],
)
def test_the_licence_is_kept_by_its_name(document: Deel, licentie: str | None) -> None:
    uit = pakket(VAARDIGHEDEN, **document)
    uit["CFDefinitions"] = {"CFLicenses": [link("CFLicenses", "CC0"), 3]}
    kader = gelezen(uit)
    assert kader.licentie == licentie
    assert ("niet overgenomen: 1 × CFLicense" in noten(kader)) == (licentie != "CC0")


def test_the_licence_of_an_item_is_counted_where_it_is_another() -> None:
    uit = pakketten.opensalt()
    uit["CFItems"][0]["licenseURI"] = link("CFLicenses", "CC0")
    uit["CFItems"][1]["licenseURI"] = "CC0"
    assert noten(gelezen(uit)).count("niet overgenomen: 1 × licenseURI van een item") == 0
    assert "niet overgenomen: 2 × licenseURI van een item" in noten(gelezen(uit))


@pytest.mark.parametrize(
    ("versie", "wordt"),
    [
        ("2.1", "2.1"),
        ("Spring 2021", "Spring-2021"),
        ("(é)", "1.0"),
        ("x" * 80, "x" * 50),
        ("- 3 -", "3"),
        (None, "1.0"),
    ],
)
def test_a_version_of_another_form_is_written_in_ours(versie: str | None, wordt: str) -> None:
    kader = gelezen(pakket(VAARDIGHEDEN, version=versie))
    assert kader.versie == wordt
    assert any("de versie" in noot for noot in noten(kader)) == (versie != wordt)


def test_the_language_is_that_of_the_document_or_of_all_items() -> None:
    uit = pakket(VAARDIGHEDEN)
    for deel in uit["CFItems"]:
        deel["language"] = "deu"
    assert gelezen(uit).taal == "de"
    uit["CFItems"][0]["language"] = "fr_BE"
    assert noten(gelezen(uit))[-2:] == [
        "niet overgenomen: 1 × language 'fr-BE': het raamwerk is in 'nl'",
        "niet overgenomen: 4 × language 'de': het raamwerk is in 'nl'",
    ]
    uit["CFDocument"]["language"] = "de-CH"
    assert noten(gelezen(uit))[-1] == "niet overgenomen: 1 × language 'fr-BE': het raamwerk is in 'de-CH'"


def test_texts_are_put_on_one_line_and_what_nobody_sees_goes() -> None:
    uit = pakket([("Craft\n ", {}, [(" Writes\u00a0small\u200b\tchanges. ",), ("Re\u0301views.",)])])
    kader = gelezen(uit)
    assert [c.tekst for c in kader.succescriteria] == ["Writes small changes.", "Réviews."]
    assert noten(kader)[-1] == "gewijzigd: witruimte, regeleinden en tekens die niet te zien zijn: in 3 teksten"


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("x" * 10_001, "deze tekst heeft 10001 tekens, dat mogen er ten hoogste 10000 zijn"),
        ("\ue000", "het teken U+E000 mag niet in een tekst staan"),
        ("\u200b", "deze tekst is leeg"),
        ("a" + "\u0316\u0301" * 40, "de tekst staat niet in Unicode NFC: "),
    ],
    ids=["long", "of nobody", "of nothing", "a tower of marks"],
)
def test_what_can_be_no_text_is_a_fault(tekst: str, reden: str) -> None:
    uit = pakket([("Craft", {}, [(tekst,)])])
    (fout,) = fouten(uit)
    assert fout.startswith(f"CFItems[1].fullStatement: {reden}")


# Which layer is what.


def test_middle_items_that_call_themselves_levels_are_the_niveaus() -> None:
    kader = gelezen(pakket(LADDER, language="en"))
    assert [niveau.fase for niveau in kader.niveaus] == ["Junior", "Medior", "Senior"]
    assert [(u.code, len(u.succescriteria)) for u in kader.leeruitkomsten] == [
        ("A1", 2),
        ("A2", 0),
        ("A3", 1),
        ("B1", 1),
        ("B2", 1),
        ("B3", 1),
    ]
    assert {u.tekst for u in kader.leeruitkomsten} == {""}
    assert noten(kader)[-3:] == [
        "aangevuld: rijen noemt het pakket niet: de criteria van een leerlijn staan samen in één rij",
        "niet overgenomen: 2 × CFItemType 'Skill'",
        "niet overgenomen: 5 × CFItemType 'Level'",
    ]


def test_a_level_with_a_short_name_has_a_text_too() -> None:
    uit = pakket([("Craft", {}, [("Can work.", {"abbreviatedStatement": "Level 1", "humanCodingScheme": "L1"}, [("Writes.",)]), ("Can lead.", {"abbreviatedStatement": "Level 2"}, [("Leads.",)])])])  # fmt: skip
    kader = gelezen(uit)
    assert [niveau.fase for niveau in kader.niveaus] == ["Level 1", "Level 2"]
    assert [(u.tekst, u.notatie) for u in kader.leeruitkomsten] == [("Can work.", "L1"), ("Can lead.", None)]


@pytest.mark.parametrize(
    ("een", "ander"),
    [("Level 1", "Level 2"), ("Fase A", "fase B"), ("Niveau 3: kiezen", "Niveau 4: doen"), ("Stap 1a", "Stap 1b (kort)"), ("Stage I", "Stage III"),
     ("Niveau B1", "Niveau B2+"), ("Trede 1. Start", "Trede 2. Verder"), ("Phase 1 - Start", "Phase-2 \u2013 Further"), ("STEP 1", "Step 10")],
)  # fmt: skip
def test_a_word_with_a_number_or_letter_names_a_level(een: str, ander: str) -> None:
    kader = gelezen(pakket([("Craft", {}, [(een, {}, [("Writes.",)]), (ander, {}, [("Reads.",)])])]))
    assert [niveau.fase for niveau in kader.niveaus] == [een, ander]


@pytest.mark.parametrize(
    "zin",
    ["Step back and reflect", "Stage a play", "Stap over je grens", "STEP BACK", "STAGE A PLAY", "Step 1 foot at a time", "Level", "Stage I did",
     "Level2", "Fase Start", "Stap 100", "Step 1-on-1"],
)  # fmt: skip
def test_a_sentence_that_begins_with_such_a_word_is_a_question(zin: str) -> None:
    uit = pakket([("Craft", {}, [("Level 1", {}, [("Writes.",)]), (zin, {}, [("Reads.",)])])])
    assert "een leeruitkomst voor elk niveau, de naam van een niveau, of een rij. Zeg wat" in fouten(uit)[0]
    assert [niveau.fase for niveau in gelezen(uit, typen={"laag 2": "niveau"}).niveaus] == ["Level 1", zin]
    item(uit, "Level 1")["abbreviatedStatement"] = zin
    item(uit, zin)["abbreviatedStatement"] = "Level 2"
    assert "de naam van een niveau, of een rij. Zeg wat" in fouten(uit)[0]


KADER_DRIE = [("Craft", {"CFItemType": "Domain"}, [("Code", {"CFItemType": "Standard", "humanCodingScheme": "S1", "abbreviatedStatement": "C"}, [("Writes.",), ("Reads.",)])]),
              ("Team", {"CFItemType": "Domain"}, [("Talk", {"CFItemType": "Standard"}, [("Asks.",)])])]  # fmt: skip
WAT = "Zeg wat elk type is met typen, bijvoorbeeld typen="
KIES = "kies uit leerlijn, leeruitkomst, niveau, rij, succescriterium, evl of overslaan"


def test_a_middle_layer_that_does_not_say_what_it_is_is_a_question() -> None:
    assert fouten(pakket(KADER_DRIE)) == [
        "het bestand: deze boom heeft 3 lagen (laag 1: 2 × 'Domain'; laag 2: 2 × 'Standard'; laag 3: 3 zonder type), en wat 'Standard' in een "
        "raamwerk is staat er niet bij: een leeruitkomst voor elk niveau, de naam van een niveau, of een rij. "
        f"{WAT}{{'Standard': 'leeruitkomst'}}, op de opdrachtregel --type 'Standard=leeruitkomst'; {KIES}"
    ]


@pytest.mark.parametrize(
    ("soort", "uitkomsten", "criteria"),
    [
        ("leeruitkomst", ["A1 S1 Code", "B1 - Talk"], ["A1.1a - Writes.", "A1.2a - Reads.", "B1.1a - Asks."]),
        ("niveau", ["A1 S1 Code", "A2 - ", "B1 - ", "B2 - "], ["A1.1a - Writes.", "A1.1b - Reads.", "B2.1a - Asks."]),
        ("rij", ["A1 - ", "B1 - "], ["A1.1a - Writes.", "A1.1b - Reads.", "B1.1a - Asks."]),
        ("overslaan", ["A1 - ", "B1 - "], ["A1.1a - Writes.", "A1.2a - Reads.", "B1.1a - Asks."]),
    ],
)
def test_the_answer_says_what_the_middle_layer_is(soort: str, uitkomsten: list[str], criteria: list[str]) -> None:
    kader = gelezen(pakket(KADER_DRIE), typen={"Standard": soort})
    assert [f"{u.code} {u.notatie or '-'} {u.tekst}" for u in kader.leeruitkomsten] == uitkomsten
    assert inhoud(kader) == criteria
    if soort == "rij":
        assert [(rij.code, rij.naam, rij.naam_uit_bron) for rij in kader.rijen] == [
            ("A.1", "Code", True),
            ("B.1", "Talk", True),
        ]
        assert "niet overgenomen: 1 × humanCodingScheme van een rij" in noten(kader)
    assert ("niet overgenomen: 1 × abbreviatedStatement" in noten(kader)) == (soort in ("leeruitkomst", "rij"))
    assert ("niet overgenomen: 2 × item van type 'Standard', dat overgeslagen moest worden" in noten(kader)) == (
        soort == "overslaan"
    )
    # What was said of a type is not told again.
    assert not any("CFItemType 'Standard'" in noot for noot in noten(kader))


VIJF = [("D", {"CFItemType": "Domain"}, [("K", {"CFItemType": "Cluster"}, [
    ("S", {"CFItemType": "Standard"}, [("C", {"CFItemType": "Component"}, [("I", {"CFItemType": "Indicator"})])]),
])])]  # fmt: skip


def test_a_tree_of_five_layers_says_so_first() -> None:
    eerste, tweede = fouten(pakket(VIJF), typen={"Clustr": "overslaan"})
    assert eerste == (
        "het bestand: deze boom heeft 5 lagen; een raamwerk heeft er 3: leerlijn, leeruitkomst voor elk niveau, succescriterium (laag 1: 1 × "
        "'Domain'; laag 2: 1 × 'Cluster'; laag 3: 1 × 'Standard'; laag 4: 1 × 'Component'; laag 5: 1 × 'Indicator'). "
        f"{WAT}{{'Cluster': 'overslaan'}}, op de opdrachtregel --type 'Cluster=overslaan'; {KIES}"
    )
    assert tweede == (
        "typen: geen item heeft het type 'Clustr'; er zijn: 'Cluster', 'Component', 'Domain', 'Indicator' en 'Standard'"
    )


def test_a_tree_of_five_layers_is_read_once_they_are_said() -> None:
    kader = gelezen(pakket(VIJF), typen={"Cluster": "overslaan", "Standard": "leeruitkomst", "Component": "rij"})
    assert [str(deel) for deel in (*kader.leerlijnen, *kader.leeruitkomsten, *kader.succescriteria)] == [
        "A D",
        "A1 S",
        "A1.1a I",
    ]
    assert [(rij.code, rij.naam) for rij in kader.rijen] == [("A.1", "C")]


def test_rows_of_one_name_under_several_levels_are_one_row() -> None:
    boom = [
        (
            "D",
            {},
            [
                (f"Level {n}", {}, [(naam, {"CFItemType": "Aspect"}, [(f"{naam} {n}",)]) for naam in "xy"])
                for n in (1, 2)
            ],
        )
    ]
    kader = gelezen(pakket(boom), typen={"laag 2": "niveau", "Aspect": "rij"})
    assert inhoud(kader) == ["A1.1a - x 1", "A1.2a - y 1", "A2.1a - x 2", "A2.2a - y 2"]
    assert [rij.naam for rij in kader.rijen] == ["x", "y"]


def test_levels_may_stand_under_rows() -> None:
    boom = [("D", {}, [(naam, {"CFItemType": "Aspect"}, [(f"Can {n}", {"CFItemType": "Level", "abbreviatedStatement": n, "humanCodingScheme": n}, [(f"{naam}{n}",)]) for n in niveaus]) for naam, niveaus in (("x", "ac"), ("y", "abc"))])]  # fmt: skip
    kader = gelezen(pakket(boom), typen={"Aspect": "rij", "Level": "niveau"})
    assert inhoud(kader) == ["A1.1a - xa", "A1.2a - ya", "A2.2a - yb", "A3.1a - xc", "A3.2a - yc"]
    assert [niveau.fase for niveau in kader.niveaus] == ["a", "b", "c"]
    assert noten(kader)[-2:] == [
        "niet overgenomen: 5 × fullStatement van een niveau",
        "niet overgenomen: 5 × humanCodingScheme van een niveau",
    ]


def test_a_flat_list_is_a_question_and_becomes_one_leerlijn() -> None:
    plat = pakket([("Een", {"CFItemType": "Competency"}), ("Twee", {"CFItemType": "Competency"})])
    (vraag,) = fouten(plat)
    assert vraag.startswith("het bestand: deze boom heeft 1 laag; een raamwerk heeft er 3: ")
    assert f"{WAT}{{'Competency': 'succescriterium'}}" in vraag
    kader = gelezen(plat, typen={"Competency": "succescriterium"})
    assert [str(deel) for deel in (*kader.leerlijnen, *kader.succescriteria)] == [
        "A Engineering ladder",
        "A1.1a Een",
        "A1.2a Twee",
    ]
    assert "aangevuld: het pakket noemt geen leerlijnen: er is er één, met de naam van het pakket" in noten(kader)
    lijnen = gelezen(plat, typen={"Competency": "leerlijn"})
    assert [str(lijn) for lijn in lijnen.leerlijnen] == ["A Een", "B Twee"]


def test_a_short_name_of_a_leerlijn_is_its_name_and_the_statement_tells_of_it() -> None:
    boom = [("All about it", {"abbreviatedStatement": "Craft", "notes": "n"}, [("", {"abbreviatedStatement": "Writes."})]), ("Team", {"notes": "With others"}), ("Rest", {"abbreviatedStatement": "Rest"})]  # fmt: skip
    kader = gelezen(pakket(boom))
    assert [(lijn.naam, lijn.omschrijving) for lijn in kader.leerlijnen] == [
        ("Craft", "All about it"),
        ("Team", "With others"),
        ("Rest", None),
    ]
    assert [c.tekst for c in kader.succescriteria] == ["Writes."]
    assert "niet overgenomen: 1 × notes van een leerlijn" in noten(kader)


def test_the_type_may_stand_in_its_address_alone() -> None:
    uit = pakket([("Een",), ("Twee",)])
    for deel in uit["CFItems"]:
        deel["CFItemTypeURI"] = link("CFItemTypes", "Competency")
    assert len(gelezen(uit, typen={"Competency": "succescriterium"}).succescriteria) == 2


def test_leerlijnen_keep_codes_that_can_be_theirs() -> None:
    boom = [(naam, {"humanCodingScheme": code}, [("x", {"humanCodingScheme": f"{code}-1"})]) for naam, code in (("Craft", "CR"), ("Team", "TE"))]  # fmt: skip
    kader = gelezen(pakket(boom))
    assert inhoud(kader) == ["CR1.1a CR-1 x", "TE1.1a TE-1 x"]
    assert not any("code in het pakket" in noot for noot in noten(kader))


def test_two_layers_with_codes_that_look_like_ours_are_a_list_all_the_same() -> None:
    boom = [(naam, {"humanCodingScheme": naam}, [(f"{naam}{n}", {"humanCodingScheme": f"{naam}{n}"}) for n in (1, 2)]) for naam in "AB"]  # fmt: skip
    assert inhoud(gelezen(pakket(boom))) == ["A1.1a A1 A1", "A1.2a A2 A2", "B1.1a B1 B1", "B1.2a B2 B2"]


EVL = {"CFItemType": "EvL"}


def test_evls_name_the_niveaus_in_their_order() -> None:
    boom = [*KADER_DRIE, ("Start", {**EVL, "notes": "Begeleiding: samen"}), ("Groei", {**EVL, "notes": "Let op."})]
    kader = gelezen(pakket(boom), typen={"Standard": "leeruitkomst"})
    assert [(niveau.fase, niveau.begeleiding) for niveau in kader.niveaus] == [("Start", "samen"), ("Groei", None)]
    assert "niet overgenomen: 1 × notes van een EvL" in noten(kader)
    boom[-2][1]["humanCodingScheme"], boom[-1][1]["humanCodingScheme"] = "EvL2", "EvL1"
    del boom[-2][1]["CFItemType"]
    kader = gelezen(pakket(boom), typen={"Standard": "leeruitkomst"})
    assert [niveau.fase for niveau in kader.niveaus] == ["Groei", "Start"]
    kader = gelezen(pakket([*LADDER, ("Start", EVL)]))
    assert "niet overgenomen: 1 × EvL" in noten(kader)


VERKEERD: dict[str, tuple[list[Any], dict[str, str], list[str]]] = {
    "a leerlijn in a leerlijn": ([("a", {"CFItemType": "x"}, [("b", {"CFItemType": "x"})])], {"x": "leerlijn"}, ["CFItems[1]: een leerlijn kan niet onder een leerlijn staan; sla een van beide types over met 'overslaan'"]),
    "under a criterium": ([("a", {}, [("b", {"CFItemType": "x"}, [("c",)])])], {"x": "succescriterium"}, ["CFItems[2]: een succescriterium kan niet onder een succescriterium staan; sla een van beide types over met 'overslaan'"]),
    "under an EvL": ([("a", EVL, [("b", {"CFItemType": "x"})])], {"x": "succescriterium"}, ["CFItems[1]: een succescriterium kan niet onder een evl staan"]),
    "a leeruitkomst under a row": ([("a", {"CFItemType": "x"}, [("b", {"CFItemType": "y"}, [("c", {"CFItemType": "z"})])])], {"x": "rij", "y": "leeruitkomst", "z": "succescriterium"}, ["CFItems[1]: een leeruitkomst kan niet onder een rij staan"]),
    "loose beside leerlijnen": ([("a", {"CFItemType": "x"}), ("b", {"CFItemType": "y"})], {"x": "leerlijn", "y": "succescriterium"}, ["CFItems[1]: een succescriterium staat los onder het document, naast een leerlijn"]),
    "leerlijnen beside what is loose": ([("b", {"CFItemType": "y"}), ("a", {"CFItemType": "x"})], {"x": "leerlijn", "y": "succescriterium"}, ["CFItems[1]: een leerlijn staat los onder het document, naast een leerlijn"]),
    "a row without criteria": ([("a", {}, [("b", {"CFItemType": "x"}), ("c", {"CFItemType": "x"}, [("d",)])])], {"x": "rij"}, ["CFItems[1]: een rij heeft ten minste één succescriterium"]),
    "both": ([("a", {"CFItemType": "x"}), ("b", {"CFItemType": "y"})], {"x": "niveau", "y": "leeruitkomst"}, ["CFItems: er zijn leeruitkomsten, en items die een niveau noemen; kies een van beide"]),
    "a criterium without a niveau": ([("a", {}, [("b", {"CFItemType": "x"}, [("c",)]), ("d", {"CFItemType": "z"})])], {"x": "niveau", "z": "succescriterium"}, ["CFItems[2]: staat onder geen niveau, terwijl andere criteria dat wel doen"]),
    "a niveau twice": ([("a", {}, [("b", {"CFItemType": "x"}), ("b", {"CFItemType": "x"}, [("c",)])])], {"x": "niveau"}, ["CFItems: een leerlijn noemt een niveau meer dan eens"]),
    "orders that contradict": ([("a", {}, [(n, {"CFItemType": "x"}, [("c",)]) for n in "12"]), ("b", {}, [(n, {"CFItemType": "x"}, [("c",)]) for n in "21"])], {"x": "niveau"}, ["CFItems: de niveaus staan niet overal in dezelfde volgorde"]),
    "a hundred niveaus": ([("a", {}, [(f"{n}", {"CFItemType": "x"}, [("c",)]) for n in range(100)])], {"x": "niveau"}, ["CFItems: 1 leerlijnen × 100 niveaus; dat zijn er te veel"]),
}  # fmt: skip


@pytest.mark.parametrize(("boom", "typen", "hoort"), VERKEERD.values(), ids=VERKEERD)
def test_what_cannot_stand_where_it_stands(boom: list[Any], typen: dict[str, str], hoort: list[str]) -> None:
    assert fouten(pakket(boom), typen=typen) == hoort


def test_a_type_is_read_as_something_that_exists() -> None:
    with pytest.raises(OngeldigeVraag) as fout:
        lees(b"{}", "case", typen={"Competency": "criterium"})
    assert fout.value.soort == "onbekende_keuze"
    assert str(fout.value).startswith(
        "typen['Competency']='criterium' kan niet; bedoelde je 'succescriterium'? Kies uit: 'leerlijn', 'leeruitkomst', 'niveau'"
    )
    with pytest.raises(OngeldigeVraag, match="kies uit: 'leerlijn' of 'overslaan'"):
        lees(b"{}", "case", typen={"CFRubric": "rij"})
    uit = pakket([("Een",)])
    assert "typen: geen item heeft het type 'x'" in fouten(uit, typen={"x": "rij"})


def test_a_framework_that_would_be_huge_is_refused() -> None:
    uit = pakket([("a", {}, [(f"{n}", {"CFItemType": "x"}, [("c",)]) for n in range(99)]), *[("b",)] * 1010])
    assert fouten(uit, typen={"x": "niveau"}) == ["CFItems: 1011 leerlijnen × 99 niveaus; dat zijn er te veel"]


def test_many_criteria_of_one_leerlijn_stand_in_one_row_where_rows_are_used_up() -> None:
    kader = lees(json.dumps(pakket([("a", {}, [("c",)] * 10_000)])).encode(), "case", grens=20_000_000)
    assert (len(kader.succescriteria), len(kader.rijen), kader.succescriteria[-1].letter) == (10_000, 1, "ntp")
    uit = pakket([("a", {}, [("c",)] * 18_279)])
    assert fouten(uit, grens=40_000_000) == ["CFItems[0]: 18279 criteria; dat zijn er te veel voor één leerlijn"]


def test_kinds_that_are_very_many_are_counted_together() -> None:
    uit = pakket(VAARDIGHEDEN)
    uit["CFItems"][0] |= {f"x{n}": 1 for n in range(300)}
    assert noten(gelezen(uit))[-1] == "niet overgenomen: 200 × wat van nog andere soort is"


def test_many_names_are_cut_and_counted() -> None:
    uit = pakket([(f"L{n}", {"humanCodingScheme": f"{n}.", "CFItemType": f"T{n}"}, [("x",)]) for n in range(25)])
    (noot,) = [noot for noot in noten(gelezen(uit)) if noot.startswith("code in")]
    assert noot.endswith("T is '19.' en nog 5 andere")
    (vraag,) = fouten(pakket([("x", {"CFItemType": f"T{n}"}) for n in range(9)]))
    assert "(laag 1: 1 × 'T0', 1 × 'T1', 1 × 'T2', 1 × 'T3' en nog 5 types)" in vraag


# Items that ended.


def test_items_that_ended_are_ended_codes_with_their_successors() -> None:
    uit = pakketten.opensalt()
    item(uit, "Reviews changes.")["statusEndDate"] = "2025-01-01"
    band(uit, "replacedBy", "Reviews changes.", "Writes small changes.")
    band(uit, "replacedBy", "Reviews changes.", "Elders")
    kader = gelezen(uit)
    assert inhoud(kader) == [CRITERIA[0], CRITERIA[2]]
    (einde,) = kader.vervallen
    assert (einde.code, einde.opvolgers, einde.sinds) == ("A1.2a", ("A1.1a",), "1.0")
    assert einde.reden == "volgens het pakket beëindigd op 2025-01-01 ('C.1.2'): Reviews changes."
    assert "niet overgenomen: 1 × replacedBy naar of van buiten dit pakket" in noten(kader)


def test_what_ended_is_told_of() -> None:
    uit = pakketten.opensalt()
    pakketten.item(uit, "Reviews changes.")["statusEndDate"] = "2024-01-01"
    kader = gelezen(uit)
    (code,) = (einde.code for einde in kader.vervallen)
    assert f"vervallen: codes van wat volgens het pakket beëindigd of vervangen is: {code}" in noten(kader)
    assert not any(noot.startswith("vervallen:") for noot in noten(gelezen(pakketten.opensalt())))


def test_an_item_that_ends_later_has_not_ended_yet() -> None:
    uit = pakket(VAARDIGHEDEN)
    item(uit, "Reviews changes.")["statusEndDate"] = "2025-12-31"
    assert "niet overgenomen: 1 × statusEndDate na 2025-03-04: dat item is nog niet vervallen" in noten(gelezen(uit))
    assert [einde.code for einde in gelezen(uit, datum="2026-01-01").vervallen] == ["A1.2a"]
    item(uit, "Reviews changes.")["statusEndDate"] = "ooit"
    assert fouten(uit) == ["CFItems[3].statusEndDate: hier hoort een datum (jjjj-mm-dd), er staat 'ooit'"]


def test_everything_that_ended_gets_a_code_of_its_own() -> None:
    oud = {"statusEndDate": "2024-01-01"}
    boom = [
        ("Craft", {"CFItemType": "L"}, [
            ("Een", {"CFItemType": "U"}, [("Row", {"CFItemType": "R"}, [("Writes.",)]), ("Gone row", {"CFItemType": "R", **oud}, [("Gone in row.", oud)])]),
            ("Twee", {"CFItemType": "U", **oud}, [("Gone with it.", {"CFItemType": "C", **oud})]),
        ]),
        ("Old", {"CFItemType": "L", **oud}, [("Old one", {"CFItemType": "U", **oud}), ("Old too", {"CFItemType": "C", **oud})]),
        ("Held", {"CFItemType": "L", **oud}, [("Living", {"CFItemType": "U"})]),
        ("Skipped", {"CFItemType": "S", **oud}),
    ]  # fmt: skip
    uit = pakket(boom)
    los = copy.deepcopy(uit["CFItems"][0]) | {
        "identifier": nummer("los"),
        "fullStatement": "Loose",
        "statusEndDate": "2024-01-01",
    }
    uit["CFItems"].append(los)
    band(uit, "replacedBy", "Loose", "Old")
    band(uit, "replacedBy", "Old", "Craft")
    band(uit, "replacedBy", "Old too", "Writes.")
    band(uit, "replacedBy", "Gone row", "Row")
    kader = gelezen(
        uit, typen={"L": "leerlijn", "U": "leeruitkomst", "R": "rij", "C": "succescriterium", "S": "overslaan"}
    )
    assert [str(lijn) for lijn in kader.leerlijnen] == ["A Craft", "B Held"]
    assert {einde.reden.rpartition(": ")[2]: (einde.code, einde.opvolgers) for einde in kader.vervallen} == {
        "Gone row": ("A.2", ()), "Gone in row.": ("A1.3a", ()), "Twee": ("A2", ()), "Gone with it.": ("A2.4a", ()),
        "Old": ("C", ("A",)), "Old one": ("C1", ()), "Old too": ("C1.1a", ("A1.1a",)), "Loose": ("D1.2a", ("C",)), "Skipped": ("D1.1a", ()),
    }  # fmt: skip
    assert (
        "niet overgenomen: 1 × statusEndDate of replacedBy van een item met kinderen die niet vervallen zijn"
        in noten(kader)
    )
    assert "niet overgenomen: 1 × replacedBy naar een item zonder code" in noten(kader)


def test_what_ended_under_a_row_keeps_its_niveau() -> None:
    oud = {"statusEndDate": "2024-01-01"}
    boom = [
        ("Craft", {"CFItemType": "L"}, [
            ("Level 1", {"CFItemType": "N"}, [("Row", {"CFItemType": "R"}, [("Writes.",), ("Gone low.", oud)])]),
            ("Level 2", {"CFItemType": "N"}, [
                ("Row", {"CFItemType": "R"}, [("Reads.",), ("Gone high.", oud)]),
                ("Old row", {"CFItemType": "R", **oud}, [("Gone with its row.", oud)]),
            ]),
            ("Level 3", {"CFItemType": "N", **oud}, [("Gone row", {"CFItemType": "R", **oud}, [("Gone with its niveau.", oud)])]),
            ("Turned", {"CFItemType": "R"}, [("Level 2", {"CFItemType": "N"}, [("Asks.",), ("Gone in its row.", oud)])]),
        ]),
    ]  # fmt: skip
    typen = {"L": "leerlijn", "N": "niveau", "R": "rij", "laag 3": "succescriterium", "laag 4": "succescriterium"}
    kader = gelezen(pakket(boom), typen=typen)
    assert {einde.reden.rpartition(": ")[2]: einde.code for einde in kader.vervallen} == {
        "Gone low.": "A1.3a", "Gone high.": "A2.4a", "Old row": "A.5", "Gone with its row.": "A2.6a", "Level 3": "A3",
        "Gone row": "A.7", "Gone with its niveau.": "A3.8a", "Gone in its row.": "A2.9a",
    }  # fmt: skip


def test_what_follows_itself_is_a_fault() -> None:
    uit = pakket(VAARDIGHEDEN)
    band(uit, "replacedBy", "Reviews changes.", "Asks for help.")
    band(uit, "replacedBy", "Asks for help.", "Reviews changes.")
    assert [fout.rpartition(": ")[2] for fout in fouten(uit)] == [
        "'A1.2a' wordt langs een omweg door zichzelf opgevolgd", "'B1.1a' wordt langs een omweg door zichzelf opgevolgd",
    ]  # fmt: skip


# Rubrics.


def test_rubrics_are_rows_and_niveaus() -> None:
    uit = pakketten.rubrics()
    kader = gelezen(uit, typen={"CFRubric": "leerlijn"})
    assert [niveau.fase for niveau in kader.niveaus] == ["Start", "Sound", "Strong"]
    assert [(lijn.naam, lijn.omschrijving, [rij.naam for rij in lijn.rijen]) for lijn in kader.leerlijnen] == [
        (naam, f"About {naam}", ["Row 1", "Row 2"]) for naam in ("Craft", "Team")
    ]
    assert [f"{c.code} {c.tekst}" for c in kader.succescriteria][:3] == [
        "A1.1a Craft 1 Start",
        "A1.2a Craft 2 Start",
        "A2.1a Craft 1 Sound",
    ]
    assert len(kader.succescriteria) == 12
    assert noten(kader)[3:] == [
        "gewijzigd: de niveaus staan van laag naar hoog, naar het veld 'score'; dat veld zelf heeft geen plaats",
        PLAATS,
        "niet overgenomen: 2 × CFItem, naast de rubrics",
        "niet overgenomen: 4 × weight (CFRubricCriterion)",
        "niet overgenomen: 4 × CFItemURI (CFRubricCriterion)",
        "niet overgenomen: 12 × feedback (CFRubricCriterionLevel)",
    ]


def test_a_package_with_a_tree_and_rubrics_asks_which() -> None:
    uit = pakketten.rubrics()
    assert fouten(uit) == [
        "het bestand: dit pakket heeft een boom van 2 items (1 laag) en 2 rubrics; lees de rubrics met typen={'CFRubric': 'leerlijn'} "
        "(--type CFRubric=leerlijn), de boom met typen={'CFRubric': 'overslaan'}"
    ]
    kader = gelezen(uit, typen={"CFRubric": "overslaan", "laag 1": "succescriterium"})
    assert "niet overgenomen: 2 × CFRubric" in noten(kader)
    uit |= {"CFItems": [], "CFAssociations": []}
    assert len(gelezen(uit).succescriteria) == 12


def _rubriek(**anders: Any) -> Callable[[list[Deel]], None]:
    return lambda rubrics: rubrics[0].update(anders)


def _elke_trede(doe: Callable[[Deel], object]) -> Callable[[list[Deel]], None]:
    def elk(rubrics: list[Deel]) -> None:
        for rubric in rubrics:
            for criterium in rubric["CFRubricCriteria"]:
                for trede in criterium["CFRubricCriterionLevels"]:
                    doe(trede)

    return elk


def test_rubrics_without_scores_go_as_they_stand() -> None:
    uit = pakketten.rubrics() | {"CFItems": [], "CFAssociations": []}
    _elke_trede(lambda trede: trede.pop("score"))(uit["CFRubrics"])
    assert [niveau.fase for niveau in gelezen(uit).niveaus] == ["Strong", "Sound", "Start"]
    _elke_trede(lambda trede: (trede.pop("quality"), trede.pop("position")))(uit["CFRubrics"])
    kader = gelezen(uit)
    assert [niveau.fase for niveau in kader.niveaus] == ["niveau 1", "niveau 2", "niveau 3"]
    assert kader.succescriteria[0].tekst == "Craft 1 Strong"


def test_rubrics_with_scores_that_say_nothing_go_as_they_stand() -> None:
    uit = pakketten.rubrics() | {"CFItems": [], "CFAssociations": []}
    _elke_trede(lambda trede: trede.update(score=1))(uit["CFRubrics"])
    kader = gelezen(uit)
    assert [niveau.fase for niveau in kader.niveaus] == ["Strong", "Sound", "Start"]
    assert "niet overgenomen: 12 × veld 'score' dat niet bij elk niveau van een criterium iets anders zegt" in noten(
        kader
    )
    assert not any(noot.startswith("gewijzigd") for noot in noten(kader))


def _rijen(*rijen: list[tuple[str | None, float | None]]) -> Deel:
    """One rubric: a criterium for each row, of levels with quality and score; each says what it is."""
    criteria = [
        {"category": f"Row {n}", "CFRubricCriterionLevels": [
            {"quality": naam, "score": score, "description": f"{n}: {naam} {score}"} for naam, score in treden
        ]}
        for n, treden in enumerate(rijen, 1)
    ]  # fmt: skip
    return pakket([]) | {"CFRubrics": [{"title": "Craft", "CFRubricCriteria": criteria}]}


@pytest.mark.parametrize(
    ("rijen", "niveaus", "criteria"),
    [
        # A row lacks the middle level: its third is not its second.
        (([(None, 3), (None, 2), (None, 1)], [(None, 1), (None, 3.0)]), ["niveau 1", "niveau 2", "niveau 3"],
         ["A1.1a 1: None 1", "A1.2a 2: None 1", "A2.1a 1: None 2", "A3.1a 1: None 3", "A3.2a 2: None 3.0"]),
        # Scores are in order, also where no row has all of them.
        (([(None, 0), (None, 10)], [(None, 5)]), ["niveau 1", "niveau 2", "niveau 3"],
         ["A1.1a 1: None 0", "A2.2a 2: None 5", "A3.1a 1: None 10"]),
        (([("Low", 1), ("High", 3)], [("Mid", 2)]), ["Low", "Mid", "High"],
         ["A1.1a 1: Low 1", "A2.2a 2: Mid 2", "A3.1a 1: High 3"]),
        # What has a name is known by its score where it has none.
        (([("High", 2), ("Low", 1)], [(None, 1), (None, 2)]), ["Low", "High"],
         ["A1.1a 1: Low 1", "A1.2a 2: None 1", "A2.1a 1: High 2", "A2.2a 2: None 2"]),
        (([("Low", 1), (None, 2), ("High", 3)], []), ["Low", "niveau 2", "High"],
         ["A1.1a 1: Low 1", "A2.1a 1: None 2", "A3.1a 1: High 3"]),
        # Rows that score by scales of their own are told apart by their names.
        (([("Low", 1), ("High", 2)], [("Low", 5), ("High", 10)]), ["Low", "High"],
         ["A1.1a 1: Low 1", "A1.2a 2: Low 5", "A2.1a 1: High 2", "A2.2a 2: High 10"]),
        (([(None, None), (None, None)], [(None, None)]), ["niveau 1", "niveau 2"],
         ["A1.1a 1: None None", "A1.2a 2: None None", "A2.1a 1: None None"]),
    ],
)  # fmt: skip
def test_a_criterium_that_lacks_a_level_has_its_texts_at_their_own(
    rijen: Any, niveaus: list[str], criteria: list[str]
) -> None:
    kader = gelezen(_rijen(*rijen))
    assert [niveau.fase for niveau in kader.niveaus] == niveaus
    assert [str(c) for c in kader.succescriteria] == criteria


def _op_positie(*rijen: list[tuple[int | None, str]]) -> Deel:
    """One rubric: a criterium for each row, of levels with nothing but a position and a text."""
    uit = _rijen(*([(None, None) for _ in treden] for treden in rijen))
    for criterium, treden in zip(uit["CFRubrics"][0]["CFRubricCriteria"], rijen, strict=True):
        for trede, (positie, tekst) in zip(criterium["CFRubricCriterionLevels"], treden, strict=True):
            trede |= {"position": positie, "description": tekst}
    return uit


@pytest.mark.parametrize(
    ("rijen", "criteria"),
    [
        # The order of the file says nothing where there are positions, and a row may lack one.
        (([(3, "high"), (1, "low"), (2, "mid")], [(3, "top"), (1, "base")]),
         ["A1.1a low", "A1.2a base", "A2.1a mid", "A3.1a high", "A3.2a top"]),
        # Rows that share no level are in the order of their positions.
        (([(20, "b"), (0, "a")], [(10, "c")]), ["A1.1a a", "A2.2a c", "A3.1a b"]),
        # Where a level has none, or two have one, they are no numbers of niveaus: the order is all there is.
        (([(2, "b"), (None, "c"), (1, "a")], [(3, "d")]), ["A1.1a a", "A1.2a d", "A2.1a b", "A3.1a c"]),
        (([(1, "a"), (1, "b")], [(2, "c")]), ["A1.1a a", "A1.2a c", "A2.1a b"]),
    ],
)  # fmt: skip
def test_levels_without_name_or_score_stand_at_their_positions(rijen: Any, criteria: list[str]) -> None:
    kader = gelezen(_op_positie(*rijen))
    assert [str(c) for c in kader.succescriteria] == criteria
    namen = ", ".join(f"niveau {n}" for n in range(1, len(kader.niveaus) + 1))
    assert f"aangevuld: de namen van niveaus, die het pakket niet noemt: {namen}" in noten(kader)


def test_positions_put_levels_and_criteria_in_order() -> None:
    uit = _rijen([("High", None), ("Low", None)], [("High", None), ("Low", None)])
    een, ander = uit["CFRubrics"][0]["CFRubricCriteria"]
    for plek, criterium in ((2, een), (1, ander)):
        criterium["position"] = plek
        for trede, positie in zip(criterium["CFRubricCriterionLevels"], (2, 1), strict=True):
            trede["position"] = positie
    kader = gelezen(uit)
    assert [niveau.fase for niveau in kader.niveaus] == ["Low", "High"]
    assert [str(c) for c in kader.succescriteria][:2] == ["A1.1a 2: Low None", "A1.2a 1: Low None"]
    assert not any("namen van niveaus" in noot for noot in noten(kader))


@pytest.mark.parametrize(
    "rijen",
    [
        ([("Low", None), ("High", None)], [(None, 1), (None, 2)]),
        ([("Low", 1), ("High", 2)], [(None, None), (None, None)]),
        ([("Low", 1), ("High", 2)], [("Low", 5), ("High", 9)], [(None, 1)]),
        ([("Low", 1), ("High", 2)], [("Laag", 1), (None, 2)]),
        ([("Low", None), (None, None)],),
        ([(None, 1), (None, 2)], [(None, None), (None, None)]),
        ([(None, 1), (None, 2)], [(None, 1), (None, 1)]),
    ],
)
def test_levels_that_nothing_tells_apart_are_a_question(rijen: Any) -> None:
    assert fouten(_rijen(*rijen)) == [
        "CFRubrics: niet elk niveau heeft een naam (quality), en het veld 'score' zegt niet van elk welk niveau het is; "
        "geef elk niveau een quality, of elk een 'score' die overal bij dezelfde quality hoort"
    ]


def test_rows_of_rubrics_are_called_by_what_there_is() -> None:
    uit = pakketten.rubrics()
    eerste, tweede = uit["CFRubrics"][0]["CFRubricCriteria"]
    eerste["description"] = "Writes"
    del tweede["category"]
    for criterium in uit["CFRubrics"][1]["CFRubricCriteria"]:
        criterium.pop("category")
        criterium.pop("CFItemURI")
        criterium["CFRubricCriterionLevels"][0].pop("description")
    del uit["CFRubrics"][1]["title"]
    kader = gelezen(uit, typen={"CFRubric": "leerlijn"})
    assert [rij.naam for rij in kader.rijen] == ["Writes", "Craft", None, None]
    assert [(lijn.naam, lijn.omschrijving) for lijn in kader.leerlijnen][1] == ("About Team", None)
    assert len(kader.succescriteria) == 10
    assert "niet overgenomen: 1 × category (CFRubricCriterion)" in noten(kader)


def test_of_rubrics_what_a_row_says_without_texts_and_beyond_the_package_is_counted() -> None:
    uit = pakketten.rubrics()
    eerste, tweede = uit["CFRubrics"][0]["CFRubricCriteria"]
    eerste["CFItemURI"]["identifier"] = nummer("elders")
    for trede in tweede["CFRubricCriterionLevels"]:
        del trede["description"]
    kader = gelezen(uit, typen={"CFRubric": "leerlijn"})
    assert [rij.naam for rij in kader.leerlijn("A").rijen] == ["Row 1"]
    assert {
        "niet overgenomen: 1 × naam van een rij zonder succescriteria",
        "niet overgenomen: 1 × CFItemURI (CFRubricCriterion) naar een item buiten dit pakket",
        "niet overgenomen: 3 × CFItemURI (CFRubricCriterion)",
    } <= {*noten(kader)}


FOUTE_RUBRICS: dict[str, tuple[Callable[[list[Deel]], Any], list[str]]] = {
    "no object": (lambda r: r.append(3), ["CFRubrics[2]: hier hoort een object, er staat 3", "CFRubrics[2].title: deze sleutel ontbreekt"]),
    "no list": (_rubriek(CFRubricCriteria=3), ["CFRubrics[0].CFRubricCriteria: hier hoort een lijst, er staat 3"]),
    "no name": (_rubriek(title=None, description=None), ["CFRubrics[0].title: deze sleutel ontbreekt"]),
    "no levels": (lambda r: [c.pop("CFRubricCriterionLevels") for rubric in r for c in rubric["CFRubricCriteria"]], ["CFRubrics: geen criterium heeft niveaus (CFRubricCriterionLevels)"]),
    "a level twice": (lambda r: r[0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0].update(quality="Start"), ["CFRubrics: de niveaus (quality) staan niet bij elk criterium in dezelfde volgorde, of een staat er twee keer"]),
    "another order": (lambda r: r[0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0].update(score=0.5), ["CFRubrics: de niveaus (quality) staan niet bij elk criterium in dezelfde volgorde, of een staat er twee keer"]),
    "a score of another kind": (lambda r: r[0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0].update(score="3"), ["CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[0].score: hier hoort een getal, er staat '3'"]),
}  # fmt: skip


@pytest.mark.parametrize(("bederf", "hoort"), FOUTE_RUBRICS.values(), ids=FOUTE_RUBRICS)
def test_rubrics_say_what_does_not_fit(bederf: Callable[[list[Deel]], Any], hoort: list[str]) -> None:
    uit = pakketten.rubrics() | {"CFItems": [], "CFAssociations": []}
    bederf(uit["CFRubrics"])
    assert fouten(uit) == hoort


def test_too_many_niveaus_in_rubrics() -> None:
    uit = pakketten.rubrics() | {"CFItems": [], "CFAssociations": []}
    uit["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"] = [
        {"quality": f"{n}", "score": n} for n in range(100)
    ]
    del uit["CFRubrics"][0]["CFRubricCriteria"][1], uit["CFRubrics"][1]
    assert fouten(uit) == ["CFItems: 1 leerlijnen × 100 niveaus; dat zijn er te veel"]


# What stands beside the way.


def test_an_association_that_stands_there_twice_says_nothing_new() -> None:
    uit = pakket(VAARDIGHEDEN)
    uit["CFAssociations"] *= 2
    assert inhoud(gelezen(uit)) == CRITERIA


def test_layers_that_are_passed_over_are_no_layers_of_the_question() -> None:
    boom = [("a", {"CFItemType": "W"}, [("b", {"CFItemType": "x"}), ("c", {"CFItemType": "W"})])]
    (vraag,) = fouten(pakket(boom), typen={"W": "overslaan"})
    assert vraag.startswith("het bestand: deze boom heeft 1 laag; ")
    assert "(laag 2: 1 × 'x')" in vraag


def test_so_much_ended_that_no_code_is_left() -> None:
    oud = {"CFItemType": "U", "statusEndDate": "2024-01-01"}
    boom = [("Craft", {}, [("Een", {"CFItemType": "U"}, [("Writes.",)]), *((f"Oud {n}", oud) for n in range(99))])]
    kader = gelezen(pakket(boom), typen={"U": "leeruitkomst"})
    assert len(kader.vervallen) == 98
    assert "niet overgenomen: 1 × vervallen item waar geen code voor is" in noten(kader)


def test_every_language_of_three_letters_is_one_of_two() -> None:
    for drie, twee in TALEN.items():
        assert (taal_van(drie), taal_van(f"{drie.upper()}_XX")) == (twee, f"{twee}-XX")
    assert [taal_van(taal) for taal in ("nl", "gsw", " en ", "")] == ["nl", "gsw", "en", ""]


def test_the_file_is_bounded_before_it_is_read() -> None:
    with pytest.raises(OngeldigRaamwerk, match="is groter dan 100 bytes"):
        lees(json.dumps(pakketten.opensalt()).encode(), "case", grens=100)


def test_definitions_are_counted() -> None:
    uit = pakket(VAARDIGHEDEN)
    uit["CFDefinitions"] = {"CFAssociationGroupings": [{}, {}], "CFItemTypes": [{}], "Eigen": [1], "CFLicenses": 3}
    assert noten(gelezen(uit))[3:5] == ["aangevuld: de namen van niveaus, die het pakket niet noemt: niveau 1", CODES]
    assert "niet overgenomen: 2 × CFAssociationGroupings" in noten(gelezen(uit))
    assert "niet overgenomen: 1 × deel van CFDefinitions" in noten(gelezen(uit))
    uit["CFDefinitions"]["CFConcepts"] = 3
    assert fouten(uit) == ["CFDefinitions.CFConcepts: hier hoort een lijst, er staat 3"]


BESCHADIGD: list[tuple[Deel, Any]] = [
    (pakketten.opensalt(), {}),
    (pakketten.compeito(), {}),
    (pakketten.opencase(), {}),
    (pakket(LADDER), {}),
    (pakket(LADDER), {"Level": "rij"}),
    (pakketten.rubrics(), {"CFRubric": "leerlijn"}),
]
WAARDEN = [None, 0, -1.5, True, "", "x", "\ud800", [], {}, [[]], {"identifier": []}, nummer("document"), nummer("document/1"), "A1.1a", "2024-01-01", "a\u0301"]  # fmt: skip


@pytest.mark.parametrize("zaad", range(150))
def test_a_damaged_package_gives_a_framework_or_an_error_that_says_where(zaad: int) -> None:
    """Replace or drop something anywhere: there is no other error, and whatever is read can be written."""
    toeval = random.Random(zaad)
    uit, typen = copy.deepcopy(toeval.choice(BESCHADIGD))
    for _ in range(toeval.randint(1, 3)):
        deel, plaats = ergens(uit, toeval)
        if toeval.random() < 0.3:
            del deel[plaats]
        else:
            deel[plaats] = copy.deepcopy(toeval.choice(WAARDEN))
        if not uit:
            break
    try:
        kader = lees(json.dumps(uit).encode(), "case", typen=typen)
    except OngeldigRaamwerk as fout:
        assert str(fout).encode()
        paden = (
            "het bestand",
            "typen",
            "CFPackage",
            "CFDocument",
            "CFItems",
            "CFAssociations",
            "CFRubrics",
            "CFDefinitions",
        )
        assert [bevinding.pad for bevinding in fout.bevindingen if not bevinding.pad.startswith(paden)] == []
    else:
        assert lees(schrijf(kader, "case"), "case") == kader


def test_a_name_that_can_be_no_text_is_a_fault_and_no_key() -> None:
    assert "CFDocument.title: het teken U+D800 mag niet in een tekst staan" in fouten(
        pakket(VAARDIGHEDEN, title="\ud800")
    )
    assert fouten(pakket(VAARDIGHEDEN), naam="\ud800") == ["naam: het teken U+D800 mag niet in een tekst staan"]


def test_an_association_of_a_type_that_nobody_knows_is_counted_by_it() -> None:
    uit = pakket(VAARDIGHEDEN)
    band(uit, "ext:een twee", "Craft", "Team")
    assert noten(gelezen(uit))[-1] == "niet overgenomen: 1 × ['ext:een twee']"


@pytest.mark.parametrize("notitie", ["Own remark", "Own remark. Begeleiding (als richtlijn): zelfstandig"])
def test_what_somebody_wrote_in_the_notes_of_an_evl_is_counted_and_no_begeleiding(
    notitie: str, kader: Raamwerk
) -> None:
    uit = json.loads(schrijf(kader, "case"))
    (evl,) = (een for een in uit["CFItems"] if een["humanCodingScheme"] == "EvL4")
    evl["notes"] = notitie
    kader = gelezen(uit)
    assert noten(kader)[-1] == "niet overgenomen: 1 × notes van een EvL"
    assert kader.niveau(4).begeleiding is None
