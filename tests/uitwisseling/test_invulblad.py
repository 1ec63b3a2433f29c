"""A table to fill in, for a framework of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leeruitkomsten import OngeldigeVraag, uit_tabel
from leeruitkomsten.uitwisseling import sjabloon
from leeruitkomsten.uitwisseling.opties import Sjabloonsoort


@pytest.mark.parametrize("soort", ["xlsx", "csv"])
def test_it_reads_as_it_is(soort: Sjabloonsoort, tmp_path: Path) -> None:
    pad = tmp_path / f"leeg.{soort}"
    assert sjabloon(soort, pad) == sjabloon(soort) == pad.read_bytes()
    kader = uit_tabel(pad, naam="Proef", versie="1.0", datum="2026-11-24")
    assert [(c.code, c.notatie) for c in kader.succescriteria] == [
        ("TW1.1a", "1.1"), ("TW2.1a", "1.2"), ("TW2.2a", None), ("SW1.1a", None),
    ]  # fmt: skip
    assert [(rij.naam, rij.naam_uit_bron) for rij in kader.rijen] == [
        ("Bouwen", True),
        ("Testen", True),
        ("Overleg", True),
    ]


def test_there_are_two_kinds() -> None:
    anders: Any = "ods"
    with pytest.raises(OngeldigeVraag, match=r"een sjabloon is er niet als 'ods', wel als 'xlsx' of 'csv'") as fout:
        sjabloon(anders)
    assert fout.value.soort == "onbekende_keuze"
