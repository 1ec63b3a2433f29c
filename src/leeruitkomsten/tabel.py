"""One table for people: built by a record or a result, drawn as HTML here and on a terminal by the command line."""

from __future__ import annotations

import html
import re
from typing import TypeAlias

import attrs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Deel: TypeAlias = tuple[str, str]
"""A piece of text and what it is: `(soort, tekst)`, soort one of the keys of `MERK`, or `gelijk` for plain text."""
Tekst: TypeAlias = tuple[Deel, ...]
"""One line of a cell."""
Cel: TypeAlias = str | tuple[Tekst, ...]
"""A cell: plain text, or lines of marked pieces. The empty tuple is an empty cell."""

MERK = {"nieuw": "ins", "vervalt": "del", "gevonden": "mark", "code": "b"}
LEEG = "–"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~]")
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

    def markdown(self) -> str:
        """Return the table as Markdown: what is new in bold, what is gone struck through, markup in a text escaped.

        >>> print(Tabel("", ("Code", "Tekst"), (("WP1", "a|b"),)).markdown())
        | Code | Tekst |
        |---|---|
        | WP1 | a\\|b |
        """
        kop = self.kop or ("",)
        rijen = [f"| {' | '.join(map(_markdown, kop))} |", "|---" * len(kop) + "|"]
        rijen += [f"| {' | '.join(map(_markdowncel, rij))} |" for rij in self.rijen]
        boven = [f"**{_markdown(self.titel)}**", ""] if self.titel else []
        onder = ["", _markdown(self.voet)] if self.voet else []
        return "\n".join([*boven, *rijen, *onder])

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


_TEKENS = {"nieuw": "**", "vervalt": "~~", "gevonden": "**", "code": "**"}


def _markdowncel(cel: Cel) -> str:
    return "<br>".join("".join(map(_markdowndeel, tekst)) for tekst in regels(cel))


def _markdowndeel(deel: Deel) -> str:
    soort, tekst = deel
    woorden = tekst.strip()
    if soort not in _TEKENS or not woorden:
        return _markdown(tekst)
    teken = _TEKENS[soort]
    return (
        f"{tekst[: len(tekst) - len(tekst.lstrip())]}{teken}{_markdown(woorden)}{teken}{tekst[len(tekst.rstrip()) :]}"
    )


def _markdown(tekst: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", html.escape(tekst, quote=False)).replace("\n", " ")


def pagina(titel: str, tabellen: Iterable[Tabel]) -> str:
    """Return an HTML page of its own that holds these tables, in Dutch, without script or anything from elsewhere."""
    delen = "\n".join(tabel.html() for tabel in tabellen)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(titel)}</title>\n</head>\n'
        f"<body>\n<h1>{html.escape(titel)}</h1>\n{delen}\n</body>\n</html>\n"
    )
