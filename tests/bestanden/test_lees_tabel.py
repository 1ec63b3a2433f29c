"""Tables as people make and damage them: no line is lost, and what cannot be read is named by line and column."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pytest

import leeruitkomsten as lu
from bestanden.werkmappen import samengevoegd
from leeruitkomsten.bestanden import tabelbestand
from leeruitkomsten.bestanden.lees_tabel import lees_tabel

KOLOMMEN = ("student", "criterium")
TWEE = [("s1", "WP1.1a"), ("s2", "WP2.1a")]
HOE = "bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"

# Whoever finds a new kind of damage adds a line here: what stands in the file, and the lines that it has.
GELEZEN: dict[str, tuple[bytes | str, list[tuple[str | None, str | None]]]] = {
    "commas": ("student,criterium\ns1,WP1.1a\ns2,WP2.1a\n", TWEE),
    "semicolons": ("student;criterium\ns1;WP1.1a\ns2;WP2.1a\n", TWEE),
    "tabs": ("student\tcriterium\ns1\tWP1.1a\ns2\tWP2.1a\n", TWEE),
    "line ends of Windows": ("student,criterium\r\ns1,WP1.1a\r\ns2,WP2.1a\r\n", TWEE),
    "line ends of an old Mac": ("student,criterium\rs1,WP1.1a\rs2,WP2.1a", TWEE),
    "mixed line ends": ("student,criterium\r\ns1,WP1.1a\ns2,WP2.1a\r", TWEE),
    "a byte order mark": ("\ufeffstudent,criterium\ns1,WP1.1a\ns2,WP2.1a", TWEE),
    "what Excel says of the separator": ("sep=;\r\nstudent;criterium\r\ns1;WP1.1a\r\ns2;WP2.1a\r\n", TWEE),
    "the same in quotes and capitals": ('"SEP=|"\nstudent|criterium\ns1|WP1.1a\ns2|WP2.1a\n', TWEE),
    "separators at the end": ("student;criterium;;\ns1;WP1.1a;;\ns2;WP2.1a\n", TWEE),
    "columns in another order, and others beside them": ("x,Criterium,STUDENT\n1,WP1.1a,s1\n2,WP2.1a,s2\n", TWEE),
    "white space around names and cells": (" student , criterium\n s1 ,WP1.1a \ns2\u00a0,\u2003WP2.1a\n", TWEE),
    "titles and empty lines above the head": ("Overzicht, november\n\n;;\nstudent;criterium\ns1;WP1.1a\n\ns2;WP2.1a\n\n", TWEE),
    "commas in a title above a head with semicolons": ("A, B, en C\nstudent;criterium\ns1;WP1.1a\ns2;WP2.1a\n", TWEE),
    "quotes": ('"student","criterium"\n"s1","WP1.1a"\n"s2","WP2.1a"\n', TWEE),
    "a line end in a cell": ('student,criterium,noot\ns1,WP1.1a,"een\ntwee"\ns2,WP2.1a,\n', TWEE),
    "a separator, a quote and a number sign in a cell": (
        'student,criterium\n"a,b",WP1.1a\n"zei ""ja""",WP1.1a\n#1,WP1.1a\n5" pijl,WP1.1a\n',
        [("a,b", "WP1.1a"), ('zei "ja"', "WP1.1a"), ("#1", "WP1.1a"), ('5" pijl', "WP1.1a")],
    ),
    "a short line": ("student,datum,criterium\ns1,,WP1.1a\ns2\n", [("s1", "WP1.1a"), ("s2", None)]),
    "what stands for an empty cell": (
        "student,criterium\ns1,\ns2,-\ns3,–\ns4,—\ns5,n.v.t.\ns6,N.V.T\ns7,nvt\ns8, \n", [(f"s{n}", None) for n in range(1, 9)],
    ),
    "what does not": ("student,criterium\n0,NULL\nNaN,--\n007,None\n", [("0", "NULL"), ("NaN", "--"), ("007", "None")]),
    "letters in pieces": ("student,criterium\nzoe\u0308,WP1.1a\n", [("zoë", "WP1.1a")]),
    "no lines": ("student,criterium\n", []),
    "white space before quotes": ('student, criterium\n "s1", "WP1.1a"\ns2,  WP2.1a\n', TWEE),
    "a last line without an end": ("student;criterium\ns1;WP1.1a\ns2;WP2.1a", TWEE),
    "a cell that only begins as what is said of a separator": ('"sep=;\nweg"\nstudent,criterium\ns1,WP1.1a\ns2,WP2.1a\n', TWEE),
}  # fmt: skip

