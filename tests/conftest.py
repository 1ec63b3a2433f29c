"""What every test may ask for: the packaged framework, and others of another shape."""

from __future__ import annotations

import gc
import importlib.util
import os
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

import leeruitkomsten as lu
from kijken import axe, browser, chromium, eigen_lus, gezegd, nu, ontbreekt, openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.spelling import Nabij

__all__ = ["axe", "browser", "chromium", "eigen_lus", "gezegd", "nu", "openen"]


class PerBestand(LoadFileScheduling):
    """Spread the tests by file, and keep together what needs one Spark, the built site or the charts: each is made once."""

    def _split_scope(self, nodeid: str) -> str:
        bestand, _, test = nodeid.partition("::")
        if "spark" in test:
            return "spark"
        return next((map_ for map_ in ("tests/docs/", "tests/grafiek/") if bestand.startswith(map_)), bestand)


@pytest.hookimpl(optionalhook=True)  # nothing asks for it where tests run in one process
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> PerBestand | None:
    """Spread by file as written above, and in the order below."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return PerBestand(config, log)


GRONDIG = bool(os.environ.get("LEERUITKOMSTEN_GRONDIG"))
"""Whether to run everything, as CI does: all examples, and what shows the same again of another framework or theme."""


def pytest_report_header() -> str:
    """Say what kind of run this is."""
    return "alles" if GRONDIG else "de dagelijkse proef; LEERUITKOMSTEN_GRONDIG=1 doet alles"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what looks at a page, so that it can be chosen or left out, and let the long work begin first."""
    if not GRONDIG:
        gekozen = {item: in_dagelijks(item) for item in items}
        met_waarde = {item.nodeid.partition("[")[0] for item in items if item.get_closest_marker("dagelijks")}
        vaker = {item.nodeid.partition("[")[0] for item, kies in gekozen.items() if kies}
        niets = sorted(met_waarde - vaker)
        if niets:
            raise pytest.UsageError(f"no value of `dagelijks` is a parameter of: {', '.join(niets)}")
        config.hook.pytest_deselected(items=[item for item, kies in gekozen.items() if not kies])
        items[:] = [item for item, kies in gekozen.items() if kies]
    for item in items:
        if {"browser", "nu"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("kijkt")
    items.sort(key=beurt)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass by what was collected: thousands of tests, that stay until the end."""
    gc.collect()
    gc.freeze()


def in_dagelijks(item: pytest.Item) -> bool:
    """Say whether an everyday run has this test: of one that is marked so those with one of its values, of others all but `grondig`."""
    merken = [*item.iter_markers("dagelijks")]
    if not merken:
        return item.get_closest_marker("grondig") is None
    keuze = item.callspec  # pytest's own, of a test that has parameters
    waarden = {keuze.id, *map(str, keuze.params.values())}
    return all(not waarden.isdisjoint(merk.args) for merk in merken)


def beurt(item: pytest.Item) -> int:
    """Where a test stands in the row: Spark and the site, what a browser shows, the others."""
    if "spark" in item.name or item.nodeid.startswith("tests/docs/"):
        return 0
    return 1 if item.get_closest_marker("kijkt") else 2


# How long an example takes says something of the machine, not of the library.
settings.register_profile("gewoon", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
settings.register_profile("grondig", settings.get_profile("gewoon"), max_examples=40)
settings.load_profile("grondig" if GRONDIG else "gewoon")


def gegevens(leerlijnen: list[str], niveaus: int, criteria: dict[str, str], **anders: Any) -> dict[str, Any]:
    """Plain data of a framework with these criteria, and markup in every other text."""
    return {
        "formaat": 2,
        "sleutel": "klein",
        "naam": "<Klein>",
        "versie": "0.1",
        "datum": "2026-01-01",
        "taal": "nl",
        "uitgever": None,
        "licentie": None,
        "bron": {
            "titel": "<t>",
            "sha256": "",
            "verwijzingen": ["<v>"],
            "verantwoording": [{"bij": "<b>", "tekst": "<t>"}],
            "op_inhoud_geplaatst": [],
        },
        "inleiding": [{"bij": "<i>", "tekst": "<inleiding>"}],
        "niveaus": [
            {"nummer": n, "fase": f"<fase {n}>", "begeleiding": "<zelf>" if n > 1 else None}
            for n in range(1, niveaus + 1)
        ],
        "leerlijnen": [
            {
                "code": lijn,
                "naam": f"<{lijn}>",
                "leeruitkomsten": [
                    {
                        "code": f"{lijn}{n}",
                        "tekst": f"<uitkomst {lijn}{n}>",
                        "succescriteria": [
                            {"code": code, "tekst": tekst}
                            for code, tekst in criteria.items()
                            if code.startswith(f"{lijn}{n}.")
                        ],
                    }
                    for n in range(1, niveaus + 1)
                ],
            }
            for lijn in leerlijnen
        ],
        "errata": [{"code": f"{leerlijnen[0]}1", "veld": "tekst", "staat": "<u", "bedoeld": "<U", "reden": "<r>"}],
        "vervallen": [
            {"code": f"{leerlijnen[0]}1.9z", "opvolgers": [f"{leerlijnen[0]}1"], "sinds": "0.1", "reden": "<r>"}
        ],
        **anders,
    }


def maak(leerlijnen: list[str], niveaus: int, criteria: dict[str, str], **anders: Any) -> Raamwerk:
    """The framework of these data."""
    return bouw(gegevens(leerlijnen, niveaus, criteria, **anders))


def _breed() -> Raamwerk:
    """Twelve niveaus, a cell of 28 bullets, codes of the source, an omschrijving, and names of rows of both kinds."""
    letters = [*string.ascii_lowercase, "aa", "ab"]
    criteria = {f"QR{n}.{rij}a": f"Text {n}.{rij}" for n in range(1, 13) for rij in (1, 3)}
    criteria |= {f"QR11.2{letter}": f"Bullet <{letter}>" for letter in letters}
    op_volgorde = sorted(criteria, key=lambda c: (c.partition(".")[0], int(c.partition(".")[2][0]), len(c), c))
    velden = gegevens(["QR", "EV"], 12, {code: criteria[code] for code in op_volgorde})
    kop = {
        "sleutel": "wide-2",
        "naam": "<Wide>",
        "versie": "2.0+own",
        "taal": "en-GB",
        "uitgever": "<Publisher>",
        "licentie": "CC BY 4.0",
    }
    breed, anders = velden["leerlijnen"]
    breed["omschrijving"] = "<One text for all levels>"
    breed["rijnamen"] = [
        {"rij": "QR.1", "naam": "<ours>", "uit_bron": False},
        {"rij": "QR.2", "naam": "<the source's>", "uit_bron": True},
    ]
    breed["leeruitkomsten"][1]["notatie"] = "LO-<2>"
    breed["leeruitkomsten"][10]["succescriteria"][28]["notatie"] = "1.2.28"
    anders["leeruitkomsten"][3]["tekst"] = "Only here"
    return bouw(velden | kop)


def _ladder() -> Raamwerk:
    """A ladder as others have it: skills without outcomes, some not at every niveau, in a language from right to left."""
    criteria = {
        "TECH1.1a": "يكتب <نصًا> قصيرًا.",
        "TECH2.1a": "يكتب نصًا طويلًا.",
        "TECH4.1a": "يراجع نصوص الآخرين.",
        "LEAD3.1a": "يقود فريقًا.",
    }
    velden = gegevens(
        ["TECH", "LEAD", "NIKS"], 4, criteria, errata=[], vervallen=[], inleiding=[], sleutel="ladder", taal="ar"
    )
    for niveau, fase in zip(velden["niveaus"], ("A0", "B1", "C1", "C2+"), strict=True):
        niveau.update(fase=fase, begeleiding=None)
    for lijn in velden["leerlijnen"]:
        lijn["omschrijving"] = f"<وصف> {lijn['code']}"
        for uitkomst in lijn["leeruitkomsten"]:
            uitkomst["tekst"] = ""
    velden["leerlijnen"][0]["rijnamen"] = [{"rij": "TECH.1", "naam": "كتابة", "uit_bron": True}]
    velden["leerlijnen"][0]["leeruitkomsten"][3]["succescriteria"][0]["notatie"] = "T-4.1"
    return bouw(velden)


KLEIN = {
    "A1.1a": "gelijk", "A1.2a": "weg", "A1.4a": "<b>eerst</b>", "A2.1a": "gelijk", "A2.3a": "nieuw",
    "A2.4a": "<i>later</i>", "A3.27z": "\"aan\" & 'uit'", "PED1.1a": "<script>alert(1)</script>",
}  # fmt: skip
GROOT = {
    f"{lijn}{n}.{rij}{letter}": f"Je {letter} in rij {rij} op niveau {n}."
    for lijn in ("ABCDEFGH", "Z")
    for n in range(1, 10)
    for rij in (1, 26, 27, 9999)
    for letter in string.ascii_lowercase[: 26 if rij == 27 else n % 3]
}
RAAMWERKEN = {
    "verpakt": lu.laad(),
    "klein": maak(["PED", "A"], 3, KLEIN),
    "groot": maak(["Z", "ABCDEFGH"], 9, GROOT),
    "een": maak(["A"], 1, {"A1.1a": "enige"}),
    "zonder criteria": maak(["A", "B"], 2, {}),
    "breed": _breed(),
    "ladder": _ladder(),
}


def met_inhoud(kader: Raamwerk) -> list[lu.Leeruitkomst]:
    """The leeruitkomsten of which the source has anything: the others are no thing in another system."""
    return [u for u in kader.leeruitkomsten if u.tekst or u.succescriteria or u.notatie]


def heet(kader: Raamwerk, record: lu.Leeruitkomst | lu.Succescriterium) -> str:
    """What a record is called where a name must stand: its text, or where it has none its leerlijn and fase."""
    return record.tekst or f"{kader.leerlijn(record.leerlijn).naam}, {kader.niveaus[record.niveau - 1].fase}"


@pytest.fixture(scope="session")
def kader() -> Raamwerk:
    """The packaged framework."""
    return RAAMWERKEN["verpakt"]


@pytest.fixture(scope="session")
def klein() -> Raamwerk:
    """Two leerlijnen, three niveaus, every kind of step, and markup in each text."""
    return RAAMWERKEN["klein"]


@pytest.fixture(scope="session", params=RAAMWERKEN)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """The packaged framework, and beside it some of other shapes: 1 to 9 niveaus, 26 bullets in a cell, 9999 rows."""
    return RAAMWERKEN[str(request.param)]


@pytest.fixture(scope="session")
def wortel() -> Path:
    """The folder with README.md and docs/."""
    return Path(__file__).parents[1]


@pytest.fixture
def gezocht(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts for which suggestions were worked out, from here on."""
    gezien: list[str] = []
    zoek = Nabij.dichtst_bij

    def tel(zelf: Nabij, tekst: str, grens: int) -> list[str]:
        gezien.append(tekst)
        return zoek(zelf, tekst, grens)

    monkeypatch.setattr(Nabij, "dichtst_bij", tel)
    return gezien


@pytest.fixture(scope="session")
def wiel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that CI has built and tests, or else one of this checkout."""
    if gebouwd := os.environ.get("LEERUITKOMSTEN_WHEEL"):
        return Path(gebouwd)
    for nodig in ("hatchling", "hatch_fancy_pypi_readme"):
        if importlib.util.find_spec(nodig) is None:
            ontbreekt(f"{nodig} is not installed (extra test)")
    doel = tmp_path_factory.mktemp("wiel")
    bouw = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(doel)]
    subprocess.run(bouw, check=True, cwd=Path(__file__).parents[1], capture_output=True)
    return next(doel.iterdir())
