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
from typing import Any, TypeAlias

from ..cohort import Telling
from ..cohort.soorten import Frame
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal
from ..vragen.dekking import Dekking
from ..vragen.groei import Groei
from ..vragen.voortgang import Voortgang
from . import _altair as altair
from ._notebook import om_te_tonen
from ._stijl import Stijl

__all__ = ["aantallen", "bewaar", "dekking", "groei", "heatmap", "inhoud", "opbouw"]

Stand: TypeAlias = Voortgang | Telling[Any] | Sequence[Mapping[str, object]] | Frame
"""What has been shown, by one student or by a cohort."""
Verloop: TypeAlias = Groei | Sequence[Mapping[str, object]] | Frame
"""What had been shown by the end of each period, by one student or by a cohort."""


def heatmap(
    raamwerk: Raamwerk,
    voortgang: Stand | Mapping[str, Stand],
    *,
    per: str | None = None,
    titel: str | None = None,
    ondertitel: str | None = None,
    schermtaal: Schermtaal = "nl",
) -> altair.LayerChart:
    """Draw what has been shown of each cell: rows by leerlijn, a column per niveau.

    Args:
        raamwerk: the framework.
        voortgang: a `Voortgang` (one student), or of a cohort what `cohort.per_criterium` gives, or a `cohort.Telling`. That table
            may be a list of dicts, a frame of pandas, Polars or Spark, a table of PyArrow or a relation of DuckDB, with the
            columns `criterium`, `aangetoond` and `totaal` and a line for each succescriterium, in any order. A lazy one is
            computed. Or a dict of two of these with their names, such as two groups or two moments: they stand beside each other.
        per: the column that was counted by, of a table, which does not say it: whose name begins with "student" are called
            students, others by the name of the column. A `Telling` knows its own.
        titel: a title of your own; what the chart is of, whom it counts, and that it is no judgement stay below it.
        ondertitel: a line of your own below the title.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Of a student a cell has a dot for each criterium: ● shown, ○ still to be shown (of more than eight it says how many: "9/12").
    At niveaus that a `Voortgang` does not count, · stands for what was not shown, and cells have no colour. Of a cohort a cell says
    which share of those counted has shown a criterium, on average over the criteria of the cell ("63%"). Percentages are whole; 0%
    is nobody and 100% everybody, "<1%" and ">99%" what lies just between. The heading of each leerlijn says the same of its
    leeruitkomsten. The caption names the denominator: how many were counted, and whether there was a list of students.

    Raises:
        OngeldigeVraag: the `Voortgang` or `Telling` is one of another framework, or of another version of it: the error names both
            (a table does not say which was counted). Or the framework has no succescriteria, or there is no such `schermtaal`.
        OngeldigeVraag: columns or lines of a table are missing, or numbers do not add up: the error names every fault. Or a dict
            does not have two of one kind.
        VerkeerdType: this is no framework, or neither a `Voortgang` nor a table.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> kader = lu.laad()
    >>> grafiek = heatmap(kader, kader.voortgang({"WP1.1a", "WP1.2a"}, niveau=1))
    >>> grafiek.to_dict()["title"]["text"]
    ['Aangetoonde succescriteria van niveau 1']
    """
    from ._heatmap import teken

    return om_te_tonen(teken(raamwerk, voortgang, per, Stijl.van(schermtaal, titel, ondertitel)))


def groei(
    raamwerk: Raamwerk,
    groei: Verloop | Mapping[str, Verloop],
    *,
    per: str | None = None,
    titel: str | None = None,
    ondertitel: str | None = None,
    schermtaal: Schermtaal = "nl",
) -> altair.FacetChart:
    """Draw how much had been shown by the end of each period: a panel per unit, with a line.

    Args:
        raamwerk: the framework.
        groei: a `Groei` (one student; a panel per EvL), or of a cohort what `cohort.groei` gives, in the long form: a list of
            dicts or a frame of any engine with the columns `periode`, the unit by its own name (`evl`, `leerlijn` …), `aangetoond`
            and `totaal`, and a line for everybody, every period and every unit. Or a dict of two of these with their names, such
            as two groups: they stand in the same panels.
        per: the column that was counted by, of a table: whose name begins with "student" are called students.
        titel: a title of your own; what the chart is of, whom it counts, and that it is no judgement stay below it.
        ondertitel: a line of your own below the title.
        schermtaal: the language of what the chart says around the texts of the framework, `nl` or `en`.

    Of a student the line is how many criteria had been shown, as a share of those of the unit; of a cohort it is the median of all,
    with the first to the third quartile as a band (of one cohort). At its end the line says how many of how many.

    Raises:
        OngeldigeVraag: the `Groei` is one of another framework or version, lines of a table do not add up (the error names every
            fault), there are more than 30 units or no evidence, or a dict does not have two of one kind and unit. Or the
            framework has no succescriteria, or there is no such `schermtaal`.
        GeenKolom: columns of a table are missing, or it has several that could be the unit.
        VerkeerdType: this is no framework, or neither a `Groei` nor a table.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> bewijs = [lu.Bewijs("WP1.1a", "lesbezoek", "2026-09-30"), lu.Bewijs("WP1.2a", "lesbezoek", "2026-11-24")]
    >>> kader = lu.laad()
    >>> verloop = kader.groei(lu.Portfolio(kader.kenmerk, "s12", bewijs))
    >>> groei(kader, verloop).to_dict()["title"]["text"]
    ['Aangetoonde succescriteria door de tijd']
    """
    from ._groei import teken

    return om_te_tonen(teken(raamwerk, groei, per, Stijl.van(schermtaal, titel, ondertitel)))


