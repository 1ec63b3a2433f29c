"""Migration (migratie): what becomes of the codes in a portfolio when the framework changes. No code is ever dropped."""

from __future__ import annotations

import attrs

from . import codes as grammatica
from .fouten import OnbekendeCode
from .record import Record, Reeks, Regel
from .vergelijking import lijkt, tel_woorden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from .tabel import Cel, Tabel
    from .vergelijking import Wijziging

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

    def cellen(self) -> tuple[Cel, ...]:
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
        return f"{len(self.mee)} gaan mee, {len(self.bekijken)} om te bekijken, {len(self.vervallen)} vervallen"

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        delen = (("gaat mee", self.mee), ("om te bekijken", self.bekijken), ("vervallen", self.vervallen))
        rijen = tuple((naam, *overgang.cellen()) for naam, deel in delen for overgang in deel)
        return Tabel(str(self), ("Deel", *Overgang.KOP), rijen)


def migreer(codes: Iterable[str], wijzigingen: Iterable[Wijziging]) -> Migratie:
    """Divide codes of the old framework over what carries over, what a person must look at, and what has ended.

    A code carries over when its text is equal, under the same code or another. Where the text changed, was split over
    several or merged with another, a person looks, with the candidates: the codes that the new framework names as
    successors, else those whose texts hold at least 60 % of the words of the shorter of the two. A row or cel, which has
    no text of its own, is for a person as soon as one of its criteria changed.

    Args:
        codes: any iterable of codes of the framework that `wijzigingen` starts from; order and repeats are kept.
        wijzigingen: what `vergelijk(oud, nieuw)` gave.

    Raises:
        OnbekendeCode: a code has not the form of a code; the error names all that have not. Whether a code was in the
            old framework cannot be seen here: `oud.controleer(codes)` says that.

    >>> import leeruitkomsten as lu
    >>> anders = lu.vergelijk(lu.laad(), lu.laad(errata=True))
    >>> print(lu.migreer(["WP2.5a", "WP2.5b"], anders))
    1 gaan mee, 1 om te bekijken, 0 vervallen
    """
    gegeven = list(codes)
    fouten = [OnbekendeCode(code, "code") for code in gegeven if not grammatica.is_code(code)]
    if fouten:
        raise OnbekendeCode.samen(fouten)
    wissel = _Wissel(wijzigingen)
    delen: dict[str, list[Overgang]] = {"mee": [], "bekijken": [], "vervallen": []}
    for code in gegeven:
        deel, overgang = wissel.overgang(code)
        delen[deel].append(overgang)
    return Migratie(*(Reeks(deel) for deel in delen.values()))


class _Wissel:
    """The changes, by old code, and the texts that are new or were changed, by new code."""

    def __init__(self, wijzigingen: Iterable[Wijziging]) -> None:
        alle = [w for w in wijzigingen if w.wat in ("leerlijn", "leeruitkomst", "succescriterium")]
        self.per_code = {w.oud: w for w in alle if w.oud is not None}
        self.oude = {w.oud: tel_woorden(w.van or "") for w in alle if w.oud is not None}
        self.nieuwe = {w.nieuw: tel_woorden(w.naar or "") for w in alle if w.nieuw is not None}
        self.teksten = {w.nieuw: w.naar for w in alle if w.nieuw is not None}
        self.bezet = {w.nieuw for w in alle if w.oud is not None and w.gelijkenis is None}
        self.geraakt = {plek for w in alle for code in (w.oud, w.nieuw) if code for plek in _plekken(code)}

    def overgang(self, code: str) -> tuple[str, Overgang]:
        """Return the part a code belongs to, and what becomes of it."""
        wijziging = self.per_code.get(code)
        if wijziging is None:
            if code in self.geraakt:
                return "bekijken", Overgang(code, (code,), "gewijzigd")
            return "mee", Overgang(code, (code,), "gelijk")
        if wijziging.soort in ("verplaatst", "hernummerd"):
            return "mee", Overgang(code, (str(wijziging.nieuw),), wijziging.soort)
        if wijziging.opvolgers:
            return "bekijken", Overgang(code, wijziging.opvolgers, "opgevolgd")
        kandidaten = self._kandidaten(code, wijziging)
        if not kandidaten:
            return "vervallen", Overgang(code, (), "vervallen")
        return "bekijken", Overgang(code, kandidaten, self._reden(code, wijziging, kandidaten))

    def _kandidaten(self, code: str, wijziging: Wijziging) -> tuple[str, ...]:
        """Return the codes the text may have gone to: its own match, then equal texts, then the likest."""
        eigen = [wijziging.nieuw] if wijziging.nieuw is not None else []
        gelijk = [ander for ander, tekst in self.teksten.items() if tekst == wijziging.van]
        woorden = self.oude[code]
        gewogen = sorted(
            ((-lijkt(woorden, self.nieuwe[ander]), ander) for ander in self.nieuwe if ander not in self.bezet),
        )
        dekkend = [ander for _, ander in gewogen if _dekt(woorden, self.nieuwe[ander])]
        return tuple(dict.fromkeys([*eigen, *gelijk, *dekkend]))

    def _reden(self, code: str, wijziging: Wijziging, kandidaten: tuple[str, ...]) -> str:
        eerste, *rest = kandidaten
        if rest:
            return "gesplitst"
        if any(_dekt(woorden, self.nieuwe[eerste]) for ander, woorden in self.oude.items() if ander != code):
            return "samengevoegd"
        return "gewijzigd" if wijziging.nieuw == code else "lijkt op"


def _plekken(code: str) -> tuple[str, ...]:
    """Return the cel and the row that a criterium stands in; of another code, nothing."""
    delen = grammatica.ontleed(code)
    return (code[:-1], f"{delen.leerlijn}.{delen.rij}") if delen.soort == "succescriterium" else ()


def _dekt(een: Counter[str], ander: Counter[str]) -> bool:
    kleinste = min(een.total(), ander.total())
    return kleinste > 0 and (een & ander).total() / kleinste >= DEKT
