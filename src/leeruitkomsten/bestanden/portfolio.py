"""The portfolio file: the evidence of one student, and what was said of it, as a small JSON file for software in any language.

It says of which framework its codes are, and of exactly which contents: a code means something in its own version only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from ..bewijs import Portfolio
from ..bouwen import bouw, met_errata
from ..fouten import Bevinding, OngeldigPortfolio, eis_type
from ..identiteit import FORMAAT, MET_ERRATA, Kenmerk, canoniek, verschilt_in, zelfde_versie
from ..raamwerk import Raamwerk
from ..record import namen_van
from ..verpakt import laad
from ..zelfde import eis_raamwerk
from ..zinnen import MEESTE_GENOEMD, citaat
from .bewaren import Doel, bewaar
from .bron import GRENS, Bron
from .formaat1 import ander_formaat, is_formaat_1
from .jsonbestand import Jsonbestand, met_dubbele
from .vorm import schema, structureer

_BESTAND = Jsonbestand(OngeldigPortfolio, ("formaat", "raamwerk", "versie", *namen_van(Portfolio)[0]))


def lees_portfolio(bron: Bron, raamwerk: Raamwerk | None = None, *, grens: int = GRENS) -> Portfolio:
    """Read a portfolio, and check it against the framework whose codes it must have.

    Args:
        bron: a path, an open file (text or binary), or the bytes of a JSON file. Its shape: `docs/portfolio.schema.json`.
        raamwerk: the framework; the packaged one when it is left out.
        grens: the largest size that is accepted, in bytes (of an open text file in characters).

    Raises:
        OngeldigPortfolio: the file is not sound, has a code that the framework does not have, or belongs to another
            framework or version; `.bevindingen` names every fault with its path. Codes of another version are moved along
            by `migreer`: read the portfolio with the framework of its own version first.
        VerkeerdType: `bron` is nothing that can be read, or `raamwerk` no framework.
        OSError: the file cannot be opened or read.

    >>> import leeruitkomsten as lu
    >>> bewijs = [lu.Bewijs("WP1.1a", "lesbezoek 3", "2026-11-24", rol="werkplekbegeleider")]
    >>> gegeven = lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "s12", bewijs))
    >>> lu.voortgang(lu.lees_portfolio(gegeven)).per_evl["EvL1"]
    Stand(aantal=1, totaal=20)
    """
    kader = laad() if raamwerk is None else eis_raamwerk(raamwerk)
    gegevens = _BESTAND.lees(bron, grens)
    fouten = list(ander_formaat(gegevens))
    ander: list[Bevinding] = []
    if van_vroeger := is_formaat_1(gegevens):
        ander = list(_ander_raamwerk_van_vroeger(gegevens, kader))
        fouten += _te_nieuw(gegevens)
        gegevens = _vernieuwd(gegevens, kader)
    waarden, vormfouten = structureer(gegevens, Portfolio)
    if van_vroeger:
        vormfouten = [*map(_pad_van_vroeger, vormfouten)]
    if not any(fout.pad.partition(".")[0] == "kenmerk" for fout in vormfouten) and not ander:
        ander = list(_ander_raamwerk(gegevens, kader))
    # Codes of another framework are not held against this one: each of them would be a fault.
    codefouten = {} if ander else _codefouten(gegevens, kader)
    genoemd = [fout for fout in codefouten.values() if fout is not None]
    fouten += (*(fout for fout in vormfouten if fout.pad not in codefouten), *ander, *genoemd)
    if fouten:
        raise _BESTAND.ongeldig(fouten, len(codefouten) - len(genoemd))
    return Portfolio._vertrouwd(*waarden)


def schrijf_portfolio(portfolio: Portfolio, doel: Doel | None = None) -> bytes:
    """Return a portfolio as the bytes of a JSON file, and write them to `doel` if there is one.

    The same portfolio gives the same bytes; a path is written as a whole or not at all, as by `schrijf`. The codes are not
    held against a framework: reading does that.

    Raises:
        VerkeerdType: this is no portfolio, or `doel` is nothing that can be written to.
        OSError: the file cannot be written.

    >>> import leeruitkomsten as lu
    >>> print(lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "s12", [])).decode().splitlines()[3])
     "student": "s12",
    """
    eis_type(portfolio, Portfolio, "een Portfolio", "portfolio")
    return bewaar(canoniek({"formaat": FORMAAT, **portfolio._als_gegevens()}), doel)


def portfolioschema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the file of a portfolio."""
    uitleg = "Het bewijs van één student, zoals leeruitkomsten.lees_portfolio het leest."
    return schema(Portfolio, FORMAAT, "Portfolio", uitleg)


def _te_nieuw(gegevens: Mapping[str, object]) -> Iterator[Bevinding]:
    """Yield what a portfolio in the first shape lacks, and what it cannot have."""
    for naam in ("raamwerk", "versie"):
        if naam not in gegevens:
            yield Bevinding(naam, "ontbreekt", "deze sleutel ontbreekt")
    te_nieuw = [naam for naam in ("kenmerk", "notities", "datum") if naam in gegevens]
    for plaats, bewijs in enumerate(_lijst(gegevens, "bewijs")):
        if isinstance(bewijs, dict):
            te_nieuw += [f"bewijs[{plaats}].{naam}" for naam in ("titel", "rol", "soort") if naam in bewijs]
    for pad in te_nieuw:
        yield Bevinding(pad, "onbekende_sleutel", "deze sleutel hoort bij formaat 2; zet 'formaat' op 2")


