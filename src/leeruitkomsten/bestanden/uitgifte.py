"""Which number each row of a table gets, and which code each criterium: those that it has, and for what is new the next ones.

A code is promised for good: it is never given to something else, also when it has ended.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .. import codes
from ..codes import HOOGSTE_RIJ
from ..fouten import Bevinding
from ..zinnen import citaat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..raamwerk import Raamwerk
    from .tabelregels import Punt

Cel: TypeAlias = tuple[str, int, int]
"""Leerlijn, niveau and row."""


class Rijen(NamedTuple):
    """The rows of the criteria: a number for each, in their order; the names of rows; and how many rows got a number here."""

    nummers: list[int]
    namen: dict[tuple[str, int], str]
    genummerd: dict[str, int]
    fouten: list[Bevinding]


def nummer_rijen(punten: Sequence[Punt], vorige: Raamwerk | None, geeindigd: Iterable[str]) -> Rijen:
    """Give rows that have a name only their numbers: that of the row of this name, else the next, in order of appearance.

    Args:
        punten: the criteria, in the order of the table.
        vorige: the earlier version, whose rows keep their numbers.
        geeindigd: codes that ended: the numbers of their rows are not given again.
    """
    rijen = Rijen([], {}, {}, [])
    op_naam: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    hoogste: dict[str, int] = defaultdict(int)
    for code in (*(vorige.rijen if vorige else ()), *geeindigd):
        delen = codes.als_code(code if isinstance(code, str) else code.code)
        if delen and delen.rij and delen.leerlijn:
            hoogste[delen.leerlijn] = max(hoogste[delen.leerlijn], delen.rij)
    for punt in punten:
        if punt.rij is not None:
            hoogste[punt.leerlijn] = max(hoogste[punt.leerlijn], punt.rij)
            if punt.rijnaam:
                _benoem(rijen, punt, punt.rij)
                op_naam[punt.leerlijn, punt.rijnaam][punt.rij] = None
    in_tabel = {*op_naam}
    for rij in vorige.rijen if vorige else ():
        if rij.naam and (rij.leerlijn, rij.nummer) not in rijen.namen and (rij.leerlijn, rij.naam) not in in_tabel:
            op_naam[rij.leerlijn, rij.naam][rij.nummer] = None
    rijen.fouten.extend(_niet_een(punten, op_naam))
    for punt in punten:
        nummer = next(iter(op_naam[punt.leerlijn, punt.rijnaam]), None) if punt.rij is None else punt.rij
        if nummer is None:
            hoogste[punt.leerlijn] += 1
            nummer = hoogste[punt.leerlijn]
            op_naam[punt.leerlijn, punt.rijnaam][nummer] = None
            rijen.genummerd[punt.leerlijn] = rijen.genummerd.get(punt.leerlijn, 0) + 1
            if nummer == HOOGSTE_RIJ + 1:
                reden = f"leerlijn {citaat(punt.leerlijn)} heeft meer dan {HOOGSTE_RIJ} rijen"
                rijen.fouten.append(punt.regel.fout("rijnaam", "te_groot", reden))
        if punt.rij is None:
            _benoem(rijen, punt, nummer)
        rijen.nummers.append(nummer)
    return rijen


def _niet_een(punten: Sequence[Punt], op_naam: Mapping[tuple[str, str], Iterable[int]]) -> Iterator[Bevinding]:
    """Yield, once for each line, which names without a number may be those of more than one row.

    More than one number bears them, or more than one line of a matrix, where each is a row by itself.
    """
    gezegd: set[str] = set()
    eerste: dict[tuple[str, str, str], Punt] = {}
    for punt in punten:
        eerder = eerste.setdefault((punt.regel.blad, punt.leerlijn, punt.rijnaam), punt) if punt.rijnaam else punt
        nummers = sorted(op_naam.get((punt.leerlijn, punt.rijnaam), ())) if punt.rij is None else ()
        if punt.regel.waar in gezegd:
            continue
        if len(nummers) > 1:
            gezegd.add(punt.regel.waar)
            *alle, laatste = map(str, nummers)
            reden = f"rijnaam {citaat(punt.rijnaam)} staat bij rij {', '.join(alle)} en {laatste}; geef het nummer"
            yield punt.regel.fout("rijnaam", "tegenspraak", reden)
        elif punt.kolom != "criterium" and eerder.regel is not punt.regel and None in (punt.rij, eerder.rij):
            gezegd.add(punt.regel.waar)
            raad = (
                "zijn het twee rijen, geef elk dan een nummer in kolom 'rij'; is het er één, zet hem dan op één regel"
            )
            reden = f"rijnaam {citaat(punt.rijnaam)} staat ook op {eerder.regel.waar}; {raad}"
            yield punt.regel.fout("rijnaam", "dubbel", reden)


def _benoem(rijen: Rijen, punt: Punt, nummer: int) -> None:
    eerder = rijen.namen.setdefault((punt.leerlijn, nummer), punt.rijnaam)
    if eerder != punt.rijnaam:
        reden = f"hier staat {citaat(punt.rijnaam)}, eerder stond er bij rij {nummer} {citaat(eerder)}"
        rijen.fouten.append(punt.regel.fout("rijnaam", "tegenspraak", reden))


def codefouten(punten: Sequence[Punt], rijen: Sequence[int], geeindigd: Iterable[str]) -> Iterator[Bevinding]:
    """Yield what is wrong with the codes that a table gives to its criteria, where these ended in an earlier version."""
    geeindigd = frozenset(geeindigd)
    gezien: dict[str, Punt] = {}
    for punt, rij in zip(punten, rijen, strict=True):
        if punt.code:
            yield from _codefouten(punt, (punt.leerlijn, punt.niveau, rij), gezien, geeindigd)
            gezien.setdefault(punt.code, punt)


def geef_codes(
    punten: Sequence[Punt],
    rijen: Sequence[int],
    vorige: Raamwerk | None,
    geeindigd: Iterable[str],
    *,
    op_plaats: bool,
) -> dict[str, Punt]:
    """Give each criterium its code: its own, that of the same text in the same cell before, or else the next of its cell.

    Args:
        punten: the criteria in the order of the table, without faults.
        rijen: the number of the row of each.
        vorige: the earlier version.
        geeindigd: codes that ended, which are not given again.
        op_plaats: whether the table has no place for codes. Then criteria of a cell with as many as before keep their codes
            where their texts changed, in order.
    """
    per_cel: dict[Cel, list[Punt]] = defaultdict(list)
    gegeven = {punt.code: punt for punt in punten if punt.code}
    for punt, rij in zip(punten, rijen, strict=True):
        if not punt.code:
            per_cel[punt.leerlijn, punt.niveau, rij].append(punt)
    over: dict[Cel, dict[str, str]] = defaultdict(dict)
    was = vorige.succescriteria if vorige else ()
    for criterium in was:
        if criterium.code not in gegeven:
            over[_cel(criterium.code)][criterium.code] = criterium.tekst
    boek = _Boek((*(c.code for c in was), *gegeven, *geeindigd))
    for cel, nieuwe in per_cel.items():
        gegeven |= _verdeeld(nieuwe, over.get(cel, {}), boek, cel, op_plaats=op_plaats)
    return dict(sorted(gegeven.items(), key=lambda een: _volgorde(een[0])))


def te_vol(punten: Sequence[Punt], rijen: Sequence[int]) -> Iterator[Bevinding]:
    """Yield which cells have more criteria than there are letters."""
    per_cel = Counter(zip((p.leerlijn for p in punten), (p.niveau for p in punten), rijen, strict=True))
    for (lijn, niveau, rij), aantal in per_cel.items():
        if aantal > codes.HOOGSTE_LETTER:
            waar = f"leerlijn {lijn!r}, niveau {niveau}, rij {rij}"
            reden = f"er passen {codes.HOOGSTE_LETTER} criteria in een cel, er staan er {aantal}"
            yield Bevinding(waar, "te_groot", reden)


def dubbele_teksten(punten: Sequence[Punt], rijen: Sequence[int]) -> Iterator[Bevinding]:
    """Yield which criteria stand twice in one cell: a copy of a sheet that was kept, or a line that was copied.

    Those with a code are meant: the workbook of a framework says all that it has.
    """
    eerste: dict[tuple[str, int, int, str], Punt] = {}
    for punt, rij in zip(punten, rijen, strict=True):
        eerder = eerste.setdefault((punt.leerlijn, punt.niveau, rij, punt.tekst), punt)
        if eerder is not punt and not (punt.code and eerder.code):
            reden = f"{citaat(punt.tekst)} staat al in deze cel ({eerder.regel.waar}); haal een van beide weg"
            yield punt.regel.fout(punt.kolom, "dubbel", reden)


class _Boek:
    """The highest letter of each cell that was ever given, as a number."""

    def __init__(self, gegeven: Iterable[str]) -> None:
        self.hoogste: dict[Cel, int] = defaultdict(int)
        for code in gegeven:
            delen = codes.als_code(code)
            if delen and delen.letter:
                cel = _cel(code)
                self.hoogste[cel] = max(self.hoogste[cel], codes.nummer(delen.letter))

    def volgende(self, cel: Cel) -> str:
        """Give the next code of a cell."""
        self.hoogste[cel] += 1
        lijn, niveau, rij = cel
        return f"{lijn}{niveau}.{rij}{codes.letter(self.hoogste[cel])}"


def _verdeeld(
    nieuwe: Sequence[Punt], over: dict[str, str], boek: _Boek, cel: Cel, *, op_plaats: bool
) -> dict[str, Punt]:
    """Return the criteria of one cell that have no code, by the code that each gets."""
    per_tekst: dict[str, deque[str]] = defaultdict(deque)
    for code, tekst in over.items():
        per_tekst[tekst].append(code)
    zelfde = [per_tekst[punt.tekst].popleft() if per_tekst.get(punt.tekst) else "" for punt in nieuwe]
    rest = [code for code in over if code not in {*zelfde}]
    blijft = iter(rest if op_plaats and len(nieuwe) == len(over) else ())
    return {code or next(blijft, "") or boek.volgende(cel): punt for code, punt in zip(zelfde, nieuwe, strict=True)}


def _codefouten(punt: Punt, cel: Cel, eigen: dict[str, Punt], geeindigd: frozenset[str]) -> Iterator[Bevinding]:
    """Yield what is wrong with a code that a line of the table gives."""
    code, (lijn, niveau, rij) = punt.code, cel
    if codes.soort_van(code) != "succescriterium":
        reden = f"hier hoort de code van een succescriterium, zoals 'WP2.4a', of niets, er staat {citaat(code)}"
        yield punt.regel.fout("code", "verkeerde_vorm", reden)
    elif _cel(code) != cel:
        reden = (
            f"{citaat(code)} is de code van een andere plaats dan deze regel noemt (leerlijn {lijn}, niveau {niveau}, rij {rij}); "
            "laat hem leeg als het criterium verhuist, en zeg bij 'vervallen' welke nieuwe code op de oude volgt"
        )
        was = codes.ontleed(code)
        if punt.rij is None and (was.leerlijn, was.niveau) == (lijn, niveau):
            reden += f"; heet alleen de rij anders, zet dan {was.rij} in kolom 'rij'"
        yield punt.regel.fout("code", "verkeerde_plaats", reden)
    elif code in eigen and eigen[code].regel is not punt.regel:
        yield punt.regel.fout("code", "dubbel", f"{citaat(code)} staat ook op {eigen[code].regel.waar}")
    elif code in geeindigd:
        reden = (
            f"{citaat(code)} is vervallen, en wordt niet opnieuw gebruikt; laat de code van een nieuw criterium leeg"
        )
        yield punt.regel.fout("code", "bestaat_nog", reden)


def _cel(code: str) -> Cel:
    delen = codes.ontleed(code)
    return (delen.leerlijn or "", delen.niveau or 0, delen.rij or 0)


def _volgorde(code: str) -> tuple[Cel, int]:
    return _cel(code), codes.nummer(codes.ontleed(code).letter or "")
