"""Every kind of table gives the same numbers: those that sets of codes give."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import leeruitkomsten as lu
from cohort.conftest import Motor
from cohort.tabellen import SNEL, Antwoord, Orakel, Regels
from leeruitkomsten import Raamwerk, cohort

KADER = lu.laad()
CODES = [c.code for c in KADER.succescriteria]
EENHEDEN = ("leeruitkomst", "evl", "criterium")
NAMEN = ["007", "7", "O'Brien", 'zei "ja"', "a,b;c", "É", "e\u0301", "学生", "\\", " x", "${x}{y}", "-1", "NULL", "nan"]


def bewijs(kader: Raamwerk, zaad: int, *, getal: bool = False, onbekend: bool = False) -> Regels:
    """Lines in random order, a third of them twice or more, and students with one line only."""
    kans = random.Random(zaad)
    codes = [c.code for c in kader.succescriteria]
    sleutels: list[Any] = [-(2**63), -1, 0, 7, 2**53, 2**53 + 1, 2**63 - 1] if getal else NAMEN
    regels = [(kans.choice(sleutels), kans.choice(codes)) for _ in range(150)]
    regels += [(sleutels[0], code) for code in codes] + kans.choices(regels, k=70)
    if onbekend:
        fout: list[str | None] = ["wp1.1a", "", "é'", "WP1", None, " ", "\t\u3000\x1f\xa0", "?"]
        regels += [(kans.choice(sleutels), kans.choice(fout)) for _ in range(60)]
        regels += [(98 if getal else "alleen leeg", None), (99 if getal else "alleen onbekend", "WP1")]
    kans.shuffle(regels)
    return regels


def gelijk(motor: Motor, antwoord: Antwoord, kolommen: list[str], regels: list[tuple[Any, ...]]) -> None:
    namen, gekregen = antwoord
    if motor.lui:
        gekregen, regels = sorted(gekregen), sorted(regels)
    assert gekregen == regels
    assert not regels or namen == kolommen


def namen_van(orakel: Orakel, eenheid: str, breed: bool) -> list[str]:
    return ["student", *(orakel.eenheden(eenheid) if breed else (eenheid, "aangetoond", "totaal"))]


@pytest.mark.parametrize("breed", [False, True])
@pytest.mark.parametrize("eenheid", EENHEDEN)
def test_voortgang_is_what_sets_count(motor: Motor, eenheid: str, breed: bool) -> None:
    regels = bewijs(KADER, 1, getal=breed)
    antwoord = motor.lees(cohort.voortgang(motor.maak(regels), per="student", eenheid=eenheid, breed=breed))
    orakel = Orakel(KADER, motor.sleutels(regels))
    verwacht = orakel.breed(eenheid) if breed else orakel.lang(eenheid)
    gelijk(motor, antwoord, namen_van(orakel, eenheid, breed), verwacht)


def test_per_criterium_is_what_sets_count_in_source_order(motor: Motor) -> None:
    regels = bewijs(KADER, 2)[:90]
    namen, gekregen = motor.lees(cohort.per_criterium(motor.maak(regels), per="student"))
    assert namen == ["criterium", "aangetoond", "totaal"]
    assert gekregen == Orakel(KADER, motor.sleutels(regels)).per_criterium()
    assert [code for code, _, _ in gekregen] == CODES


@pytest.mark.dagelijks("klein")
def test_any_framework_is_counted_in_one_pass(motor: Motor, elk: Raamwerk) -> None:
    if not elk.succescriteria:
        with pytest.raises(ValueError, match="geen succescriteria"):
            cohort.tel(motor.maak([("x", "A1.1a")]), per="student", raamwerk=elk)
        return
    regels = bewijs(elk, 3)
    telling = cohort.tel(motor.maak(regels), per="student", raamwerk=elk)
    orakel = Orakel(elk, motor.sleutels(regels))
    gelijk(
        motor, motor.lees(telling.voortgang()), namen_van(orakel, "leeruitkomst", False), orakel.lang("leeruitkomst")
    )
    breed = motor.lees(telling.voortgang(eenheid="evl", breed=True))
    gelijk(motor, breed, namen_van(orakel, "evl", True), orakel.breed("evl"))
    if len(elk.succescriteria) < 200 or motor.naam != "spark":
        assert motor.lees(telling.per_criterium())[1] == orakel.per_criterium()


def test_a_telling_answers_as_the_functions_do(snel: Motor, klein: Raamwerk) -> None:
    tabel = snel.maak(bewijs(klein, 4, getal=True))
    telling = cohort.tel(tabel, per="student", raamwerk=klein)
    for eenheid in EENHEDEN:
        for breed in (False, True):
            los = cohort.voortgang(tabel, per="student", raamwerk=klein, eenheid=eenheid, breed=breed)
            namen, antwoord = snel.lees(los)
            gelijk(snel, snel.lees(telling.voortgang(eenheid=eenheid, breed=breed)), namen, antwoord)
    assert snel.lees(telling.per_criterium()) == snel.lees(cohort.per_criterium(tabel, per="student", raamwerk=klein))


def test_codes_set_apart_do_not_count_but_their_students_do(motor: Motor) -> None:
    regels = bewijs(KADER, 5, onbekend=True)
    tabel = motor.maak(regels)
    orakel = Orakel(KADER, motor.sleutels(regels))
    telling = cohort.tel(tabel, per="student", onbekend="apart")
    breed = motor.lees(telling.voortgang(breed=True))
    gelijk(motor, breed, namen_van(orakel, "leeruitkomst", True), orakel.breed("leeruitkomst"))
    assert ("alleen onbekend", *[0] * 16) in breed[1]
    assert ("alleen leeg", *[0] * 16) in breed[1]
    assert telling.weggelaten == orakel.weggelaten()
    assert telling.weggelaten.leeg
    assert motor.lees(telling.per_criterium())[1] == orakel.per_criterium()
    lang = motor.lees(cohort.voortgang(tabel, per="student", onbekend="apart"))
    gelijk(motor, lang, namen_van(orakel, "leeruitkomst", False), orakel.lang("leeruitkomst"))


def test_unknown_codes_are_listed_the_most_frequent_first(motor: Motor) -> None:
    regels = [*bewijs(KADER, 6, onbekend=True), ("x", None), (None, "WP1"), (None, "WP1.1a")]
    namen, gekregen = motor.lees(cohort.onbekende_codes(motor.maak(regels), per="student"))
    assert (namen, gekregen) == (["criterium", "regels"], Orakel(KADER, regels).onbekende_codes())


def test_nothing_is_left_out_unless_it_is_asked_for(motor: Motor) -> None:
    regels = bewijs(KADER, 8)
    for omgang in ("fout", "apart"):
        weggelaten = cohort.tel(motor.maak(regels), per="student", onbekend=omgang).weggelaten
        assert weggelaten == cohort.Weggelaten(KADER.kenmerk, len(regels), 0, ())


def test_evidence_without_unknown_codes_has_none(snel: Motor) -> None:
    assert snel.lees(cohort.onbekende_codes(snel.maak([("x", "WP1.1a")]), per="student"))[1] == []


def test_counts_are_64_bit_numbers_and_keys_keep_their_type(motor: Motor) -> None:
    tabel = motor.maak([(7, "WP1.1a"), (8, "onbekend")])
    sleutel = "tekst" if motor.naam == "csv" else "getal"
    typen = motor.soort.typen
    telling = cohort.tel(tabel, per="student", onbekend="apart")
    assert typen(telling.voortgang()) == [sleutel, "tekst", "getal", "getal"]
    assert typen(telling.voortgang(eenheid="evl", breed=True)) == [sleutel, *["getal"] * 4]
    assert typen(telling.per_criterium()) == ["tekst", "getal", "getal"]
    assert typen(cohort.onbekende_codes(tabel, per="student")) == ["tekst", "getal"]
    tekst = cohort.voortgang(motor.maak([("x", "WP1.1a")]), per="student", eenheid="criterium")
    assert typen(tekst) == ["tekst", "tekst", "getal", "getal"]


def test_a_table_without_lines_gives_one_without_students(motor: Motor) -> None:
    telling = cohort.tel(motor.maak([]), per="student")
    assert motor.lees(telling.voortgang())[1] == []
    assert motor.lees(telling.voortgang(breed=True))[1] == []
    assert motor.lees(telling.per_criterium())[1] == [(code, 0, 0) for code in CODES]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=6)
@given(
    regels=st.lists(
        st.tuples(
            st.sampled_from([-5, 0, 3, 12]) | st.integers(-(2**63), 2**63 - 1),
            st.sampled_from([*CODES, "WP", "WP2", None, "", "\r\n "]),
        ),
        min_size=1,
        max_size=60,
    ),
    eenheid=st.sampled_from(EENHEDEN),
)
@pytest.mark.dagelijks("pandas", "polars", "duckdb", "lijst")
@pytest.mark.parametrize("naam", [naam for naam in SNEL if naam != "csv"])
def test_any_evidence_is_what_sets_count(naam: str, kies: Callable[[str], Motor], regels: Regels, eenheid: str) -> None:
    motor = kies(naam)
    telling = cohort.tel(motor.maak(regels), per="student", onbekend="apart")
    orakel = Orakel(KADER, regels)
    gelijk(
        motor, motor.lees(telling.voortgang(eenheid=eenheid)), namen_van(orakel, eenheid, False), orakel.lang(eenheid)
    )
    gelijk(
        motor,
        motor.lees(telling.voortgang(eenheid=eenheid, breed=True)),
        namen_van(orakel, eenheid, True),
        orakel.breed(eenheid),
    )
    assert motor.lees(telling.per_criterium())[1] == orakel.per_criterium()
    assert telling.weggelaten == orakel.weggelaten()


def test_order_and_repetition_of_lines_do_not_matter(snel: Motor) -> None:
    regels = bewijs(KADER, 7)
    een, ander = (
        snel.lees(cohort.voortgang(snel.maak(alle), per="student")) for alle in (regels, [*regels[::-1], *regels])
    )
    gelijk(snel, een, *ander)


def test_other_columns_do_not_matter_and_codes_have_the_column_that_is_named(motor: Motor) -> None:
    tabel = motor.maak([("WP1.1a", "x"), ("WP1.2a", "x")], ("code", "sleutel"))
    antwoord = motor.lees(cohort.voortgang(tabel, per="sleutel", criterium="code"))
    assert antwoord == (["sleutel", "leeruitkomst", "aangetoond", "totaal"], [("x", "WP1", 2, 4)])
