"""The links of a curriculum as they are given: per module its codes, as pairs, or as a data frame of two columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from ..codes import is_getal
from ..fouten import OngeldigeVraag, VerkeerdType, weiger
from ..zinnen import citaat
from .kies import waarden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Module: TypeAlias = str | int
"""What a curriculum is made of, by its name or number: a course, a period at a school."""
Koppelingen: TypeAlias = Mapping[Any, str | Iterable[str]] | Iterable[tuple[Any, str]]
"""Per module its codes; or pairs of a module and one code; a pandas or Polars data frame of two columns counts as pairs."""

_PAAR = 2


def per_module(koppelingen: object) -> dict[Module, list[object]]:
    """Return the codes of each module, modules and codes in the order given.

    Raises:
        OngeldigeVraag: a line is no pair, or a module has no name; the error names all such lines.
        VerkeerdType: these are no links at all.
    """
    kolommen = list(getattr(koppelingen, "columns", (0,) * _PAAR))
    if len(kolommen) != _PAAR:
        reden = f"de tabel heeft {len(kolommen)} kolommen; dekking vraagt er twee: eerst de module, dan de code"
        raise OngeldigeVraag("ongeldige_regel", reden, {"kolommen": kolommen})
    gelezen: dict[Module, list[object]] = {}
    fouten: list[OngeldigeVraag] = []
    for waar, paar in _paren(koppelingen):
        delen = _delen(paar)
        if len(delen) != _PAAR:
            is_dict = isinstance(paar, Mapping)
            staat = "een dict; maak er een paar van: (module, code)" if is_dict else citaat(paar)
            reden = f"{waar}: hier hoort een module met een code, er staat {staat}"
            fouten.append(OngeldigeVraag("ongeldige_regel", reden, {"waar": waar, "staat": paar}))
            continue
        module, codes = delen
        if not (isinstance(module, str) and module.strip()) and not is_getal(module):
            reden = f"{waar}: een module is een naam of een geheel getal, niet {citaat(module)}"
            fouten.append(OngeldigeVraag("ongeldige_regel", reden, {"waar": waar, "module": module}))
            continue
        gelezen.setdefault(str(module) if isinstance(module, str) else int(module), []).extend(waarden(codes))
    weiger(fouten)
    return gelezen


def _delen(paar: object) -> tuple[Any, ...]:
    return tuple(cast("Iterable[Any]", paar)) if isinstance(paar, tuple | list) else ()


def _paren(koppelingen: Any) -> Iterator[tuple[str, object]]:
    if hasattr(koppelingen, "itertuples"):
        # NaN, NaT and NA are what pandas has for an empty cell.
        met_leeg = koppelingen.astype(object).where(koppelingen.notna(), None)
        yield from ((f"regel {n}", rij) for n, rij in enumerate(met_leeg.itertuples(index=False, name=None), 1))
    elif hasattr(koppelingen, "items"):
        yield from ((f"module {nummer}", paar) for nummer, paar in enumerate(koppelingen.items(), 1))
    elif hasattr(koppelingen, "iter_rows"):
        yield from ((f"regel {n}", rij) for n, rij in enumerate(koppelingen.iter_rows(), 1))
    elif isinstance(koppelingen, Iterable) and not isinstance(koppelingen, str | bytes):
        yield from ((f"regel {n}", paar) for n, paar in enumerate(cast("Iterable[object]", koppelingen), 1))
    else:
        raise VerkeerdType(
            f"dekking vraagt per module om zijn codes, of om een tabel van twee kolommen, niet om {citaat(koppelingen)}",
            {"koppelingen": koppelingen},
        )
