"""What a field may hold: one rule per kind, for records and files."""

from __future__ import annotations

import json
import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Leerlijn, Leeruitkomst, OngeldigRaamwerk, Raamwerk, Reeks, Succescriterium
from leeruitkomsten.codes import soort_van
from leeruitkomsten.velden import LANGSTE_TEKST, SOORTEN, element_van, hints_van, tekstfout

GOED: dict[str, list[object]] = {
    "tekst": ["x", "een twee", "café", "a\u200db", "’", "日本"],
    "tekst of leeg": ["x", ""],
    "code": ["WP2", "wat dan ook"],
    "leerlijn": ["A", "ABCDEFGH", "EVLX"],
    "leeruitkomst": ["A1", "WP99"],
    "succescriterium": ["A1.1a", "WP12.9999zzz"],
    "rij": ["A.1", "WP.9999"],
    "niveau": [1, 99],
    "sleutel": ["aa", "a-1", "x" * 40],
    "versie": ["1", "1.0+errata", "2026_a-b", "x" * 64],
    "datum": ["2026-11-24", "2024-02-29"],
    "taal": ["nl", "en-GB", "zh-Hant-TW", "fil"],
    "sha256": ["", "0" * 64],
    "vingerafdruk": ["0" * 64],
    "erratumveld": ["naam", "tekst"],
    "tekst van meer regels": ["x", "een\n\n  twee", "a  b", "日本"],
    "notitiesoort": ["feedback", "feedforward", "afspraak"],
    "bool": [True, False],
}
FOUT: dict[str, list[object]] = {
    "tekst": ["", " ", " x", "x ", "a  b", "a\nb", "e\u0301", "\u202e", "\ud800", "\ue000"],
    "tekst of leeg": [" ", "x ", "a  b"],
    "code": ["", "a  b"],
    "leerlijn": ["", "a", "EVL", "ABCDEFGHI", "A1", "A\n"],
    "leeruitkomst": ["A", "A0", "A01", "A100", "EvL1", "EVL1", "A1\n"],
    "succescriterium": ["A1.1", "A1.0a", "A1.1A", "A1.10000a", "A1.1aaaa", "A1.1a\n", "A1.1é"],
    "rij": ["A1.1", "A.0", "A.01", "A.10000"],
    "niveau": [0, -1, 100, 10**30],
    "sleutel": ["", "a", "A1", "x" * 41, "a_b", "aa\n", "é1"],
    "versie": ["", "1 0", "-1", "x" * 65, "1\n"],
    "datum": ["", "2026-13-01", "2026-02-30", "20261124", "2026-W48-2", "2026-11-24T00:00"],
    "taal": ["", "n", "nl_NL", "nl-", "nederlands"],
    "sha256": ["0" * 63, "A" * 64, "0" * 65],
    "vingerafdruk": ["", "A" * 64],
    "erratumveld": ["code", ""],
    "tekst van meer regels": ["", " x", "x\n", "\n", "a\tb", "a\rb", "e\u0301", "\u202e"],
    "notitiesoort": ["oordeel", "Feedback", ""],
    "bool": [],
}
VERKEERD_TYPE = [None, 1.0, float("nan"), b"x", [], {}, (), object]


@pytest.mark.parametrize("soort", SOORTEN)
def test_each_kind_takes_what_it_is_for_and_says_what_is_wrong_with_the_rest(soort: str) -> None:
    gebrek = SOORTEN[soort].gebrek
    assert [waarde for waarde in GOED[soort] if gebrek(waarde) is not None] == []
    for waarde in FOUT[soort]:
        wat, zin = gebrek(waarde) or ("", "")
        assert wat in {"leeg", "verkeerde_vorm", "verkeerde_waarde"}, waarde
        assert zin.isprintable()
    for waarde in VERKEERD_TYPE:
        wat, zin = gebrek(waarde) or ("", "")
        assert wat == "verkeerd_type", waarde
        assert zin.isprintable()


@pytest.mark.parametrize("soort", sorted(set(SOORTEN) - {"niveau", "bool"}))
def test_a_text_of_another_class_is_no_text(soort: str) -> None:
    class Eigen(str):
        __slots__ = ()

    assert SOORTEN[soort].gebrek(Eigen(GOED[soort][0])) is not None
    assert SOORTEN["niveau"].gebrek(True) is not None


@given(st.text(max_size=8) | st.from_regex(r"[A-Z]{1,3}[0-9]{0,2}\.?[0-9]{0,2}[a-z]{0,2}", fullmatch=True))
def test_the_form_of_a_code_is_that_of_the_grammar(code: str) -> None:
    for soort in ("leerlijn", "leeruitkomst", "succescriterium", "rij"):
        assert (SOORTEN[soort].gebrek(code) is None) == (soort_van(code) == soort)


