"""Canvas: what Ruby's own csv reads of it is what the framework says, and breaks none of the importer's rules."""

from __future__ import annotations

import csv
import html
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from conftest import RAAMWERKEN, maak, met_inhoud
from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf

HIER = Path(__file__).parent
LANG = "Je leest " + "veel en " * 620 + "graag."
VIJANDIG = {
    "A1.1a": 'Je zegt "ja", "nee"; of iets anders.',
    "A1.1b": "=1+1",
    "A1.1c": "-x",
    "A1.1d": "+x",
    "A1.1e": "@x",
    "A1.1f": "007",
    "A1.1g": LANG,
    "A1.1h": "x" * 5000,
    "A2.1a": "<script>alert('x')</script> & <b>vet</b>, a < b",
    "A2.1b": "👩🏽‍🏫 geeft les 😀",
    "A2.1c": "1.10",
    "A2.10a": r"C:\map en \ los",
    "A3.1a": "&amp; &#65; %2C",
    "A3.1b": '"',
    "PED1.1a": 'lang genoeg om niet in de korte naam te passen, en dan pas, na honderd tekens en een paar meer: een pad\\"aanhaling" \\',
}  # fmt: skip
OPTIES: list[dict[str, Any]] = [
    {},
    {"criteria": "uitkomsten"},
    {"evl": False},
    {"criteria": "uitkomsten", "evl": False, "naamruimte": "lerarenopleiding-2026"},
    {"schaal": ()},
    {"schaal": ("nog niet", 'deels, "bijna"', "=goed"), "aangetoond": ("=goed", 'deels, "bijna"')},
]


def vijandig() -> Raamwerk:
    return maak(["PED", "A"], 3, VIJANDIG)


def lees_met(programma: str, script: str, inhoud: bytes, *argumenten: str) -> dict[str, Any]:
    """What another language makes of a file. On a machine without it the test is skipped, in CI it fails."""
    if shutil.which(programma) is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{programma} is not installed")
    klaar = subprocess.run([programma, str(HIER / script), *argumenten], input=inhoud, capture_output=True, check=False)
    assert klaar.returncode == 0, klaar.stderr.decode() + klaar.stdout.decode()
    gelezen: dict[str, Any] = json.loads(klaar.stdout)
    assert gelezen["fouten"] == []
    return gelezen


def platte_tekst(omschrijving: str) -> list[str]:
    """The paragraphs and bullets of a description."""
    assert re.fullmatch(r"(<p>[^<>]+</p>)*(<ul>(<li>[^<>]+</li>)+</ul>)?", omschrijving)
    return [html.unescape(deel) for deel in re.findall(r"<(?:p|li)>([^<>]*)</", omschrijving)]


