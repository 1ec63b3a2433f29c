"""The order of modules by a column that says so: a number, a date, or a period such as `1.2` or `blok 3`.

What can be ordered in more than one way is refused: in text `blok 1 jaar 2` comes before `blok 2 jaar 1`, in time it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar, cast

from ..codes import is_getal
from ..fouten import OngeldigeVraag, weiger
from ..zinnen import citaat
from .moduletabel import is_leeg

M = TypeVar("M")
_Moment: TypeAlias = tuple[str, tuple[float, ...]]
"""What stands before the numbers, which is the same in a whole column; and the numbers."""

_PERIODE = re.compile(r"((?:[^\W\d_]\D*?)?)([0-9]{1,9}(?:[.-][0-9]{1,9})*)")
_DAG_VOORAAN = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_HOE = "een getal, een datum als jjjj-mm-dd, of een periode als 1.2 of blok 3"


def plaatsen(regels: Iterable[tuple[str, M, object]]) -> dict[M, int]:
    """Return the place of each module, in order: from 0, the same for modules of the same moment.

    Args:
        regels: where each line stands, its module, and what its column says of the moment.

    A line may leave its moment out where another of the same module has it.

    Raises:
        OngeldigeVraag: a moment is none, or of another kind than the first; or a module has none, or two. The error names all such
            lines, and of a module without a moment the first.
    """
    momenten: dict[M, _Moment] = {}
    gezegd: dict[M, object] = {}
    fouten: list[OngeldigeVraag] = []
    zonder: dict[M, str] = {}
    for waar, module, gegeven in regels:
        if is_leeg(gegeven):
            zonder.setdefault(module, waar)
            continue
        moment = _moment(gegeven)
        if moment is None:
            reden = f"de volgorde is {_HOE}, niet {citaat(gegeven)}"
        elif momenten and moment[0] != next(iter(momenten.values()))[0]:
            reden = f"{citaat(gegeven)} is niet te ordenen met {citaat(next(iter(gezegd.values())))}"
        elif momenten.setdefault(module, moment) != moment:
            reden = f"module {citaat(module)} staat op {citaat(gegeven)}, en eerder op {citaat(gezegd[module])}"
        else:
            gezegd.setdefault(module, gegeven)
            continue
        fouten.append(OngeldigeVraag("ongeldige_regel", f"{waar}: {reden}", {"waar": waar, "volgorde": gegeven}))
    fouten += (
        OngeldigeVraag("ongeldige_regel", f"{waar}: hier staat geen volgorde van {citaat(module)}", {"waar": waar})
        for module, waar in zonder.items()
        if module not in momenten
    )
    weiger(fouten)
    return _genummerd(momenten)


def _genummerd(momenten: Mapping[M, _Moment]) -> dict[M, int]:
    nummers: Sequence[_Moment] = sorted({*momenten.values()})
    plek = {moment: nummer for nummer, moment in enumerate(nummers)}
    return {module: plek[momenten[module]] for module in sorted(momenten, key=lambda module: plek[momenten[module]])}


def _moment(gegeven: object) -> _Moment | None:
    """Return what is said of a moment so that it can be ordered; `None` for what says nothing."""
    if is_getal(gegeven):
        return ("", (int(cast("int", gegeven)),))  # any whole number, of NumPy too
    if isinstance(gegeven, float):
        return ("", (gegeven,))
    tekst = gegeven.isoformat()[:10] if isinstance(gegeven, date) else gegeven
    if not isinstance(tekst, str) or _DAG_VOORAAN.fullmatch(tekst.strip()):
        return None
    gevonden = _PERIODE.fullmatch(" ".join(tekst.split()))
    if gevonden is None:
        return None
    return (gevonden[1].strip().casefold(), tuple(map(int, re.split("[.-]", gevonden[2]))))
