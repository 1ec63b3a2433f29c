"""Growth of a cohort: on every kind of table what one plain count of first days gives."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import leeruitkomsten as lu
from cohort.conftest import Motor
from cohort.tabellen import SNEL, Regels
from cohort.test_geweigerd import MOTORFOUT, motorfout
from leeruitkomsten import OnbekendBewijs, OngeldigBewijs, OngeldigeVraag, VerkeerdType, cohort
from leeruitkomsten.cohort.plan import EENHEDEN
from leeruitkomsten.periodes import Indeling

KADER = lu.laad()
CODES = [c.code for c in KADER.succescriteria]
KOLOMMEN = ("student", "criterium", "datum")
BLOKKEN = {"blok 1": "2026-11-13", "blok 2": "2027-02-05", "blok 3": "2027-07-16"}
BEWIJS = [
    ("a", "WP1.1a", date(2026, 9, 30)), ("a", "WP1.2a", date(2026, 11, 1)), ("b", "WD1.1a", date(2026, 10, 1)),
    ("a", "WP1.1a", date(2026, 12, 1)), ("b", "WP1.1a", date(2026, 11, 30)),
]  # fmt: skip
CODE_VAN = {
    "leeruitkomst": lambda c: c.leeruitkomst, "evl": lambda c: f"EvL{c.niveau}", "criterium": lambda c: c.code,
    "leerlijn": lambda c: c.leerlijn, "niveau": lambda c: c.niveau, "rij": lambda c: c.rij,
}  # fmt: skip


def eenheden(eenheid: str) -> dict[Any, set[str]]:
    """The criteria of each unit, in source order."""
    criteria = list(KADER.succescriteria)
    volgorde = [rij.code for rij in KADER.rijen] if eenheid == "rij" else [CODE_VAN[eenheid](c) for c in criteria]
    if eenheid in ("evl", "niveau"):
        volgorde.sort()
    return {code: {c.code for c in criteria if CODE_VAN[eenheid](c) == code} for code in dict.fromkeys(volgorde)}


def einden(regels: Regels, stap: Any, tot: date | None) -> list[date]:
    """The last day of every period, a day at a time."""
    if not isinstance(stap, str):
        alle = [date.fromisoformat(dag) for dag in stap.values()]
        op_tijd = [dag for dag in alle if tot is None or dag < tot]
        return op_tijd if tot is None or len(op_tijd) == len(alle) else [*op_tijd, tot]
    dagen = [dag for _, code, dag in regels if code in CODES and dag is not None and (tot is None or dag <= tot)]
    if not dagen:
        return []
    indeling, laatste = Indeling.van(stap), tot or max(dagen)
    alle = [min(dagen) + datetime.timedelta(n) for n in range((laatste - min(dagen)).days + 1)]
    gevonden = [indeling.periode(nummer).laatste_dag for nummer, _ in groupby(map(indeling.nummer, alle))]
    return gevonden if tot is None else [*gevonden[:-1], tot]


def orakel(
    regels: Regels,
    stap: Any = "maand",
    tot: date | None = None,
    eenheid: str = "leeruitkomst",
    studenten: Sequence[Any] = (),
) -> list[tuple[Any, ...]]:
    """What has been shown by the end of each period, counted the plain way."""
    wie = sorted(set(studenten) or {student for student, _, _ in regels})
    per_eenheid = eenheden(eenheid)
    antwoord = []
    for student in wie:
        for einde in einden(regels, stap, tot):
            getoond = {code for wie_, code, dag in regels if wie_ == student and dag is not None and dag <= einde}
            antwoord += [(student, einde, code, len(getoond & heel), len(heel)) for code, heel in per_eenheid.items()]
    return antwoord


def lees(motor: Motor, tabel: Any) -> list[tuple[Any, ...]]:
    """The lines of an answer, with days as days; sorted where the engine does not."""
    _, regels = motor.lees(tabel)
    gewoon = [tuple(cel.date() if isinstance(cel, datetime.datetime) else cel for cel in regel) for regel in regels]
    return sorted(gewoon) if motor.lui else gewoon


def verwacht(motor: Motor, regels: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(regels) if motor.lui else regels


def bewijs(zaad: int, *, vuil: bool = False) -> Regels:
    """Lines in random order, over a year and a half, some of them twice."""
    kans = random.Random(zaad)
    begin = date(2026, 8, 20)

    def dag() -> date:
        return begin + datetime.timedelta(kans.randrange(500))

    regels: list[tuple[Any, ...]] = [(kans.choice("abcde"), kans.choice(CODES), dag()) for _ in range(120)]
    regels += kans.choices(regels, k=30)
    if vuil:
        regels += [(kans.choice("abcde"), kans.choice(["weg", None, " "]), date(2020, 1, 1)) for _ in range(10)]
        regels += [(kans.choice("abcde"), kans.choice(CODES), None) for _ in range(10)]
        regels += [("alleen onbekend", "weg", dag()), ("zonder datum", "WP1.1a", None), ("niets", None, None)]
    kans.shuffle(regels)
    return regels


@pytest.mark.parametrize(
    ("stap", "tot", "eenheid"),
    [("maand", None, "leeruitkomst"), ("week", date(2027, 3, 3), "evl"), ("kwartaal", None, "rij"), (BLOKKEN, date(2028, 1, 1), "niveau")],
    ids=["maand", "week", "kwartaal", "blokken"],
)  # fmt: skip
def test_groei_is_what_a_plain_count_gives(motor: Motor, stap: Any, tot: date | None, eenheid: Any) -> None:
    regels = bewijs(1)
    antwoord = cohort.groei(motor.maak(regels, KOLOMMEN), per="student", stap=stap, tot=tot, eenheid=eenheid)
    assert motor.lees(antwoord)[0] == ["student", "periode", eenheid, "aangetoond", "totaal"]
    assert lees(motor, antwoord) == verwacht(motor, orakel(regels, stap, tot, eenheid))


def test_the_wide_form_has_a_column_per_unit(snel: Motor) -> None:
    regels = bewijs(2)
    antwoord = cohort.groei(snel.maak(regels, KOLOMMEN), per="student", stap="kwartaal", eenheid="evl", breed=True)
    assert snel.lees(antwoord)[0] == ["student", "periode", "EvL1", "EvL2", "EvL3", "EvL4"]
    lang = orakel(regels, "kwartaal", None, "evl")
    breed = [(*kop, *(regel[3] for regel in deel)) for kop, deel in groupby(lang, key=lambda regel: regel[:2])]
    assert lees(snel, antwoord) == verwacht(snel, breed)


def test_what_does_not_count_is_set_apart_and_told_of(motor: Motor) -> None:
    regels = bewijs(3, vuil=True)
    tabel = motor.maak(regels, KOLOMMEN)
    antwoord = cohort.groei(tabel, per="student", stap="kwartaal", eenheid="evl", onbekend="apart")
    assert lees(motor, antwoord) == verwacht(motor, orakel(regels, "kwartaal", None, "evl"))
    weggelaten = cohort.tel(tabel, per="student", onbekend="apart", tot="2027-06-30").weggelaten
    bekend = [dag for _, code, dag in regels if code in CODES]
    assert weggelaten.later == sum(dag is not None and dag > date(2027, 6, 30) for dag in bekend)
    assert weggelaten.zonder_datum == bekend.count(None) == 11
    assert weggelaten.leeg + weggelaten.regels_onbekend == len(regels) - len(bekend)
    assert weggelaten.regels == weggelaten.later + 11 + len(regels) - len(bekend)


def test_everybody_on_the_list_has_a_line(motor: Motor) -> None:
    regels = bewijs(4)
    klas = [{"student": wie, "klas": "2A"} for wie in "abcdez"]
    keuze: Any = {"per": "student", "stap": BLOKKEN, "tot": "2027-05-01", "eenheid": "evl"}
    antwoord = cohort.groei(motor.maak(regels, KOLOMMEN), studenten=klas, groep="klas", **keuze)
    lang = orakel(regels, BLOKKEN, date(2027, 5, 1), "evl", "abcdez")
    assert lees(motor, antwoord) == verwacht(motor, [(wie, "2A", *rest) for wie, *rest in lang])
    niemand = cohort.groei(motor.maak([], KOLOMMEN), studenten=["z"], **keuze)
    assert lees(motor, niemand) == verwacht(motor, orakel([], BLOKKEN, date(2027, 5, 1), "evl", "z"))


def test_several_keys_and_roles_are_each_counted_apart(motor: Motor) -> None:
    regels = [("ICT", "a", "zelf", "WP1.1a", "2026-09-30"), ("ICT", "a", "examinator", "WP1.1a", "2026-11-01"),
              ("PABO", "a", "zelf", "WP2.1a", "2026-10-01")]  # fmt: skip
    tabel = motor.maak(regels, ("opleiding", "student", "rol", "criterium", "datum"))
    antwoord = cohort.groei(tabel, per=["opleiding", "student"], rol="rol", eenheid="niveau", breed=True)
    maanden = [date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)]
    verloop = {
        ("ICT", "a", "examinator"): [(0, 0), (0, 0), (1, 0)], ("ICT", "a", "zelf"): [(1, 0)] * 3,
        ("PABO", "a", "examinator"): [(0, 0)] * 3, ("PABO", "a", "zelf"): [(0, 0), (0, 1), (0, 1)],
    }  # fmt: skip
    assert lees(motor, antwoord) == [
        (*wie, dag, *stand, 0, 0)
        for wie, standen in verloop.items()
        for dag, stand in zip(maanden, standen, strict=True)
    ]


def test_voortgang_by_a_day_is_what_groei_has_of_it(motor: Motor) -> None:
    regels, tot = bewijs(5), date(2027, 1, 15)
    tabel = motor.maak(regels, KOLOMMEN)
    telling = cohort.tel(tabel, per="student", tot=tot)
    stand = [(wie, *rest) for wie, _, *rest in orakel(regels, {"heel": str(tot)}, tot, "evl")]
    for antwoord in (
        cohort.voortgang(tabel, per="student", tot="2027-01-15", eenheid="evl", nullen=True),
        telling.voortgang(eenheid="evl", nullen=True),
    ):
        assert lees(motor, antwoord) == verwacht(motor, stand)
    op_tijd = [(wie, code) for wie, code, dag in regels if dag <= tot]
    per_code = {code: {wie for wie, ander in op_tijd if ander == code} for code in CODES}
    getoond = [(code, len(wie), 5) for code, wie in per_code.items()]
    assert motor.lees(telling.per_criterium())[1] == getoond
    assert motor.lees(cohort.per_criterium(tabel, per="student", tot=tot))[1] == getoond
    assert (telling.weggelaten.later, telling.weggelaten.regels) == (len(regels) - len(op_tijd),) * 2
    assert f"{len(regels) - len(op_tijd)} van later" in str(telling.weggelaten)


@pytest.mark.parametrize("vorm", ["jjjj-mm-dd", "dd-mm-jjjj"])
def test_text_says_a_day_in_the_form_that_was_named(motor: Motor, vorm: Any) -> None:
    patroon = "%Y-%m-%dT10:15" if vorm == "jjjj-mm-dd" else "%d-%m-%Y"
    tekst = [(wie, code, dag.strftime(patroon).removeprefix("0")) for wie, code, dag in BEWIJS]
    antwoord = cohort.groei(motor.maak(tekst, KOLOMMEN), per="student", datumvorm=vorm, stap="week", eenheid="evl")
    assert lees(motor, antwoord) == verwacht(motor, orakel(BEWIJS, "week", None, "evl"))


FOUTE_DAGEN = [
    "24/11/2026",
    "24/11/2026",
    "2026-02-30",
    "0000-01-01",
    "2026-11-24T25:00",
    "24-11-2026",
    "2026-11-24 10:00+01:00",
]


def test_what_is_no_day_is_refused_with_a_sample_and_a_count(motor: Motor) -> None:
    regels = [("a", "WP1.1a", "2026-11-24"), *(("b", "WP1.2a", dag) for dag in FOUTE_DAGEN)]
    tabel = motor.maak(regels, KOLOMMEN)
    for omgang in ("fout", "apart"):
        with pytest.raises(OngeldigBewijs) as fout:
            cohort.tel(tabel, per="student", tot="2026-12-31", onbekend=omgang)
        datums = fout.value.datums
        assert datums is not None
        assert (datums.kolom, datums.vorm, datums.regels, datums.later) == ("datum", "jjjj-mm-dd", 7, 0)
        assert datums.voorbeelden[:2] == (("24/11/2026", 2), ("0000-01-01", 1))
        assert (
            "in de kolom 'datum' hoort een datum (jjjj-mm-dd); in 7 regels staat iets anders: '24/11/2026' (2 ×)"
            in str(fout.value)
        )
    _weigert(
        motor,
        lambda: cohort.groei(tabel, per="student"),
        "student 'b': 7 keer staat in de kolom 'datum' geen datum (jjjj-mm-dd)",
    )


def _weigert(motor: Motor, vraag: Callable[[], Any], zin: str) -> None:
    """A question is refused; a lazy engine has an error of its own, when it computes."""
    if motor.naam in {*MOTORFOUT, "spark"}:
        with pytest.raises(motorfout(motor)) as fout:
            motor.lees(vraag())
        assert zin in str(fout.value)
    else:
        with pytest.raises(OngeldigBewijs):
            motor.lees(vraag())


def test_a_line_without_a_day_is_refused_unless_it_is_set_apart(snel: Motor) -> None:
    tabel = snel.maak([("a", "WP1.1a", "2026-11-24"), ("a", "WP1.2a", None), ("b", "weg", None)], KOLOMMEN)
    with pytest.raises(OnbekendBewijs) as fout:
        cohort.tel(tabel, per="student", tot="2026-11-24")
    assert fout.value.leeg == (("datum", 2),)
    assert fout.value.datums is None
    assert str(fout.value).splitlines()[0] == "de kolom 'datum' is leeg in 2 regels"
    tabel = snel.maak([("a", "WP1.1a", "2026-11-24"), ("a", "WP1.2a", None)], KOLOMMEN)
    _weigert(
        snel, lambda: cohort.groei(tabel, per="student"), "student 'a': 1 keer staat in de kolom 'datum' geen datum"
    )
    telling = cohort.tel(tabel, per="student", tot="2026-11-24", onbekend="apart")
    assert (telling.weggelaten.zonder_datum, telling.weggelaten.regels) == (1, 1)
    assert str(telling.weggelaten) == "1 van 2 regels telt niet mee: 1 zonder datum"


def test_evidence_after_the_last_period_is_refused_unless_tot_leaves_it_out(snel: Motor) -> None:
    tabel = snel.maak(BEWIJS, KOLOMMEN)
    blok: Any = {"blok 1": "2026-11-13"}
    zin = ": 1 regel(s) van na de laatste periode (2026-11-13); geef tot om die niet mee te tellen"
    _weigert(snel, lambda: cohort.groei(tabel, per="student", stap=blok), zin)
    antwoord = cohort.groei(tabel, per="student", stap=blok, tot="2026-12-31", eenheid="evl")
    assert lees(snel, antwoord) == verwacht(snel, orakel(BEWIJS, blok, date(2026, 12, 31), "evl"))


def test_without_evidence_that_counts_there_are_no_periods_but_those_of_a_table(snel: Motor) -> None:
    tabel = snel.maak(BEWIJS, KOLOMMEN)
    assert lees(snel, cohort.groei(tabel, per="student", tot="2026-09-01")) == []
    antwoord = cohort.groei(tabel, per="student", stap=BLOKKEN, tot="2026-09-01", eenheid="evl")
    assert lees(snel, antwoord) == verwacht(snel, orakel(BEWIJS, BLOKKEN, date(2026, 9, 1), "evl"))
    assert lees(snel, cohort.groei(snel.maak([], KOLOMMEN), per="student")) == []


def test_periods_are_those_of_who_is_on_the_list(motor: Motor) -> None:
    buiten = [("z", "WP1.1a", date(2025, 1, 1)), ("z", "WP1.2a", date(2028, 1, 1))]
    tabel = motor.maak([*buiten, *BEWIJS], KOLOMMEN)
    wie = sorted({regel[0] for regel in BEWIJS})
    antwoord = cohort.groei(tabel, per="student", studenten=wie, stap="kwartaal", eenheid="evl", onbekend="apart")
    assert lees(motor, antwoord) == verwacht(motor, orakel(BEWIJS, "kwartaal", None, "evl", wie))


def test_of_an_unknown_code_after_the_last_period_it_is_said_that_it_is_too_late(snel: Motor) -> None:
    tabel = snel.maak([*BEWIJS, ("a", "weg", date(2029, 1, 1))], KOLOMMEN)
    zin = ": 1 regel(s) van na de laatste periode"
    _weigert(snel, lambda: cohort.groei(tabel, per="student", stap=BLOKKEN, onbekend="apart"), zin)


def test_keys_that_cannot_be_are_named_where_time_matters() -> None:
    regels = [{"student": 1.5, "criterium": "WP1.1a", "datum": "2026-11-24"}]
    with pytest.raises(lu.VerkeerdType, match="'student'"):
        cohort.groei(regels, per="student")


def test_a_date_with_a_digit_too_many_makes_no_thousands_of_periods(snel: Motor) -> None:
    tabel = snel.maak([*BEWIJS, ("a", "WP1.1a", date(206, 11, 24))], KOLOMMEN)
    fouten = (OngeldigeVraag, motorfout(snel)) if snel.naam in MOTORFOUT else OngeldigeVraag
    with pytest.raises(fouten, match="meer dan 1000 periodes; klopt een datum niet"):
        snel.lees(cohort.groei(tabel, per="student"))


def test_days_are_dates_and_counts_are_64_bit_numbers(motor: Motor) -> None:
    antwoord = cohort.groei(motor.maak(BEWIJS, KOLOMMEN), per="student", eenheid="niveau")
    dag = {"pandas": "datetime64[s]", "polars": "Date", "polars lui": "Date", "duckdb": "DATE", "dataset": "DATE",
           "parquet": "DATE", "csv": "DATE", "spark": "date", "lijst": "dag"}  # fmt: skip
    verwacht_ = dag.get(motor.naam.removesuffix(" groot"), "date32[day]")
    assert motor.soort.typen(antwoord) == ["tekst", verwacht_, "getal", "getal", "getal"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=6)
@given(
    regels=st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from([*CODES[:6], "WP", None, " "]),
            st.none() | st.dates(date(2026, 6, 1), date(2027, 6, 1)),
        ),
        min_size=1,
        max_size=40,
    ),
    stap=st.sampled_from(["week", "maand", "kwartaal", BLOKKEN]),
    tot=st.none() | st.dates(date(2026, 5, 1), date(2027, 12, 1)),
    eenheid=st.sampled_from(EENHEDEN),
)
@pytest.mark.dagelijks("pandas", "polars lui", "duckdb", "lijst", "pyarrow groot")
@pytest.mark.parametrize("naam", SNEL)
def test_any_evidence_is_what_a_plain_count_gives(  # noqa: PLR0917  # what evidence is of
    naam: str, kies: Callable[[str], Motor], regels: Regels, stap: Any, tot: date | None, eenheid: Any
) -> None:
    motor = kies(naam)
    tabel = motor.maak([*regels, ("d", None, date(2026, 6, 1))], KOLOMMEN)
    keuze: Any = {"per": "student", "stap": stap, "tot": tot, "eenheid": eenheid, "onbekend": "apart"}
    antwoord = lees(motor, cohort.groei(tabel, **keuze))
    assert antwoord == verwacht(motor, orakel([*regels, ("d", None, date(2026, 6, 1))], stap, tot, eenheid))
    omgekeerd = motor.maak([("d", None, date(2026, 6, 1)), *regels[::-1]], KOLOMMEN)
    assert lees(motor, cohort.groei(omgekeerd, **keuze)) == antwoord
    for _, lijn in groupby(sorted(antwoord, key=lambda r: (r[0], str(r[2]), r[1])), key=lambda r: (r[0], r[2])):
        standen = [regel[3] for regel in lijn]
        assert standen == sorted(standen)


@pytest.mark.parametrize("tabel", [
    pd.DataFrame({"student": ["a"], "criterium": ["WP1.1a"], "datum": [46350]}),
    pd.DataFrame({"student": ["a"], "criterium": ["WP1.1a"], "datum": pd.to_timedelta([1])}),
    pa.table({"student": ["a"], "criterium": ["WP1.1a"], "datum": [46350.0]}),
    pl.DataFrame({"student": ["a"], "criterium": ["WP1.1a"], "datum": [datetime.time(10, 15)]}),
    duckdb.sql("SELECT 'a' AS student, 'WP1.1a' AS criterium, INTERVAL 1 DAY AS datum"),
])  # fmt: skip
def test_a_column_that_cannot_hold_days_is_refused(tabel: Any) -> None:
    with pytest.raises(
        VerkeerdType, match=r"de kolom 'datum' heeft het type .*een dag is een datum, of tekst die er een noemt"
    ):
        cohort.groei(tabel, per="student")


def momenten() -> Iterator[tuple[str, Any]]:
    """Half past midnight in Tokyo on 1 December, which is November elsewhere: the clock on the wall says the day."""
    tokio = pd.Timestamp("2026-12-01 00:30", tz="Asia/Tokyo")
    kop = {"student": ["a"], "criterium": ["WP1.1a"]}
    yield "lijst", [{"student": "a", "criterium": "WP1.1a", "datum": tokio.to_pydatetime()}]
    yield "pandas", pd.DataFrame({**kop, "datum": [tokio]})
    yield "pandas objecten", pd.DataFrame({**kop, "datum": pd.Series([tokio.to_pydatetime()], dtype=object)})
    yield (
        "pandas arrow",
        pd.DataFrame({**kop, "datum": pd.Series([tokio], dtype=pd.ArrowDtype(pa.timestamp("us", "Asia/Tokyo")))}),
    )
    yield "pandas categorie", pd.DataFrame({**kop, "datum": pd.Categorical(["2026-12-01"])})
    yield "pyarrow", pa.table({**kop, "datum": pa.array([tokio], pa.timestamp("us", "Asia/Tokyo"))})
    yield "pyarrow date64", pa.table({**kop, "datum": pa.array([date(2026, 12, 1)], pa.date64())})
    yield (
        "pyarrow zonder zone",
        pa.table({**kop, "datum": pa.array([datetime.datetime(2026, 12, 1, 23)], pa.timestamp("ns"))}),
    )
    yield (
        "polars",
        pl.DataFrame(
            {**kop, "datum": [tokio.to_pydatetime()]}, schema_overrides={"datum": pl.Datetime("us", "Asia/Tokyo")}
        ),
    )
    yield "polars categorie", pl.DataFrame({**kop, "datum": ["2026-12-01"]}, schema_overrides={"datum": pl.Categorical})
    yield "duckdb", duckdb.sql("SELECT 'a' AS student, 'WP1.1a' AS criterium, TIMESTAMP '2026-12-01 23:30:00' AS datum")


MOMENTEN = dict(momenten())


@pytest.mark.parametrize("groot", [False, True])
@pytest.mark.parametrize("soort", MOMENTEN)
def test_the_day_of_a_moment_is_what_the_clock_there_says(
    soort: str, groot: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if groot:
        monkeypatch.setattr("leeruitkomsten.cohort.in_frames.KLEIN", -1)
    antwoord = cohort.groei(MOMENTEN[soort], per="student", eenheid="evl")
    regels = (
        antwoord if isinstance(antwoord, list) else duckdb.sql("SELECT * FROM antwoord").to_arrow_table().to_pylist()
    )
    assert {str(regel["periode"])[:10] for regel in regels} == {"2026-12-31"}


def test_an_infinite_day_is_none() -> None:
    relatie = duckdb.sql(
        "SELECT 'a' AS student, 'WP1.1a' AS criterium, unnest([DATE 'infinity', DATE '0044-03-15 (BC)']) AS datum"
    )
    with pytest.raises(OngeldigBewijs) as fout:
        cohort.tel(relatie, per="student", tot="2026-11-24")
    assert fout.value.datums is not None
    assert dict(fout.value.datums.voorbeelden) == {"infinity": 1, "0044-03-15 (BC)": 1}


def test_days_in_a_workbook_are_read_as_they_stand(tmp_path: Any) -> None:
    boek = openpyxl.Workbook()
    for rij in (KOLOMMEN, ("a", "WP1.1a", datetime.datetime(2026, 9, 30)), ("a", "WP1.2a", "2026-11-24")):
        boek.worksheets[0].append(rij)
    boek.save(tmp_path / "x.xlsx")
    antwoord = cohort.groei(tmp_path / "x.xlsx", per="student", eenheid="evl", breed=True)
    assert [regel[1:3] for regel in sorted(antwoord.fetchall())] == [
        (date(2026, 9, 30), 1), (date(2026, 10, 31), 1), (date(2026, 11, 30), 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("keuze", "zin"), [
    ({"stap": "jaar"}, "stap='jaar' kan niet; kies uit: 'week', 'maand' of 'kwartaal'"),
    ({"datumvorm": "mm-dd-jjjj"}, "datumvorm='mm-dd-jjjj' kan niet; kies uit: 'jjjj-mm-dd' of 'dd-mm-jjjj'"),
    ({"tot": "24-11-2026"}, "tot='24-11-2026' is geen dag"),
    ({"eenheid": "module"}, "eenheid='module' kan niet"),
    ({"datum": "criterium"}, "criterium en datum zijn twee verschillende kolommen"),
    ({"per": "periode"}, "geef de kolom 'periode' een andere naam"),
    ({"datum": "dag"}, "de tabel heeft geen kolom 'dag'"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_before_anything_is_counted(keuze: dict[str, Any], zin: str) -> None:
    regels = [{"student": "a", "periode": "a", "criterium": "weg", "datum": "2026-11-24"}]
    with pytest.raises(lu.Fout) as fout:
        cohort.groei(regels, **{"per": "student", **keuze})
    assert zin in str(fout.value)


def test_days_do_not_matter_where_they_are_not_asked_for(snel: Motor) -> None:
    tabel = snel.maak([("a", "WP1.1a", "gisteren")], KOLOMMEN)
    assert snel.lees(cohort.voortgang(tabel, per="student"))[1] == [("a", "WP1", 1, 4)]
