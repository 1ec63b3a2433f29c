"""Evidence in files, as a relation of DuckDB: read by the rules for tables, or scanned under the same rules where it is too large.

The rules are those of `docs/tabellen.md`. DuckDB is told all of them; it guesses nothing.
"""

from __future__ import annotations

import contextlib
import glob
import gzip
import os
import re
from collections import Counter
from functools import reduce
from itertools import chain, groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from ..bestanden.blad import BEDORVEN, LEEG, naam_van
from ..bestanden.bron import GRENS
from ..bestanden.csvbestand import NIET_UIT_TE_PAKKEN, GeenTabel, begin_van, eis_heel, uitgepakt
from ..bestanden.kop import kies_kolommen, kop_met
from ..bestanden.lees_tabel import lees_tabel
from ..bestanden.naamgenoten import ruim_op
from ..fouten import Bevinding, Fout, GeenKolom, OngeldigBestand, OngeldigeVraag
from ..periodes import TE_VEEL
from ..zinnen import citaat, opsomming
from .in_duckdb import duckdb
from .plan import WIT
from .rooster import GENOEMD
from .sql_taal import DUCKDB

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..bestanden.csvbestand import Begin
    from ..fouten import Bevindingsoort
    from .soorten import Pad

_BEGIN = 1_000_000
"""So many bytes of a file that is too large to read are looked at for its head."""
_CODE = "[A-Z]{1,8}[1-9][0-9]?[.][1-9][0-9]{0,3}[a-z]{1,3}"
"""What the code of a criterium looks like, as a pattern of DuckDB, which cannot look ahead."""
_ALLES = {".parquet", ".csv", ".csv.gz", ".xlsx"}


class Gelezen(NamedTuple):
    """Some columns of files as a relation, and what was passed over or filled in, in Dutch."""

    tabel: Any
    opmerkingen: tuple[str, ...]


class _Deel(NamedTuple):
    """What is read of one file: a relation, or the cells of each column."""

    tabel: Any = None
    cellen: Sequence[Sequence[str | None]] = ()
    opmerkingen: tuple[str, ...] = ()
    met_wit: Sequence[str] = ()
    """The columns in which a text holds other white space than single spaces."""
    is_tekst: bool = True
    """Whether it is no Parquet, of which texts are taken as they are."""

    def soorten(self) -> str:
        """Return the types of its columns."""
        return ", ".join(["VARCHAR"] * len(self.cellen) if self.tabel is None else map(str, self.tabel.types))


