"""Which number a row of a table gets, and which code a criterium."""

from __future__ import annotations

import pytest

from bestanden.raamwerken import LADDER
from bestanden.versies import eerste, fouten, met_codes, volgende, wijzigingen
from leeruitkomsten import uit_tabel, vergelijk


def test_a_code_keeps_its_criterium_and_a_new_line_gets_the_next() -> None:
    oud = eerste()
    tabel = (
        met_codes(oud).replace("Je schrijft.", "Je schrijft brieven.")
        + ",A,,1,,1,,,Je tekent.\n,A,,2,,,Meten,,Je meet.\n"
    )
    nieuw = volgende(tabel, oud)
    assert wijzigingen(oud, nieuw) == [
        ("gewijzigd", "A1.1b", "A1.1b"), ("toegevoegd", None, "A1.1c"), ("toegevoegd", None, "A2.3a"),
    ]  # fmt: skip
    assert nieuw["A.3"].naam == "Meten"


def test_a_line_of_the_same_text_in_the_same_cell_keeps_its_code_without_saying_so() -> None:
    oud = eerste()
    tabel = met_codes(oud).replace("A1.1b,", ",")
    assert wijzigingen(oud, volgende(tabel, oud)) == []


@pytest.mark.parametrize(
    ("van", "naar", "zinnen"),
    [
        ("A1.1b,A,,1", "A1.1b,A,,2", [
            "regel 3, kolom 'code': 'A1.1b' is de code van een andere plaats dan deze regel noemt (leerlijn A, niveau 2, rij 1); laat "
            "hem leeg als het criterium verhuist, en zeg bij 'vervallen' welke nieuwe code op de oude volgt"]),
        ("A1.1b,", "A1.1a,", ["regel 3, kolom 'code': 'A1.1a' staat ook op regel 2"]),
        ("A1.1b,", "WP,", ["regel 3, kolom 'code': hier hoort de code van een succescriterium, zoals 'WP2.4a', of niets, er staat 'WP'"]),
        ("Je schrijft.", "", [
            "regel 3, kolom 'criterium': er staat wel een rij, maar geen criterium",
            "regel 3, kolom 'code': op een regel zonder criterium hoort de code van de leeruitkomst, 'A1', er staat 'A1.1b'; haal de "
            "regel weg als het criterium vervalt"]),
    ],
)  # fmt: skip
def test_a_code_in_another_place_is_a_fault(van: str, naar: str, zinnen: list[str]) -> None:
    oud = eerste()
    assert fouten(met_codes(oud).replace(van, naar), oud) == zinnen


def test_a_code_under_another_name_without_a_number_says_where_the_number_goes() -> None:
    oud = eerste()
    tabel = met_codes(oud).replace("A2.2a,A,,2,,2,Tellen", "A2.2a,A,,2,,,Rekenen")
    assert fouten(tabel, oud)[0].endswith(
        "zeg bij 'vervallen' welke nieuwe code op de oude volgt; heet alleen de rij anders, zet dan 2 in kolom 'rij'"
    )
    assert volgende(tabel.replace(",,Rekenen", ",2,Rekenen"), oud)["A.2"].naam == "Rekenen"


def test_a_code_that_ended_is_not_used_again() -> None:
    oud = eerste()
    zonder = met_codes(oud).replace("A1.1b,A,,1,,1,Lezen,,Je schrijft.\n", "")
    nieuw = volgende(zonder, oud, opvolgers={"A1.1b": []})
    weer = zonder + "A1.1b,A,,1,,1,,,Je knutselt.\n"
    zin = "'A1.1b' is vervallen, en wordt niet opnieuw gebruikt; laat de code van een nieuw criterium leeg"
    assert fouten(weer, nieuw) == [f"regel 5, kolom 'code': {zin}"]


