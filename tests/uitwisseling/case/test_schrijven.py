"""CASE as it is written: what the schemas ask, and what they leave open."""

from __future__ import annotations

import collections
import functools
import itertools
import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from conftest import RAAMWERKEN, maak
from leeruitkomsten import Leeruitkomst, Raamwerk
from leeruitkomsten.uitwisseling import lees, schrijf
from uitwisseling.vijandig import vijandig

Pakket = dict[str, Any]
SCHEMAS = {"1.1": "case-v1p1-cfpackage.json", "1.0": "case-v1p0-cfpackage.json"}
# As the information model writes it: lower case, versions 1 to 5, variant 1.
UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-5]{1}[0-9a-f]{3}-[8-9a-b]{1}[0-9a-f]{3}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HOST = "https://case.example.nl"
VIJANDIG = {
    "A1.1a": "<script>alert(\"x\")</script> & 'y' \\ \\u0000 {{7*7}} =1+1",
    "A1.1b": "🧑🏽‍🏫 العربية עברית *vet* `code` #kop [link](javascript:x)",
    "A1.2a": "x" * 5000,
    "A2.1a": '"}],"CFItems":[{"null":null}]',
    "A2.1b": "Wat CASE 1.0 niet kent",
    "A2.2a": "Begeleiding: null",
}
HARD = maak(["A", "EV"], 2, VIJANDIG)
KADERS = {**RAAMWERKEN, "vijandig": HARD, "met alles": vijandig()}
elk_kader = pytest.mark.parametrize("kader", KADERS.values(), ids=KADERS)
elke_versie = pytest.mark.parametrize("versie", SCHEMAS)


@functools.cache
def controle(versie: str) -> Any:
    """The official schema with its formats; it lies outside the project."""
    buiten = Path(__file__).parents[2].parent / "shared" / "schemas"
    for map_ in (buiten, Path(os.environ.get("LEERUITKOMSTEN_SCHEMAS", buiten))):
        if (pad := map_ / SCHEMAS[versie]).exists():
            schema = json.loads(pad.read_text("utf-8"))
            soort = jsonschema.Draft201909Validator if versie == "1.1" else jsonschema.Draft7Validator
            return soort(schema, format_checker=soort.FORMAT_CHECKER)
    pytest.skip(f"there is no {SCHEMAS[versie]} in {buiten} nor in $LEERUITKOMSTEN_SCHEMAS")


def pakket(kader: Raamwerk, **opties: Any) -> Pakket:
    """A package as plain data: of 1.1, which has a place of its own for what CASE does not know."""
    gelezen: Pakket = json.loads(schrijf(kader, "case", **{"versie": "1.1", **opties}))
    return gelezen


def banden(kader: Pakket, soort: str) -> list[tuple[str, str]]:
    """The associations of a type, as pairs of titles (codes, and the name of the document)."""
    return [
        (band["originNodeURI"]["title"], band["destinationNodeURI"]["title"])
        for band in kader["CFAssociations"]
        if band["associationType"] == soort
    ]


def knopen(deel: Any) -> list[Any]:
    """Everything in plain data, at every depth."""
    onder = deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else []
    return [deel, *(knoop for kind in onder for knoop in knopen(kind))]


@elke_versie
@pytest.mark.parametrize("opties", [{}, {"base_uri": HOST, "precedes_criteria": True}], ids=["plain", "options"])
@elk_kader
def test_the_official_schema_has_nothing_to_say(kader: Raamwerk, versie: str, opties: Pakket) -> None:
    assert [*controle(versie).iter_errors(pakket(kader, versie=versie, **opties))] == []


