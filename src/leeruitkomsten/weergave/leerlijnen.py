"""The matrix: a leerlijn on one sheet, as the document has it, with or without what a student has shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..aantonen import Voortgang
from ..fouten import citaat
from ..tabel import Tabel
from .sjabloon import vul
from .woorden import AANGETOOND, NOG, TEKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..aantonen import Stand
    from ..model import EvL, Leerlijn, Leeruitkomst, Succescriterium
    from ..raamwerk import Raamwerk


@attrs.frozen
class Getoond:
    """What a student has shown, as sheets ask for it.

    Attributes:
        niveau: the niveau that is counted; `None` for all.
        per_criterium: `AANGETOOND` or `NOG`, by code. Of niveaus that are not counted only what was shown is in it.
        per_leeruitkomst: how many of how many, by code of the leeruitkomsten that are counted.
        aangetoond: tuple of all criteria that were shown, of any niveau, in source order.
    """

    niveau: int | None
    per_criterium: Mapping[str, str]
    per_leeruitkomst: Mapping[str, Stand]
    aangetoond: tuple[Succescriterium, ...]

    def van(self, criterium: Succescriterium) -> str:
        """Return "aangetoond", "nog aan te tonen", or nothing for what is not counted and was not shown."""
        return self.per_criterium.get(criterium.code, "")

    def teken(self, criterium: Succescriterium) -> str:
        """Return the mark of a criterium; nothing where `van` gives nothing."""
        return TEKEN.get(self.van(criterium), "")

    def telling(self, uitkomst: Leeruitkomst) -> str:
        """Return "3 van 4", or nothing for a leeruitkomst that is not counted or has no criteria."""
        stand = self.per_leeruitkomst.get(uitkomst.code)
        return str(stand) if stand and stand.totaal else ""

    def elders(self, evl: EvL) -> tuple[str, ...]:
        """Return the codes of what was shown of other niveaus than that of an EvL, in source order."""
        return tuple(c.code for c in self.aangetoond if c.niveau != evl.niveau.nummer)


def getoond(raamwerk: Raamwerk, voortgang: object) -> Getoond | None:
    """Return what sheets of a framework ask of a `Voortgang`; `None` for none.

    Raises:
        TypeError: this is no `Voortgang`.
        ValueError: it is about another framework, or another version of it; the error names what differs.
    """
    if voortgang is None:
        return None
    if not isinstance(voortgang, Voortgang):
        raise TypeError(f"hier hoort wat voortgang(…) geeft, er staat {citaat(voortgang)}")
    if vreemd := list(_verschillen(raamwerk, voortgang)):
        raise ValueError("\n".join(["deze voortgang is van een ander raamwerk, of van een andere versie:", *vreemd]))
    toch = sorted([*voortgang.eerder, *voortgang.aangetoond, *voortgang.later])
    per_criterium = {c.code: AANGETOOND for c in toch} | {c.code: NOG for c in voortgang.nog_aan_te_tonen}
    return Getoond(voortgang.niveau, per_criterium, voortgang.per_leeruitkomst, tuple(toch))


def _verschillen(raamwerk: Raamwerk, voortgang: Voortgang) -> Iterator[str]:
    """Yield a line for each leeruitkomst and criterium in which a `Voortgang` and a framework differ."""
    hier = _teksten(raamwerk.leeruitkomsten)
    daar = _teksten(voortgang.leeruitkomsten) | {c.code: c.tekst for c in (*voortgang.eerder, *voortgang.later)}
    geteld = _teksten(u for u in raamwerk.leeruitkomsten if voortgang.niveau in (None, u.niveau))
    for code, tekst in daar.items():
        if code not in hier:
            yield f"- {code} bestaat niet in dit raamwerk"
        elif hier[code] != tekst:
            yield f"- {code} luidt in dit raamwerk anders"
    yield from (f"- {code} ontbreekt in de voortgang" for code in geteld if code not in daar)


def _teksten(uitkomsten: Iterable[Leeruitkomst]) -> dict[str, str]:
    teksten: dict[str, str] = {}
    for uitkomst in uitkomsten:
        teksten[uitkomst.code] = uitkomst.tekst
        teksten |= {criterium.code: criterium.tekst for criterium in uitkomst.succescriteria}
    return teksten


def gekozen(raamwerk: Raamwerk, leerlijn: str | None) -> tuple[Leerlijn, ...]:
    """Return the one leerlijn that is asked for, or all of them."""
    return raamwerk.leerlijnen if leerlijn is None else (raamwerk.leerlijn(leerlijn),)


def titel_van(raamwerk: Raamwerk, leerlijn: str | None) -> str:
    """Return what a document of these leerlijnen is called."""
    return str(raamwerk) if leerlijn is None else f"{raamwerk.leerlijn(leerlijn)} – {raamwerk}"


def matrix(raamwerk: Raamwerk, leerlijn: str | None = None, voortgang: Voortgang | None = None) -> str:
    """Return a leerlijn as an HTML document to print on A3, landscape: a column per niveau, the rows aligned.

    On top stand the niveaus with their begeleiding and the leeruitkomsten; below, a line per row with the criteria of each
    cell; a cell in which nothing is asked shows a dash. The document needs nothing from elsewhere and runs nothing.

    Args:
        raamwerk: the framework.
        leerlijn: code of one leerlijn; all of them, a sheet each, when it is left out.
        voortgang: what a student has shown of this framework. Each criterium that was shown, or that is still to be shown
            of the niveau that is counted, gets a mark, and each leeruitkomst that is counted how many of how many.

    Raises:
        OnbekendeCode: the framework has no such leerlijn.
        TypeError: `voortgang` is no `Voortgang`.
        ValueError: `voortgang` is about another framework.
        ImportError: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> html = matrix(lu.laad(), "WPO")
    >>> html.count("<td>"), "Je benoemt relevante zaken binnen en buiten de schoolsetting." in html
    (16, True)
    """
    return vul(
        "matrix.html",
        stijlen=("blad.css", "druk.css"),
        titel=titel_van(raamwerk, leerlijn),
        kader=raamwerk,
        leerlijnen=gekozen(raamwerk, leerlijn),
        stand=getoond(raamwerk, voortgang),
    )


def matrix_markdown(raamwerk: Raamwerk, leerlijn: str | None = None) -> str:
    """Return a leerlijn, or each of them, as a Markdown table with the title, version and source of the framework.

    The tables are those of GitHub (pipes); markup in a text is escaped, so that it is read as it was written.

    Args:
        raamwerk: the framework.
        leerlijn: code of one leerlijn; all of them when it is left out.

    Raises:
        OnbekendeCode: the framework has no such leerlijn.

    >>> import leeruitkomsten as lu
    >>> regels = matrix_markdown(lu.laad(), "WPO").splitlines()
    >>> regels[0], regels[6]
    ('# **Leeruitkomsten van het werkplekleren**', '## **WPO Professionele omgeving**')
    """
    lijnen = gekozen(raamwerk, leerlijn)
    begin = Tabel(raamwerk.naam, ("Versie", "Datum", "Bron"), ((raamwerk.versie, raamwerk.datum, str(raamwerk.bron)),))
    return "\n\n".join([f"# {begin.markdown()}", *(f"## {lijn.tabel().markdown()}" for lijn in lijnen)]) + "\n"
