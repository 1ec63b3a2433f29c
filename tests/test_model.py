"""The records: deeply immutable, hashable, picklable, in source order."""

from __future__ import annotations

import copy
import functools
import pickle
import random
from collections.abc import Iterator, Mapping
from types import FunctionType, MappingProxyType, MethodType

import attrs
import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import EvL, Leeruitkomst, Raamwerk, Rij, Succescriterium
from leeruitkomsten.oordeel import Codeboek
from leeruitkomsten.record import Record, Reeks
from leeruitkomsten.register import Register

PLAT = (str, int, bool, type(None))
NIET_BEZIEN = ("__weakref__",)
# No part of what a record says: functions that give the rest when it is asked for, and the indexes of spellings.
GEEN_DEEL = (FunctionType, MethodType, type(functools.cache(len)), Codeboek)


def resultaten(kader: Raamwerk) -> Iterator[object]:
    """Every kind of answer that the library gives."""
    yield kader
    yield from (kader[code] for code in kader)
    yield kader.niveau(1)
    yield kader.kies(niveau=1)
    yield kader.zoek("je")
    yield kader.zoek("")
    hoogste = len(kader.niveaus)
    if hoogste > 1:
        yield kader.verdieping(1, hoogste)
        yield kader.verdieping(kader.leeruitkomsten[0].code, kader.leeruitkomsten[1].code)
    yield kader.verschil(kader.leeruitkomsten[0].code, kader.leeruitkomsten[-1].code)
    yield kader.controleer([kader.leeruitkomsten[0].code, "wp 2", 3, ["WP2"], b"x"])
    yield lu.ontleed("WP2.4a")
    yield lu.vergelijk(kader, lu.laad())
    yield lu.migreer([u.code for u in kader.leeruitkomsten], kader, lu.laad())
    yield kader.vervallen
    criteria = [c.code for c in kader.succescriteria[::2]]
    yield kader.voortgang(criteria)
    yield kader.voortgang(criteria, niveau=1)
    yield kader.dekking({"een": criteria, 2: kader.leeruitkomsten[-1].code, "<drie>": [*criteria[::-3], "x", None]})


def bereikbaar(ding: object, gezien: set[int]) -> Iterator[object]:
    """Every object that can be reached from `ding` through fields, slots, items and values."""
    if id(ding) in gezien or isinstance(ding, (*PLAT, *GEEN_DEEL)):
        return
    gezien.add(id(ding))
    yield ding
    delen: list[object] = []
    if isinstance(ding, Mapping):
        delen += [*ding.keys(), *ding.values()]
    elif isinstance(ding, (tuple, frozenset, list, set)):
        delen += ding
    for klasse in type(ding).__mro__:
        slots = getattr(klasse, "__slots__", ())
        delen += [getattr(ding, slot) for slot in slots if slot not in NIET_BEZIEN and hasattr(ding, slot)]
    delen += getattr(ding, "__dict__", {}).values()
    for deel in delen:
        yield from bereikbaar(deel, gezien)


def test_nothing_reachable_can_be_changed(elk: Raamwerk) -> None:
    gezien: set[int] = set()
    aantal = 0
    for resultaat in resultaten(elk):
        for ding in bereikbaar(resultaat, gezien):
            aantal += 1
            assert not isinstance(ding, (list, dict, set, bytearray)), ding
            soorten = (Record, Register, tuple, frozenset, MappingProxyType)
            assert isinstance(ding, soorten) or attrs.has(type(ding)), type(ding)
            with pytest.raises((AttributeError, TypeError)):
                setattr(ding, "nieuw", 1)  # noqa: B010  # a name that no checker may see
            for slot in (slot for klasse in type(ding).__mro__ for slot in getattr(klasse, "__slots__", ())):
                with pytest.raises((AttributeError, TypeError)):
                    setattr(ding, slot, None)
                with pytest.raises((AttributeError, TypeError)):
                    delattr(ding, slot)
            if attrs.has(type(ding)):
                for veld in attrs.fields(type(ding)):
                    with pytest.raises(attrs.exceptions.FrozenInstanceError):
                        setattr(ding, veld.name, None)
    assert aantal > 4 * len(elk.leeruitkomsten)


