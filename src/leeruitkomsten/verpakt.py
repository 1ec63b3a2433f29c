"""The framework that comes with the package, read by the package's own loader: from a folder, a wheel or a zip."""

from __future__ import annotations

import json
import os

from .bouwen import bouw, met_errata
from .raamwerk import Raamwerk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NIEUWSTE = "1.0"
_BEGIN, _EINDE = "werkplekleren-", ".json"
# A first answer need not work these out; a test holds each against its file.
_VINGERAFDRUK = {"1.0": "66ef60bf699bb963c10f183d7151a7525b13e85ccd9e2ea69a78a70f19e4a51b"}
_geladen: dict[tuple[str, bool], Raamwerk] = {}


def versies() -> tuple[str, ...]:
    """Return the versions of the framework that come with this package, the oldest first.

    >>> versies()
    ('1.0',)
    """
    from importlib_resources import files

    namen = (pad.name for pad in files(__package__).joinpath("data").iterdir())
    gevonden = (naam[len(_BEGIN) :].removesuffix(_EINDE) for naam in namen if naam[: len(_BEGIN)] == _BEGIN)
    return tuple(sorted(gevonden, key=lambda versie: [int(deel) for deel in versie.split(".")]))


def laad(versie: str | None = None, *, errata: bool = False) -> Raamwerk:
    """Return the packaged framework, to the letter of the source document; every call gives the same object.

    Args:
        versie: one of `versies()`; the newest when it is left out. This is the version of the data, not of the package. With
            `+errata` behind it, as the framework itself says it, its known slips have been corrected.
        errata: correct the known slips (`laad().errata`); the version of what you get then ends in `+errata`.

    Raises:
        OngeldigeVraag: the package has no such version.
        VerkeerdType: `errata` is neither `True` nor `False`.

    >>> laad()
    <Raamwerk 1.0: 16 leeruitkomsten, 101 succescriteria>
    >>> laad("1.0+errata") is laad(errata=True)
    True
    """
    if versie is not None or errata is not False:
        gevraagd, errata = _gevraagd(versie, errata)
    else:
        gevraagd = NIEUWSTE
    if gevraagd != NIEUWSTE and gevraagd not in versies():
        from .fouten import OngeldigeVraag
        from .zinnen import citaat

        reden = f"versie {citaat(versie)} zit niet in dit pakket; kies uit: {', '.join(versies())}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"versie": versie, "mogelijk": versies()})
    if (gevraagd, errata) not in _geladen:
        gegevens = lees_gegevens(gevraagd)
        kader = bouw(met_errata(gegevens)) if errata else bouw(gegevens, _VINGERAFDRUK[gevraagd])
        # Two threads may both have come here: the first one's framework is the one for all.
        _geladen.setdefault((gevraagd, errata), kader)
    return _geladen[gevraagd, errata]


def _gevraagd(versie: str | None, errata: bool) -> tuple[str, bool]:
    """Return the version without its ending, and whether errata are corrected."""
    from .identiteit import MET_ERRATA

    if not isinstance(errata, bool):  # "nee" would be yes
        from .fouten import VerkeerdType
        from .zinnen import citaat

        raise VerkeerdType(f"errata= vraagt om True of False, niet om {citaat(errata)}", {"errata": errata})
    if isinstance(versie, str) and versie.endswith(MET_ERRATA):
        return versie.removesuffix(MET_ERRATA), True
    return NIEUWSTE if versie is None else versie, errata


def lees_gegevens(versie: str) -> dict[str, Any]:
    """Return the data file of a packaged version as plain data."""
    pad = os.path.join(os.path.dirname(__file__), "data", f"{_BEGIN}{versie}{_EINDE}")
    lader: Any = __spec__.loader
    return json.loads(lader.get_data(pad))
