"""What a misspelled code comes down to, and how far it is from others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten import Raamwerk, spelling
from leeruitkomsten.spelling import Nabij, silhouet, vlak


@pytest.mark.parametrize(
    ("tekst", "beeld"),
    [
        ("WP2.4a", "wp2.4a"),
        ("wp2.4A", "wp2.4a"),
        (" WP2.4a ", "wp2.4a"),
        ("\tWPI3.5b ", "wpi3.5b"),
        ("WP2-4a", "wp2.4a"),
        ("WP2–4a", "wp2.4a"),
        ("WP2—4a", "wp2.4a"),
        ("WP2\u22124a", "wp2.4a"),
        ("WP2_4a", "wp2.4a"),
        ("WP2,4a", "wp2.4a"),
        ("WP2 4a", "wp2.4a"),
        ("WP2\u00a04a", "wp2.4a"),
        ("wp 2 . 4 a", "wp2.4a"),
        ("WP2.4-a", "wp2.4a"),
        ("WP2.4.a", "wp2.4a"),
        ("WP-2", "wp2"),
        ("WP_2.4a", "wp2.4a"),
        ("WP.4", "wp.4"),
        ("WP,4", "wp.4"),
        ("WP .4", "wp.4"),
        (".4", ".4"),
        ("WP2.", "wp2"),
        ("WP2;", "wp2"),
        ("• WP2", "wp2"),
        ("▪\tWP2.4a", "wp2.4a"),
        ("(WP2)", "wp2"),
        ("„WP2”", "wp2"),
        ("WP٢", "wp2"),
        ("ＷＰ２．４ａ", "wp2.4a"),
        ("WP2\u200b", "wp2"),
        ("\ufeffWP2", "wp2"),
        ("WP2, 4a", "wp2;4a"),
        ("WP2\n4a", "wp2;4a"),
        ("WP2\u20284a", "wp2;4a"),
        ("WP2,WP3", "wp2.wp3"),
        ("WP2.l", "wp2.l"),
        ("WP.l", "wp.l"),
        ("WP2,4,a", "wp2.4a"),
        ("EvL 2", "evl2"),
        ("", ""),
        (" -.", ""),
    ],
)
def test_what_a_text_comes_down_to(tekst: str, beeld: str) -> None:
    assert vlak(tekst) == beeld


def test_a_code_comes_down_to_its_small_letters(elk: Raamwerk) -> None:
    assert all(vlak(code) == code.lower() for code in elk)


@given(st.text())
def test_any_text_comes_down_to_something_that_stays(tekst: str) -> None:
    assert isinstance(silhouet(vlak(tekst)), str)


@pytest.mark.parametrize(
    ("tekst", "als"),
    [
        ("wpl1", "wpi1"),
        ("wp|1", "wpi1"),
        ("wp11", "wpi1"),
        ("wpıl", "wpi1"),
        ("wp02", "wpo2"),
        ("wрi2", "wpi2"),
        ("wρο2", "wpo2"),
        ("ԝр2", "wp2"),
        ("ԝԁ2", "wd2"),
        ("wp2.4а", "wp2.4a"),
        ("wp2.4α", "wp2.4a"),
        ("wp2.4с", "wp2.4c"),
    ],
)
def test_what_is_mistaken_for_each_other_looks_the_same(tekst: str, als: str) -> None:
    assert silhouet(tekst) == silhouet(als)


def afstand(een: str, ander: str) -> int:
    """The distance, by the whole table."""
    tabel = [[max(i, j) if not i or not j else 0 for j in range(len(ander) + 1)] for i in range(len(een) + 1)]
    for i in range(1, len(een) + 1):
        for j in range(1, len(ander) + 1):
            tabel[i][j] = min(
                tabel[i - 1][j] + 1, tabel[i][j - 1] + 1, tabel[i - 1][j - 1] + (een[i - 1] != ander[j - 1])
            )
            if i > 1 and j > 1 and een[i - 2 : i] == ander[j - 2 : j][::-1]:
                tabel[i][j] = min(tabel[i][j], tabel[i - 2][j - 2] + 1)
    return tabel[-1][-1]


KORT = st.text("ab1.", max_size=6)


@given(st.lists(KORT, unique=True, max_size=12), KORT, st.integers(0, 3))
def test_all_that_are_nearest_are_found(teksten: list[str], tekst: str, grens: int) -> None:
    andere = [ander for ander in teksten if ander != tekst]
    dichtst = min((afstand(ander, tekst) for ander in andere), default=99)
    nabij = [ander for ander in andere if afstand(ander, tekst) == dichtst and dichtst <= grens]
    assert sorted(Nabij(andere).dichtst_bij(tekst, grens)) == sorted(nabij)


def test_two_that_changed_places_are_one_step() -> None:
    assert Nabij(["wp2.4a"]).dichtst_bij("pw2.4a", 1) == ["wp2.4a"]
    assert Nabij(["wp2.4a"]).dichtst_bij("pw2.a4", 1) == []


def test_what_cannot_be_seen_is_not_there() -> None:
    assert vlak("W\x00P2\x7f") == vlak("WP\u200d2") == "wp2"
    assert vlak("WP2\x1f4") == vlak("WP2\x854") == vlak("WP2\t4") == "wp2;4"


@given(st.lists(KORT, unique=True, max_size=12), st.lists(KORT, min_size=2, max_size=12), st.integers(1, 3))
def test_what_was_asked_before_makes_no_difference(teksten: list[str], gevraagd: list[str], grens: int) -> None:
    nabij = Nabij(teksten)
    na_elkaar = [sorted(nabij.dichtst_bij(tekst, grens)) for tekst in gevraagd]
    assert na_elkaar == [sorted(Nabij(teksten).dichtst_bij(tekst, grens)) for tekst in gevraagd]


@pytest.fixture
def gemaakt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The characters for which a line of distances was worked out."""
    gezien: list[str] = []
    verder = spelling._Automaat._verder

    def tel(zelf: spelling._Automaat, stand: spelling._Stand, teken: str) -> spelling._Stand:
        gezien.append(teken)
        return verder(zelf, stand, teken)

    monkeypatch.setattr(spelling._Automaat, "_verder", tel)
    return gezien


