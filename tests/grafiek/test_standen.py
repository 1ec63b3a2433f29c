"""What a heatmap takes: a Voortgang or a table of any engine; and what it refuses, with every fault named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import leeruitkomsten as lu
from conftest import maak
from grafiek.tekeningen import bewijs, helft
from leeruitkomsten import GeenKolom, OngeldigeVraag, Raamwerk, cohort, grafiek

Regels = list[dict[str, Any]]
SOORTEN: dict[str, Callable[[Regels], Any]] = {
    "lijst": list,
    "tuple": tuple,
    "pandas": pd.DataFrame,
    "pandas met Int64": lambda regels: pd.DataFrame(regels).convert_dtypes(),
    "Polars": pl.DataFrame,
    "Polars, lui": pl.LazyFrame,
    "PyArrow": pa.Table.from_pylist,
    "DuckDB": lambda regels: duckdb.from_arrow(pa.Table.from_pylist(regels)),
}


def spec(kader: Raamwerk, stand: Any) -> dict[str, Any]:
    return grafiek.heatmap(kader, stand).to_dict()


@pytest.mark.dagelijks("tuple", "pandas met Int64", "DuckDB")
@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_of_table_gives_the_same_chart(kader: Raamwerk, soort: str) -> None:
    regels = cohort.per_criterium(bewijs(kader), per="student")
    assert spec(kader, SOORTEN[soort](regels)) == spec(kader, regels)
    assert spec(kader, SOORTEN[soort](regels[::-1])) == spec(kader, regels)


@pytest.mark.dagelijks("pandas", "Polars, lui")
@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if soort != "tuple"])
def test_what_cohort_gives_is_taken_as_it_is(kader: Raamwerk, soort: str) -> None:
    tabel = SOORTEN[soort](bewijs(kader))
    verwacht = spec(kader, cohort.per_criterium(bewijs(kader), per="student"))
    assert spec(kader, cohort.per_criterium(tabel, per="student")) == verwacht
    assert spec(kader, cohort.tel(tabel, per="student")) == spec(kader, cohort.tel(bewijs(kader), per="student"))


def onder(kader: Raamwerk, stand: Any, **anders: Any) -> str:
    return str(grafiek.heatmap(kader, stand, **anders).to_dict()["description"])


def test_the_denominator_is_named_and_only_students_are_called_so(kader: Raamwerk) -> None:
    regels = cohort.per_criterium(bewijs(kader), per="student")
    assert "Geteld: alle 7." in onder(kader, regels)
    assert "student" not in onder(kader, regels)
    assert "Geteld: 7 studenten." in onder(kader, regels, per="studentnummer")
    assert "Geteld: 7 × klas." in onder(kader, regels, per="klas")
    assert "student" not in onder(kader, regels, per="klas")
    per_klas = cohort.tel([{"klas": "2A", "criterium": "WP1.1a"}], per="klas")
    assert "Van 1 × klas, zonder lijst" in onder(kader, per_klas)
    telling = cohort.tel(bewijs(kader), per="student")
    assert "Van 7 studenten, zonder lijst van studenten: alleen wie bewijs heeft." in onder(kader, telling)
    lijst = [f"s{nummer}" for nummer in range(9)]
    met_lijst = cohort.tel(bewijs(kader), per="student", studenten=lijst)
    assert "Van 9 studenten op de lijst, van wie 2 zonder bewijs." in onder(kader, met_lijst)


def test_two_beside_each_other_are_two_of_one_kind_with_names(kader: Raamwerk) -> None:
    regels, stand = cohort.per_criterium(bewijs(kader), per="student"), kader.voortgang(helft(kader))
    for samen in ({"een": regels}, {"een": regels, "twee": regels, "drie": regels}, {"een": regels, " ": regels}):
        with pytest.raises(OngeldigeVraag, match="geef er twee om naast elkaar te zetten, elk met een naam"):
            grafiek.heatmap(kader, samen)
    vreemd: Any = {"een": regels, 2: regels}
    with pytest.raises(OngeldigeVraag, match="elk met een naam"):
        grafiek.heatmap(kader, vreemd)
    with pytest.raises(OngeldigeVraag, match="twee studenten of momenten"):
        grafiek.heatmap(kader, {"een": regels, "twee": stand})
    momenten = {"voor": kader.voortgang([]), "na": stand}
    uit = grafiek.heatmap(kader, momenten).to_dict()
    assert {regel["kolom"] for bron in uit["datasets"].values() for regel in bron} == {
        f"Niveau {n}\n{naam}" for n in range(1, 5) for naam in momenten
    }


def test_two_days_can_be_told_apart(kader: Raamwerk) -> None:
    dagen = {dag: kader.voortgang([]) for dag in ("2026-09-30", "2026-09-31")}
    uit = grafiek.heatmap(kader, dagen).to_dict()
    assert {regel["kolom"].split("\n")[1] for bron in uit["datasets"].values() for regel in bron} == {*dagen}


def in_klassen(kader: Raamwerk) -> Regels:
    """The evidence of three classes."""
    return [{**regel, "klas": f"2{'ABC'[int(str(regel['student'])[1:]) % 3]}"} for regel in bewijs(kader)]


@pytest.mark.dagelijks("pandas", "Polars, lui")
@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if soort != "tuple"])
def test_two_groups_of_a_count_stand_beside_each_other(kader: Raamwerk, soort: str) -> None:
    regels = in_klassen(kader)
    lijst = [{"student": regel["student"], "klas": regel["klas"]} for regel in regels]
    lijst.append({"student": "s90", "klas": "2B"})
    telling = cohort.tel(SOORTEN[soort](regels), per="student", studenten=lijst, groep="klas")

    def apart(klas: str) -> Any:
        van = [regel for regel in regels if regel["klas"] == klas]
        return cohort.tel(van, per="student", studenten=[wie["student"] for wie in lijst if wie["klas"] == klas])

    samen = grafiek.heatmap(kader, telling, naast=["2B", "2A"])
    assert samen.to_dict() == grafiek.heatmap(kader, {naam: apart(naam) for naam in ("2B", "2A")}).to_dict()
    assert "op de lijst, van wie 1 zonder bewijs" in samen.to_dict()["description"]
    tabel = grafiek.heatmap(kader, telling.per_criterium(), per="student", groep="klas", naast=["2B", "2A"]).to_dict()
    assert tabel["datasets"] == samen.to_dict()["datasets"]


def test_groups_that_are_not_two_are_refused_by_their_names(kader: Raamwerk) -> None:
    telling = cohort.tel(in_klassen(kader), per="student", groep="klas")
    for naast in (None, ["2A"], ["2A", "2A"], ["2A", "2D"]):
        with pytest.raises(OngeldigeVraag, match="kies met naast twee van '2A', '2B' en '2C'") as fout:
            grafiek.heatmap(kader, telling, naast=naast)
        assert fout.value.gegevens == {"naast": naast, "mogelijk": ("2A", "2B", "2C")}
    with pytest.raises(OngeldigeVraag, match="twee van geen groepen"):
        grafiek.heatmap(kader, [{"klas": "2A"}][:0], groep="klas")
    for gegeven, anders in ((telling, {"groep": "klas"}), (telling.voortgang(), {"naast": ["2A", "2B"]})):
        with pytest.raises(OngeldigeVraag, match="groep= en naast= zijn voor een tabel met groepen"):
            grafiek.heatmap(kader, gegeven, **anders)
    for tabel in (telling.per_criterium(), pd.DataFrame(telling.per_criterium())):
        with pytest.raises(GeenKolom, match="geen kolom 'school'"):
            grafiek.heatmap(kader, tabel, groep="school")


def test_other_columns_do_not_matter(kader: Raamwerk) -> None:
    regels = cohort.per_criterium(bewijs(kader), per="student")
    assert spec(kader, [{"x": 1, **regel} for regel in regels]) == spec(kader, regels)


class Tweeslachtig:
    """A value that does not say whether it is equal to itself, as columns of several values do not."""

    __hash__ = None

    def __ne__(self, other: object) -> bool:
        raise ValueError

    def __repr__(self) -> str:
        return "Reeks van 2"


def regels_van(kader: Raamwerk, **anders: Any) -> Regels:
    """A sound table, but for the lines of some criteria (their codes with `_` for the dot)."""
    regels = [{"criterium": c.code, "aangetoond": 1, "totaal": 3} for c in kader.succescriteria]
    return [regel | anders.get(str(regel["criterium"]).replace(".", "_"), {}) for regel in regels]


FOUTEN: list[tuple[dict[str, Any], str]] = [
    ({"criterium": "wp1.1a"}, "'wp1.1a' is geen succescriterium van dit raamwerk; bedoelde je 'WP1.1a'?"),
    ({"criterium": "wp1.1a"}, "er is geen regel voor WP1.1a"),
    ({"criterium": "WP1.2a"}, "'WP1.2a' staat er 2 keer"),
    ({"criterium": None}, "regel 1: hier hoort een code, er staat leeg"),
    ({"aangetoond": 4}, "'WP1.1a': 4 aangetoond is meer dan het totaal van 3"),
    ({"aangetoond": -1}, "'WP1.1a': aangetoond is -1; hier hoort een geheel getal van 0 of meer"),
    ({"aangetoond": None}, "'WP1.1a': aangetoond is leeg; hier hoort een geheel getal van 0 of meer"),
    ({"aangetoond": float("nan")}, "'WP1.1a': aangetoond is leeg; hier hoort een geheel getal van 0 of meer"),
    ({"aangetoond": 1.5}, "'WP1.1a': aangetoond is 1.5; hier hoort een geheel getal van 0 of meer"),
    ({"criterium": None, "totaal": None}, "regel 1: totaal is leeg; hier hoort een geheel getal van 0 of meer"),
    ({"totaal": 5}, "het totaal is niet overal gelijk: 3, 5"),
]  # fmt: skip
GEMENGD: list[tuple[dict[str, Any], str]] = [
    ({"criterium": 7}, "regel 1: hier hoort een code, er staat 7"),
    ({"aangetoond": float("nan"), "totaal": "3"}, "'WP1.1a': aangetoond is leeg en totaal is '3'; hier hoort een geheel getal"),
    ({"aangetoond": True}, "'WP1.1a': aangetoond is True; hier hoort een geheel getal van 0 of meer"),
    ({"aangetoond": pd.NA}, "'WP1.1a': aangetoond is leeg; hier hoort een geheel getal van 0 of meer"),
    ({"criterium": pd.NA}, "regel 1: hier hoort een code, er staat leeg"),
    ({"criterium": pd.NaT}, "regel 1: hier hoort een code, er staat leeg"),
    ({"aangetoond": [1, 2]}, "'WP1.1a': aangetoond is een lijst; hier hoort een geheel getal van 0 of meer"),
    ({"aangetoond": np.array([1, 2])}, "'WP1.1a': aangetoond is een lijst; hier hoort een geheel getal van 0 of meer"),
    ({"criterium": np.array([["WP1.1a"]])}, "regel 1: hier hoort een code, er staat een lijst"),
    ({"criterium": pd.Series([1, 2])}, "regel 1: hier hoort een code, er staat een lijst"),
    ({"aangetoond": np.float64(1.5)}, "'WP1.1a': aangetoond is 1.5; hier hoort een geheel getal van 0 of meer"),
]  # fmt: skip
"""Lines that no column of one type holds."""
VRIJ = ("lijst", "tuple", "pandas", "pandas met Int64")
"""The kinds of table whose columns need no type."""


@pytest.mark.parametrize(
    ("soort", "anders", "reden"),
    [(soort, *fout) for soort in SOORTEN for fout in FOUTEN] + [(soort, *fout) for soort in VRIJ for fout in GEMENGD],
)
def test_lines_that_do_not_add_up_are_named(kader: Raamwerk, soort: str, anders: dict[str, Any], reden: str) -> None:
    with pytest.raises(ValueError, match="deze tabel is geen telling per criterium van een cohort:") as fout:
        grafiek.heatmap(kader, SOORTEN[soort](regels_van(kader, WP1_1a=anders)))
    assert f"- {reden}" in str(fout.value)


def test_a_cell_that_is_neither_equal_nor_unequal_to_itself_is_shown(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match=r"regel 1: hier hoort een code, er staat Reeks van 2"):
        grafiek.heatmap(kader, regels_van(kader, WP1_1a={"criterium": Tweeslachtig()}))


def test_every_fault_is_named_at_once(kader: Raamwerk) -> None:
    regels = regels_van(kader, WP1_1a={"aangetoond": 9}, WP1_2a={"totaal": None}, WP1_3a={"criterium": "WP9.9z"})
    with pytest.raises(ValueError, match="geen telling") as fout:
        grafiek.heatmap(kader, regels)
    assert str(fout.value).count("\n- ") == 4
    assert all(deel in str(fout.value) for deel in ("'WP1.1a': 9", "'WP1.2a': totaal", "'WP9.9z'", "regel voor WP1.3a"))


def test_nobody_to_count_is_refused(kader: Raamwerk) -> None:
    niemand = cohort.per_criterium(
        pd.DataFrame({"student": pd.Series(dtype="str"), "criterium": pd.Series(dtype="str")}), per="student"
    )
    with pytest.raises(ValueError, match="het totaal is 0: er is niemand geteld"):
        grafiek.heatmap(kader, niemand)


@pytest.mark.parametrize("leeg", [[], pd.DataFrame(columns=["criterium", "aangetoond", "totaal"])])
def test_an_empty_table_is_refused(klein: Raamwerk, leeg: Any) -> None:
    with pytest.raises(ValueError, match=r"er is geen regel voor PED1.1a, A1.1a"):
        grafiek.heatmap(klein, leeg)


@pytest.mark.parametrize("soort", SOORTEN)
def test_missing_columns_are_named(kader: Raamwerk, soort: str) -> None:
    tabel = SOORTEN[soort]([{"criteria": "WP1.1a", "aangetoond": 1, "1": 2}])
    with pytest.raises(GeenKolom, match=r"geen kolom 'criterium'; bedoelde je 'criteria'\?") as fout:
        grafiek.heatmap(kader, tabel)
    assert fout.value.gevraagd == ("criterium", "totaal")


def test_a_column_twice_is_refused(kader: Raamwerk) -> None:
    dubbel = pd.DataFrame([["WP1.1a", 1, 2, 2]], columns=["criterium", "aangetoond", "totaal", "totaal"])
    with pytest.raises(ValueError, match="meer dan één kolom 'totaal'"):
        grafiek.heatmap(kader, dubbel)


@pytest.mark.parametrize("vreemd", ["WP1.1a", 3, None, [1, 2], {"WP1.1a"}])
def test_what_is_no_table_is_refused(kader: Raamwerk, vreemd: Any) -> None:
    with pytest.raises(
        TypeError, match=r"deze grafiek toont een Voortgang of een tabel van cohort.per_criterium, niet '"
    ):
        grafiek.heatmap(kader, vreemd)


def test_a_voortgang_of_another_framework_is_refused(kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(OngeldigeVraag, match=r"de voortgang is van 'werkplekleren' .*\n- hier is het 'klein' [^\n]*$"):
        grafiek.heatmap(klein, kader.voortgang(["WP1.1a"]))
    met, zonder = maak(["A"], 2, {"A1.1a": "x", "A2.1a": "y"}), maak(["A"], 2, {"A1.1a": "x", "A2.1b": "y"})
    with pytest.raises(OngeldigeVraag, match=r"\n- luidt hier anders: A2.1a$"):
        grafiek.heatmap(zonder, met.voortgang(["A2.1a"], niveau=1))


TELLINGEN: dict[str, Callable[[Raamwerk], Any]] = {
    "voortgang": lambda kader: kader.voortgang(helft(kader)),
    "telling": lambda kader: cohort.tel(bewijs(kader), per="student", raamwerk=kader),
    "dekking": lambda kader: kader.dekking({"Stage": ["WP2"]}),
}
"""What a framework counted, by its name."""


@pytest.mark.parametrize("soort", TELLINGEN)
def test_what_another_version_counted_is_refused(kader: Raamwerk, soort: str) -> None:
    teken = grafiek.dekking if soort == "dekking" else grafiek.heatmap
    ander = lu.laad(errata=True)
    codes = ", ".join(c.code for c in kader.succescriteria if c.code in {erratum.code for erratum in kader.errata})
    for hier, daar in ((kader, ander), (ander, kader)):
        assert f"versie {hier.versie} " in teken(hier, TELLINGEN[soort](hier)).to_dict()["description"]
        with pytest.raises(OngeldigeVraag, match=rf"(?s)^deze {soort} is van een .*\n- luiden hier anders: {codes}$"):
            teken(hier, TELLINGEN[soort](daar))


def test_another_edition_is_refused_also_where_the_niveau_that_was_counted_reads_the_same() -> None:
    een, ander = (maak(["A"], 2, {"A1.1a": "x", "A2.1a": tekst}) for tekst in ("y", "z"))
    with pytest.raises(OngeldigeVraag, match=r"\n- de sleutel en de versie zijn gelijk, de inhoud is dat niet$"):
        grafiek.heatmap(ander, een.voortgang(["A1.1a"], niveau=1))


def test_what_was_shown_elsewhere_is_said(kader: Raamwerk) -> None:
    def onder(codes: list[str], niveau: int) -> str:
        return " ".join(spec(kader, kader.voortgang(codes, niveau=niveau))["title"]["subtitle"])

    assert "Ook aangetoond: 1 succescriterium van eerdere niveaus en 2 succescriteria van latere niveaus." in onder(
        ["WP1.1a", "WP3.1a", "WP4.1a"], 2
    )
    assert "Ook" not in onder(["WP2.1a"], 2)


def test_a_dekking_or_a_telling_of_another_framework_is_refused(kader: Raamwerk, klein: Raamwerk) -> None:
    reden = r"- de {} is van 'werkplekleren' .*\n- hier is het 'klein' [^\n]*$"
    with pytest.raises(OngeldigeVraag, match=reden.format("dekking")):
        grafiek.dekking(klein, kader.dekking({}))
    with pytest.raises(OngeldigeVraag, match=reden.format("telling")):
        grafiek.heatmap(klein, cohort.tel(bewijs(kader), per="student"))


def test_what_is_no_dekking_is_refused(kader: Raamwerk) -> None:
    koppelingen: Any = {"Stage": ["WP1"]}
    with pytest.raises(TypeError, match=r"deze grafiek toont een Dekking, zoals raamwerk.dekking.* geeft, niet 'dict'"):
        grafiek.dekking(kader, koppelingen)
