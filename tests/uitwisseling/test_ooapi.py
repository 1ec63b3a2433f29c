"""OOAPI v6: the schema of the specification accepts every item, and the items hang together as the framework does."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
import jsonschema
import pytest

from conftest import RAAMWERKEN, heet, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.bladen import bladen
from uitwisseling.vijandig import vijandig

KADERS = {**RAAMWERKEN, "vijandig": vijandig()}
SCHEMAS = Path(os.environ.get("LEERUITKOMSTEN_SCHEMAS") or Path(__file__).parents[2].parent / "shared" / "schemas")
SCHEMA = SCHEMAS / "ooapi-v6.json"


@pytest.fixture(scope="module", params=KADERS)
def raamwerk(request: pytest.FixtureRequest) -> Raamwerk:
    return KADERS[str(request.param)]


@functools.cache
def antwoord_van(kader: Raamwerk) -> Any:
    """All items, with what the first page says."""
    alle = [json.loads(blad) for blad in bladen(kader)]
    return alle[0] | {"items": [item for blad in alle for item in blad["items"]]}


@pytest.fixture(scope="module")
def items(raamwerk: Raamwerk) -> dict[str, Any]:
    return {item["learningOutcomeId"]: item for item in antwoord_van(raamwerk)["items"]}


def keurder(verwijzing: dict[str, Any]) -> jsonschema.Draft202012Validator:
    """A validator of the specification's schemas; refuses to run without the formats that it is to check."""
    if not SCHEMA.exists():
        pytest.skip(f"het schema van OOAPI is er niet: {SCHEMA}; zet LEERUITKOMSTEN_SCHEMAS op de map")
    formaten = jsonschema.Draft202012Validator.FORMAT_CHECKER
    assert {"uuid", "date-time"} <= formaten.checkers.keys()
    onderdelen = json.loads(SCHEMA.read_text("utf-8"))["components"]
    return jsonschema.Draft202012Validator({**verwijzing, "components": onderdelen}, format_checker=formaten)


def bezwaren(verwijzing: str, ding: object) -> list[str]:
    return [fout.message for fout in keurder({"$ref": f"#/components/schemas/{verwijzing}"}).iter_errors(ding)]


def test_every_item_is_a_learning_outcome_of_the_specification(items: dict[str, Any]) -> None:
    keuring = keurder({"$ref": "#/components/schemas/LearningOutcome"})
    assert [fout.message for item in items.values() for fout in keuring.iter_errors(item)] == []


