"""Word differences."""

from __future__ import annotations

import importlib
import itertools
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen.verschil import NAAR_ALLEEN, VAN_ALLEEN, tekstverschil
from leeruitkomsten.vragen.woordblokken import aantal_woorden, gelijke_blokken, woorden
from vragen.gelezen import GELEZEN

module = importlib.import_module("leeruitkomsten.vragen.verschil")


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
    assert "".join(tekst for soort, tekst in delen if soort not in NAAR_ALLEEN) == van
    assert "".join(tekst for soort, tekst in delen if soort not in VAN_ALLEEN) == naar
    assert all(tekst for _, tekst in delen)
    assert {soort for soort, _ in delen} <= {"gelijk", *VAN_ALLEEN, *NAAR_ALLEEN}
    assert all(een[0] != ander[0] for een, ander in itertools.pairwise(delen))


@given(WOORDEN)
def test_a_text_and_itself_do_not_differ(tekst: str) -> None:
    assert tekstverschil(tekst, tekst).delen == ((("gelijk", tekst),) if tekst else ())


def test_it_belongs_to_one_text(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="dit verschil hoort bij een andere tekst"):
        kader.verschil("WP2.6a", "WP3.6a").toegepast_op("Je weegt.")


def test_codes_without_a_text_are_named() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verschil("WP", "EvL2")
    assert [(f.code, f.soort) for f in (fout.value, *fout.value.verder)] == [
        ("WP", "ander_soort"),
        ("EvL2", "ander_soort"),
    ]
    assert str(fout.value).startswith("'WP' is geen leeruitkomst of succescriterium van dit raamwerk: ")


@pytest.mark.parametrize("naam", ["van", "naar"])
def test_what_is_no_text_is_given_back_by_its_name(naam: str) -> None:
    gegeven: Any = {"van": "a", "naar": "b", naam: 3}
    with pytest.raises(lu.VerkeerdType) as fout:
        lu.tekstverschil(**gegeven)
    assert fout.value.gegevens == {naam: 3}


@pytest.mark.parametrize(
    ("van", "naar", "delen"),
    [
        # What both begin and end with may not be the same word twice.
        ("Je leest leest", "Je leest", [("gelijk", "Je leest"), ("vervalt", " leest")]),
        ("Je leest", "Je leest leest", [("gelijk", "Je leest"), ("nieuw", " leest")]),
        ("a a a", "a a", [("gelijk", "a a"), ("vervalt", " a")]),
        ("a b a", "a", [("gelijk", "a"), ("vervalt", " b a")]),
        ("een. twee.", "een.", [("gelijk", "een."), ("vervalt", " twee.")]),
        # Equal in the middle, and at both ends.
        (
            "een twee dertien vier vijf",
            "een 2 dertien 4 vijf",
            [
                ("gelijk", "een"),
                ("vervalt", " twee"),
                ("nieuw", " 2"),
                ("gelijk", " dertien"),
                ("vervalt", " vier"),
                ("nieuw", " 4"),
                ("gelijk", " vijf"),
            ],
        ),
        # A small piece between two differences that are as long is taken up in them.
        (
            "een twee drie vier vijf",
            "een 2 drie 4 vijf",
            [("gelijk", "een"), ("vervalt", " twee drie vier"), ("nieuw", " 2 drie 4"), ("gelijk", " vijf")],
        ),
        # White space is of the word after it, and at the end a piece of its own.
        ("Je leest. ", "Je leest.", [("gelijk", "Je leest."), ("vervalt", " ")]),
        ("Je leest", "Je leest\n ", [("gelijk", "Je leest"), ("nieuw", "\n ")]),
        (" ", "", [("vervalt", " ")]),
        (" Je", "Je", [("vervalt", " Je"), ("nieuw", "Je")]),
    ],
)
def test_the_pieces(van: str, naar: str, delen: list[tuple[str, str]]) -> None:
    gevonden = tekstverschil(van, naar)
    assert (gevonden.van, gevonden.naar) == (van, naar)
    assert gevonden.delen == tuple(delen)


def test_it_applies_to_its_own_text_alone() -> None:
    gevonden = tekstverschil("Je leest een boek.", "Je schrijft een boek.")
    assert gevonden.toegepast_op("Je leest een boek.") == "Je schrijft een boek."
    for tekst in ("", "Je schrijft een boek.", "Je leest een boek", "Je leest een boek. "):
        with pytest.raises(lu.OngeldigeVraag, match=r"^dit verschil hoort bij een andere tekst$") as fout:
            gevonden.toegepast_op(tekst)
        assert (fout.value.soort, fout.value.gegevens) == ("andere_tekst", {"tekst": tekst})