def test_a_memory_of_earlier_answers_cannot_be_changed_either(kader: Raamwerk) -> None:
    kader.verdieping("WP2", "WP3")
    kader.zoek("je")
    for naam in Register.__slots__:
        with pytest.raises(AttributeError, match="ligt vast"):
            setattr(kader.register, naam, None)
        with pytest.raises(AttributeError, match="ligt vast"):
            delattr(kader.register, naam)
    with pytest.raises(TypeError):
        kader.register.verdiepingen["WP2", "WP3"] = ()


def test_every_answer_is_hashable_equal_to_its_copy_and_picklable(elk: Raamwerk) -> None:
    for resultaat in resultaten(elk):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            kopie = pickle.loads(pickle.dumps(resultaat, protocol))
            assert kopie == resultaat
            assert hash(kopie) == hash(resultaat)
            assert type(kopie) is type(resultaat)
        assert copy.deepcopy(resultaat) == resultaat


def test_a_pickled_framework_answers(elk: Raamwerk) -> None:
    kopie = pickle.loads(pickle.dumps(elk))
    assert kopie.zoek("je") == elk.zoek("je")
    assert list(kopie) == list(elk)


def test_records_of_another_kind_or_with_other_fields_are_not_equal(kader: Raamwerk) -> None:
    assert kader["WP2"] != kader["WP3"]
    assert kader["WP2"] != "WP2"
    assert kader["WP2"] != kader["WP2.4a"]
    assert kader != lu.laad(errata=True)
    assert attrs.evolve(kader["WP2"], tekst="anders") != kader["WP2"]


def test_the_place_in_the_table_is_no_part_of_what_a_record_is(kader: Raamwerk) -> None:
    los = Leeruitkomst("WD2", kader["WD2"].tekst, kader["WD2"].succescriteria)
    assert (los, hash(los)) == (kader["WD2"], hash(kader["WD2"]))
    assert (los.plaats, kader["WD2"].plaats) == ((0, 2), (2, 2))


def test_sorting_gives_the_source_order(elk: Raamwerk) -> None:
    bron: list[object] = []
    for lijn in elk.leerlijnen:
        bron.append(lijn)
        for uitkomst in lijn.leeruitkomsten:
            bron += (uitkomst, *uitkomst.succescriteria)
    geschud = random.Random(1).sample(bron, len(bron))
    assert sorted(geschud) == bron


def test_source_order_is_not_that_of_the_alphabet(kader: Raamwerk) -> None:
    codes = [record.code for record in sorted([*kader.leerlijnen, *kader.leeruitkomsten, *kader.succescriteria])]
    assert codes[:7] == ["WP", "WP1", "WP1.1a", "WP1.2a", "WP1.3a", "WP1.4a", "WP2"]
    assert [code for code in codes if code.isalpha()] == ["WP", "WD", "WPO", "WPI"]


@pytest.mark.parametrize("naam", ["rijen", "niveaus", "evls", "succescriteria"])
def test_each_kind_sorts_among_its_like(naam: str, kader: Raamwerk) -> None:
    records = getattr(kader, naam)
    assert sorted(reversed(records)) == list(records)
    assert records[0] < records[1]
    assert records[1] > records[0]
    assert records[0] <= records[0] >= records[0]


def test_kinds_that_have_no_order_together_do_not_compare(kader: Raamwerk) -> None:
    for een, ander in [(kader.rijen[0], kader.niveaus[0]), (kader.leeruitkomsten[0], "WP1"), (kader, kader)]:
        with pytest.raises(TypeError):
            _ = een < ander


