"""Where a framework comes from: its source, remarks about it, the known slips in it, and the codes that ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Annotated, Any, TypeAlias

import attrs

from .plat import BronDict, BronRegel, ErratumDict, Erratumveld, NootDict, VervallenDict, VervallenRegel
from .record import Bouwsteen, InTaal, Reeks, Regel, Tekst, Versie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .tabel import Cel, Tabel

Code: TypeAlias = Annotated[str, "code"]
Sha256: TypeAlias = Annotated[str, "sha256"]


@attrs.frozen(repr=False, eq=False)
class Noot(Bouwsteen, Regel):
    """A remark: what it is about (`bij`, a code or a word) and what it says (`tekst`)."""

    bij: Tekst
    tekst: Tekst

    KOP = ("Bij", "Tekst")

    if TYPE_CHECKING:

        def als_dict(self) -> NootDict: ...
        def records(self) -> list[NootDict]: ...

    def __str__(self) -> str:
        return f"{self.bij}: {self.tekst}"

    def _regel(self) -> tuple[Cel, ...]:
        return (self.bij, self.tekst)


@attrs.frozen(repr=False, eq=False)
class Bron(Bouwsteen, Regel):
    """Where the text of a framework comes from.

    Attributes:
        titel: what the document calls itself.
        sha256: of the document as text, 64 hexadecimal digits.
        verwijzingen: tuple of the works that the document names, as it names them.
        verantwoording: tuple of `Noot`, how the table was read back from the document.
        op_inhoud_geplaatst: tuple of `Noot`, which criteria were placed by what they say and not by the layout.
    """

    titel: Tekst
    sha256: Sha256
    verwijzingen: tuple[Tekst, ...]
    verantwoording: Reeks[Noot]
    op_inhoud_geplaatst: Reeks[Noot]

    KOP = ("Bron", "Verwijzingen")

    if TYPE_CHECKING:

        def als_dict(self) -> BronDict: ...

    def _regel(self) -> tuple[Cel, ...]:
        return (self.titel, "; ".join(self.verwijzingen))

    def __str__(self) -> str:
        return f"{self.titel} ({'; '.join(self.verwijzingen)})" if self.verwijzingen else self.titel

    def records(self) -> list[BronRegel]:
        """Return one flat dict: titel, sha256 and verwijzingen. The remarks have records of their own."""
        return [{"titel": self.titel, "sha256": self.sha256, "verwijzingen": "; ".join(self.verwijzingen)}]

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        noten = (*self.verantwoording, *self.op_inhoud_geplaatst)
        return Tabel(str(self), Noot.KOP, tuple(noot._regel() for noot in noten))


@attrs.frozen(repr=False, eq=False)
class Erratum(Bouwsteen, InTaal):
    """A known slip in the source: in the `veld` of `code` stands `staat`, meant is `bedoeld`, and why."""

    code: Code
    veld: Annotated[Erratumveld, "erratumveld"]
    staat: Tekst
    bedoeld: Tekst
    reden: Tekst

    KOP = ("Code", "Staat", "Bedoeld", "Reden")

    if TYPE_CHECKING:

        def als_dict(self) -> ErratumDict: ...
        def records(self) -> list[ErratumDict]: ...

    def __str__(self) -> str:
        return f"{self.code}: er staat {self.staat!r}, bedoeld is {self.bedoeld!r}. {self.reden}"

    def _regel(self) -> tuple[Cel, ...]:
        from .tabel import Onze

        return (((("code", self.code),),), self.staat, self.bedoeld, Onze(self.reden))


@attrs.frozen(repr=False, eq=False)
class Vervallen(Bouwsteen, Regel):
    """A code that ended.

    Attributes:
        code: the code that no longer exists.
        opvolgers: tuple of the codes that follow it; may be empty, and may have ended in their turn.
        sinds: the version of the framework in which it ended.
        reden: why, in Dutch.
    """

    code: Code
    opvolgers: tuple[Code, ...]
    sinds: Versie
    reden: Tekst

    KOP = ("Code", "Vervallen sinds", "Opvolgers", "Reden")

    if TYPE_CHECKING:

        def als_dict(self) -> VervallenDict: ...
        def records(self) -> list[VervallenRegel]: ...

    def __str__(self) -> str:
        volgt = f", opgevolgd door {' en '.join(self.opvolgers)}" if self.opvolgers else ""
        return f"{self.code} is vervallen sinds {self.sinds}{volgt}: {self.reden}"

    def _regel(self) -> tuple[Cel, ...]:
        return (self.code, self.sinds, ", ".join(self.opvolgers), self.reden)


class Opvolging(Mapping[str, tuple[str, ...]]):
    """For each code that ended the living codes that follow it, each once, worked out for who asks.

    Successors that ended in their turn are followed as well, in the order in which they stand.

    Args:
        vervallen: the codes that ended, by code; none of them follows itself along a detour.
        bestaand: the codes that live.
    """

    __slots__ = ("_bestaand", "_einden", "_vervallen")

    def __init__(self, vervallen: Mapping[str, Vervallen], bestaand: Set[str]) -> None:
        self._vervallen = vervallen
        self._bestaand = bestaand
        self._einden = _einden(vervallen)

    def __getitem__(self, code: str) -> tuple[str, ...]:
        if code not in self._vervallen:
            raise KeyError(code)
        gevolgd: dict[str, None] = {}
        te_volgen = [code]
        while te_volgen:
            volgende = te_volgen.pop()
            einde = self._einden.get(volgende, volgende)
            if einde not in gevolgd:
                gevolgd[einde] = None
                if einde in self._vervallen:
                    te_volgen += reversed(self._vervallen[einde].opvolgers)
        return tuple(opvolger for opvolger in gevolgd if opvolger in self._bestaand)

    def __contains__(self, code: object) -> bool:
        return code in self._vervallen

    def __iter__(self) -> Iterator[str]:
        return iter(self._vervallen)

    def __len__(self) -> int:
        return len(self._vervallen)


def _einden(vervallen: Mapping[str, Vervallen]) -> dict[str, str]:
    """Return where each chain of single successors leads, by the codes on it: one that asks walks no chain again."""
    einden: dict[str, str] = {}
    for begin in vervallen:
        weg: list[str] = []
        code = begin
        while code not in einden and code in vervallen and len(vervallen[code].opvolgers) == 1:
            weg.append(code)
            (code,) = vervallen[code].opvolgers
        einden |= dict.fromkeys(weg, einden.get(code, code))
    return einden


def bouw_herkomst(gegevens: Mapping[str, Any]) -> tuple[Bron, Reeks[Noot], Reeks[Erratum], Reeks[Vervallen]]:
    """Return source, introduction, errata and ended codes that plain data in the shape of the file describe."""
    bron = gegevens["bron"]
    errata = (
        Erratum._vertrouwd(e["code"], e["veld"], e["staat"], e["bedoeld"], e["reden"]) for e in gegevens["errata"]
    )
    vervallen = sorted(gegevens["vervallen"], key=lambda v: str(v["code"]))
    return (
        Bron._vertrouwd(
            bron["titel"],
            bron["sha256"],
            tuple(bron["verwijzingen"]),
            _noten(bron["verantwoording"]),
            _noten(bron["op_inhoud_geplaatst"]),
        ),
        _noten(gegevens["inleiding"]),
        Reeks(errata),
        Reeks(Vervallen._vertrouwd(v["code"], tuple(v["opvolgers"]), v["sinds"], v["reden"]) for v in vervallen),
    )


def _noten(gegevens: list[Mapping[str, str]]) -> Reeks[Noot]:
    return Reeks(Noot._vertrouwd(noot["bij"], noot["tekst"]) for noot in gegevens)
