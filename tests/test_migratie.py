"""What becomes of the codes in a portfolio when the framework changes."""

from __future__ import annotations

import importlib
import itertools
import json
import pickle
from collections import Counter
from typing import Any

import attrs
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk, VerkeerdType
from leeruitkomsten.migratie import DEKT, Migratie, _PerWoord
from leeruitkomsten.vergelijking import Woordentelling, tel_woorden
from test_vergelijking import CODES, KADERS, besproken, raamwerk

migratie = importlib.import_module("leeruitkomsten.migratie")

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
        ({"A1.1a": BOEK, "A1.1b": BOEK}, "A1.1a", "gelijk"),
        ({"A1.2a": BOEK, "A1.3a": BOEK}, "A1.2a", "verplaatst"),
    ],
)
def test_an_equal_text_carries_over(nieuw: Teksten, naar: str, reden: str) -> None:
    assert overzetten(raamwerk({"A1.1a": BOEK}), raamwerk(nieuw), "A1.1a") == {"mee": [("A1.1a", (naar,), reden)]}


@pytest.mark.parametrize(
    ("oud", "nieuw", "wie", "kandidaten", "reden"),
    [
        ({"A1.1a": BOEK}, {"A1.1a": "Je leest een verhaal."}, "A1.1a", ("A1.1a",), "gewijzigd"),
        ({"A1.1a": BOEK}, {"A1.1a": SOEP}, "A1.1a", ("A1.1a",), "gewijzigd"),
        ({"A1.1a": BOEK}, {"A2.1a": "Je leest een verhaal."}, "A1.1a", ("A2.1a",), "lijkt op"),
        ({"A1.1a": BEIDE}, {"A1.1a": BOEK, "A1.1b": BRIEF}, "A1.1a", ("A1.1a", "A1.1b"), "gesplitst"),
        ({"A1.1b": BEIDE}, {"A1.1a": BOEK, "A1.1b": BRIEF}, "A1.1b", ("A1.1b", "A1.1a"), "gesplitst"),
        ({"A1.1a": BEIDE}, {"A2.1a": BOEK, "A2.2a": BRIEF}, "A1.1a", ("A2.1a", "A2.2a"), "gesplitst"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A2.1a": BEIDE}, "A1.1a", ("A2.1a",), "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A2.1a": BEIDE}, "A1.1b", ("A2.1a",), "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A1.1a": BEIDE}, "A1.1a", ("A1.1a",), "samengevoegd"),
        ({"A1.1a": BOEK, "A1.1b": BRIEF}, {"A1.1a": BEIDE}, "A1.1b", ("A1.1a",), "samengevoegd"),
        # Also beside a change that has nothing to do with it, and beside one that only resembles it.
        ({"A1.1a": BOEK, "A1.2a": SOEP}, {"A1.1a": BRIEF, "A1.2a": "Hoi."}, "A1.1a", ("A1.1a",), "gewijzigd"),
        (
            {"A1.1a": BOEK, "A1.2a": BRIEF},
            {"A1.1a": "Je leest een krant.", "A1.2a": BEIDE},
            "A1.1a",
            ("A1.1a",),
            "gewijzigd",
        ),
        ({"A1.1a": BOEK, "A1.2a": SOEP}, {"A1.1a": BEIDE}, "A1.1a", ("A1.1a",), "gewijzigd"),
        # Its text stands under a code that says something else now.
        ({"A1.1a": BOEK, "A1.2a": SOEP}, {"A1.1a": "Dag.", "A1.2a": BOEK}, "A1.1a", ("A1.1a", "A1.2a"), "gewijzigd"),
        # The same where its own code is gone: two old codes lead to that one.
        ({"A1.1a": BOEK, "A1.2a": SOEP}, {"A1.2a": BOEK}, "A1.1a", ("A1.2a",), "samengevoegd"),
    ],
)
def test_what_is_not_equal_is_for_a_person_with_the_candidates(
    oud: Teksten, nieuw: Teksten, wie: str, kandidaten: tuple[str, ...], reden: str
) -> None:
    assert overzetten(raamwerk(oud), raamwerk(nieuw), wie) == {"bekijken": [(wie, kandidaten, reden)]}


VIJF = "een twee drie vier vijf"


@pytest.mark.parametrize(
    ("nieuw", "kandidaten", "reden"),
    [
        ("drie vier vijf zes zeven acht negen", ("A1.1a", "A1.2a"), "gesplitst"),  # 3 of the 5 words of the shorter one
        ("vier vijf zes zeven acht negen tien", ("A1.1a",), "gewijzigd"),  # 2 of 5
        ("drie vier zes", ("A1.1a", "A1.2a"), "gesplitst"),  # 2 of 3
        ("vier vijf zes zeven", ("A1.1a",), "gewijzigd"),  # 2 of 4
        ("…", ("A1.1a",), "gewijzigd"),
    ],
)
def test_a_text_is_split_when_a_new_one_has_three_of_five_words(
    nieuw: str, kandidaten: tuple[str, ...], reden: str
) -> None:
    assert DEKT == 0.6
    gevonden = overzetten(raamwerk({"A1.1a": VIJF}), raamwerk({"A1.1a": "een twee", "A1.2a": nieuw}), "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", kandidaten, reden)]}


