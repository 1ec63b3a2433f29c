"""Days as people and programs write them: a date, ISO text, or day-month-year where that was said. Anything else is no date.

A time of day behind it does not count. Engines are told the same rules by the patterns that stand here.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal, TypeAlias, get_args

from .fouten import OngeldigeVraag
from .zinnen import citaat

Dag: TypeAlias = datetime.date
DagOfTekst: TypeAlias = datetime.date | str
"""A day as a keyword takes it: a date, or ISO text."""
Datumvorm: TypeAlias = Literal["jjjj-mm-dd", "dd-mm-jjjj"]
"""How text says a day: as ISO 8601 has it, or the day first, as Dutch spreadsheets write it (`1-9-2026` too)."""
DATUMVORMEN: tuple[Datumvorm, ...] = get_args(Datumvorm)
# Without the year 0, which Python does not have, and engines do.
_JAAR = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_TIJD = r"([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?)?"
PATRONEN: dict[Datumvorm, str] = {
    "jjjj-mm-dd": f"{_JAAR}-([0-9]{{2}})-([0-9]{{2}}){_TIJD}",
    "dd-mm-jjjj": f"([0-9]{{1,2}})-([0-9]{{1,2}})-{_JAAR}{_TIJD}",
}
"""What a text must be as a whole, for Python and for every engine: three numbers in the order of the form, and perhaps a time."""


def dag_van(waarde: object, vorm: Datumvorm = "jjjj-mm-dd") -> Dag | None:
    """Return the day of a value; `None` where it is no date, or a text in another form.

    >>> dag_van("2026-11-24 10:15"), dag_van("24-11-2026"), dag_van("24-11-2026", "dd-mm-jjjj")
    (datetime.date(2026, 11, 24), None, datetime.date(2026, 11, 24))
    """
    if isinstance(waarde, datetime.datetime):
        return waarde.date() if waarde == waarde else None  # noqa: PLR0124  # NaT says that it is one
    if isinstance(waarde, datetime.date):
        return waarde
    gevonden = re.fullmatch(PATRONEN[vorm], waarde) if isinstance(waarde, str) else None
    if gevonden is None:
        return None
    eerste, maand, laatste = map(int, gevonden.groups()[:3])
    try:
        return datetime.date(eerste, maand, laatste) if vorm == "jjjj-mm-dd" else datetime.date(laatste, maand, eerste)
    except ValueError:  # there is no such day
        return None


def eis_dag(waarde: object, naam: str) -> Dag:
    """Return the day that a keyword called `naam` gives: a date, or ISO text.

    Raises:
        OngeldigeVraag: it gives none.
    """
    dag = dag_van(waarde)
    if dag is None:
        reden = f"{naam}={citaat(waarde)} is geen dag; geef een datum, zoals '2026-11-24'"
        raise OngeldigeVraag("ongeldige_waarde", reden, {naam: waarde})
    return dag
