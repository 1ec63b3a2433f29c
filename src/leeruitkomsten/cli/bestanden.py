"""The commands about files: check one, make one from a table, compare two, move codes along."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import weergave
from ..bestanden.raamwerkbestand import lees
from ..bestanden.uit_tabel import lees_in
from ..fouten import OngeldigRaamwerk
from ..migratie import migreer
from ..record import Reeks
from ..tabel import ZICHTBAAR, pagina
from ..vergelijking import vergelijk
from ..verpakt import laad
from ..vragen.controleer import Controles
from ..zinnen import citaat, kies_uit
from .bladen import HTML, SCHERMTAAL
from .leveren import Bestemming, lever_raamwerk, met_doel, niet_op_scherm, vorm_van
from .lezen import bestandsfout, lees_bytes, lees_codes, lees_raamwerk, zeg
from .nederlands import gegeven, vraagfout
from .nieuw_case import eis_datum, is_pakket, uit_pakket
from .opdrachten import leeruitkomsten
from .scherm import toon, toon_json, zet_op_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..schermtaal import Schermtaal

_VORMEN = ("scherm", "tekst", "markdown", "html")
_BLAD = click.option("--blad", metavar="BLAD", help="Lees alleen dit blad van een Excel-bestand; anders alle.")
_JSON = click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")


@leeruitkomsten.command("controleer", voorbeeld="leeruitkomsten controleer eigen.json")
@click.argument("bestand", metavar="BESTAND")
@click.option("--raamwerk", metavar="RAAMWERK", help="Controleer codes van een eigen raamwerk (JSON).")
@click.option("--hersteld", is_flag=True, help="Geef de codes terug, met elke andere schrijfwijze hersteld.")
@_BLAD
@_JSON
def controleer(bestand: str, raamwerk: str | None, *, hersteld: bool, blad: str | None, als_json: bool) -> int:
    """Controleer een eigen raamwerk of een lijst met codes.

    BESTAND is een raamwerk (JSON), of een lijst met codes: een tekst met één code per regel, of een tabel met een kolom criterium
    (CSV of Excel); - leest die van de standaardinvoer. Met --hersteld komt de lijst terug, en op de foutuitvoer wat er hersteld is
    en wat een mens moet bekijken. De uitgangscode is 1 als er iets niet klopt.
    """
    if bestand.casefold().endswith(".json"):
        if hersteld:
            raise vraagfout("--hersteld is voor een lijst met codes")
        return _controleer_raamwerk(bestand, als_json=als_json)
    kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
    oordelen = kader.controleer(lees_codes(bestand, kader, blad=blad, van_een=False))
    if hersteld:
        return _herstel(oordelen, als_json=als_json)
    mis = Reeks(oordeel for oordeel in oordelen if not oordeel.goed)
    if als_json:
        toon(oordelen, als_json=True)
    else:
        if mis:
            toon(mis, als_json=False)
        click.echo(f"codes: {len(oordelen)}, goed: {len(oordelen) - len(mis)}, fout: {len(mis)}")
    return 1 if mis else 0


def _herstel(oordelen: Controles, *, als_json: bool) -> int:
    """Print the codes with the safe repairs carried out; what was repaired and what was not goes to standard error."""
    herstel = oordelen.hersteld()
    mis = [oordeel for oordeel in oordelen if oordeel.soort not in ("goed", "schrijfwijze")]
    if als_json:
        toon_json(herstel.als_dict())
    else:
        # To the letter, which echo would not leave them; but no code steers a terminal.
        op_scherm = sys.stdout.isatty()
        zet_op_utf8()
        sys.stdout.writelines(f"{code.translate(ZICHTBAAR) if op_scherm else code}\n" for code in herstel)
    for zin in (*map(str, herstel.reparaties), *map(str, mis)):
        click.echo(zin.translate(ZICHTBAAR), err=True)
    click.echo(f"codes: {len(herstel)}, hersteld: {len(herstel.reparaties)}, fout: {len(mis)}", err=True)
    return 1 if mis else 0


def _controleer_raamwerk(bestand: str, *, als_json: bool) -> int:
    inhoud = lees_bytes(bestand)
    if inhoud.lstrip().startswith(b"["):
        raad = "zet codes onder elkaar in een tekst (.txt), of in een tabel met een kolom criterium"
        raise vraagfout(f"{citaat(bestand)} is een lijst in JSON, geen raamwerk; {raad}")
    try:
        kader = lees(inhoud)
    except OngeldigRaamwerk as fout:
        fouten = [bevinding._asdict() for bevinding in fout.bevindingen]
        if als_json:
            toon_json({"goed": False, "fouten": fouten, "meer": fout.meer})
        else:
            click.echo(f"{bestand}: {fout}")
        return 1
    if als_json:
        toon_json({"goed": True, "kenmerk": kader.kenmerk.als_dict(), "fouten": [], "meer": 0})
    else:
        click.echo(f"{kader}: goed")
    return 0


class _Sjabloon(click.Option):
    """The option that writes a table to fill in, and then all is done: nothing else need be given."""

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        bestand, rest = super().handle_parse_result(ctx, opts, args)
        if isinstance(bestand, str):  # else it was not given
            from ..uitwisseling.invulblad import invulblad, soort_van

            inhoud = invulblad(soort_van(bestand))
            doel = Bestemming(bestand, overschrijf=bool(opts.get("overschrijf")), als_json=bool(opts.get("als_json")))
            doel.lever(inhoud, ": een tabel om in te vullen", {})
            ctx.exit(0)
        return bestand, rest


@leeruitkomsten.command("nieuw", voorbeeld="leeruitkomsten nieuw tabel.csv -o eigen.json --datum 2026-11-24")
@click.argument("tabel", metavar="TABEL")
@click.option(
    "--sjabloon", metavar="BESTAND", cls=_Sjabloon, is_eager=True, expose_value=False,
    help="Schrijf een tabel om in te vullen (.xlsx of .csv), en doe verder niets.",
)  # fmt: skip
@_BLAD
@click.option(
    "--naam", metavar="TEKST", help="De naam van het raamwerk; anders die van de vorige versie, of van het bestand."
)
@click.option("--versie", metavar="TEKST", help="De versie van het raamwerk; anders 1.0.")
@click.option("--datum", metavar="DATUM", help="De datum van die versie (jjjj-mm-dd); een tabel zegt die niet.")
@click.option("--sleutel", metavar="SLEUTEL", help="Waaraan het te herkennen is: a-z, 0-9 en -; anders uit de naam.")
@click.option("--taal", metavar="TAAL", help="De taal van de teksten (BCP 47); anders nl.")
@click.option("--uitgever", metavar="TEKST", help="Wie het uitgeeft.")
@click.option("--licentie", metavar="TEKST", help="Onder welke licentie.")
@click.option("--niveaus", metavar="NAMEN", help="De niveaus op volgorde, zoals 'A1,A2,B1'; anders uit de tabel.")
@click.option(
    "--vorige", metavar="RAAMWERK", help="Maak de volgende versie van dit raamwerk (JSON); vraagt om --versie."
)
@click.option(
    "--opvolgers", metavar="CODES", multiple=True,
    help="Welke codes volgen op een code die vervalt: 'A2.1b=A2.1a,A2.1c'. Mag vaker.",
)  # fmt: skip
@click.option("--type", "typen", metavar="TYPE=SOORT", multiple=True, help="Wat een type van een pakket is; mag vaker.")
@met_doel("Schrijf het raamwerk naar dit bestand.", verplicht=True)
def nieuw(
    *,
    tabel: str,
    doel: Bestemming,
    typen: tuple[str, ...],
    blad: str | None,
    niveaus: str | None,
    vorige: str | None,
    opvolgers: tuple[str, ...],
    **kop: Any,
) -> int:
    """Maak een raamwerk van een tabel (CSV of Excel), of van een CASE-pakket (JSON).

    De tabel heeft een regel per criterium (kolommen leerlijn, niveau, rij en criterium) of is de matrix uit het document
    (kolommen leerlijn en rij, en een kolom voor elk niveau); - leest de tabel van de standaardinvoer. Wat er overgeslagen of
    ingevuld is, staat op de foutuitvoer en in het raamwerk. Met --vorige blijven codes wat ze waren, en is het antwoord wat er
    verandert. De uitgangscode is 1 als er in de tabel iets niet klopt.

    Van een pakket zegt --type wat elk type item is, zoals --type Competency=succescriterium: leerlijn, leeruitkomst, niveau,
    rij, succescriterium, evl of overslaan.
    """
    if is_pakket(tabel):
        if niveaus or vorige or opvolgers:
            raise vraagfout("--niveaus, --vorige en --opvolgers zijn voor een tabel")
        return uit_pakket(tabel, doel, typen, blad=blad, **kop)
    eis_datum(kop["datum"], typen)
    if vorige is not None and kop["versie"] is None:
        raise vraagfout("geef met --versie de nieuwe versie op, bijvoorbeeld --versie 1.1")
    if tabel == "-" and not kop["naam"] and vorige is None:
        raise vraagfout("geef met --naam een naam op; de standaardinvoer heeft er geen")
    oud = None if vorige is None else lees_raamwerk(vorige)
    kop["versie"] = kop["versie"] or "1.0"
    if oud is None:
        kop["naam"] = kop["naam"] or " ".join(unicodedata.normalize("NFC", Path(tabel).stem).split())
    einden = _opvolgers(opvolgers)
    try:
        bron = lees_bytes(tabel) if tabel == "-" else tabel
        kader, opmerkingen = lees_in(bron, kop, blad=blad, niveaus=_delen(niveaus or ""), vorige=oud, opvolgers=einden)
    except OngeldigRaamwerk as fout:
        click.echo(f"{tabel}: {fout}", err=True)
        return 1
    except OSError as fout:
        raise bestandsfout(tabel, fout) from fout
    zeg(tabel, opmerkingen)
    if oud is None:
        lever_raamwerk(doel, kader)
        return 0
    wijzigingen = vergelijk(oud, kader)
    lever_raamwerk(doel, kader, vergelijking=wijzigingen.als_dict())
    if not doel.zwijgt:
        toon(wijzigingen, als_json=False, leeg="Er zijn geen verschillen.")
    return 0


def _delen(tekst: str) -> list[str]:
    """Return the parts of an option that names several things: with semicolons between them, or else commas."""
    return [deel.strip() for deel in tekst.split(";" if ";" in tekst else ",") if deel.strip()]


def _opvolgers(regels: Iterable[str]) -> dict[str, list[str]]:
    """Return which codes follow each code that ended, from options such as `A2.1b=A2.1a,A2.1c`."""
    opvolgers: dict[str, list[str]] = {}
    for regel in regels:
        code, teken, volgers = regel.partition("=")
        if not teken or code.strip() in opvolgers:
            raise vraagfout(
                f"--opvolgers is een code, =, en wat erop volgt, elke code één keer; er staat {citaat(regel)}"
            )
        opvolgers[code.strip()] = _delen(volgers)
    return opvolgers


@leeruitkomsten.command("vergelijk", voorbeeld="leeruitkomsten vergelijk oud.json nieuw.json")
@click.argument("oud", metavar="OUD")
@click.argument("nieuw_", metavar="NIEUW")
@click.option("--vorm", metavar="VORM", default="scherm", help="scherm, tekst, markdown of html.")
@click.option("-o", "--uit", metavar="BESTAND", help="Schrijf een vel om af te drukken, zoals verschil.html.")
@click.option("--overschrijf", is_flag=True, help="Vervang het bestand ook als er iets anders in staat.")
@SCHERMTAAL
@_JSON
def vergelijk_(
    oud: str, nieuw_: str, *, vorm: str, uit: str | None, overschrijf: bool, schermtaal: Schermtaal, als_json: bool
) -> None:
    """Toon wat er verandert van het ene raamwerk naar het andere.

    OUD en NIEUW zijn bestanden (JSON), of een versie die in dit programma zit. Met -o wordt het een vel met de matrix van beide
    en elke wijziging; het eind van de naam van het BESTAND zegt wat het wordt: .html (open het en druk het af) of .docx (Word).
    """
    if uit is not None:
        if gegeven("vorm"):
            raise vraagfout(
                "--vorm is voor een antwoord zonder -o; van een bestand zegt het eind van de naam wat het wordt"
            )
        _lever_vel(Bestemming.van(uit, overschrijf, als_json), oud, nieuw_, schermtaal)
        return
    if los := gegeven("overschrijf", "schermtaal"):
        raise vraagfout(f"{' en '.join(los)} hoort bij -o")
    if als_json and gegeven("vorm"):
        raise vraagfout("kies --vorm of --json, niet allebei")
    if vorm not in _VORMEN:
        raise vraagfout(f"{citaat(vorm)} is geen vorm{kies_uit(vorm, [*_VORMEN])}")
    if vorm == "html":
        niet_op_scherm("HTML is niet", "stuur het door met | of >, bijvoorbeeld > verschillen.html")
    van, naar = lees_raamwerk(oud), lees_raamwerk(nieuw_)
    wijzigingen = vergelijk(van, naar)
    if als_json or vorm == "scherm":
        toon(wijzigingen, als_json=als_json, leeg="Er zijn geen verschillen.")
    elif vorm == "tekst":
        click.echo("\n".join(map(str, wijzigingen)))
    elif vorm == "markdown":
        click.echo(wijzigingen._tabel().markdown())
    else:
        click.echo(pagina(f"Van {van} naar {naar}", [wijzigingen._tabel()]), nl=False)


def _lever_vel(doel: Bestemming, oud: str, nieuw: str, schermtaal: Schermtaal) -> None:
    """Write the sheet of what changed: HTML or Word, as the name of the file says."""
    if doel.uit is None:
        niet_op_scherm("HTML is niet", "geef met -o een bestand op, bijvoorbeeld -o verschil.html")
    vorm = HTML if doel.uit is None else vorm_van(doel.uit, (HTML, ".docx"))
    maak = weergave.vergelijking if vorm == HTML else weergave.vergelijking_docx
    blad = maak(lees_raamwerk(oud), lees_raamwerk(nieuw), schermtaal=schermtaal)
    inhoud = blad if isinstance(blad, bytes) else blad.encode()
    doel.lever(inhoud, " is geschreven", {"bytes": len(inhoud)})


@leeruitkomsten.command("migreer", voorbeeld="leeruitkomsten migreer codes.txt oud.json nieuw.json")
@click.argument("bestand", metavar="CODES")
@click.argument("oud", metavar="OUD")
@click.argument("nieuw_", metavar="NIEUW")
@_BLAD
@_JSON
def migreer_(bestand: str, oud: str, nieuw_: str, *, blad: str | None, als_json: bool) -> None:
    """Zet codes van het ene raamwerk over naar het andere.

    CODES is een tekst met één code per regel, een tabel met een kolom criterium (CSV of Excel), of een portfolio (JSON). Wat een
    mens moet bekijken staat er met de kandidaten bij.
    """
    van = lees_raamwerk(oud)
    toon(migreer(lees_codes(bestand, van, blad=blad), van, lees_raamwerk(nieuw_)), als_json=als_json)
