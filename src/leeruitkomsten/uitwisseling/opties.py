"""What each format can be asked: its options with their values, for type checkers and at run time from the same lines.

The names are those of the keywords of a format's own `schrijf`, which has the default values and says what each means.
"""

# Annotations are evaluated at once here: a `TypedDict` of texts would not know which of its keys are required.
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Literal, Required, TypeAlias, TypedDict, Union, cast, get_args, get_origin, get_type_hints

from ..fouten import OngeldigeVraag
from ..zinnen import KEUZE, citaat, meest_gelijk, opsomming

Formaat: TypeAlias = Literal[
    "canvas", "moodle", "case", "ooapi", "skos", "mahara", "openbadges", "csv", "xlsx", "markdown", "json"
]
"""What `schrijf` can write."""
Sjabloonsoort: TypeAlias = Literal["xlsx", "csv"]
"""What a table to fill in may be: a workbook or a CSV file."""
Leesbaar: TypeAlias = Literal["case", "json", "xlsx", "csv"]
"""What `lees` can read as a whole framework."""
Naloopbaar: TypeAlias = Literal["canvas", "moodle", "case", "brightspace", "mahara", "csv", "xlsx"]
"""What `vergelijk` can hold against a framework."""
Itemsoort: TypeAlias = Literal["leerlijn", "leeruitkomst", "niveau", "rij", "succescriterium", "evl", "overslaan"]
"""What `lees` can take a type of item of CASE for."""

CanvasSoort: TypeAlias = Literal["leerdoelen", "rubric-evl", "rubric-leerlijn"]
CanvasCriteria: TypeAlias = Literal["lijst", "uitkomsten"]
MoodleSoort: TypeAlias = Literal["raamwerk", "beoordeling"]
MaharaCriteria: TypeAlias = Literal["lijst", "elementen"]
CompletionRule: TypeAlias = Literal["all"]
RuleOutcome: TypeAlias = Literal[1, 2, 3]
CaseVersie: TypeAlias = Literal["1.0", "1.1"]
BrightspaceCriteria: TypeAlias = Literal["uitkomsten", "geen"]
PageSize: TypeAlias = Literal[10, 20, 50, 100, 250]
Syntaxis: TypeAlias = Literal["turtle", "json-ld"]
TargetCode: TypeAlias = Literal["human", "uuid"]
Badgesoort: TypeAlias = Literal["openbadges", "edubadges"]
Scheiding: TypeAlias = Literal[",", ";", "\t"]


class Canvas(TypedDict, total=False):
    """Options of `canvas`."""

    soort: CanvasSoort
    criteria: CanvasCriteria
    evl: bool
    schaal: Sequence[str]
    aangetoond: Sequence[str] | None
    naamruimte: str | None


class Moodle(TypedDict, total=False):
    """Options of `moodle`."""

    soort: MoodleSoort
    evl: bool
    completion_rule: CompletionRule | None
    ruleoutcome: RuleOutcome | None
    schaal: Sequence[str]
    aangetoond: Sequence[str] | None
    standaard: str | None
    scheiding: Scheiding
    naamruimte: str | None


class Case(TypedDict, total=False):
    """Options of `case`."""

    versie: CaseVersie
    base_uri: str | None
    naamruimte: str | None
    rubrieken: bool
    precedes_criteria: bool


class Ooapi(TypedDict, total=False):
    """Options of `ooapi`."""

    pageSize: PageSize
    pageNumber: int | None
    naamruimte: str | None


class Skos(TypedDict, total=False):
    """Options of `skos`."""

    syntaxis: Syntaxis
    base_uri: str | None
    naamruimte: str | None


class Mahara(TypedDict, total=False):
    """Options of `mahara`."""

    criteria: MaharaCriteria
    institution: str
    selfassess: bool


class OpenBadges(TypedDict, total=False):
    """Options of `openbadges`."""

    base_uri: Required[str]
    soort: Badgesoort
    versie: CaseVersie
    naamruimte: str | None
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


