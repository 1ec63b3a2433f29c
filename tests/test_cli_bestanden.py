"""The commands about files, and every question put to a framework of one's own."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk, Reeks, weergave
from leeruitkomsten.cli import start
from leeruitkomsten.uitwisseling import sjabloon
from test_vergelijking import raamwerk

OUD = {"A1.1a": "Je leest een boek.", "A1.2a": "Je telt.", "A1.3a": "Niemand kookt <b>soep</b>."}
NIEUW = {"A1.1a": "Je leest een verhaal.", "A2.2a": "Je telt."}
TABEL = "leerlijn;naam;rij;1 Start;2 Einde\nA;Leren;leeruitkomst;Je begint.;Je eindigt.\nA;;1;• Je leest.;Je telt.\n"
Uitvoer = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def map_met_bestanden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, klein: Raamwerk) -> None:
    """Two editions of a framework, another one, a table, and a portfolio."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    lu.schrijf(raamwerk(OUD), "oud.json")
    lu.schrijf(raamwerk(NIEUW, naam="Toets"), "nieuw.json")
    lu.schrijf(klein, "klein.json")
    Path("tabel.csv").write_text(TABEL, "utf-8")
    Path("codes.txt").write_text("A1.1a\nA1.2a\n\nA1.3a\nA1\nA1.2a\n", "utf-8")
    Path("kapot.json").write_text('{"formaat": 2', "utf-8")


def vraag(capsys: Uitvoer, *argumenten: str) -> tuple[int, str, str]:
    code = start(list(argumenten))
    uit = capsys.readouterr()
    return code, uit.out, uit.err


def antwoord(capsys: Uitvoer, *argumenten: str) -> Any:
    """What a command says as JSON."""
    code, uit, fout = vraag(capsys, *argumenten, "--json")
    assert (code, fout) == (0, "")
    return json.loads(uit)


def test_a_new_framework_comes_from_a_table(capsys: Uitvoer) -> None:
    gedaan = vraag(capsys, "nieuw", "tabel.csv", "-o", "eigen.json", "--datum", "2026-11-24")
    assert gedaan == (0, "eigen.json: 2 leeruitkomsten en 2 succescriteria\n", "")
    eigen = lu.lees("eigen.json")
    assert (eigen.naam, eigen.versie, eigen.datum) == ("tabel", "1.0", "2026-11-24")
    assert [c.tekst for c in eigen.succescriteria] == ["Je leest.", "Je telt."]
    assert antwoord(capsys, "verdieping", "A1", "A2", "--raamwerk", "eigen.json")["regels"][0]["soort"] == "verdiept"


def test_a_new_framework_has_the_name_version_and_date_that_are_given(capsys: Uitvoer) -> None:
    opties = ["--naam", "Mijn kader", "--versie", "2.1", "--datum", "2026-11-24", "--uit", "eigen.json"]
    gedaan = antwoord(capsys, "nieuw", "tabel.csv", *opties)
    eigen = lu.lees("eigen.json")
    aantallen = {"leeruitkomsten": 2, "succescriteria": 2}
    assert gedaan == {"bestand": "eigen.json", "kenmerk": eigen.kenmerk.als_dict(), **aantallen}
    assert (eigen.naam, eigen.versie) == ("Mijn kader", "2.1")
    assert (eigen.sleutel, eigen.taal, eigen.uitgever, eigen.licentie) == ("mijn-kader", "nl", None, None)


def test_a_new_framework_says_what_a_table_does_not(capsys: Uitvoer) -> None:
    opties = ["--sleutel", "eigen-kader", "--taal", "en", "--uitgever", "De school", "--licentie", "CC BY 4.0"]
    assert vraag(capsys, "nieuw", "tabel.csv", "-o", "eigen.json", "--datum", "2026-11-24", *opties)[0] == 0
    eigen = lu.lees("eigen.json")
    assert (eigen.sleutel, eigen.taal, eigen.uitgever, eigen.licentie) == (
        "eigen-kader",
        "en",
        "De school",
        "CC BY 4.0",
    )


