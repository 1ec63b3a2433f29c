"""How the rows of a framework build up: what each asks at each niveau, and how much of its wording is new there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model import Leeruitkomst, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ..record import Reeks
from ..vragen.verdieping import Verdieping
from ..vragen.verschil import tekstverschil, woorden
from ._heatmap import rijkoppen
from ._raster import LEEG, Assen, Legenda, Vak, raster, vakbreedte
from ._stijl import AANDEEL, GRIJS, aantal, in_stijl, klasse, niveaukoppen, om_te_tekenen, percentage

_BREEDTE = 104
BEGINT = "rij begint"
_NAAM = {"vervalt": "vervallen", "gelijk": "gebleven", "nieuw": "nieuw"}
_TOOLTIP = {"Plaats": "plaats", "Wat": "omschrijving", "Succescriteria": "codes"}
_UITLEG = [
    "In elk vak: hoeveel succescriteria de rij op dat niveau heeft, en welk deel van hun woorden nieuw is tegenover het vorige",
    "niveau waarop de rij iets vraagt. Even veel succescriteria zijn daarvoor op volgorde gekoppeld (een suggestie), anders zijn",
    "hun teksten samen vergeleken.",
]


def teken(raamwerk: Raamwerk) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    koppen = niveaukoppen(raamwerk)
    vakken = [vak for rij in raamwerk.rijen for vak in _rij(rij, koppen)]
    boven = [_opschrift(str(lijn), koppen[u.niveau], u) for lijn in raamwerk.leerlijnen for u in lijn.leeruitkomsten]
    assen = Assen(rijkoppen(raamwerk), [*koppen.values()], None, vakbreedte(_BREEDTE, boven))
    grafiek = raster(vakken, boven, assen, Legenda("Nieuwe woorden", {BEGINT: GRIJS, **AANDEEL}), _TOOLTIP)
    leeg = "Een streepje: de rij vraagt daar niets." if any(vak.klasse is None for vak in vakken) else ""
    return in_stijl(grafiek, raamwerk, "Opbouw van de rijen over de niveaus", [*_UITLEG, leeg], assen.totaal)


def _opschrift(rij: str, kop: str, uitkomst: Leeruitkomst) -> Vak:
    n = len(uitkomst.succescriteria)
    codes = ", ".join(c.code for c in uitkomst.succescriteria) or LEEG
    vast = {"plaats": uitkomst.code, "aantal": n, "codes": codes}
    return Vak(rij, kop, f"{uitkomst.code}: {n}", f"{uitkomst.code}: {aantal(n)}", None, vast)


def _rij(rij: Rij, koppen: Mapping[int, str]) -> Iterator[Vak]:
    stap_naar = dict(stappen(rij))
    for niveau, kop in koppen.items():
        plaats = f"{rij.leerlijn}{niveau}.{rij.nummer}"
        if niveau in stap_naar:
            yield _vak(rij.code, kop, plaats, stap_naar[niveau])
        else:
            leeg = {"plaats": plaats, "aantal": 0, "codes": LEEG}
            yield Vak(rij.code, kop, LEEG, f"{plaats}: vraagt op dit niveau niets", None, leeg)


def _vak(rij: str, kop: str, plaats: str, stap: Verdieping) -> Vak:
    n, geteld = len(stap.naar), woordentelling(stap)
    nieuw, alle = geteld["nieuw"], geteld["nieuw"] + geteld["gebleven"]
    vast = {
        "plaats": plaats,
        "aantal": n,
        "nieuw": nieuw,
        "woorden": alle,
        "codes": ", ".join(c.code for c in stap.naar),
    }
    if not stap.van:
        return Vak(rij, kop, f"{n} · begint", f"{plaats}: {aantal(n)}, de rij begint hier", BEGINT, vast)
    # A text without words has nothing new.
    procent = percentage(nieuw, alle) if alle else 0
    soort = "in dezelfde woorden" if stap.soort == "gelijk" else f"{nieuw} van {aantal(alle, 'woord', 'woorden')} nieuw"
    zin = f"{plaats}: {aantal(n)}, {soort} tegenover niveau {stap.van[0].niveau}"
    tekst = f"{n} · gelijk" if stap.soort == "gelijk" else f"{n} · {procent}% nieuw"
    return Vak(rij, kop, tekst, zin, klasse(procent), vast)


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
    geteld = dict.fromkeys(_NAAM.values(), 0)
    for laag, hoog in paren:
        for soort, tekst in tekstverschil(laag, hoog).delen:
            geteld[_NAAM[soort]] += sum(any(teken.isalnum() for teken in woord) for woord in woorden(tekst))
    return geteld


def samen(cel: Sequence[Succescriterium]) -> str:
    """Return the texts of a cell as one."""
    return " ".join(c.tekst for c in cel)
