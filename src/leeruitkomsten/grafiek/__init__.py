"""Charts (grafieken) of a framework, of what a student or a cohort has shown of it, and of a curriculum.

Each function returns a chart of Altair, which draws itself in a notebook and can be taken further with all that Altair has.
What is drawn is data in the chart: numbers are worked out by this library, and no text of a framework ever becomes part of an
expression. The same input gives the same chart under the same theme of Altair, and `bewaar` the same bytes. Altair and vl-convert
come with the extra `grafiek`.

Colours are those of ColorBrewer's Blues and of Okabe and Ito, which people of every colour vision can tell apart, and each cell
says in text what its colour says. What is shown of students is counted, and not judged.

What a chart says around the texts is Dutch, or with `schermtaal="en"` English; the texts keep the language of their framework.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from ..cohort import Telling
from ..cohort.soorten import Frame
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, spreker
from ..vragen.dekking import Dekking
from ..vragen.voortgang import Voortgang
from . import _altair as altair

__all__ = ["aantallen", "bewaar", "dekking", "heatmap", "opbouw"]


def heatmap(
    raamwerk: Raamwerk,
    voortgang: Voortgang | Telling[Any] | Sequence[Mapping[str, object]] | Frame,
    *,
    schermtaal: Schermtaal = "nl",
) -> altair.LayerChart:
    """Draw what has been shown of each cell: rows by leerlijn, a column per niveau.

    Args:
        raamwerk: the framework.
        voortgang: a `Voortgang` (one student), or of a cohort what `cohort.per_criterium` gives, or a `cohort.Telling`. That table
            may be a list of dicts, a frame of pandas, Polars or Spark, a table of PyArrow or a relation of DuckDB, with the columns
            `criterium`, `aangetoond` and `totaal` and a line for each succescriterium, in any order. A lazy one is
            computed. What was counted must be students, whatever the column was called that `per` named: the chart calls them
            so.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Of a student a cell says how many of its criteria have been shown ("1/2"); of a cohort which share of the students has shown
    a criterium, on average over the criteria of the cell ("63%"). Percentages are whole; 0% is nobody and 100% everybody,
    "<1%" and ">99%" what lies just between. The heading of each leerlijn says the same of its leeruitkomsten. Niveaus that a
    `Voortgang` does not count are grey ("niet meegeteld"), and not zero.

    Raises:
        OngeldigeVraag: the `Voortgang` or `Telling` is one of another framework, or of another version of it: the error names both
            (a table does not say which was counted). Or the framework has no succescriteria, or there is no such `schermtaal`.
        OngeldigeVraag: columns or lines of a table are missing, or numbers do not add up: the error names every fault.
        VerkeerdType: this is no framework, or neither a `Voortgang` nor a table.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> kader = lu.laad()
    >>> grafiek = heatmap(kader, kader.voortgang({"WP1.1a", "WP1.2a"}, niveau=1))
    >>> grafiek.to_dict()["title"]["text"]
    ['Aangetoonde succescriteria van niveau 1']
    """
    from ._heatmap import teken

    return teken(raamwerk, voortgang, spreker(schermtaal))


def aantallen(raamwerk: Raamwerk, *, schermtaal: Schermtaal = "nl") -> altair.FacetChart:
    """Draw how many succescriteria each leerlijn has at each niveau: bars, in a panel per niveau.

    Args:
        raamwerk: the framework.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Raises:
        OngeldigeVraag: the framework has no succescriteria, or there is no such `schermtaal`.
        VerkeerdType: this is no framework.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> aantallen(lu.laad()).to_dict()["title"]["subtitle"][0]
    'Samen 101 succescriteria in 20 rijen.'
    """
    from ._aantallen import teken

    return teken(raamwerk, spreker(schermtaal))


def opbouw(
    raamwerk: Raamwerk, code: str | None = None, *, schermtaal: Schermtaal = "nl"
) -> altair.LayerChart | altair.HConcatChart:
    """Draw how rows build up over the niveaus: all of them, or the one that a code stands in.

    Args:
        raamwerk: the framework.
        code: of a succescriterium, a cel or a rij; `None` for all rows.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Of all rows: each cell has its number of criteria, and which share of their words is new. Of one row: what it asks at each
    niveau, and how many words have gone, have stayed and are new. Each is compared with the last niveau before it at which the row
    asks something, by the words that `verschil` finds. Criteria are paired by order where both cells hold equally many (a
    suggestion, as in `verdieping`); else all texts of one cell are compared with all of the other.

    Raises:
        OnbekendeCode: there is no such code.
        OngeldigeVraag: the framework has no succescriteria, or there is no such `schermtaal`.
        VerkeerdType: this is no framework.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> opbouw(lu.laad(), "WP3.4b").to_dict()["title"]["text"]
    ['Opbouw van rij WP.4, niveau 1 tot en met 4']
    """
    if code is not None:
        from ._rij import teken as teken_rij

        return teken_rij(raamwerk, code, spreker(schermtaal))
    from ._opbouw import teken

    return teken(raamwerk, spreker(schermtaal))


def dekking(raamwerk: Raamwerk, dekking: Dekking, *, schermtaal: Schermtaal = "nl") -> altair.LayerChart:
    """Draw which modules of a curriculum work on which leeruitkomsten, and what no module does.

    Args:
        raamwerk: the framework.
        dekking: what `raamwerk.dekking(…)` gives. Modules stand in its order, each with its number; the last column has what no
            module works on.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Raises:
        OngeldigeVraag: the `Dekking` is one of another framework, or of another version of it: the error names both, and of two
            editions of one version what reads differently. Or the framework has no succescriteria, or there is no such
            `schermtaal`.
        VerkeerdType: this is no framework, or no `Dekking`.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> kader = lu.laad()
    >>> grafiek = dekking(kader, kader.dekking({"Stage 1": ["WP1", "WD1.1a"]}))
    >>> "5 van 101 succescriteria gedekt door 1 module." in grafiek.to_dict()["description"]
    True
    """
    from ._dekking import teken

    return teken(raamwerk, dekking, spreker(schermtaal))


def bewaar(
    grafiek: altair.TopLevelMixin, doel: str | os.PathLike[str], *, schermtaal: Schermtaal | None = None
) -> bytes:
    """Write a chart to a file, as a whole or not at all, and return its bytes; nothing is asked of the network.

    Args:
        grafiek: a chart of this module, or any of Altair.
        doel: the path; its ending says what it becomes. `.svg` is a drawing, `.png` a picture of two pixels per point, `.html` a
            page that carries Vega with it and so opens anywhere. A file that is there is replaced; a pipe is written into.
        schermtaal: the language that the file says it is in, `nl` or `en`; that of the chart when it is left out (a chart that
            this module did not make counts as Dutch).

    The same chart gives the same bytes with the same versions of Altair and vl-convert, and for a picture the same fonts. A page
    tells the browser that it may fetch nothing.

    Raises:
        OngeldigeVraag: the name has another ending, or the chart has data or pictures with an address, which would be fetched.
            Or there is no such `schermtaal`. Nothing is written.
        VerkeerdType: this is no chart, or no path.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> bewaar(aantallen(lu.laad()), "aantallen.svg")[:14]
    b'<svg lang="nl"'
    """
    from ._bewaar import bewaar as bewaar_grafiek

    return bewaar_grafiek(grafiek, doel, schermtaal)
