"""The commands that count: what a student or a cohort has shown, and what a curriculum covers."""

from __future__ import annotations

import functools
from itertools import islice, product
from typing import TYPE_CHECKING, Any, cast, get_args

import click
from click.core import ParameterSource

from .. import cohort
from ..bestanden.portfolio import lees_portfolio
from ..bestanden.tabelinhoud import Tabelinhoud
from ..cohort.in_python import genoemde_plekken
from ..cohort.plan import EENHEDEN, SoortEenheid
from ..cohort.vraag import Omgang, Vraag
from ..fouten import Fout, OngeldigBewijs, OngeldigeVraag, OngeldigPortfolio
from ..plat import DekkingRegel, Dekkingtabel, ModuledekkingRegel, RijdekkingRegel
from ..tabel import Tabel
from ..verpakt import laad
from ..vragen.voortgang import GEEN_OORDEEL
from ..zinnen import citaat
from .bewijs import lees_bewijs, reken, rijen, toon_csv, van_student, zonder
from .lezen import lees_bytes, lees_codes, lees_raamwerk
from .nederlands import niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .scherm import teken, toon, toon_json
from .verslagen import Verslagen, met_verslagen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..eenheid import EvL
    from ..model import Leeruitkomst
    from ..raamwerk import Raamwerk
    from ..vragen.dekking import Dekking
    from ..vragen.voortgang import Voortgang

MEEST_GETOOND = 100
"""How many students a screen shows; `--csv` and `--json` give all who have shown something."""


_VAN_DEKKING: dict[Dekkingtabel, Any] = {
    "criterium": DekkingRegel,
    "rij": RijdekkingRegel,
    "module": ModuledekkingRegel,
}


