"""Where a curriculum does not follow the build-up of the framework: by row and by suggested pair."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Aandachtspunt, Raamwerk
from test_tabel import Lezer


def punten(gevonden: Any) -> list[tuple[Any, ...]]:
    return [(p.diepte, p.verdieping, p.module, p.basis, p.basismodule) for p in gevonden]


def test_a_pair_shows_what_its_row_hides() -> None:
    """WD2.3a came earlier: by row niveau 2 comes first, and still WD3.3b stands before its own foundation."""
    dekking = lu.dekking({"A": "WD2.3a, EvL1", "B": "WD3.3b", "C": "WD2.3b"})
    assert dekking.omgekeerd == (Aandachtspunt("omgekeerd", "paar", "WD.3", "WD3.3b", "B", "WD2.3b", "C"),)
    assert str(dekking.omgekeerd) == "WD.3: paar (suggestie): WD3.3b (B) komt vóór WD2.3b (C)"
    assert dekking.zonder_basis == ()


def test_a_row_shows_what_no_pair_can() -> None:
    """WPO2.2 has two criteria and WPO3.2 one: which deepens into which nobody says."""
    dekking = lu.dekking({"A": "WPO3.2a", "B": "WPO2.2a", "C": "WPO1"})
    assert punten(dekking.omgekeerd) == [("rij", "WPO2.2", "B", "WPO1.2", "C"), *[
        ("paar", "WPO2.2a", "B", "WPO1.2a", "C"), ("rij", "WPO3.2", "A", "WPO1.2", "C"), ("rij", "WPO3.2", "A", "WPO2.2", "B"),
    ]]  # fmt: skip


def test_a_foundation_that_is_never_taught_is_named_at_both_depths() -> None:
    dekking = lu.dekking({"A": "WP3.4b", "B": "WP2.4a", "C": "WP1.4a"})
    assert punten(dekking.zonder_basis) == [("paar", "WP3.4b", "A", "WP2.4b", None)]
    assert str(dekking.zonder_basis) == (
        "WP.4: paar (suggestie): WP3.4b (A) heeft geen basis: WP2.4b komt in geen module voor"
    )
    zonder = lu.dekking({"A": "WP3.4b"}).zonder_basis
    assert punten(zonder) == [
        ("rij", "WP3.4", "A", "WP1.4", None), ("rij", "WP3.4", "A", "WP2.4", None), ("paar", "WP3.4b", "A", "WP2.4b", None),
    ]  # fmt: skip
    assert str(zonder[1]) == "WP.4: niveau 3 (A) heeft geen basis: niveau 2 komt in geen module voor"
    assert (zonder[1].niveau, zonder[1].basisniveau) == (3, 2)


def test_an_empty_cel_is_no_foundation() -> None:
    assert lu.dekking({"A": ["WP2.5a", "WP2.5b"]}).zonder_basis == ()  # WP.5 begins at niveau 2


def gewoon(kader: Raamwerk, plan: dict[str, list[str]], plaats: dict[str, int]) -> set[tuple[Any, ...]]:
    """The plain computation: of every two cells of a row, and of every two criteria that are a pair, who comes first."""
    wie = {
        c.code: [m for m, codes in plan.items() if {c.code, c.leeruitkomst, c.rij} & {*codes}]
        for c in kader.succescriteria
    }
    gevonden: set[tuple[Any, ...]] = set()
    for laag, hoog in itertools.combinations(kader.niveaus, 2):
        for stap in kader.verdieping(laag.nummer, hoog.nummer):
            lijn, _, nummer = stap.rij.partition(".")
            cellen = [
                ("rij", f"{lijn}{n.nummer}.{nummer}", tuple(c.code for c in cel))
                for n, cel in ((laag, stap.van), (hoog, stap.naar))
            ]
            kanten = [cellen] if stap.van and stap.naar else []
            kanten += [[("paar", c.code, (c.code,)) for c in paar] for paar in stap.paren]
            for (diepte, basis, onder), (_, verdieping, boven) in kanten:
                eerst, dan = ([m for m in plan if any(m in wie[c] for c in codes)] for codes in (onder, boven))
                if dan and (not eerst or min(plaats[m] for m in dan) < min(plaats[m] for m in eerst)):
                    gevonden.add(("omgekeerd" if eerst else "zonder_basis", diepte, stap.rij, verdieping, basis))
    return gevonden


@given(st.data())
def test_points_agree_with_a_plain_computation(elk: Raamwerk, data: st.DataObject) -> None:
    codes = [c.code for deel in (elk.succescriteria, elk.leeruitkomsten, elk.rijen) for c in deel]
    namen = data.draw(st.lists(st.sampled_from("abcdef"), unique=True))
    plan = {naam: data.draw(st.lists(st.sampled_from(codes), max_size=6)) if codes else [] for naam in namen}
    moment = {naam: data.draw(st.integers(1, 3)) for naam in namen}
    regels = [{"m": m, "c": "\n".join(codes), "v": moment[m]} for m, codes in plan.items()]
    dekking = elk.dekking(regels, module="m", criterium="c", volgorde="v")
    alle = [*dekking.omgekeerd, *dekking.zonder_basis]
    assert {(p.soort, p.diepte, p.rij, p.verdieping, p.basis) for p in alle} == gewoon(elk, plan, moment)
    assert len({*alle}) == len(alle)
    for punt in alle:
        assert (punt.basismodule is None) == (punt.soort == "zonder_basis")
        assert punt.basismodule is None or moment[str(punt.module)] < moment[str(punt.basismodule)]
    assert dekking == elk.dekking(sorted(regels, key=lambda r: moment[r["m"]]), module="m", criterium="c", volgorde="v")


def test_its_table_says_that_pairs_are_a_suggestion() -> None:
    dekking = lu.dekking({"<b>": "WD3.3b", "C": "WD2.3b"})
    tabel = dekking.omgekeerd._tabel()
    assert tabel.kop == ("Rij", "Diepte", "Verdieping", "In", "Basis", "In", "Wat")
    assert [rij[1] for rij in tabel.rijen] == ["rij", "paar"]
    assert tabel.voet == "Paren zijn gekoppeld op de volgorde van de criteria in hun cel; dat is een suggestie."
    assert dekking.omgekeerd[:1]._tabel().voet == ""
    assert "<b>" in Lezer(dekking._repr_html_()).tekst
    assert dekking.zonder_basis._tabel().rijen[0][-2:] == ("–", "zonder basis")
    assert dekking.omgekeerd.records()[1] == {
        "soort": "omgekeerd", "diepte": "paar", "rij": "WD.3", "verdieping": "WD3.3b", "module": "<b>",
        "basis": "WD2.3b", "basismodule": "C", "niveau": 3, "basisniveau": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("plan", "zinnen"),
    [
        ({"A": "WP2.4a, WP2.4b, WP3.4a, WP3.4b, WP4.4a, WP4.4b"}, ["Een verdieping zonder haar basis: WP.4: niveau 2, 3 en 4 zonder niveau 1."]),
        ({"A": "WP4.4a, WP4.4b, WP2.4a, WP2.4b"}, ["Een verdieping zonder haar basis: WP.4: niveau 2 zonder niveau 1; niveau 4 zonder niveau 1 en 3."]),
        ({"A": "WP4.1a", "B": "WP1.1a", "C": "WP2.1a, WP2.1b"}, [
            "Een verdieping komt vóór haar basis: WP.1: niveau 4 (A) komt vóór niveau 1 (B); niveau 4 (A) komt vóór niveau 2 (C).",
            "Een verdieping zonder haar basis: WP.1: niveau 4 zonder niveau 3.",
        ]),
        ({"A": "WD2.3a, WD1", "B": "WD3.3b", "C": "WD2.3b"}, [
            "Een verdieping komt vóór haar basis: WD.3: paar (suggestie): WD3.3b (B) komt vóór WD2.3b (C).",
        ]),
    ],
)  # fmt: skip
def test_below_a_count_a_row_is_one_sentence(plan: dict[str, str], zinnen: list[str]) -> None:
    dekking = lu.dekking(plan)
    paren = any(p.diepte == "paar" for p in (*dekking.omgekeerd, *dekking.zonder_basis))
    slot = ["Paren zijn gekoppeld op de volgorde van de criteria in hun cel; dat is een suggestie."] * paren
    assert dekking._tabel().voet.splitlines() == [*zinnen, *slot]


def test_many_sentences_are_counted() -> None:
    kader = lu.laad()
    assert len(kader.dekking({"A": "EvL4"})._tabel().voet.splitlines()) == 21