def test_records_nest_downwards_and_refer_upwards_by_code(elk: Raamwerk) -> None:
    for lijn in elk.leerlijnen:
        for niveau, uitkomst in enumerate(lijn.leeruitkomsten, 1):
            assert (uitkomst.leerlijn, uitkomst.niveau) == (lijn.code, niveau)
            assert uitkomst.code == f"{lijn.code}{niveau}"
            for c in uitkomst.succescriteria:
                assert (c.leerlijn, c.leeruitkomst, c.niveau) == (lijn.code, uitkomst.code, niveau)
                assert c.code == f"{uitkomst.code}.{c.rij.removeprefix(lijn.code + '.')}{c.letter}"
                assert c in elk.rij(c.rij).cellen[niveau - 1]


def test_rows_hold_every_criterium_once(elk: Raamwerk) -> None:
    in_rijen = [c for rij in elk.rijen for cel in rij.cellen for c in cel]
    assert sorted(in_rijen) == list(elk.succescriteria)


@pytest.mark.parametrize(("code", "van", "tot"), [("WP.1", 1, 4), ("WP.5", 2, 4), ("WD.5", 3, 4), ("WPI.4", 2, 4)])
def test_a_row_knows_where_it_begins_and_ends(code: str, van: int, tot: int, kader: Raamwerk) -> None:
    assert (kader.rij(code).begint_op, kader.rij(code).eindigt_op) == (van, tot)


def test_a_row_may_end_early() -> None:
    rij = Rij("A.1", ((Succescriterium("A1.1a", "tekst"),), (), ()))
    assert (rij.begint_op, rij.eindigt_op) == (1, 1)


def test_an_evl_holds_the_leeruitkomsten_of_its_niveau(kader: Raamwerk) -> None:
    evl = kader.evl(2)
    assert isinstance(evl, EvL)
    assert evl.niveau is kader.niveau(2)
    assert [u.code for u in evl.leeruitkomsten] == ["WP2", "WD2", "WPO2", "WPI2"]
    assert list(evl.succescriteria) == [c for c in kader.succescriteria if c.niveau == 2]


def test_repr_is_one_short_line_and_str_tells_more(kader: Raamwerk) -> None:
    for resultaat in resultaten(kader):
        assert "\n" not in repr(resultaat)
        assert len(repr(resultaat)) <= 90, repr(resultaat)
    assert repr(kader["WP3.4b"]) == "<Succescriterium WP3.4b Je stuurt en begeleidt groepsprocessen.>"
    assert repr(kader) == "<Raamwerk 1.0: 16 leeruitkomsten, 101 succescriteria>"
    assert repr(kader.verdieping("WP2", "WP3")) == "<6 × Verdieping>"
    assert repr(kader.rij("WP.5")) == "<Rij WP.5 Ontwikkeling en burgerschap (naam van dit pakket), niv…>"
    assert str(kader.rij("WP.6")).splitlines()[:2] == [
        "WP.6 Belangen afwegen (naam van dit pakket), niveau 2 tot en met 4",
        "WP1: –",
    ]
    assert repr(Reeks()) == "<leeg>"


def test_an_unstated_begeleiding_is_shown_as_such(kader: Raamwerk) -> None:
    assert kader.niveau(1).begeleiding is None
    assert str(kader.niveau(1)) == "niveau 1 (Oriëntatiefase), begeleiding: niet vermeld"
    assert "niet vermeld" in kader.evl(1)._repr_html_()
    assert "geen" not in str(kader.niveau(1))
    assert [rij[2] for rij in kader.niveaus._tabel().rijen] == [
        "niet vermeld",
        *(n.begeleiding for n in kader.niveaus[1:]),
    ]


