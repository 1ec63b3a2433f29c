"""The columns of a table: what the head of a niveau is, and what a head lacks."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.blad import Blad, Regel
from leeruitkomsten.bestanden.kolommen import (
    LIJST,
    MATRIX,
    NIVEAU,
    UITLEG,
    VERVALLEN,
    Kop,
    fase_van,
    geen_kop,
    kolomnaam,
    kop_mist,
)
from leeruitkomsten.bestanden.kop import tabel_van
from leeruitkomsten.bestanden.tabelbestand import Inhoud

IN_MATRIX = "in een matrix 'leerlijn', 'rij' of 'rijnaam', en de kolommen van de niveaus"


@pytest.mark.parametrize(
    ("kop", "nummer", "fase"),
    [
        ("1 Start", "1", "Start"),
        ("9", "9", ""),
        ("12 Start", "12", "Start"),
        ("niveau 99", "99", ""),
        ("niveau 2: Einde", "2", "Einde"),
        ("NIVEAU  3 – Visie", "3", "Visie"),
        ("4. Groei", "4", "Groei"),
        ("5 Eerste\nfase", "5", "Eerste\nfase"),
    ],
)
def test_a_niveau_has_its_number_and_phase(kop: str, nummer: str, fase: str) -> None:
    gevonden = NIVEAU.fullmatch(kop)
    assert gevonden
    assert gevonden.groups() == (nummer, fase)


@pytest.mark.parametrize(
    "kop", ["", "0 Niets", "100 Start", "niveau", "1e jaar", "niveau2x", "Start 1", "niveau1 Start"]
)
def test_what_is_no_niveau(kop: str) -> None:
    assert NIVEAU.fullmatch(kop) is None


def test_what_a_list_lacks_is_named_in_its_order() -> None:
    assert kop_mist(["leerlijn", "tekst"]) == f"in een lijst ontbreekt 'niveau', 'rij', 'criterium', {IN_MATRIX}"


def test_each_name_that_is_nearly_right_is_pointed_at() -> None:
    assert kop_mist(["leerlyn", "niveau", "rij", "critereum"]) == (
        f"in een lijst ontbreekt 'leerlijn', 'criterium', {IN_MATRIX}"
        "; 'leerlyn' lijkt op 'leerlijn'; 'critereum' lijkt op 'criterium'"
    )


def test_of_two_names_that_are_nearly_right_the_nearest_is_pointed_at() -> None:
    # Letters in the same order: eight of nine with "critereum", seven with "criterion".
    gezegd = kop_mist(["leerlijn", "niveau", "rij", "criterion", "critereum"])
    assert gezegd == f"in een lijst ontbreekt 'criterium', {IN_MATRIX}; 'critereum' lijkt op 'criterium'"


def test_one_name_of_several_words_is_a_head_that_was_not_parted() -> None:
    assert kop_mist(["leerlijn niveau"]) == "scheid de kolommen met een puntkomma, een komma of een tab"
    assert kop_mist(["leerlijn niveau"], in_csv=False).startswith("in een lijst ontbreekt 'leerlijn', ")
    for kop in (["tekst"], ["een tekst", "twee"], [""]):
        assert kop_mist(kop) == f"in een lijst ontbreekt 'leerlijn', 'niveau', 'rij', 'criterium', {IN_MATRIX}"


def test_the_names_of_the_columns() -> None:
    assert LIJST == ("leerlijn", "niveau", "rij", "criterium")
    assert MATRIX == ("leerlijn", "naam", "omschrijving", "rij", "rijnaam")
    assert list(UITLEG) == [
        "code", "leerlijn", "naam", "omschrijving", "niveau", "fase", "begeleiding", "leeruitkomst", "rij", "rijnaam",
        "naam_uit_bron", "notatie", "criterium",
    ]  # fmt: skip
    assert list(VERVALLEN) == ["code", "opvolgers", "sinds", "reden"]


def test_capitals_and_white_space_count_in_the_label_of_a_niveau_only() -> None:
    assert [kolomnaam(cel) for cel in (" Leerlijn ", "RIJ", "A  1", "1  Start", "Naamm")] == [
        "leerlijn", "rij", "A 1", "1 Start", "Naamm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kop", "soort"),
    [
        ("leerlijn niveau rij criterium", "lijst"),
        ("leerlijn niveau rijnaam criterium", "lijst"),
        ("leerlijn niveau criterium", None),
        ("leerlijn rij criterium niveau letter tekst", None),
        ("leerlijn rij 1", "matrix"),
        ("leerlijn rijnaam A1 A2", "matrix"),
        ("leerlijn rijnaam", None),
        ("leerlijn rij niveau A1", None),
        ("leerlijn rij niveau 1", "matrix"),
        ("leerlijn 1", None),
        ("rij 1", None),
        ("code opvolgers", "vervallen"),
        ("code opvolgers sinds reden", "vervallen"),
        ("code opvolgers leerlijn", None),
        ("code", None),
    ],
)
def test_what_a_head_is(kop: str, soort: str | None) -> None:
    assert Kop().soort(kop.split()) == soort
    assert Kop().is_kop(kop.upper().split()) == (soort is not None)


@pytest.mark.parametrize(
    ("kop", "niveaus"),
    [
        ("leerlijn|rij|2 B|1 A", {"2 B": 2, "1 A": 1}),
        ("leerlijn|rijnaam|A1|A2", {"A1": None, "A2": None}),
        ("leerlijn|A0|rij|A1||A2", {"A1": None, "A2": None}),
        ("leerlijn|rij|0 Geen|1 Basis|2 Meer", {"0 Geen": None, "1 Basis": None, "2 Meer": None}),
        ("leerlijn|rij|niveau 0|Basis", {"niveau 0": None, "Basis": None}),
        ("leerlijn|rij|0 Geen|2 Meer", {"2 Meer": 2}),
        ("leerlijn|rij|1 A|Extra", {"1 A": 1}),
    ],
)
def test_which_columns_are_niveaus(kop: str, niveaus: dict[str, int | None]) -> None:
    assert Kop().niveaukolommen(kop.split("|")) == niveaus


def test_who_names_the_niveaus_is_followed() -> None:
    kop = ["leerlijn", "A2", "rij", "A1", "opmerkingen"]
    assert Kop(("A1", "A2")).niveaukolommen(kop) == {"A2": None, "A1": None}
    assert Kop(("A1", "A2")).overgeslagen(kop) == ["opmerkingen"]
    assert list(Kop(("A1", "A2")).fouten(kop, "regel 1")) == []
    assert Kop(("1 A", "2 B")).niveaukolommen(["leerlijn", "rij", "1 A", "2 B"]) == {"1 A": 1, "2 B": 2}
    assert Kop(("2 B", "1 A")).niveaukolommen(["leerlijn", "rij", "1 A", "2 B"]) == {"1 A": None, "2 B": None}


HERNOEM = "haal hem weg, of geef hem een naam die hier kan staan"
ZEG = "zeg anders met niveaus= (--niveaus) welke kolommen de niveaus zijn, op volgorde"


@pytest.mark.parametrize(
    ("kop", "zinnen"),
    [
        ("leerlijn|rij|naamm|A1", [f"kolom 'naamm' lijkt op 'naam'; heet hij zo? {ZEG}"]),
        ("leerlijn|rij|A1|Notes", [f"kolom 'Notes' lijkt geen niveau; haal hem weg, of {ZEG}"]),
        ("leerlijn|kleur|rij|A1", [f"kolom 'kleur' is onbekend; haal hem weg, of {ZEG}"]),
        ("leerlijn|omschrijvng|rij|1 A", ["kolom 'omschrijvng' is onbekend; bedoelde je 'omschrijving'?"]),
        ("leerlijn|rij|1 A|3 C", [f"niveau 2 heeft geen kolom: nummers tellen op vanaf 1; {ZEG}"]),
        ("leerlijn|rij|1 A|1 B", ["niveau 1 heeft meer dan één kolom"]),
        ("leerlijn|rij|A1|A1", ["kolom 'A1' staat er meer dan eens"]),
        (
            "leerlijn|rij|notatie|A1",
            ["kolom 'notatie' hoort niet in een matrix: een regel heeft er meer dan één criterium, en dus meer dan één notatie; "
             "maak er een lijst van"],
        ),
        ("code|opvolgers|wie", [f"kolom 'wie' is onbekend; {HERNOEM}: code, opvolgers, sinds, reden"]),
        ("leerlijn|niveau|rij|criterium|1 A", [f"kolom '1 A' is onbekend; {HERNOEM}: {', '.join(UITLEG)}"]),
        ("leerlijn|niveau|rij|criterium|Remarks", [f"kolom 'Remarks' is onbekend; {HERNOEM}: {', '.join(UITLEG)}"]),
        ("leerlijn|niveau|rij|criterium|notattie", ["kolom 'notattie' is onbekend; bedoelde je 'notatie'?"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_head(kop: str, zinnen: list[str]) -> None:
    assert [fout.reden for fout in Kop().fouten(kop.split("|"), "regel 1")] == zinnen


@pytest.mark.parametrize(
    ("kop", "zinnen"),
    [
        ("niveaus|criteria", ["'niveaus' lijkt op 'niveau'; heet hij zo?", "'criteria' lijkt op 'criterium'; heet hij zo?"]),
        ("stage|criterion", ["'stage' lijkt geen niveau; haal hem weg, of", "'criterion' lijkt geen niveau; haal hem weg, of"]),
        ("L1|L2|Voorbeelden|Bewijs", [
            "'Voorbeelden' lijkt geen niveau; haal hem weg, of", "'Bewijs' lijkt geen niveau; haal hem weg, of",
        ]),
        ("L1|leeruitkomsten", ["'leeruitkomsten' lijkt op 'leeruitkomst'; heet hij zo?"]),
    ],
)  # fmt: skip
def test_a_head_that_nearly_is_a_column_of_a_list_is_no_niveau(kop: str, zinnen: list[str]) -> None:
    namen = ["leerlijn", "naam", "rij", *kop.split("|")]
    gezegd = [fout.reden for fout in Kop().fouten(namen, "regel 1")]
    assert gezegd == [f"kolom {zin} {ZEG}" for zin in zinnen]
    assert list(Kop(tuple(kop.split("|"))).fouten(namen, "regel 1")) == []


def test_a_niveau_may_be_called_so_with_something_behind_it() -> None:
    namen = ["leerlijn", "rij", "Niveau A", "niveau-b", "Fase C", "fase1", "Base", "Level 1", "Stage two"]
    assert list(Kop().fouten(namen, "regel 1")) == []


def test_naming_the_niveaus_does_not_hide_a_slip() -> None:
    [fout] = Kop(("A1",)).fouten(["leerlijn", "rij", "rijnam", "A1"], "regel 1")
    assert fout.reden == "kolom 'rijnam' is onbekend; bedoelde je 'rijnaam'?"


def test_a_phase_stands_in_its_head_or_is_not_said() -> None:
    assert [fase_van(kop) for kop in ("3 Groei", "Niveau 3:  veel  groei", "3", "niveau 3")] == [
        "Groei", "veel groei", "", "",
    ]  # fmt: skip


def test_that_columns_were_not_parted_is_said_of_csv_alone() -> None:
    regels = [Regel(3, ["Leerlijn Niveau"])]
    csv, excel = (list(geen_kop(Inhoud([], [Blad(naam, regels)]))) for naam in ("", "Tabel"))
    gelezen = "(als kop gelezen: 'Leerlijn Niveau')"
    assert csv == [("regel 3", "geen_kolom", f"scheid de kolommen met een puntkomma, een komma of een tab {gelezen}")]
    mist = f"in een lijst ontbreekt 'leerlijn', 'niveau', 'rij', 'criterium', {IN_MATRIX}"
    assert excel == [("blad 'Tabel', regel 3", "geen_kolom", f"{mist} {gelezen}")]


def test_every_sheet_without_a_head_is_named_with_the_first_eight_of_its_cells() -> None:
    bladen = [
        Blad("Een", [Regel(1, ["", *"abcdefghi"]), Regel(2, ["x"])]), Blad("Leeg", []), Blad("Twee", [Regel(1, ["z"])]),
    ]  # fmt: skip
    gevonden = list(geen_kop(Inhoud([], bladen)))
    assert [bevinding.pad for bevinding in gevonden] == ["blad 'Een', regel 1", "blad 'Twee', regel 1"]
    assert gevonden[0].reden.endswith(" (als kop gelezen: 'a', 'b', 'c', 'd', 'e', 'f', 'g')")


def test_the_flat_table_of_an_export_is_no_list() -> None:
    plat = [*LIJST, "tekst", "letter"]
    assert not Kop().is_kop(plat)
    assert kop_mist(plat) == (
        "dit is de platte tabel van een export, met codes waar teksten horen; lees het JSON-bestand, of de Excel-werkmap"
    )
    assert Kop().is_kop([*LIJST, "tekst"])


def test_of_a_file_that_has_a_table_other_sheets_lack_nothing() -> None:
    tabel = tabel_van(Blad("Tabel", [Regel(1, [*LIJST])]), Kop().is_kop)
    assert tabel is not None
    assert list(geen_kop(Inhoud([tabel], [Blad("Leesmij", [Regel(1, ["uitleg"])])]))) == []
