"""Every example in the README, the docs and the docstrings runs and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

import leeruitkomsten as lu
from leeruitkomsten.bestanden.uit_tabel import uit_tabel
from leeruitkomsten.cli import start

WORTEL = Path(__file__).parents[1]
PAGINAS = [WORTEL / "README.md", *sorted((WORTEL / "docs").rglob("*.md"))]
MODULES = [
    module.name
    for module in pkgutil.walk_packages(lu.__path__, "leeruitkomsten.")
    if not module.name.endswith("__main__")
]


@pytest.fixture(autouse=True)
def map_met_voorbeelden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of its own, with the table of the docs and what comes of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    ladder, lijst, matrix = re.findall(
        r"```csv\n(.*?)```", (WORTEL / "docs" / "eigen-raamwerk.md").read_text("utf-8"), re.DOTALL
    )
    Path("ladder.csv").write_text(ladder, "utf-8")
    Path("ambacht.csv").write_text(lijst, "utf-8")
    Path("matrix.csv").write_text(matrix, "utf-8")
    Path("codes.txt").write_text("WP2\n", "utf-8")
    Path("bewijs.csv").write_text("student,criterium\ns1,WP1.1a\ns1,WP1.1a\ns1,WP1.2a\ns2,WD2.1a\n", "utf-8")
    Path("modules.csv").write_text("module,criterium\nStage 1,WP1\nStage 2,WP2.1a\n", "utf-8")
    Path("plan.csv").write_text("Plan\nBlok;Vak;Werkt aan\n2;Stage 2;WP2\n1;Stage 1;WP1, WD1\n", "utf-8")
    (portfolio,) = re.findall(r"```json\n(.*?)```", (WORTEL / "docs" / "cohort.md").read_text("utf-8"), re.DOTALL)
    for naam in ("portfolio.json", "sanne.json"):
        Path(naam).write_text(portfolio, "utf-8")
    lu.schrijf(
        uit_tabel("ambacht.csv", naam="Leeruitkomsten van het ambacht", versie="1.0", datum="2026-11-24"),
        "ambacht.json",
    )


def test_both_layouts_of_the_docs_give_the_same_framework() -> None:
    lijst, matrix = (
        uit_tabel(f"{naam}.csv", naam="x", versie="1", datum="2026-01-01") for naam in ("ambacht", "matrix")
    )
    assert lijst.leerlijnen == matrix.leerlijnen
    assert lijst.niveaus == matrix.niveaus


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.name)
def test_python_on_a_page(pagina: Path) -> None:
    mislukt, aantal = doctest.testfile(str(pagina), module_relative=False, encoding="utf-8")
    assert mislukt == 0
    assert aantal == pagina.read_text("utf-8").count("\n>>> ")


@pytest.mark.parametrize("module", MODULES)
def test_python_in_docstrings(module: str) -> None:
    mislukt, _ = doctest.testmod(importlib.import_module(module))
    assert mislukt == 0


CONSOLE = [
    (pagina.name, vraag, antwoord)
    for pagina in PAGINAS
    for blok in re.findall(r"```console\n(.*?)```", pagina.read_text("utf-8"), re.DOTALL)
    for vraag, antwoord in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", blok, re.MULTILINE)
]


def test_there_are_console_examples() -> None:
    assert len(CONSOLE) >= 5


@pytest.mark.parametrize(("pagina", "vraag", "antwoord"), CONSOLE)
def test_console_on_a_page(pagina: str, vraag: str, antwoord: str, capsys: pytest.CaptureFixture[str]) -> None:
    opdracht, *argumenten = shlex.split(vraag)
    assert opdracht == "leeruitkomsten", pagina
    assert start(argumenten) == 0
    getoond = [regel.rstrip() for regel in capsys.readouterr().out.splitlines() if regel.strip()]
    assert getoond == [regel.rstrip() for regel in antwoord.splitlines() if regel.strip()]


IN_TABELLEN = [
    opdracht
    for pagina in PAGINAS
    for opdracht in re.findall(r"\| `leeruitkomsten ([^`<]+)` \|", pagina.read_text("utf-8"))
]


@pytest.mark.parametrize("opdracht", IN_TABELLEN)
def test_commands_in_tables_work(opdracht: str) -> None:
    assert start(shlex.split(opdracht)) == 0


def test_expressions_in_the_readme_table_work() -> None:
    uitdrukkingen = re.findall(
        r"`(lu\.[^`]+\)?[^`]*)`", (WORTEL / "README.md").read_text("utf-8").split("how to get it")[1].split("\n\n")[0]
    )
    assert len(uitdrukkingen) == 7
    assert all(eval(uitdrukking, {"lu": lu}) is not None for uitdrukking in uitdrukkingen)


def test_the_filters_of_the_recipes_count_the_same_lines() -> None:
    tekst = (WORTEL / "docs" / "recepten.md").read_text("utf-8")
    in_polars, in_sql = re.findall(r"`(tabel\.filter\([^`]+\))`", tekst)
    (in_pandas,) = re.findall(r"cohort\.tel\((nagekeken\[.+\]), per=", tekst)
    nagekeken = pd.DataFrame(
        [
            ("a", "bevestigd", "voldoende"),
            ("b", "bevestigd", None),
            ("c", "bevestigd", "onvoldoende"),
            ("d", "concept", None),
        ],
        columns=["student", "status", "oordeel"],
    )
    bewaard = pl.from_pandas(nagekeken)
    assert list(eval(in_pandas, {"nagekeken": nagekeken})["student"]) == ["a", "b"]
    assert eval(in_polars, {"tabel": bewaard, "pl": pl})["student"].to_list() == ["a", "b"]
    assert [regel[0] for regel in eval(in_sql, {"tabel": duckdb.from_arrow(bewaard.to_arrow())}).fetchall()] == [
        "a",
        "b",
    ]


def test_the_version_is_one() -> None:
    citaat = (WORTEL / "CITATION.cff").read_text("utf-8")
    assert re.findall(r"^version: (.+)$", citaat, re.MULTILINE) == [lu.__version__]


def test_the_readme_has_two_commands_that_set_everything_up() -> None:
    blokken = re.findall(r"```sh\n(.*?)```", (WORTEL / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(blokken) == 2
    assert all(blok.count("\n") == 1 for blok in blokken)
    assert blokken[0].strip().endswith("leeruitkomsten verdieping WP2 WP3")
    assert "-m pytest" in blokken[1]


def test_links_between_pages_lead_somewhere() -> None:
    for pagina in [*PAGINAS, *WORTEL.glob("*.md"), WORTEL / "benchmarks" / "README.md"]:
        for doel in re.findall(r"\]\((?!https?://)([^)#]+)", pagina.read_text("utf-8")):
            assert (pagina.parent / doel).exists(), f"{pagina.name} links to {doel}"
