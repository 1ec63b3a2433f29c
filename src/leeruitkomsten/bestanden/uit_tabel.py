"""From the table that a teacher educator has, in CSV or Excel, to the data of a framework.

Two layouts, told apart by their column names. A *list* has a line per criterium, with the columns `leerlijn`, `niveau`,
`rij` and `criterium`; a *matrix* has a line per row of the document, with the columns `leerlijn` and `rij` and one for each
niveau, headed `1 Oriëntatiefase`, and a bullet per line of text within a cell. The page *A framework of your own*
(`docs/eigen-raamwerk.md`) says how each is filled in.
"""

from __future__ import annotations

import os
import re
import string
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import codes
from ..fouten import Bevinding, OngeldigRaamwerk, citaat
from ..identiteit import FORMAAT, sleutel_van
from ..raamwerk import Raamwerk
from ..velden import tekstfout
from .blad import BIJNA_LEEG, FORMULEFOUT
from .bron import Bron
from .csvbestand import GeenTabel
from .kolommen import NIVEAU, geen_kop, is_kop, is_lijst, kolomnaam, kopfouten
from .raamwerkbestand import uit_gegevens
from .tabelbestand import lees_inhoud

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fouten import Bevindingsoort
    from ..velden import Gebrek
    from .blad import Regel
    from .kop import Tabel

# A minus, asterisk or o is a bullet only where white space follows it: -1 is a number.
_PUNT = re.compile(r"^(?:[•·▪●○‣]\s*|[*–o-](?:\s+|$))")
_OF_SOORT = ", of 'leeruitkomst' of 'begeleiding'"
"""What else than a number the row of a matrix may be called."""


class Tabelregel(NamedTuple):
    """One line of a table: where it stands (for a message), and its cells by column name."""

    waar: str
    cellen: dict[str, str]

    def fout(self, kolom: str, soort: Bevindingsoort, reden: str) -> Bevinding:
        """Return a fault in a cell of this line."""
        return Bevinding(f"{self.waar}, kolom {citaat(kolom)}", soort, reden)


class Punt(NamedTuple):
    """One criterium as a table has it: its place, its text, and the line it comes from."""

    leerlijn: str
    niveau: int
    rij: int
    tekst: str


def uit_tabel(
    bron: Bron,
    *,
    naam: str,
    versie: str,
    datum: str,
    sleutel: str | None = None,
    taal: str = "nl",
    uitgever: str | None = None,
    licentie: str | None = None,
    blad: str | None = None,
) -> Raamwerk:
    """Read a framework from a table in a CSV file or an Excel workbook, and check it.

    Args:
        bron: a path (`.csv` or `.xlsx`), an open file, or bytes; at most 10 MB. *What a table may look like* (`docs/tabellen.md`)
            says how it is read.
        naam: of the framework; like the next two, a table does not say it.
        versie: of the framework, such as `1.0`.
        datum: of that version, as `2026-11-24`.
        sleutel: the key that tells it apart from others: 2 to 40 of a-z, 0-9 and `-`. When it is left out, what remains of the
            name in such characters: give one where another institution may use the same name.
        taal: the language of its texts (BCP 47).
        uitgever: who publishes it, where that is known.
        licentie: under which licence, where that is known.
        blad: the name of the only sheet that is read. When it is left out, every sheet with the columns of a framework is.

    What was passed over (other sheets, titles above the head) or filled in (merged cells) stands in `bron.verantwoording`.

    Raises:
        OngeldigRaamwerk: the table or what follows from it is not sound; every fault is named with sheet, row and column.
        VerkeerdType: `bron` is nothing that can be read.
        OSError: the file cannot be read.
        OntbrekendOnderdeel: an Excel file, and the extra `excel` is not installed.

    The page *A framework of your own* (`docs/eigen-raamwerk.md`) has the two layouts, and this table:

    >>> uit_tabel("ambacht.csv", naam="Leeruitkomsten van het ambacht", versie="1.0", datum="2026-11-24")
    <Raamwerk 1.0: 2 leeruitkomsten, 5 succescriteria>
    """
    try:
        inhoud = lees_inhoud(bron, is_kop, blad=blad)
    except GeenTabel as fout:
        raise OngeldigRaamwerk.van(fout.bevindingen) from None
    tabel = _Tabel()
    tabel.fouten += geen_kop(inhoud)
    for een in inhoud.tabellen:
        tabel.lees(een)
    tabel.fouten += tabel.tekorten()
    if tabel.fouten:
        raise OngeldigRaamwerk.van(tabel.fouten)
    kop = {
        "formaat": FORMAAT,
        "sleutel": sleutel_van(naam) if sleutel is None else sleutel,
        "naam": naam,
        "versie": versie,
        "datum": datum,
        "taal": taal,
        "uitgever": uitgever,
        "licentie": licentie,
    }
    noten = [{"bij": "de tabel", "tekst": opmerking} for opmerking in inhoud.opmerkingen()]
    return uit_gegevens({**kop, **tabel.gegevens(_titel(bron, naam), noten)})


