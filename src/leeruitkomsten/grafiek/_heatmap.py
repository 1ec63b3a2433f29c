"""The heatmap: what has been shown of each cell of a framework, by one student or by a cohort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Leeruitkomst, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ._raster import LEEG, Assen, Legenda, Vak, raster, vakbreedte
from ._standen import Beeld, kleurklasse, lees_beeld
from ._stijl import AANDEEL, GRIJS, aantal, in_stijl, niveaukoppen, om_te_tekenen

NIET_MEEGETELD = "niet meegeteld"
_BREEDTE = 96
_TOOLTIP = {"Plaats": "plaats", "Stand": "omschrijving", "Per succescriterium": "per_criterium"}


def rijkoppen(raamwerk: Raamwerk) -> list[str]:
    """Return the labels of all rows: each leerlijn as a heading above its rows."""
    return [label for lijn in raamwerk.leerlijnen for label in (str(lijn), *(rij.code for rij in lijn.rijen))]


def teken(raamwerk: Raamwerk, gegeven: Any) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    beeld = lees_beeld(raamwerk, gegeven)
    koppen = niveaukoppen(raamwerk)
    vakken = [_vak(beeld, rij, niveau, kop) for rij in raamwerk.rijen for niveau, kop in koppen.items()]
    boven = [
        _opschrift(beeld, str(lijn), koppen[uitkomst.niveau], uitkomst)
        for lijn in raamwerk.leerlijnen
        for uitkomst in lijn.leeruitkomsten
    ]
    kleuren = dict(AANDEEL)
    if len(beeld.niveaus) < len(raamwerk.niveaus):
        kleuren[NIET_MEEGETELD] = GRIJS
    assen = Assen(rijkoppen(raamwerk), [*koppen.values()], None, vakbreedte(_BREEDTE, boven))
    grafiek = raster(vakken, boven, assen, Legenda(beeld.legenda, kleuren), _TOOLTIP)
    leeg = "Een streepje: de rij vraagt op dit niveau niets." if any(vak.klasse is None for vak in vakken) else ""
    eerst, *verder = beeld.opmerkingen
    return in_stijl(grafiek, raamwerk, beeld.titel, [eerst, leeg, *verder], assen.totaal)


def _vak(beeld: Beeld, rij: Rij, niveau: int, kolom: str) -> Vak:
    cel, plaats = rij.cellen[niveau - 1], f"{rij.leerlijn}{niveau}.{rij.nummer}"
    if not cel:
        leeg = {"plaats": plaats, "per_criterium": LEEG, "aangetoond": 0, "totaal": 0}
        return Vak(rij.code, kolom, LEEG, f"{plaats}: vraagt op dit niveau niets", None, leeg)
    if niveau not in beeld.niveaus:
        vast = {"plaats": plaats, "per_criterium": NIET_MEEGETELD}
        return Vak(
            rij.code, kolom, NIET_MEEGETELD, f"{plaats}: {NIET_MEEGETELD} ({aantal(len(cel))})", NIET_MEEGETELD, vast
        )
    return Vak(rij.code, kolom, *_stand(beeld, plaats, cel), kleurklasse(beeld, cel), _gegevens(beeld, plaats, cel))


def _opschrift(beeld: Beeld, rij: str, kolom: str, uitkomst: Leeruitkomst) -> Vak:
    criteria, plaats = uitkomst.succescriteria, uitkomst.code
    if not criteria or uitkomst.niveau not in beeld.niveaus:
        zin = NIET_MEEGETELD if criteria else "heeft geen succescriteria"
        return Vak(rij, kolom, plaats, f"{plaats}: {zin}", None, {"plaats": plaats, "per_criterium": zin})
    tekst, zin = _stand(beeld, plaats, criteria)
    return Vak(rij, kolom, f"{plaats}: {tekst}", zin, None, _gegevens(beeld, plaats, criteria))


def _stand(beeld: Beeld, plaats: str, criteria: Sequence[Succescriterium]) -> tuple[str, str]:
    return beeld.tekst(*beeld.tel(criteria)), f"{plaats}: {beeld.zin(criteria)}"


def _gegevens(beeld: Beeld, plaats: str, criteria: Sequence[Succescriterium]) -> dict[str, object]:
    deel, geheel = beeld.tel(criteria)
    return {"plaats": plaats, "aangetoond": deel, "totaal": geheel, "per_criterium": beeld.per_criterium(criteria)}
