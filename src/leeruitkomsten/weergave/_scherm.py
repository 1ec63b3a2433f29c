"""What a document in HTML says around the texts of a framework, and how it marks the language of those texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..fouten import onderdeel
from ..schermtaal import VAN_HET_RAAMWERK, Spreek, ongevuld, richting, spreker

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup


@attrs.frozen
class Scherm:
    """What a document in HTML says around the texts of a framework, and how it marks those texts.

    Attributes:
        schermtaal: the language of the document.
        taal: the language of the texts (BCP 47).

    Raises:
        OngeldigeVraag: there is no such `schermtaal`.
    """

    schermtaal: str = "nl"
    taal: str = "nl"
    zeg: Spreek = attrs.field(init=False, repr=False, eq=False)
    """Says a word as plain text."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "zeg", spreker(self.schermtaal))

    @property
    def in_schermtaal(self) -> bool:
        """Whether the texts are in the language of the screen."""
        return self.taal == self.schermtaal

    @property
    def lang(self) -> str:
        """The language of the texts as an attribute, with a space before it; nothing where they are in `schermtaal`."""
        markup, _ = _markup()
        return "" if self.in_schermtaal else markup(' lang="{}"').format(self.taal)

    @property
    def kant(self) -> str:
        """The direction of the texts as an attribute, with a space before it; nothing where the screen has the same one."""
        markup, _ = _markup()
        anders = richting(self.taal) != richting(self.schermtaal)
        return markup(' dir="{}"').format(richting(self.taal)) if anders else ""

    @property
    def terug(self) -> str:
        """The direction of the screen as an attribute, for what stands among texts of another one; nothing where it is the same."""
        markup, _ = _markup()
        return markup(' dir="{}"').format(richting(self.schermtaal)) if self.kant else ""

    @property
    def attributen(self) -> str:
        """The attributes of an element that holds texts of the framework and nothing else: language, and direction if another."""
        return self.lang + self.kant

    def eigen(self, tekst: str) -> str:
        """Return words of the screen that stand in an element of `attributen`, marked where those are in another language."""
        markup, _ = _markup()
        if self.in_schermtaal:
            return tekst
        return markup('<span lang="{}"{}>{}</span>').format(self.schermtaal, self.terug, tekst)

    def tekst(self, tekst: str) -> str:
        """Return a name or a label that stands among words of the screen, marked where it is in another language.

        It may be in letters of another direction than its language has (`C2+` of a framework in Arabic): the text itself says.
        """
        markup, _ = _markup()
        if self.in_schermtaal:
            return tekst
        kant = markup(' dir="auto"') if self.kant else ""
        return markup("<span{}{}>{}</span>").format(self.lang, kant, tekst)

    def spreek(self, woord: str, /, **delen: object) -> str:
        """Say a word as HTML, the texts of the framework in it marked."""
        markup, escape = _markup()
        if self.in_schermtaal:
            return self.zeg(woord, **delen)
        gemerkt = {naam: self.tekst(str(w)) if naam in VAN_HET_RAAMWERK else w for naam, w in delen.items()}
        return markup(escape(ongevuld(woord, self.schermtaal))).format(**gemerkt)  # escaped


def _markup() -> tuple[type[Markup], Callable[[str], Markup]]:
    """Return what makes HTML of a text, as it stands and escaped; it comes with the engine of the templates."""
    with onderdeel("weergave", "matrix, formulier en pagina"):
        from markupsafe import Markup, escape
    return Markup, escape