@pytest.mark.parametrize(
    ("nieuw", "gevonden"),
    [
        # 3 of the 5 words of each
        (
            "een twee drie elf twaalf dertien",
            {"bekijken": [("A1.1a", ("A2.1a",), "samengevoegd"), ("A1.1b", ("A2.1a",), "samengevoegd")]},
        ),
        # 3 and 2 of 5
        (
            "een twee drie elf twaalf veertig",
            {"bekijken": [("A1.1a", ("A2.1a",), "lijkt op")], "vervallen": [("A1.1b", (), "vervallen")]},
        ),
        # 2 of 5
        (
            "een twee dertig elf twaalf veertig",
            {"vervallen": [("A1.1a", (), "vervallen"), ("A1.1b", (), "vervallen")]},
        ),
    ],
)
def test_two_texts_are_merged_when_a_new_one_has_three_of_five_words_of_each(nieuw: str, gevonden: object) -> None:
    oud = raamwerk({"A1.1a": VIJF, "A1.1b": "elf twaalf dertien veertien vijftien"})
    assert overzetten(oud, raamwerk({"A2.1a": nieuw}), "A1.1a", "A1.1b") == gevonden


def test_a_text_without_words_comes_near_nothing() -> None:
    gevonden = overzetten(raamwerk({"A1.1a": "…"}), raamwerk({"A1.2a": "!", "A1.3a": BOEK}), "A1.1a")
    assert gevonden == {"vervallen": [("A1.1a", (), "vervallen")]}


def test_a_text_that_only_moved_took_no_other_with_it() -> None:
    oud, nieuw = raamwerk({"A1.1a": BEIDE, "A1.2a": BOEK}), raamwerk({"A2.2a": BOEK})
    assert overzetten(oud, nieuw, "A1.1a", "A1.2a") == {
        "mee": [("A1.2a", ("A2.2a",), "verplaatst")],
        "vervallen": [("A1.1a", (), "vervallen")],
    }


def test_what_ended_and_comes_near_nothing_has_ended() -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK, "A1.1b": SOEP}), raamwerk({"A1.1a": BOEK}), "A1.1b")
    assert gevonden == {"vervallen": [("A1.1b", (), "vervallen")]}


def test_two_texts_that_are_alike_and_each_corrected_are_changed_and_not_merged(kader: Raamwerk) -> None:
    codes = [erratum.code for erratum in kader.errata]
    gevonden = overzetten(kader, lu.laad(errata=True), *codes)
    assert gevonden == {"bekijken": [(code, (code,), "gewijzigd") for code in codes]}


def test_two_texts_that_changed_places_were_not_split() -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK, "A1.2a": SOEP}), raamwerk({"A1.1a": SOEP, "A1.2a": BOEK}), "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", ("A1.1a", "A1.2a"), "gewijzigd")]}


