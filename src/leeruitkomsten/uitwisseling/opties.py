"""What each format can be asked: its options with their values, for type checkers and at run time from the same lines.

The names are those of the keywords of a format's own `schrijf`, which has the default values and says what each means.
"""

# Annotations are evaluated at once here: a `TypedDict` of texts would not know which of its keys are required.
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Literal, Required, TypeAlias, TypedDict, Union, get_args, get_origin, get_type_hints

from ..fouten import OngeldigeVraag
from ..zinnen import citaat

Formaat: TypeAlias = Literal[
    "canvas",
    "moodle",
    "case",
    "ooapi",
    "skos",
    "mahara",
    "portflow",
    "openbadges",
    "csv",
    "xlsx",
    "markdown",
    "json",
]
"""What `schrijf` can write."""
Leesbaar: TypeAlias = Literal["case", "json", "xlsx", "csv"]
"""What `lees` can read as a whole framework."""
Naloopbaar: TypeAlias = Literal["canvas", "moodle", "case", "brightspace", "mahara", "csv", "xlsx"]
"""What `vergelijk` can hold against a framework."""
Itemsoort: TypeAlias = Literal["leerlijn", "leeruitkomst", "niveau", "rij", "succescriterium", "evl", "overslaan"]
"""What `lees` can take a type of item of CASE for."""

Criteria: TypeAlias = Literal["lijst", "uitkomsten"]
Delimiter: TypeAlias = Literal["comma", "semicolon", "tab"]
CompletionRule: TypeAlias = Literal["all"]
RuleOutcome: TypeAlias = Literal[1, 2, 3]
CaseVersie: TypeAlias = Literal["1.1", "1.0"]
Syntaxis: TypeAlias = Literal["turtle", "json-ld"]
TargetCode: TypeAlias = Literal["human", "uuid"]
Scheiding: TypeAlias = Literal[",", ";", "\t"]


class Canvas(TypedDict, total=False):
    """Options of `canvas`."""

    criteria: Criteria
    evl: bool
    ratings: Sequence[tuple[int, str]]
    mastery_points: int
    voorvoegsel: str


class Moodle(TypedDict, total=False):
    """Options of `moodle`."""

    evl: bool
    completion_rule: CompletionRule | None
    ruleoutcome: RuleOutcome | None
    delimiter: Delimiter
    idnumber: str | None


class Case(TypedDict, total=False):
    """Options of `case`."""

    versie: CaseVersie
    base_uri: str | None
    precedes_criteria: bool


class Skos(TypedDict, total=False):
    """Options of `skos`."""

    syntaxis: Syntaxis
    base_uri: str | None


class Mahara(TypedDict, total=False):
    """Options of `mahara`."""

    criteria: bool
    institution: str
    selfassess: bool


class OpenBadges(TypedDict, total=False):
    """Options of `openbadges`."""

    base_uri: Required[str]
    versie: CaseVersie
    code: TargetCode
    codes: str | Iterable[str] | None


class Csv(TypedDict, total=False):
    """Options of `csv`."""

    scheiding: Scheiding
    bom: bool


Schrijver: TypeAlias = Callable[..., bytes]
"""What writes a format: a framework, and options by name."""


def standaard(schrijver: Schrijver) -> dict[str, Any]:
    """Return the options of a format by name, each with its value when nobody asks for another: `None` where one must."""
    delen = inspect.signature(schrijver).parameters.items()
    return {
        naam: None if deel.default is deel.empty else deel.default
        for naam, deel in delen
        if deel.kind is deel.KEYWORD_ONLY
    }


def vreemd(formaat: str, schrijver: Schrijver, gegeven: Mapping[str, object]) -> Iterator[OngeldigeVraag]:
    """Yield which options a format does not know, and which it does: one error, or none."""
    kent = standaard(schrijver)
    if namen := [naam for naam in gegeven if naam not in kent]:
        wel = f"wel: {', '.join(kent)}" if kent else "er zijn er geen"
        reden = f"{formaat} kent de optie {' en '.join(map(citaat, namen))} niet; {wel}"
        yield OngeldigeVraag("onbekende_optie", reden, {naam: gegeven[naam] for naam in namen})


def verkeerd(schrijver: Schrijver, gegeven: Mapping[str, object]) -> dict[str, OngeldigeVraag]:
    """Return by name what is wrong with the values of options, as far as their types say.

    >>> from .platte_csv import schrijf
    >>> print(verkeerd(schrijf, {"scheiding": "|", "bom": True})["scheiding"])
    scheiding: hier hoort ',', ';' of '\\t', er staat '|'
    """
    soorten = get_type_hints(schrijver)
    return {
        naam: OngeldigeVraag(
            "onbekende_keuze" if _is_keuze(soorten[naam]) else "ongeldige_waarde",
            f"{naam}: hier hoort {_opgesomd([*_mogelijk(soorten[naam])])}, er staat {citaat(waarde)}",
            {naam: waarde},
        )
        for naam, waarde in gegeven.items()
        if naam in standaard(schrijver) and not _past(waarde, soorten[naam])
    }


def _past(waarde: object, soort: Any) -> bool:
    """Say whether a value is of this type; of a list it is not asked what stands in it."""
    oorsprong: Any = get_origin(soort)
    if oorsprong is Literal:
        return any(type(waarde) is type(keus) and waarde == keus for keus in get_args(soort))
    if oorsprong in (Union, UnionType):
        return any(_past(waarde, deel) for deel in get_args(soort))
    if oorsprong is not None:
        return isinstance(waarde, oorsprong) and not isinstance(waarde, str)
    return type(waarde) is int if soort is int else isinstance(waarde, soort)


def _is_keuze(soort: Any) -> bool:
    """Say whether this type is that of a choice from a closed set, or of none of them."""
    return Literal in (get_origin(soort), *map(get_origin, get_args(soort)))


def _mogelijk(soort: Any) -> Iterator[str]:
    """Yield what may be given, in words."""
    oorsprong: Any = get_origin(soort)
    if oorsprong is Literal:
        yield from map(repr, get_args(soort))
    elif oorsprong in (Union, UnionType):
        for deel in get_args(soort):
            yield from _mogelijk(deel)
    else:
        yield _WOORD.get(soort, "een lijst")


_WOORD: Mapping[Any, str] = {bool: "True of False", int: "een geheel getal", str: "een tekst", type(None): "None"}


def _opgesomd(delen: Sequence[str]) -> str:
    *eerste, laatste = delen
    return f"{', '.join(eerste)} of {laatste}" if eerste else laatste
