"""CSV, read strictly: what parts the columns is said by the file or seen from its head, and no line is passed over.

UTF-8, with or without a byte order mark; commas, semicolons or tabs; any line end; double quotes around a cell, doubled within.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from contextlib import contextmanager, suppress
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from ..fouten import Bevinding
from .blad import Blad, Regel, cel_van
from .kop import HOOGSTENS, halve_regel, tabel_van

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from ..fouten import Bevindingsoort
    from .kop import IsKop

_EINDEN = ("\n", "\r")
_STUK = 1_000_000
SCHEIDINGEN = (",", ";", "\t")
_HOE = "bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"


class GeenTabel(Exception):
    """A file that is no table; `bevindingen` says why."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__(bevindingen)
        self.bevindingen = bevindingen

    @classmethod
    def bestand(cls, reden: str, soort: Bevindingsoort = "onleesbaar") -> GeenTabel:
        """Return the error that is about the file as a whole."""
        return cls(Bevinding("het bestand", soort, reden))


NIET_UIT_TE_PAKKEN = (EOFError, gzip.BadGzipFile, zlib.error)


@contextmanager
def uitgepakt() -> Generator[None]:
    """Say of a packed file that it is none, or not whole, where that is found inside this context."""
    try:
        yield
    except NIET_UIT_TE_PAKKEN:
        raise GeenTabel.bestand("is geen goed .gz-bestand") from None


def lees_csv(inhoud: bytes, is_kop: IsKop) -> Blad:
    """Return a CSV file as a sheet.

    Args:
        inhoud: the file.
        is_kop: says whether cells are the names of the columns that are asked for. What parts the columns is what gives a head.

    Raises:
        GeenTabel: it is not UTF-8, or no CSV.
    """
    tekst = tekst_van(inhoud)
    scheiding = _scheiding(tekst, is_kop)
    return Blad("", list(_regels(tekst, scheiding)))


def tekst_van(inhoud: bytes, hoe: str = _HOE) -> str:
    """Return what a file of text says; `hoe` tells how to save one that is no UTF-8, which is a `GeenTabel`."""
    # With its mark, or by the noughts of its first letters: some exports leave the mark out.
    if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") or (len(inhoud) > 1 and inhoud[:2].count(0) == 1):
        raise GeenTabel.bestand(f"is UTF-16 ('Unicode-tekst'); {hoe}")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise GeenTabel.bestand(f"is geen UTF-8 (regel {regel}); {hoe}") from None


def _scheiding(tekst: str, is_kop: IsKop) -> str:
    """Return what parts the columns: what the file says itself, else what gives a head; else what the first line has most of."""
    gezegd = _gezegd(tekst)
    if gezegd:
        return gezegd
    return max(SCHEIDINGEN, key=lambda teken: _past(tekst, teken, is_kop))


def _past(tekst: str, scheiding: str, is_kop: IsKop) -> tuple[bool, int]:
    """Return how well something parts the columns: whether it gives a head, and the columns of that, or else of the first line."""
    begin: list[Regel] = []
    with suppress(GeenTabel):  # all of it is read later, and then it is said
        begin.extend(islice(_regels(tekst, scheiding), HOOGSTENS))
    koppen = [len(regel.cellen) for regel in begin if is_kop(regel.cellen)]
    if koppen:
        return True, koppen[0]
    return False, len(begin[0].cellen) if begin else _kop(tekst).count(scheiding) + 1


def _kop(tekst: str) -> str:
    return next((regel for regel in tekst.splitlines() if regel.strip()), "")


def _gezegd(tekst: str) -> str:
    """Return what the first line says that parts the columns (`sep=;`); nothing where it says none."""
    eerste = tekst.partition("\n")[0].rstrip("\r")
    if eerste.count('"') % 2:  # a cell of several lines
        return ""
    naam, _, teken = eerste.strip('"').partition("=")
    return teken if naam.casefold() == "sep" and len(teken) == 1 else ""


def _regels(tekst: str, scheiding: str) -> Iterator[Regel]:
    """Yield the lines that hold anything, each with the number of the line of text on which it begins."""
    lezer = _lezer(io.StringIO(tekst, ""), scheiding)
    nummer = 1
    vorige: Regel | None = None
    try:
        for rij in lezer:
            if vorige:
                yield vorige
            cellen = list(map(cel_van, rij))
            while cellen and not cellen[-1]:
                cellen.pop()
            telt = cellen and not (nummer == 1 and _gezegd(tekst))
            vorige = Regel(nummer, cellen, breed=len(rij)) if telt else None
            nummer = lezer.line_num + 1
    except csv.Error as fout:
        raise GeenTabel(_geen_csv(nummer, fout)) from None
    if vorige:
        yield vorige if tekst.endswith(_EINDEN) else vorige._replace(open_einde=True)