def test_a_new_framework_comes_from_excel(capsys: Uitvoer) -> None:
    werkmap = openpyxl.Workbook()
    blad: Any = werkmap.active
    blad.title = "Kader"
    for regel in TABEL.splitlines():
        blad.append(regel.split(";"))
    werkmap.save("tabel.xlsx")
    assert vraag(capsys, "nieuw", "tabel.xlsx", "-o", "x.json", "--datum", "2026-11-24")[0] == 0
    blad["D3"] = "\u202e"
    werkmap.save("tabel.xlsx")
    code, _, fout = vraag(capsys, "nieuw", "tabel.xlsx", "-o", "y.json", "--datum", "2026-11-24")
    assert code == 1
    assert "blad 'Kader', regel 3, kolom '1 Start': het teken U+202E mag niet in een tekst staan" in fout
    assert not Path("y.json").exists()


def test_excel_without_its_extra_says_which_one_to_install(capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in [naam for naam in sys.modules if naam.partition(".")[0] == "openpyxl"]:
        monkeypatch.setitem(sys.modules, naam, None)
    Path("tabel.xlsx").write_bytes(b"PK\x03\x04")
    code, _, fout = vraag(capsys, "nieuw", "tabel.xlsx", "-o", "x.json", "--datum", "2026-11-24")
    assert code == 2
    assert 'pip install "leeruitkomsten[excel]"' in fout


def test_a_table_with_faults_gives_none_and_leaves_what_was_there(capsys: Uitvoer) -> None:
    Path("tabel.csv").write_text(TABEL.replace("A;;1;", "A;;x;") + "A;;2;\u2066;\n", "utf-8")
    Path("eigen.json").write_text("van mij", "utf-8")
    code, uit, fout = vraag(capsys, "nieuw", "tabel.csv", "-o", "eigen.json", "--datum", "2026-11-24")
    assert (code, uit) == (1, "")
    assert fout.splitlines() == [
        "tabel.csv: er zijn 2 fouten:",
        "- regel 3, kolom 'rij': hier hoort een getal van 1 tot en met 9999, of 'leeruitkomst' of 'begeleiding', er staat 'x'",
        "- regel 4, kolom '1 Start': het teken U+2066 mag niet in een tekst staan",
    ]
    assert Path("eigen.json").read_text("utf-8") == "van mij"


@pytest.mark.parametrize(
    ("argumenten", "code", "fout"),
    [
        (["tabel.csv", "-o", "x.json", "--datum", "gisteren"], 1, "datum: hier hoort een datum (jjjj-mm-dd), er staat 'gisteren'"),
        (["tabel.csv", "-o", "x.json", "--datum", "2026-02-30"], 1, "datum: hier hoort een datum (jjjj-mm-dd)"),
        (["tabel.csv", "-o", "x.json", "--datum", "2026-11-24", "--versie", "a b"], 1, "versie: hier hoort een versie"),
        (["tabel.csv", "-o", "x.json", "--datum", "2026-11-24", "--sleutel", "A B"], 1, "sleutel: hier hoort een sleutel"),
        (["tabel.csv", "-o", "x.json", "--datum", "2026-11-24", "--taal", "Nederlands!"], 1, "taal: hier hoort een taal"),
        (["weg.csv", "-o", "x.json", "--datum", "2026-11-24"], 2, "Fout: 'weg.csv' bestaat niet"),
        (["weg.xlsx", "-o", "x.json", "--datum", "2026-11-24"], 2, "Fout: 'weg.xlsx' bestaat niet"),
        (["tabel.csv", "-o", "weg/x.json", "--datum", "2026-11-24"], 2, "Fout: 'weg/x.json' is niet te schrijven: de map bestaat niet"),
        ([".", "-o", "x.json", "--datum", "2026-11-24"], 1, ".: er is 1 fout:\n- het bestand is geen .csv of .xlsx"),
        (["tabel.csv", "--datum", "2026-11-24"], 2, "Fout: er ontbreekt iets: "),
        (["tabel.csv", "-o", "x.json"], 2, "Fout: er ontbreekt iets: "),
        ([], 2, "Fout: er ontbreekt iets: TABEL"),
    ],
)  # fmt: skip
def test_what_nieuw_cannot_use_is_said_in_dutch(argumenten: list[str], code: int, fout: str, capsys: Uitvoer) -> None:
    gezegd = vraag(capsys, "nieuw", *argumenten)
    assert gezegd[0] == code
    assert fout in gezegd[2]
    assert not Path("x.json").exists()


ZINNEN = [
    "de naam van het raamwerk is gewijzigd: [-Proef-]{+Toets+}",
    "de tekst van succescriterium A1.1a is gewijzigd: Je leest een [-boek-] {+verhaal+}.",
    "succescriterium A1.2a is verplaatst naar A2.2a: Je telt.",
    "succescriterium A1.3a is vervallen: Niemand kookt <b>soep</b>.",
]


def test_a_comparison_as_text_is_a_sentence_per_change(capsys: Uitvoer) -> None:
    assert vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "--vorm", "tekst") == (0, "\n".join([*ZINNEN, ""]), "")


