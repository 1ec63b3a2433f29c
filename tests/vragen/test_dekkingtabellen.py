"""What a curriculum covers as flat tables: per succescriterium, per row, per module."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.plat import ModuledekkingRegel, RijdekkingRegel
from test_plat import streng

PLAN = {"Stage": "WD3.3b; WP1", "Leeg": "", 7: "WD2.3b, WP1.1a, x, y", "Vreemd": ["z"]}
RIJEN, MODULES = streng(list[RijdekkingRegel]), streng(list[ModuledekkingRegel])


def test_per_row_there_is_a_line_for_each() -> None:
    regels = lu.dekking(PLAN).records("rij")
    assert [regel["rij"] for regel in regels] == [rij.code for rij in lu.laad().rijen]
    assert regels[8] == {
        "rij": "WD.3", "leerlijn": "WD", "aantal": 2, "totaal": 7, "eerste": "Stage", "laatste": 7,
        "omgekeerd": "WD3.3, WD3.3b", "zonder_basis": "WD2.3, WD3.3",
    }  # fmt: skip
    assert regels[6] == {
        "rij": "WD.1", "leerlijn": "WD", "aantal": 0, "totaal": 9, "eerste": None, "laatste": None, "omgekeerd": None, "zonder_basis": None,
    }  # fmt: skip
    assert sum(regel["totaal"] for regel in regels) == 101


def test_per_module_there_is_a_line_with_what_no_other_does() -> None:
    regels = lu.dekking(PLAN).records("module")
    assert regels[0] == {
        "module": "Stage", "nummer": 1, "aantal": 5, "totaal": 101, "alleen_hier": 4, "leeruitkomsten": "WP1, WD3",
        "succescriteria": "WP1.1a, WP1.2a, WP1.3a, WP1.4a, WD3.3b", "onbekend": 0, "zonder_codes": False,
    }  # fmt: skip
    assert [(r["module"], r["aantal"], r["alleen_hier"], r["onbekend"], r["zonder_codes"]) for r in regels[1:]] == [
        ("Leeg", 0, 0, 0, True), (7, 2, 1, 2, False), ("Vreemd", 0, 0, 1, False),
    ]  # fmt: skip
    assert (regels[1]["leeruitkomsten"], regels[1]["succescriteria"]) == (None, None)


@given(st.data())
def test_the_tables_agree_with_each_other(elk: Raamwerk, data: st.DataObject) -> None:
    codes = [c.code for c in (*elk.succescriteria, *elk.rijen)]
    plan = data.draw(
        st.dictionaries(st.sampled_from(["a", "b", 3]), st.lists(st.sampled_from(codes or ["WP1"])), min_size=1)
    )
    dekking = elk.dekking(plan)
    lang = [(r["criterium"], r["rij"], r["module"]) for r in dekking.records()]
    rijen: list[Any] = dekking.records("rij")
    modules: list[Any] = dekking.records("module")
    assert RIJEN.validate_python(rijen) == rijen
    assert MODULES.validate_python(modules) == modules
    assert [regel["rij"] for regel in rijen] == [rij.code for rij in elk.rijen]
    for regel in rijen:
        assert regel["aantal"] == len(
            {code for code, rij, module in lang if rij == regel["rij"] and module is not None}
        )
    keren = Counter(code for code, _, _ in lang)
    for regel in modules:
        eigen = [code for code, _, module in lang if module == regel["module"]]
        assert regel["aantal"] == len(eigen)
        assert regel["alleen_hier"] == sum(keren[code] == 1 for code in eigen)


def test_no_other_table_exists() -> None:
    dekking: Any = lu.dekking(PLAN)
    assert dekking.records("criterium") == dekking.records()
    with pytest.raises(lu.OngeldigeVraag, match=r"^per='klas' kan niet; kies uit: 'criterium', 'rij' of 'module'$"):
        dekking.records("klas")
