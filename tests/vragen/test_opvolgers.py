"""Codes that ended: each stays resolvable to what follows it, in every version that comes with the package."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.herkomst import Vervallen
from leeruitkomsten.record import Reeks
from test_vergelijking import raamwerk


def verdwenen(oud: Raamwerk, nieuw: Raamwerk) -> list[str]:
    """Codes of the older version that are in the newer one neither as they were nor as ended."""
    bekend = {*nieuw, *(vervallen.code for vervallen in nieuw.vervallen)}
    eerder = [*oud, *(vervallen.code for vervallen in oud.vervallen)]
    return [code for code in eerder if code not in bekend]


def hergebruikt(oud: Raamwerk, nieuw: Raamwerk) -> list[str]:
    """Codes that ended before and are there again."""
    return [vervallen.code for vervallen in oud.vervallen if vervallen.code in nieuw]


KAARTEN = {"A1.1a": "Je leest.", "A1.1b": "Je schrijft.", "A2.1a": "Je rekent."}
KEREN = {code: tekst for code, tekst in KAARTEN.items() if code != "A1.1b"}


def test_no_code_of_an_older_version_is_missing_without_having_ended() -> None:
    kaders = [lu.laad(versie) for versie in lu.versies()]
    for oud, nieuw in itertools.combinations(kaders, 2):
        assert verdwenen(oud, nieuw) == []
        assert hergebruikt(oud, nieuw) == []
        for code in oud:
            assert all(opvolger in nieuw for opvolger in nieuw.opvolgers(code))
    assert verdwenen(kaders[0], kaders[-1]) == []


@pytest.mark.parametrize(
    ("nieuw", "mis"),
    [
        (raamwerk(KAARTEN), []),
        (raamwerk({**KAARTEN, "A1.2a": "Je telt."}), []),
        (raamwerk(KEREN), ["A1.1b"]),
        (raamwerk(KEREN, vervallen={"A1.1b": []}), []),
        (raamwerk(KEREN, vervallen={"A1.1b": ["A1.1a"]}), []),
        (raamwerk(KEREN, vervallen={"A1.1c": ["A1.1a"]}), ["A1.1b"]),
        (raamwerk(leerlijnen={"A": "Leren"}), ["A1.1a", "A1.1b", "A2.1a", "A.1"]),
    ],
)
def test_that_proof_fails_on_a_code_that_went_in_silence(nieuw: Raamwerk, mis: list[str]) -> None:
    gevonden = verdwenen(raamwerk(KAARTEN), nieuw)
    assert [code for code in gevonden if code in mis] == mis
    assert bool(gevonden) == bool(mis)


def test_that_proof_fails_on_an_ended_code_that_is_forgotten_or_used_again() -> None:
    midden = raamwerk(KEREN, vervallen={"A1.1b": ["A1.1a"]})
    assert verdwenen(midden, raamwerk(KEREN)) == ["A1.1b"]
    assert hergebruikt(midden, raamwerk(KAARTEN)) == ["A1.1b"]
    assert hergebruikt(midden, midden) == []


def test_every_packaged_criterium_that_is_taken_out_makes_that_proof_fail(kader: Raamwerk) -> None:
    from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens

    for plaats, lijn in enumerate(kader.leerlijnen):
        for uitkomst in lijn.leeruitkomsten:
            code = uitkomst.succescriteria[-1].code
            gegevens = kader.als_dict()
            gegevens["errata"] = []
            gegevens["leerlijnen"][plaats]["leeruitkomsten"][uitkomst.niveau - 1]["succescriteria"].pop()
            assert code in verdwenen(kader, uit_gegevens(gegevens))
            gegevens["vervallen"] = [{"code": code, "opvolgers": [], "sinds": "1.1", "reden": "proef"}]
            assert code not in verdwenen(kader, uit_gegevens(gegevens))


@pytest.mark.parametrize(
    ("vervallen", "gevolgd"),
    [
        ({"A1.1b": ["A1.1a"]}, ("A1.1a",)),
        ({"A1.1b": ["A2.1a", "A1.1a"]}, ("A2.1a", "A1.1a")),
        ({"A1.1b": []}, ()),
        ({"A1.1b": ["A1.2a"], "A1.2a": ["A1.3a"], "A1.3a": ["A2.1a"]}, ("A2.1a",)),
        ({"A1.1b": ["A1.2a", "A1.3a"], "A1.2a": ["A2.1a"], "A1.3a": ["A1.1a", "A2.1a"]}, ("A2.1a", "A1.1a")),
        ({"A1.1b": ["A1.2a", "A1.1a"], "A1.2a": []}, ("A1.1a",)),
        ({"A1.1b": ["A1"]}, ("A1",)),
    ],
)
def test_an_ended_code_resolves_to_what_follows_it(vervallen: dict[str, list[str]], gevolgd: tuple[str, ...]) -> None:
    kader = raamwerk(KEREN, vervallen=vervallen)
    assert kader.opvolgers("A1.1b") == gevolgd
    assert lu.lees(lu.schrijf(kader)).opvolgers("A1.1b") == gevolgd


def test_a_code_that_exists_follows_itself(kader: Raamwerk, klein: Raamwerk) -> None:
    for eigen in (kader, klein):
        assert all(eigen.opvolgers(code) == (code,) for code in eigen)


@pytest.mark.parametrize("code", ["A1.9a", "a1", "", None, ["A1"], 3])
def test_a_code_that_never_was_is_unknown(code: object) -> None:
    kader = raamwerk(KEREN, vervallen={"A1.1b": ["A1.1a"]})
    with pytest.raises(OnbekendeCode) as fout:
        kader.opvolgers(code)
    assert fout.value.code == code


def test_an_ended_code_is_not_in_the_framework() -> None:
    kader = raamwerk(KEREN, vervallen={"A1.1b": ["A1.1a"]})
    assert "A1.1b" not in kader
    with pytest.raises(OnbekendeCode):
        kader["A1.1b"]


def test_an_ended_code_says_so_in_one_dutch_sentence() -> None:
    [een] = raamwerk(KEREN, vervallen={"A1.1b": ["A1.1a", "A2.1a"]}).vervallen
    assert str(een) == "A1.1b is vervallen sinds 2.0, opgevolgd door A1.1a en A2.1a: proef"
    assert str(attrs.evolve(een, opvolgers=())) == "A1.1b is vervallen sinds 2.0: proef"
    assert een.als_dict() == {"code": "A1.1b", "opvolgers": ["A1.1a", "A2.1a"], "sinds": "2.0", "reden": "proef"}
    assert Reeks([een])._tabel().rijen == (("A1.1b", "2.0", "A1.1a, A2.1a", "proef"),)
    assert een == Vervallen("A1.1b", ("A1.1a", "A2.1a"), "2.0", "proef")


def test_a_chain_may_be_of_any_length() -> None:
    codes = [f"A1.{rij}{letter}" for rij in range(2, 100) for letter in "abcdefghijklmnopqrstuvwxyz"]
    ketting = {een: [ander] for een, ander in itertools.pairwise([*codes, "A1.1a"])}
    assert raamwerk(KEREN, vervallen=ketting).opvolgers("A1.2a") == ("A1.1a",)


def test_of_a_chain_of_many_every_code_leads_to_its_end() -> None:
    # Walked anew from each of its codes, a chain like this would take longer than anyone waits.
    letters = "abcdefghijklmnopqrstuvwxyz"
    codes = [f"{lijn}1.{rij}{letter}" for lijn in letters.upper()[1:10] for rij in range(1, 99) for letter in letters]
    codes = ["A1.1b", *codes[:19_999]]
    ketting = {een: [ander] for een, ander in itertools.pairwise([*codes, "A1.1a"])}
    kader = raamwerk(KEREN, vervallen=ketting)
    assert {kader.opvolgers(code) for code in codes} == {("A1.1a",)}
    assert not kader.controleer("q")[0].goed
    assert kader.controleer(codes[0])[0].suggesties == ("A1.1a",)
    [wijziging] = lu.vergelijk(raamwerk(KAARTEN), kader)
    assert (wijziging.oud, wijziging.opvolgers) == ("A1.1b", ("A1.1a",))


def test_what_follows_along_the_way_stands_in_its_order() -> None:
    cellen = [f"A1.{rij}" for rij in range(2, 99)]
    kaarten = {**KEREN, **{f"{cel}a": f"Je doet {cel}." for cel in cellen}}
    kam = {f"{cel}b": [f"{cel}a", f"{hoger}b"] for cel, hoger in itertools.pairwise(cellen)}
    kader = raamwerk(kaarten, vervallen={**kam, f"{cellen[-1]}b": []})
    assert kader.opvolgers("A1.2b") == tuple(f"{cel}a" for cel in cellen[:-1])
    assert kader.controleer("a1.2B")[0].suggesties == kader.opvolgers("A1.2b")


def test_ways_that_part_and_meet_again_are_walked_once() -> None:
    treden = [(f"A1.{rij}a", f"A1.{rij}b") for rij in range(2, 62)]
    ladder = {code: list(hoger) for trede, hoger in itertools.pairwise(treden) for code in trede}
    kader = raamwerk(KEREN, vervallen={**ladder, **{code: ["A2.1a", "A1.1a"] for code in treden[-1]}})
    # Walked once for each way there is, this would take longer than anyone waits: there are 2 ** 60 ways.
    assert kader.opvolgers("A1.2a") == ("A2.1a", "A1.1a")


@given(st.data())
def test_every_ended_code_leads_to_codes_that_exist(data: st.DataObject) -> None:
    weg = [f"A1.{rij}a" for rij in range(2, 8)]
    vervallen = {
        code: data.draw(st.lists(st.sampled_from([*weg[plaats + 1 :], *KEREN]), unique=True, max_size=3))
        for plaats, code in enumerate(weg)
    }
    kader = raamwerk(KEREN, vervallen=vervallen)
    for code in weg:
        gevolgd = kader.opvolgers(code)
        assert len(set(gevolgd)) == len(gevolgd)
        bereikt, vorige = {code}, set[str]()
        while bereikt != vorige:
            vorige, bereikt = bereikt, bereikt.union(*(vervallen.get(een, []) for een in bereikt))
        assert set(gevolgd) == bereikt - {*weg}


def test_a_check_of_codes_says_which_have_ended() -> None:
    kader = raamwerk(KEREN, vervallen={"A1.9a": ["A1.1a"], "A1.9b": []})
    met, zonder = kader.controleer(["A1.9a", "A1.9b"])
    sinds = "deze code is vervallen sinds versie 2.0"
    assert (met.goed, met.soort, met.suggesties, met.reden) == (False, "vervallen", ("A1.1a",), sinds)
    assert (zonder.goed, zonder.soort, zonder.suggesties) == (False, "vervallen", ())
    assert zonder.reden == f"{sinds}, zonder opvolger"


def test_looking_up_an_ended_code_suggests_what_follows_it() -> None:
    kader = raamwerk(KEREN, vervallen={"A1.9a": ["A1.1a"]})
    for vraag in (kader.succescriterium, kader.__getitem__):
        with pytest.raises(lu.OnbekendeCode) as fout:
            vraag("A1.9a")
        assert fout.value.suggesties == ("A1.1a",)


def test_a_code_that_never_was_is_named(klein: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        klein.opvolgers("ZZ9")
    assert (fout.value.code, fout.value.gevraagd) == ("ZZ9", "code")
