"""How the parts of a framework hang together: every code in its place, in order and once; errata that apply.

This looks at plain data that may be of any shape, and passes over what has the wrong one: `velden` says that. A record that is
made by hand is held against the same rules, by what it would look like in a file.
"""

from __future__ import annotations

import itertools
import operator
from collections import Counter
from typing import cast

from . import codes
from .fouten import Bevinding
from .zinnen import citaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .fouten import Bevindingsoort

MEESTE_ERRATA = 100
"""How many errata one text may have: each is looked for in it."""
_MEESTE_FOUTEN = 10_000
"""After so many faults no more are looked for: the file is of another kind."""


def samenhangfouten(gegevens: Any) -> list[Bevinding]:
    """Return the faults in how the parts of plain data hang together, with paths, in the order of the file; at most 10,000."""
    return list(itertools.islice(_fouten(gegevens), _MEESTE_FOUTEN))


def _fouten(gegevens: Any) -> Iterator[Bevinding]:
    boek = _Boek()
    niveaus, leerlijnen = _lijst(gegevens, "niveaus"), _lijst(gegevens, "leerlijnen")
    for naam, wat in (("niveaus", "niveau"), ("leerlijnen", "leerlijn")):
        if _veld(gegevens, naam, list) == []:
            yield Bevinding(naam, "leeg", f"een raamwerk heeft ten minste één {wat}")
    yield from _niveaus(niveaus)
    for plaats, lijn in enumerate(leerlijnen):
        yield from boek.noteer(_veld(lijn, "code", str), "leerlijnen", plaats, lijn)
        yield from _leerlijn(f"leerlijnen[{plaats}].", lijn, len(niveaus) or None, boek)
    yield from _errata(_lijst(gegevens, "errata"), boek)
    yield from _vervallen(_lijst(gegevens, "vervallen"), boek)


def gaaf(*velden: Any) -> bool:
    """Say at a glance that the parts of a framework, given as its fields, hang together: `False` means look again.

    It sees the table only: of a framework with errata, ended codes or names of rows it says nothing.
    """
    niveaus, leerlijnen, errata, vervallen = velden[-4:]
    if errata or vervallen or not niveaus or not leerlijnen:
        return False
    if [niveau.nummer for niveau in niveaus] != [*range(1, len(niveaus) + 1)]:
        return False
    return len({lijn.code for lijn in leerlijnen}) == len(leerlijnen) and all(
        not lijn.rijnamen
        and [uitkomst.code for uitkomst in lijn.leeruitkomsten] == [f"{lijn.code}{niveau.nummer}" for niveau in niveaus]
        and all(_op_volgorde(uitkomst) for uitkomst in lijn.leeruitkomsten)
        for lijn in leerlijnen
    )


def _op_volgorde(uitkomst: Any) -> bool:
    """Say whether every criterium is of this leeruitkomst, and comes after the one before it: then none stands there twice.

    Codes of a good form have numbers and letters that come in order by their length, then as texts.
    """
    criteria = uitkomst.succescriteria
    plaatsen = [(len(c.rij), c.rij, len(c.letter), c.letter) for c in criteria]
    return {c.leeruitkomst for c in criteria} <= {uitkomst.code} and all(map(operator.lt, plaatsen, plaatsen[1:]))


def gebreken_van_leerlijn(gegevens: Any) -> list[Bevinding]:
    """Return every fault in how the parts of one leerlijn hang together, as above."""
    return list(_leerlijn("", gegevens, None, _Boek()))


def gebreken_van_leeruitkomst(gegevens: Any) -> list[Bevinding]:
    """Return every fault in how the parts of one leeruitkomst hang together, as above."""
    return list(_criteria("", gegevens, str(gegevens["code"]), _Boek()))


def gebreken_van_rij(code: str, cellen: list[list[str]]) -> list[Bevinding]:
    """Return which criteria of a row stand in another place than their codes say."""
    lijn, _, nummer = code.partition(".")
    fouten: list[Bevinding] = []
    for niveau, cel in enumerate(cellen, 1):
        vorige = ""
        for plaats, criterium in enumerate(cel):
            hoort = f"{lijn}{niveau}.{nummer}"
            begin, letter = criterium[: len(hoort)], criterium[len(hoort) :]
            hier = begin == hoort and letter.isalpha()
            if not hier or (len(letter), letter) <= (len(vorige), vorige):
                soort: Bevindingsoort = "verkeerde_volgorde" if hier else "verkeerde_plaats"
                reden = (
                    f"in deze cel hoort een code als {citaat(hoort + 'a')}, op volgorde; er staat {citaat(criterium)}"
                )
                fouten.append(Bevinding(f"cellen[{niveau - 1}][{plaats}].code", soort, reden))
            vorige = letter
    if not any(cellen):
        fouten.append(Bevinding("cellen", "leeg", "een rij heeft ten minste één succescriterium"))
    return fouten


