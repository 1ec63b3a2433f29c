"""What a system says otherwise than the framework: `Afwijking`, and all of them as a `Naloop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...codes import plek
from ...identiteit import Kenmerk
from ...plat import AfwijkingRegel, Afwijkingsoort
from ...record import Regel, Uitkomst, vlak
from ...tabel import Tabel
from ...vragen.verschil import tekstverschil
from ...zinnen import citaat

if TYPE_CHECKING:
    from ...plat import AfwijkingDict, NaloopDict
    from ...tabel import Cel

_BOVENAAN = "bovenaan"


@attrs.frozen(repr=False, eq=False)
class Afwijking(Regel):
    """One thing that a system says otherwise.

    Attributes:
        soort: `ontbreekt` (it is not there), `onbekend` (the framework has no such code), `andere_tekst`, `dubbel` (it is there
            more than once), `andere_plaats` (it stands under something else) or `zonder_code` (nothing says what it is).
        code: the code it is about, or the id that the system has for what the framework does not know; `None` without one.
        veld: which of its texts differs: `tekst`, `naam` (the short name), `begeleiding` or `schaal` (without a code that of the
            whole); in our tables a column. Else `None`.
        hier: what the framework says: of `andere_plaats` the codes of what it stands under, with a comma between them.
        daar: what the system says, as a person reads it; likewise.
        waar: tuple of where it stands in the file, such as `regel 12` or `CFItems[3]`; empty for what is not there.
    """

    soort: Afwijkingsoort
    code: str | None
    veld: str | None
    hier: str | None
    daar: str | None
    waar: tuple[str, ...] = ()

    KOP = ("Soort", "Code", "Waar", "Tekst")

    if TYPE_CHECKING:

        def als_dict(self) -> AfwijkingDict: ...

    def __str__(self) -> str:
        waar = " en ".join(self.waar)
        if self.soort == "ontbreekt":
            return f"{self.code} ontbreekt daar: {self.hier}"
        if self.soort == "onbekend":
            return f"{self.code and citaat(self.code)} kent dit raamwerk niet ({waar}): {self.daar}"
        if self.soort == "dubbel":
            return f"{self.code} staat daar meer dan eens ({waar})"
        if self.soort == "andere_plaats":
            return (
                f"{self.code} staat daar onder {self.daar or _BOVENAAN}, hier onder {self.hier or _BOVENAAN} ({waar})"
            )
        if self.soort == "zonder_code":
            return f"{waar} heeft geen code: {self.daar}"
        van = f" van {self.code}" if self.code else ""
        verschil = tekstverschil(self.hier or "", self.daar or "")
        return f"{_lidwoord(self.veld)} {self.veld}{van} is daar anders ({waar}): {verschil}"

    def _regel(self) -> tuple[Cel, ...]:
        soort, tekst = _IN_WOORDEN.get(self.soort, self.soort), self.hier or self.daar or ""
        if self.soort == "andere_tekst":
            soort = f"andere {self.veld}"
            return (
                soort,
                self.code or "",
                " en ".join(self.waar),
                (tekstverschil(self.hier or "", self.daar or "").delen,),
            )
        if self.soort == "andere_plaats":
            tekst = f"daar onder {self.daar or _BOVENAAN}, hier onder {self.hier or _BOVENAAN}"
        return (soort, self.code or "", " en ".join(self.waar), tekst)

    def records(self) -> list[AfwijkingRegel]:
        """Return one flat dict: the fields, and the codes of the place in the framework that it is about."""
        return [
            {
                "soort": self.soort,
                "code": self.code,
                "veld": self.veld,
                "hier": self.hier,
                "daar": self.daar,
                "waar": vlak(self.waar),
                **plek(self.code),
            }
        ]


def _lidwoord(veld: str | None) -> str:
    return "het" if veld == "niveau" else "de"


_IN_WOORDEN = {"onbekend": "hier onbekend", "andere_plaats": "andere plaats", "zonder_code": "zonder code"}


class Naloop(Uitkomst[Afwijking]):
    """What a system says otherwise than the framework: a tuple of `Afwijking`, empty when it says the same.

    They come in source order; then what the framework does not know, in the order of the file.

    Attributes:
        kenmerk: of the framework that it was held against.
        formaat: of the file.
        nagelopen: how many things of the framework were looked for there.
        opmerkingen: tuple of sentences on what in the file was passed over.
    """

    HERKOMST = ("kenmerk", "formaat", "nagelopen", "opmerkingen")
    kenmerk: Kenmerk
    formaat: str
    nagelopen: int
    opmerkingen: tuple[str, ...]

    if TYPE_CHECKING:

        def als_dict(self) -> NaloopDict: ...
        def als_dicts(self) -> list[AfwijkingDict]: ...
        def records(self) -> list[AfwijkingRegel]: ...

    @property
    def gelijk(self) -> bool:
        """Whether the system says what the framework says."""
        return not self

    def __str__(self) -> str:
        return super().__str__() if self else self._slot()

    def _slot(self) -> str:
        geteld = f"{self.nagelopen} nagelopen in {self.formaat}, tegen {self.kenmerk}"
        return f"gelijk: {geteld}" if self.gelijk else f"afwijkingen: {len(self)}; {geteld}"

    def _tabel(self) -> Tabel:
        """Return a table with a line per difference, and what was held against what below it."""
        if self.gelijk:
            return Tabel("", (), ((self._slot(),),), "\n".join(self.opmerkingen))
        rijen = tuple(een._regel() for een in self)
        return Tabel("", Afwijking.KOP, rijen, "\n".join((self._slot(), *self.opmerkingen)))
