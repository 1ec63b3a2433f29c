"""What each part of a package is called in the world: its UUID, and its address on a server."""

from __future__ import annotations

from typing import Any

from ...raamwerk import Raamwerk
from ..ids import nummering
from ..opties import CaseVersie
from .delen import adres


class Adressen:
    """Gives parts of a package their identifier and uri."""

    def __init__(self, raamwerk: Raamwerk, versie: CaseVersie, base_uri: str | None, naamruimte: str | None) -> None:
        self._nummer = nummering(raamwerk.sleutel, naamruimte)
        self._base = None if base_uri is None else adres(base_uri, versie)

    def van(self, lijst: str, naam: str) -> dict[str, Any]:
        """Return identifier and uri of what has this name, or this code, in a list of the REST interface."""
        identifier = str(self._nummer(naam))
        return {
            "identifier": identifier,
            "uri": f"{self._base}{lijst}/{identifier}" if self._base else f"urn:uuid:{identifier}",
        }
