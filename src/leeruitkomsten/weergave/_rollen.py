"""Who guides a student: the roles at the head of a form and at its signatures."""

from __future__ import annotations

from collections.abc import Iterable

from ..fouten import OngeldigeVraag, VerkeerdType
from ..identiteit import SLEUTEL_VAN_HET_PAKKET
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..velden import tekstfout
from ..zinnen import citaat
from ._woorden import gegevens

LANGSTE_ROL = 50
"""How long a role may be: Word takes 64 characters for the title of a field, which has the word for a name or date too."""


def rollen_van(spreek: Spreek, raamwerk: Raamwerk, rollen: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the roles of a form, in the order in which they were given; those of the framework when none were.

    Raises:
        VerkeerdType: this is no row of texts.
        OngeldigeVraag: a role is empty, is no text of one line, is too long, or stands there twice; it names each that is wrong.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.schermtaal import spreker
    >>> rollen_van(spreker("nl"), lu.laad()), rollen_van(spreker("nl"), lu.laad(), ["Mentor"])
    (('Werkplekbegeleider', 'Instituutsopleider'), ('Mentor',))
    """
    if rollen is None:
        if raamwerk.sleutel == SLEUTEL_VAN_HET_PAKKET:
            return (spreek("vel.werkplekbegeleider"), spreek("vel.instituutsopleider"))
        return (spreek("vel.begeleider"),)
    gekozen = None if isinstance(rollen, str) or not isinstance(rollen, Iterable) else tuple(rollen)
    if gekozen is None or not all(isinstance(rol, str) for rol in gekozen):
        reden = f"rollen: hier hoort een lijst met namen van rollen, er staat {citaat(rollen)}"
        raise VerkeerdType(reden, {"rollen": rollen})
    bezet = {vast.casefold() for vast in gegevens(spreek)}
    fouten: list[OngeldigeVraag] = []
    for rol in gekozen:
        fouten += _fout(rol, bezet, gekozen)
        bezet.add(rol.casefold())
    if fouten:
        raise OngeldigeVraag.samen(fouten)
    return gekozen


def _fout(rol: str, bezet: set[str], rollen: tuple[str, ...]) -> list[OngeldigeVraag]:
    """Return what is wrong with a role, if anything is."""
    if not rol.strip():
        return [OngeldigeVraag("ongeldige_waarde", "rollen: een rol is leeg", {"rollen": rollen})]
    if vorm := tekstfout(rol):
        return [OngeldigeVraag("ongeldige_waarde", f"rollen: {vorm[1]}", {"rollen": rollen})]
    if len(rol) > LANGSTE_ROL:
        reden = f"rollen: {citaat(rol)} is langer dan {LANGSTE_ROL} tekens"
        return [OngeldigeVraag("ongeldige_waarde", reden, {"rollen": rollen})]
    if rol.casefold() in bezet:
        return [OngeldigeVraag("naam_bezet", f"rollen: {citaat(rol)} staat er al", {"rollen": rollen})]
    return []
