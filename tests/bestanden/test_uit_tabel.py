"""From a table, in CSV or Excel, to a framework."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bestanden.raamwerken import LADDER, TAALSCHAAL
from bestanden.tabellen import KOP, LIJST, MATRIX, TEKSTEN, Rijen, als_csv, als_excel, bevindingen, fouten, lees, regel
from leeruitkomsten import OngeldigeVraag, OngeldigRaamwerk, VerkeerdType
from leeruitkomsten.bestanden.kolommen import UITLEG
from leeruitkomsten.bestanden.uit_tabel import uit_tabel

ZONDER_REGEL = ": niveaus tellen op vanaf 1; is zo'n niveau leeg, geef het dan een regel met zijn fase"
HERNOEM = f"haal hem weg, of geef hem een naam die hier kan staan: {', '.join(UITLEG)}"


@pytest.mark.parametrize("veld", ["naam", "versie", "datum", "sleutel", "taal", "uitgever", "licentie"])
def test_what_a_table_does_not_say_must_be_text(veld: str, tmp_path: Path) -> None:
    kop: Any = {"naam": "Proef", "versie": "1", "datum": "2026-01-01", veld: 3}
    with pytest.raises(OngeldigRaamwerk) as fout:
        uit_tabel(als_csv(LIJST, tmp_path / "g.csv"), **kop)
    assert [(een.pad, een.soort) for een in fout.value.bevindingen] == [(veld, "verkeerd_type")]


@pytest.mark.parametrize("rijen", [LIJST, MATRIX], ids=["lijst", "matrix"])
@pytest.mark.parametrize(
    "vorm", [("csv", ",", "utf-8"), ("csv", ";", "utf-8-sig"), ("CSV", ";", "utf-8"), ("xlsx",), ("XLSX",)]
)
def test_both_layouts_give_the_same_framework_from_any_file(
    rijen: Rijen, vorm: tuple[str, ...], tmp_path: Path
) -> None:
    pad = tmp_path / f"tabel.{vorm[0]}"
    kader = lees(als_csv(rijen, pad, *vorm[1:]) if len(vorm) > 1 else als_excel(rijen, pad))
    assert {c.code: c.tekst for c in kader.succescriteria} == TEKSTEN
    assert [(n.fase, n.begeleiding) for n in kader.niveaus] == [("Start", None), ("Einde", "zelfstandig")]
    assert [(lijn.code, lijn.naam) for lijn in kader.leerlijnen] == [("A", "Leren"), ("B", "Doen")]
    assert [u.tekst for u in kader.leeruitkomsten] == ["Je begint.", "Je eindigt.", "Je doet.", "Je kunt."]
    assert (kader.naam, kader.versie, kader.datum, kader.bron.titel) == ("Proef", "1.0", "2026-01-01", pad.name)
    assert (kader.errata, kader.vervallen) == ((), ())


def test_empty_lines_and_a_second_sheet_are_read(tmp_path: Path) -> None:
    pad = als_excel([[], *LIJST[:4], [], ["", None, " "]], tmp_path / "x.xlsx")
    werkmap = openpyxl.load_workbook(pad)
    werkmap.create_sheet("leeg")
    tweede = werkmap.create_sheet("Meer")
    for rij in [KOP, *LIJST[4:]]:
        tweede.append(rij)
    werkmap.save(pad)
    assert {c.code: c.tekst for c in lees(pad).succescriteria} == TEKSTEN


@pytest.mark.parametrize("scheiding", [",", ";"])
def test_an_empty_line_at_the_top_of_a_csv_is_passed_over(scheiding: str, tmp_path: Path) -> None:
    pad = als_csv(LIJST, tmp_path / "x.csv", scheiding)
    pad.write_bytes(b"\r\n" + pad.read_bytes())
    assert {c.code: c.tekst for c in lees(pad).succescriteria} == TEKSTEN


def test_another_shape_of_framework_is_fine(tmp_path: Path) -> None:
    niveaus = range(1, 10)
    rijen = [
        ["leerlijn", "naam", "rij", *(f"{n} Fase {n}" for n in niveaus)],
        ["PED", "Z", "leeruitkomst", *"abcdefghi"],
    ]
    rijen += [["", "", rij, *(f"punt {rij}.{n}" for n in niveaus)] for rij in range(1, 31)]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert (len(kader.niveaus), len(kader.rijen), kader["PED9.30a"].tekst) == (9, 30, "punt 30.9")


def test_what_a_table_lacks_or_has_twice_has_its_soort(tmp_path: Path) -> None:
    assert {b.soort for b in bevindingen(als_csv([KOP, regel(naam="", fase="")], tmp_path / "x.csv"))} == {"ontbreekt"}
    dubbel = bevindingen(als_csv([[*KOP, "rij"], [*regel(), "1"]], tmp_path / "x.csv"))
    assert [b.soort for b in dubbel] == ["dubbele_kolom"]
    assert [b.soort for b in bevindingen(als_csv([KOP], tmp_path / "x.csv"))] == ["leeg"]
    assert lees(als_csv(LIJST, tmp_path / "x.csv")).taal == "nl"


def test_faults_of_the_head_name_the_column(tmp_path: Path) -> None:
    geen = (
        "in een lijst ontbreekt 'leerlijn', in een matrix 'leerlijn', 'rij' of 'rijnaam', en de kolommen van de niveaus"
    )
    gelezen = ", ".join(f"'{naam}'" for naam in KOP[1:])
    assert (
        fouten(als_csv([KOP[1:], regel()[1:]], tmp_path / "x.csv"))[0]
        == f"regel 1: {geen} (als kop gelezen: {gelezen})"
    )
    meer = [[*KOP, "kleur", "rij"], [*regel(), "rood", "1"]]
    assert fouten(als_csv(meer, tmp_path / "x.csv")) == [
        f"regel 1: kolom 'kleur' is onbekend; {HERNOEM}",
        "regel 1: kolom 'rij' staat er meer dan eens",
    ]


def test_what_the_table_does_not_say_is_named(tmp_path: Path) -> None:
    rijen = [KOP, regel(naam="", fase="", leeruitkomst="", niveau=2)]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        f"de tabel: er is geen regel van niveau 1{ZONDER_REGEL}",
        "leerlijn 'A': de naam ontbreekt (kolom 'naam')",
    ]
    assert fouten(als_csv([KOP], tmp_path / "x.csv")) == ["de tabel: er staat geen enkele regel in"]
    eerste = fouten(als_csv([KOP, regel(leerlijn="")], tmp_path / "x.csv"))[0]
    assert eerste == "regel 2, kolom 'leerlijn': hier hoort de code van een leerlijn, zoals WP"


def test_letters_go_on_after_z(tmp_path: Path) -> None:
    rijen = [KOP, regel(criterium="\n".join(f"• punt {n}" for n in range(29)))]
    codes = [c.code for c in lees(als_csv(rijen, tmp_path / "x.csv")).succescriteria]
    assert codes[25:] == ["A1.1z", "A1.1aa", "A1.1ab", "A1.1ac"]


def test_a_hundred_faults_are_named_and_the_others_counted(tmp_path: Path) -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(als_csv([KOP, regel(), *(regel(rij="x") for _ in range(150))], tmp_path / "x.csv"))
    assert (len(fout.value.bevindingen), fout.value.meer) == (100, 50)


def test_a_line_that_is_longer_than_the_head_loses_nothing(tmp_path: Path) -> None:
    rijen = [KOP, regel(), [*regel()[:-1], "Je leest", " schrijft en rekent."]]
    assert any(f.startswith("regel 3") for f in fouten(als_csv(rijen, tmp_path / "x.csv")))


def test_what_a_short_line_lacks_is_empty(tmp_path: Path) -> None:
    assert lees(als_csv([KOP, regel(), regel()[:3]], tmp_path / "x.csv"))["A1.1a"].tekst == "Je leest."
    zin = "regel 3, kolom 'niveau': hier hoort een getal van 1 tot en met 99, er staat ''"
    assert fouten(als_csv([KOP, regel(), ["A"]], tmp_path / "x.csv")) == [zin]


def test_a_text_in_a_column_without_a_name_is_a_fault(tmp_path: Path) -> None:
    rijen = [[*KOP, ""], [*regel(), ""], [*regel(), "zoek"]]
    assert any("regel 3" in f or "regel 1" in f for f in fouten(als_csv(rijen, tmp_path / "x.csv")))


@pytest.mark.parametrize("inhoud", [b'a,"b', b'a,"b"c\n', b"a,b\n" + b"x" * 140_000])
def test_what_is_no_csv_is_said_in_dutch_alone(inhoud: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(inhoud)
    [fout] = fouten(tmp_path / "x.csv")
    assert fout.startswith(("regel 1 is geen goede CSV", "regel 2 heeft een cel van meer dan 131072 tekens"))
    assert not {"unexpected", "expected", "field", "limit"} & set(fout.replace("(", " ").split())


def test_what_is_not_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    reden = "is geen UTF-8 (regel 2); bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"
    pad = als_csv([KOP, regel(naam="één")], tmp_path / "x.csv", codering="cp1252")
    assert fouten(pad) == [f"het bestand {reden}"]


@pytest.mark.parametrize("deel", ["", "[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_what_is_no_workbook_is_one_fault(deel: str, tmp_path: Path) -> None:
    pad = als_excel(LIJST, tmp_path / "heel.xlsx")
    stuk = tmp_path / "stuk.xlsx"
    stuk.write_bytes(pad.read_bytes()[:900])
    if deel:
        with zipfile.ZipFile(pad) as heel, zipfile.ZipFile(stuk, "w") as uit:
            for naam in heel.namelist():
                uit.writestr(naam, b"<kapot" if naam == deel else heel.read(naam))
    assert fouten(stuk) == ["het bestand is geen Excel-werkmap (.xlsx)"]


@pytest.mark.parametrize("naam", ["cafe\u0301.csv", "een  tabel.csv"])
def test_any_name_of_a_file_will_do(naam: str, tmp_path: Path) -> None:
    assert lees(als_csv(LIJST, tmp_path / naam)).bron.titel in ("café.csv", "een tabel.csv")


CELLEN = st.sampled_from(["", "A", "1", "2", "rij", "leeruitkomst", "begeleiding", "Je leest.", "•", "\u202e", "x" * 9])
TABELLEN = st.lists(st.lists(CELLEN | st.text(max_size=3), max_size=9), max_size=6)


@given(st.sampled_from([KOP, MATRIX[0], []]), TABELLEN)
def test_no_table_gives_another_error(tmp_path_factory: pytest.TempPathFactory, kop: list[Any], rijen: Rijen) -> None:
    schoon = [["".join(t for t in cel if t.isprintable()) for cel in rij] for rij in rijen]
    pad = als_csv([kop, *schoon], tmp_path_factory.getbasetemp() / "willekeurig.csv")
    try:
        lees(pad)
    except OngeldigRaamwerk as fout:
        assert all(bevinding.pad and bevinding.reden for bevinding in fout.bevindingen)


def test_a_very_large_table_is_refused(tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_bytes(b"x" * 10_000_001)
    assert fouten(pad) == ["het bestand is groter dan 10000000 bytes"]


@pytest.mark.parametrize("naam", ["x.xls", "x.ods", "x", "x.txt"])
def test_another_kind_of_file_says_what_to_save_it_as(naam: str, tmp_path: Path) -> None:
    (tmp_path / naam).write_bytes(b"x")
    assert fouten(tmp_path / naam) == ["het bestand is geen .csv of .xlsx; bewaar het als een van die twee"]


def test_a_column_name_that_is_nearly_right_is_pointed_at(tmp_path: Path) -> None:
    [fout] = fouten(als_csv([["leerlijn", "niveau", "rij", "critereum"], ["A", "1", "1", "x"]], tmp_path / "x.csv"))
    assert "; 'critereum' lijkt op 'criterium' (als kop gelezen: 'leerlijn', " in fout
    assert "ontbreekt 'criterium'," in fout


def test_tabs_part_columns_too(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("\n".join("\t".join(map(str, rij)) for rij in [KOP, regel()]))
    assert lees(tmp_path / "x.csv") == lees(als_csv([KOP, regel()], tmp_path / "x.csv"))


def test_rows_come_in_order_of_their_number_and_letters_in_order_of_the_table(tmp_path: Path) -> None:
    punten = [(10, "tien"), (2, "twee"), (9, "negen"), (2, "ook twee"), (1, "een")]
    rijen = [KOP, *(regel(rij=rij, criterium=tekst) for rij, tekst in punten)]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [(c.code, c.tekst) for c in kader.succescriteria] == [
        ("A1.1a", "een"),
        ("A1.2a", "twee"),
        ("A1.2b", "ook twee"),
        ("A1.9a", "negen"),
        ("A1.10a", "tien"),
    ]


@pytest.mark.parametrize(("aantal", "meer"), [(99, 0), (100, 0), (101, 1)])
def test_no_more_faults_are_named_than_a_hundred(aantal: int, meer: int, tmp_path: Path) -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(als_csv([KOP, regel(), *(regel(rij="x") for _ in range(aantal))], tmp_path / "x.csv"))
    assert (len(fout.value.bevindingen), fout.value.meer) == (aantal - meer, meer)


def test_a_head_has_150_columns_at_most(tmp_path: Path) -> None:
    leeg = [[*rij, *[""] * 100] for rij in (KOP, regel())]
    assert lees(als_csv(leeg, tmp_path / "x.csv"))["A1.1a"].tekst == "Je leest."
    kop = [*KOP, *map(str, range(150 - len(KOP)))]
    assert f"regel 2: kolom '10' is onbekend; {HERNOEM}" in fouten(als_csv([[], kop, regel()], tmp_path / "x.csv"))
    zin = "regel 2: er zijn 151 kolommen, ten hoogste 150 mogen er zijn"
    assert fouten(als_csv([[], [*kop, "nog een"], regel()], tmp_path / "x.csv"))[0] == zin


def test_a_sheet_without_the_columns_is_passed_over_and_named(tmp_path: Path) -> None:
    pad = als_excel([["Leesmij", "nog iets"], ["a", "b"]], tmp_path / "x.xlsx")
    werkmap = openpyxl.load_workbook(pad)
    meer, _ = werkmap.create_sheet("Meer"), werkmap.create_sheet("Niets")
    for rij in [KOP, regel()]:
        meer.append(rij)
    meer.sheet_state = "hidden"
    werkmap.save(pad)
    assert [noot.tekst for noot in lees(pad).bron.verantwoording] == [
        "blad 'Meer' is verborgen en telt wel mee",
        "blad 'Tabel' heeft de gevraagde kolommen niet en is overgeslagen",
        "blad 'Niets' is leeg",
    ]
    assert lees(pad, blad="Meer").succescriteria == lees(pad).succescriteria
    mist = "in een lijst ontbreekt 'leerlijn', 'niveau', 'rij', 'criterium', in een matrix 'leerlijn', 'rij' of 'rijnaam', en de kolommen van de niveaus"
    gelezen = "(als kop gelezen: 'Leesmij', 'nog iets')"
    assert fouten(pad, blad="Tabel") == [f"blad 'Tabel', regel 1: {mist} {gelezen}"]
    assert fouten(pad, blad="meer") == ["het bestand heeft geen blad 'meer'; er zijn: 'Tabel', 'Meer', 'Niets'"]


def test_a_column_that_stands_there_three_times_is_one_fault(tmp_path: Path) -> None:
    rijen = [[*KOP, "rij", "rij", "kleur", "kleur"], [*regel(), "1", "1", "", ""]]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        f"regel 1: kolom 'kleur' is onbekend; {HERNOEM}",
        f"regel 1: kolom 'kleur' is onbekend; {HERNOEM}",
        "regel 1: kolom 'rij' staat er meer dan eens",
    ]


def test_a_column_of_the_other_layout_is_unknown(tmp_path: Path) -> None:
    matrix = [[*MATRIX[0], "fase"], *([*rij, ""] for rij in MATRIX[1:])]
    assert fouten(als_csv(matrix, tmp_path / "x.csv")) == [
        "regel 1: kolom 'fase' hoort niet in een matrix: de fase staat er in de kop van het niveau"
    ]
    # What stood there was passed over in silence once.
    lijst = [[*KOP, "1 Start"], [*regel(), "Je schrijft."]]
    assert fouten(als_csv(lijst, tmp_path / "x.csv")) == [f"regel 1: kolom '1 Start' is onbekend; {HERNOEM}"]


def test_a_matrix_needs_leerlijn_rij_and_a_niveau(tmp_path: Path) -> None:
    for kop in (["leerlijn", "rij", "naam"], ["leerlijn", "1 Start"], ["rij", "1 Start"]):
        [fout] = fouten(als_csv([kop, ["1"] * len(kop)], tmp_path / "x.csv"))
        assert fout.startswith("regel 1: in een lijst ontbreekt ")


def test_what_stands_under_no_name_is_named(tmp_path: Path) -> None:
    onder_leeg = [[*KOP, ""], [*regel(), ""], [*regel(), "zoek"]]
    assert fouten(als_csv(onder_leeg, tmp_path / "x.csv")) == [
        "regel 3, kolom I: 'zoek' staat in een kolom zonder naam"
    ]
    voorbij = [KOP, regel(), [*regel(), "", "#N/A"]]
    assert fouten(als_csv(voorbij, tmp_path / "x.csv")) == ["regel 3, kolom J: '#N/A' staat in een kolom zonder naam"]


def test_a_niveau_without_a_phase_is_called_by_its_number(tmp_path: Path) -> None:
    rijen = [
        ["leerlijn", "naam", "rij", "Niveau 1"],
        ["A", "Leren", "leeruitkomst", "Je begint."],
        ["A", "", "1", "Je leest."],
    ]
    assert lees(als_csv(rijen, tmp_path / "x.csv")).niveaus[0].fase == "niveau 1"
    lijst = [KOP, regel(fase="")]
    assert lees(als_csv(lijst, tmp_path / "x.csv")).niveaus[0].fase == "niveau 1"


def test_a_bare_number_in_one_sheet_does_not_contradict_the_phase_in_another(tmp_path: Path) -> None:
    pad = als_excel([["leerlijn", "naam", "rij", "1 Start", "2"], ["A", "Leren", 1, "x", "y"]], tmp_path / "x.xlsx")
    werkmap = openpyxl.load_workbook(pad)
    tweede = werkmap.create_sheet("Twee")
    for rij in [["leerlijn", "naam", "rij", "1", "niveau 2"], ["B", "Doen", 1, "x", "y"]]:
        tweede.append(rij)
    werkmap.save(pad)
    assert [niveau.fase for niveau in lees(pad).niveaus] == ["Start", "niveau 2"]


def test_numbers_that_are_named_in_order_are_no_phases(tmp_path: Path) -> None:
    matrix: Rijen = [["leerlijn", "naam", "rij", "1", "2"], ["A", "Leren", 1, "x", "y"]]
    for rijen in (matrix, [[cel if cel not in ("Start", "Einde") else "" for cel in rij] for rij in LIJST]):
        kader = lees(als_csv(rijen, tmp_path / "x.csv"), niveaus=["1", "2"])
        assert [niveau.fase for niveau in kader.niveaus] == ["niveau 1", "niveau 2"]
    assert [niveau.fase for niveau in lees(als_csv(matrix, tmp_path / "x.csv"), niveaus=["2", "1"]).niveaus] == [
        "2",
        "1",
    ]


def test_what_is_lacking_is_asked_up_to_the_highest_niveau_that_is_named_anywhere(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "niveau", "fase", "leeruitkomst", "rij", "criterium"]
    for hoogste in (
        ["A", "", 3, "Eind", "", "", ""],
        ["A", "", 3, "", "Je kunt.", "", ""],
        ["A", "", 3, "", "", 1, "Je leest."],
    ):
        gemist = fouten(als_csv([kop, ["A", "Leren", 1, "Start", "Je begint.", "", ""], hoogste], tmp_path / "x.csv"))
        assert gemist == [f"de tabel: er is geen regel van niveau 2{ZONDER_REGEL}"]


def test_a_sheet_of_a_head_alone_has_no_lines(tmp_path: Path) -> None:
    assert fouten(als_csv([], tmp_path / "x.csv")) == ["de tabel: er staat geen enkele regel in"]
    assert fouten(als_csv([MATRIX[0]], tmp_path / "x.csv")) == ["de tabel: er staat geen enkele regel in"]


def test_what_a_table_does_not_say_is_empty(tmp_path: Path) -> None:
    kader = lees(als_csv(LIJST, tmp_path / "x.csv"))
    bron = kader.bron
    assert (bron.sha256, bron.verwijzingen, bron.verantwoording, bron.op_inhoud_geplaatst) == ("", (), (), ())
    assert (kader.inleiding, kader.errata, kader.vervallen) == ((), (), ())


def test_a_file_may_be_named_by_a_text(tmp_path: Path) -> None:
    als_csv(LIJST, tmp_path / "x.csv")
    for pad in (str(tmp_path / "x.csv"), tmp_path / "x.csv"):
        kader = uit_tabel(pad, naam="Proef", versie="1.0", datum="2026-01-01")
        assert (kader.versie, kader.bron.titel) == ("1.0", "x.csv")
    with pytest.raises(FileNotFoundError):
        lees(tmp_path / "geen.csv")


def test_what_was_filled_in_stands_in_the_framework(tmp_path: Path) -> None:
    pad = als_excel([["Concept"], KOP, regel(), regel(rij=2)], tmp_path / "x.xlsx", ("A3:A4", "F3:F4"))
    assert [noot.bij for noot in lees(pad).bron.verantwoording] == ["de tabel"] * 2
    assert [noot.tekst for noot in lees(pad).bron.verantwoording] == [
        "blad 'Tabel', regel 1: boven de kop staat 'Concept'; dat telt niet mee",
        "blad 'Tabel': de tekst van samengevoegde cellen geldt voor elk ervan (A3:A4, F3:F4)",
    ]


def test_bytes_and_an_open_file_are_read_as_a_path_is(tmp_path: Path) -> None:
    pad = als_csv(LIJST, tmp_path / "x.csv")
    for bron in (pad.read_bytes(), io.BytesIO(pad.read_bytes())):
        kader = lees(bron)
        assert kader.leerlijnen == lees(pad).leerlijnen
        assert kader.bron.titel == "Proef"
    with pad.open("rb") as bestand:
        assert lees(bestand) == lees(pad)


def test_a_language_scale_has_labels_and_no_outcomes(tmp_path: Path) -> None:
    (tmp_path / "taal.csv").write_text(TAALSCHAAL, "utf-8")
    kader = lees(tmp_path / "taal.csv")
    assert [niveau.fase for niveau in kader.niveaus] == ["A1", "A2", "B1", "B2", "C1"]
    assert not any(uitkomst.tekst for uitkomst in kader.leeruitkomsten)
    assert kader.leerlijn("LEZ").omschrijving == "Begrijpen wat geschreven staat."
    assert [(rij.naam, rij.naam_uit_bron, rij.begint_op) for rij in kader.rijen] == [
        ("Berichten", True, 1), ("Bronnen", True, 3), ("Gesprek", True, 1),
    ]  # fmt: skip
    assert [noot.tekst for noot in kader.bron.verantwoording] == ["niveaus: 5 (A1, A2, B1, B2, C1)"]


def test_a_ladder_has_its_skills_for_rows(tmp_path: Path) -> None:
    (tmp_path / "ladder.csv").write_text(LADDER, "utf-8")
    kader = lees(tmp_path / "ladder.csv", taal="en")
    assert [(rij.code, rij.naam) for rij in kader.rijen] == [
        ("TECH.1", "Writing code"), ("TECH.2", "Testing"), ("TECH.3", "On call"), ("LEAD.1", "Mentoring"),
    ]  # fmt: skip
    assert (kader["TECH3.1b"].tekst, kader["LEAD1"].leeg, kader.taal) == ("Reviews changes of others", True, "en")
    assert [v.rij for v in kader.verdieping(3, 4) if v.soort == "vervalt"] == ["TECH.2"]
    assert [noot.tekst for noot in kader.bron.verantwoording][1:] == [
        "rijen zonder nummer kregen er een, op volgorde van verschijnen: 3 in TECH, 1 in LEAD"
    ]


def test_a_list_has_names_of_rows_and_codes_of_its_own(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "niveau", "rijnaam", "notatie", "criterium", "leeruitkomst", "omschrijving"]
    rijen = [
        kop,
        ["A", "Leren", 1, "Lezen", "1.2.3", "Je leest.", "", "Overal."],
        ["A", "", 1, "", "LO-1", "", "Je begint.", ""],
        ["A", "", 2, "Tellen", "", "Je telt.", "", ""],
        ["A", "", 2, "Lezen", "", "Je leest meer.", "", ""],
    ]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [(c.code, c.notatie) for c in kader.succescriteria] == [("A1.1a", "1.2.3"), ("A2.1a", None), ("A2.2a", None)]
    assert (kader.leeruitkomst("A1").notatie, kader.leeruitkomst("A1").tekst) == ("LO-1", "Je begint.")
    assert [(rij.naam, kader.leerlijn("A").omschrijving) for rij in kader.rijen] == [
        ("Lezen", "Overal."),
        ("Tellen", "Overal."),
    ]


def test_rows_with_a_number_keep_it_and_others_follow(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "rij", "rijnaam", "1 Start"]
    rijen = [
        kop,
        ["A", "Leren", "", "Nieuw", "x x"],
        ["A", "", 3, "Oud", "y y"],
        ["A", "", 3, "Oud", "z z"],
        ["B", "Doen", "", "", ""],
    ]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [(c.code, c.tekst) for c in kader.succescriteria] == [("A1.3a", "y y"), ("A1.3b", "z z"), ("A1.4a", "x x")]
    assert [lijn.code for lijn in kader.leerlijnen] == ["A", "B"]


def test_a_name_that_two_numbers_bear_needs_the_number(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "rij", "rijnaam", "1 Start", "2 Einde"]
    rijen: Rijen = [
        kop, ["A", "Leren", 2, "Zorg", "x", "y"], ["", "", 1, "Zorg", "z", ""], ["", "", "", "Zorg", "v", "w"],
    ]  # fmt: skip
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        "regel 4, kolom 'rijnaam': rijnaam 'Zorg' staat bij rij 1 en 2; geef het nummer"
    ]
    kader = lees(als_csv([*rijen[:3], ["", "", 3, "Zorg", "v", "w"]], tmp_path / "x.csv"))
    assert [rij.naam for rij in kader.rijen] == ["Zorg"] * 3
    zonder: Rijen = [["leerlijn", "rijnaam", "1 Start"], ["A", "Zorg", "x"]]
    with pytest.raises(OngeldigRaamwerk, match=r"rijnaam 'Zorg' staat bij rij 1, 2 en 3; geef het nummer"):
        lees(als_csv(zonder, tmp_path / "x.csv"), vorige=kader)


@pytest.mark.parametrize(
    ("nummers", "zin"),
    [
        (["", ""], "regel 4, kolom 'rijnaam': rijnaam 'Zorg' staat ook op regel 2"),
        ([2, ""], "regel 4, kolom 'rijnaam': rijnaam 'Zorg' staat ook op regel 2"),
        (["", 2], "regel 4, kolom 'rijnaam': rijnaam 'Zorg' staat ook op regel 2"),
        ([2, 4], None),
        ([2, 2], None),
    ],
)
def test_two_lines_of_a_matrix_with_one_name_are_two_rows_or_one(
    nummers: list[Any], zin: str | None, tmp_path: Path
) -> None:
    eerste, tweede = nummers
    kop = ["leerlijn", "naam", "rij", "rijnaam", "L1", "L2"]
    rijen: Rijen = [
        kop, ["A", "Leren", eerste, "Zorg", "x", "y"], ["", "", "", "Anders", "z", ""], ["", "", tweede, "Zorg", "v", "w"],
        ["B", "Doen", "", "Zorg", "x", "y"],
    ]  # fmt: skip
    pad = als_csv(rijen, tmp_path / "x.csv")
    if zin is None:
        assert sorted({rij.nummer for rij in lees(pad).rijen if rij.naam == "Zorg"}) == sorted({1, *nummers})
        return
    raad = "zijn het twee rijen, geef elk dan een nummer in kolom 'rij'; is het er één, zet hem dan op één regel"
    assert fouten(pad) == [f"{zin}; {raad}"]


def test_sheets_of_some_niveaus_each_have_the_rows_again(tmp_path: Path) -> None:
    werkmap: Any = openpyxl.Workbook()
    for blad, kop in ((werkmap.active, "Start"), (werkmap.create_sheet("Later"), "Einde")):
        for rij in (["leerlijn", "naam", "rijnaam", kop], ["A", "Leren", "Zorg", kop], ["", "", "Rust", f"{kop} ook"]):
            blad.append(rij)
    werkmap.save(tmp_path / "x.xlsx")
    kader = lees(tmp_path / "x.xlsx", niveaus=["Start", "Einde"])
    assert [[len(cel) for cel in rij.cellen] for rij in kader.rijen] == [[1, 1], [1, 1]]
    assert not any("volgorde van hun nummer" in noot.tekst for noot in kader.bron.verantwoording)


def test_a_code_of_the_source_that_stands_twice_is_said(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "niveau", "rij", "notatie", "criterium", "leeruitkomst"]
    rijen: Rijen = [
        kop, ["A", "Leren", 1, 1, "1.1", "x", ""], ["", "", 1, 2, "1.2", "y", ""], ["", "", 2, 1, "1.1", "z", ""],
        ["", "", 2, "", "1.2", "", "u"],
    ]  # fmt: skip
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [noot.tekst for noot in kader.bron.verantwoording] == [
        "een notatie die er vaker staat wijst niet één code aan: '1.2' (A2 en A1.2a), '1.1' (A1.1a en A2.1a)"
    ]
    assert kader.controleer(["1.1"])[0].suggesties == ("A1.1a", "A2.1a")
    # It is said once: the next version has it from the one before.
    assert uit_tabel(tmp_path / "x.csv", versie="2", datum="2027-01-01", vorige=kader).bron == kader.bron


def test_labels_in_a_list_need_an_order(tmp_path: Path) -> None:
    rijen = [
        KOP,
        regel(niveau="B1", fase=""),
        regel(niveau="A1", fase="", leeruitkomst=""),
        regel(niveau="B1", fase="", criterium="Je telt."),
    ]
    pad = als_csv(rijen, tmp_path / "x.csv")
    assert fouten(pad) == [
        f"regel {n}, kolom 'niveau': hier hoort een getal van 1 tot en met 99, er staat '{naam}'; is het een naam, zeg dan de "
        "volgorde met niveaus= (--niveaus 'B1,A1')"
        for n, naam in ((2, "B1"), (3, "A1"))
    ]
    kader = lees(pad, niveaus=["A1", "A2", "B1"])
    assert [(n.fase, kader.leeruitkomst(f"A{n.nummer}").tekst) for n in kader.niveaus] == [
        ("A1", ""), ("A2", ""), ("B1", "Je begint."),
    ]  # fmt: skip
    genummerd = als_csv([KOP, regel(niveau=2, fase=""), regel(niveau=3, fase="")], tmp_path / "y.csv")
    assert fouten(genummerd, niveaus=["A1", "A2"]) == [
        "regel 3, kolom 'niveau': hier hoort een getal van 1 tot en met 2, er staat '3'"
    ]


def test_niveaus_that_are_named_are_the_columns_in_that_order(tmp_path: Path) -> None:
    rijen = [
        ["leerlijn", "naam", "B", "rij", "A", "notes"],
        ["A", "Leren", "hoog", 1, "laag", "van Jan"],
        ["", "", "", 2, "ook", ""],
    ]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"), niveaus=("A", "B"))
    assert [(c.code, c.tekst) for c in kader.succescriteria] == [("A1.1a", "laag"), ("A1.2a", "ook"), ("A2.1a", "hoog")]
    assert [noot.tekst for noot in kader.bron.verantwoording] == [
        "het bestand: kolom 'notes' is geen niveau en is overgeslagen (gevulde cellen: 1)",
        "niveaus: 2 (A, B)",
    ]
    for fout in (["A", "A"], ["A", ""], [str(n) for n in range(100)]):
        with pytest.raises(OngeldigeVraag, match="niveaus: hier horen hoogstens 99 namen"):
            lees(tmp_path / "x.csv", niveaus=fout)
    with pytest.raises(VerkeerdType, match="niveaus= is een lijst met namen"):
        lees(tmp_path / "x.csv", niveaus="A,B")


def test_a_niveau_that_is_nowhere_is_a_fault(tmp_path: Path) -> None:
    rijen = [["leerlijn", "naam", "rij", "A", "B"], ["A", "Leren", 1, "x x", "y y"]]
    [zin] = fouten(als_csv(rijen, tmp_path / "x.csv"), niveaus=("A", "B", "C"))
    assert zin == "niveau 'C': er is geen kolom die zo heet"


def test_sheets_may_leave_out_niveaus_but_not_bring_others(tmp_path: Path) -> None:
    pad = als_excel([["leerlijn", "naam", "rij", "B1", "C1"], ["A", "Leren", 1, "x x", "y y"]], tmp_path / "x.xlsx")
    boek = openpyxl.load_workbook(pad)
    meer = boek.create_sheet("Meer")
    for rij in (["leerlijn", "naam", "rij", "A1", "B1", "C1"], ["B", "Doen", 1, "a a", "b b", "c c"]):
        meer.append(rij)
    boek.save(pad)
    assert [c.code for c in lees(pad).succescriteria] == ["A2.1a", "A3.1a", "B1.1a", "B2.1a", "B3.1a"]
    boek["Tabel"]["D1"] = "X9"
    boek.save(pad)
    raad = "zeg met niveaus= (--niveaus) welke er zijn, op volgorde"
    assert fouten(pad)[0] == (
        f"blad 'Tabel', regel 1, kolom 'X9': dit niveau staat niet bij de andere (A1, B1, C1); {raad}"
    )


def test_ninety_nine_niveaus_and_no_more_leeruitkomsten_than_can_be(tmp_path: Path) -> None:
    rijen = [["leerlijn", "naam", "rij", *(f"N{n}" for n in range(99))], ["A", "Leren", 1, *["x x"] * 99]]
    assert len(lees(als_csv(rijen, tmp_path / "x.csv")).niveaus) == 99
    letters = "ABCDEFGHIJKLM"
    lijnen = [f"{a}{b}{c}" for a in letters for b in letters for c in letters][:1011]
    rijen[1:] = [[lijn, "Leren", 1, "x x"] for lijn in lijnen]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        "de tabel: 1011 leerlijnen van 99 niveaus zijn meer dan 100000 leeruitkomsten"
    ]


def test_more_rows_than_there_are_numbers(tmp_path: Path) -> None:
    rijen = [
        ["leerlijn", "naam", "rij", "rijnaam", "A1"],
        ["A", "Leren", 9999, "Eerste", "x x"],
        ["", "", "", "Tweede", "y y"],
    ]
    zin = "regel 3, kolom 'rijnaam': leerlijn 'A' heeft meer dan 9999 rijen"
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [zin]


def test_a_framework_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(OngeldigeVraag, match="geef de naam van het raamwerk op met naam="):
        uit_tabel(als_csv(LIJST, tmp_path / "x.csv"), versie="1", datum="2026-01-01")
