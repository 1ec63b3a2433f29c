"""Workbooks with merged cells, for whoever reads them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl


def samengevoegd(rijen: Iterable[Sequence[Any]], *bereiken: str, blad: str = "Tabel") -> bytes:
    """Return a workbook of one sheet with these lines, in which these ranges are merged."""
    boek = openpyxl.Workbook()
    enige = boek.worksheets[0]
    enige.title = blad
    for rij in rijen:
        enige.append(rij)
    for bereik in bereiken:
        enige.merge_cells(bereik)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