@pytest.mark.parametrize("nieuw", [{"A2.1a": SOEP}, {"A2.1a": SOEP, "A1.2a": "Je leest een verhaal."}])
def test_a_stated_successor_is_the_candidate(nieuw: Teksten) -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK}), raamwerk(nieuw, vervallen={"A1.1a": ["A2.1a"]}), "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", ("A2.1a",), "opgevolgd")]}


def test_a_successor_that_ended_too_gives_the_one_that_exists() -> None:
    nieuw = raamwerk({"A2.1a": SOEP}, vervallen={"A1.1a": ["A1.2a"], "A1.2a": ["A2.1a"]})
    gevonden = overzetten(raamwerk({"A1.1a": BOEK}), nieuw, "A1.1a")
    assert gevonden == {"bekijken": [("A1.1a", ("A2.1a",), "opgevolgd")]}


@pytest.mark.parametrize(
    ("oud", "nieuw", "volgers"),
    [
        ({"A1.9a": ["A1.1a"]}, {}, ("A1.1a",)),
        ({"A1.9a": ["A1.1a"]}, {"A1.9a": ["A1.1a"]}, ("A1.1a",)),
        ({"A1.9a": ["A1.2a", "A1.1a"]}, {}, ("A1.2a", "A1.1a")),
        ({"A1.9a": ["A1"]}, {}, ("A1",)),
        # one that ended in the old framework, in the new one, and in both
        ({"A1.9a": ["A1.8a"], "A1.8a": ["A1.1a"]}, {}, ("A1.1a",)),
        ({"A1.9a": ["A1.3a"]}, {"A1.3a": ["A2.1a"]}, ("A2.1a",)),
        ({"A1.9a": ["A1.8a", "A1.2a"], "A1.8a": ["A1.3a"]}, {"A1.3a": ["A1.7a", "A1.1a"], "A1.7a": ["A2.1a"]}, ("A2.1a", "A1.1a", "A1.2a")),
        ({"A1.9a": ["A1.3a", "A1.4a"]}, {"A1.3a": ["A2.1a", "A1.1a"], "A1.4a": ["A1.1a", "A1.2a"]}, ("A2.1a", "A1.1a", "A1.2a")),
        # what the new framework says of it goes before what the old one said
        ({"A1.9a": ["A1.1a"]}, {"A1.9a": ["A2.1a"]}, ("A2.1a",)),
        ({"A1.9a": ["A1.1a"]}, {"A1.9a": []}, ()),
        # one that the new framework has elsewhere, without saying that it ended
        ({"A1.9a": ["A1.5a"]}, {}, ("A2.5a",)),
        ({"A1.9a": ["A1.5a", "A1.6a"]}, {}, ("A2.5a", "A2.6a")),
        # nothing that lives
        ({"A1.9a": []}, {}, ()),
        ({"A1.9a": ["A1.3a"]}, {}, ()),
        ({"A1.9a": ["A1.3a"]}, {"A1.3a": []}, ()),
        ({"A1.9a": ["A1.8a"], "A1.8a": []}, {}, ()),
    ],
)  # fmt: skip
def test_a_code_that_had_ended_goes_on_as_what_lives_of_its_successors(
    oud: dict[str, list[str]], nieuw: dict[str, list[str]], volgers: tuple[str, ...]
) -> None:
    blijft = {"A1.1a": "Je telt.", "A1.2a": "Wij zingen samen."}
    weg = {"A1.3a": SOEP, "A1.4a": "Morgen regent het.", "A1.5a": BOEK, "A1.6a": BRIEF}
    bij = {"A2.1a": "Hoi daar.", "A2.5a": BOEK, "A2.6a": "Je schrijft een kaart."}
    kaders = raamwerk({**blijft, **weg}, vervallen=oud), raamwerk({**blijft, **bij}, vervallen=nieuw)
    if volgers:
        assert overzetten(*kaders, "A1.9a") == {"bekijken": [("A1.9a", volgers, "opgevolgd")]}
    else:
        assert overzetten(*kaders, "A1.9a") == {"vervallen": [("A1.9a", (), "vervallen")]}


def test_a_code_that_had_ended_and_is_there_again_is_for_a_person() -> None:
    oud, nieuw = raamwerk({"A1.1a": BOEK}, vervallen={"A1.9a": ["A1.1a"]}), raamwerk({"A1.1a": BOEK, "A1.9a": SOEP})
    assert overzetten(oud, nieuw, "A1.9a") == {"bekijken": [("A1.9a", ("A1.9a",), "opgevolgd")]}


