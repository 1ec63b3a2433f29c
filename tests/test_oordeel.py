"""The one judgement of codes: its kinds, its suggestions, and that every door gives the same."""

from __future__ import annotations

import functools
import itertools
import json
import math
import pickle
from typing import get_args, get_type_hints

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import RAAMWERKEN
from leeruitkomsten import OnbekendeCode, Raamwerk, oordeel
from leeruitkomsten.codes import SOORTEN, Soort, ontleed
from leeruitkomsten.oordeel import MEESTE_NAMEN, Codeboek, Controle, Oordeelsoort, soortnaam
from leeruitkomsten.spelling import vlak

OPVOLGERS = {"WP2.4x": ("WP2.4b", "WP2.4a"), "WP2.9z": (), "WPL9": ("WPI1",), "los": ("WP1",)}
NOTATIES = {"LO-4": ("WP2.4a",), "1.2.3": ("WP1", "WD1"), "WP-3": ("WP2",), "WD 1": ("WD1",)}


def per_soort(kader: Raamwerk) -> dict[Soort, list[str]]:
    """The codes of a framework, by kind and in its order."""
    return {soort: [code for code in kader if ontleed(code).soort == soort] for soort in SOORTEN}


@functools.cache
def boek_van(naam: str, *, met_eerder: bool = False) -> Codeboek:
    """The judgement of a framework, as it is, or as if codes had ended and the source had codes of its own."""
    if not met_eerder:
        return Codeboek(per_soort(RAAMWERKEN[naam]))
    return Codeboek(per_soort(RAAMWERKEN[naam]), opvolgers=OPVOLGERS, sinds={"WP2.4x": "1.1"}, notaties=NOTATIES)


@pytest.fixture(scope="module")
def boek() -> Codeboek:
    return boek_van("verpakt")


@pytest.fixture(scope="module")
def eerder() -> Codeboek:
    """The packaged framework, as if codes had ended and the source had codes of its own."""
    return boek_van("verpakt", met_eerder=True)


@pytest.mark.parametrize("naam", RAAMWERKEN)
def test_every_code_is_good_and_of_its_soort_only(naam: str) -> None:
    boek = boek_van(naam)
    for code in RAAMWERKEN[naam]:
        assert boek.oordeel(code) == boek.oordeel(code, ontleed(code).soort) == Controle(code, "goed")
        assert boek.oordeel(code, tuple(SOORTEN)).goed
        for soort in SOORTEN:
            assert boek.oordeel(code, soort).soort == ("goed" if soort == ontleed(code).soort else "ander_soort")


SPELLING = [
    ("WP2-4a", "WP2.4a"),
    ("WP2–4a", "WP2.4a"),
    ("WP2_4a", "WP2.4a"),
    ("WP-2", "WP2"),
    ("WP–2", "WP2"),
    ("wp 2.4 a", "WP2.4a"),
    ("wp 2,4 A", "WP2.4a"),
    ("WP2,4a", "WP2.4a"),
    ("WP2 4a", "WP2.4a"),
    ("WPl1", "WPI1"),
    ("WPI|", "WPI1"),
    ("WPIl", "WPI1"),
    (" WP2.4a ", "WP2.4a"),
    ("wp 2", "WP2"),
    ("WPo2", "WPO2"),
    ("WРI2", "WPI2"),
    ("WР2", "WP2"),
    ("WΡΟ2", "WPO2"),
    ("EVL 2", "EvL2"),
    ("EVl2", "EvL2"),
    ("evll", "EvL1"),
    ("WP2.4A", "WP2.4a"),
    ("WP_2.4a", "WP2.4a"),
    ("WP2.4.a", "WP2.4a"),
    ("WP٢", "WP2"),
    ("ＷＰ２", "WP2"),
    ("\tWPI3.5b ", "WPI3.5b"),
    ("WP2\u200b", "WP2"),
    ("\ufeffWP2", "WP2"),
    ("WP2;", "WP2"),
    ("WP2.", "WP2"),
    ("(WP2)", "WP2"),
    ("wp.4", "WP.4"),
    ("WP,4", "WP.4"),
    ("WP.l", "WP.1"),
    ("WP2.l", "WP2.1"),
    ("WPI2.l", "WPI2.1"),
]


