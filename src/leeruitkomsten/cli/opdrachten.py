"""The commands. Each puts one question to the packaged framework; with `--json` a program gets the answer."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..fouten import citaat
from ..record import Reeks
from ..verpakt import VERSIE, laad
from ..versie import __version__
from .nederlands import Groep, getal
from .scherm import toon as toon_resultaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..record import Record


@click.group(cls=Groep)
@click.version_option(
    __version__,
    "--versie",
    message=f"leeruitkomsten {__version__}, raamwerk {VERSIE}",
    help="Toon de versie van het programma en van het raamwerk.",
)
def leeruitkomsten() -> None:
    """Zoek en vergelijk in de leeruitkomsten van het werkplekleren."""


def toont(vraag: Callable[..., Record | Reeks[Any]]) -> Callable[..., None]:
    """Print what a command returns: as a table, or as JSON when that is asked."""

    @click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
    @functools.wraps(vraag)
    def opdracht(*, als_json: bool, **argumenten: object) -> None:
        toon_resultaat(vraag(**argumenten), als_json=als_json)

    return opdracht


@leeruitkomsten.command(voorbeeld="leeruitkomsten toon WP2.4a")
@click.argument("code", metavar="CODE")
@toont
def toon(code: str) -> Record | Reeks[Any]:
    """Toon wat er bij een code staat."""
    return laad()[code]  # type: ignore[no-any-return]


@leeruitkomsten.command(voorbeeld='leeruitkomsten zoek "gerichte feedback" --niveau 3 --niveau 4')
@click.argument("woorden", metavar="TEKST", nargs=-1, required=True)
@click.option("--leerlijn", metavar="CODE", multiple=True, help="Zoek alleen in deze leerlijn; mag vaker.")
@click.option("--niveau", metavar="GETAL", multiple=True, callback=getal, help="Zoek alleen op dit niveau; mag vaker.")
@toont
def zoek(woorden: tuple[str, ...], leerlijn: tuple[str, ...], niveau: tuple[int, ...]) -> Reeks[Any]:
    """Zoek teksten waarin alle woorden staan."""
    return laad().zoek(" ".join(woorden), leerlijn=leerlijn or None, niveau=niveau or None)


@leeruitkomsten.command(voorbeeld="leeruitkomsten verdieping WP2 WP3")
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@toont
def verdieping(van: str, naar: str) -> Reeks[Any]:
    """Toon wat er verdiept naar een hogere leeruitkomst.

    VAN en NAAR zijn twee leeruitkomsten van één leerlijn, of twee niveaus: dan gaat het over alle leerlijnen."""
    try:
        return laad().verdieping(*(int(kant) if kant.isdecimal() else kant for kant in (van, naar)))
    except ValueError as fout:
        raise click.UsageError(str(fout), click.get_current_context()) from fout


@leeruitkomsten.command(voorbeeld="leeruitkomsten opbouw WP3.4b")
@click.argument("code", metavar="CODE")
@toont
def opbouw(code: str) -> Record:
    """Volg een rij door alle niveaus.

    CODE is die van een criterium, een cel of een rij."""
    return laad().opbouw(code)


@leeruitkomsten.command(voorbeeld="leeruitkomsten verschil WP2.6a WP3.6a")
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@toont
def verschil(van: str, naar: str) -> Record:
    """Toon in woorden wat er tussen twee teksten verandert."""
    return laad().verschil(van, naar)


@leeruitkomsten.command(voorbeeld="leeruitkomsten evl 2")
@click.argument("niveau", metavar="NIVEAU", callback=getal)
@toont
def evl(niveau: int) -> Record:
    """Toon de Eenheid van Leeruitkomsten van een niveau."""
    return laad().evl(niveau)


@leeruitkomsten.command(voorbeeld="leeruitkomsten controleer codes.txt")
@click.argument("bestand", metavar="BESTAND")
@click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
def controleer(bestand: str, als_json: bool) -> int:
    """Controleer een bestand met codes.

    BESTAND heeft één code per regel; - leest de standaardinvoer. De uitgangscode is 1 als er een code niet klopt.
    """
    regels = [regel for regel in _lees(bestand).splitlines() if regel.strip()]
    bevindingen = laad().controleer(regels)
    mis = Reeks(bevinding for bevinding in bevindingen if not bevinding.goed)
    if als_json:
        toon_resultaat(bevindingen, als_json=True)
    else:
        if mis:
            toon_resultaat(mis, als_json=False)
        click.echo(f"{len(bevindingen) - len(mis)} van {len(bevindingen)} codes goed")
    return 1 if mis else 0


def _lees(bestand: str) -> str:
    try:
        inhoud = sys.stdin.buffer.read() if bestand == "-" else Path(bestand).read_bytes()
        return inhoud.decode("utf-8-sig")
    except OSError as fout:
        reden = "bestaat niet" if isinstance(fout, FileNotFoundError) else "is niet te lezen"
        raise click.UsageError(f"{citaat(bestand)} {reden}", click.get_current_context()) from fout
    except UnicodeDecodeError as fout:
        raise click.UsageError(f"{citaat(bestand)} is geen UTF-8-tekst", click.get_current_context()) from fout
