"""The tree in a CASE file: which item hangs under which, in which order, and which items have ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...zinnen import citaat
from .vorm import Band, Item, Vorm, stap

_KENT = ("isChildOf", "isPartOf", "precedes", "replacedBy")
BUITEN = "naar of van buiten dit pakket"


class Boom:
    """The items by identifier, and of each its children in their order; its faults go to `vorm`.

    Attributes:
        items: the items by identifier.
        diepte: how deep each item hangs that is connected to the document, from 1, in the order of the tree by layers.
        beeindigd: the identifiers of items that ended and have no children that live.
        opvolgers: of an item that was replaced the identifiers of what came in its place.
        banden: the other associations between items of this file: `isPartOf` and `precedes`.
    """

    def __init__(self, vorm: Vorm, document: str, items: Iterable[Item], banden: Iterable[Band]) -> None:
        self._vorm = vorm
        self._document = document
        self._kinderen: dict[str, list[tuple[int, float, Item]]] = {}
        self._ouder: dict[str, Band] = {}
        self.items: dict[str, Item] = {}
        self.banden: list[Band] = []
        self.opvolgers: dict[str, list[str]] = {}
        self._lees_items(items)
        self._lees_banden([*banden])
        self._hang_op()
        self.diepte = self._diepten()
        self.beeindigd = self._ended()
        self._noem_losse()

    def top(self) -> list[Item]:
        """Return the items right under the document, in their order."""
        return self._onder(self._document)

    def onder(self, item: Item) -> list[Item]:
        """Return the children of an item, in their order."""
        return self._onder(item.identifier)

    def ouder(self, item: Item) -> Item | None:
        """Return what an item hangs under; `None` where that is the document, or nothing."""
        band = self._ouder.get(item.identifier)
        return None if band is None else self.items.get(band.naar)

    def levend(self) -> Iterator[Item]:
        """Yield the items of the tree that did not end, by layers."""
        return (self.items[i] for i in self.diepte if i not in self.beeindigd)

    def _onder(self, identifier: str) -> list[Item]:
        return [kind for *_, kind in sorted(self._kinderen.get(identifier, ()), key=lambda kind: kind[:2])]

    def _lees_items(self, items: Iterable[Item]) -> None:
        for item in items:
            if not item.identifier:
                continue
            ander = self.items.get(item.identifier)
            if ander or item.identifier == self._document:
                waar = ander.pad if ander else "CFDocument"
                self._vorm.fout(f"{item.pad}.identifier", "dubbel", f"{citaat(item.identifier)} staat ook bij {waar}")
            else:
                self.items[item.identifier] = item

    def _lees_banden(self, banden: list[Band]) -> None:
        """Note who is whose child, and who came in whose place; count what has no place in a framework."""
        for plaats, band in enumerate(banden):
            hier = band.van in self.items and band.naar in self.items
            if band.soort == "isChildOf":
                if self._bestaat(band):
                    self._noteer_kind(band, plaats)
            elif band.soort not in _KENT:
                self._vorm.verslag.over(stap("", band.soort) if band.soort else "CFAssociation zonder type")
            elif band.soort == "replacedBy" and band.van in self.items:
                self.opvolgers.setdefault(band.van, []).append(band.naar)
            elif hier:
                self.banden.append(band)
            else:
                self._vorm.verslag.over(f"{band.soort} {BUITEN}")

    def _bestaat(self, band: Band) -> bool:
        """Say whether both ends of an association are here; of one that is not, say so."""
        los = [("originNodeURI", band.van)] if band.van not in self.items else []
        if band.naar not in self.items and band.naar != self._document:
            los.append(("destinationNodeURI", band.naar))
        for veld, identifier in los:
            if identifier:
                reden = f"{citaat(identifier)} is geen item in dit bestand"
                self._vorm.fout(f"{band.pad}.{veld}.identifier", "bestaat_niet", reden)
        if los:
            # Of an item whose parent is missing, that it has none is no second fault.
            self._ouder.setdefault(band.van, band)
        return not los

    def _noteer_kind(self, band: Band, plaats: int) -> None:
        item = self.items[band.van]
        ander = self._ouder.get(band.van)
        if ander and ander.naar != band.naar:
            reden = f"{citaat(item.code or item.tekst)} ({item.pad}) heeft al een ouder, volgens {ander.pad}"
            self._vorm.fout(band.pad, "tegenspraak", reden)
        elif not ander:
            self._ouder[band.van] = band
            # What has no number comes after what has one, in the order of the file.
            eerst, dan = (1, plaats) if band.nummer is None else (0, band.nummer)
            self._kinderen.setdefault(band.naar, []).append((eerst, dan, item))

    def _hang_op(self) -> None:
        """Hang items without a parent under the document, where nothing is said to hang there."""
        if self._document not in self._kinderen:
            los = [item for item in self.items.values() if item.identifier not in self._ouder]
            self._kinderen[self._document] = [(1, plaats, item) for plaats, item in enumerate(los)]

    def _diepten(self) -> dict[str, int]:
        diepten: dict[str, int] = {}
        laag, diepte = self.top(), 0
        while laag:
            diepte += 1
            diepten |= {item.identifier: diepte for item in laag}
            laag = [kind for item in laag for kind in self.onder(item)]
        return diepten

    def _ended(self) -> set[str]:
        """Return which items ended: those with children that live hold them up, and are counted."""
        verslag, laatst = self._vorm.verslag, self._vorm.laatst
        later = {i for i, item in self.items.items() if item.einde and laatst and item.einde > laatst}
        for _ in later - set(self.opvolgers):
            verslag.over(f"statusEndDate na {laatst}: dat item is nog niet vervallen")
        over = {i for i, item in self.items.items() if i in self.opvolgers or (item.einde and i not in later)}
        for identifier in reversed(self.diepte):
            if identifier in over and any(k.identifier not in over for k in self._onder(identifier)):
                over.discard(identifier)
                verslag.over("statusEndDate of replacedBy van een item met kinderen die niet vervallen zijn")
        return over

    def _noem_losse(self) -> None:
        """Name what hangs nowhere: items that ended may."""
        for identifier, item in self.items.items():
            if identifier in self.diepte or identifier in self.beeindigd:
                continue
            if identifier not in self._ouder:
                self._vorm.fout(item.pad, "ontbreekt", "heeft geen isChildOf, en hangt zo nergens aan")
            elif self._ouder[identifier].naar in self.items:
                reden = "is niet met het document verbonden: isChildOf loopt in een kring, of breekt af"
                self._vorm.fout(item.pad, "kring", reden)
