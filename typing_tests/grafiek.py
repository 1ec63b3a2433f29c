"""What type checkers believe of the charts; runs as a program too."""

from __future__ import annotations

from typing import assert_type

import altair as alt

import leeruitkomsten as lu
from leeruitkomsten import cohort, grafiek

kader = lu.laad()
assert_type(grafiek.heatmap(kader, kader.voortgang([])), alt.LayerChart)
assert_type(grafiek.heatmap(kader, cohort.tel([{"student": 1, "criterium": "WP1.1a"}], per="student")), alt.LayerChart)
assert_type(grafiek.aantallen(kader), alt.FacetChart)
assert_type(grafiek.opbouw(kader), alt.LayerChart | alt.HConcatChart)
assert_type(grafiek.dekking(kader, kader.dekking({})), alt.LayerChart)
