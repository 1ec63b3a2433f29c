"""Texts as the runs of a Word document: each run in one language and one direction, what is not of the document's marked."""

from __future__ import annotations

import string
import unicodedata
from typing import Literal

import attrs

from ..schermtaal import VAN_HET_RAAMWERK, Schermtaal, Spreek, ongevuld, richting, spreker

DOCUMENTTAAL: dict[Schermtaal, str] = {"nl": "nl-NL", "en": "en-GB"}
"""What Word calls a language of the screen."""

Soort = Literal["scherm", "naam", "tekst"]
"""Whose words these are: those of the screen, a name or label of the framework, or one of its texts."""


class Zin(str):
    """A sentence of the screen that knows which pieces of it are of the framework."""

    stukken: tuple[tuple[str, Soort], ...]

    def __new__(cls, stukken: tuple[tuple[str, Soort], ...]) -> Zin:
        """Make the sentence of its pieces."""
        zin = super().__new__(cls, "".join(stuk for stuk, _ in stukken))
        zin.stukken = stukken
        return zin


@attrs.frozen
class Woordtaal:
    """The languages of a Word document.

    Attributes:
        schermtaal: that of what it says around the texts.
        taal: that of the texts (BCP 47).

    Raises:
        OngeldigeVraag: there is no such `schermtaal`.
    """

    schermtaal: Schermtaal
    taal: str
    zeg: Spreek = attrs.field(init=False, repr=False, eq=False)
    """Says a word as plain text."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "zeg", spreker(self.schermtaal))

    @property
    def document(self) -> str:
        """The language of the document, as Word calls it."""
        return DOCUMENTTAAL[self.schermtaal]

    @property
    def rechts(self) -> bool:
        """Whether the texts run from right to left, which no language of the screen does."""
        return richting(self.taal) == "rtl"

    def spreek(self, woord: str, /, **delen: object) -> str:
        """Say a word of the table as a sentence that knows which pieces of it are of the framework."""
        stukken: list[tuple[str, Soort]] = []
        for vast, naam, _, _ in string.Formatter().parse(ongevuld(woord, self.schermtaal)):
            stukken.append((vast, "scherm"))
            if naam is None:
                continue
            deel = delen[naam]
            soort: Soort = "naam" if naam in VAN_HET_RAAMWERK else "scherm"
            stukken += deel.stukken if isinstance(deel, Zin) else [(str(deel), soort)]
        return Zin(tuple(stukken))

    def runs(self, tekst: str, soort: Soort = "scherm", voor: str = "") -> list[tuple[str, str, bool]]:
        """Return a text as runs: what each says, its language (empty for the document's), and whether it runs from right to left.

        Pieces in the language of the document stand together in one run. `voor` is what stands before the text.
        """
        stukken = tekst.stukken if isinstance(tekst, Zin) else ((tekst, soort),)
        runs: list[tuple[str, str, bool]] = []
        for stuk, van in stukken:
            taal = "" if van == "scherm" or self.taal == self.schermtaal else self.taal
            rechts = bool(taal) and (self.rechts if van == "tekst" else begint_rechts(stuk))
            if runs and runs[-1][1:] == (taal, rechts):
                stuk = runs.pop()[0] + stuk  # noqa: PLW2901  # the two are one run
            if stuk:
                runs.append((stuk, taal, rechts))
        (eerste, *hoe), *rest = runs or [("", "", False)]
        return [(voor + eerste, *hoe), *rest]


def begint_rechts(tekst: str) -> bool:
    """Say whether the first letter of a text is of a script from right to left.

    >>> begint_rechts("<كتابة>"), begint_rechts("C2+"), begint_rechts("?")
    (True, False, False)
    """
    sterk = (unicodedata.bidirectional(teken) for teken in tekst)
    return next((soort != "L" for soort in sterk if soort in {"L", "R", "AL"}), False)
