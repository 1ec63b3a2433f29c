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
    Path("klas.csv").write_text("student,klas\ns1,2A\ns2,2B\ns3,2B\n", "utf-8")
    Path("drie.csv").write_text("student,klas\ns1,2A\ns2,2B\ns3,2C\n", "utf-8")
    Path("lijst.csv").write_text("student\ns1\ns2\ns3\n", "utf-8")
    Path("modules.csv").write_text("module,criterium,blok\nA,WP1,2\nB,WD1.1a,1\n", "utf-8")
    Path("codes.txt").write_text("WP1.1a\nWP2.1a\n", "utf-8")
    lu.schrijf_portfolio(portfolio(kader), "portfolio.json")


def portfolio(kader: Raamwerk) -> Portfolio:
    """What the first student has shown."""
    return Portfolio(kader.kenmerk, "s1", [Bewijs(code, "verslag", dag) for wie, code, dag in REGELS if wie == "s1"])


KLAS = [{"student": "s1", "klas": "2A"}, {"student": "s2", "klas": "2B"}, {"student": "s3", "klas": "2B"}]


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
    "student portfolio.json --tot 2026-09-30 --tot 2026-10-31": lambda kader: grafiek.heatmap(
        kader, {"2026-09-30": kader.voortgang(["WP1.1a"]), "2026-10-31": kader.voortgang(["WP1.1a", "WP2.1a"])}
    ),
    "student portfolio.json --tot 2026-09-30": lambda kader: grafiek.heatmap(kader, kader.voortgang(["WP1.1a"])),
    "student bewijs.csv --student s1 --tot 2026-09-30": lambda kader: grafiek.heatmap(
        kader, kader.voortgang(["WP1.1a"])
    ),
    "cohort bewijs.csv --tot 2026-09-30 --tot 2026-10-31": lambda kader: grafiek.heatmap(
        kader, {dag: cohort.tel(BEWIJS, per="student", tot=dag) for dag in ("2026-09-30", "2026-10-31")}
    ),
    "cohort bewijs.csv --studenten klas.csv --groep klas": lambda kader: grafiek.heatmap(
        kader,
        {
            "2A": cohort.tel(BEWIJS[:2], per="student", studenten=["s1"]),
            "2B": cohort.tel(BEWIJS[2:], per="student", studenten=["s2", "s3"]),
        },
    ),
    "groei bewijs.csv --studenten klas.csv --groep klas --naast 2B --naast 2A": lambda kader: grafiek.groei(
        kader, groei(studenten=KLAS, groep="klas"), per="student", groep="klas", naast=["2B", "2A"]
    ),
    "dekking modules.csv": lambda kader: grafiek.dekking(kader, kader.dekking({"A": ["WP1"], "B": ["WD1.1a"]})),
    "dekking modules.csv --volgorde blok": lambda kader: grafiek.dekking(
        kader, kader.dekking({"B": ["WD1.1a"], "A": ["WP1"]})
    ),
    "aantallen": grafiek.aantallen,
    "opbouw": grafiek.opbouw,
    "opbouw --deel 1": grafiek.opbouw,
    "opbouw --code WP3.4b": lambda kader: grafiek.opbouw(kader, "WP.4"),
}


EEN, TWEE = (f"Let op: 'bewijs.csv': {zin}: {n} van later\n" for zin, n in (("1 van 3 regels telt niet mee", 1), ("2 van 3 regels tellen niet mee", 2)))  # fmt: skip
LATER = {
    "groei bewijs.csv --tot 2026-10-31": (EEN,),
    "cohort bewijs.csv --tot 2026-09-30 --tot 2026-10-31": (TWEE, EEN),
    "student bewijs.csv --student s1 --tot 2026-09-30": (
        "Let op: 'bewijs.csv', student 's1': 1 van 2 regels telt niet mee: 1 van later\n",
    ),
}
"""What is said of evidence that does not count."""


@pytest.mark.parametrize("vraag", SOORTEN)
def test_a_file_holds_the_chart_that_the_library_makes(
    vraag: str, kader: Raamwerk, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a drawing of it holds is tested with the charts; here it stands for itself.
    monkeypatch.setattr(grafiek, "inhoud", lambda tekening, vorm: f"{vorm}: {tekening.to_json()}".encode())
    assert start(["grafiek", *vraag.split(), "-o", "uit.SVG"]) == 0
    assert capsys.readouterr() == ("uit.SVG is geschreven\n", "".join(LATER.get(vraag, ())))
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
    "student codes.txt --tot 2026-10-31": "--tot kan niet: in 'codes.txt' staan geen dagen",
    "cohort bewijs.csv --tot 2026-10-31 --tot 2026-10-31": "--tot noemt één dag, of twee verschillende om naast elkaar",
    "groei bewijs.csv --tot 2026-10-31 --tot 2026-11-30": "geef --tot één keer",
    "cohort bewijs.csv --studenten klas.csv --groep klas --tot 2026-10-31 --tot 2026-11-30": "zet twee groepen naast",
    "cohort bewijs.csv --studenten drie.csv --groep klas": "kies met naast twee van '2A', '2B' en '2C'",
    "cohort bewijs.csv --studenten drie.csv --groep klas --naast 2A --naast 2D": "twee van '2A', '2B' en '2C'",
    "cohort bewijs.csv --naast 2A --naast 2B": "groep= en naast= zijn voor een tabel met groepen",
    "groei bewijs.csv --studenten drie.csv --groep klas": "kies met naast twee van '2A', '2B' en '2C'",
    "opbouw --deel x": "deel='x' kan niet; kies uit: 1",
    "opbouw --deel 2": "deel=2 kan niet; kies uit: 1",
    "dekking modules.csv --module criterium": "module en criterium zijn twee verschillende kolommen",
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


@pytest.mark.parametrize("plan", ["module,criterium,blok\nA,WP1,1\nB,WP2,herfst\n", "module,criterium,blok\n,WP1,1\n"])
def test_a_plan_that_must_be_corrected_is_told_as_where_it_is_counted(plan: str, capsys: Uitvoer) -> None:
    Path("fout.csv").write_text(plan, "utf-8")
    opties = ("dekking", "fout.csv", "--volgorde", "blok")
    assert start(["grafiek", *opties, "-o", "uit.svg"]) == start([*opties]) == 1
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert fout.startswith("'fout.csv': ")
    eerst, ook = fout[: len(fout) // 2], fout[len(fout) // 2 :]
    assert eerst == ook
    assert not Path("uit.svg").exists()


def test_codes_that_do_not_exist_are_a_fault_of_their_file(capsys: Uitvoer) -> None:
    Path("fout.txt").write_text("WP9.9z\n", "utf-8")
    assert start(["grafiek", "student", "fout.txt", "-o", "uit.svg"]) == start(["voortgang", "fout.txt"]) == 1
    assert capsys.readouterr().err.count("'fout.txt': 'WP9.9z' is geen succescriterium") == 2


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
