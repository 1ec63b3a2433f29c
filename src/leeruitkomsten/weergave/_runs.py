"""Texts as the runs of a Word document: each run in one language and one direction, what is not of the document's marked."""

from __future__ import annotations

import itertools
import string
import unicodedata
from typing import Literal, NamedTuple

import attrs

from ..schermtaal import VAN_HET_RAAMWERK, Schermtaal, Spreek, ongevuld, richting, spreker

DOCUMENTTAAL: dict[Schermtaal, str] = {"nl": "nl-NL", "en": "en-GB"}
"""What Word calls a language of the screen."""

Soort = Literal["scherm", "naam", "tekst"]
"""Whose words these are: those of the screen, a name or label of the framework, or one of its texts."""


class Stuk(NamedTuple):
    """A piece of a sentence, and whose words it is."""

    tekst: str
    soort: Soort


class Run(NamedTuple):
    """A piece of a paragraph: what it says, its language (empty for the document's), and whether it runs from right to left."""

    tekst: str
    taal: str
    rechts: bool


class Zin(str):
    """A sentence of the screen that knows which pieces of it are of the framework."""

    stukken: tuple[Stuk, ...]

    def __new__(cls, stukken: list[Stuk]) -> Zin:
        """Make the sentence of its pieces."""
        zin = super().__new__(cls, "".join(stuk.tekst for stuk in stukken))
        zin.stukken = tuple(stukken)
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
        stukken: list[Stuk] = []
        for vast, naam, _, _ in string.Formatter().parse(ongevuld(woord, self.schermtaal)):
            stukken.append(Stuk(vast, "scherm"))
            if naam is None:
                continue
            deel = delen[naam]
            eigen = Stuk(str(deel), "naam" if naam in VAN_HET_RAAMWERK else "scherm")
            stukken += deel.stukken if isinstance(deel, Zin) else (eigen,)
        return Zin(stukken)

    def runs(self, tekst: str, soort: Soort = "scherm", voor: str = "") -> list[Run]:
        """Return a text as runs, at least one; `voor` is what stands before it.

        Pieces of one language and direction that stand beside each other are one run.
        """
        stukken = tekst.stukken if isinstance(tekst, Zin) else (Stuk(tekst, soort),)
        gemerkt = [self._run(stuk) for stuk in stukken if stuk.tekst]
        samen = itertools.groupby(gemerkt, lambda run: (run.taal, run.rechts))
        runs = [Run("".join(run.tekst for run in groep), *hoe) for hoe, groep in samen]
        eerste, *rest = runs or [Run("", "", rechts=False)]
        return [eerste._replace(tekst=voor + eerste.tekst), *rest]

    def _run(self, stuk: Stuk) -> Run:
        if stuk.soort == "scherm" or self.taal == self.schermtaal:
            return Run(stuk.tekst, "", rechts=False)
        return Run(stuk.tekst, self.taal, self.rechts if stuk.soort == "tekst" else begint_rechts(stuk.tekst))


def begint_rechts(tekst: str) -> bool:
    """Say whether the first letter of a text is of a script from right to left.

    >>> begint_rechts("<كتابة>"), begint_rechts("C2+"), begint_rechts("?")
    (True, False, False)
    """
    sterk = (unicodedata.bidirectional(teken) for teken in tekst)
    return next((soort != "L" for soort in sterk if soort in {"L", "R", "AL"}), False)