def _titel(bron: Bron, naam: str) -> str:
    """Return what a source is called: its file, or where it has none the framework that it became."""
    pad: Any = bron if isinstance(bron, str | os.PathLike) else getattr(bron, "name", None)
    titel = Path(os.fsdecode(pad)).name if isinstance(pad, str | os.PathLike) else naam  # pyright: ignore[reportUnknownArgumentType]
    return " ".join(unicodedata.normalize("NFC", str(titel)).split())


class _Tabel:
    """What has been read so far, and every fault in it."""

    def __init__(self) -> None:
        self.fouten: list[Bevinding] = []
        self.fase_staat = "in de kop, zoals '1 Start'"
        self.leerlijnen: dict[str, str] = {}
        self.fasen: dict[int, str] = {}
        self.begeleiding: dict[int, str] = {}
        self.uitkomsten: dict[tuple[str, int], str] = {}
        self.punten: list[Punt] = []

    def lees(self, tabel: Tabel) -> None:
        """Read one table, in the layout that its head has."""
        namen = [kolomnaam(cel) for cel in tabel.kop.cellen]
        waar = tabel.blad.waar(tabel.kop.nummer)
        fouten = list(kopfouten(namen, waar))
        self.fouten += fouten
        if any(fout.soort == "te_groot" for fout in fouten):
            return
        niveaus = {naam: vorm for naam in namen if (vorm := NIVEAU.fullmatch(naam))}
        lijst, vorige = is_lijst(namen), ""
        if lijst:
            self.fase_staat = "kolom 'fase'"
        for rij in tabel.regels:
            cellen = {naam: rij.cel(plaats) for plaats, naam in enumerate(namen)}
            regel = Tabelregel(tabel.blad.waar(rij.nummer), cellen)
            onbruikbaar = list(_onbruikbaar(regel, rij, namen, ("criterium",) if lijst else tuple(niveaus)))
            self.fouten += onbruikbaar
            vorige = regel.cellen["leerlijn"] or vorige
            if onbruikbaar:
                continue  # what else is wrong with the line follows from that, or is seen the next time
            if lijst:
                self._lijstregel(regel, vorige)
            else:
                self._matrixregel(regel, vorige, niveaus)

    def _lijstregel(self, regel: Tabelregel, leerlijn: str) -> None:
        self._leerlijn(regel, leerlijn)
        niveau, rij = self._getal(regel, "niveau", 9), None
        if regel.cellen["criterium"]:
            rij = self._getal(regel, "rij", 9999)
        elif regel.cellen["rij"]:
            self.fouten.append(regel.fout("criterium", "leeg", "er staat wel een rij, maar geen criterium"))
        if niveau is None:
            return
        for kolom, doel in (("fase", self.fasen), ("begeleiding", self.begeleiding)):
            self._noteer(regel, kolom, doel, niveau, regel.cellen.get(kolom, ""))
        self._noteer(regel, "leeruitkomst", self.uitkomsten, (leerlijn, niveau), regel.cellen.get("leeruitkomst", ""))
        if rij is not None:
            self._punten(regel, "criterium", leerlijn, niveau, rij)

    def _matrixregel(self, regel: Tabelregel, leerlijn: str, niveaus: dict[str, re.Match[str]]) -> None:
        soort = regel.cellen["rij"].casefold()
        if soort != "begeleiding":
            self._leerlijn(regel, leerlijn)
        rij = None if soort in ("leeruitkomst", "begeleiding") else self._getal(regel, "rij", 9999, _OF_SOORT)
        for kolom, vorm in niveaus.items():
            niveau, tekst = int(vorm[1]), " ".join(regel.cellen[kolom].split())
            self._noteer(regel, kolom, self.fasen, niveau, " ".join(vorm[2].split()))
            if soort == "leeruitkomst":
                self._noteer(regel, kolom, self.uitkomsten, (leerlijn, niveau), tekst)
            elif soort == "begeleiding":
                self._noteer(regel, kolom, self.begeleiding, niveau, tekst)
            elif rij is not None:
                self._punten(regel, kolom, leerlijn, niveau, rij)

    def _leerlijn(self, regel: Tabelregel, leerlijn: str) -> None:
        if not leerlijn:
            self.fouten.append(regel.fout("leerlijn", "leeg", "hier hoort de code van een leerlijn, zoals WP"))
        elif codes.soort_van(leerlijn) != "leerlijn":
            reden = f"{citaat(leerlijn)} is geen code: 1 tot en met 8 hoofdletters"
            self.fouten.append(regel.fout("leerlijn", "verkeerde_vorm", reden))
        self.leerlijnen.setdefault(leerlijn, "")
        self._noteer(regel, "naam", self.leerlijnen, leerlijn, regel.cellen.get("naam", ""))

    def _getal(self, regel: Tabelregel, kolom: str, hoogste: int, anders: str = "") -> int | None:
        tekst = regel.cellen[kolom]
        if re.fullmatch("[1-9][0-9]{0,3}", tekst) and int(tekst) <= hoogste:
            return int(tekst)
        soort: Bevindingsoort = "verkeerde_waarde" if tekst.isdecimal() else "verkeerde_vorm" if tekst else "leeg"
        reden = f"hier hoort een getal van 1 tot en met {hoogste}{anders}, er staat {citaat(tekst)}"
        self.fouten.append(regel.fout(kolom, soort, reden))
        return None

    def _noteer(self, regel: Tabelregel, kolom: str, doel: dict[Any, str], sleutel: object, tekst: str) -> None:
        """Keep a text that may stand in several lines, and must say the same in each."""
        tekst = " ".join(tekst.split())
        if not tekst:
            return
        if fout := _tekstfout(tekst):
            self.fouten.append(regel.fout(kolom, *fout))
        elif doel.get(sleutel) and doel[sleutel] != tekst:
            reden = f"hier staat {citaat(tekst)}, eerder stond er {citaat(doel[sleutel])}"
            self.fouten.append(regel.fout(kolom, "tegenspraak", reden))
        else:
            doel[sleutel] = tekst

    def _punten(self, regel: Tabelregel, kolom: str, leerlijn: str, niveau: int, rij: int) -> None:
        """Keep the criteria of one cell: a bullet per line of text; a line without a bullet goes on with the one before."""
        regels = [deel.strip() for deel in regel.cellen[kolom].splitlines() if deel.strip()]
        punten: list[str] = []
        for deel in regels:
            if punten and _met_punten(regels) and not _PUNT.match(deel):
                punten[-1] += f" {deel}"
            else:
                punten.append(_PUNT.sub("", deel))
        for punt in punten:
            tekst = " ".join(punt.split())
            if fout := _tekstfout(tekst):
                self.fouten.append(regel.fout(kolom, *fout))
            self.punten.append(Punt(leerlijn, niveau, rij, tekst))

    def gegevens(self, bron: str, noten: list[dict[str, str]]) -> dict[str, Any]:
        """Return the data of the framework but for its head; what a table does not say stays empty."""
        niveaus, criteria = range(1, max(self.fasen, default=0) + 1), self._criteria()
        return {
            "bron": {
                "titel": bron, "sha256": "", "verwijzingen": [], "verantwoording": noten, "op_inhoud_geplaatst": [],
            },
            "inleiding": [],
            "niveaus": [
                {"nummer": n, "fase": self.fasen[n], "begeleiding": self.begeleiding.get(n)} for n in niveaus
            ],
            "leerlijnen": [
                {
                    "code": lijn,
                    "naam": self.leerlijnen[lijn],
                    "leeruitkomsten": [
                        {
                            "code": f"{lijn}{n}",
                            "tekst": self.uitkomsten[lijn, n],
                            "succescriteria": criteria.get((lijn, n), []),
                        }
                        for n in niveaus
                    ],
                }
                for lijn in self.leerlijnen
            ],
            "errata": [],
            "vervallen": [],
        }  # fmt: skip

    def _criteria(self) -> dict[tuple[str, int], list[dict[str, str]]]:
        """Return the criteria for each leerlijn and niveau, in order of row; letters go by order in the cell."""
        per_cel: dict[tuple[str, int, int], list[str]] = {}
        for punt in self.punten:
            per_cel.setdefault((punt.leerlijn, punt.niveau, punt.rij), []).append(punt.tekst)
        per_uitkomst: dict[tuple[str, int], list[dict[str, str]]] = {}
        for (lijn, niveau, rij), teksten in sorted(per_cel.items()):
            per_uitkomst.setdefault((lijn, niveau), []).extend(
                {"code": f"{lijn}{niveau}.{rij}{letter}", "tekst": tekst}
                for letter, tekst in zip(string.ascii_lowercase, teksten, strict=False)
            )
        return per_uitkomst

    def tekorten(self) -> Iterator[Bevinding]:
        """Yield what a framework needs and the table does not say."""
        hoogste = max(
            (*self.fasen, *(niveau for _, niveau in self.uitkomsten), *(p.niveau for p in self.punten)), default=0
        )
        for niveau in range(1, hoogste + 1):
            if not self.fasen.get(niveau):
                yield Bevinding(f"niveau {niveau}", "ontbreekt", f"de naam van de fase ontbreekt ({self.fase_staat})")
        for lijn, naam in self.leerlijnen.items():
            if not naam:
                yield Bevinding(f"leerlijn {lijn!r}", "ontbreekt", "de naam ontbreekt (kolom 'naam')")
            for niveau in range(1, hoogste + 1):
                if not self.uitkomsten.get((lijn, niveau)):
                    waar = f"leerlijn {lijn!r}, niveau {niveau}"
                    yield Bevinding(waar, "ontbreekt", "de tekst van de leeruitkomst ontbreekt")
        vol = Counter((p.leerlijn, p.niveau, p.rij) for p in self.punten)
        for (lijn, niveau, rij), aantal in vol.items():
            if aantal > len(string.ascii_lowercase):
                waar = f"leerlijn {lijn!r}, niveau {niveau}, rij {rij}"
                yield Bevinding(waar, "te_groot", f"er passen 26 punten in een cel, er staan er {aantal}")
        if not self.leerlijnen and not self.fouten:
            yield Bevinding("de tabel", "leeg", "er staat geen enkele regel in")


