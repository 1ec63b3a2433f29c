"""How many of how many: what every count is given as."""

from __future__ import annotations

from typing import NamedTuple

from ..plat import StandDict


class Stand(NamedTuple):
    """How many succescriteria have been shown (or are covered), of how many. `str()` is "2 van 9"."""

    aantal: int
    totaal: int

    def als_dict(self) -> StandDict:
        """Return both numbers by name, ready for `json.dumps`."""
        return {"aantal": self.aantal, "totaal": self.totaal}

    def __str__(self) -> str:
        return f"{self.aantal} van {self.totaal}"
