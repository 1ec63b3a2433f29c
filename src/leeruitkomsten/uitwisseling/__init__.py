"""Exchange (uitwisseling): the framework in the formats that other systems import, back from some, and what a system still says.

Each format has a module of its own: a pure function from `Raamwerk` to the bytes of one file, with what the importer asks and
what is lost in its docstring. The same framework gives the same bytes on every run and machine: dates come from the framework,
ids from its codes. How an administrator does the import stands in the docs, a page per system.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Literal, Unpack, get_args, overload

from ..bestanden import raamwerkbestand
from ..bestanden.bewaren import Doel, bewaar
from ..bestanden.bron import GRENS, Bron
from ..fouten import OngeldigeVraag, weiger
from ..raamwerk import Raamwerk
from ..zelfde import eis_raamwerk
from ..zinnen import citaat, opsomming
from . import opties as keuzes
from .opties import Formaat, Itemsoort, Leesbaar

__all__ = ["formaten", "lees", "opties_van", "schrijf"]

_MODULE = {"case": "case.schrijven", "csv": "platte_csv", "json": "raamwerkjson", "xlsx": "werkmap"}
"""The module that writes a format, where it has another name."""


def formaten() -> tuple[Formaat, ...]:
    """Return the formats that `schrijf` knows.

    >>> formaten()[:3]
    ('canvas', 'moodle', 'case')
    """
    return get_args(Formaat)


def opties_van(formaat: Formaat) -> dict[str, Any]:
    """Return the options of a format by name, each with its value when nobody asks for another; `None` where one must.

    Raises:
        OngeldigeVraag: there is no such format.

    >>> opties_van("case")
    {'versie': '1.1', 'base_uri': None, 'precedes_criteria': False}
    """
    return keuzes.standaard(_module(formaat).schrijf)


@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["canvas"], doel: Doel | None = None, **opties: Unpack[keuzes.Canvas]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["moodle"], doel: Doel | None = None, **opties: Unpack[keuzes.Moodle]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["case"], doel: Doel | None = None, **opties: Unpack[keuzes.Case]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["skos"], doel: Doel | None = None, **opties: Unpack[keuzes.Skos]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["mahara"], doel: Doel | None = None, **opties: Unpack[keuzes.Mahara]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["openbadges"], doel: Doel | None = None, **opties: Unpack[keuzes.OpenBadges]
) -> bytes: ...
@overload
def schrijf(
    raamwerk: Raamwerk, formaat: Literal["csv"], doel: Doel | None = None, **opties: Unpack[keuzes.Csv]
) -> bytes: ...
@overload
def schrijf(raamwerk: Raamwerk, formaat: Formaat, doel: Doel | None = None) -> bytes: ...
def schrijf(raamwerk: Raamwerk, formaat: Formaat, doel: Doel | None = None, **opties: Any) -> bytes:
    """Return a framework as the bytes of a file that another system imports, and write them to `doel` if there is one.

    Args:
        raamwerk: the framework.
        formaat: one of `formaten()`.
        doel: a path, which is written as a whole or not at all (a file that is there is replaced; a pipe or device is written
            into), or an open file (text or binary).
        opties: what the format can be asked; its docs page lists them.

    Raises:
        OngeldigeVraag: there is no such format, options do not exist or have values that they cannot have (the error names all
            of them), or the framework does not fit the format: the error names every text that is too long, or every id
            that the importer would refuse. Nothing is written.
        VerkeerdType: this is no framework, or `doel` is nothing that can be written to.
        OntbrekendOnderdeel: the format needs an extra that is not installed; the text names it.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> schrijf(lu.laad(), "csv").decode().splitlines()[0]
    'criterium,leerlijn,niveau,fase,leeruitkomst,rij,rij_naam,letter,notatie,tekst'
    """
    eis_raamwerk(raamwerk)
    module = _module(formaat)
    weiger(_optiefouten(formaat, module, opties))
    return bewaar(module.schrijf(raamwerk, **opties), doel)


def _optiefouten(formaat: str, module: Any, opties: dict[str, object]) -> Iterator[OngeldigeVraag]:
    """Yield everything that is wrong with options: names, then values by their types, then what the importer would refuse."""
    yield from keuzes.vreemd(formaat, module.schrijf, opties)
    verkeerd = keuzes.verkeerd(module.schrijf, opties)
    yield from verkeerd.values()
    if hasattr(module, "optiefouten"):
        alle = {**keuzes.standaard(module.schrijf), **opties}
        yield from module.optiefouten({naam: waarde for naam, waarde in alle.items() if naam not in verkeerd})


def lees(  # one for each thing that a package may not say
    bron: Bron,
    formaat: Leesbaar,
    *,
    grens: int = GRENS,
    typen: Mapping[str, Itemsoort] | None = None,
    naam: str | None = None,
    versie: str | None = None,
    datum: str | None = None,
    sleutel: str | None = None,
    taal: str | None = None,
    uitgever: str | None = None,
    licentie: str | None = None,
) -> Raamwerk:
    """Read a whole framework, as another system or `schrijf` wrote it.

    Of a CASE package and a table, what was left out, filled in or changed stands in `bron.verantwoording` of the framework.

    Args:
        bron: a path, an open file (text or binary), or the bytes of the file.
        formaat: `case` (1.0 or 1.1), `json` (the file of a framework), or `xlsx` or `csv`: a table as `uit_tabel` reads it, which
            takes the workbook of `schrijf` back whole. The flat CSV is none: it has no texts of leeruitkomsten; `vergelijk` reads it.
        grens: the largest size of a `case` or `json` that is accepted, in bytes; that of tables is fixed.
        typen: for `case` what each type of item is in a framework, by the name of the type, where that is not plain: `leerlijn`,
            `leeruitkomst`, `niveau`, `rij`, `succescriterium`, `evl`, or `overslaan`. Items without a type go by their layer
            (`laag 2`); `CFRubric` says whether rubrics are read (`leerlijn`) or the tree (`overslaan`).
        naam: of the framework, like those below; what is left out is as the package says. A table says none of them: it needs
            this one and `datum`. A `json` says all of them: it can be given none.
        versie: such as `2.1`; without one it is `1.0`.
        datum: of that version, as `2026-11-24`; items of `case` that end after it have not ended yet.
        sleutel: what tells it apart from others; else it follows from the name.
        taal: the language of its texts (BCP 47).
        uitgever: who publishes it.
        licentie: under which licence.

    Raises:
        OngeldigeVraag: the format cannot be read, a type is read as something that does not exist, or something is given that
            the format says itself, or left out that it does not say.
        OngeldigRaamwerk: the file is not sound, or it is not plain how it can be a framework; `.bevindingen` names what is asked
            first, then each fault.
        VerkeerdType: `bron` is nothing that can be read.
        OSError: the file cannot be opened or read.
        OntbrekendOnderdeel: an `xlsx`, and the extra `excel` is not installed.

    >>> import leeruitkomsten as lu
    >>> lees(schrijf(lu.laad(), "case"), "case") == lees(schrijf(lu.laad(), "json"), "json") == lu.laad()
    True
    """
    if formaat not in get_args(Leesbaar):
        reden = f"{citaat(formaat)} kan niet gelezen worden; alleen {opsomming(get_args(Leesbaar), 'of')}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"formaat": formaat, "mogelijk": get_args(Leesbaar)})
    gegeven = {
        "naam": naam, "versie": versie, "datum": datum, "sleutel": sleutel, "taal": taal, "uitgever": uitgever,
        "licentie": licentie,
    }  # fmt: skip
    kop = {veld: waarde for veld, waarde in gegeven.items() if waarde is not None}
    if formaat == "case":
        from .case.lezen import lees as lees_case

        return lees_case(bron, grens, typen, kop)
    weiger(_kopfouten(formaat, kop, typen))
    if formaat == "json":
        return raamwerkbestand.lees(bron, grens=grens)
    from ..bestanden.uit_tabel import lees_in

    return lees_in(bron, {**gegeven, "versie": versie or "1.0"}).raamwerk


def _kopfouten(formaat: str, kop: Mapping[str, str], typen: Mapping[str, Itemsoort] | None) -> Iterator[OngeldigeVraag]:
    """Yield what was given to read a file with that says it itself, or left out where it does not."""
    if typen is not None:
        yield OngeldigeVraag("onbekende_optie", f"typen= is voor case; {formaat} heeft geen types", {"typen": typen})
    if formaat == "json":
        if kop:
            reden = f"een json zegt zelf wat het is; laat {' en '.join(f'{veld}=' for veld in kop)} weg"
            yield OngeldigeVraag("onbekende_optie", reden, kop)
    elif mist := [veld for veld in ("naam", "datum") if veld not in kop]:
        reden = f"een tabel zegt niet wat {' en '.join(mist)} is; geef {' en '.join(f'{veld}=' for veld in mist)} op"
        yield OngeldigeVraag("ontbrekende_optie", reden, dict.fromkeys(mist))


def _module(formaat: str) -> Any:
    if formaat not in formaten():
        reden = f"{citaat(formaat)} is geen formaat; kies uit: {', '.join(formaten())}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"formaat": formaat, "mogelijk": formaten()})
    return import_module(f".{_MODULE.get(formaat, formaat)}", __name__)
