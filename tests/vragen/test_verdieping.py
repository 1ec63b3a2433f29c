"""Progression: what deepens."""

from __future__ import annotations

import copy
import itertools
import pickle

import attrs
import pandas as pd
import pytest

import leeruitkomsten as lu
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.vragen.verdieping import Verdiepingen


def test_wp2_to_wp3_is_six_rows() -> None:
    stappen = lu.verdieping("WP2", "WP3")
    assert [(s.rij, s.soort, len(s.van), len(s.naar)) for s in stappen] == [
        ("WP.1", "verdiept", 2, 2),
        ("WP.2", "verdiept", 1, 1),
        ("WP.3", "verdiept", 1, 1),
        ("WP.4", "verdiept", 2, 2),
        ("WP.5", "verdiept", 2, 2),
        ("WP.6", "verdiept", 1, 1),
    ]
    assert [(een.code, ander.code) for een, ander in stappen[3].paren] == [
        ("WP2.4a", "WP3.4a"),
        ("WP2.4b", "WP3.4b"),
    ]


def test_a_row_that_begins_later_is_new() -> None:
    stap = next(s for s in lu.verdieping("WP1", "WP2") if s.rij == "WP.5")
    assert (stap.soort, stap.van, stap.paren) == ("nieuw", (), ())
    assert [c.code for c in stap.naar] == ["WP2.5a", "WP2.5b"]
    assert [s.soort for s in lu.verdieping("WD2", "WD3") if s.rij == "WD.5"] == ["nieuw"]
    assert [s.rij for s in lu.verdieping("WD1", "WD2")] == ["WD.1", "WD.2", "WD.3", "WD.4", "WD.6"]


def test_unequal_cells_suggest_no_pairs() -> None:
    stap = next(s for s in lu.verdieping("WPO3", "WPO4") if s.rij == "WPO.2")
    assert (len(stap.van), len(stap.naar), stap.paren) == (1, 3, ())


def test_two_niveaus_take_all_leerlijnen_in_source_order(kader: Raamwerk) -> None:
    samen = lu.verdieping(2, 3)
    los = [s for lijn in kader.leerlijnen for s in lu.verdieping(f"{lijn.code}2", f"{lijn.code}3")]
    assert list(samen) == los
    assert len(samen) == 20


def test_niveaus_may_be_skipped() -> None:
    assert [s.soort for s in lu.verdieping("WP1", "WP4")] == ["verdiept"] * 4 + ["nieuw"] * 2


def test_every_pair_of_niveaus_covers_each_criterium_once(kader: Raamwerk) -> None:
    for van, naar in itertools.combinations(range(1, 5), 2):
        stappen = lu.verdieping(van, naar)
        assert [c for s in stappen for c in s.van] == list(kader.kies(niveau=van))
        assert [c for s in stappen for c in s.naar] == list(kader.kies(niveau=naar))


def test_an_answer_is_kept(kader: Raamwerk) -> None:
    assert kader.verdieping("WP2", "WP3") is kader.verdieping("WP2", "WP3")


@pytest.mark.parametrize(
    ("van", "naar", "soort", "melding"),
    [
        ("WP3", "WP2", "niet_omhoog", "verdieping gaat omhoog: van niveau 3 naar niveau 2 kan niet"),
        (2, 2, "niet_omhoog", "verdieping gaat omhoog: van niveau 2 naar niveau 2 kan niet"),
        ("WP2", "WPO3", "andere_leerlijn", "WP2 en WPO3 horen bij verschillende leerlijnen (WP en WPO)"),
        ("WP2", 3, "ongelijke_soorten", "verdieping vraagt twee leeruitkomsten of twee niveaus, niet van elk één"),
    ],
)
def test_what_does_not_rise_within_one_leerlijn_is_refused(van: object, naar: object, soort: str, melding: str) -> None:
    with pytest.raises(lu.OngeldigeVraag) as fout:
        lu.verdieping(van, naar)
    assert str(fout.value) == melding
    assert (fout.value.soort, fout.value.gegevens) == (soort, {"van": van, "naar": naar})


def test_all_that_is_wrong_with_the_sides_is_said() -> None:
    with pytest.raises(lu.OngeldigeVraag) as fout:
        lu.verdieping("WP3", "WPO2")
    assert [een.soort for een in (fout.value, *fout.value.verder)] == ["andere_leerlijn", "niet_omhoog"]
    assert [een.gegevens for een in fout.value.verder] == [{"van": "WP3", "naar": "WPO2"}]


