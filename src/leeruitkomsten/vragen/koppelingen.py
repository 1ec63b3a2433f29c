"""The links of a curriculum as they are given: per module its codes, as pairs, or as a table; read as modules in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from ..codes import is_getal
from ..fouten import OngeldigeVraag, VerkeerdType, weiger
from ..zinnen import citaat
from .kies import waarden
from .moduletabel import Frame, Gelezen, Kolommen, als_moduletabel, is_leeg
from .volgorde import plaatsen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Module: TypeAlias = str | int
"""What a curriculum is made of, by its name or number: a course, a period at a school."""
Cel: TypeAlias = str | Iterable[str] | None
"""The codes of a module: a text with one or more, a list, or nothing."""
Koppelingen: TypeAlias = Mapping[Any, Cel] | Iterable[tuple[Any, Cel]] | Iterable[Mapping[str, Any]] | Frame | Gelezen
"""Per module its codes; or pairs of a module and its codes; or a table of any kind that has a column of each."""

_PAAR = 2
# A comma between digits is a slip within one code: WP2,4a.
_SCHEIDING = re.compile(r"[;\r\n\v\f\x85\u2028\u2029]|(?<!\d),|,(?!\d)")


class Plan:
    """The modules of a curriculum.

    Attributes:
        codes: of each module, in the order of the curriculum, its codes in the order given; empty where it has none.
        plaats: of each module its place in that order; two that are taught at the same time have the same.
    """

    __slots__ = ("_rang", "codes", "plaats")

    def __init__(self, codes: dict[Module, list[object]], plaats: dict[Module, int] | None = None) -> None:
        """Take the codes of each module; without places the modules come one after the other, as they are given."""
        self._rang = {module: nummer for nummer, module in enumerate(plaats or codes)}
        self.codes = {module: codes[module] for module in self._rang}
        self.plaats = plaats or self._rang

    def op_volgorde(self, modules: Iterable[Module]) -> tuple[Module, ...]:
        """Return modules in the order of the curriculum, each once."""
        return tuple(sorted({*modules}, key=self._rang.__getitem__))


def lees_plan(koppelingen: object, kolommen: Kolommen = Kolommen()) -> Plan:  # noqa: B008  # it cannot be changed
    """Return the modules with their codes.

    Raises:
        OngeldigeVraag: a line is no pair, a module has no name, or there is no order by the column for it; the error names all such
            lines. Or columns are named of what is no table.
        GeenKolom: a table has no such columns.
        VerkeerdType: these are no links at all.
    """
    gelezen: dict[Module, list[object]] = {}
    volgorde: list[tuple[str, Module, object]] = []
    fouten: list[OngeldigeVraag] = []
    for waar, delen in _lijnen(koppelingen, kolommen):
        if isinstance(delen, OngeldigeVraag):
            fouten.append(delen)
            continue
        module, codes, *moment = delen
        if not (isinstance(module, str) and module.strip()) and not is_getal(module):
            raad = "; zet de module op elke regel" if module is None else ""
            reden = f"{waar}: een module is een naam of een geheel getal, niet {citaat(module)}{raad}"
            fouten.append(OngeldigeVraag("ongeldige_regel", reden, {"waar": waar, "module": module}))
            continue
        naam: Module = str(module) if isinstance(module, str) else int(cast("int", module))
        gelezen.setdefault(naam, []).extend(codes_in(codes))
        volgorde += ((waar, naam, deel) for deel in moment)
    weiger(fouten)
    return Plan(gelezen, plaatsen(volgorde))


def codes_in(cel: object) -> list[object]:
    """Return the codes in one cell: a text may have several, parted by comma, semicolon or line; an element of a list is one.

    >>> codes_in("WP1.1a, WD2;\\nEvL1"), codes_in(["WP1.1a", None]), codes_in(" ")
    (['WP1.1a', 'WD2', 'EvL1'], ['WP1.1a'], [])
    """
    if isinstance(cel, str):
        delen = [deel.strip() for deel in _SCHEIDING.split(cel)]
        gevuld: list[object] = [deel for deel in delen if deel]
        return gevuld or ([cel.strip()] if cel.strip() else [])
    return [code for code in waarden(cel) if not is_leeg(code)]


def _lijnen(koppelingen: Any, kolommen: Kolommen) -> Iterator[tuple[str, tuple[object, ...] | OngeldigeVraag]]:
    """Yield of every line where it stands, with its module, its codes and, where that was asked for, its moment."""
    tabel = als_moduletabel(koppelingen)
    if tabel is not None:
        yield from tabel.lijnen(kolommen)
        return
    if kolommen != Kolommen():
        gegeven = {naam: kolom for naam, kolom in kolommen._asdict().items() if kolom is not None}
        reden = f"alleen een tabel heeft kolommen: laat {', '.join(f'{naam}=' for naam in gegeven)} weg"
        raise OngeldigeVraag("onbekende_optie", reden, gegeven)
    if hasattr(koppelingen, "items"):
        yield from ((f"module {nummer}", paar) for nummer, paar in enumerate(koppelingen.items(), 1))
    elif isinstance(koppelingen, Iterable) and not isinstance(koppelingen, str | bytes):
        paren = enumerate(cast("Iterable[object]", koppelingen), 1)
        yield from ((f"regel {nummer}", _paar(f"regel {nummer}", paar)) for nummer, paar in paren)
    else:
        raad = "; een bestand lees je eerst met lees_tabel" if isinstance(koppelingen, str) else ""
        reden = f"dekking vraagt per module om zijn codes, of om een tabel, niet om {citaat(koppelingen)}{raad}"
        raise VerkeerdType(reden, {"koppelingen": koppelingen})


def _paar(waar: str, paar: object) -> tuple[object, ...] | OngeldigeVraag:
    is_lijst, is_dict = isinstance(paar, tuple | list), isinstance(paar, Mapping)
    delen = tuple(cast("Iterable[object]", paar)) if is_lijst else ()
    if len(delen) == _PAAR:
        return delen
    staat = "een dict; maak er een paar van: (module, code)" if is_dict else citaat(paar)
    reden = f"{waar}: hier hoort een module met een code, er staat {staat}"
    return OngeldigeVraag("ongeldige_regel", reden, {"waar": waar, "staat": paar})
