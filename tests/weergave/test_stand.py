"""What sheets ask of a `Voortgang`: the mark of each criterium, the count of each leeruitkomst; of another framework: no."""

from __future__ import annotations

from typing import Any

import pytest

from leeruitkomsten import OngeldigeVraag, Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.weergave._matrix import matrix
from leeruitkomsten.weergave._stand import getoond
from uitwisseling.vijandig import met_tekst
from weergave.bladen import halverwege


@pytest.mark.parametrize("niveau", [None, 1, 2])
def test_each_criterium_has_its_word_and_mark(klein: Raamwerk, niveau: int | None) -> None:
    stand = getoond(klein, halverwege(klein, niveau))
    assert stand is not None
    toch = {c.code for c in klein.succescriteria[::2]}
    for c in klein.succescriteria:
        nog = ("nog aan te tonen", "○") if niveau in (None, c.niveau) else ("", "")
        assert (stand.van(c), stand.teken(c)) == (("aangetoond", "●") if c.code in toch else nog)
    for evl in klein.evls:
        elders = ", ".join(c.code for c in klein.succescriteria if c.code in toch and c.niveau != evl.niveau.nummer)
        assert stand.elders(evl) == f"Ook aangetoond, op andere niveaus: {elders}."


def test_nothing_shown_of_other_niveaus_is_no_line(kader: Raamwerk) -> None:
    stand = getoond(kader, kader.voortgang(["WP1.1a"], 1))
    assert stand is not None
    assert stand.elders(kader.evl(1)) == ""


def test_without_progress_there_is_nothing_to_ask(kader: Raamwerk) -> None:
    assert getoond(kader, None) is None


@pytest.mark.parametrize("vreemd", [["WP1.1a"], {"WP1.1a"}, "WP1.1a", 3, False])
def test_what_is_no_voortgang_is_refused(kader: Raamwerk, vreemd: Any) -> None:
    with pytest.raises(TypeError, match=r"hier hoort wat voortgang\(…\) geeft, er staat"):
        matrix(kader, "WP", vreemd)


def test_progress_of_another_framework_is_refused_with_what_differs(kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(OngeldigeVraag, match="van een ander raamwerk") as fout:
        matrix(kader, None, klein.voortgang([]))
    assert str(fout.value).splitlines()[1:] == [
        f"- de voortgang is van 'klein' ({klein.kenmerk})",
        f"- hier is het 'werkplekleren' ({kader.kenmerk})",
    ]


def test_progress_of_another_version_is_refused_with_what_differs(kader: Raamwerk) -> None:
    anders = met_tekst(kader, 0, "iets anders")
    with pytest.raises(OngeldigeVraag, match=r"\n- luidt hier anders: WP1.1a$"):
        matrix(kader, None, anders.voortgang([]))
    # Of a niveau that is not counted only what was shown is known.
    with pytest.raises(OngeldigeVraag, match=r"\n- luidt hier anders: WP1.1a$"):
        getoond(kader, anders.voortgang(["WP1.1a"], 2))
    with pytest.raises(OngeldigeVraag, match=r"\n- de sleutel en de versie zijn gelijk, de inhoud is dat niet$"):
        getoond(kader, anders.voortgang([], 2))


def test_progress_of_an_equal_framework_will_do(kader: Raamwerk) -> None:
    ander = bouw(kader.als_dict())
    assert ander is not kader
    assert matrix(kader, "WP", halverwege(ander)) == matrix(kader, "WP", halverwege(kader))
