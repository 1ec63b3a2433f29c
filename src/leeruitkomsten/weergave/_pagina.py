"""The page (verkenner): one file with the whole framework, to search, follow and print by double click."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Succescriterium
from ..raamwerk import Raamwerk
from ..vragen.stand import Stand
from ..vragen.verdieping import Verdieping
from ..vragen.verschil import tekstverschil
from ..vragen.voortgang import Voortgang
from ..vragen.zoek import Item
from ..zelfde import eis_raamwerk
from ._formulier import paginavoet
from ._sjabloon import vul
from ._stand import Getoond, getoond
from ._woorden import AANGETOOND

SCRIPTS = (
    "pagina_bouwen.js", "pagina_progressie.js", "pagina_beelden.js", "pagina_zoeken.js", "pagina_zoekscherm.js", "pagina.js",
)  # fmt: skip
"""In this order: each uses what stands in those before it; the last one starts the page."""

TEKENS = {"gelijk": "=", "nieuw": "+", "vervalt": "-"}
"""What the data of the page call the pieces of two texts; how long each is follows, as in `=12-7+9`."""


def pagina(raamwerk: Raamwerk, voortgang: Voortgang | None = None) -> str:
    """Return a framework as one HTML page, to open by double click: it asks nothing of any server and keeps nothing.

    It has a matrix per leerlijn, a view per EvL, search that finds what `zoek` finds, each row through the niveaus and
    what deepens between two niveaus with the words that differ, an address for every code (`pagina.html#WP2.4a`), and the
    sheets of `matrix` and `formulier`, which it prints. Without JavaScript the matrices and EvLs can be read.

    Args:
        raamwerk: the framework.
        voortgang: what a student has shown of this framework; each criterium that was shown, or is still to be shown of
            the niveau that is counted, is marked, and the page gets an overview. It counts, and does not judge.

    Raises:
        VerkeerdType: this is no framework, or `voortgang` is no `Voortgang`.
        OngeldigeVraag: `voortgang` is of another framework, or of another version of it.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = pagina(lu.laad())
    >>> 'id="WP2.4a"' in html, "http://" in html or "https://" in html
    (True, False)
    """
    stand = getoond(eis_raamwerk(raamwerk), voortgang)
    return vul(
        "pagina.html",
        stijlen=("pagina.css", "druk.css"),
        extra=paginavoet(raamwerk),
        scripts=SCRIPTS,
        kader=raamwerk,
        noten=_noten(raamwerk),
        stand=stand,
        celstand=celstand,
        gegevens=_gegevens(raamwerk),
    )


def celstand(cel: tuple[Succescriterium, ...], stand: Getoond | None) -> tuple[str, str]:
    """Return how much of a cell was shown: `vol`, `deels`, `geen` or nothing, and the same in words.

    Of a niveau that is not counted only what was shown is said: nothing of it is missing.

    >>> celstand((), None)
    ('', '')
    """
    standen = [stand.van(criterium) for criterium in cel] if stand else []
    if not any(standen):
        return "", ""
    telling = Stand(standen.count(AANGETOOND), len(cel))
    if not all(standen):
        return "deels", f"{telling.aantal} aangetoond"
    soort = "vol" if telling.aantal == telling.totaal else "deels" if telling.aantal else "geen"
    return soort, str(telling)


def _noten(raamwerk: Raamwerk) -> dict[str, str]:
    """Return for each code with known slips what stands in the source and what is meant."""
    noten: dict[str, list[str]] = {}
    for erratum in raamwerk.errata:
        zin = f"In de bron staat “{erratum.staat}”; bedoeld is “{erratum.bedoeld}”. {erratum.reden}"
        noten.setdefault(erratum.code, []).append(zin)
    return {code: " ".join(zinnen) for code, zinnen in noten.items()}


def _gegevens(raamwerk: Raamwerk) -> dict[str, object]:
    """Return what the script of the page knows, as plain data. Lists only: no code becomes the name of a property.

    What stands beside a text, its note and its mark, the script takes from the page itself.
    """
    return {
        "naam": raamwerk.naam,
        "versie": raamwerk.versie,
        "codes": list(raamwerk),
        "niveaus": [{"nummer": n.nummer, "fase": n.fase} for n in raamwerk.niveaus],
        "leerlijnen": [{"code": lijn.code, "naam": lijn.naam} for lijn in raamwerk.leerlijnen],
        "items": list(_items(raamwerk)),
        "rijen": [
            {"code": rij.code, "leerlijn": rij.leerlijn, "cellen": [[c.code for c in cel] for cel in rij.cellen]}
            for rij in raamwerk.rijen
        ],
        "stappen": list(_stappen(raamwerk)),
        "vervallen": [
            {"code": einde.code, "sinds": einde.sinds, "opvolgers": list(einde.opvolgers)}
            for einde in raamwerk.vervallen
        ],
    }


def _items(raamwerk: Raamwerk) -> Iterator[dict[str, object]]:
    """Yield the leeruitkomsten and succescriteria, in source order; only the first say of what kind they are."""
    for uitkomst in raamwerk.leeruitkomsten:
        yield {**_item(uitkomst), "soort": "leeruitkomst"}
        yield from map(_item, uitkomst.succescriteria)


def _item(item: Item) -> dict[str, object]:
    notatie = {} if item.notatie is None else {"notatie": item.notatie}
    return {"code": item.code, **notatie, "tekst": item.tekst, "leerlijn": item.leerlijn, "niveau": item.niveau}


def _stappen(raamwerk: Raamwerk) -> Iterator[dict[str, object]]:
    """Yield what deepens between any two niveaus: the script only draws it."""
    for hoog in range(2, len(raamwerk.niveaus) + 1):
        for laag in range(1, hoog):
            rijen = [_stap(verdieping) for verdieping in raamwerk.verdieping(laag, hoog)]
            yield {"van": laag, "naar": hoog, "rijen": rijen}


def _stap(verdieping: Verdieping) -> dict[str, object]:
    return {
        "rij": verdieping.rij,
        "soort": verdieping.soort,
        "van": [criterium.code for criterium in verdieping.van],
        "naar": [criterium.code for criterium in verdieping.naar],
        "verschillen": [
            "".join(f"{TEKENS[soort]}{len(tekst)}" for soort, tekst in tekstverschil(een.tekst, ander.tekst).delen)
            for een, ander in verdieping.paren
        ],
    }
