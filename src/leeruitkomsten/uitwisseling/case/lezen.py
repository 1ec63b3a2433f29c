"""CASE back into a framework: `Raamwerk` equal to what was written, or every reason why a file does not fit.

A file of foreign make is read where it is a framework already: leerlijnen under the document, leeruitkomsten under those, one
for each niveau, succescriteria under those, and on each the code that it has in a framework. Nothing is made up but the
names of the fases, where no EvL gives them.
"""

from __future__ import annotations

import re
from typing import Any, cast

from ... import codes
from ...bestanden.bron import Bron
from ...bestanden.jsonbestand import Jsonbestand
from ...bestanden.raamwerkbestand import uit_gegevens
from ...fouten import Bevinding, OngeldigRaamwerk, citaat
from ...identiteit import FORMAAT
from ...raamwerk import Raamwerk
from ...velden import staat
from .boom import Boom
from .delen import BEGELEIDING, REST, SLEUTEL, ZIN
from .vorm import GEEN_PLAATS, Item, Vorm, dubbele_sleutels, stap

Deel = dict[str, Any]

_BESTAND = Jsonbestand(OngeldigRaamwerk, ("het bestand", "CFDocument", "CFItems", "CFAssociations", "CFDefinitions"))
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
    paden: dict[str, str] = {"naam": "CFDocument.title", "versie": "CFDocument.version", "leerlijnen": "CFItems"}
    rest = _rest(vorm, document, grens, paden)
    boom = Boom(vorm, str(document.get("identifier", "")).lower(), vorm.items(pakket), vorm.banden(pakket))
    leerlijnen = [_leerlijn(boom, item, f"leerlijnen[{n}]", paden) for n, item in enumerate(boom.top("leerlijn"))]
    niveaus = _niveaus(vorm, boom, leerlijnen, paden)
    if vorm.fouten:
        raise _BESTAND.ongeldig(vorm.fouten)
    kop = {"naam": document["title"], "versie": document["version"]}
    try:
        return uit_gegevens({**rest, **kop, "niveaus": niveaus, "leerlijnen": leerlijnen})
    except OngeldigRaamwerk as fout:
        vertaald = tuple(
            Bevinding(_in_case(bevinding.pad, paden), "verkeerde_waarde", bevinding.reden)
            for bevinding in fout.bevindingen
        )
        raise OngeldigRaamwerk(vertaald, fout.meer) from None


def _leerlijn(boom: Boom, item: Item, pad: str, paden: dict[str, str]) -> Deel:
    uitkomsten: list[Deel] = []
    paden[pad] = item.pad
    for nummer, uitkomst in enumerate(boom.onder(item)):
        eigen = f"{pad}.leeruitkomsten[{nummer}]"
        criteria = boom.onder(uitkomst)
        paden[eigen] = uitkomst.pad
        paden |= {f"{eigen}.succescriteria[{n}]": criterium.pad for n, criterium in enumerate(criteria)}
        teksten = [{"code": criterium.code, "tekst": criterium.tekst} for criterium in criteria]
        uitkomsten.append({"code": uitkomst.code, "tekst": uitkomst.tekst, "succescriteria": teksten})
    return {"code": item.code, "naam": item.tekst, "leeruitkomsten": uitkomsten}


def _niveaus(vorm: Vorm, boom: Boom, leerlijnen: list[Deel], paden: dict[str, str]) -> list[Deel]:
    """Return the niveaus that the EvLs give; without any, as many as the leerlijnen have, by their number."""
    evls = [(codes.ontleed(item.code).niveau or 0, item) for item in boom.top("evl") if codes.is_code(item.code)]
    evls.sort(key=lambda evl: evl[0])
    niveaus: list[Deel] = []
    paden["niveaus"] = "CFItems"
    for plaats, (nummer, item) in enumerate(evls):
        paden[f"niveaus[{plaats}]"] = item.pad
        kop, wat, begeleiding = item.notitie.partition(BEGELEIDING)
        if item.notitie and (kop or not wat):
            reden = f"hier hoort {citaat(BEGELEIDING)} met wat erop volgt, er staat {citaat(item.notitie)}"
            vorm.fout(f"{item.pad}.notes", reden)
        niveaus.append({"nummer": nummer, "fase": item.tekst, "begeleiding": begeleiding or None})
    if niveaus:
        return niveaus
    meeste = max((len(lijn["leeruitkomsten"]) for lijn in leerlijnen), default=0)
    return [{"nummer": n, "fase": f"niveau {n}", "begeleiding": None} for n in range(1, meeste + 1)]


