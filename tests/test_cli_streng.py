"""Every command as a careful user runs it: `python -W error -X dev`, in which a warning is an error and no file stays open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from leeruitkomsten import uitwisseling
from test_cli import OPDRACHTEN, VOORBEELDEN, codes

__all__ = ["codes"]

# One process for all: each starts some hundreds of modules. What a command leaves behind is found before the next begins.
PROGRAMMA = """
import contextlib, gc, io, json, sys
from leeruitkomsten.cli import start

assert sys.flags.dev_mode and sys.warnoptions[-1] == "error"
antwoorden = []
for argumenten in json.load(sys.stdin):
    uit, fout = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        try:
            code = start(argumenten)
        except BaseException as ongezegd:
            code = repr(ongezegd)
        gc.collect()
        gc.freeze()  # what stays is looked at once, and at the end
    antwoorden.append((code, uit.buffer.getvalue().decode("utf-8", "replace"), fout.buffer.getvalue().decode()))
gc.unfreeze()
gc.collect()
json.dump(antwoorden, sys.stdout)
"""
# Beside the shortest example of each command: other kinds of file, and every format that needs no more than its name.
VERDER = [
    ["controleer", "eigen.json"],
    ["controleer", "codes.txt", "--hersteld"],
    ["voortgang", "bewijs.csv", "--student", "12", "--csv"],
    ["voortgang", "bewijs.parquet"],
    ["voortgang", "bewijs.xlsx"],
    ["dekking", "bewijs.xlsx", "--module", "student"],
    ["voortgang", "bewijs.csv", "--student", "12", "--xlsx", "stand.xlsx", "--docx", "stand.docx"],
    ["dekking", "modules.csv", "--xlsx", "dekking.xlsx", "--docx", "dekking.docx"],
    ["groei", "bewijs.csv", "--csv"],
    ["grafiek", "cohort", "bewijs.parquet", "-o", "cohort.png"],
    ["grafiek", "groei", "bewijs.csv", "-o", "groei.html"],
    ["vergelijk", "oud.json", "nieuw.json", "--vorm", "html"],
    ["matrix", "-o", "matrix.docx"],
    ["formulier", "EvL2", "-o", "formulier.docx"],
    ["pagina", "--voortgang", "getoond.txt", "-o", "getoond.html"],
    *(["exporteer", formaat, "-o", f"uit.{formaat}"] for formaat in uitwisseling.formaten() if formaat != "openbadges"),
]
FOUT = {
    "toon": (["WP22"], 2),
    "zoek": (["feedback", "--niveau", "hoog"], 2),
    "verdieping": (["WP3", "WP2"], 2),
    "opbouw": (["wp 3"], 2),
    "verschil": (["WP2.6a", "WP2.6z"], 2),
    "evl": (["9"], 2),
    "controleer": (["weg.txt"], 2),
    "nieuw": (["bewijs.csv", "-o", "gemaakt.json", "--datum", "2026-01-01"], 1),
    "vergelijk": (["oud.json", "tabel.csv"], 2),
    "migreer": (["weg.txt", "oud.json", "nieuw.json"], 2),
    "voortgang": (["modules.csv"], 2),
    "groei": (["bewijs.csv", "--stap", "jaar"], 2),
    "dekking": (["bewijs.csv"], 2),
    "exporteer": (["pdf"], 2),
    "nalopen": (["moodle", "tabel.csv"], 2),
    "matrix": (["XX", "-o", "matrix.html"], 2),
    "formulier": (["9", "-o", "formulier.html"], 2),
    "overzicht": (["9", "-o", "overzicht.html"], 2),
    "pagina": (["-o", "pagina.pdf"], 2),
    "grafiek": (["taart", "-o", "taart.svg"], 2),
}


@pytest.fixture(autouse=True)
def getoond(codes: Path) -> None:
    """A list of what a student has shown, and evidence in Parquet and in a workbook with a list to choose from, beside the files of the other tests of commands."""
    codes.with_name("getoond.txt").write_text("WP1.1a\nWP1.2a\n", "utf-8")
    bewijs = pyarrow.table({"student": ["12", "007"], "criterium": ["WP1.1a", "WP2.1a"]})
    pyarrow.parquet.write_table(bewijs, codes.with_name("bewijs.parquet"))
    boek = openpyxl.Workbook()
    blad: Any = boek.active
    for rij in [bewijs.column_names, *(regel.values() for regel in bewijs.to_pylist())]:
        blad.append([*rij])
    keuze = DataValidation(type="list", formula1='"WP1.1a,WP2.1a"')
    keuze.add("B2:B9")
    blad.add_data_validation(keuze)
    boek.save(codes.with_name("bewijs.xlsx"))


class Antwoord(NamedTuple):
    """What a command leaves: its exit code, or what it raised, and what it wrote."""

    code: int | str
    uit: str
    fout: str


def streng(vragen: list[list[str]]) -> list[Antwoord]:
    """What all these commands answer in one process that forgives nothing."""
    klaar = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", PROGRAMMA],
        input=json.dumps(vragen),
        capture_output=True,
        text=True,
        check=False,
        # Coverage keeps a database open; what it would count here is counted where the same commands are tested.
        env={naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("COV")},
    )
    assert (klaar.returncode, klaar.stderr) == (0, "")
    return [Antwoord(*antwoord) for antwoord in json.loads(klaar.stdout)]


def test_every_command_has_a_good_and_a_wrong_example() -> None:
    assert {*VOORBEELDEN} == {*FOUT} == {*OPDRACHTEN}


def test_no_good_command_warns_or_leaves_anything_open() -> None:
    vragen = [[opdracht, *argumenten] for opdracht, argumenten in VOORBEELDEN.items()] + VERDER
    for vraag, antwoord in zip(vragen, streng(vragen), strict=True):
        assert (antwoord.code, antwoord.uit != "" or "-o" in vraag) == (0, True), (vraag, antwoord)
        assert "Warning" not in antwoord.fout, vraag
        assert "Traceback" not in antwoord.fout, vraag


def test_a_wrong_command_says_it_in_its_own_words_only() -> None:
    vragen = [[opdracht, *argumenten] for opdracht, (argumenten, _) in FOUT.items()]
    for vraag, antwoord in zip(vragen, streng(vragen), strict=True):
        assert antwoord.code == FOUT[vraag[0]][1], (vraag, antwoord)
        assert antwoord.fout.startswith(("Fout: ", f"{vraag[1]}: ")), (vraag, antwoord)
        assert "Warning" not in antwoord.fout, vraag
        assert "Traceback" not in antwoord.fout, vraag


def test_a_warning_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    lek = "import leeruitkomsten.cli.opdrachten as o; o.toon.callback = lambda **_: open('tabel.csv') and None"
    monkeypatch.setattr(sys.modules[__name__], "PROGRAMMA", f"{lek}\n{PROGRAMMA}")
    assert "ResourceWarning: unclosed file" in streng([["toon", "WP2"]])[0].fout