@pytest.mark.parametrize("code", ["B", "B1", "B.1", "B1.1", "EvL3"])
def test_any_kind_of_code_may_have_ended(code: str) -> None:
    oud = raamwerk({"A1.1a": BOEK}, vervallen={code: ["A1"]})
    assert overzetten(oud, raamwerk(), code) == {"bekijken": [(code, ("A1",), "opgevolgd")]}


def test_ways_that_part_and_meet_again_are_walked_once() -> None:
    treden = [(f"A1.{rij}a", f"A1.{rij}b") for rij in range(2, 62)]
    ladder = {code: list(hoger) for trede, hoger in itertools.pairwise(treden) for code in trede}
    oud = raamwerk({"A1.1a": BOEK}, vervallen={**ladder, **{code: ["A2", "A1.1a"] for code in treden[-1]}})
    # Walked once for each way there is, this would take longer than anyone waits: there are 2 ** 60 ways.
    assert overzetten(oud, raamwerk({"A1.1a": BOEK}), "A1.2a") == {
        "bekijken": [("A1.2a", ("A2", "A1.1a"), "opgevolgd")]
    }


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


def test_what_holds_a_criterium_of_many_niveaus_and_bullets_is_read_in_full() -> None:
    fasen = tuple("abcdefghijkl")
    oud, nieuw = (raamwerk({"A12.3aa": tekst, "A1.1a": SOEP}, fasen=fasen) for tekst in (BOEK, BRIEF))
    gevonden = overzetten(oud, nieuw, "A12.3", "A.3", "EvL12", "A1.1", "A.1", "EvL1", "EvL2")
    assert gevonden == {
        "mee": [(code, (code,), "gelijk") for code in ("A1.1", "A.1", "EvL1", "EvL2")],
        "bekijken": [(code, (code,), "gewijzigd") for code in ("A12.3", "A.3", "EvL12")],
    }


@pytest.mark.parametrize("code", ["A.1", "A1.1"])
def test_a_row_or_cel_that_is_no_more_has_for_candidates_where_its_texts_went(code: str) -> None:
    oud = raamwerk({"A1.1a": BOEK, "A1.1b": "Wij zingen samen.", "A2.2a": SOEP})
    plek = code.removesuffix("1")
    for nieuw, kandidaten in (
        ({"A1.3a": BOEK, "A2.2a": SOEP}, (f"{plek}3",)),
        ({"A1.3a": "Je leest een krant.", "A2.2a": SOEP}, (f"{plek}3",)),
        ({"A1.3a": "Wij zingen samen.", "A1.4a": BOEK, "A2.2a": SOEP}, (f"{plek}3", f"{plek}4")),
        ({"A1.3a": "Wij zingen samen.", "A1.3b": BOEK, "A2.2a": SOEP}, (f"{plek}3",)),
    ):
        assert overzetten(oud, raamwerk(nieuw), code) == {"bekijken": [(code, kandidaten, "gewijzigd")]}
    assert overzetten(oud, raamwerk({"A2.2a": SOEP}), code) == {"vervallen": [(code, (), "vervallen")]}


def test_an_evl_that_is_no_more_has_for_candidates_where_its_texts_went() -> None:
    oud = raamwerk({"A2.1a": BOEK}, uitkomsten={"A1": SOEP, "A2": "Wij zingen samen."})
    for teksten, gevonden in (
        ({"A1.1a": BOEK}, {"bekijken": [("EvL2", ("EvL1",), "gewijzigd")]}),
        ({}, {"vervallen": [("EvL2", (), "vervallen")]}),
    ):
        assert overzetten(oud, raamwerk(teksten, uitkomsten={"A1": SOEP}, fasen=("Start",)), "EvL2") == gevonden


