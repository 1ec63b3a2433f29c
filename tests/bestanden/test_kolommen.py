"""The columns of a table: what the head of a niveau is, and what a head lacks."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.blad import Blad, Regel
from leeruitkomsten.bestanden.kolommen import EXTRA, LIJST, MATRIX, NIVEAU, geen_kop, is_kop, kop_mist, kopfouten
from leeruitkomsten.bestanden.kop import tabel_van
from leeruitkomsten.bestanden.tabelbestand import Inhoud

IN_MATRIX = "in een matrix de kolommen van de niveaus ('1 …')"


@pytest.mark.parametrize(
    ("kop", "nummer", "fase"),
    [
        ("1 Start", "1", "Start"),
        ("9", "9", ""),
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


@pytest.mark.parametrize("kop", ["", "0 Niets", "12 Start", "niveau", "niveau2x", "Start 1", "niveau1 Start"])
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
    assert MATRIX == ("leerlijn", "rij")
    assert set(EXTRA) == {"naam", "fase", "begeleiding", "leeruitkomst"}


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


LIJSTKOP = [*LIJST, *EXTRA]
MATRIXKOP = [*MATRIX, "naam", "1 Start", "niveau 2: Einde"]


@pytest.mark.parametrize(
    "namen", [[*LIJST], LIJSTKOP, [*LIJSTKOP, "1 Start"], MATRIXKOP, ["leerlijn", "rij", "9"], [*MATRIXKOP, ""]]
)
def test_nothing_is_wrong_with_either_layout(namen: list[str]) -> None:
    assert is_kop(namen)
    assert list(kopfouten(namen, "regel 1")) == []


HOOGSTENS_NEGEN = "; een niveau heeft een nummer van 1 tot en met 9"


@pytest.mark.parametrize(
    ("namen", "fouten"),
    [
        ([*MATRIXKOP, "fase"], [("onbekende_kolom", "kolom 'fase' is onbekend")]),
        ([*LIJSTKOP, "kleur"], [("onbekende_kolom", "kolom 'kleur' is onbekend")]),
        ([*LIJSTKOP, "10"], [("onbekende_kolom", f"kolom '10' is onbekend{HOOGSTENS_NEGEN}")]),
        ([*MATRIXKOP, "niveau 0 Niets"], [("onbekende_kolom", f"kolom 'niveau 0 Niets' is onbekend{HOOGSTENS_NEGEN}")]),
        ([*LIJSTKOP, "rij"], [("dubbele_kolom", "kolom 'rij' staat er meer dan eens")]),
        ([*LIJSTKOP, "", ""], []),
        ([*MATRIXKOP, "2"], [("dubbele_kolom", "niveau 2 heeft meer dan één kolom")]),
        (
            [*MATRIXKOP, "2", "1"],
            [("dubbele_kolom", f"niveau {n} heeft meer dan één kolom") for n in (1, 2)],
        ),
        ([*LIJST, *["x"] * 47], [("te_groot", "er zijn 51 kolommen, ten hoogste 50 mogen er zijn")]),
        ([*LIJST, *["x"] * 46], [("onbekende_kolom", "kolom 'x' is onbekend")] * 46),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_head(namen: list[str], fouten: list[tuple[str, str]]) -> None:
    assert [tuple(fout) for fout in kopfouten(namen, "regel 1")] == [("regel 1", *fout) for fout in fouten]


def test_the_flat_table_of_an_export_is_no_list() -> None:
    plat = [*LIJST, "tekst", "letter"]
    assert not is_kop(plat)
    assert kop_mist(plat) == (
        "dit is de platte tabel van een export, met codes waar teksten horen; lees het JSON-bestand, of de bladen per leerlijn"
    )
    assert is_kop([*LIJST, "tekst"])


def test_of_a_file_that_has_a_table_other_sheets_lack_nothing() -> None:
    tabel = tabel_van(Blad("Tabel", [Regel(1, [*LIJST])]), is_kop)
    assert tabel is not None
    assert list(geen_kop(Inhoud([tabel], [Blad("Leesmij", [Regel(1, ["uitleg"])])]))) == []
