"""Every number in a chart is that of the table behind it: worked out here anew, from codes alone."""

from __future__ import annotations

import math
import re
import string
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from grafiek.tekeningen import KADERS, Tekening, bewijs, gegevens, getekend, helft, modules, spec
from leeruitkomsten import Raamwerk, cohort, grafiek, ontleed
from leeruitkomsten.vragen.woordblokken import gelijke_blokken
from leeruitkomsten.vragen.woordblokken import woorden as in_stukken

Cellen = dict[str, list[str]]


@pytest.fixture(params=KADERS)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework with something to draw."""
    return KADERS[str(request.param)]


@pytest.fixture
def tekening(kader: Raamwerk, request: pytest.FixtureRequest) -> Tekening:
    """A chart of the packaged framework, drawn and read back."""
    return getekend(request.param, kader)


def per(kader: Raamwerk, deel: Any) -> Cellen:
    """The codes of the criteria by what `deel` gives of each code."""
    uit: Cellen = {}
    for criterium in kader.succescriteria:
        uit.setdefault(deel(criterium.code), []).append(criterium.code)
    return uit


def cel(code: str) -> str:
    return code.rstrip(string.ascii_lowercase)


def uitkomst(code: str) -> str:
    return code.partition(".")[0]


def niveau(code: str) -> int | None:
    return ontleed(code).niveau


def geraster(uit: dict[str, Any], *velden: str) -> dict[str, tuple[Any, ...]]:
    """Of each place in a grid the fields that were asked; every place once."""
    regels = [regel for regel in gegevens(uit) if "plaats" in regel]
    uniek = {(regel["rij"], regel["kolom"]): regel for regel in regels}
    assert len({regel["plaats"] for regel in uniek.values()}) == len(uniek)
    return {regel["plaats"]: tuple(regel.get(veld) for veld in velden) for regel in uniek.values()}


def alle_plaatsen(kader: Raamwerk) -> set[str]:
    """The codes of all cells, empty ones too, and of all leeruitkomsten."""
    niveaus = range(1, len(kader.niveaus) + 1)
    cellen = {f"{rij.leerlijn}{n}.{rij.nummer}" for rij in kader.rijen for n in niveaus}
    return cellen | {f"{lijn.code}{n}" for lijn in kader.leerlijnen for n in niveaus}


def stippen(codes: list[str], getoond: set[str], nog: str = "○") -> str:
    """What a cell of a student says: a dot per criterium, and of more than eight how many."""
    n = len(getoond.intersection(codes))
    return "".join("●" if code in getoond else nog for code in codes) if len(codes) <= 8 else f"{n}/{len(codes)}"


def opschrift(uit: dict[str, Any], plaats: str, tekst: str) -> str:
    """What a heading says of a place: with its code, unless columns are so narrow that no heading of the chart has one."""
    koppen = [r["tekst"] for r in gegevens(uit) if "plaats" in r and "." not in r["plaats"]]
    return f"{plaats}: {tekst}" if any(":" in kop for kop in koppen) else tekst


def test_a_student(elk: Raamwerk) -> None:
    getoond = set(helft(elk))
    gekregen = geraster(spec("student", elk), "aangetoond", "totaal", "tekst", "per_criterium")
    assert set(gekregen) == alle_plaatsen(elk)
    for plaats, (aangetoond, totaal, tekst, los) in gekregen.items():
        codes = (per(elk, cel) | per(elk, uitkomst)).get(plaats, [])
        n = len(getoond.intersection(codes))
        if not codes:
            assert tekst in ("–", plaats)
            continue
        assert (aangetoond, totaal) == (n, len(codes))
        verwacht = (
            stippen(codes, getoond) if "." in plaats else opschrift(spec("student", elk), plaats, f"{n}/{len(codes)}")
        )
        assert tekst == verwacht
        assert los == ", ".join(f"{code} {'aangetoond' if code in getoond else 'nog niet'}" for code in codes)


def test_of_one_niveau_the_others_have_what_was_shown_there_and_no_colour(elk: Raamwerk) -> None:
    getoond = set(helft(elk))
    klassen = geraster(spec("student, niveau 1", elk), "klasse", "tekst", "aangetoond")
    gewoon = geraster(spec("student", elk), "klasse", "tekst", "aangetoond")
    cellen = per(elk, cel)
    gevraagd = {plaats for plaats in cellen if niveau(plaats) == 1}
    assert {plaats: klassen[plaats] for plaats in gevraagd} == {plaats: gewoon[plaats] for plaats in gevraagd}
    for plaats in cellen.keys() - gevraagd:
        aangetoond = len(getoond.intersection(cellen[plaats]))
        assert klassen[plaats] == (None, stippen(cellen[plaats], getoond, "·"), aangetoond)


def procent(deel: Fraction) -> str:
    if 0 < deel < Fraction(1, 100):
        return "<1%"
    if Fraction(99, 100) < deel < 1:
        return ">99%"
    return f"{math.floor(deel * 100 + Fraction(1, 2))}%"


@pytest.mark.parametrize("deel", [0.0, 0.004, 0.24, 0.245, 0.25, 0.5, 0.745, 0.75, 0.99, 0.996, 1.0])
def test_a_share_its_text_and_its_colour_say_the_same(deel: float) -> None:
    klein = KADERS["een"]
    tabel = [{"criterium": "A1.1a", "aangetoond": round(deel * 1000), "totaal": 1000}]
    tekst, klasse = geraster(grafiek.heatmap(klein, tabel).to_dict(), "tekst", "klasse")["A1.1"]
    assert tekst == procent(Fraction(round(deel * 1000), 1000))
    getal = int(re.sub(r"\D", "", tekst))
    laag, _, hoog = klasse.removesuffix("%").partition("–")
    assert int(laag) <= getal <= int(hoog or laag)


def test_a_cohort(elk: Raamwerk) -> None:
    regels = bewijs(elk)
    studenten = {regel["student"] for regel in regels}
    wie = Counter((regel["criterium"]) for regel in regels)
    gekregen = geraster(spec("cohort", elk), "tekst", "klasse", "per_criterium")
    assert set(gekregen) == alle_plaatsen(elk)
    for plaats, codes in (per(elk, cel) | per(elk, uitkomst)).items():
        gemiddeld = sum((Fraction(wie[code], len(studenten)) for code in codes), Fraction(0)) / len(codes)
        tekst, _, los = gekregen[plaats]
        assert tekst == (
            procent(gemiddeld) if "." in plaats else opschrift(spec("cohort", elk), plaats, procent(gemiddeld))
        )
        assert los == ", ".join(f"{code} {wie[code]}" for code in codes)


def test_numbers_per_leerlijn_and_niveau(elk: Raamwerk) -> None:
    telling = Counter(uitkomst(c.code) for c in elk.succescriteria)
    gekregen = {regel["leeruitkomst"]: regel["aantal"] for regel in gegevens(spec("aantallen", elk))}
    assert gekregen == {
        f"{lijn.code}{n.nummer}": telling[f"{lijn.code}{n.nummer}"] for lijn in elk.leerlijnen for n in elk.niveaus
    }


def woorden(tekst: str) -> list[str]:
    """The words of a text; the vowels of Arabic are marks on a letter, and no end of a word."""
    return re.findall(r"[^\W_][\w\u064b-\u0652]*(?:['’]\w+)*", tekst)


def hertelling(kader: Raamwerk, van: list[str], naar: list[str]) -> dict[str, int]:
    """The words of one step: pair by pair in equal cells, else the texts of both as one.

    What stayed are the words that both have in the same order, also those that `verschil` takes up in a difference.
    """
    kanten = [[kader[code].tekst for code in cel_] for cel_ in (van, naar)]
    paren = [*zip(*kanten, strict=True)] if len(van) == len(naar) else [tuple(map(" ".join, kanten))]
    uit = {"vervallen": 0, "gebleven": 0, "nieuw": 0}
    for laag, hoog in paren:
        stukken = in_stukken(laag)
        gelijk = ["".join(stukken[i : i + aantal]) for i, _, aantal in gelijke_blokken(stukken, in_stukken(hoog))]
        gebleven = sum(len(woorden(stuk)) for stuk in gelijk)
        uit["gebleven"] += gebleven
        uit["vervallen"] += len(woorden(laag)) - gebleven
        uit["nieuw"] += len(woorden(hoog)) - gebleven
    return uit


def cellen_met_vorige(kader: Raamwerk) -> dict[str, tuple[str, str | None]]:
    """Each filled cell with its row, and the last cell of that row before it that asks something."""
    vorige: dict[str, str] = {}
    uit: dict[str, tuple[str, str | None]] = {}
    for plaats in sorted(per(kader, cel), key=lambda plaats: niveau(plaats) or 0):
        rij = re.sub(r"[1-9][0-9]*\.", ".", plaats, count=1)
        uit[plaats] = (rij, vorige.get(rij))
        vorige[rij] = plaats
    return uit


def test_all_rows(elk: Raamwerk) -> None:
    gekregen = geraster(spec("opbouw", elk), "aantal", "nieuw", "woorden", "tekst", "klasse", "codes")
    assert set(gekregen) == alle_plaatsen(elk)
    criteria = per(elk, cel)
    for plaats, codes in per(elk, uitkomst).items():
        assert gekregen[plaats][0] == len(codes)
        assert gekregen[plaats][3] == opschrift(spec("opbouw", elk), plaats, str(len(codes)))
        assert gekregen[plaats][5] == ", ".join(codes)
    for plaats, (_, van) in cellen_met_vorige(elk).items():
        aantal, nieuw, alle, tekst, klasse, codes = gekregen[plaats]
        teksten = [elk[code].tekst for code in criteria[plaats]]
        assert (aantal, codes) == (len(teksten), ", ".join(criteria[plaats]))
        assert alle == len(woorden(" ".join(teksten)))
        smal = not tekst.endswith((" · begint", " · gelijk", " nieuw"))
        assert smal <= (len(elk.niveaus) > 8)
        if van is None:
            assert (tekst, klasse, nieuw) == (f"{aantal}" if smal else f"{aantal} · begint", "rij begint", alle)
        elif [elk[code].tekst for code in criteria[van]] == teksten:
            assert (tekst, klasse, nieuw) == (f"{aantal}·0%" if smal else f"{aantal} · gelijk", "0%", 0)
        else:
            assert nieuw == hertelling(elk, criteria[van], criteria[plaats])["nieuw"]
            getoond = (
                tekst.removeprefix(f"{aantal}·" if smal else f"{aantal} · ").removesuffix("% nieuw").removesuffix("%")
            )
            assert abs(int(getoond) - (100 * nieuw / alle if alle else 0)) < 1


@pytest.mark.dagelijks("klein", "breed")
def test_the_words_of_a_row_add_up(elk: Raamwerk) -> None:
    criteria = per(elk, cel)
    vorige = cellen_met_vorige(elk)
    for rij in elk.rijen:
        regels = gegevens(grafiek.opbouw(elk, rij.code).to_dict(validate=False))
        for plaats in (plaats for plaats, (van_rij, _) in vorige.items() if van_rij == rij.code):
            staven = {r["soort"]: r for r in regels if "soort" in r and r["niveau"] == niveau(plaats)}
            n = {soort: staven.get(soort, {"aantal": 0})["aantal"] for soort in ("vervallen", "gebleven", "nieuw")}
            van = vorige[plaats][1]
            assert n == hertelling(elk, criteria[van] if van else [], criteria[plaats])
            assert n["gebleven"] + n["nieuw"] == len(woorden(" ".join(elk[c].tekst for c in criteria[plaats])))
            oud = " ".join(elk[c].tekst for c in criteria[van]) if van else ""
            assert n["gebleven"] + n["vervallen"] == len(woorden(oud))
            assert all(r["tot"] - r["van"] == r["aantal"] for r in staven.values())
            assert all(r["tot"] <= 0 if r["soort"] == "vervallen" else r["van"] >= 0 for r in staven.values())


def test_the_words_of_one_step_as_counted_by_hand(kader: Raamwerk) -> None:
    # WP2.4b → WP3.4b: "herkent" becomes "stuurt", four of five words stay. WP2.4a → WP3.4a: ten stay, and eight come:
    # stimuleert, het, zelfvertrouwen, van, leerlingen, je, hen, hen.
    regels = gegevens(grafiek.opbouw(kader, "WP3.4b").to_dict())
    stap = {r["soort"]: r["aantal"] for r in regels if "soort" in r and r["niveau"] == 3}
    assert stap == {"vervallen": 1, "gebleven": 4 + 10, "nieuw": 1 + 8}


def test_modules(elk: Raamwerk) -> None:
    per_uitkomst = per(elk, uitkomst)
    plan = {naam: {c for code in codes for c in per_uitkomst.get(code, [code])} for naam, codes in modules(elk).items()}
    alle = set().union(*plan.values())
    regels = [r for r in gegevens(spec("dekking", elk)) if "module" in r]
    kolommen = list(dict.fromkeys(r["kolom"] for r in regels))
    assert [kolom.partition("\n")[0] for kolom in kolommen] == ["1", "2", "3", "4", "5", "geen module"]
    gekregen = {(r["plaats"], r["kolom"]): (r["aantal"], r["totaal"]) for r in regels}
    for kolom, codes in zip(kolommen, [*plan.values(), {c.code for c in elk.succescriteria} - alle], strict=True):
        for lijn in elk.leerlijnen:
            samen = [code for u in lijn.leeruitkomsten for code in per_uitkomst.get(u.code, [])]
            assert gekregen.pop((str(lijn), kolom)) == (len(codes.intersection(samen)), len(samen))
            for u in lijn.leeruitkomsten:
                eigen = per_uitkomst.get(u.code, [])
                assert gekregen.pop((u.code, kolom)) == (len(codes.intersection(eigen)), len(eigen))
    assert not gekregen
    for regel in regels:
        geen = regel["kolom"] == kolommen[-1]
        assert (regel.get("klasse") == "ongedekt") == (geen and regel["aantal"] > 0 and " " not in regel["rij"])


# What follows reads the drawing of the packaged framework: what a mark says, shows and measures.


@pytest.mark.parametrize("tekening", ["student"], indirect=True)
def test_a_student_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    getoond = set(helft(kader))
    verwacht = {plaats: (len(getoond.intersection(codes)), len(codes)) for plaats, codes in per(kader, cel).items()}
    gelezen: dict[str, tuple[int, int]] = {}
    for teken_ in tekening.tekens:
        if zin := re.fullmatch(r"(\S+): (\d+) van (\d+) succescriteri(um|a) aangetoond", teken_.zin):
            gelezen[zin[1]] = (int(zin[2]), int(zin[3]))
            assert tekening.in_teken(teken_) == stippen(per(kader, cel)[zin[1]], getoond)
        else:
            assert teken_.zin.endswith(": vraagt op dit niveau niets")
            assert tekening.in_teken(teken_) == "–"
    assert gelezen == verwacht
    assert len(tekening.tekens) == len(kader.rijen) * len(kader.niveaus)
    for code, codes in per(kader, uitkomst).items():
        assert f"{code}: {len(getoond.intersection(codes))}/{len(codes)}" in tekening.teksten()


@pytest.mark.parametrize("tekening", ["cohort"], indirect=True)
def test_a_cohort_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    regels = cohort.per_criterium(bewijs(kader), per="student")
    deel = {regel["criterium"]: Fraction(regel["aangetoond"], regel["totaal"]) for regel in regels}
    verwacht = {
        p: procent(sum((deel[c] for c in codes), Fraction(0)) / len(codes)) for p, codes in per(kader, cel).items()
    }
    gelezen = {t.zin.partition(":")[0]: tekening.in_teken(t) for t in tekening.tekens}
    assert {plaats: tekst for plaats, tekst in gelezen.items() if tekst != "–"} == verwacht
    gezegd = {
        t.zin.partition(":")[0]: re.findall(r"door (\S+%) van 7 studenten aangetoond", t.zin) for t in tekening.tekens
    }
    assert {plaats: zin[0] for plaats, zin in gezegd.items() if zin} == verwacht


@pytest.mark.parametrize("tekening", ["aantallen"], indirect=True)
def test_numbers_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    telling = Counter(uitkomst(c.code) for c in kader.succescriteria)
    assert {t.zin.partition(":")[0]: int(re.findall(r"\d+ ", t.zin)[-1]) for t in tekening.tekens} == telling
    per_een = {round(t.breedte / telling[t.zin.partition(":")[0]], 3) for t in tekening.tekens}
    assert len(per_een) == 1
    getallen = [tekst for tekst in tekening.teksten() if tekst.isdecimal()]
    assert Counter(getallen) == Counter(map(str, telling.values()))


@pytest.mark.parametrize("tekening", ["opbouw"], indirect=True)
def test_all_rows_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    gelezen = {t.zin.partition(":")[0]: tekening.in_teken(t) for t in tekening.tekens}
    assert {p: int(tekst.partition(" ")[0]) for p, tekst in gelezen.items() if tekst != "–"} == {
        plaats: len(codes) for plaats, codes in per(kader, cel).items()
    }
    assert {plaats for plaats, tekst in gelezen.items() if tekst.endswith("begint")} == {
        plaats for plaats, (_, van) in cellen_met_vorige(kader).items() if van is None
    }


@pytest.mark.parametrize("tekening", ["rij"], indirect=True)
def test_one_row_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    regels = [r for r in gegevens(spec("rij", kader)) if "soort" in r]
    verwacht = {(r["niveau"], r["soort"]): r["aantal"] for r in regels}
    gelezen: dict[tuple[int, str], int] = {}
    for teken_ in tekening.tekens:
        nummer, aantal, soort = re.findall(r"niveau (\d): (\d+) woord(?:en)? (\w+)", teken_.zin)[0]
        gelezen[int(nummer), soort] = int(aantal)
        assert tekening.in_teken(teken_) in ("", aantal)
    assert gelezen == verwacht
    breedtes = {t.zin: t.breedte / int(re.findall(r": (\d+)", t.zin)[0]) for t in tekening.tekens}
    assert max(breedtes.values()) - min(breedtes.values()) < 0.001
    samen = " ".join(" ".join(tekening.teksten()).split())
    for criterium in kader.kies(rij=kader.rijen[0].code):
        assert f"{criterium.code} {criterium.tekst}" in samen


@pytest.mark.parametrize("tekening", ["dekking"], indirect=True)
def test_modules_as_drawn(kader: Raamwerk, tekening: Tekening) -> None:
    plan = kader.dekking(modules(kader))
    gelezen: Counter[tuple[str, str]] = Counter()
    for teken_ in tekening.tekens:
        code, module, n, totaal = re.findall(r"^(\w+), (.+): (\d+) van (\d+) succescriteria$", teken_.zin, re.DOTALL)[0]
        gelezen[code, module] += int(n)
        assert tekening.in_teken(teken_) == (f"{n}/{totaal}" if n != "0" else "")
    verwacht: Counter[tuple[str, str]] = Counter()
    for code, door in plan.per_criterium.items():
        verwacht.update((uitkomst(code), str(module)) for module in door)
        verwacht[uitkomst(code), "geen module"] += not door
    assert +gelezen == +verwacht
