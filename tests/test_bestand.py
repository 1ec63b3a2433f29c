"""The data file, checked by cattrs."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bestand import FORMAAT, uit_gegevens
from leeruitkomsten.verpakt import VERSIE, lees_gegevens


@pytest.fixture
def gegevens() -> dict[str, Any]:
    return copy.deepcopy(lees_gegevens(VERSIE))


def test_the_packaged_file_has_the_shape_and_both_ways_give_equal_objects(kader: Raamwerk) -> None:
    gegevens = lees_gegevens(VERSIE)
    assert gegevens["formaat"] == FORMAAT
    assert uit_gegevens(gegevens) == kader
    assert uit_gegevens(json.loads(json.dumps(gegevens))) == kader


def test_every_fault_is_named_with_its_path(gegevens: dict[str, Any]) -> None:
    del gegevens["naam"]
    gegevens["formaat"] = True
    gegevens["bron"]["verwijzingen"][1] = None
    gegevens["niveaus"] = "1234"
    gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"][2]["tekst"] = 3
    gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"][2]["kleur"] = "rood"
    gegevens["leerlijnen"][1] = []
    gegevens["extra"] = {}
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(gegevens)
    assert [str(f) for f in fout.value.bevindingen] == [
        "formaat: hier hoort een geheel getal, er staat True",
        "naam: deze sleutel ontbreekt",
        "bron.verwijzingen[1]: hier hoort tekst, er staat None",
        "niveaus: hier hoort een lijst, er staat '1234'",
        "leerlijnen[0].leeruitkomsten[1].succescriteria[2].tekst: hier hoort tekst, er staat 3",
        "leerlijnen[0].leeruitkomsten[1].succescriteria[2].kleur: deze sleutel is onbekend",
        "leerlijnen[1]: hier hoort een object, er staat een lijst",
        "extra: deze sleutel is onbekend",
    ]


@pytest.mark.parametrize("gegevens", [None, [], "tekst", 3])
def test_what_is_no_object_at_all_is_refused(gegevens: object) -> None:
    with pytest.raises(OngeldigRaamwerk, match="het bestand: hier hoort een object"):
        uit_gegevens(gegevens)


def test_begeleiding_may_be_null_and_nothing_else_may(gegevens: dict[str, Any]) -> None:
    gegevens["niveaus"][1]["begeleiding"] = None
    assert uit_gegevens(gegevens).niveau(2).begeleiding is None
    gegevens["niveaus"][1]["begeleiding"] = 3
    gegevens["niveaus"][2]["fase"] = None
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(gegevens)
    assert [f.pad for f in fout.value.bevindingen] == ["niveaus[1].begeleiding", "niveaus[2].fase"]
