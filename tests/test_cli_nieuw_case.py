"""`leeruitkomsten nieuw` with a CASE package: a framework, and what was left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten.cli import start
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.case.pakketten import LADDER, VAARDIGHEDEN, opensalt, pakket

Uitvoer = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bewaar("salt.json", opensalt())
    bewaar(
        "drie.json",
        pakket([("Craft", {"CFItemType": "Domain"}, [("Code", {"CFItemType": "Standard"}, [("Writes.",)])])]),
    )
    Path("tabel.csv").write_text(
        "leerlijn,naam,niveau,fase,leeruitkomst,rij,criterium\nA,Aap,1,Start,Je kan.,1,Je leest.\n", "utf-8"
    )


def bewaar(naam: str, uit: Any) -> None:
    Path(naam).write_text(json.dumps(uit), "utf-8")


def vraag(capsys: Uitvoer, *argumenten: str) -> tuple[int, str, str]:
    code = start(list(argumenten))
    uit = capsys.readouterr()
    return code, uit.out, uit.err


def test_a_new_framework_comes_from_a_package_and_says_what_was_left_out(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "nieuw", "salt.json", "-o", "eigen.json")
    assert (code, uit) == (0, "eigen.json: 2 leeruitkomsten en 3 succescriteria\n")
    eigen = lu.lees("eigen.json")
    assert (eigen.naam, eigen.versie, eigen.datum, eigen.taal) == ("Engineering ladder", "1.0", "2025-03-04", "en")
    assert fout.splitlines() == [f"'salt.json': {noot}" for noot in eigen.bron.verantwoording]
    assert "'salt.json': niet overgenomen: 5 × educationLevel" in fout.splitlines()


def test_options_say_what_the_package_does_not(capsys: Uitvoer) -> None:
    opties = ["--naam", "Ladder", "--versie", "2", "--datum", "2026-01-01", "--taal", "en-GB", "--uitgever", "Shop"]
    assert vraag(capsys, "nieuw", "salt.json", "-o", "eigen.json", *opties)[0] == 0
    eigen = lu.lees("eigen.json")
    assert (eigen.naam, eigen.versie, eigen.datum, eigen.taal, eigen.uitgever) == ("Ladder", "2", "2026-01-01", "en-GB", "Shop")  # fmt: skip


def test_types_are_said_with_an_option(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "nieuw", "drie.json", "-o", "eigen.json")
    assert (code, uit) == (1, "")
    assert fout.startswith("drie.json: er is 1 fout:\n- het bestand: deze boom heeft 3 lagen")
    assert "--type 'Standard=leeruitkomst'" in fout
    assert not Path("eigen.json").exists()
    assert vraag(capsys, "nieuw", "drie.json", "-o", "eigen.json", "--type", "Standard=leeruitkomst")[0] == 0
    assert [u.tekst for u in lu.lees("eigen.json").leeruitkomsten] == ["Code"]


def test_our_own_package_comes_back_as_it_was(capsys: Uitvoer) -> None:
    schrijf(lu.laad(), "case", "eigen.case.json")
    code, uit, _ = vraag(capsys, "nieuw", "eigen.case.json", "-o", "eigen.json", "--json")
    assert code == 0
    assert json.loads(uit) == {"bestand": "eigen.json", "kenmerk": lu.laad().kenmerk.als_dict(), "leeruitkomsten": 16, "succescriteria": 101}  # fmt: skip
    assert lu.lees("eigen.json") == lu.laad()


def test_a_ladder_has_its_verdieping_at_once(capsys: Uitvoer) -> None:
    bewaar("ladder.json", pakket(LADDER, language="en"))
    assert vraag(capsys, "nieuw", "ladder.json", "-o", "eigen.json")[0] == 0
    assert "Splits large changes." in vraag(capsys, "verdieping", "A1", "A3", "--raamwerk", "eigen.json")[1]


@pytest.mark.parametrize(
    ("argumenten", "code", "fout"),
    [
        (["weg.json", "-o", "x.json"], 2, "Fout: 'weg.json' bestaat niet"),
        (["salt.json"], 2, "Fout: er ontbreekt iets: --uit BESTAND"),
        (["salt.json", "-o", "x.json", "--blad", "B"], 2, "Fout: --blad is voor een tabel (Excel)"),
        (["salt.json", "-o", "x.json", "--type", "Competency"], 2, "Fout: --type hoort als TYPE=SOORT, zoals Competency=succescriterium; er staat 'Competency'"),
        (["salt.json", "-o", "x.json", "--type", "=rij"], 2, "er staat '=rij'"),
        (["salt.json", "-o", "x.json", "--type", "Competency=criterium"], 2, "Fout: typen['Competency']='criterium' kan niet; bedoelde je 'succescriterium'? Kies uit: 'leerlijn',"),
        (["salt.json", "-o", "x.json", "--datum", "gisteren"], 1, "salt.json: er is 1 fout:\n- datum: hier hoort een datum"),
        (["kader.json", "-o", "x.json"], 1, "kader.json: er is 1 fout:\n- het bestand is een raamwerk, geen CASE-pakket"),
        (["tabel.csv", "-o", "x.json", "--datum", "2026-01-01", "--type", "x=rij"], 2, "Fout: --type is voor een CASE-pakket (JSON); een tabel heeft geen types"),
        (["tabel.csv", "-o", "x.json"], 2, "Fout: er ontbreekt iets: --datum DATUM"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_in_dutch(argumenten: list[str], code: int, fout: str, capsys: Uitvoer) -> None:
    lu.schrijf(lu.laad(), "kader.json")
    gezegd = vraag(capsys, "nieuw", *argumenten)
    assert gezegd[0] == code
    assert fout in gezegd[2]
    assert not Path("x.json").exists()


def test_what_a_package_says_cannot_steer_a_terminal(capsys: Uitvoer) -> None:
    uit = pakket(VAARDIGHEDEN)
    uit["CFItems"][0]["\x1b[2J"] = 1
    uit["CFItems"][0]["CFItemType"] = "\x1b]0;x"
    bewaar("stuur.json", uit)
    assert "\x1b" not in vraag(capsys, "nieuw", "stuur.json", "-o", "eigen.json")[2]