VEEL = [f"wp{niveau}.{rij}{letter}" for niveau in range(1, 10) for rij in range(1, 100) for letter in "abc"]


def test_a_line_of_distances_is_worked_out_once_for_all_texts(gemaakt: list[str]) -> None:
    nabij = Nabij(VEEL)
    gevraagd = [f"wp{niveau}.{rij}{letter}" for niveau in range(1, 10) for rij in range(10, 99) for letter in "defg"]
    assert all(nabij.dichtst_bij(tekst, 2) for tekst in gevraagd)
    assert len(gemaakt) < len(gevraagd)  # of seven characters each
    eerste = len(gemaakt)
    assert all(nabij.dichtst_bij(tekst, 2) for tekst in gevraagd)
    assert len(gemaakt) == eerste


def test_signs_that_no_text_has_are_all_the_same(gemaakt: list[str]) -> None:
    nabij = Nabij(VEEL)
    antwoorden = [sorted(nabij.dichtst_bij(f"wp3.1{teken}", 2)) for teken in "xyzé"]
    assert antwoorden == antwoorden[:1] * 4
    assert {"x", "y", "z", "é"}.isdisjoint(gemaakt)


def test_the_memory_of_lines_has_an_end(monkeypatch: pytest.MonkeyPatch, gemaakt: list[str]) -> None:
    gevraagd = ["wp3.12d", "pw3.21", "wp99.1c", "wp3.12d"]
    onbeperkt = [sorted(Nabij(VEEL).dichtst_bij(tekst, 2)) for tekst in gevraagd]
    gemaakt.clear()
    monkeypatch.setattr(spelling, "_MEESTE_STANDEN", 20)
    nabij = Nabij(VEEL)
    assert [sorted(nabij.dichtst_bij(tekst, 2)) for tekst in gevraagd] == onbeperkt
    assert sum(len(automaat._standen) for automaat in nabij._automaten.values()) <= 20
    assert len(gemaakt) > len({*gemaakt})
