"""The sheets of an exported workbook that only show what its list says."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from bestanden.versies import bewaard, eerste, fouten, volgende, wijzigingen
from leeruitkomsten import OngeldigRaamwerk, uit_tabel
from leeruitkomsten.uitwisseling import schrijf


def test_an_edited_view_says_where_to_edit_instead() -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    boek["A"]["E3"] = "• Je leest.\n• Je tekent."
    zin = "dit blad laat alleen zien wat daar staat: wijzig het daar, en zet het hier terug of haal dit blad weg"
    [fout] = fouten(bewaard(boek), oud)
    assert fout.startswith("blad 'A', regel 3, kolom E: hier staat '• Je leest.")
    assert fout.endswith(zin)
    boek["A"].append(["A", None, None, None, "Los"])
    boek["A"]["E3"] = "• Je leest.\n• Je schrijft."
    assert fouten(bewaard(boek), oud)[0].startswith(
        "blad 'A', regel 5, kolom A: hier staat 'A', en op blad 'Alle criteria' ''; "
    )
    boek["A"].delete_rows(2, 9)
    assert fouten(bewaard(boek), oud)[0].startswith(
        "blad 'A', regel 1, kolom A: hier staat 'leerlijn', en op blad 'Alle criteria' ''; "
    )
    del boek["A"]
    assert wijzigingen(oud, volgende(bewaard(boek), oud)) == []


@pytest.mark.parametrize("code", ["B", "A1", "Nieuw"])
def test_a_matrix_of_a_leerlijn_that_is_not_in_the_list_says_where_its_criteria_go(code: str) -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    blad = boek.create_sheet("Eigen")
    blad.append(["rij", "leerlijn", "naam", "1 Start", "2 Einde"])
    blad.append([1, code, "Doen", "Je doet.", ""])
    assert fouten(bewaard(boek), oud) == [
        f"blad 'Eigen', regel 2: leerlijn '{code}' staat niet op blad 'Alle criteria', en dit blad laat alleen zien wat daar "
        "staat; zet de criteria daar"
    ]


def test_a_view_of_the_version_before_is_no_fault_when_the_list_was_edited() -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    blad = boek["Alle criteria"]
    [regel] = [n for n, rij in enumerate(blad.values, 1) if rij[0] == "A1.1a"]
    blad.cell(regel, 13).value = "Je leest graag."
    nieuw = volgende(bewaard(boek), oud)
    assert wijzigingen(oud, nieuw) == [("gewijzigd", "A1.1a", "A1.1a")]
    assert nieuw.bron == oud.bron
    with pytest.raises(OngeldigRaamwerk, match="dit blad laat alleen zien"):
        uit_tabel(bewaard(boek), naam="Proef", versie="1", datum="2026-01-01")
    alleen = uit_tabel(bewaard(boek), naam="Proef", versie="1", datum="2026-01-01", blad="Alle criteria")
    assert alleen["A1.1a"].tekst == "Je leest graag."
