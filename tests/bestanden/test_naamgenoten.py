"""Names that may be one are told of, and lines that add up others."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.lees_tabel import lees_tabel
from leeruitkomsten.bestanden.naamgenoten import Naamgenoten

TWEE = "kolom 'module': namen die alleen in hoofdletters of voorloopnullen verschillen tellen als twee: "

# The names in a table, and what is said of them.
GEZEGD: dict[str, tuple[list[str], list[str]]] = {
    "capitals": (["Stage A", "stage a", "Stage A"], [f"{TWEE}'stage a' (regel 3) en 'Stage A' (regel 2)"]),
    "leading zeros": (
        ["007", "7", "70", "0", "00"],
        [f"{TWEE}'7' (regel 3) en '007' (regel 2), '00' (regel 6) en '0' (regel 5)"],
    ),
    "a total": (
        ["Stage", "Totaal", "Totaal"],
        ["regel 3: 'Totaal' in kolom 'module' telt mee als een naam; is het een optelling, haal die regel dan weg"],
    ),
    "a total of something": (
        ["SUBTOTAAL: jaar 1"],
        [
            "regel 2: 'SUBTOTAAL: jaar 1' in kolom 'module' telt mee als een naam; is het een optelling, haal die regel dan weg"
        ],
    ),
    "other names": (["Stage 1", "Stage 2", "Totaalbeeld", "7a", "07a"], []),
    "codes": (["WP1.1a", "wp1.1a", "wp1.1 a"], []),
}


@pytest.mark.parametrize("geval", GEZEGD)
def test_what_may_be_one_name_is_said(geval: str) -> None:
    namen, zinnen = GEZEGD[geval]
    inhoud = "module;criterium\n" + "".join(f"{naam};WP1.1a\n" for naam in namen)
    assert [*lees_tabel(inhoud.encode(), "module", "criterium").opmerkingen] == zinnen


def test_of_very_many_the_first_are_said() -> None:
    namen = {f"{letter}{n}": f"regel {n}" for n in range(11) for letter in "aA"}
    [zin] = Naamgenoten("module", namen).opmerkingen()
    assert zin.count(" en 'a") == 10
    assert zin.endswith("'A9' (regel 9) en 'a9' (regel 9) en nog 1")
