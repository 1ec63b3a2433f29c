"""An engine that is asked in SQL: what DuckDB and Spark have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from . import sql_antwoord, sql_maskers, sql_tijd
from .fouten import Personen, fout_in_bewijs, fout_in_personen
from .plan import Geteld, SoortEenheid
from .rooster import GENOEMD, Rooster
from .sql_taal import Taal
from .vraag import Dagtype, Vraag


class Maskers(NamedTuple):
    """Where masks are found: a table of the engine, and what of it in SQL."""

    tabel: Any
    uit: str


class SqlMotor:
    """Counts evidence in an engine that knows SQL. Tables are the engine's own, and lazy until `reken`."""

    taal: Taal
    opmerkingen: tuple[str, ...] = ()
    op_volgorde = False
    """Whether answers are sorted by key and in source order; lazy engines sort on request only."""

    def __init__(self, bron: Any, bewijs: str, vraag: Vraag, soorten: Sequence[str], dag: Dagtype | None) -> None:
        self.vraag = vraag
        if vraag.tijd is not None and dag is not None and dag.soort is not None:
            bewijs = sql_tijd.in_tijd(self.taal, vraag.tijd, dag.soort, bewijs)
        self.bron = bron
        self.bewijs = bewijs
        """The evidence in SQL: what of `bron` has its keys (`s0`, `s1` …) and the column `code`."""
        self.soorten = self._soorten(soorten)
        """The type of each key, as the engine calls it."""
        self.lijst = None if vraag.rooster is None else self.als_tabel(vraag.rooster)

    def _soorten(self, in_bewijs: Sequence[str]) -> Mapping[str, str]:
        soorten = dict(zip(sql_maskers.in_bewijs(self.vraag), in_bewijs, strict=True))
        if self.vraag.rooster is not None:
            namen = {"tekst": "STRING", "getal": "BIGINT"}
            van_lijst = zip(sql_maskers.sleutels(self.vraag), self.vraag.wie, strict=False)
            soorten = {s: namen[self.vraag.rooster.soorten[naam]] for s, naam in van_lijst} | soorten
        return soorten

    def als_tabel(self, rooster: Rooster) -> Any:
        """Return the list of students as a table of the engine, with keys as columns."""
        raise NotImplementedError

    def stel(self, query: str, bron: Any) -> Any:
        """Return the table that a query gives, asked of a table; it may ask the list of students too."""
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

    def geef(self, tabel: Any, namen: tuple[str, ...], sleutels: Sequence[str]) -> Any:
        """Return a table as its user gets it: in the kind that was given. Its first columns have these keys (`s0` …)."""
        return tabel

    def lui(self) -> Maskers:
        """Return the masks as a query that has still to run, and that ends in an error if a line cannot be counted."""
        uit = f"({sql_maskers.maskers_zonder_fouten(self.vraag, self.taal, self.bewijs)}) AS maskers"
        if self.vraag.een_groep_elk:
            uit = f"({sql_maskers.met_een_groep(self.vraag, self.taal, uit)}) AS maskers"
        if self.vraag.aan_te_vullen:
            uit = f"({sql_maskers.aangevuld(self.vraag, self.taal, uit, self.soorten)}) AS aangevuld"
        return Maskers(self.bron, uit)

    def tel(self) -> Geteld:
        """Return the masks and what was left out, computed in one pass.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        # From one pass, whatever happens to a file meanwhile: what is left out is of the very lines that are counted.
        delen = self.reken(self.stel(sql_maskers.maskers(self.vraag, self.taal, self.bewijs), self.bron))
        regels, later, zonder_datum = self._controleer(delen)
        maskers, vreemd = self._zonder_vreemd(delen) if self.vraag.apart else (delen, ())
        buiten = self._controleer_personen(maskers)
        if self.vraag.aan_te_vullen:
            maskers = self.reken(
                self.stel(sql_maskers.aangevuld(self.vraag, self.taal, self.taal.bron, self.soorten), maskers)
            )
        ((totaal, zonder),) = self.rijen(self.stel(sql_maskers.personen(self.vraag, self.taal.bron), maskers))
        return Geteld(Maskers(maskers, self.taal.bron), totaal, zonder, regels, vreemd, buiten, later, zonder_datum)

    def _zonder_vreemd(self, delen: Any) -> tuple[Any, Sequence[tuple[str | None, int]]]:
        """Return masks with one line per key, and what does not count, with its number of lines."""
        bron = self.taal.bron
        alle = self.rijen(self.stel(sql_maskers.vreemd(bron), delen))
        samen = self.reken(self.stel(sql_maskers.samengenomen(self.vraag, bron), delen))
        return samen, [(code, regels) for code, regels in alle if code is not None]

    def _controleer(self, maskers: Any) -> Sequence[int]:
        """Return how many lines there were, of after the last day, and without a day; or raise `OngeldigBewijs`."""
        (gevonden,) = self.rijen(self.stel(sql_maskers.gevonden(self.vraag, self.taal.bron), maskers))
        zonder_sleutel, fout, regels, *gemist = gevonden
        if zonder_sleutel or fout:
            (lege,) = self.rijen(self.stel(sql_maskers.lege(self.vraag, self.taal, self.bewijs), self.bron))
            geen_dag: list[tuple[str, int]] = []
            later = 0
            if self.vraag.tijd is not None:
                *geen_dag, (_, later) = self.rijen(self.stel(sql_tijd.geen_dag(self.taal, self.bewijs), self.bron))
            raise fout_in_bewijs(self.vraag, lege, self.rijen(self._onbekende(("code", "regels"))), geen_dag, later)
        return regels, *(gemist or (0, 0))

    def _controleer_personen(self, maskers: Any) -> tuple[int, int]:
        """Return how many are not on the list of students, and in how many lines, or raise `OngeldigeVraag`."""
        twee = sql_maskers.meer_groepen(self.vraag, self.taal.bron) if self.vraag.een_groep_elk else None
        niet = sql_maskers.buiten(self.vraag, self.taal, self.taal.bron) if self.vraag.rooster is not None else None
        buiten, regels = self._personen(niet, maskers)
        fout_in_personen(self.vraag, self._personen(twee, maskers)[0], buiten)
        return buiten.aantal, regels

    def _personen(self, query: str | None, maskers: Any) -> tuple[Personen, int]:
        """Return the persons that a query gives, and in how many lines they stand."""
        if query is None:
            return Personen([], 0), 0
        ((aantal, regels),) = self.rijen(self.stel(sql_maskers.samengevat(query), maskers))
        eerste = self.rijen(self.stel(sql_maskers.genoemd(self.vraag, query, GENOEMD), maskers)) if aantal else []
        return Personen(eerste, aantal), regels

    def voortgang(self, maskers: Maskers, eenheid: SoortEenheid, *, breed: bool, nullen: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        eenheden = self.vraag.plan.eenheden(eenheid)
        uit = sql_antwoord.gesorteerd(self.vraag, maskers.uit) if self.op_volgorde else maskers.uit
        gegeven = (self.vraag, self.taal, uit, self.in_sql(namen), eenheden)
        query = sql_antwoord.breed(*gegeven) if breed else sql_antwoord.lang(*gegeven, nullen=nullen)
        return self.geef(self.stel(query, maskers.tabel), namen, sql_maskers.sleutels(self.vraag))

    def groei(self, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what had been shown per key and unit by the end of each period."""
        return self.gegroeid(self.lui(), sql_tijd.bereik(self.vraag, self.taal, self.bewijs), eenheid, breed=breed)

    def gegroeid(self, maskers: Maskers, bereik: str, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return the same of masks with their periods, of which `bereik` says the first and the last, in SQL."""
        uit = sql_tijd.gegroeid(self.vraag, self.taal, maskers.uit, bereik)
        return self.voortgang(maskers._replace(uit=uit), eenheid, breed=breed, nullen=True)

    def per_criterium(self, maskers: Maskers) -> Any:
        """Return per group and criterium how many have shown it."""
        namen = self.vraag.per_criterium()
        query = sql_antwoord.per_criterium(self.vraag, self.taal, maskers.uit, self.in_sql(namen))
        return self.geef(self.stel(query, maskers.tabel), namen, sql_maskers.groepering(self.vraag))

    def minst_aangetoond(self, maskers: Maskers, evl: str | int | None, aantal: int) -> Any:
        """Return per group the criteria that fewest have shown, with their texts; of as many the first in source order."""
        namen = self.vraag.minst(aantal)
        query = sql_antwoord.minst_aangetoond(
            self.vraag, self.taal, maskers.uit, self.in_sql(namen), self.vraag.criteria_van(evl), aantal=aantal
        )
        return self.geef(self.stel(query, maskers.tabel), namen, sql_maskers.groepering(self.vraag))

    def spreiding(self, maskers: Maskers, eenheid: SoortEenheid) -> Any:
        """Return per group and unit how many there are, and the quartiles of what they have shown."""
        namen = self.vraag.spreiding(eenheid)
        gegeven = (self.vraag, self.taal, maskers.uit, self.in_sql(namen), self.vraag.plan.eenheden(eenheid))
        query = sql_antwoord.spreiding(*gegeven, op_volgorde=self.op_volgorde)
        return self.geef(self.stel(query, maskers.tabel), namen, sql_maskers.groepering(self.vraag))

    def bijna_rond(self, maskers: Maskers, evl: str | int | None, hoogstens: int) -> Any:
        """Return who has shown all of an EvL but at most so many criteria, and which."""
        namen = self.vraag.bijna(hoogstens)
        uit = sql_antwoord.gesorteerd(self.vraag, maskers.uit) if self.op_volgorde else maskers.uit
        query = sql_antwoord.bijna_rond(self.vraag, self.taal, uit, self.in_sql(namen), self.vraag.evls(evl), hoogstens)
        return self.geef(self.stel(query, maskers.tabel), namen, sql_maskers.sleutels(self.vraag))

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        namen = self.vraag.onbekende()
        return self.geef(self._onbekende(self.in_sql(namen)), namen, ())

    def _onbekende(self, namen: tuple[str, ...]) -> Any:
        return self.stel(sql_antwoord.onbekende_codes(self.vraag.plan, self.taal, self.bewijs, namen), self.bron)
