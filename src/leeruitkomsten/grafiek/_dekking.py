"""Which modules of a curriculum work on which leeruitkomsten, in their order, and what none of them does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..fouten import VerkeerdType, citaat
from ..raamwerk import Raamwerk
from ..vragen.dekking import Dekking
from ..zelfde import eis_zelfde
from ._raster import LEEG, Assen, Legenda, Vak, raster, vakbreedte
from ._stijl import AANDEEL, ORANJE, aantal, in_stijl, klasse, kop, om_te_tekenen, percentage

_BREEDTE = 84
ONGEDEKT = "ongedekt"
_GEEN = "geen\nmodule"
_LEGENDA = Legenda("Deel van de succescriteria", {**AANDEEL, ONGEDEKT: ORANJE})
_TOOLTIP = {"Leeruitkomst": "plaats", "Module": "module", "Stand": "omschrijving", "Succescriteria": "codes"}


class _Kolom(NamedTuple):
    """A column: its label, the module by its name, and the codes of the succescriteria that it works on."""

    label: str
    module: str
    codes: frozenset[str]


def teken(raamwerk: Raamwerk, gegeven: Dekking) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    per_criterium = _van(raamwerk, gegeven)
    koppen = [kop(str(nummer), str(module), 13) for nummer, module in enumerate(gegeven.modules, 1)]
    kolommen = [
        _Kolom(label, str(module), frozenset(code for code, door in per_criterium.items() if module in door))
        for label, module in zip(koppen, gegeven.modules, strict=True)
    ]
    ongedekt = frozenset(code for code, door in per_criterium.items() if not door)
    kolommen.append(_Kolom(_GEEN, "geen module", ongedekt))
    vakken = [
        _vak(u.code, [c.code for c in u.succescriteria], kolom) for u in raamwerk.leeruitkomsten for kolom in kolommen
    ]
    boven = [
        _opschrift(str(lijn), [c.code for u in lijn.leeruitkomsten for c in u.succescriteria], kolom)
        for lijn in raamwerk.leerlijnen
        for kolom in kolommen
    ]
    rijen = [label for lijn in raamwerk.leerlijnen for label in (str(lijn), *(u.code for u in lijn.leeruitkomsten))]
    assen = Assen(rijen, [*koppen, _GEEN], "Module, in de volgorde van het curriculum", vakbreedte(_BREEDTE, boven))
    grafiek = raster(vakken, boven, assen, _LEGENDA, _TOOLTIP)
    return in_stijl(
        grafiek, raamwerk, "Dekking van de leeruitkomsten door de modules", _uitleg(gegeven, vakken), assen.totaal
    )


def _van(raamwerk: Raamwerk, dekking: object) -> Mapping[str, Sequence[object]]:
    """Return the modules of each succescriterium, by its code.

    Raises:
        VerkeerdType: this is no `Dekking`.
        OngeldigeVraag: it is of another framework, or of another version.
    """
    if not isinstance(dekking, Dekking):
        soort = type(dekking).__name__
        reden = f"deze grafiek toont een Dekking, zoals raamwerk.dekking(…) geeft, niet {citaat(soort)}"
        raise VerkeerdType(reden, {"dekking": soort})
    eis_zelfde(raamwerk, dekking.kenmerk, "dekking", dekking.leeruitkomsten)
    return dekking.per_criterium


def _vak(code: str, criteria: Sequence[str], kolom: _Kolom) -> Vak:
    eigen = [c for c in criteria if c in kolom.codes]
    vast = {
        "plaats": code,
        "module": kolom.module,
        "aantal": len(eigen),
        "totaal": len(criteria),
        "codes": ", ".join(eigen) or LEEG,
    }
    if not criteria:
        return Vak(code, kolom.label, LEEG, f"{code} heeft geen succescriteria", None, vast)
    zin = f"{code}, {kolom.module}: {len(eigen)} van {aantal(len(criteria))}"
    kleur = ONGEDEKT if kolom.label == _GEEN and eigen else klasse(percentage(len(eigen), len(criteria)))
    return Vak(code, kolom.label, f"{len(eigen)}/{len(criteria)}" if eigen else "0", zin, kleur, vast)


def _opschrift(rij: str, criteria: Sequence[str], kolom: _Kolom) -> Vak:
    n = sum(code in kolom.codes for code in criteria)
    vast = {"plaats": rij, "module": kolom.module, "aantal": n, "totaal": len(criteria), "codes": LEEG}
    return Vak(
        rij, kolom.label, f"{n}/{len(criteria)}", f"{rij}, {kolom.module}: {n} van {aantal(len(criteria))}", None, vast
    )


def _uitleg(dekking: Dekking, vakken: Sequence[Vak]) -> list[str]:
    zinnen = ["In elk vak: aan hoeveel van hoeveel succescriteria de module werkt; rechts wat geen enkele module doet."]
    if any(vak.klasse is None for vak in vakken):
        zinnen.append("Een streepje: de leeruitkomst heeft geen succescriteria.")
    zinnen.append(f"{dekking}.")
    if dekking.onbekend:
        zinnen.append(f"{aantal(len(dekking.onbekend), 'onbekende code telt', 'onbekende codes tellen')} niet mee.")
    return zinnen
