"""How many succescriteria a framework has: bars per leerlijn, a panel per niveau."""

from __future__ import annotations

import math
from typing import Any

from ..eenheid import EvL
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ._heatmap import niveaukop
from ._stijl import (
    BLAUW,
    LETTER,
    PAGINA,
    REGELS,
    TEKST,
    Bijschrift,
    Stijl,
    aantal,
    altair,
    breek,
    in_stijl,
    om_te_tekenen,
)  # fmt: skip

_BREEDTE, _HOOGTE = 130, 26
_LAAGST, _KOP, _ROND = 14, 92, 150
"""How low a bar with its space may be, how high the heading of a panel is, and what stands above and around them (pixels)."""
_NAAST_ELKAAR = 5
_LETTERS = 45


def teken(raamwerk: Raamwerk, stijl: Stijl) -> Any:
    """Return the chart."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    alt = altair()
    koppen = {evl.niveau.nummer: _kop(spreek, evl) for evl in raamwerk.evls}
    labels = {lijn.code: breek(str(lijn), _LETTERS, 1)[0] for lijn in raamwerk.leerlijnen}
    regels: list[dict[str, Any]] = [
        {
            "leerlijn": labels[lijn.code],
            "niveau": koppen[uitkomst.niveau],
            "leeruitkomst": uitkomst.code,
            "aantal": len(uitkomst.succescriteria),
            "omschrijving": spreek("grafiek.bij", code=uitkomst.code, zin=aantal(spreek, len(uitkomst.succescriteria))),
        }
        for lijn in raamwerk.leerlijnen
        for uitkomst in lijn.leeruitkomsten
    ]
    # The longest bar leaves room for its number.
    breedst = max(len(u.succescriteria) for u in raamwerk.leeruitkomsten) * 1.15
    lijnen = [*labels.values()]
    banen = math.ceil(len(koppen) / _NAAST_ELKAAR)
    hoogte = max(_LAAGST, min(_HOOGTE, (PAGINA[1] - _ROND - _KOP * banen) // (banen * len(lijnen))))
    basis = alt.Chart().encode(
        x=alt.X("aantal:Q", title=None, axis=None, scale=alt.Scale(domain=[0, breedst], nice=False)),
        y=alt.Y("leerlijn:N", title=None, scale=alt.Scale(domain=lijnen, paddingInner=0.25), axis=_as(alt)),
        tooltip=[
            alt.Tooltip("leeruitkomst:N", title=spreek("leeruitkomst")),
            alt.Tooltip("aantal:Q", title=spreek("succescriteria")),
        ],
    )
    staven = basis.mark_bar(color=BLAUW, ariaRoleDescription=spreek("grafiek.staaf")).encode(
        description=alt.Description("omschrijving:N")
    )
    getallen = basis.mark_text(align="left", dx=4, color=TEKST, fontSize=12, aria=False).encode(
        text=alt.Text("aantal:Q")
    )
    paneel = alt.layer(staven, getallen, data=alt.InlineData(values=regels)).properties(
        width=_BREEDTE, height={"step": hoogte}
    )
    header = alt.Header(title=None, labelExpr=REGELS, labelAnchor="start", labelAlign="left")
    grafiek = paneel.facet(
        alt.Facet("niveau:N", header=header, sort=[*koppen.values()]), columns=_NAAST_ELKAAR, spacing=16
    )
    rijen = aantal(spreek, len(raamwerk.rijen), "grafiek.een_rij", "grafiek.rijen")
    opmerking = spreek("grafiek.samen", criteria=aantal(spreek, len(raamwerk.succescriteria)), rijen=rijen)
    breedte = _BREEDTE * min(_NAAST_ELKAAR, len(koppen)) + LETTER * max(map(len, lijnen))
    return in_stijl(grafiek, stijl, raamwerk, Bijschrift(spreek("grafiek.aantallen"), [opmerking]), breedte)


def _as(alt: Any) -> Any:
    return alt.Axis(labelLimit=PAGINA[0], labelOverlap=False, domain=False, ticks=False, labelPadding=6)


def _kop(spreek: Spreek, evl: EvL) -> str:
    n = aantal(spreek, len(evl.succescriteria), "grafiek.een_criterium_kort", "grafiek.criteria_kort")
    return "\n".join([*niveaukop(spreek, evl.niveau).regels(_BREEDTE // 7), n])
