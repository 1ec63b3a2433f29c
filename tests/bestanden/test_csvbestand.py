"""CSV: what parts the columns, and what the beginning of a large file says."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.blad import naam_van
from leeruitkomsten.bestanden.csvbestand import Begin, GeenTabel, begin_van, lees_csv


def is_kop(cellen: list[str]) -> bool:
    return {"a", "b"} <= {*map(naam_van, cellen)}


@pytest.mark.parametrize(
    ("tekst", "cellen"),
    [
        ("a,b\n1;2,3\n", [["a", "b"], ["1;2", "3"]]),
        ("x,y,z\na;b\n1,5;2\n", [["x,y,z"], ["a", "b"], ["1,5", "2"]]),
        ("sep=|\na|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("sep=ab\na,b\n", [["sep=ab"], ["a", "b"]]),
        ("x=;\na,b\n", [["x=;"], ["a", "b"]]),
        ("geen kop;twee\n1;2\n", [["geen kop", "twee"], ["1", "2"]]),
    ],
)
def test_what_parts_the_columns_is_said_or_gives_the_head(tekst: str, cellen: list[list[str]]) -> None:
    assert [regel.cellen for regel in lees_csv(tekst.encode(), is_kop).regels] == cellen


@pytest.mark.parametrize(
    ("tekst", "begin"),
    [
        ("a;b;\n1;2;\n", Begin(";", ["a", "b"], 3, 1, ())),
        (
            "titel\n\na,b,c,\n1,2\n",
            Begin(",", ["a", "b", "c"], 4, 3, ("regel 1: boven de kop staat 'titel'; dat telt niet mee",)),
        ),
        ("x;y\n1;2\n", Begin(";", ["x", "y"], 2, 1, ())),
        ("\n\n", Begin(",", [], 1, 0, ())),
        ("a,b\n1,hal", Begin(",", ["a", "b"], 2, 1, ())),
        ("a,b\n" + "1,2\n" * 20 + '3,"een\ntwee', Begin(",", ["a", "b"], 2, 1, ())),
    ],
)
def test_the_beginning_says_how_to_read_the_rest(tekst: str, begin: Begin) -> None:
    assert begin_van(tekst.encode(), is_kop) == begin


@pytest.mark.parametrize("tekst", ['sep=;\n"a\n";b\n1;2\n', '"een\ntitel"\na,b\n1,2\n'])
def test_a_cell_of_several_lines_above_a_large_table_is_refused_for_duckdb_counts_it_as_one(tekst: str) -> None:
    with pytest.raises(GeenTabel) as fout:
        begin_van(tekst.encode(), is_kop)
    assert [b.soort for b in fout.value.bevindingen] == ["niet_opgenomen"]


def test_an_error_has_its_findings() -> None:
    with pytest.raises(GeenTabel) as fout:
        begin_van(b"1,2\na,b\n", is_kop)
    assert fout.value.args == (fout.value.bevindingen,)
    assert [(b.pad, b.soort) for b in fout.value.bevindingen] == [("regel 1", "niet_opgenomen")]