@pytest.mark.parametrize("code", ["A.1", "A1.1", "EvL2"])
def test_of_a_row_cel_or_evl_a_stated_successor_is_the_candidate(code: str) -> None:
    oud = raamwerk({"A1.1a": BOEK, "A2.1a": BRIEF, "A1.2a": SOEP})
    for opvolgers, gevonden in (
        (["A.2", "A1"], {"bekijken": [(code, ("A.2", "A1"), "opgevolgd")]}),
        ([], {"vervallen": [(code, (), "vervallen")]}),
    ):
        nieuw = raamwerk({"A1.2a": SOEP, "A1.3a": BOEK}, fasen=("Start",), vervallen={code: opvolgers})
        assert overzetten(oud, nieuw, code) == gevonden


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


@pytest.mark.parametrize(
    ("code", "naar", "teksten"),
    [
        ("A2.1", "C2.1", {"C1.1a": BOEK}),  # nothing stands in that cel
        ("A.1", "C.1", {"C1.1a": SOEP}),
        ("A1.1", "C1.1", {"C1.1a": SOEP}),
        ("A.1", "C.2", {"C1.1a": SOEP, "C1.2a": BOEK}),
        ("A.1", None, {"C1.2a": SOEP}),
        ("A2.1", None, {"C1.2a": BOEK}),
    ],
)
def test_in_a_leerlijn_with_another_code_a_row_is_where_its_texts_are_or_on_its_old_place(
    code: str, naar: str | None, teksten: Teksten
) -> None:
    gevonden = overzetten(raamwerk({"A1.1a": BOEK}), raamwerk(teksten, leerlijnen={"C": "Leren"}), code)
    verwacht = {"bekijken": [(code, (naar,), "gewijzigd")]} if naar else {"vervallen": [(code, (), "vervallen")]}
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("code", "deel"), [("A.1", "mee"), ("A1.1", "mee"), ("EvL1", "bekijken"), ("EvL2", "bekijken")]
)
def test_another_name_of_a_leerlijn_or_a_new_one_touches_the_evls_alone(code: str, deel: str) -> None:
    oud = raamwerk({"A1.1a": BOEK})
    assert [*overzetten(oud, raamwerk({"A1.1a": BOEK}, leerlijnen={"A": "Leren", "B": "Doen"}), code)] == [deel]
    anders = raamwerk(
        {"A1.1a": BOEK}, leerlijnen={"A": "Doen"}, uitkomsten={n: f"Uitkomst {n[1]} van Leren." for n in ("A1", "A2")}
    )
    assert overzetten(oud, anders, code) == {"mee": [(code, (code,), "gelijk")]}


def test_what_is_said_besides_a_text_does_not_keep_a_code_from_carrying_over() -> None:
    oud = raamwerk({"A1.1a": BOEK, "A1.2a": SOEP})
    nieuw = besproken(raamwerk({"A1.1a": BOEK, "A2.2a": SOEP}, begeleiding={1: "vrij"}))
    for een, ander in ((oud, nieuw), (nieuw, oud)):
        codes = ("A", "A1", "A1.1a", "A.1", "A1.1")
        assert overzetten(een, ander, *codes) == {"mee": [(code, (code,), "gelijk") for code in codes]}


