"""Plain data by name: what each `als_dict()` and each line of `records()` is, key by key, for type checkers and for pydantic.

A `…Dict` is what `als_dict()` of the record or result of that name gives; a `…Regel` is one flat line of its `records()`, its
keys in the order of the columns. Both hold nothing but `dict`, `list`, `str`, `int`, `float`, `bool` and `None`.

>>> from pydantic import TypeAdapter
>>> import leeruitkomsten as lu
>>> from leeruitkomsten.plat import VoortgangDict
>>> TypeAdapter(VoortgangDict).validate_python(lu.voortgang(["WP1.1a"]).als_dict())["per_evl"]["EvL1"]
{'aantal': 1, 'totaal': 20}
"""

from __future__ import annotations

import sys
from typing import Literal, NotRequired, TypeAlias

from .fouten import Bevindingsoort

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic asks for it: that of Python itself does not yet know which keys its bases have
    from typing_extensions import TypedDict

Codesoort: TypeAlias = Literal["leerlijn", "leeruitkomst", "rij", "cel", "succescriterium", "evl"]
"""What a code is of."""
Oordeelsoort: TypeAlias = Literal["goed", "schrijfwijze", "vervallen", "ander_soort", "meer_codes", "onbekend"]
"""What can be said of a code; see `Controle`."""
Erratumveld: TypeAlias = Literal["naam", "tekst"]
"""In which field a source can have a slip."""
Notitiesoort: TypeAlias = Literal["feedback", "feedforward", "afspraak"]
"""What a note in a portfolio is."""
Stap: TypeAlias = Literal["verdiept", "gelijk", "nieuw", "vervalt"]
"""What happens in a row from one niveau to a higher one."""
Kant: TypeAlias = Literal["van", "naar"]
"""On which side of a verdieping a succescriterium stands."""
Wijzigingsoort: TypeAlias = Literal["toegevoegd", "vervallen", "gewijzigd", "verplaatst", "hernummerd"]
"""How something changed between two frameworks; see `Wijziging`."""
Wat: TypeAlias = Literal["raamwerk", "niveau", "leerlijn", "rij", "leeruitkomst", "succescriterium"]
"""What can change."""
Veld: TypeAlias = Literal[
    "sleutel",
    "naam",
    "taal",
    "uitgever",
    "licentie",
    "volgorde",
    "fase",
    "begeleiding",
    "omschrijving",
    "tekst",
    "naam_uit_bron",
    "notatie",
]
"""Which of its fields can change."""
Aandachtspuntsoort: TypeAlias = Literal["omgekeerd", "zonder_basis"]
"""How a curriculum does not follow a deepening; see `Aandachtspunt`."""
Diepte: TypeAlias = Literal["rij", "paar"]
"""By the niveaus of a row, or by two criteria that are a suggested pair."""
Dekkingtabel: TypeAlias = Literal["criterium", "rij", "module"]
"""What the lines of a `Dekking` are, as a flat table."""
Deel: TypeAlias = Literal["mee", "bekijken", "vervallen"]
"""What becomes of a code in a new framework; see `Migratie`."""
Reden: TypeAlias = Literal[
    "gelijk", "verplaatst", "hernummerd", "gewijzigd", "gesplitst", "samengevoegd", "opgevolgd", "lijkt op", "vervallen"
]
"""Why; see `Overgang`."""

Afwijkingsoort: TypeAlias = Literal["ontbreekt", "onbekend", "andere_tekst", "dubbel", "andere_plaats", "zonder_code"]
"""In what another system does not say what the framework says."""


class CodeDict(TypedDict):
    """A `Code`."""

    soort: Codesoort
    leerlijn: str | None
    niveau: int | None
    rij: int | None
    letter: str | None


class BevindingDict(TypedDict):
    """A `Bevinding`."""

    pad: str
    soort: Bevindingsoort
    reden: str


class StandDict(TypedDict):
    """A `Stand`."""

    aantal: int
    totaal: int


