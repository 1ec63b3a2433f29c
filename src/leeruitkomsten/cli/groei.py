"""The command that shows growth: what a student or a group had shown by the end of each period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from .. import cohort
from ..cohort.plan import SoortEenheid
from ..cohort.sql_taal import DUCKDB
from ..cohort.verdeling import kwartielen
from ..cohort.weggelaten import noemer
from ..fouten import Fout
from ..periodes import STAPPEN
from ..tabel import Tabel
from ..vragen.voortgang import GEEN_OORDEEL
from ..zinnen import citaat
from .bewijs import rijen, tel_gelijke, toon_csv
from .lezen import lees_portfoliobestand
from .nederlands import niveau_of_code, vraagfout
from .opdrachten import leeruitkomsten
from .scherm import teken, toon, toon_json
from .tellen import MEEST_GETOOND, bij_telling, met_komma, reken_bewijs, telt, zeg_weggelaten
from .wie import NIVEAU, VAN_TABEL, Wie, geen_tabel, met_wie

if TYPE_CHECKING:
    from ..eenheid import EvL
    from ..raamwerk import Raamwerk

    _Rijen = Iterable[tuple[Any, ...]]


@leeruitkomsten.command("groei", voorbeeld="leeruitkomsten groei bewijs.csv --stap kwartaal")
@click.argument("bestand", metavar="BESTAND")
@click.option("--stap", metavar="STAP", default="maand", help=f"Per {', '.join(STAPPEN)} (anders: maand).")
@NIVEAU
@met_wie
@telt
def groei(
    kader: Raamwerk, bestand: str, *, wie: Wie, stap: str, niveau: str | None, als_csv: bool, als_json: bool
) -> int:
    """Toon hoeveel er aan het eind van elke periode was aangetoond.

    BESTAND is een portfolio (JSON), of een tabel met een regel per bewijs (CSV, Parquet of Excel; - is CSV van de standaardinvoer).
    Elk criterium telt vanaf de eerste dag dat er bewijs voor is. Wie niets heeft, staat niet in het bewijs: geef met --studenten
    een lijst, dan telt iedereen mee. De uitgangscode is 1 als er in het bestand iets niet klopt.
    """
    evl = None if niveau is None else kader.evl(niveau_of_code(kader, niveau))
    gevraagd = _Groei(kader, bestand, wie, stap, evl)
    if bestand.casefold().endswith(".json"):
        geen_tabel(bestand, *VAN_TABEL)
        _van_een(gevraagd, als_csv=als_csv, als_json=als_json)
    else:
        _van_groep(gevraagd, als_csv=als_csv, als_json=als_json)
    return 0


class _Groei(NamedTuple):
    """What is asked of a file."""

    kader: Raamwerk
    bestand: str
    wie: Wie
    stap: Any
    evl: EvL | None

    def eenheden(self, eenheid: SoortEenheid) -> dict[str, int]:
        """Return how many criteria each unit has, in source order: those of one niveau, or all."""
        if eenheid == "evl":
            delen: Iterable[Any] = self.kader.evls if self.evl is None else [self.evl]
        else:
            delen = (self.kader if self.evl is None else self.evl).leeruitkomsten
        return {een.code: len(een.succescriteria) for een in delen}


def _van_een(gevraagd: _Groei, *, als_csv: bool, als_json: bool) -> None:
    """Print the growth of one student."""
    kader, bestand, wie, stap, evl = gevraagd
    portfolio, niveau = lees_portfoliobestand(bestand, kader), None if evl is None else evl.niveau.nummer
    try:
        gegroeid = kader.groei(portfolio, stap=stap, niveau=niveau, tot=wie.tot)
    except Fout as fout:
        raise vraagfout(f"{citaat(bestand)}: {fout}") from fout
    if als_csv:
        kop = ("periode", "leeruitkomst", "aangetoond", "totaal")
        toon_csv(
            kop, (tuple(regel[naam] for naam in kop) for regel in cast("list[dict[str, Any]]", gegroeid.records()))
        )
    elif als_json:
        toon_json(gegroeid.als_dict())
    else:
        toon(gegroeid, als_json=False)


def _van_groep(gevraagd: _Groei, *, als_csv: bool, als_json: bool) -> None:
    """Print the growth of everybody in a table, or of groups."""
    kader, bestand, wie, stap, evl = gevraagd
    tabel, opmerkingen = wie.lees(bestand, met_dag=True)
    vraag: dict[str, Any] = {**wie.vraag(tot=wie.tot, met_dag=True), "studenten": wie.lijst(), "raamwerk": kader}
    doe: Any = cohort  # a Tabelinhoud is counted too: the answer is drawn by `rijen`, whatever it is
    bij: dict[str, object] = {}
    if als_json or wie.laat_weg:  # what is left out is known from a count of its own
        telling = reken_bewijs(bestand, tabel, wie.per, lambda: doe.tel(tabel, **vraag))
        weggelaten = telling.weggelaten if wie.laat_weg else None
        zeg_weggelaten(citaat(bestand), weggelaten)
        bij = bij_telling(telling, weggelaten, opmerkingen)
    per_regel = als_csv or als_json
    eenheid: SoortEenheid = "leeruitkomst" if (evl is not None if wie.groep else per_regel) else "evl"
    codes = gevraagd.eenheden(eenheid)

    def reken(*kolommen: str) -> Any:
        antwoord = doe.groei(tabel, **vraag, stap=stap, eenheid=eenheid)
        if kolommen:
            return tel_gelijke(antwoord, *kolommen)
        plek = f"list_position([{', '.join(map(DUCKDB.tekst, codes))}], {DUCKDB.naam(eenheid)})"
        return rijen(antwoord, DUCKDB.naam(wie.per), "periode", plek, nu=True)

    if wie.groep is not None:
        kolommen = (wie.groep, "periode", eenheid, "aangetoond")
        geteld = reken_bewijs(bestand, tabel, wie.per, lambda: reken(*kolommen))
        kop: tuple[str, ...] = (*kolommen[:3], "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")
        regels: _Rijen = _spreiding(geteld, codes)
    else:
        regels = reken_bewijs(bestand, tabel, wie.per, reken)
        kop = (wie.per, "periode", eenheid, "aangetoond", "totaal")
    if per_regel:
        geteld = ((van, dag.isoformat(), *rest) for van, dag, *rest in regels if rest[0] in codes)
        if als_csv:
            toon_csv(kop, geteld)
        else:
            toon_json({**bij, "regels": [dict(zip(kop, regel, strict=True)) for regel in geteld]})
    elif wie.groep is not None:
        teken(_tabel_van_groepen(wie.groep, eenheid, regels))
    else:
        teken(_tabel(wie, iter(regels), codes))


def _spreiding(geteld: Counter[tuple[Any, ...]], codes: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    """Yield per group, period and unit how many students there are, and the quartiles of what they had shown."""
    verdeling: dict[tuple[Any, ...], Counter[int]] = defaultdict(Counter)
    for (groep, dag, code, aangetoond), keren in geteld.items():
        if code in codes:
            verdeling[groep, dag, code][aangetoond] += keren
    plek = {code: nummer for nummer, code in enumerate(codes)}
    for groep, dag, code in sorted(verdeling, key=lambda sleutel: (sleutel[0], sleutel[1], plek[sleutel[2]])):
        keren_ = verdeling[groep, dag, code]
        yield (groep, dag, code, keren_.total(), *kwartielen(keren_), codes[code])


def _tabel_van_groepen(groep: str, eenheid: str, regels: _Rijen) -> Tabel:
    """Return a table with a line per group and unit, and a column per period with the median."""
    per_lijn: dict[tuple[str, ...], list[str]] = {}
    dagen: dict[str, None] = {}
    for wie, dag, code, studenten, _, midden, _, totaal in regels:
        dagen[str(dag)] = None
        per_lijn.setdefault((str(wie), f"{code} (van {totaal})", str(studenten)), []).append(met_komma(midden))
    lijnen = tuple((*lijn, *getallen) for lijn, getallen in per_lijn.items())
    voet = (
        f"De mediaan van aangetoonde succescriteria, tot en met elke dag; --csv geeft ook de kwartielen. {GEEN_OORDEEL}"
    )
    return Tabel("", (groep, eenheid, "studenten", *dagen), lijnen, voet)


def _tabel(wie: Wie, regels: Iterator[tuple[Any, ...]], codes: dict[str, int]) -> Tabel:
    """Return a table with a line per student and a column per period: how many criteria had been shown by then."""
    getoond: list[tuple[str, ...]] = []
    dagen: list[str] = []
    aantal = zonder = 0
    for student, van_wie in groupby(regels, key=lambda regel: regel[0]):
        per_dag: Counter[str] = Counter()
        iets = 0
        for _, dag, code, aangetoond, _ in van_wie:
            per_dag[str(dag)] += aangetoond if code in codes else 0
            iets += aangetoond
        aantal, zonder, dagen = aantal + 1, zonder + (not iets), [*per_dag]
        if aantal <= MEEST_GETOOND:
            getoond.append((str(student), *map(str, per_dag.values())))
    meer = aantal - len(getoond)
    rest = f"En nog {meer}; --csv geeft ze allemaal. " if meer else ""
    voet = f"{rest}Aangetoonde succescriteria, van {sum(codes.values())}, tot en met elke dag. {GEEN_OORDEEL}"
    titel = noemer(aantal, zonder, met_lijst=wie.studenten is not None)
    return Tabel(titel.capitalize(), (wie.per, *dagen), tuple(getoond), voet)
