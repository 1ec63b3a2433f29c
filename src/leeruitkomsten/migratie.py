"""Migration (migratie): what becomes of the codes in a portfolio when the framework changes. No code is ever dropped."""

from __future__ import annotations

from typing import cast

import attrs

from . import codes as grammatica
from .fouten import OnbekendeCode
from .record import Record, Reeks, Regel
from .vergelijking import Wijziging, tel_woorden
from .vragen.kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .raamwerk import Raamwerk
    from .tabel import Cel, Tabel
    from .vergelijking import Woorden

DEKT = 0.6
"""A text may be a part of another, or hold it, from this share of the words of the shorter one on."""


@attrs.frozen(repr=False, eq=False)
class Overgang(Regel):
    """What becomes of one code.

    Attributes:
        oud: the code as it was given.
        nieuw: tuple of codes in the new framework: one that it goes on as, the candidates to choose from, or none.
        reden: why, in Dutch: `gelijk`, `verplaatst` or `hernummerd` (carries over); `gewijzigd`, `gesplitst`,
            `samengevoegd`, `opgevolgd` or `lijkt op` (for a person); `vervallen` (ended).
    """

    oud: str
    nieuw: tuple[str, ...]
    reden: str

    KOP = ("Oud", "Nieuw", "Reden")

    def __str__(self) -> str:
        return f"{self.oud} → {' of '.join(self.nieuw) or '–'} ({self.reden})"

    def regel(self) -> tuple[Cel, ...]:
        return (self.oud, " of ".join(self.nieuw), self.reden)


@attrs.frozen(repr=False, eq=False)
class Migratie(Record):
    """What becomes of all codes: together the three parts hold every code given, once for each time it was given.

    Attributes:
        mee: tuple of `Overgang`: carries over, the text is equal.
        bekijken: tuple of `Overgang`: a person must look at it, with the candidates.
        vervallen: tuple of `Overgang`: has ended, and nothing comes near.
    """

    mee: Reeks[Overgang]
    bekijken: Reeks[Overgang]
    vervallen: Reeks[Overgang]

    def __str__(self) -> str:
        return f"gaat mee: {len(self.mee)}, om te bekijken: {len(self.bekijken)}, vervallen: {len(self.vervallen)}"

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        delen = (("gaat mee", self.mee), ("om te bekijken", self.bekijken), ("vervallen", self.vervallen))
        rijen = tuple((naam, *overgang.regel()) for naam, deel in delen for overgang in deel)
        return Tabel(str(self), ("Deel", *Overgang.KOP), rijen)


def migreer(codes: str | Iterable[str], wijzigingen: Iterable[Wijziging]) -> Migratie:
    """Divide codes of the old framework over what carries over, what a person must look at, and what has ended.

    A code carries over when its text is equal, under the same code or another. Where the text changed, was split over
    several or merged with another, a person looks, with the candidates: the codes that the new framework names as
    successors, else those whose texts hold at least 60 % of the words of the shorter of the two. A row, cel or EvL,
    which has no text of its own, is for a person as soon as something in it changed.

    Args:
        codes: one code, or any iterable of them, of the framework that `wijzigingen` starts from; order and repeats are
            kept.
        wijzigingen: what `vergelijk(oud, nieuw)` gave.

    Raises:
        OnbekendeCode: codes that the old framework does not have; the error names them all. (Where nothing changed there
            is no old framework to ask: then any code carries over that has the form of one.)
        TypeError: `wijzigingen` are not what `vergelijk` gives.

    >>> import leeruitkomsten as lu
    >>> anders = lu.vergelijk(lu.laad(), lu.laad(errata=True))
    >>> print(lu.migreer(["WP2.5a", "WP2.5b"], anders))
    gaat mee: 1, om te bekijken: 1, vervallen: 0
    """
    gegeven, alle = list(waarden(codes)), list(wijzigingen)
    if not all(isinstance(wijziging, Wijziging) for wijziging in cast("list[object]", alle)):
        raise TypeError("migreer vraagt om de wijzigingen die vergelijk(oud, nieuw) geeft")
    oud = next((w.van_kader for w in alle if w.van_kader is not None), None)
    onbekend = [
        c for c in gegeven if not grammatica.is_code(c) or (oud is not None and c not in oud and not _ooit(oud, c))
    ]
    if onbekend:
        raise OnbekendeCode.samen(OnbekendeCode(code, "code") for code in onbekend)
    wissel = _Wissel(alle)
    delen: dict[str, list[Overgang]] = {"mee": [], "bekijken": [], "vervallen": []}
    for code in map(str, gegeven):
        deel, overgang = wissel.overgang(code)
        delen[deel].append(overgang)
    return Migratie(*(Reeks(deel) for deel in delen.values()))


