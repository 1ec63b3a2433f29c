"""Tables that become a framework, for whoever reads them: good ones, how they are written, and what is said of others."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, get_args

import pytest

from bestanden.werkmappen import samengevoegd
from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bestanden.uit_tabel import uit_tabel
from leeruitkomsten.fouten import Bevinding, Bevindingsoort

Rijen = list[list[Any]]
KOP = ["leerlijn", "naam", "niveau", "fase", "begeleiding", "leeruitkomst", "rij", "criterium"]
LIJST: Rijen = [
    KOP,
    ["A", "Leren", 1, "Start", "", "Je begint.", 1, "Je leest."],
    ["", "", 1, "", "", "", 1, "Je schrijft."],
    ["", "", 2, "Einde", "zelfstandig", "Je eindigt.", 2, "Je rekent, telt; en meet."],
    ["B", "Doen", 1, "", "", "Je doet.", "", ""],
    ["B", "", 2, "", "", "Je kunt.", 1, "Je kookt."],
]
MATRIX: Rijen = [
    ["Leerlijn", "Naam", "Rij", "1 Start", "Niveau 2: Einde"],
    ["", "", "begeleiding", "", "zelfstandig"],
    ["A", "Leren", "leeruitkomst", "Je begint.", "Je eindigt."],
    ["", "", 1, "• Je leest.\n• Je\nschrijft.", ""],
    ["", "", 2, None, "- Je rekent, telt; en meet."],
    ["B", "Doen", "Leeruitkomst", "Je doet.", "Je kunt."],
    ["", "", 1, "", "Je kookt."],
]
TEKSTEN = {
    "A1.1a": "Je leest.", "A1.1b": "Je schrijft.", "A2.2a": "Je rekent, telt; en meet.", "B2.1a": "Je kookt.",
}  # fmt: skip


def als_csv(rijen: Rijen, pad: Path, scheiding: str = ",", codering: str = "utf-8") -> Path:
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=scheiding).writerows(rijen)
    pad.write_bytes(uit.getvalue().encode(codering))
    return pad


def als_excel(rijen: Rijen, pad: Path, samen: tuple[str, ...] = ()) -> Path:
    pad.write_bytes(samengevoegd(rijen, *samen))
    return pad


def lees(bron: Any, **anders: Any) -> Raamwerk:
    return uit_tabel(bron, naam="Proef", versie="1.0", datum="2026-01-01", **anders)


def fouten(bron: Any, **anders: Any) -> list[str]:
    return [str(bevinding) for bevinding in bevindingen(bron, **anders)]


def bevindingen(bron: Any, **anders: Any) -> tuple[Bevinding, ...]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lees(bron, **anders)
    assert {bevinding.soort for bevinding in fout.value.bevindingen} <= set(get_args(Bevindingsoort))
    return tuple(fout.value.bevindingen)


def regel(**anders: Any) -> list[Any]:
    """A line of the list, good but for what is given."""
    goed = dict(zip(KOP, LIJST[1], strict=True))
    return list({**goed, **anders}.values())
