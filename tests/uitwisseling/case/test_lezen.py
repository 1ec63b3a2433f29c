"""CASE as it is read: back to the same framework, and of a file of foreign make every reason why it does not fit."""

from __future__ import annotations

import copy
import doctest
import io
import itertools
import json
import random
from pathlib import Path
from typing import Any

import attrs
import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN, maak
from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bouwen import bouw, met_errata
from leeruitkomsten.uitwisseling import lees, schrijf
from leeruitkomsten.uitwisseling.case import lezen as case_lezen
from uitwisseling.case.pakketten import ergens
from uitwisseling.vijandig import vijandig

Pakket = dict[str, Any]
VIJANDIG = maak(
    ["A", "EV"],
    2,
    {
        "A1.1a": "<script>alert(\"x\")</script> & 'y' \\ \\u0000 {{7*7}} =1+1",
        "A1.1b": "🧑🏽‍🏫 العربية עברית *vet* `code` #kop [link](javascript:x)",
        "A1.2a": "x" * 5000,
        "A2.1a": '"}],"CFItems":[{"null":null}]',
        "A2.1b": "Wat CASE 1.0 niet kent (bron, inleiding, errata en vervallen codes), als JSON: {}",
        "A2.2a": "Begeleiding: null",
        "A2.2b": "Wat CASE 1.0 niet kent, als JSON: {}",
    },
)
LASTIG = VIJANDIG.als_dict()
LASTIG["naam"] = 'Begeleiding: "naam" <b>'
LASTIG["niveaus"][1]["begeleiding"] = "Begeleiding: Begeleiding: x"
LASTIG["inleiding"] = [{"bij": "a", "tekst": "Wat CASE 1.0 niet kent (bron, inleiding, errata en vervallen codes), als JSON: {}"}]  # fmt: skip
LASTIG["vervallen"].append({"code": "OUD", "opvolgers": [], "sinds": "0.0", "reden": "\u200c \"'\\"})
KADERS = {
    **RAAMWERKEN,
    "vijandig": VIJANDIG,
    "lastig": bouw(LASTIG),
    "met errata": bouw(met_errata(RAAMWERKEN["verpakt"].als_dict())),
    "zonder inleiding": bouw({**RAAMWERKEN["klein"].als_dict(), "inleiding": [], "errata": [], "vervallen": []}),
    "met alles": vijandig(),
    "in het Engels": attrs.evolve(vijandig(), taal="en-GB", sleutel="in-english"),
}
FORMAAT1 = Path(__file__).parent / "formaat1"
"""Files that an earlier version wrote, in which the rest has formaat 1: read for good."""


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
@pytest.mark.parametrize("opties", [{}, {"base_uri": "https://case.example.nl", "precedes_criteria": True}], ids=["plain", "options"])  # fmt: skip
@pytest.mark.parametrize("kader", KADERS.values(), ids=KADERS)
def test_the_round_trip_gives_an_equal_framework(kader: Raamwerk, versie: str, opties: Pakket) -> None:
    inhoud = schrijf(kader, "case", versie=versie, **opties)
    terug = lees(inhoud, "case")
    assert terug == kader
    assert terug.bron == kader.bron
    assert schrijf(terug, "case", versie=versie, **opties) == inhoud


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_what_an_earlier_version_wrote_is_still_read(klein: Raamwerk, versie: str) -> None:
    inhoud = (FORMAAT1 / f"klein-{versie}.json").read_bytes()
    assert lees(inhoud, "case") == klein
    assert b"formaat" in inhoud
    assert b"sleutel" not in inhoud


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_the_first_shape_has_no_key_and_no_other_language(versie: str) -> None:
    uit = json.loads((FORMAAT1 / f"klein-{versie}.json").read_bytes())
    uit["CFDocument"]["language"] = "en"
    assert fouten(uit) == ["CFDocument.language: hier hoort 'nl', er staat 'en'"]
    uit = json.loads((FORMAAT1 / "klein-1.1.json").read_bytes())
    uit["CFDocument"]["extensions"]["leeruitkomsten"]["sleutel"] = "klein"
    assert fouten(uit) == [
        "CFDocument.extensions.leeruitkomsten.sleutel: deze sleutel hoort bij formaat 2; zet 'formaat' op 2"
    ]


def test_what_an_item_has_no_field_for_stands_with_its_code() -> None:
    kader = vijandig()
    rest = pakket(kader)["CFDocument"]["extensions"]["leeruitkomsten"]
    notaties = {c.code: c.notatie for c in (*kader.leeruitkomsten, *kader.succescriteria) if c.notatie}
    assert {code: deel["notatie"] for code, deel in rest["erbij"].items() if "notatie" in deel} == notaties
    assert {code: deel for code, deel in rest["erbij"].items() if code not in notaties} == {
        lijn.code: {
            "omschrijving": lijn.omschrijving,
            "rijnamen": [{"rij": n.rij, "naam": n.naam, "uit_bron": n.uit_bron} for n in lijn.rijnamen],
        }
        for lijn in kader.leerlijnen
    }
    assert [rest[naam] for naam in ("sleutel", "taal", "uitgever", "licentie")] == [
        kader.sleutel, kader.taal, kader.uitgever, kader.licentie,
    ]  # fmt: skip


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_licence_and_publisher_come_back_also_without_the_rest(klein: Raamwerk, versie: str) -> None:
    kader = attrs.evolve(klein, licentie="CC BY 4.0", uitgever="Hogeschool X")
    uit = pakket(kader, versie=versie)
    assert lees(json.dumps(uit).encode(), "case") == kader
    for naam in ("extensions", "notes"):
        uit["CFDocument"].pop(naam, None)
    terug = lees(json.dumps(uit).encode(), "case")
    assert (terug.licentie, terug.uitgever) == ("CC BY 4.0", "Hogeschool X")
    assert not any("licen" in str(noot).lower() for noot in terug.bron.verantwoording)