# Records.


class KenmerkDict(TypedDict):
    """A `Kenmerk`."""

    sleutel: str
    naam: str
    versie: str
    vingerafdruk: str


class NiveauDict(TypedDict):
    """A `Niveau`."""

    nummer: int
    fase: str
    begeleiding: str | None


class NiveauRegel(TypedDict):
    """A niveau in a flat table."""

    niveau: int
    fase: str
    begeleiding: str | None


class SuccescriteriumDict(TypedDict):
    """A `Succescriterium`."""

    code: str
    tekst: str
    notatie: str | None
    leerlijn: str
    leeruitkomst: str
    rij: str
    niveau: int
    letter: str


class CelDict(TypedDict):
    """The succescriteria of a cel, which is what `kader["WP2.4"]` gives, and those of `kies`."""

    regels: list[SuccescriteriumDict]


class LeeruitkomstDict(TypedDict):
    """A `Leeruitkomst`."""

    code: str
    tekst: str
    succescriteria: list[SuccescriteriumDict]
    notatie: str | None
    leerlijn: str
    niveau: int


class RijnaamDict(TypedDict):
    """A `Rijnaam`."""

    rij: str
    naam: str
    uit_bron: bool


class RijDict(TypedDict):
    """A `Rij`."""

    code: str
    cellen: list[list[SuccescriteriumDict]]
    naam: str | None
    naam_uit_bron: bool
    leerlijn: str
    nummer: int


class LeerlijnDict(TypedDict):
    """A `Leerlijn`."""

    code: str
    naam: str
    leeruitkomsten: list[LeeruitkomstDict]
    omschrijving: str | None
    rijnamen: list[RijnaamDict]
    rijen: list[RijDict]


class EvLDict(TypedDict):
    """An `EvL`."""

    code: str
    niveau: NiveauDict
    leeruitkomsten: list[LeeruitkomstDict]


class NootDict(TypedDict):
    """A `Noot`."""

    bij: str
    tekst: str


class BronDict(TypedDict):
    """A `Bron`."""

    titel: str
    sha256: str
    verwijzingen: list[str]
    verantwoording: list[NootDict]
    op_inhoud_geplaatst: list[NootDict]


class BronRegel(TypedDict):
    """A `Bron` in a flat table; the works are one text."""

    titel: str
    sha256: str
    verwijzingen: str


class ErratumDict(TypedDict):
    """An `Erratum`."""

    code: str
    veld: Erratumveld
    staat: str
    bedoeld: str
    reden: str


class VervallenDict(TypedDict):
    """A `Vervallen`."""

    code: str
    opvolgers: list[str]
    sinds: str
    reden: str


class VervallenRegel(TypedDict):
    """A code that ended, in a flat table; its successors are one text, `None` where there are none."""

    code: str
    opvolgers: str | None
    sinds: str
    reden: str


class BewijsDict(TypedDict):
    """A `Bewijs`."""

    criterium: str
    titel: str
    datum: str
    verwijzing: str | None
    rol: str | None
    soort: str | None


class NotitieDict(TypedDict):
    """A `Notitie`."""

    code: str
    soort: Notitiesoort
    tekst: str
    datum: str
    rol: str | None


class PortfolioDict(TypedDict):
    """A `Portfolio`."""

    kenmerk: KenmerkDict
    student: str
    bewijs: list[BewijsDict]
    notities: list[NotitieDict]
    datum: str | None


# The file of a framework: what follows from the rest is not there, and what says nothing is left out.


class SuccescriteriumInBestand(TypedDict):
    """A succescriterium in the file of a framework."""

    code: str
    tekst: str
    notatie: NotRequired[str]


class LeeruitkomstInBestand(TypedDict):
    """A leeruitkomst in the file of a framework."""

    code: str
    tekst: str
    succescriteria: list[SuccescriteriumInBestand]
    notatie: NotRequired[str]


