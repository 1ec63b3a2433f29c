"""The one comparison: what is expected of a system against what stands in its file, thing by thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from importlib import import_module
from typing import Any

from ...bestanden.bron import Bron
from ...fouten import Bevinding, OngeldigBestand
from ...raamwerk import Raamwerk
from ...zinnen import citaat
from ..teksten import zonder_tags
from .deel import EVL, Deel, Gelezen
from .gelezen_tekst import op_een_regel
from .uitkomst import Afwijking, Naloop

_MODULE = {"csv": "tabel", "xlsx": "tabel"}
"""The module that reads a format, where it has another name."""
_LANGSTE_TEKST = 65_535
"""So many bytes a database may keep of a text: of a longer one the rest is cut off in silence."""
_TEKEN = 4
"""How many bytes a character takes at most: where it would be cut in two, all of it goes."""
_HALF = re.compile(r"(?:<[^<>]{0,100}|&#?\w{0,32})$")
"""A tag or a character reference of which the end was cut off."""
_ALLE_ANDERS = "geen item heeft de identifier die bij deze naamruimte hoort: adressen in badges leiden er niet heen"
_INGEKORT = ("…", "...")


def lees_en_vergelijk(
    raamwerk: Raamwerk, bron: Bron, formaat: str, grens: int, opties: Mapping[str, Any]
) -> Naloop:  # fmt: skip
    """Return what a file of a system says otherwise than a framework.

    Raises:
        OngeldigBestand: it is no such file, or holds nothing of this framework.
    """
    module: Any = import_module(f".{_MODULE.get(formaat, formaat)}", __package__)
    daar: Gelezen = module.lees(bron, grens)
    eigen: Gelezen = module.eigen(raamwerk, opties, daar.kolommen)
    eigen_delen = {deel.id: deel for deel in eigen.delen}
    binnen, buiten = _binnen(eigen, eigen_delen, daar)
    # EvLs are called the same in every framework.
    if daar.delen and not any(deel.id in eigen_delen and not EVL.search(deel.id) for deel in binnen):
        raise OngeldigBestand((Bevinding("het bestand", "ander_raamwerk", _niets_van_ons(eigen, daar)),))
    code_van = _codes(raamwerk, eigen)
    afwijkingen = [
        *_andere_schaal(eigen, daar, module.als_tekst),
        *_afwijkingen(eigen_delen, binnen, module.als_tekst, code_van),
        *_andere_nummers(eigen, daar),
    ]
    opmerkingen = (
        *daar.opmerkingen,
        *([f"niet van dit raamwerk, en niet nagelopen: {buiten}"] if buiten else []),
        *([_ALLE_ANDERS] if daar.nummers and not _gedeeld(eigen, daar) else []),
    )
    return Naloop(
        afwijkingen, kenmerk=raamwerk.kenmerk, formaat=formaat, nagelopen=len(eigen_delen), opmerkingen=opmerkingen
    )


def _niets_van_ons(eigen: Gelezen, daar: Gelezen) -> str:
    verwacht = f", hier bijvoorbeeld {citaat(eigen.delen[0].id)}" if eigen.delen else ""
    geen = f"geen van de {len(daar.delen)} dingen erin is van dit raamwerk"
    wel = f"daar staat bijvoorbeeld {citaat(daar.delen[0].id)}{verwacht}"
    return f"{geen} ({wel}); is het dit raamwerk, geef dan de opties op waarmee het bestand is geschreven"


def _codes(raamwerk: Raamwerk, eigen: Gelezen) -> Callable[[str], str]:
    """Return what gives the code of an id: exporters may put something ahead of each."""
    lijn = raamwerk.leerlijnen[0].code
    voor = min((deel.id for deel in eigen.delen if deel.id.endswith(lijn)), key=len, default=lijn).removesuffix(lijn)
    return lambda id_: id_.removeprefix(voor)


def _binnen(eigen: Gelezen, eigen_delen: Mapping[str, Deel], daar: Gelezen) -> tuple[list[Deel], int]:
    """Return the things in a file that are ours, or stand under what is; and how many others there are.

    Of a file with several wholes those are ours that have anything of the framework.
    """
    if any(deel.groep for deel in daar.delen):
        groepen = {deel.groep for deel in daar.delen if deel.id in eigen_delen}
        binnen = [deel for deel in daar.delen if deel.groep in groepen]
    elif eigen.wortel:
        binnen = _onder(eigen, eigen_delen, daar)
    else:
        binnen = daar.delen
    return binnen, len(daar.delen) - len(binnen)


def _onder(eigen: Gelezen, eigen_delen: Mapping[str, Deel], daar: Gelezen) -> list[Deel]:
    onder: dict[str, list[str]] = defaultdict(list)
    for deel in daar.delen:
        for ouder in deel.ouders:
            onder[ouder].append(deel.id)
    van_ons: set[str] = set()
    stapel = [eigen.wortel, *eigen_delen]
    while stapel:
        een = stapel.pop()
        if een not in van_ons:
            van_ons.add(een)
            stapel += onder[een]
    van_ons.remove(eigen.wortel)
    bekend = {eigen.wortel, *eigen_delen}
    return [_zonder_links(deel, bekend) for deel in daar.delen if deel.id in van_ons]


def _zonder_links(deel: Deel, bekend: Container[str]) -> Deel:
    """Return a thing without the places among things of others where somebody put it besides ours."""
    ouders = tuple(ouder for ouder in deel.ouders if ouder in bekend)
    return deel if len(ouders) == len(deel.ouders) else deel._replace(ouders=ouders or deel.ouders)


def _andere_schaal(eigen: Gelezen, daar: Gelezen, als_tekst: Callable[[str], str]) -> Iterator[Afwijking]:
    """Yield that people rate on another scale there, of a file that says on which."""
    (hier, _), (ginds, waar) = eigen.schaal, daar.schaal
    if hier and ginds and als_tekst(hier) != als_tekst(ginds):
        yield Afwijking("andere_tekst", None, "schaal", hier, als_tekst(ginds), (waar,))


def _gedeeld(eigen: Gelezen, daar: Gelezen) -> bool:
    """Say whether the two have any identifier in common."""
    return not {*eigen.nummers.values()}.isdisjoint(daar.nummers.values())


def _andere_nummers(eigen: Gelezen, daar: Gelezen) -> Iterator[Afwijking]:
    """Yield which things have another address than follows from their codes, where others have that: they were changed."""
    if _gedeeld(eigen, daar):
        plekken = {deel.id: deel.waar for deel in daar.delen}
        for code, hier in eigen.nummers.items():
            if (ginds := daar.nummers.get(code, hier)) != hier:
                yield Afwijking("andere_tekst", code, "identifier", hier, ginds, (plekken[code],))


def _afwijkingen(
    eigen: Mapping[str, Deel], daar: list[Deel], als_tekst: Callable[[str], str], code_van: Callable[[str], str]
) -> Iterator[Afwijking]:
    per_id: dict[str, list[Deel]] = {id_: [] for id_ in eigen}
    vreemd: list[Deel] = []
    for deel in daar:
        per_id.get(deel.id, vreemd).append(deel)
    for id_, gevonden in per_id.items():
        verwacht = eigen[id_]
        if not gevonden:
            yield Afwijking("ontbreekt", code_van(id_), None, als_tekst(verwacht.tekst()), None)
        if len(gevonden) > 1:
            yield Afwijking("dubbel", code_van(id_), None, None, None, tuple(deel.waar for deel in gevonden))
        for deel in gevonden:
            if deel.velden != verwacht.velden or deel.ouders != verwacht.ouders:  # as they are not, most times
                yield from _anders(verwacht, deel, als_tekst, code_van)
    for deel in vreemd:
        if deel.id:
            yield Afwijking("onbekend", code_van(deel.id), None, None, als_tekst(deel.tekst()), (deel.waar,))
        else:
            yield Afwijking("zonder_code", None, None, None, als_tekst(deel.tekst()), (deel.waar,))


def _anders(
    verwacht: Deel, deel: Deel, als_tekst: Callable[[str], str], code_van: Callable[[str], str]
) -> Iterator[Afwijking]:
    """Yield in what one thing differs: each of its texts, then where it stands."""
    code, waar = code_van(verwacht.id), (deel.waar,)
    teksten = dict(_andere_teksten(verwacht, deel, als_tekst))
    if "naam" in teksten and _zegt_niets_anders(teksten, code, als_tekst(verwacht.velden.get("tekst", ""))):
        del teksten["naam"]
    for veld, (hier, daar) in teksten.items():
        yield Afwijking("andere_tekst", code, veld, hier, daar, waar)
    if sorted(verwacht.ouders) != sorted(deel.ouders):
        hier, daar = (", ".join(map(code_van, ouders)) for ouders in (verwacht.ouders, deel.ouders))
        yield Afwijking("andere_plaats", code, None, hier, daar, waar)


def _andere_teksten(
    verwacht: Deel, deel: Deel, als_tekst: Callable[[str], str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield which texts say something else, each as a person reads it, here and there."""
    for veld, hier in verwacht.velden.items():
        daar = deel.velden.get(veld, hier)
        if hier != daar:
            gelezen, anders = als_tekst(hier), als_tekst(daar)
            # A system may keep a text as it is, where we write HTML.
            gelijk = gelezen in (anders, op_een_regel(daar))
            if not gelijk and not _afgekapt(gelezen, daar, als_tekst):
                yield veld, (gelezen, anders)


