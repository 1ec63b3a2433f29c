"""The command that asks whether another system still says the same: an answer for people, and an exit code for every night."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.cli import start
from leeruitkomsten.uitwisseling import schrijf, vergelijk

Uitvoer = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def uitvoer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kader: Raamwerk, klein: Raamwerk) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    schrijf(kader, "case", "pakket.json")
    schrijf(kader, "canvas", "canvas.csv", evl=False)
    schrijf(klein, "xlsx", "klein.xlsx")
    lu.schrijf(klein, "klein.json")


def vraag(capsys: Uitvoer, *argumenten: str) -> tuple[int, str, str]:
    code = start(["nalopen", *argumenten])
    uit = capsys.readouterr()
    return code, uit.out, uit.err


def test_what_is_equal_says_so_and_is_0(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "case", "pakket.json")
    assert (code, fout) == (0, "")
    assert "gelijk: 125 nagelopen in case" in " ".join(uit.split())
    assert vraag(capsys, "canvas", "canvas.csv", "--optie", "evl=nee")[0] == 0


def test_what_differs_is_drawn_and_is_1(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "case", "pakket.json", "--raamwerk", "1.0+errata")
    assert (code, fout) == (1, "")
    assert "andere tekst   WP2.5b" in uit
    assert "afwijkingen: 4; 125 nagelopen in case" in " ".join(uit.split())
    assert vraag(capsys, "canvas", "canvas.csv")[0] == 1


def test_json_is_what_the_library_says(capsys: Uitvoer) -> None:
    errata = lu.laad(errata=True)
    code, uit, _ = vraag(capsys, "case", "pakket.json", "--raamwerk", "1.0+errata", "--json")
    assert (code, json.loads(uit)) == (1, vergelijk(errata, "pakket.json", "case").als_dict())
    code, uit, _ = vraag(capsys, "case", "pakket.json", "--json")
    assert (code, json.loads(uit)["regels"]) == (0, [])


def test_a_framework_of_ones_own_and_a_workbook(capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, "xlsx", "klein.xlsx", "--raamwerk", "klein.json")
    assert (code, "niet nagelopen: blad 'PED'" in uit) == (0, True)


def test_a_file_may_come_in_by_a_pipe(capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("pakket.json").read_bytes())))
    assert vraag(capsys, "case", "-")[0] == 0


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["skos", "pakket.json"], "'skos' kan niet nagelopen worden; kies uit: canvas, moodle, case, brightspace, mahara, csv, xlsx"),
        (["case", "weg.json"], "'weg.json' bestaat niet"),
        (["case", "canvas.csv"], "'canvas.csv': er is 1 fout:"),
        (["case", "klein.json"], "is een raamwerk, geen CASE-pakket"),
        (["canvas", "canvas.csv", "--optie", "kleur=1"], "canvas kent de optie 'kleur' niet"),
        (["canvas", "canvas.csv", "--optie", "evl"], "een optie is NAAM=WAARDE"),
        (["brightspace", "pakket.json", "--optie", "criteria=x"], "criteria"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_one_dutch_error(argumenten: list[str], zin: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, *argumenten)
    assert (code, uit) == (2, "")
    assert fout.startswith("Fout: ")
    assert zin in fout
    assert fout.endswith("Zie: leeruitkomsten nalopen --help\n")
