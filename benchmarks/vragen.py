"""Questions: what an answer costs in a running program, against the plainest way to get the same without the package.

Every figure is the ratio of two best times from one run, in which both sides took turns. Needs pandas.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from timeit import Timer

import pandas as pd
from uitslag import meld

import leeruitkomsten as lu
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.verpakt import lees_gegevens
from leeruitkomsten.vragen.woordblokken import woorden as in_woorden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

BEURTEN = 30
KOUD_PER_BEURT = 100

kader = lu.laad()
codes = {code: kader[code] for code in kader}
gevraagd = {("WP2", "WP3"): kader.verdieping("WP2", "WP3")}
items = [item for uitkomst in kader.leeruitkomsten for item in (uitkomst, *uitkomst.succescriteria)]
tabel = pd.DataFrame(kader.records())
paren = [(van.code, naar.code) for rij in kader.verdieping(2, 3) for van, naar in rij.paren]
woorden = [(in_woorden(kader[van].tekst), in_woorden(kader[naar].tekst)) for van, naar in paren]


def naief(tekst: str) -> list[object]:
    """Search without an index."""
    return [item for item in items if tekst.casefold() in item.tekst.casefold()]


def met_pandas() -> pd.DataFrame:
    """Put the criteria of two leeruitkomsten side by side, per row."""
    laag, hoog = tabel[tabel["leeruitkomst"] == "WP2"], tabel[tabel["leeruitkomst"] == "WP3"]
    return laag.merge(hoog, on="rij")


def verschillen() -> None:
    """Ask the word differences of all suggested pairs."""
    for van, naar in paren:
        lu.verschil(van, naar)


def kale_verschillen() -> None:
    """Compare the same pairs, of which the words are known, with difflib alone."""
    for van, naar in woorden:
        SequenceMatcher(None, van, naar, autojunk=False).get_opcodes()


def meter(opdracht: str) -> Callable[[], float]:
    """Return what times one turn of a statement, of some hundredths of a second, and gives the time per run."""
    klok = Timer(opdracht, globals=globals())
    aantal = max(1, klok.autorange()[0] // 10)
    return lambda: klok.timeit(aantal) / aantal


def koud(opdracht: str) -> Callable[[], float]:
    """Return what times one turn of a question to `volgende()`, each time a new framework, made beforehand."""

    def beurt() -> float:
        nieuw = [bouw(lees_gegevens("1.0")) for _ in range(KOUD_PER_BEURT)]
        return Timer(opdracht, globals={"volgende": iter(nieuw).__next__}).timeit(KOUD_PER_BEURT) / KOUD_PER_BEURT

    return beurt


def verhouding(een: Callable[[], float], ander: Callable[[], float]) -> float:
    """Return the best time of one side over that of the other; they take turns."""
    beurten = [(een(), ander()) for _ in range(BEURTEN)]
    return min(tijd for tijd, _ in beurten) / min(tijd for _, tijd in beurten)


def vergelijk(wat: str, een: str, ander: str, *, hoogstens: float | None = None) -> bool:
    """Measure two statements and print their figure."""
    return meld(wat, verhouding(meter(een), meter(ander)), hoogstens=hoogstens)


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    if [treffer.item for treffer in kader.zoek("feedback")] != naief("feedback"):
        raise SystemExit("zoeken en de lus vinden niet hetzelfde: de verhouding zou niets zeggen")
    uitslagen = [
        vergelijk("dict / dict (controle)", 'codes["WP2.4a"]', 'codes["WP2.4a"]'),
        vergelijk('kader["WP2.4a"] / dict', 'kader["WP2.4a"]', 'codes["WP2.4a"]', hoogstens=3),
        vergelijk('lu.leeruitkomst("WP2") / dict', 'lu.leeruitkomst("WP2")', 'codes["WP2"]'),
        vergelijk(
            'lu.verdieping("WP2", "WP3"), al eens gevraagd / dict',
            'lu.verdieping("WP2", "WP3")',
            'gevraagd["WP2", "WP3"]',
            hoogstens=5,
        ),
        meld(
            'pandas: filters en merge / kader.verdieping("WP2", "WP3"), nieuw',
            verhouding(meter("met_pandas()"), koud('volgende().verdieping("WP2", "WP3")')),
            minstens=150,
        ),
        meld(
            "  hetzelfde, en van elke rij soort en paren gelezen",
            verhouding(
                meter("met_pandas()"),
                koud('for rij in volgende().verdieping("WP2", "WP3"): rij.soort, rij.paren'),
            ),
        ),
        vergelijk('kader.zoek("feedback") / lus', 'kader.zoek("feedback")', 'naief("feedback")', hoogstens=0.6),
        vergelijk(
            f"lu.verschil over {len(paren)} paren / difflib", "verschillen()", "kale_verschillen()", hoogstens=4.5
        ),
        vergelijk(
            "  hetzelfde, van teksten waarvan de woorden nog niet bekend zijn",
            "in_woorden.cache_clear(); verschillen()",
            "kale_verschillen()",
        ),
    ]
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
