"""Migration (migratie): what becomes of the codes in a portfolio when the framework changes. No code is ever dropped."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import attrs

from .codes import ontleed
from .fouten import OnbekendeCode, VerkeerdType
from .identiteit import Kenmerk, codes_van
from .plat import Deel, MigratieDict, MigratieRegel, OvergangDict, OvergangRegel, Reden
from .raamwerk import Raamwerk
from .record import Record, Reeks, Regel, vlak
from .vergelijking import MET_TEKST, tel_woorden, vergelijk
from .vragen.kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Tabel
    from .vergelijking import Vergelijking, Wijziging, Woorden

DEKT = 0.6
"""A text may be a part of another, or hold it, from this share of the words of the shorter one on."""
_AFRONDING = 1e-9


@attrs.frozen(repr=False, eq=False)
class Overgang(Regel):
    """What becomes of one code.

    Attributes:
        oud: the code as it was given.
        nieuw: tuple of codes in the new framework: one that it goes on as, the candidates to choose from, or none. They
            all exist.
        reden: why, in Dutch: `gelijk`, `verplaatst` or `hernummerd` (carries over); `gewijzigd`, `gesplitst`,
            `samengevoegd`, `opgevolgd` or `lijkt op` (for a person); `vervallen` (ended).
    """

    oud: str
    nieuw: tuple[str, ...]
    reden: Reden

    KOP = ("Oud", "Nieuw", "Reden")

    if TYPE_CHECKING:

        def als_dict(self) -> OvergangDict: ...

    def __str__(self) -> str:
        return f"{self.oud} → {' of '.join(self.nieuw) or '–'} ({self.reden})"

    def _regel(self) -> tuple[Cel, ...]:
        return (self.oud, " of ".join(self.nieuw), self.reden)

    def records(self) -> list[OvergangRegel]:
        """Return one flat dict: oud, nieuw (the codes with a comma between them, or `None`) and reden."""
        return [{"oud": self.oud, "nieuw": vlak(self.nieuw), "reden": self.reden}]


@attrs.frozen(repr=False, eq=False)
class Migratie(Record):
    """What becomes of all codes: together the three parts hold every code given, once for each time it was given.

    Attributes:
        oud, nieuw: the `Kenmerk` of the framework that the codes are of, and of the one they go to.
        mee: tuple of `Overgang`: carries over, the text is equal.
        bekijken: tuple of `Overgang`: a person must look at it, with the candidates.
        vervallen: tuple of `Overgang`: has ended, and nothing comes near.
    """

    oud: Kenmerk
    nieuw: Kenmerk
    mee: Reeks[Overgang]
    bekijken: Reeks[Overgang]
    vervallen: Reeks[Overgang]

    if TYPE_CHECKING:

        def als_dict(self) -> MigratieDict: ...

    def __str__(self) -> str:
        return f"gaat mee: {len(self.mee)}, om te bekijken: {len(self.bekijken)}, vervallen: {len(self.vervallen)}"

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        delen = (("gaat mee", self.mee), ("om te bekijken", self.bekijken), ("vervallen", self.vervallen))
        rijen = tuple((naam, *overgang._regel()) for naam, deel in delen for overgang in deel)
        return Tabel(str(self), ("Deel", *Overgang.KOP), rijen)

    def records(self) -> list[MigratieRegel]:
        """Return one flat dict per code given, part by part: deel (`mee`, `bekijken` or `vervallen`), oud, nieuw, reden.

        >>> import leeruitkomsten as lu
        >>> lu.migreer("WP2.5b", lu.laad(), lu.laad(errata=True)).records()
        [{'deel': 'bekijken', 'oud': 'WP2.5b', 'nieuw': 'WP2.5b', 'reden': 'gewijzigd'}]
        """
        delen: dict[Deel, Reeks[Overgang]] = {"mee": self.mee, "bekijken": self.bekijken, "vervallen": self.vervallen}
        return [{"deel": naam, **regel} for naam, deel in delen.items() for een in deel for regel in een.records()]


def migreer(codes: str | Iterable[str] | Record, oud: Raamwerk, nieuw: Raamwerk) -> Migratie:
    """Divide codes of `oud` over what carries over to `nieuw`, what a person must look at, and what has ended.

    A code carries over when its text is equal, under the same code or another. Where the text changed, was split over
    several or merged with another, a person looks, with the candidates: the codes that `nieuw` names as successors, else
    those whose texts hold at least 60 % of the words of the shorter of the two. A row, cel or EvL, which has no text of its
    own, is for a person as soon as something in it changed; one that is not in `nieuw` has for candidates where its texts
    went. A code that had ended in `oud` already is for a person, with the codes of `nieuw` that came of its successors.

    Args:
        codes: one code, or any iterable of them, of `oud`; order and repeats are kept. Or a `Portfolio` of `oud`: each of its codes
            once.
        oud: the framework that the codes are of.
        nieuw: the framework that they go to.

    Raises:
        OnbekendeCode: codes that `oud` does not have and never had; the error names them all.
        OngeldigeVraag: the portfolio is of another framework than `oud`, or another version.
        VerkeerdType: `oud` or `nieuw` is no framework.

    >>> import leeruitkomsten as lu
    >>> print(lu.migreer(["WP2.5a", "WP2.5b"], lu.laad(), lu.laad(errata=True)))
    gaat mee: 1, om te bekijken: 1, vervallen: 0
    """
    if not all(isinstance(kader, Raamwerk) for kader in (oud, nieuw)):
        reden = "migreer vraagt om codes en twee raamwerken; lees een bestand eerst met lees()"
        raise VerkeerdType(reden, {"oud": oud, "nieuw": nieuw})
    bekend = _bekend(codes_van(codes, lambda: oud.kenmerk), oud)
    wijzigingen = vergelijk(oud, nieuw)
    wissel = _Wissel(wijzigingen, oud, nieuw)
    delen: dict[Deel, list[Overgang]] = {"mee": [], "bekijken": [], "vervallen": []}
    for code in bekend:
        deel, overgang = wissel.overgang(code)
        delen[deel].append(overgang)
    return Migratie(wijzigingen.oud, wijzigingen.nieuw, *(Reeks(deel) for deel in delen.values()))


def _bekend(codes: object, oud: Raamwerk) -> list[str]:
    """Return the codes that were given, when the framework has them all, or had."""
    bekend: list[str] = []
    onbekend: list[OnbekendeCode] = []
    for code in waarden(codes):
        try:
            oud.opvolgers(code)  # type: ignore[arg-type]  # what is no text is unknown, and named with the others
            bekend.append(str(code))
        except OnbekendeCode as fout:
            onbekend.append(fout)
    if onbekend:
        raise OnbekendeCode.samen(onbekend)
    return bekend


class _Wissel:
    """The changes, by the old code, and what they touch that has no text of its own."""

    def __init__(self, wijzigingen: Vergelijking, oud: Raamwerk, nieuw: Raamwerk) -> None:
        self.oud, self.nieuw = oud, nieuw
        soorten = {(wat, veld) for wat, veld, _ in MET_TEKST}
        met_code = [w for w in wijzigingen if (w.wat, w.veld) in soorten]
        self.per_code = {w.oud: w for w in met_code}
        self.per_nieuw = {w.nieuw: w for w in met_code}
        self.per_wat: dict[str, list[Wijziging]] = {}
        for w in met_code:
            self.per_wat.setdefault(w.wat, []).append(w)
        self.teksten: dict[str, _Teksten] = {}
        self.geraakt = {plek for w in met_code for code in (w.oud, w.nieuw) if code for plek in _plekken(code)}
        self.verhuisd: dict[str, dict[str, None]] = {}
        for w in met_code:
            if w.oud is not None and w.nieuw is not None:
                for vorige, plek in zip(_plekken(w.oud), _plekken(w.nieuw), strict=True):
                    self.verhuisd.setdefault(vorige, {})[plek] = None
        self.geeindigd = {
            vervallen.code: vervallen.opvolgers for kader in (oud, nieuw) for vervallen in kader.vervallen
        }

    def overgang(self, code: str) -> tuple[Deel, Overgang]:
        """Return the part a code belongs to, and what becomes of it."""
        if code not in self.oud:
            return _voor_een_mens(code, self._gevolgd(code), "opgevolgd")
        wijziging = self.per_code.get(code)
        if wijziging is None:
            return self._zonder_tekst(code)
        if wijziging.soort in ("verplaatst", "hernummerd"):
            return "mee", Overgang(code, (str(wijziging.nieuw),), wijziging.soort)
        if wijziging.opvolgers:
            return "bekijken", Overgang(code, wijziging.opvolgers, "opgevolgd")
        return _voor_een_mens(code, *self._kandidaten(wijziging))

    def _gevolgd(self, code: str) -> tuple[str, ...]:
        """Return the codes that exist in the new framework and came of one that had ended in the old one already."""
        gezien: dict[str, None] = {}
        te_volgen = [code]
        while te_volgen:
            volgende = te_volgen.pop()
            if volgende not in gezien:
                gezien[volgende] = None
                te_volgen += reversed(self._naar(volgende))
        return tuple(volger for volger in gezien if volger in self.nieuw)

    def _naar(self, code: str) -> tuple[str, ...]:
        """Return what comes after a code on the way from the old framework to the new one; nothing when it is there."""
        if code in self.nieuw:
            return ()
        return self.overgang(code)[1].nieuw if code in self.oud else self.geeindigd.get(code, ())

    def _zonder_tekst(self, code: str) -> tuple[Deel, Overgang]:
        """Return what becomes of a code whose text did not change, or that has none: a rij, a cel, an EvL."""
        if code in self.nieuw:
            if code in self.geraakt:
                return "bekijken", Overgang(code, (code,), "gewijzigd")
            return "mee", Overgang(code, (code,), "gelijk")
        if code in self.geeindigd:
            return _voor_een_mens(code, self.nieuw.opvolgers(code), "opgevolgd")
        return _voor_een_mens(code, tuple(self.verhuisd.get(code, ())) or self._op_lijn(code), "gewijzigd")

    def _op_lijn(self, code: str) -> tuple[str, ...]:
        """Return the same place in the leerlijn that has another code now; nothing when there is none."""
        delen = ontleed(code)
        lijn = self.per_code.get(delen.leerlijn or "")
        elders = "" if lijn is None else str(attrs.evolve(delen, leerlijn=lijn.nieuw))
        return (elders,) if elders in self.nieuw else ()

    def _kandidaten(self, wijziging: Wijziging) -> tuple[tuple[str, ...], Reden]:
        """Return the codes that a text may have gone to, its own match first, and why a person must look."""
        wat, van = wijziging.wat, wijziging.van or ""
        if wat not in self.teksten:
            self.teksten[wat] = _Teksten(self.per_wat[wat])
        teksten = self.teksten[wat]
        eigen = [wijziging.nieuw] if wijziging.nieuw is not None else []
        dekkend = teksten.dekkend(tel_woorden(van), ook_gewijzigd=not eigen)
        kandidaten = tuple(dict.fromkeys([*eigen, *teksten.gelijk.get(van, ()), *dekkend]))
        if not kandidaten:
            return (), "vervallen"
        if len({*eigen, *dekkend}) > 1:
            return kandidaten, "gesplitst"
        naar = self.per_nieuw[kandidaten[0]]
        elders = naar is not wijziging and naar.oud is not None
        if elders or any(ander is not wijziging for ander in teksten.geeindigd_in(tel_woorden(naar.naar or ""))):
            return kandidaten, "samengevoegd"
        return kandidaten, "gewijzigd" if wijziging.nieuw == wijziging.oud else "lijkt op"


class _Teksten:
    """The texts that changed of one kind of record, by what they say."""

    def __init__(self, wijzigingen: list[Wijziging]) -> None:
        self._plaats = {w.nieuw: plaats for plaats, w in enumerate(wijzigingen)}
        self.gelijk: dict[str, list[str]] = {}
        for w in wijzigingen:
            if w.nieuw is not None:
                self.gelijk.setdefault(w.naar or "", []).append(w.nieuw)
        self._nieuw = _PerWoord([(w, w.naar) for w in wijzigingen if w.nieuw and w.oud is None])
        self._gewijzigd = _PerWoord([(w, w.naar) for w in wijzigingen if w.oud and w.soort == "gewijzigd"])
        self._geeindigd = _PerWoord([(w, w.van) for w in wijzigingen if w.nieuw is None])

    def dekkend(self, woorden: Woorden, *, ook_gewijzigd: bool) -> list[str]:
        """Return where a text may have gone besides its own place: what is new, and for a text that ended, what changed."""
        open_ = [*self._nieuw.dekkend(woorden), *(self._gewijzigd.dekkend(woorden) if ook_gewijzigd else ())]
        return sorted((w.nieuw for w in open_ if w.nieuw), key=self._plaats.__getitem__)

    def geeindigd_in(self, woorden: Woorden) -> list[Wijziging]:
        """Return the texts that ended and are held by one with these words."""
        return self._geeindigd.dekkend(woorden)


class _PerWoord:
    """Texts by their words, to find those that are for the most part in another, or hold it.

    Two texts that share so many of the words of the shorter one share one of its least common words: only by those are they
    looked up.
    """

    def __init__(self, teksten: list[tuple[Wijziging, str | None]]) -> None:
        self._alle = [(w, tel_woorden(tekst or "")) for w, tekst in teksten]
        self._keren = Counter(woord for _, woorden in self._alle for woord in woorden)
        self._met: dict[tuple[str, int], list[int]] = {}
        self._met_als_zeldzaam: dict[tuple[str, int], list[int]] = {}
        for plaats, (_, woorden) in enumerate(self._alle):
            for woord in woorden:
                self._met.setdefault(woord, []).append(plaats)
            for woord in self._zeldzaamste(woorden):
                self._met_als_zeldzaam.setdefault(woord, []).append(plaats)

    def _zeldzaamste(self, woorden: Woorden) -> list[tuple[str, int]]:
        """Return so many words, the least common first, that whoever shares `DEKT` of them all has one of these."""
        gedeeld = math.ceil(DEKT * len(woorden) - _AFRONDING)
        return sorted(woorden, key=lambda woord: (self._keren[woord], woord))[: len(woorden) - gedeeld + 1]

    def dekkend(self, woorden: Woorden) -> list[Wijziging]:
        """Return the changes whose text is for the most part in one with these words, or holds it, in their order."""
        plaatsen = {plaats for woord in self._zeldzaamste(woorden) for plaats in self._met.get(woord, ())}
        plaatsen |= {plaats for woord in woorden for plaats in self._met_als_zeldzaam.get(woord, ())}
        return [self._alle[plaats][0] for plaats in sorted(plaatsen) if _dekt(woorden, self._alle[plaats][1])]


def _voor_een_mens(code: str, kandidaten: tuple[str, ...], reden: Reden) -> tuple[Deel, Overgang]:
    """Return a code with its candidates as something to look at; without any it has ended."""
    return (
        ("bekijken", Overgang(code, kandidaten, reden))
        if kandidaten
        else ("vervallen", Overgang(code, (), "vervallen"))
    )


def _plekken(code: str) -> tuple[str, ...]:
    """Return what holds a criterium or leeruitkomst and has no text of its own: cel, rij and EvL."""
    delen = ontleed(code)
    evl = f"EvL{delen.niveau}"
    if delen.soort == "succescriterium":
        return (f"{delen.leerlijn}{delen.niveau}.{delen.rij}", f"{delen.leerlijn}.{delen.rij}", evl)
    return (evl,) if delen.soort == "leeruitkomst" else ()


def _dekt(een: Woorden, ander: Woorden) -> bool:
    kleinste = min(len(een), len(ander))
    return kleinste > 0 and len(een & ander) / kleinste >= DEKT
