"""OOAPI v6 (SURF, Open Onderwijs API): the framework as the answer to `GET /learning-outcomes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, get_args

from ..eenheid import EvL
from ..fouten import OngeldigeVraag
from ..identiteit import canoniek
from ..model import Leerlijn, Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from .ids import naamruimtefouten, nummering
from .opties import PageSize
from .teksten import gevuld, naam_van

Item = dict[str, object]
Record: TypeAlias = Leerlijn | EvL | Leeruitkomst | Succescriterium

_TAAL = re.compile(
    "[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))*(-[a-z0-9]{2,8})*(-x(-[a-z0-9]{1,8})+)?"
)
"""What OOAPI takes for a language; BCP 47 allows more."""
_ONZE = "nl"
"""The language of the sentences that are ours and not the framework's."""


def schrijf(
    raamwerk: Raamwerk,
    *,
    pageSize: PageSize = 250,  # noqa: N803  # the specification's own name
    pageNumber: int | None = None,  # noqa: N803  # as above
    naamruimte: str | None = None,
) -> bytes:
    """Return the learning outcomes of OOAPI v6 as a page of a collection: pagination and `items`.

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

    Args:
        raamwerk: the framework.
        pageSize: how many items a page has, of which the last may have fewer: the specification knows these five sizes.
        pageNumber: which page, from 1. Without it all items must fit on one: nothing is left out in silence.
        naamruimte: an institution's own namespace, a UUID or a name such as `hogeschool-x.nl`: every id follows from it.

    Raises:
        OngeldigeVraag: there are more items than fit on one page and no page was asked for, or there is no such page.

    >>> import json, leeruitkomsten as lu
    >>> antwoord = json.loads(schrijf(lu.laad()))
    >>> antwoord["pageSize"], len(antwoord["items"]), antwoord["hasNextPage"]
    (250, 125, False)
    >>> [item["name"][0]["value"] for item in antwoord["items"][3:6]]
    ['Professionele identiteit', 'EvL1 Oriëntatiefase', 'EvL2 Verdiepingsfase']
    """
    alle: list[Record] = [
        *raamwerk.leerlijnen, *raamwerk.evls, *gevuld(raamwerk.leeruitkomsten), *raamwerk.succescriteria,
    ]  # fmt: skip
    bladen = -(-len(alle) // pageSize)
    nummer = 1 if pageNumber is None else pageNumber
    if (pageNumber is None and bladen > 1) or not 1 <= nummer <= bladen:
        raise _geen_blad(len(alle), bladen, pageSize, pageNumber)
    blad = {
        "pageSize": pageSize,
        "pageNumber": nummer,
        "hasPreviousPage": nummer > 1,
        "hasNextPage": nummer < bladen,
        "totalPages": bladen,
    }
    herkomst = {
        "sleutel": raamwerk.sleutel,
        "raamwerk": raamwerk.naam,
        "versie": raamwerk.versie,
        "datum": raamwerk.datum,
    }
    maak = _Items(raamwerk, naamruimte).van
    items = [maak(record) for record in alle[(nummer - 1) * pageSize : nummer * pageSize]]
    return canoniek({**blad, "items": items, "ext": herkomst})


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with options that are of the right type; those that are not are left out."""
    yield from naamruimtefouten(opties)


def _geen_blad(aantal: int, bladen: int, grootte: int, gevraagd: int | None) -> OngeldigeVraag:
    meer = "" if grootte == max(get_args(PageSize)) else ", of neem een grotere pageSize"
    if gevraagd is None:
        reden = f"{aantal} items passen niet op één blad van {grootte}; kies met pageNumber= een van de {bladen} bladen{meer}"
    else:
        reden = f"pageNumber: hier hoort 1 tot en met {bladen}, er staat {gevraagd}"
    return OngeldigeVraag("past_niet", reden, {"pageSize": grootte, "pageNumber": gevraagd, "items": aantal})


class _Items:
    """The items of one framework, each as plain data."""

    def __init__(self, kader: Raamwerk, naamruimte: str | None) -> None:
        self._kader = kader
        self._nummer = nummering(kader.sleutel, naamruimte)
        self._taal = _taal(kader.taal)

    def van(self, record: Record) -> Item:
        """Return the item of a record."""
        if isinstance(record, Leerlijn):
            return self._leerlijn(record)
        if isinstance(record, EvL):
            return self._evl(record)
        return self._leeruitkomst(record) if isinstance(record, Leeruitkomst) else self._criterium(record)

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
        return str(self._nummer(code))


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
