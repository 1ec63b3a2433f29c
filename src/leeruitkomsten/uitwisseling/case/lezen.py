"""CASE back into a framework: `Raamwerk` equal to what was written, or every reason why a file does not fit.

A file of foreign make is read where it is a framework already: leerlijnen under the document, leeruitkomsten under those, one
for each niveau, succescriteria under those, and on each the code that it has in a framework. Nothing is made up but the
names of the fases, where no EvL gives them.
"""

from __future__ import annotations

import re
from typing import Any

from ... import codes
from ...bestanden.bron import Bron
from ...bestanden.jsonbestand import Jsonbestand
from ...bestanden.raamwerkbestand import uit_gegevens
from ...fouten import OngeldigRaamwerk, citaat
from ...raamwerk import Raamwerk
from .boom import Boom
from .delen import BEGELEIDING
from .rest import Rest
from .vorm import Item, Vorm

Deel = dict[str, Any]

_BESTAND = Jsonbestand(OngeldigRaamwerk, ("het bestand", "CFDocument", "CFItems", "CFAssociations", "CFDefinitions"))
_KOP = {"naam": "CFDocument.title", "versie": "CFDocument.version", "niveaus": "CFItems", "leerlijnen": "CFItems"}
"""Where the parts of the data file stand, but for those that stand in the rest."""
_VELD = {
    "code": ".humanCodingScheme",
    "nummer": ".humanCodingScheme",
    "naam": ".fullStatement",
    "tekst": ".fullStatement",
    "fase": ".fullStatement",
    "begeleiding": ".notes",
}
"""What the fields of the data file are called in an item."""


def lees(bron: Bron, grens: int) -> Raamwerk:
    """Read a framework from a CASE file, 1.1 or 1.0.

    Args:
        bron: a path, an open file (text or binary), or the bytes of the file.
        grens: the largest size that is accepted, in bytes.

    Raises:
        OngeldigRaamwerk: the file is not sound, or has parts that have no place in a framework; `.bevindingen` names each
            with its path, such as `CFItems[3].CFItemType`. Nothing is loaded.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.uitwisseling import schrijf
    >>> lees(schrijf(lu.laad(), "case"), 10_000_000) == lu.laad()
    True
    """
    vorm = Vorm()
    pakket = vorm.pakket(_BESTAND.lees(bron, grens))
    document = vorm.document(pakket)
    if not document:
        raise _BESTAND.ongeldig(vorm.fouten)
    rest = Rest(vorm, document, grens)
    boom = Boom(vorm, str(document.get("identifier", "")).lower(), vorm.items(pakket), vorm.banden(pakket))
    leerlijnen = [_leerlijn(boom, rest, item, f"leerlijnen[{n}]") for n, item in enumerate(boom.top("leerlijn"))]
    rest.over()
    niveaus = _niveaus(vorm, boom, leerlijnen, rest.paden)
    if vorm.fouten:
        raise _BESTAND.ongeldig(vorm.fouten)
    kop = {"naam": document["title"], "versie": document["version"]}
    try:
        return uit_gegevens({**rest.velden, **kop, "niveaus": niveaus, "leerlijnen": leerlijnen})
    except OngeldigRaamwerk as fout:
        paden = _KOP | rest.paden
        vertaald = tuple(bevinding._replace(pad=_in_case(bevinding.pad, paden)) for bevinding in fout.bevindingen)
        raise OngeldigRaamwerk(vertaald, fout.meer) from None


def _leerlijn(boom: Boom, rest: Rest, item: Item, pad: str) -> Deel:
    uitkomsten: list[Deel] = []
    for nummer, uitkomst in enumerate(boom.onder(item)):
        eigen = f"{pad}.leeruitkomsten[{nummer}]"
        criteria = [
            _deel("succescriterium", rest, criterium, f"{eigen}.succescriteria[{n}]")
            for n, criterium in enumerate(boom.onder(uitkomst))
        ]
        uitkomsten.append({**_deel("leeruitkomst", rest, uitkomst, eigen), "succescriteria": criteria})
    return {**_deel("leerlijn", rest, item, pad), "leeruitkomsten": uitkomsten}


def _deel(soort: str, rest: Rest, item: Item, pad: str) -> Deel:
    """Return the fields of one record, but for its parts, and note where it stands."""
    rest.paden[pad] = item.pad
    tekst = "naam" if soort == "leerlijn" else "tekst"
    return {"code": item.code, tekst: item.tekst, **rest.van(soort, item, pad)}


def _niveaus(vorm: Vorm, boom: Boom, leerlijnen: list[Deel], paden: dict[str, str]) -> list[Deel]:
    """Return the niveaus that the EvLs give; without any, as many as the leerlijnen have, by their number."""
    evls = [(codes.ontleed(item.code).niveau or 0, item) for item in boom.top("evl") if codes.is_code(item.code)]
    evls.sort(key=lambda evl: evl[0])
    niveaus: list[Deel] = []
    for plaats, (nummer, item) in enumerate(evls):
        paden[f"niveaus[{plaats}]"] = item.pad
        kop, wat, begeleiding = item.notitie.partition(BEGELEIDING)
        if item.notitie and (kop or not wat):
            reden = f"hier hoort {citaat(BEGELEIDING)} met wat erop volgt, er staat {citaat(item.notitie)}"
            vorm.fout(f"{item.pad}.notes", "verkeerde_vorm", reden)
        niveaus.append({"nummer": nummer, "fase": item.tekst, "begeleiding": begeleiding or None})
    if niveaus:
        return niveaus
    meeste = max((len(lijn["leeruitkomsten"]) for lijn in leerlijnen), default=0)
    return [{"nummer": n, "fase": f"niveau {n}", "begeleiding": None} for n in range(1, meeste + 1)]


def _in_case(pad: str, paden: dict[str, str]) -> str:
    """Return where in the CASE file stands what the data file has at this path: the longest part that is known, and the rest."""
    eindes = (deel.start() for deel in reversed([*re.finditer(r"[.\[]|$", pad)]))
    knip = next((einde for einde in eindes if pad[:einde] in paden), 0)
    hier, einde = paden.get(pad[:knip], ""), pad[knip:]
    # In an item a field has another name, and its children are no list of its own.
    return hier + (_VELD.get(einde[1:], "") if hier[:7] == "CFItems" else einde)
