"""What writing and reading CASE share: the types of item, and where a file holds what CASE has no field for."""

from __future__ import annotations

import attrs

from ...model import Leerlijn, Leeruitkomst, Succescriterium
from ...raamwerk import Raamwerk
from ...record import namen_van
from ..opties import CaseVersie
from ..webadres import basis

SLEUTEL = "leeruitkomsten"
"""The key in `CFDocument.extensions` (1.1) under which the rest of the framework stands."""
ERBIJ = "erbij"
"""The key in the rest under which stands, by code, what an item has no field for."""
_IN_CASE = ("versie", "niveaus", "leerlijnen")
REST = ("formaat", *(naam for naam in namen_van(Raamwerk)[0] if naam not in _IN_CASE), ERBIJ)
"""The parts of the data file that CASE has no field for, or that a server may change: of a name only one that OpenSALT cuts."""
LANGSTE_TITEL = 120
"""At how many characters OpenSALT cuts the title of a document."""
MAG_NIETS_ZIJN = ("uitgever", "licentie")
"""Those of them that are left out where the framework does not state them: CASE has no nulls."""
_IN_ITEM = ("code", "naam", "tekst", "leeruitkomsten", "succescriteria")
REST_VAN_ITEM = {
    soort: tuple(naam for naam in namen_van(klasse)[0] if naam not in _IN_ITEM)
    for soort, klasse in (("leerlijn", Leerlijn), ("leeruitkomst", Leeruitkomst), ("succescriterium", Succescriterium))
}
"""For each soort of code the fields of its record that an item has no field for."""
LANGSTE_VERSIE = 50
"""The longest version of a document that OpenSALT takes: it fails on a longer one."""
ZIN = "Wat CASE 1.0 niet kent, als JSON: "
"""The sentence in `CFDocument.notes` (1.0, which knows no extensions) behind which the rest stands."""
ZINNEN = (ZIN, "Wat CASE 1.0 niet kent (bron, inleiding, errata en vervallen codes), als JSON: ")
"""The same, and what it was in files with a rest of formaat 1: read for good."""
AANDUIDING = "aanduiding"
"""The key in what stands by a code under which stands the statement of a leeruitkomst without a text: CASE demands one."""
VERVALLEN = "Vervallen sinds versie "
"""What stands before the version in the notes of an item that ended."""
BEGELEIDING = "Begeleiding: "
"""What stands before the begeleiding in the notes of an EvL."""


@attrs.frozen
class Itemtype:
    """A type of item: its title, its place among the types, and what it is."""

    titel: str
    plaats: str
    uitleg: str


TYPES = {
    "leerlijn": Itemtype("Leerlijn", "1", "Een leerlijn: een lijn van leeruitkomsten, met één voor elk niveau."),
    "leeruitkomst": Itemtype("Leeruitkomst", "1.1", "Een leeruitkomst: wat een student op een niveau laat zien."),
    "succescriterium": Itemtype(
        "Succescriterium", "1.1.1", "Een succescriterium: waaraan te zien is dat de leeruitkomst is aangetoond."
    ),
    "evl": Itemtype("EvL", "2", "Een eenheid van leeruitkomsten: de leeruitkomsten van alle leerlijnen op een niveau."),
}
"""For each soort of code the type of its item."""


DOCUMENT = "case:CFDocument"
"""The text whose UUID, below the key of a framework, is that of the framework as a whole, in every format that has one."""


def adres(base_uri: str, versie: CaseVersie) -> str:
    """Return the REST address of a CASE server, behind which come the name of a list and an identifier."""
    return f"{basis(base_uri)}ims/case/v{versie.replace('.', 'p')}/"