class LeerlijnInBestand(TypedDict):
    """A leerlijn in the file of a framework."""

    code: str
    naam: str
    leeruitkomsten: list[LeeruitkomstInBestand]
    omschrijving: NotRequired[str]
    rijnamen: NotRequired[list[RijnaamDict]]


class RaamwerkDict(TypedDict):
    """A `Raamwerk`, in the shape of its file."""

    formaat: int
    sleutel: str
    naam: str
    versie: str
    datum: str
    taal: str
    uitgever: str | None
    licentie: str | None
    bron: BronDict
    inleiding: list[NootDict]
    niveaus: list[NiveauDict]
    leerlijnen: list[LeerlijnInBestand]
    errata: list[ErratumDict]
    vervallen: list[VervallenDict]


# Flat lines of what a framework and a portfolio hold.


class CriteriumRegel(TypedDict):
    """A succescriterium in a flat table: of `kies()`, of a leerlijn and its parts, and the beginning of many others."""

    criterium: str
    leerlijn: str
    leeruitkomst: str
    rij: str
    niveau: int
    letter: str
    notatie: str | None
    tekst: str


class LeeruitkomstRegel(CriteriumRegel):
    """A succescriterium, with what its leeruitkomst says: of a `Leerlijn`, a `Leeruitkomst` and an `EvL`."""

    leeruitkomst_tekst: str


class RijRegel(CriteriumRegel):
    """A succescriterium, with the name of its row: of a `Rij`."""

    rij_naam: str | None
    naam_uit_bron: bool


class RaamwerkRegel(CriteriumRegel):
    """A succescriterium, with the phase of its niveau: of a `Raamwerk`."""

    fase: str


class BewijsRegel(TypedDict):
    """A piece of evidence, of a `Portfolio`."""

    student: str
    criterium: str
    titel: str
    datum: str
    verwijzing: str | None
    rol: str | None
    soort: str | None


# Answers.


class ControleDict(TypedDict):
    """A `Controle`."""

    code: str | float | None
    soort: Oordeelsoort
    suggesties: list[str]
    reden: str
    delen: list[ControleDict]


class ControleRegel(TypedDict):
    """A judgement of a code; the suggestions are one text."""

    code: str | float | None
    soort: Oordeelsoort
    suggesties: str | None
    reden: str


class ControlesDict(TypedDict):
    """What `controleer` gives."""

    kenmerk: KenmerkDict
    regels: list[ControleDict]


class ReparatieDict(TypedDict):
    """A `Reparatie`; its flat line is the same."""

    plaats: int
    van: str
    naar: str


class HerstelDict(TypedDict):
    """A `Herstel`."""

    kenmerk: KenmerkDict
    codes: list[str | float | None]
    reparaties: list[ReparatieDict]


class TrefferDict(TypedDict):
    """A `Treffer`."""

    code: str
    tekst: str
    fragmenten: list[str]
    bij_begin: dict[str, str]


class TrefferRegel(TypedDict):
    """Something that was found; the fragments are one text."""

    criterium: str | None
    leeruitkomst: str
    leerlijn: str
    rij: str | None
    niveau: int
    tekst: str
    fragmenten: str


class VerschilDict(TypedDict):
    """A `Verschil`; each of its pieces is a list of two texts."""

    van: str
    naar: str
    delen: list[list[str]]
    naast_elkaar: bool


class VerschilRegel(TypedDict):
    """A difference in a flat table, marked as `str()` marks it."""

    van: str
    naar: str
    verschil: str


class VerdiepingDict(TypedDict):
    """A `Verdieping`; each pair is a list of two codes."""

    rij: str
    rij_naam: str | None
    naam_uit_bron: bool
    soort: Stap
    van: list[SuccescriteriumDict]
    naar: list[SuccescriteriumDict]
    paren: list[list[str]]


class VerdiepingenDict(TypedDict):
    """What `verdieping` gives."""

    kenmerk: KenmerkDict
    van: NiveauDict
    naar: NiveauDict
    regels: list[VerdiepingDict]


