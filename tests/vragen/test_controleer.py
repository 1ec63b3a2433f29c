"""Checks of codes from elsewhere, and the safe repairs. What a judgement is, `test_oordeel` proves."""

from __future__ import annotations

import pickle
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Controle, Controles, Herstel, Raamwerk, Reparatie
from leeruitkomsten.codes import SOORTEN, ontleed
from leeruitkomsten.identiteit import Kenmerk
from leeruitkomsten.oordeel import TEKEN, VORM, Codeboek
from leeruitkomsten.vragen.controleer import controleer

KENMERK = Kenmerk("proef", "Proef", "1.0", "0" * 64)
ANDER = Kenmerk("proef", "Proef", "1.1", "1" * 64)


def geef() -> Kenmerk:
    """Give the kenmerk, as a register does."""
    return KENMERK


@pytest.fixture(scope="module")
def boek(kader: Raamwerk) -> Codeboek:
    per_soort = {soort: [code for code in kader if ontleed(code).soort == soort] for soort in SOORTEN}
    return Codeboek(per_soort, opvolgers={"WP2.4x": ("WP2.4a",)}, sinds={"WP2.4x": "1.1"})


def test_each_code_gets_one_judgement_in_the_order_given(boek: Codeboek) -> None:
    codes = ["WP2", "x", "WP2", "x", None, "wp2"]
    gevonden = controleer(boek, iter(codes), geef)
    assert isinstance(gevonden, Controles)
    assert [controle.code for controle in gevonden] == codes
    assert list(gevonden) == [boek.oordeel(code) for code in codes]
    assert gevonden.kenmerk == KENMERK


def test_the_same_text_is_judged_once(boek: Codeboek) -> None:
    een, ander = controleer(boek, ["wp2", "wp2"], geef)
    assert een is ander


def test_one_code_may_stand_by_itself(boek: Codeboek) -> None:
    assert controleer(boek, "WP2", geef) == controleer(boek, ["WP2"], geef)
    assert controleer(boek, None, geef) == controleer(boek, [None], geef)
    assert controleer(boek, [], geef) == ()


def test_an_answer_knows_the_framework(boek: Codeboek) -> None:
    een, ander = controleer(boek, ["wp2"], geef), controleer(boek, ["wp2"], lambda: ANDER)
    assert een != ander
    assert een.hersteld() != ander.hersteld()
    assert een[:1].kenmerk == een.hersteld().kenmerk == KENMERK
    assert een.als_dict()["kenmerk"] == een.hersteld().als_dict()["kenmerk"] == KENMERK.als_dict()


def test_a_judgement_is_a_sentence(boek: Codeboek) -> None:
    assert str(controleer(boek, ["WP2", "wp2", "WPl1", "WP2.4x", "heel iets anders"], geef)) == (
        f"'WP2' is goed\n'wp2': {VORM}; bedoelde je 'WP2'?\n'WPl1': {TEKEN}; bedoelde je 'WPI1'?\n"
        "'WP2.4x': deze code is vervallen sinds versie 1.1; opgevolgd door 'WP2.4a'\n"
        "'heel iets anders': deze code bestaat niet"
    )


def test_safe_repairs_are_carried_out_and_nothing_else(boek: Codeboek) -> None:
    codes: list[Any] = ["WP2", " wp2.4A", "WP9", "WPl1", "WP2.4x", "WP1, WP2", None, 3, "wp2.4a"]
    herstel = controleer(boek, codes, geef).hersteld()
    assert isinstance(herstel, Herstel)
    assert list(herstel) == ["WP2", "WP2.4a", "WP9", "WPI1", "WP2.4x", "WP1, WP2", None, 3, "WP2.4a"]
    assert herstel.reparaties == (
        Reparatie(1, " wp2.4A", "WP2.4a"),
        Reparatie(3, "WPl1", "WPI1"),
        Reparatie(8, "wp2.4a", "WP2.4a"),
    )