def test_in_a_leerlijn_that_is_only_alike_a_row_is_on_its_old_place_too() -> None:
    oud = raamwerk({"A1.1a": BOEK}, leerlijnen={"A": "Leren in de praktijk"})
    nieuw = raamwerk({"C1.1a": SOEP}, leerlijnen={"C": "Leren in de school"})
    assert overzetten(oud, nieuw, "A", "A.1") == {
        "bekijken": [("A", ("C",), "lijkt op"), ("A.1", ("C.1",), "gewijzigd")]
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
        lu.migreer(["A1", geen], raamwerk(), raamwerk())
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
            lu.migreer(["A1"], een, ander)


def test_it_draws_itself_with_the_part_of_each_code() -> None:
    oud, nieuw = raamwerk({"A1.1a": BOEK, "A1.2a": SOEP}), raamwerk({"A1.1a": BRIEF})
    migratie = lu.migreer(["A1", "A1.1a", "A1.2a"], oud, nieuw)
    assert migratie._tabel().rijen == (
        ("gaat mee", "A1", "A1", "gelijk"),
        ("om te bekijken", "A1.1a", "A1.1a", "gewijzigd"),
        ("vervallen", "A1.2a", "", "vervallen"),
    )
    assert migratie._tabel().kop == ("Deel", "Oud", "Nieuw", "Reden")
    assert migratie.vervallen._tabel().kop == ("Oud", "Nieuw", "Reden")
    assert str(migratie.vervallen) == "A1.2a → – (vervallen)"
    assert str(migratie) == migratie._tabel().titel == "gaat mee: 1, om te bekijken: 1, vervallen: 1"


def test_several_candidates_are_to_choose_from() -> None:
    migratie = lu.migreer("A1.1a", raamwerk({"A1.1a": BEIDE}), raamwerk({"A1.1a": BOEK, "A1.1b": BRIEF}))
    assert str(migratie.bekijken) == "A1.1a → A1.1a of A1.1b (gesplitst)"
    assert migratie._tabel().rijen == (("om te bekijken", "A1.1a", "A1.1a of A1.1b", "gesplitst"),)


def test_as_plain_data_it_says_between_which_frameworks_it_goes() -> None:
    oud, nieuw = raamwerk({"A1.1a": BOEK, "A1.2a": SOEP}), raamwerk({"A1.1a": BRIEF})
    migratie, vergelijking = lu.migreer(["A1", "A1.1a", "A1.2a"], oud, nieuw), lu.vergelijk(oud, nieuw)
    assert (migratie.oud, migratie.nieuw) == (vergelijking.oud, vergelijking.nieuw)
    assert json.loads(json.dumps(migratie.als_dict())) == {
        "oud": vergelijking.oud.als_dict(),
        "nieuw": vergelijking.nieuw.als_dict(),
        "mee": [{"oud": "A1", "nieuw": ["A1"], "reden": "gelijk", "meer": 0}],
        "bekijken": [{"oud": "A1.1a", "nieuw": ["A1.1a"], "reden": "gewijzigd", "meer": 0}],
        "vervallen": [{"oud": "A1.2a", "nieuw": [], "reden": "vervallen", "meer": 0}],
        "gangbaar": None,
    }


def test_the_same_outcome_between_other_frameworks_is_another_migration() -> None:
    een = lu.migreer("A1", raamwerk(), raamwerk())
    assert een == lu.migreer("A1", raamwerk(), raamwerk()) == pickle.loads(pickle.dumps(een))
    for kaders in ((raamwerk(), raamwerk({"A1.1a": BOEK})), (raamwerk({"A1.1a": BOEK}), raamwerk())):
        ander = lu.migreer("A1", *kaders)
        assert (ander.mee, ander.bekijken, ander.vervallen) == (een.mee, een.bekijken, een.vervallen)
        assert ander != een


def test_it_is_a_flat_table_part_by_part() -> None:
    oud = raamwerk({"A1.1a": BEIDE, "A1.2a": SOEP})
    migratie = lu.migreer(["A1.2a", "A1.1a", "A1", "A1.1a"], oud, raamwerk({"A1.1a": BOEK, "A1.1b": BRIEF}))
    assert migratie.records() == [
        {"deel": "mee", "oud": "A1", "nieuw": "A1", "reden": "gelijk", "meer": 0},
        {"deel": "bekijken", "oud": "A1.1a", "nieuw": "A1.1a, A1.1b", "reden": "gesplitst", "meer": 0},
        {"deel": "bekijken", "oud": "A1.1a", "nieuw": "A1.1a, A1.1b", "reden": "gesplitst", "meer": 0},
        {"deel": "vervallen", "oud": "A1.2a", "nieuw": None, "reden": "vervallen", "meer": 0},
    ]
    assert pd.DataFrame(migratie.records()).shape == (4, 5)
    assert migratie.bekijken[0].records() == [
        {"oud": "A1.1a", "nieuw": "A1.1a, A1.1b", "reden": "gesplitst", "meer": 0}
    ]


@given(KADERS, KADERS, st.lists(st.sampled_from([*CODES, "A", "B", "C", "A1", "B2", "A.1", "A1.1", "EvL1"])))
def test_the_codes_given_are_exactly_the_union_of_the_parts(oud: Raamwerk, nieuw: Raamwerk, codes: list[str]) -> None:
    codes = [code for code in codes if code in oud or code in {v.code for v in oud.vervallen}]
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
        kader: {u.code: u.tekst for u in kader.leeruitkomsten} | {c.code: c.tekst for c in kader.succescriteria}
        for kader in (oud, nieuw)
    }
    for kader in (oud, nieuw):
        teksten[kader] |= {lijn.code: lijn.naam for lijn in kader.leerlijnen}
    migratie = lu.migreer([*teksten[oud]], oud, nieuw)
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


