"""Charts in a notebook: they draw themselves from what they carry, and ask nothing of a network."""

from __future__ import annotations

import copy
import re
from typing import Any

import altair
import pytest

from grafiek.tekeningen import GRAFIEKEN, Tekening, getekend
from leeruitkomsten import Raamwerk, grafiek


@pytest.fixture(params=["cohort", "groei", "aantallen", "rij"])
def soort(request: pytest.FixtureRequest) -> str:
    """A chart of every kind that Altair has."""
    return str(request.param)


def getoond(tekening: Any) -> dict[str, Any]:
    """What a notebook is given to show a chart."""
    bundel: dict[str, Any] = tekening._repr_mimebundle_()
    return bundel


@pytest.mark.dagelijks("rij")
def test_it_shows_its_drawing_and_asks_for_nothing(kader: Raamwerk, soort: str) -> None:
    bundel = getoond(GRAFIEKEN[soort](kader))
    assert {*bundel} == {"image/svg+xml", "text/plain"}
    svg = bundel["image/svg+xml"]
    assert Tekening(svg.encode()).teksten() == getekend(soort, kader).teksten()
    zonder_naamruimte = re.sub(r'xmlns(:\w+)?="[^"]*"', "", svg)
    assert not re.search(r"https?:|//|href|url\(|<script|<image|@import", zonder_naamruimte)
    assert bundel["text/plain"] in Tekening(svg.encode()).wortel.attrib["aria-label"]


def test_altairs_own_asks_a_network_which_is_why() -> None:
    eigen = altair.Chart(altair.InlineData(values=[{"x": 1}])).mark_point().encode(x="x:Q")
    assert "https://" in str(getoond(eigen))
    # Those charts stay as they are.
    assert type(eigen) is altair.Chart
    assert type(altair.Chart.from_dict(eigen.to_dict())) is altair.Chart


def test_a_renderer_that_somebody_switched_on_is_used(kader: Raamwerk) -> None:
    with altair.renderers.enable("png"):
        bundel, *_ = getoond(grafiek.aantallen(kader))
    assert {*bundel} == {"image/png"}


def test_what_is_taken_further_draws_itself_too(kader: Raamwerk) -> None:
    breder = copy.deepcopy(grafiek.aantallen(kader)).properties(background="#eeeeee")
    assert isinstance(breder, altair.FacetChart)
    assert {*getoond(breder)} == {"image/svg+xml", "text/plain"}
