"""Every chart fits on a sheet of A4 lying down, with letters of at least 8 points: measured in its drawing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import gegevens
from grafiek.tekeningen import GRAFIEKEN, KADERS, Tekening, getekend, groeitabel
from leeruitkomsten import Raamwerk, cohort, grafiek
from leeruitkomsten.bouwen import bouw

BREED, HOOG = (297 - 2 * 15) / 25.4 * 72, (210 - 2 * 15) / 25.4 * 72
"""The room of A4 lying down within margins of 15 mm, in points."""
LANG = "Een naam die veel langer is dan waar plaats voor is, met <tekens> en het woord onderwijsleertechnologieontwikkeling"


def eis_op_een_blad(tekening: Tekening) -> None:
    """The chart at the size that fits the sheet has no smaller letters; each text is measured by its own size."""
    breedte, hoogte = float(tekening.wortel.attrib["width"]), float(tekening.wortel.attrib["height"])
    schaal = min(BREED / breedte, HOOG / hoogte)
    letters = {str(deel.get("font-size")) for deel in tekening.wortel.iter() if deel.tag.endswith("}text")}
    assert letters
    kleinst = min(float(maat.removesuffix("px")) for maat in letters)
    assert kleinst * schaal >= 8, f"{breedte} × {hoogte}: letters of {kleinst * schaal:.1f} pt"


def breekt_aan_woorden(tekening: Tekening, naam: str) -> None:
    """A line of a long name ends at the end of a word, or in `…`."""
    woorden = {*naam.split()}
    for tekst in tekening.teksten():
        for regel in tekst.split("\n"):
            if regel in naam and len(regel) > 3 and not regel.endswith("…"):
                assert regel.split()[-1] in woorden, regel


@pytest.mark.dagelijks("breed")
@pytest.mark.parametrize("naam", [naam for naam in KADERS if naam not in ("groot", "vijandig")])
@pytest.mark.parametrize("soort", GRAFIEKEN)
def test_every_chart_fits_on_a_sheet(soort: str, naam: str) -> None:
    eis_op_een_blad(getekend(soort, KADERS[naam]))


@pytest.mark.dagelijks("13", "40")
@pytest.mark.parametrize("aantal", [1, 6, 12, 13, 24, 40])
def test_modules_fit_on_a_sheet(kader: Raamwerk, aantal: int) -> None:
    plan = {f"{nummer} {LANG}": [c.code for c in kader.succescriteria][nummer::7] for nummer in range(aantal)}
    tekening = Tekening(grafiek.inhoud(grafiek.dekking(kader, kader.dekking(plan)), "svg"))
    eis_op_een_blad(tekening)
    breekt_aan_woorden(tekening, LANG)
    # On its side or not: every module has its number.
    gezien = {re.split(r"\s", tekst)[0] for tekst in tekening.teksten()}
    assert {str(nummer) for nummer in range(1, aantal + 1)} <= gezien


def niveaus(aantal: int) -> Raamwerk:
    """A framework of two leerlijnen with so many niveaus, of which all that can be named has a long name."""
    teksten = {
        f"{lijn}{n}.{rij}a": f"Je doet {n}. {LANG}" for lijn in "AB" for n in range(1, aantal + 1) for rij in (1, 2)
    }
    velden = gegevens(["A", "B"], aantal, teksten)
    for deel, naam in (
        *((niveau, "fase") for niveau in velden["niveaus"]),
        *((lijn, "naam") for lijn in velden["leerlijnen"]),
    ):
        deel[naam] = LANG
    velden["leerlijnen"][0]["rijnamen"] = [{"rij": "A.1", "naam": LANG, "uit_bron": False}]
    return bouw(velden)


@pytest.mark.dagelijks("15-rij", "15-naast", "15-groei, naast")
@pytest.mark.parametrize("soort", GRAFIEKEN)
@pytest.mark.parametrize("aantal", [1, 5, 9, 15])
def test_niveaus_fit_on_a_sheet(aantal: int, soort: str) -> None:
    eis_op_een_blad(Tekening(grafiek.inhoud(GRAFIEKEN[soort](niveaus(aantal)), "svg")))


def test_many_of_both_fit_on_a_sheet() -> None:
    kader = niveaus(15)
    plan = {f"{nummer} {LANG}": [c.code for c in kader.succescriteria][nummer::7] for nummer in range(40)}
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.dekking(kader, kader.dekking(plan)), "svg")))


def test_a_long_title_and_a_long_line_below_it_fit_too(kader: Raamwerk) -> None:
    tabel = cohort.per_criterium([{"klas": "2A", "criterium": "WP1.1a"}], per="klas")
    lang = {"titel": LANG * 4, "ondertitel": LANG * 6}
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.heatmap(kader, tabel, per="klas", **lang), "svg")))
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.groei(kader, groeitabel(kader), **lang), "svg")))


def test_a_drawing_with_small_letters_would_be_seen() -> None:
    groot: Any = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="5026" height="700"><text font-size="12px">x</text></svg>'
    )
    with pytest.raises(AssertionError, match=r"letters of 1\.8 pt"):
        eis_op_een_blad(Tekening(groot))
