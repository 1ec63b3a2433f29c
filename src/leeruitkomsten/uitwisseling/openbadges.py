"""Open Badges 3.0 (and CLR 2.0): what an achievement is aligned to, a ready `Alignment` for every code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..eenheid import EvL
from ..fouten import OngeldigeVraag
from ..identiteit import canoniek
from ..model import Leerlijn, Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from ..register import bestaat
from ..vragen.kies import waarden
from .case.delen import adres
from .ids import naamruimtefouten, nummering
from .opties import Badgesoort, CaseVersie, TargetCode
from .teksten import gevuld
from .webadres import adresfouten

Doel = Leerlijn | EvL | Leeruitkomst | Succescriterium
MEESTE_EDUBADGES = 7
"""How many alignments a badge class of edubadges may have."""
_VAN_EDUBADGES = {
    "targetName": "target_name",
    "targetUrl": "target_url",
    "targetDescription": "target_description",
    "targetFramework": "target_framework",
    "targetCode": "target_code",
}
"""What the fields of an alignment are called in the API of edubadges, which has no others."""


def schrijf(
    raamwerk: Raamwerk,
    *,
    base_uri: str,
    soort: Badgesoort = "openbadges",
    versie: CaseVersie = "1.0",
    naamruimte: str | None = None,
    code: TargetCode = "human",
    codes: str | Iterable[str] | None = None,
) -> bytes:
    """Return a JSON list of `Alignment` objects, to be put into `alignment` of an achievement or a result.

    `targetUrl` is the address of the CASE item, `<base_uri>ims/case/v1p1/CFItems/<uuid>` as the format `case` writes it,
    and `targetType` is `CFItem`. `targetName` is the code with its leerlijn and niveau, `targetDescription` the whole text
    (of a leerlijn or EvL the texts of its leeruitkomsten), `targetFramework` the framework with its version.

    Args:
        raamwerk: the framework.
        base_uri: the web address of the server that has the framework in CASE form; there is no default.
        soort: `openbadges`, or `edubadges` for the API of SURF's edubadges: its five fields by its own names (`target_name`), at
            most seven alignments at a time.
        versie: the version of CASE at that address, `1.0` or `1.1`: that of the file that was imported there.
        naamruimte: that of the same file, where it had one.
        code: what `targetCode` holds: the code itself (`human`) or its UUID (`uuid`).
        codes: one code or several, of leerlijnen, leeruitkomsten, succescriteria or EvLs, written in the order in which they
            are given, each once; without it all leeruitkomsten and then all succescriteria.

    Raises:
        OnbekendeCode: one of `codes` is that of a rij or cel, which CASE has no item for.
        OnbekendeCode: the framework does not have one of `codes`; the error names all of those.
        OngeldigeVraag: more than seven codes for edubadges.

    Limits: no text has a greatest length, so nothing is cut. Rijen, errata and the order of niveaus are left out. Whether
    something answers at `targetUrl` is up to whoever runs the server.

    >>> import json, leeruitkomsten as lu
    >>> [doel] = json.loads(schrijf(lu.laad(), base_uri="https://case.voorbeeld.nl/", codes="WP2.4b"))
    >>> doel["targetCode"], doel["targetName"]
    ('WP2.4b', 'WP2.4b Pedagogische leerlijn, niveau 2 (Verdiepingsfase)')
    >>> doel["targetUrl"]
    'https://case.voorbeeld.nl/ims/case/v1p0/CFItems/58bc88ef-6488-5111-afb9-d4e46eb0a6bc'
    """
    begin = f"{adres(base_uri, versie)}CFItems/"
    alle: list[Doel] = [*gevuld(raamwerk.leeruitkomsten), *raamwerk.succescriteria]
    gekozen = alle if codes is None else _gekozen(raamwerk, codes)
    if soort == "edubadges" and len(gekozen) > MEESTE_EDUBADGES:
        reden = f"een edubadge heeft ten hoogste {MEESTE_EDUBADGES} alignments, dit zijn er {len(gekozen)}; kies ze met codes="
        raise OngeldigeVraag("past_niet", reden, {"codes": len(gekozen), "grens": MEESTE_EDUBADGES})
    nummer = nummering(raamwerk.sleutel, naamruimte)
    doelen = [_uitlijning(raamwerk, record, str(nummer(record.code)), begin, code) for record in gekozen]
    return canoniek(doelen if soort == "openbadges" else [*map(_edubadge, doelen)])


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with options that are of the right type; those that are not are left out."""
    if opties.get("base_uri", "") is None:
        reden = "openbadges heeft een webadres nodig; geef met base_uri= dat van de CASE-server op"
        yield OngeldigeVraag("ontbrekende_optie", reden, {"base_uri": None})
    elif "base_uri" in opties:
        yield from adresfouten(opties["base_uri"])
    yield from naamruimtefouten(opties)


def _gekozen(kader: Raamwerk, codes: object) -> list[Doel]:
    """Return the records of codes, each once; refuse all that have none in one error."""
    gevraagd, bestaand = waarden(codes), kader.register.alle
    records = [bestaand[str(code)] for code in gevraagd if bestaat(bestaand, code)]
    doelen = [record for record in records if isinstance(record, Leerlijn | EvL | Leeruitkomst | Succescriterium)]
    if len(doelen) < len(gevraagd):
        raise kader.register.onbekend("leerlijn, leeruitkomst, succescriterium of evl", *gevraagd)
    return list(dict.fromkeys(doelen))


def _uitlijning(kader: Raamwerk, record: Doel, nummer: str, begin: str, code: str) -> dict[str, object]:
    naam, tekst = _naam_en_tekst(kader, record)
    return {
        "type": ["Alignment"],
        "targetCode": record.code if code == "human" else nummer,
        "targetName": naam,
        **({"targetDescription": tekst} if tekst else {}),
        "targetFramework": str(kader),
        "targetType": "CFItem",
        "targetUrl": begin + nummer,
    }


def _edubadge(doel: dict[str, object]) -> dict[str, object]:
    """Return an alignment by the names of edubadges, as far as it has one."""
    return {naam: doel[veld] for veld, naam in _VAN_EDUBADGES.items() if veld in doel}


def _naam_en_tekst(kader: Raamwerk, record: Doel) -> tuple[str, str]:
    """Return a name that stands on its own in a badge, and the whole text."""
    if isinstance(record, Leerlijn | EvL):
        naam = record.naam if isinstance(record, Leerlijn) else record.niveau.fase
        return f"{record.code} {naam}", "\n".join(map(str, record.leeruitkomsten))
    niveau = kader.niveaus[record.niveau - 1]
    return f"{record.code} {kader.leerlijn(record.leerlijn).naam}, niveau {niveau.nummer} ({niveau.fase})", record.tekst
