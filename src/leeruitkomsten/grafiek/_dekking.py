"""Which modules of a curriculum work on which leeruitkomsten, in their order, and what none of them does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..fouten import VerkeerdType
from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..vragen.dekking import Dekking
from ..zelfde import eis_zelfde
from ..zinnen import citaat
from ._delen import MEESTE_RIJEN, Lijndeel, deelzin, kies_deel, per_blad, stukken
from ._raster import LEEG, Assen, Kop, Legenda, Vak, aandelen, raster
from ._stijl import ORANJE, Bijschrift, Stijl, aantal, breek, in_stijl, klasse, om_te_tekenen, percentage

_BREEDTE = 84
_MEESTE_MODULES, _MEESTE_UITKOMSTEN = 40, 32
"""How many modules have a row on a sheet, and how many leeruitkomsten with their leerlijnen then have a column."""
_GENOEMD = 8
"""How many modules without codes are named."""
_MEESTE_KOLOMMEN = 12
"""More modules than this stand below each other, where their names have room."""
_TOOLTIP = {
    "leeruitkomst": "plaats",
    "grafiek.module": "module",
    "grafiek.stand": "omschrijving",
    "succescriteria": "codes",
}


class _Module(NamedTuple):
    """A module: its number, its name, the codes of the succescriteria that it works on, and the class of any.

    What no module works on stands among them as the last.
    """

    nummer: str
    naam: str
    codes: frozenset[str]
    klasse: str | None = None


class _Deel(NamedTuple):
    """A leeruitkomst, or all of a leerlijn: its code, its label, its succescriteria."""

    code: str
    label: str
    criteria: Sequence[str]
    is_lijn: bool


def teken(raamwerk: Raamwerk, gegeven: Dekking, stijl: Stijl, welk: int | None) -> Any:
    """Return the chart, or a part of it: a column per module, or of more than `_MEESTE_KOLOMMEN` a row per module."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    *alle_modules, ongedekt = _modules(spreek, gegeven, _van(raamwerk, gegeven))
    gekanteld = len(alle_modules) > _MEESTE_KOLOMMEN
    lijnen = [Lijndeel(lijn, tuple(lijn.leeruitkomsten)) for lijn in raamwerk.leerlijnen]
    bladen = [
        (op_blad, deze)
        for op_blad in per_blad(lijnen, _MEESTE_UITKOMSTEN if gekanteld else MEESTE_RIJEN)
        for deze in stukken(alle_modules, _MEESTE_MODULES)
    ]
    op_blad, deze = kies_deel(bladen, welk)
    modules = [*deze, ongedekt]
    delen = [deel for van in op_blad for deel in _delen(van)]
    alle = [(deel, module, _vak(spreek, deel, module, gekanteld=gekanteld)) for deel in delen for module in modules]
    vakken = [vak for deel, _, vak in alle if not deel.is_lijn]
    boven = [vak for deel, _, vak in alle if deel.is_lijn]
    klasse_ongedekt = spreek("grafiek.ongedekt")
    groottes = (len(uitkomst.succescriteria) for uitkomst in raamwerk.leeruitkomsten)
    kleuren = {**aandelen(groottes), klasse_ongedekt: ORANJE}
    legenda = Legenda(spreek("grafiek.deel_criteria"), kleuren, spreek)
    grafiek, breedte = raster(vakken, boven, _assen(spreek, delen, modules, gekanteld=gekanteld), legenda, _TOOLTIP)
    uitleg = [*deelzin(spreek, bladen, welk), *_uitleg(spreek, gegeven, vakken, len(raamwerk.succescriteria))]
    return in_stijl(grafiek, stijl, raamwerk, Bijschrift(spreek("grafiek.dekking"), uitleg), breedte)


def _modules(spreek: Spreek, dekking: Dekking, per_criterium: Mapping[str, Sequence[object]]) -> Iterator[_Module]:
    for nummer, module in enumerate(dekking.modules, 1):
        codes = frozenset(code for code, door in per_criterium.items() if module in door)
        yield _Module(str(nummer), str(module), codes)
    ongedekt = frozenset(code for code, door in per_criterium.items() if not door)
    yield _Module("", spreek("grafiek.geen_module"), ongedekt, spreek("grafiek.ongedekt"))


