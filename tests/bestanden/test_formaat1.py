"""The first shape of the files is read for good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

import leeruitkomsten as lu
from leeruitkomsten import OngeldigPortfolio, OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bestanden.formaat1 import ander_formaat, is_formaat_1
from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens
from leeruitkomsten.fouten import Bevindingsoort

OPGESLAGEN = Path(__file__).with_name("formaat1")
RAAMWERK = OPGESLAGEN / "werkplekleren-1.0.json"
PORTFOLIO = OPGESLAGEN / "portfolio.json"


def test_a_stored_framework_says_what_it_said(kader: Raamwerk) -> None:
    gegevens = json.loads(RAAMWERK.read_bytes())
    assert gegevens["formaat"] == 1
    oud = lu.lees(RAAMWERK)
    assert (oud.sleutel, oud.taal, oud.uitgever, oud.licentie) == ("werkplekleren", "nl", None, None)
    assert (oud.naam, oud.versie, oud.datum, oud.bron, oud.inleiding) == (
        kader.naam,
        kader.versie,
        kader.datum,
        kader.bron,
        kader.inleiding,
    )
    assert (oud.leeruitkomsten, oud.niveaus, oud.errata) == (kader.leeruitkomsten, kader.niveaus, kader.errata)
    assert [oud.uuid(code) for code in oud] == [kader.uuid(code) for code in kader]
    # It names no rows: only that, and the fingerprint with it, is another than today.
    assert {rij.naam for rij in oud.rijen} == {None}
    assert oud.vingerafdruk != kader.vingerafdruk
    assert json.loads(lu.schrijf(oud))["formaat"] == 2
    assert lu.lees(lu.schrijf(oud)) == oud


def test_a_stored_portfolio_says_what_it_said(kader: Raamwerk) -> None:
    portfolio = lu.lees_portfolio(PORTFOLIO)
    assert portfolio.kenmerk == kader.kenmerk
    assert portfolio.student == "s12"
    adres = "https://portfolio.example/lesplan"
    assert [(b.criterium, b.titel, b.datum, b.verwijzing) for b in portfolio.bewijs] == [
        ("WP1.1a", "lesbezoek 3", "2026-11-24", None),
        ("WD2.1a", adres, "2026-11-25", adres),
        ("WP1.1a", "reflectieverslag", "2026-12-01", None),
    ]
    assert lu.lees_portfolio(lu.schrijf_portfolio(portfolio)) == portfolio
    verbeterd = lu.laad(errata=True)
    assert lu.lees_portfolio(PORTFOLIO, verbeterd).kenmerk == verbeterd.kenmerk


@pytest.mark.parametrize("sleutel", ["sleutel", "taal", "uitgever", "licentie"])
def test_what_the_second_shape_has_is_refused_in_the_first(sleutel: str) -> None:
    gegevens = json.loads(RAAMWERK.read_bytes()) | {sleutel: "nl"}
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(gegevens)
    assert [str(b) for b in fout.value.bevindingen] == [
        f"{sleutel}: deze sleutel hoort bij formaat 2; zet 'formaat' op 2"
    ]


def test_faults_in_the_first_shape_are_named_as_in_the_second() -> None:
    gegevens = json.loads(RAAMWERK.read_bytes())
    gegevens["kleur"] = "rood"
    gegevens["niveaus"][0]["fase"] = ""
    del gegevens["naam"]
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(gegevens)
    assert [b.pad for b in fout.value.bevindingen] == ["naam", "niveaus[0].fase", "kleur"]
    with pytest.raises(OngeldigRaamwerk) as fout:
        lu.lees(RAAMWERK.read_bytes().replace(b'"datum": ', b'"datum": "x", "datum": ', 1))
    assert [(b.pad, b.soort) for b in fout.value.bevindingen] == [("het bestand", "dubbele_sleutel")]


def portfoliofouten(**anders: Any) -> list[str]:
    gegevens = json.loads(PORTFOLIO.read_bytes()) | anders
    gegevens = {naam: deel for naam, deel in gegevens.items() if deel is not Ellipsis}
    with pytest.raises(OngeldigPortfolio) as fout:
        lu.lees_portfolio(json.dumps(gegevens).encode())
    assert {b.soort for b in fout.value.bevindingen} <= set(get_args(Bevindingsoort))
    return [b.pad for b in fout.value.bevindingen]


def test_another_number_is_quoted() -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_gegevens(json.loads(RAAMWERK.read_bytes()) | {"formaat": "een"})
    assert str(fout.value.bevindingen[0]) == "formaat: hier hoort het getal 2 (of 1, van vroeger), er staat 'een'"


def test_faults_in_a_portfolio_of_the_first_shape_are_named() -> None:
    assert portfoliofouten(kenmerk=lu.laad().kenmerk.als_dict()) == ["kenmerk"]
    assert portfoliofouten(raamwerk=...) == ["raamwerk"]
    assert portfoliofouten(versie=..., student="") == ["versie", "student"]
    assert portfoliofouten(versie=..., raamwerk=..., student="") == ["raamwerk", "versie", "student"]
    assert portfoliofouten(raamwerk="Ander") == ["raamwerk"]
    assert portfoliofouten(versie="2.0") == ["versie"]
    assert portfoliofouten(versie=1.0) == ["versie"]
    fout = {"criterium": "wp1.1a", "verwijzing": "x", "datum": "gisteren"}
    assert portfoliofouten(bewijs=[fout]) == ["bewijs[0].criterium", "bewijs[0].datum"]
    assert portfoliofouten(bewijs=[{**fout, "verwijzing": "https://x  y", "criterium": "WP1.1a"}, {"rol": "x"}, "x"]) == [
        "bewijs[0].datum", "bewijs[0].verwijzing", "bewijs[1].criterium", "bewijs[1].datum", "bewijs[1].rol",
        "bewijs[1].verwijzing", "bewijs[2]",
    ]  # fmt: skip
    assert portfoliofouten(notities=[], datum="2026-11-24") == ["notities", "datum"]
    assert portfoliofouten(bewijs={}) == ["bewijs"]
    # The codes of another framework are not held against this one.
    assert portfoliofouten(raamwerk="Ander", bewijs=[{**fout, "criterium": "XX1.1a"}]) == [
        "raamwerk",
        "bewijs[0].datum",
    ]


@pytest.mark.parametrize(
    ("gegevens", "is_het"),
    [
        ({"formaat": 1}, True),
        ({"formaat": True}, False),
        ({"formaat": 1.0}, False),
        ({"formaat": "1"}, False),
        ({"formaat": 2}, False),
        ({}, False),
        ([], False),
        (None, False),
    ],
)
def test_only_the_number_one_says_so(gegevens: object, is_het: bool) -> None:
    assert is_formaat_1(gegevens) is is_het


@pytest.mark.parametrize(
    ("formaat", "soort", "reden"),
    [
        (..., "ontbreekt", "deze sleutel ontbreekt"),
        (3, "verkeerde_waarde", "hier hoort het getal 2 (of 1, van vroeger), er staat 3"),
        (True, "verkeerd_type", "hier hoort het getal 2 (of 1, van vroeger), er staat true"),
        (None, "verkeerd_type", "hier hoort het getal 2 (of 1, van vroeger), er staat null"),
    ],
)
def test_any_other_number_is_a_finding(formaat: object, soort: str, reden: str) -> None:
    gegevens = {} if formaat is ... else {"formaat": formaat}
    assert [tuple(fout) for fout in ander_formaat(gegevens)] == [("formaat", soort, reden)]


@pytest.mark.parametrize("gegevens", [{"formaat": 1}, {"formaat": 2}, [], None, "x"])
def test_nothing_is_wrong_with_these_numbers_nor_said_of_what_is_no_object(gegevens: object) -> None:
    assert list(ander_formaat(gegevens)) == []
