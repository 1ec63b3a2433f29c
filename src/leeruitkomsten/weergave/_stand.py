"""What a student has shown, as sheets ask for it: told of each criterium, counted for each leeruitkomst, never judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

import attrs

from ..eenheid import EvL
from ..fouten import VerkeerdType
from ..model import Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from ..schermtaal import NEDERLANDS, Spreek
from ..vragen.stand import Stand
from ..vragen.voortgang import Voortgang
from ..zelfde import eis_zelfde_voortgang
from ..zinnen import citaat
from ._woorden import AANGETOOND, NOG, TEKEN


@attrs.frozen
class Getoond:
    """What a student has shown, as sheets ask for it.

    Attributes:
        spreek: what says it in words.
        niveau: the niveau that is counted; `None` for all.
        per_criterium: `AANGETOOND` or `NOG`, by code. Of niveaus that are not counted only what was shown is in it.
        per_leeruitkomst: how many of how many, by code of the leeruitkomsten that are counted.
        aangetoond: tuple of all criteria that were shown, of any niveau, in source order.
    """

    spreek: Spreek
    niveau: int | None
    per_criterium: Mapping[str, str]
    per_leeruitkomst: Mapping[str, Stand]
    aangetoond: tuple[Succescriterium, ...]

    def van(self, criterium: Succescriterium) -> str:
        """Return `AANGETOOND` or `NOG`, or nothing for what is not counted and was not shown."""
        return self.per_criterium.get(criterium.code, "")

    def woord(self, criterium: Succescriterium) -> str:
        """Return "aangetoond" or "nog aan te tonen", in the language of the screen; nothing where `van` gives nothing."""
        wat = self.van(criterium)
        return self.spreek("aangetoond" if wat == AANGETOOND else "nog_aan_te_tonen") if wat else ""

    def teken(self, criterium: Succescriterium) -> str:
        """Return the mark of a criterium; nothing where `van` gives nothing."""
        return TEKEN.get(self.van(criterium), "")

    def telling(self, uitkomst: Leeruitkomst) -> str:
        """Return "3 van 4", or nothing for a leeruitkomst that is not counted or has no criteria."""
        stand = self.per_leeruitkomst.get(uitkomst.code)
        return self.geteld(stand) if stand and stand.totaal else ""

    def telling_aangetoond(self, uitkomst: Leeruitkomst) -> str:
        """Return "3 van 4 aangetoond", or nothing where `telling` gives nothing."""
        stand = self.per_leeruitkomst.get(uitkomst.code)
        return self.spreek("telling_aangetoond", **stand.als_dict()) if stand and stand.totaal else ""

    def geteld(self, stand: Stand) -> str:
        """Return a count in words."""
        return self.spreek("telling", **stand.als_dict())

    @property
    def legenda(self) -> str:
        """What the marks mean, what is counted, and that this is no judgement."""
        tekens = {"aan": TEKEN[AANGETOOND], "nog": TEKEN[NOG]}
        zin = (
            self.spreek("tekens_niveau", nummer=self.niveau, **tekens)
            if self.niveau
            else self.spreek("tekens", **tekens)
        )
        return f"{zin} {self.spreek('geen_oordeel')}"

    def elders(self, evl: EvL) -> str:
        """Return a line with the codes of what was shown of other niveaus, in source order, or nothing if nothing was."""
        codes = ", ".join(c.code for c in self.aangetoond if c.niveau != evl.niveau.nummer)
        return self.spreek("elders", codes=codes) if codes else ""


@overload
def getoond(raamwerk: Raamwerk, voortgang: Voortgang, spreek: Spreek = NEDERLANDS) -> Getoond: ...
@overload
def getoond(raamwerk: Raamwerk, voortgang: object, spreek: Spreek = NEDERLANDS) -> Getoond | None: ...
def getoond(raamwerk: Raamwerk, voortgang: object, spreek: Spreek = NEDERLANDS) -> Getoond | None:
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
    eis_zelfde_voortgang(raamwerk, voortgang)
    toch = sorted([*voortgang.eerder, *voortgang.aangetoond, *voortgang.later])
    per_criterium = {c.code: AANGETOOND for c in toch} | {c.code: NOG for c in voortgang.nog_aan_te_tonen}
    return Getoond(spreek, voortgang.niveau, per_criterium, voortgang.per_leeruitkomst, tuple(toch))