@pytest.mark.parametrize(("gegeven", "bedoeld"), SPELLING)
def test_another_spelling_of_one_code_is_a_safe_repair(gegeven: str, bedoeld: str, boek: Codeboek) -> None:
    gevonden = boek.oordeel(gegeven)
    assert (gevonden.soort, gevonden.suggesties) == ("schrijfwijze", (bedoeld,))
    assert gevonden.reden in {oordeel.VORM, oordeel.TEKEN}


def test_what_may_be_two_codes_is_not_repaired() -> None:
    boek = Codeboek({"leerlijn": ["WPI", "WPL"], "leeruitkomst": ["WPI1", "WPL1"], "rij": ["WPI.4"], "cel": ["WPI1.4"]})
    for gegeven in ("WP|1", "WPLl"):
        gevonden = boek.oordeel(gegeven)
        assert (gevonden.soort, gevonden.suggesties) == ("onbekend", ("WPI1", "WPL1"))
        assert gevonden.reden == "dit kan meer dan één code zijn: 'WPI1' of 'WPL1'"
    assert boek.oordeel("wpi1").suggesties == ("WPI1",)


def test_a_code_in_form_is_not_taken_for_a_look_alike_of_another_soort() -> None:
    boek = Codeboek({"leerlijn": ["WP"], "leeruitkomst": ["WP2"], "rij": ["WP.11"], "cel": ["WP2.11"]})
    assert boek.oordeel("WP2.1I").soort == "schrijfwijze"
    gevonden = boek.oordeel("WP2.1l")
    assert (gevonden.soort, gevonden.suggesties[0]) == ("onbekend", "WP2.11")


@pytest.mark.parametrize(
    ("code", "soort", "opvolgers", "reden"),
    [
        ("WP2.4x", "vervallen", ("WP2.4b", "WP2.4a"), "deze code is vervallen sinds versie 1.1"),
        ("wp2,4X", "vervallen", ("WP2.4b", "WP2.4a"), "bedoeld is 'WP2.4x': deze code is vervallen sinds versie 1.1"),
        ("WP2.9z", "vervallen", (), "deze code is vervallen, zonder opvolger"),
        ("LOS", "vervallen", ("WP1",), "bedoeld is 'los': deze code is vervallen"),
        ("WP|9", "vervallen", ("WPI1",), "bedoeld is 'WPL9': deze code is vervallen"),
    ],
)
def test_a_code_that_ended_has_its_successors(
    code: str, soort: str, opvolgers: tuple[str, ...], reden: str, eerder: Codeboek
) -> None:
    assert eerder.oordeel(code) == eerder.oordeel(code, "rij") == Controle(code, soort, opvolgers, reden)


def test_a_code_that_looks_like_one_that_is_and_one_that_was_may_be_both() -> None:
    boek = Codeboek({"leerlijn": ["WPI"], "leeruitkomst": ["WPI1", "WPI2"]}, opvolgers={"WPL1": ("WPI2",)})
    assert boek.oordeel("WP|1").suggesties == ("WPI1", "WPI2")


@pytest.mark.parametrize(
    ("notatie", "soort", "suggesties", "reden"),
    [
        ("LO-4", "schrijfwijze", ("WP2.4a",), "zo heet WP2.4a in de bron"),
        ("lo 4", "schrijfwijze", ("WP2.4a",), "zo heet WP2.4a in de bron"),
        ("1.2.3", "onbekend", ("WP1", "WD1"), "dit kan meer dan één code zijn: 'WP1' of 'WD1'"),
        ("WP-3", "onbekend", ("WP3", "WP2"), "dit kan meer dan één code zijn: 'WP3' of 'WP2'"),
        ("WD 1", "schrijfwijze", ("WD1",), oordeel.VORM),
    ],
)
def test_what_the_source_calls_it_is_found(
    notatie: str, soort: str, suggesties: tuple[str, ...], reden: str, eerder: Codeboek
) -> None:
    assert eerder.oordeel(notatie) == Controle(notatie, soort, suggesties, reden)


