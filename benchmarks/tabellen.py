"""Tables at their limits: workbooks made to take memory or time, and the largest CSV file that is read without an engine.

Each is read in a process of its own. Printed are the seconds and the peak of memory (on Linux), with a bound beside them, since
"seen while reading, before memory is taken" is what is promised; and for CSV the ratio to what Python's `csv` alone takes for the
same bytes.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from time import perf_counter

from uitslag import meld

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SECONDEN, MEGABYTES, TEGEN_CSV = 15.0, 500.0, 8.0
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KOP = '<row r="1"><c r="A1" t="str"><v>student</v></c><c r="B1" t="str"><v>criterium</v></c></row>'
_REGEL = '<row r="{0}"><c r="A{0}" t="str"><v>s{0}</v></c><c r="B{0}" t="str"><v>WP1.1a</v></c></row>'


def werkmap(rijen: str, pad: Path) -> None:
    """Write a workbook whose only sheet has these lines of XML."""
    import openpyxl

    leeg = io.BytesIO()
    openpyxl.Workbook().save(leeg)
    with zipfile.ZipFile(leeg) as van, zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as naar:
        for naam in van.namelist():
            blad = naam.endswith("sheet1.xml")
            naar.writestr(
                naam, f"<worksheet {_NS}><sheetData>{rijen}</sheetData></worksheet>" if blad else van.read(naam)
            )


def hoek(pad: Path) -> None:
    """One formatted cell in the last corner of the sheet."""
    werkmap(f'{_KOP}{_REGEL.format(2)}<row r="1048576"><c r="XFD1048576" s="0"/></row>', pad)


def bom(pad: Path) -> None:
    """A small file that unpacks to one cell of 500 MB."""
    werkmap(f'{_KOP}<row r="2"><c r="A2" t="str"><v>{"a" * 500_000_000}</v></c></row>', pad)


def regels(pad: Path) -> None:
    """Nine times as many lines as are read, in a file that is not too large by itself."""
    werkmap(_KOP + "".join(map(_REGEL.format, range(2, 900_001))), pad)


def vol(pad: Path) -> None:
    """As many lines as are read."""
    werkmap(_KOP + "".join(map(_REGEL.format, range(2, 100_001))), pad)


def kommas(pad: Path) -> None:
    """A CSV file of nearly 10 MB."""
    pad.write_text("student,criterium\n" + "".join(f"s{n},WP1.1a\n" for n in range(650_000)), "utf-8")


def lees(pad: str) -> None:
    """Read a table, in this process, and print the seconds and the peak of memory in MB."""
    from leeruitkomsten import OngeldigBestand, lees_tabel

    begin = perf_counter()
    try:
        uit = f"{len(lees_tabel(pad, 'student', 'criterium').regels)} regels"
    except OngeldigBestand as fout:
        uit = str(fout.bevindingen[0])
    duur = perf_counter() - begin
    stand = Path("/proc/self/status").read_text(
        "utf-8"
    )  # of this process alone; getrusage remembers the one it came from
    print(duur, int(stand.partition("VmHWM:")[2].split()[0]) / 1024, uit, sep="\t")


def hoofd() -> int:
    """Make, read and measure each file; return 1 if a bound is missed, else 0."""
    gevallen: dict[str, Callable[[Path], None]] = {
        "hoek.xlsx": hoek, "bom.xlsx": bom, "regels.xlsx": regels, "vol.xlsx": vol, "vol.csv": kommas,
    }  # fmt: skip
    uitslagen: list[bool] = []
    for naam, maak in gevallen.items():
        with tempfile.TemporaryDirectory() as map_:
            pad = Path(map_, naam)
            maak(pad)
            klaar = subprocess.run([sys.executable, __file__, str(pad)], capture_output=True, text=True, check=True)
            duur, piek, uit = klaar.stdout.rstrip("\n").split("\t")
            print(f"{naam}, {pad.stat().st_size / 1000:.0f} kB: {uit}", flush=True)
            uitslagen.append(meld("  seconden", float(duur), hoogstens=SECONDEN))
            uitslagen.append(meld("  piek van het geheugen, MB", float(piek), hoogstens=MEGABYTES))
            if naam.endswith(".csv"):
                begin = perf_counter()
                _ = list(csv.reader(io.StringIO(pad.read_text("utf-8"), "")))
                uitslagen.append(
                    meld("  tegen csv alleen", float(duur) / (perf_counter() - begin), hoogstens=TEGEN_CSV)
                )
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(lees(sys.argv[1]) if len(sys.argv) > 1 else hoofd())
