"""What a CASE file says of a framework beside the tree of its items: in the rest that was written with it, or in its document.

The rest is what CASE has no field for, and what a server may change. A file of foreign make has none: its document then says
what it can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...bestanden.jsonbestand import Jsonbestand
from ...fouten import OngeldigRaamwerk
from ...identiteit import FORMAAT, sleutel_van
from ...velden import SOORTEN, staat
from .delen import ERBIJ, MAG_NIETS_ZIJN, REST, REST_VAN_ITEM, SLEUTEL, ZINNEN
from .vorm import GEEN_PLAATS, dubbele_sleutels, stap, taal_van

if TYPE_CHECKING:
    from .vorm import Item, Vorm

    Deel = dict[str, Any]

_BESTAND = Jsonbestand(OngeldigRaamwerk, ())
_GEEN_OBJECT = "hier hoort een object, er staat {}"


class Rest:
    """What stands beside the tree; its faults go to `vorm`, which hears the language of the framework.

    Attributes:
        velden: fields of the data file, by name.
        paden: where they stand in the CASE file, by their path in the data file.
    """

    def __init__(self, vorm: Vorm, document: Deel, grens: int) -> None:
        self._vorm = vorm
        self._erbij: Deel = {}
        self._pad, gevonden = self._zoek(document, grens)
        self.paden: dict[str, str] = {}
        if self._pad:
            self.velden = self._uit_rest(gevonden)
            vorm.taal = self._taal()
            vorm.in_taal(document, "CFDocument")
        else:
            self.velden = self._uit_document(document)
            vorm.taal = self._taal()

    def van(self, soort: str, item: Item, eigen: str) -> Deel:
        """Return what is said besides of an item, which stands at the path `eigen` in the data file."""
        if item.code not in self._erbij:
            return {}
        pad, erbij = stap(f"{self._pad}.{ERBIJ}", item.code), self._erbij.pop(item.code)
        mag = REST_VAN_ITEM[soort]
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
        for zin in ZINNEN:
            if notitie.startswith(zin):
                if "extensions" in document:
                    vorm.fout("CFDocument.extensions", "niet_opgenomen", GEEN_PLAATS)
                return "CFDocument.notes", self._uit_notitie(notitie.removeprefix(zin), grens)
        if notitie:
            vorm.fout("CFDocument.notes", "niet_opgenomen", GEEN_PLAATS)
        if "extensions" not in document:
            return "", None
        buiten = vorm.deel(document["extensions"], "CFDocument.extensions", {SLEUTEL})
        return (f"CFDocument.extensions.{SLEUTEL}", buiten[SLEUTEL]) if SLEUTEL in buiten else ("", None)

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

    def _uit_document(self, document: Deel) -> Deel:
        """Return what a file of foreign make says: its title, description, date, language and publisher."""
        vorm = self._vorm
        self.paden["datum"] = "CFDocument.lastChangeDateTime"
        titel, datum = document.get("title"), vorm.woord(document, "lastChangeDateTime", "CFDocument")
        inleiding = vorm.tekst(document, "description", "CFDocument", moet=False)
        taal = taal_van(vorm.woord(document, "language", "CFDocument", moet=False)) or "nl"
        if gebrek := SOORTEN["taal"].gebrek(taal):
            vorm.fout("CFDocument.language", *gebrek)
        return {
            "formaat": FORMAAT,
            "sleutel": sleutel_van(str(titel)),
            "datum": datum.partition("T")[0],
            "taal": taal,
            "uitgever": vorm.tekst(document, "publisher", "CFDocument", moet=False) or None,
            "licentie": None,
            "bron": {"titel": titel, "sha256": "", "verwijzingen": [], "verantwoording": [], "op_inhoud_geplaatst": []},
            "inleiding": [{"bij": "beschrijving", "tekst": inleiding}] if inleiding else [],
            "errata": [],
            "vervallen": [],
        }

    def _taal(self) -> str | None:
        """Return the language of the framework; `None` where that is wrong, which is said elsewhere."""
        # The first shape of the rest knew no other language.
        taal = self.velden.get("taal", "nl" if self.velden.get("formaat") == 1 else None)
        return None if SOORTEN["taal"].gebrek(taal) else cast("str", taal)

    def _object(self, waarde: object, pad: str = "") -> Deel:
        """Return an object as it is, of what is none an empty one; that is a fault where a path is given."""
        if isinstance(waarde, dict):
            return cast("Deel", waarde)
        if pad:
            self._vorm.fout(pad, "verkeerd_type", _GEEN_OBJECT.format(staat(waarde)))
        return {}
