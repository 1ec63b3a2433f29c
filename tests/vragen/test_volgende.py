"""The leeruitkomst one niveau higher, and lower."""

from __future__ import annotations

import pytest

from leeruitkomsten import OnbekendeCode, Raamwerk


def test_they_walk_one_leerlijn_from_end_to_end(elk: Raamwerk) -> None:
    for lijn in elk.leerlijnen:
        reeks = lijn.leeruitkomsten
        assert [elk.volgende(u.code) for u in reeks] == [*reeks[1:], None]
        assert [elk.vorige(u.code) for u in reeks] == [None, *reeks[:-1]]


def test_niveaus_go_by_number_and_not_by_letter() -> None:
    from conftest import RAAMWERKEN

    breed = RAAMWERKEN["breed"]
    assert breed.volgende("QR9") is breed["QR10"]
    assert breed.vorige("QR10") is breed["QR9"]
    assert breed.volgende("QR12") is None


@pytest.mark.parametrize("code", ["WP", "WP2.4a", "EvL1", "wp2", 2, None, ["WP2"]])
def test_what_is_no_leeruitkomst_is_unknown(code: object, kader: Raamwerk) -> None:
    for vraag in (kader.volgende, kader.vorige):
        with pytest.raises(OnbekendeCode) as fout:
            vraag(code)
        assert (fout.value.code, fout.value.gevraagd) == (code, "leeruitkomst")
