"""The framework as one Markdown page: the matrix of each leerlijn, for a wiki, a repository or a course page."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Leerlijn, Niveau
from ..raamwerk import Raamwerk
from ..tabel import Tabel


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return the title, the version and the source, the niveaus, then each leerlijn as the table that the document has.

    Tables are those of GitHub (pipes), which CommonMark alone does not know. A cell has a criterium per line, parted by
    `<br>`, its code in bold; markup in a text is escaped, so that it is read as it was written. An empty cell shows a dash.

    Not in it: the introduction, errata, codes that ended, and the codes that the source itself gives.

    >>> import leeruitkomsten as lu
    >>> regels = schrijf(lu.laad()).decode().splitlines()
    >>> regels[0]
    '# **Leeruitkomsten van het werkplekleren**'
    >>> regels[4]
    '| 1.0 | 2026-11-24 | Leeruitkomsten (NVAO, 2015; Onderwijscoöperatie, 2014; 10voordeleraar, 2017) |'
    """
    return pagina_van(raamwerk, raamwerk.leerlijnen).encode()


def pagina_van(raamwerk: Raamwerk, leerlijnen: Iterable[Leerlijn]) -> str:
    """Return the page of `schrijf` as text, with these leerlijnen of the framework only.

    >>> import leeruitkomsten as lu
    >>> print(*pagina_van(lu.laad(), [lu.leerlijn("WD")]).splitlines()[6:12:2], sep="\\n")
    ## **Niveaus**
    | Niveau | Fase | Begeleiding |
    | 1 | Oriëntatiefase | niet vermeld |
    """
    begin = Tabel(raamwerk.naam, ("Versie", "Datum", "Bron"), ((raamwerk.versie, raamwerk.datum, str(raamwerk.bron)),))
    # A table of the niveaus: the matrices name them by number only.
    niveaus = Tabel("Niveaus", Niveau.KOP, tuple(niveau._regel() for niveau in raamwerk.niveaus))
    delen = [niveaus, *(leerlijn._tabel() for leerlijn in leerlijnen)]
    return "\n\n".join([f"# {begin.markdown()}", *(f"## {deel.markdown()}" for deel in delen)]) + "\n"
