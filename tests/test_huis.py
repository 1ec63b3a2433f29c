"""The house: imports point down, names are what the docs say, files stay small, and a first answer loads little."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import leeruitkomsten as lu

PAKKET = Path(lu.__file__).parent
# From the ground up: a module may import those before it, never one after it.
LAGEN = [
    "versie", "fouten", "codes", "tabel", "record", "herkomst", "opvolging", "model", "opzoeken", "kiezen", "woordverschil",
    "progressie", "zoeken", "controle", "aantonen", "koppelingen", "curriculum", "vragen", "raamwerk", "vergelijking", "migratie", "bouwen", "verpakt", "vorm", "vormcontrole", "jsonbestand", "samenhang", "bestand", "portfolio", "rekenblad", "kolommen", "invoer",
    "cohort.plan", "cohort.vraag", "cohort.fouten", "cohort.sql", "cohort.in_sql", "cohort.in_duckdb", "cohort.in_spark", "cohort.in_polars", "cohort.in_python", "cohort.in_frames", "cohort.motoren", "cohort",
    "zelfde", "grafiek.stijl", "grafiek.raster", "grafiek.tabellen", "grafiek.standen", "grafiek.kaart", "grafiek.staven", "grafiek.verloop", "grafiek.groei", "grafiek.modules", "grafiek.afbeelding", "grafiek",
    "uitwisseling.csvtekst", "uitwisseling.teksten", "uitwisseling.webadres", "uitwisseling.canvas", "uitwisseling.moodle",
    "uitwisseling.mahara", "uitwisseling.case_delen", "uitwisseling.case_vorm", "uitwisseling.case_boom",
    "uitwisseling.case", "uitwisseling.case_lezen", "uitwisseling.ooapi", "uitwisseling.openbadges", "uitwisseling.skos",
    "uitwisseling.platte_csv", "uitwisseling.werkmap", "uitwisseling.markdown", "uitwisseling.portflow", "uitwisseling", "weergave.woorden", "weergave.stand", "weergave.sjabloon", "weergave.leerlijnen", "weergave.beoordeling", "weergave.word", "weergave.verkenner", "weergave",
    "cli.nederlands", "cli.scherm",
    "cli.lezen", "cli.opdrachten", "cli.bestanden", "cli.bewijs", "cli.tellen", "cli.uitvoer", "cli.bladen", "cli", "__main__", "__init__",
]  # fmt: skip
KERN_MAG = {"attrs", "cattrs", "importlib_resources"}
EXTRA_MAG = {
    "rekenblad": {"openpyxl"},
    "cohort.in_duckdb": {"duckdb"},
    "cohort.in_polars": {"polars"},
    "cohort.in_spark": {"pyspark"},
    "cohort.in_frames": {"pandas", "pyarrow"},
    "grafiek": {"altair"},
    "grafiek.stijl": {"altair"},
    "grafiek.tabellen": {"narwhals"},
    "grafiek.afbeelding": {"vl_convert"},
    "uitwisseling.skos": {"rdflib"},
    "uitwisseling.werkmap": {"openpyxl"},
    "weergave.sjabloon": {"jinja2"},
    "weergave.word": {"docx"},
}


def modulenaam(pad: Path) -> str:
    delen = pad.relative_to(PAKKET).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" and len(delen) > 1 else delen)


BESTANDEN = {modulenaam(pad): pad for pad in sorted(PAKKET.rglob("*.py"))}


def invoer(naam: str) -> tuple[set[str], set[str]]:
    """What a module imports anywhere in it, types included: of the package, and of others."""
    eigen: set[str] = set()
    ander: set[str] = set()
    pakket = naam.split(".")[:-1] if naam not in {"cli", "cohort", "grafiek", "uitwisseling", "weergave"} else [naam]
    for knoop in ast.walk(ast.parse(BESTANDEN[naam].read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            ander |= {alias.name.partition(".")[0] for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.level:
            basis = pakket[: len(pakket) + 1 - knoop.level]
            onder = [*basis, *knoop.module.split(".")] if knoop.module else basis
            namen = {".".join([*onder, alias.name]) for alias in knoop.names}
            eigen |= {naam for naam in namen if naam in BESTANDEN} or {".".join(onder)}
        elif isinstance(knoop, ast.ImportFrom):
            ander.add(str(knoop.module).partition(".")[0])
    return eigen, ander - sys.stdlib_module_names


def test_every_module_has_its_layer() -> None:
    assert set(BESTANDEN) == set(LAGEN)


@pytest.mark.parametrize("naam", LAGEN)
def test_imports_point_down(naam: str) -> None:
    eigen, _ = invoer(naam)
    omhoog = {ander for ander in eigen if LAGEN.index(ander) >= LAGEN.index(naam)}
    assert not omhoog, f"{naam} imports {omhoog}, which stand above it"


@pytest.mark.parametrize("naam", [naam for naam in LAGEN if not naam.startswith("cli") and naam != "__main__"])
def test_the_core_needs_its_three_dependencies_only(naam: str) -> None:
    _, ander = invoer(naam)
    assert ander <= KERN_MAG | EXTRA_MAG.get(naam, set())


@pytest.mark.parametrize("naam", LAGEN)
def test_files_fit_the_head(naam: str) -> None:
    with BESTANDEN[naam].open("rb") as bestand:
        regels = {
            t.start[0] for t in tokenize.tokenize(bestand.readline) if t.type not in (tokenize.NL, tokenize.COMMENT)
        }
    assert len(regels) <= 250


def test_codes_are_never_read_by_prefix() -> None:
    for naam, pad in BESTANDEN.items():
        assert ".startswith(" not in pad.read_text("utf-8") or naam.startswith("cli"), naam


def test_dir_is_all_is_the_documented_list(wortel: Path) -> None:
    assert dir(lu) == lu.__all__
    tekst = (wortel / "docs" / "api.md").read_text("utf-8").split("# Names", 1)[1]
    genoemd = {woord for woord in tekst.split("`")[1::2] if woord.isidentifier()}
    keywords = {"leerlijn", "niveau", "leeruitkomst", "rij", "None", "KeyError", "ValueError"}
    assert set(lu.__all__) == genoemd - (keywords - set(lu.__all__))
    assert all(getattr(lu, naam) is not None for naam in lu.__all__)


def test_no_module_is_named_as_a_public_name() -> None:
    assert not set(BESTANDEN) & set(lu.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'leeruitkomsten' heeft geen 'behaald'"):
        _ = lu.behaald  # type: ignore[attr-defined]


def test_every_public_name_is_documented_with_an_example() -> None:
    for naam in lu.__all__:
        ding = getattr(lu, naam)
        if naam == "__version__":
            continue
        assert inspect.getdoc(ding), naam
        if inspect.ismethod(ding):
            assert ">>> " in str(inspect.getdoc(ding)), naam


def geladen(opdracht: str) -> set[str]:
    klaar = subprocess.run(
        [sys.executable, "-c", f"{opdracht}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(klaar.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert geladen("import leeruitkomsten") - geladen("pass") == {"leeruitkomsten"}


def test_a_first_answer_loads_attrs_json_and_the_hot_path_only() -> None:
    nieuw = geladen("import leeruitkomsten as lu; lu.verdieping('WP2', 'WP3')") - geladen("import attrs, json")
    assert nieuw == {
        "leeruitkomsten",
        *(
            f"leeruitkomsten.{naam}"
            for naam in (
                "verpakt", "bouwen", "herkomst", "record", "model", "raamwerk", "opzoeken", "vragen", "progressie",
            )
        ),
    }  # fmt: skip
