"""Programs of one file: what PyInstaller is told of the package, and a program that has nothing but itself."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import antwoorden
import leeruitkomsten as lu
from kijken import ontbreekt
from leeruitkomsten import uitwisseling
from leeruitkomsten._pyinstaller import mappen
from leeruitkomsten.uitwisseling import nalopen
from leeruitkomsten.uitwisseling.nalopen import vergelijken
from leeruitkomsten.uitwisseling.opties import Naloopbaar
from test_huis import BESTANDEN

PAKKET = Path(lu.__file__).parent
# Found by libraries that can do more where these are at hand: a program twice as large, and four times the work.
ZONDER = ("numpy", "PIL", "httpx", "IPython")


def haken() -> list[ModuleType]:
    """Every hook, run as PyInstaller does."""
    gelezen = []
    for pad in sorted(Path(mappen()[0]).glob("hook-*.py")):
        plan = importlib.util.spec_from_file_location(f"leeruitkomsten._pyinstaller.{pad.stem}", pad)
        assert plan is not None
        assert plan.loader is not None
        haak = importlib.util.module_from_spec(plan)
        plan.loader.exec_module(haak)
        gelezen.append(haak)
    return gelezen


def test_each_hook_is_named_after_a_module() -> None:
    namen = [pad.stem.removeprefix("hook-") for pad in Path(mappen()[0]).glob("hook-*.py")]
    assert sorted(namen) == ["leeruitkomsten", "leeruitkomsten.uitwisseling", "leeruitkomsten.weergave"]
    assert all(importlib.util.find_spec(naam) for naam in namen)


def test_pyinstaller_is_told_where_the_hooks_are() -> None:
    gevonden = [
        punt
        for punt in importlib.metadata.entry_points(group="pyinstaller40")
        if punt.module.startswith("leeruitkomsten.")
    ]
    if not gevonden:
        ontbreekt("the package was installed before it had hooks: pip install -e '.[test]'")
    assert {(punt.name, punt.value) for punt in gevonden} == {("hook-dirs", "leeruitkomsten._pyinstaller:mappen")}
    assert gevonden[0].load() is mappen


def test_every_file_that_is_no_module_is_carried_to_its_own_place() -> None:
    mee = [(Path(van), naar) for haak in haken() for van, naar in getattr(haak, "datas", [])]
    assert all(map_.relative_to(PAKKET.parent).as_posix() == naar for map_, naar in mee)
    los = {pad for pad in PAKKET.rglob("*") if pad.is_file() and pad.suffix not in (".py", ".pyc", ".typed")}
    assert los == {pad for map_, _ in mee for pad in map_.iterdir()}


def test_every_module_that_is_found_by_text_is_carried() -> None:
    mee = {naam for haak in haken() for naam in getattr(haak, "hiddenimports", [])}
    assert mee >= {getattr(lu, naam).__module__ for naam in lu.__all__ if isinstance(getattr(lu, naam), type)}
    assert mee >= {uitwisseling._module(formaat).__name__ for formaat in uitwisseling.formaten()}
    nalopers = {vergelijken._MODULE.get(formaat, formaat) for formaat in get_args(Naloopbaar)}
    assert mee >= {f"{nalopen.__name__}.{naam}" for naam in nalopers}
    assert mee >= {uitwisseling._kiest(formaat).__module__ for formaat in get_args(Naloopbaar)}
    assert all(importlib.util.find_spec(naam) for naam in mee)
    # Who adds another place has a hook to write; what `record` names is imported by its own name as well, and the PyArrow of
    # `in_frames` and `in_duckdb` by DuckDB.
    plekken = {naam for naam, pad in BESTANDEN.items() if "import_module(" in pad.read_text("utf-8")}
    assert plekken == {
        "__init__", "record", "uitwisseling", "uitwisseling.nalopen.vergelijken", "cohort.in_frames", "cohort.in_duckdb",
    }  # fmt: skip


def test_the_hooks_of_the_core_bring_no_extra_along() -> None:
    kern = next(haak for haak in haken() if haak.__name__.endswith("hook-leeruitkomsten"))
    deuren = ("weergave", "uitwisseling", "grafiek", "cohort", "cli")
    assert not [naam for naam in kern.hiddenimports if naam.split(".")[1] in deuren]


@pytest.fixture(scope="module")
def programma(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program of one file that prints the answers."""
    if importlib.util.find_spec("PyInstaller") is None:
        ontbreekt("pyinstaller is not installed (extra test)")
    werk = tmp_path_factory.mktemp("pyinstaller")
    opties = [f"--{soort}path={werk / soort}" for soort in ("dist", "work", "spec")]
    opties += [f"--exclude-module={naam}" for naam in ZONDER]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--onefile", "--log-level=ERROR", *opties, antwoorden.__file__],
        check=True,
        cwd=werk,
        # PyInstaller keeps what it has looked up in a folder of the user's; counting its lines would double its work.
        env={n: w for n, w in os.environ.items() if not n.startswith("COV")}
        | {"PYINSTALLER_CONFIG_DIR": str(werk / "config")},
    )
    return next((werk / "dist").iterdir())


@pytest.mark.grondig
def test_a_program_of_one_file_gives_the_answers_of_the_library(programma: Path, tmp_path: Path) -> None:
    klaar = subprocess.run([programma, "--extras"], check=True, capture_output=True, text=True, cwd=tmp_path, env={})
    assert (klaar.stdout, klaar.stderr) == (antwoorden.als_json(extras=True), "")
    assert not [*tmp_path.iterdir()]
