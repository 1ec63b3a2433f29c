"""An engine that is asked in SQL: what DuckDB and Spark have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import sql
from .fouten import fout_in_bewijs

if TYPE_CHECKING:
    from .vraag import Vraag


class SqlMotor:
    """Counts evidence in an engine that knows SQL. Tables are the engine's own, and lazy until `reken`."""

    taal: sql.Taal
    op_volgorde = False
    """Whether answers are sorted by key and in source order; lazy engines sort on request only."""

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        self.vraag = vraag
        self.bewijs = bewijs

    def stel(self, query: str, **tabellen: Any) -> Any:
        """Return the table that a query gives; `@naam@` in it stands for a table."""
        raise NotImplementedError

    def reken(self, tabel: Any) -> Any:
        """Return the same table, computed and kept."""
        raise NotImplementedError

    def rijen(self, tabel: Any) -> list[tuple[Any, ...]]:
        """Return the lines of a small table."""
        raise NotImplementedError

    def hernoemd(self, tabel: Any, namen: tuple[str, ...]) -> Any:
        """Return a table as its user gets it: with these names for its columns, in the kind that was given."""
        raise NotImplementedError

    def lui(self) -> Any:
        """Return the masks as a query that has still to run, and that ends in an error if a line cannot be counted."""
        return self.stel(sql.maskers_zonder_fouten(self.vraag, self.taal), bewijs=self.bewijs)

    def tel(self) -> Any:
        """Return the masks, computed in one pass.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        maskers = self.reken(self.stel(sql.maskers(self.vraag.plan), bewijs=self.bewijs))
        (leeg, onbekend), *_ = self.rijen(self.stel(sql.ER_IS_IETS, maskers=maskers))
        if leeg or (onbekend and not self.vraag.apart):
            (lege,) = self.rijen(self.stel(sql.LEGE, bewijs=self.bewijs))
            onbekende = () if self.vraag.apart else self.rijen(self._onbekende())
            raise fout_in_bewijs(self.vraag, lege, onbekende)
        return maskers

    def voortgang(self, maskers: Any, eenheid: str, *, breed: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        query = sql.breed if breed else sql.lang
        plan = self.vraag.plan
        gevraagd = query(plan, plan.eenheden[eenheid], op_volgorde=self.op_volgorde)
        return self.hernoemd(self.stel(gevraagd, maskers=maskers), namen)

    def dekking(self, maskers: Any) -> Any:
        """Return per succescriterium how many keys have shown it."""
        namen = ("succescriterium", "aangetoond", "totaal")
        return self.hernoemd(self.stel(sql.dekking(self.vraag.plan), maskers=maskers), namen)

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        return self.hernoemd(self._onbekende(), (self.vraag.criterium, "regels"))

    def _onbekende(self) -> Any:
        return self.stel(sql.onbekende_codes(self.vraag.plan), bewijs=self.bewijs)
