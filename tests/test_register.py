"""Lookup: the record, or one error with what was meant."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk


def test_the_functions_of_the_package_are_methods_of_the_packaged_framework(kader: Raamwerk) -> None:
    assert lu.leeruitkomst("WP2") is kader["WP2"] is kader.leeruitkomst("WP2")
    assert lu.leerlijn("WP") is kader["WP"]
    assert lu.succescriterium("WP2.4a") is kader["WP2.4a"]
    assert lu.rij("WP.4") is kader["WP.4"]
    assert lu.evl(2) is lu.evl("EvL2") is kader["EvL2"]
    assert lu.niveau(3) is kader.niveaus[2]


def test_a_cel_gives_its_criteria(kader: Raamwerk) -> None:
    assert [c.code for c in kader["WP2.4"]] == ["WP2.4a", "WP2.4b"]
    assert kader["WP1.5"] == ()


def test_a_framework_holds_its_codes_in_source_order(kader: Raamwerk) -> None:
    codes = list(kader)
    assert len(codes) == len(kader) == len(set(codes)) == 4 + 16 + 101 + 20 + 80 + 4
    assert codes[:6] == ["WP", "WD", "WPO", "WPI", "WP1", "WP2"]
    assert codes[-1] == "EvL4"
    assert "WP2" in kader
    for geen in ("wp2", "WP22", 2, None, ["WP2"]):
        assert geen not in kader


@pytest.mark.parametrize(
    ("vraag", "code", "gevraagd", "soort", "suggesties"),
    [
        (
            lambda k: k.leeruitkomst("WP22"),
            "WP22",
            "leeruitkomst",
            "onbekend",
            ("WP.2", "WP2", "WP2.2", "WPO2", "WPI2"),
        ),
        (lambda k: k.leerlijn("wp"), "wp", "leerlijn", "schrijfwijze", ("WP",)),
        (lambda k: k.leerlijn("WP2"), "WP2", "leerlijn", "ander_soort", ("WP",)),
        (lambda k: k.niveau(7), 7, "niveau", "onbekend", ()),
        (lambda k: k.niveau("2"), "2", "niveau", "schrijfwijze", (2,)),
        (lambda k: k.evl(0), 0, "evl", "onbekend", ()),
        (lambda k: k.evl("evl 2"), "evl 2", "evl", "schrijfwijze", ("EvL2",)),
        (lambda k: k.rij("WP4"), "WP4", "rij", "ander_soort", ("WP.4",)),
        (lambda k: k.succescriterium("WP2.4"), "WP2.4", "succescriterium", "ander_soort", ("WP2.4a", "WP2.4b")),
        (lambda k: k["wp2.4A"], "wp2.4A", "code", "schrijfwijze", ("WP2.4a",)),
        (lambda k: k[None], None, "code", "onbekend", ()),
        (
            lambda k: k.opbouw("WPO3"),
            "WPO3",
            "succescriterium, cel of rij",
            "ander_soort",
            ("WPO3.1a", "WPO3.2a", "WPO3.3a"),
        ),
        (lambda k: k.volgende("WP"), "WP", "leeruitkomst", "ander_soort", ("WP1", "WP2", "WP3", "WP4")),
        (lambda k: k.vorige("EvL1"), "EvL1", "leeruitkomst", "ander_soort", ("WP1", "WD1", "WPO1", "WPI1")),
    ],
)
def test_an_unknown_code_says_what_was_meant(  # noqa: PLR0917
    vraag: object, code: object, gevraagd: str, soort: str, suggesties: tuple[object, ...], kader: Raamwerk
) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        vraag(kader)  # type: ignore[operator]
    assert (fout.value.code, fout.value.gevraagd, fout.value.soort) == (code, gevraagd, soort)
    assert fout.value.suggesties == suggesties


def test_a_number_of_any_size_is_only_unknown(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode, match="een zeer groot getal is geen niveau"):
        kader.niveau(10**6000)


@pytest.mark.parametrize("getal", [True, 1.0, 2.0, Decimal(2), "2"])
def test_only_a_whole_number_is_a_niveau(getal: object, kader: Raamwerk) -> None:
    kader.verdieping(1, 2)
    for vraag in (kader.niveau, kader.evl, lambda n: kader.kies(niveau=n), lambda n: kader.verdieping(n, 3)):
        with pytest.raises((OnbekendeCode, ValueError)):
            vraag(getal)  # type: ignore[operator]


def test_a_whole_number_of_numpy_is_one(kader: Raamwerk) -> None:
    drie = pd.Series([3])[0]
    assert kader.niveau(drie) is kader.niveau(3)
    assert kader.kies(niveau=pd.Series([3, 3])) == kader.kies(niveau=3)
    assert kader.verdieping(2, drie) == kader.verdieping(2, 3)


@pytest.mark.parametrize("code", [["WP2"], {"WP2"}, {}])
def test_what_cannot_be_a_code_is_unknown_too(code: object, kader: Raamwerk) -> None:
    for vraag in (kader.leeruitkomst, kader.__getitem__, kader.niveau, kader.opbouw):
        with pytest.raises(OnbekendeCode):
            vraag(code)  # type: ignore[arg-type]


def test_opbouw_takes_a_criterium_a_cel_or_a_row(kader: Raamwerk) -> None:
    rij = kader.rij("WP.4")
    assert kader.opbouw("WP3.4b") is kader.opbouw("WP3.4") is kader.opbouw("WP.4") is rij
    assert kader.opbouw("WP1.5") is kader.rij("WP.5")


def test_volgende_and_vorige_walk_one_leerlijn(elk: Raamwerk) -> None:
    kader = elk
    for lijn in kader.leerlijnen:
        heen = [lijn.leeruitkomsten[0]]
        while volgende := kader.volgende(heen[-1].code):
            heen.append(volgende)
        assert tuple(heen) == lijn.leeruitkomsten
        assert [kader.vorige(u.code) for u in heen] == [None, *heen[:-1]]
