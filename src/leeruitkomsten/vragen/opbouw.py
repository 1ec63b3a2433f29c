"""Build-up (opbouw): the row through all niveaus that something stands in."""

from __future__ import annotations

from typing import cast

from ..model import Rij, Succescriterium
from ..register import Register, bestaat


def opbouw(register: Register, code: object) -> Rij:
    """Return the row of which a succescriterium, a cel or the row itself is given by code.

    Raises:
        OnbekendeCode: the code is none of these.
    """
    if bestaat(register.bekend("rij"), code):
        return cast("Rij", register.bekend("rij")[code])
    if bestaat(register.bekend("succescriterium"), code):
        criterium: Succescriterium = register.bekend("succescriterium")[code]
        return cast("Rij", register.bekend("rij")[criterium.rij])
    if bestaat(register.bekend("cel"), code):
        from ..codes import ontleed

        delen = ontleed(str(code))
        return cast("Rij", register.bekend("rij")[f"{delen.leerlijn}.{delen.rij}"])
    raise register.onbekend("succescriterium, cel of rij", code)