def relatie(
    pad: Pad, *kolommen: str, blad: str | None = None, datums: Sequence[str] = (), verbinding: Any = None
) -> Gelezen:
    """Return some columns of a file, of several, or of all that a pattern with `*` stands for, as a relation with these names.

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
    paden = [os.fspath(een) for een in ([pad] if isinstance(pad, str | os.PathLike) else pad)]
    bestanden = [een for gegeven in paden for een in _bestanden(gegeven)]
    dubbel = [citaat(Path(een).name) for een, keren in Counter(map(os.path.normpath, bestanden)).items() if keren > 1]
    if dubbel:
        raise OngeldigeVraag("opties_samen", f"meer dan eens gegeven: {', '.join(dubbel[:GENOEMD])}", {"pad": paden})
    gelezen = _alle(bron, bestanden, kolommen, blad, datums)
    for naam, een in zip(bestanden, gelezen, strict=True):
        if een.soorten() != gelezen[0].soorten():
            soorten = f"{gelezen[0].soorten()} en {een.soorten()} (in {citaat(Path(naam).name)})"
            raise OngeldigeVraag(
                "ongeldige_waarde", f"de bestanden hebben andere soorten kolommen: {soorten}", {"pad": paden}
            )
    met_wit = dict.fromkeys(naam for een in gelezen for naam in een.met_wit)
    if met_wit:
        _eis_geen_naamgenoten(_samen(bron, [een for een in gelezen if een.is_tekst], kolommen), met_wit)
    zinnen = [
        f"{citaat(naam)}: {zin}"
        for naam, een in zip(_namen(bestanden), gelezen, strict=True)
        for zin in een.opmerkingen
    ]
    return Gelezen(_samen(bron, gelezen, kolommen), tuple(zinnen))


def _samen(bron: Any, delen: Iterable[_Deel], kolommen: Sequence[str]) -> Any:
    """Return what is in all files. What was read here is one relation: DuckDB does not go as deep as a chain of a thousand."""
    tabellen: list[Any] = []
    for gelezen, groep in groupby(delen, lambda deel: deel.tabel is None):
        if gelezen:
            lijsten = [[*chain.from_iterable(kolom)] for kolom in zip(*(deel.cellen for deel in groep), strict=True)]
            velden = (f"unnest(${nummer}::VARCHAR[]) AS {DUCKDB.naam(naam)}" for nummer, naam in enumerate(kolommen, 1))
            tabellen.append(bron.sql(f"SELECT {', '.join(velden)}", params=lijsten))
        else:
            tabellen += (deel.tabel for deel in groep)
    return reduce(lambda heel, deel: heel.union(deel), tabellen)


def _alle(
    bron: Any, bestanden: Sequence[str], kolommen: Sequence[str], blad: str | None, datums: Sequence[str]
) -> list[_Deel]:
    """Return what is in each file; or raise one error: that of the only file at fault, or a line for each of them."""
    gelezen: list[_Deel] = []
    fouten: dict[str, OngeldigBestand | GeenKolom] = {}
    for een in bestanden:
        try:
            gelezen.append(_een(bron, een, kolommen, blad, datums))
        except (OngeldigBestand, GeenKolom) as fout:
            fouten[een] = fout
    if len(fouten) == 1:
        raise next(iter(fouten.values()))
    if fouten:
        raise OngeldigBestand.van([_in_een_regel(*een) for een in zip(_namen([*fouten]), fouten.values(), strict=True)])
    return gelezen


def _namen(bestanden: Sequence[str]) -> list[str]:
    """Return what files are called: without their folders, where that tells them apart; else from the folder that they share."""
    namen = [Path(een).name for een in bestanden]
    if len({*namen}) == len(namen):
        return namen
    samen = os.path.commonpath(bestanden)
    return [os.path.relpath(een, samen) for een in bestanden]


def _in_een_regel(naam: str, fout: OngeldigBestand | GeenKolom) -> Bevinding:
    """Return what is wrong with one file of several: the first fault, and how many others there are."""
    if isinstance(fout, GeenKolom):
        return Bevinding(citaat(naam), "geen_kolom", str(fout))
    eerste, meer = fout.bevindingen[0], len(fout.bevindingen) - 1 + fout.meer
    rest = f" (en nog {meer})" if meer else ""
    return Bevinding(citaat(naam), eerste.soort, f"{eerste}{rest}")


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


def _een(verbinding: Any, pad: str, kolommen: Sequence[str], blad: str | None, datums: Sequence[str]) -> _Deel:
    soort = soort_bestand(pad)
    if not soort or ("://" in pad and soort != ".parquet"):
        meer = "; haal het bestand eerst op" if soort else ""
        reden = (
            f"{citaat(pad)} is geen .parquet, .csv of .xlsx" if not soort else f"{citaat(pad)} is geen bestand{meer}"
        )
        raise OngeldigeVraag("ongeldige_waarde", reden, {"pad": pad})
    try:
        if soort == ".parquet":
            return _Deel(_parquet(verbinding, pad, kolommen), is_tekst=False)
        if soort == ".csv" and is_groot(pad):
            return _grote_csv(verbinding, pad, kolommen)
        inhoud = lees_tabel(pad, *kolommen, blad=blad, datums=datums)
    except Fout as fout:
        fout.add_note(f"in {citaat(Path(pad).name)}")
        raise
    except duckdb().Error as fout:
        raise onleesbaar(pad, fout) from fout
    cellen = [[regel[naam] for regel in inhoud.regels] for naam in kolommen]
    met_wit = [
        naam
        for naam, kolom in zip(kolommen, cellen, strict=True)
        if any(cel and ruim_op(cel) != cel for cel in {*kolom})
    ]
    return _Deel(None, cellen, inhoud.opmerkingen, met_wit)


def onleesbaar(pad: str, fout: Exception) -> OngeldigBestand:
    """Return the error for a file that DuckDB cannot count; of CSV that it cannot read, at which line."""
    waar, wat = "het bestand", "is beschadigd, of geen Parquet"
    soort: Bevindingsoort = "onleesbaar"
    if TE_VEEL in str(fout):  # said by a query of ours, of a file that can be read
        soort, wat = "verkeerde_waarde", f"heeft bewijs over veel jaren: {TE_VEEL}"
    elif regel := re.search(r"CSV Error on Line: (\d+)", str(fout)):
        utf8 = "utf-8" in str(fout).lower()
        waar = f"regel {regel[1]}"
        wat = "is geen UTF-8" if utf8 else "heeft meer of minder kolommen dan de kop, of is geen goede CSV"
    elif soort_bestand(pad) == ".csv":
        wat = "is niet als CSV te lezen"
    ongeldig = OngeldigBestand((Bevinding(waar, soort, wat),))
    ongeldig.add_note(f"in {citaat(Path(pad).name)}")
    return ongeldig


def _grote_csv(verbinding: Any, pad: str, kolommen: Sequence[str]) -> _Deel:
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
    met_wit = _eis_een_tabel(tabel, begin, plaatsen)
    gekozen = ", ".join(f"{_cel(f'k{plaats}')} AS {DUCKDB.naam(naam)}" for naam, plaats in plaatsen.items())
    return _Deel(tabel.project(gekozen), (), begin.opmerkingen, met_wit)


def _eis_een_tabel(tabel: Any, begin: Begin, plaatsen: Mapping[str, int]) -> list[str]:
    """Raise where a large file has its head once more, something in a column without a name, or a text that was spoiled.

    Returns:
        The columns asked for in which a text holds other white space than single spaces.
    """
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
    met_wit = (f"{cel} <> {_vorm(cel)}" for cel in (_cel(f"k{plaats}") for plaats in plaatsen.values()))
    geteld = tabel.aggregate(", ".join(f"count(*) FILTER ({een})" for een in (*wat, *met_wit))).fetchall()[0]
    soorten: tuple[tuple[Bevindingsoort, str], ...] = (
        ("dubbel", "nog een kop; zijn het tabellen onder elkaar?"),
        ("niet_opgenomen", "iets in een kolom zonder naam"),
        ("verkeerde_waarde", f"iets dat geen tekst van iemand is (zoals #N/B of 1,2E+11) in {opsomming(plaatsen)}"),
    )
    fouten = [
        Bevinding("het bestand", soort, f"heeft in {aantal} regel(s) {wat}")
        for aantal, (soort, wat) in zip(geteld[: len(wat)], soorten, strict=True)
        if aantal
    ]
    if fouten:
        raise OngeldigBestand.van(fouten)
    return [naam for naam, aantal in zip(plaatsen, geteld[len(wat) :], strict=True) if aantal]


def _eis_geen_naamgenoten(tabel: Any, namen: Iterable[str]) -> None:
    """Raise where names in these columns, of all files together, differ in white space only."""
    fouten: list[Bevinding] = []
    for naam in namen:
        kolom = DUCKDB.naam(naam)
        vorm = _vorm(kolom)
        per_vorm = tabel.filter(f"{kolom} IS NOT NULL").aggregate(
            f"{vorm} AS vorm, min({kolom}) AS eerste, max({kolom}) AS laatste"
        )
        paren = per_vorm.filter("eerste <> laatste").order("vorm").limit(GENOEMD).project("eerste, laatste").fetchall()
        met_code = tabel.aggregate(f"coalesce(bool_or(regexp_full_match({kolom}, {DUCKDB.tekst(_CODE)})), false)")
        if paren and not met_code.fetchall()[0][0]:
            zin = "; ".join(f"{citaat(een)} en {citaat(ander)}" for een, ander in paren)
            reden = f"er zijn namen die alleen in witruimte verschillen: {zin}; schrijf ze gelijk"
            fouten.append(Bevinding(f"kolom {citaat(naam)}", "tegenspraak", reden))
    if fouten:
        raise OngeldigBestand.van(fouten)


def _parquet(verbinding: Any, pad: str, kolommen: Sequence[str]) -> Any:
    """Return some columns of a Parquet file, of what stands in it: the names of its folders are no columns."""
    tabel = verbinding.read_parquet(_letterlijk(pad), hive_partitioning=False)
    namen = _kolommen(
        verbinding.execute("SELECT name, num_children FROM parquet_schema(?)", [_letterlijk(pad)]).fetchall()
    )
    velden: list[str] = []
    for naam, plaats in kies_kolommen(namen, kolommen, citaat(Path(pad).name)).items():
        kolom = DUCKDB.naam(tabel.columns[plaats])
        velden.append(f"{_cel(kolom) if str(tabel.types[plaats]) == 'VARCHAR' else kolom} AS {DUCKDB.naam(naam)}")
    return tabel.project(", ".join(velden))


def _kolommen(schema: Sequence[tuple[str, int | None]]) -> list[str]:
    """Return what the columns of a Parquet file are called; DuckDB gives those that differ in capitals only other names.

    Args:
        schema: the parts of it, the whole first, each followed by its own parts, with how many of those there are.
    """
    namen: list[str] = []
    binnen = 0
    for naam, delen in schema[1:]:
        if binnen:
            binnen -= 1
        else:
            namen.append(naam)
        binnen += delen or 0
    return namen


def _vorm(kolom: str) -> str:
    """Return in SQL a text with one space for all white space within, as `ruim_op` gives it."""
    return f"regexp_replace({kolom}, {DUCKDB.tekst(f'[{WIT}]+')}, ' ', 'g')"


def _cel(kolom: str) -> str:
    """Return in SQL what a cell of text holds: as `cel_van` says it, and null where that is empty."""
    cel = f"trim(nfc_normalize({kolom}), {DUCKDB.tekst(WIT)})"
    leeg = ", ".join(DUCKDB.tekst(tekst) for tekst in LEEG)
    return f"CASE WHEN lower({cel}) IN ({leeg}) THEN NULL ELSE {cel} END"
