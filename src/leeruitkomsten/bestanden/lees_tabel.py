"""Some columns of a table that came in, line by line: evidence, modules, or whatever has a line per thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..codes import soort_van
from ..datums import dag_van
from ..fouten import Bevinding, GeenKolom, OngeldigBestand, OngeldigeVraag, eis_type
from ..zinnen import citaat, opsomming
from .blad import bedorven, naam_van
from .bron import Bron
from .csvbestand import GeenTabel
from .kop import kies_kolommen, kop_met
from .naamgenoten import Naamgenoten
from .tabelbestand import lees_inhoud
from .tabelinhoud import Tabelinhoud

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..fouten import Fout
    from .kop import Tabel
    from .tabelbestand import Inhoud

_NEE = ("nee", "no", "false", "onwaar", "niet aangetoond")
"""What a column may say of a line that is not meant to count, in small letters."""
_JA = ("x", "v", "✓", "✔", "☑", "ja", "yes", "true", "waar", "1", "ok", "aangetoond")
"""What it may say of lines that are, where it says nothing of the others."""


def lees_tabel(bron: Bron, *kolommen: str, blad: str | None = None, datums: Sequence[str] = ()) -> Tabelinhoud:
    """Return some columns of a CSV file or an Excel workbook, by the rules of *Hoe een tabel eruit mag zien* (`docs/tabellen.md`).

    Every sheet that has the columns is read, in order. No engine is needed for it: `cohort` counts the lines as they are.

    Args:
        bron: a path (`.csv`, `.csv.gz` or `.xlsx`), an open file, or bytes; at most 10 MB, a workbook 100 MB.
        kolommen: the names of the columns, one at least, in any case; one that is called exactly so goes first.
        blad: the name of the only sheet that is read.
        datums: which of the columns hold days: there a cell of Excel may be a date, and becomes its ISO text.

    Raises:
        OngeldigBestand: it is no such file, or a line or cell cannot be read as it stands; `.bevindingen` names all of them.
        GeenKolom: no sheet has these columns, or one has two of a name.
        OngeldigeVraag: no column is asked for, or one without a name.
        VerkeerdType: `bron` is nothing that can be read, or the name of a column no text.
        OSError: the file cannot be read.
        OntbrekendOnderdeel: an Excel file, and the extra `excel` is not installed.

    >>> lees_tabel(b"Student;Criterium;Datum\\ns1;WP1.1a;\\n", "student", "criterium").regels
    ({'student': 's1', 'criterium': 'WP1.1a'},)
    """
    for naam in kolommen:
        eis_type(naam, str, "de naam van een kolom", "kolommen")
    if not kolommen or not all(map(naam_van, kolommen)):
        reden = "geef de namen van de kolommen op, bijvoorbeeld lees_tabel(bron, 'student', 'criterium')"
        raise OngeldigeVraag("ontbrekende_optie", reden, {"kolommen": kolommen})
    try:
        inhoud = lees_inhoud(bron, kop_met(kolommen), blad=blad)
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None
    if not inhoud.tabellen:
        raise _geen_kop(inhoud, kolommen)
    regels: list[dict[str, str | None]] = []
    waar: list[str] = []
    zinnen = list(inhoud.opmerkingen())
    fouten: list[Bevinding] = []
    for tabel in inhoud.tabellen:
        plaatsen = kies_kolommen(tabel.kop.cellen, kolommen, str(tabel.blad))
        fouten += _gebreken(tabel, plaatsen, datums)
        zinnen += ernaast(tabel, plaatsen)
        waar += (tabel.blad.waar(regel.nummer) for regel in tabel.regels)
        regels += ({naam: regel.cel(plaats) or None for naam, plaats in plaatsen.items()} for regel in tabel.regels)
    for naam in dict.fromkeys(kolommen):
        plekken: dict[str, str] = {}
        for regel, plek in zip(regels, waar, strict=True):
            plekken.setdefault(regel[naam] or "", plek)
        plekken.pop("", None)
        namen = Naamgenoten(naam, plekken)
        fouten += namen.fouten()
        zinnen += namen.opmerkingen()
    if fouten:
        raise OngeldigBestand.van(fouten)
    return Tabelinhoud(tuple(regels), tuple(waar), tuple(zinnen))


def _geen_kop(inhoud: Inhoud, kolommen: Sequence[str]) -> Fout:
    """Return the error for a file without the columns: it quotes what was read as the head of its first sheet."""
    for blad in inhoud.zonder:
        if blad.regels:
            waar = f"de kop ({blad.waar(blad.regels[0].nummer)})"
            try:
                kies_kolommen(blad.regels[0].cellen, kolommen, waar)
            except GeenKolom as fout:
                return fout
    return OngeldigBestand((Bevinding("het bestand", "leeg", "heeft geen enkele regel"),))


def ernaast(tabel: Tabel, plaatsen: Mapping[str, int]) -> Iterator[str]:
    """Yield what a reader might think is counted, of columns that were not asked for.

    That is a column of almost the same name, codes of criteria in another column, and one that says `nee` of some lines, or
    has a cross behind some and nothing behind the others.
    """
    gevraagd = {*map(naam_van, plaatsen)}
    for plaats, cel in enumerate(tabel.kop.cellen):
        if not cel or plaats in plaatsen.values():
            continue
        cellen = {*(regel.cel(plaats) for regel in tabel.regels)} - {""}
        if tabel.namen[plaats] in gevraagd:
            yield f"{tabel.blad}: kolom {citaat(cel)} telt niet mee; er is er een die precies zo heet als gevraagd"
        elif codes := sorted(filter(_is_criterium, cellen)):
            yield f"{tabel.blad}: in kolom {citaat(cel)} staan ook codes (zoals {citaat(codes[0])}); die telt niet mee"
        elif nee := sorted(een for een in cellen if een.casefold() in _NEE):
            yield f"{tabel.blad}: in kolom {citaat(cel)} staat ook {citaat(nee[0])}; die regels tellen wel mee"
        elif cellen and all(een.casefold() in _JA for een in cellen):
            zonder = sum(not regel.cel(plaats) for regel in tabel.regels)
            if zonder:
                waar = f"{tabel.blad}: in kolom {citaat(cel)} staat {opsomming(sorted(cellen), 'of')}"
                yield f"{waar}, maar niet in {zonder} van {len(tabel.regels)} regels; die tellen wel mee"


def _is_criterium(cel: str) -> bool:
    return soort_van(cel) == "succescriterium"


def _gebreken(tabel: Tabel, plaatsen: dict[str, int], datums: Sequence[str]) -> Iterator[Bevinding]:
    """Yield the cells in these columns that hold what is no text, or one that was spoiled on the way."""
    for regel in tabel.regels:
        for naam, plaats in plaatsen.items():
            if naam in datums and dag_van(regel.cel(plaats)) is not None:
                continue
            if gebrek := regel.gebreken.get(plaats) or bedorven(regel.cel(plaats)):
                yield Bevinding(tabel.waar(regel, plaats), *gebrek)
