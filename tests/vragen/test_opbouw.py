"""Build-up: the row through all niveaus that something stands in."""

from __future__ import annotations

import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk


def test_a_criterium_a_cel_and_the_row_itself_give_the_row(elk: Raamwerk) -> None:
    for rij in elk.rijen:
        assert elk.opbouw(rij.code) is rij
        for niveau, cel in enumerate(rij.cellen, 1):
            assert elk.opbouw(f"{rij.leerlijn}{niveau}.{rij.nummer}") is rij
            assert all(elk.opbouw(criterium.code) is rij for criterium in cel)


def test_an_empty_cel_gives_its_row_too() -> None:
    assert lu.opbouw("WP1.5").code == "WP.5"
    assert lu.opbouw("WP1.5").cellen[0] == ()


@pytest.mark.parametrize(
    ("code", "soort"),
    [
        ("WP", "ander_soort"),
        ("WP2", "ander_soort"),
        ("EvL1", "ander_soort"),
        ("wp.4", "schrijfwijze"),
        ("WP.9", "onbekend"),
        (4, "onbekend"),
        (None, "onbekend"),
    ],
)
def test_what_is_none_of_these_is_unknown(code: object, soort: str) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.opbouw(code)
    assert (fout.value.code, fout.value.gevraagd, fout.value.soort) == (code, "succescriterium, cel of rij", soort)
