"""How the rows of a framework build up: what each asks at each niveau, and how much of its wording is new there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model import Leeruitkomst, Niveau, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ..record import Reeks
from ..rijnamen import rijnaamvoet
from ..schermtaal import Spreek
from ..vragen.verdieping import Verdieping
from ..vragen.woordblokken import aantal_woorden, gelijke_blokken, woorden
from ._heatmap import niveaukop, rijkoppen
from ._raster import LEEG, Assen, Legenda, Vak, raster
from ._stijl import AANDEEL, GRIJS, Bijschrift, Stijl, aantal, in_stijl, klasse, om_te_tekenen, percentage

_BREEDTE = 104
_TOOLTIP = {"grafiek.plaats": "plaats", "grafiek.wat": "omschrijving", "succescriteria": "codes"}


def teken(raamwerk: Raamwerk, stijl: Stijl) -> Any:
    """Return the chart."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    vakken = [vak for rij in raamwerk.rijen for vak in _rij(spreek, rij, raamwerk.niveaus)]
    boven = [_opschrift(spreek, u) for lijn in raamwerk.leerlijnen for u in lijn.leeruitkomsten]
    koppen = {str(niveau.nummer): niveaukop(spreek, niveau) for niveau in raamwerk.niveaus}
    assen = Assen(rijkoppen(raamwerk), koppen, met_koppen=True, kolomtitel=None, breedte=_BREEDTE)
    legenda = Legenda(spreek("grafiek.nieuwe_woorden"), {spreek("grafiek.rij_begint"): GRIJS, **AANDEEL}, spreek)
    grafiek, breedte = raster(vakken, boven, assen, legenda, _TOOLTIP)
    leeg = spreek("grafiek.streepje_daar") if any(vak.klasse is None for vak in vakken) else ""
    uitleg = [
        spreek("grafiek.uitleg_opbouw"),
        spreek("grafiek.woorden_geteld"),
        leeg,
        rijnaamvoet(spreek, raamwerk.rijen),
    ]
    return in_stijl(grafiek, stijl, raamwerk, Bijschrift(spreek("grafiek.opbouw"), uitleg), breedte)


def _opschrift(spreek: Spreek, uitkomst: Leeruitkomst) -> Vak:
    n = len(uitkomst.succescriteria)
    codes = ", ".join(c.code for c in uitkomst.succescriteria) or LEEG
    vast = {"plaats": uitkomst.code, "aantal": n, "codes": codes}
    zin = spreek("grafiek.bij", code=uitkomst.code, zin=aantal(spreek, n))
    tekst = spreek("grafiek.bij", code=uitkomst.code, zin=n)
    return Vak(uitkomst.leerlijn, str(uitkomst.niveau), tekst, zin, None, vast, str(n))


def _rij(spreek: Spreek, rij: Rij, niveaus: Sequence[Niveau]) -> Iterator[Vak]:
    stap_naar = dict(stappen(rij))
    for niveau in (niveau.nummer for niveau in niveaus):
        plaats = rij.celcode(niveau)
        if niveau in stap_naar:
            yield _vak(spreek, rij.code, str(niveau), plaats, stap_naar[niveau])
        else:
            leeg = {"plaats": plaats, "aantal": 0, "codes": LEEG}
            zin = spreek("grafiek.bij", code=plaats, zin=spreek("grafiek.vraagt_niets"))
            yield Vak(rij.code, str(niveau), LEEG, zin, None, leeg)


def _vak(spreek: Spreek, rij: str, kolom: str, plaats: str, stap: Verdieping) -> Vak:
    n, geteld = len(stap.naar), woordentelling(stap)
    nieuw, alle = geteld["nieuw"], geteld["nieuw"] + geteld["gebleven"]
    vast: dict[str, object] = {
        "plaats": plaats,
        "aantal": n,
        "nieuw": nieuw,
        "woorden": alle,
        "codes": ", ".join(c.code for c in stap.naar),
    }
    delen: dict[str, object] = {"code": plaats, "criteria": aantal(spreek, n)}
    if not stap.van:
        begint, zin = spreek("grafiek.rij_begint"), spreek("grafiek.begint_hier", **delen)
        return Vak(rij, kolom, spreek("grafiek.begint", aantal=n), zin, begint, vast, str(n))
    delen["nummer"] = stap.van[0].niveau
    # A text without words has nothing new.
    procent = percentage(nieuw, alle) if alle else 0
    if stap.soort == "gelijk":
        tekst, zin = spreek("grafiek.gelijk", aantal=n), spreek("grafiek.in_dezelfde", **delen)
    else:
        woorden_ = aantal(spreek, alle, "grafiek.een_woord", "grafiek.woorden")
        tekst = spreek("grafiek.deel_nieuw", aantal=n, procent=procent)
        zin = spreek("grafiek.woorden_nieuw", **delen, nieuw=nieuw, woorden=woorden_)
    return Vak(rij, kolom, tekst, zin, klasse(procent), vast, f"{n}·{procent}%")


def stappen(rij: Rij) -> Iterator[tuple[int, Verdieping]]:
    """Yield each niveau at which a row asks something, with the step to it from the niveau before at which it does.

    The first step has nothing to come from: its `van` is empty.
    """
    vorige: Reeks[Succescriterium] = Reeks()
    for niveau, cel in enumerate(rij.cellen, 1):
        if cel:
            yield niveau, Verdieping(rij.code, vorige, cel)
            vorige = cel


def woordentelling(stap: Verdieping) -> dict[str, int]:
    """Return how many words of a step are `vervallen`, `gebleven` and `nieuw`; punctuation does not count.

    Suggested pairs are compared one by one; where there are none, all criteria of one cell with all of the other.
    """
    paren = [(laag.tekst, hoog.tekst) for laag, hoog in stap.paren] or [(samen(stap.van), samen(stap.naar))]
    geteld = {"vervallen": 0, "gebleven": 0, "nieuw": 0}
    for laag, hoog in paren:
        oud, nieuw = woorden(laag), woorden(hoog)
        gebleven = sum(aantal_woorden(oud[plek : plek + n]) for plek, _, n in gelijke_blokken(oud, nieuw))
        geteld["gebleven"] += gebleven
        geteld["vervallen"] += aantal_woorden(oud) - gebleven
        geteld["nieuw"] += aantal_woorden(nieuw) - gebleven
    return geteld


def samen(cel: Sequence[Succescriterium]) -> str:
    """Return the texts of a cell as one."""
    return " ".join(c.tekst for c in cel)