class VerdiepingRegel(RijRegel):
    """A succescriterium on one side of a verdieping."""

    soort: Stap
    kant: Kant
    paar: str | None


class VoortgangDict(TypedDict):
    """A `Voortgang`."""

    kenmerk: KenmerkDict
    niveau: int | None
    per_leeruitkomst: dict[str, StandDict]
    per_evl: dict[str, StandDict]
    aangetoond: list[SuccescriteriumDict]
    nog_aan_te_tonen: list[SuccescriteriumDict]
    eerder: list[SuccescriteriumDict]
    later: list[SuccescriteriumDict]
    tot: str | None
    na_tot: int


class VoortgangRegel(CriteriumRegel):
    """A succescriterium, and whether it has been shown and is counted."""

    aangetoond: bool
    meegeteld: bool


class GroeistapDict(TypedDict):
    """A `Groeistap`: `periode` is its last day, `nieuw` has codes."""

    naam: str
    periode: str
    aangetoond: int
    totaal: int
    per_leeruitkomst: dict[str, StandDict]
    per_evl: dict[str, StandDict]
    nieuw: list[str]


class GroeistapRegel(TypedDict):
    """A leeruitkomst by the end of a period."""

    periode: str
    naam: str
    leeruitkomst: str
    leerlijn: str
    niveau: int
    aangetoond: int
    totaal: int


class GroeiDict(TypedDict):
    """A `Groei`: whose it is, and its periods as `regels`."""

    kenmerk: KenmerkDict
    student: str
    tot: str | None
    na_tot: int
    regels: list[GroeistapDict]


class RijvolgordeDict(TypedDict):
    """A `Rijvolgorde`."""

    rij: str
    eerste: str | int
    laatste: str | int
    per_niveau: list[list[str | int]]
    omgekeerd: list[list[int]]


class RijvolgordeRegel(TypedDict):
    """A row at one niveau; the modules, and the higher niveaus that come up before it, are one text each."""

    rij: str
    niveau: int
    modules: str | None
    omgekeerd_met: str | None


class AandachtspuntDict(TypedDict):
    """An `Aandachtspunt`, and its flat line."""

    soort: Aandachtspuntsoort
    diepte: Diepte
    rij: str
    verdieping: str
    module: str | int
    basis: str
    basismodule: str | int | None
    niveau: int
    basisniveau: int


class OnbekendeKoppelingDict(TypedDict):
    """An `OnbekendeKoppeling`."""

    module: str | int
    code: str
    soort: Oordeelsoort
    suggesties: list[str]
    reden: str


class OnbekendeKoppelingRegel(TypedDict):
    """An `OnbekendeKoppeling` as a flat line; the suggestions are one text."""

    module: str | int
    code: str
    soort: Oordeelsoort
    suggesties: str | None
    reden: str


class DekkingDict(TypedDict):
    """A `Dekking`."""

    kenmerk: KenmerkDict
    modules: list[str | int]
    zonder_codes: list[str | int]
    per_criterium: dict[str, list[str | int]]
    per_leeruitkomst: dict[str, StandDict]
    per_leerlijn: dict[str, StandDict]
    per_niveau: dict[str, StandDict]
    ongedekt: list[str]
    dubbel: list[str]
    volgorde: list[RijvolgordeDict]
    omgekeerd: list[AandachtspuntDict]
    zonder_basis: list[AandachtspuntDict]
    onbekend: list[OnbekendeKoppelingDict]


class DekkingRegel(CriteriumRegel):
    """A succescriterium and a module that works on it; `None` where none does."""

    module: str | int | None


class RijdekkingRegel(TypedDict):
    """A row: how many of its criteria are covered, its first and last module, and the deepenings to look at, each as one text."""

    rij: str
    leerlijn: str
    aantal: int
    totaal: int
    eerste: str | int | None
    laatste: str | int | None
    omgekeerd: str | None
    zonder_basis: str | None