def test_it_draws_itself_as_one_cell() -> None:
    tabel = tekstverschil("Je leest.", "Je schrijft.")._tabel()
    assert tabel.kop == ("Verschil",)
    assert tabel.rijen == (((((("gelijk", "Je"), ("vervalt", " leest"), ("nieuw", " schrijft"), ("gelijk", "."))),),),)
    assert str(tekstverschil("Je leest.", "Je schrijft.")) == "Je [-leest-] {+schrijft+}."


def test_it_is_a_flat_record_with_both_texts() -> None:
    assert tekstverschil("Je leest.", "Je schrijft.").records() == [
        {"van": "Je leest.", "naar": "Je schrijft.", "verschil": "Je [-leest-] {+schrijft+}."}
    ]


@pytest.mark.parametrize(("van", "naar"), [("WP", "WP2"), ("WP2", "WP")])
def test_of_two_codes_only_the_one_without_a_text_is_named(van: str, naar: str) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verschil(van, naar)
    assert (fout.value.code, fout.value.verder) == ("WP", ())


@pytest.mark.parametrize(("van", "naar", "waarom", "tekst"), GELEZEN, ids=lambda deel: deel if " " not in deel else "")
def test_the_differences_that_were_read(kader: Raamwerk, van: str, naar: str, waarom: str, tekst: str) -> None:
    gevonden = kader.verschil(van, naar)
    assert str(gevonden) == tekst, waarom
    assert gevonden.naast_elkaar == waarom.startswith("heel: ")


def stappen(kader: Raamwerk) -> list[tuple[lu.Succescriterium, lu.Succescriterium]]:
    """Every criterium with each of the next niveau at which its row asks something."""
    cellen = [[cel for cel in rij.cellen if cel] for rij in kader.rijen]
    return [
        (een, ander)
        for rij in cellen
        for laag, hoog in itertools.pairwise(rij)
        for een, ander in itertools.product(laag, hoog)
    ]


def kleine(stukken: list[tuple[bool, str]]) -> int:
    """How many equal pieces of at most three words stand between two differences."""
    return sum(gelijk and aantal_woorden(woorden(tekst)) <= 3 for gelijk, tekst in stukken[1:-1])


def kaal(van: str, naar: str) -> list[tuple[bool, str]]:
    """Both texts compared by the word and no more: pieces, and whether they are equal."""
    oud, nieuw = woorden(van), woorden(naar)
    uit: list[tuple[bool, str]] = []
    i = j = 0
    for vanaf, tegen, aantal in gelijke_blokken(oud, nieuw):
        if (i, j) != (vanaf, tegen):
            uit.append((False, ""))
        if aantal:
            uit.append((True, "".join(oud[vanaf : vanaf + aantal])))
        i, j = vanaf + aantal, tegen + aantal
    return uit


def test_the_figures_in_the_docs_are_those_of_all_pairs(kader: Raamwerk) -> None:
    alle = [kader.verschil(een.code, ander.code) for een, ander in stappen(kader)]
    rest = [verschil for verschil in alle if not verschil.naast_elkaar]
    verplaatst = [verschil for verschil in rest if any(soort == "vandaan" for soort, _ in verschil.delen)]
    assert (len(alle), len(alle) - len(rest), len(rest), len(verplaatst)) == (112, 79, 33, 8)
    paren = [paar for naar in (2, 3, 4) for rij in kader.verdieping(naar - 1, naar) for paar in rij.paren]
    heel = [paar for paar in paren if kader.verschil(*(c.code for c in paar)).naast_elkaar]
    assert (len(paren), len(heel)) == (57, 26)
    gebleven = sum(kleine([(soort == "gelijk", tekst) for soort, tekst in v.delen]) for v in rest)
    assert (gebleven, sum(kleine(kaal(v.van, v.naar)) for v in alle)) == (20, 178)


def test_between_two_differences_no_small_word_stays(kader: Raamwerk) -> None:
    """It is longer than one of them, in letters, or more than three words, or one of the texts reads on there.

    Between one that only adds and one that only leaves out it is longer than a word such as 'en' or 'naar'.
    """
    for een, ander in stappen(kader):
        delen = kader.verschil(een.code, ander.code).delen
        for plek, (soort, tekst) in enumerate(delen):
            voor = [*itertools.takewhile(lambda deel: deel[0] != "gelijk", reversed(delen[:plek]))]
            na = [*itertools.takewhile(lambda deel: deel[0] != "gelijk", delen[plek + 1 :])]
            if soort != "gelijk" or not voor or not na:
                continue
            lang = [
                max(sum(len(t) for s, t in kant if s == welk) for welk in ("vervalt", "nieuw")) for kant in (voor, na)
            ]
            soorten = {soort for soort, _ in (*voor, *na)}
            leest_door = any(not soorten & {*kant} for kant in (VAN_ALLEEN, NAAR_ALLEEN))
            los = all(
                any(not {s for s, _ in gat} & {*kant} for kant in (VAN_ALLEEN, NAAR_ALLEEN)) for gat in (voor, na)
            )
            assert len(tekst) > (8 if los else min(lang)) or leest_door or aantal_woorden(woorden(tekst)) > 3, delen


