"""What a CASE file says of a framework beside the tree of its items: in the rest that was written with it, or in its document.

The rest is what CASE has no field for, and what a server may change. A file of foreign make has none: its document then says
what it can, and who reads it says what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from ...bestanden.jsonbestand import Jsonbestand
from ...fouten import OngeldigRaamwerk
from ...identiteit import FORMAAT, sleutel_van
from ...model import NIET_VERMELD
from ...velden import SOORTEN, staat, tekstfout
from ...zinnen import citaat
from .delen import (
    AANDUIDING,
    ERBIJ,
    LANGSTE_TITEL,
    LANGSTE_VERSIE,
    MAG_NIETS_ZIJN,
    REST,
    REST_VAN_ITEM,
    SLEUTEL,
    ZINNEN,
)
from .verslag import schoon
from .vorm import GEEN_PLAATS, als_object, datum_van, dubbele_sleutels, naam_van_link, stap, taal_van, zelfde_taal

if TYPE_CHECKING:
    from .vorm import Vorm

    Deel = dict[str, Any]

_BESTAND = Jsonbestand(OngeldigRaamwerk, ())
_INLEIDING = {"description": "beschrijving", "notes": "opmerking"}
"""What a document says ahead of its items, by what it is about."""
EERSTE_VERSIE = "1.0"
_GEEN_OBJECT = "hier hoort een object, er staat {}"


class Rest:
    """What stands beside the tree; its faults go to `vorm`.

    Attributes:
        is_eigen: whether there is a rest: then the file is one of ours.
        velden: fields of the data file, by name.
        paden: where they stand in the CASE file, by their path in the data file.
    """

    def __init__(self, vorm: Vorm, pakket: Deel, document: Deel, grens: int, gegeven: Mapping[str, str]) -> None:
        """Read it; what `gegeven` says of the framework goes before what the package says."""
        self._vorm = vorm
        self._gegeven = gegeven
        self._erbij: Deel = {}
        self._pad, gevonden = self._zoek(document, grens)
        self.is_eigen = bool(self._pad)
        self.paden: dict[str, str] = {}
        self.velden = self._uit_rest(gevonden) if self.is_eigen else self._uit_document(pakket, document)
        self.velden |= {"naam": self._naam(), "versie": self._versie(document), **gegeven}
        self.paden |= {naam: naam for naam in gegeven}
        if self.is_eigen:
            self._zelfde_taal(document)
            self._zelfde("licentie", "licenseURI", self._licentie(pakket, document))
            self._zelfde("uitgever", "publisher", vorm.tekst(document, "publisher", "CFDocument", moet=False))

    def tel_items(self, document: Deel) -> None:
        """Count items with another language or licence than the framework: that has one of each."""
        hier = naam_van_link(document.get("licenseURI"))
        for ander, keer in self._vorm.licenties.items():
            if ander != hier:
                self._vorm.verslag.over("licenseURI van een item", keer)
        taal = self.velden.get("taal")
        for ander, keer in self._vorm.talen.items():
            if isinstance(taal, str) and not zelfde_taal(ander, taal):
                self._vorm.verslag.over(f"language {citaat(ander)}: het raamwerk is in {citaat(taal)}", keer)

    def van(self, soort: str, code: str, eigen: str) -> Deel:
        """Return what is said besides of the item with this code, which stands at the path `eigen` in the data file."""
        if code not in self._erbij:
            return {}
        pad, erbij = stap(f"{self._pad}.{ERBIJ}", code), self._erbij.pop(code)
        mag = (*REST_VAN_ITEM[soort], *((AANDUIDING,) if soort == "leeruitkomst" else ()))
        for naam in self._object(erbij, pad):
            if naam in mag:
                self.paden[f"{eigen}.{naam}"] = stap(pad, naam)
            else:
                self._vorm.fout(stap(pad, naam), "niet_opgenomen", GEEN_PLAATS)
        return {naam: deel for naam, deel in self._object(erbij).items() if naam in mag}

    def over(self) -> None:
        """Note what is said of codes that no item has: to be asked when all items have had theirs."""
        for code in self._erbij:
            self._vorm.fout(
                stap(f"{self._pad}.{ERBIJ}", code),
                "bestaat_niet",
                "geen leerlijn, leeruitkomst of succescriterium in dit bestand heeft deze code",
            )

    def _zoek(self, document: Deel, grens: int) -> tuple[str, object]:
        """Return where the rest stands and what is there; an empty path where there is none."""
        vorm = self._vorm
        notitie = vorm.woord(document, "notes", "CFDocument", moet=False)
        gelezen: object = document.get("extensions", {})
        extensies = {naam: deel for naam, deel in als_object(gelezen).items() if deel not in (None, {}, [], "")}
        if not isinstance(gelezen, dict):
            vorm.verslag.over("extensions (CFDocument)")
        for naam in extensies:
            if naam != SLEUTEL:
                vorm.verslag.over(f"{stap('', naam)} (CFDocument.extensions)")
        for zin in ZINNEN:
            if notitie.startswith(zin):
                if SLEUTEL in extensies:
                    reden = "wat CASE niet kent staat ook in CFDocument.notes; een van beide kan maar gelden"
                    vorm.fout(f"CFDocument.extensions.{SLEUTEL}", "tegenspraak", reden)
                return "CFDocument.notes", self._uit_notitie(notitie.removeprefix(zin), grens)
        if SLEUTEL not in extensies:
            return "", None
        if notitie:
            vorm.verslag.over("notes (CFDocument)")
        return f"CFDocument.extensions.{SLEUTEL}", extensies[SLEUTEL]

    def _uit_notitie(self, als_json: str, grens: int) -> object:
        try:
            rest = _BESTAND.lees(als_json.encode("utf-8", "surrogatepass"), grens)
        except OngeldigRaamwerk as fout:
            eerste = fout.bevindingen[0]
            self._vorm.fout("CFDocument.notes", eerste.soort, f"de JSON {eerste.reden}")
            return {}
        for fout_in_rest in dubbele_sleutels(rest):
            self._vorm.fout("CFDocument.notes", fout_in_rest.soort, str(fout_in_rest))
        return rest

    def _uit_rest(self, rest: object) -> Deel:
        velden = dict(self._object(rest, self._pad))
        self.paden |= {naam: f"{self._pad}.{naam}" for naam in REST}
        for naam in velden:
            if naam not in REST:
                self._vorm.fout(stap(self._pad, naam), "niet_opgenomen", GEEN_PLAATS)
        self._erbij = dict(self._object(velden.pop(ERBIJ, {}), f"{self._pad}.{ERBIJ}"))
        # CASE has no nulls: what is not stated is left out.
        return velden if velden.get("formaat") == 1 else {**dict.fromkeys(MAG_NIETS_ZIJN), **velden}

    def _uit_document(self, pakket: Deel, document: Deel) -> Deel:
        """Return what a file of foreign make says: its title, description, date, language, publisher and licence."""
        vorm = self._vorm
        self.paden["datum"] = "CFDocument.lastChangeDateTime"
        naam = self._gegeven.get("naam", vorm.titel)
        datum = datum_van(document.get("lastChangeDateTime")) or vorm.laatst
        if not datum:
            reden = "het pakket zegt niet van wanneer het is; geef dat op met datum= (--datum)"
            vorm.fout("CFDocument.lastChangeDateTime", "ontbreekt", reden)
        noten = [(bij, vorm.tekst(document, veld, "CFDocument", moet=False)) for veld, bij in _INLEIDING.items()]
        maker = vorm.tekst(document, "creator", "CFDocument", moet=False)
        if maker != NIET_VERMELD:
            vorm.verslag.zin("maker", maker)
        adres = vorm.tekst(document, "officialSourceURL", "CFDocument", moet=False)
        bron = {"titel": vorm.titel, "sha256": "", "verwijzingen": [adres] if adres else [], "op_inhoud_geplaatst": []}
        return {
            "formaat": FORMAAT,
            "sleutel": sleutel_van(naam if tekstfout(naam) is None else None),
            "datum": datum,
            "taal": self._taal_van(document),
            "uitgever": vorm.tekst(document, "publisher", "CFDocument", moet=False) or None,
            "licentie": self._licentie(pakket, document),
            "bron": {**bron, "verantwoording": []},
            "inleiding": [{"bij": bij, "tekst": tekst} for bij, tekst in noten if tekst],
            "errata": [],
            "vervallen": [],
        }

    def _naam(self) -> object:
        """Return the title, or of one that OpenSALT cut what the rest says it was."""
        titel, heel = self._vorm.titel, self.velden.get("naam")
        begin = titel.rstrip("….").rstrip()
        gekort = isinstance(heel, str) and len(begin) > LANGSTE_TITEL - 10 and heel.startswith(begin)
        if "naam" in self.velden and (gekort or not isinstance(heel, str)):
            return heel
        self.paden["naam"] = "CFDocument.title"
        return titel

    def _versie(self, document: Deel) -> str:
        """Return the version; of foreign make one in another form is written in ours, and without one it is the first."""
        versie = self._vorm.woord(document, "version", "CFDocument", moet=False)
        if self.is_eigen or "versie" in self._gegeven or SOORTEN["versie"].gebrek(versie) is None:
            return versie
        kaal = re.sub("[^0-9A-Za-z.+_-]+", "-", versie).strip("-.+_")[:LANGSTE_VERSIE] or EERSTE_VERSIE
        self._vorm.verslag.zin("aangevuld", f"de versie: {kaal}" + (f" (er staat {citaat(versie)})" if versie else ""))
        return kaal

    def _taal_van(self, document: Deel) -> str:
        """Return the language of the document, else that of all its items, else Dutch."""
        vorm = self._vorm
        taal = taal_van(vorm.woord(document, "language", "CFDocument", moet=False))
        if not taal and "taal" not in self._gegeven:
            taal = next(iter(vorm.talen)) if len(vorm.talen) == 1 else "nl"
            vorm.verslag.zin("aangevuld", f"de taal van het raamwerk: {citaat(taal)}")
        if (gebrek := SOORTEN["taal"].gebrek(taal)) and "taal" not in self._gegeven:
            vorm.fout("CFDocument.language", *gebrek)
        return taal

    def _licentie(self, pakket: Deel, document: Deel) -> str | None:
        """Return the licence of the document by its name; count those of items that have another."""
        vorm, link = self._vorm, als_object(document.get("licenseURI"))
        hier = naam_van_link(link)
        namen = [str(link.get("title") or "")]
        for licentie in licenties(pakket):
            if hier and naam_van_link(licentie) == hier:
                namen.insert(0, str(licentie.get("title") or ""))
                if licentie.get("licenseText", namen[0]) not in ("", namen[0]):
                    vorm.verslag.over("licenseText (CFLicense)")
            else:
                vorm.verslag.over("CFLicense")
        return next((naam for naam in map(schoon, [*namen, str(link.get("uri") or "")]) if naam), None)

    def _zelfde(self, naam: str, veld: str, hier: str | None) -> None:
        """Take licence or publisher of the document where the rest states none, and count it where it is another."""
        if naam in self.velden:  # the first shape of the rest knew neither
            eigen = self.velden[naam]
            self.velden[naam] = eigen or hier or None
            if eigen and hier and eigen != hier and naam not in self._gegeven:
                self._vorm.verslag.over(f"{veld} {citaat(hier)}: het raamwerk heeft {citaat(eigen)}")

    def _zelfde_taal(self, document: Deel) -> None:
        """Hold the language of the document against that of the rest."""
        # The first shape of the rest knew no other language.
        taal = self.velden.get("taal", "nl" if self.velden.get("formaat") == 1 else None)
        ander = taal_van(self._vorm.woord(document, "language", "CFDocument", moet=False))
        if isinstance(taal, str) and ander and SOORTEN["taal"].gebrek(taal) is None and not zelfde_taal(ander, taal):
            reden = f"hier hoort {citaat(taal)}, er staat {citaat(ander)}"
            self._vorm.fout("CFDocument.language", "tegenspraak", reden)

    def _object(self, waarde: object, pad: str = "") -> Deel:
        """Return an object as it is, of what is none an empty one; that is a fault where a path is given."""
        if isinstance(waarde, dict):
            return cast("Deel", waarde)
        if pad:
            self._vorm.fout(pad, "verkeerd_type", _GEEN_OBJECT.format(staat(waarde)))
        return {}


def licenties(pakket: Deel) -> Iterator[Deel]:
    """Yield the licences that a package defines."""
    lijst: object = als_object(pakket.get("CFDefinitions")).get("CFLicenses")
    yield from filter(None, map(als_object, cast("list[object]", lijst) if isinstance(lijst, list) else ()))
