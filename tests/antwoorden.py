"""Questions to the library whose answers must not depend on where it runs: as an installed package, in one file, in a browser.

As a program it prints the answers as JSON; with `--extras` also those that need more libraries.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Literal, get_type_hints

import leeruitkomsten as lu
from leeruitkomsten import uitwisseling, weergave

MET_EXTRA: tuple[Literal["skos", "xlsx"], ...] = ("skos", "xlsx")
FOUTE_CODES = ["WP2", "wp 2", "WPl1", "WP9.9z", "WP1, WPI1"]
TABEL = "leerlijn;naam;rij;1 Start;2 Einde\nA;Leren;leeruitkomst;Je begint.;Je eindigt.\nA;;1;• Je leest.;• Je telt.\n"


def antwoorden() -> dict[str, Any]:
    """What the core answers, from its own data and from files, as plain data."""
    kader = lu.laad()
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "kopie.json"
        inhoud = lu.schrijf(kader, pad)
        opnieuw = lu.lees(pad)
        tabel = Path(map_) / "ambacht.csv"
        tabel.write_text(TABEL, "utf-8")
        eigen = lu.uit_tabel(tabel, naam="Ambacht", versie="1.0", datum="2026-11-24")
        uit_excel = lu.uit_tabel(werkmap(tabel), naam="Ambacht", versie="1.0", datum="2026-11-24")
        portfolio = lu.Portfolio(kader.kenmerk, "s1", (lu.Bewijs("WP1.1a", "stage/les-1", "2026-11-24"),))
        lu.schrijf_portfolio(portfolio, Path(map_) / "s1.json")
        terug = lu.lees_portfolio(Path(map_) / "s1.json")
    return {
        "versies": lu.versies(),
        "kader": kader.als_dict(),
        "verbeterd": lu.laad(errata=True).kenmerk.als_dict(),
        "controleer": lu.controleer(FOUTE_CODES).als_dict(),
        "onbekend": fout(lambda: lu.leeruitkomst("WP22")),
        "zoek": lu.zoek("gerichte feedback", niveau=[3, 4]).als_dict(),
        "verdieping": lu.verdieping("WP2", "WP3").als_dict(),
        "verschil": lu.verschil("WP2.6a", "WP3.6a").als_dict(),
        "voortgang": lu.voortgang({"WP1.1a", "WP1.2a", "WPI4.5b"}, niveau=1).als_dict(),
        "dekking": lu.dekking({"Stage 2A": ["WP2.1a", "WD2", "WP.5", "EvL1"]}).als_dict(),
        "geschreven": inhoud.decode(),
        "gelijk": opnieuw == kader,
        "kapot": fout(lambda: lu.lees(b'{"formaat": 2, "sleutel": "A"}')),
        "uit_tabel": eigen.als_dict(),
        "uit_excel": uit_excel.als_dict(),
        "portfolio": terug.als_dict(),
        "vergelijk": lu.vergelijk(kader, lu.laad(errata=True)).als_dict(),
        "migreer": lu.migreer(["WP1.1a", "WPI3.5b"], kader, lu.laad(errata=True)).als_dict(),
        "type": get_type_hints(lu.Raamwerk.dekking)["return"].__name__,
    }


def bladen() -> dict[str, str]:
    """What is drawn, and what is written for other systems: the whole text, or of bytes their SHA-256."""
    kader = lu.laad()
    getoond = lu.voortgang({"WP1.1a", "WP1.2a"})
    zelf = [formaat for formaat in uitwisseling.formaten() if formaat not in ("openbadges", *MET_EXTRA)]
    return {
        "notebook": kader._repr_html_(),
        "matrix": weergave.matrix(kader, "WP", getoond),
        "formulier": weergave.formulier(kader, 2),
        "pagina": weergave.pagina(kader),
        **{formaat: sha256(uitwisseling.schrijf(kader, formaat)).hexdigest() for formaat in zelf},
    }


def met_extras() -> dict[str, str]:
    """What is written with libraries that are not pure Python, or not in a browser by themselves: the SHA-256 of the bytes."""
    kader = lu.laad()
    return {
        **{formaat: sha256(uitwisseling.schrijf(kader, formaat)).hexdigest() for formaat in MET_EXTRA},
        "matrix_docx": sha256(weergave.matrix_docx(kader, "WP")).hexdigest(),
        "formulier_docx": sha256(weergave.formulier_docx(kader, 2)).hexdigest(),
    }


def werkmap(tabel: Path) -> Path:
    """The same table as an Excel workbook, of no more parts than one must have."""
    rijen = [[escape(cel) for cel in regel.split(";")] for regel in tabel.read_text("utf-8").splitlines()]
    cellen = ["".join(f'<c t="inlineStr"><is><t>{cel}</t></is></c>' for cel in rij) for rij in rijen]
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    hoofd = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    pakket = "http://schemas.openxmlformats.org/package/2006"
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    delen = {
        "[Content_Types].xml": f'<Types xmlns="{pakket}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
        f'"{soort}.sheet.main+xml"/><Override PartName="/xl/blad.xml" ContentType="{soort}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pakket}/relationships"><Relationship Id="r" Type="{rels}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{hoofd}" xmlns:r="{rels}"><sheets><sheet name="Tabel" sheetId="1" r:id="r"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pakket}/relationships"><Relationship Id="r" '
        f'Type="{rels}/worksheet" Target="blad.xml"/></Relationships>',
        "xl/blad.xml": f'<worksheet xmlns="{hoofd}"><sheetData>{"".join(f"<row>{rij}</row>" for rij in cellen)}'
        "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(tabel.with_suffix(".xlsx"), "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return tabel.with_suffix(".xlsx")


def fout(vraag: Any) -> dict[str, Any]:
    """The error that a question gets, as plain data."""
    try:
        vraag()
    except lu.Fout as fout:
        return {"zin": str(fout), **fout.als_dict()}
    raise AssertionError("no error")


def als_json(*, extras: bool) -> str:
    """Everything above as one JSON text."""
    return json.dumps(antwoorden() | bladen() | (met_extras() if extras else {}))


if __name__ == "__main__":
    sys.stdout.write(als_json(extras="--extras" in sys.argv))
