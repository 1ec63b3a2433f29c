"""What type checkers refuse, a line each; where the error does not come, the comment that expects it is an error itself.

Misspelled names come first: a package that finds its names when they are used could let any of them pass.
"""
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnusedImport=false

from __future__ import annotations

from typing import TYPE_CHECKING

import leeruitkomsten as lu
from leeruitkomsten import cohort, grafiek, uitwisseling, weergave

if TYPE_CHECKING:
    from leeruitkomsten import verdiepig  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.cohort import voortgan  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.cohort.soorten import DuckDBRelation  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.grafiek import heatmop  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.grafiek._altair import LayerChat  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.uitwisseling import schrif  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    from leeruitkomsten.weergave import matriks  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

regels = [{"student": 1, "criterium": "WP1.1a"}]


def nooit(kader: lu.Raamwerk, taal: str) -> None:
    """Do what is refused; nobody calls this."""
    lu.verdiepig("WP2", "WP3")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = kader["WP2"].letter  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]
    _ = lu.records()[0]["code"]  # type: ignore[typeddict-item]  # pyright: ignore[reportGeneralTypeIssues]
    lu.Erratum("WP2", "omschrijving", "gedag", "gedrag", "spelling")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    cohort.tellingen(regels, per="student")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    cohort.voortgang(3, per="student")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    cohort.voortgang(regels)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    cohort.voortgang(regels, per="student", eenheid="cel")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    cohort.per_criterium(regels, per="student", onbekend="weg")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    cohort.tel(regels, per="student").voortgang(eenheid="cel")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    cohort.voortgang("bewijs.csv", per="student").collect()  # type: ignore[operator]  # pyright: ignore[reportCallIssue]

    grafiek.heatmap(kader, stand=kader.voortgang([]))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    grafiek.heatmap(kader, 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    weergave.matrix(kader, stand=None)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    uitwisseling.schrijf(kader, "pdf")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    uitwisseling.schrijf(kader, taal)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    uitwisseling.schrijf(kader, "csv", kleur=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    uitwisseling.schrijf(kader, "csv", scheiding="|")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    uitwisseling.schrijf(kader, "markdown", bom=True)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    uitwisseling.schrijf(kader, "case", versie="2.0")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    uitwisseling.schrijf(kader, "openbadges", code="uuid")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    uitwisseling.vergelijk(kader, b"", "skos")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    uitwisseling.lees(b"", "moodle")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    uitwisseling.opties_van("pdf")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
