"""What a chart of growth shows: per unit and period how much one student had shown, or how a cohort was spread."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple, cast

import attrs

from ..codes import is_getal
from ..cohort.plan import EENHEDEN, Plan
from ..datums import dag_van
from ..fouten import GeenKolom, OngeldigeVraag, eis_kolommen
from ..raamwerk import Raamwerk
from ..vragen.groei import Groei
from ..vragen.moduletabel import is_lijst_van_dicts
from ..zelfde import eis_zelfde
from ..zinnen import citaat
from ._tabellen import tel_regels, uit_frame

_GEGEVEN = ("periode", "aangetoond", "totaal")


class Punt(NamedTuple):
    """What had been shown of a unit by the end of a day: the quartiles, which are one number of one student."""

    dag: date
    kwartiel_1: float
    mediaan: float
    kwartiel_3: float
    totaal: int


@attrs.frozen
class Verloop:
    """A course of growth.

    Attributes:
        eenheid: what was counted together, such as `evl`.
        punten: per code of the unit, in source order, its points by day.
        aantal: how many were counted; `None` of one student.
        per: the column that they were counted by, as far as it is known.
        later: how much evidence is of after the last day that was asked for, and does not count.
        tot: that day, if any.
    """

    eenheid: str
    punten: Mapping[str, Sequence[Punt]]
    aantal: int | None
    per: str | None
    later: int = 0
    tot: str | None = None


def lees_verloop(raamwerk: Raamwerk, gegeven: Any, per: str | None) -> Verloop:
    """Return what is to be shown: of a `Groei`, or of a table that `cohort.groei` gives.

    Raises:
        VerkeerdType: it is neither.
        GeenKolom: columns of a table are missing, or there are several that could be the unit.
        OngeldigeVraag: it is of another framework or version, nothing was counted, or lines do not add up.
    """
    verloop = _van_student(raamwerk, gegeven) if isinstance(gegeven, Groei) else _van_cohort(raamwerk, gegeven, per)
    if not any(verloop.punten.values()):
        raise OngeldigeVraag("niets_te_tellen", "er is geen bewijs met een datum geteld: er is niets te tekenen")
    return verloop


def _van_student(raamwerk: Raamwerk, groei: Groei) -> Verloop:
    if groei:
        eis_zelfde(raamwerk, groei.kenmerk, "groei", groei[0].voortgang.leeruitkomsten)
    punten: dict[str, list[Punt]] = {}
    for stap in groei:
        dag = date.fromisoformat(stap.periode)
        for code, stand in stap.voortgang.per_evl.items():
            n = float(stand.aantal)
            punten.setdefault(code, []).append(Punt(dag, n, n, n, stand.totaal))
    return Verloop("evl", punten, None, None, groei.na_tot, groei.tot)


def _van_cohort(raamwerk: Raamwerk, tabel: Any, per: str | None) -> Verloop:
    eenheid, geteld = _geteld(tabel)
    eenheden = {e.code: e.totaal for e in Plan.van(raamwerk).eenheden(cast("Any", eenheid))}
    fouten = list(_fouten(eenheden, eenheid, geteld))
    if fouten:
        reden = "\n".join(["deze tabel is geen groei van een cohort:", *(f"- {fout}" for fout in fouten)])
        raise OngeldigeVraag("ongeldige_regel", reden, {"fouten": tuple(fouten)})
    verdeling: dict[tuple[Any, date], Counter[int]] = defaultdict(Counter)
    for (cel, code, aangetoond, _), keren in geteld.items():
        verdeling[code, cast("date", dag_van(cel))][int(aangetoond)] += keren
    punten: dict[Any, list[Punt]] = {code: [] for code in eenheden}
    for (code, dag), verdeeld in sorted(verdeling.items(), key=lambda deel: deel[0][1]):
        laag, midden, hoog = (_kwantiel(verdeeld, kwart) for kwart in (1, 2, 3))
        punten[code].append(Punt(dag, laag, midden, hoog, eenheden[code]))
    aantallen = {sum(verdeeld.values()) for verdeeld in verdeling.values()} or {0}
    if len(aantallen) > 1:
        reden = "deze tabel is geen groei van een cohort: niet van iedereen is er een regel bij elke periode en eenheid"
        raise OngeldigeVraag("ongeldige_regel", reden, {"fouten": tuple(sorted(aantallen))})
    return Verloop(eenheid, {str(code): van for code, van in punten.items()}, aantallen.pop(), per)


def _geteld(tabel: Any) -> tuple[str, Counter[tuple[Any, ...]]]:
    """Return which unit a table has, and how many lines it has of each period, code, aangetoond and totaal.

    An engine adds them up where the table is one's: there may be a line for each student, period and unit.
    """
    if is_lijst_van_dicts(tabel):
        namen = [*dict.fromkeys(naam for regel in tabel for naam in regel)] if tabel else [*_GEGEVEN, "evl"]
        kolommen = _kolommen(namen)
        return kolommen[1], Counter(tuple(_cel(regel.get(naam)) for naam in kolommen) for regel in tabel)
    frame, namen = uit_frame(tabel, "een Groei of een tabel van cohort.groei")
    kolommen = _kolommen(namen)
    return kolommen[1], tel_regels(frame, kolommen)


def _cel(waarde: Any) -> Any:
    """Return a cell as it can be counted; one that cannot, such as a list, as what it looks like."""
    return waarde if isinstance(waarde, Hashable) else citaat(waarde)


def _kolommen(namen: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that are read: the period, the unit by its own name, and the counts."""
    eis_kolommen(_GEGEVEN, namen)
    soorten = [eenheid for eenheid in EENHEDEN if eenheid in namen]
    if len(soorten) != 1:
        raise GeenKolom(() if soorten else EENHEDEN, tuple(soorten), tuple(namen))
    return ("periode", soorten[0], "aangetoond", "totaal")


