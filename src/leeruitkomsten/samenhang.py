"""How the parts of a data file hang together: every code in its place, in order and once; errata that apply.

This looks at plain data that may be of any shape, and passes over what has the wrong one: `vorm` reports that.
"""

from __future__ import annotations

from typing import cast

from . import codes
from .fouten import Fout, citaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


def samenhangfouten(gegevens: Any) -> list[Fout]:
    """Return every fault in how the parts of plain data hang together, with its path."""
    boek = _Boek()
    niveaus = _lijst(gegevens, "niveaus")
    fouten = [*_niveaus(niveaus)]
    leerlijnen = _lijst(gegevens, "leerlijnen")
    if _veld(gegevens, "leerlijnen", list) == []:
        fouten.append(Fout("leerlijnen", "een raamwerk heeft ten minste één leerlijn"))
    for plaats, lijn in enumerate(leerlijnen):
        fouten += _leerlijn(f"leerlijnen[{plaats}]", lijn, len(niveaus), boek)
    fouten += _errata(_lijst(gegevens, "errata"), boek)
    fouten += _vervallen(_lijst(gegevens, "vervallen"), boek)
    return fouten


class _Boek:
    """The codes seen so far: where each stands, and what its fields say."""

    def __init__(self) -> None:
        self.waar: dict[str, str] = {}
        self.velden: dict[str, dict[str, Any]] = {}

    def noteer(self, code: str, pad: str, velden: dict[str, Any]) -> Iterator[Fout]:
        if code in self.waar:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat ook bij {self.waar[code]}")
        else:
            self.waar[code] = pad
            self.velden[code] = velden


def _niveaus(niveaus: list[Any]) -> Iterator[Fout]:
    for plaats, niveau in enumerate(niveaus):
        nummer = _veld(niveau, "nummer", int)
        if nummer is not None and nummer != plaats + 1:
            yield Fout(
                f"niveaus[{plaats}].nummer",
                f"niveaus tellen op vanaf 1: hier hoort {plaats + 1}, er staat {citaat(nummer)}",
            )


def _leerlijn(pad: str, lijn: Any, aantal: int, boek: _Boek) -> Iterator[Fout]:
    code = _veld(lijn, "code", str)
    if code is not None:
        if codes.soort_van(code) != "leerlijn":
            yield Fout(
                f"{pad}.code",
                f"hier hoort de code van een leerlijn (1 tot en met 8 hoofdletters), er staat {citaat(code)}",
            )
        yield from boek.noteer(code, pad, lijn)
    uitkomsten = _lijst(lijn, "leeruitkomsten")
    if aantal and _veld(lijn, "leeruitkomsten", list) is not None and len(uitkomsten) != aantal:
        yield Fout(
            f"{pad}.leeruitkomsten",
            f"hier horen {aantal} leeruitkomsten, één voor elk niveau, er staan er {len(uitkomsten)}",
        )
    for plaats, uitkomst in enumerate(uitkomsten):
        yield from _leeruitkomst(f"{pad}.leeruitkomsten[{plaats}]", uitkomst, f"{code}{plaats + 1}", boek)


def _leeruitkomst(pad: str, uitkomst: Any, hoort: str, boek: _Boek) -> Iterator[Fout]:
    code = _veld(uitkomst, "code", str)
    if code is not None:
        if code != hoort:
            yield Fout(f"{pad}.code", f"op deze plaats hoort {citaat(hoort)}, er staat {citaat(code)}")
        yield from boek.noteer(code, pad, uitkomst)
    vorige = (0, "")
    for plaats, criterium in enumerate(_lijst(uitkomst, "succescriteria")):
        eigen = _veld(criterium, "code", str)
        if eigen is None:
            continue
        hier = f"{pad}.succescriteria[{plaats}]"
        begin, _, einde = eigen.partition(".")
        rij = codes.rij_en_letter(einde)
        if begin != hoort or rij is None:
            yield Fout(f"{hier}.code", f"hier hoort een code als {citaat(hoort + '.1a')}, er staat {citaat(eigen)}")
        else:
            if rij < vorige:
                yield Fout(f"{hier}.code", f"{citaat(eigen)} staat niet op volgorde van rij en letter")
            vorige = rij
        yield from boek.noteer(eigen, hier, criterium)


def _errata(errata: list[Any], boek: _Boek) -> Iterator[Fout]:
    for plaats, erratum in enumerate(errata):
        pad = f"errata[{plaats}]"
        code, veld, staat, bedoeld = (_veld(erratum, naam, str) for naam in ("code", "veld", "staat", "bedoeld"))
        if code is None or veld is None or not staat:
            continue
        tekst = _veld(boek.velden.get(code), veld, str)
        if code not in boek.velden:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat niet in dit raamwerk")
        elif tekst is None:
            yield Fout(f"{pad}.veld", f"{citaat(code)} heeft geen {citaat(veld)}")
        elif tekst.count(staat) != 1:
            yield Fout(
                f"{pad}.staat", f"{citaat(staat)} staat {tekst.count(staat)} keer in {code}, dat moet één keer zijn"
            )
        elif staat == bedoeld:
            yield Fout(f"{pad}.bedoeld", "hier staat hetzelfde als bij 'staat'")


def _vervallen(vervallen: list[Any], boek: _Boek) -> Iterator[Fout]:
    """Ended codes: none of them exists, none stands there twice, and who follows their successors arrives somewhere."""
    eigen = {code: item for item in vervallen if (code := _veld(item, "code", str)) is not None}
    gezien: set[str] = set()
    for plaats, item in enumerate(vervallen):
        pad = f"vervallen[{plaats}]"
        code = _veld(item, "code", str)
        if code is None:
            continue
        if code in boek.waar:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat nog in het raamwerk, bij {boek.waar[code]}")
        elif codes.soort_van(code) is None:
            yield Fout(f"{pad}.code", f"{citaat(code)} heeft niet de vorm van een code")
        elif code in gezien:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat hier al eerder")
        gezien.add(code)
        for nummer, opvolger in enumerate(_lijst(item, "opvolgers")):
            if isinstance(opvolger, str) and opvolger not in boek.waar and opvolger not in eigen:
                yield Fout(
                    f"{pad}.opvolgers[{nummer}]",
                    f"{citaat(opvolger)} staat niet in dit raamwerk en is ook niet vervallen",
                )
        if _kringloop(code, eigen):
            yield Fout(f"{pad}.opvolgers", f"{citaat(code)} wordt langs een omweg door zichzelf opgevolgd")


def _kringloop(begin: str, eigen: dict[str, Any]) -> bool:
    te_volgen, gezien = [begin], set[str]()
    while te_volgen:
        for opvolger in _lijst(eigen.get(te_volgen.pop()), "opvolgers"):
            if opvolger == begin:
                return True
            if isinstance(opvolger, str) and opvolger not in gezien:
                gezien.add(opvolger)
                te_volgen.append(opvolger)
    return False


def _lijst(van: Any, naam: str) -> list[Any]:
    return cast("list[Any] | None", _veld(van, naam, list)) or []


def _veld(van: Any, naam: str, soort: type) -> Any:
    """Return a value of an object when it is of this kind, else `None`."""
    waarde = cast("dict[str, Any]", van).get(naam) if isinstance(van, dict) else None
    return waarde if type(waarde) is soort else None
