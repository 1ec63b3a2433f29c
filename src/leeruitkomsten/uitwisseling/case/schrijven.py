"""CASE 1.0 and 1.1 (1EdTech, Competencies and Academic Standards Exchange): a framework as one CFPackage.

| framework | CASE |
|---|---|
| leerlijn, leeruitkomst, succescriterium, EvL | a `CFItem` with its code as `humanCodingScheme` and its soort as `CFItemType` |
| what is under what, in which order | `isChildOf`, with a `sequenceNumber` that counts from 1 under each parent |
| a leeruitkomst belongs to an EvL | `isPartOf` |
| WP1, then WP2, then WP3 | `precedes` |
| fase and begeleiding of a niveau | the statement and the notes of its EvL |
| taal, uitgever | `language` of the document and of each item, `publisher` of the document |
| licentie | a `CFLicense` of that title, to which `licenseURI` of the document leads |
| a leeruitkomst without a text | its leerlijn and fase as its statement; one that holds nothing either is no item |
| rows × niveaus | `CFRubrics` |
| a code that ended | a `CFItem` with a `statusEndDate` and its reden, under no other; `replacedBy` for what follows it |
| all else that the data file has | `notes` of the document; in 1.1 its `extensions.leeruitkomsten` |

Identifiers are UUIDs (version 5), below the key of the framework (and that below the `naamruimte` of an institution, where
there is one), of the code, or of a text that no code can be: `case:CFDocument`, `case:CFItemType:Leerlijn`,
`case:CFLicense:CC BY 4.0`, `case:CFRubric:WP`, `case:isChildOf:WP1:WP` (in which the document is called `CFDocument`).
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Set
from typing import Any

from ...codes import soort_van
from ...fouten import OngeldigeVraag, weiger
from ...identiteit import canoniek
from ...model import NIET_VERMELD, Leerlijn, Leeruitkomst, Rij, Succescriterium
from ...raamwerk import Raamwerk
from ..csvtekst import te_lang
from ..ids import naamruimtefouten
from ..opties import CaseVersie
from ..teksten import gevuld, naam_van
from ..webadres import adresfouten
from .adressen import Adressen
from .delen import (
    AANDUIDING,
    BEGELEIDING,
    DOCUMENT,
    ERBIJ,
    LANGSTE_TITEL,
    LANGSTE_VERSIE,
    REST,
    REST_VAN_ITEM,
    SLEUTEL,
    TYPES,
    VERVALLEN,
    ZIN,
)
from .rubrics import rubrics

Deel = dict[str, Any]

_DOCUMENT = "CFDocument"
_VOORGESTELD = "Voorgesteld op volgorde binnen de rij; de bron zegt dit niet."


def schrijf(
    raamwerk: Raamwerk,
    *,
    versie: CaseVersie = "1.0",
    base_uri: str | None = None,
    naamruimte: str | None = None,
    rubrieken: bool = True,
    precedes_criteria: bool = False,
) -> bytes:
    """Return a framework as a CFPackage in JSON.

    Args:
        raamwerk: the framework.
        versie: `1.0`, which comes back whole from every server that was tried, or `1.1` for a system that asks for it: servers
            drop its extensions. Never import both on one server: their identifiers are the same.
        base_uri: the address of the CASE server itself, such as `https://case.example.nl`: each `uri` is then its REST address
            there. Without it each is a `urn:uuid:`, which is unique but leads nowhere.
        naamruimte: an institution's own namespace, a UUID or a name such as `hogeschool-x.nl`: every identifier follows from it.
            Needed where another institution has the same framework on the same server.
        rubrieken: write rows × niveaus too, as rubrics.
        precedes_criteria: say also which criterium precedes which in a row. The source does not: it is suggested, from a
            cell to the next that is not empty, in their order, and only where both have equally many.

    Raises:
        OngeldigeVraag: the version of the framework is longer than OpenSALT takes (50 characters).

    >>> import leeruitkomsten as lu
    >>> list(json.loads(schrijf(lu.laad())))
    ['CFDocument', 'CFItems', 'CFAssociations', 'CFRubrics', 'CFDefinitions']
    """
    weiger(te_lang([("de versie van het raamwerk", raamwerk.versie, LANGSTE_VERSIE)]))
    pakket = _Pakket(raamwerk, versie, Adressen(raamwerk, versie, base_uri, naamruimte))
    paren = [paar for rij in raamwerk.rijen for paar in _stappen(rij)] if precedes_criteria else []
    items = [*pakket.items(), *pakket.vervallen()]
    opvolging = pakket.opvolging({item["humanCodingScheme"] for item in items})
    banden = [*pakket.boom(), *pakket.evls(), *pakket.volgorde(), *opvolging, *pakket.voorgesteld(paren)]
    return canoniek(
        {
            "CFDocument": pakket.document(_rest(raamwerk)),
            "CFItems": items,
            "CFAssociations": banden,
            **(pakket.rubrieken() if rubrieken else {}),
            "CFDefinitions": {"CFItemTypes": [*pakket.itemtypes()], **pakket.licenties()},
        }
    )


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with options that are of the right type; those that are not are left out."""
    if opties.get("base_uri") is not None:
        yield from adresfouten(opties["base_uri"])
    yield from naamruimtefouten(opties)