def test_a_comparison_as_markdown_is_a_table(capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "--vorm", "markdown")
    assert code == 0
    assert uit.startswith("| Soort | Oud | Nieuw | Tekst |\n|---|---|---|---|\n")
    assert "| gewijzigd | A1.1a | A1.1a | Je leest een ~~boek~~ **verhaal**. |" in uit
    assert "&lt;b&gt;soep" in uit


def test_a_comparison_as_html_is_a_page_of_its_own(capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "--vorm", "html")
    assert code == 0
    assert uit.startswith('<!doctype html>\n<html lang="nl">')
    assert "Je leest een <del>boek</del> <ins>verhaal</ins>." in uit
    assert "&lt;b&gt;soep&lt;/b&gt;" in uit
    assert "<b>" not in uit
    assert uit == vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "--vorm", "html")[1]


def test_a_comparison_on_the_screen_and_as_json(capsys: Uitvoer) -> None:
    for vorm in ([], ["--vorm", "scherm"]):
        code, uit, _ = vraag(capsys, "vergelijk", "oud.json", "nieuw.json", *vorm)
        assert code == 0
        assert all(woord in uit for woord in ("gewijzigd", "verplaatst", "vervallen", "[-boek-]", "{+verhaal+}"))
        assert max(map(len, uit.splitlines())) <= 80
    wijzigingen = lu.vergelijk(lu.lees("oud.json"), lu.lees("nieuw.json"))
    assert antwoord(capsys, "vergelijk", "oud.json", "nieuw.json") == wijzigingen.als_dict()


def test_a_comparison_is_a_sheet_to_print(capsys: Uitvoer) -> None:
    oud, nieuw = lu.lees("oud.json"), lu.lees("nieuw.json")
    for uit, inhoud in (
        ("v.html", weergave.vergelijking(oud, nieuw).encode()), ("v.docx", weergave.vergelijking_docx(oud, nieuw)),
    ):  # fmt: skip
        assert vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "-o", uit) == (0, f"{uit} is geschreven\n", "")
        assert Path(uit).read_bytes() == inhoud
    engels = weergave.vergelijking(oud, nieuw, schermtaal="en")
    assert vraag(capsys, "vergelijk", "oud.json", "nieuw.json", "-o", "-", "--schermtaal", "en") == (0, engels, "")
    assert antwoord(capsys, "vergelijk", "oud.json", "nieuw.json", "-o", "v.html") == {
        "bestand": "v.html", "bytes": len(Path("v.html").read_bytes()),
    }  # fmt: skip
    code, _, fout = vraag(capsys, "vergelijk", "oud.json", "oud.json", "-o", "v.html")
    assert (code, "'v.html' bestaat al, en er staat iets anders in" in fout) == (2, True)
    assert vraag(capsys, "vergelijk", "oud.json", "oud.json", "-o", "v.html", "--overschrijf")[0] == 0


@pytest.mark.parametrize("vorm", ["scherm", "tekst", "markdown", "html"])
def test_two_equal_frameworks_have_no_changes(vorm: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "vergelijk", "oud.json", "oud.json", "--vorm", vorm)
    assert (code, fout) == (0, "")
    assert "succescriterium" not in uit
    assert antwoord(capsys, "vergelijk", "1.0", "1.0")["regels"] == []


def test_a_migration_has_every_code_in_one_of_its_parts(capsys: Uitvoer) -> None:
    delen = antwoord(capsys, "migreer", "codes.txt", "oud.json", "nieuw.json")
    verplaatst = {"oud": "A1.2a", "nieuw": ["A2.2a"], "reden": "verplaatst", "meer": 0}
    vergelijking = lu.vergelijk(lu.lees("oud.json"), lu.lees("nieuw.json"))
    assert delen == {
        "oud": vergelijking.oud.als_dict(),
        "nieuw": vergelijking.nieuw.als_dict(),
        "mee": [verplaatst, {"oud": "A1", "nieuw": ["A1"], "reden": "gelijk", "meer": 0}, verplaatst],
        "bekijken": [{"oud": "A1.1a", "nieuw": ["A1.1a"], "reden": "gewijzigd", "meer": 0}],
        "vervallen": [{"oud": "A1.3a", "nieuw": [], "reden": "vervallen", "meer": 0}],
        "gangbaar": None,
    }
    code, uit, _ = vraag(capsys, "migreer", "codes.txt", "oud.json", "nieuw.json")
    assert code == 0
    assert "gaat mee: 3, om te bekijken: 1, vervallen: 1" in uit


