"""The formats of other systems: what each costs beside the bare library that writes the same data, and whether it is linear.

And whether a system still says the same (`vergelijk`): beside reading its file into codes and texts, which is the half of it.

Bare means: the rows, objects or triples are at hand, and `csv`, `json`, rdflib or openpyxl writes them. Nobody writes Markdown
for us: there bare is escaping its texts and joining them. Every figure is the ratio of two best times from one run, in which
both sides took turns.
"""

from __future__ import annotations

import csv
import gc
import html
import io
import json
import re
import sys
from functools import partial
from typing import Any

import openpyxl
import rdflib
from bestand import editie, maak, verhouding
from uitslag import meld

from leeruitkomsten.uitwisseling import formaten, schrijf, vergelijk
from leeruitkomsten.uitwisseling.nalopen import canvas, case, mahara, moodle, tabel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from leeruitkomsten import Raamwerk

# Linear work costs somewhat more per criterium where there are more: memory. Sorting alone would give 1.33.
KLEIN, GROOT, TEGEN_KAAL, LINEAIR, TEGEN_LEZEN = 1_000, 10_000, 5, 1.5, 3
GRENS = 10**9
NALOPEN: dict[Any, Any] = {
    "canvas": canvas,
    "moodle": moodle,
    "case": case,
    "mahara": mahara,
    "csv": tabel,
    "xlsx": tabel,
}
NODIG: dict[str, dict[str, Any]] = {"openbadges": {"base_uri": "https://example.org/"}}


def alles(kader: Raamwerk, formaat: Any) -> bytes:
    """Write a framework in a format; one that has pages of a fixed size at most, page by page."""
    if formaat != "ooapi":
        return schrijf(kader, formaat, **NODIG.get(formaat, {}))
    bladen = [schrijf(kader, formaat, pageNumber=1)]
    totaal = json.loads(bladen[0])["totalPages"]
    bladen += [schrijf(kader, formaat, pageNumber=nummer) for nummer in range(2, totaal + 1)]
    return b"[" + b",".join(bladen) + b"]"


def kaal(kader: Raamwerk, formaat: str, inhoud: bytes) -> Callable[[], object]:
    """Return what writes the data of a file with a bare library."""
    if formaat == "xlsx":
        boek = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True)
        return partial(_werkmap, [list(blad.values) for blad in boek.worksheets])
    tekst = inhoud.decode()
    if formaat in ("canvas", "moodle", "csv"):
        return partial(_csv, list(csv.reader(io.StringIO(tekst, ""))))
    if tekst[0] in "[{":
        inspringing = len(tekst.splitlines()[1]) - len(tekst.splitlines()[1].lstrip()) if "\n" in tekst[:-1] else None
        return partial(_json, json.loads(tekst), inspringing)
    if formaat == "skos":
        return partial(rdflib.Graph().parse(data=tekst, format="turtle").serialize, format="turtle")
    return partial(_markdown, [c.code for c in kader.succescriteria], [c.tekst for c in kader.succescriteria])


def _csv(rijen: list[list[str]]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit).writerows(rijen)
    return uit.getvalue().encode()


def _json(gegevens: object, inspringing: int | None) -> bytes:
    return json.dumps(gegevens, ensure_ascii=False, indent=inspringing).encode()


def _markdown(codes: list[str], teksten: list[str]) -> bytes:
    teken = re.compile(r"([\\`*_{}\[\]#|~])")
    regels = zip(codes, teksten, strict=True)
    veilig = (teken.sub(r"\\\1", html.escape(deel, quote=False)) for regel in regels for deel in regel)
    return " | ".join(veilig).encode()


def _werkmap(bladen: list[list[Any]]) -> bytes:
    boek, uit = openpyxl.Workbook(write_only=True), io.BytesIO()
    for rijen in bladen:
        blad = boek.create_sheet()
        for rij in rijen:
            blad.append(rij)
    boek.save(uit)
    return uit.getvalue()


def hoofd() -> int:
    """Measure and print all figures; return 1 if a bound is missed, else 0."""
    klein, groot = (maak(editie(aantal)) for aantal in (KLEIN, GROOT))
    gc.freeze()
    # Both sides of the control do the same, so that a busy machine is seen.
    uitslagen = [meld("csv / csv (controle)", verhouding(*[partial(schrijf, groot, "csv")] * 2))]
    for formaat in formaten():
        eigen = [partial(alles, kader, formaat) for kader in (klein, groot)]
        bare = kaal(groot, formaat, eigen[1]())
        uitslagen.append(meld(f"{formaat} / kaal, 10.000 criteria", verhouding(eigen[1], bare), hoogstens=TEGEN_KAAL))
        groei = verhouding(eigen[1], eigen[0]) * KLEIN / GROOT
        uitslagen.append(meld(f"{formaat}: 10.000 / tien keer 1.000", groei, hoogstens=LINEAIR))
    uitslagen += nagelopen(groot)
    return 0 if all(uitslagen) else 1


def nagelopen(groot: Raamwerk) -> list[bool]:
    """Measure and print what comparing costs beside reading; return which bounds are kept."""
    uitslagen: list[bool] = []
    for formaat, lezer in NALOPEN.items():
        inhoud = schrijf(groot, formaat)
        nalopen, lezen = partial(vergelijk, groot, inhoud, formaat, grens=GRENS), partial(lezer.lees, inhoud, GRENS)
        uitslagen.append(
            meld(f"{formaat}: nalopen / lezen, 10.000 criteria", verhouding(nalopen, lezen), hoogstens=TEGEN_LEZEN)
        )
    return uitslagen


if __name__ == "__main__":
    sys.exit(hoofd())