def test_a_repair_shows_what_it_did(boek: Codeboek) -> None:
    herstel = controleer(boek, ["WP2", "wp\u200b3", "wpl1"], geef).hersteld()
    assert repr(herstel) == "<3 codes, 2 hersteld>"
    assert str(herstel) == "'wp\\u200b3' is nu 'WP3'\n'wpl1' is nu 'WPI1'"
    assert herstel.records() == [
        {"plaats": 1, "van": "wp\u200b3", "naar": "WP3"},
        {"plaats": 2, "van": "wpl1", "naar": "WPI1"},
    ]
    assert herstel.als_dicts() == herstel.records()
    assert herstel.als_dict() == {
        "kenmerk": KENMERK.als_dict(),
        "codes": ["WP2", "WP3", "WPI1"],
        "reparaties": herstel.als_dicts(),
    }
    assert herstel._tabel().kop == ("Plaats", "Van", "Naar")
    assert herstel._tabel().rijen == (("1", "'wp\\u200b3'", "WP3"), ("2", "wpl1", "WPI1"))
    assert "wpl1" in herstel._repr_html_()


def test_without_anything_to_repair_the_codes_are_what_they_were(boek: Codeboek) -> None:
    herstel = controleer(boek, ["WP2", "WP9"], geef).hersteld()
    assert tuple(herstel) == ("WP2", "WP9")
    assert herstel.reparaties == ()
    assert str(herstel) == ""


def test_answers_survive_pickling(boek: Codeboek) -> None:
    gevonden = controleer(boek, ["wp2", "2.4a", "WP1, wp2", "WP2.4x"], geef)
    for antwoord in (gevonden, gevonden.hersteld()):
        kopie = pickle.loads(pickle.dumps(antwoord))
        assert kopie == antwoord
        assert type(kopie) is type(antwoord)
        assert kopie.kenmerk == antwoord.kenmerk == KENMERK


def test_judgements_are_a_flat_table(boek: Codeboek) -> None:
    regels = controleer(boek, ["WP2", "2.4a", "wp2"], geef).records()
    assert list(pd.DataFrame(regels).columns) == ["code", "soort", "suggesties", "reden"]
    assert regels[1] == {
        "code": "2.4a",
        "soort": "onbekend",
        "suggesties": "WP2.4a, WD2.4a, WPI2.4a",
        "reden": "de leerlijn ontbreekt",
    }


@given(st.lists(st.one_of(st.sampled_from(["WP2", "wp2", "WPl1", "WP9", "WP1,WP2", "WP2.4x"]), st.text(max_size=5))))
def test_what_was_repaired_is_good_and_repairing_again_changes_nothing(boek: Codeboek, codes: list[str]) -> None:
    gevonden = controleer(boek, codes, geef)
    herstel = gevonden.hersteld()
    assert len(herstel) == len(codes)
    opnieuw = controleer(boek, herstel, geef)
    assert opnieuw.hersteld() == Herstel(herstel, reparaties=opnieuw.hersteld().reparaties, _kenmerk=geef)
    assert opnieuw.hersteld().reparaties == ()
    gerepareerd = {reparatie.plaats for reparatie in herstel.reparaties}
    for plaats, (voor, na) in enumerate(zip(codes, herstel, strict=True)):
        assert (plaats in gerepareerd) == (gevonden[plaats].soort == "schrijfwijze")
        assert boek.oordeel(na) == Controle(na, "goed") if plaats in gerepareerd else voor == na


def test_a_slice_of_what_was_put_right_has_its_own_repairs() -> None:
    herstel = lu.controleer(["wp 1", "WP2", "wp 3", "WP4"]).hersteld()
    deel = herstel[2:]
    assert (list(deel), [(r.plaats, r.van, r.naar) for r in deel.reparaties]) == (["WP3", "WP4"], [(0, "wp 3", "WP3")])
    assert [r.plaats for r in herstel[::-1].reparaties] == [1, 3]
    assert (herstel[0], deel.kenmerk) == ("WP1", lu.laad().kenmerk)


@pytest.mark.parametrize("code", ["WP12", "WP01", "WP02.4a", "WP0 1", "WP11"])
def test_a_digit_is_not_put_right_into_a_letter(code: str) -> None:
    (gevonden,) = lu.controleer(code)
    assert gevonden.soort == "onbekend"
    assert len(gevonden.suggesties) > 1
