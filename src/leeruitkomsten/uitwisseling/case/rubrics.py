"""Rows × niveaus as rubrics of CASE, which has no other place for rows: a rubric for each leerlijn that has any.

Readers of ours take the tree, and hold the rubrics against it: what they say follows from the items and their codes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from ...model import NIET_UIT_BRON, Rij
from ...raamwerk import Raamwerk
from .adressen import Adressen

Deel = dict[str, Any]


def rubrics(raamwerk: Raamwerk, adressen: Adressen, moment: Deel) -> Iterator[Deel]:
    """Yield a rubric for each leerlijn with rows: these are its criteria, and each cell that asks something is a level of one.

    Every criterium leads to the item of its leerlijn: OpenSALT takes none that leads nowhere. A level says which niveau it is in
    `quality` and `position`; it has no points, for a framework gives none.
    """
    for code, rijen in itertools.groupby(raamwerk.rijen, lambda rij: rij.leerlijn):
        eigen = adressen.van("CFRubrics", f"case:CFRubric:{code}")
        criteria = [
            _criterium(raamwerk, rij, adressen, moment) | {"position": plaats, "rubricId": eigen["identifier"]}
            for plaats, rij in enumerate(rijen, 1)
        ]
        yield {**eigen, "title": raamwerk.leerlijn(code).naam, **moment, "CFRubricCriteria": criteria}


def _criterium(raamwerk: Raamwerk, rij: Rij, adressen: Adressen, moment: Deel) -> Deel:
    eigen = adressen.van("CFRubricCriteria", f"case:CFRubricCriterion:{rij.code}")
    return {
        **eigen,
        "description": rij.benaming or rij.code,
        "CFItemURI": {"title": rij.leerlijn, **adressen.van("CFItems", rij.leerlijn)},
        **moment,
        "CFRubricCriterionLevels": [
            {
                **adressen.van("CFRubricCriterionLevels", f"case:CFRubricCriterionLevel:{rij.celcode(nummer)}"),
                "quality": raamwerk.niveau(nummer).fase,
                "description": "\n".join(criterium.tekst for criterium in cel),
                "position": nummer,
                "rubricCriterionId": eigen["identifier"],
                **moment,
            }
            for nummer, cel in enumerate(rij.cellen, 1)
            if cel
        ],
    }


def rijnaam(benaming: str, code: str) -> Deel | None:
    """Return the name of a row as the data file has it, of what a criterium says of its row; `None` where that is its code."""
    naam = benaming.removesuffix(f" ({NIET_UIT_BRON})")
    return None if naam in ("", code) else {"rij": code, "naam": naam, "uit_bron": naam == benaming}
