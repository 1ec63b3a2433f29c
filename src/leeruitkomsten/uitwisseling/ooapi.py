"""OOAPI v6 (SURF, Open Onderwijs API): the framework as the answer to `GET /learning-outcomes`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..eenheid import EvL
from ..identiteit import canoniek, uuid
from ..model import Leerlijn, Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from .teksten import gevuld, naam_van

Item = dict[str, object]


_TAAL = re.compile(
    "[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))*(-[a-z0-9]{2,8})*(-x(-[a-z0-9]{1,8})+)?"
)
"""What OOAPI takes for a language; BCP 47 allows more."""
_ONZE = "nl"
"""The language of the sentences that are ours and not the framework's."""


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return the learning outcomes of OOAPI v6 as one page of a collection: pagination and `items`.

    Every leerlijn, EvL, leeruitkomst and succescriterium is a `LearningOutcome`. Its `learningOutcomeId` is the UUID of its
    code in this framework, the code itself its `primaryCode` and `abbreviation`, the whole text its `name`. Parents stand
    before their children, and both ends name each other (`parentIds`, `childIds`): a leeruitkomst has two parents, its leerlijn
    and its EvL. What has a niveau has the `complexityLevel` `x-niveau-1`, `x-niveau-2` and so on. The omschrijving of a leerlijn
    is its `description`; the code that the source itself gives stands in `otherCodes`. Key, name, version and date of the
    framework stand in `ext` of the collection.

    Texts are in the language of the framework; the `description` of a leeruitkomst or EvL is a Dutch sentence of ours.

    Limits: the only text with a greatest length is `abbreviation` (256), and a code has 15 characters at most, so nothing is
    cut. There is no term for the order of niveaus, for rijen, errata and codes that ended: those are left out. `validFrom`
    is left out too: the framework does not say since when it applies. Of a language what the specification does not take is
    left off, from the end: at least the language itself stays.

    >>> import json, leeruitkomsten as lu
    >>> antwoord = json.loads(schrijf(lu.laad()))
    >>> antwoord["pageSize"], antwoord["hasNextPage"]
    (125, False)
    >>> [item["name"][0]["value"] for item in antwoord["items"][3:6]]
    ['Professionele identiteit', 'EvL1 Oriëntatiefase', 'EvL2 Verdiepingsfase']
    """
    items = [*_Items(raamwerk).alle()]
    blad = {"pageSize": len(items), "pageNumber": 1, "hasPreviousPage": False, "hasNextPage": False, "totalPages": 1}
    herkomst = {
        "sleutel": raamwerk.sleutel,
        "raamwerk": raamwerk.naam,
        "versie": raamwerk.versie,
        "datum": raamwerk.datum,
    }
    return canoniek({**blad, "items": items, "ext": herkomst})


class _Items:
    """The items of one framework, each as plain data."""

    def __init__(self, kader: Raamwerk) -> None:
        self._kader = kader
        self._taal = _taal(kader.taal)

    def alle(self) -> Iterator[Item]:
        """Yield every item, parents before their children."""
        yield from map(self._leerlijn, self._kader.leerlijnen)
        yield from map(self._evl, self._kader.evls)
        yield from map(self._leeruitkomst, gevuld(self._kader.leeruitkomsten))
        yield from map(self._criterium, self._kader.succescriteria)

    def _leerlijn(self, lijn: Leerlijn) -> Item:
        item = self._item(lijn.code, lijn.naam, [], _codes(gevuld(lijn.leeruitkomsten)))
        return item | ({"description": _tekst(self._taal, lijn.omschrijving)} if lijn.omschrijving else {})

    def _evl(self, evl: EvL) -> Item:
        item = self._item(evl.code, f"{evl.code} {evl.niveau.fase}", [], _codes(gevuld(evl.leeruitkomsten)))
        return item | {"description": _tekst(_ONZE, str(evl.niveau)), **_niveau(evl.niveau.nummer)}

    def _leeruitkomst(self, uitkomst: Leeruitkomst) -> Item:
        evl = self._kader.evls[uitkomst.niveau - 1]
        lijn = self._kader.leerlijn(uitkomst.leerlijn)
        waar = f"{lijn.naam}, niveau {uitkomst.niveau} ({evl.niveau.fase})"
        naam = naam_van(self._kader, uitkomst)
        item = self._item(uitkomst.code, naam, [lijn.code, evl.code], _codes(uitkomst.succescriteria))
        return item | {**_notatie(uitkomst), "description": _tekst(_ONZE, waar), **_niveau(uitkomst.niveau)}

    def _criterium(self, criterium: Succescriterium) -> Item:
        item = self._item(criterium.code, criterium.tekst, [criterium.leeruitkomst], [])
        return item | _notatie(criterium) | _niveau(criterium.niveau)

    def _item(self, code: str, naam: str, ouders: list[str], kinderen: list[str]) -> Item:
        """Return what every LearningOutcome has."""
        return {
            "learningOutcomeId": self._id(code),
            "primaryCode": {"codeType": "identifier", "code": code},
            "name": _tekst(self._taal, naam),
            "abbreviation": code,
            "parentIds": [self._id(ouder) for ouder in ouders],
            "childIds": [self._id(kind) for kind in kinderen],
        }

    def _id(self, code: str) -> str:
        return str(uuid(self._kader.sleutel, code))


def _notatie(record: Leeruitkomst | Succescriterium) -> Item:
    return {"otherCodes": [{"codeType": "x-notatie", "code": record.notatie}]} if record.notatie else {}


def _niveau(nummer: int) -> Item:
    return {"complexityLevel": f"x-niveau-{nummer}"}


def _codes(records: tuple[Leeruitkomst | Succescriterium, ...]) -> list[str]:
    return [record.code for record in records]


def _taal(taal: str) -> str:
    """Return a language (BCP 47) as OOAPI writes it: the region right after the language in capitals, the rest small.

    >>> _taal("NL-be"), _taal("zh-Hant-TW"), _taal("nl-x")
    ('nl-BE', 'zh-hant-tw', 'nl')
    """
    hoofd, *rest = taal.lower().split("-")
    if rest and len(rest[0]) == len("NL"):
        rest[0] = rest[0].upper()
    while not _TAAL.fullmatch("-".join([hoofd, *rest])):
        rest.pop()
    return "-".join([hoofd, *rest])


def _tekst(taal: str, tekst: str) -> list[dict[str, str]]:
    return [{"language": taal, "value": tekst}]