def test_another_licence_than_the_framework_states_is_counted(klein: Raamwerk) -> None:
    kader = attrs.evolve(klein, licentie="CC BY 4.0")
    uit = pakket(kader)
    uit["CFDefinitions"]["CFLicenses"][0]["title"] = "CC0"
    terug = lees(json.dumps(uit).encode(), "case")
    assert terug.licentie == "CC BY 4.0"
    assert "niet overgenomen: 1 × licenseURI 'CC0': het raamwerk heeft 'CC BY 4.0'" in map(
        str, terug.bron.verantwoording
    )
    gegeven = lees(json.dumps(uit).encode(), "case", licentie="CC0")
    assert gegeven.licentie == "CC0"
    assert not any("licenseURI" in str(noot) for noot in gegeven.bron.verantwoording)


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_a_publisher_that_a_server_states_is_taken_as_a_licence_is(klein: Raamwerk, versie: str) -> None:
    """Where the framework states none; another one is counted. So is what `uitgever=` says."""
    uit = pakket(klein, versie=versie)
    uit["CFDocument"]["publisher"] = "Hogeschool X"
    assert lees(json.dumps(uit).encode(), "case") == attrs.evolve(klein, uitgever="Hogeschool X")
    uit = pakket(attrs.evolve(klein, uitgever="Onderwijscoöperatie"), versie=versie)
    uit["CFDocument"]["publisher"] = "Hogeschool X"
    terug = lees(json.dumps(uit).encode(), "case")
    assert terug.uitgever == "Onderwijscoöperatie"
    zin = "niet overgenomen: 1 × publisher 'Hogeschool X': het raamwerk heeft 'Onderwijscoöperatie'"
    assert str(terug.bron.verantwoording[-1]) == zin
    gegeven = lees(json.dumps(uit).encode(), "case", uitgever="Hogeschool X")
    assert gegeven == attrs.evolve(klein, uitgever="Hogeschool X")


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_a_rubric_that_no_longer_says_what_the_tree_says_is_counted(kader: Raamwerk, versie: str) -> None:
    def anders(bederf: Any) -> list[str]:
        uit = pakket(kader, versie=versie)
        bederf(uit["CFRubrics"])
        terug = lees(json.dumps(uit).encode(), "case")
        assert [*terug.succescriteria] == [*kader.succescriteria]
        return [str(noot) for noot in terug.bron.verantwoording[len(kader.bron.verantwoording) :]]

    def trede(rubrics: Any) -> Any:
        return rubrics[1]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][0]

    geteld = ["niet overgenomen: 1 × CFRubric"]
    assert anders(lambda r: trede(r).update(description="Iets anders.")) == geteld
    assert anders(lambda r: trede(r).update(quality="Elders")) == geteld
    assert anders(lambda r: trede(r).update(score=1)) == geteld
    assert anders(lambda r: r[0].update(title="Elders")) == geteld
    assert anders(lambda r: r.append(r[0])) == geteld
    assert anders(lambda r: r[0].update(x=1)) == ["niet overgenomen: 1 × x (CFRubric)"]
    assert anders(lambda r: r[2].pop("CFRubricCriteria")) == geteld
    assert (
        anders(lambda r: [trede(r).update(description=trede(r)["description"].replace(" ", "\n")), r.reverse()]) == []
    )


def test_names_of_rows_come_back_from_the_rubrics_where_a_server_dropped_the_rest() -> None:
    for kader in (RAAMWERKEN["verpakt"], RAAMWERKEN["breed"], RAAMWERKEN["klein"]):
        uit = pakket(kader)
        del uit["CFDocument"]["extensions"]
        terug = lees(json.dumps(uit).encode(), "case")
        assert [lijn.rijnamen for lijn in terug.leerlijnen] == [lijn.rijnamen for lijn in kader.leerlijnen]
        assert not any("CFRubric" in str(noot) for noot in terug.bron.verantwoording)


def test_rubrics_of_a_tree_of_ours_are_read_where_somebody_asks(kader: Raamwerk) -> None:
    terug = lees(schrijf(kader, "case", versie="1.0"), "case")
    assert terug == kader
    uit = pakket(kader)
    del uit["CFDocument"]["extensions"]
    rubrics = lees(json.dumps(uit).encode(), "case", typen={"CFRubric": "leerlijn"})
    assert [rij.naam for rij in rubrics.rijen] == [rij.benaming for rij in kader.rijen]
    assert [niveau.fase for niveau in rubrics.niveaus] == [niveau.fase for niveau in kader.niveaus]
    assert len(rubrics.succescriteria) == 75


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
def test_what_ended_comes_back_without_the_rest(versie: str) -> None:
    einden = [
        {"code": "A1.9z", "opvolgers": ["A1.1a", "A1.9y"], "sinds": "0.2", "reden": "Samengevoegd."},
        {"code": "A1.9y", "opvolgers": ["A1"], "sinds": "0.1", "reden": "Weg."},
    ]
    kader = maak(["A"], 1, {"A1.1a": "x"}, vervallen=einden)
    uit = pakket(kader, versie=versie)
    assert lees(json.dumps(uit).encode(), "case") == kader
    for naam in ("extensions", "notes"):
        uit["CFDocument"].pop(naam, None)
    assert lees(json.dumps(uit).encode(), "case").vervallen == kader.vervallen
    uit["CFItems"][-1]["notes"] = "Anders"  # of A1.9z
    laatste = lees(json.dumps(uit).encode(), "case").vervallen[-1]
    assert (laatste.sinds, laatste.reden) == ("0.1", "volgens het pakket beëindigd op 2026-01-01: Samengevoegd.")