def uit_tekst(schrijver: Schrijver, regels: Iterable[str]) -> tuple[dict[str, Any], list[OngeldigeVraag]]:
    """Return options that were written as `naam=waarde`, as values, and what is wrong with how they were written.

    What a value means follows from its type alone. One that cannot be meant stays the text that it is: `verkeerd` names it.

    >>> from .platte_csv import schrijf
    >>> uit_tekst(schrijf, ["scheiding=tab", "bom=ja"])
    ({'scheiding': '\\t', 'bom': True}, [])
    """
    soorten, kent = get_type_hints(schrijver), standaard(schrijver)
    gekozen: dict[str, Any] = {}
    fouten: list[OngeldigeVraag] = []
    for regel in regels:
        naam, is_, waarde = regel.partition("=")
        if not is_ or not naam:
            reden = f"een optie is NAAM=WAARDE, er staat {citaat(regel)}"
        elif naam in gekozen:
            reden = f"de optie {citaat(naam)} staat er meer dan eens"
        else:
            gekozen[naam] = _betekenis(waarde, soorten[naam]) if naam in kent else waarde
            continue
        fouten.append(OngeldigeVraag("ongeldige_waarde", reden, {"optie": regel}))
    return gekozen, fouten


def _betekenis(tekst: str, soort: Any) -> object:
    """Return what a text means as a value of this type: the first reading that fits."""
    delen = get_args(soort) if get_origin(soort) in (Union, UnionType) else (soort,)
    lijst = any(get_origin(deel) in (Sequence, Iterable) for deel in delen)
    tab = tekst in _ALS_TAB and any(_TAB in get_args(deel) for deel in delen)
    lezingen: list[object] = [
        *([None] if not tekst else []),
        *([_JA_NEE[tekst.casefold()]] if tekst.casefold() in _JA_NEE else []),
        *([int(tekst)] if re.fullmatch("-?[0-9]{1,9}", tekst) else []),
        *([_delen(tekst)] if lijst else []),
        *([_TAB] if tab else []),
    ]
    return next((lezing for lezing in lezingen if _past(lezing, soort)), tekst)


def _delen(tekst: str) -> tuple[str, ...]:
    """Return the parts of a text that names several things: with semicolons between them, or else commas."""
    return tuple(deel.strip() for deel in tekst.split(";" if ";" in tekst else ",") if deel.strip())


_JA_NEE: Mapping[str, bool] = {"ja": True, "true": True, "nee": False, "false": False}
_TAB = "\t"
_ALS_TAB = (r"\t", "tab")
"""What stands for a tab where one can hardly be typed."""


def vreemd(formaat: str, schrijver: Schrijver, gegeven: Mapping[str, object]) -> Iterator[OngeldigeVraag]:
    """Yield which options a format does not know, and which it does: one error, or none."""
    kent = standaard(schrijver)
    if namen := [naam for naam in gegeven if naam not in kent]:
        lijkt = dict.fromkeys(filter(None, (meest_gelijk(naam, kent, KEUZE) for naam in namen)))
        bedoeld = f"; bedoelde je {opsomming(lijkt)}? Wel" if lijkt else "; wel"
        wel = f"{bedoeld}: {', '.join(kent)}" if kent else "; er zijn er geen"
        reden = f"{formaat} kent de optie {' en '.join(map(citaat, namen))} niet{wel}"
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


def buiten_soort(
    per_soort: Mapping[str, Sequence[str]], soort: str, gegeven: Mapping[str, object]
) -> Iterator[OngeldigeVraag]:
    """Yield each option that was given for another `soort` of file than the one that is asked for.

    `per_soort` says which options go with which; those that it does not name go with all of them.
    """
    for naam, waarde in gegeven.items():
        wel = [deze for deze, namen in per_soort.items() if naam in namen]
        if wel and soort not in wel:
            reden = f"{naam}: hoort bij soort={opsomming(wel, 'of')}, niet bij {citaat(soort)}"
            yield OngeldigeVraag("opties_samen", reden, {naam: waarde, "soort": soort})


def _past(waarde: object, soort: Any) -> bool:
    """Say whether a value is of this type; what can be gone through once only is not looked into."""
    oorsprong: Any = get_origin(soort)
    if oorsprong is Literal:
        return any(type(waarde) is type(keus) and waarde == keus for keus in get_args(soort))
    if oorsprong in (Union, UnionType):
        return any(_past(waarde, deel) for deel in get_args(soort))
    if oorsprong is Sequence:
        rij = isinstance(waarde, Sequence) and not isinstance(waarde, str)
        return rij and all(_past(deel, get_args(soort)[0]) for deel in cast("Sequence[object]", waarde))
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
        yield _WOORD.get(soort, "een lijst van teksten")


_WOORD: Mapping[Any, str] = {
    bool: "ja of nee (True of False)",
    int: "een geheel getal",
    str: "een tekst",
    type(None): "niets (None)",
}


def _opgesomd(delen: Sequence[str]) -> str:
    *eerste, laatste = delen
    return f"{', '.join(eerste)} of {laatste}" if eerste else laatste