def test_the_whole_is_what_the_specification_answers(raamwerk: Raamwerk) -> None:
    if not SCHEMA.exists():
        pytest.skip(f"het schema van OOAPI is er niet: {SCHEMA}")
    paden = json.loads(SCHEMA.read_text("utf-8"))["paths"]
    vorm = paden["/learning-outcomes"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert [fout for blad in bladen(raamwerk) for fout in keurder(vorm).iter_errors(json.loads(blad))] == []


@pytest.mark.parametrize(
    "verandering",
    [
        {"name": []},
        {"name": [{"language": "NL_nl", "value": "x"}]},
        {"learningOutcomeId": "WP1"},
        {"primaryCode": {"codeType": "identifier", "code": "WP1", "meer": 1}},
        {"abbreviation": "x" * 257},
        {"parentIds": ["WP"]},
    ],
    ids=lambda verandering: next(iter(verandering)),
)
def test_the_schema_sees_what_is_wrong(kader: Raamwerk, verandering: dict[str, Any]) -> None:
    goed = antwoord_van(kader)["items"][0]
    assert bezwaren("LearningOutcome", goed) == []
    assert bezwaren("LearningOutcome", goed | verandering)


def test_everything_is_placed_once(raamwerk: Raamwerk) -> None:
    items = antwoord_van(raamwerk)["items"]
    records = (*raamwerk.leerlijnen, *raamwerk.evls, *met_inhoud(raamwerk), *raamwerk.succescriteria)
    assert [item["primaryCode"]["code"] for item in items] == [record.code for record in records]
    assert [item["learningOutcomeId"] for item in items] == [str(raamwerk.uuid(record.code)) for record in records]
    assert len({item["learningOutcomeId"] for item in items}) == len(records)
    assert {UUID(item["learningOutcomeId"]).version for item in items} == {5}


def test_the_packaged_framework_fits_on_one_page(kader: Raamwerk) -> None:
    antwoord = json.loads(schrijf(kader, "ooapi"))
    assert (len(antwoord["items"]), antwoord["pageSize"]) == (125, 250)
    assert (antwoord["pageNumber"], antwoord["totalPages"]) == (1, 1)
    assert not antwoord["hasPreviousPage"]
    assert not antwoord["hasNextPage"]
    assert schrijf(kader, "ooapi", pageNumber=1) == schrijf(kader, "ooapi")


@pytest.mark.parametrize("grootte", [10, 20, 50, 100, 250])
def test_pages_have_every_item_once(raamwerk: Raamwerk, grootte: int) -> None:
    alle = [json.loads(blad) for blad in bladen(raamwerk, pageSize=grootte)]
    assert [item for blad in alle for item in blad["items"]] == antwoord_van(raamwerk)["items"]
    assert [blad["pageNumber"] for blad in alle] == [*range(1, len(alle) + 1)]
    assert {blad["totalPages"] for blad in alle} == {len(alle)}
    assert {blad["pageSize"] for blad in alle} == {grootte}
    assert [len(blad["items"]) for blad in alle[:-1]] == [grootte] * (len(alle) - 1)
    assert [blad["hasPreviousPage"] for blad in alle] == [False, *[True] * (len(alle) - 1)]
    assert [blad["hasNextPage"] for blad in alle] == [*[True] * (len(alle) - 1), False]


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (
            {"pageSize": 100},
            "125 items passen niet op één blad van 100; kies met pageNumber= een van de 2 bladen, of neem een grotere pageSize",
        ),
        ({"pageNumber": 2}, "pageNumber: hier hoort 1 tot en met 1, er staat 2"),
        ({"pageNumber": 0}, "pageNumber: hier hoort 1 tot en met 1, er staat 0"),
        ({"pageSize": 125}, "pageSize: hier hoort 10, 20, 50, 100 of 250, er staat 125"),
        ({"pageSize": 100.0}, "pageSize: hier hoort 10, 20, 50, 100 of 250, er staat 100.0"),
    ],
)
def test_a_page_that_is_not_there_is_told(kader: Raamwerk, opties: dict[str, Any], zin: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(zin)}$"):
        schrijf(kader, "ooapi", **opties)


def test_nothing_is_left_out_in_silence() -> None:
    groot = RAAMWERKEN["groot"]
    with pytest.raises(
        ValueError, match=r"^\d+ items passen niet op één blad van 250; kies met pageNumber= een van de \d+ bladen$"
    ):
        schrijf(groot, "ooapi")


def test_the_collection_says_what_it_is_of(raamwerk: Raamwerk) -> None:
    antwoord = antwoord_van(raamwerk)
    herkomst = {"raamwerk": raamwerk.naam, "versie": raamwerk.versie, "datum": raamwerk.datum}
    assert antwoord["ext"] == {"sleutel": raamwerk.sleutel, **herkomst}


def test_both_ends_of_a_relation_name_each_other(items: dict[str, Any]) -> None:
    omlaag = Counter((ouder, kind) for ouder, item in items.items() for kind in item["childIds"])
    omhoog = Counter((ouder, kind) for kind, item in items.items() for ouder in item["parentIds"])
    assert omlaag == omhoog
    assert set(omlaag.values()) <= {1}
    assert {einde for paar in omlaag for einde in paar} <= items.keys()


def test_parents_stand_before_their_children_so_there_are_no_cycles(items: dict[str, Any]) -> None:
    gezien: set[str] = set()
    for nummer, item in items.items():
        assert set(item["parentIds"]) <= gezien
        gezien.add(nummer)