# And here what is refused: what stands in the file, and each fault.
GEWEIGERD: dict[str, tuple[bytes | str, list[str]]] = {
    "two exports in one file": (
        "student,criterium\ns1,WP1.1a\nstudent,criterium,opm\ns2,WP2.1a,x\n",
        ["regel 3: hier staat nog een kop, na die van regel 1; zijn het twee tabellen onder elkaar?",
         "regel 4, kolom C: 'x' staat in een kolom zonder naam"],
    ),
    "the same export twice": (
        "student,criterium\ns1,WP1.1a\nCriterium,Student\nWP2.1a,s2\n",
        ["regel 3: hier staat nog een kop, na die van regel 1; zijn het twee tabellen onder elkaar?"],
    ),
    "lines above the head": (
        "s1,WP1.1a\nstudent,criterium\ns2,WP2.1a\n", ["regel 1: hier staat 's1' | 'WP1.1a', boven de kop van regel 2"],
    ),
    "something in a column without a name": (
        "student,,criterium\ns1,,WP1.1a\ns2,zoek,WP2.1a\n", ["regel 3, kolom B: 'zoek' staat in een kolom zonder naam"],
    ),
    "the index of pandas": (
        ",student,criterium\n0,s1,WP1.1a\n1,s2,WP2.1a\n2,s3,WP2.1a\n",
        ["regel 2, kolom A: '0' staat in een kolom zonder naam, en nog in 2 andere; is het de index van pandas? "
         "bewaar de tabel dan met index=False"],
    ),
    "names that look the same": (
        "student,criterium\nJan  P,WP1.1a\nJan P,WP1.1a\nJan\u00a0P,WP1.2a\nJan P,WP1.3a\n",
        [r"regel 3, kolom 'student': 'Jan P' verschilt alleen in witruimte van 'Jan  P' (regel 2); schrijf ze gelijk",
         r"regel 4, kolom 'student': 'Jan\xa0P' verschilt alleen in witruimte van 'Jan  P' (regel 2); schrijf ze gelijk"],
    ),
    "a quote that does not end": ('student,criterium\ns1,"WP1.1a\n', ["regel 2 is geen goede CSV: een aanhalingsteken klopt niet"]),
    "a quote that ends too soon": ('student,criterium\ns1,"WP1.1a"b\n', ["regel 2 is geen goede CSV: een aanhalingsteken klopt niet"]),
    "a cell without end": (f"student,criterium\ns1,{'x' * 131_073}\n", ["regel 2 heeft een cel van meer dan 131072 tekens"]),
    "letters of Windows": ("student,criterium\nzoë,WP1.1a\n".encode("cp1252"), [f"het bestand is geen UTF-8 (regel 2); {HOE}"]),
    "the Unicode text of Excel": ("student\tcriterium\n".encode("utf-16"), [f"het bestand is UTF-16 ('Unicode-tekst'); {HOE}"]),
    "half a last line": (
        "student;criterium;opm\ns1;WP1.1a;x\ns2;WP1.1a",
        ["regel 3: de laatste regel houdt halverwege op; is het bestand helemaal binnen? Zo ja: zet er een regeleinde achter"],
    ),
    "two files in one, each with its byte order mark": (
        "\ufeffstudent,criterium\ns1,WP1.1a\n\ufeffstudent,criterium\ns2,WP1.1a\n",
        ["regel 3: hier staat nog een kop, na die van regel 1; zijn het twee tabellen onder elkaar?"],
    ),
    "formulas that failed, as Excel saves them": (
        "student;criterium\n#N/B;WP1.1a\ns1;#REF!\n",
        ["regel 2, kolom 'student': de formule geeft een fout: #N/B", "regel 3, kolom 'criterium': de formule geeft een fout: #REF!"],
    ),
    "numbers of which Excel keeps no digits": (
        "student;criterium\n1,23457E+11;WP1.1a\n########;WP1.1a\n",
        ["regel 2, kolom 'student': '1,23457E+11' is een getal waarvan Excel cijfers heeft weggelaten",
         "regel 3, kolom 'student': '########' staat er omdat de kolom te smal was"],
    ),
    "formulas that an export wrote to keep noughts, or left as they were": (
        'student,criterium\n="007",WP1.1a\ns2,=A2\n',
        ["regel 2, kolom 'student': '=\"007\"' is een formule en niet wat eruit komt",
         "regel 3, kolom 'criterium': '=A2' is een formule en niet wat eruit komt"],
    ),
    "quotes of two exports": (
        'student,criterium\n"""s1""",WP1.1a\n', ["regel 2, kolom 'student': '\"s1\"' heeft nog aanhalingstekens om zich heen"],
    ),
    "letters that nobody sees": (
        "student,criterium\ns1\u200b,WP1.1a\ns\x001,WP1.1a\n",
        [r"regel 2, kolom 'student': 's1\u200b' heeft een onzichtbaar teken (U+200B); haal het weg",
         r"regel 3, kolom 'student': 's\x001' heeft een onzichtbaar teken (U+0000); haal het weg"],
    ),
    "a packed file that was spoiled": (
        gzip.compress(b"student,criterium\n" + bytes(range(97, 123)) * 9, mtime=0)[:40] + b"\xff" * 20, ["het bestand is geen goed .gz-bestand"],
    ),
    "nothing": ("", ["het bestand heeft geen enkele regel"]),
    "nothing but separators": (";;;\n;;\n\n", ["het bestand heeft geen enkele regel"]),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1", ["het bestand is een oud Excel-bestand (.xls); bewaar het als .xlsx"]),
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1" + "EncryptedPackage".encode("utf-16-le"),
        ["het bestand is met een wachtwoord beveiligd; bewaar het zonder"],
    ),
    "errors of formulas": (
        "student,criterium,x\n#N/B,WP1.1a,\ns2,#VERW!,\n#7,WP1.1a,#REF!\n",
        ["regel 2, kolom 'student': de formule geeft een fout: #N/B", "regel 3, kolom 'criterium': de formule geeft een fout: #VERW!"],
    ),
    "a PDF": (b"%PDF-1.7", ["het bestand is een PDF; bewaar de tabel als .csv of .xlsx"]),
    "Parquet": (b"PAR1x", ["het bestand is een Parquet-bestand; dat kan alleen waar bewijs of modules geteld worden"]),
    "half a packed file": (b"\x1f\x8b\x08\x00", ["het bestand is geen goed .gz-bestand"]),
}  # fmt: skip


