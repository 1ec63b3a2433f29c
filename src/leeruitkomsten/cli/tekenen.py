"""The command that draws a chart of a file: what has been shown, by one or by many, over time, and what a curriculum covers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import click

from .. import cohort, grafiek
from ..cohort.in_bestand import soort_bestand
from ..fouten import Fout, GeenKolom
from ..periodes import STAPPEN
from ..verpakt import laad
from ..zinnen import citaat
from .bewijs import van_student
from .bladen import SCHERMTAAL
from .dekken import MODULE, VOLGORDE, Plankolommen, zeg_wat_niet_telt
from .leveren import met_doel
from .lezen import lees_getoond, lees_portfoliobestand, lees_raamwerk
from .nederlands import gegeven, getal_of_code, niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .tellen import aangetoond_door, reken_bewijs, tel_bewijs, zeg_weggelaten
from .wie import BLAD, CRITERIUM, NIVEAU, VAN_TABEL, Wie, geen_tabel, met_wie

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair

    from ..raamwerk import Raamwerk
    from .leveren import Bestemming

    _Getekend: TypeAlias = tuple[altair.TopLevelMixin, bool]
    """A chart, and whether all that the file says could be counted."""

_EINDES = (".svg", ".png", ".html")
_TWEE = 2


class _Vraag(NamedTuple):
    """What a chart is asked for: of which file, of whom, in which words, and the options of its sort."""

    kader: Raamwerk
    bestand: str
    wie: Wie
    stijl: dict[str, Any]
    opties: dict[str, Any]

    @property
    def deel(self) -> Any:
        """Which part of a chart that does not fit on one sheet."""
        deel = self.opties["deel"]
        return None if deel is None else getal_of_code(deel)

    @property
    def niveau(self) -> int | None:
        """The niveau that is counted; `None` for all."""
        niveau = self.opties["niveau"]
        return None if niveau is None else self.kader.evl(niveau_of_code(self.kader, niveau)).niveau.nummer

    def per_moment(self, stand: Callable[[str | None], Any]) -> Any:
        """Return what had been shown by the day that is asked for; of two days both, beside each other."""
        momenten = self.wie.momenten
        if len(momenten) < _TWEE:
            return stand(self.wie.tot)
        if len(momenten) > _TWEE or momenten[0] == momenten[1]:
            raise vraagfout("--tot noemt één dag, of twee verschillende om naast elkaar te zetten")
        return {dag: stand(dag) for dag in momenten}


@leeruitkomsten.command("grafiek", voorbeeld="leeruitkomsten grafiek cohort bewijs.csv -o cohort.png")
@click.argument("soort", metavar="SOORT")
@click.argument("bestand", metavar="[BESTAND]", required=False)
@click.option("--titel", metavar="TEKST", help="Een eigen titel; wat er geteld is blijft eronder staan.")
@click.option("--ondertitel", metavar="TEKST", help="Een eigen regel onder de titel.")
@click.option("--student", metavar="STUDENT", help="student: wie, als BESTAND een tabel van een groep is.")
@NIVEAU
@CRITERIUM
@met_wie
@click.option(
    "--naast",
    metavar="GROEP",
    multiple=True,
    help="Welke twee groepen naast elkaar staan, als --groep er meer heeft; twee keer.",
)
@click.option(
    "--eenheid",
    metavar="EENHEID",
    default="evl",
    help="groei: een vak per evl (zo is het zonder), leeruitkomst, leerlijn of rij.",
)
@click.option("--stap", metavar="STAP", default="maand", help=f"groei: per {', '.join(STAPPEN)} (anders: maand).")
@click.option(
    "--deel",
    metavar="NUMMER",
    help="student, cohort, dekking, opbouw: welk deel, van wat niet op één blad past.",
)
@click.option("--code", metavar="CODE", help="opbouw: alleen de rij van deze code.")
@MODULE
@VOLGORDE
@BLAD
@click.option("--raamwerk", metavar="RAAMWERK", help="Neem een eigen raamwerk (JSON).")
@SCHERMTAAL
@met_doel("Schrijf naar dit bestand: .png, .svg of .html.", verplicht=True)
def teken_grafiek(
    *, soort: str, bestand: str | None, wie: Wie, doel: Bestemming, raamwerk: str | None, titel: str | None,
    ondertitel: str | None, schermtaal: Any, **opties: Any,
) -> int:  # fmt: skip
    """Teken een grafiek van een bestand.

    SOORT zegt waarvan, en welk BESTAND erbij hoort: student (een portfolio, een tekst met codes, of een tabel met --student),
    cohort (een tabel met een regel per bewijs), groei (een portfolio, of een tabel waarin ook de datum staat), dekking (een tabel
    met een regel per module en code), aantallen en opbouw (geen bestand: ze gaan over het raamwerk). Met --groep staan twee groepen
    naast elkaar, en met twee keer --tot twee momenten. De uitgangscode is 1 als er in het bestand iets niet klopt.
    """
    maak = _kies(soort, bestand)
    if doel.uit is None or Path(doel.uit).suffix.casefold() not in _EINDES:
        raise vraagfout("geef met -o een bestand op dat eindigt op .png, .svg of .html")
    kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
    stijl = {"titel": titel, "ondertitel": ondertitel, "schermtaal": schermtaal}
    try:
        getekend, klopt = maak(_Vraag(kader, bestand or "", wie, stijl, opties))
        inhoud = grafiek.inhoud(getekend, Path(doel.uit).suffix)
    except GeenKolom:  # says of which file it is
        raise
    except Fout as fout:
        raise vraagfout(str(fout) if bestand is None else f"{citaat(bestand)}: {fout}") from fout
    doel.lever(inhoud, " is geschreven", {"soort": soort, "bytes": len(inhoud)})
    return 0 if klopt else 1


def _kies(soort: str, bestand: str | None) -> Callable[[_Vraag], _Getekend]:
    """Return what draws a sort, and refuse options that it does not have: one that does nothing would hide a mistake."""
    if soort not in _SOORTEN:
        raise vraagfout(f"de grafiek {citaat(soort)} is er niet; kies uit: {', '.join(_SOORTEN)}")
    maak, neemt = _SOORTEN[soort]
    if vreemd := gegeven(*(naam for naam in _VAN_EEN_SOORT if naam not in neemt)):
        raise vraagfout(f"{soort} heeft geen {', '.join(vreemd)}")
    if soort in _ZONDER_BESTAND and bestand is not None:
        raise vraagfout(f"{soort} gaat over het raamwerk; laat {citaat(bestand)} weg, of geef het met --raamwerk")
    if soort not in _ZONDER_BESTAND and bestand is None:
        raise vraagfout(f"van welk bestand? Geef het achter {soort}")
    return maak


def _student(vraag: _Vraag) -> _Getekend:
    kader, bestand, wie, student = vraag.kader, vraag.bestand, vraag.wie, vraag.opties["student"]
    niveau = vraag.niveau
    if not soort_bestand(bestand):
        geen_tabel(bestand, "student", *VAN_TABEL)
        stand = vraag.per_moment(lambda tot: lees_getoond(kader, bestand, niveau, tot=tot)[1])
        return grafiek.heatmap(kader, stand, deel=vraag.deel, **vraag.stijl), True
    if student is None:
        raise vraagfout(f"{citaat(bestand)} is een tabel; geef met --student van wie, of vraag de grafiek cohort")
    tabel = van_student(wie.lees(bestand, met_dag=bool(wie.momenten))[0], wie.per, student)

    def getoond(tot: str | None) -> Any:
        telling = tel_bewijs(kader, bestand, tabel, wie.vraag(tot=tot, met_dag=tot is not None), None)
        zeg_weggelaten(f"{citaat(bestand)}, {wie.per} {citaat(student)}", telling.weggelaten)
        return kader.voortgang(aangetoond_door(kader, telling, bestand, student), niveau)

    return grafiek.heatmap(kader, vraag.per_moment(getoond), deel=vraag.deel, **vraag.stijl), True


def _cohort(vraag: _Vraag) -> _Getekend:
    kader, bestand, wie, naast = vraag.kader, vraag.bestand, vraag.wie, vraag.opties["naast"]
    if wie.groep is not None and len(wie.momenten) > 1:
        raise vraagfout("zet twee groepen naast elkaar (--groep), of twee momenten (--tot), niet beide")
    tabel, lijst = wie.lees(bestand, met_dag=bool(wie.momenten))[0], wie.lijst()

    def tel(tot: str | None) -> cohort.Telling[Any]:
        telling = tel_bewijs(kader, bestand, tabel, wie.vraag(tot=tot, met_dag=tot is not None), lijst)
        zeg_weggelaten(citaat(bestand), telling.weggelaten)
        return telling

    return grafiek.heatmap(kader, vraag.per_moment(tel), naast=naast or None, deel=vraag.deel, **vraag.stijl), True


def _groei(vraag: _Vraag) -> _Getekend:
    kader, bestand, wie, opties = vraag.kader, vraag.bestand, vraag.wie, vraag.opties
    tot = wie.tot
    if bestand.casefold().endswith(".json"):
        geen_tabel(bestand, *VAN_TABEL, "eenheid")
        verloop = kader.groei(lees_portfoliobestand(bestand, kader), stap=opties["stap"], niveau=vraag.niveau, tot=tot)
        return grafiek.groei(kader, verloop, **vraag.stijl), True
    if opties["niveau"] is not None:
        raise vraagfout("--niveau hoort bij een portfolio; een tabel telt per --eenheid")
    tabel, _ = wie.lees(bestand, met_dag=True)
    gevraagd: dict[str, Any] = {**wie.vraag(tot=tot, met_dag=True), "studenten": wie.lijst(), "raamwerk": kader}
    doe: Any = cohort  # a Tabelinhoud is counted too
    if wie.laat_weg:
        telling = reken_bewijs(bestand, tabel, wie.per, lambda: doe.tel(tabel, **gevraagd))
        zeg_weggelaten(citaat(bestand), telling.weggelaten)

    def groei() -> Any:
        verloop = doe.groei(tabel, **gevraagd, stap=opties["stap"], eenheid=opties["eenheid"])
        return grafiek.groei(kader, verloop, per=wie.per, groep=wie.groep, naast=opties["naast"] or None, **vraag.stijl)

    return reken_bewijs(bestand, tabel, wie.per, groei), True


def _dekking(vraag: _Vraag) -> _Getekend:
    opties, wie = vraag.opties, vraag.wie
    kolommen = Plankolommen(opties["module"], wie.criterium, opties["volgorde"])
    plan, _ = kolommen.lees(vraag.kader, vraag.bestand, wie.blad)
    zeg_wat_niet_telt(plan)
    return grafiek.dekking(vraag.kader, plan, deel=vraag.deel, **vraag.stijl), not plan.onbekend


def _aantallen(vraag: _Vraag) -> _Getekend:
    return grafiek.aantallen(vraag.kader, **vraag.stijl), True


def _opbouw(vraag: _Vraag) -> _Getekend:
    return grafiek.opbouw(vraag.kader, vraag.opties["code"], deel=vraag.deel, **vraag.stijl), True


_ZONDER_BESTAND = ("aantallen", "opbouw")
_TIJD = ("momenten", "datum", "datumvorm")
_TABEL = ("per", "criterium", "blad", "onbekend", *_TIJD)
_SOORTEN: dict[str, tuple[Callable[[_Vraag], _Getekend], tuple[str, ...]]] = {
    "student": (_student, (*_TABEL, "student", "niveau", "deel")),
    "cohort": (_cohort, (*_TABEL, "studenten", "groep", "naast", "deel")),
    "groei": (_groei, (*_TABEL, "niveau", "studenten", "groep", "naast", "eenheid", "stap")),
    "dekking": (_dekking, ("module", "criterium", "volgorde", "blad", "deel")),
    "aantallen": (_aantallen, ()),
    "opbouw": (_opbouw, ("code", "deel")),
}
"""Per sort of chart what makes it, and which options it has."""
_VAN_EEN_SOORT = tuple(dict.fromkeys(naam for _, neemt in _SOORTEN.values() for naam in neemt))
