"""A tree of foreign make: what each item is has been said or is plain, and its place gives it a code."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from ... import codes
from ...zinnen import citaat
from .boom import Boom
from .delen import BEGELEIDING
from .indeling import Indeling, naam_van_niveau, noem_types
from .plaatsing import Lijn, Plaatsing, Punt, Uitkomst
from .reeks import samengevoegd
from .verslag import ZONDER_NAAM, schoon
from .vervallen import Vervallenen
from .vorm import Item, Vorm

Deel = dict[str, Any]
_OVER = "overslaan"


class Plek(NamedTuple):
    """What an item stands under: a leerlijn, a niveau and a row, as far as there is one, and what is right above it."""

    lijn: Lijn | None = None
    niveau: Hashable = None
    rij: Hashable = None
    boven: str = ""


class Vreemd:
    """Reads a tree into leerlijnen; its faults go to `vorm`.

    Attributes:
        paden: where the parts of the data file stand in the CASE file.
    """

    def __init__(self, vorm: Vorm, boom: Boom, indeling: Indeling, typen: Mapping[str, str], naam: str) -> None:
        self._vorm = vorm
        self._boom = boom
        self._indeling = indeling
        self._typen = typen
        self._naam = naam
        self._lijnen: list[Lijn] = []
        self._los: Lijn | None = None
        self._evls: list[Item] = []
        self._reeksen: dict[Hashable, list[str]] = {}
        self._soorten: set[str] = set()
        self._vervallen = Vervallenen(vorm, boom)
        self.paden: dict[str, str] = {}

    def gegevens(self, versie: str) -> Deel:
        """Return niveaus, leerlijnen and ended codes as the data file has them; nothing where a fault stands in the way."""
        self._loop()
        noem_types(self._vorm, (item.itemtype for item in self._boom.levend() if item.itemtype not in self._typen))
        niveaus = self._niveaus()
        if self._vorm.fouten:
            return {}
        plaatsing = Plaatsing(self._vorm, self._lijnen, niveaus)
        delen = plaatsing.gegevens()
        self.paden = plaatsing.paden
        if not delen:
            return {}
        self._vertel_van_codes(len(niveaus))
        return {**delen, "vervallen": self._vervallen.gegevens(delen, plaatsing, versie)}

    def _loop(self) -> None:
        stapel = [(item, Plek()) for item in reversed(self._boom.top())]
        while stapel:
            item, plek = stapel.pop()
            soort = self._indeling.soort.get(item.identifier, "")
            if item.identifier in self._boom.beeindigd:
                self._vervallen.noteer(item, soort, plek.lijn, plek.niveau)
                hier = plek
            else:
                hier = self._lees(item, soort, plek)
            stapel += [(kind, hier) for kind in reversed(self._boom.onder(item))]

    def _lees(self, item: Item, soort: str, plek: Plek) -> Plek:
        """Read one item, and return the place of what hangs under it."""
        if soort == _OVER:
            naam = f" van type {citaat(item.itemtype)}" if item.itemtype else ""
            self._vorm.verslag.over(f"item{naam}, dat overgeslagen moest worden")
            return plek
        if reden := self._past_niet(soort, plek):
            self._vorm.fout(item.pad, "niet_opgenomen", reden)
            return plek._replace(boven=soort)
        self._soorten.add(soort)
        if soort == "evl":
            self._evls.append(item)
            return Plek(boven=soort)
        if soort == "leerlijn":
            self._lijnen.append(self._leerlijn(item))
            return Plek(self._lijnen[-1], boven=soort)
        lijn = plek.lijn or self._losse_lijn()
        return self._in_lijn(item, soort, plek._replace(lijn=lijn), lijn)

    def _past_niet(self, soort: str, plek: Plek) -> str:
        """Return why an item cannot stand where it stands; nothing where it can."""
        bezet = {
            "leerlijn": bool(plek.boven),
            "evl": bool(plek.boven),
            "leeruitkomst": plek.niveau is not None or plek.rij is not None,
            "niveau": plek.niveau is not None,
            "rij": plek.rij is not None,
            "succescriterium": False,
        }
        if plek.boven in ("succescriterium", "evl") or bezet[soort]:
            raad = "; sla een van beide types over met 'overslaan'" if soort == plek.boven else ""
            return f"een {soort} kan niet onder een {plek.boven} staan{raad}"
        # Once a tree names leerlijnen nothing else stands right under the document, and the other way round.
        naast = (
            self._los is not None if soort == "leerlijn" else plek.lijn is None and bool(self._lijnen) and not self._los
        )
        return f"een {soort} staat los onder het document, naast een leerlijn" if naast and soort != "evl" else ""

    def _losse_lijn(self) -> Lijn:
        """Return the one leerlijn of a tree that names none: it is called as the document."""
        if self._los is None:
            self._los = Lijn(self._naam, "", "", "CFDocument")
            self._lijnen.append(self._los)
            self._vorm.verslag.zin(
                "aangevuld", "het pakket noemt geen leerlijnen: er is er één, met de naam van het pakket"
            )
        return self._los

    def _leerlijn(self, item: Item) -> Lijn:
        naam = item.kort or item.tekst
        omschrijving = item.tekst if item.tekst != naam else ""
        if item.notitie and omschrijving:
            self._vorm.verslag.over("notes van een leerlijn")
        return Lijn(naam, omschrijving or item.notitie, item.code, item.pad)

    def _in_lijn(self, item: Item, soort: str, plek: Plek, lijn: Lijn) -> Plek:
        """Read what stands in a leerlijn: a leeruitkomst, the name of a niveau or row, or a criterium."""
        self._tel_wat_niet_past(item, soort, plek)
        if soort == "niveau":
            naam = naam_van_niveau(item)
            self._reeksen.setdefault((id(lijn), plek.rij), []).append(naam)
            if plek.rij is None:
                lijn.uitkomsten[naam] = Uitkomst(item.tekst if item.tekst != naam else "", item.code, item.pad)
            return plek._replace(niveau=naam, boven=soort)
        if soort == "leeruitkomst":
            nummer = len(lijn.uitkomsten) + 1
            lijn.uitkomsten[nummer] = Uitkomst(item.tekst or item.kort, item.code, item.pad)
            return plek._replace(niveau=nummer, boven=soort)
        tekst = item.tekst or item.kort
        if soort == "rij":
            # Rows of one name are one row where niveaus stand above them; else each has a place of its own.
            rij = item.pad if plek.niveau is None else tekst
            lijn.rijen.setdefault(rij, tekst)
            if not any(kind.identifier not in self._boom.beeindigd for kind in self._boom.onder(item)):
                self._vorm.fout(item.pad, "leeg", "een rij heeft ten minste één succescriterium")
            return plek._replace(rij=rij, boven=soort)
        lijn.punten.append(Punt(plek.niveau, plek.rij, tekst, item.code, item.pad))
        return plek._replace(boven=soort)

    def _tel_wat_niet_past(self, item: Item, soort: str, plek: Plek) -> None:
        verslag = self._vorm.verslag
        if item.notitie:
            verslag.over("notes")
        in_rij = soort == "niveau" and plek.rij is not None
        if item.kort and item.tekst and item.kort != item.tekst and (soort != "niveau" or in_rij):
            verslag.over("fullStatement van een niveau" if in_rij else "abbreviatedStatement")
        if item.code and (soort == "rij" or in_rij):
            verslag.over(f"humanCodingScheme van een {soort}")

    def _niveaus(self) -> list[tuple[Hashable, str, str | None]]:
        """Return the niveaus from low to high: by the names that were found, by the number of leeruitkomsten, or one."""
        if {"niveau", "leeruitkomst"} <= self._soorten:
            self._vorm.fout(
                "CFItems", "tegenspraak", "er zijn leeruitkomsten, en items die een niveau noemen; kies een van beide"
            )
            return []
        if self._soorten & {"niveau", "leeruitkomst"}:
            for lijn in self._lijnen:
                for punt in lijn.punten:
                    if punt.niveau is None:
                        self._vorm.fout(
                            punt.pad, "ontbreekt", "staat onder geen niveau, terwijl andere criteria dat wel doen"
                        )
        if "niveau" in self._soorten:
            return self._genoemde_niveaus()
        meeste = max((len(lijn.uitkomsten) for lijn in self._lijnen), default=0)
        fasen = _fasen(self._vorm, self._evls)
        aantal = max(meeste, *fasen, 1)
        namen = {n: f"niveau {n}" for n in range(1, aantal + 1) if n not in fasen}
        self._vorm.verslag.noem("aangevuld", ZONDER_NAAM, [*namen.values()])
        sleutels: list[Hashable] = (
            [*range(1, aantal + 1)] if "leeruitkomst" in self._soorten else [None, *range(2, aantal + 1)]
        )
        alle: dict[int, tuple[str, str | None]] = {n: (naam, None) for n, naam in namen.items()} | fasen
        return [(sleutel, alle[n][0], alle[n][1]) for n, sleutel in enumerate(sleutels, 1)]

    def _genoemde_niveaus(self) -> list[tuple[Hashable, str, str | None]]:
        for _ in self._evls:
            self._vorm.verslag.over("EvL")
        if any(len({*reeks}) < len(reeks) for reeks in self._reeksen.values()):
            self._vorm.fout("CFItems", "dubbel", "een leerlijn noemt een niveau meer dan eens")
            return []
        namen = samengevoegd(self._reeksen.values())
        if namen is None:
            self._vorm.fout("CFItems", "verkeerde_volgorde", "de niveaus staan niet overal in dezelfde volgorde")
        return [(naam, naam, None) for naam in namen or ()]

    def _vertel_van_codes(self, niveaus: int) -> None:
        """Say which codes were given, and that rows are not known where they are not."""
        self._vorm.verslag.zin("aangevuld", "de codes, naar de plaats in het pakket")
        if niveaus > 1 and any(punt.rij is None for lijn in self._lijnen for punt in lijn.punten):
            self._vorm.verslag.zin(
                "aangevuld", "rijen noemt het pakket niet: de criteria van een leerlijn staan samen in één rij"
            )


def _fasen(vorm: Vorm, evls: list[Item]) -> dict[int, tuple[str, str | None]]:
    """Return name and begeleiding of niveaus by their number, as EvLs give them: by their code, or else in their order."""
    fasen: dict[int, tuple[str, str | None]] = {}
    eigen = [codes.ontleed(item.code).niveau or 0 for item in evls if codes.soort_van(item.code) == "evl"]
    nummers = eigen if len({*eigen}) == len(evls) else [*range(1, len(evls) + 1)]
    for nummer, item in zip(nummers, evls, strict=True):
        kop, zin, begeleiding = item.notitie.partition(BEGELEIDING.strip())
        if item.notitie and (kop or not zin):
            vorm.verslag.over("notes van een EvL")
        fasen[nummer] = (item.tekst or item.kort, schoon(begeleiding) or None if not kop else None)
    return fasen
