"""A form that was filled in with Word, read back on the command line: a portfolio, and what has no place in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import leeruitkomsten as lu
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
    ],
)
def test_what_does_not_go_together_is_refused(opties: list[str], zin: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert start(["formulier", *opties]) == 2
    assert zin in capfd.readouterr().err


def test_what_is_wrong_in_a_form_is_said_of_its_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "leeg.docx"
    bestand.write_bytes(formulier_docx(lu.laad(), 2))
    raamwerk = tmp_path / "kader.json"
    lu.schrijf(lu.laad(), raamwerk)
    assert start(["formulier", "--lees", str(bestand), "--raamwerk", str(raamwerk)]) == 2
    assert ": er is 1 fout:\n- Student: op het formulier staat geen naam; vul die in" in capfd.readouterr().err
