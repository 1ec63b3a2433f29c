"""Ids for systems in which frameworks stand side by side: never those of another framework, also where codes are equal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..fouten import OngeldigeVraag
from ..raamwerk import Raamwerk
from ..zinnen import citaat

_NAAMRUIMTE = re.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")


def id_van(raamwerk: Raamwerk, einde: str, naamruimte: str | None) -> str:
    """Return the id of a code, or of something else in this framework: what stands behind its last `_` is the code.

    The sleutel tells frameworks apart; `naamruimte`, if there is one, the institutions that use the same one.

    >>> import leeruitkomsten as lu
    >>> id_van(lu.laad(), "WP2.4a", None), id_van(lu.laad(), "WP2.4a", "pabo")
    ('werkplekleren_WP2.4a', 'pabo_werkplekleren_WP2.4a')
    """
    return "_".join(filter(None, (naamruimte, raamwerk.sleutel, einde)))


def naamruimtefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with the option `naamruimte`, where it is there."""
    naamruimte = opties.get("naamruimte")
    if naamruimte is not None and not _NAAMRUIMTE.fullmatch(naamruimte):
        hoort = "een letter of cijfer en dan letters, cijfers, '.' of '-', ten hoogste 40 samen"
        reden = f"naamruimte: hier hoort {hoort}, er staat {citaat(naamruimte)}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"naamruimte": naamruimte})
