"""Comparison (vergelijking): what changed from one framework to another, each change a sentence.

Records are matched by code first, then by equal text, then by likeness of words. Only the last is a guess, and says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from itertools import chain, product
from operator import attrgetter
from typing import Any

import attrs

from .codes import ontleed, plek
from .fouten import VerkeerdType
from .identiteit import Kenmerk
from .model import NIET_VERMELD
from .plat import Plek, Veld, Wat, WijzigingRegel
from .plat import Wijzigingsoort as Soort
from .raamwerk import Raamwerk
from .record import InTaal, Uitkomst, vlak
from .vragen.verschil import tekstverschil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from .plat import VergelijkingDict, WijzigingDict
    from .tabel import Cel

    Teksten = Mapping[str, str]
    """What a field says, under each code; empty where the source says nothing."""
    Woorden = frozenset[str]
    """The words of a text: a word that stands there for the second time with a 2 behind it, which no word of itself has."""

_WOORD = re.compile(r"\w++(?:'\w++)*+")
DREMPEL = 0.6
"""From this likeness on, two texts under different codes are suggested to be one text that changed."""
GANGBAAR = 10
"""A word that stands in more texts than this does not tell which of them belong together."""
_MEESTE_PAREN = 20_000
"""Up to so many pairs of texts are all weighed; of more, only those that share a less common word."""

_VAN_HET_GEHEEL: tuple[Veld, ...] = ("sleutel", "naam", "taal", "uitgever", "licentie")
MET_TEKST: tuple[tuple[Wat, Veld, str], ...] = (
    ("leerlijn", "naam", "leerlijnen"),
    ("leeruitkomst", "tekst", "leeruitkomsten"),
    ("succescriterium", "tekst", "succescriteria"),
)
"""What is matched by its text, by which field of it, and where a framework has them."""
_ERBIJ: tuple[tuple[Wat, Veld, str], ...] = (
    ("niveau", "begeleiding", "niveaus"),
    ("leerlijn", "omschrijving", "leerlijnen"),
    ("rij", "naam", "rijen"),
    ("rij", "naam_uit_bron", "rijen"),
    ("leeruitkomst", "notatie", "leeruitkomsten"),
    ("succescriterium", "notatie", "succescriteria"),
)
"""What is said besides: told of where it changed under a code that both have."""


@attrs.frozen(repr=False, eq=False)
class Wijziging(InTaal):
    """One change between two frameworks.

    Attributes:
        soort: `toegevoegd`, `vervallen`, `gewijzigd` (says something else), `verplaatst` (same text in another cell) or
            `hernummerd` (same text under another code, in the same cell or without one).
        wat: what changed: `succescriterium`, `leeruitkomst`, `rij`, `leerlijn`, `niveau` or `raamwerk`.
        veld: which of its fields, such as `tekst`, `naam`, `fase` or `begeleiding`; `volgorde` is that of the leerlijnen.
        oud, nieuw: its code in the old and in the new framework (of a niveau its number, as text); `None` where it is not
            there, and for the framework itself.
        van, naar: what the field says in the old and in the new framework; `None` where it says nothing.
        gelijkenis: when the match is a suggestion, how alike the texts are, from `DREMPEL` to 1; `None` when it is certain.
        opvolgers: tuple of the codes that follow an ended code, where the new framework states them; all of them exist.
    """

    soort: Soort
    wat: Wat
    veld: Veld
    oud: str | None
    nieuw: str | None
    van: str | None
    naar: str | None
    gelijkenis: float | None = None
    opvolgers: tuple[str, ...] = ()

    KOP = ("Soort", "Oud", "Nieuw", "Tekst")

    if TYPE_CHECKING:

        def als_dict(self) -> WijzigingDict: ...

    def _voet(self) -> str:
        if self.gelijkenis is None:
            return ""
        return "Waar 'misschien' staat, is de koppeling een suggestie op grond van gelijke woorden."

    def __str__(self) -> str:
        code = self.oud or self.nieuw
        wie = f"{self.wat} {code}" if code else f"het {self.wat}"
        if self.soort == "toegevoegd":
            return f"{wie} is toegevoegd{_gevolgd_door(self.naar)}"
        if self.soort == "vervallen":
            opvolging = f", opgevolgd door {' en '.join(self.opvolgers)}" if self.opvolgers else ""
            return f"{wie} is vervallen{opvolging}{_gevolgd_door(self.van)}"
        if self.soort == "verplaatst":
            return f"{wie} is verplaatst naar {self.nieuw}: {self.naar}"
        if self.soort == "hernummerd":
            return f"{wie} heet nu {self.nieuw}: {self.naar}"
        if self.gelijkenis is not None:
            return f"{wie} is misschien {self.nieuw} geworden ({self.gelijkenis:.0%} gelijk): {self._in_woorden()}"
        return self._veldzin(wie)

    def _veldzin(self, wie: str) -> str:
        if self.veld == "naam_uit_bron":
            return f"de naam van {wie} komt nu {'wel' if self.naar == 'ja' else 'niet'} uit de bron"
        if self.veld == "volgorde":
            return f"de volgorde van de leerlijnen is nu {self.naar}; die was {self.van}"
        return f"de {self.veld} van {wie} is gewijzigd: {self._in_woorden()}"

    def _in_woorden(self) -> str:
        return str(tekstverschil(self._zegt(self.van), self._zegt(self.naar)))

    def _zegt(self, waarde: str | None) -> str:
        return NIET_VERMELD if waarde is None else waarde

    def _regel(self) -> tuple[Cel, ...]:
        from .tabel import Onze

        soort: str = self.soort if self.gelijkenis is None else f"misschien gewijzigd ({self.gelijkenis:.0%} gelijk)"
        if self.soort == "gewijzigd" and self.veld != "tekst":
            soort = f"{self.veld.replace('_', ' ')} gewijzigd"
        if self.opvolgers:
            soort = f"vervallen, opgevolgd door {' en '.join(self.opvolgers)}"
        if self.soort == "gewijzigd":
            tekst: Cel = tekstverschil(self._zegt(self.van), self._zegt(self.naar))._regels()
        else:
            tekst = self.naar or self.van or ""
        wie = self.wat if self.oud is None and self.nieuw is None else ""
        return (Onze(soort), self.oud or Onze(wie), self.nieuw or Onze(wie), tekst)

    def records(self) -> list[WijzigingRegel]:
        """Return one flat dict: the fields, and the codes of the place it is about.

        That is its place in the new framework; where it is not there, in the old one. `criterium`, `leeruitkomst`,
        `leerlijn`, `rij` and `niveau` (an `int`) are `None` where such a place has none. `opvolgers` is one text, the
        codes with a comma between them.

        >>> import leeruitkomsten as lu
        >>> [regel] = lu.vergelijk(lu.laad(), lu.laad(errata=True))[0].records()
        >>> regel["soort"], regel["oud"], regel["criterium"], regel["rij"], regel["niveau"]
        ('gewijzigd', 'WP2.5b', 'WP2.5b', 'WP.5', 2)
        """
        return [
            {
                "soort": self.soort,
                "wat": self.wat,
                "veld": self.veld,
                "oud": self.oud,
                "nieuw": self.nieuw,
                "van": self.van,
                "naar": self.naar,
                "gelijkenis": self.gelijkenis,
                "opvolgers": vlak(self.opvolgers),
                **_plek(self.wat, self.nieuw or self.oud),
            }
        ]


def _gevolgd_door(tekst: str | None) -> str:
    return f": {tekst}" if tekst else ""


def _plek(wat: Wat, code: str | None) -> Plek:
    """Return what a record is and what it is a part of."""
    return {**plek(None), "niveau": int(code)} if wat == "niveau" and code else plek(code)


class Vergelijking(Uitkomst[Wijziging]):
    """What changed between two frameworks: a tuple of `Wijziging`, and which two they were.

    It is equal to another of the same changes between the same frameworks. `als_dict()` has `oud`, `nieuw` and, as `regels`,
    the changes; `.records()` gives a flat dict per change.

    Attributes:
        oud, nieuw: the `Kenmerk` of the old and of the new framework.
    """

    HERKOMST = ("oud", "nieuw")
    oud: Kenmerk
    nieuw: Kenmerk

    if TYPE_CHECKING:

        def als_dict(self) -> VergelijkingDict: ...
        def als_dicts(self) -> list[WijzigingDict]: ...
        def records(self) -> list[WijzigingRegel]: ...


def vergelijk(oud: Raamwerk, nieuw: Raamwerk) -> Vergelijking:
    """Say what changed from `oud` to `nieuw`, from the whole down to the criteria, in source order.

    That is the key, name, taal, uitgever and licentie of the framework; the phases; the order of the leerlijnen (that of all else
    is in the codes); names of leerlijnen and texts of leeruitkomsten and succescriteria; and then what is said besides:
    begeleiding, omschrijvingen, names of rows and whether the source gives these, notaties.

    A text under a code of both frameworks is compared with itself. What is left of both is matched by equal text (moved or
    renumbered), then by likeness: of all words of two texts together, the share that both have, counting repeats. From
    60 % on, the likest first, each text once, a match is given as a suggestion with its likeness. (Of more than 20,000
    pairs only those are weighed that share a word that stands in at most 10 of the texts.)

    Raises:
        VerkeerdType: one of the two is no framework.

    The changes from `nieuw` to `oud` are the same ones the other way round. A framework and itself have none.

    >>> import leeruitkomsten as lu
    >>> print(lu.vergelijk(lu.laad(), lu.laad(errata=True))[0])
    de tekst van succescriterium WP2.5b is gewijzigd: Je houdt rekening met de sociaal [-emotionele-]{+-emotionele+} ontwikkeling.
    """
    if not all(isinstance(kader, Raamwerk) for kader in (oud, nieuw)):
        reden = "vergelijk vraagt om twee raamwerken; lees een bestand eerst met lees()"
        raise VerkeerdType(reden, {"oud": oud, "nieuw": nieuw})
    return vergeleken(oud, nieuw, Woordentelling())


def vergeleken(oud: Raamwerk, nieuw: Raamwerk, geteld: Woordentelling) -> Vergelijking:
    """Return what changed; what was counted of a text stays in `geteld`, for who goes on with the changes."""
    wijzigingen = [
        Wijziging("gewijzigd", "raamwerk", veld, None, None, getattr(oud, veld), getattr(nieuw, veld))
        for veld in _VAN_HET_GEHEEL
        if getattr(oud, veld) != getattr(nieuw, veld)
    ]
    wijzigingen += _fasen(_per_code(oud, "niveaus", "fase"), _per_code(nieuw, "niveaus", "fase"))
    wijzigingen += _volgorde(_per_code(oud, "leerlijnen", "naam"), _per_code(nieuw, "leerlijnen", "naam"))
    geeindigd = {vervallen.code for kader in (oud, nieuw) for vervallen in kader.vervallen}
    for wat, veld, waar in MET_TEKST:
        teksten = _per_code(oud, waar, veld), _per_code(nieuw, waar, veld)
        wijzigingen += _op_tekst(wat, veld, *teksten, geeindigd, opvolgers=nieuw.register.opvolgers, geteld=geteld)
    for wat, veld, waar in _ERBIJ:
        wijzigingen += _gewijzigd(wat, veld, _per_code(oud, waar, veld), _per_code(nieuw, waar, veld))
    for wijziging in wijzigingen:
        wijziging._in_taal(nieuw.taal if wijziging.nieuw or not wijziging.oud else oud.taal)
    return Vergelijking(wijzigingen, oud=oud.kenmerk, nieuw=nieuw.kenmerk)


def _per_code(kader: Raamwerk, waar: str, veld: Veld) -> dict[str, Any]:
    """Return what a field says in a framework, under each code; a niveau has its number for one."""
    sleutel = "nummer" if waar == "niveaus" else "code"
    records = getattr(kader, waar)
    if veld == "naam_uit_bron":
        return {rij.code: "ja" if rij.naam_uit_bron else "nee" for rij in records if rij.naam}
    return dict(zip(map(str, map(attrgetter(sleutel), records)), map(attrgetter(veld), records), strict=True))


def _fasen(oud: Teksten, nieuw: Teksten) -> Iterator[Wijziging]:
    """Yield which phases have another name, and which niveaus only one of the two has."""
    for niveau, van in oud.items():
        if niveau not in nieuw:
            yield Wijziging("vervallen", "niveau", "fase", niveau, None, van, None)
        elif nieuw[niveau] != van:
            yield Wijziging("gewijzigd", "niveau", "fase", niveau, niveau, van, nieuw[niveau])
    for niveau, naar in nieuw.items():
        if niveau not in oud:
            yield Wijziging("toegevoegd", "niveau", "fase", None, niveau, None, naar)


def _volgorde(oud: Teksten, nieuw: Teksten) -> Iterator[Wijziging]:
    """Yield whether the leerlijnen that both have stand in another order: that of all else follows from the codes."""
    van, naar = ", ".join(code for code in oud if code in nieuw), ", ".join(code for code in nieuw if code in oud)
    if van != naar:
        yield Wijziging("gewijzigd", "raamwerk", "volgorde", None, None, van, naar)


def _gewijzigd(
    wat: Wat, veld: Veld, oud: Mapping[str, str | None], nieuw: Mapping[str, str | None]
) -> Iterator[Wijziging]:
    """Yield what changed under the codes that both have."""
    for code, van in oud.items():
        if nieuw.get(code, van) != van:
            yield Wijziging("gewijzigd", wat, veld, code, code, van, nieuw[code])


def _op_tekst(
    wat: Wat,
    veld: Veld,
    oud: Teksten,
    nieuw: Teksten,
    geeindigd: Container[str],
    *,
    opvolgers: Callable[[str], tuple[str, ...]],
    geteld: Woordentelling,
) -> list[Wijziging]:
    """Return the changes of one kind of record, those that end last: by code, then equal text, then likeness.

    A code of which either framework states that it ended is not matched by likeness: there is better to go by.
    """
    over = {code: tekst for code, tekst in oud.items() if code not in nieuw}
    bij = {code: tekst for code, tekst in nieuw.items() if code not in oud}
    gekoppeld: dict[str, tuple[str, float | None]] = {een: (ander, None) for een, ander in _gelijke(over, bij)}
    bezet = {ander for ander, _ in gekoppeld.values()}
    rest = [
        {code: tekst for code, tekst in kant.items() if code not in klaar and code not in geeindigd}
        for kant, klaar in ((over, gekoppeld), (bij, bezet))
    ]
    gekoppeld |= {een: (ander, gelijkenis) for een, ander, gelijkenis in _lijkende(rest[0], rest[1], geteld)}
    herkomst = {ander: (een, gelijkenis) for een, (ander, gelijkenis) in gekoppeld.items()}

    gevonden: list[Wijziging] = []
    for code, naar in nieuw.items():
        if code in oud:
            if oud[code] != naar:
                gevonden.append(Wijziging("gewijzigd", wat, veld, code, code, oud[code], naar))
        elif code not in herkomst:
            gevonden.append(Wijziging("toegevoegd", wat, veld, None, code, None, naar))
        else:
            vorige, gelijkenis = herkomst[code]
            soort = _verhuizing(wat, vorige, code) if gelijkenis is None else "gewijzigd"
            gevonden.append(Wijziging(soort, wat, veld, vorige, code, oud[vorige], naar, gelijkenis))
    for code in over:
        if code not in gekoppeld:
            volgers = opvolgers(code) if code in geeindigd else ()
            gevonden.append(Wijziging("vervallen", wat, veld, code, None, oud[code], None, None, volgers))
    return gevonden


def _verhuizing(wat: Wat, vorige: str, code: str) -> Soort:
    """Say whether a criterium went to another cell; all else that has another code only has another name."""
    return "verplaatst" if wat == "succescriterium" and _cel(vorige) != _cel(code) else "hernummerd"


def _cel(criterium: str) -> tuple[str | None, int | None, int | None]:
    delen = ontleed(criterium)
    return delen.leerlijn, delen.niveau, delen.rij


def _gelijke(over: Teksten, bij: Teksten) -> Iterator[tuple[str, str]]:
    """Pair the codes under which the same text stands, in source order where it stands more than once."""
    per_tekst: dict[str, deque[str]] = defaultdict(deque)
    gezocht = {*over.values()} - {""}  # where nothing stands, nothing is the same
    for code, tekst in bij.items():
        if tekst in gezocht:
            per_tekst[tekst].append(code)
    for code, tekst in over.items():
        if per_tekst.get(tekst):
            yield code, per_tekst[tekst].popleft()


def _lijkende(over: Teksten, bij: Teksten, geteld: Woordentelling) -> Iterator[tuple[str, str, float]]:
    """Pair the codes whose texts are alike, the likest first. Which side is the old one makes no difference."""
    woorden = [{code: geteld[tekst] for code, tekst in teksten.items()} for teksten in (over, bij)]
    gewogen = sorted(
        (-gelijkenis, een, ander)
        for een, ander in _kandidaten(*woorden)
        if (gelijkenis := lijkt(woorden[0][een], woorden[1][ander])) >= DREMPEL
    )
    vrij = over.keys() | bij.keys()
    for min_gelijkenis, een, ander in gewogen:
        if een in vrij and ander in vrij:
            vrij -= {een, ander}
            yield een, ander, -min_gelijkenis


def _kandidaten(over: Mapping[str, Woorden], bij: Mapping[str, Woorden]) -> Iterator[tuple[str, str]]:
    """Yield the pairs to weigh: all there are, or where those are very many, those that share a less common word."""
    if len(over) * len(bij) <= _MEESTE_PAREN:
        yield from product(over, bij)
        return
    oud = Counter(chain.from_iterable(over.values()))
    tellend = {woord for woord, keren in oud.items() if keren <= GANGBAAR and " " not in woord}
    nieuw: dict[str, list[str]] = defaultdict(list)
    for code, woorden in bij.items():
        for woord in woorden & tellend:
            nieuw[woord].append(code)
    zeldzaam = {woord: codes for woord, codes in nieuw.items() if len(codes) <= GANGBAAR}
    for code, woorden in over.items():
        for ander in {ander for woord in woorden if woord in zeldzaam for ander in zeldzaam[woord]}:
            yield code, ander


class Woordentelling(dict[str, frozenset[str]]):
    """The words of each text, counted when it is first asked for: a comparison and what follows from it ask for the same ones."""

    def __missing__(self, tekst: str) -> Woorden:
        woorden = self[tekst] = tel_woorden(tekst)
        return woorden


def tel_woorden(tekst: str) -> Woorden:
    """Return the words of a text, whatever their case and apostrophes; one that stands there again has its number behind it."""
    gevonden = _WOORD.findall(tekst.replace("’", "'").casefold())
    if "_" in tekst:
        gevonden = [woord for woord in gevonden if woord.strip("_'")]
    woorden = frozenset(gevonden)
    if len(woorden) == len(gevonden):
        return woorden
    keren: dict[str, int] = {}
    opnieuw: list[str] = []
    for woord in gevonden:
        keren[woord] = keer = keren.get(woord, 0) + 1
        if keer > 1:
            opnieuw.append(f"{woord} {keer}")
    return woorden.union(opnieuw)


def lijkt(een: Woorden, ander: Woorden) -> float:
    """Return the share of all words that both texts have, from 0 (none) to 1 (the same words)."""
    samen = len(een) + len(ander)
    return 2 * len(een & ander) / samen if samen else 0.0
