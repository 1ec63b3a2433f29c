"""Where what a command makes goes: files that somebody changed, pipes, devices, terminals, and outputs that are closed."""

from __future__ import annotations

import errno
import io
import json
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk, uitwisseling, weergave
from leeruitkomsten.cli import opdrachten, start
from leeruitkomsten.cli.leveren import schrijffout

Uitvoer = pytest.CaptureFixture[bytes]
TABEL = "leerlijn,naam,niveau,fase,leeruitkomst,rij,criterium\nA,Ambacht,1,Start,Je begint.,1,Je kijkt.\n"
NIEUW = ["nieuw", "tabel.csv", "--datum", "2026-01-01"]
MAKEN = {
    "nieuw": (NIEUW, "a.json"),
    "exporteer": (["exporteer", "csv"], "a.csv"),
    "exporteer xlsx": (["exporteer", "xlsx"], "a.xlsx"),
    "matrix": (["matrix", "WP"], "a.docx"),
    "formulier": (["formulier", "2"], "a.html"),
    "formulier in Word": (["formulier", "2"], "a.docx"),
    "overzicht": (["overzicht", "2"], "a.html"),
    "pagina": (["pagina"], "a.html"),
    "grafiek": (["grafiek", "opbouw", "--code", "WP.4"], "a.svg"),
}
VRAGEN = {
    "toon": ["toon", "WP2"],
    "zoek": ["zoek", "feedback"],
    "verdieping": ["verdieping", "WP2", "WP3"],
    "opbouw": ["opbouw", "WP3.4b"],
    "verschil": ["verschil", "WP2.6a", "WP3.6a"],
    "evl": ["evl", "2"],
    "controleer": ["controleer", "codes.txt"],
    "vergelijk": ["vergelijk", "1.0", "1.0+errata"],
    "migreer": ["migreer", "codes.txt", "1.0", "1.0+errata"],
    "voortgang": ["voortgang", "bewijs.csv"],
    "groei": ["groei", "bewijs.csv", "--tot", "2026-11-24"],
    "dekking": ["dekking", "modules.csv"],
    "nalopen": ["nalopen", "csv", "uitvoer.csv"],
}


@pytest.fixture(autouse=True)
def lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with what the commands read."""
    monkeypatch.chdir(tmp_path)
    Path("tabel.csv").write_text(TABEL, "utf-8")
    Path("codes.txt").write_text("WP2\n", "utf-8")
    Path("bewijs.csv").write_text("student,criterium,datum\n12,WP1.1a,2026-09-30\n", "utf-8")
    Path("modules.csv").write_text("module,criterium\nStage 1,WP1\n", "utf-8")
    uitwisseling.schrijf(lu.laad(), "csv", "uitvoer.csv")


def vraag(capfdbinary: Uitvoer, *argumenten: str) -> tuple[int, bytes, str]:
    code = start(list(argumenten))
    uit = capfdbinary.readouterr()
    return code, uit.out, uit.err.decode()


def in_shell(opdracht: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of a shell, in which `lu` is this program."""
    lu_ = f'lu() {{ "{sys.executable}" -m leeruitkomsten "$@"; }}\n'
    return subprocess.run(["bash", "-c", lu_ + opdracht], capture_output=True, text=True, check=False, timeout=120)


def test_every_command_is_tried_here() -> None:
    assert {deel.split()[0] for deel in (*MAKEN, *VRAGEN)} == set(opdrachten.leeruitkomsten.commands)


@pytest.mark.parametrize("soort", MAKEN)
def test_what_somebody_changed_is_not_replaced_unless_that_is_asked(soort: str, capfdbinary: Uitvoer) -> None:
    opdracht, naam = MAKEN[soort]
    assert vraag(capfdbinary, *opdracht, "-o", naam)[0] == 0
    gemaakt = Path(naam).read_bytes()
    assert vraag(capfdbinary, *opdracht, "-o", naam)[0] == 0  # the same again takes nothing away
    ingevuld = gemaakt + b" ingevuld door een docent"
    Path(naam).write_bytes(ingevuld)
    code, uit, fout = vraag(capfdbinary, *opdracht, "-o", naam)
    assert (code, uit) == (2, b"")
    zin = f"Fout: '{naam}' bestaat al, en er staat iets anders in; kies een andere naam, of vervang het met --overschrijf\n"
    assert fout == f"{zin}Zie: leeruitkomsten {opdracht[0]} --help\n"
    assert Path(naam).read_bytes() == ingevuld
    assert vraag(capfdbinary, *opdracht, "-o", naam, "--overschrijf")[0] == 0
    assert Path(naam).read_bytes() == gemaakt


