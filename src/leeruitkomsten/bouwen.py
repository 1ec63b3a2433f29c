"""From plain data, in the shape of the file, to records. This is the short way: it trusts what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .herkomst import Bron, Erratum, Noot, Vervallen
from .model import Leerlijn, Leeruitkomst, Niveau, Rijnaam, Succescriterium
from .raamwerk import Raamwerk
from .record import Reeks


def bouw(gegevens: Mapping[str, Any], vingerafdruk: str | None = None) -> Raamwerk:
    """Return the framework that `gegevens` describes. Unchecked data give a meaningless framework or any error.

    Args:
        gegevens: in the shape of the file.
        vingerafdruk: the fingerprint of these data where it is known; else it is worked out when it is asked for.
    """
    bron = gegevens["bron"]
    return Raamwerk.vertrouwd(
        *(gegevens[naam] for naam in ("sleutel", "naam", "versie", "datum", "taal", "uitgever", "licentie")),
        Bron.vertrouwd(
            bron["titel"],
            bron["sha256"],
            tuple(bron["verwijzingen"]),
            _noten(bron["verantwoording"]),
            _noten(bron["op_inhoud_geplaatst"]),
        ),
        _noten(gegevens["inleiding"]),
        Reeks(Niveau.vertrouwd(n["nummer"], n["fase"], n["begeleiding"]) for n in gegevens["niveaus"]),
        Reeks(map(_leerlijn, gegevens["leerlijnen"])),
        Reeks(
            Erratum.vertrouwd(*(e[n] for n in ("code", "veld", "staat", "bedoeld", "reden")))
            for e in gegevens["errata"]
        ),
        Reeks(
            Vervallen.vertrouwd(v["code"], tuple(v["opvolgers"]), v["sinds"], v["reden"]) for v in gegevens["vervallen"]
        ),
        vingerafdruk=vingerafdruk,
    )


def _noten(gegevens: list[Mapping[str, str]]) -> Reeks[Noot]:
    return Reeks(Noot.vertrouwd(noot["bij"], noot["tekst"]) for noot in gegevens)


def _leerlijn(gegevens: Mapping[str, Any]) -> Leerlijn:
    namen = (Rijnaam.vertrouwd(n["rij"], n["naam"], n["uit_bron"]) for n in gegevens.get("rijnamen", ()))
    uitkomsten = Reeks(map(_leeruitkomst, gegevens["leeruitkomsten"]))
    return Leerlijn.vertrouwd(
        gegevens["code"], gegevens["naam"], uitkomsten, gegevens.get("omschrijving"), Reeks(namen)
    )


def _leeruitkomst(gegevens: Mapping[str, Any]) -> Leeruitkomst:
    maak = Succescriterium.vertrouwd
    criteria = Reeks(maak(c["code"], c["tekst"], c.get("notatie")) for c in gegevens["succescriteria"])
    return Leeruitkomst.vertrouwd(gegevens["code"], gegevens["tekst"], criteria, gegevens.get("notatie"))


def met_errata(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with every erratum carried out: the texts as they were meant, and none left to correct.

    The version says so: corrected texts are not the source's. Each erratum stands once in its text.
    """
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


MET_ERRATA = "+errata"
"""How the version ends of a framework whose known slips have been corrected."""
