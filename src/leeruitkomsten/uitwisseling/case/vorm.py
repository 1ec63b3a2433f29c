"""The shape of a CASE file from outside: what stands in it as records, and what stands there that is wrong or has no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import attrs

from ...bestanden.jsonbestand import MetDubbeleSleutels
from ...fouten import Bevinding, Bevindingsoort
from ...velden import staat, tekstfout
from ...zinnen import ZEER_GROOT, citaat
from .verslag import Verslag, schoon

Deel = dict[str, Any]

GEEN_PLAATS = "hiervoor heeft een raamwerk geen plaats"
ONTBREEKT = "deze sleutel ontbreekt"
_MEESTE_DUBBELE = 1000
_MEESTE_FOUTEN = 10_000
_UUID = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

# Of each object the keys that are read, and those that say nothing about the framework and are passed over.
_BEHEER = {
    "@context", "type", "uri", "lastChangeDateTime", "CFDocumentURI", "statusStartDate", "associationSet", "identifier",
}  # fmt: skip
_PAKKET = {"@context", "type", "uri", "CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics"}
_DOCUMENT = _BEHEER | {
    "title", "version", "language", "description", "notes", "extensions", "caseVersion", "frameworkType", "creator",
    "publisher", "adoptionStatus", "officialSourceURL", "CFPackageURI", "licenseURI", "statusEndDate",
}  # fmt: skip
_ITEM = _BEHEER | {
    "humanCodingScheme", "fullStatement", "abbreviatedStatement", "notes", "language", "CFItemType", "CFItemTypeURI",
    "statusEndDate", "licenseURI",
}  # fmt: skip
_BAND = _BEHEER | {"associationType", "originNodeURI", "destinationNodeURI", "sequenceNumber", "notes"}
_DATUM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9]).*", re.DOTALL)
TALEN = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "cym": "cy", "wel": "cy", "dan": "da", "deu": "de",
    "ger": "de", "ell": "el", "gre": "el", "eng": "en", "est": "et", "eus": "eu", "baq": "eu", "fas": "fa", "per": "fa",
    "fin": "fi", "fra": "fr", "fre": "fr", "fry": "fy", "gle": "ga", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu",
    "ind": "id", "isl": "is", "ice": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "ltz": "lb",
    "mlt": "mt", "nld": "nl", "dut": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
    "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "alb": "sq", "srp": "sr", "swe": "sv", "tur": "tr",
    "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh", "chi": "zh",
}  # fmt: skip
"""Languages by their three letters (ISO 639-2), which BCP 47 writes with two."""


@attrs.frozen
class Item:
    """A CFItem, with its path. What is missing or wrong is an empty text; `einde` is the date on which it ended."""

    pad: str
    identifier: str
    code: str
    tekst: str
    kort: str
    itemtype: str
    notitie: str
    einde: str


@attrs.frozen
class Band:
    """A CFAssociation, with its path: its type, and the identifiers that it goes from and to."""

    pad: str
    soort: str
    van: str
    naar: str
    nummer: float | None


class Vorm:
    """Takes plain data apart, and collects every fault in their shape in `fouten`; what has no place goes to `verslag`.

    Attributes:
        fouten: the faults so far.
        verslag: what was left out, filled in or changed.
        titel: of the document.
        talen, licenties: the languages and licences that items say they have, and how many do.
        laatst: the date of the version, or where that is not given the last day on which something in the package was changed.
    """

    def __init__(self, datum: str | None = None) -> None:
        self.fouten: list[Bevinding] = []
        self.verslag = Verslag()
        self.talen: Counter[str] = Counter()
        self.licenties: Counter[str] = Counter()
        self.titel = ""
        self._gegeven = datum is not None
        self.laatst = datum or ""

    def fout(self, pad: str, soort: Bevindingsoort, reden: str) -> None:
        """Note a fault; of a file with very many the rest is not: it is of another kind."""
        if len(self.fouten) < _MEESTE_FOUTEN:
            self.fouten.append(Bevinding(pad, soort, reden))

    def deel(self, waarde: object, pad: str, mag: set[str] | None = None, wat: str = "") -> Deel:
        """Return an object without its empty values; of what is none, an empty one. Keys outside `mag` have no place.

        They are counted as keys of `wat`.
        """
        if not isinstance(waarde, dict):
            self.fout(pad or "het bestand", "verkeerd_type", f"hier hoort een object, er staat {staat(waarde)}")
            return {}
        gevuld = {naam: deel for naam, deel in cast("Deel", waarde).items() if deel not in (None, [], {}, "")}
        for naam in gevuld:
            # An address besides a text (`subjectURI`) is not counted as something else.
            if mag is not None and naam not in mag and naam.removesuffix("URI") not in gevuld.keys() - {naam}:
                self.verslag.over(f"{stap('', naam)}{wat}")
        self._veranderd(gevuld)
        return gevuld

    def _veranderd(self, deel: Deel) -> None:
        datum = datum_van(deel.get("lastChangeDateTime"))
        if datum and not self._gegeven:
            self.laatst = max(self.laatst, datum)

    def lijst(self, van: Deel, naam: str, pad: str = "") -> list[Any]:
        """Return a list of an object; an empty one when there is none."""
        if isinstance(van.get(naam, []), list):
            waarde: list[Any] = van.get(naam, [])
            return waarde
        reden = f"hier hoort een lijst, er staat {staat(van[naam])}"
        self.fout(f"{pad}.{naam}" if pad else naam, "verkeerd_type", reden)
        return []

    def getal(self, van: Deel, naam: str, pad: str) -> float | None:
        """Return a number of an object; `None` when there is none."""
        nummer = van.get(naam)
        if nummer is None or (type(nummer) in (int, float) and abs(nummer) < ZEER_GROOT):
            return nummer
        self.fout(f"{pad}.{naam}", "verkeerd_type", f"hier hoort een getal, er staat {staat(nummer)}")
        return None

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
        """Return a text as a framework can have it: on one line, without white space or characters that are not seen."""
        waarde = self.woord(van, naam, pad, moet=moet)
        if not waarde or tekstfout(waarde) is None:
            return waarde
        regel = schoon(waarde)
        if regel != waarde:
            self.verslag.gewijzigd("witruimte, regeleinden en tekens die niet te zien zijn")
        fout = tekstfout(regel)
        if fout and (regel or moet):
            self.fout(f"{pad}.{naam}", *fout)
            return ""
        return regel

    def identifier(self, van: Deel, pad: str) -> str:
        """Return the identifier of an object."""
        waarde = self.woord(van, "identifier", pad)
        if waarde and not _UUID.fullmatch(waarde):
            self.fout(f"{pad}.identifier", "verkeerde_vorm", f"hier hoort een UUID, er staat {citaat(waarde)}")
        return waarde.lower()

    def pakket(self, gegevens: object) -> Deel:
        """Return the package as an object, taken out of its wrapper if it has one."""
        self.fouten += dubbele_sleutels(gegevens)
        om = als_object(gegevens)
        if "CFDocument" not in om and "CFPackage" in om:
            gegevens = self.deel(om, "", {"CFPackage"}).get("CFPackage")
        return self.deel(gegevens, "", _PAKKET)

    def document(self, pakket: Deel) -> Deel:
        """Return the document: a title at least."""
        if "CFDocument" not in pakket:
            if "leerlijnen" in pakket:
                self.fout("het bestand", "onleesbaar", "is een raamwerk, geen CASE-pakket; lees het met lees(…)")
            elif not self.fouten or self.fouten[0].pad != "het bestand":
                self.fout("CFDocument", "ontbreekt", ONTBREEKT)
            return {}
        document = self.deel(pakket["CFDocument"], "CFDocument", _DOCUMENT, " (CFDocument)")
        if isinstance(pakket["CFDocument"], dict):
            self.identifier(document, "CFDocument")
            self.titel = self.tekst(document, "title", "CFDocument")
            if (versie := document.get("caseVersion", "1.1")) not in ("1.1", "1.0"):
                reden = f"hier hoort '1.1', of niets in CASE 1.0, er staat {staat(versie)}"
                self.fout("CFDocument.caseVersion", "verkeerde_waarde", reden)
        return document

    def items(self, pakket: Deel) -> Iterator[Item]:
        """Yield the items."""
        for plaats, waarde in enumerate(self.lijst(pakket, "CFItems")):
            pad = f"CFItems[{plaats}]"
            item = self.deel(waarde, pad, _ITEM)
            if isinstance(waarde, dict):
                if "licenseURI" in item:
                    self.licenties[naam_van_link(item["licenseURI"])] += 1
                if taal := self.woord(item, "language", pad, moet=False):
                    self.talen[taal_van(taal)] += 1
                yield Item(
                    pad,
                    self.identifier(item, pad),
                    self.woord(item, "humanCodingScheme", pad, moet=False),
                    self.tekst(item, "fullStatement", pad, moet=not item.get("abbreviatedStatement")),
                    self.tekst(item, "abbreviatedStatement", pad, moet=False),
                    self._itemtype(item, pad),
                    self.tekst(item, "notes", pad, moet=False),
                    self._einde(item, pad),
                )

    def _itemtype(self, item: Deel, pad: str) -> str:
        if "CFItemType" in item:
            return self.woord(item, "CFItemType", pad)
        return self.woord(als_object(item.get("CFItemTypeURI")), "title", f"{pad}.CFItemTypeURI", moet=False)

    def _einde(self, item: Deel, pad: str) -> str:
        einde = self.woord(item, "statusEndDate", pad, moet=False)
        if einde and not datum_van(einde):
            reden = f"hier hoort een datum (jjjj-mm-dd), er staat {citaat(einde)}"
            self.fout(f"{pad}.statusEndDate", "verkeerde_vorm", reden)
        return datum_van(einde)

    def banden(self, pakket: Deel) -> Iterator[Band]:
        """Yield the associations."""
        for plaats, waarde in enumerate(self.lijst(pakket, "CFAssociations")):
            pad = f"CFAssociations[{plaats}]"
            band = self.deel(waarde, pad, _BAND, " (CFAssociation)")
            if isinstance(waarde, dict):
                van, naar = (self._knoop(band, naam, pad) for naam in ("originNodeURI", "destinationNodeURI"))
                yield Band(
                    pad, self.woord(band, "associationType", pad), van, naar, self.getal(band, "sequenceNumber", pad)
                )

    def _knoop(self, band: Deel, naam: str, pad: str) -> str:
        if naam not in band:
            self.fout(f"{pad}.{naam}", "ontbreekt", ONTBREEKT)
            return ""
        knoop = self.deel(band[naam], f"{pad}.{naam}")
        return self.woord(knoop, "identifier", f"{pad}.{naam}").lower() if isinstance(band[naam], dict) else ""


def als_object(waarde: object) -> Deel:
    """Return an object as it is; of what is none an empty one."""
    return cast("Deel", waarde) if isinstance(waarde, dict) else {}


def naam_van_link(link: object) -> str:
    """Return by what a link is told apart from others: its identifier, or else its address."""
    velden = als_object(link)
    return str(velden.get("identifier") or velden.get("uri") or "")


def datum_van(moment: object) -> str:
    """Return the day of a moment, as `2026-11-24`; nothing of what is none."""
    gevonden = _DATUM.fullmatch(moment) if type(moment) is str else None
    return gevonden[1] if gevonden else ""


def taal_van(language: str) -> str:
    """Return a language as BCP 47 writes it: some systems write `nl_NL`, or `nld`.

    >>> taal_van("nld"), taal_van("en_GB")
    ('nl', 'en-GB')
    """
    hoofd, streep, rest = language.strip().replace("_", "-").partition("-")
    return f"{TALEN.get(hoofd.lower(), hoofd)}{streep}{rest}"


def zelfde_taal(een: str, ander: str) -> bool:
    """Say whether two languages are the same, but for region and script."""
    return een.partition("-")[0].lower() == ander.partition("-")[0].lower()


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
