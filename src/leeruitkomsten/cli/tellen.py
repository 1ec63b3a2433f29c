"""The command that counts what a student or a group has shown, and what every count of a table shares."""

from __future__ import annotations

import functools
from itertools import islice, product
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from .. import cohort
from ..cohort.plan import EENHEDEN, SoortEenheid
from ..cohort.vraag import Vraag
from ..fouten import Fout, OngeldigBewijs
from ..tabel import Tabel
from ..verpakt import laad
from ..vragen.voortgang import GEEN_OORDEEL
from ..zinnen import citaat
from .bewijs import reken, rijen, toon_csv, van_student, zonder
from .lezen import inhoud_van, lees_getoond, lees_raamwerk
from .nederlands import gegeven, niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .scherm import teken, toon, toon_json
from .verslagen import Verslagen, met_verslagen
from .wie import BLAD, CRITERIUM, NIVEAU, VAN_TABEL, Wie, geen_tabel, met_wie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..eenheid import EvL
    from ..model import Leeruitkomst
    from ..raamwerk import Raamwerk
    from ..vragen.voortgang import Voortgang

T = TypeVar("T")

MEEST_GETOOND = 100
"""How many students a screen shows; `--csv` and `--json` give all who have shown something."""


def telt(opdracht: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that every count has."""

    @CRITERIUM
    @BLAD
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
        return opdracht(laad() if raamwerk is None else lees_raamwerk(raamwerk), bestand, **opties)

    return met_raamwerk


@leeruitkomsten.command("voortgang", voorbeeld="leeruitkomsten voortgang bewijs.csv --student 12")
@click.argument("bestand", metavar="BESTAND")
@click.option("--student", metavar="STUDENT", help="Toon alleen deze student, met wat nog aan te tonen is.")
@NIVEAU
@met_wie
@click.option("--nullen", is_flag=True, help="Geef met --csv en --json ook een regel voor wat niet is aangetoond.")
@met_verslagen
@telt
def voortgang(
    kader: Raamwerk, bestand: str, *, wie: Wie, student: str | None, niveau: str | None, nullen: bool,
    verslagen: Verslagen, als_csv: bool, als_json: bool,
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
        van, stand = _van_een(kader, bestand, student, nummer, wie.tot)
        if not verslagen.lever(kader, stand, van):
            _toon_een(stand, als_csv=als_csv, als_json=als_json)
        return 0
    _eis_samen(wie, student)
    tabel, opmerkingen = wie.lees(bestand, met_dag=wie.tot is not None)
    deel = tabel if student is None else van_student(tabel, wie.per, student)
    vraag = wie.vraag(tot=wie.tot, met_dag=wie.tot is not None)
    telling = tel_bewijs(kader, bestand, deel, vraag, wie.lijst())
    weggelaten = telling.weggelaten if wie.laat_weg else None
    waar = citaat(bestand) if student is None else f"{citaat(bestand)}, {wie.per} {citaat(student)}"
    zeg_weggelaten(waar, weggelaten)
    if student is not None:
        if leeg := zonder(tabel, wie.per):
            click.echo(f"Let op: bij {leeg} van de regels in {citaat(bestand)} staat geen {wie.per}.", err=True)
        bij = {**_als_sleutel(weggelaten), "opmerkingen": list(opmerkingen)}
        stand = kader.voortgang(aangetoond_door(kader, telling, bestand, student), nummer)
        if not verslagen.lever(kader, stand, student, weggelaten):
            _toon_een(stand, bij, als_csv=als_csv, als_json=als_json)
        return 0
    bij = bij_telling(telling, weggelaten, opmerkingen)
    kop = (wie.per, "leeruitkomst", "aangetoond", "totaal")
    if verslagen.gevraagd:
        _verslag_van_groep(kader, telling, verslagen)
    elif wie.groep is not None:
        _toon_spreiding(kader, telling, wie.groep, evl, bij=bij, als_csv=als_csv, als_json=als_json)
    elif als_csv:
        toon_csv(kop, _per_leeruitkomst(kader, telling, evl, nullen=nullen))
    elif als_json:
        geteld = [dict(zip(kop, rij, strict=True)) for rij in _per_leeruitkomst(kader, telling, evl, nullen=nullen)]
        toon_json({**bij, "regels": geteld})
    else:
        teken(_groep(kader, telling, evl, wie.per))
    return 0


def _eis_samen(wie: Wie, student: str | None) -> None:
    """Refuse options that do nothing beside another one, or without it."""
    if student is not None and (erbij := gegeven("studenten", "groep", "nullen")):
        raise vraagfout(f"--student toont één student; laat {', '.join(erbij)} weg")
    if wie.tot is None and (los := gegeven("datum", "datumvorm")):
        raise vraagfout(f"{', '.join(los)} hoort bij --tot")


def zeg_weggelaten(waar: str, weggelaten: cohort.Weggelaten | None) -> None:
    """Say on standard error what was left out of a count, if anything was."""
    if weggelaten and weggelaten.regels:
        click.echo(f"Let op: {waar}: {weggelaten}", err=True)


def _verslag_van_groep(kader: Raamwerk, telling: cohort.Telling[Any], verslagen: Verslagen) -> None:
    """Write the reports of a group, which have a sheet for each niveau and a line for everybody."""
    if erbij := gegeven("niveau", "nullen"):
        raise vraagfout(f"een verslag van een groep heeft alle niveaus en iedereen; laat {', '.join(erbij)} weg")
    verslagen.lever(kader, telling)


def bij_telling(
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


def _toon_spreiding(
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
            (str(wie), code, str(aantal), met_komma(midden), f"{met_komma(eerste)} tot {met_komma(derde)}", str(totaal))
            for wie, code, aantal, eerste, midden, derde, totaal in alle
        )
        op_scherm = (groep, "eenheid", "studenten", "mediaan", "middelste helft", "van")
        teken(Tabel(telling.noemer.capitalize(), op_scherm, getoond, GEEN_OORDEEL))


def met_komma(getal: float) -> str:
    """Return a number as Dutch has it."""
    return f"{getal:g}".replace(".", ",")


def _van_een(
    kader: Raamwerk, bestand: str, student: str | None, niveau: int | None, tot: str | None
) -> tuple[str | None, Voortgang]:
    """Return of whom a file of one student is, as far as it says so, and the voortgang: a portfolio, or a text with codes."""
    van_codes = () if bestand.casefold().endswith(".json") else ("student",)
    geen_tabel(bestand, *van_codes, *VAN_TABEL, "nullen")
    van, stand = lees_getoond(kader, bestand, niveau, tot=tot)
    if student not in (None, van):
        raise vraagfout(f"{citaat(bestand)} is het portfolio van {citaat(van)}, niet van {citaat(student)}")
    return van, stand


def tel_bewijs(kader: Raamwerk, bestand: str, tabel: Any, vraag: dict[str, Any], lijst: Any) -> cohort.Telling[Any]:
    """Return evidence as it was counted, with a list of students or without.

    Raises:
        Inhoudsfout: lines cannot be counted.
        UsageError: it is a question that cannot be.
    """

    def tel() -> cohort.Telling[Any]:
        bewijs = cast("cohort.soorten.Frame", tabel)  # or a Tabelinhoud: the answer is drawn by `rijen`, whatever it is
        namen = ("per", "criterium", "onbekend", "groep")
        gevraagd = Vraag.van(**{naam: vraag[naam] for naam in namen}, raamwerk=kader)
        for eenheid, breed in product(EENHEDEN, (True, False)):
            gevraagd.uitkomst(eenheid=eenheid, breed=breed)
        return cohort.tel(bewijs, **vraag, studenten=lijst, raamwerk=kader)

    return reken_bewijs(bestand, tabel, vraag["per"], tel)


def reken_bewijs(bestand: str, tabel: Any, per: str, werk: Callable[[], T]) -> T:
    """Do work on a table of evidence, and say what is wrong with its lines, and what to do.

    Raises:
        Inhoudsfout: lines cannot be counted.
        UsageError: it is a question that cannot be.
    """
    with inhoud_van(bestand):
        try:
            return reken(bestand, tabel, werk)
        except OngeldigBewijs as fout:
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


def aangetoond_door(kader: Raamwerk, telling: cohort.Telling[Any], bestand: str, student: str) -> list[str]:
    """Return the codes that the only student has shown.

    Raises:
        UsageError: the table has no line of that student.
    """
    rij = next(rijen(telling.voortgang(eenheid="criterium", breed=True)), None)
    if rij is None:
        raise vraagfout(f"{citaat(bestand)} heeft geen {telling.per[0]} {citaat(student)}")
    return [c.code for c, aantal in zip(kader.succescriteria, rij[1:], strict=True) if aantal]


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