def _fouten(eenheden: Mapping[Any, int], eenheid: str, geteld: Counter[tuple[Any, ...]]) -> Iterator[str]:
    """Yield what is wrong with the lines, each fault once."""
    fouten: dict[str, None] = {}
    for dag, code, aangetoond, totaal in geteld:
        if dag_van(dag) is None:
            fouten[f"periode is {citaat(dag)}; hier hoort een datum"] = None
        if code not in eenheden:
            fouten[f"{citaat(code)} is geen {eenheid} van dit raamwerk"] = None
        elif totaal != eenheden[code]:
            fouten[f"het totaal van {citaat(code)} is {citaat(totaal)}; in dit raamwerk is het {eenheden[code]}"] = None
        elif not is_getal(aangetoond) or not 0 <= cast("int", aangetoond) <= eenheden[code]:
            hoort = f"hier hoort een geheel getal van 0 tot en met {eenheden[code]}"
            fouten[f"aangetoond van {citaat(code)} is {citaat(aangetoond)}; {hoort}"] = None
    yield from fouten


def _kwantiel(keren: Counter[int], kwart: int) -> float:
    """Return a quartile, in proportion between two numbers, as `cohort.spreiding` has it.

    >>> _kwantiel(Counter({1: 1, 4: 1}), 2), _kwantiel(Counter({1: 2, 3: 1}), 3)
    (2.5, 2.0)
    """
    heel, rest = divmod((sum(keren.values()) - 1) * kwart, 4)
    laag, hoog = _plek(keren, heel), _plek(keren, heel + (rest > 0))
    return laag + (hoog - laag) * rest / 4


def _plek(keren: Counter[int], plek: int) -> int:
    """Return the number at a place among all of them, from low to high."""
    getallen = sorted(keren)
    return getallen[bisect.bisect_right([*accumulate(keren[getal] for getal in getallen)], plek)]
