"""Growth over time: every point is that of the table, of a student, a cohort and two of them; and what is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from statistics import quantiles
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from grafiek.tekeningen import KADERS, gedateerd, gegevens, getekend, groeitabel, spec
from leeruitkomsten import Bewijs, GeenKolom, OngeldigeVraag, Portfolio, Raamwerk, cohort, grafiek

Regels = list[dict[str, Any]]


def dag_van(getal: int) -> str:
    """A day of the data, which is counted from 1970."""
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=getal)).isoformat()


@pytest.fixture(params=[naam for naam in KADERS if naam != "groot"])
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework with something to draw."""
    return KADERS[str(request.param)]


def test_a_student_has_a_point_for_every_period_and_evl(elk: Raamwerk) -> None:
    punten = {(r["code"], dag_van(r["dag"])): (r["aangetoond"], r["totaal"]) for r in gegevens(spec("groei", elk))}
    assert punten == {
        (code, stap.periode): (stand.aantal, stand.totaal)
        for stap in elk.groei(gedateerd(elk))
        for code, stand in stap.voortgang.per_evl.items()
    }


def kwartielen(getallen: list[int]) -> tuple[float, ...]:
    """Quartiles as Python has them, in proportion between two numbers; of one number that number."""
    return tuple(quantiles(getallen, n=4, method="inclusive")) if len(getallen) > 1 else (float(getallen[0]),) * 3


@pytest.mark.parametrize("soort", ["groei, cohort", "groei, naast"])
def test_a_cohort_has_its_quartiles(elk: Raamwerk, soort: str) -> None:
    groepen = {"2A": groeitabel(elk), "2B": groeitabel(elk, range(5, 9))} if "naast" in soort else {"": groeitabel(elk)}
    alle: dict[tuple[str, str, str], list[int]] = {}
    for naam, regels in groepen.items():
        for regel in regels:
            alle.setdefault((naam, regel["evl"], regel["periode"]), []).append(regel["aangetoond"])
    totaal = {evl.code: len(evl.succescriteria) for evl in elk.evls}
    punten = {(r["naam"], r["code"], dag_van(r["dag"])): r for r in gegevens(spec(soort, elk))}
    assert punten.keys() == alle.keys()
    for plek, getallen in alle.items():
        laag, midden, hoog = kwartielen(getallen)
        n, punt = totaal[plek[1]], punten[plek]
        assert (punt["aangetoond"], punt["totaal"]) == (midden, n)
        delen = [getal / n if n else 0 for getal in (laag, midden, hoog)]
        assert [punt[naam] for naam in ("laag", "deel", "hoog")] == pytest.approx(delen, abs=1e-6)


def test_a_line_never_falls(elk: Raamwerk) -> None:
    per_lijn: dict[tuple[str, str], list[float]] = {}
    for soort in ("groei", "groei, cohort", "groei, naast"):
        for regel in sorted(gegevens(spec(soort, elk)), key=lambda regel: regel["dag"]):
            per_lijn.setdefault((soort + regel["naam"], regel["code"]), []).append(regel["deel"])
    assert all(punten == sorted(punten) for punten in per_lijn.values())


def test_as_drawn_each_point_stands_where_its_share_says(kader: Raamwerk) -> None:
    tekening = getekend("groei", kader)
    regels = {regel["omschrijving"]: regel for regel in gegevens(spec("groei", kader))}
    assert {teken.zin for teken in tekening.tekens} == regels.keys()
    hoogtes = {round(teken.boven, 1): regels[teken.zin]["deel"] for teken in tekening.tekens}
    (laag, deel_laag), *_, (hoog, deel_hoog) = sorted(hoogtes.items())
    for boven, deel in hoogtes.items():
        verwacht = deel_laag + (boven - laag) * (deel_hoog - deel_laag) / (hoog - laag)
        assert deel == pytest.approx(verwacht, abs=0.01)
    laatste = {r["code"]: r["tekst"] for r in regels.values() if r["tekst"]}
    assert laatste == {
        code: f"{stand.aantal}/{stand.totaal}"
        for code, stand in kader.groei(gedateerd(kader))[-1].voortgang.per_evl.items()
    }
    assert {*laatste.values()} <= {*tekening.teksten()}