class ModuledekkingRegel(TypedDict):
    """A module: how many succescriteria it works on, and how many that no other module does; several codes are one text."""

    module: str | int
    nummer: int
    aantal: int
    totaal: int
    alleen_hier: int
    leeruitkomsten: str | None
    succescriteria: str | None
    onbekend: int
    zonder_codes: bool


# Two versions of a framework.


class WijzigingDict(TypedDict):
    """A `Wijziging`."""

    soort: Wijzigingsoort
    wat: Wat
    veld: Veld
    oud: str | None
    nieuw: str | None
    van: str | None
    naar: str | None
    gelijkenis: float | None
    opvolgers: list[str]


class Plek(TypedDict):
    """Where something stands in a framework; `None` for what it is no part of."""

    criterium: str | None
    leeruitkomst: str | None
    leerlijn: str | None
    rij: str | None
    niveau: int | None


class WijzigingRegel(TypedDict):
    """A change, and its place in the new framework, or the old one if it is not there; `opvolgers` is one text."""

    soort: Wijzigingsoort
    wat: Wat
    veld: Veld
    oud: str | None
    nieuw: str | None
    van: str | None
    naar: str | None
    gelijkenis: float | None
    opvolgers: str | None
    criterium: str | None
    leeruitkomst: str | None
    leerlijn: str | None
    rij: str | None
    niveau: int | None


class VergelijkingDict(TypedDict):
    """A `Vergelijking`."""

    oud: KenmerkDict
    nieuw: KenmerkDict
    regels: list[WijzigingDict]


class AfwijkingDict(TypedDict):
    """An `Afwijking`."""

    soort: Afwijkingsoort
    code: str | None
    veld: str | None
    hier: str | None
    daar: str | None
    waar: list[str]


class AfwijkingRegel(TypedDict):
    """An `Afwijking`, and its place in the framework; `waar` is one text."""

    soort: Afwijkingsoort
    code: str | None
    veld: str | None
    hier: str | None
    daar: str | None
    waar: str | None
    criterium: str | None
    leeruitkomst: str | None
    leerlijn: str | None
    rij: str | None
    niveau: int | None


class NaloopDict(TypedDict):
    """A `Naloop`."""

    kenmerk: KenmerkDict
    formaat: str
    nagelopen: int
    opmerkingen: list[str]
    regels: list[AfwijkingDict]


class OvergangDict(TypedDict):
    """An `Overgang`."""

    oud: str
    nieuw: list[str]
    reden: Reden
    meer: int


class OvergangRegel(TypedDict):
    """What becomes of a code; `nieuw` is one text."""

    oud: str
    nieuw: str | None
    reden: Reden
    meer: int


class MigratieDict(TypedDict):
    """A `Migratie`."""

    oud: KenmerkDict
    nieuw: KenmerkDict
    mee: list[OvergangDict]
    bekijken: list[OvergangDict]
    vervallen: list[OvergangDict]
    gangbaar: int | None


class MigratieRegel(TypedDict):
    """What becomes of a code, and in which part it stands; `nieuw` is one text."""

    deel: Deel
    oud: str
    nieuw: str | None
    reden: Reden
    meer: int


class OnbekendeRegels(TypedDict):
    """In how many lines a code stands that the framework does not have."""

    criterium: str
    regels: int


class WeggelatenDict(TypedDict):
    """A `Weggelaten`."""

    kenmerk: KenmerkDict
    regels_totaal: int
    regels: int
    leeg: int
    onbekend: list[OnbekendeRegels]
    buiten: int
    studenten_buiten: int
    later: int
    zonder_datum: int


class WeggelatenRegel(TypedDict):
    """A code that was left out of a count, in how many lines it stands, and why.

    `criterium` is `None` where the reason is another than the code.
    """

    criterium: str | None
    regels: int
    reden: Literal["onbekend", "leeg", "niet_op_lijst", "later", "zonder_datum"]
