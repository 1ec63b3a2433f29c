"""Dekking (coverage): which module of a curriculum works on which succescriteria, and in which order.

The order of the modules is the order in which they are given. Of every row it says which module touches it first at each
niveau, so that a deepening taught before its foundation shows up. It informs: a curriculum may have its reasons.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from ..identiteit import Kenmerk
from ..model import Leeruitkomst, Rij, Succescriterium
from ..oordeel import LEEG, Controle, MetSuggesties
from ..plat import (
    DekkingDict,
    DekkingRegel,
    OnbekendeKoppelingDict,
    OnbekendeKoppelingRegel,
    Oordeelsoort,
    RijvolgordeDict,
    RijvolgordeRegel,
)
from ..record import Record, Reeks, Regel, vlak
from ..register import Register
from ..zinnen import MEESTE_GENOEMD, bedoeld, citaat
from .koppelingen import Module, per_module
from .stand import Stand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel, Tabel


@attrs.frozen(repr=False, eq=False)
class OnbekendeKoppeling(MetSuggesties):
    """A code that some module gives, and that stands for no succescriterium of the framework.

    Attributes:
        module: the module, as it was given.
        code: the code, as it was given; `None` for an empty cell, and a description of what is no text.
        soort: what the judgement of the code is, as in `Controle`; of an empty cell `onbekend`.
        suggesties: tuple of codes that may have been meant, as in `Controle`; worked out when they are first read.
        reden: what is wrong, in Dutch.
    """

    module: Module
    code: str | None
    soort: Oordeelsoort
    suggesties: tuple[str, ...]
    reden: str

    KOP = ("Module", "Code", "Reden", "Suggesties")

    if TYPE_CHECKING:

        def als_dict(self) -> OnbekendeKoppelingDict: ...
        def records(self) -> list[OnbekendeKoppelingRegel]: ...

    @classmethod
    def later(cls, module: Module, code: str, bevinding: Controle) -> OnbekendeKoppeling:
        """Return what a judgement says of a code, with its suggestions worked out when they are first read."""
        wat = {"module": module, "code": code, "soort": bevinding.soort, "reden": bevinding.reden}
        return cls._later(lambda: bevinding.suggesties, **wat)

    def __str__(self) -> str:
        return f"{self.module}: {self._code()}: {self.reden}{bedoeld(self.soort, self.suggesties)}"

    def _code(self) -> str:
        return "(leeg)" if self.code is None else citaat(self.code)

    def _regel(self) -> tuple[Cel, ...]:
        return (str(self.module), self._code(), self.reden, ", ".join(self.suggesties))


@attrs.frozen(repr=False, eq=False)
class Rijvolgorde(Regel):
    """In which order modules touch one row.

    Attributes:
        rij: code of the row, such as `WP.4`.
        eerste, laatste: the first and the last module that work on the row, in the order of the curriculum.
        per_niveau: tuple with, for each niveau, a tuple of the modules that work on the row there, in that order.
        omgekeerd: tuple of pairs of niveaus (lower, higher), where the higher one comes up in an earlier module than the
            lower one: a deepening before its foundation.
    """

    rij: str
    eerste: Module
    laatste: Module
    per_niveau: tuple[tuple[Module, ...], ...]
    omgekeerd: tuple[tuple[int, int], ...]

    KOP = ("Rij", "Eerste", "Laatste", "Per niveau", "Omgekeerd")

    if TYPE_CHECKING:

        def als_dict(self) -> RijvolgordeDict: ...

    def _omgekeerd(self) -> Iterator[str]:
        for laag, hoog in self.omgekeerd:
            yield f"niveau {hoog} ({self.per_niveau[hoog - 1][0]}) komt vóór niveau {laag} ({self.per_niveau[laag - 1][0]})"

    def __str__(self) -> str:
        return f"{self.rij}: " + ("; ".join(self._omgekeerd()) or f"van {self.eerste} tot en met {self.laatste}")

    def _regel(self) -> tuple[Cel, ...]:
        niveaus = tuple(
            (("gelijk", f"{niveau}: {', '.join(map(str, modules)) or '–'}"),)
            for niveau, modules in enumerate(self.per_niveau, 1)
        )
        omgekeerd = tuple((("gelijk", zin),) for zin in self._omgekeerd())
        return (((("code", self.rij),),), str(self.eerste), str(self.laatste), niveaus, omgekeerd or "")

    def records(self) -> list[RijvolgordeRegel]:
        """Return one flat dict per niveau: rij, niveau, modules, and omgekeerd_met (the higher niveaus that come before it)."""
        return [
            {
                "rij": self.rij,
                "niveau": niveau,
                "modules": vlak(modules),
                "omgekeerd_met": vlak(tuple(hoog for laag, hoog in self.omgekeerd if laag == niveau)),
            }
            for niveau, modules in enumerate(self.per_niveau, 1)
        ]


@attrs.frozen(repr=False, eq=False)
class Dekking(Record):
    """What a curriculum covers of a framework.

    Attributes:
        kenmerk: which framework was counted with.
        modules: tuple of the modules, in the order in which they were given.
        leeruitkomsten: tuple of the leeruitkomsten of the framework, in source order.
        gedekt_door: tuple with, for each succescriterium in source order, a tuple of its modules in their order.
        volgorde: tuple of `Rijvolgorde`, one for each row that some module touches, in source order.
        onbekend: tuple of `OnbekendeKoppeling`, codes that cover nothing, each once for its module; in the order of the
            modules, and within one as given.
    """

    kenmerk: Kenmerk
    modules: tuple[Module, ...]
    leeruitkomsten: Reeks[Leeruitkomst]
    gedekt_door: tuple[tuple[Module, ...], ...]
    volgorde: Reeks[Rijvolgorde]
    onbekend: Reeks[OnbekendeKoppeling]

    def _paren(self) -> Iterator[tuple[Succescriterium, tuple[Module, ...]]]:
        return zip((c for u in self.leeruitkomsten for c in u.succescriteria), self.gedekt_door, strict=True)

    @property
    def ongedekt(self) -> Reeks[Succescriterium]:
        """The succescriteria that no module works on, in source order."""
        return Reeks(criterium for criterium, modules in self._paren() if not modules)

    @property
    def dubbel(self) -> Reeks[Succescriterium]:
        """The succescriteria that more than one module works on, in source order."""
        return Reeks(criterium for criterium, modules in self._paren() if len(modules) > 1)

    @property
    def omgekeerd(self) -> Reeks[Rijvolgorde]:
        """The rows in which a deepening comes before its foundation."""
        return Reeks(rij for rij in self.volgorde if rij.omgekeerd)

    @property
    def per_criterium(self) -> dict[str, tuple[Module, ...]]:
        """The modules of each succescriterium, by its code, in source order; `()` where there is none."""
        return {criterium.code: modules for criterium, modules in self._paren()}

    @property
    def per_leeruitkomst(self) -> dict[str, Stand]:
        """How many of how many are covered, by code of the leeruitkomst, in source order."""
        return self._tel(lambda uitkomst: uitkomst.code)

    @property
    def per_leerlijn(self) -> dict[str, Stand]:
        """How many of how many are covered, by code of the leerlijn, in source order."""
        return self._tel(lambda uitkomst: uitkomst.leerlijn)

    @property
    def per_niveau(self) -> dict[int, Stand]:
        """How many of how many are covered, by niveau, from low to high."""
        return self._tel(lambda uitkomst: uitkomst.niveau)

    def _tel(self, waarvan: Callable[[Leeruitkomst], Any]) -> dict[Any, Stand]:
        ongedekt = {criterium.code for criterium in self.ongedekt}
        geteld: dict[Any, Stand] = {}
        for uitkomst in self.leeruitkomsten:
            gedekt, totaal = geteld.get(waarvan(uitkomst), Stand(0, 0))
            open_ = sum(criterium.code in ongedekt for criterium in uitkomst.succescriteria)
            aantal = len(uitkomst.succescriteria)
            geteld[waarvan(uitkomst)] = Stand(gedekt + aantal - open_, totaal + aantal)
        return geteld

    def als_dict(self) -> DekkingDict:
        """Return kenmerk, modules, per_criterium, counts, ongedekt and dubbel as codes, volgorde and onbekend, for `json.dumps`."""
        return {
            "kenmerk": self.kenmerk.als_dict(),
            "modules": list(self.modules),
            "per_criterium": {code: list(modules) for code, modules in self.per_criterium.items()},
            "per_leeruitkomst": {code: deel.als_dict() for code, deel in self.per_leeruitkomst.items()},
            "per_leerlijn": {code: deel.als_dict() for code, deel in self.per_leerlijn.items()},
            "per_niveau": {str(niveau): deel.als_dict() for niveau, deel in self.per_niveau.items()},
            "ongedekt": [criterium.code for criterium in self.ongedekt],
            "dubbel": [criterium.code for criterium in self.dubbel],
            "volgorde": self.volgorde.als_dicts(),
            "onbekend": self.onbekend.als_dicts(),
        }

    def onbekend_in_zinnen(self) -> list[str]:
        """Return what is wrong with the first hundred codes that cover nothing, a sentence each, and how many others there are.

        `onbekend` has them all. What may have been meant by a code is looked for when it is read.

        >>> import leeruitkomsten as lu
        >>> lu.dekking({"Stage": ["WP.7"]}).onbekend_in_zinnen()[0][:42]
        "Stage: 'WP.7': WP heeft geen rij 7; bedoel"
        """
        meer = len(self.onbekend) - MEESTE_GENOEMD
        andere = [f"en nog {meer} andere; met --json of .onbekend staan ze er alle"] if meer > 0 else []
        return [*map(str, self.onbekend[:MEESTE_GENOEMD]), *andere]

    def records(self) -> list[DekkingRegel]:
        """Return one flat dict per succescriterium and module, in source order: what its own has, with module.

        A criterium that no module works on is there once, with the module `None`.
        """
        return [
            {**criterium.records()[0], "module": module}
            for criterium, modules in self._paren()
            for module in modules or (None,)
        ]

    def __str__(self) -> str:
        aantal = len(self.gedekt_door)
        door = "1 module" if len(self.modules) == 1 else f"{len(self.modules)} modules"
        onbekend = f", {len(self.onbekend)} codes onbekend" if len(self.onbekend) > 1 else ", 1 code onbekend"
        gedekt = f"{Stand(aantal - len(self.ongedekt), aantal)} succescriteria gedekt door {door}"
        return f"{gedekt}{onbekend if self.onbekend else ''}"

    def _tabel(self) -> Tabel:
        """Return a table with a line per leeruitkomst: how many of how many, what no module covers, what several do."""
        from ..tabel import Tabel

        gedekt = self.per_leeruitkomst
        kanten = [{c.code for c in deel} for deel in (self.ongedekt, self.dubbel)]
        rijen: list[tuple[Cel, ...]] = []
        for uitkomst in self.leeruitkomsten:
            codes = [c.code for c in uitkomst.succescriteria]
            delen = (", ".join(code for code in codes if code in kant) for kant in kanten)
            rijen.append((((("code", uitkomst.code),),), str(gedekt[uitkomst.code]), *delen))
        voet = [f"Een verdieping komt vóór haar basis: {rij}." for rij in self.omgekeerd]
        voet += [f"Onbekend: {zin}" for zin in self.onbekend_in_zinnen()]
        # A line end in the name of a module does not begin another remark.
        regels = "\n".join(regel.replace("\n", r"\x0a") for regel in voet)
        return Tabel(str(self), ("Leeruitkomst", "Gedekt", "Ongedekt", "Meer dan eens"), tuple(rijen), regels)


def dekking(register: Register, koppelingen: object) -> Dekking:
    """Say which modules work on which criteria of a framework.

    Raises:
        OngeldigeVraag: a line is no pair, or a module has no name; the error names all such lines.
        VerkeerdType: these are no links at all.
    """
    per_naam = per_module(koppelingen)
    modules: dict[str, dict[Module, None]] = {c.code: {} for c in register.succescriteria}
    onbekend: dict[tuple[object, ...], OnbekendeKoppeling] = {}
    for module, codes in per_naam.items():
        for code in codes:
            bevinding = register.codeboek.oordeel(code)
            criteria = register.staat_voor(str(bevinding.code)) if bevinding.goed else ()
            for criterium in criteria:
                modules[criterium.code][module] = None
            if not criteria:
                koppeling = _onbekend(module, code, bevinding)
                onbekend.setdefault((module, koppeling.code, koppeling.reden), koppeling)
    gedekt_door = {code: tuple(door) for code, door in modules.items()}
    plek = {module: nummer for nummer, module in enumerate(per_naam)}
    volgorde = (_rijvolgorde(rij, gedekt_door, plek) for rij in register.rijen)
    return Dekking(
        register.kenmerk,
        tuple(per_naam),
        register.leeruitkomsten,
        tuple(gedekt_door.values()),
        Reeks(rij for rij in volgorde if rij is not None),
        Reeks(onbekend.values()),
    )


def _onbekend(module: Module, code: object, bevinding: Controle) -> OnbekendeKoppeling:
    """Return a code that adds nothing, and why: a cel or leeruitkomst may exist, and hold no criterium."""
    tekst = _tekst(code)
    if tekst is None:
        return OnbekendeKoppeling(module, None, "onbekend", (), LEEG)
    if bevinding.goed:
        return OnbekendeKoppeling(module, tekst, "onbekend", (), f"in {tekst} staat geen succescriterium")
    return OnbekendeKoppeling.later(module, tekst, bevinding)


def _tekst(code: object) -> str | None:
    """Return a code as plain text; `None` where there is none (NaN is unequal to itself)."""
    if code is None or code != code:  # noqa: PLR0124  # NaN is an empty cell
        return None
    return code if isinstance(code, str) else citaat(code)


def _rijvolgorde(
    rij: Rij, gedekt_door: Mapping[str, tuple[Module, ...]], plek: Mapping[Module, int]
) -> Rijvolgorde | None:
    per_niveau = tuple(
        tuple(sorted({module for c in cel for module in gedekt_door[c.code]}, key=plek.__getitem__))
        for cel in rij.cellen
    )
    alle = sorted({module for modules in per_niveau for module in modules}, key=plek.__getitem__)
    if not alle:
        return None
    geraakt = [(niveau, plek[modules[0]]) for niveau, modules in enumerate(per_niveau, 1) if modules]
    omgekeerd = tuple(
        (laag, hoog)
        for (laag, plek_laag), (hoog, plek_hoog) in itertools.combinations(geraakt, 2)
        if plek_hoog < plek_laag
    )
    return Rijvolgorde(rij.code, alle[0], alle[-1], per_niveau, omgekeerd)
