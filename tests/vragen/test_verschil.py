"""Word differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen.verschil import tekstverschil


def test_the_examples() -> None:
    assert str(lu.verschil("WP2.6a", "WP3.6a")).startswith(
        "Je weegt in [-standaardsituaties-] {+complexe situaties+} verschillende "
    )
    assert str(lu.verschil("WD3.4a", "WD4.4a")).endswith("te versterken {+en te differentiëren+}.")


def test_leeruitkomsten_have_texts_too(kader: Raamwerk) -> None:
    gevonden = lu.verschil("WP2", "WP3")
    assert gevonden.toegepast_op(kader["WP2"].tekst) == kader["WP3"].tekst
    assert str(gevonden).endswith("in je klassen in [-standaardsituaties-] {+complexe situaties+}.")


@pytest.mark.parametrize(
    ("van", "naar", "tekst"),
    [
        ("", "", ""),
        ("a", "a", "a"),
        ("", "Een begin.", "{+Een begin.+}"),
        ("Een eind.", "", "[-Een eind.-]"),
        ("een twee", "een drie twee", "een {+drie+} twee"),
        ("de les", "de les.", "de les{+.+}"),
        ("collega's", "collega’s", "[-collega's-]{+collega’s+}"),
        ("de collega’s", "de collega’n", "de [-collega’s-] {+collega’n+}"),
        ("a-b", "a-c", "a-[-b-]{+c+}"),
        ("a b", "a  b", "a [-b-]  {+b+}"),
        ("stil (heel) stil", "stil", "stil [-(heel) stil-]"),
    ],
)
def test_the_signs(van: str, naar: str, tekst: str) -> None:
    gevonden = tekstverschil(van, naar)
    assert str(gevonden) == tekst
    assert gevonden.toegepast_op(van) == naar


@given(st.text(), st.text())
def test_applied_to_the_one_it_gives_the_other_to_the_letter(van: str, naar: str) -> None:
    assert tekstverschil(van, naar).toegepast_op(van) == naar


WOORDEN = st.lists(st.sampled_from(["Je", " leest", " een", " boek", ".", ",", " (school)", " niet-", "  "])).map(
    "".join
)


@given(WOORDEN, WOORDEN)
def test_the_pieces_of_each_side_are_its_text(van: str, naar: str) -> None:
    delen = tekstverschil(van, naar).delen
    assert "".join(tekst for soort, tekst in delen if soort != "nieuw") == van
    assert "".join(tekst for soort, tekst in delen if soort != "vervalt") == naar
    assert all(tekst for _, tekst in delen)
    assert {soort for soort, _ in delen} <= {"gelijk", "nieuw", "vervalt"}


@given(WOORDEN)
def test_a_text_and_itself_do_not_differ(tekst: str) -> None:
    assert tekstverschil(tekst, tekst).delen == ((("gelijk", tekst),) if tekst else ())


def test_it_belongs_to_one_text(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="dit verschil hoort bij een andere tekst"):
        kader.verschil("WP2.6a", "WP3.6a").toegepast_op("Je weegt.")


def test_codes_without_a_text_are_named() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verschil("WP", "EvL2")
    assert [f.code for f in (fout.value, *fout.value.verder)] == ["WP", "EvL2"]
    assert (fout.value.gevraagd, fout.value.soort) == ("leeruitkomst of succescriterium", "ander_soort")
