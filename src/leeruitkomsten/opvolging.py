"""Codes that ended: since when, why, and which codes follow them. A code is never reused, so it stays resolvable."""

from __future__ import annotations

import attrs

from .record import Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel


@attrs.frozen(repr=False, eq=False)
class Vervallen(Regel):
    """A code that ended.

    Attributes:
        code: the code that no longer exists.
        opvolgers: tuple of the codes that follow it; may be empty, and may have ended in their turn.
        sinds: the version of the framework in which it ended.
        reden: why, in Dutch.
    """

    code: str
    opvolgers: tuple[str, ...]
    sinds: str
    reden: str

    KOP = ("Code", "Vervallen sinds", "Opvolgers", "Reden")

    def __str__(self) -> str:
        volgt = f", opgevolgd door {' en '.join(self.opvolgers)}" if self.opvolgers else ""
        return f"{self.code} is vervallen sinds {self.sinds}{volgt}: {self.reden}"

    def cellen(self) -> tuple[Cel, ...]:
        return (self.code, self.sinds, ", ".join(self.opvolgers), self.reden)
