"""CSV: what parts the columns, and what the beginning of a large file says."""

from __future__ import annotations

import io

import pytest

from leeruitkomsten.bestanden.blad import naam_van
from leeruitkomsten.bestanden.csvbestand import Begin, GeenTabel, begin_van, eis_heel, lees_csv


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


HOE = "bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"
QUOTE = "is geen goede CSV: een aanhalingsteken klopt niet"


@pytest.mark.parametrize(
    ("inhoud", "bevinding"),
    [
        (b"a,b\n1,\xff\n\n2,3\n", ("het bestand", "onleesbaar", f"is geen UTF-8 (regel 2); {HOE}")),
        (b"\n\xff", ("het bestand", "onleesbaar", f"is geen UTF-8 (regel 2); {HOE}")),
        (b"\xffa,b\n", ("het bestand", "onleesbaar", f"is geen UTF-8 (regel 1); {HOE}")),
        (b"\xff\xfea", ("het bestand", "onleesbaar", f"is UTF-16 ('Unicode-tekst'); {HOE}")),
        ("student".encode("utf-16-le"), ("het bestand", "onleesbaar", f"is UTF-16 ('Unicode-tekst'); {HOE}")),
        ("student".encode("utf-16-be"), ("het bestand", "onleesbaar", f"is UTF-16 ('Unicode-tekst'); {HOE}")),
        (b"\xfe\xffa", ("het bestand", "onleesbaar", f"is UTF-16 ('Unicode-tekst'); {HOE}")),
        (b'a,b\n1,2\n3,"4\n', ("regel 3", "onleesbaar", QUOTE)),
        (b'a,b\n"1"2,3\n', ("regel 2", "onleesbaar", QUOTE)),
        (b'a,b\n"1\n1",2\n"3"x,4\n', ("regel 4", "onleesbaar", QUOTE)),
        (b"a,b\n" + b"x" * 131_073, ("regel 2", "te_groot", "heeft een cel van meer dan 131072 tekens")),
    ],
)
def test_what_is_no_csv_is_said_with_its_line(inhoud: bytes, bevinding: tuple[str, str, str]) -> None:
    with pytest.raises(GeenTabel) as fout:
        lees_csv(inhoud, is_kop)
    assert [tuple(een) for een in fout.value.bevindingen] == [bevinding]


def test_lines_have_the_number_of_the_text_and_cells_no_white_space_around_them() -> None:
    blad = lees_csv(b'\xef\xbb\xbf a ,b\n\n"1\n1", - \r\n,,\n2,n.v.t.,,\n', is_kop)
    assert [(regel.nummer, regel.cellen) for regel in blad.regels] == [(1, ["a", "b"]), (3, ["1\n1"]), (6, ["2"])]
    assert (blad.naam, blad.verborgen) == ("", False)


def test_what_the_file_says_of_its_columns_is_no_line() -> None:
    assert [regel.nummer for regel in lees_csv(b"SEP=;\r\na;b\r\n1;2\r\n", is_kop).regels] == [2, 3]
    assert [regel.nummer for regel in lees_csv(b"a;b\nsep=;\n", is_kop).regels] == [1, 2]


@pytest.mark.parametrize(("voor", "kolommen"), [(19, [["a", "b"]]), (20, [["a;b"]])])
def test_the_head_is_looked_for_in_the_first_twenty_lines(voor: int, kolommen: list[list[str]]) -> None:
    titel = "een, twee\n" * voor
    assert [regel.cellen for regel in lees_csv(f"{titel}a;b\n".encode(), is_kop).regels][voor:] == kolommen


def test_without_a_head_the_first_line_says_what_parts_most() -> None:
    assert [regel.cellen for regel in lees_csv(b"x\ty,z\tw\n1\t2\n", is_kop).regels] == [["x", "y,z", "w"], ["1", "2"]]
    assert lees_csv(b";;;\n;;\n", is_kop).regels == []


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_line_ends_within_a_cell_stay_as_they_are(einde: str) -> None:
    tekst = f'a,b{einde}"een{einde}twee",3{einde}'
    assert [regel.cellen for regel in lees_csv(tekst.encode(), is_kop).regels] == [["a", "b"], [f"een{einde}twee", "3"]]


@pytest.mark.parametrize("inhoud", [b"a,b\n1,2\n", b"a,b\n1,2", b'a,b\n"1",2\n', b'a,b\n"x\ny",2', b""])
def test_a_large_file_that_is_whole_is_left_alone(inhoud: bytes) -> None:
    eis_heel(io.BytesIO(inhoud), Begin(",", ["a", "b"], 2, 1, ()))


@pytest.mark.parametrize(
    ("inhoud", "waar", "reden"),
    [
        (b"a,b\n1,2\n3", "regel 3", "ontbreekt"),
        (b'a,b\n1,2\n"3,4\n5,6\n', "regel 4", "onleesbaar"),
        (b'a,b\n"1",2\n\xff,4\n', "het bestand", "onleesbaar"),
    ],
)
def test_a_large_file_that_is_not_whole_is_refused(inhoud: bytes, waar: str, reden: str) -> None:
    """Cut halfway a line, a quote that is never closed, letters that are no UTF-8."""
    with pytest.raises(GeenTabel) as fout:
        eis_heel(io.BytesIO(inhoud), Begin(",", ["a", "b"], 2, 1, ()))
    assert [(bevinding.pad, bevinding.soort) for bevinding in fout.value.bevindingen] == [(waar, reden)]