def test_unknown_sides_are_both_named() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lu.verdieping("WPl1", None)
    assert [f.code for f in (fout.value, *fout.value.verder)] == ["WPl1", None]
    with pytest.raises(OnbekendeCode) as fout:
        lu.verdieping("WP1", "WPx2")
    assert [f.code for f in (fout.value, *fout.value.verder)] == ["WPx2"]
    for van, naar in [(0, 5), (["WP1"], "WP2"), ("WP", "WP2"), ("WP2.4a", "WP3.4a")]:
        with pytest.raises(OnbekendeCode):
            lu.verdieping(van, naar)


def test_soorten_in_a_framework_where_all_of_them_occur(klein: Raamwerk) -> None:
    assert [(s.rij, s.soort) for s in klein.verdieping("A1", "A2")] == [
        ("A.1", "gelijk"),
        ("A.2", "vervalt"),
        ("A.3", "nieuw"),
        ("A.4", "verdiept"),
    ]
    assert klein.verdieping("A1", "A2")[0].paren


def test_what_was_asked_before_makes_no_difference(kader: Raamwerk) -> None:
    kader.verdieping(2, 3)
    for van, naar in [(2.0, 3.0), (2, 3.0), (True, 2)]:
        with pytest.raises((OnbekendeCode, ValueError)):
            kader.verdieping(van, naar)


def test_as_plain_data_pairs_are_codes() -> None:
    stap = lu.verdieping("WP2", "WP3")[3].als_dict()
    assert (stap["rij"], stap["soort"]) == ("WP.4", "verdiept")
    assert stap["paren"] == [["WP2.4a", "WP3.4a"], ["WP2.4b", "WP3.4b"]]


def test_a_row_brings_its_name(kader: Raamwerk, klein: Raamwerk) -> None:
    for stap in kader.verdieping(1, 4):
        rij = kader.opbouw(stap.rij)
        naam = {"rij_naam": rij.naam, "naam_uit_bron": rij.naam_uit_bron}
        assert rij.naam
        assert (stap.rij_naam, stap.naam_uit_bron) == (rij.naam, rij.naam_uit_bron)
        assert naam.items() <= stap.als_dict().items()
        assert all(naam.items() <= regel.items() for regel in stap.records())
        assert stap._tabel().rijen[0][0] == ((("code", stap.rij),), (("naam", rij.naam),))
    assert {stap.rij_naam for stap in klein.verdieping("A1", "A2")} == {None}
    assert klein.verdieping("A1", "A2")._tabel().rijen[0][0] == ((("code", "A.1"),),)


def test_whose_the_names_are_is_said_below_the_table(kader: Raamwerk, klein: Raamwerk) -> None:
    eigen = "De namen van de rijen zijn van dit pakket, niet van de bron."
    stappen = kader.verdieping("WP1", "WP2")
    assert stappen._tabel().voet.split("\n")[1:] == [eigen]
    assert stappen[4]._tabel().voet == stappen[4:]._tabel().voet == eigen
    assert "dit pakket" not in klein.verdieping("A1", "A2")._tabel().voet
    een, twee, _ = (attrs.evolve(stap, naam_uit_bron=plek == 0) for plek, stap in enumerate(stappen[:3]))
    assert Verdiepingen([een])._tabel().voet.count("bron") == 0
    assert Verdiepingen([een, twee])._tabel().voet.endswith("\nDe naam van WP.2 is van dit pakket, niet van de bron.")


def test_it_says_itself_in_one_line() -> None:
    assert str(lu.verdieping("WP1", "WP2")[4]) == "WP.5 nieuw: – → WP2.5a, WP2.5b"
    assert repr(lu.verdieping("WP2", "WP3")[0]) == "<Verdieping WP.1 verdiept: WP2.1a, WP2.1b → WP3.1a, WP3.1b>"


