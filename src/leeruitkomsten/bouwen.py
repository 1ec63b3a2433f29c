"""From plain data, in the shape of the data file, to records. This is the short way: it trusts what it is given."""

from __future__ import annotations

from .herkomst import Bron, Erratum, Noot
from .model import Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
from .raamwerk import Raamwerk
from .record import Reeks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .herkomst import Vervallen

    Gegevens = Mapping[str, Any]


FORMAAT = 1
"""The version of the file's shape."""


def bouw(gegevens: Gegevens) -> Raamwerk:
    """Return the framework that `gegevens` describes. Unchecked data give a meaningless framework or any error."""
    bron = gegevens["bron"]
    leerlijnen = tuple(_leerlijn(leerlijn, nummer) for nummer, leerlijn in enumerate(gegevens["leerlijnen"], 1))
    return Raamwerk(
        gegevens["naam"],
        gegevens["versie"],
        gegevens["datum"],
        Bron(
            bron["titel"],
            bron["sha256"],
            tuple(bron["verwijzingen"]),
            _noten(bron["verantwoording"]),
            _noten(bron["op_inhoud_geplaatst"]),
        ),
        _noten(gegevens["inleiding"]),
        Reeks(Niveau(**niveau) for niveau in gegevens["niveaus"]),
        leerlijnen,
        _errata(gegevens["errata"], leerlijnen),
        _vervallen(gegevens["vervallen"]),
    )


def _errata(gegevens: list[Gegevens], leerlijnen: tuple[Leerlijn, ...]) -> Reeks[Erratum]:
    """Return the errata in the order of the source: in which order a file has them means nothing."""
    if not gegevens:
        return Reeks()
    records: list[Leerlijn | Leeruitkomst | Succescriterium] = []
    for lijn in leerlijnen:
        records += (lijn, *lijn.leeruitkomsten, *(c for u in lijn.leeruitkomsten for c in u.succescriteria))
    plaats = {record.code: record.plaats for record in records}
    errata = [Erratum(**erratum) for erratum in gegevens]
    return Reeks(sorted(errata, key=lambda erratum: (plaats.get(erratum.code, ()), erratum.veld, erratum.staat)))


def _vervallen(gegevens: list[Gegevens]) -> Reeks[Vervallen]:
    if not gegevens:
        return Reeks()
    from .herkomst import Vervallen

    op_code = sorted(gegevens, key=lambda item: str(item["code"]))
    return Reeks(Vervallen(item["code"], tuple(item["opvolgers"]), item["sinds"], item["reden"]) for item in op_code)


def gegevens_van(raamwerk: Raamwerk) -> dict[str, Any]:
    """Return a framework as plain data in the shape of the data file: what `bouw` makes it of again."""
    return {
        "formaat": FORMAAT,
        "naam": raamwerk.naam,
        "versie": raamwerk.versie,
        "datum": raamwerk.datum,
        "bron": raamwerk.bron.als_dict(),
        "inleiding": [noot.als_dict() for noot in raamwerk.inleiding],
        "niveaus": [niveau.als_dict() for niveau in raamwerk.niveaus],
        "leerlijnen": [
            {
                "code": lijn.code,
                "naam": lijn.naam,
                "leeruitkomsten": [
                    {
                        "code": uitkomst.code,
                        "tekst": uitkomst.tekst,
                        "succescriteria": [{"code": c.code, "tekst": c.tekst} for c in uitkomst.succescriteria],
                    }
                    for uitkomst in lijn.leeruitkomsten
                ],
            }
            for lijn in raamwerk.leerlijnen
        ],
        "errata": [erratum.als_dict() for erratum in raamwerk.errata],
        "vervallen": [vervallen.als_dict() for vervallen in raamwerk.vervallen],
    }


def _noten(gegevens: list[dict[str, str]]) -> tuple[Noot, ...]:
    return Reeks(Noot(**noot) for noot in gegevens)


def _leerlijn(gegevens: Gegevens, nummer: int) -> Leerlijn:
    code = gegevens["code"]
    uitkomsten = tuple(
        _leeruitkomst(uitkomst, code, nummer, niveau) for niveau, uitkomst in enumerate(gegevens["leeruitkomsten"], 1)
    )
    return Leerlijn(code, gegevens["naam"], uitkomsten, _rijen(code, nummer, uitkomsten), (nummer,))


def _leeruitkomst(gegevens: Gegevens, leerlijn: str, nummer: int, niveau: int) -> Leeruitkomst:
    code = gegevens["code"]
    begin = len(code) + 1
    criteria: list[Succescriterium] = []
    for criterium in gegevens["succescriteria"]:
        eigen = criterium["code"]
        rij = int(eigen[begin:-1])
        plaats = (nummer, niveau, rij, ord(eigen[-1]) - 96)
        criteria.append(Succescriterium(eigen, criterium["tekst"], leerlijn, code, niveau, rij, plaats))
    return Leeruitkomst(code, gegevens["tekst"], leerlijn, niveau, Reeks(criteria), (nummer, niveau))


def _rijen(leerlijn: str, nummer: int, uitkomsten: tuple[Leeruitkomst, ...]) -> tuple[Rij, ...]:
    cellen: dict[int, list[list[Succescriterium]]] = {}
    for niveau, uitkomst in enumerate(uitkomsten):
        for criterium in uitkomst.succescriteria:
            if criterium.rij not in cellen:
                cellen[criterium.rij] = [[] for _ in uitkomsten]
            cellen[criterium.rij][niveau].append(criterium)
    return tuple(
        Rij(f"{leerlijn}.{rij}", leerlijn, rij, tuple(Reeks(cel) for cel in per_niveau), (nummer, rij))
        for rij, per_niveau in sorted(cellen.items())
    )


def met_errata(gegevens: Gegevens) -> Gegevens:
    """Return the data with every erratum carried out: the texts as they were meant, and none left to correct.

    The version says so: corrected texts are not the source's. Each erratum stands once in its text.
    """
    correcties: dict[tuple[str, str], list[Gegevens]] = {}
    for erratum in gegevens["errata"]:
        correcties.setdefault((erratum["code"], erratum["veld"]), []).append(erratum)

    def verbeterd(deel: Gegevens) -> dict[str, Any]:
        nieuw = dict(deel)
        for veld in ("naam", "tekst"):
            for erratum in correcties.get((deel["code"], veld), ()):
                nieuw[veld] = nieuw[veld].replace(erratum["staat"], erratum["bedoeld"], 1)
        for veld in ("leeruitkomsten", "succescriteria"):
            if veld in deel:
                nieuw[veld] = [verbeterd(kind) for kind in deel[veld]]
        return nieuw

    leerlijnen = [verbeterd(leerlijn) for leerlijn in gegevens["leerlijnen"]]
    return {**gegevens, "versie": f"{gegevens['versie']}+errata", "leerlijnen": leerlijnen, "errata": []}
