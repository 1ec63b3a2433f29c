"""The columns of a table: what the head of a niveau is, and what a head lacks."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.kolommen import EXTRA, LIJST, MATRIX, NIVEAU, kop_mist

IN_MATRIX = "in een matrix de kolommen van de niveaus ('1 …')"


@pytest.mark.parametrize(
    ("kop", "nummer", "fase"),
    [
        ("1 Start", "1", "Start"),
        ("9", "9", ""),
        ("niveau 2: Einde", "2", "Einde"),
        ("NIVEAU  3 – Visie", "3", "Visie"),
        ("4. Groei", "4", "Groei"),
        ("5 Eerste\nfase", "5", "Eerste\nfase"),
    ],
)
def test_a_niveau_has_its_number_and_phase(kop: str, nummer: str, fase: str) -> None:
    gevonden = NIVEAU.fullmatch(kop)
    assert gevonden
    assert gevonden.groups() == (nummer, fase)


@pytest.mark.parametrize("kop", ["", "0 Niets", "12 Start", "niveau", "niveau2x", "Start 1", "niveau1 Start"])
def test_what_is_no_niveau(kop: str) -> None:
    assert NIVEAU.fullmatch(kop) is None


def test_what_a_list_lacks_is_named_in_its_order() -> None:
    assert kop_mist(["leerlijn", "tekst"]) == f"in een lijst ontbreekt 'niveau', 'rij', 'criterium', {IN_MATRIX}"


def test_each_name_that_is_nearly_right_is_pointed_at() -> None:
    assert kop_mist(["leerlyn", "niveau", "rij", "critereum"]) == (
        f"in een lijst ontbreekt 'leerlijn', 'criterium', {IN_MATRIX}"
        "; 'leerlyn' lijkt op 'leerlijn'; 'critereum' lijkt op 'criterium'"
    )


def test_of_two_names_that_are_nearly_right_the_nearest_is_pointed_at() -> None:
    # Letters in the same order: eight of nine with "critereum", seven with "criterion".
    gezegd = kop_mist(["leerlijn", "niveau", "rij", "criterion", "critereum"])
    assert gezegd == f"in een lijst ontbreekt 'criterium', {IN_MATRIX}; 'critereum' lijkt op 'criterium'"


def test_one_name_of_several_words_is_a_head_that_was_not_parted() -> None:
    assert kop_mist(["leerlijn niveau"]) == "scheid de kolommen met een puntkomma, een komma of een tab"
    assert kop_mist(["leerlijn niveau"], in_csv=False).startswith("in een lijst ontbreekt 'leerlijn', ")
    for kop in (["tekst"], ["een tekst", "twee"], [""]):
        assert kop_mist(kop) == f"in een lijst ontbreekt 'leerlijn', 'niveau', 'rij', 'criterium', {IN_MATRIX}"


def test_the_names_of_the_columns() -> None:
    assert LIJST == ("leerlijn", "niveau", "rij", "criterium")
    assert MATRIX == ("leerlijn", "rij")
    assert set(EXTRA) == {"naam", "fase", "begeleiding", "leeruitkomst"}