def test_a_table_does_not_become_the_framework_that_is_made_of_it(capfdbinary: Uitvoer) -> None:
    assert vraag(capfdbinary, *NIEUW, "-o", "tabel.csv")[0] == 2
    assert Path("tabel.csv").read_text("utf-8") == TABEL


def test_a_link_stays_a_link(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    Path("map").mkdir()
    Path("link.csv").symlink_to("map/echt.csv")
    Path("map/echt.csv").write_bytes(b"oud")
    assert vraag(capfdbinary, "exporteer", "csv", "-o", "link.csv")[0] == 2
    assert vraag(capfdbinary, "exporteer", "csv", "-o", "link.csv", "--overschrijf")[0] == 0
    assert os.readlink("link.csv") == "map/echt.csv"
    assert Path("map/echt.csv").read_bytes() == uitwisseling.schrijf(kader, "csv")
    assert [pad.name for pad in Path("map").iterdir()] == ["echt.csv"]


# A chart is what the name of its file ends on: tests/test_cli_tekenen.py holds that a dash is refused.
@pytest.mark.parametrize("soort", [soort for soort in MAKEN if soort != "grafiek"])
def test_a_dash_is_standard_output(soort: str, capfdbinary: Uitvoer) -> None:
    opdracht, naam = MAKEN[soort]
    if naam.endswith(".docx"):
        naam = "a.html"  # which is what standard output gets
    assert vraag(capfdbinary, *opdracht, "-o", naam)[0] == 0
    assert vraag(capfdbinary, *opdracht, "-o", "-") == (0, Path(naam).read_bytes(), "")
    assert not Path("-").exists()
    code, uit, fout = vraag(capfdbinary, *opdracht, "-o", "-", "--json")
    assert (code, uit) == (2, b"")
    assert fout.startswith("Fout: --json zegt wat er in het bestand staat; geef dat bestand met -o op\n")


@pytest.mark.parametrize("naam", ["buis", "buis.html"])
def test_a_named_pipe_gets_what_is_made_and_stays_one(naam: str, capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    os.mkfifo(naam)
    gelezen: list[bytes] = []
    lezer = threading.Thread(target=lambda: gelezen.append(Path(naam).read_bytes()))
    lezer.start()
    assert vraag(capfdbinary, "pagina", "-o", naam) == (0, f"{naam} is geschreven\n".encode(), "")
    lezer.join()
    assert gelezen == [weergave.pagina(kader).encode()]
    assert Path(naam).is_fifo()


def test_the_end_of_a_name_holds_for_a_pipe_too_and_is_asked_of_a_file(capfdbinary: Uitvoer) -> None:
    os.mkfifo("buis.pdf")
    Path("map").mkdir()
    Path("kaal").touch()
    for naam in ("buis.pdf", "map", "kaal"):
        assert "de naam van het bestand eindigt hier op .html" in vraag(capfdbinary, "pagina", "-o", naam)[2]


def test_standard_output_by_its_name_gets_the_same_bytes_and_no_sentence(kader: Raamwerk) -> None:
    html = weergave.matrix(kader, "WP")
    for doel in ("| cat", "> a.html", ">> b.html"):
        klaar = in_shell(f"lu matrix WP -o /dev/stdout {doel}")
        assert (klaar.returncode, klaar.stderr) == (0, "/dev/stdout is geschreven\n")
        gekregen = klaar.stdout or Path(doel.split()[1]).read_text("utf-8")
        assert gekregen == html
    klaar = in_shell("lu matrix WP -o /dev/fd/3 --json 3> c.html")
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert json.loads(klaar.stdout) == {"bestand": "/dev/fd/3", "bytes": len(html.encode())}
    assert Path("c.html").read_text("utf-8") == html
    klaar = in_shell("lu exporteer csv -o /dev/stdout --json")
    assert klaar.stdout.encode() == uitwisseling.schrijf(kader, "csv").replace(b"\r\n", b"\n")
    assert json.loads(klaar.stderr)["bestand"] == "/dev/stdout"
    klaar = in_shell("lu matrix WP -o >(cat > d.html) && while ! [ -s d.html ]; do sleep 0.1; done; sleep 0.1")
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert Path("d.html").read_text("utf-8") == html


def test_a_reader_of_a_pipe_that_stops_early_does_no_harm() -> None:
    klaar = in_shell("mkfifo buis; head -c 1 buis & lu pagina -o buis; code=$?; wait; exit $code")
    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, "<", "")
    assert Path("buis").is_fifo()


@pytest.mark.parametrize(
    ("nummer", "reden"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "dat mag niet; is het beveiligd, of nog open in een ander programma?"),
        (errno.EINVAL, os.strerror(errno.EINVAL)),
    ],
)
def test_the_reason_is_said(nummer: int, reden: str, capfdbinary: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    def geweigerd(*_: object) -> None:
        raise OSError(nummer, os.strerror(nummer))

    monkeypatch.setattr(os, "replace", geweigerd)
    code, uit, fout = vraag(capfdbinary, "exporteer", "csv", "-o", "a.csv")
    assert (code, uit) == (2, b"")
    assert fout.startswith(f"Fout: 'a.csv' is niet te schrijven: {reden}\n")
    assert not Path("a.csv").exists()


def test_a_reason_that_nobody_gave() -> None:
    assert schrijffout(OSError()) == "onbekende reden"


def test_a_name_may_be_as_long_as_the_system_allows(capfdbinary: Uitvoer) -> None:
    langste = "x" * (os.pathconf(".", "PC_NAME_MAX") - 4) + ".csv"
    assert vraag(capfdbinary, "exporteer", "csv", "-o", langste)[0] == 0
    assert Path(langste).exists()
    assert "is niet te schrijven: de naam is te lang" in vraag(capfdbinary, "exporteer", "csv", "-o", f"x{langste}")[2]


def op_scherm(*argumenten: str) -> tuple[int, str, str]:
    """What a command writes to a terminal: exit code, output and errors."""
    meester, slaaf = pty.openpty()
    gelezen: list[bytes] = []

    def lees() -> None:
        try:
            while deel := os.read(meester, 65536):
                gelezen.append(deel)
        except OSError:  # nobody has the terminal any more
            pass

    lezer = threading.Thread(target=lees)
    lezer.start()
    opdracht = [sys.executable, "-m", "leeruitkomsten", *argumenten]
    klaar = subprocess.run(opdracht, stdout=slaaf, stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    os.close(slaaf)
    lezer.join()
    os.close(meester)
    return klaar.returncode, b"".join(gelezen).decode(), klaar.stderr


@pytest.mark.parametrize(
    ("argumenten", "raad"),
    [
        (["matrix", "WP"], "HTML is niet voor een scherm; geef met -o een bestand op, bijvoorbeeld -o matrix-WP.html, of"),
        (["formulier", "2"], "HTML is niet voor een scherm; geef met -o een bestand op, bijvoorbeeld -o formulier-EvL2.html, of"),
        (["pagina", "-o", "-"], "HTML is niet voor een scherm; geef met -o een bestand op, bijvoorbeeld -o leeruitkomsten.html, of"),
        (["exporteer", "xlsx"], "xlsx is geen tekst voor een scherm; geef met -o een bestand op, of stuur het door met | of >"),
        (["vergelijk", "1.0", "1.0", "--vorm", "html"], "HTML is niet voor een scherm; stuur het door met | of >, bijvoorbeeld >"),
    ],
    ids=lambda deel: deel[0] if isinstance(deel, list) else "",
)  # fmt: skip
def test_a_terminal_gets_advice_and_no_html(argumenten: list[str], raad: str) -> None:
    code, uit, fout = op_scherm(*argumenten)
    assert (code, uit) == (2, "")
    assert fout.startswith(f"Fout: {raad}")


def test_a_terminal_gets_what_can_be_read_and_what_was_made_elsewhere() -> None:
    assert op_scherm("exporteer", "csv")[1].startswith("criterium,leerlijn,")
    code, uit, fout = op_scherm("matrix", "WP", "-o", "a.html")
    assert (code, uit.strip(), fout) == (0, "a.html is geschreven", "")
    assert json.loads(op_scherm("vergelijk", "1.0", "1.0", "--json")[1])["regels"] == []


@pytest.mark.dagelijks("dekking")
@pytest.mark.dagelijks("toon", "controleer", "dekking")
@pytest.mark.parametrize("soort", VRAGEN)
def test_an_answer_without_a_standard_output_is_an_error_in_dutch(soort: str) -> None:
    klaar = in_shell(f"lu {' '.join(VRAGEN[soort])} >&-")
    assert (klaar.returncode, klaar.stderr) == (2, "Fout: schrijven lukt niet: die uitvoer is niet open\n")
    assert in_shell(f"lu {' '.join(VRAGEN[soort])} --json >&-").returncode == 2
    assert in_shell(f"lu {' '.join(VRAGEN[soort])} >&- 2>&-").returncode == 2


@pytest.mark.parametrize("argumenten", [[], ["--help"], ["--versie"], ["toon", "--help"], ["matrix", "WP"]])
def test_help_and_files_need_a_standard_output_too(argumenten: list[str]) -> None:
    klaar = in_shell(f"lu {' '.join(argumenten)} >&-")
    assert (klaar.returncode, klaar.stderr) == (2, "Fout: schrijven lukt niet: die uitvoer is niet open\n")


@pytest.mark.parametrize("soort", MAKEN)
def test_a_file_is_made_in_silence_without_a_standard_output(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opdracht, naam = MAKEN[soort]
    with monkeypatch.context() as zonder:  # as pythonw has it
        for stroom in ("stdin", "stdout", "stderr"):
            zonder.setattr(sys, stroom, None)
        assert start([*opdracht, "-o", naam]) == 0
        assert (sys.stdout, sys.stderr) == (None, None)
        assert start([*opdracht, "-o", "weg/" + naam]) == 2
    assert Path(naam).stat().st_size


def test_an_output_that_is_open_for_reading_alone_is_an_error() -> None:
    klaar = in_shell("lu toon WP2 1< codes.txt")
    assert (klaar.returncode, klaar.stderr) == (2, "Fout: schrijven lukt niet: die uitvoer is niet open\n")
    klaar = in_shell("lu matrix WP -o /dev/stdout >&-")
    assert klaar.returncode == 2
    assert klaar.stderr.startswith("Fout: '/dev/stdout' is niet te schrijven: die uitvoer is niet open\n")


@pytest.mark.dagelijks("2< codes.txt")
@pytest.mark.parametrize("fout", ["2>&-", "2< codes.txt", "2> >(exec true)"])
def test_the_exit_code_is_right_when_nobody_reads_the_errors(fout: str) -> None:
    for opdracht, code in (("toon WP2", 0), ("toon WP9", 2), ("voortgang bewijs.csv", 0)):
        klaar = in_shell(f"lu {opdracht} {fout}")
        assert (klaar.returncode, klaar.stderr) == (code, "")
        assert bool(klaar.stdout) is (code == 0)


def test_no_standard_input_is_said(capfdbinary: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    code, uit, fout = vraag(capfdbinary, "controleer", "-")
    assert (code, uit) == (2, b"")
    assert fout.startswith("Fout: er is geen standaardinvoer\n")


def test_an_output_of_ones_own_is_written_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    eigen: Any = io.StringIO()
    monkeypatch.setattr(sys, "stdout", eigen)
    assert start(["exporteer", "csv", "-o", "a.csv"]) == 0
    assert eigen.getvalue() == f"a.csv is geschreven (csv, raamwerk {lu.laad().versie})\n"
