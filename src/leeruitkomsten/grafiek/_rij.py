"""How one row grows: what it asks at each niveau, and how many words of it go, stay and come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ..model import Niveau, Rij
from ..raamwerk import Raamwerk
from ..rijnamen import rijnaamvoet
from ..schermtaal import Spreek, richting
from ..vragen.verdieping import Verdieping
from ._heatmap import rijkop
from ._opbouw import samen, stappen, woordentelling
from ._stijl import (
    BLAUW,
    GROEN,
    ORANJE,
    STIL,
    TEKST,
    ZWART,
    Bijschrift,
    Stijl,
    aantal,
    altair,
    breek,
    in_stijl,
    om_te_tekenen,
)  # fmt: skip

_TEKSTEN, _STAVEN = 700, 300
_LETTERS, _REGELS = 112, 20
"""How many letters there are to a line, and at most how many lines to a niveau."""
_HOOGST = 560
"""How high all strips may be together, in pixels."""
_REGEL, _STAAF = 15, 20
_SMALST = 15
"""A bar that is narrower than this (pixels) has no room for its number; the words beside it say it."""
KLEUREN = {"vervallen": ORANJE, "gebleven": BLAUW, "nieuw": GROEN}
"""What happens to words, in the order of the bars: those that go stand left of the line."""
_WOORD = {"vervallen": "grafiek.vervallen", "gebleven": "grafiek.gebleven", "nieuw": "grafiek.nieuw"}


def teken(raamwerk: Raamwerk, code: str, stijl: Stijl) -> Any:
    """Return the chart."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    rij = raamwerk.opbouw(code)
    stap_naar = dict(stappen(rij))
    teksten = _passend(spreek, rij, raamwerk.niveaus, stap_naar)
    if richting(raamwerk.taal) == "rtl":
        teksten = [{**regel, "tekst": _van_rechts(regel["tekst"])} for regel in teksten]
    vlak = _Vlak.van(spreek, teksten)
    grafiek = vlak.alt.hconcat(vlak.teksten(teksten), vlak.staven(_staven(spreek, stap_naar)), spacing=20)
    grafiek = grafiek.resolve_legend(color="independent")
    delen = {"code": rijkop(rij), "begin": rij.begint_op}
    tot = rij.eindigt_op > rij.begint_op
    titel = spreek("grafiek.rij_tot", **delen, einde=rij.eindigt_op) if tot else spreek("grafiek.rij", **delen)
    weg = spreek("grafiek.teksten_weg") if any(regel["ingekort"] for regel in teksten) else ""
    uitleg = [*_uitleg(spreek, stap_naar), weg, rijnaamvoet(spreek, (rij,))]
    return in_stijl(grafiek, stijl, raamwerk, Bijschrift(titel, uitleg), _STAVEN + _TEKSTEN)


def _passend(
    spreek: Spreek, rij: Rij, niveaus: Sequence[Niveau], stap_naar: Mapping[int, Verdieping]
) -> list[dict[str, Any]]:
    """Return the texts of all niveaus in as many lines as there is room for on a page.

    Where each would have but one line, what was counted stands behind the name of its niveau.
    """
    teksten: list[dict[str, Any]] = []
    for dicht, regels in (*((False, n) for n in range(_REGELS, 1, -1)), *((True, n) for n in range(_REGELS, -1, -1))):
        teksten = [_tekst(spreek, rij, niveau, stap_naar, regels) for niveau in niveaus]
        if dicht:
            teksten = [{**r, "kop": f"{r['kop']}: {r['telling']}", "telling": ""} for r in teksten]
        if sum(map(_strip, teksten)) <= _HOOGST:
            break
    return teksten


def _kop(regel: Mapping[str, Any]) -> int:
    """Return how high the heading of a niveau is, in pixels: a line, or two."""
    return 4 + _REGEL * (2 if regel["telling"] else 1)


def _strip(regel: Mapping[str, Any]) -> int:
    """Return how high the strip of a niveau is, in pixels."""
    tekst: str = regel["tekst"]
    return _kop(regel) + (_REGEL * (1 + tekst.count("\n")) if tekst else 0) + (10 if regel["telling"] else 3)


def _van_rechts(tekst: str) -> str:
    """Return lines that each are read from right to left, whatever they stand among (RLI and PDI of Unicode)."""
    return "\n".join(f"\u2067{regel}\u2069" if regel else regel for regel in tekst.split("\n"))


def _staven(spreek: Spreek, stap_naar: Mapping[int, Verdieping]) -> list[dict[str, Any]]:
    staven: list[dict[str, Any]] = []
    for niveau, stap in stap_naar.items():
        geteld = woordentelling(stap)
        vanaf = -geteld["vervallen"]
        for soort, n in geteld.items():
            naam = spreek(_WOORD[soort])
            zin = spreek("grafiek.op_niveau", nummer=niveau, woorden=_woorden(spreek, n), soort=naam)
            plek = {"van": vanaf, "tot": vanaf + n, "midden": vanaf + n / 2}
            staven.append({"niveau": niveau, "soort": naam, "aantal": n, **plek, "omschrijving": zin})
            vanaf += n
    return [staaf for staaf in staven if staaf["aantal"]]


