"""The tree in a CASE file: which item hangs under which, and whether that is the tree of a framework."""

from __future__ import annotations

from collections.abc import Iterable

from ... import codes
from ...fouten import citaat
from .delen import TYPES
from .vorm import GEEN_PLAATS, Band, Item, Vorm

_PER_DIEPTE = ("", "leerlijn", "leeruitkomst", "succescriterium")


class Boom:
    """The items by identifier, and of each its children in their order; its faults go to `vorm`."""

    def __init__(self, vorm: Vorm, document: str, items: Iterable[Item], banden: Iterable[Band]) -> None:
        self._vorm = vorm
        self._document = document
        self._items: dict[str, Item] = {}
        self._kinderen: dict[str, list[tuple[int, int, Item]]] = {}
        self._ouder: dict[str, Band] = {}
        self._soort: dict[str, str] = {}
        self._lees_items(items)
        rest = self._lees_ouders([*banden])
        self._daal_af()
        for band in rest:
            self._controleer(band)

    def top(self, soort: str) -> list[Item]:
        """Return the items of a soort right under the document, in their order."""
        return [item for item in self._onder(self._document) if self._soort[item.identifier] == soort]

    def onder(self, item: Item) -> list[Item]:
        """Return the children of an item, in their order."""
        return self._onder(item.identifier)

    def _onder(self, identifier: str) -> list[Item]:
        return [kind for *_, kind in sorted(self._kinderen.get(identifier, ()), key=lambda kind: kind[:2])]

    def _lees_items(self, items: Iterable[Item]) -> None:
        for item in items:
            if not item.identifier:
                continue
            ander = self._items.get(item.identifier)
            if ander or item.identifier == self._document:
                waar = ander.pad if ander else "CFDocument"
                self._vorm.fout(f"{item.pad}.identifier", "dubbel", f"{citaat(item.identifier)} staat ook bij {waar}")
            else:
                self._items[item.identifier] = item

    def _lees_ouders(self, banden: list[Band]) -> list[Band]:
        """Note who is whose child; return the other associations between items of this file."""
        rest: list[Band] = []
        for plaats, band in enumerate(banden):
            if band.soort not in ("isChildOf", "isPartOf", "precedes"):
                if band.soort:
                    reden = f"{citaat(band.soort)} heeft geen plaats in een raamwerk"
                    self._vorm.fout(f"{band.pad}.associationType", "niet_opgenomen", reden)
            elif self._bestaat(band) and band.soort == "isChildOf":
                self._noteer_kind(band, plaats)
            elif band.van in self._items and band.naar in self._items:
                rest.append(band)
        return rest

    def _bestaat(self, band: Band) -> bool:
        """Say whether both ends of an association are here; of one that is not, say so."""
        los = [("originNodeURI", band.van)] if band.van not in self._items else []
        if band.naar not in self._items and (band.naar != self._document or band.soort != "isChildOf"):
            los.append(("destinationNodeURI", band.naar))
        for veld, identifier in los:
            if identifier:
                reden = f"{citaat(identifier)} is geen item in dit bestand"
                self._vorm.fout(f"{band.pad}.{veld}.identifier", "bestaat_niet", reden)
        if los and band.soort == "isChildOf":
            # Of an item whose parent is missing, that it has none is no second fault.
            self._ouder.setdefault(band.van, band)
        return not los

    def _noteer_kind(self, band: Band, plaats: int) -> None:
        item = self._items[band.van]
        if ander := self._ouder.get(band.van):
            reden = f"{citaat(item.code)} ({item.pad}) heeft al een ouder, volgens {ander.pad}"
            self._vorm.fout(band.pad, "tegenspraak", reden)
            return
        self._ouder[band.van] = band
        # What has no number comes after what has one, in the order of the file.
        eerst, dan = (1, plaats) if band.nummer is None else (0, band.nummer)
        self._kinderen.setdefault(band.naar, []).append((eerst, dan, item))

    def _daal_af(self) -> None:
        """Give every item that hangs under the document its soort, by its depth; name the others."""
        per_code: dict[str, Item] = {}
        laag = [(item, "") for item in self._onder(self._document)]
        diepte = 0
        while laag:
            diepte += 1
            for item, boven in laag:
                self._plaats(item, diepte, boven)
                if item.code and (ander := per_code.setdefault(item.code, item)) is not item:
                    reden = f"{citaat(item.code)} staat ook bij {ander.pad}"
                    self._vorm.fout(f"{item.pad}.humanCodingScheme", "dubbel", reden)
            laag = [(kind, self._soort[item.identifier]) for item, _ in laag for kind in self.onder(item)]
        for identifier, item in self._items.items():
            if identifier not in self._ouder:
                self._vorm.fout(item.pad, "ontbreekt", "heeft geen isChildOf, en hangt zo nergens aan")
            elif identifier not in self._soort and self._ouder[identifier].naar in self._items:
                reden = "is niet met het document verbonden: isChildOf loopt in een kring, of breekt af"
                self._vorm.fout(item.pad, "kring", reden)

    def _plaats(self, item: Item, diepte: int, boven: str) -> None:
        """Give an item its soort, and hold its type and the form of its code against it."""
        if boven == "evl" or diepte >= len(_PER_DIEPTE):
            self._soort[item.identifier] = "te diep"
            waar = "een kind van een EvL" if boven == "evl" else f"op diepte {diepte} van de boom"
            reden = f"is {waar}; een raamwerk heeft drie lagen, en een EvL heeft geen kinderen"
            self._vorm.fout(item.pad, "niet_opgenomen", reden)
            return
        evl = diepte == 1 and (item.itemtype == TYPES["evl"].titel or codes.soort_van(item.code) == "evl")
        soort = self._soort[item.identifier] = "evl" if evl else _PER_DIEPTE[diepte]
        titel = TYPES[soort].titel
        if item.notitie and not evl:
            self._vorm.fout(f"{item.pad}.notes", "niet_opgenomen", GEEN_PLAATS)
        if item.itemtype and item.itemtype != titel:
            reden = f"op deze plaats in de boom hoort {citaat(titel)}, er staat {citaat(item.itemtype)}"
            self._vorm.fout(f"{item.pad}.CFItemType", "verkeerde_plaats", reden)
        if item.code and codes.soort_van(item.code) != soort:
            reden = f"hier hoort de code van een {titel if evl else soort}, er staat {citaat(item.code)}"
            self._vorm.fout(f"{item.pad}.humanCodingScheme", "verkeerde_vorm", reden)

    def _controleer(self, band: Band) -> None:
        """Hold isPartOf and precedes against what the codes say: they follow from those, and are not kept."""
        codes_van_band = [self._items[einde].code for einde in (band.van, band.naar)]
        if not all(map(codes.is_code, codes_van_band)):
            return
        van, naar = map(codes.ontleed, codes_van_band)
        if band.soort == "isPartOf":
            goed = (van.soort, naar.soort, van.niveau) == ("leeruitkomst", "evl", naar.niveau)
            hoort = "een leeruitkomst hoort bij de EvL van haar niveau"
        else:
            stap = (naar.niveau or 0) - (van.niveau or 0)
            in_rij = van.soort == "succescriterium" and stap > 0
            goed = (van.soort, van.leerlijn, van.rij) == (naar.soort, naar.leerlijn, naar.rij) and (
                in_rij or (van.soort == "leeruitkomst" and stap == 1)
            )
            hoort = "een leeruitkomst gaat vooraf aan de volgende van haar leerlijn, een criterium aan een later in zijn rij"
        if not goed:
            reden = f"{hoort}; hier staat {citaat(str(van))} {band.soort} {citaat(str(naar))}"
            self._vorm.fout(band.pad, "tegenspraak", reden)
