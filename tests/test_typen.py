"""Types as programs read them: hints that resolve, programs that mean what checkers believe, and nothing loaded for it."""

from __future__ import annotations

import importlib
import inspect
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_overloads, get_type_hints

import pytest
from typing_extensions import is_typeddict

import leeruitkomsten as lu
from leeruitkomsten import raamwerk
from leeruitkomsten.cohort import soorten
from leeruitkomsten.grafiek import _altair

DEUREN = ("cohort", "grafiek", "uitwisseling", "weergave")
ENGINES = {
    "PIL", "altair", "cattrs", "docx", "duckdb", "jinja2", "narwhals", "numpy", "openpyxl", "pandas", "polars", "pyarrow",
    "pyspark", "rdflib", "vl_convert",
}  # fmt: skip
"""What a door may load only when it is asked for."""


def functie_van(klasse: type, lid: str) -> Any:
    """What a method, class method or property does, as a function; anything else as it is."""
    waarde = inspect.getattr_static(klasse, lid)
    return getattr(waarde, "fget", getattr(waarde, "__func__", waarde))


def functies(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Every public function of a door, and of its public classes the methods."""
    for naam in module.__all__:
        ding = getattr(module, naam)
        yield naam, ding
        if inspect.isclass(ding):
            eigen = ((m, functie_van(ding, m)) for m in vars(ding) if m[0] != "_" or m == "__init__")
            # Fields have their types in the class, and so has what belongs to the class as a whole.
            yield from (
                (f"{naam}.{m}", functie)
                for m, functie in eigen
                if inspect.isroutine(functie) and not inspect.ismemberdescriptor(functie)
            )


ALLE = [
    pytest.param(ding, id=f"{deur}.{naam}")
    for deur in DEUREN
    for naam, ding in functies(importlib.import_module(f"leeruitkomsten.{deur}"))
]


@pytest.mark.parametrize("ding", ALLE)
def test_the_types_of_every_public_name_can_be_read(ding: Any) -> None:
    for variant in (ding, *get_overloads(ding)) if inspect.isfunction(ding) else (ding,):
        soorten_ = get_type_hints(variant)
        if inspect.isfunction(variant):
            ongetypeerd = set(inspect.signature(variant).parameters) - {"self", "cls"} - set(soorten_)
            assert not ongetypeerd
            assert "return" in soorten_


INTERN = {"tabel", "regel", "voet", "op_lijn", "vertrouwd", "als_gegevens"}
"""Methods that only the package itself calls."""


def leden(naam: str) -> Iterator[tuple[str, Any]]:
    """A public name of the root, and of a class every public method and property, inherited ones too."""
    ding = getattr(lu, naam)
    yield naam, ding
    for lid in dir(ding) if inspect.isclass(ding) else ():
        if lid not in INTERN and (lid[0] != "_" or lid in ("__getitem__", "__iter__", "__len__", "__contains__")):
            functie = functie_van(ding, lid)
            if inspect.isfunction(functie) and functie.__module__.partition(".")[0] == "leeruitkomsten":
                yield f"{naam}.{lid}", functie


KERN = [pytest.param(ding, id=lid) for naam in lu.__all__ if naam != "__version__" for lid, ding in leden(naam)]


@pytest.mark.parametrize("ding", KERN)
def test_the_types_of_the_core_can_be_read(ding: Any) -> None:
    hints = get_type_hints(ding)
    if not inspect.isclass(ding):
        assert "return" in hints
        assert set(inspect.signature(ding).parameters) - {"self", "cls"} <= set(hints)


@pytest.mark.parametrize("klasse", [ding.values[0] for ding in KERN if inspect.isclass(ding.values[0])])
def test_the_types_of_every_constructor_can_be_read(klasse: type) -> None:
    maak = klasse.__init__
    eigen = set(inspect.signature(maak).parameters) - {"self", "args", "kwargs"} if inspect.isfunction(maak) else set()
    assert eigen <= set(get_type_hints(maak))


@pytest.mark.parametrize(
    "klasse", [lu.Niveau, lu.Succescriterium, lu.Leeruitkomst, lu.Leerlijn, lu.Rij, lu.EvL, lu.Bron]
)
def test_a_flat_line_of_a_record_is_of_a_kind_of_its_own(klasse: type) -> None:
    (regel,) = get_args(get_type_hints(klasse.records)["return"])
    assert is_typeddict(regel)


def test_a_module_for_types_is_imported_when_one_is_asked_for() -> None:
    laden = "from leeruitkomsten import raamwerk; import sys"
    vraag = "raamwerk.typen.EvL is sys.modules['leeruitkomsten.eenheid'].EvL"
    assert "leeruitkomsten.typen" not in geladen(laden)
    assert "leeruitkomsten.typen" in geladen(f"{laden}; assert {vraag}")
    with pytest.raises(AttributeError, match="Iets"):
        _ = raamwerk.typen.Iets


def test_types_of_other_packages_are_those_packages_own() -> None:
    import altair
    import duckdb

    from leeruitkomsten import cohort, grafiek

    assert get_type_hints(grafiek.heatmap)["return"] is altair.LayerChart
    assert get_type_hints(grafiek.bewaar)["grafiek"] is altair.TopLevelMixin
    assert set(get_args(get_type_hints(grafiek.opbouw)["return"])) == {altair.LayerChart, altair.HConcatChart}
    antwoorden = [get_type_hints(vorm)["return"] for vorm in get_overloads(cohort.per_criterium)]
    assert duckdb.DuckDBPyRelation in antwoorden


@pytest.mark.parametrize(("module", "vreemd"), [(soorten, "Bewijs"), (_altair, "Chart"), (_altair, "__path__")])
def test_other_names_are_not_looked_for_elsewhere(module: ModuleType, vreemd: str) -> None:
    with pytest.raises(AttributeError, match=f"heeft geen '{vreemd}'"):
        getattr(module, vreemd)


def test_a_type_of_what_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for module, naam in ((_altair, "LayerChart"), (soorten, "DuckDBPyRelation")):
        with pytest.raises(ImportError, match="pip install"):
            getattr(module, naam)


@pytest.mark.parametrize("pad", sorted(Path(__file__).parents[1].glob("typing_tests/*.py")), ids=lambda pad: pad.stem)
def test_what_checkers_believe_runs_as_a_program(pad: Path) -> None:
    assert runpy.run_path(str(pad))["lu"]


def geladen(opdracht: str) -> set[str]:
    """The modules that a program has loaded, in full."""
    klaar = subprocess.run(
        [sys.executable, "-c", f"{opdracht}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(klaar.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("deur", DEUREN)
def test_importing_a_door_loads_nothing_heavy(deur: str) -> None:
    modules = geladen(f"from leeruitkomsten import {deur}")
    assert f"leeruitkomsten.{deur}" in modules
    assert {naam.partition(".")[0] for naam in modules} & ENGINES == set()


TEKENEN = """
from leeruitkomsten import cohort, grafiek
telling = cohort.tel([{'student': 1, 'criterium': 'WP1.1a'}], per='student')
for tekening in (
    grafiek.heatmap(kader, kader.voortgang(['WP1.1a'])), grafiek.heatmap(kader, telling), grafiek.aantallen(kader),
    grafiek.opbouw(kader), grafiek.opbouw(kader, 'WP.4'), grafiek.dekking(kader, kader.dekking({'A': ['WP1.1a']})),
):
    grafiek.bewaar(tekening, str(map_ / 'x.svg'))
"""
EXPORTEREN = """
from leeruitkomsten import uitwisseling
nodig = {'openbadges': {'base_uri': 'https://x.nl/'}}
for formaat in uitwisseling.formaten():
    uitwisseling.schrijf(kader, formaat, map_ / 'x', **nodig.get(formaat, {}))
"""
BEKIJKEN = """
from leeruitkomsten import weergave
gezien = kader.voortgang(['WP1.1a'])
weergave.matrix(kader, 'WP', gezien), weergave.matrix_docx(kader), weergave.matrix_markdown(kader)
weergave.formulier(kader, 1, gezien), weergave.formulier_docx(kader, 1), weergave.pagina(kader, gezien)
"""


@pytest.mark.parametrize("werk", [TEKENEN, EXPORTEREN, BEKIJKEN], ids=["grafiek", "uitwisseling", "weergave"])
def test_what_is_drawn_and_exported_reads_no_files(werk: str, tmp_path: Path) -> None:
    """What parses files from outside, and checks them with cattrs, is for those who read a file."""
    modules = geladen(
        f"import pathlib; map_ = pathlib.Path({str(tmp_path)!r})\nimport leeruitkomsten as lu; kader = lu.laad()\n{werk}"
    )
    bestanden = {naam for naam in modules if naam.partition(".bestanden.")[2]}
    # The workbook is written in the layout in which a table is read, and the fields of a form have one name: that is said once.
    zonder_lezer = ("bewaren", "bron", "tabelinhoud", "als_tabel", "blad", "kolommen", "worddelen")
    assert bestanden <= {f"leeruitkomsten.bestanden.{naam}" for naam in zonder_lezer}
    assert not {naam.partition(".")[0] for naam in modules} & {"cattr", "cattrs"}
