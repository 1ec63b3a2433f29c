"""What holds for every format: one door, Dutch errors, whole files, and the same bytes on every run and machine."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args, get_overloads, get_type_hints

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk, uitwisseling
from leeruitkomsten.bestanden import bewaren
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.uitwisseling import formaten, lees, schrijf
from leeruitkomsten.uitwisseling.opties import Formaat
from uitwisseling.vijandig import MET_BACKSLASH, vijandig

NODIG: dict[str, dict[str, Any]] = {"openbadges": {"base_uri": "https://example.org/"}}
"""What a format cannot do without."""
GEEN_TEKST = {"xlsx"}
VIJANDIG = vijandig(MET_BACKSLASH)


@pytest.fixture(params=formaten())
def formaat(request: pytest.FixtureRequest) -> str:
    """Every format."""
    return str(request.param)


def maak(kader: Raamwerk, formaat: str, doel: Any = None) -> bytes:
    return schrijf(kader, formaat, doel, **NODIG.get(formaat, {}))


def test_the_formats_are_these() -> None:
    assert formaten() == (
        "canvas", "moodle", "case", "ooapi", "skos", "mahara", "openbadges", "csv", "xlsx", "markdown", "json",
    )  # fmt: skip


@pytest.mark.parametrize("vreemd", ["", "CSV", "pdf", "schrijf", "../x"])
def test_an_unknown_format_is_refused_and_the_others_named(kader: Raamwerk, vreemd: str) -> None:
    bedoeld = r"bedoelde je 'csv'\? Kies" if vreemd == "CSV" else "kies"
    with pytest.raises(ValueError, match=f"is geen formaat; {bedoeld} uit: canvas, moodle, case"):
        schrijf(kader, vreemd)


def test_an_unknown_option_is_refused_and_the_others_named(kader: Raamwerk, formaat: str, tmp_path: Path) -> None:
    with pytest.raises(
        ValueError, match=rf"{formaat} kent de optie 'kleur' en 'x' niet; (wel: |er zijn er geen)"
    ) as fout:
        schrijf(kader, formaat, tmp_path / "x", kleur=1, x=2)
    for optie in opties(formaat):
        assert optie in str(fout.value)
    assert not list(tmp_path.iterdir())


TE_VEEL = {
    "canvas": (
        {"criteria": "x", "evl": "ja", "schaal": ["a"], "aangetoond": "b", "naamruimte": "_"},
        ["criteria", "evl", "aangetoond", "schaal", "naamruimte"],
    ),
    "moodle": (
        {
            "soort": "x",
            "scheiding": "|",
            "ruleoutcome": 3,
            "schaal": ["a", "b"],
            "standaard": "c",
            "naamruimte": "_",
            "evl": 1,
        },
        ["soort", "scheiding", "evl", "ruleoutcome", "standaard", "naamruimte"],
    ),
    "case": ({"versie": 1.1, "base_uri": "x", "precedes_criteria": None}, ["versie", "precedes_criteria", "base_uri"]),
    "skos": ({"syntaxis": "xml", "base_uri": "x"}, ["syntaxis", "base_uri"]),
    "mahara": ({"criteria": True, "selfassess": 1, "institution": ""}, ["criteria", "selfassess", "institution"]),
    "openbadges": ({"versie": "2", "code": "", "codes": 3}, ["versie", "code", "codes", "openbadges"]),
    "csv": ({"scheiding": "|", "bom": "ja"}, ["scheiding", "bom"]),
}
"""Per format options that are all wrong, and how the lines begin that say so: types first, then what the importer refuses."""


@pytest.mark.parametrize("formaat", TE_VEEL)
def test_one_error_names_every_wrong_option_and_every_wrong_value(kader: Raamwerk, formaat: Any) -> None:
    fout, verwacht = TE_VEEL[formaat]
    with pytest.raises(ValueError, match=f"^{formaat} kent de optie 'kleur' niet; wel: ") as gezegd:
        schrijf(kader, formaat, None, kleur=1, **fout)
    _, *regels = str(gezegd.value).splitlines()
    assert [re.split("[ :=]", regel)[0] for regel in regels] == verwacht


@pytest.mark.parametrize(
    ("formaat", "optie", "waarde", "zin"),
    [
        ("csv", "bom", 1, "bom: hier hoort ja of nee (True of False), er staat 1"),
        ("case", "versie", "2.0", "versie: hier hoort '1.0' of '1.1', er staat '2.0'"),
        ("case", "base_uri", 3, "base_uri: hier hoort een tekst of niets (None), er staat 3"),
        ("moodle", "ruleoutcome", True, "ruleoutcome: hier hoort 1, 2, 3 of niets (None), er staat True"),
        ("canvas", "schaal", "1", "schaal: hier hoort een lijst van teksten, er staat '1'"),
        (
            "canvas",
            "aangetoond",
            [1],
            "aangetoond: hier hoort een lijst van teksten of niets (None), er staat een lijst",
        ),
        ("mahara", "institution", None, "institution: hier hoort een tekst, er staat None"),
    ],
)
def test_a_wrong_value_is_told_with_what_belongs_there(
    kader: Raamwerk, formaat: Any, optie: str, waarde: object, zin: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(zin)}$"):
        schrijf(kader, formaat, None, **{optie: waarde})


def test_the_options_that_checkers_know_are_those_that_the_formats_have() -> None:
    """Names, types and which one is needed: of each overload, and of the function that writes the format."""
    gezien: list[str] = []
    for variant in get_overloads(schrijf)[:-1]:
        soorten = get_type_hints(variant)
        (formaat,), (opties_,) = get_args(soorten["formaat"]), get_args(soorten["opties"])
        gezien.append(formaat)
        maak = uitwisseling._module(formaat).schrijf
        assert get_type_hints(opties_) == {
            n: s for n, s in get_type_hints(maak).items() if n not in ("raamwerk", "return")
        }
        assert opties_.__required_keys__ == set(NODIG.get(formaat, {}))
    assert set(formaten()) - set(gezien) == {formaat for formaat in formaten() if not opties(formaat)}
    assert get_type_hints(get_overloads(schrijf)[-1])["formaat"] == Formaat


def opties(formaat: str) -> list[str]:
    maak = uitwisseling._module(formaat).schrijf
    eerste, *rest = inspect.signature(maak).parameters.values()
    assert eerste.name == "raamwerk"
    assert all(deel.kind is deel.KEYWORD_ONLY for deel in rest)
    assert {deel.name for deel in rest if deel.default is deel.empty} == set(NODIG.get(formaat, {}))
    return [deel.name for deel in rest]


def test_every_format_says_what_it_does_with_an_example(formaat: str) -> None:
    maak = uitwisseling._module(formaat).schrijf
    uitleg = str(inspect.getdoc(maak))
    assert ">>> " in uitleg
    assert [optie for optie in opties(formaat) if optie not in uitleg] == []


def test_the_overview_has_every_format_with_its_options(formaat: str, wortel: Path) -> None:
    overzicht = (wortel / "docs" / "uitwisseling" / "README.md").read_text("utf-8")
    (rij,) = re.findall(rf"^\| `{formaat}` \|[^|]*\| \[[^|]*\]\(([a-z]+\.md)\) \| ([^|]*) \|$", overzicht, re.MULTILINE)
    pagina, genoemd = rij
    assert re.findall("`([a-zA-Z_]+)`", genoemd) == opties(formaat)
    tekst = (wortel / "docs" / "uitwisseling" / pagina).read_text("utf-8")
    assert [optie for optie in opties(formaat) if f"`{optie}" not in tekst and f"`--optie {optie}" not in tekst] == []


def test_a_path_an_open_file_and_the_answer_are_the_same_bytes(kader: Raamwerk, formaat: str, tmp_path: Path) -> None:
    inhoud = maak(kader, formaat)
    assert isinstance(inhoud, bytes)
    assert maak(kader, formaat, tmp_path / "een") == inhoud
    assert maak(kader, formaat, str(tmp_path / "twee")) == inhoud
    binair = io.BytesIO()
    maak(kader, formaat, binair)
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes() == binair.getvalue() == inhoud
    if formaat not in GEEN_TEKST:
        tekst = io.StringIO(newline="")
        maak(kader, formaat, tekst)
        assert tekst.getvalue().encode() == inhoud


def test_a_file_is_replaced_as_a_whole_or_stays(
    kader: Raamwerk, formaat: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "bestand"
    doel.write_bytes(b"van mij")
    with pytest.raises(ValueError, match="kleur"):
        schrijf(kader, formaat, doel, kleur=1)

    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bewaren.os, "fsync", vol)
    with pytest.raises(OSError, match="No space left"):
        maak(kader, formaat, doel)
    assert doel.read_bytes() == b"van mij"
    assert list(tmp_path.iterdir()) == [doel]


def test_a_folder_that_is_not_there_is_an_oserror(kader: Raamwerk, formaat: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        maak(kader, formaat, tmp_path / "weg" / "x")


def test_text_is_utf8_without_a_mark(formaat: str) -> None:
    if formaat in GEEN_TEKST:
        assert maak(VIJANDIG, formaat)[:4] == b"PK\x03\x04"
    else:
        assert maak(VIJANDIG, formaat).decode()[:1] != "\ufeff"


def test_every_text_of_the_framework_is_somewhere_in_the_file(kader: Raamwerk, formaat: str) -> None:
    """The packaged texts have no character but a quote that a format has to write in another way."""
    inhoud = maak(kader, formaat).decode("utf-8", "replace")
    for teken in ('\\"', "&quot;", "&#x27;", "&#39;", "&#039;"):
        inhoud = inhoud.replace(teken, "'" if "39" in teken or "27" in teken else '"')
    weg = [c.code for c in (*kader.leeruitkomsten, *kader.succescriteria) if c.tekst not in inhoud]
    assert weg == ([] if formaat != "csv" else [u.code for u in kader.leeruitkomsten])


EXTRA = {
    "omschrijving": {"canvas", "moodle", "case", "ooapi", "skos", "mahara", "xlsx", "markdown", "json"},
    "notatie": {"case", "ooapi", "skos", "csv", "xlsx", "markdown", "json"},
    "rijnaam": {"case", "skos", "csv", "xlsx", "markdown", "json"},
}
"""What only some frameworks have, and the formats that have a place for it."""


def test_what_only_some_frameworks_have_arrives_where_the_pages_say(formaat: str) -> None:
    gegevens = vijandig(MET_BACKSLASH).als_dict()
    lijn = gegevens["leerlijnen"][0]
    lijn["omschrijving"] = "OmschrijvingVanDeLijn"
    lijn["leeruitkomsten"][0]["succescriteria"][0]["notatie"] = "NotatieVanDeBron"
    lijn["rijnamen"] = [{"rij": "WP.1", "naam": "RijnaamVanDeBron", "uit_bron": True}]
    inhoud = maak(bouw(gegevens), formaat)
    for wat, formaten_met in EXTRA.items():
        assert (f"{wat.capitalize()}Van".encode() in inhoud) == (formaat in formaten_met), wat


def test_a_leeruitkomst_of_which_the_source_gives_only_a_code_is_there(formaat: str) -> None:
    """One rule for what is empty: no format that has leeruitkomsten keeps what another drops."""
    gegevens = VIJANDIG.als_dict()
    lijn = gegevens["leerlijnen"][0]
    lijn["leeruitkomsten"][0] |= {"tekst": "", "succescriteria": [], "notatie": "NotatieVanDeBron"}
    gegevens |= {"errata": [], "vervallen": []}
    code = lijn["leeruitkomsten"][0]["code"].encode()
    assert (code in maak(bouw(gegevens), formaat)) == (formaat != "csv")
    del lijn["leeruitkomsten"][0]["notatie"]
    # A matrix has a place for each leeruitkomst, and the flat CSV a line for each succescriterium only.
    assert (code in maak(bouw(gegevens), formaat)) == (formaat in {"xlsx", "markdown", "json"})


SOM = """
import contextlib, hashlib, sys
sys.path[:0] = sys.argv[1:]
from uitwisseling.test_schrijf import VIJANDIG, formaten, maak
import leeruitkomsten as lu
for formaat in formaten():
    print(formaat, *(hashlib.sha256(maak(kader, formaat)).hexdigest() for kader in (lu.laad(), VIJANDIG)))
