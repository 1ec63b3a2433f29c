"""The bits: one per criterium, in source order, cut into columns of whole numbers."""

from __future__ import annotations

import sys
from itertools import combinations

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.cohort.plan import BREEDTE, LEEG, ONBEKEND, WIT, Plan


def test_every_criterium_has_a_bit_of_its_own_in_source_order(elk: Raamwerk) -> None:
    bit = Plan.van(elk).bit
    assert list(bit) == [c.code for c in elk.succescriteria]
    assert list(bit.values()) == sorted(bit.values())
    assert [masker.bit_count() for masker in (LEEG, ONBEKEND, *bit.values())] == [1] * (len(bit) + 2)
    assert len({LEEG, ONBEKEND, *bit.values()}) == len(bit) + 2


@pytest.mark.parametrize("eenheid", ["leeruitkomst", "evl", "criterium", "leerlijn", "niveau", "rij"])
def test_units_share_out_all_criteria(elk: Raamwerk, eenheid: str) -> None:
    plan = Plan.van(elk)
    delen = plan.eenheden(eenheid)
    assert sum(deel.masker for deel in delen) == sum(plan.bit.values())
    assert all(not a.masker & b.masker for a, b in combinations(delen, 2))
    assert [deel.totaal for deel in delen] == [deel.masker.bit_count() for deel in delen]


def test_a_mask_is_cut_into_columns_without_a_sign_and_without_loss(elk: Raamwerk) -> None:
    plan = Plan.van(elk)
    for masker in (0, LEEG, ONBEKEND, *plan.bit.values(), sum(plan.bit.values()) + LEEG + ONBEKEND):
        kolommen = plan.kolommen(masker)
        assert len(kolommen) == plan.aantal
        assert all(0 <= kolom < 2**63 for kolom in kolommen)
        assert sum(kolom << BREEDTE * plaats for plaats, kolom in enumerate(kolommen)) == masker


def test_a_mask_takes_no_more_columns_than_it_must(kader: Raamwerk, elk: Raamwerk) -> None:
    assert Plan.van(kader).aantal == 2
    assert (Plan.van(elk).aantal - 1) * 63 < len(elk.succescriteria) + 2 <= Plan.van(elk).aantal * 63


def test_white_space_is_what_python_takes_away() -> None:
    assert set(WIT) == {teken for teken in map(chr, range(sys.maxunicode + 1)) if not teken.strip()}


def test_a_plan_knows_its_version(elk: Raamwerk) -> None:
    assert Plan.van(elk).kader == elk
    assert lu.laad().versie == "1.0"
