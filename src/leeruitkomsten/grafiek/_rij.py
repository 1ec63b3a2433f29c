"""How one row grows: what it asks at each niveau, and how many words of it go, stay and come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..model import Niveau, Rij
from ..raamwerk import Raamwerk
from ..vragen.verdieping import Verdieping
from ._opbouw import samen, stappen, woordentelling
from ._raster import LEEG
from ._stijl import BLAUW, GROEN, ORANJE, STIL, TEKST, ZWART, aantal, altair, breek, in_stijl, om_te_tekenen

_TEKSTEN, _STAVEN = 480, 300
_LETTERS, _REGELS = 74, 6
_REGEL, _STAAF = 15, 20
_KOP = 10 + 2 * _REGEL
_SMALST = 15
"""A bar that is narrower than this (pixels) has no room for its number; the words beside it say it."""
KLEUREN = {"vervallen": ORANJE, "gebleven": BLAUW, "nieuw": GROEN}
"""What happens to words, in the order of the bars: those that go stand left of the line."""


def teken(raamwerk: Raamwerk, code: str) -> Any:
    """Return the chart."""
    raamwerk = om_te_tekenen(raamwerk)
    rij = raamwerk.opbouw(code)
    stap_naar = dict(stappen(rij))
    teksten = [_tekst(rij, niveau, stap_naar) for niveau in raamwerk.niveaus]
    vlak = _Vlak.van(teksten)
    grafiek = vlak.alt.hconcat(vlak.teksten(teksten), vlak.staven(_staven(stap_naar)), spacing=20)
    grafiek = grafiek.resolve_legend(color="independent")
    einde = f" tot en met {rij.eindigt_op}" if rij.eindigt_op > rij.begint_op else ""
    titel = f"Opbouw van rij {rij.code}, niveau {rij.begint_op}{einde}"
    return in_stijl(grafiek, raamwerk, titel, _uitleg(stap_naar), _STAVEN + _TEKSTEN)


def _staven(stap_naar: Mapping[int, Verdieping]) -> list[dict[str, Any]]:
    staven: list[dict[str, Any]] = []
    for niveau, stap in stap_naar.items():
        geteld = woordentelling(stap)
        vanaf = -geteld["vervallen"]
        for soort, n in geteld.items():
            zin = f"niveau {niveau}: {aantal(n, 'woord', 'woorden')} {soort}"
            plek = {"van": vanaf, "tot": vanaf + n, "midden": vanaf + n / 2}
            staven.append({"niveau": niveau, "soort": soort, "aantal": n, **plek, "omschrijving": zin})
            vanaf += n
    return [staaf for staaf in staven if staaf["aantal"]]


def _tekst(rij: Rij, niveau: Niveau, stap_naar: Mapping[int, Verdieping]) -> dict[str, Any]:
    nummer = niveau.nummer
    cel = rij.cellen[nummer - 1]
    stap = stap_naar.get(nummer)
    if stap is None:
        telling = f"{LEEG} (de rij vraagt hier niets)"
    elif not stap.van:
        telling = f"De rij begint hier, met {aantal(woordentelling(stap)['nieuw'], 'woord', 'woorden')}"
    else:
        delen = ", ".join(f"{n} {soort}" for soort, n in woordentelling(stap).items())
        telling = f"Woorden tegenover niveau {stap.van[0].niveau}: {delen}"
    return {
        "niveau": nummer,
        "kop": " ".join(breek(f"Niveau {nummer} {niveau.fase}", _LETTERS, 1)),
        "telling": telling,
        "tekst": "\n".join(regel for c in cel for regel in breek(str(c), _LETTERS, _REGELS)),
        "omschrijving": f"Niveau {nummer}. {telling}. {samen(cel)}",
    }


def _uitleg(stap_naar: Mapping[int, Verdieping]) -> list[str]:
    vergeleken = [stap for stap in stap_naar.values() if stap.van]
    zinnen = ["Geteld zijn woorden, tegenover het vorige niveau waarop de rij iets vraagt."] if vergeleken else []
    if any(stap.paren for stap in vergeleken):
        zinnen.append("Even veel succescriteria zijn op volgorde gekoppeld; dat is een suggestie.")
    if not all(stap.paren for stap in vergeleken):
        zinnen.append("Waar het aantal succescriteria verschilt, zijn hun teksten samen vergeleken.")
    return zinnen


@attrs.frozen
class _Vlak:
    """The ground that both panels share: a strip per niveau, as high as its text; all places in pixels from the top."""

    alt: Any
    boven: Mapping[int, int]
    hoogte: int

    @classmethod
    def van(cls, teksten: list[dict[str, Any]]) -> _Vlak:
        """Return the ground for these texts."""
        boven: dict[int, int] = {}
        hoogte = 0
        for regel in teksten:
            boven[regel["niveau"]] = hoogte
            hoogte += _KOP + _REGEL * (1 + regel["tekst"].count("\n")) + _REGEL
        return cls(altair(), boven, hoogte)

    def basis(self, regels: list[dict[str, Any]], naar_onder: int = 0) -> Any:
        """Return a chart of data, each line so many pixels below the top of its strip."""
        alt = self.alt
        data = [{**regel, "y": self.boven[regel["niveau"]] + naar_onder} for regel in regels]
        y = alt.Y("y:Q", title=None, axis=None, scale=alt.Scale(domain=[self.hoogte, 0], nice=False, padding=0))
        return alt.Chart(alt.InlineData(values=data)).encode(y=y)

    def lijnen(self) -> Any:
        """Return a line above each strip."""
        return self.basis([{"niveau": niveau} for niveau in self.boven]).mark_rule(color="#d0d0d0", aria=False)

    def teksten(self, regels: list[dict[str, Any]]) -> Any:
        """Return the panel of texts."""
        alt = self.alt
        stijl = {"align": "left", "baseline": "top", "fontSize": 12, "limit": _TEKSTEN}
        links = alt.XValue(0)
        kop = self.basis(regels, 6).mark_text(**stijl, fontWeight="bold", color=TEKST, ariaRoleDescription="niveau")
        telling = self.basis(regels, 6 + _REGEL).mark_text(**stijl, color=STIL, aria=False)
        criteria = self.basis(regels, _KOP).mark_text(
            **stijl, color=TEKST, lineBreak="\n", lineHeight=_REGEL, aria=False
        )
        lagen = alt.layer(
            self.lijnen(),
            kop.encode(x=links, text=alt.Text("kop:N"), description=alt.Description("omschrijving:N")),
            telling.encode(x=links, text=alt.Text("telling:N")),
            criteria.encode(x=links, text=alt.Text("tekst:N")),
        )
        return lagen.properties(width=_TEKSTEN, height=self.hoogte)

    def staven(self, staven: list[dict[str, Any]]) -> Any:
        """Return the panel of bars."""
        alt = self.alt
        links, rechts = min(staaf["van"] for staaf in staven), max(staaf["tot"] for staaf in staven)
        past = [staaf for staaf in staven if staaf["aantal"] * _STAVEN / (rechts - links) >= _SMALST]
        x = {"title": None, "axis": None, "scale": alt.Scale(domain=[links, rechts], nice=False)}
        schaal = alt.Scale(domain=[*KLEUREN], range=[*KLEUREN.values()])
        tip = [alt.Tooltip("omschrijving:N", title="Woorden")]
        staaf = self.basis(staven, 8 + _STAAF // 2).mark_bar(
            size=_STAAF, orient="horizontal", ariaRoleDescription="staaf"
        )
        staaf = staaf.encode(
            x=alt.X("van:Q", **x),
            x2=alt.X2("tot:Q"),
            color=alt.Color("soort:N", title="Woorden", scale=schaal, legend=alt.Legend(orient="top")),
            description=alt.Description("omschrijving:N"),
            tooltip=tip,
        )
        getal = self.basis(past, 8 + _STAAF // 2).mark_text(color=ZWART, fontSize=12, aria=False)
        getal = getal.encode(x=alt.X("midden:Q", **x), text=alt.Text("aantal:Q"), tooltip=tip)
        nul = alt.Chart(alt.InlineData(values=[{"nul": 0}])).mark_rule(color=STIL, aria=False)
        lagen = alt.layer(self.lijnen(), staaf, getal, nul.encode(x=alt.X("nul:Q", **x)))
        return lagen.properties(width=_STAVEN, height=self.hoogte)
