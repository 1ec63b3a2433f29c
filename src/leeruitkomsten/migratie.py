"""Migration (migratie): what becomes of the codes in a portfolio when the framework changes. No code is ever dropped."""

from __future__ import annotations

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, islice
from string import ascii_lowercase

import attrs

from .codes import ontleed
from .fouten import OnbekendeCode, VerkeerdType
from .identiteit import Kenmerk, codes_van
from .plat import Deel, MigratieDict, MigratieRegel, OvergangDict, OvergangRegel, Reden
from .raamwerk import Raamwerk
from .record import Record, Reeks, Regel, vlak
from .vergelijking import GANGBAAR, MET_TEKST, Woordentelling, vergeleken
from .vragen.kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Tabel
    from .vergelijking import Vergelijking, Wijziging, Woorden

DEKT = 0.6
"""A text may be a part of another, or hold it, from this share of the words of the shorter one on."""
MEESTE_KANDIDATEN = 20
"""Of the texts that one may have gone to, so many are named."""
_MEESTE_PAREN = 5_000_000
"""Up to so many pairs of texts that changed, all that may hold each other are weighed; of more, those that share a rarer word."""
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
        meer: how many other candidates there are; of texts that come near, the first 20 are named.
    """

    oud: str
    nieuw: tuple[str, ...]
    reden: Reden
    meer: int = 0

    KOP = ("Oud", "Nieuw", "Reden")

    if TYPE_CHECKING:

        def als_dict(self) -> OvergangDict: ...

    def __str__(self) -> str:
        return f"{self.oud} → {self._naar() or '–'} ({self.reden})"

    def _naar(self) -> str:
        andere = (f"een van {self.meer} andere",) if self.meer else ()
        return " of ".join((*self.nieuw, *andere))

    def _regel(self) -> tuple[Cel, ...]:
        return (self.oud, self._naar(), self.reden)

    def records(self) -> list[OvergangRegel]:
        """Return one flat dict: oud, nieuw (the codes with a comma between them, or `None`), reden and meer."""
        return [{"oud": self.oud, "nieuw": vlak(self.nieuw), "reden": self.reden, "meer": self.meer}]


@attrs.frozen(repr=False, eq=False)
class Migratie(Record):
    """What becomes of all codes: together the three parts hold every code given, once for each time it was given.

    Attributes:
        oud, nieuw: the `Kenmerk` of the framework that the codes are of, and of the one they go to.
        mee: tuple of `Overgang`: carries over, the text is equal.
        bekijken: tuple of `Overgang`: a person must look at it, with the candidates.
        vervallen: tuple of `Overgang`: has ended, and nothing comes near.
        gangbaar: by a word that stands in more texts than this no candidates were looked for; `None` when all words were. It
            is a number where more than 2,236 texts changed.
    """

    oud: Kenmerk
    nieuw: Kenmerk
    mee: Reeks[Overgang]
    bekijken: Reeks[Overgang]
    vervallen: Reeks[Overgang]
    gangbaar: int | None = None

    if TYPE_CHECKING:

        def als_dict(self) -> MigratieDict: ...

    def __str__(self) -> str:
        return f"gaat mee: {len(self.mee)}, om te bekijken: {len(self.bekijken)}, vervallen: {len(self.vervallen)}"

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        delen = (("gaat mee", self.mee), ("om te bekijken", self.bekijken), ("vervallen", self.vervallen))
        rijen = tuple((naam, *overgang._regel()) for naam, deel in delen for overgang in deel)
        voet = "" if self.gangbaar is None else f"Op woorden uit meer dan {self.gangbaar} teksten is niet gezocht."
        return Tabel(str(self), ("Deel", *Overgang.KOP), rijen, voet)

    def records(self) -> list[MigratieRegel]:
        """Return one flat dict per code given, part by part: deel (`mee`, `bekijken` or `vervallen`), oud, nieuw, reden, meer.

        >>> import leeruitkomsten as lu
        >>> lu.migreer("WP2.5b", lu.laad(), lu.laad(errata=True)).records()
        [{'deel': 'bekijken', 'oud': 'WP2.5b', 'nieuw': 'WP2.5b', 'reden': 'gewijzigd', 'meer': 0}]
        """
        delen: dict[Deel, Reeks[Overgang]] = {"mee": self.mee, "bekijken": self.bekijken, "vervallen": self.vervallen}
        return [{"deel": naam, **regel} for naam, deel in delen.items() for een in deel for regel in een.records()]


def migreer(codes: str | Iterable[str] | Record, oud: Raamwerk, nieuw: Raamwerk) -> Migratie:
    """Divide codes of `oud` over what carries over to `nieuw`, what a person must look at, and what has ended.

    A code carries over when its text is equal, under the same code or another. Where the text changed, was split over
    several or merged with another, a person looks, with the candidates: the codes that `nieuw` names as successors, else
    those whose texts hold at least 60 % of the words of the shorter of the two, at most 20 (`meer` says how many others there
    are). Of more than 2,236 texts that changed, only those are held against each other that share a less common word
    (`gangbaar` says which are). A row, cel or EvL, which has no text of its
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
    geteld = Woordentelling()
    wijzigingen = vergeleken(oud, nieuw, geteld)
    wissel = _Wissel(wijzigingen, oud, nieuw, geteld)
    delen: dict[Deel, list[Overgang]] = {"mee": [], "bekijken": [], "vervallen": []}
    for code in bekend:
        deel, overgang = wissel.overgang(code)
        delen[deel].append(overgang)
    mee, bekijken, vervallen = (Reeks(deel) for deel in delen.values())
    return Migratie(wijzigingen.oud, wijzigingen.nieuw, mee, bekijken, vervallen, wissel.gangbaar)


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

    def __init__(self, wijzigingen: Vergelijking, oud: Raamwerk, nieuw: Raamwerk, geteld: Woordentelling) -> None:
        self.oud, self.nieuw, self.geteld = oud, nieuw, geteld
        soorten = {(wat, veld) for wat, veld, _ in MET_TEKST}
        met_code = [w for w in wijzigingen if (w.wat, w.veld) in soorten]
        self.per_code = {w.oud: w for w in met_code}
        self.per_nieuw = {w.nieuw: w for w in met_code}
        self.per_wat: dict[str, list[Wijziging]] = {}
        for w in met_code:
            self.per_wat.setdefault(w.wat, []).append(w)
        self.teksten: dict[str, _Teksten] = {}
        te_veel = len(met_code) ** 2 > _MEESTE_PAREN
        self.gangbaar = max(GANGBAAR, _MEESTE_PAREN // len(met_code)) if te_veel else None
        # A thousand criteria of one cel say of its places what one of them says.
        self.cellen = {(w.oud and _zonder_letter(w.oud), w.nieuw and _zonder_letter(w.nieuw)): None for w in met_code}
        self.geeindigd = {
            vervallen.code: vervallen.opvolgers for kader in (oud, nieuw) for vervallen in kader.vervallen
        }

    @functools.cached_property
    def geraakt(self) -> set[str]:
        """What has no text of its own, and holds one that changed."""
        return {plek for code in {code for paar in self.cellen for code in paar if code} for plek in _plekken(code)}

    @functools.cached_property
    def verhuisd(self) -> dict[str, dict[str, None]]:
        """Where the texts went of what has none of its own."""
        verhuisd: dict[str, dict[str, None]] = {}
        for oud, nieuw in self.cellen:
            if oud is not None and nieuw is not None:
                for vorige, plek in zip(_plekken(oud), _plekken(nieuw), strict=True):
                    verhuisd.setdefault(vorige, {})[plek] = None
        return verhuisd

    def overgang(self, code: str) -> tuple[Deel, Overgang]:
        """Return the part a code belongs to, and what becomes of it."""
        if code not in self.oud:
            return self._gevolgd(code)
        wijziging = self.per_code.get(code)
        if wijziging is None:
            return self._zonder_tekst(code)
        if wijziging.soort in ("verplaatst", "hernummerd"):
            return "mee", Overgang(code, (str(wijziging.nieuw),), wijziging.soort)
        if wijziging.opvolgers:
            return "bekijken", Overgang(code, wijziging.opvolgers, "opgevolgd")
        return _voor_een_mens(code, *self._kandidaten(wijziging))

    def _gevolgd(self, code: str) -> tuple[Deel, Overgang]:
        """Return the codes that exist in the new framework and came of one that had ended in the old one already."""
        gezien: dict[str, None] = {}
        te_volgen, meer = [code], 0
        while te_volgen:
            volgende = te_volgen.pop()
            if volgende not in gezien:
                gezien[volgende] = None
                volgers, andere = self._naar(volgende)
                te_volgen += reversed(volgers)
                meer += andere
        return _voor_een_mens(code, tuple(volger for volger in gezien if volger in self.nieuw), "opgevolgd", meer)

    def _naar(self, code: str) -> tuple[tuple[str, ...], int]:
        """Return what comes after a code on the way to the new framework, and how much more; nothing when it is there."""
        if code in self.nieuw:
            return (), 0
        if code not in self.oud:
            return self.geeindigd.get(code, ()), 0
        overgang = self.overgang(code)[1]
        return overgang.nieuw, overgang.meer

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

    def _kandidaten(self, wijziging: Wijziging) -> tuple[tuple[str, ...], Reden, int]:
        """Return the codes that a text may have gone to, its own match first, why a person must look, and how many more."""
        wat, van = wijziging.wat, wijziging.van or ""
        if wat not in self.teksten:
            self.teksten[wat] = _Teksten(self.per_wat[wat], self.gangbaar, self.geteld)
        teksten = self.teksten[wat]
        eigen = [wijziging.nieuw] if wijziging.nieuw is not None else []
        dekkend = teksten.dekkend(self.geteld[van], ook_gewijzigd=not eigen)
        gelijk = teksten.gelijk.get(van, {})
        alle = dict.fromkeys([*eigen, *islice(gelijk, MEESTE_KANDIDATEN), *dekkend])
        kandidaten = tuple(islice(alle, MEESTE_KANDIDATEN))
        meer = len({*eigen, *dekkend} - gelijk.keys()) + len(gelijk) - len(kandidaten)
        if not kandidaten:
            return (), "vervallen", 0
        if len({*eigen, *dekkend}) > 1:
            return kandidaten, "gesplitst", meer
        naar = self.per_nieuw[kandidaten[0]]
        elders = naar is not wijziging and naar.oud is not None
        if elders or any(ander is not wijziging for ander in teksten.geeindigd_in(self.geteld[naar.naar or ""])):
            return kandidaten, "samengevoegd", meer
        return kandidaten, "gewijzigd" if wijziging.nieuw == wijziging.oud else "lijkt op", meer


class _Teksten:
    """The texts that changed of one kind of record, by what they say; each index is made when it is first needed."""

    def __init__(self, wijzigingen: list[Wijziging], gangbaar: int | None, geteld: Woordentelling) -> None:
        self._wijzigingen, self._gangbaar, self._geteld = wijzigingen, gangbaar, geteld
        self._plaats = {w.nieuw: plaats for plaats, w in enumerate(wijzigingen)}
        self.gelijk: dict[str, dict[str, None]] = {}
        for w in wijzigingen:
            if w.nieuw is not None:
                self.gelijk.setdefault(w.naar or "", {})[w.nieuw] = None

    def dekkend(self, woorden: Woorden, *, ook_gewijzigd: bool) -> list[str]:
        """Return where a text may have gone besides its own place: what is new, and for a text that ended, what changed."""
        open_ = [*self._nieuw.dekkend(woorden), *(self._gewijzigd.dekkend(woorden) if ook_gewijzigd else ())]
        return sorted((w.nieuw for w in open_ if w.nieuw), key=self._plaats.__getitem__)

    def geeindigd_in(self, woorden: Woorden) -> list[Wijziging]:
        """Return the texts that ended and are held by one with these words."""
        return self._geeindigd.dekkend(woorden)

    @functools.cached_property
    def _nieuw(self) -> _PerWoord:
        return self._per_woord((w, w.naar) for w in self._wijzigingen if w.nieuw and w.oud is None)

    @functools.cached_property
    def _gewijzigd(self) -> _PerWoord:
        return self._per_woord((w, w.naar) for w in self._wijzigingen if w.oud and w.soort == "gewijzigd")

    @functools.cached_property
    def _geeindigd(self) -> _PerWoord:
        return self._per_woord((w, w.van) for w in self._wijzigingen if w.nieuw is None)

    def _per_woord(self, teksten: Iterable[tuple[Wijziging, str | None]]) -> _PerWoord:
        return _PerWoord(teksten, self._geteld, self._gangbaar)


class _PerWoord:
    """Texts by their words, to find those that are for the most part in another, or hold it.

    Two texts that share so many of the words of the shorter one share one of its least common words: only by those are they
    looked up. By a word that stands in more than `gangbaar` texts none is.
    """

    def __init__(
        self, teksten: Iterable[tuple[Wijziging, str | None]], geteld: Woordentelling, gangbaar: int | None = None
    ) -> None:
        self._alle = [(w, geteld[tekst or ""]) for w, tekst in teksten]
        self._keren = Counter(chain.from_iterable(woorden for _, woorden in self._alle))
        self._met: defaultdict[str, list[int]] = defaultdict(list)
        self._met_als_zeldzaam: defaultdict[str, list[int]] = defaultdict(list)
        hoogste = math.inf if gangbaar is None else gangbaar
        self._te_gangbaar = {woord for woord, keren in self._keren.items() if keren > hoogste}
        for plaats, (_, woorden) in enumerate(self._alle):
            for woord in woorden - self._te_gangbaar:
                self._met[woord].append(plaats)
            for woord in self._zeldzaamste(woorden):
                self._met_als_zeldzaam[woord].append(plaats)

    def _zeldzaamste(self, woorden: Woorden) -> list[str]:
        """Return so many words, the least common first, that whoever shares `DEKT` of them all has one of these."""
        gedeeld = math.ceil(DEKT * len(woorden) - _AFRONDING)
        zeldzaamste = sorted(woorden, key=self._keren.__getitem__)[: len(woorden) - gedeeld + 1]
        return [woord for woord in zeldzaamste if woord not in self._te_gangbaar]

    def dekkend(self, woorden: Woorden) -> list[Wijziging]:
        """Return the changes whose text is for the most part in one with these words, or holds it, in their order."""
        plaatsen = {plaats for woord in self._zeldzaamste(woorden) for plaats in self._met.get(woord, ())}
        plaatsen |= {plaats for woord in woorden for plaats in self._met_als_zeldzaam.get(woord, ())}
        return [self._alle[plaats][0] for plaats in sorted(plaatsen) if _dekt(woorden, self._alle[plaats][1])]


def _voor_een_mens(code: str, kandidaten: tuple[str, ...], reden: Reden, meer: int = 0) -> tuple[Deel, Overgang]:
    """Return a code with its candidates as something to look at; without any it has ended."""
    return (
        ("bekijken", Overgang(code, kandidaten, reden, meer))
        if kandidaten
        else ("vervallen", Overgang(code, (), "vervallen"))
    )


def _zonder_letter(code: str) -> str:
    """Return the cel of a criterium; any other code as it is, for it ends in a number or in capitals."""
    return code.rstrip(ascii_lowercase)


def _plekken(code: str) -> tuple[str, ...]:
    """Return what has no text of its own, of a cel or leeruitkomst and what holds it: cel, rij and EvL."""
    delen = ontleed(code)
    evl = f"EvL{delen.niveau}"
    if delen.soort == "cel":
        return (f"{delen.leerlijn}{delen.niveau}.{delen.rij}", f"{delen.leerlijn}.{delen.rij}", evl)
    return (evl,) if delen.soort == "leeruitkomst" else ()


def _dekt(een: Woorden, ander: Woorden) -> bool:
    kleinste = min(len(een), len(ander))
    return kleinste > 0 and len(een & ander) / kleinste >= DEKT
