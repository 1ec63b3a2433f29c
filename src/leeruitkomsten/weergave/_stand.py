"""What a student has shown, as sheets ask for it: told of each criterium, counted for each leeruitkomst, never judged."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from ..eenheid import EvL
from ..fouten import VerkeerdType, citaat
from ..model import Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from ..vragen.stand import Stand
from ..vragen.voortgang import GEEN_OORDEEL, Voortgang
from ..zelfde import eis_zelfde
from ._woorden import AANGETOOND, NOG, TEKEN


@attrs.frozen
class Getoond:
    """What a student has shown, as sheets ask for it.

    Attributes:
        niveau: the niveau that is counted; `None` for all.
        per_criterium: `AANGETOOND` or `NOG`, by code. Of niveaus that are not counted only what was shown is in it.
        per_leeruitkomst: how many of how many, by code of the leeruitkomsten that are counted.
        aangetoond: tuple of all criteria that were shown, of any niveau, in source order.
    """

    niveau: int | None
    per_criterium: Mapping[str, str]
    per_leeruitkomst: Mapping[str, Stand]
    aangetoond: tuple[Succescriterium, ...]

    def van(self, criterium: Succescriterium) -> str:
        """Return "aangetoond", "nog aan te tonen", or nothing for what is not counted and was not shown."""
        return self.per_criterium.get(criterium.code, "")

    def teken(self, criterium: Succescriterium) -> str:
        """Return the mark of a criterium; nothing where `van` gives nothing."""
        return TEKEN.get(self.van(criterium), "")

    def telling(self, uitkomst: Leeruitkomst) -> str:
        """Return "3 van 4", or nothing for a leeruitkomst that is not counted or has no criteria."""
        stand = self.per_leeruitkomst.get(uitkomst.code)
        return str(stand) if stand and stand.totaal else ""

    @property
    def legenda(self) -> str:
        """What the marks mean, what is counted, and that this is no judgement."""
        tekens = ", ".join(f"{teken} {wat}" for wat, teken in TEKEN.items())
        geteld = f" (geteld: niveau {self.niveau})" if self.niveau else ""
        return f"{tekens}{geteld}. {GEEN_OORDEEL}"

    def elders(self, evl: EvL) -> str:
        """Return a line with the codes of what was shown of other niveaus, in source order, or nothing if nothing was."""
        codes = ", ".join(c.code for c in self.aangetoond if c.niveau != evl.niveau.nummer)
        return f"Aangetoond van andere niveaus: {codes}." if codes else ""


def getoond(raamwerk: Raamwerk, voortgang: object) -> Getoond | None:
    """Return what sheets of a framework ask of a `Voortgang`; `None` for none.

    Raises:
        VerkeerdType: this is no `Voortgang`.
        OngeldigeVraag: it is of another framework, or another version of it; the error names both, and what reads differently.
    """
    if voortgang is None:
        return None
    if not isinstance(voortgang, Voortgang):
        reden = f"hier hoort wat voortgang(…) geeft, er staat {citaat(voortgang)}"
        raise VerkeerdType(reden, {"voortgang": voortgang})
    geteld: tuple[Leeruitkomst | Succescriterium, ...] = (
        *voortgang.leeruitkomsten,
        *voortgang.eerder,
        *voortgang.later,
    )
    eis_zelfde(raamwerk, voortgang.kenmerk, "voortgang", geteld)
    toch = sorted([*voortgang.eerder, *voortgang.aangetoond, *voortgang.later])
    per_criterium = {c.code: AANGETOOND for c in toch} | {c.code: NOG for c in voortgang.nog_aan_te_tonen}
    return Getoond(voortgang.niveau, per_criterium, voortgang.per_leeruitkomst, tuple(toch))
