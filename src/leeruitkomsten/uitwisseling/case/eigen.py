"""A tree that has the codes of a framework: what we wrote, or what another made like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from ... import codes
from ...codes import HOOGSTE_RIJ
from ...velden import MEESTE_UITKOMSTEN
from ...zinnen import citaat
from .boom import Boom
from .delen import AANDUIDING, BEGELEIDING, TYPES
from .indeling import PER_DIEPTE, noem_types, soort_van_type
from .plaatsing import leerlijncodes
from .rest import Rest
from .verslag import ZONDER_NAAM, schoon
from .vervallen import vervallen
from .vorm import Band, Item, Vorm, als_object

Deel = dict[str, Any]
_TE_DIEP = "te diep"


class Eigen:
    """Reads such a tree; its faults go to `vorm`, and where its parts stand to `rest.paden`."""

    def __init__(self, vorm: Vorm, boom: Boom, rest: Rest, typen: dict[str, str]) -> None:
        self._vorm = vorm
        self._boom = boom
        self._rest = rest
        self._typen = typen
        self._soort: dict[str, str] = {}
        self._code: dict[str, str] = {}
        self._evl_van: dict[str, tuple[int]] = {}

    def gegevens(self, versie: str) -> Deel:
        """Return niveaus, leerlijnen and ended codes as the data file has them."""
        self._deel_in()
        self._vul_codes_aan()
        for band in self._boom.banden:
            self._controleer(band)
        noem_types(self._vorm, (i.itemtype for i in self._boom.levend() if i.itemtype not in self._typen))
        niveaus = self._niveaus()
        top = [item for item in self._levend(self._boom.top()) if self._soort[item.identifier] == "leerlijn"]
        if len(niveaus) * len(top) > MEESTE_UITKOMSTEN:
            self._vorm.fout(
                "CFItems", "te_groot", f"{len(top)} leerlijnen × {len(niveaus)} niveaus; dat zijn er te veel"
            )
            return {}
        lijnen = [self._leerlijn(item, f"leerlijnen[{n}]", niveaus) for n, item in enumerate(top)]
        self._rest.over()
        return {"niveaus": niveaus, "leerlijnen": lijnen, **self._vervallen(versie)}

    def _levend(self, items: Iterable[Item]) -> list[Item]:
        return [item for item in items if item.identifier not in self._boom.beeindigd]

    def _deel_in(self) -> None:
        """Give every item its soort, by its depth, and its code where that has the form of that soort."""
        per_code: dict[str, Item] = {}
        for item in self._boom.levend():
            self._plaats(item)
            code = self._code[item.identifier]
            if code and (ander := per_code.setdefault(code, item)) is not item:
                reden = f"{citaat(code)} staat ook bij {ander.pad}"
                self._vorm.fout(f"{item.pad}.humanCodingScheme", "dubbel", reden)

    def _plaats(self, item: Item) -> None:
        diepte, ouder = self._boom.diepte[item.identifier], self._boom.ouder(item)
        boven = self._soort[ouder.identifier] if ouder else ""
        if boven == "evl" or diepte > len(PER_DIEPTE):
            self._soort[item.identifier], self._code[item.identifier] = _TE_DIEP, ""
            waar = "een kind van een EvL" if boven == "evl" else f"op diepte {diepte} van de boom"
            reden = f"is {waar}; een raamwerk heeft drie lagen, en een EvL heeft geen kinderen"
            self._vorm.fout(item.pad, "niet_opgenomen", reden)
            return
        gezegd = soort_van_type(item, diepte, self._typen)
        evl = diepte == 1 and (gezegd == "evl" or codes.soort_van(item.code) == "evl")
        soort = self._soort[item.identifier] = "evl" if evl else PER_DIEPTE[diepte - 1]
        titel = TYPES[soort].titel
        if gezegd not in (None, soort):
            reden = f"op deze plaats in de boom hoort {citaat(titel)}, er staat {citaat(item.itemtype)}"
            self._vorm.fout(f"{item.pad}.CFItemType", "verkeerde_plaats", reden)
        self._code[item.identifier] = item.code if codes.soort_van(item.code) == soort else ""

    def _vul_codes_aan(self) -> None:
        """Give items without a code one: by what hangs under them, or else the next one in their place."""
        boom, zonder = self._boom, [item for item in self._boom.levend() if not self._code[item.identifier]]
        gebruikt = {*self._code.values()}
        for band in boom.banden:
            if band.soort == "isPartOf" and (evl := codes.als_code(self._code.get(band.naar, ""))) and evl.niveau:
                self._evl_van[band.van] = (evl.niveau,)
        for item in zonder:
            soort = self._soort[item.identifier]
            if soort in ("leerlijn", "leeruitkomst"):
                self._code[item.identifier] = self._van_kinderen(item, soort, gebruikt)
        vrij = {
            "leerlijn": (code for code in leerlijncodes() if code not in gebruikt),
            "evl": (code for n in range(1, codes.HOOGSTE_NIVEAU + 1) if (code := f"EvL{n}") not in gebruikt),
        }
        rijen: Counter[str] = Counter()
        for code in gebruikt:
            if (deel := codes.als_code(code)) and deel.leerlijn and deel.rij:
                rijen[deel.leerlijn] = max(rijen[deel.leerlijn], deel.rij)
        for item in zonder:
            soort = self._soort[item.identifier]
            if not self._code[item.identifier] and soort != _TE_DIEP:
                code = next(vrij[soort], "") if soort in vrij else self._volgende(item, gebruikt, rijen)
                self._code[item.identifier] = code
                if not code:
                    self._vorm.fout(item.pad, "te_groot", "op deze plaats is geen code meer vrij")
            gebruikt.add(self._code[item.identifier])
        verslag, gegeven = self._vorm.verslag, [(self._code[item.identifier], item) for item in zonder]
        verslag.noem("aangevuld", "codes, naar de plaats", [code for code, _ in gegeven if code])
        lijnen = [
            f"{code} is {citaat(i.code)}"
            for code, i in gegeven
            if i.code and codes.soort_van(code) in ("leerlijn", "evl")
        ]
        verslag.noem("code in het pakket", "van leerlijnen en EvL's", lijnen)

    def _van_kinderen(self, item: Item, soort: str, gebruikt: set[str]) -> str:
        """Return the code that the codes under an item ask for; nothing where they do not, or where another has it."""
        for kind in self._boom.onder(item):
            for onder in (kind, *self._boom.onder(kind)):
                deel = codes.als_code(onder.code)
                if deel and deel.leerlijn and deel.niveau:
                    code = deel.leerlijn if soort == "leerlijn" else f"{deel.leerlijn}{deel.niveau}"
                    return "" if code in gebruikt else code
        return ""

    def _volgende(self, item: Item, gebruikt: set[str], rijen: Counter[str]) -> str:
        """Return the next code of a leeruitkomst or criterium under its parent."""
        ouder = self._boom.ouder(item)
        boven = self._code.get(ouder.identifier, "") if ouder else ""
        deel = codes.als_code(boven)
        if deel is None or deel.leerlijn is None:
            return ""
        if self._soort[item.identifier] == "leeruitkomst":
            nummers = (*self._evl_van.get(item.identifier, ()), *range(1, codes.HOOGSTE_NIVEAU + 1))
            return next((code for n in nummers if (code := f"{boven}{n}") not in gebruikt), "")
        rijen[deel.leerlijn] += 1
        rij = rijen[deel.leerlijn]
        if rij <= HOOGSTE_RIJ:
            return f"{boven}.{rij}a"
        letters = map(codes.letter, range(rij - HOOGSTE_RIJ, codes.HOOGSTE_LETTER + 1))
        return next((code for een in letters if (code := f"{boven}.{HOOGSTE_RIJ}{een}") not in gebruikt), "")

    def _niveaus(self) -> list[Deel]:
        """Return the niveaus that the EvLs give, and those of leeruitkomsten beyond them, by their number."""
        evls: dict[int, Item] = {}
        hoogste = 0
        for identifier, soort in self._soort.items():
            deel = codes.als_code(self._code[identifier])
            if soort in ("evl", "leeruitkomst") and deel and deel.niveau:
                hoogste = max(hoogste, deel.niveau)
                if soort == "evl":
                    evls.setdefault(deel.niveau, self._boom.items[identifier])
        niveaus = [self._niveau(n, evls.get(n)) for n in range(1, hoogste + 1)]
        self._vorm.verslag.noem("aangevuld", ZONDER_NAAM, [n["fase"] for n in niveaus if n["nummer"] not in evls])
        return niveaus

    def _niveau(self, nummer: int, evl: Item | None) -> Deel:
        if evl is None:
            return {"nummer": nummer, "fase": f"niveau {nummer}", "begeleiding": None}
        self._rest.paden[f"niveaus[{nummer - 1}]"] = evl.pad
        kop, wat, begeleiding = evl.notitie.partition(BEGELEIDING)
        if evl.notitie and (kop or not wat):
            self._vorm.verslag.over("notes van een EvL")
            begeleiding = ""
        return {"nummer": nummer, "fase": evl.tekst or evl.kort, "begeleiding": begeleiding or None}

    def _leerlijn(self, item: Item, pad: str, niveaus: list[Deel]) -> Deel:
        code = self._code[item.identifier]
        op_nummer: dict[int, Item] = {}
        for kind in self._levend(self._boom.onder(item)):
            deel = codes.als_code(self._code[kind.identifier])
            if deel and deel.leerlijn == code and deel.niveau:
                op_nummer[deel.niveau] = kind
            else:
                reden = f"hier hoort een code als {citaat(f'{code}1')}, er staat {citaat(self._code[kind.identifier])}"
                self._vorm.fout(f"{kind.pad}.humanCodingScheme", "verkeerde_plaats", reden)
        uitkomsten = [
            self._leeruitkomst(
                op_nummer.get(n["nummer"]), f"{code}{n['nummer']}", f"{pad}.leeruitkomsten[{plaats}]", item, n
            )
            for plaats, n in enumerate(niveaus)
        ]
        return {**self._velden("leerlijn", item, pad), "leeruitkomsten": uitkomsten}

    def _leeruitkomst(self, item: Item | None, code: str, pad: str, lijn: Item, niveau: Deel) -> Deel:
        """Return a leeruitkomst; one that says nothing and holds nothing is no item, and is there by its place."""
        if item is None:
            return {"code": code, "tekst": "", "succescriteria": []}
        velden = self._velden("leeruitkomst", item, pad)
        aanduiding = velden.pop(AANDUIDING, None)
        if velden["tekst"] == aanduiding or (
            not self._rest.is_eigen and velden["tekst"] == f"{lijn.tekst}, {niveau['fase']}"
        ):
            velden["tekst"] = ""
        kinderen = sorted(self._levend(self._boom.onder(item)), key=lambda kind: _plaats(self._code[kind.identifier]))
        criteria = [
            self._velden("succescriterium", kind, f"{pad}.succescriteria[{n}]") for n, kind in enumerate(kinderen)
        ]
        return {**velden, "succescriteria": criteria}

    def _velden(self, soort: str, item: Item, pad: str) -> Deel:
        """Return the fields of one record, but for its parts, and note where it stands."""
        self._rest.paden[pad] = item.pad
        naam, verslag, code = (
            ("naam" if soort == "leerlijn" else "tekst"),
            self._vorm.verslag,
            self._code[item.identifier],
        )
        velden: Deel = {"code": code, naam: item.tekst or item.kort, **self._rest.van(soort, code, pad)}
        if item.code and item.code != code and soort != "leerlijn":
            velden.setdefault("notatie", schoon(item.code))
        if item.kort and item.tekst and item.kort != item.tekst:
            verslag.over("abbreviatedStatement")
        if item.notitie and soort == "leerlijn":
            velden.setdefault("omschrijving", item.notitie)
        if item.notitie and velden.get("omschrijving") != item.notitie:
            verslag.over("notes")
        return velden

    def _vervallen(self, versie: str) -> Deel:
        """Return the ended codes of the rest with those of items that ended since; nothing where none did."""
        boom, per_code, al = self._boom, dict[str, str](), self._rest.velden.get("vervallen")
        einden = cast("list[object]", al) if isinstance(al, list) else []
        bekend = {str(als_object(deel).get("code")) for deel in einden}
        staat = {boom.items[identifier].pad: code for identifier, code in self._code.items()}
        for identifier in boom.items:
            if identifier in boom.beeindigd:
                item = boom.items[identifier]
                if item.code in bekend:
                    staat[item.pad] = item.code
                elif codes.is_code(item.code) and item.code not in per_code:
                    per_code[item.code] = identifier
                else:
                    self._vorm.verslag.over("vervallen item zonder code")
        eigen = {identifier: code for code, identifier in per_code.items()}
        nieuw = vervallen(self._vorm, boom, eigen, staat, versie)
        return {"vervallen": [*einden, *nieuw]} if nieuw and isinstance(al, list) else {}

    def _controleer(self, band: Band) -> None:
        """Hold isPartOf and precedes against what the codes say: they follow from those, and are not kept."""
        codes_van_band = [self._code.get(einde, "") for einde in (band.van, band.naar)]
        if not all(map(codes.is_code, codes_van_band)):
            return
        van, naar = map(codes.ontleed, codes_van_band)
        if band.soort == "isPartOf":
            goed = (van.soort, naar.soort, van.niveau) == ("leeruitkomst", "evl", naar.niveau)
            hoort = "een leeruitkomst hoort bij de EvL van haar niveau"
        else:
            goed = (
                van.soort in ("leeruitkomst", "succescriterium")
                and (van.soort, van.leerlijn, van.rij) == (naar.soort, naar.leerlijn, naar.rij)
                and (naar.niveau or 0) > (van.niveau or 0)
            )
            hoort = (
                "een leeruitkomst gaat vooraf aan een latere van haar leerlijn, een criterium aan een later in zijn rij"
            )
        if not goed:
            reden = f"{hoort}; hier staat {citaat(str(van))} {band.soort} {citaat(str(naar))}"
            self._vorm.fout(band.pad, "tegenspraak", reden)


def _plaats(code: str) -> tuple[int, int]:
    """Return by which a criterium sorts in its leeruitkomst: row and letter."""
    return codes.rij_en_letter(code.partition(".")[2]) or (0, 0)
