"""Coverage-guided fuzzing of what reads a stranger's file: `lees` (JSON) and, with `--tabel`, `uit_tabel` (CSV).

    python tests/fuzz/lees.py [--tabel] CORPUS -max_total_time=600 -max_len=12000   (asks for `pip install atheris`)

CORPUS is made, with the files in `vondsten/` as seeds: a small sound framework, inputs that reach the various messages, and
earlier finds. `tests/test_fuzz.py` runs the property over the same files, without atheris.
"""

from __future__ import annotations

import contextlib
import copy
import importlib
import json
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

VONDSTEN = Path(__file__).with_name("vondsten")
VREEMD = [
    None, True, 0, -1, 10**60, 1.5, 1e999, [], {}, "", " ", "a  b", "a\n", "\x00", "\ud800", "e\u0301", "\u202e", "\u0663", "²", "...",
    "2026-02-30", "9.9+x", "A", "A1", "A1.1a", "A1.9999z", "A1.10000a", "EVL", "EvL1", "x" * 70, "\U0001f600", "\u200d", "\ufeff", "\x85",
    "'\"\\", '"', '""', '"a\nb"', ";", ",", "\r", "• x", "-", "1", "9", "10", "1 x", "niveau 2: y", "code", "staat", "opvolgers",
    "leerlijn", "niveau", "rij", "criterium", "naam", "formaat", "sleutel", "taal", "nl", "notatie", "rijnamen", "uit_bron", "A.1", "zz", 2, "fase", "begeleiding", "leeruitkomst", "tekst",
]  # fmt: skip


def eigenschap(inhoud: bytes, *, tabel: bool = False) -> None:
    """Assert that a file gives a framework that works, or one `OngeldigRaamwerk` that says what is wrong."""
    from leeruitkomsten import OngeldigRaamwerk, lees, schrijf

    try:
        kader = _uit_tabel(inhoud) if tabel else lees(inhoud)
    except OngeldigRaamwerk as fout:
        assert 1 <= len(fout.bevindingen) <= 100, "number of faults"
        assert all(b.pad and b.reden for b in fout.bevindingen), "a fault without place or reason"
        assert str(fout).encode(), "a message that cannot be shown"
    else:
        assert lees(schrijf(kader)) == kader, "what is written reads back otherwise"
        assert 1 <= len(kader.niveaus) <= 99, "number of niveaus"
        assert len(kader) == len([*kader]) > 0, "a framework without codes"
        nummers = range(1, len(kader.niveaus) + 1)
        assert all(kader.verdieping(laag, hoog) is not None for hoog in nummers for laag in range(1, hoog))
        assert all(kader.opvolgers(item.code) is not None for item in kader.vervallen)


def _uit_tabel(inhoud: bytes) -> Any:
    uit_tabel = importlib.import_module("leeruitkomsten.bestanden.uit_tabel").uit_tabel
    with tempfile.NamedTemporaryFile(suffix=".csv", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as bestand:
        Path(bestand.name).write_bytes(inhoud)
        return uit_tabel(bestand.name, naam="Klein", versie="1.0", datum="2026-01-01")


def verander(gegevens: Any, dobbel: random.Random) -> None:
    """Change one value, key, element or text somewhere in nested lists and dicts."""
    houder, ander = dobbel.choices([*_houders(gegevens)], k=2)
    sleutel = dobbel.choice([*houder] if isinstance(houder, dict) else range(len(houder)))
    waarde, vreemd, soort = copy.deepcopy(houder[sleutel]), dobbel.choice(VREEMD), dobbel.randrange(9)
    if soort == 1 and isinstance(houder, list):
        houder[sleutel : sleutel + 1] = [waarde] * dobbel.choice((0, 2, 3, 31))
    elif soort == 2 and isinstance(houder, dict):
        houder.pop(sleutel)
    elif soort == 0 and isinstance(houder, dict):
        houder[str(vreemd)] = houder.pop(sleutel)
    elif soort == 3 and isinstance(ander, list):
        ander.insert(dobbel.randint(0, len(ander)), waarde)
    elif soort in (4, 5) and isinstance(waarde, str):
        houder[sleutel] = waarde[: (n := dobbel.randint(0, len(waarde)))] + str(vreemd) + waarde[n + soort - 4 :]
    elif soort == 6:
        houder[sleutel] = json.loads("[" * (diep := dobbel.choice((1, 20, 400))) + "]" * diep)
    else:
        houder[sleutel] = dobbel.choice([vreemd, copy.deepcopy(ander), *map(str, ander)])


def _houders(deel: Any) -> list[Any]:
    kinderen = [*deel.values()] if isinstance(deel, dict) else deel if isinstance(deel, list) else []
    return [deel, *(houder for kind in kinderen for houder in _houders(kind))] if kinderen else []


def veranderd(inhoud: bytes, dobbel: random.Random, *, tabel: bool) -> bytes:
    """Return a file with one to four changes in its structure, now and then cut short or with a key that stands twice."""
    tekst = inhoud.decode()
    scheiding = ";" if ";" in tekst.partition("\n")[0] else ","
    gegevens = [regel.split(scheiding) for regel in tekst.split("\n")] if tabel else json.loads(tekst)
    for _ in range(dobbel.randint(1, 4)):
        verander(gegevens, dobbel)
    als_csv = (scheiding.join(map(str, r)) if isinstance(r, list) else str(r) for r in gegevens)
    nieuw = "\n".join(als_csv) if tabel else json.dumps(gegevens, ensure_ascii=dobbel.random() < 0.5)
    nieuw = nieuw[: dobbel.randint(0, 20 * len(nieuw))].replace('"tekst"', '"code"', dobbel.random() < 0.05)
    return nieuw.encode("utf-8", "surrogatepass")


def hoofd(corpus: str, *opties: str, tabel: bool) -> None:
    """Fuzz, with the options of libFuzzer, until it has had enough."""
    import atheris

    with atheris.instrument_imports(include=["leeruitkomsten"]):
        from leeruitkomsten.bestanden import uit_tabel  # noqa: F401  # loaded to be instrumented

    def mutator(inhoud: bytes, langste: int, nummer: int) -> bytes:
        with contextlib.suppress(ValueError, LookupError, RecursionError):
            if nummer % 10 and len(nieuw := veranderd(inhoud, random.Random(nummer), tabel=tabel)) <= langste:
                return nieuw
        return atheris.Mutate(inhoud, langste)

    andere = shutil.ignore_patterns("lees-*" if tabel else "tabel-*")
    shutil.copytree(VONDSTEN, corpus, dirs_exist_ok=True, ignore=andere)
    atheris.Setup([__file__, corpus, *opties], lambda inhoud: eigenschap(inhoud, tabel=tabel), custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    hoofd(*(a for a in sys.argv[1:] if a != "--tabel"), tabel="--tabel" in sys.argv)
