"""The heatmap: what has been shown of each cell of a framework, by one student or by a cohort, or by two beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..fouten import OngeldigeVraag
from ..model import Leeruitkomst, Niveau, Rij, Succescriterium
from ..raamwerk import Raamwerk
from ..rijnamen import rijnaamvoet
from ..schermtaal import Spreek
from ._raster import LEEG, Assen, Kop, Legenda, Vak, raster
from ._standen import Beeld, kleurklasse, lees_beeld
from ._stijl import Bijschrift, Stijl, in_stijl, om_te_tekenen

_BREEDTE, _NAAUW = 96, 62
"""How wide a column is, of one and of two beside each other (pixels)."""
_NAAST = 2
_TOOLTIP = {"grafiek.plaats": "plaats", "grafiek.stand": "omschrijving", "grafiek.per_criterium": "per_criterium"}


class Kant(NamedTuple):
    """One of those that stand beside each other: its name (empty where it is the only one), and what it shows."""

    naam: str
    beeld: Beeld

    def kolom(self, niveau: int) -> str:
        """Return the key of its column for a niveau."""
        return f"{niveau}\n{self.naam}"


def rijkoppen(raamwerk: Raamwerk) -> dict[str, str]:
    """Return the labels of all rows by their codes: each leerlijn as a heading above its rows, which have their names."""
    return {
        code: label
        for lijn in raamwerk.leerlijnen
        for code, label in ((lijn.code, str(lijn)), *((rij.code, rijkop(rij)) for rij in lijn.rijen))
    }


def rijkop(rij: Rij) -> str:
    """Return the label of a row: its code, and its name where it has one."""
    return f"{rij.code} {rij.naam}" if rij.naam else rij.code


def niveaukop(spreek: Spreek, niveau: Niveau, naam: str = "") -> Kop:
    """Return the heading of the column of a niveau: with its fase below, or the name of one of two that stand there."""
    return Kop(spreek("niveau", nummer=niveau.nummer), str(niveau.nummer), naam or niveau.fase)


def teken(raamwerk: Raamwerk, gegeven: Any, per: str | None, stijl: Stijl) -> Any:
    """Return the chart."""
    raamwerk, spreek = om_te_tekenen(raamwerk), stijl.spreek
    kanten = _kanten(raamwerk, gegeven, per, spreek)
    vakken = [
        _vak(kant, rij, niveau.nummer) for rij in raamwerk.rijen for niveau in raamwerk.niveaus for kant in kanten
    ]
    boven = [
        _opschrift(kant, uitkomst)
        for lijn in raamwerk.leerlijnen
        for uitkomst in lijn.leeruitkomsten
        for kant in kanten
    ]
    koppen = {k.kolom(n.nummer): niveaukop(spreek, n, k.naam) for n in raamwerk.niveaus for k in kanten}
    breedte = _BREEDTE if len(kanten) == 1 else _NAAUW
    assen = Assen(rijkoppen(raamwerk), koppen, met_koppen=True, kolomtitel=None, breedte=breedte)
    beeld = kanten[0].beeld
    cellen = [cel for rij in raamwerk.rijen for cel in rij.cellen]
    kleuren = {naam: kleur for kant in kanten for naam, kleur in kant.beeld.kleuren(cellen).items()}
    grafiek, totaal = raster(vakken, boven, assen, Legenda(beeld.legenda, kleuren, spreek), _TOOLTIP)
    leeg = spreek("grafiek.streepje_niveau") if any(vak.klasse is None and vak.tekst == LEEG for vak in vakken) else ""
    zinnen = [*_opmerkingen(spreek, kanten), leeg, rijnaamvoet(spreek, raamwerk.rijen)]
    return in_stijl(grafiek, stijl, raamwerk, Bijschrift(beeld.titel, zinnen), totaal)


def _kanten(raamwerk: Raamwerk, gegeven: Any, per: str | None, spreek: Spreek) -> list[Kant]:
    """Return what is to be shown: one, or two beside each other by their names."""
    kanten = [Kant(naam, lees_beeld(raamwerk, deel, per, spreek)) for naam, deel in naast_elkaar(gegeven)]
    if len({type(kant.beeld) for kant in kanten}) > 1:
        reden = "naast elkaar staan twee studenten of momenten (Voortgang), of twee groepen; niet van elk een"
        raise OngeldigeVraag("past_niet", reden, {"namen": tuple(kant.naam for kant in kanten)})
    return kanten


def naast_elkaar(gegeven: object) -> list[tuple[str, Any]]:
    """Return what a chart is given with its name: one without a name, or two of a dict.

    Raises:
        OngeldigeVraag: they are not two, or a name is no text.
    """
    if not isinstance(gegeven, Mapping):
        return [("", gegeven)]
    samen: Mapping[Any, Any] = gegeven  # pyright: ignore[reportUnknownVariableType]  # of anything
    if len(samen) != _NAAST or not all(isinstance(naam, str) and naam.strip() for naam in samen):
        reden = "geef er twee om naast elkaar te zetten, elk met een naam: {'2A': …, '2B': …}"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"namen": tuple(map(str, samen))})
    return [*samen.items()]


def _opmerkingen(spreek: Spreek, kanten: Sequence[Kant]) -> Iterator[str]:
    """Yield what must be said, of both what differs by its name, and that it is no judgement."""
    uitleg, *_ = kanten[0].beeld.opmerkingen
    yield uitleg
    for naam, beeld in kanten:
        zinnen = " ".join(zin for zin in beeld.opmerkingen[1:] if zin)
        yield spreek("grafiek.bij", code=naam, zin=zinnen) if naam and zinnen else zinnen
    yield spreek("geen_oordeel")


def _vak(kant: Kant, rij: Rij, niveau: int) -> Vak:
    beeld = kant.beeld
    cel, plaats, kolom = rij.cellen[niveau - 1], rij.celcode(niveau), kant.kolom(niveau)
    if not cel:
        leeg = {"plaats": plaats, "per_criterium": LEEG, "aangetoond": 0, "totaal": 0}
        return Vak(rij.code, kolom, LEEG, _zeg(kant, plaats, beeld.spreek("grafiek.vraagt_niets")), None, leeg)
    zin = _zeg(kant, plaats, beeld.zin(cel))
    klasse = kleurklasse(beeld, cel) if niveau in beeld.niveaus else None
    return Vak(rij.code, kolom, beeld.celtekst(cel), zin, klasse, _gegevens(beeld, plaats, cel))


def _opschrift(kant: Kant, uitkomst: Leeruitkomst) -> Vak:
    criteria, plaats, beeld = uitkomst.succescriteria, uitkomst.code, kant.beeld
    rij, kolom = uitkomst.leerlijn, kant.kolom(uitkomst.niveau)
    if not criteria or uitkomst.niveau not in beeld.niveaus:
        wat = beeld.spreek("grafiek.niet_meegeteld") if criteria else beeld.spreek("grafiek.heeft_geen")
        zin = _zeg(kant, plaats, wat)
        return Vak(rij, kolom, plaats, zin, None, {"plaats": plaats, "per_criterium": wat}, "" if criteria else LEEG)
    tekst = beeld.tekst(*beeld.tel(criteria))
    zin = _zeg(kant, plaats, beeld.zin(criteria))
    samen = f"{plaats}: {tekst}" if not kant.naam else tekst
    return Vak(rij, kolom, samen, zin, None, _gegevens(beeld, plaats, criteria), tekst)


def _zeg(kant: Kant, plaats: str, zin: str) -> str:
    """Return the sentence of a place, with whose it is where two stand beside each other."""
    zin = kant.beeld.spreek("grafiek.bij", code=plaats, zin=zin)
    return kant.beeld.spreek("grafiek.van_wie", naam=kant.naam, zin=zin) if kant.naam else zin


def _gegevens(beeld: Beeld, plaats: str, criteria: Sequence[Succescriterium]) -> dict[str, object]:
    deel, geheel = beeld.tel(criteria)
    return {"plaats": plaats, "aangetoond": deel, "totaal": geheel, "per_criterium": beeld.per_criterium(criteria)}