def _rest(raamwerk: Raamwerk) -> Deel:
    """Return what CASE has no field for, or what a server may change, in the shape of the data file."""
    gegevens: Mapping[str, Any] = raamwerk.als_dict()
    rest: Deel = {naam: gegevens[naam] for naam in REST if gegevens.get(naam) is not None}
    if len(raamwerk.naam) <= LANGSTE_TITEL:
        del rest["naam"]
    erbij = {
        record.code: eigen
        for soort, records in (
            ("leerlijn", raamwerk.leerlijnen),
            ("leeruitkomst", raamwerk.leeruitkomsten),
            ("succescriterium", raamwerk.succescriteria),
        )
        for record in records
        if (eigen := _zonder_veld(soort, record))
    }
    for lijn in raamwerk.leerlijnen:
        for uitkomst in gevuld(lijn.leeruitkomsten):
            if not uitkomst.tekst:
                erbij.setdefault(uitkomst.code, {})[AANDUIDING] = naam_van(raamwerk, uitkomst)
    return {**rest, ERBIJ: erbij} if erbij else rest


def _zonder_veld(soort: str, record: Leerlijn | Leeruitkomst | Succescriterium) -> Deel:
    """Return what a record has and its item has no field for."""
    return {naam: deel for naam, deel in record._als_gegevens().items() if naam in REST_VAN_ITEM[soort]}


def _stappen(rij: Rij) -> Iterator[tuple[Succescriterium, Succescriterium]]:
    """Yield which criterium of a row may precede which: where cells differ in number, no order says it."""
    for van, naar in itertools.pairwise(cel for cel in rij.cellen if cel):
        if len(van) == len(naar):
            yield from zip(van, naar, strict=True)


