"""Every chart of a framework, and what can be read from it: the data in its spec, the marks and texts of its drawing."""

from __future__ import annotations

import functools
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from conftest import RAAMWERKEN
from leeruitkomsten import Bewijs, Portfolio, Raamwerk, cohort, grafiek
from uitwisseling.vijandig import vijandig

KADERS = {naam: kader for naam, kader in RAAMWERKEN.items() if kader.succescriteria} | {"vijandig": vijandig()}
"""Every framework that has something to draw."""
VREEMD = "</script><img src=x onerror=alert(1)> ${1} ' \" \\ datum.x"


def helft(kader: Raamwerk) -> list[str]:
    """Every other succescriterium, and all of the first leeruitkomst: some cells full, some half, some none."""
    eerste = {c.code for c in kader.leeruitkomsten[0].succescriteria}
    return [c.code for nummer, c in enumerate(kader.succescriteria) if nummer % 2 or c.code in eerste]


def bewijs(kader: Raamwerk) -> list[dict[str, str]]:
    """Evidence of seven students, of whom each has shown other criteria, and the first all."""
    return [
        {"student": f"s{student}", "criterium": c.code}
        for student in range(7)
        for nummer, c in enumerate(kader.succescriteria)
        if (nummer * 5 + student) % 7 >= student
    ]


def modules(kader: Raamwerk) -> dict[Any, list[str]]:
    """A curriculum with every kind of name, overlap, a module that does nothing and a code that does not exist."""
    criteria = [c.code for c in kader.succescriteria]
    return {
        VREEMD: criteria[::3],
        1: [kader.leeruitkomsten[0].code],
        "1": criteria[:2],
        "leeg": ["ZZZ9.9z"],
        "null": criteria[4:5],
    }


def gedateerd(kader: Raamwerk, student: int = 0) -> Portfolio:
    """A portfolio with a piece of evidence in most months of a year and a half, for about half of the criteria."""
    stukken = [
        Bewijs(c.code, "lesbezoek", f"{2025 + maand // 12}-{maand % 12 + 1:02}-15")
        for nummer, c in enumerate(kader.succescriteria)
        if (nummer + student) % 2 == 0
        for maand in [(nummer * (7 + student)) % 18]
    ]
    return Portfolio(kader.kenmerk, f"s{student}", stukken)