def gebreken_van_evl(niveau: int, uitkomsten: list[tuple[str, str, int]]) -> list[Bevinding]:
    """Return which leeruitkomsten, given as code, leerlijn and niveau, do not belong in the EvL of a niveau."""
    fouten: list[Bevinding] = []
    gezien: set[str] = set()
    for plaats, (code, lijn, van) in enumerate(uitkomsten):
        if van != niveau:
            fouten.append(
                Bevinding(
                    f"leeruitkomsten[{plaats}].code",
                    "verkeerde_plaats",
                    f"{citaat(code)} hoort niet bij niveau {niveau}",
                )
            )
        if lijn in gezien:
            fouten.append(
                Bevinding(
                    f"leeruitkomsten[{plaats}].code",
                    "dubbel",
                    f"leerlijn {citaat(lijn)} staat hier al eerder",
                )
            )
        gezien.add(lijn)
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

    def ook(self, code: str, velden: Any) -> None:
        """Remember what a code that stands in a wrong place says; its own place stays free."""
        self.velden.setdefault(code, velden)

    def noteer(self, code: str | None, lijst: str, plaats: int, velden: Any) -> tuple[Bevinding, ...]:
        """Note a code where there is one, or return the fault that it was noted before."""
        if code is None:
            return ()
        if code in self.waar:
            return (Bevinding(f"{lijst}[{plaats}].code", "dubbel", f"{citaat(code)} staat ook bij {self.plek(code)}"),)
        self.waar[code] = (lijst, plaats)
        self.velden[code] = velden
        return ()


def _niveaus(niveaus: list[Any]) -> Iterator[Bevinding]:
    for plaats, niveau in enumerate(niveaus):
        nummer = _veld(niveau, "nummer", int)
        if nummer is not None and nummer != plaats + 1:
            yield Bevinding(
                f"niveaus[{plaats}].nummer",
                "verkeerde_plaats",
                f"niveaus tellen op vanaf 1: hier hoort {plaats + 1}, er staat {citaat(nummer)}",
            )


def _leerlijn(pad: str, lijn: Any, aantal: int | None, boek: _Boek) -> Iterator[Bevinding]:
    """Look at one leerlijn; `aantal` is how many niveaus there are, where that is known."""
    code = _veld(lijn, "code", str)
    uitkomsten = _lijst(lijn, "leeruitkomsten")
    if aantal is not None and _veld(lijn, "leeruitkomsten", list) is not None and len(uitkomsten) != aantal:
        reden = f"hier horen {aantal} leeruitkomsten, één voor elk niveau, er staan er {len(uitkomsten)}"
        yield Bevinding(f"{pad}leeruitkomsten", "verkeerd_aantal", reden)
    for plaats, uitkomst in enumerate(uitkomsten):
        hoort = None if code is None else f"{code}{plaats + 1}"
        eigen = _veld(uitkomst, "code", str)
        if eigen is not None and hoort is not None and eigen != hoort:
            reden = f"op deze plaats hoort {citaat(hoort)}, er staat {citaat(eigen)}"
            yield Bevinding(f"{pad}leeruitkomsten[{plaats}].code", "verkeerde_plaats", reden)
            boek.ook(eigen, uitkomst)
        else:
            yield from boek.noteer(eigen, f"{pad}leeruitkomsten", plaats, uitkomst)
        yield from _criteria(f"{pad}leeruitkomsten[{plaats}].", uitkomst, hoort, boek)
    yield from _rijnamen(f"{pad}rijnamen", lijn, code)


def _criteria(pad: str, uitkomst: Any, hoort: str | None, boek: _Boek) -> Iterator[Bevinding]:
    """Look at the criteria of one leeruitkomst, whose code is `hoort` where that is known."""
    lijst, vorige = f"{pad}succescriteria", (0, 0)
    for plaats, criterium in enumerate(_lijst(uitkomst, "succescriteria")):
        eigen = _veld(criterium, "code", str)
        if eigen is None:
            continue
        begin, _, einde = eigen.partition(".")
        rij = codes.rij_en_letter(einde)
        if rij is None or (begin != hoort and hoort is not None):
            reden = f"hier hoort een code als {citaat((hoort or 'WP1') + '.1a')}, er staat {citaat(eigen)}"
            soort: Bevindingsoort = "verkeerde_vorm" if rij is None else "verkeerde_plaats"
            yield Bevinding(f"{lijst}[{plaats}].code", soort, reden)
            boek.ook(eigen, criterium)
            continue
        dubbel = boek.noteer(eigen, lijst, plaats, criterium)
        yield from dubbel
        if rij < vorige and not dubbel:
            reden = f"{citaat(eigen)} staat niet op volgorde van rij en letter"
            yield Bevinding(f"{lijst}[{plaats}].code", "verkeerde_volgorde", reden)
        vorige = rij


