"""Coverage-guided fuzzing of what reads a stranger's file: `lees` (JSON), `uit_tabel` (CSV), and `lees_tabel` (evidence).

    python tests/fuzz/lees.py [--tabel | --bewijs | --excel] CORPUS -max_total_time=600 -max_len=12000   (asks for `pip install atheris`)

With `--bewijs` a file is evidence in CSV; with `--excel` it is the XML of a sheet, put in a workbook that is sound for the rest.

CORPUS is made, with the files in `vondsten/` as seeds: a small sound framework, inputs that reach the various messages, and
earlier finds. `tests/test_fuzz.py` runs the property over the same files, without atheris.
"""

from __future__ import annotations

import contextlib
import copy
import io
import json
import random
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

Soort: TypeAlias = Literal["lees", "tabel", "bewijs", "excel"]

VONDSTEN = Path(__file__).with_name("vondsten")
VREEMD = [
    None, True, 0, -1, 10**60, 1.5, 1e999, [], {}, "", " ", "a  b", "a\n", "\x00", "\ud800", "e\u0301", "\u202e", "\u0663", "²", "...",
    "2026-02-30", "9.9+x", "A", "A1", "A1.1a", "A1.9999z", "A1.10000a", "EVL", "EvL1", "x" * 70, "\U0001f600", "\u200d", "\ufeff", "\x85",
    "'\"\\", '"', '""', '"a\nb"', ";", ",", "\r", "• x", "-", "1", "9", "10", "1 x", "niveau 2: y", "code", "staat", "opvolgers",
    "leerlijn", "niveau", "rij", "criterium", "naam", "formaat", "sleutel", "taal", "nl", "notatie", "rijnamen", "uit_bron", "A.1", "zz", 2, "fase", "begeleiding", "leeruitkomst", "tekst",
    "sep=;", "student", '<c r="B2" t="str"><v>x</v></c>', "<f>1+1</f>", '<mergeCell ref="A1:B9"/>', 'r="XFD1048576"', "n.v.t.", "WP1.1a", "<row>", "t=\"s\"",
]  # fmt: skip


def eigenschap(inhoud: bytes, soort: Soort) -> None:
    """Assert that a file gives what works, or one error that says what is wrong."""
    if soort in ("bewijs", "excel"):
        _bewijs(_werkmap(inhoud) if soort == "excel" else inhoud)
        return
    from leeruitkomsten import OngeldigRaamwerk, lees, schrijf

    try:
        kader = _uit_tabel(inhoud) if soort == "tabel" else lees(inhoud)
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
    from leeruitkomsten import uit_tabel

    return uit_tabel(inhoud, naam="Klein", versie="1.0", datum="2026-01-01")


def _bewijs(inhoud: bytes) -> None:
    """Assert that a table of evidence gives all its lines, each with its place, or one error."""
    from leeruitkomsten import GeenKolom, OngeldigBestand, lees_tabel

    try:
        tabel = lees_tabel(inhoud, "student", "criterium")
    except OngeldigBestand as fout:
        assert 1 <= len(fout.bevindingen) <= 100, "number of faults"
        assert str(fout).encode(), "a message that cannot be shown"
    except GeenKolom as fout:
        assert fout.gevraagd or fout.dubbel, "no column is said to be wrong"
        assert str(fout).encode(), "a message that cannot be shown"
    else:
        assert len(tabel.regels) == len(tabel.waar) == len({*tabel.waar}), "lines without a place of their own"
        cellen = [cel for regel in tabel.regels for cel in regel.values() if cel is not None]
        assert all(cel == cel.strip() != "" for cel in cellen), "an empty cell that is a text"


def _werkmap(xml: bytes) -> bytes:
    """Return a workbook of one sheet, whose XML this is."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as map_:
        for naam, deel in _DELEN.items():
            map_.writestr(naam, deel)
        map_.writestr("xl/worksheets/sheet1.xml", xml)
    return uit.getvalue()


_SOORT, _RELATIE = "application/vnd.openxmlformats-officedocument.spreadsheetml", "http://schemas.openxmlformats.org"
_DELEN = {
    "[Content_Types].xml": f'''<Types xmlns="{_RELATIE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'''
    f'''<Override PartName="/xl/workbook.xml" ContentType="{_SOORT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '''
    f'''ContentType="{_SOORT}.worksheet+xml"/></Types>''',
    "_rels/.rels": f'''<Relationships xmlns="{_RELATIE}/package/2006/relationships"><Relationship Id="r1" Type="{_RELATIE}/officeDocument'''
    """/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f'''<workbook xmlns="{_RELATIE}/spreadsheetml/2006/main" xmlns:r="{_RELATIE}/officeDocument/2006/relationships">'''
    """<sheets><sheet name="Bewijs" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f'''<Relationships xmlns="{_RELATIE}/package/2006/relationships"><Relationship Id="r1" Type="{_RELATIE}'''
    """/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
}


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


def veranderd(inhoud: bytes, dobbel: random.Random, soort: Soort) -> bytes:
    """Return a file with one to four changes in its structure, now and then cut short or with a key that stands twice."""
    tekst = inhoud.decode()
    scheiding = "><" if soort == "excel" else ";" if ";" in tekst.partition("\n")[0] else ","
    gegevens = json.loads(tekst) if soort == "lees" else [regel.split(scheiding) for regel in tekst.split("\n")]
    for _ in range(dobbel.randint(1, 4)):
        verander(gegevens, dobbel)
    als_regels = (scheiding.join(map(str, r)) if isinstance(r, list) else str(r) for r in gegevens)
    nieuw = json.dumps(gegevens, ensure_ascii=dobbel.random() < 0.5) if soort == "lees" else "\n".join(als_regels)
    nieuw = nieuw[: dobbel.randint(0, 20 * len(nieuw))].replace('"tekst"', '"code"', dobbel.random() < 0.05)
    return nieuw.encode("utf-8", "surrogatepass")


def hoofd(corpus: str, *opties: str, soort: Soort) -> None:
    """Fuzz, with the options of libFuzzer, until it has had enough."""
    import atheris

    with atheris.instrument_imports(include=["leeruitkomsten"]):
        from leeruitkomsten.bestanden import lees_tabel, uit_tabel  # noqa: F401  # loaded to be instrumented

    def mutator(inhoud: bytes, langste: int, nummer: int) -> bytes:
        with contextlib.suppress(ValueError, LookupError, RecursionError):
            if nummer % 10 and len(nieuw := veranderd(inhoud, random.Random(nummer), soort)) <= langste:
                return nieuw
        return atheris.Mutate(inhoud, langste)

    andere = shutil.ignore_patterns(*(f"{ander}-*" for ander in get_args(Soort) if ander != soort))
    shutil.copytree(VONDSTEN, corpus, dirs_exist_ok=True, ignore=andere)
    atheris.Setup([__file__, corpus, *opties], lambda inhoud: eigenschap(inhoud, soort), custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    vlaggen = {f"--{soort}": soort for soort in get_args(Soort)}
    hoofd(
        *(a for a in sys.argv[1:] if a not in vlaggen),
        soort=next((vlaggen[a] for a in sys.argv[1:] if a in vlaggen), "lees"),
    )
