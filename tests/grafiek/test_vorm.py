"""What holds for every chart: sound Vega-Lite, Dutch, the same each time, safe with any text, readable to every eye."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import altair
import jsonschema
import pytest

from conftest import RAAMWERKEN, maak
from grafiek.tekeningen import GRAFIEKEN, KADERS, OVER_MENSEN, VREEMD, gegevens, getekend, helft, modules, spec, teken
from leeruitkomsten import OnbekendeCode, OngeldigeVraag, Raamwerk, grafiek
from leeruitkomsten.grafiek._rij import KLEUREN
from leeruitkomsten.grafiek._stijl import AANDEEL, GRIJS, ORANJE, STIL, TEKST
from leeruitkomsten.schermtaal import SCHERMTALEN
from schermwoorden import in_grafiek, stukken, vreemd
from uitwisseling.vijandig import NAAM, vijandig


@pytest.fixture(scope="module")
def schema() -> Any:
    """The JSON Schema of Vega-Lite that Altair carries, in a validator that is not Altair's."""
    pad = Path(altair.__file__).parent / "vegalite" / "v6" / "schema" / "vega-lite-schema.json"
    regels = json.loads(pad.read_text("utf-8"))
    return jsonschema.validators.validator_for(regels)(regels)


@pytest.fixture(params=KADERS)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework with something to draw."""
    return KADERS[str(request.param)]


@pytest.fixture(params=GRAFIEKEN)
def soort(request: pytest.FixtureRequest) -> str:
    """Every chart."""
    return str(request.param)


def delen(deel: Any) -> Iterator[tuple[str, Any]]:
    """All keys of a spec with their values, but for its data."""
    for sleutel, waarde in deel.items() if isinstance(deel, dict) else enumerate(deel):
        if sleutel != "datasets":
            yield str(sleutel), waarde
            if isinstance(waarde, dict | list):
                yield from delen(waarde)


@pytest.mark.dagelijks("breed")
def test_it_is_sound_vega_lite(elk: Raamwerk, soort: str, schema: Any) -> None:
    uit = spec(soort, elk)
    assert not [fout.message for fout in schema.iter_errors(uit)]
    assert uit["$schema"] == altair.SCHEMA_URL


def test_the_schema_would_see_a_fault(kader: Raamwerk, schema: Any) -> None:
    kapot = GRAFIEKEN["aantallen"](kader).to_dict()
    kapot["spec"]["layer"][0]["mark"]["type"] = "staaf"
    assert list(schema.iter_errors(kapot))


@pytest.mark.dagelijks("breed")
def test_the_same_input_gives_the_same_spec(elk: Raamwerk, soort: str) -> None:
    een, ander = (json.dumps(GRAFIEKEN[soort](elk).to_dict()) for _ in range(2))
    assert een == ander
    assert not re.search(r"view_\d|param_\d", een)


@pytest.mark.dagelijks("verpakt", "breed", "vijandig")
def test_it_says_in_dutch_what_it_is_and_of_which_framework(elk: Raamwerk, soort: str) -> None:
    uit = spec(soort, elk)
    onder = " ".join(uit["title"]["subtitle"])
    for tekst in (" ".join(onder.split()), uit["description"]):
        assert f"versie {elk.versie} ({elk.datum})." in tekst
        assert " ".join(elk.naam.split()) in tekst
    assert uit["description"].partition(".")[0] in " ".join(uit["title"]["text"])
    assert ("het is geen oordeel" in onder) == (soort in OVER_MENSEN)
    alles = json.dumps(uit).casefold()
    assert not re.search(r"behaald|\bscore\b|valide|toets", alles)


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_it_has_no_word_of_the_other_language(soort: str, schermtaal: str) -> None:
    kader = KADERS["breed" if schermtaal == "en" else "klein"]
    zegt = [*in_grafiek(GRAFIEKEN[soort](kader, schermtaal=schermtaal).to_dict())]
    assert vreemd(zegt, schermtaal) == set()
    eigen = {stuk for stuk in stukken(schermtaal) if stuk in "\n".join(zegt)}
    assert len(eigen) > 5  # what is looked for can be found


@pytest.mark.dagelijks("breed")
def test_in_another_language_it_shows_the_same(elk: Raamwerk, soort: str) -> None:
    # Dutch is what nobody asked for: that chart has been made.
    nl, en = spec(soort, elk), GRAFIEKEN[soort](elk, schermtaal="en").to_dict()
    assert en["config"]["locale"]["number"]["decimal"] == "."
    getallen = [[{n: w for n, w in r.items() if isinstance(w, int | float)} for r in gegevens(uit)] for uit in (nl, en)]
    assert getallen[0] == getallen[1]
    assert "usermeta" not in nl


def test_another_language_is_refused(kader: Raamwerk, soort: str) -> None:
    with pytest.raises(OngeldigeVraag, match="schermtaal: kies nl of en, niet 'fr'"):
        GRAFIEKEN[soort](kader, schermtaal="fr")


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_heads_of_fifteen_niveaus_stand_in_order_and_apart(tmp_path: Path, schermtaal: str) -> None:
    kader = maak(["A", "B"], 15, {f"A{n}.1a": f"Je doet {n}." for n in range(1, 16)})
    for soort in ("student", "opbouw", "aantallen"):
        gezien = teken(GRAFIEKEN[soort](kader, schermtaal=schermtaal), tmp_path)
        naam = "Niveau" if schermtaal == "nl" else "Level"
        koppen = [letters for letters in gezien.letters if re.match(rf"{naam} \d+\n<fase", letters.tekst)]
        op_volgorde = sorted(koppen, key=lambda letters: (letters.y, letters.x))
        assert [int(re.findall(r"\d+", letters.tekst)[0]) for letters in op_volgorde] == [*range(1, 16)]
        for een, ander in pairwise(op_volgorde):
            breedst = max(map(len, een.tekst.split("\n")))
            assert ander.y > een.y or ander.x - een.x > 7 * breedst


def test_of_more_niveaus_than_fit_every_heading_stands_there_and_no_text() -> None:
    kader = maak(["A"], 30, {f"A{n}.1a": f"Je doet {n}." for n in range(1, 31)})
    uit = grafiek.opbouw(kader, "A1.1a").to_dict()
    strips = [regel for regel in gegevens(uit) if "kop" in regel]
    assert {regel["niveau"] for regel in strips} == {*range(1, 31)}
    assert {(regel["tekst"], regel["telling"], regel["ingekort"]) for regel in strips} == {("", "", True)}
    assert all(f"Niveau {regel['niveau']} " in regel["kop"] and ": " in regel["kop"] for regel in strips)
    assert all(f"Je doet {regel['niveau']}." in regel["omschrijving"] for regel in strips)


def test_texts_from_right_to_left_are_read_so_whatever_they_stand_among(tmp_path: Path) -> None:
    """Each line of them stands between the marks of Unicode for that; others stand as they are."""
    for naam, hoort in (("ladder", True), ("breed", False)):
        regels = [r["tekst"] for r in gegevens(spec("rij", KADERS[naam])) if r.get("tekst")]
        assert regels
        assert all(regel.startswith("\u2067") and regel.endswith("\u2069") for regel in regels) == hoort
    getekend_ = teken(grafiek.opbouw(KADERS["ladder"], "TECH.1"), tmp_path).teksten()
    assert f"\u2067TECH2.1a {KADERS['ladder']['TECH2.1a'].tekst}\u2069" in getekend_


def test_each_mark_has_a_sentence_or_is_silent(kader: Raamwerk, soort: str) -> None:
    uit = spec(soort, kader)
    merken = [deel for _, deel in delen(uit) if isinstance(deel, dict) and "mark" in deel]
    assert merken
    for merk in merken:
        assert merk["mark"].get("aria") is False or merk["encoding"]["description"]["field"] == "omschrijving"
    assert all(uit["config"][deel]["aria"] is False for deel in ("axis", "legend", "title"))


def test_every_field_that_a_mark_shows_is_in_its_data(kader: Raamwerk, soort: str) -> None:
    uit = spec(soort, kader)
    for merk in (deel for _, deel in delen(uit) if isinstance(deel, dict) and "mark" in deel):
        regels = uit["datasets"][(merk.get("data") or uit["data"])["name"]]
        velden = {waarde for naam, waarde in delen(merk["encoding"]) if naam == "field"}
        assert all(velden <= regel.keys() for regel in regels)


def test_it_has_a_ground_of_its_own_and_writes_numbers_as_dutch_does(kader: Raamwerk, soort: str) -> None:
    config = spec(soort, kader)["config"]
    assert config["background"] == "#ffffff"
    assert (config["locale"]["number"]["decimal"], config["locale"]["number"]["thousands"]) == (",", ".")


def test_a_user_who_asks_for_decimals_gets_a_comma(kader: Raamwerk, tmp_path: Path) -> None:
    eigen = grafiek.aantallen(kader)
    eigen.spec.layer[1].encoding.text.format = ",.1f"
    assert "9,0" in teken(eigen, tmp_path).teksten()


def test_order_is_that_of_the_source(elk: Raamwerk) -> None:
    for soort in ("student", "cohort", "opbouw"):
        schalen = [deel["domain"] for naam, deel in delen(spec(soort, elk)) if naam == "scale" and deel]
        rijen = [
            label
            for lijn in elk.leerlijnen
            for label in (f"{lijn.code} {lijn.naam}", *(f"{r.code} {r.naam or ''}".strip() for r in lijn.rijen))
        ]
        assert rijen in schalen
        assert any(
            [label.partition("\n")[0] for label in d] == [f"Niveau {n.nummer}" for n in elk.niveaus] for d in schalen
        )


@pytest.mark.dagelijks("verpakt", "breed", "vijandig")
def test_expressions_are_fixed(elk: Raamwerk, soort: str) -> None:
    """No text of a framework or a curriculum becomes part of one: they are the same for every framework."""
    sleutels = ("labelExpr", "expr", "test", "calculate", "filter", "signal")
    van = [{(n, str(w)) for n, w in delen(spec(soort, k)) if n in sleutels} for k in (elk, KADERS["een"])]
    assert van[0] == van[1]
    assert all(not isinstance(waarde, dict) for naam, waarde in delen(spec(soort, elk)) if naam == "sort")


def test_hostile_texts_are_drawn_to_the_letter(tmp_path: Path) -> None:
    kader = vijandig()
    for soort in GRAFIEKEN:
        tekening = getekend(soort, kader)
        getoond = " ".join(" ".join(tekening.teksten()).split())
        assert NAAM in getoond
        if soort != "rij" and not soort.startswith("groei"):
            assert all(f"{lijn.code} {lijn.naam}" in tekening.teksten() for lijn in kader.leerlijnen)
        assert {deel.tag.rpartition("}")[2] for deel in tekening.wortel.iter()} <= {
            "svg",
            "g",
            "path",
            "rect",
            "text",
            "tspan",
            "line",
        }
    rij = teken(grafiek.opbouw(kader, "WP1.1a"), tmp_path).teksten()
    assert any(kader["WP1.1b"].tekst in tekst for tekst in rij)
    plan = getekend("dekking", kader)
    assert any(teken_.zin.count(VREEMD) for teken_ in plan.tekens)


@pytest.mark.dagelijks("verpakt", "breed", "vijandig")
def test_there_is_nothing_to_fetch(elk: Raamwerk, soort: str) -> None:
    uit = spec(soort, elk)
    assert not {naam for naam, _ in delen(uit)} & {"url", "href"}
    assert not {naam for regel in gegevens(uit) for naam in regel} & {"url", "href", "image"}


def test_more_lines_than_altair_likes() -> None:
    kader = maak(["A"], 9, {f"A1.{rij}a": "tekst" for rij in range(1, 557)})
    regels = [r for r in gegevens(grafiek.heatmap(kader, kader.voortgang([])).to_dict()) if "." in r["plaats"]]
    assert len({r["plaats"] for r in regels}) == 9 * 556


def licht(kleur: str) -> float:
    """Relative luminance, by the definition of WCAG 2."""
    kanalen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen]
    return sum(weegt * k for weegt, k in zip((0.2126, 0.7152, 0.0722), lineair, strict=True))


def contrast(een: str, ander: str) -> float:
    donker, helder = sorted(map(licht, (een, ander)))
    return (helder + 0.05) / (donker + 0.05)


@pytest.mark.dagelijks("verpakt", "breed", "vijandig")
def test_text_in_every_cell_can_be_read(elk: Raamwerk, soort: str) -> None:
    uit = spec(soort, elk)
    kleuren = {
        klasse: kleur
        for naam, schaal in delen(uit)
        if naam == "scale" and schaal and "range" in schaal
        for klasse, kleur in zip(schaal["domain"], schaal["range"], strict=True)
    }
    met_inkt = [regel for regel in gegevens(uit) if "inkt" in regel]
    assert bool(met_inkt) == (soort not in ("aantallen", "rij") and not soort.startswith("groei"))
    for regel in met_inkt:
        assert contrast(kleuren.get(regel.get("klasse"), "#ffffff"), regel["inkt"]) >= 4.5
    assert all(contrast("#000000", kleur) >= 4.5 for kleur in KLEUREN.values())
    assert min(contrast("#ffffff", kleur) for kleur in (STIL, TEKST)) >= 4.5


def test_shares_get_darker_and_need_no_hue() -> None:
    trap = [licht(kleur) for kleur in AANDEEL.values()]
    assert all(boven - onder > 0.04 for boven, onder in pairwise(trap))


# Machado, Oliveira and Fernandes (2009), severity 1: what is seen without one of the three kinds of cones.
ZICHT = {
    "alle": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopie": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopie": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopie": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(kleur: str, zicht: str) -> tuple[float, float, float]:
    """A colour as someone sees it, in CIELAB (D65)."""
    kanalen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen]
    rgb = [min(1.0, max(0.0, sum(m * k for m, k in zip(rij, lineair, strict=True)))) for rij in ZICHT[zicht]]
    naar_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        sum(m * k for m, k in zip(rij, rgb, strict=True)) / wit
        for rij, wit in zip(naar_xyz, (0.9505, 1, 1.089), strict=True)
    )
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("zicht", ZICHT)
@pytest.mark.parametrize(
    "palet", [[*KLEUREN.values()], [*AANDEEL.values()], [*AANDEEL.values(), ORANJE], [*AANDEEL.values(), GRIJS]]
)
def test_colours_differ_for_every_kind_of_sight(palet: list[str], zicht: str) -> None:
    for een, ander in combinations(palet, 2):
        verschil = sum((a - b) ** 2 for a, b in zip(lab(een, zicht), lab(ander, zicht), strict=True)) ** 0.5
        assert verschil > 9, (een, ander)


def test_not_asked_is_told_from_nothing_shown_by_its_text_too() -> None:
    regels = [
        r for r in gegevens(spec("student, niveau 1", KADERS["verpakt"])) if r["omschrijving"].count("aangetoond")
    ]
    gevraagd = {r["tekst"].replace("●", "") for r in regels if "klasse" in r}
    niet = {r["tekst"].replace("●", "") for r in regels if "(niet meegeteld)" in r["omschrijving"]}
    assert gevraagd <= {"", "○", "○○", "○○○"}
    assert niet == {"", "·", "··"}


def test_a_framework_without_criteria_is_refused() -> None:
    leeg = RAAMWERKEN["zonder criteria"]
    for roep in (grafiek.aantallen, grafiek.opbouw):
        with pytest.raises(ValueError, match="heeft geen succescriteria: er is niets te tekenen"):
            roep(leeg)
    with pytest.raises(ValueError, match="heeft geen succescriteria"):
        grafiek.heatmap(leeg, leeg.voortgang([]))
    with pytest.raises(ValueError, match="heeft geen succescriteria"):
        grafiek.dekking(leeg, leeg.dekking({}))


def test_what_is_no_framework_is_refused(kader: Raamwerk) -> None:
    stand: Any = kader.voortgang([])
    with pytest.raises(TypeError, match="hier hoort een Raamwerk, er staat"):
        grafiek.heatmap(stand, kader)


def test_an_unknown_code_is_refused(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode, match=r"bedoelde je 'WP2.4a'"):
        grafiek.opbouw(kader, "wp2.4a")


@pytest.mark.parametrize("code", ["WP.4", "WP3.4", "WP2.4b"])
def test_every_code_of_a_row_gives_that_row(kader: Raamwerk, code: str) -> None:
    assert grafiek.opbouw(kader, code).to_dict() == grafiek.opbouw(kader, "WP.4").to_dict()


def test_suggestions_say_so(kader: Raamwerk, klein: Raamwerk) -> None:
    def onder(code: str | None, kader: Raamwerk = kader) -> str:
        return " ".join(grafiek.opbouw(kader, code).to_dict()["title"]["subtitle"])

    assert "een suggestie" in onder(None)
    assert "dat is een suggestie" in onder("WP.2")
    assert "samen vergeleken" not in onder("WP.2")
    assert "dat is een suggestie" in onder("WP.4")
    assert "samen vergeleken" in onder("WP.4")
    assert "vergeleken" not in onder("PED.1", klein)
    assert "suggestie" not in onder("PED.1", klein)


def test_without_altair_the_extra_is_named(kader: Raamwerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    klaar = grafiek.aantallen(kader)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ImportError, match=r'pip install "leeruitkomsten\[grafiek\]"'):
        grafiek.bewaar(klaar, tmp_path / "x.svg")
    monkeypatch.setitem(sys.modules, "altair", None)
    for maak_ in GRAFIEKEN.values():
        with pytest.raises(ImportError, match=r'pip install "leeruitkomsten\[grafiek\]"'):
            maak_(kader)
    import pandas as pd

    with pytest.raises(ImportError, match=r'pip install "leeruitkomsten\[grafiek\]"'):
        grafiek.heatmap(kader, pd.DataFrame())


def test_a_chart_can_be_taken_further(kader: Raamwerk, schema: Any) -> None:
    breder = grafiek.heatmap(kader, kader.voortgang(helft(kader))).properties(title="Eigen titel").interactive()
    assert not list(schema.iter_errors(breder.to_dict()))
    naast = [grafiek.heatmap(kader, kader.voortgang(codes)) for codes in ([], helft(kader))]
    for deel in naast:
        deel.config = altair.Undefined
    assert not list(schema.iter_errors(altair.hconcat(*naast).to_dict()))


def test_modules_may_have_any_name(kader: Raamwerk) -> None:
    lang = {**modules(kader), "x" * 500: ["WP1"]}
    koppen = [r["kolom"] for r in gegevens(grafiek.dekking(kader, kader.dekking(lang)).to_dict()) if "module" in r]
    assert len(set(koppen)) == len(lang) + 1
    assert all(len(regel) <= 13 for kop in koppen for regel in kop.split("\n"))


def test_unknown_codes_of_a_curriculum_are_counted(kader: Raamwerk) -> None:
    def onder(codes: list[str]) -> str:
        return str(grafiek.dekking(kader, kader.dekking({"Stage": codes})).to_dict()["description"])

    assert "onbekende" not in onder(["WP1"])
    assert "1 onbekende code telt niet mee." in onder(["WP1", "x"])
    assert "2 onbekende codes tellen niet mee." in onder(["WP1", "x", "y"])


@pytest.mark.dagelijks("cohort", "groei", "dekking")
def test_a_title_of_ones_own_keeps_what_must_be_said(kader: Raamwerk, soort: str) -> None:
    gewoon, eigen = spec(soort, kader), GRAFIEKEN[soort](kader, titel="Mijn titel", ondertitel="En een regel").to_dict()
    assert eigen["title"]["text"] == ["Mijn titel"]
    eerste, *onder = eigen["title"]["subtitle"]
    assert eerste == "En een regel"
    verwacht = f"{' '.join(gewoon['title']['text'])}. {' '.join(gewoon['title']['subtitle'])}"
    assert " ".join(onder) == verwacht
    assert eigen["description"] == f"Mijn titel. En een regel {verwacht}"
    with pytest.raises(TypeError, match="hier hoort tekst, er staat 3"):
        GRAFIEKEN[soort](kader, titel=3)


def test_the_legend_has_no_class_that_cannot_occur(kader: Raamwerk) -> None:
    def klassen(uit: dict[str, Any]) -> list[str]:
        return next(d["scale"]["domain"] for naam, d in delen(uit) if naam == "color" and "scale" in d and d["scale"])

    # Cells of one, two or three criteria.
    assert klassen(spec("student", kader)) == ["0%", "25–49%", "50–74%", "100%"]
    een = [{"criterium": c.code, "aangetoond": 1, "totaal": 1} for c in kader.succescriteria]
    assert "1–24%" not in klassen(grafiek.heatmap(kader, een).to_dict())
    assert klassen(spec("cohort", KADERS["groot"])) == [*AANDEEL]
