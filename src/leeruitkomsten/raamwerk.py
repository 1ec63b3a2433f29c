"""The aggregate: a whole framework, and the indexes by which it answers.

Its lookups stand in `opzoeken`, its questions in `vragen`. The functions of the package itself are the methods of the
packaged framework.
"""

from __future__ import annotations

import functools
from types import MappingProxyType

import attrs

from .model import EvL, benoemd
from .raamwerkvragen import Vragen
from .record import Record, Reeks, druk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .herkomst import Bron, Erratum, Noot, Vervallen
    from .model import Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium
    from .tabel import Tabel


def _afgeleid() -> Any:
    """Return a field that follows from the others."""
    return attrs.field(init=False, eq=False)


@attrs.frozen(repr=False, eq=False, weakref_slot=False)
class Raamwerk(Vragen, Record):
    """A competency framework: leerlijnen × niveaus, with one leeruitkomst and its succescriteria in each.

    It is a container of codes: `raamwerk[code]`, `code in raamwerk`, `len(raamwerk)` and iteration over all codes, in
    source order per soort (leerlijnen, leeruitkomsten, succescriteria, rijen, cellen, EvLs). It is no `Mapping`: a `get`
    that answers `None` would hide a wrong code.

    Attributes:
        naam, versie, datum: what framework this is, which version of its data, and the date (ISO 8601) of that version.
        bron: where the text comes from.
        inleiding: tuple of `Noot`, what the source says ahead of the table, in its order.
        niveaus, leerlijnen: tuples, from low to high and in the order of the source.
        errata: tuple of `Erratum`, known slips in the source that the texts still have.
        vervallen: tuple of `Vervallen`, codes of earlier versions that ended, and what follows them.
        leeruitkomsten, succescriteria, rijen, evls: the same records flat, as tuples in source order.
    """

    naam: str
    versie: str
    datum: str
    bron: Bron
    inleiding: tuple[Noot, ...]
    niveaus: tuple[Niveau, ...]
    leerlijnen: tuple[Leerlijn, ...]
    errata: tuple[Erratum, ...]
    vervallen: tuple[Vervallen, ...]
    leeruitkomsten: tuple[Leeruitkomst, ...] = _afgeleid()
    succescriteria: tuple[Succescriterium, ...] = _afgeleid()
    rijen: tuple[Rij, ...] = _afgeleid()
    evls: tuple[EvL, ...] = _afgeleid()

    def __attrs_post_init__(self) -> None:
        uitkomsten = tuple(u for leerlijn in self.leerlijnen for u in leerlijn.leeruitkomsten)
        zet = functools.partial(object.__setattr__, self)
        zet("leeruitkomsten", uitkomsten)
        zet("succescriteria", Reeks(c for u in uitkomsten for c in u.succescriteria))
        zet("rijen", tuple(rij for leerlijn in self.leerlijnen for rij in leerlijn.rijen))
        per_niveau = zip(*(leerlijn.leeruitkomsten for leerlijn in self.leerlijnen), strict=True)
        zet("evls", tuple(EvL(f"EvL{n.nummer}", n, uit) for n, uit in zip(self.niveaus, per_niveau, strict=True)))
        per_soort = _per_soort(self)
        index: dict[str, Any] = {}
        for soort in ("leerlijn", "leeruitkomst", "succescriterium", "rij"):
            index |= per_soort[soort]
        for rij in self.rijen:
            for niveau, cel in enumerate(rij.cellen, 1):
                index[f"{rij.leerlijn}{niveau}.{rij.nummer}"] = cel
        index |= {evl.code: evl for evl in self.evls}
        zet("_bekend", MappingProxyType({soort: MappingProxyType(codes) for soort, codes in per_soort.items()}))
        zet("_index", MappingProxyType(index))
        zet("_verdiepingen", MappingProxyType({}))
        zet("_zoekindex", None)

    def __reduce__(self) -> tuple[object, ...]:
        # The indexes are not pickled: they follow from the records.
        velden = attrs.fields(Raamwerk)
        return (Raamwerk, tuple(getattr(self, veld.name) for veld in velden if veld.init))

    def __getitem__(self, code: str) -> Any:
        """Return the record of any code: leerlijn, leeruitkomst, rij, succescriterium or EvL; of a cel its criteria.

        Raises:
            OnbekendeCode: the framework has no such code (a `KeyError`, with suggestions).

        >>> import leeruitkomsten as lu
        >>> lu.laad()["WP2.4b"]
        <Succescriterium WP2.4b Je herkent en begeleidt groepsprocessen.>
        """
        try:
            return self._index[code]
        except (KeyError, TypeError):
            raise self._onbekend(self._index, "code", code) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __str__(self) -> str:
        return f"{self.naam}, versie {self.versie}"

    def __repr__(self) -> str:
        aantal = f"{len(self.leeruitkomsten)} leeruitkomsten, {len(self.succescriteria)} succescriteria"
        return f"<Raamwerk {self.versie}: {aantal}>"

    _repr_pretty_ = druk

    def tabel(self) -> Tabel:
        """Return the leeruitkomsten as one table: a line per leerlijn, a column per niveau."""
        from .tabel import Tabel

        kop = ("Leerlijn", *(f"{n.nummer} {n.fase}" for n in self.niveaus))
        rijen = tuple((benoemd(lijn), *map(benoemd, lijn.leeruitkomsten)) for lijn in self.leerlijnen)
        return Tabel(str(self), kop, rijen)


def _per_soort(kader: Raamwerk) -> dict[str, dict[Any, Any]]:
    """Return for each soort of code what can be looked up."""
    return {
        "leerlijn": {leerlijn.code: leerlijn for leerlijn in kader.leerlijnen},
        "leeruitkomst": {uitkomst.code: uitkomst for uitkomst in kader.leeruitkomsten},
        "succescriterium": {criterium.code: criterium for criterium in kader.succescriteria},
        "rij": {rij.code: rij for rij in kader.rijen},
        "evl": {naam: evl for evl in kader.evls for naam in (evl.niveau.nummer, evl.code)},
        "niveau": {niveau.nummer: niveau for niveau in kader.niveaus},
    }
