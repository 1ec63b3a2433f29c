"""The competency framework for werkplekleren (workplace learning) of Dutch second-degree student teachers.

    import leeruitkomsten as lu

    lu.laad()                        the packaged framework, a `Raamwerk`; `lu.versies()` lists its versions
    lu.leerlijn("WP")                one record by its code; also niveau, leeruitkomst, rij, succescriterium, evl
    lu.kies(niveau=2)                succescriteria by leerlijn, niveau, rij or word; lu.zoek("feedback") looks in all texts
    lu.verdieping(2, 3)              what deepens from one niveau to another
    lu.verschil("WP2.1a", "WP3.1a")  in which words two criteria differ; lu.tekstverschil, two texts
    lu.volgende("WP2.1a")            where a row goes on; also vorige, opbouw
    lu.controleer(codes)             whether codes exist, and what was probably meant; lu.ontleed
    lu.voortgang(codes, "EvL2")      what a student has shown, and what is still to be shown; lu.groei(portfolio) over time
    lu.dekking(plan)                 what the modules of a curriculum cover, and in which order
    lu.lees("ons.json")              another framework, with these same questions; lu.uit_tabel, lu.schrijf
    lu.vergelijk(oud, nieuw)         what changed between two versions; lu.migreer(codes, oud, nieuw), lu.opvolgers
    lu.lees_portfolio("sanne.json")  the evidence of a student; lu.schrijf_portfolio, lu.lees_tabel

Every answer is a record or a tuple of them, and has `records()` for a data frame. Every error is a `lu.Fout`. The functions are the
methods of the packaged framework; every other `Raamwerk` has the same ones. Imported by themselves:

    leeruitkomsten.cohort            counts the evidence of many students in the engine that holds it
    leeruitkomsten.grafiek           charts
    leeruitkomsten.uitwisseling      files for other systems, and from them
    leeruitkomsten.weergave          pages, sheets and forms

`help(lu.verdieping)` tells of one name; `dir(lu)` lists them. Importing this package reads nothing and loads nothing else: each
name is found when it is first used, and kept.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .bestanden.lees_tabel import lees_tabel
    from .bestanden.portfolio import lees_portfolio, schrijf_portfolio
    from .bestanden.raamwerkbestand import lees, schrijf
    from .bestanden.tabelinhoud import Tabelinhoud
    from .bestanden.uit_tabel import uit_tabel
    from .bewijs import Bewijs, Notitie, Portfolio
    from .codes import Code, ontleed
    from .eenheid import EvL
    from .fouten import (
        Bevinding,
        Datumfout,
        Fout,
        GeenKolom,
        OnbekendBewijs,
        OnbekendeCode,
        OngeldigBestand,
        OngeldigBewijs,
        OngeldigeVraag,
        OngeldigPortfolio,
        OngeldigRaamwerk,
        OntbrekendOnderdeel,
        VerkeerdType,
    )
    from .herkomst import Bron, Erratum, Noot, Vervallen
    from .identiteit import Kenmerk
    from .migratie import Migratie, Overgang, migreer
    from .model import Leerlijn, Leeruitkomst, Niveau, Rij, Rijnaam, Succescriterium
    from .oordeel import Controle
    from .raamwerk import Raamwerk
    from .record import Reeks
    from .vergelijking import Vergelijking, Wijziging, vergelijk
    from .verpakt import laad, versies
    from .versie import __version__
    from .vragen.aandachtspunt import Aandachtspunt
    from .vragen.controleer import Controles, Herstel, Reparatie
    from .vragen.dekking import Dekking
    from .vragen.groei import Groei, Groeistap
    from .vragen.onbekende_koppeling import OnbekendeKoppeling
    from .vragen.rijvolgorde import Rijvolgorde
    from .vragen.stand import Stand
    from .vragen.verdieping import Verdieping, Verdiepingen
    from .vragen.verschil import Verschil, tekstverschil
    from .vragen.voortgang import Voortgang
    from .vragen.zoek import Treffer

    _kader = laad()
    controleer = _kader.controleer
    dekking = _kader.dekking
    evl = _kader.evl
    groei = _kader.groei
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
    "Aandachtspunt",
    "Bevinding",
    "Bewijs",
    "Bron",
    "Code",
    "Controle",
    "Controles",
    "Datumfout",
    "Dekking",
    "Erratum",
    "EvL",
    "Fout",
    "GeenKolom",
    "Groei",
    "Groeistap",
    "Herstel",
    "Kenmerk",
    "Leerlijn",
    "Leeruitkomst",
    "Migratie",
    "Niveau",
    "Noot",
    "Notitie",
    "OnbekendBewijs",
    "OnbekendeCode",
    "OnbekendeKoppeling",
    "OngeldigBestand",
    "OngeldigBewijs",
    "OngeldigPortfolio",
    "OngeldigRaamwerk",
    "OngeldigeVraag",
    "OntbrekendOnderdeel",
    "Overgang",
    "Portfolio",
    "Raamwerk",
    "Reeks",
    "Reparatie",
    "Rij",
    "Rijnaam",
    "Rijvolgorde",
    "Stand",
    "Succescriterium",
    "Tabelinhoud",
    "Treffer",
    "Verdieping",
    "Verdiepingen",
    "Vergelijking",
    "VerkeerdType",
    "Verschil",
    "Vervallen",
    "Voortgang",
    "Wijziging",
    "__version__",
    "controleer",
    "dekking",
    "evl",
    "groei",
    "kies",
    "laad",
    "leerlijn",
    "leeruitkomst",
    "lees",
    "lees_portfolio",
    "lees_tabel",
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
    "tekstverschil",
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
    "Aandachtspunt": "vragen.aandachtspunt",
    "Bevinding": "fouten",
    "Bewijs": "bewijs",
    "Bron": "herkomst",
    "Code": "codes",
    "Controle": "oordeel",
    "Controles": "vragen.controleer",
    "Datumfout": "fouten",
    "Dekking": "vragen.dekking",
    "Erratum": "herkomst",
    "EvL": "eenheid",
    "Fout": "fouten",
    "GeenKolom": "fouten",
    "Groei": "vragen.groei",
    "Groeistap": "vragen.groei",
    "Herstel": "vragen.controleer",
    "Kenmerk": "identiteit",
    "Leerlijn": "model",
    "Leeruitkomst": "model",
    "Migratie": "migratie",
    "Niveau": "model",
    "Noot": "herkomst",
    "Notitie": "bewijs",
    "OnbekendBewijs": "fouten",
    "OnbekendeCode": "fouten",
    "OnbekendeKoppeling": "vragen.onbekende_koppeling",
    "OngeldigBestand": "fouten",
    "OngeldigBewijs": "fouten",
    "OngeldigPortfolio": "fouten",
    "OngeldigRaamwerk": "fouten",
    "OngeldigeVraag": "fouten",
    "OntbrekendOnderdeel": "fouten",
    "Overgang": "migratie",
    "Portfolio": "bewijs",
    "Raamwerk": "raamwerk",
    "Reeks": "record",
    "Reparatie": "vragen.controleer",
    "Rij": "model",
    "Rijnaam": "model",
    "Rijvolgorde": "vragen.rijvolgorde",
    "Stand": "vragen.stand",
    "Succescriterium": "model",
    "Tabelinhoud": "bestanden.tabelinhoud",
    "Treffer": "vragen.zoek",
    "Verdieping": "vragen.verdieping",
    "Verdiepingen": "vragen.verdieping",
    "Vergelijking": "vergelijking",
    "VerkeerdType": "fouten",
    "Verschil": "vragen.verschil",
    "Vervallen": "herkomst",
    "Voortgang": "vragen.voortgang",
    "Wijziging": "vergelijking",
    "__version__": "versie",
    "laad": "verpakt",
    "lees": "bestanden.raamwerkbestand",
    "lees_portfolio": "bestanden.portfolio",
    "lees_tabel": "bestanden.lees_tabel",
    "migreer": "migratie",
    "ontleed": "codes",
    "schrijf": "bestanden.raamwerkbestand",
    "schrijf_portfolio": "bestanden.portfolio",
    "tekstverschil": "vragen.verschil",
    "uit_tabel": "bestanden.uit_tabel",
    "vergelijk": "vergelijking",
    "versies": "verpakt",
}

_DEUREN = ("cohort", "grafiek", "uitwisseling", "weergave")

# A type checker is not told of this: it would take any name for one of ours.
if not TYPE_CHECKING:
    _NAMEN = __all__
    del __all__

    def __getattr__(naam: str) -> object:
        if naam == "__all__" and sys._getframe(1).f_globals.get("__name__") != "pydoc":
            # With it, help() would print the whole reference, thousands of lines, for what the docstring says in one screen.
            return _NAMEN
        if naam not in _NAMEN:
            deur = f"; importeer het eerst: from leeruitkomsten import {naam}" if naam in _DEUREN else ""
            raise AttributeError(f"module {__name__!r} heeft geen {naam!r}{deur}", name=naam, obj=sys.modules[__name__])
        from importlib import import_module

        module = import_module(f"{__name__}.{_MODULE.get(naam, 'verpakt')}")
        gevonden = getattr(module if naam in _MODULE else module.laad(), naam)
        globals()[naam] = gevonden
        return gevonden

    def __dir__() -> list[str]:
        return [*_NAMEN]