@pytest.mark.parametrize(
    ("code", "gevraagd", "suggesties", "reden"),
    [
        ("WP2.4", "succescriterium", ("WP2.4a", "WP2.4b"), "dit is een cel"),
        ("WP1.5", "succescriterium", (), "dit is een cel"),
        ("WPO.3", "succescriterium", ("WPO1.3a", "WPO2.3a", "WPO3.3a", "WPO4.3a"), "dit is een rij"),
        ("WPO3", "succescriterium", ("WPO3.1a", "WPO3.2a", "WPO3.3a"), "dit is een leeruitkomst"),
        ("EvL2", "leeruitkomst", ("WP2", "WD2", "WPO2", "WPI2"), "dit is een EvL"),
        ("WP2.4a", "leerlijn", ("WP",), "dit is een succescriterium"),
        ("WP2.4a", "evl", ("EvL2",), "dit is een succescriterium"),
        ("WP2", "leerlijn", ("WP",), "dit is een leeruitkomst"),
        ("WPO", "leeruitkomst", ("WPO1", "WPO2", "WPO3", "WPO4"), "dit is een leerlijn"),
        ("WP4", "rij", ("WP.4",), "dit is een leeruitkomst"),
        ("EvL2", "leerlijn", (), "dit is een EvL"),
        ("WPO3", ("rij", "cel", "succescriterium"), ("WPO3.1", "WPO3.2", "WPO3.3"), "dit is een leeruitkomst"),
        ("WPO3", ("succescriterium", "cel"), ("WPO3.1a", "WPO3.2a", "WPO3.3a"), "dit is een leeruitkomst"),
    ],
)
def test_a_code_of_another_soort_gives_the_codes_it_stands_for(
    code: str, gevraagd: oordeel.Gevraagd, suggesties: tuple[str, ...], reden: str, boek: Codeboek
) -> None:
    assert boek.oordeel(code, gevraagd) == Controle(code, "ander_soort", suggesties, reden)


