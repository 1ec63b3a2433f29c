"""Coverage-guided fuzzing of what reads a stranger's file: `lees` (JSON) and, with `--tabel`, `uit_tabel` (CSV).

    pip install atheris
    python tests/fuzz/lees.py CORPUS -max_total_time=600
    python tests/fuzz/lees.py --tabel CORPUS -max_total_time=600

The folder CORPUS is made, with the seeds below in it. What breaks a property stops the run; with `--bewaar=FOLDER` it goes
on, and the smallest input of each kind of find stays in FOLDER. `tests/test_fuzz.py` runs the properties, without atheris,
over the files in `vondsten/`: the finds, and inputs that reach the various messages.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
import json
import pkgutil
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

GEHEUGEN = Path("/dev/shm")
SECONDEN = 2
VREEMD = [None, True, 0, -1, 10**60, 1.5, 1e999, "", " ", "a  b", "a\n", "\x00", "\ud800", "e\u0301", "\u202e", "\u0663",
          "x" * 70, "...", "2026-02-30", "9.9+x", "A1", "A1.1a", "A1.9999z", "A1.10000a", "EVL", "EvL1", [], {}, [[]],
          "naam", "tekst", "\U0001f600", "\u200d", "\ufeff", "²", "\x85", "a\u3000", "'\"\\"]  # fmt: skip
CELLEN = ["", ";", ",", '"', '""', '"a\nb"', "\r", "\0", "•", "• x", "-", "1", "9", "10", "0", "²", "1 x", "niveau 2: y",
          "leerlijn", "niveau", "rij", "criterium", "naam", "fase", "begeleiding", "leeruitkomst", "A", "EVL", "\u202e",
          "e\u0301", "\u2028", "\ufeff", "x" * 70]  # fmt: skip
LIJST = """leerlijn,naam,niveau,fase,begeleiding,leeruitkomst,rij,criterium
A,Een,1,Begin,veel,Je kijkt.,1,Je ziet.
A,Een,2,Eind,,Je doet.,1,"• Je denkt.
• Je zegt."
"""
MATRIX = """leerlijn;naam;rij;1 Begin;niveau 2: Eind
A;Een;leeruitkomst;Je kijkt.;Je doet.
;;1;Je ziet.;"- Je denkt.
- Je zegt."
;;begeleiding;veel;
"""


def zaad() -> bytes:
    """Return a small framework as a file: two leerlijnen, three niveaus, an erratum and a code that ended."""
    from leeruitkomsten import schrijf
    from leeruitkomsten.bestand import uit_gegevens

    def uitkomst(code: str) -> dict[str, Any]:
        criteria = [{"code": f"{code}.{einde}", "tekst": f"Je ziet {einde}."} for einde in ("1a", "1b", "3a")]
        return {"code": code, "tekst": f"Je kijkt naar {code}.", "succescriteria": criteria}

    noten = [{"bij": "A", "tekst": "Zo staat het er."}]
    lijnen = [
        {"code": c, "naam": f"Lijn {c}", "leeruitkomsten": [uitkomst(f"{c}{n}") for n in (1, 2, 3)]}
        for c in ("A", "BC")
    ]
    return schrijf(uit_gegevens({
        "formaat": 1, "naam": "Klein", "versie": "1.0", "datum": "2026-01-01",
        "bron": {"titel": "T", "sha256": "", "verwijzingen": ["V"], "verantwoording": noten, "op_inhoud_geplaatst": noten},
        "inleiding": noten,
        "niveaus": [{"nummer": n, "fase": f"Fase {n}", "begeleiding": "veel" if n < 3 else None} for n in (1, 2, 3)],
        "leerlijnen": lijnen,
        "errata": [{"code": "A1", "veld": "tekst", "staat": "kijkt", "bedoeld": "keek", "reden": "Spelfout."}],
        "vervallen": [{"code": "A1.2a", "opvolgers": ["A1.3a"], "sinds": "1.0", "reden": "Samengevoegd."}],
    }))  # fmt: skip


def eigenschap(inhoud: bytes, *, tabel: bool = False) -> None:
    """Assert that a file gives a framework that works, or one `OngeldigRaamwerk` that says what is wrong; and soon."""
    from leeruitkomsten import OngeldigRaamwerk, lees, schrijf

    begin = time.process_time()
    try:
        kader = _uit_tabel(inhoud) if tabel else lees(inhoud)
    except OngeldigRaamwerk as fout:
        assert 1 <= len(fout.bevindingen) <= 100, "number of faults"
        assert all(bevinding.pad and bevinding.reden for bevinding in fout.bevindingen), (
            "a fault without place or reason"
        )
        assert str(fout).encode(), "a message that cannot be shown"
    else:
        assert lees(schrijf(kader)) == kader, "what is written reads back otherwise"
        assert len(kader) == len([*kader]) > 0, "a framework without codes"
        for laag, hoog in itertools.combinations(kader.niveaus, 2):
            assert kader.verdieping(laag.nummer, hoog.nummer) is not None
    assert time.process_time() - begin < SECONDEN, "took too long"


def _uit_tabel(inhoud: bytes) -> Any:
    from leeruitkomsten.invoer import uit_tabel

    with tempfile.NamedTemporaryFile(suffix=".csv", dir=GEHEUGEN if GEHEUGEN.is_dir() else None) as bestand:
        bestand.write(inhoud)
        bestand.flush()
        return uit_tabel(bestand.name, naam="Klein", versie="1.0", datum="2026-01-01")


def verander_json(inhoud: bytes, dobbel: random.Random) -> bytes:
    """Return a JSON file with one to four values, keys, elements or codes changed, or its bytes cut short."""
    gegevens = json.loads(inhoud)
    for _ in range(dobbel.randint(1, 4)):
        houders = [*_houders(gegevens)]
        if not houders:
            break
        houder: Any = dobbel.choice(houders)
        sleutel: Any = dobbel.choice([*houder] if isinstance(houder, dict) else range(len(houder)))
        ander: Any = dobbel.choice(houders)
        waarde, soort = houder[sleutel], dobbel.randrange(9)
        if soort == 0:
            del houder[sleutel]
        elif soort == 1:
            houder[sleutel] = dobbel.choice(VREEMD)
        elif soort == 2 and isinstance(houder, dict):
            houder[str(dobbel.choice(VREEMD))] = houder.pop(sleutel)
        elif soort == 3 and isinstance(houder, list):
            houder[sleutel:sleutel] = [waarde] * dobbel.choice((1, 2, 30))
        elif soort == 4 and isinstance(ander, list):
            ander.insert(dobbel.randint(0, len(ander)), waarde)
        elif soort == 5 and isinstance(waarde, list):
            dobbel.shuffle(waarde)
        elif soort == 6 and isinstance(waarde, str):
            plaats = dobbel.randint(0, len(waarde))
            houder[sleutel] = waarde[:plaats] + str(dobbel.choice(VREEMD)) + waarde[plaats + dobbel.randint(0, 1) :]
        elif soort == 7:
            houder[sleutel] = json.loads(("[" * (diep := dobbel.choice((1, 20, 400)))) + "]" * diep)
        else:
            houder[sleutel] = dobbel.choice([*ander.values()] if isinstance(ander, dict) else ander)
        gegevens = json.loads(json.dumps(gegevens))
    nieuw = json.dumps(gegevens, ensure_ascii=dobbel.random() < 0.5).encode("utf-8", "surrogatepass")
    if dobbel.random() < 0.05:
        nieuw = dobbel.choice((nieuw[: dobbel.randrange(len(nieuw))], nieuw.replace(b'"tekst"', b'"code"', 1)))
    return nieuw


def _houders(deel: Any) -> Any:
    if isinstance(deel, dict | list) and deel:
        yield deel
        for kind in deel.values() if isinstance(deel, dict) else deel:
            yield from _houders(kind)


def verander_csv(inhoud: bytes, dobbel: random.Random) -> bytes:
    """Return a CSV file with one to four lines or cells changed, doubled, moved or cut short."""
    regels = inhoud.decode().split("\n")
    for _ in range(dobbel.randint(1, 4)):
        plaats, ander, soort = dobbel.randrange(len(regels)), dobbel.randrange(len(regels)), dobbel.randrange(5)
        scheiding = ";" if ";" in regels[plaats] else ","
        cellen = regels[plaats].split(scheiding)
        cel = dobbel.randrange(len(cellen))
        if soort == 0:
            cellen[cel] = dobbel.choice(CELLEN)
        elif soort == 1:
            cellen[cel] += dobbel.choice(CELLEN)
        elif soort == 2:
            cellen[cel:] = cellen[cel + 1 :] if dobbel.random() < 0.5 else []
        elif soort == 3:
            cellen.insert(cel, dobbel.choice([*CELLEN, *cellen]))
        regels[plaats] = scheiding.join(cellen)
        if soort == 4:
            regels[plaats:plaats] = [regels[ander]] * dobbel.choice((0, 1, 30)) if len(regels) < 99 else []
    return "\n".join(regels).encode()


def hoofd(argumenten: list[str]) -> None:
    """Fuzz until libFuzzer has had enough."""
    import atheris

    with atheris.instrument_imports(include=["leeruitkomsten"]):
        pakket = importlib.import_module("leeruitkomsten")
        for module in pkgutil.iter_modules(pakket.__path__):
            if module.name != "__main__":
                importlib.import_module(f"leeruitkomsten.{module.name}")
    tabel = "--tabel" in argumenten
    bewaar = next((Path(a.partition("=")[2]) for a in argumenten if a.startswith("--bewaar=")), None)
    verander = verander_csv if tabel else verander_json

    def probeer(inhoud: bytes) -> None:
        try:
            eigenschap(inhoud, tabel=tabel)
        except Exception as fout:
            if bewaar is None:
                raise
            plek = traceback.extract_tb(fout.__traceback__)[-1]
            pad = bewaar / f"{type(fout).__name__}-{Path(plek.filename).stem}-{plek.lineno}"
            if not pad.exists() or len(inhoud) < pad.stat().st_size:
                bewaar.mkdir(exist_ok=True)
                pad.write_bytes(inhoud)

    def mutator(inhoud: bytes, langste: int, nummer: int) -> bytes:
        dobbel = random.Random(nummer)
        with contextlib.suppress(ValueError, RecursionError):
            if dobbel.random() < 0.9 and len(nieuw := verander(inhoud, dobbel)) <= langste:
                return nieuw
        return atheris.Mutate(inhoud, langste)

    for map_ in (Path(a) for a in argumenten[1:] if not a.startswith("-")):
        map_.mkdir(parents=True, exist_ok=True)
        for nummer, inhoud in enumerate([LIJST.encode(), MATRIX.encode()] if tabel else [zaad()]):
            (map_ / f"zaad-{nummer}").write_bytes(inhoud)
    atheris.Setup([a for a in argumenten if not a.startswith("--")], probeer, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    hoofd(sys.argv)
