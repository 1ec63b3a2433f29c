"""A module plan as a table of any kind."""

from __future__ import annotations

import io
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import leeruitkomsten as lu

REGELS: list[dict[str, Any]] = [
    {"blok": 2, "criterium": "WP2.1a; zomaar", "titel": "x", "module": "Stage 2"},
    {"blok": 1, "criterium": "WP1,\nWP2.1a", "titel": "y", "module": "Stage 1"},
    {"blok": 3, "criterium": None, "titel": "", "module": "Reflectie"},
]
KOLOMMEN = {naam: [regel[naam] for regel in REGELS] for naam in REGELS[0]}
HOORT = {"Stage 1": ["WP1", "WP2.1a"], "Stage 2": ["WP2.1a", "zomaar"], "Reflectie": []}


def lees_tabel() -> lu.Tabelinhoud:
    """The same as a workbook with a title, trailing spaces, and a module over two merged cells."""
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    for regel in (
        ["Ons plan"], [], ["Blok", "Module ", "Titel", "CRITERIUM"], [2, "Stage 2 ", "x", "WP2.1a "], [None, None, "z", " zomaar"],
        [1, "Stage 1", "y", "WP1\nWP2.1a\n"], [3, "Reflectie", "", " "],
    ):  # fmt: skip
        blad.append(regel)
    blad.merge_cells("A4:A5")
    blad.merge_cells("B4:B5")
    uit = io.BytesIO()
    boek.save(uit)
    return lu.lees_tabel(uit.getvalue(), "module", "criterium", "blok")


SOORTEN = {
    "dicts": lambda: REGELS,
    "dicts die niet alles noemen": lambda: tuple({n: w for n, w in regel.items() if w is not None} for regel in REGELS),
    "pandas": lambda: pd.DataFrame(REGELS),
    "pandas met Arrow": lambda: pd.DataFrame(REGELS).convert_dtypes(dtype_backend="pyarrow"),
    "polars": lambda: pl.DataFrame(REGELS),
    "polars, lui": lambda: pl.LazyFrame(REGELS),
    "pyarrow": lambda: pa.table(KOLOMMEN),
    "pyarrow, batch": lambda: pa.RecordBatch.from_pydict(KOLOMMEN),
    "duckdb": lambda: duckdb.connect().from_arrow(pa.table(KOLOMMEN)),
    "lees_tabel": lees_tabel,
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_of_table_gives_the_same(soort: str) -> None:
    dekking = lu.dekking(SOORTEN[soort](), volgorde="blok")
    assert dekking == lu.dekking(HOORT)
    assert dekking.zonder_codes == ("Reflectie",)
    assert [str(k) for k in dekking.onbekend] == ["Stage 2: 'zomaar': leerlijn ZOMAAR bestaat niet"]
    assert lu.dekking(SOORTEN[soort](), module="module", criterium="criterium").modules == (
        "Stage 2",
        "Stage 1",
        "Reflectie",
    )


def test_columns_may_have_any_name() -> None:
    frame = pd.DataFrame(REGELS).rename(columns={"module": 0, "criterium": "Codes"})
    with pytest.raises(lu.GeenKolom) as fout:
        lu.dekking(frame)
    assert (fout.value.gevraagd, fout.value.dubbel) == (("module", "criterium"), ())
    frame = frame.rename(columns={0: "Vak"})
    assert lu.dekking(frame, module="Vak", criterium="Codes", volgorde="blok") == lu.dekking(HOORT)
    twee = frame[["Vak", "Codes"]]
    assert lu.dekking(twee) == lu.dekking(twee, module="Vak", criterium="Codes")


def test_in_a_table_of_two_columns_names_go_before_order() -> None:
    assert lu.dekking(pd.DataFrame({"criterium": ["WP1"], "module": ["Stage"]})).modules == ("Stage",)
    assert lu.dekking([{"vak": "Stage", "code": "WP1"}]).modules == ("Stage",)


def test_a_column_that_is_there_twice_or_asked_for_twice_is_refused() -> None:
    with pytest.raises(lu.GeenKolom) as fout:
        lu.dekking(pd.DataFrame([["a", "WP1", "WP2"]], columns=["module", "criterium", "criterium"]))
    assert fout.value.dubbel == ("criterium",)
    with pytest.raises(lu.OngeldigeVraag, match=r"^module en criterium zijn verschillende kolommen$") as vraag:
        lu.dekking(REGELS, module="criterium")
    assert vraag.value.soort == "naam_bezet"
    with pytest.raises(lu.OngeldigeVraag, match=r"^module en criterium en volgorde zijn verschillende kolommen$"):
        lu.dekking(REGELS, volgorde="module")


def test_a_line_at_fault_is_named_as_the_file_has_it() -> None:
    tabel = lu.lees_tabel(b"Plan\n\nmodule;criterium\nStage;WP1\n;WP2\n", "module", "criterium")
    with pytest.raises(lu.OngeldigeVraag, match=r"^regel 5: een module is een naam of een geheel getal, niet None"):
        lu.dekking(tabel)
    with pytest.raises(lu.OngeldigeVraag, match=r"^regel 2: een module is"):
        lu.dekking(tabel.records())
