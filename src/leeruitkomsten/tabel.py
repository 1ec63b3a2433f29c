"""One table for people: built by a record or a result, drawn as HTML here and on a terminal by the command line."""

from __future__ import annotations

import html
from typing import TypeAlias

import attrs

Deel: TypeAlias = tuple[str, str]
"""A piece of text and what it is: `(soort, tekst)`, soort one of the keys of `MERK`, or `gelijk` for plain text."""
Tekst: TypeAlias = tuple[Deel, ...]
"""One line of a cell."""
Cel: TypeAlias = str | tuple[Tekst, ...]
"""A cell: plain text, or lines of marked pieces. The empty tuple is an empty cell."""

MERK = {"nieuw": "ins", "vervalt": "del", "gevonden": "mark", "code": "b"}
LEEG = "–"
_STIJL = ' style="text-align:left;vertical-align:top;padding:2px 8px"'


def regels(cel: Cel) -> tuple[Tekst, ...]:
    """Return the lines of a cell; an empty cell shows a dash, so that it is seen."""
    if isinstance(cel, str):
        return ((("gelijk", cel),),)
    return cel or ((("gelijk", LEEG),),)


@attrs.frozen
class Tabel:
    """A heading, column names and rows of cells.

    Attributes:
        titel: shown above the table; may be empty.
        kop: column names; empty for a table without a head.
        rijen: tuple of rows, each a tuple of cells as long as `kop`.
        voet: a remark below the table; may be empty.
    """

    titel: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    voet: str = ""

    def html(self) -> str:
        """Return the table as HTML: all text escaped, no ids, no script, the same bytes each time.

        >>> Tabel("", ("code",), (("<WP>",),)).html().count("&lt;WP&gt;")
        1
        """
        uit = ["<table>"]
        if self.titel:
            uit.append(f'<caption style="text-align:left">{html.escape(self.titel)}</caption>')
        if self.kop:
            cellen = "".join(f'<th scope="col"{_STIJL}>{html.escape(k)}</th>' for k in self.kop)
            uit.append(f"<thead><tr>{cellen}</tr></thead>")
        uit.append("<tbody>")
        for rij in self.rijen:
            uit.append("<tr>" + "".join(f"<td{_STIJL}>{_cel(cel)}</td>" for cel in rij) + "</tr>")
        uit.append("</tbody></table>")
        if self.voet:
            uit.append(f"<p><small>{html.escape(self.voet)}</small></p>")
        return "\n".join(uit)

    def _repr_html_(self) -> str:
        return self.html()


def _cel(cel: Cel) -> str:
    return "<br>".join("".join(map(_deel, tekst)) for tekst in regels(cel))


def _deel(deel: Deel) -> str:
    soort, tekst = deel
    woorden = tekst.lstrip()
    wit = tekst[: len(tekst) - len(woorden)]
    merk = MERK.get(soort)
    return wit + (f"<{merk}>{html.escape(woorden)}</{merk}>" if merk else html.escape(woorden))