def bytes_van(inhoud: bytes | str) -> bytes:
    return inhoud.encode() if isinstance(inhoud, str) else inhoud


def paren(bron: Any, **anders: Any) -> list[tuple[str | None, ...]]:
    return [tuple(regel.values()) for regel in lees_tabel(bron, *KOLOMMEN, **anders).regels]


@pytest.mark.parametrize("geval", GELEZEN)
def test_tables_as_people_make_them(geval: str) -> None:
    inhoud, hoort = GELEZEN[geval]
    assert paren(bytes_van(inhoud)) == hoort


@pytest.mark.parametrize("geval", GEWEIGERD)
def test_what_would_be_lost_is_refused(geval: str) -> None:
    inhoud, fouten = GEWEIGERD[geval]
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(bytes_van(inhoud), *KOLOMMEN)
    assert type(fout.value) is lu.OngeldigBestand
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == fouten


@pytest.mark.parametrize(
    ("kop", "zin"),
    [
        ("s1,WP1.1a", "de kop (regel 1) heeft geen kolom 'student'. de kop (regel 1) heeft geen kolom 'criterium'."
         " De kolommen zijn: 's1' en 'WP1.1a'."),
        ("\n\nstudnet,criterium", "de kop (regel 3) heeft geen kolom 'student'; bedoelde je 'studnet'? De kolommen zijn: 'studnet' en 'criterium'."),
        ("student,criterium,student", "het bestand heeft meer dan één kolom 'student'. De kolommen zijn: 'student', 'criterium' en 'student'."),
        ("STUDENT,criterium,Student", "het bestand heeft meer dan één kolom 'student'. De kolommen zijn: 'STUDENT', 'criterium' en 'Student'."),
    ],
)  # fmt: skip
def test_a_head_without_the_columns_is_quoted(kop: str, zin: str) -> None:
    with pytest.raises(lu.GeenKolom) as fout:
        lees_tabel(f"{kop}\nx,y\n".encode(), *KOLOMMEN)
    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("kolommen", "fout"), [((), lu.OngeldigeVraag), (("student", " "), lu.OngeldigeVraag), ((3,), lu.VerkeerdType)]
)
def test_columns_are_asked_for_by_name(kolommen: tuple[Any, ...], fout: type[lu.Fout]) -> None:
    with pytest.raises(fout, match="kolom"):
        lees_tabel(b"student,,criterium\ns1,,WP1.1a\n", *kolommen)


