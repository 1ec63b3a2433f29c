"""Mutation testing by hand: does a test fail when a line of the library is spoiled?

    python tests/mutaties/draai.py [--aantal 400] [--zaad 1] [PATROON ...]     (asks for `pip install mutmut`)

Each PATROON is a glob below `src/leeruitkomsten/`, such as `vragen/*.py`; without any, `MODULES` is what is drawn from.
The operators of mutmut spoil one expression at a time, in a copy of the checkout, and pytest runs there the tests that
mirror the module and after these the short list `KERN`, until one fails. What survives is written to a file with its
lines before and after. A survivor that no test can kill, or should, goes into `aanvaard.toml` with the reason.

Prints how many were killed, per module, and ends with 1 when that is below 95 % of those drawn, or when a survivor has no
reason.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import multiprocessing
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WORTEL = Path(__file__).parents[2]
PAKKET = Path("src", "leeruitkomsten")
MODULES = ["vragen/*.py", "register.py", "codes.py", "vergelijking.py", "migratie.py", "bestanden/*.py"]
KERN = [
    "test_bevindingen.py",
    "test_eigenschappen.py",
    "test_gegevens.py",
    "test_model.py",
    "test_raamwerk.py",
    "test_samenhang.py",
]
"""What every mutant meets after the tests of its own module."""
DREMPEL = 0.95
AANVAARD = Path(__file__).with_name("aanvaard.toml")
ZWAAR = ["hypothesis", "jsonschema", "openpyxl", "pandas", "polars", "playwright.sync_api", "pytest"]
"""Loaded once, in the process that every run of pytest is a fork of."""

Sleutel = tuple[str, str, str]
"""What a mutant is known by: the file, the lines before and the lines after, without their place."""


class Mutant(NamedTuple):
    """One spoiled file: its path below `src/leeruitkomsten/`, its whole text, and the lines that differ."""

    bestand: str
    bron: str
    van: str
    naar: str

    @property
    def sleutel(self) -> Sleutel:
        """What it is known by in `aanvaard.toml`."""
        return (self.bestand, self.van, self.naar)


class Uitslag(NamedTuple):
    """What became of a mutant: `gedood`, `te lang` (killed too) or `overleefd`."""

    mutant: Mutant
    soort: str


# --- The mutants ------------------------------------------------------------------------------------------------------


def mutaties(bron: str) -> list[Callable[[], str]]:
    """Return the ways to spoil a source, in the order of the text; each gives the spoiled text when it is called."""
    import libcst as cst
    from libcst import matchers as m
    from mutmut.mutation.mutators import mutation_operators

    # What runs nothing: types, documentation, and what only a type checker reads.
    stil = (
        m.Annotation()
        | m.Decorator()
        | m.ImportFrom()
        | m.If(test=m.Name("TYPE_CHECKING"))
        | m.SimpleStatementLine(body=[m.Expr(value=m.SimpleString())])
        | m.SimpleStatementLine(body=[m.Assign(targets=[m.AssignTarget(target=m.Name("TYPE_CHECKING"))])])
        | m.AnnAssign(annotation=m.Annotation(annotation=m.Name("TypeAlias")))
    )
    cast_ = m.Call(func=m.Name("cast"))
    typen: set[cst.CSTNode] = set()

    def zelfde_type(oud: cst.CSTNode, nieuw: cst.CSTNode) -> bool:
        """Say whether a call of `cast` is left with its type: that does nothing when it runs."""
        if not m.matches(oud, cast_):
            return True
        van, naar = (cst.ensure_type(knoop, cst.Call).args for knoop in (oud, nieuw))
        return bool(naar) and naar[0].value.deep_equals(van[0].value)

    gevonden: list[tuple[cst.CSTNode, cst.CSTNode]] = []

    class Wandeling(cst.CSTVisitor):
        def on_visit(self, node: cst.CSTNode) -> bool:
            if m.matches(node, cast_):
                typen.add(cst.ensure_type(node, cst.Call).args[0])
            if node in typen or m.matches(node, stil):
                return False
            for soort, operator in (*mutation_operators, *_eigen()):
                if isinstance(node, soort):
                    gevonden.extend((node, anders) for anders in operator(node) if zelfde_type(node, anders))
            return True

    module = cst.parse_module(bron)
    module.visit(Wandeling())
    return [
        lambda oud=oud, nieuw=nieuw: cst.ensure_type(module.deep_replace(oud, nieuw), cst.Module).code
        for oud, nieuw in gevonden
    ]


def _eigen() -> Iterator[tuple[type, Callable[[Any], Iterable[Any]]]]:
    """What mutmut does not do: turn a condition round, drop that of a comprehension, leave unsorted what was sorted."""
    import libcst as cst

    def omgekeerd(node: cst.If) -> Iterator[cst.If]:
        haakjes: dict[str, Any] = {"lpar": [cst.LeftParen()], "rpar": [cst.RightParen()]}
        niet = cst.UnaryOperation(operator=cst.Not(), expression=node.test.with_changes(**haakjes))
        spatie = {"whitespace_before_test": cst.SimpleWhitespace(" ")}
        yield node.with_changes(test=niet, **spatie)

    def zonder_eis(node: cst.CompFor) -> Iterator[cst.CompFor]:
        for plaats in range(len(node.ifs)):
            yield node.with_changes(ifs=[*node.ifs[:plaats], *node.ifs[plaats + 1 :]])

    def ongesorteerd(node: cst.Call) -> Iterator[cst.Call]:
        if isinstance(node.func, cst.Name) and node.func.value == "sorted":
            yield node.with_changes(
                func=cst.Name("list"), args=[node.args[0].with_changes(comma=cst.MaybeSentinel.DEFAULT)]
            )

    yield cst.If, omgekeerd
    yield cst.CompFor, zonder_eis
    yield cst.Call, ongesorteerd


def trek(patronen: list[str], aantal: int, zaad: int) -> tuple[list[Mutant], int]:
    """Draw mutants of the files that match; returns them by file, and how many there were to draw from."""
    bestanden = sorted({pad for patroon in patronen for pad in (WORTEL / PAKKET).glob(patroon)})
    bronnen = {pad.relative_to(WORTEL / PAKKET).as_posix(): pad.read_text("utf-8") for pad in bestanden}
    alle = [(bestand, maak) for bestand, bron in bronnen.items() for maak in mutaties(bron)]
    volgorde = random.Random(zaad).sample(alle, len(alle))
    getrokken: dict[str, Mutant] = {}
    for bestand, maak in volgorde:
        if len(getrokken) == aantal:
            break
        bron = maak()
        if bron != bronnen[bestand]:
            getrokken.setdefault(bestand + bron, Mutant(bestand, bron, *_verschil(bronnen[bestand], bron)))
    return sorted(getrokken.values(), key=lambda mutant: mutant.bestand), len(alle)


def _verschil(van: str, naar: str) -> tuple[str, str]:
    """Return the lines that differ, without the white space around them: all between the first and the last of them."""
    oud, nieuw = van.splitlines(), naar.splitlines()
    begin = next((i for i, (een, ander) in enumerate(zip(oud, nieuw, strict=False)) if een != ander), 0)
    while len(oud) > begin < len(nieuw) and oud[-1] == nieuw[-1]:
        del oud[-1], nieuw[-1]
    weg, erbij = ("\n".join(regel.strip() for regel in regels[begin:]) for regels in (oud, nieuw))
    return weg, erbij


# --- The tests --------------------------------------------------------------------------------------------------------


def tests_van(bestand: str, kern: list[str]) -> list[list[str]]:
    """Return what runs for a module, in two parts: the tests that mirror it (else all of its folder) with its examples; `kern`."""
    pad = Path(bestand)
    folder = WORTEL / "tests" / pad.parent
    eigen = [folder / f"test_{pad.stem}.py", *sorted(folder.glob(f"test_{pad.stem}_*.py"))]
    spiegel = [test for test in eigen if test.exists()] or sorted(folder.glob("test_*.py"))
    if pad.parent == Path() and not eigen[0].exists():
        spiegel = []
    module = ".".join(["leeruitkomsten", *pad.with_suffix("").parts]).removesuffix(".__init__")
    tests = [test.relative_to(WORTEL).as_posix() for test in spiegel]
    tests.append(f"tests/test_voorbeelden.py::test_python_in_docstrings[{module}]")
    rest = [f"tests/{test}" for test in kern if f"tests/{test}" not in tests]
    return [tests, rest] if rest else [tests]


def _pytest(plek: str, tests: list[str], tijden: str = "") -> None:
    """Run pytest in a copy, in a process of its own, and end it with pytest's answer; nothing is shown."""
    os.setsid()
    os.chdir(plek)
    log = os.open(f"{plek}/mutaties.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    sys.dont_write_bytecode = not tijden
    sys.path.insert(0, f"{plek}/src")
    os.environ |= {"PYTHONPATH": f"{plek}/src", "PYTHONDONTWRITEBYTECODE": "1"}
    import pytest

    class Kalm:
        """Finds with hypothesis, but does not shrink what it found; adds up how long each file of tests takes."""

        def __init__(self) -> None:
            self.duur: Counter[str] = Counter()

        def pytest_sessionstart(self) -> None:
            from hypothesis import Phase, settings

            settings.register_profile("mutaties", settings(), phases=[Phase.explicit, Phase.generate], database=None)
            settings.load_profile("mutaties")

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            self.duur[report.nodeid.partition("::")[0]] += report.duration

        def pytest_sessionfinish(self) -> None:
            if tijden:
                Path(tijden).write_text(json.dumps(self.duur), "utf-8")

    vlaggen = [
        "-x",
        "-q",
        "--assert=plain",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-m",
        "not kijkt",
        "--hypothesis-seed=0",
    ]
    os._exit(pytest.main([*vlaggen, *tests], plugins=[Kalm()]))


class Werkplaats:
    """Copies of the checkout in which mutants are tried, one at a time in each."""

    def __init__(self, werkmap: Path, aantal: int, kern: list[str]) -> None:
        self._kern = kern
        self._fork = multiprocessing.get_context("forkserver")
        self._fork.set_forkserver_preload(ZWAAR)
        self._vrij: queue.Queue[Path] = queue.Queue()
        opdracht = ["git", "-C", str(WORTEL), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        lijst = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout
        for nummer in range(aantal):
            plek = werkmap / f"kopie{nummer}"
            for naam in filter(None, lijst.split("\0")):
                if (WORTEL / naam).exists():
                    (plek / naam).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(WORTEL / naam, plek / naam)
            self._vrij.put(plek)
        self._plekken = [werkmap / f"kopie{nummer}" for nummer in range(aantal)]
        self._duur: dict[str, float] = {}

    def ijk(self, bestanden: list[str]) -> float:
        """Run the tests of these files on what is not spoiled, in every copy; they must pass. Returns how long they take."""
        delen = (deel for bestand in bestanden for deel in tests_van(bestand, self._kern))
        tests = list(dict.fromkeys(test for deel in delen for test in deel))
        for plek in self._plekken:
            antwoord = self._draai(plek, tests, 3600, f"{plek}/tijden.json")
            if antwoord != 0:
                raise SystemExit(
                    f"De tests slagen niet op de ongewijzigde code:\n{(plek / 'mutaties.log').read_text()}"
                )
            self._duur = json.loads((plek / "tijden.json").read_text("utf-8"))
        return sum(self._duur.values())

    def beproef(self, mutant: Mutant) -> Uitslag:
        """Try one mutant; the copy is as it was after that."""
        plek, delen = self._vrij.get(), tests_van(mutant.bestand, self._kern)
        antwoord: int | None = 0
        doel, echt = plek / PAKKET / mutant.bestand, WORTEL / PAKKET / mutant.bestand
        try:
            doel.write_text(mutant.bron, "utf-8")
            while delen and antwoord == 0:  # most do not live to see the second part: it is not even collected
                tests = delen.pop(0)
                duur = sum(self._duur.get(test.partition("::")[0], 0) for test in tests)
                antwoord = self._draai(plek, tests, 30 + 5 * duur)
        finally:
            shutil.copy2(echt, doel)
            self._vrij.put(plek)
        if antwoord == 5:
            raise SystemExit(f"Geen tests voor {mutant.bestand}")
        return Uitslag(mutant, {0: "overleefd", None: "te lang"}.get(antwoord, "gedood"))

    def _draai(self, plek: Path, tests: list[str], grens: float, tijden: str = "") -> int | None:
        proces = self._fork.Process(target=_pytest, args=(str(plek), tests, tijden))
        proces.start()
        proces.join(grens)
        try:
            os.killpg(proces.pid or 0, signal.SIGKILL)
        except ProcessLookupError:
            return proces.exitcode
        proces.join()
        return proces.exitcode if proces.exitcode != -signal.SIGKILL else None


# --- The report -------------------------------------------------------------------------------------------------------


def overlevers(lijst: Path) -> dict[Sleutel, str]:
    """Read a list of survivors, each with its reason."""
    rijen = tomllib.loads(lijst.read_text("utf-8")).get("overlever", [])
    return {(rij["bestand"], rij["van"], rij["naar"]): rij["reden"] for rij in rijen}


def aanvaarde() -> dict[Sleutel, str]:
    """Read the survivors that have a reason. One without, or whose lines no longer stand in its file, is an error."""
    lijst = overlevers(AANVAARD)
    for (bestand, van, _), reden in lijst.items():
        pad = WORTEL / PAKKET / bestand
        regels = [regel.strip() for regel in pad.read_text("utf-8").splitlines()] if pad.exists() else []
        if not reden or not set(van.split("\n")) <= set(regels):
            raise SystemExit(f"{AANVAARD.name}: staat er niet (meer), of zonder reden: {bestand}: {van}")
    return lijst


def _als_toml(mutant: Mutant, reden: str) -> str:
    velden = {"bestand": mutant.bestand, "van": mutant.van, "naar": mutant.naar, "reden": reden}
    return "\n".join(["[[overlever]]", *(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in velden.items()), ""])


def meld(uitslagen: list[Uitslag], redenen: dict[Sleutel, str], verslag: Path) -> bool:
    """Print the figures, write the survivors; returns whether it is good enough."""
    getrokken = Counter(uitslag.mutant.bestand for uitslag in uitslagen)
    over = [uitslag.mutant for uitslag in uitslagen if uitslag.soort == "overleefd"]
    te_lang = sum(uitslag.soort == "te lang" for uitslag in uitslagen)
    levend = Counter(mutant.bestand for mutant in over)
    for bestand, aantal in getrokken.items():
        dood = aantal - levend[bestand]
        print(f"{bestand:36} {dood:4} van {aantal:4} gedood  {dood / aantal:6.1%}")
    nieuw = [mutant for mutant in over if mutant.sleutel not in redenen]
    deel = 1 - len(over) / len(uitslagen)
    print(
        f"\nSamen {len(uitslagen) - len(over)} van {len(uitslagen)} gedood ({deel:.1%}), waarvan {te_lang} door de tijd."
    )
    print(f"{len(over)} overleefd: {len(over) - len(nieuw)} met een reden in {AANVAARD.name}, {len(nieuw)} zonder.")
    verslag.write_text("\n".join(_als_toml(mutant, redenen.get(mutant.sleutel, "")) for mutant in over), "utf-8")
    print(f"De overlevers staan in {verslag}.")
    return deel >= DREMPEL and not nieuw


def hoofd() -> int:
    """Read the command line, try the mutants, report."""
    lezer = argparse.ArgumentParser(
        description="Mutaties: merkt een test het als een regel van de bibliotheek verandert?"
    )
    lezer.add_argument("patroon", nargs="*", default=MODULES, help="glob onder src/leeruitkomsten/")
    lezer.add_argument("--aantal", type=int, default=400, help="zoveel mutanten (0: alle)")
    lezer.add_argument("--zaad", type=int, default=1, help="welke trekking")
    lezer.add_argument("--tegelijk", type=int, default=2, help="zoveel kopieën tegelijk")
    lezer.add_argument("--spiegel", action="store_true", help="alleen de tests van de module zelf")
    lezer.add_argument("--opnieuw", type=Path, help="alleen de overlevers van dit verslag")
    lezer.add_argument("--verslag", type=Path, default=Path(tempfile.gettempdir(), "overlevers.toml"))
    keuze = lezer.parse_args()
    redenen = aanvaarde()
    mutanten, alle = trek(keuze.patroon, sys.maxsize if keuze.opnieuw else keuze.aantal or sys.maxsize, keuze.zaad)
    if keuze.opnieuw:
        gevraagd = overlevers(keuze.opnieuw)
        mutanten = [mutant for mutant in mutanten if mutant.sleutel in gevraagd]
    print(f"{len(mutanten)} van {alle} mutanten, zaad {keuze.zaad}", flush=True)
    kern = [] if keuze.spiegel else KERN
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutaties-") as werkmap:
        werkplaats = Werkplaats(Path(werkmap), keuze.tegelijk, kern)
        duur = werkplaats.ijk([mutant.bestand for mutant in mutanten])
        print(f"De tests duren samen {duur:.0f} s op de ongewijzigde code", flush=True)
        uitslagen: list[Uitslag] = []
        with concurrent.futures.ThreadPoolExecutor(keuze.tegelijk) as werkers:
            for uitslag in werkers.map(werkplaats.beproef, mutanten):
                uitslagen.append(uitslag)
                if uitslag.soort == "overleefd":
                    m = uitslag.mutant
                    kop = f"[{len(uitslagen)}] {m.bestand}{' (aanvaard)' if m.sleutel in redenen else ''}"
                    print(f"{kop}\n  - {m.van}\n  + {m.naar}", flush=True)
    print(f"\n{time.monotonic() - begin:.0f} s")
    return 0 if meld(uitslagen, redenen, keuze.verslag) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
