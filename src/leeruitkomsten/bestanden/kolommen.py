"""The columns of a table that becomes a framework: which heads are one, which are niveaus, and what is wrong with a head."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ..fouten import Bevinding
from ..zinnen import citaat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .tabelbestand import Inhoud

Kopsoort: TypeAlias = Literal["lijst", "matrix", "vervallen"]
"""What a table is: a line per criterium, a line per row with a column per niveau, or a line per code that ended."""

NIVEAU = re.compile(r"(?:niveau\s+)?([1-9][0-9]?)(?![0-9])\b[\s.:–-]*(.*)", re.IGNORECASE | re.DOTALL)
_NUL = re.compile(r"(?:niveau\s+)?0(?![0-9])\b.*", re.IGNORECASE | re.DOTALL)

UITLEG = {
    "code": "de code die dit pakket geeft, zoals A2.1b: laat hem staan; op een nieuwe regel blijft hij leeg",
    "leerlijn": "de code van de leerlijn: 1 tot en met 8 hoofdletters; leeg is: als de regel erboven",
    "naam": "de naam van de leerlijn; één keer is genoeg",
    "omschrijving": "één tekst voor de hele leerlijn; één keer is genoeg, en het mag leeg blijven",
    "niveau": "het nummer van het niveau, 1 tot en met 99",
    "fase": "hoe dat niveau heet; één keer is genoeg, en het mag leeg blijven",
    "begeleiding": "de begeleiding bij dat niveau; één keer is genoeg, en het mag leeg blijven",
    "leeruitkomst": "de leeruitkomst van de leerlijn op dat niveau; één keer is genoeg, en het mag leeg blijven",
    "rij": "het nummer van de rij: criteria van verschillende niveaus in één rij horen bij elkaar; leeg mag bij een rijnaam",
    "rijnaam": "hoe de rij in de bron heet; het mag leeg blijven als er een nummer staat",
    "naam_uit_bron": "nee als de rijnaam niet uit de bron komt; leeg is: ja",
    "notatie": "de code die de bron zelf aan het criterium geeft, zoals 1.2.3; op een regel zonder criterium: aan de leeruitkomst",
    "criterium": "de tekst van één succescriterium",
}
"""The columns of a list in their order, and what each holds."""
LIJST = ("leerlijn", "niveau", "rij", "criterium")
"""What a list must have; `rijnaam` may stand for `rij`."""
MATRIX = ("leerlijn", "naam", "omschrijving", "rij", "rijnaam")
"""What a matrix may have besides its niveaus."""
VERVALLEN = {
    "code": "de code die niet meer bestaat",
    "opvolgers": "de codes die erop volgen, met een komma ertussen; leeg is: geen",
    "sinds": "de versie waarin hij verviel; leeg is: deze",
    "reden": "waarom; het mag leeg blijven",
}
"""The columns of the table of codes that ended, and what each holds."""
_NIET_IN_MATRIX = {
    "niveau": "een niveau is er een kolom",
    "criterium": "een criterium staat er in de kolom van zijn niveau",
    "leeruitkomst": "de leeruitkomsten staan er op een regel met 'leeruitkomst' in kolom 'rij'",
    "begeleiding": "de begeleiding staat er op een regel met 'begeleiding' in kolom 'rij'",
    "fase": "de fase staat er in de kop van het niveau",
    "notatie": "een regel heeft er meer dan één criterium, en dus meer dan één notatie; maak er een lijst van",
    "code": "een regel heeft er meer dan één criterium, en dus meer dan één code; maak er een lijst van",
    "naam_uit_bron": "een rijnaam komt er uit de bron; maak er anders een lijst van",
}
MEESTE_KOLOMMEN = 150
_PLAT = {"tekst", "letter"}
"""What the flat table of an export has, in which a criterium is a code, and a list has not."""
_BEKEND = {*UITLEG, *VERVALLEN, *_PLAT}
_TERZIJDE = {
    "beschrijving", "bewijs", "bewijzen", "bron", "category", "categorie", "comment", "comments", "competentie", "competency",
    "criterion", "description", "descriptions", "domain", "domein", "evidence", "example", "examples", "id",
    "level", "levels", "note", "notes", "notitie", "notities", "nr", "nummer", "opmerking", "opmerkingen", "phase", "phases",
    "remark", "remarks", "skill", "source", "stage", "stages", "status", "thema", "titel", "title", "toelichting", "topic",
    "uitleg", "voorbeeld", "voorbeelden",
}  # fmt: skip
"""Heads of columns that are there for people: to take one for a niveau would be a guess."""
_LIJKT = 0.75
_LIJKT_ZEER = 0.8
"""Where a head may well be the label of a niveau: `Base` is not `fase`."""
_LABEL = re.compile(r"(?:niveau|fase)(?:\W|\d).*", re.DOTALL)
"""A niveau may be called so, with something behind it: `Niveau A`, `fase1`."""
_ZEG = "zeg anders met niveaus= (--niveaus) welke kolommen de niveaus zijn, op volgorde"


def kolomnaam(cel: str) -> str:
    """Return the name of a column: white space does not count, nor do capitals, but for what may be the label of a niveau."""
    naam = " ".join(cel.split())
    return naam.casefold() if naam.casefold() in _BEKEND else naam


def is_lijst(namen: list[str]) -> bool:
    """Say whether these columns are those of a list."""
    rij = {"rij", "rijnaam"} & {*namen}
    return {*LIJST} - {"rij"} <= {*namen} and bool(rij) and not {*namen} >= _PLAT


class Kop(NamedTuple):
    """Which tables are those of a framework, where the niveaus may have been named beforehand."""

    niveaus: tuple[str, ...] = ()

    def soort(self, namen: list[str]) -> Kopsoort | None:
        """Return what a table with these columns is; `None` when it is nothing of a framework."""
        er_zijn = {*namen}
        if is_lijst(namen):
            return "lijst"
        if {"code", "opvolgers"} <= er_zijn and "leerlijn" not in er_zijn:
            return "vervallen"
        if "leerlijn" not in er_zijn or not er_zijn & {"rij", "rijnaam"}:
            return None
        genummerd = any(map(NIVEAU.fullmatch, namen)) or bool(er_zijn & {*self.niveaus})
        ander = er_zijn - _BEKEND - {""} and not er_zijn & {"niveau", "criterium", *_PLAT}
        return "matrix" if genummerd or ander else None

    def is_kop(self, cellen: list[str]) -> bool:
        """Say whether cells are the head of one of these tables."""
        return self.soort([kolomnaam(cel) for cel in cellen]) is not None

    def niveaukolommen(self, namen: list[str]) -> dict[str, int | None]:
        """Return which columns of a matrix are niveaus, with their numbers; `None` where their labels say nothing of those."""
        if self.niveaus and not _op_nummer(self.niveaus):
            return dict.fromkeys((naam for naam in namen if naam in self.niveaus), None)
        genummerd = {naam: int(vorm[1]) for naam in namen if (vorm := NIVEAU.fullmatch(naam))}
        vanaf_nul = any(map(_NUL.fullmatch, namen)) and sorted(genummerd.values()) == [*range(1, len(genummerd) + 1)]
        if genummerd and not vanaf_nul:
            return {**genummerd}
        laatste = max(plaats for plaats, naam in enumerate(namen) if naam in _BEKEND)
        return dict.fromkeys((naam for naam in namen[laatste + 1 :] if naam), None)

    def fouten(self, namen: list[str], waar: str) -> Iterator[Bevinding]:
        """Yield what is wrong with a head that is one."""
        if len(namen) > MEESTE_KOLOMMEN:
            reden = f"er zijn {len(namen)} kolommen, ten hoogste {MEESTE_KOLOMMEN} mogen er zijn"
            yield Bevinding(waar, "te_groot", reden)
            return
        soort = self.soort(namen)
        niveaus = self.niveaukolommen(namen) if soort == "matrix" else {}
        bekend = {"lijst": {*UITLEG}, "matrix": {*MATRIX}, "vervallen": {*VERVALLEN}}[soort or "lijst"]
        for naam in namen:
            if naam in niveaus:
                yield from self._geen_niveau(naam, niveaus[naam], bekend, waar)
            elif naam and naam not in bekend and not self._terzijde(naam, soort, bekend):
                yield Bevinding(waar, "onbekende_kolom", _onbekend(naam, soort, bekend))
        for naam, keren in Counter(namen).items():
            if (naam in bekend or naam in niveaus) and keren > 1:
                yield Bevinding(waar, "dubbele_kolom", f"kolom {citaat(naam)} staat er meer dan eens")
        yield from _tel(niveaus, waar)

    def _geen_niveau(self, naam: str, nummer: int | None, bekend: set[str], waar: str) -> Iterator[Bevinding]:
        """Yield that a column may not be the niveau that it is taken for; nobody has said that it is."""
        if nummer is not None or self.niveaus:
            return
        klein = naam.casefold()
        lijkt = get_close_matches(klein, bekend, 1, _LIJKT)
        if not lijkt and not _LABEL.fullmatch(klein):
            lijkt = get_close_matches(klein, UITLEG, 1, _LIJKT_ZEER)
        if lijkt:
            reden = f"kolom {citaat(naam)} lijkt op {citaat(lijkt[0])}; heet hij zo? {_ZEG}"
            yield Bevinding(waar, "onbekende_kolom", reden)
        elif klein in _TERZIJDE:
            reden = f"kolom {citaat(naam)} lijkt geen niveau; haal hem weg, of {_ZEG}"
            yield Bevinding(waar, "onbekende_kolom", reden)

    def _terzijde(self, naam: str, soort: Kopsoort | None, bekend: set[str]) -> bool:
        """Say whether a column is passed over: who names the niveaus says that the others are none."""
        lijkt = naam in _BEKEND or get_close_matches(naam.casefold(), bekend, 1, _LIJKT)
        return soort == "matrix" and bool(self.niveaus) and not lijkt

    def overgeslagen(self, namen: list[str]) -> list[str]:
        """Return the columns of a sound matrix that are passed over."""
        niveaus = self.niveaukolommen(namen)
        return [naam for naam in namen if naam and naam not in MATRIX and naam not in niveaus]


def _op_nummer(namen: Sequence[str]) -> bool:
    """Say whether labels are numbered niveaus that count up from 1, as they would be read without having been named."""
    return all((vorm := NIVEAU.fullmatch(naam)) and int(vorm[1]) == n for n, naam in enumerate(namen, 1))


def fase_van(kop: str) -> str:
    """Return the phase that the head of a niveau with a number names; where it names none, nothing."""
    vorm = NIVEAU.fullmatch(kop)
    return " ".join(vorm[2].split()) if vorm else ""


def _onbekend(naam: str, soort: Kopsoort | None, bekend: set[str]) -> str:
    """Say that a column means nothing, and what may have been meant."""
    if soort == "matrix" and naam in _NIET_IN_MATRIX:
        return f"kolom {citaat(naam)} hoort niet in een matrix: {_NIET_IN_MATRIX[naam]}"
    lijkt = get_close_matches(naam.casefold(), bekend, 1, _LIJKT)
    if lijkt:
        return f"kolom {citaat(naam)} is onbekend; bedoelde je {citaat(lijkt[0])}?"
    weg = f"kolom {citaat(naam)} is onbekend; haal hem weg"
    if soort == "matrix":
        return f"{weg}, of {_ZEG}"
    op_volgorde = (er for er in {**UITLEG, **VERVALLEN} if er in bekend)
    return f"{weg}, of geef hem een naam die hier kan staan: {', '.join(op_volgorde)}"


def _tel(niveaus: dict[str, int | None], waar: str) -> Iterator[Bevinding]:
    """Yield which numbers of niveaus stand there twice, and which are not there."""
    nummers = Counter(nummer for nummer in niveaus.values() if nummer is not None)
    for nummer in range(1, max(nummers, default=0) + 1):
        if nummers[nummer] > 1:
            yield Bevinding(waar, "dubbele_kolom", f"niveau {nummer} heeft meer dan één kolom")
        elif not nummers[nummer]:
            reden = f"niveau {nummer} heeft geen kolom: nummers tellen op vanaf 1; {_ZEG}"
            yield Bevinding(waar, "geen_kolom", reden)


def geen_kop(inhoud: Inhoud) -> Iterator[Bevinding]:
    """Yield, of a file without any table of a framework, what was read as the head of each sheet and what it lacks."""
    for blad in inhoud.zonder if not inhoud.tabellen else ():
        if not blad.regels:
            continue
        regel = blad.regels[0]
        namen = [kolomnaam(cel) for cel in regel.cellen]
        gelezen = ", ".join(citaat(cel) for cel in regel.cellen[:8] if cel)
        mist = kop_mist(namen, in_csv=not blad.naam)
        yield Bevinding(blad.waar(regel.nummer), "geen_kolom", f"{mist} (als kop gelezen: {gelezen})")


def kop_mist(namen: list[str], *, in_csv: bool = True) -> str:
    """Say which columns a head lacks, and which of its names may have been meant."""
    if {*namen} >= {*LIJST, *_PLAT}:
        plat = "dit is de platte tabel van een export, met codes waar teksten horen"
        return f"{plat}; lees het JSON-bestand, of de Excel-werkmap"
    if in_csv and len(namen) == 1 and len(namen[0].split()) > 1:
        return "scheid de kolommen met een puntkomma, een komma of een tab"
    mist = [naam for naam in LIJST if naam not in namen]
    anders = {naam.casefold(): naam for naam in namen}
    bedoeld = [(naam, get_close_matches(naam, anders, 1, _LIJKT)) for naam in mist]
    lijkt = "".join(
        f"; {citaat(anders[ander])} lijkt op {citaat(naam)}" for naam, gevonden in bedoeld for ander in gevonden
    )
    in_matrix = "in een matrix 'leerlijn', 'rij' of 'rijnaam', en de kolommen van de niveaus"
    return f"in een lijst ontbreekt {', '.join(map(citaat, mist))}, {in_matrix}{lijkt}"
