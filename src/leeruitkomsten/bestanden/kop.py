"""The head of a table: which line has the names of the columns, and what stands above it and does not count."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..fouten import Bevinding, GeenKolom
from ..zinnen import citaat
from .blad import kolomletters, naam_van

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .blad import Blad, Regel

    IsKop = Callable[[list[str]], bool]
    """Says whether the cells of a line are the names of the columns that are asked for."""

GENOEMD = 10
HOOGSTENS = 20
"""Among so many lines that hold anything the head is looked for."""


class Tabel(NamedTuple):
    """A sheet whose head was found: the names of its columns, the lines below it, and what was passed over above it."""

    blad: Blad
    kop: Regel
    namen: list[str]
    regels: Sequence[Regel]
    titels: Sequence[Regel]
    is_kop: IsKop

    def fouten(self) -> Iterator[Bevinding]:
        """Yield what keeps the whole table from being read: lines that do not fit the head, and a head that comes again."""
        breed = len(self.namen)
        for regel in self.titels:
            gevuld = list(regel.eigen())
            if len(gevuld) > 1:
                reden = f"hier staat {' | '.join(map(citaat, gevuld[:3]))}, boven de kop van regel {self.kop.nummer}"
                yield Bevinding(self.blad.waar(regel.nummer), "niet_opgenomen", reden)
        for regel in self.regels:
            if self.is_kop(regel.cellen):
                reden = (
                    f"hier staat nog een kop, na die van regel {self.kop.nummer}; zijn het twee tabellen onder elkaar?"
                )
                yield Bevinding(self.blad.waar(regel.nummer), "dubbel", reden)
                continue
            if regel.open_einde and regel.breed < breed:
                yield halve_regel(self.blad.waar(regel.nummer))
            for plaats, bereik in regel.samengevoegd.items():
                if _over_kolommen(bereik):
                    reden = f"{bereik} is samengevoegd over kolommen; splits die cellen, en vul in wat waar hoort"
                    yield Bevinding(self.waar(regel, plaats), "verkeerde_plaats", reden)
        yield from self._zonder_naam()

    def _zonder_naam(self) -> Iterator[Bevinding]:
        """Yield the columns without a name that hold something: of each where it stands first, and in how many lines."""
        breed = len(self.namen)
        gevuld: dict[int, list[Regel]] = {}
        for regel in self.regels:
            if self.is_kop(regel.cellen):
                continue
            for plaats in range(len(regel.cellen)):
                if regel.cellen[plaats] and (plaats >= breed or not self.namen[plaats]):
                    gevuld.setdefault(plaats, []).append(regel)
        for plaats, regels in gevuld.items():
            cel = regels[0].cellen[plaats]
            meer = f", en nog in {len(regels) - 1} andere" if len(regels) > 1 else ""
            index = plaats == 0 and all(regel.cellen[0] == str(nummer) for nummer, regel in enumerate(self.regels))
            raad = "; is het de index van pandas? bewaar de tabel dan met index=False" if index else ""
            yield Bevinding(
                self.waar(regels[0], plaats),
                "niet_opgenomen",
                f"{citaat(cel)} staat in een kolom zonder naam{meer}{raad}",
            )

    def waar(self, regel: Regel, plaats: int) -> str:
        """Return the place of a cell, in Dutch: by the name of its column where that has one, else by its letters."""
        naam = self.kop.cel(plaats)
        return f"{self.blad.waar(regel.nummer)}, kolom {citaat(naam) if naam else kolomletters(plaats)}"

    def opmerkingen(self) -> Iterator[str]:
        """Yield what a reader should know of how the table was read, in Dutch."""
        if self.titels:
            tekst = ", ".join(citaat(cel) for regel in self.titels for cel in regel.eigen())
            yield f"{self.blad.waar(self.titels[0].nummer)}: boven de kop staat {tekst}; dat telt niet mee"
        yield from self.blad.opmerkingen()
        if verborgen := [str(regel.nummer) for regel in self.regels if regel.verborgen]:
            meer = ", …" if len(verborgen) > GENOEMD else ""
            yield f"{self.blad}: wat verborgen is telt wel mee (regel {', '.join(verborgen[:GENOEMD])}{meer})"
        bereiken = dict.fromkeys(bereik for regel in self.regels for bereik in regel.samengevoegd.values())
        if bereiken:
            yield f"{self.blad}: de tekst van samengevoegde cellen geldt voor elk ervan ({', '.join(bereiken)})"


def halve_regel(waar: str) -> Bevinding:
    """Return that a file ends in a line that is shorter than its head and has no line end."""
    reden = "de laatste regel houdt halverwege op; is het bestand helemaal binnen? Zo ja: zet er een regeleinde achter"
    return Bevinding(waar, "ontbreekt", reden)


def _over_kolommen(bereik: str) -> bool:
    begin, _, einde = bereik.partition(":")
    return begin.rstrip("0123456789") != einde.rstrip("0123456789")


def tabel_van(blad: Blad, is_kop: IsKop) -> Tabel | None:
    """Return a sheet with its head, which is the first line that has the columns asked for; `None` where none has them."""
    for plaats, regel in enumerate(islice(blad.regels, HOOGSTENS)):
        if is_kop(regel.cellen):
            namen = [naam_van(cel) for cel in regel.cellen]
            return Tabel(blad, regel, namen, blad.regels[plaats + 1 :], blad.regels[:plaats], is_kop)
    return None


def kop_met(kolommen: Sequence[str]) -> IsKop:
    """Return what says whether cells are a head with these columns."""
    gevraagd = {*map(naam_van, kolommen)}
    return lambda cellen: gevraagd <= {*map(naam_van, cellen)}


def kies_kolommen(kop: Sequence[str], kolommen: Sequence[str], waar: str) -> dict[str, int]:
    """Return where each column stands in a head: the one that is called so, or the only one but for capitals and white space.

    Raises:
        GeenKolom: one is not there, or more than once; all of those are named.
    """
    namen = list(map(naam_van, kop))
    plaatsen = {
        naam: [plaats for plaats, cel in enumerate(kop) if cel == naam]
        or [plaats for plaats, cel in enumerate(namen) if cel == naam_van(naam)]
        for naam in kolommen
    }
    mist = tuple(naam for naam, gevonden in plaatsen.items() if not gevonden)
    dubbel = tuple(naam for naam, gevonden in plaatsen.items() if len(gevonden) > 1)
    if mist or dubbel:
        raise GeenKolom(mist, dubbel, tuple(cel for cel in kop if cel), waar)
    return {naam: gevonden[0] for naam, gevonden in plaatsen.items()}
