"""The command line."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.__main__ import hoofd
from leeruitkomsten.cli import opdrachten, start
from leeruitkomsten.uitwisseling import schrijf

OPDRACHTEN = list(opdrachten.leeruitkomsten.commands)
VOORBEELDEN = {
    "toon": ["WP2"],
    "zoek": ["feedback"],
    "verdieping": ["WP2", "WP3"],
    "opbouw": ["WP3.4b"],
    "verschil": ["WP2.6a", "WP3.6a"],
    "evl": ["2"],
    "controleer": ["codes.txt"],
    "nieuw": ["tabel.csv", "-o", "gemaakt.json", "--datum", "2026-01-01"],
    "vergelijk": ["oud.json", "nieuw.json"],
    "migreer": ["codes.txt", "oud.json", "nieuw.json"],
    "voortgang": ["bewijs.csv"],
    "groei": ["bewijs.csv", "--stap", "kwartaal"],
    "dekking": ["modules.csv"],
    "exporteer": ["csv", "-o", "criteria.csv"],
    "nalopen": ["moodle", "uitvoer.csv"],
    "matrix": ["WP", "-o", "matrix.html"],
    "formulier": ["2", "-o", "formulier.html"],
    "overzicht": ["EvL2", "-o", "overzicht.html"],
    "pagina": ["-o", "pagina.html"],
    "grafiek": ["opbouw", "--code", "WP.4", "-o", "rij.svg"],
}
Uitvoer = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    pad = tmp_path / "codes.txt"
    pad.write_text("WP2\n\nWPI3.5b\r\n", "utf-8-sig")
    lu.schrijf(lu.laad(), "oud.json")
    lu.schrijf(lu.laad(errata=True), "nieuw.json")
    lu.schrijf(lu.laad(), "eigen.json")
    schrijf(lu.laad(), "moodle", "uitvoer.csv")
    Path("tabel.csv").write_text(
        "leerlijn,naam,niveau,fase,leeruitkomst,rij,criterium\nA,Ambacht,1,Start,Je begint.,1,Je kijkt.\n", "utf-8"
    )
    Path("bewijs.csv").write_text(
        "student;criterium;datum\n12;WP1.1a;2026-09-30\n12;WP1.1a;2026-11-24\n007;WP2.1a;2026-11-01\n", "utf-8"
    )
    Path("modules.csv").write_text("module,criterium\nStage 1,WP1\nStage 2,WP1.1a\n", "utf-8")
    return pad


def vraag(capsys: Uitvoer, *argumenten: str) -> tuple[int, str, str]:
    code = start(list(argumenten))
    uit = capsys.readouterr()
    return code, uit.out, uit.err


def proces(*argumenten: str, **kwargs: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "leeruitkomsten", *argumenten], capture_output=True, text=True, check=False, **kwargs
    )


def test_the_main_question_shows_its_six_rows(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "verdieping", "WP2", "WP3")
    assert (code, fout) == (0, "")
    rijen = [regel.split()[:2] for regel in uit.splitlines() if regel.startswith(" WP.")]
    assert rijen == [[f"WP.{n}", "verdiept"] for n in range(1, 7)]
    assert "{+stuurt+}" in uit
    assert "een suggestie" in " ".join(uit.split())


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_answers_within_80_columns(opdracht: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, opdracht, *VOORBEELDEN[opdracht])
    assert (code, fout) == (0, "")
    assert uit.strip()
    assert max(map(len, uit.splitlines())) <= 80
    assert "\x1b" not in uit


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_answers_in_json(opdracht: str, capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, opdracht, *VOORBEELDEN[opdracht], "--json")
    assert code == 0
    assert json.loads(uit)


def test_json_is_what_the_library_says(capsys: Uitvoer, kader: Raamwerk) -> None:
    assert json.loads(vraag(capsys, "toon", "WP2", "--json")[1]) == kader["WP2"].als_dict()
    assert json.loads(vraag(capsys, "zoek", "feedback", "--json")[1]) == kader.zoek("feedback").als_dicts()
    assert json.loads(vraag(capsys, "verdieping", "1", "4", "--json")[1]) == kader.verdieping(1, 4).als_dict()
    assert json.loads(vraag(capsys, "toon", "WP2.4", "--json")[1]) == kader["WP2.4"].als_dicts()


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_help_is_dutch_and_has_an_example_that_works(opdracht: str, capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, opdracht, "--help")
    assert code == 0
    assert uit.startswith(f"Gebruik: leeruitkomsten {opdracht} [OPTIES]")
    voorbeeld = shlex.split(uit.split("Voorbeeld:")[1])
    assert voorbeeld[:2] == ["leeruitkomsten", opdracht]
    if "-o" in voorbeeld:  # what is there already is not replaced
        Path(voorbeeld[voorbeeld.index("-o") + 1]).unlink(missing_ok=True)
    assert start(voorbeeld[1:]) == 0
    for engels in ("Usage", "Options", "Show", "Commands", "exit", "required"):
        assert engels not in uit


@pytest.mark.parametrize("argumenten", [[], ["--help"]])
def test_without_a_question_it_says_what_can_be_asked(argumenten: list[str], capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, *argumenten)
    assert (code, fout) == (0, "")
    assert "Opdrachten:" in uit
    assert all(f"\n  {opdracht} " in uit for opdracht in OPDRACHTEN)
    assert "..." not in uit


def test_versions(capsys: Uitvoer) -> None:
    for optie in ("--versie", "--version"):
        assert vraag(capsys, optie)[1] == f"leeruitkomsten {lu.__version__}, raamwerk {lu.laad().versie}\n"


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (["toon", "WPl1"], "'WPl1' is geen code van dit raamwerk; bedoelde je 'WPI1'?"),
        (["toon"], "er ontbreekt iets: CODE"),
        (["toon", "WP2", "WP3"], "dit hoort er niet bij: 'WP3'"),
        (["vertoon"], "'vertoon' is geen opdracht; kies uit: toon, zoek,"),
        (["verdieping", "WP3", "WP2"], "verdieping gaat omhoog: van niveau 3 naar niveau 2 kan niet"),
        (["verdieping", "WP3", "9"], "verdieping vraagt twee leeruitkomsten of twee niveaus"),
        (
            ["verdieping", "8", "9"],
            "8 is geen niveau van dit raamwerk: dit raamwerk gaat tot en met niveau 4\n"
            "9 is geen niveau van dit raamwerk: dit raamwerk gaat tot en met niveau 4",
        ),
        (["evl", "twee"], "'twee' is geen EvL van dit raamwerk"),
        (["evl", "9" * 5000], f"'{'9' * 58}… is geen EvL van dit raamwerk"),
        (["verdieping", "٢", "٣"], "'٢' is geen leeruitkomst van dit raamwerk"),
        (["zoek", "x", "--niveau", "9" * 5000], f"'{'9' * 58}… is geen niveau van dit raamwerk"),
        (["zoek", "--json=3", "x"], "bij de optie --json staat een waarde te veel of te weinig"),
        (["vergelijk", "oud.json", "nieuw.json", "--vorm", "pdf"], "'pdf' is geen vorm; kies uit: scherm, tekst,"),
        (["evl", "7"], "7 is geen EvL van dit raamwerk"),
        (["zoek", "x", "--niveau", "²"], "'²' is geen niveau van dit raamwerk; bedoelde je 2?"),
        (["zoek", "x", "--leerlijn", "wp"], "'wp' is geen leerlijn van dit raamwerk; bedoelde je 'WP'?"),
        (["zoek", "x", "--nivo", "2"], "de optie '--nivo' bestaat niet; bedoelde je --niveau?"),
        (["zoek", "x", "--kleur"], "de optie '--kleur' bestaat niet"),
        (["zoek", "x", "--niveau"], "bij de optie --niveau staat een waarde te veel of te weinig"),
        (["--json"], "de optie '--json' bestaat niet"),
        (["controleer", "nergens.txt"], "'nergens.txt' bestaat niet"),
        (
            ["controleer", "tabel.csv"],
            "'tabel.csv': er is 1 fout:\n- het bestand is een tabel van een raamwerk; maak er eerst een raamwerk van met: leeruitkomsten nieuw",
        ),
        (["toon", "A", "--raamwerk", "tabel.csv"], "'tabel.csv' is een tabel; maak er eerst een raamwerk van"),
        (["nieuw", "tabel.csv", "-o", "x.json"], "er ontbreekt iets: --datum DATUM"),
        (["nieuw", "tabel.csv", "--datum", "2026-01-01"], "er ontbreekt iets: --uit BESTAND"),
        (["controleer", "."], "'.' is een map"),
        (
            ["controleer", "latin1.txt"],
            "'latin1.txt': er is 1 fout:\n- het bestand is geen UTF-8 (regel 1); bewaar het als UTF-8",
        ),
    ],
)
def test_a_wrong_question_gets_a_clear_dutch_answer(argumenten: list[str], melding: str, capsys: Uitvoer) -> None:
    Path("latin1.txt").write_bytes("oriënteert".encode("latin-1"))
    code, uit, fout = vraag(capsys, *argumenten)
    assert (code, uit) == (2, "")
    assert fout.startswith(f"Fout: {melding}")
    assert "Traceback" not in fout


def test_searching_narrows_and_may_find_nothing(capsys: Uitvoer) -> None:
    _, uit, _ = vraag(capsys, "zoek", "feedback", "--niveau", "2", "--leerlijn", "WPI")
    assert [woord for woord in uit.split() if woord.startswith("WP")] == ["WPI2.3a"]
    assert "«feedback»" in uit
    assert vraag(capsys, "zoek", "qqq")[0] == 0
    assert vraag(capsys, "zoek", "qqq")[1] == "Niets gevonden.\n"
    assert vraag(capsys, "zoek", "qqq", "--json")[1] == "[]\n"


def test_codes_that_are_wrong_are_listed_and_the_exit_code_says_so(codes: Path, capsys: Uitvoer) -> None:
    assert vraag(capsys, "controleer", "codes.txt")[:2] == (0, "codes: 2, goed: 2, fout: 0\n")
    codes.write_text("WP2\nwp 3\n", "utf-8")
    code, uit, _ = vraag(capsys, "controleer", "codes.txt")
    assert code == 1
    assert "wp 3" in uit
    assert "WP2\n" not in uit
    assert uit.endswith("codes: 2, goed: 1, fout: 1\n")
    code, uit, _ = vraag(capsys, "controleer", "codes.txt", "--json")
    assert code == 1
    gezegd = json.loads(uit)
    assert gezegd["kenmerk"] == lu.laad().kenmerk.als_dict()
    assert [(regel["soort"], regel["suggesties"]) for regel in gezegd["regels"]] == [
        ("goed", []),
        ("schrijfwijze", ["WP3"]),
    ]


GEMENGD = "WP2\nwp 3\nWP2.9a\n\nWP2.4\nWPl1\n"


def test_the_kind_of_each_judgement_is_shown(codes: Path, capsys: Uitvoer) -> None:
    codes.write_text(GEMENGD, "utf-8")
    code, uit, _ = vraag(capsys, "controleer", "codes.txt")
    assert code == 1
    assert uit.count("schrijfwijze") == 2
    assert "onbekend" in uit
    assert uit.endswith("codes: 5, goed: 2, fout: 3\n")


def test_safe_repairs_are_carried_out_and_said(codes: Path, capsys: Uitvoer) -> None:
    codes.write_text(GEMENGD, "utf-8")
    code, uit, fout = vraag(capsys, "controleer", "codes.txt", "--hersteld")
    assert (code, uit) == (1, "WP2\nWP3\nWP2.9a\nWP2.4\nWPI1\n")
    eerste, tweede, onbekend, laatste = fout.splitlines()
    assert (eerste, tweede) == ("'wp 3' is nu 'WP3'", "'WPl1' is nu 'WPI1'")
    assert onbekend.startswith("'WP2.9a': WP heeft geen rij 9")
    assert laatste == "codes: 5, hersteld: 2, fout: 1"
    code, uit, json_fout = vraag(capsys, "controleer", "codes.txt", "--hersteld", "--json")
    assert (code, json_fout) == (1, fout)
    assert json.loads(uit) == lu.controleer(["WP2", "wp 3", "WP2.9a", "WP2.4", "WPl1"]).hersteld().als_dict()
    codes.write_text("wp 3\n", "utf-8")
    assert vraag(capsys, "controleer", "codes.txt", "--hersteld")[:2] == (0, "WP3\n")
    assert vraag(capsys, "controleer", "eigen.json", "--hersteld")[0] == 2


def test_codes_that_steer_a_terminal_come_back_whole_in_a_file_and_visible_on_a_screen(
    codes: Path, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes.write_text("WP9\x1b[2J\n", "utf-8")
    code, uit, fout = vraag(capsys, "controleer", "codes.txt", "--hersteld")
    assert (code, uit) == (1, "WP9\x1b[2J\n")
    assert "\x1b" not in fout
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, uit, _ = vraag(capsys, "controleer", "codes.txt", "--hersteld")
    assert (code, uit) == (1, "WP9\\x1b[2J\n")


def test_quotes_of_the_shell_make_a_phrase(capsys: Uitvoer) -> None:
    assert "WD4.3b" in vraag(capsys, "zoek", "gerichte feedback")[1]
    assert vraag(capsys, "zoek", "feedback gerichte")[1] == "Niets gevonden.\n"
    assert "WD4.3b" in vraag(capsys, "zoek", "feedback", "gerichte")[1]
    assert "WPI2.3a" in vraag(capsys, "zoek", "feedback", "--niveau", "2", "--niveau", "3")[1]


def test_marks_titles_and_codes_are_whole_at_any_width(capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    for breedte in ("0", "10", "20", "60"):
        monkeypatch.setenv("COLUMNS", breedte)
        _, uit, _ = vraag(capsys, "verdieping", "WP2", "WP3")
        assert all(f"WP2.{rij}a" in uit for rij in range(1, 7))
        assert "[-herkent-]" in uit
    assert vraag(capsys, "opbouw", "WP.4")[1].startswith(
        "Rij WP.4: Motivatie en groepsprocessen (naam van dit pakket)\n"
    )


def test_what_a_file_says_never_steers_the_terminal(codes: Path, capsys: Uitvoer) -> None:
    codes.write_bytes(b"WP2\x1b]0;x\x07\n[bold]WP2\n")
    uit = vraag(capsys, "controleer", "codes.txt")[1]
    assert "\x1b" not in uit
    assert r"\x1b" in uit
    assert "[bold]WP2" in uit


def test_a_full_disk_is_said_in_dutch() -> None:
    with open("/dev/full", "w") as vol:
        klaar = subprocess.run(
            [sys.executable, "-m", "leeruitkomsten", "toon", "WP2"],
            stdout=vol,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert klaar.returncode == 2
    assert klaar.stderr.startswith("Fout: schrijven lukt niet")


def test_codes_may_come_from_standard_input() -> None:
    assert proces("controleer", "-", input="WP2\nWP9\n").stdout.endswith("codes: 2, goed: 1, fout: 1\n")


def test_it_runs_as_a_module_and_says_its_exit_code() -> None:
    assert proces("toon", "WP2").returncode == 0
    klaar = proces("toon", "WP9")
    assert (klaar.returncode, klaar.stdout) == (2, "")
    assert "'WP9' is geen code" in klaar.stderr


@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_a_reader_that_stops_early_does_no_harm(extra: list[str]) -> None:
    lezer, schrijver = os.pipe()
    os.close(lezer)
    klaar = subprocess.run(
        [sys.executable, "-m", "leeruitkomsten", "verdieping", "1", "4", *extra],
        stdout=schrijver,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(schrijver)
    assert (klaar.returncode, klaar.stderr) == (0, "")


def test_an_output_that_has_no_such_signs_does_not_fail() -> None:
    for codering in ("ascii", "cp850", "cp1252"):
        omgeving = {**os.environ, "PYTHONIOENCODING": codering, "PYTHONUTF8": "0", "LC_ALL": "C"}
        klaar = proces("verdieping", "WPO1", "WPO2", env=omgeving, encoding=codering)
        assert (klaar.returncode, klaar.stderr) == (0, "")
        assert "WPO2.3a" in klaar.stdout
        als_json = proces("toon", "WPO1.2a", "--json", env=omgeving, encoding=codering)
        assert json.loads(als_json.stdout)["tekst"] == "Je communiceert met collega’s."


def test_colour_is_for_a_terminal() -> None:
    met = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    met.pop("NO_COLOR", None)
    assert "\x1b[" in proces("verdieping", "WP2", "WP3", env=met).stdout
    assert "\x1b[" not in proces("verdieping", "WP2", "WP3").stdout


def test_without_the_extra_it_says_what_to_install() -> None:
    zonder = "import sys; sys.modules['click'] = None; from leeruitkomsten.__main__ import hoofd; hoofd()"
    klaar = subprocess.run([sys.executable, "-c", zonder], capture_output=True, text=True, check=False)
    assert klaar.returncode == 1
    assert 'pip install "leeruitkomsten[cli]"' in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_the_entry_point_ends_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer) -> None:
    monkeypatch.setattr(sys, "argv", ["leeruitkomsten", "toon", "WP9"])
    with pytest.raises(SystemExit) as einde:
        hoofd()
    assert einde.value.code == 2
    assert "'WP9' is geen code" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(SystemExit, match="leeruitkomsten\\[cli\\]"):
        hoofd()


def test_it_writes_to_any_text_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    uit = io.StringIO()
    monkeypatch.setattr(sys, "stdout", uit)
    assert start(["toon", "WP2", "--json"]) == 0
    assert json.loads(uit.getvalue())["code"] == "WP2"


def test_interrupting_it_leaves_no_trace(monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer) -> None:
    def onderbroken() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leeruitkomsten.cli.opdrachten.laad", onderbroken)
    code, uit, fout = vraag(capsys, "toon", "WP2")
    assert (code, uit, fout.strip()) == (130, "", "Afgebroken.")