@pytest.mark.parametrize(
    ("tekst", "delen", "suggesties"),
    [
        ("WP1, WPI1", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("WP1 WPI1", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("WP1;WPI1", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("WP1/WPI1", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("WP1\nWPI1\n", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("WP1,WPI1", {"WP1": "goed", "WPI1": "goed"}, ("WP1", "WPI1")),
        ("wp 1 en wpl1", {"wp 1": "schrijfwijze", "wpl1": "schrijfwijze"}, ("WP1", "WPI1")),
        ("WP1, WP1 WP.4", {"WP1": "goed", "WP.4": "goed"}, ("WP1", "WP.4")),
        ("WP2,4a, WP2.4b", {"WP2,4a": "schrijfwijze", "WP2.4b": "goed"}, ("WP2.4a", "WP2.4b")),
        ("WP2.9z, WP2.4x", {"WP2.9z": "vervallen", "WP2.4x": "vervallen"}, ("WP2.4b", "WP2.4a")),
        ("WP1, WP1.1c", {"WP1": "goed", "WP1.1c": "onbekend"}, ("WP1", "WP1.1", "WP1.1a", "WD1.1c")),
    ],
)
def test_several_codes_in_one_text_are_each_judged(
    tekst: str, delen: dict[str, str], suggesties: tuple[str, ...], eerder: Codeboek
) -> None:
    gevonden = eerder.oordeel(tekst)
    assert gevonden.soort == "meer_codes"
    assert {deel.code: deel.soort for deel in gevonden.delen} == delen
    assert all(deel == eerder.oordeel(deel.code) for deel in gevonden.delen)
    assert gevonden.reden == f"hier staan {len(gevonden.delen)} codes; geef ze los"
    assert gevonden.suggesties == suggesties


def test_parts_are_judged_as_what_was_asked_for(boek: Codeboek) -> None:
    gevonden = boek.oordeel("WP1, WP1.1a", "succescriterium")
    assert [deel.soort for deel in gevonden.delen] == ["ander_soort", "goed"]
    assert gevonden.suggesties == ("WP1", "WP1.1a") == boek.oordeel("WP1, WP1.1a", "evl").suggesties


@pytest.mark.parametrize(
    "tekst", ["EN, WP2", "WP2, nog iets", "WP2 en de rest", "WP2, 3", "WP2, 2.4a", ", ;", "WP2, " * 201]
)
def test_a_text_with_other_words_is_one_unknown_code(tekst: str, boek: Codeboek) -> None:
    assert boek.oordeel(tekst).soort == "onbekend"
    assert boek.oordeel(tekst).delen == ()


def test_no_more_codes_are_told_apart_than_the_limit(boek: Codeboek) -> None:
    for tussen in (", ", " ", "\n"):
        assert len(boek.oordeel(tussen.join(["WP2"] * oordeel.MEESTE_DELEN)).delen) == oordeel.MEESTE_DELEN
        assert boek.oordeel(tussen.join(["WP2"] * (oordeel.MEESTE_DELEN + 1))).soort == "onbekend"


ONBEKEND = [
    ("WP2.9a", "WP heeft geen rij 9", ("WP2.1a", "WP2.2a", "WP2.3a", "WP2.4a", "WP2.5a", "WP2.6a")),
    ("WD2.6b", "WD2.6 heeft geen punt b", ("WD2.6", "WD2.6a", "WD2.1b", "WD2.3b")),
    ("WP2.4c", "WP2.4 heeft geen punt c", ("WP2.4", "WP2.4a", "WP2.4b")),
    ("WP1.5a", "in WP1.5 staat geen succescriterium",
     ("WP1.5", "WP2.5a", "WP3.5a", "WP4.5a", "WP1.1a", "WP1.2a", "WP1.3a", "WP1.4a", "WPI1.5a")),
    ("WP9", "WP gaat tot en met niveau 4", ("WP", "WP1", "WP2", "WP3", "WP4", "WPO", "WPI")),
    ("WP9.9a", "WP gaat tot en met niveau 4 en WP heeft geen rij 9", None),
    ("WP.9", "WP heeft geen rij 9", None),
    ("wp2.9 a", "WP heeft geen rij 9", ("WP2.1a", "WP2.2a", "WP2.3a", "WP2.4a", "WP2.5a", "WP2.6a")),
    ("WP22", "WP gaat tot en met niveau 4", ("WP.2", "WP2", "WP2.2", "WPO2", "WPI2")),
    ("EvL9", "dit raamwerk gaat tot en met niveau 4", ("EvL1", "EvL2", "EvL3", "EvL4")),
    ("XX", "leerlijn XX bestaat niet", ()),
    ("XX2.4a", "leerlijn XX bestaat niet", ("WP2.4a", "WD2.4a")),
    ("WPQ1.1a", "leerlijn WPQ bestaat niet", ("WP1.1a", "WPO1.1a", "WPI1.1a")),
    ("map/Codes van Sem.CSV", "dit is de naam van een bestand; lees het eerst, en geef wat er in staat", ()),
    ("2.4a", "de leerlijn ontbreekt", ("WP2.4a", "WD2.4a", "WPI2.4a")),
    ("2", "de leerlijn ontbreekt", ("WP2", "WD2", "WPO2", "WPI2", "EvL2")),
    ("2.4", "de leerlijn ontbreekt", ("WP2.4", "WD2.4", "WPI2.4")),
    (".4", "de leerlijn ontbreekt", ("WP.4", "WD.4", "WPI.4")),
    ("7.1a", "deze code bestaat niet", ()),
    ("WP2/4a", "deze code bestaat niet", ("WP2.4a",)),
    ("iets heel anders", "deze code bestaat niet", ()),
    ("?" * 61, "deze code bestaat niet", ()),
    ("x", "leerlijn X bestaat niet", ()),
    ("", "hier staat geen code", ()),
    (" \n", "hier staat geen code", ()),
    ("WP2" * 2000, "deze code bestaat niet", ()),
]  # fmt: skip


@pytest.mark.parametrize(("code", "reden", "suggesties"), ONBEKEND, ids=[code[:9] for code, *_ in ONBEKEND])
def test_what_is_unknown_says_what_is_wrong_and_what_is_nearest(
    code: str, reden: str, suggesties: tuple[str, ...] | None, boek: Codeboek
) -> None:
    gevonden = boek.oordeel(code)
    assert (gevonden.code, gevonden.soort, gevonden.reden) == (code, "onbekend", reden)
    assert suggesties is None or gevonden.suggesties == suggesties


def test_a_framework_with_little_in_it_says_so_too() -> None:
    leeg = Codeboek({})
    assert leeg.oordeel("WP2").reden == "leerlijn WP bestaat niet"
    assert leeg.oordeel("EvL1").reden == "dit raamwerk heeft geen niveaus"
    kaal = Codeboek({"leerlijn": ["WP"]})
    assert kaal.oordeel("WP1").reden == "WP heeft geen niveaus"
    assert kaal.oordeel("WP1") == Controle("WP1", "onbekend", ("WP",), "WP heeft geen niveaus")
    los = Codeboek({"leerlijn": ["WP"], "leeruitkomst": ["WP1"], "rij": ["WP.1"]})
    assert los.oordeel("WP1.1").reden == "deze code bestaat niet"


def test_no_more_is_suggested_than_the_limit() -> None:
    letters = "abcdefghijklmnopqrstuvwxy"
    boek = Codeboek({"leerlijn": ["WP"], "succescriterium": [f"WP2.1{letter}" for letter in letters]})
    assert boek.oordeel("WP2.1z").suggesties == tuple(f"WP2.1{letter}" for letter in letters[:20])
    veel = Codeboek(
        {"leerlijn": [f"L{x}" for x in letters.upper()], "leeruitkomst": [f"L{x}1" for x in letters.upper()]}
    )
    assert veel.oordeel("1").suggesties == tuple(f"L{x}1" for x in letters.upper()[:20])


class Onhashbaar(list[str]):
    """Something that cannot be looked up, and does not say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("gegeven", "code"),
    [
        (None, None),
        (3, 3),
        (2.5, 2.5),
        (True, True),
        (math.inf, "inf"),
        pytest.param(10**6000, "een zeer groot getal", id="groot"),
        (["WP2"], "een lijst"),
        (b"WP2", "b'WP2'"),
        ({}, "een object"),
        (Onhashbaar(), "een lijst"),
        (object, "<class 'object'>"),
    ],
)
def test_what_is_no_text_is_no_code(gegeven: object, code: object, boek: Codeboek) -> None:
    gevonden = boek.oordeel(gegeven)
    assert gevonden == boek.oordeel(gegeven, "rij") == Controle(code, "onbekend", (), "een code moet tekst zijn")
    assert boek.oordeel(math.nan).code is None
    json.dumps(gevonden.als_dict(), allow_nan=False)


# Properties.

VERVANGEN = {"I": "l1|І", "l": "I1|", "1": "lI|", "O": "0ОΟ", "0": "Oo", "P": "Р", "a": "а", "E": "Е", "A": "Α"}
TUSSEN = [" ", "-", "–", "—", "_", "\u00a0", "\t "]


@st.composite
def verminkt(draw: st.DrawFn, code: str) -> str:
    """A code with one thing wrong with it that its reader would not see, or that is a matter of habit."""
    soorten = ["klein", "groot", "rand", "breed"]
    soorten += ["punt"] if "." in code and code[code.index(".") - 1].isdigit() else []
    soorten += ["lijkt"] if any(teken in VERVANGEN for teken in code) else []
    soorten += ["tussen"] if any(a.isalpha() and b.isdigit() for a, b in itertools.pairwise(code)) else []
    soort = draw(st.sampled_from(soorten))
    if soort == "lijkt":
        plaats = draw(st.sampled_from([n for n, teken in enumerate(code) if teken in VERVANGEN]))
        return code[:plaats] + draw(st.sampled_from(VERVANGEN[code[plaats]])) + code[plaats + 1 :]
    if soort == "tussen":
        grens = next(n for n, (a, b) in enumerate(itertools.pairwise(code), 1) if a.isalpha() and b.isdigit())
        return code[:grens] + draw(st.sampled_from([" ", "-", "–", "_"])) + code[grens:]
    return {
        "klein": code.lower(),
        "groot": code.upper(),
        "rand": draw(st.sampled_from(TUSSEN)) + code + draw(st.sampled_from(["", *TUSSEN, ".", ";", ","])),
        "breed": "".join(chr(ord(teken) + 0xFEE0) for teken in code),
        "punt": code.replace(".", draw(st.sampled_from(["-", "–", "—", "_", ",", " ", " . "]))),
    }[soort]


@pytest.mark.parametrize("naam", ["verpakt", "klein", "groot"])
@given(st.data())
def test_one_slip_in_any_code_is_put_right_or_left_to_its_reader(naam: str, data: st.DataObject) -> None:
    boek = boek_van(naam)
    code = data.draw(st.sampled_from(list(RAAMWERKEN[naam])))
    fout = data.draw(verminkt(code))
    gevonden = boek.oordeel(fout)
    if fout in RAAMWERKEN[naam]:
        assert gevonden.goed
    elif gevonden.soort == "schrijfwijze":
        # A slip may make another code in capitals: what differs in case only is nearer than what looks alike.
        zelfde = [ander for ander in RAAMWERKEN[naam] if vlak(ander) == vlak(fout)]
        assert gevonden.suggesties == ((code,) if code in zelfde or not zelfde else tuple(zelfde))
    else:
        assert gevonden.soort == "onbekend"
        assert code in gevonden.suggesties


BIJNA = st.one_of(
    st.text(max_size=12),
    st.text("WPDOIEvl. ,;-1234abl0", max_size=12),
    st.sampled_from([*RAAMWERKEN["verpakt"], *OPVOLGERS, *NOTATIES]).flatmap(
        lambda code: st.tuples(st.integers(0, len(code)), st.text("WPx1. ,;", max_size=2)).map(
            lambda deel: code[: deel[0]] + deel[1] + code[deel[0] + len(deel[1]) // 2 :]
        )
    ),
)


@given(BIJNA)
@example("WP1, WP2")
@example("2.4a")
def test_suggestions_exist_and_are_the_same_whoever_asks(tekst: str) -> None:
    boek, kader = boek_van("verpakt", met_eerder=True), RAAMWERKEN["verpakt"]
    alles = boek.oordeel(tekst)
    assert all(code in kader for code in alles.suggesties)
    assert len(set(alles.suggesties)) == len(alles.suggesties)
    assert alles.soort in get_args(Oordeelsoort)
    assert (alles.reden == "") == alles.goed
    for soort in SOORTEN:
        gevraagd = boek.oordeel(tekst, soort)
        if tekst in kader:
            assert gevraagd.soort == ("goed" if ontleed(tekst).soort == soort else "ander_soort")
        else:
            assert (gevraagd.soort, gevraagd.suggesties) == (alles.soort, alles.suggesties)
            fout = boek.fout(tekst, soort)
            assert fout is not None
            assert (fout.code, fout.soort, fout.suggesties) == (tekst, alles.soort, alles.suggesties)


@given(st.one_of(BIJNA, st.integers(), st.floats(), st.none(), st.binary(max_size=3), st.lists(st.text(), max_size=2)))
def test_nothing_raises_and_all_of_it_is_plain_data(gegeven: object) -> None:
    gevonden = boek_van("verpakt", met_eerder=True).oordeel(gegeven)
    assert pickle.loads(pickle.dumps(gevonden)) == gevonden
    assert hash(gevonden) == hash(pickle.loads(pickle.dumps(gevonden)))
    json.dumps(gevonden.als_dict(), allow_nan=False)
    assert len(gevonden.records()) == 1
    assert str(gevonden)
    assert gevonden._tabel().kop == Controle.KOP


# What a judgement is.


def test_suggestions_are_worked_out_once_and_only_when_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    gezocht: list[str] = []
    zoek = oordeel.Nabij.dichtst_bij

    def tel(zelf: oordeel.Nabij, tekst: str, grens: int) -> list[str]:
        gezocht.append(tekst)
        return zoek(zelf, tekst, grens)

    monkeypatch.setattr(oordeel.Nabij, "dichtst_bij", tel)
    boek = boek_van("verpakt")
    gevonden, fout = boek.oordeel("WP2.9a"), boek.onbekend("succescriterium", "WD2.6b", "WP2.1a")
    assert gezocht == []
    assert gevonden.suggesties is gevonden.suggesties
    assert fout.suggesties is fout.suggesties
    assert gezocht == ["wp2.9a", "wd2.6b"]


def test_a_judgement_is_data(boek: Codeboek) -> None:
    goed, fout = boek.oordeel("WP2"), boek.oordeel("wp2")
    assert goed.als_dict() == {"code": "WP2", "soort": "goed", "suggesties": [], "reden": "", "delen": []}
    assert fout.records() == [{"code": "wp2", "soort": "schrijfwijze", "suggesties": "WP2", "reden": oordeel.VORM}]
    assert boek.oordeel("WP1, wp2").als_dict()["delen"] == [
        {"code": "WP1", "soort": "goed", "suggesties": [], "reden": "", "delen": []},
        {"code": "wp2", "soort": "schrijfwijze", "suggesties": ["WP2"], "reden": oordeel.VORM, "delen": []},
    ]
    assert boek.oordeel("2").records()[0]["suggesties"] == "WP2, WD2, WPO2, WPI2, EvL2"
    assert (str(goed), str(fout)) == ("'WP2' is goed", f"'wp2': {oordeel.VORM}; bedoelde je 'WP2'?")
    assert boek.oordeel("WP1, wp2")._regel() == (
        "WP1, wp2",
        "meer codes",
        "hier staan 2 codes; geef ze los",
        "WP1, WP2",
    )
    assert boek.oordeel("wp\n2")._regel()[0] == "'wp\\n2'"
    assert boek.oordeel(3)._regel()[0] == "3"
    assert goed != fout
    with pytest.raises(AttributeError):
        goed.reden = "x"


# What a lookup raises.


def test_a_lookup_raises_what_the_judgement_says(boek: Codeboek) -> None:
    assert boek.fout("WP2") is None
    assert boek.fout("WP2", ("leerlijn", "leeruitkomst")) is None
    assert boek.fout("wp2", "leeruitkomst") == OnbekendeCode(
        "wp2", "leeruitkomst", ("WP2",), (), "schrijfwijze", oordeel.VORM
    )
    samen = boek.onbekend(("leeruitkomst", "succescriterium"), "WP2", "WP9", "wp3", ["x"])
    assert [fout.code for fout in (samen, *samen.verder)] == ["WP9", "wp3", ["x"]]
    assert samen.gevraagd == "leeruitkomst of succescriterium"
    assert boek.onbekend(None, "x").gevraagd == "code"
    assert boek.onbekend("evl", "x").gevraagd == boek.onbekend("evl", 9).gevraagd == "evl"


def test_a_good_spelling_of_another_soort_says_that_too(boek: Codeboek) -> None:
    fout = boek.fout("wp2", "succescriterium")
    assert fout is not None
    assert (fout.soort, fout.suggesties) == ("schrijfwijze", ("WP2",))
    assert fout.reden == f"{oordeel.VORM}; WP2 is een leeruitkomst, geen succescriterium"
    assert boek.oordeel("wp2", "leeruitkomst").reden == oordeel.VORM


TOT_4 = "dit raamwerk gaat tot en met niveau 4"


@pytest.mark.parametrize(
    ("gegeven", "soort", "suggesties", "reden"),
    [
        (9, "onbekend", (), TOT_4),
        (0, "onbekend", (), TOT_4),
        pytest.param(10**6000, "onbekend", (), TOT_4, id="groot"),
        ("2", "schrijfwijze", (2,), oordeel.VORM),
        (" ２", "schrijfwijze", (2,), oordeel.VORM),
        ("l", "schrijfwijze", (1,), oordeel.VORM),
        (2.0, "schrijfwijze", (2,), oordeel.VORM),
        ("EvL2", "ander_soort", (2,), "dit is een EvL"),
        ("evl2", "ander_soort", (2,), "EvL2 is een EvL"),
        ("wp 2", "ander_soort", (2,), "WP2 is een leeruitkomst"),
        ("wp", "onbekend", (), "deze code bestaat niet"),
        ("WP2.4a", "ander_soort", (2,), "dit is een succescriterium"),
        ("WP", "onbekend", (), "deze code bestaat niet"),
        ("WP9", "onbekend", (), "deze code bestaat niet"),
        ("9", "onbekend", (), "deze code bestaat niet"),
        (2.5, "onbekend", (), "deze code bestaat niet"),
        (True, "onbekend", (), "deze code bestaat niet"),
        (None, "onbekend", (), "deze code bestaat niet"),
        ([2], "onbekend", (), "deze code bestaat niet"),
    ],
)
def test_a_niveau_is_a_whole_number(
    gegeven: object, soort: str, suggesties: tuple[int, ...], reden: str, boek: Codeboek
) -> None:
    assert boek.fout(gegeven, "niveau") == OnbekendeCode(gegeven, "niveau", suggesties, (), soort, reden)


def test_what_a_niveau_is_called_says_its_number() -> None:
    boek = Codeboek(
        {"leeruitkomst": ["L3"], "evl": ["EvL1", "EvL2", "EvL3", "EvL4"]}, fasen=["A  B", "L3", "Dubbel", "dubbel"]
    )
    assert [boek.heet(gegeven) for gegeven in (" a b ", "L3", "l3", "DUBBEL", "anders", 1, "a b" * 2000)] == [
        (1,), (), (2,), (3, 4), (), (), (),
    ]  # fmt: skip
    for gevraagd in ("niveau", "evl"):
        assert boek.fout("a b", gevraagd) == OnbekendeCode(
            "a b", gevraagd, (1,), (), "schrijfwijze", "zo heet niveau 1"
        )
        dubbel = boek.fout("dubbel", gevraagd)
        assert dubbel == OnbekendeCode("dubbel", gevraagd, (3, 4), (), "onbekend", "zo heet niveau 3 en 4")


def test_a_name_of_a_niveau_may_have_a_number_of_its_own() -> None:
    boek = Codeboek({"evl": ["EvL1", "EvL2", "EvL3"]}, fasen=["0 None", "Level 1: Junior", "Junior"])
    assert [boek.heet(gegeven) for gegeven in ("none", "0 none", "Junior", "level 1: junior", "", "0")] == [
        (1,), (1,), (3,), (2,), (), (),
    ]  # fmt: skip
    reden = "dit raamwerk gaat tot en met niveau 3; niveau 1 heet '0 None'"
    assert boek.fout(0, "niveau") == OnbekendeCode(0, "niveau", (1,), (), "onbekend", reden)
    dubbel = Codeboek({"evl": ["EvL1", "EvL2"]}, fasen=["7 A", "7 B"])
    assert dubbel.fout(7, "niveau") == OnbekendeCode(
        7, "niveau", (), (), "onbekend", "dit raamwerk gaat tot en met niveau 2"
    )


def test_an_evl_may_be_given_by_its_niveau(boek: Codeboek) -> None:
    assert boek.fout(2, "niveau") is None
    assert boek.fout(2, "evl") is None
    assert str(boek.fout(9, "evl")) == f"9 is geen EvL van dit raamwerk: {TOT_4}"
    assert str(boek.fout("evl 2", "evl")) == "'evl 2' is geen EvL van dit raamwerk; bedoelde je 'EvL2'?"


def test_kinds_of_code_in_words() -> None:
    assert soortnaam(()) == "code"
    assert soortnaam(("evl",)) == "EvL"
    assert soortnaam(("rij", "cel")) == "rij of cel"


def test_every_framework_has_its_own_judgement(elk: Raamwerk) -> None:
    boek = Codeboek(per_soort(elk))
    for code in list(elk)[:50]:
        assert boek.oordeel(f" {code.lower()} ").suggesties[:1] == (code,)


@pytest.mark.parametrize(
    "ding", [Controle, Codeboek, Codeboek.oordeel, Codeboek.fout, Codeboek.onbekend, OnbekendeCode]
)
def test_types_can_be_read(ding: object) -> None:
    assert get_type_hints(ding) is not None


def test_a_notatie_of_signs_alone_is_found_as_it_stands_only() -> None:
    boek = Codeboek({"leerlijn": ["WP"], "leeruitkomst": ["WP1"]}, notaties={"*": ("WP1",)})
    assert boek.oordeel("*").suggesties == ("WP1",)
    assert boek.oordeel("--").soort == "onbekend"


def test_what_a_row_or_leerlijn_is_called_brings_its_code() -> None:
    namen = {"WP": "Werkplek", "WP.1": "Contact en gedrag", "WP.2": "Samenwerken", "WD.1": "samenwerken"}
    boek = Codeboek({"leerlijn": ["WP", "WD"], "rij": ["WP.1", "WP.2", "WD.1"]}, namen=namen)
    assert (
        str(boek.oordeel("contact  EN gedrag"))
        == "'contact  EN gedrag': zo heet een leerlijn of rij; bedoelde je 'WP.1'?"
    )
    assert boek.oordeel("Samenwerken").suggesties == ("WP.2", "WD.1")
    assert boek.oordeel("samenwreken").suggesties == ("WP.2", "WD.1")
    assert boek.oordeel("heel iets anders").suggesties == ()


def test_among_very_many_names_none_is_looked_for_that_is_alike() -> None:
    namen = {f"WP.{n}": f"Naam {'abcdefghij'[n % 10]}{n}" for n in range(1, MEESTE_NAMEN + 2)}
    boek = Codeboek({"leerlijn": ["WP"], "rij": list(namen)}, namen=namen)
    assert boek.oordeel("naam b1").suggesties == ("WP.1",)
    assert boek.oordeel("naam bb11").suggesties == ()
