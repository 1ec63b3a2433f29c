"""OOAPI v6 (SURF, Open Onderwijs API): the framework as the answer to `GET /learning-outcomes`."""

from __future__ import annotations

from ..codes import uuid
from ..eenheid import EvL
from ..identiteit import canoniek
from ..model import Leerlijn, Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk

Item = dict[str, object]


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return the learning outcomes of OOAPI v6 as one page of a collection: pagination and `items`.

    Every leerlijn, EvL, leeruitkomst and succescriterium is a `LearningOutcome`. Its `learningOutcomeId` is the UUID of its
    code, the code itself its `primaryCode` and `abbreviation`, the whole text its `name`. Parents stand before their
    children, and both ends name each other (`parentIds`, `childIds`): a leeruitkomst has two parents, its leerlijn and its
    EvL. What has a niveau has the `complexityLevel` `x-niveau-1`, `x-niveau-2` and so on. Name, version and date of the
    framework stand in `ext` of the collection.

    Limits: the only text with a greatest length is `abbreviation` (256), and a code has 15 characters at most, so nothing is
    cut. There is no term for the order of niveaus, for rijen, errata and codes that ended: those are left out. `validFrom`
    is left out too: the framework does not say since when it applies.

    >>> import json, leeruitkomsten as lu
    >>> antwoord = json.loads(schrijf(lu.laad()))
    >>> antwoord["pageSize"], antwoord["hasNextPage"]
    (125, False)
    >>> [item["name"][0]["value"] for item in antwoord["items"][3:6]]
    ['Professionele identiteit', 'EvL1 Oriëntatiefase', 'EvL2 Verdiepingsfase']
    """
    items = [
        *map(_leerlijn, raamwerk.leerlijnen),
        *map(_evl, raamwerk.evls),
        *(_leeruitkomst(raamwerk, uitkomst) for uitkomst in raamwerk.leeruitkomsten),
        *map(_criterium, raamwerk.succescriteria),
    ]
    blad = {"pageSize": len(items), "pageNumber": 1, "hasPreviousPage": False, "hasNextPage": False, "totalPages": 1}
    herkomst = {"raamwerk": raamwerk.naam, "versie": raamwerk.versie, "datum": raamwerk.datum}
    return canoniek({**blad, "items": items, "ext": herkomst})


def _leerlijn(lijn: Leerlijn) -> Item:
    return _item(lijn.code, lijn.naam, [], _codes(lijn.leeruitkomsten))


def _evl(evl: EvL) -> Item:
    item = _item(evl.code, f"{evl.code} {evl.niveau.fase}", [], _codes(evl.leeruitkomsten))
    return item | {"description": _nederlands(str(evl.niveau)), **_niveau(evl.niveau.nummer)}


def _leeruitkomst(kader: Raamwerk, uitkomst: Leeruitkomst) -> Item:
    evl = kader.evls[uitkomst.niveau - 1]
    waar = f"{kader[uitkomst.leerlijn].naam}, niveau {uitkomst.niveau} ({evl.niveau.fase})"
    item = _item(uitkomst.code, uitkomst.tekst, [uitkomst.leerlijn, evl.code], _codes(uitkomst.succescriteria))
    return item | {"description": _nederlands(waar), **_niveau(uitkomst.niveau)}


def _criterium(criterium: Succescriterium) -> Item:
    return _item(criterium.code, criterium.tekst, [criterium.leeruitkomst], []) | _niveau(criterium.niveau)


def _item(code: str, naam: str, ouders: list[str], kinderen: list[str]) -> Item:
    """Return what every LearningOutcome has."""
    return {
        "learningOutcomeId": _id(code),
        "primaryCode": {"codeType": "identifier", "code": code},
        "name": _nederlands(naam),
        "abbreviation": code,
        "parentIds": [_id(ouder) for ouder in ouders],
        "childIds": [_id(kind) for kind in kinderen],
    }


def _niveau(nummer: int) -> Item:
    return {"complexityLevel": f"x-niveau-{nummer}"}


def _codes(records: tuple[Leeruitkomst | Succescriterium, ...]) -> list[str]:
    return [record.code for record in records]


def _id(code: str) -> str:
    return str(uuid(code))


def _nederlands(tekst: str) -> list[dict[str, str]]:
    return [{"language": "nl", "value": tekst}]
