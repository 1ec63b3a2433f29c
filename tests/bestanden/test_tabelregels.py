"""What each line of a table says of a framework, and every fault in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bestanden.tabellen import KOP, LIJST, MATRIX, TEKSTEN, Rijen, als_csv, als_excel, bevindingen, fouten, lees, regel


def test_merged_cells_of_a_leerlijn_hold_for_all_their_rows(tmp_path: Path) -> None:
    pad = als_excel(MATRIX, tmp_path / "x.xlsx", ("A3:A5", "B3:B5", "A6:A7"))
    assert {c.code: c.tekst for c in lees(pad).succescriteria} == TEKSTEN


@pytest.mark.parametrize(
    ("cel", "teksten"),
    [
        ("Je leest.", ["Je leest."]),
        ("• Je leest.\r\n• Je schrijft.", ["Je leest.", "Je schrijft."]),
        ("Je leest.\nJe schrijft.", ["Je leest.", "Je schrijft."]),
        ("\nJe leest.\n \n\nJe schrijft.\n", ["Je leest.", "Je schrijft."]),
        ("• Je leest\n  in stilte.\n\n• Je schrijft\n  netjes.", ["Je leest in stilte.", "Je schrijft netjes."]),
        ("- Je  leest\u00a0veel.", ["Je leest veel."]),
        ("* e\u0301e\u0301n\n– twee\n· drie", ["één", "twee", "drie"]),
        ("-1 graad is koud", ["-1 graad is koud"]),
        ("*Let op* de tijd\n–5 is minder", ["*Let op* de tijd", "–5 is minder"]),
        (
            "▪ Je leest.\n● Je schrijft.\n○Je telt.\n‣ Je rekent.",
            ["Je leest.", "Je schrijft.", "Je telt.", "Je rekent."],
        ),
        ("\n".join(f"• punt {n}" for n in range(26)), [f"punt {n}" for n in range(26)]),
    ],
)
@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_a_cell_holds_a_bullet_per_criterium(cel: str, teksten: list[str], soort: str, tmp_path: Path) -> None:
    rijen = [KOP, regel(criterium=cel)]
    kader = lees((als_csv if soort == "csv" else als_excel)(rijen, tmp_path / f"x.{soort}"))
    assert [c.tekst for c in kader.succescriteria] == teksten
    assert [c.code for c in kader.succescriteria] == [f"A1.1{chr(97 + n)}" for n in range(len(teksten))]


def test_a_leeruitkomst_may_run_over_lines_in_either_layout(tmp_path: Path) -> None:
    lijst = als_csv([KOP, regel(leeruitkomst="Je begint\nmet lezen.", naam="Leren\nlezen")], tmp_path / "lijst.csv")
    rijen = [["leerlijn", "naam", "rij", "1 Start"], ["A", "Leren\nlezen", "leeruitkomst", "Je begint\nmet lezen."]]
    for pad in (lijst, als_csv(rijen, tmp_path / "matrix.csv")):
        kader = lees(pad)
        assert (kader["A1"].tekst, kader["A"].naam) == ("Je begint met lezen.", "Leren lezen")


@pytest.mark.parametrize("vorm", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("anders", "kolom", "reden"),
    [
        (
            {"niveau": "een"},
            "niveau",
            "hier hoort een getal van 1 tot en met 99, er staat 'een'; is het een naam, zeg dan de volgorde met niveaus= "
            "(--niveaus 'een')",
        ),
        ({"niveau": 100}, "niveau", "hier hoort een getal van 1 tot en met 99, er staat '100'"),
        ({"niveau": ""}, "niveau", "hier hoort een getal van 1 tot en met 99, er staat ''"),
        ({"rij": 0}, "rij", "hier hoort een getal van 1 tot en met 9999, er staat '0'"),
        ({"rij": "1.5"}, "rij", "hier hoort een getal van 1 tot en met 9999, er staat '1.5'"),
        ({"rij": ""}, "rij", "hier hoort een getal van 1 tot en met 9999, er staat ''"),
        (
            {"leerlijn": "wp"},
            "leerlijn",
            "'wp' is geen code: 1 tot en met 8 hoofdletters; zet een naam in kolom 'naam' en kies hier een code, bijvoorbeeld WP",
        ),
        ({"naam": "Doen"}, "naam", "hier staat 'Doen', eerder stond er 'Leren'"),
        ({"fase": "Begin"}, "fase", "hier staat 'Begin', eerder stond er 'Start'"),
        ({"leeruitkomst": "Anders."}, "leeruitkomst", "hier staat 'Anders.', eerder stond er 'Je begint.'"),
        ({"criterium": "een\u202etwee"}, "criterium", "het teken U+202E mag niet in een tekst staan"),
        ({"naam": "een\u200btwee"}, "naam", "het teken U+200B mag niet in een tekst staan"),
        ({"criterium": "•"}, "criterium", "deze tekst is leeg"),
    ],
)
def test_a_fault_has_its_sheet_row_and_column(
    vorm: str, anders: dict[str, Any], kolom: str, reden: str, tmp_path: Path
) -> None:
    rijen = [[], KOP, regel(), regel(**anders)]
    pad = (als_csv if vorm == "csv" else als_excel)(rijen, tmp_path / f"x.{vorm}")
    waar = "regel 4" if vorm == "csv" else "blad 'Tabel', regel 4"
    assert fouten(pad)[0] == f"{waar}, kolom '{kolom}': {reden}"


@pytest.mark.parametrize(
    ("anders", "soort"),
    [
        ({"niveau": "een"}, "verkeerde_vorm"), ({"niveau": 100}, "verkeerde_waarde"), ({"niveau": ""}, "leeg"),
        ({"rij": "1.5"}, "verkeerde_vorm"), ({"rij": 0}, "verkeerde_waarde"), ({"rij": ""}, "leeg"),
        ({"leerlijn": "wp"}, "verkeerde_vorm"), ({"leerlijn": "", "naam": ""}, "leeg"), ({"naam": "Doen"}, "tegenspraak"),
        ({"criterium": "•"}, "leeg"), ({"criterium": ""}, "leeg"), ({"criterium": "een\u202etwee"}, "verkeerde_vorm"),
        ({"criterium": "#N/A"}, "verkeerde_waarde"), ({"kleur": "rood"}, "onbekende_kolom"),
        ({"": "zoek"}, "niet_opgenomen"),
    ],
)  # fmt: skip
def test_a_fault_has_its_soort(anders: dict[str, Any], soort: str, tmp_path: Path) -> None:
    goed = dict(zip(KOP, LIJST[1], strict=True))
    fout = {**goed, **anders}
    eerste = [] if {"leerlijn", "kleur", ""} & set(anders) else [[*goed.values()]]
    assert bevindingen(als_csv([[*fout], *eerste, [*fout.values()]], tmp_path / "x.csv"))[0].soort == soort


def test_faults_of_a_matrix_have_the_head_of_their_column(tmp_path: Path) -> None:
    rijen = [
        *MATRIX,
        ["", "", "x", "Je leest.", ""],
        ["", "", 3, "goed", "\u2066"],
        ["", "", "leeruitkomst", "Anders.", ""],
    ]
    assert fouten(als_excel(rijen, tmp_path / "x.xlsx")) == [
        "blad 'Tabel', regel 8, kolom 'rij': hier hoort een getal van 1 tot en met 9999, of 'leeruitkomst' of 'begeleiding', er staat 'x'",
        "blad 'Tabel', regel 9, kolom 'Niveau 2: Einde': het teken U+2066 mag niet in een tekst staan",
        "blad 'Tabel', regel 10, kolom '1 Start': hier staat 'Anders.', eerder stond er 'Je doet.'",
    ]


@pytest.mark.parametrize("fout", ["#N/A", "#DIV/0!"])
def test_the_error_of_a_formula_does_not_pass_for_a_text(fout: str, tmp_path: Path) -> None:
    pad = als_excel([KOP, regel(), regel(criterium=fout)], tmp_path / "x.xlsx")
    assert fouten(pad)[0].startswith("blad 'Tabel', regel 3, kolom 'criterium'")


def test_a_row_without_a_criterium_is_not_passed_over(tmp_path: Path) -> None:
    rijen = [KOP, regel(), [*regel()[:-1], ""]]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        "regel 3, kolom 'criterium': er staat wel een rij, maar geen criterium"
    ]


def test_a_fault_of_a_punt_does_not_end_the_cell(tmp_path: Path) -> None:
    cel = "• een\u202e\n• twee\u202d\n• drie"
    assert fouten(als_csv([KOP, regel(criterium=cel)], tmp_path / "x.csv")) == [
        "regel 2, kolom 'criterium': het teken U+202E mag niet in een tekst staan",
        "regel 2, kolom 'criterium': het teken U+202D mag niet in een tekst staan",
    ]


@pytest.mark.parametrize(
    ("cel", "teksten"),
    [
        ("Je leest.\n• Je schrijft.", ["Je leest.", "Je schrijft."]),  # the first has no bullet: a line each
        ("•Je leest.\n–\tJe schrijft.", ["Je leest.", "Je schrijft."]),
        ("• Je leest\nveel\nen graag.\n• Je schrijft.", ["Je leest veel en graag.", "Je schrijft."]),
        ("• Je leest • en\n• - Je schrijft.", ["Je leest • en", "- Je schrijft."]),
    ],
)
def test_bullets_begin_a_criterium_where_the_first_line_has_one(cel: str, teksten: list[str], tmp_path: Path) -> None:
    kader = lees(als_csv([KOP, regel(criterium=cel)], tmp_path / "x.csv"))
    assert [c.tekst for c in kader.succescriteria] == teksten


@pytest.mark.parametrize(
    ("kolom", "waarde", "hoogste"),
    [
        ("niveau", "0", 99),
        ("niveau", "01", 99),
        ("niveau", "100", 99),
        ("niveau", "٣", 99),
        ("rij", "10000", 9999),
        ("rij", "+1", 9999),
        ("rij", "1\n", 9999),
    ],
)
def test_what_is_no_number_or_too_high(kolom: str, waarde: str, hoogste: int, tmp_path: Path) -> None:
    tekst = waarde.strip()
    rijen = [KOP, regel(), regel(**{kolom: waarde, "criterium": "Je telt."})]
    if waarde == tekst:
        zin = f"hier hoort een getal van 1 tot en met {hoogste}, er staat '{tekst}'"
        assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [f"regel 3, kolom '{kolom}': {zin}"]
    else:  # white space around it does not count
        assert [c.code for c in lees(als_csv(rijen, tmp_path / "x.csv")).succescriteria] == ["A1.1a", "A1.1b"]


def test_the_highest_number_of_a_row_and_a_niveau(tmp_path: Path) -> None:
    rijen = [KOP, *(regel(niveau=n, fase=f"Fase {n}", rij=9999) for n in range(1, 10))]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [c.code for c in kader.succescriteria] == [f"A{n}.9999a" for n in range(1, 10)]


def test_both_numbers_of_a_line_are_judged(tmp_path: Path) -> None:
    assert fouten(als_csv([KOP, regel(), regel(niveau="x", rij="y")], tmp_path / "x.csv")) == [
        "regel 3, kolom 'rij': hier hoort een getal van 1 tot en met 9999, er staat 'y'",
        "regel 3, kolom 'niveau': hier hoort een getal van 1 tot en met 99, er staat 'x'; is het een naam, zeg dan de volgorde "
        "met niveaus= (--niveaus 'x')",
    ]


def test_a_leerlijn_holds_for_the_lines_below_it_in_either_layout(tmp_path: Path) -> None:
    zonder = als_csv([KOP, regel(leerlijn=""), regel()], tmp_path / "lijst.csv")
    assert fouten(zonder)[0] == "regel 2, kolom 'leerlijn': hier hoort de code van een leerlijn, zoals WP"
    assert not any(fout.startswith("regel 3") for fout in fouten(zonder))
    matrix = [MATRIX[0], MATRIX[1], ["", "", 1, "Je leest.", ""]]
    assert fouten(als_csv(matrix, tmp_path / "matrix.csv"))[0] == (
        "regel 3, kolom 'leerlijn': hier hoort de code van een leerlijn, zoals WP"
    )


def test_a_sheet_does_not_take_the_leerlijn_of_the_one_before(tmp_path: Path) -> None:
    pad = als_excel([KOP, regel()], tmp_path / "x.xlsx")
    werkmap = openpyxl.load_workbook(pad)
    tweede = werkmap.create_sheet("Meer")
    for rij in [KOP, regel(leerlijn="")]:
        tweede.append(rij)
    werkmap.save(pad)
    zin = "hier hoort de code van een leerlijn, zoals WP"
    assert fouten(pad)[0] == f"blad 'Meer', regel 2, kolom 'leerlijn': {zin}"


def test_what_a_matrix_says_of_a_niveau_is_said_once(tmp_path: Path) -> None:
    kop = ["leerlijn", "rij", "1 Start", "niveau 1: Begin"]
    assert fouten(als_csv([kop, ["A", "BEGELEIDING", "samen", "alleen"]], tmp_path / "x.csv")) == [
        "regel 1: niveau 1 heeft meer dan één kolom",
        "regel 1, kolom 'niveau 1: Begin': hier staat 'Begin', eerder stond er 'Start'",
        "regel 2, kolom 'niveau 1: Begin': hier staat 'alleen', eerder stond er 'samen'",
    ]


def test_no_cell_is_lost_on_a_line_of_leeruitkomsten_or_begeleiding(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "omschrijving", "rij", "rijnaam", "1 Start"]
    rijen: Rijen = [kop, ["A", "Leren", "Over A", "begeleiding", "", "samen"], ["", "", "", 1, "Rij", "x"]]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [(lijn.naam, lijn.omschrijving) for lijn in kader.leerlijnen] == [("Leren", "Over A")]
    assert kader.niveaus[0].begeleiding == "samen"
    for soort in ("begeleiding", "Leeruitkomst"):
        rijen[1] = ["A", "Leren", "", soort, "Rij X", "samen"]
        assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
            f"regel 2, kolom 'rijnaam': op een regel met '{soort.lower()}' in kolom 'rij' hoort geen rijnaam, er staat 'Rij X'"
        ]


@pytest.mark.parametrize("tekst", [("Leren", ""), ("", "Over A")])
def test_begeleiding_above_the_leerlijnen_names_none(tekst: tuple[str, str], tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "omschrijving", "rij", "1 Start"]
    rijen: Rijen = [kop, ["", *tekst, "begeleiding", "samen"], ["A", "Leren", "", 1, "x"]]
    assert fouten(als_csv(rijen, tmp_path / "x.csv"))[0] == (
        "regel 2, kolom 'leerlijn': hier hoort de code van een leerlijn, zoals WP"
    )
    rijen[1] = ["", "", "", "begeleiding", "samen"]
    assert lees(als_csv(rijen, tmp_path / "x.csv")).niveaus[0].begeleiding == "samen"


def test_of_a_row_without_a_number_in_a_matrix_nothing_is_kept(tmp_path: Path) -> None:
    rijen = [*MATRIX, ["", "", "0", "x", "y"]]
    wat = "een getal van 1 tot en met 9999, of 'leeruitkomst' of 'begeleiding'"
    zin = f"regel 10, kolom 'rij': hier hoort {wat}, er staat '0'"
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [zin]


@pytest.mark.parametrize("vorm", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "fout",
    [
        "#N/A",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#REF!",
        "#VALUE!",
        "#N/B",
        "#DEEL/0!",
        "#NAAM?",
        "#VERW!",
        "#WAARDE!",
    ],
)
def test_every_error_of_a_formula_is_named(fout: str, vorm: str, tmp_path: Path) -> None:
    rijen = [KOP, regel(), regel(criterium=fout)]
    pad = (als_csv if vorm == "csv" else als_excel)(rijen, tmp_path / f"x.{vorm}")
    waar = "regel 3" if vorm == "csv" else "blad 'Tabel', regel 3"
    assert fouten(pad) == [f"{waar}, kolom 'criterium': de formule geeft een fout: {fout}"]


def test_a_formula_where_a_text_belongs_is_named_and_one_that_is_a_text_comes_back(tmp_path: Path) -> None:
    pad = als_csv([KOP, regel(), regel(criterium="=A2")], tmp_path / "x.csv")
    assert fouten(pad) == ["regel 3, kolom 'criterium': '=A2' is een formule en niet wat eruit komt"]


def test_a_cell_holds_its_bullets_over_several_lines_together(tmp_path: Path) -> None:
    rijen = [
        KOP,
        *(regel(criterium=f"punt {n}") for n in range(27)),
        *(regel(rij=2, criterium=f"punt {n}") for n in range(2)),
    ]
    codes = [c.code for c in lees(als_csv(rijen, tmp_path / "x.csv")).succescriteria]
    assert codes[-3:] == ["A1.1aa", "A1.2a", "A1.2b"]


def test_a_criterium_in_merged_cells_could_be_one_or_several(tmp_path: Path) -> None:
    pad = als_excel([KOP, regel(), regel()], tmp_path / "x.xlsx", ("H2:H3", "A2:A3", "F2:F3"))
    zin = "H2:H3 is samengevoegd; splits die cellen, en vul in wat waar hoort"
    assert fouten(pad) == [f"blad 'Tabel', regel 3, kolom 'criterium': {zin}"]
    matrix = als_excel(MATRIX, tmp_path / "y.xlsx", ("D4:D5",))
    assert fouten(matrix)[0].startswith("blad 'Tabel', regel 5, kolom '1 Start': D4:D5 is samengevoegd; ")
    over = als_excel(MATRIX, tmp_path / "z.xlsx", ("D4:E4",))
    assert "is samengevoegd over kolommen" in fouten(over)[0]


@pytest.mark.parametrize("tekst", ["geen", "N/A", "…", "?", "Niet van toepassing"])
def test_what_may_stand_for_an_empty_cell_is_asked_about(tekst: str, tmp_path: Path) -> None:
    zin = f"'{tekst}' lijkt een lege cel; laat hem leeg, of schrijf de hele tekst"
    for kolom in ("criterium", "leeruitkomst"):
        assert f"regel 2, kolom '{kolom}': {zin}" in fouten(als_csv([KOP, regel(**{kolom: tekst})], tmp_path / "x.csv"))


@pytest.mark.parametrize("tekst", ["-", "–", "n.v.t.", "NVT"])
def test_what_stands_for_an_empty_cell_is_no_criterium(tekst: str, tmp_path: Path) -> None:
    rijen = [*MATRIX[:3], ["", "", 1, "Je leest.", tekst], *MATRIX[5:]]
    assert [c.tekst for c in lees(als_csv(rijen, tmp_path / "x.csv")).succescriteria] == ["Je leest.", "Je kookt."]


def test_a_bullet_of_a_word_processor_is_one(tmp_path: Path) -> None:
    cel = "o Je leest\nen schrijft.\no Je rekent."
    rijen = [*MATRIX[:3], ["", "", 1, cel, ""], *MATRIX[5:]]
    teksten = [c.tekst for c in lees(als_csv(rijen, tmp_path / "x.csv")).succescriteria]
    assert teksten == ["Je leest en schrijft.", "Je rekent.", "Je kookt."]


@pytest.mark.parametrize(
    ("kop", "rij", "zinnen"),
    [
        (["rijnaam", "A1"], ["", "Je leest."], ["regel 2, kolom 'rijnaam': hier hoort de naam van de rij"]),
        (["rij", "rijnaam", "A1"], [1, "Lezen", ""], ["regel 2, kolom 'rijnaam': rij 'Lezen' heeft geen enkel criterium"]),
        (
            ["rij", "A1"],
            ["Writing code", "Je leest."],
            ["regel 2, kolom 'rij': hier hoort een getal van 1 tot en met 9999, of 'leeruitkomst' of 'begeleiding', er staat "
             "'Writing code'; een naam hoort in kolom 'rijnaam'"],
        ),
        (["rijnaam", "A1"], ["geen", "Je leest."], [
            "regel 2, kolom 'rijnaam': 'geen' lijkt een lege cel; laat hem leeg, of schrijf de hele tekst"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row(kop: list[Any], rij: list[Any], zinnen: list[str], tmp_path: Path) -> None:
    assert fouten(als_csv([["leerlijn", "naam", *kop], ["A", "Leren", *rij]], tmp_path / "x.csv")) == zinnen


def test_what_a_cell_without_bullets_was_taken_for_is_said(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "rijnaam", "L1", "L2", "L3"]
    rijen: Rijen = [
        kop,
        ["A", "Leren", "Lezen", "Reads a text\nwith help", "• Reads\nalone", "1. Reads\n2. Writes"],
        ["", "", "Schrijven", "(1) Writes", "a) Writes", "1.5 pages"],
        ["", "", "Tekenen", "3 lines", "• 1. Draws", "A. Einstein"],
    ]
    kader = lees(als_csv(rijen, tmp_path / "x.csv"))
    assert [noot.tekst for noot in kader.bron.verantwoording][:2] == [
        "elke regel van een cel zonder • is een criterium: regel 2, kolom 'L1'; regel 2, kolom 'L3'; hoort een regel bij die "
        "erboven, zet dan • voor elk criterium",
        "een nummer voor een criterium blijft in de tekst staan: regel 2, kolom 'L3'; regel 6, kolom 'L1'; regel 6, kolom 'L2'; "
        "hoort het er niet bij, zet dan • in plaats van het nummer",
    ]
    assert [c.tekst for c in kader.kies(niveau=3)] == ["1. Reads", "2. Writes", "1.5 pages", "A. Einstein"]


def test_a_row_has_one_name(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "niveau", "rij", "rijnaam", "naam_uit_bron", "criterium"]
    een = ["A", "Leren", 1, 1, "Lezen", "", "Je leest."]
    zin = "regel 3, kolom 'rijnaam': hier staat 'Tellen', eerder stond er bij rij 1 'Lezen'"
    assert fouten(als_csv([kop, een, [*een[:4], "Tellen", "", "Je telt."]], tmp_path / "x.csv")) == [zin]
    zin = "regel 2, kolom 'naam_uit_bron': hier hoort 'ja' of 'nee'"
    assert fouten(als_csv([kop, [*een[:5], "soms", een[6]]], tmp_path / "x.csv")) == [zin]
    kader = lees(als_csv([kop, [*een[:5], "nee", een[6]], [*een[:6], "Je telt."]], tmp_path / "x.csv"))
    assert (kader.rijen[0].naam, kader.rijen[0].naam_uit_bron) == ("Lezen", False)


def test_one_code_or_notatie_is_of_one_criterium(tmp_path: Path) -> None:
    kop = ["leerlijn", "naam", "niveau", "rij", "code", "notatie", "criterium"]
    rijen = [kop, ["A", "Leren", 1, 1, "A1.1a", "1.1", "• een\n• twee"], ["A", "", 1, 1, "", "\u2066", "drie"]]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        "regel 2, kolom 'code': hier staat één code, en er zijn 2 criteria; geef elk een eigen regel",
        "regel 2, kolom 'notatie': hier staat één notatie, en er zijn 2 criteria; geef elk een eigen regel",
        "regel 4, kolom 'notatie': het teken U+2066 mag niet in een tekst staan",
    ]


def test_a_name_where_a_code_belongs_gets_a_proposal_once(tmp_path: Path) -> None:
    rijen = [
        ["leerlijn", "rijnaam", "L1"],
        ["Technical skills", "Code", "Writes."],
        ["Technical skills", "Test", "Tests."],
    ]
    assert fouten(als_csv(rijen, tmp_path / "x.csv")) == [
        "regel 2, kolom 'leerlijn': 'Technical skills' is geen code: 1 tot en met 8 hoofdletters; zet een naam in kolom 'naam' en "
        "kies hier een code, bijvoorbeeld TS",
        "leerlijn 'Technical skills': de naam ontbreekt (kolom 'naam')",
    ]


def test_a_text_that_stands_twice_in_a_cell_is_asked_about(tmp_path: Path) -> None:
    """A copy of a sheet that was kept doubles every criterium: one text twice in a cell is never meant, unless each has its code."""
    zin = "staat al in deze cel (regel 2); haal een van beide weg"
    assert fouten(als_csv([KOP, regel(), regel(), regel(criterium="Je telt.")], tmp_path / "x.csv")) == [
        f"regel 3, kolom 'criterium': 'Je leest.' {zin}"
    ]
    kop = ["leerlijn", "naam", "niveau", "rij", "code", "criterium"]
    met = [[*("A", "Leren", 1, 1), code, "Je leest."] for code in ("A1.1a", "A1.1b")]
    assert len(lees(als_csv([kop, *met], tmp_path / "y.csv")).succescriteria) == 2
    assert fouten(als_csv([kop, met[0], [*met[1][:4], "", "Je leest."]], tmp_path / "z.csv")) == [
        f"regel 3, kolom 'criterium': 'Je leest.' {zin}"
    ]
