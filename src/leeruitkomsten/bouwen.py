"""From plain data, in the shape of the file, to records. This is the short way: it trusts what it is given."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from .model import Leerlijn, Leeruitkomst, Niveau, Rijnaam, Succescriterium
from .raamwerk import Raamwerk, op_bronvolgorde
from .record import Reeks


def bouw(gegevens: Mapping[str, Any], vingerafdruk: str | None = None) -> Raamwerk:
    """Return the framework that `gegevens` describes. Unchecked data give a meaningless framework or any error.

    Where it comes from is made when it is first asked for: most questions are about what it says.

    Args:
        gegevens: in the shape of the file.
        vingerafdruk: the fingerprint of these data where it is known; else it is worked out when it is asked for.
    """
    kop = {naam: gegevens[naam] for naam in ("sleutel", "naam", "versie", "datum", "taal", "uitgever", "licentie")}
    niveaus = Reeks(Niveau._vertrouwd(n["nummer"], n["fase"], n["begeleiding"]) for n in gegevens["niveaus"])
    leerlijnen = Reeks(map(_leerlijn, gegevens["leerlijnen"]))

    @functools.cache
    def velden() -> Mapping[str, Any]:
        from .herkomst import bouw_herkomst

        bron, inleiding, errata, vervallen = bouw_herkomst(gegevens)
        binnen = {"niveaus": niveaus, "leerlijnen": leerlijnen}
        errata = op_bronvolgorde(errata, leerlijnen, kop["taal"])
        return {**kop, "bron": bron, "inleiding": inleiding, **binnen, "errata": errata, "vervallen": vervallen}

    return Raamwerk._vertrouwd(
        *kop.values(), None, None, niveaus, leerlijnen, None, None, later=velden, vingerafdruk=vingerafdruk
    )


def _leerlijn(gegevens: Mapping[str, Any]) -> Leerlijn:
    namen = (Rijnaam._vertrouwd(n["rij"], n["naam"], n["uit_bron"]) for n in gegevens.get("rijnamen", ()))
    uitkomsten = Reeks(map(_leeruitkomst, gegevens["leeruitkomsten"]))
    return Leerlijn._vertrouwd(
        gegevens["code"], gegevens["naam"], uitkomsten, gegevens.get("omschrijving"), Reeks(namen)
    )


def _leeruitkomst(gegevens: Mapping[str, Any]) -> Leeruitkomst:
    kolommen = ([c.get(naam) for c in gegevens["succescriteria"]] for naam in ("code", "tekst", "notatie"))
    criteria = Reeks(Succescriterium._alle_vertrouwd(*kolommen))
    return Leeruitkomst._vertrouwd(gegevens["code"], gegevens["tekst"], criteria, gegevens.get("notatie"))


def met_errata(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with every erratum carried out: the texts as they were meant, and none left to correct.

    The version says so: corrected texts are not the source's. Each erratum stands once in its text.
    """
    from .identiteit import MET_ERRATA

    correcties: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for erratum in gegevens["errata"]:
        correcties.setdefault((erratum["code"], erratum["veld"]), []).append(erratum)

    def verbeterd(deel: Mapping[str, Any]) -> dict[str, Any]:
        nieuw = dict(deel)
        for veld in ("naam", "tekst"):
            for erratum in correcties.get((deel["code"], veld), ()):
                nieuw[veld] = nieuw[veld].replace(erratum["staat"], erratum["bedoeld"], 1)
        for veld in ("leeruitkomsten", "succescriteria"):
            if veld in deel:
                nieuw[veld] = [verbeterd(kind) for kind in deel[veld]]
        return nieuw

    leerlijnen = [verbeterd(leerlijn) for leerlijn in gegevens["leerlijnen"]]
    return {**gegevens, "versie": f"{gegevens['versie']}{MET_ERRATA}", "leerlijnen": leerlijnen, "errata": []}