def test_als_dict_is_plain_data(kader: Raamwerk) -> None:
    def plat(waarde: object) -> bool:
        if isinstance(waarde, dict):
            return all(isinstance(sleutel, str) and plat(deel) for sleutel, deel in waarde.items())
        return all(map(plat, waarde)) if isinstance(waarde, list) else isinstance(waarde, PLAT)

    for resultaat in resultaten(kader):
        if isinstance(resultaat, Record):
            assert plat(resultaat.als_dict()), resultaat
    assert kader["WP3.4b"].als_dict() == {
        "code": "WP3.4b",
        "tekst": "Je stuurt en begeleidt groepsprocessen.",
        "notatie": None,
        "leerlijn": "WP",
        "leeruitkomst": "WP3",
        "rij": "WP.4",
        "niveau": 3,
        "letter": "b",
    }
    assert isinstance(kader["WP3"], Leeruitkomst)


def test_records_without_a_framework_have_an_order_within_their_leerlijn_only(kader: Raamwerk) -> None:
    los = [attrs.evolve(c) for c in kader["WPO"].leeruitkomsten[0].succescriteria]
    assert sorted(reversed(los)) == los
    vast = kader.succescriterium(los[0].code)
    assert los[0] == vast
    assert not los[0] < vast
    assert los[0] <= vast
    for ander in (kader["WD1.1a"], attrs.evolve(kader["WD1.1a"])):
        with pytest.raises(TypeError):
            sorted([los[0], ander])


def test_a_leeruitkomst_without_a_text_of_its_own_is_its_code(elk: Raamwerk) -> None:
    """Where the source says nothing nothing is shown: no space behind the code, no dash, no text made up."""
    for uitkomst in elk.leeruitkomsten:
        assert str(uitkomst) == (f"{uitkomst.code} {uitkomst.tekst}" if uitkomst.tekst else uitkomst.code)


def test_a_leeruitkomst_is_empty_where_the_source_has_neither_a_text_nor_criteria_nor_a_code() -> None:
    leeg = Leeruitkomst("WP1", "", ())
    assert leeg.leeg
    for anders in (
        {"tekst": "Je leert."},
        {"notatie": "1.1"},
        {"succescriteria": (Succescriterium("WP1.1a", "Je leest."),)},
    ):
        assert not attrs.evolve(leeg, **anders).leeg


def test_a_code_of_the_source_stands_behind_ours_in_tables() -> None:
    breed = RAAMWERKEN["breed"]
    lijn = breed.leerlijn("QR")
    assert lijn._tabel().kop[:4] == ("Rij", "QR1", "QR2 (LO-<2>)", "QR3")
    cellen = [cel for rij in lijn._tabel().rijen for cel in rij[1:] if not isinstance(cel, str)]
    teksten = ["".join(tekst for _, tekst in regel) for cel in cellen for regel in cel]
    assert [tekst for tekst in teksten if "(" in tekst] == ["QR11.2ab (1.2.28) Bullet <ab>"]
    assert ["(1.2.28)" in breed.evl(n)._repr_html_() for n in (2, 11)] == [False, True]
    assert "(LO-&lt;2&gt;)" in breed.evl(2)._repr_html_()
    ladder = RAAMWERKEN["ladder"]
    assert any("(T-4.1)" in stap._repr_html_() for stap in ladder.verdieping("TECH2", "TECH4"))


def test_a_matrix_has_a_line_of_leeruitkomsten_only_where_one_has_a_text(elk: Raamwerk) -> None:
    """A ladder of skills without outcomes does not begin with a line of dashes."""
    for lijn in elk.leerlijnen:
        koppen = [rij[0] for rij in lijn._tabel().rijen]
        assert ("Leeruitkomst" in koppen) == any(uitkomst.tekst for uitkomst in lijn.leeruitkomsten)
        assert len(koppen) == len(lijn.rijen) + ("Leeruitkomst" in koppen)


def test_white_space_is_no_text() -> None:
    """Empty is empty; what only looks so is a fault."""
    with pytest.raises(lu.OngeldigRaamwerk) as gevangen:
        Leeruitkomst("A1", " ", Reeks())
    assert [(fout.pad, fout.soort) for fout in gevangen.value.bevindingen] == [("tekst", "verkeerde_vorm")]
