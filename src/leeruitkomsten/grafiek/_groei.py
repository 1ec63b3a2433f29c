"""How much had been shown by the end of each period: a line per panel, of a student or of a cohort, or of two."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..fouten import OngeldigeVraag
from ..raamwerk import Raamwerk
from ..rijnamen import rijnaamvoet
from ..schermtaal import SCHERMTALEN, Schermtaal, Spreek, schermtaal_van
from ._groeitabel import Punt, Verloop, lees_verloop
from ._heatmap import rijkop
from ._stijl import LETTER, LIJN, PAGINA, REGELS, TEKST, Bijschrift, Stijl, altair, breek, in_stijl, om_te_tekenen
from ._wie import genoemd

KLEUREN = ("#0072b2", "#d55e00")
"""Of the palette of Okabe and Ito, dark enough for a line; the second is broken, too."""
_MEEST = 30
"""More panels than this have no room on a page."""
_NAAST_ELKAAR = {4: 4, 15: 5, _MEEST: 6}
"""Up to how many panels there are so many beside each other."""
_RUIMTE = (52, 78)
"""What a panel has around it, in pixels: the number at the end of its line, its heading and its axis."""
_KOPREGELS, _KOPREGEL, _RUIM = 2, 14, 4
"""How many lines of a heading that has room for, how high another is, and up to how many rows of panels there is room for it."""
_BOVEN = 200
_DATUM: dict[Schermtaal, str] = {
    "nl": "utcFormat(datum.value * 864e5, '%-d-%-m-%Y')",
    "en": "utcFormat(datum.value * 864e5, '%Y-%m-%d')",
}
"""The expression by which Vega writes a day, which is counted from 1970."""
_NUL = date(1970, 1, 1).toordinal()


class Lijn(NamedTuple):
    """A course of growth with its name; empty where it is the only one."""

    naam: str
    verloop: Verloop


def teken(raamwerk: Raamwerk, delen: Sequence[tuple[str, Any]], per: str | None, stijl: Stijl) -> Any:
    """Return the chart."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    lijnen = [Lijn(naam, lees_verloop(raamwerk, deel, per)) for naam, deel in delen]
    eerste = lijnen[0].verloop
    if len({(v.eenheid, tuple(v.punten), v.aantal is None) for _, v in lijnen}) > 1:
        raise OngeldigeVraag("past_niet", "naast elkaar staat wat van dezelfde eenheid en van dezelfde soort is")
    if len(eerste.punten) > _MEEST:
        reden = f"{len(eerste.punten)} × {eerste.eenheid} past niet op een blad; tel per een grotere eenheid"
        raise OngeldigeVraag("past_niet", reden, {"eenheid": eerste.eenheid, "aantal": len(eerste.punten)})
    naast = next(n for tot, n in _NAAST_ELKAAR.items() if len(eerste.punten) <= tot)
    breedte = min(230, (PAGINA[0] - 80) // naast - _RUIMTE[0])
    banen = math.ceil(len(eerste.punten) / naast)
    regels_naam = 2 if banen <= _RUIM else 1
    namen = {code: _kop(raamwerk, spreek, eerste.eenheid, code, breedte, regels_naam) for code in eerste.punten}
    meer = max(map(len, namen.values())) - _KOPREGELS
    hoogte = min(200, (PAGINA[1] - _BOVEN) // banen - _RUIMTE[1] - _KOPREGEL * max(0, meer))
    koppen = {code: "\n".join(kop) for code, kop in namen.items()}
    regels = list(_regels(spreek, lijnen, koppen))
    paneel = _paneel(spreek, lijnen, regels, 1 + 18 / hoogte).properties(width=breedte, height=hoogte)
    header = altair().Header(title=None, labelExpr=REGELS, labelAnchor="start", labelAlign="left", labelPadding=12)
    grafiek = paneel.facet(
        altair().Facet("eenheid:N", header=header, sort=[*koppen.values()]), columns=naast, spacing=16
    ).resolve_axis(x="independent")
    bijschrift = Bijschrift(
        spreek("grafiek.groei"),
        [
            *_uitleg(spreek, lijnen),
            spreek("geen_oordeel"),
            rijnaamvoet(spreek, raamwerk.rijen) if eerste.eenheid == "rij" else "",
        ],
    )
    return in_stijl(grafiek, stijl, raamwerk, bijschrift, (breedte + _RUIMTE[0]) * min(naast, len(koppen)))


def _kop(  # noqa: PLR0917  # of which panel, and how much room it has
    raamwerk: Raamwerk, spreek: Spreek, eenheid: str, code: str, breedte: int, regels: int
) -> list[str]:
    """Return the heading of a panel: what is unique about it, and its name below, which may run on above the last number."""
    match eenheid:
        case "evl" | "niveau":
            niveau = raamwerk.evl(int(code) if eenheid == "niveau" else code).niveau
            begin, naam = (code if eenheid == "evl" else spreek("niveau", nummer=niveau.nummer)), niveau.fase
        case "leerlijn":
            begin, naam = code, raamwerk.leerlijn(code).naam
        case "rij":
            begin, naam = code, rijkop(raamwerk.rij(code)).partition(" ")[2]
        case _:
            begin, naam = code, ""
    return [begin, *breek(naam, int((breedte + _RUIMTE[0] - 16) / LETTER), regels)]


def _regels(spreek: Spreek, lijnen: Sequence[Lijn], koppen: dict[str, str]) -> Iterator[dict[str, Any]]:
    for code, kop in koppen.items():
        # Of two numbers at the end of a line the higher stands above the other.
        hoogste = max(lijnen, key=lambda lijn: max((punt.mediaan for punt in lijn.verloop.punten[code]), default=0))
        for lijn in lijnen:
            punten = lijn.verloop.punten[code]
            for punt in punten:
                laatst = punt is punten[-1]
                plek = "boven" if lijn is hoogste else "onder"
                yield {
                    "eenheid": kop, "code": code, "naam": lijn.naam, "dag": punt.dag.toordinal() - _NUL,
                    "aangetoond": punt.mediaan, "totaal": punt.totaal, "deel": _deel(punt.mediaan, punt),
                    "laag": _deel(punt.kwartiel_1, punt), "hoog": _deel(punt.kwartiel_3, punt),
                    "tekst": f"{_getal(spreek, punt.mediaan)}/{punt.totaal}" if laatst else "",
                    "plek": plek if laatst else "",
                    "omschrijving": _zin(spreek, code, lijn, punt),
                }  # fmt: skip


def _deel(getal: float, punt: Punt) -> float:
    """Return a number as a share of the unit; one without criteria has none."""
    return round(getal / punt.totaal, 6) if punt.totaal else 0.0


def _getal(spreek: Spreek, getal: float) -> str:
    tekst = f"{getal:g}"
    return tekst.replace(".", ",") if schermtaal_van(spreek) == SCHERMTALEN[0] else tekst


def _zin(spreek: Spreek, code: str, lijn: Lijn, punt: Punt) -> str:
    delen = {"code": code, "dag": _dag(spreek, punt.dag), "totaal": punt.totaal, "aantal": _getal(spreek, punt.mediaan)}
    if lijn.verloop.aantal is None:
        zin = spreek("grafiek.groei_punt", **delen)
    else:
        kwartielen = {"laag": _getal(spreek, punt.kwartiel_1), "hoog": _getal(spreek, punt.kwartiel_3)}
        zin = spreek("grafiek.groei_mediaan", **delen, **kwartielen)
    return spreek("grafiek.van_wie", naam=lijn.naam, zin=zin) if lijn.naam else zin


def _dag(spreek: Spreek, dag: date) -> str:
    nederlands = schermtaal_van(spreek) == SCHERMTALEN[0]
    return f"{dag.day}-{dag.month}-{dag.year}" if nederlands else dag.isoformat()


def _uitleg(spreek: Spreek, lijnen: Sequence[Lijn]) -> Iterator[str]:
    """Yield what must be said: how to read it, who was counted, what was left out."""
    is_student = lijnen[0].verloop.aantal is None
    yield spreek("grafiek.uitleg_groei" if is_student else "grafiek.uitleg_groei_cohort")
    if not is_student and len(lijnen) == 1:
        yield spreek("grafiek.groei_vlak")
    for naam, verloop in lijnen:
        zin = ""
        if verloop.aantal is not None:
            zin = spreek("grafiek.noemer", wie=genoemd(spreek, verloop.aantal, verloop.per))
        elif verloop.later:
            zin = spreek("grafiek.groei_later", aantal=verloop.later, tot=verloop.tot)
        yield spreek("grafiek.bij", code=naam, zin=zin) if naam and zin else zin


def _paneel(spreek: Spreek, lijnen: Sequence[Lijn], regels: list[dict[str, Any]], hoogst: float) -> Any:
    # Above the line of 100% there is room for a number.
    alt = altair()
    dagen = [regel["dag"] for regel in regels]
    eerste, laatste = min(dagen), max(dagen)
    rand = 0 if laatste > eerste else 15
    x = alt.X(
        "dag:Q",
        title=None,
        scale=alt.Scale(domain=[eerste - rand, laatste + rand], nice=False, zero=False),
        axis=alt.Axis(
            values=sorted({eerste, laatste}), labelExpr=_DATUM[schermtaal_van(spreek)], grid=False, labelFlush=True,
            labelOverlap=False, domainColor=LIJN, tickColor=LIJN,
        ),
    )  # fmt: skip
    y_as = alt.Axis(values=[0, 0.5, 1], format=".0%", domain=False, ticks=False, gridColor="#e0e0e0")
    y = alt.Y("deel:Q", title=None, scale=alt.Scale(domain=[0, hoogst], nice=False), axis=y_as)
    namen = [lijn.naam for lijn in lijnen]
    wie = alt.Legend(title=None, orient="bottom", symbolType="stroke") if len(lijnen) > 1 else None
    kleur = alt.Color("naam:N", scale=alt.Scale(domain=namen, range=[*KLEUREN[: len(namen)]]), legend=wie)
    streep = alt.StrokeDash("naam:N", scale=alt.Scale(domain=namen, range=[[1, 0], [5, 3]][: len(namen)]), legend=wie)
    basis = alt.Chart().encode(x=x, y=y, color=kleur)
    tip = [alt.Tooltip("omschrijving:N", title=spreek("grafiek.stand"))]
    lagen = [
        basis.mark_line(strokeWidth=2, aria=False).encode(strokeDash=streep),
        basis.mark_point(filled=True, size=28, opacity=1, ariaRoleDescription=spreek("grafiek.punt")).encode(
            description=alt.Description("omschrijving:N"), tooltip=tip
        ),
        *(
            basis.mark_text(align="left", dx=6, dy=dy, fontSize=12, color=TEKST, aria=False)
            .encode(text=alt.Text("tekst:N"), color=alt.value(TEKST))
            .transform_filter(f"datum.plek === '{plek}'")
            for plek, dy in (("boven", -5), ("onder", 9))
        ),
    ]
    if len(lijnen) == 1 and lijnen[0].verloop.aantal is not None:
        vlak = alt.Chart().mark_area(opacity=0.25, color=KLEUREN[0], aria=False)
        lagen.insert(0, vlak.encode(x=x, y=alt.Y("laag:Q", title=None, axis=y_as), y2=alt.Y2("hoog:Q")))
    return alt.layer(*lagen, data=alt.InlineData(values=regels))
