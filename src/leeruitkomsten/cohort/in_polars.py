"""Evidence in Polars: a DataFrame or a LazyFrame in, the same out; a LazyFrame is computed when its user collects it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from . import polars_tijd
from .fouten import Personen, fout_in_bewijs, fout_in_personen
from .plan import GEBREKEN, GEEN_DAG, LATER, ONBEKEND, WIT, Eenheid, Geteld, SoortEenheid
from .rooster import GENOEMD, Celsoort, Rooster
from .vraag import Dagtype, Kolomtype, Vraag


class PolarsMotor:
    """A LazyFrame in, a LazyFrame out."""

    opmerkingen: tuple[str, ...] = ()
    op_volgorde = False

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        import polars as pl
        from polars import selectors

        schema = bewijs.collect_schema()
        vraag.in_tabel(schema.names())
        typen = {
            naam: Kolomtype(_soort_van(schema[naam]), schema[naam]) for naam in (*vraag.in_bewijs, vraag.criterium)
        }
        dag = None if vraag.tijd is None else _dagtype(schema[vraag.tijd.kolom])
        vraag.typen([typen[naam] for naam in vraag.in_bewijs], typen[vraag.criterium], dag)

        def kolom(naam: str) -> Any:
            # By selector: to `col`, a name such as * or ^.*$ is a pattern.
            een = selectors.by_name(naam)
            return een.cast(pl.String) if typen[naam].soort == "tekst" else een

        self.vraag = vraag
        self.sleutels = [f"s{plaats}" for plaats in range(len(vraag.sleutels))]
        self.in_bewijs = [f"s{plaats}" for plaats in vraag.plaatsen(vraag.in_bewijs)]
        kolommen = [kolom(naam).alias(s) for naam, s in zip(vraag.in_bewijs, self.in_bewijs, strict=True)]
        kolommen.append(kolom(vraag.criterium).alias("code"))
        if vraag.tijd is not None and dag is not None and dag.soort is not None:
            kolommen.append(selectors.by_name(vraag.tijd.kolom).alias("datum"))
            self.bewijs = polars_tijd.in_tijd(vraag.tijd, dag.soort, bewijs.lazy().select(*kolommen))
        else:
            self.bewijs = bewijs.lazy().select(*kolommen)
        self.rooster = None if vraag.rooster is None else self._als_tabel(vraag.rooster)

    def lui(self) -> Any:
        """Return the masks as a plan that has still to run, and that raises if a line cannot be counted."""

        return self._later(
            self._maskers(),
            lambda delen: self._geteld(delen).maskers,  # pyright: ignore[reportUnknownLambdaType]  # of Polars
            {},
        )

    def _later(self, delen: Any, werk: Callable[[Any], Any], ook: dict[str, Any]) -> Any:
        """Return a plan that has still to run: what `werk` makes of parts, masks with other columns (their types) as well."""
        import polars as pl

        schema = self.bewijs.collect_schema()
        van_lijst: Any = {} if self.rooster is None else self.rooster.schema
        soorten = {sleutel: schema.get(sleutel) or van_lijst[sleutel] for sleutel in self.sleutels}
        return delen.map_batches(
            werk,
            predicate_pushdown=False,
            projection_pushdown=False,
            schema={**soorten, **ook, **dict.fromkeys(self._kolommen("m"), pl.Int64)},
        )

    def tel(self) -> Geteld:
        """Return the masks and what was left out, computed in one pass.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        import polars as pl

        vreemd = pl.when(pl.col("m0").is_null()).then(pl.col("code").fill_null(""))
        ook_per = [vreemd.alias("vreemd")] if self.vraag.apart else []
        geteld = self._geteld(self._maskers(*ook_per).collect(engine="streaming"))
        return geteld._replace(maskers=geteld.maskers.lazy())

    def _maskers(self, *ook_per: Any) -> Any:
        """Return the masks and `regels`, their number of lines, per key and what else is given.

        The bit `ONBEKEND` stands for lines without a code too: to look at the text of every line would cost as much as the rest.
        """
        import polars as pl

        m0, *rest = (pl.col(kolom) for kolom in self._kolommen("m"))
        eerste, gemist = m0.fill_null(ONBEKEND), {}
        if self.vraag.tijd is not None:
            gebrek, bekend = pl.col("gebrek"), m0.is_not_null()
            onbekend = pl.when(bekend).then(0).otherwise(ONBEKEND)
            eerste = pl.when(gebrek == 0).then(eerste).otherwise(gebrek | onbekend)
            rest = [pl.when(gebrek == 0).then(m) for m in rest]
            for naam, wat in (("later", LATER), ("zonder_datum", GEEN_DAG)):
                gemist[naam] = (bekend & (gebrek == wat)).sum().cast(pl.Int64)
        bits = self._tabel("m", {"code": pl.String}, ((code, bit) for code, bit in self.vraag.plan.bit.items()))
        return (
            self.bewijs.join(bits, on="code", how="left")
            .group_by(*self.in_bewijs, *ook_per)
            .agg(
                eerste.bitwise_or().alias("m0"),
                *(m.bitwise_or().fill_null(0) for m in rest),
                regels=pl.len().cast(pl.Int64),
                **gemist,
            )
        )

    def _geteld(self, delen: Any) -> Geteld:
        """Return what has been counted, or raise `OngeldigBewijs`; the masks may be apart for each code that does not count."""
        import polars as pl

        self._controleer(delen)
        regels, apart, maskers = delen["regels"].sum(), (), delen
        telt = pl.col("regels")
        later, zonder_datum = 0, 0
        if self.vraag.tijd is not None:
            telt -= pl.col("later") + pl.col("zonder_datum")
            later, zonder_datum = delen.select("later", "zonder_datum").sum().row(0)
        if "vreemd" in delen.columns:
            per_vreemd = delen.group_by("vreemd").agg(pl.col("regels").sum())
            apart = per_vreemd.filter(pl.col("vreemd").is_not_null()).rows()
            telt = telt.filter(pl.col("vreemd").is_null())
        if len(delen.columns) > len(self.in_bewijs) + len(self._kolommen("m")) + 1:
            of = (pl.col(kolom).bitwise_or() for kolom in self._kolommen("m"))
            maskers = delen.group_by(*self.in_bewijs).agg(*of, telt.sum().alias("regels"))
        per = self.sleutels[: len(self.vraag.per)]
        buiten = maskers.clear() if self.rooster is None else maskers.join(self.rooster, on=per, how="anti")
        wie_buiten = buiten.select(per).unique()
        fout_in_personen(self.vraag, _genoemd(self._meer_groepen(maskers)), _genoemd(wie_buiten))
        heel = self._aangevuld(maskers)
        getoond = pl.any_horizontal(
            (pl.col(m) & ~(GEBREKEN if m == "m0" else 0) != 0) for m in self._kolommen("m")
        ).alias("getoond")
        elk = heel.select(getoond) if self.vraag.rol is None else heel.group_by(per).agg(getoond.any())
        wie = elk["getoond"]
        niet_op_lijst = (len(wie_buiten), buiten["regels"].sum())
        return Geteld(heel, len(wie), len(wie) - wie.sum(), regels, apart, niet_op_lijst, later, zonder_datum)

    def _controleer(self, maskers: Any) -> None:
        """Raise `OngeldigBewijs` where a line cannot be counted; only then the evidence is gone through again, to say what."""
        import polars as pl

        zonder_sleutel, fout = maskers.select(
            zonder_sleutel=pl.any_horizontal(pl.col(self.in_bewijs).is_null()).any(),
            fout=(pl.col("m0") & self.vraag.weigert != 0).any(),
        ).row(0)
        if zonder_sleutel or fout:
            leeg = [*(pl.col(s).is_null().sum() for s in self.in_bewijs), (~self._is_code()).sum().alias("code")]
            leeg += [] if self.vraag.tijd is None else [(pl.col("gebrek") == GEEN_DAG).sum()]
            lege = self.bewijs.select(*leeg).collect(engine="streaming").row(0)
            onbekende = self._onbekende().collect(engine="streaming").rows()
            geen_dag, later = ([], 0) if self.vraag.tijd is None else polars_tijd.geen_dag(self.bewijs)
            raise fout_in_bewijs(self.vraag, lege, onbekende, geen_dag, later)

    def _meer_groepen(self, maskers: Any) -> Any:
        """Return who stands in more than one group."""
        import polars as pl

        per, groep = self.sleutels[: len(self.vraag.per)], self.sleutels[len(self.vraag.per) : len(self.vraag.wie)]
        if not self.vraag.een_groep_elk:
            return maskers.select(per).clear()
        meer = pl.any_horizontal(pl.col(groep).n_unique() > 1)
        return maskers.group_by(per).agg(meer.alias("meer")).filter("meer").select(per)

    def _als_tabel(self, rooster: Rooster) -> Any:
        """Return who counts, in columns as those of the evidence."""
        import polars as pl

        schema, soorten = self.bewijs.collect_schema(), {"tekst": pl.String, "getal": pl.Int64}
        kolommen = zip(self.sleutels, rooster.kolommen.items(), strict=False)
        return pl.DataFrame(
            [pl.Series(s, cellen, schema.get(s) or soorten[rooster.soorten[naam]]) for s, (naam, cellen) in kolommen]
        )

    def _aangevuld(self, maskers: Any) -> Any:
        """Return the masks of everybody who counts, and of each rol."""
        import polars as pl

        m = self._kolommen("m")
        if not self.vraag.aan_te_vullen:
            return maskers.select(*self.sleutels, *m)
        wie = self.sleutels[: len(self.vraag.wie)]
        allen = maskers.select(wie).unique() if self.rooster is None else self.rooster
        if self.vraag.rol is not None:
            allen = allen.join(maskers.select(self.sleutels[-1]).unique(), how="cross")
        vol = allen.join(maskers.select(*self.in_bewijs, *m), on=self.in_bewijs, how="left")
        return vol.with_columns(pl.col(m).fill_null(0))

    @staticmethod
    def _is_code() -> Any:
        import polars as pl

        return pl.col("code").str.strip_chars(WIT).fill_null("") != ""

    def _kolommen(self, letter: str) -> list[str]:
        return [f"{letter}{kolom}" for kolom in range(self.vraag.plan.aantal)]

    def _tabel(self, letter: str, kop: dict[str, Any], regels: Iterable[tuple[Any, ...]]) -> Any:
        """Return a table of lines that end in a mask, which becomes as many columns as it takes."""
        import polars as pl

        schema = {**kop, **dict.fromkeys(self._kolommen(letter), pl.Int64)}
        rijen = [(*waarden, *self.vraag.plan.kolommen(masker)) for *waarden, masker in regels]
        return pl.LazyFrame(rijen, schema=schema, orient="row")

    def _onbekende(self) -> Any:
        import polars as pl

        geteld = (
            self.bewijs.filter(self._is_code() & ~pl.col("code").is_in(list(self.vraag.plan.bit)))
            .group_by("code")
            .agg(regels=pl.len().cast(pl.Int64))
        )
        return geteld.sort("regels", "code", descending=[True, False])

    def voortgang(self, maskers: Any, eenheid: SoortEenheid, *, breed: bool, nullen: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        eenheden = self.vraag.plan.eenheden(eenheid)
        return self.geef(
            self._breed(maskers, eenheden) if breed else self._lang(maskers, eenheden, nullen=nullen), namen
        )

    def _breed(self, maskers: Any, eenheden: tuple[Eenheid, ...]) -> Any:
        import polars as pl

        def geteld(masker: int) -> Any:
            delen = enumerate(self.vraag.plan.kolommen(masker))
            return sum(((pl.col(f"m{kolom}") & deel).bitwise_count_ones() for kolom, deel in delen), pl.lit(0))

        kolommen = (geteld(deel.masker).cast(pl.Int64).alias(f"k{plaats}") for plaats, deel in enumerate(eenheden))
        gevraagd = maskers.select(*self._begin, *kolommen)
        return gevraagd.sort(self._begin) if self.op_volgorde else gevraagd

    def _lang(self, maskers: Any, eenheden: tuple[Eenheid, ...], *, nullen: bool) -> Any:
        import polars as pl

        gevraagd = self._per_eenheid(maskers, eenheden)
        gevraagd = gevraagd if nullen else gevraagd.filter(pl.col("aangetoond") > 0)
        return (gevraagd.sort(*self._begin, "plaats") if self.op_volgorde else gevraagd).drop("plaats")

    def _per_eenheid(self, maskers: Any, eenheden: tuple[Eenheid, ...], *ook: str) -> Any:
        """Return a line per key and unit, with `code`, `plaats`, `aangetoond`, `totaal`, and more columns of the masks."""
        import polars as pl

        code = pl.Int64 if isinstance(eenheden[0].code, int) else pl.String
        kop = {"code": code, "plaats": pl.Int64, "totaal": pl.Int64}
        regels = ((deel.code, plaats, deel.totaal, deel.masker) for plaats, deel in enumerate(eenheden))
        paren = zip(self._kolommen("m"), self._kolommen("e"), strict=True)
        geteld = sum(((pl.col(m) & pl.col(e)).bitwise_count_ones() for m, e in paren), pl.lit(0)).cast(pl.Int64)
        paren = maskers.join(self._tabel("e", kop, regels), how="cross")
        return paren.select(*self._begin, "code", "plaats", geteld.alias("aangetoond"), "totaal", *ook)

    @property
    def _begin(self) -> list[str]:
        """The columns of masks with which a line of an answer begins."""
        return [*self.sleutels, *(["periode"] if self.vraag.per_periode else [])]

    def groei(self, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what had been shown per key and unit by the end of each period."""
        import polars as pl

        nummer = pl.when(pl.col("m0").is_not_null()).then(pl.col("nummer")).alias("nummer")
        maskers = self._later(self._maskers(nummer), self._gegroeid, {"periode": pl.Date})
        return self.voortgang(maskers, eenheid, breed=breed, nullen=True)

    def _gegroeid(self, delen: Any) -> Any:
        """Return the masks of everybody by the end of each period."""
        import polars as pl

        m = self._kolommen("m")
        allen = self._geteld(delen).maskers.select(self.sleutels)
        van_wie_telt = delen.join(allen.select(self.in_bewijs).unique(), on=self.in_bewijs, how="semi")
        erbij = van_wie_telt.filter(pl.col("nummer").is_not_null()).select(*self.in_bewijs, "nummer", *m)
        return polars_tijd.gegroeid(self.vraag.indeling, allen, erbij, self.in_bewijs, m)

    def per_criterium(self, maskers: Any) -> Any:
        """Return per group and criterium how many have shown it, in source order."""

        namen = self.vraag.per_criterium()
        gevraagd = self._per_criterium(maskers).sort(*self._groepering(), "plaats")
        return self.geef(gevraagd.select(*self._groepering(), "code", "aangetoond", "totaal"), namen)

    def _per_criterium(self, maskers: Any) -> Any:
        """Return a line per group and criterium, with `code`, `tekst`, `plaats`, `aangetoond` and `totaal`."""
        import polars as pl

        geteld: list[Any] = []
        for plaats, masker in enumerate(self.vraag.plan.bit.values()):
            bits = zip(self._kolommen("m"), self.vraag.plan.kolommen(masker), strict=True)
            geteld += [(pl.col(m) & bit != 0).sum().cast(pl.Int64).alias(f"k{plaats}") for m, bit in bits if bit]
        groep, kolommen = self._groepering(), [pl.len().cast(pl.Int64).alias("totaal"), *geteld]
        samen = maskers.group_by(groep).agg(*kolommen) if groep else maskers.select(*kolommen)
        los = samen.unpivot(index=[*groep, "totaal"], variable_name="naam", value_name="aangetoond")
        regels = [(f"k{n}", n, c.code, c.tekst) for n, c in enumerate(self.vraag.kader.succescriteria)]
        return los.join(pl.LazyFrame(regels, schema=["naam", "plaats", "code", "tekst"], orient="row"), on="naam")

    def minst_aangetoond(self, maskers: Any, evl: str | int | None, aantal: int) -> Any:
        """Return per group the criteria that fewest have shown, with their texts; of as many the first in source order."""
        import polars as pl

        namen, groep = self.vraag.minst(aantal), self._groepering()
        van_evl = pl.col("code").is_in(self.vraag.criteria_van(evl))
        gevraagd = self._per_criterium(maskers).filter(van_evl).sort(*groep, "aangetoond", "plaats")
        minst = gevraagd.group_by(groep, maintain_order=True).head(aantal) if groep else gevraagd.head(aantal)
        return self.geef(minst.select(*groep, "code", "tekst", "aangetoond", "totaal"), namen)

    def spreiding(self, maskers: Any, eenheid: SoortEenheid) -> Any:
        """Return per group and unit how many there are, and the quartiles of what they have shown."""
        import polars as pl

        namen, groep = self.vraag.spreiding(eenheid), self._groepering()
        kwartielen = (
            pl.col("aangetoond").quantile(deel, interpolation="linear").alias(naam)
            for deel, naam in zip((0.25, 0.5, 0.75), namen[-4:-1], strict=True)
        )
        per = self._per_eenheid(maskers, self.vraag.plan.eenheden(eenheid)).group_by(*groep, "plaats", "code", "totaal")
        gevraagd = per.agg(pl.len().cast(pl.Int64).alias("studenten"), *kwartielen)
        op_volgorde = gevraagd.sort(*groep, "plaats") if self.op_volgorde else gevraagd
        return self.geef(op_volgorde.select(*groep, "code", *namen[-5:]), namen)

    def bijna_rond(self, maskers: Any, evl: str | int | None, hoogstens: int) -> Any:
        """Return who has shown all of an EvL but at most so many criteria, and which."""
        import polars as pl

        namen, evls = self.vraag.bijna(hoogstens), self.vraag.evls(evl)
        gevraagd = self._per_eenheid(maskers, evls, *self._kolommen("m"))
        gevraagd = gevraagd.filter(pl.col("totaal") - pl.col("aangetoond") <= hoogstens)
        nog = pl.coalesce(pl.when(pl.col("code") == een.code).then(self._nog(een)) for een in evls)
        gevraagd = gevraagd.sort(*self.sleutels, "plaats") if self.op_volgorde else gevraagd
        return self.geef(gevraagd.select(*self.sleutels, "code", "aangetoond", "totaal", nog.alias("nog")), namen)

    def _nog(self, evl: Eenheid) -> Any:
        import polars as pl

        codes: list[Any] = []
        for code, masker in self.vraag.plan.criteria(evl).items():
            bits = zip(self._kolommen("m"), self.vraag.plan.kolommen(masker), strict=True)
            codes += [pl.when(pl.col(m) & bit == 0).then(pl.lit(code)) for m, bit in bits if bit]
        return pl.concat_str(codes, separator=", ", ignore_nulls=True)

    def _groepering(self) -> list[str]:
        return [self.sleutels[plaats] for plaats in self.vraag.plaatsen(self.vraag.groepering)]

    def onbekende_codes(self) -> Any:
        """Return the codes that the framework does not have, each with its number of lines."""
        return self.geef(self._onbekende(), self.vraag.onbekende())

    def geef(self, tabel: Any, namen: tuple[str, ...]) -> Any:
        """Return a table as its user gets it: with these names for its columns, in the kind that was given."""
        return tabel.rename(dict(zip(tabel.collect_schema().names(), namen, strict=True)))


class PolarsFrameMotor(PolarsMotor):
    """A DataFrame in, a DataFrame out, sorted."""

    op_volgorde = True

    def geef(self, tabel: Any, namen: tuple[str, ...]) -> Any:
        return super().geef(tabel, namen).collect(engine="streaming")


def _genoemd(wie: Any) -> Personen:
    return Personen(wie.sort(wie.columns).head(GENOEMD).rows(), len(wie))


def _soort_van(soort: Any) -> Celsoort | None:
    """Return of a type of Polars whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
    import polars as pl

    if soort in (pl.String, pl.Null) or isinstance(soort, pl.Categorical | pl.Enum):
        return "tekst"
    if soort.is_integer():
        return "getal"
    return "kommagetal" if soort.is_float() or soort.is_decimal() else None


def _dagtype(soort: Any) -> Dagtype:
    import polars as pl

    if _soort_van(soort) == "tekst":
        return Dagtype("tekst", soort)
    return Dagtype("dag" if soort == pl.Date or isinstance(soort, pl.Datetime) else None, soort)
