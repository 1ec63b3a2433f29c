"""Reads the list of students, of whatever kind it is, at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from ..bestanden.tabelinhoud import Tabelinhoud
from ..fouten import OngeldigeVraag, VerkeerdType, eis_kolommen
from ..vragen.moduletabel import is_lijst_van_dicts, ontbreekt
from ..zinnen import citaat
from .in_python import per_kolom
from .rooster import GENOEMD, Celsoort, Rooster, meer_groepen, soort_van
from .soorten import Frame, Pad

Studenten: TypeAlias = Iterable[object] | Frame | Pad
"""A list of students: their keys, or a table of any kind with a line for each."""
_WAT = "studenten is een lijst, een kolom of een tabel met wie er meetelt"


def lees_rooster(studenten: Any, per: Sequence[str], kolommen: Sequence[str]) -> Rooster:
    """Return who is on a list.

    Args:
        studenten: of any kind that evidence may have, with the columns; or, for one column, its values.
        per: the columns that say who somebody is.
        kolommen: these, and those that say of which group they are.

    Raises:
        VerkeerdType: it is no list of students, or its values cannot be keys.
        GeenKolom: it does not have the columns.
        OngeldigeVraag: a cell is empty, or somebody stands in two groups.
    """
    waarden = _waarden(studenten, tuple(kolommen))
    soorten: dict[str, Celsoort] = {naam: _soort(naam, cellen) for naam, cellen in zip(kolommen, waarden, strict=True)}
    regels = dict.fromkeys(zip(*waarden, strict=True))
    if len(set(zip(*waarden[: len(per)], strict=True))) < len(regels):
        keren = Counter(regel[: len(per)] for regel in regels)
        twee = [wie for wie, aantal in keren.items() if aantal > 1]
        reden = meer_groepen(per, kolommen[len(per) :], twee[:GENOEMD], len(twee))
        raise OngeldigeVraag("ongeldige_regel", reden, {"wie": tuple(twee)})
    if len(regels) < len(waarden[0]):
        waarden = [list(kolom) for kolom in zip(*regels, strict=True)]
    return Rooster(dict(zip(kolommen, waarden, strict=True)), soorten)


def _soort(naam: str, cellen: Sequence[Any]) -> Celsoort:
    if leeg := cellen.count(None):
        regels = "1 regel" if leeg == 1 else f"{leeg} regels"
        raise OngeldigeVraag(
            "ongeldige_regel", f"bij studenten is de kolom {citaat(naam)} leeg in {regels}", {"kolom": naam}
        )
    soorten = {soort_van(een_van) for een_van in dict(zip(map(type, cellen), cellen, strict=True)).values()} or {
        "tekst"
    }
    (soort,) = soorten if len(soorten) == 1 else (None,)
    if soort not in ("tekst", "getal"):
        typen = " en ".join(sorted({type(cel).__name__ for cel in cellen}))
        reden = (
            f"bij studenten heeft de kolom {citaat(naam)} het type {typen}; een sleutel is tekst of een geheel getal"
        )
        raise VerkeerdType(reden, {naam: typen})
    return soort


def _waarden(studenten: Any, kolommen: tuple[str, ...]) -> list[list[Any]]:
    """Return the values of each column, `None` for an empty cell."""
    regels = _regels(studenten)
    if regels is not None:
        if regels:
            eis_kolommen(kolommen, dict.fromkeys(naam for regel in regels for naam in regel), "studenten")
        return [_cellen(regel.get(naam) for regel in regels) for naam in kolommen]
    if isinstance(studenten, str | os.PathLike):
        from .in_bestand import relatie

        return per_kolom(relatie(cast("str", studenten), *kolommen).tabel.fetchall(), len(kolommen))
    tabel = _als_tabel(studenten)
    if hasattr(tabel, "columns"):
        return _van_frame(tabel, kolommen)
    if len(kolommen) > 1:
        reden = f"{_WAT}; hier hoort een tabel met de kolommen {', '.join(map(citaat, kolommen))}"
        raise VerkeerdType(reden, {"studenten": type(studenten).__name__})
    return [_cellen(_lijst(studenten))]


def _regels(studenten: Any) -> Sequence[Mapping[str, Any]] | None:
    if isinstance(studenten, Tabelinhoud):
        return studenten.regels
    return studenten if is_lijst_van_dicts(studenten) and studenten else None


def _als_tabel(studenten: Any) -> Any:
    """Return a table of an engine where it was given as a plan to make one."""
    soort, naam = type(studenten).__module__.partition(".")[0], type(studenten).__name__
    if (soort, naam) == ("polars", "LazyFrame"):
        return studenten.collect()
    return studenten.to_table() if soort == "pyarrow" and naam.endswith("Dataset") else studenten


def _van_frame(tabel: Any, kolommen: tuple[str, ...]) -> list[list[Any]]:
    """Return the columns of the frame of an engine, each asked in its own words."""
    soort = type(tabel).__module__.partition(".")[0]
    namen = tabel.schema.names if soort == "pyarrow" else tabel.columns
    eis_kolommen(kolommen, namen, "studenten")
    if soort in ("pyspark", "duckdb", "_duckdb"):
        plekken = [list(namen).index(naam) for naam in kolommen]
        rijen = tabel.collect() if soort == "pyspark" else tabel.fetchall()
        return per_kolom([tuple(rij[plek] for plek in plekken) for rij in rijen], len(kolommen))
    return [_cellen(_lijst(tabel[naam])) for naam in kolommen]


def _lijst(kolom: Any) -> Iterable[Any]:
    """Return the values of a column of an engine, or of anything that can be gone through."""
    for naam in ("to_pylist", "to_list", "tolist"):
        if hasattr(kolom, naam):
            return cast("list[Any]", getattr(kolom, naam)())
    if isinstance(kolom, bytes) or not hasattr(kolom, "__iter__"):
        raise VerkeerdType(f"{_WAT}, geen {type(kolom).__name__}", {"studenten": type(kolom).__name__})
    return cast("Iterable[Any]", kolom)


def _cellen(waarden: Iterable[Any]) -> list[Any]:
    kolom = list(waarden)
    return kolom if set(map(type, kolom)) <= {str, int} else [None if ontbreekt(cel) else cel for cel in kolom]
