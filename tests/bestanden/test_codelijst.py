"""Lists of codes, in whatever people keep them."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import leeruitkomsten as lu
from leeruitkomsten.bestanden import codelijst
from leeruitkomsten.bestanden.codelijst import lees_codelijst

CODES = ["WP1.1a", "wp 2", "WP1.1a"]


def werkmap(*rijen: list[Any], ook: list[list[Any]] | None = None, stand: str = "visible") -> bytes:
    """Return a workbook of one sheet, or of two, of which the second may be hidden."""
    boek = openpyxl.Workbook()
    if ook is not None:
        boek.create_sheet("Ook").sheet_state = stand
    for blad, inhoud in zip(boek.worksheets, (rijen, ook or []), strict=False):
        for rij in inhoud:
            blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def csv(plek: Path, tekst: str, naam: str = "x.csv") -> Path:
    (plek / naam).write_text(tekst, "utf-8")
    return plek / naam


def test_a_text_has_a_code_on_each_line_as_it_stands(tmp_path: Path) -> None:
    assert lees_codelijst("\ufeffWP1.1a\r\n\n wp 2 \n \nWP1.1a".encode()).codes == ["WP1.1a", " wp 2 ", "WP1.1a"]
    assert lees_codelijst(csv(tmp_path, "WP1.1a\n", "x.txt")).codes == ["WP1.1a"]


@pytest.mark.parametrize(
    "tekst",
    ["criterium\nWP1.1a\nwp 2\nWP1.1a\n", "datum;CODE\n1;WP1.1a\n;wp 2\n;WP1.1a\n", "code,Criterium\n,WP1.1a\n,wp 2\n,WP1.1a\n",
     "student,criterium\ns1,WP1.1a\ns1,wp 2\ns1,WP1.1a\n", "WP1.1a\n\nwp 2\nWP1.1a\n"],
)  # fmt: skip
def test_a_table_has_them_in_a_column(tekst: str, tmp_path: Path) -> None:
    assert lees_codelijst(csv(tmp_path, tekst)).codes == CODES


def test_a_workbook_has_them_in_a_column_or_in_its_only_one() -> None:
    assert lees_codelijst(werkmap(["x", "Criterium"], *([None, code] for code in CODES))).codes == CODES
    assert lees_codelijst(werkmap(*([code] for code in CODES))).codes == CODES


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("WP1.1a\ncriterium\nWP1.2a\n", "regel 1: boven de kop van regel 2 staat 'WP1.1a'"),
        ("criterium,x\nWP1.1a,1\n-,2\n", "regel 3, kolom 'criterium': hier staat geen code"),
        ("WP1.1a\nWP1.2a,WP1.3a\n", "regel 2: er is geen kolom 'criterium' of 'code', en er staat meer dan één kolom"),
        ("leerlijn,naam,niveau,rij,criterium\nA,Lezen,1,1,Je leest.\nB,Doen,1,1,Je doet.\n",
         "het bestand is een tabel van een raamwerk; maak er eerst een raamwerk van met: leeruitkomsten nieuw"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_codes_is_refused(tekst: str, fout: str, tmp_path: Path) -> None:
    with pytest.raises(lu.OngeldigBestand) as geweigerd:
        lees_codelijst(csv(tmp_path, tekst))
    assert [str(bevinding) for bevinding in geweigerd.value.bevindingen] == [fout]
    soorten = {
        "boven": "niet_opgenomen",
        "geen code": "leeg",
        "geen kolom": "geen_kolom",
    }
    assert geweigerd.value.bevindingen[0].soort == next(
        (s for deel, s in soorten.items() if deel in fout), "onleesbaar"
    )


def test_a_cell_that_is_no_text_is_named() -> None:
    zin = "hier hoort tekst of een geheel getal, er staat '1,5'; maak er tekst van"
    for rijen in ((["criterium"], [1.5]), (["x", "criterium"], [None, 1.5])):
        with pytest.raises(lu.OngeldigBestand) as fout:
            lees_codelijst(werkmap(*rijen))
        assert fout.value.bevindingen[0].reden == zin
    with pytest.raises(lu.OngeldigBestand, match="meer dan één kolom"):
        lees_codelijst(werkmap([1.5]))


def test_what_is_too_large_or_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(lu.OngeldigBestand, match=r"is geen UTF-8 \(regel 2\); bewaar het als UTF-8 \(in Kladblok"):
        lees_codelijst("WP1.1a\noriënteert".encode("latin-1"))
    with pytest.raises(lu.OngeldigBestand, match="is UTF-16"):
        lees_codelijst("WP1.1a".encode("utf-16"))
    monkeypatch.setattr(codelijst, "GRENS", 6)
    assert lees_codelijst(b"WP1.1a").codes == ["WP1.1a"]
    with pytest.raises(lu.OngeldigBestand, match="is groter dan 6 bytes"):
        lees_codelijst(b"WP1.1a\n")


@pytest.mark.parametrize("naam", ["x.ods", "x.xls", "X.ODS", "x.xlsm", "x.numbers", "x.tsv"])
def test_a_spreadsheet_of_another_kind_is_not_taken_for_a_text(naam: str, tmp_path: Path) -> None:
    with pytest.raises(lu.OngeldigBestand, match=r"^er is 1 fout:\n- het bestand is geen \.csv of \.xlsx; ") as fout:
        lees_codelijst(csv(tmp_path, "WP1.1a\n", naam))
    assert fout.value.bevindingen[0].soort == "onleesbaar"


def test_what_was_passed_over_or_hidden_is_said() -> None:
    lijst = lees_codelijst(werkmap(["criterium"], ["WP1.1a"], ook=[["uitleg", "x"], ["WP1.2a", "y"]]))
    assert lijst.codes == ["WP1.1a"]
    assert lijst.opmerkingen == ("blad 'Ook' heeft de gevraagde kolommen niet en is overgeslagen",)
    lijst = lees_codelijst(werkmap(["WP1.1a"], ook=[["WP1.2a"]], stand="hidden"))
    samen = "de codes van blad 'Sheet' en blad 'Ook' zijn één lijst; kies met --blad (blad=) anders één blad"
    assert lijst == (["WP1.1a", "WP1.2a"], (samen, "blad 'Ook' is verborgen en telt wel mee"))
    assert lees_codelijst(b"WP1.1a").opmerkingen == ()


@pytest.mark.parametrize("kop", ["criterium,criterium", "Criterium,CRITERIUM", "student,student,criterium"])
def test_two_columns_that_may_both_be_meant_are_refused(kop: str, tmp_path: Path) -> None:
    with pytest.raises(lu.GeenKolom, match="meer dan één kolom"):
        lees_codelijst(csv(tmp_path, f"{kop}\nWP1.1a,WP1.2a\n"))


def test_students_on_several_sheets_are_several_students() -> None:
    kop = ["student", "criterium"]
    lijst = lees_codelijst(werkmap(kop, ["s1", "WP1.1a"], ook=[kop, ["s1", "WP1.2a"]]))
    assert lijst.codes == ["WP1.1a", "WP1.2a"]
    assert lijst.opmerkingen[0].startswith("de codes van blad 'Sheet' en blad 'Ook' zijn één lijst")
    with pytest.raises(lu.OngeldigBestand, match=r"in kolom 'student' 2 verschillende \('s1' en 's2'\)"):
        lees_codelijst(werkmap(kop, ["s1", "WP1.1a"], ook=[kop, ["s2", "WP1.2a"]]))


@pytest.mark.parametrize(
    "kop",
    ["student", "naam", "Name", "Leerling", "studentnummer", "Naam student", "student_id", "Achternaam", "E-mailadres",
     "naam van de student", "deelnemer-nr.", "Full name", "voornaam leerling"],
)  # fmt: skip
def test_several_people_are_not_one_student(kop: str, tmp_path: Path) -> None:
    tekst = f"{kop},criterium\nAnna,WP1.1a\nBram,WP2.1a\nAnna,WP2.1b\n"
    inhoud = csv(tmp_path, tekst)
    with pytest.raises(lu.OngeldigBestand) as fout:
        lees_codelijst(inhoud)
    [bevinding] = fout.value.bevindingen
    naam = kop.casefold()
    assert str(bevinding).startswith(
        f"het bestand heeft in kolom '{naam}' 2 verschillende ('Anna' en 'Bram'); hier horen de codes"
    )
    assert bevinding.soort == "verkeerd_aantal"
    assert lees_codelijst(inhoud, van_een=False).codes == ["WP1.1a", "WP2.1a", "WP2.1b"]
    assert lees_codelijst(csv(tmp_path, tekst.replace("Bram", "Anna"))).codes == ["WP1.1a", "WP2.1a", "WP2.1b"]


@pytest.mark.parametrize("kop", ["student,naam", "Name,leerling", "naam,E-mailadres", "naam,naam van de student"])
def test_where_a_column_says_of_whom_a_line_is_a_name_may_be_that_of_evidence(kop: str, tmp_path: Path) -> None:
    wie, wat = ("s1,Lesplan", "s1,Film") if kop.startswith("student") else ("Lesplan,s1", "Film,s1")
    assert lees_codelijst(csv(tmp_path, f"{kop},code\n{wie},WP1.1a\n{wat},WP2.1a\n")).codes == ["WP1.1a", "WP2.1a"]
    with pytest.raises(lu.OngeldigBestand, match=r"2 verschillende \('s1' en 's2'\)"):
        lees_codelijst(csv(tmp_path, f"{kop},code\n{wie},WP1.1a\n{wat.replace('s1', 's2')},WP2.1a\n"))


@pytest.mark.parametrize(
    ("kop", "een", "ander"),
    [
        ("student,naam", ",Anna", ",Bram"),
        ("voornaam,naam", "Anna,Aal", "Anna,Beek"),
        ("voornaam leerling,naam", "Anna,Aal", "Anna,Beek"),
    ],
)
def test_what_says_of_nobody_or_a_part_of_a_name_decides_nothing(
    kop: str, een: str, ander: str, tmp_path: Path
) -> None:
    with pytest.raises(
        lu.OngeldigBestand, match=r"in kolom 'naam' 2 verschillende .* noem hem dan anders, zoals 'titel'"
    ):
        lees_codelijst(csv(tmp_path, f"{kop},criterium\n{een},WP1.1a\n{ander},WP2.1a\n"))


@pytest.mark.parametrize(
    ("aantal", "zin"), [(3, "3 verschillende ('s0', 's1' en 's2')"), (5, "5 verschillende ('s0', 's1', 's2' en nog 2)")]
)
def test_of_many_people_a_few_are_named_and_how_many_more(aantal: int, zin: str, tmp_path: Path) -> None:
    regels = "".join(f"s{nummer},WP1.1a\n" for nummer in range(aantal))
    with pytest.raises(lu.OngeldigBestand, match=re.escape(zin)):
        lees_codelijst(csv(tmp_path, f"student,criterium\n{regels}"))


def test_a_line_of_nobody_is_not_of_the_student_that_is_named(tmp_path: Path) -> None:
    with pytest.raises(lu.OngeldigBestand, match=r"2 verschillende \('Anna', en lege cellen\)"):
        lees_codelijst(csv(tmp_path, "naam,criterium\nAnna,WP1.1a\n,WP2.1a\n"))


@pytest.mark.parametrize("kop", ["module", "naam van de opdracht", "beoordelaar", "periode", "studentenpanel", "titel"])
def test_other_columns_may_hold_what_they_like(kop: str, tmp_path: Path) -> None:
    assert lees_codelijst(csv(tmp_path, f"{kop},criterium\nA,WP1.1a\nB,WP2.1a\n")).codes == ["WP1.1a", "WP2.1a"]


def test_what_stands_beside_the_codes_is_said(tmp_path: Path) -> None:
    inhoud = "code,code 2,aangetoond,noot\nWP1.1a,WP1.2a,ja,\nWP1.2a,,Nee,nee hoor\n"
    lijst = lees_codelijst(csv(tmp_path, inhoud))
    assert lijst.codes == ["WP1.1a", "WP1.2a"]
    assert lijst.opmerkingen == (
        "het bestand: in kolom 'code 2' staan ook codes (zoals 'WP1.2a'); die telt niet mee",
        "het bestand: in kolom 'aangetoond' staat ook 'Nee'; die regels tellen wel mee",
    )
