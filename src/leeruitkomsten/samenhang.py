"""How the parts of a data file hang together: every code in its place, in order and once; errata that apply.

This looks at plain data that may be of any shape, and passes over what has the wrong one: `vorm` reports that.
"""

from __future__ import annotations

from collections import Counter
from typing import cast

from . import codes
from .fouten import Fout, citaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


MEESTE_ERRATA = 100
"""How many errata one text may have: each is looked for in it."""


def samenhangfouten(gegevens: Any) -> list[Fout]:
    """Return every fault in how the parts of plain data hang together, with its path."""
    boek = _Boek()
    niveaus, leerlijnen = _lijst(gegevens, "niveaus"), _lijst(gegevens, "leerlijnen")
    fouten = [
        Fout(naam, f"een raamwerk heeft ten minste één {wat}")
        for naam, wat in (("niveaus", "niveau"), ("leerlijnen", "leerlijn"))
        if _veld(gegevens, naam, list) == []
    ]
    fouten += _niveaus(niveaus)
    for plaats, lijn in enumerate(leerlijnen):
        fouten += _leerlijn(plaats, lijn, len(niveaus), boek)
    fouten += _errata(_lijst(gegevens, "errata"), boek)
    fouten += _vervallen(_lijst(gegevens, "vervallen"), boek)
    return fouten


class _Boek:
    """The codes seen so far: where each stands, and what its fields say."""

    def __init__(self) -> None:
        self.waar: dict[str, tuple[str, int]] = {}
        self.velden: dict[str, dict[str, Any]] = {}

    def alle_codes(self) -> set[str]:
        """Return the codes noted, and those that follow from them: of rijen, cellen and EvLs."""
        delen = [codes.ontleed(code) for code in self.waar if codes.is_code(code)]
        per_lijn: dict[str | None, set[int]] = {}
        for deel in delen:
            if deel.soort == "succescriterium" and deel.rij is not None:
                per_lijn.setdefault(deel.leerlijn, set()).add(deel.rij)
        uitkomsten = [deel for deel in delen if deel.soort == "leeruitkomst"]
        rijen = {f"{lijn}.{rij}" for lijn, nummers in per_lijn.items() for rij in nummers}
        cellen = {f"{u}.{rij}" for u in uitkomsten for rij in per_lijn.get(u.leerlijn, ())}
        return {*self.waar, *rijen, *cellen, *(f"EvL{u.niveau}" for u in uitkomsten)}

    def plek(self, code: str) -> str:
        """Return the path of a code that was noted."""
        lijst, plaats = self.waar[code]
        return f"{lijst}[{plaats}]"

    def noteer(self, code: str, lijst: str, plaats: int, velden: dict[str, Any]) -> tuple[Fout, ...]:
        """Note a code, or return the fault that it was noted before."""
        if code in self.waar:
            return (Fout(f"{lijst}[{plaats}].code", f"{citaat(code)} staat ook bij {self.plek(code)}"),)
        self.waar[code] = (lijst, plaats)
        self.velden[code] = velden
        return ()


def _niveaus(niveaus: list[Any]) -> Iterator[Fout]:
    for plaats, niveau in enumerate(niveaus):
        nummer = _veld(niveau, "nummer", int)
        if nummer is not None and nummer != plaats + 1:
            yield Fout(
                f"niveaus[{plaats}].nummer",
                f"niveaus tellen op vanaf 1: hier hoort {plaats + 1}, er staat {citaat(nummer)}",
            )


def _leerlijn(plaats: int, lijn: Any, aantal: int, boek: _Boek) -> Iterator[Fout]:
    pad, code = f"leerlijnen[{plaats}]", _veld(lijn, "code", str)
    if code is not None:
        if codes.soort_van(code) != "leerlijn":
            reden = f"hier hoort de code van een leerlijn (1 tot en met 8 hoofdletters), er staat {citaat(code)}"
            yield Fout(f"{pad}.code", reden)
        yield from boek.noteer(code, "leerlijnen", plaats, lijn)
    uitkomsten = _lijst(lijn, "leeruitkomsten")
    if aantal and _veld(lijn, "leeruitkomsten", list) is not None and len(uitkomsten) != aantal:
        reden = f"hier horen {aantal} leeruitkomsten, één voor elk niveau, er staan er {len(uitkomsten)}"
        yield Fout(f"{pad}.leeruitkomsten", reden)
    for nummer, uitkomst in enumerate(uitkomsten):
        hoort = None if code is None else f"{code}{nummer + 1}"
        yield from _leeruitkomst(f"{pad}.leeruitkomsten", nummer, uitkomst, hoort, boek)


