"""The house: imports point down, names are what the docs say, and a first answer loads little."""

from __future__ import annotations

import ast
import importlib
import inspect
import pydoc
import re
import subprocess
import sys
from pathlib import Path

import pytest

import leeruitkomsten as lu

PAKKET = Path(lu.__file__).parent
KERN_MAG = {"attrs", "cattrs", "importlib_resources", "typing_extensions"}
EXTRA_MAG = {
    "bestanden.excelbestand": {"openpyxl"},
    "cohort.in_duckdb": {"duckdb"},
    "cohort.in_polars": {"polars"},
    "cohort.polars_tijd": {"polars"},
    "cohort.in_spark": {"pyspark"},
    "cohort.in_frames": {"pandas", "pyarrow"},
    "cohort.soorten": {"duckdb"},
    "grafiek._altair": {"altair"},
    "grafiek._stijl": {"altair"},
    "grafiek._tabellen": {"narwhals"},
    "grafiek._bewaar": {"vl_convert"},
    "uitwisseling.skos": {"rdflib"},
    "uitwisseling.werkblad": {"openpyxl"},
    "weergave._scherm": {"markupsafe"},
    "weergave._sjabloon": {"jinja2"},
    "weergave._word": {"docx"},
}
TWEE_SCHERMEN = 80
"""So many lines."""


def modulenaam(pad: Path) -> str:
    delen = pad.relative_to(PAKKET).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" and len(delen) > 1 else delen)


BESTANDEN = {modulenaam(pad): pad for pad in sorted(PAKKET.rglob("*.py"))}


