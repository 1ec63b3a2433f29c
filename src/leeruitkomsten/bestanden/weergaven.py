"""The sheets of an exported workbook that only show what its list says: whether somebody edited one of them by mistake."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ..fouten import Bevinding
from ..zinnen import citaat
from .als_tabel import matrix
from .blad import cel_van, kolomletters
from .kolommen import kolomnaam

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..raamwerk import Raamwerk
    from .kop import Tabel


def weergavefouten(
    weergaven: Sequence[Tabel], nieuw: Raamwerk, vorige: Raamwerk | None, lijst: str
) -> Iterator[Bevinding]:
    """Yield where a view says something that neither the list does nor the version it was made of."""
    for weergave in weergaven:
        staat = [_regel(weergave.kop.cellen), *(_regel(regel.cellen) for regel in weergave.regels)]
        code = _leerlijn(weergave)
        mogelijk = [_cellen(kader, code) for kader in (nieuw, vorige) if kader and _heeft(kader, code)]
        if code and not mogelijk:
            daar = "dit blad laat alleen zien wat daar staat; zet de criteria daar"
            reden = f"leerlijn {citaat(code)} staat niet op {lijst}, en {daar}"
            yield Bevinding(weergave.blad.waar(weergave.regels[0].nummer), "bestaat_niet", reden)
        elif staat not in mogelijk:
            yield _anders(weergave, staat, mogelijk[0] if mogelijk else [], lijst)


def _leerlijn(weergave: Tabel) -> str:
    """Return the code of the leerlijn that a view is of; nothing where its first line has none."""
    plaats = [kolomnaam(cel) for cel in weergave.kop.cellen].index("leerlijn")
    return weergave.regels[0].cel(plaats) if weergave.regels else ""


def _heeft(kader: Raamwerk, code: str) -> bool:
    return any(lijn.code == code for lijn in kader.leerlijnen)


def _cellen(kader: Raamwerk, code: str) -> list[list[str]]:
    """Return the lines of a leerlijn, as they are read back."""
    return [_regel([cel_van(str(cel)) for cel in regel]) for regel in matrix(kader, kader.leerlijn(code))]


def _regel(cellen: Sequence[str]) -> list[str]:
    """Return a line without the empty cells at its end."""
    gevuld = [plaats for plaats, cel in enumerate(cellen, 1) if cel]
    return [*cellen[: max(gevuld, default=0)]]


def _anders(weergave: Tabel, staat: list[list[str]], hoort: list[list[str]], lijst: str) -> Bevinding:
    """Return the fault for a view that was edited: the first cell that is another."""
    nummers = [weergave.kop.nummer, *(regel.nummer for regel in weergave.regels)]
    leeg: list[str] = []
    regel, plaats, hier, daar = next(
        (regel, plaats, *cellen)
        for regel, (een, ander) in enumerate(zip_longest(staat, hoort, fillvalue=leeg))
        for plaats, cellen in enumerate(zip_longest(een, ander, fillvalue=""))
        if cellen[0] != cellen[1]
    )
    nummer = nummers[regel] if regel < len(nummers) else nummers[-1] + 1
    reden = (
        f"hier staat {citaat(hier)}, en op {lijst} {citaat(daar)}; dit blad laat alleen zien wat daar staat: wijzig het daar, "
        "en zet het hier terug of haal dit blad weg"
    )
    return Bevinding(f"{weergave.blad.waar(nummer)}, kolom {kolomletters(plaats)}", "tegenspraak", reden)
