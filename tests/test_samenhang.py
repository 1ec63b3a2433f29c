"""How the parts of a data file hang together, its shape, and the JSON Schema that says the same."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import leeruitkomsten as lu
from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bestanden.raamwerkbestand import raamwerkschema, uit_gegevens
from leeruitkomsten.record import namen_van
from leeruitkomsten.samenhang import samenhangfouten

Gegevens = dict[str, Any]
DATA = Path(lu.__file__).parent / "data"
A1, A2 = "leerlijnen[1].leeruitkomsten[0]", "leerlijnen[1].leeruitkomsten[1]"


@pytest.fixture
def gegevens(klein: Raamwerk) -> Gegevens:
    """Leerlijnen PED and A, three niveaus; A1 has the criteria A1.1a, A1.2a and A1.4a, and an erratum."""
    gegevens = copy.deepcopy(klein.als_dict())
    gegevens["errata"] = [{"code": "A1", "veld": "tekst", "staat": "<u", "bedoeld": "<U", "reden": "proef"}]
    return {**gegevens, "vervallen": []}


@pytest.fixture
def criteria(gegevens: Gegevens) -> list[Gegevens]:
    """Those of A1."""
    return gegevens["leerlijnen"][1]["leeruitkomsten"][0]["succescriteria"]


def fouten(gegevens: object) -> list[str]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(gegevens)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def test_it_is_sound_to_begin_with(gegevens: Gegevens) -> None:
    assert uit_gegevens(gegevens).als_dict() == gegevens


def test_two_criteria_may_not_have_one_code(gegevens: Gegevens, criteria: list[Gegevens]) -> None:
    criteria.insert(1, {"code": "A1.1a", "tekst": "nog eens"})
    assert fouten(gegevens) == [f"{A1}.succescriteria[1].code: 'A1.1a' staat ook bij {A1}.succescriteria[0]"]


def test_two_leerlijnen_may_not_have_one_code(gegevens: Gegevens) -> None:
    gegevens["leerlijnen"].append(copy.deepcopy(gegevens["leerlijnen"][0]))
    assert "leerlijnen[2].code: 'PED' staat ook bij leerlijnen[0]" in fouten(gegevens)


@pytest.mark.parametrize("code", ["A2", "a1", "A01", "PED1", "A1.1a"])
def test_a_leeruitkomst_has_the_code_of_its_place(code: str, gegevens: Gegevens) -> None:
    gegevens["leerlijnen"][1]["leeruitkomsten"][0]["code"] = code
    assert f"{A1}.code: op deze plaats hoort 'A1', er staat '{code}'" in fouten(gegevens)


@pytest.mark.parametrize(
    "code", ["A2.1a", "PED1.1a", "A1.1", "A1.0a", "A1.01a", "A1.1A", "A1.1abcd", "A1.10000a", "A1"]
)
def test_a_criterium_has_a_code_of_its_leeruitkomst(code: str, gegevens: Gegevens, criteria: list[Gegevens]) -> None:
    criteria[0]["code"] = code
    assert f"{A1}.succescriteria[0].code: hier hoort een code als 'A1.1a', er staat '{code}'" in fouten(gegevens)


@pytest.mark.parametrize("code", ["wp", "W1", "NEGENTIEN", "EVL", "Ä", "A B"])
def test_the_code_of_a_leerlijn_has_its_form(code: str, gegevens: Gegevens) -> None:
    gegevens["leerlijnen"] = [{"code": code, "naam": "x", "leeruitkomsten": []}]
    reden = f"hier hoort de code van een leerlijn (1 tot en met 8 hoofdletters), zoals 'WP', er staat '{code}'"
    assert f"leerlijnen[0].code: {reden}" in fouten(gegevens)


@pytest.mark.parametrize("weg", ["code", "naam"])
def test_what_a_leerlijn_lacks_is_one_fault(weg: str, gegevens: Gegevens) -> None:
    del gegevens["leerlijnen"][0][weg]
    assert fouten(gegevens) == [f"leerlijnen[0].{weg}: deze sleutel ontbreekt"]


def test_order_is_that_of_row_and_letter(gegevens: Gegevens, criteria: list[Gegevens]) -> None:
    criteria.append({"code": "A1.10a", "tekst": "rij tien komt na rij vier"})
    assert uit_gegevens(gegevens)["A1.10a"]
    criteria.append({"code": "A1.9b", "tekst": "te laat"})
    assert fouten(gegevens) == [f"{A1}.succescriteria[4].code: 'A1.9b' staat niet op volgorde van rij en letter"]


def test_a_niveau_may_not_skip(gegevens: Gegevens) -> None:
    gegevens["niveaus"][2]["nummer"] = 4
    assert fouten(gegevens) == ["niveaus[2].nummer: niveaus tellen op vanaf 1: hier hoort 3, er staat 4"]


def test_each_leerlijn_has_a_leeruitkomst_for_each_niveau(gegevens: Gegevens) -> None:
    gegevens["leerlijnen"][0]["leeruitkomsten"].pop()
    zin = "hier horen 3 leeruitkomsten, één voor elk niveau, er staan er 2"
    assert fouten(gegevens) == [f"leerlijnen[0].leeruitkomsten: {zin}"]


def test_a_framework_has_a_leerlijn_and_a_niveau(gegevens: Gegevens) -> None:
    gegevens["errata"] = []
    gegevens["leerlijnen"] = []
    assert fouten(gegevens) == ["leerlijnen: een raamwerk heeft ten minste één leerlijn"]
    for leerlijnen in ([], lu.laad().als_dict()["leerlijnen"], [{"code": "A", "naam": "x", "leeruitkomsten": []}]):
        assert any(f.startswith("niveaus: ") for f in fouten({**gegevens, "niveaus": [], "leerlijnen": leerlijnen}))


def test_an_empty_cell_is_fine_and_a_missing_one_is_not(gegevens: Gegevens) -> None:
    uitkomst = gegevens["leerlijnen"][1]["leeruitkomsten"][0]
    uitkomst["succescriteria"] = []
    assert uit_gegevens(gegevens)["A1"].succescriteria == ()
    uitkomst["succescriteria"] = None
    assert fouten(gegevens) == [f"{A1}.succescriteria: hier hoort een lijst, er staat null"]
    del uitkomst["succescriteria"]
    assert fouten(gegevens) == [f"{A1}.succescriteria: deze sleutel ontbreekt"]


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("", "deze tekst is leeg"),
        (" ", "er staat een spatie te veel in ' '"),
        ("een  twee", "er staat een spatie te veel in 'een  twee'"),
        ("een ", "er staat een spatie te veel in 'een '"),
        ("cafe\u0301 dicht", "de tekst staat niet in Unicode NFC: 'café dicht'"),
        *((f"een{t}twee drie", f"het teken U+{ord(t):04X} mag niet in een tekst staan")
          for t in "\x00\t\n\x7f\x85\xa0\xad\u200b\u200e\u2028\u202e\u2066\u3000\ud800\ue000\ufeff\U000e0001"),
        ("een twee\u202e", "het teken U+202E mag niet in een tekst staan"),
        (7, "hier hoort tekst, er staat 7"),
    ],
)  # fmt: skip
def test_a_text_is_one_clean_line(tekst: object, reden: str, gegevens: Gegevens, criteria: list[Gegevens]) -> None:
    criteria[0]["tekst"] = tekst
    reden = reden.replace("'café", "'cafe\u0301")
    assert fouten(gegevens) == [f"{A1}.succescriteria[0].tekst: {reden}"]


@pytest.mark.parametrize(
    "tekst", ["een \U0001f469\u200d\U0001f3eb voor de klas", "می\u200cخواهم این را", "é ’ … – ½ 😀"]
)
def test_a_text_may_have_what_its_language_needs(tekst: str, gegevens: Gegevens, criteria: list[Gegevens]) -> None:
    criteria[0]["tekst"] = tekst
    assert lu.lees(lu.schrijf(uit_gegevens(gegevens)))["A1.1a"].tekst == tekst


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"staat": "<x"}, "staat: '<x' staat 0 keer in 'A1', dat moet één keer zijn"),
        ({"code": "PED1", "veld": "tekst", "staat": "t"}, "staat: 't' staat 2 keer in 'PED1', dat moet één keer zijn"),
        ({"code": "A9"}, "code: 'A9' staat niet in dit raamwerk"),
        ({"veld": "naam"}, "veld: 'A1' heeft geen 'naam'"),
        ({"veld": "kleur"}, "veld: hier hoort 'naam' of 'tekst', er staat 'kleur'"),
        ({"bedoeld": "<u"}, "bedoeld: hier staat hetzelfde als bij 'staat'"),
    ],
)
def test_an_erratum_applies_once(anders: Gegevens, fout: str, gegevens: Gegevens) -> None:
    gegevens["errata"][0] |= anders
    assert f"errata[0].{fout}" in fouten(gegevens)


def test_a_text_has_a_hundred_errata_at_most(gegevens: Gegevens) -> None:
    woorden = [f"w{nummer:03}" for nummer in range(101)]
    gegevens["leerlijnen"][1]["leeruitkomsten"][0]["tekst"] = " ".join(woorden)
    errata = [{"code": "A1", "veld": "tekst", "staat": w, "bedoeld": w.upper(), "reden": "proef"} for w in woorden]
    ander = {"code": "A2", "veld": "tekst", "staat": "<u", "bedoeld": "<U", "reden": "proef"}
    assert len(uit_gegevens({**gegevens, "errata": [*errata[:100], ander]}).errata) == 101
    te_veel = {**gegevens, "errata": [ander, *errata]}
    assert fouten(te_veel) == ["errata[101]: er horen ten hoogste 100 errata bij één tekst"]


def ended(code: str, *opvolgers: str) -> Gegevens:
    return {"code": code, "opvolgers": [*opvolgers], "sinds": "0.1", "reden": "proef"}


@pytest.mark.parametrize(
    ("vervallen", "fout"),
    [
        ([ended("A1.1a")], "[0].code: 'A1.1a' staat nog in het raamwerk, bij " + A1 + ".succescriteria[0]"),
        ([ended("A1.9a"), ended("A1.9a")], "[1].code: 'A1.9a' staat hier al eerder"),
        (
            [ended("A1.9a", "A1.1a", "A1.8a")],
            "[0].opvolgers[1]: 'A1.8a' staat niet in dit raamwerk en is ook niet vervallen",
        ),
        ([ended("A1.9a", "A1.9a")], "[0].opvolgers: 'A1.9a' wordt langs een omweg door zichzelf opgevolgd"),
        (
            [ended("A1.8a", "A1.9a"), ended("A1.9a", "A1.8a")],
            "[0].opvolgers: 'A1.8a' wordt langs een omweg door zichzelf opgevolgd",
        ),
        ([ended("a1")], "[0].code: 'a1' heeft niet de vorm van een code"),
    ],
)
def test_an_ended_code_is_gone_and_leads_somewhere(vervallen: list[Gegevens], fout: str, gegevens: Gegevens) -> None:
    gegevens["vervallen"] = vervallen
    assert f"vervallen{fout}" in fouten(gegevens)


@pytest.mark.parametrize("code", ["A.1", "A1.1", "EvL1"])
def test_any_code_that_still_exists_has_not_ended(code: str, gegevens: Gegevens) -> None:
    gegevens["vervallen"] = [ended(code)]
    assert any(f.startswith("vervallen[0].code: ") for f in fouten(gegevens))


def test_a_long_chain_of_ended_codes_is_sound_until_it_closes(gegevens: Gegevens) -> None:
    codes = [f"{lijn}1.{rij}a" for lijn in "XY" for rij in range(1, 4000)]
    gegevens["vervallen"] = [ended(een, ander) for een, ander in zip(codes, [*codes[1:], "A1.1a"], strict=True)]
    assert uit_gegevens(gegevens).opvolgers(codes[0]) == ("A1.1a",)
    gegevens["vervallen"][-1]["opvolgers"] = [codes[0]]
    assert len(fouten(gegevens)) == 100


def test_the_faults_within_an_object_with_a_double_key_are_named_as_well(kader: Raamwerk) -> None:
    inhoud = (
        lu.schrijf(kader)
        .replace(b'"naam": "Leeruitkomsten', b'"naam": "x", "naam": "Leeruitkomsten')
        .replace(b'"formaat": 2', b'"formaat": 3')
    )
    with pytest.raises(OngeldigRaamwerk) as fout:
        lu.lees(inhoud)
    assert {bevinding.pad for bevinding in fout.value.bevindingen} == {"het bestand", "formaat"}


def test_the_schema_in_the_docs_is_that_of_the_package(wortel: Path) -> None:
    assert (wortel / "docs" / "raamwerk.schema.json").read_bytes() == (DATA / "raamwerk.schema.json").read_bytes()


SCHEMA: Gegevens = json.loads((DATA / "raamwerk.schema.json").read_text("utf-8"))
KEURING = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_packaged_schema_is_that_of_the_model() -> None:
    assert raamwerkschema() == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("naam", ["kader", "klein"])
def test_a_sound_file_is_valid_under_the_schema(naam: str, request: pytest.FixtureRequest) -> None:
    KEURING.validate(json.loads(lu.schrijf(request.getfixturevalue(naam))))
    for pad in DATA.glob("werkplekleren-*.json"):
        KEURING.validate(json.loads(pad.read_text("utf-8")))


ONGELDIG: list[tuple[str, object]] = [
    ("formaat", 3), ("formaat", "2"), ("sleutel", "A"), ("sleutel", "a b"), ("taal", ""), ("taal", None), ("uitgever", ""), ("licentie", 1), ("formaat", True), ("naam", ""), ("naam", None), ("versie", "1 0"), ("versie", 1.0),
    ("datum", "24-11-2026"), ("datum", "2026-13-01"), ("bron/sha256", "abc"), ("bron/verwijzingen/0", 1), ("bron", []),
    ("bron/extra", "x"), ("niveaus/0/nummer", 0), ("niveaus/0/nummer", 100), ("niveaus/0/nummer", "1"),
    ("niveaus/0/begeleiding", ""), ("niveaus", {}), ("leerlijnen", None), ("leerlijnen/0/leeruitkomsten/0/succescriteria", {}),
    ("leerlijnen/1/leeruitkomsten/0/succescriteria/0/tekst", ""), ("errata/0/veld", "code"), ("kleur", "rood"), ("", []),
    ("vervallen", [{"code": "A1.9a", "opvolgers": "A1", "sinds": "1", "reden": "x"}]),
]  # fmt: skip


@pytest.mark.parametrize(("pad", "waarde"), ONGELDIG)
def test_what_has_another_shape_is_refused_by_both(pad: str, waarde: object, gegevens: Gegevens) -> None:
    *stappen, laatste = pad.split("/")
    deel: Any = gegevens
    for stap in stappen:
        deel = deel[int(stap) if stap.isdecimal() else stap]
    deel[int(laatste) if laatste.isdecimal() else laatste] = waarde
    keur = waarde if not pad else gegevens
    assert fouten(keur)
    assert not KEURING.is_valid(keur)


@pytest.mark.parametrize("sleutel", ["formaat", *namen_van(Raamwerk)[0]])
def test_a_key_that_is_missing_is_refused_by_both(sleutel: str, gegevens: Gegevens) -> None:
    del gegevens[sleutel]
    assert f"{sleutel}: deze sleutel ontbreekt" in fouten(gegevens)
    assert not KEURING.is_valid(gegevens)


def test_errata_that_overlap_are_refused(kader: Raamwerk) -> None:
    tekst = kader["WP1.1a"].tekst
    een, ander = tekst[:8], tekst[4:12]
    errata = [
        {"code": "WP1.1a", "veld": "tekst", "staat": s, "bedoeld": "x", "reden": "r"} for s in (een, ander, tekst[8:12])
    ]
    gevonden = samenhangfouten({**kader.als_dict(), "errata": errata})
    assert [(b.pad, b.soort) for b in gevonden] == [
        ("errata[1].staat", "tegenspraak"),
        ("errata[2].staat", "tegenspraak"),
    ]
    assert samenhangfouten({**kader.als_dict(), "errata": [errata[0], errata[2]]}) == []