def _rest(vorm: Vorm, document: Deel, grens: int, paden: dict[str, str]) -> Deel:
    """Return the parts of a framework that CASE has no field for, and note where they stand."""
    notitie = vorm.woord(document, "notes", "CFDocument", moet=False)
    kop, zin, als_json = notitie.partition(ZIN)
    if zin and not kop:
        rest = _uit_notitie(vorm, als_json, grens)
        pad = "CFDocument.notes"
        if "extensions" in document:
            vorm.fout("CFDocument.extensions", GEEN_PLAATS)
    else:
        if notitie:
            vorm.fout("CFDocument.notes", GEEN_PLAATS)
        if "extensions" not in document:
            return _zonder_rest(vorm, document, paden)
        pad = f"CFDocument.extensions.{SLEUTEL}"
        buiten = vorm.deel(document["extensions"], "CFDocument.extensions", {SLEUTEL})
        rest = buiten.get(SLEUTEL)
        if SLEUTEL not in buiten:
            return _zonder_rest(vorm, document, paden)
    paden |= {naam: f"{pad}.{naam}" for naam in REST}
    if not isinstance(rest, dict):
        vorm.fout(pad, f"hier hoort een object, er staat {staat(rest)}")
        return {}
    for naam in cast("Deel", rest):
        if naam not in REST:
            vorm.fout(stap(pad, naam), GEEN_PLAATS)
    return cast("Deel", rest)


def _uit_notitie(vorm: Vorm, als_json: str, grens: int) -> object:
    try:
        rest = _BESTAND.lees(als_json.encode("utf-8", "surrogatepass"), grens)
    except OngeldigRaamwerk as fout:
        vorm.fout("CFDocument.notes", f"de JSON {fout.bevindingen[0].reden}")
        return {}
    for fout_in_rest in dubbele_sleutels(rest):
        vorm.fout("CFDocument.notes", str(fout_in_rest))
    return rest


def _zonder_rest(vorm: Vorm, document: Deel, paden: dict[str, str]) -> Deel:
    """Return what a file of foreign make says of its source: its title, its description and its date."""
    paden["datum"] = "CFDocument.lastChangeDateTime"
    titel, datum = document.get("title"), vorm.woord(document, "lastChangeDateTime", "CFDocument")
    inleiding = vorm.tekst(document, "description", "CFDocument", moet=False)
    return {
        "formaat": FORMAAT,
        "datum": datum.partition("T")[0],
        "bron": {"titel": titel, "sha256": "", "verwijzingen": [], "verantwoording": [], "op_inhoud_geplaatst": []},
        "inleiding": [{"bij": "beschrijving", "tekst": inleiding}] if inleiding else [],
        "errata": [],
        "vervallen": [],
    }


def _in_case(pad: str, paden: dict[str, str]) -> str:
    """Return where in the CASE file stands what the data file has at this path: the longest part that is known, and the rest."""
    eindes = (deel.start() for deel in reversed([*re.finditer(r"[.\[]|$", pad)]))
    knip = next((einde for einde in eindes if pad[:einde] in paden), 0)
    hier, einde = paden.get(pad[:knip], ""), pad[knip:]
    # In an item a field has another name, and its children are no list of its own.
    return hier + (_VELD.get(einde[1:], "") if hier[:7] == "CFItems" else einde)
