"""What becomes of the codes in a portfolio when the framework changes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.migratie import Migratie
from test_vergelijking import CODES, KADERS, raamwerk

BOEK, BRIEF = "Je leest een boek.", "Je schrijft een brief."
BEIDE = "Je leest een boek en je schrijft een brief."
SOEP = "Niemand kookt morgen soep."
Teksten = dict[str, str]


def delen(migratie: Migratie) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    """The parts that hold something."""
    alle = {"mee": migratie.mee, "bekijken": migratie.bekijken, "vervallen": migratie.vervallen}
    return {naam: [(o.oud, o.nieuw, o.reden) for o in deel] for naam, deel in alle.items() if deel}


def overzetten(oud: Raamwerk, nieuw: Raamwerk, *codes: str) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    return delen(lu.migreer(codes, oud, nieuw))


@pytest.mark.parametrize(
    ("nieuw", "naar", "reden"),
    [
        ({"A1.1a": BOEK}, "A1.1a", "gelijk"),
        ({"A2.1a": BOEK}, "A2.1a", "verplaatst"),
        ({"A1.2a": BOEK}, "A1.2a", "verplaatst"),
        ({"A1.1b": BOEK}, "A1.1b", "hernummerd"),
        ({"A1.1a": BOEK, "A1.1b": BEIDE}, "A1.1a", "gelijk"),
    ],
)
def test_an_equal_text_carries_over(nieuw: Teksten, naar: str, reden: str) -> None:
    assert overzetten(raamwerk({"A1.1a": BOEK}), raamwerk(nieuw), "A1.1a") == {"mee": [("A1.1a", (naar,), reden)]}


@pytest.mark.parametrize(
    ("oud", "nieuw", "wie", "kandidaten", "reden"),
    [
        ({"A1.1a": BOEK}, {"A1.1a": "Je leest een verhaal."}, "A1.1a", {"A1.1a"}, "gewijzigd"),
        ({"A1.1a": BOEK}, {"A1.1a": SOEP}, "A1.1a", {"A1.1a"}, "gewijzigd"),
        ({"A1.1a": BOEK}, {"A2.1a": "Je leest een verhaal."}, "A1.1a", {"A2.1a"}, "lijkt op"),
        ({"A1.1a": BEIDE}, {"A1.1a": BOEK, "A1.1b": BRIEF}, "A1.1a", {"A1.1a", "A1.1b"}, "gesplitst"),
        ({"A1.1a": BEIDE}, {"A2.1a": BOEK, "A2.2a": BRIEF}, "A1.1a", {"A2.1a", "A2.2a"}, "gesplitst"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A2.1a": BEIDE}, "A1.1a", {"A2.1a"}, "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A2.1a": BEIDE}, "A1.1b", {"A2.1a"}, "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A1.1a": BEIDE}, "A1.1a", {"A1.1a"}, "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A1.1a": BEIDE}, "A1.1b", {"A1.1a"}, "samengevoegd"),
    ],
)
def test_what_is_not_equal_is_for_a_person_with_the_candidates(
    oud: Teksten, nieuw: Teksten, wie: str, kandidaten: set[str], reden: str
) -> None:
    gevonden = overzetten(raamwerk(oud), raamwerk(nieuw), wie)
    assert list(gevonden) == ["bekijken"]
    [(code, codes, waarom)] = gevonden["bekijken"]
    assert (code, set(codes), waarom) == (wie, kandidaten, reden)


def test_what_ended_and_comes_near_nothing_has_ended() -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK, "A1.1b": SOEP}), raamwerk({"A1.1a": BOEK}), "A1.1b")
    assert gevonden == {"vervallen": [("A1.1b", (), "vervallen")]}


def test_two_texts_that_are_alike_and_each_corrected_are_changed_and_not_merged(kader: Raamwerk) -> None:
    codes = [erratum.code for erratum in kader.errata]
    gevonden = overzetten(kader, lu.laad(errata=True), *codes)
    assert gevonden == {"bekijken": [(code, (code,), "gewijzigd") for code in codes]}


def test_two_texts_that_changed_places_were_not_split() -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK, "A1.2a": SOEP}), raamwerk({"A1.1a": SOEP, "A1.2a": BOEK}), "A1.1a")
    [(_, codes, reden)] = gevonden.get("bekijken", gevonden.get("mee", []))
    assert "A1.2a" in codes
    assert reden != "gesplitst"


@pytest.mark.parametrize("nieuw", [{"A2.1a": SOEP}, {"A2.1a": SOEP, "A1.2a": "Je leest een verhaal."}])
def test_a_stated_successor_is_the_candidate(nieuw: Teksten) -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK}), raamwerk(nieuw, vervallen={"A1.1a": ["A2.1a"]}), "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", ("A2.1a",), "opgevolgd")]}


def test_a_successor_that_ended_too_gives_the_one_that_exists() -> None:
    nieuw = raamwerk({"A2.1a": SOEP}, vervallen={"A1.1a": ["A1.2a"], "A1.2a": ["A2.1a"]})
    gevonden = overzetten(raamwerk({"A1.1a": BOEK}), nieuw, "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", ("A2.1a",), "opgevolgd")]}


@pytest.mark.parametrize("tekst", ["Je toont je professionele identiteit.", "Professionele identiteit"])
def test_a_criterium_does_not_go_on_as_a_leerlijn(tekst: str) -> None:
    oud = raamwerk({"A1.1a": tekst})
    nieuw = raamwerk(
        leerlijnen={"A": "Leren", "B": "Professionele identiteit"}, uitkomsten={"B1": "Hoi.", "B2": "Dag."}
    )
    assert overzetten(oud, nieuw, "A1.1a") == {"vervallen": [("A1.1a", (), "vervallen")]}


def test_leerlijnen_and_leeruitkomsten_migrate_like_criteria() -> None:
    oud = raamwerk(leerlijnen={"A": "Leren", "B": "Doen"}, uitkomsten={"A1": BOEK, "A2": BRIEF})
    nieuw = raamwerk(leerlijnen={"C": "Leren", "B": "Kunnen"}, uitkomsten={"C1": BOEK, "C2": SOEP})
    gevonden = overzetten(oud, nieuw, "A", "B", "A1", "A2")
    assert gevonden == {
        "mee": [("A", ("C",), "hernummerd"), ("A1", ("C1",), "hernummerd")],
        "bekijken": [("B", ("B",), "gewijzigd")],
        "vervallen": [("A2", (), "vervallen")],
    }


@pytest.mark.parametrize("code", ["A.1", "A1.1"])
def test_a_row_or_cel_is_for_a_person_once_a_criterium_in_it_changed(code: str) -> None:
    oud = raamwerk({"A1.1a": BOEK, "A1.1b": SOEP})
    assert overzetten(oud, oud, code) == {"mee": [(code, (code,), "gelijk")]}
    for nieuw in ({"A1.1a": BRIEF, "A1.1b": SOEP}, {"A1.1a": BOEK}, {"A1.1a": BOEK, "A1.1b": SOEP, "A1.1c": BRIEF}):
        assert overzetten(oud, raamwerk(nieuw), code) == {"bekijken": [(code, (code,), "gewijzigd")]}


@pytest.mark.parametrize("code", ["A.1", "A1.1", "EvL2"])
def test_what_went_with_its_leerlijn_or_niveau_does_not_go_on_as_itself(code: str) -> None:
    oud = raamwerk({"A1.1a": BOEK}, leerlijnen={"A": "Leren", "B": "Doen"})
    nieuw = raamwerk(leerlijnen={"B": "Doen"}, fasen=("Start",))
    for deel in overzetten(oud, nieuw, code).values():
        assert all(code not in kandidaten for _, kandidaten, _ in deel)


def test_an_evl_of_which_a_leeruitkomst_changed_is_for_a_person() -> None:
    nieuw = raamwerk(uitkomsten={"A2": SOEP})
    assert list(overzetten(raamwerk(), nieuw, "EvL1")) == ["mee"]
    assert list(overzetten(raamwerk(), nieuw, "EvL2")) == ["bekijken"]


@pytest.mark.parametrize(("code", "naar"), [("A.1", "C.1"), ("A1.1", "C1.1")])
def test_a_row_of_a_leerlijn_with_another_code_is_for_a_person(code: str, naar: str) -> None:
    oud = raamwerk({"A1.1a": BOEK}, leerlijnen={"A": "Leren"})
    nieuw = raamwerk({"C1.1a": BOEK}, leerlijnen={"C": "Leren"})
    assert overzetten(oud, nieuw, code, "A1.1a") == {
        "bekijken": [(code, (naar,), "gewijzigd")],
        "mee": [("A1.1a", ("C1.1a",), "verplaatst")],
    }


def test_order_and_repeats_are_kept() -> None:
    codes = ["A2", "A1.1a", "A1", "A1.1a", "A2"]
    migratie = lu.migreer(iter(codes), raamwerk({"A1.1a": BOEK}), raamwerk({"A1.1a": SOEP}))
    assert [o.oud for o in migratie.mee] == ["A2", "A1", "A2"]
    assert [o.oud for o in migratie.bekijken] == ["A1.1a", "A1.1a"]
    assert str(migratie) == "gaat mee: 3, om te bekijken: 2, vervallen: 0"


def test_no_codes_are_fine() -> None:
    assert delen(lu.migreer([], raamwerk(), raamwerk())) == {}


@pytest.mark.parametrize("oud", [raamwerk({"A1.1a": BOEK}), raamwerk({"A1.1a": SOEP})])
def test_what_the_old_framework_never_had_is_named_all_at_once(oud: Raamwerk) -> None:
    nieuw = raamwerk({"A1.1a": BOEK, "A1.9z": BRIEF})
    for codes in (["A1.1a", "A1.9z", "A1", "X1", "a1", ""], ["A1.9z", "X1", "a1", ""]):
        with pytest.raises(OnbekendeCode) as fout:
            lu.migreer(codes, oud, nieuw)
        assert [fout.value.code, *(f.code for f in fout.value.verder)] == ["A1.9z", "X1", "a1", ""]


@pytest.mark.parametrize("geen", [3, None, ["A1"], b"A1"])
def test_what_is_no_text_is_no_code(geen: object) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.migreer(["A1", geen], raamwerk(), raamwerk())  # type: ignore[list-item]
    assert (fout.value.code, fout.value.verder) == (geen, ())


def test_an_unknown_code_says_what_may_have_been_meant() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.migreer("a1.1A", raamwerk({"A1.1a": BOEK}), raamwerk())
    assert fout.value.suggesties == ("A1.1a",)


def test_one_code_may_stand_by_itself() -> None:
    oud, nieuw = raamwerk({"A1.1a": BOEK}), raamwerk({"A1.1a": SOEP})
    assert lu.migreer("A1.1a", oud, nieuw) == lu.migreer(["A1.1a"], oud, nieuw)


@pytest.mark.parametrize("verkeerd", ["oud.json", b"{}", None, {}, (), lu.vergelijk(raamwerk(), raamwerk())])
def test_what_is_no_framework_is_said_in_dutch(verkeerd: object) -> None:
    for een, ander in ((verkeerd, raamwerk()), (raamwerk(), verkeerd)):
        with pytest.raises(TypeError, match="migreer vraagt om codes en twee raamwerken"):
            lu.migreer(["A1"], een, ander)  # type: ignore[arg-type]


def test_it_draws_itself_with_the_part_of_each_code() -> None:
    oud, nieuw = raamwerk({"A1.1a": BOEK, "A1.2a": SOEP}), raamwerk({"A1.1a": BRIEF})
    migratie = lu.migreer(["A1", "A1.1a", "A1.2a"], oud, nieuw)
    assert migratie.tabel().rijen == (
        ("gaat mee", "A1", "A1", "gelijk"),
        ("om te bekijken", "A1.1a", "A1.1a", "gewijzigd"),
        ("vervallen", "A1.2a", "", "vervallen"),
    )
    assert str(migratie.vervallen) == "A1.2a → – (vervallen)"
    assert migratie.als_dict()["mee"] == [{"oud": "A1", "nieuw": ["A1"], "reden": "gelijk"}]


@given(KADERS, KADERS, st.lists(st.sampled_from([*CODES, "A", "B", "C", "A1", "B2", "A.1", "A1.1", "EvL1"])))
def test_the_codes_given_are_exactly_the_union_of_the_parts(oud: Raamwerk, nieuw: Raamwerk, codes: list[str]) -> None:
    codes = [code for code in codes if code in oud]
    migratie = lu.migreer(codes, oud, nieuw)
    over = Counter(codes)
    for deel in (migratie.mee, migratie.bekijken, migratie.vervallen):
        eigen = [overgang.oud for overgang in deel]
        over.subtract(eigen)
        assert eigen == [code for code in codes if code in set(eigen)]
    assert not any(over.values())


@given(KADERS, KADERS)
def test_every_text_carries_over_only_when_it_is_equal(oud: Raamwerk, nieuw: Raamwerk) -> None:
    teksten = {
        kader: {c.code: c.tekst for c in (*kader.leeruitkomsten, *kader.succescriteria)} for kader in (oud, nieuw)
    }
    for kader in (oud, nieuw):
        teksten[kader] |= {lijn.code: lijn.naam for lijn in kader.leerlijnen}
    migratie = lu.migreer(teksten[oud], oud, nieuw)
    for overgang in migratie.mee:
        [naar] = overgang.nieuw
        assert teksten[nieuw][naar] == teksten[oud][overgang.oud]
    for overgang in migratie.bekijken:
        assert overgang.nieuw
        assert set(overgang.nieuw) <= set(teksten[nieuw])
        assert teksten[nieuw].get(overgang.oud) != teksten[oud][overgang.oud]
    for overgang in migratie.vervallen:
        assert overgang.nieuw == ()
        assert overgang.oud not in teksten[nieuw]


@given(KADERS)
def test_everything_carries_over_to_the_same_framework(kader: Raamwerk) -> None:
    codes = [*kader]
    assert delen(lu.migreer(codes, kader, kader)) == {"mee": [(c, (c,), "gelijk") for c in codes]}
