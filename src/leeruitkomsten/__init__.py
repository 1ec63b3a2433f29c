"""The competency framework for werkplekleren (workplace learning) of Dutch second-degree student teachers.

The functions here are the methods of the packaged framework, `laad()`; every other `Raamwerk` has the same ones.
Importing this package reads nothing and loads nothing else: each name is found when it is first used, and kept.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .codes import Code
    from .controle import Bevinding
    from .fouten import Fout, OnbekendeCode, OngeldigRaamwerk
    from .herkomst import Bron, Erratum, Noot
    from .model import EvL, Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
    from .progressie import Verdieping
    from .raamwerk import Raamwerk
    from .record import Reeks
    from .verpakt import laad
    from .versie import __version__
    from .woordverschil import Verschil
    from .zoeken import Treffer

    _kader = laad()
    controleer = _kader.controleer
    evl = _kader.evl
    kies = _kader.kies
    leerlijn = _kader.leerlijn
    leeruitkomst = _kader.leeruitkomst
    niveau = _kader.niveau
    opbouw = _kader.opbouw
    records = _kader.records
    rij = _kader.rij
    succescriterium = _kader.succescriterium
    verdieping = _kader.verdieping
    verschil = _kader.verschil
    volgende = _kader.volgende
    vorige = _kader.vorige
    zoek = _kader.zoek

__all__ = [
    "Bevinding",
    "Bron",
    "Code",
    "Erratum",
    "EvL",
    "Fout",
    "Leerlijn",
    "Leeruitkomst",
    "Niveau",
    "Noot",
    "OnbekendeCode",
    "OngeldigRaamwerk",
    "Raamwerk",
    "Reeks",
    "Rij",
    "Succescriterium",
    "Treffer",
    "Verdieping",
    "Verschil",
    "__version__",
    "controleer",
    "evl",
    "kies",
    "laad",
    "leerlijn",
    "leeruitkomst",
    "niveau",
    "opbouw",
    "records",
    "rij",
    "succescriterium",
    "verdieping",
    "verschil",
    "volgende",
    "vorige",
    "zoek",
]

# The names that stand in a module; all others are methods of the packaged framework.
_MODULE = {
    "Bevinding": "controle",
    "Bron": "herkomst",
    "Code": "codes",
    "Erratum": "herkomst",
    "EvL": "model",
    "Fout": "fouten",
    "Leerlijn": "model",
    "Leeruitkomst": "model",
    "Niveau": "model",
    "Noot": "herkomst",
    "OnbekendeCode": "fouten",
    "OngeldigRaamwerk": "fouten",
    "Raamwerk": "raamwerk",
    "Reeks": "record",
    "Rij": "model",
    "Succescriterium": "model",
    "Treffer": "zoeken",
    "Verdieping": "progressie",
    "Verschil": "woordverschil",
    "__version__": "versie",
    "laad": "verpakt",
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