def invoer(naam: str) -> tuple[set[str], set[str]]:
    """What a module imports anywhere in it, types included: of the package, and of others."""
    eigen: set[str] = set()
    ander: set[str] = set()
    pakket = naam.split(".") if BESTANDEN[naam].name == "__init__.py" else naam.split(".")[:-1]
    if naam == "__init__":
        pakket = []
    for knoop in ast.walk(ast.parse(BESTANDEN[naam].read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen = {alias.name for alias in knoop.names}
            eigen |= {"__init__" for naam in namen if naam == "leeruitkomsten"}
            ander |= {naam.partition(".")[0] for naam in namen - {"leeruitkomsten"}}
        elif isinstance(knoop, ast.ImportFrom) and knoop.level:
            basis = pakket[: len(pakket) + 1 - knoop.level]
            onder = [*basis, *knoop.module.split(".")] if knoop.module else basis
            namen = {".".join([*onder, alias.name]) for alias in knoop.names}
            eigen |= {naam for naam in namen if naam in BESTANDEN} or {".".join(onder) or "__init__"}
        elif isinstance(knoop, ast.ImportFrom) and str(knoop.module).startswith("leeruitkomsten."):
            eigen.add(str(knoop.module).partition(".")[2])  # a hook of PyInstaller stands in no package
        elif isinstance(knoop, ast.ImportFrom):
            ander.add(str(knoop.module).partition(".")[0])
    return eigen, ander - sys.stdlib_module_names


def kaart(wortel: Path) -> list[str]:
    """The rooms on the map in CONTRIBUTING.md, from the top floor down: `codes` is a module, `vragen/` a folder."""
    tekst = (wortel / "CONTRIBUTING.md").read_text("utf-8").split("## A map of the house", 1)[1].split("\n\n")
    tabel = next(deel for deel in tekst if deel.startswith("| layer"))
    return [kamer for regel in tabel.splitlines()[2:] for kamer in regel.split("|")[2].split("`")[1::2]]


def kamer_van(naam: str) -> str:
    return f"{naam.partition('.')[0]}/" if BESTANDEN[naam].parent != PAKKET else naam


def test_the_map_has_every_room_once(wortel: Path) -> None:
    kamers = kaart(wortel)
    assert len(kamers) == len(set(kamers))
    assert set(kamers) == {kamer_van(naam) for naam in BESTANDEN} | {"data/"}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_imports_point_down_on_the_map(naam: str, wortel: Path) -> None:
    kamers = kaart(wortel)
    eigen, _ = invoer(naam)
    hier = kamers.index(kamer_van(naam))
    omhoog = {ander for ander in eigen if kamers.index(kamer_van(ander)) < hier}
    assert not omhoog, f"{naam} imports {omhoog}, which stand above it in CONTRIBUTING.md"


def test_no_module_imports_itself_along_a_detour() -> None:
    van = {naam: invoer(naam)[0] - {naam} for naam in BESTANDEN}
    while los := {naam for naam, anderen in van.items() if not anderen & van.keys()}:
        van = {naam: anderen for naam, anderen in van.items() if naam not in los}
    assert not van, f"these import each other: {sorted(van)}"


@pytest.mark.parametrize("naam", [naam for naam in BESTANDEN if not naam.startswith("cli") and naam != "__main__"])
def test_the_core_needs_its_dependencies_only(naam: str) -> None:
    _, ander = invoer(naam)
    assert ander <= KERN_MAG | EXTRA_MAG.get(naam, set())


def test_dir_is_all_is_the_documented_list(wortel: Path) -> None:
    assert dir(lu) == lu.__all__
    tekst = (wortel / "docs" / "api.md").read_text("utf-8").split("# Names", 1)[1]
    genoemd = {woord for woord in tekst.split("`")[1::2] if woord.isidentifier()}
    keywords = {
        "leerlijn",
        "niveau",
        "leeruitkomst",
        "rij",
        "None",
        "KeyError",
        "ValueError",
        "TypeError",
        "ImportError",
    }
    assert set(lu.__all__) == genoemd - (keywords - set(lu.__all__))
    assert all(getattr(lu, naam) is not None for naam in lu.__all__)


def test_no_module_at_the_root_is_named_as_a_public_name() -> None:
    # Importing it would put the module in the function's place. In a folder a module may have that name.
    assert not {naam for naam in BESTANDEN if "." not in naam} & set(lu.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'leeruitkomsten' heeft geen 'behaald'"):
        _ = lu.behaald


def test_every_public_name_is_documented_with_an_example() -> None:
    for naam in lu.__all__:
        ding = getattr(lu, naam)
        if naam == "__version__":
            continue
        assert inspect.getdoc(ding), naam
        if inspect.ismethod(ding):
            assert ">>> " in str(inspect.getdoc(ding)), naam


def test_help_fits_on_two_screens() -> None:
    regels = pydoc.plain(pydoc.render_doc(lu)).splitlines()
    assert len(regels) <= TWEE_SCHERMEN
    assert (
        "    leeruitkomsten.cohort            counts the evidence of many students in the engine that holds it"
        in "\n".join(regels)
    )


def test_help_names_every_function() -> None:
    functies = {naam for naam in lu.__all__ if naam.islower() and not naam.startswith("_")}
    assert functies <= set(re.findall(r"\w+", str(lu.__doc__)))


def test_a_star_brings_every_name() -> None:
    namen: dict[str, object] = {}
    exec("from leeruitkomsten import *", namen)
    assert {*namen} - {"__builtins__"} == {*lu.__all__}


@pytest.mark.parametrize("deur", ["cohort", "grafiek", "uitwisseling", "weergave"])
def test_completion_on_a_door_shows_its_public_names(deur: str) -> None:
    module = importlib.import_module(f"leeruitkomsten.{deur}")
    assert dir(module) == sorted(module.__all__)


@pytest.mark.parametrize("deur", ["cohort", "grafiek", "uitwisseling", "weergave"])
def test_a_door_that_is_not_imported_says_how(deur: str) -> None:
    zin = f"module 'leeruitkomsten' heeft geen '{deur}'; importeer het eerst: from leeruitkomsten import {deur}"
    with pytest.raises(AttributeError) as fout:
        lu.__getattr__(deur)
    assert (str(fout.value), fout.value.name, fout.value.obj) == (zin, deur, lu)


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
            for naam in ("verpakt", "bouwen", "record", "model", "raamwerk", "register", "vragen", "vragen.verdieping")
        ),
    }  # fmt: skip