def test_a_migration_of_codes_that_were_not_there_is_refused(capsys: Uitvoer) -> None:
    Path("codes.txt").write_text("A1.1a\na1.2a\nA9\n", "utf-8")
    code, uit, fout = vraag(capsys, "migreer", "codes.txt", "oud.json", "nieuw.json")
    assert (code, uit) == (2, "")
    assert "'a1.2a' is geen code van dit raamwerk; bedoelde je 'A1.2a'?" in fout
    assert "'A9' is geen code van dit raamwerk" in fout


def test_a_migration_takes_a_code_that_had_ended_along(capsys: Uitvoer) -> None:
    lu.schrijf(raamwerk(OUD, vervallen={"A1.9a": ["A1.2a"]}), "oud.json")
    Path("codes.txt").write_text("A1.9a\n", "utf-8")
    delen = antwoord(capsys, "migreer", "codes.txt", "oud.json", "nieuw.json")
    assert delen["bekijken"] == [{"oud": "A1.9a", "nieuw": ["A2.2a"], "reden": "opgevolgd", "meer": 0}]


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["vergelijk", "oud.json", "weg.json"], "Fout: 'weg.json' bestaat niet"),
        (["vergelijk", "kapot.json", "oud.json"], "het bestand is geen goede JSON (regel 1, kolom 14)"),
        (["vergelijk", "oud.json", "nieuw.json", "--schermtaal", "en"], "--schermtaal hoort bij -o"),
        (["vergelijk", "oud.json", "nieuw.json", "--overschrijf"], "--overschrijf hoort bij -o"),
        (["vergelijk", "oud.json", "nieuw.json", "--vorm", "html", "-o", "v.html"], "--vorm is voor een antwoord zonder -o"),
        (["vergelijk", "oud.json", "nieuw.json", "--vorm", "html", "--json"], "kies --vorm of --json, niet allebei"),
        (["vergelijk", "oud.json", "nieuw.json", "--vorm", "pdf"], "'pdf' is geen vorm; kies uit: scherm, tekst, markdown, html"),
        (["vergelijk", "oud.json"], "Fout: er ontbreekt iets: NIEUW"),
        (["vergelijk", "oud.json", "nieuw.json", "-o", "v.pdf"], "'v.pdf': de naam van het bestand eindigt hier op .html of .docx"),
        (["vergelijk", "oud.json", "nieuw.json", "-o", "-", "--json"], "--json zegt wat er in het bestand staat; geef dat"),
        (["vergelijk", "oud.json", "nieuw.json", "-o", "v.html", "--schermtaal", "fr"], "schermtaal: kies nl of en, niet 'fr'"),
        (["migreer", "weg.txt", "oud.json", "nieuw.json"], "Fout: 'weg.txt' bestaat niet"),
        (["migreer", "codes.txt", "oud.json", "kapot.json"], "het bestand is geen goede JSON (regel 1, kolom 14)"),
        (["migreer", "codes.txt", "oud.json"], "Fout: er ontbreekt iets: NIEUW"),
        (["controleer", "weg.json"], "Fout: 'weg.json' bestaat niet"),
        (["toon", "A1", "--raamwerk", "weg.json"], "Fout: 'weg.json' bestaat niet"),
        (["toon", "A1", "--raamwerk", "kapot.json"], "het bestand is geen goede JSON (regel 1, kolom 14)"),
        (["toon", "WP1", "--raamwerk", "klein.json"], "Fout: 'WP1' is geen code van dit raamwerk"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_one_dutch_error(argumenten: list[str], zin: str, capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, *argumenten)
    assert (code, uit) == (2, "")
    assert zin in fout
    assert "Traceback" not in fout


def test_a_sound_framework_passes_the_check(capsys: Uitvoer) -> None:
    code, uit, fout = vraag(capsys, "controleer", "klein.json")
    assert (code, fout) == (0, "")
    assert uit.endswith(": goed\n")
    kenmerk = lu.lees("klein.json").kenmerk.als_dict()
    assert antwoord(capsys, "controleer", "klein.json") == {"goed": True, "kenmerk": kenmerk, "fouten": [], "meer": 0}


def test_every_fault_of_a_framework_is_named_at_once(capsys: Uitvoer) -> None:
    gegevens = json.loads(Path("oud.json").read_text("utf-8"))
    gegevens["formaat"] = "1"
    gegevens["leerlijnen"][0]["leeruitkomsten"][0]["succescriteria"][1]["code"] = "A1.1a"
    gegevens["niveaus"][1]["nummer"] = 3
    Path("eigen.JSON").write_text(json.dumps(gegevens), "utf-8")
    code, uit, _ = vraag(capsys, "controleer", "eigen.JSON")
    pad = "leerlijnen[0].leeruitkomsten[0].succescriteria"
    assert code == 1
    assert uit.splitlines() == [
        "eigen.JSON: er zijn 3 fouten:",
        "- formaat: hier hoort het getal 2 (of 1, van vroeger), er staat '1'",
        "- niveaus[1].nummer: niveaus tellen op vanaf 1: hier hoort 2, er staat 3",
        f"- {pad}[1].code: 'A1.1a' staat ook bij {pad}[0]",
    ]
    code, uit, _ = vraag(capsys, "controleer", "eigen.JSON", "--json")
    gezegd = json.loads(uit)
    assert (code, gezegd["goed"], gezegd["meer"]) == (1, False, 0)
    assert gezegd["fouten"][0] == {
        "pad": "formaat",
        "soort": "verkeerd_type",
        "reden": "hier hoort het getal 2 (of 1, van vroeger), er staat '1'",
    }


VRAGEN = {
    "toon": ["A1.1a"],
    "zoek": ["gelijk"],
    "verdieping": ["A1", "A2"],
    "opbouw": ["A1.1a"],
    "verschil": ["A1.1a", "A2.4a"],
    "evl": ["3"],
}


@pytest.mark.parametrize("opdracht", VRAGEN)
def test_every_question_is_answered_for_a_framework_of_ones_own(
    opdracht: str, capsys: Uitvoer, klein: Raamwerk
) -> None:
    argumenten = [int(deel) if deel.isdecimal() else deel for deel in VRAGEN[opdracht]]
    verwacht = klein[argumenten[0]] if opdracht == "toon" else getattr(klein, opdracht)(*argumenten)
    gegeven = antwoord(capsys, opdracht, *VRAGEN[opdracht], "--raamwerk", "klein.json")
    # A series without an origin is a list; all else is an object.
    assert gegeven == (verwacht.als_dicts() if type(verwacht) is Reeks else verwacht.als_dict())
    code, uit, fout = vraag(capsys, opdracht, *VRAGEN[opdracht], "--raamwerk", "klein.json")
    assert (code, fout) == (0, "")
    assert max(map(len, uit.splitlines())) <= 80


def test_codes_are_checked_against_a_framework_of_ones_own(capsys: Uitvoer) -> None:
    code, uit, _ = vraag(capsys, "controleer", "codes.txt", "--raamwerk", "oud.json")
    assert (code, uit.splitlines()[-1]) == (0, "codes: 5, goed: 5, fout: 0")


def test_a_packaged_version_may_stand_where_a_file_stands(capsys: Uitvoer, kader: Raamwerk) -> None:
    Path("codes.txt").write_text("\n".join(kader), "utf-8")
    delen = antwoord(capsys, "migreer", "codes.txt", "1.0", "1.0")
    assert [overgang["oud"] for overgang in delen["mee"]] == [*kader]
    assert antwoord(capsys, "toon", "WP2", "--raamwerk", lu.versies()[0]) == kader["WP2"].als_dict()
    anders = antwoord(capsys, "toon", "WP2.5b", "--raamwerk", "1.0+errata")
    assert anders == lu.laad(errata=True)["WP2.5b"].als_dict() != kader["WP2.5b"].als_dict()


def test_a_table_from_standard_input_needs_a_name(capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    invoer = f"Concept\n{TABEL}".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(invoer)))
    code, _, fout = vraag(capsys, "nieuw", "-", "-o", "eigen.json", "--datum", "2026-11-24")
    assert code == 2
    assert "geef met --naam een naam op; de standaardinvoer heeft er geen" in fout
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(invoer)))
    gedaan = vraag(capsys, "nieuw", "-", "-o", "eigen.json", "--datum", "2026-11-24", "--naam", "Eigen")
    zin = "'-': regel 1: boven de kop staat 'Concept'; dat telt niet mee\n"
    assert gedaan == (0, "eigen.json: 2 leeruitkomsten en 2 succescriteria\n", zin)
    assert lu.lees("eigen.json").bron.titel == "Eigen"


