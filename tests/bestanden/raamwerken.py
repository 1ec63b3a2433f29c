"""Frameworks of any shape, for properties; and two small tables in the shape that others have theirs in, in words of our own."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st

from conftest import gegevens
from leeruitkomsten import Raamwerk
from leeruitkomsten.bestanden.als_tabel import PUNT
from leeruitkomsten.bestanden.blad import BIJNA_LEEG
from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens

TAALSCHAAL = """\
leerlijn,naam,omschrijving,rij,rijnaam,A1,A2,B1,B2,C1
LEZ,Lezen,Begrijpen wat geschreven staat.,1,Berichten,Je herkent losse woorden op een bord.,Je begrijpt een kort bericht.,\
Je volgt een gewone brief.,Je leest een krant zonder hulp.,Je leest ook tussen de regels.
LEZ,,,2,Bronnen,,,Je zoekt in een folder wat je nodig hebt.,Je vergelijkt twee bronnen.,Je weegt bronnen tegen elkaar af.
SPR,Spreken,Zeggen wat je bedoelt.,1,Gesprek,Je groet en stelt je voor.,Je vraagt naar de weg.,Je vertelt wat je meemaakte.,\
Je verdedigt een mening.,Je past je toon aan wie er luistert.
"""
"""A language scale: five levels with labels, no leeruitkomsten, a text for each leerlijn."""
LADDER = """\
leerlijn;naam;rijnaam;L1;L2;L3;L4;L5
TECH;Technical skills;Writing code;Makes small changes with help;Makes changes alone;"• Designs a component
• Reviews changes of others";Sets standards for a team;Sets standards for all teams
;;Testing;;Tests own changes;Plans the tests of a component;;
;;On call;;;Solves incidents;Leads the response;
LEAD;Leadership;Mentoring;;;Helps a newcomer;Coaches two colleagues;Builds a coaching programme
"""
"""An engineering ladder: levels as columns, skills as names of rows, not every skill at every level."""

_LETTERS = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"], exclude_characters="_\ufffe\uffff"
)
_VREEMD = [
    "-", "n.v.t.", "geen", "…", PUNT + "geen", PUNT + PUNT + "-", PUNT.strip(), "o x", "- x", "-1", "1", "007", "#N/A", "=1+1", "leeruitkomst",
    "begeleiding", "نص قصير", "1 Start", *BIJNA_LEEG[:3],
]  # fmt: skip
TEKSTEN = st.sampled_from(_VREEMD) | st.text(_LETTERS, min_size=1, max_size=12).map(
    lambda t: unicodedata.normalize("NFC", t)
)


@st.composite
def raamwerken(draw: st.DrawFn) -> Raamwerk:
    """A framework with what a file may have: sparse, without outcomes, names of rows of both kinds, notations, codes that ended."""
    niveaus = draw(st.integers(1, 6) | st.just(99))
    lijnen = draw(st.lists(st.sampled_from(["A", "WPO", "ABCDEFGH"]), min_size=1, max_size=2, unique=True))
    ja = st.booleans()
    cellen = st.tuples(st.sampled_from(lijnen), st.integers(1, min(niveaus, 9)), st.sampled_from([1, 2, 10, 9999]))
    criteria: dict[str, str] = {}
    for lijn, niveau, rij in sorted(draw(st.sets(cellen, max_size=5))):
        for letter in draw(st.sampled_from([["a"], ["a", "b"], ["c", "z", "aa"]])):
            criteria[f"{lijn}{niveau}.{rij}{letter}"] = draw(TEKSTEN)
    velden: dict[str, Any] = gegevens(lijnen, niveaus, criteria, errata=[], vervallen=[])
    for niveau in velden["niveaus"]:
        vrij = niveau["nummer"] < 4  # of 99 niveaus not all need be different
        niveau.update(fase=draw(TEKSTEN) if vrij else "Later", begeleiding=draw(st.none() | TEKSTEN) if vrij else None)
    for lijn in velden["leerlijnen"]:
        lijn.update(naam=draw(TEKSTEN), omschrijving=draw(st.none() | TEKSTEN))
        for uitkomst in lijn["leeruitkomsten"]:
            vrij = len(uitkomst["code"]) - len(lijn["code"]) == 1
            uitkomst.update(
                tekst=draw(st.just("") | TEKSTEN) if vrij else "", notatie=draw(st.none() | TEKSTEN) if vrij else None
            )
            for criterium in uitkomst["succescriteria"]:
                criterium["notatie"] = draw(st.none() | TEKSTEN)
        rijen = sorted({int(code.split(".")[1].rstrip("abcz")) for u in lijn["leeruitkomsten"] for code in _codes(u)})
        lijn["rijnamen"] = [
            {"rij": f"{lijn['code']}.{rij}", "naam": f"{draw(TEKSTEN)} {rij}", "uit_bron": draw(ja)}
            for rij in rijen
            if draw(ja)
        ]
    if draw(ja):
        lijn = lijnen[0]
        velden["vervallen"] = [
            {"code": f"{lijn}1.7d", "opvolgers": [f"{lijn}1"], "sinds": "0.0", "reden": draw(TEKSTEN)}
        ]
    return uit_gegevens(velden)


def _codes(uitkomst: dict[str, Any]) -> list[str]:
    return [criterium["code"] for criterium in uitkomst["succescriteria"]]
