"""The command that writes a framework for another system."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.cli import start
from leeruitkomsten.uitwisseling import formaten, schrijf

NODIG = {"openbadges": ["--optie", "base_uri=https://example.org/"]}


@pytest.fixture(autouse=True)
def lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, klein: Raamwerk) -> None:
    """A folder with a framework of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    lu.schrijf(klein, "klein.json")


def vraag(capfdbinary: pytest.CaptureFixture[bytes], *argumenten: str) -> tuple[int, bytes, str]:
    code = start(["exporteer", *argumenten])
    uit = capfdbinary.readouterr()
    return code, uit.out, uit.err.decode()


Uitvoer = pytest.CaptureFixture[bytes]


@pytest.mark.parametrize("formaat", formaten())
def test_a_file_and_standard_output_get_the_same_bytes(formaat: str, capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    nodig = NODIG.get(formaat, [])
    opties = {"base_uri": "https://example.org/"} if nodig else {}
    code, uit, fout = vraag(capfdbinary, formaat, *nodig)
    assert (code, fout) == (0, "")
    assert uit == schrijf(kader, formaat, **opties)
    gezegd = vraag(capfdbinary, formaat, "-o", "uit", *nodig)
    assert gezegd == (0, f"uit is geschreven ({formaat}, raamwerk 1.0)\n".encode(), "")
    assert Path("uit").read_bytes() == uit


def test_json_says_what_was_written(capfdbinary: Uitvoer) -> None:
    code, uit, _ = vraag(capfdbinary, "csv", "--uit", "uit.csv", "--json")
    assert code == 0
    assert json.loads(uit) == {
        "bestand": "uit.csv",
        "formaat": "csv",
        "bytes": Path("uit.csv").stat().st_size,
    }


def test_a_framework_of_ones_own_is_written(capfdbinary: Uitvoer, klein: Raamwerk) -> None:
    assert vraag(capfdbinary, "markdown", "--raamwerk", "klein.json")[1] == schrijf(klein, "markdown")


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "er ontbreekt iets: FORMAAT"),
        (["pdf"], "'pdf' is geen formaat; kies uit: canvas, moodle, case"),
        (["csv", "x"], "dit hoort er niet bij: 'x'"),
        (["csv", "--optie", "kleur=rood"], "csv kent de optie 'kleur' niet; wel: scheiding, bom"),
        (["markdown", "--optie", "kleur=rood"], "markdown kent de optie 'kleur' niet; er zijn er geen"),
        (["csv", "--optie", "bom"], "een optie is NAAM=WAARDE, er staat 'bom'"),
        (["csv", "--optie", "=ja"], "een optie is NAAM=WAARDE, er staat '=ja'"),
        (["csv", "--optie", "bom=misschien"], "bom: hier hoort ja of nee (True of False), er staat 'misschien'"),
        (["csv", "--optie", "bom=ja", "--optie", "bom=nee"], "de optie 'bom' staat er meer dan eens"),
        (["csv", "--optie", "scheiding=|"], "scheiding: hier hoort ',', ';' of '\\t', er staat '|'"),
        (["moodle", "--optie", "ruleoutcome=veel"], "ruleoutcome: hier hoort 1, 2, 3 of niets (None), er staat 'veel'"),
        (["canvas", "--optie", "schaal=1"], "schaal: hier horen ten minste twee waarden"),
        (["csv", "--json"], "geef dat bestand met -o op"),
        (["csv", "-o", "weg/x"], "'weg/x' is niet te schrijven: de map bestaat niet"),
        (["csv", "-o", "."], "'.' is niet te schrijven: dat is een map"),
        (["csv", "--raamwerk", "weg.json"], "'weg.json' bestaat niet"),
        (["openbadges"], "heeft een webadres nodig"),
    ],
)
def test_a_wrong_question_is_one_dutch_error(argumenten: list[str], zin: str, capfdbinary: Uitvoer) -> None:
    code, uit, fout = vraag(capfdbinary, *argumenten)
    assert (code, uit) == (2, b"")
    assert zin in fout
    assert fout.startswith("Fout: ")
    assert fout.endswith("Zie: leeruitkomsten exporteer --help\n")
    assert sorted(pad.name for pad in Path().iterdir()) == ["klein.json"]


def test_everything_that_is_wrong_with_options_is_said_at_once(capfdbinary: Uitvoer) -> None:
    verkeerd = ["bom", "bom=x", "bom=ja", "kleur=rood", "scheiding=|"]
    _, _, fout = vraag(capfdbinary, "csv", *(deel for optie in verkeerd for deel in ("--optie", optie)))
    assert fout.splitlines()[:5] == [
        "Fout: een optie is NAAM=WAARDE, er staat 'bom'",
        "de optie 'bom' staat er meer dan eens",
        "csv kent de optie 'kleur' niet; wel: scheiding, bom",
        "bom: hier hoort ja of nee (True of False), er staat 'x'",
        "scheiding: hier hoort ',', ';' of '\\t', er staat '|'",
    ]


def test_a_terminal_gets_text_but_no_workbook(
    capfdbinary: Uitvoer, monkeypatch: pytest.MonkeyPatch, kader: Raamwerk
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, uit, fout = vraag(capfdbinary, "xlsx")
    assert (code, uit) == (2, b"")
    assert "xlsx is geen tekst voor een scherm; geef met -o een bestand op" in fout
    assert vraag(capfdbinary, "xlsx", "-o", "x.xlsx")[0] == 0
    assert vraag(capfdbinary, "csv")[1] == schrijf(kader, "csv")


def test_excel_without_its_extra_says_which_one_to_install(
    capfdbinary: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, _, fout = vraag(capfdbinary, "xlsx", "-o", "x.xlsx")
    assert code == 2
    assert 'pip install "leeruitkomsten[excel]"' in fout
    assert not Path("x.xlsx").exists()


def test_the_help_names_every_format(capfdbinary: Uitvoer) -> None:
    code, uit, _ = vraag(capfdbinary, "--help")
    assert code == 0
    hulp = " ".join(uit.decode().split())
    assert f"FORMAAT is een van: {', '.join(formaten())}." in hulp
    assert max(map(len, uit.decode().splitlines())) <= 80
