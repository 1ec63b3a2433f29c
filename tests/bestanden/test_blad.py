"""Cells: what stands for an empty one, and what is asked about."""

from __future__ import annotations

import pytest

from leeruitkomsten.bestanden.blad import BIJNA_LEEG, Blad, Regel, cel_van, kolomletters, naam_van


@pytest.mark.parametrize("tekst", ["", " ", "\u00a0", "-", " – ", "—", "n.v.t.", "N.V.T", "nvt"])
def test_these_stand_for_an_empty_cell(tekst: str) -> None:
    assert cel_van(tekst) == ""


@pytest.mark.parametrize("tekst", ["0", "NULL", "geen", "--", "n.v.t. hier", "a-b"])
def test_anything_else_is_a_text(tekst: str) -> None:
    assert cel_van(f" {tekst} ") == tekst


def test_these_are_asked_about_where_a_text_belongs() -> None:
    vragen = [
        ".",
        "..",
        "...",
        "…",
        "?",
        "/",
        "--",
        "---",
        "geen",
        "leeg",
        "na",
        "n/a",
        "nan",
        "nihil",
        "niets",
        "none",
        "null",
        "tbd",
        "??",
        "???",
        "invullen",
        "nog invullen",
        "todo",
        "xxx",
        "volgt",
    ]
    assert {*vragen, "niet van toepassing", "nog in te vullen", "nog niets"} == {*BIJNA_LEEG}
    assert all(tekst == tekst.casefold() and cel_van(tekst) for tekst in BIJNA_LEEG)


def test_letters_are_whole_and_names_are_folded() -> None:
    assert cel_van("e\u0301") == "é"
    assert naam_van(" Naam  van\u00a0de  STUDENT ") == "naam van de student"


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert [kolomletters(plaats) for plaats in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def test_a_line_knows_where_it_stands_and_what_is_its_own() -> None:
    regel = Regel(7, ["a", "", "b"], samengevoegd={2: "A7:C7"})
    assert [regel.cel(plaats) for plaats in range(4)] == ["a", "", "b", ""]
    assert list(regel.eigen()) == ["a"]
    assert (Blad("", []).waar(7), Blad("X", []).waar(7)) == ("regel 7", "blad 'X', regel 7")
    assert (str(Blad("", [])), str(Blad("X", []))) == ("het bestand", "blad 'X'")


def test_a_sheet_is_shown_unless_it_is_said_to_be_hidden() -> None:
    assert not Blad("X", []).verborgen
    assert Blad("X", [], verborgen=True).verborgen
