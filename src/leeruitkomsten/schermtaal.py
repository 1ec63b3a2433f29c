"""The words that pages, sheets and charts put around the texts of a framework, in the languages of the screen.

One table has all of them: a word is a key with its Dutch and its English. The texts of a framework are never translated; they keep
the language that the framework states (`taal`), which a screen marks where it differs from its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from .fouten import OngeldigeVraag, citaat

Schermtaal: TypeAlias = Literal["nl", "en"]
"""A language of the screen: Dutch or English."""
SCHERMTALEN: tuple[Schermtaal, ...] = get_args(Schermtaal)

Spreek: TypeAlias = Callable[..., str]
"""What says a word of the table in one language: `spreek("niveau", nummer=2)`."""

# Scripts that are written from right to left, and the languages that are written in one of them unless they say otherwise.
_SCHRIFTEN = {"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"}
_TALEN = {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}

WOORDEN: dict[str, tuple[str, str]] = {
    "niveau": ("Niveau {nummer}", "Level {nummer}"),
    "rij": ("Rij", "Row"),
}
"""Each word: in Dutch, in English. What stands in braces is filled in, and stands in both."""


def spreker(schermtaal: str) -> Spreek:
    """Return what says the words of the table in a language of the screen.

    Raises:
        OngeldigeVraag: this is no language of the screen.

    >>> spreker("en")("niveau", nummer=2)
    'Level 2'
    """
    if schermtaal not in SCHERMTALEN:
        reden = f"schermtaal: kies {' of '.join(SCHERMTALEN)}, niet {citaat(schermtaal)}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"schermtaal": schermtaal})
    plaats = SCHERMTALEN.index(schermtaal)

    def spreek(woord: str, /, **delen: object) -> str:
        return WOORDEN[woord][plaats].format(**delen)

    return spreek


def richting(taal: str) -> Literal["ltr", "rtl"]:
    """Return in which direction the texts of a language (BCP 47) are written.

    >>> richting("nl"), richting("ar-EG"), richting("az-Arab"), richting("ks-Deva")
    ('ltr', 'rtl', 'rtl', 'ltr')
    """
    eerste, *rest = taal.casefold().split("-")
    schrift = next((deel for deel in rest if len(deel) == 4 and deel.isalpha()), "")  # noqa: PLR2004  # a script has four letters
    rechts = schrift in _SCHRIFTEN if schrift else eerste in _TALEN
    return "rtl" if rechts else "ltr"
