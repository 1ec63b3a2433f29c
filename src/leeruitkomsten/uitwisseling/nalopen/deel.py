"""What a reader makes of a file, whatever its format: the things that stand in it, each with its texts and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .gelezen_tekst import zonder_punten

EVL = re.compile("EvL[0-9]*$")
"""How the id of an EvL ends, and that of what holds them."""


class Deel(NamedTuple):
    """One thing that stands in a file.

    Attributes:
        id: by what the system knows it: a code, or what the exporter makes of one; empty where it has none.
        velden: its texts by name, as they stand there; `naam` may be shortened where there is a `tekst` besides.
        ouders: the ids of what it stands under, in order.
        waar: where it stands in the file, in Dutch, such as `regel 12` or `CFItems[3]`.
        groep: of which whole it is a part, where a file holds several.
    """

    id: str
    velden: Mapping[str, str]
    ouders: tuple[str, ...]
    waar: str = ""
    groep: str = ""

    def tekst(self) -> str:
        """Return what it says, to show it by: its text, or else its name."""
        return next(filter(None, (self.velden.get(naam) for naam in ("tekst", "leeruitkomst", "naam"))), "")


def delen_van(deel: Deel) -> Iterator[Deel]:
    """Yield a thing with a description in HTML, then the succescriteria that are a list in it."""
    tekst, punten = zonder_punten(deel.velden["tekst"])
    yield deel._replace(velden={**deel.velden, "tekst": tekst}) if punten else deel
    ouder, uitkomst, voor = (deel.id,), "", ""
    for code, punt in punten:
        if uitkomst != code.partition(".")[0]:
            # What stands ahead of the code of its leeruitkomst in an id stands ahead of its own.
            uitkomst = code.partition(".")[0]
            voor = deel.id.removesuffix(uitkomst) if deel.id.endswith(uitkomst) else ""
        yield Deel(voor + code, {"tekst": punt}, ouder, deel.waar)


class Gelezen(NamedTuple):
    """What stands in a file.

    Attributes:
        delen: the things, in the order of the file.
        wortel: of a system that holds other things as well, the id of what holds ours; it is no thing itself.
        opmerkingen: sentences in Dutch on what was passed over.
        kolommen: of a table of ours, the columns that it has.
        nummers: of a system in which things have addresses, the identifier of each by its code.
        schaal: the scale of the whole in words, from low to high, where the file has one, and where it stands.
    """

    delen: list[Deel]
    wortel: str = ""
    opmerkingen: tuple[str, ...] = ()
    kolommen: frozenset[str] = frozenset()
    nummers: Mapping[str, str] = {}
    schaal: tuple[str, str] = ("", "")
