"""The sheets of a matrix with many niveaus: all of it, once, in letters that can be read; the head and the rows on each."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from conftest import gegevens
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.weergave._bladen import MEESTE, bladen_van, groepen
from leeruitkomsten.weergave._matrix import matrix
from leeruitkomsten.weergave._word import matrix_docx
from weergave.bladen import boom, gedrukt, maten, pdf_van, regel, tekst, vlak, zonder_wit
from weergave.test_druk import letters

ZONDER_BLAD = "Op de niveaus waarvan hier geen blad is, vraagt deze leerlijn niets."


def ladder(niveaus: int, op: list[int]) -> Raamwerk:
    """Skills without outcomes: one that asks three things at some niveaus, and one that asks nothing at any."""
    criteria = {
        f"TECH{n}.{rij}a": f"Takes responsibility for the interoperability of {rij} components at level {n}."
        for n in op
        for rij in (1, 2, 3)
    }
    velden = gegevens(["TECH", "NIKS"], niveaus, criteria, errata=[], vervallen=[], sleutel="ladder")
    for lijn in velden["leerlijnen"]:
        for uitkomst in lijn["leeruitkomsten"]:
            uitkomst["tekst"] = ""
    return bouw(velden)


@pytest.mark.parametrize("aantal", range(1, 100))
def test_niveaus_stand_together_in_order_each_once_and_never_too_many(aantal: int) -> None:
    delen = groepen(aantal)
    assert [n for deel in delen for n in deel] == list(range(aantal))
    lengtes = {len(deel) for deel in delen}
    assert max(lengtes) <= MEESTE
    assert max(lengtes) - min(lengtes) <= 1
    assert len(delen) == 1 or aantal > MEESTE


def test_every_criterium_stands_on_one_sheet(elk: Raamwerk) -> None:
    for lijn in elk.leerlijnen:
        bladen = bladen_van(elk, lijn)
        codes = [c.code for blad in bladen for _, cellen in blad.rijen for cel in cellen for c in cel]
        assert sorted(codes) == sorted(c.code for u in lijn.leeruitkomsten for c in u.succescriteria)
        assert [u.code for blad in bladen for u in blad.uitkomsten if not u.leeg] == [
            u.code for u in lijn.leeruitkomsten if u.tekst or u.succescriteria or u.notatie
        ]
        assert all([rij.code for rij, _ in blad.rijen] == [rij.code for rij in lijn.rijen] for blad in bladen)
        assert [blad.eerste for blad in bladen] == [True] + [False] * (len(bladen) - 1)


def test_one_niveau_is_one_sheet_that_does_not_say_which() -> None:
    (eerste, _) = boom(matrix(ladder(1, [1]))).find_class("matrix")
    assert tekst(eerste.xpath(".//h2")[0]) == "TECH <TECH>"
    assert len(eerste.xpath(".//thead//th")) == 2


def test_a_sheet_that_would_hold_nothing_is_left_out_and_the_first_one_says_so() -> None:
    kader = ladder(99, [20, 97])
    gezien = boom(matrix(kader)).find_class("matrix")
    assert [tekst(blad.xpath(".//h2")[0]) for blad in gezien] == [
        "TECH <TECH>, niveaus 18 tot en met 23",
        "TECH <TECH>, niveaus 94 tot en met 99",
        "NIKS <NIKS>, niveaus 1 tot en met 5",
    ]
    gezegd = [[tekst(p) for p in blad.find_class("omschrijving")] for blad in gezien]
    assert gezegd == [[ZONDER_BLAD], [], [ZONDER_BLAD]]
    document = docx.Document(io.BytesIO(matrix_docx(kader)))
    assert [p.text for p in document.paragraphs if p.text][:-1] == [
        "TECH <TECH>, niveaus 18 tot en met 23", ZONDER_BLAD, "TECH <TECH>, niveaus 94 tot en met 99",
        "NIKS <NIKS>, niveaus 1 tot en met 5", ZONDER_BLAD,
    ]  # fmt: skip


def test_a_word_document_of_many_niveaus_has_a_table_for_each_sheet_with_its_head_and_its_rows() -> None:
    kader = ladder(15, list(range(1, 16)))
    document = docx.Document(io.BytesIO(matrix_docx(kader, "TECH")))
    assert len(document.tables) == 3
    for nummer, tabel in enumerate(document.tables):
        kop, *rijen = tabel.rows
        assert [cel.text.splitlines()[0] for cel in kop.cells] == [
            "Rij", *(f"Niveau {n} <fase {n}>" for n in range(5 * nummer + 1, 5 * nummer + 6)),
        ]  # fmt: skip
        assert [rij.cells[0].text for rij in rijen] == ["TECH.1", "TECH.2", "TECH.3"]
        assert kop._tr.trPr is not None
        assert kop._tr.trPr.find(qn("w:tblHeader")) is not None
        # A column is wide enough for letters of the size of all others.
        assert min(kolom.width.mm for kolom in list(tabel.columns)[1:] if kolom.width) > 60
    nieuw = [p.paragraph_format.page_break_before for p in document.paragraphs if p.text]
    assert nieuw == [None, True, True, None]


@pytest.mark.parametrize("niveaus", [15, 99])
def test_on_paper_each_sheet_has_its_head_its_rows_and_letters_that_can_be_read(openen: Openen, niveaus: int) -> None:
    kader = ladder(niveaus, list(range(1, niveaus + 1)))
    pagina = openen(matrix(kader, "TECH"))
    assert letters(pagina, ".matrix *") >= 8
    pdf = pdf_van(pagina)
    assert maten(pdf) == {(420, 297)}
    bladen = gedrukt(pdf)
    assert len(bladen) == len(groepen(niveaus))
    for nummer, (blad, deel) in enumerate(zip(bladen, groepen(niveaus), strict=True), 1):
        assert f"blad {nummer} van {len(bladen)}" in blad
        assert f"TECH <TECH>, niveaus {deel[0] + 1} tot en met {deel[-1] + 1}" in blad
        assert all(f"Niveau {n + 1} <fase {n + 1}>" in blad for n in deel)
        assert all(rij.code in blad for rij in kader.leerlijn("TECH").rijen)
        criteria = [c for n in deel for c in kader.leerlijn("TECH").leeruitkomsten[n].succescriteria]
        assert [c.code for c in criteria if zonder_wit(regel(c)) not in zonder_wit(blad)] == []
        assert vlak(kader.bron.titel) in blad