def test_of_two_columns_the_one_that_is_called_exactly_so_is_meant() -> None:
    assert lees_tabel(b"Student,student,criterium\nniet,wel,WP1\n", *KOLOMMEN).regels[0]["student"] == "wel"


def test_a_notebook_shows_where_the_lines_stand_and_what_was_passed_over() -> None:
    inhoud = lees_tabel(b"<Titel>\nstudent,criterium\ns1,\n" + b"s2,WP1.1a\n" * 21, *KOLOMMEN)
    assert repr(inhoud) == "<Tabelinhoud: regels: 22, opmerkingen: 1>"
    getekend = lxml.html.fromstring(f"<div>{inhoud._repr_html_()}</div>")
    kop, *rijen = [[cel.text_content() for cel in rij] for rij in getekend.iter("tr")]
    assert (kop, rijen[0]) == (["waar", "student", "criterium"], ["regel 3", "s1", "–"])
    assert len(rijen) == 20
    assert rijen[-1] == ["regel 22", "s2", "WP1.1a"]
    assert getekend.findtext(".//caption") == "regels: 22"
    assert [p for p in ("en nog 2 regels", *inhoud.opmerkingen) if p not in getekend.text_content()] == []
    kort = lees_tabel(b"student,criterium\n", *KOLOMMEN)._repr_html_()
    assert "regels: 0" in kort
    assert "en nog" not in kort


def test_every_line_has_its_place_and_what_was_passed_over_is_said() -> None:
    inhoud = lees_tabel(b'Titel\n\nstudent,criterium,noot\ns1,WP1.1a,"a\nb"\n,WP1.2a,\n', *KOLOMMEN)
    assert inhoud.waar == ("regel 4", "regel 6")
    assert inhoud.leeg("student") == ("regel 6",)
    assert inhoud.leeg("criterium") == ()
    assert inhoud.records() == [{"student": "s1", "criterium": "WP1.1a"}, {"student": None, "criterium": "WP1.2a"}]
    assert inhoud.als_dict() == {
        "regels": inhoud.records(),
        "waar": [*inhoud.waar],
        "opmerkingen": [*inhoud.opmerkingen],
    }
    assert inhoud.opmerkingen == ("regel 1: boven de kop staat 'Titel'; dat telt niet mee",)


def werkmap(*bladen: tuple[str, list[list[Any]], str]) -> bytes:
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    for naam, rijen, stand in bladen:
        blad = boek.create_sheet(naam)
        blad.sheet_state = stand
        for rij in rijen:
            blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_every_sheet_with_the_columns_is_read_and_the_others_are_named() -> None:
    groep_a = ("Groep A", [["Groep A"], [], ["student", "criterium"], ["s1", "WP1.1a"]], "visible")
    groep_b = ("Groep B", [["Criterium", "Student"], ["WP2.1a", "s2"]], "hidden")
    inhoud = werkmap(("Leesmij", [["Uitleg"]], "visible"), groep_a, ("Leeg", [], "visible"), groep_b)
    assert paren(inhoud) == TWEE
    tabel = lees_tabel(inhoud, *KOLOMMEN)
    assert tabel.waar == ("blad 'Groep A', regel 4", "blad 'Groep B', regel 2")
    assert tabel.opmerkingen == (
        "blad 'Groep A', regel 1: boven de kop staat 'Groep A'; dat telt niet mee",
        "blad 'Groep B' is verborgen en telt wel mee",
        "blad 'Leesmij' heeft de gevraagde kolommen niet en is overgeslagen",
        "blad 'Leeg' is leeg",
    )
    assert paren(inhoud, blad="Groep B") == TWEE[1:]
    with pytest.raises(
        lu.OngeldigBestand, match="heeft geen blad 'groep b'; er zijn: 'Leesmij', 'Groep A', 'Leeg', 'Groep B'"
    ):
        lees_tabel(inhoud, *KOLOMMEN, blad="groep b")
    with pytest.raises(lu.GeenKolom, match=r"de kop \(blad 'Leesmij', regel 1\) heeft geen kolom 'student'"):
        lees_tabel(inhoud, *KOLOMMEN, blad="Leesmij")
    with pytest.raises(lu.OngeldigBestand, match="er zijn: geen bladen"):
        lees_tabel(b"student,criterium\n", *KOLOMMEN, blad="x")


