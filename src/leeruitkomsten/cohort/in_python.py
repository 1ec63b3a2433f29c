"""Evidence in plain Python: a list of dicts, and what small frames hold. No engine is loaded for it."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice, product
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeAlias

from ..fouten import OnbekendBewijs, OngeldigBewijs, OngeldigeVraag
from ..zinnen import citaat, opsomming
from .fouten import Personen, fout_in_bewijs, fout_in_personen
from .plan import FOUTE_DAG, GEBREKEN, GEEN_DAG, LATER, ONBEKEND, Eenheid, Geteld, SoortEenheid, is_code
from .rooster import GENOEMD, Celsoort, soort_van
from .vraag import Kolomtype, Vraag

KLEIN = 300_000
"""Up to so many lines plain Python is done before an engine is imported."""

Kolomsoort: TypeAlias = Literal["tekst", "getal", "kommagetal", "dag"] | int
"""What a column of an answer holds; a number is that of the key (of `Vraag.sleutels`) whose values they are."""
Sleutel: TypeAlias = tuple[Any, ...]
Maskers: TypeAlias = dict[Sleutel, int]


class Kolom(NamedTuple):
    """One column of an answer."""

    naam: str
    soort: Kolomsoort
    waarden: list[Any]


class PythonMotor:
    """Columns of keys and one of codes in, `None` for an empty cell; out what `maak` makes of columns. Sorted."""

    opmerkingen: tuple[str, ...] = ()

    def __init__(
        self,
        sleutels: Sequence[Sequence[Any]],
        codes: Sequence[Any],
        vraag: Vraag,
        maak: Callable[[list[Kolom]], Any],
        dagen: Sequence[Any] | None = None,
    ) -> None:
        self.vraag = vraag
        self.dagen = dagen
        self.sleutels = sleutels
        self.codes = codes
        self.maak = maak

    def lui(self) -> Maskers:
        """Return the masks, sorted; raises as `tel` does."""
        return self.tel().maskers

    def tel(self) -> Geteld:
        """Return the masks, sorted, and what was left out.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        gevonden = self._gevonden()
        per = len(self.vraag.per)
        rooster = self.vraag.rooster
        binnen = None if rooster is None else {regel[:per] for regel in rooster.regels}
        buiten = {} if binnen is None else {s: masker for s, masker in gevonden.items() if s[:per] not in binnen}
        fout_in_personen(self.vraag, self._meer_groepen(gevonden), _genoemd(s[:per] for s in buiten))
        regels = sum(
            bit > GEBREKEN and sleutel in buiten
            for sleutel, bit in zip(zip(*self.sleutels, strict=True), self.bits, strict=True)
        ) if buiten else 0  # fmt: skip
        maskers = self._aangevuld(gevonden)
        wie: dict[Sleutel, int] = {}
        for sleutel, masker in maskers.items():
            wie[sleutel[:per]] = wie.get(sleutel[:per], 0) | masker
        zonder = sum(not masker & ~GEBREKEN for masker in wie.values())
        apart: list[tuple[str | None, int]] = [(None, self._lege()), *self._onbekende()] if self.vraag.apart else []
        niet_op_lijst = (len({s[:per] for s in buiten}), regels)
        later, zonder_datum = self.bits.count(LATER), self.bits.count(GEEN_DAG)
        return Geteld(maskers, len(wie), zonder, len(self.codes), apart, niet_op_lijst, later, zonder_datum)

    def _gevonden(self) -> Maskers:
        """Return the masks of the evidence, or raise where a line cannot be counted."""
        gevonden: dict[Any, int] = {}
        alle = 0
        een = len(self.sleutels) == 1
        for sleutel, bit in zip(self.sleutels[0] if een else zip(*self.sleutels, strict=True), self.bits, strict=True):
            gevonden[sleutel] = gevonden.get(sleutel, 0) | bit
            alle |= bit
        maskers: Maskers = {(sleutel,): masker for sleutel, masker in gevonden.items()} if een else gevonden
        if any(None in sleutel for sleutel in maskers) or alle & self.vraag.weigert:
            leeg = [*(sum(cel is None for cel in kolom) for kolom in self.sleutels), self._lege()]
            leeg += (
                [] if self.vraag.apart or self.momenten is None else [sum(een[1] == GEEN_DAG for een in self.momenten)]
            )
            later = sum(gebrek == LATER for _, gebrek in self.momenten or ())
            raise fout_in_bewijs(self.vraag, leeg, self._onbekende(), self._geen_dag(), later)
        return maskers

    @functools.cached_property
    def momenten(self) -> list[tuple[int, int]] | None:
        """Of each line the number of its period, and why it has none (see `Tijd.moment`); `None` where time does not matter."""
        if self.dagen is None or self.vraag.tijd is None:
            return None
        moment = self.vraag.tijd.moment
        # Of text only: moments in two time zones may be equal, and be of two days.
        van_tekst = functools.cache(moment)
        return [van_tekst(dag) if isinstance(dag, str) else moment(dag) for dag in self.dagen]

    @functools.cached_property
    def bits(self) -> list[int]:
        """Of each line its bit, or those that say why it does not count."""
        kent = self.vraag.plan.bit
        bits = [kent.get(code, ONBEKEND) for code in self.codes]
        if self.momenten is None:
            return bits
        return [
            gebrek | (bit & ONBEKEND) if gebrek else bit for bit, (_, gebrek) in zip(bits, self.momenten, strict=True)
        ]

    def _geen_dag(self) -> list[tuple[str, int]]:
        if self.momenten is None or self.dagen is None:
            return []
        fout = Counter(
            str(dag) for dag, (_, gebrek) in zip(self.dagen, self.momenten, strict=True) if gebrek == FOUTE_DAG
        )
        return sorted(fout.items(), key=lambda paar: (-paar[1], paar[0]))

    def _meer_groepen(self, gevonden: Maskers) -> Personen:
        """Return some of those who stand in more than one group, and how many they are."""
        if not self.vraag.een_groep_elk:
            return Personen([], 0)
        per, wie = len(self.vraag.per), len(self.vraag.wie)
        keren = Counter(sleutel[:per] for sleutel in {sleutel[:wie] for sleutel in gevonden})
        return _genoemd(sleutel for sleutel, aantal in keren.items() if aantal > 1)

    def _aangevuld(self, gevonden: Maskers) -> Maskers:
        """Return the masks of everybody who counts, and of each rol; sorted."""
        vraag = self.vraag
        if not vraag.aan_te_vullen:
            return {sleutel: gevonden[sleutel] for sleutel in sorted(gevonden)}
        per, wie = len(vraag.per), len(vraag.wie)
        allen = {sleutel[:wie] for sleutel in gevonden} if vraag.rooster is None else vraag.rooster.regels
        rollen = sorted({sleutel[-1:] for sleutel in gevonden}) if vraag.rol is not None else [()]
        # The evidence does not say of which group they are where the list does.
        midden = slice(0, wie if vraag.rooster is None else per)
        return {(*een, *rol): gevonden.get((*een[midden], *rol), 0) for een, rol in product(sorted(allen), rollen)}

    def _lege(self) -> int:
        return sum(regels for code, regels in Counter(self.codes).items() if not is_code(code))

    def _onbekende(self) -> list[tuple[str, int]]:
        bit = self.vraag.plan.bit
        geteld = Counter(code for code in self.codes if code not in bit and is_code(code))
        return sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0]))

    def voortgang(self, maskers: Maskers, eenheid: SoortEenheid, *, breed: bool, nullen: bool) -> Any:
        """Return what has been shown per key and unit."""
        return self._voortgang(maskers.items(), (), eenheid, breed=breed, nullen=nullen)

    def groei(self, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what had been shown per key and unit by the end of each period."""
        standen = (((*sleutel, dag), masker) for sleutel, dag, masker in self._standen(self.lui()))
        return self._voortgang(standen, ("dag",), eenheid, breed=breed, nullen=True)

    def _voortgang(
        self,
        maskers: Iterable[tuple[Sleutel, int]],
        ook: tuple[Kolomsoort, ...],
        eenheid: SoortEenheid,
        *,
        breed: bool,
        nullen: bool,
    ) -> Any:
        """Return what has been shown of each unit by each mask, which follows its key and what else (`ook`) a line begins with."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        eenheden = self.vraag.plan.eenheden(eenheid)
        begin = (*range(len(self.vraag.sleutels)), *ook)
        if breed:
            regels = ((*eerst, *((m & deel.masker).bit_count() for deel in eenheden)) for eerst, m in maskers)
            getallen: list[Kolomsoort] = ["getal"] * len(eenheden)
            return self._geef(namen, (*begin, *getallen), regels)
        regels = (
            (*eerst, deel.code, (masker & deel.masker).bit_count(), deel.totaal)
            for eerst, masker in maskers
            for deel in eenheden
            if nullen or masker & deel.masker
        )
        return self._geef(namen, (*begin, _codesoort(eenheden), "getal", "getal"), regels)

    def _standen(self, maskers: Maskers) -> Iterator[tuple[Sleutel, date, int]]:
        """Yield the mask of each key by the last day of each period, in their order."""
        plaatsen = self.vraag.plaatsen(self.vraag.in_bewijs)
        tellen_mee = {tuple(sleutel[plaats] for plaats in plaatsen) for sleutel in maskers}
        erbij: dict[tuple[Sleutel, int], int] = {}
        for sleutel, bit, (nummer, _) in zip(
            zip(*self.sleutels, strict=True), self.bits, self.momenten or (), strict=True
        ):
            if bit > GEBREKEN and sleutel in tellen_mee:
                erbij[sleutel, nummer] = erbij.get((sleutel, nummer), 0) | bit
        indeling = self.vraag.indeling
        met_bewijs = {nummer for _, nummer in erbij}
        nummers = indeling.reeks(min(met_bewijs, default=None), max(met_bewijs, default=None))
        dagen = [(nummer, indeling.periode(nummer).laatste_dag) for nummer in nummers]
        for sleutel in maskers:
            in_bewijs = tuple(sleutel[plaats] for plaats in plaatsen)
            masker = 0
            for nummer, dag in dagen:
                masker |= erbij.get((in_bewijs, nummer), 0)
                yield sleutel, dag, masker

    def per_criterium(self, maskers: Maskers) -> Any:
        """Return per group and criterium how many have shown it, in source order."""
        namen = self.vraag.per_criterium()
        regels = self._per_criterium(maskers)
        return self._geef(namen, (*self._groepering(), "tekst", "getal", "getal"), regels)

    def _per_criterium(self, maskers: Maskers) -> Iterator[tuple[Any, ...]]:
        for groep, samen in self._groepen(maskers):
            for code, bit in self.vraag.plan.bit.items():
                yield (*groep, code, sum(1 for masker in samen if masker & bit), len(samen))

    def minst_aangetoond(self, maskers: Maskers, evl: str | int | None, aantal: int) -> Any:
        """Return per group the criteria that fewest have shown, with their texts; of as many the first in source order."""
        namen = self.vraag.minst(aantal)
        breed = len(self._groepering())
        criteria = {*self.vraag.criteria_van(evl)}
        gevraagd = (regel for regel in self._per_criterium(maskers) if regel[breed] in criteria)
        regels: list[tuple[Any, ...]] = []
        for _, samen in groupby(gevraagd, key=itemgetter(slice(0, breed))):
            regels += sorted(samen, key=itemgetter(breed + 1))[:aantal]
        tekst = {c.code: c.tekst for c in self.vraag.kader.succescriteria}
        met_tekst = ((*r[:breed], r[breed], tekst[r[breed]], *r[breed + 1 :]) for r in regels)
        return self._geef(namen, (*self._groepering(), "tekst", "tekst", "getal", "getal"), met_tekst)

    def spreiding(self, maskers: Maskers, eenheid: SoortEenheid) -> Any:
        """Return per group and unit how many there are, and the quartiles of what they have shown."""
        namen = self.vraag.spreiding(eenheid)
        eenheden = self.vraag.plan.eenheden(eenheid)
        regels = (
            (*groep, deel.code, len(samen), *_kwartielen([(m & deel.masker).bit_count() for m in samen]), deel.totaal)
            for groep, samen in self._groepen(maskers)
            if samen
            for deel in eenheden
        )
        kwartielen: tuple[Kolomsoort, ...] = ("kommagetal",) * 3
        return self._geef(namen, (*self._groepering(), _codesoort(eenheden), "getal", *kwartielen, "getal"), regels)

    def bijna_rond(self, maskers: Maskers, evl: str | int | None, hoogstens: int) -> Any:
        """Return who has shown all of an EvL but at most so many criteria, and which."""
        namen, plan = self.vraag.bijna(hoogstens), self.vraag.plan
        regels = (
            (*sleutel, een.code, een.totaal - len(nog), een.totaal, ", ".join(nog))
            for sleutel, masker in maskers.items()
            for een in self.vraag.evls(evl)
            if een.totaal - (masker & een.masker).bit_count() <= hoogstens
            for nog in [[code for code, bit in plan.criteria(een).items() if not masker & bit]]
        )
        return self._geef(namen, (*range(len(self.vraag.sleutels)), "tekst", "getal", "getal", "tekst"), regels)

    def _groepen(self, maskers: Maskers) -> list[tuple[Sleutel, list[int]]]:
        """Return the masks of each group, sorted; without groups all, even if there are none."""
        plaatsen = self._groepering()
        groepen: dict[Sleutel, list[int]] = {} if plaatsen else {(): []}
        for sleutel, masker in maskers.items():
            groepen.setdefault(tuple(sleutel[plaats] for plaats in plaatsen), []).append(masker)
        return sorted(groepen.items())

    def _groepering(self) -> tuple[int, ...]:
        return self.vraag.plaatsen(self.vraag.groepering)

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        return self._geef(self.vraag.onbekende(), ("tekst", "getal"), self._onbekende())

    def _geef(self, namen: Sequence[str], soorten: Sequence[Kolomsoort], regels: Iterable[Sequence[Any]]) -> Any:
        kolommen = per_kolom(regels, len(namen))
        return self.maak([Kolom(*delen) for delen in zip(namen, soorten, kolommen, strict=True)])


def per_kolom(regels: Iterable[Sequence[Any]], breed: int) -> list[list[Any]]:
    """Return the columns of lines, of which each has so many cells."""
    kolommen: list[list[Any]] = [[] for _ in range(breed)]
    for regel in regels:
        for kolom, cel in zip(kolommen, regel, strict=True):
            kolom.append(cel)
    return kolommen


def _kwartielen(aantallen: list[int]) -> list[float]:
    """Return the quartiles; between two numbers in proportion, as all engines do."""
    op_volgorde = sorted(aantallen)
    kwartielen: list[float] = []
    for kwart in (1, 2, 3):
        plaats, rest = divmod(kwart * (len(op_volgorde) - 1), 4)
        onder, boven = op_volgorde[plaats], op_volgorde[min(plaats + 1, len(op_volgorde) - 1)]
        kwartielen.append(onder + (boven - onder) * rest / 4)
    return kwartielen


def _codesoort(eenheden: Sequence[Eenheid]) -> Kolomsoort:
    return "getal" if isinstance(eenheden[0].code, int) else "tekst"


def _genoemd(wie: Iterable[Sleutel]) -> Personen:
    alle = sorted(set(wie))
    return Personen(alle[:GENOEMD], len(alle))


class LijstMotor(PythonMotor):
    """A list of dicts in, a list of dicts out."""

    def __init__(
        self,
        bewijs: Sequence[Mapping[str, Any]],
        vraag: Vraag,
        opmerkingen: tuple[str, ...] = (),
        waar: Sequence[str] = (),
    ) -> None:
        self.opmerkingen, self.waar = opmerkingen, waar
        if bewijs:
            vraag.in_tabel(list(dict.fromkeys(kolom for regel in bewijs for kolom in regel)))
        namen = vraag.kolommen
        gaten = {
            nummer: f"in regel {nummer} ontbreekt {opsomming(mist)}"
            for nummer, regel in enumerate(bewijs, 1)
            if (mist := [kolom for kolom in namen if kolom not in regel])
        }
        if gaten:
            meer = [f"en in nog {len(gaten) - GENOEMD} andere regels"] if len(gaten) > GENOEMD else []
            raise OngeldigeVraag(
                "ongeldige_regel", "\n".join([*islice(gaten.values(), GENOEMD), *meer]), {"regels": tuple(gaten)}
            )
        kolommen = [[_waarde(regel[kolom]) for regel in bewijs] for kolom in namen]
        dagen = None if vraag.tijd is None else kolommen.pop()
        *sleutels, codes = kolommen
        vreemd = any(code is not None and not isinstance(code, str) for code in codes)
        code: Celsoort | None = None if vreemd else "tekst"
        vraag.typen([Kolomtype(_soort_van(kolom), _typen(kolom)) for kolom in sleutels], Kolomtype(code, _typen(codes)))
        super().__init__(sleutels, codes, vraag, _dicts, dagen)

    def _gevonden(self) -> Maskers:
        """Return the masks; of lines of a file an error says by a note where they stand."""
        try:
            return super()._gevonden()
        except OngeldigBewijs as fout:
            for zin in self._plekken(fout) if self.waar else ():
                fout.add_note(zin)
            raise

    def _plekken(self, fout: OngeldigBewijs) -> Iterator[str]:
        dagen = self.dagen or ()
        kolommen = (*self.sleutels, self.codes, *((dagen,) if self.vraag.datums else ()))
        for kolom, cellen in zip(self.vraag.kolommen, kolommen, strict=True):
            if kolom in dict(fout.leeg):
                plekken = [plek for plek, cel in zip(self.waar, cellen, strict=True) if not is_code(cel)]
                yield f"{citaat(kolom)} is leeg: {genoemde_plekken(plekken)}"
        for voorbeeld, _ in fout.voorbeelden if isinstance(fout, OnbekendBewijs) else ():
            plekken = [plek for plek, code in zip(self.waar, self.codes, strict=True) if code == voorbeeld.code]
            yield f"{citaat(voorbeeld.code)}: {genoemde_plekken(plekken)}"
        for tekst, _ in fout.datums.voorbeelden if fout.datums else ():
            plekken = [plek for plek, dag in zip(self.waar, dagen, strict=True) if dag == tekst]
            yield f"{citaat(tekst)}: {genoemde_plekken(plekken)}"


def genoemde_plekken(plekken: Sequence[str]) -> str:
    """Return the first of some places in a file, and how many others there are."""
    meer = f" en nog {len(plekken) - GENOEMD}" if len(plekken) > GENOEMD else ""
    return f"{', '.join(plekken[:GENOEMD])}{meer}"


def _soort_van(kolom: list[Any]) -> Celsoort | None:
    soorten: set[Celsoort | None] = {soort_van(cel) for cel in kolom if cel is not None} or {"leeg"}
    return soorten.pop() if len(soorten) == 1 else None


def _typen(kolom: list[Any]) -> str:
    return " en ".join(sorted({type(cel).__name__ for cel in kolom if cel is not None}))


def _waarde(cel: Any) -> Any:
    return None if isinstance(cel, float) and math.isnan(cel) else cel


def _dicts(kolommen: list[Kolom]) -> list[dict[str, Any]]:
    namen = [kolom.naam for kolom in kolommen]
    return [dict(zip(namen, rij, strict=True)) for rij in zip(*(kolom.waarden for kolom in kolommen), strict=True)]
