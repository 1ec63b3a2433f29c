"""Some columns of a table that came in, line by line: evidence, modules, or whatever has a line per thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from ..fouten import Bevinding, GeenKolom, OngeldigBestand, OngeldigeVraag, eis_type
from .blad import FORMULEFOUT, naam_van
from .bron import Bron
from .csvbestand import GeenTabel
from .kop import kies_kolommen, kop_met
from .tabelbestand import lees_inhoud

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..fouten import Fout
    from .kop import Tabel
    from .tabelbestand import Inhoud


_GETEKEND = 20
"""How many lines a notebook draws: it is to see what came in, `records()` has all."""


@attrs.frozen(repr=False)
class Tabelinhoud:
    """The columns that were asked for.

    Attributes:
        regels: tuple of dicts, one per line that holds anything, in the order of the file: under each name that was asked for the
            text of the cell, or `None` where it is empty.
        waar: tuple of the place of each of these lines, in Dutch, such as `blad 'Groep A', regel 12`.
        opmerkingen: tuple of sentences in Dutch: which sheets and titles were passed over, and which merged cells filled in.
    """

    regels: tuple[dict[str, str | None], ...]
    waar: tuple[str, ...]
    opmerkingen: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Tabelinhoud: regels: {len(self.regels)}, opmerkingen: {len(self.opmerkingen)}>"

    def _repr_html_(self) -> str:
        from ..tabel import Tabel

        rijen = [
            (plek, *(cel or "" for cel in regel.values()))
            for plek, regel in zip(self.waar[:_GETEKEND], self.regels[:_GETEKEND], strict=True)
        ]
        kop = ("waar", *self.regels[0]) if rijen else ()
        meer = len(self.regels) - len(rijen)
        voet = "\n".join((*([f"en nog {meer} regels"] if meer else []), *self.opmerkingen))
        return Tabel(f"regels: {len(self.regels)}", kop, tuple(rijen), voet).html()

    def records(self) -> list[dict[str, str | None]]:
        """Return the lines as a list of dicts, for a data frame."""
        return [dict(regel) for regel in self.regels]

    def als_dict(self) -> dict[str, Any]:
        """Return the fields by name, ready for `json.dumps`."""
        return {"regels": self.records(), "waar": list(self.waar), "opmerkingen": list(self.opmerkingen)}

    def leeg(self, kolom: str) -> tuple[str, ...]:
        """Return the places of the lines in which a column is empty."""
        return tuple(plek for plek, regel in zip(self.waar, self.regels, strict=True) if regel[kolom] is None)


def lees_tabel(bron: Bron, *kolommen: str, blad: str | None = None) -> Tabelinhoud:
    """Return some columns of a CSV file or an Excel workbook, by the rules of *What a table may look like* (`docs/tabellen.md`).

    Every sheet that has the columns is read, in order. No engine is needed for it: `cohort` counts the lines as they are.

    Args:
        bron: a path (`.csv`, `.csv.gz` or `.xlsx`), an open file, or bytes; at most 10 MB.
        kolommen: the names of the columns, one at least, in any case; one that is called exactly so goes first.
        blad: the name of the only sheet that is read.

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
    fouten: list[Bevinding] = []
    for tabel in inhoud.tabellen:
        plaatsen = kies_kolommen(tabel.kop.cellen, kolommen, str(tabel.blad))
        fouten += _gebreken(tabel, plaatsen)
        waar += (tabel.blad.waar(regel.nummer) for regel in tabel.regels)
        regels += ({naam: regel.cel(plaats) or None for naam, plaats in plaatsen.items()} for regel in tabel.regels)
    if fouten:
        raise OngeldigBestand.van(fouten)
    return Tabelinhoud(tuple(regels), tuple(waar), tuple(inhoud.opmerkingen()))


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


def _gebreken(tabel: Tabel, plaatsen: dict[str, int]) -> Iterator[Bevinding]:
    """Yield the cells in these columns that hold what is no text, or an error of a formula."""
    for regel in tabel.regels:
        for plaats in plaatsen.values():
            if plaats in regel.gebreken:
                yield Bevinding(tabel.waar(regel, plaats), *regel.gebreken[plaats])
            elif re.fullmatch(FORMULEFOUT, cel := regel.cel(plaats)):
                yield Bevinding(tabel.waar(regel, plaats), "verkeerde_waarde", f"de formule geeft een fout: {cel}")