def test_codes_may_come_from_a_portfolio_or_a_table(capsys: Uitvoer) -> None:
    oud = lu.lees("oud.json")
    lu.schrijf_portfolio(lu.Portfolio(oud.kenmerk, "s1", [lu.Bewijs("A1.1a", "les", "2026-11-24")]), "p.json")
    Path("codes.csv").write_text("criterium\nA1.1a\n", "utf-8")
    hoort = lu.migreer(["A1.1a"], oud, lu.lees("nieuw.json")).als_dict()
    for bestand in ("p.json", "codes.csv"):
        assert antwoord(capsys, "migreer", bestand, "oud.json", "nieuw.json") == hoort
    assert vraag(capsys, "controleer", "codes.csv", "--raamwerk", "oud.json")[:2] == (0, "codes: 1, goed: 1, fout: 0\n")


def test_a_workbook_of_codes_says_what_was_passed_over_and_one_sheet_may_be_chosen(capsys: Uitvoer) -> None:
    boek = openpyxl.Workbook()
    for blad, rijen in ((boek.worksheets[0], ["uitleg"]), (boek.create_sheet("Af"), ["criterium", "A1.1a"])):
        for cel in rijen:
            blad.append([cel, "x"])
    boek.create_sheet("Ook").append(["criterium"])
    boek.worksheets[2].append(["A1.9a"])
    boek.save("codes.xlsx")
    over = "'codes.xlsx': blad 'Sheet' heeft de gevraagde kolommen niet en is overgeslagen\n"
    uitkomst, uit, fout = vraag(capsys, "controleer", "codes.xlsx", "--raamwerk", "oud.json")
    assert (uitkomst, fout) == (1, over)
    assert "codes: 2, goed: 1, fout: 1" in uit
    gekozen = vraag(capsys, "controleer", "codes.xlsx", "--blad", "Af", "--raamwerk", "oud.json")
    assert gekozen == (0, "codes: 1, goed: 1, fout: 0\n", "")
    assert vraag(capsys, "migreer", "codes.xlsx", "oud.json", "nieuw.json", "--blad", "Af", "--json")[::2] == (0, "")