def test_a_student_in_merged_cells_has_all_their_lines_and_that_is_said() -> None:
    rijen = [["Overzicht"], ["student", "criterium"], ["s1", "WP1.1a"], [None, "WP1.2a"], [None, "WP1.3a"]]
    inhoud = samengevoegd(rijen, "A1:B1", "A3:A5")
    assert paren(inhoud) == [("s1", "WP1.1a"), ("s1", "WP1.2a"), ("s1", "WP1.3a")]
    assert lees_tabel(inhoud, *KOLOMMEN).opmerkingen == (
        "blad 'Tabel', regel 1: boven de kop staat 'Overzicht'; dat telt niet mee",
        "blad 'Tabel': de tekst van samengevoegde cellen geldt voor elk ervan (A3:A5)",
    )


def test_cells_that_are_merged_over_columns_are_refused() -> None:
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(samengevoegd([["student", "criterium"], ["s1", "WP1.1a"], ["s2"]], "A3:B3"), *KOLOMMEN)
    zin = "A3:B3 is samengevoegd over kolommen; splits die cellen, en vul in wat waar hoort"
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == [
        f"blad 'Tabel', regel 3, kolom 'criterium': {zin}"
    ]


def test_what_is_no_text_counts_only_in_the_columns_that_are_asked_for() -> None:
    rijen = [["student", "criterium", "uren"], ["s1", "WP1.1a", 1.5], ["s2", 2.5, True]]
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(werkmap(("B", rijen, "visible")), *KOLOMMEN)
    zin = "hier hoort tekst of een geheel getal, er staat '2,5'; maak er tekst van"
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == [f"blad 'B', regel 3, kolom 'criterium': {zin}"]
    assert len(lees_tabel(werkmap(("B", rijen[:2], "visible")), *KOLOMMEN).regels) == 1


def test_a_path_an_open_file_and_bytes_give_the_same(tmp_path: Path) -> None:
    inhoud = b"student,criterium\ns1,WP1.1a\ns2,WP2.1a\n"
    pad = tmp_path / "x.csv"
    pad.write_bytes(inhoud)
    for bron in (pad, str(pad), inhoud, io.BytesIO(inhoud), io.StringIO(inhoud.decode())):
        assert paren(bron) == TWEE
    boek = tmp_path / "x.XLSX"
    boek.write_bytes(werkmap(("B", [list(KOLOMMEN), *map(list, TWEE)], "visible")))
    assert paren(boek) == paren(boek.read_bytes()) == TWEE


def test_a_file_of_another_name_or_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.txt").write_bytes(b"student,criterium\n")
    with pytest.raises(lu.OngeldigBestand, match=r"is geen \.csv of \.xlsx"):
        lees_tabel(tmp_path / "x.txt", *KOLOMMEN)
    with pytest.raises(FileNotFoundError):
        lees_tabel(tmp_path / "weg.csv", *KOLOMMEN)
    with pytest.raises(lu.VerkeerdType):
        lees_tabel(3, *KOLOMMEN)
    inhoud = b"student,criterium\ns1,WP1.1a\ns2,WP2.1a\n"
    monkeypatch.setattr(tabelbestand, "GRENS", len(inhoud))
    assert paren(inhoud) == TWEE
    monkeypatch.setattr(tabelbestand, "GRENS", len(inhoud) - 1)
    with pytest.raises(lu.OngeldigBestand, match=f"is groter dan {len(inhoud) - 1} bytes"):
        lees_tabel(inhoud, *KOLOMMEN)


@pytest.mark.parametrize(
    ("geval", "soorten"),
    [
        ("two exports in one file", ["dubbel", "niet_opgenomen"]),
        ("lines above the head", ["niet_opgenomen"]),
        ("a cell without end", ["te_groot"]),
        ("a quote that does not end", ["onleesbaar"]),
        ("nothing", ["leeg"]),
    ],
)
def test_what_is_refused_has_its_soort(geval: str, soorten: list[str]) -> None:
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(bytes_van(GEWEIGERD[geval][0]), *KOLOMMEN)
    assert [bevinding.soort for bevinding in fout.value.bevindingen] == soorten


