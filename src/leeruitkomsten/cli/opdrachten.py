"""The questions as commands. Each puts one question to the packaged framework, or to one of one's own."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from ..verpakt import NIEUWSTE, laad
from ..versie import __version__
from .lezen import lees_raamwerk
from .nederlands import Groep, niveau_of_code
from .scherm import toon as toon_resultaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..raamwerk import Raamwerk
    from ..record import Record, Reeks


@click.group(cls=Groep)
@click.version_option(
    __version__,
    "--versie",
    "--version",
    message=f"leeruitkomsten {__version__}, raamwerk {NIEUWSTE}",
    help="Toon de versie van het programma en van het raamwerk.",
)
def leeruitkomsten() -> None:
    """Zoek en vergelijk in de leeruitkomsten van het werkplekleren."""


def toont(vraag: Callable[..., Record | Reeks[Any]]) -> Callable[..., None]:
    """Put a question to a framework, and print the answer: as a table, or as JSON when that is asked."""

    @click.option("--raamwerk", metavar="BESTAND", help="Vraag het aan een eigen raamwerk (JSON).")
    @click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
    @functools.wraps(vraag)
    def opdracht(*, raamwerk: str | None, als_json: bool, **argumenten: object) -> None:
        kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
        toon_resultaat(vraag(kader, **argumenten), als_json=als_json)

    return opdracht


@leeruitkomsten.command(voorbeeld="leeruitkomsten toon WP2.4a")
@click.argument("code", metavar="CODE")
@toont
def toon(kader: Raamwerk, code: str) -> Record | Reeks[Any]:
    """Toon wat er bij een code staat."""
    return kader[code]


@leeruitkomsten.command(voorbeeld='leeruitkomsten zoek "gerichte feedback" --niveau 3 --niveau 4')
@click.argument("woorden", metavar="TEKST", nargs=-1, required=True)
@click.option("--leerlijn", metavar="CODE", multiple=True, help="Zoek alleen in deze leerlijn; mag vaker.")
@click.option(
    "--niveau", metavar="NIVEAU", multiple=True, help="Zoek alleen op dit niveau (nummer of naam); mag vaker."
)
@toont
def zoek(kader: Raamwerk, woorden: tuple[str, ...], leerlijn: tuple[str, ...], niveau: tuple[str, ...]) -> Reeks[Any]:
    """Zoek teksten waarin alle woorden staan.

    TEKST is een of meer woorden; wat tussen aanhalingstekens staat wordt als geheel gezocht.
    """
    tekst = " ".join(f'"{woord}"' if " " in woord and '"' not in woord else woord for woord in woorden)
    niveaus: list[Any] = [niveau_of_code(kader, een) for een in niveau]
    return kader.zoek(tekst, leerlijn=leerlijn or None, niveau=niveaus or None)


@leeruitkomsten.command(voorbeeld="leeruitkomsten verdieping WP2 WP3")
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@toont
def verdieping(kader: Raamwerk, van: str, naar: str) -> Reeks[Any]:
    """Toon wat er verdiept naar een hogere leeruitkomst.

    VAN en NAAR zijn twee leeruitkomsten van één leerlijn, of twee niveaus (nummer of naam): dan gaat het over alle leerlijnen."""
    return kader.verdieping(niveau_of_code(kader, van), niveau_of_code(kader, naar))


@leeruitkomsten.command(voorbeeld="leeruitkomsten opbouw WP3.4b")
@click.argument("code", metavar="CODE")
@toont
def opbouw(kader: Raamwerk, code: str) -> Record:
    """Volg een rij door alle niveaus.

    CODE is die van een criterium, een cel of een rij."""
    return kader.opbouw(code)


@leeruitkomsten.command(voorbeeld="leeruitkomsten verschil WP2.6a WP3.6a")
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@toont
def verschil(kader: Raamwerk, van: str, naar: str) -> Record:
    """Toon woord voor woord wat er tussen twee teksten verandert."""
    return kader.verschil(van, naar)


@leeruitkomsten.command(voorbeeld="leeruitkomsten evl 2")
@click.argument("niveau", metavar="NIVEAU")
@toont
def evl(kader: Raamwerk, niveau: str) -> Record:
    """Toon de Eenheid van Leeruitkomsten van een niveau."""
    return kader.evl(niveau_of_code(kader, niveau))
