"""Evidence in Polars: a DataFrame or a LazyFrame in, the same out; a LazyFrame is computed when its user collects it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .fouten import fout_in_bewijs
from .plan import ONBEKEND, WIT, Eenheid, Geteld
from .vraag import Celsoort, SoortEenheid, Vraag


class PolarsMotor:
    """A LazyFrame in, a LazyFrame out."""

    opmerkingen: tuple[str, ...] = ()
    op_volgorde = False

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        import polars as pl
        from polars import selectors

        schema = bewijs.collect_schema()
        vraag.in_tabel(schema.names())
        sleutel, code = schema[vraag.per], schema[vraag.criterium]
        vraag.typen((_soort_van(sleutel), sleutel), (_soort_van(code), code))
        # By selector: to `col`, a name such as * or ^.*$ is a pattern.
        kolom, code_kolom = (selectors.by_name(naam).cast(pl.String) for naam in (vraag.per, vraag.criterium))
        if _soort_van(sleutel) == "getal":
            kolom = selectors.by_name(vraag.per)
        self.vraag = vraag
        self.bewijs = bewijs.lazy().select(kolom.alias("sleutel"), code_kolom.alias("code"))

    def lui(self) -> Any:
        """Return the masks as a plan that has still to run, and that raises if a line cannot be counted."""
        return self._maskers().map_batches(self._gecontroleerd, predicate_pushdown=False, projection_pushdown=False)

    def tel(self) -> Geteld:
        """Return the masks and what was left out, computed in one pass.

        Raises:
            OngeldigBewijs: a line cannot be counted.
        """
        import polars as pl

        if not self.vraag.apart:
            maskers = self._gecontroleerd(self._maskers().collect(engine="streaming"))
            return Geteld(maskers.lazy(), maskers["regels"].sum(), ())
        vreemd = pl.when(pl.col("m0").is_null()).then(pl.col("code").fill_null(""))
        delen = self._gecontroleerd(self._maskers(vreemd.alias("vreemd")).collect(engine="streaming"))
        per_vreemd = delen.group_by("vreemd").agg(pl.col("regels").sum())
        of = (pl.col(kolom).bitwise_or() for kolom in self._kolommen("m"))
        return Geteld(
            delen.group_by("sleutel").agg(*of).lazy(),
            delen["regels"].sum(),
            per_vreemd.filter(pl.col("vreemd").is_not_null()).rows(),
        )

    def _maskers(self, *ook_per: Any) -> Any:
        """Return the masks and `regels`, their number of lines, per key and what else is given.

        The bit `ONBEKEND` stands for lines without a code too: to look at the text of every line would cost as much as the rest.
        """
        import polars as pl

        m0, *rest = (pl.col(kolom) for kolom in self._kolommen("m"))
        bits = self._tabel("m", {"code": pl.String}, ((code, bit) for code, bit in self.vraag.plan.bit.items()))
        return (
            self.bewijs.join(bits, on="code", how="left")
            .group_by("sleutel", *ook_per)
            .agg(
                m0.fill_null(ONBEKEND).bitwise_or(),
                *(m.bitwise_or().fill_null(0) for m in rest),
                regels=pl.len().cast(pl.Int64),
            )
        )

    def _gecontroleerd(self, maskers: Any) -> Any:
        """Return the masks, or raise `OngeldigBewijs`; only then the evidence is gone through again, to say what is wrong."""
        import polars as pl

        zonder_sleutel, fout = maskers.select(
            zonder_sleutel=pl.col("sleutel").is_null().any(), fout=(pl.col("m0") & ONBEKEND != 0).any()
        ).row(0)
        if zonder_sleutel or (fout and not self.vraag.apart):
            lege = self.bewijs.select(pl.col("sleutel").is_null().sum(), (~self._is_code()).sum())
            onbekende = self._onbekende().collect(engine="streaming").rows()
            raise fout_in_bewijs(self.vraag, lege.collect(engine="streaming").row(0), onbekende)
        return maskers

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

    def voortgang(self, maskers: Any, eenheid: SoortEenheid, *, breed: bool) -> Any:
        """Return what has been shown per key and unit."""
        namen = self.vraag.uitkomst(eenheid=eenheid, breed=breed)
        eenheden = self.vraag.plan.eenheden[eenheid]
        return self.geef(self._breed(maskers, eenheden) if breed else self._lang(maskers, eenheden), namen)

    def _breed(self, maskers: Any, eenheden: tuple[Eenheid, ...]) -> Any:
        import polars as pl

        def geteld(masker: int) -> Any:
            delen = enumerate(self.vraag.plan.kolommen(masker))
            return sum(((pl.col(f"m{kolom}") & deel).bitwise_count_ones() for kolom, deel in delen), pl.lit(0))

        kolommen = (geteld(deel.masker).cast(pl.Int64).alias(f"k{plaats}") for plaats, deel in enumerate(eenheden))
        gevraagd = maskers.select("sleutel", *kolommen)
        return gevraagd.sort("sleutel") if self.op_volgorde else gevraagd

    def _lang(self, maskers: Any, eenheden: tuple[Eenheid, ...]) -> Any:
        import polars as pl

        kop = {"code": pl.String, "plaats": pl.Int64, "totaal": pl.Int64}
        regels = ((deel.code, plaats, deel.totaal, deel.masker) for plaats, deel in enumerate(eenheden))
        paren = zip(self._kolommen("m"), self._kolommen("e"), strict=True)
        geteld = sum(((pl.col(m) & pl.col(e)).bitwise_count_ones() for m, e in paren), pl.lit(0)).cast(pl.Int64)
        gevraagd = (
            maskers.join(self._tabel("e", kop, regels), how="cross")
            .select("sleutel", "code", "plaats", geteld.alias("aangetoond"), "totaal")
            .filter(pl.col("aangetoond") > 0)
        )
        return (gevraagd.sort("sleutel", "plaats") if self.op_volgorde else gevraagd).drop("plaats")

    def dekking(self, maskers: Any) -> Any:
        """Return per succescriterium how many keys have shown it, in source order."""
        import polars as pl

        criteria = self.vraag.plan.eenheden["succescriterium"]
        geteld: list[Any] = []
        for plaats, deel in enumerate(criteria):
            bits = zip(self._kolommen("m"), self.vraag.plan.kolommen(deel.masker), strict=True)
            geteld += [(pl.col(m) & bit != 0).sum().cast(pl.Int64).alias(f"k{plaats}") for m, bit in bits if bit]
        samen = maskers.select(pl.len().cast(pl.Int64).alias("totaal"), *geteld)
        los = samen.unpivot(index="totaal", variable_name="naam", value_name="aangetoond")
        codes = pl.LazyFrame(
            {"naam": [f"k{n}" for n in range(len(criteria))], "code": [deel.code for deel in criteria]}
        ).with_row_index("plaats")
        gevraagd = los.join(codes, on="naam").sort("plaats").select("code", "aangetoond", "totaal")
        return self.geef(gevraagd, ("succescriterium", "aangetoond", "totaal"))

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


def _soort_van(soort: Any) -> Celsoort | None:
    """Return of a type of Polars whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
    import polars as pl

    if soort in (pl.String, pl.Null) or isinstance(soort, pl.Categorical | pl.Enum):
        return "tekst"
    if soort.is_integer():
        return "getal"
    return "kommagetal" if soort.is_float() or soort.is_decimal() else None
