"""Two frameworks with the same contents and another sleutel share no id: in the world, in an LMS, in a portfolio."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import formaten, schrijf
from uitwisseling.test_schrijf import NODIG
from uitwisseling.vijandig import MET_BACKSLASH, vijandig

UUID = re.compile(b"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
OPTIES: dict[str, list[dict[str, Any]]] = {
    "case": [
        {},
        {"versie": "1.0", "precedes_criteria": True},
        {"base_uri": "https://case.example.nl", "precedes_criteria": True},
    ],
    "ooapi": [{}],
    "skos": [{}, {"syntaxis": "json-ld"}],
    "openbadges": [
        NODIG["openbadges"],
        {**NODIG["openbadges"], "code": "uuid", "versie": "1.0"},
    ],
}
"""The formats with UUIDs, and options that bring out all of them."""
MET_UUIDS = [(formaat, opties) for formaat, keuzen in OPTIES.items() for opties in keuzen]


def uuids(kader: Raamwerk, formaat: str, opties: dict[str, Any]) -> set[bytes]:
    return set(UUID.findall(schrijf(kader, formaat, **opties).lower()))


@pytest.mark.parametrize(("formaat", "opties"), MET_UUIDS, ids=str)
def test_another_sleutel_gives_other_uuids(kader: Raamwerk, formaat: str, opties: dict[str, Any]) -> None:
    for een in (kader, vijandig()):
        ander = attrs.evolve(een, sleutel="een-ander")
        eerst, dan = uuids(een, formaat, opties), uuids(ander, formaat, opties)
        assert len(eerst) == len(dan) >= len(een.leeruitkomsten) + len(een.succescriteria)
        assert not eerst & dan


@pytest.mark.parametrize(("formaat", "opties"), MET_UUIDS, ids=str)
def test_another_name_version_or_language_gives_the_same_uuids(
    kader: Raamwerk, formaat: str, opties: dict[str, Any]
) -> None:
    ander = attrs.evolve(kader, naam="Een ander", versie="2.0", datum="2030-01-01", taal="en")
    assert uuids(kader, formaat, opties) == uuids(ander, formaat, opties)


@pytest.mark.parametrize(("formaat", "opties"), MET_UUIDS, ids=str)
def test_another_namespace_gives_other_uuids(kader: Raamwerk, formaat: str, opties: dict[str, Any]) -> None:
    namen = [None, "hogeschool-x.nl", "hogeschool-y.nl", "52EEC819-e18c-4adc-b30b-a7589e692937"]
    uit = [uuids(kader, formaat, {**opties, "naamruimte": naam}) for naam in namen]
    assert {len(groep) for groep in uit} == {len(uuids(kader, formaat, opties))}
    assert len(set().union(*uit)) == sum(map(len, uit))
    klein = uuids(kader, formaat, {**opties, "naamruimte": namen[-1].lower() if namen[-1] else None})
    assert klein == uit[-1]


@pytest.mark.parametrize("formaat", OPTIES)
@pytest.mark.parametrize("naam", ["", " x", "x y", "-x", "x" * 41, "é", "a/b"])
def test_what_is_no_namespace_is_refused(kader: Raamwerk, formaat: Any, naam: str) -> None:
    with pytest.raises(
        ValueError, match=r"^naamruimte: hier hoort een letter of cijfer en dan letters, cijfers, "
    ) as fout:
        schrijf(kader, formaat, None, **{**NODIG.get(formaat, {}), "naamruimte": naam})
    assert fout.value.soort == "ongeldige_waarde"


def test_the_rule_of_the_uuids_is_the_one_that_the_docs_state(kader: Raamwerk) -> None:
    ons = uuid.UUID("52eec819-e18c-4adc-b30b-a7589e692936")
    x_nl = uuid.uuid5(uuid.uuid5(uuid.uuid5(ons, "naamruimte:x.nl"), "werkplekleren"), "WP2")
    eigen = uuid.uuid5(uuid.uuid5(uuid.UUID("12345678-1234-4234-8234-123456789abc"), "werkplekleren"), "WP2")
    for naam, hoort in (("x.nl", x_nl), ("12345678-1234-4234-8234-123456789abc", eigen), (None, kader.uuid("WP2"))):
        items = json.loads(schrijf(kader, "case", naamruimte=naam))["CFItems"]
        assert {item["humanCodingScheme"]: item["identifier"] for item in items}["WP2"] == str(hoort)


def test_addresses_of_two_frameworks_below_one_address_differ(kader: Raamwerk) -> None:
    ander = attrs.evolve(kader, sleutel="een-ander")
    for base_uri in ("https://x.nl/", "https://x.nl#"):
        een, twee = (
            set(re.findall(rb"<(https://x.nl[^>]*)>", schrijf(k, "skos", base_uri=base_uri))) for k in (kader, ander)
        )
        assert len(een) == len(twee) > 121
        assert not een & twee


@pytest.mark.parametrize("formaat", [formaat for formaat in formaten() if formaat not in OPTIES])
def test_the_other_formats_have_no_uuids(formaat: str) -> None:
    assert uuids(vijandig(MET_BACKSLASH), formaat, {}) == set()


def tabel(inhoud: bytes, scheiding: str = ",") -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(inhoud.decode(), ""), delimiter=scheiding)]


def uit_mahara(inhoud: bytes) -> list[str]:
    return [element["elementid"] for element in json.loads(inhoud)["framework"]["standardelements"]]


IDS: dict[str, tuple[str, dict[str, Any], Callable[[bytes], list[str]]]] = {
    "canvas": ("canvas", {"criteria": "uitkomsten"}, lambda b: [rij["vendor_guid"] for rij in tabel(b)]),
    "canvas, rubrics": ("canvas", {"soort": "rubric-evl"}, lambda b: [rij["Rubric Name"] for rij in tabel(b)]),
    "moodle": ("moodle", {}, lambda b: [rij["ID number"] for rij in tabel(b)]),
    "moodle, beoordeling": (
        "moodle",
        {"soort": "beoordeling"},
        lambda b: [r["outcome_shortname"] for r in tabel(b, ";")],
    ),
    "mahara": ("mahara", {"criteria": "elementen"}, uit_mahara),
}
"""How the systems tell things apart, in formats without UUIDs."""


@pytest.mark.parametrize("waar", IDS)
def test_another_sleutel_gives_other_ids(kader: Raamwerk, waar: str) -> None:
    formaat, opties, ids = IDS[waar]
    for een in (kader, vijandig(MET_BACKSLASH)):
        ander = attrs.evolve(een, sleutel="een-ander", naam="Een ander")
        eerst, dan = ids(schrijf(een, formaat, **opties)), ids(schrijf(ander, formaat, **opties))
        assert len(eerst) == len(dan) >= len(een.succescriteria)
        assert not {*eerst} & {*dan}


@pytest.mark.parametrize("waar", ["canvas", "moodle", "moodle, beoordeling"])
def test_two_institutions_can_have_the_same_framework_side_by_side(kader: Raamwerk, waar: str) -> None:
    formaat, opties, ids = IDS[waar]
    een, ander = ({*ids(schrijf(kader, formaat, **opties, naamruimte=naam))} for naam in ("pabo-a", "pabo-b"))
    zonder = {*ids(schrijf(kader, formaat, **opties))}
    assert len(een) == len(ander) == len(zonder)
    assert not een & ander
    assert not (een | ander) & zonder


def test_every_format_with_ids_is_asked() -> None:
    zonder = {"csv", "xlsx", "markdown", "json"}
    assert {*OPTIES, *(formaat for formaat, *_ in IDS.values())} == {*formaten()} - zonder


def test_a_code_has_one_uuid_in_every_format(kader: Raamwerk) -> None:
    for formaat, opties in MET_UUIDS:
        assert str(kader.uuid("WP2.4b")).encode() in uuids(kader, formaat, opties)
