"""The competency framework for werkplekleren (workplace learning) of Dutch second-degree student teachers.

The functions here are the methods of the packaged framework, `laad()`; every other `Raamwerk` has the same ones.
Importing this package reads nothing and loads nothing else: each name is found when it is first used, and kept.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aantonen import Stand, Voortgang
    from .bestand import lees, schrijf
    from .codes import Code, ontleed
    from .controle import Bevinding
    from .curriculum import Dekking, Gedekt, OnbekendeKoppeling, Rijvolgorde
    from .fouten import Fout, OnbekendBewijs, OnbekendeCode, OngeldigBewijs, OngeldigPortfolio, OngeldigRaamwerk
    from .herkomst import Bron, Erratum, Noot
    from .invoer import uit_tabel
    from .migratie import Migratie, Overgang, migreer
    from .model import EvL, Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
    from .opvolging import Vervallen
    from .portfolio import Bewijs, Portfolio, lees_portfolio, schrijf_portfolio
    from .progressie import Verdieping
    from .raamwerk import Raamwerk
    from .record import Reeks
    from .vergelijking import Wijziging, vergelijk
    from .verpakt import laad, versies
    from .versie import __version__
    from .woordverschil import Verschil
    from .zoeken import Treffer

    _kader = laad()
    controleer = _kader.controleer
    dekking = _kader.dekking
    evl = _kader.evl
    kies = _kader.kies
    leerlijn = _kader.leerlijn
    leeruitkomst = _kader.leeruitkomst
    niveau = _kader.niveau
    opbouw = _kader.opbouw
    opvolgers = _kader.opvolgers
    records = _kader.records
    rij = _kader.rij
    succescriterium = _kader.succescriterium
    verdieping = _kader.verdieping
    verschil = _kader.verschil
    volgende = _kader.volgende
    voortgang = _kader.voortgang
    vorige = _kader.vorige
    zoek = _kader.zoek

__all__ = [
    "Bevinding",
    "Bewijs",
    "Bron",
    "Code",
    "Dekking",
    "Erratum",
    "EvL",
    "Fout",
    "Gedekt",
    "Leerlijn",
    "Leeruitkomst",
    "Migratie",
    "Niveau",
    "Noot",
    "OnbekendBewijs",
    "OnbekendeCode",
    "OnbekendeKoppeling",
    "OngeldigBewijs",
    "OngeldigPortfolio",
    "OngeldigRaamwerk",
    "Overgang",
    "Portfolio",
    "Raamwerk",
    "Reeks",
    "Rij",
    "Rijvolgorde",
    "Stand",
    "Succescriterium",
    "Treffer",
    "Verdieping",
    "Verschil",
    "Vervallen",
    "Voortgang",
    "Wijziging",
    "__version__",
    "controleer",
    "dekking",
    "evl",
    "kies",
    "laad",
    "leerlijn",
    "leeruitkomst",
    "lees",
    "lees_portfolio",
    "migreer",
    "niveau",
    "ontleed",
    "opbouw",
    "opvolgers",
    "records",
    "rij",
    "schrijf",
    "schrijf_portfolio",
    "succescriterium",
    "uit_tabel",
    "verdieping",
    "vergelijk",
    "verschil",
    "versies",
    "volgende",
    "voortgang",
    "vorige",
    "zoek",
]

# The names that stand in a module; all others are methods of the packaged framework.
_MODULE = {
    "Bevinding": "controle",
    "Bewijs": "portfolio",
    "Bron": "herkomst",
    "Code": "codes",
    "Dekking": "curriculum",
    "Erratum": "herkomst",
    "EvL": "model",
    "Fout": "fouten",
    "Gedekt": "curriculum",
    "Leerlijn": "model",
    "Leeruitkomst": "model",
    "Migratie": "migratie",
    "Niveau": "model",
    "Noot": "herkomst",
    "OnbekendBewijs": "fouten",
    "OnbekendeCode": "fouten",
    "OnbekendeKoppeling": "curriculum",
    "OngeldigBewijs": "fouten",
    "OngeldigPortfolio": "fouten",
    "OngeldigRaamwerk": "fouten",
    "Overgang": "migratie",
    "Portfolio": "portfolio",
    "Raamwerk": "raamwerk",
    "Reeks": "record",
    "Rij": "model",
    "Rijvolgorde": "curriculum",
    "Stand": "aantonen",
    "Succescriterium": "model",
    "Treffer": "zoeken",
    "Verdieping": "progressie",
    "Verschil": "woordverschil",
    "Vervallen": "opvolging",
    "Voortgang": "aantonen",
    "Wijziging": "vergelijking",
    "__version__": "versie",
    "laad": "verpakt",
    "lees": "bestand",
    "lees_portfolio": "portfolio",
    "migreer": "migratie",
    "ontleed": "codes",
    "schrijf": "bestand",
    "schrijf_portfolio": "portfolio",
    "uit_tabel": "invoer",
    "vergelijk": "vergelijking",
    "versies": "verpakt",
}


def __getattr__(naam: str) -> object:
    if naam not in __all__:
        raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{_MODULE.get(naam, 'verpakt')}")
    gevonden = getattr(module if naam in _MODULE else module.laad(), naam)
    globals()[naam] = gevonden
    return gevonden


def __dir__() -> list[str]:
    return __all__.copy()