def _lezer(regels: Iterable[str], scheiding: str) -> Any:
    # White space around a cell does not count: nor does it before its quotes.
    return csv.reader(regels, delimiter=scheiding, strict=True, skipinitialspace=scheiding != " ")


def _geen_csv(nummer: int, fout: csv.Error) -> Bevinding:
    if "field larger" in str(fout):
        return Bevinding(f"regel {nummer}", "te_groot", "heeft een cel van meer dan 131072 tekens")
    return Bevinding(f"regel {nummer}", "onleesbaar", "is geen goede CSV: een aanhalingsteken klopt niet")


class Begin(NamedTuple):
    """What is seen of a CSV file that is too large to read here: what parts its columns, and its head.

    Without a head that has the columns asked for, its first line.
    """

    scheiding: str
    kop: list[str]
    breed: int
    """How many columns there are, those without a name included."""
    overslaan: int
    """How many lines of text come before the data."""
    opmerkingen: tuple[str, ...]
    """What stands above the head and does not count."""


def begin_van(inhoud: bytes, is_kop: IsKop) -> Begin:
    """Return what the first part of a CSV file says of how to read all of it.

    Raises:
        GeenTabel: it is not UTF-8, or no CSV; or there stands more than a title above the head.
    """
    tekst = tekst_van(inhoud[: max(inhoud.rfind(b"\n"), inhoud.rfind(b"\r")) + 1])
    scheiding = _scheiding(tekst, is_kop)
    # No further than a head is looked for: where the part ends, a cell of several lines may not have ended.
    blad = Blad("", list(islice(_regels(tekst, scheiding), HOOGSTENS)))
    tabel = tabel_van(blad, is_kop) or tabel_van(blad, lambda _: True)
    if tabel is None:
        return Begin(scheiding, [], 1, 0, ())
    fouten = list(tabel._replace(regels=()).fouten())
    if fouten:
        raise GeenTabel(*fouten)
    lezer = _lezer(io.StringIO(tekst, ""), scheiding)
    rijen, breed = next((n, len(rij)) for n, rij in enumerate(lezer, 1) if lezer.line_num >= tabel.kop.nummer)
    if rijen != lezer.line_num:  # DuckDB skips lines that it counts in its own way
        reden = "tot en met de kop mag in een zo groot bestand geen cel van meer dan één regel staan"
        raise GeenTabel(Bevinding(f"regel {tabel.kop.nummer}", "niet_opgenomen", reden))
    return Begin(scheiding, tabel.kop.cellen, breed, lezer.line_num, tuple(tabel._replace(regels=()).opmerkingen()))


def eis_heel(bestand: IO[bytes], begin: Begin) -> None:
    """Raise where a CSV file that is too large to read here is not whole. All of it is gone through, and it is closed.

    DuckDB takes what follows a quote that is never closed as one cell, and does not look at the checksum of a packed file.

    Raises:
        GeenTabel: a quote is not right, or the file ends halfway a line; or it is not UTF-8.
    """
    einde, met_aanhaling = b"", False
    while deel := bestand.read(_STUK):
        einde, met_aanhaling = deel, met_aanhaling or b'"' in deel
    open_einde = not einde.endswith((b"\n", b"\r"))
    if not met_aanhaling and not open_einde:
        return
    bestand.seek(0)
    with io.TextIOWrapper(bestand, "utf-8-sig", newline="") as tekst:
        lezer = _lezer(tekst, begin.scheiding)
        laatste: list[str] = []
        try:
            for rij in lezer:
                laatste = rij
        except csv.Error as fout:
            raise GeenTabel(_geen_csv(lezer.line_num, fout)) from None
        except UnicodeDecodeError:
            raise GeenTabel.bestand(f"is geen UTF-8 (na regel {lezer.line_num}); {_HOE}") from None
    if open_einde and 0 < len(laatste) < len(begin.kop):
        raise GeenTabel(halve_regel(f"regel {lezer.line_num}"))
