"""Properties that hold for every input, each with the rule it proves."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk, laad
from leeruitkomsten.vragen import zoek as zoeken

KADER = laad()
CODES = list(KADER)
ALLES = st.one_of(
    st.text(), st.integers(), st.floats(), st.none(), st.binary(), st.lists(st.text()), st.sampled_from(CODES)
)
# Texts that are nearly codes: what a person types.
BIJNA = st.builds(
    lambda code, plek, teken: code[: plek % (len(code) + 1)] + teken + code[plek % (len(code) + 1) :],
    st.sampled_from(CODES),
    st.integers(0, 10),
    st.sampled_from([" ", "\n", "l", "O", "0", ".", "a", "é", "\u200b", "٢", "\ud800"]),
)


def test_lookup_of_a_code_is_its_record() -> None:
    """Any code → its record (`x.code` is `x`)."""
    for record in (*KADER.leerlijnen, *KADER.leeruitkomsten, *KADER.succescriteria, *KADER.rijen, *KADER.evls):
        assert KADER[record.code] is record


@given(st.one_of(ALLES, BIJNA))
def test_any_other_code_raises_onbekende_code_and_nothing_else(code: object) -> None:
    """Lookup raises; the error carries what was asked."""
    for vraag in (
        KADER.__getitem__, KADER.leerlijn, KADER.niveau, KADER.leeruitkomst, KADER.succescriterium, KADER.evl, KADER.rij,
        KADER.opbouw, KADER.volgende, KADER.vorige,
    ):  # fmt: skip
        try:
            vraag(code)
        except OnbekendeCode as fout:
            assert fout.code is code  # NaN is not equal to itself
            assert str(fout)
        else:
            assert (isinstance(code, str) and code in CODES) or (type(code) is int and 1 <= code <= 4)


@given(ALLES | BIJNA, ALLES | BIJNA)
def test_verdieping_raises_key_or_value_errors_only(van: object, naar: object) -> None:
    """`OnbekendeCode` for what does not exist, `ValueError` for what does not rise."""
    try:
        stappen = KADER.verdieping(van, naar)
    except (OnbekendeCode, ValueError) as fout:
        assert str(fout)  # that nothing else escapes is the point
    else:
        assert stappen


LEERLIJNEN = st.none() | st.lists(st.sampled_from(["WP", "WD", "WPO", "WPI"]))
NIVEAUS = st.none() | st.lists(st.integers(1, 4))
RIJEN = st.none() | st.lists(st.sampled_from([rij.code for rij in KADER.rijen]))


@given(LEERLIJNEN, NIVEAUS, RIJEN)
def test_filters_commute_never_invent_and_keep_source_order(
    leerlijn: list[str] | None, niveau: list[int] | None, rij: list[str] | None
) -> None:
    """A filter returns a tuple: those that meet every keyword, in source order."""
    samen = KADER.kies(leerlijn=leerlijn, niveau=niveau, rij=rij)
    los = [set(KADER.kies(leerlijn=leerlijn)), set(KADER.kies(niveau=niveau)), set(KADER.kies(rij=rij))]
    for volgorde in itertools.permutations(los):
        assert set.intersection(*volgorde) == set(samen)
    assert list(samen) == [c for c in KADER.succescriteria if c in set(samen)]


def test_verdieping_rises_mirrors_the_rows_and_covers_both_sides_once(elk: Raamwerk) -> None:
    """One result per row with something on either side; every criterium of both sides stands in exactly one."""
    kader = elk
    nummers = [niveau.nummer for niveau in kader.niveaus]
    for van, naar in itertools.combinations(nummers, 2):
        stappen = kader.verdieping(van, naar)
        assert [c for s in stappen for c in s.van] == list(kader.kies(niveau=van))
        assert [c for s in stappen for c in s.naar] == list(kader.kies(niveau=naar))
        rijen = [r for r in kader.rijen if r.cellen[van - 1] or r.cellen[naar - 1]]
        assert [s.rij for s in stappen] == [r.code for r in rijen]
        for stap, rij in zip(stappen, rijen, strict=True):
            assert (stap.van, stap.naar) == (rij.cellen[van - 1], rij.cellen[naar - 1])
            assert stap.paren in ((), tuple(zip(stap.van, stap.naar, strict=False)))


@given(st.sampled_from(KADER.succescriteria), st.sampled_from(KADER.succescriteria))
def test_applying_the_difference_to_one_text_gives_the_other(
    een: lu.Succescriterium, ander: lu.Succescriterium
) -> None:
    """Applied to a it gives b to the letter."""
    assert KADER.verschil(een.code, ander.code).toegepast_op(een.tekst) == ander.tekst


@given(st.text() | st.text(st.sampled_from("abdeghilmnorst (").map(str), max_size=4))
def test_search_finds_texts_that_have_what_was_asked(tekst: str) -> None:
    """Every fragment stands in the text; words of a text find that text."""
    for treffer in KADER.zoek(tekst):
        gevonden = zoeken.vouw("".join(treffer.fragmenten))
        kaal = gevonden.replace("(", "").replace(")", "")
        for term in treffer.termen:
            assert set(term) <= set(gevonden) | set(kaal)
            assert term in zoeken.vouw(treffer.item.tekst) or term in zoeken.vouw(
                treffer.item.tekst.replace("(", "").replace(")", "")
            )


@given(st.sampled_from(KADER.succescriteria), st.data())
def test_words_of_a_text_find_that_text(criterium: lu.Succescriterium, data: st.DataObject) -> None:
    """Several words must all occur, in any order and case."""
    woorden = data.draw(st.lists(st.sampled_from(criterium.tekst.split()), min_size=1, max_size=4))
    gevonden = KADER.zoek(" ".join(woorden).upper())
    assert criterium.code in [treffer.code for treffer in gevonden]


@given(st.lists(ALLES | BIJNA))
def test_controleer_gives_one_finding_per_code_and_never_fails(codes: list[object]) -> None:
    """A finding per code; good means: exactly a code of this framework."""
    bevindingen = KADER.controleer(codes)
    assert len(bevindingen) == len(codes)
    for code, bevinding in zip(codes, bevindingen, strict=True):
        assert (bevinding.soort == "goed") == (isinstance(code, str) and code in CODES)
        assert set(bevinding.suggesties) <= set(CODES)
        assert bool(bevinding.reden) != (bevinding.soort == "goed")
