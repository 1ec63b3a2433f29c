"""The commands that make something to look at: the matrix, the form and the overview on paper, and the page to explore."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from .. import weergave
from ..schermtaal import SCHERMTALEN
from ..verpakt import laad
from .invullen import leest_ook
from .leveren import met_doel, niet_op_scherm, vorm_van
from .lezen import lees_getoond, lees_portfoliobestand, lees_raamwerk
from .nederlands import niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..bewijs import Portfolio
    from ..raamwerk import Raamwerk
    from ..schermtaal import Schermtaal
    from ..vragen.voortgang import Voortgang
    from .leveren import Bestemming

HTML = ".html"


def maakt(voorbeeld: str, *vormen: str) -> Callable[[Callable[..., str | bytes]], Callable[..., None]]:
    """Give a command that makes a document the options that each has, and write what it makes.

    `vormen` are the endings of a file that it can make beside HTML, which is also what standard output gets.
    """

    def met_opties(opdracht: Callable[..., str | bytes]) -> Callable[..., None]:
        @click.option("--voortgang", metavar="BEWIJS", help="Teken in wat er is aangetoond: een portfolio of codes.")
        @click.option("--raamwerk", metavar="RAAMWERK", help="Neem een eigen raamwerk (JSON).")
        @met_doel(f"Schrijf naar dit bestand, zoals {voorbeeld}.")
        @functools.wraps(opdracht)
        def schrijf(
            *, doel: Bestemming, voortgang: str | None, raamwerk: str | None, geteld: str | None = None,
            **argumenten: Any,
        ) -> None:  # fmt: skip
            if doel.uit is None:
                raad = f"geef met -o een bestand op, bijvoorbeeld -o {voorbeeld}, of stuur het door met | of >"
                niet_op_scherm("HTML is niet", raad)
            vorm = HTML if doel.uit is None else vorm_van(doel.uit, (HTML, *vormen))
            kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
            if voortgang is None and geteld is not None:
                raise vraagfout("--niveau hoort bij --voortgang: het zegt van welk niveau er geteld wordt")
            getoond = None if voortgang is None else _getoond(kader, voortgang, geteld)
            blad = opdracht(kader, vorm, getoond, **argumenten)
            inhoud = blad if isinstance(blad, bytes) else blad.encode()
            doel.lever(inhoud, " is geschreven", {"bytes": len(inhoud)})

        return schrijf

    return met_opties


GETELD = click.option(
    "--niveau",
    "geteld",
    metavar="NIVEAU",
    help="Tel van --voortgang alleen dit niveau (2, EvL2 of zijn naam); anders alle.",
)


SCHERMTAAL = click.option(
    "--schermtaal",
    metavar="TAAL",
    default=SCHERMTALEN[0],
    help="De taal van wat er om de teksten heen staat: nl of en. De teksten zelf blijven zoals ze zijn.",
)


PORTFOLIO = click.option(
    "--portfolio",
    metavar="BESTAND",
    help="Zet student, datum, bewijs en notities van dit portfolio (JSON) op het blad.",
)


@leeruitkomsten.command("matrix", voorbeeld="leeruitkomsten matrix WP -o matrix-WP.html")
@click.argument("leerlijn", metavar="[LEERLIJN]", required=False)
@PORTFOLIO
@GETELD
@SCHERMTAAL
@maakt("matrix-WP.html", ".docx", ".md")
def matrix(
    kader: Raamwerk,
    vorm: str,
    getoond: Voortgang | None,
    *,
    leerlijn: str | None,
    portfolio: str | None,
    schermtaal: Schermtaal,
) -> str | bytes:
    """Maak de matrix van een leerlijn, om af te drukken.

    Een liggend vel A3 per leerlijn; zonder LEERLIJN een vel voor elke. Het eind van de naam van het BESTAND zegt wat het
    wordt: .html (open het en druk het af), .docx (Word) of .md (Markdown).
    """
    van_student = _van_student(kader, portfolio, getoond)
    if vorm == ".md":
        if getoond is not None or van_student is not None:
            wat = "--voortgang" if van_student is None else "--portfolio"
            raise vraagfout(f"{wat} kan bij de matrix niet in een bestand dat op .md eindigt; kies .html of .docx")
        return weergave.matrix_markdown(kader, leerlijn, schermtaal=schermtaal)
    maak = weergave.matrix if vorm == HTML else weergave.matrix_docx
    return maak(kader, leerlijn, getoond, portfolio=van_student, schermtaal=schermtaal)


@leeruitkomsten.command("formulier", voorbeeld="leeruitkomsten formulier 2 -o formulier-EvL2.docx")
@click.argument("niveau", metavar="[NIVEAU]", required=False)
@click.option(
    "--rol",
    "rollen",
    metavar="ROL",
    multiple=True,
    help="Wie er begeleidt, zoals Schoolopleider, op een regel om in te vullen en te ondertekenen; mag vaker.",
)
@PORTFOLIO
@SCHERMTAAL
@leest_ook
@maakt("formulier-EvL2.html", ".docx")
def formulier(
    kader: Raamwerk,
    vorm: str,
    getoond: Voortgang | None,
    *,
    niveau: str,
    rollen: tuple[str, ...],
    portfolio: str | None,
    schermtaal: Schermtaal,
) -> str | bytes:
    """Maak het formulier van een Eenheid van Leeruitkomsten, of lees een ingevuld.

    NIVEAU is een getal, een code als EvL2 of de naam van het niveau. Het eind van de naam van het BESTAND zegt wat het wordt:
    .html (open het en druk het af) of .docx (vul het in met Word).

    Met --lees ingevuld.docx -o sanne.json wordt wat er in Word getypt is een portfolio; met --portfolio komt het bij wat er al
    was. Wat er geen plaats in heeft staat op de foutuitvoer. De uitgangscode is 1 als iemand daarnaar moet kijken.
    """
    evl = niveau_of_code(kader, niveau)
    maak = weergave.formulier if vorm == HTML else weergave.formulier_docx
    van_student = _van_student(kader, portfolio, getoond)
    return maak(kader, evl, getoond, portfolio=van_student, rollen=rollen or None, schermtaal=schermtaal)


@leeruitkomsten.command("overzicht", voorbeeld="leeruitkomsten overzicht EvL2 -o overzicht-EvL2.html")
@click.argument("niveau", metavar="NIVEAU")
@PORTFOLIO
@SCHERMTAAL
@maakt("overzicht-EvL2.html")
def overzicht(
    kader: Raamwerk, _: str, getoond: Voortgang | None, *, niveau: str, portfolio: str | None, schermtaal: Schermtaal
) -> str:
    """Maak een overzicht van een Eenheid van Leeruitkomsten op één A4.

    Voor wie begeleidt en vijf minuten heeft: wat een EvL is, de leeruitkomsten en hun criteria. NIVEAU is een getal, een code als
    EvL2 of de naam van het niveau.
    """
    van_student = _van_student(kader, portfolio, getoond)
    return weergave.overzicht(
        kader, niveau_of_code(kader, niveau), getoond, portfolio=van_student, schermtaal=schermtaal
    )


@leeruitkomsten.command("pagina", voorbeeld="leeruitkomsten pagina -o leeruitkomsten.html")
@click.option(
    "--portfolio",
    "portfolios",
    metavar="BESTAND",
    multiple=True,
    help="Open de pagina met dit portfolio (JSON): bewijs, notities en groei; twee keer: wat er sinds het eerste veranderde.",
)
@click.option(
    "--vorige", metavar="RAAMWERK", help="Zet erbij wat er anders is dan in dit raamwerk: de vorige versie (JSON)."
)
@GETELD
@SCHERMTAAL
@maakt("leeruitkomsten.html")
def pagina(
    kader: Raamwerk,
    _: str,
    getoond: Voortgang | None,
    *,
    portfolios: tuple[str, ...],
    vorige: str | None,
    schermtaal: Schermtaal,
) -> str:
    """Maak een pagina om het raamwerk te bekijken.

    Eén bestand om te openen, te mailen of op een website te zetten: zoeken, een rij volgen, afdrukken, zonder internet.
    """
    if portfolios and getoond is not None:
        raise vraagfout("geef --portfolio of --voortgang, niet beide: van een portfolio telt de pagina zelf")
    van_student = [lees_portfoliobestand(bestand, kader) for bestand in portfolios] or None
    oud = None if vorige is None else lees_raamwerk(vorige)
    return weergave.pagina(kader, getoond, portfolio=van_student, vorige=oud, schermtaal=schermtaal)


def _getoond(kader: Raamwerk, bestand: str, geteld: str | None) -> Voortgang:
    """Return the voortgang by a portfolio (JSON), or by a list of codes."""
    niveau = None if geteld is None else kader.evl(niveau_of_code(kader, geteld)).niveau.nummer
    return lees_getoond(kader, bestand, niveau)[1]


def _van_student(kader: Raamwerk, bestand: str | None, getoond: Voortgang | None) -> Portfolio | None:
    """Return the portfolio for a sheet, which then says itself what was shown."""
    if bestand is None:
        return None
    if getoond is not None:
        raise vraagfout("geef --portfolio of --voortgang, niet beide: een portfolio zegt zelf wat er is aangetoond")
    return lees_portfoliobestand(bestand, kader)
