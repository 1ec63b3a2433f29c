"""The charts of Altair, for signatures: Altair is imported when somebody asks for the type of one, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altair import FacetChart, HConcatChart, LayerChart, TopLevelMixin

__all__ = ["FacetChart", "HConcatChart", "LayerChart", "TopLevelMixin"]

if not TYPE_CHECKING:

    def __getattr__(naam: str) -> object:
        if naam not in __all__:
            raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
        from ._stijl import altair

        return getattr(altair(), naam)
