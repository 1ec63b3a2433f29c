"""Mahara: the `.matrix` file (JSON) that SmartEvidence takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..fouten import OngeldigeVraag, weiger
from ..identiteit import canoniek
from ..raamwerk import Raamwerk
from .csvtekst import te_lang
from .ids import id_van
from .opties import MaharaCriteria
from .teksten import alineas, gevuld, kort, naam_van, opsomming, over, zonder_tags

LANGSTE_NAAM = 255
LANGSTE_OMSCHRIJVING = 64 * 1024 - 1
"""In bytes."""
STANDEN = {
    "begun": "Klaar om bekeken te worden",
    "incomplete": "Nog niet aangetoond",
    "partialcomplete": "Gedeeltelijk aangetoond",
    "completed": "Aangetoond",
}
"""What each of Mahara's four states of evidence is called."""


def schrijf(
    raamwerk: Raamwerk, *, criteria: MaharaCriteria = "lijst", institution: str = "all", selfassess: bool = False
) -> bytes:
    """Return a framework as Mahara's SmartEvidence imports it.

    A leerlijn is a standard, its leeruitkomsten are elements. What has elements below it is a heading in Mahara, and can never have
    evidence: so the succescriteria are a list in the description of their leeruitkomst, unless they are asked for as elements.

    Args:
        raamwerk: the framework.
        criteria: `lijst`: students show evidence of a leeruitkomst, whose description lists its succescriteria; `elementen`: they
            show it of each succescriterium, and leeruitkomsten are headings.
        institution: the short name of the one institution in Mahara that may use it; `all` for every one.
        selfassess: whether students may set the state of their evidence themselves.

    The importer asks: short names of at most 100 characters and names of at most 255; a `standardid` of the same type (here
    a number) in both lists; a parent before its elements; descriptions of at most 65,535 bytes, for MariaDB cuts them in
    silence. It compares ids loosely, so they must not look like numbers.

    A short name is a code, and fits. A name is the text, `<` and `>` as ‹ and ›; one that does not fit ends in "…". The
    description has the whole text, to the letter. The EvLs have no place of their own: the description of a leeruitkomst
    says in which it is.

    Raises:
        OngeldigeVraag: a description is too long; all are named.

    >>> import json, leeruitkomsten as lu
    >>> inhoud = json.loads(schrijf(lu.laad()))["framework"]
    >>> len(inhoud["standards"]), len(inhoud["standardelements"])
    (4, 16)
    """
    boom = standaarden_en_elementen(raamwerk, criteria)
    delen = [
        ("het raamwerk", over(raamwerk)),
        *((deel["shortname"], deel["description"]) for lijst in boom.values() for deel in lijst),
    ]
    weiger(te_lang(((f"{waar}, omschrijving", tekst, LANGSTE_OMSCHRIJVING) for waar, tekst in delen), in_bytes=True))
    inhoud = {
        "institution": institution,
        "name": kort(zonder_tags(str(raamwerk)), LANGSTE_NAAM),
        "description": over(raamwerk),
        "selfassess": selfassess,
        # A list of objects with one key each, as Mahara reads it.
        "evidencestatuses": [{stand: naam} for stand, naam in STANDEN.items()],
        **boom,
    }
    return canoniek({"framework": inhoud})


def standaarden_en_elementen(raamwerk: Raamwerk, criteria: MaharaCriteria) -> dict[str, list[dict[str, Any]]]:
    """Return both lists of a framework by their keys in the file."""
    standaarden = [
        _namen(lijn.code, lijn.naam, alineas(lijn.naam, lijn.omschrijving)) | {"standardid": nummer}
        for nummer, lijn in enumerate(raamwerk.leerlijnen, 1)
    ]
    return {"standards": standaarden, "standardelements": [*_elementen(raamwerk, criteria == "elementen")]}


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what Mahara would refuse of options that are of the right type; those that are not are left out."""
    if opties.get("institution") == "":
        reden = "institution: de korte naam van een instelling in Mahara, of 'all'"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"institution": ""})


def _namen(code: str, tekst: str, omschrijving: str) -> dict[str, Any]:
    return {"shortname": code, "name": kort(zonder_tags(tekst), LANGSTE_NAAM), "description": omschrijving}


def _elementen(raamwerk: Raamwerk, los: bool) -> Iterator[dict[str, Any]]:
    for nummer, lijn in enumerate(raamwerk.leerlijnen, 1):
        for uitkomst in gevuld(lijn.leeruitkomsten):
            evl = raamwerk.evls[uitkomst.niveau - 1]
            omschrijving = alineas(uitkomst.tekst, str(evl))
            if not los:
                omschrijving += opsomming(uitkomst.succescriteria)
            plek = {"standardid": nummer, "elementid": id_van(raamwerk, uitkomst.code, None)}
            yield {**_namen(uitkomst.code, naam_van(raamwerk, uitkomst), omschrijving), **plek}
            for criterium in uitkomst.succescriteria if los else ():
                eigen = {"elementid": id_van(raamwerk, criterium.code, None), "parentelementid": plek["elementid"]}
                yield {**_namen(criterium.code, criterium.tekst, alineas(criterium.tekst)), **plek, **eigen}