def telt(opdracht: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that every count has, and say what is wrong with the file it counts."""

    @click.option(
        "--criterium", metavar="KOLOM", default="criterium", help="Hoe de kolom met codes heet (anders: criterium)."
    )
    @click.option("--blad", metavar="BLAD", help="Lees alleen dit blad van een Excel-bestand.")
    @click.option("--raamwerk", metavar="BESTAND", help="Tel met een eigen raamwerk (JSON).")
    @click.option(
        "--csv",
        "als_csv",
        is_flag=True,
        help="Geef het antwoord als CSV met komma's; bewaar het met > antwoord.csv.",
    )
    @click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
    @functools.wraps(opdracht)
    def met_raamwerk(*, bestand: str, raamwerk: str | None, **opties: object) -> int:
        if opties["als_csv"] and opties["als_json"]:
            raise vraagfout("kies --csv of --json, niet allebei")
        kader = laad() if raamwerk is None else lees_raamwerk(raamwerk)
        try:
            return opdracht(kader, bestand, **opties)
        except (OngeldigBewijs, OngeldigPortfolio) as fout:
            click.echo("\n".join([f"{citaat(bestand)}: {fout}", *getattr(fout, "__notes__", ())]), err=True)
            return 1

    return met_raamwerk


def omgang(ctx: click.Context, _: click.Parameter, waarde: str) -> str:
    """Return the value of `--onbekend`; used as its callback."""
    if waarde not in get_args(Omgang):
        raise click.UsageError(f"--onbekend {citaat(waarde)} kan niet; kies uit: {', '.join(get_args(Omgang))}", ctx)
    return waarde


def _dekkingtabel(ctx: click.Context, _: click.Parameter, waarde: str | None) -> str | None:
    """Return the value of `--per` of `dekking`; used as its callback."""
    if waarde is not None and waarde not in _VAN_DEKKING:
        raise click.UsageError(f"--per {citaat(waarde)} kan niet; kies uit: {', '.join(_VAN_DEKKING)}", ctx)
    return waarde


@leeruitkomsten.command("voortgang", voorbeeld="leeruitkomsten voortgang bewijs.csv --student 12")
@click.argument("bestand", metavar="BESTAND")
@click.option("--student", metavar="STUDENT", help="Toon alleen deze student, met wat nog aan te tonen is.")
@click.option(
    "--niveau", metavar="NIVEAU", help="Tel alleen dit niveau: een getal, een code als EvL2, of de naam ervan."
)
@click.option("--per", metavar="KOLOM", default="student", help="Hoe de kolom met de student heet (anders: student).")
@click.option(
    "--onbekend",
    metavar="KEUZE",
    default="fout",
    callback=omgang,
    help="Regels zonder code, of met een die niet bestaat, of van wie niet op de lijst staat: fout (zo is het zonder deze optie) "
    "of apart (niet meetellen).",
)
@click.option(
    "--studenten", metavar="LIJST", help="Een tabel met wie er meetelt, ook zonder bewijs (een regel per student)."
)
@click.option(
    "--groep",
    metavar="KOLOM",
    help="Geef per groep de mediaan en de kwartielen; de kolom staat in LIJST, of anders in BESTAND.",
)
@click.option("--nullen", is_flag=True, help="Geef met --csv en --json ook een regel voor wat niet is aangetoond.")
@met_verslagen
@telt
def voortgang(
    kader: Raamwerk, bestand: str, *, student: str | None, niveau: str | None, per: str, criterium: str,
    blad: str | None, onbekend: Omgang, studenten: str | None, groep: str | None, nullen: bool, verslagen: Verslagen,
    als_csv: bool, als_json: bool,
) -> int:  # fmt: skip
    """Toon wat er is aangetoond, van een student of van een hele groep.

    BESTAND is een tabel met een regel per bewijs (CSV, Parquet of Excel; - is CSV van de standaardinvoer), een portfolio (JSON), of
    een tekst met de codes van één student. De uitgangscode is 1 als er in het bestand iets niet klopt. Met --onbekend apart tellen
    regels zonder code, of met een code die niet bestaat, niet mee; hoeveel dat er zijn en welke codes, staat bij het antwoord.
    Wie niets heeft, staat niet in het bewijs: geef met --studenten een lijst, dan telt iedereen mee.
    """
    evl = None if niveau is None else kader.evl(niveau_of_code(kader, niveau))
    nummer = None if evl is None else evl.niveau.nummer
    if bestand.casefold().endswith((".json", ".txt")):
        geen_tabel(bestand, "per", "criterium", "blad", "onbekend", "studenten", "groep", "nullen")
        wie, stand = _van_een(kader, bestand, student, nummer)
        if not verslagen.lever(kader, stand, wie):
            _toon_een(stand, als_csv=als_csv, als_json=als_json)
        return 0
    if student is not None:
        _niet_bij("student", "studenten", "groep", "nullen")
    groepen = () if groep is None else (groep,)
    in_bewijs = () if studenten is not None else groepen
    tabel, opmerkingen = lees_bewijs(bestand, per, *in_bewijs, criterium, blad=blad)
    lijst = None if studenten is None else lees_bewijs(studenten, per, *groepen)[0]
    deel = tabel if student is None else van_student(tabel, per, student)
    vraag = {"per": per, "criterium": criterium, "onbekend": onbekend, "groep": groepen}
    telling = tel_bewijs(kader, bestand, deel, vraag, lijst)
    weggelaten = telling.weggelaten if onbekend == "apart" else None
    waar = citaat(bestand) if student is None else f"{citaat(bestand)}, {per} {citaat(student)}"
    zeg_weggelaten(waar, weggelaten)
    if student is not None:
        if leeg := zonder(tabel, per):
            click.echo(f"Let op: bij {leeg} van de regels in {citaat(bestand)} staat geen {per}.", err=True)
        aangetoond = aangetoond_door(kader, telling)
        if aangetoond is None:
            raise vraagfout(f"{citaat(bestand)} heeft geen {per} {citaat(student)}")
        bij = {**_als_sleutel(weggelaten), "opmerkingen": list(opmerkingen)}
        stand = kader.voortgang(aangetoond, nummer)
        if not verslagen.lever(kader, stand, student, weggelaten):
            _toon_een(stand, bij, als_csv=als_csv, als_json=als_json)
    elif verslagen.gevraagd:
        _verslag_van_groep(kader, telling, verslagen)
    elif groep is not None:
        _toon_spreiding(
            kader, telling, groep, evl, bij=_bij(telling, weggelaten, opmerkingen), als_csv=als_csv, als_json=als_json
        )
    elif als_csv:
        toon_csv((per, "leeruitkomst", "aangetoond", "totaal"), _per_leeruitkomst(kader, telling, evl, nullen=nullen))
    elif als_json:
        kop = (per, "leeruitkomst", "aangetoond", "totaal")
        alle = _per_leeruitkomst(kader, telling, evl, nullen=nullen)
        geteld = [dict(zip(kop, rij, strict=True)) for rij in alle]
        toon_json({**_bij(telling, weggelaten, opmerkingen), "regels": geteld})
    else:
        teken(_groep(kader, telling, evl, per))
    return 0


def zeg_weggelaten(waar: str, weggelaten: cohort.Weggelaten | None) -> None:
    """Say on standard error what was left out of a count, if anything was."""
    if weggelaten and weggelaten.regels:
        click.echo(f"Let op: {waar}: {weggelaten}", err=True)


def _verslag_van_groep(kader: Raamwerk, telling: cohort.Telling[Any], verslagen: Verslagen) -> None:
    """Write the reports of a group, which have a sheet for each niveau and a line for everybody."""
    if gegeven := _gegeven("niveau", "nullen"):
        raise vraagfout(f"een verslag van een groep heeft alle niveaus en iedereen; laat {', '.join(gegeven)} weg")
    verslagen.lever(kader, telling)


def _bij(
    telling: cohort.Telling[Any], weggelaten: cohort.Weggelaten | None, opmerkingen: tuple[str, ...]
) -> dict[str, object]:
    """Return what stands beside the lines of an answer in JSON: of which framework, of how many, and what was left out."""
    noemer = {"totaal": telling.totaal, "zonder_bewijs": telling.zonder_bewijs, "met_lijst": telling.met_lijst}
    return {
        "kenmerk": telling.kenmerk.als_dict(),
        "studenten": noemer,
        **_als_sleutel(weggelaten),
        "opmerkingen": list(opmerkingen),
    }


def _toon_spreiding(  # what is shown, and how
    kader: Raamwerk,
    telling: cohort.Telling[Any],
    groep: str,
    evl: EvL | None,
    *,
    bij: dict[str, object],
    als_csv: bool,
    als_json: bool,
) -> None:
    """Print of each group how far its students are: per EvL, or per leeruitkomst of one niveau."""
    eenheid: SoortEenheid = "evl" if evl is None else "leeruitkomst"
    codes = [een.code for een in (kader.evls if evl is None else evl.leeruitkomsten)]
    kop = (groep, eenheid, "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")
    alle = sorted(
        (rij for rij in rijen(telling.spreiding(eenheid=eenheid)) if rij[1] in codes),
        key=lambda rij: (rij[0], codes.index(rij[1])),
    )
    if als_csv:
        toon_csv(kop, alle)
    elif als_json:
        toon_json({**bij, "regels": [dict(zip(kop, rij, strict=True)) for rij in alle]})
    else:
        getoond = tuple(
            (str(wie), code, str(aantal), _komma(midden), f"{_komma(eerste)} tot {_komma(derde)}", str(totaal))
            for wie, code, aantal, eerste, midden, derde, totaal in alle
        )
        op_scherm = (groep, "eenheid", "studenten", "mediaan", "middelste helft", "van")
        teken(Tabel(telling.noemer.capitalize(), op_scherm, getoond, GEEN_OORDEEL))


def _komma(getal: float) -> str:
    return f"{getal:g}".replace(".", ",")


def _niet_bij(een: str, *andere: str) -> None:
    """Refuse options that do nothing beside another one."""
    if gegeven := _gegeven(*andere):
        raise vraagfout(f"--{een} toont één student; laat {', '.join(gegeven)} weg")


def _gegeven(*opties: str) -> list[str]:
    ctx = click.get_current_context()
    return [f"--{naam}" for naam in opties if ctx.get_parameter_source(naam) is ParameterSource.COMMANDLINE]


def geen_tabel(bestand: str, *opties: str) -> None:
    """Refuse options that only a table has: one that does nothing would hide a mistake."""
    if gegeven := _gegeven(*opties):
        raise vraagfout(f"{citaat(bestand)} is geen tabel; laat {', '.join(gegeven)} weg")


def _van_een(kader: Raamwerk, bestand: str, student: str | None, niveau: int | None) -> tuple[str | None, Voortgang]:
    """Return of whom a file of one student is, as far as it says so, and the voortgang: a portfolio, or a text with codes."""
    if not bestand.casefold().endswith(".json"):
        geen_tabel(bestand, "student")
        return None, kader.voortgang(lees_codes(bestand, kader), niveau)
    portfolio = lees_portfolio(lees_bytes(bestand), kader)
    if student not in (None, portfolio.student):
        raise vraagfout(
            f"{citaat(bestand)} is het portfolio van {citaat(portfolio.student)}, niet van {citaat(student)}"
        )
    return portfolio.student, kader.voortgang(portfolio, niveau)


def tel_bewijs(kader: Raamwerk, bestand: str, tabel: Any, vraag: dict[str, Any], lijst: Any) -> cohort.Telling[Any]:
    """Return evidence as it was counted, with a list of students or without.

    Raises:
        OngeldigBewijs: lines cannot be counted; its notes say what to do.
        UsageError: it is a question that cannot be.
    """

    def tel() -> cohort.Telling[Any]:
        bewijs = cast("cohort.soorten.Frame", tabel)  # or a Tabelinhoud: the answer is drawn by `rijen`, whatever it is
        return cohort.tel(bewijs, **vraag, studenten=lijst, raamwerk=kader)

    try:
        gevraagd = Vraag.van(**vraag, raamwerk=kader)
        for eenheid, breed in product(EENHEDEN, (True, False)):
            gevraagd.uitkomst(eenheid=eenheid, breed=breed)
        return reken(bestand, tabel, tel)
    except OngeldigBewijs as fout:
        per = vraag["per"]
        if per in dict(fout.leeg):
            fout.add_note(
                f"Zet op elke regel waar die bij hoort ({citaat(per)}), ook als dat hetzelfde is als erboven."
            )
        else:
            fout.add_note("Met --onbekend apart telt wat niet klopt niet mee.")
        raise
    except Fout as fout:
        raise vraagfout(f"{citaat(bestand)}: {fout}") from fout


def _toon_een(voortgang: Voortgang, bij: dict[str, object] | None = None, *, als_csv: bool, als_json: bool) -> None:
    if als_csv:
        kop = ("leeruitkomst", "aangetoond", "totaal")
        toon_csv(kop, ((code, *stand) for code, stand in voortgang.per_leeruitkomst.items()))
    elif als_json:
        toon_json({**voortgang.als_dict(), **(bij or {})})
    else:
        toon(voortgang, als_json=False)


def _als_sleutel(weggelaten: cohort.Weggelaten | None) -> dict[str, object]:
    return {} if weggelaten is None else {"weggelaten": weggelaten.als_dict()}


def aangetoond_door(kader: Raamwerk, telling: cohort.Telling[Any]) -> list[str] | None:
    """Return the codes that the only student has shown; `None` when the table has no line of that student."""
    criteria = kader.succescriteria
    rij = next(rijen(telling.voortgang(eenheid="criterium", breed=True)), None)
    return None if rij is None else [c.code for c, aantal in zip(criteria, rij[1:], strict=True) if aantal]


def _per_leeruitkomst(
    kader: Raamwerk, telling: cohort.Telling[Any], evl: EvL | None, *, nullen: bool
) -> Iterator[tuple[Any, ...]]:
    """Yield student, leeruitkomst, aangetoond and totaal, in the order of students and then of the source."""
    for sleutel, *aantallen in rijen(telling.voortgang(breed=True)):
        for uitkomst, aantal in zip(kader.leeruitkomsten, aantallen, strict=True):
            if (aantal or nullen) and (evl is None or uitkomst.niveau == evl.niveau.nummer):
                yield (sleutel, uitkomst.code, aantal, len(uitkomst.succescriteria))


def _groep(kader: Raamwerk, telling: cohort.Telling[Any], evl: EvL | None, per: str) -> Tabel:
    """Return a table with a line per student: a column per EvL, or per leeruitkomst of one niveau."""
    eenheden: Sequence[Leeruitkomst | EvL] = kader.evls if evl is None else evl.leeruitkomsten
    alle = kader.evls if evl is None else kader.leeruitkomsten
    gekozen = [plaats for plaats, eenheid in enumerate(alle, 1) if eenheid in eenheden]
    alle_rijen = rijen(telling.voortgang(eenheid="evl" if evl is None else "leeruitkomst", breed=True))
    getoond = [(str(rij[0]), *(str(rij[plaats]) for plaats in gekozen)) for rij in islice(alle_rijen, MEEST_GETOOND)]
    meer = sum(1 for _ in alle_rijen)
    kop = (per, *(f"{eenheid.code} (van {len(eenheid.succescriteria)})" for eenheid in eenheden))
    rest = f"En nog {meer}; --csv geeft van allen wat is aangetoond. " if meer else ""
    return Tabel(telling.noemer.capitalize(), kop, tuple(getoond), f"{rest}{GEEN_OORDEEL}")


@leeruitkomsten.command("dekking", voorbeeld="leeruitkomsten dekking modules.csv")
@click.argument("bestand", metavar="BESTAND")
@click.option("--module", metavar="KOLOM", default="module", help="Hoe de kolom met de module heet (anders: module).")
@click.option(
    "--volgorde",
    metavar="KOLOM",
    help="De kolom met de volgorde van de modules: een getal, een datum of een periode (1.2).",
)
@click.option(
    "--per",
    metavar="KEUZE",
    callback=_dekkingtabel,
    help="Wat een regel van --csv is: criterium (zo is het zonder deze optie), rij of module.",
)
@met_verslagen
@telt
def dekking(
    kader: Raamwerk, bestand: str, *, module: str, criterium: str, volgorde: str | None, per: Dekkingtabel | None,
    blad: str | None, verslagen: Verslagen, als_csv: bool, als_json: bool,
) -> int:  # fmt: skip
    """Toon wat de modules van een opleiding dekken, en in welke volgorde.

    BESTAND is een tabel (CSV, Parquet of Excel) met een regel per module en code, in de volgorde van de opleiding; in een cel mogen
    meer codes staan, met een komma, een puntkomma of een nieuwe regel ertussen. Een code is die van een criterium, of van een
    leeruitkomst, rij, cel of EvL als geheel. De uitgangscode is 1 als er een code in staat die niet bestaat.
    """
    if module == criterium:
        raise vraagfout("module en criterium zijn twee verschillende kolommen")
    if per and not als_csv:
        raise vraagfout("--per hoort bij --csv")
    kolommen = {"module": module, "criterium": criterium, **({"volgorde": volgorde} if volgorde else {})}
    tabel, opmerkingen = lees_bewijs(bestand, *kolommen.values(), blad=blad)
    if isinstance(tabel, Tabelinhoud) and (leeg := tabel.leeg(module)):
        raad = "zet de module op elke regel, ook als die dezelfde is als erboven"
        click.echo(f"{citaat(bestand)}: de kolom {citaat(module)} is leeg: {genoemde_plekken(leeg)}; {raad}", err=True)
        return 1
    try:
        plan = reken(bestand, tabel, lambda: kader.dekking(tabel, **kolommen))
    except OngeldigeVraag as fout:
        click.echo(f"{citaat(bestand)}: {fout}", err=True)
        return 1
    if verslagen.lever(kader, plan):
        zeg_wat_niet_telt(plan)
    elif als_csv:
        _dekking_als_csv(plan, per or "criterium")
    elif als_json:
        toon_json({**plan.als_dict(), "opmerkingen": list(opmerkingen)})
    else:
        toon(plan, als_json=False)
    return 1 if plan.onbekend else 0


def _dekking_als_csv(plan: Dekking, per: Dekkingtabel) -> None:
    """Print the lines of a table, and on standard error what it leaves out."""
    zeg_wat_niet_telt(plan)
    regels: list[Any] = plan.records(per)
    toon_csv(tuple(_VAN_DEKKING[per].__annotations__), (tuple(regel.values()) for regel in regels))


def zeg_wat_niet_telt(plan: Dekking) -> None:
    """Say on standard error which modules have no codes, and which codes do not exist."""
    if buiten := [*plan.zonder_codes_in_zinnen(), *plan.onbekend_in_zinnen()]:
        click.echo("\n".join(buiten), err=True)
