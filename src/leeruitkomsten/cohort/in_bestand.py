"""Evidence in files, as a relation of DuckDB: read by the rules for tables, or scanned under the same rules where it is too large.

The rules are those of `docs/tabellen.md`. DuckDB is told all of them; it guesses nothing.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import gzip
import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from ..bestanden.blad import BEDORVEN, LEEG, naam_van
from ..bestanden.bron import GRENS
from ..bestanden.csvbestand import NIET_UIT_TE_PAKKEN, GeenTabel, begin_van, eis_heel, uitgepakt
from ..bestanden.kop import kies_kolommen, kop_met
from ..bestanden.lees_tabel import lees_tabel
from ..fouten import Bevinding, Fout, OngeldigBestand, OngeldigeVraag
from ..zinnen import citaat, opsomming
from .in_duckdb import duckdb
from .plan import WIT
from .sql import DUCKDB

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..bestanden.csvbestand import Begin
    from ..fouten import Bevindingsoort

_BEGIN = 1_000_000
"""So many bytes of a file that is too large to read are looked at for its head."""
_ALLES = {".parquet", ".csv", ".csv.gz", ".xlsx"}


class Gelezen(NamedTuple):
    """Some columns of files as a relation, and what was passed over or filled in, in Dutch."""

    tabel: Any
    opmerkingen: tuple[str, ...]


def relatie(
    pad: str | os.PathLike[str],
    *kolommen: str,
    blad: str | None = None,
    datums: Sequence[str] = (),
    verbinding: Any = None,
) -> Gelezen:
    """Return some columns of a file, or of all files that a pattern with `*` stands for, as a relation with these names.

    Columns are found by name in each file. Cells of text are read as `lees_tabel` reads them, and days where `datums`
    names their columns; numbers and dates in a Parquet file stay what they are. The relation has a connection of its own, which
    lives as long as it does: a connection answers one question at a time, and threads may ask several. Settings and secrets of
    DuckDB's default connection hold for it, unless `verbinding` is given.

    Raises:
        GeenKolom: a file does not have the columns, or has one twice.
        OngeldigBestand: a file cannot be read as it stands, by our own reader or by DuckDB.
        OngeldigeVraag: the name does not end in `.parquet`, `.csv` (`.csv.gz`) or `.xlsx`; or Parquet files hold another type under
            the same name.
        FileNotFoundError: there is no such file.
        OntbrekendOnderdeel: DuckDB is not installed.
    """
    bron = verbinding or duckdb().default_connection().cursor()
    bestanden = _bestanden(os.fspath(pad))
    gelezen = [_een(bron, een, kolommen, blad, datums) for een in bestanden]
    delen = [een.tabel for een in gelezen]
    for deel in delen:
        if deel.types != delen[0].types:
            soorten = f"{', '.join(map(str, delen[0].types))} en {', '.join(map(str, deel.types))}"
            raise OngeldigeVraag(
                "ongeldige_waarde", f"de bestanden hebben andere soorten kolommen: {soorten}", {"pad": str(pad)}
            )
    zinnen = [
        f"{citaat(Path(naam).name)}: {zin}"
        for naam, een in zip(bestanden, gelezen, strict=True)
        for zin in een.opmerkingen
    ]
    return Gelezen(functools.reduce(lambda heel, deel: heel.union(deel), delen), tuple(zinnen))


def _bestanden(pad: str) -> list[str]:
    if "://" in pad or Path(pad).exists():
        return [pad]
    gevonden = sorted(glob.glob(pad, recursive=True))
    if not gevonden:
        raise FileNotFoundError(2, f"{citaat(pad)} bestaat niet", pad)
    return gevonden


def soort_bestand(pad: str) -> str:
    """Return how the name of a file ends, of those that can be counted; `.csv` for `.csv.gz`."""
    einde = next((einde for einde in _ALLES if pad.casefold().endswith(einde)), "")
    return einde.removesuffix(".gz")


def _letterlijk(pad: str) -> str:
    """Return how DuckDB is told of one file, in whose name `*`, `?` and `[` stand for themselves."""
    return pad if "://" in pad else re.sub(r"[*?\[]", r"[\g<0>]", pad)


def is_groot(pad: str) -> bool:
    """Say whether a CSV file is larger than what is read without DuckDB; of a packed one what is in it counts."""
    if not pad.casefold().endswith(".gz"):
        return os.path.getsize(pad) > GRENS
    with (
        contextlib.suppress(*NIET_UIT_TE_PAKKEN),
        gzip.open(pad) as bestand,
    ):  # what is no packed file is said by its reader
        return len(bestand.read(GRENS + 1)) > GRENS
    return False


def _een(  # all that is said of a file
    verbinding: Any, pad: str, kolommen: Sequence[str], blad: str | None, datums: Sequence[str]
) -> Gelezen:
    soort = soort_bestand(pad)
    if not soort or ("://" in pad and soort != ".parquet"):
        meer = "; haal het bestand eerst op" if soort else ""
        reden = (
            f"{citaat(pad)} is geen .parquet, .csv of .xlsx" if not soort else f"{citaat(pad)} is geen bestand{meer}"
        )
        raise OngeldigeVraag("ongeldige_waarde", reden, {"pad": pad})
    try:
        if soort == ".parquet":
            return Gelezen(_gekozen(verbinding.read_parquet(_letterlijk(pad)), kolommen, pad), ())
        if soort == ".csv" and is_groot(pad):
            return _grote_csv(verbinding, pad, kolommen)
        inhoud = lees_tabel(pad, *kolommen, blad=blad, datums=datums)
    except Fout as fout:
        fout.add_note(f"in {citaat(Path(pad).name)}")
        raise
    except duckdb().Error as fout:
        raise onleesbaar(pad, fout) from fout
    lijsten = [[regel[naam] for regel in inhoud.regels] for naam in kolommen]
    velden = (f"unnest(${nummer}::VARCHAR[]) AS {DUCKDB.naam(naam)}" for nummer, naam in enumerate(kolommen, 1))
    return Gelezen(verbinding.sql(f"SELECT {', '.join(velden)}", params=lijsten), inhoud.opmerkingen)


def onleesbaar(pad: str, fout: Exception) -> OngeldigBestand:
    """Return the error for a file that DuckDB cannot read; of CSV it says at which line."""
    waar, wat = "het bestand", "is beschadigd, of geen Parquet"
    if regel := re.search(r"CSV Error on Line: (\d+)", str(fout)):
        utf8 = "utf-8" in str(fout).lower()
        waar = f"regel {regel[1]}"
        wat = "is geen UTF-8" if utf8 else "heeft meer of minder kolommen dan de kop, of is geen goede CSV"
    elif soort_bestand(pad) == ".csv":
        wat = "is niet als CSV te lezen"
    ongeldig = OngeldigBestand((Bevinding(waar, "onleesbaar", wat),))
    ongeldig.add_note(f"in {citaat(Path(pad).name)}")
    return ongeldig


def _grote_csv(verbinding: Any, pad: str, kolommen: Sequence[str]) -> Gelezen:
    """Return a CSV file that DuckDB scans: told where its head is and what parts the columns, and held against the same rules."""
    is_kop = kop_met(kolommen)
    try:
        with (gzip.open if pad.casefold().endswith(".gz") else open)(pad, "rb") as bestand, uitgepakt():
            begin = begin_van(bestand.read(_BEGIN), is_kop)
            bestand.seek(0)
            eis_heel(cast("IO[bytes]", bestand), begin)
    except GeenTabel as fout:
        raise OngeldigBestand.van(fout.bevindingen) from None
    namen = {f"k{plaats}": "VARCHAR" for plaats in range(begin.breed)}
    tabel = verbinding.read_csv(
        _letterlijk(pad), auto_detect=False, header=False, skiprows=begin.overslaan, sep=begin.scheiding, quotechar='"',
        escapechar='"', comment="", columns=namen, null_padding=True, strict_mode=True, parallel=False,
    )  # fmt: skip
    plaatsen = kies_kolommen(begin.kop, kolommen, "de kop")
    # A line without anything is no line.
    tabel = tabel.filter(" OR ".join(f"{_cel(naam)} IS NOT NULL" for naam in namen))
    _eis_een_tabel(tabel, begin, plaatsen)
    gekozen = ", ".join(f"{_cel(f'k{plaats}')} AS {DUCKDB.naam(naam)}" for naam, plaats in plaatsen.items())
    return Gelezen(tabel.project(gekozen), begin.opmerkingen)


def _eis_een_tabel(tabel: Any, begin: Begin, plaatsen: Mapping[str, int]) -> None:
    """Raise where a large file has its head once more, something in a column without a name, or a text that was spoiled."""
    namen = [f"lower({_cel(f'k{plaats}')})" for plaats in range(begin.breed)]
    naamloos = [
        f"{naam} IS NOT NULL" for plaats, naam in enumerate(namen) if plaats >= len(begin.kop) or not begin.kop[plaats]
    ]
    gevraagd = ", ".join(DUCKDB.tekst(naam_van(naam)) for naam in plaatsen)
    kop = f"list_has_all([{', '.join(namen)}], [{gevraagd}])"
    bedorven = " OR ".join(
        f"regexp_matches({_cel(f'k{plaats}')}, {DUCKDB.tekst(BEDORVEN)})" for plaats in plaatsen.values()
    )
    wat = (kop, " OR ".join(naamloos) or "false", bedorven)
    weg = tabel.aggregate(", ".join(f"count(*) FILTER ({een})" for een in wat)).fetchall()
    soorten: tuple[tuple[Bevindingsoort, str], ...] = (
        ("dubbel", "nog een kop; zijn het tabellen onder elkaar?"),
        ("niet_opgenomen", "iets in een kolom zonder naam"),
        ("verkeerde_waarde", f"iets dat geen tekst van iemand is (zoals #N/B of 1,2E+11) in {opsomming(plaatsen)}"),
    )
    fouten = [
        Bevinding("het bestand", soort, f"heeft in {aantal} regel(s) {wat}")
        for aantal, (soort, wat) in zip(weg[0], soorten, strict=True)
        if aantal
    ]
    if fouten:
        raise OngeldigBestand.van(fouten)


def _gekozen(tabel: Any, kolommen: Sequence[str], pad: str) -> Any:
    plaatsen = kies_kolommen(tabel.columns, kolommen, citaat(Path(pad).name))
    velden: list[str] = []
    for naam, plaats in plaatsen.items():
        kolom = DUCKDB.naam(tabel.columns[plaats])
        velden.append(f"{_cel(kolom) if str(tabel.types[plaats]) == 'VARCHAR' else kolom} AS {DUCKDB.naam(naam)}")
    return tabel.project(", ".join(velden))


def _cel(kolom: str) -> str:
    """Return in SQL what a cell of text holds: as `cel_van` says it, and null where that is empty."""
    cel = f"trim(nfc_normalize({kolom}), {DUCKDB.tekst(WIT)})"
    leeg = ", ".join(DUCKDB.tekst(tekst) for tekst in LEEG)
    return f"CASE WHEN lower({cel}) IN ({leeg}) THEN NULL ELSE {cel} END"
