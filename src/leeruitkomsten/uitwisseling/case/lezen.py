"""CASE back into a framework: `Raamwerk` equal to what was written, or of foreign make a framework by place.

A package that has the codes of a framework keeps them. Of any other it must be plain what its items are: by their types
(`typen`), or by the layers of the tree; codes then follow from the place, and those of the package become `notatie`. Where it is
not plain the error asks, and says what can be answered. What a framework has no place for is counted by kind, in
`bron.verantwoording`; optional fields are no faults.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from ...bestanden.bron import Bron
from ...bestanden.jsonbestand import Jsonbestand
from ...bestanden.raamwerkbestand import uit_gegevens
from ...fouten import Bevinding, OngeldigRaamwerk
from ...raamwerk import Raamwerk
from .boom import Boom
from .eigen import Eigen
from .indeling import RUBRIC, Indeling, eis_typen, is_eigen, lagen_in_woorden, noem_onbekende
from .rest import Rest
from .rubrieken import Rubrieken
from .verslag import gegroepeerd
from .vorm import Vorm, als_object
from .vreemd import Vreemd

Deel = dict[str, Any]

_BESTAND = Jsonbestand(
    OngeldigRaamwerk,
    ("het bestand", "typen", "CFDocument", "CFItems", "CFAssociations", "CFRubrics", "CFDefinitions"),
)
_KOP = {"naam": "CFDocument.title", "versie": "CFDocument.version", "niveaus": "CFItems", "leerlijnen": "CFItems"}
"""Where the parts of the data file stand, but for those that stand in the rest."""
_VELD = {
    "code": ".humanCodingScheme",
    "nummer": ".humanCodingScheme",
    "notatie": ".humanCodingScheme",
    "naam": ".fullStatement",
    "tekst": ".fullStatement",
    "fase": ".fullStatement",
    "begeleiding": ".notes",
}
"""What the fields of the data file are called in an item."""
_GETELD = {"CFSubjects", "CFConcepts", "CFAssociationGroupings"}


def lees(
    bron: Bron, grens: int, typen: Mapping[str, str] | None = None, kop: Mapping[str, str | None] | None = None
) -> Raamwerk:
    """Read a framework from a CASE file, 1.1 or 1.0.

    Args:
        bron: a path, an open file (text or binary), or the bytes of the file.
        grens: the largest size that is accepted, in bytes.
        typen: what each type of item is in a framework, by the name of the type: one of `indeling.SOORTEN`. Items without a type
            go by their layer, `laag 2`; with `CFRubric` as `leerlijn` the rubrics are read, as `overslaan` the tree.
        kop: what the framework is called instead of what the package says: `naam`, `versie`, `datum`, `sleutel`, `taal`,
            `uitgever`, `licentie`; what is `None` is as the package says.

    Raises:
        OngeldigRaamwerk: the file is not sound, or it cannot be a framework as it stands; `.bevindingen` names each fault with
            its path, such as `CFItems[3].fullStatement`: first what the tree is, then the others, by kind. Nothing is loaded.
        OngeldigeVraag: a type is read as something that does not exist.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.uitwisseling import schrijf
    >>> lees(schrijf(lu.laad(), "case"), 10_000_000) == lu.laad()
    True
    """
    soorten, gegeven = dict(typen or {}), {naam: w for naam, w in (kop or {}).items() if w is not None}
    eis_typen(soorten)
    vorm = Vorm(gegeven.get("datum"))
    pakket = vorm.pakket(_BESTAND.lees(bron, grens))
    document = vorm.document(pakket)
    if not document:
        raise _ongeldig(vorm)
    boom = Boom(vorm, str(document.get("identifier", "")).lower(), vorm.items(pakket), vorm.banden(pakket))
    rest = Rest(vorm, pakket, document, grens, gegeven)
    rest.tel_items(document)
    _tel_definities(vorm, pakket)
    noem_onbekende(vorm, boom, soorten)
    delen = _delen(vorm, pakket, boom, rest, soorten)
    if vorm.fouten:
        raise _ongeldig(vorm)
    return _raamwerk(vorm, rest, delen)


def _delen(vorm: Vorm, pakket: Deel, boom: Boom, rest: Rest, typen: dict[str, str]) -> Deel:
    """Return niveaus, leerlijnen and ended codes: of the tree, or of the rubrics."""
    rubrieken, versie = Rubrieken(vorm, pakket), str(rest.velden["versie"])
    keus = typen.get(RUBRIC, "leerlijn" if rubrieken.aantal and not boom.items else "")
    if rest.is_eigen or (keus != "leerlijn" and is_eigen(boom, typen)):
        delen = Eigen(vorm, boom, rest, typen).gegevens(versie)
        if not vorm.fouten:
            rubrieken.houd_tegen(delen["niveaus"], delen["leerlijnen"], namen=not rest.is_eigen)
        return delen
    if keus == "leerlijn":
        _tel(vorm, "CFItem, naast de rubrics", len(boom.items))
        delen = rubrieken.gegevens(boom.items)
        rest.paden |= rubrieken.paden
        return delen
    indeling = Indeling(vorm, boom, typen)
    if vraag := _vraag(rubrieken.aantal, keus, boom, indeling):
        # The shape comes first: what else is wrong may follow from it.
        vorm.fouten.insert(0, vraag)
        return {}
    _tel(vorm, "CFRubric", rubrieken.aantal)
    vreemd = Vreemd(vorm, boom, indeling, typen, str(rest.velden["naam"]))
    delen = vreemd.gegevens(versie)
    rest.paden |= vreemd.paden
    return delen


def _vraag(rubrieken: int, keus: str, boom: Boom, indeling: Indeling) -> Bevinding | None:
    """Return what must be said before a package can be read; nothing when all is plain."""
    if rubrieken and not keus:
        heeft = f"dit pakket heeft een boom van {len(boom.items)} items ({lagen_in_woorden(indeling.lagen)}) en {rubrieken} rubrics"
        lees_rubrics = f"typen={{'{RUBRIC}': 'leerlijn'}} (--type {RUBRIC}=leerlijn)"
        reden = f"{heeft}; lees de rubrics met {lees_rubrics}, de boom met typen={{'{RUBRIC}': 'overslaan'}}"
        return Bevinding("het bestand", "tegenspraak", reden)
    return Bevinding("het bestand", "verkeerd_aantal", indeling.vraag) if indeling.vraag else None


def _tel(vorm: Vorm, wat: str, aantal: int) -> None:
    if aantal:
        vorm.verslag.over(wat, aantal)


def _tel_definities(vorm: Vorm, pakket: Deel) -> None:
    """Count what a package defines besides types of items and licences."""
    for naam in als_object(pakket.get("CFDefinitions")):
        if naam in _GETELD:
            _tel(vorm, naam, len(vorm.lijst(pakket["CFDefinitions"], naam, "CFDefinitions")))
        elif naam not in ("CFItemTypes", "CFLicenses"):
            vorm.verslag.over("deel van CFDefinitions")


def _raamwerk(vorm: Vorm, rest: Rest, delen: Deel) -> Raamwerk:
    """Return the framework, with what was left out in its account; or say where in the package stands what is wrong."""
    velden = {**rest.velden, **delen}
    noten = vorm.verslag.noten()
    bron = als_object(velden.get("bron"))
    if noten and isinstance(bron.get("verantwoording"), list):
        velden["bron"] = {**bron, "verantwoording": [*bron["verantwoording"], *noten]}
    try:
        return uit_gegevens(velden)
    except OngeldigRaamwerk as fout:
        paden = _KOP | rest.paden
        vertaald = tuple(bevinding._replace(pad=_in_case(bevinding.pad, paden)) for bevinding in fout.bevindingen)
        raise OngeldigRaamwerk(tuple(gegroepeerd(vertaald)), fout.meer) from None


def _ongeldig(vorm: Vorm) -> OngeldigRaamwerk:
    return cast("OngeldigRaamwerk", _BESTAND.ongeldig(gegroepeerd(vorm.fouten)))


def _in_case(pad: str, paden: Mapping[str, str]) -> str:
    """Return where in the CASE file stands what the data file has at this path: the longest part that is known, and the rest."""
    eindes = (deel.start() for deel in reversed([*re.finditer(r"[.\[]|$", pad)]))
    knip = next((einde for einde in eindes if pad[:einde] in paden), 0)
    hier, einde = paden.get(pad[:knip], ""), pad[knip:]
    # In an item a field has another name, and its children are no list of its own.
    return hier + (_VELD.get(einde[1:], "") if hier[:7] == "CFItems" else einde)
