"""Evidence in a frame of pandas or a table of PyArrow: small ones in plain Python, large ones by DuckDB, in place."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, cast

from . import sql_maskers, sql_tijd
from .in_duckdb import InDuckdb, dagsoort_van, duckdb
from .in_python import KLEIN, Kolom, Kolomsoort, PythonMotor
from .plan import SoortEenheid
from .rooster import Celsoort
from .tijd import Dagsoort
from .vraag import Dagtype, Kolomtype, Vraag


class GroteFrameMotor(InDuckdb):
    """A frame that DuckDB reads in place; the answer is sorted, and of the kind that was given."""

    op_volgorde = True

    def __init__(self, bewijs: Any, vraag: Vraag, frame: PandasFrame | ArrowFrame) -> None:
        self.frame = frame
        namen = sql_maskers.in_bewijs(vraag)
        types = dict(zip(bewijs.columns, map(str, bewijs.types), strict=True))
        dag = None if frame.dag is None else Dagtype(dagsoort_van(types["datum"]), types["datum"])
        datum = "" if dag is None else f", {'CAST(datum AS STRING)' if dag.soort == 'tekst' else 'datum'} AS datum"
        kolommen = f"{', '.join(namen)}, CAST(code AS STRING) AS code{datum}"
        bron = f"(SELECT {kolommen} FROM {self.taal.bron}) AS bewijs"  # noqa: S608  # our names
        super().__init__(bewijs, bron, vraag, [types[naam] for naam in namen], dag)

    def lui(self) -> Any:
        """Return the masks, computed: a frame is not lazy."""
        return self.tel().maskers

    def groei(self, eenheid: SoortEenheid, *, breed: bool) -> Any:
        maskers = self.lui()
        # An error of ours where they are too many, since it is computed here.
        ((eerste, laatste),) = self.rijen(self.stel(sql_tijd.uitersten(maskers.uit), maskers.tabel))
        nummers = self.vraag.indeling.reeks(eerste, laatste)
        bereik = sql_tijd.vast(nummers[0], nummers[-1]) if nummers else sql_tijd.vast(None, None)
        return self.gegroeid(maskers, bereik, eenheid, breed=breed)

    def geef(self, tabel: Any, namen: tuple[str, ...], sleutels: Sequence[str]) -> Any:
        return self.frame.van_arrow(tabel.to_arrow_table(), [int(sleutel[1:]) for sleutel in sleutels])


def pandas_motor(bewijs: Any, vraag: Vraag) -> PythonMotor | GroteFrameMotor:
    """Return the engine for a frame of pandas, by its size."""
    return _naar_grootte(bewijs, vraag, PandasFrame(bewijs, vraag))


def arrow_motor(bewijs: Any, vraag: Vraag) -> PythonMotor | GroteFrameMotor:
    """Return the engine for a table of PyArrow, by its size."""
    return _naar_grootte(bewijs, vraag, ArrowFrame(bewijs, vraag))


def batch_motor(bewijs: Any, vraag: Vraag) -> PythonMotor | GroteFrameMotor:
    """Return the engine for a batch of PyArrow, by its size."""
    return _naar_grootte(bewijs, vraag, BatchFrame(_pyarrow().Table.from_batches([bewijs]), vraag))


def _naar_grootte(bewijs: Any, vraag: Vraag, frame: PandasFrame | ArrowFrame) -> PythonMotor | GroteFrameMotor:
    if len(bewijs) <= KLEIN or frame.alleen_python:
        *sleutels, codes = frame.lijsten()
        return PythonMotor(sleutels, codes, vraag, frame.maak, frame.dagen())
    return GroteFrameMotor(frame.in_duckdb(duckdb().connect()), vraag, frame)


class PandasFrame:
    """The columns of a pandas frame that are asked for, and how an answer becomes one."""

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        vraag.in_tabel(list(bewijs.columns))
        *sleutels, code = (self._gewoon(bewijs[kolom]) for kolom in (*vraag.in_bewijs, vraag.criterium))
        soorten: list[Celsoort | None] = [self._soort_van(sleutel) for sleutel in sleutels]
        typen = [Kolomtype(soort, sleutel.dtype) for soort, sleutel in zip(soorten, sleutels, strict=True)]
        self.dag = None if vraag.tijd is None else self._als_dag(self._gewoon(bewijs[vraag.tijd.kolom]))
        dag = None if self.dag is None else Dagtype(self._dagsoort_van(self.dag), self.dag.dtype)
        vraag.typen(typen, Kolomtype(self._soort_van(code), code.dtype), dag)
        self.vraag, self.code = vraag, code
        self.sleutels = dict(zip(vraag.plaatsen(vraag.in_bewijs), sleutels, strict=True))
        """By the number of its key (of `Vraag.sleutels`)."""
        leeg = [type_.soort == "leeg" for type_ in typen]
        self.typen = {
            plaats: sleutel.dtype
            for (plaats, sleutel), niets in zip(self.sleutels.items(), leeg, strict=True)
            if not (niets and vraag.rooster)
        }
        """By the same number the type of a key; without any in the evidence it is that on the list of students."""
        # DuckDB looks at the first values of a column of objects only, and large numbers further on would lose digits.
        getallen = any(type_.soort == "getal" and type_.naam == object for type_ in typen)  # noqa: E721  # a dtype
        dagen = dag is not None and dag.naam == object  # noqa: E721  # as above
        self.alleen_python = any(leeg) or getallen or dagen

    @staticmethod
    def _gewoon(kolom: Any) -> Any:
        """Return a column of categories as one of their values; the same of those that PyArrow has in another form."""
        if hasattr(kolom.dtype, "pyarrow_dtype"):
            return PandasFrame._van_arrow(kolom)
        if not hasattr(kolom.dtype, "categories"):
            return kolom
        import pandas as pd

        soort = kolom.cat.categories.dtype
        if kolom.cat.categories.empty:  # of empty cells alone, which pandas calls floats
            return kolom.astype(object)
        if kolom.hasnans and soort.kind in "iu":
            # One by one: pandas would make them floats on the way.
            met_gaten = cast("Any", pd).array(kolom.cat.categories, dtype="Int64" if soort.kind == "i" else "UInt64")
            return pd.Series(met_gaten.take(kolom.cat.codes, allow_fill=True), index=kolom.index)
        # Intervals are refused further on: pandas cannot make them of categories with an empty cell.
        return kolom.astype(object if soort.name.startswith("interval") else soort)

    @staticmethod
    def _van_arrow(kolom: Any) -> Any:
        import pandas as pd

        soort, types = kolom.dtype.pyarrow_dtype, _pyarrow().types
        if not (types.is_dictionary(soort) or types.is_string_view(soort) or types.is_null(soort)):
            return kolom
        gewoon = ArrowFrame.gewoon(kolom.array.__arrow_array__())
        return pd.Series(gewoon, index=kolom.index, dtype=pd.ArrowDtype(gewoon.type))

    @staticmethod
    def _soort_van(kolom: Any) -> Celsoort | None:
        from pandas.api import types

        if kolom.empty:
            return "leeg"
        if hasattr(kolom.dtype, "pyarrow_dtype"):
            return ArrowFrame.soort_van(kolom.dtype.pyarrow_dtype)
        if types.is_bool_dtype(kolom.dtype):
            return None
        if types.is_integer_dtype(kolom.dtype):
            return "getal"
        soort = types.infer_dtype(kolom, skipna=True)
        soorten: dict[str, Celsoort] = {
            "string": "tekst",
            "empty": "leeg",
            "integer": "getal",
            "floating": "kommagetal",
            "decimal": "kommagetal",
            "mixed-integer-float": "kommagetal",
        }
        return soorten.get(soort)

    @staticmethod
    def _als_dag(kolom: Any) -> Any:
        """Return a column of moments in a time zone as what the clock there says."""
        if hasattr(kolom.dtype, "pyarrow_dtype"):
            import pandas as pd

            gewoon = ArrowFrame.als_dag(kolom.array.__arrow_array__())
            return pd.Series(gewoon, index=kolom.index, dtype=pd.ArrowDtype(gewoon.type))
        return kolom.dt.tz_localize(None) if getattr(kolom.dtype, "tz", None) else kolom

    @staticmethod
    def _dagsoort_van(kolom: Any) -> Dagsoort | None:
        from pandas.api import types

        if hasattr(kolom.dtype, "pyarrow_dtype"):
            return ArrowFrame.dagsoort_van(kolom.dtype.pyarrow_dtype)
        if types.is_datetime64_dtype(kolom.dtype):
            return "dag"
        # What is in a column of objects is looked at cell by cell.
        return "tekst" if kolom.dtype == object or PandasFrame._soort_van(kolom) in ("tekst", "leeg") else None

    def dagen(self) -> list[Any] | None:
        """Return the days as a list, `None` for an empty cell; `None` where they do not matter."""
        return None if self.dag is None else self.dag.astype(object).where(self.dag.notna(), None).tolist()

    def lijsten(self) -> list[list[Any]]:
        """Return keys and codes as lists, `None` for an empty cell."""
        return [k.astype(object).where(k.notna(), None).tolist() for k in (*self.sleutels.values(), self.code)]

    def maak(self, kolommen: list[Kolom]) -> Any:
        """Return a frame of these columns: keys of the type they had, counts as int64."""
        import pandas as pd

        return pd.DataFrame({naam: pd.Series(waarden, dtype=self._soort(soort)) for naam, soort, waarden in kolommen})

    def _soort(self, soort: Kolomsoort) -> Any:
        soorten = {"tekst": "str", "getal": "int64", "kommagetal": "float64", "dag": "datetime64[s]"}
        if not isinstance(soort, int):
            return soorten[soort]
        if soort in self.typen:
            return self.typen[soort]
        return soorten[self.vraag.soorten_op_lijst[self.vraag.sleutels[soort]]]

    def in_duckdb(self, verbinding: Any) -> Any:
        """Return the columns as a relation."""
        import pandas as pd

        kolommen = {f"s{plaats}": sleutel for plaats, sleutel in self.sleutels.items()}
        datum = {} if self.dag is None else {"datum": self.dag}
        return verbinding.from_df(pd.DataFrame({**kolommen, "code": self.code, **datum}, copy=False))

    def van_arrow(self, tabel: Any, sleutels: Sequence[int]) -> Any:
        """Return a table of PyArrow as a frame, with the types that `maak` gives; its first columns have these keys."""
        frame = tabel.to_pandas(date_as_object=False)
        typen = {naam: self._soort(plaats) for naam, plaats in zip(tabel.column_names, sleutels, strict=False)}
        return frame.astype({**typen, **({"periode": self._soort("dag")} if self.vraag.per_periode else {})})


class ArrowFrame:
    """The columns of a PyArrow table that are asked for, and how an answer becomes one."""

    alleen_python = False

    def __init__(self, bewijs: Any, vraag: Vraag) -> None:
        vraag.in_tabel(bewijs.column_names)
        *sleutels, code = (self.gewoon(bewijs[kolom]) for kolom in (*vraag.in_bewijs, vraag.criterium))
        typen = [Kolomtype(self.soort_van(kolom.type), kolom.type) for kolom in (*sleutels, code)]
        self.dag = None if vraag.tijd is None else self.als_dag(self.gewoon(bewijs[vraag.tijd.kolom]))
        dag = None if self.dag is None else Dagtype(self.dagsoort_van(self.dag.type), self.dag.type)
        vraag.typen(typen[:-1], typen[-1], dag)
        self.vraag, self.code = vraag, code
        self.sleutels = dict(zip(vraag.plaatsen(vraag.in_bewijs), sleutels, strict=True))
        """By the number of its key (of `Vraag.sleutels`)."""

    @staticmethod
    def gewoon(kolom: Any) -> Any:
        """Return a column as text where it holds text in another form: a dictionary, large strings, nothing at all."""
        pa = _pyarrow()
        soort = kolom.type.value_type if pa.types.is_dictionary(kolom.type) else kolom.type
        tekst = pa.types.is_large_string(soort) or pa.types.is_string_view(soort) or pa.types.is_null(soort)
        if pa.types.is_dictionary(kolom.type) and pa.types.is_string_view(soort):
            # PyArrow cannot look views up: the dictionary becomes one of strings first.
            delen = ((deel.indices, deel.dictionary.cast(pa.string())) for deel in kolom.chunks)
            kolom = pa.chunked_array(
                [pa.DictionaryArray.from_arrays(*deel) for deel in delen],
                pa.dictionary(kolom.type.index_type, pa.string()),
            )
        return kolom.cast(pa.string() if tekst else soort)

    @staticmethod
    def soort_van(soort: Any) -> Celsoort | None:
        """Return of a type of PyArrow whether it is `tekst`, `getal` or `kommagetal`; else `None`."""
        pa = _pyarrow()
        if pa.types.is_string(soort) or pa.types.is_large_string(soort):
            return "tekst"
        if pa.types.is_integer(soort):
            return "getal"
        return "kommagetal" if pa.types.is_floating(soort) or pa.types.is_decimal(soort) else None

    @staticmethod
    def als_dag(kolom: Any) -> Any:
        """Return a column of moments as their days; of those in a time zone what the clock there says."""
        pa = _pyarrow()
        if not pa.types.is_timestamp(kolom.type):
            return kolom.cast(pa.date32()) if pa.types.is_date(kolom.type) else kolom
        import_module("pyarrow.compute")
        return (pa.compute.local_timestamp(kolom) if kolom.type.tz else kolom).cast(pa.date32(), safe=False)

    @staticmethod
    def dagsoort_van(soort: Any) -> Dagsoort | None:
        """Return of a type of PyArrow whether it is `tekst` or `dag`; else `None`."""
        if ArrowFrame.soort_van(soort) == "tekst":
            return "tekst"
        return "dag" if _pyarrow().types.is_date(soort) else None

    def dagen(self) -> list[Any] | None:
        """Return the days as a list, `None` for an empty cell; `None` where they do not matter."""
        return None if self.dag is None else self.dag.to_pylist()

    def lijsten(self) -> list[list[Any]]:
        """Return keys and codes as lists, `None` for an empty cell."""
        return [kolom.to_pylist() for kolom in (*self.sleutels.values(), self.code)]

    def maak(self, kolommen: list[Kolom]) -> Any:
        """Return a table of these columns: keys of the type they had, counts as int64."""
        pa = _pyarrow()
        return pa.table({naam: pa.array(waarden, type=self._soort(soort)) for naam, soort, waarden in kolommen})

    def _soort(self, soort: Kolomsoort) -> Any:
        pa = _pyarrow()
        soorten = {"tekst": pa.string(), "getal": pa.int64(), "kommagetal": pa.float64(), "dag": pa.date32()}
        if not isinstance(soort, int):
            return soorten[soort]
        if soort in self.sleutels:
            return self.sleutels[soort].type
        return soorten[self.vraag.soorten_op_lijst[self.vraag.sleutels[soort]]]

    def in_duckdb(self, verbinding: Any) -> Any:
        """Return the columns as a relation."""
        kolommen = {f"s{plaats}": sleutel for plaats, sleutel in self.sleutels.items()}
        datum = {} if self.dag is None else {"datum": self.dag}
        return verbinding.from_arrow(_pyarrow().table({**kolommen, "code": self.code, **datum}))

    def van_arrow(self, tabel: Any, sleutels: Sequence[int]) -> Any:
        """Return the table as it is."""
        return tabel


class BatchFrame(ArrowFrame):
    """The same of a batch, and how an answer becomes one: a table of one piece."""

    def maak(self, kolommen: list[Kolom]) -> Any:
        return self.van_arrow(super().maak(kolommen), ())

    def van_arrow(self, tabel: Any, sleutels: Sequence[int]) -> Any:
        return _pyarrow().record_batch([kolom.combine_chunks() for kolom in tabel.columns], schema=tabel.schema)


def _pyarrow() -> Any:
    # It has no types of its own: imported by name, type checkers leave it alone.
    return import_module("pyarrow")
