"""What changed between two frameworks, as a sheet draws it: each place of both with its mark, and each change with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import attrs

from ..model import Leerlijn, Niveau, Rij
from ..plat import Veld, Wat
from ..raamwerk import Raamwerk
from ..schermtaal import Spreek
from ..tabel import Deel
from ..vergelijking import Vergelijking, Wijziging
from ..vragen.verschil import Verschil, tekstverschil
from ._bladen import groepen

Soort: TypeAlias = Literal["gelijk", "toegevoegd", "gewijzigd", "verplaatst", "vervallen"]
TEKENS: dict[Soort, str] = {"toegevoegd": "+", "gewijzigd": "±", "verplaatst": "→", "vervallen": "−"}
"""The sign of each kind of change: told apart without their colours."""
SOORTEN: dict[Soort, str] = {
    "toegevoegd": "verschil.toegevoegd",
    "gewijzigd": "verschil.gewijzigd",
    "verplaatst": "verschil.verplaatst",
    "vervallen": "verschil.vervallen",
}
"""The word of the screen for each."""
_WAT: dict[Wat, str] = {
    "raamwerk": "verschil.raamwerk",
    "niveau": "verschil.niveau",
    "leerlijn": "verschil.leerlijn",
    "rij": "verschil.rij",
    "leeruitkomst": "verschil.leeruitkomst",
    "succescriterium": "verschil.succescriterium",
}
_VELD: dict[Veld, str] = {
    "sleutel": "verschil.sleutel",
    "naam": "verschil.naam",
    "taal": "verschil.taal",
    "uitgever": "verschil.uitgever",
    "licentie": "verschil.licentie",
    "volgorde": "verschil.volgorde",
    "fase": "verschil.fase",
    "begeleiding": "verschil.begeleiding",
    "omschrijving": "verschil.omschrijving",
    "naam_uit_bron": "verschil.naam_uit_bron",
    "notatie": "verschil.notatie",
}
"""The word for a field: a change of what is not here is one of the text itself."""


@attrs.frozen
class Merk:
    """A code with what happened to it, and to which other codes it leads."""

    code: str
    soort: Soort
    noot: str = ""

    @property
    def teken(self) -> str:
        """The sign of what happened; empty where nothing did."""
        return TEKENS.get(self.soort, "")


@attrs.frozen
class Vak:
    """The head of a row or a column: a code or a number, its name, and what happened to it."""

    merk: Merk
    naam: str | None = None


@attrs.frozen
class Vel:
    """A leerlijn of either framework at some of the niveaus of both.

    Attributes:
        lijn: its code and name.
        deel: whether there are other niveaus, so that the sheet says which these are.
        niveaus: tuple of heads, from low to high.
        uitkomsten: tuple with the marks of the leeruitkomst at each niveau; there is at most one.
        rijen: tuple of heads, each with the marks in its cell at each niveau.
    """

    lijn: Vak
    deel: bool
    niveaus: tuple[Vak, ...]
    uitkomsten: tuple[tuple[Merk, ...], ...]
    rijen: tuple[tuple[Vak, tuple[tuple[Merk, ...], ...]], ...]

    @property
    def leeg(self) -> bool:
        """Whether neither framework asks anything here, and nothing happened."""
        merken = [niveau.merk for niveau in self.niveaus] + [merk for lijst in self.uitkomsten for merk in lijst]
        return not any(merk.teken for merk in merken) and not any(cel for _, cellen in self.rijen for cel in cellen)


def soort_van(wijziging: Wijziging) -> Soort:
    """Return what happened, of which a place in the matrix has one sign: moved and renumbered are the same there."""
    return "verplaatst" if wijziging.soort == "hernummerd" else wijziging.soort


def verschil_van(wijziging: Wijziging, niet_vermeld: str) -> Verschil:
    """Return in which words a change says something else; what was not stated says so."""
    return tekstverschil(*(niet_vermeld if kant is None else kant for kant in (wijziging.van, wijziging.naar)))


def tellingen(wijzigingen: Iterable[Wijziging]) -> dict[Soort, int]:
    """Return how many changes there are of each kind, of the kinds that there are."""
    soorten = [soort_van(wijziging) for wijziging in wijzigingen]
    return {soort: soorten.count(soort) for soort in TEKENS if soort in soorten}


def vellen(oud: Raamwerk, nieuw: Raamwerk, wijzigingen: Vergelijking, zeg: Spreek) -> tuple[Vel, ...]:
    """Return the sheets of both frameworks laid over each other: leerlijnen, niveaus and rows of either."""
    merken = _merken(wijzigingen, zeg)
    niveaus = (*nieuw.niveaus, *oud.niveaus[len(nieuw.niveaus) :])
    blijft = {lijn.code for lijn in nieuw.leerlijnen}
    was = {lijn.code: lijn for lijn in oud.leerlijnen}
    paren = [[lijn, *([was[lijn.code]] if lijn.code in was else [])] for lijn in nieuw.leerlijnen]
    paren += [[lijn] for lijn in oud.leerlijnen if lijn.code not in blijft]
    return tuple(vel for lijnen in paren for vel in _vellen_van(lijnen, niveaus, merken))


def _merken(wijzigingen: Iterable[Wijziging], zeg: Spreek) -> Mapping[tuple[str, str], Merk]:
    """Return the mark of each place to which something happened, by what it is and its code, old or new."""
    merken: dict[tuple[str, str], Merk] = {}
    for w in wijzigingen:
        soort = soort_van(w)
        if w.nieuw is not None:
            anders = w.oud is not None and w.oud != w.nieuw
            was = zeg("verschil.was", code=w.oud) if anders else ""
            merken.setdefault((w.wat, w.nieuw), Merk(w.nieuw, soort, was))
        if w.oud is not None and w.oud != w.nieuw:
            merken.setdefault((w.wat, w.oud), Merk(w.oud, soort, vervolg(w, zeg)))
    return merken


def vervolg(wijziging: Wijziging, zeg: Spreek) -> str:
    """Return what follows an old code, in words; empty where nothing is known to."""
    if wijziging.opvolgers:
        return zeg("verschil.opgevolgd", codes=", ".join(wijziging.opvolgers))
    if wijziging.nieuw is None:
        return ""
    return zeg("verschil.nu" if wijziging.gelijkenis is None else "verschil.misschien_nu", code=wijziging.nieuw)


def _vellen_van(
    lijnen: list[Leerlijn], niveaus: tuple[Niveau, ...], merken: Mapping[tuple[str, str], Merk]
) -> list[Vel]:
    """Return the sheets of a leerlijn, as it is and as it was, at least one.

    Niveaus at which nothing is asked and nothing happened stand on none if that saves a sheet.
    """

    def vak(wat: str, code: str, naam: str | None) -> Vak:
        return Vak(merken.get((wat, code), Merk(code, "gelijk")), naam)

    rijen: dict[int, Rij] = {rij.nummer: rij for lijn in reversed(lijnen) for rij in lijn.rijen}
    deze = lijnen[0]
    alle = groepen(len(niveaus))
    vellen_ = [
        Vel(
            lijn=vak("leerlijn", deze.code, deze.naam),
            deel=len(alle) > 1,
            niveaus=tuple(vak("niveau", str(niveaus[n].nummer), niveaus[n].fase) for n in groep),
            uitkomsten=tuple(_uitkomst(lijnen, n, merken) for n in groep),
            rijen=tuple(
                (vak("rij", rij.code, rij.naam), tuple(_cel(lijnen, nr, n, merken) for n in groep))
                for nr, rij in sorted(rijen.items())
            ),
        )
        for groep in alle
    ]
    return [vel for vel in vellen_ if not vel.leeg] or vellen_[:1]


def _uitkomst(lijnen: list[Leerlijn], niveau: int, merken: Mapping[tuple[str, str], Merk]) -> tuple[Merk, ...]:
    codes = {lijn.leeruitkomsten[niveau].code: None for lijn in lijnen if niveau < len(lijn.leeruitkomsten)}
    return tuple(merken.get(("leeruitkomst", code), Merk(code, "gelijk")) for code in codes)


def _cel(lijnen: list[Leerlijn], rij: int, niveau: int, merken: Mapping[tuple[str, str], Merk]) -> tuple[Merk, ...]:
    """Return what stands in a cell of either framework: what the new one asks, then what only the old one asked."""
    cellen = (r.cellen[niveau] for lijn in lijnen for r in lijn.rijen if r.nummer == rij and niveau < len(r.cellen))
    codes = {criterium.code: None for cel in cellen for criterium in cel}
    return tuple(merken.get(("succescriterium", code), Merk(code, "gelijk")) for code in codes)


@attrs.frozen
class Regel:
    """A change as a line: its mark, what changed, its codes, and what it says.

    Attributes:
        merk: what happened, and under which code it is found.
        wat: what changed and, where it is not its text, which of its fields.
        oud, nieuw: texts that stand whole, in the old and in the new framework; `None` where there is none to show.
        delen: the text in pieces, where the words that differ are marked.
        vervolg: what follows, or how sure it is.
    """

    merk: Merk
    wat: str
    oud: str | None
    nieuw: str | None
    delen: tuple[Deel, ...]
    vervolg: str


def regel_van(wijziging: Wijziging, zeg: Spreek) -> Regel:
    """Return a change as a line of a sheet."""
    soort = soort_van(wijziging)
    codes = dict.fromkeys(code for code in (wijziging.oud, wijziging.nieuw) if code is not None)
    wat = zeg(_WAT[wijziging.wat])
    if wijziging.veld in _VELD:
        wat = zeg("verschil.veld", wat=wat, veld=zeg(_VELD[wijziging.veld]))
    oud = nieuw = None
    delen: tuple[Deel, ...] = ()
    if wijziging.soort != "gewijzigd":
        oud, nieuw = (wijziging.van, None) if wijziging.soort == "vervallen" else (None, wijziging.naar)
    elif (verschil := verschil_van(wijziging, zeg("vel.niet_vermeld"))).naast_elkaar:
        oud, nieuw = verschil.van, verschil.naar
    else:
        delen = verschil.delen
    verder = vervolg(wijziging, zeg) if wijziging.opvolgers else ""
    if wijziging.gelijkenis is not None:
        verder = zeg("verschil.misschien", procent=round(100 * wijziging.gelijkenis))
    return Regel(Merk(" → ".join(codes), soort), wat, oud, nieuw, delen, verder)
