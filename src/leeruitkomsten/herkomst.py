"""Where a framework comes from: its source, remarks about it, the known slips in it, and the codes that ended."""

from __future__ import annotations

import attrs

from .record import Record, Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Tabel


@attrs.frozen(repr=False, eq=False)
class Noot(Regel):
    """A remark: what it is about (`bij`, a code or a word) and what it says (`tekst`)."""

    bij: str
    tekst: str

    KOP = ("Bij", "Tekst")

    def __str__(self) -> str:
        return f"{self.bij}: {self.tekst}"

    def cellen(self) -> tuple[Cel, ...]:
        return (self.bij, self.tekst)


@attrs.frozen(repr=False, eq=False)
class Bron(Record):
    """Where the text of a framework comes from.

    Attributes:
        titel: what the document calls itself.
        sha256: of the document as text, 64 hexadecimal digits.
        verwijzingen: tuple of the works that the document names, as it names them.
        verantwoording: tuple of `Noot`, how the table was read back from the document.
        op_inhoud_geplaatst: tuple of `Noot`, which criteria were placed by what they say and not by the layout.
    """

    titel: str
    sha256: str
    verwijzingen: tuple[str, ...]
    verantwoording: tuple[Noot, ...]
    op_inhoud_geplaatst: tuple[Noot, ...]

    def __str__(self) -> str:
        return f"{self.titel} ({'; '.join(self.verwijzingen)})" if self.verwijzingen else self.titel

    def tabel(self) -> Tabel:
        from .tabel import Tabel

        noten = (*self.verantwoording, *self.op_inhoud_geplaatst)
        return Tabel(str(self), Noot.KOP, tuple(noot.cellen() for noot in noten))


@attrs.frozen(repr=False, eq=False)
class Erratum(Regel):
    """A known slip in the source: in the `veld` of `code` stands `staat`, meant is `bedoeld`, and why."""

    code: str
    veld: str
    staat: str
    bedoeld: str
    reden: str

    KOP = ("Code", "Staat", "Bedoeld", "Reden")

    def __str__(self) -> str:
        return f"{self.code}: er staat {self.staat!r}, bedoeld is {self.bedoeld!r}. {self.reden}"

    def cellen(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.staat, self.bedoeld, self.reden)


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
