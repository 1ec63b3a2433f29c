"""The lines of tables that become a framework, read one by one: what each says, and every fault in it, with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import codes
from ..codes import HOOGSTE_RIJ
from ..fouten import Bevinding
from ..velden import VERSIE, tekstfout
from ..zinnen import citaat
from .als_tabel import PUNTVORM, ontdaan
from .blad import ALS_FORMULE, BIJNA_LEEG, FORMULE, FORMULEFOUT
from .kolommen import fase_van, kolomnaam
from .leerlijncode import voorstel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..fouten import Bevindingsoort
    from ..velden import Gebrek
    from .blad import Regel
    from .kolommen import Kop, Kopsoort
    from .kop import Tabel

_OF_SOORT = ", of 'leeruitkomst' of 'begeleiding'"
"""What else than a number the row of a matrix may be called."""
_JA_NEE = {"": True, "ja": True, "nee": False}
_GENOEMD = 5
"""So many places does a remark name; the others it counts."""
_NUMMERING = re.compile(r"\(?(?:[0-9]{1,3}|[a-z])[.)]\s")
"""What a list that was numbered by hand has ahead of a text: `1. `, `b) `."""
_TUSSEN = re.compile(r"[\s,;]+")
"""What stands between two codes in a cell."""


class Tabelregel(NamedTuple):
    """One line of a table: where it stands (for a message), its cells by column name, and the sheet that it is of."""

    waar: str
    cellen: Mapping[str, str]
    blad: str = ""

    def cel(self, kolom: str) -> str:
        """Return a cell; where the table has no such column it is empty."""
        return self.cellen.get(kolom, "")

    def tekst(self, kolom: str) -> str:
        """Return the text that a cell stands for, on one line."""
        return ontdaan(" ".join(self.cel(kolom).split()))

    def fout(self, kolom: str, soort: Bevindingsoort, reden: str) -> Bevinding:
        """Return a fault in a cell of this line."""
        return Bevinding(f"{self.waar}, kolom {citaat(kolom)}", soort, reden)


class Punt(NamedTuple):
    """One criterium as a table has it: the cell that it comes from, its place, and what is said of it.

    Its row has a number, a name, or both; its code is empty where the table gives none.
    """

    regel: Tabelregel
    kolom: str
    leerlijn: str
    niveau: int
    rij: int | None
    rijnaam: str
    tekst: str
    notatie: str = ""
    code: str = ""


class Einde(NamedTuple):
    """A code that ended, as it was said: where, what follows it, since which version, and why; the last two may be empty."""

    waar: str
    opvolgers: tuple[str, ...]
    sinds: str = ""
    reden: str = ""


class Gelezen:
    """What has been read so far, and every fault in it.

    Args:
        kop: which heads are those of a framework.
        namen: the labels of the niveaus, in order, where a table may call them so.
        hoogste: the highest number that a niveau may have.
    """

    def __init__(self, kop: Kop, namen: tuple[str, ...], hoogste: int) -> None:
        self.kop, self.namen, self.hoogste = kop, namen, hoogste
        self.fouten: list[Bevinding] = []
        self.opmerkingen: list[str] = []
        self.soorten: set[Kopsoort | None] = set()
        self.kolommen: set[str] = set()
        self.op_naam = False
        self.leerlijnen: dict[str, str] = {}
        self.omschrijvingen: dict[str, str] = {}
        self.genoemd: set[int] = set()
        self.fasen: dict[int, str] = {}
        self.begeleiding: dict[int, str] = {}
        self.uitkomsten: dict[tuple[str, int], str] = {}
        self.notaties: dict[tuple[str, int], str] = {}
        self.uit_bron: dict[tuple[str, str], bool] = {}
        self.punten: list[Punt] = []
        self.los: list[str] = []
        self.genummerd: list[str] = []
        self.rijregels: list[tuple[Tabelregel, str, str]] = []
        self.einden: dict[str, Einde] = {}
        self.vreemd: dict[str, Tabelregel] = {}

    def lees(self, tabel: Tabel) -> None:
        """Read one table, in the layout that its head has."""
        namen = [kolomnaam(cel) for cel in tabel.kop.cellen]
        waar, soort = tabel.blad.waar(tabel.kop.nummer), self.kop.soort(namen)
        fouten = list(self.kop.fouten(namen, waar))
        self.fouten += fouten
        if any(fout.soort in ("te_groot", "geen_kolom") for fout in fouten):
            return
        self.soorten.add(soort)
        if soort != "vervallen":
            self.kolommen.update(namen)
        niveaus = self._niveaus(namen, waar) if soort == "matrix" else {}
        if soort == "matrix" and not fouten:
            self._let_op(tabel, namen)
        inhoud = {"lijst": ("criterium",), "matrix": tuple(niveaus), "vervallen": ("code",)}[soort or "lijst"]
        vorige = ""
        for rij in tabel.regels:
            cellen = {naam: rij.cel(plaats) for plaats, naam in enumerate(namen) if naam}
            regel = Tabelregel(tabel.blad.waar(rij.nummer), cellen, tabel.blad.naam)
            onbruikbaar = list(_onbruikbaar(regel, rij, namen, inhoud))
            self.fouten += onbruikbaar
            vorige = regel.cel("leerlijn") or vorige
            if onbruikbaar:
                continue  # what else is wrong with the line follows from that, or is seen the next time
            if soort == "lijst":
                self._lijstregel(regel, vorige)
            elif soort == "matrix":
                self._matrixregel(regel, vorige, niveaus)
            else:
                self._vervallenregel(regel)

    def _niveaus(self, namen: list[str], waar: str) -> dict[str, int]:
        """Return the columns of a matrix that are niveaus, with their numbers, and note what these are called."""
        kop = Tabelregel(waar, {})
        gevonden: dict[str, int] = {}
        for naam, nummer in self.kop.niveaukolommen(namen).items():
            if nummer is None and naam not in self.namen:
                er_zijn = ", ".join(self.namen) or "alleen genummerde"
                reden = f"dit niveau staat niet bij de andere ({er_zijn}); zeg met niveaus= (--niveaus) welke er zijn, op volgorde"
                self.fouten.append(kop.fout(naam, "onbekende_kolom", reden))
                continue
            self.op_naam = self.op_naam or nummer is None
            gevonden[naam] = self.namen.index(naam) + 1 if nummer is None else nummer
            self.genoemd.add(gevonden[naam])
            fase = naam if nummer is None else fase_van(naam)
            self._noteer(kop, naam, self.fasen, gevonden[naam], fase)
        return gevonden

    def _let_op(self, tabel: Tabel, namen: list[str]) -> None:
        """Say which columns of a matrix are passed over, and how much is in them."""
        for naam in self.kop.overgeslagen(namen):
            plaats = namen.index(naam)
            gevuld = sum(bool(regel.cel(plaats)) for regel in tabel.regels)
            self.opmerkingen.append(
                f"{tabel.blad}: kolom {citaat(naam)} is geen niveau en is overgeslagen (gevulde cellen: {gevuld})"
            )

    def _lijstregel(self, regel: Tabelregel, leerlijn: str) -> None:
        self._leerlijn(regel, leerlijn)
        niveau = self._niveau(regel)
        rij, rijnaam = None, self._rijnaam(regel, leerlijn)
        if regel.cel("criterium"):
            if regel.cel("rij") or not rijnaam:
                rij = self._rij(regel)
        elif regel.cel("rij") or rijnaam:
            self.fouten.append(regel.fout("criterium", "leeg", "er staat wel een rij, maar geen criterium"))
        if niveau is None:
            return
        for kolom, doel in (("fase", self.fasen), ("begeleiding", self.begeleiding)):
            self._noteer(regel, kolom, doel, niveau, regel.tekst(kolom))
        self._noteer(regel, "leeruitkomst", self.uitkomsten, (leerlijn, niveau), regel.tekst("leeruitkomst"))
        if regel.cel("criterium"):
            if rij is not None or (rijnaam and not regel.cel("rij")):
                self._punten(regel, "criterium", leerlijn, niveau, rij)
            return
        self._noteer(regel, "notatie", self.notaties, (leerlijn, niveau), regel.tekst("notatie"))
        if regel.cel("code") not in ("", f"{leerlijn}{niveau}"):
            reden = (
                f"op een regel zonder criterium hoort de code van de leeruitkomst, {citaat(f'{leerlijn}{niveau}')}, "
                f"er staat {citaat(regel.cel('code'))}; haal de regel weg als het criterium vervalt"
            )
            self.fouten.append(regel.fout("code", "verkeerde_plaats", reden))

    def _matrixregel(self, regel: Tabelregel, leerlijn: str, niveaus: Mapping[str, int]) -> None:
        soort = regel.cel("rij").casefold()
        if soort != "begeleiding" or regel.cel("naam") or regel.cel("omschrijving"):
            self._leerlijn(regel, leerlijn)
        als_rij = soort not in ("leeruitkomst", "begeleiding")
        rij, rijnaam = None, self._rijnaam(regel, leerlijn) if als_rij else ""
        if not als_rij and regel.cel("rijnaam"):
            reden = f"op een regel met {citaat(soort)} in kolom 'rij' hoort geen rijnaam, er staat {citaat(regel.cel('rijnaam'))}"
            self.fouten.append(regel.fout("rijnaam", "verkeerde_plaats", reden))
        gevuld = any(regel.cel(kolom) for kolom in niveaus)
        if als_rij and (soort or (gevuld and not rijnaam)):
            rij = self._rij(regel, _OF_SOORT)
            als_rij = rij is not None
        for kolom, niveau in niveaus.items():
            if als_rij:
                self._punten(regel, kolom, leerlijn, niveau, rij)
            elif soort == "leeruitkomst":
                self._noteer(regel, kolom, self.uitkomsten, (leerlijn, niveau), regel.tekst(kolom))
            elif soort == "begeleiding":
                self._noteer(regel, kolom, self.begeleiding, niveau, regel.tekst(kolom))

    def _vervallenregel(self, regel: Tabelregel) -> None:
        code, opvolgers = regel.cel("code"), tuple(filter(None, _TUSSEN.split(regel.cel("opvolgers"))))
        for kolom, gegeven in (("code", code), *(("opvolgers", opvolger) for opvolger in opvolgers)):
            if not codes.is_code(gegeven):
                reden = f"hier hoort een code, zoals 'WP2.4a', er staat {citaat(gegeven)}"
                self.fouten.append(regel.fout(kolom, "verkeerde_vorm" if gegeven else "leeg", reden))
        sinds, reden_van = regel.cel("sinds"), regel.tekst("reden")
        if sinds and not re.fullmatch(VERSIE, sinds):
            reden = f"hier hoort een versie, zoals '1.0', er staat {citaat(sinds)}"
            self.fouten.append(regel.fout("sinds", "verkeerde_vorm", reden))
        if reden_van and (fout := tekstfout(reden_van)):
            self.fouten.append(regel.fout("reden", *fout))
        if code in self.einden:
            reden = f"{citaat(code)} staat hier al eerder ({self.einden[code].waar})"
            self.fouten.append(regel.fout("code", "dubbel", reden))
        else:
            self.einden[code] = Einde(f"{regel.waar}, kolom 'code'", opvolgers, sinds, reden_van)

    def _leerlijn(self, regel: Tabelregel, leerlijn: str) -> None:
        if not leerlijn:
            self.fouten.append(regel.fout("leerlijn", "leeg", "hier hoort de code van een leerlijn, zoals WP"))
        elif leerlijn not in self.leerlijnen and codes.soort_van(leerlijn) != "leerlijn":
            reden = f"{citaat(leerlijn)} is geen code: 1 tot en met 8 hoofdletters; "
            raad = f"zet een naam in kolom 'naam' en kies hier een code, bijvoorbeeld {voorstel(leerlijn, self.leerlijnen)}"
            self.fouten.append(regel.fout("leerlijn", "verkeerde_vorm", reden + raad))
        self.leerlijnen.setdefault(leerlijn, "")
        self._noteer(regel, "naam", self.leerlijnen, leerlijn, regel.tekst("naam"))
        self._noteer(regel, "omschrijving", self.omschrijvingen, leerlijn, regel.tekst("omschrijving"))

    def _niveau(self, regel: Tabelregel) -> int | None:
        tekst = regel.cel("niveau")
        if tekst in self.namen:
            niveau: int | None = self.namen.index(tekst) + 1
        elif tekst and not tekst.isdecimal():
            self.vreemd.setdefault(tekst, regel)
            niveau = None
        else:
            niveau = self._getal(regel, "niveau", self.hoogste)
        if niveau is not None:
            self.genoemd.add(niveau)
        return niveau

    def _rij(self, regel: Tabelregel, anders: str = "") -> int | None:
        tekst = regel.cel("rij")
        if not tekst and "rij" not in regel.cellen:
            self.fouten.append(regel.fout("rijnaam", "leeg", "hier hoort de naam van de rij"))
            return None
        raad = "; een naam hoort in kolom 'rijnaam'" if len(tekst) > 1 and any(map(str.isalpha, tekst)) else ""
        return self._getal(regel, "rij", HOOGSTE_RIJ, anders, raad)

    def _rijnaam(self, regel: Tabelregel, leerlijn: str) -> str:
        naam = regel.tekst("rijnaam")
        zegt = regel.cel("naam_uit_bron").casefold()
        if zegt not in _JA_NEE:
            self.fouten.append(regel.fout("naam_uit_bron", "verkeerde_waarde", "hier hoort 'ja' of 'nee'"))
        if not naam:
            return ""
        if fout := _celfout(regel, "rijnaam", naam):
            self.fouten.append(regel.fout("rijnaam", *fout))
        self.rijregels.append((regel, leerlijn, naam))
        self.uit_bron[leerlijn, naam] = self.uit_bron.get((leerlijn, naam), True) and _JA_NEE.get(zegt, True)
        return naam

    def _getal(self, regel: Tabelregel, kolom: str, hoogste: int, anders: str = "", raad: str = "") -> int | None:
        tekst = regel.cel(kolom)
        if re.fullmatch("[1-9][0-9]*", tekst) and len(tekst) <= len(str(hoogste)) and int(tekst) <= hoogste:
            return int(tekst)
        soort: Bevindingsoort = "verkeerde_waarde" if tekst.isdecimal() else "verkeerde_vorm" if tekst else "leeg"
        reden = f"hier hoort een getal van 1 tot en met {hoogste}{anders}, er staat {citaat(tekst)}{raad}"
        self.fouten.append(regel.fout(kolom, soort, reden))
        return None

    def _noteer(self, regel: Tabelregel, kolom: str, doel: dict[Any, str], sleutel: object, tekst: str) -> None:
        """Keep a text that may stand in several lines, and must say the same in each."""
        if not tekst:
            return
        if fout := _celfout(regel, kolom, tekst):
            self.fouten.append(regel.fout(kolom, *fout))
        elif doel.get(sleutel) and doel[sleutel] != tekst:
            reden = f"hier staat {citaat(tekst)}, eerder stond er {citaat(doel[sleutel])}"
            self.fouten.append(regel.fout(kolom, "tegenspraak", reden))
        else:
            doel[sleutel] = tekst

    def _punten(self, regel: Tabelregel, kolom: str, leerlijn: str, niveau: int, rij: int | None) -> None:
        """Keep the criteria of one cell."""
        punten = list(_punten_in(regel.cel(kolom)))
        code, notatie = (regel.cel("code"), regel.tekst("notatie")) if kolom == "criterium" else ("", "")
        if not code and not PUNTVORM.match(regel.cel(kolom).lstrip()):
            self._onzeker(f"{regel.waar}, kolom {citaat(kolom)}", punten)
        for naam, gegeven in (("code", code), ("notatie", notatie)):
            if gegeven and len(punten) > 1:
                reden = f"hier staat één {naam}, en er zijn {len(punten)} criteria; geef elk een eigen regel"
                self.fouten.append(regel.fout(naam, "verkeerd_aantal", reden))
        if notatie and (fout := _celfout(regel, "notatie", notatie)):
            self.fouten.append(regel.fout("notatie", *fout))
        for tekst in punten:
            # What has a code has been a criterium before, whatever it looks like.
            if fout := tekstfout(tekst) if code else _tekstfout(tekst):
                self.fouten.append(regel.fout(kolom, *fout))
            self.punten.append(Punt(regel, kolom, leerlijn, niveau, rij, regel.tekst("rijnaam"), tekst, notatie, code))

    def _onzeker(self, waar: str, punten: list[str]) -> None:
        """Note where the lines of a cell without bullets may be something else than what they were taken for."""
        if len(punten) > 1:
            self.los.append(waar)
        if any(map(_NUMMERING.match, punten)):
            self.genummerd.append(waar)

    def over_cellen(self) -> Iterator[str]:
        """Yield how cells were read that could have been read otherwise."""
        if self.los:
            raad = "hoort een regel bij die erboven, zet dan • voor elk criterium"
            yield f"elke regel van een cel zonder • is een criterium: {opgesomd(self.los, '; ')}; {raad}"
        if self.genummerd:
            raad = "hoort het er niet bij, zet dan • in plaats van het nummer"
            yield f"een nummer voor een criterium blijft in de tekst staan: {opgesomd(self.genummerd, '; ')}; {raad}"

    def tekorten(self) -> Iterator[Bevinding]:
        """Yield what a framework needs and the tables do not say."""
        if self.vreemd:
            namen = ",".join(self.vreemd)
            for tekst, regel in self.vreemd.items():
                reden = f"hier hoort een getal van 1 tot en met {self.hoogste}, er staat {citaat(tekst)}"
                raad = f"; is het een naam, zeg dan de volgorde met niveaus= (--niveaus {citaat(namen)})"
                yield regel.fout("niveau", "verkeerde_vorm", reden + raad)
        elif not any(fout.pad.endswith("kolom 'niveau'") for fout in self.fouten):
            weg = [str(niveau) for niveau in range(1, max(self.genoemd, default=0)) if niveau not in self.genoemd]
            if weg and not self.kop.niveaus:
                reden = f"er is geen regel van niveau {', '.join(weg)}: niveaus tellen op vanaf 1; "
                raad = "is zo'n niveau leeg, geef het dan een regel met zijn fase"
                yield Bevinding("de tabel", "ontbreekt", reden + raad)
        for nummer, naam in enumerate(self.kop.niveaus if self.soorten and "lijst" not in self.soorten else (), 1):
            if nummer not in self.genoemd:
                yield Bevinding(f"niveau {citaat(naam)}", "geen_kolom", "er is geen kolom die zo heet")
        gevuld = {(punt.leerlijn, punt.rijnaam) for punt in self.punten}
        for regel, leerlijn, naam in self.rijregels:
            if (leerlijn, naam) not in gevuld:
                gevuld.add((leerlijn, naam))
                yield regel.fout("rijnaam", "leeg", f"rij {citaat(naam)} heeft geen enkel criterium")
        for lijn, naam in self.leerlijnen.items():
            if not naam:
                yield Bevinding(f"leerlijn {lijn!r}", "ontbreekt", "de naam ontbreekt (kolom 'naam')")
        if not self.leerlijnen and not self.fouten:
            yield Bevinding("de tabel", "leeg", "er staat geen enkele regel in")


def opgesomd(delen: Iterable[str], tussen: str = ", ") -> str:
    """Return the first few of some places in a sentence, and how many others there are."""
    alle = [*delen]
    meer = f" (en nog {len(alle) - _GENOEMD})" if len(alle) > _GENOEMD else ""
    return tussen.join(alle[:_GENOEMD]) + meer


def _punten_in(cel: str) -> Iterator[str]:
    """Yield the criteria of one cell: a bullet per line of text; a line without a bullet goes on with the one before."""
    regels = [deel.strip() for deel in cel.splitlines() if deel.strip()]
    punten: list[str] = []
    for deel in regels:
        if punten and PUNTVORM.match(regels[0]) and not PUNTVORM.match(deel):
            punten[-1] += f" {deel}"
        else:
            punten.append(PUNTVORM.sub("", deel))
    for punt in punten:
        yield " ".join(punt.split())


def _onbruikbaar(regel: Tabelregel, rij: Regel, namen: list[str], inhoud: tuple[str, ...]) -> Iterator[Bevinding]:
    """Yield the cells of a line that hold no text, or an error of a formula; and merged ones where a text stands for itself."""
    for plaats, naam in enumerate(namen):
        cel = rij.cel(plaats)
        if plaats in rij.gebreken:
            yield regel.fout(naam, *rij.gebreken[plaats])
        elif re.fullmatch(FORMULEFOUT, cel):
            yield regel.fout(naam, "verkeerde_waarde", f"de formule geeft een fout: {cel}")
        elif re.fullmatch(FORMULE, cel):
            yield regel.fout(naam, "verkeerde_waarde", f"{citaat(cel)} {ALS_FORMULE}")
        elif cel and naam in inhoud and plaats in rij.samengevoegd:
            reden = f"{rij.samengevoegd[plaats]} is samengevoegd; splits die cellen, en vul in wat waar hoort"
            yield regel.fout(naam, "verkeerde_plaats", reden)


def _celfout(regel: Tabelregel, kolom: str, tekst: str) -> Gebrek | None:
    """Return what is wrong with the text that a cell stands for; one that was written as a text with intent is not asked about."""
    gekozen = tekst != " ".join(regel.cel(kolom).split())
    return tekstfout(tekst) if gekozen else _tekstfout(tekst)


def _tekstfout(tekst: str) -> Gebrek | None:
    """Return what is wrong with a text; one that may stand for an empty cell is asked about, and never becomes a criterium."""
    if tekst.casefold() in BIJNA_LEEG:
        return "verkeerde_waarde", f"{citaat(tekst)} lijkt een lege cel; laat hem leeg, of schrijf de hele tekst"
    return tekstfout(tekst)