@pytest.mark.parametrize(("plaats", "sleutel"), [(1, "oud"), (2, "nieuw")])
def test_what_is_no_framework_is_said_and_given_back(kader: Raamwerk, plaats: int, sleutel: str) -> None:
    gegeven: list[Any] = ["WP1", kader, kader]
    gegeven[plaats] = "raamwerk.json"
    with pytest.raises(VerkeerdType) as fout:
        lu.migreer(*gegeven)
    assert str(fout.value) == "migreer vraagt om codes en twee raamwerken; lees een bestand eerst met lees()"
    assert fout.value.gegevens == {"oud": kader, "nieuw": kader, sleutel: "raamwerk.json"}


def test_a_portfolio_gives_its_codes_when_it_is_of_the_old_framework(kader: Raamwerk) -> None:
    bewijs = [lu.Bewijs(code, "verslag", "2026-11-24") for code in ("WP2.5b", "WP1.1a", "WP2.5b")]
    portfolio = lu.Portfolio(kader.kenmerk, "s1", bewijs)
    nieuw = lu.laad(errata=True)
    assert lu.migreer(portfolio, kader, nieuw) == lu.migreer(["WP2.5b", "WP1.1a"], kader, nieuw)
    ander = lu.Portfolio(attrs.evolve(kader, sleutel="hs-x").kenmerk, "s1", bewijs)
    with pytest.raises(lu.OngeldigeVraag, match="het raamwerk is 'werkplekleren'"):
        lu.migreer(ander, kader, nieuw)


ZINNEN = st.lists(st.sampled_from("abcdefg"), max_size=6).map(" ".join)


@given(st.lists(ZINNEN, max_size=12), ZINNEN)
def test_texts_that_are_for_the_most_part_in_another_are_all_found(teksten: list[str], tekst: str) -> None:
    wijzigingen = [lu.Wijziging("toegevoegd", "rij", "naam", None, str(n), None, zin) for n, zin in enumerate(teksten)]
    woorden = Counter(tekst.split())
    telt = [(Counter(w.naar.split()), w) for w in wijzigingen if w.naar]
    dekt = [w for hier, w in telt if woorden and (hier & woorden).total() / min(hier.total(), woorden.total()) >= DEKT]
    assert _PerWoord([(w, w.naar) for w in wijzigingen], Woordentelling()).dekkend(tel_woorden(tekst)) == dekt


@given(st.lists(ZINNEN, max_size=12), ZINNEN, st.integers(1, 4))
def test_no_text_is_looked_up_by_a_word_that_stands_in_too_many(teksten: list[str], tekst: str, gangbaar: int) -> None:
    wijzigingen = [lu.Wijziging("toegevoegd", "rij", "naam", None, str(n), None, zin) for n, zin in enumerate(teksten)]
    paren = [(w, w.naar) for w in wijzigingen]
    woorden = tel_woorden(tekst)
    keren = Counter(woord for zin in teksten for woord in tel_woorden(zin))
    telt = {woord for woord in woorden if keren[woord] <= gangbaar}
    alle = [w for w in _PerWoord(paren, Woordentelling()).dekkend(woorden) if telt & tel_woorden(w.naar or "")]
    assert _PerWoord(paren, Woordentelling(), gangbaar).dekkend(woorden) == alle


EVEN = {f"A1.{rij}{letter}": f"Je leest boek{rij}{letter} uit" for rij in range(1, 4) for letter in "abcdefghij"}