def _rijnamen(lijst: str, lijn: Any, code: str | None) -> Iterator[Bevinding]:
    """Look at the names of rows: each is of a row that is there, once, in the order of the rows."""
    namen = _lijst(lijn, "rijnamen")
    if not namen:
        return
    criteria = (c for u in _lijst(lijn, "leeruitkomsten") for c in _lijst(u, "succescriteria"))
    einden = (
        codes.rij_en_letter(eigen.partition(".")[2]) for c in criteria if (eigen := _veld(c, "code", str)) is not None
    )
    bestaand = {f"{code}.{einde[0]}": einde[0] for einde in einden if einde}
    gezien: set[int] = set()
    hoogste = 0
    for plaats, naam in enumerate(namen):
        rij = _veld(naam, "rij", str)
        if rij is None:
            continue
        nummer = bestaand.get(rij)
        if nummer is None:
            reden = f"{citaat(rij)} is geen rij van deze leerlijn"
            yield Bevinding(f"{lijst}[{plaats}].rij", "bestaat_niet", reden)
            continue
        if nummer in gezien:
            yield Bevinding(f"{lijst}[{plaats}].rij", "dubbel", f"{citaat(rij)} staat hier al eerder")
        elif nummer < hoogste:
            yield Bevinding(f"{lijst}[{plaats}].rij", "verkeerde_volgorde", f"{citaat(rij)} staat niet op volgorde")
        gezien.add(nummer)
        hoogste = max(hoogste, nummer)


def _errata(errata: list[Any], boek: _Boek) -> Iterator[Bevinding]:
    per_tekst: Counter[tuple[str, str]] = Counter()
    bezet: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for plaats, erratum in enumerate(errata):
        pad = f"errata[{plaats}]"
        code, veld, staat, bedoeld = (_veld(erratum, naam, str) for naam in ("code", "veld", "staat", "bedoeld"))
        if code is None or veld is None or not staat:
            continue
        per_tekst[code, veld] += 1
        tekst = _veld(boek.velden.get(code), veld, str)
        if code not in boek.velden:
            yield Bevinding(f"{pad}.code", "bestaat_niet", f"{citaat(code)} staat niet in dit raamwerk")
        elif tekst is None:
            yield Bevinding(f"{pad}.veld", "bestaat_niet", f"{citaat(code)} heeft geen {citaat(veld)}")
        elif per_tekst[code, veld] > MEESTE_ERRATA:
            yield Bevinding(pad, "verkeerd_aantal", f"er horen ten hoogste {MEESTE_ERRATA} errata bij één tekst")
        elif (keren := tekst.count(staat)) != 1:
            yield Bevinding(
                f"{pad}.staat",
                "verkeerd_aantal",
                f"{citaat(staat)} staat {keren} keer in {citaat(code)}, dat moet één keer zijn",
            )
        elif staat == bedoeld:
            yield Bevinding(f"{pad}.bedoeld", "dubbel", "hier staat hetzelfde als bij 'staat'")
        else:
            begin = tekst.index(staat)
            eerder = bezet.setdefault((code, veld), [])
            for van, tot, welk in eerder:
                if begin < tot and van < begin + len(staat):
                    reden = f"{citaat(staat)} overlapt met wat errata[{welk}] verbetert; maak er één erratum van"
                    yield Bevinding(f"{pad}.staat", "tegenspraak", reden)
                    break
            eerder.append((begin, begin + len(staat), plaats))


def _vervallen(vervallen: list[Any], boek: _Boek) -> Iterator[Bevinding]:
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
            yield Bevinding(f"{pad}.code", "bestaat_nog", f"{citaat(code)} staat nog in het raamwerk{waar}")
        elif codes.soort_van(code) is None:
            yield Bevinding(f"{pad}.code", "verkeerde_vorm", f"{citaat(code)} heeft niet de vorm van een code")
        elif code in gezien:
            yield Bevinding(f"{pad}.code", "dubbel", f"{citaat(code)} staat hier al eerder")
        gezien.add(code)
        for nummer, opvolger in enumerate(_lijst(item, "opvolgers")):
            if isinstance(opvolger, str) and opvolger not in bestaand and opvolger not in volgers:
                reden = f"{citaat(opvolger)} staat niet in dit raamwerk en is ook niet vervallen"
                yield Bevinding(f"{pad}.opvolgers[{nummer}]", "bestaat_niet", reden)
        if code in kring:
            reden = f"{citaat(code)} wordt langs een omweg door zichzelf opgevolgd"
            yield Bevinding(f"{pad}.opvolgers", "kring", reden)


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
