"""Frameworks of one's own: whether reading, indexing and comparing stay linear, and what the checks of reading cost.

Every figure is the ratio of two best times from one run, in which both sides took turns. The garbage collector runs, as
it does in any program; what the benchmark itself keeps is hidden from it and costs neither side anything.
"""

from __future__ import annotations

import gc
import json
import random
import sys
from functools import partial
from itertools import groupby, product
from string import ascii_uppercase
from time import perf_counter

import attrs
from uitslag import meld

import leeruitkomsten as lu
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.record import Bouwsteen, namen_van

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from leeruitkomsten import Raamwerk

PER_LEERLIJN, GRENS, BEURTEN, LINEAIR, TEGEN_KAAL = 500, 10**9, 5, 1.3, 1.3
# The most common words, in that order; the others, of which a framework has tens of thousands, are put together.
GEWOON = ["je", "de", "en", "het", "van", "een", "in", "op", "met", "voor", "aan", "bij", "leerlingen", "om", "les"]
KLANKEN = ["leer", "ling", "groep", "taak", "toets", "werk", "school", "doel", "plan", "taal"]

trek = random.Random(2024)


def woord() -> str:
    """Draw a word. As in a real text, the n-th most common word comes about 1/n times as often as the first."""
    rang = int(200_000 ** trek.random())
    return GEWOON[rang - 1] if rang <= len(GEWOON) else "".join(KLANKEN[int(cijfer)] for cijfer in str(rang))


def tekst(oud: str = "") -> str:
    """Draw a text of about 15 words, or change two words of one."""
    woorden = oud.removesuffix(".").split() or ["Je", *(woord() for _ in range(trek.randint(10, 18)))]
    for plaats in trek.sample(range(1, len(woorden)), 2):
        woorden[plaats] = woord()
    return f"{' '.join(woorden)}."


def editie(aantal: int) -> dict[str, str]:
    """Draw so many criteria: 500 in a leerlijn, spread over 9 niveaus, 40 rows and 3 bullets, so that cells differ."""
    lijnen = [een + ander for een, ander in product(ascii_uppercase, repeat=2)][: aantal // PER_LEERLIJN]
    plaatsen = [f"{niveau}.{rij}{letter}" for niveau, rij, letter in product(range(1, 10), range(10, 50), "abc")]
    return {lijn + plaats: tekst() for lijn in lijnen for plaats in trek.sample(plaatsen, PER_LEERLIJN)}


def bijgewerkt(oud: dict[str, str]) -> dict[str, str]:
    """Return the next edition: of the criteria 1 % says something else, 0.5 % moved, 0.5 % is new, 0.5 % ended."""
    deel, codes = len(oud) // 200, trek.sample(sorted(oud), len(oud) // 40)
    elders = [f"{code[:4]}{int(code[4]) + 4}{code[5:]}" for code in codes]  # in a row that is new
    nieuw = oud | {code: tekst(oud[code]) for code in codes[: 2 * deel]}
    nieuw |= {code: tekst() for code in elders[2 * deel : 3 * deel]}
    nieuw |= {elders[plaats]: oud[codes[plaats]] for plaats in range(3 * deel, 4 * deel)}
    return {code: nieuw[code] for code in nieuw.keys() - set(codes[3 * deel :])}


def hernoemd(oud: dict[str, str]) -> dict[str, str]:
    """Return the edition in which every fifth leerlijn has another code, and all its criteria say something else."""
    vijfde = set(sorted({code[:2] for code in oud})[::5])
    weg = {code: f"{chr(ord(code[0]) + 18)}{code[1:]}" for code in oud if code[:2] in vijfde}
    return {weg.get(code, code): tekst(zegt) if code in weg else zegt for code, zegt in oud.items()}


def maak(teksten: dict[str, str]) -> Raamwerk:
    """Return the framework that has these criteria, and for the rest what the packaged one has."""
    criteria = [{"code": code, "tekst": teksten[code]} for code in sorted(teksten)]
    per_uitkomst = groupby(criteria, lambda deel: deel["code"][:3])
    uitkomsten = [{"code": code, "tekst": f"Je haalt {code}.", "succescriteria": list(c)} for code, c in per_uitkomst]
    per_lijn = groupby(uitkomsten, lambda deel: str(deel["code"])[:2])
    lijnen = [{"code": code, "naam": f"Leerlijn {code}", "leeruitkomsten": list(u)} for code, u in per_lijn]
    niveaus = [{"nummer": nummer, "fase": f"Fase {nummer}", "begeleiding": None} for nummer in range(1, 10)]
    return bouw(lu.laad().als_dict() | {"niveaus": niveaus, "leerlijnen": lijnen, "errata": [], "vervallen": []})


def per_code(kader: Raamwerk) -> dict[str, object]:
    """Return the criteria in a bare dict: as little as an index can be."""
    return {criterium.code: criterium for criterium in kader.succescriteria}


def kaal(kader: Raamwerk, inhoud: bytes) -> Callable[[], object]:
    """Return what reads the file with `json` alone, and makes the same records, unchecked, of values that are at hand."""
    records: tuple[Bouwsteen, ...] = (*kader.succescriteria, *kader.leeruitkomsten, *kader.leerlijnen)
    waarden = [(type(r)._vertrouwd, [getattr(r, naam) for naam in namen_van(type(r))[0]]) for r in records]
    return lambda: (json.loads(inhoud), [maak_record(*deel) for maak_record, deel in waarden])


def verhouding(een: Callable[[], object], ander: Callable[[], object]) -> float:
    """Return the best time of one side over that of the other; they take turns."""
    beste = [float("inf")] * 2
    for beurt in range(2 * BEURTEN):
        gc.collect()
        begin = perf_counter()
        (een, ander)[beurt % 2]()
        beste[beurt % 2] = min(beste[beurt % 2], perf_counter() - begin)
    return beste[0] / beste[1]


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    edities = [editie(10_000), editie(100_000)]
    oud, nieuw, anders = ([maak(soort(deel)) for deel in edities] for soort in (dict, bijgewerkt, hernoemd))
    inhoud = list(map(lu.schrijf, oud))
    lees, kale = [partial(lu.lees, deel, grens=GRENS) for deel in inhoud], list(map(kaal, oud, inhoud))
    klein_en_groot = {
        "json.loads": ([partial(json.loads, deel) for deel in inhoud], None),
        "een dict van de codes": ([partial(per_code, kader) for kader in oud], None),
        "lees": (lees, LINEAIR),
        "bouw": ([partial(bouw, kader.als_dict()) for kader in oud], LINEAIR),
        "Raamwerk(...), de indexen": ([partial(attrs.evolve, kader) for kader in oud], LINEAIR),
        "vergelijk, 2,5 % anders": (list(map(partial, [lu.vergelijk] * 2, oud, nieuw)), LINEAIR),
        "vergelijk, 20 % andere codes": (list(map(partial, [lu.vergelijk] * 2, oud, anders)), LINEAIR),
    }
    gc.freeze()
    uitslagen = [meld("lees / lees (controle)", verhouding(lees[0], lees[0]))]
    for wat, ((klein, groot), grens) in klein_en_groot.items():
        uitslagen.append(meld(f"{wat}: 100.000 / tien keer 10.000", verhouding(groot, klein) / 10, hoogstens=grens))
    for wat, een, ander in zip(("10.000", "100.000"), lees, kale, strict=True):
        uitslagen.append(meld(f"lees / json en kale records, {wat}", verhouding(een, ander), hoogstens=TEGEN_KAAL))
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(hoofd())
