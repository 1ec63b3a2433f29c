"""Exchange (uitwisseling): the framework in the formats that other systems import, back from some, and what a system still says.

Each format has a module of its own: a pure function from `Raamwerk` to the bytes of one file, with what the importer asks and
what is lost in its docstring. The same framework gives the same bytes on every run and machine: dates come from the framework,
ids from its codes. How an administrator does the import stands in the docs, a page per system.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Literal, Unpack, get_args, overload

from ..bestanden.bewaren import Doel, bewaar
from ..bestanden.bron import GRENS, Bron
from ..fouten import OngeldigeVraag, weiger
from ..raamwerk import Raamwerk
from ..zelfde import eis_raamwerk
from ..zinnen import citaat, kies_uit, opsomming
from . import opties as keuzes
from .nalopen.uitkomst import Afwijking, Naloop
from .opties import Formaat, Itemsoort, Leesbaar, Naloopbaar, Sjabloonsoort

__all__ = [
    "Afwijking", "Naloop", "formaten", "lees", "lees_opties", "opties_van", "schrijf", "sjabloon", "vergelijk",
]  # fmt: skip

_MODULE = {"case": "case.schrijven", "csv": "platte_csv", "json": "raamwerkjson", "xlsx": "werkmap"}
"""The module that writes a format, where it has another name."""


def formaten() -> tuple[Formaat, ...]:
    """Return the formats that `schrijf` knows.

    >>> formaten()[:3]
    ('canvas', 'moodle', 'case')
    """
    return get_args(Formaat)


def opties_van(formaat: Formaat | Naloopbaar) -> dict[str, Any]:
    """Return the options of a format by name, each with its value when nobody asks for another; `None` where one must.

    Raises:
        OngeldigeVraag: there is no such format.

    >>> opties_van("case")
    {'versie': '1.0', 'base_uri': None, 'naamruimte': None, 'rubrieken': True, 'precedes_criteria': False}
    """
    return keuzes.standaard(_kiest(formaat))


def lees_opties(formaat: Formaat | Naloopbaar, opties: Iterable[str]) -> dict[str, Any]:
    """Return options of a format that were written as text, as the values that `schrijf` takes.

    Args:
        formaat: one of `formaten()`.
        opties: each as `naam=waarde`. What is on or off is `ja` or `nee`; of a list the parts have semicolons between them, or
            else commas; nothing at all is no value (`None`); `tab` or `\\t` is a tab.

    Raises:
        OngeldigeVraag: there is no such format, or options are not written like that, do not exist, or cannot have that value; the
            error names all of them.

    >>> lees_opties("moodle", ["schaal=Nog niet,Deels,Wel", "aangetoond=Deels,Wel", "evl=nee"])
    {'schaal': ('Nog niet', 'Deels', 'Wel'), 'aangetoond': ('Deels', 'Wel'), 'evl': False}
    """
    gekozen, fouten = keuzes.uit_tekst(_kiest(formaat), opties)
    weiger([*fouten, *_optiefouten(formaat, gekozen)])
    return gekozen


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
    raamwerk: Raamwerk, formaat: Literal["ooapi"], doel: Doel | None = None, **opties: Unpack[keuzes.Ooapi]
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
    weiger(_optiefouten(formaat, opties))
    return bewaar(module.schrijf(raamwerk, **opties), doel)


def _kiest(formaat: str) -> Any:
    """Return what has the options of a format as its keywords: what writes it, or what is expected where nothing is written."""
    if formaat == "brightspace":
        return import_module(".nalopen.brightspace", __name__).verwacht
    return _module(formaat).schrijf


def _optiefouten(formaat: str, opties: dict[str, object]) -> Iterator[OngeldigeVraag]:
    """Yield everything that is wrong with options: names, then values by their types, then what the importer would refuse."""
    kiest = _kiest(formaat)
    yield from keuzes.vreemd(formaat, kiest, opties)
    verkeerd = keuzes.verkeerd(kiest, opties)
    yield from verkeerd.values()
    alle: dict[str, Any] = {**keuzes.standaard(kiest), **opties}
    module = import_module(kiest.__module__)
    if hasattr(module, "SOORTEN") and "soort" not in verkeerd:
        yield from keuzes.buiten_soort(module.SOORTEN, alle["soort"], opties)
    if hasattr(module, "optiefouten"):
        yield from module.optiefouten({naam: waarde for naam, waarde in alle.items() if naam not in verkeerd})


def lees(
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
            takes the workbook of `schrijf` back whole. The flat CSV is none, for it lacks texts; `vergelijk` reads it.
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
        from ..bestanden import raamwerkbestand

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


def vergelijk(raamwerk: Raamwerk, bron: Bron, formaat: Naloopbaar, *, grens: int = GRENS, **opties: Any) -> Naloop:
    """Say what a system holds otherwise than a framework: of a file that it exported, or of one of our tables that was edited.

    Things are found by their codes. Reported is what is not there (`ontbreekt`), what the framework does not know (`onbekend`),
    what says something else (`andere_tekst`), what is there twice (`dubbel`), what stands under something else
    (`andere_plaats`), and what has no code (`zonder_code`). No differences are: how HTML is written, short names that are
    the beginning of the text beside them, what a database cut off at 65,535 bytes, order, and whatever a system adds or leaves
    out besides texts, places and the scale on which people rate.

    Args:
        raamwerk: the framework.
        bron: a path, an open file, or bytes.
        formaat: what the file is: `canvas` (its outcomes CSV), `moodle` (its own export of a competency framework), `case` (a
            package of any server, 1.0 or 1.1), `brightspace` (outcome sets of its API), `mahara` (a `.matrix`), `csv` or `xlsx`
            (our tables).
        grens: the largest size that is accepted, in bytes; that of our tables is fixed.
        opties: those with which the file that was imported was written, where they were not the usual ones: `opties_van(formaat)`.
            Of `brightspace` there is one: `criteria`, `"geen"` where only leerlijnen and leeruitkomsten were put in. Files of
            another `soort`, such as rubrics, cannot be compared.

    Raises:
        OngeldigeVraag: there is no such format or option.
        OngeldigBestand: the file is no such export, or nothing in it is of this framework; `.bevindingen` names every fault.
        GeenKolom: a column is not there, or twice.
        VerkeerdType: this is no framework, or `bron` is nothing that can be read.
        OSError: the file cannot be read.
        OntbrekendOnderdeel: an Excel file, and the extra `excel` is not installed.

    >>> import leeruitkomsten as lu
    >>> uitvoer = schrijf(lu.laad(), "csv")
    >>> vergelijk(lu.laad(), uitvoer, "csv").gelijk
    True
    >>> print(vergelijk(lu.laad(errata=True), uitvoer, "csv")[0])
    de tekst van WP2.5b is daar anders (regel 13): Je houdt rekening met de sociaal[--emotionele-] {+emotionele+} ontwikkeling.
    """
    eis_raamwerk(raamwerk)
    if formaat not in get_args(Naloopbaar):
        raise OngeldigeVraag.keuze("formaat", formaat, get_args(Naloopbaar))
    weiger([*_optiefouten(formaat, opties), *_soortfouten(formaat, opties)])
    from .nalopen.vergelijken import lees_en_vergelijk

    return lees_en_vergelijk(raamwerk, bron, formaat, grens, {**opties_van(formaat), **opties})


def _soortfouten(formaat: Naloopbaar, opties: Mapping[str, object]) -> Iterator[OngeldigeVraag]:
    """Yield that files of another kind than the usual one cannot be compared."""
    gewoon = opties_van(formaat).get("soort")
    if opties.get("soort", gewoon) != gewoon:
        reden = f"soort: alleen {citaat(gewoon)} kan nagelopen worden, niet {citaat(opties['soort'])}"
        yield OngeldigeVraag("ongeldige_waarde", reden, {"soort": opties["soort"]})


def sjabloon(soort: Sjabloonsoort, doel: Doel | None = None) -> bytes:
    """Return a table to fill in for a framework of one's own, with an example that reads as it is, and write it to `doel`.

    `uit_tabel` makes a framework of it. A workbook has a second sheet that explains the columns.

    Args:
        soort: `xlsx`, or `csv` as a Dutch Excel opens it.
        doel: as for `schrijf`.

    Raises:
        OngeldigeVraag: there is no such table.
        VerkeerdType: `doel` is nothing that can be written to.
        OntbrekendOnderdeel: a workbook, and the extra `excel` is not installed.
        OSError: the file cannot be written.

    >>> sjabloon("csv").decode("utf-8-sig").splitlines()[0]
    'leerlijn;naam;omschrijving;niveau;fase;begeleiding;leeruitkomst;rij;rijnaam;notatie;criterium'
    """
    if soort not in get_args(Sjabloonsoort):
        reden = f"een sjabloon is er niet als {citaat(soort)}, wel als {opsomming(get_args(Sjabloonsoort), 'of')}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"soort": soort, "mogelijk": get_args(Sjabloonsoort)})
    from .invulblad import invulblad

    return bewaar(invulblad(soort), doel)


def _module(formaat: str) -> Any:
    if formaat not in formaten():
        reden = f"{citaat(formaat)} is geen formaat{kies_uit(formaat, formaten())}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"formaat": formaat, "mogelijk": formaten()})
    return import_module(f".{_MODULE.get(formaat, formaat)}", __name__)


def __dir__() -> list[str]:
    return [*__all__]
