"""The CSV file of a system: read as strictly as any other, but for lines that are longer or shorter than the head."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...bestanden.blad import Regel
from ...bestanden.bron import Bron, lees_bytes
from ...bestanden.csvbestand import GeenTabel, lees_csv, tekst_van
from ...bestanden.kop import halve_regel
from ...fouten import OngeldigBestand


def csvregels(bron: Bron, grens: int, is_kop: Callable[[list[str]], bool], nodig: int) -> tuple[Regel, list[Regel]]:
    """Return the head, which is the first line that holds anything, and the lines below it.

    Args:
        bron: the file.
        grens: the largest size that is accepted, in bytes.
        is_kop: says whether cells are a head: what parts the columns is what gives one.
        nodig: how many cells a last line without a line end must have, not to be half a line.

    Raises:
        OngeldigBestand: it is no CSV, too large, without a head, or not whole.
    """
    inhoud = lees_bytes(bron, grens)
    try:
        if len(inhoud) > grens:
            raise GeenTabel.bestand(f"is groter dan {grens} bytes; vanuit Python kan er met grens= meer", "te_groot")
        # A text may have as many signs that part cells as the head has: only the first line can be that.
        eerste = _eerste_regel(tekst_van(inhoud))
        regels = [*lees_csv(inhoud, lambda cellen: is_kop(cellen) and all(cel in eerste for cel in cellen)).regels]
        if not regels:
            raise GeenTabel.bestand("heeft geen enkele regel", "leeg")
        laatste = regels[-1]
        if laatste.open_einde and laatste.breed < nodig:
            raise GeenTabel(halve_regel(f"regel {laatste.nummer}"))
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None
    return regels[0], regels[1:]


def _eerste_regel(tekst: str) -> str:
    """Return the first line that holds anything; each line is looked at once, however much white space it has."""
    return next((regel[0] for regel in re.finditer(r"[^\r\n]+", tekst) if not regel[0].isspace()), "")
