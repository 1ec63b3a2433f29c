"""One line per figure: what was measured, the ratio, and the bound it has to keep."""

from __future__ import annotations


def meld(wat: str, verhouding: float, *, hoogstens: float | None = None, minstens: float | None = None) -> bool:
    """Print the line of one figure and say whether it keeps its bound; without a bound it always does."""
    grens, oordeel = "zonder grens", ""
    if hoogstens is not None:
        grens, oordeel = f"hoogstens {hoogstens:g}", "boven de grens" if verhouding > hoogstens else "goed"
    elif minstens is not None:
        grens, oordeel = f"minstens {minstens:g}", "onder de grens" if verhouding < minstens else "goed"
    print(f"{wat:<66} {verhouding:>8.3f}   {grens:<15} {oordeel}".rstrip(), flush=True)
    return oordeel in {"", "goed"}
