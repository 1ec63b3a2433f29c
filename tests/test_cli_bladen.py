"""The commands that make a matrix, a form and a page."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Bewijs, Portfolio, Raamwerk, weergave
from leeruitkomsten.cli import start

Uitvoer = pytest.CaptureFixture[bytes]
GETOOND = ("WP2.1a", "WD2.3b")


@pytest.fixture(autouse=True)
def lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, klein: Raamwerk, kader: Raamwerk) -> None:
    """A folder with a framework of one's own, and the same evidence in two forms."""
    monkeypatch.chdir(tmp_path)
    lu.schrijf(klein, "klein.json")
    Path("codes.txt").write_text("\n".join(GETOOND), "utf-8")
    bewijs = tuple(Bewijs(code, "verslag", "2026-11-01") for code in GETOOND)
    lu.schrijf_portfolio(Portfolio(kader.kenmerk, "Sam", bewijs), "portfolio.json")


def vraag(capfdbinary: Uitvoer, *argumenten: str) -> tuple[int, bytes, str]:
    code = start(list(argumenten))
    uit = capfdbinary.readouterr()
    return code, uit.out, uit.err.decode()


def test_a_page_compares_two_portfolios(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    van = lu.lees_portfolio("portfolio.json")
    vroeger = Portfolio(kader.kenmerk, "Sam", [], datum="2026-01-01")
    lu.schrijf_portfolio(vroeger, "vroeger.json")
    twee = ("--portfolio", "vroeger.json", "--portfolio", "portfolio.json")
    html = weergave.pagina(kader, portfolio=[vroeger, van])
    assert vraag(capfdbinary, "pagina", *twee) == (0, html.encode(), "")
    code, uit, fout = vraag(capfdbinary, "pagina", *twee, "--portfolio", "portfolio.json")
    assert (code, uit) == (2, b"")
    assert "hier zijn het er 3" in fout


@pytest.mark.parametrize(
    ("argumenten", "maak"),
    [
        (["matrix", "WP"], lambda kader: weergave.matrix(kader, "WP")),
        (["matrix"], weergave.matrix),
        (["formulier", "2"], lambda kader: weergave.formulier(kader, 2)),
        (["formulier", "EvL2"], lambda kader: weergave.formulier(kader, 2)),
        (["matrix", "WP", "--schermtaal", "en"], lambda kader: weergave.matrix(kader, "WP", schermtaal="en")),
        (["formulier", "2", "--schermtaal", "en"], lambda kader: weergave.formulier(kader, 2, schermtaal="en")),
        (
            ["formulier", "2", "--rol", "Mentor", "--rol", "Tweede lezer"],
            lambda kader: weergave.formulier(kader, 2, rollen=["Mentor", "Tweede lezer"]),
        ),
        (["overzicht", "EvL2"], lambda kader: weergave.overzicht(kader, 2)),
        (["pagina"], weergave.pagina),
        (["pagina", "--schermtaal", "en"], lambda kader: weergave.pagina(kader, schermtaal="en")),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, list) else "",
)
def test_a_file_and_standard_output_get_what_the_library_gives(
    argumenten: list[str], maak: Callable[[Raamwerk], str], capfdbinary: Uitvoer, kader: Raamwerk
) -> None:
    html = maak(kader)
    assert vraag(capfdbinary, *argumenten) == (0, html.encode(), "")
    assert vraag(capfdbinary, *argumenten, "-o", "uit.HTML") == (0, b"uit.HTML is geschreven\n", "")
    assert Path("uit.HTML").read_text("utf-8") == html


@pytest.mark.parametrize("opdracht", [["matrix"], ["formulier", "1"], ["pagina"]])
def test_another_language_is_refused(opdracht: list[str], capfdbinary: Uitvoer) -> None:
    code, uit, fout = vraag(capfdbinary, *opdracht, "--schermtaal", "fr", "-o", "x.html")
    assert (code, uit) == (2, b"")
    assert fout.startswith("Fout: schermtaal: kies nl of en, niet 'fr'")
    assert not Path("x.html").exists()


def test_the_end_of_the_name_says_what_it_becomes(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    for opdracht in (
        ["matrix", "WD", "-o", "a.docx"],
        ["matrix", "WD", "-o", "a.md"],
        ["formulier", "3", "-o", "f.docx"],
    ):
        assert vraag(capfdbinary, *opdracht) == (0, f"{opdracht[-1]} is geschreven\n".encode(), "")
    assert Path("a.docx").read_bytes() == weergave.matrix_docx(kader, "WD")
    assert Path("a.md").read_text("utf-8") == weergave.matrix_markdown(kader, "WD")
    assert Path("f.docx").read_bytes() == weergave.formulier_docx(kader, 3)


def test_the_language_and_the_roles_are_those_of_word_and_markdown_too(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    for opdracht in (
        ["matrix", "WD", "-o", "a.docx"],
        ["matrix", "WD", "-o", "a.md"],
        ["formulier", "3", "--rol", "Mentor", "-o", "f.docx"],
    ):
        assert vraag(capfdbinary, *opdracht, "--schermtaal", "en")[0] == 0
    assert Path("a.docx").read_bytes() == weergave.matrix_docx(kader, "WD", schermtaal="en")
    assert Path("a.md").read_text("utf-8") == weergave.matrix_markdown(kader, "WD", schermtaal="en")
    assert Path("f.docx").read_bytes() == weergave.formulier_docx(kader, 3, rollen=["Mentor"], schermtaal="en")


@pytest.mark.parametrize("bewijs", ["codes.txt", "portfolio.json"])
def test_what_was_shown_is_drawn_in(bewijs: str, capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    getoond = kader.voortgang(GETOOND)
    for opdracht, html in (
        (["matrix", "WP"], weergave.matrix(kader, "WP", getoond)),
        (["formulier", "2"], weergave.formulier(kader, 2, getoond)),
        (["pagina"], weergave.pagina(kader, getoond)),
    ):
        assert vraag(capfdbinary, *opdracht, "--voortgang", bewijs) == (0, html.encode(), "")


def test_a_portfolio_is_drawn_in_whole(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    portfolio = lu.lees_portfolio("portfolio.json")
    for opdracht, html in (
        (["matrix", "WP"], weergave.matrix(kader, "WP", portfolio=portfolio)),
        (["formulier", "2"], weergave.formulier(kader, 2, portfolio=portfolio)),
        (["overzicht", "2"], weergave.overzicht(kader, 2, portfolio=portfolio)),
    ):
        assert vraag(capfdbinary, *opdracht, "--portfolio", "portfolio.json") == (0, html.encode(), "")
    for opdracht in (["matrix", "WP", "-o", "m.docx"], ["formulier", "2", "-o", "f.docx"]):
        assert vraag(capfdbinary, *opdracht, "--portfolio", "portfolio.json")[0] == 0
    assert Path("m.docx").read_bytes() == weergave.matrix_docx(kader, "WP", portfolio=portfolio)
    assert Path("f.docx").read_bytes() == weergave.formulier_docx(kader, 2, portfolio=portfolio)
    assert vraag(capfdbinary, "matrix", "WP", "-o", "v.docx", "--voortgang", "codes.txt")[0] == 0
    assert Path("v.docx").read_bytes() == weergave.matrix_docx(kader, "WP", kader.voortgang(GETOOND))


@pytest.mark.parametrize("bewijs", ["codes.txt", "portfolio.json"])
def test_one_niveau_can_be_counted(bewijs: str, capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    getoond = kader.voortgang(GETOOND, 2)
    for opdracht, html in (
        (["matrix", "WP"], weergave.matrix(kader, "WP", getoond)),
        (["pagina"], weergave.pagina(kader, getoond)),
    ):
        geteld = ["--voortgang", bewijs, "--niveau", "2"]
        assert vraag(capfdbinary, *opdracht, *geteld) == (0, html.encode(), "")


def test_a_page_with_a_portfolio(capfdbinary: Uitvoer, kader: Raamwerk) -> None:
    html = weergave.pagina(kader, portfolio=lu.lees_portfolio("portfolio.json"))
    assert vraag(capfdbinary, "pagina", "--portfolio", "portfolio.json") == (0, html.encode(), "")


def test_a_framework_of_ones_own(capfdbinary: Uitvoer, klein: Raamwerk) -> None:
    assert vraag(capfdbinary, "matrix", "PED", "--raamwerk", "klein.json")[1].decode() == weergave.matrix(klein, "PED")


def test_json_says_what_was_written(capfdbinary: Uitvoer) -> None:
    code, uit, _ = vraag(capfdbinary, "matrix", "WP", "-o", "a.docx", "--json")
    assert code == 0
    assert json.loads(uit) == {"bestand": "a.docx", "bytes": Path("a.docx").stat().st_size}


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["matrix", "WQ"], "'WQ' is geen leerlijn"),
        (["formulier", "5"], "5 is geen EvL"),
        (["formulier", "2", "--rol", "Mentor", "--rol", "mentor"], "rollen: 'mentor' staat er al"),
        (["formulier", "2", "--rol", ""], "rollen: een rol is leeg"),
        (
            ["matrix", "WP", "-o", "a.pdf"],
            "'a.pdf': de naam van het bestand eindigt hier op .html, .docx of .md; maak een pdf door",
        ),
        (["formulier", "2", "-o", "a.md"], "eindigt hier op .html of .docx\n"),
        (["pagina", "-o", "a"], "'a': de naam van het bestand eindigt hier op .html\n"),
        (["pagina", "--json"], "--json zegt wat er in het bestand staat; geef dat bestand met -o op"),
        (
            ["matrix", "WP", "-o", "a.md", "--voortgang", "codes.txt"],
            "--voortgang kan bij de matrix niet in een bestand dat",
        ),
        (["matrix", "WP", "-o", "a.md", "--portfolio", "portfolio.json"], "--portfolio kan bij de matrix niet in een"),
        (
            ["matrix", "--portfolio", "portfolio.json", "--voortgang", "codes.txt"],
            "geef --portfolio of --voortgang, niet",
        ),
        (["formulier", "2", "--portfolio", "weg.json"], "'weg.json' bestaat niet"),
        (["formulier", "2", "--raamwerk", "klein.json", "--portfolio", "portfolio.json"], "'portfolio.json': "),
        (["pagina", "-o", "weg/a.html"], "'weg/a.html' is niet te schrijven: de map bestaat niet"),
        (["pagina", "--niveau", "2"], "--niveau hoort bij --voortgang"),
        (["matrix", "--niveau", "5", "--voortgang", "codes.txt"], "5 is geen EvL"),
        (["pagina", "--voortgang", "weg.txt"], "'weg.txt' bestaat niet"),
        (
            ["pagina", "--voortgang", "bewijs.csv"],
            "'bewijs.csv' bestaat niet",
        ),
        (["pagina", "--voortgang", "klein.json"], "'klein.json': "),
        (["pagina", "--voortgang", "fout.txt"], "'WP2.1' is geen succescriterium"),
        (["pagina", "--raamwerk", "klein.json", "--voortgang", "portfolio.json"], "'portfolio.json': "),
        (["pagina", "--raamwerk", "klein.json", "--portfolio", "portfolio.json"], "'portfolio.json': "),
        (["pagina", "--portfolio", "portfolio.json", "--voortgang", "codes.txt"], "geef --portfolio of --voortgang"),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, list) else "",
)
def test_a_mistake_is_one_sentence_and_writes_nothing(argumenten: list[str], zin: str, capfdbinary: Uitvoer) -> None:
    Path("fout.txt").write_text("WP2.1\n", "utf-8")
    voor = sorted(Path().rglob("*"))
    code, uit, fout = vraag(capfdbinary, *argumenten)
    assert (code, uit) == (2, b"")
    assert zin in fout
    assert "Traceback" not in fout
    assert sorted(Path().rglob("*")) == voor


def test_a_screen_gets_no_html(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    class Scherm(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Scherm())
    assert start(["matrix", "WP"]) == 2
    assert "geef met -o een bestand op, bijvoorbeeld -o matrix-WP.html" in capfd.readouterr().err


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capfdbinary: Uitvoer) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    code, uit, fout = vraag(capfdbinary, "matrix", "WP", "-o", "a.docx")
    assert (code, uit) == (2, b"")
    assert "leeruitkomsten[weergave]" in fout
