"""The shape of a CASE file from outside: what stands in it as records, and what stands there that is wrong or has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import attrs

from ...bestanden.jsonbestand import MetDubbeleSleutels
from ...fouten import Bevinding, Bevindingsoort, citaat
from ...velden import staat, tekstfout

Deel = dict[str, Any]

GEEN_PLAATS = "hiervoor heeft een raamwerk geen plaats"
ONTBREEKT = "deze sleutel ontbreekt"
_MEESTE_DUBBELE = 1000
_MEESTE_FOUTEN = 10_000
_UUID = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

# Of each object the keys that are read, and those that say nothing about the framework and are passed over.
_PAKKET = {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions"}
_BEHEER = {"uri", "lastChangeDateTime", "CFDocumentURI", "statusStartDate", "statusEndDate"}
_DOCUMENT = _BEHEER | {
    "identifier", "title", "version", "language", "description", "notes", "extensions", "caseVersion", "frameworkType",
    "creator", "publisher", "adoptionStatus", "officialSourceURL", "CFPackageURI",
}  # fmt: skip
_ITEM = _BEHEER | {
    "identifier", "humanCodingScheme", "fullStatement", "notes", "language", "CFItemType", "CFItemTypeURI",
}  # fmt: skip
_BAND = _BEHEER | {
    "identifier", "associationType", "originNodeURI", "destinationNodeURI", "sequenceNumber", "notes",
}  # fmt: skip


@attrs.frozen
class Item:
    """A CFItem, with its path. What is missing or wrong is an empty text: the fault has been named."""

    pad: str
    identifier: str
    code: str
    tekst: str
    itemtype: str
    notitie: str


@attrs.frozen
class Band:
    """A CFAssociation, with its path: its type, and the identifiers that it goes from and to."""

    pad: str
    soort: str
    van: str
    naar: str
    nummer: int | None


class Vorm:
    """Takes plain data apart, and collects every fault in their shape in `fouten`.

    Attributes:
        fouten: the faults so far.
        taal: the language of the framework; `None` as long as it is not known.
    """

    def __init__(self) -> None:
        self.fouten: list[Bevinding] = []
        self.taal: str | None = None

    def fout(self, pad: str, soort: Bevindingsoort, reden: str) -> None:
        """Note a fault; of a file with very many the rest is not: it is of another kind."""
        if len(self.fouten) < _MEESTE_FOUTEN:
            self.fouten.append(Bevinding(pad, soort, reden))

    def deel(self, waarde: object, pad: str, mag: set[str] | frozenset[str] | None = None) -> Deel:
        """Return an object without its empty values; of what is none, an empty one. Keys outside `mag` have no place."""
        if not isinstance(waarde, dict):
            self.fout(pad or "het bestand", "verkeerd_type", f"hier hoort een object, er staat {staat(waarde)}")
            return {}
        gevuld = {naam: deel for naam, deel in cast("Deel", waarde).items() if deel not in (None, [], {}, "")}
        for naam in gevuld:
            if mag is not None and naam not in mag:
                self.fout(stap(pad, naam), "niet_opgenomen", GEEN_PLAATS)
        return gevuld

    def lijst(self, van: Deel, naam: str) -> list[Any]:
        """Return a list of the package; an empty one when there is none."""
        if isinstance(van.get(naam, []), list):
            waarde: list[Any] = van.get(naam, [])
            return waarde
        self.fout(naam, "verkeerd_type", f"hier hoort een lijst, er staat {staat(van[naam])}")
        return []

    def woord(self, van: Deel, naam: str, pad: str, *, moet: bool = True) -> str:
        """Return a text of an object, whatever it says."""
        waarde = van.get(naam)
        if type(waarde) is str:
            return waarde
        if naam in van:
            self.fout(f"{pad}.{naam}", "verkeerd_type", f"hier hoort tekst, er staat {staat(waarde)}")
        elif moet:
            self.fout(f"{pad}.{naam}", "ontbreekt", ONTBREEKT)
        return ""

    def tekst(self, van: Deel, naam: str, pad: str, *, moet: bool = True) -> str:
        """Return a text that a framework can have as it stands."""
        waarde = self.woord(van, naam, pad, moet=moet)
        if waarde and (fout := tekstfout(waarde)):
            self.fout(f"{pad}.{naam}", *fout)
        return waarde

    def identifier(self, van: Deel, pad: str) -> str:
        """Return the identifier of an object."""
        waarde = self.woord(van, "identifier", pad)
        if waarde and not _UUID.fullmatch(waarde):
            self.fout(f"{pad}.identifier", "verkeerde_vorm", f"hier hoort een UUID, er staat {citaat(waarde)}")
        return waarde.lower()

    def in_taal(self, van: Deel, pad: str) -> None:
        """Note a language other than that of the framework; its region and script do not matter."""
        waarde = self.woord(van, "language", pad, moet=False)
        if waarde and self.taal and _hoofdtaal(waarde) != _hoofdtaal(self.taal):
            self.fout(f"{pad}.language", "tegenspraak", f"hier hoort {citaat(self.taal)}, er staat {citaat(waarde)}")

    def pakket(self, gegevens: object) -> Deel:
        """Return the package as an object, once its definitions hold item types only."""
        self.fouten += dubbele_sleutels(gegevens)
        pakket = self.deel(gegevens, "", _PAKKET)
        if "CFDefinitions" in pakket:
            self.deel(pakket["CFDefinitions"], "CFDefinitions", {"CFItemTypes"})
        return pakket

    def document(self, pakket: Deel) -> Deel:
        """Return the document: a title and a version at least."""
        if "CFDocument" not in pakket:
            if not self.fouten or self.fouten[0].pad != "het bestand":
                self.fout("CFDocument", "ontbreekt", ONTBREEKT)
            return {}
        document = self.deel(pakket["CFDocument"], "CFDocument", _DOCUMENT)
        if isinstance(pakket["CFDocument"], dict):
            self.identifier(document, "CFDocument")
            self.tekst(document, "title", "CFDocument")
            self.tekst(document, "version", "CFDocument")
            if (versie := document.get("caseVersion", "1.1")) != "1.1":
                reden = f"hier hoort '1.1', of niets in CASE 1.0, er staat {staat(versie)}"
                self.fout("CFDocument.caseVersion", "verkeerde_waarde", reden)
        return document

    def items(self, pakket: Deel) -> Iterator[Item]:
        """Yield the items."""
        for plaats, waarde in enumerate(self.lijst(pakket, "CFItems")):
            pad = f"CFItems[{plaats}]"
            item = self.deel(waarde, pad, _ITEM)
            if isinstance(waarde, dict):
                self.in_taal(item, pad)
                yield Item(
                    pad,
                    self.identifier(item, pad),
                    self.woord(item, "humanCodingScheme", pad),
                    self.tekst(item, "fullStatement", pad),
                    self.woord(item, "CFItemType", pad, moet=False),
                    self.tekst(item, "notes", pad, moet=False),
                )

    def banden(self, pakket: Deel) -> Iterator[Band]:
        """Yield the associations."""
        for plaats, waarde in enumerate(self.lijst(pakket, "CFAssociations")):
            pad = f"CFAssociations[{plaats}]"
            band = self.deel(waarde, pad, _BAND)
            if isinstance(waarde, dict):
                van, naar = (self._knoop(band, naam, pad) for naam in ("originNodeURI", "destinationNodeURI"))
                yield Band(pad, self.woord(band, "associationType", pad), van, naar, self._nummer(band, pad))

    def _knoop(self, band: Deel, naam: str, pad: str) -> str:
        if naam not in band:
            self.fout(f"{pad}.{naam}", "ontbreekt", ONTBREEKT)
            return ""
        knoop = self.deel(band[naam], f"{pad}.{naam}")
        return self.woord(knoop, "identifier", f"{pad}.{naam}").lower() if isinstance(band[naam], dict) else ""

    def _nummer(self, band: Deel, pad: str) -> int | None:
        nummer = band.get("sequenceNumber")
        if nummer is None or type(nummer) is int:
            return nummer
        self.fout(f"{pad}.sequenceNumber", "verkeerd_type", f"hier hoort een geheel getal, er staat {staat(nummer)}")
        return None


def taal_van(language: str) -> str:
    """Return a language as BCP 47 writes it: some systems write `nl_NL`."""
    return language.replace("_", "-")


def _hoofdtaal(taal: str) -> str:
    return taal_van(taal).partition("-")[0].lower()


def stap(pad: str, naam: str) -> str:
    """Return the path of a key; one that is no plain word is quoted, so that it can be seen."""
    if not naam.isidentifier() or citaat(naam) != f"'{naam}'":
        return f"{pad}[{citaat(naam)}]"
    return f"{pad}.{naam}" if pad else naam


def dubbele_sleutels(gegevens: object) -> list[Bevinding]:
    """Return where a key stands more than once, anywhere in the file."""
    fouten: list[Bevinding] = []
    # A path is made for a fault only: of a deep file the paths would take more room than the file.
    stapel: list[tuple[Any, object]] = [(None, gegevens)]
    while stapel and len(fouten) < _MEESTE_DUBBELE:
        weg, deel = stapel.pop()
        if isinstance(deel, MetDubbeleSleutels):
            namen = " en ".join(map(citaat, deel.dubbel[:3]))
            reden = f"sleutel {namen} staat er meer dan eens"
            fouten.append(Bevinding(_pad(weg) or "het bestand", "dubbele_sleutel", reden))
        if isinstance(deel, dict):
            stapel += [
                ((weg, naam), kind) for naam, kind in cast("Deel", deel).items() if isinstance(kind, dict | list)
            ]
        elif isinstance(deel, list):
            kinderen = enumerate(cast("list[object]", deel))
            stapel += [((weg, plaats), kind) for plaats, kind in kinderen if isinstance(kind, dict | list)]
    return fouten


def _pad(weg: Any) -> str:
    stappen: list[str | int] = []
    while weg is not None:
        weg, naam = weg
        stappen.append(naam)
    pad = ""
    for naam in reversed(stappen):
        pad = f"{pad}[{naam}]" if isinstance(naam, int) else stap(pad, naam)
    return pad
