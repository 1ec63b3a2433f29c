"""Which modules of a curriculum work on which leeruitkomsten, in their order, and what none of them does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..fouten import VerkeerdType
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..vragen.dekking import Dekking
from ..zelfde import eis_zelfde
from ..zinnen import citaat
from ._raster import LEEG, Assen, Legenda, Vak, raster, vakbreedte
from ._stijl import AANDEEL, ORANJE, Bijschrift, aantal, in_stijl, klasse, kop, om_te_tekenen, percentage

_BREEDTE = 84
_TOOLTIP = {
    "leeruitkomst": "plaats",
    "grafiek.module": "module",
    "grafiek.stand": "omschrijving",
    "succescriteria": "codes",
}


class _Kolom(NamedTuple):
    """A column: its label, the module by its name, the codes of the succescriteria that it works on, and the class of any."""

    label: str
    module: str
    codes: frozenset[str]
    klasse: str | None = None


def teken(raamwerk: Raamwerk, gegeven: Dekking, spreek: Spreek) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    per_criterium = _van(raamwerk, gegeven)
    koppen = [kop(str(nummer), str(module), 13) for nummer, module in enumerate(gegeven.modules, 1)]
    kolommen = [
        _Kolom(label, str(module), frozenset(code for code, door in per_criterium.items() if module in door))
        for label, module in zip(koppen, gegeven.modules, strict=True)
    ]
    ongedekt = frozenset(code for code, door in per_criterium.items() if not door)
    geen, klasse_ongedekt = spreek("grafiek.geen_module"), spreek("grafiek.ongedekt")
    kolommen.append(_Kolom(geen.replace(" ", "\n"), geen, ongedekt, klasse_ongedekt))
    vakken = [
        _vak(spreek, u.code, [c.code for c in u.succescriteria], kolom)
        for u in raamwerk.leeruitkomsten
        for kolom in kolommen
    ]
    boven = [
        _opschrift(spreek, str(lijn), [c.code for u in lijn.leeruitkomsten for c in u.succescriteria], kolom)
        for lijn in raamwerk.leerlijnen
        for kolom in kolommen
    ]
    rijen = [label for lijn in raamwerk.leerlijnen for label in (str(lijn), *(u.code for u in lijn.leeruitkomsten))]
    assen = Assen(rijen, [k.label for k in kolommen], spreek("grafiek.modules"), vakbreedte(_BREEDTE, boven))
    legenda = Legenda(spreek("grafiek.deel_criteria"), {**AANDEEL, klasse_ongedekt: ORANJE}, spreek)
    grafiek = raster(vakken, boven, assen, legenda, _TOOLTIP)
    uitleg = _uitleg(spreek, gegeven, vakken, len(raamwerk.succescriteria))
    return in_stijl(grafiek, spreek, raamwerk, Bijschrift(spreek("grafiek.dekking"), uitleg), assen.totaal)


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


def _vak(spreek: Spreek, code: str, criteria: Sequence[str], kolom: _Kolom) -> Vak:
    eigen = [c for c in criteria if c in kolom.codes]
    vast = {
        "plaats": code,
        "module": kolom.module,
        "aantal": len(eigen),
        "totaal": len(criteria),
        "codes": ", ".join(eigen) or LEEG,
    }
    if not criteria:
        return Vak(code, kolom.label, LEEG, spreek("grafiek.zonder_criteria", code=code), None, vast)
    zin = _zin(spreek, code, kolom, len(eigen), len(criteria))
    kleur = (kolom.klasse if eigen else None) or klasse(percentage(len(eigen), len(criteria)))
    return Vak(code, kolom.label, f"{len(eigen)}/{len(criteria)}" if eigen else "0", zin, kleur, vast)


def _opschrift(spreek: Spreek, rij: str, criteria: Sequence[str], kolom: _Kolom) -> Vak:
    n = sum(code in kolom.codes for code in criteria)
    vast = {"plaats": rij, "module": kolom.module, "aantal": n, "totaal": len(criteria), "codes": LEEG}
    zin = _zin(spreek, rij, kolom, n, len(criteria))
    return Vak(rij, kolom.label, f"{n}/{len(criteria)}", zin, None, vast)


def _zin(spreek: Spreek, plaats: str, kolom: _Kolom, deel: int, geheel: int) -> str:
    return spreek("grafiek.bij_module", plaats=plaats, module=kolom.module, deel=deel, criteria=aantal(spreek, geheel))


def _uitleg(spreek: Spreek, dekking: Dekking, vakken: Sequence[Vak], totaal: int) -> list[str]:
    zinnen = [spreek("grafiek.uitleg_dekking")]
    if any(vak.klasse is None for vak in vakken):
        zinnen.append(spreek("grafiek.streepje_uitkomst"))
    telling = {"deel": totaal - len(dekking.ongedekt), "totaal": totaal, "modules": len(dekking.modules)}
    een = len(dekking.modules) == 1
    zinnen.append(spreek("grafiek.gedekt_een", **telling) if een else spreek("grafiek.gedekt", **telling))
    if dekking.onbekend:
        zinnen.append(aantal(spreek, len(dekking.onbekend), "grafiek.onbekende_code", "grafiek.onbekende_codes"))
    return zinnen
