"""At the size limit: files of about 10 MB in which everything is wrong, and wrong codes held against a framework of that size.

Each figure is how the time for the whole compares to ten times that for a tenth of it: about 1 where the work is linear. The
seconds of the whole stand on the line below, of processor time, with a bound that only a work by the square misses, on a slow
machine too.
"""

from __future__ import annotations

import contextlib
import gc
import json
import random
import resource
import sys
from itertools import product
from string import ascii_lowercase, ascii_uppercase
from time import process_time
from typing import Any

from uitslag import meld

import leeruitkomsten as lu
from leeruitkomsten import uitwisseling
from leeruitkomsten.bouwen import bouw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from leeruitkomsten import Raamwerk

Gegevens = dict[str, Any]
NIVEAUS, LINEAIR, MEGABYTES = 9, 2.0, 1500.0
SECONDEN, VERGELEKEN = 30.0, 15.0
"""The bound of every question, and of those that hold two frameworks of the limit against each other."""
LIJNEN = [een + ander for een, ander in product(ascii_uppercase, repeat=2)]
PLAATSEN = [f"{rij}{letter}" for rij in range(10, 20) for letter in ascii_lowercase]

trek = random.Random(2026)


def tekst() -> str:
    """Draw a text of nine words out of some thousands, the n-th about 1/n times as often as the first."""
    return f"Je {' '.join(f'w{int(20_000 ** trek.random())}' for _ in range(8))}."


def raamwerk(lijnen: list[str], zegt: Callable[[], str] = tekst) -> Gegevens:
    """Return a framework as plain data, with 260 criteria at each niveau of each leerlijn."""
    leerlijnen = [
        {
            "code": lijn,
            "naam": f"Leerlijn {lijn}",
            "leeruitkomsten": [
                {
                    "code": f"{lijn}{niveau}",
                    "tekst": zegt(),
                    "succescriteria": [{"code": f"{lijn}{niveau}.{plaats}", "tekst": zegt()} for plaats in PLAATSEN],
                }
                for niveau in range(1, NIVEAUS + 1)
            ],
        }
        for lijn in lijnen
    ]
    niveaus = [{"nummer": nummer, "fase": f"Fase {nummer}", "begeleiding": None} for nummer in range(1, NIVEAUS + 1)]
    return {**lu.laad().als_dict(), "niveaus": niveaus, "leerlijnen": leerlijnen, "errata": [], "vervallen": []}


def inhoud(gegevens: Gegevens) -> bytes:
    """Return plain data as the bytes of a file."""
    return json.dumps(gegevens, separators=(",", ":")).encode()


def foute_codes(gegevens: Gegevens) -> bytes:
    """Return the file of a framework in which every code of a criterium is in small letters."""
    for lijn in gegevens["leerlijnen"]:
        for uitkomst in lijn["leeruitkomsten"]:
            uitkomst["succescriteria"] = [{**c, "code": c["code"].lower()} for c in uitkomst["succescriteria"]]
    return inhoud(gegevens)


def portfolio(aantal: int) -> bytes:
    """Return a portfolio with so many codes that do not exist, each another one."""
    bewijs = [{"criterium": code, "titel": "x", "datum": "2026-01-01"} for code in onbekend(aantal)]
    kop = {"formaat": 2, "kenmerk": lu.laad().kenmerk.als_dict(), "student": "s", "bewijs": bewijs}
    return inhoud(kop)


def onbekend(aantal: int) -> list[str]:
    """Return so many codes that do not exist."""
    return [f"W{ascii_uppercase[n % 26]}{n % 9 + 1}.{n // 26 + 1}{ascii_lowercase[n % 26]}" for n in range(aantal)]


def case(lijnen: list[str]) -> bytes:
    """Return a CASE file in which items have another of our types than belongs there."""
    pakket = json.loads(uitwisseling.schrijf(bouw(raamwerk(lijnen)), "case"))
    for item in pakket["CFItems"]:
        item["CFItemType"] = "Leeruitkomst"
    return inhoud(pakket)


def suggesties(kader: Raamwerk, codes: list[str]) -> None:
    """Read what was meant by each code."""
    for gevonden in kader.controleer(codes):
        _ = gevonden.suggesties


def zin(woorden: int) -> str:
    """Draw a text of so many words."""
    return " ".join(f"w{int(200_000 ** trek.random())}" for _ in range(woorden))