@given(st.text())
def test_a_sound_text_is_one_line_in_nfc_with_single_spaces(tekst: str) -> None:
    if tekstfout(tekst) is None:
        assert tekst == unicodedata.normalize("NFC", tekst)
        assert tekst.split(" ") == tekst.split()
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", tekst)


def test_every_field_of_a_framework_is_of_a_kind_a_record_or_a_series() -> None:
    assert list(hints_van(Succescriterium)) == ["code", "tekst", "notatie"]
    assert list(hints_van(Leerlijn)) == ["code", "naam", "leeruitkomsten", "omschrijving", "rijnamen"]
    assert element_van(hints_van(Raamwerk)["leerlijnen"]) is Leerlijn
    assert element_van(hints_van(Leerlijn)["leeruitkomsten"]) is Leeruitkomst
    assert element_van(str) is None
    assert element_van(Reeks[Leerlijn]) is Leerlijn


def test_a_text_of_another_type_is_told_by_its_type() -> None:
    gebrek = SOORTEN["succescriterium"].gebrek(np.str_("WP1.1a"))
    zin = "hier hoort de code van een succescriterium, zoals 'WP2.4a', er staat 'WP1.1a' van het type str_"
    assert gebrek == ("verkeerd_type", zin)


WAARDEN = {
    "tekst": st.text("a |\u0301e\u200d\u00a0\n-", max_size=4) | st.sampled_from(["", None, 3, "Je leest."]),
    "succescriterium": st.sampled_from(["WP2.4a", "WP2.4", "A1.1a|A1.1b", "", "WP2.4a ", 1, "A9.9zz"]),
    "leeruitkomst": st.sampled_from(["WP2", "WP", "A1|A2", "", "A1\n", None, "A99"]),
}


@pytest.mark.parametrize("soort", WAARDEN)
@given(data=st.data())
def test_of_many_at_once_none_is_sound_that_is_not_so_alone(soort: str, data: st.DataObject) -> None:
    waarden = data.draw(st.lists(WAARDEN[soort], max_size=3))
    if SOORTEN[soort].alle_gaaf(waarden):
        assert [SOORTEN[soort].gebrek(waarde) for waarde in waarden] == [None] * len(waarden) != []


@pytest.mark.parametrize("soort", WAARDEN)
def test_what_is_sound_is_seen_to_be_so_at_once(soort: str, kader: Raamwerk) -> None:
    records = kader.leeruitkomsten if soort == "leeruitkomst" else kader.succescriteria
    assert SOORTEN[soort].alle_gaaf([record.tekst if soort == "tekst" else record.code for record in records])
    assert not SOORTEN["niveau"].alle_gaaf([1])


@pytest.mark.parametrize("om", ["", "é"])
def test_a_character_that_may_not_be_in_a_text_is_seen_at_once_too(om: str) -> None:
    for teken in map(chr, range(256)):
        tekst = f"{om}a{teken}b"
        gaaf = tekstfout(tekst) is None and teken != "|"  # that stands between: such a list is looked at one by one
        assert SOORTEN["tekst"].alle_gaaf(["Je leest.", tekst]) == gaaf, repr(teken)


@pytest.mark.parametrize("tekst", [" a", "a ", "a  b", " "])
@pytest.mark.parametrize("plaats", [0, 1, 2])
def test_a_space_too_many_is_seen_at_once_wherever_it_stands(tekst: str, plaats: int) -> None:
    assert not SOORTEN["tekst"].alle_gaaf([tekst if plek == plaats else "Je leest." for plek in range(3)])


LANG = "a" * LANGSTE_TEKST


def test_a_text_has_a_length_at_most() -> None:
    te_lang = (
        "te_groot",
        f"deze tekst heeft {LANGSTE_TEKST + 1} tekens, dat mogen er ten hoogste {LANGSTE_TEKST} zijn",
    )
    assert (tekstfout(LANG), tekstfout(f"{LANG}b")) == (None, te_lang)
    assert SOORTEN["tekst"].alle_gaaf(["a", LANG])
    assert not SOORTEN["tekst"].alle_gaaf(["a", f"{LANG}b"])
    assert SOORTEN["tekst"].schema["maxLength"] == LANGSTE_TEKST


def test_a_text_that_is_too_long_is_named_by_its_path() -> None:
    gegevens = lu.laad().als_dict()
    gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"][2]["tekst"] = f"{LANG}b"
    with pytest.raises(OngeldigRaamwerk) as fout:
        lu.lees(json.dumps(gegevens).encode())
    waar = "leerlijnen[0].leeruitkomsten[1].succescriteria[2].tekst"
    assert [(bevinding.pad, bevinding.soort) for bevinding in fout.value.bevindingen] == [(waar, "te_groot")]