def test_no_more_is_read_than_shows_that_it_is_too_much(capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd: list[int] = []

    class Eindeloos(io.BytesIO):
        def read(self, aantal: int | None = -1, /) -> bytes:
            assert aantal is not None
            gevraagd.append(aantal)
            return b"A" * aantal

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Eindeloos()))
    code, uit, fout = vraag(capsys, "controleer", "-")
    assert (code, uit) == (2, "")
    assert "is groter dan 10000000 bytes" in fout
    assert gevraagd == [10_000_001]


def test_a_packed_table_is_no_framework(capsys: Uitvoer) -> None:
    Path("tabel.csv.gz").write_bytes(b"\x1f\x8b")
    zin = "'tabel.csv.gz' is een tabel; maak er eerst een raamwerk van met: leeruitkomsten nieuw"
    assert zin in vraag(capsys, "toon", "A", "--raamwerk", "tabel.csv.gz")[2]


def test_a_list_of_codes_in_json_is_told_where_codes_go(capsys: Uitvoer) -> None:
    Path("codes.json").write_text('["WP1.1a"]', "utf-8")
    code, uit, fout = vraag(capsys, "controleer", "codes.json")
    assert (code, uit) == (2, "")
    assert "'codes.json' is een lijst in JSON, geen raamwerk; zet codes onder elkaar in een tekst (.txt)" in fout


LADDER = "leerlijn,naam,rijnaam,L1,L2\nTECH,Technical skills,Code,Writes code.,Reviews code.\n"


def ladder(capsys: Uitvoer, *opties: str) -> tuple[int, str, str]:
    Path("ladder.csv").write_text(LADDER, "utf-8")
    return vraag(capsys, "nieuw", "ladder.csv", "-o", "ladder.json", "--datum", "2026-11-24", *opties)


