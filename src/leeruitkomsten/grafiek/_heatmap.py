"""The heatmap: what has been shown of each cell of a framework, by one student or by a cohort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Leeruitkomst, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ._raster import LEEG, Assen, Legenda, Vak, raster, vakbreedte
from ._standen import Beeld, kleurklasse, lees_beeld
from ._stijl import AANDEEL, GRIJS, Bijschrift, aantal, in_stijl, niveaukoppen, om_te_tekenen

_BREEDTE = 96
_TOOLTIP = {"grafiek.plaats": "plaats", "grafiek.stand": "omschrijving", "grafiek.per_criterium": "per_criterium"}


def rijkoppen(raamwerk: Raamwerk) -> list[str]:
    """Return the labels of all rows: each leerlijn as a heading above its rows."""
    return [label for lijn in raamwerk.leerlijnen for label in (str(lijn), *(rij.code for rij in lijn.rijen))]


def teken(raamwerk: Raamwerk, gegeven: Any, spreek: Spreek) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    beeld = lees_beeld(raamwerk, gegeven, spreek)
    koppen = niveaukoppen(spreek, raamwerk)
    vakken = [_vak(beeld, rij, niveau, kop) for rij in raamwerk.rijen for niveau, kop in koppen.items()]
    boven = [
        _opschrift(beeld, str(lijn), koppen[uitkomst.niveau], uitkomst)
        for lijn in raamwerk.leerlijnen
        for uitkomst in lijn.leeruitkomsten
    ]
    kleuren = dict(AANDEEL)
    if len(beeld.niveaus) < len(raamwerk.niveaus):
        kleuren[spreek("grafiek.niet_meegeteld")] = GRIJS
    assen = Assen(rijkoppen(raamwerk), [*koppen.values()], None, vakbreedte(_BREEDTE, boven))
    grafiek = raster(vakken, boven, assen, Legenda(beeld.legenda, kleuren, spreek), _TOOLTIP)
    leeg = spreek("grafiek.streepje_niveau") if any(vak.klasse is None for vak in vakken) else ""
    eerst, *verder = beeld.opmerkingen
    return in_stijl(grafiek, spreek, raamwerk, Bijschrift(beeld.titel, [eerst, leeg, *verder]), assen.totaal)


def _vak(beeld: Beeld, rij: Rij, niveau: int, kolom: str) -> Vak:
    spreek = beeld.spreek
    cel, plaats = rij.cellen[niveau - 1], f"{rij.leerlijn}{niveau}.{rij.nummer}"
    if not cel:
        leeg = {"plaats": plaats, "per_criterium": LEEG, "aangetoond": 0, "totaal": 0}
        return Vak(rij.code, kolom, LEEG, spreek("grafiek.vraagt_niets", code=plaats), None, leeg)
    if niveau not in beeld.niveaus:
        niet = spreek("grafiek.niet_meegeteld")
        zin = spreek("grafiek.niet_meegeteld_aantal", code=plaats, criteria=aantal(spreek, len(cel)))
        return Vak(rij.code, kolom, niet, zin, niet, {"plaats": plaats, "per_criterium": niet})
    return Vak(rij.code, kolom, *_stand(beeld, plaats, cel), kleurklasse(beeld, cel), _gegevens(beeld, plaats, cel))


def _opschrift(beeld: Beeld, rij: str, kolom: str, uitkomst: Leeruitkomst) -> Vak:
    criteria, plaats = uitkomst.succescriteria, uitkomst.code
    if not criteria or uitkomst.niveau not in beeld.niveaus:
        wat = beeld.spreek("grafiek.niet_meegeteld") if criteria else beeld.spreek("grafiek.heeft_geen")
        zin = beeld.spreek("grafiek.bij", code=plaats, zin=wat)
        return Vak(rij, kolom, plaats, zin, None, {"plaats": plaats, "per_criterium": wat})
    tekst, zin = _stand(beeld, plaats, criteria)
    return Vak(rij, kolom, f"{plaats}: {tekst}", zin, None, _gegevens(beeld, plaats, criteria))


def _stand(beeld: Beeld, plaats: str, criteria: Sequence[Succescriterium]) -> tuple[str, str]:
    return beeld.tekst(*beeld.tel(criteria)), beeld.spreek("grafiek.bij", code=plaats, zin=beeld.zin(criteria))


def _gegevens(beeld: Beeld, plaats: str, criteria: Sequence[Succescriterium]) -> dict[str, object]:
    deel, geheel = beeld.tel(criteria)
    return {"plaats": plaats, "aangetoond": deel, "totaal": geheel, "per_criterium": beeld.per_criterium(criteria)}
