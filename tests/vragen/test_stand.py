"""How many of how many: one class for what was shown and for what is covered."""

from __future__ import annotations

import leeruitkomsten as lu
from leeruitkomsten import Stand


def test_it_reads_as_a_sentence_and_counts_as_a_pair() -> None:
    assert str(Stand(2, 9)) == "2 van 9"
    assert Stand(2, 9) == (2, 9)
    assert (Stand(2, 9).aantal, Stand(2, 9).totaal) == (2, 9)
    assert Stand(2, 9).als_dict() == {"aantal": 2, "totaal": 9}


def test_progress_and_coverage_count_in_the_same_class() -> None:
    standen = [lu.voortgang(["WP1.1a"]).per_leeruitkomst["WP1"], lu.dekking({"a": "WP1.1a"}).per_leeruitkomst["WP1"]]
    assert {type(stand) for stand in standen} == {Stand}
    assert standen[0] == standen[1] == Stand(1, 4)
