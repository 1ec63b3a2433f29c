"""One portfolio: what `lu.voortgang` costs, against the bare set operations that give the same figures.

Every figure is the median over rounds of the ratio within a round, in which both sides take turns.
"""

from __future__ import annotations

import random
import statistics
import sys
from functools import partial
from timeit import Timer

from uitslag import meld

import leeruitkomsten as lu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

GEGEVEN, RONDES, PER_RONDE, GRENS = 40, 41, 50, 3

kader = lu.laad()
trek = random.Random(2024)
codes = trek.sample([criterium.code for criterium in kader.succescriteria], GEGEVEN)


def gevraagd(niveau: int | None) -> tuple[object, ...]:
    """Ask the package, and read what it found."""
    stand = lu.voortgang(codes, niveau=niveau)
    return stand.per_leeruitkomst, stand.per_evl, stand.aangetoond, stand.nog_aan_te_tonen


def kaal(niveau: int | None) -> Callable[[], tuple[object, ...]]:
    """Return the bare operations, with the sets and the order of the criteria made beforehand."""
    uitkomsten = [u for u in kader.leeruitkomsten if niveau in (None, u.niveau)]
    criteria = [(c.code, c) for u in uitkomsten for c in u.succescriteria]
    per_uitkomst = {u.code: frozenset(c.code for c in u.succescriteria) for u in uitkomsten}
    evls = [evl for evl in kader.evls if niveau in (None, evl.niveau.nummer)]
    per_evl = {evl.code: frozenset(c.code for c in evl.succescriteria) for evl in evls}

    def bewerkingen() -> tuple[object, ...]:
        gegeven = frozenset(codes)
        return (
            {code: (len(deel & gegeven), len(deel)) for code, deel in per_uitkomst.items()},
            {code: (len(deel & gegeven), len(deel)) for code, deel in per_evl.items()},
            tuple([c for code, c in criteria if code in gegeven]),
            tuple([c for code, c in criteria if code not in gegeven]),
        )

    return bewerkingen


def verhouding(een: Callable[[], object], ander: Callable[[], object]) -> float:
    """Return the median over rounds of the time of one side over that of the other; they take turns."""
    klokken, rondes = (Timer(een), Timer(ander)), list[float]()
    for ronde in range(RONDES):
        eerst = ronde % 2
        tijden = {kant: klokken[kant].timeit(PER_RONDE) for kant in (eerst, 1 - eerst)}
        rondes.append(tijden[0] / tijden[1])
    return statistics.median(rondes)


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    controle = kaal(None)
    uitslagen = [meld("verzamelingen / verzamelingen (controle)", verhouding(controle, controle))]
    for wat, niveau in (("alle niveaus", None), ("niveau=2", 2)):
        pakket, met_de_hand = partial(gevraagd, niveau), kaal(niveau)
        if pakket() != met_de_hand():
            raise SystemExit("lu.voortgang en de verzamelingen vinden niet hetzelfde: de verhouding zou niets zeggen")
        tekst = f"lu.voortgang({GEGEVEN} codes), {wat} / verzamelingen"
        uitslagen.append(meld(tekst, verhouding(pakket, met_de_hand), hoogstens=GRENS))
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