def test_codes_beside_what_is_counted_are_told_of() -> None:
    kop = b"student,criterium,Student,criterium 2,noot\n"
    assert lees_tabel(kop + b"s1,WP1.1a,x,,\ns1,WP1.1a,x,WP1.2a,n\n", *KOLOMMEN).opmerkingen == (
        "het bestand: kolom 'Student' telt niet mee; er is er een die precies zo heet als gevraagd",
        "het bestand: in kolom 'criterium 2' staan ook codes (zoals 'WP1.2a'); die telt niet mee",
    )


REGEL_2, REGEL_3 = (
    f'<row r="{n}"><c r="A{n}" t="str"><v>s{n}</v></c><c r="B{n}" t="str"><v>WP1.1a</v></c></row>' for n in (2, 3)
)
KOP = '<row r="1"><c r="A1" t="str"><v>student</v></c><c r="B1" t="str"><v>criterium</v></c></row>'
NIET_IN_CEL = "het bestand heeft iets dat niet past in cel {}; open en bewaar het in Excel"
STRICT = "het bestand is een Excel-werkmap van een ander soort ('Strict'); bewaar het als gewone .xlsx"

# What openpyxl would pass over without a word: the lines of a sheet in XML, and what is said.
XML: dict[str, tuple[str, str]] = {
    "lines in another order": (REGEL_3 + REGEL_2, "het bestand heeft regel 2 na regel 3; open en bewaar het in Excel"),
    "a line twice": (REGEL_2 + REGEL_2, "het bestand heeft regel 2 na regel 2; open en bewaar het in Excel"),
    "cells in another order": ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>', NIET_IN_CEL.format("A2")),
    "a cell twice": ('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>', NIET_IN_CEL.format("A2")),
    "a cell of another line": ('<row r="2"><c r="A7"><v>1</v></c></row>', NIET_IN_CEL.format("A7")),
    "two values": ('<row r="2"><c r="A2"><v>1</v><v>2</v></c></row>', NIET_IN_CEL.format("A2")),
    "a text in a cell of a number": ('<row r="2"><c r="A2"><is><t>s1</t></is></c></row>', NIET_IN_CEL.format("A2")),
    "a number in a cell of a text": ('<row r="2"><c r="A2" t="inlineStr"><v>1</v></c></row>', NIET_IN_CEL.format("A2")),
    "a text before the first": ('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>', NIET_IN_CEL.format("A2")),
    "a line of another language": ('<row r="2" xmlns="urn:x"><c r="A2"><v>1</v></c></row>', STRICT),
}  # fmt: skip


TEKSTEN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def sheet_of(regels: str, teksten: str = "", **delen: Callable[[str], str]) -> bytes:
    """A workbook of a head and lines in XML, with texts that they refer to; of other parts what stands there may be changed."""
    gewoon = openpyxl.Workbook()
    uit, nieuw = io.BytesIO(), io.BytesIO()
    gewoon.save(uit)
    ruimte = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(uit) as van, zipfile.ZipFile(nieuw, "w") as naar:
        for naam in van.namelist():
            deel = van.read(naam).decode()
            if naam.endswith("sheet1.xml"):
                deel = f'<worksheet xmlns="{ruimte}"><sheetData>{KOP}{regels}</sheetData></worksheet>'
            if naam == "[Content_Types].xml":
                deel = deel.replace(
                    "</Types>", f'<Override PartName="/xl/teksten.xml" ContentType="{TEKSTEN}"/></Types>'
                )
            naar.writestr(naam, delen.get(Path(naam).stem, str)(deel))
        naar.writestr("xl/teksten.xml", f'<sst xmlns="{ruimte}">{teksten}</sst>')
    return nieuw.getvalue()


@pytest.mark.parametrize("geval", XML)
def test_what_a_sheet_has_twice_or_in_another_order_is_refused(geval: str) -> None:
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(sheet_of(XML[geval][0]), *KOLOMMEN)
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == [XML[geval][1]]


def test_a_workbook_of_another_kind_is_told_how_to_be_saved() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    with pytest.raises(lu.OngeldigBestand, match="Strict"):
        lees_tabel(sheet_of("", workbook=lambda xml: xml.replace(xml.split('"')[1], strict, 1)), *KOLOMMEN)