@elke_versie
@pytest.mark.parametrize(
    "fout",
    [
        lambda p: p["CFItems"][0].update(identifier="WP"),
        lambda p: p["CFItems"][0].update(fullStatement=None),
        lambda p: p["CFItems"][0].pop("uri"),
        lambda p: p["CFDocument"].update(lastChangeDateTime="2026-11-24T00:00:00"),
        lambda p: p["CFAssociations"][0].update(associationType="isChild"),
        lambda p: p.update(CFPackage={}),
    ],
)
def test_the_schemas_do_look(kader: Raamwerk, versie: str, fout: Any) -> None:
    bedorven = pakket(kader, versie=versie)
    fout(bedorven)
    assert [*controle(versie).iter_errors(bedorven)]


@elke_versie
def test_the_counts_of_the_packaged_framework(kader: Raamwerk, versie: str) -> None:
    uit = pakket(kader, versie=versie)
    assert len(uit["CFItems"]) == 125
    soorten = collections.Counter(band["associationType"] for band in uit["CFAssociations"])
    assert soorten == {"isChildOf": 125, "isPartOf": 16, "precedes": 12}
    assert collections.Counter(item["CFItemType"] for item in uit["CFItems"]) == {
        "Leerlijn": 4,
        "Leeruitkomst": 16,
        "Succescriterium": 101,
        "EvL": 4,
    }


@elke_versie
@elk_kader
def test_identifiers_are_the_specs_unique_and_of_version_5(kader: Raamwerk, versie: str) -> None:
    uit = pakket(kader, versie=versie)
    delen = [uit["CFDocument"], *uit["CFItems"], *uit["CFAssociations"], *uit["CFDefinitions"]["CFItemTypes"]]
    ids = [deel["identifier"] for deel in delen]
    assert len(set(ids)) == len(ids)
    for knoop in knopen(uit):
        if isinstance(knoop, dict) and "identifier" in knoop:
            assert UUID.fullmatch(knoop["identifier"])
            assert uuid.UUID(knoop["identifier"]).version == 5
            assert knoop["uri"] == f"urn:uuid:{knoop['identifier']}"


def test_texts_are_in_the_language_of_the_framework_and_its_publisher_is_named(kader: Raamwerk) -> None:
    uit = pakket(attrs.evolve(kader, taal="en-GB", uitgever="Hogeschool X"))
    assert {deel["language"] for deel in (uit["CFDocument"], *uit["CFItems"])} == {"en-GB"}
    assert uit["CFDocument"]["publisher"] == "Hogeschool X"
    gewoon = pakket(kader)
    assert {deel["language"] for deel in (gewoon["CFDocument"], *gewoon["CFItems"])} == {"nl"}
    assert "publisher" not in gewoon["CFDocument"]


def test_without_options_it_is_the_version_that_comes_back_whole_from_servers(kader: Raamwerk) -> None:
    assert schrijf(kader, "case") == schrijf(kader, "case", versie="1.0")


@elke_versie
def test_rows_and_niveaus_are_rubrics_that_lead_to_items(kader: Raamwerk, versie: str) -> None:
    uit = pakket(kader, versie=versie)
    items = {item["identifier"]: item["humanCodingScheme"] for item in uit["CFItems"]}
    criteria = [criterium for rubric in uit["CFRubrics"] for criterium in rubric["CFRubricCriteria"]]
    treden = [trede for criterium in criteria for trede in criterium["CFRubricCriterionLevels"]]
    assert (len(uit["CFRubrics"]), len(criteria), len(treden)) == (4, 20, 75)
    assert [items[criterium["CFItemURI"]["identifier"]] for criterium in criteria] == [
        rij.leerlijn for rij in kader.rijen
    ]
    assert [criterium["description"] for criterium in criteria] == [rij.benaming for rij in kader.rijen]
    cellen = [(n, cel) for rij in kader.rijen for n, cel in enumerate(rij.cellen, 1) if cel]
    assert [(trede["position"], trede["quality"], trede["description"].split("\n")) for trede in treden] == [
        (n, kader.niveau(n).fase, [criterium.tekst for criterium in cel]) for n, cel in cellen
    ]
    assert not any("score" in trede for trede in treden)
    for rubric in uit["CFRubrics"]:
        assert {criterium["rubricId"] for criterium in rubric["CFRubricCriteria"]} == {rubric["identifier"]}
    namen = {deel["identifier"] for deel in (*uit["CFRubrics"], *criteria, *treden)}
    assert len(namen) == 4 + 20 + 75
    assert not namen & items.keys()


