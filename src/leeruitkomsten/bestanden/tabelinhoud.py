"""What `lees_tabel` gives: some columns of a table that came in. Whoever counts the lines needs nothing of what read them."""

from __future__ import annotations

from typing import Any

import attrs

_GETEKEND = 20
"""How many lines a notebook draws: it is to see what came in, `records()` has all."""


@attrs.frozen(repr=False)
class Tabelinhoud:
    """The columns that were asked for.

    Attributes:
        regels: tuple of dicts, one per line that holds anything, in the order of the file: under each name that was asked for the
            text of the cell, or `None` where it is empty.
        waar: tuple of the place of each of these lines, in Dutch, such as `blad 'Groep A', regel 12`.
        opmerkingen: tuple of sentences in Dutch: which sheets and titles were passed over, and which merged cells filled in.
    """

    regels: tuple[dict[str, str | None], ...]
    waar: tuple[str, ...]
    opmerkingen: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Tabelinhoud: regels: {len(self.regels)}, opmerkingen: {len(self.opmerkingen)}>"

    def _repr_html_(self) -> str:
        from ..tabel import Tabel

        rijen = [
            (plek, *(cel or "" for cel in regel.values()))
            for plek, regel in zip(self.waar[:_GETEKEND], self.regels[:_GETEKEND], strict=True)
        ]
        kop = ("waar", *self.regels[0]) if rijen else ()
        meer = len(self.regels) - len(rijen)
        voet = "\n".join((*([f"en nog {meer} regels"] if meer else []), *self.opmerkingen))
        return Tabel(f"regels: {len(self.regels)}", kop, tuple(rijen), voet).html()

    def records(self) -> list[dict[str, str | None]]:
        """Return the lines as a list of dicts, for a data frame."""
        return [dict(regel) for regel in self.regels]

    def als_dict(self) -> dict[str, Any]:
        """Return the fields by name, ready for `json.dumps`."""
        return {"regels": self.records(), "waar": list(self.waar), "opmerkingen": list(self.opmerkingen)}

    def leeg(self, kolom: str) -> tuple[str, ...]:
        """Return the places of the lines in which a column is empty."""
        return tuple(plek for plek, regel in zip(self.waar, self.regels, strict=True) if regel[kolom] is None)
