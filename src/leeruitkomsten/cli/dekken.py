"""The command that says what a curriculum covers, and what every command with a module plan does with its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..bestanden.tabelinhoud import Tabelinhoud
from ..cohort.in_python import genoemde_plekken
from ..fouten import OngeldigeVraag
from ..plat import DekkingRegel, Dekkingtabel, ModuledekkingRegel, RijdekkingRegel
from ..zinnen import citaat
from .bewijs import lees_bewijs, reken, toon_csv
from .nederlands import Inhoudsfout, vraagfout
from .opdrachten import leeruitkomsten
from .scherm import toon, toon_json
from .tellen import telt
from .verslagen import Verslagen, met_verslagen

if TYPE_CHECKING:
    from ..raamwerk import Raamwerk
    from ..vragen.dekking import Dekking

_VAN_DEKKING: dict[Dekkingtabel, Any] = {
    "criterium": DekkingRegel,
    "rij": RijdekkingRegel,
    "module": ModuledekkingRegel,
}


class Plankolommen(NamedTuple):
    """The columns of a module plan."""

    module: str
    criterium: str
    volgorde: str | None

    def lees(self, kader: Raamwerk, bestand: str, blad: str | None) -> tuple[Dekking, tuple[str, ...]]:
        """Return what the plan in a table covers, and what was passed over or filled in while it was read.

        Raises:
            Inhoudsfout: a line has no module, or no place in the order.
            UsageError: the file or its columns cannot be read.
        """
        if self.module == self.criterium:
            raise vraagfout("module en criterium zijn twee verschillende kolommen")
        kolommen = {naam: kolom for naam, kolom in self._asdict().items() if kolom is not None}
        tabel, opmerkingen = lees_bewijs(bestand, *kolommen.values(), blad=blad)
        if isinstance(tabel, Tabelinhoud) and (leeg := tabel.leeg(self.module)):
            raad = "zet de module op elke regel, ook als die dezelfde is als erboven"
            waar = f"de kolom {citaat(self.module)} is leeg: {genoemde_plekken(leeg)}"
            raise Inhoudsfout(f"{citaat(bestand)}: {waar}; {raad}")
        try:
            return reken(bestand, tabel, lambda: kader.dekking(tabel, **kolommen)), opmerkingen
        except OngeldigeVraag as fout:
            raise Inhoudsfout(f"{citaat(bestand)}: {fout}") from fout


MODULE = click.option(
    "--module", metavar="KOLOM", default="module", help="Hoe de kolom met de module heet (anders: module)."
)
VOLGORDE = click.option(
    "--volgorde",
    metavar="KOLOM",
    help="De kolom met de volgorde van de modules: een getal, een datum of een periode (1.2).",
)


def _dekkingtabel(ctx: click.Context, _: click.Parameter, waarde: str | None) -> str | None:
    """Return the value of `--per` of `dekking`; used as its callback."""
    if waarde is not None and waarde not in _VAN_DEKKING:
        raise click.UsageError(f"--per {citaat(waarde)} kan niet; kies uit: {', '.join(_VAN_DEKKING)}", ctx)
    return waarde


@leeruitkomsten.command("dekking", voorbeeld="leeruitkomsten dekking modules.csv")
@click.argument("bestand", metavar="BESTAND")
@MODULE
@VOLGORDE
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
    if per and not als_csv:
        raise vraagfout("--per hoort bij --csv")
    plan, opmerkingen = Plankolommen(module, criterium, volgorde).lees(kader, bestand, blad)
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
