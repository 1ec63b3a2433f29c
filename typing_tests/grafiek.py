"""What type checkers believe of the charts; runs as a program too."""

from __future__ import annotations

from contextlib import suppress
from typing import assert_type

import altair as alt
import pandas as pd
import polars as pl

import leeruitkomsten as lu
from leeruitkomsten import cohort, grafiek

kader = lu.laad()
assert_type(grafiek.heatmap(kader, kader.voortgang([])), alt.LayerChart)
assert_type(grafiek.heatmap(kader, cohort.tel([{"student": 1, "criterium": "WP1.1a"}], per="student")), alt.LayerChart)
regels = cohort.per_criterium([{"student": 1, "criterium": "WP1.1a"}], per="student")
assert_type(grafiek.heatmap(kader, regels), alt.LayerChart)
assert_type(grafiek.heatmap(kader, pd.DataFrame(regels)), alt.LayerChart)
assert_type(grafiek.heatmap(kader, pl.DataFrame(regels)), alt.LayerChart)
assert_type(grafiek.heatmap(kader, pl.LazyFrame(regels)), alt.LayerChart)
with suppress(TypeError):
    grafiek.heatmap(kader, 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert_type(grafiek.aantallen(kader), alt.FacetChart)
assert_type(grafiek.opbouw(kader), alt.LayerChart | alt.HConcatChart)
assert_type(grafiek.dekking(kader, kader.dekking({})), alt.LayerChart)