def _delen(van: Lijndeel[Leeruitkomst]) -> Iterator[_Deel]:
    lijn = van.lijn
    yield _Deel(lijn.code, str(lijn), [c.code for u in lijn.leeruitkomsten for c in u.succescriteria], is_lijn=True)
    for uitkomst in van.rijen:
        yield _Deel(uitkomst.code, uitkomst.code, [c.code for c in uitkomst.succescriteria], is_lijn=False)


def _assen(spreek: Spreek, delen: Sequence[_Deel], modules: Sequence[_Module], *, gekanteld: bool) -> Assen:
    if gekanteld:
        rijen = {m.nummer: f"{m.nummer} {m.naam}".strip() for m in modules}
        return Assen(
            rijen, {d.code: Kop(d.code, d.code) for d in delen}, False, spreek("grafiek.uitkomsten"), _BREEDTE // 2
        )
    koppen = {m.nummer: Kop(m.nummer, m.nummer, m.naam) if m.nummer else Kop("", "", m.naam) for m in modules}
    return Assen({d.code: d.label for d in delen}, koppen, True, spreek("grafiek.modules"), _BREEDTE)


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


def _vak(spreek: Spreek, deel: _Deel, module: _Module, *, gekanteld: bool) -> Vak:
    eigen, n = [c for c in deel.criteria if c in module.codes], len(deel.criteria)
    wat = deel.label if deel.is_lijn else deel.code
    vast = {
        "plaats": wat,
        "module": module.naam,
        "aantal": len(eigen),
        "totaal": n,
        "codes": LEEG if deel.is_lijn else ", ".join(eigen) or LEEG,
    }
    rij, kolom = (module.nummer, deel.code) if gekanteld else (deel.code, module.nummer)
    if not deel.criteria:
        return Vak(rij, kolom, LEEG, spreek("grafiek.zonder_criteria", code=wat), None, vast)
    zin = spreek("grafiek.bij_module", plaats=wat, module=module.naam, deel=len(eigen), criteria=aantal(spreek, n))
    # Nothing is left blank: what stands out is what there is.
    tekst = f"{len(eigen)}/{n}" if eigen else ""
    kleur = (module.klasse if eigen else None) or klasse(percentage(len(eigen), n))
    if deel.is_lijn:
        return Vak(rij, kolom, tekst, zin, None, vast, str(len(eigen)) if eigen else "")
    return Vak(rij, kolom, tekst, zin, kleur, vast)


def _uitleg(spreek: Spreek, dekking: Dekking, vakken: Sequence[Vak], totaal: int) -> list[str]:
    zinnen = [spreek("grafiek.uitleg_dekking")]
    if any(vak.klasse is None for vak in vakken):
        zinnen.append(spreek("grafiek.streepje_uitkomst"))
    telling = {"deel": totaal - len(dekking.ongedekt), "totaal": totaal, "modules": len(dekking.modules)}
    een = len(dekking.modules) == 1
    zinnen.append(spreek("grafiek.gedekt_een", **telling) if een else spreek("grafiek.gedekt", **telling))
    if dekking.zonder_codes:
        zinnen.append(_zonder_codes(spreek, dekking))
    if dekking.onbekend:
        zinnen.append(aantal(spreek, len(dekking.onbekend), "grafiek.onbekende_code", "grafiek.onbekende_codes"))
    return zinnen


def _zonder_codes(spreek: Spreek, dekking: Dekking) -> str:
    """Return which modules give no code: the first few by number and name, and how many others there are."""
    nummers = {module: nummer for nummer, module in enumerate(dekking.modules, 1)}
    namen = [" ".join(breek(f"{nummers[m]} {m}", 40, 1)) for m in dekking.zonder_codes[:_GENOEMD]]
    meer = len(dekking.zonder_codes) - _GENOEMD
    if meer > 0:
        return spreek("grafiek.zonder_codes_en_meer", modules=", ".join(namen), aantal=meer)
    return spreek("grafiek.zonder_codes", modules=", ".join(namen))
