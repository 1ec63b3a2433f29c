"""Dekking (coverage): which module of a curriculum works on which succescriteria, and in which order.

The order of the modules is the order in which they are given, or that of a column. It says where a deepening is taught before its
foundation, or without it. It informs: a curriculum may have its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, get_args, overload

import attrs

from ..fouten import OngeldigeVraag
from ..identiteit import Kenmerk
from ..model import Leeruitkomst, Succescriterium
from ..plat import (
    DekkingDict,
    DekkingRegel,
    Dekkingtabel,
    ModuledekkingRegel,
    RijdekkingRegel,
)
from ..record import Record, Reeks
from ..register import Register
from ..zinnen import MEESTE_GENOEMD
from .aandachtspunt import PAAR_IS_SUGGESTIE, Aandachtspunt, aandachtspunten, in_het_kort
from .koppelingen import Module, Plan, lees_plan
from .moduletabel import Kolommen
from .onbekende_koppeling import OnbekendeKoppeling
from .rijvolgorde import Rijvolgorde, rijvolgorde
from .stand import Stand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel, Tabel


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
        zonder_codes: tuple of the modules that give no code at all, in their order.
        omgekeerd: tuple of `Aandachtspunt`, a deepening that is taught before its foundation; by row and by suggested pair, in
            source order.
        zonder_basis: tuple of `Aandachtspunt`, a deepening that is taught while its foundation never is; the same.
    """

    kenmerk: Kenmerk
    modules: tuple[Module, ...]
    leeruitkomsten: Reeks[Leeruitkomst]
    gedekt_door: tuple[tuple[Module, ...], ...]
    volgorde: Reeks[Rijvolgorde]
    onbekend: Reeks[OnbekendeKoppeling]
    zonder_codes: tuple[Module, ...]
    omgekeerd: Reeks[Aandachtspunt]
    zonder_basis: Reeks[Aandachtspunt]

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
        """Return what the fields and properties say by name, criteria as their codes, ready for `json.dumps`."""
        return {
            "kenmerk": self.kenmerk.als_dict(),
            "modules": list(self.modules),
            "zonder_codes": list(self.zonder_codes),
            "per_criterium": {code: list(modules) for code, modules in self.per_criterium.items()},
            "per_leeruitkomst": {code: deel.als_dict() for code, deel in self.per_leeruitkomst.items()},
            "per_leerlijn": {code: deel.als_dict() for code, deel in self.per_leerlijn.items()},
            "per_niveau": {str(niveau): deel.als_dict() for niveau, deel in self.per_niveau.items()},
            "ongedekt": [criterium.code for criterium in self.ongedekt],
            "dubbel": [criterium.code for criterium in self.dubbel],
            "volgorde": self.volgorde.als_dicts(),
            "omgekeerd": self.omgekeerd.als_dicts(),
            "zonder_basis": self.zonder_basis.als_dicts(),
            "onbekend": self.onbekend.als_dicts(),
        }

    def onbekend_in_zinnen(self) -> list[str]:
        """Return what is wrong with the first hundred codes that cover nothing, a sentence each, and how many others there are.

        `onbekend` has them all. What may have been meant by a code is looked for when it is read.

        >>> import leeruitkomsten as lu
        >>> lu.dekking({"Stage": ["WP.7"]}).onbekend_in_zinnen()[0][:42]
        "Stage: 'WP.7': WP heeft geen rij 7; bedoel"
        """
        return _hoogstens(self.onbekend, ".onbekend")

    def zonder_codes_in_zinnen(self) -> list[str]:
        """Return one sentence that names the modules without codes; no sentence where every module has some.

        >>> import leeruitkomsten as lu
        >>> lu.dekking({"Stage": "WP1", "Reflectie": []}).zonder_codes_in_zinnen()
        ['Modules zonder codes: Reflectie.']
        """
        genoemd = ", ".join(_hoogstens(self.zonder_codes, ".zonder_codes"))
        return [f"Modules zonder codes: {genoemd}."] if genoemd else []

    @overload
    def records(self, per: Literal["criterium"] = "criterium") -> list[DekkingRegel]: ...
    @overload
    def records(self, per: Literal["rij"]) -> list[RijdekkingRegel]: ...
    @overload
    def records(self, per: Literal["module"]) -> list[ModuledekkingRegel]: ...

    def records(self, per: Dekkingtabel = "criterium") -> list[Any]:
        """Return flat dicts, in source order or that of the modules.

        Args:
            per: `criterium`: one per succescriterium and module, what its own has, with module; a criterium that no module works on
                is there once, with the module `None`. `rij`: one per row: how many of its criteria are covered, the first and last
                module, and the codes of its deepenings that come before their foundation, or without. `module`: one per module: how
                many criteria it works on, and how many that no other does.

        Raises:
            OngeldigeVraag: there is no such table.

        >>> import leeruitkomsten as lu
        >>> [regel] = lu.dekking({"Stage 1": ["WPO1", "WPO2.1a"]}).records("module")
        >>> regel["module"], regel["aantal"], regel["leeruitkomsten"]
        ('Stage 1', 5, 'WPO1, WPO2')
        """
        from .dekkingtabellen import per_module, per_rij

        paren = tuple(self._paren())
        if per == "rij":
            return per_rij(paren, self.volgorde, (*self.omgekeerd, *self.zonder_basis))
        if per == "module":
            return per_module(paren, self.modules, self.onbekend, self.zonder_codes)
        if per != "criterium":
            raise OngeldigeVraag.keuze("per", per, get_args(Dekkingtabel))
        return [{**criterium.records()[0], "module": module} for criterium, door in paren for module in door or (None,)]

    def __str__(self) -> str:
        aantal = len(self.gedekt_door)
        delen = (
            (len(self.zonder_codes), "1 module zonder codes", "modules zonder codes"),
            (len(self.onbekend), "1 code onbekend", "codes onbekend"),
        )
        door = "1 module" if len(self.modules) == 1 else f"{len(self.modules)} modules"
        rest = (een if n == 1 else f"{n} {meer}" for n, een, meer in delen if n)
        gedekt = f"{Stand(aantal - len(self.ongedekt), aantal)} succescriteria gedekt door {door}"
        return ", ".join((gedekt, *rest))

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
        # A line end in the name of a module does not begin another remark.
        regels = "\n".join(regel.replace("\n", r"\x0a") for regel in self._voetregels())
        return Tabel(str(self), ("Leeruitkomst", "Gedekt", "Ongedekt", "Meer dan eens"), tuple(rijen), regels)

    def _voetregels(self) -> Iterator[str]:
        """Yield what stands below the table: what its order says, and what was not counted."""
        voor, zonder = (in_het_kort(punten) for punten in (self.omgekeerd, self.zonder_basis))
        yield from _hoogstens([f"Een verdieping komt vóór haar basis: {zin}." for zin in voor], ".omgekeerd")
        yield from _hoogstens([f"Een verdieping zonder haar basis: {zin}." for zin in zonder], ".zonder_basis")
        if any(punt.diepte == "paar" for punt in (*self.omgekeerd, *self.zonder_basis)):
            yield PAAR_IS_SUGGESTIE
        yield from self.zonder_codes_in_zinnen()
        yield from (f"Onbekend: {zin}" for zin in self.onbekend_in_zinnen())


