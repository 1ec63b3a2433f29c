"""What changed from one framework to another."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections import Counter
from typing import Any

import attrs
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens
from leeruitkomsten.codes import nummer
from leeruitkomsten.identiteit import Kenmerk
from leeruitkomsten.model import Rijnaam
from leeruitkomsten.record import Reeks
from leeruitkomsten.vergelijking import DREMPEL, Soort, Vergelijking, Wijziging, lijkt, tel_woorden

LEEG = {"titel": "Bron", "sha256": "", "verwijzingen": [], "verantwoording": [], "op_inhoud_geplaatst": []}


def rij_en_letter(code: str) -> tuple[int, int]:
    """Where a criterium stands in its leeruitkomst: row 10 after row 9, bullet aa after bullet z."""
    delen = lu.ontleed(code)
    return delen.rij or 0, nummer(delen.letter or "")


def raamwerk(
    criteria: dict[str, str] | None = None,
    *,
    naam: str = "Proef",
    leerlijnen: dict[str, str] | None = None,
    uitkomsten: dict[str, str] | None = None,
    fasen: tuple[str, ...] = ("Start", "Einde"),
    begeleiding: dict[int, str] | None = None,
    vervallen: dict[str, list[str]] | None = None,
) -> Raamwerk:
    """A small, sound framework; what is not given is the same in each."""
    lijnen: list[dict[str, Any]] = []
    for lijn, lijnnaam in (leerlijnen or {"A": "Leren"}).items():
        delen = []
        for n in range(1, len(fasen) + 1):
            eigen = [c for c in criteria or {} if c.startswith(f"{lijn}{n}.")]
            eigen.sort(key=rij_en_letter)
            delen.append(
                {
                    "code": f"{lijn}{n}",
                    "tekst": (uitkomsten or {}).get(f"{lijn}{n}", f"Uitkomst {n} van {lijnnaam}."),
                    "succescriteria": [{"code": c, "tekst": (criteria or {})[c]} for c in eigen],
                }
            )
        lijnen.append({"code": lijn, "naam": lijnnaam, "leeruitkomsten": delen})
    weg = [{"code": c, "opvolgers": o, "sinds": "2.0", "reden": "proef"} for c, o in (vervallen or {}).items()]
    niveaus = [
        {"nummer": n, "fase": fase, "begeleiding": (begeleiding or {}).get(n)} for n, fase in enumerate(fasen, 1)
    ]
    kop = {"formaat": 2, "sleutel": "proef", "naam": naam, "versie": "1.0", "datum": "2026-01-01", "taal": "nl"}
    kop |= {"uitgever": None, "licentie": None, "bron": LEEG, "inleiding": []}
    return uit_gegevens({**kop, "niveaus": niveaus, "leerlijnen": lijnen, "errata": [], "vervallen": weg})


WOORDEN = st.sampled_from(["je", "leest", "collega's", "boek", "brief", "plant", "les", "en"])
ZINNEN = st.lists(WOORDEN, min_size=1, max_size=6).map(" ".join)
CODES = [f"{lijn}{n}.{rij}{letter}" for lijn in "AB" for n in "12" for rij in "12" for letter in "ab"]
KADERS = st.builds(
    raamwerk,
    st.dictionaries(st.sampled_from(CODES), ZINNEN, max_size=8),
    naam=st.sampled_from(["Proef", "Toets"]),
    leerlijnen=st.dictionaries(st.sampled_from("ABC"), ZINNEN, min_size=1),
    uitkomsten=st.dictionaries(st.sampled_from(["A1", "A2", "B1", "C2"]), ZINNEN),
    fasen=st.lists(st.sampled_from(["Start", "Einde", "Top"]), min_size=1, max_size=3).map(tuple),
    begeleiding=st.dictionaries(st.integers(1, 3), ZINNEN),
)
OMGEKEERD: dict[Soort, Soort] = {"toegevoegd": "vervallen", "vervallen": "toegevoegd"}


def omgekeerd(w: Wijziging) -> Wijziging:
    """The same change from the other side."""
    soort: Soort = OMGEKEERD.get(w.soort, w.soort)
    return attrs.evolve(w, soort=soort, oud=w.nieuw, nieuw=w.oud, van=w.naar, naar=w.van, opvolgers=())


def zinnen(oud: Raamwerk, nieuw: Raamwerk) -> list[str]:
    return [str(w) for w in lu.vergelijk(oud, nieuw)]


LEEST = {"A1.1a": "Je leest een boek."}
ANDER = "Niemand kookt morgen soep."


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ({}, {"A1.2a": "Je leest."}, "succescriterium A1.2a is toegevoegd: Je leest."),
        ({"A1.2a": "Je leest."}, {}, "succescriterium A1.2a is vervallen: Je leest."),
        (
            LEEST, {"A1.1a": "Je leest een verhaal."},
            "de tekst van succescriterium A1.1a is gewijzigd: Je leest een [-boek-] {+verhaal+}.",
        ),
        (LEEST, {"A2.1a": "Je leest een boek."}, "succescriterium A1.1a is verplaatst naar A2.1a: Je leest een boek."),
        (LEEST, {"A1.2a": "Je leest een boek."}, "succescriterium A1.1a is verplaatst naar A1.2a: Je leest een boek."),
        (LEEST, {"A1.1b": "Je leest een boek."}, "succescriterium A1.1a heet nu A1.1b: Je leest een boek."),
        (LEEST, {"A1.11a": "Je leest een boek."}, "succescriterium A1.1a is verplaatst naar A1.11a: Je leest een boek."),
        (
            LEEST, {"A1.2a": "Je leest een krant."},
            "succescriterium A1.1a is misschien A1.2a geworden (75% gelijk): Je leest een [-boek-] {+krant+}.",
        ),
    ],
)  # fmt: skip
def test_a_change_of_a_criterium_is_one_dutch_sentence(oud: dict[str, str], nieuw: dict[str, str], zin: str) -> None:
    assert zinnen(raamwerk(oud), raamwerk(nieuw)) == [zin]


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort"),
    [
        ("A1.1z", "A1.1aa", "hernummerd"),
        ("A12.3ab", "A12.3b", "hernummerd"),
        ("A1.1aa", "A11.1aa", "verplaatst"),
        ("A1.1aa", "A1.11aa", "verplaatst"),
        ("A1.2aa", "A12.2aa", "verplaatst"),
    ],
)
def test_codes_of_many_niveaus_and_many_bullets_are_read_in_full(oud: str, nieuw: str, soort: str) -> None:
    kaders = (raamwerk({code: "Je leest een boek."}, fasen=tuple("abcdefghijkl")) for code in (oud, nieuw))
    [wijziging] = lu.vergelijk(*kaders)
    assert (wijziging.soort, wijziging.oud, wijziging.nieuw) == (soort, oud, nieuw)
    [regel] = wijziging.records()
    uitkomst, _, einde = nieuw.partition(".")
    assert (regel["criterium"], regel["leeruitkomst"], regel["leerlijn"]) == (nieuw, uitkomst, "A")
    assert (regel["rij"], regel["niveau"]) == (f"A.{einde.rstrip('abz')}", int(uitkomst[1:]))


@pytest.mark.parametrize(
    ("nieuw", "zin"),
    [
        ({"naam": "Toets"}, "de naam van het raamwerk is gewijzigd: [-Proef-]{+Toets+}"),
        ({"leerlijnen": {"A": "Doen"}}, "de naam van leerlijn A is gewijzigd: [-Leren-]{+Doen+}"),
        ({"leerlijnen": {"B": "Leren"}}, "leerlijn A heet nu B: Leren"),
        ({"leerlijnen": {"A": "Leren", "B": "Doen"}}, "leerlijn B is toegevoegd: Doen"),
        ({"leerlijnen": {"B": "Doen"}}, "leerlijn A is vervallen: Leren"),
        (
            {"uitkomsten": {"A2": "Uitkomst 2 van Doen."}},
            "de tekst van leeruitkomst A2 is gewijzigd: Uitkomst 2 van [-Leren-] {+Doen+}.",
        ),
        ({"fasen": ("Start", "Slot")}, "de fase van niveau 2 is gewijzigd: [-Einde-]{+Slot+}"),
        ({"fasen": ("Start", "Einde", "Top")}, "niveau 3 is toegevoegd: Top"),
        ({"fasen": ("Start",)}, "niveau 2 is vervallen: Einde"),
        (
            {"begeleiding": {1: "zelfstandig"}},
            "de begeleiding van niveau 1 is gewijzigd: [-niet vermeld-]{+zelfstandig+}",
        ),
    ],
)
def test_a_change_of_anything_else_is_one_dutch_sentence(nieuw: dict[str, Any], zin: str) -> None:
    assert zin in zinnen(raamwerk(), raamwerk(**nieuw))


def test_an_end_says_what_follows() -> None:
    nieuw = raamwerk(LEEST, vervallen={"A1.2a": ["A1.1a", "A2"]})
    zin = f"succescriterium A1.2a is vervallen, opgevolgd door A1.1a en A2: {ANDER}"
    assert zinnen(raamwerk({**LEEST, "A1.2a": ANDER}), nieuw) == [zin]


def test_a_stated_successor_goes_before_likeness() -> None:
    oud = raamwerk(LEEST)
    nieuw = raamwerk({"A1.2a": "Je leest een krant.", "A2.1a": ANDER}, vervallen={"A1.1a": ["A2.1a"]})
    assert [w.opvolgers for w in lu.vergelijk(oud, nieuw) if w.oud == "A1.1a"] == [("A2.1a",)]


def test_code_goes_before_text_and_text_before_likeness() -> None:
    oud = raamwerk({"A1.1a": "Je leest een boek.", "A1.2a": ANDER})
    nieuw = raamwerk({"A1.1a": ANDER, "A1.3a": "Je leest een krant.", "A1.4a": "Je leest een boek."})
    gevonden = [(w.soort, w.oud, w.nieuw, w.gelijkenis) for w in lu.vergelijk(oud, nieuw)]
    assert gevonden == [
        ("gewijzigd", "A1.1a", "A1.1a", None),
        ("toegevoegd", None, "A1.3a", None),
        ("toegevoegd", None, "A1.4a", None),
        ("vervallen", "A1.2a", None, None),
    ]
    naar = raamwerk({"A1.3a": "Je leest een krant.", "A1.4a": "Je leest een boek."})
    assert [w.soort for w in lu.vergelijk(raamwerk(LEEST), naar)] == ["toegevoegd", "verplaatst"]


def test_a_text_that_stands_twice_is_matched_in_source_order() -> None:
    oud, nieuw = raamwerk({"A1.1a": "Hoi.", "A1.2a": "Hoi."}), raamwerk({"A2.1a": "Hoi.", "A2.2a": "Hoi."})
    assert [(w.oud, w.nieuw) for w in lu.vergelijk(oud, nieuw)] == [("A1.1a", "A2.1a"), ("A1.2a", "A2.2a")]


@pytest.mark.parametrize(
    ("oud", "nieuw", "gekoppeld"),
    [
        (["A1.1a", "A1.2a", "A1.3a"], ["A2.1a", "A2.2a"], [("A1.1a", "A2.1a"), ("A1.2a", "A2.2a"), ("A1.3a", None)]),
        (["A1.1a", "A1.2a"], ["A2.1a", "A2.2a", "A2.3a"], [("A1.1a", "A2.1a"), ("A1.2a", "A2.2a"), (None, "A2.3a")]),
        (["A1.1a", "A1.2a"], ["A1.2a", "A2.1a"], [("A1.1a", "A2.1a")]),
    ],
)
def test_a_text_that_stands_more_often_on_one_side_is_told_of_once_for_each(
    oud: list[str], nieuw: list[str], gekoppeld: list[tuple[str | None, str | None]]
) -> None:
    wijzigingen = lu.vergelijk(raamwerk(dict.fromkeys(oud, "Hoi.")), raamwerk(dict.fromkeys(nieuw, "Hoi.")))
    assert [(w.oud, w.nieuw) for w in wijzigingen] == gekoppeld


def zonder_tekst(uitkomst: lu.Leeruitkomst) -> lu.Leeruitkomst:
    return lu.Leeruitkomst._vertrouwd(uitkomst.code, "", uitkomst.succescriteria, uitkomst.notatie)


def zonder_uitkomsten(kader: Raamwerk) -> Raamwerk:
    """The same framework of a source that has no texts of leeruitkomsten."""
    return attrs.evolve(
        kader,
        leerlijnen=Reeks(
            attrs.evolve(lijn, leeruitkomsten=Reeks(map(zonder_tekst, lijn.leeruitkomsten)))
            for lijn in kader.leerlijnen
        ),
    )


def test_where_a_source_says_nothing_nothing_is_the_same() -> None:
    oud, nieuw = (zonder_uitkomsten(raamwerk(leerlijnen={"A": "Leren", code: naam})) for code, naam in LIJNEN)
    assert zinnen(oud, nieuw) == [
        "leerlijn C is toegevoegd: Kijken",
        "leerlijn B is vervallen: Doen",
        "leeruitkomst C1 is toegevoegd",
        "leeruitkomst C2 is toegevoegd",
        "leeruitkomst B1 is vervallen",
        "leeruitkomst B2 is vervallen",
    ]
    assert lu.vergelijk(oud, nieuw)._tabel().rijen[-1] == ("vervallen", "B2", "", "")


LIJNEN = [("B", "Doen"), ("C", "Kijken")]


@pytest.mark.parametrize(
    ("nieuw", "gelijkenis"),
    [
        ("een twee drie zes zeven", 0.6),  # 3 of 5 words on either side
        ("Een twee drie vier acht", 0.8),
        ("EEN TWEE DRIE VIER VIJF!", 1.0),
        ("een twee drie vier zes zeven acht negen", 8 / 13),
        ("een twee drie vier zes zeven acht negen tien", None),  # 8 of 14
        ("een twee drie zes zeven acht", None),  # 6 of 11
        ("een twee zes zeven acht", None),
    ],
)
def test_a_suggestion_starts_at_the_stated_likeness(nieuw: str, gelijkenis: float | None) -> None:
    wijzigingen = lu.vergelijk(raamwerk({"A1.1a": "een twee drie vier vijf"}), raamwerk({"A2.1a": nieuw}))
    assert DREMPEL == 0.6
    assert wijzigingen[0].gelijkenis == (None if gelijkenis is None else pytest.approx(gelijkenis))
    assert len(wijzigingen) == (2 if gelijkenis is None else 1)


def test_the_likest_are_matched_first() -> None:
    oud = raamwerk({"A1.1a": "een twee drie vier vijf", "A1.2a": "een twee drie vier zes"})
    wijzigingen = lu.vergelijk(oud, raamwerk({"A2.1a": "een twee drie vier zes zeven"}))
    assert [(w.soort, w.oud) for w in wijzigingen] == [("gewijzigd", "A1.2a"), ("vervallen", "A1.1a")]


@pytest.mark.parametrize("kant", [0, 1])
def test_of_two_that_are_as_much_alike_the_first_code_is_matched(kant: int) -> None:
    een, twee = (
        {"A2.1a": "een twee drie vier vijf"},
        {"A1.1a": "een twee drie vier zes", "A1.2a": "een twee drie vier acht"},
    )
    [gekoppeld, rest] = lu.vergelijk(*map(raamwerk, (een, twee) if kant else (twee, een)))
    assert {gekoppeld.oud, gekoppeld.nieuw} == {"A1.1a", "A2.1a"}
    assert {rest.oud, rest.nieuw} == {None, "A1.2a"}


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (raamwerk(LEEST, vervallen={"A1.2a": []}), raamwerk({"A1.2a": "Je leest een krant."})),
        (raamwerk(LEEST, vervallen={"A1.2a": ["A1.1a"]}), raamwerk({"A1.2a": "Je leest een krant."})),
        (raamwerk(LEEST), raamwerk({"A1.2a": "Je leest een krant."}, vervallen={"A1.1a": []})),
    ],
)
def test_a_code_that_is_stated_to_have_ended_is_not_matched_by_likeness(oud: Raamwerk, nieuw: Raamwerk) -> None:
    gevonden = [(w.soort, w.oud, w.nieuw, w.gelijkenis, w.opvolgers) for w in lu.vergelijk(oud, nieuw)]
    assert gevonden == [("toegevoegd", None, "A1.2a", None, ()), ("vervallen", "A1.1a", None, None, ())]


def test_a_code_that_is_stated_to_have_ended_is_matched_by_an_equal_text() -> None:
    nieuw = raamwerk({"A1.2a": LEEST["A1.1a"], "A2.1a": ANDER}, vervallen={"A1.1a": ["A2.1a"]})
    gevonden = [(w.soort, w.oud, w.nieuw, w.opvolgers) for w in lu.vergelijk(raamwerk(LEEST), nieuw)]
    assert gevonden == [("verplaatst", "A1.1a", "A1.2a", ()), ("toegevoegd", None, "A2.1a", ())]


def test_successors_that_ended_in_their_turn_are_followed() -> None:
    nieuw = raamwerk({"A2.1a": ANDER}, vervallen={"A1.1a": ["A1.2a", "A1.3a"], "A1.2a": ["A2.1a", "A1"], "A1.3a": []})
    assert [w.opvolgers for w in lu.vergelijk(raamwerk(LEEST), nieuw)] == [(), ("A2.1a", "A1")]


@pytest.mark.parametrize(
    ("tekst", "aantal"), [("collega's", 1), ("Je (non)verbale collega’s, je!", 5), ("…", 0), ("naam: ____ _'_", 1)]
)
def test_a_word_with_an_apostrophe_counts_as_a_word(tekst: str, aantal: int) -> None:
    assert len(tel_woorden(tekst)) == aantal


def test_likeness_is_the_share_of_all_words_that_both_have() -> None:
    assert lijkt(tel_woorden("Je helpt collega's."), tel_woorden("Je helpt ouders.")) == pytest.approx(4 / 6)
    assert lijkt(tel_woorden("je je"), tel_woorden("je")) == pytest.approx(2 / 3)
    assert lijkt(tel_woorden(""), tel_woorden("…")) == 0


def test_the_packaged_framework_and_its_correction_differ_in_the_errata_alone(kader: Raamwerk) -> None:
    wijzigingen = lu.vergelijk(kader, lu.laad(errata=True))
    assert [(w.soort, w.oud) for w in wijzigingen] == [("gewijzigd", erratum.code) for erratum in kader.errata]


def test_a_report_comes_as_text_markdown_html_and_json() -> None:
    oud, nieuw = raamwerk({"A1.1a": "Je <b>leest</b> | iets."}), raamwerk({"A1.1a": "Je <b>schrijft</b> | iets."})
    wijzigingen = lu.vergelijk(oud, nieuw)
    assert str(wijzigingen) == str(wijzigingen[0])
    assert "~~leest~~**schrijft**" in wijzigingen._tabel().markdown()
    assert "\\| iets" in wijzigingen._tabel().markdown()
    pagina = wijzigingen._tabel().html()
    assert "&lt;b&gt;<del>leest</del><ins>schrijft</ins>&lt;/b&gt;" in pagina
    regel: dict[str, object] = {
        "soort": "gewijzigd", "wat": "succescriterium", "veld": "tekst", "oud": "A1.1a", "nieuw": "A1.1a",
        "van": "Je <b>leest</b> | iets.", "naar": "Je <b>schrijft</b> | iets.", "gelijkenis": None, "opvolgers": [],
    }  # fmt: skip
    assert wijzigingen.als_dicts() == [regel]
    kanten = {"oud": wijzigingen.oud.als_dict(), "nieuw": wijzigingen.nieuw.als_dict()}
    assert json.loads(json.dumps(wijzigingen.als_dict())) == {**kanten, "regels": [regel]}


MISSCHIEN = "Waar 'misschien' staat, is de koppeling een suggestie op grond van gelijke woorden."


def test_a_suggestion_says_so_in_every_report() -> None:
    oud, nieuw = raamwerk({**LEEST, "A1.9a": "Dag."}), raamwerk({"A1.2a": "Je leest een krant.", "A1.9a": "Hoi."})
    wijzigingen = lu.vergelijk(oud, nieuw)
    for verslag in (str(wijzigingen), wijzigingen._tabel().markdown(), wijzigingen._tabel().html()):
        assert "misschien" in verslag
    assert [w.gelijkenis for w in wijzigingen] == [0.75, None]
    assert [rij[:3] for rij in wijzigingen._tabel().rijen] == [
        ("misschien gewijzigd (75% gelijk)", "A1.1a", "A1.2a"),
        ("gewijzigd", "A1.9a", "A1.9a"),
    ]
    assert [w._voet() for w in wijzigingen] == [MISSCHIEN, ""]
    assert wijzigingen._tabel().voet == wijzigingen[::-1]._tabel().voet == MISSCHIEN


def test_what_is_certain_has_no_footnote() -> None:
    oud = raamwerk({"A1.1a": "Dag.", "A1.2a": "Je leest.", "A1.3a": ANDER})
    wijzigingen = lu.vergelijk(
        oud, raamwerk({"A1.1a": "Hoi.", "A2.2a": "Je leest.", "A2.1a": "Wij zingen."}, naam="Toets")
    )
    assert [w.soort for w in wijzigingen] == ["gewijzigd", "gewijzigd", "toegevoegd", "verplaatst", "vervallen"]
    assert wijzigingen._tabel().voet == ""
    assert "misschien" not in str(wijzigingen) + wijzigingen._tabel().markdown()


def test_a_line_of_the_table_has_what_changed_and_where() -> None:
    oud = raamwerk({**LEEST, "A1.3a": ANDER})
    nieuw = raamwerk({"A1.1b": LEEST["A1.1a"], "A1.4a": "Hoi."}, naam="Toets", begeleiding={2: "vrij"})
    assert lu.vergelijk(oud, nieuw)._tabel().kop == ("Soort", "Oud", "Nieuw", "Tekst")
    assert [*lu.vergelijk(oud, nieuw)._tabel().rijen] == [
        ("naam gewijzigd", "raamwerk", "raamwerk", ((("vervalt", "Proef"), ("nieuw", "Toets")),)),
        ("hernummerd", "A1.1a", "A1.1b", "Je leest een boek."),
        ("toegevoegd", "", "A1.4a", "Hoi."),
        ("vervallen", "A1.3a", "", ANDER),
        ("begeleiding gewijzigd", "2", "2", ((("vervalt", "niet vermeld"), ("nieuw", "vrij")),)),
    ]


def test_a_flat_table_has_the_codes_of_the_place_each_change_is_about() -> None:
    oud = raamwerk({"A1.1a": "Je leest een boek.", "A1.2a": "Je telt.", "A1.3a": ANDER})
    nieuw = raamwerk(
        {"A1.1a": "Je leest.", "A2.12b": "Je telt.", "A2.1a": "Wij zingen."},
        naam="Toets", fasen=("Begin", "Einde"), leerlijnen={"A": "Kunnen"},
        uitkomsten={"A1": "Uitkomst 1 van Leren.", "A2": "Slot."}, vervallen={"A1.3a": ["A2.1a", "A1"]},
    )  # fmt: skip
    beeld = pd.DataFrame(lu.vergelijk(oud, nieuw).records())
    assert [*beeld.columns] == [
        "soort", "wat", "veld", "oud", "nieuw", "van", "naar", "gelijkenis", "opvolgers",
        "criterium", "leeruitkomst", "leerlijn", "rij", "niveau",
    ]  # fmt: skip
    plek = ["soort", "oud", "nieuw", "opvolgers", "criterium", "leeruitkomst", "leerlijn", "rij", "niveau"]
    assert beeld[plek].astype(object).where(beeld[plek].notna(), None).to_numpy().tolist() == [
        ["gewijzigd", None, None, None, None, None, None, None, None],
        ["gewijzigd", "1", "1", None, None, None, None, None, 1],
        ["gewijzigd", "A", "A", None, None, None, "A", None, None],
        ["gewijzigd", "A2", "A2", None, None, "A2", "A", None, 2],
        ["gewijzigd", "A1.1a", "A1.1a", None, "A1.1a", "A1", "A", "A.1", 1],
        ["toegevoegd", None, "A2.1a", None, "A2.1a", "A2", "A", "A.1", 2],
        ["verplaatst", "A1.2a", "A2.12b", None, "A2.12b", "A2", "A", "A.12", 2],
        ["vervallen", "A1.3a", None, "A2.1a, A1", "A1.3a", "A1", "A", "A.3", 1],
    ]
    assert all(type(regel["niveau"]) in (int, type(None)) for regel in lu.vergelijk(oud, nieuw).records())


def test_a_flat_table_has_the_likeness_of_a_suggestion() -> None:
    [regel] = lu.vergelijk(raamwerk(LEEST), raamwerk({"A2.2a": "Je leest een krant."})).records()
    assert regel == {
        "soort": "gewijzigd", "wat": "succescriterium", "veld": "tekst", "oud": "A1.1a", "nieuw": "A2.2a",
        "van": "Je leest een boek.", "naar": "Je leest een krant.", "gelijkenis": 0.75, "opvolgers": None,
        "criterium": "A2.2a", "leeruitkomst": "A2", "leerlijn": "A", "rij": "A.2", "niveau": 2,
    }  # fmt: skip


def test_the_changes_stand_from_the_framework_down_to_the_criteria_and_what_ended_last() -> None:
    oud = raamwerk(
        {"A1.1a": "Dag.", "A1.2a": "Weg.", "B1.1a": "Dag dag."}, leerlijnen={"A": "Leren", "B": "Doen"},
        begeleiding={2: "nabij"},
    )  # fmt: skip
    nieuw = raamwerk(
        {"A1.1a": "Hoi.", "C1.1a": "Wij zingen."}, naam="Toets", leerlijnen={"A": "Kunnen", "C": "Kijken"},
        fasen=("Begin", "Einde", "Top"), begeleiding={1: "vrij", 3: "op afstand"},
        uitkomsten={"A1": "Anders.", "C1": "Een.", "C2": "Twee.", "C3": "Drie.", "A2": "Vier.", "A3": "Vijf."},
    )  # fmt: skip
    assert [(w.soort, w.wat, w.veld, w.oud, w.nieuw) for w in lu.vergelijk(oud, nieuw)] == [
        ("gewijzigd", "raamwerk", "naam", None, None),
        ("gewijzigd", "niveau", "fase", "1", "1"),
        ("toegevoegd", "niveau", "fase", None, "3"),
        ("gewijzigd", "leerlijn", "naam", "A", "A"),
        ("toegevoegd", "leerlijn", "naam", None, "C"),
        ("vervallen", "leerlijn", "naam", "B", None),
        ("gewijzigd", "leeruitkomst", "tekst", "A1", "A1"),
        ("gewijzigd", "leeruitkomst", "tekst", "A2", "A2"),
        ("toegevoegd", "leeruitkomst", "tekst", None, "A3"),
        ("toegevoegd", "leeruitkomst", "tekst", None, "C1"),
        ("toegevoegd", "leeruitkomst", "tekst", None, "C2"),
        ("toegevoegd", "leeruitkomst", "tekst", None, "C3"),
        ("vervallen", "leeruitkomst", "tekst", "B1", None),
        ("vervallen", "leeruitkomst", "tekst", "B2", None),
        ("gewijzigd", "succescriterium", "tekst", "A1.1a", "A1.1a"),
        ("toegevoegd", "succescriterium", "tekst", None, "C1.1a"),
        ("vervallen", "succescriterium", "tekst", "A1.2a", None),
        ("vervallen", "succescriterium", "tekst", "B1.1a", None),
        ("gewijzigd", "niveau", "begeleiding", "1", "1"),
        ("gewijzigd", "niveau", "begeleiding", "2", "2"),
    ]


def besproken(kader: Raamwerk) -> Raamwerk:
    """The same framework of a source that says more of everything."""

    def criterium(c: lu.Succescriterium) -> lu.Succescriterium:
        return attrs.evolve(c, notatie=f"n-{c.code}")

    def uitkomst(u: lu.Leeruitkomst) -> lu.Leeruitkomst:
        return attrs.evolve(u, notatie=f"n-{u.code}", succescriteria=Reeks(map(criterium, u.succescriteria)))

    def lijn(x: lu.Leerlijn) -> lu.Leerlijn:
        namen = Reeks(Rijnaam(rij.code, f"Rij {rij.nummer}", True) for rij in x.rijen)
        delen = Reeks(map(uitkomst, x.leeruitkomsten))
        return attrs.evolve(x, omschrijving=f"Over {x.naam}", leeruitkomsten=delen, rijnamen=namen)

    return attrs.evolve(kader, leerlijnen=Reeks(map(lijn, kader.leerlijnen)))


def test_what_is_said_besides_is_told_of_where_both_have_it() -> None:
    oud, nieuw = raamwerk({"A1.1a": "Je leest.", "A1.2a": ANDER}), raamwerk({"A1.1a": "Je leest.", "A2.3a": "Hoi."})
    geheel = attrs.evolve(besproken(nieuw), sleutel="b-2", taal="fy", uitgever="Lerarenopleiding", licentie="CC0-1.0")
    wijzigingen = lu.vergelijk(oud, geheel)
    assert str(wijzigingen).splitlines() == [
        f"de sleutel van het raamwerk is gewijzigd: [-{oud.sleutel}-]{{+b-2+}}",
        "de taal van het raamwerk is gewijzigd: [-nl-]{+fy+}",
        "de uitgever van het raamwerk is gewijzigd: [-niet vermeld-]{+Lerarenopleiding+}",
        "de licentie van het raamwerk is gewijzigd: [-niet vermeld-]{+CC0-1.0+}",
        "succescriterium A2.3a is toegevoegd: Hoi.",
        f"succescriterium A1.2a is vervallen: {ANDER}",
        "de omschrijving van leerlijn A is gewijzigd: [-niet vermeld-]{+Over Leren+}",
        "de naam van rij A.1 is gewijzigd: [-niet vermeld-]{+Rij 1+}",
        "de notatie van leeruitkomst A1 is gewijzigd: [-niet vermeld-]{+n-A1+}",
        "de notatie van leeruitkomst A2 is gewijzigd: [-niet vermeld-]{+n-A2+}",
        "de notatie van succescriterium A1.1a is gewijzigd: [-niet vermeld-]{+n-A1.1a+}",
    ]
    rij = next(w for w in wijzigingen if w.wat == "rij").records()[0]
    assert [rij[kolom] for kolom in ("criterium", "leeruitkomst", "leerlijn", "rij", "niveau")] == [
        None, None, "A", "A.1", None,
    ]  # fmt: skip


def test_that_the_source_names_a_row_is_told_of_where_both_have_a_name() -> None:
    def met(*namen: tuple[str, bool]) -> Raamwerk:
        kader = raamwerk({"A1.1a": "Je leest.", "A1.2a": ANDER, "A1.3a": "Hoi."})
        rijnamen = Reeks(Rijnaam(f"A.{n}", naam, uit_bron) for n, (naam, uit_bron) in enumerate(namen, 1))
        return attrs.evolve(kader, leerlijnen=Reeks(attrs.evolve(x, rijnamen=rijnamen) for x in kader.leerlijnen))

    oud, nieuw = met(("Lezen", False), ("Zorg", True)), met(("Lezen", True), ("Zorgen", False), ("Groet", True))
    wijzigingen = lu.vergelijk(oud, nieuw)
    assert [str(w) for w in wijzigingen if w.veld == "naam_uit_bron"] == [
        "de naam van rij A.1 komt nu wel uit de bron",
        "de naam van rij A.2 komt nu niet uit de bron",
    ]
    assert ("naam uit bron gewijzigd", "A.1", "A.1") in [regel[:3] for regel in wijzigingen._tabel().rijen]


def test_another_order_of_leerlijnen_is_told_of_once() -> None:
    oud = raamwerk(leerlijnen={"A": "Leren", "B": "Doen", "C": "Zijn"})
    nieuw = raamwerk(leerlijnen={"D": "Gaan", "C": "Zijn", "A": "Leren"})
    volgorde = [w for w in lu.vergelijk(oud, nieuw) if w.veld == "volgorde"]
    assert [str(w) for w in volgorde] == ["de volgorde van de leerlijnen is nu C, A; die was A, C"]
    assert [(w.wat, w.oud, w.van, w.naar) for w in volgorde] == [("raamwerk", None, "A, C", "C, A")]


def test_a_comparison_says_which_two_frameworks_it_is_of(kader: Raamwerk) -> None:
    verbeterd = lu.laad(errata=True)
    wijzigingen = lu.vergelijk(kader, verbeterd)
    assert type(wijzigingen) is Vergelijking
    assert type(wijzigingen.oud) is type(wijzigingen.nieuw) is Kenmerk
    for kant, van in ((wijzigingen.oud, kader), (wijzigingen.nieuw, verbeterd)):
        assert (kant.naam, kant.versie) == (van.naam, van.versie)
    assert wijzigingen.oud != wijzigingen.nieuw
    assert wijzigingen.oud == lu.vergelijk(kader, kader).nieuw
    assert type(wijzigingen[1:]) is Vergelijking
    assert (wijzigingen[1:].oud, wijzigingen[1:].nieuw) == (wijzigingen.oud, wijzigingen.nieuw)
    for naam in ("oud", "nieuw", "ander"):
        with pytest.raises(AttributeError):
            setattr(wijzigingen, naam, None)


def test_the_same_changes_between_other_frameworks_are_another_comparison() -> None:
    een = lu.vergelijk(raamwerk(LEEST), raamwerk())
    assert een == lu.vergelijk(raamwerk(LEEST), raamwerk())
    for extra in ({"A2.1a": ANDER}, {"A2.2a": ANDER}):
        ander = lu.vergelijk(raamwerk({**LEEST, **extra}), raamwerk(extra))
        assert tuple(een) == tuple(ander)
        assert een != ander
        assert een.als_dict() != ander.als_dict()


def test_a_comparison_survives_pickling_without_the_frameworks(kader: Raamwerk) -> None:
    wijzigingen = lu.vergelijk(kader, lu.laad(errata=True))
    for ding in (wijzigingen, wijzigingen[0]):
        gepekeld = pickle.dumps(ding)
        assert pickle.loads(gepekeld) == ding
        assert b"Raamwerk" not in gepekeld
        assert len(gepekeld) < 3_000
    assert pickle.loads(pickle.dumps(wijzigingen)).oud == wijzigingen.oud


@given(KADERS)
def test_a_framework_and_itself_have_no_changes(x: Raamwerk) -> None:
    assert lu.vergelijk(x, x) == lu.vergelijk(x, lu.lees(lu.schrijf(x))) == ()


@given(KADERS, KADERS)
def test_the_other_way_round_is_the_mirror_image(a: Raamwerk, b: Raamwerk) -> None:
    heen = Counter(attrs.evolve(w, opvolgers=()) for w in lu.vergelijk(a, b))
    assert Counter(map(omgekeerd, lu.vergelijk(b, a))) == heen


@given(KADERS, KADERS)
def test_every_record_on_either_side_is_told_of_once_at_most(a: Raamwerk, b: Raamwerk) -> None:
    wijzigingen = lu.vergelijk(a, b)
    for kant, kader in (("oud", a), ("nieuw", b)):
        genoemd = Counter(code for w in wijzigingen if w.veld == "tekst" and (code := getattr(w, kant)) is not None)
        assert all(aantal == 1 for aantal in genoemd.values())
        assert all(code in kader for code in genoemd)
    gelijk = {c.code for c in a.succescriteria if c.code in b and b.succescriterium(c.code).tekst == c.tekst}
    weg = {c.code for c in a.succescriteria} - {w.oud for w in wijzigingen if w.wat == "succescriterium"}
    assert gelijk == weg


def test_among_very_many_texts_those_that_share_a_rare_word_are_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    oud = raamwerk({f"A1.{n}a": f"Je leest boek nummer{n} helemaal uit." for n in range(1, 61)})
    nieuw = raamwerk({f"A2.{n}a": f"Je leest boek nummer{n} samen uit." for n in range(1, 61)})
    alle = lu.vergelijk(oud, nieuw)
    assert [(w.oud, w.nieuw) for w in alle] == [(f"A1.{n}a", f"A2.{n}a") for n in range(1, 61)]
    monkeypatch.setattr("leeruitkomsten.vergelijking._MEESTE_PAREN", 0)
    assert lu.vergelijk(oud, nieuw) == alle


GANGBAAR = "je leest samen een boek uit"


@pytest.mark.parametrize(("oud", "nieuw", "gekoppeld"), [(10, 10, 10), (11, 10, 0), (10, 11, 0), (11, 11, 0)])
def test_among_very_many_texts_a_word_is_rare_in_ten_of_either_side(
    oud: int, nieuw: int, gekoppeld: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaders = (
        raamwerk({f"A1.{n}a": f"{GANGBAAR} vroeger{n}" for n in range(1, oud + 1)}),
        raamwerk({f"A2.{n}a": f"{GANGBAAR} later{n}" for n in range(1, nieuw + 1)}),
    )
    # 6 of 7 words are the same: all are matched as long as every pair is weighed.
    assert sum(w.gelijkenis is not None for w in lu.vergelijk(*kaders)) == 10 + min(oud - 10, nieuw - 10)
    monkeypatch.setattr("leeruitkomsten.vergelijking._MEESTE_PAREN", 0)
    assert sum(w.gelijkenis is not None for w in lu.vergelijk(*kaders)) == gekoppeld


def test_among_very_many_texts_a_common_word_is_not_rare_for_standing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    teksten = [
        {f"A{kant}.{n}a": f"{GANGBAAR} {woord}{n}" for n in range(1, 12)} for kant, woord in ((1, "toen"), (2, "nu"))
    ]
    teksten[0]["A1.1a"], teksten[1]["A2.1a"] = f"{GANGBAAR} boek toen1", f"{GANGBAAR} boek nu1"
    monkeypatch.setattr("leeruitkomsten.vergelijking._MEESTE_PAREN", 0)
    assert all(w.gelijkenis is None for w in lu.vergelijk(*map(raamwerk, teksten)))


@pytest.mark.parametrize(("vroeger", "later", "gekoppeld"), [(100, 200, 100), (59, 339, 0)])  # 20,000 pairs, and 20,001
def test_all_pairs_are_weighed_up_to_twenty_thousand(vroeger: int, later: int, gekoppeld: int) -> None:
    oud = raamwerk({f"A1.{n}a": f"{GANGBAAR} vroeger{n}" for n in range(1, vroeger + 1)})
    nieuw = raamwerk({f"A2.{n}a": f"{GANGBAAR} later{n}" for n in range(1, later + 1)})
    assert sum(w.gelijkenis is not None for w in lu.vergelijk(oud, nieuw)) == gekoppeld


@dataclasses.dataclass
class Lijkt:
    """What has the parts of a framework, and is none."""

    naam: str = "Proef"
    niveaus: tuple[()] = ()
    leerlijnen: tuple[()] = ()
    leeruitkomsten: tuple[()] = ()
    succescriteria: tuple[()] = ()
    vervallen: tuple[()] = ()


@pytest.mark.parametrize("verkeerd", ["oud.json", b"{}", None, {}, Lijkt(), Raamwerk])
def test_what_is_no_framework_is_said_in_dutch(verkeerd: object, kader: Raamwerk) -> None:
    for een, ander in ((verkeerd, kader), (kader, verkeerd)):
        with pytest.raises(lu.VerkeerdType) as fout:
            lu.vergelijk(een, ander)
        assert str(fout.value) == "vergelijk vraagt om twee raamwerken; lees een bestand eerst met lees()"
        assert fout.value.gegevens == {"oud": een, "nieuw": ander}


def test_both_kinds_of_apostrophe_make_one_word() -> None:
    assert tel_woorden("collega’s") == tel_woorden("collega's")


def test_a_drawing_names_the_successors_of_what_ended() -> None:
    """In a table, as in a sentence: whoever reads it must know where the code went."""
    weg = Wijziging("vervallen", "succescriterium", "tekst", "A1.1a", None, "Je leest.", None, None, ("A1.2a", "A1.3a"))
    assert weg._regel()[0] == "vervallen, opgevolgd door A1.2a en A1.3a"
    assert attrs.evolve(weg, opvolgers=())._regel()[0] == "vervallen"