def test_of_two_the_higher_number_stands_above_the_other(kader: Raamwerk) -> None:
    laatste = [r for r in gegevens(spec("groei, naast", kader)) if r["tekst"]]
    for evl in kader.evls:
        een, ander = (r for r in laatste if r["code"] == evl.code)
        assert {een["plek"], ander["plek"]} == {"boven", "onder"}
        hoger = een if een["plek"] == "boven" else ander
        assert hoger["aangetoond"] == max(een["aangetoond"], ander["aangetoond"])


def test_days_and_halves_are_written_as_the_language_does(kader: Raamwerk) -> None:
    tabel = groeitabel(kader, range(2))
    for taal, dag, half in (("nl", "31-12-2026", ","), ("en", "2026-12-31", ".")):
        regels = gegevens(grafiek.groei(kader, tabel, schermtaal=taal).to_dict())
        assert any(dag in r["omschrijving"] for r in regels)
        assert any(re.fullmatch(rf"\d+\{half}5/\d+", r["tekst"]) for r in regels)
    assert {"30-9-2026", "31-12-2026"} <= {*getekend("groei, cohort", kader).teksten()}


@pytest.mark.parametrize("eenheid", ["evl", "leeruitkomst", "leerlijn", "niveau", "rij"])
def test_what_cohort_gives_is_drawn_for_each_unit(kader: Raamwerk, eenheid: Any) -> None:
    bewijs = [{"student": s, "criterium": "WP1.1a", "datum": dag} for s, dag in ((1, "2026-09-01"), (2, "2026-10-02"))]
    regels = cohort.groei(bewijs, per="student", eenheid=eenheid)
    uit = grafiek.groei(kader, regels, per="student").to_dict()
    assert len({r["code"] for r in gegevens(uit)}) == len({r[eenheid] for r in regels})
    assert "Geteld: 2 studenten." in uit["description"]


MOTOREN: dict[str, Callable[[Regels], Any]] = {
    "pandas": pd.DataFrame,
    "Polars": pl.DataFrame,
    "Polars, lui": pl.LazyFrame,
    "PyArrow": pa.Table.from_pylist,
    "DuckDB": lambda regels: duckdb.from_arrow(pa.Table.from_pylist(regels)),
}


@pytest.mark.parametrize("motor", MOTOREN)
def test_every_engine_and_order_gives_the_same(kader: Raamwerk, motor: str) -> None:
    regels = groeitabel(kader)
    for regel in regels:
        regel["periode"] = datetime.date.fromisoformat(regel["periode"])
    tabel = MOTOREN[motor](regels[::-1])
    assert gegevens(grafiek.groei(kader, tabel, per="student").to_dict()) == gegevens(spec("groei, cohort", kader))


def fout_bij(kader: Raamwerk, **anders: Any) -> Regels:
    eerste, *rest = groeitabel(kader)
    return [{**eerste, **anders}, *rest]


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"periode": "31-12-2026"}, "periode is '31-12-2026'; hier hoort een datum"),
        ({"evl": "EvL9"}, "'EvL9' is geen evl van dit raamwerk"),
        ({"totaal": 19}, "het totaal van 'EvL1' is 19; in dit raamwerk is het 20"),
        ({"aangetoond": 21}, "aangetoond van 'EvL1' is 21; hier hoort een geheel getal van 0 tot en met 20"),
        ({"aangetoond": True}, "aangetoond van 'EvL1' is True; hier hoort een geheel getal van 0 tot en met 20"),
        ({"aangetoond": [1]}, "aangetoond van 'EvL1' is 'een lijst'"),
        ({"periode": "2027-01-31"}, "niet van iedereen is er een regel bij elke periode en eenheid"),
    ],
)
def test_lines_that_do_not_add_up_are_named(kader: Raamwerk, anders: dict[str, Any], reden: str) -> None:
    with pytest.raises(OngeldigeVraag, match="deze tabel is geen groei van een cohort:") as fout:
        grafiek.groei(kader, fout_bij(kader, **anders))
    assert reden in str(fout.value)


