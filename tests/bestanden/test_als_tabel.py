"""A framework as tables: what is written there is read back to the letter, and what was edited is what changed."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bestanden.raamwerken import TEKSTEN, raamwerken
from leeruitkomsten import Raamwerk, uit_tabel, vergelijk
from leeruitkomsten.bestanden.als_tabel import als_punt, letterlijk, lijst, ontdaan
from leeruitkomsten.codes import letter, nummer
from leeruitkomsten.uitwisseling import schrijf


def als_csv(kader: Raamwerk) -> bytes:
    """The list alone."""
    uit = io.StringIO()
    csv.writer(uit).writerows(lijst(kader))
    return uit.getvalue().encode()


def volgende(bron: bytes, oud: Raamwerk, **anders: Any) -> Raamwerk:
    return uit_tabel(bron, versie=oud.versie, datum=oud.datum, vorige=oud, **anders)


@given(raamwerken())
def test_a_workbook_that_nobody_edited_is_the_same_framework(kader: Raamwerk) -> None:
    terug = volgende(schrijf(kader, "xlsx"), kader)
    assert terug == kader
    assert vergelijk(kader, terug) == ()
    assert volgende(als_csv(kader), kader) == kader


@given(raamwerken())
def test_the_tables_alone_say_all_but_where_it_comes_from(kader: Raamwerk) -> None:
    terug = uit_tabel(schrijf(kader, "xlsx"), naam=kader.naam, versie=kader.versie, datum=kader.datum)
    assert (terug.niveaus, terug.leerlijnen, terug.vervallen) == (kader.niveaus, kader.leerlijnen, kader.vervallen)


@given(raamwerken(), TEKSTEN, st.data())
def test_what_was_edited_is_what_changed(kader: Raamwerk, tekst: str, data: st.DataObject) -> None:
    assume(kader.succescriteria)
    criterium = data.draw(st.sampled_from(list(kader.succescriteria)))
    assume(criterium.tekst != tekst)
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(kader, "xlsx")))
    blad = boek["Alle criteria"]
    kop = [cel.value for cel in blad[1]]
    [regel] = [rij for rij in blad.iter_rows(min_row=2) if rij[0].value == criterium.code]
    regel[kop.index("criterium")].value = als_punt(tekst)
    regel[kop.index("criterium")].data_type = "s"
    blad.append(
        [cel.value if naam in ("leerlijn", "niveau", "rij") else None for naam, cel in zip(kop, regel, strict=True)]
    )
    blad.cell(blad.max_row, kop.index("criterium") + 1).value = "Een nieuw criterium."
    bewaard = io.BytesIO()
    boek.save(bewaard)
    nieuw = volgende(bewaard.getvalue(), kader)
    gewijzigd = [(w.soort, w.oud, w.nieuw) for w in vergelijk(kader, nieuw)]
    in_cel = [c for c in kader.succescriteria if (c.leeruitkomst, c.rij) == (criterium.leeruitkomst, criterium.rij)]
    [erbij] = {c.code for c in nieuw.succescriteria} - {c.code for c in kader.succescriteria}
    assert sorted(gewijzigd) == [("gewijzigd", criterium.code, criterium.code), ("toegevoegd", None, erbij)]
    hoogste = max(c.letter for c in in_cel) if len({len(c.letter) for c in in_cel}) == 1 else "aa"
    assert erbij == f"{criterium.leeruitkomst}.{criterium.rij.split('.')[1]}{letter(nummer(hoogste) + 1)}"


@given(TEKSTEN)
def test_any_text_comes_back_from_its_cell(tekst: str) -> None:
    assert ontdaan(letterlijk(tekst)) == tekst
    assert als_punt(tekst).endswith(tekst)


@pytest.mark.parametrize(
    ("tekst", "cel"),
    [
        (None, ""), ("", ""), ("Je leest.", "Je leest."), ("-", "• -"), ("Geen", "• Geen"), ("#REF!", "• #REF!"), ("=1+1", "• =1+1"),
        ("• geen", "• • geen"), ("• Je leest.", "• Je leest."), ("1", "1"),
    ],
)  # fmt: skip
def test_only_what_would_be_misread_gets_a_bullet(tekst: str | None, cel: str) -> None:
    assert letterlijk(tekst) == cel
    assert ontdaan(cel) == (tekst or "")