def _onbruikbaar(regel: Tabelregel, rij: Regel, namen: list[str], inhoud: tuple[str, ...]) -> Iterator[Bevinding]:
    """Yield the cells of a line that hold no text, or an error of a formula; and merged ones where a text stands for itself."""
    for plaats, naam in enumerate(namen):
        cel = rij.cel(plaats)
        if plaats in rij.gebreken:
            yield regel.fout(naam, *rij.gebreken[plaats])
        elif re.fullmatch(FORMULEFOUT, cel):
            yield regel.fout(naam, "verkeerde_waarde", f"de formule geeft een fout: {cel}")
        elif cel and naam in inhoud and plaats in rij.samengevoegd:
            reden = f"{rij.samengevoegd[plaats]} is samengevoegd; splits die cellen, en vul in wat waar hoort"
            yield regel.fout(naam, "verkeerde_plaats", reden)


def _tekstfout(tekst: str) -> Gebrek | None:
    """Return what is wrong with a text; one that may stand for an empty cell is asked about, and never becomes a criterium."""
    if tekst.casefold() in BIJNA_LEEG:
        return "verkeerde_waarde", f"{citaat(tekst)} lijkt een lege cel; laat hem leeg, of schrijf de hele tekst"
    return tekstfout(tekst)


def _met_punten(regels: list[str]) -> bool:
    return bool(_PUNT.match(regels[0]))