def seconden(vraag: Callable[[], object]) -> float:
    """Return how long a question takes, the better of two; that it is refused is an answer too.

    It is the time of the processor: what else runs on the machine takes the clock, and hardly that.
    """
    beste = float("inf")
    for _ in range(2):
        gc.collect()
        begin = process_time()
        with contextlib.suppress(lu.Fout):
            vraag()
        beste = min(beste, process_time() - begin)
    return beste


def vragen() -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Return what is asked, of a tenth and of the whole."""
    klein, groot = [raamwerk(LIJNEN[:aantal]) for aantal in (5, 50)]
    anders = [bouw(raamwerk(LIJNEN[:aantal])) for aantal in (5, 50)]
    elders = [bouw(raamwerk(LIJNEN[50 : 50 + aantal])) for aantal in (5, 50)]
    kaders = [bouw(klein), bouw(groot)]
    fout = [onbekend(aantal) for aantal in (10, 100)]
    veel = [onbekend(aantal) for aantal in (10_000, 100_000)]
    goed, teksten = [*map(inhoud, (klein, groot))], [(zin(n), zin(n)) for n in (16_000, 160_000)]
    slecht = [foute_codes(raamwerk(LIJNEN[:aantal])) for aantal in (5, 50)]
    bewijs, pakket = [portfolio(n) for n in (14_000, 140_000)], [case(LIJNEN[:1]), case(LIJNEN[:3])]
    for wat, delen in (("raamwerk", goed), ("foute codes", slecht), ("portfolio", bewijs), ("CASE", pakket)):
        print(f"{wat}: {len(delen[1]) / 1e6:.1f} MB", flush=True)
    codes = [[*kader][:1000] for kader in kaders]

    def paar(vraag: Callable[[int], object]) -> tuple[Callable[[], object], Callable[[], object]]:
        return (lambda: vraag(0), lambda: vraag(1))

    return {
        "lees": paar(lambda n: lu.lees(goed[n])),
        "lees, elke code fout": paar(lambda n: lu.lees(slecht[n])),
        "lees_portfolio, elke code fout": paar(lambda n: lu.lees_portfolio(bewijs[n])),
        "CASE, elk type fout (tegen een derde)": paar(lambda n: uitwisseling.lees(pakket[n], "case")),
        "controleer, foute codes met suggesties, groot": paar(lambda n: suggesties(kaders[1], fout[n])),
        "controleer, 100.000 foute codes": paar(lambda n: lu.controleer(veel[n])),
        "voortgang, 100.000 foute codes": paar(lambda n: lu.voortgang(veel[n])),
        "dekking, 100.000 foute codes": paar(lambda n: lu.dekking({"module": veel[n]})),
        "dekking, 100.000 foute codes, getekend": paar(lambda n: lu.dekking({"module": veel[n]})._repr_html_()),
        "dekking, 100.000 foute codes, als_dict()": paar(lambda n: lu.dekking({"module": veel[n]}).als_dict()),
        "vergelijk, elke tekst anders": paar(lambda n: lu.vergelijk(kaders[n], anders[n])),
        "vergelijk, elke code weg": paar(lambda n: lu.vergelijk(kaders[n], elders[n])),
        "migreer, elke tekst anders": paar(lambda n: lu.migreer(codes[n], kaders[n], anders[n])),
        "migreer, elke code weg": paar(lambda n: lu.migreer(codes[n], kaders[n], elders[n])),
        "tekstverschil, 160.000 woorden": paar(lambda n: lu.tekstverschil(*teksten[n])),
        "zoek": paar(lambda n: kaders[n].zoek("w12 w17")),
    }


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    uitslagen: list[bool] = []
    for wat, (klein, groot) in vragen().items():
        keer = 3 if "derde" in wat else 10
        een, ander = seconden(klein), seconden(groot)
        uitslagen.append(meld(f"{wat}: geheel / {keer} keer een deel", ander / (keer * een), hoogstens=LINEAIR))
        uitslagen.append(
            meld("  seconden", ander, hoogstens=VERGELEKEN if wat.startswith(("vergelijk", "migreer")) else SECONDEN)
        )
        sys.stdout.flush()
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    uitslagen.append(meld("piek van het geheugen van deze meting, MB", piek, hoogstens=MEGABYTES))
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