def _vernieuwd(gegevens: dict[str, Any], kader: Raamwerk) -> dict[str, Any]:
    """Return a portfolio in the first shape as one in the second.

    The first shape has the name and version of its framework, and no key or fingerprint: those of the framework that it is read
    with are taken. It has one text for what evidence is called and where it is: that is its title, and if it is an address also
    where it is.
    """
    rest = {naam: waarde for naam, waarde in gegevens.items() if naam not in ("raamwerk", "versie")}
    if isinstance(rest.get("bewijs"), list):
        rest["bewijs"] = [_bewijs_van_vroeger(deel) for deel in _lijst(rest, "bewijs")]
    return met_dubbele(gegevens, {**rest, "kenmerk": kader.kenmerk._als_gegevens()})


def _bewijs_van_vroeger(gegevens: object) -> object:
    if not isinstance(gegevens, dict):
        return gegevens
    bewijs = cast("dict[str, object]", gegevens)
    nieuw = {"titel" if naam == "verwijzing" else naam: waarde for naam, waarde in bewijs.items()}
    if isinstance(adres := bewijs.get("verwijzing"), str) and adres.startswith(("https://", "http://")):
        nieuw["verwijzing"] = adres
    return met_dubbele(bewijs, nieuw)


def _ander_raamwerk_van_vroeger(gegevens: Mapping[str, object], kader: Raamwerk) -> Iterator[Bevinding]:
    """Yield where a portfolio in the first shape belongs to something else."""
    naam, versie = gegevens.get("raamwerk", kader.naam), gegevens.get("versie", kader.versie)
    if naam != kader.naam:
        reden = f"hier staat {citaat(naam)}, het raamwerk heet {citaat(kader.naam)}"
        yield Bevinding("raamwerk", "ander_raamwerk", reden)
    elif not isinstance(versie, str) or not zelfde_versie(versie, kader.versie):
        yield Bevinding("versie", "ander_raamwerk", _andere_versie(versie, kader))


def _ander_raamwerk(gegevens: object, kader: Raamwerk) -> Iterator[Bevinding]:
    """Yield where the portfolio belongs to something else. Errata change words, not codes: they make no other version."""
    if not isinstance(gegevens, dict):
        return
    kenmerk = Kenmerk(**cast("dict[str, Any]", gegevens)["kenmerk"])
    hier = kader.kenmerk
    if kenmerk.versie == f"{kader.versie}{MET_ERRATA}":
        hier = bouw(met_errata(kader.als_dict())).kenmerk
    deel = verschilt_in(kenmerk, hier)
    if deel == "sleutel":
        reden = (
            f"dit portfolio hoort bij {citaat(kenmerk.sleutel)} ({kenmerk}), het raamwerk is {citaat(kader.sleutel)}"
        )
        yield Bevinding("kenmerk.sleutel", "ander_raamwerk", reden)
    elif deel == "versie":
        yield Bevinding("kenmerk.versie", "ander_raamwerk", _andere_versie(kenmerk.versie, kader))
    elif deel == "vingerafdruk":
        reden = "het raamwerk heeft dezelfde sleutel en versie, maar een andere inhoud dan dat van dit portfolio"
        yield Bevinding("kenmerk.vingerafdruk", "ander_raamwerk", reden)


def _andere_versie(versie: object, kader: Raamwerk) -> str:
    return (
        f"dit portfolio hoort bij versie {citaat(versie)}, het raamwerk is versie {citaat(kader.versie)}; "
        "lees het met het raamwerk van zijn eigen versie en zet de codes over met migreer"
    )


_SOORTEN = {"bewijs": "succescriterium", "notities": "succescriterium, leeruitkomst of evl"}
"""Of which soort the codes in each list of a portfolio are."""


def _codefouten(gegevens: Any, kader: Raamwerk) -> dict[str, Bevinding | None]:
    """Return which codes the framework does not have, by path: that says more than that one has the wrong form.

    Of the first hundred it says what was meant: the error names no more of them, and counts the others.
    """
    fouten: dict[str, Bevinding | None] = {}
    for pad, soort, code in _codes_in(gegevens):
        if not any(code in kader.register.bekend(een) for een in soort.replace(" of ", ", ").split(", ")):
            fouten[pad] = None
            if len(fouten) <= MEESTE_GENOEMD:
                reden = str(kader.register.onbekend(soort, code))
                fouten[pad] = Bevinding(pad, "onbekende_code", reden)
    return fouten


def _codes_in(gegevens: object) -> Iterator[tuple[str, str, str]]:
    """Yield the codes in plain data: the path of each, of which soort it must be, and the code."""
    for lijst, soort in _SOORTEN.items():
        sleutel = "criterium" if lijst == "bewijs" else "code"
        for plaats, regel in enumerate(_lijst(gegevens, lijst)):
            code = cast("dict[str, Any]", regel).get(sleutel) if isinstance(regel, dict) else None
            if isinstance(code, str):
                yield f"{lijst}[{plaats}].{sleutel}", soort, code


def _lijst(gegevens: object, naam: str) -> list[Any]:
    """Return the list of this name in plain data of any shape; an empty one where there is none."""
    gegeven = cast("dict[str, object]", gegevens).get(naam) if isinstance(gegevens, dict) else None
    return gegeven if isinstance(gegeven, list) else []  # pyright: ignore[reportUnknownVariableType]  # of anything


def _pad_van_vroeger(fout: Bevinding) -> Bevinding:
    """Return a finding about the title of evidence as one about what the first shape calls it."""
    return Bevinding(fout.pad.replace(".titel", ".verwijzing"), fout.soort, fout.reden)
