"""The page (verkenner): one file with the whole framework, to search, follow and print by double click."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import cast

from ..bewijs import Portfolio
from ..bouwen import bouw, met_errata
from ..fouten import OngeldigeVraag, eis_type
from ..identiteit import MET_ERRATA
from ..model import Rij, Succescriterium
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, richting
from ..vragen.stand import Stand
from ..vragen.voortgang import Voortgang
from ..vragen.zoek import Item
from ..zelfde import eis_raamwerk
from ._paginavoet import paginavoet
from ._scherm import Scherm
from ._sjabloon import vul, woorden_in
from ._stand import Getoond, getoond
from ._woorden import AANGETOOND

_SCRIPTS = (
    "pagina_bouwen.js", "pagina_zoeken.js", "pagina_verschil.js", "pagina_progressie.js", "pagina_beelden.js",
    "pagina_zoekscherm.js", "pagina_vel.js",
)  # fmt: skip
_PORTFOLIO = ("pagina_portfolio.js", "pagina_student.js", "pagina_ingevuld.js", "pagina_toen.js", "pagina_werken.js")
"""What reads, draws and writes a portfolio: not on a page whose marks are those of a `Voortgang`."""
_BEGIN = ("pagina.js",)
"""What starts the page. Each script uses what stands in those before it."""


def pagina(
    raamwerk: Raamwerk,
    voortgang: Voortgang | None = None,
    *,
    portfolio: Portfolio | Sequence[Portfolio] | None = None,
    schermtaal: Schermtaal = "nl",
) -> str:
    """Return a framework as one HTML page, to open by double click: it asks nothing of any server.

    It has a matrix per leerlijn, a view per EvL, search that finds what `zoek` finds, each row through the niveaus and
    what deepens between two niveaus with the words that differ, an address for every code (`pagina.html#WP2.4a`), and the
    sheets of `matrix` and `formulier`, which it prints. Without JavaScript the matrices and EvLs can be read.

    Without `voortgang` it also opens a portfolio file, adds evidence and notes to it, and saves it as `schrijf_portfolio`
    writes it; until that is done the browser keeps a draft.

    Args:
        raamwerk: the framework.
        voortgang: what a student has shown of this framework; each criterium that was shown, or is still to be shown of
            the niveau that is counted, is marked, and the page gets an overview. It counts, and does not judge.
        portfolio: of one student: the page opens with it, marks what was shown and what is still to be shown, and has a view
            of each piece of evidence and each note at its code, and of how many criteria were shown in each month. A script
            draws it. Instead of `voortgang`. Of two, an earlier one and the one of now, the page says besides what has come since
            then at each code, what was there, and what has gone.
        schermtaal: the language of what the page says around the texts, `nl` or `en`. The texts themselves keep that of the
            framework (`taal`), and are marked as such.

    Raises:
        VerkeerdType: this is no framework, `voortgang` is no `Voortgang`, or `portfolio` no `Portfolio` or list of those.
        OngeldigeVraag: `voortgang` is of another framework, or of another version of it; both it and `portfolio` are given; there
            are more than two portfolios, or the later one comes first; or there is no such `schermtaal`.
        OngeldigPortfolio: `portfolio` has a code that the framework does not have, or is of another framework or version.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = pagina(lu.laad())
    >>> 'id="WP2.4a"' in html, "http://" in html or "https://" in html
    (True, False)
    >>> '<html lang="en">' in pagina(lu.laad(), schermtaal="en")
    True
    """
    scherm = Scherm(schermtaal, eis_raamwerk(raamwerk).taal)
    if voortgang is not None and portfolio is not None:
        reden = "geef voortgang= of portfolio=, niet beide: van een portfolio telt de pagina zelf"
        raise OngeldigeVraag("opties_samen", reden, {"voortgang": voortgang, "portfolio": portfolio})
    stand = getoond(raamwerk, voortgang, scherm.zeg)
    werkt = voortgang is None
    scripts = (*_SCRIPTS, *(_PORTFOLIO if werkt else ()), *_BEGIN)
    return vul(
        "pagina.html",
        stijlen=("pagina.css", "druk.css"),
        extra=paginavoet(scherm.zeg, raamwerk),
        scripts=scripts,
        scherm=scherm,
        kader=raamwerk,
        noten=_noten(raamwerk, scherm),
        stand=stand,
        celstand=celstand,
        met_portfolio=werkt,
        gegevens=_gegevens(raamwerk, scherm, scripts) | (_voor_portfolio(raamwerk, portfolio) if werkt else {}),
    )


def celstand(cel: tuple[Succescriterium, ...], stand: Getoond | None) -> tuple[str, str]:
    """Return how much of a cell was shown: `vol`, `deels`, `geen` or nothing, and the same in words.

    Of a niveau that is not counted only what was shown is said: nothing of it is missing.

    >>> celstand((), None)
    ('', '')
    """
    if stand is None or not any(standen := [stand.van(criterium) for criterium in cel]):
        return "", ""
    telling = Stand(standen.count(AANGETOOND), len(cel))
    if not all(standen):
        return "deels", stand.spreek("pagina.aantal_aangetoond", aantal=telling.aantal)
    soort = "vol" if telling.aantal == telling.totaal else "deels" if telling.aantal else "geen"
    return soort, stand.geteld(telling)


def _noten(raamwerk: Raamwerk, scherm: Scherm) -> dict[str, list[str]]:
    """Return for each code with known slips what stands in the source and what is meant, as HTML."""
    noten: dict[str, list[str]] = {}
    for erratum in raamwerk.errata:
        delen = {"staat": erratum.staat, "bedoeld": erratum.bedoeld, "reden": erratum.reden}
        noten.setdefault(erratum.code, []).append(scherm.spreek("pagina.erratum", **delen))
    return noten


def _gegevens(raamwerk: Raamwerk, scherm: Scherm, scripts: tuple[str, ...]) -> dict[str, object]:
    """Return what the script of the page knows, as plain data. Lists only: no code becomes the name of a property.

    What stands beside a text, its note and its mark, the script takes from the page itself. What deepens between two niveaus it
    works out when that is asked: there are as many pairs of niveaus as niveaus times niveaus.
    """
    return {
        "woorden": woorden_in(scripts, scherm.schermtaal),
        "scherm": _in_taal(scherm.schermtaal),
        "tekst": {} if scherm.in_schermtaal else _in_taal(raamwerk.taal),
        "naam": raamwerk.naam,
        "versie": raamwerk.versie,
        "codes": list(raamwerk),
        "niveaus": [{"nummer": n.nummer, "fase": n.fase} for n in raamwerk.niveaus],
        "leerlijnen": [{"code": lijn.code, "naam": lijn.naam} for lijn in raamwerk.leerlijnen],
        "items": list(_items(raamwerk)),
        "rijen": [
            {
                "code": rij.code,
                **_naam(rij),
                "leerlijn": rij.leerlijn,
                "cellen": [[c.code for c in cel] for cel in rij.cellen],
            }
            for rij in raamwerk.rijen
        ],
        "vervallen": [
            {"code": einde.code, "sinds": einde.sinds, "opvolgers": list(einde.opvolgers)}
            for einde in raamwerk.vervallen
        ],
    }


def _toen_en_nu(portfolio: Portfolio | Sequence[Portfolio] | None) -> tuple[Portfolio | None, Portfolio | None]:
    """Return an earlier portfolio and the one of now, where there are such."""
    if not isinstance(portfolio, list | tuple):
        return None, cast("Portfolio | None", portfolio)
    for een in portfolio:
        eis_type(een, Portfolio, "een Portfolio", "portfolio")
    if len(portfolio) not in (1, 2):
        reden = f"portfolio= is er één, of een eerder en dat van nu; hier zijn het er {len(portfolio)}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"portfolio": portfolio})
    toen, nu = (None, *portfolio)[-2:]
    if toen and toen.datum and nu.datum and toen.datum > nu.datum:
        reden = f"geef het eerdere portfolio eerst: het eerste is van {toen.datum}, het tweede van {nu.datum}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"portfolio": portfolio})
    return toen, nu


def _voor_portfolio(raamwerk: Raamwerk, portfolio: Portfolio | Sequence[Portfolio] | None) -> dict[str, object]:
    """Return of which framework a portfolio must be, and those that are given as their files have them.

    The errors of reading its file are those of a portfolio that was made by hand too.
    """
    kenmerken = [raamwerk.kenmerk]
    if raamwerk.errata and not raamwerk.versie.endswith(MET_ERRATA):
        kenmerken.append(bouw(met_errata(raamwerk.als_dict())).kenmerk)
    gegevens: dict[str, object] = {"kenmerken": [kenmerk.als_dict() for kenmerk in kenmerken]}
    for naam, een in zip(("vroeger", "portfolio"), _toen_en_nu(portfolio), strict=True):
        if een is not None:
            from ..bestanden.portfolio import lees_portfolio, schrijf_portfolio

            bestand = schrijf_portfolio(een)
            lees_portfolio(bestand, raamwerk, grens=len(bestand))
            gegevens[naam] = json.loads(bestand)
    return gegevens


def _in_taal(taal: str) -> dict[str, str]:
    return {"lang": taal, "dir": richting(taal)}


def _naam(rij: Rij) -> dict[str, object]:
    return {} if rij.naam is None else {"naam": rij.naam, "eigen": not rij.naam_uit_bron}


def _items(raamwerk: Raamwerk) -> Iterator[dict[str, object]]:
    """Yield the leeruitkomsten and succescriteria, in source order; only the first say of what kind they are."""
    for uitkomst in raamwerk.leeruitkomsten:
        yield {**_item(uitkomst), "soort": "leeruitkomst"}
        yield from map(_item, uitkomst.succescriteria)


def _item(item: Item) -> dict[str, object]:
    notatie = {} if item.notatie is None else {"notatie": item.notatie}
    return {"code": item.code, **notatie, "tekst": item.tekst, "leerlijn": item.leerlijn, "niveau": item.niveau}
