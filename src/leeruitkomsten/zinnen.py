"""Pieces of Dutch sentences that more than one message is made of: quotes, lists of them, what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LANGSTE_CITAAT = 60
MEESTE_GENOEMD = 100
"""How many faults one sentence names; the data have them all."""
_MEESTE_BEDOELD = 5
KEUZE = 0.75
"""A choice is a word of ours: one that is less like it than a slip of the pen is another word."""
ZEER_GROOT = 10**50

BESTAAT_NIET = "deze code bestaat niet"
VORM = "hoofdletters, witruimte of leestekens kloppen niet"
TEKEN = "een teken lijkt op het juiste, maar is een ander"
"""What is said of a code when nothing better is known."""


def citaat(waarde: object) -> str:
    """Return `waarde` as it can stand in a message: quoted, escaped, on one line and never long.

    >>> citaat("WP22")
    "'WP22'"
    """
    if isinstance(waarde, (list, tuple, set, frozenset)):
        return "een lijst"
    if isinstance(waarde, dict):
        return "een object"
    if isinstance(waarde, int) and abs(waarde) >= ZEER_GROOT:
        return "een zeer groot getal"
    tekst = _repr(waarde[:LANGSTE_CITAAT] if isinstance(waarde, (str, bytes)) else waarde)
    return tekst if len(tekst) <= LANGSTE_CITAAT else tekst[: LANGSTE_CITAAT - 1] + "…"


def _repr(waarde: object) -> str:
    try:
        return " ".join(regel.strip() for regel in repr(waarde).splitlines())
    except Exception:  # what cannot describe itself is named by its class
        return f"een {waarde.__class__.__name__}"


def opsomming(delen: Iterable[object], voegwoord: str = "en") -> str:
    """Return quotes in a row, the last after a conjunction.

    >>> opsomming(["a", "b", "c"], "of")
    "'a', 'b' of 'c'"
    """
    *eerder, laatste = map(citaat, delen)
    return f"{', '.join(eerder)} {voegwoord} {laatste}" if eerder else laatste


def bedoeld(soort: str, suggesties: Sequence[object]) -> str:
    """Return the end of a sentence about a wrong code: what may have been meant, or what followed a code that ended."""
    if not suggesties:
        return ""
    if soort == "vervallen":
        return f"; opgevolgd door {opsomming(suggesties)}"
    meer = len(suggesties) - _MEESTE_BEDOELD
    if meer <= 1:
        return f"; bedoelde je {opsomming(suggesties, 'of')}?"
    genoemd = ", ".join(map(citaat, suggesties[:_MEESTE_BEDOELD]))
    return f"; bedoelde je {genoemd} of een van {meer} andere?"


def kies_uit(gegeven: object, keuzen: Sequence[object], genoemd: str | None = None) -> str:
    """Return the end of a sentence about a choice that there is not: the one that is called most like it, and all there are.

    >>> kies_uit("moodel", ("canvas", "moodle"))
    "; bedoelde je 'moodle'? Kies uit: canvas, moodle"
    """
    alle = ", ".join(map(str, keuzen)) if genoemd is None else genoemd
    lijkt = meest_gelijk(gegeven, keuzen, KEUZE)
    return f"; kies uit: {alle}" if lijkt is None else f"; bedoelde je {citaat(lijkt)}? Kies uit: {alle}"


def meest_gelijk(gegeven: object, namen: Iterable[object], vanaf: float = 0.6) -> str | None:
    """Return of some names the one that is most like what was given, whatever its capitals; `None` where none comes near.

    `vanaf` is how alike they must be, from 0 to 1.
    """
    from difflib import get_close_matches

    if not isinstance(gegeven, str):  # most users have no type checker
        return None
    gevouwen = {naam.casefold().strip(): naam for naam in namen if isinstance(naam, str)}
    gevonden = get_close_matches(gegeven[:LANGSTE_CITAAT].casefold().strip(), gevouwen, 1, vanaf)
    return gevouwen[gevonden[0]] if gevonden else None


def en_nog(meer: int) -> list[str]:
    """Return the line that says how many more there are than were named; none when all were."""
    return [f"- en nog {meer} andere"] if meer else []
