"""A framework in a file: read and checked to the last fault, written so that two editions compare line by line."""

from __future__ import annotations

from ..fouten import Bevinding, OngeldigRaamwerk
from ..identiteit import FORMAAT, canoniek
from ..raamwerk import Raamwerk
from ..record import namen_van
from ..samenhang import gaaf, samenhangfouten
from ..zelfde import eis_raamwerk
from . import formaat1
from .bewaren import Doel, bewaar
from .bron import GRENS, Bron
from .jsonbestand import Jsonbestand
from .vorm import schema, structureer

_BESTAND = Jsonbestand(OngeldigRaamwerk, ("formaat", *namen_van(Raamwerk)[0]))

_ANDERS = {
    "CFDocument": "is een CASE-pakket, geen raamwerk; lees het met uitwisseling.lees(…, 'case')",
    "bewijs": "is een portfolio, geen raamwerk",
}
"""Other files that end in .json, by a key that they have."""


def lees(bron: Bron, *, grens: int = GRENS) -> Raamwerk:
    """Read a framework of one's own, and check it.

    Args:
        bron: a path, an open file (text or binary), or the bytes of a JSON file. Its shape: `docs/eigen-raamwerk.md`. The first
            shape (formaat 1) is read as well; it has no key, which then follows from the name.
        grens: the largest size that is accepted, in bytes (of an open text file in characters).

    Raises:
        OngeldigRaamwerk: the file is not a sound framework; `.bevindingen` names every fault with its path (at most 100,
            and `.meer` says how many others there are). Nothing is loaded.
        VerkeerdType: `bron` is nothing that can be read.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> lu.lees(lu.schrijf(lu.laad())) == lu.laad()
    True
    """
    return uit_gegevens(_BESTAND.lees(bron, grens))


def uit_gegevens(gegevens: object) -> Raamwerk:
    """Return the framework that plain data describe (what `json.load` gives), once they have been checked.

    Raises:
        OngeldigRaamwerk: as for `lees`.
    """
    if isinstance(gegevens, dict) and "leerlijnen" not in gegevens:
        for sleutel, wat in _ANDERS.items():
            if sleutel in gegevens:
                raise _BESTAND.ongeldig([Bevinding("het bestand", "onleesbaar", wat)])
    fouten = list(formaat1.ander_formaat(gegevens))
    if formaat1.is_formaat_1(gegevens):
        fouten += formaat1.te_nieuw(gegevens)
        gegevens = formaat1.vernieuwd(gegevens)
    waarden, vormfouten = structureer(gegevens, Raamwerk)
    samenhang = [] if waarden and gaaf(*waarden) else samenhangfouten(gegevens)
    # A code in the wrong place says more than that it has the wrong form.
    genoemd = {fout.pad for fout in samenhang if fout.pad.endswith((".code", ".rij", ".nummer"))}
    fouten += (*(fout for fout in vormfouten if fout.pad not in genoemd), *samenhang)
    if fouten:
        raise _BESTAND.ongeldig(fouten)
    return Raamwerk._vertrouwd(*waarden)


def schrijf(raamwerk: Raamwerk, doel: Doel | None = None) -> bytes:
    """Return a framework as the bytes of a JSON file, and write them to `doel` if there is one.

    The same framework gives the same bytes: keys in a fixed order, one criterium per line, UTF-8. A path is written as a
    whole or not at all: whatever goes wrong, the old file is there or the new one. What is no file is written into: a pipe, a
    device, `/dev/stdout`.

    Args:
        raamwerk: the framework.
        doel: a path, whose file is replaced if there is one, or an open file (text or binary); nothing is written when it is
            left out.

    Raises:
        VerkeerdType: this is no framework, or `doel` is nothing that can be written to.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> lu.schrijf(lu.laad()).decode().splitlines()[2]
    ' "sleutel": "werkplekleren",'
    """
    return bewaar(canoniek(eis_raamwerk(raamwerk).als_dict()), doel)


def raamwerkschema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the file of a framework."""
    return schema(
        Raamwerk, FORMAAT, "Raamwerk", "Een raamwerk van leeruitkomsten, zoals leeruitkomsten.lees het leest."
    )
