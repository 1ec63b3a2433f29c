"""Every chart fits on a sheet of A4 lying down, with letters of at least 8 points: measured in its drawing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from conftest import gegevens, maak
from grafiek.tekeningen import GRAFIEKEN, KADERS, Tekening, getekend, groeitabel
from leeruitkomsten import OngeldigeVraag, Raamwerk, cohort, grafiek
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


def hoog(rijen: int, *, lijnen: str = "A", niveaus: int = 2) -> Raamwerk:
    """A framework with so many rows in each leerlijn."""
    return maak([*lijnen], niveaus, {f"{lijn}1.{rij}a": "tekst" for lijn in lijnen for rij in range(1, rijen + 1)})


def in_delen(maak_deel: Callable[[int | None], Any], aantal: int) -> list[dict[str, Any]]:
    """The specs of all parts; without a part, and of one that is not there, nothing is drawn."""
    with pytest.raises(OngeldigeVraag, match=rf"kies met deel een van de {aantal} delen \(1 tot en met {aantal}\)"):
        maak_deel(None)
    for deel in (0, aantal + 1, True, "1"):
        with pytest.raises(OngeldigeVraag, match="deel="):
            maak_deel(deel)  # type: ignore[arg-type]  # on purpose
    return [maak_deel(nummer).to_dict() for nummer in range(1, aantal + 1)]


@pytest.mark.parametrize(("kader_", "aantal"), [(hoog(80), 3), (hoog(25, lijnen="ABC"), 3), (hoog(3, niveaus=31), 3)])
def test_rows_and_niveaus_that_do_not_fit_stand_in_parts(kader_: Raamwerk, aantal: int) -> None:
    stand = kader_.voortgang([])
    delen = in_delen(lambda deel: grafiek.heatmap(kader_, stand, deel=deel), aantal)
    plaatsen = [regel["plaats"] for spec in delen for bron in spec["datasets"].values() for regel in bron]
    assert {f"{rij.leerlijn}{n.nummer}.{rij.nummer}" for rij in kader_.rijen for n in kader_.niveaus} <= {*plaatsen}
    assert [f"Deel {nummer} van {aantal}." in spec["description"] for nummer, spec in enumerate(delen, 1)] == [True] * 3
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.heatmap(kader_, stand, deel=1), "svg")))
    opbouw = in_delen(lambda deel: grafiek.opbouw(kader_, deel=deel), aantal)
    assert [len(spec["datasets"]) for spec in opbouw] == [len(spec["datasets"]) for spec in delen]


def test_modules_that_do_not_fit_stand_in_parts_with_what_none_of_them_does(kader: Raamwerk) -> None:
    plan = kader.dekking({f"Module {nummer}": ["WP1.1a"] for nummer in range(1, 91)})
    delen = in_delen(lambda deel: grafiek.dekking(kader, plan, deel=deel), 3)
    rijen = [
        list(dict.fromkeys(regel["rij"] for bron in spec["datasets"].values() for regel in bron)) for spec in delen
    ]
    assert [len(deel) for deel in rijen] == [31, 31, 31]
    assert [sorted(deel)[-1] for deel in rijen] == ["geen module"] * 3
    assert len({rij for deel in rijen for rij in deel}) == 91
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.dekking(kader, plan, deel=1), "svg")))


@pytest.mark.parametrize("modules", [2, 13])
def test_leeruitkomsten_that_do_not_fit_stand_in_parts(modules: int) -> None:
    groot_ = hoog(1, lijnen="ABCDE", niveaus=15)
    plan = groot_.dekking({str(nummer): ["A1.1a"] for nummer in range(modules)})
    delen = in_delen(lambda deel: grafiek.dekking(groot_, plan, deel=deel), 3)
    plaatsen = {regel["plaats"] for spec in delen for bron in spec["datasets"].values() for regel in bron}
    assert {uitkomst.code for uitkomst in groot_.leeruitkomsten} <= plaatsen
    eis_op_een_blad(Tekening(grafiek.inhoud(grafiek.dekking(groot_, plan, deel=1), "svg")))


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
