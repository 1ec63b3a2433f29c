"""The command that draws a chart of a file: what has been shown, by one or by many, over time, and what a curriculum covers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import click

from .. import cohort, grafiek
from ..bestanden.portfolio import lees_portfolio
from ..cohort.in_bestand import soort_bestand
from ..datums import DATUMVORMEN
from ..fouten import Fout, GeenKolom, OngeldigBewijs, OngeldigPortfolio
from ..periodes import STAPPEN
from ..verpakt import laad
from ..zinnen import citaat
from .bewijs import lees_bewijs, reken, van_student
from .bladen import SCHERMTAAL
from .leveren import met_doel
from .lezen import lees_bytes, lees_codes, lees_raamwerk
from .nederlands import niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .tellen import aangetoond_door, geen_tabel, omgang, tel_bewijs, zeg_wat_niet_telt, zeg_weggelaten

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair

    from ..raamwerk import Raamwerk
    from .leveren import Bestemming

    _Getekend: TypeAlias = tuple[altair.TopLevelMixin, bool]
    """A chart, and whether all that the file says could be counted."""

_EINDES = (".svg", ".png", ".html")


@leeruitkomsten.command("grafiek", voorbeeld="leeruitkomsten grafiek cohort bewijs.csv -o cohort.png")
@click.argument("soort", metavar="SOORT")
@click.argument("bestand", metavar="[BESTAND]", required=False)
@click.option("--titel", metavar="TEKST", help="Een eigen titel; wat er geteld is blijft eronder staan.")
@click.option("--ondertitel", metavar="TEKST", help="Een eigen regel onder de titel.")
@click.option("--student", metavar="STUDENT", help="student: wie, als BESTAND een tabel van een groep is.")
@click.option("--niveau", metavar="NIVEAU", help="student, groei: tel alleen dit niveau (2 of EvL2).")
@click.option("--studenten", metavar="LIJST", help="cohort, groei: een tabel met wie er meetelt, ook zonder bewijs.")
@click.option(
    "--eenheid", metavar="EENHEID", help="groei: een vak per evl (zo is het zonder), leeruitkomst, leerlijn of rij."
)
@click.option("--stap", metavar="STAP", help=f"groei: per {', '.join(STAPPEN)} (anders: maand).")
@click.option("--tot", metavar="DATUM", help="groei: de laatste dag die meetelt, zoals 2026-11-24.")
@click.option("--code", metavar="CODE", help="opbouw: alleen de rij van deze code.")
@click.option("--per", metavar="KOLOM", help="Hoe de kolom met de student heet (anders: student).")
@click.option("--criterium", metavar="KOLOM", help="Hoe de kolom met codes heet (anders: criterium).")
@click.option("--datum", metavar="KOLOM", help="groei: hoe de kolom met de dag heet (anders: datum).")
@click.option("--datumvorm", metavar="VORM", help=f"groei: hoe tekst een dag noemt: {' of '.join(DATUMVORMEN)}.")
@click.option("--module", metavar="KOLOM", help="dekking: hoe de kolom met de module heet (anders: module).")
@click.option("--volgorde", metavar="KOLOM", help="dekking: de kolom met de volgorde van de modules.")
@click.option("--onbekend", metavar="KEUZE", callback=omgang, default="fout", help="cohort, groei: fout of apart.")
@click.option("--blad", metavar="BLAD", help="Lees alleen dit blad van een Excel-bestand.")
@click.option("--raamwerk", metavar="RAAMWERK", help="Neem een eigen raamwerk (JSON).")
@SCHERMTAAL
@met_doel("Schrijf naar dit bestand: .png, .svg of .html.", verplicht=True)
def teken_grafiek(
    *, soort: str, bestand: str | None, doel: Bestemming, raamwerk: str | None, titel: str | None, ondertitel: str | None,
    schermtaal: Any, **opties: Any,
) -> int:  # fmt: skip
    """Teken een grafiek van een bestand.

    SOORT zegt waarvan, en welk BESTAND erbij hoort: student (een portfolio, een tekst met codes, of een tabel met --student),
    cohort (een tabel met een regel per bewijs), groei (een portfolio, of een tabel waarin ook de datum staat), dekking (een tabel
    met een regel per module en code), aantallen en opbouw (geen bestand: ze gaan over het raamwerk). De uitgangscode is 1 als er in
    het bestand iets niet klopt.
    """
    maak, neemt = _kies(soort)
    gegeven = {naam: waarde for naam, waarde in opties.items() if waarde is not None}
    _eis_passend(soort, gegeven, neemt, bestand)
    if doel.uit is None or Path(doel.uit).suffix.casefold() not in _EINDES:
        raise vraagfout("geef met -o een bestand op dat eindigt op .png, .svg of .html")
    kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
    stijl = {"titel": titel, "ondertitel": ondertitel, "schermtaal": schermtaal}
    try:
        getekend, klopt = maak(kader, bestand, stijl, gegeven)
        inhoud = grafiek.inhoud(getekend, Path(doel.uit).suffix)
    except (OngeldigBewijs, OngeldigPortfolio) as fout:
        click.echo(f"{citaat(bestand)}: {fout}", err=True)
        return 1
    except GeenKolom:  # says of which file it is
        raise
    except Fout as fout:
        raise vraagfout(str(fout) if bestand is None else f"{citaat(bestand)}: {fout}") from fout
    doel.lever(inhoud, " is geschreven", {"soort": soort, "bytes": len(inhoud)})
    return 0 if klopt else 1


def _kies(soort: str) -> tuple[Callable[..., Any], tuple[str, ...]]:
    if soort not in _SOORTEN:
        raise vraagfout(f"de grafiek {citaat(soort)} is er niet; kies uit: {', '.join(_SOORTEN)}")
    return _SOORTEN[soort]


def _eis_passend(soort: str, gegeven: dict[str, Any], neemt: tuple[str, ...], bestand: str | None) -> None:
    """Refuse options that a sort does not have: one that does nothing would hide a mistake."""
    vreemd = [f"--{naam}" for naam in gegeven if naam not in neemt and (naam, gegeven[naam]) != ("onbekend", "fout")]
    if vreemd:
        raise vraagfout(f"{soort} heeft geen {', '.join(vreemd)}")
    if soort in _ZONDER_BESTAND and bestand is not None:
        raise vraagfout(f"{soort} gaat over het raamwerk; laat {citaat(bestand)} weg, of geef het met --raamwerk")
    if soort not in _ZONDER_BESTAND and bestand is None:
        raise vraagfout(f"van welk bestand? Geef het achter {soort}")


def _student(kader: Raamwerk, bestand: str, stijl: dict[str, Any], gegeven: dict[str, Any]) -> _Getekend:
    niveau = niveau_of_code(kader, gegeven["niveau"]) if "niveau" in gegeven else None
    if not soort_bestand(bestand):
        geen_tabel(bestand, "student", *_TABEL)
        codes: list[Any] = lees_codes(bestand, kader)
    else:
        student, vraag = gegeven.get("student"), _vraag(gegeven)
        if student is None:
            raise vraagfout(f"{citaat(bestand)} is een tabel; geef met --student van wie, of vraag de grafiek cohort")
        tabel, _ = lees_bewijs(bestand, vraag["per"], vraag["criterium"], blad=gegeven.get("blad"))
        telling = tel_bewijs(kader, bestand, van_student(tabel, vraag["per"], student), vraag, None)
        aangetoond = aangetoond_door(kader, telling)
        if aangetoond is None:
            raise vraagfout(f"{citaat(bestand)} heeft geen {vraag['per']} {citaat(student)}")
        codes = aangetoond
    return grafiek.heatmap(kader, kader.voortgang(codes, niveau), **stijl), True


def _cohort(kader: Raamwerk, bestand: str, stijl: dict[str, Any], gegeven: dict[str, Any]) -> _Getekend:
    vraag = _vraag(gegeven)
    tabel, _ = lees_bewijs(bestand, vraag["per"], vraag["criterium"], blad=gegeven.get("blad"))
    telling = tel_bewijs(kader, bestand, tabel, vraag, _lijst(gegeven))
    zeg_weggelaten(citaat(bestand), telling.weggelaten)
    return grafiek.heatmap(kader, telling, **stijl), True


def _groei(kader: Raamwerk, bestand: str, stijl: dict[str, Any], gegeven: dict[str, Any]) -> _Getekend:
    stap, tot = gegeven.get("stap", "maand"), gegeven.get("tot")
    if bestand.casefold().endswith(".json"):
        geen_tabel(bestand, *_TABEL, "datum", "datumvorm", "eenheid", "studenten", "onbekend")
        niveau = niveau_of_code(kader, gegeven["niveau"]) if "niveau" in gegeven else None
        verloop = kader.groei(lees_portfolio(lees_bytes(bestand), kader), stap=stap, niveau=niveau, tot=tot)
        return grafiek.groei(kader, verloop, **stijl), True
    if "niveau" in gegeven:
        raise vraagfout("--niveau hoort bij een portfolio; een tabel telt per --eenheid")
    datum, vorm = gegeven.get("datum", "datum"), gegeven.get("datumvorm", DATUMVORMEN[0])
    vraag: dict[str, Any] = {**_vraag(gegeven), "studenten": _lijst(gegeven), "raamwerk": kader}
    vraag |= {"datum": datum, "datumvorm": vorm, "tot": tot}
    tabel, _ = lees_bewijs(bestand, vraag["per"], vraag["criterium"], datum, blad=gegeven.get("blad"), datums=[datum])
    eenheid = gegeven.get("eenheid", "evl")

    def tel() -> Any:
        return cast("Any", cohort).tel(tabel, **vraag)

    def groei() -> Any:
        return cast("Any", cohort).groei(tabel, **vraag, stap=stap, eenheid=eenheid)

    if tot is not None or vraag["onbekend"] == "apart":
        zeg_weggelaten(citaat(bestand), reken(bestand, tabel, tel).weggelaten)
    return grafiek.groei(kader, reken(bestand, tabel, groei), per=vraag["per"], **stijl), True


def _dekking(kader: Raamwerk, bestand: str, stijl: dict[str, Any], gegeven: dict[str, Any]) -> _Getekend:
    kolommen = {naam: gegeven.get(naam, naam) for naam in ("module", "criterium")}
    if "volgorde" in gegeven:
        kolommen["volgorde"] = gegeven["volgorde"]
    tabel, _ = lees_bewijs(bestand, *kolommen.values(), blad=gegeven.get("blad"))
    plan = reken(bestand, tabel, lambda: kader.dekking(tabel, **kolommen))
    zeg_wat_niet_telt(plan)
    return grafiek.dekking(kader, plan, **stijl), not plan.onbekend


def _aantallen(kader: Raamwerk, _: str, stijl: dict[str, Any], __: dict[str, Any]) -> _Getekend:
    return grafiek.aantallen(kader, **stijl), True


def _opbouw(kader: Raamwerk, _: str, stijl: dict[str, Any], gegeven: dict[str, Any]) -> _Getekend:
    return grafiek.opbouw(kader, gegeven.get("code"), **stijl), True


def _vraag(gegeven: dict[str, Any]) -> dict[str, Any]:
    """Return what a count is asked: of whom, and in which columns."""
    return {
        "per": gegeven.get("per", "student"),
        "criterium": gegeven.get("criterium", "criterium"),
        "onbekend": gegeven["onbekend"],
    }


def _lijst(gegeven: dict[str, Any]) -> Any:
    """Return the list of students, if there is one."""
    return lees_bewijs(gegeven["studenten"], _vraag(gegeven)["per"])[0] if "studenten" in gegeven else None


_TABEL = ("per", "criterium", "blad")
_ZONDER_BESTAND = ("aantallen", "opbouw")
_SOORTEN: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "student": (_student, (*_TABEL, "student", "niveau")),
    "cohort": (_cohort, (*_TABEL, "studenten", "onbekend")),
    "groei": (
        _groei,
        (*_TABEL, "niveau", "studenten", "eenheid", "stap", "tot", "datum", "datumvorm", "onbekend"),
    ),
    "dekking": (_dekking, ("module", "criterium", "volgorde", "blad")),
    "aantallen": (_aantallen, ()),
    "opbouw": (_opbouw, ("code",)),
}
"""Per sort of chart what makes it, and which options it has."""
