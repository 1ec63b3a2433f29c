"""How many succescriteria a framework has: bars per leerlijn, a panel per niveau."""

from __future__ import annotations

from typing import Any

from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ._stijl import BLAUW, REGELS, TEKST, Bijschrift, aantal, altair, in_stijl, niveaukoppen, om_te_tekenen

_BREEDTE, _HOOGTE = 130, 26
_NAAST_ELKAAR = 5


def teken(raamwerk: Raamwerk, spreek: Spreek) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    alt = altair()
    koppen = {
        evl.niveau.nummer: "\n".join(
            [kop, aantal(spreek, len(evl.succescriteria), "grafiek.een_criterium_kort", "grafiek.criteria_kort")]
        )
        for evl, kop in zip(raamwerk.evls, niveaukoppen(spreek, raamwerk).values(), strict=True)
    }
    regels: list[dict[str, Any]] = [
        {
            "leerlijn": str(lijn),
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
    lijnen = [str(lijn) for lijn in raamwerk.leerlijnen]
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
        width=_BREEDTE, height={"step": _HOOGTE}
    )
    header = alt.Header(title=None, labelExpr=REGELS, labelAnchor="start", labelAlign="left")
    grafiek = paneel.facet(
        alt.Facet("niveau:N", header=header, sort=[*koppen.values()]), columns=_NAAST_ELKAAR, spacing=16
    )
    rijen = aantal(spreek, len(raamwerk.rijen), "grafiek.een_rij", "grafiek.rijen")
    opmerking = spreek("grafiek.samen", criteria=aantal(spreek, len(raamwerk.succescriteria)), rijen=rijen)
    breedte = _BREEDTE * min(_NAAST_ELKAAR, len(koppen)) + 240
    return in_stijl(grafiek, spreek, raamwerk, Bijschrift(spreek("grafiek.aantallen"), [opmerking]), breedte)


def _as(alt: Any) -> Any:
    return alt.Axis(labelLimit=300, domain=False, ticks=False, labelPadding=6)
