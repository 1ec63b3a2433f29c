"""Moodle's grade outcomes: what PHP's fgetcsv reads of it is what the framework says, by the importer's rules."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from conftest import RAAMWERKEN, heet, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.test_canvas import lees_met, platte_tekst
from uitwisseling.vijandig import MET_BACKSLASH, vijandig


def bestand(kader: Raamwerk, **opties: Any) -> bytes:
    return schrijf(kader, "moodle", soort="beoordeling", **opties)


def met_php(inhoud: bytes) -> dict[str, dict[str, str]]:
    """The outcomes by short name."""
    uitkomsten: dict[str, dict[str, str]] = lees_met("php", "beoordeling.php", inhoud)["uitkomsten"]
    return uitkomsten


def te_tonen(kader: Raamwerk) -> dict[str, str]:
    """What a student shows, by code: criteria, and leeruitkomsten without any."""
    delen = [deel for u in met_inhoud(kader) for deel in (u.succescriteria or (u,))]
    return {deel.code: heet(kader, deel) for deel in delen}


def test_every_criterium_is_an_outcome_to_the_letter() -> None:
    for kader in (vijandig(MET_BACKSLASH), *RAAMWERKEN.values()):
        gelezen = met_php(bestand(kader))
        assert [*gelezen] == [f"{kader.sleutel}_{code}" for code in te_tonen(kader)]
        for code, tekst in te_tonen(kader).items():
            uitkomst = gelezen[f"{kader.sleutel}_{code}"]
            assert platte_tekst(uitkomst["omschrijving"]) == [tekst]
            heel = f"{code} {tekst}".replace("<", "‹").replace(">", "›")
            assert uitkomst["naam"] == heel or (len(heel) > 255 and heel.find(uitkomst["naam"].removesuffix("…")) == 0)
            assert uitkomst["waarden"] == "Nog niet aangetoond,Aangetoond"


def test_the_packaged_framework_has_its_criteria(kader: Raamwerk) -> None:
    assert len(met_php(bestand(kader))) == 101


def test_the_scale_and_the_ids_are_those_asked_for(kader: Raamwerk) -> None:
    gelezen = met_php(bestand(kader, schaal=["Nee", "Deels", "=Ja"], naamruimte="pabo"))
    assert {(u["schaal"], u["waarden"]) for u in gelezen.values()} == {("Nee – Deels – '=Ja", "Nee,Deels,'=Ja")}
    assert all(naam.startswith("pabo_werkplekleren_W") for naam in gelezen)
    assert len(met_php(bestand(kader, schaal=["x" * 200, "y" * 200]))) == 101


def test_no_cell_is_a_formula() -> None:
    cellen = [
        cel
        for rij in csv.reader(io.StringIO(bestand(vijandig(MET_BACKSLASH)).decode(), ""), delimiter=";")
        for cel in rij
    ]
    assert not [cel for cel in cellen if cel[:1] in ("=", "+", "-", "@")]


def test_a_line_that_moodle_would_cut_is_refused_by_its_code() -> None:
    # 8191 bytes is what it reads at once; a name has 255 characters of it, and é is two bytes.
    lang = maak(["A"], 1, {"A1.1a": "é" * 4000, "A1.1b": "kort", "A1.1c": "x" * 7700, "A1.1d": "x" * 8000})
    with pytest.raises(ValueError, match=r"^klein_A1.1a, de regel: .* bytes, er passen er 8191\nklein_A1.1d, [^\n]*$"):
        bestand(lang)


def test_a_backslash_that_hides_a_quote_is_refused_in_a_name_only() -> None:
    voorin = "een " * 70
    goed = maak(["A"], 1, {"A1.1a": f'{voorin}pad\\"aanhaling', "A1.1b": f"{voorin}eind \\"})
    assert platte_tekst(met_php(bestand(goed))["klein_A1.1a"]["omschrijving"]) == [f'{voorin}pad\\"aanhaling']
    with pytest.raises(ValueError, match=r"^klein_A1.1a: Moodle leest een backslash"):
        bestand(maak(["A"], 1, {"A1.1a": 'een pad\\"aanhaling'}))


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        ("outcome_shortname;", "kort;", "header"),
        ("werkplekleren_WP1.2a;", "werkplekleren_WP1.1a;", "skipped"),
        ("Van laag naar hoog.\r\nWP1.2a", "Van laag naar hoog.;x\r\nWP1.2a", "line 2"),
        (";Nog niet aangetoond,Aangetoond;", ";;", "line 2"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = bestand(kader).decode()
    assert goed in inhoud
    with pytest.raises(AssertionError, match=fout):
        met_php(inhoud.replace(goed, kapot, 1).encode())
