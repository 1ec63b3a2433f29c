"""Coverage-guided fuzzing of what reads a stranger's file: `lees` (JSON) and, with `--tabel`, `uit_tabel` (CSV).

    pip install atheris
    python tests/fuzz/lees.py [--tabel] CORPUS -max_total_time=600 -max_len=12000

CORPUS is made, with the files in `vondsten/` as seeds: a small sound framework, inputs that reach the various messages, and
earlier finds. `tests/test_fuzz.py` runs the property over the same files, without atheris.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import importlib
import itertools
import json
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SECONDEN = 2
VONDSTEN = Path(__file__).with_name("vondsten")
GEHEUGEN = "/dev/shm" if Path("/dev/shm").is_dir() else None
VREEMD = [
    None, True, 0, -1, 10**60, 1.5, 1e999, [], {}, "", " ", "a  b", "a\n", "\x00", "\ud800", "e\u0301", "\u202e", "\u0663", "²", "...",
    "2026-02-30", "9.9+x", "A", "A1", "A1.1a", "A1.9999z", "A1.10000a", "EVL", "EvL1", "x" * 70, "\U0001f600", "\u200d", "\ufeff", "\x85",
    "'\"\\", '"', '""', '"a\nb"', ";", ",", "\r", "• x", "-", "1", "9", "10", "1 x", "niveau 2: y",
    "leerlijn", "niveau", "rij", "criterium", "naam", "fase", "begeleiding", "leeruitkomst", "tekst", "code", "staat", "opvolgers",
]  # fmt: skip


def eigenschap(inhoud: bytes, *, tabel: bool = False) -> None:
    """Assert that a file gives a framework that works, or one `OngeldigRaamwerk` that says what is wrong; and soon."""
    from leeruitkomsten import OngeldigRaamwerk, lees, schrijf

    begin = time.process_time()
    try:
        kader = _uit_tabel(inhoud) if tabel else lees(inhoud)
    except OngeldigRaamwerk as fout:
        assert 1 <= len(fout.bevindingen) <= 100, "number of faults"
        assert all(b.pad and b.reden for b in fout.bevindingen), "a fault without place or reason"
        assert str(fout).encode(), "a message that cannot be shown"
    else:
        assert lees(schrijf(kader)) == kader, "what is written reads back otherwise"
        assert len(kader) == len([*kader]) > 0, "a framework without codes"
        for laag, hoog in itertools.combinations(kader.niveaus, 2):
            assert kader.verdieping(laag.nummer, hoog.nummer) is not None
        assert all(kader.opvolgers(item.code) is not None for item in kader.vervallen)
    assert time.process_time() - begin < SECONDEN, "took too long"


def _uit_tabel(inhoud: bytes) -> Any:
    with tempfile.NamedTemporaryFile(suffix=".csv", dir=GEHEUGEN) as bestand:
        bestand.write(inhoud)
        bestand.flush()
        uit_tabel = importlib.import_module("leeruitkomsten.invoer").uit_tabel
        return uit_tabel(bestand.name, naam="Klein", versie="1.0", datum="2026-01-01")


def verander(gegevens: Any, dobbel: random.Random) -> None:
    """Change one value, key, element or text somewhere in nested lists and dicts."""
    houder, ander = dobbel.choices([*_houders(gegevens)], k=2)
    sleutel = dobbel.choice([*houder] if isinstance(houder, dict) else range(len(houder)))
    waarde, vreemd, soort = copy.deepcopy(houder[sleutel]), dobbel.choice(VREEMD), dobbel.randrange(9)
    if soort == 0:
        del houder[sleutel]
    elif soort == 1 and isinstance(houder, list):
        houder[sleutel:sleutel] = [waarde] * dobbel.choice((1, 2, 30))
    elif soort == 2 and isinstance(houder, dict):
        houder[str(vreemd)] = houder.pop(sleutel)
    elif soort == 3 and isinstance(ander, list):
        ander.insert(dobbel.randint(0, len(ander)), waarde)
    elif soort in (4, 5) and isinstance(waarde, str):
        plaats = dobbel.randint(0, len(waarde))
        houder[sleutel] = waarde[:plaats] + str(vreemd) + waarde[plaats + dobbel.randint(0, 1) :]
    elif soort == 6:
        houder[sleutel] = json.loads("[" * (diep := dobbel.choice((1, 20, 400))) + "]" * diep)
    else:
        houder[sleutel] = dobbel.choice([vreemd, copy.deepcopy(ander), *map(str, ander)])


def _houders(deel: Any) -> Any:
    if isinstance(deel, dict | list) and deel:
        yield deel
        for kind in deel.values() if isinstance(deel, dict) else deel:
            yield from _houders(kind)


def veranderd(inhoud: bytes, dobbel: random.Random, *, tabel: bool) -> bytes:
    """Return a file with one to four changes in its structure, now and then cut short or with a key that stands twice."""
    tekst = inhoud.decode()
    scheiding = ";" if ";" in tekst.partition("\n")[0] else ","
    gegevens = [regel.split(scheiding) for regel in tekst.split("\n")] if tabel else json.loads(tekst)
    for _ in range(dobbel.randint(1, 4)):
        verander(gegevens, dobbel)
    if tabel:
        nieuw = "\n".join(scheiding.join(map(str, r)) if isinstance(r, list) else str(r) for r in gegevens)
    else:
        nieuw = json.dumps(gegevens, ensure_ascii=dobbel.random() < 0.5)
    if dobbel.random() < 0.1:
        nieuw = dobbel.choice((nieuw[: dobbel.randint(0, len(nieuw))], nieuw.replace('"tekst"', '"code"', 1)))
    return nieuw.encode("utf-8", "surrogatepass")


def hoofd(argumenten: list[str]) -> None:
    """Fuzz until libFuzzer has had enough."""
    import atheris

    with atheris.instrument_imports(include=["leeruitkomsten"]):
        for naam in ("invoer", "opvolging", "progressie"):
            importlib.import_module(f"leeruitkomsten.{naam}")
    tabel = "--tabel" in argumenten

    def mutator(inhoud: bytes, langste: int, nummer: int) -> bytes:
        dobbel = random.Random(nummer)
        with contextlib.suppress(ValueError, LookupError, RecursionError, AttributeError):
            if dobbel.random() < 0.9 and len(nieuw := veranderd(inhoud, dobbel, tabel=tabel)) <= langste:
                return nieuw
        return atheris.Mutate(inhoud, langste)

    for corpus in [Path(a) for a in argumenten[1:] if not a.startswith("-")][:1]:
        corpus.mkdir(parents=True, exist_ok=True)
        for pad in VONDSTEN.glob("tabel-*" if tabel else "lees-*"):
            shutil.copy(pad, corpus)
    zonder = [a for a in argumenten if a != "--tabel"]
    atheris.Setup(zonder, functools.partial(eigenschap, tabel=tabel), custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    hoofd(sys.argv)
