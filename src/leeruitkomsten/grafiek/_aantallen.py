"""How many succescriteria a framework has: bars per leerlijn, a panel per niveau."""

from __future__ import annotations

from typing import Any

from ..raamwerk import Raamwerk
from ._stijl import BLAUW, REGELS, TEKST, aantal, altair, in_stijl, niveaukoppen, om_te_tekenen

_BREEDTE, _HOOGTE = 130, 26
_NAAST_ELKAAR = 5


def teken(raamwerk: Raamwerk) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    alt = altair()
    koppen = {
        evl.niveau.nummer: f"{koppen}\n{aantal(len(evl.succescriteria), 'criterium', 'criteria')}"
        for evl, koppen in zip(raamwerk.evls, niveaukoppen(raamwerk).values(), strict=True)
    }
    regels: list[dict[str, Any]] = [
        {
            "leerlijn": str(lijn),
            "niveau": koppen[uitkomst.niveau],
            "leeruitkomst": uitkomst.code,
            "aantal": len(uitkomst.succescriteria),
            "omschrijving": f"{uitkomst.code}: {aantal(len(uitkomst.succescriteria))}",
        }
        for lijn in raamwerk.leerlijnen
        for uitkomst in lijn.leeruitkomsten
    ]
    # The longest bar leaves room for its number.
    breedst = max(len(u.succescriteria) for u in raamwerk.leeruitkomsten) * 1.15
    lijnen = [str(lijn) for lijn in raamwerk.leerlijnen]
    basis = alt.Chart().encode(
        x=alt.X("aantal:Q", title=None, axis=None, scale=alt.Scale(domain=[0, breedst], nice=False)),
        y=alt.Y("leerlijn:N", title=None, scale=alt.Scale(domain=lijnen, paddingInner=0.25), axis=_as(alt)),
        tooltip=[alt.Tooltip("leeruitkomst:N", title="Leeruitkomst"), alt.Tooltip("aantal:Q", title="Succescriteria")],
    )
    staven = basis.mark_bar(color=BLAUW, ariaRoleDescription="staaf").encode(
        description=alt.Description("omschrijving:N")
    )
    getallen = basis.mark_text(align="left", dx=4, color=TEKST, fontSize=12, aria=False).encode(
        text=alt.Text("aantal:Q")
    )
    paneel = alt.layer(staven, getallen, data=alt.InlineData(values=regels)).properties(
        width=_BREEDTE, height={"step": _HOOGTE}
    )
    header = alt.Header(title=None, labelExpr=REGELS, labelAnchor="start", labelAlign="left")
    grafiek = paneel.facet(alt.Facet("niveau:N", header=header), columns=_NAAST_ELKAAR, spacing=16)
    titel = "Succescriteria per leerlijn en niveau"
    opmerking = f"Samen {aantal(len(raamwerk.succescriteria))} in {aantal(len(raamwerk.rijen), 'rij', 'rijen')}."
    breedte = _BREEDTE * min(_NAAST_ELKAAR, len(koppen)) + 240
    return in_stijl(grafiek, raamwerk, titel, [opmerking], breedte)


def _as(alt: Any) -> Any:
    return alt.Axis(labelLimit=300, domain=False, ticks=False, labelPadding=6)
