"""Ids for systems in which frameworks stand side by side: never those of another framework, also where codes are equal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from ..fouten import OngeldigeVraag
from ..identiteit import uuidruimte
from ..raamwerk import Raamwerk
from ..zinnen import citaat

_UUID = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_NAAMRUIMTE = re.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")


def id_van(raamwerk: Raamwerk, einde: str, naamruimte: str | None) -> str:
    """Return the id of a code, or of something else in this framework: what stands behind its last `_` is the code.

    The sleutel tells frameworks apart; `naamruimte`, if there is one, the institutions that use the same one.

    >>> import leeruitkomsten as lu
    >>> id_van(lu.laad(), "WP2.4a", None), id_van(lu.laad(), "WP2.4a", "pabo")
    ('werkplekleren_WP2.4a', 'pabo_werkplekleren_WP2.4a')
    """
    return "_".join(filter(None, (naamruimte, raamwerk.sleutel, einde)))


def nummering(sleutel: str, naamruimte: str | None = None) -> Callable[[str], UUID]:
    """Return what gives each code of a framework its UUID (version 5): the same on every machine, for good.

    Below the namespace of this package, or of the institution, stands the sleutel of the framework, and below that the code.
    `naamruimte` is a UUID, or a name such as `hogeschool-x.nl`, which has one below the namespace of this package.

    >>> import leeruitkomsten as lu
    >>> nummering("werkplekleren")("WP2") == lu.laad().uuid("WP2")
    True
    >>> nummering("werkplekleren", "hogeschool-x.nl")("WP2")
    UUID('c2e5e256-d2fa-5a5f-bc90-75bcc3779210')
    """
    ruimte = uuidruimte(sleutel, None if naamruimte is None else _ruimte(naamruimte))
    return lambda code: uuid5(ruimte, code)


def _ruimte(naamruimte: str) -> UUID:
    # No sleutel has a colon: a name is never that of a framework.
    return UUID(naamruimte) if _UUID.fullmatch(naamruimte) else uuidruimte(f"naamruimte:{naamruimte}")


def naamruimtefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with the option `naamruimte`, where it is there."""
    naamruimte = opties.get("naamruimte")
    if naamruimte is not None and not _NAAMRUIMTE.fullmatch(naamruimte):
        hoort = "een letter of cijfer en dan letters, cijfers, '.' of '-', ten hoogste 40 samen"
        reden = f"naamruimte: hier hoort {hoort}, er staat {citaat(naamruimte)}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"naamruimte": naamruimte})
