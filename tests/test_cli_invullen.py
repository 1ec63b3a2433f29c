"""A form that was filled in with Word, read back on the command line: a portfolio, and what has no place in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten.cli import start
from leeruitkomsten.weergave import formulier_docx
from weergave.ingevuld import typ
from weergave.test_ingevuld import ERBIJ, GETYPT, achter


def test_it_is_read_named_and_added_to(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    leeg = formulier_docx(lu.laad(), 2)
    bestand, doel = tmp_path / "ingevuld.docx", tmp_path / "sanne.json"
    bestand.write_bytes(typ(leeg, GETYPT | {"student": "Sanne"}))
    assert start(["formulier", "--lees", str(bestand), "-o", str(doel)]) == 0
    uit, fout = capfd.readouterr()
    assert uit == f"{doel}: Sanne, erbij: 2 × bewijs, 3 × notitie\n"
    assert fout == "niet in het portfolio: begeleider 1: J. Pieters\n"
    assert lu.lees_portfolio(doel).bewijs == tuple(ERBIJ[0])

    bestand.write_bytes(typ(leeg, {"student": "Sanne", "feedback WP2.1b": "Ga door"}, achter("los erbij")))
    opdracht = ["formulier", "--lees", str(bestand), "--portfolio", str(doel), "--dag", "2026-12-01", "-o", str(doel)]
    assert start(opdracht) == 2  # what is there is not written over unasked
    capfd.readouterr()
    assert start([*opdracht, "--overschrijf", "--json"]) == 1  # somebody must look at what was typed elsewhere
    uit, fout = capfd.readouterr()
    los = {"soort": "los", "waar": "na 'EvL2 Verdiepingsfase (niveau 2)'", "tekst": "los erbij"}
    assert json.loads(uit) == {"bestand": str(doel), "bewijs": 0, "notities": 1, "niet_geplaatst": [los]}
    assert fout.startswith("niet in het portfolio: na 'EvL2")
    assert lu.lees_portfolio(doel).notities[-1] == lu.Notitie("WP2.1b", "feedback", "Ga door", "2026-12-01")
    assert start(["formulier", "--lees", str(bestand), "--portfolio", str(doel), "--dag", "2026-12-01"]) == 1
    assert lu.lees_portfolio(capfd.readouterr().out.encode()) == lu.lees_portfolio(doel)


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (["--lees", "ingevuld.docx", "2"], "--lees leest een formulier; laat NIVEAU weg"),
        (["--lees", "ingevuld.docx", "--rol", "A", "--voortgang", "b"], "laat --rol en --voortgang weg"),
        (["2", "--dag", "2026-01-01", "-o", "x.html"], "--dag hoort bij --lees"),
        ([], "geef een NIVEAU, of met --lees een ingevuld formulier"),
        (["--lees", "ontbreekt.docx"], "'ontbreekt.docx' bestaat niet"),
        (["--lees", "ingevuld.docx", "--schermtaal", "en"], "laat --schermtaal weg"),
        (["--lees", "ingevuld.docx", "--dag", "gisteren"], "--dag: 'gisteren' is geen dag"),
        (["--lees", "ingevuld.docx", "--json"], "geef dat bestand met -o op"),
        (
            ["--lees", "ingevuld.docx", "--overschrijf", "-o", "ingevuld.docx"],
            "'ingevuld.docx': de naam van het bestand eindigt hier op .json",
        ),
        (
            ["--lees", "ingevuld.docx", "-o", "sanne.pdf"],
            "'sanne.pdf': de naam van het bestand eindigt hier op .json\n",
        ),
        (["--lees", __file__], "is geen Word-document"),
    ],
)
def test_what_does_not_go_together_is_refused(opties: list[str], zin: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert start(["formulier", *opties]) == 2
    assert zin in capfd.readouterr().err


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "- Student: op het formulier staat geen naam; vul die in"),
        ({"student": "Sam", "datum": "volgende week"}, "- Datum: 'volgende week' is geen datum"),
    ],
)
def test_what_is_to_be_corrected_in_a_form_is_said_of_its_file(
    velden: dict[str, str],
    zin: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ingevuld.docx").write_bytes(typ(formulier_docx(lu.laad(), 2), velden))
    lu.schrijf(lu.laad(), "kader.json")
    assert start(["formulier", "--lees", "ingevuld.docx", "--raamwerk", "kader.json"]) == 1
    fout = capfd.readouterr().err
    assert fout.startswith(f"'ingevuld.docx': er is 1 fout:\n{zin}")
    assert "--help" not in fout  # the question is good


def test_a_form_of_another_framework_cannot_be_asked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "ander.docx"
    bestand.write_bytes(formulier_docx(RAAMWERKEN["klein"], 2))
    assert start(["formulier", "--lees", str(bestand)]) == 2
    assert "van een ander raamwerk of een andere versie" in capfd.readouterr().err
