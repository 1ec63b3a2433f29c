"""Progression (verdieping): what deepens from one niveau to a higher one, row by row.

The source puts criteria that belong together in one row; nothing but that row decides what deepens into what.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import TypeAlias

import attrs

from ..model import Leerlijn, Succescriterium, codedelen, criteriumregels, naamvoet, rijkop
from ..record import Reeks, Regel, Uitgesteld, Uitkomst
from ..register import Register, bestaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .. import plat
    from ..fouten import OngeldigeVraag, Vraagsoort
    from ..identiteit import Kenmerk
    from ..model import Niveau
    from ..tabel import Cel, Tabel, Tekstregel
    from .verschil import Verschil
else:
    plat = Uitgesteld("plat")

Criteria: TypeAlias = Reeks[Succescriterium]


@attrs.frozen(repr=False, eq=False)
class Verdieping(Regel):
    """What one row asks at a lower niveau (`van`) and at a higher one (`naar`).

    Attributes:
        rij: code of the row, such as `WP.4`.
        van, naar: tuples of succescriteria, by letter; one of the two may be empty.
        rij_naam, naam_uit_bron: the name of the row, or `None`, and whether the source gives it; as `naam` of a `Rij`.
        soort, paren: what follows from these, see below.
    """

    rij: str
    van: Criteria
    naar: Criteria
    rij_naam: str | None = None
    naam_uit_bron: bool = False

    KOP = ("Rij", "Soort", "Van", "Naar")

    @property
    def _taal(self) -> str:
        return next((criterium._taal for criterium in (*self.van, *self.naar)), super()._taal)

    def _voet(self) -> str:
        if not self.paren:
            return ""
        gemerkt = "Gemarkeerd: woorden die verschillen; met ≠: te veel anders voor losse woorden."
        return f"{gemerkt} De criteria zijn op volgorde gekoppeld; dat is een suggestie."

    @property
    def soort(self) -> plat.Stap:
        """What happens in this row.

        `verdiept`: both niveaus ask something, in other words; `gelijk`: in the same words; `nieuw`: only the higher
        niveau asks something; `vervalt`: only the lower one does.
        """
        if not self.van:
            return "nieuw"
        if not self.naar:
            return "vervalt"
        return "gelijk" if [c.tekst for c in self.van] == [c.tekst for c in self.naar] else "verdiept"

    @property
    def paren(self) -> tuple[tuple[Succescriterium, Succescriterium], ...]:
        """A suggestion of which bullet deepens into which, by order, where both cells hold equally many; else `()`."""
        return tuple(zip(self.van, self.naar, strict=True)) if len(self.van) == len(self.naar) else ()

    def als_dict(self) -> plat.VerdiepingDict:
        """Return rij and its name, soort, van and naar, and paren as pairs of codes, ready for `json.dumps`."""
        paren = [[laag.code, hoog.code] for laag, hoog in self.paren]
        van, naar = self.van.als_dicts(), self.naar.als_dicts()
        return {
            "rij": self.rij,
            "rij_naam": self.rij_naam,
            "naam_uit_bron": self.naam_uit_bron,
            "soort": self.soort,
            "van": van,
            "naar": naar,
            "paren": paren,
        }

    def records(self) -> list[plat.VerdiepingRegel]:
        """Return one flat dict per criterium, those of `van` first: what its own has, the name of its row, soort, kant and paar.

        `kant` is `van` or `naar`; `paar` the code that a suggested pair links it with, `None` where there is none.
        """
        paren = {laag.code: hoog.code for laag, hoog in self.paren}
        paren |= {hoog: laag for laag, hoog in paren.items()}
        kanten: tuple[tuple[plat.Kant, Criteria], ...] = (("van", self.van), ("naar", self.naar))
        return [
            {
                **criterium.records()[0],
                "rij_naam": self.rij_naam,
                "naam_uit_bron": self.naam_uit_bron,
                "soort": self.soort,
                "kant": kant,
                "paar": paren.get(criterium.code),
            }
            for kant, cel in kanten
            for criterium in cel
        ]

    def _tabel(self) -> Tabel:
        return Verdiepingen((self,))._tabel()

    def __str__(self) -> str:
        van, naar = (", ".join(c.code for c in cel) or "–" for cel in (self.van, self.naar))
        return f"{self.rij} {self.soort}: {van} → {naar}"

    def _regel(self) -> tuple[Cel, ...]:
        """Return row code, soort, and both sides; within suggested pairs the word differences are marked."""
        from ..tabel import Onze
        from .verschil import NAAR_ALLEEN, VAN_ALLEEN, tekstverschil

        rij = rijkop(self.rij, self.rij_naam)
        if not self.paren:
            return (rij, Onze(self.soort), criteriumregels(self.van), criteriumregels(self.naar))
        paren = [(van, naar, tekstverschil(van.tekst, naar.tekst)) for van, naar in self.paren]
        return (
            rij,
            Onze(self.soort),
            tuple(_zijde(van, verschil, NAAR_ALLEEN) for van, _, verschil in paren),
            tuple(_zijde(naar, verschil, VAN_ALLEEN) for _, naar, verschil in paren),
        )


def _zijde(criterium: Succescriterium, verschil: Verschil, weg: tuple[str, ...]) -> Tekstregel:
    if verschil.naast_elkaar:
        return (("gelijk", "≠ "), *codedelen(criterium), ("gelijk", f" {criterium.tekst}"))
    return (*codedelen(criterium), ("gelijk", " "), *(deel for deel in verschil.delen if deel[0] not in weg))


class Verdiepingen(Uitkomst[Verdieping]):
    """The rows of a verdieping, in source order; `kenmerk` says of which framework, `van` and `naar` between which niveaus."""

    HERKOMST = ("kenmerk", "van", "naar")

    if TYPE_CHECKING:
        kenmerk: Kenmerk
        van: Niveau
        naar: Niveau

        def als_dict(self) -> plat.VerdiepingenDict: ...
        def records(self) -> list[plat.VerdiepingRegel]: ...

    def _tabel(self) -> Tabel:
        tabel = super()._tabel()
        if not self:
            return tabel
        rij, soort, *koppen = tabel.kop
        if "van" in self.__dict__:  # one step by itself is between niveaus that it does not know the names of
            koppen = [f"Van {self.van.aanduiding}", f"Naar {self.naar.aanduiding}"]
        namen = naamvoet({stap.rij: stap.naam_uit_bron for stap in self if stap.rij_naam})
        return attrs.evolve(tabel, kop=(rij, soort, *koppen), voet="\n".join(filter(None, (tabel.voet, namen))))


def verdieping(register: Register, van: object, naar: object) -> Verdiepingen:
    """Compare two leeruitkomsten or two niveaus row by row; rows that ask nothing at either are left out.

    Raises:
        OnbekendeCode: a side does not exist.
        OngeldigeVraag: another leerlijn, not rising, or a leeruitkomst and a niveau mixed.
    """
    leerlijnen, laag, hoog = _traject(register, van, naar)
    zijden = [(rij, rij.cellen[laag - 1], rij.cellen[hoog - 1]) for lijn in leerlijnen for rij in lijn.rijen]
    rijen = [
        Verdieping(rij.code, onder, boven, rij.naam, rij.naam_uit_bron)
        for rij, onder, boven in zijden
        if onder or boven
    ]
    kanten = {"van": register.niveaus[laag - 1], "naar": register.niveaus[hoog - 1]}
    gevonden = Verdiepingen(rijen, _kenmerk=register.geef_kenmerk, **kanten)
    register.onthoud("verdiepingen", MappingProxyType({**register.verdiepingen, (van, naar): gevonden}))
    return gevonden


def _traject(register: Register, van: object, naar: object) -> tuple[Iterable[Leerlijn], int, int]:
    """Return the leerlijnen to compare, and from which niveau to which."""
    soorten = [_soort(register, kant) for kant in (van, naar)]
    if soorten[0] != soorten[1]:
        for kant in (van, naar):
            if isinstance(kant, str) and kant not in register.alle:
                raise register.onbekend("niveau", kant)  # beside a niveau it was meant as one
        reden = "verdieping vraagt twee leeruitkomsten of twee niveaus, niet van elk één"
        raise _geen_vraag(van, naar, ("ongelijke_soorten", reden))
    soort = soorten[0]
    bekend = register.bekend(soort)
    if not (bestaat(bekend, van) and bestaat(bekend, naar)):
        raise register.onbekend(soort, van, naar)
    laag, hoog = bekend[van], bekend[naar]
    fouten: list[tuple[Vraagsoort, str]] = []
    if soort == "niveau":
        leerlijnen: Iterable[Leerlijn] = register.leerlijnen
        laagste, hoogste = laag.nummer, hoog.nummer
    else:
        leerlijnen = (register.bekend("leerlijn")[laag.leerlijn],)
        laagste, hoogste = laag.niveau, hoog.niveau
        if laag.leerlijn != hoog.leerlijn:
            reden = f"{van} en {naar} horen bij verschillende leerlijnen ({laag.leerlijn} en {hoog.leerlijn})"
            fouten.append(("andere_leerlijn", reden))
    if laagste >= hoogste:
        reden = f"verdieping gaat omhoog: van niveau {laagste} naar niveau {hoogste} kan niet"
        fouten.append(("niet_omhoog", reden))
    if fouten:
        raise _geen_vraag(van, naar, *fouten)
    return leerlijnen, laagste, hoogste


def _geen_vraag(van: object, naar: object, *fouten: tuple[Vraagsoort, str]) -> OngeldigeVraag:
    from ..fouten import OngeldigeVraag  # a first answer that is good does without

    return OngeldigeVraag.samen(OngeldigeVraag(soort, reden, {"van": van, "naar": naar}) for soort, reden in fouten)


def _soort(register: Register, kant: object) -> str:
    """Return what a side is asked as; a text that is no leeruitkomst but what a niveau is called is asked as that."""
    if isinstance(kant, str):
        als_niveau = kant not in register.bekend("leeruitkomst") and register.codeboek.heet(kant)
        return "niveau" if als_niveau else "leeruitkomst"
    from ..codes import is_getal

    return "niveau" if is_getal(kant) else "leeruitkomst"
