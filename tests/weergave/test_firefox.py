"""The page and the sheets in Firefox: what comes out of its printer, and a portfolio that is opened, added to and saved."""

from __future__ import annotations

import collections
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import leeruitkomsten as lu
from kijken import Firefox
from leeruitkomsten.weergave import formulier, matrix, overzicht
from weergave.bladen import gedrukt, maten, zonder_wit
from weergave.paginahulp import sanne, van_sanne, verpakt

A3_LIGGEND, A4_LIGGEND, A4 = (420, 297), (297, 210), (210, 297)
Afdruk = Callable[[str, str, str], PdfReader]


@pytest.fixture
def afdruk(firefox: Firefox, tmp_path: Path) -> Afdruk:
    """What Firefox prints of a document at an address within it, on paper of this size."""

    def druk(html: str, anker: str, papier: str) -> PdfReader:
        bestand, pdf = tmp_path / "blad.html", tmp_path / "blad.pdf"
        bestand.write_text(html, "utf-8")
        firefox.doe("open", f"{bestand.as_uri()}#{anker}")
        firefox.doe("pdf", str(pdf), papier)
        return PdfReader(pdf)

    return druk


def letters(pdf: PdfReader) -> list[float]:
    """How large the letters of the sheets are, in points: the smallest, and those of the most text."""
    aantal: collections.Counter[float] = collections.Counter()

    def tel(tekst: str, _: Any, stand: list[float], __: Any, maat: float) -> None:
        aantal[round(abs(maat * stand[3]), 1)] += len(tekst.strip())

    for blad in pdf.pages:
        blad.extract_text(visitor_text=tel)
    return [min(maat for maat, keren in aantal.items() if keren), aantal.most_common(1)[0][0]]


def van(pdf: PdfReader, codes: list[str]) -> list[str]:
    """The codes that no sheet has."""
    alles = zonder_wit("".join(gedrukt(pdf)))
    return [code for code in codes if code not in alles]


@pytest.mark.parametrize("uit", ["page", "sheet"])
def test_a_matrix_fills_one_sheet_of_a3_and_of_a4(afdruk: Afdruk, kader: lu.Raamwerk, uit: str) -> None:
    html = verpakt() if uit == "page" else matrix(kader, "WP")
    codes = [c.code for c in kader.leerlijn("WP").leeruitkomsten for c in c.succescriteria]
    groot, klein = afdruk(html, "WP", "A3"), afdruk(html, "WP", "A4")
    assert (maten(groot), len(groot.pages), van(groot, codes)) == ({A3_LIGGEND}, 1, [])
    assert (maten(klein), len(klein.pages), van(klein, codes)) == ({A4_LIGGEND}, 1, [])
    assert letters(groot)[0] >= 9
    assert letters(groot)[1] == 11
    assert letters(klein)[0] >= 6.9  # what 9.9 points on A3 become


@pytest.mark.parametrize("uit", ["page", "sheet"])
def test_a_form_has_no_empty_sheets(afdruk: Afdruk, kader: lu.Raamwerk, uit: str) -> None:
    op_papier = afdruk(verpakt() if uit == "page" else formulier(kader, 2), "EvL2", "A4")
    assert (maten(op_papier), len(op_papier.pages)) == ({A4_LIGGEND}, 5)
    assert all(gedrukt(op_papier))
    assert van(op_papier, [c.code for c in kader.evl(2).succescriteria]) == []
    assert letters(op_papier) == [9, 10]


def test_an_overview_is_one_sheet(afdruk: Afdruk, kader: lu.Raamwerk) -> None:
    op_papier = afdruk(overzicht(kader, 2), "", "A4")
    assert (maten(op_papier), len(op_papier.pages)) == ({A4_LIGGEND}, 1)
    assert letters(op_papier)[0] >= 8


@pytest.mark.parametrize(
    ("anker", "zin"),
    [
        ("WP.4", "WP.4 door de niveaus"), ("verdieping-2-3-WP", "van niveau 2 naar niveau 3"), ("zoek=feedback", "feedback"),
        ("portfolio", "Video van een les"),
    ],
)  # fmt: skip
def test_other_views_print_themselves(afdruk: Afdruk, anker: str, zin: str) -> None:
    op_papier = afdruk(van_sanne(), anker, "A4")
    assert maten(op_papier) == {A4}
    assert all(gedrukt(op_papier))
    assert zonder_wit(zin) in zonder_wit("".join(gedrukt(op_papier)))
    assert letters(op_papier)[0] >= 8


def test_typing_finds(firefox: Firefox, tmp_path: Path, kader: lu.Raamwerk) -> None:
    (tmp_path / "blad.html").write_text(verpakt(), "utf-8")
    firefox.doe("open", (tmp_path / "blad.html").as_uri())
    firefox.doe("typ", "#zoekveld", "feedback")
    aantal = len(kader.zoek("feedback"))
    assert firefox.doe("vraag", "document.querySelectorAll('#treffers > li').length") == aantal
    assert firefox.doe("vraag", "document.getElementById('aantal').textContent") == f"{aantal} gevonden."
    firefox.doe("toets", "Escape")
    assert firefox.doe("vraag", "document.getElementById('zoekveld').value") == ""


def test_a_portfolio_goes_through_the_page_and_back(firefox: Firefox, tmp_path: Path) -> None:
    (tmp_path / "blad.html").write_text(verpakt(), "utf-8")
    bestand = tmp_path / "sanne.json"
    lu.schrijf_portfolio(sanne(), bestand)

    def open_(pad: Path) -> None:
        firefox.doe("open", (tmp_path / "blad.html").as_uri() + "#portfolio")
        firefox.doe("kies", "#bestand", str(pad))
        wacht("document.getElementById('portfolio').textContent.startsWith('Sanne')")

    def wacht(zin: str) -> None:
        firefox.doe(
            "vraag", f"new Promise(klaar => {{ const kijk = () => {zin} ? klaar() : setTimeout(kijk, 20); kijk(); }})"
        )

    open_(bestand)
    firefox.doe("klik", "[data-toevoegen='WP2.4a']")
    firefox.doe("typ", "#titel", "Lesplan “samen” & zo")
    firefox.doe("klik", "#invullen .klaar")
    wacht("document.getElementById('bewaarstand').textContent.startsWith('Nog niet opgeslagen')")
    firefox.doe("klik", "#opslaan")
    wacht("document.getElementById('bewaarstand').textContent.startsWith('Opgeslagen')")
    (opgeslagen,) = wacht_op(firefox.downloads, "*.json")
    gelezen = lu.lees_portfolio(opgeslagen)
    assert [b.titel for b in gelezen.bewijs if b.criterium == "WP2.4a"][-1] == "Lesplan “samen” & zo"
    assert len(gelezen.bewijs) == len(sanne().bewijs) + 1
    assert gelezen.notities == sanne().notities
    assert opgeslagen.read_bytes() == lu.schrijf_portfolio(gelezen)
    open_(opgeslagen)
    assert "Lesplan “samen” & zo" in firefox.doe("vraag", "document.getElementById('portfoliodelen').textContent")


def wacht_op(map_: Path, patroon: str) -> list[Path]:
    """The files that were saved in a folder, as soon as there are some and none is being written."""
    for _ in range(200):
        if (klaar := [*map_.glob(patroon)]) and not [*map_.glob("*.part")]:
            return klaar
        time.sleep(0.05)
    return []