def _hoogstens(zinnen: Sequence[object], waar: str) -> list[str]:
    """Return the first hundred sentences, and how many others there are."""
    meer = len(zinnen) - MEESTE_GENOEMD
    andere = [f"en nog {meer} andere; met --json of {waar} staan ze er alle"] if meer > 0 else []
    return [*map(str, zinnen[:MEESTE_GENOEMD]), *andere]


def dekking(
    register: Register,
    koppelingen: object,
    *,
    module: str | None = None,
    criterium: str | None = None,
    volgorde: str | None = None,
) -> Dekking:
    """Say which modules work on which criteria of a framework.

    Raises:
        OngeldigeVraag: a line is no pair, a module has no name, or there is no order by the column for it; the error names all such
            lines.
        GeenKolom: a table has no such columns.
        VerkeerdType: these are no links at all.
    """
    plan = lees_plan(koppelingen, Kolommen(module, criterium, volgorde))
    door, onbekend = _tel(register, plan)
    rijvolgorden = (rijvolgorde(rij, door, plan) for rij in register.rijen)
    punten = [punt for rij in register.rijen for punt in aandachtspunten(rij, door, plan)]
    return Dekking(
        kenmerk=register.kenmerk,
        modules=tuple(plan.codes),
        leeruitkomsten=register.leeruitkomsten,
        gedekt_door=tuple(door.values()),
        volgorde=Reeks(rij for rij in rijvolgorden if rij is not None),
        onbekend=onbekend,
        zonder_codes=tuple(module for module, codes in plan.codes.items() if not codes),
        omgekeerd=Reeks(punt for punt in punten if punt.soort == "omgekeerd"),
        zonder_basis=Reeks(punt for punt in punten if punt.soort == "zonder_basis"),
    )


def _tel(register: Register, plan: Plan) -> tuple[dict[str, tuple[Module, ...]], Reeks[OnbekendeKoppeling]]:
    """Return the modules of each criterium, by its code, and the codes that cover nothing."""
    modules: dict[str, dict[Module, None]] = {c.code: {} for c in register.succescriteria}
    onbekend: dict[tuple[object, ...], OnbekendeKoppeling] = {}
    for module, codes in plan.codes.items():
        for code in codes:
            bevinding = register.codeboek.oordeel(code)
            criteria = register.staat_voor(str(bevinding.code)) if bevinding.goed else ()
            for criterium in criteria:
                modules[criterium.code][module] = None
            if not criteria:
                koppeling = OnbekendeKoppeling.van(module, code, bevinding)
                onbekend.setdefault((module, koppeling.code, koppeling.reden), koppeling)
    return {code: tuple(door) for code, door in modules.items()}, Reeks(onbekend.values())