def aantallen(
    raamwerk: Raamwerk, *, titel: str | None = None, ondertitel: str | None = None, schermtaal: Schermtaal = "nl"
) -> altair.FacetChart:
    """Draw how many succescriteria each leerlijn has at each niveau: bars, in a panel per niveau.

    Args:
        raamwerk: the framework.
        titel: a title of your own; what the chart is of, whom it counts, and that it is no judgement stay below it.
        ondertitel: a line of your own below the title.
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

    return om_te_tonen(teken(raamwerk, Stijl.van(schermtaal, titel, ondertitel)))


def opbouw(
    raamwerk: Raamwerk,
    code: str | None = None,
    *,
    titel: str | None = None,
    ondertitel: str | None = None,
    schermtaal: Schermtaal = "nl",
) -> altair.LayerChart | altair.HConcatChart:
    """Draw how rows build up over the niveaus: all of them, or the one that a code stands in.

    Args:
        raamwerk: the framework.
        code: of a succescriterium, a cel or a rij; `None` for all rows.
        titel: a title of your own; what the chart is of, whom it counts, and that it is no judgement stay below it.
        ondertitel: a line of your own below the title.
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
    ['Opbouw van rij WP.4 Motivatie en groepsprocessen, niveau 1 tot en met 4']
    """
    if code is not None:
        from ._rij import teken as teken_rij

        return om_te_tonen(teken_rij(raamwerk, code, Stijl.van(schermtaal, titel, ondertitel)))
    from ._opbouw import teken

    return om_te_tonen(teken(raamwerk, Stijl.van(schermtaal, titel, ondertitel)))


def dekking(
    raamwerk: Raamwerk,
    dekking: Dekking,
    *,
    titel: str | None = None,
    ondertitel: str | None = None,
    schermtaal: Schermtaal = "nl",
) -> altair.LayerChart:
    """Draw which modules of a curriculum work on which leeruitkomsten, and what no module does.

    Args:
        raamwerk: the framework.
        dekking: what `raamwerk.dekking(…)` gives. Modules stand in its order, each with its number; last is what no module works
            on. Up to twelve modules have a column each, more of them a row each.
        titel: a title of your own; what the chart is of, whom it counts, and that it is no judgement stay below it.
        ondertitel: a line of your own below the title.
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

    return om_te_tonen(teken(raamwerk, dekking, Stijl.van(schermtaal, titel, ondertitel)))


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


def inhoud(grafiek: altair.TopLevelMixin, vorm: str, *, schermtaal: Schermtaal | None = None) -> bytes:
    """Return a chart as `bewaar` would write it, and write nothing.

    Args:
        grafiek: a chart of this module, or any of Altair.
        vorm: `svg`, `png` or `html`; a dot before it does not matter.
        schermtaal: the language that it says it is in; see `bewaar`.

    Raises:
        OngeldigeVraag: there is no such form, or as `bewaar`.
        VerkeerdType: this is no chart.
        OntbrekendOnderdeel: the extra `grafiek` is not installed; the text names it.

    >>> import leeruitkomsten as lu
    >>> inhoud(aantallen(lu.laad()), "svg")[:14]
    b'<svg lang="nl"'
    """
    from ._bewaar import inhoud as inhoud_van

    return inhoud_van(grafiek, vorm, schermtaal)


def __dir__() -> list[str]:
    return [*__all__]
