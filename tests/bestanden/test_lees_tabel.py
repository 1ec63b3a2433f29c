"""Tables as people make and damage them: no line is lost, and what cannot be read is named by line and column."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pytest

import leeruitkomsten as lu
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
    "a quote that does not end": ('student,criterium\ns1,"WP1.1a\n', ["regel 2 is geen goede CSV: een aanhalingsteken klopt niet"]),
    "a quote that ends too soon": ('student,criterium\ns1,"WP1.1a"b\n', ["regel 2 is geen goede CSV: een aanhalingsteken klopt niet"]),
    "a cell without end": (f"student,criterium\ns1,{'x' * 131_073}\n", ["regel 2 heeft een cel van meer dan 131072 tekens"]),
    "letters of Windows": ("student,criterium\nzoë,WP1.1a\n".encode("cp1252"), [f"het bestand is geen UTF-8 (regel 2); {HOE}"]),
    "the Unicode text of Excel": ("student\tcriterium\n".encode("utf-16"), [f"het bestand is UTF-16 ('Unicode-tekst'); {HOE}"]),
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


def samengevoegd(rijen: list[list[Any]], *bereiken: str) -> bytes:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "Bewijs"
    for rij in rijen:
        blad.append(rij)
    for bereik in bereiken:
        blad.merge_cells(bereik)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_a_student_in_merged_cells_has_all_their_lines_and_that_is_said() -> None:
    rijen = [["Overzicht"], ["student", "criterium"], ["s1", "WP1.1a"], [None, "WP1.2a"], [None, "WP1.3a"]]
    inhoud = samengevoegd(rijen, "A1:B1", "A3:A5")
    assert paren(inhoud) == [("s1", "WP1.1a"), ("s1", "WP1.2a"), ("s1", "WP1.3a")]
    assert lees_tabel(inhoud, *KOLOMMEN).opmerkingen == (
        "blad 'Bewijs', regel 1: boven de kop staat 'Overzicht'; dat telt niet mee",
        "blad 'Bewijs': de tekst van samengevoegde cellen geldt voor elk ervan (A3:A5)",
    )


def test_cells_that_are_merged_over_columns_are_refused() -> None:
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_tabel(samengevoegd([["student", "criterium"], ["s1", "WP1.1a"], ["s2"]], "A3:B3"), *KOLOMMEN)
    zin = "A3:B3 is samengevoegd over kolommen; splits die cellen, en vul in wat waar hoort"
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == [
        f"blad 'Bewijs', regel 3, kolom 'criterium': {zin}"
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
