"""Our own tables after somebody worked in them: the flat one and the list, in a CSV file or an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from ...bestanden.als_tabel import lijst
from ...bestanden.blad import cel_van, naam_van
from ...bestanden.bron import Bron
from ...bestanden.csvbestand import GeenTabel
from ...bestanden.kolommen import UITLEG
from ...bestanden.kop import Tabel, kies_kolommen
from ...bestanden.tabelbestand import Inhoud, lees_inhoud
from ...fouten import Bevinding, OngeldigBestand
from ...raamwerk import Raamwerk
from ..csvtekst import onschadelijk
from ..platte_csv import KOP, regels
from .deel import Deel, Gelezen
from .gelezen_tekst import op_een_regel

_PLAT, _LIJST = {"criterium", "tekst"}, {"code", "criterium"}
# What is put ahead of a text so that no spreadsheet or reader takes it for something else.
_VOOROP = re.compile(r"^(?:[•·▪●○‣]\s*|'(?=[=+\-@]))+")


def als_tekst(tekst: str) -> str:
    """Return the text of a cell without what keeps it from being taken for a formula, an empty cell or a bullet."""
    return _VOOROP.sub("", op_een_regel(tekst))


def eigen(raamwerk: Raamwerk, _: Mapping[str, Any], kolommen: frozenset[str]) -> Gelezen:
    """Return what our table of a framework says, of the kind that has these columns; of others nothing is asked."""
    kop, rijen = (KOP, regels(raamwerk)) if kolommen >= _PLAT else (tuple(UITLEG), islice(lijst(raamwerk), 1, None))
    # A reader of tables takes a text such as `–` or `n.v.t.` for an empty cell, of ours too.
    cellen = (zip(kop, (cel_van(onschadelijk(str(cel))) for cel in rij), strict=True) for rij in rijen)
    return Gelezen([_deel({naam: cel for naam, cel in regel if naam in kolommen}, "") for regel in cellen])


def lees(bron: Bron, _: int) -> Gelezen:
    """Return what stands in a file: a table of one kind, whatever its order.

    Raises:
        GeenKolom: a column is there twice.
        OngeldigBestand: there is no such table, one of each kind, or a cell that cannot be read as it stands.
    """
    try:
        inhoud = lees_inhoud(bron, _is_kop)
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None
    if not inhoud.tabellen:
        reden = "heeft geen kop met criterium en tekst (de platte tabel) of code en criterium (de lijst)"
        raise OngeldigBestand((Bevinding("het bestand", "geen_kolom", reden),))
    plat = [{*tabel.namen} >= _PLAT for tabel in inhoud.tabellen]
    if len({*plat}) > 1:
        reden = "heeft een platte tabel en een lijst; laat er één in staan"
        raise OngeldigBestand((Bevinding("het bestand", "tegenspraak", reden),))
    kop = KOP if plat[0] else tuple(UITLEG)
    # What one of the tables has no column for is asked of none.
    kolommen = frozenset[str](kop).intersection(*(tabel.namen for tabel in inhoud.tabellen))
    delen = [deel for tabel in inhoud.tabellen for deel in _delen(tabel, [naam for naam in kop if naam in kolommen])]
    return Gelezen(delen, "", tuple(_opmerkingen(inhoud, kop, kolommen)), kolommen)


def _is_kop(cellen: list[str]) -> bool:
    if "criterium" not in " ".join(cellen).casefold():  # most lines are none: that is soon seen
        return False
    namen = {*map(naam_van, cellen)}
    return namen >= _PLAT or namen >= _LIJST


def _delen(tabel: Tabel, kolommen: list[str]) -> Iterator[Deel]:
    """Yield the lines of a table."""
    plaatsen = kies_kolommen(tabel.kop.cellen, kolommen, str(tabel.blad))
    fouten = [
        Bevinding(tabel.waar(regel, plaats), *gebrek)
        for regel in tabel.regels
        for plaats, gebrek in regel.gebreken.items()
    ]
    if fouten:
        raise OngeldigBestand.van(fouten)
    for regel in tabel.regels:
        yield _deel({naam: regel.cel(plaats) for naam, plaats in plaatsen.items()}, tabel.blad.waar(regel.nummer))


def _deel(cellen: dict[str, str], waar: str) -> Deel:
    """Return what a line says: its code, its texts, and by their codes the leeruitkomst and the row that it stands in."""
    lijn, niveau, rij = (cellen.pop(naam, "") for naam in ("leerlijn", "niveau", "rij"))
    if "tekst" in cellen:  # a row of the flat table is a code as it stands
        code, uitkomst = cellen.pop("criterium"), cellen.pop("leeruitkomst", "")
        cellen |= {"leerlijn": lijn, "niveau": niveau}
    else:
        code, uitkomst, rij = cellen.pop("code"), f"{lijn}{niveau}", f"{lijn}.{rij}" if rij else ""
        cellen["tekst"] = cellen.pop("criterium")
    return Deel(code, cellen, tuple(filter(None, (uitkomst, rij))), waar)


def _opmerkingen(inhoud: Inhoud, kop: Iterable[str], kolommen: Container[str]) -> Iterator[str]:
    for tabel in inhoud.tabellen:
        yield from tabel.opmerkingen()
        namen = zip(tabel.kop.cellen, tabel.namen, strict=True)
        if bij := [cel for cel, naam in namen if naam and naam not in kolommen]:
            yield f"{tabel.blad}: deze kolommen zijn niet nagelopen: {', '.join(bij)}"
    if weg := [naam for naam in kop if naam not in kolommen]:
        yield f"deze kolommen zijn er niet overal, en zijn niet nagelopen: {', '.join(weg)}"
    if overgeslagen := [str(blad) for blad in inhoud.zonder]:
        yield f"niet nagelopen: {', '.join(overgeslagen)}"
