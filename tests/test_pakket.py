"""What the package says of itself: the metadata of the wheel against the licences, the README, the policy and what CI runs."""

from __future__ import annotations

import email
import json
import re
import zipfile
from email.message import Message
from pathlib import Path

import pytest

import leeruitkomsten as lu

TEKST = "LicenseRef-leeruitkomsten-brontekst"
PYTHON = "Programming Language :: Python :: "


@pytest.fixture
def inhoud(wiel: Path) -> dict[str, str]:
    with zipfile.ZipFile(wiel) as zip_:
        return {naam.partition(".dist-info/")[2] or naam: zip_.read(naam).decode() for naam in zip_.namelist()}


@pytest.fixture
def kop(inhoud: dict[str, str]) -> Message:
    return email.message_from_string(inhoud["METADATA"])


def test_the_licence_names_the_text_that_is_not_ours(kop: Message, inhoud: dict[str, str], wortel: Path) -> None:
    assert kop["License-Expression"] == f"MIT AND {TEKST}"
    assert kop.get_all("License-File") == ["LICENSE", "LICENTIE-GEGEVENS.md"]
    for naam in kop.get_all("License-File") or ():
        assert inhoud[f"licenses/{naam}"] == (wortel / naam).read_text("utf-8")
    assert f"`{TEKST}`" in inhoud["licenses/LICENTIE-GEGEVENS.md"]
    gegevens = json.loads(inhoud["leeruitkomsten/data/werkplekleren-1.0.json"])
    assert (gegevens["uitgever"], gegevens["licentie"]) == (None, None)
    assert not [regel for regel in kop.get_all("Classifier") or () if regel.startswith("License")]


def test_every_folder_with_the_whole_text_is_named(wortel: Path) -> None:
    teksten = [criterium.tekst for criterium in lu.laad().succescriteria]

    def heeft_veel(inhoud: str) -> bool:
        vlak = " ".join(inhoud.split())
        return sum(tekst in vlak for tekst in teksten) > len(teksten) / 2

    heel = {
        f"{bestand.parent.relative_to(wortel).as_posix()}/"
        for map_ in ("benchmarks", "docs", "src", "tests", "typing_tests")
        for bestand in (wortel / map_).rglob("*")
        if bestand.suffix in {".csv", ".html", ".ipynb", ".json", ".md", ".txt"}
        and "node_modules" not in bestand.parts
        and heeft_veel(bestand.read_text("utf-8", errors="replace"))
    }
    assert {"src/leeruitkomsten/data/", "tests/bron/"} < heel
    licentie = (wortel / "LICENTIE-GEGEVENS.md").read_text("utf-8")
    assert [map_ for map_ in sorted(heel) if f"`{map_}`" not in licentie] == []


def test_no_address_is_given_that_does_not_exist(kop: Message) -> None:
    for veld in ("Home-page", "Project-URL", "Author-email", "Maintainer-email", "Download-URL"):
        assert veld not in kop, veld


def test_what_an_index_shows_is_the_readme_without_ways_that_lead_nowhere(kop: Message, wortel: Path) -> None:
    leesmij = (wortel / "README.md").read_text("utf-8")
    tekst = kop.get_payload()
    assert isinstance(tekst, str)
    assert re.search(r"\]\((?!https://)", leesmij), "the README has no link of its own: nothing to take out"
    assert not re.search(r"\]\((?!https://)", tekst)
    assert not re.search(r"<img|<a ", tekst)
    code = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    assert code.findall(tekst) == code.findall(leesmij)
    assert kop["Description-Content-Type"] == "text/markdown"


def test_every_python_that_is_named_is_run(kop: Message, wortel: Path) -> None:
    genoemd = [regel.removeprefix(PYTHON) for regel in kop.get_all("Classifier") or () if regel.startswith(PYTHON)]
    werk = (wortel / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    matrix = re.search(r"python-version: (\[.*\])", werk)
    assert matrix is not None
    assert genoemd == json.loads(matrix[1]) == sorted(genoemd, key=lambda versie: int(versie[2:]))
    assert kop["Requires-Python"] == f">={genoemd[0]}"
    assert f"on {', '.join(genoemd[:-1])} and {genoemd[-1]}" in (wortel / "docs" / "beleid.md").read_text("utf-8")


def test_the_wheel_has_the_package_and_nothing_else(inhoud: dict[str, str]) -> None:
    anders = [naam for naam in inhoud if not naam.startswith(("leeruitkomsten/", "licenses/"))]
    assert sorted(anders) == ["METADATA", "RECORD", "WHEEL", "entry_points.txt"]
    assert "leeruitkomsten/py.typed" in inhoud


def test_the_version_stands_once(kop: Message, wortel: Path) -> None:
    assert kop["Version"] == lu.__version__
    assert re.search(
        rf"^version: {re.escape(lu.__version__)}$", (wortel / "CITATION.cff").read_text("utf-8"), re.MULTILINE
    )