"""


def som(**omgeving: str) -> dict[str, list[str]]:
    """The digest of every format, for two frameworks, made by a new interpreter in another environment."""
    # Under other settings of the language a warning may come first, on standard error.
    klaar = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", SOM, str(Path(__file__).parents[1])],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **omgeving},
    )
    return {formaat: sommen for formaat, *sommen in map(str.split, klaar.stdout.splitlines())}


@pytest.fixture(scope="module")
def anders() -> list[dict[str, list[str]]]:
    """What comes out in other environments: hash seed, language, time zone, and XML without lxml."""
    return [
        som(PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC"),
        som(PYTHONHASHSEED="4242", LC_ALL="nl_NL.UTF-8", TZ="Pacific/Auckland", OPENPYXL_LXML="False"),
        som(PYTHONHASHSEED="random", LC_ALL="C.UTF-8", TZ="America/Los_Angeles"),
    ]


@pytest.mark.dagelijks("csv", "case")
def test_bytes_are_the_same_in_every_environment(
    kader: Raamwerk, formaat: str, anders: list[dict[str, list[str]]]
) -> None:
    hier = [hashlib.sha256(maak(k, formaat)).hexdigest() for k in (kader, VIJANDIG)]
    assert [elders[formaat] for elders in anders] == [hier] * 3


def test_an_equal_framework_gives_the_same_bytes(kader: Raamwerk, formaat: str) -> None:
    import leeruitkomsten as lu

    assert maak(lu.lees(lu.schrijf(kader)), formaat) == maak(kader, formaat)


def test_no_exporter_changes_what_another_writes(kader: Raamwerk) -> None:
    eerst = {formaat: maak(kader, formaat) for formaat in formaten()}
    for formaat in reversed(formaten()):
        with contextlib.suppress(ValueError):
            maak(vijandig(), formaat)
        assert maak(kader, formaat) == eerst[formaat]


LEESBAAR = ("case", "json", "xlsx", "csv")


@pytest.mark.parametrize("vorm", [formaat for formaat in (*formaten(), "pdf", "") if formaat not in LEESBAAR])
def test_nothing_else_can_be_read(vorm: str) -> None:
    with pytest.raises(ValueError, match="kan niet gelezen worden; alleen 'case', 'json', 'xlsx' of 'csv'"):
        lees(b"", vorm)


def test_the_framework_file_is_a_format_out_and_back(elk: Raamwerk, tmp_path: Path) -> None:
    inhoud = schrijf(elk, "json", tmp_path / "x.json")
    assert inhoud == lu.schrijf(elk)
    assert lees(tmp_path / "x.json", "json") == lees(inhoud, "json") == elk


def test_a_workbook_is_read_back_with_what_it_does_not_say(kader: Raamwerk) -> None:
    kop = {"naam": kader.naam, "datum": kader.datum, "sleutel": kader.sleutel, "versie": kader.versie}
    terug = lees(schrijf(kader, "xlsx"), "xlsx", **kop)
    assert (terug.leerlijnen, terug.niveaus) == (kader.leerlijnen, kader.niveaus)
    assert terug.versie == kader.versie
    assert lees(schrijf(kader, "xlsx"), "xlsx", naam="X", datum="2026-01-01").versie == "1.0"


def test_a_table_is_read_back_and_the_flat_one_said_to_be_none(kader: Raamwerk) -> None:
    lijst = b"leerlijn,naam,niveau,rij,leeruitkomst,criterium\nA,Leren,1,1,Je leert.,Je leest.\n"
    assert lees(lijst, "csv", naam="Klein", datum="2026-01-01").succescriteria[0].tekst == "Je leest."
    with pytest.raises(lu.OngeldigRaamwerk, match="dit is de platte tabel van een export"):
        lees(schrijf(kader, "csv"), "csv", naam="Klein", datum="2026-01-01")


@pytest.mark.parametrize(
    ("vorm", "gegeven", "soorten", "zin"),
    [
        ("csv", {}, ["ontbrekende_optie"], "een tabel zegt niet wat naam en datum is; geef naam= en datum= op"),
        ("xlsx", {"naam": "x", "typen": {}}, ["onbekende_optie", "ontbrekende_optie"], "typen= is voor case; xlsx heeft geen"),
        ("json", {"versie": "2.0", "taal": "nl"}, ["onbekende_optie"], "een json zegt zelf wat het is; laat versie= en taal= weg"),
    ],
)  # fmt: skip
def test_what_a_format_says_itself_is_not_given_and_what_it_does_not_is(
    vorm: Any, gegeven: Any, soorten: list[str], zin: str
) -> None:
    with pytest.raises(lu.OngeldigeVraag, match=re.escape(zin)) as fout:
        lees(b"", vorm, **gegeven)
    assert [f.soort for f in (fout.value, *fout.value.verder)] == soorten


def test_case_is_read_back(kader: Raamwerk, tmp_path: Path) -> None:
    inhoud = schrijf(kader, "case", tmp_path / "x.json")
    for bron in (inhoud, tmp_path / "x.json", io.BytesIO(inhoud), io.StringIO(inhoud.decode())):
        terug = lees(bron, "case")
        assert [(c.code, c.tekst) for c in terug.succescriteria] == [(c.code, c.tekst) for c in kader.succescriteria]


def test_every_wrong_option_is_named_at_once_as_data(kader: Raamwerk, tmp_path: Path) -> None:
    with pytest.raises(lu.OngeldigeVraag) as fout:
        schrijf(kader, "case", tmp_path / "x", kleur=1, versie="2.0", base_uri="x", precedes_criteria="ja")
    samen = (fout.value, *fout.value.verder)
    assert [(f.soort, next(iter(f.gegevens))) for f in samen] == [
        ("onbekende_optie", "kleur"),
        ("onbekende_keuze", "versie"),
        ("ongeldige_waarde", "precedes_criteria"),
        ("ongeldige_waarde", "base_uri"),
    ]
    assert not list(tmp_path.iterdir())


def test_a_text_that_does_not_fit_and_a_missing_extra_are_errors_with_data(
    kader: Raamwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(lu.OngeldigeVraag):
        schrijf(vijandig(), "moodle")
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(lu.OntbrekendOnderdeel) as fout:
        schrijf(kader, "skos")
    assert fout.value.extra == "rdf"
