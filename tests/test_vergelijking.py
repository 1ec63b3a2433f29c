"""What changed from one framework to another."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens
from leeruitkomsten.vergelijking import DREMPEL, Wijziging, lijkt, tel_woorden

LEEG = {"titel": "Bron", "sha256": "", "verwijzingen": [], "verantwoording": [], "op_inhoud_geplaatst": []}


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
            eigen.sort(key=lambda c: (int(c.partition(".")[2][:-1]), c[-1]))
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
    kop = {"formaat": 1, "naam": naam, "versie": "1.0", "datum": "2026-01-01", "bron": LEEG, "inleiding": []}
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
OMGEKEERD = {"toegevoegd": "vervallen", "vervallen": "toegevoegd"}


def omgekeerd(w: Wijziging) -> Wijziging:
    """The same change from the other side."""
    soort = OMGEKEERD.get(w.soort, w.soort)
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
        (
            LEEST, {"A1.2a": "Je leest een krant."},
            "succescriterium A1.1a is misschien A1.2a geworden (75% gelijk): Je leest een [-boek-] {+krant+}.",
        ),
    ],
)  # fmt: skip
def test_a_change_of_a_criterium_is_one_dutch_sentence(oud: dict[str, str], nieuw: dict[str, str], zin: str) -> None:
    assert zinnen(raamwerk(oud), raamwerk(nieuw)) == [zin]


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
    ("nieuw", "gelijkenis"),
    [("een twee drie zes zeven", 0.6), ("Een twee drie vier acht", 0.8), ("een twee zes zeven acht", None)],
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


@pytest.mark.parametrize(("tekst", "aantal"), [("collega's", 1), ("Je (non)verbale collega’s, je!", 5), ("…", 0)])
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
    assert "~~leest~~**schrijft**" in wijzigingen.tabel().markdown()
    assert "\\| iets" in wijzigingen.tabel().markdown()
    pagina = wijzigingen.tabel().html()
    assert "&lt;b&gt;<del>leest</del><ins>schrijft</ins>&lt;/b&gt;" in pagina
    assert wijzigingen.als_dicts() == [
        {
            "soort": "gewijzigd", "wat": "succescriterium", "veld": "tekst", "oud": "A1.1a", "nieuw": "A1.1a",
            "van": "Je <b>leest</b> | iets.", "naar": "Je <b>schrijft</b> | iets.", "gelijkenis": None, "opvolgers": [],
        }
    ]  # fmt: skip


def test_a_suggestion_says_so_in_every_report() -> None:
    wijzigingen = lu.vergelijk(raamwerk(LEEST), raamwerk({"A1.2a": "Je leest een krant."}))
    for verslag in (str(wijzigingen), wijzigingen.tabel().markdown(), wijzigingen.tabel().html()):
        assert "misschien" in verslag
    assert wijzigingen.als_dicts()[0]["gelijkenis"] == 0.75


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
    gelijk = {c.code for c in a.succescriteria if c.code in b and b[c.code].tekst == c.tekst}
    weg = {c.code for c in a.succescriteria} - {w.oud for w in wijzigingen if w.wat == "succescriterium"}
    assert gelijk == weg


def test_among_very_many_texts_those_that_share_a_rare_word_are_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    oud = raamwerk({f"A1.{n}a": f"Je leest boek nummer{n} helemaal uit." for n in range(1, 61)})
    nieuw = raamwerk({f"A2.{n}a": f"Je leest boek nummer{n} samen uit." for n in range(1, 61)})
    alle = lu.vergelijk(oud, nieuw)
    assert [(w.oud, w.nieuw) for w in alle] == [(f"A1.{n}a", f"A2.{n}a") for n in range(1, 61)]
    monkeypatch.setattr("leeruitkomsten.vergelijking._MEESTE_PAREN", 0)
    assert lu.vergelijk(oud, nieuw) == alle


@pytest.mark.parametrize("verkeerd", ["oud.json", b"{}", None, {}])
def test_what_is_no_framework_is_said_in_dutch(verkeerd: object, kader: Raamwerk) -> None:
    for een, ander in ((verkeerd, kader), (kader, verkeerd)):
        with pytest.raises(TypeError, match="vergelijk vraagt om twee raamwerken"):
            lu.vergelijk(een, ander)  # type: ignore[arg-type]
