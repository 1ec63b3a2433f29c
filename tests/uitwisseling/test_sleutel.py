"""Two frameworks with the same contents and another sleutel share no id that is there to be unique in the world."""

from __future__ import annotations

import re
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
    "openbadges": [NODIG["openbadges"], {**NODIG["openbadges"], "code": "uuid", "versie": "1.0"}],
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


@pytest.mark.parametrize("formaat", [formaat for formaat in formaten() if formaat not in OPTIES])
def test_the_other_formats_have_no_uuids(formaat: str) -> None:
    assert uuids(vijandig(MET_BACKSLASH), formaat, {}) == set()


def test_a_code_has_one_uuid_in_every_format(kader: Raamwerk) -> None:
    for formaat, opties in MET_UUIDS:
        assert str(kader.uuid("WP2.4b")).encode() in uuids(kader, formaat, opties)
