"""Which framework, and exactly which contents: the key, the UUIDs and the fingerprint that tell frameworks apart."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, TypeAlias, cast

import attrs

from .fouten import OngeldigeVraag
from .record import Bouwsteen, Regel, Sleutel, Tekst, Versie, gegevens_van
from .zinnen import citaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from .plat import KenmerkDict, RaamwerkDict
    from .tabel import Cel

Vingerafdruk: TypeAlias = Annotated[str, "vingerafdruk"]
_NAAMRUIMTE = "52eec819-e18c-4adc-b30b-a7589e692936"
"""The package's own namespace: below it each framework has one, and below that each code a UUID."""


@attrs.frozen(repr=False, eq=False)
class Kenmerk(Bouwsteen, Regel):
    """Which framework something was counted with, and exactly which contents it had.

    Attributes:
        sleutel: the key that tells frameworks apart, such as `werkplekleren`.
        naam, versie: of the framework.
        vingerafdruk: SHA-256 of its canonical file, 64 hexadecimal digits.
    """

    sleutel: Sleutel
    naam: Tekst
    versie: Versie
    vingerafdruk: Vingerafdruk

    KOP = ("Raamwerk", "Versie", "Sleutel", "Vingerafdruk")

    if TYPE_CHECKING:

        def als_dict(self) -> KenmerkDict: ...
        def records(self) -> list[KenmerkDict]: ...

    def __str__(self) -> str:
        return f"{self.naam}, versie {self.versie}"

    def _regel(self) -> tuple[Cel, ...]:
        return (self.naam, self.versie, self.sleutel, self.vingerafdruk)


def uuid(sleutel: str, code: str) -> UUID:
    """Return the UUID (version 5) of a code in the framework with this key: the same on every machine, for good.

    >>> uuid("werkplekleren", "WP2") == uuid("ander-raamwerk", "WP2")
    False
    """
    from uuid import uuid5

    return uuid5(uuidruimte(sleutel), code)


def uuidruimte(sleutel: str, boven: UUID | None = None) -> UUID:
    """Return the namespace of the framework with this key: below that of the package, or below another."""
    from uuid import UUID, uuid5

    return uuid5(boven or UUID(_NAAMRUIMTE), sleutel)


MET_ERRATA = "+errata"
"""How the version ends of a framework whose known slips have been corrected."""


def zelfde_versie(een: str, ander: str) -> bool:
    """Say whether the codes of two versions are the same: errata change words, and make no other version of those."""
    return een.removesuffix(MET_ERRATA) == ander.removesuffix(MET_ERRATA)


Verschilt: TypeAlias = Literal["sleutel", "versie", "vingerafdruk"]
"""In what two are not of the same framework."""


def verschilt_in(kenmerk: Kenmerk, eigen: Kenmerk) -> Verschilt | None:
    """Return in what something is of another framework than one's own, so that its codes may mean something else; else `None`."""
    if kenmerk.sleutel != eigen.sleutel:
        return "sleutel"
    if not zelfde_versie(kenmerk.versie, eigen.versie):
        return "versie"
    return "vingerafdruk" if kenmerk.versie == eigen.versie and kenmerk.vingerafdruk != eigen.vingerafdruk else None


def codes_van(gegeven: object, eigen: Callable[[], Kenmerk]) -> object:
    """Return the codes of a portfolio that is of one's own framework; anything else as it is.

    Raises:
        OngeldigeVraag: the portfolio is of another framework or version (soort `ander_raamwerk`).
    """
    codes, kenmerk = getattr(gegeven, "codes", None), getattr(gegeven, "kenmerk", None)
    if codes is None or not isinstance(kenmerk, Kenmerk):
        return gegeven
    deel = verschilt_in(kenmerk, eigen())
    if deel is None:
        return codes
    hoort, hier = (f"{citaat(van.sleutel)} ({van})" for van in (kenmerk, eigen()))
    anders = "; de inhoud van dat raamwerk is een andere" if deel == "vingerafdruk" else ""
    reden = f"dit portfolio hoort bij {hoort}, het raamwerk is {hier}{anders}"
    raise OngeldigeVraag("ander_raamwerk", reden, {"portfolio": kenmerk, "raamwerk": eigen()})


FORMAAT = 2
"""The version of the shape of the file of a framework."""


def bestandsvorm(velden: Mapping[str, Any]) -> RaamwerkDict:
    """Return the fields of a framework, by name, as plain data in the shape of its file."""
    vorm = {"formaat": FORMAAT, **{naam: gegevens_van(waarde) for naam, waarde in velden.items()}}
    return cast("RaamwerkDict", vorm)


_NAAM_VAN_HET_PAKKET = "Leeruitkomsten van het werkplekleren"
SLEUTEL_VAN_HET_PAKKET = "werkplekleren"
LANGSTE_SLEUTEL = 40


def sleutel_van(naam: object) -> str:
    """Return the key of a framework of which only the name is known.

    That of the packaged framework for its name, and for no other; of another name what is left in small letters, digits and
    hyphens. Where too little is left, or too much, eight digits of the SHA-256 of the name tell it apart from others that
    begin like it. What is no text is a fault of its own, and gets the key `onbekend`.

    >>> sleutel_van("Raamwerk Ambacht: één jaar")
    'raamwerk-ambacht-een-jaar'
    >>> sleutel_van("Leeruitkomsten van het werkplekleren in Rotterdam")
    'leeruitkomsten-van-het-werkplek-f5524ea1'
    """
    import re
    import unicodedata
    from hashlib import sha256

    if naam == _NAAM_VAN_HET_PAKKET:
        return SLEUTEL_VAN_HET_PAKKET
    if not isinstance(naam, str):
        return "onbekend"
    kaal = unicodedata.normalize("NFKD", naam.casefold()).encode("ascii", "ignore").decode()
    sleutel = re.sub("[^a-z0-9]+", "-", kaal).strip("-")
    if 1 < len(sleutel) <= LANGSTE_SLEUTEL and sleutel != SLEUTEL_VAN_HET_PAKKET:
        return sleutel
    begin = sleutel[: LANGSTE_SLEUTEL - 9].strip("-") if len(sleutel) > 1 else "raamwerk"
    return f"{begin}-{sha256(naam.encode()).hexdigest()[:8]}"


def vingerafdruk(gegevens: Any) -> str:
    """Return the SHA-256 of plain data in their canonical form, 64 hexadecimal digits."""
    from hashlib import sha256

    return sha256(canoniek(gegevens)).hexdigest()


def canoniek(gegevens: Any) -> bytes:
    """Return plain data as canonical JSON, so that two editions compare line by line.

    Keys keep their order; an object that holds no list or other object stands on one line; UTF-8.
    """
    return f"{_regels(gegevens, 0)}\n".encode()


def _regels(waarde: Any, diepte: int) -> str:
    if not isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    if isinstance(waarde, dict):
        velden = cast("dict[str, Any]", waarde)
        if not any(isinstance(deel, dict | list) for deel in velden.values()):
            return json.dumps(velden, ensure_ascii=False)
        regels = [f"{_regels(naam, 0)}: {_regels(deel, diepte + 1)}" for naam, deel in velden.items()]
        begin, einde = "{}"
    else:
        regels = [_regels(deel, diepte + 1) for deel in cast("Iterable[Any]", waarde)]
        begin, einde = "[]"
    inspringing = "\n" + " " * (diepte + 1)
    binnen = f"{inspringing}{f',{inspringing}'.join(regels)}\n{' ' * diepte}" if regels else ""
    return begin + binnen + einde
