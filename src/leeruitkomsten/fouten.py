"""The errors of this library. They carry data; their text is Dutch, for the person who made the mistake.

    Fout                            everything that this library raises by itself
    ├── OnbekendeCode               (KeyError) a code that the framework does not have
    │   └── OnbekendBewijs          (ValueError) evidence with such codes; an OngeldigBewijs too
    ├── OngeldigBestand             (ValueError) a file that cannot be used as it stands
    │   ├── OngeldigRaamwerk
    │   └── OngeldigPortfolio
    ├── OngeldigBewijs              (ValueError) a table of evidence with lines that cannot be counted
    ├── OngeldigeVraag              (ValueError) a question or an option that cannot be
    ├── VerkeerdType                (TypeError) an argument of a kind that cannot be meant
    ├── GeenKolom                   (ValueError) a table without a column that is asked for
    └── OntbrekendOnderdeel         (ImportError) an extra that is not installed

Each has a `soort`, a code that stays the same when the sentence is worded anew, and is equal to another of its class with equal
data. What is wrong in a file is a `Bevinding`, with a `soort` of its own.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple, Protocol, Self, TypeAlias, cast

from .zinnen import (
    BESTAAT_NIET,
    MEESTE_GENOEMD,
    TEKEN,
    VORM,
    bedoeld,
    citaat,
    en_nog,
    kies_uit,
    meest_gelijk,
    opsomming,
)

Codefout: TypeAlias = Literal["schrijfwijze", "vervallen", "ander_soort", "meer_codes", "onbekend"]
"""What can be wrong with a code."""

Bevindingsoort: TypeAlias = Literal[
    "onleesbaar",
    "te_groot",
    "te_diep",
    "ontbreekt",
    "onbekende_sleutel",
    "dubbele_sleutel",
    "verkeerd_type",
    "verkeerde_vorm",
    "verkeerde_waarde",
    "leeg",
    "verkeerd_aantal",
    "verkeerde_plaats",
    "verkeerde_volgorde",
    "dubbel",
    "bestaat_niet",
    "bestaat_nog",
    "kring",
    "tegenspraak",
    "onbekende_code",
    "ander_raamwerk",
    "geen_kolom",
    "onbekende_kolom",
    "dubbele_kolom",
    "niet_opgenomen",
]
"""What can be wrong at one place in a file.

| soort | what is wrong there |
|---|---|
| `onleesbaar` | it cannot be opened, or is not what it should be: no UTF-8, no JSON, no workbook |
| `te_groot`, `te_diep` | more bytes, lines, cells or characters, or deeper nesting, than the limits allow |
| `ontbreekt` | a key or value that must be there is not |
| `onbekende_sleutel` | a key that means nothing there |
| `dubbele_sleutel` | a key that occurs more than once |
| `verkeerd_type` | text where a number belongs, and the like |
| `verkeerde_vorm` | text without the form that it must have: of a code, a date, a SHA-256 |
| `verkeerde_waarde` | of the right kind and form, but not one of the values that can be |
| `leeg` | a text, list or cell without anything in it |
| `verkeerd_aantal` | more or fewer than there must be |
| `verkeerde_plaats` | another belongs at this place |
| `verkeerde_volgorde` | it comes before what it should follow |
| `dubbel` | the same is elsewhere already |
| `bestaat_niet` | it points to what is not in this file |
| `bestaat_nog` | it is said to have ended, and is still there |
| `kring` | codes that follow each other in a circle |
| `tegenspraak` | two places that cannot both be true |
| `onbekende_code` | a code that the framework does not have |
| `ander_raamwerk` | it belongs to another framework, or to another version |
| `geen_kolom`, `onbekende_kolom`, `dubbele_kolom` | a column that is not there, that means nothing, or that is there twice |
| `niet_opgenomen` | there is no place for it in a framework |
"""

Vraagsoort: TypeAlias = Literal[
    "niet_omhoog",
    "andere_leerlijn",
    "ongelijke_soorten",
    "onbekende_keuze",
    "onbekende_optie",
    "ontbrekende_optie",
    "ongeldige_waarde",
    "opties_samen",
    "naam_bezet",
    "ongeldige_regel",
    "past_niet",
    "niets_te_tellen",
    "andere_tekst",
    "ander_raamwerk",
]
"""Why a question or option cannot be.

