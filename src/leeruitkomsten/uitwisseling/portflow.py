"""Repository goals for Portflow, a portfolio of Drieam: the documented columns only.

Portflow's help names the columns and no more. Not verified are: whether `parent_goal_id` refers to `sourced_id`, which of
`name` and `nickname` is the short one, the separator and the encoding, whether a description may hold HTML, how long a text
may be, and what a second import does. Hold the file against the example that Portflow offers for download, before the import.
"""

from __future__ import annotations

from ..model import Leeruitkomst
from ..raamwerk import Raamwerk
from .csvtekst import csv_bytes, onschadelijk
from .teksten import gevuld

KOP = ("sourced_id", "name", "nickname", "description", "parent_goal_id")
"""The columns that Portflow documents, in its order."""


def schrijf(raamwerk: Raamwerk) -> bytes:
    """Return a goal per leerlijn, and one per leeruitkomst below it; the succescriteria stand in its description.

    Portflow has one level of goals below a goal, so that the criteria cannot be goals of their own. A description is plain
    text on several lines: the leeruitkomst, then a bullet per criterium with its code; of a leerlijn its omschrijving, if it has
    one. Parents stand ahead of their children. A name or description that a spreadsheet would run as a formula has an
    apostrophe in front.

    Not in it: the rows, the EvLs, the begeleiding and the codes that the source itself gives. See the top of this module for
    what was not verified.

    >>> import leeruitkomsten as lu
    >>> regels = schrijf(lu.laad()).decode().splitlines()
    >>> print(*regels[:3], sep="\\n")
    sourced_id,name,nickname,description,parent_goal_id
    WP,Pedagogische leerlijn,WP Pedagogische leerlijn,,
    WP1,"Pedagogische leerlijn, niveau 1 (Oriëntatiefase)",WP1 Oriëntatiefase,"Je onderhoudt een pedagogische relatie met \
de leerlingen en je reflecteert op je affiniteit met de doelgroep.
    """
    fasen = {niveau.nummer: niveau.fase for niveau in raamwerk.niveaus}
    rijen: list[tuple[str, ...]] = [KOP]
    for lijn in raamwerk.leerlijnen:
        rijen.append(
            (lijn.code, onschadelijk(lijn.naam), f"{lijn.code} {lijn.naam}", onschadelijk(lijn.omschrijving or ""), "")
        )
        for uitkomst in gevuld(lijn.leeruitkomsten):
            fase = fasen[uitkomst.niveau]
            naam = onschadelijk(f"{lijn.naam}, niveau {uitkomst.niveau} ({fase})")
            rijen.append((uitkomst.code, naam, f"{uitkomst.code} {fase}", _omschrijving(uitkomst), lijn.code))
    return csv_bytes(rijen)


def _omschrijving(uitkomst: Leeruitkomst) -> str:
    """Return the text of a leeruitkomst and its criteria, a bullet each."""
    punten = [f"• {criterium.code} {criterium.tekst}" for criterium in uitkomst.succescriteria]
    tekst = [onschadelijk(uitkomst.tekst)] if uitkomst.tekst else []
    return "\n".join([*tekst, *punten])