def test_a_formula_that_is_still_to_be_worked_out_has_no_answer() -> None:
    regel = '<row r="2"><c r="A2"><f>1+1</f><v>0</v></c><c r="B2" t="str"><v>WP1.1a</v></c></row>'
    with pytest.raises(lu.OngeldigBestand, match="kolom 'student': de formule heeft geen opgeslagen antwoord"):
        lees_tabel(sheet_of(regel), *KOLOMMEN)
    uitgerekend = sheet_of(regel, workbook=lambda xml: xml.replace('fullCalcOnLoad="1"', ""))
    assert paren(uitgerekend) == [("0", "WP1.1a")]


def test_texts_are_what_excel_shows_to_the_letter_and_hidden_lines_are_told_of() -> None:
    regel = '<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><v>WP1.1a_x000D_</v></c></row>'
    teksten = '<si><t>ax005F_b _x005F_x0041_ _x0042_</t><rPh sb="0" eb="1"><t>weg</t></rPh></si>'
    inhoud = sheet_of(regel, teksten)
    assert paren(inhoud) == [("ax005F_b _x0041_ B", "WP1.1a")]
    assert lees_tabel(inhoud, *KOLOMMEN).opmerkingen == ("blad 'Sheet': wat verborgen is telt wel mee (regel 2)",)


@pytest.mark.parametrize(
    ("opmaak", "getoond"),
    [
        ("General", "7"), ("0", "7"), ("0000", "0007"), ("0000_ ;-0000", "0007"), ("#,##0", "7"), ("0.00", "7"), ("[Red]0", "7"),
        ('"s"0000', None), ("000-000", None), ("0,", None), ("0E+00", None), ('[>9]0;"klein"', None), ("000000\\.0", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_shown_or_not_at_all(opmaak: str, getoond: str | None) -> None:
    boek = openpyxl.Workbook()
    for rij in (["student", "criterium"], [7, "WP1.1a"]):
        boek.worksheets[0].append(rij)
    boek.worksheets[0]["A2"].number_format = opmaak
    boek.save(uit := io.BytesIO())
    if getoond is None:
        with pytest.raises(lu.OngeldigBestand, match="'7' wordt anders getoond"):
            lees_tabel(uit.getvalue(), *KOLOMMEN)
    else:
        assert paren(uit.getvalue()) == [(getoond, "WP1.1a")]


def test_two_sheets_of_one_name_keep_what_is_theirs() -> None:
    eerste = ("Groep", [["student", "criterium"], ["s1", "WP1.1a"]], "visible")
    inhoud = werkmap(eerste, ("Anders", [["student", "criterium"], ["s2", "WP2.1a"]], "visible"))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as van, zipfile.ZipFile(nieuw := io.BytesIO(), "w") as naar:
        for naam in van.namelist():
            naar.writestr(naam, van.read(naam).replace(b'name="Anders"', b'name="Groep"'))
    assert paren(nieuw.getvalue()) == TWEE


def test_a_workbook_may_be_larger_than_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "x.xlsx"
    boek = openpyxl.Workbook()
    blad: Any = boek.active
    for regel in (KOLOMMEN, ("s1", "WP1.1a"), ("s2", "WP2.1a")):
        blad.append(regel)
    boek.save(pad)
    with zipfile.ZipFile(pad, "a", zipfile.ZIP_STORED) as map_:
        map_.writestr("vulling", b"0" * 10_000_001)
    assert paren(pad) == paren(pad.read_bytes()) == paren(io.BytesIO(pad.read_bytes())) == TWEE
    monkeypatch.setattr(tabelbestand, "WERKMAP", 10_000_001)
    with pytest.raises(lu.OngeldigBestand, match="is groter dan 10000001 bytes"):
        lees_tabel(pad, *KOLOMMEN)


def test_a_cross_behind_some_lines_is_told_for_the_others_count_too() -> None:
    inhoud = b"student,criterium,gezien,klaar,noot\ns1,WP1.1a,x,ja,x\ns1,WP1.2a,,ja,ja\ns2,WP1.2a,X,ja,later\n"
    assert lees_tabel(inhoud, "student", "criterium").opmerkingen == (
        "het bestand: in kolom 'gezien' staat 'X' of 'x', maar niet in 1 van 3 regels; die tellen wel mee",
    )