| soort | why |
|---|---|
| `niet_omhoog` | a verdieping that does not go to a higher niveau |
| `andere_leerlijn` | two leeruitkomsten of different leerlijnen |
| `ongelijke_soorten` | two values that must be of one soort: a leeruitkomst and a niveau |
| `onbekende_keuze` | not one of the values to choose from |
| `onbekende_optie`, `ontbrekende_optie` | an option that does not exist here, or that must be given |
| `ongeldige_waarde` | a value without the form that it must have |
| `opties_samen` | options that belong together, or cannot go together |
| `naam_bezet` | a name that something else already has |
| `ongeldige_regel` | lines of a table that cannot be: no module with a code, a count that is none |
| `past_niet` | a text or id of the framework that the format cannot take; evidence that the periods have no place for |
| `niets_te_tellen` | a framework without succescriteria |
| `andere_tekst` | a difference that is applied to another text |
| `ander_raamwerk` | something that belongs to another framework, or to another version |
"""


class Fout(Exception):
    """Any error of this library; `except lu.Fout` catches them all, and nothing else.

    It is equal to another of its class with the same data, and survives pickling and copying.

    Attributes:
        soort: what is wrong, as a code that stays the same when the sentence (`str()`) is worded anew.

    >>> import leeruitkomsten as lu
    >>> try:
    ...     lu.leeruitkomst("wp2")
    ... except lu.Fout as fout:
    ...     fout.soort
    'schrijfwijze'
    """

    soort: str = "fout"

    def _gegevens(self) -> tuple[Any, ...]:
        """Return the arguments that make this error anew."""
        return self.args

    def als_dict(self) -> dict[str, Any]:
        """Return the soort, the sentence and the data, ready for `json.dumps`; what is no plain data is described."""
        velden = {naam: _plat(waarde) for naam, waarde in vars(self).items() if naam[0] != "_"}
        return {"fout": self.__class__.__name__, "soort": self.soort, "tekst": str(self), **velden}

    def __reduce__(self) -> tuple[Any, ...]:
        return (self.__class__, self._gegevens())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fout) or other.__class__ is not self.__class__:
            return NotImplemented
        return self._gegevens() == other._gegevens()

    def __hash__(self) -> int:
        return hash((self.__class__, str(self)))


def _plat(waarde: object) -> object:
    if isinstance(waarde, Fout):
        return waarde.als_dict()
    if isinstance(waarde, Bevinding | Datumfout):
        return {naam: _plat(deel) for naam, deel in waarde._asdict().items()}
    if isinstance(waarde, Mapping):
        return {str(naam): _plat(deel) for naam, deel in cast("Mapping[object, object]", waarde).items()}
    if isinstance(waarde, (tuple, list)):
        return [_plat(deel) for deel in cast("Sequence[object]", waarde)]
    return waarde if waarde is None or isinstance(waarde, (str, int, float)) else citaat(waarde)


class _MetSuggesties(Protocol):
    """What works out suggestions when they are read: a judgement."""

    @property
    def suggesties(self) -> tuple[Any, ...]: ...


class OnbekendeCode(Fout, KeyError):
    """A code that the framework does not have, or that is not of the kind that was asked for.

    Attributes:
        code: what was asked for, as it was given (usually `str`; a niveau is an `int`).
        gevraagd: what it was asked as, in Dutch: `leerlijn`, `niveau`, `leeruitkomst`, `rij`, `cel`, `succescriterium`, `evl`,
            `code` (any of these), or several, as in `leeruitkomst of succescriterium`.
        soort: what is wrong with it: `schrijfwijze`, `vervallen`, `ander_soort`, `meer_codes` or `onbekend`.
        suggesties: tuple of codes that may have been meant, those that followed a code that ended, or those that it stands for;
            the likeliest first; may be empty. They are worked out when they are first read.
        reden: what is wrong, in Dutch.
        verder: tuple of `OnbekendeCode`, the other unknown codes of the same call.

    >>> str(OnbekendeCode("WP22", "leeruitkomst", ("WP2",)))
    "'WP22' is geen leeruitkomst van dit raamwerk; bedoelde je 'WP2'?"
    """

    def __init__(  # noqa: PLR0917  # its data
        self,
        code: object,
        gevraagd: str,
        suggesties: tuple[Any, ...] | _MetSuggesties = (),
        verder: tuple[OnbekendeCode, ...] = (),
        soort: Codefout = "onbekend",
        reden: str = BESTAAT_NIET,
    ) -> None:
        """Make the error; `suggesties` is a tuple, or something that has one as its `suggesties`, read when it is needed."""
        super().__init__(code)
        self.code = code
        self.gevraagd = gevraagd
        self.soort: Codefout = soort  # pyright: ignore[reportIncompatibleVariableOverride]  # never set to another
        self.reden = reden
        self.verder = verder
        self._suggesties = suggesties

    @property
    def suggesties(self) -> tuple[Any, ...]:
        """The codes that may have been meant."""
        if not isinstance(self._suggesties, tuple):
            self._suggesties = self._suggesties.suggesties
        return self._suggesties

    def _gegevens(self) -> tuple[Any, ...]:
        return (self.code, self.gevraagd, self.suggesties, self.verder, self.soort, self.reden)

    @classmethod
    def samen(cls, onbekend: Iterable[OnbekendeCode]) -> OnbekendeCode:
        """Return one error that names all of `onbekend` (at least one), in their order."""
        eerste, *rest = onbekend
        return OnbekendeCode(eerste.code, eerste.gevraagd, eerste._suggesties, tuple(rest), eerste.soort, eerste.reden)

    def als_dict(self) -> dict[str, Any]:
        return {**super().als_dict(), "suggesties": _plat(self.suggesties)}

    def _zin(self) -> str:
        gevraagd = {"evl": "EvL"}.get(self.gevraagd, self.gevraagd)
        reden = "" if self.reden in (VORM, TEKEN, BESTAAT_NIET) else f": {self.reden}"
        return f"{citaat(self.code)} is geen {gevraagd} van dit raamwerk{reden}{bedoeld(self.soort, self.suggesties)}"

    def __str__(self) -> str:
        genoemd = [fout._zin() for fout in (self, *self.verder[: MEESTE_GENOEMD - 1])]
        return "\n".join([*genoemd, *en_nog(1 + len(self.verder) - len(genoemd))])


class Bevinding(NamedTuple):
    """One fault in a file.

    Attributes:
        pad: where it is, such as `leerlijnen[0].code`.
        soort: what is wrong there, as a code that stays the same; see `Bevindingsoort`.
        reden: what is wrong there, in Dutch.

    >>> print(Bevinding("leerlijnen[0].code", "verkeerde_vorm", "hier hoort de code van een leerlijn"))
    leerlijnen[0].code: hier hoort de code van een leerlijn
    """

    pad: str
    soort: Bevindingsoort
    reden: str

    def als_dict(self) -> dict[str, str]:
        """Return the path, the soort and the sentence by name, ready for `json.dumps`."""
        return {"pad": self.pad, "soort": self.soort, "reden": self.reden}

    def __str__(self) -> str:
        los = self.reden.partition(" ")[0] in ("is", "begint", "heeft")
        return f"{self.pad} {self.reden}" if los else f"{self.pad}: {self.reden}"


class OngeldigBestand(Fout, ValueError):
    """A file that cannot be used as it stands; nothing of it is loaded.

    Attributes:
        bevindingen: tuple of `Bevinding`, the faults found with their paths, in the order of the file, at most 100.
        meer: how many other faults were found; of a file with thousands of them the rest is not looked at.
    """

    soort = "ongeldig_bestand"

    def __init__(self, bevindingen: tuple[Bevinding, ...], meer: int = 0) -> None:
        super().__init__(bevindingen, meer)
        self.bevindingen = bevindingen
        self.meer = meer

    @classmethod
    def van(cls, bevindingen: Sequence[Bevinding], meer: int = 0) -> Self:
        """Return the error for all these faults and `meer` others: it names the first hundred, and says how many more there are."""
        return cls(tuple(bevindingen[:MEESTE_GENOEMD]), max(0, len(bevindingen) - MEESTE_GENOEMD) + meer)

    def __str__(self) -> str:
        aantal = len(self.bevindingen) + self.meer
        kop = "er is 1 fout:" if aantal == 1 else f"er zijn {aantal} fouten:"
        return "\n".join([kop, *(f"- {bevinding}" for bevinding in self.bevindingen), *en_nog(self.meer)])


class OngeldigRaamwerk(OngeldigBestand):
    """A framework that cannot be used as it stands."""

    soort = "ongeldig_raamwerk"


class OngeldigPortfolio(OngeldigBestand):
    """A portfolio that cannot be used as it stands, or that belongs to another version of the framework."""

    soort = "ongeldig_portfolio"


class Datumfout(NamedTuple):
    """Lines of evidence of which the day cannot be counted.

    Attributes:
        kolom: name of the column with the days.
        vorm: how text had to say them.
        voorbeelden: tuple of pairs: what stands there and is no day, and in how many lines; the most frequent first, at most 5.
        regels: in how many lines stands something that is no day.
        later: how many lines are of after the last period.
        einde: its last day (ISO 8601); `None` where there is none.
    """

    kolom: str
    vorm: str
    voorbeelden: tuple[tuple[str, int], ...]
    regels: int
    later: int
    einde: str | None

    def __str__(self) -> str:
        zinnen: list[str] = []
        if self.regels:
            genoemd = ", ".join(f"{citaat(tekst)} ({aantal} ×)" for tekst, aantal in self.voorbeelden)
            hoort = f"in de kolom {citaat(self.kolom)} hoort een datum ({self.vorm})"
            zinnen.append(f"{hoort}; in {_regels(self.regels)} staat iets anders: {genoemd}")
        if self.later:
            is_ = "is" if self.later == 1 else "zijn"
            zinnen.append(
                f"{_regels(self.later)} {is_} van na de laatste periode ({self.einde}); geef tot om die niet mee te tellen"
            )
        return "\n".join(zinnen)


class OngeldigBewijs(Fout, ValueError):
    """A table of evidence with lines that cannot be counted. Where codes are the fault it is an `OnbekendBewijs`.

    Attributes:
        leeg: tuple of pairs: name of a column, and in how many lines it is empty; columns without empty cells are left out.
        datums: a `Datumfout`, what is wrong with days; `None` where nothing is.
    """

    soort = "ongeldig_bewijs"

    def __init__(self, leeg: tuple[tuple[str, int], ...], datums: Datumfout | None = None) -> None:
        super().__init__(leeg, datums)
        self.leeg, self.datums = leeg, datums

    def __str__(self) -> str:
        leeg = (f"de kolom {citaat(kolom)} is leeg in {_regels(regels)}" for kolom, regels in self.leeg)
        return "\n".join([*leeg, *([str(self.datums)] if self.datums else [])])


class OnbekendBewijs(OngeldigBewijs, OnbekendeCode):
    """A table of evidence with codes that the framework does not have; an `OnbekendeCode` too.

    Attributes:
        leeg, datums: as for `OngeldigBewijs`.
        voorbeelden: tuple of pairs: an `OnbekendeCode`, and in how many lines it stands; the most frequent first, at most 5.
        codes, regels: how many different codes are unknown, and in how many lines there is one.
        code, gevraagd, soort, suggesties, reden, verder: of the examples, as for `OnbekendeCode`.
    """

    soort: Codefout

    def __init__(
        self,
        leeg: tuple[tuple[str, int], ...],
        voorbeelden: tuple[tuple[OnbekendeCode, int], ...],
        codes: int,
        regels: int,
        datums: Datumfout | None = None,
    ) -> None:
        samen = OnbekendeCode.samen(fout for fout, _ in voorbeelden)
        OnbekendeCode.__init__(
            self, samen.code, samen.gevraagd, samen._suggesties, samen.verder, samen.soort, samen.reden
        )
        self.leeg, self.voorbeelden, self.codes, self.regels = leeg, voorbeelden, codes, regels
        self.datums = datums

    def _gegevens(self) -> tuple[Any, ...]:
        return (self.leeg, self.voorbeelden, self.codes, self.regels, self.datums)

    def __str__(self) -> str:
        kop = f"in {_regels(self.regels)} staat een code die het raamwerk niet heeft:"
        genoemd = [f"- {fout} ({regels} ×)" for fout, regels in self.voorbeelden]
        meer = en_nog(self.codes - len(self.voorbeelden))
        ook = OngeldigBewijs.__str__(self)
        return "\n".join([*([ook] if ook else []), kop, *genoemd, *meer])


def _regels(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"


class OngeldigeVraag(Fout, ValueError):
    """A question, or an option of one, that cannot be: down instead of up, a value that is none of those to choose from.

    Attributes:
        soort: why not, as a code that stays the same; see `Vraagsoort`.
        reden: why not, in Dutch.
        gegevens: dict of what was given, by its name.
        verder: tuple of `OngeldigeVraag`, the other faults of the same call.

    >>> str(OngeldigeVraag("onbekende_keuze", "breed: kies ja of nee", {"breed": "soms"}))
    'breed: kies ja of nee'
    """

    def __init__(
        self,
        soort: Vraagsoort,
        reden: str,
        gegevens: Mapping[str, object] | None = None,
        verder: tuple[OngeldigeVraag, ...] = (),
    ) -> None:
        super().__init__(reden)
        self.soort: Vraagsoort = soort  # pyright: ignore[reportIncompatibleVariableOverride]  # never set to another
        self.reden = reden
        self.gegevens = dict(gegevens or {})
        self.verder = verder

    def _gegevens(self) -> tuple[Any, ...]:
        return (self.soort, self.reden, self.gegevens, self.verder)

    @classmethod
    def samen(cls, fouten: Iterable[OngeldigeVraag]) -> OngeldigeVraag:
        """Return one error that names all of `fouten` (at least one), in their order."""
        eerste, *rest = fouten
        return cls(eerste.soort, eerste.reden, eerste.gegevens, tuple(rest))

    @classmethod
    def keuze(cls, naam: str, gegeven: object, mogelijk: Iterable[object]) -> OngeldigeVraag:
        """Return the error for an option called `naam` that is none of the values to choose from.

        >>> str(OngeldigeVraag.keuze("per", "klas", ["student", "groep"]))
        "per='klas' kan niet; kies uit: 'student' of 'groep'"
        """
        keuzen = tuple(mogelijk)
        reden = f"{naam}={citaat(gegeven)} kan niet{kies_uit(gegeven, keuzen, opsomming(keuzen, 'of'))}"
        return cls("onbekende_keuze", reden, {naam: gegeven, "mogelijk": keuzen})

    def __str__(self) -> str:
        genoemd = [fout.reden for fout in (self, *self.verder[: MEESTE_GENOEMD - 1])]
        return "\n".join([*genoemd, *en_nog(1 + len(self.verder) - len(genoemd))])


def weiger(fouten: Iterable[OngeldigeVraag]) -> None:
    """Do nothing when there are no faults.

    Raises:
        OngeldigeVraag: there are; the error names all of them, in their order.
    """
    if alle := tuple(fouten):
        raise OngeldigeVraag.samen(alle)


class VerkeerdType(Fout, TypeError):
    """An argument of a kind that cannot be meant.

    Attributes:
        reden: what is wrong, in Dutch.
        gegevens: dict of what was given, by its name.

    >>> str(VerkeerdType("zoek vraagt om tekst, niet om 3", {"tekst": 3}))
    'zoek vraagt om tekst, niet om 3'
    """

    soort = "verkeerd_type"

    def __init__(self, reden: str, gegevens: Mapping[str, object] | None = None) -> None:
        super().__init__(reden)
        self.reden = reden
        self.gegevens = dict(gegevens or {})

    def _gegevens(self) -> tuple[Any, ...]:
        return (self.reden, self.gegevens)


def eis_type(gegeven: object, soort: type | tuple[type, ...], wat: str, naam: str) -> None:
    """Do nothing when an argument is of a type; `wat` says in Dutch what that is, and `naam` what the argument is called.

    Raises:
        VerkeerdType: it is of another one.
    """
    if not isinstance(gegeven, soort):
        raise VerkeerdType(f"hier hoort {wat}, er staat {citaat(gegeven)}", {naam: gegeven})


class GeenKolom(Fout, ValueError):
    """A table without a column that is asked for, or with more than one of that name.

    Attributes:
        gevraagd: tuple of the names that are not there.
        dubbel: tuple of the names that are there more than once.
        kolommen: tuple of the names of the columns there are, as they are called (usually `str`).
        waar: what has no such column, in Dutch: `de tabel`.

    >>> print(GeenKolom(("student",), (), ("Student", "criterium")))
    de tabel heeft geen kolom 'student'; bedoelde je 'Student'? De kolommen zijn: 'Student' en 'criterium'.
    """

    soort = "geen_kolom"

    def __init__(
        self,
        gevraagd: tuple[str, ...],
        dubbel: tuple[str, ...],
        kolommen: tuple[object, ...],
        waar: str = "de tabel",
    ) -> None:
        super().__init__(gevraagd, dubbel, kolommen, waar)
        self.gevraagd, self.dubbel, self.kolommen, self.waar = gevraagd, dubbel, kolommen, waar

    @property
    def nabij(self) -> dict[str, str]:
        """For names that are not there, the column that is called most like it, where there is one."""
        lijkt = ((naam, meest_gelijk(naam, self.kolommen)) for naam in self.gevraagd)
        return {naam: gevonden for naam, gevonden in lijkt if gevonden is not None}

    def als_dict(self) -> dict[str, Any]:
        return {**super().als_dict(), "nabij": self.nabij}

    def __str__(self) -> str:
        nabij = self.nabij
        zinnen = [
            f"{self.waar} heeft geen kolom {citaat(naam)}"
            + (
                f"; bedoelde je {citaat(nabij[naam])}?" if naam in [*nabij] else "."
            )  # no lookup: a name may be anything
            for naam in self.gevraagd
        ]
        zinnen += [f"{self.waar} heeft meer dan één kolom {citaat(naam)}." for naam in self.dubbel]
        heeft = f"De kolommen zijn: {opsomming(self.kolommen)}." if self.kolommen else "Er zijn geen kolommen."
        return " ".join([*zinnen, heeft])


def eis_kolommen(gevraagd: Iterable[str], kolommen: Iterable[object], waar: str = "de tabel") -> None:
    """Do nothing when each of the names is there exactly once.

    Raises:
        GeenKolom: a name is not there, or more than once; the error names all of them.
    """
    er_zijn = tuple(kolommen)
    keren = [(naam, er_zijn.count(naam)) for naam in gevraagd]  # no dict: a name may be anything
    mist = tuple(naam for naam, aantal in keren if not aantal)
    dubbel = tuple(naam for naam, aantal in keren if aantal > 1)
    if mist or dubbel:
        raise GeenKolom(mist, dubbel, er_zijn, waar)


class OntbrekendOnderdeel(Fout, ImportError):
    """An extra that is needed and not installed.

    Attributes:
        extra: its name, such as `cohort`.
        waarvoor: what it is needed for, in Dutch.

    >>> print(OntbrekendOnderdeel("rdf", "SKOS"))
    Voor SKOS is een extra onderdeel nodig. Installeer dat met: pip install "leeruitkomsten[rdf]"
    Of, in de map met de broncode: pip install ".[rdf]"
    """

    soort = "ontbrekend_onderdeel"

    def __init__(self, extra: str, waarvoor: str) -> None:
        super().__init__(extra, waarvoor)
        self.extra = extra
        self.waarvoor = waarvoor

    def __str__(self) -> str:
        return (
            f"Voor {self.waarvoor} is een extra onderdeel nodig. Installeer dat met: "
            f'pip install "leeruitkomsten[{self.extra}]"\nOf, in de map met de broncode: pip install ".[{self.extra}]"'
        )


@contextmanager
def onderdeel(extra: str, waarvoor: str) -> Generator[None]:
    """Say that an extra is needed, where what it brings is imported inside this context and is not there.

    >>> with onderdeel("rdf", "SKOS"):
    ...     import rdflib

    Raises:
        OntbrekendOnderdeel: it cannot be imported; what Python said is its cause.
    """
    try:
        yield
    except ImportError as fout:
        raise OntbrekendOnderdeel(extra, waarvoor) from fout