def _woorden(spreek: Spreek, n: int) -> str:
    return aantal(spreek, n, "grafiek.een_woord", "grafiek.woorden")


def _tekst(
    spreek: Spreek, rij: Rij, niveau: Niveau, stap_naar: Mapping[int, Verdieping], regels: int
) -> dict[str, Any]:
    nummer = niveau.nummer
    cel = rij.cellen[nummer - 1]
    alle = [regel for c in cel for regel in breek(str(c), _LETTERS, 99)]
    ingekort = len(alle) > regels
    stap = stap_naar.get(nummer)
    if stap is None:
        telling = spreek("grafiek.rij_vraagt_niets")
    elif not stap.van:
        telling = spreek("grafiek.rij_begint_hier", woorden=_woorden(spreek, woordentelling(stap)["nieuw"]))
    else:
        geteld = woordentelling(stap).items()
        delen = ", ".join(spreek("grafiek.soort_aantal", aantal=n, soort=spreek(_WOORD[soort])) for soort, n in geteld)
        telling = spreek("grafiek.tegenover", nummer=stap.van[0].niveau, delen=delen)
    return {
        "niveau": nummer,
        "kop": " ".join(breek(f"{spreek('niveau', nummer=nummer)} {niveau.fase}", _LETTERS, 1)),
        "telling": telling,
        "tekst": "\n".join(alle if not ingekort else [*alle[: regels - 1], f"{alle[regels - 1]} …"] if regels else []),
        "ingekort": ingekort,
        "omschrijving": spreek("grafiek.niveau_zin", nummer=nummer, telling=telling, tekst=samen(cel)),
    }


def _uitleg(spreek: Spreek, stap_naar: Mapping[int, Verdieping]) -> list[str]:
    vergeleken = [stap for stap in stap_naar.values() if stap.van]
    zinnen = [spreek("grafiek.geteld")] if vergeleken else []
    if any(stap.paren for stap in vergeleken):
        zinnen.append(spreek("grafiek.suggestie"))
    if not all(stap.paren for stap in vergeleken):
        zinnen.append(spreek("grafiek.samen_vergeleken"))
    return zinnen


@attrs.frozen
class _Vlak:
    """The ground that both panels share: a strip per niveau, as high as its text; all places in pixels from the top."""

    alt: Any
    spreek: Spreek
    boven: Mapping[int, int]
    onder_kop: Mapping[int, int]
    hoogte: int

    @classmethod
    def van(cls, spreek: Spreek, teksten: list[dict[str, Any]]) -> _Vlak:
        """Return the ground for these texts."""
        boven: dict[int, int] = {}
        hoogte = 0
        for regel in teksten:
            boven[regel["niveau"]] = hoogte
            hoogte += _strip(regel)
        return cls(altair(), spreek, boven, {regel["niveau"]: _kop(regel) for regel in teksten}, hoogte)

    def basis(self, regels: list[dict[str, Any]], naar_onder: int | None = 0) -> Any:
        """Return a chart of data, each line so many pixels below the top of its strip; `None` for below its heading."""
        alt = self.alt
        onder = self.onder_kop if naar_onder is None else dict.fromkeys(self.boven, naar_onder)
        data = [{**regel, "y": self.boven[regel["niveau"]] + onder[regel["niveau"]]} for regel in regels]
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
        kop = self.basis(regels, 4).mark_text(
            **stijl, fontWeight="bold", color=TEKST, ariaRoleDescription=self.spreek("grafiek.niveau")
        )
        telling = self.basis(regels, 4 + _REGEL).mark_text(**stijl, color=STIL, aria=False)
        criteria = self.basis(regels, None).mark_text(
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
        schaal = alt.Scale(domain=[self.spreek(_WOORD[soort]) for soort in KLEUREN], range=[*KLEUREN.values()])
        tip = [alt.Tooltip("omschrijving:N", title=self.spreek("grafiek.woorden_kop"))]
        staaf = self.basis(staven, 8 + _STAAF // 2).mark_bar(
            size=_STAAF, orient="horizontal", ariaRoleDescription=self.spreek("grafiek.staaf")
        )
        staaf = staaf.encode(
            x=alt.X("van:Q", **x),
            x2=alt.X2("tot:Q"),
            color=alt.Color(
                "soort:N", title=self.spreek("grafiek.woorden_kop"), scale=schaal, legend=alt.Legend(orient="top")
            ),
            description=alt.Description("omschrijving:N"),
            tooltip=tip,
        )
        getal = self.basis(past, 8 + _STAAF // 2).mark_text(color=ZWART, fontSize=12, aria=False)
        getal = getal.encode(x=alt.X("midden:Q", **x), text=alt.Text("aantal:Q"), tooltip=tip)
        nul = alt.Chart(alt.InlineData(values=[{"nul": 0}])).mark_rule(color=STIL, aria=False)
        lagen = alt.layer(self.lijnen(), staaf, getal, nul.encode(x=alt.X("nul:Q", **x)))
        return lagen.properties(width=_STAVEN, height=self.hoogte)
