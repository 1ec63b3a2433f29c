"""How high a row is: enough for every line, by words that go on while they fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeruitkomsten.uitwisseling.rijhoogte import HOOGSTE, MEESTE_REGELS, aantal_regels, rijhoogte


@pytest.mark.parametrize(
    ("tekst", "breedte", "regels"),
    [
        ("", 10, 1),
        ("kort", 10, 1),
        ("een\ntwee\n\nvier", 10, 4),
        ("i" * 20, 10, 1),  # 20 of 222 thousandths, where 4660 fit
        ("m" * 20, 10, 5),  # 20 of 833: five on a line, and a line to spare
        ("中" * 12, 10, 4),  # as wide as high: four on a line, and a line to spare
        ("één twee", 10, 1),
        ("woord woord", 7, 2),
        ("👩" * 5, 10, 2),
    ],
)
def test_words_go_on_while_they_fit_and_a_long_one_is_broken(tekst: str, breedte: int, regels: int) -> None:
    assert aantal_regels(tekst, breedte) == regels


@given(st.text(max_size=200), st.integers(5, 80))
def test_a_text_takes_at_least_its_width_and_more_where_it_is_bold_or_narrower(tekst: str, breedte: int) -> None:
    regels = aantal_regels(tekst, breedte)
    assert regels >= 1 + tekst.count("\n")
    assert aantal_regels(tekst, breedte, vet=True) >= regels
    assert aantal_regels(f"{tekst}\nen nog een", breedte + 10) <= regels + 1
    # Not even the narrowest letter goes more than five times into a digit.
    assert regels * breedte * 5 >= len(tekst.replace("\n", "").replace(" ", "")) - 5 * breedte


def test_a_row_is_as_high_as_its_highest_cell_and_never_higher_than_excel_has_them() -> None:
    assert rijhoogte([]) == rijhoogte([("", 10, False)]) < 20
    assert rijhoogte([("een", 10, False), ("een\ntwee\ndrie", 10, True)]) == rijhoogte([("1\n2\n3", 10, False)])
    assert rijhoogte([("\n" * (MEESTE_REGELS - 1), 10, False)]) < HOOGSTE
    assert rijhoogte([("\n" * MEESTE_REGELS, 10, False)]) == HOOGSTE
