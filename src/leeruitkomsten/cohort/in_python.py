"""Evidence in plain Python: a list of dicts, and what small frames hold. No engine is loaded for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Literal, NamedTuple, TypeAlias

from ..codes import is_getal
from ..fouten import OnbekendBewijs, OngeldigBewijs, OngeldigeVraag
from ..zinnen import citaat, opsomming
from .fouten import fout_in_bewijs
from .plan import ONBEKEND, Geteld, is_code
from .vraag import Celsoort, SoortEenheid, Vraag

KLEIN = 300_000
"""Up to so many lines plain Python is done before an engine is imported."""

_GENOEMD = 5


Kolomsoort: TypeAlias = Literal["sleutel", "tekst", "getal"]


class Kolom(NamedTuple):
    """One column of an answer: its name, whether it holds a `sleutel`, `tekst` or a `getal`, and its values."""

    naam: str
    soort: Kolomsoort
    waarden: list[Any]


class PythonMotor:
    """Two lists in, of keys and of codes, `None` for an empty cell; out what `maak` makes of columns. Sorted."""

    opmerkingen: tuple[str, ...] = ()

    def __init__(
        self, sleutels: Sequence[Any], codes: Sequence[Any], vraag: Vraag, maak: Callable[[list[Kolom]], Any]
    ) -> None:
        self.vraag = vraag
        self.sleutels = sleutels
        self.codes = codes
        self.maak = maak

    def tel(self) -> Geteld:
        """Return what `lui` does, and what was left out; raises as that does."""
        apart: list[tuple[str | None, int]] = [(None, self._lege()), *self._onbekende()] if self.vraag.apart else []
        return Geteld(self.lui(), len(self.sleutels), apart)

    def lui(self) -> dict[Any, int]:
        """Return the masks by key, sorted.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        bits = self.vraag.plan.bit
        maskers: dict[Any, int] = {}
        alle = 0
        for sleutel, code in zip(self.sleutels, self.codes, strict=True):
            bit = bits.get(code, ONBEKEND)
            maskers[sleutel] = maskers.get(sleutel, 0) | bit
            alle |= bit
        if None in maskers or (alle & ONBEKEND and not self.vraag.apart):
            raise fout_in_bewijs(self.vraag, (self.sleutels.count(None), self._lege()), self._onbekende())
        return {sleutel: maskers[sleutel] for sleutel in sorted(maskers)}

    def _lege(self) -> int:
        return sum(regels for code, regels in Counter(self.codes).items() if not is_code(code))

    def _onbekende(self) -> list[tuple[str, int]]:
        bit = self.vraag.plan.bit
        geteld = Counter(code for code in self.codes if code not in bit and is_code(code))
        return sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0]))

    def voortgang(self, maskers: dict[Any, int], eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        eenheden = self.vraag.plan.eenheden[eenheid]
        if breed:
            per_eenheid = [
                Kolom(deel.code, "getal", [(m & deel.masker).bit_count() for m in maskers.values()])
                for deel in eenheden
            ]
            return self.maak([Kolom(namen[0], "sleutel", [*maskers]), *per_eenheid])
        regels = [
            (sleutel, deel.code, (masker & deel.masker).bit_count(), deel.totaal)
            for sleutel, masker in maskers.items()
            for deel in eenheden
            if masker & deel.masker
        ]
        soorten: tuple[Kolomsoort, ...] = ("sleutel", "tekst", "getal", "getal")
        return self.maak(
            [Kolom(naam, soorten[plaats], [regel[plaats] for regel in regels]) for plaats, naam in enumerate(namen)]
        )

    def dekking(self, maskers: dict[Any, int]) -> Any:
        """Return per succescriterium how many keys have shown it, in source order."""
        bit = self.vraag.plan.bit
        geteld = [sum(1 for masker in maskers.values() if masker & een) for een in bit.values()]
        totaal = [len(maskers)] * len(bit)
        return self.maak(
            [
                Kolom("succescriterium", "tekst", [*bit]),
                Kolom("aangetoond", "getal", geteld),
                Kolom("totaal", "getal", totaal),
            ]
        )

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        onbekend = self._onbekende()
        code, regels = self.vraag.onbekende()
        return self.maak(
            [
                Kolom(code, "tekst", [code for code, _ in onbekend]),
                Kolom(regels, "getal", [geteld for _, geteld in onbekend]),
            ]
        )


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
        gaten = {
            nummer: f"in regel {nummer} ontbreekt {opsomming(mist)}"
            for nummer, regel in enumerate(bewijs, 1)
            if (mist := [kolom for kolom in (vraag.per, vraag.criterium) if kolom not in regel])
        }
        if gaten:
            meer = [f"en in nog {len(gaten) - _GENOEMD} andere regels"] if len(gaten) > _GENOEMD else []
            raise OngeldigeVraag(
                "ongeldige_regel", "\n".join([*islice(gaten.values(), _GENOEMD), *meer]), {"regels": tuple(gaten)}
            )
        sleutels, codes = ([_waarde(regel[kolom]) for regel in bewijs] for kolom in (vraag.per, vraag.criterium))
        soorten: set[Celsoort | None] = {_soort_van(sleutel) for sleutel in sleutels if sleutel is not None}
        if not soorten:
            soorten.add("tekst")
        soort = soorten.pop() if len(soorten) == 1 else None
        vreemd = any(code is not None and not isinstance(code, str) for code in codes)
        code: Celsoort | None = None if vreemd else "tekst"
        vraag.typen((soort, _typen(sleutels)), (code, _typen(codes)))
        super().__init__(sleutels, codes, vraag, _dicts)

    def lui(self) -> dict[Any, int]:
        """Return the masks; of lines of a file an error says by a note where they stand."""
        try:
            return super().lui()
        except OngeldigBewijs as fout:
            for zin in self._plekken(fout) if self.waar else ():
                fout.add_note(zin)
            raise

    def _plekken(self, fout: OngeldigBewijs) -> Iterator[str]:
        for kolom, cellen in ((self.vraag.per, self.sleutels), (self.vraag.criterium, self.codes)):
            if kolom in dict(fout.leeg):
                plekken = [plek for plek, cel in zip(self.waar, cellen, strict=True) if not is_code(cel)]
                yield f"{citaat(kolom)} is leeg: {genoemde_plekken(plekken)}"
        for voorbeeld, _ in fout.voorbeelden if isinstance(fout, OnbekendBewijs) else ():
            plekken = [plek for plek, code in zip(self.waar, self.codes, strict=True) if code == voorbeeld.code]
            yield f"{citaat(voorbeeld.code)}: {genoemde_plekken(plekken)}"


def genoemde_plekken(plekken: Sequence[str]) -> str:
    """Return the first of some places in a file, and how many others there are."""
    meer = f" en nog {len(plekken) - _GENOEMD}" if len(plekken) > _GENOEMD else ""
    return f"{', '.join(plekken[:_GENOEMD])}{meer}"


def _typen(kolom: list[Any]) -> str:
    return " en ".join(sorted({type(cel).__name__ for cel in kolom if cel is not None}))


def _waarde(cel: Any) -> Any:
    return None if isinstance(cel, float) and cel != cel else cel  # noqa: PLR0124  # NaN is an empty cell


def _soort_van(sleutel: object) -> Celsoort | None:
    if isinstance(sleutel, str):
        return "tekst"
    if is_getal(sleutel):
        return "getal"
    return "kommagetal" if isinstance(sleutel, float) else None


def _dicts(kolommen: list[Kolom]) -> list[dict[str, Any]]:
    namen = [kolom.naam for kolom in kolommen]
    return [dict(zip(namen, rij, strict=True)) for rij in zip(*(kolom.waarden for kolom in kolommen), strict=True)]
