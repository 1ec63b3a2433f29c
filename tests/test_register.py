"""Lookup: the record, or one error with what was meant."""

from __future__ import annotations

from decimal import Decimal

import attrs
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
    assert lu.records() == kader.records()


# Worked out by hand: uuid5(uuid5(UUID("52eec819-e18c-4adc-b30b-a7589e692936"), key), code).
UUIDS = {
    "WP": "dbc83bf5-8fbe-5f44-9472-536fc0cfc28b",
    "WP2": "5e464596-5e43-57e5-aaab-9f20f0033e72",
    "WP.4": "bd9b01e8-b05b-5698-b811-708b5736fa1f",
    "WP2.4": "502eb2da-b7ca-5d4f-9d8a-b20119d91844",
    "WP2.4a": "1353df2d-5f56-54e4-aa01-ad15f85976ce",
    "EvL2": "f0a279d5-3276-55f9-8a63-eb46d9065fe4",
}


def test_a_code_has_one_uuid_on_every_machine(kader: Raamwerk) -> None:
    assert {code: str(kader.uuid(code)) for code in UUIDS} == UUIDS
    assert len({kader.uuid(code) for code in kader}) == len(kader)
    assert kader.uuid("WP2").version == 5


def test_two_frameworks_share_no_uuid(kader: Raamwerk) -> None:
    ander = attrs.evolve(kader, sleutel="ander-raamwerk")
    assert not {kader.uuid(code) for code in kader} & {ander.uuid(code) for code in ander}
    verbeterd = lu.laad(errata=True)
    assert [verbeterd.uuid(code) for code in verbeterd] == [kader.uuid(code) for code in kader]


def test_a_code_that_ended_keeps_its_uuid_and_any_other_has_none(klein: Raamwerk) -> None:
    (einde,) = klein.vervallen
    assert einde.code not in klein
    assert klein.uuid(einde.code).version == 5
    for code in ("A9", "a1", "", None, 1, ["A1"]):
        with pytest.raises(OnbekendeCode):
            klein.uuid(code)


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
    ("vraag", "code", "soort", "suggesties"),
    [
        (lambda k: k.leeruitkomst("WP22"), "WP22", "leeruitkomst", ("WP.2", "WP2", "WP2.2", "WPO2", "WPI2")),
        (lambda k: k.leerlijn("wp"), "wp", "leerlijn", ("WP",)),
        (lambda k: k.leerlijn("WP2"), "WP2", "leerlijn", ("WP",)),
        (lambda k: k.niveau(7), 7, "niveau", ()),
        (lambda k: k.niveau("2"), "2", "niveau", (2,)),
        (lambda k: k.evl(0), 0, "evl", ()),
        (lambda k: k.evl("evl 2"), "evl 2", "evl", ("EvL2",)),
        (lambda k: k.rij("WP4"), "WP4", "rij", ("WP.4",)),
        (lambda k: k.succescriterium("WP2.4"), "WP2.4", "succescriterium", ("WP2.4a", "WP2.4b")),
        (lambda k: k["wp2.4A"], "wp2.4A", "code", ("WP2.4a",)),
        (lambda k: k[None], None, "code", ()),
        (lambda k: k.opbouw("WP3"), "WP3", "succescriterium, cel of rij", ("WP3.1a", "WP3.1b")),
        (lambda k: k.volgende("WP"), "WP", "leeruitkomst", ("WP1", "WP2", "WP3")),
        (lambda k: k.vorige("EvL1"), "EvL1", "leeruitkomst", ("WP1", "WD1", "WPO1", "WPI1")),
    ],
)
def test_an_unknown_code_says_what_was_meant(
    vraag: object, code: object, soort: str, suggesties: tuple[object, ...], kader: Raamwerk
) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        vraag(kader)
    assert (fout.value.code, fout.value.gevraagd) == (code, soort)
    assert fout.value.suggesties[: len(suggesties)] == suggesties
    assert bool(fout.value.suggesties) == bool(suggesties)


def test_a_number_of_any_size_is_only_unknown(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode, match="een zeer groot getal is geen niveau"):
        kader.niveau(10**6000)


@pytest.mark.parametrize("getal", [True, 1.0, 2.0, Decimal(2), "2"])
def test_only_a_whole_number_is_a_niveau(getal: object, kader: Raamwerk) -> None:
    kader.verdieping(1, 2)
    for vraag in (kader.niveau, kader.evl, lambda n: kader.kies(niveau=n), lambda n: kader.verdieping(n, 3)):
        with pytest.raises((OnbekendeCode, ValueError)):
            vraag(getal)


def test_a_whole_number_of_numpy_is_one(kader: Raamwerk) -> None:
    drie = pd.Series([3])[0]
    assert kader.niveau(drie) is kader.niveau(3)
    assert kader.kies(niveau=pd.Series([3, 3])) == kader.kies(niveau=3)
    assert kader.verdieping(2, drie) == kader.verdieping(2, 3)


@pytest.mark.parametrize("code", [["WP2"], {"WP2"}, {}])
def test_what_cannot_be_a_code_is_unknown_too(code: object, kader: Raamwerk) -> None:
    for vraag in (kader.leeruitkomst, kader.__getitem__, kader.niveau, kader.opbouw):
        with pytest.raises(OnbekendeCode):
            vraag(code)


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


def test_the_register_indexes_what_the_framework_holds(elk: Raamwerk) -> None:
    register = elk.register
    for soort in ("leerlijn", "leeruitkomst", "succescriterium", "rij"):
        records = getattr(
            elk,
            {"leerlijn": "leerlijnen", "leeruitkomst": "leeruitkomsten", "rij": "rijen"}.get(soort, "succescriteria"),
        )
        assert register.bekend(soort) == {record.code: record for record in records}
    assert register.bekend("niveau") == {niveau.nummer: niveau for niveau in elk.niveaus}
    assert register.bekend("evl") == {sleutel: evl for evl in elk.evls for sleutel in (evl.code, evl.niveau.nummer)}
    assert register.vervallen == {einde.code: einde for einde in elk.vervallen}
    assert dict(register.alle) == {code: elk[code] for code in elk}


def test_what_follows_a_code_that_never_was_is_nothing(klein: Raamwerk) -> None:
    assert klein.register.opvolgers("A1") == ("A1",)
    assert klein.register.opvolgers("ZZ9") == ()


def test_an_error_says_which_kinds_were_asked_for(kader: Raamwerk) -> None:
    fout = kader.register.onbekend("leeruitkomst of succescriterium", "WP")
    assert str(fout).startswith("'WP' is geen leeruitkomst of succescriterium van dit raamwerk: ")
    vreemd = kader.register.vreemd("rij", ["WP.1", "WP1", "WP1", "x"])
    assert [(code, een.code, een.gevraagd) for code, een in vreemd.items()] == [
        ("WP1", "WP1", "rij"),
        ("x", "x", "rij"),
    ]


def test_a_code_stands_for_the_criteria_that_it_holds(kader: Raamwerk) -> None:
    eisen = {
        "WP": {"leerlijn": "WP"}, "WP2": {"leeruitkomst": "WP2"}, "WP.4": {"rij": "WP.4"},
        "WP2.4": {"rij": "WP.4", "niveau": 2}, "EvL2": {"niveau": 2}, "WP1.5": {"rij": "WP.5", "niveau": 1},
    }  # fmt: skip
    for code, eis in eisen.items():
        assert kader.register.staat_voor(code) == tuple(kader.kies(**eis))
    assert kader.register.staat_voor("WP2.4a") == (kader.succescriterium("WP2.4a"),)