def groeitabel(kader: Raamwerk, studenten: range = range(7)) -> list[dict[str, Any]]:
    """What a cohort had shown of each EvL by the end of three periods: each student more, and each in another tempo."""
    return [
        {"student": s, "periode": dag, "evl": evl.code, "aangetoond": n, "totaal": len(evl.succescriteria)}
        for s in studenten
        for plek, dag in enumerate(("2026-09-30", "2026-10-31", "2026-12-31"), 1)
        for evl in kader.evls
        for n in [len(evl.succescriteria) * min(12, plek * (s + 1)) // 12]
    ]


def _heatmap_naast(kader: Raamwerk, **anders: Any) -> Any:
    tellingen = {
        "2A": cohort.tel(bewijs(kader), per="student", raamwerk=kader, studenten=[f"s{n}" for n in range(9)]),
        "2B": cohort.tel(bewijs(kader)[::3], per="student", raamwerk=kader),
    }
    return grafiek.heatmap(kader, tellingen, **anders)


def _cohort(kader: Raamwerk, **anders: Any) -> Any:
    tabel = cohort.per_criterium(bewijs(kader), per="student", raamwerk=kader)
    return grafiek.heatmap(kader, tabel, per="student", **anders)


GRAFIEKEN: dict[str, Callable[..., Any]] = {
    "student": lambda kader, **stijl: grafiek.heatmap(kader, kader.voortgang(helft(kader)), **stijl),
    "student, niveau 1": lambda kader, **stijl: grafiek.heatmap(
        kader, kader.voortgang(helft(kader), niveau=1), **stijl
    ),
    "cohort": _cohort,
    "naast": _heatmap_naast,
    "groei": lambda kader, **stijl: grafiek.groei(kader, kader.groei(gedateerd(kader)), **stijl),
    "groei, cohort": lambda kader, **stijl: grafiek.groei(kader, groeitabel(kader), per="student", **stijl),
    "groei, naast": lambda kader, **stijl: grafiek.groei(
        kader, {"2A": groeitabel(kader), "2B": groeitabel(kader, range(5, 9))}, per="student", **stijl
    ),
    "aantallen": grafiek.aantallen,
    "opbouw": grafiek.opbouw,
    "rij": lambda kader, **stijl: grafiek.opbouw(kader, kader.rijen[0].code, **stijl),
    "dekking": lambda kader, **stijl: grafiek.dekking(kader, kader.dekking(modules(kader)), **stijl),
}
"""Every chart, with data of all kinds, in Dutch unless `schermtaal` says otherwise; each call makes it anew."""
OVER_MENSEN = ("student", "student, niveau 1", "cohort", "naast", "groei", "groei, cohort", "groei, naast")
"""Those that show what people have shown."""


@functools.cache
def spec(soort: str, kader: Raamwerk) -> dict[str, Any]:
    """The spec of a chart, made once for all tests, to be read only."""
    uit: dict[str, Any] = GRAFIEKEN[soort](kader).to_dict()
    return uit


@functools.cache
def bewaard(soort: str, kader: Raamwerk, einde: str) -> bytes:
    """The file of a chart, made once for all tests."""
    with tempfile.TemporaryDirectory() as map_:
        return grafiek.bewaar(GRAFIEKEN[soort](kader), Path(map_, f"grafiek.{einde}"))


@functools.cache
def getekend(soort: str, kader: Raamwerk) -> Tekening:
    """The drawing of a chart, read back once for all tests."""
    return Tekening(bewaard(soort, kader, "svg"))


def gegevens(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """All lines of data in a spec, in the order of its layers."""
    return [regel for bron in _bronnen(spec) for regel in spec["datasets"][bron]]


def _bronnen(deel: Any) -> Iterator[str]:
    """The names of the data that each mark draws, each once."""
    namen: dict[str, None] = {}

    def loop(deel: Any) -> None:
        if isinstance(deel, dict):
            if "name" in deel.get("data", {}):
                namen[deel["data"]["name"]] = None
            for sleutel, waarde in deel.items():
                if sleutel != "datasets":
                    loop(waarde)
        elif isinstance(deel, list):
            for waarde in deel:
                loop(waarde)

    loop(deel)
    yield from namen


@attrs.frozen
class Teken:
    """A mark in a drawing: its description, its place and its fill."""

    zin: str
    links: float
    boven: float
    breedte: float
    hoogte: float
    kleur: str

    def heeft(self, x: float, y: float) -> bool:
        return self.links <= x <= self.links + self.breedte and self.boven <= y <= self.boven + self.hoogte


@attrs.frozen
class Letters:
    """A text in a drawing, with the place of its anchor."""

    tekst: str
    x: float
    y: float


class Tekening:
    """What a reader of an SVG finds in it, all places counted from its corner."""

    def __init__(self, inhoud: bytes) -> None:
        self.wortel = ET.fromstring(inhoud)
        self.tekens: list[Teken] = []
        self.letters: list[Letters] = []
        self._loop(self.wortel, 0.0, 0.0)

    def _loop(self, deel: ET.Element, x: float, y: float) -> None:
        verschoven = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", deel.get("transform", ""))
        if verschoven:
            x, y = x + float(verschoven[1]), y + float(verschoven[2])
        naam = deel.tag.rpartition("}")[2]
        if naam == "path" and deel.get("aria-label"):
            zin, kleur = str(deel.get("aria-label")), deel.get("fill", "")
            vorm = re.fullmatch(r"M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+Z", deel.get("d", ""))
            punt = re.match(r"M([\d.]+),0A", deel.get("d", ""))
            assert vorm or punt, deel.get("d")
            if vorm:
                links, boven, breedte, hoogte = map(float, vorm.groups())
                self.tekens.append(Teken(zin, x + links, y + boven, breedte, hoogte, kleur))
            else:
                self.tekens.append(Teken(zin, x, y, 0, 0, kleur))
        if naam == "text":
            regels = [regel.text or "" for regel in deel.iter() if regel.tag.endswith("tspan")] or [deel.text or ""]
            self.letters.append(Letters("\n".join(regels), x, y))
        for kind in deel:
            self._loop(kind, x, y)

    def teksten(self) -> list[str]:
        return [letters.tekst for letters in self.letters]

    def in_teken(self, teken: Teken) -> str:
        """The one text inside a mark; empty where there is none."""
        erin = [letters.tekst for letters in self.letters if teken.heeft(letters.x, letters.y)]
        assert len(erin) <= 1, erin
        return "".join(erin)


def teken(grafiek_: Any, map_: Path) -> Tekening:
    """The drawing of a chart, read back from its file."""
    grafiek.bewaar(grafiek_, map_ / "grafiek.svg")
    return Tekening((map_ / "grafiek.svg").read_bytes())