def _leeruitkomst(lijst: str, plaats: int, uitkomst: Any, hoort: str | None, boek: _Boek) -> Iterator[Fout]:
    pad, code = f"{lijst}[{plaats}]", _veld(uitkomst, "code", str)
    if code is not None:
        if hoort is not None and code != hoort:
            yield Fout(f"{pad}.code", f"op deze plaats hoort {citaat(hoort)}, er staat {citaat(code)}")
        yield from boek.noteer(code, lijst, plaats, uitkomst)
    criteria, vorige = f"{pad}.succescriteria", (0, "")
    for nummer, criterium in enumerate(_lijst(uitkomst, "succescriteria")):
        eigen = _veld(criterium, "code", str)
        if eigen is None:
            continue
        begin, _, einde = eigen.partition(".")
        rij = codes.rij_en_letter(einde)
        if rij is None or (begin != hoort and hoort is not None):
            reden = f"hier hoort een code als {citaat((hoort or 'WP1') + '.1a')}, er staat {citaat(eigen)}"
            yield Fout(f"{criteria}[{nummer}].code", reden)
        else:
            if rij < vorige:
                reden = f"{citaat(eigen)} staat niet op volgorde van rij en letter"
                yield Fout(f"{criteria}[{nummer}].code", reden)
            vorige = rij
        yield from boek.noteer(eigen, criteria, nummer, criterium)


def _errata(errata: list[Any], boek: _Boek) -> Iterator[Fout]:
    per_tekst: Counter[tuple[str, str]] = Counter()
    for plaats, erratum in enumerate(errata):
        pad = f"errata[{plaats}]"
        code, veld, staat, bedoeld = (_veld(erratum, naam, str) for naam in ("code", "veld", "staat", "bedoeld"))
        if code is None or veld is None or not staat:
            continue
        per_tekst[code, veld] += 1
        tekst = _veld(boek.velden.get(code), veld, str)
        if code not in boek.velden:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat niet in dit raamwerk")
        elif tekst is None:
            yield Fout(f"{pad}.veld", f"{citaat(code)} heeft geen {citaat(veld)}")
        elif per_tekst[code, veld] > MEESTE_ERRATA:
            yield Fout(pad, f"er horen ten hoogste {MEESTE_ERRATA} errata bij één tekst")
        elif (keren := tekst.count(staat)) != 1:
            yield Fout(f"{pad}.staat", f"{citaat(staat)} staat {keren} keer in {citaat(code)}, dat moet één keer zijn")
        elif staat == bedoeld:
            yield Fout(f"{pad}.bedoeld", "hier staat hetzelfde als bij 'staat'")


def _vervallen(vervallen: list[Any], boek: _Boek) -> Iterator[Fout]:
    """Ended codes: none of them exists or stands there twice, and whoever follows their successors arrives somewhere."""
    if not vervallen:
        return
    bestaand = boek.alle_codes()
    volgers = {
        code: _teksten(item, "opvolgers") for item in vervallen if (code := _veld(item, "code", str)) is not None
    }
    kring = _in_een_kring(volgers)
    gezien: set[str] = set()
    for plaats, item in enumerate(vervallen):
        pad = f"vervallen[{plaats}]"
        code = _veld(item, "code", str)
        if code is None:
            continue
        if code in bestaand:
            waar = f", bij {boek.plek(code)}" if code in boek.waar else ""
            yield Fout(f"{pad}.code", f"{citaat(code)} staat nog in het raamwerk{waar}")
        elif codes.soort_van(code) is None:
            yield Fout(f"{pad}.code", f"{citaat(code)} heeft niet de vorm van een code")
        elif code in gezien:
            yield Fout(f"{pad}.code", f"{citaat(code)} staat hier al eerder")
        gezien.add(code)
        for nummer, opvolger in enumerate(_lijst(item, "opvolgers")):
            if isinstance(opvolger, str) and opvolger not in bestaand and opvolger not in volgers:
                reden = f"{citaat(opvolger)} staat niet in dit raamwerk en is ook niet vervallen"
                yield Fout(f"{pad}.opvolgers[{nummer}]", reden)
        if code in kring:
            yield Fout(f"{pad}.opvolgers", f"{citaat(code)} wordt langs een omweg door zichzelf opgevolgd")


def _in_een_kring(volgers: dict[str, list[str]]) -> set[str]:
    """Return the ended codes that lie on a circle of successors, or between two: what is left when loose ends are cut."""
    for richting in (volgers, _omgekeerd(volgers)):
        over = {code: sum(volger in richting for volger in van) for code, van in richting.items()}
        terug = _omgekeerd(richting)
        los = [code for code, aantal in over.items() if not aantal]
        while los:
            code = los.pop()
            del over[code]
            for vorige in terug.get(code, ()):
                over[vorige] -= 1
                if not over[vorige]:
                    los.append(vorige)
        volgers = {code: van for code, van in volgers.items() if code in over}
    return set(volgers)


def _omgekeerd(volgers: dict[str, list[str]]) -> dict[str, list[str]]:
    terug: dict[str, list[str]] = {code: [] for code in volgers}
    for code, van in volgers.items():
        for volger in van:
            if volger in terug:
                terug[volger].append(code)
    return terug


def _teksten(van: Any, naam: str) -> list[str]:
    return [waarde for waarde in _lijst(van, naam) if isinstance(waarde, str)]


def _lijst(van: Any, naam: str) -> list[Any]:
    return cast("list[Any] | None", _veld(van, naam, list)) or []


def _veld(van: Any, naam: str, soort: type) -> Any:
    """Return a value of an object when it is of this kind, else `None`."""
    waarde = cast("dict[str, Any]", van).get(naam) if isinstance(van, dict) else None
    return waarde if type(waarde) is soort else None
