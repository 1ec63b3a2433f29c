"""The framework as one Markdown page: the matrix of each leerlijn, for a wiki, a repository or a course page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model import Leerlijn, Rij, rijnaamvoet
from ..raamwerk import Raamwerk
from ..schermtaal import NEDERLANDS, Spreek
from ..tabel import Tabel


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return the title, the version and the source, the niveaus, then each leerlijn as the table that the document has.

    Tables are those of GitHub (pipes), which CommonMark alone does not know. A cell has a criterium per line, parted by
    `<br>`, its code in bold and that of the source behind it. Markup in a text is escaped, so that it is read as it was
    written. An empty cell shows a dash.

    Not in it: the introduction, errata, and codes that ended.

    >>> import leeruitkomsten as lu
    >>> regels = schrijf(lu.laad()).decode().splitlines()
    >>> regels[0]
    '# **Leeruitkomsten van het werkplekleren**'
    >>> regels[4]
    '| 1.0 | 2026-11-24 | Leeruitkomsten (NVAO, 2015; Onderwijscoöperatie, 2014; 10voordeleraar, 2017) |'
    """
    return pagina_van(raamwerk, raamwerk.leerlijnen).encode()


def pagina_van(
    raamwerk: Raamwerk,
    leerlijnen: Iterable[Leerlijn],
    spreek: Spreek = NEDERLANDS,
    voet: Callable[[tuple[Rij, ...]], str] = rijnaamvoet,
) -> str:
    """Return the page of `schrijf` as text, with these leerlijnen of the framework only.

    `spreek` says its words, and `voet` whose names rows have.

    >>> import leeruitkomsten as lu
    >>> print(*pagina_van(lu.laad(), [lu.leerlijn("WD")]).splitlines()[6:12:2], sep="\\n")
    ## **Niveaus**
    | Niveau | Fase | Begeleiding |
    | 1 | Oriëntatiefase | niet vermeld |
    """
    kop = (spreek("vel.versie"), spreek("vel.datum"), spreek("vel.bron"))
    begin = Tabel(raamwerk.naam, kop, ((raamwerk.versie, raamwerk.datum, str(raamwerk.bron)),))
    # A table of the niveaus: the matrices name them by number only.
    delen = [_niveaus(raamwerk, spreek), *(_matrix(leerlijn, spreek, voet(leerlijn.rijen)) for leerlijn in leerlijnen)]
    return "\n\n".join([f"# {begin.markdown()}", *(f"## {deel.markdown()}" for deel in delen)]) + "\n"


def _niveaus(raamwerk: Raamwerk, spreek: Spreek) -> Tabel:
    """Return the niveaus as a table; the begeleiding only where the source states any."""
    kop = (spreek("vel.kop_niveau"), spreek("vel.kop_fase"), spreek("vel.kop_begeleiding"))
    regels = ((str(n.nummer), n.fase, n.begeleiding or spreek("vel.niet_vermeld")) for n in raamwerk.niveaus)
    breed = None if any(n.begeleiding for n in raamwerk.niveaus) else -1
    return Tabel(spreek("vel.alle_niveaus"), kop[:breed], tuple(regel[:breed] for regel in regels))


def _matrix(leerlijn: Leerlijn, spreek: Spreek, voet: str) -> Tabel:
    """Return the table that a leerlijn draws itself as, its own words said by `spreek`."""
    tabel = leerlijn._tabel()
    # At the head of a line stand the cell of a row, or the one word for the line of the leeruitkomsten.
    regels = ((spreek("leeruitkomst") if isinstance(eerste, str) else eerste, *rest) for eerste, *rest in tabel.rijen)
    return Tabel(tabel.titel, (spreek("rij"), *tabel.kop[1:]), tuple(regels), voet)