@pytest.mark.parametrize(
    ("van", "naar", "tekst"),
    [
        # A row of words that both texts have at another place.
        (
            "Je luistert en vraagt goed door.",
            "Je vraagt goed door en luistert.",
            "Je [~luistert~] [-en-] vraagt goed door {+en+} {~luistert~}.",
        ),
        # All that went away or came there.
        ("Je leest vaak een goed boek.", "Je leest een goed boek vaak.", "Je leest [~vaak~] een goed boek {~vaak~}."),
        # Words of three letters do not move.
        (
            "Je kan nu een heel goed boek lezen.",
            "Je kan een heel goed boek nu lezen.",
            "Je kan [-nu-] een heel goed boek {+nu+} lezen.",
        ),
        # A word that stands there more than once tells nothing.
        ("a vaak b vaak c d e f g h", "a b c d e f g h vaak", "a [-vaak-] b [-vaak-] c d e f g h {+vaak+}"),
        # Punctuation alone does not move.
        ("een )( twee drie vier", "een twee drie vier )(", "een [-)(-] twee drie vier {+)(+}"),
    ],
)
def test_words_that_moved_are_not_lost(van: str, naar: str, tekst: str) -> None:
    assert str(tekstverschil(van, naar)) == tekst


@given(WOORDEN, WOORDEN)
def test_what_moved_stands_as_often_in_both(van: str, naar: str) -> None:
    delen = tekstverschil(van, naar).delen
    kanten = [
        sorted(w.strip() for soort, deel in delen if soort == kant for w in woorden(deel))
        for kant in ("vandaan", "hierheen")
    ]
    assert kanten[0] == kanten[1]


def test_where_a_text_only_adds_to_another_nothing_is_lost() -> None:
    kort, lang = (
        "Je leest een boek.",
        "Je leest thuis, op school en in de trein naar oma elke dag een heel erg dik boek.",
    )
    for van, naar, soort in ((kort, lang, "nieuw"), (lang, kort, "vervalt")):
        gevonden = tekstverschil(van, naar)
        assert {s for s, _ in gevonden.delen} == {"gelijk", soort}
        assert not gevonden.naast_elkaar


def test_texts_that_differ_much_stand_whole() -> None:
    gevonden = tekstverschil("Je leest een boek.", "Wij bouwen samen een huis.")
    assert gevonden.naast_elkaar
    assert gevonden.als_dict()["naast_elkaar"]
    assert gevonden._tabel().kop == ("Van", "Naar")
    assert gevonden._tabel().rijen == (("Je leest een boek.", "Wij bouwen samen een huis."),)
    assert str(gevonden) == "[-Je leest een boek.-] {+Wij bouwen samen een huis.+}"
    for van, naar in (("", "Je leest."), ("Je leest.", ""), ("", ""), ("Je leest.", "Je leest.")):
        assert not tekstverschil(van, naar).naast_elkaar


@pytest.mark.parametrize(
    ("gelijk", "anders", "heel"), [(3, 7, False), (2, 8, True), (29, 71, True), (30, 70, False), (0, 1, True)]
)
def test_from_three_tenths_of_all_words_on_they_are_compared(gelijk: int, anders: int, heel: bool) -> None:
    samen = " ".join(f"samen{n}" for n in range(gelijk))
    van, naar = (f"{samen} {' '.join(f'{kant}{n}' for n in range(anders))}".strip() for kant in ("oud", "nieuw"))
    assert tekstverschil(van, naar).naast_elkaar == heel


def test_long_texts_with_all_that_moves_take_time_by_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs in another order, signs that each stand there once, and the same word over and over."""
    gekeken = 0
    tel = aantal_woorden

    def telt(stukken: Any) -> int:
        nonlocal gekeken
        stukken = [*stukken]
        gekeken += len(stukken)
        return tel(stukken)

    monkeypatch.setattr(module, "aantal_woorden", telt)
    stukken = [" ".join(f"w{n}x{m}" for m in range(20)) for n in range(400)]
    anders = random.Random(1).sample(stukken, len(stukken))
    tekens = " ".join(chr(0x2200 + n) for n in range(800))
    for van, naar in (
        (" ".join(stukken), " ".join(anders)), (f"{tekens} midden", f"midden {tekens}"), ("ja nee " * 3000, "nee ja " * 3000),
    ):  # fmt: skip
        gekeken = 0
        assert tekstverschil(van, naar).toegepast_op(van) == naar
        assert gekeken <= 8 * (len(woorden(van)) + len(woorden(naar)))
