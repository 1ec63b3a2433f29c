"""Kinds of tables, for signatures. Nobody has to have all engines: none is imported before somebody asks for its type."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from ..bestanden.tabelinhoud import Tabelinhoud

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

__all__ = ["DuckDBPyRelation", "Frame", "Pad", "Regels"]

Pad: TypeAlias = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""The path of a file, a pattern that stands for several, or a list of these."""
Regels: TypeAlias = Sequence[Mapping[str, object]] | Tabelinhoud
"""A list of dicts, or a table that was read from a file."""


class Frame(Protocol):
    """A table of an engine: a frame of pandas, Polars or Spark, a table or batch of PyArrow, a relation of DuckDB."""

    @property
    def columns(self) -> Any:
        """Its columns, in a kind of its own."""


if not TYPE_CHECKING:

    def __getattr__(naam: str) -> object:
        if naam != "DuckDBPyRelation":
            raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
        from .in_duckdb import duckdb

        return duckdb().DuckDBPyRelation
