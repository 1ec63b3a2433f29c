"""Items that ended: each gets a code that nothing else has, and becomes one of the ended codes of the framework."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

from ... import codes
from ...codes import HOOGSTE_NIVEAU, HOOGSTE_RIJ
from ...velden import LANGSTE_TEKST, SOORTEN
from ...zinnen import citaat
from .boom import BUITEN, Boom
from .delen import VERVALLEN
from .plaatsing import leerlijncodes
from .verslag import schoon

if TYPE_CHECKING:
    from .plaatsing import Lijn, Plaatsing
    from .vorm import Item, Vorm

Deel = dict[str, Any]


class Vervallenen:
    """The items that ended, with where they stood."""

    def __init__(self, vorm: Vorm, boom: Boom) -> None:
        self._vorm = vorm
        self._boom = boom
        self._items: list[tuple[Item, str, Lijn | None, Hashable]] = []
        self._codes: dict[str, str] = {}

    def noteer(self, item: Item, soort: str, lijn: Lijn | None, niveau: Hashable) -> None:
        """Note an item of the tree that ended, and under which leerlijn and niveau that live."""
        self._items.append((item, soort, lijn, niveau))

    def gegevens(self, delen: Deel, plaatsing: Plaatsing, versie: str) -> list[Deel]:
        """Return the ended codes as the data file has them.

        Args:
            delen: niveaus and leerlijnen as the data file has them.
            plaatsing: what gave what lives its codes, and niveaus their numbers.
            versie: the version in which they ended.
        """
        los = self._boom.beeindigd.difference(item.identifier for item, *_ in self._items)
        self._items += [(item, "", None, None) for i, item in self._boom.items.items() if i in los]
        uitgever, levend, op_niveau = _Nummers(delen), plaatsing.codes, dict[str, int]()
        for item, soort, lijn, niveau in self._items:
            ouder = self._boom.ouder(item)
            boven = self._codes.get(ouder.identifier, "") if ouder else ""
            # Under what ended its niveau goes before that of what lives: a row has none in its code.
            hier = (op_niveau.get(ouder.identifier) if ouder else None) or plaatsing.nummers.get(niveau, 1)
            code = uitgever.code(
                soort, boven or (levend.get(ouder.pad, "") if ouder else ""), lijn.code if lijn else "", hier
            )
            if code:
                self._codes[item.identifier] = code
                op_niveau[item.identifier] = codes.ontleed(code).niveau or hier
            else:
                self._vorm.verslag.over("vervallen item waar geen code voor is")
        return vervallen(self._vorm, self._boom, self._codes, levend, versie)


class _Nummers:
    """Gives codes behind those that live: the next leerlijn, the next niveau of one, the next row of one."""

    def __init__(self, delen: Deel) -> None:
        self._lijnen = {lijn["code"] for lijn in delen["leerlijnen"]}
        self._los = ""
        self._vrij = (code for code in leerlijncodes() if code not in self._lijnen)
        self._niveau = dict.fromkeys(self._lijnen, len(delen["niveaus"]))
        self._rij = {
            lijn["code"]: max(
                (codes.ontleed(c["code"]).rij or 0 for u in lijn["leeruitkomsten"] for c in u["succescriteria"]),
                default=0,
            )
            for lijn in delen["leerlijnen"]
        }

    def code(self, soort: str, boven: str, lijn: str, niveau: int) -> str:
        """Return the next code of this soort; nothing where none is left.

        Args:
            soort: what it is.
            boven: the code of what it stands under.
            lijn: the code of the leerlijn that it stands in, where that lives.
            niveau: the number of the niveau that it stands in.
        """
        if soort == "leerlijn":
            return next(self._vrij)
        deel = codes.als_code(boven)
        hier = (deel.leerlijn if deel else None) or lijn or self._losse()
        if soort in ("leeruitkomst", "niveau"):
            self._niveau[hier] = self._niveau.get(hier, 0) + 1
            return f"{hier}{self._niveau[hier]}" if self._niveau[hier] <= HOOGSTE_NIVEAU else ""
        self._rij[hier] = self._rij.get(hier, 0) + 1
        rij = f"{hier}.{self._rij[hier]}" if soort == "rij" else f"{hier}{niveau}.{self._rij[hier]}a"
        return rij if self._rij[hier] <= HOOGSTE_RIJ else ""

    def _losse(self) -> str:
        """Return the code of a leerlijn for what hangs nowhere any more."""
        self._los = self._los or next(self._vrij)
        return self._los


def vervallen(vorm: Vorm, boom: Boom, eigen: Mapping[str, str], levend: Mapping[str, str], versie: str) -> list[Deel]:
    """Return ended codes as the data file has them.

    Args:
        vorm: what hears of successors that are not here.
        boom: the tree.
        eigen: the codes of what ended, by identifier.
        levend: the codes of what lives, or is known to have ended, by where it stands in the CASE file.
        versie: the version in which they ended.
    """
    uit: list[Deel] = []
    for identifier, code in eigen.items():
        item = boom.items[identifier]
        opvolgers: list[str] = []
        for volger in boom.opvolgers.get(identifier, ()):
            ander = boom.items.get(volger)
            opvolger = (eigen.get(volger) or levend.get(ander.pad)) if ander else None
            if opvolger:
                opvolgers.append(opvolger)
            else:
                vorm.verslag.over(f"replacedBy {BUITEN}" if ander is None else "replacedBy naar een item zonder code")
        uit.append({"code": code, "opvolgers": opvolgers, **_sinds_en_reden(item, code, versie)})
    vorm.verslag.noem("vervallen", "codes van wat volgens het pakket beëindigd of vervangen is", [*eigen.values()])
    return uit


def _sinds_en_reden(item: Item, code: str, versie: str) -> Deel:
    """Return since when a code ended and why: as we wrote it, or else in this version, with what the item said."""
    _, onze, sinds = item.notitie.partition(VERVALLEN)
    if onze and item.code == code and item.tekst and SOORTEN["versie"].gebrek(sinds) is None:
        return {"sinds": sinds, "reden": item.tekst}
    waarom = f"volgens het pakket beëindigd op {item.einde}" if item.einde else "volgens het pakket vervangen"
    notatie = f" ({citaat(item.code)})" if item.code and item.code != code else ""
    tekst = item.tekst or item.kort
    heel = schoon(f"{waarom}{notatie}: {tekst}" if tekst else f"{waarom}{notatie}")
    return {"sinds": versie, "reden": heel[:LANGSTE_TEKST].strip()}
