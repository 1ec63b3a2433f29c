"""The list of students (rooster): who counts, and of which group they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

import attrs

from ..codes import is_getal
from ..zinnen import citaat

Celsoort: TypeAlias = Literal["tekst", "getal", "kommagetal", "leeg"]
"""What cells may hold that are keys or codes, or look like them; whole numbers are of at most 64 bits. `leeg`: there are none."""
GENOEMD = 5
"""So many persons are named in a message."""


@attrs.frozen
class Rooster:
    """Everybody who counts, once each.

    Attributes:
        kolommen: under the name of each column that says who they are, and of which group, its values; all as long.
        soorten: under each name what its values are: `tekst` or `getal`; `tekst` where there are none.
    """

    kolommen: Mapping[str, Sequence[Any]]
    soorten: Mapping[str, Celsoort]

    @property
    def regels(self) -> list[tuple[Any, ...]]:
        """A line for everybody."""
        return list(zip(*self.kolommen.values(), strict=True))

    def past_niet(self, naam: str, soort: Celsoort | None, grenzen: tuple[int, int] | None) -> Iterator[str]:
        """Yield why keys of the list cannot be those of a column of the evidence, if so."""
        waarden = self.kolommen[naam]
        if waarden and soort not in ("leeg", self.soorten[naam]):
            yield (
                f"de kolom {citaat(naam)} heeft in het bewijs {_genoemd(soort)} en bij studenten {_genoemd(self.soorten[naam])}: "
                "zo is niemand te vinden; maak ze gelijk"
            )
        elif soort == "getal" and grenzen is not None:
            te_ver = [waarde for waarde in waarden if not grenzen[0] <= waarde <= grenzen[1]]
            if te_ver:
                yield f"het getal {te_ver[0]} bij studenten past niet in de kolom {citaat(naam)} van het bewijs"


def _genoemd(soort: Celsoort | None) -> str:
    return "tekst" if soort == "tekst" else "getallen"


def soort_van(waarde: object) -> Celsoort | None:
    """Return of the value of a cell whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
    if isinstance(waarde, str):
        return "tekst"
    if is_getal(waarde):
        return "getal"
    return "kommagetal" if isinstance(waarde, float) else None


def meer_groepen(per: Sequence[str], groep: Sequence[str], wie: Sequence[Sequence[Any]], aantal: int) -> str:
    """Return in Dutch that so many stand in more than one group, of whom some are given."""
    kolommen = " en ".join(citaat(naam) for naam in groep)
    return (
        f"{noem_alle(per, wie, aantal)}: meer dan één waarde in de kolom {kolommen}. Wie in twee groepen telt, telt in geen van "
        f"beide met alles mee; geef met studenten= een lijst waarop ieder één keer staat, of zet {kolommen} bij per"
    )


def noem_alle(per: Sequence[str], wie: Sequence[Sequence[Any]], aantal: int) -> str:
    """Return in Dutch who they are, of whom some are given."""
    genoemd = [", ".join(f"{naam} {citaat(waarde)}" for naam, waarde in zip(per, een, strict=True)) for een in wie]
    return "; ".join([*genoemd, *([f"en nog {aantal - len(wie)}"] if aantal > len(wie) else [])])