def test_both_sides_are_drawn_with_the_words_that_differ() -> None:
    stap = lu.verdieping("WP2", "WP3")[3]
    tabel = stap._tabel()
    assert tabel.kop == ("Rij", "Soort", "Van", "Naar")
    assert tabel.voet.split("\n") == [
        "Gemarkeerd: woorden die verschillen; met ≠: te veel anders voor losse woorden. "
        "De criteria zijn op volgorde gekoppeld; dat is een suggestie.",
        "De namen van de rijen zijn van dit pakket, niet van de bron.",
    ]
    [(rij, soort, van, naar)] = tabel.rijen
    assert (rij, soort) == (((("code", "WP.4"),), (("naam", "Motivatie en groepsprocessen"),)), "verdiept")
    rest = ("gelijk", " en begeleidt groepsprocessen.")
    assert van[1] == (("code", "WP2.4b"), ("gelijk", " "), ("gelijk", "Je"), ("vervalt", " herkent"), rest)
    assert naar[1] == (("code", "WP3.4b"), ("gelijk", " "), ("gelijk", "Je"), ("nieuw", " stuurt"), rest)
    assert [regel[0] for regel in (*van, *naar)] == [
        ("code", "WP2.4a"), ("code", "WP2.4b"), ("code", "WP3.4a"), ("code", "WP3.4b"),
    ]  # fmt: skip


def test_where_nothing_is_paired_nothing_is_marked(klein: Raamwerk) -> None:
    weg, nieuw = klein.verdieping("A1", "A2")[1:3]
    assert (weg._tabel().voet, nieuw._tabel().voet) == ("", "")
    [(rij, soort, van, naar)] = weg._tabel().rijen
    assert (rij, soort, naar) == (((("code", "A.2"),),), "vervalt", ())
    assert [[regel[0], "".join(tekst for _, tekst in regel)] for regel in van] == [[("code", "A1.2a"), "A1.2a weg"]]
    [(rij, soort, van, naar)] = nieuw._tabel().rijen
    assert (rij, soort, van) == (((("code", "A.3"),),), "nieuw", ())
    assert [[regel[0], "".join(tekst for _, tekst in regel)] for regel in naar] == [[("code", "A2.3a"), "A2.3a nieuw"]]
    assert (str(weg), str(nieuw)) == ("A.2 vervalt: A1.2a → –", "A.3 nieuw: – → A2.3a")


def test_all_of_a_step_as_plain_data() -> None:
    stap = lu.verdieping("WP1", "WP2")[4]
    gegevens = stap.als_dict()
    assert {naam: gegevens[naam] for naam in ("rij", "soort", "van", "paren")} == {
        "rij": "WP.5",
        "soort": "nieuw",
        "van": [],
        "paren": [],
    }
    assert [c["code"] for c in gegevens["naar"]] == ["WP2.5a", "WP2.5b"]


def test_lower_rows_and_other_leerlijnen_are_not_mixed_in(klein: Raamwerk) -> None:
    assert [(s.rij, s.soort) for s in klein.verdieping(1, 3)] == [
        ("PED.1", "vervalt"),
        ("A.1", "vervalt"),
        ("A.2", "vervalt"),
        ("A.4", "vervalt"),
        ("A.27", "nieuw"),
    ]
    assert [s.rij for s in klein.verdieping("PED1", "PED2")] == ["PED.1"]
    assert klein.verdieping("PED2", "PED3") == ()


def test_steps_are_flat_records_one_for_each_criterium() -> None:
    kort = [
        {
            naam: regel[naam]
            for naam in ("criterium", "leeruitkomst", "leerlijn", "rij", "niveau", "soort", "kant", "paar")
        }
        for regel in lu.verdieping("WPO3", "WPO4").records()
    ]

    def regel(code: str, soort: str, kant: str, paar: str | None) -> dict[str, object]:
        niveau, rij = int(code[3]), code[5]
        plek = {"leeruitkomst": code[:4], "leerlijn": "WPO", "rij": f"WPO.{rij}", "niveau": niveau}
        return {"criterium": code, **plek, "soort": soort, "kant": kant, "paar": paar}

    assert kort == [
        regel("WPO3.1a", "verdiept", "van", "WPO4.1a"),
        regel("WPO4.1a", "verdiept", "naar", "WPO3.1a"),
        regel("WPO3.2a", "verdiept", "van", None),  # one criterium against three: no pair is suggested
        regel("WPO4.2a", "verdiept", "naar", None),
        regel("WPO4.2b", "verdiept", "naar", None),
        regel("WPO4.2c", "verdiept", "naar", None),
        regel("WPO3.3a", "verdiept", "van", "WPO4.3a"),
        regel("WPO4.3a", "verdiept", "naar", "WPO3.3a"),
    ]
    assert lu.verdieping("WPO3", "WPO4").records()[0]["tekst"] == lu.succescriterium("WPO3.1a").tekst


