"""A count as a file to be read: the options that ask for a workbook or a Word document, and what they make."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..fouten import OngeldigeVraag
from ..schermtaal import SCHERMTALEN
from ..zinnen import citaat
from .leveren import Bestemming
from .nederlands import vraagfout

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..cohort import Weggelaten
    from ..raamwerk import Raamwerk


class Verslagen(NamedTuple):
    """Which reports are asked for, and what stands on them."""

    xlsx: str | None
    docx: str | None
    overschrijf: bool
    van: str | None
    dag: str | None
    schermtaal: Any

    @property
    def gevraagd(self) -> bool:
        """Whether a report is asked for."""
        return self.xlsx is not None or self.docx is not None

    def lever(self, kader: Raamwerk, geteld: Any, van: str | None = None, weggelaten: Weggelaten | None = None) -> bool:
        """Write the reports that are asked for, and say whether there were any; `van` is of whom, when nobody says so."""
        if not self.gevraagd:
            return False
        from ..weergave import verslag_docx, verslag_xlsx

        bij: Any = {"van": self.van or van, "dag": self.dag, "weggelaten": weggelaten, "schermtaal": self.schermtaal}
        try:
            inhoud = [
                (naam, maak(kader, geteld, **bij))
                for naam, maak in ((self.xlsx, verslag_xlsx), (self.docx, verslag_docx))
                if naam is not None
            ]
        except OngeldigeVraag as fout:
            raise vraagfout(str(fout)) from fout
        for naam, deel in inhoud:
            Bestemming(naam, self.overschrijf, als_json=False).lever(deel, " is geschreven", {})
        return True


def met_verslagen(opdracht: Callable[..., int]) -> Callable[..., int]:
    """Give a command that counts the options that make a report of it, as its argument `verslagen`."""

    @click.option("--xlsx", metavar="BESTAND", help="Maak er een Excel-bestand van om te lezen en af te drukken.")
    @click.option("--docx", metavar="BESTAND", help="Maak er een Word-bestand van om te lezen en af te drukken.")
    @click.option("--van", metavar="NAAM", help="Zet in de titel van dat bestand van wie of wat de telling is.")
    @click.option("--dag", metavar="DATUM", help="Zet in dat bestand van welke dag de telling is: jjjj-mm-dd.")
    @click.option(
        "--schermtaal",
        metavar="TAAL",
        default=SCHERMTALEN[0],
        help="De taal van dat bestand om de teksten heen: nl of en.",
    )
    @click.option("--overschrijf", is_flag=True, help="Vervang dat bestand ook als er iets anders in staat.")
    @functools.wraps(opdracht)
    def met_opties(*, xlsx: str | None, docx: str | None, schermtaal: str, **opties: Any) -> int:
        gevraagd = {"xlsx": xlsx, "docx": docx}
        for vorm, naam in gevraagd.items():
            if naam is not None and not naam.casefold().endswith(f".{vorm}"):
                raise vraagfout(f"--{vorm} {citaat(naam)}: de naam van het bestand eindigt hier op .{vorm}")
        wel = [f"--{vorm}" for vorm, naam in gevraagd.items() if naam is not None]
        if wel and (opties["als_csv"] or opties["als_json"]):
            raise vraagfout(f"{' en '.join(wel)} maakt een bestand om te lezen; laat --csv en --json weg")
        hoe = {optie: opties.pop(optie) for optie in ("overschrijf", "van", "dag")}
        if not wel and (los := [f"--{optie}" for optie, waarde in hoe.items() if waarde]):
            raise vraagfout(f"{' en '.join(los)} hoort bij --xlsx of --docx")
        return opdracht(verslagen=Verslagen(xlsx, docx, schermtaal=schermtaal, **hoe), **opties)

    return met_opties
