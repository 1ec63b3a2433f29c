"""Every table that comes in, whatever it is about: a CSV file or an Excel workbook, read by one set of rules.

The page *Hoe een tabel eruit mag zien* (`docs/tabellen.md`) states them.
"""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..zinnen import citaat
from .bron import GRENS, WERKMAP, ZIP, lees_tabelbytes
from .csvbestand import GeenTabel, lees_csv, uitgepakt
from .excelbestand import lees_excel
from .kop import tabel_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blad import Blad
    from .bron import Bron
    from .kop import IsKop, Tabel

EINDEN = (".csv", ".csv.gz", ".xlsx")
_ANDER_REKENBLAD = (".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".fods", ".numbers", ".tsv")
"""How files are called that are tables too, of a kind that is not read: nobody would want them taken for a text."""
_OUD = b"\xd0\xcf\x11\xe0"
_BEVEILIGD = "EncryptedPackage".encode("utf-16-le")
"""What is in the list of parts of a workbook with a password, which begins as an old one does."""
_ANDERS = {
    _OUD: "is een oud Excel-bestand (.xls); bewaar het als .xlsx",
    b"PAR1": "is een Parquet-bestand; dat kan alleen waar bewijs of modules geteld worden",
    b"%PDF": "is een PDF; bewaar de tabel als .csv of .xlsx",
}
_GZIP = b"\x1f\x8b"


class Inhoud(NamedTuple):
    """What stands in a file: the tables with the columns asked for, and the sheets that have none of them."""

    tabellen: Sequence[Tabel]
    zonder: Sequence[Blad]

    def opmerkingen(self) -> Iterator[str]:
        """Yield what a reader should know of how the file was read, in Dutch."""
        for tabel in self.tabellen:
            yield from tabel.opmerkingen()
        for blad in self.zonder:
            wat = "is leeg" if not blad.regels else "heeft de gevraagde kolommen niet en is overgeslagen"
            yield f"{blad} {wat}"


def is_tabel(bron: str | os.PathLike[str] | bytes) -> bool:
    """Say whether a path is called as a table, or bytes are a workbook."""
    return bron.startswith(ZIP) if isinstance(bron, bytes) else _heet(bron, *EINDEN, *_ANDER_REKENBLAD)


def lees_inhoud(bron: Bron, is_kop: IsKop, *, blad: str | None = None) -> Inhoud:
    """Return the tables in a file, and which sheets are none.

    What it is follows from its first bytes; a path must be called `.csv`, `.csv.gz` or `.xlsx` besides.

    Args:
        bron: a path, an open file, or bytes.
        is_kop: says whether the cells of a line are the names of the columns asked for.
        blad: the name of the only sheet that is looked at.

    Raises:
        GeenTabel: it is no such file, or too large; it has no sheet that is called so; or lines of a table do not fit its head. All
            that is wrong is named.
        VerkeerdType: it is nothing that can be read.
        OSError: it cannot be read.
        OntbrekendOnderdeel: it is a workbook, and the extra `excel` is not installed.
    """
    bladen = _bladen(bron, is_kop)
    gekozen = bladen if blad is None else [een for een in bladen if een.naam == blad]
    if not gekozen:
        er_zijn = ", ".join(citaat(een.naam) for een in bladen if een.naam) or "geen bladen"
        raise GeenTabel.bestand(f"heeft geen blad {citaat(blad)}; er zijn: {er_zijn}", "bestaat_niet")
    gevonden = [(een, tabel_van(een, is_kop)) for een in gekozen]
    tabellen = [tabel for _, tabel in gevonden if tabel]
    fouten = [fout for tabel in tabellen for fout in tabel.fouten()]
    if fouten:
        raise GeenTabel(*fouten)
    return Inhoud(tabellen, [een for een, tabel in gevonden if tabel is None])


def _bladen(bron: Bron, is_kop: IsKop) -> list[Blad]:
    if isinstance(bron, str | os.PathLike) and not _heet(bron, *EINDEN):
        raise GeenTabel.bestand("is geen .csv of .xlsx; bewaar het als een van die twee")
    inhoud = lees_tabelbytes(bron)
    if inhoud.startswith(_GZIP):
        inhoud = _uitgepakt(inhoud)
    grens = WERKMAP if inhoud.startswith(ZIP) else GRENS
    if len(inhoud) > grens:
        raise GeenTabel.bestand(f"is groter dan {grens} bytes", "te_groot")
    if inhoud.startswith(_OUD) and _BEVEILIGD in inhoud:
        raise GeenTabel.bestand("is met een wachtwoord beveiligd; bewaar het zonder")
    for begin, reden in _ANDERS.items():
        if inhoud.startswith(begin):
            raise GeenTabel.bestand(reden)
    if inhoud.startswith(ZIP) or _heet(bron, ".xlsx"):
        return lees_excel(inhoud)
    return [lees_csv(inhoud, is_kop)]


def _heet(bron: Bron, *einden: str) -> bool:
    return isinstance(bron, str | os.PathLike) and Path(bron).name.casefold().endswith(einden)


def _uitgepakt(inhoud: bytes) -> bytes:
    """Return what was packed, up to one byte over the limit."""
    with gzip.open(io.BytesIO(inhoud)) as bestand, uitgepakt():
        return bestand.read(GRENS + 1)