def test_the_columns_say_what_was_counted(kader: Raamwerk) -> None:
    regels = groeitabel(kader)
    with pytest.raises(GeenKolom, match="'periode'"):
        grafiek.groei(kader, [{**regel, "periode": 1} | {"x": 1} for regel in regels[:0]] or [{"evl": "EvL1"}])
    with pytest.raises(GeenKolom, match="'leeruitkomst'"):
        grafiek.groei(kader, [{naam: w for naam, w in regel.items() if naam != "evl"} for regel in regels])
    with pytest.raises(GeenKolom):
        grafiek.groei(kader, [{**regel, "rij": "WP.1"} for regel in regels])
    vreemd: Any = 3
    with pytest.raises(TypeError, match=r"deze grafiek toont een Groei of een tabel van cohort.groei, niet 'int'"):
        grafiek.groei(kader, vreemd)


def test_without_evidence_there_is_nothing_to_draw(kader: Raamwerk) -> None:
    leeg = kader.groei(Portfolio(kader.kenmerk, "s", []))
    for gegeven in (leeg, []):
        with pytest.raises(OngeldigeVraag, match="er is geen bewijs met een datum geteld"):
            grafiek.groei(kader, gegeven)


def test_another_framework_too_many_panels_and_two_of_a_kind(kader: Raamwerk, klein: Raamwerk) -> None:
    groei = kader.groei(gedateerd(kader))
    with pytest.raises(OngeldigeVraag, match="deze groei is van een ander raamwerk"):
        grafiek.groei(klein, groei)
    bewijs = [{"student": 1, "criterium": "WP1.1a", "datum": "2026-09-01"}]
    with pytest.raises(OngeldigeVraag, match="101 × criterium past niet op een blad"):
        grafiek.groei(kader, cohort.groei(bewijs, per="student", eenheid="criterium"))
    with pytest.raises(OngeldigeVraag, match="naast elkaar staat wat van dezelfde eenheid"):
        grafiek.groei(kader, {"een": groei, "twee": groeitabel(kader)})
    for paar in (
        {"een": groei, "twee": kader.groei(gedateerd(kader), niveau=1)},
        {"een": kader.groei(gedateerd(kader), niveau=1), "twee": groei},
    ):
        with pytest.raises(OngeldigeVraag, match="naast elkaar staat wat van dezelfde eenheid"):
            grafiek.groei(kader, paar)
    with pytest.raises(OngeldigeVraag, match="geef er twee om naast elkaar te zetten"):
        grafiek.groei(kader, {"een": groei})


def test_names_of_rows_can_be_read(kader: Raamwerk) -> None:
    bewijs = [{"student": 1, "criterium": "WP1.1a", "datum": "2026-09-01"}]
    tabel = cohort.groei(bewijs, per="student", eenheid="rij")
    uit = grafiek.groei(kader, tabel).to_dict()
    assert "De namen van de rijen zijn van dit pakket, niet van de bron." in uit["description"]
    koppen = {regel["code"]: regel["eenheid"] for regel in gegevens(uit)}
    assert {code: " ".join(kop.split("\n")) for code, kop in koppen.items()} == {
        rij.code: f"{rij.code} {rij.naam}" for rij in kader.rijen
    }


def test_a_niveau_may_be_a_number_with_a_point(kader: Raamwerk) -> None:
    bewijs = [{"student": 1, "criterium": "WP1.1a", "datum": "2026-09-01"}]
    geheel = cohort.groei(bewijs, per="student", eenheid="niveau")
    met_punt = pd.DataFrame(geheel).astype({"niveau": float})
    assert grafiek.groei(kader, met_punt).to_dict() == grafiek.groei(kader, pd.DataFrame(geheel)).to_dict()


def test_what_is_of_after_the_last_day_is_said(kader: Raamwerk) -> None:
    dagen = {"WP1.1a": "2026-09-30", "WP1.2a": "2026-11-24"}
    portfolio = Portfolio(kader.kenmerk, "s", [Bewijs(code, "verslag", dag) for code, dag in dagen.items()])
    tot = kader.groei(portfolio, tot="2026-10-31")
    assert "Niet meegeteld: 1 × bewijs van na 2026-10-31." in grafiek.groei(kader, tot).to_dict()["description"]
    samen = grafiek.groei(kader, {"herfst": tot, "alles": kader.groei(portfolio)}).to_dict()["description"]
    assert "herfst: Niet meegeteld: 1 × bewijs" in samen
    assert "alles:" not in samen
