"""The command that shows growth: what a student or a group had shown by the end of each period."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, cast

import click

from .. import cohort
from ..bestanden.portfolio import lees_portfolio
from ..cohort.sql_taal import DUCKDB
from ..datums import DATUMVORMEN
from ..fouten import Fout, OngeldigBewijs, OngeldigPortfolio
from ..periodes import STAPPEN
from ..tabel import Tabel
from ..vragen.voortgang import GEEN_OORDEEL
from ..zinnen import citaat
from .bewijs import lees_bewijs, reken, toon_csv
from .lezen import lees_bytes
from .nederlands import niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .scherm import teken, toon, toon_json
from .tellen import MEEST_GETOOND, geen_tabel, omgang, telt, zeg_weggelaten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..cohort.plan import SoortEenheid
    from ..eenheid import EvL
    from ..raamwerk import Raamwerk


@leeruitkomsten.command("groei", voorbeeld="leeruitkomsten groei bewijs.csv --stap kwartaal")
@click.argument("bestand", metavar="BESTAND")
@click.option("--stap", metavar="STAP", default="maand", help=f"Per {', '.join(STAPPEN)} (anders: maand).")
@click.option("--tot", metavar="DATUM", help="De laatste dag die meetelt, zoals 2026-11-24.")
@click.option(
    "--niveau", metavar="NIVEAU", help="Tel alleen dit niveau: een getal, een code als EvL2, of de naam ervan."
)
@click.option("--per", metavar="KOLOM", default="student", help="Hoe de kolom met de student heet (anders: student).")
@click.option("--datum", metavar="KOLOM", default="datum", help="Hoe de kolom met de dag heet (anders: datum).")
@click.option(
    "--datumvorm", metavar="VORM", default=DATUMVORMEN[0], help=f"Hoe tekst een dag noemt: {' of '.join(DATUMVORMEN)}."
)
@click.option(
    "--onbekend",
    metavar="KEUZE",
    default="fout",
    callback=omgang,
    help="Regels zonder code of datum, of met een code die niet bestaat: fout (zo is het zonder deze optie) of apart (niet "
    "meetellen).",
)
@telt
def groei(
    kader: Raamwerk, bestand: str, *, stap: str, tot: str | None, niveau: str | None, blad: str | None, als_csv: bool,
    als_json: bool, **vraag: Any,
) -> int:  # fmt: skip
    """Toon hoeveel er aan het eind van elke periode was aangetoond.

    BESTAND is een portfolio (JSON), of een tabel met een regel per bewijs (CSV, Parquet of Excel; - is CSV van de standaardinvoer).
    Elk criterium telt vanaf de eerste dag dat er bewijs voor is. De uitgangscode is 1 als er in het bestand iets niet klopt.
    """
    evl = None if niveau is None else kader.evl(niveau_of_code(kader, niveau))
    try:
        if bestand.casefold().endswith(".json"):
            geen_tabel(bestand, "per", "criterium", "datum", "datumvorm", "blad", "onbekend")
            _van_een(kader, bestand, stap, evl, tot, als_csv=als_csv, als_json=als_json)
        else:
            _van_groep(kader, bestand, {**vraag, "tot": tot}, stap, evl, blad, als_csv=als_csv, als_json=als_json)
    except (OngeldigBewijs, OngeldigPortfolio):
        raise
    except Fout as fout:
        raise vraagfout(f"{citaat(bestand)}: {fout}") from fout
    return 0


def _van_een(  # what is asked of a portfolio
    kader: Raamwerk,
    bestand: str,
    stap: Any,
    evl: EvL | None,
    tot: str | None,
    *,
    als_csv: bool,
    als_json: bool,
) -> None:
    niveau = None if evl is None else evl.niveau.nummer
    gegroeid = kader.groei(lees_portfolio(lees_bytes(bestand), kader), stap=stap, niveau=niveau, tot=tot)
    if als_csv:
        kop = ("periode", "leeruitkomst", "aangetoond", "totaal")
        toon_csv(
            kop, (tuple(regel[naam] for naam in kop) for regel in cast("list[dict[str, Any]]", gegroeid.records()))
        )
    elif als_json:
        toon_json(gegroeid.als_dict())
    else:
        toon(gegroeid, als_json=False)


def _van_groep(  # noqa: PLR0917  # what is asked of a table
    kader: Raamwerk, bestand: str, vraag: dict[str, Any], stap: Any, evl: EvL | None, blad: str | None,
    *, als_csv: bool, als_json: bool,
) -> None:  # fmt: skip
    kolommen = [vraag[naam] for naam in ("per", "criterium", "datum")]
    tabel, opmerkingen = lees_bewijs(bestand, *kolommen, blad=blad, datums=kolommen[2:])
    bewijs = cast("cohort.soorten.Frame", tabel)  # or a Tabelinhoud: the answer is drawn by `_rijen`, whatever it is
    telling = reken(bestand, tabel, lambda: cohort.tel(bewijs, **vraag, raamwerk=kader))
    zeg_weggelaten(citaat(bestand), telling.weggelaten)

    def geteld(eenheid: SoortEenheid) -> Iterator[tuple[Any, ...]]:
        def groei() -> Any:
            return _rijen(cohort.groei(bewijs, **vraag, stap=stap, raamwerk=kader, eenheid=eenheid))

        return reken(bestand, tabel, groei)

    if als_csv or als_json:
        codes = {uitkomst.code for uitkomst in (kader.leeruitkomsten if evl is None else evl.leeruitkomsten)}
        kop = (vraag["per"], "periode", "leeruitkomst", "aangetoond", "totaal")
        regels = ((wie, dag.isoformat(), *rest) for wie, dag, *rest in geteld("leeruitkomst") if rest[0] in codes)
        if als_csv:
            toon_csv(kop, regels)
        else:
            weggelaten = telling.weggelaten.als_dict()
            bij = {"kenmerk": telling.kenmerk.als_dict(), "weggelaten": weggelaten, "opmerkingen": list(opmerkingen)}
            toon_json({**bij, "regels": [dict(zip(kop, regel, strict=True)) for regel in regels]})
        return
    evls = {een.code: len(een.succescriteria) for een in kader.evls if evl is None or een == evl}
    teken(_tabel(vraag["per"], (regel for regel in geteld("evl") if regel[2] in evls), sum(evls.values())))


def _rijen(antwoord: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the lines of an answer, by key and period."""
    if isinstance(antwoord, list):
        return (tuple(regel.values()) for regel in cast("list[dict[str, Any]]", antwoord))
    gesorteerd = antwoord.order(", ".join(map(DUCKDB.naam, antwoord.columns[:2]))).materialize()
    return cast("Iterator[tuple[Any, ...]]", gesorteerd.iter_rows())


def _tabel(per: str, regels: Iterator[tuple[Any, ...]], totaal: int) -> Tabel:
    """Return a table with a line per student and a column per period: how many criteria had been shown by then."""
    rijen: list[tuple[str, ...]] = []
    dagen: list[str] = []
    alle = groupby(regels, key=lambda regel: regel[0])
    for wie, van_wie in islice(alle, MEEST_GETOOND):
        per_dag = {
            str(dag): sum(regel[3] for regel in deel) for dag, deel in groupby(van_wie, key=lambda regel: regel[1])
        }
        dagen = [*per_dag]
        rijen.append((str(wie), *map(str, per_dag.values())))
    meer = sum(1 for _ in alle)
    rest = f"En nog {meer}; --csv geeft ze allemaal. " if meer else ""
    voet = f"{rest}Aangetoonde succescriteria, van {totaal}, tot en met elke dag. {GEEN_OORDEEL}"
    return Tabel("", (per, *dagen), tuple(rijen), voet)
