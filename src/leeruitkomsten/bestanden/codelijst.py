"""A list of codes, in what people keep it in: a text with a code on each line, or a column of a table."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from ..fouten import Bevinding, OngeldigBestand
from ..zinnen import citaat, eerste_van, opsomming
from .blad import naam_van
from .bron import GRENS, lees_tabelbytes
from .csvbestand import GeenTabel, tekst_van
from .kolommen import is_lijst, kolomnaam
from .kop import kies_kolommen
from .lees_tabel import ernaast
from .tabelbestand import is_tabel, lees_inhoud

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blad import Blad
    from .bron import Bron
    from .kop import Tabel

KOLOMMEN = ("criterium", "code")
"""How the column with codes may be called; the first of these that is there."""
_WIE = (
    "student|leerling|deelnemer|cursist|kandidaat|stagiaire?|gebruiker|learner|pupil|trainee|participant|candidate|user"
)
_WAT = "(?:voor|achter)?naam|(?:first |last |full )?name|nummer|number|nr|id|code|e ?mail(?:adres| address)?"
_STUDENT = rf"(?:(?:{_WAT}) ?(?:van )?(?:de )?)?(?:{_WIE})(?: ?(?:{_WAT}))?|e ?mail(?:adres| address)?"
_PERSOON = re.compile(rf"{_STUDENT}|(?:volledige )?(?:voor|achter)?naam|surname|(?:first |last |full )?name")
"""How a column may be called that says of whom a line is: where that is the only thing that tells people apart, too."""
_BESLIST = re.compile(rf"(?!.*(?:voor|achter|first |last )na)(?:{_STUDENT})")
"""How one may be called that says it whatever `naam` says: not one that has a part of a name."""
_NAAM = ("naam", "name")
"""What may be that of a piece of evidence just as well."""
_GENOEMD = 3
_HOE = "bewaar het als UTF-8 (in Kladblok: Opslaan als, met de codering UTF-8)"


class Codelijst(NamedTuple):
    """The codes in a file, in order, each as often as it stands there; and what was passed over or filled in, in Dutch."""

    codes: list[str]
    opmerkingen: tuple[str, ...] = ()


def lees_codelijst(bron: Bron, *, blad: str | None = None, van_een: bool = True) -> Codelijst:
    """Return the codes in a file; with `van_een` they are to be of one student.

    A table (CSV or Excel) has them in a column `criterium` or `code`, or in its only column, with or without a name. Of a text
    every line that is not empty is a code, as it stands: what is around it is left for `controleer` to repair.

    Raises:
        OngeldigBestand: it is not UTF-8 or no table; the table has no such column; or it says of its lines that
            they are of several people, in a column such as `student` or `leerling`, or without one of those in `naam`.
        GeenKolom: a column with codes or students is there more than once.
        VerkeerdType: it is nothing that can be read.
        OSError: it cannot be read.
        OntbrekendOnderdeel: it is a workbook, and the extra `excel` is not installed.
    """
    inhoud = bron if isinstance(bron, str | os.PathLike) else lees_tabelbytes(bron)
    try:
        return _uit_tabel(inhoud, blad, van_een=van_een) if is_tabel(inhoud) else Codelijst(_uit_tekst(inhoud))
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None


def _uit_tekst(bron: Bron) -> list[str]:
    inhoud = lees_tabelbytes(bron)
    if len(inhoud) > GRENS:
        raise GeenTabel.bestand(f"is groter dan {GRENS} bytes", "te_groot")
    return [regel for regel in tekst_van(inhoud, _HOE).splitlines() if regel.strip()]


def _uit_tabel(bron: Bron, blad: str | None, *, van_een: bool) -> Codelijst:
    inhoud = lees_inhoud(bron, lambda cellen: any(naam_van(cel) in KOLOMMEN for cel in cellen), blad=blad)
    if not inhoud.tabellen:
        codes = [cel for een in inhoud.zonder for cel in _enige_kolom(een)]
        zinnen = (zin for een in inhoud.zonder for zin in een.opmerkingen())
        samen = _samen([str(een) for een in inhoud.zonder if een.regels]) if van_een else ()
        return Codelijst(codes, (*samen, *zinnen))
    _eis_geen_raamwerk(inhoud.tabellen)
    if van_een:
        _eis_een_student(inhoud.tabellen)
    codes = [code for tabel in inhoud.tabellen for code in _kolom(tabel)]
    samen = _samen([str(tabel.blad) for tabel in inhoud.tabellen if tabel.regels]) if van_een else ()
    zinnen = (
        zin
        for tabel in inhoud.tabellen
        for zin in ernaast(tabel, {_codekolom(tabel): _plaats(tabel, _codekolom(tabel))})
    )
    return Codelijst(codes, (*inhoud.opmerkingen(), *samen, *zinnen))


def _samen(bladen: Sequence[str]) -> Iterator[str]:
    """Yield that several sheets are one list: they may well be of a student each."""
    if len(bladen) > 1:
        yield f"de codes van {', '.join(bladen[:-1])} en {bladen[-1]} zijn één lijst; kies met --blad (blad=) anders één blad"


def _eis_geen_raamwerk(tabellen: Sequence[Tabel]) -> None:
    if any(is_lijst([kolomnaam(cel) for cel in tabel.kop.cellen]) for tabel in tabellen):
        raise GeenTabel.bestand(
            "is een tabel van een raamwerk; maak er eerst een raamwerk van met: leeruitkomsten nieuw"
        )


def _eis_een_student(tabellen: Sequence[Tabel]) -> None:
    """Raise where the tables say of whom they are, and that is more than one student."""
    per_kolom: dict[str, dict[str, None]] = {}
    for tabel in tabellen:
        for naam in _persoonskolommen(tabel):
            plaats = _plaats(tabel, naam)
            per_kolom.setdefault(naam, {}).update(dict.fromkeys(regel.cel(plaats) for regel in tabel.regels))
    for naam, van in per_kolom.items():
        if len(van) > 1:
            enkele = _enkele([*filter(None, van)]) + (", en lege cellen" if "" in van else "")
            reden = (
                f"heeft in kolom {citaat(naam)} {len(van)} verschillende ({enkele}); hier horen de codes van één student. Bewaar "
                "diens regels apart, of geef hele groepen aan: leeruitkomsten voortgang --per. Zegt die kolom niet van wie een "
                "regel is, noem hem dan anders, zoals 'titel'"
            )
            raise GeenTabel.bestand(reden, "verkeerd_aantal")


def _persoonskolommen(tabel: Tabel) -> list[str]:
    """Return the columns that say of whom a line is; a bare name only where no column that is filled says it better."""
    woorden = {naam: re.sub(r"[\s_.:/-]+", " ", naam).strip() for naam in tabel.namen}
    personen = [naam for naam, woord in woorden.items() if _PERSOON.fullmatch(woord)]
    beslist = [_plaats(tabel, naam) for naam in personen if _BESLIST.fullmatch(woorden[naam])]
    if any(regel.cel(plaats) for plaats in beslist for regel in tabel.regels):
        return [naam for naam in personen if woorden[naam] not in _NAAM]
    return personen


def _enkele(namen: Sequence[str]) -> str:
    return opsomming(namen) if len(namen) <= _GENOEMD else eerste_van([*map(citaat, namen)], _GENOEMD)


def _plaats(tabel: Tabel, kolom: str) -> int:
    return kies_kolommen(tabel.kop.cellen, [kolom], str(tabel.blad))[kolom]


def _codekolom(tabel: Tabel) -> str:
    return next(naam for naam in KOLOMMEN if naam in tabel.namen)


def _kolom(tabel: Tabel) -> list[str]:
    """Return the codes of a table that has a column for them."""
    if tabel.titels:  # a code above the head would be taken for a title
        reden = f"boven de kop van regel {tabel.kop.nummer} staat {citaat(next(tabel.titels[0].eigen()))}"
        raise GeenTabel(Bevinding(tabel.blad.waar(tabel.titels[0].nummer), "niet_opgenomen", reden))
    plaats = _plaats(tabel, _codekolom(tabel))
    fouten = [
        Bevinding(tabel.waar(regel, plaats), *regel.gebreken[plaats])
        for regel in tabel.regels
        if plaats in regel.gebreken
    ]
    fouten += [
        Bevinding(tabel.waar(regel, plaats), "leeg", "hier staat geen code")
        for regel in tabel.regels
        if not regel.cel(plaats)
    ]
    if fouten:
        raise GeenTabel(*fouten)
    return [regel.cel(plaats) for regel in tabel.regels]


def _enige_kolom(blad: Blad) -> list[str]:
    """Return the cells of a sheet of one column."""
    for regel in blad.regels:
        if len(list(regel.eigen())) > 1 or regel.gebreken:
            reden = "er is geen kolom 'criterium' of 'code', en er staat meer dan één kolom"
            raise GeenTabel(Bevinding(blad.waar(regel.nummer), "geen_kolom", reden))
    return [cel for regel in blad.regels for cel in regel.eigen()]