def test_a_matrix_keeps_codes_by_text_and_then_by_place() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01", taal="en")
    tabel = LADDER.replace("Designs a component", "Designs any component").replace("Tests own", "Tests all own")
    assert wijzigingen(oud, volgende(tabel, oud)) == [
        ("gewijzigd", "TECH2.2a", "TECH2.2a"), ("gewijzigd", "TECH3.1a", "TECH3.1a"),
    ]  # fmt: skip
    omgekeerd = LADDER.replace(
        "• Designs a component\n• Reviews changes of others", "• Reviews changes of others\n• Designs a component"
    )
    assert volgende(omgekeerd, oud).leerlijnen == oud.leerlijnen
    erbij = LADDER.replace("• Designs a component", "• Designs any component\n• Writes docs")
    assert [fout.partition(":")[0] for fout in fouten(erbij, oud)] == ["code TECH3.1a"]
    nieuw = volgende(erbij, oud, opvolgers={"TECH3.1a": ["TECH3.1c"]})
    assert [c.code for c in nieuw.leeruitkomst("TECH3").succescriteria if c.rij == "TECH.1"] == [
        "TECH3.1b",
        "TECH3.1c",
        "TECH3.1d",
    ]
    assert (
        volgende(
            LADDER.replace("Testing", "On call 2"),
            uit_tabel(LADDER.replace("Testing", "On call 2").encode(), naam="L", versie="1", datum="2026-01-01"),
        )
        .rijen[1]
        .naam
        == "On call 2"
    )


@pytest.mark.parametrize(("cellen", "waar"), [(5, ""), (7, " (en nog 2)")])
def test_that_letters_have_another_order_than_the_table_is_said(cellen: int, waar: str) -> None:
    kop = "leerlijn,naam,niveau,rij,criterium"
    oud = eerste("\n".join([kop, *(f"A,Leren,1,{rij},x" for rij in range(1, cellen + 1)), ""]))
    assert not oud.bron.verantwoording
    regels = [f"A,Leren,1,{rij},{tekst}" for rij in range(1, cellen + 1) for tekst in ("nieuw", "x")]
    nieuw = volgende("\n".join([kop, *regels, ""]), oud)
    assert [c.tekst for c in nieuw.succescriteria] == ["x", "nieuw"] * cellen
    assert [noot.tekst for noot in nieuw.bron.verantwoording] == [
        f"criteria staan op volgorde van hun letter; in de tabel is die anders in A1.1, A1.2, A1.3, A1.4, A1.5{waar}"
    ]


def test_that_rows_have_another_order_than_the_table_is_said() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    testing, on_call = (
        ";;Testing;;Tests own changes;Plans the tests of a component;;\n",
        ";;On call;;;Solves incidents;Leads the response;\n",
    )
    anders = LADDER.replace(testing, "").replace(on_call, on_call + testing)
    assert anders != LADDER
    nieuw = volgende(anders, oud)
    assert nieuw.leerlijnen == oud.leerlijnen
    zin = "rijen staan op volgorde van hun nummer; in de tabel is die anders in TECH"
    assert [noot.tekst for noot in nieuw.bron.verantwoording] == [*(n.tekst for n in oud.bron.verantwoording), zin]
    # A list goes through the rows again for each niveau, and a line may be added at its end.
    kop = "leerlijn,naam,niveau,rij,criterium\n"
    netjes = f"{kop}A,Leren,1,1,a\nA,,1,3,b\nA,,2,1,c\nA,,2,2,d\nA,,2,1,e\n"
    assert not eerste(netjes).bron.verantwoording
    zin = "rijen staan op volgorde van hun nummer; in de tabel is die anders in A"
    assert [noot.tekst for noot in eerste(f"{netjes}A,,1,2,f\n").bron.verantwoording] == [zin]


def test_a_row_of_another_name_with_its_number_keeps_its_codes() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    met_nummer = LADDER.replace("naam;rijnaam", "naam;rij;rijnaam").replace(";;Testing", ";;2;Quality")
    met_nummer = (
        met_nummer.replace(";;On call", ";;;On call")
        .replace("skills;Wri", "skills;;Wri")
        .replace("ship;Men", "ship;;Men")
    )
    assert (
        str(vergelijk(oud, volgende(met_nummer, oud))) == "de naam van rij TECH.2 is gewijzigd: [-Testing-]{+Quality+}"
    )
