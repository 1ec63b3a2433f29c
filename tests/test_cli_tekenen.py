"""The command that draws a chart of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Bewijs, Portfolio, Raamwerk, cohort, grafiek
from leeruitkomsten.cli import start

Uitvoer = pytest.CaptureFixture[str]
REGELS = [("s1", "WP1.1a", "2026-09-15"), ("s1", "WP2.1a", "2026-10-15"), ("s2", "WP1.1a", "2026-11-15")]
BEWIJS = [{"student": s, "criterium": c, "datum": d} for s, c, d in REGELS]


@pytest.fixture(autouse=True)
def lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kader: Raamwerk) -> None:
    """A folder with a file of every sort."""
    monkeypatch.chdir(tmp_path)
    Path("bewijs.csv").write_text("\n".join(["student,criterium,datum", *map(",".join, REGELS)]), "utf-8")
    Path("fout.csv").write_text("student,criterium,datum\ns1,wp1.1a,2026-09-15\ns1,WP1.1a,2026-09-15\n", "utf-8")
    Path("lijst.csv").write_text("student\ns1\ns2\ns3\n", "utf-8")
    Path("modules.csv").write_text("module,criterium,blok\nA,WP1,2\nB,WD1.1a,1\n", "utf-8")
    Path("codes.txt").write_text("WP1.1a\nWP2.1a\n", "utf-8")
    lu.schrijf_portfolio(portfolio(kader), "portfolio.json")


def portfolio(kader: Raamwerk) -> Portfolio:
    """What the first student has shown."""
    return Portfolio(kader.kenmerk, "s1", [Bewijs(code, "verslag", dag) for wie, code, dag in REGELS if wie == "s1"])


def groei(**anders: Any) -> list[dict[str, Any]]:
    return cohort.groei(BEWIJS, per="student", **({"eenheid": "evl"} | anders))


SOORTEN: dict[str, Callable[[Raamwerk], Any]] = {
    "student portfolio.json": lambda kader: grafiek.heatmap(kader, kader.voortgang(["WP1.1a", "WP2.1a"])),
    "student codes.txt --niveau EvL2": lambda kader: grafiek.heatmap(kader, kader.voortgang(["WP1.1a", "WP2.1a"], 2)),
    "student bewijs.csv --student s2": lambda kader: grafiek.heatmap(kader, kader.voortgang(["WP1.1a"])),
    "cohort bewijs.csv --titel Klas --ondertitel Herfst": lambda kader: grafiek.heatmap(
        kader, cohort.tel(BEWIJS, per="student"), titel="Klas", ondertitel="Herfst"
    ),
    "cohort bewijs.csv --studenten lijst.csv --schermtaal en": lambda kader: grafiek.heatmap(
        kader, cohort.tel(BEWIJS, per="student", studenten=["s1", "s2", "s3"]), schermtaal="en"
    ),
    "groei portfolio.json --niveau 1": lambda kader: grafiek.groei(kader, kader.groei(portfolio(kader), niveau=1)),
    "groei bewijs.csv --tot 2026-10-31": lambda kader: grafiek.groei(
        kader, groei(tot="2026-10-31", onbekend="fout"), per="student"
    ),
    "groei bewijs.csv --stap kwartaal --eenheid leerlijn": lambda kader: grafiek.groei(
        kader, groei(stap="kwartaal", eenheid="leerlijn"), per="student"
    ),
    "dekking modules.csv": lambda kader: grafiek.dekking(kader, kader.dekking({"A": ["WP1"], "B": ["WD1.1a"]})),
    "dekking modules.csv --volgorde blok": lambda kader: grafiek.dekking(
        kader, kader.dekking({"B": ["WD1.1a"], "A": ["WP1"]})
    ),
    "aantallen": grafiek.aantallen,
    "opbouw": grafiek.opbouw,
    "opbouw --code WP3.4b": lambda kader: grafiek.opbouw(kader, "WP.4"),
}


@pytest.mark.parametrize("vraag", SOORTEN)
def test_a_file_holds_the_chart_that_the_library_makes(
    vraag: str, kader: Raamwerk, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a drawing of it holds is tested with the charts; here it stands for itself.
    monkeypatch.setattr(grafiek, "inhoud", lambda tekening, vorm: f"{vorm}: {tekening.to_json()}".encode())
    assert start(["grafiek", *vraag.split(), "-o", "uit.SVG"]) == 0
    later = (
        "Let op: 'bewijs.csv': 1 van 3 regels telt niet mee: 1 van later\n"
        if "--tot" in vraag and "csv" in vraag
        else ""
    )
    assert capsys.readouterr() == ("uit.SVG is geschreven\n", later)
    assert Path("uit.SVG").read_text("utf-8") == f".SVG: {SOORTEN[vraag](kader).to_json()}"


def test_a_picture_and_a_page_too(capsys: Uitvoer) -> None:
    for einde, begin in (("png", b"\x89PNG"), ("html", b"<!doctype html>")):
        assert start(["grafiek", "aantallen", "-o", f"uit.{einde}", "--json"]) == 0
        assert Path(f"uit.{einde}").read_bytes().startswith(begin)
    assert '"soort": "aantallen"' in capsys.readouterr().out


@pytest.mark.parametrize("soort", ["cohort", "groei"])
def test_what_is_not_known_is_refused_or_left_out_and_said(soort: str, capsys: Uitvoer) -> None:
    assert start(["grafiek", soort, "fout.csv", "-o", "uit.svg"]) == 1
    assert "'fout.csv': in 1 regel" in capsys.readouterr().err
    assert not Path("uit.svg").exists()
    assert start(["grafiek", soort, "fout.csv", "-o", "uit.svg", "--onbekend", "apart"]) == 0
    assert "Let op: 'fout.csv': 1 van 2 regels telt niet mee" in capsys.readouterr().err


GEWEIGERD = {
    "taart": "de grafiek 'taart' is er niet; kies uit: student, cohort, groei, dekking, aantallen, opbouw",
    "cohort": "van welk bestand? Geef het achter cohort",
    "aantallen bewijs.csv": "aantallen gaat over het raamwerk; laat 'bewijs.csv' weg, of geef het met --raamwerk",
    "student bewijs.csv": "'bewijs.csv' is een tabel; geef met --student van wie, of vraag de grafiek cohort",
    "student bewijs.csv --student s9": "'bewijs.csv' heeft geen student 's9'",
    "student codes.txt --student s1": "'codes.txt' is geen tabel; laat --student weg",
    "cohort bewijs.csv --niveau 2": "cohort heeft geen --niveau",
    "aantallen --onbekend apart": "aantallen heeft geen --onbekend",
    "cohort bewijs.csv --onbekend x": "--onbekend 'x' kan niet; kies uit: fout, apart",
    "groei bewijs.csv --niveau 2": "--niveau hoort bij een portfolio; een tabel telt per --eenheid",
    "groei portfolio.json --per x": "'portfolio.json' is geen tabel; laat --per weg",
    "groei bewijs.csv --stap dag": "'bewijs.csv': stap='dag' kan niet",
    "groei lijst.csv": "'lijst.csv' heeft geen kolom 'criterium'",
    "opbouw --code WP9": "'WP9'",
    "aantallen --schermtaal fr": "schermtaal: kies nl of en, niet 'fr'",
}


@pytest.mark.parametrize("vraag", GEWEIGERD)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(vraag: str, capsys: Uitvoer) -> None:
    assert start(["grafiek", *vraag.split(), "-o", "uit.svg"]) == 2
    assert GEWEIGERD[vraag] in capsys.readouterr().err
    assert not Path("uit.svg").exists()


@pytest.mark.parametrize("uit", ["-", "x.pdf", "x"])
def test_a_chart_goes_to_a_file_with_an_ending_that_says_what_it_is(uit: str, capsys: Uitvoer) -> None:
    assert start(["grafiek", "aantallen", "-o", uit]) == 2
    assert "geef met -o een bestand op dat eindigt op .png, .svg of .html" in capsys.readouterr().err


def test_codes_of_a_module_plan_that_do_not_exist_are_told(capsys: Uitvoer) -> None:
    Path("fout.csv").write_text("module,criterium\nA,WP1\nB,WP9.9z\n", "utf-8")
    assert start(["grafiek", "dekking", "fout.csv", "-o", "uit.svg"]) == 1
    assert "WP9.9z" in capsys.readouterr().err
    assert Path("uit.svg").exists()


def test_of_one_student_of_a_table_a_code_that_does_not_exist_is_a_fault_of_the_file(capsys: Uitvoer) -> None:
    Path("fout.csv").write_text("student,criterium\na,WP9.9z\nb,WP1.1a\n", "utf-8")
    assert start(["grafiek", "student", "fout.csv", "--student", "a", "-o", "uit.svg"]) == 1
    assert "WP9.9z" in capsys.readouterr().err
    assert not Path("uit.svg").exists()


def test_a_niveau_may_be_asked_by_its_name() -> None:
    for naam in ("2", "Verdiepingsfase"):
        assert start(["grafiek", "student", "codes.txt", "--niveau", naam, "-o", f"{naam}.svg"]) == 0
    assert Path("2.svg").read_bytes() == Path("Verdiepingsfase.svg").read_bytes()


def test_what_only_a_table_has_is_refused_of_a_portfolio(capsys: Uitvoer) -> None:
    assert start(["grafiek", "groei", "portfolio.json", "--onbekend", "apart", "-o", "uit.svg"]) == 2
    assert "'portfolio.json' is geen tabel; laat --onbekend weg" in capsys.readouterr().err
