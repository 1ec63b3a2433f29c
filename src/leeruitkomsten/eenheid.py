"""The EvL (eenheid van leeruitkomsten): the leeruitkomsten of one niveau, which a student shows to complete a phase."""

from __future__ import annotations

import attrs

from .model import Geordend, Leeruitkomst, Niveau, Succescriterium, benoemd, criteriumregels
from .plat import EvLDict, LeeruitkomstRegel
from .record import Bouwsteen, Reeks, Regel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fouten import Bevinding
    from .tabel import Cel, Tabel


@attrs.frozen(repr=False, eq=False)
class EvL(Bouwsteen, Regel, Geordend):
    """One EvL (eenheid van leeruitkomsten): the leeruitkomsten of one niveau, one from each leerlijn, in order."""

    niveau: Niveau
    leeruitkomsten: Reeks[Leeruitkomst]

    ORDE = "evl"
    KOP = ("EvL", "Niveau", "Leeruitkomsten")

    def _gebreken(self) -> list[Bevinding]:
        from .samenhang import gebreken_van_evl

        return gebreken_van_evl(self.niveau.nummer, [(u.code, u.leerlijn, u.niveau) for u in self.leeruitkomsten])

    @property
    def _taal(self) -> str:
        return self.leeruitkomsten[0]._taal if self.leeruitkomsten else super()._taal

    @property
    def code(self) -> str:
        """`EvL` and the number of its niveau."""
        return f"EvL{self.niveau.nummer}"

    @property
    def plaats(self) -> tuple[int, ...]:
        """The number of its niveau, by which it sorts."""
        return self.niveau.plaats

    @property
    def succescriteria(self) -> Reeks[Succescriterium]:
        """All succescriteria of this niveau, in source order."""
        return Reeks(c for u in self.leeruitkomsten for c in u.succescriteria)

    def als_dict(self) -> EvLDict:
        """Return code, niveau and leeruitkomsten, ready for `json.dumps`."""
        return {
            "code": self.code,
            "niveau": self.niveau.als_dict(),
            "leeruitkomsten": self.leeruitkomsten.als_dicts(),
        }

    def records(self) -> list[LeeruitkomstRegel]:
        """Return one flat dict per succescriterium, as those of its leeruitkomsten."""
        return self.leeruitkomsten.records()

    def __str__(self) -> str:
        return f"{self.code}, {self.niveau}"

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.niveau.fase, ", ".join(u.code for u in self.leeruitkomsten))

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        rijen = tuple((benoemd(u), criteriumregels(u.succescriteria)) for u in self.leeruitkomsten)
        return Tabel(str(self), ("Leeruitkomst", "Succescriteria"), rijen, taal=self._taal, titel_taal="nl")