def test_a_row_without_a_name_is_called_by_its_code(klein: Raamwerk) -> None:
    criteria = [c["description"] for rubric in pakket(klein)["CFRubrics"] for c in rubric["CFRubricCriteria"]]
    assert criteria == [rij.code for rij in klein.rijen]


@elke_versie
def test_rubrics_can_be_left_out_and_are_not_there_without_rows(kader: Raamwerk, versie: str) -> None:
    met, zonder = (pakket(kader, versie=versie, rubrieken=keuze) for keuze in (True, False))
    assert zonder == {naam: deel for naam, deel in met.items() if naam != "CFRubrics"}
    assert "CFRubrics" not in pakket(RAAMWERKEN["zonder criteria"], versie=versie)


@elke_versie
def test_what_ended_is_an_item_with_a_date_that_leads_to_what_follows_it(versie: str) -> None:
    einden = [
        {"code": "A1.9z", "opvolgers": ["A1.1a", "A1.9y", "A.8"], "sinds": "0.2", "reden": "Samengevoegd."},
        {"code": "A1.9y", "opvolgers": ["A1"], "sinds": "1", "reden": "Weg."},
        {"code": "A.8", "opvolgers": ["A1.1a"], "sinds": "1", "reden": "Een rij is geen item."},
    ]
    uit = pakket(maak(["A"], 1, {"A1.1a": "x"}, vervallen=einden), versie=versie)
    assert [*controle(versie).iter_errors(uit)] == []
    oud = [(i["humanCodingScheme"], i["CFItemType"], i["fullStatement"], i["notes"], i["statusEndDate"]) for i in uit["CFItems"] if "statusEndDate" in i]  # fmt: skip
    assert oud == [
        ("A1.9y", "Succescriterium", "Weg.", "Vervallen sinds versie 1", "2026-01-01"),
        ("A1.9z", "Succescriterium", "Samengevoegd.", "Vervallen sinds versie 0.2", "2026-01-01"),
    ]
    assert banden(uit, "replacedBy") == [("A1.9y", "A1"), ("A1.9z", "A1.1a"), ("A1.9z", "A1.9y")]


def test_a_word_that_a_server_adds_to_a_note_of_ours_costs_nothing() -> None:
    einden = [{"code": "A1.9y", "opvolgers": ["A1"], "sinds": "1.0", "reden": "Weg."}]
    uit = pakket(maak(["A"], 1, {"A1.1a": "x"}, vervallen=einden), versie="1.0")
    for deel in uit["CFItems"]:
        if "statusEndDate" in deel:
            deel["notes"] += " (gecontroleerd)"
    uit["CFDocument"].pop("notes", None)
    (einde,) = lees(json.dumps(uit).encode(), "case").vervallen
    assert einde.opvolgers == ("A1",)
    assert "Weg." in einde.reden


def test_a_version_that_opensalt_fails_on_is_refused(klein: Raamwerk) -> None:
    assert pakket(attrs.evolve(klein, versie="1" * 50))["CFDocument"]["version"] == "1" * 50
    with pytest.raises(ValueError, match=r"^de versie van het raamwerk: '1+' telt 51 tekens, er passen er 50$"):
        schrijf(attrs.evolve(klein, versie="1" * 51), "case")