@pytest.mark.parametrize(
    ("nieuw", "genoemd", "meer"),
    [
        (EVEN, [*EVEN][:20], 10),
        # Its own place first, and then where its very words stand.
        ({**dict.fromkeys(EVEN, BOEK), "A2.1a": SOEP}, ["A2.1a", *[*EVEN][:19]], 11),
    ],
    ids=["alike", "equal"],
)
def test_of_very_many_candidates_the_first_are_named_and_the_others_counted(
    nieuw: Teksten, genoemd: list[str], meer: int
) -> None:
    wie = {"A2.1a": "Je leest nooit uit" if nieuw is EVEN else BOEK}
    [overgang] = lu.migreer("A2.1a", raamwerk(wie), raamwerk(nieuw)).bekijken
    assert (list(overgang.nieuw), overgang.meer) == (genoemd, meer)
    naar = f"{' of '.join(genoemd)} of een van {meer} andere"
    assert str(overgang) == f"A2.1a → {naar} ({overgang.reden})"
    assert overgang._regel() == ("A2.1a", naar, overgang.reden)


def test_of_a_code_that_ended_before_all_candidates_of_what_followed_it_are_counted() -> None:
    oud = raamwerk({"A2.1b": "Je leest nooit uit"}, vervallen={"A2.1a": ["A2.1b"]})
    [overgang] = lu.migreer("A2.1a", oud, raamwerk(EVEN)).bekijken
    assert (overgang.nieuw, overgang.meer, overgang.reden) == (tuple(EVEN)[:20], 10, "opgevolgd")


def test_where_very_many_texts_changed_the_answer_says_by_which_words_was_looked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    oud, nieuw = raamwerk({"A1.1a": BEIDE}), raamwerk({"A2.1a": BOEK, "A2.2a": BRIEF})
    heel = lu.migreer("A1.1a", oud, nieuw)
    assert (heel.gangbaar, heel._tabel().voet) == (None, "")
    monkeypatch.setattr(migratie, "_MEESTE_PAREN", 3)
    deels = lu.migreer("A1.1a", oud, nieuw)
    assert (deels.gangbaar, deels.als_dict()["gangbaar"]) == (10, 10)
    assert deels._tabel().voet == "Op woorden uit meer dan 10 teksten is niet gezocht."
    assert deels.bekijken == heel.bekijken


def test_texts_with_other_words_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    gewogen: list[object] = []
    monkeypatch.setattr(migratie, "_dekt", lambda *woorden: gewogen.append(woorden))
    wijziging = lu.Wijziging("toegevoegd", "rij", "naam", None, "A.1", None, "")
    teksten = _PerWoord([(wijziging, f"je doet de eigen{n} taak{n} goed{n}") for n in range(1000)], Woordentelling())
    teksten.dekkend(tel_woorden("je doet de eigen7 taak8 mooi"))
    assert len(gewogen) == 2


def test_three_of_five_words_are_enough_where_two_of_them_stand_in_other_texts_too() -> None:
    een, ander = (lu.Wijziging("toegevoegd", "rij", "naam", None, code, None, "") for code in ("A.1", "A.2"))
    teksten = _PerWoord([(een, "a b c d e"), (ander, "c d e f g")], Woordentelling())
    assert teksten.dekkend(tel_woorden("c d e x y")) == [een, ander]


def test_texts_come_in_their_order_however_many_there_are() -> None:
    alle = [lu.Wijziging("toegevoegd", "rij", "naam", None, f"A.{n}", None, "") for n in range(1, 41)]
    teksten = _PerWoord(
        [(w, "een twee drie" if n in (3, 17, 32) else f"x{n}") for n, w in enumerate(alle)], Woordentelling()
    )
    assert teksten.dekkend(tel_woorden("een twee drie")) == [alle[3], alle[17], alle[32]]


def test_candidates_stand_in_source_order_whether_new_or_changed() -> None:
    oud = raamwerk({"A1.1a": SOEP, "A1.3a": BEIDE})
    nieuw = raamwerk({"A1.1a": BOEK, "A1.2a": BRIEF}, vervallen={"A1.3a": []})
    assert overzetten(oud, nieuw, "A1.3a") == {"bekijken": [("A1.3a", ("A1.1a", "A1.2a"), "gesplitst")]}
