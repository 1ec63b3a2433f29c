"""Our own tables after somebody worked in them: the flat CSV, and the list of the workbook, from a CSV file or an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...bestanden.als_tabel import lijst
from ...bestanden.blad import Regel, naam_van
from ...bestanden.bron import Bron
from ...bestanden.csvbestand import GeenTabel
from ...bestanden.kolommen import UITLEG
from ...bestanden.kop import Tabel, kies_kolommen
from ...bestanden.tabelbestand import lees_inhoud
from ...fouten import Bevinding, OngeldigBestand
from ...raamwerk import Raamwerk
from ..platte_csv import KOP, regels
from .deel import Deel, Gelezen
from .gelezen_tekst import op_een_regel

_PLAT, _LIJST = {"criterium", "tekst"}, {"code", "criterium"}
_PLAATS = {"leerlijn", "niveau", "leeruitkomst", "rij", "letter"}
"""Columns of the flat table that say where a criterium stands; of the list `leeruitkomst` is a text."""
# What is put ahead of a text so that no spreadsheet or reader takes it for something else.
_VOOROP = re.compile(r"^(?:[•·▪●○‣]\s*|'(?=[=+\-@]))+")


def ALS_TEKST(tekst: str) -> str:  # noqa: N802  # as in the other formats
    """Return the text of a cell without what keeps it from being taken for a formula, an empty cell or a bullet."""
    return _VOOROP.sub("", op_een_regel(tekst))


def lees_paar(raamwerk: Raamwerk, bron: Bron, _grens: int, _: Mapping[str, Any]) -> tuple[Gelezen, Gelezen]:
    """Return what our table of a framework says, and what stands in a file: of the kind that the file is, whatever its order."""
    try:
        inhoud = lees_inhoud(bron, _is_kop)
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None
    if not inhoud.tabellen:
        reden = f"heeft geen kop met {' en '.join(sorted(_PLAT))} (de platte tabel) of {' en '.join(sorted(_LIJST))} (de lijst)"
        raise OngeldigBestand((Bevinding("het bestand", "geen_kolom", reden),))
    plat = [_is_plat(tabel) for tabel in inhoud.tabellen]
    if any(plat) and not all(plat):
        reden = "heeft een platte tabel en een lijst; laat er één in staan"
        raise OngeldigBestand((Bevinding("het bestand", "tegenspraak", reden),))
    kop, rijen = (KOP, regels(raamwerk)) if plat[0] else _eigen_lijst(raamwerk)
    # What a file has no column for is asked of neither.
    hier = set[str].intersection(*({*tabel.namen} for tabel in inhoud.tabellen))
    cellen = (zip(kop, map(str, rij), strict=True) for rij in rijen)
    eigen = [_deel({naam: cel for naam, cel in regel if naam in hier}, "") for regel in cellen]
    daar = [deel for tabel in inhoud.tabellen for deel in _delen(tabel, kop)]
    return Gelezen(eigen), Gelezen(daar, "", tuple(_opmerkingen(inhoud.tabellen, inhoud.zonder, kop)))


def _is_kop(cellen: list[str]) -> bool:
    namen = {*map(naam_van, cellen)}
    return namen >= _PLAT or namen >= _LIJST


def _is_plat(tabel: Tabel) -> bool:
    return {*tabel.namen} >= _PLAT


def _eigen_lijst(raamwerk: Raamwerk) -> tuple[tuple[str, ...], Iterator[tuple[str | int, ...]]]:
    rijen = lijst(raamwerk)
    next(rijen)
    return tuple(UITLEG), rijen


def _delen(tabel: Tabel, kop: Iterable[str]) -> Iterator[Deel]:
    """Yield the lines of a table.

    Raises:
        GeenKolom: a column is there twice.
        OngeldigBestand: a cell cannot be read as it stands.
    """
    plaatsen = kies_kolommen(tabel.kop.cellen, [naam for naam in kop if naam in tabel.namen], str(tabel.blad))
    fouten = [
        Bevinding(tabel.waar(regel, plaats), *gebrek)
        for regel in tabel.regels
        for plaats, gebrek in regel.gebreken.items()
    ]
    if fouten:
        raise OngeldigBestand.van(fouten)
    for regel in tabel.regels:
        yield _deel(_cellen(regel, plaatsen), tabel.blad.waar(regel.nummer))


def _cellen(regel: Regel, plaatsen: Mapping[str, int]) -> dict[str, str]:
    return {naam: regel.cel(plaats) for naam, plaats in plaatsen.items()}


def _deel(cellen: dict[str, str], waar: str) -> Deel:
    """Return what a line says: its code, its texts, and by their codes the leeruitkomst and the row that it stands in."""
    if "tekst" in cellen:
        ouders = (cellen.get(naam, "") for naam in ("leeruitkomst", "rij"))
        velden = {naam: cel for naam, cel in cellen.items() if naam not in _PLAATS and naam != "criterium"}
        return Deel(cellen["criterium"], velden, tuple(filter(None, ouders)), waar)
    lijn, niveau, rij = (cellen.get(naam, "") for naam in ("leerlijn", "niveau", "rij"))
    ouders = (f"{lijn}{niveau}", f"{lijn}.{rij}" if rij else "")
    velden = {naam: cel for naam, cel in cellen.items() if naam not in ("code", "leerlijn", "niveau", "rij")}
    velden["tekst"] = velden.pop("criterium")
    return Deel(cellen["code"], velden, tuple(filter(None, ouders)), waar)


def _opmerkingen(tabellen: Iterable[Tabel], zonder: Iterable[Any], kop: Iterable[str]) -> Iterator[str]:
    for tabel in tabellen:
        yield from tabel.opmerkingen()
        if weg := [naam for naam in kop if naam not in tabel.namen]:
            yield f"{tabel.blad}: deze kolommen zijn er niet, en zijn niet nagelopen: {', '.join(weg)}"
        if bij := [cel for cel, naam in zip(tabel.kop.cellen, tabel.namen, strict=True) if naam and naam not in kop]:
            yield f"{tabel.blad}: deze kolommen zijn niet van ons, en zijn niet nagelopen: {', '.join(bij)}"
    if overgeslagen := [str(blad) for blad in zonder]:
        yield f"niet nagelopen: {', '.join(overgeslagen)}"