LANGE_NAAM = "Leeruitkomsten. " * 20 + "Einde"


@pytest.mark.parametrize("versie", ["1.1", "1.0"])
@pytest.mark.parametrize("einde", ["", "...", "…", " …"])
def test_a_name_that_opensalt_cuts_comes_back_whole(klein: Raamwerk, versie: str, einde: str) -> None:
    kader = attrs.evolve(klein, naam=LANGE_NAAM)
    uit = pakket(kader, versie=versie)
    assert uit["CFDocument"]["title"] == LANGE_NAAM
    uit["CFDocument"]["title"] = LANGE_NAAM[: 120 - len(einde)] + einde
    uit["CFDocument"]["description"] = "Cut too."
    assert lees(json.dumps(uit).encode(), "case") == kader
    uit["CFDocument"]["title"] = "Leeruitkomsten"
    assert lees(json.dumps(uit).encode(), "case").naam == "Leeruitkomsten"


def test_a_name_in_the_rest_that_is_none_is_told_where_it_stands(klein: Raamwerk) -> None:
    uit = pakket(klein)
    uit["CFDocument"]["extensions"]["leeruitkomsten"]["naam"] = 3
    assert fouten(uit) == [f"{BEGIN}.naam: hier hoort tekst, er staat 3"]


def _erbij(**delen: Any) -> Any:
    return lambda p: p["CFDocument"]["extensions"]["leeruitkomsten"].update(erbij=delen)