class _Pakket:
    """The parts of one package, each as plain data with its keys in a fixed order."""

    def __init__(self, raamwerk: Raamwerk, versie: CaseVersie, adressen: Adressen) -> None:
        self._raamwerk = raamwerk
        self._versie = versie
        self._adressen = adressen
        self._id = adressen.van
        self._moment = {"lastChangeDateTime": f"{raamwerk.datum}T00:00:00Z"}

    def document(self, rest: Deel) -> Deel:
        raamwerk = self._raamwerk
        nieuw = self._versie == "1.1"
        inleiding = " ".join(noot.tekst for noot in raamwerk.inleiding)
        return {
            **self._id("CFDocuments", DOCUMENT),
            **({"caseVersion": self._versie} if nieuw else {}),
            # CASE asks for a creator; a framework does not say who made it, and a guess would be a claim.
            "creator": NIET_VERMELD,
            **({"publisher": raamwerk.uitgever} if raamwerk.uitgever else {}),
            "title": raamwerk.naam,
            **self._moment,
            **({"description": inleiding} if inleiding else {}),
            "language": raamwerk.taal,
            "version": raamwerk.versie,
            **({"licenseURI": self._licentie(raamwerk.licentie)} if raamwerk.licentie else {}),
            **(
                {"extensions": {SLEUTEL: rest}}
                if nieuw
                else {"notes": ZIN + json.dumps(rest, ensure_ascii=False, separators=(",", ":"))}
            ),
        }

    def licenties(self) -> Deel:
        """Return the definition of the licence; none where the framework states none."""
        licentie = self._raamwerk.licentie
        # CASE asks for the text of a licence, or where that is; its name is all that a framework has.
        tekst = {"licenseText": licentie, **self._moment}
        return {"CFLicenses": [self._licentie(licentie) | tekst]} if licentie else {}

    def _licentie(self, naam: str) -> Deel:
        return {"title": naam, **self._id("CFLicenses", f"case:CFLicense:{naam}")}

    def items(self) -> Iterator[Deel]:
        """Yield the items, parents before children, in the order of the source; the EvLs last."""
        for lijn in self._raamwerk.leerlijnen:
            yield self._item("leerlijn", lijn.code, lijn.naam)
            for uitkomst in gevuld(lijn.leeruitkomsten):
                yield self._item("leeruitkomst", uitkomst.code, naam_van(self._raamwerk, uitkomst))
                for criterium in uitkomst.succescriteria:
                    yield self._item("succescriterium", criterium.code, criterium.tekst)
        for evl in self._raamwerk.evls:
            begeleiding = evl.niveau.begeleiding
            yield self._item("evl", evl.code, evl.niveau.fase, begeleiding and BEGELEIDING + begeleiding)

    def vervallen(self) -> Iterator[Deel]:
        """Yield what ended, but for rows and cells, which are no items: a server that deletes nothing learns that it did."""
        for oud in self._raamwerk.vervallen:
            if (soort := soort_van(oud.code)) in TYPES:
                # Since which day is not known of a code that ended in an earlier version: on the day of this one it has.
                item = self._item(soort, oud.code, oud.reden, VERVALLEN + oud.sinds)
                yield item | {"statusEndDate": self._raamwerk.datum}

    def _item(self, soort: str, code: str, tekst: str, notitie: str | None = None) -> Deel:
        titel = TYPES[soort].titel
        return {
            **self._id("CFItems", code),
            "humanCodingScheme": code,
            "fullStatement": tekst,
            **({"notes": notitie} if notitie else {}),
            "language": self._raamwerk.taal,
            "CFItemType": titel,
            "CFItemTypeURI": {"title": titel, **self._id("CFItemTypes", f"case:CFItemType:{titel}")},
            **self._moment,
        }

    def itemtypes(self) -> Iterator[Deel]:
        for soort, itemtype in TYPES.items():
            yield {
                **self._id("CFItemTypes", f"case:CFItemType:{itemtype.titel}"),
                "title": itemtype.titel,
                "description": itemtype.uitleg,
                "hierarchyCode": itemtype.plaats,
                "typeCode": soort,
                **self._moment,
            }

    def boom(self) -> Iterator[Deel]:
        """Yield what is a child of what, in the order of the items."""
        lijnen = self._raamwerk.leerlijnen
        for nummer, lijn in enumerate(lijnen, 1):
            yield self._band("isChildOf", lijn.code, _DOCUMENT, nummer)
            yield from self._kinderen(lijn)
        for nummer, evl in enumerate(self._raamwerk.evls, len(lijnen) + 1):
            yield self._band("isChildOf", evl.code, _DOCUMENT, nummer)

    def _kinderen(self, lijn: Leerlijn) -> Iterator[Deel]:
        for plaats, uitkomst in enumerate(gevuld(lijn.leeruitkomsten), 1):
            yield self._band("isChildOf", uitkomst.code, lijn.code, plaats)
            for nummer, criterium in enumerate(uitkomst.succescriteria, 1):
                yield self._band("isChildOf", criterium.code, uitkomst.code, nummer)

    def evls(self) -> Iterator[Deel]:
        for evl in self._raamwerk.evls:
            for uitkomst in gevuld(evl.leeruitkomsten):
                yield self._band("isPartOf", uitkomst.code, evl.code)

    def volgorde(self) -> Iterator[Deel]:
        for lijn in self._raamwerk.leerlijnen:
            for van, naar in itertools.pairwise(gevuld(lijn.leeruitkomsten)):
                yield self._band("precedes", van.code, naar.code)

    def opvolging(self, items: Set[str]) -> Iterator[Deel]:
        """Yield which of these codes, that have an item, are replaced by which."""
        for oud in self._raamwerk.vervallen:
            for opvolger in oud.opvolgers:
                if {oud.code, opvolger} <= items:
                    yield self._band("replacedBy", oud.code, opvolger)

    def rubrieken(self) -> Deel:
        """Return the rubrics; none where no leerlijn has rows."""
        delen = [*rubrics(self._raamwerk, self._adressen, self._moment)]
        return {"CFRubrics": delen} if delen else {}

    def voorgesteld(self, paren: list[tuple[Succescriterium, Succescriterium]]) -> Iterator[Deel]:
        # Version 1.0 has no notes here: that these are suggestions then stands in the docs only.
        notitie = {"notes": _VOORGESTELD} if self._versie == "1.1" else {}
        for van, naar in paren:
            yield self._band("precedes", van.code, naar.code) | notitie

    def _band(self, soort: str, van: str, naar: str, nummer: int | None = None) -> Deel:
        return {
            **self._id("CFAssociations", f"case:{soort}:{van}:{naar}"),
            "associationType": soort,
            **({} if nummer is None else {"sequenceNumber": nummer}),
            "originNodeURI": self._knoop(van),
            "destinationNodeURI": self._knoop(naar),
            **self._moment,
        }

    def _knoop(self, code: str) -> Deel:
        if code == _DOCUMENT:
            return {"title": self._raamwerk.naam, **self._id("CFDocuments", DOCUMENT)}
        return {"title": code, **self._id("CFItems", code)}