@elke_versie
@pytest.mark.parametrize("licentie", ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"])
def test_a_licence_is_defined_and_led_to(versie: str, licentie: str) -> None:
    kader = attrs.evolve(KADERS["klein"], licentie=licentie, uitgever="Hogeschool X")
    uit = pakket(kader, versie=versie, base_uri=HOST)
    assert [*controle(versie).iter_errors(uit)] == []
    (gegeven,) = uit["CFDefinitions"]["CFLicenses"]
    assert uit["CFDocument"]["licenseURI"] == {naam: gegeven[naam] for naam in ("title", "identifier", "uri")}
    assert (gegeven["title"], gegeven["licenseText"]) == (licentie, licentie)
    assert gegeven["uri"].endswith(f"/CFLicenses/{gegeven['identifier']}")
    ids = [deel["identifier"] for naam in uit["CFDefinitions"] for deel in uit["CFDefinitions"][naam]]
    assert len({*ids, uit["CFDocument"]["identifier"]}) == len(ids) + 1


def test_the_identifier_of_an_item_is_that_of_its_code(kader: Raamwerk) -> None:
    for item in pakket(kader)["CFItems"]:
        assert item["identifier"] == str(kader.uuid(item["humanCodingScheme"]))


def test_identifiers_outlive_a_new_version(kader: Raamwerk) -> None:
    oud = pakket(kader)
    nieuw = pakket(attrs.evolve(kader, versie="2.0", datum="2027-09-01"))
    for lijst in ("CFItems", "CFAssociations"):
        assert [deel["identifier"] for deel in oud[lijst]] == [deel["identifier"] for deel in nieuw[lijst]]
    assert oud["CFDocument"]["identifier"] == nieuw["CFDocument"]["identifier"]
    assert nieuw["CFDocument"]["version"] == "2.0"
    hernoemd = pakket(attrs.evolve(kader, naam="Een andere naam"))
    assert hernoemd["CFDocument"]["identifier"] == oud["CFDocument"]["identifier"]


@elke_versie
@elk_kader
def test_nothing_dangles_and_parents_come_first(kader: Raamwerk, versie: str) -> None:
    uit = pakket(kader, versie=versie, precedes_criteria=True)
    document = uit["CFDocument"]["identifier"]
    plaats = {document: -1} | {item["identifier"]: n for n, item in enumerate(uit["CFItems"])}
    ouders: dict[str, str] = {}
    volgnummers: dict[str, list[int]] = collections.defaultdict(list)
    for band in uit["CFAssociations"]:
        van, naar = band["originNodeURI"]["identifier"], band["destinationNodeURI"]["identifier"]
        assert van in plaats
        assert naar in plaats
        if band["associationType"] == "isChildOf":
            assert van not in ouders, "one parent each"
            # A parent before its children: then there are no cycles either.
            assert plaats[naar] < plaats[van]
            ouders[van] = naar
            volgnummers[naar].append(band["sequenceNumber"])
    beeindigd = {item["identifier"] for item in uit["CFItems"] if "statusEndDate" in item}
    assert {*ouders} == {*plaats} - {document} - beeindigd
    assert all(nummers == [*range(1, len(nummers) + 1)] for nummers in volgnummers.values())


def gevuld(uitkomsten: Iterable[Leeruitkomst]) -> list[Leeruitkomst]:
    """Those that say or hold something: the others are no item."""
    return [u for u in uitkomsten if u.tekst or u.succescriteria or u.notatie]


def test_a_leeruitkomst_without_a_text_is_named_and_one_without_anything_is_no_item() -> None:
    kader = RAAMWERKEN["ladder"]
    uit = pakket(kader)
    namen = {i["humanCodingScheme"]: i["fullStatement"] for i in uit["CFItems"] if i["CFItemType"] == "Leeruitkomst"}
    assert namen == {"TECH1": "<TECH>, A0", "TECH2": "<TECH>, B1", "TECH4": "<TECH>, C2+", "LEAD3": "<LEAD>, C1"}
    erbij = uit["CFDocument"]["extensions"]["leeruitkomsten"]["erbij"]
    assert {code: deel["aanduiding"] for code, deel in erbij.items() if "aanduiding" in deel} == namen
    leeg = attrs.evolve(kader.leeruitkomst("NIKS1"), notatie="N-1")
    *eerst, niks = kader.leerlijnen
    lijnen = (*eerst, attrs.evolve(niks, leeruitkomsten=(leeg, *niks.leeruitkomsten[1:])))
    met = pakket(attrs.evolve(kader, leerlijnen=lijnen))
    assert [i["fullStatement"] for i in met["CFItems"] if i["humanCodingScheme"] == "NIKS1"] == ["<NIKS>, A0"]


@elk_kader
def test_items_stand_in_the_order_of_the_source(kader: Raamwerk) -> None:
    codes = [item["humanCodingScheme"] for item in pakket(kader)["CFItems"]]
    delen = sorted([*kader.leerlijnen, *gevuld(kader.leeruitkomsten), *kader.succescriteria])
    oud = [einde.code for einde in kader.vervallen]
    assert codes == [*(deel.code for deel in delen), *(evl.code for evl in kader.evls), *oud]


@elk_kader
def test_what_hangs_together_in_the_framework_does_so_here(kader: Raamwerk) -> None:
    uit = pakket(kader)
    assert banden(uit, "isPartOf") == [(u.code, evl.code) for evl in kader.evls for u in gevuld(evl.leeruitkomsten)]
    rijen = [gevuld(lijn.leeruitkomsten) for lijn in kader.leerlijnen]
    paren = [(van.code, naar.code) for rij in rijen for van, naar in itertools.pairwise(rij)]
    assert banden(uit, "precedes") == paren
    ouder = dict(banden(uit, "isChildOf"))
    assert all(ouder[u.code] == u.leerlijn for u in gevuld(kader.leeruitkomsten))
    assert all(ouder[c.code] == c.leeruitkomst for c in kader.succescriteria)
    assert {ouder[deel.code] for deel in (*kader.leerlijnen, *kader.evls)} == {kader.naam}


@elke_versie
def test_types_match_their_definitions(kader: Raamwerk, versie: str) -> None:
    uit = pakket(kader, versie=versie)
    soorten = {soort["title"]: soort for soort in uit["CFDefinitions"]["CFItemTypes"]}
    assert len(soorten) == len(uit["CFDefinitions"]["CFItemTypes"]) == 4
    assert all(soort["description"] for soort in soorten.values())
    for item in uit["CFItems"]:
        soort = soorten[item["CFItemType"]]
        assert item["CFItemTypeURI"] == {veld: soort[veld] for veld in ("title", "identifier", "uri")}


@elke_versie
@elk_kader
def test_dates_have_a_zone_and_come_from_the_framework(kader: Raamwerk, versie: str) -> None:
    delen = [knoop for knoop in knopen(pakket(kader, versie=versie)) if isinstance(knoop, dict)]
    data = [deel["lastChangeDateTime"] for deel in delen if "lastChangeDateTime" in deel]
    assert set(data) == {f"{kader.datum}T00:00:00Z"}
    assert all(map(MOMENT.fullmatch, data))


@elke_versie
@elk_kader
def test_there_is_no_null_and_no_licence_where_none_is_stated(kader: Raamwerk, versie: str) -> None:
    uit = pakket(attrs.evolve(kader, licentie=None), versie=versie, precedes_criteria=True)
    assert all(knoop is not None for knoop in knopen(uit))
    assert "licen" not in json.dumps([*uit["CFDocument"], uit["CFDefinitions"]]).lower()


def test_texts_go_as_they_are() -> None:
    teksten = {item["humanCodingScheme"]: item["fullStatement"] for item in pakket(HARD)["CFItems"]}
    assert {code: teksten[code] for code in VIJANDIG} == VIJANDIG


def test_the_versions_differ_where_they_must(kader: Raamwerk) -> None:
    nieuw, oud = (pakket(kader, versie=versie, precedes_criteria=True) for versie in ("1.1", "1.0"))
    assert nieuw["CFDocument"]["caseVersion"] == "1.1"
    assert "notes" not in nieuw["CFDocument"]
    assert not {"caseVersion", "extensions"} & oud["CFDocument"].keys()
    kop, _, rest = oud["CFDocument"]["notes"].partition(": ")
    assert "als JSON" in kop
    assert json.loads(rest) == nieuw["CFDocument"]["extensions"]["leeruitkomsten"]
    assert "\n" not in rest
    assert any("notes" in band for band in nieuw["CFAssociations"])
    assert not any("notes" in band for band in oud["CFAssociations"])


@pytest.mark.parametrize(("versie", "deel"), [("1.1", "v1p1"), ("1.0", "v1p0")])
@pytest.mark.parametrize("host", [HOST, HOST + "/", HOST + "/opsy/"])
def test_with_a_host_every_uri_is_its_rest_address(kader: Raamwerk, versie: str, deel: str, host: str) -> None:
    uit = pakket(kader, versie=versie, base_uri=host)
    begin = f"{host.rstrip('/')}/ims/case/{deel}"
    document, item, band = uit["CFDocument"], uit["CFItems"][0], uit["CFAssociations"][0]
    assert document["uri"] == f"{begin}/CFDocuments/{document['identifier']}"
    assert item["uri"] == f"{begin}/CFItems/{item['identifier']}"
    assert item["CFItemTypeURI"]["uri"] == f"{begin}/CFItemTypes/{item['CFItemTypeURI']['identifier']}"
    assert band["uri"] == f"{begin}/CFAssociations/{band['identifier']}"
    assert band["originNodeURI"]["uri"] == item["uri"]
    assert band["destinationNodeURI"]["uri"] == document["uri"]


@pytest.mark.parametrize("adres", ["", "case.nl", "ftp://case.nl", "https://", "https://a b.nl", "https://a.nl?x=1", "https://a.nl/#b", "https://a.nl\n", "https://u:p@a.nl"])  # fmt: skip
def test_an_address_that_is_none_is_refused(kader: Raamwerk, adres: str) -> None:
    with pytest.raises(ValueError, match=r"is geen begin van een webadres"):
        schrijf(kader, "case", base_uri=adres)


def test_another_version_is_refused(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match=r"^versie: hier hoort '1.0' of '1.1', er staat '2.0'$"):
        schrijf(kader, "case", versie="2.0")


def test_criteria_precede_only_where_both_cells_hold_equally_many(klein: Raamwerk) -> None:
    gewoon, ook = (banden(pakket(klein, precedes_criteria=keuze), "precedes") for keuze in (False, True))
    assert ook[: len(gewoon)] == gewoon
    assert ook[len(gewoon) :] == [("A1.1a", "A2.1a"), ("A1.4a", "A2.4a")]
    sprong = maak(["A"], 3, {"A1.1a": "a", "A1.1b": "b", "A3.1a": "c", "A3.1b": "d", "A1.2a": "e", "A2.2a": "f", "A2.2b": "g"})  # fmt: skip
    paren = [paar for paar in banden(pakket(sprong, precedes_criteria=True), "precedes") if "." in paar[0]]
    assert paren == [("A1.1a", "A3.1a"), ("A1.1b", "A3.1b")]


PROEF = "import sys, leeruitkomsten as lu; from leeruitkomsten.uitwisseling import schrijf; sys.stdout.buffer.write(schrijf(lu.laad(), 'case', versie=sys.argv[1], precedes_criteria=True))"  # fmt: skip


@elke_versie
def test_the_same_bytes_in_every_process(kader: Raamwerk, versie: str) -> None:
    uit = {
        subprocess.run(
            [sys.executable, "-c", PROEF, versie],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": taal, "TZ": zone},
        ).stdout
        for zaad, taal, zone in (("0", "C", "UTC"), ("12345", "C.UTF-8", "Asia/Tokyo"))
    }
    assert uit == {schrijf(kader, "case", versie=versie, precedes_criteria=True)}


def test_the_file_is_utf_8_and_compares_line_by_line(kader: Raamwerk) -> None:
    uit = schrijf(kader, "case")
    assert uit == uit.decode("utf-8").encode()
    assert uit[-1:] == b"\n"
    assert "Oriëntatiefase" in uit.decode()