BEGIN = "CFDocument.extensions.leeruitkomsten"
FOUT_ERBIJ: dict[str, tuple[Any, list[str]]] = {
    "of another kind": (lambda p: p["CFDocument"]["extensions"]["leeruitkomsten"].update(erbij=[]), [f"{BEGIN}.erbij: hier hoort een object, er staat een lijst"]),
    "no object": (_erbij(A=3), [f"{BEGIN}.erbij.A: hier hoort een object, er staat 3"]),
    "no such item": (_erbij(**{"B": {"omschrijving": "x"}, "EvL1": {}, "A9.1a": {}}), [
        f"{BEGIN}.erbij.B: geen leerlijn, leeruitkomst of succescriterium in dit bestand heeft deze code",
        f"{BEGIN}.erbij.EvL1: geen leerlijn, leeruitkomst of succescriterium in dit bestand heeft deze code",
        f"{BEGIN}.erbij['A9.1a']: geen leerlijn, leeruitkomst of succescriterium in dit bestand heeft deze code",
    ]),
    "of another soort": (_erbij(A={"notatie": "1"}, A1={"omschrijving": "x"}), [
        f"{BEGIN}.erbij.A.notatie: hiervoor heeft een raamwerk geen plaats",
        f"{BEGIN}.erbij.A1.omschrijving: hiervoor heeft een raamwerk geen plaats",
    ]),
    "what stands in the item": (_erbij(A1={"tekst": "x"}), [f"{BEGIN}.erbij.A1.tekst: hiervoor heeft een raamwerk geen plaats"]),
    "wrong values": (_erbij(**{"A": {"omschrijving": " x", "rijnamen": [{"rij": "A.99", "naam": "x", "uit_bron": 1}]}, "A1.1a": {"notatie": 7}}), [
        f"{BEGIN}.erbij.A.omschrijving: er staat een spatie te veel in ' x'",
        f"{BEGIN}.erbij.A.rijnamen[0].rij: 'A.99' is geen rij van deze leerlijn",
        f"{BEGIN}.erbij.A.rijnamen[0].uit_bron: hier hoort true of false, er staat 1",
        f"{BEGIN}.erbij['A1.1a'].notatie: hier hoort tekst, er staat 7",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("bederf", "hoort"), FOUT_ERBIJ.values(), ids=FOUT_ERBIJ)
def test_what_stands_with_a_code_is_checked(klein: Raamwerk, bederf: Any, hoort: list[str]) -> None:
    uit = pakket(klein)
    bederf(uit)
    assert sorted(fouten(uit)) == sorted(hoort)


def test_it_reads_a_path_and_open_files(klein: Raamwerk, tmp_path: Path) -> None:
    pad = tmp_path / "kader.json"
    inhoud = schrijf(klein, "case", pad)
    bronnen = (pad, str(pad), io.BytesIO(inhoud), io.StringIO(inhoud.decode()))
    assert all(lees(bron, "case") == klein for bron in bronnen)


def pakket(kader: Raamwerk, **opties: Any) -> Pakket:
    """A package as plain data: of 1.1, which has a place of its own for what CASE does not know."""
    gelezen: Pakket = json.loads(schrijf(kader, "case", **{"versie": "1.1", **opties}))
    return gelezen


def fouten(gegevens: object) -> list[str]:
    inhoud = gegevens if isinstance(gegevens, bytes) else json.dumps(gegevens).encode()
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(inhoud, "case")
    assert str(fout.value)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def test_what_a_server_does_to_a_file_does_not_matter(kader: Raamwerk) -> None:
    uit = pakket(kader)
    uit["CFDocument"] |= {
        "creator": "Hogeschool", "adoptionStatus": "Draft", "officialSourceURL": "https://x.nl",
        "statusStartDate": "2026-01-01", "frameworkType": "x", "lastChangeDateTime": "2030-01-01T12:00:00+01:00",
        "description": "Iets anders.", "licenseURI": None, "subject": [], "language": "nl-NL",
    }  # fmt: skip
    uit |= {"CFRubrics": [], "extensions": {}}
    for item in uit["CFItems"]:
        item |= {"uri": "https://x.nl/1", "CFDocumentURI": {}, "conceptKeywords": None, "identifier": item["identifier"].upper()}  # fmt: skip
        del item["language"], item["CFItemTypeURI"]
    random.Random(1).shuffle(uit["CFItems"])
    random.Random(2).shuffle(uit["CFAssociations"])
    assert lees(json.dumps(uit).encode(), "case") == kader


def test_what_follows_from_the_codes_may_be_left_out(kader: Raamwerk) -> None:
    uit = pakket(kader, versie="1.0")
    uit["CFAssociations"] = [band for band in uit["CFAssociations"] if band["associationType"] == "isChildOf"]
    uit["CFDefinitions"] = []
    assert lees(json.dumps(uit).encode(), "case") == kader


# Files of foreign make.


def vreemd(*items: tuple[str, str, str], **document: Any) -> Pakket:
    """A package of triples: code, text, and the code of the parent (empty for the document)."""
    nummer = {code: f"00000000-0000-4000-8000-{n:012}" for n, code in enumerate(("", *(code for code, *_ in items)))}
    return {
        "CFDocument": {
            "identifier": nummer[""],
            "uri": "https://x.nl/d",
            "creator": "x",
            "title": "Vreemd",
            "version": "3",
            "lastChangeDateTime": "2024-05-01T10:00:00+02:00",
            **document,
        },
        "CFItems": [
            {"identifier": nummer[code], "uri": "u", "fullStatement": tekst, "humanCodingScheme": code}
            for code, tekst, _ in items
        ],
        "CFAssociations": [band("isChildOf", nummer[code], nummer[ouder]) for code, _, ouder in items],
    }


def band(soort: str, van: str, naar: str) -> Pakket:
    return {
        "identifier": "00000000-0000-4000-9000-000000000000",
        "associationType": soort,
        "originNodeURI": {"title": "x", "identifier": van, "uri": "u"},
        "destinationNodeURI": {"title": "x", "identifier": naar, "uri": "u"},
    }


BOOM = (
    ("A", "Ambacht", ""),
    ("A1", "Je kent.", "A"),
    ("A1.1a", "Je noemt.", "A1"),
    ("A2", "Je oefent.", "A"),
    ("A2.1a", "Je kiest.", "A2"),
)
GOED = vreemd(*BOOM)
ID = [item["identifier"] for item in GOED["CFItems"]]


def test_a_foreign_file_that_is_a_framework_is_read() -> None:
    kader = lees(json.dumps(vreemd(*BOOM, title="Vreemd werk", description="Waarover het gaat.")).encode(), "case")
    assert [kader.naam, kader.versie, kader.datum, kader.bron.titel] == [
        "Vreemd werk",
        "3",
        "2024-05-01",
        "Vreemd werk",
    ]
    assert [kader.sleutel, kader.taal, kader.uitgever, kader.licentie] == ["vreemd-werk", "nl", None, None]
    assert [(niveau.nummer, niveau.fase, niveau.begeleiding) for niveau in kader.niveaus] == [
        (1, "niveau 1", None),
        (2, "niveau 2", None),
    ]
    assert [str(noot) for noot in kader.inleiding] == ["beschrijving: Waarover het gaat."]
    assert [str(deel) for deel in (*kader.leeruitkomsten, *kader.succescriteria)] == [
        "A1 Je kent.", "A2 Je oefent.", "A1.1a Je noemt.", "A2.1a Je kiest.",
    ]  # fmt: skip
    assert lees(json.dumps({**GOED, "CFDocument": {**GOED["CFDocument"], "extensions": {"leeruitkomsten": {}}}}).encode(), "case").inleiding == ()  # fmt: skip


@pytest.mark.parametrize(
    ("language", "taal"), [("en", "en"), ("en-GB", "en-GB"), ("nl_NL", "nl-NL"), (None, "nl"), ("", "nl")]
)
def test_a_foreign_file_says_its_language_and_publisher(language: object, taal: str) -> None:
    uit = vreemd(*BOOM, language=language, publisher="Hogeschool X")
    for item in uit["CFItems"]:
        item["language"] = language
    kader = lees(json.dumps(uit).encode(), "case")
    assert [kader.taal, kader.uitgever] == [taal, "Hogeschool X"]
    assert lees(schrijf(kader, "case"), "case") == kader


def test_foreign_evls_name_the_fases() -> None:
    kader = lees(json.dumps(vreemd(*BOOM, ("EvL2", "Daarna", ""), ("EvL1", "Eerst", ""))).encode(), "case")
    assert [niveau.fase for niveau in kader.niveaus] == ["Eerst", "Daarna"]


def test_the_order_is_that_of_the_numbers_then_of_the_file() -> None:
    uit = vreemd(("B", "b", ""), ("C", "c", ""), ("D", "d", ""), *((f"{lijn}1", "u", lijn) for lijn in "BCD"))
    uit["CFAssociations"][2]["sequenceNumber"] = 0
    assert [lijn.code for lijn in lees(json.dumps(uit).encode(), "case").leerlijnen] == ["D", "B", "C"]


def _met(**velden: Any) -> Any:
    return lambda p: p["CFItems"][2].update(velden)


def _document(**velden: Any) -> Any:
    return lambda p: p["CFDocument"].update(velden)


def _band(soort: str, van: str, naar: str) -> Any:
    return lambda p: p["CFAssociations"].append(band(soort, van, naar))


def _zet(lijst: str, plaats: int, **velden: Any) -> Any:
    return lambda p: p[lijst][plaats].update(velden)


GEEN = "hiervoor heeft een raamwerk geen plaats"
VOLGT = "een leeruitkomst gaat vooraf aan een latere van haar leerlijn, een criterium aan een later in zijn rij"
FOUT: dict[str, tuple[Any, list[str]]] = {
    # what an item says
    "code elsewhere": (_met(humanCodingScheme="B1.1a"), ["CFItems[2].humanCodingScheme: hier hoort een code als 'A1.1a', er staat 'B1.1a'"]),
    "code twice": (_met(humanCodingScheme="A2.1a"), ["CFItems[4].humanCodingScheme: 'A2.1a' staat ook bij CFItems[2]"]),
    "null": (_met(fullStatement=None), ["CFItems[2].fullStatement: deze sleutel ontbreekt"]),
    "number": (_met(fullStatement=3), ["CFItems[2].fullStatement: hier hoort tekst, er staat 3"]),
    "no uuid": (_met(identifier="x"), [
        "CFItems[2].identifier: hier hoort een UUID, er staat 'x'",
        "CFItems[2] heeft geen isChildOf, en hangt zo nergens aan",
        f"CFAssociations[2].originNodeURI.identifier: '{ID[2]}' is geen item in dit bestand",
    ]),
    "identifier twice": (_met(identifier=ID[1]), [
        f"CFItems[2].identifier: '{ID[1]}' staat ook bij CFItems[1]",
        f"CFAssociations[2].originNodeURI.identifier: '{ID[2]}' is geen item in dit bestand",
    ]),
    "no item": (lambda p: p["CFItems"].append(3), ["CFItems[5]: hier hoort een object, er staat 3"]),
    "empty item": (lambda p: p["CFItems"].append({"uri": None}), [
        "CFItems[5].fullStatement: deze sleutel ontbreekt",
        "CFItems[5].identifier: deze sleutel ontbreekt",
    ]),
    # the tree
    "loose item": (lambda p: p["CFAssociations"].pop(), ["CFItems[4] heeft geen isChildOf, en hangt zo nergens aan"]),
    "two parents": (_band("isChildOf", ID[2], ID[3]), ["CFAssociations[5]: 'A1.1a' (CFItems[2]) heeft al een ouder, volgens CFAssociations[2]"]),
    "circle": (lambda p: p["CFAssociations"][0]["destinationNodeURI"].update(identifier=ID[2]), [
        f"CFItems[{n}] is niet met het document verbonden: isChildOf loopt in een kring, of breekt af" for n in range(5)
    ]),
    "parent elsewhere": (lambda p: p["CFAssociations"][2]["destinationNodeURI"].update(identifier="x"), [
        "CFAssociations[2].destinationNodeURI.identifier: 'x' is geen item in dit bestand",
    ]),
    "too deep": (lambda p: p["CFAssociations"][4]["destinationNodeURI"].update(identifier=ID[2]), [
        "het bestand: deze boom heeft 4 lagen; een raamwerk heeft er 3: leerlijn, leeruitkomst voor elk niveau, succescriterium "
        "(laag 1: 1 zonder type; laag 2: 2 zonder type; laag 3: 1 zonder type; laag 4: 1 zonder type). Zeg wat elk type is met typen, "
        "bijvoorbeeld typen={'laag 2': 'overslaan'}, op de opdrachtregel --type 'laag 2=overslaan'; kies uit leerlijn, leeruitkomst, "
        "niveau, rij, succescriterium, evl of overslaan",
    ]),
    # associations
    "backwards": (_band("precedes", ID[3], ID[1]), [f"CFAssociations[5]: {VOLGT}; hier staat 'A2' precedes 'A1'"]),
    "criteria backwards": (_band("precedes", ID[4], ID[2]), [f"CFAssociations[5]: {VOLGT}; hier staat 'A2.1a' precedes 'A1.1a'"]),
    "no evl": (_band("isPartOf", ID[1], ID[3]), ["CFAssociations[5]: een leeruitkomst hoort bij de EvL van haar niveau; hier staat 'A1' isPartOf 'A2'"]),
    "no node": (lambda p: p["CFAssociations"][4].pop("originNodeURI"), [
        "CFItems[4] heeft geen isChildOf, en hangt zo nergens aan",
        "CFAssociations[4].originNodeURI: deze sleutel ontbreekt",
    ]),
    "node without id": (_zet("CFAssociations", 4, originNodeURI={"identifier": None, "title": "x"}), [
        "CFItems[4] heeft geen isChildOf, en hangt zo nergens aan",
        "CFAssociations[4].originNodeURI.identifier: deze sleutel ontbreekt",
    ]),
    "node of another kind": (_zet("CFAssociations", 4, originNodeURI="x"), [
        "CFItems[4] heeft geen isChildOf, en hangt zo nergens aan",
        "CFAssociations[4].originNodeURI: hier hoort een object, er staat 'x'",
    ]),
    "no type": (lambda p: p["CFAssociations"].append({**band("x", ID[1], ID[3]), "associationType": 1}), ["CFAssociations[5].associationType: hier hoort tekst, er staat 1"]),
    "no association": (lambda p: p["CFAssociations"].append("x"), ["CFAssociations[5]: hier hoort een object, er staat 'x'"]),
    "number as text": (_zet("CFAssociations", 2, sequenceNumber="1"), ["CFAssociations[2].sequenceNumber: hier hoort een getal, er staat '1'"]),
    "number as bool": (_zet("CFAssociations", 2, sequenceNumber=True), ["CFAssociations[2].sequenceNumber: hier hoort een getal, er staat true"]),
    # the document and the rest
    "no date": (_document(lastChangeDateTime="gisteren"), ["CFDocument.lastChangeDateTime: het pakket zegt niet van wanneer het is; geef dat op met datum= (--datum)"]),
    "version of CASE": (_document(caseVersion="1.2"), ["CFDocument.caseVersion: hier hoort '1.1', of niets in CASE 1.0, er staat '1.2'"]),
    "language": (_document(language="Engels!"), ["CFDocument.language: hier hoort een taal volgens BCP 47, zoals 'nl' of 'en-GB', er staat 'Engels!'"]),
    "language of another kind": (_document(language=["en"]), ["CFDocument.language: hier hoort tekst, er staat een lijst"]),
    "ours of another kind": (_document(extensions={"leeruitkomsten": "x"}), ["CFDocument.extensions.leeruitkomsten: hier hoort een object, er staat 'x'"]),
    "wrapped": (lambda p: (p.update(CFPackage={"x": 1}), p.pop("CFDocument")), ["CFDocument: deze sleutel ontbreekt"]),
    "document of another kind": (lambda p: p.update(CFDocument=3), ["CFDocument: hier hoort een object, er staat 3"]),
    "document of nulls": (lambda p: p.update(CFDocument={"title": None}), [
        "CFDocument.identifier: deze sleutel ontbreekt", "CFDocument.title: deze sleutel ontbreekt",
    ]),
    "items of another kind": (lambda p: p.update(CFItems={"a": 1}, CFAssociations=[]), ["CFItems: hier hoort een lijst, er staat een object"]),
    "nothing": (lambda p: p.update(CFItems=[], CFAssociations=[]), ["CFItems: een raamwerk heeft ten minste één leerlijn"]),
}  # fmt: skip


@pytest.mark.parametrize(("bederf", "hoort"), FOUT.values(), ids=FOUT)
def test_a_foreign_file_says_what_does_not_fit(bederf: Any, hoort: list[str]) -> None:
    uit = copy.deepcopy(GOED)
    bederf(uit)
    assert sorted(fouten(uit)) == sorted(hoort)


def test_one_error_names_every_fault_in_the_order_of_the_file() -> None:
    uit = copy.deepcopy(GOED)
    for bederf in (
        _document(language="e"),
        _met(CFItemType="Leerlijn", fullStatement="\ue000"),
        _band("precedes", ID[3], ID[1]),
    ):
        bederf(uit)
    assert [fout.partition(":")[0] for fout in fouten(uit)] == [
        "CFDocument.language", "CFItems[2].CFItemType", "CFItems[2].fullStatement", "CFAssociations[5]",
    ]  # fmt: skip


EVL = vreemd(*BOOM, ("EvL1", "Eerst", ""), ("EvL2", "Daarna", ""))
ID_EVL = [item["identifier"] for item in EVL["CFItems"]]
FOUT_EVL: dict[str, tuple[Any, list[str]]] = {
    "wrong evl": (_band("isPartOf", ID_EVL[1], ID_EVL[6]), ["CFAssociations[7]: een leeruitkomst hoort bij de EvL van haar niveau; hier staat 'A1' isPartOf 'EvL2'"]),
    "a child": (lambda p: p["CFAssociations"][1]["destinationNodeURI"].update(identifier=ID_EVL[5]), [
        "CFItems[1] is een kind van een EvL; een raamwerk heeft drie lagen, en een EvL heeft geen kinderen",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("bederf", "hoort"), FOUT_EVL.values(), ids=FOUT_EVL)
def test_evls_of_foreign_make(bederf: Any, hoort: list[str]) -> None:
    uit = copy.deepcopy(EVL)
    bederf(uit)
    assert sorted(fouten(uit)) == sorted(hoort)


def test_the_rest_of_the_framework_is_checked_where_it_stands(kader: Raamwerk) -> None:
    uit = pakket(kader)
    rest = uit["CFDocument"]["extensions"]["leeruitkomsten"]
    rest["errata"][0]["staat"] = "staat er niet"
    rest["bron"]["titel"] = ""
    del rest["datum"]
    begin = "CFDocument.extensions.leeruitkomsten"
    assert fouten(uit) == [
        f"{begin}.datum: deze sleutel ontbreekt",
        f"{begin}.bron.titel: deze tekst is leeg",
        f"{begin}.errata[0].staat: 'staat er niet' staat 0 keer in 'WP2.5b', dat moet één keer zijn",
    ]
    rest["versie"] = "x"
    assert fouten(uit) == [f"{begin}.versie: {GEEN}"]


@pytest.mark.parametrize(
    ("als_json", "hoort"),
    [
        ("{", "CFDocument.notes: de JSON is geen goede JSON (regel 1, kolom 2)"),
        ("\ud800", "CFDocument.notes: de JSON is geen UTF-8 (bij byte 0)"),
        ("[" * 100_000, "CFDocument.notes: de JSON is te diep genest"),
        ("[]", "CFDocument.notes: hier hoort een object, er staat een lijst"),
        ('{"bron": {"x": [{"a": 1, "a": 1}]}}', "CFDocument.notes: bron.x[0]: sleutel 'a' staat er meer dan eens"),
        ('{"formaat": 2}', "CFDocument.notes.sleutel: deze sleutel ontbreekt"),
        ('{"formaat": 3}', "CFDocument.notes.formaat: hier hoort het getal 2 (of 1, van vroeger), er staat 3"),
    ],
)
def test_the_notes_of_1_0_are_checked_too(kader: Raamwerk, als_json: str, hoort: str) -> None:
    uit = pakket(kader, versie="1.0")
    kop, dubbele_punt, _ = uit["CFDocument"]["notes"].partition(": ")
    uit["CFDocument"]["notes"] = kop + dubbele_punt + als_json
    assert fouten(uit)[0] == hoort


@pytest.mark.parametrize(
    ("inhoud", "hoort"),
    [
        (b"", "het bestand is geen goede JSON (regel 1, kolom 1)"),
        (b"\xef\xbb\xbf{}", "het bestand begint met een BOM; bewaar het als UTF-8 zonder BOM"),
        (b"[" * 100_000, "het bestand is te diep genest"),
        (b"[]", "het bestand: hier hoort een object, er staat een lijst"),
        (b"null", "het bestand: hier hoort een object, er staat null"),
        (b"{}", "CFDocument: deze sleutel ontbreekt"),
        (b'{"CFDocument": {}}', "CFDocument: deze sleutel ontbreekt"),
        (b'{"CFItems": [], "CFItems": []}', "het bestand: sleutel 'CFItems' staat er meer dan eens"),
        (b'{"CFDocument": {"x y": [[{"title": 1, "title": 2}]]}}', "CFDocument['x y'][0][0]: sleutel 'title' staat er meer dan eens"),
    ],
)  # fmt: skip
def test_what_is_no_case_at_all(inhoud: bytes, hoort: str) -> None:
    assert hoort in fouten(inhoud)


def test_the_rest_stands_in_one_place(kader: Raamwerk) -> None:
    uit = pakket(kader)
    uit["CFDocument"]["notes"] = pakket(kader, versie="1.0")["CFDocument"]["notes"]
    reden = "wat CASE niet kent staat ook in CFDocument.notes; een van beide kan maar gelden"
    assert fouten(uit) == [f"CFDocument.extensions.leeruitkomsten: {reden}"]


def test_a_double_key_is_a_fault_anywhere(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "case").replace(b'"title": "Leerlijn",', b'"title": "Leerlijn", "title": "X",', 1)
    assert fouten(inhoud) == ["CFItems[0].CFItemTypeURI: sleutel 'title' staat er meer dan eens"]


def test_many_double_keys_are_not_all_counted() -> None:
    inhoud = b'{"CFDocument": {"x": [' + b",".join([b'{"a":1,"a":1}'] * 3000) + b"]}}"
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(inhoud, "case")
    assert str(fout.value.bevindingen[-1]) == (
        "CFDocument.x[2000]: sleutel 'a' staat er meer dan eens (en op nog 999 plaatsen, tot en met CFDocument.x[2999])"
    )


def test_of_very_many_faults_some_are_enough() -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(json.dumps({**GOED, "CFItems": [*range(20_000)]}).encode(), "case")
    assert len(fout.value.bevindingen) + fout.value.meer == 10_000


def test_faults_that_say_the_same_are_one() -> None:
    assert fouten({**GOED, "CFItems": [0] * 2000, "CFAssociations": []}) == [
        "CFItems[0]: hier hoort een object, er staat 0 (en op nog 1999 plaatsen, tot en met CFItems[1999])"
    ]
    assert fouten({**GOED, "CFItems": [0] * 5, "CFAssociations": []}) == [
        f"CFItems[{n}]: hier hoort een object, er staat 0" for n in range(5)
    ]


def test_a_large_file_is_refused_before_it_is_read(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "case")
    assert lees(inhoud, "case", grens=len(inhoud)) == kader
    with pytest.raises(OngeldigRaamwerk, match=f"is groter dan {len(inhoud) - 1} bytes"):
        lees(inhoud, "case", grens=len(inhoud) - 1)


def test_a_chain_of_items_as_long_as_the_file_is_read_to_its_end() -> None:
    keten = [("A", "x", ""), *((f"A{n}", "x", "A" if n == 1 else f"A{n - 1}") for n in range(1, 3000))]
    (zin,) = fouten(vreemd(*keten))
    assert zin.startswith("het bestand: deze boom heeft 3000 lagen; een raamwerk heeft er 3: ")


@pytest.mark.parametrize("zaad", range(300))
def test_a_damaged_file_gives_a_framework_or_an_error_that_says_where(zaad: int, klein: Raamwerk) -> None:
    """Replace, drop or add something anywhere: there is no other error, and whatever is read can be written."""
    toeval = random.Random(zaad)
    uit: Any = pakket(toeval.choice([klein, KADERS["met alles"]]), versie=toeval.choice(["1.0", "1.1"]))
    for _ in range(toeval.randint(1, 3)):
        deel, plaats = ergens(uit, toeval)
        nieuw = toeval.choice(
            [None, 0, -1.5, True, "", "x", "\ud800", [], {}, [[]], {"identifier": []}, ID[0], "A1.1a"]
        )
        if toeval.random() < 0.3:
            del deel[plaats]
        else:
            deel[plaats] = nieuw
        if not uit:
            break
    inhoud = json.dumps(uit).encode()
    try:
        terug = lees(inhoud, "case")
    except OngeldigRaamwerk as fout:
        assert fout.bevindingen
        assert str(fout).encode()
        eigen = ("leerlijnen", "niveaus", "naam", "versie", "errata", "bron", "formaat", "sleutel", "taal", "uitgever")
        assert not [bevinding.pad for bevinding in fout.bevindingen if bevinding.pad.startswith(eigen)]
    else:
        assert lees(schrijf(terug, "case"), "case") == terug


def test_the_examples_of_the_page_and_the_modules_work(
    wortel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pagina = wortel / "docs" / "uitwisseling" / "case.md"
    mislukt, aantal = doctest.testfile(str(pagina), module_relative=False, encoding="utf-8")
    assert (mislukt, aantal) == (0, pagina.read_text("utf-8").count("\n>>> "))
    assert aantal
    assert doctest.testmod(case_lezen).failed == 0


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="kan niet gelezen worden"):
        lees("canvas", b"")
    assert lees(schrijf(lu.laad(), "case"), "case") == lu.laad()


# Codes of our form, and what another added.


def test_what_a_server_adds_to_our_items_is_kept_or_counted(klein: Raamwerk) -> None:
    uit = pakket(klein)
    uit["CFItems"][0]["abbreviatedStatement"] = "Kort"
    uit["CFItems"][0]["notes"] = "Bij de leerlijn."
    uit["CFItems"][1] |= {"abbreviatedStatement": uit["CFItems"][1]["fullStatement"], "fullStatement": ""}
    uit["CFDocument"] |= {
        "notes": "Van de server.",
        "licenseURI": {"title": "CC BY 4.0", "identifier": "x", "uri": "u"},
    }
    terug = lees(json.dumps(uit).encode(), "case")
    assert terug.leerlijnen[0].omschrijving == "Bij de leerlijn."
    assert (terug.licentie, [*terug.leeruitkomsten]) == ("CC BY 4.0", [*klein.leeruitkomsten])
    assert [str(noot) for noot in terug.bron.verantwoording[1:]] == [
        "niet overgenomen: 1 × notes (CFDocument)",
        "niet overgenomen: 1 × abbreviatedStatement",
    ]


def test_a_statement_that_was_written_where_there_was_none_is_the_text() -> None:
    uit = pakket(RAAMWERKEN["ladder"])
    (item,) = (item for item in uit["CFItems"] if item["humanCodingScheme"] == "TECH2")
    item["fullStatement"] = "Kan schrijven."
    assert [u.tekst for u in lees(json.dumps(uit).encode(), "case").leeruitkomsten if u.tekst] == ["Kan schrijven."]


def test_a_framework_of_ours_that_would_be_huge_is_refused() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    lijnen = [("".join(code), "x", "") for code in itertools.product("BC", letters, letters)][:1010]
    reden = "1011 leerlijnen × 99 niveaus; dat zijn er te veel"
    assert fouten(vreemd(*BOOM, *lijnen, ("EvL99", "x", ""))) == [f"CFItems: {reden}"]


@pytest.mark.parametrize(
    ("extensies", "wat"), [(["x"], "extensions (CFDocument)"), ({"x": 1, "y": None}, "x (CFDocument.extensions)")]
)
def test_extensions_of_others_are_counted(extensies: object, wat: str) -> None:
    kader = lees(json.dumps(vreemd(*BOOM, extensions=extensies)).encode(), "case")
    assert [str(noot) for noot in kader.bron.verantwoording if "xtensions" in noot.tekst] == [
        f"niet overgenomen: 1 × {wat}"
    ]


def test_where_no_code_is_left_the_item_is_named() -> None:
    """A hundred leeruitkomsten under one leerlijn, and a criterium under the last."""
    uit = vreemd(*BOOM, *((f"u{n}", f"Uitkomst {n}", "A") for n in range(98)), ("c", "Je doet.", "u97"))
    for item in uit["CFItems"][5:]:
        del item["humanCodingScheme"]
    assert fouten(uit) == [
        "CFItems[102]: op deze plaats is geen code meer vrij",
        "CFItems[102].humanCodingScheme: hier hoort een code als 'A1', er staat ''",
        "CFItems[103]: op deze plaats is geen code meer vrij",
    ]


def test_behind_the_last_row_criteria_get_letters() -> None:
    uit = vreemd(*BOOM[:2], ("A1.9999a", "Je noemt.", "A1"), ("x", "Je wijst.", "A1"), ("y", "Je kijkt.", "A1"))
    for item in uit["CFItems"][3:]:
        del item["humanCodingScheme"]
    kader = lees(json.dumps(uit).encode(), "case")
    assert [c.code for c in kader.succescriteria] == ["A1.9999a", "A1.9999b", "A1.9999c"]


def test_a_parent_without_a_code_has_that_of_what_hangs_under_it() -> None:
    uit = vreemd(*BOOM, ("EvL2", "Daarna", ""))
    for plaats in (0, 1, 3):
        del uit["CFItems"][plaats]["humanCodingScheme"]
    kader = lees(json.dumps(uit).encode(), "case")
    assert [deel.code for deel in (*kader.leerlijnen, *kader.leeruitkomsten, *kader.succescriteria)] == ["A", "A1", "A2", "A1.1a", "A2.1a"]  # fmt: skip
    assert "aangevuld: codes, naar de plaats: A, A1, A2" in map(str, kader.bron.verantwoording)


def test_a_leeruitkomst_without_a_code_is_that_of_its_evl() -> None:
    uit = vreemd(*BOOM, ("EvL1", "Eerst", ""), ("EvL2", "Daarna", ""), ("EvL3", "Later", ""), ("u", "Je leidt.", "A"))
    uit["CFAssociations"].append(band("isPartOf", uit["CFItems"][8]["identifier"], uit["CFItems"][7]["identifier"]))
    del uit["CFItems"][8]["humanCodingScheme"]
    assert str(lees(json.dumps(uit).encode(), "case").leeruitkomst("A3")) == "A3 Je leidt."
