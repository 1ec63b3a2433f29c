"""An engine that is asked in SQL: what DuckDB and Spark have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from . import sql
from .fouten import fout_in_bewijs
from .plan import Geteld
from .vraag import SoortEenheid, Vraag


class Maskers(NamedTuple):
    """Where masks are found: a table of the engine, and what of it in SQL."""

    tabel: Any
    uit: str


class SqlMotor:
    """Counts evidence in an engine that knows SQL. Tables are the engine's own, and lazy until `reken`."""

    taal: sql.Taal
    opmerkingen: tuple[str, ...] = ()
    op_volgorde = False
    """Whether answers are sorted by key and in source order; lazy engines sort on request only."""

    def __init__(self, bron: Any, bewijs: str, vraag: Vraag) -> None:
        self.vraag = vraag
        self.bron = bron
        self.bewijs = bewijs
        """The evidence in SQL: what of `bron` has the columns `sleutel` and `code`."""

    def stel(self, query: str, bron: Any) -> Any:
        """Return the table that a query gives, asked of a table."""
        raise NotImplementedError

    def reken(self, tabel: Any) -> Any:
        """Return the same table, computed and kept."""
        raise NotImplementedError

    def rijen(self, tabel: Any) -> list[tuple[Any, ...]]:
        """Return the lines of a small table."""
        raise NotImplementedError

    def in_sql(self, namen: tuple[str, ...]) -> tuple[str, ...]:
        """Return how the columns of an answer are called in a query; `geef` gives them their names."""
        return namen

    def geef(self, tabel: Any, namen: tuple[str, ...], *, met_sleutel: bool) -> Any:
        """Return a table as its user gets it: in the kind that was given. `met_sleutel`: its first column has the keys."""
        return tabel

    def lui(self) -> Maskers:
        """Return the masks as a query that has still to run, and that ends in an error if a line cannot be counted."""
        return Maskers(self.bron, f"({sql.maskers_zonder_fouten(self.vraag, self.taal, self.bewijs)}) AS maskers")

    def tel(self) -> Geteld:
        """Return the masks and what was left out, computed in one pass.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        maskers, vreemd = self._met_vreemd() if self.vraag.apart else (self._zonder_vreemd(), ())
        ((zonder_sleutel, fout, regels),) = self.rijen(self.stel(sql.gevonden(self.taal.bron), maskers))
        if zonder_sleutel or (fout and not self.vraag.apart):
            (lege,) = self.rijen(self.stel(sql.lege(self.taal, self.bewijs), self.bron))
            raise fout_in_bewijs(self.vraag, lege, self.rijen(self._onbekende(("code", "regels"))))
        return Geteld(Maskers(maskers, self.taal.bron), regels, vreemd)

    def _zonder_vreemd(self) -> Any:
        return self.reken(self.stel(sql.maskers(self.vraag.plan, self.taal, self.bewijs), self.bron))

    def _met_vreemd(self) -> tuple[Any, Sequence[tuple[str | None, int]]]:
        # From one pass, whatever happens to a file meanwhile: what is left out is of the very lines that are counted.
        plan, bron = self.vraag.plan, self.taal.bron
        delen = self.reken(self.stel(sql.maskers_en_vreemd(plan, self.taal, self.bewijs), self.bron))
        apart = [(code, regels) for code, regels in self.rijen(self.stel(sql.vreemd(bron), delen)) if code is not None]
        return self.reken(self.stel(sql.samengenomen(plan, bron), delen)), apart

    def voortgang(self, maskers: Maskers, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        plan = self.vraag.plan
        vorm = sql.breed if breed else sql.lang
        eenheden = plan.eenheden[eenheid]
        uit = sql.gesorteerd(maskers.uit) if self.op_volgorde else maskers.uit
        query = vorm(plan, self.taal, uit, self.in_sql(namen), eenheden)
        return self.geef(self.stel(query, maskers.tabel), namen, met_sleutel=True)

    def dekking(self, maskers: Maskers) -> Any:
        """Return per succescriterium how many keys have shown it."""
        namen = ("succescriterium", "aangetoond", "totaal")
        query = sql.dekking(self.vraag.plan, self.taal, maskers.uit, namen)
        return self.geef(self.stel(query, maskers.tabel), namen, met_sleutel=False)

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        namen = self.vraag.onbekende()
        return self.geef(self._onbekende(self.in_sql(namen)), namen, met_sleutel=False)

    def _onbekende(self, namen: tuple[str, ...]) -> Any:
        return self.stel(sql.onbekende_codes(self.vraag.plan, self.taal, self.bewijs, namen), self.bron)
