"""The portfolio file: the evidence of one student as a small JSON file, for portfolio software in any language.

It says of which framework and version its codes are: a code means something in its own version only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from ..bouwen import FORMAAT
from ..fouten import Fout, OngeldigPortfolio, citaat
from ..identiteit import canoniek
from ..record import Record, Reeks, Regel
from ..register import criteriumfouten
from ..verpakt import laad
from .bewaren import bewaar
from .bron import GRENS
from .jsonbestand import Jsonbestand
from .vorm import Portfoliobestand, sleutels
from .vormcontrole import vormfouten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..raamwerk import Raamwerk
    from ..tabel import Cel, Tabel
    from .bewaren import Doel
    from .bron import Bron

_BESTAND = Jsonbestand(OngeldigPortfolio, sleutels(Portfoliobestand))


@attrs.frozen(repr=False, eq=False)
class Bewijs(Regel):
    """One piece of evidence.

    Attributes:
        criterium: code of the succescriterium that it shows.
        verwijzing: where it is to be found: an address, a title.
        datum: the day of the evidence, ISO 8601.
    """

    criterium: str
    verwijzing: str
    datum: str

    KOP = ("Criterium", "Verwijzing", "Datum")

    def __str__(self) -> str:
        return f"{self.criterium} {self.verwijzing} ({self.datum})"

    def cellen(self) -> tuple[Cel, ...]:
        return (((("code", self.criterium),),), self.verwijzing, self.datum)


def _reeks(bewijs: Iterable[Bewijs]) -> Reeks[Bewijs]:
    return Reeks(bewijs)


@attrs.frozen(repr=False, eq=False)
class Portfolio(Record):
    """The evidence of one student.

    Attributes:
        raamwerk, versie: name and version of the framework that the codes are of.
        student: whose evidence it is, in the words of the portfolio software.
        bewijs: tuple of `Bewijs`, in the order of the file; a criterium may have several.
    """

    raamwerk: str
    versie: str
    student: str
    bewijs: Reeks[Bewijs] = attrs.field(converter=_reeks)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the criteria for which there is evidence, each once, in the order of the file."""
        return tuple(dict.fromkeys(bewijs.criterium for bewijs in self.bewijs))

    def records(self) -> list[dict[str, str]]:
        """Return one flat dict per piece of evidence, for a data frame or `cohort`.

        Keys: student, criterium, verwijzing, datum.
        """
        return [{"student": self.student, **cast("dict[str, str]", bewijs.als_dict())} for bewijs in self.bewijs]

    def __str__(self) -> str:
        return f"{self.student}: {len(self.bewijs)} × bewijs voor {len(self.codes)} succescriteria"

    def tabel(self) -> Tabel:
        from ..tabel import Tabel

        voet = f"{self.raamwerk}, versie {self.versie}"
        return Tabel(str(self), Bewijs.KOP, tuple(bewijs.cellen() for bewijs in self.bewijs), voet)


def lees_portfolio(bron: Bron, raamwerk: Raamwerk | None = None, *, grens: int = GRENS) -> Portfolio:
    """Read a portfolio, and check it against the framework whose codes it must have.

    Args:
        bron: a path, an open file (text or binary), or the bytes of a JSON file. Its shape: `docs/portfolio.schema.json`.
        raamwerk: the framework; the packaged one when it is left out.
        grens: the largest size that is accepted, in bytes (of an open text file in characters).

    Raises:
        OngeldigPortfolio: the file is not sound, has a code that the framework does not have, or belongs to another
            framework or version; `.bevindingen` names every fault with its path. Codes of another version are moved along
            by `migreer`: read the portfolio with the framework of its own version first.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> bewijs = [lu.Bewijs("WP1.1a", "lesbezoek 3", "2026-11-24")]
    >>> gegeven = lu.schrijf_portfolio(lu.Portfolio(lu.laad().naam, lu.laad().versie, "s12", bewijs))
    >>> lu.voortgang(lu.lees_portfolio(gegeven).codes).per_evl["EvL1"]
    Stand(aangetoond=1, totaal=20)
    """
    gegevens = _BESTAND.lees(bron, grens)
    kader = laad() if raamwerk is None else raamwerk
    fouten = vormfouten(gegevens, Portfoliobestand)
    fouten = (
        fouten or list(_ander_raamwerk(cast("Any", gegevens), kader)) or list(_codefouten(cast("Any", gegevens), kader))
    )
    if fouten:
        raise _BESTAND.ongeldig(fouten)
    velden = cast("dict[str, Any]", gegevens)
    bewijs = [Bewijs(**regel) for regel in velden["bewijs"]]
    return Portfolio(velden["raamwerk"], velden["versie"], velden["student"], bewijs)


def schrijf_portfolio(portfolio: Portfolio, doel: Doel | None = None) -> bytes:
    """Return a portfolio as the bytes of a JSON file, and write them to `doel` if there is one.

    The same portfolio gives the same bytes; a path is written as a whole or not at all, as by `schrijf`. The codes are not
    held against a framework: reading does that.

    Raises:
        OngeldigPortfolio: the portfolio, made by hand, could not be read back; nothing is written.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> print(lu.schrijf_portfolio(lu.Portfolio("Werkplekleren", "1.0", "s12", [])).decode().splitlines()[4])
     "student": "s12",
    """
    gegevens = {"formaat": FORMAAT, **portfolio.als_dict()}
    fouten = vormfouten(gegevens, Portfoliobestand)
    if fouten:
        raise _BESTAND.ongeldig(fouten)
    return bewaar(canoniek(gegevens), doel)


def _ander_raamwerk(gegevens: dict[str, str], kader: Raamwerk) -> Iterator[Fout]:
    """Yield where the portfolio belongs to something else. Errata change words, not codes: they make no other version."""
    if gegevens["raamwerk"] != kader.naam:
        yield Fout("raamwerk", f"hier staat {citaat(gegevens['raamwerk'])}, het raamwerk heet {citaat(kader.naam)}")
    elif gegevens["versie"].removesuffix("+errata") != kader.versie.removesuffix("+errata"):
        yield Fout(
            "versie",
            f"dit portfolio hoort bij versie {citaat(gegevens['versie'])}, het raamwerk is versie {citaat(kader.versie)}; "
            "lees het met het raamwerk van zijn eigen versie en zet de codes over met migreer",
        )


def _codefouten(gegevens: dict[str, Any], kader: Raamwerk) -> Iterator[Fout]:
    gegeven = [regel["criterium"] for regel in gegevens["bewijs"]]
    fouten = criteriumfouten(kader, gegeven)
    for plaats, code in enumerate(gegeven):
        if code in fouten:
            yield Fout(f"bewijs[{plaats}].criterium", str(fouten[code]))