def _zegt_niets_anders(teksten: Mapping[str, tuple[str, str]], code: str, tekst: str) -> bool:
    """Say whether a short name says no more than the text beside it, ours or theirs, as our own short name does."""
    hier, daar = teksten["naam"]
    voor = code if hier.startswith(f"{code} ") else ""
    ginds = teksten.get("tekst", ("", tekst))[1]
    return _is_begin(hier, voor, tekst) and (_is_begin(daar, voor, tekst) or _is_begin(daar, voor, ginds))


def _is_begin(naam: str, voor: str, tekst: str) -> bool:
    """Say whether a short name is the beginning of a text, behind what stands before it."""
    begin = next((naam.removesuffix(teken) for teken in _INGEKORT if naam.endswith(teken)), naam)
    rest = zonder_tags(begin.removeprefix(voor)).strip()
    return bool(begin) and begin.startswith(voor) and zonder_tags(tekst).startswith(rest)


def _afgekapt(hier: str, ruw: str, als_tekst: Callable[[str], str]) -> bool:
    """Say whether a text is as long as a database keeps one, and the beginning of ours."""
    vol = _LANGSTE_TEKST - _TEKEN < len(ruw.encode()) <= _LANGSTE_TEKST
    return vol and hier.startswith(als_tekst(_HALF.sub("", ruw)))
