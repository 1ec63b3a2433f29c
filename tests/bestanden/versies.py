"""A small framework and its next version from a table, for tests."""

from __future__ import annotations

import io
from typing import Any

import pytest

from leeruitkomsten import OngeldigRaamwerk, Raamwerk, uit_tabel, vergelijk

EERSTE = """\
code,leerlijn,naam,niveau,fase,rij,rijnaam,notatie,criterium
,A,Leren,1,Start,1,Lezen,1.1,Je leest.
,A,,1,,1,,,Je schrijft.
,A,,2,Einde,1,,,Je leest meer.
,A,,2,,2,Tellen,,Je telt.
"""


def eerste(tabel: str = EERSTE) -> Raamwerk:
    return uit_tabel(
        tabel.encode(), naam="Proef", versie="1.0", datum="2026-01-01", taal="en", uitgever="School", licentie="CC0"
    )


def volgende(tabel: str | bytes, oud: Raamwerk, **anders: Any) -> Raamwerk:
    bron = tabel if isinstance(tabel, bytes) else tabel.encode()
    return uit_tabel(bron, versie="1.1", datum="2027-01-01", vorige=oud, **anders)


def fouten(tabel: str | bytes, oud: Raamwerk, **anders: Any) -> list[str]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        volgende(tabel, oud, **anders)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def met_codes(kader: Raamwerk) -> str:
    """The list of this framework with its codes, as a text to edit."""
    regels = [
        f"{c.code},{c.leerlijn},,{c.niveau},,{c.rij[2:]},{{{c.rij}}},{c.notatie or ''},{c.tekst}"
        for c in kader.succescriteria
    ]
    namen = {rij.code: rij.naam for rij in kader.rijen}
    for code, naam in namen.items():
        regels = [regel.replace(f"{{{code}}}", naam or "") for regel in regels]
    return "\n".join([EERSTE.partition("\n")[0], *regels, ""])


def wijzigingen(oud: Raamwerk, nieuw: Raamwerk) -> list[tuple[str, str | None, str | None]]:
    return [(w.soort, w.oud, w.nieuw) for w in vergelijk(oud, nieuw)]


def bewaard(boek: Any) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