class _Wissel:
    """The changes, by the old code, and what they touch that has no text of its own."""

    def __init__(self, wijzigingen: list[Wijziging]) -> None:
        met_code = [w for w in wijzigingen if w.wat in ("leerlijn", "leeruitkomst", "succescriterium")]
        self.per_code = {w.oud: w for w in met_code if w.oud is not None}
        self.per_wat: dict[str, list[Wijziging]] = {}
        for w in met_code:
            self.per_wat.setdefault(w.wat, []).append(w)
        self.woorden = {id(w): (tel_woorden(w.van or ""), tel_woorden(w.naar or "")) for w in met_code}
        self.geraakt = {plek for w in met_code for code in (w.oud, w.nieuw) if code for plek in _plekken(code)}
        self.weg = {w.oud for w in wijzigingen if w.soort == "vervallen" and w.wat in ("leerlijn", "niveau")}
        self.lijnen = {w.oud: w.nieuw for w in met_code if w.wat == "leerlijn" and w.soort == "hernummerd"}

    def overgang(self, code: str) -> tuple[str, Overgang]:
        """Return the part a code belongs to, and what becomes of it."""
        wijziging = self.per_code.get(code)
        if wijziging is None:
            return self._zonder_tekst(code)
        if wijziging.soort in ("verplaatst", "hernummerd"):
            return "mee", Overgang(code, (str(wijziging.nieuw),), wijziging.soort)
        if wijziging.opvolgers:
            return "bekijken", Overgang(code, wijziging.opvolgers, "opgevolgd")
        kandidaten, reden = self._kandidaten(wijziging)
        return ("bekijken" if kandidaten else "vervallen"), Overgang(code, kandidaten, reden)

    def _zonder_tekst(self, code: str) -> tuple[str, Overgang]:
        """Return what becomes of a code whose text did not change, or that has none: a rij, a cel, an EvL."""
        delen = grammatica.ontleed(code)
        if delen.leerlijn in self.weg or (delen.niveau is not None and str(delen.niveau) in self.weg):
            return "vervallen", Overgang(code, (), "vervallen")
        lijn = self.lijnen.get(delen.leerlijn)
        if lijn is not None:
            return "bekijken", Overgang(code, (f"{lijn}{code[len(delen.leerlijn or '') :]}",), "gewijzigd")
        if code in self.geraakt:
            return "bekijken", Overgang(code, (code,), "gewijzigd")
        return "mee", Overgang(code, (code,), "gelijk")

    def _kandidaten(self, wijziging: Wijziging) -> tuple[tuple[str, ...], str]:
        """Return the codes that a text may have gone to, its own match first, and why a person must look."""
        soortgenoten = self.per_wat[wijziging.wat]
        woorden = self.woorden[id(wijziging)][0]
        eigen = [wijziging.nieuw] if wijziging.nieuw is not None else []
        gelijk = [w.nieuw for w in soortgenoten if w.nieuw is not None and w.naar == wijziging.van]
        # Where a text may have gone besides its own place: what is new, and for a text that ended, what changed.
        open_ = [w for w in soortgenoten if w.nieuw and (w.oud is None or (not eigen and w.soort == "gewijzigd"))]
        dekkend = [w.nieuw for w in open_ if w.nieuw and _dekt(woorden, self.woorden[id(w)][1])]
        kandidaten = tuple(dict.fromkeys([*eigen, *gelijk, *dekkend]))
        if not kandidaten:
            return (), "vervallen"
        if len({*eigen, *dekkend}) > 1:
            return kandidaten, "gesplitst"
        if any(self._ook_naar(kandidaten[0], w) for w in soortgenoten if w is not wijziging):
            return kandidaten, "samengevoegd"
        return kandidaten, "gewijzigd" if wijziging.nieuw == wijziging.oud else "lijkt op"

    def _ook_naar(self, code: str, ander: Wijziging) -> bool:
        """Say whether another old text went to this code too: it was matched with it, or ended and is held by its text."""
        if ander.oud is None:
            return False
        if ander.nieuw is not None:
            return ander.nieuw == code
        naar = next(self.woorden[id(w)][1] for w in self.per_wat[ander.wat] if w.nieuw == code)
        return _dekt(self.woorden[id(ander)][0], naar)


def _ooit(kader: Raamwerk, code: object) -> bool:
    return any(vervallen.code == code for vervallen in kader.vervallen)


def _plekken(code: str) -> tuple[str, ...]:
    """Return what holds a criterium or leeruitkomst and has no text of its own: cel, rij and EvL."""
    delen = grammatica.ontleed(code)
    if delen.soort == "succescriterium":
        return (code[:-1], f"{delen.leerlijn}.{delen.rij}", f"EvL{delen.niveau}")
    return (f"EvL{delen.niveau}",) if delen.soort == "leeruitkomst" else ()


def _dekt(een: Woorden, ander: Woorden) -> bool:
    kleinste = min(len(een), len(ander))
    return kleinste > 0 and len(een & ander) / kleinste >= DEKT