def test_it_says_of_which_framework_it_is_in_slices_copies_and_equality(kader: Raamwerk) -> None:
    verbeterd = lu.laad(errata=True)
    een, ander = kader.verdieping("WP1", "WP2"), verbeterd.verdieping("WP1", "WP2")
    assert (een.kenmerk, ander.kenmerk) == (kader.kenmerk, verbeterd.kenmerk)
    # The first rows read the same in both, and are still of another framework.
    assert tuple(een[:2]) == tuple(ander[:2])
    assert een[:2] != ander[:2]
    for kopie in (een[:], copy.copy(een), copy.deepcopy(een), pickle.loads(pickle.dumps(een))):
        assert type(kopie) is Verdiepingen
        assert (kopie, kopie.kenmerk, hash(kopie)) == (een, kader.kenmerk, hash(een))
    assert een == tuple(een)
    assert een.als_dict() == {
        "kenmerk": kader.kenmerk.als_dict(),
        "van": kader.niveau(1).als_dict(),
        "naar": kader.niveau(2).als_dict(),
        "regels": een.als_dicts(),
    }


def test_its_table_says_what_the_niveaus_are_called() -> None:
    assert lu.verdieping("WP1", "WP3")[:1]._tabel().kop == (
        "Rij", "Soort", "Van niveau 1 (Oriëntatiefase)", "Naar niveau 3 (Visiefase)",
    )  # fmt: skip
    assert lu.verdieping(1, 2)[:0]._tabel().kop == ()


def test_a_niveau_is_asked_for_by_its_number_and_the_error_says_which_is_called_so(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        kader.verdieping("Oriëntatiefase", " visieFASE")
    assert str(fout.value).splitlines() == [
        "'Oriëntatiefase' is geen niveau van dit raamwerk: zo heet niveau 1; bedoelde je 1?",
        "' visieFASE' is geen niveau van dit raamwerk: zo heet niveau 3; bedoelde je 3?",
    ]
    for van, naar in (("Geenfase", "Visiefase"), (1, "Geenfase")):
        with pytest.raises(OnbekendeCode, match=r"^'Geenfase' is geen niveau van dit raamwerk$"):
            kader.verdieping(van, naar)


def test_its_records_are_a_usable_table(kader: Raamwerk) -> None:
    frame = pd.DataFrame(lu.verdieping(1, 4).records())
    assert list(frame.columns) == [
        "criterium", "leerlijn", "leeruitkomst", "rij", "niveau", "letter", "notatie", "tekst",
        "rij_naam", "naam_uit_bron", "soort", "kant", "paar",
    ]  # fmt: skip
    assert sorted(frame["criterium"]) == sorted(c.code for c in kader.kies(niveau=[1, 4]))
    assert set(frame["niveau"][frame["kant"] == "van"]) == {1}
    assert set(frame["niveau"][frame["kant"] == "naar"]) == {4}
    paren = {r.criterium: r.paar for r in frame.itertuples() if isinstance(r.paar, str)}
    assert all(paren[ander] == een for een, ander in paren.items())
    assert len(paren) == 2 * sum(len(s.paren) for s in kader.verdieping(1, 4))
    assert list(dict.fromkeys(frame["rij"])) == [s.rij for s in kader.verdieping(1, 4)]


def test_texts_that_differ_much_stand_whole_with_a_sign_before_them() -> None:
    [(_, soort, van, naar)] = lu.verdieping("WPO1", "WPO4")[0]._tabel().rijen
    assert soort == "verdiept"
    assert [[*cel] for cel in (van, naar)] == [
        [(("gelijk", "≠ "), ("code", c.code), ("gelijk", f" {c.tekst}"))]
        for c in map(lu.succescriterium, ("WPO1.1a", "WPO4.1a"))
    ]


def test_words_that_moved_are_marked_at_both_sides() -> None:
    [(_, _, van, naar)] = lu.verdieping("WPI2", "WPI3")[2]._tabel().rijen
    [een], [ander] = van, naar
    assert isinstance(een, tuple)
    assert isinstance(ander, tuple)
    assert ("vandaan", " waar nodig") in een
    assert ("hierheen", " waar nodig") in ander
    assert {soort for soort, _ in een} == {"code", "gelijk", "vervalt", "vandaan"}
    assert {soort for soort, _ in ander} == {"code", "gelijk", "nieuw", "hierheen"}