def anders_gestart(formaat: str) -> list[bytes]:
    """The file as made by other processes, with another seed for hashes and another locale."""
    vraag = "import sys, leeruitkomsten as lu; from leeruitkomsten.uitwisseling import schrijf; sys.stdout.buffer.write(schrijf(lu.laad(), sys.argv[1]))"
    return [
        subprocess.run(
            [sys.executable, "-c", vraag, formaat],
            env={**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": taal},
            capture_output=True,
            check=True,
        ).stdout
        for zaad, taal in (("1", "C"), ("2", "nl_NL.UTF-8"))
    ]


def met_ruby(inhoud: bytes) -> dict[str, Any]:
    return lees_met("ruby", "canvas.rb", inhoud)


@pytest.mark.dagelijks("verpakt", "breed")
def test_every_part_is_placed(elk: Raamwerk) -> None:
    for opties in OPTIES:
        gelezen = met_ruby(schrijf(elk, "canvas", **opties))
        naamruimte, los, evl = opties.get("naamruimte"), opties.get("criteria") == "uitkomsten", opties.get("evl", True)
        voor = f"{naamruimte}_{elk.sleutel}_" if naamruimte else f"{elk.sleutel}_"
        delen = elk.evls if evl else ()
        vol = [u for u in elk.leeruitkomsten if u.succescriteria] if los else []
        groepen = [
            "leeruitkomsten",
            *(deel.code for deel in (*elk.leerlijnen, *delen)),
            *(f"{u.code}-succescriteria" for u in vol),
        ]
        uitkomsten = [*met_inhoud(elk), *(elk.succescriteria if los else ())]
        assert set(gelezen["groepen"]) == {voor + groep for groep in groepen}
        assert set(gelezen["uitkomsten"]) == {voor + deel.code for deel in uitkomsten}
        assert gelezen["rijen"] == len(groepen) + len(uitkomsten)
        for deel in uitkomsten:
            boven = [deel.leerlijn] if deel in elk.leeruitkomsten else [f"{deel.code.partition('.')[0]}-succescriteria"]
            ouders = [*boven, *([f"EvL{deel.niveau}"] if evl else [])]
            assert gelezen["uitkomsten"][voor + deel.code]["ouders"] == [voor + ouder for ouder in ouders]


@pytest.mark.parametrize(
    ("goed", "kapot", "fout"),
    [
        (",p_WP p_EvL1,", ",p_WP p_EvL9,", "parent p_EvL9 is not earlier"),
        ("ratings,,,", "ratings,,,x", "header behind ratings"),
        ("\r\np_WP1,", "\r\np_WP 1,", "id"),
        ("\r\np_WD,", "\r\np_WP,", "id twice"),
        (",active,,,,", ',active,"",,,', "an empty cell that is quoted"),
        (",1,Aangetoond,0,", ",0,Aangetoond,1,", "points go up"),
        (",1,Aangetoond,0,", ",1.5,Aangetoond,0,", "points"),
        (",p_leeruitkomsten,,,active", ",p_leeruitkomsten,highest,,active", "a group with a method"),
        ("vendor_guid", "guid", "header"),
    ],
)
def test_the_reader_sees_a_broken_file(kader: Raamwerk, goed: str, kapot: str, fout: str) -> None:
    inhoud = schrijf(kader, "canvas").decode().replace("werkplekleren_", "p_")
    assert goed in inhoud
    inhoud = inhoud.replace(goed, kapot, 1)
    with pytest.raises(AssertionError, match=fout):
        met_ruby(inhoud.encode())


@pytest.mark.parametrize("criteria", ["lijst", "uitkomsten"])
def test_the_texts_arrive_to_the_letter(criteria: str) -> None:
    for kader in (vijandig(), *RAAMWERKEN.values()):
        inhoud = schrijf(kader, "canvas", criteria=criteria)
        gelezen = met_ruby(inhoud)
        for rij in csv.DictReader(io.StringIO(inhoud.decode(), newline="")):
            soort = gelezen["groepen" if rij["object_type"] == "group" else "uitkomsten"]
            assert soort[rij["vendor_guid"]]["titel"] == rij["title"]
            assert (soort[rij["vendor_guid"]]["omschrijving"] or "") == rij["description"]
        for uitkomst in met_inhoud(kader):
            tekst = [uitkomst.tekst] if uitkomst.tekst else []
            punten = [str(criterium) for criterium in uitkomst.succescriteria] if criteria == "lijst" else []
            omschrijving = (
                gelezen["uitkomsten"][f"{kader.sleutel}_{uitkomst.code}"]["omschrijving"] or ""
            )  # an empty cell is nothing to Ruby
            assert platte_tekst(omschrijving) == [*tekst, *punten]
        for criterium in kader.succescriteria if criteria == "uitkomsten" else ():
            rij = gelezen["uitkomsten"][f"{kader.sleutel}_{criterium.code}"]
            assert platte_tekst(rij["omschrijving"]) == [criterium.tekst]
            assert rij["naam"] == criterium.code
            heel = f"{criterium.code} {criterium.tekst}"
            assert rij["titel"] == heel or (len(heel) > 255 and heel.find(rij["titel"].removesuffix("…")) == 0)


@pytest.mark.parametrize("formaat", ["canvas", "moodle", "mahara"])
def test_only_what_html_asks_is_escaped(formaat: str) -> None:
    """What cleans HTML in these systems writes quotes back as they were; in Canvas that is a change, which then is refused."""
    kader = maak(["A"], 1, {"A1.1a": "'a' & \"b\" <c> é ’"})
    inhoud = schrijf(kader, formaat).decode().replace('""', '"').replace('\\"', '"')
    assert "'a' &amp; \"b\" &lt;c&gt; é ’" in inhoud
    assert {*re.findall("&[^ ;]*;", inhoud)} == {"&amp;", "&lt;", "&gt;"}


def test_no_cell_is_a_formula() -> None:
    kader = maak(["A"], 1, VIJANDIG)
    for opties in OPTIES:
        for rij in csv.reader(io.StringIO(schrijf(kader, "canvas", **opties).decode(), newline="")):
            assert not [cel for cel in rij if cel[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_the_scale_is_the_one_asked_for(kader: Raamwerk) -> None:
    schalen = [
        met_ruby(schrijf(kader, "canvas", **opties))["uitkomsten"]["werkplekleren_WP1"]
        for opties in (OPTIES[0], OPTIES[4], OPTIES[5])
    ]
    assert [(rij["beheerst"], rij["schaal"]) for rij in schalen] == [
        ("1", [[1, "Aangetoond"], [0, "Nog niet aangetoond"]]),
        (None, []),
        ("1", [[2, "'=goed"], [1, 'deels, "bijna"'], [0, "nog niet"]]),
    ]


@pytest.mark.parametrize(
    ("opties", "fout"),
    [
        ({"criteria": "x"}, "criteria: hier hoort 'lijst' of 'uitkomsten', er staat 'x'"),
        ({"schaal": ("a",)}, "schaal: hier horen ten minste twee waarden"),
        ({"schaal": ("a", 1)}, "schaal: hier hoort een lijst van teksten"),
        (
            {"schaal": ("a", "b", "c"), "aangetoond": ("a", "b")},
            "aangetoond: in Canvas tellen de hoogste waarden .* niet 'a' en 'b'",
        ),
        ({"schaal": ("a", "b"), "aangetoond": ("c",)}, "aangetoond: op de schaal staat geen 'c'; wel: 'a', 'b'"),
        ({"schaal": (), "aangetoond": ("a",)}, "aangetoond: zonder schaal bepaalt Canvas zelf wat telt"),
        ({"naamruimte": "a b"}, "naamruimte: hier hoort .* er staat 'a b'"),
        ({"naamruimte": "a:"}, "naamruimte: .* er staat 'a:'"),
        ({"criteria": "x", "naamruimte": ""}, "criteria: (.|\n)*naamruimte: "),
        ({"soort": "rubric-evl", "evl": True}, "evl: hoort bij soort='leerdoelen', niet bij 'rubric-evl'"),
        (
            {"soort": "rubric-leerlijn", "schaal": ("a", "b")},
            "schaal: hoort bij soort='leerdoelen' of 'rubric-evl', niet bij 'rubric-leerlijn'",
        ),
        ({"soort": "rubric-evl", "schaal": ()}, "schaal: hier horen ten minste twee waarden"),
        ({"soort": "rubrics", "naamruimte": "_"}, "soort: hier hoort 'leerdoelen', .*\nnaamruimte: "),
    ],
)
def test_what_canvas_would_refuse_is_refused(kader: Raamwerk, opties: dict[str, Any], fout: str) -> None:
    with pytest.raises(ValueError, match=fout):
        schrijf(kader, "canvas", **opties)


def test_a_description_that_is_too_long_is_named() -> None:
    lang = {f"A1.1{letter}": "x" * 5000 for letter in "abcdefghijklmn"}
    with pytest.raises(ValueError, match=r"^klein_A1, omschrijving: .* telt \d+ tekens, er passen er 65535$"):
        schrijf(maak(["A"], 1, lang), "canvas")
    assert met_ruby(schrijf(maak(["A"], 1, lang), "canvas", criteria="uitkomsten"))["rijen"] == 5 + len(lang) - 1 + 1


def test_the_bytes_do_not_depend_on_the_machine(kader: Raamwerk) -> None:
    inhoud = schrijf(kader, "canvas")
    assert anders_gestart("canvas") == [inhoud, inhoud]
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == 1 + 1 + 4 + 4 + 16
    assert inhoud[:3] != b"\xef\xbb\xbf"


@pytest.mark.parametrize("formaat", ["canvas", "moodle", "mahara"])
def test_the_page_names_every_option(formaat: str, wortel: Path) -> None:
    opties = inspect.getfullargspec(import_module(f"leeruitkomsten.uitwisseling.{formaat}").schrijf).kwonlyargs
    bladzijde = (wortel / "docs" / "uitwisseling" / f"{formaat}.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", bladzijde.split("## Opties")[1], re.MULTILINE) == opties