def test_parents_are_those_of_the_framework(raamwerk: Raamwerk, items: dict[str, Any]) -> None:
    def ouders(code: str) -> list[str]:
        return [items[ouder]["primaryCode"]["code"] for ouder in items[str(raamwerk.uuid(code))]["parentIds"]]

    for uitkomst in met_inhoud(raamwerk):
        assert ouders(uitkomst.code) == [uitkomst.leerlijn, f"EvL{uitkomst.niveau}"]
    for criterium in raamwerk.succescriteria:
        assert ouders(criterium.code) == [criterium.leeruitkomst]
    assert all(ouders(record.code) == [] for record in (*raamwerk.leerlijnen, *raamwerk.evls))


def test_texts_arrive_whole(raamwerk: Raamwerk, items: dict[str, Any]) -> None:
    for record in (*met_inhoud(raamwerk), *raamwerk.succescriteria):
        item = items[str(raamwerk.uuid(record.code))]
        assert item["name"] == [{"language": raamwerk.taal, "value": heet(raamwerk, record)}]
        assert item["complexityLevel"] == f"x-niveau-{record.niveau}"
    for lijn in raamwerk.leerlijnen:
        item = items[str(raamwerk.uuid(lijn.code))]
        assert item["name"] == [{"language": raamwerk.taal, "value": lijn.naam}]
        assert "complexityLevel" not in item
    for evl in raamwerk.evls:
        assert items[str(raamwerk.uuid(evl.code))]["description"] == [{"language": "nl", "value": str(evl.niveau)}]
    assert all(item["abbreviation"] == item["primaryCode"]["code"] for item in items.values())


def test_what_only_some_frameworks_say_is_there_when_they_do(raamwerk: Raamwerk, items: dict[str, Any]) -> None:
    for lijn in raamwerk.leerlijnen:
        waarde = [{"language": raamwerk.taal, "value": lijn.omschrijving}] if lijn.omschrijving else None
        assert items[str(raamwerk.uuid(lijn.code))].get("description") == waarde
    for record in (*met_inhoud(raamwerk), *raamwerk.succescriteria):
        notatie = [{"codeType": "x-notatie", "code": record.notatie}] if record.notatie else None
        assert items[str(raamwerk.uuid(record.code))].get("otherCodes") == notatie


@pytest.mark.dagelijks("zh-Hant-TW", "nl-a-bb-c")
@pytest.mark.parametrize(
    ("taal", "hoort"),
    [("nl", "nl"), ("NL-be", "nl-BE"), ("zh-Hant-TW", "zh-hant-tw"), ("nl-x", "nl"), ("nl-a-bb-c", "nl"), ("de-1996", "de-1996")],
)  # fmt: skip
def test_a_language_is_written_as_the_specification_takes_it(kader: Raamwerk, taal: str, hoort: str) -> None:
    antwoord = antwoord_van(attrs.evolve(kader, taal=taal))
    namen = {item["name"][0]["language"] for item in antwoord["items"]}
    assert namen == {hoort}
    assert {item["description"][0]["language"] for item in antwoord["items"] if "description" in item} == {"nl"}
    assert [bezwaar for item in antwoord["items"] for bezwaar in bezwaren("LearningOutcome", item)] == []


def test_counts_of_the_packaged_framework(kader: Raamwerk) -> None:
    items = antwoord_van(kader)["items"]
    assert len(items) == 4 + 4 + 16 + 101
    assert sum(len(item["parentIds"]) for item in items) == 16 * 2 + 101


def test_an_option_that_it_does_not_have_is_named(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="ooapi kent de optie 'versie' niet; wel: pageSize, pageNumber, naamruimte"):
        schrijf(kader, "ooapi", versie="5")


@pytest.mark.parametrize("zaad", ["0", "1"])
def test_the_same_bytes_everywhere(kader: Raamwerk, zaad: str) -> None:
    vraag = "import sys, leeruitkomsten as lu, leeruitkomsten.uitwisseling as u; u.schrijf(lu.laad(), 'ooapi', sys.stdout.buffer)"
    omgeving = {**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": "C", "PYTHONUTF8": "0"}
    elders = subprocess.run([sys.executable, "-c", vraag], capture_output=True, check=True, env=omgeving)
    assert elders.stdout == schrijf(kader, "ooapi")