def test_a_new_framework_says_which_columns_became_niveaus(capsys: Uitvoer) -> None:
    code, uit, fout = ladder(capsys)
    assert (code, uit) == (0, "ladder.json: 2 leeruitkomsten en 2 succescriteria\n")
    assert fout.splitlines() == [
        "'ladder.csv': niveaus: 2 (L1, L2)",
        "'ladder.csv': rijen zonder nummer kregen er een, op volgorde van verschijnen: 1 in TECH",
    ]
    assert vraag(capsys, "nieuw", "ladder.csv", "-o", "om.json", "--datum", "2026-11-24", "--niveaus", "L2; L1")[0] == 0
    assert [niveau.fase for niveau in lu.lees("om.json").niveaus] == ["L2", "L1"]


def test_the_answer_of_a_next_version_is_what_changed(capsys: Uitvoer) -> None:
    ladder(capsys, "--taal", "en", "--naam", "Ladder")
    assert vraag(capsys, "exporteer", "xlsx", "--raamwerk", "ladder.json", "-o", "ladder.xlsx")[0] == 0
    boek: Any = openpyxl.load_workbook("ladder.xlsx")
    blad = boek["Alle criteria"]
    regels = {rij[0]: n for n, rij in enumerate(blad.values, 1)}
    blad.cell(regels["TECH1.1a"], 13).value = "Writes clean code."
    boek.save("nieuw.xlsx")
    volgende = ["nieuw", "nieuw.xlsx", "--vorige", "ladder.json", "--versie", "1.1", "--datum", "2027-01-01"]
    code, uit, fout = vraag(capsys, *volgende, "-o", "n.json")
    assert code == 0
    assert uit.startswith("n.json: 2 leeruitkomsten en 2 succescriteria\n")
    assert "gewijzigd   TECH1.1a   TECH1.1a   Writes {+clean+} code." in uit
    assert fout == "'nieuw.xlsx': weergaven van blad 'Alle criteria' zijn overgeslagen: 'TECH'\n"
    nieuw = lu.lees("n.json")
    assert (nieuw.naam, nieuw.taal, nieuw.versie, nieuw.sleutel) == ("Ladder", "en", "1.1", "ladder")
    gegevens = json.loads(vraag(capsys, *volgende, "-o", "n.json", "--json")[1])
    assert gegevens["vergelijking"] == lu.vergelijk(lu.lees("ladder.json"), nieuw).als_dict()
    code, uit, _ = vraag(capsys, *volgende, "-o", "-")
    assert lu.lees(uit.encode()) == nieuw
    gelijk = vraag(capsys, "nieuw", "ladder.xlsx", *volgende[2:], "-o", "g.json")
    assert gelijk[1].splitlines()[1:] == ["Er zijn geen verschillen."]


def test_a_niveau_is_asked_for_by_what_it_is_called(capsys: Uitvoer) -> None:
    ladder(capsys)
    for vragen in (["verdieping", "L1", "l2"], ["zoek", "code", "--niveau", "L2"], ["evl", "L2"]):
        op_naam = vraag(capsys, *vragen, "--raamwerk", "ladder.json")
        op_nummer = vraag(
            capsys, *(deel[-1] if deel in {"L1", "l2", "L2"} else deel for deel in vragen), "--raamwerk", "ladder.json"
        )
        assert op_naam == op_nummer
        assert (op_naam[0], op_naam[2]) == (0, "")
    assert "Van niveau 1 (L1)" in " ".join(
        vraag(capsys, "verdieping", "L1", "L2", "--raamwerk", "ladder.json")[1].split()
    )
    Path("codes.txt").write_text("TECH2.1a\n", "utf-8")
    for opdracht in (["voortgang", "codes.txt"], ["matrix", "TECH", "--voortgang", "codes.txt"], ["formulier"]):
        waar = [] if opdracht == ["formulier"] else ["--niveau"]
        op_naam = vraag(capsys, *opdracht, *waar, "L2", "--raamwerk", "ladder.json")
        assert op_naam[0] == 0
        assert op_naam == vraag(capsys, *opdracht, *waar, "2", "--raamwerk", "ladder.json")


