"""Packages that we wrote and another changed: fields dropped, added, types renamed, everything in another order. Count in, count out."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import lees, schrijf
from uitwisseling.vijandig import vijandig

Pakket = dict[str, Any]
KADERS = {**RAAMWERKEN, "met alles": vijandig()}
FACULTATIEF = ("language", "uri", "CFItemTypeURI", "lastChangeDateTime")
"""Fields of items that say nothing which stands nowhere else."""
ERBIJ = {
    "educationLevel": ["HBO"], "listEnumeration": "a)", "conceptKeywords": ["x"], "subject": ["x"], "alternativeLabel": "x",
    "statusStartDate": "2020-01-01", "CFDocumentURI": {"title": "x", "identifier": "x", "uri": "x"}, "_eigen": {"x": [1]},
    "licenseURI": {"title": "CC0", "identifier": "x", "uri": "x"}, "notes": None, "abbreviatedStatement": "",
}  # fmt: skip
GETELD = {"educationLevel", "listEnumeration", "conceptKeywords", "subject", "alternativeLabel", "_eigen"}
ANDERS = {"Leerlijn": "Strand", "Leeruitkomst": "Outcome", "Succescriterium": "Competency"}


def telling(kader: Raamwerk) -> tuple[int, ...]:
    return (len(kader.leerlijnen), len(kader.leeruitkomsten), len(kader.succescriteria), len(kader.niveaus), len(kader.errata), len(kader.vervallen))  # fmt: skip


@given(
    kader=st.sampled_from([*KADERS.values()]),
    versie=st.sampled_from(["1.1", "1.0"]),
    weg=st.sets(st.sampled_from(FACULTATIEF)),
    erbij=st.sets(st.sampled_from([*ERBIJ])),
    types=st.booleans(),
    ingepakt=st.booleans(),
    toeval=st.randoms(use_true_random=False),
)
def test_what_a_server_adds_or_drops_changes_no_count(
    kader: Raamwerk, versie: Any, weg: set[str], erbij: set[str], *, types: bool, ingepakt: bool, toeval: Any
) -> None:
    uit: Pakket = json.loads(schrijf(kader, "case", versie=versie))
    items = len(uit["CFItems"])
    for item in uit["CFItems"]:
        for naam in weg:
            item.pop(naam, None)
        for naam in erbij:
            item.setdefault(naam, ERBIJ[naam])
        if types:
            item["CFItemType"] = ANDERS.get(item["CFItemType"], item["CFItemType"])
    for band in uit["CFAssociations"]:
        if "sequenceNumber" in band:
            band["sequenceNumber"] = float(band["sequenceNumber"])
    toeval.shuffle(uit["CFItems"])
    toeval.shuffle(uit["CFAssociations"])
    terug = lees(json.dumps({"CFPackage": uit} if ingepakt else uit).encode(), "case")
    assert telling(terug) == telling(kader)
    assert [*terug.succescriteria] == [*kader.succescriteria]
    assert [*terug.leeruitkomsten] == [*kader.leeruitkomsten]
    erna = [str(noot) for noot in terug.bron.verantwoording[len(kader.bron.verantwoording) :]]
    hoort = {f"niet overgenomen: {items} × {naam}" for naam in erbij & GETELD}
    if "licenseURI" in erbij:
        hoort.add(f"niet overgenomen: {items} × licenseURI van een item")
    assert {noot for noot in erna if "CFItemType" not in noot} == hoort
    assert types == any("CFItemType 'Strand'" in noot for noot in erna)


@pytest.mark.parametrize("kader", KADERS.values(), ids=KADERS)
@pytest.mark.parametrize("types", [False, True], ids=["our types", "other types"])
def test_without_codes_everything_is_there_still(kader: Raamwerk, types: bool) -> None:
    """Codes follow from the place; with types of another name somebody says what they are."""
    uit: Pakket = json.loads(schrijf(kader, "case", versie="1.1"))
    del uit["CFDocument"]["extensions"]
    typen: dict[str, Any] = {"CFRubric": "overslaan"}
    for item in uit["CFItems"]:
        del item["humanCodingScheme"]
        if types and item["CFItemType"] in ANDERS:
            typen[ANDERS[item["CFItemType"]]] = item["CFItemType"].casefold()
            item["CFItemType"] = ANDERS[item["CFItemType"]]
    terug = lees(json.dumps(uit).encode(), "case", typen=typen)
    assert sorted(c.tekst for c in terug.succescriteria) == sorted(c.tekst for c in kader.succescriteria)
    assert [lijn.naam for lijn in terug.leerlijnen] == [lijn.naam for lijn in kader.leerlijnen]
    assert [niveau.fase for niveau in terug.niveaus] == [niveau.fase for niveau in kader.niveaus]
    assert len(terug.leeruitkomsten) == len(kader.leeruitkomsten)
    assert lees(schrijf(terug, "case"), "case") == terug


@pytest.mark.parametrize("kader", KADERS.values(), ids=KADERS)
def test_without_the_rest_codes_and_texts_are_what_they_were(kader: Raamwerk) -> None:
    """As OpenCASE gives it back: extensions are gone."""
    uit: Pakket = json.loads(schrijf(kader, "case", versie="1.1"))
    del uit["CFDocument"]["extensions"]
    terug = lees(json.dumps(uit).encode(), "case")
    assert [(c.code, c.tekst) for c in terug.succescriteria] == [(c.code, c.tekst) for c in kader.succescriteria]
    assert [(u.code, u.tekst) for u in terug.leeruitkomsten] == [(u.code, u.tekst) for u in kader.leeruitkomsten]
    assert [*terug.niveaus] == [*kader.niveaus]


@given(kader=st.sampled_from([*KADERS.values()]), data=st.data())
def test_items_that_lose_their_code_get_one(kader: Raamwerk, data: st.DataObject) -> None:
    uit: Pakket = json.loads(schrijf(kader, "case", versie="1.1"))
    del uit["CFDocument"]["extensions"]
    kandidaten = [n for n, item in enumerate(uit["CFItems"]) if item["CFItemType"] != "EvL"]
    for plaats in data.draw(st.sets(st.sampled_from(kandidaten), max_size=min(4, len(kandidaten) // 2))):
        uit["CFItems"][plaats].pop("humanCodingScheme")
    terug = lees(json.dumps(uit).encode(), "case")
    assert sorted(c.tekst for c in terug.succescriteria) == sorted(c.tekst for c in kader.succescriteria)
    assert [lijn.naam for lijn in terug.leerlijnen] == [lijn.naam for lijn in kader.leerlijnen]
    assert lees(schrijf(terug, "case"), "case") == terug


def test_items_that_a_server_adds_get_a_code_behind_the_others(kader: Raamwerk) -> None:
    uit: Pakket = json.loads(schrijf(kader, "case", versie="1.1"))
    soorten = {"WP2": "Succescriterium", "": "Leerlijn"}
    van = {item["humanCodingScheme"]: item["identifier"] for item in uit["CFItems"]} | {
        "": uit["CFDocument"]["identifier"]
    }
    for nummer, (boven, soort) in enumerate(soorten.items()):
        eigen = f"00000000-0000-4000-8000-{nummer:012}"
        uit["CFItems"].append(
            {"identifier": eigen, "fullStatement": f"Nieuw {soort}", "humanCodingScheme": "N-1", "notes": "n"}
        )
        uit["CFAssociations"].append(
            {
                "associationType": "isChildOf", "originNodeURI": {"identifier": eigen},
                "destinationNodeURI": {"identifier": van[boven]},
            }
        )  # fmt: skip
    terug = lees(json.dumps(uit).encode(), "case")
    assert [(terug["WP2.7a"].tekst, terug["WP2.7a"].notatie)] == [("Nieuw Succescriterium", "N-1")]
    assert (terug["A"].naam, terug["A"].omschrijving) == ("Nieuw Leerlijn", "n")
    assert [str(noot) for noot in terug.bron.verantwoording[len(kader.bron.verantwoording) :]] == [
        "aangevuld: codes, naar de plaats: A, WP2.7a",
        "code in het pakket: van leerlijnen en EvL's: A is 'N-1'",
        "niet overgenomen: 1 × notes",
        "niet overgenomen: 1 × CFRubric",
    ]
    assert len(terug.succescriteria) == len(kader.succescriteria) + 1


def test_an_item_of_ours_that_ended_on_a_server_is_an_ended_code(kader: Raamwerk) -> None:
    uit: Pakket = json.loads(schrijf(kader, "case", versie="1.1"))
    per_code = {item["humanCodingScheme"]: item for item in uit["CFItems"]}
    per_code["WP2.4a"]["statusEndDate"] = "2026-01-01"
    per_code["WP2.5a"] |= {"statusEndDate": "2026-01-01", "humanCodingScheme": "weg"}
    terug = lees(json.dumps(uit).encode(), "case")
    assert [(einde.code, einde.opvolgers) for einde in terug.vervallen] == [("WP2.4a", ())]
    assert len(terug.succescriteria) == len(kader.succescriteria) - 2
    assert [str(noot) for noot in terug.bron.verantwoording[-2:]] == [
        "niet overgenomen: 1 × vervallen item zonder code",
        "niet overgenomen: 1 × CFRubric",
    ]
    uit = json.loads(schrijf(terug, "case"))
    uit["CFItems"] = [item for item in uit["CFItems"] if item["humanCodingScheme"] != "WP2.4a"] + [per_code["WP2.4a"]]
    assert lees(json.dumps(uit).encode(), "case").vervallen == terug.vervallen
