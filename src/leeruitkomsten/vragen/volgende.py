"""The leeruitkomst one niveau higher in the same leerlijn (volgende), or lower (vorige)."""

from __future__ import annotations

from ..model import Leeruitkomst
from ..register import Register


def volgende(register: Register, code: object) -> Leeruitkomst | None:
    """Return the leeruitkomst one niveau higher; `None` at the highest.

    Raises:
        OnbekendeCode: no leeruitkomst has this code.
    """
    return _op_niveau(register, code, +1)


def vorige(register: Register, code: object) -> Leeruitkomst | None:
    """Return the leeruitkomst one niveau lower; `None` at the lowest.

    Raises:
        OnbekendeCode: no leeruitkomst has this code.
    """
    return _op_niveau(register, code, -1)


def _op_niveau(register: Register, code: object, stap: int) -> Leeruitkomst | None:
    uitkomst: Leeruitkomst = register.vind("leeruitkomst", code)
    reeks: tuple[Leeruitkomst, ...] = register.bekend("leerlijn")[uitkomst.leerlijn].leeruitkomsten
    plaats = uitkomst.niveau - 1 + stap
    return reeks[plaats] if 0 <= plaats < len(reeks) else None