def test_a_line_that_is_gone_asks_for_its_successors(capsys: Uitvoer) -> None:
    ladder(capsys)
    Path("ladder.csv").write_text(LADDER.replace("Reviews code.", ""), "utf-8")
    volgende = [
        "nieuw",
        "ladder.csv",
        "--vorige",
        "ladder.json",
        "--versie",
        "1.1",
        "--datum",
        "2027-01-01",
        "-o",
        "n.json",
    ]
    code, uit, fout = vraag(capsys, *volgende)
    assert (code, uit) == (1, "")
    assert "- code TECH2.1a: 'Reviews code.' staat niet meer in de tabel; zeg wat erop volgt" in fout
    assert "--opvolgers 'TECH2.1a=…'" in fout
    assert vraag(capsys, *volgende, "--opvolgers", "TECH2.1a = TECH1.1a, TECH1")[0] == 0
    assert lu.lees("n.json").opvolgers("TECH2.1a") == ("TECH1.1a", "TECH1")


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (["--vorige", "oud.json"], "geef met --versie de nieuwe versie op, bijvoorbeeld --versie 1.1"),
        (
            ["--opvolgers", "A1.1a"],
            "--opvolgers is een code, =, en wat erop volgt, elke code één keer; er staat 'A1.1a'",
        ),
        (
            ["--opvolgers", "A1=", "--opvolgers", "A1="],
            "--opvolgers is een code, =, en wat erop volgt, elke code één keer; er staat 'A1='",
        ),
        (["--opvolgers", "x="], "opvolgers: hier hoort een code, zoals 'WP2.4a', er staat 'x'"),
        (["pakket.json", "--niveaus", "A"], "--niveaus, --vorige en --opvolgers zijn voor een tabel"),
        (["--niveaus", "A,A"], "niveaus: hier horen hoogstens 99 namen, elk één keer en geen ervan leeg"),
    ],
)
def test_what_the_options_of_nieuw_cannot_be(opties: list[str], zin: str, capsys: Uitvoer) -> None:
    bestand = [] if opties[0].endswith(".json") else ["tabel.csv"]
    code, _, fout = vraag(capsys, "nieuw", *bestand, *opties, "-o", "x.json", "--datum", "2026-11-24")
    assert code == 2
    assert zin in fout


@pytest.mark.parametrize("naam", ["leeg.xlsx", "LEEG.CSV"])
def test_a_table_to_fill_in_is_of_the_kind_that_its_name_says(naam: str, capsys: Uitvoer) -> None:
    assert vraag(capsys, "nieuw", "--sjabloon", naam) == (0, f"{naam}: een tabel om in te vullen\n", "")
    assert Path(naam).read_bytes() == sjabloon("xlsx" if naam == "leeg.xlsx" else "csv")
    Path(naam).write_text("van mij", "utf-8")
    assert "bestaat al, en er staat iets anders in" in vraag(capsys, "nieuw", "--sjabloon", naam)[2]


@pytest.mark.parametrize("opties", [["--overschrijf"], ["--overschrijf", "--json"]])
@pytest.mark.parametrize("eerst", [True, False])
def test_a_table_to_fill_in_follows_the_other_options(opties: list[str], eerst: bool, capsys: Uitvoer) -> None:
    Path("leeg.csv").write_text("van mij", "utf-8")
    sjabloon = ["--sjabloon", "leeg.csv"]
    code, uit, fout = vraag(capsys, "nieuw", *(opties + sjabloon if eerst else sjabloon + opties))
    assert (code, fout) == (0, "")
    assert Path("leeg.csv").read_text("utf-8-sig").startswith("leerlijn;")
    if "--json" in opties:
        assert json.loads(uit) == {"bestand": "leeg.csv"}
    else:
        assert uit == "leeg.csv: een tabel om in te vullen\n"


def test_a_table_to_fill_in_is_csv_or_excel(capsys: Uitvoer) -> None:
    code, _, fout = vraag(capsys, "nieuw", "--sjabloon", "leeg.ods")
    assert code == 2
    assert "een sjabloon is een .xlsx of een .csv, niet 'leeg.ods'" in fout


def test_a_next_version_that_goes_to_standard_output_stands_there_alone(capfd: pytest.CaptureFixture[str]) -> None:
    Path("ladder.csv").write_text(LADDER, "utf-8")
    begin = ["nieuw", "ladder.csv", "--datum", "2026-11-24"]
    assert start([*begin, "-o", "ladder.json"]) == 0
    capfd.readouterr()
    assert start([*begin, "--vorige", "ladder.json", "--versie", "1.1", "-o", "/dev/stdout"]) == 0
    assert lu.lees(capfd.readouterr().out.encode()).versie == "1.1"
